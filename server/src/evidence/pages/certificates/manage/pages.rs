//! HTTP for the rule of a course: changing it, signing certificates, revoking papers.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::extract::State;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::{
    course::{courses::Course, pages::courses::pages::led},
    evidence::{
        certificates::{
            self, Awarding, Certificate, Concerned, Person, Progress, Rule, Task,
            rules::{LONGEST_WHY, MOST_ASKED},
        },
        log::rules::hours,
    },
    ids::{MemberId, RowId, Timestamp},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        i18n::Locale,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, cut, field},
            see_other,
        },
    },
    people::{identity::stored, members::one_line},
    site::{self, Page, Visitor},
};

/// So many papers stand on a page, and so many that wait for a signature.
const PAGE: usize = 50;
/// So many names stand where a change says whom it concerns.
const NAMES: usize = 30;

/// The rule of a course as it is typed.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct RuleForm {
    awarding: String,
    posts: String,
    reviews: String,
    hours: String,
    provider: String,
    address: String,
    signatory: String,
    role: String,
    approval: String,
    /// The version the form was filled with.
    seen: String,
    /// What was shown before, as it is to be saved.
    confirmed: String,
    /// Of each outcome, which assignment shows it: `outcome-0` and so on.
    #[serde(flatten)]
    more: HashMap<String, String>,
}

impl RuleForm {
    fn of(progress: &Progress, course: &Course) -> Self {
        let rule = &progress.rule;
        let shows =
            |outcome: &str| rule.shown_by.iter().find(|(said, _)| said == outcome).map(|(_, task)| task.to_string());
        let outcomes = course.outcomes();
        let more = outcomes
            .iter()
            .enumerate()
            .map(|(at, outcome)| (format!("outcome-{at}"), shows(outcome).unwrap_or_default()));
        Self {
            awarding: rule.awarding.word().into(),
            posts: rule.posts.to_string(),
            reviews: rule.reviews.to_string(),
            hours: rule.minutes.map_or_else(String::new, |minutes| format!("{}:{:02}", minutes / 60, minutes % 60)),
            provider: rule.provider.clone(),
            address: rule.address.clone(),
            signatory: rule.signatory.clone(),
            role: rule.role.clone(),
            approval: rule.approval.clone(),
            seen: progress.seen.0.to_string(),
            confirmed: String::new(),
            more: more.collect(),
        }
    }

    /// What it asks for. The line of a body that recognises the course is an organiser's alone.
    fn read(&self, page: &ManagePage, errors: &mut Errors) -> Option<Rule> {
        let number = |typed: &str| match typed.trim() {
            "" => Ok(0),
            typed => typed.parse().ok().filter(|n| (0..=MOST_ASKED).contains(n)).ok_or("completion-number-wrong"),
        };
        let awarding = errors.take("awarding", self.awarding.parse::<Awarding>());
        let posts = errors.take("posts", number(&self.posts));
        let reviews = errors.take("reviews", number(&self.reviews));
        let minutes = errors.take("hours", hours(&self.hours).map_err(|_| "completion-hours-wrong"));
        let outcomes = page.course.outcomes();
        let shown_by = outcomes.iter().enumerate().filter_map(|(at, outcome)| {
            let typed = self.more.get(&format!("outcome-{at}"))?;
            let task = page.tasks.iter().find(|task| task.id.to_string() == *typed)?;
            Some(((*outcome).to_owned(), task.id.0))
        });
        let approval = if page.organises { one_line(&self.approval) } else { page.progress.rule.approval.clone() };
        let rule = Rule {
            awarding: awarding.unwrap_or_default(),
            posts: posts.unwrap_or_default(),
            reviews: reviews.unwrap_or_default(),
            minutes: minutes.flatten(),
            provider: one_line(&self.provider),
            address: stored(&self.address),
            signatory: one_line(&self.signatory),
            role: one_line(&self.role),
            approval,
            shown_by: shown_by.collect(),
        };
        for (field, key) in rule.wrong() {
            errors.add(field, key);
        }
        errors.is_empty().then_some(rule)
    }
}

/// What the query may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ManageQuery {
    before: String,
    done: String,
}

#[derive(Template)]
#[template(path = "evidence/pages/certificates/manage/manage.html")]
struct ManagePage {
    p: Page,
    course: Course,
    f: RuleForm,
    errors: Errors,
    organises: bool,
    tasks: Vec<Task>,
    progress: Progress,
    /// How many hold a certificate.
    held: i64,
    /// Whom the change concerns that is looked at before it is saved, and what saving it sends.
    concerned: Option<(Concerned, String)>,
    /// Those who wait for a certificate, as many as stand on the page, and how many there are.
    waiting: Vec<Person>,
    all_waiting: i64,
    issued: Vec<Certificate>,
    next: Option<RowId>,
    is_later_page: bool,
    /// Whose name has something that no font has.
    undrawn: Vec<(String, String)>,
    done: Option<&'static str>,
}

const FIELDS: [Field; 9] = [
    field("awarding", "r-awarding", "completion-awarding"),
    field("posts", "r-posts", "completion-posts"),
    field("reviews", "r-reviews", "completion-reviews"),
    field("hours", "r-hours", "completion-hours"),
    field("provider", "r-provider", "completion-provider"),
    field("address", "r-address", "completion-address"),
    field("signatory", "r-signatory", "completion-signatory"),
    field("role", "r-role", "completion-role"),
    field("approval", "r-approval", "completion-approval"),
];

impl ManagePage {
    async fn new(app: &App, visitor: &Visitor, address: &str, asked: &ManageQuery) -> Answer<Self> {
        let mut conn = app.db.read().await?;
        let course = led(&mut conn, visitor, address).await?;
        let progress = certificates::progress(&mut conn, &course, None, app.now()).await?;
        let tasks = certificates::tasks(&mut conn, course.id).await?;
        let held = certificates::held(&mut conn, course.id).await?;
        let before = asked.before.parse().ok();
        let mut issued = certificates::of_course(&mut conn, course.id, before, i64::try_from(PAGE)? + 1).await?;
        let next = (issued.len() > PAGE).then(|| issued.get(PAGE - 1).map(|last| last.id)).flatten();
        issued.truncate(PAGE);
        let p = Page::new(&mut conn, visitor, visitor.words.say("completion")).await?.private();
        let certifies = progress.rule.awarding != Awarding::Off;
        let mut waiting: Vec<Person> = progress.waiting().into_iter().filter(|_| certifies).cloned().collect();
        let all_waiting = i64::try_from(waiting.len())?;
        waiting.truncate(PAGE);
        let mut f = RuleForm::of(&progress, &course);
        if progress.seen.0 == 0 {
            f.provider.clone_from(&visitor.community.name);
            f.signatory = visitor.member.as_ref().map(|member| member.name.clone()).unwrap_or_default();
            f.role = Locale::new(course.language(), course.zone()).say("completion-role-usual");
        }
        Ok(Self {
            organises: visitor.member.as_ref().is_some_and(|member| member.is_organiser()),
            p,
            course,
            f,
            errors: Errors::default(),
            tasks,
            progress,
            held,
            concerned: None,
            waiting,
            all_waiting,
            issued,
            next,
            is_later_page: before.is_some(),
            undrawn: vec![],
            done: None,
        })
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        site::refused(&self)
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&FIELDS)
    }

    /// The ways there are: word, message, and whether it is chosen.
    fn ways(&self) -> [(&'static str, &'static str, bool); 3] {
        Awarding::ALL.map(|it| (it.word(), it.key(), it.word() == self.f.awarding))
    }

    /// The outcomes with the name of their field, and the number of the assignment that shows them.
    fn outcomes(&self) -> Vec<(String, &str, &str)> {
        let named = |(at, outcome)| {
            let name = format!("outcome-{at}");
            let chosen = self.f.more.get(&name).map_or("", String::as_str);
            (name, outcome, chosen)
        };
        self.course.outcomes().into_iter().enumerate().map(named).collect()
    }

    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn is_task(&self, task: &Task, chosen: &&str) -> bool {
        task.id.to_string() == **chosen
    }

    /// What the change says of whom it concerns: lines, each with the names of some.
    fn concerns(&self, concerned: &Concerned) -> Vec<(String, String)> {
        let t = &self.p.t;
        let some = |names: &[String]| names.iter().take(NAMES).cloned().collect::<Vec<_>>().join(", ");
        let count = |names: &[String]| i64::try_from(names.len()).unwrap_or_default();
        let mut lines = vec![(t.count("completion-keep", self.held), String::new())];
        for (key, names) in [("completion-gain", &concerned.gain), ("completion-lose", &concerned.lose)] {
            if !names.is_empty() {
                lines.push((t.count(key, count(names)), some(names)));
            }
        }
        if lines.len() == 1 {
            lines.push((t.say("completion-nobody"), String::new()));
        }
        lines
    }

    /// Why papers were not issued.
    fn unsaid(&self) -> Vec<String> {
        let t = &self.p.t;
        let line = |(name, sign): &(String, String)| {
            t.with2("completion-undrawn", ("name", name.as_str()), ("sign", sign.as_str()))
        };
        self.undrawn.iter().map(line).collect()
    }
}

/// `GET /courses/{course}/manage/completion/`: the rule, who waits, and what was issued.
pub async fn manage(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Query(asked): Query<ManageQuery>,
) -> Answer {
    let mut page = ManagePage::new(&app, &visitor, &address, &asked).await?;
    page.done = match asked.done.as_str() {
        "saved" => Some("completion-done-saved"),
        "signed" => Some("completion-done-signed"),
        "revoked" => Some("completion-done-revoked"),
        _ => None,
    };
    site::unstored(site::show(&page))
}

/// What tells a rule from all others, so that what is saved is what was shown.
fn fingerprint(rule: &Rule, seen: &str) -> String {
    hex::encode(Sha256::digest(format!("{seen} {rule:?}").as_bytes()))
}

/// `POST /courses/{course}/manage/completion/`: first says whom the change concerns; sent again, saves it.
pub async fn change(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Typed(form): Typed<RuleForm>,
) -> Answer {
    let by = visitor.signed_in()?.id;
    let mut page = ManagePage::new(&app, &visitor, &address, &ManageQuery::default()).await?;
    let mut errors = Errors::default();
    page.f = form;
    let Some(rule) = page.f.clone().read(&page, &mut errors) else { return page.refuse(errors) };
    let token = fingerprint(&rule, &page.f.seen);
    if page.f.confirmed != token {
        page.concerned = Some((page.progress.concerned(&rule), token));
        return site::unstored(site::show(&page));
    }
    let seen = Timestamp(page.f.seen.parse().unwrap_or_default());
    if app.db.always(async |tx| certificates::set_rule(tx, &page.course, by, seen, &rule).await).await? {
        return Ok(see_other(&format!("{}completion/?done=saved#done", page.course.manage_url())));
    }
    page.f.seen = page.progress.seen.0.to_string();
    page.refuse(Errors::of("form", "completion-changed-meanwhile"))
}

/// Whose certificate is signed: a number, or `all` of those on the page.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SignForm {
    who: String,
}

/// `POST /courses/{course}/manage/completion/sign`: signs certificates of those who finished.
pub async fn sign(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(address): Path<String>,
    Typed(form): Typed<SignForm>,
) -> Answer {
    let by = visitor.signed_in()?.id;
    let page = ManagePage::new(&app, &visitor, &address, &ManageQuery::default()).await?;
    app.limits.presses.take(&by.0)?;
    let mut whose: Vec<MemberId> = match form.who.as_str() {
        "all" => page.waiting.iter().map(|person| person.member).collect(),
        one => one.parse().map(|one| vec![MemberId(one)]).unwrap_or_default(),
    };
    // Nobody signs their own.
    whose.retain(|member| *member != by);
    if whose.is_empty() {
        return Err(Failure::Bad("field-choose"));
    }
    let issued = certificates::certify(&app, &page.course, &whose, Some(by)).await?;
    if issued.undrawn.is_empty() {
        return Ok(see_other(&format!("{}completion/?done=signed#done", page.course.manage_url())));
    }
    let mut page = ManagePage::new(&app, &visitor, &address, &ManageQuery::default()).await?;
    page.undrawn = issued.undrawn;
    site::refused(&page)
}

#[derive(Template)]
#[template(path = "evidence/pages/certificates/manage/one.html")]
struct OnePage {
    p: Page,
    course: Course,
    it: Certificate,
    why: String,
    errors: Errors,
}

impl OnePage {
    async fn new(conn: &mut Conn, visitor: &Visitor, address: &str, id: RowId) -> Answer<Self> {
        let course = led(conn, visitor, address).await?;
        let it = certificates::in_course(conn, course.id, id).await?.ok_or(Failure::NotFound)?;
        let p = Page::new(conn, visitor, visitor.words.say(it.kind().key())).await?.private();
        Ok(Self { p, course, it, why: String::new(), errors: Errors::default() })
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("why", "w-why", "badge-why")])
    }
}

/// `GET /courses/{course}/manage/completion/{id}/`: a paper, for those who lead.
pub async fn one(State(app): State<Arc<App>>, visitor: Visitor, Path((address, id)): Path<(String, RowId)>) -> Answer {
    let page = OnePage::new(&mut app.db.read().await?, &visitor, &address, id).await?;
    site::unstored(site::show(&page))
}

/// Why a paper is revoked.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct RevokeForm {
    why: String,
}

/// `POST /courses/{course}/manage/completion/{id}/`: revokes a paper, and says why.
pub async fn revoke(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, id)): Path<(String, RowId)>,
    Typed(form): Typed<RevokeForm>,
) -> Answer {
    let by = visitor.signed_in()?.id;
    let mut page = OnePage::new(&mut app.db.read().await?, &visitor, &address, id).await?;
    let why = one_line(&form.why);
    let wrong = if why.is_empty() {
        Some("field-required")
    } else {
        (why.chars().count() > LONGEST_WHY).then_some("paper-why-long")
    };
    if let Some(key) = wrong {
        page.errors = Errors::of("why", key);
        page.p = page.p.refused(&page.errors);
        page.why = cut(&form.why).into();
        return site::refused(&page);
    }
    app.db.always(async |tx| certificates::revoke(tx, &page.it, by, &why).await).await?;
    Ok(see_other(&format!("{}completion/?done=revoked#done", page.course.manage_url())))
}
