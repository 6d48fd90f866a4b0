//! Plain text: what a page needs for titles, addresses, mails and searching.

use std::borrow::Cow;
use std::sync::LazyLock;

use ammonia::Builder;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::characters::{line, stored};
use crate::elements::is_known;
use crate::entities::decode;
use crate::tidy::is_block;
use crate::tokens::{Tag, Token, Tokens};
use crate::typography;

/// The words of rendered HTML, a line for every block, for searching and for mails.
pub fn plain(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for token in Tokens::new(html) {
        match token {
            Token::Text(text) => out.push_str(&decode(text)),
            Token::Open(tag) if tag.name == "br" || is_block(&tag.name) => out.push('\n'),
            Token::Close(name) if is_block(&name) => out.push('\n'),
            _ => {}
        }
    }
    lines_of(&out)
}

fn lines_of(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A part of a text: its words, and whether they are quoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The words, a line for every block.
    pub text: String,
    /// Whether they stand in a quotation.
    pub is_quoted: bool,
}

/// The words of rendered HTML as [`plain`] has them, apart where a quotation begins and ends.
pub fn passages(html: &str) -> Vec<Passage> {
    let (mut parts, mut out, mut depth) = (vec![], String::new(), 0_usize);
    for token in Tokens::new(html) {
        match token {
            Token::Text(text) => out.push_str(&decode(text)),
            Token::Open(tag) if tag.name == "blockquote" => {
                end_part(&mut parts, &mut out, depth > 0);
                depth += 1;
            }
            Token::Close(name) if name == "blockquote" => {
                end_part(&mut parts, &mut out, depth > 0);
                depth = depth.saturating_sub(1);
            }
            Token::Open(tag) if tag.name == "br" || is_block(&tag.name) => out.push('\n'),
            Token::Close(name) if is_block(&name) => out.push('\n'),
            _ => {}
        }
    }
    end_part(&mut parts, &mut out, depth > 0);
    parts
}

fn end_part(parts: &mut Vec<Passage>, out: &mut String, is_quoted: bool) {
    let text = lines_of(out);
    out.clear();
    if !text.is_empty() {
        parts.push(Passage { text, is_quoted });
    }
}

/// The beginning of rendered HTML as plain text of at most `chars` characters and an ellipsis, cut
/// between words: its sentences. Headings, code, tables, captions and footnotes are left out unless there is nothing
/// else, and what stands in a list ends with a stop.
pub fn excerpt(html: &str, chars: usize) -> String {
    let mut text = sentences(html);
    if text.is_empty() {
        text = plain(html).replace('\n', " ");
    }
    let Some((end, next)) = text.char_indices().nth(chars) else {
        return text;
    };
    let cut = &text[..end];
    let cut = if next == ' ' {
        cut
    } else if let Some(space) = cut.rfind(' ') {
        &cut[..space]
    } else {
        whole(&text, end)
    };
    let cut = cut.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '–' | '—' | '-'));
    format!("{cut}…")
}

/// The words of rendered HTML that make sense without their places.
fn sentences(html: &str) -> String {
    let mut out = String::new();
    let mut tokens = Tokens::new(html);
    // A paragraph all in bold is the heading of a comment.
    let (mut bold, mut is_heading) = (0_usize, false);
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) => {
                is_heading &= bold > 0 || text.trim().is_empty();
                folded_words(&mut out, &decode(text));
            }
            Token::Open(tag) => match tag.name.as_str() {
                "h2" | "h3" | "h4" | "h5" | "h6" | "pre" | "table" | "figcaption" => {
                    tokens.skip_element(&tag.name);
                }
                "sup" if tag.attribute("class") == Some("note") => {
                    tokens.skip_element("sup");
                }
                "hr" if tag.attribute("class") == Some("notes") => break,
                "strong" => bold += 1,
                "br" => folded_words(&mut out, " "),
                name if is_block(name) => {
                    if !out.ends_with(['；', '。']) {
                        folded_words(&mut out, " ");
                    }
                    (bold, is_heading) = (0, name == "p");
                }
                _ => {}
            },
            Token::Close(name) => match name.as_str() {
                "strong" => bold = bold.saturating_sub(1),
                "li" | "dt" | "dd" => stop(&mut out, ';'),
                "ul" | "ol" | "dl" => stop(&mut out, '.'),
                "p" if is_heading => stop(&mut out, '.'),
                name if is_block(name) => folded_words(&mut out, " "),
                _ => {}
            },
            Token::Comment => {}
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn folded_words(out: &mut String, text: &str) {
    for c in text.chars() {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.is_empty() && !out.ends_with(' ') {
            out.push(' ');
        }
    }
}

/// Ends what was written with a stop, if it has none; the end of a list takes the place of the end of its last item.
fn stop(out: &mut String, sign: char) {
    out.truncate(out.trim_end().len());
    let Some(last) = out.chars().next_back() else { return };
    // The signs of Chinese and Japanese are wide and have no space after them.
    let is_wide = last == '；' || (last.is_alphanumeric() && matches!(last, '\u{2e80}'..='\u{9fff}'));
    let ends_item = sign == '.' && matches!(last, ';' | '；');
    if ends_item {
        out.pop();
    }
    if is_wide {
        out.push(if sign == '.' { '。' } else { '；' });
        return;
    }
    let is_stop = matches!(
        last,
        '.' | '!' | '?' | '…' | ':' | ';' | ',' | '。' | '！' | '？' | '：' | '；' | '،' | '؟' | '۔' | '।'
    );
    if ends_item || !is_stop {
        out.push(sign);
    }
    out.push(' ');
}

/// The text before `end`, without the beginning of a character made of several.
fn whole(text: &str, end: usize) -> &str {
    const JOINER: char = '\u{200d}';
    let joins = |c: char| {
        is_combining_mark(c) || c == JOINER || matches!(c, '\u{fe0e}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}')
    };
    let mut cut = &text[..end];
    let mut next = text[end..].chars().next();
    while let Some(last) = cut.chars().next_back()
        && (next.is_some_and(joins) || last == JOINER)
    {
        cut = &cut[..cut.len() - last.len_utf8()];
        next = Some(last);
    }
    cut
}

static NO_TAGS: LazyLock<Builder<'static>> = LazyLock::new(Builder::empty);

/// A title that came from elsewhere as plain text, set by the rules of its language: it has tags and references. What is
/// no element stays, as `List<String>` does.
pub fn title(source: &str, lang: &str) -> String {
    let mut text = String::with_capacity(source.len());
    let source = stored(source);
    let mut tokens = Tokens::new(&source);
    let mut start = 0;
    while let Some(token) = tokens.next() {
        let raw = &source[start..tokens.position()];
        match token {
            Token::Text(part) => text.push_str(&part.replace('<', "&lt;")),
            Token::Open(Tag { name, .. }) | Token::Close(name) if !is_known(&name) => {
                text.push_str(&raw.replace('<', "&lt;"));
            }
            Token::Open(tag) if matches!(tag.name.as_str(), "script" | "style") => {
                tokens.skip_element(&tag.name);
            }
            Token::Open(tag) if tag.name == "br" => text.push(' '),
            _ => {}
        }
        start = tokens.position();
    }
    // The parser knows all the references.
    let text = NO_TAGS.clean(&text).to_string();
    typed_title(&decode(&text), lang)
}

/// A title as it was typed, set by the rules of its language: every character of it is meant.
pub fn typed_title(typed: &str, lang: &str) -> String {
    typography::set(&line(typed), lang)
}

/// No part of an address is longer, in characters.
const LONGEST_SLUG: usize = 200;

/// A title as part of an address: its words in small letters with hyphens between them, in whatever script they are
/// written (NFC). Latin letters are spelled in ASCII, as WordPress does it. Empty when nothing is left.
pub fn slug(title: &str) -> String {
    let title: String = title.chars().map(|c| if parts(c) { '-' } else { c }).nfkc().collect();
    let mut out = String::new();
    let (mut length, mut between) = (0, false);
    for c in title.to_lowercase().nfc() {
        if separates(c) {
            between = true;
            continue;
        }
        let Some(kept) = spelled(c, out.chars().next_back().filter(|_| !between)) else { continue };
        let hyphen = between && !out.is_empty();
        length += kept.chars().count() + usize::from(hyphen);
        if length > LONGEST_SLUG {
            break;
        }
        if hyphen {
            out.push('-');
        }
        between = false;
        out.push_str(&kept);
    }
    let out: String = out.nfc().collect();
    if out.contains(char::is_alphanumeric) { out } else { String::new() }
}

/// The beginning of a part of an address, of at most so many characters: cut between words where that leaves most of
/// it, and never within a letter made of several characters.
pub fn short_slug(slug: &str, chars: usize) -> &str {
    let Some((end, next)) = slug.char_indices().nth(chars) else { return slug };
    let cut = whole(slug, end);
    match cut.rfind('-') {
        Some(hyphen) if next != '-' && hyphen * 2 > cut.len() => &cut[..hyphen],
        _ => cut.trim_end_matches('-'),
    }
}

fn separates(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '/' | '.' | '‐'..='―')
}

/// What stands between words where there are no spaces: the marks of Chinese and Japanese, and the joint within words
/// of Persian and other languages.
fn parts(c: char) -> bool {
    let cjk_mark = matches!(c, '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{301f}' | '\u{3030}' | '\u{30fb}' | '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}');
    cjk_mark || c == '\u{200c}'
}

/// A small letter or digit as an address has it, a mark if it belongs to the letter before it; nothing for the rest.
fn spelled(c: char, before: Option<char>) -> Option<Cow<'static, str>> {
    let base = std::iter::once(c).nfd().next().unwrap_or(c);
    let latin = match base {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ł' => "l",
        'ŋ' => "n",
        'ŧ' => "t",
        'þ' => "th",
        '×' => "x",
        base if base.is_ascii_alphanumeric() || base == '_' => return Some(base.to_string().into()),
        _ if is_combining_mark(c) => return before.filter(|before| !before.is_ascii()).map(|_| c.to_string().into()),
        _ => return c.is_alphanumeric().then(|| c.to_string().into()),
    };
    Some(latin.into())
}
