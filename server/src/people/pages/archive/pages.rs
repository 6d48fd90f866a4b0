//! HTTP for archives: each member's own, and nobody else's.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, Method},
};
use serde::Deserialize;

use crate::{
    kit::{
        app::App,
        error::{Answer, Failure},
        files::{kind::Kind, names::size},
        web::{Query, see_other},
    },
    site::{
        self, Page, Visitor,
        files::{Served, answer},
    },
    tools::archives::{self, Archive, TooSoon, rules::DAYS},
};

#[derive(Template)]
#[template(path = "people/pages/archive/archive.html")]
struct ArchivePage {
    p: Page,
    archive: Option<Archive>,
    size: String,
    /// Since when and until when it is there, in words.
    ready: String,
    may_ask: bool,
    /// What was done, in words.
    done: Option<&'static str>,
    /// It was asked for too soon.
    refused: bool,
}

impl ArchivePage {
    async fn new(app: &App, visitor: &Visitor) -> Answer<Self> {
        let member = visitor.signed_in()?;
        let mut conn = app.db.read().await?;
        let mut p = Page::new(&mut conn, visitor, visitor.words.say("archive-title")).await?.private();
        p.address = "/me/archive/".into();
        let archive = archives::of(&mut conn, member.id, app.now()).await?;
        let (number, key) = size(archive.as_ref().map_or(0, |archive| archive.bytes));
        let size = visitor.words.with(key, "number", visitor.words.number(number));
        let ready = archive.as_ref().and_then(|archive| Some((archive.ready_at?, archive.expires_at)));
        let words = &visitor.words;
        let ready = ready.map(|(at, until)| {
            words.with2("archive-ready", ("date", words.date_time(at)), ("until", words.date(until)))
        });
        let may_ask = archive.as_ref().is_none_or(|archive| archive.may_ask_again(app.now()));
        Ok(Self { p, archive, size, ready: ready.unwrap_or_default(), may_ask, done: None, refused: false })
    }

    /// How long an archive is there, in days.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn days(&self) -> i64 {
        DAYS
    }
}

/// What was done a moment ago.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /me/archive/`
pub async fn archive(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<Done>) -> Answer {
    let mut page = ArchivePage::new(&app, &visitor).await?;
    page.done = match asked.done.as_str() {
        "asked" if page.archive.as_ref().is_some_and(Archive::is_being_made) => Some("archive-done-asked"),
        "deleted" => Some("archive-done-deleted"),
        "gone" if page.archive.is_none() => Some("archive-done-gone"),
        _ => None,
    };
    site::unstored(site::show(&page))
}

/// `POST /me/archive`: asks for an archive, in place of the one there may be.
pub async fn ask(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let member = visitor.signed_in()?;
    match archives::ask(&app, member.id).await? {
        Ok(()) => Ok(see_other("/me/archive/?done=asked")),
        Err(TooSoon) => {
            let mut page = ArchivePage::new(&app, &visitor).await?;
            page.refused = true;
            site::unstored(site::show_with(axum::http::StatusCode::TOO_MANY_REQUESTS, &page))
        }
    }
}

/// `GET /me/archive/download`
pub async fn download(State(app): State<Arc<App>>, visitor: Visitor, method: Method, headers: HeaderMap) -> Answer {
    let member = visitor.signed_in()?;
    let archive = archives::of(&mut app.db.read().await?, member.id, app.now()).await?;
    let archive = archive.filter(|archive| archive.ready_at.is_some()).ok_or(Failure::NotFound)?;
    if !app.files.has(&archive.file).await? {
        // A backup of the site holds no archives.
        archives::delete(&app, member.id).await?;
        return Ok(see_other("/me/archive/?done=gone"));
    }
    let name = format!("{}.zip", member.handle);
    let bytes = archive.bytes.unsigned_abs();
    let served = Served { file: &archive.file, kind: Kind::named("application/zip"), bytes, name: &name };
    answer(&app, &method, &headers, &served).await
}

/// `POST /me/archive/delete`: lets go of it before its time.
pub async fn delete(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let member = visitor.signed_in()?;
    archives::delete(&app, member.id).await?;
    Ok(see_other("/me/archive/?done=deleted"))
}
