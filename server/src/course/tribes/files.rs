//! Files that members of a tribe put there for one another: documents, pictures, recordings. Each keeps its address when a new
//! version takes its place.

use super::{
    Tribe,
    rules::{FileWords, MOST_FILES},
    store,
};
use crate::{
    audiences::circles,
    events::Event,
    ids::{CircleId, MemberId, RowId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
        files::{Arrived, kind::Kind},
    },
    people::members,
    talk::kept_files,
};

/// So many stand on a page.
pub const FILES: usize = 50;
/// The same file, put there twice within so many minutes by the same person, is one: they pressed twice.
const SAME_MINUTES: i64 = 10;

/// A file of a tribe.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct TribeFile {
    /// Its number.
    pub id: RowId,
    /// The name it is kept under.
    pub file: String,
    kind: String,
    /// How long it is, in bytes.
    pub bytes: i64,
    /// What whoever put it there called it.
    pub name: String,
    /// Who put it there.
    pub put_by: Option<MemberId>,
    /// What they are called.
    pub by_name: String,
    /// What they are called by with an `@`.
    pub by_handle: Option<String>,
    /// When its present version came.
    pub changed_at: Timestamp,
    /// How many versions there were, with this one.
    pub versions: i64,
    /// What it is called.
    pub title: String,
    /// What it is, in a few words.
    pub words: String,
}

impl TribeFile {
    /// What kind of file it is.
    pub fn kind(&self) -> &'static Kind {
        Kind::named(&self.kind)
    }

    /// The address of whoever put it there.
    pub fn by_url(&self) -> Option<String> {
        self.by_handle.as_ref().map(|handle| members::url(handle))
    }

    /// Whether this member changes it and takes it away: whoever put it there, and whoever leads.
    pub fn may_change(&self, member: MemberId, leads: bool) -> bool {
        leads || self.put_by == Some(member)
    }

    /// Its place in the list, as an address says it.
    pub fn place(&self) -> String {
        format!("{}-{}", self.changed_at.0, self.id)
    }
}

/// Why a file was not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoFile {
    /// There is no room for it.
    Full,
    /// There are so many already.
    TooMany,
    /// Nobody puts anything there any more, or what it was to replace is gone.
    Gone,
}

/// The files of a tribe, those that came last first: after a place, one more than a page holds if there are more.
pub async fn files(conn: &mut Conn, tribe: CircleId, after: &str) -> anyhow::Result<Vec<TribeFile>> {
    let place = after.split_once('-').and_then(|(at, id)| Some((Timestamp(at.parse().ok()?), id.parse().ok()?)));
    let (at, id) = place.unwrap_or((Timestamp(i64::MAX), RowId(i64::MAX)));
    Ok(store::files(conn, tribe, at, id, i64::try_from(FILES)? + 1).await?)
}

/// One of a tribe's.
pub async fn file(conn: &mut Conn, tribe: CircleId, id: RowId) -> anyhow::Result<Option<TribeFile>> {
    Ok(store::file(conn, tribe, id).await?)
}

/// How many bytes a tribe's files take.
pub async fn files_take(conn: &mut Conn, tribe: CircleId) -> anyhow::Result<u64> {
    Ok(store::files_take(conn, tribe).await?.1.unsigned_abs())
}

/// How many files a tribe has.
pub async fn count_files(conn: &mut Conn, tribe: CircleId) -> anyhow::Result<i64> {
    Ok(store::files_take(conn, tribe).await?.0)
}

/// A member puts a file that has come into a tribe; answers its number. Two at once are counted one after the other.
pub async fn put_file(
    app: &App,
    tribe: &Tribe,
    by: MemberId,
    arrived: &Arrived,
    name: &str,
    words: &FileWords,
) -> anyhow::Result<Result<RowId, NoFile>> {
    kept_files::keep(app, arrived).await?;
    let most = i64::try_from(app.settings.tribe_bytes)?;
    app.db
        .change(async |tx| {
            if let Err(no) = may_put(tx, tribe.id, by).await? {
                return Ok(Err(no));
            }
            let lately = tx.now.plus_minutes(-SAME_MINUTES);
            if let Some(same) = store::same_file(tx, tribe.id, by, &arrived.name, &words.title, lately).await? {
                return Ok(Ok(same));
            }
            let id = RowId(tx.new_id());
            store::insert_file(tx, id, tribe.id, by, &arrived.name, name, words).await?;
            let (count, bytes) = store::files_take(tx, tribe.id).await?;
            if count > MOST_FILES {
                return Ok(Err(NoFile::TooMany));
            }
            if bytes > most {
                return Ok(Err(NoFile::Full));
            }
            tx.emit(Event::TribeChanged(tribe.id));
            Ok(Ok(id))
        })
        .await
}

/// A file that has come takes the place of another, at its address.
pub async fn replace_file(
    app: &App,
    tribe: &Tribe,
    by: MemberId,
    id: RowId,
    arrived: &Arrived,
    name: &str,
) -> anyhow::Result<Result<(), NoFile>> {
    kept_files::keep(app, arrived).await?;
    let most = i64::try_from(app.settings.tribe_bytes)?;
    app.db
        .change(async |tx| {
            if let Err(no) = may_put(tx, tribe.id, by).await? {
                return Ok(Err(no));
            }
            let (_, before) = store::files_take(tx, tribe.id).await?;
            if !store::replace_file(tx, tribe.id, id, &arrived.name, name).await? {
                return Ok(Err(NoFile::Gone));
            }
            let (_, bytes) = store::files_take(tx, tribe.id).await?;
            // Where less is allowed than there is, smaller ones are taken all the same.
            if bytes > most && bytes > before {
                return Ok(Err(NoFile::Full));
            }
            tx.emit(Event::TribeChanged(tribe.id));
            Ok(Ok(()))
        })
        .await
}

/// Whether a member is still in a tribe that goes on: meanwhile a file was sent, which may have taken long.
async fn may_put(tx: &mut Tx, tribe: CircleId, member: MemberId) -> anyhow::Result<Result<(), NoFile>> {
    circles::hold(tx, tribe).await?;
    let is_in = circles::part(tx, tribe, member).await?.is_some();
    let goes_on = circles::by_id(tx, tribe).await?.is_some_and(|circle| circle.closed_at.is_none());
    Ok(if is_in && goes_on { Ok(()) } else { Err(NoFile::Gone) })
}

/// Says otherwise what a file is.
pub async fn describe_file(tx: &mut Tx, tribe: CircleId, id: RowId, words: &FileWords) -> anyhow::Result<()> {
    store::describe_file(tx, tribe, id, words).await?;
    tx.emit(Event::TribeChanged(tribe));
    Ok(())
}

/// Takes a file away; a second time it is gone already.
pub async fn remove_file(tx: &mut Tx, tribe: CircleId, id: RowId) -> anyhow::Result<()> {
    store::remove_file(tx, tribe, id).await?;
    tx.emit(Event::TribeChanged(tribe));
    Ok(())
}

/// Takes away all that a member put into tribes.
pub async fn remove_files_of(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::remove_files_of(tx, member).await?)
}
