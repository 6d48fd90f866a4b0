//! Learning logs: what members learned, when and in whose time. A log is read by its owner alone.
//!
//! What somebody did here is suggested to them, and counts only when they take it over. A timer runs on the clock of the
//! server. Days are those of the member's calendar when they wrote them down.

mod nudges;
pub mod rules;
mod store;
pub mod table;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use jiff::tz::TimeZone;

pub use self::{
    nudges::remind_due,
    rules::{Draft, Kind, Minutes, Whose},
};
use crate::{
    ids::{ConversationId, MemberId, RowId, Timestamp},
    kit::{
        db::{Conn, Tx},
        local_time::Day,
    },
};

/// What somebody did is suggested for so many days.
const SUGGESTED_DAYS: i64 = 30;
/// What is written twice in the same words within this time was written once.
const SAME_MILLISECONDS: i64 = 10_000;
/// So many reminders are written in one change.
const NUDGES_AT_ONCE: i64 = 200;

/// An entry of a log.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Entry {
    /// Its number.
    pub id: RowId,
    day: String,
    until_day: Option<String>,
    /// How long it took.
    pub minutes: Option<i64>,
    whose: Option<String>,
    work_minutes: Option<i64>,
    kind: String,
    with_others: Option<bool>,
    structured: Option<bool>,
    planned: Option<bool>,
    /// What it belongs to here: a module, a post, an assignment.
    pub subject: Option<ConversationId>,
    /// When the timer began, and ended.
    pub began_at: Option<Timestamp>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// The time zone of the clock that was read then.
    pub zone: String,
    /// Whether its owner said themselves when it began.
    pub stated: bool,
    /// When it was last changed: the version a form was filled with.
    pub edited_at: Timestamp,
    /// What it was.
    pub title: String,
    /// Who offered it.
    pub provider: String,
    /// Where it is found.
    pub address: String,
    /// Why it was chosen.
    pub why: String,
    /// What was learned.
    pub learned: String,
    /// What it changed.
    pub applied: String,
    /// The title of what it belongs to, if its owner may still read that.
    pub subject_title: Option<String>,
    /// Its address.
    pub subject_path: Option<String>,
}

impl Entry {
    /// What it says.
    pub fn draft(&self) -> Draft {
        let whose = match self.whose.as_deref() {
            Some("work") => Some(Whose::Work),
            Some("own") => Some(Whose::Own),
            Some("split") => Some(Whose::Split(self.work_minutes.unwrap_or_default())),
            _ => None,
        };
        Draft {
            day: self.day(),
            until: self.until_day.as_deref().and_then(|day| day.parse().ok()),
            minutes: self.minutes,
            whose,
            kind: self.kind.parse().unwrap_or(Kind::Other),
            with_others: self.with_others,
            structured: self.structured,
            planned: self.planned,
            title: self.title.clone(),
            provider: self.provider.clone(),
            address: self.address.clone(),
            why: self.why.clone(),
            learned: self.learned.clone(),
            applied: self.applied.clone(),
        }
    }

    /// Its day, in its owner's calendar.
    pub fn day(&self) -> Day {
        self.day.parse().unwrap_or(Day(jiff::civil::Date::ZERO))
    }

    /// Where the list goes on after it.
    pub fn place(&self) -> Place {
        Place { day: self.day.clone(), id: self.id }
    }
}

/// A place in the list of a log: before this entry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    day: String,
    id: RowId,
}

impl Place {
    /// As it stands in an address.
    pub fn word(&self) -> String {
        format!("{}_{}", self.day, self.id)
    }

    /// What stands in an address.
    pub fn read(word: &str) -> Option<Self> {
        let (day, id) = word.split_once('_')?;
        let day: Day = day.parse().ok()?;
        Some(Self { day: day.to_string(), id: id.parse().ok()? })
    }
}

/// What the timer knew of an entry.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Timer {
    /// When it began.
    pub began_at: Timestamp,
    /// When it was stopped; none: it runs.
    pub ended_at: Option<Timestamp>,
    /// Whether its owner said themselves when it began.
    pub stated: bool,
    /// For what it runs.
    pub title: String,
}

impl Timer {
    /// How many minutes it counted.
    pub fn minutes(&self) -> i64 {
        self.ended_at.map_or(0, |ended| rules::elapsed(self.began_at, ended))
    }
}

/// Something a member did here that might belong in their log.
#[derive(Clone, Debug)]
pub struct Suggestion {
    /// What it is suggested of.
    pub key: String,
    /// What it belongs to.
    pub subject: ConversationId,
    /// The entry it would be.
    pub draft: Draft,
}

/// Why an entry is not kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotKept {
    /// The log is full.
    Full,
    /// It is in the log already.
    There,
}

/// Where an entry comes from, besides being typed.
#[derive(Clone, Default, Debug)]
pub struct Origin<'a> {
    /// What it belongs to.
    pub subject: Option<ConversationId>,
    /// Of what it was suggested.
    pub suggested: Option<&'a str>,
    /// What the timer knew, and the zone of the clock that was read.
    pub timer: Option<(&'a Timer, &'a str)>,
}

/// Writes an entry into a member's log.
pub async fn add(
    tx: &mut Tx,
    member: MemberId,
    draft: &Draft,
    origin: &Origin<'_>,
) -> anyhow::Result<Result<RowId, NotKept>> {
    if store::count(tx, member).await? >= rules::MOST_ENTRIES {
        return Ok(Err(NotKept::Full));
    }
    // The same words again within seconds are a second press.
    let lately = Timestamp(tx.now.0 - SAME_MILLISECONDS);
    let there = store::between(tx, member, draft.day, draft.day).await?;
    if there.iter().any(|entry| entry.edited_at > lately && entry.draft() == *draft) {
        return Ok(Err(NotKept::There));
    }
    let Some(id) = store::insert(tx, member, draft, origin).await? else { return Ok(Err(NotKept::There)) };
    if origin.timer.is_some() {
        store::end_timer(tx, member).await?;
    }
    Ok(Ok(id))
}

/// Changes an entry that nobody changed since `seen`; answers whether it did.
pub async fn edit(
    tx: &mut Tx,
    member: MemberId,
    id: RowId,
    seen: Timestamp,
    draft: &Draft,
    subject: Option<ConversationId>,
) -> anyhow::Result<bool> {
    Ok(store::update(tx, member, id, seen, draft, subject).await?)
}

/// Takes an entry out of a member's log. What it was suggested of is not suggested again.
pub async fn remove(tx: &mut Tx, member: MemberId, id: RowId) -> anyhow::Result<()> {
    store::pass_over_of(tx, member, id).await?;
    Ok(store::delete(tx, member, id).await?)
}

/// Writes many entries into a log at once, but for those that stand there in the same words; answers how many.
pub async fn add_all(tx: &mut Tx, member: MemberId, drafts: &[Draft]) -> anyhow::Result<Result<usize, NotKept>> {
    let fresh = fresh(tx, member, drafts).await?;
    let count = store::count(tx, member).await?;
    if count + i64::try_from(fresh.len())? > rules::MOST_ENTRIES {
        return Ok(Err(NotKept::Full));
    }
    for draft in &fresh {
        store::insert(tx, member, draft, &Origin::default()).await?;
    }
    Ok(Ok(fresh.len()))
}

/// Which of these stand in a member's log in no entry yet, nor twice among them.
pub async fn fresh<'a>(conn: &mut Conn, member: MemberId, drafts: &'a [Draft]) -> anyhow::Result<Vec<&'a Draft>> {
    let (Some(first), Some(last)) = (drafts.iter().map(|it| it.day).min(), drafts.iter().map(|it| it.day).max()) else {
        return Ok(vec![]);
    };
    let there = store::between(conn, member, first, last).await?;
    let mut there: HashSet<String> = there.iter().map(|entry| format!("{:?}", entry.draft())).collect();
    Ok(drafts.iter().filter(|draft| there.insert(format!("{draft:?}"))).collect())
}

/// An entry of a member's own log.
pub async fn find(conn: &mut Conn, member: MemberId, id: RowId) -> anyhow::Result<Option<Entry>> {
    Ok(store::find(conn, member, id).await?)
}

/// The entries of a log, the latest day first.
pub async fn entries(
    conn: &mut Conn,
    member: MemberId,
    before: Option<&Place>,
    limit: i64,
) -> anyhow::Result<Vec<Entry>> {
    Ok(match before {
        Some(place) => store::before(conn, member, &place.day, place.id, limit).await?,
        None => store::before(conn, member, "9999-12-31", RowId(i64::MAX), limit).await?,
    })
}

/// The entries from one day to another, in the order of days.
pub async fn between(conn: &mut Conn, member: MemberId, from: Day, until: Day) -> anyhow::Result<Vec<Entry>> {
    Ok(store::between(conn, member, from, until).await?)
}

/// How many entries there are, and how many minutes in all.
pub async fn totals(conn: &mut Conn, member: MemberId) -> anyhow::Result<(i64, Minutes)> {
    let (count, work, own, unsaid) = store::totals(conn, member).await?;
    Ok((count, Minutes { work, own, unsaid }))
}

/// The minutes of each day from one to another that has any.
pub async fn days(conn: &mut Conn, member: MemberId, from: Day, until: Day) -> anyhow::Result<Vec<(Day, Minutes)>> {
    let rows = store::days(conn, member, from, until).await?;
    let days = rows.into_iter().map(|(day, work, own, unsaid)| Ok((day.parse()?, Minutes { work, own, unsaid })));
    days.collect::<Result<_, &'static str>>().map_err(anyhow::Error::msg)
}

/// Where an entry may belong: the modules and assignments of a member's courses, the newest of their posts.
pub async fn places(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<(ConversationId, String)>> {
    Ok(store::places(conn, member).await?)
}

/// What a member did lately that is not in their log, and was not passed over; the latest first.
pub async fn suggestions(
    conn: &mut Conn,
    member: MemberId,
    now: Timestamp,
    zone: &TimeZone,
) -> anyhow::Result<Vec<Suggestion>> {
    let rows = store::doings(conn, member, now.plus_minutes(-SUGGESTED_DAYS * 24 * 60), now).await?;
    let (mut seen, mut found) = (HashSet::new(), vec![]);
    for row in rows {
        let suggestion = row.suggestion(zone);
        if seen.insert(suggestion.key.clone()) {
            found.push(suggestion);
        }
    }
    let keys: Vec<&str> = found.iter().map(|it| it.key.as_str()).collect();
    let known: HashSet<String> =
        store::known(conn, member, &serde_json::to_string(&keys)?).await?.into_iter().collect();
    found.retain(|it| !known.contains(&it.key));
    Ok(found)
}

/// Does not suggest something again.
pub async fn pass_over(tx: &mut Tx, member: MemberId, key: &str) -> anyhow::Result<()> {
    Ok(store::pass_over(tx, member, key).await?)
}

/// The timer of a member.
pub async fn timer(conn: &mut Conn, member: MemberId) -> anyhow::Result<Option<Timer>> {
    Ok(store::timer(conn, member).await?)
}

/// Starts the timer, unless one is there; `since` is when its owner says they began.
pub async fn start(tx: &mut Tx, member: MemberId, title: &str, since: Option<Timestamp>) -> anyhow::Result<()> {
    Ok(store::start(tx, member, title, since).await?)
}

/// Stops the timer. It stays until it is written down or dropped.
pub async fn stop(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::stop(tx, member).await?)
}

/// Forgets what the timer counted.
pub async fn drop_timer(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::end_timer(tx, member).await?)
}

/// On which day of the week a member wants to be reminded; Monday is 1.
pub async fn nudge(conn: &mut Conn, member: MemberId) -> anyhow::Result<Option<i64>> {
    Ok(store::nudge(conn, member).await?)
}

/// A member decides on which day they are reminded, or that they are not.
pub async fn remind(tx: &mut Tx, member: MemberId, weekday: Option<i64>, zone: &TimeZone) -> anyhow::Result<()> {
    match weekday {
        Some(weekday) => {
            let next = rules::next_nudge(tx.now, weekday, zone);
            Ok(store::remind(tx, member, weekday, next).await?)
        }
        None => Ok(store::forget_nudge(tx, member).await?),
    }
}

/// Who is to be reminded now, and on which day of the week.
pub async fn due(conn: &mut Conn, now: Timestamp) -> anyhow::Result<Vec<(MemberId, i64)>> {
    Ok(store::due(conn, now, NUDGES_AT_ONCE).await?)
}

/// Puts a reminder off by a week, if it is due; answers whether it was.
pub async fn put_off(tx: &mut Tx, member: MemberId, weekday: i64, zone: &TimeZone) -> anyhow::Result<bool> {
    let next = rules::next_nudge(tx.now, weekday, zone);
    Ok(store::put_off(tx, member, next).await?)
}

/// The log of somebody whose account ends goes with it.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_member(tx, member).await?)
}
