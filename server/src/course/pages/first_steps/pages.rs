//! HTTP for first steps.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;

use crate::{
    course::{
        first_steps::{self, Progress, Step, ToAnswer},
        tribes,
    },
    kit::{app::App, error::Answer, web::see_other},
    people::{
        about::{self, Field},
        members::Member,
    },
    site::{self, Page, Visitor},
};

#[derive(Template)]
#[template(path = "course/pages/first_steps/first_steps.html")]
struct FirstSteps {
    p: Page,
    member: Arc<Member>,
    progress: Progress,
    /// What could be answered first.
    offered: Vec<ToAnswer>,
    /// How many colleagues there are to be found, for whoever wishes to be found.
    colleagues: Option<i64>,
    /// Where they work, as they say.
    workplace: String,
    /// The tribes they are in.
    tribes: Vec<tribes::Named>,
}

impl FirstSteps {
    /// The mark beside a step, and the words for it.
    fn mark(&self, step: Step) -> &'static str {
        if self.progress.is_done(step) { "done" } else { "open" }
    }

    fn is_done(&self, step: Step) -> bool {
        self.progress.is_done(step)
    }

    fn done(&self) -> String {
        let t = &self.p.t;
        t.with2("steps-done", ("done", t.number(self.progress.done())), ("all", t.number(Progress::ALL)))
    }
}

/// `GET /me/first-steps/`: what is there to begin with, and how far one is.
pub async fn first_steps(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let member = visitor.signed_in()?.clone();
    let mut conn = app.db.read().await?;
    let progress = first_steps::of(&mut conn, member.id).await?;
    let offered =
        if progress.is_done(Step::Hello) { vec![] } else { first_steps::to_answer(&mut conn, member.id).await? };
    let own = about::own(&mut conn, member.id).await?;
    let colleagues =
        if own.is_found { Some(i64::try_from(about::colleagues(&mut conn, member.id).await?.len())?) } else { None };
    let mut p = Page::new(&mut conn, &visitor, visitor.words.say("steps")).await?.private();
    p.address = "/me/first-steps/".into();
    let page = FirstSteps {
        p,
        progress,
        offered,
        colleagues,
        workplace: own.part(Field::Workplace).said,
        tribes: tribes::of_member(&mut conn, Some(member.id), member.id).await?,
        member,
    };
    site::unstored(site::show(&page))
}

/// `POST /me/first-steps/put-away`: they are not shown any more. Nothing that was done is undone.
pub async fn put_away(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    app.db.always(async |tx| first_steps::put_away(tx, member).await).await?;
    Ok(see_other("/"))
}

/// `POST /me/first-steps/bring-back`: they are shown again.
pub async fn bring_back(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    app.db.always(async |tx| first_steps::bring_back(tx, member).await).await?;
    Ok(see_other("/me/first-steps/"))
}
