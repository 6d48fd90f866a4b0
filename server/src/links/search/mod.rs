//! Search: what members wrote, found by its words; people, tags, tribes and courses, found by name.
//!
//! Texts are cut into words by the crate `words`, and the database keeps them ([`index`]). An index knows nothing of
//! audiences: each search asks the conversation who may read it, and the comment whether it is there.

mod index;
mod names;
mod rules;
mod store;

use words::{Language, Piece, Query, Within};

pub use self::{
    index::{Build, build, building, index_due, is_built},
    names::{Faces, People, named, near},
    rules::{Narrowing, Which},
};
use crate::{
    ids::{MemberId, Timestamp},
    kit::db::Conn,
    people::members,
};

/// So many are found at once; of more it is said that there are more.
pub const MOST: usize = 200;
/// So many of the newest that hold the words, whoever may read them, are looked at.
const HORIZON: usize = 1_000;
/// So many with the words in their title are looked for beyond the newest.
const TITLES: usize = 50;
/// In the forms of so many languages words are looked for.
const LANGUAGES: i64 = 6;
/// An excerpt has about so many characters.
const EXCERPT_CHARS: usize = 240;

/// Reads what somebody typed, for the languages this community writes in.
pub async fn read(conn: &mut Conn, typed: &str) -> anyhow::Result<Query> {
    let languages: Vec<Language> =
        store::languages(conn, LANGUAGES).await?.iter().map(|(lang,)| Language::of(lang)).collect();
    Ok(Query::read(typed, &languages))
}

/// Where a search begins.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum From {
    /// With the newest below this number. What is called so comes first, however old.
    Newest(i64),
    /// With the newest below this one, after others were seen.
    Below(i64),
}

/// A text that was found.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Hit {
    /// Its number in the index: by when it was written.
    pub id: i64,
    thing: i64,
    kind: String,
    title: String,
    lang: String,
}

/// What was found, the best first.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Found {
    /// At most [`MOST`].
    pub hits: Vec<Hit>,
    /// Where to go on, if there may be more.
    pub below: Option<i64>,
    /// Whether there are more, and not only more to look through.
    pub has_more: bool,
    /// A number above all that were looked at: a second page of the same begins there.
    pub newest: i64,
}

impl Found {
    /// How far was looked back, if not to the beginning.
    pub fn looked_back_to(&self) -> Option<Timestamp> {
        self.below.map(rules::moment_of)
    }
}

/// Finds texts that a reader may read.
pub async fn find(
    conn: &mut Conn,
    reader: Option<MemberId>,
    query: &Query,
    narrowing: &Narrowing,
    from: From,
) -> anyhow::Result<Found> {
    if query.is_empty() || !narrowing.which.is_of_texts() {
        return Ok(Found::default());
    }
    let reader = reader.unwrap_or(MemberId(0));
    let (From::Newest(below) | From::Below(below)) = from;
    let search = Search { query, narrowing, since: narrowing.since.map_or(0, rules::number_at) };
    let looked = search.newest(conn, Within::Anywhere, below, HORIZON).await?;
    let is_bounded = looked.len() == HORIZON;
    let horizon = looked.last().copied().unwrap_or_default();
    let newest = looked.first().map_or(below, |newest| newest + 1);
    let matching = search.in_order(conn, looked).await?;
    let mut hits = narrowed(conn, reader, &matching, MOST + 1).await?;
    let has_more = hits.len() > MOST;
    hits.truncate(MOST);
    let last = if has_more { hits.last().map(|hit| hit.id) } else { is_bounded.then_some(horizon) };
    let rank = |hit: &Hit| words::rank(query, &hit.title, Language::of(&hit.lang));
    if matches!(from, From::Newest(_)) {
        let titled = search.newest(conn, Within::Title, below, TITLES).await?;
        for hit in narrowed(conn, reader, &titled, TITLES).await? {
            if !hits.contains(&hit) && rank(&hit) > 0 {
                hits.push(hit);
            }
        }
    }
    hits.sort_by_cached_key(|hit| std::cmp::Reverse((rank(hit), hit.id)));
    hits.truncate(MOST);
    Ok(Found { hits, below: last, has_more, newest })
}

async fn narrowed(conn: &mut Conn, reader: MemberId, ids: &[i64], most: usize) -> anyhow::Result<Vec<Hit>> {
    if ids.is_empty() {
        return Ok(vec![]);
    }
    Ok(store::narrowed(conn, reader, &list(ids), i64::try_from(most)?).await?)
}

fn list(ids: &[i64]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

/// One search of the index.
struct Search<'a> {
    query: &'a Query,
    narrowing: &'a Narrowing,
    since: i64,
}

impl Search<'_> {
    fn text(&self, conn: &Conn, within: Within) -> String {
        let properties = self.narrowing.properties();
        if store::has_order(conn) {
            self.query.fts5(within, &properties)
        } else {
            self.query.tsquery(within, &properties)
        }
    }

    /// The newest below a number.
    async fn newest(&self, conn: &mut Conn, within: Within, below: i64, most: usize) -> anyhow::Result<Vec<i64>> {
        let text = self.text(conn, within);
        if store::has_order(conn) {
            return Ok(store::candidates(conn, &text, below, self.since, i64::try_from(most)?).await?);
        }
        let mut found = vec![];
        let mut top = below.min(store::newest(conn).await? + 1);
        for reach in rules::reaches(top) {
            if top <= self.since || found.len() == most {
                break;
            }
            let left = i64::try_from(most - found.len())?;
            let text = store::reached(&text, &reach);
            found.extend(store::candidates(conn, &text, top, reach.from.max(self.since), left).await?);
            top = reach.from;
        }
        Ok(found)
    }

    /// Of these, the newest with all the words, those that hold them as they were typed.
    async fn in_order(&self, conn: &mut Conn, looked: Vec<i64>) -> anyhow::Result<Vec<i64>> {
        let (Some(&first), Some(&last)) = (looked.first(), looked.last()) else { return Ok(looked) };
        if !self.query.has_phrases() && !self.query.excludes() {
            return Ok(looked);
        }
        let text = self.text(conn, Within::Order);
        if store::has_order(conn) {
            return Ok(store::candidates(conn, &text, first + 1, last, i64::try_from(HORIZON)?).await?);
        }
        Ok(store::in_order(conn, &text, &list(&looked)).await?.into_iter().map(|(id,)| id).collect())
    }
}

/// What is shown of a text that was found.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Line {
    id: i64,
    thing: i64,
    kind: String,
    title: String,
    /// The BCP 47 tag of its language.
    pub lang: String,
    path: String,
    /// The number of where it stands.
    pub place: i64,
    audience: i64,
    /// When it was written.
    pub at: Timestamp,
    writer: i64,
    handle: Option<String>,
    picture: Option<String>,
    guest_picture: Option<i64>,
    /// Who wrote it.
    pub name: String,
    /// What it is called where it stands: a blog, a tribe, a course.
    pub place_name: String,
    /// The address of that, if it is a blog.
    pub place_url: Option<String>,
    circle: String,
    html: String,
    #[sqlx(skip)]
    heading: Vec<Marked>,
    #[sqlx(skip)]
    excerpt: Vec<Marked>,
}

/// A piece of a text, for templates.
#[derive(Clone, Debug)]
pub struct Marked {
    /// What it says, not escaped.
    pub text: String,
    /// Whether it was looked for.
    pub is_found: bool,
}

fn marked(pieces: Vec<Piece>) -> Vec<Marked> {
    pieces.into_iter().map(|Piece { text, is_found }| Marked { text, is_found }).collect()
}

impl Line {
    /// Where it stands.
    pub fn url(&self) -> String {
        if self.is_comment() { format!("/comments/{}", self.thing) } else { self.path.clone() }
    }

    /// Whether it is a comment.
    pub fn is_comment(&self) -> bool {
        self.kind == "comment"
    }

    /// The message that says what it is.
    pub fn key(&self) -> String {
        format!("search-is-{}", self.kind)
    }

    /// What it is called, or what it was said under, with marks.
    pub fn heading(&self) -> &[Marked] {
        &self.heading
    }

    /// The part of it that was found, with marks.
    pub fn excerpt(&self) -> &[Marked] {
        &self.excerpt
    }

    /// The page of who wrote it, if that is a member.
    pub fn writer_url(&self) -> Option<String> {
        self.handle.as_deref().map(members::url)
    }

    /// The address of an avatar.
    pub fn avatar_url(&self) -> String {
        match (self.writer, self.guest_picture) {
            (0, Some(seed)) => format!("/pictures/{seed:x}.svg"),
            (0, None) => format!("/pictures/{}.svg", self.thing),
            (writer, _) => members::avatar_url(MemberId(writer), self.picture.as_deref()),
        }
    }

    /// The message that says who may read it, where not everyone may.
    pub const fn audience_key(&self) -> Option<&'static str> {
        if self.audience == 2 { Some("audience-community") } else { None }
    }

    /// The circle that may read it, if it is one and not where it stands.
    pub fn circle_name(&self) -> Option<&str> {
        (self.audience > 2 && self.audience != self.place).then_some(&*self.circle)
    }
}

/// What is shown of these, in their order. Whatever went meanwhile is left out.
pub async fn lines(
    conn: &mut Conn,
    reader: Option<MemberId>,
    query: &Query,
    hits: &[Hit],
) -> anyhow::Result<Vec<Line>> {
    if hits.is_empty() {
        return Ok(vec![]);
    }
    let ids: Vec<i64> = hits.iter().map(|hit| hit.id).collect();
    let mut lines: Vec<Line> = store::lines(conn, reader.unwrap_or(MemberId(0)), &list(&ids)).await?;
    lines.sort_by_key(|line| ids.iter().position(|id| *id == line.id));
    for line in &mut lines {
        let language = Language::of(&line.lang);
        line.heading = if line.is_comment() {
            vec![Marked { text: line.title.clone(), is_found: false }]
        } else {
            marked(words::mark(&line.title, language, query))
        };
        line.excerpt = marked(words::excerpt(&markup::plain(&line.html), language, query, EXCERPT_CHARS));
    }
    Ok(lines)
}

/// A blog or a circle by name, if a reader may know of it.
pub async fn place_name(conn: &mut Conn, reader: Option<MemberId>, place: i64) -> anyhow::Result<Option<String>> {
    Ok(store::place_name(conn, reader.unwrap_or(MemberId(0)), place).await?)
}

/// The groups a member is in, by number and name.
pub async fn own_circles(conn: &mut Conn, member: Option<MemberId>) -> anyhow::Result<Vec<(i64, String)>> {
    match member {
        Some(member) => Ok(store::own_circles(conn, member).await?),
        None => Ok(vec![]),
    }
}
