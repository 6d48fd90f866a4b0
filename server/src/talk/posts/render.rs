//! From what was written to what is shown.

use markup::{Context, Format};

use crate::{kit::db::Conn, people::members};

/// A text as it is shown.
#[derive(Clone, Debug)]
pub struct Rendered {
    /// Safe HTML.
    pub html: String,
    /// Its beginning as plain text.
    pub excerpt: String,
}

const EXCERPT_CHARS: usize = 280;

/// Renders a post's text, with its mentions leading to members.
pub async fn render(
    conn: &mut Conn,
    source: &str,
    format: Format,
    lang: &str,
    emoji: bool,
) -> anyhow::Result<Rendered> {
    let known = members::mentioned(conn, &markup::handles(source)).await?;
    let mention = |handle: &str| known.get(handle).map(|handle| members::url(handle));
    let context = Context { lang, mention: &mention, smileys_to_emoji: emoji, attachment: None };
    let html = markup::post(source, format, &context);
    Ok(Rendered { excerpt: markup::excerpt(&html, EXCERPT_CHARS), html })
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
