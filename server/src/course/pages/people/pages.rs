//! HTTP for the people of a course.

use std::sync::Arc;

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use crate::{
    audiences::circles::{self, Part, Wish, WishKind},
    course::{
        courses::{self, Course, Joined, MustStay, Person},
        pages::courses::pages::led,
    },
    ids::{MemberId, Timestamp},
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
    people::members,
    site::{self, Page, Visitor},
};

/// So many participants a page holds.
const PAGE: i64 = 50;

#[derive(Template)]
#[template(path = "course/pages/people/people.html")]
struct People {
    p: Page,
    course: Course,
    staff: Vec<Person>,
    asked: Vec<Wish>,
    waiting: Vec<Wish>,
    invited: Vec<Wish>,
    participants: Vec<Person>,
    more: Option<String>,
    is_later_page: bool,
    errors: Errors,
    handles: String,
    done: Option<String>,
}

impl People {
    /// How many take part, of how many who may.
    fn taken(&self) -> String {
        let (t, taken) = (&self.p.t, self.course.taken);
        match self.course.places {
            Some(places) => t.with2("course-taken-of", ("taken", t.number(taken)), ("places", t.number(places))),
            None => t.number(taken),
        }
    }

    /// What somebody may be in the course, by word and message.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn parts(&self) -> [(&'static str, &'static str); 3] {
        [Part::Instructor, Part::Guide, Part::Member].map(|part| (part.word(), part.key()))
    }
}

/// What the query may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    after: String,
    done: String,
}

/// Where the list goes on: a moment and a number with a hyphen between them.
fn place(after: &str) -> Option<(Timestamp, MemberId)> {
    let (at, id) = after.split_once('-')?;
    Some((Timestamp(at.parse().ok()?), MemberId(id.parse().ok()?)))
}

/// `GET /courses/{course}/manage/people/`: who leads it, asks, waits, is invited and takes part.
pub async fn people(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let course = led(&mut conn, &visitor, &address).await?;
    let done = match asked.done.as_str() {
        "in" => Some("course-people-in"),
        "waiting" => Some("course-people-waiting"),
        "away" => Some("course-people-away"),
        "out" => Some("course-people-out"),
        "part" => Some("course-people-part"),
        "invited" => Some("course-people-invited"),
        _ => None,
    };
    let done = done.map(|key| visitor.words.say(key));
    let page = page(conn, &visitor, course, place(&asked.after), Errors::default(), done).await?;
    site::unstored(site::show(&page))
}

async fn page(
    mut conn: Conn,
    visitor: &Visitor,
    course: Course,
    after: Option<(Timestamp, MemberId)>,
    errors: Errors,
    done: Option<String>,
) -> anyhow::Result<People> {
    let staff = courses::staff(&mut conn, &course).await?;
    let asked = circles::wishes(&mut conn, course.id, WishKind::Asked).await?;
    let waiting = circles::wishes(&mut conn, course.id, WishKind::Waiting).await?;
    let invited = circles::wishes(&mut conn, course.id, WishKind::Invited).await?;
    let participants = courses::participants(&mut conn, course.id, after, PAGE).await?;
    let last = participants.last().filter(|_| participants.len() >= usize::try_from(PAGE).unwrap_or(usize::MAX));
    let more = last.map(|last| format!("?after={}-{}", last.since.0, last.member));
    let mut p = Page::new(&mut conn, visitor, course.title.clone()).await?.private().refused(&errors);
    p.address = format!("{}people/", course.manage_url());
    Ok(People {
        p,
        course,
        staff,
        asked,
        waiting,
        invited,
        participants,
        more,
        is_later_page: after.is_some(),
        errors,
        handles: String::new(),
        done,
    })
}

fn back(course: &Course, done: &str) -> Response {
    see_other(&format!("{}people/?done={done}#done", course.manage_url()))
}

/// What is sent with an invitation: handles, with commas, spaces or lines between them.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct InviteForm {
    handles: String,
}

/// `POST /courses/{course}/manage/people/invite`: invites members. If one is not known, nobody is invited yet.
pub async fn invite(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Typed(form): Typed<InviteForm>,
) -> Answer {
    let by = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let course = led(&mut conn, &visitor, &address).await?;
    let handles: Vec<&str> = form
        .handles
        .split([',', ' ', '\n', '\r', '\t', ';'])
        .map(|handle| handle.trim_start_matches('@'))
        .filter(|handle| !handle.is_empty())
        .collect();
    let mut errors = Errors::default();
    let mut invited = vec![];
    if handles.is_empty() {
        errors.add("handles", "field-required");
    } else if handles.len() > 100 {
        errors.add("handles", "course-invite-many");
    } else {
        for handle in handles {
            match members::by_handle(&mut conn, handle).await?.filter(members::Member::is_in) {
                Some(member) => invited.push(member.id),
                None => errors.add("handles", "course-invite-unknown"),
            }
        }
    }
    if !errors.is_empty() {
        let mut page = page(conn, &visitor, course, None, errors, None).await?;
        page.handles = form.handles;
        return site::refused(&page);
    }
    drop(conn);
    app.db
        .always(async |tx| {
            for &member in &invited {
                courses::invite(tx, &course, member, by).await?;
            }
            Ok(())
        })
        .await?;
    Ok(back(&course, "invited"))
}

/// `POST /courses/{course}/manage/people/{id}/let-in`: gives somebody a place who asked or waits.
pub async fn let_in(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, member)): Path<(String, MemberId)>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let course = led(&mut conn, &visitor, &address).await?;
    circles::wish_of(&mut conn, course.id, member).await?.ok_or(Failure::NotFound)?;
    drop(conn);
    let joined = app.db.always(async |tx| courses::let_in(tx, &course, member).await).await?;
    Ok(back(&course, if matches!(joined, Joined::In | Joined::Already) { "in" } else { "waiting" }))
}

/// `POST /courses/{course}/manage/people/{id}/turn-away`: a request, an invitation or a place in the list is no more.
pub async fn turn_away(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, member)): Path<(String, MemberId)>,
) -> Answer {
    let course = led(&mut app.db.read().await?, &visitor, &address).await?;
    app.db.always(async |tx| courses::turn_away(tx, course.id, member).await).await?;
    Ok(back(&course, "away"))
}

/// What somebody is to be in the course; `out`: no longer in it.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct PartForm {
    part: String,
}

/// `POST /courses/{course}/manage/people/{id}/part`: makes somebody an instructor, a guide or a participant, or takes
/// them out.
pub async fn part(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, member)): Path<(String, MemberId)>,
    Typed(form): Typed<PartForm>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let course = led(&mut conn, &visitor, &address).await?;
    let is_in = circles::part(&mut conn, course.id, member).await?.is_some();
    if !is_in {
        return Err(Failure::NotFound);
    }
    let part: Option<Part> = form.part.parse().ok().filter(|part| *part != Part::Leader);
    drop(conn);
    let done = match (part, form.part.as_str()) {
        (Some(part), _) => {
            app.db.change(async |tx| courses::give_part(tx, &course, member, part).await).await?.map(|()| "part")
        }
        (None, "out") => app.db.change(async |tx| courses::leave(tx, &course, member).await).await?.map(|()| "out"),
        (None, _) => return Err(Failure::Bad("field-choose")),
    };
    match done {
        Ok(done) => Ok(back(&course, done)),
        Err(MustStay::OnlyInstructor) => {
            let conn = app.db.read().await?;
            let errors = Errors::of("part", "course-only-instructor");
            site::refused(&page(conn, &visitor, course, None, errors, None).await?)
        }
    }
}
