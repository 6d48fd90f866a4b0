//! HTTP for whoever decides about comments: what waits, and letting through, hiding and showing again.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    ids::{CommentId, ConversationId, PostId, Timestamp},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{Path, Query, forms::Typed, onwards, see_other},
    },
    people::{
        audit,
        members::{self, Member},
    },
    site::{self, Page, Visitor},
    talk::{
        comments::{self, Entry, EntryInContext, GuestMark, Which},
        conversations::Thread,
        pages::thread,
        posts::{self, Post},
    },
};

/// The address of what waits.
const WAITING: &str = "/me/waiting/";
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
    waiting: Vec<EntryInContext>,
    hidden: Vec<EntryInContext>,
    hidden_posts: Vec<Post>,
    likes: Likes,
    beyond: i64,
    /// What was just done, and to what.
    done: Option<(&'static str, Entry)>,
    /// How many comments of one guest were hidden or shown just now, in words.
    guest_done: Option<String>,
    /// What takes that back: a comment of the guest, and when theirs were hidden.
    undo: Option<(CommentId, Timestamp)>,
}

/// What was just done, as the address says it.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Done {
    approved: Option<CommentId>,
    hidden: Option<CommentId>,
    unhidden: Option<CommentId>,
    /// With all comments of a guest: `hidden` or `shown`, how many, a comment of theirs, and when they were hidden.
    guest: String,
    n: i64,
    of: Option<CommentId>,
    at: Option<Timestamp>,
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

async fn likes(conn: &mut Conn, visitor: &Visitor, entries: &[EntryInContext]) -> anyhow::Result<Likes> {
    let guests: Vec<_> = entries.iter().filter(|w| w.entry.is_guest()).collect();
    if guests.is_empty() {
        return Ok(Likes::new());
    }
    let trusted = members::trusted_names(conn, &visitor.community.name).await?;
    let authors = posts::authors(conn, guests.iter().map(|w| w.entry.conversation)).await?;
    let like = |w: &&EntryInContext| {
        let here = authors.iter().filter(|author| ConversationId::from(author.post) == w.entry.conversation);
        let here = here.fold(trusted.clone(), |names, author| {
            names.with(Some(author.id), &author.name, &author.handle, "label-post-author")
        });
        here.like(w.entry.name(), None).map(|other| (w.entry.id, other.warning(&visitor.words)))
    };
    Ok(guests.iter().filter_map(like).collect())
}

/// `GET /me/waiting/`: comments that wait under one's own posts, or anywhere for organisers.
pub async fn waiting(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<Done>) -> Answer {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let waiting = comments::waiting_under(&mut conn, member, PAGE).await?;
    let hidden = comments::hidden_under(&mut conn, member, HIDDEN).await?;
    let likes = likes(&mut conn, &visitor, &waiting).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("waiting-for-you")).await?.private();
    let beyond = p.waiting - i64::try_from(waiting.len())?;
    let organises = member.is_organiser();
    let hidden_posts = if organises { posts::hidden(&mut conn, HIDDEN).await? } else { vec![] };
    let (guest_done, undo) = match asked.guest.as_str() {
        "hidden" if organises => (Some("done-guest-hidden"), asked.of.zip(asked.at)),
        "shown" if organises => (Some("done-guest-shown"), None),
        _ => (None, None),
    };
    let guest_done = guest_done.map(|key| visitor.words.count(key, asked.n));
    let done = asked.read(&mut conn, &visitor).await?;
    let page = WaitingPage { p, organises, waiting, hidden, hidden_posts, likes, beyond, done, guest_done, undo };
    site::show(&page)
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
    Ok(see_other(&format!("/me/waiting/?guest=hidden&n={count}&of={id}&at={}#done", at.0)))
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
    Ok(see_other(&format!("/me/waiting/?guest=shown&n={}#done", shown.await?)))
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

async fn led(conn: &mut Conn, visitor: &Visitor, id: CommentId) -> Answer<(Arc<Member>, Entry, Thread)> {
    let member = visitor.signed_in()?.clone();
    let (entry, thread) = thread::pages::entry_for(conn, visitor, id).await?;
    if !thread.is_moderated_by(Some(&member)) {
        return Err(Failure::Forbidden);
    }
    Ok((member, entry, thread))
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
    let (member, entry, thread) = led(&mut app.db.read().await?, &visitor, id).await?;
    app.db.always(async |tx| comments::hide(tx, &member, &entry).await).await?;
    Ok(next.onwards("hidden", id, &format!("{}?hidden={id}#done", thread.url())))
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
