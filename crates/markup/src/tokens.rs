//! HTML split into tags and text, in one pass, without judging it.

use crate::elements::are_words;

/// A piece of HTML.
#[derive(Debug, PartialEq)]
pub(crate) enum Token<'a> {
    /// Characters, their references not yet resolved.
    Text(&'a str),
    /// A start tag.
    Open(Tag<'a>),
    /// The lower-case name of an end tag.
    Close(String),
    /// A comment, a declaration or a processing instruction.
    Comment,
}

/// A start tag with the attributes as written.
#[derive(Debug, PartialEq)]
pub(crate) struct Tag<'a> {
    /// Lower-case.
    pub(crate) name: String,
    /// The source between the name and the closing `>`.
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute, its references not resolved; the first one counts, as in browsers.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'a str> {
        attributes(self.attributes).find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    /// Whether its inside are words of a sentence.
    pub(crate) fn has_words(&self) -> bool {
        are_words(self.attributes)
    }

    /// Whether any attribute has a value.
    pub(crate) fn has_values(&self) -> bool {
        self.attributes.contains('=')
    }
}

/// The attributes in the inside of a tag.
pub(crate) fn attributes(mut rest: &str) -> impl Iterator<Item = (&str, &str)> {
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        // A name has at least one character, be it a stray `=`.
        let first = rest.chars().next().map_or(0, char::len_utf8);
        let end = rest[first..]
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '='))
            .map_or(rest.len(), |at| at + first);
        let (name, after) = rest.split_at(end);
        let Some(value) = after.trim_ascii_start().strip_prefix('=') else {
            rest = after;
            return Some((name, ""));
        };
        let value = value.trim_ascii_start();
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            _ => value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len())),
        };
        rest = after;
        Some((name, value))
    })
}

/// How many things without an end are looked for to the end of the text before every further `<` is
/// taken for a character; keeps the time linear.
const PATIENCE: u32 = 20;

/// Reads HTML from left to right. What is no tag is text.
pub(crate) struct Tokens<'a> {
    html: &'a str,
    at: usize,
    patience: u32,
}

impl<'a> Tokens<'a> {
    pub(crate) fn new(html: &'a str) -> Self {
        Tokens { html, at: 0, patience: PATIENCE }
    }

    /// How many bytes were read.
    pub(crate) fn position(&self) -> usize {
        self.at
    }

    /// Goes on at a later place.
    pub(crate) fn jump(&mut self, at: usize) {
        self.at = self.at.max(at);
    }

    /// Passes over everything up to and with the end tag `name`; stays where it is when there is none.
    /// Returns whether there was one.
    pub(crate) fn skip_element(&mut self, name: &str) -> bool {
        if self.patience == 0 {
            return false;
        }
        let rest = &self.html.as_bytes()[self.at..];
        let end = rest
            .windows(name.len() + 2)
            .position(|bytes| bytes.starts_with(b"</") && bytes[2..].eq_ignore_ascii_case(name.as_bytes()));
        let Some(end) = end else {
            self.patience -= 1;
            return false;
        };
        let end = self.at + end;
        self.at = self.html[end..].find('>').map_or(self.html.len(), |at| end + at + 1);
        true
    }

    /// The tag or comment at the start of `rest` and its length.
    fn tag(&mut self, rest: &'a str) -> Option<(Token<'a>, usize)> {
        if self.patience == 0 {
            return None;
        }
        let start = rest.get(1..2)?;
        if let Some(inside) = rest.strip_prefix("<!--") {
            let end = self.found(inside.find("-->"))?;
            return Some((Token::Comment, end + 7));
        }
        if start == "!" || start == "?" {
            let end = self.found(rest.find('>'))?;
            return Some((Token::Comment, end + 1));
        }
        let closing = start == "/";
        let name_at = if closing { 2 } else { 1 };
        let name_end = name_at + name_length(&rest[name_at..])?;
        let name = rest[name_at..name_end].to_ascii_lowercase();
        let end = name_end + self.found(tag_end(&rest[name_end..]))?;
        let token = if closing {
            Token::Close(name)
        } else {
            let attributes = &rest[name_end..end];
            Token::Open(Tag { name, attributes })
        };
        Some((token, end + 1))
    }

    fn found(&mut self, at: Option<usize>) -> Option<usize> {
        if at.is_none() {
            self.patience -= 1;
        }
        at
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let start = self.at;
        if start == self.html.len() {
            return None;
        }
        let mut end = start;
        loop {
            let Some(at) = self.html[end..].find('<') else {
                self.at = self.html.len();
                break;
            };
            let at = end + at;
            if let Some((token, length)) = self.tag(&self.html[at..]) {
                if at == start {
                    self.at = at + length;
                    return Some(token);
                }
                self.at = at;
                break;
            }
            end = at + 1;
        }
        Some(Token::Text(&self.html[start..self.at]))
    }
}

/// The length of an element's name, if `rest` starts with one: letters, digits and hyphens, once a
/// colon. Addresses in angle brackets (`<https://..>`, `<me@home.org>`) are none.
fn name_length(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    bytes.first().filter(|b| b.is_ascii_alphabetic())?;
    let mut length = 1;
    while let Some(byte) = bytes.get(length) {
        let next_is_letter = bytes.get(length + 1).is_some_and(u8::is_ascii_alphabetic);
        match byte {
            b'-' => {}
            b':' if next_is_letter => {}
            b'/' | b'>' => return Some(length),
            byte if byte.is_ascii_alphanumeric() => {}
            byte if byte.is_ascii_whitespace() => return Some(length),
            _ => return None,
        }
        length += 1;
    }
    None
}

/// Where the `>` of a tag stands, past quoted values.
fn tag_end(rest: &str) -> Option<usize> {
    let mut quote = None;
    let mut before = b' ';
    for (at, &byte) in rest.as_bytes().iter().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (None, b'"' | b'\'') if before == b'=' => quote = Some(byte),
            (None, b'>') => return Some(at),
            _ => {}
        }
        if !byte.is_ascii_whitespace() {
            before = byte;
        }
    }
    None
}
