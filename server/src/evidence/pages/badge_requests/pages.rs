//! HTTP for requests for badges: asking, and deciding.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    audiences::circles,
    course::courses,
    evidence::{
        achievements::{self, Achievement, Award, Repeats, rules as badges},
        badge_requests::{
            self, Asked, Decided, Decision, NotDecided, Post, Request,
            rules::{self, LONGEST_TEXT},
        },
        pages::achievements::pages::{courses_of, leads},
    },
    ids::{CircleId, RowId, Timestamp},
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
    links::notices,
    people::{identity::stored, members::Member},
    site::{self, Page, Visitor},
};

/// So many requests stand on a page of the queue.
const PAGE: usize = 50;
/// So many that were decided stand below it.
const DECIDED: i64 = 20;
/// So many posts of one's own may be chosen from.
const POSTS: i64 = 50;

/// What a member asks with, as it is typed.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct AskForm {
    course: String,
    words: String,
    /// The path of a post of their own.
    post: String,
    address: String,
}

const ASK_FIELDS: [Field; 4] = [
    field("course", "q-course", "badge-in-course"),
    field("words", "q-words", "request-words"),
    field("post", "q-post", "request-post"),
    field("address", "q-address", "badge-address"),
];

#[derive(Template)]
#[template(path = "evidence/pages/badge_requests/ask.html")]
struct AskPage {
    p: Page,
    badge: Achievement,
    f: AskForm,
    errors: Errors,
    /// The courses it may have been achieved in, where that is to be said.
    courses: Vec<(CircleId, String)>,
    posts: Vec<Post>,
    /// What they asked before, the latest first.
    requests: Vec<Request>,
    /// Why they cannot ask now.
    barred: Option<&'static str>,
    now: Timestamp,
}

impl AskPage {
    async fn read(app: &App, visitor: &Visitor, id: RowId) -> Answer<Self> {
        let member = visitor.signed_in()?;
        let mut conn = app.db.read().await?;
        let badge = achievements::find(&mut conn, id).await?.ok_or(Failure::NotFound)?;
        let requests = badge_requests::of_badge(&mut conn, member.id, &badge).await?;
        let is_asked_for = badge.requests_from.is_some() && badge.is_public();
        if requests.is_empty() && !is_asked_for {
            return Err(Failure::NotFound);
        }
        let courses = if badge.course.is_none() && badge.repeats() == Repeats::Run {
            own_courses(&mut conn, member).await?
        } else {
            vec![]
        };
        let posts = badge_requests::posts(&mut conn, member.id, POSTS).await?;
        let under_way = requests.iter().find(|request| request.state().is_under_way());
        let barred = match badge.course {
            _ if badge.in_use_at.is_none() || badge.requests_from.is_none() => Some("request-out-of-use"),
            Some(course) if circles::part(&mut conn, course, member.id).await?.is_none() => {
                Some("request-not-in-course")
            }
            course => {
                let is_by_run = course.is_none() && badge.repeats() == Repeats::Run;
                let there = achievements::in_the_way(&mut conn, &badge, member.id, course).await?;
                (there.is_some() && !is_by_run).then_some("request-there")
            }
        };
        let f = under_way.map(|request| filled(request, &posts, &app.settings.base_url)).unwrap_or_default();
        let title = visitor.words.say("request-ask");
        let p = Page::new(&mut conn, visitor, title).await?.private();
        Ok(Self { p, badge, f, errors: Errors::default(), courses, posts, requests, barred, now: app.now() })
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        site::unstored(site::refused(&self))
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&ASK_FIELDS)
    }

    fn under_way(&self) -> Option<&Request> {
        self.requests.iter().find(|request| request.state().is_under_way())
    }

    fn before(&self) -> impl Iterator<Item = &Request> {
        self.requests.iter().filter(|request| !request.state().is_under_way())
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn is_course(&self, course: &CircleId) -> bool {
        self.f.course == course.to_string()
    }

    fn is_post(&self, post: &Post) -> bool {
        self.f.post == post.path
    }

    /// Whether every award of it says in which course.
    fn is_by_run(&self) -> bool {
        self.badge.course.is_none() && self.badge.repeats() == Repeats::Run
    }
}

/// The courses a member takes part in or did: number and title.
async fn own_courses(conn: &mut Conn, member: &Member) -> anyhow::Result<Vec<(CircleId, String)>> {
    let all = courses::list(conn, Some(member)).await?;
    let own = all.into_iter().filter(|listed| listed.part().is_some());
    Ok(own.map(|listed| (listed.course.id, listed.course.title.clone())).collect())
}

/// A form with what was asked.
fn filled(request: &Request, posts: &[Post], base_url: &str) -> AskForm {
    let path = request.address.strip_prefix(base_url).unwrap_or_default();
    let post = posts.iter().find(|post| post.path == path).map(|post| post.path.clone());
    AskForm {
        course: request.course.map(|course| course.to_string()).unwrap_or_default(),
        words: request.words.clone(),
        address: if post.is_some() { String::new() } else { request.address.clone() },
        post: post.unwrap_or_default(),
    }
}

/// `GET /badges/{id}/ask`: asking for a badge, and what came of it.
pub async fn ask_form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answer {
    let member = visitor.signed_in()?.id;
    let page = AskPage::read(&app, &visitor, id).await?;
    let is_news = notices::are_told_of_awards(&mut app.db.read().await?, member).await?;
    if is_news {
        app.db.always(async |tx| notices::seen_awards(tx, member).await).await?;
    }
    site::unstored(site::show(&page))
}

/// `POST /badges/{id}/ask`: asks for a badge, or says it in other words.
pub async fn ask(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(form): Typed<AskForm>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut page = AskPage::read(&app, &visitor, id).await?;
    app.limits.presses.take(&member.0)?;
    page.f = form;
    let mut errors = Errors::default();
    if let Some(key) = page.barred {
        return page.refuse(Errors::of("form", key));
    }
    let words = stored(&page.f.words);
    if let Some(key) = rules::wrong(&words) {
        errors.add("words", key);
    }
    let course = match page.courses.iter().find(|(id, _)| id.to_string() == page.f.course) {
        Some((course, _)) => Some(*course),
        None if page.is_by_run() => errors.refuse("course", "field-choose"),
        None => page.badge.course,
    };
    let address = match page.posts.iter().find(|post| page.is_post(post)) {
        Some(_) if !page.f.address.trim().is_empty() => errors.refuse("address", "request-one-place"),
        Some(post) => Some(format!("{}{}", app.settings.base_url, post.path)),
        None if !page.f.post.is_empty() => errors.refuse("post", "field-choose"),
        None => errors.take("address", badges::address(&page.f.address)),
    };
    let (Some(address), true) = (address, errors.is_empty()) else { return page.refuse(errors) };
    let asked = Asked { course, words: &words, address: &address };
    match app.db.change(async |tx| badge_requests::ask(tx, member, id, &asked).await).await? {
        Ok(()) => Ok(see_other("/me/badges/?done=asked#done")),
        Err(no) => page.refuse(Errors::of("form", no.key())),
    }
}

/// `POST /badges/{id}/ask/withdraw`: takes a request back.
pub async fn withdraw(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    app.db.always(async |tx| badge_requests::withdraw(tx, member, id).await).await?;
    Ok(see_other("/me/badges/?done=withdrawn#done"))
}

/// What the query of the queue may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct QueueQuery {
    /// The last one of the page before: when it was asked, and its number.
    after: String,
    done: String,
}

impl QueueQuery {
    fn after(&self) -> Option<(Timestamp, RowId)> {
        let (at, id) = self.after.split_once('-')?;
        Some((Timestamp(at.parse().ok()?), id.parse().ok()?))
    }

    fn key(&self) -> Option<&'static str> {
        match self.done.as_str() {
            "approve" => Some("request-done-approved"),
            "had" => Some("request-done-had"),
            "more" => Some("request-done-more"),
            "decline" => Some("request-done-declined"),
            _ => None,
        }
    }
}

#[derive(Template)]
#[template(path = "evidence/pages/badge_requests/queue.html")]
struct QueuePage {
    p: Page,
    waiting: Vec<Request>,
    next: Option<String>,
    is_later_page: bool,
    decided: Vec<Request>,
    done: Option<&'static str>,
    now: Timestamp,
}

/// `GET /badges/requests/`: what waits for those who decide, the oldest first.
pub async fn queue(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<QueueQuery>) -> Answer {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    if !member.is_organiser() && courses_of(&mut conn, member).await?.is_empty() {
        return Err(Failure::Forbidden);
    }
    let is_news = notices::are_told_of_requests(&mut conn, member.id).await?;
    drop(conn);
    if is_news {
        app.db.always(async |tx| notices::seen_requests(tx, member.id).await).await?;
    }
    let mut conn = app.db.read().await?;
    let after = asked.after();
    let mut waiting = badge_requests::waiting(&mut conn, member, after, i64::try_from(PAGE)? + 1).await?;
    let is_more = waiting.len() > PAGE;
    waiting.truncate(PAGE);
    let next = waiting.last().filter(|_| is_more).map(|last| format!("{}-{}", last.asked_at.0, last.id));
    let decided = if after.is_none() { badge_requests::decided(&mut conn, member, DECIDED).await? } else { vec![] };
    let p = Page::new(&mut conn, &visitor, visitor.words.say("requests-badges")).await?.private();
    let (is_later_page, done, now) = (after.is_some(), asked.key(), app.now());
    site::unstored(site::show(&QueuePage { p, waiting, next, is_later_page, decided, done, now }))
}

/// A decision as it is typed.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct DecisionForm {
    answer: String,
    #[serde(rename = "do")]
    does: String,
}

#[derive(Template)]
#[template(path = "evidence/pages/badge_requests/one.html")]
struct RequestPage {
    p: Page,
    it: Request,
    badge: Achievement,
    /// What they hold of it already.
    held: Vec<Award>,
    f: DecisionForm,
    errors: Errors,
    now: Timestamp,
}

impl RequestPage {
    async fn read(app: &App, visitor: &Visitor, id: RowId) -> Answer<Self> {
        let member = visitor.signed_in()?;
        let mut conn = app.db.read().await?;
        let it = badge_requests::find(&mut conn, id).await?.ok_or(Failure::NotFound)?;
        let badge = achievements::find(&mut conn, it.achievement).await?.ok_or(Failure::NotFound)?;
        // Nobody decides about their own.
        if it.member == member.id || !leads(&mut conn, visitor, badge.course).await? {
            return Err(Failure::NotFound);
        }
        let held = achievements::of_member(&mut conn, it.member).await?;
        let held = held.into_iter().filter(|award| award.achievement == badge.id).collect();
        let title = visitor.words.with("request-by", "name", it.asker.as_str());
        let p = Page::new(&mut conn, visitor, title).await?.private();
        Ok(Self { p, it, badge, held, f: DecisionForm::default(), errors: Errors::default(), now: app.now() })
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        site::unstored(site::refused(&self))
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("answer", "d-answer", "request-answer")])
    }

    /// Whether it waits for a decision.
    fn is_open(&self) -> bool {
        self.it.state() == rules::State::Open
    }

    /// Who decided, and when.
    fn decided(&self) -> Option<String> {
        let t = &self.p.t;
        let name = self.it.by_name.clone().unwrap_or_else(|| t.say("former-member"));
        let at = t.full_time(self.it.decided_at?);
        Some(t.with2("request-decided-by", ("name", name), ("date", at)))
    }
}

/// `GET /badges/requests/{id}/`: a request, for those who decide about it.
pub async fn one(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answer {
    let member = visitor.signed_in()?.id;
    let page = RequestPage::read(&app, &visitor, id).await?;
    if notices::are_told_of_requests(&mut app.db.read().await?, member).await? {
        app.db.always(async |tx| notices::seen_requests(tx, member).await).await?;
    }
    site::unstored(site::show(&page))
}

/// `POST /badges/requests/{id}/`: decides about a request.
pub async fn decide(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(form): Typed<DecisionForm>,
) -> Answer {
    let by = visitor.signed_in()?.id;
    let mut page = RequestPage::read(&app, &visitor, id).await?;
    app.limits.presses.take(&by.0)?;
    page.f = form;
    let decision = page.f.does.parse::<Decision>().map_err(Failure::Bad)?;
    let answer = stored(&page.f.answer);
    if let Some(key) = decision.wrong(&answer) {
        return page.refuse(Errors::of("answer", key));
    }
    let decided = app.db.change(async |tx| badge_requests::decide(tx, by, &page.it, decision, &answer).await).await?;
    let done = match decided {
        Ok(Decided::Done) => page.f.does.as_str(),
        Ok(Decided::Had) => "had",
        Err(NotDecided::OutOfUse) => return page.refuse(Errors::of("form", "badge-out-of-use")),
        Err(NotDecided::Before) => {
            // As it is now: who decided stands below.
            let now = RequestPage::read(&app, &visitor, id).await?;
            return RequestPage { f: page.f, ..now }.refuse(Errors::of("form", "request-decided-before"));
        }
    };
    Ok(see_other(&format!("/badges/requests/?done={done}#done")))
}
