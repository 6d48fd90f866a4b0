use sqlx::{ConnectOptions, Connection, migrate::Migrator, sqlite::SqliteConnectOptions};

use super::{Goal, find};
use crate::{
    ids::{Clock, PostId},
    kit::db::{Db, Location},
};

static ALL: Migrator = sqlx::migrate!("../migrations/sqlite");

#[tokio::test]
async fn what_was_remembered_before_hosts_were_noted_still_answers() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("lyceum.sqlite");
    let mut conn = SqliteConnectOptions::new().filename(&file).create_if_missing(true).connect().await.unwrap();
    let first: Vec<_> = ALL.iter().filter(|migration| migration.version == 1).cloned().collect();
    Migrator { migrations: first.into(), ..Migrator::DEFAULT }.run(&mut conn).await.unwrap();
    for sql in [
        "insert into member (id, handle, name, name_key, role, bio, website, language, time_zone, joined_at, why)
         values (1, 'ada', 'Ada', 'ada', 'participant', '', '', '', '', 0, '')",
        "insert into blog (id, address, title, tagline, created_at, imported_from) values (2, 'blog', 'B', '', 0, 'wordpress:old.example')",
        "insert into post (id, blog, author, kind, day, slug, title, format, source, html, rendered, excerpt, lang, audience,
                           published_at, created_at, imported_from)
         values (3, 2, 1, 'post', '2013/09/04', 'new', 'New', 'wordpress', 'x', 'x', 1, '', 'en', 'public', 1, 1,
                 'wordpress:old.example#7'),
                (4, 2, 1, 'post', '2013/09/05', 'own', 'Own', 'markdown', 'x', 'x', 1, '', 'en', 'public', 1, 1, null)",
        "insert into conversation (id, kind, count, changed_at) values (3, 'post', 0, 1), (4, 'post', 0, 1)",
        "insert into former_post_address (address, post)
         values ('/?p=7', 3), ('/2013/09/04/old/', 3), ('/%d1%81%d0%b0%d0%b4/', 3), ('/orchard/?p=9', 3)",
    ] {
        sqlx::query(sql).execute(&mut conn).await.unwrap();
    }
    conn.close().await.unwrap();
    let db = Db::open(&Location::File(file), Clock::System, None).await.unwrap();
    let mut conn = db.read().await.unwrap();
    for old in ["/?p=7", "/2013/09/04/old", "/2013/09/04/old/2/", "/%D1%81%D0%B0%D0%B4/", "/orchard/?p=9"] {
        let goal = find(&mut conn, "anywhere.example", old).await.unwrap();
        assert_eq!(goal, Some(Goal::Post(PostId(3))), "{old}");
    }
    assert_eq!(find(&mut conn, "anywhere.example", "/?p=8").await.unwrap(), None);
    let items: Option<i64> = crate::value!(conn, "select count(*) from old_item where post = 3").unwrap();
    assert_eq!(items, Some(1));
}
