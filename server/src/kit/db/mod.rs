//! The database: SQLite in one file, or PostgreSQL, with one SQL text for both.
//!
//! Read with [`Db::read`], change with [`Db::change`]. The macros [`all!`], [`one!`], [`value!`] and [`run!`] run one
//! text on whichever database is behind a [`Conn`]; `$1` and the common SQL of both databases are enough nearly
//! everywhere, and where they are not, [`Conn::pick`] chooses between a pair that stands side by side.

mod change;
mod channels;
pub mod dump;
mod nodes;
mod open;
pub mod queue;
mod versions;

use std::{
    ops::{Deref, DerefMut},
    sync::Arc,
};

use sqlx::{PgConnection, Postgres, Sqlite, SqliteConnection, pool::PoolConnection};
use tokio::sync::{Mutex, OwnedMutexGuard};

#[cfg(test)]
pub use self::open::{POSTGRES, SQLITE};
pub use self::{
    change::{Tx, is_away, is_unwritable},
    channels::Channels,
    nodes::{LAST_CHANGE, forget_told},
    open::Location,
    versions::{Snapshot, Versions},
};
use crate::{
    events::Lane,
    ids::{Clock, Ids},
};

/// The open database, its clock and its ids. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    pools: Pools,
    /// Tells the time for everything that is written.
    pub clock: Clock,
    /// Makes the ids for everything that is written.
    pub ids: Arc<Ids>,
    /// The versions that cached pages are valid under.
    pub versions: Arc<Versions>,
    /// What happens here and on other nodes, for whoever listens to it.
    pub channels: Channels,
    /// This node among others, and whether the database is there.
    pub node: Arc<nodes::Node>,
    /// Rings when a job was written.
    pub job_bell: Arc<tokio::sync::Notify>,
    /// Rings when one of the lane of searching was: those come with everything that is written, and only one worker does
    /// them.
    pub index_bell: Arc<tokio::sync::Notify>,
}

#[derive(Clone)]
enum Pools {
    Sqlite {
        readers: sqlx::SqlitePool,
        writer: Arc<Mutex<change::Writer>>,
    },
    /// Apart, so that whoever reads while they wait to write keeps nobody from writing.
    Postgres {
        readers: sqlx::PgPool,
        writers: sqlx::PgPool,
    },
}

/// A connection that can run queries, on either database.
pub enum Conn {
    /// One of SQLite's readers.
    SqliteReader(PoolConnection<Sqlite>),
    /// SQLite's one writer, while a change has it.
    SqliteWriter(OwnedMutexGuard<change::Writer>),
    /// A PostgreSQL connection.
    Postgres(PoolConnection<Postgres>),
}

/// What the query macros match on.
pub enum Raw<'a> {
    /// Speak SQLite.
    Sqlite(&'a mut SqliteConnection),
    /// Speak PostgreSQL.
    Postgres(&'a mut PgConnection),
}

impl Conn {
    /// The driver's own connection.
    pub fn raw(&mut self) -> Raw<'_> {
        match self {
            Self::SqliteReader(conn) => Raw::Sqlite(conn),
            Self::SqliteWriter(writer) => Raw::Sqlite(writer.conn()),
            Self::Postgres(conn) => Raw::Postgres(conn),
        }
    }

    /// Chooses between two texts where the databases truly differ.
    pub fn pick(&self, sqlite: &'static str, postgres: &'static str) -> &'static str {
        match self {
            Self::SqliteReader(_) | Self::SqliteWriter(_) => sqlite,
            Self::Postgres(_) => postgres,
        }
    }

    /// The values of so many rows with so many columns, for [`run_rows!`](crate::run_rows): `(?, ?), (?, ?)`, and with
    /// numbers on PostgreSQL, `($1, $2), ($3, $4)`. SQLite has names for numbered ones, and goes through all of them to
    /// find one: of thousands, it would do little else.
    pub fn placeholders(&self, columns: usize, rows: usize) -> String {
        use std::fmt::Write;
        let numbered = matches!(self, Self::Postgres(_));
        let mut text = String::with_capacity(rows * columns * if numbered { 7 } else { 3 });
        for at in 0..rows * columns {
            text.push_str(match at % columns {
                0 if at > 0 => "), (",
                0 => "(",
                _ => ", ",
            });
            if numbered {
                let _ = write!(text, "${}", at + 1);
            } else {
                text.push('?');
            }
        }
        text.push(')');
        text
    }
}

impl Db {
    /// What rings when there is a job in a lane.
    pub fn bell(&self, lane: Lane) -> &tokio::sync::Notify {
        if lane == Lane::Search { &self.index_bell } else { &self.job_bell }
    }

    /// A connection to read with; one at a time for each visitor, since there are only a few. On SQLite it sees the last
    /// committed state and never waits for the writer.
    pub async fn read(&self) -> sqlx::Result<Conn> {
        Ok(match &self.pools {
            Pools::Sqlite { readers, .. } => Conn::SqliteReader(readers.acquire().await?),
            Pools::Postgres { readers, .. } => Conn::Postgres(self.acquire(readers).await?),
        })
    }

    /// A connection of PostgreSQL's; an error at once when the database is away.
    async fn acquire(&self, pool: &sqlx::PgPool) -> sqlx::Result<PoolConnection<Postgres>> {
        let mut away = self.node.away.subscribe();
        tokio::select! {
            biased;
            _ = away.wait_for(|away| *away) => {
                Err(std::io::Error::new(std::io::ErrorKind::ConnectionRefused, "the database is away").into())
            }
            conn = pool.acquire() => conn,
        }
    }

    /// Whether the database answers within this time.
    pub async fn answers_within(&self, patience: std::time::Duration) -> bool {
        let ask = async {
            let mut conn = self.read().await?;
            let one: Option<i64> = crate::value!(conn, "select cast(1 as bigint)")?;
            Ok::<_, sqlx::Error>(one.is_some())
        };
        matches!(tokio::time::timeout(patience, ask).await, Ok(Ok(true)))
    }

    /// Which database it is, for people: `SQLite` or `PostgreSQL`.
    pub const fn kind(&self) -> &'static str {
        match self.pools {
            Pools::Sqlite { .. } => "SQLite",
            Pools::Postgres { .. } => "PostgreSQL",
        }
    }
}

impl Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        self.conn()
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        self.conn_mut()
    }
}

/// All rows, each as a `FromRow` type or tuple.
#[macro_export]
macro_rules! all {
    ($conn:expr, $sql:expr $(, $bind:expr)* $(,)?) => {
        match $conn.raw() {
            $crate::kit::db::Raw::Sqlite(c) => ::sqlx::query_as($sql)$(.bind($bind))*.fetch_all(c).await,
            $crate::kit::db::Raw::Postgres(c) => ::sqlx::query_as($sql)$(.bind($bind))*.fetch_all(c).await,
        }
    };
}

/// The row, if there is one.
#[macro_export]
macro_rules! one {
    ($conn:expr, $sql:expr $(, $bind:expr)* $(,)?) => {
        match $conn.raw() {
            $crate::kit::db::Raw::Sqlite(c) => ::sqlx::query_as($sql)$(.bind($bind))*.fetch_optional(c).await,
            $crate::kit::db::Raw::Postgres(c) => ::sqlx::query_as($sql)$(.bind($bind))*.fetch_optional(c).await,
        }
    };
}

/// The first column of the row, if there is one.
#[macro_export]
macro_rules! value {
    ($conn:expr, $sql:expr $(, $bind:expr)* $(,)?) => {
        match $conn.raw() {
            $crate::kit::db::Raw::Sqlite(c) => ::sqlx::query_scalar($sql)$(.bind($bind))*.fetch_optional(c).await,
            $crate::kit::db::Raw::Postgres(c) => ::sqlx::query_scalar($sql)$(.bind($bind))*.fetch_optional(c).await,
        }
    };
}

/// Runs a statement and answers how many rows it changed.
#[macro_export]
macro_rules! run {
    ($conn:expr, $sql:expr $(, $bind:expr)* $(,)?) => {
        match $conn.raw() {
            $crate::kit::db::Raw::Sqlite(c) => {
                ::sqlx::query($sql)$(.bind($bind))*.execute(c).await.map(|done| done.rows_affected())
            }
            $crate::kit::db::Raw::Postgres(c) => {
                ::sqlx::query($sql)$(.bind($bind))*.execute(c).await.map(|done| done.rows_affected())
            }
        }
    };
}

/// Runs a statement whose last parameters are a list of values of one kind, and answers how many rows it changed. The
/// text is one that the program made, of nothing that anybody typed.
#[macro_export]
macro_rules! run_list {
    ($conn:expr, $sql:expr, $values:expr $(, $bind:expr)* $(,)?) => {
        match $conn.raw() {
            $crate::kit::db::Raw::Sqlite(c) => {
                let mut query = ::sqlx::query(::sqlx::AssertSqlSafe($sql))$(.bind($bind))*;
                for value in $values {
                    query = query.bind(value);
                }
                query.execute(c).await.map(|done| done.rows_affected())
            }
            $crate::kit::db::Raw::Postgres(c) => {
                let mut query = ::sqlx::query(::sqlx::AssertSqlSafe($sql))$(.bind($bind))*;
                for value in $values {
                    query = query.bind(value);
                }
                query.execute(c).await.map(|done| done.rows_affected())
            }
        }
    };
}

/// Runs a statement on many rows at once, with the values of each in the order of its columns, and answers how many rows
/// it changed. The text has no more of its own than [`Conn::placeholders`](crate::kit::db::Conn::placeholders).
#[macro_export]
macro_rules! run_rows {
    ($conn:expr, $sql:expr, $rows:expr, |$row:ident| [$($bind:expr),* $(,)?]) => {
        match $conn.raw() {
            $crate::kit::db::Raw::Sqlite(c) => {
                let mut query = ::sqlx::query(::sqlx::AssertSqlSafe($sql.as_str()));
                for $row in $rows {
                    query = query$(.bind($bind))*;
                }
                query.execute(c).await.map(|done| done.rows_affected())
            }
            $crate::kit::db::Raw::Postgres(c) => {
                let mut query = ::sqlx::query(::sqlx::AssertSqlSafe($sql.as_str()));
                for $row in $rows {
                    query = query$(.bind($bind))*;
                }
                query.execute(c).await.map(|done| done.rows_affected())
            }
        }
    };
}
