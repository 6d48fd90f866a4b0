//! Addresses and handles found in text.

use std::collections::HashSet;
use std::ops::Range;

use ammonia::Url;
use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;

/// The addresses in a text, in order: where each stands and where it leads. Closing brackets, quotes
/// and full stops around them stay outside.
pub(crate) fn addresses(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    // As strict as the cleaning.
    likely_addresses(text).filter(|(_, href)| Url::parse(href).is_ok())
}

/// What looks like an address, not looked at closely.
pub(crate) fn likely_addresses(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    // How far it was looked, and where the last address ended.
    let (mut at, mut done) = (0, 0);
    // A sign of each kind that is looked for; most texts have none.
    let mut signs = ["://", "www.", "@"].map(|sign| Sign { sign, next: Some(0) });
    std::iter::from_fn(move || {
        loop {
            let (found, kind) =
                signs.iter_mut().enumerate().filter_map(|(kind, sign)| Some((sign.from(text, at)?, kind))).min()?;
            let address = match kind {
                0 => with_scheme(text, done, found),
                1 => without_scheme(text, found),
                _ => mail(text, done, found),
            };
            at = found + 1;
            if let Some((range, href)) = address {
                (at, done) = (range.end, range.end);
                return Some((range, href));
            }
        }
    })
}

/// Something looked for from left to right, each place once.
struct Sign {
    sign: &'static str,
    next: Option<usize>,
}

impl Sign {
    /// The first place from `at` on.
    fn from(&mut self, text: &str, at: usize) -> Option<usize> {
        let next = self.next?;
        if next < at || next == 0 {
            self.next = find(&text.as_bytes()[at..], self.sign.as_bytes()).map(|found| at + found);
        }
        self.next
    }
}

/// Where a sign stands, in letters of either size.
fn find(text: &[u8], sign: &[u8]) -> Option<usize> {
    match sign {
        b"www." => text.windows(sign.len()).position(|part| part.eq_ignore_ascii_case(sign)),
        [one] => text.iter().position(|byte| byte == one),
        _ => text.windows(sign.len()).position(|part| part == sign),
    }
}

/// An address with `://` at `sign`; it begins at `from` or later.
fn with_scheme(text: &str, from: usize, sign: usize) -> Option<(Range<usize>, String)> {
    let before = &text[from..sign];
    let scheme = ["https", "http"].into_iter().find(|scheme| ends_with(before, scheme))?;
    let start = sign - scheme.len();
    // `git+https://…` leads elsewhere.
    if text[..start].ends_with('+') {
        return None;
    }
    let begin = sign + 3 + name_length(&text[sign + 3..]);
    let host = begin + host_length(&text[begin..])?;
    let end = host + rest_length(&text[host..], quote_before(text, start));
    let href = format!("{}{}", &text[start..sign + 3], &text[begin..end]);
    Some((start..end, href))
}

/// An address that begins with `www.` at `start`.
fn without_scheme(text: &str, start: usize) -> Option<(Range<usize>, String)> {
    let before = text[..start].chars().next_back();
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '@' | ':' | '+')) {
        return None;
    }
    let host = host_length(&text[start..])?;
    let (_, last) = text[start..start + host].rsplit_once('.')?;
    if host <= 4 || last.chars().count() < 2 || text[start + host..].starts_with('@') {
        return None;
    }
    let end = start + host + rest_length(&text[start + host..], quote_before(text, start));
    let href = format!("https://{}", &text[start..end]);
    Some((start..end, href))
}

fn quote_before(text: &str, start: usize) -> Option<char> {
    text[..start].chars().next_back().filter(|c| matches!(c, '\'' | '"'))
}

fn ends_with(text: &str, end: &str) -> bool {
    let start = text.len().checked_sub(end.len());
    start.and_then(|start| text.get(start..)).is_some_and(|last| last.eq_ignore_ascii_case(end))
}

fn has_prefix(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix)) && text.len() > prefix.len()
}

/// The length of what somebody is called in an address, with its `@`. A password in it is nothing a link should carry.
fn name_length(text: &str) -> usize {
    let end = text.find(|c| !(is_label(c) || matches!(c, '.' | '-' | ':'))).unwrap_or(text.len());
    if text[end..].starts_with('@') { end + 1 } else { 0 }
}

/// The length of a host and its port, if the text begins with one.
fn host_length(text: &str) -> Option<usize> {
    if let Some(rest) = text.strip_prefix('[') {
        let length = rest.find(|c: char| !(c.is_ascii_hexdigit() || matches!(c, ':' | '.')))?;
        let after = rest[length..].strip_prefix(']')?;
        return Some(length + 2 + port_length(after));
    }
    let end = text.find(|c| !(is_label(c) || matches!(c, '.' | '-'))).unwrap_or(text.len());
    let host = text[..end].split("..").next().unwrap_or_default().trim_end_matches(['.', '-', '_']);
    // No name at the end of a host is of two scripts: the Latin one ends where others go on.
    let last = host.rfind('.').map_or(0, |at| at + 1);
    let ascii = host[last..].find(|c: char| !c.is_ascii()).unwrap_or(host.len() - last);
    let host = if ascii >= 2 { &host[..last + ascii] } else { host };
    let begins = host.starts_with(char::is_alphanumeric);
    let numbers = host.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    if !begins || (numbers && host.split('.').count() != 4) {
        return None;
    }
    Some(host.len() + port_length(&text[host.len()..]))
}

fn port_length(text: &str) -> usize {
    let Some(digits) = text.strip_prefix(':') else { return 0 };
    match digits.bytes().take_while(u8::is_ascii_digit).count() {
        0 | 6.. => 0,
        length => length + 1,
    }
}

/// Whether a character may be in a label of a host's name.
fn is_label(c: char) -> bool {
    match c {
        c if c.is_ascii() => c.is_ascii_alphanumeric() || c == '_',
        c => !ends_address(c) && !is_mark_of_sentence(c),
    }
}

/// The length of the path, the query and the fragment that follow a host. `quote` stands before the address.
fn rest_length(text: &str, quote: Option<char>) -> usize {
    if !text.starts_with(['/', '?', '#']) {
        return 0;
    }
    let mut open = [0_u32; 3];
    let mut quotes = 0;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if ends_address(c) || Some(c) == quote {
            break;
        }
        let may_be_last = match c {
            '(' | '[' | '{' => {
                open[bracket(c)] += 1;
                false
            }
            ')' | ']' | '}' => {
                let open = &mut open[bracket(c)];
                if *open == 0 {
                    break;
                }
                *open -= 1;
                true
            }
            '\'' => {
                quotes += 1;
                quotes % 2 == 0
            }
            '?' | '!' | '.' | ',' | ':' | ';' | '*' => false,
            c => c.is_ascii() || !is_mark_of_sentence(c),
        };
        if may_be_last {
            end = at + c.len_utf8();
        }
    }
    end
}

fn bracket(c: char) -> usize {
    match c {
        '(' | ')' => 0,
        '[' | ']' => 1,
        _ => 2,
    }
}

/// Whether no address goes on after this character: white space, brackets and quotation marks of every script, the stops
/// of those that put no space after them, what shows nothing and what changes the direction.
fn ends_address(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_control() || matches!(c, ' ' | '<' | '>' | '"' | '`' | '|');
    }
    let stops = matches!(
        c,
        '、' | '。'
            | '，'
            | '．'
            | '！'
            | '？'
            | '：'
            | '；'
            | '｡'
            | '､'
            | '…'
            | '‥'
            | '،'
            | '؛'
            | '؟'
            | '۔'
            | '।'
            | '॥'
            | '။'
            | '։'
            | '\u{fffc}'
    );
    stops
        || matches!(
            CodePointMapData::<GeneralCategory>::new().get(c),
            GeneralCategory::OpenPunctuation
                | GeneralCategory::ClosePunctuation
                | GeneralCategory::InitialPunctuation
                | GeneralCategory::FinalPunctuation
                | GeneralCategory::SpaceSeparator
                | GeneralCategory::LineSeparator
                | GeneralCategory::ParagraphSeparator
                | GeneralCategory::Control
                | GeneralCategory::PrivateUse
        )
        || is_bidi_control(c)
        || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Whether a character beyond ASCII is punctuation, which belongs to the sentence when an address ends with it.
fn is_mark_of_sentence(c: char) -> bool {
    matches!(
        CodePointMapData::<GeneralCategory>::new().get(c),
        GeneralCategory::OtherPunctuation | GeneralCategory::DashPunctuation | GeneralCategory::ConnectorPunctuation
    )
}

/// No part of a mail address before the `@` is longer (RFC 5321, 4.5.3.1.1).
const LONGEST_LOCAL: usize = 64;

/// A mail address with its `@` at `sign`; it begins at `from` or later.
fn mail(text: &str, from: usize, sign: usize) -> Option<(Range<usize>, String)> {
    let is_local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '+' | '\'' | '~');
    let is_western = |c: char| c.is_ascii() || is_latin(c);
    // A word of a script without spaces in front of a Latin address is no part of it.
    let western = text[..sign].ends_with(is_western);
    let local = text[from..sign].char_indices().rev().take(LONGEST_LOCAL + 1);
    let local = local.take_while(|&(_, c)| is_local(c) && (!western || is_western(c)));
    let start = from + local.last()?.0;
    // Nor are the marks of the sentence.
    let start = text[start..sign].rfind("..").map_or(start, |at| start + at + 2);
    let start = start + text[start..sign].find(|c: char| c.is_alphanumeric() || c == '_')?;
    let stuck = text[..start].chars().next_back().is_some_and(|c| c == '@' || is_local(c) && is_western(c));
    if stuck || text[..sign].ends_with('.') {
        return None;
    }
    let host = host_length(&text[sign + 1..])?;
    let host = text[sign + 1..sign + 1 + host].split(':').next()?;
    let (_, last) = host.rsplit_once('.')?;
    if last.chars().count() < 2 || last.contains(|c: char| c.is_ascii_digit() || c == '_') {
        return None;
    }
    let end = sign + 1 + host.len();
    // `me@home.org@elsewhere` is none.
    if text[end..].starts_with('@') {
        return None;
    }
    let href = format!("mailto:{}", &text[start..end]);
    Some((start..end, href))
}

/// Where a link leads that somebody typed without `https://` or `mailto:`; `None` if it is good as it is. What looks like
/// a file beside this page stays one.
pub(crate) fn completed(href: &str) -> Option<String> {
    const DOMAINS: [&str; 12] = ["com", "org", "net", "edu", "gov", "info", "eu", "uk", "de", "es", "blog", "example"];
    if href.starts_with(['/', '#', '?', '.']) || href.contains(char::is_whitespace) {
        return None;
    }
    if let Some(at) = href.find('@')
        && let Some((range, address)) = mail(href, 0, at)
        && range == (0..href.len())
    {
        return Some(address);
    }
    let host = host_length(href)?;
    let name = href[..host].split(':').next()?;
    if !matches!(href[host..].chars().next(), None | Some('/' | '?' | '#')) {
        return None;
    }
    let (before, last) = name.rsplit_once('.')?;
    let known = DOMAINS.iter().any(|domain| last.eq_ignore_ascii_case(domain));
    let leads_elsewhere = !before.is_empty() && (known || has_prefix(name, "www."));
    (leads_elsewhere && Url::parse(&format!("https://{href}")).is_ok()).then(|| format!("https://{href}"))
}

/// Whether a character changes the direction of what follows it until another ends it.
pub(crate) fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A place in a text where somebody may be mentioned.
#[derive(Debug, PartialEq)]
pub(crate) struct Mention {
    /// Where the `@` stands.
    pub(crate) at: usize,
    /// Where the longest handle ends.
    pub(crate) end: usize,
    /// Whom it may be, lower-case, the longest first: the hyphens and underscores at the end may belong to the sentence.
    pub(crate) handles: Vec<String>,
}

/// No handle is longer.
const LONGEST_HANDLE: usize = 30;

/// The mentions in a text, in order. `before` is the character in front of the text.
pub(crate) fn mentions(text: &str, before: Option<char>) -> impl Iterator<Item = Mention> {
    // Where the last one ended: another may follow its slash or hyphen.
    let mut last = None;
    text.match_indices('@').filter_map(move |(at, _)| {
        let previous = text[..at].chars().next_back().or(before);
        let joins = match previous {
            Some('/') => at == 1 || last.is_some_and(|end: usize| end + 1 == at),
            Some('-') => last == Some(at),
            _ => false,
        };
        if previous.is_some_and(|c| is_handle(c) || is_latin(c) || matches!(c, '@' | '/')) && !joins {
            return None;
        }
        let mention = mention(text, at)?;
        last = Some(mention.end);
        Some(mention)
    })
}

/// The mention whose `@` stands at `at`, if a handle follows.
fn mention(text: &str, at: usize) -> Option<Mention> {
    let rest = &text[at + 1..];
    let length = rest.find(|c| !is_handle(c)).unwrap_or(rest.len());
    let (handle, after) = rest.split_at(length);
    let mut next = after.chars();
    match (next.next(), next.next()) {
        // `@someone@elsewhere.org` and `@someone.elsewhere.org` are people of other places, `@José` is another name.
        (Some('@'), _) if !handle.ends_with('-') => return None,
        (Some('.'), Some(c)) if c.is_ascii_lowercase() || c.is_ascii_digit() => return None,
        (Some(c), _) if is_latin(c) || matches!(c, '\u{300}'..='\u{36f}') => return None,
        _ => {}
    }
    if !handle.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let bare = handle.trim_end_matches(['-', '_']).len();
    let handles = (bare..=length.min(LONGEST_HANDLE)).rev().map(|end| handle[..end].to_ascii_lowercase());
    Some(Mention { at, end: at + 1 + length, handles: handles.collect() })
}

fn is_handle(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

/// Whether this is a Latin letter that no handle has: what follows a handle directly makes another word of it. Letters of
/// other scripts do not: Japanese puts no space.
fn is_latin(c: char) -> bool {
    matches!(c, 'ª' | 'º' | 'À'..='ʯ' | 'Ḁ'..='ỿ' | 'Ⱡ'..='Ɀ' | 'Ꜣ'..='ꟿ' | 'ꬰ'..='ꭥ' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ')
        && c.is_alphabetic()
}

/// The handles a source mentions, lower-case and without `@`, each once: whom to look up before
/// rendering. Some may stand in code or addresses, where they are no mentions.
pub fn handles(source: &str) -> Vec<String> {
    let mut seen = HashSet::new();
    // An underscore may be escaped, as editors do.
    let source = source.replace("\\_", "_");
    // Markdown may have any markup right before the `@`.
    let found = source.match_indices('@').filter_map(|(at, _)| mention(&source, at));
    found.flat_map(|mention| mention.handles).filter(|handle| seen.insert(handle.clone())).collect()
}
