//! HTTP for putting people into homerooms, for those who lead a course.

use std::sync::Arc;

use askama::Template;
use axum::{extract::State, response::Response};
use serde::Deserialize;

use crate::{
    course::{
        courses::{self, Course, rules as course_rules},
        homerooms::{self, By, Homeroom, NoPlacing, Person, rules},
        pages::courses::pages::led,
    },
    ids::MemberId,
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
    people::members::one_line,
    site::{self, Page, Visitor},
};

#[derive(Template)]
#[template(path = "course/pages/homerooms/list.html")]
struct List {
    p: Page,
    course: Course,
    rooms: Vec<(Homeroom, Vec<Person>)>,
    unplaced: i64,
    size: String,
    by: String,
    errors: Errors,
    done: Option<&'static str>,
}

impl List {
    /// What homerooms may be made of; whoever comes into one that is there comes to the smallest, whoever they are.
    fn ways(&self) -> Vec<(&'static str, &'static str)> {
        let holds = |by: &By| self.rooms.is_empty() || !matches!(by, By::Zone | By::Language);
        By::ALL.into_iter().filter(holds).map(|by| (by.word(), by.key())).collect()
    }
}

/// What the query may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
}

impl Asked {
    fn key(&self) -> Option<&'static str> {
        match self.done.as_str() {
            "placed" => Some("homerooms-done-placed"),
            "added" => Some("homerooms-done-added"),
            "saved" => Some("course-done-saved"),
            _ => None,
        }
    }
}

async fn list_page(
    mut conn: Conn,
    visitor: &Visitor,
    course: Course,
    form: PlaceForm,
    errors: Errors,
    done: Option<&'static str>,
) -> anyhow::Result<List> {
    let mut rooms = vec![];
    let guides = homerooms::guides_of_all(&mut conn, course.id).await?;
    for room in homerooms::all(&mut conn, course.id).await? {
        let own = guides.iter().filter(|(of, _)| *of == room.id).map(|(_, person)| person.clone()).collect();
        rooms.push((room, own));
    }
    let unplaced = homerooms::unplaced(&mut conn, course.id).await?;
    let mut p = Page::new(&mut conn, visitor, course.title.clone()).await?.private().refused(&errors);
    p.address = format!("{}homerooms/", course.manage_url());
    Ok(List { p, course, rooms, unplaced, size: form.size, by: form.by, errors, done })
}

/// `GET /courses/{course}/manage/homerooms/`: all of them, and how many people are in none.
pub async fn list(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let course = led(&mut conn, &visitor, &address).await?;
    let form = PlaceForm { size: rules::USUAL_SIZE.to_string(), by: By::Chance.word().into() };
    let page = list_page(conn, &visitor, course, form, Errors::default(), asked.key()).await?;
    site::unstored(site::show(&page))
}

/// How people are to be shared out.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct PlaceForm {
    size: String,
    by: String,
}

/// `POST /courses/{course}/manage/homerooms/place`: puts everybody into one who is in none.
pub async fn place(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Typed(form): Typed<PlaceForm>,
) -> Answer {
    let course = led(&mut app.db.read().await?, &visitor, &address).await?;
    let mut errors = Errors::default();
    let size: Option<i64> = form.size.trim().parse().ok().filter(|size| rules::SIZES.contains(size));
    let size = errors.take("size", size.ok_or("homerooms-size-wrong"));
    let by = errors.take("by", form.by.parse::<By>());
    if let (Some(size), Some(by)) = (size, by) {
        let t = &visitor.words;
        let name = |number| t.with("homeroom-name", "number", number);
        match app.db.change(async |tx| homerooms::place(tx, &course, size, by, name).await).await? {
            Ok(_) => return Ok(see_other(&format!("{}homerooms/?done=placed#done", course.manage_url()))),
            Err(NoPlacing::Nobody) => errors.add("form", "homerooms-nobody"),
            Err(NoPlacing::TooMany) => errors.add("size", "homerooms-too-many"),
        }
    }
    site::refused(&list_page(app.db.read().await?, &visitor, course, form, errors, None).await?)
}

/// `POST /courses/{course}/manage/homerooms/add`: one more, with nobody in it.
pub async fn add(State(app): State<Arc<App>>, visitor: Visitor, Path(address): Path<String>) -> Answer {
    let course = led(&mut app.db.read().await?, &visitor, &address).await?;
    let t = &visitor.words;
    let name = |number| t.with("homeroom-name", "number", number);
    app.db.always(async |tx| homerooms::add(tx, &course, name).await).await?;
    Ok(see_other(&format!("{}homerooms/?done=added#done", course.manage_url())))
}

#[derive(Template)]
#[template(path = "course/pages/homerooms/one.html")]
struct One {
    p: Page,
    course: Course,
    room: Homeroom,
    rooms: Vec<Homeroom>,
    guides: Vec<Person>,
    people: Vec<Person>,
    /// Those on the staff who do not look after it.
    others: Vec<courses::Person>,
    called: String,
    errors: Errors,
    done: Option<&'static str>,
}

async fn managed(conn: &mut Conn, visitor: &Visitor, address: &str, number: &str) -> Answer<(Course, Homeroom)> {
    let course = led(conn, visitor, address).await?;
    let room = homerooms::at(conn, course.id, number).await?.ok_or(Failure::NotFound)?;
    Ok((course, room))
}

fn manage_url(course: &Course, room: &Homeroom) -> String {
    format!("{}homerooms/{}/", course.manage_url(), room.address)
}

async fn one_page(
    mut conn: Conn,
    visitor: &Visitor,
    (course, room): (Course, Homeroom),
    called: String,
    errors: Errors,
    done: Option<&'static str>,
) -> anyhow::Result<One> {
    let rooms = homerooms::all(&mut conn, course.id).await?;
    let guides = homerooms::guides(&mut conn, room.id).await?;
    let people = homerooms::people(&mut conn, room.id).await?;
    let staff = courses::staff(&mut conn, &course).await?;
    let others = staff.into_iter().filter(|one| guides.iter().all(|guide| guide.member != one.member)).collect();
    let mut p = Page::new(&mut conn, visitor, room.name.clone()).await?.private().refused(&errors);
    p.address = manage_url(&course, &room);
    Ok(One { p, course, room, rooms, guides, people, others, called, errors, done })
}

/// `GET /courses/{course}/manage/homerooms/{number}/`: its name, its guides, and who is in it.
pub async fn one(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, number)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, room) = managed(&mut conn, &visitor, &address, &number).await?;
    let name = room.name.clone();
    let page = one_page(conn, &visitor, (course, room), name, Errors::default(), asked.key()).await?;
    site::unstored(site::show(&page))
}

/// What a homeroom is to be called.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NameForm {
    name: String,
}

/// `POST /courses/{course}/manage/homerooms/{number}/name`: calls it otherwise.
pub async fn rename(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, number)): Path<(String, String)>,
    Typed(form): Typed<NameForm>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, room) = managed(&mut conn, &visitor, &address, &number).await?;
    let name = one_line(&form.name);
    let wrong = if name.is_empty() {
        Some("field-required")
    } else if name.chars().count() > course_rules::LONGEST_TITLE {
        Some("field-too-long")
    } else {
        None
    };
    if let Some(key) = wrong {
        let errors = Errors::of("name", key);
        return site::refused(&one_page(conn, &visitor, (course, room), form.name, errors, None).await?);
    }
    drop(conn);
    app.db.always(async |tx| homerooms::rename(tx, course.id, room.id, &name).await).await?;
    Ok(saved(&course, &room))
}

fn saved(course: &Course, room: &Homeroom) -> Response {
    see_other(&format!("{}?done=saved#done", manage_url(course, room)))
}

/// Who is meant, and where they are to be.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct PersonForm {
    member: String,
    /// The number of the homeroom somebody moves to; empty: out of all.
    to: String,
}

impl PersonForm {
    fn member(&self) -> Answer<MemberId> {
        self.member.parse().map_err(|_| Failure::Bad("field-choose"))
    }
}

/// `POST /courses/{course}/manage/homerooms/{number}/guide`: somebody on the staff looks after it.
pub async fn give_guide(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, number)): Path<(String, String)>,
    Typed(form): Typed<PersonForm>,
) -> Answer {
    let (course, room) = managed(&mut app.db.read().await?, &visitor, &address, &number).await?;
    let member = form.member()?;
    if !app.db.always(async |tx| homerooms::give_guide(tx, &course, room.id, member).await).await? {
        return Err(Failure::NotFound);
    }
    Ok(saved(&course, &room))
}

/// `POST /courses/{course}/manage/homerooms/{number}/no-guide`: they no longer do.
pub async fn take_guide(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, number)): Path<(String, String)>,
    Typed(form): Typed<PersonForm>,
) -> Answer {
    let (course, room) = managed(&mut app.db.read().await?, &visitor, &address, &number).await?;
    let member = form.member()?;
    app.db.always(async |tx| homerooms::take_guide(tx, &course, room.id, member).await).await?;
    Ok(saved(&course, &room))
}

/// `POST /courses/{course}/manage/homerooms/{number}/move`: moves somebody from it to another.
pub async fn move_to(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, number)): Path<(String, String)>,
    Typed(form): Typed<PersonForm>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, room) = managed(&mut conn, &visitor, &address, &number).await?;
    let member = form.member()?;
    let to = match form.to.as_str() {
        "" => None,
        to => Some(homerooms::at(&mut conn, course.id, to).await?.ok_or(Failure::NotFound)?.id),
    };
    drop(conn);
    if !app.db.always(async |tx| homerooms::move_to(tx, course.id, member, to).await).await? {
        return Err(Failure::NotFound);
    }
    Ok(saved(&course, &room))
}
