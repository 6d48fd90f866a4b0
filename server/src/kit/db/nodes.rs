//! Several nodes on one PostgreSQL: each has a number of its own, hears what the others changed, and knows when the
//! database is away.
//!
//! The events of a change are a row of `node_event`, written with it. After the commit a notice without content rings at
//! the other nodes, which then read the rows above the last they know. A notice within the transaction would serialise
//! all commits: PostgreSQL holds one lock for it from before the commit until its flush. Rows become visible out of
//! order, so a node looks back a while; and it looks once a second without a notice, so that a node which is killed
//! between its commit and its notice costs at most that.

use std::{
    cell::Cell,
    collections::BTreeSet,
    str::FromStr,
    sync::{
        Mutex as Lock,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use anyhow::bail;
use serde::{Deserialize, Serialize};
use sqlx::{
    ConnectOptions, Connection, PgConnection,
    postgres::{PgConnectOptions, PgListener},
};
use tokio::sync::{Mutex, Notify, watch};

use super::{Db, Tx};
use crate::{events::Event, ids::Timestamp, run};

/// A number is leased for so long, and renewed long before.
const LEASE: Duration = Duration::from_secs(20);
/// How often a lease is renewed.
const RENEWAL: Duration = Duration::from_secs(5);
/// Rows that became visible this long after they got their number are still heard of.
const LOOK_BACK: Duration = Duration::from_secs(30);
/// What nodes told one another is kept for so long; a node that heard nothing for longer takes everything as changed.
const KEPT_MINUTES: i64 = 60;
/// A question to the database that takes longer means that it is away.
const PATIENCE: Duration = Duration::from_secs(2);

tokio::task_local! {
    /// The last change that was made while a request was answered, for whoever asks the next node.
    pub static LAST_CHANGE: Cell<i64>;
}

/// A node among others on one PostgreSQL.
pub struct Node {
    /// By which this process knows its own rows among those of other nodes.
    pub process: i64,
    number: Lock<Option<(u16, Instant)>>,
    claiming: Mutex<()>,
    heard: Mutex<Heard>,
    latest: Lock<BTreeSet<i64>>,
    /// Whether the database is away.
    pub away: watch::Sender<bool>,
    /// Rings when something was committed that the others should hear of.
    pub told: Notify,
    /// Whether the last attempt to write failed.
    pub unwritable: AtomicBool,
}

/// Up to where this node heard.
struct Heard {
    since: i64,
    at: Instant,
}

impl Node {
    pub(super) fn new(since: i64) -> Self {
        Self {
            process: rand::random::<i64>(),
            number: Lock::new(None),
            claiming: Mutex::new(()),
            heard: Mutex::new(Heard { since, at: Instant::now() }),
            latest: Lock::new(BTreeSet::new()),
            away: watch::Sender::new(false),
            told: Notify::new(),
            unwritable: AtomicBool::new(false),
        }
    }

    /// As if the database had been away for longer than a lease.
    #[cfg(test)]
    pub fn expire(&self) {
        let lease = self.lease().map(|(number, _)| (number, Instant::now()));
        *self.number.lock().expect("nobody panics while holding it") = lease;
    }

    fn lease(&self) -> Option<(u16, Instant)> {
        *self.number.lock().expect("nobody panics while holding it")
    }

    fn set_lease(&self, number: u16, asked: Instant) {
        *self.number.lock().expect("nobody panics while holding it") = Some((number, asked + LEASE));
    }
}

/// The database's own clock in milliseconds: leases of all nodes are measured by it.
const NOW: &str = "(extract(epoch from clock_timestamp()) * 1000)::bigint";

/// Claims the lowest number that no other node holds.
pub(super) async fn claim(conn: &mut PgConnection, node: &Node) -> anyhow::Result<u16> {
    let lease = i64::try_from(LEASE.as_millis())?;
    let sql = format!(
        "insert into node (number, process, leased_until)
         select n, $1, {NOW} + $2 from generate_series(0, 511) n
          where not exists (select 1 from node m where m.number = n and m.leased_until >= {NOW}) order by n limit 1
         on conflict (number) do update set process = excluded.process, leased_until = excluded.leased_until
          where node.leased_until < {NOW}
         returning number"
    );
    // Two that claim at once may choose the same; the one who comes second chooses again.
    for _ in 0..600 {
        let asked = Instant::now();
        let claimed: Option<i64> = sqlx::query_scalar(sqlx::AssertSqlSafe(sql.as_str()))
            .bind(node.process)
            .bind(lease)
            .fetch_optional(&mut *conn)
            .await?;
        if let Some(number) = claimed {
            let number = u16::try_from(number)?;
            node.set_lease(number, asked);
            return Ok(number);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    bail!("512 nodes are running on this database already")
}

impl Db {
    /// Makes sure that this node's number is its own before anything is written: after the database was away, another
    /// node may have taken it.
    pub(super) async fn hold_number(&self, conn: &mut PgConnection) -> anyhow::Result<()> {
        let Some((_, until)) = self.node.lease() else { return Ok(()) };
        if Instant::now() < until { Ok(()) } else { self.renew(conn).await }
    }

    async fn renew(&self, conn: &mut PgConnection) -> anyhow::Result<()> {
        let _alone = self.node.claiming.lock().await;
        let Some((number, until)) = self.node.lease() else { return Ok(()) };
        if Instant::now() + LEASE < until + RENEWAL / 2 {
            return Ok(());
        }
        let asked = Instant::now();
        let sql = format!("update node set leased_until = {NOW} + $3 where number = $1 and process = $2");
        let renewed = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(i64::from(number))
            .bind(self.node.process)
            .bind(i64::try_from(LEASE.as_millis())?)
            .execute(&mut *conn)
            .await?;
        if renewed.rows_affected() == 1 {
            self.node.set_lease(number, asked);
            return Ok(());
        }
        let other = claim(conn, &self.node).await?;
        self.ids.renumber(other);
        tracing::warn!(number, other, "another node took this node's number; it has another one now");
        Ok(())
    }

    /// Notes in a change what happened, for other nodes; answers the row's number.
    pub(super) async fn tell_nodes(&self, tx: &mut Tx, events: &[Event]) -> anyhow::Result<i64> {
        let id = tx.new_id();
        let events = serde_json::to_string(&Told(events.to_vec()))?;
        run!(tx, "insert into node_event (id, process, events) values ($1, $2, $3)", id, self.node.process, events)?;
        Ok(id)
    }

    /// The mark of a change for the reader's next request: nothing where there is one node.
    pub fn mark(&self, change: i64) -> Option<String> {
        (change != 0).then(|| format!("{:x}-{change}", self.node.process))
    }

    /// Whether this node has heard of the change with this mark.
    pub fn has_heard(&self, mark: &str) -> bool {
        let Some((process, change)) = mark.split_once('-') else { return true };
        let Ok(change) = change.parse::<i64>() else { return true };
        process == format!("{:x}", self.node.process) || self.node.latest.lock().is_ok_and(|it| it.contains(&change))
    }

    /// Hears now what other nodes changed; whoever was sent on from there sees what they just wrote.
    pub async fn catch_up(&self) -> anyhow::Result<()> {
        let mut conn = self.read().await?;
        match conn.raw() {
            super::Raw::Postgres(conn) => Ok(self.hear(conn).await?),
            super::Raw::Sqlite(_) => Ok(()),
        }
    }

    async fn hear(&self, conn: &mut PgConnection) -> sqlx::Result<()> {
        let mut heard = self.node.heard.lock().await;
        let rows: Vec<(i64, i64, String)> =
            sqlx::query_as("select id, process, events from node_event where id > $1 order by id")
                .bind(heard.since)
                .fetch_all(&mut *conn)
                .await?;
        let missed = heard.at.elapsed() > Duration::from_mins(KEPT_MINUTES.unsigned_abs()) / 2;
        heard.at = Instant::now();
        if missed {
            self.versions.bump_all();
        }
        let mut new = vec![];
        {
            let mut latest = self.node.latest.lock().expect("nobody panics while holding it");
            for (id, process, events) in rows {
                if latest.insert(id) && process != self.node.process {
                    new.push(events);
                }
            }
            let back =
                crate::ids::at(Timestamp(self.clock.now().0 - i64::try_from(LOOK_BACK.as_millis()).unwrap_or(0)));
            heard.since = heard.since.max(back);
            *latest = latest.split_off(&heard.since);
        }
        for events in new {
            match serde_json::from_str::<Told>(&events) {
                Ok(Told(events)) => events.into_iter().for_each(|event| self.tell(event)),
                // From a node of another version: something changed that cannot be understood here.
                Err(_) => self.versions.bump_all(),
            }
        }
        Ok(())
    }
}

/// The events of one change.
#[derive(Serialize, Deserialize)]
struct Told(Vec<Event>);

/// Forgets what nodes told one another long ago.
pub async fn forget_told(tx: &mut Tx) -> anyhow::Result<()> {
    let before = crate::ids::at(tx.now.plus_minutes(-KEPT_MINUTES));
    run!(tx, "delete from node_event where id < $1", before)?;
    Ok(())
}

/// Listens to the other nodes for as long as the server runs.
pub(super) async fn listen(db: Db, url: String) {
    loop {
        let Err(error) = listen_once(&db, &url).await;
        if !db.node.away.send_replace(true) {
            tracing::warn!(%error, "the database is away; cached pages are answered meanwhile");
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

async fn listen_once(db: &Db, url: &str) -> Result<std::convert::Infallible, sqlx::Error> {
    let late = |_| sqlx::Error::PoolTimedOut;
    let options = PgConnectOptions::from_str(url)?.disable_statement_logging();
    let mut listener = tokio::time::timeout(PATIENCE, PgListener::connect(url)).await.map_err(late)??;
    listener.listen("lyceum").await?;
    let mut conn = tokio::time::timeout(PATIENCE, options.connect()).await.map_err(late)??;
    loop {
        tokio::time::timeout(PATIENCE, db.hear(&mut conn)).await.map_err(late)??;
        let due = db.node.lease().is_some_and(|(_, until)| Instant::now() + LEASE > until + RENEWAL);
        if due && let Err(error) = db.renew(&mut conn).await {
            tracing::warn!(error = format!("{error:#}"), "this node's number could not be renewed");
            conn.ping().await?;
        }
        if db.node.away.send_replace(false) {
            tracing::info!("the database is back");
        }
        // `try_recv` answers None when the connection was lost and made again.
        if let Ok(told) = tokio::time::timeout(Duration::from_secs(1), listener.try_recv()).await {
            told?;
        }
    }
}

/// Rings at the other nodes after commits: once for all of the last moments.
pub(super) async fn ring(db: Db, options: PgConnectOptions) {
    let mut conn = None;
    loop {
        db.node.told.notified().await;
        if conn.is_none() {
            conn = tokio::time::timeout(PATIENCE, options.connect()).await.ok().and_then(Result::ok);
        }
        if let Some(open) = &mut conn
            && sqlx::query("notify lyceum").execute(open).await.is_err()
        {
            // They look by themselves within a second.
            conn = None;
        }
    }
}

/// Gives this node's number back.
pub(super) async fn leave(db: &Db, conn: &mut PgConnection) -> sqlx::Result<()> {
    let Some((number, _)) = db.node.lease() else { return Ok(()) };
    sqlx::query("delete from node where number = $1 and process = $2")
        .bind(i64::from(number))
        .bind(db.node.process)
        .execute(conn)
        .await
        .map(drop)
}

impl Db {
    /// Notes how an attempt to write went.
    pub(super) fn note_writing(&self, failed: bool) {
        self.node.unwritable.store(failed, Ordering::Relaxed);
    }

    /// Whether something can be written: known from the last change, tried out when that failed.
    pub async fn can_write(&self) -> bool {
        if !self.node.unwritable.load(Ordering::Relaxed) && !self.is_read_only().await {
            return true;
        }
        let pulse = "insert into pulse (id, at) values (1, $1) on conflict (id) do update set at = excluded.at";
        let tried = self.always(async |tx| {
            let now = tx.now;
            Ok(run!(tx, pulse, now)?)
        });
        matches!(tokio::time::timeout(PATIENCE, tried).await, Ok(Ok(_)))
    }

    /// Whether PostgreSQL itself says that it takes no changes, as a standby does.
    async fn is_read_only(&self) -> bool {
        let Ok(mut conn) = self.read().await else { return false };
        let super::Raw::Postgres(conn) = conn.raw() else { return false };
        let asked = "select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean";
        sqlx::query_scalar(asked).fetch_one(conn).await.unwrap_or(false)
    }
}
