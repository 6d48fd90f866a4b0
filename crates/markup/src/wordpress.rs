//! Text as WordPress stores it to HTML that is not clean yet.

use crate::Context;
use crate::shortcodes;
use crate::tidy::PARAGRAPHS_ON;

/// HTML of a comment or a classic post: blank lines make paragraphs, line breaks are kept.
pub(crate) fn paragraphs(source: &str) -> String {
    format!("{PARAGRAPHS_ON}{source}")
}

/// HTML of a post. One written in blocks has its paragraphs already; the comments that mark the
/// blocks, and `<!--more-->`, fall to the cleaning.
pub(crate) fn post(source: &str, cx: &Context) -> String {
    let html = shortcodes::expand(source, cx.attachment);
    if source.contains("<!-- wp:") { html } else { paragraphs(&html) }
}
