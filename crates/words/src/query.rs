//! What is typed into a search field, read as a query. Nothing that can be typed is an error.

use std::borrow::Cow;

use crate::{Cut, IN_TITLE, Language, cut, fold::fold, is_dense, joined, tag_word};

/// So many characters of what is typed are read.
const LONGEST_CHARS: usize = 200;
/// So many words and phrases of it.
const MOST_TERMS: usize = 12;
/// Each is looked for in so many forms.
const MOST_FORMS: usize = 24;

/// What is looked for: texts that hold every term and none of the excluded ones.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Query {
    pub(crate) terms: Vec<Term>,
    excluded: Vec<Term>,
    /// Whether more was typed than is read.
    pub is_shortened: bool,
}

/// A word or a phrase: any of its forms.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Term {
    pub(crate) forms: Vec<Form>,
}

/// Words that stand one after another, as they are kept in some language.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Form {
    pub(crate) words: Vec<String>,
    /// Whether the last one is the beginning of a word.
    pub(crate) is_prefix: bool,
}

/// Where the words have to stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Within {
    /// As they were typed: those of a phrase one after another.
    Order,
    /// Anywhere, those of a phrase too: for an index to look ahead.
    Anywhere,
    /// In the title, in any order.
    Title,
}

impl Within {
    /// The word as it is kept there.
    fn kept(self, word: &str) -> Cow<'_, str> {
        if self == Self::Title { format!("{IN_TITLE}{word}").into() } else { word.into() }
    }
}

impl Query {
    /// Reads what somebody typed, for texts in any of these languages. Quotes make a phrase, a leading minus excludes, `#`
    /// is a tag, and words joined by signs are a phrase; nothing else means anything.
    pub fn read(typed: &str, languages: &[Language]) -> Self {
        let mut query = Self { is_shortened: typed.chars().nth(LONGEST_CHARS).is_some(), ..Self::default() };
        let typed: String = typed.chars().take(LONGEST_CHARS).collect();
        for token in tokens(&typed) {
            let term = if token.is_tag { tag(token.text) } else { term(token.text, languages) };
            let Some(term) = term else { continue };
            let into = if token.is_excluded { &mut query.excluded } else { &mut query.terms };
            if into.contains(&term) {
                continue;
            }
            if query.terms.len() + query.excluded.len() == MOST_TERMS {
                query.is_shortened = true;
                break;
            }
            let into = if token.is_excluded { &mut query.excluded } else { &mut query.terms };
            into.push(term);
        }
        query
    }

    /// Whether nothing is looked for.
    pub const fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether something is excluded.
    pub const fn excludes(&self) -> bool {
        !self.excluded.is_empty()
    }

    /// Whether any term is more than a word, so that [`Within::Order`] finds fewer than [`Within::Anywhere`].
    pub fn has_phrases(&self) -> bool {
        self.terms.iter().chain(&self.excluded).flat_map(|term| &term.forms).any(|form| form.words.len() > 1)
    }

    /// The query in the notation of FTS5, for a table with the columns `title`, `words` and `extra`; each of the
    /// properties is a list of which the text must have one.
    pub fn fts5(&self, within: Within, properties: &[Vec<String>]) -> String {
        let wanted: Vec<String> = self.terms.iter().map(|term| fts5_term(term, within)).collect();
        let mut wanted = wanted.join(" AND ");
        for any in properties {
            let any: Vec<String> = any.iter().map(|word| fts5_word(word)).collect();
            wanted = format!("{wanted} AND ({})", any.join(" OR "));
        }
        // Whether a phrase is excluded is known only where its words are looked at in their order.
        if self.excluded.is_empty() || within == Within::Anywhere {
            return wanted;
        }
        let excluded: Vec<String> = self.excluded.iter().map(|term| fts5_term(term, Within::Order)).collect();
        format!("({wanted}) NOT ({})", excluded.join(" OR "))
    }

    /// The query in the notation of `tsquery`.
    pub fn tsquery(&self, within: Within, properties: &[Vec<String>]) -> String {
        let mut all: Vec<String> = self.terms.iter().map(|term| tsquery_term(term, within)).collect();
        for any in properties {
            let any: Vec<String> = any.iter().map(|word| lexeme(word)).collect();
            all.push(format!("({})", any.join(" | ")));
        }
        if within != Within::Anywhere {
            all.extend(self.excluded.iter().map(|term| format!("!{}", tsquery_term(term, Within::Order))));
        }
        all.join(" & ")
    }
}

/// How well a title fits: 2 if it is what was typed and nothing else, 1 if it holds all of it, else 0.
pub fn rank(query: &Query, title: &str, language: Language) -> u8 {
    let cuts = cut(title, language);
    let holds = |form: &Form| (0..cuts.len()).any(|at| form.stands_at(&cuts, at));
    if query.is_empty() || !query.terms.iter().all(|term| term.forms.iter().any(holds)) {
        return 0;
    }
    let words = |term: &Term| term.forms.iter().filter(|form| holds(form)).map(|form| form.words.len()).max();
    let typed: usize = query.terms.iter().filter_map(words).sum();
    if typed >= cuts.iter().filter(|cut| !cut.is_last_of_run).count() { 2 } else { 1 }
}

impl Form {
    /// Whether the words of a text are these from a place on.
    pub(crate) fn stands_at(&self, cuts: &[Cut], at: usize) -> bool {
        let last = self.words.len() - 1;
        self.words.iter().enumerate().all(|(nth, word)| {
            cuts.get(at + nth).is_some_and(|cut| {
                (self.is_prefix && nth == last && cut.word.starts_with(word.as_str()))
                    || cut.word == *word
                    || (last == 0 && cut.extras.contains(word))
            })
        })
    }
}

struct Token<'a> {
    text: &'a str,
    is_excluded: bool,
    is_tag: bool,
}

/// What is typed, parted at spaces and by quotes.
fn tokens(typed: &str) -> Vec<Token<'_>> {
    let mut tokens = vec![];
    let mut rest = typed.trim_start();
    while !rest.is_empty() {
        let unsigned = rest.strip_prefix(['-', '\u{2212}']).filter(|after| !after.starts_with(char::is_whitespace));
        let is_excluded = unsigned.is_some_and(|after| !after.is_empty());
        let begun = unsigned.unwrap_or(rest);
        let quoted = begun.strip_prefix(is_quote).and_then(|inside| inside.split_once(is_quote));
        if let Some((inside, after)) = quoted {
            tokens.push(Token { text: inside, is_excluded, is_tag: false });
            rest = after.trim_start();
            continue;
        }
        let end = begun.find(char::is_whitespace).unwrap_or(begun.len());
        let (text, after) = begun.split_at(end);
        let tag = text.strip_prefix('#').filter(|tag| tag_word(tag).is_some());
        tokens.push(Token { text: tag.unwrap_or(text), is_excluded, is_tag: tag.is_some() });
        rest = after.trim_start();
    }
    tokens
}

const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '＂' | '「' | '」')
}

fn tag(text: &str) -> Option<Term> {
    let word = tag_word(text)?;
    Some(Term { forms: vec![Form { words: vec![word], is_prefix: false }] })
}

/// The forms that something has in these languages: as it was typed, without accents, with umlauts that were spelt out,
/// and as one word where hyphens join it.
fn term(text: &str, languages: &[Language]) -> Option<Term> {
    let mut spellings = vec![text.to_owned()];
    if !text.chars().any(is_dense) {
        let plain = text.split_whitespace().map(fold).collect::<Vec<_>>().join(" ");
        let umlauts = languages.iter().any(|language| language.spells_umlauts_out());
        if umlauts && ["ae", "oe", "ue"].iter().any(|spelt| plain.contains(spelt)) {
            spellings.push(plain.replace("ae", "a").replace("oe", "o").replace("ue", "u"));
        }
        spellings.push(plain);
    }
    let mut forms: Vec<Form> = vec![];
    for spelling in &spellings {
        for language in languages.iter().copied().chain([Language::default()]) {
            let cuts = cut(spelling, language);
            let mut all = vec![form(&cuts)];
            all.push(joined(spelling, language, &cuts).map(|word| Form { words: vec![word], is_prefix: false }));
            for form in all.into_iter().flatten() {
                if !forms.contains(&form) && forms.len() < MOST_FORMS {
                    forms.push(form);
                }
            }
        }
    }
    (!forms.is_empty()).then_some(Term { forms })
}

/// The words of what is typed. The last character of a run without spaces is the beginning of a pair, if it is all there
/// is, and else part of the last pair.
fn form(cuts: &[Cut]) -> Option<Form> {
    let (last, before) = cuts.split_last()?;
    let pair_is_before = before.last().is_some_and(|pair| pair.range.end == last.range.end);
    let words = if last.is_last_of_run && pair_is_before { before } else { cuts };
    let is_prefix = last.is_last_of_run && !pair_is_before;
    Some(Form { words: words.iter().map(|cut| cut.word.clone()).collect(), is_prefix })
}

fn fts5_term(term: &Term, within: Within) -> String {
    let forms = term.forms.iter().map(|form| {
        let words: Vec<String> = form.words.iter().map(|word| fts5_word(&within.kept(word))).collect();
        let star = if form.is_prefix { " *" } else { "" };
        match (words.len(), within) {
            (1, _) => format!("{}{star}", words[0]),
            (_, Within::Anywhere | Within::Title) => format!("({}{star})", words.join(" AND ")),
            // What stands beside the texts stands there in no order.
            (_, Within::Order) => format!("{{title words}} : ({}{star})", words.join(" + ")),
        }
    });
    format!("({})", forms.collect::<Vec<_>>().join(" OR "))
}

fn fts5_word(word: &str) -> String {
    format!("\"{}\"", word.replace('"', "\"\""))
}

fn tsquery_term(term: &Term, within: Within) -> String {
    let forms = term.forms.iter().map(|form| {
        let last = form.words.len() - 1;
        let words = form.words.iter().enumerate().map(|(nth, word)| {
            let star = if form.is_prefix && nth == last { ":*" } else { "" };
            format!("{}{star}", lexeme(&within.kept(word)))
        });
        let words: Vec<String> = words.collect();
        let between = if within == Within::Order { " <-> " } else { " & " };
        if last == 0 { words[0].clone() } else { format!("({})", words.join(between)) }
    });
    format!("({})", forms.collect::<Vec<_>>().join(" | "))
}

/// A word as `tsvector` and `tsquery` read it.
pub(crate) fn lexeme(word: &str) -> String {
    format!("'{}'", word.replace('\\', "\\\\").replace('\'', "''"))
}
