//! What stands in a calendar: everything with a date in the courses and tribes of a member, as they may know it now.

use std::collections::HashMap;

use calendar::{Calendar, Event, Status, When};

use super::store;
use crate::{
    course::courses,
    ids::{CircleId, ConversationId, MemberId, RowId, Timestamp},
    kit::{
        db::Conn,
        i18n::Locale,
        local_time::{Day, LocalTime},
    },
};

/// So long what was cancelled stays there and says so, in days after it was to be.
const CANCELLED_DAYS: i64 = 56;

/// Who asks for a calendar, and from where.
pub struct Asking<'a> {
    /// Their language, and where they are.
    pub words: &'a Locale,
    /// The address of the site, without a slash at its end; empty for links within it.
    pub base_url: &'a str,
    /// The present moment.
    pub now: Timestamp,
}

/// A course with its days.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct CourseRow {
    id: CircleId,
    address: String,
    title: String,
    starts_on: String,
    ends_on: String,
    edited_at: Timestamp,
}

/// A module with its dates.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ModuleRow {
    id: ConversationId,
    course: CircleId,
    kind: String,
    title: String,
    path: String,
    opens_local: Option<String>,
    opens_at: Option<Timestamp>,
    opened_at: Option<Timestamp>,
    ends_on: Option<String>,
    live_at: Option<Timestamp>,
    live_minutes: Option<i64>,
    live_sequence: i64,
    live_cancelled_at: Option<Timestamp>,
    live_link: String,
    edited_at: Timestamp,
    /// Whether the reader may open it.
    is_readable: bool,
}

/// Something that is to be handed in.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct AssignmentRow {
    id: ConversationId,
    course: CircleId,
    title: String,
    path: String,
    due_at: Option<Timestamp>,
    /// Until when others review it, if that was said.
    closes_at: Option<Timestamp>,
    edited_at: Timestamp,
    /// When the reader was given more time.
    given_at: Option<Timestamp>,
}

/// When a tribe meets.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct MeetingRow {
    id: RowId,
    tribe: String,
    address: String,
    tribe_edited_at: Timestamp,
    title: String,
    place: String,
    starts_at: Timestamp,
    minutes: i64,
    sequence: i64,
    cancelled_at: Option<Timestamp>,
    edited_at: Timestamp,
}

/// The first and last day of each course, when modules open, weeks for catching up, live sessions, what is to be handed in
/// and reviewed, and when tribes meet: in all courses and tribes of a member, or in one.
pub async fn of(
    conn: &mut Conn,
    member: MemberId,
    circle: Option<CircleId>,
    asking: &Asking<'_>,
) -> anyhow::Result<Calendar> {
    let courses = store::courses(conn, member, circle).await?;
    let modules = store::modules(conn, member, circle).await?;
    let assignments = store::assignments(conn, member, circle).await?;
    let meetings = store::meetings(conn, member, circle).await?;
    let by_id: HashMap<CircleId, &CourseRow> = courses.iter().map(|course| (course.id, course)).collect();
    let mut events: Vec<Event> = courses.iter().flat_map(|course| asking.days(course)).collect();
    for it in &modules {
        let Some(course) = by_id.get(&it.course) else { continue };
        events.extend(asking.opening(it, course));
        events.extend(asking.week(it, course));
        events.extend(asking.live(it, course));
    }
    for it in &assignments {
        let Some(course) = by_id.get(&it.course) else { continue };
        events.extend(asking.due(it, course));
        events.extend(asking.reviews(it, course));
    }
    events.extend(meetings.iter().filter_map(|meeting| asking.meeting(meeting)));
    let name = match (circle, courses.first()) {
        (None, _) => asking.words.say("calendar-all"),
        (Some(_), Some(course)) => course.title.clone(),
        (Some(circle), None) => {
            let tribe = store::tribe_name(conn, member, circle).await?;
            tribe.unwrap_or_else(|| asking.words.say("calendar-left"))
        }
    };
    Ok(Calendar { name, events })
}

impl Asking<'_> {
    /// What tells something of this site from everything else.
    fn uid(&self, kind: &str, id: i64) -> String {
        let host = self.base_url.split_once("://").map_or(self.base_url, |(_, host)| host);
        format!("{kind}-{id}@{host}")
    }

    fn page(&self, path: &str) -> String {
        format!("{}{path}", self.base_url)
    }

    /// Something of a course, which is changed with the course, too: its title stands in it, and its zone moves it.
    fn event(&self, (kind, id): (&str, i64), changed: Timestamp, when: When, summary: String, path: &str) -> Event {
        Event {
            uid: self.uid(kind, id),
            sequence: changes(changed),
            changed: utc(changed),
            when,
            status: Status::Confirmed,
            summary,
            description: String::new(),
            location: String::new(),
            url: if path.is_empty() { String::new() } else { self.page(path) },
        }
    }

    fn titled(&self, key: &str, title: &str, course: &CourseRow) -> String {
        self.words.with2(key, ("title", title), ("course", course.title.as_str()))
    }

    /// The first and the last day of a course.
    fn days(&self, course: &CourseRow) -> Vec<Event> {
        let path = courses::url(&course.address);
        let day = |kind: &str, key: &str, day: &str| {
            let day: Day = day.parse().ok()?;
            let summary = self.words.with(key, "course", course.title.as_str());
            Some(self.event((kind, course.id.0), course.edited_at, When::Days(day.0, day.0), summary, &path))
        };
        let first = day("course-begins", "calendar-first-day", &course.starts_on);
        first.into_iter().chain(day("course-ends", "calendar-last-day", &course.ends_on)).collect()
    }

    /// When a module opens, or opened if somebody was early.
    fn opening(&self, it: &ModuleRow, course: &CourseRow) -> Option<Event> {
        if it.is_catch_up() {
            return None;
        }
        let planned = it.opens_at?;
        let at = it.opened_at.map_or(planned, |opened| opened.min(planned));
        let summary = self.titled("calendar-opens", &it.title, course);
        let changed = it.changed(course);
        Some(self.event(("opening", it.id.0), changed, When::At(utc(at)), summary, it.path_to_open()))
    }

    /// A week for catching up.
    fn week(&self, it: &ModuleRow, course: &CourseRow) -> Option<Event> {
        if !it.is_catch_up() {
            return None;
        }
        let first = it.opens_local.as_deref()?.parse::<LocalTime>().ok()?.day();
        let last = it.ends_on.as_deref().and_then(|day| day.parse::<Day>().ok());
        // A week is one of seven days, unless it says otherwise.
        let last = last.filter(|last| *last >= first).unwrap_or_else(|| first.plus_days(6));
        let summary = format!("{} · {}", it.title, course.title);
        let when = When::Days(first.0, last.0);
        Some(self.event(("module", it.id.0), it.changed(course), when, summary, it.path_to_open()))
    }

    /// A live session; one that was cancelled for some weeks more.
    fn live(&self, it: &ModuleRow, course: &CourseRow) -> Option<Event> {
        let (begin, minutes) = (it.live_at?, it.live_minutes?);
        if self.is_forgotten(it.live_cancelled_at, begin) {
            return None;
        }
        let is_cancelled = it.live_cancelled_at.is_some();
        let changed = it.changed(course).max(it.live_cancelled_at.unwrap_or_default());
        let when = When::Moments(utc(begin), utc(begin.plus_minutes(minutes)));
        let summary = self.titled("calendar-live", &it.title, course);
        // Whoever may not open the module yet learns when it is, and not where.
        let link = if it.is_readable && !is_cancelled { it.live_link.clone() } else { String::new() };
        Some(Event {
            sequence: it.live_sequence,
            status: status(is_cancelled),
            description: link.clone(),
            location: link,
            ..self.event(("live", it.id.0), changed, when, summary, it.path_to_open())
        })
    }

    /// When something is to be handed in.
    fn due(&self, it: &AssignmentRow, course: &CourseRow) -> Option<Event> {
        let changed = it.edited_at.max(course.edited_at).max(it.given_at.unwrap_or_default());
        let summary = self.titled("calendar-due", &it.title, course);
        Some(self.event(("assignment", it.id.0), changed, When::At(utc(it.due_at?)), summary, &it.path))
    }

    /// Until when others review it.
    fn reviews(&self, it: &AssignmentRow, course: &CourseRow) -> Option<Event> {
        let changed = it.edited_at.max(course.edited_at);
        let summary = self.titled("calendar-reviews", &it.title, course);
        Some(self.event(("reviews", it.id.0), changed, When::At(utc(it.closes_at?)), summary, &it.path))
    }

    /// When a tribe meets; what was cancelled for some weeks more.
    fn meeting(&self, it: &MeetingRow) -> Option<Event> {
        if self.is_forgotten(it.cancelled_at, it.starts_at) {
            return None;
        }
        let is_cancelled = it.cancelled_at.is_some();
        let changed = it.edited_at.max(it.tribe_edited_at).max(it.cancelled_at.unwrap_or_default());
        let when = When::Moments(utc(it.starts_at), utc(it.starts_at.plus_minutes(it.minutes)));
        let (summary, path) = (format!("{} · {}", it.title, it.tribe), format!("/tribes/{}/", it.address));
        Some(Event {
            sequence: it.sequence,
            status: status(is_cancelled),
            location: if is_cancelled { String::new() } else { it.place.clone() },
            ..self.event(("gathering", it.id.0), changed, when, summary, &path)
        })
    }

    /// Whether it was cancelled, and everybody has had weeks to learn of it.
    fn is_forgotten(&self, cancelled_at: Option<Timestamp>, begin: Timestamp) -> bool {
        cancelled_at.is_some_and(|at| at.max(begin).plus_days(CANCELLED_DAYS) < self.now)
    }
}

impl ModuleRow {
    fn is_catch_up(&self) -> bool {
        self.kind == "catch-up"
    }

    /// When something of it last changed for who reads of it: once it is open, its page and its links are told, too.
    fn changed(&self, course: &CourseRow) -> Timestamp {
        self.edited_at.max(course.edited_at).max(self.opened_at.unwrap_or_default())
    }

    /// Its page; nothing for whoever may not open it.
    fn path_to_open(&self) -> &str {
        if self.is_readable { &self.path } else { "" }
    }
}

const fn status(is_cancelled: bool) -> Status {
    if is_cancelled { Status::Cancelled } else { Status::Confirmed }
}

/// How often something was changed of which only the last time is known: a number that rises with it.
fn changes(at: Timestamp) -> i64 {
    // 2020-01-01, from which seconds fit into what calendars count with until 2088.
    (at.0 / 1000 - 1_577_836_800).max(0)
}

fn utc(at: Timestamp) -> jiff::Timestamp {
    jiff::Timestamp::from_millisecond(at.0).unwrap_or_default()
}
