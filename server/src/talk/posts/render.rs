//! From what was written to what is shown.

use std::collections::HashMap;

use markup::{Context, Format, References};

use crate::{
    ids::PostId,
    kit::{app, db::Conn, files::addresses::with_pictures},
    people::members,
    talk::old_sites::{self, Missing, OldSite, Own},
};

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
    let text = rendered(mentioned, None, source, format, lang, emoji).await?;
    Ok(Rendered { html: with_pictures(text.html), excerpt: text.excerpt })
}

/// Renders the text of a post that is here already: one from an old site finds what it refers to.
pub async fn render_again(
    conn: &mut Conn,
    post: PostId,
    source: &str,
    format: Format,
    lang: &str,
    emoji: bool,
) -> anyhow::Result<Rendered> {
    let own = if format == Format::WordPress { Own::of_post(conn, post).await? } else { None };
    let Some(own) = own else { return render(conn, source, format, lang, emoji).await };
    let sites = old_sites::sites(conn).await?;
    let (text, _) = render_from(conn, &sites, &own, source, lang, emoji, &HashMap::new()).await?;
    Ok(text)
}

/// Renders the text of a post from an old site, and says what it refers to that has not come. `came` are files that come
/// with it.
pub async fn render_from(
    conn: &mut Conn,
    sites: &[OldSite],
    own: &Own,
    source: &str,
    lang: &str,
    emoji: bool,
    came: &HashMap<String, String>,
) -> anyhow::Result<(Rendered, Vec<Missing>)> {
    let (references, mut missing) = old_sites::references(conn, own, source).await?;
    let known = mentioned(conn, source).await?;
    let text = rendered(known, references, source, Format::WordPress, lang, emoji).await?;
    let (html, elsewhere) = old_sites::led(conn, sites, &own.site, text.html, came).await?;
    missing.extend(elsewhere);
    Ok((Rendered { html: with_pictures(html), excerpt: text.excerpt }, missing))
}

/// With its pictures as they were written.
async fn rendered(
    mentioned: HashMap<String, String>,
    references: Option<References>,
    source: &str,
    format: Format,
    lang: &str,
    emoji: bool,
) -> anyhow::Result<Rendered> {
    let (source, lang) = (source.to_owned(), lang.to_owned());
    app::render(source.len(), move || {
        let mention = |handle: &str| mentioned.get(handle).map(|handle| members::url(handle));
        let references = references.as_ref();
        let context = Context { lang: &lang, mention: &mention, smileys_to_emoji: emoji, references };
        let html = markup::post(&source, format, &context);
        Rendered { excerpt: markup::excerpt(&html, EXCERPT_CHARS), html }
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
