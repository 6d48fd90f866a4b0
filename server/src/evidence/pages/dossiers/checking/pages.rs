//! HTTP for whoever holds a paper of an edition, or its code: they learn whether it is genuine and unchanged, and nothing
//! more. A file is compared by its hash, and kept nowhere.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Multipart, State};

use crate::{
    evidence::dossiers::{self, Genuine},
    kit::{
        app::App,
        error::{Answer, Failure},
        web::{
            Path,
            forms::{Errors, Field, field},
            uploads::{is_too_large, read},
        },
    },
    site::{self, Page, Visitor},
};

/// No file is larger that is held out, in bytes: none that is given out here is.
const LARGEST_BYTES: usize = 16 * 1024 * 1024;

#[derive(Template)]
#[template(path = "evidence/pages/dossiers/checking/check.html")]
struct CheckPage {
    p: Page,
    /// What is known of the file: the message, and how it looks.
    found: Option<(&'static str, &'static str)>,
    errors: Errors,
}

impl CheckPage {
    async fn new(app: &App, visitor: &Visitor, code: &str) -> Answer<Self> {
        let mut conn = app.db.read().await?;
        if !dossiers::is_code(&mut conn, code).await? {
            return Err(Failure::NotFound);
        }
        let p = Page::new(&mut conn, visitor, visitor.words.say("genuine")).await?.private();
        Ok(Self { p, found: None, errors: Errors::default() })
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("file", "g-file", "genuine-file")])
    }

    fn refuse(mut self, key: &'static str) -> Answer {
        self.errors = Errors::of("file", key);
        self.p = self.p.refused(&self.errors);
        site::unstored(site::refused(&self))
    }
}

/// `GET /genuine/{code}/`: that something with this code was given out here.
pub async fn form(State(app): State<Arc<App>>, visitor: Visitor, Path(code): Path<String>) -> Answer {
    site::unstored(site::show(&CheckPage::new(&app, &visitor, &code).await?))
}

/// `POST /genuine/{code}/`: whether a file is one that was.
pub async fn check(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(code): Path<String>,
    mut upload: Multipart,
) -> Answer {
    app.limits.verifications.take(&visitor.ip)?;
    let mut page = CheckPage::new(&app, &visitor, &code).await?;
    let mut file = vec![];
    loop {
        let part = match upload.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(error) if is_too_large(&error) => return page.refuse("verify-too-large"),
            Err(_) => return Err(Failure::Bad("error-bad")),
        };
        let is_file = part.name() == Some("file");
        let Some(bytes) = read(part, LARGEST_BYTES).await? else { return page.refuse("verify-too-large") };
        if is_file {
            file = bytes;
        }
    }
    if file.is_empty() {
        return page.refuse("field-required");
    }
    let known = dossiers::is_genuine(&mut app.db.read().await?, &code, &file).await?;
    page.found = Some(match known {
        Genuine::Yes => ("genuine-yes", "good"),
        Genuine::Earlier => ("genuine-earlier", "good"),
        Genuine::No => ("genuine-no", "bad"),
    });
    site::unstored(site::show(&page))
}
