//! HTTP around accounts: what answers with a secret in their address carry, signing out, the language, and pictures.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use axum_extra::extract::cookie::{Cookie, SameSite};
use serde::Deserialize;

use super::signing_in::Arrived;
use crate::{
    kit::{
        app::App,
        error::{Answer, Failure},
        files::{self, addresses::Address},
        i18n::Lang,
        web::{
            Path,
            forms::Typed,
            onwards, see_other,
            theme::{THEME_COOKIE, Theme},
        },
    },
    people::{
        leaving,
        members::{self, Member},
    },
    site::{self, LANGUAGE_COOKIE, Page, Visitor},
    talk::pages::media,
};

/// What is served for ever under a name that changes with its content.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// A file does nothing by itself, even when it is opened as a page.
const INERT: &str = "default-src 'none'; sandbox";

/// A page that says one thing, with an address in it or a way on.
#[derive(Template)]
#[template(path = "people/pages/account/plain.html")]
struct Plain {
    p: Page,
    heading: String,
    /// The text before and after what is stressed in it.
    text: (String, String),
    stressed: String,
    on: Option<On>,
}

/// The way on from such a page.
pub struct On {
    /// The message's key; the link stands where it says `{ $link }`.
    pub key: &'static str,
    /// The key of the link's words.
    pub link: &'static str,
    /// Where it leads.
    pub to: &'static str,
}

impl Plain {
    fn on(&self, on: &On) -> (String, String) {
        split(&self.p.t.places(on.key, &["link"]), "{link}")
    }
}

fn split(text: &str, at: &str) -> (String, String) {
    match text.split_once(at) {
        Some((before, after)) => (before.into(), after.into()),
        None => (text.into(), String::new()),
    }
}

/// Says one thing: the message with this key, and `-text` after it; `{ $stressed }` in it is filled in.
pub(super) async fn say(
    app: &App,
    visitor: &Visitor,
    status: StatusCode,
    key: &str,
    stressed: &str,
    on: Option<On>,
) -> Answer {
    let t = &visitor.words;
    let heading = t.say(key);
    let mut p = Page::new(&mut app.db.read().await?, visitor, &heading).await?.private();
    p.address = "/sign-in".into();
    let text = split(&t.places(&format!("{key}-text"), &["stressed"]), "{stressed}");
    site::show_with(status, &Plain { p, heading, text, stressed: stressed.into(), on })
}

/// An e-mail may be on its way; the page does not say whether it is.
pub(super) async fn look_in_mail(app: &App, visitor: &Visitor, email: &str, again: &'static str) -> Answer {
    let on = On { key: "account-mail-nothing", link: "account-mail-again", to: again };
    say(app, visitor, StatusCode::OK, "account-mail", email, Some(on)).await
}

/// The link is no longer good.
pub(super) async fn link_gone(app: &App, visitor: &Visitor) -> Answer {
    let on = On { key: "account-link-gone-on", link: "account-link-again", to: "/sign-in" };
    say(app, visitor, StatusCode::GONE, "account-link-gone", "", Some(on)).await
}

/// An answer whose address holds a secret is kept nowhere, and no other site is told the address. To this site it may
/// be told: without it browsers would not say either that the form on the page is ours.
pub fn secret(answer: Answer) -> Answer {
    let mut response = answer?;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    Ok(response)
}

/// Opens the door for whoever proved who they are.
pub(super) async fn enter(app: &App, visitor: &Visitor, headers: &HeaderMap, arrived: Arrived, next: &str) -> Answer {
    match arrived {
        Arrived::In(member) => {
            sign_in_as(visitor, headers, &member).await?;
            // Whoever had left is back.
            let stays = app.db.always(async |tx| leaving::stay(tx, member.id).await).await?;
            Ok(if stays { see_other("/me/leave/?done=stayed") } else { onwards(next, "/") })
        }
        Arrived::Suspended(why) => say(app, visitor, StatusCode::FORBIDDEN, "account-suspended", &why, None).await,
        Arrived::Waiting => say(app, visitor, StatusCode::OK, "account-waiting", "", None).await,
    }
}

/// Signs a member in, in this browser.
pub(super) async fn sign_in_as(visitor: &Visitor, headers: &HeaderMap, member: &Member) -> anyhow::Result<()> {
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    visitor.sign_in(member.id, agent).await
}

/// `POST /sign-out`: ends this sign-in.
pub async fn sign_out(visitor: Visitor) -> Answer {
    visitor.sign_out().await?;
    Ok(see_other("/"))
}

/// A language, and where it was chosen.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Chosen {
    language: String,
    next: String,
}

/// `POST /language`: shows the site in another language from now on.
pub async fn language(State(app): State<Arc<App>>, visitor: Visitor, Typed(chosen): Typed<Chosen>) -> Answer {
    let lang = Lang::from_tag(&chosen.language).ok_or(Failure::Bad("error-bad"))?;
    if let Some(member) = &visitor.member {
        app.db.always(async |tx| members::set_language(tx, member.id, lang).await).await?;
    }
    remember_in_browser(&app, Cookie::build((LANGUAGE_COOKIE, lang.tag())).http_only(true).build(), &chosen.next)
}

/// Colours, and where they were chosen.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Coloured {
    theme: String,
    next: String,
}

/// `POST /theme`: shows the site in these colours from now on, in this browser.
pub async fn theme(State(app): State<Arc<App>>, Typed(chosen): Typed<Coloured>) -> Answer {
    let theme = Theme::from_word(&chosen.theme).ok_or(Failure::Bad("error-bad"))?;
    // The script changes it as well, without another page.
    remember_in_browser(&app, Cookie::new(THEME_COOKIE, theme.word()), &chosen.next)
}

/// Leads on, with a choice for the browser to remember for a year.
fn remember_in_browser(app: &App, mut cookie: Cookie<'static>, next: &str) -> Answer {
    cookie.set_path("/");
    cookie.set_max_age(time::Duration::days(365));
    cookie.set_same_site(SameSite::Lax);
    cookie.set_secure(app.settings.is_https());
    let mut response = onwards(next, "/");
    response.headers_mut().insert(header::SET_COOKIE, cookie.to_string().parse()?);
    Ok(response)
}

/// `GET /pictures/{name}`: the generated avatar of somebody who has none.
pub async fn generated(Path(name): Path<String>) -> Answer {
    let seed = name.strip_suffix(".svg").unwrap_or_default();
    let good = (1..=20).contains(&seed.len()) && seed.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if !good {
        return Err(Failure::NotFound);
    }
    Ok(inert("image/svg+xml", files::picture::shelf(seed)))
}

/// `GET /files/{name}`: an avatar or a picture of an imported text, as it was made anew; or what a member put into a text.
pub async fn file(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(name): Path<String>,
    method: Method,
    headers: HeaderMap,
) -> Answer {
    if let Some(address) = Address::of(&name) {
        return media::pages::file(&app, &visitor, address, &method, &headers).await;
    }
    if !files::is_name(&name) {
        return Err(Failure::NotFound);
    }
    let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("png") => "image/png",
        Some("jpg") => "image/jpeg",
        Some("gif") => "image/gif",
        Some("webp") => "image/webp",
        _ => return Err(Failure::NotFound),
    };
    let bytes = app.files.get(&name).await?.ok_or(Failure::NotFound)?;
    Ok(inert(kind, bytes))
}

/// A file that runs nothing, whatever it says; its address never changes its meaning.
pub fn inert(kind: &'static str, body: impl IntoResponse) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, FOR_EVER),
        (header::CONTENT_SECURITY_POLICY, INERT),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, body).into_response()
}
