//! What is there for a body, in the database.

use super::{Mapping, Period, Profile, Scheme, Sums, change, counted, days, find, heaps, map, pick, rules, unmap};
use crate::{
    checks::testing::Site,
    evidence::log::{self, Draft, Kind},
    ids::{MemberId, RowId},
    kit::local_time::Day,
    run,
};

fn day(day: &str) -> Day {
    day.parse().unwrap()
}

fn year() -> Period {
    Period { from: day("2026-01-01"), until: day("2026-12-31") }
}

async fn picked(site: &Site, member: MemberId, word: &str) -> super::Pick {
    let db = &site.app.db;
    let profile = find(&mut db.read().await.unwrap(), word).await.unwrap().expect("it is there");
    let id = db.change(async |tx| pick(tx, member, &profile, None).await).await.unwrap().expect("it is offered");
    super::find_pick(&mut db.read().await.unwrap(), member, id).await.unwrap().expect("it was picked")
}

async fn sums(site: &Site, pick: &super::Pick) -> Sums {
    let heaps = heaps(&mut site.app.db.read().await.unwrap(), pick, year()).await.unwrap();
    rules::sums(&pick.profile.scheme(), &heaps)
}

async fn written(site: &Site, member: MemberId, draft: &Draft) -> RowId {
    let db = &site.app.db;
    db.change(async |tx| log::add(tx, member, draft, &log::Origin::default()).await).await.unwrap().expect("it is kept")
}

#[tokio::test]
async fn entries_belong_where_they_say_or_where_their_owner_says_and_one_serves_two_bodies() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let db = &site.app.db;
    let entry = |on: &str, minutes, kind, address: &str| Draft {
        minutes,
        address: address.into(),
        ..Draft::of(day(on), kind, "A chapter")
    };
    written(&site, ines.id, &entry("2026-02-01", Some(90), Kind::Course, "https://example.org/")).await;
    let read = written(&site, ines.id, &entry("2026-03-01", Some(30), Kind::Read, "")).await;
    written(&site, ines.id, &entry("2026-03-02", None, Kind::Read, "")).await;
    written(&site, ines.id, &entry("2025-12-31", Some(600), Kind::Read, "")).await;
    written(&site, bram.id, &entry("2026-03-02", Some(600), Kind::Read, "")).await;
    let (acca, nesa) = (picked(&site, ines.id, "acca").await, picked(&site, ines.id, "nesa").await);
    let there = sums(&site, &acca).await;
    assert_eq!((there.all.entries, there.all.minutes, there.untimed, there.unproven), (3, 120, 1, 2));
    assert_eq!(there.lists[0].iter().map(|it| it.minutes).collect::<Vec<_>>(), [90, 30]);
    let said = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect());
    let mapping = Mapping { counts: true, said: [said(&["Verifiable"]), None, None], proof: "In my folder".into() };
    db.always(async |tx| map(tx, &acca, read, &mapping).await).await.unwrap();
    let there = sums(&site, &acca).await;
    assert_eq!((there.unproven, there.lists[0][0].minutes, there.lists[0][1].minutes), (1, 120, 0));
    // The other body knows nothing of it.
    let other = sums(&site, &nesa).await;
    assert_eq!((other.all.minutes, other.unproven, other.none[1].entries), (120, 2, 3));
    let standards = Mapping {
        counts: true,
        said: [None, said(&["6 Professional learning", "4 Learning environments"]), None],
        ..Mapping::default()
    };
    db.always(async |tx| map(tx, &nesa, read, &standards).await).await.unwrap();
    let other = sums(&site, &nesa).await;
    assert_eq!((other.all.minutes, other.lists[1][3].minutes, other.lists[1][5].minutes), (120, 30, 30));
    // Left out, it is there no more; said nothing, it is again.
    db.always(async |tx| map(tx, &acca, read, &Mapping::default()).await).await.unwrap();
    assert_eq!(sums(&site, &acca).await.all.minutes, 90);
    let listed = counted(&mut db.read().await.unwrap(), &acca, year()).await.unwrap();
    assert_eq!(listed.len(), 2);
    db.always(async |tx| unmap(tx, &acca, read).await).await.unwrap();
    assert_eq!(sums(&site, &acca).await.all.minutes, 120);
    // Nobody says anything of somebody else's entries.
    let foreign = picked(&site, bram.id, "acca").await;
    db.always(async |tx| map(tx, &foreign, read, &mapping).await).await.unwrap();
    assert_eq!(sums(&site, &foreign).await.all.minutes, 600);
}

#[tokio::test]
async fn only_chosen_entries_count_for_whoever_wants_it_so() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let db = &site.app.db;
    let draft = |title: &str| Draft { minutes: Some(10), ..Draft::of(day("2026-03-01"), Kind::Read, title) };
    let one = written(&site, ines.id, &draft("One")).await;
    let long = Draft { until: Some(day("2026-04-10")), ..draft("Two") };
    written(&site, ines.id, &long).await;
    let own = picked(&site, ines.id, "lianza").await;
    let mut conn = db.read().await.unwrap();
    assert_eq!(days(&mut conn, &own, year()).await.unwrap(), [(day("2026-03-01"), day("2026-04-10"))]);
    drop(conn);
    db.always(async |tx| super::settle(tx, &own, Some(day("2026-01-01")), true).await).await.unwrap();
    let own = super::find_pick(&mut db.read().await.unwrap(), ines.id, own.id).await.unwrap().unwrap();
    assert_eq!((sums(&site, &own).await.all.entries, own.begins), (0, Some(day("2026-01-01"))));
    db.always(async |tx| map(tx, &own, one, &Mapping { counts: true, ..Mapping::default() }).await).await.unwrap();
    assert_eq!(sums(&site, &own).await.all.entries, 1);
}

#[tokio::test]
async fn what_organisers_change_stays_theirs_and_what_members_said_goes_along() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let db = &site.app.db;
    let read = written(&site, ines.id, &Draft::of(day("2026-03-01"), Kind::Read, "A chapter")).await;
    let own = picked(&site, ines.id, "engineers-australia").await;
    assert_eq!(own.profile.changed_at, None);
    let said = Some(vec!["Risk management".to_owned()]);
    let mapping = Mapping { counts: true, said: [None, said, None], proof: String::new() };
    db.always(async |tx| map(tx, &own, read, &mapping).await).await.unwrap();
    let mut sheet = own.profile.sheet.clone();
    sheet.list2 = sheet.list2.replace("Risk management;", "Managing risk;");
    sheet.least = "120".into();
    assert!(db.always(async |tx| change(tx, &own.profile, own.profile.edited_at, &sheet).await).await.unwrap());
    // Whoever has it open from before changes nothing.
    assert!(!db.always(async |tx| change(tx, &own.profile, own.profile.edited_at, &sheet).await).await.unwrap());
    let own = super::find_pick(&mut db.read().await.unwrap(), ines.id, own.id).await.unwrap().unwrap();
    assert_eq!((own.profile.sheet.least.as_str(), own.profile.is_behind()), ("120", false));
    let there = sums(&site, &own).await;
    assert_eq!((there.lists[1][1].entries, there.lost), (1, 0));
    // It is retired, and whoever picked it keeps it; nobody else can pick it.
    db.always(async |tx| super::retire(tx, &own.profile).await).await.unwrap();
    let (bram, _) = site.member("bram").await;
    let profile: Profile = find(&mut db.read().await.unwrap(), "engineers-australia").await.unwrap().unwrap();
    let again = db.change(async |tx| pick(tx, bram.id, &profile, None).await).await.unwrap();
    assert_eq!(again, Err(super::NotPicked::Retired));
    let kept = super::picks(&mut db.read().await.unwrap(), ines.id).await.unwrap();
    let scheme: Scheme = kept[0].profile.scheme();
    assert_eq!((kept.len(), scheme.bounds.least), (1, Some(rules::Figure::Amount(12_000))));
    db.always(async |tx| super::follow_default(tx, &profile).await).await.unwrap();
    let back = find(&mut db.read().await.unwrap(), "engineers-australia").await.unwrap().unwrap();
    assert_eq!((back.sheet.least.as_str(), back.changed_at, back.picks), ("150", None, 1));
}

/// In a log of ten years and 20,000 entries the sum is there before anybody notices; here with what slows it down: checks
/// of the compiler, and other tests beside it.
#[tokio::test]
async fn ten_years_are_added_up_at_once() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let db = &site.app.db;
    let sql = "with recursive n(i) as (select 0 union all select i + 1 from n where i < 19999)
               insert into log_entry (id, member, day, minutes, kind, zone, stated, edited_at, title, provider, address,
                                      why, learned, applied)
               select 1000000 + i, $1, '20' || (16 + i % 10) || '-0' || (1 + i % 9) || '-1' || (i % 10), i % 90,
                      case i % 3 when 0 then 'read' when 1 then 'course' else 'event' end, 'UTC', false, 0, 'An entry',
                      '', case i % 2 when 0 then '' else 'https://example.org/' end, '', $2, '' from n";
    let learned = "What was learned. ".repeat(30);
    db.always(async |tx| Ok(run!(tx, sql, ines.id, &learned)?)).await.unwrap();
    let own = picked(&site, ines.id, "engineers-australia").await;
    let period = Period { from: day("2016-01-01"), until: day("2025-12-31") };
    let minutes: i64 = (0..20_000).map(|n| n % 90).sum();
    let mut conn = db.read().await.unwrap();
    let mut fastest = std::time::Duration::MAX;
    for _ in 0..5 {
        let began = std::time::Instant::now();
        let all = rules::sums(&own.profile.scheme(), &heaps(&mut conn, &own, period).await.unwrap()).all;
        fastest = fastest.min(began.elapsed());
        assert_eq!((all.entries, all.minutes), (20_000, minutes));
    }
    println!("added up in {fastest:?}");
    assert!(fastest.as_millis() < 500, "{fastest:?}");
}
