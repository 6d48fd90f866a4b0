//! HTTP for reading a post and answering in its conversation.

use std::{convert::Infallible, future::ready, sync::Arc};

use askama::Template;
use axum::{
    extract::{Path, Query, State},
    http::HeaderMap,
    response::{
        Sse,
        sse::{Event as Message, KeepAlive},
    },
};
use futures_util::{Stream, StreamExt, stream};
use serde::Deserialize;
use tokio_stream::wrappers::BroadcastStream;

use super::{
    Asked, Conversation, Form, Look, Shown,
    view::{Showing, trusted_names},
};
use crate::{
    events::{Event, Topic},
    ids::{CommentId, ConversationId, PostId},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        i18n::language_name,
        web::{
            forms::{Errors, Typed},
            moved, onwards,
            page_cache::CacheFor,
            see_other,
        },
    },
    people::{
        community::Guests,
        members::{Email, Member, Name, Website},
    },
    site::{self, GuestCard, Page, Visitor},
    talk::{
        blogs, comments,
        comments::{Entry, Guest, Place, Text, TooLate, Writer},
        posts,
        posts::{Post, Term},
    },
};

#[derive(Template)]
#[template(path = "talk/pages/reading/post.html")]
struct PostPage {
    p: Page,
    canonical: String,
    blog_tagline: String,
    language_name: String,
    audience_key: &'static str,
    terms: Vec<Term>,
    before: Option<Post>,
    after: Option<Post>,
    is_author: bool,
    post: Post,
    v: Conversation,
}

/// `GET /{blog}/{year}/{month}/{day}/{slug}/`: a post and its conversation.
pub async fn post(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((blog, year, month, day, slug)): Path<(String, String, String, String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let day = format!("{year}/{month}/{day}");
    let mut conn = app.db.read().await?;
    if let Some(id) = posts::find(&mut conn, &blog, &day, &slug).await? {
        return read(&app, conn, &visitor, id, &asked).await;
    }
    // A blog that moved takes its posts along.
    if let Some(present) = blogs::moved_to(&mut conn, &blog).await? {
        return Ok(moved(&format!("/{present}/{day}/{slug}/")));
    }
    elsewhere(&mut conn, &visitor).await
}

/// `GET /{blog}/{page}/`: a page of a blog.
pub async fn page(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((blog, slug)): Path<(String, String)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    match posts::find(&mut conn, &blog, "", &slug).await? {
        Some(id) => read(&app, conn, &visitor, id, &asked).await,
        None => elsewhere(&mut conn, &visitor).await,
    }
}

/// Where an imported post used to be, it still answers: also with a query it never had, or without its last slash.
pub async fn elsewhere(conn: &mut Conn, visitor: &Visitor) -> Answer {
    let (path, query) = visitor.address.split_once('?').unwrap_or((&visitor.address, ""));
    let by_number = query.split('&').find(|part| part.starts_with("p=") || part.starts_with("page_id="));
    let by_number = by_number.map(|number| format!("{}/?{number}", path.trim_end_matches('/')));
    let mut found = None;
    for address in [Some(visitor.address.clone()), by_number, Some(path.to_owned()), Some(format!("{path}/"))] {
        let Some(address) = address else { continue };
        found = posts::moved_from(conn, &address).await?;
        if found.is_some() {
            break;
        }
    }
    let id = found.ok_or(Failure::NotFound)?;
    let post = posts::for_reader(conn, visitor.member.as_deref(), id).await?.ok_or(Failure::NotFound)?;
    Ok(moved(&post.url()))
}

async fn read(app: &App, mut conn: Conn, visitor: &Visitor, id: PostId, asked: &Asked) -> Answer {
    let mut topics = vec![Topic::Everything, Topic::Post(id)];
    if let Some(member) = visitor.id() {
        topics.extend([Topic::Member(member), Topic::Waiting]);
    }
    let seen = app.db.versions.snapshot(&topics);
    let post = posts::for_reader(&mut conn, visitor.member.as_deref(), id).await?.ok_or(Failure::NotFound)?;
    // The neighbours' titles belong to the blog; its stamp joins now, and the post's own guards the gap.
    topics.push(Topic::Blog(post.blog));
    let again = app.db.versions.snapshot(&topics);
    let settled = app.db.versions.is_current(&seen);
    let page = whole(&mut conn, app, visitor, post, asked, filled_in(visitor, asked), Errors::default()).await?;
    let now = app.now();
    let visit = visitor.id().map(|member| (member, page.v.id));
    let old = visit.map(|_| now.plus_minutes(30)).into_iter().chain(page.v.editable_until).min();
    let response = site::show(&page)?;
    if let Some((member, conversation)) = visit
        && comments::visit_is_news(&mut conn, member, conversation, now).await?
    {
        drop(conn);
        app.db.always(async |tx| comments::visit(tx, member, conversation).await).await?;
    }
    if settled { Ok(site::cache_for(response, visitor, CacheFor { seen: again, until: old })) } else { Ok(response) }
}

/// The form as it stands before anything is typed: for a guest who was here before, filled in.
fn filled_in(visitor: &Visitor, asked: &Asked) -> Form {
    let parent = asked.reply().map(|id| id.to_string()).unwrap_or_default();
    match &visitor.guest {
        Some(card) => Form {
            parent,
            name: card.name.clone(),
            email: card.email.clone(),
            website: card.website.clone(),
            ..Form::default()
        },
        None => Form { parent, ..Form::default() },
    }
}

async fn whole(
    conn: &mut Conn,
    app: &App,
    visitor: &Visitor,
    post: Post,
    asked: &Asked,
    form: Form,
    errors: Errors,
) -> anyhow::Result<PostPage> {
    let member = visitor.member.as_deref();
    let v = Showing { post: &post, visitor, now: app.now() }.read(conn, asked, form, errors).await?;
    let (before, after) = posts::neighbours(conn, member, &post).await?;
    let blog = blogs::by_address(conn, &post.blog_address).await?;
    Ok(PostPage {
        p: Page::new(conn, visitor, post.heading()).await?,
        canonical: format!("{}{}", app.settings.base_url, post.url()),
        blog_tagline: blog.map(|blog| blog.tagline).unwrap_or_default(),
        language_name: language_name(&post.lang).to_owned(),
        audience_key: post.audience().key(),
        terms: posts::terms(conn, post.id).await?,
        before,
        after,
        is_author: member.is_some_and(|member| member.id == post.author),
        post,
        v,
    })
}

/// `POST /posts/{id}/comments`: an answer to a post or to an entry under it. A refused one comes back filled in.
pub async fn reply(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    Typed(mut form): Typed<Form>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let signed_out = visitor.member.is_none() && !form.member.is_empty();
    let post = posts::for_reader(&mut conn, visitor.member.as_deref(), id).await?.filter(|post| !post.is_draft());
    let post = post.ok_or(if signed_out { Failure::SignInFirst } else { Failure::NotFound })?;
    let parent = match form.parent.as_str() {
        "" => None,
        parent => Some(parent.parse().unwrap_or(CommentId(0))),
    };
    let mut errors = Errors::default();
    let text = if within_limits(&app, &visitor).is_ok() {
        let text = Text::typed(&mut conn, &visitor.community, &post.lang, &form.text).await?;
        errors.take("text", text)
    } else {
        errors.add("form", "error-too-many-text");
        None
    };
    if signed_out {
        let as_a_guest = visitor.community.guests != Guests::Closed;
        errors.add("form", if as_a_guest { "reply-signed-out" } else { "reply-members-only" });
    }
    // Nobody speaks in the name of whoever came to this browser after them.
    if visitor.id().is_some_and(|id| !form.member.is_empty() && form.member != id.to_string()) {
        errors.add("form", "reply-as-another");
    }
    let (mut writer, card) = if signed_out { (None, None) } else { writer(&visitor, &form, &mut errors) };
    if let Some(Writer::Guest(guest)) = &mut writer {
        guest.is_like_another =
            trusted_names(&mut conn, &visitor, &post).await?.like(guest.name.as_str(), None).is_some();
    }
    if let (Some(text), Some(writer), true) = (text, writer, errors.is_empty()) {
        drop(conn);
        let leads = post.is_moderated_by(visitor.member.as_deref());
        let conversation = ConversationId::from(id);
        let written = app
            .db
            .change(async |tx| {
                comments::reply(tx, &visitor.community, &writer, conversation, parent, leads, &text).await
            })
            .await?;
        match written {
            Ok(comment) => {
                if let Some(card) = card {
                    visitor.remember_guest(&app, &card).await?;
                }
                return Ok(see_other(&format!("/comments/{comment}#comment-{comment}")));
            }
            Err(no) => errors.add("form", no.key()),
        }
        if errors.get("form") == Some("reply-parent-gone") {
            form.parent = String::new();
        }
        conn = app.db.read().await?;
    }
    let asked = Asked::default().replying_to(form.parent.parse().ok());
    let mut page = whole(&mut conn, &app, &visitor, post, &asked, form, errors).await?;
    // Whoever changes the language here comes to the post, not to where its forms go.
    page.p.address = page.post.url();
    page.p.refused = true;
    site::refused(&page)
}

/// Who writes: the member, or the guest as the form says. A guest gets a card, by which the site knows them again.
fn writer<'a>(visitor: &'a Visitor, form: &Form, errors: &mut Errors) -> (Option<Writer<'a>>, Option<GuestCard>) {
    if let Some(member) = &visitor.member {
        return (Some(Writer::Member(member)), None);
    }
    let name: Option<Name> = errors.take("name", form.name.parse());
    let email: Option<Email> = errors.take("email", form.email.parse());
    let website: Option<Website> = errors.take("website", form.website.parse());
    let (Some(name), Some(email), Some(website)) = (name, email, website) else { return (None, None) };
    let card = match &visitor.guest {
        Some(card) => card.renamed(name.as_str(), email.as_str(), website.as_str()),
        None => GuestCard::new(name.as_str(), email.as_str(), website.as_str()),
    };
    (Some(Writer::Guest(Guest { name, email, website, key: card.key_hash(), is_like_another: false })), Some(card))
}

fn within_limits(app: &App, visitor: &Visitor) -> Result<(), Failure> {
    match &visitor.member {
        Some(member) => app.limits.writing.take(&member.id.0),
        None => app.limits.guest_comments.take(&visitor.ip),
    }
}

/// An entry and the post it stands under, if this visitor may see it.
async fn entry_for(conn: &mut Conn, visitor: &Visitor, id: CommentId) -> Answer<(Entry, Post)> {
    let entry = comments::by_id(conn, id).await?.ok_or(Failure::NotFound)?;
    let post = posts::for_reader(conn, visitor.member.as_deref(), PostId(entry.conversation.0)).await?;
    let post = post.ok_or(Failure::NotFound)?;
    let reader = visitor.reader(post.is_moderated_by(visitor.member.as_deref()));
    let visible = entry.is_alive() || reader.moderates || (entry.is_waiting() && entry.is_by(&reader));
    let tombstone = entry.approved_at.is_some();
    if visible || tombstone { Ok((entry, post)) } else { Err(Failure::NotFound) }
}

/// `GET /comments/{id}`: leads to the page of the conversation on which the entry stands.
pub async fn permalink(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CommentId>) -> Answer {
    let mut conn = app.db.read().await?;
    let (entry, post) = entry_for(&mut conn, &visitor, id).await?;
    let query = match comments::place_of(&mut conn, &entry).await? {
        Place::First => String::new(),
        Place::After(at, root) => format!("?after={}-{root}", at.0),
        Place::InThread(root, after) => format!("?thread={root}&after={after}"),
    };
    Ok(see_other(&format!("{}{query}#{}", post.url(), entry.anchor())))
}

#[derive(Template)]
#[template(path = "talk/pages/reading/one.html")]
struct OneEntry {
    p: Page,
    post: Post,
    e: Shown,
}

/// What a page that is left open asks for an entry with.
#[derive(Deserialize)]
pub struct OneAsked {
    #[serde(default)]
    view: String,
}

/// `GET /comments/{id}/entry`: an entry on its own, for a page that is left open.
pub async fn entry(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<CommentId>,
    Query(asked): Query<OneAsked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (entry, post) = entry_for(&mut conn, &visitor, id).await?;
    let look = match asked.view.as_str() {
        "flat" => Look::Flat,
        "newest" => Look::Newest,
        _ => Look::Threads,
    };
    let shown = Showing { post: &post, visitor: &visitor, now: app.now() }.one(&mut conn, entry, look).await?;
    let e = shown.ok_or(Failure::NotFound)?;
    let p = Page::bare(visitor.words.clone(), String::new(), visitor.community.clone());
    site::show(&OneEntry { p, post, e })
}

#[derive(Template)]
#[template(path = "talk/pages/reading/edit.html")]
struct EditPage {
    p: Page,
    entry: Entry,
    text: String,
    errors: Errors,
}

/// What is typed into the form that changes a comment.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct EditForm {
    /// The member who was signed in when the form was made; empty for guests.
    #[serde(rename = "as")]
    member: String,
    text: String,
}

async fn editable(app: &App, conn: &mut Conn, visitor: &Visitor, id: CommentId) -> Answer<(Entry, Post, String)> {
    let (entry, post) = entry_for(conn, visitor, id).await?;
    let reader = visitor.reader(post.is_moderated_by(visitor.member.as_deref()));
    if !entry.is_by(&reader) {
        return Err(Failure::NotFound);
    }
    if !comments::may_edit(&entry, &reader, &visitor.community, app.now()) {
        return Err(Failure::Bad("error-too-late"));
    }
    let source = comments::with_source(conn, id).await?.map(|(_, source)| source).unwrap_or_default();
    Ok((entry, post, source))
}

/// `GET /comments/{id}/edit`: the form that changes a comment.
pub async fn edit_form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CommentId>) -> Answer {
    let mut conn = app.db.read().await?;
    let (entry, _, text) = editable(&app, &mut conn, &visitor, id).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("edit-comment")).await?.private();
    site::show(&EditPage { p, entry, text, errors: Errors::default() })
}

/// `POST /comments/{id}/edit`: changes a comment.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<CommentId>,
    Typed(form): Typed<EditForm>,
) -> Answer {
    if visitor.member.is_none() && !form.member.is_empty() {
        return Err(Failure::SignInFirst);
    }
    let mut conn = app.db.read().await?;
    let (entry, post) = entry_for(&mut conn, &visitor, id).await?;
    let text = match editable(&app, &mut conn, &visitor, id).await {
        // Too late; but what was typed is handed back.
        Err(Failure::Bad(_)) => Err("error-too-late-text"),
        Err(failure) => return Err(failure),
        Ok(_) if within_limits(&app, &visitor).is_err() => Err("error-too-many-text"),
        Ok(_) => Text::typed(&mut conn, &visitor.community, &post.lang, &form.text).await?,
    };
    drop(conn);
    let key = match text {
        Ok(text) => match app.db.change(async |tx| comments::edit(tx, &entry, &text).await).await? {
            Ok(()) => return Ok(see_other(&entry.url())),
            Err(TooLate) => "error-too-late-text",
        },
        Err(key) => key,
    };
    let errors = Errors::of("text", key);
    let title = visitor.words.say("edit-comment");
    let p = Page::new(&mut app.db.read().await?, &visitor, title).await?.private().refused(&errors);
    site::refused(&EditPage { p, entry, text: form.text, errors })
}

#[derive(Template)]
#[template(path = "talk/pages/reading/delete.html")]
struct DeletePage {
    p: Page,
    entry: Entry,
}

async fn own(conn: &mut Conn, visitor: &Visitor, id: CommentId) -> Answer<(Entry, Post)> {
    let (entry, post) = entry_for(conn, visitor, id).await?;
    let reader = visitor.reader(false);
    if comments::may_delete(&entry, &reader) { Ok((entry, post)) } else { Err(Failure::NotFound) }
}

/// `GET /comments/{id}/delete`: asks whether a comment is really to go.
pub async fn delete_form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CommentId>) -> Answer {
    let mut conn = app.db.read().await?;
    let (entry, _) = own(&mut conn, &visitor, id).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("delete-comment")).await?.private();
    site::show(&DeletePage { p, entry })
}

/// `POST /comments/{id}/delete`: takes a comment back.
pub async fn delete(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CommentId>) -> Answer {
    let mut conn = app.db.read().await?;
    let (entry, post) = own(&mut conn, &visitor, id).await?;
    drop(conn);
    app.db.always(async |tx| comments::delete(tx, &entry).await).await?;
    Ok(see_other(&format!("{}#comments", post.url())))
}

/// Where whoever decides goes on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Decided {
    next: String,
}

async fn led(conn: &mut Conn, visitor: &Visitor, id: CommentId) -> Answer<(Arc<Member>, Entry, Post)> {
    let member = visitor.signed_in()?.clone();
    let (entry, post) = entry_for(conn, visitor, id).await?;
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
    Ok(onwards(&next.next, &entry.url()))
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
    Ok(onwards(&next.next, &format!("{}?hidden={id}#comments", post.url())))
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
    Ok(onwards(&next.next, &entry.url()))
}

/// What a page that is left open asks for.
#[derive(Deserialize)]
pub struct Listening {
    /// The latest entry it shows.
    after: Option<CommentId>,
}

/// `GET /conversations/{id}/live`: entries as they come, and those that came since the page was made or the connection
/// was lost (server-sent events, WHATWG HTML 9.2).
pub async fn live(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    Query(listening): Query<Listening>,
    headers: HeaderMap,
) -> Answer<Sse<impl Stream<Item = Result<Message, Infallible>>>> {
    let listener = app.listeners.clone().try_acquire_owned().map_err(|_| Failure::TooMany)?;
    let happened = app.db.happened.subscribe();
    let mut closing = app.closing.subscribe();
    let mut conn = app.db.read().await?;
    let post = posts::for_reader(&mut conn, visitor.member.as_deref(), id).await?.ok_or(Failure::NotFound)?;
    let conversation = ConversationId::from(post.id);
    let heard = headers.get("last-event-id").and_then(|value| value.to_str().ok()).and_then(|value| value.parse().ok());
    let missed = match heard.or(listening.after) {
        Some(last) => comments::since(&mut conn, conversation, last, 500).await?,
        None => vec![],
    };
    drop(conn);
    let missed = stream::iter(missed.into_iter().map(|(id, parent, _)| message(id, parent)));
    // Who cannot keep up has missed something: the stream ends, and the browser asks again for what it missed.
    let coming = BroadcastStream::new(happened).take_while(|event| ready(event.is_ok())).filter_map(move |event| {
        ready(match event {
            Ok(Event::CommentShown(id, parent, at)) if at == conversation => Some(message(id, parent)),
            Ok(Event::CommentChanged(id, at)) if at == conversation => {
                Some(Message::default().event("changed").data(id.to_string()))
            }
            _ => None,
        })
    });
    // An open stream would hold the server up when it is to stop.
    let stop = async move {
        let _listener = listener;
        let _ = closing.wait_for(|closing| *closing).await;
    };
    let all = missed.chain(coming).map(Ok).take_until(Box::pin(stop));
    Ok(Sse::new(all).keep_alive(KeepAlive::default()))
}

fn message(id: CommentId, parent: Option<CommentId>) -> Message {
    let parent = parent.map(|parent| parent.to_string());
    let data = serde_json::json!({ "id": id.to_string(), "parent": parent });
    Message::default().id(id.to_string()).data(data.to_string())
}
