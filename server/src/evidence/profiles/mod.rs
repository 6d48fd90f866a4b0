//! Profiles of professional bodies: what they ask as evidence of learning, and how a member's log stands to it.
//!
//! A profile is data that organisers edit. Those that come with the program are a start: as long as nobody changed one
//! it follows the program, and afterwards it is the organisers'. A member picks theirs, says of entries where they
//! belong, and sees what is there and what is missing. Nothing is enforced, and nothing is cut.

pub mod defaults;
pub mod rules;
pub mod sheet;
mod store;
pub mod table;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

pub use self::{
    rules::{Counts, Heap, Period, Said, Scheme, Sums},
    sheet::Sheet,
};
use crate::{
    evidence::log,
    ids::{MemberId, RowId, Timestamp},
    kit::{
        db::{Conn, Tx},
        local_time::Day,
    },
};

/// What a body asks, as it is offered here.
#[derive(Clone, Debug)]
pub struct Profile {
    /// Its number; none: it comes with the program, and nobody has picked or changed it.
    pub id: Option<RowId>,
    /// Of which default it is.
    pub slug: Option<String>,
    /// What it says.
    pub sheet: Sheet,
    /// When organisers made it theirs; none: it is a default.
    pub changed_at: Option<Timestamp>,
    /// The version a form was filled with.
    pub edited_at: Timestamp,
    /// Since when it is not offered any more.
    pub retired_at: Option<Timestamp>,
    /// The date of the default that the organisers changed.
    based_on: String,
    /// How many members picked it.
    pub picks: i64,
}

impl Profile {
    fn shipped(one: &defaults::Shipped) -> Self {
        Self {
            id: None,
            slug: Some(one.slug.into()),
            sheet: one.sheet.clone(),
            changed_at: None,
            edited_at: Timestamp(0),
            retired_at: None,
            based_on: one.sheet.as_of.clone(),
            picks: 0,
        }
    }

    /// Its name in addresses.
    pub fn word(&self) -> String {
        self.slug.clone().unwrap_or_else(|| self.id.map(|id| id.to_string()).unwrap_or_default())
    }

    /// What it asks.
    pub fn scheme(&self) -> Scheme {
        self.sheet.read().0
    }

    /// Whether the default was changed after the organisers made it theirs.
    pub fn is_behind(&self) -> bool {
        let now = self.slug.as_deref().and_then(defaults::find);
        self.changed_at.is_some() && now.is_some_and(|now| now.sheet.as_of != self.based_on)
    }
}

/// A body that a member picked.
#[derive(Clone, Debug)]
pub struct Pick {
    /// Its number.
    pub id: RowId,
    /// Whose it is.
    pub member: MemberId,
    /// What the body asks.
    pub profile: Profile,
    /// The day from which its periods are counted, if that is the member's own.
    pub begins: Option<Day>,
    /// Whether only entries count that the member chose.
    pub chosen: bool,
}

/// What a member says of an entry for a body.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Mapping {
    /// Whether it counts.
    pub counts: bool,
    /// Where it belongs.
    pub said: Said,
    /// What shows it, besides what the entry says.
    pub proof: String,
}

/// Something that was written for a body.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Written {
    /// The first day of the period for which it was written.
    pub day: String,
    /// For what.
    pub name: String,
    /// When.
    pub edited_at: Timestamp,
    /// What.
    pub text: String,
}

/// Why there is nothing from one day to another.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason {
    /// From when until when.
    pub gap: Period,
    /// In the member's words.
    pub text: String,
}

/// All profiles, the defaults that nobody has touched among them, by name.
pub async fn all(conn: &mut Conn) -> anyhow::Result<Vec<Profile>> {
    let mut all = store::all(conn).await?;
    let is_there = |all: &[Profile], slug: &str| all.iter().any(|one| one.slug.as_deref() == Some(slug));
    for one in defaults::all() {
        if !is_there(&all, one.slug) {
            all.push(Profile::shipped(one));
        }
    }
    all.sort_by_key(|one| one.sheet.name.to_lowercase());
    Ok(all)
}

/// One by its name in addresses.
pub async fn find(conn: &mut Conn, word: &str) -> anyhow::Result<Option<Profile>> {
    let found = match word.parse() {
        Ok(id) => store::by_id(conn, RowId(id)).await?,
        Err(_) => store::by_slug(conn, word).await?,
    };
    Ok(found.or_else(|| defaults::find(word).map(Profile::shipped)))
}

/// A new profile of the organisers; none, if there are too many.
pub async fn begin(tx: &mut Tx, sheet: &Sheet) -> anyhow::Result<Option<RowId>> {
    if store::count(tx).await? >= rules::MOST_PROFILES {
        return Ok(None);
    }
    Ok(Some(store::insert(tx, sheet).await?))
}

/// Changes a profile that nobody changed since `seen`; answers whether it did. It is the organisers' from now on. Where
/// one name of a list was put right, what members said of the old one goes with it.
pub async fn change(tx: &mut Tx, before: &Profile, seen: Timestamp, sheet: &Sheet) -> anyhow::Result<bool> {
    let id = kept(tx, before).await?;
    let based_on = before.slug.as_deref().and_then(defaults::find).map_or("", |one| one.sheet.as_of.as_str());
    if !store::update(tx, id, seen, sheet, based_on).await? {
        return Ok(false);
    }
    let (old, new) = (before.scheme(), sheet.read().0);
    for (at, (old, new)) in old.lists.iter().zip(&new.lists).enumerate() {
        if let Some((from, to)) = rules::renamed(old, new) {
            store::rename(tx, id, at, from, to).await?;
        }
    }
    Ok(true)
}

/// Goes back to what comes with the program.
pub async fn follow_default(tx: &mut Tx, profile: &Profile) -> anyhow::Result<()> {
    if let (Some(id), Some(one)) = (profile.id, profile.slug.as_deref().and_then(defaults::find)) {
        store::follow_default(tx, id, &one.sheet).await?;
    }
    Ok(())
}

/// Does not offer a profile any more. Whoever picked it keeps it.
pub async fn retire(tx: &mut Tx, profile: &Profile) -> anyhow::Result<()> {
    let (id, now) = (kept(tx, profile).await?, tx.now);
    Ok(store::set_retired(tx, id, Some(now)).await?)
}

/// Offers it again.
pub async fn offer(tx: &mut Tx, profile: &Profile) -> anyhow::Result<()> {
    let id = kept(tx, profile).await?;
    Ok(store::set_retired(tx, id, None).await?)
}

/// The number of a profile, which it has once somebody picks or changes it. Later versions of the program may have it no
/// more; what it says is kept.
async fn kept(tx: &mut Tx, profile: &Profile) -> anyhow::Result<RowId> {
    match (profile.id, &profile.slug) {
        (Some(id), _) => Ok(id),
        (None, Some(slug)) => Ok(store::keep(tx, slug, &profile.sheet).await?),
        (None, None) => anyhow::bail!("a profile has a number or is a default"),
    }
}

/// Why a profile is not picked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotPicked {
    /// It is not offered any more.
    Retired,
    /// There are too many.
    TooMany,
}

/// A member picks a profile; once, whatever is pressed twice.
pub async fn pick(
    tx: &mut Tx,
    member: MemberId,
    profile: &Profile,
    begins: Option<Day>,
) -> anyhow::Result<Result<RowId, NotPicked>> {
    let id = kept(tx, profile).await?;
    if let Some(there) = store::pick_of(tx, member, id).await? {
        return Ok(Ok(there));
    }
    if profile.retired_at.is_some() {
        return Ok(Err(NotPicked::Retired));
    }
    if store::count_picks(tx, member).await? >= rules::MOST_PICKS {
        return Ok(Err(NotPicked::TooMany));
    }
    Ok(Ok(store::insert_pick(tx, member, id, begins).await?))
}

/// What a member picked, in that order.
pub async fn picks(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<Pick>> {
    Ok(store::picks(conn, member).await?)
}

/// One of a member's own.
pub async fn find_pick(conn: &mut Conn, member: MemberId, id: RowId) -> anyhow::Result<Option<Pick>> {
    Ok(store::find_pick(conn, member, id).await?)
}

/// Changes from which day the periods are counted, and whether entries have to be chosen.
pub async fn settle(tx: &mut Tx, pick: &Pick, begins: Option<Day>, chosen: bool) -> anyhow::Result<()> {
    Ok(store::settle(tx, pick, begins, chosen).await?)
}

/// Drops a body with all that was said and written for it. The log stays as it is.
pub async fn drop_pick(tx: &mut Tx, member: MemberId, id: RowId) -> anyhow::Result<()> {
    Ok(store::delete_pick(tx, member, id).await?)
}

/// What there is for a body from one day to another: what is alike comes as one.
pub async fn heaps(conn: &mut Conn, pick: &Pick, period: Period) -> anyhow::Result<Vec<Heap>> {
    let told = store::told(conn, pick, period).await?;
    let all = if pick.chosen { vec![] } else { store::heaps(conn, pick, period).await? };
    Ok(rules::as_told(all, told))
}

/// The days on which there is something that counts, each with its last, in the order in which they begin.
pub async fn days(conn: &mut Conn, pick: &Pick, period: Period) -> anyhow::Result<Vec<(Day, Day)>> {
    let rows = store::days(conn, pick, period).await?;
    let day = |text: String| text.parse::<Day>().map_err(anyhow::Error::msg);
    rows.into_iter().map(|(first, last)| Ok((day(first)?, day(last)?))).collect()
}

/// An entry, and what is said of it for a body.
pub type Mapped = (log::Entry, Mapping);

/// What counts for a body from one day to another, in the order of days.
pub async fn counted(conn: &mut Conn, pick: &Pick, period: Period) -> anyhow::Result<Vec<Mapped>> {
    let entries = log::between(conn, pick.member, period.from, period.until).await?;
    let all = mapped(conn, pick, entries).await?;
    Ok(all.into_iter().filter(|(_, mapping)| mapping.counts).collect())
}

/// Entries with what is said of them.
pub async fn mapped(conn: &mut Conn, pick: &Pick, entries: Vec<log::Entry>) -> anyhow::Result<Vec<Mapped>> {
    let ids: Vec<i64> = entries.iter().map(|entry| entry.id.0).collect();
    let said: HashMap<RowId, Mapping> = store::mappings(conn, pick.id, &ids).await?.into_iter().collect();
    let unsaid = Mapping { counts: !pick.chosen, ..Mapping::default() };
    let with = |entry: log::Entry| {
        let mapping = said.get(&entry.id).unwrap_or(&unsaid).clone();
        (entry, mapping)
    };
    Ok(entries.into_iter().map(with).collect())
}

/// Says of an entry of the member's own where it belongs.
pub async fn map(tx: &mut Tx, pick: &Pick, entry: RowId, mapping: &Mapping) -> anyhow::Result<()> {
    Ok(store::set_mapping(tx, pick, entry, mapping).await?)
}

/// Says of many entries of the member's own that they count, and where they belong, as far as it is said; what was said
/// before of the rest stays.
pub async fn map_all(tx: &mut Tx, pick: &Pick, entries: &[i64], said: &Said) -> anyhow::Result<()> {
    Ok(store::set_mappings(tx, pick, entries, true, said).await?)
}

/// Leaves many entries of the member's own out. What was said of them stays.
pub async fn leave_out(tx: &mut Tx, pick: &Pick, entries: &[i64]) -> anyhow::Result<()> {
    Ok(store::set_mappings(tx, pick, entries, false, &[None, None, None]).await?)
}

/// Takes back what was said of an entry: it says itself where it belongs.
pub async fn unmap(tx: &mut Tx, pick: &Pick, entry: RowId) -> anyhow::Result<()> {
    Ok(store::delete_mapping(tx, pick.id, entry).await?)
}

/// How many entries say as much as is asked of each, and how many there are. It reads every text of the period.
pub async fn said_enough(conn: &mut Conn, pick: &Pick, scheme: &Scheme, period: Period) -> anyhow::Result<(i64, i64)> {
    let texts = store::texts_of_entries(conn, pick, period).await?;
    let fits = |text: &&(String, String)| {
        scheme.entry_words.fit(rules::words(&text.0) + rules::words(&text.1)) == rules::Fit::Good
    };
    Ok((i64::try_from(texts.iter().filter(fits).count())?, i64::try_from(texts.len())?))
}

/// What was written for a body in a period, the latest of each name first.
pub async fn texts(conn: &mut Conn, pick: &Pick, period: Period) -> anyhow::Result<Vec<Written>> {
    Ok(store::texts(conn, pick.id, period).await?)
}

/// Writes something for a body, for the period that begins on a day; nothing takes it away.
pub async fn write(tx: &mut Tx, pick: &Pick, day: Day, name: &str, text: &str) -> anyhow::Result<()> {
    Ok(store::set_text(tx, pick.id, day, name, text).await?)
}

/// Why there is nothing for a while, as far as somebody said so, in the order of days.
pub async fn reasons(conn: &mut Conn, pick: &Pick, period: Period) -> anyhow::Result<Vec<Reason>> {
    Ok(store::reasons(conn, pick.id, period).await?)
}

/// Says why there is nothing for a while; an empty reason takes it away.
pub async fn explain(tx: &mut Tx, pick: &Pick, gap: Period, text: &str) -> anyhow::Result<()> {
    Ok(store::set_reason(tx, pick.id, gap, text).await?)
}

/// What somebody whose account ends said and wrote for their bodies goes with it.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_member(tx, member).await?)
}
