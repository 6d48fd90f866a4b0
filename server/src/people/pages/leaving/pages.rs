//! HTTP for leaving.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use super::{Led, NoLeave, led_alone};
use crate::{
    kit::{
        app::App,
        error::Answer,
        web::{
            Query,
            forms::{Errors, Field, Typed, field},
            see_other,
        },
    },
    people::{
        leaving::{self, DAYS, Words},
        members::Member,
    },
    site::{self, Page, Visitor},
    talk::posts,
};

const FIELDS: [Field; 2] = [field("words", "words-keep", "leave-words"), field("handle", "handle", "leave-handle")];

#[derive(Template)]
#[template(path = "people/pages/leaving/leaving.html")]
struct LeavePage {
    p: Page,
    member: Arc<Member>,
    /// What is handed over first.
    led: Vec<Led>,
    is_last_organiser: bool,
    /// They had left, and are back.
    is_back: bool,
    posts: i64,
    /// How many entries stand under their posts.
    under: i64,
    f: LeaveForm,
    errors: Errors,
    wrong: Vec<Field>,
}

impl LeavePage {
    async fn new(app: &App, visitor: &Visitor, f: LeaveForm, errors: Errors) -> Answer<Self> {
        let member = visitor.signed_in()?.clone();
        let mut conn = app.db.read().await?;
        let led = led_alone(&mut conn, member.id).await?;
        let is_last_organiser = !leaving::may_leave(&mut conn, &member).await?;
        let (posts, under) = posts::figures(&mut conn, member.id).await?;
        let mut p = Page::new(&mut conn, visitor, visitor.words.say("leave-title")).await?.private().refused(&errors);
        p.address = "/me/leave/".into();
        let wrong = errors.list(&FIELDS);
        Ok(Self { p, member, led, is_last_organiser, is_back: false, posts, under, f, errors, wrong })
    }

    /// For how long one may come back, in days.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn days(&self) -> i64 {
        DAYS
    }
}

/// What is typed to leave.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct LeaveForm {
    /// `keep`, `stay` or `go`.
    words: String,
    /// Their handle, typed once more.
    handle: String,
}

/// What was done a moment ago.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Done {
    done: String,
}

/// `GET /me/leave/`: what becomes of everything, and what is to be done before.
pub async fn form(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<Done>) -> Answer {
    let mut page = LeavePage::new(&app, &visitor, LeaveForm::default(), Errors::default()).await?;
    page.is_back = asked.done == "stayed";
    site::unstored(site::show(&page))
}

/// `POST /me/leave`: ends every sign-in now, and the account in a while.
pub async fn leave(State(app): State<Arc<App>>, visitor: Visitor, Typed(f): Typed<LeaveForm>) -> Answer {
    let member = visitor.signed_in()?.clone();
    let mut errors = Errors::default();
    let words = errors.take("words", f.words.parse::<Words>());
    if f.handle.trim().trim_start_matches('@').to_lowercase() != member.handle {
        errors.add("handle", "leave-handle-wrong");
    }
    if let (Some(words), true) = (words, errors.is_empty()) {
        match super::begin(&app, &member, words).await? {
            Ok(_) => {
                visitor.sign_out().await?;
                return Ok(see_other("/sign-in?left=1"));
            }
            Err(no @ (NoLeave::LastOrganiser | NoLeave::Leads)) => errors.add("form", no.key()),
        }
    }
    site::refused(&LeavePage::new(&app, &visitor, f, errors).await?)
}
