//! HTTP for credentials: looking at one, taking it home, the community's keys, and the verifier for anybody's.

use std::sync::Arc;

use ::credentials::{
    baking::{self, Unbaked},
    verdict::{NoCredential, Verdict},
};
use askama::Template;
use axum::{
    extract::{Multipart, State},
    http::{HeaderName, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde::Deserialize;

use super::view::{self, Said};
use crate::{
    evidence::{
        achievements,
        credentials::{
            self, Issued, Key,
            verifying::{Reach, examine},
        },
        pages::achievements::pages::picture_of,
    },
    ids::RowId,
    kit::{
        app::App,
        error::{Answer, Failure},
        i18n::Locale,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            see_other,
            uploads::{is_too_large, read},
        },
    },
    site::{self, Page, Visitor},
};

/// What everybody may have, programs in browsers included. Nobody keeps it longer than a status list says itself.
fn document(kind: &'static str, body: String) -> Response {
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=300"),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    (headers, body).into_response()
}

/// `GET /.well-known/did.json`: the keys of the community (did:web).
pub async fn did(State(app): State<Arc<App>>) -> Answer {
    let found = credentials::did_document(&app).await?.ok_or(Failure::NotFound)?;
    Ok(document("application/did+json", found))
}

/// `GET /credentials/status/{list}`: which credentials of a list count no longer (Bitstring Status List).
pub async fn status(State(app): State<Arc<App>>, Path(list): Path<i64>) -> Answer {
    let found = credentials::status_list(&app, list).await?.ok_or(Failure::NotFound)?;
    Ok(document("application/vc+json", found.as_ref().clone()))
}

#[derive(Template)]
#[template(path = "evidence/pages/credentials/credential.html")]
struct CredentialPage {
    p: Page,
    issued: Issued,
    said: Option<Said>,
    name: String,
    holder: String,
    picture: Option<String>,
    badge: Option<String>,
    evidence: Vec<(String, String)>,
    is_own: bool,
}

/// `GET /credentials/{code}/`: what a credential certifies, and whether it counts. Nobody guesses its address.
pub async fn credential(State(app): State<Arc<App>>, visitor: Visitor, Path(code): Path<String>) -> Answer {
    let mut conn = app.db.read().await?;
    let issued = credentials::at(&mut conn, &code).await?.ok_or(Failure::NotFound)?;
    let badge = match issued.achievement {
        Some(id) => achievements::find(&mut conn, id).await?,
        None => None,
    };
    let p = Page::new(&mut conn, &visitor, visitor.words.say("credential")).await?;
    drop(conn);
    let json: serde_json::Value = serde_json::from_str(&issued.document).unwrap_or_default();
    let said = if issued.document.is_empty() {
        None
    } else {
        let verdict = examine(&app, issued.document.clone().into_bytes(), Reach::Here).await?;
        verdict.ok().map(|verdict| view::said(&visitor.words, &verdict))
    };
    let text = |value: &serde_json::Value, name: &str| value[name].as_str().unwrap_or_default().to_owned();
    let evidence = json["evidence"].as_array().into_iter().flatten();
    let page = CredentialPage {
        name: text(&json, "name"),
        holder: view::holder(&json).unwrap_or_default().to_owned(),
        evidence: evidence.map(|one| (text(one, "narrative"), text(one, "id"))).collect(),
        picture: badge.as_ref().map(achievements::Achievement::picture_url),
        badge: badge.as_ref().filter(|badge| badge.is_public()).map(achievements::Achievement::url),
        is_own: visitor.id().is_some() && visitor.id() == issued.member,
        // What its holder does not show is found by nobody who was not given the address.
        p: if issued.shown_at.is_some() { p } else { p.private() },
        said,
        issued,
    };
    site::unstored(site::show(&page))
}

/// `GET /credentials/{code}/{name}`: a credential to take home, in each of its forms.
pub async fn download(State(app): State<Arc<App>>, Path((code, name)): Path<(String, String)>) -> Answer {
    let mut conn = app.db.read().await?;
    let issued = credentials::at(&mut conn, &code).await?.ok_or(Failure::NotFound)?;
    if issued.document.is_empty() {
        return Err(Failure::NotFound);
    }
    let badge = match issued.achievement {
        Some(id) => achievements::find(&mut conn, id).await?,
        None => None,
    };
    drop(conn);
    let baked = |baked: Result<Vec<u8>, Unbaked>| baked.map_err(anyhow::Error::from);
    let (kind, body) = match (name.as_str(), badge) {
        ("credential.json", _) => ("application/vc+json", issued.document.into_bytes()),
        ("credential.jwt", _) => ("application/vc+jwt", issued.jwt.into_bytes()),
        ("badge.png", Some(badge)) => {
            ("image/png", baked(baking::bake_png(&picture_of(&app, &badge).await?, &issued.document))?)
        }
        ("badge.svg", Some(badge)) => {
            let svg = drawn_around(&picture_of(&app, &badge).await?);
            ("image/svg+xml", baked(baking::bake_svg(svg.as_bytes(), &issued.document))?)
        }
        _ => return Err(Failure::NotFound),
    };
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (header::CACHE_CONTROL, "no-cache".to_owned()),
        (HeaderName::from_static("x-robots-tag"), "noindex".to_owned()),
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*".to_owned()),
    ];
    Ok((headers, body).into_response())
}

/// A PNG within an SVG, which some places take alone.
fn drawn_around(png: &[u8]) -> String {
    let png = STANDARD.encode(png);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 512 512\" width=\"512\" height=\"512\">\
         <image width=\"512\" height=\"512\" href=\"data:image/png;base64,{png}\"/></svg>"
    )
}

/// `POST /me/badges/{id}/renew`: the credential of an award of one's own anew, under one's present name and address.
pub async fn renew(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.moves.take(&member.0)?;
    app.db.always(async |tx| credentials::renew(tx, member, id).await).await?;
    Ok(see_other("/me/badges/?done=renew#done"))
}

/// What the query of the keys may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct KeysQuery {
    done: String,
}

#[derive(Template)]
#[template(path = "evidence/pages/credentials/keys.html")]
struct KeysPage {
    p: Page,
    did: Option<String>,
    keys: Vec<Key>,
    count: i64,
    done: Option<&'static str>,
}

/// `GET /manage/credentials/`: the keys that credentials are signed with.
pub async fn keys(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<KeysQuery>) -> Answer {
    visitor.organiser()?;
    let mut conn = app.db.read().await?;
    let done = match asked.done.as_str() {
        "change" => Some("keys-done-changed"),
        "leaked" => Some("keys-done-leaked"),
        _ => None,
    };
    let p = Page::new(&mut conn, &visitor, visitor.words.say("keys")).await?.private();
    let keys = credentials::keys(&mut conn).await?;
    let count = credentials::count(&mut conn).await?;
    let did = credentials::did_of(&app.settings.base_url);
    site::show(&KeysPage { p, did, keys, count, done })
}

/// What is to be done with a key.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct KeyForm {
    #[serde(rename = "do")]
    does: String,
}

/// `POST /manage/credentials/keys/{number}`: another key signs from now on, or nothing that this one signed is good.
pub async fn change_key(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(number): Path<i64>,
    Typed(form): Typed<KeyForm>,
) -> Answer {
    let by = visitor.organiser()?.id;
    let done = match form.does.as_str() {
        "change" => app.db.always(async |tx| credentials::change_key(tx, by, number).await).await?,
        "leaked" => app.db.always(async |tx| credentials::revoke_key(tx, by, number).await).await?,
        _ => return Err(Failure::Bad("field-choose")),
    };
    let said = if done { form.does.as_str() } else { "" };
    Ok(see_other(&format!("/manage/credentials/?done={said}#done")))
}

#[derive(Template)]
#[template(path = "evidence/pages/credentials/verify.html")]
struct VerifyPage {
    p: Page,
    said: Option<Said>,
    /// Why nothing can be said: a message, and what a program says of it.
    nothing: Option<(&'static str, String)>,
    text: String,
    errors: Errors,
}

impl VerifyPage {
    async fn new(app: &App, visitor: &Visitor) -> Answer<Self> {
        let p = Page::new(&mut app.db.read().await?, visitor, visitor.words.say("verify")).await?;
        Ok(Self { p, said: None, nothing: None, text: String::new(), errors: Errors::default() })
    }

    fn tell(&mut self, t: &Locale, verdict: &Result<Verdict, NoCredential>) {
        match verdict {
            Ok(verdict) => self.said = Some(view::said(t, verdict)),
            Err(no) => self.nothing = Some(view::no_credential(no)),
        }
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        site::refused(&self)
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("file", "v-file", "verify-file"), field("text", "v-text", "verify-text")])
    }
}

/// `GET /verify/`: a verifier for anybody.
pub async fn verify_form(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    site::show(&VerifyPage::new(&app, &visitor).await?)
}

/// `POST /verify/`: what can be said of a file or a text. Nothing of it is kept, nor that it was asked.
pub async fn verify(State(app): State<Arc<App>>, visitor: Visitor, mut upload: Multipart) -> Answer {
    app.limits.verifications.take(&visitor.ip)?;
    let (mut file, mut text) = (vec![], String::new());
    let mut page = VerifyPage::new(&app, &visitor).await?;
    loop {
        let part = match upload.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(error) if is_too_large(&error) => return page.refuse(Errors::of("file", "verify-too-large")),
            Err(_) => return Err(Failure::Bad("error-bad")),
        };
        let name = part.name().unwrap_or_default().to_owned();
        let Some(bytes) = read(part, baking::LARGEST_BYTES).await? else {
            return page.refuse(Errors::of(if name == "text" { "text" } else { "file" }, "verify-too-large"));
        };
        match name.as_str() {
            "file" => file = bytes,
            "text" => text = String::from_utf8_lossy(&bytes).replace('\0', ""),
            _ => {}
        }
    }
    if file.is_empty() && text.trim().is_empty() {
        return page.refuse(Errors::of("file", "field-required"));
    }
    let is_shown_again = file.is_empty() && text.len() <= ::credentials::json::LARGEST_BYTES;
    page.text = if is_shown_again { text.clone() } else { String::new() };
    let held_out = if file.is_empty() { text.into_bytes() } else { file };
    let verdict = examine(&app, held_out, Reach::Web).await?;
    page.tell(&visitor.words, &verdict);
    site::unstored(site::show(&page))
}
