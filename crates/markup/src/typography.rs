//! Straight quotes, typed dashes and dots set as the text's language sets them.

/// What is put for a stretch of text.
#[derive(Debug, PartialEq)]
pub(crate) struct Change {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) to: &'static str,
}

/// What stands before and after a quotation.
type Pair = (&'static str, &'static str);

/// The signs of a language.
struct Signs {
    double: Pair,
    /// Double quotes within double quotes.
    inner: Pair,
    /// `None` where single quotes stay as typed unless they stand within double ones.
    single: Option<Pair>,
    /// Single quotes within double quotes.
    nested: Pair,
    /// Words that begin with an apostrophe.
    clipped: &'static [&'static str],
}

const HIGH: Pair = ("“", "”");
const SINGLE: Pair = ("‘", "’");
const LOW: Pair = ("„", "“");
const LOW_SINGLE: Pair = ("‚", "‘");
const LOW_HIGH: Pair = ("„", "”");
const SAME: Pair = ("”", "”");
const SAME_SINGLE: Pair = ("’", "’");
const ANGLES: Pair = ("«", "»");
const ANGLES_IN: Pair = ("»", "«");
const ANGLES_APART: Pair = ("«\u{202f}", "\u{202f}»");

const fn signs(double: Pair, inner: Pair, single: Option<Pair>, nested: Pair) -> Signs {
    Signs { double, inner, single, nested, clipped: &[] }
}

const ENGLISH: Signs = Signs {
    clipped: &["bout", "cause", "em", "kay", "n", "nuff", "round", "s", "til", "tis", "tain", "twas", "twere", "twill"],
    ..signs(HIGH, HIGH, Some(SINGLE), SINGLE)
};
const DUTCH: Signs =
    Signs { clipped: &["k", "m", "n", "ns", "r", "s", "t", "tis"], ..signs(HIGH, HIGH, Some(SINGLE), SINGLE) };
const LIKE_ENGLISH: Signs = signs(HIGH, HIGH, Some(SINGLE), SINGLE);
const GERMAN: Signs = Signs {
    clipped: &["n", "ne", "nen", "nem", "ner", "s", "ran", "rein", "raus", "rum"],
    ..signs(LOW, LOW, Some(LOW_SINGLE), LOW_SINGLE)
};
const CZECH: Signs = signs(LOW, LOW, Some(LOW_SINGLE), LOW_SINGLE);
const BULGARIAN: Signs = signs(LOW, LOW, None, LOW);
const SPANISH: Signs = signs(ANGLES, HIGH, Some(SINGLE), HIGH);
const NORWEGIAN: Signs = signs(ANGLES, ANGLES, Some(SINGLE), SINGLE);
const RUSSIAN: Signs = signs(ANGLES, LOW, None, LOW);
const PERSIAN: Signs = signs(ANGLES, ("‹", "›"), None, ("‹", "›"));
const FRENCH: Signs = signs(ANGLES_APART, HIGH, Some(SINGLE), HIGH);
const HUNGARIAN: Signs = signs(LOW_HIGH, ANGLES_IN, None, ANGLES_IN);
const POLISH: Signs = signs(LOW_HIGH, ANGLES, None, ANGLES);
const SWEDISH: Signs = signs(SAME, SAME, Some(SAME_SINGLE), SAME_SINGLE);

impl Signs {
    /// The signs of CLDR's delimiters, but for Spanish and Danish, whose academies name others. `None` where quotes stay
    /// as typed: where none of several ways is the usual one, in scripts without spaces, in languages nobody looked up.
    fn of(lang: &str) -> Option<&'static Signs> {
        let mut parts = lang.split(['-', '_']);
        let primary = parts.next().unwrap_or_default().to_ascii_lowercase();
        let region = parts.next_back().unwrap_or_default();
        Some(match primary.as_str() {
            "en" => &ENGLISH,
            "nl" => &DUTCH,
            "pt" if region.eq_ignore_ascii_case("PT") => &SPANISH,
            "cy" | "ga" | "gl" | "hi" | "ko" | "pt" | "tr" => &LIKE_ENGLISH,
            "de" => &GERMAN,
            "cs" | "et" | "hr" | "is" | "sk" => &CZECH,
            "bg" => &BULGARIAN,
            "ca" | "el" | "es" | "eu" | "it" => &SPANISH,
            "nb" | "nn" | "no" => &NORWEGIAN,
            "ru" | "uk" => &RUSSIAN,
            "fa" => &PERSIAN,
            "fr" => &FRENCH,
            "hu" => &HUNGARIAN,
            "pl" | "ro" => &POLISH,
            "da" | "fi" | "sv" => &SWEDISH,
            _ => return None,
        })
    }

    fn pairs(&self) -> impl Iterator<Item = Pair> {
        [self.double, self.inner, self.nested].into_iter().chain(self.single)
    }
}

fn opens(pair: Pair, c: char) -> bool {
    pair.0.starts_with(c)
}

fn closes(pair: Pair, c: char) -> bool {
    pair.1.ends_with(c)
}

/// A text set by the rules of its language.
pub(crate) fn set(text: &str, lang: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut at = 0;
    for change in changes(text, &vec![1; text.len()], lang) {
        out.push_str(&text[at..change.start]);
        out.push_str(change.to);
        at = change.end;
    }
    out.push_str(&text[at..]);
    out
}

/// What to change in the text of one block. `runs` has a number for every byte: 0 where nothing may be
/// changed, and different ones on both sides of a tag, across which only quotes look.
pub(crate) fn changes(text: &str, runs: &[u8], lang: &str) -> Vec<Change> {
    if !text.contains(['"', '\'']) && !text.contains("--") && !text.contains("...") {
        return Vec::new();
    }
    let mut setter = Setter {
        text,
        signs: Signs::of(lang),
        last_closer: last_closer(text),
        doubles: 0,
        singles: 0,
        after_opener: true,
    };
    let mut changes = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let change = if runs[at] == 0 { None } else { setter.change(at, c, runs) };
        let mut end = at + c.len_utf8();
        if let Some(change) = change {
            end = change.end;
            changes.push(change);
        } else {
            setter.pass(c);
        }
        at = end;
    }
    changes
}

/// Where the last single quote stands that can close: one opened after it is an apostrophe.
fn last_closer(text: &str) -> usize {
    let mut next: Option<char> = None;
    for (at, c) in text.char_indices().rev() {
        if matches!(c, '\'' | '’') && next.is_none_or(|next| !is_word(next)) {
            let previous = text[..at].chars().next_back();
            if previous.is_some_and(|previous| !previous.is_whitespace()) {
                return at;
            }
        }
        next = Some(c);
    }
    0
}

struct Setter<'a> {
    text: &'a str,
    signs: Option<&'static Signs>,
    last_closer: usize,
    /// Open double quotes.
    doubles: usize,
    /// Open single quotes.
    singles: usize,
    /// Whether a quotation can begin here: at the start, after white space, an opening bracket, a dash.
    after_opener: bool,
}

impl Setter<'_> {
    /// Takes note of a character that stays.
    fn pass(&mut self, c: char) {
        // No sign of any language is among these.
        if c.is_ascii() {
            self.after_opener = c.is_ascii_whitespace() || matches!(c, '(' | '[' | '{' | '<' | '-' | '/' | '=');
            return;
        }
        let (mut ends, mut begins) = (false, matches!(c, '“' | '„' | '‘' | '‚' | '«' | '‹'));
        if let Some(signs) = self.signs {
            // The same sign at both ends ends what is open.
            let same = signs.double.0 == signs.double.1;
            if opens(signs.double, c) && !(same && self.doubles > 0) {
                self.doubles += 1;
                begins = true;
            } else if closes(signs.double, c) {
                self.doubles = self.doubles.saturating_sub(1);
                begins = false;
            }
            ends = signs.pairs().any(|pair| closes(pair, c)) && !(same && begins);
        }
        self.after_opener = c.is_whitespace() || matches!(c, '–' | '—' | '¿' | '¡') || (!ends && begins);
    }

    fn change(&mut self, at: usize, c: char, runs: &[u8]) -> Option<Change> {
        let previous = self.text[..at].chars().next_back();
        match c {
            '"' | '\'' => {
                let next = self.text[at + 1..].chars().next();
                if is_smiley(previous, next) {
                    return None;
                }
                let signs = self.signs?;
                let to = match c {
                    '"' => self.double(signs, previous, next),
                    _ => self.single(signs, at, previous, next),
                }?;
                Some(Change { start: at, end: at + 1, to })
            }
            '-' | '.' => {
                if previous == Some(c) {
                    return None;
                }
                // A longer run is a drawing, whatever its length.
                let run = self.text[at..].bytes().zip(&runs[at..]).take(5);
                let length = run.take_while(|(b, run)| *b == c as u8 && **run == runs[at]).count();
                let next = self.text[at + length..].chars().next();
                let (to, end) = match (c, length) {
                    ('-', 2) => ("–", at + 2),
                    ('-', 3) => ("—", at + 3),
                    ('.', 3 | 4) => ("…", at + 3),
                    _ => return None,
                };
                let kept = match c {
                    // Arrows, comments, long noses.
                    '-' => {
                        // Rules of tables, too.
                        matches!(next, Some('>' | '-' | '<' | '|' | ':'))
                            || matches!(previous, Some('<' | '>' | '!' | ':' | ';' | '=' | '|'))
                    }
                    // Paths and ranges.
                    _ => matches!(previous, Some('/')) || matches!(next, Some('/' | '.')),
                };
                if kept {
                    return None;
                }
                self.after_opener = c == '-';
                Some(Change { start: at, end, to })
            }
            _ => None,
        }
    }

    fn double(&mut self, signs: &Signs, previous: Option<char>, next: Option<char>) -> Option<&'static str> {
        let before_words = next.is_some_and(|next| !next.is_whitespace());
        let after_words = previous.is_some_and(|previous| !previous.is_whitespace());
        let word_follows = next.is_some_and(is_word);
        let measures = !word_follows || next.is_some_and(|c| c.is_ascii_digit() || matches!(c, 'x' | '×'));
        if self.doubles == 0 && previous.is_some_and(|c| c.is_ascii_digit()) && measures {
            self.after_opener = false;
            return Some("″");
        }
        let opens = before_words
            && (self.after_opener || (self.doubles == 0 && word_follows && !previous.is_some_and(is_word)));
        if opens {
            self.doubles += 1;
            self.after_opener = true;
            let pair = if self.doubles == 1 { signs.double } else { signs.inner };
            return Some(pair.0);
        }
        if !after_words && self.doubles == 0 {
            self.after_opener = true;
            return None;
        }
        let pair = if self.doubles > 1 { signs.inner } else { signs.double };
        self.doubles = self.doubles.saturating_sub(1);
        self.after_opener = false;
        Some(pair.1)
    }

    fn single(&mut self, signs: &Signs, at: usize, previous: Option<char>, next: Option<char>) -> Option<&'static str> {
        const APOSTROPHE: &str = "’";
        let before_words = next.is_some_and(|next| !next.is_whitespace());
        let after_words = previous.is_some_and(|previous| !previous.is_whitespace());
        // Two of them are inches or seconds.
        let before = self.text[..at].chars().rev().nth(1).filter(|_| previous == Some('\''));
        let after_digit = before.or(previous).is_some_and(|c| c.is_ascii_digit());
        let may_open = self.after_opener || (self.singles == 0 && !previous.is_some_and(is_word));
        let after_opener = std::mem::take(&mut self.after_opener);
        let pair = if self.doubles > 0 { Some(signs.nested) } else { signs.single };
        if before_words && may_open && at < self.last_closer && !self.is_clipped(signs, at) {
            self.singles += 1;
            self.after_opener = true;
            return pair.map(|pair| pair.0);
        }
        if next.is_some_and(is_word) {
            let feet = after_digit && next.is_some_and(|c| c.is_ascii_digit());
            return Some(if feet { "′" } else { APOSTROPHE });
        }
        if !after_words {
            self.after_opener = after_opener;
            return before_words.then_some(APOSTROPHE);
        }
        if self.singles > 0 {
            self.singles -= 1;
            return pair.map(|pair| pair.1);
        }
        Some(if after_digit { "′" } else { APOSTROPHE })
    }

    /// Whether a quote begins a shortened word or year: ’tis, ’90s.
    fn is_clipped(&self, signs: &Signs, at: usize) -> bool {
        let rest = &self.text[at + 1..];
        let length = rest.bytes().take(6).take_while(u8::is_ascii_alphanumeric).count();
        let (word, after) = rest.split_at(length);
        if after.starts_with(is_word) {
            return false;
        }
        let year = word.strip_suffix('s').unwrap_or(word);
        if year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit()) {
            // A number alone in quotes is quoted, be it `'42'`, `'42.00'` or `'10:30'`, if nothing is being quoted.
            return year.len() < word.len() || (!after.starts_with('%') && (self.singles > 0 || !closes_soon(after)));
        }
        let word = word.to_ascii_lowercase();
        // A word alone in quotes is quoted.
        signs.clipped.contains(&word.as_str()) && (word == "n" || !after.starts_with('\''))
    }
}

/// Whether the word that goes on here ends with a quote.
fn closes_soon(rest: &str) -> bool {
    let rest = &rest[..rest.floor_char_boundary(LONGEST_NUMBER)];
    let word = rest.split(char::is_whitespace).next().unwrap_or_default();
    word.rfind(['\'', '’']).is_some_and(|at| !word[at..].chars().nth(1).is_some_and(is_word))
}

/// How far the quote after a number is looked for, in bytes; keeps the time linear.
const LONGEST_NUMBER: usize = 30;

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{fffc}')
}

/// Whether a quote between these characters is a tear or a nose.
fn is_smiley(previous: Option<char>, next: Option<char>) -> bool {
    match previous {
        Some(':' | ';') => matches!(next, Some('(' | ')' | '-' | '[' | ']' | '|' | '/' | '\\' | 'D' | '*')),
        Some('=') => matches!(next, Some('(' | ')')),
        _ => false,
    }
}
