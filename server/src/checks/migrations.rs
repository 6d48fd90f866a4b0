//! Migrations, tried on databases that hold something.

use std::borrow::Cow;

use sqlx::{Connection, Executor, PgConnection, SqliteConnection, migrate::Migrator};

use super::testing::{Database, Site};
use crate::{
    all,
    ids::Clock,
    kit::db::{Conn, Db, Location, POSTGRES, SQLITE},
    value,
};

/// The migrations of 0.1.0.
fn released(all: &Migrator) -> Migrator {
    let first = all.migrations.iter().filter(|migration| migration.version == 1).cloned().collect();
    Migrator { migrations: Cow::Owned(first), ..Migrator::DEFAULT }
}

/// A community as 0.1.0 left it: people, a blog, posts of every audience, a page, a draft, a conversation with entries of
/// every kind, and what goes with them.
const FILLED: &str = "
insert into community values (1, 'The Commons', '', 'en', 'UTC', 'open', 'first', FALSE, 15, BLOB, 1);
insert into member (id, handle, name, name_key, email, role, bio, website, language, time_zone, joined_at, confirmed_at, why)
values (10, 'ines', 'Ines', 'ines', 'ines@example.org', 'organiser', '', '', '', '', 1, 1, ''),
       (11, 'bram', 'Bram', 'bram', 'bram@example.org', 'participant', '', '', '', '', 1, 1, '');
insert into blog values (20, 10, 'ines', 'Ines', '', 1, null);
insert into post (id, blog, author, kind, day, slug, title, format, source, html, rendered, excerpt, lang, audience, published_at, created_at)
values (30, 20, 10, 'post', '2026/09/04', 'one', 'One', 'markdown', 'Text', '<p>Text</p>', 1, 'Text', 'en', 'public', 5, 4),
       (31, 20, 10, 'post', '2026/09/05', 'two', '', 'markdown', 'Among us', '<p>Among us</p>', 1, 'Among us', 'de', 'community', 6, 5),
       (32, 20, 10, 'post', '2026/09/06', 'three', 'Three', 'markdown', 'Mine', '<p>Mine</p>', 1, 'Mine', 'en', 'me', 7, 6),
       (33, 20, 10, 'post', '', '', 'Draft', 'markdown', 'Not yet', '', 1, '', 'en', 'public', null, 8),
       (34, 20, 10, 'page', '', 'about', 'About', 'markdown', 'A page', '<p>A page</p>', 1, 'A page', 'en', 'public', 9, 9);
insert into conversation (id, kind, count, changed_at, closed_at)
values (30, 'post', 2, 50, null), (31, 'post', 1, 51, 60), (32, 'post', 0, 7, null), (33, 'post', 0, 8, null), (34, 'post', 0, 9, null);
insert into comment (id, conversation, root, parent, parent_lost, kind, writer, guest_name, guest_email, guest_website, format, source, html, rendered, created_at, approved_at, shown)
values (40, 30, 40, null, FALSE, 'comment', 11, '', '', '', 'markdown', 'First', '<p>First</p>', 1, 40, 40, TRUE),
       (41, 30, 40, 40, FALSE, 'comment', null, 'Gast', 'g@example.org', '', 'markdown', 'Answer', '<p>Answer</p>', 1, 41, 41, TRUE),
       (42, 30, 42, null, FALSE, 'comment', null, 'Gast', 'g@example.org', '', 'markdown', 'Waits', '<p>Waits</p>', 1, 42, null, FALSE),
       (43, 31, 43, null, FALSE, 'comment', 11, '', '', '', 'markdown', 'Here', '<p>Here</p>', 1, 43, 43, TRUE);
insert into visit values (11, 30, 0, 41);
insert into term values (70, 20, 'tag', 'first', 'First');
insert into post_term values (30, 70);
insert into former_post_address values ('/?p=7', 30);
insert into former_blog_address values ('old', 20);
insert into audit values (80, 1, 10, 'comment-approved', '/comments/41', '');
insert into letter values (81, 'ines@example.org', 'Hello', 'Text', 1, null);
";

/// Holds a database of a test, until the test ends.
#[expect(dead_code, reason = "held, never looked at")]
enum Kept {
    Folder(tempfile::TempDir),
    Database(Database),
}

/// A database of 0.1.0 with something in it, on the database that is tested.
async fn filled() -> (Location, Kept) {
    if let Some(database) = Database::empty().await {
        let mut conn = PgConnection::connect(&database.url()).await.unwrap();
        released(&POSTGRES).run(&mut conn).await.unwrap();
        let filled = FILLED.replace("BLOB", "'\\x00'");
        conn.execute(sqlx::AssertSqlSafe(filled)).await.unwrap();
        return (database.url().parse().unwrap(), Kept::Database(database));
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("lyceum.sqlite");
    let mut conn = SqliteConnection::connect(&format!("sqlite:{}?mode=rwc", file.display())).await.unwrap();
    released(&SQLITE).run(&mut conn).await.unwrap();
    conn.execute(sqlx::AssertSqlSafe(FILLED.replace("BLOB", "x'00'"))).await.unwrap();
    conn.close().await.unwrap();
    (Location::File(file), Kept::Folder(folder))
}

const TABLES: [&str; 16] = [
    "member",
    "blog",
    "post",
    "conversation",
    "comment",
    "visit",
    "term",
    "post_term",
    "former_blog_address",
    "audit",
    "letter",
    "community",
    "session",
    "ticket",
    "job",
    "former_handle",
];

async fn rows(conn: &mut Conn) -> Vec<(&'static str, i64)> {
    let mut counts = vec![];
    for table in TABLES {
        let count: Option<i64> = value!(conn, sqlx::AssertSqlSafe(format!("select count(*) from {table}"))).unwrap();
        counts.push((table, count.unwrap()));
    }
    counts
}

#[tokio::test]
async fn a_filled_database_of_the_first_release_keeps_every_row() {
    let (place, _folder) = filled().await;
    let db = Db::open(&place, Clock::System, Some(1)).await.unwrap();
    let mut conn = db.read().await.unwrap();
    let expected: [i64; 16] = [2, 1, 5, 5, 4, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0];
    let expected: Vec<_> = TABLES.into_iter().zip(expected).collect();
    assert_eq!(rows(&mut conn).await, expected);
    // What a conversation knows of its subject now.
    let about: Vec<(i64, i64, i64, String, String, String)> = all!(
        conn,
        "select id, audience, count, lang, path, title from conversation where place = 20 and author = 10 order by id"
    )
    .unwrap();
    let about: Vec<_> =
        about.iter().map(|(id, a, n, l, p, t)| (*id, *a, *n, l.as_str(), p.as_str(), t.as_str())).collect();
    assert_eq!(
        about,
        [
            (30, 1, 2, "en", "/ines/2026/09/04/one/", "One"),
            (31, 2, 1, "de", "/ines/2026/09/05/two/", "Among us"),
            (32, 0, 0, "en", "/ines/2026/09/06/three/", "Three"),
            (33, 0, 0, "en", "", "Draft"),
            (34, 1, 0, "en", "/ines/about/", "About"),
        ]
    );
    drop(conn);
    // The rules still hold: what refers to a conversation goes with it, and nothing can refer to what is not there.
    let lost = db.always(async |tx| {
        Ok(crate::run!(tx, "insert into visit (member, conversation, before_at, seen_at) values (11, 999, 0, 0)")
            .is_err())
    });
    assert!(lost.await.unwrap_or(true), "foreign keys are off");
    db.close().await.unwrap();
}

#[tokio::test]
async fn a_migration_that_was_interrupted_can_be_run_again() {
    let (place, _folder) = filled().await;
    let Location::File(file) = &place else { return };
    Db::open(&place, Clock::System, Some(1)).await.unwrap().close().await.unwrap();
    let mut conn = SqliteConnection::connect(&format!("sqlite:{}", file.display())).await.unwrap();
    // The tables are there, and the note that they are was lost.
    let outside: Vec<i64> = SQLITE.migrations.iter().filter(|m| m.no_tx).map(|m| m.version).collect();
    for version in outside {
        sqlx::query("delete from _sqlx_migrations where version = $1").bind(version).execute(&mut conn).await.unwrap();
    }
    conn.close().await.unwrap();
    let db = Db::open(&place, Clock::System, Some(1)).await.unwrap();
    let mut conn = db.read().await.unwrap();
    assert_eq!(rows(&mut conn).await[2..5], [("post", 5), ("conversation", 5), ("comment", 4)]);
    let audiences: Vec<(i64,)> = all!(conn, "select audience from conversation order by id").unwrap();
    assert_eq!(audiences, [(1,), (2,), (0,), (0,), (1,)]);
}

/// Tables with their columns, whether each must be filled, in the words that both databases share.
async fn schema(conn: &mut Conn) -> Vec<(String, String, String, bool)> {
    let sql = conn.pick(
        "select m.name, c.name, lower(c.type), c.\"notnull\" = 1 or c.pk > 0
           from sqlite_schema m join pragma_table_info(m.name) c
          where m.type = 'table' and m.name not like '\\_%' escape '\\' and m.name not like 'sqlite%'
            and m.name not like 'search\\_words%' escape '\\' order by 1, 2",
        "select table_name::text, column_name::text, data_type::text, is_nullable = 'NO'
           from information_schema.columns
          where table_schema = 'public' and table_name not like '\\_%'
            and (table_name, column_name) <> ('search', 'words') order by table_name::text collate \"C\", column_name::text collate \"C\"",
    );
    all!(conn, sql).unwrap()
}

#[tokio::test]
async fn both_databases_have_the_same_tables_and_columns() {
    if Database::empty().await.is_none() {
        return;
    }
    let site = Site::new().await;
    let folder = tempfile::tempdir().unwrap();
    let sqlite = Db::open(&Location::File(folder.path().join("other.sqlite")), Clock::System, Some(1)).await.unwrap();
    let plain = |(table, column, kind, filled): (String, String, String, bool)| {
        let kind = match kind.as_str() {
            "bigint" | "boolean" => "integer".to_owned(),
            "bytea" => "blob".to_owned(),
            _ => kind,
        };
        (table, column, kind, filled)
    };
    let one: Vec<_> = schema(&mut sqlite.read().await.unwrap()).await.into_iter().map(plain).collect();
    let other: Vec<_> = schema(&mut site.app.db.read().await.unwrap()).await.into_iter().map(plain).collect();
    assert_eq!(one, other);
}
