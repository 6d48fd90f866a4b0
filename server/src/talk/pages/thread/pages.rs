//! HTTP for the entries of a conversation, whatever it is about: where each stands, changing and taking it back, and
//! entries as they come.

use std::{convert::Infallible, future::ready, sync::Arc};

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{
        Sse,
        sse::{Event as Message, KeepAlive},
    },
};
use futures_util::{Stream, StreamExt, stream};
use serde::Deserialize;
use tokio_stream::wrappers::BroadcastStream;

use super::{EntryView, Look, Showing, answering::within_limits};
use crate::{
    audiences::Audience,
    events::{Channel, Event, Topic},
    ids::{CommentId, ConversationId, MemberId, PostId},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            page_cache::CacheFor,
            see_other,
        },
    },
    links::notices,
    people::blocks,
    site::{self, Author, Page, Visitor},
    talk::{
        appreciations::{self, Thing},
        bookmarks,
        comments::{self, Entry, Position, Text},
        conversations::{self, About, Thread},
        posts::{self, Post},
        questions::{self, Results},
    },
};

/// There was a post, and its author deleted it.
pub const DELETED: Failure = Failure::Gone("post-was-deleted");

/// The post, if this visitor may read it. Where one was hidden, its address says so to those it was meant for.
pub async fn post_for(conn: &mut Conn, visitor: &Visitor, id: PostId) -> Answer<Post> {
    let reader = visitor.member.as_deref();
    if let Some(post) = posts::for_reader(conn, reader, id).await? {
        return Ok(post);
    }
    let is_hidden = posts::is_hidden_from(conn, reader, id).await?;
    Err(if is_hidden { Failure::Gone("post-hidden") } else { Failure::NotFound })
}

/// Why there is no post with this number for this visitor.
pub async fn no_post(conn: &mut Conn, visitor: &Visitor, id: PostId) -> Answer<Failure> {
    let was_deleted = posts::was_deleted(conn, visitor.member.as_deref(), id).await?;
    Ok(if was_deleted { DELETED } else { Failure::NotFound })
}

/// A conversation, if this visitor may read it.
pub async fn thread_for(conn: &mut Conn, visitor: &Visitor, id: ConversationId) -> Answer<Thread> {
    if let Some(thread) = conversations::thread(conn, visitor.id(), id).await? {
        return Ok(thread);
    }
    // A hidden post is read on by its author and by organisers.
    Ok(post_for(conn, visitor, PostId(id.0)).await?.thread())
}

/// An entry and the conversation in which it stands, if this visitor may see it.
pub async fn entry_for(conn: &mut Conn, visitor: &Visitor, id: CommentId) -> Answer<(Entry, Thread)> {
    let entry = comments::by_id(conn, id).await?.ok_or(Failure::NotFound)?;
    let thread = thread_for(conn, visitor, entry.conversation).await?;
    let reader = visitor.reader(thread.is_moderated_by(visitor.member.as_deref()));
    let visible = entry.is_alive() || reader.moderates || entry.is_by(&reader);
    let tombstone = entry.approved_at.is_some();
    if visible || tombstone { Ok((entry, thread)) } else { Err(Failure::NotFound) }
}

#[derive(Template)]
#[template(path = "talk/pages/thread/gone.html")]
struct GonePage {
    p: Page,
    entry: Entry,
    thread: Thread,
}

/// `GET /comments/{id}`: leads to the page of the conversation on which the entry stands, or says that it is gone.
pub async fn permalink(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CommentId>) -> Answer {
    let mut conn = app.db.read().await?;
    let (entry, thread) = match entry_for(&mut conn, &visitor, id).await {
        // The post is no longer for them; what they said under it is still theirs to take back.
        Err(Failure::NotFound)
            if own(&mut conn, &visitor, id).await.is_ok_and(|(entry, _)| entry.deleted_at.is_none()) =>
        {
            return Ok(see_other(&format!("/comments/{id}/delete")));
        }
        Err(Failure::NotFound) if posts::was_deleted_with(&mut conn, visitor.member.as_deref(), id).await? => {
            return Err(DELETED);
        }
        found => found?,
    };
    if !entry.shown && !entry.is_waiting() {
        let moderates = thread.is_moderated_by(visitor.member.as_deref());
        if moderates && entry.deleted_at.is_none() {
            return Ok(see_other(&format!("{}?hidden={id}#done", thread.url())));
        }
        let p = Page::new(&mut conn, &visitor, visitor.words.say("comment-gone")).await?.private();
        return site::show_with(StatusCode::GONE, &GonePage { p, entry, thread });
    }
    let query = match comments::place_of(&mut conn, &entry).await? {
        Position::First => String::new(),
        Position::After(at, root) => format!("?after={}-{root}", at.0),
        Position::InThread(root, after) => format!("?thread={root}&after={after}"),
    };
    Ok(see_other(&format!("{}{query}#{}", thread.url(), entry.anchor())))
}

#[derive(Template)]
#[template(path = "talk/pages/thread/one.html")]
struct OneEntry {
    p: Page,
    thread: Thread,
    e: EntryView,
}

/// What a page that is left open asks for an entry with.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct EntryQuery {
    view: String,
}

/// `GET /comments/{id}/entry`: an entry on its own, for a page that is left open.
pub async fn entry(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<CommentId>,
    Query(asked): Query<EntryQuery>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (entry, thread) = entry_for(&mut conn, &visitor, id).await?;
    let look = match asked.view.as_str() {
        "flat" => Look::Flat,
        "newest" => Look::Newest,
        _ => Look::Threads,
    };
    let mut topics =
        vec![Topic::Post(PostId(thread.id.0)), Topic::Conversation(thread.id), Topic::Person(thread.about.author)];
    topics.push(Topic::Keepers(thread.id));
    topics.extend(entry.writer.map(Topic::Person));
    let seen = site::snapshot(&app, &visitor, &topics);
    // Read again under these versions: the first look only said whether this visitor may see it.
    let (entry, thread) = entry_for(&mut conn, &visitor, id).await?;
    let mut owners: Vec<MemberId> = entry.writer.into_iter().chain([thread.about.author]).collect();
    // Whoever said thanks sees that they did, and whoever keeps it that they do.
    owners.extend(appreciations::members_of(&mut conn, Thing::Comment(entry.id, thread.id)).await?);
    // And whoever blocked its writer sees it folded.
    if let Some(writer) = entry.writer {
        owners.extend(blocks::who_blocked(&mut conn, writer).await?);
    }
    owners.extend(bookmarks::members_of(&mut conn, Thing::Comment(entry.id, thread.id)).await?);
    let thread_audience = Audience::of_circle(thread.about.audience);
    let shown = Showing { thread: &thread, visitor: &visitor, now: app.now() }.one(&mut conn, entry, look).await?;
    let e = shown.ok_or(Failure::NotFound)?;
    let question = questions::of(&mut conn, thread.id).await?;
    let ends_at = question.as_ref().and_then(|question| question.ends_at).filter(|end| *end > app.now());
    let until = e.may_edit.then(|| e.node.entry.created_at.plus_minutes(visitor.community.edit_minutes));
    let until = until.into_iter().chain(ends_at).min();
    // Whether one has answered decides about what one sees of others' answers.
    let is_personal = question.is_some_and(|question| question.results != Results::Open);
    let p = Page::bare(&visitor, String::new());
    let response = site::show(&OneEntry { p, thread, e })?;
    // What only some members may read is kept for each of them.
    let is_for_all = thread_audience == Audience::Public || thread_audience == Audience::Community;
    Ok(if is_for_all && !is_personal {
        site::cache_for_readers(response, &visitor, CacheFor { seen, until, except: owners })
    } else {
        site::cache_for(response, &visitor, CacheFor { seen, until, except: vec![] })
    })
}

#[derive(Template)]
#[template(path = "talk/pages/thread/edit.html")]
struct EditPage {
    p: Page,
    entry: Entry,
    text: String,
    errors: Errors,
    /// What it says now, where it was changed since the form was made.
    other: Option<String>,
}

impl EditPage {
    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("text", "comment", "field-comment")])
    }
}

/// What is typed into the form that changes a comment.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct EditForm {
    /// The member who was signed in when the form was made; empty for guests.
    #[serde(rename = "as")]
    member: String,
    /// The version of the comment that the form was filled with.
    edited: String,
    text: String,
}

async fn editable(app: &App, conn: &mut Conn, visitor: &Visitor, id: CommentId) -> Answer<(Entry, Thread, String)> {
    let (entry, thread) = entry_for(conn, visitor, id).await?;
    let reader = visitor.reader(thread.is_moderated_by(visitor.member.as_deref()));
    if !entry.is_by(&reader) {
        return Err(Failure::NotFound);
    }
    if !comments::may_edit(&entry, &reader, &visitor.community, app.now()) {
        return Err(Failure::Bad("error-too-late"));
    }
    let source = comments::with_source(conn, id).await?.map(|(_, source)| source).unwrap_or_default();
    Ok((entry, thread, source))
}

/// `GET /comments/{id}/edit`: the form that changes a comment.
pub async fn edit_form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CommentId>) -> Answer {
    let mut conn = app.db.read().await?;
    let (entry, _, text) = editable(&app, &mut conn, &visitor, id).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("edit-comment")).await?.private();
    site::show(&EditPage { p, entry, text, errors: Errors::default(), other: None })
}

/// `POST /comments/{id}/edit`: changes a comment. What moved on in another tab is never overwritten unseen.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<CommentId>,
    Typed(form): Typed<EditForm>,
) -> Answer {
    if Author::of(&visitor, &form.member) == Author::SignedOut {
        return Err(Failure::SignInFirst);
    }
    let mut conn = app.db.read().await?;
    let (entry, thread) = entry_for(&mut conn, &visitor, id).await?;
    let text = match editable(&app, &mut conn, &visitor, id).await {
        // Too late; but what was typed is handed back.
        Err(Failure::Bad(_)) => Err("error-too-late-text"),
        Err(failure) => return Err(failure),
        Ok((.., now)) if !form.edited.is_empty() && form.edited != entry.version().to_string() => {
            return edit_refused(&mut conn, &visitor, entry, form.text, Errors::default(), Some(now)).await;
        }
        Ok(_) if within_limits(&app, &visitor).is_err() => Err("error-too-many-text"),
        Ok(_) => Text::typed(&mut conn, &visitor.community, &thread.about.lang, &form.text).await?,
    };
    drop(conn);
    let key = match text {
        Ok(text) => {
            let member = visitor.member.as_deref();
            let is_held = !comments::is_trusted(member, thread.is_moderated_by(member))
                && comments::held(&visitor.community, &text.html, member.is_none()).is_some();
            match app.db.change(async |tx| comments::edit(tx, &entry, &text, is_held).await).await? {
                Ok(()) => return Ok(see_other(&entry.url())),
                Err(no) => no.key(),
            }
        }
        Err(key) => key,
    };
    let mut conn = app.db.read().await?;
    // Changed in this very moment?
    if key == "error-too-late-text"
        && let Ok((present, _, now)) = editable(&app, &mut conn, &visitor, id).await
        && present.version() != entry.version()
    {
        return edit_refused(&mut conn, &visitor, present, form.text, Errors::default(), Some(now)).await;
    }
    edit_refused(&mut conn, &visitor, entry, form.text, Errors::of("text", key), None).await
}

/// The form as it was filled in, and what the comment says now if it was changed meanwhile: saving again decides.
async fn edit_refused(
    conn: &mut Conn,
    visitor: &Visitor,
    entry: Entry,
    text: String,
    errors: Errors,
    other: Option<String>,
) -> Answer {
    let mut p = Page::new(conn, visitor, visitor.words.say("edit-comment")).await?.private().refused(&errors);
    p.refused |= other.is_some();
    site::refused(&EditPage { p, entry, text, errors, other })
}

#[derive(Template)]
#[template(path = "talk/pages/thread/delete.html")]
struct DeletePage {
    p: Page,
    entry: Entry,
    /// The language of its text.
    lang: String,
    /// Whether what it stands under is still one that its writer may read.
    is_readable: bool,
}

/// An entry, if this visitor wrote it, and what it stands under, if they may still read that.
async fn own(conn: &mut Conn, visitor: &Visitor, id: CommentId) -> Answer<(Entry, Option<About>)> {
    let entry = comments::by_id(conn, id).await?.filter(|entry| entry.is_by(&visitor.reader(false)));
    let entry = entry.ok_or(Failure::NotFound)?;
    let thread = conversations::thread(conn, visitor.id(), entry.conversation).await?;
    Ok((entry, thread.map(|thread| thread.about)))
}

/// `GET /comments/{id}/delete`: asks whether a comment is really to go.
pub async fn delete_form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CommentId>) -> Answer {
    let mut conn = app.db.read().await?;
    let (entry, about) = own(&mut conn, &visitor, id).await?;
    if !comments::may_delete(&entry, &visitor.reader(false)) {
        return Err(Failure::NotFound);
    }
    let p = Page::new(&mut conn, &visitor, visitor.words.say("delete-comment")).await?.private();
    let is_readable = about.is_some();
    let lang = about.map(|about| about.lang).unwrap_or_default();
    site::show(&DeletePage { p, entry, lang, is_readable })
}

/// `POST /comments/{id}/delete`: takes a comment back; a second time it is gone already.
pub async fn delete(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CommentId>) -> Answer {
    let mut conn = app.db.read().await?;
    let (entry, about) = own(&mut conn, &visitor, id).await?;
    drop(conn);
    app.db.always(async |tx| comments::delete(tx, &entry).await).await?;
    Ok(see_other(&match about.filter(|about| !about.path.is_empty()) {
        Some(about) => format!("{}?deleted=comment#done", about.path),
        None => "/me/posts/?deleted=comment".into(),
    }))
}

/// What a page that is left open asks for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Listening {
    /// The latest entry it shows.
    after: Option<CommentId>,
}

/// `GET /conversations/{id}/live`: entries as they come, and those that came since the page was made or the connection
/// was lost; then how often the conversation changed, by which the page knows whether to look again at what stands on
/// it; and what changes from then on (server-sent events, WHATWG HTML 9.2).
pub async fn live(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<ConversationId>,
    Query(listening): Query<Listening>,
    headers: HeaderMap,
) -> Answer<Sse<impl Stream<Item = Result<Message, Infallible>>>> {
    let listener = app.listeners.take(visitor.ip)?;
    let mut closing = app.closing.subscribe();
    let mut conn = app.db.read().await?;
    let thread = thread_for(&mut conn, &visitor, id).await.map_err(|_| Failure::NotFound)?;
    let conversation = thread.id;
    let rights = match (visitor.id(), Audience::of_circle(thread.about.audience)) {
        (Some(member), Audience::Circle(_)) => {
            let rights = app.db.channels.listen(Channel::Rights(member));
            // Asked again: nobody may have left between the question and the listening.
            thread_for(&mut conn, &visitor, id).await.map_err(|_| Failure::NotFound)?;
            Some(rights)
        }
        _ => None,
    };
    let happened = app.db.channels.listen(Channel::Conversation(conversation));
    let heard = headers.get("last-event-id").and_then(|value| value.to_str().ok()).and_then(|value| value.parse().ok());
    let missed = match heard.or(listening.after) {
        Some(last) => comments::since(&mut conn, conversation, last, 500).await?,
        None => vec![],
    };
    // While results are hidden from somebody, it is hidden from them, too, that somebody answers.
    let (now, question) = (app.now(), questions::of(&mut conn, conversation).await?);
    let (sees_answers, ends_at) = match &question {
        Some(question) => {
            let reader = visitor.reader(false);
            let own = questions::own(&mut conn, question, reader.member, reader.guest_key.as_deref()).await?;
            (question.shows_results(own.as_ref(), now), question.ends_at)
        }
        None => (false, None),
    };
    drop(conn);
    let missed = stream::iter(missed.into_iter().map(|(id, parent, _)| message(id, parent)));
    // A page that was made before this moment looks again at what stands on it.
    let state = Message::default().event("state").data(thread.changes.to_string());
    // Who cannot keep up has missed something: the stream ends, and the browser asks again for what it missed.
    let coming = BroadcastStream::new(happened).take_while(|event| ready(event.is_ok())).filter_map(move |event| {
        ready(match event {
            Ok(Event::CommentShown(id, parent, _)) => Some(message(id, parent)),
            Ok(Event::CommentChanged(id, _) | Event::CommentGone(id, _)) => {
                Some(Message::default().event("changed").data(id.to_string()))
            }
            Ok(Event::QuestionChanged(_)) if sees_answers || ends_at.is_some_and(|end| end <= app.now()) => {
                Some(Message::default().event("question").data("changed"))
            }
            Ok(Event::PostChanged(..) | Event::DiscussionChanged(_)) => {
                Some(Message::default().event("post").data("changed"))
            }
            _ => None,
        })
    });
    // An open stream would hold the server up when it is to stop. And it says nothing more to whoever may read no more.
    let stop = async move {
        let _listener = listener;
        let closed = async { closing.wait_for(|closing| *closing).await.is_ok() };
        match rights {
            Some(mut rights) => {
                tokio::select! { _ = closed => {}, _ = rights.recv() => {} }
            }
            None => {
                closed.await;
            }
        }
    };
    let all = missed.chain(stream::iter([state])).chain(coming).map(Ok).take_until(Box::pin(stop));
    Ok(Sse::new(all).keep_alive(KeepAlive::default()))
}

/// What a page that is left open, or was just left, says of its reader.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Read {
    /// The numbers of the entries that were new, or came while it was open, and were looked at, with commas between them.
    entries: String,
    /// Where the reader stopped: an entry, 0 for the text itself, or `end`.
    left: String,
}

/// `POST /conversations/{id}/read`: what a member looked at was read, and where they stopped.
pub async fn read(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<ConversationId>,
    Typed(form): Typed<Read>,
) -> Answer<StatusCode> {
    let member = visitor.signed_in()?.id;
    let conversation = thread_for(&mut app.db.read().await?, &visitor, id).await.map_err(|_| Failure::NotFound)?.id;
    let entries: Vec<CommentId> =
        form.entries.split(',').take(comments::ENTRIES).filter_map(|id| id.parse().ok()).collect();
    app.db
        .always(async |tx| {
            if !entries.is_empty() {
                comments::read(tx, member, conversation, &entries).await?;
                notices::seen(tx, member, conversation, &entries).await?;
            }
            match form.left.as_str() {
                "" => Ok(()),
                "end" => comments::leave_off(tx, member, conversation, None).await,
                entry => comments::leave_off(tx, member, conversation, entry.parse().ok()).await,
            }
        })
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

fn message(id: CommentId, parent: Option<CommentId>) -> Message {
    let parent = parent.map(|parent| parent.to_string());
    let data = serde_json::json!({ "id": id.to_string(), "parent": parent });
    Message::default().id(id.to_string()).data(data.to_string())
}
