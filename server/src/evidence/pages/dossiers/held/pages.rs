//! HTTP for whoever holds the link of an edition. They need no account; they see what is shared and nothing else. Filters
//! of mail open every link, so looking changes nothing, and leaves no trace.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    evidence::{
        dossiers::{self, Edition, Kind, Paper},
        pages::dossiers::{editions::pages::document_of, view::Shown},
    },
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        secrets,
        web::{
            Path,
            forms::{Errors, Field, Typed, field},
        },
    },
    links::emails,
    people::{identity::as_typed, members, pages::account::pages::secret},
    site::{self, Page, Visitor},
};

#[derive(Template)]
#[template(path = "evidence/pages/dossiers/held/held.html")]
struct HeldPage {
    p: Page,
    address: String,
    /// None: its password is asked for.
    shown: Option<Shown>,
    /// What opens its papers without the password being typed again.
    key: String,
    errors: Errors,
}

impl HeldPage {
    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("password", "d-password", "dossier-password")])
    }
}

/// The edition with this secret, as long as its link is good and its member is here.
async fn held(app: &App, conn: &mut Conn, token: &str) -> Answer<Edition> {
    let gone = Failure::Gone("dossier-link-gone");
    let Some(edition) = dossiers::held(conn, token, app.now()).await? else { return Err(gone) };
    let member = members::by_id(conn, edition.member).await?;
    member.filter(emails::is_here).ok_or(gone).map(|_| edition)
}

/// What the page of an unlocked edition holds in the place of the password, which it does not tell.
fn key(token: &str, edition: &Edition) -> String {
    let hash = |password: &str| hex::encode(secrets::hash(&format!("{token} {password}")));
    edition.password().map(hash).unwrap_or_default()
}

async fn locked(app: &App, visitor: &Visitor, token: &str, errors: Errors) -> Answer<HeldPage> {
    let mut conn = app.db.read().await?;
    let title = visitor.words.say("dossier-locked");
    let mut p = Page::new(&mut conn, visitor, title).await?.private().refused(&errors);
    let address = format!("/dossier/{token}/");
    p.address.clone_from(&address);
    Ok(HeldPage { p, address, shown: None, key: String::new(), errors })
}

async fn open(app: &App, visitor: &Visitor, token: &str, edition: &Edition) -> Answer<HeldPage> {
    let mut conn = app.db.read().await?;
    let content = dossiers::shown(&mut conn, edition).await?;
    let attestations = dossiers::attestations(&mut conn, edition.id).await?;
    let title =
        visitor.words.with2("agreement-from", ("name", content.name.as_str()), ("title", content.title.as_str()));
    let mut p = Page::new(&mut conn, visitor, title).await?.private();
    let address = format!("/dossier/{token}/");
    p.address.clone_from(&address);
    let shown = Some(Shown::new(&p.t, edition, content, &attestations));
    Ok(HeldPage { p, address, shown, key: key(token, edition), errors: Errors::default() })
}

/// `GET /dossier/{secret}/`: what is shared, or the question for its password.
pub async fn show(State(app): State<Arc<App>>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let edition = held(&app, &mut app.db.read().await?, &token).await?;
    if edition.password().is_some() {
        return secret(site::show(&locked(&app, &visitor, &token, Errors::default()).await?));
    }
    secret(site::show(&open(&app, &visitor, &token, &edition).await?))
}

/// The password as it is typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct OpenForm {
    password: String,
}

/// `POST /dossier/{secret}/open`: what is shared, if this is its password.
pub async fn unlock(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    Typed(form): Typed<OpenForm>,
) -> Answer {
    let edition = held(&app, &mut app.db.read().await?, &token).await?;
    if let Some(hash) = edition.password() {
        app.limits.tries.take(&visitor.ip)?;
        app.limits.try_at(&format!("dossier {}", edition.id), visitor.ip)?;
        if app.hashing.first_fit(as_typed(&form.password), hash.to_owned()).await?.is_none() {
            let page = locked(&app, &visitor, &token, Errors::of("password", "dossier-password-wrong")).await?;
            return secret(site::refused(&page));
        }
    }
    secret(site::show(&open(&app, &visitor, &token, &edition).await?))
}

/// What a page that was unlocked knows.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct KeyForm {
    key: String,
}

/// `POST /dossier/{secret}/dossier.jsonld`: the edition for programs, to whoever sees it.
pub async fn download(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    Typed(form): Typed<KeyForm>,
) -> Answer {
    app.limits.tries.take(&visitor.ip)?;
    let mut conn = app.db.read().await?;
    let edition = held(&app, &mut conn, &token).await?;
    if secrets::hash(&form.key) != secrets::hash(&key(&token, &edition)) {
        return Err(Failure::Forbidden);
    }
    let document = dossiers::paper(&mut conn, &edition, Paper::JsonLd).await?.ok_or(Failure::NotFound)?;
    secret(Ok(document_of(document)))
}
