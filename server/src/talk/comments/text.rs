//! The text of a comment, checked and rendered before anything is changed.

use std::collections::HashMap;

use markup::{Context, Format};

use super::Stale;
use crate::{
    kit::{app, db::Conn},
    people::{community::Community, members},
    talk::old_sites::{self, Missing, OldSite, Own},
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
        let lang = lang.to_owned();
        app::render(source.len(), move || {
            let mention = |handle: &str| known.get(handle).map(|handle| members::url(handle));
            let context = Context { lang: &lang, mention: &mention, smileys_to_emoji: emoji, references: None };
            let html = markup::comment(&source, format, &context);
            Self { source, format, html }
        })
        .await
    }

    /// Renders a comment that came from an old site, and says what it refers to that has not come.
    pub async fn render_from(
        conn: &mut Conn,
        sites: &[OldSite],
        site: &OldSite,
        source: String,
        lang: &str,
        emoji: bool,
    ) -> anyhow::Result<(Self, Vec<Missing>)> {
        let text = Self::render(conn, source, Format::WordPress, lang, emoji).await?;
        if !text.html.contains("=\"") {
            return Ok((text, vec![]));
        }
        let (html, missing) = old_sites::led(conn, sites, site, text.html, &HashMap::new()).await?;
        Ok((Self { html, ..text }, missing))
    }

    /// Renders a comment that is here already: one from an old site finds what it refers to.
    pub async fn render_again(conn: &mut Conn, entry: &Stale, emoji: bool) -> anyhow::Result<Self> {
        let own = match entry.format() {
            Format::WordPress => Own::of_post(conn, entry.post()).await?,
            Format::Markdown => None,
        };
        let Some(own) = own else {
            return Self::render(conn, entry.source.clone(), entry.format(), &entry.lang, emoji).await;
        };
        let sites = old_sites::sites(conn).await?;
        let (text, _) = Self::render_from(conn, &sites, &own.site, entry.source.clone(), &entry.lang, emoji).await?;
        Ok(text)
    }
}
