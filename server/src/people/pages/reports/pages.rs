//! HTTP for reports: the form that makes one, the organisers' list, and deciding.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    course::discussions,
    ids::{CommentId, ConversationId, MemberId, MessageId, PostId, RowId, Timestamp},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field, optional},
            see_other, traps,
        },
    },
    links::{
        messages, notices,
        reports::{self, Kind, LONGEST_WORDS, Outcome, Report, Reporter, Thing},
    },
    people::{
        audit,
        community::Directory,
        members::{self, Email},
    },
    site::{self, Page, Visitor},
    talk::{
        conversations,
        pages::thread::pages::{entry_for, thread_for},
        posts,
    },
};

/// So many of those that wait a page shows, and of those that were decided.
const OPEN: i64 = 100;
const DECIDED: i64 = 50;
/// So much of why something was reported stands in the list, in characters.
const LINE: usize = 160;

/// What an address names, if this visitor may read it and it is another's.
async fn thing(conn: &mut Conn, visitor: &Visitor, kind: &str, id: i64) -> Answer<Thing> {
    let kind: Kind = kind.parse().map_err(|()| Failure::NotFound)?;
    let sees_members = visitor.member.is_some() || visitor.community.directory == Directory::Public;
    let found = match kind {
        Kind::Message => message(conn, visitor.signed_in()?.id, MessageId(id)).await?,
        Kind::Comment => Some(comment(conn, visitor, CommentId(id)).await?),
        Kind::Conversation => Some(subject(conn, visitor, ConversationId(id)).await?),
        Kind::Member if sees_members => member(conn, MemberId(id)).await?,
        Kind::Member => return Err(Failure::SignInFirst),
    };
    found.filter(|thing| thing.about.is_none() || thing.about != visitor.id()).ok_or(Failure::NotFound)
}

async fn message(conn: &mut Conn, me: MemberId, id: MessageId) -> anyhow::Result<Option<Thing>> {
    let found = messages::message_for(conn, me, id).await?.filter(messages::Message::is_there);
    Ok(found.map(|it| Thing {
        kind: Kind::Message,
        id: id.0,
        about: Some(it.writer),
        conversation: None,
        title: String::new(),
        written_at: Some(it.written_at),
        html: it.placed_html().to_string(),
        name: it.name,
    }))
}

async fn comment(conn: &mut Conn, visitor: &Visitor, id: CommentId) -> Answer<Thing> {
    let (entry, thread) = entry_for(conn, visitor, id).await?;
    if !entry.is_alive() || entry.is_ping() || entry.is_by(&visitor.reader(false)) {
        return Err(Failure::NotFound);
    }
    Ok(Thing {
        kind: Kind::Comment,
        id: id.0,
        about: entry.writer,
        name: entry.name().to_owned(),
        conversation: Some(thread.id),
        title: thread.about.title.clone(),
        written_at: Some(entry.created_at),
        html: entry.placed_html().to_string(),
    })
}

async fn subject(conn: &mut Conn, visitor: &Visitor, id: ConversationId) -> Answer<Thing> {
    let thread = thread_for(conn, visitor, id).await?;
    // Its words are copied where somebody wrote them for others, and not those of a course.
    let html = match thread.kind.as_str() {
        "post" => posts::for_reader(conn, visitor.member.as_deref(), PostId(id.0)).await?.map(|post| post.html),
        "discussion" => {
            let me = visitor.signed_in()?.id;
            let circle = crate::ids::CircleId(thread.about.audience);
            discussions::for_reader(conn, me, circle, id).await?.map(|it| it.html)
        }
        _ => None,
    };
    Ok(Thing {
        kind: Kind::Conversation,
        id: id.0,
        about: Some(thread.about.author),
        name: thread.author_name,
        conversation: Some(id),
        title: thread.about.title,
        written_at: thread.about.opened_at,
        html: html.map(|html| markup::placed(&html, &id.to_string()).into_owned()).unwrap_or_default(),
    })
}

async fn member(conn: &mut Conn, id: MemberId) -> anyhow::Result<Option<Thing>> {
    let found = members::by_id(conn, id).await?.filter(|it| it.confirmed_at.is_some() && !it.is_removed());
    Ok(found.map(|it| Thing {
        kind: Kind::Member,
        id: id.0,
        about: Some(id),
        name: it.name,
        conversation: None,
        title: String::new(),
        written_at: None,
        html: String::new(),
    }))
}

#[derive(Template)]
#[template(path = "people/pages/reports/report.html")]
struct ReportPage {
    p: Page,
    thing: Thing,
    form: ReportForm,
    errors: Errors,
    /// Whether it was reported, now or before.
    is_made: bool,
    /// Where it stands.
    back: String,
}

impl ReportPage {
    fn wrong(&self) -> Vec<Field> {
        self.errors
            .list(&[field("words", "report-words", "report-why"), field("email", "report-email", "field-email-label")])
    }
}

/// Where what is reported stands.
async fn back(conn: &mut Conn, visitor: &Visitor, thing: &Thing) -> anyhow::Result<String> {
    Ok(match thing.kind {
        Kind::Comment => format!("/comments/{}", thing.id),
        Kind::Message => {
            let found = match visitor.id() {
                Some(me) => messages::message_for(conn, me, MessageId(thing.id)).await?,
                None => None,
            };
            found.map_or_else(|| "/me/messages/".into(), |it| it.url())
        }
        Kind::Conversation => match conversations::thread(conn, visitor.id(), ConversationId(thing.id)).await? {
            Some(thread) => thread.url().to_owned(),
            None => "/".into(),
        },
        Kind::Member => match members::by_id(conn, MemberId(thing.id)).await? {
            Some(member) => member.url(),
            None => "/members/".into(),
        },
    })
}

async fn report_page(
    conn: &mut Conn,
    visitor: &Visitor,
    thing: Thing,
    form: ReportForm,
    errors: Errors,
    now: Timestamp,
) -> Answer<ReportPage> {
    let is_made = match visitor.id() {
        Some(me) => reports::is_made(conn, me, thing.kind, thing.id).await?,
        None => !form.sent.is_empty(),
    };
    let back = back(conn, visitor, &thing).await?;
    let title = visitor.words.say(if is_made { "report-made" } else { "report-title" });
    let p = Page::new(conn, visitor, title).await?.private().refused(&errors);
    let made = traps::made_again(&visitor.community.secret, &form.made, now);
    Ok(ReportPage { p, thing, form: ReportForm { made, ..form }, errors, is_made, back })
}

/// `GET /report/{kind}/{id}`: the form that reports something; where one reported it already, that it was received.
pub async fn form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((kind, id)): Path<(String, i64)>,
    Query(form): Query<ReportForm>,
) -> Answer {
    // The address says no more than that a guest has sent it.
    let form = ReportForm { sent: form.sent, ..ReportForm::default() };
    let mut conn = app.db.read().await?;
    let thing = thing(&mut conn, &visitor, &kind, id).await?;
    site::unstored(site::show(&report_page(&mut conn, &visitor, thing, form, Errors::default(), app.now()).await?))
}

/// What is typed into the form.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ReportForm {
    words: String,
    /// Where a guest can be answered.
    email: String,
    /// When the page was made.
    made: String,
    /// What no person sees.
    subject: String,
    /// Whether a guest has sent it, in the address of the page that says so.
    sent: String,
}

/// `POST /report/{kind}/{id}`: reports it, once however often that is sent.
pub async fn make(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((kind, id)): Path<(String, i64)>,
    Typed(f): Typed<ReportForm>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let thing = thing(&mut conn, &visitor, &kind, id).await?;
    let words = markup::characters::stored(f.words.trim()).replace("\r\n", "\n");
    let mut errors = Errors::default();
    if words.is_empty() {
        errors.add("words", "field-required");
    } else if words.chars().count() > LONGEST_WORDS {
        errors.add("words", "field-too-long");
    }
    let email: Option<Email> = match visitor.member {
        Some(_) => None,
        None => errors.take("email", optional(&f.email)).flatten(),
    };
    if errors.is_empty()
        && let Some(key) = too_many(&app, &mut conn, &visitor, &f).await?
    {
        errors.add("form", key);
    }
    if !errors.is_empty() {
        return site::refused(&report_page(&mut conn, &visitor, thing, f, errors, app.now()).await?);
    }
    drop(conn);
    let reporter = match visitor.id() {
        Some(me) => Reporter::Member(me),
        None => Reporter::Guest { email: email.as_ref().map_or("", Email::as_str) },
    };
    app.db
        .always(async |tx| match reports::make(tx, reporter, &thing, &words).await? {
            Some(report) => notices::reported(tx, report).await,
            None => Ok(()),
        })
        .await?;
    let sent = if visitor.member.is_some() { "" } else { "?sent=yes" };
    Ok(see_other(&format!("/report/{}/{}{sent}#done", thing.kind.word(), thing.id)))
}

/// Why a report that is good in itself is not taken now: there were too many, or no person seems to have sent it.
async fn too_many(app: &App, conn: &mut Conn, visitor: &Visitor, f: &ReportForm) -> Answer<Option<&'static str>> {
    let now = app.now();
    let Some(me) = visitor.id() else {
        return Ok(
            if traps::is_sprung(&app.limits, now, &visitor.community.secret, (&f.made, &f.subject), traps::TYPED) {
                Some("error-sent-too-soon")
            } else if app.limits.guest_reports.take(&visitor.ip).is_err() {
                Some("report-too-many-here")
            } else if reports::is_enough_by_guests(conn, now).await? {
                Some("report-too-many-guests")
            } else {
                None
            },
        );
    };
    Ok(if app.limits.writing.take(&me.0).is_err() {
        Some("error-too-many-text")
    } else if reports::is_enough(conn, me, now).await? {
        Some("report-too-many")
    } else {
        None
    })
}

#[derive(Template)]
#[template(path = "people/pages/reports/list.html")]
struct List {
    p: Page,
    open: Vec<Report>,
    decided: Vec<Report>,
    done: Option<&'static str>,
    now: Timestamp,
}

/// What was done a moment ago.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ListQuery {
    done: String,
}

/// `GET /manage/reports/`: what waits for a decision, and what was decided.
pub async fn list(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<ListQuery>) -> Answer {
    let me = visitor.organiser()?.id;
    let mut conn = app.db.read().await?;
    let (open, decided) = (reports::open(&mut conn, me, OPEN).await?, reports::decided(&mut conn, me, DECIDED).await?);
    let done = (asked.done == "decided").then_some("report-decided");
    let p = Page::new(&mut conn, &visitor, visitor.words.say("reports")).await?.private();
    drop(conn);
    if p.notices > 0 {
        app.db.always(async |tx| notices::seen_reports(tx, me).await).await?;
    }
    site::unstored(site::show(&List { p, open, decided, done, now: app.now() }))
}

#[derive(Template)]
#[template(path = "people/pages/reports/one.html")]
struct One {
    p: Page,
    it: Report,
    /// How many others reported the same.
    others: i64,
    /// Where it stands, if this organiser may read there.
    url: Option<String>,
    note: String,
    outcome: String,
    errors: Errors,
}

impl One {
    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("outcome", "outcome-nothing", "report-outcome"), field("note", "note", "report-note")])
    }

    /// What can come of it.
    fn outcomes(&self) -> Vec<Outcome> {
        Outcome::ALL.into_iter().filter(|outcome| outcome.is_of(self.it.kind())).collect()
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn is(&self, outcome: &Outcome) -> bool {
        self.outcome == outcome.word()
    }
}

async fn one_page(conn: &mut Conn, visitor: &Visitor, it: Report, f: DecideForm, errors: Errors) -> Answer<One> {
    let me = visitor.organiser()?.id;
    let others = reports::others(conn, me, &it).await?;
    let thread = match it.conversation {
        Some(id) => conversations::thread(conn, Some(me), id).await?,
        None => None,
    };
    let url = thread.map(|thread| match it.kind() {
        Kind::Comment => format!("/comments/{}", it.thing),
        _ => thread.url().to_owned(),
    });
    let p = Page::new(conn, visitor, visitor.words.say("report-one")).await?.private().refused(&errors);
    Ok(One { p, it, others, url, note: f.note, outcome: f.outcome, errors })
}

/// `GET /manage/reports/{id}/`: a report, with a copy of what it is about.
pub async fn one(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answer {
    let me = visitor.organiser()?.id;
    let mut conn = app.db.read().await?;
    let it = reports::for_organiser(&mut conn, me, id).await?.ok_or(Failure::NotFound)?;
    site::unstored(site::show(&one_page(&mut conn, &visitor, it, DecideForm::default(), Errors::default()).await?))
}

/// What is typed into the form that decides.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DecideForm {
    outcome: String,
    note: String,
}

/// `POST /manage/reports/{id}/`: decides, once; who was quicker has decided.
pub async fn decide(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(f): Typed<DecideForm>,
) -> Answer {
    let me = visitor.organiser()?.id;
    let mut conn = app.db.read().await?;
    let it = reports::for_organiser(&mut conn, me, id).await?.ok_or(Failure::NotFound)?;
    let mut errors = Errors::default();
    let note = markup::characters::stored(f.note.trim()).replace("\r\n", "\n");
    if note.chars().count() > LONGEST_WORDS {
        errors.add("note", "field-too-long");
    }
    let outcome = f.outcome.parse().and_then(
        |outcome: Outcome| {
            if outcome.is_of(it.kind()) { Ok(outcome) } else { Err("field-choose") }
        },
    );
    let outcome = errors.take("outcome", outcome);
    let (Some(outcome), true) = (outcome, errors.is_empty()) else {
        return site::refused(&one_page(&mut conn, &visitor, it, f, errors).await?);
    };
    drop(conn);
    app.db
        .always(async |tx| {
            if !reports::decide(tx, me, id, outcome, &note).await? {
                return Ok(());
            }
            if outcome == Outcome::Removed {
                messages::hide(tx, MessageId(it.thing)).await?;
            }
            notices::looked_at(tx, id).await?;
            audit::note(tx, Some(me), &format!("report-{}", outcome.word()), &it.url(), &note).await
        })
        .await?;
    Ok(see_other("/manage/reports/?done=decided#done"))
}
