//! Straight quotes, typed dashes and dots set as the text's language sets them.

/// What is put for a stretch of text.
#[derive(Debug, PartialEq)]
pub(crate) struct Change {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) to: &'static str,
}

/// The signs of a language.
struct Signs {
    double: (&'static str, &'static str),
    /// Double quotes within double quotes.
    inner: (&'static str, &'static str),
    single: (&'static str, &'static str),
    /// Single quotes within double quotes.
    nested: (&'static str, &'static str),
    /// Words that begin with an apostrophe.
    clipped: &'static [&'static str],
}

const ENGLISH: Signs = Signs {
    double: ("“", "”"),
    inner: ("“", "”"),
    single: ("‘", "’"),
    nested: ("‘", "’"),
    clipped: &["bout", "cause", "em", "kay", "n", "nuff", "round", "s", "til", "tis", "tain", "twas", "twere", "twill"],
};

const GERMAN: Signs = Signs {
    double: ("„", "“"),
    inner: ("„", "“"),
    single: ("‚", "‘"),
    nested: ("‚", "‘"),
    clipped: &["n", "ne", "nen", "nem", "ner", "s", "ran", "rein", "raus", "rum"],
};

const SPANISH: Signs =
    Signs { double: ("«", "»"), inner: ("“", "”"), single: ("‘", "’"), nested: ("“", "”"), clipped: &[] };

impl Signs {
    fn of(lang: &str) -> &'static Signs {
        let primary = lang.split(['-', '_']).next().unwrap_or_default();
        match primary.to_ascii_lowercase().as_str() {
            "de" => &GERMAN,
            "es" => &SPANISH,
            _ => &ENGLISH,
        }
    }
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
    signs: &'static Signs,
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
        if self.signs.double.0.starts_with(c) {
            self.doubles += 1;
        } else if self.signs.double.1.starts_with(c) {
            self.doubles = self.doubles.saturating_sub(1);
        }
        let closes = self.signs.double.1.starts_with(c) || self.signs.single.1.starts_with(c);
        self.after_opener = c.is_whitespace()
            || matches!(c, '(' | '[' | '{' | '<' | '–' | '—' | '-' | '/' | '¿' | '¡' | '=')
            || (!closes && matches!(c, '“' | '„' | '‘' | '‚' | '«' | '‹'));
    }

    fn change(&mut self, at: usize, c: char, runs: &[u8]) -> Option<Change> {
        let previous = self.text[..at].chars().next_back();
        match c {
            '"' | '\'' => {
                let next = self.text[at + 1..].chars().next();
                if is_smiley(previous, next) {
                    return None;
                }
                let to = if c == '"' { self.double(previous, next) } else { self.single(at, previous, next) }?;
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
                        matches!(next, Some('>' | '-' | '<'))
                            || matches!(previous, Some('<' | '>' | '!' | ':' | ';' | '='))
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

    fn double(&mut self, previous: Option<char>, next: Option<char>) -> Option<&'static str> {
        let before_words = next.is_some_and(|next| !next.is_whitespace());
        let after_words = previous.is_some_and(|previous| !previous.is_whitespace());
        let word_follows = next.is_some_and(is_word);
        if self.doubles == 0 && previous.is_some_and(|c| c.is_ascii_digit()) && !word_follows {
            self.after_opener = false;
            return Some("″");
        }
        let opens = before_words
            && (self.after_opener || (self.doubles == 0 && word_follows && !previous.is_some_and(is_word)));
        if opens {
            self.doubles += 1;
            self.after_opener = true;
            let signs = self.signs;
            let pair = if self.doubles == 1 { signs.double } else { signs.inner };
            return Some(pair.0);
        }
        if !after_words && self.doubles == 0 {
            self.after_opener = true;
            return None;
        }
        let pair = if self.doubles > 1 { self.signs.inner } else { self.signs.double };
        self.doubles = self.doubles.saturating_sub(1);
        self.after_opener = false;
        Some(pair.1)
    }

    fn single(&mut self, at: usize, previous: Option<char>, next: Option<char>) -> Option<&'static str> {
        const APOSTROPHE: &str = "’";
        let before_words = next.is_some_and(|next| !next.is_whitespace());
        let after_words = previous.is_some_and(|previous| !previous.is_whitespace());
        let after_digit = previous.is_some_and(|c| c.is_ascii_digit());
        let may_open = self.after_opener || (self.singles == 0 && !previous.is_some_and(is_word));
        let after_opener = std::mem::take(&mut self.after_opener);
        let pair = if self.doubles > 0 { self.signs.nested } else { self.signs.single };
        if before_words && may_open && at < self.last_closer && !self.is_clipped(at) {
            self.singles += 1;
            self.after_opener = true;
            return Some(pair.0);
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
            return Some(pair.1);
        }
        Some(if after_digit { "′" } else { APOSTROPHE })
    }

    /// Whether a quote begins a shortened word or year: ’tis, ’90s.
    fn is_clipped(&self, at: usize) -> bool {
        let rest = &self.text[at + 1..];
        let length = rest.bytes().take(6).take_while(u8::is_ascii_alphanumeric).count();
        let (word, after) = rest.split_at(length);
        if after.starts_with(is_word) {
            return false;
        }
        let year = word.strip_suffix('s').unwrap_or(word);
        if year.len() == 2 && year.bytes().all(|b| b.is_ascii_digit()) {
            return year.len() < word.len() || !after.starts_with(['\'', '%']);
        }
        let word = word.to_ascii_lowercase();
        // A word alone in quotes is quoted.
        self.signs.clipped.contains(&word.as_str()) && (word == "n" || !after.starts_with('\''))
    }
}

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
