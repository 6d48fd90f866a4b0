//! The WordPress shortcodes that carry content: captions, galleries, embeds. Others stay as written.

use std::fmt::Write;

use crate::tokens::{Token, Tokens, attributes};

type Attachment<'a> = Option<&'a dyn Fn(u64) -> Option<String>>;

/// The source with its shortcodes turned into HTML; those in tags, `<pre>` and `<code>` stay.
pub(crate) fn expand(source: &str, attachment: Attachment) -> String {
    let mut out = String::with_capacity(source.len());
    let mut tokens = Tokens::new(source);
    let mut start = 0;
    let mut text_from = 0;
    // Captions hold tags, so text runs on over them; code does not.
    while let Some(token) = tokens.next() {
        let position = tokens.position();
        if let Token::Open(tag) = token
            && matches!(tag.name.as_str(), "pre" | "code" | "script" | "style")
            && tokens.skip_element(&tag.name)
        {
            text(&mut out, &source[text_from..start], attachment);
            out.push_str(&source[start..tokens.position()]);
            text_from = tokens.position();
        }
        start = tokens.position().max(position);
    }
    text(&mut out, &source[text_from..], attachment);
    out
}

fn text(out: &mut String, source: &str, attachment: Attachment) {
    let mut rest = source;
    while let Some(at) = rest.find('[') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = if rest.starts_with("[[") {
            escaped(out, window(rest))
        } else if name_is(rest, "caption") || name_is(rest, "wp_caption") {
            caption(out, window(rest))
        } else if name_is(rest, "gallery") {
            gallery(out, window(rest), attachment)
        } else if name_is(rest, "embed") {
            embed(out, window(rest))
        } else {
            None
        };
        if length.is_none() {
            out.push('[');
        }
        rest = &rest[length.unwrap_or(1)..];
    }
    out.push_str(rest);
}

fn name_is(rest: &str, name: &str) -> bool {
    rest[1..].strip_prefix(name).is_some_and(|after| after.starts_with([' ', ']', '\n', '\t', '\u{a0}']))
}

/// No shortcode with its content is longer, in bytes; keeps the time linear.
const LONGEST: usize = 8000;

/// As much of the text as a shortcode may take.
fn window(rest: &str) -> &str {
    &rest[..rest.floor_char_boundary(LONGEST)]
}

/// The inside of the brackets `rest` starts with, after the name, and where they end. A bracket within
/// a quoted value or a tag in it ends nothing.
fn opening(rest: &str) -> Option<(&str, usize)> {
    let name = rest.find([' ', ']', '\n', '\t', '\u{a0}'])?;
    let mut quote = None;
    for (at, c) in rest.char_indices().skip(name) {
        match (quote, c) {
            (Some(open), c) if open == c => quote = None,
            (None, '"') => quote = Some(c),
            (None, ']') => return Some((&rest[name..at], at + 1)),
            _ => {}
        }
    }
    None
}

/// `[[gallery]]` says `[gallery]`.
fn escaped(out: &mut String, rest: &str) -> Option<usize> {
    // `[[Link]]` of a wiki is not one of ours, but WordPress reads it the same way.
    rest[2..].chars().next().filter(|first| first.is_alphabetic())?;
    // No further than to where another begins; keeps the time linear.
    let pairs = rest.as_bytes()[2..].windows(2).position(|pair| pair == b"]]" || pair == b"[[");
    let end = pairs.map(|at| at + 2).filter(|end| rest[*end..].starts_with(']'))?;
    out.push_str(&rest[1..=end]);
    Some(end + 2)
}

fn value<'a>(inside: &'a str, name: &str) -> Option<&'a str> {
    attributes(inside).find(|(key, _)| *key == name).map(|(_, value)| value)
}

fn caption(out: &mut String, rest: &str) -> Option<usize> {
    let (inside, start) = opening(rest)?;
    let name = if name_is(rest, "caption") { "[/caption]" } else { "[/wp_caption]" };
    let end = start + rest[start..].find(name)?;
    let content = rest[start..end].trim();
    if content.contains("[caption") {
        return None;
    }
    let (picture, label) = match value(inside, "caption") {
        Some(label) => (content, label),
        None => content.split_at(after_picture(content)?),
    };
    let align = value(inside, "align").filter(|align| align.bytes().all(|b| b.is_ascii_alphabetic()));
    let align = align.unwrap_or("alignnone");
    let (picture, label) = (picture.trim(), label.trim());
    let _ = write!(out, "\n\n<figure class=\"{align}\">{picture}<figcaption>{label}</figcaption></figure>\n\n");
    Some(end + name.len())
}

/// Where the words begin after a picture and the link around it.
fn after_picture(content: &str) -> Option<usize> {
    let mut tokens = Tokens::new(content);
    let mut in_link = false;
    let mut end = None;
    while let Some(token) = tokens.next() {
        match token {
            Token::Open(tag) if tag.name == "a" && end.is_none() => in_link = true,
            Token::Open(tag) if tag.name == "img" => {
                end = Some(tokens.position());
                if !in_link {
                    break;
                }
            }
            Token::Close(name) if name == "a" && end.is_some() => {
                end = Some(tokens.position());
                break;
            }
            _ => {}
        }
    }
    end
}

fn gallery(out: &mut String, rest: &str, attachment: Attachment) -> Option<usize> {
    let (inside, end) = opening(rest)?;
    let addresses: Vec<String> = value(inside, "ids")
        .or_else(|| value(inside, "include"))?
        .split(',')
        .filter_map(|id| attachment?(id.trim().parse().ok()?))
        .collect();
    if addresses.is_empty() {
        return None;
    }
    out.push_str("\n\n<figure class=\"gallery\">");
    for address in addresses {
        out.push_str("<img src=\"");
        crate::entities::escape(out, &address);
        out.push_str("\" alt=\"\">");
    }
    out.push_str("</figure>\n\n");
    Some(end)
}

fn embed(out: &mut String, rest: &str) -> Option<usize> {
    let (inside, start) = opening(rest)?;
    let close = "[/embed]";
    let (address, end) = match rest[start..].find(close) {
        Some(at) if !rest[start..start + at].contains('[') && at > 0 => {
            (&rest[start..start + at], start + at + close.len())
        }
        _ => (value(inside, "src").unwrap_or(inside), start),
    };
    let address = address.trim();
    if address.contains(char::is_whitespace) || !(address.starts_with("http://") || address.starts_with("https://")) {
        return None;
    }
    let address = address.replace('"', "%22").replace('<', "%3C");
    let _ = write!(out, "\n\n<p><a href=\"{address}\">{address}</a></p>\n\n");
    Some(end)
}
