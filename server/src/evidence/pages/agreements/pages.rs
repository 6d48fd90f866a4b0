//! HTTP for one's own agreements. They are their member's alone: whoever asks for somebody else's finds nothing.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    course::{courses, pages::courses::pages::days},
    evidence::{
        agreements::{
            self, Agreement, Answer, Draft, State as Stands, Step,
            rules::{LINK_DAYS, Support},
        },
        log::rules::hours,
        pages::log::view,
    },
    ids::{CircleId, RowId, Timestamp},
    kit::{
        app::App,
        db::Conn,
        error::{Answer as Answered, Failure},
        i18n::Locale,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, cut_at, field},
            see_other,
        },
    },
    links::notices,
    people::{
        identity::stored,
        members::{self, Email, Member},
        pages::account::pages::secret,
    },
    site::{self, Page, Visitor},
};

/// The address of one's agreements.
const HERE: &str = "/me/agreements/";

/// What the query of these pages may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AgreementQuery {
    done: String,
}

impl AgreementQuery {
    fn key(&self) -> Option<&'static str> {
        Some(match self.done.as_str() {
            "saved" => "agreement-done-saved",
            "ended" => "agreement-done-ended",
            "gone" => "agreement-done-gone",
            _ => return None,
        })
    }
}

/// Where a request stands, in words.
fn state(t: &Locale, agreement: &Agreement, now: Timestamp) -> String {
    match agreement.state(now) {
        Stands::Private => t.say("agreement-private"),
        Stands::Open(until) => t.with("agreement-open", "date", t.date(until)),
        Stands::Expired => t.say("agreement-expired"),
        Stands::Answered(said) => t.say(said.key()),
    }
}

/// So many minutes a week, in words.
pub(super) fn weekly(t: &Locale, minutes: i64) -> String {
    t.with("agreement-weekly", "time", view::time(t, minutes))
}

/// Minutes as they are typed into a field for hours.
pub(super) fn typed_hours(minutes: Option<i64>) -> String {
    minutes.map_or_else(String::new, |minutes| format!("{}:{:02}", minutes / 60, minutes % 60))
}

#[derive(Template)]
#[template(path = "evidence/pages/agreements/list.html")]
struct ListPage {
    p: Page,
    all: Vec<Agreement>,
    now: Timestamp,
    done: Option<&'static str>,
}

impl ListPage {
    fn state(&self, agreement: &Agreement) -> String {
        state(&self.p.t, agreement, self.now)
    }
}

/// `GET /me/agreements/`: one's agreements.
pub async fn list(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<AgreementQuery>) -> Answered {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let all = agreements::all(&mut conn, member).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("agreements")).await?.private();
    site::unstored(site::show(&ListPage { p, all, now: app.now(), done: asked.key() }))
}

/// What a request begins with.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct NewForm {
    course: String,
    title: String,
    to_name: String,
}

#[derive(Template)]
#[template(path = "evidence/pages/agreements/new.html")]
struct NewPage {
    p: Page,
    f: NewForm,
    errors: Errors,
    courses: Vec<(CircleId, String, bool)>,
}

const NEW_FIELDS: [Field; 3] = [
    field("course", "a-course", "agreement-course"),
    field("title", "a-title", "agreement-title"),
    field("to_name", "a-to-name", "agreement-to-name"),
];

impl NewPage {
    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&NEW_FIELDS)
    }
}

/// The courses a member may ask support for: those they see.
async fn for_courses(conn: &mut Conn, member: &Member, chosen: &str) -> Answered<Vec<(CircleId, String, bool)>> {
    let all = courses::list(conn, Some(member)).await?;
    let named = |listed: courses::Listed| {
        let is_chosen = listed.course.id.to_string() == chosen;
        (listed.course.id, listed.course.title, is_chosen)
    };
    Ok(all.into_iter().map(named).collect())
}

async fn new_page(app: &App, visitor: &Visitor, f: NewForm, errors: Errors) -> Answered<NewPage> {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let courses = for_courses(&mut conn, member, &f.course).await?;
    let p = Page::new(&mut conn, visitor, visitor.words.say("agreement-new")).await?.private().refused(&errors);
    Ok(NewPage { p, f, errors, courses })
}

/// `GET /me/agreements/new`: what support is asked for.
pub async fn new(State(app): State<Arc<App>>, visitor: Visitor, Query(form): Query<NewForm>) -> Answered {
    site::unstored(site::show(&new_page(&app, &visitor, form, Errors::default()).await?))
}

/// The letter as it is drafted, of what is known of the course.
fn letter(t: &Locale, member: &Member, to_name: &str, title: &str, course: Option<&courses::Course>) -> String {
    let hello = if to_name.is_empty() {
        t.say("agreement-letter-hello-nobody")
    } else {
        t.with("agreement-letter-hello", "name", to_name)
    };
    let what = match course {
        Some(course) => t.with2("agreement-letter-course", ("title", title), ("days", days(t, course))),
        None => t.with("agreement-letter-other", "title", title),
    };
    let mut parts = vec![hello, what];
    if let Some(course) = course {
        if !course.tagline.is_empty() {
            parts.push(course.tagline.clone());
        }
        let outcomes: Vec<String> = course.outcomes().iter().map(|line| format!("– {line}")).collect();
        if !outcomes.is_empty() {
            parts.push(format!("{}\n{}", t.say("agreement-letter-outcomes"), outcomes.join("\n")));
        }
    }
    parts.push(t.say("agreement-letter-ask"));
    parts.push(t.say("agreement-letter-back"));
    parts.push(format!("{}\n{}", t.say("agreement-letter-end"), member.name));
    let whole = parts.join("\n\n");
    cut_at(&whole, agreements::rules::LONGEST_TEXT).to_owned()
}

/// `POST /me/agreements/new`: begins a request with a drafted letter.
pub async fn create(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<NewForm>) -> Answered {
    let member = visitor.signed_in()?.clone();
    let mut conn = app.db.read().await?;
    let all = courses::list(&mut conn, Some(&member)).await?;
    drop(conn);
    let course = all.into_iter().map(|listed| listed.course).find(|course| course.id.to_string() == form.course);
    let typed = members::one_line(&form.title);
    let title = if typed.is_empty() { course.as_ref().map_or(typed, |course| course.title.clone()) } else { typed };
    let to_name = members::one_line(&form.to_name);
    let letter = letter(&visitor.words, &member, &to_name, &title, course.as_ref());
    let draft = Draft { course: course.map(|course| course.id), title, to_name, letter, ..Draft::default() };
    if let Some((name, key)) = draft.wrong() {
        let page = new_page(&app, &visitor, form, Errors::of(name, key)).await?;
        return site::unstored(site::refused(&page));
    }
    app.limits.presses.take(&member.id.0)?;
    match app.db.always(async |tx| agreements::begin(tx, member.id, &draft).await).await? {
        Some(id) => Ok(see_other(&format!("{HERE}{id}/"))),
        None => {
            let page = new_page(&app, &visitor, form, Errors::of("form", "agreement-full")).await?;
            site::unstored(site::refused(&page))
        }
    }
}

/// A request as it is typed.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct AgreementForm {
    title: String,
    support: String,
    has: String,
    note: String,
    to_name: String,
    to_email: String,
    tied: String,
    asks: String,
    letter: String,
    reply: String,
    /// The version the form was filled with.
    seen: String,
}

impl AgreementForm {
    fn of(agreement: &Agreement) -> Self {
        let draft = agreement.draft();
        Self {
            title: draft.title,
            support: draft.support.word().into(),
            has: typed_hours(draft.has),
            note: draft.note,
            to_name: draft.to_name,
            to_email: draft.to_email,
            tied: if draft.tied { "1".into() } else { String::new() },
            asks: typed_hours(draft.asks),
            letter: draft.letter,
            reply: draft.reply,
            seen: agreement.edited_at.0.to_string(),
        }
    }

    /// What there is to keep of it, or what is wrong.
    fn read(&self, before: &Agreement, errors: &mut Errors) -> Option<Draft> {
        let email = self.to_email.trim();
        let to_email = if email.is_empty() {
            Some(String::new())
        } else {
            errors.take("to_email", email.parse::<Email>()).map(|email| email.as_str().to_owned())
        };
        let support = errors.take("support", self.support.parse::<Support>());
        let has = errors.take("has", hours(&self.has));
        let asks = errors.take("asks", hours(&self.asks));
        let draft = Draft {
            course: before.draft().course,
            title: members::one_line(&self.title),
            support: support?,
            has: has?,
            note: stored(&self.note),
            to_name: members::one_line(&self.to_name),
            to_email: to_email?,
            tied: !self.tied.is_empty(),
            asks: asks?,
            letter: stored(&self.letter),
            reply: stored(&self.reply),
        };
        if let Some((name, key)) = draft.wrong() {
            errors.add(name, key);
        }
        errors.is_empty().then_some(draft)
    }
}

const FIELDS: [Field; 9] = [
    field("support", "a-support", "agreement-support"),
    field("has", "a-has", "agreement-has"),
    field("note", "a-note", "agreement-note"),
    field("title", "a-title", "agreement-title"),
    field("to_name", "a-to-name", "agreement-to-name"),
    field("to_email", "a-to-email", "agreement-to-email"),
    field("asks", "a-asks", "agreement-asks"),
    field("letter", "a-letter", "agreement-letter"),
    field("reply", "a-reply", "agreement-reply"),
];

#[derive(Template)]
#[template(path = "evidence/pages/agreements/one.html")]
struct OnePage {
    p: Page,
    f: AgreementForm,
    errors: Errors,
    agreement: Agreement,
    answers: Vec<Answer>,
    steps: Vec<Step>,
    now: Timestamp,
    done: Option<&'static str>,
    /// The link, just made.
    link: Option<String>,
}

impl OnePage {
    async fn new(app: &App, visitor: &Visitor, id: RowId, f: Option<AgreementForm>) -> Answered<Self> {
        let member = visitor.signed_in()?.id;
        let mut conn = app.db.read().await?;
        let agreement = agreements::find(&mut conn, member, id).await?.ok_or(Failure::NotFound)?;
        let answers = agreements::answers(&mut conn, id).await?;
        let steps = agreements::steps(&mut conn, id).await?;
        let p = Page::new(&mut conn, visitor, agreement.title.clone()).await?.private();
        let f = f.unwrap_or_else(|| AgreementForm::of(&agreement));
        let errors = Errors::default();
        Ok(Self { p, f, errors, agreement, answers, steps, now: app.now(), done: None, link: None })
    }

    fn refuse(mut self, errors: Errors) -> Answered {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        secret(site::refused(&self))
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&FIELDS)
    }

    fn state(&self) -> String {
        state(&self.p.t, &self.agreement, self.now)
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn weekly(&self, minutes: &i64) -> String {
        weekly(&self.p.t, *minutes)
    }

    /// How long a link may be good for: days, in words, and whether it is chosen.
    fn link_days(&self) -> [(i64, String, bool); 3] {
        LINK_DAYS.map(|days| (days, self.p.t.count("agreement-days", days), days == LINK_DAYS[1]))
    }

    /// The support there may be: word, message, and whether it is chosen.
    fn supports(&self) -> [(&'static str, &'static str, bool); 4] {
        Support::ALL.map(|it| (it.word(), it.key(), it.word() == self.f.support))
    }

    fn is_open(&self) -> bool {
        self.agreement.expires_at.is_some_and(|until| until > self.now)
    }

    /// Whether something was asked back, now or before.
    fn replies(&self) -> bool {
        !self.f.reply.is_empty() || self.answers.iter().any(|answer| answer.said() == agreements::Said::Asked)
    }

    /// Whether an answer came from another address than the one that was asked.
    fn is_from_elsewhere(&self, answer: &Answer) -> bool {
        let to = self.agreement.draft().to_email;
        !to.is_empty() && to != answer.email
    }

    fn until(&self) -> String {
        self.agreement.expires_at.map(|until| self.p.t.date(until)).unwrap_or_default()
    }

    /// An e-mail to whom it is for, with the letter and the link, in the member's own program (RFC 6068).
    fn mailto(&self, link: &str) -> String {
        let draft = self.agreement.draft();
        let encode =
            |text: &str| percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string();
        let body = format!("{}\r\n\r\n{link}", draft.letter.replace('\n', "\r\n"));
        // Programs cut or refuse what is longer.
        let body = if body.len() > 1500 { link } else { &body };
        format!("mailto:{}?subject={}&body={}", encode(&draft.to_email), encode(&draft.title), encode(body))
    }
}

/// `GET /me/agreements/{id}/`: one of them, with what was answered and what happened.
pub async fn one(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Query(asked): Query<AgreementQuery>,
) -> Answered {
    let mut page = OnePage::new(&app, &visitor, id, None).await?;
    let member = page.agreement.member;
    let is_news = notices::are_told_of_agreements(&mut app.db.read().await?, member).await?;
    if is_news {
        app.db.always(async |tx| notices::seen_agreements(tx, member).await).await?;
    }
    page.done = asked.key();
    secret(site::show(&page))
}

/// `POST /me/agreements/{id}/`: changes it. What the other side sees otherwise is asked anew.
pub async fn change(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(form): Typed<AgreementForm>,
) -> Answered {
    let page = OnePage::new(&app, &visitor, id, Some(form)).await?;
    let mut errors = Errors::default();
    let Some(draft) = page.f.read(&page.agreement, &mut errors) else { return page.refuse(errors) };
    let seen = Timestamp(page.f.seen.parse().unwrap_or_default());
    app.limits.presses.take(&page.agreement.member.0)?;
    if app.db.always(async |tx| agreements::change(tx, &page.agreement, seen, &draft).await).await? {
        return Ok(see_other(&format!("{HERE}{id}/?done=saved#done")));
    }
    // What is typed here may be put in place of what came meanwhile.
    let mut page = page;
    page.f.seen = page.agreement.edited_at.0.to_string();
    page.refuse(Errors::of("form", "agreement-changed-meanwhile"))
}

/// How long a link is to be good for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct LinkForm {
    days: String,
}

/// `POST /me/agreements/{id}/link`: makes the link, and shows it this once.
pub async fn make_link(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(form): Typed<LinkForm>,
) -> Answered {
    let member = visitor.signed_in()?.id;
    let days = LINK_DAYS.into_iter().find(|days| days.to_string() == form.days).ok_or(Failure::Bad("field-choose"))?;
    app.limits.presses.take(&member.0)?;
    let made = app.db.always(async |tx| agreements::make_link(tx, member, id, days).await).await?;
    let secret_of_link = made.ok_or(Failure::NotFound)?;
    let mut page = OnePage::new(&app, &visitor, id, None).await?;
    page.link = Some(format!("{}/agreement/{secret_of_link}/", app.settings.base_url));
    secret(site::show(&page))
}

/// `POST /me/agreements/{id}/end`: ends the link.
pub async fn end_link(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answered {
    let member = visitor.signed_in()?.id;
    app.db.always(async |tx| agreements::end_link(tx, member, id).await).await?;
    Ok(see_other(&format!("{HERE}{id}/?done=ended#done")))
}

/// `POST /me/agreements/{id}/remove`: removes it with all that was answered.
pub async fn remove(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answered {
    let member = visitor.signed_in()?.id;
    app.db.always(async |tx| agreements::remove(tx, member, id).await).await?;
    Ok(see_other(&format!("{HERE}?done=gone#done")))
}
