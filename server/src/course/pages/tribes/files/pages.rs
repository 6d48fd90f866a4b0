//! HTTP for the files of a tribe. They are for those in it.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Multipart, State},
    http::{HeaderMap, Method, header},
    response::Response,
};
use serde::Deserialize;

use crate::{
    course::{
        pages::{modules::media::pages::write_down, tribes::pages::found},
        tribes::{self, FILES, FileWords, NoFile, Standing, Tribe, TribeFile, rules},
    },
    ids::{MemberId, RowId},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        files::{
            Arrived,
            names::{file_name, size},
        },
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
};

/// What a browser sends around a file, in bytes, at most.
const AROUND: u64 = 16 * 1024;
/// So much of a typed text is read.
const LONGEST_TYPED: usize = 16 * 1024;
/// The parts of the forms.
const FIELDS: [Field; 3] = [
    field("file", "file", "tribe-file"),
    field("title", "title", "tribe-file-title"),
    field("words", "about", "tribe-file-words"),
];

/// A tribe at an address, for a member who is in it.
async fn within(conn: &mut Conn, visitor: &Visitor, slug: &str) -> Answer<(Tribe, Standing, MemberId)> {
    let member = visitor.signed_in()?;
    let (tribe, me) = found(conn, Some(member), slug).await?;
    if me.is_in() { Ok((tribe, me, member.id)) } else { Err(Failure::NotFound) }
}

/// A file of it that this member may change.
async fn changed(conn: &mut Conn, visitor: &Visitor, slug: &str, id: RowId) -> Answer<(Tribe, TribeFile)> {
    let (tribe, me, member) = within(conn, visitor, slug).await?;
    let file = tribes::file(conn, tribe.id, id).await?.ok_or(Failure::NotFound)?;
    if file.may_change(member, me.leads()) { Ok((tribe, file)) } else { Err(Failure::NotFound) }
}

fn list_url(tribe: &Tribe) -> String {
    format!("{}files/", tribe.url())
}

fn file_url(tribe: &Tribe, file: &TribeFile) -> String {
    format!("{}{}", list_url(tribe), file.id)
}

fn done(tribe: &Tribe, done: &str) -> Response {
    see_other(&format!("{}?done={done}#done", list_url(tribe)))
}

/// What the query of the list may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
    after: String,
}

impl Asked {
    fn key(&self) -> Option<&'static str> {
        match self.done.as_str() {
            "put" => Some("tribe-file-done-put"),
            "replaced" => Some("tribe-file-done-replaced"),
            "saved" => Some("tribe-file-done-saved"),
            "removed" => Some("tribe-file-done-removed"),
            _ => None,
        }
    }
}

/// How much room there is.
struct Room {
    /// The largest file that is taken, in bytes.
    largest: u64,
    /// How much there may be in all, and how much there is.
    all: u64,
    used: u64,
}

impl Room {
    async fn of(app: &App, conn: &mut Conn, tribe: &Tribe) -> anyhow::Result<Self> {
        let used = tribes::files_take(conn, tribe.id).await?;
        Ok(Self { largest: app.settings.file_bytes, all: app.settings.tribe_bytes, used })
    }

    const fn left(&self) -> u64 {
        self.all.saturating_sub(self.used)
    }
}

fn said(p: &Page, bytes: u64) -> String {
    let (number, key) = size(i64::try_from(bytes).unwrap_or(i64::MAX));
    p.t.with(key, "number", p.t.number(number))
}

#[derive(Template)]
#[template(path = "course/pages/tribes/files/list.html")]
struct List {
    p: Page,
    tribe: Tribe,
    me: Standing,
    member: MemberId,
    files: Vec<TribeFile>,
    count: i64,
    room: Room,
    older: Option<String>,
    is_later_page: bool,
    f: FileWords,
    errors: Errors,
    wrong: Vec<Field>,
    done: Option<&'static str>,
}

impl List {
    fn size(&self, file: &TribeFile) -> String {
        said(&self.p, file.bytes.unsigned_abs())
    }

    fn url(&self, file: &TribeFile) -> String {
        file_url(&self.tribe, file)
    }

    fn may_change(&self, file: &TribeFile) -> bool {
        file.may_change(self.member, self.me.leads())
    }

    /// How much of the room is taken.
    fn taken(&self) -> String {
        let (used, all) = (said(&self.p, self.room.used), said(&self.p, self.room.all));
        self.p.t.with2("tribe-files-taken", ("used", used), ("all", all))
    }

    fn hint(&self) -> String {
        hint(&self.p, &self.room)
    }
}

/// What a file may be at most.
fn hint(p: &Page, room: &Room) -> String {
    p.t.with("tribe-file-hint", "size", said(p, room.largest.min(room.left())))
}

async fn list_page(
    app: &App,
    conn: &mut Conn,
    visitor: &Visitor,
    slug: &str,
    asked: &Asked,
    f: FileWords,
    errors: Errors,
) -> Answer<List> {
    let (tribe, me, member) = within(conn, visitor, slug).await?;
    let mut files = tribes::files(conn, tribe.id, &asked.after).await?;
    let has_more = files.len() > FILES;
    files.truncate(FILES);
    let older = files.last().filter(|_| has_more).map(|last| format!("?after={}", last.place()));
    let count = tribes::count_files(conn, tribe.id).await?;
    let room = Room::of(app, conn, &tribe).await?;
    let mut p = Page::new(conn, visitor, visitor.words.say("tribe-files")).await?.private().refused(&errors);
    p.address = list_url(&tribe);
    Ok(List {
        p,
        tribe,
        me,
        member,
        files,
        count,
        room,
        older,
        is_later_page: !asked.after.is_empty(),
        f,
        wrong: errors.list(&FIELDS),
        errors,
        done: asked.key(),
    })
}

/// `GET /tribes/{slug}/files/`: the files of a tribe, for those in it.
pub async fn list(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let f = FileWords { title: String::new(), words: String::new() };
    site::unstored(site::show(&list_page(&app, &mut conn, &visitor, &slug, &asked, f, Errors::default()).await?))
}

/// `GET /tribes/{slug}/files/{id}`: a file, whole or in parts, for those in the tribe.
pub async fn file(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, RowId)>,
    method: Method,
    headers: HeaderMap,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (tribe, ..) = within(&mut conn, &visitor, &slug).await?;
    let file = tribes::file(&mut conn, tribe.id, id).await?.ok_or(Failure::NotFound)?;
    drop(conn);
    let served = Served { file: &file.file, kind: file.kind(), bytes: file.bytes.unsigned_abs(), name: &file.name };
    answer(&app, &method, &headers, &served).await
}

/// What was sent: the words around a file, and the file or what is wrong with it.
struct Sent {
    title: String,
    words: String,
    file: Result<(Arrived, String), &'static str>,
}

/// Takes in what is sent, of which the file may have so many bytes. One that says that it has more is not written down at
/// all; it is heard to its end all the same, since a browser that is cut off shows no page.
async fn receive(app: &App, headers: &HeaderMap, most: u64, mut upload: Multipart) -> Answer<Sent> {
    let declared = headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse::<u64>().ok());
    let most = if declared.is_some_and(|declared| declared > most.saturating_add(AROUND)) { 0 } else { most };
    let mut sent = Sent { title: String::new(), words: String::new(), file: Err("field-required") };
    loop {
        let part = match upload.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => return Ok(sent),
            Err(error) if is_too_large(&error) => {
                sent.file = Err("file-too-large");
                return Ok(sent);
            }
            Err(_) => return Err(Failure::Bad("error-bad")),
        };
        match part.name() {
            Some("title") => sent.title = typed(read(part, LONGEST_TYPED).await?),
            Some("words") => sent.words = typed(read(part, LONGEST_TYPED).await?),
            Some("file") => {
                let name = file_name(part.file_name().unwrap_or_default());
                sent.file = write_down(app, part, most).await?.map(|arrived| (arrived, name));
            }
            _ => {}
        }
    }
}

fn typed(read: Option<Vec<u8>>) -> String {
    String::from_utf8_lossy(&read.unwrap_or_default()).into_owned()
}

/// What a file is called and what it is, where it is said well; a file without a title is called by its name.
fn checked(title: &str, words: &str, name: &str, errors: &mut Errors) -> Option<FileWords> {
    let title = errors.take("title", rules::line(title, rules::LONGEST_FILE_TITLE));
    let words = errors.take("words", rules::line(words, rules::LONGEST_FILE_WORDS));
    let title = title.map(|title| if title.is_empty() { rules::file_title(name) } else { title });
    Some(FileWords { title: title?, words: words? })
}

/// The message that says why a file was not taken: it is larger than any may be, or than there is room.
fn refusal(key: &'static str, room: &Room, instead_of: u64) -> &'static str {
    let left = room.left().saturating_add(instead_of);
    if key == "file-too-large" && left < room.largest { "tribe-files-full" } else { key }
}

const fn no_key(no: NoFile) -> &'static str {
    match no {
        NoFile::Full => "tribe-files-full",
        NoFile::TooMany => "tribe-files-too-many",
        NoFile::Gone => "tribe-file-gone",
    }
}

/// `POST /tribes/{slug}/file`: puts a file into a tribe.
pub async fn put(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    headers: HeaderMap,
    upload: Multipart,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (tribe, _, member) = within(&mut conn, &visitor, &slug).await?;
    if tribe.closed_at.is_some() {
        return Err(Failure::NotFound);
    }
    let room = Room::of(&app, &mut conn, &tribe).await?;
    drop(conn);
    let mut errors = Errors::default();
    let most = room.largest.min(room.left());
    let sent = match app.limits.uploads.take(&member.0) {
        Ok(()) => receive(&app, &headers, most, upload).await?,
        Err(_) => Sent { title: String::new(), words: String::new(), file: Err("error-too-many-text") },
    };
    let name = sent.file.as_ref().map_or("", |(_, name)| name);
    let words = checked(&sent.title, &sent.words, name, &mut errors);
    match (sent.file, words) {
        (Ok((arrived, name)), Some(words)) => {
            match tribes::put_file(&app, &tribe, member, &arrived, &name, &words).await? {
                Ok(_) => return Ok(done(&tribe, "put")),
                Err(no) => errors.add("file", no_key(no)),
            }
        }
        (Err(key), _) => errors.add("file", refusal(key, &room, 0)),
        // A browser sends no file again by itself.
        (Ok(_), None) => errors.add("file", "tribe-file-again"),
    }
    let f = FileWords { title: sent.title, words: sent.words };
    let mut conn = app.db.read().await?;
    site::refused(&list_page(&app, &mut conn, &visitor, &slug, &Asked::default(), f, errors).await?)
}

#[derive(Template)]
#[template(path = "course/pages/tribes/files/form.html")]
struct EditPage {
    p: Page,
    tribe: Tribe,
    file: TribeFile,
    room: Room,
    f: FileWords,
    errors: Errors,
    wrong: Vec<Field>,
}

impl EditPage {
    fn url(&self) -> String {
        file_url(&self.tribe, &self.file)
    }

    fn size(&self) -> String {
        said(&self.p, self.file.bytes.unsigned_abs())
    }

    fn hint(&self) -> String {
        let room = Room { used: self.room.used.saturating_sub(self.file.bytes.unsigned_abs()), ..self.room };
        hint(&self.p, &room)
    }
}

async fn edit_page(
    app: &App,
    conn: &mut Conn,
    visitor: &Visitor,
    (tribe, file): (Tribe, TribeFile),
    f: FileWords,
    errors: Errors,
) -> anyhow::Result<EditPage> {
    let room = Room::of(app, conn, &tribe).await?;
    let mut p = Page::new(conn, visitor, visitor.words.say("tribe-file-edit")).await?.private().refused(&errors);
    p.address = format!("{}/edit", file_url(&tribe, &file));
    Ok(EditPage { p, tribe, file, room, f, wrong: errors.list(&FIELDS), errors })
}

/// `GET /tribes/{slug}/files/{id}/edit`: what a file is called, a new version of it, and taking it away.
pub async fn edit_form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, RowId)>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (tribe, file) = changed(&mut conn, &visitor, &slug, id).await?;
    let f = FileWords { title: file.title.clone(), words: file.words.clone() };
    site::unstored(site::show(&edit_page(&app, &mut conn, &visitor, (tribe, file), f, Errors::default()).await?))
}

/// What is typed about a file.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct WordsForm {
    title: String,
    words: String,
}

/// `POST /tribes/{slug}/files/{id}/edit`: says otherwise what it is.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, RowId)>,
    Typed(form): Typed<WordsForm>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (tribe, file) = changed(&mut conn, &visitor, &slug, id).await?;
    let mut errors = Errors::default();
    if let Some(words) = checked(&form.title, &form.words, &file.name, &mut errors) {
        drop(conn);
        app.db.always(async |tx| tribes::describe_file(tx, tribe.id, id, &words).await).await?;
        return Ok(done(&tribe, "saved"));
    }
    let f = FileWords { title: form.title, words: form.words };
    site::refused(&edit_page(&app, &mut conn, &visitor, (tribe, file), f, errors).await?)
}

/// `POST /tribes/{slug}/files/{id}/file`: a new version, at the same address.
pub async fn replace(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, RowId)>,
    headers: HeaderMap,
    upload: Multipart,
) -> Answer {
    let mut conn = app.db.read().await?;
    let (tribe, file) = changed(&mut conn, &visitor, &slug, id).await?;
    if tribe.closed_at.is_some() {
        return Err(Failure::NotFound);
    }
    let room = Room::of(&app, &mut conn, &tribe).await?;
    drop(conn);
    let (member, before) = (visitor.signed_in()?.id, file.bytes.unsigned_abs());
    let most = room.largest.min(room.left().saturating_add(before));
    let sent = match app.limits.uploads.take(&member.0) {
        Ok(()) => receive(&app, &headers, most, upload).await?.file,
        Err(_) => Err("error-too-many-text"),
    };
    let key = match sent {
        Ok((arrived, name)) => match tribes::replace_file(&app, &tribe, member, id, &arrived, &name).await? {
            Ok(()) => return Ok(done(&tribe, "replaced")),
            Err(no) => no_key(no),
        },
        Err(key) => refusal(key, &room, before),
    };
    let f = FileWords { title: file.title.clone(), words: file.words.clone() };
    let mut conn = app.db.read().await?;
    site::refused(&edit_page(&app, &mut conn, &visitor, (tribe, file), f, Errors::of("file", key)).await?)
}

/// `POST /tribes/{slug}/files/{id}/remove`: takes it away.
pub async fn remove(State(app): State<Arc<App>>, visitor: Visitor, Path((slug, id)): Path<(String, RowId)>) -> Answer {
    let (tribe, _) = changed(&mut app.db.read().await?, &visitor, &slug, id).await?;
    app.db.always(async |tx| tribes::remove_file(tx, tribe.id, id).await).await?;
    Ok(done(&tribe, "removed"))
}
