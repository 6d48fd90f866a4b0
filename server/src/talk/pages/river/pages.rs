//! HTTP for the river: all conversations, those that one follows, and that something moved while it was open.

use std::{convert::Infallible, sync::Arc, time::Duration};

use askama::Template;
use axum::{
    extract::State,
    response::sse::{Event as Message, KeepAlive, Sse},
};
use futures_util::{Stream, StreamExt, stream};
use serde::Deserialize;
use tokio::sync::broadcast::error::RecvError;

use crate::{
    events::{Channel, Topic},
    ids::Timestamp,
    kit::{app::App, error::Answer, web::Query},
    site::{self, Page, Visitor},
    talk::river::{self, Line, MOST_MOVED, PAGE, Place, Which},
};

/// So much of what was said last stands there, in characters.
const LINE: usize = 140;
/// A river that is open is told at most so often that something moved. Not all are told in the same moment.
const PATIENCE_MS: u64 = 2000;
const SPREAD_MS: u64 = 3000;

#[derive(Template)]
#[template(path = "talk/pages/river/river.html")]
struct River {
    p: Page,
    which: Which,
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

impl River {
    /// The address of this view.
    const fn here(&self) -> &'static str {
        match self.which {
            Which::All => "/river/",
            Which::Followed => "/river/mine/",
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

async fn read(app: &App, visitor: &Visitor, which: Which, asked: &RiverQuery) -> anyhow::Result<River> {
    let (now, from) = (app.now(), Place::of(&asked.after));
    let mut conn = app.db.read().await?;
    let mut lines = river::page(&mut conn, visitor.id(), which, from.unwrap_or(Place::END)).await?;
    let after = (lines.len() > PAGE).then(|| {
        lines.truncate(PAGE);
        lines[PAGE - 1].place
    });
    let mut last_visit = None;
    if let Some(member) = visitor.id() {
        let last = river::last_visit(&mut conn, member, now).await?;
        last_visit = last.map(|last| last.at);
        let p = Page::new(&mut conn, visitor, visitor.words.say("river")).await?;
        drop(conn);
        if from.is_none() && !last.is_some_and(|last| last.is_noted) {
            app.db.always(async |tx| river::visit(tx, member).await).await?;
        }
        return Ok(shown(p, which, lines, after, from, last_visit, now));
    }
    let p = Page::new(&mut conn, visitor, visitor.words.say("river")).await?;
    Ok(shown(p, which, lines, after, from, last_visit, now))
}

fn shown(
    p: Page,
    which: Which,
    lines: Vec<Line>,
    after: Option<Place>,
    from: Option<Place>,
    last_visit: Option<Timestamp>,
    made_at: Timestamp,
) -> River {
    let moved = last_visit.map_or(0, |last| lines.iter().filter(|line| line.place.changed_at > last).count());
    // A line with nothing below it parts nothing.
    let moved = if moved == lines.len() { 0 } else { moved };
    River { p, which, lines, after, is_later_page: from.is_some(), last_visit, moved, made_at }
}

/// What a river that is open asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Listening {
    of: String,
    since: String,
}

/// `GET /river/live`: how many conversations moved past what stands on the page, now and whenever that changes
/// (server-sent events, WHATWG HTML 9.2). However much is said, each listener asks the database once in a few seconds.
pub async fn live(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Query(listening): Query<Listening>,
) -> Answer<Sse<impl Stream<Item = Result<Message, Infallible>>>> {
    let which = if listening.of == "mine" { Which::Followed } else { Which::All };
    let since = Place::of(&listening.since).unwrap_or(Place::END);
    let reader = visitor.id();
    let listener = app.listeners.take(visitor.ip)?;
    let mut closing = app.closing.subscribe();
    let heard = app.db.channels.listen(Channel::River);
    let counts = stream::unfold((app, heard, None), move |(app, mut heard, told)| async move {
        let mut told: Option<i64> = told;
        loop {
            if told.is_some() {
                if told >= Some(MOST_MOVED) {
                    // Nobody counts any further.
                    std::future::pending::<()>().await;
                }
                if heard.recv().await == Err(RecvError::Closed) {
                    return None;
                }
                let patience = PATIENCE_MS + rand::random::<u64>() % SPREAD_MS;
                tokio::time::sleep(Duration::from_millis(patience)).await;
            }
            // What was heard by now is in what is read next.
            heard = heard.resubscribe();
            let mut conn = app.db.read().await.ok()?;
            let moved = river::moved_since(&mut conn, reader, which, since).await.ok()?;
            drop(conn);
            let is_news = told.unwrap_or_default() != moved;
            told = Some(moved);
            if is_news {
                return Some((moved, (app, heard, told)));
            }
        }
    });
    let stop = async move {
        let _listener = listener;
        let _ = closing.wait_for(|closing| *closing).await;
    };
    let all =
        counts.map(|moved| Ok(Message::default().event("moved").data(moved.to_string()))).take_until(Box::pin(stop));
    Ok(Sse::new(all).keep_alive(KeepAlive::default()))
}
