//! The text of a cue: what is said, who says it, and how it looks.

/// A part of the text of a cue. What is opened is closed, in the opposite order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// Characters; a line feed begins a line.
    Text(String),
    Open(Tag),
    Close(Kind),
    /// What follows is shown from this moment on, in milliseconds.
    At(u64),
}

/// The beginning of a span.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tag {
    pub kind: Kind,
    /// Names for its look.
    pub classes: Vec<String>,
    /// Who speaks, or in which language.
    pub note: String,
}

/// The spans that WebVTT knows (section 4.2.2).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    Class,
    Italic,
    Bold,
    Underline,
    Ruby,
    RubyText,
    Voice,
    Language,
}

impl Kind {
    const ALL: [Self; 8] = [
        Self::Class,
        Self::Italic,
        Self::Bold,
        Self::Underline,
        Self::Ruby,
        Self::RubyText,
        Self::Voice,
        Self::Language,
    ];

    const fn name(self) -> &'static str {
        match self {
            Self::Class => "c",
            Self::Italic => "i",
            Self::Bold => "b",
            Self::Underline => "u",
            Self::Ruby => "ruby",
            Self::RubyText => "rt",
            Self::Voice => "v",
            Self::Language => "lang",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// What stands between `<` and `>`.
enum Mark {
    Open(Tag),
    Close(Kind),
    At(u64),
    /// A tag of some other language: what it would do is not done.
    Unknown,
    /// No tag at all.
    Words,
}

fn mark(inside: &str) -> Mark {
    if let Some(name) = inside.strip_prefix('/') {
        return Kind::named(name.trim()).map_or(Mark::Unknown, Mark::Close);
    }
    if let Some(at) = crate::reading::timestamp(inside, '.') {
        return Mark::At(at);
    }
    if !inside.starts_with(|first: char| first.is_ascii_alphabetic() || matches!(first, '!' | '?' | '.')) {
        return Mark::Words;
    }
    let (head, note) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
    let mut names = head.split('.');
    let Some(kind) = Kind::named(names.next().unwrap_or_default()) else { return Mark::Unknown };
    let is_plain =
        |name: &&str| !name.is_empty() && name.chars().all(|char| char.is_alphanumeric() || matches!(char, '-' | '_'));
    let classes = names.filter(is_plain).map(ToOwned::to_owned).collect();
    let note = match kind {
        Kind::Voice | Kind::Language => decoded(note).split_whitespace().collect::<Vec<_>>().join(" "),
        _ => String::new(),
    };
    Mark::Open(Tag { kind, classes, note })
}

/// Takes the text of a cue apart.
pub fn read(mut raw: &str) -> Vec<Piece> {
    let mut pieces = vec![];
    let mut open: Vec<Kind> = vec![];
    let mut words = String::new();
    let flush = |words: &mut String, pieces: &mut Vec<Piece>| {
        if !words.is_empty() {
            pieces.push(Piece::Text(std::mem::take(words)));
        }
    };
    while let Some(at) = raw.find('<') {
        words.push_str(&decoded(&raw[..at]));
        let rest = &raw[at + 1..];
        let found = rest.find(['>', '<']).filter(|end| rest[*end..].starts_with('>'));
        let Some(end) = found else {
            words.push('<');
            raw = rest;
            continue;
        };
        let mark = mark(&rest[..end]);
        if matches!(mark, Mark::Words) {
            words.push('<');
            raw = rest;
            continue;
        }
        raw = &rest[end + 1..];
        match mark {
            // Ruby text stands in ruby and nowhere else.
            Mark::Open(tag) if tag.kind != Kind::RubyText || open.last() == Some(&Kind::Ruby) => {
                flush(&mut words, &mut pieces);
                open.push(tag.kind);
                pieces.push(Piece::Open(tag));
            }
            Mark::Close(kind) => {
                if kind == Kind::Ruby && open.last() == Some(&Kind::RubyText) {
                    flush(&mut words, &mut pieces);
                    pieces.extend(open.pop().map(Piece::Close));
                }
                if open.last() == Some(&kind) {
                    flush(&mut words, &mut pieces);
                    pieces.extend(open.pop().map(Piece::Close));
                }
            }
            Mark::At(at) => {
                flush(&mut words, &mut pieces);
                pieces.push(Piece::At(at));
            }
            Mark::Open(_) | Mark::Unknown | Mark::Words => {}
        }
    }
    words.push_str(&decoded(raw));
    flush(&mut words, &mut pieces);
    pieces.extend(open.into_iter().rev().map(Piece::Close));
    pieces
}

/// Writes the text of a cue; a line of it is never empty, since that would end the cue.
pub fn written(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(words) => out.push_str(&escaped(words)),
            Piece::Open(tag) => {
                out.push('<');
                out.push_str(tag.kind.name());
                for class in &tag.classes {
                    out.push('.');
                    out.push_str(class);
                }
                if !tag.note.is_empty() {
                    out.push(' ');
                    out.push_str(&escaped(&tag.note));
                }
                out.push('>');
            }
            Piece::Close(kind) => {
                out.push_str("</");
                out.push_str(kind.name());
                out.push('>');
            }
            Piece::At(at) => {
                out.push('<');
                out.push_str(&crate::timestamp(*at));
                out.push('>');
            }
        }
    }
    out.split('\n').filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

/// Whether anything is said.
pub fn says_something(pieces: &[Piece]) -> bool {
    pieces.iter().any(|piece| matches!(piece, Piece::Text(words) if !words.trim().is_empty()))
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The characters that are written by name or number (HTML, 13.5, as far as captions use them).
fn decoded(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let known = rest.find(';').filter(|end| *end <= 10).and_then(|end| Some((character(&rest[1..end])?, end + 1)));
        let (char, length) = known.unwrap_or(('&', 1));
        out.push(char);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<char> {
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    let char = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "lrm" => '\u{200e}',
        "rlm" => '\u{200f}',
        _ => match name.strip_prefix('#')? {
            hex if hex.starts_with(['x', 'X']) => number(&hex[1..], 16)?,
            digits => number(digits, 10)?,
        },
    };
    // A line that is written so is no line.
    Some(if char.is_control() { ' ' } else { char })
}
