//! HTTP for the stream: what happened, with filters that are links and can be kept as bookmarks.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    course::{
        pages::{courses::pages::found, tribes::pages::found as found_tribe},
        stream::{self, Asked, Choice, Filter, Kind, Line, Place, Scope, Who},
    },
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
    site::{self, Page, Visitor},
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
}

impl Shown {
    /// The address of this stream, filtered otherwise.
    fn link(&self, filter: Option<Filter>, is_followed: bool, after: Option<Place>) -> String {
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
        if let Some(after) = after {
            query.append_pair("after", &after.word());
        }
        let query = query.finish();
        if query.is_empty() { self.here.clone() } else { format!("{}?{query}", self.here) }
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

async fn read(conn: &mut Conn, visitor: &Visitor, begun: Begun, asked: &StreamQuery) -> Answer {
    let Begun { here, title, above, of, mut scope, filters, names_people, choices } = begun;
    let reader = visitor.id();
    let filter = Filter::of(&asked.kind).filter(|filter| filters.contains(filter));
    let choice = choices.iter().find(|choice| choice.word() == asked.place);
    if let Some(choice) = choice {
        scope = choice.scope();
    }
    let place = choice.map(Choice::word).unwrap_or_default();
    let mut person = None;
    let (mut by, mut is_nobody) = (String::new(), false);
    let asks_who = !matches!(of, Of::Person(_)) && sees_members(visitor);
    if let Of::Person(member) = &of {
        person = Some(member.id);
    } else if asks_who {
        by = members::one_line(&asked.by).chars().take(LONGEST_HANDLE).collect();
        let handle = by.trim_start_matches('@').to_lowercase();
        if !handle.is_empty() {
            person = members::by_handle(conn, &handle).await?.map(|member| member.id);
            is_nobody = person.is_none();
        }
    }
    let is_followed = person.is_none() && reader.is_some() && asked.who == "followed";
    let who = match person {
        Some(member) => Who::Member(member),
        None if is_followed => Who::Followed,
        None => Who::Anyone,
    };
    let is_blocked = match (reader, person) {
        (Some(reader), Some(person)) => blocks::of(conn, reader).await?.contains(&person),
        _ => false,
    };
    let from = Place::of(&asked.after);
    let after = from.unwrap_or(Place::END);
    let stream::Page { lines, next } = if is_nobody {
        stream::Page { lines: vec![], next: None }
    } else {
        stream::page(conn, &Asked { reader, scope, who, filter, names_people, after }).await?
    };
    let mut p = Page::new(conn, visitor, title).await?;
    // What is filtered, and what few may read, is nothing to be found by others.
    let is_plain = matches!(of, Of::Community) && filter.is_none() && by.is_empty() && from.is_none();
    if !is_plain {
        p = p.private();
    }
    let is_later_page = from.is_some();
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
    }))
}

/// `GET /stream/`: what happened in the community.
pub async fn community(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<StreamQuery>) -> Answer {
    let mut conn = app.db.read().await?;
    let names_people = sees_members(&visitor);
    let mut choices = vec![];
    if let Some(member) = visitor.id() {
        choices = stream::places_of(&mut conn, member).await?;
    }
    let mut filters = Filter::ALL.to_vec();
    filters.retain(|filter| match filter {
        Filter::People => names_people,
        Filter::Announcements | Filter::Discussions | Filter::Gatherings | Filter::Files => visitor.member.is_some(),
        _ => true,
    });
    let begun = Begun {
        here: "/stream/".into(),
        title: visitor.words.say("stream"),
        above: None,
        of: Of::Community,
        scope: Scope::Everywhere,
        filters,
        names_people,
        choices,
    };
    read(&mut conn, &visitor, begun, &asked).await
}

/// `GET /courses/{course}/stream/`: what happened in a course, for those who may know of it.
pub async fn course(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Query(asked): Query<StreamQuery>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, standing) = found(&mut conn, &visitor, &address).await?;
    let names_people = standing.is_in();
    let mut filters = vec![Filter::Posts, Filter::Comments];
    if names_people {
        filters.push(Filter::Discussions);
    }
    filters.push(Filter::Modules);
    if names_people {
        filters.extend([Filter::Announcements, Filter::People]);
    }
    let begun = Begun {
        here: format!("{}stream/", course.url()),
        title: visitor.words.with("stream-of", "name", course.title.as_str()),
        above: Some((course.title.clone(), course.url(), course.language().tag())),
        of: Of::Group,
        scope: Scope::Course(course.id),
        filters,
        names_people,
        choices: vec![],
    };
    read(&mut conn, &visitor, begun, &asked).await
}

/// `GET /tribes/{slug}/stream/`: what happened in a tribe, for those in it.
pub async fn tribe(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(asked): Query<StreamQuery>,
) -> Answer {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let (tribe, me) = found_tribe(&mut conn, Some(member), &slug).await?;
    if !me.is_in() {
        return Err(Failure::NotFound);
    }
    let begun = Begun {
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
    };
    read(&mut conn, &visitor, begun, &asked).await
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
    let there = |member: &str| format!("{}stream/", members::url(member));
    let Some(member) = members::by_handle(&mut conn, &handle).await? else {
        let present = members::moved_to(&mut conn, &handle).await?.ok_or(Failure::NotFound)?;
        return Ok(moved(&there(&present)));
    };
    if member.handle != handle {
        return Ok(moved(&there(&member.handle)));
    }
    let begun = Begun {
        here: there(&member.handle),
        title: visitor.words.with("stream-of", "name", member.name.as_str()),
        above: Some((member.name.clone(), member.url(), "")),
        scope: Scope::Everywhere,
        filters: vec![Filter::Posts, Filter::Comments, Filter::Discussions, Filter::Modules],
        names_people: true,
        choices: vec![],
        of: Of::Person(Box::new(member)),
    };
    read(&mut conn, &visitor, begun, &asked).await
}
