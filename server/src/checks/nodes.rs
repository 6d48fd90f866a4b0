//! Several nodes, and work that follows.

use super::testing::Site;
use crate::{
    events::{Event, Job, Lane, Topic},
    ids::{BlogId, Clock, PostId, RowId, Timestamp},
    kit::db::{Db, Location, queue},
    run, value,
};

/// Another node on the database of this site.
async fn another(site: &Site) -> Db {
    Db::open(&site.app.settings.database, site.app.db.clock.clone(), None).await.unwrap()
}

async fn number_of(db: &Db) -> i64 {
    let mut conn = db.read().await.unwrap();
    let process = db.node.process;
    value!(conn, "select number from node where process = $1", process).unwrap().expect("it has a number")
}

const fn node_in(id: i64) -> i64 {
    (id >> 13) & 511
}

#[tokio::test]
async fn two_nodes_never_have_the_same_number_also_after_one_lost_its_own() {
    let site = Site::new().await;
    if matches!(site.app.settings.database, Location::File(_)) {
        return;
    }
    let (one, two) = (another(&site).await, another(&site).await);
    let (first, second) = (number_of(&one).await, number_of(&two).await);
    assert_ne!(first, second);
    // The database was away for longer than a lease, and somebody else was quicker.
    let process = one.node.process;
    let taken = "update node set process = -1, leased_until = 32503680000000 where process = $1";
    two.always(async |tx| Ok(run!(tx, taken, process)?)).await.unwrap();
    one.node.expire();
    let made = one.always(async |tx| Ok(tx.new_id())).await.unwrap();
    assert_ne!(node_in(made), first);
    assert_ne!(node_in(made), second);
    assert_eq!(node_in(made), number_of(&one).await);
    // Whoever ends in order gives its number back.
    two.close().await.unwrap();
    let mut conn = site.app.db.read().await.unwrap();
    let left: Option<i64> = value!(conn, "select number from node where number = $1", second).unwrap();
    assert_eq!(left, None);
}

#[tokio::test]
async fn a_reader_who_comes_to_another_node_sees_what_they_just_wrote() {
    let site = Site::new().await;
    if matches!(site.app.settings.database, Location::File(_)) {
        return;
    }
    let other = another(&site).await;
    let post = PostId(7);
    let seen = other.versions.snapshot(&[Topic::Post(post)]);
    let mark = crate::kit::db::LAST_CHANGE
        .scope(std::cell::Cell::new(0), async {
            let changed = site.app.db.always(async |tx| {
                tx.emit(Event::PostChanged(post, BlogId(1)));
                Ok(())
            });
            changed.await.unwrap();
            site.app.db.mark(crate::kit::db::LAST_CHANGE.with(std::cell::Cell::get))
        })
        .await
        .expect("a change leaves a mark");
    assert!(site.app.db.has_heard(&mark), "one's own changes are known");
    other.catch_up().await.unwrap();
    assert!(other.has_heard(&mark) && !other.versions.is_current(&seen));
    for odd in ["", "x", "1-", "-", "zz-99"] {
        let _ = other.has_heard(odd);
    }
}

#[tokio::test]
async fn numbers_go_on_rising_when_the_clock_was_set_back() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Before").await;
    let early = Timestamp(site.app.now().0 - 3_600_000);
    let clock = Clock::Set(std::sync::Arc::new(std::sync::atomic::AtomicI64::new(early.0)));
    let later = Db::open(&site.app.settings.database, clock, Some(9)).await.unwrap();
    assert!(later.always(async |tx| Ok(tx.new_id())).await.unwrap() > post.0);
}

#[tokio::test]
async fn what_somebody_waits_for_is_not_behind_what_has_time() {
    let site = Site::new().await;
    let db = &site.app.db;
    db.always(async |tx| {
        for number in 1..=20 {
            queue::write(tx, Lane::Later, Job::SendEmail(RowId(number))).await?;
        }
        queue::write(tx, Lane::Soon, Job::SendEmail(RowId(99))).await
    })
    .await
    .unwrap();
    let soon = db.always(async |tx| queue::claim(tx, Lane::Soon).await).await.unwrap().unwrap();
    assert_eq!(soon.job, Job::SendEmail(RowId(99)));
    assert!(db.always(async |tx| queue::claim(tx, Lane::Soon).await).await.unwrap().is_none());
}

#[tokio::test]
async fn work_under_a_key_is_there_once_and_what_is_on_time_is_begun_by_one() {
    let site = Site::new().await;
    let db = &site.app.db;
    for _ in 0..3 {
        db.always(async |tx| queue::write_once(tx, Lane::Later, Job::Forget).await).await.unwrap();
    }
    assert_eq!(queue::standing(&mut db.read().await.unwrap()).await.unwrap(), (1, 0));
    let begins = async || db.always(async |tx| queue::is_first(tx, "rounds", 60).await).await.unwrap();
    assert!(begins().await && !begins().await);
    site.pass_minutes(59);
    assert!(!begins().await);
    site.pass_minutes(1);
    assert!(begins().await && !begins().await);
}

#[tokio::test]
async fn long_work_is_renewed_and_work_of_a_dead_worker_is_done_by_another() {
    let site = Site::new().await;
    let db = &site.app.db;
    let claim = async || db.always(async |tx| queue::claim(tx, Lane::Later).await).await.unwrap();
    db.always(async |tx| queue::write(tx, Lane::Later, Job::Forget).await).await.unwrap();
    let first = claim().await.unwrap();
    site.pass_minutes(4);
    db.always(async |tx| queue::renew(tx, first.id).await).await.unwrap();
    site.pass_minutes(4);
    assert!(claim().await.is_none(), "its worker lives");
    site.pass_minutes(2);
    assert!(claim().await.is_some(), "its worker died");
}

#[tokio::test]
async fn a_full_round_leaves_nothing_undone() {
    let site = Site::new().await;
    crate::schedule::round(&site.app).await.unwrap();
    site.do_jobs().await;
    assert_eq!(queue::standing(&mut site.app.db.read().await.unwrap()).await.unwrap(), (0, 0));
}

#[tokio::test]
async fn whoever_watches_learns_when_nothing_can_be_written() {
    let site = Site::new().await;
    let health = site.stranger().get("/health").await;
    assert!(health.status == 200 && health.body.contains("\"writing\":\"yes\""), "{}", health.body);
    if matches!(site.app.settings.database, Location::File(_)) {
        return;
    }
    let other = another(&site).await;
    let name = "do $$ begin execute format('alter database %I set default_transaction_read_only = on', current_database()); end $$";
    site.app.db.always(async |tx| Ok(run!(tx, name)?)).await.unwrap();
    // Connections made from now on are read-only, as a standby's are.
    assert!(!other.can_write().await);
}
