//! Homerooms: the small groups that a course puts its participants in, each with a guide; and what a guide looks at, so
//! that nobody is left unanswered.

pub mod rules;
mod store;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use rand::seq::SliceRandom;

use self::rules::Facts;
pub use self::rules::{By, State};
use crate::{
    audiences::circles::{self, Joining, Kind, NewCircle, Part},
    course::courses::{self, Course},
    events::Event,
    ids::{CircleId, CommentId, MemberId, Timestamp},
    kit::{
        db::{Conn, Tx},
        i18n::time_zone,
    },
    links::{notices, watches},
    people::members,
};

/// A homeroom.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Homeroom {
    /// The number of its circle.
    pub id: CircleId,
    /// The last part of its address.
    pub address: String,
    /// What it is called.
    pub name: String,
    /// How many participants are in it.
    pub taken: i64,
    /// The address of its course.
    pub course_address: String,
}

impl Homeroom {
    /// Its address.
    pub fn url(&self) -> String {
        format!("/courses/{}/homerooms/{}/", self.course_address, self.address)
    }
}

/// Somebody in a homeroom.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Person {
    /// Who.
    pub member: MemberId,
    /// What they are called in this course.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
    /// The file of their avatar.
    pub picture: Option<String>,
}

impl Person {
    /// The address of their avatar.
    pub fn picture_url(&self) -> String {
        members::avatar_url(self.member, self.picture.as_deref())
    }
}

/// All homerooms of a course, in the order of their making.
pub async fn all(conn: &mut Conn, course: CircleId) -> anyhow::Result<Vec<Homeroom>> {
    Ok(store::all(conn, course).await?)
}

/// The homeroom of a course at an address.
pub async fn at(conn: &mut Conn, course: CircleId, address: &str) -> anyhow::Result<Option<Homeroom>> {
    Ok(store::at(conn, course, address).await?)
}

/// The homeroom a participant is in.
pub async fn of(conn: &mut Conn, course: CircleId, member: MemberId) -> anyhow::Result<Option<Homeroom>> {
    Ok(store::of(conn, course, member).await?)
}

/// The homeroom somebody is in, or those they look after.
pub async fn of_person(conn: &mut Conn, course: CircleId, member: MemberId) -> anyhow::Result<Vec<Homeroom>> {
    Ok(store::of_person(conn, course, member).await?)
}

/// Those who look after a homeroom.
pub async fn guides(conn: &mut Conn, room: CircleId) -> anyhow::Result<Vec<Person>> {
    Ok(store::people(conn, room, "guide").await?)
}

/// Those who look after each of a course's homerooms.
pub async fn guides_of_all(conn: &mut Conn, course: CircleId) -> anyhow::Result<Vec<(CircleId, Person)>> {
    let rows = store::guides_of_all(conn, course).await?;
    Ok(rows.into_iter().map(|row| (row.room, row.person)).collect())
}

/// Those it is for.
pub async fn people(conn: &mut Conn, room: CircleId) -> anyhow::Result<Vec<Person>> {
    Ok(store::people(conn, room, "member").await?)
}

/// How many participants of a course are in no homeroom.
pub async fn unplaced(conn: &mut Conn, course: CircleId) -> anyhow::Result<i64> {
    Ok(store::unplaced_count(conn, course).await?)
}

/// Why nobody was placed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoPlacing {
    /// Everybody is in one already, or nobody takes part.
    Nobody,
    /// It would take more homerooms than a course may have.
    TooMany,
}

/// Puts everybody into homerooms who is in none. If there are none yet, they are made, as few as hold everybody and even;
/// else each comes to the smallest. Nobody who is in one is moved. `name` says what the homeroom of a number is called.
pub async fn place(
    tx: &mut Tx,
    course: &Course,
    size: i64,
    by: By,
    name: impl Fn(i64) -> String,
) -> anyhow::Result<Result<usize, NoPlacing>> {
    circles::hold(tx, course.id).await?;
    let mut people = store::unplaced(tx, course.id).await?;
    if people.is_empty() {
        return Ok(Err(NoPlacing::Nobody));
    }
    let mut rooms: Vec<(CircleId, i64)> = all(tx, course.id).await?.iter().map(|room| (room.id, room.taken)).collect();
    if rooms.is_empty() {
        let count = rules::split(people.len(), usize::try_from(size)?).len();
        if i64::try_from(count)? > rules::MOST {
            return Ok(Err(NoPlacing::TooMany));
        }
        for number in 1..=i64::try_from(count)? {
            rooms.push((make(tx, course, number, &name(number)).await?, 0));
        }
    }
    people.shuffle(&mut rand::rng());
    let at = course.starts_on().begin(&course.zone());
    match by {
        By::Zone => people.sort_by_key(|person| offset(&person.zone, at)),
        By::Language => people.sort_by(|one, other| one.language.cmp(&other.language)),
        By::Chance | By::Together | By::Apart => {}
    }
    let taken: Vec<i64> = rooms.iter().map(|(_, taken)| *taken).collect();
    let free = rules::to_the_smallest(people.len(), &taken);
    let workplaces: Vec<&str> = people.iter().map(|person| person.workplace.as_str()).collect();
    let there = colleagues(tx, course.id, &rooms).await?;
    let seats = match by {
        By::Together => rules::together(&workplaces, &free, &there),
        By::Apart => rules::apart(&workplaces, &free, &there),
        By::Chance | By::Zone | By::Language => {
            free.iter().enumerate().flat_map(|(room, free)| std::iter::repeat_n(room, *free)).collect()
        }
    };
    let placed: Vec<(i64, i64)> =
        people.iter().zip(seats).map(|(person, room)| (person.member.0, rooms[room].0.0)).collect();
    let count = placed.len();
    courses::place(tx, course.id, &placed).await?;
    watches::begin_all_by_joining(tx, &placed).await?;
    tx.emit(Event::CourseChanged(course.id));
    Ok(Ok(count))
}

/// How many minutes a zone is ahead of UTC at a moment.
fn offset(zone: &str, at: Timestamp) -> i32 {
    let at = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
    time_zone(zone).to_offset(at).seconds() / 60
}

/// How many of each workplace are in each of these homerooms already.
async fn colleagues(
    tx: &mut Tx,
    course: CircleId,
    rooms: &[(CircleId, i64)],
) -> anyhow::Result<Vec<rules::Colleagues>> {
    let mut all: HashMap<CircleId, rules::Colleagues> = HashMap::new();
    for (room, workplace, count) in store::colleagues(tx, course).await? {
        all.entry(room).or_default().insert(workplace, usize::try_from(count)?);
    }
    Ok(rooms.iter().map(|(room, _)| all.remove(room).unwrap_or_default()).collect())
}

async fn make(tx: &mut Tx, course: &Course, number: i64, name: &str) -> anyhow::Result<CircleId> {
    let address = number.to_string();
    let new = NewCircle {
        kind: Kind::Homeroom,
        within: Some(course.id),
        address: &address,
        name,
        joining: Joining::Placed,
        places: None,
    };
    circles::make(tx, &new).await?.ok_or_else(|| anyhow::anyhow!("a homeroom has its number already"))
}

/// Makes one more, with nobody in it.
pub async fn add(tx: &mut Tx, course: &Course, name: impl Fn(i64) -> String) -> anyhow::Result<()> {
    circles::hold(tx, course.id).await?;
    let number = store::greatest_number(tx, course.id).await? + 1;
    make(tx, course, number, &name(number)).await?;
    tx.emit(Event::CourseChanged(course.id));
    Ok(())
}

/// Calls a homeroom otherwise.
pub async fn rename(tx: &mut Tx, course: CircleId, room: CircleId, name: &str) -> anyhow::Result<()> {
    circles::change(tx, room, name, Joining::Placed, None).await?;
    tx.emit(Event::CourseChanged(course));
    Ok(())
}

/// Moves a participant to another homeroom of the course, or out of all; answers whether they take part in it.
pub async fn move_to(tx: &mut Tx, course: CircleId, member: MemberId, room: Option<CircleId>) -> anyhow::Result<bool> {
    let Some(before) = store::homeroom(tx, course, member).await? else { return Ok(false) };
    if before == room {
        return Ok(true);
    }
    if let Some(before) = before {
        circles::remove(tx, before, member).await?;
        notices::left(tx, member, before).await?;
    }
    if let Some(room) = room {
        circles::appoint(tx, room, member, Part::Member).await?;
        watches::begin_by_joining(tx, member, room).await?;
    }
    courses::set_homeroom(tx, course, member, room).await?;
    tx.emit(Event::CourseChanged(course));
    Ok(true)
}

/// Somebody on the staff of the course looks after a homeroom from now on; answers whether they are on it.
pub async fn give_guide(tx: &mut Tx, course: &Course, room: CircleId, member: MemberId) -> anyhow::Result<bool> {
    if circles::part(tx, course.staff, member).await?.is_none() {
        return Ok(false);
    }
    circles::appoint(tx, room, member, Part::Guide).await?;
    watches::begin_by_joining(tx, member, room).await?;
    tx.emit(Event::CourseChanged(course.id));
    Ok(true)
}

/// They no longer do.
pub async fn take_guide(tx: &mut Tx, course: &Course, room: CircleId, member: MemberId) -> anyhow::Result<()> {
    if circles::part(tx, room, member).await? == Some(Part::Guide) {
        circles::remove(tx, room, member).await?;
        notices::left(tx, member, room).await?;
        tx.emit(Event::CourseChanged(course.id));
    }
    Ok(())
}

/// A participant as their guide sees them: facts, and no score.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Pulse {
    /// Who.
    pub member: MemberId,
    /// What they are called in this course.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
    /// The file of their avatar.
    pub picture: Option<String>,
    /// When they came into the course.
    pub since: Timestamp,
    /// Core items they have done.
    pub core: i64,
    /// Posts they wrote for the course.
    pub posts: i64,
    /// How many of these somebody answered.
    pub answered: i64,
    /// Entries they wrote in the course's conversations.
    pub comments: i64,
    /// When they last read or wrote something.
    pub here_at: Option<Timestamp>,
}

impl Pulse {
    /// How it stands with them, if so many core items are asked for.
    pub fn state(&self, asked: i64, now: Timestamp) -> State {
        let last = self.here_at.unwrap_or_default().max(self.since);
        let is_here = last >= now.plus_days(-rules::SILENT_DAYS);
        Facts { is_here, core: self.core, asked, posts: self.posts, answered: self.answered }.state()
    }

    /// The address of their avatar.
    pub fn picture_url(&self) -> String {
        members::avatar_url(self.member, self.picture.as_deref())
    }
}

/// How it stands with everybody in a homeroom.
pub async fn pulses(conn: &mut Conn, course: CircleId, room: CircleId) -> anyhow::Result<Vec<Pulse>> {
    Ok(store::pulses(conn, course, room).await?)
}

/// How many core items the modules have that opened two weeks ago or before.
pub async fn asked(conn: &mut Conn, course: CircleId, now: Timestamp) -> anyhow::Result<i64> {
    Ok(store::asked(conn, course, now.plus_days(-rules::ASKED_DAYS)).await?)
}

/// Something that nobody answered.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Unanswered {
    /// What it is, for a claim: the number of the post or of the entry.
    pub thing: i64,
    /// The entry with a question; nothing: the post itself.
    pub comment: Option<CommentId>,
    /// The title of what the conversation is about.
    pub title: String,
    /// The tag of its language.
    pub lang: String,
    /// Where it is read.
    pub path: String,
    /// Who wrote it.
    pub member: MemberId,
    /// What they are called in this course.
    pub name: String,
    /// The file of their avatar.
    pub picture: Option<String>,
    /// Since when it waits.
    pub since: Timestamp,
    /// Whether it is the first or second thing they wrote here.
    pub is_newcomer: bool,
    /// Who is about to answer.
    pub guide: Option<MemberId>,
    /// What they are called.
    pub guide_name: Option<String>,
}

impl Unanswered {
    /// The address of the writer's avatar.
    pub fn picture_url(&self) -> String {
        members::avatar_url(self.member, self.picture.as_deref())
    }

    /// Where one answers it.
    pub fn answer_url(&self) -> String {
        match self.comment {
            Some(comment) => format!("/comments/{comment}"),
            None => format!("{}#reply", self.path),
        }
    }
}

/// A list of what is unanswered holds no more.
pub const MOST_UNANSWERED: i64 = 100;

/// Posts, discussions and questions of a homeroom's people that this reader may read and nobody answered before a moment, newcomers
/// first, then the oldest.
pub async fn unanswered(
    conn: &mut Conn,
    reader: MemberId,
    course: CircleId,
    room: Option<CircleId>,
    now: Timestamp,
    hours: i64,
) -> anyhow::Result<Vec<Unanswered>> {
    let before = now.plus_minutes(-60 * hours);
    let mut all = store::unanswered(conn, reader, course, room, before, now).await?;
    all.extend(store::questions(conn, reader, course, room, before, now).await?);
    all.sort_by_key(|it| (!it.is_newcomer, it.since, it.thing));
    all.truncate(usize::try_from(MOST_UNANSWERED)?);
    Ok(all)
}

/// How long nobody else is offered what somebody is about to answer, in minutes.
pub const CLAIM_MINUTES: i64 = 120;

/// A guide is about to answer something; answers whether nobody else is.
pub async fn claim(tx: &mut Tx, thing: i64, guide: MemberId) -> anyhow::Result<bool> {
    Ok(store::claim(tx, thing, guide, tx.now.plus_minutes(CLAIM_MINUTES)).await?)
}

/// They are not, after all.
pub async fn let_go(tx: &mut Tx, thing: i64, guide: MemberId) -> anyhow::Result<()> {
    Ok(store::let_go(tx, thing, guide).await?)
}

/// Forgets claims that are over.
pub async fn forget_old(tx: &mut Tx) -> anyhow::Result<()> {
    Ok(store::forget_old(tx).await?)
}
