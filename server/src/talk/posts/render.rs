//! From what was written to what is shown.

use std::collections::HashMap;

use markup::{Context, Format};

use crate::{
    kit::{app, db::Conn},
    people::members,
};

/// A text as it is shown.
#[derive(Clone, Debug)]
pub struct Rendered {
    /// Safe HTML.
    pub html: String,
    /// Its beginning as plain text.
    pub excerpt: String,
}

const EXCERPT: usize = 280;

/// Renders a post's text, with its mentions leading to members.
pub async fn render(
    conn: &mut Conn,
    source: &str,
    format: Format,
    lang: &str,
    emoji: bool,
) -> anyhow::Result<Rendered> {
    let mentioned = mentioned(conn, source).await?;
    render_with(mentioned, source, format, lang, emoji).await
}

/// The members whom a text names, by the handles it names them with.
pub async fn mentioned(conn: &mut Conn, source: &str) -> anyhow::Result<HashMap<String, String>> {
    members::mentioned(conn, &markup::handles(source)).await
}

/// Renders a post's text that names these members; nobody's connection is held meanwhile.
pub async fn render_with(
    mentioned: HashMap<String, String>,
    source: &str,
    format: Format,
    lang: &str,
    emoji: bool,
) -> anyhow::Result<Rendered> {
    let (source, lang) = (source.to_owned(), lang.to_owned());
    app::render(source.len(), move || {
        let mention = |handle: &str| mentioned.get(handle).map(|handle| members::url(handle));
        let context = Context { lang: &lang, mention: &mention, smileys_to_emoji: emoji, attachment: None };
        let html = markup::post(&source, format, &context);
        Rendered { excerpt: markup::excerpt(&html, EXCERPT), html }
    })
    .await
}

/// The word a format is stored as.
pub const fn format_word(format: Format) -> &'static str {
    match format {
        Format::Markdown => "markdown",
        Format::WordPress => "wordpress",
    }
}

/// The format of a stored word.
pub fn format(word: &str) -> Format {
    if word == "wordpress" { Format::WordPress } else { Format::Markdown }
}
