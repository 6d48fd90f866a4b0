//! HTTP for searching.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    http::StatusCode,
    response::{Html, IntoResponse},
};
use serde::Deserialize;

use crate::{
    ids::Timestamp,
    kit::{app::App, db::Conn, error::Answer, web::Query as Asked},
    links::search::{self, Build, Faces, From, Line, Narrowing, People, Which},
    people::{
        community::Directory,
        members::{self, Member},
    },
    site::{self, Page, Visitor},
};

/// So many texts stand on a page.
const PAGE: usize = 20;
/// So many names of each kind stand above texts.
const NAMES_ABOVE: i64 = 4;
/// So many names stand on a page of their own.
const NAMES: i64 = 24;
/// So many names of each kind are suggested.
const HINTS: i64 = 4;
/// Nothing longer is looked for in names, in characters.
const LONGEST_NAME_CHARS: usize = 100;

/// What the query of the page may say.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct SearchQuery {
    q: String,
    r#in: String,
    place: String,
    by: String,
    since: String,
    at: Option<i64>,
    before: Option<i64>,
    page: Option<usize>,
}

/// How long ago something was written at most.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Since(&'static str, i64);

impl Since {
    const ALL: [Self; 5] = [Self("", 0), Self("day", 1), Self("week", 7), Self("month", 31), Self("year", 366)];

    fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|since| since.0 == word).unwrap_or(Self::ALL[0])
    }

    fn moment(self, now: Timestamp) -> Option<Timestamp> {
        (self.1 > 0).then(|| now.plus_days(-self.1))
    }

    fn key(self) -> String {
        format!("search-since-{}", if self.0.is_empty() { "any" } else { self.0 })
    }
}

/// What there is to say instead of results.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Nothing {
    /// Nothing was typed.
    Asked,
    /// Only signs were typed.
    Signs,
    /// Only what is not to be found.
    Exclusions,
    /// There is nobody called so.
    Nobody,
    /// Nothing was found.
    Found,
}

impl Nothing {
    const fn key(self) -> &'static str {
        match self {
            Self::Asked => "search-empty",
            Self::Signs => "search-only-signs",
            Self::Exclusions => "search-only-exclusions",
            Self::Nobody => "search-nobody",
            Self::Found => "search-none",
        }
    }
}

#[derive(Template)]
#[template(path = "links/pages/search/search.html")]
struct SearchPage {
    p: Page,
    asked: SearchQuery,
    which: Which,
    /// What may be shown: the address, the message, and whether it is this.
    kinds: Vec<(String, &'static str, bool)>,
    /// The times to choose between: the word, the message, and whether it is this.
    times: Vec<(&'static str, String, bool)>,
    /// Where it may be narrowed to: number, name.
    places: Vec<(String, String)>,
    /// Whether more was typed than is read.
    is_shortened: bool,
    /// How far making the index anew has come.
    building: Option<String>,
    names: Faces,
    /// Names that are nearly what was typed.
    near: Faces,
    lines: Vec<Line>,
    /// How many texts were found.
    count: i64,
    has_more: bool,
    /// What to say instead of texts.
    nothing: Option<Nothing>,
    previous: Option<String>,
    next: Option<String>,
    /// Where to look further back, and how far was looked.
    further: Option<(String, Timestamp)>,
}

impl SearchPage {
    fn is_narrowed(&self) -> bool {
        !self.asked.place.is_empty() || !self.asked.by.is_empty() || !self.asked.since.is_empty()
    }

    /// The address of this search without what narrows it.
    fn wider(&self) -> String {
        address(&SearchQuery { q: self.asked.q.clone(), r#in: self.asked.r#in.clone(), ..SearchQuery::default() })
    }
}

/// The address of a search.
fn address(asked: &SearchQuery) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::from("/search/?"));
    query.append_pair("q", &asked.q);
    for (name, value) in [("in", &asked.r#in), ("place", &asked.place), ("by", &asked.by), ("since", &asked.since)] {
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    for (name, value) in [("at", asked.at), ("before", asked.before)] {
        if let Some(value) = value {
            query.append_pair(name, &value.to_string());
        }
    }
    if let Some(page) = asked.page.filter(|page| *page > 1) {
        query.append_pair("page", &page.to_string());
    }
    query.finish()
}

/// The address of a search with other kinds.
fn of_kind(asked: &SearchQuery, which: Which) -> String {
    address(&SearchQuery { r#in: which.word().into(), at: None, before: None, page: None, ..asked.clone() })
}

/// By whom searches are counted.
fn asker(visitor: &Visitor) -> String {
    visitor.id().map_or_else(|| visitor.ip.to_string(), |member| member.to_string())
}

/// Whether this reader may look through the members.
fn people(visitor: &Visitor) -> People {
    let sees = visitor.member.is_some() || visitor.community.directory == Directory::Public;
    if sees { People::Seen } else { People::Unseen }
}

/// What a name is looked for by: the words of what was typed.
fn name_of(typed: &str) -> String {
    typed.chars().filter(|c| !matches!(c, '"' | '#' | '@')).take(LONGEST_NAME_CHARS).collect()
}

/// `GET /search/`: what was found.
pub async fn search(State(app): State<Arc<App>>, visitor: Visitor, Asked(mut asked): Asked<SearchQuery>) -> Answer {
    asked.q = members::one_line(&asked.q);
    asked.by = asked.by.trim().trim_start_matches('@').chars().take(LONGEST_NAME_CHARS).collect();
    let which: Which = asked.r#in.parse().unwrap_or_default();
    let since = Since::of(&asked.since);
    asked.since = since.0.into();
    if !asked.q.is_empty() {
        app.limits.searches.take(&asker(&visitor))?;
    }
    let (reader, people) = (visitor.id(), people(&visitor));
    let mut conn = app.db.read().await?;
    let query = search::read(&mut conn, &asked.q).await?;
    let writer = if asked.by.is_empty() { None } else { members::by_handle(&mut conn, &asked.by).await? };
    let is_nobody = !asked.by.is_empty() && writer.is_none();
    let place = asked.place.parse().ok().filter(|place| *place > 0);
    let narrowing = Narrowing {
        which,
        place,
        writer: writer.as_ref().map(|writer: &Member| writer.id.0),
        since: since.moment(app.now()),
    };
    let from = match asked.before {
        Some(before) => From::Below(before),
        None => From::Newest(asked.at.unwrap_or(i64::MAX)),
    };
    let found = if is_nobody {
        search::Found::default()
    } else {
        search::find(&mut conn, reader, &query, &narrowing, from).await?
    };
    let page = asked.page.unwrap_or(1).max(1);
    let first = (page - 1).saturating_mul(PAGE).min(found.hits.len());
    let last = (first + PAGE).min(found.hits.len());
    let lines = search::lines(&mut conn, reader, &query, &found.hits[first..last]).await?;
    let (names, near) = by_name(&mut conn, &visitor, people, &asked, which, found.hits.len()).await?;
    let nothing = match () {
        () if asked.q.is_empty() => Some(Nothing::Asked),
        () if which.is_of_texts() && query.is_empty() && query.excludes() => Some(Nothing::Exclusions),
        () if query.is_empty() && names.is_empty() => Some(Nothing::Signs),
        () if is_nobody => Some(Nothing::Nobody),
        () if lines.is_empty() && (which.is_of_texts() || names.is_empty()) => Some(Nothing::Found),
        () => None,
    };
    // A page of these that were found, however much is written meanwhile.
    let here = |page| {
        let at = if asked.before.is_some() { None } else { Some(asked.at.unwrap_or(found.newest)) };
        Some(address(&SearchQuery { at, page: Some(page), ..asked.clone() }))
    };
    let further =
        found.below.zip(found.looked_back_to()).filter(|_| last == found.hits.len()).map(|(below, moment)| {
            (address(&SearchQuery { at: None, before: Some(below), page: None, ..asked.clone() }), moment)
        });
    let title = match asked.q.as_str() {
        "" => visitor.words.say("search"),
        q => visitor.words.with("search-title", "words", q),
    };
    let template = SearchPage {
        places: places(&mut conn, &visitor, place, &lines).await?,
        building: search::building(&mut conn).await?.map(|build| told(&visitor, &build)),
        p: Page::new(&mut conn, &visitor, title).await?.private(),
        which,
        kinds: Which::ALL.map(|kind| (of_kind(&asked, kind), kind.key(), kind == which)).into(),
        times: Since::ALL.map(|time| (time.0, time.key(), time == since)).into(),
        is_shortened: query.is_shortened,
        names,
        near,
        count: i64::try_from(found.hits.len())?,
        has_more: found.has_more,
        nothing,
        previous: if page > 1 { here(page - 1) } else { None },
        next: if last < found.hits.len() { here(page + 1) } else { None },
        further,
        lines,
        asked,
    };
    site::unstored(site::show(&template))
}

/// How far making the index anew has come.
fn told(visitor: &Visitor, build: &Build) -> String {
    let t = &visitor.words;
    t.with2("search-building", ("done", t.number(build.done)), ("total", t.number(build.total.max(build.done))))
}

/// Names that were found, and those that are nearly so where little else was.
async fn by_name(
    conn: &mut Conn,
    visitor: &Visitor,
    people: People,
    asked: &SearchQuery,
    which: Which,
    texts: usize,
) -> anyhow::Result<(Faces, Faces)> {
    let is_first = asked.before.is_none() && asked.page.unwrap_or(1) <= 1;
    let is_wide = which == Which::All && asked.place.is_empty() && asked.by.is_empty() && asked.since.is_empty();
    let is_narrow = !is_wide && which.is_of_texts();
    if !is_first || is_narrow {
        return Ok((Faces::default(), Faces::default()));
    }
    let (typed, most) = (name_of(&asked.q), if which == Which::All { NAMES_ABOVE } else { NAMES });
    let mut names = only(search::named(conn, visitor.id(), &typed, people, most).await?, which);
    // One of a page of tags says that it is one.
    names.tags.retain(|tag| which != Which::All || format!("#{}", tag.word()) != asked.q);
    let mut near = Faces::default();
    if names.is_empty() && texts < 5 {
        near = only(search::near(conn, visitor.id(), &typed, people, NAMES_ABOVE).await?, which);
    }
    Ok((names, near))
}

fn only(faces: Faces, which: Which) -> Faces {
    match which {
        Which::People => Faces { people: faces.people, ..Faces::default() },
        Which::Names => Faces { people: vec![], ..faces },
        _ => faces,
    }
}

/// Where the search may be narrowed to: one's own groups, where it is narrowed to now, and where something was found.
async fn places(
    conn: &mut Conn,
    visitor: &Visitor,
    place: Option<i64>,
    lines: &[Line],
) -> anyhow::Result<Vec<(String, String)>> {
    let mut places = search::own_circles(conn, visitor.id()).await?;
    if let Some(place) = place
        && let Some(name) = search::place_name(conn, visitor.id(), place).await?
    {
        places.push((place, name));
    }
    places.extend(lines.iter().filter(|line| line.place > 2).map(|line| (line.place, line.place_name.clone())));
    let mut seen = std::collections::HashSet::new();
    places.retain(|(place, name)| !name.is_empty() && seen.insert(*place));
    Ok(places.into_iter().map(|(place, name)| (place.to_string(), name)).collect())
}

/// What the query for suggestions may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct HintQuery {
    q: String,
}

#[derive(Template)]
#[template(path = "links/pages/search/hints.html")]
struct Hints {
    p: crate::kit::i18n::Locale,
    names: Faces,
}

/// `GET /search/hints`: people, groups and tags whose names begin so, as a list to choose from; 204 if there are none.
pub async fn hints(State(app): State<Arc<App>>, visitor: Visitor, Asked(asked): Asked<HintQuery>) -> Answer {
    app.limits.hints.take(&asker(&visitor))?;
    let (typed, people, reader) = (name_of(&asked.q), people(&visitor), visitor.id());
    let mut conn = app.db.read().await?;
    let mut names = search::named(&mut conn, reader, &typed, people, HINTS).await?;
    if names.is_empty() {
        names = search::near(&mut conn, reader, &typed, people, HINTS).await?;
    }
    if names.is_empty() {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let list = Hints { p: visitor.words.clone(), names }.render()?;
    site::unstored(Ok(Html(list).into_response()))
}
