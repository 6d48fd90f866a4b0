//! What people write, made safe and readable.
//!
//! Text comes in as Markdown or as WordPress stored it and leaves as HTML that may stand on a page
//! as it is. Every text takes the same way:
//!
//! 1. `markdown` or `wordpress` (with `shortcodes`) make HTML of the source,
//! 2. `tidy` makes its tags balanced, shallow and known,
//! 3. `clean` lets `ammonia` decide what may stay,
//! 4. `enrich` adds links, mentions, smileys and typography to the text between the tags.
//!
//! Only step 4 comes after the cleaning, and it only ever inserts escaped text and fixed tags.
//! Nothing here reads a file, a clock or a network.

pub mod characters;
mod clean;
mod elements;
mod enrich;
mod entities;
mod guard;
mod head;
mod links;
mod markdown;
mod pictures;
mod readdress;
mod references;
mod shape;
mod shortcodes;
mod smileys;
mod text;
mod tidy;
mod tokens;
mod typography;
mod wordpress;

#[cfg(test)]
mod tests;

pub use clean::{goal as place, placed};
pub use head::{Head, head};
pub use links::handles;
pub use markdown::Block;
pub use pictures::{Picture, pictures};
pub use readdress::readdress;
pub use references::{Attachment, Footnote, References, Wanted, addresses, lead, wanted};
pub use text::{Passage, excerpt, passages, plain, short_slug, slug, title, typed_title};

/// Moves on whenever the same source would render differently, so that stored text is rendered again.
pub const VERSION: i32 = 5;

/// How a source is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Markdown in which a single line break is kept, with HTML where HTML is allowed.
    Markdown,
    /// HTML as WordPress stores it: blank lines make paragraphs, posts carry shortcodes and blocks.
    WordPress,
}

/// Which elements a text may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Policy {
    Comment,
    Post,
}

/// What rendering needs to know about the place a text stands in.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// BCP 47 tag of the text's language; quotes stay as typed where nobody knows its rules.
    pub lang: &'a str,
    /// The address of the member with this handle (lower-case, without `@`); `None` leaves the text as it is.
    pub mention: &'a dyn Fn(&str) -> Option<String>,
    /// What a post from WordPress refers to by number: galleries, reusable blocks, notes.
    pub references: Option<&'a References>,
    /// Whether `:-)` becomes an emoji; a community decides.
    pub smileys_to_emoji: bool,
}

impl Default for Context<'_> {
    /// English text in a place without members: nothing is looked up.
    fn default() -> Self {
        Context { lang: "en", mention: &|_| None, references: None, smileys_to_emoji: false }
    }
}

/// The safe HTML of a comment: the thirteen elements of the form and what Markdown makes, tables too, no pictures.
pub fn comment(source: &str, format: Format, cx: &Context) -> String {
    let source = characters::stored(source);
    let html = match format {
        Format::Markdown => markdown::html(&source, Policy::Comment),
        Format::WordPress => wordpress::paragraphs(&source),
    };
    enrich::enrich(&clean::clean(&html, Policy::Comment), cx)
}

/// The safe HTML of a post: as in a comment, and headings, pictures, figures and details.
pub fn post(source: &str, format: Format, cx: &Context) -> String {
    let source = characters::stored(source);
    let html = match format {
        Format::Markdown => markdown::html(&source, Policy::Post),
        Format::WordPress => wordpress::post(&source, cx),
    };
    enrich::enrich(&clean::clean(&html, Policy::Post), cx)
}

/// The blocks of a comment in Markdown, for whoever changes it.
pub fn comment_blocks(source: &str) -> Vec<Block> {
    markdown::blocks(&characters::stored(source), Policy::Comment)
}

/// The blocks of a post in Markdown, for whoever changes it.
pub fn post_blocks(source: &str) -> Vec<Block> {
    markdown::blocks(&characters::stored(source), Policy::Post)
}
