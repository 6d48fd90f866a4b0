//! Names: of people, of tags, of tribes and courses. Found by the beginning of any of their words, and with one slip.

use std::collections::{BTreeMap, BTreeSet};

use super::store;
use crate::{ids::MemberId, kit::db::Conn, people::members};

/// So many names with one beginning are looked at.
const MOST: i64 = 200;

/// Whose name it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Kind {
    /// Somebody's.
    Member,
    /// A tag's or a category's.
    Tag,
    /// A tribe's or a course's.
    Circle,
}

impl Kind {
    /// The word it is stored as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Tag => "tag",
            Self::Circle => "circle",
        }
    }
}

/// Whose names are looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum People {
    /// Those of people, too.
    Seen,
    /// Not those of people: this reader may not look through the members.
    Unseen,
}

/// Something with a name that was found.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Face {
    id: i64,
    kind: String,
    /// What it is called.
    pub name: String,
    /// A handle, or the last part of an address.
    pub address: String,
    picture: Option<String>,
    /// Of a tag: how much the reader may read has it.
    pub count: i64,
}

impl Face {
    /// Where it leads.
    pub fn url(&self) -> String {
        match self.kind.as_str() {
            "member" => members::url(&self.address),
            "tribe" => format!("/tribes/{}/", self.address),
            "course" => format!("/courses/{}/", self.address),
            _ => {
                let tag: String =
                    url::form_urlencoded::byte_serialize(format!("#{}", self.word()).as_bytes()).collect();
                format!("/search/?q={tag}")
            }
        }
    }

    /// A tag in one word.
    pub fn word(&self) -> String {
        self.name.split_whitespace().collect::<Vec<_>>().join("-")
    }

    /// The address of a picture, of a person.
    pub fn avatar_url(&self) -> Option<String> {
        (self.kind == "member").then(|| members::avatar_url(MemberId(self.id), self.picture.as_deref()))
    }

    /// Whether it is a tag.
    pub fn is_tag(&self) -> bool {
        self.kind == "tag"
    }

    /// The message that says what it is; of people that is plain to see.
    pub fn key(&self) -> Option<&'static str> {
        match self.kind.as_str() {
            "tribe" => Some("search-is-tribe"),
            "course" => Some("search-is-course"),
            "tag" => Some("search-is-tag"),
            _ => None,
        }
    }
}

/// What was found by name.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Faces {
    /// People.
    pub people: Vec<Face>,
    /// Tribes and courses.
    pub circles: Vec<Face>,
    /// Tags.
    pub tags: Vec<Face>,
}

impl Faces {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() && self.circles.is_empty() && self.tags.is_empty()
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Face> {
        self.people.iter().chain(&self.circles).chain(&self.tags)
    }
}

/// Those in whose names every word begins as one that is typed, so many of each kind.
pub async fn named(
    conn: &mut Conn,
    reader: Option<MemberId>,
    typed: &str,
    people: People,
    most: i64,
) -> anyhow::Result<Faces> {
    let parts = words::typed_parts(typed);
    let Some(longest) = parts.iter().max_by_key(|part| part.len()) else { return Ok(Faces::default()) };
    let mut found = BTreeMap::new();
    for kind in [Kind::Member, Kind::Circle, Kind::Tag] {
        let mut parts_of: BTreeMap<i64, Vec<String>> = BTreeMap::new();
        for (thing, part) in store::beginning_with(conn, kind, longest, MOST).await? {
            parts_of.entry(thing).or_default().push(part);
        }
        let holds = |of: &Vec<String>| parts.iter().all(|typed| of.iter().any(|part| part.starts_with(typed)));
        parts_of.retain(|_, of| holds(of));
        found.insert(kind, parts_of.into_keys().collect::<Vec<_>>());
    }
    seen(conn, reader, &found, people, most).await
}

/// Those in whose names a word is typed with one slip.
pub async fn near(
    conn: &mut Conn,
    reader: Option<MemberId>,
    typed: &str,
    people: People,
    most: i64,
) -> anyhow::Result<Faces> {
    let typed = words::typed_parts(typed);
    let slips: BTreeSet<String> = typed.iter().flat_map(|part| words::slips(part)).collect();
    if slips.is_empty() {
        return Ok(Faces::default());
    }
    let slips: Vec<String> = slips.into_iter().collect();
    let parts = store::slipped(conn, &slips).await?.into_iter().map(|(part,)| part);
    let parts: Vec<String> = parts.filter(|part| typed.iter().any(|typed| words::are_near(typed, part))).collect();
    if parts.is_empty() {
        return Ok(Faces::default());
    }
    let mut found = BTreeMap::new();
    for kind in [Kind::Member, Kind::Circle, Kind::Tag] {
        // Who fits in more words comes first.
        let mut fits: BTreeMap<i64, usize> = BTreeMap::new();
        for (thing, _) in store::with_parts(conn, kind, &parts, MOST).await? {
            *fits.entry(thing).or_default() += 1;
        }
        let best = fits.values().max().copied().unwrap_or_default();
        fits.retain(|_, times| *times == best);
        found.insert(kind, fits.into_keys().collect::<Vec<_>>());
    }
    seen(conn, reader, &found, people, most).await
}

/// Of these those that a reader may know of.
async fn seen(
    conn: &mut Conn,
    reader: Option<MemberId>,
    found: &BTreeMap<Kind, Vec<i64>>,
    people: People,
    most: i64,
) -> anyhow::Result<Faces> {
    let reader = reader.unwrap_or(MemberId(0));
    let list = |kind| {
        let ids = found.get(&kind).map(Vec::as_slice).unwrap_or_default();
        (!ids.is_empty()).then(|| ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
    };
    let mut faces = Faces::default();
    if let Some(ids) = list(Kind::Member).filter(|_| people == People::Seen) {
        faces.people = store::people(conn, &ids, most).await?;
    }
    if let Some(ids) = list(Kind::Circle) {
        faces.circles = store::circles(conn, reader, &ids, most).await?;
    }
    if let Some(ids) = list(Kind::Tag) {
        faces.tags = store::tags_seen(conn, reader, &ids, most).await?;
    }
    Ok(faces)
}
