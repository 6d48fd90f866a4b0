//! HTTP for papers: looking at one, whether a file is one, and one's own.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Multipart, State},
    http::{HeaderName, header},
    response::IntoResponse,
};
use serde::Deserialize;

use crate::{
    course::courses,
    evidence::{
        certificates::{
            self, Certificate, Facts, Kind,
            papers::{day, days, time},
            rules,
        },
        credentials::{self, Issued},
    },
    ids::RowId,
    kit::{
        app::App,
        error::{Answer, Failure},
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, cut, field},
            see_other,
            uploads::{is_too_large, read},
        },
    },
    links::notices,
    people::members::Name,
    site::{self, Page, Visitor},
};

/// No file that is looked at is larger, in bytes.
const LARGEST_BYTES: usize = 16 * 1024 * 1024;

/// What can be said of a file that somebody holds out.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Verdict {
    /// It is the paper, byte for byte.
    Genuine,
    /// It is another one of ours, at this address.
    Another(String),
    /// It says that it is one of ours, and is not as it was issued.
    Changed,
    /// It is none of ours.
    Foreign,
}

impl Verdict {
    const fn key(&self) -> &'static str {
        match self {
            Self::Genuine => "paper-genuine",
            Self::Another(_) => "paper-another",
            Self::Changed => "paper-changed",
            Self::Foreign => "paper-foreign",
        }
    }

    const fn is_good(&self) -> bool {
        matches!(self, Self::Genuine | Self::Another(_))
    }

    fn other(&self) -> Option<&String> {
        if let Self::Another(url) = self { Some(url) } else { None }
    }
}

/// What can be said of these bytes, held beside a paper or beside none.
async fn judge(app: &App, bytes: Vec<u8>, beside: Option<&Certificate>) -> anyhow::Result<Verdict> {
    if beside.is_some_and(|it| it.is_of(&bytes)) {
        return Ok(Verdict::Genuine);
    }
    if let Some(found) = certificates::by_bytes(&mut app.db.read().await?, &bytes).await? {
        return Ok(Verdict::Another(found.url()));
    }
    let claimed = tokio::task::spawn_blocking(move || rules::code_claimed(&bytes)).await?;
    let Some(code) = claimed else { return Ok(Verdict::Foreign) };
    let known = certificates::at(&mut app.db.read().await?, &code).await?.is_some();
    Ok(if known { Verdict::Changed } else { Verdict::Foreign })
}

/// What a form for looking sends.
#[derive(Default)]
struct HeldOut {
    code: String,
    file: Vec<u8>,
}

/// Reads what is held out; a field and a message, if it is too large.
async fn held_out(mut upload: Multipart) -> Answer<Result<HeldOut, Errors>> {
    let mut held = HeldOut::default();
    loop {
        let part = match upload.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => return Ok(Ok(held)),
            Err(error) if is_too_large(&error) => return Ok(Err(Errors::of("file", "paper-too-large"))),
            Err(_) => return Err(Failure::Bad("error-bad")),
        };
        let name = part.name().unwrap_or_default().to_owned();
        let Some(bytes) = read(part, LARGEST_BYTES).await? else {
            return Ok(Err(Errors::of("file", "paper-too-large")));
        };
        match name.as_str() {
            "file" => held.file = bytes,
            "code" => held.code = String::from_utf8_lossy(&bytes).replace('\0', ""),
            _ => {}
        }
    }
}

#[derive(Template)]
#[template(path = "evidence/pages/certificates/look.html")]
struct LookPage {
    p: Page,
    code: String,
    verdict: Option<Verdict>,
    errors: Errors,
}

impl LookPage {
    async fn new(app: &App, visitor: &Visitor) -> Answer<Self> {
        let p = Page::new(&mut app.db.read().await?, visitor, visitor.words.say("papers-look")).await?;
        Ok(Self { p, code: String::new(), verdict: None, errors: Errors::default() })
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        site::refused(&self)
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("code", "l-code", "paper-code"), field("file", "l-file", "paper-file")])
    }
}

/// `GET /certificates/`: where the code of a paper is typed, or the paper itself is held out.
pub async fn look_form(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    site::show(&LookPage::new(&app, &visitor).await?)
}

/// `POST /certificates/`: leads to the paper of a code, or says what a file is. Nothing of it is kept.
pub async fn look(State(app): State<Arc<App>>, visitor: Visitor, upload: Multipart) -> Answer {
    app.limits.verifications.take(&visitor.ip)?;
    let mut page = LookPage::new(&app, &visitor).await?;
    let held = match held_out(upload).await? {
        Ok(held) => held,
        Err(errors) => return page.refuse(errors),
    };
    page.code = cut(&held.code).to_owned();
    if !held.file.is_empty() {
        page.verdict = Some(judge(&app, held.file, None).await?);
        return site::unstored(site::show(&page));
    }
    if held.code.trim().is_empty() {
        return page.refuse(Errors::of("code", "field-required"));
    }
    let found = match rules::typed_code(&held.code) {
        Some(code) => certificates::at(&mut app.db.read().await?, &code).await?,
        None => return page.refuse(Errors::of("code", "paper-code-wrong")),
    };
    match found {
        Some(found) => Ok(see_other(&found.url())),
        None => page.refuse(Errors::of("code", "paper-code-unknown")),
    }
}

#[derive(Template)]
#[template(path = "evidence/pages/certificates/paper.html")]
struct PaperPage {
    p: Page,
    it: Certificate,
    facts: Facts,
    verdict: Option<Verdict>,
    errors: Errors,
    /// Whether the reader may take the file.
    takes: bool,
    credential: Option<String>,
}

impl PaperPage {
    async fn new(app: &App, visitor: &Visitor, code: &str) -> Answer<Self> {
        let mut conn = app.db.read().await?;
        let it = certificates::at(&mut conn, code).await?.ok_or(Failure::NotFound)?;
        let is_own = visitor.id().is_some() && visitor.id() == it.member;
        let leads = match visitor.member.as_deref() {
            Some(member) => {
                let found = courses::find(&mut conn, it.course).await?;
                match found {
                    Some(course) => {
                        courses::at(&mut conn, Some(member), &course.address).await?.is_some_and(|(_, it)| it.leads())
                    }
                    None => false,
                }
            }
            None => false,
        };
        // Whoever has the paper has its credential from whoever gave it to them.
        let credential = match it.member.filter(|_| is_own) {
            Some(member) => credential_of(&credentials::of_member(&mut conn, member).await?, &it),
            None => None,
        };
        let p = Page::new(&mut conn, visitor, visitor.words.say(it.kind().key())).await?.private();
        let facts = it.facts();
        let takes = it.is_kept && (is_own || leads);
        Ok(Self { p, it, facts, verdict: None, errors: Errors::default(), takes, credential })
    }

    /// What it says: labels in the reader's words, values, and whether those are in the language of the course.
    fn says(&self) -> Vec<(String, String, bool)> {
        let (t, f) = (&self.p.t, &self.facts);
        let is_statement = self.it.kind() == Kind::Statement;
        let told = |key: &str, value: Option<String>| value.map(|value| (t.say(key), value, false));
        let theirs = |key: &str, value: String| (!value.is_empty()).then(|| (t.say(key), value, true));
        let name = (self.it.named && !self.it.name.is_empty()).then(|| self.it.name.clone());
        let role = if f.role.is_empty() { String::new() } else { format!(", {}", f.role) };
        let all = [
            told("paper-holder", name),
            theirs("paper-course", f.title.clone()),
            told("paper-course-days", Some(days(t, &f.starts_on, &f.ends_on))),
            told("paper-took-part", f.took_part.as_ref().map(|(from, until)| days(t, from, until))),
            told("paper-finished", f.finished_on.as_ref().map(|finished| day(t, finished))),
            told("paper-issued", Some(day(t, &f.issued_on))),
            told("paper-contact", f.minutes.map(|minutes| time(t, minutes))),
            told("paper-logged", f.logged.map(|minutes| time(t, minutes))),
            theirs("paper-did", f.activities.join("\n")),
            theirs(if is_statement { "paper-asked-done" } else { "paper-asked" }, f.rule.join("\n")),
            theirs(if is_statement { "paper-outcomes-met" } else { "paper-outcomes" }, f.outcomes.join("\n")),
            theirs("paper-outcomes-other", f.other_outcomes.join("\n")),
            theirs("paper-issuer", [f.provider.as_str(), f.address.as_str()].join("\n").trim().to_owned()),
            theirs("paper-signatory", format!("{}{role}", f.signatory)),
            theirs("completion-approval", f.approval.clone()),
        ];
        all.into_iter().flatten().collect()
    }

    fn revoked(&self) -> Option<String> {
        self.it.revoked_at.map(|at| self.p.t.with("paper-revoked-at", "date", self.p.t.date(at)))
    }
}

/// The address of the credential of a paper that counts, if it is issued.
fn credential_of(all: &[Issued], it: &Certificate) -> Option<String> {
    all.iter().find(|one| it.award.is_some() && one.award == it.award && one.over_at.is_none()).map(Issued::url)
}

/// `GET /certificates/{code}/`: what was certified, and whether it counts.
pub async fn paper(State(app): State<Arc<App>>, visitor: Visitor, Path(code): Path<String>) -> Answer {
    match rules::typed_code(&code) {
        Some(read) if read == code => site::unstored(site::show(&PaperPage::new(&app, &visitor, &code).await?)),
        Some(read) => Ok(see_other(&certificates::url(&read))),
        None => Err(Failure::NotFound),
    }
}

/// `POST /certificates/{code}/`: whether a file is this paper, unchanged. Nothing of it is kept.
pub async fn compare(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(code): Path<String>,
    upload: Multipart,
) -> Answer {
    app.limits.verifications.take(&visitor.ip)?;
    let mut page = PaperPage::new(&app, &visitor, &code).await?;
    let errors = match held_out(upload).await? {
        Ok(held) if !held.file.is_empty() => {
            page.verdict = Some(judge(&app, held.file, Some(&page.it)).await?);
            return site::unstored(site::show(&page));
        }
        Ok(_) => Errors::of("file", "field-required"),
        Err(errors) => errors,
    };
    page.p = page.p.refused(&errors);
    page.errors = errors;
    site::refused(&page)
}

/// `GET /certificates/{code}/{name}`: the paper itself, for its holder and those who lead the course.
pub async fn download(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((code, name)): Path<(String, String)>,
) -> Answer {
    let page = PaperPage::new(&app, &visitor, &code).await?;
    let own = format!("{}.pdf", page.it.kind().word());
    if !page.takes || name != own {
        return Err(Failure::NotFound);
    }
    let bytes = certificates::pdf(&mut app.db.read().await?, page.it.id).await?.ok_or(Failure::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, "application/pdf".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{}-{code}.pdf\"", page.it.kind().word())),
        (header::CACHE_CONTROL, "private, no-store".to_owned()),
        (HeaderName::from_static("x-robots-tag"), "noindex".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}

/// What the query of one's own papers may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct OwnQuery {
    done: String,
}

#[derive(Template)]
#[template(path = "evidence/pages/certificates/own.html")]
struct OwnPage {
    p: Page,
    all: Vec<Certificate>,
    /// Address, title and language of the courses one takes or took part in.
    courses: Vec<(String, String, String)>,
    issued: Vec<Issued>,
    called: String,
    usual: String,
    /// What of the name no font has.
    undrawn: Option<String>,
    errors: Errors,
    done: Option<&'static str>,
}

impl OwnPage {
    async fn new(app: &App, visitor: &Visitor, typed: Option<String>) -> Answer<Self> {
        let member = visitor.signed_in()?;
        let mut conn = app.db.read().await?;
        let all = certificates::of_member(&mut conn, member.id).await?;
        let courses = certificates::courses_of(&mut conn, member.id).await?;
        let issued = credentials::of_member(&mut conn, member.id).await?;
        let kept = certificates::name_of(&mut conn, member.id).await?;
        let p = Page::new(&mut conn, visitor, visitor.words.say("papers-own")).await?.private();
        drop(conn);
        let usual = member.name.clone();
        let undrawn = certificates::undrawn(app, kept.as_ref().unwrap_or(&usual)).await?;
        let called = typed.unwrap_or_else(|| kept.unwrap_or_default());
        Ok(Self { p, all, courses, issued, called, usual, undrawn, errors: Errors::default(), done: None })
    }

    fn credential(&self, it: &Certificate) -> Option<String> {
        credential_of(&self.issued, it)
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("name", "o-name", "paper-name")])
    }

    fn missing(&self) -> Option<String> {
        self.undrawn.as_ref().map(|sign| self.p.t.with("paper-undrawn", "sign", sign.as_str()))
    }
}

/// `GET /me/certificates/`: one's own papers, and what they call one.
pub async fn own(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<OwnQuery>) -> Answer {
    let member = visitor.signed_in()?.id;
    let is_news = notices::are_told_of_awards(&mut app.db.read().await?, member).await?;
    if is_news {
        app.db.always(async |tx| notices::seen_awards(tx, member).await).await?;
    }
    let mut page = OwnPage::new(&app, &visitor, None).await?;
    page.done = match asked.done.as_str() {
        "name" => Some("papers-done-name"),
        "show" => Some("papers-done-shown"),
        "hide" => Some("papers-done-hidden"),
        _ => None,
    };
    site::unstored(site::show(&page))
}

/// What papers are to call somebody.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct NameForm {
    name: String,
}

/// `POST /me/certificates/`: what papers call one from now on.
pub async fn call(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<NameForm>) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    let name = match form.name.trim() {
        "" => Ok(None),
        typed => typed.parse::<Name>().map(Some),
    };
    let key = match name {
        Ok(name) => {
            let undrawn = match &name {
                Some(name) => certificates::undrawn(&app, name.as_str()).await?,
                None => None,
            };
            if undrawn.is_none() {
                app.db.always(async |tx| certificates::call(tx, member, name.as_ref()).await).await?;
                return Ok(see_other("/me/certificates/?done=name#done"));
            }
            let mut page = OwnPage::new(&app, &visitor, Some(form.name)).await?;
            page.undrawn = undrawn;
            page.errors = Errors::of("name", "paper-name-undrawn");
            page.p = page.p.refused(&page.errors);
            return site::refused(&page);
        }
        Err(key) => key,
    };
    let mut page = OwnPage::new(&app, &visitor, Some(form.name)).await?;
    page.errors = Errors::of("name", key);
    page.p = page.p.refused(&page.errors);
    site::refused(&page)
}

/// What is to be done with a paper of one's own.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DoForm {
    #[serde(rename = "do")]
    does: String,
}

/// `POST /me/certificates/{id}`: whether the page of a paper of one's own says whose it is.
pub async fn decide(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<RowId>,
    Typed(form): Typed<DoForm>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    match form.does.as_str() {
        "show" => app.db.always(async |tx| certificates::show_name(tx, member, id).await).await?,
        "hide" => app.db.always(async |tx| certificates::hide_name(tx, member, id).await).await?,
        _ => return Err(Failure::Bad("field-choose")),
    }
    Ok(see_other(&format!("/me/certificates/?done={}#done", form.does)))
}
