use std::{
    fs, io,
    path::Path,
    process::{Command, Stdio},
    sync::Arc,
    time::Duration,
};

use tempfile::TempDir;

use super::{
    Made, Options, Report,
    archive::{self, Broken, Reader, Writer},
    expect_a_database, full, last, restore, run, verify,
};
use crate::{
    checks::testing::{Database, Site},
    ids::{Clock, CommentId},
    kit::{
        app::App,
        config::{Given, Settings},
        db::Location,
        web::limits::Limits,
    },
    people::members::Role,
};

/// Carries what the backup that is killed needs from the test to it.
const TOLD: &str = "LYCEUM_TEST_BACKUP_KILLED";

/// A site with somebody who wrote, a comment, and a file.
async fn written() -> Site {
    let site = Site::new().await;
    let (rosa, _) = site.member_as("rosa", Role::Organiser).await;
    let post = site.post(&rosa, "What a lighthouse keeps").await;
    site.comment(&rosa, post, None, "Tab\tand “quotes” and a \\ and ünïcode 灯台.").await;
    site.app.files.keep(vec![7; 300_000].into(), "png").await.unwrap();
    site
}

async fn backed_up(site: &Site, folder: &Path) -> Report {
    run(&site.app, &Options { folder: folder.into() }).await.unwrap()
}

/// An empty place: a folder, and a database where tests have a server.
async fn nowhere() -> (TempDir, Option<Database>, Settings) {
    let (folder, database) = (tempfile::tempdir().unwrap(), Database::empty().await);
    let given = Given {
        data: Some(folder.path().to_str().unwrap().into()),
        database: database.as_ref().map(Database::url),
        ..Given::default()
    };
    (folder, database, given.check().unwrap())
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name != super::LOCK);
    names.sort();
    names
}

async fn counts(site: &Site) -> Vec<i64> {
    let mut conn = site.app.db.read().await.unwrap();
    let mut counts = vec![];
    for sql in [
        "select count(*) from member",
        "select count(*) from post",
        "select count(*) from comment",
        "select count(*) from session",
        "select count(*) from circle",
        "select count(*) from search",
    ] {
        let count: Option<i64> = crate::value!(conn, sql).unwrap();
        counts.push(count.unwrap());
    }
    counts
}

#[tokio::test]
async fn what_was_backed_up_is_restored_as_it_was() {
    let site = written().await;
    site.do_jobs().await;
    let folder = tempfile::tempdir().unwrap();
    let made = backed_up(&site, folder.path()).await;
    assert_eq!(names(folder.path()), ["lyceum-20260902-090000Z.zip"]);
    let said = made.to_string();
    assert!(said.contains("1 members, 1 posts and pages, 1 comments; 1 files"), "{said}");
    verify(&Made { archive: made.archive.clone() }).unwrap();

    let (place, database, settings) = nowhere().await;
    restore(&settings, &Made { archive: made.archive.clone() }).await.unwrap();
    let again = Site::of(place, database).await;
    assert_eq!(counts(&again).await, counts(&site).await);
    let page = again.stranger().get("/rosa/2026/09/02/what-a-lighthouse-keeps/").await;
    assert!(page.body.contains("ünïcode 灯台"), "{}", page.status);
    let name = again.app.files.names().await.unwrap();
    assert_eq!(again.app.files.get(&name[0]).await.unwrap().unwrap(), vec![7; 300_000]);
    // It goes on from there, with numbers that nothing has yet.
    let rosa =
        crate::people::members::by_handle(&mut again.app.db.read().await.unwrap(), "rosa").await.unwrap().unwrap();
    again.post(&rosa, "After the storm").await;
}

#[tokio::test]
async fn whoever_looks_after_the_site_is_told_how_old_the_last_backup_is() {
    let site = written().await;
    let asked = async || last(&mut site.app.db.read().await.unwrap()).await.unwrap();
    assert_eq!(asked().await, None);
    let folder = tempfile::tempdir().unwrap();
    backed_up(&site, folder.path()).await;
    let one = asked().await.unwrap();
    assert_eq!((one.made_at, one.name.as_str()), (site.now(), "lyceum-20260902-090000Z.zip"));
    assert!(!one.is_old(site.now().plus_days(7)) && one.is_old(site.now().plus_days(9)));
    // The next one is another file, also within a second.
    backed_up(&site, folder.path()).await;
    assert_eq!(names(folder.path()), ["lyceum-20260902-090000Z-2.zip", "lyceum-20260902-090000Z.zip"]);
    assert_eq!(asked().await.unwrap().name, "lyceum-20260902-090000Z-2.zip");
}

#[tokio::test(flavor = "multi_thread")]
async fn while_people_write_everything_that_was_acknowledged_before_is_in_it() {
    let site = Arc::new(written().await);
    let (keeper, _) = site.member("keeper").await;
    let post = site.post(&keeper, "Who is awake?").await;
    let acknowledged: Arc<std::sync::Mutex<Vec<CommentId>>> = Arc::default();
    let writers: Vec<_> = (0..4)
        .map(|writer| {
            let (site, keeper, acknowledged) = (site.clone(), keeper.clone(), acknowledged.clone());
            tokio::spawn(async move {
                for number in 0.. {
                    let id = site.comment(&keeper, post, None, &format!("I am, {writer}.{number}")).await;
                    acknowledged.lock().unwrap().push(id);
                }
            })
        })
        .collect();
    while acknowledged.lock().unwrap().len() < 40 {
        tokio::task::yield_now().await;
    }
    let before = acknowledged.lock().unwrap().clone();
    let folder = tempfile::tempdir().unwrap();
    let made = backed_up(&site, folder.path()).await;
    assert!(acknowledged.lock().unwrap().len() > before.len(), "nobody wrote meanwhile");
    writers.iter().for_each(tokio::task::JoinHandle::abort);

    let (place, database, settings) = nowhere().await;
    restore(&settings, &Made { archive: made.archive }).await.unwrap();
    let again = Site::of(place, database).await;
    let mut conn = again.app.db.read().await.unwrap();
    for id in before {
        let there: Option<CommentId> = crate::value!(conn, "select id from comment where id = $1", id).unwrap();
        assert_eq!(there, Some(id));
    }
    drop(conn);
    let found = crate::tools::doctor::examine(&again.app).await.unwrap();
    assert!(!found.ill.iter().any(|line| line.contains("count") || line.contains("damaged")), "{:?}", found.ill);
}

#[tokio::test]
async fn what_was_broken_off_is_removed_by_the_next_and_earlier_ones_stay() {
    let site = written().await;
    let folder = tempfile::tempdir().unwrap();
    let earlier = folder.path().join("lyceum-20260801-090000Z.zip");
    for (name, text) in [
        ("lyceum-20260801-090000Z.zip", "an earlier one"),
        ("lyceum-.part", "half of it"),
        ("lyceum-database.part", "a copy"),
        ("lyceum-database.part-journal", ""),
        ("notes.txt", "somebody's own"),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    backed_up(&site, folder.path()).await;
    let there = names(folder.path());
    assert_eq!(there, ["lyceum-20260801-090000Z.zip", "lyceum-20260902-090000Z.zip", "notes.txt"]);
    assert_eq!(fs::read_to_string(earlier).unwrap(), "an earlier one");
}

#[tokio::test]
#[ignore = "another test runs it, and kills it"]
async fn the_backup_that_is_killed() {
    let Ok(told) = std::env::var(TOLD) else { return };
    let told: Vec<&str> = told.split('\n').collect();
    let given = Given {
        data: Some(told[0].into()),
        database: Some(told[1].to_owned()).filter(|url| !url.is_empty()),
        node: Some("9".into()),
        ..Given::default()
    };
    let app = App::start(given.check().unwrap(), Clock::System, Limits::generous()).await.unwrap();
    loop {
        run(&app, &Options { folder: told[2].into() }).await.unwrap();
    }
}

#[tokio::test]
async fn killed_at_any_moment_a_backup_leaves_only_whole_archives_and_what_the_next_removes() {
    let site = written().await;
    let database = match &site.app.settings.database {
        Location::File(_) => String::new(),
        Location::Postgres(url) => url.clone(),
    };
    let folder = tempfile::tempdir().unwrap();
    for _ in 0..4 {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "tools::backup::tests::the_backup_that_is_killed", "--ignored", "--quiet"])
            .env(TOLD, format!("{}\n{database}\n{}", site.app.settings.data.display(), folder.path().display()))
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let enough = rand::random_range(0..300_000);
        while fs::metadata(folder.path().join("lyceum-.part")).map_or(0, |about| about.len()) <= enough {
            assert!(child.try_wait().unwrap().is_none(), "it ended by itself");
            tokio::time::sleep(Duration::from_micros(200)).await;
        }
        child.kill().unwrap();
        child.wait().unwrap();
        for name in names(folder.path()).iter().filter(|name| name.ends_with(super::NAME.1)) {
            verify(&Made { archive: folder.path().join(name) }).unwrap();
        }
    }
    backed_up(&site, folder.path()).await;
    assert!(names(folder.path()).iter().all(|name| name.ends_with(super::NAME.1)), "{:?}", names(folder.path()));
}

#[tokio::test]
async fn two_at_once_do_not_write_over_each_other() {
    let site = written().await;
    let folder = tempfile::tempdir().unwrap();
    let held = super::claim(folder.path()).unwrap();
    let refused = run(&site.app, &Options { folder: folder.path().into() }).await.unwrap_err();
    assert!(format!("{refused:#}").contains("another backup is being made"), "{refused:#}");
    drop(held);
    backed_up(&site, folder.path()).await;
}

#[tokio::test]
async fn a_file_that_is_damaged_where_it_lies_is_told_of() {
    let site = written().await;
    let name = site.app.files.names().await.unwrap().remove(0);
    let path = site.app.settings.data.join("files").join(crate::kit::files::place(&name));
    fs::write(path, "not what it was").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let made = backed_up(&site, folder.path()).await;
    assert_eq!(made.damaged, [name.as_str()]);
    assert!(made.to_string().contains(&name));
}

#[tokio::test]
async fn only_an_empty_place_is_restored_into() {
    let site = written().await;
    let folder = tempfile::tempdir().unwrap();
    let made = Made { archive: backed_up(&site, folder.path()).await.archive };
    let before = counts(&site).await;
    let refused = format!("{:#}", restore(&site.app.settings, &made).await.unwrap_err());
    assert!(refused.contains("already") && refused.contains("Nothing was restored"), "{refused}");
    assert_eq!(counts(&site).await, before);

    let (place, _database, settings) = nowhere().await;
    fs::create_dir(place.path().join("files")).unwrap();
    fs::write(place.path().join("files/somebody's"), "x").unwrap();
    let refused = format!("{:#}", restore(&settings, &made).await.unwrap_err());
    assert!(refused.contains("there are files in"), "{refused}");
    fs::remove_file(place.path().join("files/somebody's")).unwrap();
    // What a restore left behind that was killed is no community.
    fs::create_dir(place.path().join("files.restoring")).unwrap();
    fs::write(place.path().join("files.restoring/half"), "x").unwrap();
    fs::write(place.path().join("lyceum.sqlite.restoring"), "x").unwrap();
    restore(&settings, &made).await.unwrap();
    assert!(!place.path().join("files.restoring").exists());
}

#[tokio::test]
async fn a_damaged_archive_is_refused_and_says_which_part() {
    let site = written().await;
    let folder = tempfile::tempdir().unwrap();
    let archive = backed_up(&site, folder.path()).await.archive;
    let mut bytes = fs::read(&archive).unwrap();
    let at = bytes.windows(100).position(|some| some == [7; 100]).unwrap();
    bytes[at] = 8;
    fs::write(&archive, &bytes).unwrap();
    let (place, _database, settings) = nowhere().await;
    let made = Made { archive: archive.clone() };
    for said in [verify(&made).unwrap_err(), restore(&settings, &made).await.unwrap_err()] {
        let said = format!("{said:#}");
        assert!(said.contains("is no good backup") && said.contains("files/") && said.contains(".png"), "{said}");
    }
    assert_eq!(names(place.path()), [] as [&str; 0]);
    // And one that ends too early.
    fs::write(&archive, &bytes[..bytes.len() - 10]).unwrap();
    let said = format!("{:#}", restore(&settings, &made).await.unwrap_err());
    assert!(said.contains("no whole archive"), "{said}");
}

#[tokio::test]
async fn an_archive_of_a_newer_program_is_refused() {
    let site = written().await;
    let folder = tempfile::tempdir().unwrap();
    let made = backed_up(&site, folder.path()).await;
    let mut manifest = made.manifest.clone();
    manifest.contents.migrations.push(9_999);
    manifest.lyceum = "7.0.0".into();
    let newer = rewritten(&made.archive, &manifest);
    let (place, _database, settings) = nowhere().await;
    let said = format!("{:#}", restore(&settings, &Made { archive: newer }).await.unwrap_err());
    assert!(said.contains("a newer Lyceum (7.0.0, with migration 9999)"), "{said}");
    assert_eq!(names(place.path()), [] as [&str; 0]);

    manifest.format = archive::FORMAT + 1;
    let newer = rewritten(&made.archive, &manifest);
    let said = verify(&Made { archive: newer }).unwrap_err();
    assert!(said.chain().any(|cause| matches!(cause.downcast_ref(), Some(Broken::Form(_)))), "{said:#}");

    manifest.format = archive::FORMAT;
    manifest.contents.migrations.pop();
    manifest.kind = "Another".into();
    let other = rewritten(&made.archive, &manifest);
    let said = format!("{:#}", restore(&settings, &Made { archive: other }).await.unwrap_err());
    assert!(said.contains("was made of a Another database"), "{said}");
}

/// An archive with the same in it, and another manifest.
fn rewritten(archive: &Path, manifest: &archive::Manifest) -> std::path::PathBuf {
    let mut from = Reader::open(fs::File::open(archive).unwrap()).unwrap();
    let path = archive.with_extension("other.zip");
    let mut to = Writer::new(fs::File::create(&path).unwrap());
    for member in from.manifest.members.clone() {
        to.begin_stored(&member.name).unwrap();
        let mut part = from.part(&member).unwrap();
        while let Some(bytes) = part.read_on().unwrap() {
            to.add(bytes).unwrap();
        }
        to.end();
    }
    to.finish(manifest).unwrap();
    path
}

#[tokio::test]
async fn where_there_is_no_database_there_is_nothing_to_back_up() {
    let (_folder, database, settings) = nowhere().await;
    assert_eq!(expect_a_database(&settings).is_err(), database.is_none());
    expect_a_database(&Site::new().await.app.settings).unwrap();
}

#[test]
fn a_full_disk_is_named() {
    let folder = Path::new("/backup");
    for error in [
        anyhow::Error::from(io::Error::from(io::ErrorKind::StorageFull)),
        anyhow::Error::from(zip::result::ZipError::Io(io::ErrorKind::QuotaExceeded.into())).context("a file"),
    ] {
        assert!(format!("{:#}", full(error, folder)).starts_with("there is no room left in /backup: "));
    }
    let other = full(io::Error::from(io::ErrorKind::NotFound).into(), folder);
    assert!(!format!("{other:#}").contains("room"));
}
