//! The WordPress shortcodes that carry content: code, captions, galleries, players, embeds. Others stay as written.

use std::{borrow::Cow, fmt::Write};

use crate::entities::{decode, escape};
use crate::references::{Attachment, References, Wanted};
use crate::tokens::{Token, Tokens, attributes};

/// The source with its shortcodes turned into HTML; those in tags, `<pre>` and `<code>` stay.
pub(crate) fn expand(source: &str, known: &References) -> String {
    let source = &*with_code(source);
    let mut out = String::with_capacity(source.len());
    for run in runs(source) {
        match run {
            Run::Text(source) => text(&mut out, source, known),
            Run::Code(source) => out.push_str(source),
        }
    }
    out
}

/// What the shortcodes of a source refer to.
pub(crate) fn wanted(source: &str, wanted: &mut Wanted) {
    if !source.contains('[') {
        return;
    }
    for run in runs(&with_code(source)) {
        let Run::Text(text) = run else { continue };
        for (at, _) in text.match_indices('[') {
            let rest = &text[at..];
            if text[..at].ends_with('[') || rest.starts_with("[[") {
                continue;
            }
            if !matches!(name(rest), "gallery" | "playlist") {
                wanted.shortcodes.extend(unknown(rest).map(str::to_owned));
                continue;
            }
            let Some((inside, _)) = opening(window(rest)) else { continue };
            match numbers(inside, &["ids", "include"]) {
                Some(numbers) => wanted.attachments.extend(numbers),
                None => {
                    let of = value(inside, "id").and_then(|id| id.trim().parse().ok());
                    wanted.galleries.insert(of.unwrap_or(0));
                }
            }
        }
    }
}

/// The name of a shortcode that only a plugin knows: it has a value, or an end.
fn unknown(rest: &str) -> Option<&str> {
    const KNOWN: [&str; 5] = ["caption", "wp_caption", "audio", "video", "embed"];
    let inside = &rest[1..rest.find(']').filter(|end| *end < 500)?];
    let length = inside.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))).unwrap_or(inside.len());
    let (name, after) = inside.split_at(length);
    let begins = name.len() > 2 && name.starts_with(|c: char| c.is_ascii_lowercase());
    let is_known = KNOWN.contains(&name) || ELSEWHERE.contains(&name) || CODE.contains(&name);
    let has_value =
        after.starts_with([' ', '\u{a0}']) && after.contains(['=']) && after.contains(['"', '\'', '”', '&']);
    let has_end = after.is_empty() && window(rest).contains(&format!("[/{name}]"));
    (begins && !is_known && (has_value || has_end)).then_some(name)
}

/// A part of a source.
enum Run<'a> {
    /// Shortcodes in it count. Captions hold tags, so it runs on over them.
    Text(&'a str),
    /// An element whose content is shown as it is, or not at all.
    Code(&'a str),
}

fn runs(source: &str) -> impl Iterator<Item = Run<'_>> {
    let mut tokens = Tokens::new(source);
    let mut from = 0;
    let mut code: Option<(usize, usize)> = None;
    std::iter::from_fn(move || {
        if let Some((start, end)) = code.take() {
            from = end;
            return Some(Run::Code(&source[start..end]));
        }
        let mut start = tokens.position();
        while let Some(token) = tokens.next() {
            if let Token::Open(tag) = token
                && is_code(&tag.name)
                && tokens.skip_element(&tag.name)
            {
                code = Some((start, tokens.position()));
                return Some(Run::Text(&source[from..start]));
            }
            start = tokens.position();
        }
        let rest = &source[std::mem::replace(&mut from, source.len())..];
        (!rest.is_empty()).then_some(Run::Text(rest))
    })
}

fn is_code(tag: &str) -> bool {
    matches!(tag, "pre" | "code" | "script" | "style")
}

/// Shortcodes whose content is code, as the plugins for it and WordPress.com name them.
const CODE: [&str; 48] = [
    "actionscript3",
    "as3",
    "bash",
    "c",
    "cc",
    "cci",
    "clojure",
    "code",
    "codeblock",
    "coldfusion",
    "cpp",
    "csharp",
    "css",
    "delphi",
    "diff",
    "erlang",
    "fsharp",
    "go",
    "groovy",
    "haskell",
    "highlight",
    "html",
    "java",
    "javascript",
    "js",
    "latexcode",
    "matlab",
    "objc",
    "pascal",
    "perl",
    "php",
    "plain",
    "powershell",
    "prism",
    "python",
    "r",
    "ruby",
    "rust",
    "scala",
    "shell",
    "source",
    "sourcecode",
    "sql",
    "swift",
    "typescript",
    "vb",
    "xml",
    "yaml",
];

/// So many code shortcodes without an end are looked for to the end of the text; keeps the time linear.
const PATIENCE: u32 = 20;

/// The source with what stands in code shortcodes as code: it is text, also where it looks like tags.
fn with_code(source: &str) -> Cow<'_, str> {
    if !source.contains("[/") {
        return Cow::Borrowed(source);
    }
    let mut out = String::new();
    let mut tokens = Tokens::new(source);
    let (mut done, mut start, mut patience) = (0, 0, PATIENCE);
    while let Some(token) = tokens.next() {
        match token {
            Token::Open(tag) if is_code(&tag.name) => {
                tokens.skip_element(&tag.name);
            }
            Token::Text(text) => {
                for (at, _) in text.match_indices('[') {
                    let at = start + at;
                    let name = name(&source[at..]);
                    if patience == 0 || source[..at].ends_with('[') || !CODE.contains(&name) {
                        continue;
                    }
                    let Some((_, begins)) = opening(window(&source[at..])) else { continue };
                    let (begins, close) = (at + begins, format!("[/{name}]"));
                    let Some(length) = source[begins..].find(&close) else {
                        patience -= 1;
                        continue;
                    };
                    out.push_str(&source[done..at]);
                    code(&mut out, &source[begins..begins + length]);
                    done = begins + length + close.len();
                    tokens.jump(done);
                    break;
                }
            }
            _ => {}
        }
        start = tokens.position();
    }
    if done == 0 {
        return Cow::Borrowed(source);
    }
    out.push_str(&source[done..]);
    Cow::Owned(out)
}

/// Writes code as it was typed. The visual editor of WordPress stores `<` as `&lt;`, the other one as it is.
fn code(out: &mut String, typed: &str) {
    let typed = if typed.contains('<') { Cow::Borrowed(typed) } else { decode(typed) };
    let typed = typed.trim_end();
    let typed = typed.find(|c: char| !c.is_whitespace()).map_or("", |first| {
        let line = typed[..first].rfind('\n').map_or(0, |at| at + 1);
        &typed[line..]
    });
    out.push_str("\n\n<pre><code>");
    escape(out, typed);
    out.push_str("</code></pre>\n\n");
}

fn text(out: &mut String, source: &str, known: &References) {
    let mut rest = source;
    while let Some(at) = rest.find('[') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let length = if rest.starts_with("[[") {
            escaped(out, window(rest))
        } else {
            match name(rest) {
                "caption" | "wp_caption" => caption(out, window(rest)),
                "gallery" => gallery(out, window(rest), known),
                "playlist" => playlist(out, window(rest), known),
                "audio" | "video" => player(out, window(rest)),
                "embed" => embed(out, window(rest)),
                name if ELSEWHERE.contains(&name) => elsewhere(out, window(rest)),
                _ => None,
            }
        };
        if length.is_none() {
            out.push('[');
        }
        rest = &rest[length.unwrap_or(1)..];
    }
    out.push_str(rest);
}

/// The name of the shortcode that `rest` starts with; nothing if it starts with none.
fn name(rest: &str) -> &str {
    let rest = rest.get(1..).unwrap_or_default();
    let bytes = rest.as_bytes();
    let length =
        bytes.iter().take(24).take_while(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || **b == b'_').count();
    let ends = rest[length..].starts_with([' ', ']', '\n', '\t', '\u{a0}', '=']);
    if ends { &rest[..length] } else { "" }
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
    let name = 1 + name(rest).len();
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

/// Where the content that begins at `start` ends, and where the shortcode does. Another one of the same name in it has
/// no end of its own, and this one none.
fn closing(rest: &str, start: usize) -> Option<(usize, usize)> {
    let name = name(rest);
    for (at, _) in rest[start..].match_indices('[') {
        let at = start + at;
        let after = &rest[at + 1..];
        if let Some(after) = after.strip_prefix('/') {
            if after.strip_prefix(name).is_some_and(|after| after.starts_with(']')) {
                return Some((at, at + name.len() + 3));
            }
        } else if after.starts_with(name) {
            return None;
        }
    }
    None
}

/// `[[gallery]]` says `[gallery]`.
fn escaped(out: &mut String, rest: &str) -> Option<usize> {
    // `[[Link]]` of a wiki is not one of ours, but WordPress reads it the same way.
    if !rest[2..].starts_with(char::is_alphabetic) {
        return None;
    }
    for (at, _) in rest[2..].match_indices(['[', ']']) {
        let at = at + 2;
        if rest[at..].starts_with("[[") {
            return None;
        }
        if rest[at..].starts_with("]]") {
            out.push_str(&rest[1..=at]);
            return Some(at + 2);
        }
    }
    None
}

fn value<'a>(inside: &'a str, name: &str) -> Option<&'a str> {
    attributes(inside).find(|(key, _)| *key == name).map(|(_, value)| value)
}

/// The numbers in the first of these attributes that there is.
fn numbers(inside: &str, names: &[&str]) -> Option<Vec<u64>> {
    let list = names.iter().find_map(|name| value(inside, name).filter(|list| !list.trim().is_empty()))?;
    Some(list.split(',').filter_map(|number| number.trim().parse().ok()).collect())
}

fn caption(out: &mut String, rest: &str) -> Option<usize> {
    let (inside, start) = opening(rest)?;
    let (end, length) = closing(rest, start)?;
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
    Some(length)
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

/// The attachments that a gallery or a list shows, as far as they are known.
fn shown<'a>(inside: &str, known: &'a References) -> Vec<&'a Attachment> {
    let numbers = numbers(inside, &["ids", "include"]).unwrap_or_else(|| {
        let of = value(inside, "id").and_then(|id| id.trim().parse().ok()).or(known.number);
        let mut own = of.and_then(|of| known.children.get(&of)).cloned().unwrap_or_default();
        let without = self::numbers(inside, &["exclude"]).unwrap_or_default();
        own.retain(|number| !without.contains(number));
        if value(inside, "order").is_some_and(|order| order.eq_ignore_ascii_case("desc")) {
            own.reverse();
        }
        own
    });
    numbers.iter().filter_map(|number| known.attachments.get(number)).collect()
}

fn gallery(out: &mut String, rest: &str, known: &References) -> Option<usize> {
    let (inside, end) = opening(rest)?;
    let pictures: Vec<_> = shown(inside, known).into_iter().filter(|picture| picture.is_picture()).collect();
    if pictures.is_empty() {
        return None;
    }
    let linked = value(inside, "link") == Some("file");
    out.push_str("\n\n<figure class=\"gallery\">");
    for picture in pictures {
        let caption = !picture.caption.trim().is_empty();
        out.push_str(if caption { "<figure>" } else { "" });
        picture.write_picture(out, linked);
        out.push_str(if caption { "</figure>" } else { "" });
    }
    out.push_str("</figure>\n\n");
    Some(end)
}

fn playlist(out: &mut String, rest: &str, known: &References) -> Option<usize> {
    let (inside, end) = opening(rest)?;
    let pieces: Vec<_> = shown(inside, known).into_iter().filter(|piece| !piece.is_picture()).collect();
    if pieces.is_empty() {
        return None;
    }
    out.push_str("\n\n<ul>");
    for piece in pieces {
        out.push_str("<li><a href=\"");
        escape(out, &piece.address);
        out.push_str("\">");
        escape(out, if piece.title.is_empty() { &piece.address } else { &piece.title });
        out.push_str("</a></li>");
    }
    out.push_str("</ul>\n\n");
    Some(end)
}

/// The attributes in which `[audio]` and `[video]` name their files.
const SOURCES: [&str; 15] =
    ["src", "mp4", "m4v", "webm", "ogv", "mov", "wmv", "flv", "mp3", "m4a", "ogg", "oga", "wav", "wma", "flac"];

fn player(out: &mut String, rest: &str) -> Option<usize> {
    let (inside, start) = opening(rest)?;
    let named = SOURCES.iter().find_map(|name| value(inside, name).filter(|address| is_address(address)));
    // The older form: [audio https://a.example/talk.mp3|titles=The talk]
    let bare =
        inside.split_whitespace().find(|word| is_address(word)).map(|word| word.split('|').next().unwrap_or(word));
    let (content, end) = closing(rest, start).map_or(("", start), |(end, length)| (rest[start..end].trim(), length));
    let address = named.or(bare).or_else(|| is_address(content).then_some(content))?;
    let address = address.trim();
    link(out, address, address);
    if content != address {
        out.push_str(content);
    }
    Some(end)
}

fn is_address(word: &str) -> bool {
    let word = word.trim();
    let begins = ["http://", "https://", "/"].iter().any(|begin| word.starts_with(begin));
    begins && word.len() > 8 && !word.contains(char::is_whitespace) && !word.contains(['<', '['])
}

/// Writes a link as a paragraph. Address and label may have references.
pub(crate) fn link(out: &mut String, address: &str, label: &str) {
    let quoted = |text: &str| text.replace('"', "%22").replace('<', "%3C").replace('>', "%3E");
    let scheme = if address.starts_with("//") { "https:" } else { "" };
    let _ = write!(out, "\n\n<p><a href=\"{scheme}{}\">{scheme}{}</a></p>\n\n", quoted(address), quoted(label));
}

fn embed(out: &mut String, rest: &str) -> Option<usize> {
    let (inside, start) = opening(rest)?;
    let (address, end) = match closing(rest, start) {
        Some((end, length)) if !rest[start..end].contains('[') && end > start => (&rest[start..end], length),
        _ => (value(inside, "src").unwrap_or(inside), start),
    };
    let address = address.trim();
    if address.contains(char::is_whitespace) || !(address.starts_with("http://") || address.starts_with("https://")) {
        return None;
    }
    link(out, address, address);
    Some(end)
}

/// Shortcodes of WordPress.com and its plugin that show what is elsewhere, by its address or its number there.
const ELSEWHERE: [&str; 22] = [
    "archiveorg",
    "bandcamp",
    "dailymotion",
    "flickr",
    "gist",
    "googlemaps",
    "googlevideo",
    "instagram",
    "issuu",
    "kickstarter",
    "mixcloud",
    "scribd",
    "slideshare",
    "soundcloud",
    "spotify",
    "ted",
    "tiktok",
    "tweet",
    "twitch",
    "vimeo",
    "wpvideo",
    "youtube",
];

fn elsewhere(out: &mut String, rest: &str) -> Option<usize> {
    let name = name(rest);
    let (inside, start) = opening(rest)?;
    let (content, end) = closing(rest, start).map_or(("", start), |(end, length)| (rest[start..end].trim(), length));
    let inside = inside.trim().trim_start_matches('=');
    let quoted = attributes(inside).map(|(_, value)| value);
    let words = quoted.chain(inside.split_whitespace()).chain([content]).map(|word| word.trim().trim_matches('"'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    if let Some(address) = words.iter().find(|word| is_address(word) && !word.starts_with('/')) {
        link(out, address, address);
        return Some(end);
    }
    let id = value(inside, "id").or_else(|| words.first().copied())?;
    let is_id = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    let address = match name {
        "youtube" => format!("https://www.youtube.com/watch?v={id}"),
        "vimeo" => format!("https://vimeo.com/{id}"),
        "gist" => format!("https://gist.github.com/{id}"),
        "dailymotion" => format!("https://www.dailymotion.com/video/{id}"),
        "archiveorg" => format!("https://archive.org/details/{id}"),
        "wpvideo" => format!("https://videopress.com/v/{id}"),
        _ => return None,
    };
    if !is_id {
        return None;
    }
    link(out, &address, &address);
    Some(end)
}
