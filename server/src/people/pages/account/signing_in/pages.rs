//! HTTP for signing in.

use std::sync::Arc;

use askama::Template;
use axum::{
    Form as Typed,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
};
use serde::Deserialize;

use super::LinkGone;
use crate::{
    kit::{
        app::App,
        error::Answer,
        web::{
            Query,
            forms::{Errors, Field, field},
            is_own_path, onwards,
        },
    },
    people::{
        members::{self, Email, LinkKind, Password},
        pages::account::{
            emails::MailContext,
            holder,
            pages::{enter, link_gone, look_in_mail, secret},
        },
    },
    site::{self, Page, Visitor},
};

/// What was typed to sign in, and where to go on afterwards.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Form {
    who: String,
    password: String,
    email: String,
    next: String,
}

#[derive(Template)]
#[template(path = "people/pages/account/signing_in/sign-in.html")]
struct SignInPage {
    p: Page,
    form: Form,
    errors: Errors,
    wrong: Vec<Field>,
    link_errors: Errors,
    link_wrong: Vec<Field>,
}

impl SignInPage {
    async fn new(app: &App, visitor: &Visitor, mut form: Form) -> anyhow::Result<Self> {
        let title = visitor.words.say("sign-in");
        let mut p = Page::new(&mut app.db.read().await?, visitor, title).await?.private();
        if !is_own_path(&form.next) {
            form.next = "/".into();
        }
        let next: String = url::form_urlencoded::byte_serialize(form.next.as_bytes()).collect();
        p.address = if form.next == "/" { "/sign-in".into() } else { format!("/sign-in?next={next}") };
        let (errors, link_errors) = (Errors::default(), Errors::default());
        Ok(Self { p, form, errors, wrong: vec![], link_errors, link_wrong: vec![] })
    }
}

/// `GET /sign-in`: both ways in.
pub async fn form(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<Form>) -> Answer {
    if visitor.member.is_some() {
        return Ok(onwards(&asked.next, "/"));
    }
    let form = Form { next: asked.next, ..Form::default() };
    site::show(&SignInPage::new(&app, &visitor, form).await?)
}

/// `POST /sign-in`: by password.
pub async fn by_password(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    headers: HeaderMap,
    Typed(form): Typed<Form>,
) -> Answer {
    // No address is longer, and no more of it is remembered.
    let at: String = form.who.trim().trim_start_matches('@').chars().take(254).flat_map(char::to_lowercase).collect();
    if app.limits.tries.take(&visitor.ip).is_err() || app.limits.try_at(&at, visitor.ip).is_err() {
        let mut page = SignInPage::new(&app, &visitor, form).await?;
        page.errors = Errors::of("form", "sign-in-too-many");
        return site::show_with(StatusCode::TOO_MANY_REQUESTS, &page);
    }
    let desk = MailContext::new(&app, &visitor.community, &visitor.words);
    if let Some(arrived) = super::by_password(&app, &desk, &form.who, &form.password).await? {
        return enter(&app, &visitor, &headers, arrived, &form.next).await;
    }
    let mut page = SignInPage::new(&app, &visitor, form).await?;
    page.errors = Errors::of("form", "sign-in-wrong");
    site::refused(&page)
}

/// `POST /sign-in/link`: asks for a link.
pub async fn send_link(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<Form>) -> Answer {
    const FIELDS: [Field; 1] = [field("email", "link-email", "field-email-label")];
    let email: Email = match form.email.parse() {
        Ok(email) => email,
        Err(key) => {
            let mut page = SignInPage::new(&app, &visitor, form).await?;
            page.link_errors = Errors::of("email", key);
            page.link_wrong = page.link_errors.list(&FIELDS);
            return site::refused(&page);
        }
    };
    if too_many_letters(&app, &visitor, &email) {
        let mut page = SignInPage::new(&app, &visitor, form).await?;
        page.link_errors = Errors::of("form", "letters-too-many");
        return site::show_with(StatusCode::TOO_MANY_REQUESTS, &page);
    }
    let desk = MailContext::new(&app, &visitor.community, &visitor.words);
    let next = if is_own_path(&form.next) && form.next != "/" { form.next.as_str() } else { "" };
    super::send_link(&app, &desk, &email, next).await?;
    look_in_mail(&app, &visitor, email.as_str(), "/sign-in").await
}

fn too_many_letters(app: &App, visitor: &Visitor, email: &Email) -> bool {
    app.limits.tries.take(&visitor.ip).is_err() || app.limits.letters.take(&email.as_str().to_owned()).is_err()
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
    let ticket = members::ticket(&mut conn, &token, LinkKind::SignIn, app.now()).await?;
    let member = match &ticket {
        Some(ticket) => holder(&mut conn, ticket).await?,
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
    email: String,
    errors: Errors,
    wrong: Vec<Field>,
}

async fn show_forgot(app: &App, visitor: &Visitor, email: String, errors: Errors, status: StatusCode) -> Answer {
    const FIELDS: [Field; 1] = [field("email", "forgot-email", "field-email-label")];
    let p = Page::new(&mut app.db.read().await?, visitor, visitor.words.say("forgot")).await?.private();
    let wrong = errors.list(&FIELDS);
    site::show_with(status, &ForgotPage { p, email, errors, wrong })
}

/// `GET /forgot`: asks for the address.
pub async fn forgot_form(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    show_forgot(&app, &visitor, String::new(), Errors::default(), StatusCode::OK).await
}

/// `POST /forgot`: asks for a link that sets a new password.
pub async fn forgot(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<Form>) -> Answer {
    let email: Email = match form.email.parse() {
        Ok(email) => email,
        Err(key) => {
            let errors = Errors::of("email", key);
            return show_forgot(&app, &visitor, form.email, errors, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    };
    if too_many_letters(&app, &visitor, &email) {
        let errors = Errors::of("form", "letters-too-many");
        return show_forgot(&app, &visitor, form.email, errors, StatusCode::TOO_MANY_REQUESTS).await;
    }
    let desk = MailContext::new(&app, &visitor.community, &visitor.words);
    super::send_reset(&app, &desk, &email).await?;
    look_in_mail(&app, &visitor, email.as_str(), "/forgot").await
}

#[derive(Template)]
#[template(path = "people/pages/account/signing_in/reset.html")]
struct ResetPage {
    p: Page,
    token: String,
    handle: String,
    errors: Errors,
    wrong: Vec<Field>,
}

async fn show_reset(app: &App, visitor: &Visitor, token: String, errors: Errors, status: StatusCode) -> Answer {
    const FIELDS: [Field; 1] = [field("password", "new-password", "field-new-password")];
    let mut conn = app.db.read().await?;
    let ticket = members::ticket(&mut conn, &token, LinkKind::Reset, app.now()).await?;
    let member = match &ticket {
        Some(ticket) => holder(&mut conn, ticket).await?,
        None => None,
    };
    let Some(member) = member else {
        drop(conn);
        return link_gone(app, visitor).await;
    };
    let p = Page::new(&mut conn, visitor, visitor.words.say("forgot")).await?.private();
    let wrong = errors.list(&FIELDS);
    site::show_with(status, &ResetPage { p, token, handle: member.handle, errors, wrong })
}

/// `GET /reset/{secret}`: asks for a new password.
pub async fn reset_form(State(app): State<Arc<App>>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    secret(show_reset(&app, &visitor, token, Errors::default(), StatusCode::OK).await)
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
            return secret(show_reset(&app, &visitor, token, errors, StatusCode::UNPROCESSABLE_ENTITY).await);
        }
    };
    match super::reset(&app, &token, &password).await? {
        Ok(arrived) => secret(enter(&app, &visitor, &headers, arrived, "/me/settings/?saved=password").await),
        Err(LinkGone) => secret(link_gone(&app, &visitor).await),
    }
}
