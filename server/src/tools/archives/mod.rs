//! What a member takes home: an archive of everything they wrote, made in the background.
//!
//! It is a zip with the blog as pages that open without a server, what was said under them, the texts in Markdown, a file
//! for WordPress, everything else as JSON, and pictures and files. What others wrote is in it as far as the member may read
//! it when it is made.

mod build;
mod packing;
pub mod rules;
mod store;
#[cfg(test)]
mod tests;
mod thread;

use std::{fs, io::ErrorKind, path::PathBuf};

use tokio::io::AsyncReadExt;

use crate::{
    events::Event,
    ids::{MemberId, RowId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
    },
    links::{
        letters::{Letter, words_of},
        notices,
    },
    people::{
        community,
        members::{self, Member},
    },
    tools::backup,
};

/// An archive that a member asked for.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Archive {
    /// Its number.
    pub id: RowId,
    /// Whose it is.
    pub member: MemberId,
    /// When it was asked for.
    pub asked_at: Timestamp,
    /// How far it is,
    pub done: i64,
    /// of so much; 0 while that is not known.
    pub total: i64,
    /// Since when it can be had.
    pub ready_at: Option<Timestamp>,
    /// Since when it is known that it could not be made: there was no room, or it failed again and again.
    pub failed_at: Option<Timestamp>,
    /// From then on it goes.
    pub expires_at: Timestamp,
    /// How many pictures and files were too much.
    pub left_out: i64,
    /// How large it is.
    pub bytes: i64,
    /// The name it is kept under.
    pub file: String,
}

impl Archive {
    /// Whether it is on its way.
    pub const fn is_being_made(&self) -> bool {
        self.ready_at.is_none() && self.failed_at.is_none()
    }

    /// How much of it is made, in a hundred parts.
    pub fn percent(&self) -> i64 {
        if self.total > 0 { (self.done * 100 / self.total).clamp(0, 99) } else { 0 }
    }

    /// Whether its owner may ask for another.
    pub fn may_ask_again(&self, now: Timestamp) -> bool {
        rules::may_ask(now, self.asked_at, self.is_being_made(), self.failed_at.is_some())
    }

    /// When they may.
    pub fn again_at(&self) -> Timestamp {
        self.asked_at.plus_minutes(rules::PAUSE_MINUTES)
    }
}

/// The archive of a member, if there is one or will be; one that has expired is none.
pub async fn of(conn: &mut Conn, member: MemberId, now: Timestamp) -> anyhow::Result<Option<Archive>> {
    Ok(store::of(conn, member).await?.filter(|archive| archive.expires_at > now))
}

/// There was one not long ago.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TooSoon;

/// Asks for an archive, in place of the one there may be.
pub async fn ask(app: &App, member: MemberId) -> anyhow::Result<Result<(), TooSoon>> {
    let asked = app.db.change(async |tx| {
        let now = tx.now;
        let last = of(tx, member, now).await?;
        if last.is_some_and(|last| !last.may_ask_again(now)) {
            return Ok(Err(TooSoon));
        }
        let former = let_go(tx, member).await?;
        let id = RowId(tx.new_id());
        store::insert(tx, id, member, tx.now.plus_days(rules::DAYS)).await?;
        tx.emit(Event::ArchiveAsked(id));
        Ok(Ok(former))
    });
    let former = match asked.await? {
        Ok(former) => former,
        Err(no) => return Ok(Err(no)),
    };
    forget_file(app, former).await?;
    Ok(Ok(()))
}

/// Lets go of the archive of a member.
pub async fn delete(app: &App, member: MemberId) -> anyhow::Result<()> {
    let former = app.db.always(async |tx| let_go(tx, member).await).await?;
    forget_file(app, former).await
}

/// Nobody is told any more that it is ready; answers the name of its file.
async fn let_go(tx: &mut Tx, member: MemberId) -> anyhow::Result<Option<String>> {
    let file = store::delete(tx, member).await?;
    if file.is_some() {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(file)
}

async fn forget_file(app: &App, file: Option<String>) -> anyhow::Result<()> {
    match file.filter(|file| !file.is_empty()) {
        Some(file) => app.files.forget(&file).await,
        None => Ok(()),
    }
}

/// Lets go of what has expired, and of what a server that ended left half made.
pub async fn forget_old(app: &App) -> anyhow::Result<()> {
    let mut conn = app.db.read().await?;
    let expired = store::expired(&mut conn, app.now()).await?;
    drop(conn);
    for archive in expired {
        delete(app, archive.member).await?;
    }
    let entries = match fs::read_dir(folder(app)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let id = name.to_str().and_then(|name| name.strip_suffix(".part")?.parse().ok());
        let Some(id) = id else { continue };
        let archive = store::by_id(&mut app.db.read().await?, RowId(id)).await?;
        if !archive.is_some_and(|archive| archive.is_being_made()) {
            fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// Where archives are made.
fn folder(app: &App) -> PathBuf {
    app.settings.data.join("archives")
}

/// Makes an archive that was asked for; answers until when that has to wait. Whoever is killed in the midst of it begins
/// anew.
pub async fn make(app: &App, id: RowId) -> anyhow::Result<Option<Timestamp>> {
    let mut conn = app.db.read().await?;
    let Some(archive) = store::by_id(&mut conn, id).await?.filter(Archive::is_being_made) else { return Ok(None) };
    let Some(member) = members::by_id(&mut conn, archive.member).await?.filter(Member::is_in) else { return Ok(None) };
    drop(conn);
    // Each takes a disk and a processor for a while: one after the other.
    let Ok(_permit) = app.archive_permits.try_acquire() else { return Ok(Some(app.now().plus_minutes(1))) };
    let part = folder(app).join(format!("{id}.part"));
    let made = made(app, &archive, &member, &part).await;
    if let Err(error) = fs::remove_file(&part)
        && error.kind() != ErrorKind::NotFound
    {
        tracing::warn!(%error, "what an archive was made of cannot be removed");
    }
    match made {
        Ok(()) => Ok(None),
        Err(error) if backup::is_full(&error) || rules::gives_up(app.now(), archive.asked_at) => {
            tracing::error!(error = format!("{error:#}"), "an archive cannot be made");
            let letter = Told::of(app, &member, "letter-archive-failed", "").await?;
            app.db
                .always(async |tx| {
                    if store::failed(tx, id).await? {
                        letter.write(tx).await?;
                    }
                    Ok(())
                })
                .await?;
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

async fn made(app: &App, archive: &Archive, member: &Member, part: &std::path::Path) -> anyhow::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder(app))?;
    let left_out = build::build(app, archive.id, member, part.to_owned()).await?;
    let mut incoming = app.files.begin().await?;
    let mut from = tokio::fs::File::open(part).await?;
    let mut chunk = vec![0; 256 * 1024];
    loop {
        let length = from.read(&mut chunk).await?;
        if length == 0 {
            break;
        }
        incoming.add(&chunk[..length]).await?;
    }
    let mut arrived = incoming.done().await?;
    // Not by its content: whoever makes it once more writes over it.
    arrived.name = format!("{}.zip", archive.id);
    app.files.adopt(&arrived).await?;
    let bytes = i64::try_from(arrived.bytes)?;
    let letter = Told::of(app, member, "letter-archive", "/me/archive/").await?;
    let id = archive.id;
    let wanted = app
        .db
        .always(async |tx| {
            let expires_at = tx.now.plus_days(rules::DAYS);
            if !store::ready(tx, id, &arrived.name, bytes, left_out, expires_at).await? {
                return Ok(false);
            }
            letter.write(tx).await?;
            notices::archive_ready(tx, archive.member).await?;
            Ok(true)
        })
        .await?;
    if !wanted {
        app.files.forget(&arrived.name).await?;
    }
    Ok(())
}

/// What its owner is told, if they have an address.
struct Told {
    email: Option<String>,
    subject: String,
    hello: String,
    text: String,
    link: String,
    community: String,
    base_url: String,
}

impl Told {
    async fn of(app: &App, member: &Member, key: &str, path: &str) -> anyhow::Result<Self> {
        let community = community::of(app).await?;
        let words = words_of(member, &community);
        let until = words.date(app.now().plus_days(rules::DAYS));
        let base_url = app.settings.base_url.clone();
        Ok(Self {
            email: member.email.clone(),
            subject: words.with(&format!("{key}-subject"), "community", community.name.as_str()),
            hello: words.with("letter-hello", "name", member.name.as_str()),
            text: words.with2(key, ("community", community.name.as_str()), ("date", until)),
            link: if path.is_empty() { String::new() } else { format!("{base_url}{path}") },
            community: community.name.clone(),
            base_url,
        })
    }

    async fn write(&self, tx: &mut Tx) -> anyhow::Result<()> {
        let Some(email) = &self.email else { return Ok(()) };
        let letter = Letter {
            hello: self.hello.clone(),
            text: self.text.clone(),
            reason: String::new(),
            link: self.link.clone(),
            after: String::new(),
            yours: String::new(),
            words: "",
            community: &self.community,
            base_url: &self.base_url,
        };
        letter.write(tx, email, &self.subject).await
    }
}

#[cfg(test)]
pub async fn contents(app: &App, archive: &Archive) -> Vec<u8> {
    use futures_util::StreamExt;
    let mut bytes = vec![];
    let mut stream = app.files.whole(&archive.file).await.unwrap().unwrap();
    while let Some(some) = stream.next().await {
        bytes.extend_from_slice(&some.unwrap());
    }
    bytes
}
