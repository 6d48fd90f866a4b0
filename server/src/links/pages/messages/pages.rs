//! HTTP for private messages.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    ids::{CorrespondenceId, MemberId, MessageId},
    kit::{
        app::App,
        db::{Conn, Tx},
        error::{Answer, Failure},
        i18n::Locale,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            see_other,
        },
    },
    links::messages::{self, Accepts, After, Correspondence, Message, NoMessage, Sent, Which, rules},
    people::blocks::{self, Blocked},
    site::{self, Author, Page, Visitor},
    talk::comments::Text,
};

/// The address of the list.
const HERE: &str = "/me/messages/";
/// So much of the latest message stands in the list, in characters.
const LINE: usize = 120;
/// So many names stand in a heading.
const NAMES: usize = 3;
/// No field with names is longer than this, in characters.
const LONGEST_NAMES: usize = 2000;

/// The names of those in a correspondence, for a heading.
fn names(words: &Locale, it: &Correspondence) -> String {
    let mut here: Vec<&str> = it.others.iter().filter(|one| one.left_at.is_none()).map(|one| &*one.name).collect();
    if here.is_empty() {
        here = it.others.iter().map(|one| &*one.name).collect();
    }
    let more = here.len().saturating_sub(NAMES);
    if more == 0 {
        return here.join(", ");
    }
    let first = here[..NAMES].join(", ");
    words.count_with("messages-and-more", i64::try_from(more).unwrap_or(i64::MAX), "names", first.as_str())
}

#[derive(Template)]
#[template(path = "links/pages/messages/list.html")]
struct List {
    p: Page,
    all: Vec<Correspondence>,
    archived: bool,
    has_archived: bool,
    is_later_page: bool,
    /// Where the next page begins, if there is one.
    more: Option<String>,
    done: Option<&'static str>,
}

impl List {
    fn names(&self, it: &Correspondence) -> String {
        names(&self.p.t, it)
    }
}

/// What the query of the list may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ListQuery {
    show: String,
    after: String,
    done: String,
}

/// `GET /me/messages/`: one's correspondences, that with the latest message first.
pub async fn list(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<ListQuery>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let archived = asked.show == "archived";
    let which = if archived { Which::Archived } else { Which::Here };
    let mut all = messages::list(&mut conn, member, which, asked.after.parse().ok()).await?;
    let is_more = all.len() > usize::try_from(messages::PAGE)?;
    all.truncate(usize::try_from(messages::PAGE)?);
    let more = all.last().filter(|_| is_more).map(|last| {
        let show = if archived { "show=archived&" } else { "" };
        format!("?{show}after={}", After::this(last).key())
    });
    let done = match asked.done.as_str() {
        "archived" => Some("messages-done-archived"),
        "left" => Some("messages-done-left"),
        "unread" => Some("messages-done-unread"),
        _ => None,
    };
    let has_archived = messages::has_archived(&mut conn, member).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("messages")).await?.private();
    let is_later_page = !asked.after.is_empty();
    site::unstored(site::show(&List { p, all, archived, has_archived, is_later_page, more, done }))
}

/// A message as one reader sees it.
struct View {
    m: Message,
    is_own: bool,
    is_new: bool,
    /// Whether the reader blocked its writer.
    is_folded: bool,
    may_edit: bool,
    /// Whether whoever opens the page for what is new begins here.
    is_first: bool,
}

#[derive(Template)]
#[template(path = "links/pages/messages/correspondence.html")]
struct Shown {
    p: Page,
    it: Correspondence,
    all: Vec<View>,
    /// The number before which there are earlier messages, if there are any.
    earlier: Option<i64>,
    is_earlier_page: bool,
    f: Form,
    errors: Errors,
    /// Why a message is not sent, in words; those that were typed stay in the form.
    refused: Option<String>,
    /// Whom the reader blocked of two: nobody can write.
    blocked: Option<MemberId>,
    done: Option<&'static str>,
}

impl Shown {
    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("text", "text", "message-field")])
    }
}

/// What is typed into the form of a message.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct Form {
    /// The member who was signed in when the form was made.
    #[serde(rename = "as")]
    member: String,
    /// Tells this form from every other.
    once: String,
    /// To whom, by handles or names.
    to: String,
    text: String,
}

impl Form {
    fn new(visitor: &Visitor) -> Self {
        let once = format!("{:016x}", rand::random::<u64>());
        Self { member: visitor.id().map(|id| id.to_string()).unwrap_or_default(), once, ..Self::default() }
    }

    /// Its words, if they are good; otherwise what is wrong is noted.
    async fn text(
        &self,
        app: &App,
        conn: &mut Conn,
        visitor: &Visitor,
        errors: &mut Errors,
    ) -> anyhow::Result<Option<Text>> {
        if Author::of(visitor, &self.member) == Author::Another {
            return Ok(errors.refuse("form", "message-as-another"));
        }
        if let Some(member) = &visitor.member
            && app.limits.writing.take(&member.id.0).is_err()
        {
            return Ok(errors.refuse("form", "error-too-many-text"));
        }
        if self.text.chars().count() > rules::LONGEST {
            return Ok(errors.refuse("text", "message-too-long"));
        }
        let text = Text::typed(conn, &visitor.community, visitor.words.lang.tag(), &self.text).await?;
        Ok(errors.take("text", text.map_err(|key| if key == "comment-empty" { "message-empty" } else { key })))
    }
}

/// What the query of a correspondence may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ShownQuery {
    before: Option<i64>,
    done: String,
    note: String,
}

/// Why something is refused, in the reader's words.
fn said(words: &Locale, no: &NoMessage) -> String {
    match no.key() {
        ("message-not-taken", "") => words.say("message-not-taken-some"),
        (key, "") => words.say(key),
        (key, name) => words.with(key, "name", name),
    }
}

async fn shown(
    app: &App,
    conn: &mut Conn,
    visitor: &Visitor,
    it: Correspondence,
    asked: &ShownQuery,
    read: (Vec<Message>, bool),
    (f, errors, refused): (Form, Errors, Option<String>),
) -> Answer<Shown> {
    let member = visitor.signed_in()?;
    let (all, is_more) = read;
    let earlier = all.first().filter(|_| is_more).map(|first| first.number);
    let blocked = blocks::of(conn, member.id).await?;
    let now = app.now();
    let mut all: Vec<View> = all
        .into_iter()
        .map(|m| {
            let (is_own, is_folded) = (m.writer == member.id, blocked.contains(&m.writer));
            let is_in_time = now < m.written_at.plus_minutes(visitor.community.edit_minutes);
            View {
                is_new: it.is_unread(m.number) && !is_own && !is_folded && m.is_there(),
                may_edit: is_own && m.is_there() && is_in_time,
                is_first: false,
                is_own,
                is_folded,
                m,
            }
        })
        .collect();
    let first = all.iter().position(|view| view.is_new).unwrap_or(all.len().saturating_sub(1));
    if let Some(view) = all.get_mut(first) {
        view.is_first = true;
    }
    let blocked = it.others.first().map(|other| other.id).filter(|id| it.is_pair() && blocked.contains(id));
    let done = match asked.done.as_str() {
        "muted" => Some("messages-done-muted"),
        "unmuted" => Some("messages-done-unmuted"),
        "unarchived" => Some("messages-done-unarchived"),
        "deleted" => Some("messages-done-deleted"),
        _ => None,
    };
    let mut p = Page::new(conn, visitor, names(&visitor.words, &it)).await?.private().refused(&errors);
    p.refused |= refused.is_some();
    Ok(Shown { p, it, all, earlier, is_earlier_page: asked.before.is_some(), f, errors, refused, blocked, done })
}

/// A correspondence that this visitor takes part in.
async fn theirs(conn: &mut Conn, visitor: &Visitor, id: CorrespondenceId) -> Answer<Correspondence> {
    let member = visitor.signed_in()?.id;
    messages::for_member(conn, member, id).await?.ok_or(Failure::NotFound)
}

/// `GET /me/messages/{id}/`: what was written there. Whoever reads it need not be told of it any more.
pub async fn correspondence(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<CorrespondenceId>,
    Query(asked): Query<ShownQuery>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let it = theirs(&mut conn, &visitor, id).await?;
    let read = messages::messages(&mut conn, &it, asked.before.unwrap_or(i64::MAX)).await?;
    if let (Some(last), None, true) = (read.0.last(), asked.before, it.is_news()) {
        drop(conn);
        let number = last.number;
        app.db.always(async |tx| messages::read(tx, member, id, number).await).await?;
        conn = app.db.read().await?;
    }
    let form = Form { text: note(&visitor.words, &asked.note), ..Form::new(&visitor) };
    let form = (form, Errors::default(), None);
    site::unstored(site::show(&shown(&app, &mut conn, &visitor, it, &asked, read, form).await?))
}

/// `POST /me/messages/{id}/`: writes there.
pub async fn write(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<CorrespondenceId>,
    Typed(f): Typed<Form>,
) -> Answer {
    let member = visitor.signed_in()?.clone();
    let mut conn = app.db.read().await?;
    let it = theirs(&mut conn, &visitor, id).await?;
    let mut errors = Errors::default();
    let text = f.text(&app, &mut conn, &visitor, &mut errors).await?;
    drop(conn);
    let mut refused = None;
    if let Some(text) = text {
        let once = rules::once(&f.once, &id.to_string(), &f.text, app.now());
        let sent = Sent { text: &text, lang: visitor.words.lang.tag(), once };
        match app.db.change(async |tx| messages::write(tx, &member, &it, sent).await).await? {
            Ok(()) => return Ok(see_other(&format!("{}#write", it.url()))),
            Err(no) => refused = Some(said(&visitor.words, &no)),
        }
    }
    let mut conn = app.db.read().await?;
    let read = messages::messages(&mut conn, &it, i64::MAX).await?;
    site::refused(&shown(&app, &mut conn, &visitor, it, &ShownQuery::default(), read, (f, errors, refused)).await?)
}

#[derive(Template)]
#[template(path = "links/pages/messages/new.html")]
struct New {
    p: Page,
    f: Form,
    errors: Errors,
    /// Why a message is not sent, in words.
    refused: Option<String>,
}

impl New {
    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("to", "to", "message-to"), field("text", "text", "message-field")])
    }
}

async fn new_page(
    conn: &mut Conn,
    visitor: &Visitor,
    f: Form,
    errors: Errors,
    refused: Option<String>,
) -> anyhow::Result<New> {
    let mut p = Page::new(conn, visitor, visitor.words.say("message-new")).await?.private().refused(&errors);
    p.refused |= refused.is_some();
    Ok(New { p, f, errors, refused })
}

/// Whom the query of a new message may name, and which kind note the form begins with.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NewQuery {
    to: String,
    note: String,
}

/// The words of a kind note, to be sent as they are or changed; nothing for a name that is none.
fn note(words: &Locale, name: &str) -> String {
    match name {
        "silent" => words.say("message-note-silent"),
        "stuck" => words.say("message-note-stuck"),
        "thriving" => words.say("message-note-thriving"),
        "steady" => words.say("message-note-steady"),
        _ => String::new(),
    }
}

/// `GET /me/messages/new`: the form of a message to one or several. Where the two write to one another already, it leads
/// there; that somebody takes no messages is said before anything is written.
pub async fn new(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<NewQuery>) -> Answer {
    let member = visitor.signed_in()?.clone();
    let mut conn = app.db.read().await?;
    let to: String = asked.to.chars().take(LONGEST_NAMES).collect();
    let mut refused = None;
    if let Ok(meant) = messages::meant(&mut conn, &rules::named(&to)).await?
        && let [other] = meant.as_slice()
    {
        if let Some(id) = messages::between(&mut conn, member.id, *other).await? {
            let note = if note(&visitor.words, &asked.note).is_empty() {
                String::new()
            } else {
                format!("?note={}", asked.note)
            };
            return Ok(see_other(&format!("{}{note}#write", messages::url(id))));
        }
        let may = messages::may_write(&mut conn, &member, *other).await?;
        refused = may.err().map(|no| said(&visitor.words, &no));
    }
    let f = Form { to, text: note(&visitor.words, &asked.note), ..Form::new(&visitor) };
    site::unstored(site::show(&new_page(&mut conn, &visitor, f, Errors::default(), refused).await?))
}

/// `POST /me/messages/new`: writes to one or several.
pub async fn begin(State(app): State<Arc<App>>, visitor: Visitor, Typed(f): Typed<Form>) -> Answer {
    let member = visitor.signed_in()?.clone();
    let mut conn = app.db.read().await?;
    let (mut errors, mut refused) = (Errors::default(), None);
    let to = receivers(&mut conn, &visitor, member.id, &f, &mut errors, &mut refused).await?;
    let text = f.text(&app, &mut conn, &visitor, &mut errors).await?;
    drop(conn);
    if let (Some(text), Some(to)) = (text, to) {
        let once = rules::once(&f.once, &format!("{to:?}"), &f.text, app.now());
        let sent = Sent { text: &text, lang: visitor.words.lang.tag(), once };
        match app.db.change(async |tx| messages::begin(tx, &member, &to, sent).await).await? {
            Ok(id) => return Ok(see_other(&format!("{}#write", messages::url(id)))),
            Err(no) => refused = Some(said(&visitor.words, &no)),
        }
    }
    let mut conn = app.db.read().await?;
    site::refused(&new_page(&mut conn, &visitor, f, errors, refused).await?)
}

/// To whom a form is to go, if that is known and neither too many nor nobody; otherwise what is wrong is noted.
async fn receivers(
    conn: &mut Conn,
    visitor: &Visitor,
    from: MemberId,
    f: &Form,
    errors: &mut Errors,
    refused: &mut Option<String>,
) -> anyhow::Result<Option<Vec<MemberId>>> {
    let named = rules::named(&f.to.chars().take(LONGEST_NAMES).collect::<String>());
    if f.to.chars().count() > LONGEST_NAMES || named.len() > rules::MOST_OTHERS {
        return Ok(errors.refuse("to", "messages-too-many-people"));
    }
    Ok(match messages::meant(conn, &named).await? {
        Ok(meant) if meant == [from] => errors.refuse("to", "message-to-yourself"),
        Ok(mut meant) => {
            meant.retain(|id| *id != from);
            if meant.is_empty() { errors.refuse("to", "field-required") } else { Some(meant) }
        }
        Err(no) => {
            let (key, typed) = no.key();
            let typed: String = typed.chars().take(60).collect();
            *refused = Some(visitor.words.with(key, "name", typed.as_str()));
            None
        }
    })
}

/// Changes what a correspondence is to this visitor, who takes part in it.
async fn changed(
    app: &App,
    visitor: &Visitor,
    id: CorrespondenceId,
    change: impl AsyncFnOnce(&mut Tx, MemberId, CorrespondenceId) -> anyhow::Result<()>,
) -> Answer<Correspondence> {
    let it = theirs(&mut app.db.read().await?, visitor, id).await?;
    let member = visitor.signed_in()?.id;
    app.db.always(async |tx| change(tx, member, id).await).await?;
    Ok(it)
}

/// `POST /me/messages/{id}/archive`: puts it away until somebody writes.
pub async fn archive(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CorrespondenceId>) -> Answer {
    changed(&app, &visitor, id, messages::archive).await?;
    Ok(see_other(&format!("{HERE}?done=archived#done")))
}

/// `POST /me/messages/{id}/unarchive`: takes it back out.
pub async fn unarchive(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CorrespondenceId>) -> Answer {
    let it = changed(&app, &visitor, id, messages::unarchive).await?;
    Ok(see_other(&format!("{}?done=unarchived#done", it.url())))
}

/// `POST /me/messages/{id}/mute`: it no longer rings.
pub async fn mute(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CorrespondenceId>) -> Answer {
    let it = changed(&app, &visitor, id, messages::mute).await?;
    Ok(see_other(&format!("{}?done=muted#done", it.url())))
}

/// `POST /me/messages/{id}/unmute`: it rings again.
pub async fn unmute(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CorrespondenceId>) -> Answer {
    let it = changed(&app, &visitor, id, messages::unmute).await?;
    Ok(see_other(&format!("{}?done=unmuted#done", it.url())))
}

/// `POST /me/messages/{id}/unread`: its latest message is to be read again.
pub async fn unread(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CorrespondenceId>) -> Answer {
    changed(&app, &visitor, id, messages::mark_unread).await?;
    Ok(see_other(&format!("{HERE}?done=unread#done")))
}

#[derive(Template)]
#[template(path = "links/pages/messages/leave.html")]
struct Leave {
    p: Page,
    it: Correspondence,
}

/// A correspondence of several that this visitor takes part in: two cannot leave one another.
async fn of_several(conn: &mut Conn, visitor: &Visitor, id: CorrespondenceId) -> Answer<Correspondence> {
    let it = theirs(conn, visitor, id).await?;
    if it.is_pair() { Err(Failure::NotFound) } else { Ok(it) }
}

/// `GET /me/messages/{id}/leave`: asks whether one is really to leave.
pub async fn leave_form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CorrespondenceId>) -> Answer {
    let mut conn = app.db.read().await?;
    let it = of_several(&mut conn, &visitor, id).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("messages-leave")).await?.private();
    site::show(&Leave { p, it })
}

/// `POST /me/messages/{id}/leave`: leaves for good.
pub async fn leave(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CorrespondenceId>) -> Answer {
    let it = of_several(&mut app.db.read().await?, &visitor, id).await?;
    let member = visitor.signed_in()?.id;
    app.db.always(async |tx| messages::leave(tx, member, it.id).await).await?;
    Ok(see_other(&format!("{HERE}?done=left#done")))
}

#[derive(Template)]
#[template(path = "links/pages/messages/edit.html")]
struct Edit {
    p: Page,
    m: Message,
    text: String,
    /// The version that the form was filled with.
    edited: String,
    errors: Errors,
    /// What it says now, where it was changed since the form was made.
    other: Option<String>,
}

impl Edit {
    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("text", "text", "message-field")])
    }
}

/// What is typed into the form that changes a message.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct EditForm {
    #[serde(rename = "as")]
    member: String,
    edited: String,
    text: String,
}

/// A message that this visitor wrote, where they take part, and that stands there.
async fn own(conn: &mut Conn, visitor: &Visitor, (id, message): (CorrespondenceId, MessageId)) -> Answer<Message> {
    let member = visitor.signed_in()?.id;
    let found = messages::message_for(conn, member, message).await?;
    found.filter(|it| it.writer == member && it.correspondence == id && it.is_there()).ok_or(Failure::NotFound)
}

/// Whether a message may still be changed.
fn in_time(app: &App, visitor: &Visitor, m: &Message) -> bool {
    app.now() < m.written_at.plus_minutes(visitor.community.edit_minutes)
}

/// `GET /me/messages/{id}/{message}/edit`: the form that changes a message.
pub async fn edit_form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(at): Path<(CorrespondenceId, MessageId)>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let m = own(&mut conn, &visitor, at).await?;
    if !in_time(&app, &visitor, &m) {
        return Err(Failure::Bad("error-too-late"));
    }
    let p = Page::new(&mut conn, &visitor, visitor.words.say("message-edit")).await?.private();
    let (text, edited) = (m.source.clone(), m.version().to_string());
    site::unstored(site::show(&Edit { p, m, text, edited, errors: Errors::default(), other: None }))
}

/// `POST /me/messages/{id}/{message}/edit`: changes a message. What moved on in another tab is never overwritten unseen.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(at): Path<(CorrespondenceId, MessageId)>,
    Typed(f): Typed<EditForm>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let m = own(&mut conn, &visitor, at).await?;
    let mut errors = Errors::default();
    let is_other = !f.edited.is_empty() && f.edited != m.version().to_string();
    if !in_time(&app, &visitor, &m) {
        errors.add("form", "message-too-late");
    } else if !is_other {
        let form = Form { member: f.member.clone(), text: f.text.clone(), ..Form::default() };
        let text = form.text(&app, &mut conn, &visitor, &mut errors).await?;
        drop(conn);
        if let Some(text) = text {
            if app.db.always(async |tx| messages::edit(tx, &m, &text).await).await? {
                return Ok(see_other(&m.url()));
            }
            errors.add("form", "message-too-late");
        }
        conn = app.db.read().await?;
    }
    let mut p = Page::new(&mut conn, &visitor, visitor.words.say("message-edit")).await?.private().refused(&errors);
    p.refused |= is_other;
    let other = (is_other && errors.is_empty()).then(|| m.source.clone());
    let edited = m.version().to_string();
    site::refused(&Edit { p, m, text: f.text, edited, errors, other })
}

#[derive(Template)]
#[template(path = "links/pages/messages/delete.html")]
struct Delete {
    p: Page,
    m: Message,
}

/// `GET /me/messages/{id}/{message}/delete`: asks whether a message is really to go.
pub async fn delete_form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(at): Path<(CorrespondenceId, MessageId)>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let m = own(&mut conn, &visitor, at).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("message-delete")).await?.private();
    site::show(&Delete { p, m })
}

/// `POST /me/messages/{id}/{message}/delete`: takes a message back; a second time it is gone already.
pub async fn delete(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(at): Path<(CorrespondenceId, MessageId)>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let found = messages::message_for(&mut conn, member, at.1).await?;
    let m = found.filter(|it| it.writer == member && it.correspondence == at.0).ok_or(Failure::NotFound)?;
    drop(conn);
    app.db.always(async |tx| messages::delete(tx, &m).await).await?;
    Ok(see_other(&format!("{}?done=deleted#done", messages::url(at.0))))
}

#[derive(Template)]
#[template(path = "links/pages/messages/settings.html")]
struct Settings {
    p: Page,
    accepts: Accepts,
    blocked: Vec<Blocked>,
    errors: Errors,
    done: Option<&'static str>,
}

impl Settings {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn is(&self, accepts: &Accepts) -> bool {
        self.accepts == *accepts
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("accepts", "accepts-all", "messages-accept")])
    }
}

/// What was done a moment ago.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SettingsQuery {
    done: String,
}

async fn settings_page(conn: &mut Conn, visitor: &Visitor, asked: &str, errors: Errors) -> Answer<Settings> {
    let member = visitor.signed_in()?.id;
    let done = match asked {
        "saved" => Some("messages-done-saved"),
        "unblocked" => Some("messages-done-unblocked"),
        "blocked" => Some("messages-done-blocked"),
        _ => None,
    };
    let (accepts, blocked) = (messages::accepts(conn, member).await?, blocks::list(conn, member).await?);
    let p = Page::new(conn, visitor, visitor.words.say("messages-settings")).await?.private().refused(&errors);
    Ok(Settings { p, accepts, blocked, errors, done })
}

/// `GET /me/messages/settings`: from whom one takes messages, and whom one has blocked.
pub async fn settings(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<SettingsQuery>) -> Answer {
    visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    site::unstored(site::show(&settings_page(&mut conn, &visitor, &asked.done, Errors::default()).await?))
}

/// What the form of the settings says.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SettingsForm {
    accepts: String,
}

/// `POST /me/messages/settings`: chooses from whom one takes messages.
pub async fn choose(State(app): State<Arc<App>>, visitor: Visitor, Typed(f): Typed<SettingsForm>) -> Answer {
    let member = visitor.signed_in()?.id;
    match f.accepts.parse::<Accepts>() {
        Ok(accepts) => {
            app.db.always(async |tx| messages::choose(tx, member, accepts).await).await?;
            Ok(see_other("/me/messages/settings?done=saved#done"))
        }
        Err(key) => {
            let errors = Errors::of("accepts", key);
            site::refused(&settings_page(&mut app.db.read().await?, &visitor, "", errors).await?)
        }
    }
}
