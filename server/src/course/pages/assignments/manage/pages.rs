//! HTTP for making and changing assignments.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use super::form::{AssignmentForm, FIELDS};
use crate::{
    course::{
        assignments::{self, Assignment, Kind, No},
        courses::Course,
        modules::{self, Module},
        pages::courses::pages::led,
    },
    ids::{ConversationId, Timestamp},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{
            Path, Query,
            forms::{Errors, Field, Typed},
            see_other,
        },
    },
    site::{self, Page, Visitor},
    talk::uploads,
};

#[derive(Template)]
#[template(path = "course/pages/assignments/manage/list.html")]
struct List {
    p: Page,
    course: Course,
    all: Vec<Assignment>,
    done: Option<&'static str>,
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
            "added" => Some("module-done-added"),
            "saved" => Some("course-done-saved"),
            "opened" => Some("assignment-done-opened"),
            "deleted" => Some("module-done-deleted"),
            _ => None,
        }
    }
}

/// `GET /courses/{course}/manage/assignments/`: all assignments in their order.
pub async fn list(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let course = led(&mut conn, &visitor, &address).await?;
    let all = assignments::all(&mut conn, course.id).await?;
    let p = Page::new(&mut conn, &visitor, course.title.clone()).await?.private();
    site::unstored(site::show(&List { p, course, all, done: asked.key() }))
}

#[derive(Template)]
#[template(path = "course/pages/assignments/manage/one.html")]
struct One {
    p: Page,
    course: Course,
    /// The one that is changed; none for a new one.
    it: Option<Assignment>,
    modules: Vec<Module>,
    f: AssignmentForm,
    errors: Errors,
    wrong: Vec<Field>,
    done: Option<&'static str>,
}

impl One {
    /// What may be handed in, by word and message.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn kinds(&self) -> [(&'static str, &'static str); 3] {
        Kind::ALL.map(|kind| (kind.word(), kind.key()))
    }

    fn action(&self) -> String {
        match &self.it {
            Some(it) => it.manage_url(),
            None => format!("{}assignments/new", self.course.manage_url()),
        }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn is_module(&self, id: &ConversationId) -> bool {
        self.f.module == id.to_string()
    }
}

async fn page(
    conn: &mut Conn,
    visitor: &Visitor,
    (course, it): (Course, Option<Assignment>),
    f: AssignmentForm,
    errors: Errors,
    done: Option<&'static str>,
) -> anyhow::Result<One> {
    let modules = modules::all(conn, course.id).await?;
    let title = it.as_ref().map_or_else(|| visitor.words.say("assignment-new"), |it| it.title.clone());
    let p = Page::new(conn, visitor, title).await?.private().refused(&errors);
    let wrong = errors.list(&FIELDS);
    let mut page = One { p, course, it, modules, f, errors, wrong, done };
    page.p.address = page.action();
    Ok(page)
}

/// `GET /courses/{course}/manage/assignments/new`: the form of a new one.
pub async fn new(State(app): State<Arc<App>>, visitor: Visitor, Path(address): Path<String>) -> Answer {
    let mut conn = app.db.read().await?;
    let course = led(&mut conn, &visitor, &address).await?;
    let form = AssignmentForm::default();
    site::show(&page(&mut conn, &visitor, (course, None), form, Errors::default(), None).await?)
}

/// `POST /courses/{course}/manage/assignments/new`: a new one, which only those who lead the course see until it opens.
pub async fn create(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Typed(f): Typed<AssignmentForm>,
) -> Answer {
    let author = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let course = led(&mut conn, &visitor, &address).await?;
    let errors = match f.check(&modules::all(&mut conn, course.id).await?) {
        Ok(draft) => {
            drop(conn);
            match app.db.change(async |tx| assignments::add(tx, &course, author, &draft).await).await? {
                Ok(id) => return Ok(see_other(&format!("{}assignments/{id}/?done=added#done", course.manage_url()))),
                Err(_) => {
                    conn = app.db.read().await?;
                    Errors::of("form", "assignment-too-many")
                }
            }
        }
        Err(errors) => errors,
    };
    site::refused(&page(&mut conn, &visitor, (course, None), f, errors, None).await?)
}

async fn managed(
    conn: &mut Conn,
    visitor: &Visitor,
    address: &str,
    id: ConversationId,
) -> Answer<(Course, Assignment)> {
    let course = led(conn, visitor, address).await?;
    let it = assignments::in_course(conn, course.id, id).await?.ok_or(Failure::NotFound)?;
    Ok((course, it))
}

/// `GET /courses/{course}/manage/assignments/{id}/`: the form of one.
pub async fn one(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, ConversationId)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, it) = managed(&mut conn, &visitor, &address, id).await?;
    let form = AssignmentForm::of(&it);
    let page = page(&mut conn, &visitor, (course, Some(it)), form, Errors::default(), asked.key()).await?;
    site::unstored(site::show(&page))
}

/// `POST /courses/{course}/manage/assignments/{id}/`: changes one.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, ConversationId)>,
    Typed(mut f): Typed<AssignmentForm>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, it) = managed(&mut conn, &visitor, &address, id).await?;
    let errors = match f.check(&modules::all(&mut conn, course.id).await?) {
        Ok(draft) => {
            drop(conn);
            let seen = Timestamp(f.edited.parse().unwrap_or_default());
            let by = visitor.signed_in()?.id;
            let edited = app.db.change(async |tx| {
                if let Err(no) = assignments::edit(tx, &course, &it, seen, &draft).await? {
                    return Ok(Err(no));
                }
                uploads::note_uses(tx, by, it.id, &draft.source).await?;
                Ok(Ok(()))
            });
            let changed = edited.await?;
            conn = app.db.read().await?;
            match changed {
                Ok(()) => return Ok(see_other(&format!("{}?done=saved#done", it.manage_url()))),
                Err(No::EditedMeanwhile | No::TooMany) => {
                    f.edited = managed(&mut conn, &visitor, &address, id).await?.1.edited_at.0.to_string();
                    Errors::of("form", "course-moved-on")
                }
            }
        }
        Err(errors) => errors,
    };
    site::refused(&page(&mut conn, &visitor, (course, Some(it)), f, errors, None).await?)
}

/// `POST /courses/{course}/manage/assignments/{id}/open`: opens it now.
pub async fn open(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, ConversationId)>,
) -> Answer {
    let (course, it) = managed(&mut app.db.read().await?, &visitor, &address, id).await?;
    app.db.always(async |tx| assignments::open(tx, &course, id).await).await?;
    Ok(see_other(&format!("{}?done=opened#done", it.manage_url())))
}

/// `POST /courses/{course}/manage/assignments/{id}/delete`: takes away one that never opened.
pub async fn delete(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, ConversationId)>,
) -> Answer {
    let (course, it) = managed(&mut app.db.read().await?, &visitor, &address, id).await?;
    if app.db.always(async |tx| assignments::delete(tx, course.id, &it).await).await? {
        return Ok(see_other(&format!("{}assignments/?done=deleted#done", course.manage_url())));
    }
    Ok(see_other(&it.manage_url()))
}
