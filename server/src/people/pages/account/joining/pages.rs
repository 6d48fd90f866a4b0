//! HTTP for joining.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
};
use serde::Deserialize;

use super::{Confirms, Entrance, JoinRequest, Joined, NoConfirmation, NoEntry};
use crate::{
    kit::{
        app::App,
        error::{Answer, Failure},
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            is_own_path, onwards, see_other, traps, with_next,
        },
    },
    people::{
        members::{self, Handle, one_line, stored},
        pages::account::{
            emails::MailContext,
            pages::{On, enter, link_gone, say, secret, sign_in_as},
            settings::ZONES,
            signing_in::pages::Button,
        },
    },
    site::{self, Page, Visitor},
};

const FIELDS: [Field; 5] = [
    field("name", "display-name", "field-display-name"),
    field("handle", "handle", "field-handle-label"),
    field("email", "join-email", "field-email-label"),
    field("password", "new-password", "field-password-label"),
    field("why", "why", "field-why-label"),
];

/// What somebody typed who wants to join, or the secret they came with.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Form {
    name: String,
    handle: String,
    email: String,
    password: String,
    why: String,
    zone: String,
    invite: String,
    found: String,
    next: String,
    /// When the page was made.
    made: String,
    /// What no person sees.
    subject: String,
}

impl Form {
    fn check(&self) -> Result<JoinRequest, Errors> {
        let mut errors = Errors::default();
        let name = errors.take("name", self.name.parse());
        let chosen = !self.handle.trim().is_empty();
        let handle = match &name {
            Some(name) if !chosen => Some(Err(Handle::of_name(name))),
            None if !chosen => None,
            _ => errors.take("handle", self.handle.parse()).map(Ok),
        };
        let email = errors.take("email", self.email.parse());
        let password = errors.take("password", self.password.parse());
        if self.why.chars().count() > 2000 {
            errors.add("why", "field-too-long");
        }
        match (name, handle, email, password) {
            (Some(name), Some(handle), Some(email), Some(password)) if errors.is_empty() => {
                let zone = Some(self.zone.clone()).filter(|zone| ZONES.contains(zone));
                let (why, next) = (stored(&self.why), self.next.clone());
                Ok(JoinRequest { name, handle, email, password, why, zone, next })
            }
            _ => Err(errors),
        }
    }
}

#[derive(Template)]
#[template(path = "people/pages/account/joining/join.html")]
struct JoinPage {
    p: Page,
    form: Form,
    errors: Errors,
    wrong: Vec<Field>,
    by_request: bool,
    founding: bool,
}

async fn show(
    app: &App,
    visitor: &Visitor,
    form: Form,
    entrance: &Entrance,
    errors: Errors,
    status: StatusCode,
) -> Answer {
    let made = traps::made_again(&visitor.community.secret, &form.made, app.now());
    let form = Form { made, ..form };
    let title = visitor.words.say("join");
    let mut p = Page::new(&mut app.db.read().await?, visitor, title).await?.private().refused(&errors);
    if p.is_at("/join") {
        let address = match entrance {
            Entrance::Invitation(secret) => format!("/join?invite={secret}"),
            Entrance::Founding(secret) => format!("/join?found={secret}"),
            Entrance::Open | Entrance::Request => "/join".into(),
        };
        p.address = with_next(&address, &form.next);
    }
    let (by_request, founding) = (*entrance == Entrance::Request, matches!(entrance, Entrance::Founding(_)));
    let wrong = errors.list(&FIELDS);
    site::show_with(status, &JoinPage { p, form, errors, wrong, by_request, founding })
}

/// Where somebody comes who is in for the first time.
const WELCOME: &str = "/?welcome=yes";

/// `GET /join`: the form, or why there is none.
pub async fn form(State(app): State<Arc<App>>, visitor: Visitor, Query(mut form): Query<Form>) -> Answer {
    if visitor.member.is_some() {
        return Ok(see_other("/"));
    }
    if is_early(&app, &form).await? {
        return early(&app, &visitor).await;
    }
    // Only the secrets come by the address, and where to go on.
    let next = if is_own_path(&form.next) { form.next } else { String::new() };
    form = Form { invite: form.invite, found: form.found, next, ..Form::default() };
    let Some(entrance) = Entrance::of(visitor.community.joining, &form.invite, &form.found) else {
        return by_invitation(&app, &visitor).await;
    };
    if entrance.key().is_some() {
        let Some(link) = super::link_of(&app, &mut app.db.read().await?, &entrance).await? else {
            return secret(gone(&app, &visitor).await);
        };
        form.email = link.email.map(|email| email.as_str().to_owned()).unwrap_or_default();
    }
    secret(show(&app, &visitor, form, &entrance, Errors::default(), StatusCode::OK).await)
}

/// Whether nobody has begun the community yet. Until then nobody but whoever runs the server comes in.
async fn is_early(app: &App, form: &Form) -> anyhow::Result<bool> {
    let invited = !form.found.is_empty() || !form.invite.is_empty();
    Ok(!invited && !members::has_organiser(&mut app.db.read().await?).await?)
}

async fn early(app: &App, visitor: &Visitor) -> Answer {
    say(app, visitor, StatusCode::FORBIDDEN, "join-early", "", None).await
}

async fn by_invitation(app: &App, visitor: &Visitor) -> Answer {
    say(app, visitor, StatusCode::FORBIDDEN, "join-by-invitation", "", None).await
}

async fn gone(app: &App, visitor: &Visitor) -> Answer {
    say(app, visitor, StatusCode::GONE, "join-invitation-gone", "", None).await
}

/// `POST /join`: joins.
pub async fn join(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    headers: HeaderMap,
    Typed(mut form): Typed<Form>,
) -> Answer {
    if visitor.member.is_some() {
        return Ok(see_other("/"));
    }
    if is_early(&app, &form).await? {
        return early(&app, &visitor).await;
    }
    let Some(entrance) = Entrance::of(visitor.community.joining, &form.invite, &form.found) else {
        return by_invitation(&app, &visitor).await;
    };
    form.name = one_line(&form.name);
    if !is_own_path(&form.next) {
        form.next.clear();
    }
    if app.limits.tries.take(&visitor.ip).is_err() {
        let errors = Errors::of("form", "error-too-many-text");
        return show(&app, &visitor, form, &entrance, errors, StatusCode::TOO_MANY_REQUESTS).await;
    }
    let request = match form.check() {
        Ok(request) => request,
        Err(errors) => return show(&app, &visitor, form, &entrance, errors, StatusCode::UNPROCESSABLE_ENTITY).await,
    };
    // Whoever was invited has shown that they read.
    let fields = (&*form.made, &*form.subject);
    if entrance.key().is_none()
        && traps::is_sprung(&app.limits, app.now(), &visitor.community.secret, fields, traps::FILLED_IN)
    {
        let errors = Errors::of("form", "error-sent-too-soon");
        return show(&app, &visitor, form, &entrance, errors, StatusCode::UNPROCESSABLE_ENTITY).await;
    }
    let email = request.email.as_str().to_owned();
    if app.limits.joins.take(&visitor.ip).is_err() || app.limits.letters.take(&email).is_err() {
        let errors = Errors::of("form", "error-too-many-text");
        return show(&app, &visitor, form, &entrance, errors, StatusCode::TOO_MANY_REQUESTS).await;
    }
    let desk = MailContext::new(&app, &visitor.community, &visitor.words);
    match super::join(&app, &desk, &request, &entrance).await? {
        Ok(Joined::In(member)) => {
            sign_in_as(&visitor, &headers, &member).await?;
            if matches!(entrance, Entrance::Founding(_)) {
                return Ok(see_other("/manage/?saved=begun"));
            }
            Ok(onwards(&request.next, WELCOME))
        }
        Ok(Joined::LetterSent(id)) => {
            visitor.begin_to_join(id).await?;
            let on = On { key: "account-mail-nothing", link: "account-mail-again", to: "/join" };
            let key = if entrance == Entrance::Request { "join-mail-request" } else { "join-mail" };
            say(&app, &visitor, StatusCode::OK, key, &email, Some(on)).await
        }
        Err(NoEntry::HandleTaken) => {
            let errors = Errors::of("handle", "field-handle-taken");
            show(&app, &visitor, form, &entrance, errors, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(NoEntry::LinkGone) => gone(&app, &visitor).await,
    }
}

/// Where to go on after confirming.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Onward {
    next: String,
}

/// `GET /join/confirm/{secret}`: asks for one press of a button, which no program that only looks at links does.
pub async fn confirm_form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    Query(onward): Query<Onward>,
) -> Answer {
    let confirms = super::confirms(&mut app.db.read().await?, &token, app.now()).await?;
    let (key, name) = match confirms {
        Some(Confirms::Joining(member)) if member.asked_at.is_some() => {
            ("confirm-request", format!("@{}", member.handle))
        }
        Some(Confirms::Joining(member)) => ("confirm-joining", format!("@{}", member.handle)),
        Some(Confirms::Address(member, email)) => {
            is_them(&visitor, &member)?;
            ("confirm-address", email.as_str().to_owned())
        }
        Some(Confirms::Move(member, email)) => {
            is_them(&visitor, &member)?;
            ("confirm-move", email.as_str().to_owned())
        }
        None => return secret(link_gone(&app, &visitor).await),
    };
    let button = Button {
        text: visitor.words.with2(
            &format!("{key}-text"),
            ("name", name.as_str()),
            ("community", visitor.community.name.as_str()),
        ),
        heading: visitor.words.say(key),
        label: visitor.words.say(&format!("{key}-button")),
        action: format!("/join/confirm/{token}"),
        next: if is_own_path(&onward.next) { onward.next } else { String::new() },
    };
    secret(button.show(&app, &visitor).await)
}

/// A new address counts only when its member follows the link: it may have been mistyped, and be a stranger's.
fn is_them(visitor: &Visitor, member: &crate::people::members::Member) -> Result<(), Failure> {
    if visitor.signed_in()?.id == member.id { Ok(()) } else { Err(Failure::Forbidden) }
}

/// `POST /join/confirm/{secret}`: the address is theirs.
pub async fn confirm(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    headers: HeaderMap,
    Typed(onward): Typed<Onward>,
) -> Answer {
    app.limits.tries.take(&visitor.ip)?;
    let confirms = super::confirms(&mut app.db.read().await?, &token, app.now()).await?;
    match confirms {
        Some(Confirms::Joining(member)) => {
            let begun_here = visitor.begun_to_join().await?;
            // Elsewhere than where it was typed the password is gone, and another one is the first thing to choose.
            let next = if !begun_here.contains(&member.id) {
                "/me/settings/?saved=joined"
            } else if is_own_path(&onward.next) {
                onward.next.as_str()
            } else {
                WELCOME
            };
            match super::confirm(&app, &token, &begun_here).await? {
                Ok(arrived) => secret(enter(&app, &visitor, &headers, arrived, next).await),
                Err(_) => secret(link_gone(&app, &visitor).await),
            }
        }
        Some(Confirms::Address(member, _)) => {
            is_them(&visitor, &member)?;
            match super::confirm_address(&app, &member, &token).await? {
                Ok(()) => {
                    // Every sign-in ended; this one goes on under a new token.
                    sign_in_as(&visitor, &headers, &member).await?;
                    Ok(see_other("/me/settings/?saved=address"))
                }
                Err(NoConfirmation::EmailTaken | NoConfirmation::LinkGone) => secret(link_gone(&app, &visitor).await),
            }
        }
        Some(Confirms::Move(member, _)) => {
            is_them(&visitor, &member)?;
            let desk = MailContext::new(&app, &visitor.community, &visitor.words);
            match super::move_address(&app, &desk, &member, &token).await? {
                Ok(()) => Ok(see_other("/me/settings/?saved=email")),
                Err(_) => secret(link_gone(&app, &visitor).await),
            }
        }
        None => secret(link_gone(&app, &visitor).await),
    }
}
