//! Changing things: one closure, one transaction.
//!
//! On SQLite there is one writer, and a commit waits for the disk. Changes that arrive meanwhile do not each wait for
//! a disk of their own: every change is a savepoint in a shared transaction, and whoever gets the writer next commits
//! for all that finished before. No change is acknowledged before that commit.

use std::{collections::HashSet, sync::Arc};

use anyhow::bail;
use sqlx::{Connection, SqliteConnection};
use tokio::sync::{Mutex, OwnedMutexGuard, watch};

use super::{Conn, Db, LAST_CHANGE, Pools};
use crate::{
    events::{Event, Lane, consequences},
    ids::Timestamp,
};

/// SQLite's one writing connection, and the transaction that changes share on it.
pub struct Writer {
    conn: SqliteConnection,
    batch: Option<Batch>,
}

/// A shared transaction: its number, and how its commit went once it is over.
struct Batch {
    outcome: watch::Sender<Option<Result<(), String>>>,
}

impl Writer {
    pub(super) fn new(conn: SqliteConnection) -> Arc<Mutex<Self>> {
        Arc::new(Mutex::new(Self { conn, batch: None }))
    }

    /// The driver's connection.
    pub fn conn(&mut self) -> &mut SqliteConnection {
        &mut self.conn
    }

    /// A number that moves when another connection than this one writes into the file.
    pub(super) async fn version(&mut self) -> sqlx::Result<i64> {
        sqlx::query_scalar("pragma data_version").fetch_one(&mut self.conn).await
    }

    async fn open(&mut self) -> sqlx::Result<()> {
        if self.batch.is_none() {
            sqlx::query("begin immediate").execute(&mut self.conn).await?;
            self.batch = Some(Batch { outcome: watch::Sender::new(None) });
        }
        sqlx::query("savepoint change").execute(&mut self.conn).await.map(drop)
    }

    /// Ends one change in the shared transaction.
    async fn close(&mut self, end: End) -> sqlx::Result<()> {
        if end == End::Undo {
            sqlx::query("rollback to change").execute(&mut self.conn).await?;
        }
        sqlx::query("release change").execute(&mut self.conn).await.map(drop)
    }

    /// Gives up what is open. After a full disk SQLite may have undone the whole transaction by itself; whoever is in
    /// it must hear so, and the next change must begin another.
    async fn abandon(&mut self) {
        let _ = sqlx::query("rollback").execute(&mut self.conn).await;
        if let Some(batch) = self.batch.take() {
            batch.outcome.send_replace(Some(Err("the transaction was given up".into())));
        }
    }

    /// Commits what is open and tells everyone in it how that went.
    async fn commit(&mut self) {
        let Some(batch) = self.batch.take() else { return };
        let done = sqlx::query("commit").execute(&mut self.conn).await;
        if let Err(error) = &done {
            tracing::error!(%error, "a commit failed; its changes are undone");
            // A failed commit can leave the transaction open, which would block every later one.
            let _ = sqlx::query("rollback").execute(&mut self.conn).await;
        }
        batch.outcome.send_replace(Some(done.map(drop).map_err(|error| error.to_string())));
    }
}

/// A change under way. What it wrote is undone unless [`Db::change`] commits it.
pub struct Tx {
    /// None only after the end.
    conn: Option<Conn>,
    writer: Option<Arc<Mutex<Writer>>>,
    events: Vec<Event>,
    /// The same, to look up: a large change has thousands.
    said: HashSet<Event>,
    /// The moment of this change: one for everything in it.
    pub now: Timestamp,
    ids: Arc<crate::ids::Ids>,
}

impl Tx {
    /// A new id for something written in this change.
    pub fn new_id(&self) -> i64 {
        self.ids.next()
    }

    /// Says what happened; the jobs that follow from it are written with the change.
    pub fn emit(&mut self, event: Event) {
        if self.said.insert(event) {
            self.events.push(event);
        }
    }

    /// Says only this of everything so far: for a past that is brought in, of which nobody is to get e-mails now.
    pub fn emit_instead(&mut self, event: Event) {
        self.events = vec![event];
        self.said = HashSet::from([event]);
    }

    pub(super) fn conn(&self) -> &Conn {
        self.conn.as_ref().expect("a change is used before its end")
    }

    pub(super) fn conn_mut(&mut self) -> &mut Conn {
        self.conn.as_mut().expect("a change is used before its end")
    }

    async fn write_consequences(&mut self, db: &Db) -> anyhow::Result<i64> {
        for event in self.events.clone() {
            for (lane, job) in consequences(event) {
                super::queue::write(self, lane, job).await?;
            }
        }
        if matches!(self.conn(), Conn::Postgres(_)) && !self.events.is_empty() {
            let events = self.events.clone();
            return db.tell_nodes(self, &events).await;
        }
        Ok(0)
    }
}

/// How a change ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Commit,
    Undo,
}

async fn end_sqlite(mut held: OwnedMutexGuard<Writer>, writer: Arc<Mutex<Writer>>, end: End) -> anyhow::Result<()> {
    if let Err(error) = held.close(end).await {
        held.abandon().await;
        return Err(error.into());
    }
    let mut outcome = held.batch.as_ref().map(|batch| batch.outcome.subscribe());
    // Letting go lets the changes that wait join this transaction; the lock is fair, so it comes back after them.
    drop(held);
    let mut held = writer.lock().await;
    if outcome.as_ref().is_some_and(|outcome| outcome.borrow().is_none()) {
        held.commit().await;
    }
    drop(held);
    match outcome.as_mut().and_then(|outcome| outcome.borrow_and_update().clone()) {
        Some(Ok(())) => Ok(()),
        Some(Err(why)) => Err(NotKept(why).into()),
        None => Err(NotKept("its transaction is gone".into()).into()),
    }
}

async fn end_postgres(mut conn: sqlx::pool::PoolConnection<sqlx::Postgres>, end: End) -> anyhow::Result<()> {
    let word = if end == End::Commit { "commit" } else { "rollback" };
    let done = sqlx::query(word).execute(&mut *conn).await;
    if done.is_err() {
        // A connection that could not end its transaction must not be lent to anyone else.
        let _ = conn.detach().close().await;
    }
    Ok(done.map(drop)?)
}

async fn end(conn: Conn, writer: Option<Arc<Mutex<Writer>>>, how: End) -> anyhow::Result<()> {
    match (conn, writer) {
        (Conn::SqliteWriter(held), Some(writer)) => end_sqlite(held, writer, how).await,
        (Conn::Postgres(conn), _) => end_postgres(conn, how).await,
        _ => Ok(()),
    }
}

impl Drop for Tx {
    /// A change whose visitor went away mid-way is undone before the next one begins.
    fn drop(&mut self) {
        if let Some(conn) = self.conn.take() {
            let writer = self.writer.take();
            tokio::spawn(async move {
                if let Err(error) = end(conn, writer, End::Undo).await {
                    tracing::error!(%error, "an abandoned change could not be undone");
                }
            });
        }
    }
}

impl Db {
    /// In a task of its own, so that a visitor who leaves now cannot leave a transaction that nobody knows is open.
    async fn begin(&self) -> anyhow::Result<Tx> {
        let (db, pools, clock, ids) = (self.clone(), self.pools.clone(), self.clock.clone(), self.ids.clone());
        let begun = tokio::spawn(async move {
            let (conn, writer) = match pools {
                Pools::Sqlite { writer, .. } => {
                    let mut held = writer.clone().lock_owned().await;
                    held.open().await?;
                    (Conn::SqliteWriter(held), Some(writer))
                }
                Pools::Postgres { writers, .. } => {
                    let mut conn = db.acquire(&writers).await?;
                    db.hold_number(&mut conn).await?;
                    sqlx::query("begin").execute(&mut *conn).await?;
                    (Conn::Postgres(conn), None)
                }
            };
            anyhow::Ok(Tx { conn: Some(conn), writer, events: vec![], said: HashSet::new(), now: clock.now(), ids })
        });
        let begun = begun.await?;
        if begun.is_err() {
            self.note_writing(true);
        }
        begun
    }

    /// Runs a change in a transaction: kept when it answers `Ok(Ok(_))`, undone when it answers a no or an error.
    /// When this returns, a kept change is on disk and every cached page that showed the old state is stale.
    pub async fn change<T, N>(
        &self,
        work: impl AsyncFnOnce(&mut Tx) -> anyhow::Result<Result<T, N>>,
    ) -> anyhow::Result<Result<T, N>> {
        let mut tx = self.begin().await?;
        let answer = work(&mut tx).await;
        let kept = matches!(answer, Ok(Ok(_)));
        let ended = self.end(tx, kept).await?;
        if answer.as_ref().is_err_and(is_unwritable) {
            self.note_writing(true);
        }
        let answer = answer?;
        ended?;
        Ok(answer)
    }

    /// A change that has no named no.
    pub async fn always<T>(&self, work: impl AsyncFnOnce(&mut Tx) -> anyhow::Result<T>) -> anyhow::Result<T> {
        let mut tx = self.begin().await?;
        let answer = work(&mut tx).await;
        let ended = self.end(tx, answer.is_ok()).await?;
        if answer.as_ref().is_err_and(is_unwritable) {
            self.note_writing(true);
        }
        let answer = answer?;
        ended?;
        Ok(answer)
    }

    /// Ends a change, and answers whether what is to be kept was. It knows no type of the change, so that it is compiled
    /// once and not for each of them.
    async fn end(&self, mut tx: Tx, kept: bool) -> anyhow::Result<anyhow::Result<()>> {
        let mark = if kept { tx.write_consequences(self).await? } else { 0 };
        let events = std::mem::take(&mut tx.events);
        let (Some(conn), writer) = (tx.conn.take(), tx.writer.take()) else { bail!("a change ended twice") };
        let how = if kept { End::Commit } else { End::Undo };
        // In a task of its own, so that a visitor who leaves now leaves neither the transaction half ended nor what it
        // changed untold.
        let db = self.clone();
        let ended = tokio::spawn(async move {
            let ended = end(conn, writer, how).await;
            if how == End::Commit {
                // Even after an error: a commit of which only the answer was lost is kept.
                for event in events {
                    db.tell(event);
                }
            }
            ended
        });
        let ended = ended.await?;
        if !kept {
            return Ok(Ok(()));
        }
        self.note_writing(ended.is_err());
        if mark != 0 {
            self.node.told.notify_one();
            let _ = LAST_CHANGE.try_with(|last| last.set(mark));
        }
        Ok(ended)
    }

    /// Passes an event on to what is kept in memory and to whoever listens on this node.
    pub(super) fn tell(&self, event: Event) {
        self.versions.bump(event);
        let lanes: Vec<Lane> = match event {
            Event::WorkQueued => vec![Lane::Soon, Lane::Search],
            event => consequences(event).into_iter().map(|(lane, _)| lane).collect(),
        };
        for lane in lanes {
            // Each of the workers: the first that hears it may be there for something else.
            self.bell(lane).notify_waiters();
        }
        self.channels.tell(event);
    }
}

/// Whether an error says that nothing can be written just now: the disk is full, or the database takes no changes.
pub fn is_unwritable(error: &anyhow::Error) -> bool {
    if error.downcast_ref::<NotKept>().is_some() {
        return true;
    }
    let Some(sqlx::Error::Database(said)) = error.downcast_ref::<sqlx::Error>() else { return false };
    let code = said.code().unwrap_or_default();
    // SQLite: SQLITE_FULL, SQLITE_READONLY and SQLITE_IOERR with their extended forms. PostgreSQL, appendix A: a
    // read-only transaction, a full disk.
    let sqlite = code.parse::<i32>().is_ok_and(|code| matches!(code & 0xff, 8 | 10 | 13));
    (sqlite && code.len() < 5) || ["25006", "53100"].contains(&&*code)
}

/// Whether an error says that the database cannot be reached just now.
pub fn is_away(error: &anyhow::Error) -> bool {
    match error.downcast_ref::<sqlx::Error>() {
        Some(sqlx::Error::Io(_) | sqlx::Error::PoolTimedOut) => true,
        // PostgreSQL, appendix A: class 57, shutting down and starting up.
        Some(sqlx::Error::Database(said)) => said.code().is_some_and(|code| code.starts_with("57P")),
        _ => false,
    }
}

/// The database could not keep what was written; why.
#[derive(Debug, thiserror::Error)]
#[error("the database could not keep what was written: {0}")]
struct NotKept(String);

/// Ends SQLite's writer in order: the write-ahead log is folded into the file.
pub(super) async fn close(writer: Arc<Mutex<Writer>>) -> sqlx::Result<()> {
    let mut held = writer.lock().await;
    held.commit().await;
    sqlx::query("pragma wal_checkpoint(truncate)").execute(&mut held.conn).await?;
    held.conn.ping().await
}
