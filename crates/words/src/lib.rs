//! Words to be found by: texts of every script cut into them, what is typed into a search field read as a query of the
//! same words, and excerpts with what was found.
//!
//! A database that is given these words, and nothing else, answers like any other that is given them: it keeps and finds,
//! and knows no language. Nothing in here speaks to one; it only writes the two notations in which they are asked.

mod excerpt;
mod fold;
mod language;
mod names;
mod query;

use std::{collections::HashMap, fmt::Write, ops::Range};

use unicode_normalization::UnicodeNormalization;
use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

use crate::fold::is_invisible;
pub use crate::{
    excerpt::{Piece, excerpt, mark},
    fold::fold,
    language::Language,
    names::{are_near, name_parts, slips, typed_parts},
    query::{Query, Within, rank},
};

/// Moves when texts are cut otherwise than before, so that they have to be cut again.
pub const VERSION: i64 = 1;

/// A text is cut after so many words; PostgreSQL knows no place beyond 16,383.
const MOST_WORDS: usize = 16_000;
/// A title, after so many.
const MOST_TITLE_WORDS: usize = 200;
/// No word is kept in so many places; PostgreSQL keeps 256.
const MOST_PLACES: usize = 250;
/// So many places lie between a title and its text, so that no phrase reaches from one to the other.
const GAP: usize = 10;
/// A word is cut after so many characters.
const LONGEST_WORD_CHARS: usize = 64;
/// What a word of a title begins with when it stands beside the texts: whoever looks for titles asks for it there.
pub(crate) const IN_TITLE: &str = "=t";
/// What stands where a word would have one place too many. Nobody can type it.
const NO_WORD: &str = "=";

/// The words of one text, as an index keeps them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Words {
    title: Vec<String>,
    text: Vec<String>,
    extra: Vec<String>,
}

/// Cuts a title and a text, in their language, into what they are found by; with the names of tags.
pub fn words(title: &str, text: &str, tags: &[String], language: Language) -> Words {
    let mut words = Words::default();
    let mut places: HashMap<String, usize> = HashMap::new();
    let titled = cut_some(title, language, MOST_TITLE_WORDS);
    let in_title = titled.iter().flat_map(|cut| cut.extras.iter().chain([&cut.word]));
    words.extra.extend(in_title.map(|word| format!("{IN_TITLE}{word}")));
    for (cuts, into) in [(titled, &mut words.title), (cut_some(text, language, MOST_WORDS), &mut words.text)] {
        for cut in cuts {
            words.extra.extend(cut.extras);
            let places = places.entry(cut.word.clone()).or_default();
            *places += 1;
            into.push(if *places > MOST_PLACES { NO_WORD.to_owned() } else { cut.word });
        }
    }
    words.extra.extend(tags.iter().filter_map(|tag| tag_word(tag)));
    words.extra.sort_unstable();
    words.extra.dedup();
    words
}

impl Words {
    /// Adds a word that stands for a property, for [`Query`] to be narrowed by: `=` and letters or digits, which nobody
    /// can type.
    pub fn add(&mut self, property: String) {
        debug_assert!(property.starts_with('='), "{property} could be typed");
        self.extra.push(property);
    }

    /// Whether there is nothing to find it by.
    pub fn is_empty(&self) -> bool {
        self.title.is_empty() && self.text.is_empty() && self.extra.is_empty()
    }

    /// The title, the text and what stands beside them, each as words with spaces between: the columns of an FTS5 table
    /// whose tokenizer parts at spaces alone.
    pub fn columns(&self) -> [String; 3] {
        [self.title.join(" "), self.text.join(" "), self.extra.join(" ")]
    }

    /// The same as the text of a `tsvector`: words with their places.
    pub fn tsvector(&self) -> String {
        let mut places: HashMap<&str, String> = HashMap::new();
        let title = self.title.iter().enumerate().map(|(at, word)| (at + 1, word));
        let after = self.title.len() + GAP;
        let text = self.text.iter().enumerate().map(|(at, word)| (after + at, word));
        for (at, word) in title.chain(text).filter(|(_, word)| *word != NO_WORD) {
            let places = places.entry(word).or_default();
            let _ = write!(places, "{}{at}", if places.is_empty() { ":" } else { "," });
        }
        for word in &self.extra {
            places.entry(word).or_default();
        }
        let mut all: Vec<_> = places.into_iter().collect();
        all.sort_unstable();
        all.iter().map(|(word, places)| format!("{}{places}", query::lexeme(word))).collect::<Vec<_>>().join(" ")
    }
}

/// The word that a tag is found by: `#` and its letters and digits.
fn tag_word(tag: &str) -> Option<String> {
    let key: String = fold(tag).chars().filter(|c| c.is_alphanumeric()).take(LONGEST_WORD_CHARS).collect();
    (!key.is_empty()).then(|| format!("#{key}"))
}

/// A word where it stands in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Cut {
    /// What it was made of, in bytes of the text.
    range: Range<usize>,
    /// Where the first character of a pair ends.
    first_end: usize,
    word: String,
    /// What it is found by as well, though not as part of a phrase.
    extras: Vec<String>,
    /// Whether it is the last character of a run without spaces, which also is the second one of the pair before.
    is_last_of_run: bool,
}

/// Cuts a text.
fn cut(text: &str, language: Language) -> Vec<Cut> {
    cut_some(text, language, MOST_WORDS)
}

fn cut_some(text: &str, language: Language, most: usize) -> Vec<Cut> {
    let mut cuts = vec![];
    for run in runs(text) {
        if cuts.len() >= most {
            break;
        }
        if run.is_dense {
            cut_dense(text, run.range, &mut cuts);
        } else {
            cut_spaced(text, run.range, language, most, &mut cuts);
        }
    }
    cuts.truncate(most);
    cuts
}

/// A part of a text that is all in scripts which put spaces between words, or all in scripts which do not.
struct Run {
    range: Range<usize>,
    is_dense: bool,
}

fn runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = vec![];
    for (at, c) in text.char_indices() {
        let range = at..at + c.len_utf8();
        let is_dense = match runs.last() {
            // Marks and joiners belong to what they follow.
            Some(run) if c.script() == Script::Inherited || is_invisible(c) => run.is_dense,
            _ => is_dense(c),
        };
        match runs.last_mut() {
            Some(run) if run.is_dense == is_dense => run.range.end = range.end,
            _ => runs.push(Run { range, is_dense }),
        }
    }
    runs
}

/// Whether a character is of a script that does not part words by spaces, or not in a way that tells what one looks for.
fn is_dense(c: char) -> bool {
    // Marks of both kana belong to neither.
    matches!(c, 'ー' | 'ｰ' | 'ﾞ' | 'ﾟ')
        || matches!(
            c.script(),
            Script::Han
                | Script::Hiragana
                | Script::Katakana
                | Script::Hangul
                | Script::Bopomofo
                | Script::Thai
                | Script::Lao
                | Script::Khmer
                | Script::Myanmar
        )
}

/// Pairs of neighbouring graphemes, and the last one alone.
fn cut_dense(text: &str, range: Range<usize>, cuts: &mut Vec<Cut>) {
    let mut graphemes: Vec<Range<usize>> = vec![];
    let flush = |graphemes: &mut Vec<Range<usize>>, cuts: &mut Vec<Cut>| {
        for (at, first) in graphemes.iter().enumerate() {
            let end = graphemes.get(at + 1).map_or(first.end, |second| second.end);
            let range = first.start..end;
            let word = dense_word(&text[range.clone()]);
            let is_last_of_run = at + 1 == graphemes.len();
            cuts.push(Cut { range, first_end: first.end, word, extras: vec![], is_last_of_run });
        }
        graphemes.clear();
    };
    for (at, grapheme) in text[range.clone()].grapheme_indices(true) {
        let at = range.start + at;
        if grapheme.chars().any(char::is_alphanumeric) || grapheme.chars().all(is_dense) {
            graphemes.push(at..at + grapheme.len());
        } else {
            flush(&mut graphemes, cuts);
        }
    }
    flush(&mut graphemes, cuts);
}

/// Taking such characters apart would make others of them.
fn dense_word(text: &str) -> String {
    text.nfkc()
        .filter(|&c| !is_invisible(c) && !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .take(LONGEST_WORD_CHARS)
        .collect()
}

/// Words that spaces and signs part.
fn cut_spaced(text: &str, range: Range<usize>, language: Language, most: usize, cuts: &mut Vec<Cut>) {
    let begin = cuts.len();
    let mut raw: Vec<Range<usize>> = vec![];
    for (at, bound) in text[range.clone()].split_word_bound_indices() {
        if cuts.len() + raw.len() >= most {
            break;
        }
        if bound.chars().any(char::is_alphanumeric) {
            for part in parted(bound) {
                let part = range.start + at + part.start..range.start + at + part.end;
                raw.push(part.start..part.end + sign_after(&text[part.start..part.end], &text[part.end..range.end]));
            }
        }
    }
    for part in &raw {
        let Some(cut) = spaced_word(text, part.clone(), language) else { continue };
        cuts.push(cut);
    }
    add_joined(text, language, &mut cuts[begin..]);
}

/// What full stops, colons and the like part, unless they stand between digits: ranges within the text.
fn parted(text: &str) -> Vec<Range<usize>> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    let is_digit = |at: Option<&(usize, char)>| at.is_some_and(|(_, c)| c.is_numeric());
    let (mut parts, mut begin) = (vec![], None);
    for (nth, &(at, c)) in chars.iter().enumerate() {
        let between_digits = nth > 0 && is_digit(chars.get(nth - 1)) && is_digit(chars.get(nth + 1));
        let parts_here = !(c.is_alphanumeric() || is_joining(c) || between_digits || is_apostrophe(c));
        if parts_here {
            parts.extend(begin.take().map(|begin| begin..at));
        } else if begin.is_none() && c.is_alphanumeric() {
            begin = Some(at);
        }
    }
    parts.extend(begin.map(|begin| begin..text.len()));
    parts
}

/// Marks, joiners and the dot of Catalan: they stand within words.
fn is_joining(c: char) -> bool {
    c == '·' || is_invisible(c) || c == 'ـ' || unicode_normalization::char::is_combining_mark(c)
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '＇' | '‘' | '״' | '׳')
}

/// How many bytes of signs after one or two letters belong to them: `c++`, `f#`.
fn sign_after(word: &str, rest: &str) -> usize {
    let letters = word.chars().count();
    if letters > 2 || !word.chars().all(char::is_alphabetic) {
        return 0;
    }
    if rest.starts_with("++") {
        return 2;
    }
    let is_sharp = rest.starts_with('#') && !rest[1..].starts_with(char::is_alphanumeric);
    usize::from(is_sharp)
}

/// One word; nothing if nothing is left of it.
fn spaced_word(text: &str, range: Range<usize>, language: Language) -> Option<Cut> {
    let raw = &text[range.clone()];
    let word = form(raw, language);
    if word.is_empty() {
        return None;
    }
    let plain = small(raw);
    let mut extras = vec![];
    let unaccented = fold(language.without_article(&plain).trim_end_matches("'s"));
    if unaccented != word && is_stemmed(&unaccented) {
        extras.push(shortened(&fold(&language.stem(&unaccented.replace('\'', "")))));
    }
    extras.extend(without_prefix(&word));
    extras.extend(language.parts(&plain));
    let before = text[..range.start].strip_suffix('#');
    if before.is_some_and(|before| !before.ends_with(|c: char| c.is_alphanumeric() || c == '#')) {
        let rest = &text[range.start..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || is_joining(c) || matches!(c, '-' | '_')));
        extras.extend(tag_word(&rest[..end.unwrap_or(rest.len())]));
    }
    extras.retain(|extra| *extra != word && !extra.is_empty());
    Some(Cut { first_end: range.end, range, word, extras, is_last_of_run: false })
}

/// The word that is kept of what stands in a text.
fn form(raw: &str, language: Language) -> String {
    let small = small(raw);
    if small.ends_with("++") || small.ends_with('#') {
        return shortened(&fold(&small));
    }
    let word = language.without_article(&small);
    let word = word.strip_suffix("'s").unwrap_or(word).replace('\'', "");
    if is_stemmed(&word) { shortened(&fold(&language.stem(&word))) } else { shortened(&fold(&word)) }
}

/// In small letters, in one spelling of accents and apostrophes, without what nobody sees.
fn small(raw: &str) -> String {
    let plain = raw.chars().filter(|&c| !is_invisible(c) && c != '·');
    let plain = plain.map(|c| if is_apostrophe(c) { '\'' } else { c });
    plain.collect::<String>().to_lowercase().nfc().collect()
}

/// Numbers and what holds digits have no stems.
fn is_stemmed(word: &str) -> bool {
    !word.chars().any(char::is_numeric)
}

fn shortened(word: &str) -> String {
    word.chars().take(LONGEST_WORD_CHARS).collect()
}

/// A Hebrew word without a prefix of one letter: and, the, in, to, from, that, as.
fn without_prefix(word: &str) -> Option<String> {
    let first = word.chars().next().filter(|first| "והבלמשכ".contains(*first))?;
    (word.chars().count() >= 4).then(|| word[first.len_utf8()..].to_owned())
}

/// What a hyphen joins is found as one word, too: `e-mail` as `email`.
fn add_joined(text: &str, language: Language, cuts: &mut [Cut]) {
    let mut from = 0;
    while from < cuts.len() {
        let mut to = from + 1;
        while to < cuts.len() && are_joined(text, &cuts[to - 1], &cuts[to]) {
            to += 1;
        }
        if let Some(joined) = joined(text, language, &cuts[from..to]) {
            cuts[from].extras.push(joined);
        }
        from = to;
    }
}

fn are_joined(text: &str, one: &Cut, other: &Cut) -> bool {
    matches!(text.get(one.range.end..other.range.start), Some("-" | "\u{2010}" | "\u{2011}" | "\u{2012}"))
}

/// These words as one, if hyphens join them.
fn joined(text: &str, language: Language, cuts: &[Cut]) -> Option<String> {
    const MOST: usize = 4;
    let are_joined = cuts.windows(2).all(|pair| are_joined(text, &pair[0], &pair[1]));
    if !(2..=MOST).contains(&cuts.len()) || !are_joined {
        return None;
    }
    let joined: String = cuts.iter().map(|cut| &text[cut.range.clone()]).collect();
    Some(form(&joined, language)).filter(|joined| !joined.is_empty())
}

#[cfg(test)]
mod tests;
