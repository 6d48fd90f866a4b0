//! HTTP for what those who lead a course say of it.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use super::form::{FIELDS, Form};
use crate::{
    audiences::circles::Joining,
    course::{
        assignments,
        courses::{self, Course, Draft, No, rules},
        modules,
        pages::courses::pages::led,
    },
    ids::Timestamp,
    kit::{
        app::App,
        db::{Conn, Tx},
        error::{Answer, Failure},
        i18n::Lang,
        local_time::Day,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            see_other,
        },
    },
    people::members::{Member, Role, one_line},
    site::{self, Page, Visitor},
};

#[derive(Template)]
#[template(path = "course/pages/settings/settings.html")]
struct Edit {
    p: Page,
    f: Form,
    /// The course that is changed; none for a new one.
    course: Option<Course>,
    errors: Errors,
    wrong: Vec<Field>,
    done: Option<&'static str>,
    /// By how many days the first day moves, if it is asked whether what is planned moves with it.
    days: i64,
}

impl Edit {
    fn action(&self) -> String {
        self.course.as_ref().map_or_else(|| "/manage/courses/new".into(), Course::manage_url)
    }

    /// The languages it may be held in, by tag and name.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn languages(&self) -> [(&'static str, &'static str); 3] {
        Lang::ALL.map(|lang| (lang.tag(), lang.name()))
    }

    /// The names of all time zones.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn zones(&self) -> Vec<String> {
        jiff::tz::db().available().map(|zone| zone.as_str().to_owned()).collect()
    }

    /// How one may come in, by word and message.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn ways(&self) -> [(&'static str, &'static str); 3] {
        Joining::CHOICES.map(|joining| {
            let key = match joining {
                Joining::Open => "course-joining-open",
                Joining::Ask => "course-joining-ask",
                Joining::Invited | Joining::Placed => "course-joining-invited",
            };
            (joining.word(), key)
        })
    }

    /// Who may read its modules, by word and message.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn audiences(&self) -> [(&'static str, &'static str); 3] {
        [("circle", "course-for-participants"), ("community", "audience-community"), ("public", "audience-public")]
    }

    /// Whether the reader may begin another run of it.
    fn may_copy(&self) -> bool {
        self.p.viewer.as_ref().is_some_and(|viewer| viewer.role() >= Role::Instructor)
    }

    /// What is asked about what is planned, if anything is.
    fn asks_about_dates(&self) -> Option<String> {
        let key = if self.days > 0 { "course-dates-later" } else { "course-dates-earlier" };
        (self.days != 0).then(|| self.p.t.count(key, self.days.abs()))
    }

    fn asks_whether_sure(&self) -> bool {
        self.errors.get("sure").is_some() || !self.f.sure.is_empty()
    }
}

/// Whoever may begin a course: those who teach or organise in the community.
fn may_begin(visitor: &Visitor) -> Result<&Arc<Member>, Failure> {
    let member = visitor.signed_in()?;
    if member.role() >= Role::Instructor { Ok(member) } else { Err(Failure::Forbidden) }
}

async fn page(
    app: &App,
    visitor: &Visitor,
    course: Option<Course>,
    f: Form,
    errors: Errors,
    done: Option<&'static str>,
) -> anyhow::Result<Edit> {
    let title = match &course {
        Some(course) => course.title.clone(),
        None => visitor.words.say("course-begin"),
    };
    let mut p = Page::new(&mut app.db.read().await?, visitor, title).await?.private().refused(&errors);
    if let Some(course) = &course {
        p.address = course.manage_url();
    }
    Ok(Edit { p, f, course, wrong: errors.list(&FIELDS), errors, done, days: 0 })
}

/// `GET /manage/courses/new`: the form of a new course.
pub async fn new(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    may_begin(&visitor)?;
    let f = Form::empty(&visitor.community, app.now());
    site::unstored(site::show(&page(&app, &visitor, None, f, Errors::default(), None).await?))
}

/// `POST /manage/courses/new`: begins it; only those who lead it see it yet.
pub async fn create(State(app): State<Arc<App>>, visitor: Visitor, Typed(f): Typed<Form>) -> Answer {
    let member = may_begin(&visitor)?.clone();
    let mut errors = Errors::default();
    let address = errors.take("address", rules::address(&f.address, &f.title));
    let draft = match f.check(app.now()) {
        Ok(draft) => Some(draft),
        Err(mut wrong) => {
            if let Some(key) = errors.get("address").filter(|_| !f.address.trim().is_empty()) {
                wrong.add("address", key);
            }
            errors = wrong;
            None
        }
    };
    let (Some(address), Some(draft), true) = (address, draft, errors.is_empty()) else {
        return site::refused(&page(&app, &visitor, None, f, errors, None).await?);
    };
    match app.db.change(async |tx| courses::begin(tx, &member, &address, &draft, None).await).await? {
        Ok(_) => Ok(see_other(&format!("{}manage/?done=begun#done", courses::url(&address)))),
        Err(_) => {
            let errors = Errors::of("address", "field-taken");
            site::refused(&page(&app, &visitor, None, f, errors, None).await?)
        }
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
            "begun" => Some("course-done-begun"),
            "saved" => Some("course-done-saved"),
            "moved" => Some("course-done-moved"),
            "opened" => Some("course-done-opened"),
            "closed" => Some("course-done-closed"),
            "reopened" => Some("course-done-reopened"),
            _ => None,
        }
    }
}

/// `GET /courses/{course}/manage/`: the form, filled in, and what else one can do with the course.
pub async fn edit_form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let course = led(&mut app.db.read().await?, &visitor, &address).await?;
    let f = Form::of(&course);
    site::unstored(site::show(&page(&app, &visitor, Some(course), f, Errors::default(), asked.key()).await?))
}

/// `POST /courses/{course}/manage/`: changes it. If it begins on another day and something is planned, it is asked whether
/// that moves with it.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Typed(mut f): Typed<Form>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let course = led(&mut conn, &visitor, &address).await?;
    let days = days_to_move(&mut conn, &course, &f, app.now()).await?;
    drop(conn);
    f.address.clone_from(&course.address);
    let errors = match f.check_moved(&course, days, app.now()) {
        Ok(draft) => {
            let moved = f.moves() && days != 0;
            let seen = Timestamp(f.edited.parse().unwrap_or_default());
            let edited = app.db.change(async |tx| {
                if let Err(no) = courses::edit(tx, &course, seen, &draft).await? {
                    return Ok(Err(no));
                }
                if moved && !move_ahead(tx, &course, days).await? {
                    return Ok(Err(No::EditedMeanwhile));
                }
                modules::describe_all(tx, course.id).await?;
                assignments::describe_all(tx, course.id).await?;
                Ok(Ok(()))
            });
            match edited.await? {
                Ok(()) => {
                    let done = if moved { "moved" } else { "saved" };
                    return Ok(see_other(&format!("{}?done={done}#done", course.manage_url())));
                }
                Err(No::EditedMeanwhile | No::AddressTaken) => {
                    // Somebody else was here meanwhile: saving once more decides.
                    let now = led(&mut app.db.read().await?, &visitor, &address).await?;
                    f.edited = now.edited_at.0.to_string();
                    Errors::of("form", "course-moved-on")
                }
            }
        }
        Err(errors) => errors,
    };
    site::refused(&Edit { days, ..page(&app, &visitor, Some(course), f, errors, None).await? })
}

/// By how many days what is planned in a course could move with its first day; 0 if that stays, or nothing is planned.
async fn days_to_move(conn: &mut Conn, course: &Course, f: &Form, now: Timestamp) -> anyhow::Result<i64> {
    let days = f.days_later(course);
    let is_asked = days != 0
        && (modules::are_ahead(conn, course, now).await? || assignments::are_ahead(conn, course, now).await?);
    Ok(if is_asked { days } else { 0 })
}

/// Moves what is planned in a course by whole days, in its zone as it is now; answers whether nobody changed any of it at
/// the same moment.
async fn move_ahead(tx: &mut Tx, course: &Course, days: i64) -> anyhow::Result<bool> {
    let Some(course) = courses::find(tx, course.id).await? else { return Ok(false) };
    Ok(modules::move_ahead(tx, &course, days).await?.is_ok()
        && assignments::move_ahead(tx, &course, days).await?.is_ok())
}

/// `POST /courses/{course}/manage/open`: from now on others see it and come in.
pub async fn open(State(app): State<Arc<App>>, visitor: Visitor, Path(address): Path<String>) -> Answer {
    let (course, member) = own(&app, &visitor, &address).await?;
    app.db.always(async |tx| courses::open(tx, &member, &course).await).await?;
    Ok(see_other(&format!("{}?done=opened#done", course.manage_url())))
}

/// `POST /courses/{course}/manage/close`: nobody comes in, and nothing is expected any more.
pub async fn close(State(app): State<Arc<App>>, visitor: Visitor, Path(address): Path<String>) -> Answer {
    let (course, member) = own(&app, &visitor, &address).await?;
    app.db.always(async |tx| courses::close(tx, &member, &course).await).await?;
    Ok(see_other(&format!("{}?done=closed#done", course.manage_url())))
}

/// `POST /courses/{course}/manage/reopen`: the other way round.
pub async fn reopen(State(app): State<Arc<App>>, visitor: Visitor, Path(address): Path<String>) -> Answer {
    let (course, member) = own(&app, &visitor, &address).await?;
    app.db.always(async |tx| courses::reopen(tx, &member, &course).await).await?;
    Ok(see_other(&format!("{}?done=reopened#done", course.manage_url())))
}

async fn own(app: &App, visitor: &Visitor, address: &str) -> Answer<(Course, Arc<Member>)> {
    let member = visitor.signed_in()?.clone();
    Ok((led(&mut app.db.read().await?, visitor, address).await?, member))
}

#[derive(Template)]
#[template(path = "course/pages/settings/copy.html")]
struct Copy {
    p: Page,
    course: Course,
    f: CopyForm,
    errors: Errors,
    wrong: Vec<Field>,
}

/// What another run of a course is to be.
#[derive(Deserialize, Default, Clone)]
#[serde(default)]
pub struct CopyForm {
    title: String,
    address: String,
    starts: String,
    /// Whether days that have passed are meant.
    sure: String,
}

async fn copy_page(app: &App, visitor: &Visitor, course: Course, f: CopyForm, errors: Errors) -> anyhow::Result<Copy> {
    const COPY_FIELDS: [Field; 4] = [
        field("title", "title", "field-title"),
        field("address", "address", "field-address"),
        field("starts", "starts", "course-starts"),
        field("sure", "sure", "course-sure"),
    ];
    let mut p = Page::new(&mut app.db.read().await?, visitor, course.title.clone()).await?.private().refused(&errors);
    p.address = format!("{}copy", course.manage_url());
    Ok(Copy { p, course, f, wrong: errors.list(&COPY_FIELDS), errors })
}

/// `GET /courses/{course}/manage/copy`: what another run is to be called, and when it begins.
pub async fn copy_form(State(app): State<Arc<App>>, visitor: Visitor, Path(address): Path<String>) -> Answer {
    let course = led(&mut app.db.read().await?, &visitor, &address).await?;
    may_begin(&visitor)?;
    // After its end, on the same day of the week.
    let today = Day::of(app.now(), &course.zone()).max(course.ends_on());
    let weeks = today.days_after(course.starts_on()).max(0) / 7 + 2;
    let f = CopyForm {
        title: course.title.clone(),
        address: String::new(),
        starts: course.starts_on().plus_days(7 * weeks).to_string(),
        sure: String::new(),
    };
    site::unstored(site::show(&copy_page(&app, &visitor, course, f, Errors::default()).await?))
}

/// `POST /courses/{course}/manage/copy`: another run with every planned moment moved by whole days, and nobody in it.
pub async fn copy(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Typed(f): Typed<CopyForm>,
) -> Answer {
    let course = led(&mut app.db.read().await?, &visitor, &address).await?;
    let member = may_begin(&visitor)?.clone();
    let mut errors = Errors::default();
    let title = one_line(&f.title);
    if title.is_empty() {
        errors.add("title", "field-required");
    } else if title.chars().count() > rules::LONGEST_TITLE {
        errors.add("title", "field-too-long");
    }
    let starts = errors.take("starts", f.starts.parse::<Day>());
    let wished = if f.address.trim().is_empty() {
        format!("{title} {}", f.starts.get(..4).unwrap_or(""))
    } else {
        f.address.clone()
    };
    let address = errors.take("address", rules::address(&wished, &title));
    let is_past = starts.is_some_and(|starts| {
        let ends_on = course.ends_on().plus_days(starts.days_after(course.starts_on()));
        ends_on < Day::of(app.now(), &course.zone())
    });
    if is_past && f.sure.is_empty() {
        errors.add("sure", "course-sure-text");
    }
    let (Some(starts_on), Some(address), true) = (starts, address, errors.is_empty()) else {
        return site::refused(&copy_page(&app, &visitor, course, f, errors).await?);
    };
    let days = starts_on.days_after(course.starts_on());
    let (from, to) = (course.url(), courses::url(&address));
    let onward = rules::Onward { site: &app.settings.base_url, from: &from, to: &to };
    let source = onward.links(&course.source);
    let draft = Draft { title, source, starts_on, ends_on: course.ends_on().plus_days(days), ..Draft::of(&course) };
    let copied = app
        .db
        .change(async |tx| {
            let id = match courses::begin(tx, &member, &address, &draft, Some(course.id)).await? {
                Ok(id) => id,
                Err(no) => return Ok(Err(no)),
            };
            if let Some(to) = courses::find(tx, id).await? {
                modules::copy(tx, course.id, &to, member.id, days, &onward).await?;
                assignments::copy(tx, course.id, &to, member.id, days, &onward).await?;
            }
            Ok(Ok(id))
        })
        .await?;
    match copied {
        Ok(_) => Ok(see_other(&format!("{}manage/?done=begun#done", courses::url(&address)))),
        Err(_) => {
            let errors = Errors::of("address", "field-taken");
            site::refused(&copy_page(&app, &visitor, course, f, errors).await?)
        }
    }
}
