//! HTTP for e-mail that could not be delivered.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;

use crate::{
    kit::{app::App, db::queue, error::Answer},
    links::{
        devices::{self, Trouble},
        returns::{self, Listed, rules},
    },
    site::{self, Page, Visitor},
};

/// So many are shown.
const MOST: i64 = 100;

#[derive(Template)]
#[template(path = "links/pages/undelivered/undelivered.html")]
struct Undelivered {
    p: Page,
    returned: Vec<Listed>,
    /// How many e-mails the site's own mail server does not take, and what was wrong the last time.
    waiting: Option<(i64, String)>,
    /// The devices that their push services refuse.
    devices: Trouble,
}

impl Undelivered {
    /// What can be done, in words.
    fn remedy(&self, it: &Listed) -> String {
        self.p.t.say(rules::remedy(it.kind(), &it.status))
    }
}

/// `GET /manage/undelivered/`: what could not be delivered, the latest first.
pub async fn list(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    visitor.organiser()?;
    let mut conn = app.db.read().await?;
    let returned = returns::list(&mut conn, MOST).await?;
    let waiting = queue::failing(&mut conn, "SendEmail").await?;
    let devices = devices::trouble(&mut conn).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("undelivered")).await?.private();
    site::unstored(site::show(&Undelivered { p, returned, waiting, devices }))
}
