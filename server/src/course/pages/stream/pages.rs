//! HTTP for the stream: what happened, with filters that are links and can be kept as bookmarks, and that more happened
//! while it was open.

use std::{convert::Infallible, sync::Arc};

use askama::Template;
use axum::{
    extract::State,
    response::sse::{Event as Message, Sse},
};
use futures_util::Stream;
use serde::Deserialize;

use crate::{
    course::{
        pages::{courses::pages::found, tribes::pages::found as found_tribe},
        stream::{self, Asked, Choice, Filter, Kind, Line, PAGE, Place, Scope, Who},
    },
    events::Channel,
    ids::{MemberId, Timestamp},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{Path, Query, moved},
    },
    people::{
        blocks,
        community::Directory,
        members::{self, Member},
    },
    site::{self, Page, Visitor, live},
};

/// So much of what was written stands there, in characters.
const LINE: usize = 140;
/// A handle is no longer, in characters, with its `@`.
const LONGEST_HANDLE: usize = 64;

/// What the query may say. What makes no sense in it is passed over.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct StreamQuery {
    kind: String,
    who: String,
    by: String,
    #[serde(rename = "in")]
    place: String,
    after: String,
    /// From where on somebody who has it open wants to know how much there is.
    since: String,
}

/// Whose stream is asked for, or of what, as addresses say it.
enum Which {
    Community,
    Course(String),
    Tribe(String),
    Member(String),
}

/// Whose stream it is, or of what.
enum Of {
    Community,
    Group,
    Person(Box<Member>),
}

#[derive(Template)]
#[template(path = "course/pages/stream/stream.html")]
struct Shown {
    p: Page,
    /// The address of this stream without a query.
    here: String,
    /// What it is the stream of, if that is not the community: its name, its address, the language of its name.
    above: Option<(String, String, &'static str)>,
    of: Of,
    filter: Option<Filter>,
    filters: Vec<Filter>,
    is_followed: bool,
    /// Whose doing is asked for, as typed.
    by: String,
    /// Whether there is nobody of that name.
    is_nobody: bool,
    /// Whether the reader has blocked them.
    is_blocked: bool,
    /// Whether a person may be asked for.
    asks_who: bool,
    /// The courses and tribes of the reader, where one may be asked for.
    choices: Vec<Choice>,
    /// Which of them is.
    place: String,
    lines: Vec<Line>,
    next: Option<Place>,
    is_later_page: bool,
    /// When the page was made.
    made_at: Timestamp,
}

impl Shown {
    /// The address of this stream, filtered otherwise.
    fn link(&self, filter: Option<Filter>, is_followed: bool, after: Option<Place>) -> String {
        let query = self.query(filter, is_followed, after.map(|after| ("after", after)));
        if query.is_empty() { self.here.clone() } else { format!("{}?{query}", self.here) }
    }

    /// Where it is said how much happened since the page was made, as it is filtered; nothing for what is past.
    fn live(&self) -> Option<String> {
        let latest = self.lines.first().map_or(Place { at: self.made_at, id: 0 }, |line| line.place);
        let query = self.query(self.filter, self.is_followed, Some(("since", latest)));
        (!self.is_later_page && !self.is_nobody).then(|| format!("{}live?{query}", self.here))
    }

    fn query(&self, filter: Option<Filter>, is_followed: bool, place: Option<(&str, Place)>) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        if let Some(filter) = filter {
            query.append_pair("kind", filter.word());
        }
        if is_followed {
            query.append_pair("who", "followed");
        }
        for (name, value) in [("by", &self.by), ("in", &self.place)] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        if let Some((name, place)) = place {
            query.append_pair(name, &place.word());
        }
        query.finish()
    }

    fn all(&self) -> String {
        self.link(None, self.is_followed, None)
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn only(&self, filter: &Filter) -> String {
        self.link(Some(*filter), self.is_followed, None)
    }

    fn anyone(&self) -> String {
        self.link(self.filter, false, None)
    }

    fn followed(&self) -> String {
        self.link(self.filter, true, None)
    }

    fn newest(&self) -> String {
        self.link(self.filter, self.is_followed, None)
    }

    fn older(&self) -> Option<String> {
        self.next.map(|next| self.link(self.filter, self.is_followed, Some(next)))
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn is_only(&self, filter: &Filter) -> bool {
        self.filter == Some(*filter)
    }

    fn is_in(&self, choice: &Choice) -> bool {
        choice.word() == self.place
    }

    /// Whether anything is left out that could be there.
    fn is_filtered(&self) -> bool {
        self.filter.is_some() || self.is_followed || !self.by.is_empty() || !self.place.is_empty()
    }

    const fn is_of_community(&self) -> bool {
        matches!(self.of, Of::Community)
    }

    /// The message that says what stands here.
    const fn lede_key(&self) -> &'static str {
        match self.of {
            Of::Community if self.p.viewer.is_none() => "stream-lede-public",
            Of::Community => "stream-lede",
            Of::Group => "stream-lede-group",
            Of::Person(_) => "stream-lede-person",
        }
    }

    /// The message that says that nothing stands here.
    fn empty_key(&self) -> &'static str {
        match self.of {
            _ if self.is_nobody => "stream-nobody",
            _ if self.next.is_some() => "stream-nothing-near",
            _ if self.is_later_page => "river-end",
            _ if self.is_blocked => "stream-blocked",
            _ if self.is_followed && self.filter.is_none() => "stream-empty-followed",
            _ if self.is_filtered() => "stream-empty-filtered",
            _ => "stream-empty",
        }
    }

    fn is_arrival(line: &Line) -> bool {
        line.kind == Kind::Arrival
    }
}

/// What a stream is of, and how it is asked.
struct Begun {
    here: String,
    title: String,
    above: Option<(String, String, &'static str)>,
    of: Of,
    scope: Scope,
    filters: Vec<Filter>,
    names_people: bool,
    choices: Vec<Choice>,
}

/// Whether somebody may look through the members.
fn sees_members(visitor: &Visitor) -> bool {
    visitor.member.is_some() || visitor.community.directory == Directory::Public
}

/// What is asked of a stream, as far as it makes sense.
struct Wanted {
    asked: Asked,
    is_followed: bool,
    by: String,
    is_nobody: bool,
    asks_who: bool,
    person: Option<MemberId>,
    place: String,
}

async fn wanted(conn: &mut Conn, visitor: &Visitor, begun: &Begun, query: &StreamQuery) -> anyhow::Result<Wanted> {
    let (reader, names_people) = (visitor.id(), begun.names_people);
    let filter = Filter::of(&query.kind).filter(|filter| begun.filters.contains(filter));
    let choice = begun.choices.iter().find(|choice| choice.word() == query.place);
    let scope = choice.map_or(begun.scope, Choice::scope);
    let place = choice.map(Choice::word).unwrap_or_default();
    let mut person = None;
    let (mut by, mut is_nobody) = (String::new(), false);
    let asks_who = !matches!(begun.of, Of::Person(_)) && sees_members(visitor);
    if let Of::Person(member) = &begun.of {
        person = Some(member.id);
    } else if asks_who {
        by = members::one_line(&query.by).chars().take(LONGEST_HANDLE).collect();
        let handle = by.trim_start_matches('@').to_lowercase();
        if !handle.is_empty() {
            person = members::by_handle(conn, &handle).await?.map(|member| member.id);
            is_nobody = person.is_none();
        }
    }
    let is_followed = person.is_none() && reader.is_some() && query.who == "followed";
    let who = match person {
        Some(member) => Who::Member(member),
        None if is_followed => Who::Followed,
        None => Who::Anyone,
    };
    let after = Place::of(&query.after).unwrap_or(Place::END);
    let asked = Asked { reader, scope, who, filter, names_people, after };
    Ok(Wanted { asked, is_followed, by, is_nobody, asks_who, person, place })
}

async fn read(app: &App, visitor: &Visitor, which: &Which, query: &StreamQuery) -> Answer {
    let made_at = app.now();
    let mut conn = app.db.read().await?;
    let begun = begun(&mut conn, visitor, which).await?;
    let Wanted { asked, is_followed, by, is_nobody, asks_who, person, place } =
        wanted(&mut conn, visitor, &begun, query).await?;
    let is_blocked = match (visitor.id(), person) {
        (Some(reader), Some(person)) => blocks::of(&mut conn, reader).await?.contains(&person),
        _ => false,
    };
    let stream::Page { lines, next } =
        if is_nobody { stream::Page { lines: vec![], next: None } } else { stream::page(&mut conn, &asked).await? };
    let Begun { here, title, above, of, filters, choices, .. } = begun;
    let (filter, is_later_page) = (asked.filter, asked.after != Place::END);
    let mut p = Page::new(&mut conn, visitor, title).await?;
    // What is filtered, and what few may read, is nothing to be found by others.
    let is_plain = matches!(of, Of::Community) && filter.is_none() && by.is_empty() && !is_later_page;
    if !is_plain {
        p = p.private();
    }
    site::unstored(site::show(&Shown {
        p,
        here,
        above,
        of,
        filter,
        filters,
        is_followed,
        by,
        is_nobody,
        is_blocked,
        asks_who,
        choices,
        place,
        lines,
        next,
        is_later_page,
        made_at,
    }))
}

/// How much happened since what stands on the page, now and whenever that changes. Whether one may still look is asked each
/// time.
async fn listen(
    app: Arc<App>,
    visitor: Visitor,
    which: Which,
    query: StreamQuery,
) -> Answer<Sse<impl Stream<Item = Result<Message, Infallible>>>> {
    let since = Place::of(&query.since).unwrap_or(Place::END);
    begun(&mut app.db.read().await?, &visitor, &which).await?;
    let ip = visitor.ip;
    let asking = Arc::new((visitor, which, StreamQuery { after: String::new(), ..query }));
    let most = i64::try_from(PAGE)? + 1;
    live::counted(app, ip, Channel::Stream, most, move |app| {
        let asking = asking.clone();
        Box::pin(async move {
            let (visitor, which, query) = &*asking;
            let mut conn = app.db.read().await.ok()?;
            let begun = begun(&mut conn, visitor, which).await.ok()?;
            let wanted = wanted(&mut conn, visitor, &begun, query).await.ok()?;
            if wanted.is_nobody {
                return None;
            }
            stream::count_since(&mut conn, &wanted.asked, since).await.ok()
        })
    })
}

/// The stream that an address names, for those who may look at it.
async fn begun(conn: &mut Conn, visitor: &Visitor, which: &Which) -> Answer<Begun> {
    match which {
        Which::Community => of_community(conn, visitor).await,
        Which::Course(address) => of_course(conn, visitor, address).await,
        Which::Tribe(slug) => of_tribe(conn, visitor, slug).await,
        Which::Member(handle) => of_member(conn, visitor, handle).await,
    }
}

async fn of_community(conn: &mut Conn, visitor: &Visitor) -> Answer<Begun> {
    let names_people = sees_members(visitor);
    let mut choices = vec![];
    if let Some(member) = visitor.id() {
        choices = stream::places_of(conn, member).await?;
    }
    let mut filters = Filter::ALL.to_vec();
    filters.retain(|filter| match filter {
        Filter::People => names_people,
        Filter::Announcements | Filter::Discussions | Filter::Gatherings | Filter::Files => visitor.member.is_some(),
        _ => true,
    });
    Ok(Begun {
        here: "/stream/".into(),
        title: visitor.words.say("stream"),
        above: None,
        of: Of::Community,
        scope: Scope::Everywhere,
        filters,
        names_people,
        choices,
    })
}

async fn of_course(conn: &mut Conn, visitor: &Visitor, address: &str) -> Answer<Begun> {
    let (course, standing) = found(conn, visitor, address).await?;
    let names_people = standing.is_in();
    let mut filters = vec![Filter::Posts, Filter::Comments];
    if names_people {
        filters.push(Filter::Discussions);
    }
    filters.push(Filter::Modules);
    if names_people {
        filters.extend([Filter::Announcements, Filter::People]);
    }
    Ok(Begun {
        here: format!("{}stream/", course.url()),
        title: visitor.words.with("stream-of", "name", course.title.as_str()),
        above: Some((course.title.clone(), course.url(), course.language().tag())),
        of: Of::Group,
        scope: Scope::Course(course.id),
        filters,
        names_people,
        choices: vec![],
    })
}

async fn of_tribe(conn: &mut Conn, visitor: &Visitor, slug: &str) -> Answer<Begun> {
    let member = visitor.signed_in()?;
    let (tribe, me) = found_tribe(conn, Some(member), slug).await?;
    if !me.is_in() {
        return Err(Failure::NotFound);
    }
    Ok(Begun {
        here: format!("{}stream/", tribe.url()),
        title: visitor.words.with("stream-of", "name", tribe.name.as_str()),
        above: Some((tribe.name.clone(), tribe.url(), tribe.language().tag())),
        of: Of::Group,
        scope: Scope::Tribe(tribe.id),
        filters: vec![
            Filter::Posts,
            Filter::Comments,
            Filter::Discussions,
            Filter::Announcements,
            Filter::Gatherings,
            Filter::Files,
            Filter::People,
        ],
        names_people: true,
        choices: vec![],
    })
}

async fn of_member(conn: &mut Conn, visitor: &Visitor, handle: &str) -> Answer<Begun> {
    if visitor.community.directory == Directory::Members {
        visitor.signed_in()?;
    }
    let member = members::by_handle(conn, handle).await?.ok_or(Failure::NotFound)?;
    Ok(Begun {
        here: stream_of(&member.handle),
        title: visitor.words.with("stream-of", "name", member.name.as_str()),
        above: Some((member.name.clone(), member.url(), "")),
        scope: Scope::Everywhere,
        filters: vec![Filter::Posts, Filter::Comments, Filter::Discussions, Filter::Modules],
        names_people: true,
        choices: vec![],
        of: Of::Person(Box::new(member)),
    })
}

/// The address of a member's stream.
fn stream_of(handle: &str) -> String {
    format!("{}stream/", members::url(handle))
}

/// `GET /stream/`: what happened in the community.
pub async fn community(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<StreamQuery>) -> Answer {
    read(&app, &visitor, &Which::Community, &asked).await
}

/// `GET /courses/{course}/stream/`: what happened in a course, for those who may know of it.
pub async fn course(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Query(asked): Query<StreamQuery>,
) -> Answer {
    read(&app, &visitor, &Which::Course(address), &asked).await
}

/// `GET /tribes/{slug}/stream/`: what happened in a tribe, for those in it.
pub async fn tribe(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(asked): Query<StreamQuery>,
) -> Answer {
    read(&app, &visitor, &Which::Tribe(slug), &asked).await
}

/// `GET /members/{handle}/stream/`: what a member did, for those who may look at their page.
pub async fn member(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(handle): Path<String>,
    Query(asked): Query<StreamQuery>,
) -> Answer {
    if visitor.community.directory == Directory::Members {
        visitor.signed_in()?;
    }
    let mut conn = app.db.read().await?;
    let Some(member) = members::by_handle(&mut conn, &handle).await? else {
        let present = members::moved_to(&mut conn, &handle).await?.ok_or(Failure::NotFound)?;
        return Ok(moved(&stream_of(&present)));
    };
    if member.handle != handle {
        return Ok(moved(&stream_of(&member.handle)));
    }
    drop(conn);
    read(&app, &visitor, &Which::Member(handle), &asked).await
}

/// `GET /stream/live`
pub async fn community_live(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Query(asked): Query<StreamQuery>,
) -> Answer<Sse<impl Stream<Item = Result<Message, Infallible>>>> {
    listen(app, visitor, Which::Community, asked).await
}

/// `GET /courses/{course}/stream/live`
pub async fn course_live(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Query(asked): Query<StreamQuery>,
) -> Answer<Sse<impl Stream<Item = Result<Message, Infallible>>>> {
    listen(app, visitor, Which::Course(address), asked).await
}

/// `GET /tribes/{slug}/stream/live`
pub async fn tribe_live(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(asked): Query<StreamQuery>,
) -> Answer<Sse<impl Stream<Item = Result<Message, Infallible>>>> {
    listen(app, visitor, Which::Tribe(slug), asked).await
}

/// `GET /members/{handle}/stream/live`
pub async fn member_live(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(handle): Path<String>,
    Query(asked): Query<StreamQuery>,
) -> Answer<Sse<impl Stream<Item = Result<Message, Infallible>>>> {
    listen(app, visitor, Which::Member(handle), asked).await
}
