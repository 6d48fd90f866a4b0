//! HTTP for signing in.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
};
use serde::Deserialize;

use super::LinkGone;
use crate::{
    kit::{
        app::App,
        error::Answer,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            is_own_path, onwards, with_next,
        },
    },
    people::{
        members::{self, Email, Password},
        one_time_links::{self, LinkKind},
        pages::account::{
            emails::MailContext,
            owner_of,
            pages::{enter, link_gone, look_in_mail, secret},
        },
    },
    site::{self, Page, Visitor},
};

/// What was typed to sign in, and where to go on afterwards.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Form {
    #[serde(alias = "email")]
    who: String,
    password: String,
    next: String,
    /// Something, if they left a moment ago.
    left: String,
}

const FIELDS: [Field; 1] = [field("who", "who", "field-who")];

#[derive(Template)]
#[template(path = "people/pages/account/signing_in/sign-in.html")]
struct SignInPage {
    p: Page,
    form: Form,
    errors: Errors,
    wrong: Vec<Field>,
}

impl SignInPage {
    async fn new(app: &App, visitor: &Visitor, mut form: Form, errors: Errors) -> anyhow::Result<Self> {
        let title = visitor.words.say("sign-in");
        let mut p = Page::new(&mut app.db.read().await?, visitor, title).await?.private().refused(&errors);
        if !is_own_path(&form.next) {
            form.next = "/".into();
        }
        p.address = with_next("/sign-in", &form.next);
        Ok(Self { p, form, wrong: errors.list(&FIELDS), errors })
    }
}

/// `GET /sign-in`: both ways in.
pub async fn form(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<Form>) -> Answer {
    if visitor.member.is_some() {
        return Ok(onwards(&asked.next, "/"));
    }
    let form = Form { next: asked.next, left: asked.left, ..Form::default() };
    site::show(&SignInPage::new(&app, &visitor, form, Errors::default()).await?)
}

/// `POST /sign-in`: by password.
pub async fn by_password(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    headers: HeaderMap,
    Typed(form): Typed<Form>,
) -> Answer {
    if app.limits.tries.take(&visitor.ip).is_err() || too_many_at(&app, &visitor, &form.who).await? {
        let page = SignInPage::new(&app, &visitor, form, Errors::of("form", "sign-in-too-many")).await?;
        return site::show_with(StatusCode::TOO_MANY_REQUESTS, &page);
    }
    let desk = MailContext::new(&app, &visitor.community, &visitor.words);
    if let Some(arrived) = super::by_password(&app, &desk, &form.who, &form.password).await? {
        return enter(&app, &visitor, &headers, arrived, &form.next).await;
    }
    site::refused(&SignInPage::new(&app, &visitor, form, Errors::of("form", "sign-in-wrong")).await?)
}

/// Whether one account was tried too often from one place. It is one account by its handle and by its address.
async fn too_many_at(app: &App, visitor: &Visitor, who: &str) -> anyhow::Result<bool> {
    let account = members::account(&mut app.db.read().await?, who).await?;
    let account = account.map_or_else(|| members::login_key(who), |member| member.id.to_string());
    Ok(app.limits.try_at(&account, visitor.ip).is_err())
}

/// The address that somebody means who typed it, or typed their handle; none for a handle that is nobody's.
async fn address_of(app: &App, who: &str) -> anyhow::Result<Result<Option<Email>, &'static str>> {
    let handle = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if who.contains('@') && !who.trim().starts_with('@') {
        return Ok(who.parse::<Email>().map(Some));
    }
    if !members::login_key(who).chars().all(handle) || who.trim().is_empty() {
        return Ok(Err("field-email"));
    }
    let member = members::account(&mut app.db.read().await?, who).await?;
    Ok(Ok(member.and_then(|member| member.email).and_then(|email| email.parse().ok())))
}

/// Who is to get a letter with a link, or what is to be said instead.
async fn recipient(app: &App, visitor: &Visitor, who: &str) -> anyhow::Result<Result<Option<Email>, Errors>> {
    if app.limits.tries.take(&visitor.ip).is_err() {
        return Ok(Err(Errors::of("form", "letters-too-many")));
    }
    let email = match address_of(app, who).await? {
        Ok(email) => email,
        Err(key) => return Ok(Err(Errors::of("who", key))),
    };
    let letters = email.as_ref().map_or_else(|| members::login_key(who), |email| email.as_str().to_owned());
    if app.limits.letters.take(&letters).is_err() {
        return Ok(Err(Errors::of("form", "letters-too-many")));
    }
    Ok(Ok(email))
}

fn status_of(errors: &Errors) -> StatusCode {
    let too_many = errors.get("form").is_some();
    if too_many { StatusCode::TOO_MANY_REQUESTS } else { StatusCode::UNPROCESSABLE_ENTITY }
}

/// `POST /sign-in/link`: asks for a link.
pub async fn send_link(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<Form>) -> Answer {
    let email = match recipient(&app, &visitor, &form.who).await? {
        Ok(email) => email,
        Err(errors) => {
            let status = status_of(&errors);
            return site::show_with(status, &SignInPage::new(&app, &visitor, form, errors).await?);
        }
    };
    let desk = MailContext::new(&app, &visitor.community, &visitor.words);
    super::send_link(&app, &desk, email.as_ref(), own(&form.next)).await?;
    look_in_mail(&app, &visitor, form.who.trim(), "/sign-in").await
}

/// Where to go on, if that is a page of this site worth going to.
fn own(next: &str) -> &str {
    if is_own_path(next) && next != "/" { next } else { "" }
}

/// A page with one button.
#[derive(Template)]
#[template(path = "people/pages/account/button.html")]
struct ButtonPage {
    p: Page,
    heading: String,
    text: String,
    label: String,
    action: String,
    next: String,
}

/// What stands on a page with one button.
pub struct Button {
    /// What it is about.
    pub heading: String,
    /// What the button will do.
    pub text: String,
    /// What stands on it.
    pub label: String,
    /// Where it leads.
    pub action: String,
    /// Where to go on afterwards.
    pub next: String,
}

impl Button {
    /// The page.
    pub async fn show(self, app: &App, visitor: &Visitor) -> Answer {
        let p = Page::new(&mut app.db.read().await?, visitor, &self.heading).await?.private();
        let Self { heading, text, label, action, next } = self;
        site::show(&ButtonPage { p, heading, text, label, action, next })
    }
}

/// `GET /sign-in/link/{secret}`: asks for one press of a button, which no program that only looks at links does.
pub async fn link_form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    Query(asked): Query<Form>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let link = one_time_links::find(&mut conn, &token, LinkKind::SignIn, app.now()).await?;
    let member = match &link {
        Some(link) => owner_of(&mut conn, link).await?,
        None => None,
    };
    drop(conn);
    let Some(member) = member else { return secret(link_gone(&app, &visitor).await) };
    let t = &visitor.words;
    let button = Button {
        heading: t.say("sign-in-heading"),
        text: t.with("sign-in-as", "name", member.name.as_str()),
        label: t.say("sign-in"),
        action: format!("/sign-in/link/{token}"),
        next: if is_own_path(&asked.next) { asked.next } else { String::new() },
    };
    secret(button.show(&app, &visitor).await)
}

/// `POST /sign-in/link/{secret}`: signs in.
pub async fn by_link(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    headers: HeaderMap,
    Typed(form): Typed<Form>,
) -> Answer {
    app.limits.tries.take(&visitor.ip)?;
    match super::by_link(&app, &token).await? {
        Ok(arrived) => secret(enter(&app, &visitor, &headers, arrived, &form.next).await),
        Err(LinkGone) => secret(link_gone(&app, &visitor).await),
    }
}

#[derive(Template)]
#[template(path = "people/pages/account/signing_in/forgot.html")]
struct ForgotPage {
    p: Page,
    form: ForgotForm,
    errors: Errors,
    wrong: Vec<Field>,
}

/// Who forgot their password. The form for signing in sends what was typed there along, and asks nothing yet.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ForgotForm {
    #[serde(alias = "email")]
    who: String,
    next: String,
    /// Whether this is the form for signing in, which has a field for the password.
    password: Option<String>,
}

async fn show_forgot(app: &App, visitor: &Visitor, form: ForgotForm, errors: Errors, status: StatusCode) -> Answer {
    let title = visitor.words.say("forgot");
    let mut p = Page::new(&mut app.db.read().await?, visitor, title).await?.private().refused(&errors);
    p.address = with_next("/forgot", &form.next);
    let wrong = errors.list(&FIELDS);
    site::show_with(status, &ForgotPage { p, form, errors, wrong })
}

/// `GET /forgot`: asks for the address.
pub async fn forgot_form(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<ForgotForm>) -> Answer {
    let form = ForgotForm { next: asked.next, ..ForgotForm::default() };
    show_forgot(&app, &visitor, form, Errors::default(), StatusCode::OK).await
}

/// `POST /forgot`: asks for a link that sets a new password.
pub async fn forgot(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<ForgotForm>) -> Answer {
    if form.password.is_some() {
        return show_forgot(&app, &visitor, form, Errors::default(), StatusCode::OK).await;
    }
    let email = match recipient(&app, &visitor, &form.who).await? {
        Ok(email) => email,
        Err(errors) => {
            let status = status_of(&errors);
            return show_forgot(&app, &visitor, form, errors, status).await;
        }
    };
    let desk = MailContext::new(&app, &visitor.community, &visitor.words);
    super::send_reset(&app, &desk, email.as_ref(), own(&form.next)).await?;
    look_in_mail(&app, &visitor, form.who.trim(), "/forgot").await
}

#[derive(Template)]
#[template(path = "people/pages/account/signing_in/reset.html")]
struct ResetPage {
    p: Page,
    token: String,
    next: String,
    handle: String,
    errors: Errors,
    wrong: Vec<Field>,
}

async fn show_reset(
    app: &App,
    visitor: &Visitor,
    token: String,
    next: String,
    errors: Errors,
    status: StatusCode,
) -> Answer {
    const FIELDS: [Field; 1] = [field("password", "new-password", "field-new-password")];
    let mut conn = app.db.read().await?;
    let link = one_time_links::find(&mut conn, &token, LinkKind::Reset, app.now()).await?;
    let member = match &link {
        Some(link) => owner_of(&mut conn, link).await?,
        None => None,
    };
    let Some(member) = member else {
        drop(conn);
        return link_gone(app, visitor).await;
    };
    let p = Page::new(&mut conn, visitor, visitor.words.say("forgot")).await?.private().refused(&errors);
    let wrong = errors.list(&FIELDS);
    site::show_with(status, &ResetPage { p, token, next, handle: member.handle, errors, wrong })
}

/// `GET /reset/{secret}`: asks for a new password.
pub async fn reset_form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    Query(asked): Query<Form>,
) -> Answer {
    secret(show_reset(&app, &visitor, token, asked.next, Errors::default(), StatusCode::OK).await)
}

/// `POST /reset/{secret}`: sets it.
pub async fn reset(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    headers: HeaderMap,
    Typed(form): Typed<Form>,
) -> Answer {
    app.limits.tries.take(&visitor.ip)?;
    let password: Password = match form.password.parse() {
        Ok(password) => password,
        Err(key) => {
            let errors = Errors::of("password", key);
            return secret(
                show_reset(&app, &visitor, token, form.next, errors, StatusCode::UNPROCESSABLE_ENTITY).await,
            );
        }
    };
    match super::reset(&app, &token, &password).await? {
        Ok(arrived) => secret(enter(&app, &visitor, &headers, arrived, &form.next).await),
        Err(LinkGone) => secret(link_gone(&app, &visitor).await),
    }
}
