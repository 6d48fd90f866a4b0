//! HTTP for how far one is in a course, one's certificate, and a statement of what one took part in.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    course::{courses::Course, pages::courses::pages::found},
    evidence::certificates::{
        self, Awarding, Certificate, Done, Hours, Kind, NoStatement, Person, Progress, Step, Task, What,
        papers::{asks, time},
    },
    ids::Timestamp,
    kit::{
        app::App,
        error::{Answer, Failure},
        local_time::Day,
        web::{Path, forms::Typed, see_other},
    },
    site::{self, Page, Visitor},
};

#[derive(Template)]
#[template(path = "evidence/pages/certificates/completion/completion.html")]
struct CompletionPage {
    p: Page,
    course: Course,
    progress: Progress,
    person: Person,
    done_so_far: Done,
    steps: Vec<Step>,
    papers: Vec<Certificate>,
    now: Timestamp,
    /// Why there is no paper: of which name no font has what.
    missing: Option<String>,
    too_early: bool,
}

impl CompletionPage {
    async fn new(app: &App, visitor: &Visitor, address: &str) -> Answer<Self> {
        let member = visitor.signed_in()?.id;
        let now = app.now();
        let mut conn = app.db.read().await?;
        let (course, _) = found(&mut conn, visitor, address).await?;
        let progress = certificates::progress(&mut conn, &course, Some(member), now).await?;
        let Some((person, done_so_far)) = progress.people.first().cloned() else { return Err(Failure::NotFound) };
        let steps = progress.steps(&done_so_far);
        let papers = certificates::of_member_in(&mut conn, course.id, member).await?;
        let p = Page::new(&mut conn, visitor, visitor.words.say("completion")).await?.private();
        drop(conn);
        let missing = certificates::undrawn(app, &person.name).await?;
        Ok(Self { p, course, progress, person, done_so_far, steps, papers, now, missing, too_early: false })
    }

    fn asks(&self, step: &Step) -> String {
        asks(&self.p.t, step)
    }

    /// How far one is with something of which several are asked.
    fn so_far(&self, step: &Step) -> Option<String> {
        let t = &self.p.t;
        let counts = matches!(step.what, What::Posts | What::Reviews);
        counts.then(|| t.with2("completion-so-far", ("done", t.number(step.done)), ("asked", t.number(step.asked))))
    }

    fn address(&self, task: &Task) -> Option<String> {
        task.opened_at.map(|_| format!("{}assignments/{}/", self.course.url(), task.slug))
    }

    /// Where an assignment is, if it has opened.
    fn link(&self, step: &Step) -> Option<String> {
        if let What::Task(task) = &step.what { self.address(task) } else { None }
    }

    /// Of several, where those are that have opened, and what they are called.
    fn choices(&self, step: &Step) -> Vec<(String, String)> {
        let What::Choice(_, tasks) = &step.what else { return vec![] };
        tasks.iter().filter_map(|task| Some((self.address(task)?, task.title.clone()))).collect()
    }

    fn when(&self, step: &Step) -> Option<String> {
        step.at.filter(|_| step.is_done()).map(|at| self.p.t.date(at))
    }

    fn finished(&self) -> Option<String> {
        let at = self.progress.finished(&self.done_so_far)?;
        let day = Day::of(at, &self.course.zone());
        Some(self.p.t.calendar_day(day.0.year(), day.0.month(), day.0.day()))
    }

    /// How far one is, in a sentence.
    fn headline(&self) -> String {
        let t = &self.p.t;
        let left = self.steps.iter().filter(|step| !step.is_done()).count();
        match self.finished() {
            _ if !self.certifies() => t.say("completion-none"),
            Some(day) => t.with("completion-finished", "date", day),
            None if self.steps.is_empty() => t.say("completion-nothing-yet"),
            None => t.count("completion-left", i64::try_from(left).unwrap_or_default()),
        }
    }

    fn certifies(&self) -> bool {
        self.progress.rule.awarding != Awarding::Off
    }

    /// Whether one may have one's certificate at once.
    fn may_take(&self) -> bool {
        self.progress.rule.awarding == Awarding::Automatic && !self.person.has_any && self.finished().is_some()
    }

    /// Whether it waits for somebody to sign it.
    fn waits(&self) -> bool {
        self.certifies() && !self.person.holds && self.finished().is_some() && !self.may_take()
    }

    fn may_state(&self) -> bool {
        certificates::may_have_statement(&self.course, &self.person, self.now) && !self.person.holds
    }

    fn contact(&self) -> Option<String> {
        self.progress.rule.minutes.map(|minutes| time(&self.p.t, minutes))
    }

    fn undrawn(&self) -> Option<String> {
        self.missing.as_ref().map(|sign| self.p.t.with("paper-undrawn", "sign", sign.as_str()))
    }

    /// What this one would be called on a paper.
    fn called(&self) -> String {
        self.p.t.with("paper-called", "name", self.person.name.as_str())
    }

    fn kind(&self, it: &Certificate) -> String {
        self.p.t.say(if it.kind() == Kind::Certificate { "paper-certificate" } else { "paper-statement" })
    }
}

/// `GET /courses/{course}/completion/`: what it takes to finish, what is there and what is missing.
pub async fn completion(State(app): State<Arc<App>>, visitor: Visitor, Path(address): Path<String>) -> Answer {
    let page = CompletionPage::new(&app, &visitor, &address).await?;
    site::unstored(site::show(&page))
}

/// What one wants to have.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct TakeForm {
    #[serde(rename = "do")]
    does: String,
    hours: String,
}

/// `POST /courses/{course}/completion/`: one's certificate, or a statement of what one took part in. Pressing twice makes
/// one.
pub async fn take(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Typed(form): Typed<TakeForm>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    let mut page = CompletionPage::new(&app, &visitor, &address).await?;
    let code = match form.does.as_str() {
        "certificate" if page.may_take() => {
            let issued = certificates::certify(&app, &page.course, &[member], None).await?;
            issued.codes.into_iter().next()
        }
        "statement" if page.may_state() => {
            let hours = if form.hours.is_empty() { Hours::Kept } else { Hours::Told };
            match certificates::state(&app, &page.course, member, hours).await? {
                Some(Ok(code)) => Some(code),
                Some(Err(NoStatement::Undrawn(missing))) => {
                    page.missing = Some(missing);
                    return site::refused(&page);
                }
                Some(Err(NoStatement::TooEarly)) | None => None,
            }
        }
        "certificate" => None,
        "statement" => {
            page.too_early = true;
            return site::refused(&page);
        }
        _ => return Err(Failure::Bad("field-choose")),
    };
    match code {
        Some(code) => Ok(see_other(&certificates::url(&code))),
        None if page.missing.is_some() => site::refused(&page),
        None => Ok(see_other(&format!("{}completion/", page.course.url()))),
    }
}
