//! What Markdown must not read as markup: the signs within addresses, and angle brackets around words.
//!
//! Markdown knows nothing of a bare address, so `__init__.py` in one would be bold, and it takes every `<Enter>` for a
//! tag. Such signs are exchanged for others that say nothing while the Markdown is read, and put back afterwards.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::Policy;
use crate::elements::{are_words, is_known, needs_no_end};
use crate::links::likely_addresses;

/// The signs and what stands for them: noncharacters, which no source has (see `characters::stored`).
const SIGNS: [(char, char); 6] =
    [('_', '\u{fdd0}'), ('*', '\u{fdd1}'), ('~', '\u{fdd2}'), ('<', '\u{fdd3}'), ('-', '\u{fdd4}'), ('\\', '\u{fdd5}')];

/// The source with its addresses and words in angle brackets out of Markdown's reach.
pub(crate) fn guard(source: &str, policy: Policy) -> Cow<'_, str> {
    let mut signs = Vec::new();
    if source.contains(['_', '*', '~']) {
        in_addresses(source, &mut signs);
        in_faces(source, &mut signs);
    }
    if source.contains('<') {
        around_words(source, &mut signs);
    }
    if policy == Policy::Comment && source.contains('-') {
        in_signatures(source, &mut signs);
    }
    if signs.is_empty() {
        return Cow::Borrowed(source);
    }
    signs.sort_unstable();
    signs.dedup();
    let mut out = String::with_capacity(source.len() + 2 * signs.len());
    let mut from = 0;
    for at in signs {
        out.push_str(&source[from..at]);
        out.extend(
            source[at..].chars().next().and_then(|c| SIGNS.iter().find(|(sign, _)| *sign == c)).map(|(_, to)| to),
        );
        from = at + 1;
    }
    out.push_str(&source[from..]);
    Cow::Owned(out)
}

/// Puts the signs back; `bracket` is how a `<` is written there.
pub(crate) fn restore(text: &mut String, bracket: &str) {
    if !text.contains(|c| matches!(c, '\u{fdd0}'..='\u{fdd5}')) {
        return;
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match SIGNS.iter().find(|(_, guard)| *guard == c) {
            Some(('<', _)) => out.push_str(bracket),
            Some((sign, _)) => out.push(*sign),
            None => out.push(c),
        }
    }
    *text = out;
}

/// The places of `_`, `*` and `~` in bare addresses.
fn in_addresses(source: &str, signs: &mut Vec<usize>) {
    for (range, _) in likely_addresses(source) {
        let address = &source[range.clone()];
        if !address.contains(['_', '*', '~']) || source[..range.start].ends_with('<') {
            continue;
        }
        // What closes an emphasis that was opened before the address is no part of it.
        let mut length = address.len();
        if let Some(last @ ('_' | '~')) = address.chars().next_back()
            && is_opened(&source[..range.start], last)
        {
            length = address.trim_end_matches(last).len();
        }
        let mut escaped = false;
        for (at, c) in address[..length].char_indices() {
            if matches!(c, '_' | '*' | '~') && !escaped {
                signs.push(range.start + at);
            }
            escaped = c == '\\' && !escaped;
        }
    }
}

/// The places of the mouths of `^_^` and `-_-`, of which two would be an emphasis, and of the shoulder of a shrug.
fn in_faces(source: &str, signs: &mut Vec<usize>) {
    let bytes = source.as_bytes();
    let is_eye = |byte: Option<&u8>| byte.is_some_and(|byte| b"^-.;=<>~".contains(byte));
    for (at, _) in source.match_indices('_') {
        let before = at.checked_sub(1).and_then(|at| bytes.get(at));
        if is_eye(before) && is_eye(bytes.get(at + 1)) {
            signs.push(at);
        } else if source[..at].ends_with("¯\\") {
            signs.extend([at - 1, at]);
        }
    }
}

/// The places of lines of one or two hyphens, which a parser takes for the rule of a table of one column: a signature
/// stands below, or a thought.
fn in_signatures(source: &str, signs: &mut Vec<usize>) {
    let (mut at, mut above) = (0, "");
    for line in source.split_inclusive('\n') {
        let typed = line.trim_ascii_end();
        let rest = typed.trim_start_matches(['>', ' ']);
        let is_rule = rest.contains('-') && rest.trim_matches([':', '-']).is_empty() && !rest.starts_with("---");
        // Below an item it is an empty one.
        let is_item = rest == "-" && (above.is_empty() || above.starts_with(['-', '*', '+']));
        if is_rule && !is_item {
            signs.extend(rest.find('-').map(|hyphen| at + typed.len() - rest.len() + hyphen));
        }
        above = rest;
        at += line.len();
    }
}

/// How far back the beginning of an emphasis is looked for, in bytes; keeps the time linear.
const REACH: usize = 1000;

/// Whether an emphasis with this sign began in the paragraph and did not end.
fn is_opened(before: &str, sign: char) -> bool {
    let before = &before[before.ceil_char_boundary(before.len().saturating_sub(REACH))..];
    let paragraph = before.rfind("\n\n").map_or(before, |at| &before[at..]);
    let is_outside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != sign);
    let (mut open, mut previous) = (0_i32, None);
    let mut chars = paragraph.chars().peekable();
    while let Some(c) = chars.next() {
        if c == sign && previous != Some(sign) {
            while chars.next_if_eq(&sign).is_some() {}
            let next = chars.peek().copied();
            // Right before the address it opens.
            if is_outside(previous) && next.is_none_or(|c| !c.is_whitespace()) {
                open += 1;
            } else if is_outside(next) && previous.is_some_and(|c| !c.is_whitespace()) {
                open = (open - 1).max(0);
            }
        }
        previous = Some(c);
    }
    open > 0
}

/// The places of every `<` that begins no tag of ours but a word.
fn around_words(source: &str, signs: &mut Vec<usize>) {
    let ends = last_ends(source);
    // Where the line begins, or a tag ended that nothing but its line's beginning stands before.
    let (mut fresh, mut seen) = (0, 0);
    let mut begun = HashSet::new();
    for (at, _) in source.match_indices('<') {
        let Some(tag) = Tag::read(&source[at..]) else { continue };
        if is_escaped(&source[..at]) || is_destination(&source[..at]) {
            continue;
        }
        if let Some(end) = source[seen..at].rfind('\n') {
            fresh = fresh.max(seen + end + 1);
        }
        seen = at;
        let before = &source[fresh.min(at)..at];
        let begins = before.len() <= REACH && before.chars().all(|c| c.is_ascii_digit() || " \t>*+-.)#".contains(c));
        let name = tag.name.to_ascii_lowercase();
        let is_paired = if tag.closes { begun.contains(&name) } else { ends.get(&name).is_some_and(|end| *end > at) };
        if tag.is_word(begins, is_paired) {
            signs.push(at);
            continue;
        }
        if begins {
            fresh = at + tag.length;
        }
        if is_known(&name) {
            begun.insert(name);
        }
    }
}

/// Where the last end tag of every known element stands.
fn last_ends(source: &str) -> HashMap<String, usize> {
    let mut ends = HashMap::new();
    for (at, _) in source.match_indices("</") {
        let name = name(&source[at + 2..]).to_ascii_lowercase();
        if is_known(&name) {
            ends.insert(name, at);
        }
    }
    ends
}

fn name(text: &str) -> &str {
    // No element has a longer name.
    let window = &text.as_bytes()[..text.len().min(32)];
    let length = window.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-').count();
    &text[..length]
}

fn is_escaped(before: &str) -> bool {
    before.bytes().rev().take(REACH).take_while(|byte| *byte == b'\\').count() % 2 == 1
}

/// Whether what follows is where a link leads: `[a](<b c>)`, `[a]: <b c>`.
fn is_destination(before: &str) -> bool {
    before.ends_with("](") || before.trim_end_matches([' ', '\t']).ends_with("]:")
}

struct Tag<'a> {
    closes: bool,
    name: &'a str,
    /// What stands between the name and the next angle bracket.
    attributes: &'a str,
    /// Whether that bracket is the end of the tag.
    is_ended: bool,
    /// Of all of it, in bytes.
    length: usize,
}

impl<'a> Tag<'a> {
    /// What begins as a tag at the `<` the text begins with.
    fn read(text: &'a str) -> Option<Self> {
        let closes = text[1..].starts_with('/');
        let from = if closes { 2 } else { 1 };
        let name = name(&text[from..]);
        name.bytes().next().filter(u8::is_ascii_alphabetic)?;
        let inside = &text[from + name.len()..];
        let end = inside.find(['<', '>']).unwrap_or(inside.len());
        let is_ended = inside[end..].starts_with('>');
        Some(Tag { closes, name, attributes: &inside[..end], is_ended, length: from + name.len() + end + 1 })
    }

    /// Whether this is somebody's word; `begins` says whether it is at the beginning of its line, `is_paired` whether its
    /// start or end tag stands on the other side.
    fn is_word(&self, begins: bool, is_paired: bool) -> bool {
        // `<https://…>` and `<me@home.org>` are links in Markdown; `<std:vector>` is none that leads anywhere.
        if let Some(rest) = self.attributes.strip_prefix(':') {
            let leads = crate::clean::SCHEMES.iter().any(|scheme| self.name.eq_ignore_ascii_case(scheme));
            return !leads && rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == ':');
        }
        if !self.attributes.is_empty() && !self.attributes.starts_with(|c: char| c.is_ascii_whitespace() || c == '/') {
            return false;
        }
        if !is_known(&self.name.to_ascii_lowercase()) {
            return true;
        }
        if !self.is_ended {
            return false;
        }
        if self.closes {
            return !is_paired && !self.name.eq_ignore_ascii_case("br");
        }
        let bare = self.attributes.trim_matches(|c: char| c.is_ascii_whitespace() || c == '/').is_empty();
        if !bare {
            return are_words(self.attributes);
        }
        // An element that never ends, in the middle of a line or written like a key, is spoken of: “the <div> element”,
        // `Map<Object>`, “press <Del>”.
        let is_key = self.name.starts_with(|c: char| c.is_ascii_uppercase())
            && self.name.contains(|c: char| c.is_ascii_lowercase());
        let name = self.name.to_ascii_lowercase();
        !is_paired && (is_key || (!begins && !needs_no_end(&name)))
    }
}
