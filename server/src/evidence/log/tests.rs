//! What a learning log holds, and what it is suggested.

use rstest::rstest;

use super::{
    Draft, Kind, Minutes, NotKept, Origin, Whose, add, add_all, days, entries, remind_due, remove, start, stop,
    suggestions, timer, totals,
};
use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{course, draft as course_draft, put},
        testing::Site,
    },
    course::modules,
    ids::Timestamp,
    kit::{db::Tx, local_time::Day},
    people::members::Role,
};

fn day(day: &str) -> Day {
    day.parse().unwrap()
}

#[tokio::test]
async fn minutes_add_up_by_whose_time_they_were() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let entry = |on: &str, minutes, whose| Draft { minutes, whose, ..Draft::of(day(on), Kind::Read, "A chapter") };
    let drafts = [
        entry("2026-10-05", Some(30), Some(Whose::Work)),
        entry("2026-10-05", Some(60), Some(Whose::Split(15))),
        entry("2026-10-06", Some(10), Some(Whose::Own)),
        entry("2026-10-06", Some(7), None),
        entry("2026-10-07", None, Some(Whose::Work)),
    ];
    let db = &site.app.db;
    assert_eq!(db.change(async |tx| add_all(tx, ines.id, &drafts).await).await.unwrap(), Ok(5));
    // The same table brought twice adds nothing.
    assert_eq!(db.change(async |tx| add_all(tx, ines.id, &drafts).await).await.unwrap(), Ok(0));
    let mut conn = db.read().await.unwrap();
    let sum = Minutes { work: 45, own: 55, unsaid: 7 };
    assert_eq!(totals(&mut conn, ines.id).await.unwrap(), (5, sum));
    assert_eq!(totals(&mut conn, bram.id).await.unwrap(), (0, Minutes::default()));
    let found = days(&mut conn, ines.id, day("2026-10-01"), day("2026-10-31")).await.unwrap();
    let expected = [
        (day("2026-10-05"), Minutes { work: 45, own: 45, unsaid: 0 }),
        (day("2026-10-06"), Minutes { work: 0, own: 10, unsaid: 7 }),
    ];
    assert_eq!(found, expected);
    // Page by page, each once and in order.
    let mut seen = vec![];
    let mut place = None;
    loop {
        let some = entries(&mut conn, ines.id, place.as_ref(), 2).await.unwrap();
        let Some(last) = some.last() else { break };
        place = Some(last.place());
        seen.extend(some.iter().map(|entry| (entry.day().to_string(), entry.id)));
    }
    assert_eq!(seen.len(), 5);
    assert!(seen.is_sorted_by(|one, other| one > other), "{seen:?}");
}

#[tokio::test]
async fn what_was_done_here_is_suggested_once_and_counts_only_when_it_is_taken_over() {
    let site = Site::new().await;
    let (marta, _) = site.member_as("marta", Role::Organiser).await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let open = course(&site, &marta, "learning", &course_draft("Open learning")).await;
    put(&site, &open, ines.id, Part::Member).await;
    let week = modules::Draft::named(modules::Kind::Module, "Week one", None, None);
    let read = modules::ItemDraft {
        part: modules::Part::Read,
        core: true,
        follows: None,
        minutes: Some(20),
        title: "A chapter".into(),
        author: String::new(),
        address: String::new(),
        licence: String::new(),
        note: String::new(),
    };
    let made = async |tx: &mut Tx| {
        let id = modules::add(tx, &open, marta.id, &week).await?.unwrap();
        modules::open(tx, &open, id).await?;
        Ok(id)
    };
    let module = site.app.db.always(made).await.unwrap();
    let module = modules::in_course(&mut site.app.db.read().await.unwrap(), open.id, module).await.unwrap().unwrap();
    let item = site.app.db.always(async |tx| modules::add_item(tx, &module, &read).await).await.unwrap().unwrap();
    site.app.db.always(async |tx| modules::tick(tx, module.id, ines.id, item).await).await.unwrap();
    let post = site.post(&ines, "My week").await;
    site.comment(&ines, post, None, "And one more thing.").await;
    site.comment(&ines, post, None, "And another.").await;
    let zone = jiff::tz::TimeZone::UTC;
    let suggested = async |member| {
        let mut conn = site.app.db.read().await.unwrap();
        suggestions(&mut conn, member, site.app.now(), &zone).await.unwrap()
    };
    let found = suggested(ines.id).await;
    let mut said: Vec<_> =
        found.iter().map(|it| (it.draft.kind.word(), it.draft.title.as_str(), it.draft.minutes)).collect();
    said.sort_unstable();
    assert_eq!(said, [("discuss", "My week", None), ("read", "A chapter", Some(20)), ("write", "My week", None)]);
    assert!(suggested(bram.id).await.is_empty());
    assert_eq!(totals(&mut site.app.db.read().await.unwrap(), ines.id).await.unwrap().0, 0);
    // Two who press at once are one.
    let it = found.iter().find(|it| it.draft.kind == Kind::Read).unwrap();
    let origin = Origin { subject: Some(it.subject), suggested: Some(&it.key), timer: None };
    let first = site.app.db.change(async |tx| add(tx, ines.id, &it.draft, &origin).await).await.unwrap().unwrap();
    let again = site.app.db.change(async |tx| add(tx, ines.id, &it.draft, &origin).await).await.unwrap();
    assert_eq!(again, Err(NotKept::There));
    assert_eq!(suggested(ines.id).await.len(), 2);
    // What was removed again does not come back.
    site.app.db.always(async |tx| remove(tx, ines.id, first).await).await.unwrap();
    assert_eq!(suggested(ines.id).await.len(), 2);
}

#[tokio::test]
async fn a_timer_counts_by_the_servers_clock_and_is_lost_only_when_it_is_written_down() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let db = &site.app.db;
    db.always(async |tx| start(tx, ines.id, "Reading", None).await).await.unwrap();
    // A second press changes nothing.
    db.always(async |tx| start(tx, ines.id, "Something else", Some(Timestamp(1))).await).await.unwrap();
    let running = timer(&mut db.read().await.unwrap(), ines.id).await.unwrap().unwrap();
    assert_eq!((running.title.as_str(), running.stated, running.ended_at), ("Reading", false, None));
    db.always(async |tx| stop(tx, ines.id).await).await.unwrap();
    let stopped = timer(&mut db.read().await.unwrap(), ines.id).await.unwrap().unwrap();
    db.always(async |tx| stop(tx, ines.id).await).await.unwrap();
    let again = timer(&mut db.read().await.unwrap(), ines.id).await.unwrap().unwrap();
    assert_eq!(stopped.ended_at, again.ended_at);
    let draft = Draft { minutes: Some(stopped.minutes()), ..Draft::of(day("2026-10-05"), Kind::Read, "Reading") };
    let origin = Origin { timer: Some((&stopped, "Europe/Berlin")), ..Origin::default() };
    db.change(async |tx| add(tx, ines.id, &draft, &origin).await).await.unwrap().unwrap();
    assert!(timer(&mut db.read().await.unwrap(), ines.id).await.unwrap().is_none());
    let entry = entries(&mut db.read().await.unwrap(), ines.id, None, 1).await.unwrap().remove(0);
    assert_eq!(
        (entry.began_at, entry.ended_at, entry.zone.as_str()),
        (Some(stopped.began_at), stopped.ended_at, "Europe/Berlin")
    );
}

#[rstest]
#[case::nothing_written(false, 1)]
#[case::something_written(true, 0)]
#[tokio::test]
async fn whoever_asked_for_it_is_reminded_once_a_week_unless_they_wrote(#[case] wrote: bool, #[case] letters: usize) {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let zone = jiff::tz::TimeZone::UTC;
    let db = &site.app.db;
    let weekday = i64::from(Day::of(site.app.now(), &zone).0.weekday().to_monday_one_offset());
    db.always(async |tx| super::remind(tx, ines.id, Some(weekday), &zone).await).await.unwrap();
    remind_due(&site.app).await.unwrap();
    assert_eq!(site.letters().await.len(), 0);
    site.pass_minutes(8 * 24 * 60);
    if wrote {
        let draft = Draft::of(day("2026-10-05"), Kind::Read, "A chapter");
        db.change(async |tx| add(tx, ines.id, &draft, &Origin::default()).await).await.unwrap().unwrap();
    }
    remind_due(&site.app).await.unwrap();
    remind_due(&site.app).await.unwrap();
    assert_eq!(site.letters().await.len(), letters);
}
