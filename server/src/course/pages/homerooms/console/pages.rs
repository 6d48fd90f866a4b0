//! HTTP for what a guide looks at: who is silent, stuck or thriving, and what nobody answered.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use super::super::pages::reached;
use crate::{
    audiences::circles::Part,
    course::{
        courses::{Course, Standing},
        homerooms::{self, Homeroom, Pulse, State as How, Unanswered},
        pages::courses::pages::found,
    },
    ids::{CircleId, MemberId, Timestamp},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{Path, Query, forms::Typed, onwards, see_other},
    },
    site::{self, Page, Visitor},
};

/// What waits for longer than this is listed, in hours, unless somebody asks for something else.
const USUAL_HOURS: i64 = 24;
/// What one may choose between.
const HOURS: [i64; 4] = [0, 24, 48, 96];

/// What the query may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    hours: Option<i64>,
    taken: String,
}

impl Asked {
    fn hours(&self) -> i64 {
        self.hours.filter(|hours| HOURS.contains(hours)).unwrap_or(USUAL_HOURS)
    }
}

/// Those of whom the same is to be said.
struct Group {
    key: &'static str,
    hint: &'static str,
    /// The kind note that a guide may send them.
    note: &'static str,
    people: Vec<Pulse>,
}

#[derive(Template)]
#[template(path = "course/pages/homerooms/console.html")]
struct Console {
    p: Page,
    course: Course,
    /// The homeroom; none: the whole course.
    room: Option<Homeroom>,
    rooms: Vec<Homeroom>,
    unanswered: Vec<Unanswered>,
    groups: Vec<Group>,
    hours: i64,
    asked: i64,
    reader: MemberId,
    /// Whether somebody else was about to answer what the reader wanted to.
    was_taken: bool,
}

impl Console {
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn choices(&self) -> [i64; 4] {
        HOURS
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn is_for(&self, hours: &i64) -> bool {
        self.hours == *hours
    }

    fn is_mine(&self, it: &Unanswered) -> bool {
        it.guide == Some(self.reader)
    }

    /// The facts about somebody, in words.
    fn facts(&self, it: &Pulse) -> Vec<String> {
        let t = &self.p.t;
        let here = match it.here_at {
            Some(at) => t.with("pulse-here", "date", t.date(at)),
            None => t.say("pulse-never"),
        };
        let core = t.with2("pulse-core", ("core", t.number(it.core)), ("asked", t.number(self.asked)));
        vec![here, core, t.count("pulse-posts", it.posts), t.count("pulse-comments", it.comments)]
    }
}

fn groups(pulses: Vec<Pulse>, asked: i64, now: Timestamp) -> Vec<Group> {
    let group = |key, hint, note| Group { key, hint, note, people: vec![] };
    let mut groups = vec![
        group("pulse-silent", "pulse-silent-hint", "silent"),
        group("pulse-stuck", "pulse-stuck-hint", "stuck"),
        group("pulse-thriving", "pulse-thriving-hint", "thriving"),
        group("pulse-steady", "pulse-steady-hint", "steady"),
    ];
    for pulse in pulses {
        let place = match pulse.state(asked, now) {
            How::Silent => 0,
            How::Stuck => 1,
            How::Thriving => 2,
            How::Steady => 3,
        };
        groups[place].people.push(pulse);
    }
    groups.retain(|group| !group.people.is_empty());
    groups
}

/// `GET /courses/{course}/homerooms/{number}/console/`: a homeroom as its guide looks after it, on one screen.
pub async fn console(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, number)): Path<(String, String)>,
    Query(query): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, standing, room, part) = reached(&mut conn, &visitor, &address, &number).await?;
    if part != Some(Part::Guide) && !standing.leads() {
        return Err(Failure::NotFound);
    }
    let now = app.now();
    let asked = homerooms::asked(&mut conn, course.id, now).await?;
    let pulses = homerooms::pulses(&mut conn, course.id, room.id).await?;
    let groups = groups(pulses, asked, now);
    show(conn, &visitor, (course, Some(room)), groups, &query, asked, now).await
}

/// `GET /courses/{course}/console/`: what nobody answered in a whole course, and its homerooms.
pub async fn course_console(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Query(query): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, _) = guided(&mut conn, &visitor, &address).await?;
    show(conn, &visitor, (course, None), vec![], &query, 0, app.now()).await
}

async fn guided(conn: &mut Conn, visitor: &Visitor, address: &str) -> Answer<(Course, Standing)> {
    visitor.signed_in()?;
    let (course, standing) = found(conn, visitor, address).await?;
    if standing.guides() { Ok((course, standing)) } else { Err(Failure::NotFound) }
}

async fn show(
    mut conn: Conn,
    visitor: &Visitor,
    (course, room): (Course, Option<Homeroom>),
    groups: Vec<Group>,
    query: &Asked,
    asked: i64,
    now: Timestamp,
) -> Answer {
    let reader = visitor.signed_in()?.id;
    let hours = query.hours();
    let circle: Option<CircleId> = room.as_ref().map(|room| room.id);
    let unanswered = homerooms::unanswered(&mut conn, reader, course.id, circle, now, hours).await?;
    let rooms = if room.is_none() { homerooms::all(&mut conn, course.id).await? } else { vec![] };
    let title = room.as_ref().map_or_else(|| course.title.clone(), |room| room.name.clone());
    let p = Page::new(&mut conn, visitor, title).await?.private();
    let was_taken = !query.taken.is_empty();
    site::unstored(site::show(&Console { p, course, room, rooms, unanswered, groups, hours, asked, reader, was_taken }))
}

/// Where one came from.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ClaimForm {
    next: String,
    back: String,
}

/// `POST /courses/{course}/claims/{id}`: one is about to answer, and is led there; or somebody else is.
pub async fn claim(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, thing)): Path<(String, i64)>,
    Typed(form): Typed<ClaimForm>,
) -> Answer {
    let guide = visitor.signed_in()?.id;
    let (course, _) = guided(&mut app.db.read().await?, &visitor, &address).await?;
    let console = format!("{}console/", course.url());
    if app.db.always(async |tx| homerooms::claim(tx, thing, guide).await).await? {
        return Ok(onwards(&form.next, &console));
    }
    let back = form.back.split('?').next().filter(|back| back.starts_with(&course.url())).unwrap_or(&console);
    Ok(see_other(&format!("{back}?taken=yes")))
}

/// `POST /courses/{course}/claims/{id}/let-go`: one is not, after all.
pub async fn let_go(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, thing)): Path<(String, i64)>,
    Typed(form): Typed<ClaimForm>,
) -> Answer {
    let guide = visitor.signed_in()?.id;
    let (course, _) = guided(&mut app.db.read().await?, &visitor, &address).await?;
    app.db.always(async |tx| homerooms::let_go(tx, thing, guide).await).await?;
    Ok(onwards(&form.back, &format!("{}console/", course.url())))
}
