//! What members say about themselves, each part to those they choose; and who says the same, where both wish to be found.

pub mod gazetteer;
mod rules;
mod store;

use std::collections::HashMap;

use self::gazetteer::Place;
pub use self::rules::{Field, Viewers};
use crate::{
    events::Event,
    ids::{CircleId, MemberId},
    kit::{
        app::App,
        db::{Conn, Tx},
    },
    people::members,
};

/// So many places are looked up again in one change.
const PLACES_AT_ONCE: i64 = 500;

/// A part of what somebody says about themselves, as they themselves see it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// What they say; of a list nothing.
    pub said: String,
    /// Who sees it.
    pub viewers: Viewers,
}

/// All that somebody says about themselves.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct About {
    /// The parts that are not as they usually are.
    pub parts: HashMap<Field, Part>,
    /// Whether colleagues find them by their workplace.
    pub is_found: bool,
}

impl About {
    /// A part of it.
    pub fn part(&self, field: Field) -> Part {
        let usual = || Part { said: String::new(), viewers: field.usual() };
        self.parts.get(&field).cloned().unwrap_or_else(usual)
    }

    /// Says a part.
    pub fn say(&mut self, field: Field, said: &str, viewers: Viewers) {
        self.parts.insert(field, Part { said: said.to_owned(), viewers });
    }
}

/// What a member says about themselves, for themselves.
pub async fn own(conn: &mut Conn, member: MemberId) -> anyhow::Result<About> {
    let mut about = About::default();
    for row in store::own(conn, member).await? {
        about.is_found |= row.found_at.is_some();
        if let (Ok(field), Ok(viewers)) = (row.field.parse::<Field>(), row.viewers.parse()) {
            about.say(field, &row.said, viewers);
        }
    }
    Ok(about)
}

/// From now on a member says this about themselves. Whether colleagues find them is said with it, and holds for this
/// workplace alone.
pub async fn set(tx: &mut Tx, member: MemberId, about: &About) -> anyhow::Result<()> {
    let before = store::own(tx, member).await?;
    let before = before.iter().find(|row| row.found_at.is_some());
    let parts: Vec<(Field, Part)> = Field::ALL.map(|field| (field, about.part(field))).into();
    let says = |(field, part): &&(Field, Part)| {
        if field.is_list() { part.viewers != field.usual() } else { !part.said.is_empty() }
    };
    let rows: Vec<store::NewRow<'_>> = parts
        .iter()
        .filter(says)
        .map(|(field, part)| {
            let key = field.match_key(&part.said);
            let is_found = about.is_found && *field == Field::Workplace && !key.is_empty();
            // Whoever is found by the same workplace as before has been since then.
            let since = before.filter(|row| field.match_key(&row.said) == key).and_then(|row| row.found_at);
            let found_at = is_found.then(|| since.unwrap_or(tx.now));
            let (town, country, looked_up) = if *field == Field::Place { placed(&part.said) } else { (None, "", 0) };
            let (field, viewers) = (field.word(), part.viewers.word());
            store::NewRow { field, viewers, found_at, town, country, looked_up, key, said: &part.said }
        })
        .collect();
    store::forget(tx, member).await?;
    if !rows.is_empty() {
        store::put(tx, member, &rows).await?;
    }
    tx.emit(Event::MemberChanged(member));
    Ok(())
}

/// Where a text says that somebody is: the number of a town, the code of a country, and the version of what says so.
fn placed(said: &str) -> (Option<i64>, &'static str, i64) {
    let version = gazetteer::version();
    match gazetteer::find(said) {
        Place::Town(town) => (Some(town.number), town.country, version),
        Place::Country(code) => (None, code, version),
        Place::OneOf(_) | Place::Unknown => (None, "", version),
    }
}

/// Looks up again what another gazetteer found, or did not.
pub async fn look_up_again(app: &App) -> anyhow::Result<()> {
    let version = gazetteer::version();
    loop {
        let stale = store::stale_places(&mut app.db.read().await?, version, PLACES_AT_ONCE).await?;
        if stale.is_empty() {
            return Ok(());
        }
        let found: Vec<(MemberId, &str, Option<i64>, &str)> = stale
            .iter()
            .map(|(member, said)| {
                let (town, country, _) = placed(said);
                (*member, said.as_str(), town, country)
            })
            .collect();
        app.db
            .always(async |tx| {
                for (member, said, town, country) in &found {
                    store::place_again(tx, *member, said, *town, country, version).await?;
                }
                Ok(())
            })
            .await?;
    }
}

/// Somebody on a map, or the number of people there with nobody named.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct OnMap {
    /// Their town; none: somewhere in the country, or nowhere that is known.
    pub town: Option<i64>,
    /// The code of their country; empty: nowhere that is known.
    pub country: String,
    /// How many people are there.
    pub people: i64,
    /// What they are called by with an `@`.
    pub handle: String,
    /// What they are called in the course.
    pub name: String,
    /// What they say.
    pub said: String,
}

/// Where those in a course are, as far as each shows it to the reader: of every place so many people by their names, but
/// one at least.
pub async fn map_of(conn: &mut Conn, reader: MemberId, course: CircleId, named: i64) -> anyhow::Result<Vec<OnMap>> {
    Ok(store::map_of(conn, reader, course, named.max(1)).await?)
}

/// Those of one place on that map by their names; no town: those of whom only the country is known, or not even that.
pub async fn at_place(
    conn: &mut Conn,
    reader: MemberId,
    course: CircleId,
    town: Option<i64>,
    country: &str,
) -> anyhow::Result<Vec<OnMap>> {
    Ok(store::at_place(conn, reader, course, town, country).await?)
}

/// Somebody's account ended: nothing is known of them any more.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    store::forget(tx, member).await?;
    tx.emit(Event::MemberChanged(member));
    Ok(())
}

/// What a reader sees of what a member says about themselves. What they do not see is empty, as if it were not there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seen {
    /// A few words, as written.
    pub bio: String,
    /// What they do.
    pub job: String,
    /// Where they work.
    pub workplace: String,
    /// Where they are.
    pub place: String,
    /// Their website.
    pub website: String,
    /// Whether their blogs are listed.
    pub lists_blogs: bool,
    /// Whether the tribes they are in are listed.
    pub lists_tribes: bool,
    /// Whether who sees it turns on who is in which course and tribe.
    pub turns_on_circles: bool,
}

impl Default for Seen {
    fn default() -> Self {
        let nothing = String::new;
        Self {
            bio: nothing(),
            job: nothing(),
            workplace: nothing(),
            place: nothing(),
            website: nothing(),
            lists_blogs: true,
            lists_tribes: true,
            turns_on_circles: false,
        }
    }
}

impl Seen {
    fn take(&mut self, row: store::SeenRow) {
        self.turns_on_circles |= row.viewers == Viewers::Shared.word();
        match row.field.parse() {
            Ok(Field::Bio) => self.bio = row.said,
            Ok(Field::Job) => self.job = row.said,
            Ok(Field::Workplace) => self.workplace = row.said,
            Ok(Field::Place) => self.place = row.said,
            Ok(Field::Website) => self.website = row.said,
            Ok(Field::Blogs) => self.lists_blogs = row.is_seen,
            Ok(Field::Tribes) => self.lists_tribes = row.is_seen,
            Err(()) => {}
        }
    }

    /// What they do and where, and where they are, as far as it is seen.
    pub fn facts(&self) -> Vec<&str> {
        [&self.job, &self.workplace, &self.place].into_iter().map(String::as_str).filter(|it| !it.is_empty()).collect()
    }
}

/// What a reader sees of what members say about themselves; whoever says nothing is not among them.
pub async fn seen(
    conn: &mut Conn,
    reader: Option<MemberId>,
    members: &[MemberId],
) -> anyhow::Result<HashMap<MemberId, Seen>> {
    let ids: Vec<String> = members.iter().map(ToString::to_string).collect();
    let mut all: HashMap<MemberId, Seen> = HashMap::new();
    if ids.is_empty() {
        return Ok(all);
    }
    for row in store::seen(conn, reader.unwrap_or(MemberId(0)), &ids.join(",")).await? {
        all.entry(row.member).or_default().take(row);
    }
    Ok(all)
}

/// What a reader sees of what one member says about themselves.
pub async fn seen_of(conn: &mut Conn, reader: Option<MemberId>, member: MemberId) -> anyhow::Result<Seen> {
    Ok(seen(conn, reader, &[member]).await?.remove(&member).unwrap_or_default())
}

/// Somebody who says the same.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Colleague {
    /// Who.
    pub member: MemberId,
    /// What they are called by with an `@`.
    pub handle: String,
    /// What they are called.
    pub name: String,
    /// The file of their avatar.
    pub picture: Option<String>,
    /// What they do, if the reader sees it.
    pub job: String,
}

impl Colleague {
    /// The address of their page.
    pub fn url(&self) -> String {
        members::url(&self.handle)
    }

    /// The address of their avatar.
    pub fn picture_url(&self) -> String {
        members::avatar_url(self.member, self.picture.as_deref())
    }
}

/// A list of colleagues holds no more.
pub const MOST_COLLEAGUES: i64 = 500;

/// Those who say the same workplace as this member, if they and the member wish to be found by it. Of nobody else there
/// is a trace.
pub async fn colleagues(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<Colleague>> {
    Ok(store::colleagues(conn, member, MOST_COLLEAGUES).await?)
}
