//! HTTP for inviting people to a course by e-mail.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    course::{
        courses::Course,
        invitations::{
            self, Listed, NotAgain, NotSent, Sent, Tally,
            rules::{self, State as Became},
        },
        pages::courses::pages::led,
    },
    ids::RowId,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            see_other,
        },
    },
    people::members,
    site::{self, Page, Visitor},
};

/// So many invitations a page holds.
const PAGE: usize = 100;
/// So many of what is no address are named.
const BROKEN_SHOWN: usize = 20;

#[derive(Template)]
#[template(path = "course/pages/invitations/manage/list.html")]
struct List {
    p: Page,
    course: Course,
    /// Why nobody can be invited just now, as a message.
    closed: Option<&'static str>,
    form: Form,
    errors: Errors,
    /// What was no address, and how much more of it there was.
    broken: Vec<String>,
    more_broken: i64,
    done: Vec<String>,
    tally: Tally,
    listed: Vec<Line>,
    more: Option<String>,
    is_later_page: bool,
}

/// A line of the list: what became of an invitation, in words.
struct Line {
    it: Listed,
    label: &'static str,
    /// Whether the label says that something is to be done.
    is_bad: bool,
    said: String,
    /// What only those who run the community may know of its address.
    aside: Option<&'static str>,
    is_open: bool,
    may_be_sent_again: bool,
}

impl List {
    fn tallied(&self) -> String {
        let (t, Tally { invited, accepted }) = (&self.p.t, self.tally);
        t.with2("invitations-tally", ("accepted", t.number(accepted)), ("invited", t.number(invited)))
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[
            field("addresses", "i-addresses", "invitation-addresses"),
            field("words", "i-words", "invite-words"),
        ])
    }
}

/// What is typed.
#[derive(Clone, Deserialize, Default)]
#[serde(default)]
pub struct Form {
    addresses: String,
    words: String,
}

/// What the query may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    before: Option<i64>,
    done: String,
    invited: i64,
    settled: i64,
}

fn said_of(visitor: &Visitor, sent: Sent) -> Vec<String> {
    let t = &visitor.words;
    let invited = (sent.invited > 0 || sent.settled == 0).then(|| t.count("invitation-done", sent.invited));
    let settled = (sent.settled > 0).then(|| t.count("invitation-settled", sent.settled));
    invited.into_iter().chain(settled).collect()
}

async fn page(
    app: &App,
    mut conn: Conn,
    visitor: &Visitor,
    course: Course,
    before: Option<RowId>,
    form: Form,
    errors: Errors,
) -> anyhow::Result<List> {
    let t = &visitor.words;
    let now = app.now();
    let organises = visitor.member.as_ref().is_some_and(|member| member.is_organiser());
    let mut all = invitations::list(&mut conn, course.id, before, i64::try_from(PAGE + 1)?).await?;
    let has_more = all.len() > PAGE;
    all.truncate(PAGE);
    let more = all.last().filter(|_| has_more).map(|last| format!("?before={}", last.id));
    let line = |it: Listed| {
        let state = it.moments.state(now);
        let until = t.with("invitation-until", "date", t.date(it.moments.expires_at));
        let (label, is_bad, said) = match state {
            Became::Accepted(at) if it.waits => ("invitation-waits", false, t.date(at)),
            Became::Accepted(at) => ("invitation-accepted", false, t.date(at)),
            Became::Declined => ("invitation-state-declined", false, t.date(it.moments.sent_at)),
            _ if it.came_back => ("invitation-undelivered", true, t.date(it.moments.sent_at)),
            Became::Expired | Became::TakenBack => ("invitation-over", true, t.date(it.moments.expires_at)),
            Became::Open => ("invitation-open", false, until),
        };
        let is_open = matches!(state, Became::Open | Became::Expired | Became::Declined);
        let aside = match state {
            Became::Open if organises && it.is_in => Some("invitation-is-in"),
            Became::Open if organises && it.is_unwritten && !it.came_back => Some("invitation-unwritten"),
            _ => None,
        };
        let may_be_sent_again = it.moments.may_be_sent_again(now);
        Line { it, label, is_bad, said, aside, is_open, may_be_sent_again }
    };
    let listed = all.into_iter().map(line).collect();
    let closed = match (course.opened_at.is_some(), course.is_over(now)) {
        (false, _) => Some("invitation-not-open"),
        (true, true) => Some("course-over-text"),
        (true, false) => None,
    };
    let tally = invitations::tally(&mut conn, course.id).await?;
    let mut p = Page::new(&mut conn, visitor, t.say("invitations-mail")).await?.private().refused(&errors);
    p.address = format!("{}invitations/", course.manage_url());
    Ok(List {
        p,
        course,
        closed,
        form,
        errors,
        broken: vec![],
        more_broken: 0,
        done: vec![],
        tally,
        listed,
        more,
        is_later_page: before.is_some(),
    })
}

/// `GET /courses/{course}/manage/invitations/`: who was invited by e-mail, and a form for more.
pub async fn list(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let course = led(&mut conn, &visitor, &address).await?;
    let done = match asked.done.as_str() {
        "sent" => said_of(&visitor, Sent { invited: asked.invited.max(0), settled: asked.settled.max(0) }),
        "again" => vec![visitor.words.say("done-sent-again")],
        "taken-back" => vec![visitor.words.say("done-taken-back")],
        "too-soon" => vec![visitor.words.say("invitation-too-soon")],
        "too-many" => vec![visitor.words.say("invitation-too-many-today")],
        _ => vec![],
    };
    let before = asked.before.map(RowId);
    let mut page = page(&app, conn, &visitor, course, before, Form::default(), Errors::default()).await?;
    page.done = done;
    site::unstored(site::show(&page))
}

/// `POST /courses/{course}/manage/invitations/`: invites everybody whose address is good, and says of what was none.
pub async fn send(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Typed(form): Typed<Form>,
) -> Answer {
    let by = visitor.signed_in()?.clone();
    let course = led(&mut app.db.read().await?, &visitor, &address).await?;
    let pasted = rules::read(&form.addresses);
    let words = members::stored(&form.words);
    let mut errors = Errors::default();
    if form.addresses.trim().is_empty() {
        errors.add("addresses", "field-required");
    } else if pasted.addresses.is_empty() {
        errors.add("addresses", "invitation-none-good");
    } else if pasted.addresses.len() > rules::MOST_AT_ONCE {
        errors.add("addresses", "invitation-too-many");
    }
    if words.chars().count() > rules::LONGEST_WORDS {
        errors.add("words", "field-too-long");
    }
    let mut sent = None;
    if errors.is_empty() {
        match invitations::invite(&app, &course, &by, &pasted.addresses, &words).await? {
            Ok(done) => sent = Some(done),
            Err(NotSent::NotOpen) => errors.add("addresses", "invitation-not-open"),
            Err(NotSent::Over) => errors.add("addresses", "course-over-text"),
            Err(NotSent::TooMany) => errors.add("addresses", "invitation-too-many-today"),
        }
    }
    let all = pasted.broken.len();
    if let Some(sent) = sent.filter(|_| all == 0) {
        let Sent { invited, settled } = sent;
        let back = format!("{}invitations/?done=sent&invited={invited}&settled={settled}#done", course.manage_url());
        return Ok(see_other(&back));
    }
    // What was sent is not in the form any more; what was no address is, to be put right.
    let form = if sent.is_some() { Form { addresses: pasted.broken.join("\n"), ..form } } else { form };
    let is_refused = sent.is_none();
    let mut page = page(&app, app.db.read().await?, &visitor, course, None, form, errors).await?;
    page.done = sent.map(|sent| said_of(&visitor, sent)).unwrap_or_default();
    page.broken = pasted.broken.into_iter().take(BROKEN_SHOWN).map(|piece| cut(&piece)).collect();
    page.more_broken = i64::try_from(all.saturating_sub(BROKEN_SHOWN))?;
    site::unstored(if is_refused { site::refused(&page) } else { site::show(&page) })
}

fn cut(piece: &str) -> String {
    crate::kit::web::forms::cut_at(piece, 80).to_owned()
}

/// `POST /courses/{course}/manage/invitations/{id}/again`: sends one again, with a new link.
pub async fn again(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, RowId)>,
) -> Answer {
    let by = visitor.signed_in()?.clone();
    let course = led(&mut app.db.read().await?, &visitor, &address).await?;
    let done = match invitations::send_again(&app, &course, &by, id).await? {
        Ok(()) => "again",
        Err(NotAgain::TooSoon) => "too-soon",
        Err(NotAgain::NotSent(NotSent::TooMany)) => "too-many",
        Err(NotAgain::Gone | NotAgain::NotSent(_)) => return Err(Failure::NotFound),
    };
    Ok(see_other(&format!("{}invitations/?done={done}#done", course.manage_url())))
}

/// `POST /courses/{course}/manage/invitations/{id}/take-back`: makes its link worthless.
pub async fn take_back(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, RowId)>,
) -> Answer {
    let course = led(&mut app.db.read().await?, &visitor, &address).await?;
    if !app.db.always(async |tx| invitations::take_back(tx, course.id, id).await).await? {
        return Err(Failure::NotFound);
    }
    Ok(see_other(&format!("{}invitations/?done=taken-back#done", course.manage_url())))
}
