//! HTTP for whoever is asked to attest an edition. They need no account. Looking changes nothing; a signature counts once
//! a code that went to its address was typed.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    evidence::{
        dossiers::{self, Attestation, Confirmed, Edition, Kind, NotTaken, Signature, Signed, letters},
        pages::dossiers::view::Shown,
    },
    ids::RowId,
    kit::{
        app::App,
        error::{Answer, Failure},
        web::{
            Path,
            forms::{Errors, Field, Typed, cut, field},
            see_other,
        },
    },
    links::emails,
    people::{
        community,
        identity::stored,
        members::{self, Email},
        pages::account::pages::secret,
    },
    site::{self, Page, Visitor},
};

/// A signature as it is typed.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub struct SignForm {
    name: String,
    position: String,
    email: String,
    note: String,
}

impl SignForm {
    fn read(&self, errors: &mut Errors) -> Option<Signed> {
        let email = errors.take("email", self.email.parse::<Email>());
        let signed = Signed {
            name: members::one_line(&self.name),
            position: members::one_line(&self.position),
            email: email.map(|email| email.as_str().to_owned()).unwrap_or_default(),
            note: stored(&self.note),
        };
        if let Some((name, key)) = signed.wrong() {
            errors.add(name, key);
        }
        errors.is_empty().then_some(signed)
    }
}

const FIELDS: [Field; 5] = [
    field("name", "d-name", "agreement-your-name"),
    field("position", "d-position", "attestation-position"),
    field("email", "d-email", "agreement-your-email"),
    field("note", "d-note", "agreement-answer-note"),
    field("code", "d-code", "agreement-code"),
];

/// What the page asks for.
enum Ask {
    /// A signature.
    Sign,
    /// The code for this signature, which was sent to this address.
    Code(RowId, String),
    /// Nothing: it was signed.
    Nothing(Box<Signature>),
}

#[derive(Template)]
#[template(path = "evidence/pages/dossiers/attesting/attest.html")]
struct AttestPage {
    p: Page,
    attestation: Attestation,
    edition: Edition,
    shown: Shown,
    address: String,
    ask: Ask,
    f: SignForm,
    errors: Errors,
}

impl AttestPage {
    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&FIELDS)
    }

    fn lede(&self) -> String {
        let role = self.p.t.say(self.attestation.role().key());
        self.p.t.with2("attestation-lede", ("name", self.shown.content.name.as_str()), ("role", role))
    }

    fn refuse(mut self, errors: Errors) -> Answer {
        self.p = self.p.refused(&errors);
        self.errors = errors;
        secret(site::refused(&self))
    }
}

async fn page(app: &App, visitor: &Visitor, token: &str, f: SignForm) -> Answer<AttestPage> {
    let gone = Failure::Gone("dossier-link-gone");
    let mut conn = app.db.read().await?;
    let Some((attestation, edition)) = dossiers::attesting(&mut conn, token, app.now()).await? else {
        return Err(gone);
    };
    members::by_id(&mut conn, edition.member).await?.filter(emails::is_here).ok_or(gone)?;
    let content = dossiers::shown(&mut conn, &edition).await?;
    let others = dossiers::attestations(&mut conn, edition.id).await?;
    let title =
        visitor.words.with2("agreement-from", ("name", content.name.as_str()), ("title", content.title.as_str()));
    let mut p = Page::new(&mut conn, visitor, title).await?.private();
    let address = format!("/attestation/{token}/");
    p.address.clone_from(&address);
    let shown = Shown::new(&p.t, &edition, content, &others);
    let ask = attestation.signature().map_or(Ask::Sign, |signature| Ask::Nothing(Box::new(signature)));
    Ok(AttestPage { p, attestation, edition, shown, address, ask, f, errors: Errors::default() })
}

/// `GET /attestation/{secret}/`: what is to be attested, and the form to do it.
pub async fn show(State(app): State<Arc<App>>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    secret(site::show(&page(&app, &visitor, &token, SignForm::default()).await?))
}

/// `POST /attestation/{secret}/sign`: takes a signature, and sends a code to the address it is said to come from.
pub async fn sign(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    Typed(form): Typed<SignForm>,
) -> Answer {
    let mut page = page(&app, &visitor, &token, form).await?;
    if matches!(page.ask, Ask::Nothing(_)) {
        return secret(site::show(&page));
    }
    let mut errors = Errors::default();
    let Some(signed) = page.f.read(&mut errors) else { return page.refuse(errors) };
    if app.limits.tries.take(&visitor.ip).is_err() || app.limits.letters.take(&signed.email).is_err() {
        return page.refuse(Errors::of("form", "letters-too-many"));
    }
    let community = community::of(&app).await?;
    let with = (app.settings.base_url.as_str(), &*community, &visitor.words);
    let taken = app
        .db
        .change(async |tx| match dossiers::sign(tx, &page.attestation, &signed).await? {
            Ok((id, code)) => {
                letters::send_code(tx, with, &page.shown.content.name, &signed.email, &code).await?;
                Ok(Ok(id))
            }
            Err(no) => Ok(Err(no)),
        })
        .await?;
    match taken {
        Ok(id) => {
            page.ask = Ask::Code(id, signed.email);
            secret(site::show(&page))
        }
        Err(NotTaken::Signed) => Ok(see_other(&page.address)),
        Err(NotTaken::TooMany) => page.refuse(Errors::of("form", "letters-too-many")),
    }
}

/// The code as it is typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct CodeForm {
    signature: String,
    email: String,
    code: String,
}

/// `POST /attestation/{secret}/confirm`: the signature counts, if the code is the one that was sent.
pub async fn confirm(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    Typed(form): Typed<CodeForm>,
) -> Answer {
    let mut page = page(&app, &visitor, &token, SignForm::default()).await?;
    if matches!(page.ask, Ask::Nothing(_)) {
        return Ok(see_other(&format!("{}#done", page.address)));
    }
    app.limits.tries.take(&visitor.ip)?;
    let id: RowId = form.signature.parse().map_err(|_| Failure::Bad("field-choose"))?;
    let community = community::of(&app).await?;
    let base_url = app.settings.base_url.as_str();
    let confirmed = app
        .db
        .always(async |tx| {
            let confirmed = dossiers::confirm(tx, base_url, &page.attestation, id, &form.code).await?;
            if let Confirmed::Now(signature) = &confirmed {
                letters::tell(tx, (base_url, &community), &page.edition, signature).await?;
            }
            Ok(confirmed)
        })
        .await?;
    match confirmed {
        Confirmed::Now(_) | Confirmed::Signed => Ok(see_other(&format!("{}#done", page.address))),
        Confirmed::Wrong => {
            page.ask = Ask::Code(id, cut(&form.email).to_owned());
            page.refuse(Errors::of("code", "agreement-code-wrong"))
        }
        Confirmed::Over => page.refuse(Errors::of("form", "attestation-code-over")),
    }
}
