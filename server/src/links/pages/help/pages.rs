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

/// One explanation in each language: written in Markdown, as pages about the community are.
type Texts = LazyLock<[(Lang, String); 3]>;

macro_rules! texts {
    ($name:literal) => {
        LazyLock::new(|| {
            Lang::ALL.map(|lang| {
                let source = match lang {
                    Lang::En => include_str!(concat!($name, ".en.md")),
                    Lang::Es => include_str!(concat!($name, ".es.md")),
                    Lang::De => include_str!(concat!($name, ".de.md")),
                };
                (lang, community::render_site_page(source, lang))
            })
        })
    };
}

static NOTIFICATIONS: Texts = texts!("notifications");
static COURSE: Texts = texts!("course");

#[derive(Template)]
#[template(path = "links/pages/help/help.html")]
struct Help {
    p: Page,
    html: &'static str,
}

/// `GET /help/notifications/`: what reaches a member, how, and how to have less of it.
pub async fn notifications(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    explain(&app, &visitor, &NOTIFICATIONS, "help-notifications").await
}

/// `GET /help/course/`: how to take part in a course.
pub async fn course(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    explain(&app, &visitor, &COURSE, "help-course").await
}

async fn explain(app: &App, visitor: &Visitor, texts: &'static Texts, title: &str) -> Answer {
    let seen = site::snapshot(app, visitor, &[Topic::Everything]);
    let lang = visitor.words.lang;
    let html = texts.iter().find(|(of, _)| *of == lang).map_or("", |(_, html)| html);
    let p = Page::new(&mut app.db.read().await?, visitor, visitor.words.say(title)).await?;
    Ok(site::cache_while(site::show(&Help { p, html })?, visitor, seen))
}
