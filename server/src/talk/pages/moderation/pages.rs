//! HTTP for whoever decides about comments: what waits, and letting through, hiding and showing again.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    events::Event,
    ids::{CommentId, ConversationId, PostId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
        error::{Answer, Failure},
        i18n::Locale,
        web::{Path, Query, forms::Typed, onwards, see_other},
    },
    people::{
        audit,
        members::{self, Member},
    },
    site::{self, Page, Visitor},
    talk::{
        comments::{self, Entry, EntryInContext, GuestMark, Which},
        conversations::{self, Subject, Thread},
        pages::thread,
        posts::{self, Post},
    },
};

/// The address of what waits.
const WAITING: &str = "/me/waiting/";
/// How many waiting comments a page shows; once they are decided, the next ones stand there.
const PAGE: i64 = 50;
/// About so many is decided at once at most.
const MARKED: usize = 100;
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
    /// Somebody else's decision, which came first.
    decided: Option<String>,
    /// What was done with several at once, in words, and what takes that back.
    many: Option<(String, Undo)>,
    /// How many comments of one guest were hidden or shown just now, in words.
    guest_done: Option<String>,
    /// What takes that back: a comment of the guest, and when theirs were hidden.
    undo: Option<(CommentId, Timestamp)>,
}

/// What takes back what was done with several comments.
struct Undo {
    /// The word of it.
    what: &'static str,
    /// When they were decided, to tell what was decided since.
    at: Timestamp,
    comments: Vec<CommentId>,
}

/// What was just done, as the address says it.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Done {
    approved: Option<CommentId>,
    hidden: Option<CommentId>,
    unhidden: Option<CommentId>,
    /// What somebody else had decided already.
    decided: Option<CommentId>,
    /// With several: what was done with how many, how many of those marked somebody else had decided, and which they are.
    many: String,
    others: i64,
    comments: String,
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

    /// Who decided already about a comment, and when, as far as the log knows.
    async fn decided(&self, conn: &mut Conn, visitor: &Visitor) -> Answer<Option<String>> {
        let Some(id) = self.decided else { return Ok(None) };
        let entry = match led(conn, visitor, id).await {
            Ok((_, entry, _)) => entry,
            Err(Failure::NotFound | Failure::Forbidden) => return Ok(None),
            Err(failure) => return Err(failure),
        };
        let key = if entry.hidden_at.is_some() {
            "hidden-already"
        } else if entry.deleted_at.is_none() && !entry.is_waiting() {
            "approved-already"
        } else {
            return Ok(None);
        };
        let words = &visitor.words;
        let act = audit::last_of(conn, &entry.url())
            .await?
            .filter(|act| matches!(act.verb.as_str(), "comment-approved" | "comment-hidden"));
        let Some((Some(name), at)) = act.map(|act| (act.actor, act.at)) else { return Ok(Some(words.say(key))) };
        Ok(Some(words.with2(&format!("{key}-by"), ("name", name), ("time", words.date_time(at)))))
    }

    /// What was done with several at once.
    fn several(&self, words: &Locale) -> Option<(String, Undo)> {
        let (key, what) = match self.many.as_str() {
            "approved" => ("many-approved", "await"),
            "hidden" => ("many-hidden", "show"),
            "awaited" => ("many-awaited", ""),
            "shown" => ("many-shown", ""),
            _ => return None,
        };
        let comments = listed(&self.comments);
        let mut text = words.count(key, self.n);
        if self.others > 0 {
            text = format!("{text} {}", words.count("many-decided-already", self.others));
        }
        Some((text, Undo { what, at: self.at.unwrap_or(Timestamp(0)), comments }))
    }
}

/// The numbers of comments in an address.
fn listed(numbers: &str) -> Vec<CommentId> {
    numbers.split('.').filter_map(|number| number.parse().ok()).take(MARKED).collect()
}

/// Why a comment waits or what to look out for, by entry.
type Likes = HashMap<CommentId, String>;

async fn likes(conn: &mut Conn, visitor: &Visitor, entries: &[EntryInContext]) -> anyhow::Result<Likes> {
    let held = entries.iter().filter_map(|w| {
        let held = comments::held(&visitor.community, &w.entry.html, w.entry.is_guest())?;
        Some((w.entry.id, visitor.words.say(held.key())))
    });
    let mut likes: Likes = held.collect();
    let trapped = comments::trapped(conn, entries).await?;
    likes.extend(trapped.into_iter().map(|id| (id, visitor.words.say("held-for-trap"))));
    let guests: Vec<_> = entries.iter().filter(|w| w.entry.is_guest()).collect();
    if guests.is_empty() {
        return Ok(likes);
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
    likes.extend(guests.iter().filter_map(like));
    Ok(likes)
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
    let decided = if done.is_none() { asked.decided(&mut conn, &visitor).await? } else { None };
    let many = asked.several(&visitor.words).filter(|_| done.is_none() && decided.is_none());
    let page = WaitingPage {
        p,
        organises,
        waiting,
        hidden,
        hidden_posts,
        likes,
        beyond,
        done,
        decided,
        many,
        guest_done,
        undo,
    };
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
    if !entry.is_waiting() {
        return Ok(next.onwards("decided", id, &entry.url()));
    }
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
    if entry.hidden_at.is_some() && next.next == WAITING {
        return Ok(next.onwards("decided", id, &entry.url()));
    }
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

/// What is to be done with the comments that are marked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Many {
    Approve,
    Hide,
    /// Takes an approval back.
    Await,
    /// Takes hiding back: what waited waits again.
    Show,
}

impl Many {
    fn of(fields: &[(String, String)]) -> Option<Self> {
        let (_, word) = fields.iter().find(|(name, _)| name == "do")?;
        Some(match word.as_str() {
            "approve" => Self::Approve,
            "hide" => Self::Hide,
            "await" => Self::Await,
            "show" => Self::Show,
            _ => return None,
        })
    }

    const fn done(self) -> &'static str {
        match self {
            Self::Approve => "approved",
            Self::Hide => "hidden",
            Self::Await => "awaited",
            Self::Show => "shown",
        }
    }

    /// Whether an entry is still as whoever decides saw it, or, to take something back, as they left it at that moment.
    fn is_open(self, entry: &Entry, at: Option<Timestamp>) -> bool {
        match self {
            Self::Approve | Self::Hide => entry.is_waiting(),
            Self::Await => entry.is_alive() && entry.approved_at == at,
            Self::Show => entry.deleted_at.is_none() && entry.hidden_at.is_some() && entry.hidden_at == at,
        }
    }
}

/// `POST /me/waiting/`: decides about the comments that are marked, or takes such a decision back.
pub async fn decide(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Typed(fields): Typed<Vec<(String, String)>>,
) -> Answer {
    let member = visitor.signed_in()?.clone();
    let what = Many::of(&fields).ok_or(Failure::Bad("error-bad"))?;
    let named = |name: &'static str| fields.iter().filter(move |(field, _)| field == name).map(|(_, value)| value);
    let at = named("at").next().and_then(|at| at.parse().ok()).map(Timestamp);
    let mut marked: Vec<CommentId> = named("comment").filter_map(|id| id.parse().ok()).take(MARKED).collect();
    marked.sort_unstable();
    marked.dedup();
    let mut entries = vec![];
    let mut conn = app.db.read().await?;
    for id in marked {
        match led(&mut conn, &visitor, id).await {
            Ok((_, entry, _)) => entries.push(entry),
            Err(Failure::NotFound | Failure::Forbidden) => {}
            Err(failure) => return Err(failure),
        }
    }
    drop(conn);
    let (mut open, decided): (Vec<Entry>, Vec<Entry>) = entries.into_iter().partition(|entry| what.is_open(entry, at));
    // Two who decide about the same ones wait for one another, and not both for ever.
    open.sort_by_key(|entry| (entry.conversation, entry.id));
    let ids: Vec<CommentId> = open.iter().map(|entry| entry.id).collect();
    let done = app.db.always(async |tx| {
        let mut count = 0;
        match what {
            Many::Show => count = comments::show_again(tx, Which::Listed(&ids), at).await?,
            Many::Await => {
                for entry in &open {
                    count += i64::from(comments::await_again(tx, &member, entry).await?);
                }
            }
            Many::Approve | Many::Hide => {
                for entry in &open {
                    match what {
                        Many::Approve => comments::approve_by(tx, &member, entry).await?,
                        _ => comments::hide(tx, &member, entry).await?,
                    }
                    count += 1;
                }
            }
        }
        Ok((count, tx.now))
    });
    let (count, at) = done.await?;
    let list = ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(".");
    let others = decided.len();
    Ok(see_other(&format!("{WAITING}?many={}&n={count}&others={others}&at={}&comments={list}#done", what.done(), at.0)))
}

/// How slow a conversation is to be, in minutes.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SlowForm {
    minutes: i64,
}

/// A conversation, for whoever decides about it.
async fn led_thread(app: &App, visitor: &Visitor, id: ConversationId) -> Answer<(Arc<Member>, Thread)> {
    let member = visitor.signed_in()?.clone();
    let thread = thread::pages::thread_for(&mut app.db.read().await?, visitor, id).await?;
    if !thread.is_moderated_by(Some(&member)) {
        return Err(Failure::Forbidden);
    }
    Ok((member, thread))
}

/// Notes what was done with a conversation; of what stands in a group no log names it.
async fn note(tx: &mut Tx, by: &Member, verb: &str, thread: &Thread) -> anyhow::Result<()> {
    if thread.kind == Subject::Post.word() {
        audit::note(tx, Some(by.id), verb, thread.url(), "").await?;
    }
    Ok(())
}

/// `POST /conversations/{id}/slow`: each person may write once in so many minutes, or as they like.
pub async fn slow(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<ConversationId>,
    Typed(form): Typed<SlowForm>,
) -> Answer {
    let (member, thread) = led_thread(&app, &visitor, id).await?;
    if !thread::SLOW_MINUTES.contains(&form.minutes) {
        return Err(Failure::Bad("error-bad"));
    }
    let minutes = Some(form.minutes).filter(|minutes| *minutes > 0);
    app.db
        .always(async |tx| {
            conversations::slow_down(tx, id, minutes).await?;
            let verb = if minutes.is_some() { "conversation-slowed" } else { "conversation-unslowed" };
            note(tx, &member, verb, &thread).await
        })
        .await?;
    Ok(see_other(&format!("{}#comments", thread.url())))
}

/// `POST /conversations/{id}/close`: nobody adds to it. A discussion is closed where it stands.
pub async fn close(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<ConversationId>) -> Answer {
    order(&app, &visitor, id, "conversation-closed").await
}

/// `POST /conversations/{id}/reopen`: people may add to it again.
pub async fn reopen(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<ConversationId>) -> Answer {
    order(&app, &visitor, id, "conversation-reopened").await
}

async fn order(app: &App, visitor: &Visitor, id: ConversationId, verb: &str) -> Answer {
    let (member, thread) = led_thread(app, visitor, id).await?;
    if thread.kind == Subject::Discussion.word() {
        return Err(Failure::NotFound);
    }
    app.db
        .always(async |tx| {
            if verb == "conversation-closed" {
                conversations::close(tx, id).await?;
            } else {
                conversations::reopen(tx, id).await?;
            }
            tx.emit(Event::ConversationChanged(id));
            note(tx, &member, verb, &thread).await
        })
        .await?;
    Ok(see_other(&format!("{}#comments", thread.url())))
}
