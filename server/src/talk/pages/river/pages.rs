//! HTTP for the river: all conversations, those that one follows, and that something moved while it was open.

use std::{convert::Infallible, sync::Arc};

use askama::Template;
use axum::{
    extract::State,
    response::sse::{Event as Message, Sse},
};
use futures_util::Stream;
use serde::Deserialize;

use crate::{
    events::{Channel, Topic},
    ids::{CircleId, MemberId, Timestamp},
    kit::{app::App, db::Conn, error::Answer, web::Query},
    site::{self, Page, Visitor, live},
    talk::river::{self, Line, MOST_MOVED, PAGE, Place, Which},
};

/// So much of what was said last stands there, in characters.
const LINE: usize = 140;

#[derive(Template)]
#[template(path = "talk/pages/river/river.html")]
struct River {
    p: Page,
    which: Which,
    /// The circle of which it is, if it is of one.
    of: Option<Of>,
    lines: Vec<Line>,
    /// Where the next page begins, if there is one.
    after: Option<Place>,
    is_later_page: bool,
    /// What moved since then is above a line.
    last_visit: Option<Timestamp>,
    /// Before how many lines that line stands; 0 is nowhere.
    moved: usize,
    /// When the page was made.
    made_at: Timestamp,
}

/// A circle that has a river of its own.
pub struct Of {
    /// Its number.
    pub circle: CircleId,
    /// What it is called.
    pub name: String,
    /// The language of that.
    pub lang: &'static str,
    /// Its page; the river is below it.
    pub url: String,
}

impl River {
    /// The address of this view.
    fn here(&self) -> String {
        match (&self.of, self.which) {
            (Some(of), _) => format!("{}river/", of.url),
            (None, Which::Followed) => "/river/mine/".into(),
            (None, Which::All | Which::Circle(_)) => "/river/".into(),
        }
    }

    /// Where it is said what moved since.
    fn live(&self) -> String {
        let since = self.latest().word();
        match (&self.of, self.which) {
            (Some(of), _) => format!("{}river/live?since={since}", of.url),
            (None, Which::Followed) => format!("/river/live?of=mine&since={since}"),
            (None, Which::All | Which::Circle(_)) => format!("/river/live?of=all&since={since}"),
        }
    }

    fn is_followed(&self) -> bool {
        self.which == Which::Followed
    }

    fn has_unread(&self) -> bool {
        self.lines.iter().any(|line| line.unread() > 0)
    }

    /// The latest that stands there: what comes after it has moved.
    fn latest(&self) -> Place {
        self.lines.first().map_or(Place::BEGINNING, |line| line.place)
    }

    /// What strangers see of it goes stale with this.
    fn topics(&self) -> Vec<Topic> {
        let mut topics = vec![Topic::Latest, Topic::Lively];
        for line in &self.lines {
            topics.extend([Topic::Listed(line.place.id), Topic::Conversation(line.place.id)]);
            topics.extend(line.last_writer().map(Topic::Person));
        }
        topics
    }
}

/// What the query may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RiverQuery {
    after: String,
}

/// `GET /river/`: all conversations one may read.
pub async fn all(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<RiverQuery>) -> Answer {
    let reading = site::begin_reading(&app);
    let river = read(&app, &visitor, Which::All, &asked).await?;
    if visitor.member.is_some() {
        // It says what this member has not read. Whoever read some of it and goes back finds it as it is by now.
        return site::unstored(site::show(&river));
    }
    let response = site::show(&river)?;
    let seen = reading.end(&app, &visitor, &river.topics());
    Ok(site::cache_while(response, &visitor, seen))
}

/// `GET /river/mine/`: those one follows.
pub async fn mine(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<RiverQuery>) -> Answer {
    visitor.signed_in()?;
    let mut river = read(&app, &visitor, Which::Followed, &asked).await?;
    river.p = river.p.private();
    site::unstored(site::show(&river))
}

/// The conversations of a circle, for a reader who may look at it.
pub async fn of_circle(app: &App, visitor: &Visitor, of: Of, asked: &RiverQuery) -> Answer {
    let mut conn = app.db.read().await?;
    let from = Place::of(&asked.after);
    let which = Which::Circle(of.circle);
    let (lines, after) = page(&mut conn, visitor.id(), which, from).await?;
    let title = visitor.words.with("river-of", "name", of.name.as_str());
    let p = Page::new(&mut conn, visitor, title).await?.private();
    let river = shown(p, which, (lines, after), from, None, app.now());
    site::unstored(site::show(&River { of: Some(of), ..river }))
}

/// A page of the river, and where the next one begins, if there is one.
async fn page(
    conn: &mut Conn,
    reader: Option<MemberId>,
    which: Which,
    from: Option<Place>,
) -> anyhow::Result<(Vec<Line>, Option<Place>)> {
    let mut lines = river::page(conn, reader, which, from.unwrap_or(Place::END)).await?;
    let after = (lines.len() > PAGE).then(|| {
        lines.truncate(PAGE);
        lines[PAGE - 1].place
    });
    Ok((lines, after))
}

async fn read(app: &App, visitor: &Visitor, which: Which, asked: &RiverQuery) -> anyhow::Result<River> {
    let (now, from) = (app.now(), Place::of(&asked.after));
    let mut conn = app.db.read().await?;
    let lines = page(&mut conn, visitor.id(), which, from).await?;
    let mut last_visit = None;
    if let Some(member) = visitor.id() {
        let last = river::last_visit(&mut conn, member, now).await?;
        last_visit = last.map(|last| last.at);
        let p = Page::new(&mut conn, visitor, visitor.words.say("river")).await?;
        drop(conn);
        if from.is_none() && !last.is_some_and(|last| last.is_noted) {
            app.db.always(async |tx| river::visit(tx, member).await).await?;
        }
        return Ok(shown(p, which, lines, from, last_visit, now));
    }
    let p = Page::new(&mut conn, visitor, visitor.words.say("river")).await?;
    Ok(shown(p, which, lines, from, last_visit, now))
}

fn shown(
    p: Page,
    which: Which,
    (lines, after): (Vec<Line>, Option<Place>),
    from: Option<Place>,
    last_visit: Option<Timestamp>,
    made_at: Timestamp,
) -> River {
    let moved = last_visit.map_or(0, |last| lines.iter().filter(|line| line.place.changed_at > last).count());
    // A line with nothing below it parts nothing.
    let moved = if moved == lines.len() { 0 } else { moved };
    River { p, which, of: None, lines, after, is_later_page: from.is_some(), last_visit, moved, made_at }
}

/// What a river that is open asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Listening {
    of: String,
    since: String,
}

/// `GET /river/live`: how many conversations moved past what stands on the page, now and whenever that changes.
pub async fn live(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Query(listening): Query<Listening>,
) -> Answer<Sse<impl Stream<Item = Result<Message, Infallible>>>> {
    let which = if listening.of == "mine" { Which::Followed } else { Which::All };
    listen(app, &visitor, which, &listening)
}

/// The same of some conversations; what the reader may not read any more is counted no longer.
pub fn listen(
    app: Arc<App>,
    visitor: &Visitor,
    which: Which,
    listening: &Listening,
) -> Answer<Sse<impl Stream<Item = Result<Message, Infallible>> + use<>>> {
    let since = Place::of(&listening.since).unwrap_or(Place::END);
    let reader = visitor.id();
    live::counted(app, visitor.ip, Channel::River, MOST_MOVED, move |app| {
        Box::pin(async move {
            let mut conn = app.db.read().await.ok()?;
            river::moved_since(&mut conn, reader, which, since).await.ok()
        })
    })
}
