use super::*;
use crate::{checks::testing::Site, run};

/// What is said when this place is opened in vain.
async fn refusal(place: &Location) -> String {
    let opened = Db::open(place, Clock::System, Some(1)).await;
    format!("{:#}", opened.map(drop).expect_err("it cannot be opened"))
}

#[tokio::test]
async fn a_place_that_cannot_be_written_names_the_settings_and_the_remedy() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("file"), "x").unwrap();
    for file in [folder.path().join("file/lyceum.sqlite"), folder.path().to_owned()] {
        let no = refusal(&Location::File(file)).await;
        assert!(no.contains("`data`") && no.contains("`database`") && no.contains("give this user the right"), "{no}");
    }
}

#[tokio::test]
async fn a_folder_that_lyceum_makes_is_for_nobody_else() {
    use std::os::unix::fs::PermissionsExt;
    let temporary = tempfile::tempdir().unwrap();
    let folder = temporary.path().join("data");
    let db = Db::open(&Location::File(folder.join("lyceum.sqlite")), Clock::System, None).await.unwrap();
    assert_eq!(std::fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);
    db.close().await.unwrap();
}

#[tokio::test]
async fn a_server_that_does_not_answer_is_named_once_and_without_its_password() {
    let no = refusal(&Location::Postgres("postgres://me:s3cret@127.0.0.1:1/learn".into())).await;
    assert!(no.contains("`database` is `postgres://me@127.0.0.1:1/learn`"), "{no}");
    assert!(no.matches("Connection refused").count() == 1 && no.contains("is the server running"), "{no}");
    assert!(!no.contains("s3cret"), "{no}");
}

#[tokio::test]
async fn a_database_or_user_that_is_missing_is_said_to_be() {
    let site = Site::new().await;
    let Location::Postgres(url) = &site.app.settings.database else { return };
    let changed = |change: fn(&mut url::Url)| {
        let mut url = url::Url::parse(url).unwrap();
        change(&mut url);
        Location::Postgres(url.into())
    };
    let no = refusal(&changed(|url| url.set_path("nowhere"))).await;
    assert!(no.contains("\"nowhere\" does not exist; make that database"), "{no}");
    let no = refusal(&changed(|url| url.set_username("nobody").unwrap())).await;
    assert!(no.contains("make that user"), "{no}");
}

#[tokio::test]
async fn a_database_of_a_newer_lyceum_is_left_alone() {
    let site = Site::new().await;
    let newer = "insert into _sqlx_migrations (version, description, success, checksum, execution_time)
                 values (9999, 'later', true, $1, 0)";
    site.app.db.always(async |tx| Ok(run!(tx, newer, vec![0_u8])?)).await.unwrap();
    let no = refusal(&site.app.settings.database).await;
    assert!(no.contains("belongs to a newer Lyceum"), "{no}");
}

#[tokio::test]
async fn a_database_from_before_the_first_release_is_told_what_to_do() {
    let site = Site::new().await;
    let changed = "update _sqlx_migrations set checksum = $1 where version = 1";
    site.app.db.always(async |tx| Ok(run!(tx, changed, vec![0_u8])?)).await.unwrap();
    let no = refusal(&site.app.settings.database).await;
    assert!(no.contains("from before 0.1.0") && no.contains("`database` or `data`"), "{no}");
}

#[tokio::test]
async fn one_import_runs_at_a_time() {
    let site = Site::new().await;
    let place = &site.app.settings.database;
    let first = place.claim_import().await.unwrap();
    assert!(first.is_some() && place.claim_import().await.unwrap().is_none());
    drop(first);
    // PostgreSQL lets go when it notices that the connection is gone.
    for _ in 0..100 {
        if place.claim_import().await.unwrap().is_some() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("the claim outlived the import");
}

#[tokio::test]
async fn the_readers_of_sqlite_share_no_lock() {
    let folder = tempfile::tempdir().unwrap();
    let place = Location::File(folder.path().join("lyceum.sqlite"));
    let db = Db::open(&place, Clock::System, Some(1)).await.unwrap();
    let mut conn = db.read().await.unwrap();
    let options: Vec<(String,)> = crate::all!(conn, "pragma compile_options").unwrap();
    let has = |option: &str| options.iter().any(|(said,)| said == option);
    let remedy = "build with the flags in .cargo/config.toml: from a folder of this repository, with cargo";
    assert!(has("DEFAULT_MEMSTATUS=0") && !has("ENABLE_MEMORY_MANAGEMENT"), "{remedy}");
}

#[tokio::test]
async fn what_another_process_writes_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let place = Location::File(folder.path().join("lyceum.sqlite"));
    let here = Db::open(&place, Clock::System, None).await.unwrap();
    let there = Db::open(&place, Clock::System, Some(1)).await.unwrap();
    let write = "insert into audit (id, at, verb, subject, detail) values ($1, 0, '', '', '')";
    // More than once: also what is written while it is being looked at.
    for round in 0_i64..3 {
        let snapshot = here.versions.snapshot(&[crate::events::Topic::Latest]);
        there.always(async |tx| Ok(run!(tx, write, round)?)).await.unwrap();
        let noticed = async {
            while here.versions.is_current(&snapshot) {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        };
        tokio::time::timeout(Duration::from_mins(1), noticed).await.unwrap_or_else(|_| panic!("round {round}"));
    }
}
