//! HTTP for the bell: what one is told of, live and in a list, and what one follows.

use std::{convert::Infallible, sync::Arc};

use askama::Template;
use axum::{
    extract::State,
    response::sse::{Event as Message, KeepAlive, Sse},
};
use futures_util::{Stream, StreamExt, stream};
use serde::Deserialize;
use tokio_stream::wrappers::BroadcastStream;

use crate::{
    events::Channel,
    kit::{
        app::App,
        error::{Answer, Failure},
        web::{Query, forms::Typed, onwards},
    },
    links::{
        answers,
        notices::{self, Group, Kind},
        watches::{self, Level, Named, Subject},
    },
    site::{self, Page, Visitor},
};

/// The address of the bell.
const HERE: &str = "/me/notifications/";
/// So many notices a page goes through.
const PAGE: usize = 200;
/// So much of what was said stands there, in characters.
const LINE: usize = 160;

#[derive(Template)]
#[template(path = "links/pages/notifications/notifications.html")]
struct Bell {
    p: Page,
    new: Vec<Group>,
    earlier: Vec<Group>,
    /// The latest of all, up to which "all read" goes.
    latest: i64,
    /// Where the next page begins, if there is one.
    before: Option<i64>,
    is_later_page: bool,
    /// How what is followed here is followed, by conversation.
    muted: Vec<i64>,
}

/// What the query may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NotificationsQuery {
    before: Option<i64>,
}

/// `GET /me/notifications/`: what one is told of.
pub async fn bell(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<NotificationsQuery>) -> Answer {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let mut all =
        notices::list(&mut conn, member.id, asked.before.unwrap_or(i64::MAX), i64::try_from(PAGE)? + 1).await?;
    let before = (all.len() > PAGE).then(|| {
        all.truncate(PAGE);
        all[all.len() - 1].seq
    });
    let latest = all.first().map_or(0, |notice| notice.seq);
    let followed = watches::of_member(&mut conn, member.id).await?;
    let muted =
        followed.iter().filter(|it| it.watch.level == Level::Mute).map(|it| it.watch.subject.number()).collect();
    let (new, earlier) = notices::grouped(all).into_iter().partition(Group::is_new);
    let p = Page::new(&mut conn, &visitor, visitor.words.say("notifications")).await?.private();
    let is_later_page = asked.before.is_some();
    site::unstored(site::show(&Bell { p, new, earlier, latest, before, is_later_page, muted }))
}

/// What the form that ticks everything off says.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Seen {
    until: i64,
    next: String,
}

/// `POST /me/notifications/seen`: everything up to here is known.
pub async fn seen(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<Seen>) -> Answer {
    let member = visitor.signed_in()?.id;
    app.db
        .always(async |tx| {
            notices::seen_until(tx, member, form.until).await?;
            answers::seen_until(tx, member, form.until).await
        })
        .await?;
    Ok(onwards(&form.next, HERE))
}

/// `GET /me/notifications/live`: how much is new, now and whenever that changes (server-sent events, WHATWG HTML 9.2).
pub async fn live(
    State(app): State<Arc<App>>,
    visitor: Visitor,
) -> Answer<Sse<impl Stream<Item = Result<Message, Infallible>>>> {
    let member = visitor.signed_in()?.id;
    let listener = app.listeners.take(visitor.ip)?;
    let mut closing = app.closing.subscribe();
    let heard = BroadcastStream::new(app.db.channels.listen(Channel::Member(member)));
    let said = BroadcastStream::new(app.db.channels.listen(Channel::Announcements));
    let heard = stream::select(heard.map(drop), said.map(drop));
    let counts = stream::once(async {}).chain(heard).then(move |()| {
        let app = app.clone();
        async move {
            let count = async { notices::unseen(&mut app.db.read().await?, member).await };
            count.await.ok().map(|count| Message::default().event("bell").data(count.to_string()))
        }
    });
    let stop = async move {
        let _listener = listener;
        let _ = closing.wait_for(|closing| *closing).await;
    };
    let all = counts.filter_map(std::future::ready).map(Ok).take_until(Box::pin(stop));
    Ok(Sse::new(all).keep_alive(KeepAlive::default()))
}

#[derive(Template)]
#[template(path = "links/pages/notifications/watches.html")]
struct Watches {
    p: Page,
    followed: Vec<Named>,
    changed: bool,
}

/// What the query of the list of what one follows may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct WatchesQuery {
    changed: String,
}

/// `GET /me/watches/`: what one follows, and how.
pub async fn watches(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<WatchesQuery>) -> Answer {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let followed = watches::of_member(&mut conn, member.id).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("watches")).await?.private();
    site::unstored(site::show(&Watches { p, followed, changed: !asked.changed.is_empty() }))
}

/// What the form says that follows something, or no longer does.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct WatchForm {
    kind: String,
    subject: String,
    /// How soon; empty ends it.
    level: String,
    next: String,
}

/// `POST /me/watches`: follows something, changes how, or ends it.
pub async fn watch(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<WatchForm>) -> Answer {
    let member = visitor.signed_in()?.id;
    let subject =
        form.subject.parse().ok().and_then(|number| Subject::of(&form.kind, number)).ok_or(Failure::NotFound)?;
    let level = if form.level.is_empty() { None } else { Some(form.level.parse::<Level>().map_err(Failure::Bad)?) };
    if level.is_some() && !watches::may_follow(&mut app.db.read().await?, member, subject).await? {
        return Err(Failure::NotFound);
    }
    app.db
        .always(async |tx| {
            match level {
                Some(level) => watches::choose(tx, member, subject, level).await?,
                None => watches::end(tx, member, subject).await?,
            }
            // What is muted need not be told of any more.
            if let (Some(Level::Mute), Subject::Conversation(conversation)) = (level, subject) {
                notices::seen_all_in(tx, member, conversation).await?;
            }
            Ok(())
        })
        .await?;
    Ok(onwards(&form.next, "/me/watches/?changed=1"))
}
