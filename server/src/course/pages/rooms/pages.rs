//! HTTP for what is discussed in the rooms of a course. A room is a homeroom by its number, or `staff`.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    audiences::circles::{self, Part},
    course::{
        courses::{Course, Standing},
        homerooms,
        pages::{
            courses::pages::found,
            discussions::pages::{self as talk, Decision, DiscussionForm, List, Place},
        },
    },
    ids::ConversationId,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{Path, Query, forms::Typed, see_other},
    },
    site::{self, Page, Visitor},
    talk::pages::thread::{ConversationQuery, Form},
};

/// The room of those who lead and guide, in an address.
pub const STAFF: &str = "staff";

/// The address of what is discussed in a room, with a slash at its end.
pub fn url(course: &Course, room: &str) -> String {
    format!("{}talk/{room}/", course.url())
}

/// A room as the place of what is discussed in it. Of one that a member is not in, nothing is said but where it is, so that
/// whoever left finds what they wrote.
async fn found_place(
    conn: &mut Conn,
    visitor: &Visitor,
    address: &str,
    room: &str,
) -> Answer<(Course, Standing, Place)> {
    let member = visitor.signed_in()?.id;
    let (course, standing) = found(conn, visitor, address).await?;
    let (circle, name, room) = if room == STAFF {
        (course.staff, visitor.words.say("staff-room"), STAFF.to_owned())
    } else {
        let room = homerooms::at(conn, course.id, room).await?.ok_or(Failure::NotFound)?;
        (room.id, room.name, room.address)
    };
    let part = circles::part(conn, circle, member).await?;
    // Among those who lead and guide, instructors lead; in a homeroom its guides do, too.
    let leads = standing.leads() || (room != STAFF && part == Some(Part::Guide));
    let place = Place {
        circle,
        url: url(&course, &room),
        name: part.map(|_| name),
        lang: if part.is_some() { course.language() } else { visitor.words.lang },
        is_in: part.is_some(),
        leads: part.is_some() && leads,
        is_open: part.is_some() && course.closed_at.is_none(),
    };
    Ok((course, standing, place))
}

async fn place(app: &App, visitor: &Visitor, address: &str, room: &str) -> Answer<Place> {
    Ok(found_place(&mut app.db.read().await?, visitor, address, room).await?.2)
}

/// What the query of the list may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    after: String,
    done: String,
}

#[derive(Template)]
#[template(path = "course/pages/rooms/staff.html")]
struct Shown {
    p: Page,
    course: Course,
    place: Place,
    d: List,
    done: Option<&'static str>,
}

/// `GET /courses/{course}/talk/{room}/`: the room of those who lead and guide. That of a homeroom stands on its page.
pub async fn list(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, room)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let member = visitor.signed_in()?.clone();
    let mut conn = app.db.read().await?;
    let (course, standing, place) = found_place(&mut conn, &visitor, &address, &room).await?;
    if room != STAFF {
        let done = if asked.done.is_empty() { "" } else { "?done=discussion-deleted#done" };
        let there = place.is_in || standing.leads();
        return if there {
            Ok(see_other(&format!("{}homerooms/{room}/{done}", course.url())))
        } else {
            Err(Failure::NotFound)
        };
    }
    if !place.is_in {
        return Err(Failure::NotFound);
    }
    let d = List::read(&mut conn, &member, place.circle, &asked.after).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("staff-room")).await?.private();
    let done = (asked.done == "discussion-deleted").then_some("discussion-done-deleted");
    site::unstored(site::show(&Shown { p, course, place, d, done }))
}

/// `GET /courses/{course}/talk/{room}/new`: the form that begins a discussion.
pub async fn new(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, room)): Path<(String, String)>,
) -> Answer {
    talk::begin_form(&app, &visitor, place(&app, &visitor, &address, &room).await?).await
}

/// `POST /courses/{course}/talk/{room}/new`: begins one.
pub async fn begin(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, room)): Path<(String, String)>,
    Typed(form): Typed<DiscussionForm>,
) -> Answer {
    talk::begin(&app, &visitor, place(&app, &visitor, &address, &room).await?, form).await
}

/// `GET /courses/{course}/talk/{room}/{id}/`: a discussion.
pub async fn read(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, room, id)): Path<(String, String, ConversationId)>,
    Query(asked): Query<ConversationQuery>,
) -> Answer {
    talk::read(&app, &visitor, place(&app, &visitor, &address, &room).await?, id, &asked).await
}

/// `POST /courses/{course}/talk/{room}/{id}/comments`: an answer in it.
pub async fn reply(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, room, id)): Path<(String, String, ConversationId)>,
    Typed(form): Typed<Form>,
) -> Answer {
    talk::reply(&app, &visitor, place(&app, &visitor, &address, &room).await?, id, form).await
}

/// `GET /courses/{course}/talk/{room}/{id}/edit`: the form, filled in.
pub async fn edit_form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, room, id)): Path<(String, String, ConversationId)>,
) -> Answer {
    talk::edit_form(&app, &visitor, place(&app, &visitor, &address, &room).await?, id).await
}

/// `POST /courses/{course}/talk/{room}/{id}/edit`: says it otherwise.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, room, id)): Path<(String, String, ConversationId)>,
    Typed(form): Typed<DiscussionForm>,
) -> Answer {
    talk::edit(&app, &visitor, place(&app, &visitor, &address, &room).await?, id, form).await
}

/// `POST /courses/{course}/talk/{room}/{id}/pin`: it stands at the top.
pub async fn pin(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, room, id)): Path<(String, String, ConversationId)>,
) -> Answer {
    talk::decide(&app, &visitor, place(&app, &visitor, &address, &room).await?, id, Decision::Pin).await
}

/// `POST /courses/{course}/talk/{room}/{id}/unpin`: it stands where it belongs again.
pub async fn unpin(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, room, id)): Path<(String, String, ConversationId)>,
) -> Answer {
    talk::decide(&app, &visitor, place(&app, &visitor, &address, &room).await?, id, Decision::Unpin).await
}

/// `POST /courses/{course}/talk/{room}/{id}/close`: nobody adds to it.
pub async fn close(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, room, id)): Path<(String, String, ConversationId)>,
) -> Answer {
    talk::decide(&app, &visitor, place(&app, &visitor, &address, &room).await?, id, Decision::Close).await
}

/// `POST /courses/{course}/talk/{room}/{id}/reopen`: people may add to it again.
pub async fn reopen(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, room, id)): Path<(String, String, ConversationId)>,
) -> Answer {
    talk::decide(&app, &visitor, place(&app, &visitor, &address, &room).await?, id, Decision::Reopen).await
}

/// `GET /courses/{course}/talk/{room}/{id}/delete`: asks whether it is really to go.
pub async fn delete_form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, room, id)): Path<(String, String, ConversationId)>,
) -> Answer {
    talk::delete_form(&app, &visitor, place(&app, &visitor, &address, &room).await?, id).await
}

/// `POST /courses/{course}/talk/{room}/{id}/delete`: takes it away.
pub async fn delete(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, room, id)): Path<(String, String, ConversationId)>,
) -> Answer {
    talk::delete(&app, &visitor, place(&app, &visitor, &address, &room).await?, id).await
}
