//! HTTP for whoever decides about comments: what waits, and letting through, hiding and showing again.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::extract::{Path, State};
use serde::Deserialize;

use crate::{
    ids::CommentId,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{Query, forms::Typed, onwards},
    },
    people::members::{self, Member},
    site::{self, Page, Visitor},
    talk::{
        comments::{self, Entry, Waiting},
        pages::reading,
        posts::{self, Post},
    },
};

/// The address of what waits.
const WAITING: &str = "/me/waiting/";
/// How many waiting comments a page shows; once they are decided, the next ones stand there.
const PAGE: i64 = 50;
/// How many of those that were hidden it shows.
const HIDDEN: i64 = 20;

#[derive(Template)]
#[template(path = "talk/pages/moderation/waiting.html")]
struct WaitingPage {
    p: Page,
    /// Whether the reader runs the community: guests' addresses are for them alone.
    organises: bool,
    waiting: Vec<Waiting>,
    hidden: Vec<Waiting>,
    likes: Likes,
    beyond: i64,
    /// What was just done, and to what.
    done: Option<(&'static str, Entry)>,
}

/// What was just done, as the address says it.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Done {
    approved: Option<CommentId>,
    hidden: Option<CommentId>,
    unhidden: Option<CommentId>,
}

impl Done {
    /// The message that says it, if what it says is so, and the entry.
    async fn read(&self, conn: &mut Conn, visitor: &Visitor) -> Answer<Option<(&'static str, Entry)>> {
        let (key, id) = match (self.approved, self.hidden, self.unhidden) {
            (Some(id), ..) => ("just-approved", id),
            (_, Some(id), _) => ("just-hidden", id),
            (.., Some(id)) => ("just-unhidden", id),
            _ => return Ok(None),
        };
        match led(conn, visitor, id).await {
            Ok((_, entry, _)) if entry.hidden_at.is_some() == (key == "just-hidden") => Ok(Some((key, entry))),
            Ok(_) | Err(Failure::NotFound | Failure::Forbidden) => Ok(None),
            Err(failure) => Err(failure),
        }
    }
}

/// Whose name a guest's could be taken for, by entry.
type Likes = HashMap<CommentId, String>;

async fn likes(conn: &mut Conn, visitor: &Visitor, entries: &[Waiting]) -> anyhow::Result<Likes> {
    let guests: Vec<_> = entries.iter().filter(|w| w.entry.is_guest()).collect();
    if guests.is_empty() {
        return Ok(Likes::new());
    }
    let trusted = members::trusted_names(conn, &visitor.community.name).await?;
    let authors = posts::authors(conn, guests.iter().map(|w| w.entry.conversation)).await?;
    let like = |w: &&Waiting| {
        let here = authors.iter().filter(|author| author.post.0 == w.entry.conversation.0);
        let here = here.fold(trusted.clone(), |names, author| {
            names.with(Some(author.id), &author.name, &author.handle, "label-post-author")
        });
        here.like(w.entry.name(), None).map(|other| (w.entry.id, other.warning(&visitor.words)))
    };
    Ok(guests.iter().filter_map(like).collect())
}

/// `GET /me/waiting/`: comments that wait under one's own posts, or anywhere for organisers.
pub async fn waiting(State(app): State<Arc<App>>, visitor: Visitor, Query(done): Query<Done>) -> Answer {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let waiting = comments::waiting_under(&mut conn, member, PAGE).await?;
    let hidden = comments::hidden_under(&mut conn, member, HIDDEN).await?;
    let likes = likes(&mut conn, &visitor, &waiting).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("waiting-for-you")).await?.private();
    let beyond = p.waiting - i64::try_from(waiting.len())?;
    let done = done.read(&mut conn, &visitor).await?;
    site::show(&WaitingPage { p, organises: member.is_organiser(), waiting, hidden, likes, beyond, done })
}

/// Where whoever decides goes on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Decided {
    next: String,
}

impl Decided {
    /// Back to what waits, where it says what was done; or to another page of the site, or to the entry itself.
    fn onwards(&self, what: &str, id: CommentId, entry: &str) -> axum::response::Response {
        if self.next == WAITING {
            return onwards(&format!("{WAITING}?{what}={id}#done"), entry);
        }
        onwards(&self.next, entry)
    }
}

async fn led(conn: &mut Conn, visitor: &Visitor, id: CommentId) -> Answer<(Arc<Member>, Entry, Post)> {
    let member = visitor.signed_in()?.clone();
    let (entry, post) = reading::pages::entry_for(conn, visitor, id).await?;
    if !post.is_moderated_by(Some(&member)) {
        return Err(Failure::Forbidden);
    }
    Ok((member, entry, post))
}

/// `POST /comments/{id}/approve`: lets a comment through.
pub async fn approve(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<CommentId>,
    Typed(next): Typed<Decided>,
) -> Answer {
    let (member, entry, _) = led(&mut app.db.read().await?, &visitor, id).await?;
    app.db.always(async |tx| comments::approve_by(tx, &member, &entry).await).await?;
    Ok(next.onwards("approved", id, &entry.url()))
}

/// `POST /comments/{id}/hide`: hides a comment from everyone.
pub async fn hide(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<CommentId>,
    Typed(next): Typed<Decided>,
) -> Answer {
    let (member, entry, post) = led(&mut app.db.read().await?, &visitor, id).await?;
    app.db.always(async |tx| comments::hide(tx, &member, &entry).await).await?;
    Ok(next.onwards("hidden", id, &format!("{}?hidden={id}#done", post.url())))
}

/// `POST /comments/{id}/unhide`: shows a hidden comment again.
pub async fn unhide(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<CommentId>,
    Typed(next): Typed<Decided>,
) -> Answer {
    let (member, entry, _) = led(&mut app.db.read().await?, &visitor, id).await?;
    app.db.always(async |tx| comments::unhide(tx, &member, &entry).await).await?;
    Ok(next.onwards("unhidden", id, &entry.url()))
}
