//! HTTP for what is explained to people.

use std::sync::{Arc, LazyLock};

use askama::Template;
use axum::extract::State;

use crate::{
    events::Topic,
    kit::{app::App, error::Answer, i18n::Lang},
    people::community,
    site::{self, Page, Visitor},
};

/// What is explained, in each language: written in Markdown, as pages about the community are.
static NOTIFICATIONS: LazyLock<[(Lang, String); 3]> = LazyLock::new(|| {
    Lang::ALL.map(|lang| {
        let source = match lang {
            Lang::En => include_str!("en.md"),
            Lang::Es => include_str!("es.md"),
            Lang::De => include_str!("de.md"),
        };
        (lang, community::render_site_page(source, lang))
    })
});

#[derive(Template)]
#[template(path = "links/pages/help/help.html")]
struct Help {
    p: Page,
    html: &'static str,
}

/// `GET /help/notifications/`: what reaches a member, how, and how to have less of it.
pub async fn notifications(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let seen = site::snapshot(&app, &visitor, &[Topic::Everything]);
    let lang = visitor.words.lang;
    let html = NOTIFICATIONS.iter().find(|(of, _)| *of == lang).map_or("", |(_, html)| html);
    let p = Page::new(&mut app.db.read().await?, &visitor, visitor.words.say("help-notifications")).await?;
    Ok(site::cache_while(site::show(&Help { p, html })?, &visitor, seen))
}
