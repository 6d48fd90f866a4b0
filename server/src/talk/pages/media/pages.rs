//! HTTP for pictures and files in texts.

use std::sync::Arc;

use askama::Template;
use axum::{
    Json,
    extract::{Multipart, State},
    http::{HeaderMap, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};

use crate::{
    ids::UploadId,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        files::{
            addresses::Address,
            names::{file_name, size},
        },
        i18n::Locale,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            see_other,
            uploads::{is_too_large, read},
        },
    },
    site::{
        self, Page, Visitor,
        files::{Served, answer},
    },
    talk::uploads::{self, Sent, Upload, Use, rules},
};

/// The address of the page.
const HERE: &str = "/me/media/";
/// So much of a typed text is read.
const LONGEST_TYPED: usize = 16 * 1024;
/// The parts of the form.
const FIELDS: [Field; 2] = [field("file", "file", "upload-file"), field("alt", "alt", "upload-alt")];
/// What is said to whoever uploads too much in a short time.
const TOO_MANY: &str = "error-too-many-text";
/// How wide a picture is wanted in the list.
const SMALL: u32 = 400;

/// What the query of the page may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct MediaQuery {
    after: String,
    done: String,
}

impl MediaQuery {
    fn key(&self) -> Option<&'static str> {
        match self.done.as_str() {
            "taken" => Some("upload-done-taken"),
            "described" => Some("upload-done-described"),
            "removed" => Some("upload-done-removed"),
            _ => None,
        }
    }
}

#[derive(Template)]
#[template(path = "talk/pages/media/media.html")]
struct MediaPage {
    p: Page,
    uploads: Vec<Upload>,
    uses: Vec<Use>,
    count: i64,
    /// How many bytes are taken, and how many there may be.
    used: i64,
    most: i64,
    /// The largest that is taken, in bytes.
    largest: i64,
    alt: String,
    errors: Errors,
    wrong: Vec<Field>,
    done: Option<&'static str>,
    is_later_page: bool,
    older: Option<String>,
}

impl MediaPage {
    fn size(&self, upload: &Upload) -> String {
        said(&self.p.t, upload.bytes)
    }

    fn taken(&self) -> String {
        let (used, most) = (said(&self.p.t, self.used), said(&self.p.t, self.most));
        self.p.t.with2("upload-taken", ("used", used), ("all", most))
    }

    fn hint(&self) -> String {
        let left = (self.most - self.used).max(0);
        self.p.t.with("upload-hint", "size", said(&self.p.t, self.largest.min(left)))
    }

    /// A small one of a picture.
    fn small(upload: &Upload) -> String {
        let width = upload.size().map_or(SMALL, |(width, _)| width.min(SMALL));
        upload.address().at(width).to_string()
    }

    fn uses<'a>(&'a self, upload: &Upload) -> Vec<&'a Use> {
        self.uses.iter().filter(|one| one.upload == upload.id).collect()
    }

    fn line(&self, upload: &Upload) -> String {
        line(&self.p.t, upload)
    }
}

fn said(t: &Locale, bytes: i64) -> String {
    let (number, key) = size(bytes);
    t.with(key, "number", t.number(number))
}

/// What a link to a file says: its name, what it is and how large.
fn label(t: &Locale, upload: &Upload) -> String {
    let size = said(t, upload.bytes);
    match upload.kind().name {
        "" => format!("{} ({size})", upload.name),
        kind => format!("{} ({kind}, {size})", upload.name),
    }
}

/// The line of Markdown that puts it into a text.
fn line(t: &Locale, upload: &Upload) -> String {
    match upload.size() {
        Some(_) => rules::picture(&upload.alt, &upload.address()),
        None => rules::link(&label(t, upload), &upload.address()),
    }
}

async fn media_page(
    app: &App,
    conn: &mut Conn,
    visitor: &Visitor,
    asked: &MediaQuery,
    alt: String,
    errors: Errors,
) -> Answer<MediaPage> {
    let member = visitor.signed_in()?.id;
    let after: Option<UploadId> = asked.after.parse().ok();
    let mut found = uploads::page(conn, member, after).await?;
    let has_more = found.len() > uploads::PAGE;
    found.truncate(uploads::PAGE);
    let older = found.last().filter(|_| has_more).map(|last| format!("?after={}", last.id));
    let uses = uploads::uses(conn, member, &found).await?;
    let (count, used) = uploads::taken(conn, member).await?;
    let mut p = Page::new(conn, visitor, visitor.words.say("upload-title")).await?.private().refused(&errors);
    p.address = HERE.into();
    Ok(MediaPage {
        p,
        uploads: found,
        uses,
        count,
        used,
        most: i64::try_from(app.settings.member_bytes).unwrap_or(i64::MAX),
        largest: i64::try_from(app.settings.upload_bytes).unwrap_or(i64::MAX),
        alt,
        wrong: errors.list(&FIELDS),
        errors,
        done: asked.key(),
        is_later_page: after.is_some(),
        older,
    })
}

/// `GET /me/media/`: what one has put into texts, and where it stands.
pub async fn list(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<MediaQuery>) -> Answer {
    let mut conn = app.db.read().await?;
    let page = media_page(&app, &mut conn, &visitor, &asked, String::new(), Errors::default()).await?;
    site::unstored(site::show(&page))
}

/// What the editor is told of what it uploaded.
#[derive(Serialize)]
struct Taken {
    address: String,
    /// Whether it is a picture; else it is linked to.
    picture: bool,
    /// What a picture shows, or what a link says.
    words: String,
    /// The line of Markdown that puts it into a text.
    markdown: String,
}

/// Why nothing was taken.
#[derive(Serialize)]
struct NotTaken {
    error: String,
    /// Whether the same may be sent once more, later.
    later: bool,
}

/// What was sent: a file or what is wrong with it, and the words beside it.
struct Form {
    file: Result<(Vec<u8>, String), &'static str>,
    alt: String,
    is_picture: bool,
}

/// Takes in what is sent. A file that is too large is heard to its end all the same, since a browser that is cut off shows no
/// page.
async fn receive(app: &App, mut upload: Multipart) -> Answer<Form> {
    let mut form = Form { file: Err("field-required"), alt: String::new(), is_picture: false };
    loop {
        let part = match upload.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => return Ok(form),
            Err(error) if is_too_large(&error) => {
                form.file = Err("picture-too-large");
                return Ok(form);
            }
            Err(_) => return Err(Failure::Bad("error-bad")),
        };
        match part.name() {
            Some("alt") => form.alt = typed(read(part, LONGEST_TYPED).await?),
            Some("kind") => form.is_picture = typed(read(part, LONGEST_TYPED).await?) == "picture",
            Some("file") => {
                let name = file_name(part.file_name().unwrap_or_default());
                form.file = match read(part, app.settings.upload_bytes).await? {
                    Some(bytes) if bytes.is_empty() => Err("field-required"),
                    Some(bytes) => Ok((bytes, name)),
                    None => Err("picture-too-large"),
                };
            }
            _ => {}
        }
    }
}

fn typed(read: Option<Vec<u8>>) -> String {
    String::from_utf8_lossy(&read.unwrap_or_default()).into_owned()
}

/// `POST /me/media/file`: uploads a picture or a file. The editor is told where it is, a form leads to the list.
pub async fn upload(State(app): State<Arc<App>>, visitor: Visitor, headers: HeaderMap, upload: Multipart) -> Answer {
    let member = visitor.signed_in()?.id;
    let wants_json = headers.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes() == b"application/json");
    let form = receive(&app, upload).await?;
    let mut errors = Errors::default();
    if app.limits.uploads.take(&member.0).is_err() {
        errors.add("file", TOO_MANY);
    }
    let alt = errors.take("alt", rules::alt(&form.alt));
    let file = errors.take("file", form.file);
    if let (Some((bytes, name)), Some(alt), true) = (file, alt, errors.is_empty()) {
        let sent = Sent { name, alt, bytes, is_picture: form.is_picture };
        match uploads::take(&app, member, sent).await? {
            Ok(id) if wants_json => {
                let taken = uploads::own(&mut app.db.read().await?, member, id).await?.ok_or(Failure::NotFound)?;
                return Ok(told(&visitor.words, &taken));
            }
            Ok(id) => return Ok(see_other(&format!("{HERE}?done=taken#upload-{id}"))),
            Err(key) => errors.add("file", key),
        }
    }
    if wants_json {
        let key = FIELDS.iter().find_map(|field| errors.get(field.name)).unwrap_or("error-bad");
        let error = NotTaken { error: visitor.words.say(key), later: key == TOO_MANY };
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, Json(error)).into_response());
    }
    let mut conn = app.db.read().await?;
    site::refused(&media_page(&app, &mut conn, &visitor, &MediaQuery::default(), form.alt, errors).await?)
}

fn told(t: &Locale, taken: &Upload) -> Response {
    let is_picture = taken.size().is_some();
    let told = Taken {
        address: taken.address().to_string(),
        picture: is_picture,
        words: if is_picture { taken.alt.clone() } else { label(t, taken) },
        markdown: line(t, taken),
    };
    (StatusCode::CREATED, Json(told)).into_response()
}

/// What a picture shows, as it is typed.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct AltForm {
    alt: String,
}

/// `POST /me/media/{id}/alt`: says otherwise what a picture shows, for the texts it is put into from now on.
pub async fn describe(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<UploadId>,
    Typed(form): Typed<AltForm>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    // A field holds no more; whoever sends it otherwise has it cut.
    let alt = rules::alt(&form.alt).map_err(Failure::Bad)?;
    if !app.db.always(async |tx| uploads::describe(tx, member, id, &alt).await).await? {
        return Err(Failure::NotFound);
    }
    Ok(see_other(&format!("{HERE}?done=described#upload-{id}")))
}

/// `POST /me/media/{id}/remove`: deletes what stands nowhere. What stands somewhere stays.
pub async fn remove(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<UploadId>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    uploads::own(&mut conn, member, id).await?.ok_or(Failure::NotFound)?;
    drop(conn);
    if app.db.always(async |tx| uploads::remove(tx, member, id).await).await? {
        return Ok(see_other(&format!("{HERE}?done=removed#done")));
    }
    let errors = Errors::of("form", "upload-in-use");
    let mut conn = app.db.read().await?;
    site::refused(&media_page(&app, &mut conn, &visitor, &MediaQuery::default(), String::new(), errors).await?)
}

/// A file at an address below `/files/`, for whoever may read what it stands in.
pub async fn file(app: &App, visitor: &Visitor, address: Address<'_>, method: &Method, headers: &HeaderMap) -> Answer {
    let mut conn = app.db.read().await?;
    let behind = uploads::for_reader(&mut conn, visitor.id(), address).await?.ok_or(Failure::NotFound)?;
    drop(conn);
    let served =
        Served { file: &behind.file, kind: behind.kind(), bytes: behind.bytes.unsigned_abs(), name: &behind.name };
    answer(app, method, headers, &served).await
}
