//! HTTP for homerooms.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    audiences::circles::{self, Part},
    course::{
        courses::{Course, Standing},
        homerooms::{self, Homeroom, Person},
        pages::{
            courses::pages::{call_authors, found},
            discussions::pages::List,
        },
    },
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{Path, Query, see_other},
    },
    site::{self, Page, Visitor},
    talk::posts::{self, Of, Post},
};

/// A homeroom and what the visitor is to its course, for those in it and those who lead the course.
pub async fn reached(
    conn: &mut Conn,
    visitor: &Visitor,
    address: &str,
    number: &str,
) -> Answer<(Course, Standing, Homeroom, Option<Part>)> {
    let member = visitor.signed_in()?.id;
    let (course, standing) = found(conn, visitor, address).await?;
    let room = homerooms::at(conn, course.id, number).await?.ok_or(Failure::NotFound)?;
    let part = circles::part(conn, room.id, member).await?;
    if part.is_some() || standing.leads() { Ok((course, standing, room, part)) } else { Err(Failure::NotFound) }
}

/// `GET /courses/{course}/homerooms/`: leads a participant to their own, and a guide to what there is to do in theirs.
pub async fn own(State(app): State<Arc<App>>, visitor: Visitor, Path(address): Path<String>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let (course, standing) = found(&mut conn, &visitor, &address).await?;
    if standing.guides() {
        let whole = course.url();
        let rooms = homerooms::of_person(&mut conn, course.id, member).await?;
        let place = if let [room] = rooms.as_slice() { room.url() } else { whole };
        return Ok(see_other(&format!("{place}console/")));
    }
    match homerooms::of(&mut conn, course.id, member).await? {
        Some(room) => Ok(see_other(&room.url())),
        None => Err(Failure::NotFound),
    }
}

#[derive(Template)]
#[template(path = "course/pages/homerooms/homeroom.html")]
struct Shown {
    p: Page,
    course: Course,
    room: Homeroom,
    guides: Vec<Person>,
    people: Vec<Person>,
    posts: Vec<Post>,
    /// What is discussed there, for those in it.
    talk: Option<List>,
    /// Whether something new may be begun.
    is_open: bool,
    done: Option<&'static str>,
    /// Whether the reader looks after it.
    may_look_after: bool,
}

/// What the query of a homeroom's page may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    after: String,
    done: String,
}

/// `GET /courses/{course}/homerooms/{number}/`: who is in a homeroom, what they discuss, and what they wrote last.
pub async fn homeroom(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, number)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let member = visitor.signed_in()?.clone();
    let mut conn = app.db.read().await?;
    let (course, standing, room, part) = reached(&mut conn, &visitor, &address, &number).await?;
    let guides = homerooms::guides(&mut conn, room.id).await?;
    let people = homerooms::people(&mut conn, room.id).await?;
    let of = Of::Homeroom(course.id, room.id);
    let mut posts = posts::list(&mut conn, visitor.member.as_deref(), of, None, 10).await?;
    call_authors(&mut conn, course.id, &mut posts).await?;
    let talk = match part {
        Some(_) => Some(List::read(&mut conn, &member, room.id, &asked.after).await?),
        None => None,
    };
    let p = Page::new(&mut conn, &visitor, room.name.clone()).await?.private();
    let may_look_after = standing.leads() || part == Some(Part::Guide);
    let is_open = course.closed_at.is_none();
    let done = (asked.done == "discussion-deleted").then_some("discussion-done-deleted");
    site::unstored(site::show(&Shown { p, course, room, guides, people, posts, talk, is_open, done, may_look_after }))
}
