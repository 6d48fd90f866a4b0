//! HTTP for an edition of one's own.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderName, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use crate::{
    evidence::{
        dossiers::{self, Attestation, Edition, Kind, Link, Paper, Role, rules::LINK_DAYS, rules::LONGEST_LINE},
        pages::dossiers::{pages::state, view::Shown},
    },
    ids::{RowId, Timestamp},
    kit::{
        app::App,
        error::{Answer, Failure},
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field, optional},
            see_other,
        },
    },
    people::{identity::Password, members, pages::account::pages::secret},
    site::{self, Page, Visitor},
};

/// Whom somebody asks to attest it, as it is typed.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct AskForm {
    role: String,
    to_name: String,
}

/// What the query of an edition may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct EditionQuery {
    done: String,
}

#[derive(Template)]
#[template(path = "evidence/pages/dossiers/editions/edition.html")]
struct EditionPage {
    p: Page,
    edition: Edition,
    shown: Shown,
    attestations: Vec<Attestation>,
    here: String,
    now: Timestamp,
    done: Option<&'static str>,
    /// The link, just made.
    link: Option<String>,
    /// The link for whoever is asked, just made.
    asked: Option<String>,
    f: AskForm,
    errors: Errors,
}

impl EditionPage {
    async fn new(app: &App, visitor: &Visitor, (dossier, id): (RowId, RowId)) -> Answer<Self> {
        let member = visitor.signed_in()?.id;
        let mut conn = app.db.read().await?;
        let edition = dossiers::edition(&mut conn, member, dossier, id).await?.ok_or(Failure::NotFound)?;
        let attestations = dossiers::attestations(&mut conn, id).await?;
        let content = dossiers::shown(&mut conn, &edition).await?;
        let p = Page::new(&mut conn, visitor, content.title.clone()).await?.private();
        let shown = Shown::new(&p.t, &edition, content, &attestations);
        Ok(Self {
            p,
            edition,
            shown,
            attestations,
            here: format!("/me/dossiers/{dossier}/editions/{id}/"),
            now: app.now(),
            done: None,
            link: None,
            asked: None,
            f: AskForm::default(),
            errors: Errors::default(),
        })
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        secret(site::refused(&self))
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[
            field("days", "d-days", "agreement-link-for"),
            field("password", "d-password", "dossier-password"),
            field("to_name", "d-to-name", "attestation-to-name"),
        ])
    }

    fn state(&self) -> String {
        state(&self.p.t, self.edition.expires_at, self.now)
    }

    fn is_open(&self) -> bool {
        matches!(Link::of(self.edition.expires_at, self.now), Link::Open(_))
    }

    /// Until when the link is good, and whether it has a password.
    fn until(&self) -> String {
        let until = self.edition.expires_at.map(|until| self.p.t.date(until)).unwrap_or_default();
        let key = if self.edition.password().is_some() { "dossier-until-password" } else { "agreement-link-until" };
        self.p.t.with(key, "date", until)
    }

    /// How long a link may be good for: days, in words, and whether it is chosen.
    fn link_days(&self) -> [(i64, String, bool); 4] {
        LINK_DAYS.map(|days| (days, self.p.t.count("agreement-days", days), days == LINK_DAYS[1]))
    }

    /// Who signed, or was asked to.
    fn who(&self, it: &Attestation) -> String {
        let signed = it.signature().map(|signature| format!("{}, {}", signature.name, signature.position));
        signed
            .or(Some(it.to_name.clone()).filter(|name| !name.is_empty()))
            .unwrap_or_else(|| self.p.t.say("attestation-somebody"))
    }

    /// Where it stands.
    fn stands(&self, it: &Attestation) -> String {
        match it.signature() {
            Some(signature) => self.shown.signed_on(&signature),
            None => state(&self.p.t, it.expires_at, self.now),
        }
    }

    fn is_asked(&self, it: &Attestation) -> bool {
        matches!(Link::of(it.expires_at, self.now), Link::Open(_))
    }
}

/// `GET /me/dossiers/{id}/editions/{edition}/`: an edition as others see it, and its link.
pub async fn show(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(which): Path<(RowId, RowId)>,
    Query(asked): Query<EditionQuery>,
) -> Answer {
    let mut page = EditionPage::new(&app, &visitor, which).await?;
    page.done = match asked.done.as_str() {
        "ended" => Some("agreement-done-ended"),
        _ => None,
    };
    secret(site::show(&page))
}

/// How long a link is to be good for, and with which password.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct LinkForm {
    days: String,
    password: String,
}

/// `POST /me/dossiers/{id}/editions/{edition}/link`: makes the link, and shows it this once.
pub async fn make_link(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(which): Path<(RowId, RowId)>,
    Typed(form): Typed<LinkForm>,
) -> Answer {
    let page = EditionPage::new(&app, &visitor, which).await?;
    let mut errors = Errors::default();
    let days = LINK_DAYS.into_iter().find(|days| days.to_string() == form.days).ok_or("field-choose");
    let days = errors.take("days", days);
    let password = errors.take("password", optional::<Password>(&form.password));
    let (Some(days), Some(password)) = (days, password) else { return page.refuse(errors) };
    let member = page.edition.member;
    app.limits.presses.take(&member.0)?;
    let password = match password {
        Some(password) => Some(members::hash(&app, &password).await?),
        None => None,
    };
    let made =
        app.db.always(async |tx| dossiers::make_link(tx, member, which.1, days, password.as_deref()).await).await?;
    let secret_of_link = made.ok_or(Failure::NotFound)?;
    let mut page = EditionPage::new(&app, &visitor, which).await?;
    page.link = Some(format!("{}/dossier/{secret_of_link}/", app.settings.base_url));
    secret(site::show(&page))
}

/// `POST /me/dossiers/{id}/editions/{edition}/end`: ends the link.
pub async fn end_link(State(app): State<Arc<App>>, visitor: Visitor, Path(which): Path<(RowId, RowId)>) -> Answer {
    let member = visitor.signed_in()?.id;
    app.db.always(async |tx| dossiers::end_link(tx, member, which.1).await).await?;
    Ok(see_other(&format!("/me/dossiers/{}/editions/{}/?done=ended#done", which.0, which.1)))
}

/// `POST /me/dossiers/{id}/editions/{edition}/remove`: removes it with what was attested.
pub async fn remove(State(app): State<Arc<App>>, visitor: Visitor, Path(which): Path<(RowId, RowId)>) -> Answer {
    let member = visitor.signed_in()?.id;
    app.db.always(async |tx| dossiers::remove_edition(tx, member, which.1).await).await?;
    Ok(see_other(&format!("/me/dossiers/{}/?done=edition-gone#done", which.0)))
}

/// `POST /me/dossiers/{id}/editions/{edition}/attestations`: makes a link for whoever is asked, and shows it this once.
pub async fn ask(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(which): Path<(RowId, RowId)>,
    Typed(form): Typed<AskForm>,
) -> Answer {
    let mut page = EditionPage::new(&app, &visitor, which).await?;
    page.f = form;
    let role: Role = page.f.role.parse().map_err(Failure::Bad)?;
    let to_name = members::one_line(&page.f.to_name);
    if to_name.chars().count() > LONGEST_LINE {
        return page.refuse(Errors::of("to_name", "dossier-line-too-long"));
    }
    app.limits.presses.take(&page.edition.member.0)?;
    let days = LINK_DAYS[1];
    let made = app.db.always(async |tx| dossiers::ask(tx, &page.edition, role, &to_name, days).await).await?;
    let Some(made) = made else { return page.refuse(Errors::of("form", "attestations-full")) };
    let mut page = EditionPage::new(&app, &visitor, which).await?;
    page.asked = Some(format!("{}/attestation/{made}/", app.settings.base_url));
    secret(site::show(&page))
}

/// `POST /me/dossiers/{id}/editions/{edition}/attestations/{attestation}/end`: nobody can sign by that link any more.
pub async fn end_asking(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((dossier, edition, id)): Path<(RowId, RowId, RowId)>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    app.db.always(async |tx| dossiers::end_attestation(tx, member, id).await).await?;
    Ok(see_other(&format!("/me/dossiers/{dossier}/editions/{edition}/?done=ended#done")))
}

/// `GET /me/dossiers/{id}/editions/{edition}/dossier.jsonld`: the edition for programs.
pub async fn download(State(app): State<Arc<App>>, visitor: Visitor, Path(which): Path<(RowId, RowId)>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let edition = dossiers::edition(&mut conn, member, which.0, which.1).await?.ok_or(Failure::NotFound)?;
    let document = dossiers::paper(&mut conn, &edition, Paper::JsonLd).await?.ok_or(Failure::NotFound)?;
    secret(Ok(document_of(document)))
}

/// A paper to take home.
pub(in crate::evidence::pages::dossiers) fn document_of(document: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, "application/ld+json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"dossier.jsonld\""),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
    ];
    (headers, document).into_response()
}
