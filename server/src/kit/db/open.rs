//! Opening a database: where it is, its migrations, and news from other nodes.

#[cfg(test)]
mod tests;

use std::{
    fmt,
    fs::{DirBuilder, File, TryLockError},
    os::unix::fs::DirBuilderExt,
    path::Path,
    str::FromStr,
    sync::Arc,
    time::Duration,
};

use anyhow::{Context, anyhow, bail};
use sqlx::{
    ConnectOptions, Connection, PgConnection,
    migrate::{MigrateError, Migrator},
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use tokio::sync::Notify;

use super::{
    Channels, Db, Pools, Versions, change,
    nodes::{self, Node},
};
use crate::ids::{self, Clock, Ids};

pub static SQLITE: Migrator = sqlx::migrate!("../migrations/sqlite");
pub static POSTGRES: Migrator = sqlx::migrate!("../migrations/postgres");

/// Where the database is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Location {
    /// A file of SQLite's; made when it is missing.
    File(std::path::PathBuf),
    /// A PostgreSQL database, by its address.
    Postgres(String),
}

impl FromStr for Location {
    type Err = String;

    fn from_str(url: &str) -> Result<Self, String> {
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let form = "give postgres://USER:PASSWORD@HOST:PORT/NAME";
            PgConnectOptions::from_str(url).map_err(|error| format!("{}; {form}", cause(error)))?;
            return Ok(Self::Postgres(url.into()));
        }
        match url.strip_prefix("sqlite:") {
            Some(path) if !path.trim_start_matches('/').is_empty() => {
                Ok(Self::File(Path::new(path.strip_prefix("//").unwrap_or(path)).into()))
            }
            _ => Err("give sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME".into()),
        }
    }
}

impl fmt::Display for Location {
    /// As errors show it: without a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = match self {
            Self::File(file) => return file.display().fmt(f),
            Self::Postgres(url) => url,
        };
        let Ok(options) = PgConnectOptions::from_str(url) else { return f.write_str("postgres://…") };
        let (user, host, port) = (options.get_username(), options.get_host(), options.get_port());
        write!(f, "postgres://{user}@{host}:{port}/{}", options.get_database().unwrap_or(user))
    }
}

impl Location {
    /// Claims to be the only import into this database, until it is released; it ends with the process, however that
    /// ends. Nothing, if another import is running.
    pub async fn claim_import(&self) -> anyhow::Result<Option<ImportClaim>> {
        match self {
            Self::File(file) => {
                // Not the database itself: to close it here would let go of SQLite's own locks.
                let mut beside = file.as_os_str().to_owned();
                beside.push("-import");
                let shown = Path::new(&beside).display();
                let held = File::create(&beside).with_context(|| format!("cannot write {shown}; {REMEDY}"))?;
                match held.try_lock() {
                    Ok(()) => Ok(Some(ImportClaim::File(held))),
                    Err(TryLockError::WouldBlock) => Ok(None),
                    Err(TryLockError::Error(error)) => Err(error).with_context(|| format!("cannot lock {shown}")),
                }
            }
            Self::Postgres(url) => {
                let mut conn = reach(&PgConnectOptions::from_str(url)?, self).await?;
                let free: bool = sqlx::query_scalar("select pg_try_advisory_lock($1, 0)")
                    .bind(IMPORT_LOCK)
                    .fetch_one(&mut conn)
                    .await?;
                Ok(free.then(|| ImportClaim::Postgres(Box::new(conn))))
            }
        }
    }
}

/// The claim to be the only import into a database.
pub enum ImportClaim {
    /// A locked file beside SQLite's.
    File(File),
    /// A connection that holds a lock.
    Postgres(Box<PgConnection>),
}

impl ImportClaim {
    /// Lets the next import in. A connection that is only dropped keeps its lock until the server has noticed.
    pub async fn release(self) {
        match self {
            Self::File(file) => {
                // Only to close it is not enough: a program that is just being started has it open, too.
                if let Err(error) = file.unlock() {
                    tracing::warn!(%error, "the claim to be the only import could not be released");
                }
            }
            Self::Postgres(mut conn) => {
                let freed = sqlx::query("select pg_advisory_unlock($1, 0)").bind(IMPORT_LOCK).execute(&mut *conn).await;
                if let Err(error) = freed {
                    tracing::warn!(%error, "the claim to be the only import could not be released");
                }
                let _ = conn.close().await;
            }
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
    pub async fn open(place: &Location, clock: Clock, node: Option<u16>) -> anyhow::Result<Self> {
        let among = Arc::new(Node::new(ids::at(clock.now().plus_minutes(-1))));
        let (pools, number, highest) = match place {
            Location::File(file) => {
                let (pools, highest) = open_file(file).await?;
                (pools, node.unwrap_or(0), highest)
            }
            Location::Postgres(url) => open_postgres(url, node, &among).await?,
        };
        let made = Ids::new(clock.clone(), number);
        made.follow(highest);
        let db = Self {
            pools,
            ids: Arc::new(made),
            clock,
            versions: Arc::new(Versions::default()),
            channels: Channels::default(),
            node: among,
            job_bell: Arc::new(Notify::new()),
            index_bell: Arc::new(Notify::new()),
        };
        match place {
            Location::Postgres(url) => {
                tokio::spawn(nodes::listen(db.clone(), url.clone()));
                let options = PgConnectOptions::from_str(url)?.disable_statement_logging();
                tokio::spawn(nodes::ring(db.clone(), options));
            }
            Location::File(_) => {
                tokio::spawn(watch(db.clone()));
            }
        }
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
                if let Ok(mut conn) = writers.acquire().await {
                    nodes::leave(self, &mut conn).await?;
                }
                readers.close().await;
                writers.close().await;
            }
        }
        Ok(())
    }
}

/// The highest number that anything stored has: ids made from now on come after it, also when the clock was set back.
const HIGHEST: &str = "select max(id) from (select max(id) as id from comment union all select max(id) from post
                        union all select max(id) from job union all select max(id) from member
                        union all select max(id) from node_event) as made";

/// How many read at once. In tests it is one: whoever asks for a second connection while they hold the first waits for
/// themselves, and should do so there rather than before people.
const fn readers(usual: u32) -> u32 {
    if cfg!(test) { 1 } else { usual }
}

async fn open_file(file: &Path) -> anyhow::Result<(Pools, i64)> {
    if let Some(folder) = file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        // What few may read lies in it: it is for the one who runs the site alone.
        let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
        made.map_err(|error| anyhow!("cannot make the folder {}: {error}; {REMEDY}", folder.display()))?;
    }
    let cannot =
        |error: sqlx::Error| anyhow!("cannot open the database {}: {}; {REMEDY}", file.display(), cause(error));
    let options = sqlite_options(file);
    let mut conn = options.connect().await.map_err(cannot)?;
    SQLITE.run(&mut conn).await.map_err(|error| not_migrated(error, &Location::File(file.into())))?;
    let highest: Option<i64> = sqlx::query_scalar(HIGHEST).fetch_one(&mut conn).await.map_err(cannot)?;
    let readers = SqlitePoolOptions::new()
        .max_connections(readers(4))
        .min_connections(1)
        .acquire_timeout(CONNECT_TIMEOUT)
        .connect_with(options.read_only(true).create_if_missing(false))
        .await
        .map_err(cannot)?;
    Ok((Pools::Sqlite { readers, writer: change::Writer::new(conn) }, highest.unwrap_or_default()))
}

const REMEDY: &str =
    "give this user the right to write there, or choose another place with the setting `data` or `database`";

/// What is at the bottom of an error, said once.
pub(super) fn cause(error: sqlx::Error) -> String {
    match error {
        sqlx::Error::Database(error) => error.message().to_owned(),
        sqlx::Error::Io(error) => error.to_string(),
        sqlx::Error::Configuration(error) => error.to_string(),
        error => error.to_string(),
    }
}

/// Why the tables could not be brought up to date.
fn not_migrated(error: MigrateError, place: &Location) -> anyhow::Error {
    match error {
        MigrateError::VersionMissing(_) | MigrateError::VersionTooNew(..) => anyhow!(
            "the database {place} belongs to a newer Lyceum than this one ({}): start the newer one, go back to a backup, or \
             choose another with the setting `database` or `data`",
            env!("CARGO_PKG_VERSION")
        ),
        MigrateError::Execute(error) | MigrateError::ExecuteMigration(error, _) => {
            anyhow!("cannot bring the tables of the database {place} up to date: {}", cause(error))
        }
        MigrateError::VersionMismatch(1) => anyhow!(
            "the database {place} was made by a trial version from before 0.1.0, which this one ({}) cannot read: start that \
             version once more and take your texts with you, then move the database away or choose an empty place with the \
             setting `database` or `data`",
            env!("CARGO_PKG_VERSION")
        ),
        error => anyhow!("cannot bring the tables of the database {place} up to date: {error}"),
    }
}

/// Whoever finds every connection lent for so long is told that something is wrong.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// The key under which the one import claims to be alone.
const IMPORT_LOCK: i32 = 0x6c79_6376;

/// One connection by itself: an error is told at once and as it is, where a pool would try until its time is over.
pub(super) async fn reach(options: &PgConnectOptions, place: &Location) -> anyhow::Result<PgConnection> {
    let said = match tokio::time::timeout(CONNECT_TIMEOUT, options.connect()).await {
        Ok(Ok(conn)) => return Ok(conn),
        Ok(Err(error)) => error,
        Err(_) => bail!("the setting `database` is `{place}`: the server does not answer; is the address right?"),
    };
    let code = said.as_database_error().and_then(|error| error.code().map(std::borrow::Cow::into_owned));
    let remedy = match code.as_deref() {
        // invalid_catalog_name, invalid_authorization_specification, invalid_password: PostgreSQL, appendix A.
        Some("3D000") => "make that database, owned by this user",
        Some("28000" | "28P01") => "make that user, or correct the name and the password",
        Some(_) => "PostgreSQL's own log may say more",
        None => "is the server running, and the address right?",
    };
    bail!("the setting `database` is `{place}`: {}; {remedy}", cause(said))
}

async fn open_postgres(url: &str, node: Option<u16>, among: &Node) -> anyhow::Result<(Pools, u16, i64)> {
    let options = PgConnectOptions::from_str(url)?.disable_statement_logging();
    let place = Location::Postgres(url.into());
    let mut conn = reach(&options, &place).await?;
    POSTGRES.run(&mut conn).await.map_err(|error| not_migrated(error, &place))?;
    let pool = PgPoolOptions::new().acquire_timeout(CONNECT_TIMEOUT);
    let writers = pool.clone().max_connections(10).connect_lazy_with(options.clone());
    let readers = pool.max_connections(readers(10)).connect_lazy_with(options);
    let pools = Pools::Postgres { readers, writers };
    let number = match node {
        Some(number) => number,
        None => nodes::claim(&mut conn, among).await?,
    };
    // Asked when the number is ours, so that whoever had it before has written all they will.
    let highest: Option<i64> = sqlx::query_scalar(HIGHEST).fetch_one(&mut conn).await?;
    conn.close().await?;
    Ok((pools, number, highest.unwrap_or_default()))
}

/// Notices when another process writes into the same file, such as an import beside a running server.
async fn watch(db: Db) {
    let Pools::Sqlite { writer, .. } = &db.pools else { return };
    let mut last = None;
    loop {
        // What cannot be asked may have changed: then, too, nothing that is remembered holds any longer.
        let version = writer.lock().await.version().await.ok();
        if version.is_none() || last.is_some_and(|last| last != version) {
            db.versions.bump_all();
        }
        last = Some(version);
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}
