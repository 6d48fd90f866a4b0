//! Calendars: addresses at which members subscribe to the dates of their courses and tribes, and what stands there.
//!
//! An address is a number and a code over it, so that nobody makes one up; a new one has another number. What it shows is
//! asked anew each time: only what whoever subscribed may know now.

mod store;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use calendar::{Calendar, Event, Status, When};

use crate::{
    course::courses,
    ids::{CircleId, ConversationId, MemberId, RowId, Timestamp},
    kit::{
        db::{Conn, Tx},
        email::addresses,
        i18n::Locale,
        local_time::{Day, LocalTime},
    },
};

/// What the code in an address is for: one of an e-mail is none for a calendar.
const PURPOSE: &str = "calendar";
/// So long a live session that was cancelled stays there and says so, in days.
const CANCELLED_DAYS: i64 = 56;

/// Which dates a calendar holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Of {
    /// Those of all courses and tribes somebody is in.
    All,
    /// Those of one course or tribe.
    Circle(CircleId),
}

impl Of {
    const fn circle(self) -> Option<CircleId> {
        match self {
            Self::All => None,
            Self::Circle(circle) => Some(circle),
        }
    }
}

/// A calendar that somebody subscribes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Subscription {
    /// Its number.
    pub id: RowId,
    /// Whose it is.
    pub member: MemberId,
    circle: Option<CircleId>,
    /// When its address was made.
    pub made_at: Timestamp,
}

impl Subscription {
    /// Which dates it holds.
    pub fn of(&self) -> Of {
        self.circle.map_or(Of::All, Of::Circle)
    }

    /// Its address within the site.
    pub fn path(&self, secret: &[u8]) -> String {
        format!("/calendar/{}.ics", addresses::sign(secret, PURPOSE, &self.id.0.to_be_bytes()))
    }
}

/// What an address leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// A calendar.
    Here(Subscription),
    /// One whose address was replaced or ended.
    Gone,
    /// Nothing: the site never made it.
    Nothing,
}

/// The calendars a member has addresses of.
pub async fn own(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<Subscription>> {
    Ok(store::own(conn, member).await?)
}

/// What the last part of an address leads to.
pub async fn at(conn: &mut Conn, secret: &[u8], token: &str) -> anyhow::Result<Found> {
    let payload = addresses::verify(secret, PURPOSE, token);
    let Some(id) = payload.and_then(|payload| payload.try_into().ok()).map(i64::from_be_bytes) else {
        return Ok(Found::Nothing);
    };
    Ok(store::by_id(conn, RowId(id)).await?.map_or(Found::Gone, Found::Here))
}

/// Makes an address; one that there was leads nowhere from now on.
pub async fn make(tx: &mut Tx, member: MemberId, of: Of) -> anyhow::Result<RowId> {
    // Two at once: the later one holds.
    store::hold(tx, member).await?;
    store::delete(tx, member, of.circle()).await?;
    let id = RowId(tx.new_id());
    store::insert(tx, id, member, of.circle()).await?;
    Ok(id)
}

/// Whether this is a tribe that a member is in.
pub async fn is_tribe(conn: &mut Conn, member: MemberId, circle: CircleId) -> anyhow::Result<bool> {
    Ok(store::tribe_name(conn, member, circle).await?.is_some())
}

/// Ends an address.
pub async fn end(tx: &mut Tx, member: MemberId, of: Of) -> anyhow::Result<()> {
    Ok(store::delete(tx, member, of.circle()).await?)
}

/// A date of a module, as the database has it.
#[derive(Clone, Debug, sqlx::FromRow)]
struct Row {
    id: ConversationId,
    course: CircleId,
    kind: String,
    title: String,
    path: String,
    opens_local: Option<String>,
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
struct Task {
    id: ConversationId,
    course: CircleId,
    title: String,
    path: String,
    due_at: Timestamp,
    edited_at: Timestamp,
    /// When the reader was given more time.
    given_at: Option<Timestamp>,
}

/// When a tribe meets.
#[derive(Clone, Debug, sqlx::FromRow)]
struct Meeting {
    id: RowId,
    tribe: String,
    address: String,
    title: String,
    place: String,
    starts_at: Timestamp,
    minutes: i64,
    sequence: i64,
    cancelled_at: Option<Timestamp>,
    edited_at: Timestamp,
}

/// A course with its days.
#[derive(Clone, Debug, sqlx::FromRow)]
struct CourseRow {
    id: CircleId,
    address: String,
    title: String,
    starts_on: String,
    ends_on: String,
    edited_at: Timestamp,
}

/// Who asks for a calendar, and from where.
pub struct Asking<'a> {
    /// Their language.
    pub words: &'a Locale,
    /// The address of the site, without a slash at its end.
    pub base_url: &'a str,
    /// The present moment.
    pub now: Timestamp,
}

/// What stands in a calendar: the first and last day of each course, weeks for catching up, live sessions, what is to be
/// handed in, and when tribes meet.
pub async fn read(conn: &mut Conn, subscription: &Subscription, asking: &Asking<'_>) -> anyhow::Result<String> {
    let (member, circle) = (subscription.member, subscription.circle);
    let courses = store::courses(conn, member, circle).await?;
    let modules = store::modules(conn, member, circle).await?;
    let due = store::due(conn, member, circle).await?;
    let meetings = store::meetings(conn, member, circle).await?;
    let names: HashMap<CircleId, &str> = courses.iter().map(|course| (course.id, course.title.as_str())).collect();
    let mut events: Vec<Event> = courses.iter().flat_map(|course| asking.days(course)).collect();
    for row in &modules {
        let Some(course) = names.get(&row.course) else { continue };
        events.extend(asking.week(row, course));
        events.extend(asking.live(row, course));
    }
    for it in &due {
        let Some(course) = names.get(&it.course) else { continue };
        events.push(asking.due(it, course));
    }
    events.extend(meetings.iter().filter_map(|meeting| asking.meeting(meeting)));
    let name = match (circle, courses.first()) {
        (Some(_), Some(course)) => Some(course.title.clone()),
        (Some(circle), None) => store::tribe_name(conn, member, circle).await?,
        (None, _) => None,
    };
    let name = name.unwrap_or_else(|| asking.words.say("calendar-all"));
    Ok(calendar::write(&Calendar { name, events }))
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

    /// The first and the last day of a course.
    fn days(&self, course: &CourseRow) -> Vec<Event> {
        let day = |kind: &str, key: &str, day: &str| {
            let day: Day = day.parse().ok()?;
            Some(Event {
                uid: self.uid(kind, course.id.0),
                sequence: changes(course.edited_at),
                changed: utc(course.edited_at),
                when: When::Days(day.0, day.0),
                status: Status::Confirmed,
                summary: self.words.with(key, "course", course.title.as_str()),
                description: String::new(),
                location: String::new(),
                url: self.page(&courses::url(&course.address)),
            })
        };
        let first = day("course-begins", "calendar-first-day", &course.starts_on);
        first.into_iter().chain(day("course-ends", "calendar-last-day", &course.ends_on)).collect()
    }

    /// A week for catching up.
    fn week(&self, row: &Row, course: &str) -> Option<Event> {
        if row.kind != "catch-up" {
            return None;
        }
        let first = row.opens_local.as_deref()?.parse::<LocalTime>().ok()?.day();
        let last = row.ends_on.as_deref().and_then(|day| day.parse::<Day>().ok());
        // A week is one of seven days, unless it says otherwise.
        let last = last.filter(|last| *last >= first).unwrap_or_else(|| first.plus_days(6));
        Some(Event {
            uid: self.uid("module", row.id.0),
            sequence: changes(row.edited_at),
            changed: utc(row.edited_at),
            when: When::Days(first.0, last.0),
            status: Status::Confirmed,
            summary: format!("{} · {course}", row.title),
            description: String::new(),
            location: String::new(),
            url: if row.is_readable { self.page(&row.path) } else { String::new() },
        })
    }

    /// When something is to be handed in.
    fn due(&self, it: &Task, course: &str) -> Event {
        let changed = it.edited_at.max(it.given_at.unwrap_or_default());
        Event {
            uid: self.uid("assignment", it.id.0),
            sequence: changes(changed),
            changed: utc(changed),
            when: When::At(utc(it.due_at)),
            status: Status::Confirmed,
            summary: self.words.with2("calendar-due", ("title", it.title.as_str()), ("course", course)),
            description: String::new(),
            location: String::new(),
            url: self.page(&it.path),
        }
    }

    /// When a tribe meets; what was cancelled for some weeks more.
    fn meeting(&self, it: &Meeting) -> Option<Event> {
        let is_cancelled = it.cancelled_at.is_some();
        if let Some(cancelled_at) = it.cancelled_at
            && cancelled_at.max(it.starts_at).plus_days(CANCELLED_DAYS) < self.now
        {
            return None;
        }
        let summary = format!("{} · {}", it.title, it.tribe);
        Some(Event {
            uid: self.uid("gathering", it.id.0),
            sequence: it.sequence,
            changed: utc(it.edited_at.max(it.cancelled_at.unwrap_or_default())),
            when: When::Moments(utc(it.starts_at), utc(it.starts_at.plus_minutes(it.minutes))),
            status: if is_cancelled { Status::Cancelled } else { Status::Confirmed },
            summary: if is_cancelled { self.words.with("calendar-cancelled", "what", summary) } else { summary },
            description: String::new(),
            location: if is_cancelled { String::new() } else { it.place.clone() },
            url: self.page(&format!("/tribes/{}/", it.address)),
        })
    }

    /// A live session; one that was cancelled for some weeks more.
    fn live(&self, row: &Row, course: &str) -> Option<Event> {
        let (begin, minutes) = (row.live_at?, row.live_minutes?);
        let is_cancelled = row.live_cancelled_at.is_some();
        if let Some(cancelled_at) = row.live_cancelled_at
            && cancelled_at.max(begin).plus_days(CANCELLED_DAYS) < self.now
        {
            return None;
        }
        let summary = self.words.with2("calendar-live", ("title", row.title.as_str()), ("course", course));
        // Whoever may not open the module yet learns when it is, and not where.
        let link = if row.is_readable && !is_cancelled { row.live_link.clone() } else { String::new() };
        Some(Event {
            uid: self.uid("live", row.id.0),
            sequence: row.live_sequence,
            changed: utc(row.live_cancelled_at.unwrap_or_default().max(row.edited_at)),
            when: When::Moments(utc(begin), utc(begin.plus_minutes(minutes))),
            status: if is_cancelled { Status::Cancelled } else { Status::Confirmed },
            // Not every program shows that something is cancelled.
            summary: if is_cancelled { self.words.with("calendar-cancelled", "what", summary) } else { summary },
            description: link.clone(),
            location: link,
            url: if row.is_readable { self.page(&row.path) } else { String::new() },
        })
    }
}

/// How often something was changed of which only the last time is known: a number that rises with it.
fn changes(at: Timestamp) -> i64 {
    // 2020-01-01, from which seconds fit into what calendars count with until 2088.
    (at.0 / 1000 - 1_577_836_800).max(0)
}

fn utc(at: Timestamp) -> jiff::Timestamp {
    jiff::Timestamp::from_millisecond(at.0).unwrap_or_default()
}
