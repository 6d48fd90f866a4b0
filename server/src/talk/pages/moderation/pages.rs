//! HTTP for whoever decides about comments. The deciding itself is done under `/comments/`.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;

use crate::{
    kit::{app::App, error::Answer},
    site::{self, Page, Visitor},
    talk::comments::{self, Waiting},
};

/// How many waiting comments a page shows; once they are decided, the next ones stand there.
const PAGE: i64 = 50;
/// How many of those that were hidden it shows.
const HIDDEN: i64 = 20;

#[derive(Template)]
#[template(path = "talk/pages/moderation/waiting.html")]
struct WaitingPage {
    p: Page,
    /// Whether the reader runs the community: guests' addresses are for them alone.
    organises: bool,
    waiting: Vec<Waiting>,
    hidden: Vec<Waiting>,
    beyond: i64,
}

/// `GET /me/waiting/`: comments that wait under one's own posts, or anywhere for organisers.
pub async fn waiting(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let waiting = comments::waiting_under(&mut conn, member, PAGE).await?;
    let hidden = comments::hidden_under(&mut conn, member, HIDDEN).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("waiting-for-you")).await?.private();
    let beyond = p.waiting - i64::try_from(waiting.len())?;
    site::show(&WaitingPage { p, organises: member.is_organiser(), waiting, hidden, beyond })
}
