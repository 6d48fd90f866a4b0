//! HTTP for the list of courses, the page of one, coming in and leaving.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    audiences::circles::{self, Joining, WishKind},
    course::{
        assignments::{self, Listed as Task},
        courses::{self, Course, Joined, Listed, MustStay, Person, Phase, Standing},
        homerooms::{self, Homeroom},
        invitations,
        modules::{self, Next, Planned},
    },
    ids::{CircleId, Timestamp},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        i18n::Locale,
        local_time::Day,
        web::{
            Path, Query,
            forms::{Errors, Typed, optional},
            see_other,
        },
    },
    links::notices,
    people::members::{Name, Role, one_line},
    site::{self, Page, Visitor},
    talk::posts::{self, Of, Post},
};

/// So many things that are to be handed in stand on the page of a course.
const TASKS: usize = 3;
/// What is said with a request is no longer, in characters.
const LONGEST_WORDS: usize = 500;

/// A calendar day as pages write it.
pub fn day(t: &Locale, day: Day) -> String {
    t.calendar_day(day.0.year(), day.0.month(), day.0.day())
}

/// The days of a course: from when to when.
pub fn days(t: &Locale, course: &Course) -> String {
    t.with2("course-days", ("from", day(t, course.starts_on())), ("until", day(t, course.ends_on())))
}

/// Where a course is in its time, in words.
pub fn phase(t: &Locale, phase: Phase) -> String {
    match phase {
        Phase::Prepared => t.say("course-prepared"),
        Phase::Coming => t.say("course-coming"),
        Phase::Running(week, weeks) => t.with2("course-week-of", ("week", t.number(week)), ("weeks", t.number(weeks))),
        Phase::Over => t.say("course-over"),
    }
}

/// The course at an address and what the visitor is to it; whoever may not know of it finds nothing.
pub async fn found(conn: &mut Conn, visitor: &Visitor, address: &str) -> Answer<(Course, Standing)> {
    courses::at(conn, visitor.member.as_deref(), address).await?.ok_or(Failure::NotFound)
}

/// Calls the authors of posts as they wish to be called in a course, on a page of it.
pub async fn call_authors(conn: &mut Conn, course: CircleId, posts: &mut [Post]) -> anyhow::Result<()> {
    let names = courses::names(conn, course, posts.iter().map(|post| post.author)).await?;
    for post in posts {
        if let Some(name) = names.get(&post.author) {
            post.author_name.clone_from(name);
        }
    }
    Ok(())
}

/// The same for those who lead it. Nobody else learns that there is something to lead.
pub async fn led(conn: &mut Conn, visitor: &Visitor, address: &str) -> Answer<Course> {
    visitor.signed_in()?;
    let (course, standing) = found(conn, visitor, address).await?;
    if standing.leads() { Ok(course) } else { Err(Failure::NotFound) }
}

#[derive(Template)]
#[template(path = "course/pages/courses/list.html")]
struct List {
    p: Page,
    now: Vec<Listed>,
    past: Vec<Listed>,
    /// Whether the reader may begin one.
    may_begin: bool,
    phases: std::collections::HashMap<i64, Phase>,
}

impl List {
    fn phase(&self, listed: &Listed) -> String {
        phase(&self.p.t, self.phases.get(&listed.course.id.0).copied().unwrap_or(Phase::Over))
    }

    fn days(&self, listed: &Listed) -> String {
        days(&self.p.t, &listed.course)
    }
}

/// `GET /courses/`: all courses that the reader may know of.
pub async fn list(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let mut conn = app.db.read().await?;
    let mut all = courses::list(&mut conn, visitor.member.as_deref()).await?;
    if let Some(member) = &visitor.member {
        let invited = invitations::courses_of(&mut conn, member, app.now()).await?;
        all.iter_mut().filter(|listed| invited.contains(&listed.course.id)).for_each(Listed::is_invited_to);
    }
    let at = app.now();
    let phases = all.iter().map(|listed| (listed.course.id.0, listed.course.phase(at))).collect();
    let (past, mut now): (Vec<_>, Vec<_>) = all.into_iter().partition(|listed| listed.course.is_over(at));
    now.sort_by_key(|listed| listed.course.starts_on());
    let may_begin = visitor.member.as_ref().is_some_and(|member| member.role() >= Role::Instructor);
    let p = Page::new(&mut conn, &visitor, visitor.words.say("courses")).await?;
    site::show(&List { p, now, past, may_begin, phases })
}

/// What the reader can do about taking part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Way {
    /// They are in it.
    In,
    /// Press, and be in.
    Join,
    /// They are invited.
    Invited,
    /// Ask, and be answered.
    Ask,
    /// They asked.
    Asked,
    /// All places are taken; one may wait.
    Wait,
    /// They wait.
    Waiting,
    /// By invitation only.
    Uninvited,
    /// It is over.
    Over,
    /// It is over, and they said that they would have liked to.
    OverNoted,
    /// It is being prepared.
    Prepared,
}

#[derive(Template)]
#[template(path = "course/pages/courses/course.html")]
struct Shown {
    p: Page,
    course: Course,
    standing: Standing,
    phase: Phase,
    now: Timestamp,
    came_late: bool,
    way: Way,
    staff: Vec<Person>,
    /// How many lead it besides.
    more_staff: i64,
    plan: Vec<Planned>,
    /// What is there for the reader to do next.
    next: Option<Next>,
    /// The homeroom the reader is in, or those they look after.
    rooms: Vec<Homeroom>,
    /// What was written for the course last.
    posts: Vec<Post>,
    errors: Errors,
    words: String,
    /// What is to be handed in and is not, what is due first coming first.
    tasks: Vec<Task>,
    /// Whether anything is to be handed in at all.
    has_tasks: bool,
    done: Option<&'static str>,
}

impl Shown {
    /// What the course is, for machines (schema.org).
    fn data(&self) -> String {
        let (course, provider) = (&self.course, &self.p.community.name);
        site::machine_data(&serde_json::json!({
            "@context": "https://schema.org",
            "@type": "Course",
            "name": course.title,
            "description": if course.tagline.is_empty() { &course.title } else { &course.tagline },
            "url": format!("{}{}", self.p.base_url, course.url()),
            "inLanguage": course.lang(),
            "provider": { "@type": "Organization", "name": provider, "url": format!("{}/", self.p.base_url) },
            "teaches": course.outcomes(),
            "hasCourseInstance": {
                "@type": "CourseInstance",
                "courseMode": "Online",
                "startDate": course.starts_on().to_string(),
                "endDate": course.ends_on().to_string(),
            },
        }))
    }

    fn days(&self) -> String {
        days(&self.p.t, &self.course)
    }

    fn phase(&self) -> String {
        phase(&self.p.t, self.phase)
    }

    /// The module that is open now and opened last.
    fn current(&self) -> Option<&Planned> {
        self.plan.iter().rev().find(|planned| planned.opened_at.is_some() && !planned.slug.is_empty())
    }

    fn is_current(&self, planned: &Planned) -> bool {
        self.current().is_some_and(|current| current.id == planned.id)
    }

    /// The live session that comes next.
    fn live(&self) -> Option<(&Planned, Timestamp)> {
        let ahead = self.plan.iter().filter_map(|planned| Some((planned, planned.live_at?)));
        ahead.filter(|(_, at)| *at > self.now).min_by_key(|(_, at)| *at)
    }

    /// How many modules behind the present one have something left to do.
    fn behind(&self) -> i64 {
        let current = self.current().map(|current| current.id);
        let left = self.plan.iter().take_while(|planned| Some(planned.id) != current);
        let behind = left.filter(|planned| planned.opened_at.is_some() && planned.core > planned.done).count();
        i64::try_from(behind).unwrap_or_default()
    }

    /// Whether the reader came so late that the course was under way.
    const fn is_late(&self) -> bool {
        self.came_late
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn takes(&self, minutes: &i64) -> String {
        self.p.t.count("module-minutes", *minutes)
    }

    /// When a module opens, for whoever may know.
    fn opens(&self, planned: &Planned) -> String {
        planned.opens_at.map_or_else(
            || self.p.t.say("module-later"),
            |at| self.p.t.with("module-opens-at", "time", self.p.t.full_time(at)),
        )
    }

    fn done_of(&self, planned: &Planned) -> String {
        let t = &self.p.t;
        t.with2("module-progress", ("done", t.number(planned.done)), ("core", t.number(planned.core)))
    }

    /// How many places are left, where they are counted.
    fn free(&self) -> Option<i64> {
        self.course.places.map(|places| (places - self.course.taken).max(0))
    }

    /// Whether its days are in another zone than the reader's.
    fn names_zone(&self) -> bool {
        self.p.t.zone_name() != self.course.time_zone
    }
}

/// What the query of a course's page may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
}

impl Asked {
    fn key(&self) -> Option<&'static str> {
        match self.done.as_str() {
            "in" => Some("course-done-in"),
            "asked" => Some("course-done-asked"),
            "waiting" => Some("course-done-waiting"),
            "over" => Some("course-done-over"),
            "left" => Some("course-done-left"),
            "named" => Some("course-done-named"),
            _ => None,
        }
    }
}

/// `GET /courses/{course}/`: what a course is; for those in it, where it stands.
pub async fn course(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, standing) = found(&mut conn, &visitor, &address).await?;
    let page = shown(&app, conn, &visitor, course, standing, Errors::default(), asked.key()).await?;
    let response = site::unstored(site::show(&page));
    if let Some(member) = visitor.id().filter(|_| page.p.notices > 0)
        && notices::is_told_of(&mut app.db.read().await?, member, page.course.id).await?
    {
        app.db.always(async |tx| notices::seen_circle(tx, member, page.course.id).await).await?;
    }
    response
}

async fn shown(
    app: &App,
    mut conn: Conn,
    visitor: &Visitor,
    course: Course,
    standing: Standing,
    errors: Errors,
    done: Option<&'static str>,
) -> anyhow::Result<Shown> {
    let phase = course.phase(app.now());
    let wish = match visitor.id() {
        Some(member) if !standing.is_in() => circles::wish_of(&mut conn, course.id, member).await?,
        _ => None,
    };
    // Whoever was invited by e-mail need not have the link at hand.
    let is_invited = match &visitor.member {
        Some(member) if !standing.is_in() => {
            invitations::of_member(&mut conn, course.id, member, app.now()).await?.is_some()
        }
        _ => false,
    };
    let way = match (standing.is_in(), phase, wish.map(|wish| wish.kind())) {
        (true, ..) => Way::In,
        (false, Phase::Prepared, _) => Way::Prepared,
        (false, Phase::Over, Some(WishKind::Asked)) => Way::OverNoted,
        (false, Phase::Over, _) => Way::Over,
        (false, _, Some(WishKind::Waiting)) => Way::Waiting,
        (false, ..) if is_invited => Way::Invited,
        (false, _, Some(WishKind::Asked)) => Way::Asked,
        (false, _, Some(WishKind::Invited)) => Way::Invited,
        (false, _, None) => match course.joining() {
            Joining::Open if course.is_full() => Way::Wait,
            Joining::Open => Way::Join,
            Joining::Ask => Way::Ask,
            Joining::Invited | Joining::Placed => Way::Uninvited,
        },
    };
    let reader = visitor.id();
    let plan = modules::plan(&mut conn, &course, standing, reader).await?;
    let (mut next, mut rooms, mut posts, mut came_late) = (None, vec![], vec![], false);
    if let Some(member) = reader.filter(|_| standing.is_in()) {
        next = modules::next(&mut conn, course.id, member).await?;
        rooms = homerooms::of_person(&mut conn, course.id, member).await?;
        posts = posts::list(&mut conn, visitor.member.as_deref(), Of::Course(course.id), None, 6).await?;
        call_authors(&mut conn, course.id, &mut posts).await?;
        let since = courses::since(&mut conn, course.id, member).await?;
        came_late = since.is_some_and(|since| since > course.starts_on().plus_days(7).begin(&course.zone()));
    }
    let homeroom = rooms.first().map(|room| room.id);
    let (staff, more_staff) = courses::shown_staff(&mut conn, &course, homeroom).await?;
    let mut tasks = assignments::of_member(&mut conn, course.id, standing, reader).await?;
    let has_tasks = !tasks.is_empty();
    tasks.retain(|task| standing.takes_part() && task.first_at.is_none() && !task.is_chosen_elsewhere);
    tasks.sort_by_key(|task| (task.due_at.is_none(), task.due_at));
    tasks.truncate(TASKS);
    let now = app.now();
    let mut p = Page::new(&mut conn, visitor, course.title.clone()).await?.refused(&errors);
    p.address = course.url();
    if course.opened_at.is_none() {
        p = p.private();
    }
    Ok(Shown {
        p,
        course,
        standing,
        phase,
        now,
        came_late,
        way,
        staff,
        more_staff,
        plan,
        next,
        rooms,
        posts,
        errors,
        words: String::new(),
        done,
        tasks,
        has_tasks,
    })
}

/// What is sent with the wish to take part.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct JoinForm {
    words: String,
}

/// `POST /courses/{course}/join`: to take part, to ask, or to wait for a place. Twice is once.
pub async fn join(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Typed(form): Typed<JoinForm>,
) -> Answer {
    let member = visitor.signed_in()?.clone();
    let mut conn = app.db.read().await?;
    let (course, standing) = found(&mut conn, &visitor, &address).await?;
    if course.opened_at.is_none() {
        return Err(Failure::NotFound);
    }
    let words = one_line(&form.words);
    if words.chars().count() > LONGEST_WORDS {
        let errors = Errors::of("words", "field-too-long");
        let mut page = shown(&app, conn, &visitor, course, standing, errors, None).await?;
        page.words = form.words;
        return site::refused(&page);
    }
    drop(conn);
    let community = visitor.community.clone();
    let joined = app.db.always(async |tx| {
        let now = tx.now;
        let invited = invitations::of_member(tx, course.id, &member, now).await?;
        if let Some(invitation) = invited
            && let Ok(joined) = invitations::accept(tx, &community, &invitation, &course, &member).await?
        {
            return Ok(joined);
        }
        courses::join(tx, &course, member.id, &words).await
    });
    let joined = joined.await?;
    let done = match joined {
        Joined::In | Joined::Already => "in",
        Joined::Asked => "asked",
        Joined::Waiting => "waiting",
        Joined::Over => "over",
        Joined::Uninvited => return Err(Failure::NotFound),
    };
    Ok(see_other(&format!("{}?done={done}#done", course.url())))
}

#[derive(Template)]
#[template(path = "course/pages/courses/name.html")]
struct Naming {
    p: Page,
    course: Course,
    /// What they are called everywhere.
    usual: String,
    called: String,
    errors: Errors,
}

/// A course that the visitor takes part in, and what they are called there.
async fn taken_part_in(conn: &mut Conn, visitor: &Visitor, address: &str) -> Answer<(Course, String)> {
    let member = visitor.signed_in()?.id;
    let (course, _) = found(conn, visitor, address).await?;
    let name = courses::name_of(conn, course.id, member).await?.ok_or(Failure::NotFound)?;
    Ok((course, name))
}

async fn naming(conn: &mut Conn, visitor: &Visitor, course: Course, called: String, errors: Errors) -> Answer<Naming> {
    let usual = visitor.signed_in()?.name.clone();
    let title = visitor.words.say("course-name");
    let mut p = Page::new(conn, visitor, title).await?.private().refused(&errors);
    p.address = format!("{}name", course.url());
    Ok(Naming { p, course, usual, called, errors })
}

/// `GET /courses/{course}/name`: what one is called in this course.
pub async fn name_form(State(app): State<Arc<App>>, visitor: Visitor, Path(address): Path<String>) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, called) = taken_part_in(&mut conn, &visitor, &address).await?;
    site::unstored(site::show(&naming(&mut conn, &visitor, course, called, Errors::default()).await?))
}

/// What somebody wants to be called.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NameForm {
    name: String,
}

/// `POST /courses/{course}/name`: to be called so in this course, or, with nothing, as everywhere. Nobody is called what
/// could be taken for those who lead here.
pub async fn name(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Typed(form): Typed<NameForm>,
) -> Answer {
    let member = visitor.signed_in()?.clone();
    let mut conn = app.db.read().await?;
    let (course, before) = taken_part_in(&mut conn, &visitor, &address).await?;
    let mut errors = Errors::default();
    let name = errors.take("name", optional::<Name>(&form.name)).flatten();
    if let Some(name) = name.as_ref().filter(|name| name.as_str() != before) {
        let trusted = courses::trusted_names(&mut conn, &course, &visitor.community.name).await?;
        if trusted.like(name.as_str(), Some(member.id)).is_some() {
            errors.add("name", "course-name-like");
        } else if app.limits.moves.take(&member.id.0).is_err() {
            errors.add("name", "error-too-many-text");
        }
    }
    if !errors.is_empty() {
        return site::refused(&naming(&mut conn, &visitor, course, form.name, errors).await?);
    }
    drop(conn);
    if !app.db.always(async |tx| courses::call(tx, course.id, member.id, name.as_ref()).await).await? {
        return Err(Failure::NotFound);
    }
    Ok(see_other(&format!("{}?done=named#done", course.url())))
}

#[derive(Template)]
#[template(path = "course/pages/courses/leave.html")]
struct Leave {
    p: Page,
    course: Course,
    is_in: bool,
    must_stay: bool,
}

/// `GET /courses/{course}/leave`: asks whether one really wants to leave, or wait no longer.
pub async fn leave_form(State(app): State<Arc<App>>, visitor: Visitor, Path(address): Path<String>) -> Answer {
    let member = visitor.signed_in()?.clone();
    let mut conn = app.db.read().await?;
    let (course, standing) = found(&mut conn, &visitor, &address).await?;
    let is_invited = invitations::of_member(&mut conn, course.id, &member, app.now()).await?.is_some();
    if !standing.is_in() && !is_invited && circles::wish_of(&mut conn, course.id, member.id).await?.is_none() {
        return Err(Failure::NotFound);
    }
    let p = Page::new(&mut conn, &visitor, visitor.words.with("course-leave-title", "name", course.title.as_str()));
    let p = p.await?.private();
    site::unstored(site::show(&Leave { p, course, is_in: standing.is_in(), must_stay: false }))
}

/// `POST /courses/{course}/leave`: what was written stays; the next one who waits comes in.
pub async fn leave(State(app): State<Arc<App>>, visitor: Visitor, Path(address): Path<String>) -> Answer {
    let member = visitor.signed_in()?.clone();
    let mut conn = app.db.read().await?;
    let (course, standing) = found(&mut conn, &visitor, &address).await?;
    drop(conn);
    let left = app.db.change(async |tx| {
        let now = tx.now;
        if let Some(invitation) = invitations::of_member(tx, course.id, &member, now).await? {
            invitations::decline(tx, &invitation).await?;
        }
        courses::leave(tx, &course, member.id).await
    });
    match left.await? {
        Ok(()) if course.opened_at.is_none() => Ok(see_other("/courses/")),
        Ok(()) => Ok(see_other(&format!("{}?done=left#done", course.url()))),
        Err(MustStay::OnlyInstructor) => {
            let mut conn = app.db.read().await?;
            let title = visitor.words.with("course-leave-title", "name", course.title.as_str());
            let p = Page::new(&mut conn, &visitor, title).await?.private();
            site::refused(&Leave { p, course, is_in: standing.is_in(), must_stay: true })
        }
    }
}
