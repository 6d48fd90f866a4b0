//! Addresses and handles found in text.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use ammonia::Url;
use linkify::{LinkFinder, LinkKind};

static FINDER: LazyLock<LinkFinder> = LazyLock::new(|| {
    let mut finder = LinkFinder::new();
    finder.url_must_have_scheme(false);
    finder
});

/// The addresses in a text, in order: where each stands and where it leads. Closing brackets, quotes
/// and full stops around them stay outside.
pub(crate) fn addresses(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    // Nothing is an address without one of these; most texts have none.
    let possible = text.contains("://") || text.contains("www.") || text.contains('@');
    let text = if possible { text } else { "" };
    FINDER.links(text).filter_map(|link| {
        let address = bare(link.as_str());
        let href = match link.kind() {
            LinkKind::Email => format!("mailto:{address}"),
            _ if has_prefix(address, "http://") || has_prefix(address, "https://") => address.to_owned(),
            _ if has_prefix(address, "www.") => format!("https://{address}"),
            _ => return None,
        };
        // As strict as the cleaning.
        Url::parse(&href).ok()?;
        Some((link.start()..link.start() + address.len(), href))
    })
}

/// An address without the closing quotation mark and what follows it.
fn bare(address: &str) -> &str {
    let end = address.find(|c| {
        matches!(c, '“' | '”' | '„' | '‘' | '’' | '‚' | '«' | '»' | '…' | '<' | '>' | '"') || is_bidi_control(c)
    });
    match end {
        Some(end) => address[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'']),
        None => address,
    }
}

fn has_prefix(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix)) && text.len() > prefix.len()
}

/// Whether a character changes the direction of what follows it until another ends it.
pub(crate) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The mentions in a text, in order: where each stands, with its `@`, and the handle in lower case.
/// `before` is the character in front of the text.
pub(crate) fn mentions(text: &str, before: Option<char>) -> impl Iterator<Item = (Range<usize>, String)> {
    text.match_indices('@').filter_map(move |(at, _)| {
        let previous = text[..at].chars().next_back().or(before);
        if previous.is_some_and(|c| is_handle(c) || matches!(c, '@' | '/' | '.')) {
            return None;
        }
        let rest = &text[at + 1..];
        let end = rest.find(|c| !is_handle(c)).unwrap_or(rest.len());
        // `@someone@elsewhere.org` is a person of another place.
        if rest[end..].starts_with('@') {
            return None;
        }
        // Two hyphens are a dash.
        let handle = rest[..end].split("--").next().unwrap_or_default();
        let handle = handle.trim_end_matches('-');
        (!handle.is_empty()).then(|| (at..at + 1 + handle.len(), handle.to_lowercase()))
    })
}

fn is_handle(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-')
}

/// The handles a source mentions, lower-case and without `@`, each once: whom to look up before
/// rendering. Some may stand in code or addresses, where they are no mentions.
pub fn handles(source: &str) -> Vec<String> {
    let mut seen = HashSet::new();
    // A line of Markdown may put markup characters right before the `@`.
    source
        .match_indices('@')
        .filter_map(|(at, _)| {
            // No further than the handle and what follows it: a text may be nothing but `@`.
            let rest = &source[at + 1..];
            let end = rest.find(|c| !is_handle(c)).unwrap_or(rest.len());
            let after = rest[end..].chars().next().map_or(0, char::len_utf8);
            mentions(&source[at..=at + end + after], None).next()
        })
        .map(|(_, handle)| handle)
        .filter(|handle| seen.insert(handle.clone()))
        .collect()
}
