//! HTTP for reading a post and answering in its conversation.

use std::{collections::BTreeSet, convert::Infallible, future::ready, sync::Arc};

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

use super::{
    Conversation, ConversationQuery, EntryView, Form, Look,
    view::{Showing, trusted_names},
};
use crate::{
    events::{Channel, Event, Topic},
    ids::{CommentId, ConversationId, MemberId, PostId},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        i18n::language_name,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            moved,
            page_cache::CacheFor,
            see_other,
        },
    },
    links::{
        notices,
        watches::{Following, Subject},
    },
    people::{
        community::Guests,
        members::{Email, Name, Website},
    },
    site::{self, Author, GuestCard, Page, Visitor},
    talk::{
        blogs, comments,
        comments::{Entry, Guest, Position, Reply, Text, TooLate, Writer},
        conversations::{self, About},
        old_sites::{self, Goal},
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
    /// Whether the reader may hide the post and show it again: organisers, with what others wrote.
    may_hide: bool,
    post: Post,
    v: Conversation,
    /// How the reader follows the conversation.
    f: Following,
}

/// There was a post, and its author deleted it.
const DELETED: Failure = Failure::Gone("post-was-deleted");

/// `GET /{blog}/{year}/{month}/{day}/{slug}/`: a post and its conversation.
pub async fn post(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((blog, year, month, day, slug)): Path<(String, String, String, String, String)>,
    Query(asked): Query<ConversationQuery>,
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
    nothing_at(&mut conn, &visitor, &blog, &day, &slug).await
}

/// `GET /{blog}/{page}/`: a page of a blog.
pub async fn page(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((blog, slug)): Path<(String, String)>,
    Query(asked): Query<ConversationQuery>,
) -> Answer {
    let mut conn = app.db.read().await?;
    if let Some(id) = posts::find(&mut conn, &blog, "", &slug).await? {
        return read(&app, conn, &visitor, id, &asked).await;
    }
    if let Some(present) = blogs::moved_to(&mut conn, &blog).await? {
        return Ok(moved(&format!("/{present}/{slug}/")));
    }
    nothing_at(&mut conn, &visitor, &blog, "", &slug).await
}

/// Where no post stands: one may have been deleted, or an old site had something there.
async fn nothing_at(conn: &mut Conn, visitor: &Visitor, blog: &str, day: &str, slug: &str) -> Answer {
    if posts::was_at(conn, visitor.member.as_deref(), blog, day, slug).await? {
        return Err(DELETED);
    }
    elsewhere(conn, visitor).await
}

/// Where something of a site that was brought here used to be, it still answers: also with a query it never had, or
/// without its last slash.
pub async fn elsewhere(conn: &mut Conn, visitor: &Visitor) -> Answer {
    match old_sites::find(conn, &visitor.host, &visitor.sent).await?.ok_or(Failure::NotFound)? {
        Goal::Path(path) if path != visitor.sent => Ok(moved(&path)),
        Goal::Path(_) => Err(Failure::NotFound),
        Goal::Post(id) => {
            let post = posts::for_reader(conn, visitor.member.as_deref(), id).await?.ok_or(Failure::NotFound)?;
            let url = post.url();
            if url == visitor.sent { Err(Failure::NotFound) } else { Ok(moved(&url)) }
        }
        Goal::Deleted(id) => Err(no_post(conn, visitor, id).await?),
    }
}

/// The post, if this visitor may read it. Where one was hidden, its address says so to those it was meant for.
async fn post_for(conn: &mut Conn, visitor: &Visitor, id: PostId) -> Answer<Post> {
    let reader = visitor.member.as_deref();
    if let Some(post) = posts::for_reader(conn, reader, id).await? {
        return Ok(post);
    }
    let is_hidden = posts::is_hidden_from(conn, reader, id).await?;
    Err(if is_hidden { Failure::Gone("post-hidden") } else { Failure::NotFound })
}

/// Why there is no post with this number for this visitor.
async fn no_post(conn: &mut Conn, visitor: &Visitor, id: PostId) -> Answer<Failure> {
    let was_deleted = posts::was_deleted(conn, visitor.member.as_deref(), id).await?;
    Ok(if was_deleted { DELETED } else { Failure::NotFound })
}

async fn read(app: &App, mut conn: Conn, visitor: &Visitor, id: PostId, asked: &ConversationQuery) -> Answer {
    let reading = site::begin_reading(app);
    let post = post_for(&mut conn, visitor, id).await?;
    let page = whole(&mut conn, app, visitor, post, asked, filled_in(visitor, asked), Errors::default()).await?;
    let now = app.now();
    let visit = visitor.id().map(|member| (member, page.v.id));
    let old = visit.map(|_| now.plus_minutes(30)).into_iter().chain(page.v.editable_until).min();
    let response = site::show(&page)?;
    let seen = reading.end(app, visitor, &page.topics());
    if let Some((member, conversation)) = visit {
        let entries: Vec<CommentId> = page.v.entries.iter().map(|shown| shown.node.entry.id).collect();
        let is_visit = comments::visit_is_news(&mut conn, member, conversation, now).await?;
        let is_told = page.p.notices > 0 && notices::is_news(&mut conn, member, conversation, &entries).await?;
        drop(conn);
        if is_visit || is_told {
            app.db
                .always(async |tx| {
                    comments::visit(tx, member, conversation).await?;
                    notices::seen(tx, member, conversation, &entries).await
                })
                .await?;
        }
    }
    Ok(site::cache_for(response, visitor, CacheFor { seen, until: old, except: vec![] }))
}

impl PostPage {
    /// What it shows and goes stale with; the neighbours' titles belong to the blog.
    fn topics(&self) -> Vec<Topic> {
        let writers = self.v.entries.iter().filter_map(|shown| shown.node.entry.writer);
        let people: BTreeSet<MemberId> = writers.chain([self.post.author]).collect();
        let mut topics = vec![Topic::Post(self.post.id), Topic::Conversation(self.v.id), Topic::Blog(self.post.blog)];
        topics.extend(people.into_iter().map(Topic::Person));
        topics
    }
}

/// The form as it stands before anything is typed: for a guest who was here before, filled in.
fn filled_in(visitor: &Visitor, asked: &ConversationQuery) -> Form {
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
    asked: &ConversationQuery,
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
        f: Following::of(conn, visitor.id(), Subject::Conversation(post.id.into())).await?,
        before,
        after,
        is_author: member.is_some_and(|member| member.id == post.author),
        may_hide: member.is_some_and(|member| member.is_organiser() && (member.id != post.author || post.is_hidden())),
        post,
        v,
    })
}

/// `POST /posts/{id}/comments`: an answer to a post or to an entry under it. A refused one comes back filled in.
pub async fn reply(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<PostId>,
    Typed(form): Typed<Form>,
) -> Answer {
    let author = Author::of(&visitor, &form.member);
    let mut conn = app.db.read().await?;
    let post = posts::for_reader(&mut conn, visitor.member.as_deref(), id).await?.filter(|post| !post.is_draft());
    let Some(post) = post else {
        return Err(match no_post(&mut conn, &visitor, id).await? {
            Failure::NotFound if author == Author::SignedOut => Failure::SignInFirst,
            why => why,
        });
    };
    let mut errors = Errors::default();
    let text = typed(&app, &mut conn, &visitor, &post, &form.text, &mut errors).await?;
    let writer = match author {
        Author::Same => writer(&visitor, &form, &mut errors),
        Author::SignedOut if visitor.community.guests == Guests::Closed => errors.refuse("form", "reply-members-only"),
        Author::SignedOut => errors.refuse("form", "reply-signed-out"),
        Author::Another => errors.refuse("form", "reply-as-another"),
    };
    let (Some(text), Some((mut writer, card)), true) = (text, writer, errors.is_empty()) else {
        return refused(&app, conn, &visitor, post, form, errors).await;
    };
    if let Writer::Guest(guest) = &mut writer {
        guest.is_like_another =
            trusted_names(&mut conn, &visitor, &post).await?.like(guest.name.as_str(), None).is_some();
    }
    drop(conn);
    let moderates = post.is_moderated_by(visitor.member.as_deref());
    let said = Reply { conversation: id.into(), parent: form.answered(), writer: &writer, moderates, text: &text };
    match app.db.change(async |tx| comments::reply(tx, &visitor.community, &said).await).await? {
        Ok(comment) => {
            if let Some(card) = card {
                visitor.remember_guest(&app, &card).await?;
            }
            Ok(see_other(&where_it_stands(&post, &visitor, comment)))
        }
        Err(no) => refused(&app, app.db.read().await?, &visitor, post, form, Errors::of("form", no.key())).await,
    }
}

/// The text of a comment, if it is good and not one too many.
async fn typed(
    app: &App,
    conn: &mut Conn,
    visitor: &Visitor,
    post: &Post,
    text: &str,
    errors: &mut Errors,
) -> anyhow::Result<Option<Text>> {
    if within_limits(app, visitor).is_err() {
        return Ok(errors.refuse("form", "error-too-many-text"));
    }
    Ok(errors.take("text", Text::typed(conn, &visitor.community, &post.lang, text).await?))
}

/// The page with the form as it was filled in, and why it was not taken.
async fn refused(app: &App, mut conn: Conn, visitor: &Visitor, post: Post, mut form: Form, errors: Errors) -> Answer {
    if errors.get("form") == Some("reply-parent-gone") {
        form.parent = String::new();
    }
    let asked = ConversationQuery::default().replying_to(form.answered());
    let mut page = whole(&mut conn, app, visitor, post, &asked, form, errors).await?;
    // Whoever changes the language here comes to the post, not to where its forms go.
    page.p.address = page.post.url();
    page.p.refused = true;
    site::refused(&page)
}

/// Where a member finds what they just said: in a short conversation, on its one page.
fn where_it_stands(post: &Post, visitor: &Visitor, comment: CommentId) -> String {
    if visitor.member.is_some() && post.count < comments::OF_A_THREAD {
        return format!("{}#comment-{comment}", post.url());
    }
    format!("/comments/{comment}#comment-{comment}")
}

/// Who writes: the member, or the guest as the form says. A guest gets a card, by which the site knows them again.
fn writer<'a>(visitor: &'a Visitor, form: &Form, errors: &mut Errors) -> Option<(Writer<'a>, Option<GuestCard>)> {
    if let Some(member) = &visitor.member {
        return Some((Writer::Member(member), None));
    }
    let name: Option<Name> = errors.take("name", form.name.parse());
    let email: Option<Email> = errors.take("email", form.email.parse());
    let website: Option<Website> = errors.take("website", form.website.parse());
    let (name, email, website) = (name?, email?, website?);
    let card = match &visitor.guest {
        Some(card) => card.renamed(name.as_str(), email.as_str(), website.as_str()),
        None => GuestCard::new(name.as_str(), email.as_str(), website.as_str()),
    };
    Some((Writer::Guest(Guest { name, email, website, key: card.key_hash(), is_like_another: false }), Some(card)))
}

fn within_limits(app: &App, visitor: &Visitor) -> Result<(), Failure> {
    match &visitor.member {
        Some(member) => app.limits.writing.take(&member.id.0),
        None => app.limits.guest_comments.take(&visitor.ip),
    }
}

/// An entry and the post it stands under, if this visitor may see it.
pub async fn entry_for(conn: &mut Conn, visitor: &Visitor, id: CommentId) -> Answer<(Entry, Post)> {
    let entry = comments::by_id(conn, id).await?.ok_or(Failure::NotFound)?;
    let post = post_for(conn, visitor, PostId(entry.conversation.0)).await?;
    let reader = visitor.reader(post.is_moderated_by(visitor.member.as_deref()));
    let visible = entry.is_alive() || reader.moderates || entry.is_by(&reader);
    let tombstone = entry.approved_at.is_some();
    if visible || tombstone { Ok((entry, post)) } else { Err(Failure::NotFound) }
}

#[derive(Template)]
#[template(path = "talk/pages/reading/gone.html")]
struct GonePage {
    p: Page,
    entry: Entry,
    post: Post,
}

/// `GET /comments/{id}`: leads to the page of the conversation on which the entry stands, or says that it is gone.
pub async fn permalink(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CommentId>) -> Answer {
    let mut conn = app.db.read().await?;
    let (entry, post) = match entry_for(&mut conn, &visitor, id).await {
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
        let moderates = post.is_moderated_by(visitor.member.as_deref());
        if moderates && entry.deleted_at.is_none() {
            return Ok(see_other(&format!("{}?hidden={id}#done", post.url())));
        }
        let p = Page::new(&mut conn, &visitor, visitor.words.say("comment-gone")).await?.private();
        return site::show_with(StatusCode::GONE, &GonePage { p, entry, post });
    }
    let query = match comments::place_of(&mut conn, &entry).await? {
        Position::First => String::new(),
        Position::After(at, root) => format!("?after={}-{root}", at.0),
        Position::InThread(root, after) => format!("?thread={root}&after={after}"),
    };
    Ok(see_other(&format!("{}{query}#{}", post.url(), entry.anchor())))
}

#[derive(Template)]
#[template(path = "talk/pages/reading/one.html")]
struct OneEntry {
    p: Page,
    post: Post,
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
    let (entry, post) = entry_for(&mut conn, &visitor, id).await?;
    let look = match asked.view.as_str() {
        "flat" => Look::Flat,
        "newest" => Look::Newest,
        _ => Look::Threads,
    };
    let mut topics = vec![Topic::Post(post.id), Topic::Conversation(entry.conversation), Topic::Person(post.author)];
    topics.extend(entry.writer.map(Topic::Person));
    let seen = site::snapshot(&app, &visitor, &topics);
    // Read again under these versions: the first look only said whether this visitor may see it.
    let (entry, post) = entry_for(&mut conn, &visitor, id).await?;
    let owners: Vec<MemberId> = entry.writer.into_iter().chain([post.author]).collect();
    let shown = Showing { post: &post, visitor: &visitor, now: app.now() }.one(&mut conn, entry, look).await?;
    let e = shown.ok_or(Failure::NotFound)?;
    let until = e.may_edit.then(|| e.node.entry.created_at.plus_minutes(visitor.community.edit_minutes));
    let p = Page::bare(&visitor, String::new());
    let response = site::show(&OneEntry { p, post, e })?;
    Ok(site::cache_for_readers(response, &visitor, CacheFor { seen, until, except: owners }))
}

#[derive(Template)]
#[template(path = "talk/pages/reading/edit.html")]
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
    let (entry, post) = entry_for(&mut conn, &visitor, id).await?;
    let text = match editable(&app, &mut conn, &visitor, id).await {
        // Too late; but what was typed is handed back.
        Err(Failure::Bad(_)) => Err("error-too-late-text"),
        Err(failure) => return Err(failure),
        Ok((.., now)) if !form.edited.is_empty() && form.edited != entry.version().to_string() => {
            return edit_refused(&mut conn, &visitor, entry, form.text, Errors::default(), Some(now)).await;
        }
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
#[template(path = "talk/pages/reading/delete.html")]
struct DeletePage {
    p: Page,
    entry: Entry,
    /// The language of its text.
    lang: String,
    /// Whether the post it stands under is still one that its writer may read.
    is_readable: bool,
}

/// An entry, if this visitor wrote it, and what it stands under, if they may still read that.
async fn own(conn: &mut Conn, visitor: &Visitor, id: CommentId) -> Answer<(Entry, Option<About>)> {
    let entry = comments::by_id(conn, id).await?.filter(|entry| entry.is_by(&visitor.reader(false)));
    let entry = entry.ok_or(Failure::NotFound)?;
    let about = conversations::for_reader(conn, visitor.id(), entry.conversation).await?;
    Ok((entry, about))
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
    Path(id): Path<PostId>,
    Query(listening): Query<Listening>,
    headers: HeaderMap,
) -> Answer<Sse<impl Stream<Item = Result<Message, Infallible>>>> {
    let listener = app.listeners.take(visitor.ip)?;
    let mut closing = app.closing.subscribe();
    let mut conn = app.db.read().await?;
    let post = posts::for_reader(&mut conn, visitor.member.as_deref(), id).await?.ok_or(Failure::NotFound)?;
    let conversation = ConversationId::from(post.id);
    let happened = app.db.channels.listen(Channel::Conversation(conversation));
    let heard = headers.get("last-event-id").and_then(|value| value.to_str().ok()).and_then(|value| value.parse().ok());
    let missed = match heard.or(listening.after) {
        Some(last) => comments::since(&mut conn, conversation, last, 500).await?,
        None => vec![],
    };
    drop(conn);
    let missed = stream::iter(missed.into_iter().map(|(id, parent, _)| message(id, parent)));
    // A page that was made before this moment looks again at what stands on it.
    let state = Message::default().event("state").data(post.changes.to_string());
    // Who cannot keep up has missed something: the stream ends, and the browser asks again for what it missed.
    let coming = BroadcastStream::new(happened).take_while(|event| ready(event.is_ok())).filter_map(|event| {
        ready(match event {
            Ok(Event::CommentShown(id, parent, _)) => Some(message(id, parent)),
            Ok(Event::CommentChanged(id, _) | Event::CommentGone(id, _)) => {
                Some(Message::default().event("changed").data(id.to_string()))
            }
            Ok(Event::PostChanged(..)) => Some(Message::default().event("post").data("changed")),
            _ => None,
        })
    });
    // An open stream would hold the server up when it is to stop.
    let stop = async move {
        let _listener = listener;
        let _ = closing.wait_for(|closing| *closing).await;
    };
    let all = missed.chain(stream::iter([state])).chain(coming).map(Ok).take_until(Box::pin(stop));
    Ok(Sse::new(all).keep_alive(KeepAlive::default()))
}

fn message(id: CommentId, parent: Option<CommentId>) -> Message {
    let parent = parent.map(|parent| parent.to_string());
    let data = serde_json::json!({ "id": id.to_string(), "parent": parent });
    Message::default().id(id.to_string()).data(data.to_string())
}
