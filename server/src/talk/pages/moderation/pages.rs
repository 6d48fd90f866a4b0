//! HTTP for whoever decides about comments. The deciding itself is done under `/comments/`.

use std::sync::Arc;

use askama::Template;
use axum::{
    Form as Typed,
    extract::{Path, Query, State},
};
use serde::Deserialize;

use crate::{
    ids::{CommentId, PostId, Timestamp},
    kit::{
        app::App,
        error::{Answer, Failure},
        web::{onwards, see_other},
    },
    people::audit,
    site::{self, Page, Visitor},
    talk::{
        comments::{self, GuestMark, Waiting, Which},
        posts::{self, Post},
    },
};

/// How many waiting comments a page shows; once they are decided, the next ones stand there.
const PAGE: i64 = 50;
/// How many of those that were hidden it shows.
const HIDDEN: i64 = 20;
/// What an author is told about a hidden post is no longer than this, in characters.
const LONGEST_WHY: usize = 500;

#[derive(Template)]
#[template(path = "talk/pages/moderation/waiting.html")]
struct WaitingPage {
    p: Page,
    /// Whether the reader runs the community: guests' addresses are for them alone.
    organises: bool,
    waiting: Vec<Waiting>,
    hidden: Vec<Waiting>,
    hidden_posts: Vec<Post>,
    beyond: i64,
    /// How many comments of one guest were hidden or shown just now, in words.
    done: Option<String>,
    /// What takes that back: a comment of the guest, and when theirs were hidden.
    undo: Option<(CommentId, Timestamp)>,
}

/// What the query of the page may say: what was done.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
    n: i64,
    of: Option<CommentId>,
    at: Option<Timestamp>,
}

/// `GET /me/waiting/`: comments that wait under one's own posts, or anywhere for organisers.
pub async fn waiting(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let waiting = comments::waiting_under(&mut conn, member, PAGE).await?;
    let hidden = comments::hidden_under(&mut conn, member, HIDDEN).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("waiting-for-you")).await?.private();
    let beyond = p.waiting - i64::try_from(waiting.len())?;
    let organises = member.is_organiser();
    let hidden_posts = if organises { posts::hidden(&mut conn, HIDDEN).await? } else { vec![] };
    let (done, undo) = match asked.done.as_str() {
        "hidden" => (Some("done-guest-hidden"), asked.of.zip(asked.at)),
        "shown" => (Some("done-guest-shown"), None),
        _ => (None, None),
    };
    let done = done.filter(|_| organises).map(|key| visitor.words.count(key, asked.n));
    site::show(&WaitingPage { p, organises, waiting, hidden, hidden_posts, beyond, done, undo })
}

/// Why a post is hidden, in words that its author reads.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct HideForm {
    why: String,
    next: String,
}

/// A post, for an organiser: those that only their author reads are not found.
async fn decided(app: &App, visitor: &Visitor, id: PostId) -> Answer<Post> {
    let organiser = visitor.organiser()?;
    let post = posts::for_reader(&mut app.db.read().await?, Some(organiser), id).await?;
    post.filter(|post| !post.is_draft()).ok_or(Failure::NotFound)
}

/// `POST /posts/{id}/hide`: hides a post from everyone but its author and organisers.
pub async fn hide_post(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    Typed(form): Typed<HideForm>,
) -> Answer {
    let post = decided(&app, &visitor, id).await?;
    let organiser = visitor.organiser()?;
    let why: String = form.why.trim().chars().take(LONGEST_WHY).collect();
    app.db.always(async |tx| posts::hide(tx, organiser, &post, &why).await).await?;
    Ok(onwards(&form.next, &format!("{}#hidden", post.url())))
}

/// `POST /posts/{id}/unhide`: shows a hidden post again.
pub async fn unhide_post(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    Typed(form): Typed<HideForm>,
) -> Answer {
    let post = decided(&app, &visitor, id).await?;
    let organiser = visitor.organiser()?;
    app.db.always(async |tx| posts::unhide(tx, organiser, &post).await).await?;
    Ok(onwards(&form.next, &post.url()))
}

/// When comments of a guest were hidden, to show them again.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct GuestForm {
    at: Option<Timestamp>,
}

/// The guest who wrote a comment, for an organiser.
async fn guest(app: &App, visitor: &Visitor, id: CommentId) -> Answer<GuestMark> {
    visitor.organiser()?;
    comments::guest_of(&mut app.db.read().await?, id).await?.ok_or(Failure::NotFound)
}

/// `POST /manage/guests/{id}/hide`: hides everything by the guest who wrote this comment.
pub async fn hide_guest(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CommentId>) -> Answer {
    let guest = guest(&app, &visitor, id).await?;
    let organiser = visitor.organiser()?;
    let hidden = app.db.always(async |tx| {
        let count = comments::hide_all(tx, Which::OfGuest(&guest)).await?;
        audit::note(tx, Some(organiser.id), "guest-hidden", &format!("/comments/{id}"), &count.to_string()).await?;
        Ok((count, tx.now))
    });
    let (count, at) = hidden.await?;
    Ok(see_other(&format!("/me/waiting/?done=hidden&n={count}&of={id}&at={}#done", at.0)))
}

/// `POST /manage/guests/{id}/show`: shows again what was hidden of a guest at one moment; what waited waits again.
pub async fn show_guest(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<CommentId>,
    Typed(form): Typed<GuestForm>,
) -> Answer {
    let guest = guest(&app, &visitor, id).await?;
    let organiser = visitor.organiser()?;
    let at = form.at.ok_or(Failure::Bad("error-bad"))?;
    let shown = app.db.always(async |tx| {
        let count = comments::show_again(tx, Which::OfGuest(&guest), Some(at)).await?;
        audit::note(tx, Some(organiser.id), "guest-shown", &format!("/comments/{id}"), &count.to_string()).await?;
        Ok(count)
    });
    Ok(see_other(&format!("/me/waiting/?done=shown&n={}#done", shown.await?)))
}
