//! HTTP for those who look after a course: what was handed in, what nobody has reviewed yet, and more time for a person.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use super::super::pages::reached;
use crate::{
    course::{
        assignments::{self, Assignment, Missing, Submission, rules},
        courses::{Course, Standing},
        reviews::{self, Review},
    },
    ids::{MemberId, RowId},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{
            Path, Query,
            forms::{Errors, Typed},
            see_other,
        },
    },
    people::members::{self, Handle},
    site::{self, Page, Visitor},
};

/// So many who handed nothing in stand on the page.
const MISSING: i64 = 2000;
/// So many stand there without a fold.
const UNFOLDED: usize = 40;

#[derive(Template)]
#[template(path = "course/pages/assignments/work.html")]
struct Shown {
    p: Page,
    course: Course,
    it: Assignment,
    all: Vec<Submission>,
    /// Who has handed nothing in, homeroom by homeroom.
    rooms: Vec<Room>,
    /// How many these are.
    missing: i64,
    /// Whether there are more of them than stand on the page.
    has_more: bool,
    handle: String,
    days: String,
    errors: Errors,
    done: Option<&'static str>,
}

/// Those of a homeroom who have handed nothing in, or of none.
struct Room {
    people: Vec<Missing>,
}

impl Room {
    fn name(&self) -> Option<&str> {
        self.people.first()?.homeroom_name.as_deref()
    }

    /// Whether its people stand there at once: the reader is in it, too.
    fn is_open(&self) -> bool {
        self.people.iter().any(|person| person.is_near)
    }

    fn count(&self) -> i64 {
        i64::try_from(self.people.len()).unwrap_or(i64::MAX)
    }
}

/// The same people by their homerooms, in whose order they come.
fn rooms(missing: Vec<Missing>) -> Vec<Room> {
    let mut rooms: Vec<Room> = vec![];
    for person in missing {
        match rooms.last_mut().filter(|room| room.people[0].homeroom == person.homeroom) {
            Some(room) => room.people.push(person),
            None => rooms.push(Room { people: vec![person] }),
        }
    }
    rooms
}

impl Shown {
    /// Whether all stand in one list: they are few.
    fn is_short(&self) -> bool {
        self.rooms.iter().map(|room| room.people.len()).sum::<usize>() <= UNFOLDED
    }

    /// Those that nobody has looked at, before the others.
    fn is_waiting(&self, work: &Submission) -> bool {
        self.it.is_reviewed() && work.reviews < 2
    }
}

/// What the query may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
}

/// An assignment of a course that the visitor looks after.
async fn guided(
    conn: &mut Conn,
    visitor: &Visitor,
    address: &str,
    slug: &str,
) -> Answer<(Course, Standing, Assignment)> {
    visitor.signed_in()?;
    let found = reached(conn, visitor, address, slug).await?;
    if found.1.guides() { Ok(found) } else { Err(Failure::NotFound) }
}

async fn page(
    conn: &mut Conn,
    visitor: &Visitor,
    (course, it): (Course, Assignment),
    (handle, days): (String, String),
    errors: Errors,
    done: Option<&'static str>,
) -> Answer<Shown> {
    let reader = visitor.signed_in()?.id;
    let all = assignments::submissions(conn, it.id, reader).await?;
    let mut people = assignments::missing(conn, &it, reader, MISSING + 1).await?;
    let has_more = people.len() > usize::try_from(MISSING)?;
    people.truncate(usize::try_from(MISSING)?);
    let (missing, rooms) = (i64::try_from(people.len())?, rooms(people));
    let mut p = Page::new(conn, visitor, it.title.clone()).await?.private().refused(&errors);
    p.address = format!("{}work/", it.url());
    Ok(Shown { p, course, it, all, rooms, missing, has_more, handle, days, errors, done })
}

/// `GET /courses/{course}/assignments/{slug}/work/`: what was handed in, what waits to be reviewed first, and who has handed
/// nothing in.
pub async fn work(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, _, it) = guided(&mut conn, &visitor, &address, &slug).await?;
    let done = (asked.done == "extended").then_some("extension-done");
    let typed = (String::new(), "7".to_owned());
    site::unstored(site::show(&page(&mut conn, &visitor, (course, it), typed, Errors::default(), done).await?))
}

#[derive(Template)]
#[template(path = "course/pages/assignments/piece.html")]
struct Piece {
    p: Page,
    course: Course,
    it: Assignment,
    work: Submission,
    reviews: Vec<Review>,
    /// The reader's own, if they have one.
    own: Option<RowId>,
}

/// `GET /courses/{course}/assignments/{slug}/work/{id}/`: a piece with what was said to it.
pub async fn piece(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug, id)): Path<(String, String, RowId)>,
) -> Answer {
    let reader = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let (course, _, it) = guided(&mut conn, &visitor, &address, &slug).await?;
    let work = assignments::submission(&mut conn, it.id, id, reader).await?.ok_or(Failure::NotFound)?;
    let reviews = reviews::of(&mut conn, id, reader).await?;
    let own = reviews::of_pair(&mut conn, id, reader).await?;
    let p = Page::new(&mut conn, &visitor, it.title.clone()).await?.private();
    site::unstored(site::show(&Piece { p, course, it, work, reviews, own }))
}

/// `POST /courses/{course}/assignments/{slug}/work/{id}/review`: a guide reviews a piece, whoever else does.
pub async fn review(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug, id)): Path<(String, String, RowId)>,
) -> Answer {
    let guide = visitor.signed_in()?.id;
    let (_, _, it) = guided(&mut app.db.read().await?, &visitor, &address, &slug).await?;
    let taken = app.db.always(async |tx| reviews::take(tx, &it, id, guide).await).await?;
    Ok(see_other(&format!("{}reviews/{}/", it.url(), taken.ok_or(Failure::NotFound)?)))
}

/// More time for a person.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ExtendForm {
    handle: String,
    days: String,
}

/// `POST /courses/{course}/assignments/{slug}/extensions`: gives a participant so many days more.
pub async fn extend(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug)): Path<(String, String)>,
    Typed(form): Typed<ExtendForm>,
) -> Answer {
    let by = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let (course, _, it) = guided(&mut conn, &visitor, &address, &slug).await?;
    let mut errors = Errors::default();
    let days = errors.take("days", rules::number(&form.days, 1, rules::MOST_EXTRA_DAYS));
    let member = errors.take("handle", whom(&mut conn, &form.handle).await?.ok_or("course-invite-unknown-one"));
    drop(conn);
    if let (Some(days), Some(member)) = (days, member) {
        if app.db.always(async |tx| assignments::extend(tx, &course, &it, member, days, by).await).await? {
            return Ok(see_other(&format!("{}work/?done=extended#done", it.url())));
        }
        errors.add("handle", if it.due_at.is_some() { "course-invite-unknown-one" } else { "extension-no-day" });
    }
    let mut conn = app.db.read().await?;
    site::refused(&page(&mut conn, &visitor, (course, it), (form.handle, form.days), errors, None).await?)
}

/// The member of a typed handle.
async fn whom(conn: &mut Conn, typed: &str) -> anyhow::Result<Option<MemberId>> {
    match typed.trim().trim_start_matches('@').parse::<Handle>() {
        Ok(handle) => Ok(members::by_handle(conn, handle.as_str()).await?.map(|member| member.id)),
        Err(_) => Ok(None),
    }
}
