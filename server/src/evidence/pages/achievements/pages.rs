//! HTTP for badges: what there is to achieve, awarding it, and one's own.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Multipart, State},
    http::{HeaderValue, header},
};
use serde::Deserialize;

use crate::{
    audiences::circles::{self, Part},
    course::courses,
    evidence::{
        achievements::{
            self, Achievement, Award, Draft, Given, Level, NotAwarded, Repeats, drawing,
            rules::{self, LONGEST_TEXT, Requests},
        },
        badge_requests::{self, Request},
        credentials::{self, Issued},
        criteria::{self, Names, Rule, words},
    },
    ids::{CircleId, RowId, Timestamp},
    kit::{
        app::{App, run_blocking},
        db::Conn,
        error::{Answer, Failure},
        files::picture,
        i18n::Lang,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, cut, field},
            see_other, uploads,
        },
    },
    links::notices,
    people::{
        identity::stored,
        members::{self, Member},
        pages::account::pages::inert,
    },
    site::{self, Page, Visitor},
    talk::kept_files,
};

/// So many awards stand on a page of a badge.
const PAGE: usize = 50;

/// Whether a visitor decides about the badges of a course, or of the community.
pub async fn leads(conn: &mut Conn, visitor: &Visitor, course: Option<CircleId>) -> anyhow::Result<bool> {
    let Some(member) = &visitor.member else { return Ok(false) };
    Ok(match course {
        _ if member.is_organiser() => true,
        Some(course) => circles::part(conn, course, member.id).await? == Some(Part::Instructor),
        None => false,
    })
}

/// A badge that the visitor decides about.
pub async fn led(conn: &mut Conn, visitor: &Visitor, id: RowId) -> Answer<Achievement> {
    visitor.signed_in()?;
    let found = achievements::find(conn, id).await?.filter(Achievement::is_badge).ok_or(Failure::NotFound)?;
    if leads(conn, visitor, found.course).await? { Ok(found) } else { Err(Failure::NotFound) }
}

/// The courses that a member decides about: number, title and language.
pub async fn courses_of(conn: &mut Conn, member: &Member) -> anyhow::Result<Vec<(CircleId, String, Lang)>> {
    let all = courses::list(conn, Some(member)).await?;
    let led = all.into_iter().filter(|listed| member.is_organiser() || listed.part() == Some(Part::Instructor));
    Ok(led.map(|listed| (listed.course.id, listed.course.title.clone(), listed.course.language())).collect())
}

#[derive(Template)]
#[template(path = "evidence/pages/achievements/list.html")]
struct ListPage {
    p: Page,
    /// By course, that of the community first.
    groups: Vec<Vec<Achievement>>,
    may_begin: bool,
    /// How many requests wait for the reader.
    waiting: i64,
}

/// `GET /badges/`: what there is to achieve.
pub async fn list(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let mut conn = app.db.read().await?;
    let all = achievements::list(&mut conn, visitor.member.as_deref()).await?;
    let may_begin = match &visitor.member {
        Some(member) => member.is_organiser() || !courses_of(&mut conn, member).await?.is_empty(),
        None => false,
    };
    let groups = rules::grouped(all, |one| one.course);
    let waiting = match &visitor.member {
        Some(member) if may_begin => badge_requests::count(&mut conn, member).await?,
        _ => 0,
    };
    let p = Page::new(&mut conn, &visitor, visitor.words.say("badges")).await?;
    site::show(&ListPage { p, groups, may_begin, waiting })
}

/// A badge as it is typed.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct BadgeForm {
    name: String,
    description: String,
    criteria: String,
    level: String,
    repeats: String,
    /// The course it belongs to; empty: the community.
    course: String,
    /// `1`: members may ask for it.
    requests: String,
    /// The version the form was filled with.
    seen: String,
}

impl BadgeForm {
    fn of(badge: &Achievement) -> Self {
        Self {
            name: badge.name.clone(),
            description: badge.description.clone(),
            criteria: badge.criteria.clone(),
            level: badge.level().word().into(),
            repeats: badge.repeats().word().into(),
            course: String::new(),
            requests: badge.requests_from.map_or("", |_| "1").into(),
            seen: badge.edited_at.0.to_string(),
        }
    }

    fn read(&self, errors: &mut Errors) -> Option<Draft> {
        let level = errors.take("level", self.level.parse::<Level>());
        let repeats = errors.take("repeats", self.repeats.parse::<Repeats>());
        let name = members::one_line(&self.name);
        // What is wrong with the texts is said together with what was not chosen.
        let draft = Draft {
            level: level.unwrap_or(Level::Checkpoint),
            repeats: repeats.unwrap_or(Repeats::Person),
            name,
            description: stored(&self.description),
            criteria: stored(&self.criteria),
            requests: if self.requests == "1" { Requests::Taken } else { Requests::None },
        };
        for (field, key) in draft.wrong() {
            errors.add(field, key);
        }
        errors.is_empty().then_some(draft)
    }
}

#[derive(Template)]
#[template(path = "evidence/pages/achievements/form.html")]
struct FormPage {
    p: Page,
    f: BadgeForm,
    errors: Errors,
    /// The one that is changed; none: it is new.
    badge: Option<Achievement>,
    /// What a new one may belong to.
    courses: Vec<(CircleId, String, Lang)>,
    organises: bool,
}

const FIELDS: [Field; 6] = [
    field("name", "b-name", "badge-name"),
    field("description", "b-description", "badge-description"),
    field("criteria", "b-criteria", "badge-criteria"),
    field("level", "b-level", "badge-level"),
    field("repeats", "b-repeats", "badge-repeats"),
    field("course", "b-course", "badge-belongs"),
];

impl FormPage {
    async fn new(app: &App, visitor: &Visitor, f: BadgeForm, badge: Option<Achievement>) -> Answer<Self> {
        let member = visitor.signed_in()?;
        let mut conn = app.db.read().await?;
        let courses = if badge.is_none() { courses_of(&mut conn, member).await? } else { vec![] };
        if badge.is_none() && !member.is_organiser() && courses.is_empty() {
            return Err(Failure::Forbidden);
        }
        let title = visitor.words.say(if badge.is_some() { "badge-change" } else { "badge-new" });
        let p = Page::new(&mut conn, visitor, title).await?.private();
        Ok(Self { p, f, errors: Errors::default(), badge, courses, organises: member.is_organiser() })
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        site::refused(&self)
    }

    fn action(&self) -> String {
        self.badge.as_ref().map_or_else(|| "/badges/new".into(), |badge| format!("{}edit", badge.url()))
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&FIELDS)
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn is_course(&self, course: &CircleId) -> bool {
        self.f.course == course.to_string()
    }

    /// Whether how often it can be had is decided for good.
    fn is_fixed(&self) -> bool {
        self.badge.as_ref().is_some_and(|badge| badge.awarded > 0)
    }
}

/// What the query of a new badge may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NewQuery {
    course: String,
}

/// `GET /badges/new`
pub async fn new(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<NewQuery>) -> Answer {
    let f = BadgeForm {
        course: asked.course,
        repeats: "person".into(),
        level: "checkpoint".into(),
        ..BadgeForm::default()
    };
    site::show(&FormPage::new(&app, &visitor, f, None).await?)
}

/// `POST /badges/new`: a badge as a draft.
pub async fn create(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<BadgeForm>) -> Answer {
    let member = visitor.signed_in()?;
    app.limits.presses.take(&member.id.0)?;
    let page = FormPage::new(&app, &visitor, form, None).await?;
    let mut errors = Errors::default();
    let belongs = match page.f.course.as_str() {
        "" if member.is_organiser() => Ok((None, visitor.community.language)),
        course => match page.courses.iter().find(|(id, ..)| id.to_string() == course) {
            Some((id, _, lang)) => Ok((Some(*id), *lang)),
            None => Err("field-choose"),
        },
    };
    let belongs = errors.take("course", belongs);
    let draft = page.f.read(&mut errors);
    let (Some((course, lang)), Some(draft)) = (belongs, draft) else { return page.refuse(errors) };
    let id = app.db.always(async |tx| achievements::begin(tx, member.id, course, lang, &draft).await).await?;
    Ok(see_other(&format!("{}?done=begun#done", achievements::url(id))))
}

/// `GET /badges/{id}/edit`
pub async fn edit_form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answer {
    let badge = led(&mut app.db.read().await?, &visitor, id).await?;
    site::show(&FormPage::new(&app, &visitor, BadgeForm::of(&badge), Some(badge)).await?)
}

/// `POST /badges/{id}/edit`
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(mut form): Typed<BadgeForm>,
) -> Answer {
    let badge = led(&mut app.db.read().await?, &visitor, id).await?;
    if badge.awarded > 0 {
        form.repeats = badge.repeats().word().into();
    }
    let mut errors = Errors::default();
    if let Some(draft) = form.read(&mut errors) {
        let seen = Timestamp(form.seen.parse().unwrap_or_default());
        if app.db.always(async |tx| achievements::edit(tx, id, seen, &draft).await).await? {
            return Ok(see_other(&format!("{}?done=changed#done", badge.url())));
        }
        form.seen = badge.edited_at.0.to_string();
        errors.add("form", "badge-changed-meanwhile");
    }
    FormPage::new(&app, &visitor, form, Some(badge)).await?.refuse(errors)
}

/// What an award says as it is typed.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct AwardForm {
    who: String,
    course: String,
    evidence: String,
    address: String,
}

/// What the query of a badge may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct BadgeQuery {
    before: String,
    done: String,
}

#[derive(Template)]
#[template(path = "evidence/pages/achievements/badge.html")]
struct BadgePage {
    p: Page,
    badge: Achievement,
    leads: bool,
    f: AwardForm,
    errors: Errors,
    /// In which courses it may be given.
    courses: Vec<(CircleId, String, Lang)>,
    awards: Vec<Award>,
    next: Option<RowId>,
    is_later_page: bool,
    done: Option<&'static str>,
    /// Who gave it before, if it is there.
    there: Option<String>,
    /// What it takes to get it by itself, if it has a rule; and what single things in that are called.
    rule: Option<(Rule, Names)>,
}

const AWARD_FIELDS: [Field; 5] = [
    field("who", "a-who", "badge-who"),
    field("course", "a-course", "badge-in-course"),
    field("evidence", "a-evidence", "badge-evidence"),
    field("address", "a-address", "badge-address"),
    field("picture", "p-file", "badge-picture-file"),
];

impl BadgePage {
    async fn read(app: &App, visitor: &Visitor, id: RowId, asked: &BadgeQuery) -> Answer<Self> {
        let mut conn = app.db.read().await?;
        let badge = achievements::find(&mut conn, id).await?.ok_or(Failure::NotFound)?;
        let leads = badge.is_badge() && leads(&mut conn, visitor, badge.course).await?;
        if !leads && !badge.is_public() {
            return Err(Failure::NotFound);
        }
        let before = asked.before.parse().ok();
        let mut awards = if leads {
            achievements::awards_of(&mut conn, id, before, i64::try_from(PAGE)? + 1).await?
        } else {
            vec![]
        };
        let is_more = awards.len() > PAGE;
        awards.truncate(PAGE);
        let next = awards.last().filter(|_| is_more).map(|award| award.id);
        let courses = match &visitor.member {
            Some(member) if leads && badge.course.is_none() => courses_of(&mut conn, member).await?,
            _ => vec![],
        };
        let done = match asked.done.as_str() {
            "begun" => Some("badge-done-begun"),
            "changed" => Some("badge-done-changed"),
            "in-use" => Some("badge-done-in-use"),
            "out-of-use" => Some("badge-done-out-of-use"),
            "picture" => Some("badge-done-picture"),
            "awarded" => Some("badge-done-awarded"),
            "taken-back" => Some("badge-done-taken-back"),
            "rule" => Some("badge-done-rule"),
            "rule-ended" => Some("badge-done-rule-ended"),
            _ => None,
        };
        let rule = match criteria::of(&mut conn, id).await? {
            Some(set) => {
                let names = criteria::names(&mut conn, visitor.id(), &set.rule).await?;
                Some((set.rule, names))
            }
            None => None,
        };
        let p = Page::new(&mut conn, visitor, badge.name.clone()).await?;
        let p = if badge.is_public() { p } else { p.private() };
        Ok(Self {
            p,
            badge,
            leads,
            f: AwardForm::default(),
            errors: Errors::default(),
            courses,
            awards,
            next,
            is_later_page: before.is_some(),
            done,
            there: None,
            rule,
        })
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        site::refused(&self)
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&AWARD_FIELDS)
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn is_course(&self, course: &CircleId) -> bool {
        self.f.course == course.to_string()
    }

    /// The conditions of its rule, in words.
    fn conditions(&self) -> Vec<String> {
        let of = |(rule, names): &(Rule, Names)| words::lines(&self.p.t, rule, names);
        self.rule.as_ref().map(of).unwrap_or_default()
    }

    /// How many of them it takes.
    fn need(&self) -> String {
        self.rule.as_ref().map(|(rule, _)| words::need(&self.p.t, rule)).unwrap_or_default()
    }

    /// Where what somebody did counts.
    fn counts_where(&self) -> Option<String> {
        words::place(&self.badge).map(|key| self.p.t.say(key))
    }

    /// Whether the reader may ask for it.
    fn may_be_asked(&self) -> bool {
        self.p.viewer.is_some() && self.badge.in_use_at.is_some() && self.badge.requests_from.is_some()
    }

    /// Whether every award says in which course.
    fn is_by_run(&self) -> bool {
        self.badge.repeats() == Repeats::Run
    }
}

/// `GET /badges/{id}/`: what it takes; and for those who lead, who has it.
pub async fn badge(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Query(asked): Query<BadgeQuery>,
) -> Answer {
    site::show(&BadgePage::read(&app, &visitor, id, &asked).await?)
}

/// To whom an award is given, and in which course, or what is wrong.
async fn recipient(
    conn: &mut Conn,
    visitor: &Visitor,
    page: &BadgePage,
    errors: &mut Errors,
) -> Answer<Option<(Member, Option<CircleId>)>> {
    let handle = members::one_line(&page.f.who);
    let handle = handle.trim_start_matches('@');
    let found = members::by_handle(conn, &handle.to_lowercase()).await?.filter(Member::is_in);
    let course = match (page.badge.course, page.f.course.as_str()) {
        (Some(course), _) => Some(course),
        (None, "") if page.is_by_run() => return Ok(errors.refuse("course", "field-choose")),
        (None, "") => None,
        (None, typed) => match page.courses.iter().find(|(id, ..)| id.to_string() == typed) {
            Some((course, ..)) => Some(*course),
            None => return Ok(errors.refuse("course", "field-choose")),
        },
    };
    let Some(member) = found else {
        let key = if handle.is_empty() { "field-required" } else { "badge-nobody" };
        return Ok(errors.refuse("who", key));
    };
    if visitor.id() == Some(member.id) {
        return Ok(errors.refuse("who", "badge-to-oneself"));
    }
    if let Some(course) = course
        && circles::part(conn, course, member.id).await?.is_none()
    {
        return Ok(errors.refuse("who", "badge-not-in-course"));
    }
    Ok(Some((member, course)))
}

/// `POST /badges/{id}/award`: gives somebody a badge.
pub async fn award(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(form): Typed<AwardForm>,
) -> Answer {
    let by = visitor.signed_in()?.id;
    app.limits.presses.take(&by.0)?;
    let mut page = BadgePage::read(&app, &visitor, id, &BadgeQuery::default()).await?;
    if !page.leads {
        return Err(Failure::NotFound);
    }
    page.f = form;
    let mut errors = Errors::default();
    let to = recipient(&mut app.db.read().await?, &visitor, &page, &mut errors).await?;
    let address = errors.take("address", rules::address(&page.f.address));
    let evidence = stored(&page.f.evidence);
    if evidence.chars().count() > LONGEST_TEXT {
        errors.add("evidence", "badge-too-long");
    }
    let (Some((member, course)), Some(address), true) = (to, address, errors.is_empty()) else {
        return page.refuse(errors);
    };
    let given = Given { to: member.id, by, course, evidence: &evidence, address: &address };
    match app.db.change(async |tx| achievements::award(tx, id, &given).await).await? {
        Ok(_) => Ok(see_other(&format!("{}?done=awarded#done", page.badge.url()))),
        Err(NotAwarded::OutOfUse) => page.refuse(Errors::of("form", "badge-out-of-use")),
        Err(NotAwarded::There(there)) => {
            let name = there.by_name.clone().unwrap_or_else(|| visitor.words.say("former-member"));
            let date = visitor.words.full_time(there.awarded_at);
            page.there = Some(visitor.words.with2("badge-there-by", ("name", name), ("date", date)));
            page.refuse(Errors::of("who", "badge-there"))
        }
    }
}

/// Whether a badge is to be awarded from now on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct UseForm {
    #[serde(rename = "do")]
    does: String,
}

/// `POST /badges/{id}/use`: puts a badge in use, or out of it.
pub async fn change_use(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(form): Typed<UseForm>,
) -> Answer {
    let badge = led(&mut app.db.read().await?, &visitor, id).await?;
    let done = match form.does.as_str() {
        "begin" => {
            app.db.always(async |tx| achievements::put_in_use(tx, id).await).await?;
            "in-use"
        }
        "end" => {
            app.db.always(async |tx| achievements::put_out_of_use(tx, id).await).await?;
            "out-of-use"
        }
        _ => return Err(Failure::Bad("field-choose")),
    };
    Ok(see_other(&format!("{}?done={done}#done", badge.url())))
}

/// `POST /badges/{id}/picture`: a picture for a badge, or the drawn one again.
pub async fn picture(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    upload: Multipart,
) -> Answer {
    let badge = led(&mut app.db.read().await?, &visitor, id).await?;
    app.limits.uploads.take(&visitor.signed_in()?.id.0)?;
    match take_picture(&app, upload).await? {
        Ok(file) => {
            app.db.always(async |tx| achievements::set_picture(tx, id, file.as_deref()).await).await?;
            Ok(see_other(&format!("{}?done=picture#done", badge.url())))
        }
        Err(key) => {
            let page = BadgePage::read(&app, &visitor, id, &BadgeQuery::default()).await?;
            page.refuse(Errors::of("picture", key))
        }
    }
}

/// The name of the picture that came with a form, none if it is to be drawn, or what is wrong with it.
async fn take_picture(app: &App, upload: Multipart) -> Answer<Result<Option<String>, &'static str>> {
    let bytes = match uploads::picture(upload, app.settings.upload_bytes).await? {
        Ok(Some(bytes)) => bytes,
        Ok(None) => return Ok(Ok(None)),
        Err(key) => return Ok(Err(key)),
    };
    match run_blocking(&app.image_permits, move || picture::medal(&bytes)).await? {
        Ok(bytes) => Ok(Ok(Some(kept_files::keep_bytes(app, bytes).await?))),
        Err(no) => Ok(Err(picture::key(no))),
    }
}

/// The picture of a badge as PNG.
pub async fn picture_of(app: &App, badge: &Achievement) -> anyhow::Result<bytes::Bytes> {
    if !badge.picture.is_empty()
        && let Some(bytes) = app.files.get(&badge.picture).await?
    {
        return Ok(bytes);
    }
    let (id, level) = (badge.id.0, badge.level());
    Ok(run_blocking(&app.image_permits, move || drawing::draw(id, level)).await?.into())
}

/// `GET /badges/{id}/{name}`: its picture. The address is another one when the picture is.
pub async fn show_picture(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((id, name)): Path<(RowId, String)>,
) -> Answer {
    name.strip_suffix(".png").ok_or(Failure::NotFound)?;
    let mut conn = app.db.read().await?;
    let badge = achievements::find(&mut conn, id).await?.ok_or(Failure::NotFound)?;
    if !badge.is_public() && !leads(&mut conn, &visitor, badge.course).await? {
        return Err(Failure::NotFound);
    }
    drop(conn);
    let bytes = picture_of(&app, &badge).await?;
    if badge.picture_url().ends_with(&format!("/{name}")) && !badge.picture.is_empty() {
        return Ok(inert("image/png", bytes));
    }
    // An address that once was another picture's, or that of a drawn one, whose level may change.
    let mut response = inert("image/png", bytes);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    Ok(response)
}

#[derive(Template)]
#[template(path = "evidence/pages/achievements/award.html")]
struct AwardPage {
    p: Page,
    award: Award,
    errors: Errors,
    why: String,
}

impl AwardPage {
    async fn read(app: &App, visitor: &Visitor, id: RowId, award: RowId) -> Answer<Self> {
        let mut conn = app.db.read().await?;
        led(&mut conn, visitor, id).await?;
        let found = achievements::award_of(&mut conn, award).await?;
        let award = found.filter(|award| award.achievement == id).ok_or(Failure::NotFound)?;
        let p = Page::new(&mut conn, visitor, visitor.words.say("badge-award")).await?.private();
        Ok(Self { p, award, errors: Errors::default(), why: String::new() })
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("why", "t-why", "badge-why")])
    }
}

/// `GET /badges/{id}/awards/{award}/`: an award, for those who lead.
pub async fn award_page(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((id, award)): Path<(RowId, RowId)>,
) -> Answer {
    site::unstored(site::show(&AwardPage::read(&app, &visitor, id, award).await?))
}

/// Why an award is taken back.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct WhyForm {
    why: String,
}

/// `POST /badges/{id}/awards/{award}/`: takes an award back.
pub async fn take_back(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((id, award)): Path<(RowId, RowId)>,
    Typed(form): Typed<WhyForm>,
) -> Answer {
    let by = visitor.signed_in()?.id;
    let mut page = AwardPage::read(&app, &visitor, id, award).await?;
    let why = members::one_line(&form.why);
    let wrong = if why.is_empty() {
        Some("field-required")
    } else {
        (why.chars().count() > rules::LONGEST_WHY).then_some("badge-too-long")
    };
    if let Some(key) = wrong {
        page.errors = Errors::of("why", key);
        page.p = page.p.refused(&page.errors);
        page.why = cut(&form.why).into();
        return site::refused(&page);
    }
    app.db.always(async |tx| achievements::take_back(tx, &page.award, by, &why).await).await?;
    Ok(see_other(&format!("{}?done=taken-back#done", page.award.badge_url())))
}

/// What the query of one's badges may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct OwnQuery {
    done: String,
}

#[derive(Template)]
#[template(path = "evidence/pages/achievements/own.html")]
struct OwnPage {
    p: Page,
    /// Each badge with all awards of it.
    groups: Vec<Vec<Award>>,
    /// The credentials of all of them, the latest first.
    issued: Vec<Issued>,
    /// Whether any are issued here.
    issues: bool,
    email: Option<String>,
    /// What they asked for, the latest first.
    requests: Vec<Request>,
    done: Option<&'static str>,
}

impl OwnPage {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    fn credentials_of(&self, award: &RowId) -> Vec<&Issued> {
        self.issued.iter().filter(|one| one.award == Some(*award)).collect()
    }

    /// Whether a credential will be there in a moment.
    fn is_coming(&self, award: &Award) -> bool {
        let counts = |one: &Issued| one.award == Some(award.id) && one.over_at.is_none();
        self.issues && award.declined_at.is_none() && !self.issued.iter().any(counts)
    }

    /// Whether a credential is for another address than its holder has now.
    fn names_another(&self, one: &Issued) -> bool {
        self.email.as_deref().is_some_and(|email| !one.is_about(email))
    }
}

/// `GET /me/badges/`: what one was awarded.
pub async fn own(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<OwnQuery>) -> Answer {
    let (member, email) = visitor.signed_in().map(|member| (member.id, member.email.clone()))?;
    let mut conn = app.db.read().await?;
    let is_news = notices::are_told_of_awards(&mut conn, member).await?;
    drop(conn);
    if is_news {
        app.db.always(async |tx| notices::seen_awards(tx, member).await).await?;
    }
    let mut conn = app.db.read().await?;
    let groups = rules::grouped(achievements::of_member(&mut conn, member).await?, |award| award.achievement);
    let done = match asked.done.as_str() {
        "show" => Some("badge-done-shown"),
        "hide" => Some("badge-done-hidden"),
        "decline" => Some("badge-done-declined"),
        "accept" => Some("badge-done-accepted"),
        "renew" => Some("badge-done-renewed"),
        "asked" => Some("request-done-asked"),
        "withdrawn" => Some("request-done-withdrawn"),
        _ => None,
    };
    let p = Page::new(&mut conn, &visitor, visitor.words.say("badges-own")).await?.private();
    let issued = credentials::of_member(&mut conn, member).await?;
    let issues = credentials::did_of(&app.settings.base_url).is_some();
    let requests = badge_requests::of_member(&mut conn, member).await?;
    site::unstored(site::show(&OwnPage { p, groups, issued, issues, email, requests, done }))
}

/// `POST /me/badges/{id}`: shows, hides, declines or accepts an award of one's own.
pub async fn decide(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(form): Typed<UseForm>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    let does = form.does.as_str();
    app.db
        .change(async |tx| {
            match does {
                "show" => achievements::show(tx, member, id).await?,
                "hide" => achievements::hide(tx, member, id).await?,
                "decline" => achievements::decline(tx, member, id).await?,
                "accept" => achievements::accept(tx, member, id).await?,
                _ => return Ok(Err("field-choose")),
            }
            Ok(Ok(()))
        })
        .await?
        .map_err(Failure::Bad)?;
    Ok(see_other(&format!("/me/badges/?done={does}#done")))
}
