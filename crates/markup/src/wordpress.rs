//! Text as WordPress stores it to HTML that is not clean yet.

use std::{borrow::Cow, fmt::Write};

use crate::Context;
use crate::entities::escape;
use crate::references::{References, Wanted};
use crate::shortcodes;
use crate::tidy::PARAGRAPHS_ON;

/// HTML of a comment or a classic post: blank lines make paragraphs, line breaks are kept.
pub(crate) fn paragraphs(source: &str) -> String {
    format!("{PARAGRAPHS_ON}{source}")
}

/// HTML of a post. One written in blocks has its paragraphs already; the comments that mark the
/// blocks, and `<!--more-->`, fall to the cleaning.
pub(crate) fn post(source: &str, cx: &Context) -> String {
    let nothing = References::default();
    let known = cx.references.unwrap_or(&nothing);
    let mut html = String::new();
    blocks(&mut html, source, known, &mut vec![]);
    let in_blocks = html.contains("<!-- wp:");
    let html = shortcodes::expand(&html, known);
    let html = with_footnotes(&html, known);
    let html = if in_blocks { html.into_owned() } else { paragraphs(&html) };
    with_featured(html, known)
}

/// How deep reusable blocks may stand in one another.
const DEPTH: usize = 10;
/// A text does not grow longer than this, in bytes, by its reusable blocks.
const LONGEST: usize = 4_000_000;

/// A comment that marks a block.
struct Block<'a> {
    start: usize,
    end: usize,
    name: &'a str,
    attributes: &'a str,
    /// Whether the block is nothing but this comment.
    alone: bool,
}

/// The comments that mark blocks: `<!-- wp:name {"attribute":1} /-->`.
fn block_comments(source: &str) -> impl Iterator<Item = Block<'_>> {
    const BEGIN: &str = "<!-- wp:";
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + source[from..].find(BEGIN)?;
        let inside = start + BEGIN.len();
        let length = source[inside..].find("-->")?;
        from = inside + length + 3;
        let inside = source[inside..inside + length].trim();
        let (inside, alone) = inside.strip_suffix('/').map_or((inside, false), |inside| (inside, true));
        let (name, attributes) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        Some(Block { start, end: from, name, attributes, alone })
    })
}

/// Writes a source with what its blocks refer to in their places. `open` are the reusable blocks around it.
fn blocks(out: &mut String, source: &str, known: &References, open: &mut Vec<u64>) {
    let mut done = 0;
    for block in block_comments(source).filter(|block| block.alone) {
        out.push_str(&source[done..block.start]);
        done = block.end;
        if block.name == "block" {
            let number = reference(block.attributes).filter(|number| !open.contains(number));
            let content = number.and_then(|number| known.blocks.get(&number).map(|content| (number, content)));
            if let Some((number, content)) = content
                && open.len() < DEPTH
                && out.len() < LONGEST
            {
                open.push(number);
                blocks(out, content, known, open);
                open.pop();
            }
        } else if let Some(address) = value(block.attributes, "url").filter(|address| address.starts_with("http")) {
            shortcodes::link(out, &address, &address);
        } else {
            out.push_str(&source[block.start..block.end]);
        }
    }
    out.push_str(&source[done..]);
}

/// The number of the reusable block that a block stands for.
fn reference(attributes: &str) -> Option<u64> {
    let (_, after) = attributes.split_once("\"ref\":")?;
    let after = after.trim_start_matches([' ', '"']);
    let digits = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
    after[..digits].parse().ok()
}

/// The text of an attribute in JSON, as far as addresses need it.
fn value(attributes: &str, name: &str) -> Option<String> {
    let (_, after) = attributes.split_once(&format!("\"{name}\":\""))?;
    let (value, _) = after.split_once('"')?;
    Some(value.replace("\\/", "/").replace("\\u0026", "&").replace("\\u002d", "-"))
}

/// What the blocks of a source refer to.
pub(crate) fn wanted(source: &str, wanted: &mut Wanted) {
    for block in block_comments(source).filter(|block| block.alone) {
        match block.name {
            "block" => wanted.blocks.extend(reference(block.attributes)),
            "footnotes" | "spacer" | "separator" | "more" | "nextpage" => {}
            _ if value(block.attributes, "url").is_some() => {}
            name => {
                wanted.filled_in.insert(name.to_owned());
            }
        }
    }
}

/// The notes of a text, where it says; or at its end.
fn with_footnotes<'a>(html: &'a str, known: &References) -> Cow<'a, str> {
    if known.footnotes.is_empty() {
        return Cow::Borrowed(html);
    }
    let mut notes = String::from("\n\n<ol>");
    for note in &known.footnotes {
        notes.push_str("<li id=\"");
        escape(&mut notes, &note.id);
        let _ = write!(notes, "\">{} <a href=\"#", note.content);
        escape(&mut notes, &note.id);
        notes.push_str("-link\">↩\u{fe0e}</a></li>");
    }
    notes.push_str("</ol>\n\n");
    let place = block_comments(html).find(|block| block.name == "footnotes");
    let (start, end) = place.map_or((html.len(), html.len()), |block| (block.start, block.end));
    Cow::Owned([&html[..start], &notes, &html[end..]].concat())
}

/// The text below its picture, unless it shows the picture itself.
fn with_featured(html: String, known: &References) -> String {
    let Some(featured) = known.featured else { return html };
    let Some(picture) = known.attachments.get(&featured).filter(|picture| !picture.address.is_empty()) else {
        return html;
    };
    let shown = html.contains(&format!("wp-image-{featured} "))
        || html.contains(&format!("wp-image-{featured}\""))
        || html.contains(&picture.address);
    if shown {
        return html;
    }
    let mut out = String::from("<figure>");
    picture.write_picture(&mut out, false);
    out.push_str("</figure>");
    out.push_str(&html);
    out
}
