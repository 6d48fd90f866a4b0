//! Databases for tests on the PostgreSQL server that they may use: each is copied from one that is up to date already, and
//! gone when its test ends.

use std::{fmt::Write, future::Future};

use sha2::{Digest, Sha256};
use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};

use crate::kit::db::POSTGRES;

/// Whoever makes the database that others are copied from holds this lock, so that it is made once.
const MAKING: i64 = 4_711_000_042;

/// What the server says of a database that is still in use: `object_in_use` (PostgreSQL, appendix A).
const IN_USE: &str = "55006";

/// A database of one test.
pub struct Database {
    server: String,
    name: String,
}

impl Database {
    /// A new one with all tables, if there is a server.
    pub async fn new() -> Option<Self> {
        let server = server()?;
        let template = up_to_date(&server).await;
        Some(Self::copied(server, &template).await)
    }

    /// A new one with nothing in it, if there is a server.
    pub async fn empty() -> Option<Self> {
        Some(Self::copied(server()?, "template1").await)
    }

    /// A copy of this one, to which nothing may be connected.
    pub async fn copy(&self) -> Self {
        Self::copied(self.server.clone(), &self.name).await
    }

    /// Lets nobody connect any more, so that it can be copied.
    pub async fn freeze(&self) {
        let mut conn = PgConnection::connect(&self.server).await.unwrap();
        run(&mut conn, format!("alter database {} with allow_connections false", self.name)).await;
        let others = format!("select pg_terminate_backend(pid) from pg_stat_activity where datname = '{}'", self.name);
        run(&mut conn, others).await;
    }

    /// Its address.
    pub fn url(&self) -> String {
        at(&self.server, &self.name)
    }

    async fn copied(server: String, template: &str) -> Self {
        let name = format!("lyceum_test_{:x}", rand::random::<u64>());
        let mut conn = PgConnection::connect(&server).await.unwrap();
        // Its files are copied as they are: through the log takes twice as long.
        let copy = format!("create database {name} template {template} strategy file_copy");
        // A session that was ended may need a while to be gone, however long the server waits for it by itself.
        for _ in 0..60 {
            match conn.execute(AssertSqlSafe(copy.clone())).await {
                Ok(_) => return Self { server, name },
                Err(sqlx::Error::Database(said)) if said.code().as_deref() == Some(IN_USE) => {}
                Err(problem) => panic!("{template} cannot be copied: {problem}"),
            }
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        }
        panic!("somebody stays in {template}");
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        // The runtime of the test may be at its end.
        let gone = std::thread::spawn(move || {
            block_on(async {
                let mut conn = PgConnection::connect(&server).await?;
                conn.execute(AssertSqlSafe(format!("drop database if exists {name} with (force)"))).await
            })
        });
        if let Ok(Err(problem)) = gone.join() {
            eprintln!("the database {} stays: {problem}", self.name);
        }
    }
}

/// The name of a database with all tables and nothing in them. It stays on the server for the next run, until there is
/// another migration.
async fn up_to_date(server: &str) -> String {
    let mut all = Sha256::new();
    POSTGRES.migrations.iter().for_each(|migration| all.update(&migration.checksum));
    let name = all.finalize().iter().take(8).fold("lyceum_template_".to_owned(), |mut name, byte| {
        let _ = write!(name, "{byte:02x}");
        name
    });
    let mut conn = PgConnection::connect(server).await.unwrap();
    let exists = "select exists (select from pg_database where datname = $1)";
    if sqlx::query_scalar(exists).bind(&name).fetch_one(&mut conn).await.unwrap() {
        return name;
    }
    sqlx::query("select pg_advisory_lock($1)").bind(MAKING).execute(&mut conn).await.unwrap();
    if !sqlx::query_scalar::<_, bool>(exists).bind(&name).fetch_one(&mut conn).await.unwrap() {
        let made = Database::copied(server.to_owned(), "template1").await;
        let mut inside = PgConnection::connect(&made.url()).await.unwrap();
        POSTGRES.run(&mut inside).await.unwrap();
        inside.close().await.unwrap();
        made.freeze().await;
        run(&mut conn, format!("alter database {} rename to {name}", made.name)).await;
    }
    conn.close().await.unwrap();
    name
}

fn server() -> Option<String> {
    std::env::var("LYCEUM_TEST_POSTGRES").ok().filter(|server| !server.is_empty())
}

fn at(server: &str, name: &str) -> String {
    let mut url = url::Url::parse(server).unwrap();
    url.set_path(name);
    url.into()
}

async fn run(conn: &mut PgConnection, statement: String) {
    conn.execute(AssertSqlSafe(statement)).await.unwrap();
}

fn block_on<T>(what: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(what)
}
