//! HTTP for the files of a module.

use std::{sync::Arc, time::Duration};

use askama::Template;
use axum::{
    extract::{Multipart, State, multipart::Field as Part},
    http::{HeaderMap, HeaderValue, Method, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use crate::{
    course::{
        courses::Course,
        media::{self, Caption, Medium, No, Wrong, rules},
        modules::{self, Item, Module},
        pages::modules::{manage::pages::managed, pages::reached},
    },
    ids::{ConversationId, RowId},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        files::{Arrived, names::file_name},
        i18n::LANGUAGES,
        web::{
            Path, Query,
            forms::{Errors, Typed},
            see_other,
            uploads::{is_too_large, read},
        },
    },
    site::{
        self, Page, Visitor,
        files::{Served, answer},
    },
    talk::posts::PostLang,
};

/// Whoever sends a file sends something of it at least this often.
const PATIENCE: Duration = Duration::from_mins(1);

/// `GET /courses/{course}/{module}/files/{item}`: the file of an item, for those who may read the module, whole or in parts.
pub async fn file(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug, id)): Path<(String, String, RowId)>,
    method: Method,
    headers: HeaderMap,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (_, _, module) = reached(&mut conn, &visitor, &address, &slug).await?;
    let medium = media::of_item(&mut conn, module.id, id).await?.ok_or(Failure::NotFound)?;
    drop(conn);
    let served =
        Served { file: &medium.file, kind: medium.kind(), bytes: medium.bytes.unsigned_abs(), name: &medium.name };
    answer(&app, &method, &headers, &served).await
}

/// `GET /courses/{course}/{module}/captions/{item}/{lang}`: captions of an item, for those who may read the module.
pub async fn caption(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((address, slug, id, lang)): Path<(String, String, RowId, String)>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (_, _, module) = reached(&mut conn, &visitor, &address, &slug).await?;
    let caption = media::caption(&mut conn, module.id, id, &lang).await?.ok_or(Failure::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("text/vtt; charset=utf-8")),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
    ];
    Ok((headers, caption.vtt).into_response())
}

#[derive(Template)]
#[template(path = "course/pages/modules/media/item.html")]
struct Shown {
    p: Page,
    course: Course,
    module: Module,
    item: Item,
    medium: Option<Medium>,
    captions: Vec<Caption>,
    /// The language that is chosen for new captions.
    lang: String,
    /// The largest file that is taken.
    megabytes: i64,
    errors: Errors,
    /// Where captions that were sent are wrong.
    wrong: Option<Wrong>,
    done: Option<&'static str>,
}

impl Shown {
    fn url(&self) -> String {
        item_url(&self.module, self.item.id)
    }

    /// The languages that captions may be in, by tag and name.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn languages(&self) -> &'static [(&'static str, &'static str)] {
        &LANGUAGES
    }

    /// Whether there is something to caption, or somebody thought so.
    fn takes_captions(&self) -> bool {
        self.medium.as_ref().is_some_and(|medium| medium.kind().plays()) || self.errors.get("captions").is_some()
    }

    fn size(&self, medium: &Medium) -> String {
        let (number, key) = medium.size();
        self.p.t.with(key, "number", self.p.t.number(number))
    }

    /// What is wrong with captions, and where.
    fn wrong_text(&self) -> Option<String> {
        let line = |wrong: Wrong| self.p.t.number(i64::try_from(wrong.line).unwrap_or_default());
        self.wrong.map(|wrong| self.p.t.with(rules::captions_wrong(wrong.why), "line", line(wrong)))
    }
}

/// Where the file of an item is put.
fn item_url(module: &Module, item: RowId) -> String {
    format!("{}items/{item}/", module.manage_url())
}

fn done(module: &Module, item: RowId, done: &str) -> Response {
    see_other(&format!("{}?done={done}#done", item_url(module, item)))
}

/// What the query may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
}

impl Asked {
    fn key(&self) -> Option<&'static str> {
        match self.done.as_str() {
            "added" => Some("module-done-added"),
            "attached" => Some("file-done-attached"),
            "removed" => Some("file-done-removed"),
            "captioned" => Some("captions-done-added"),
            "uncaptioned" => Some("captions-done-removed"),
            _ => None,
        }
    }
}

type Place = (Course, Module, Item);

async fn place(
    conn: &mut Conn,
    visitor: &Visitor,
    (address, id, item): &(String, ConversationId, RowId),
) -> Answer<Place> {
    let (course, module) = managed(conn, visitor, address, *id).await?;
    let items = modules::items(conn, module.id, None).await?;
    let item = items.into_iter().find(|one| one.id == *item).ok_or(Failure::NotFound)?;
    Ok((course, module, item))
}

/// What was sent and is wrong.
#[derive(Default)]
struct Refused {
    errors: Errors,
    wrong: Option<Wrong>,
    lang: Option<String>,
}

async fn page(
    app: &App,
    visitor: &Visitor,
    (course, module, item): Place,
    refused: Refused,
    done: Option<&'static str>,
) -> anyhow::Result<Shown> {
    let mut conn = app.db.read().await?;
    let medium = media::of_item(&mut conn, module.id, item.id).await?;
    let mut captions = media::captions_of_module(&mut conn, module.id).await?;
    captions.retain(|caption| caption.item == item.id);
    let mut p = Page::new(&mut conn, visitor, item.title.clone()).await?.private().refused(&refused.errors);
    p.address = item_url(&module, item.id);
    Ok(Shown {
        p,
        lang: refused.lang.unwrap_or_else(|| course.lang().to_owned()),
        course,
        module,
        item,
        medium,
        captions,
        megabytes: i64::try_from(app.settings.file_bytes / (1024 * 1024))?,
        errors: refused.errors,
        wrong: refused.wrong,
        done,
    })
}

/// `GET /courses/{course}/manage/modules/{id}/items/{item}/`: the file of an item, and its captions.
pub async fn form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(at): Path<(String, ConversationId, RowId)>,
    Query(asked): Query<Asked>,
) -> Answer {
    let place = place(&mut app.db.read().await?, &visitor, &at).await?;
    site::unstored(site::show(&page(&app, &visitor, place, Refused::default(), asked.key()).await?))
}

/// `POST /courses/{course}/manage/modules/{id}/items/{item}/file`: a file for an item, in place of the one it had.
pub async fn upload(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(at): Path<(String, ConversationId, RowId)>,
    upload: Multipart,
) -> Answer {
    let (course, module, item) = place(&mut app.db.read().await?, &visitor, &at).await?;
    let sent = match app.limits.uploads.take(&visitor.signed_in()?.id.0) {
        Ok(()) => receive(&app, upload).await?,
        Err(_) => Err("error-too-many-text"),
    };
    let errors = match sent {
        Ok((arrived, name)) => {
            if media::attach(&app, course.id, module.id, item.id, &arrived, &name).await? {
                return Ok(done(&module, item.id, "attached"));
            }
            return Err(Failure::NotFound);
        }
        Err(key) => Errors::of("file", key),
    };
    let refused = Refused { errors, ..Refused::default() };
    site::refused(&page(&app, &visitor, (course, module, item), refused, None).await?)
}

/// A file as it was sent, written down while it comes, and its name; or what is wrong with it. What is too large is heard
/// to its end, since a browser that is cut off shows no page; nothing of it is kept.
async fn receive(app: &App, mut upload: Multipart) -> Answer<Result<(Arrived, String), &'static str>> {
    loop {
        let part = match upload.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => return Ok(Err("field-required")),
            Err(error) if is_too_large(&error) => return Ok(Err("file-too-large")),
            Err(_) => return Err(Failure::Bad("error-bad")),
        };
        if part.name() == Some("file") {
            let name = file_name(part.file_name().unwrap_or_default());
            let most = app.settings.file_bytes;
            return Ok(write_down(app, part, most).await?.map(|arrived| (arrived, name)));
        }
    }
}

/// Writes down a file of so many bytes at most while it comes.
pub async fn write_down(app: &App, mut part: Part<'_>, most: u64) -> Answer<Result<Arrived, &'static str>> {
    let mut incoming = Some(app.files.begin().await?);
    loop {
        let chunk = match tokio::time::timeout(PATIENCE, part.chunk()).await {
            Ok(Ok(Some(chunk))) => chunk,
            Ok(Ok(None)) => break,
            Ok(Err(error)) if is_too_large(&error) => return Ok(Err("file-too-large")),
            Ok(Err(_)) | Err(_) => return Err(Failure::Bad("error-bad")),
        };
        if let Some(file) = &mut incoming {
            if file.bytes() + chunk.len() as u64 > most {
                incoming = None;
            } else {
                file.add(&chunk).await?;
            }
        }
    }
    match incoming {
        None => Ok(Err("file-too-large")),
        Some(file) if file.bytes() == 0 => Ok(Err("field-required")),
        Some(file) => Ok(Ok(file.done().await?)),
    }
}

/// `POST /courses/{course}/manage/modules/{id}/items/{item}/file/remove`: takes the file of an item away.
pub async fn remove(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(at): Path<(String, ConversationId, RowId)>,
) -> Answer {
    let (course, module, item) = place(&mut app.db.read().await?, &visitor, &at).await?;
    app.db.always(async |tx| media::detach(tx, course.id, module.id, item.id).await).await?;
    Ok(done(&module, item.id, "removed"))
}

/// What is sent with captions.
#[derive(Default)]
struct Sent {
    lang: String,
    bytes: Vec<u8>,
}

async fn receive_captions(mut upload: Multipart) -> Answer<Result<Sent, &'static str>> {
    let mut sent = Sent::default();
    let mut is_too_long = false;
    loop {
        let part = match upload.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(error) if is_too_large(&error) => return Ok(Err("captions-too-long")),
            Err(_) => return Err(Failure::Bad("error-bad")),
        };
        match part.name() {
            Some("language") => {
                let typed = read(part, 100).await?.unwrap_or_default();
                sent.lang = String::from_utf8_lossy(&typed).into_owned();
            }
            Some("captions") => match read(part, rules::LONGEST_CAPTIONS).await? {
                Some(bytes) => sent.bytes = bytes,
                None => is_too_long = true,
            },
            _ => {}
        }
    }
    Ok(if is_too_long { Err("captions-too-long") } else { Ok(sent) })
}

/// `POST /courses/{course}/manage/modules/{id}/items/{item}/captions`: captions in a language, in place of those there were.
pub async fn add_captions(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(at): Path<(String, ConversationId, RowId)>,
    upload: Multipart,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (course, module, item) = place(&mut conn, &visitor, &at).await?;
    let medium = media::of_item(&mut conn, module.id, item.id).await?;
    drop(conn);
    let mut refused = Refused::default();
    let sent = match app.limits.uploads.take(&visitor.signed_in()?.id.0) {
        Ok(()) => receive_captions(upload).await?,
        Err(_) => Err("error-too-many-text"),
    };
    match (sent, medium) {
        (_, None) => refused.errors.add("captions", "captions-no-recording"),
        (Err(key), _) => refused.errors.add("captions", key),
        (Ok(sent), Some(medium)) => {
            let lang = refused.errors.take("language", sent.lang.parse::<PostLang>());
            let vtt = if sent.bytes.is_empty() {
                refused.errors.refuse("captions", "field-required")
            } else {
                match media::checked(&sent.bytes) {
                    Ok(vtt) => Some(vtt),
                    Err(wrong) => {
                        refused.wrong = Some(wrong);
                        refused.errors.refuse("captions", "captions-wrong")
                    }
                }
            };
            if let (Some(lang), Some(vtt)) = (&lang, vtt) {
                let tag = lang.as_str();
                let kept = app.db.change(async |tx| media::caption_with(tx, course.id, &medium, tag, &vtt).await);
                match kept.await? {
                    Ok(()) => return Ok(done(&module, item.id, "captioned")),
                    Err(No::NoRecording) => refused.errors.add("captions", "captions-no-recording"),
                    Err(No::TooMany) => refused.errors.add("captions", "captions-too-many"),
                }
            }
            refused.lang = lang.map(|lang| lang.as_str().to_owned());
        }
    }
    site::refused(&page(&app, &visitor, (course, module, item), refused, None).await?)
}

/// Which captions.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct LanguageForm {
    language: String,
}

/// `POST /courses/{course}/manage/modules/{id}/items/{item}/captions/remove`: takes captions away.
pub async fn remove_captions(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(at): Path<(String, ConversationId, RowId)>,
    Typed(form): Typed<LanguageForm>,
) -> Answer {
    let (course, module, item) = place(&mut app.db.read().await?, &visitor, &at).await?;
    let lang = form.language;
    app.db.always(async |tx| media::remove_caption(tx, course.id, module.id, item.id, &lang).await).await?;
    Ok(done(&module, item.id, "uncaptioned"))
}
