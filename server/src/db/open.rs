//! Opening a database: where it is, its migrations, and news from other nodes.

use std::{path::Path, str::FromStr, sync::Arc, time::Duration};

use anyhow::Context;
use sqlx::{
    ConnectOptions,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgListener, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::sync::{Notify, broadcast};

use super::{Db, Pools, Stamps, change, change::Notice};
use crate::ids::{Clock, Ids};

static SQLITE: Migrator = sqlx::migrate!("../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../migrations/postgres");

/// Where the database is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Place {
    /// A file of SQLite's; made when it is missing.
    File(std::path::PathBuf),
    /// A PostgreSQL database, by its address.
    Postgres(String),
}

impl FromStr for Place {
    type Err = String;

    fn from_str(url: &str) -> Result<Self, String> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            PgConnectOptions::from_str(url).map_err(|error| error.to_string())?;
            return Ok(Self::Postgres(url.into()));
        }
        match url.strip_prefix("sqlite:") {
            Some(path) if !path.trim_start_matches('/').is_empty() => {
                Ok(Self::File(Path::new(path.strip_prefix("//").unwrap_or(path)).into()))
            }
            _ => Err("expected sqlite:PATH or postgres://USER@HOST/NAME".into()),
        }
    }
}

fn sqlite_options(file: &Path) -> SqliteConnectOptions {
    SqliteConnectOptions::new()
        .filename(file)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(10))
        .pragma("cache_size", "-8000")
        .pragma("temp_store", "memory")
        .optimize_on_close(true, 1_000)
        .disable_statement_logging()
}

impl Db {
    /// Opens the database and brings its tables up to date.
    pub async fn open(place: &Place, clock: Clock, node: Option<u16>) -> anyhow::Result<Self> {
        let (pools, node) = match place {
            Place::File(file) => (open_file(file).await?, node.unwrap_or(0)),
            Place::Postgres(url) => open_postgres(url, node).await?,
        };
        let db = Self {
            pools,
            ids: Arc::new(Ids::new(clock.clone(), node)),
            clock,
            stamps: Arc::new(Stamps::default()),
            happened: broadcast::Sender::new(1024),
            process: rand::random(),
            job_bell: Arc::new(Notify::new()),
        };
        match place {
            Place::Postgres(url) => tokio::spawn(listen(db.clone(), url.clone())),
            Place::File(_) => tokio::spawn(watch(db.clone())),
        };
        Ok(db)
    }

    /// Closes in order, so that nothing is left in SQLite's write-ahead log.
    pub async fn close(&self) -> anyhow::Result<()> {
        match &self.pools {
            Pools::Sqlite { readers, writer } => {
                readers.close().await;
                change::close(writer.clone()).await?;
            }
            Pools::Postgres { readers, writers } => {
                readers.close().await;
                writers.close().await;
            }
        }
        Ok(())
    }
}

/// How many read at once. In tests it is one: whoever asks for a second connection while they hold the first waits for
/// themselves, and should do so there rather than before people.
const fn readers(usual: u32) -> u32 {
    if cfg!(test) { 1 } else { usual }
}

async fn open_file(file: &Path) -> anyhow::Result<Pools> {
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    let options = sqlite_options(file);
    let mut conn = options.connect().await.with_context(|| format!("cannot open the database {}", file.display()))?;
    SQLITE.run(&mut conn).await.context("cannot bring the tables up to date")?;
    let readers = SqlitePoolOptions::new()
        .max_connections(readers(4))
        .min_connections(1)
        .acquire_timeout(PATIENCE)
        .connect_with(options.read_only(true).create_if_missing(false))
        .await?;
    Ok(Pools::Sqlite { readers, writer: change::Writer::new(conn) })
}

/// Whoever finds every connection lent for so long is told that something is wrong.
const PATIENCE: Duration = Duration::from_secs(10);

/// The key under which nodes claim their numbers; the number itself is the second half of the lock.
const NODE_LOCKS: i32 = 0x6c79_6375;

async fn open_postgres(url: &str, node: Option<u16>) -> anyhow::Result<(Pools, u16)> {
    let options = PgConnectOptions::from_str(url)?.disable_statement_logging();
    let pool = PgPoolOptions::new().acquire_timeout(PATIENCE);
    let writers = pool.clone().max_connections(10).connect_with(options.clone()).await;
    let writers = writers.context("cannot reach the PostgreSQL server")?;
    POSTGRES.run(&writers).await.context("cannot bring the tables up to date")?;
    let readers = pool.max_connections(readers(10)).connect_lazy_with(options.clone());
    let pools = Pools::Postgres { readers, writers };
    if let Some(node) = node {
        return Ok((pools, node));
    }
    // The lowest number no other node holds. The lock lives as long as its connection, which lives as long as we do.
    let mut conn = options.connect().await?;
    for number in 0_u16..512 {
        let free: bool = sqlx::query_scalar("select pg_try_advisory_lock($1, $2)")
            .bind(NODE_LOCKS)
            .bind(i32::from(number))
            .fetch_one(&mut conn)
            .await?;
        if free {
            tokio::spawn(hold(conn));
            return Ok((pools, number));
        }
    }
    anyhow::bail!("512 nodes are running on this database already")
}

/// Keeps a node's number claimed.
async fn hold(mut conn: sqlx::PgConnection) {
    loop {
        tokio::time::sleep(Duration::from_secs(30)).await;
        if let Err(error) = sqlx::query("select 1").execute(&mut conn).await {
            tracing::error!(%error, "lost the claim on this node's number; restart this node");
            return;
        }
    }
}

/// Notices when another process writes into the same file, such as an import beside a running server.
async fn watch(db: Db) {
    let Pools::Sqlite { writer, .. } = &db.pools else { return };
    let mut last = None;
    loop {
        let version = writer.lock().await.version().await.ok();
        if last.is_some() && version != last {
            db.stamps.touch_all();
        }
        last = version;
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

/// Hears what other nodes changed.
async fn listen(db: Db, url: String) {
    loop {
        if let Err(error) = listen_once(&db, &url).await {
            tracing::warn!(%error, "news from other nodes is interrupted; trying again");
        }
        db.stamps.touch_all();
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

async fn listen_once(db: &Db, url: &str) -> sqlx::Result<()> {
    let mut listener = PgListener::connect(url).await?;
    listener.listen("lyceum").await?;
    db.stamps.touch_all();
    // `try_recv` answers None when the connection was lost and made again: notices may have been missed.
    loop {
        match listener.try_recv().await? {
            Some(told) => match serde_json::from_str::<Notice>(told.payload()) {
                Ok(notice) if notice.process == db.process => {}
                Ok(notice) => notice.events.into_iter().for_each(|event| db.tell(event)),
                // From a node of another version: something changed that cannot be understood here.
                Err(_) => db.stamps.touch_all(),
            },
            None => db.stamps.touch_all(),
        }
    }
}
