//! Calendars: addresses at which members subscribe to the dates of their courses and tribes, and what stands there.
//!
//! An address is a number and a code over it, so that nobody makes one up; a new one has another number. What it shows is
//! asked anew each time: only what whoever subscribed may know now.

mod dates;
mod store;

use calendar::{Event, Status, When};

pub use self::dates::Asking;
use crate::{
    ids::{CircleId, MemberId, RowId, Timestamp},
    kit::{
        db::{Conn, Tx},
        email::addresses,
        local_time::Day,
    },
};

/// What the code in an address is for: one of an e-mail is none for a calendar.
const PURPOSE: &str = "calendar";

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

/// Somebody's account ended: nothing stands at their addresses any more.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::delete_all(tx, member).await?)
}

/// What stands at an address, as programs read it.
pub async fn read(conn: &mut Conn, subscription: &Subscription, asking: &Asking<'_>) -> anyhow::Result<String> {
    let mut calendar = dates::of(conn, subscription.member, subscription.circle, asking).await?;
    for event in calendar.events.iter_mut().filter(|event| event.status == Status::Cancelled) {
        // Not every program shows that something is cancelled.
        event.summary = asking.words.with("calendar-cancelled", "what", event.summary.as_str());
    }
    Ok(calendar::write(&calendar))
}

/// What has not ended yet of all dates of a member, by when it begins where they are.
pub async fn ahead(conn: &mut Conn, member: MemberId, asking: &Asking<'_>) -> anyhow::Result<Vec<Event>> {
    let zone = &asking.words.zone;
    let today = Day::of(asking.now, zone);
    let moment = |at: jiff::Timestamp| Timestamp(at.as_millisecond());
    let mut events = dates::of(conn, member, None, asking).await?.events;
    events.retain(|event| match event.when {
        When::Moments(_, end) => moment(end) > asking.now,
        When::At(at) => moment(at) > asking.now,
        When::Days(_, last) => Day(last) >= today,
    });
    // What takes a whole day stands before what happens in it.
    events.sort_by_cached_key(|event| match event.when {
        When::Moments(at, _) | When::At(at) => (moment(at), 1),
        When::Days(first, _) => (Day(first).begin(zone), 0),
    });
    Ok(events)
}
