//! Markdown to HTML that is not clean yet.

use comrak::nodes::NodeValue;
use comrak::{Arena, Options, format_html, parse_document};

use crate::Policy;
use crate::tidy::{PARAGRAPHS_OFF, PARAGRAPHS_ON};

/// Quotations and lists deeper than this are drawn at this depth.
const DEPTH: usize = 30;

/// HTML of a Markdown text. HTML in it passes through; line breaks inside its blocks are kept as
/// WordPress keeps them, so that both formats read a typed `<blockquote>` alike.
pub(crate) fn html(source: &str, policy: Policy) -> String {
    let mut options = Options::default();
    options.extension.strikethrough = true;
    options.extension.table = policy == Policy::Post && tables_are_sound(source);
    // A signature under `--` is no heading.
    options.parse.ignore_setext = policy == Policy::Comment;
    options.render.hardbreaks = true;
    options.render.r#unsafe = true;

    let source = shallow(source);
    let arena = Arena::new();
    let root = parse_document(&arena, &source, &options);
    for node in root.descendants() {
        if let NodeValue::HtmlBlock(block) = &mut node.data_mut().value {
            block.literal = format!("{PARAGRAPHS_ON}{}{PARAGRAPHS_OFF}", block.literal);
        }
    }
    let mut html = String::with_capacity(source.len() * 2);
    format_html(root, &options, &mut html).expect("a String takes whatever is written");
    html
}

/// Whether the tables have about as many cells as were typed. Short rows are filled up to the width of
/// their table, so a wide one with many of them would be far larger than its source.
fn tables_are_sound(source: &str) -> bool {
    let (mut typed, mut drawn, mut width) = (1000, 0, 0);
    for line in source.lines() {
        let bars = line.matches('|').count();
        typed += 2 * bars;
        if line.trim_ascii().is_empty() {
            width = 0;
        } else if bars > 0 && line.contains('-') && !line.contains(char::is_alphabetic) {
            width = width.max(bars + 1);
        }
        drawn += width;
    }
    drawn <= typed
}

/// The source without the `>` that would nest deeper than any reader follows.
fn shallow(source: &str) -> String {
    let mut out = String::with_capacity(source.len());
    for line in source.split_inclusive('\n') {
        let text = line.trim_start_matches(|c: char| {
            c.is_ascii_whitespace() || c.is_ascii_digit() || matches!(c, '>' | '-' | '+' | '*' | '.' | ')')
        });
        let (prefix, text) = line.split_at(line.len() - text.len());
        let mut quotes = 0;
        out.extend(prefix.chars().filter(|&c| {
            quotes += usize::from(c == '>');
            c != '>' || quotes <= DEPTH
        }));
        out.push_str(text);
    }
    out
}
