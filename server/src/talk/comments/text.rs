//! The text of a comment, checked and rendered before anything is changed.

use markup::{Context, Format};

use crate::{
    kit::db::Conn,
    people::{community::Community, members},
};

/// The longest comment, in characters.
pub const LONGEST_CHARS: usize = 100_000;

/// A comment's text, as written and as shown.
#[derive(Clone, Debug)]
pub struct Text {
    /// As written.
    pub source: String,
    /// How it is written.
    pub format: Format,
    /// Safe HTML.
    pub html: String,
}

impl Text {
    /// Checks and renders a comment that somebody typed. The error is a message's key.
    pub async fn typed(
        conn: &mut Conn,
        community: &Community,
        lang: &str,
        source: &str,
    ) -> anyhow::Result<Result<Self, &'static str>> {
        let source = markup::characters::stored(source).into_owned();
        if source.trim().is_empty() {
            return Ok(Err("comment-empty"));
        }
        if source.chars().count() > LONGEST_CHARS {
            return Ok(Err("comment-too-long"));
        }
        let text = Self::render(conn, source, Format::Markdown, lang, community.emoji).await?;
        // A text of nothing but markup that was cleaned away would stand there empty.
        if markup::plain(&text.html).trim().is_empty() {
            return Ok(Err("comment-empty"));
        }
        Ok(Ok(text))
    }

    /// Renders a comment, with its mentions leading to members.
    pub async fn render(
        conn: &mut Conn,
        source: String,
        format: Format,
        lang: &str,
        emoji: bool,
    ) -> anyhow::Result<Self> {
        let known = members::mentioned(conn, &markup::handles(&source)).await?;
        let mention = |handle: &str| known.get(handle).map(|handle| members::url(handle));
        let context = Context { lang, mention: &mention, smileys_to_emoji: emoji, attachment: None };
        let html = markup::comment(&source, format, &context);
        Ok(Self { source, format, html })
    }
}
