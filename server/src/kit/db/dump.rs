//! The whole database as of one moment, to be kept elsewhere; and a database made of what was kept.
//!
//! SQLite copies itself into a file (`vacuum into`); PostgreSQL hands out its tables within one transaction that sees one
//! moment (`copy`). Neither keeps anybody from writing meanwhile.

use std::{collections::BTreeSet, path::Path, str::FromStr, time::Duration};

use anyhow::{Context, anyhow, bail};
use bytes::Bytes;
use futures_util::stream::BoxStream;
use serde::{Deserialize, Serialize};
use sqlx::{
    AssertSqlSafe, ConnectOptions, Connection, Executor, PgConnection, SqliteConnection,
    migrate::{Migrate, Migrator},
    postgres::PgConnectOptions,
};

use super::{
    Location,
    open::{POSTGRES, SQLITE, cause, reach},
};

/// Where migrations say that they have run.
const MIGRATIONS: &str = "_sqlx_migrations";

/// For so long the site may keep its database to itself, while it starts or makes room.
const BUSY: Duration = Duration::from_secs(10);

/// A table of a copy.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Table {
    /// What it is called.
    pub name: String,
    /// How many rows it has.
    pub rows: i64,
    /// Its columns in the order in which their values are written; of a file that holds all tables, none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
}

/// What a copy holds.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Contents {
    /// The numbers of the migrations that have run.
    pub migrations: Vec<i64>,
    /// Its tables, by name.
    pub tables: Vec<Table>,
}

impl Contents {
    /// The highest migration of it that this program does not know: a newer one made it.
    pub fn newer_than_this(&self, kind: &str) -> Option<i64> {
        let known: BTreeSet<i64> = migrator(kind).iter().map(|migration| migration.version).collect();
        self.migrations.iter().copied().filter(|version| !known.contains(version)).max()
    }
}

fn migrator(kind: &str) -> &'static Migrator {
    if kind == "PostgreSQL" { &POSTGRES } else { &SQLITE }
}

/// A name as SQL takes it, whatever it is.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// Copies a database of SQLite's, as it is at this moment, into a file that is not there yet, and looks whether the copy is
/// sound. Everything that was committed before is in it.
pub async fn copy_file(file: &Path, into: &Path) -> anyhow::Result<Contents> {
    let to = into.to_str().with_context(|| format!("the path {} is not UTF-8", into.display()))?;
    let mut from = plain(file).busy_timeout(BUSY).connect().await?;
    sqlx::query("vacuum into $1").bind(to).execute(&mut from).await?;
    from.close().await?;
    // What keeps the words to find things by is looked through by a statement that only a writer may give.
    let mut copy = plain(into).read_only(false).connect().await?;
    let said: Vec<String> = sqlx::query_scalar("pragma integrity_check").fetch_all(&mut copy).await?;
    if said != ["ok"] {
        bail!("the database is damaged ({}); `lyceum doctor` says more", said.join("; "));
    }
    let contents = contents_of_file(&mut copy).await?;
    copy.close().await?;
    Ok(contents)
}

/// What a copy of SQLite's holds.
pub async fn look_into(file: &Path) -> anyhow::Result<Contents> {
    let mut copy = plain(file).connect().await?;
    let contents = contents_of_file(&mut copy).await?;
    copy.close().await?;
    Ok(contents)
}

/// Only to read, and without a file beside it.
fn plain(file: &Path) -> sqlx::sqlite::SqliteConnectOptions {
    sqlx::sqlite::SqliteConnectOptions::new()
        .filename(file)
        .read_only(true)
        .create_if_missing(false)
        .disable_statement_logging()
}

async fn contents_of_file(conn: &mut SqliteConnection) -> anyhow::Result<Contents> {
    let migrations =
        sqlx::query_scalar(AssertSqlSafe(format!("select version from {MIGRATIONS} where success order by 1")))
            .fetch_all(&mut *conn)
            .await?;
    // Without the tables behind an index for searching.
    let names: Vec<String> = sqlx::query_scalar(
        "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' order by 1",
    )
    .fetch_all(&mut *conn)
    .await?;
    let mut tables = vec![];
    for name in names {
        let sql = format!("select count(*) from {}", quoted(&name));
        let rows = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut *conn).await?;
        tables.push(Table { name, rows, columns: vec![] });
    }
    Ok(Contents { migrations, tables })
}

/// A database of PostgreSQL's as of one moment, to be read table by table.
pub struct Reading {
    conn: PgConnection,
    /// What it holds.
    pub contents: Contents,
}

impl Reading {
    /// Begins to read: what is committed from now on is not in it.
    pub async fn begin(url: &str) -> anyhow::Result<Self> {
        let mut conn = connect(url).await?;
        conn.execute("begin isolation level repeatable read read only").await?;
        let migrations =
            sqlx::query_scalar(AssertSqlSafe(format!("select version from {MIGRATIONS} where success order by 1")))
                .fetch_all(&mut conn)
                .await?;
        let mut tables = vec![];
        for name in tables_of(&mut conn).await? {
            let sql = format!("select count(*) from {}", quoted(&name));
            let rows = sqlx::query_scalar(AssertSqlSafe(sql)).fetch_one(&mut conn).await?;
            let columns = sqlx::query_scalar(
                "select attname::text from pg_attribute
                  where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum",
            )
            .bind(quoted(&name))
            .fetch_all(&mut conn)
            .await?;
            tables.push(Table { name, rows, columns });
        }
        Ok(Self { conn, contents: Contents { migrations, tables } })
    }

    /// The rows of a table, a line each, as `copy` writes them.
    pub async fn rows(&mut self, table: &Table) -> sqlx::Result<BoxStream<'_, sqlx::Result<Bytes>>> {
        self.conn.copy_out_raw(&format!("copy {} to stdout", named(table))).await
    }

    /// That was all.
    pub async fn end(mut self) -> anyhow::Result<()> {
        self.conn.execute("commit").await?;
        Ok(self.conn.close().await?)
    }
}

fn named(table: &Table) -> String {
    let columns: Vec<_> = table.columns.iter().map(|column| quoted(column)).collect();
    format!("{} ({})", quoted(&table.name), columns.join(", "))
}

async fn connect(url: &str) -> anyhow::Result<PgConnection> {
    let options = PgConnectOptions::from_str(url)?.disable_statement_logging();
    reach(&options, &Location::Postgres(url.into())).await
}

async fn tables_of(conn: &mut PgConnection) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar(
        "select relname::text from pg_class
          where relkind in ('r', 'p') and relnamespace = current_schema()::regnamespace order by 1",
    )
    .fetch_all(conn)
    .await
}

/// A database of PostgreSQL's that is being made of a copy. Until it is [done](Self::done) there is nothing of it.
pub struct Writing {
    conn: PgConnection,
    /// What makes the references between tables again.
    references: Vec<String>,
}

/// A target that holds something already.
#[derive(Debug)]
pub struct NotEmpty;

/// Whether nothing is in a database of PostgreSQL's yet.
pub async fn is_empty(url: &str) -> anyhow::Result<bool> {
    let mut conn = connect(url).await?;
    let empty = tables_of(&mut conn).await?.is_empty();
    conn.close().await?;
    Ok(empty)
}

impl Writing {
    /// Makes the tables as they were when a copy was made, in a database in which there are none.
    pub async fn begin(url: &str, contents: &Contents) -> anyhow::Result<Result<Self, NotEmpty>> {
        let mut conn = connect(url).await?;
        conn.execute("begin").await?;
        // Two at once would both find nothing.
        conn.execute("select pg_advisory_xact_lock(1819894646, 1)").await?;
        if !tables_of(&mut conn).await?.is_empty() {
            return Ok(Err(NotEmpty));
        }
        conn.ensure_migrations_table(MIGRATIONS).await?;
        for migration in POSTGRES.iter().filter(|migration| contents.migrations.contains(&migration.version)) {
            let made = sqlx::raw_sql(migration.sql.clone()).execute(&mut conn).await;
            made.map_err(|error| anyhow!("migration {} does not run here: {}", migration.version, cause(error)))?;
        }
        // Rows refer to one another across tables: references are looked at when all have come.
        let found: Vec<(String, String, String)> = sqlx::query_as(
            "select c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid)
               from pg_constraint c
              where c.contype = 'f' and c.connamespace = current_schema()::regnamespace order by 1, 2",
        )
        .fetch_all(&mut conn)
        .await?;
        let mut references = vec![];
        for (table, name, definition) in found {
            conn.execute(AssertSqlSafe(format!("alter table {table} drop constraint {name}"))).await?;
            references.push(format!("alter table {table} add constraint {name} {definition}"));
        }
        // Migrations wrote some rows, which come with the copy.
        for name in tables_of(&mut conn).await? {
            conn.execute(AssertSqlSafe(format!("delete from {}", quoted(&name)))).await?;
        }
        let known = tables_of(&mut conn).await?;
        for table in &contents.tables {
            anyhow::ensure!(known.contains(&table.name), "this Lyceum has no table {}", table.name);
        }
        Ok(Ok(Self { conn, references }))
    }

    /// Begins to fill a table.
    pub async fn table(&mut self, table: &Table) -> anyhow::Result<Filling<'_>> {
        let statement = format!("copy {} from stdin", named(table));
        Ok(Filling { copy: self.conn.copy_in_raw(&statement).await?, rows: table.rows, name: table.name.clone() })
    }

    /// That was all: references are looked at, and what was made is there.
    pub async fn done(mut self) -> anyhow::Result<()> {
        for reference in &self.references {
            self.conn.execute(AssertSqlSafe(reference.clone())).await?;
        }
        self.conn.execute("commit").await?;
        Ok(self.conn.close().await?)
    }
}

/// A table that is being filled.
pub struct Filling<'a> {
    copy: sqlx::postgres::PgCopyIn<&'a mut PgConnection>,
    rows: i64,
    name: String,
}

impl Filling<'_> {
    /// The next of it.
    pub async fn add(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        self.copy.send(bytes).await?;
        Ok(())
    }

    /// That was all of it.
    pub async fn done(self) -> anyhow::Result<()> {
        let rows = self.copy.finish().await?;
        let wanted = u64::try_from(self.rows)?;
        anyhow::ensure!(rows == wanted, "the table {} has {rows} rows and should have {wanted}", self.name);
        Ok(())
    }
}
