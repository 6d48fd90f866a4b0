use icalendar::Component;
use jiff::tz::TimeZone;

use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{course, draft, essay, put},
        testing::{Client, Site},
    },
    course::{
        assignments,
        calendars::{self, Of},
        courses::{self, Course, Draft},
        modules::{self, Kind, Module},
        tribes::{self, Door},
    },
    ids::{ConversationId, MemberId},
    kit::local_time::LocalTime,
    people::{
        members::{Member, Role},
        pages::manage::member::{Words, remove},
    },
    run,
};

/// The address of a calendar, made on the page.
async fn address(client: &mut Client, of: &str) -> String {
    let made = client.post("/me/calendar", &[("of", of), ("do", "make")]).await;
    assert_eq!(made.location().as_deref(), Some("/me/calendar/?done=made"));
    let page = client.get("/me/calendar/").await;
    let form = format!("form:has([name=of][value='{of}']) input[type=url]");
    let url = page.attributes(&form, "value").pop().unwrap();
    url[url.find("/calendar/").unwrap()..].to_owned()
}

/// What stands at an address, and that a program can read it.
async fn feed(client: &mut Client, address: &str) -> String {
    let reply = client.get(address).await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.headers["content-type"], "text/calendar; charset=utf-8");
    reply.body.parse::<icalendar::Calendar>().unwrap();
    icalendar::parser::unfold(&reply.body)
}

/// The part of a calendar about one thing.
fn event<'a>(calendar: &'a str, uid: &str) -> &'a str {
    let found = calendar.split("BEGIN:VEVENT").find(|event| event.contains(uid));
    found.unwrap_or_else(|| panic!("no {uid} in {calendar}"))
}

fn sequence(calendar: &str, uid: &str) -> i64 {
    let read: icalendar::Calendar = calendar.parse().unwrap();
    let events = read.components.iter().filter_map(|component| component.as_event());
    let event = events.into_iter().find(|event| event.get_uid().is_some_and(|it| it.starts_with(uid))).unwrap();
    event.get_sequence().unwrap().into()
}

fn live(title: &str, at: &str) -> modules::Draft {
    modules::Draft {
        live: Some((at.parse().unwrap(), 60)),
        live_link: "https://meet.example.org/room".into(),
        ..modules::Draft::named(Kind::Module, title, None, None)
    }
}

async fn add(site: &Site, course: &Course, by: &Member, draft: &modules::Draft) -> ConversationId {
    site.app.db.change(async |tx| modules::add(tx, course, by.id, draft).await).await.unwrap().unwrap()
}

async fn module(site: &Site, course: &Course, id: ConversationId) -> Module {
    modules::in_course(&mut site.app.db.read().await.unwrap(), course.id, id).await.unwrap().unwrap()
}

async fn open(site: &Site, course: &Course, id: ConversationId) {
    site.app.db.always(async |tx| modules::open(tx, course, id).await).await.unwrap();
}

#[tokio::test]
async fn a_week_for_catching_up_is_the_same_seven_days_wherever_one_reads() {
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let (kai, mut kais) = site.member("kai").await;
    site.app
        .db
        .always(async |tx| {
            run!(tx, "update member set time_zone = 'Pacific/Honolulu' where id = $1", kai.id)?;
            Ok(())
        })
        .await
        .unwrap();
    let course = course(&site, &ines, "south", &Draft { time_zone: "Pacific/Auckland".into(), ..draft("South") }).await;
    put(&site, &course, kai.id, Part::Member).await;
    let opens = "2026-10-26T00:00".parse().unwrap();
    let week = modules::Draft::named(Kind::CatchUp, "Breathe", Some(opens), Some("2026-11-01".parse().unwrap()));
    let id = add(&site, &course, &ines, &week).await;

    let address = address(&mut kais, "").await;
    let calendar = feed(&mut site.stranger(), &address).await;
    let week = event(&calendar, &format!("module-{id}@"));
    assert!(week.contains("DTSTART;VALUE=DATE:20261026\r\nDTEND;VALUE=DATE:20261102\r\n"), "{week}");
    assert!(week.contains("SUMMARY:Breathe · South"), "{week}");
    assert!(event(&calendar, "course-begins").contains("DTSTART;VALUE=DATE:20260907\r\nDTEND;VALUE=DATE:20260908\r\n"));
    assert!(event(&calendar, "course-ends").contains("DTSTART;VALUE=DATE:20261129\r\nDTEND;VALUE=DATE:20261130\r\n"));
}

#[tokio::test]
async fn a_live_session_that_is_moved_and_then_cancelled_stays_the_same_one_and_says_so_for_weeks() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let course = course(&site, &ines, "live", &draft("Live")).await;
    let id = add(&site, &course, &ines, &live("Meet us", "2026-10-22T18:00")).await;
    open(&site, &course, id).await;
    let address = address(&mut teaches, &course.id.to_string()).await;
    let uid = format!("live-{id}");
    let before = feed(&mut teaches, &address).await;
    let first = event(&before, &uid);
    assert!(first.contains("DTSTART:20261022T160000Z\r\nDTEND:20261022T170000Z\r\n"), "{first}");
    assert!(first.contains("LOCATION:https://meet.example.org/room") && first.contains("STATUS:CONFIRMED"), "{first}");

    // A week later Berlin has other clocks; the session begins at the same hour.
    site.pass_minutes(10);
    let now = module(&site, &course, id).await;
    let moved = live("Meet us", "2026-10-29T18:00");
    site.app
        .db
        .change(async |tx| modules::edit(tx, &course, &now, now.edited_at, &moved).await)
        .await
        .unwrap()
        .unwrap();
    let after = feed(&mut teaches, &address).await;
    let second = event(&after, &uid);
    assert!(second.contains("DTSTART:20261029T170000Z"), "{second}");
    assert!(sequence(&after, &uid) > sequence(&before, &uid));
    let stamp = |event: &str| event.lines().find(|line| line.starts_with("DTSTAMP")).unwrap().to_owned();
    assert!(stamp(second) > stamp(first));

    site.pass_minutes(10);
    let manage = module(&site, &course, id).await.manage_url();
    // Twice is once.
    for _ in 0..2 {
        let done = teaches.post(&format!("{manage}live/cancel"), &[]).await;
        assert_eq!(done.location(), Some(format!("{manage}?done=live-cancelled")));
    }
    let cancelled = feed(&mut teaches, &address).await;
    let third = event(&cancelled, &uid);
    assert!(third.contains("STATUS:CANCELLED") && third.contains("SUMMARY:Cancelled: "), "{third}");
    assert!(!third.contains("meet.example.org"), "{third}");
    assert!(stamp(third) > stamp(second) && sequence(&cancelled, &uid) > sequence(&after, &uid));
    assert_eq!(sequence(&cancelled, &uid), sequence(&after, &uid) + 1);
    // A slip can be taken back, and that is another change.
    site.pass_minutes(10);
    teaches.post(&format!("{manage}live/restore"), &[]).await;
    let restored = feed(&mut teaches, &address).await;
    let fourth = event(&restored, &uid);
    assert!(fourth.contains("STATUS:CONFIRMED") && stamp(fourth) > stamp(third), "{fourth}");
    assert!(sequence(&restored, &uid) > sequence(&cancelled, &uid));
    teaches.post(&format!("{manage}live/cancel"), &[]).await;
    // The day it was to be is about eight weeks away; it says so for eight more.
    let days = |days: i64| days * 24 * 60;
    let until = (module(&site, &course, id).await.live_at.unwrap().0 - site.now().0) / 60_000;
    site.pass_minutes(until + days(55));
    let mut later = site.signed_in(ines.id).await;
    assert!(feed(&mut later, &address).await.contains("STATUS:CANCELLED"));
    site.pass_minutes(days(2));
    assert!(!feed(&mut later, &address).await.contains("STATUS:CANCELLED"));
}

#[tokio::test]
async fn an_address_that_was_replaced_or_ended_leads_nowhere_at_once_and_nobody_makes_one_up() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (_, mut strangers) = site.member("bram").await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    let number = course.id.to_string();
    let first = address(&mut teaches, &number).await;
    let all = address(&mut teaches, "").await;
    assert_ne!(first, all);
    let second = address(&mut teaches, &number).await;
    let mut program = site.stranger();
    assert_eq!(program.get(&first).await.status, 410);
    feed(&mut program, &second).await;
    feed(&mut program, &all).await;

    let ended = teaches.post("/me/calendar", &[("of", &number), ("do", "end")]).await;
    assert_eq!(ended.location().as_deref(), Some("/me/calendar/?done=ended"));
    assert_eq!(program.get(&second).await.status, 410);
    feed(&mut program, &all).await;

    for made_up in
        ["/calendar/x.ics", "/calendar/.ics", &all.replace(".ics", ""), &all.replacen("/calendar/", "/calendar/a", 1)]
    {
        assert_eq!(program.get(made_up).await.status, 404, "{made_up}");
    }
    // Whoever is not in a course makes no address for it.
    for of in [number.as_str(), "0", "1", "-5", "x"] {
        assert_eq!(strangers.post("/me/calendar", &[("of", of), ("do", "make")]).await.status, 404, "{of}");
    }
    assert_eq!(strangers.post("/me/calendar", &[("do", "eat")]).await.status, 404);
}

#[tokio::test]
async fn a_calendar_tells_only_what_its_owner_may_know_now() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Organiser).await;
    let (bram, mut brams) = site.member("bram").await;
    let quiet = course(&site, &ines, "quiet", &Draft { titles_ahead: false, ..draft("Quiet") }).await;
    let told = course(&site, &ines, "told", &draft("Told")).await;
    for course in [&quiet, &told] {
        put(&site, course, bram.id, Part::Member).await;
        add(&site, course, &ines, &live("Not yet", "2026-10-22T18:00")).await;
    }
    let opened = add(&site, &quiet, &ines, &live("Here now", "2026-10-23T18:00")).await;
    open(&site, &quiet, opened).await;
    let (of_bram, of_ines) = (address(&mut brams, "").await, address(&mut teaches, "").await);
    let mut program = site.stranger();

    let calendar = feed(&mut program, &of_bram).await;
    assert!(calendar.contains("Here now · Quiet") && !calendar.contains("Not yet · Quiet"), "{calendar}");
    let ahead = event(&calendar, "Not yet · Told");
    assert!(!ahead.contains("meet.example.org") && !ahead.contains("URL:"), "{ahead}");
    assert!(event(&calendar, "Here now").contains("URL:"), "{calendar}");
    // Those who lead a course see all of it, also one that they prepare.
    let preparing = draft("Prepared");
    let began = site.app.db.change(async |tx| courses::begin(tx, &ines, "prepared", &preparing, None).await).await;
    began.unwrap().unwrap();
    let calendar = feed(&mut program, &of_ines).await;
    assert!(calendar.contains("Not yet · Quiet") && calendar.contains("Prepared"), "{calendar}");

    // Nothing of a course that one left, and nothing at all for whoever may not sign in.
    brams.post("/courses/told/leave", &[]).await;
    let calendar = feed(&mut program, &of_bram).await;
    assert!(!calendar.contains("Told") && calendar.contains("Quiet"), "{calendar}");
    brams.post("/courses/quiet/leave", &[]).await;
    let calendar = feed(&mut program, &of_bram).await;
    assert!(!calendar.contains("VEVENT"), "{calendar}");
    site.app
        .db
        .always(async |tx| crate::people::members::suspend(tx, &ines, bram.id, "").await)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(program.get(&of_bram).await.status, 404);
}

#[tokio::test]
async fn when_a_module_opens_stands_there_as_planned_and_not_before_it_may_be_known() {
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Organiser).await;
    let (bram, mut brams) = site.member("bram").await;
    let told = course(&site, &ines, "told", &draft("Told")).await;
    let quiet = course(&site, &ines, "quiet", &Draft { titles_ahead: false, ..draft("Quiet") }).await;
    let opens = Some("2026-10-26T09:00".parse().unwrap());
    let mut ids = vec![];
    for course in [&told, &quiet] {
        put(&site, course, bram.id, Part::Member).await;
        ids.push(add(&site, course, &ines, &modules::Draft::named(Kind::Module, "Letters", opens, None)).await);
    }
    let address = address(&mut brams, "").await;
    let mut program = site.stranger();
    let before = feed(&mut program, &address).await;
    let uid = format!("opening-{}@", ids[0]);
    // Nine o'clock in Berlin, where clocks went back the day before.
    assert!(event(&before, &uid).contains("DTSTART:20261026T080000Z"), "{before}");
    assert!(event(&before, &uid).contains("SUMMARY:Opens: Letters · Told") && !event(&before, &uid).contains("URL:"));
    assert!(!before.contains(&format!("opening-{}@", ids[1])) && !before.contains("Letters · Quiet"), "{before}");

    // Opened by hand a little earlier: that is when it opened, and now its page can be told.
    site.pass_minutes(10);
    open(&site, &told, ids[0]).await;
    let after = feed(&mut program, &address).await;
    assert!(!event(&after, &uid).contains("DTSTART:20261026T080000Z"), "{after}");
    assert!(event(&after, &uid).contains("URL:"), "{after}");
    assert!(sequence(&after, &uid) > sequence(&before, &uid));
}

#[tokio::test]
async fn what_changes_with_a_course_or_by_opening_is_changed_for_programs_too() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let before = course(&site, &ines, "moves", &draft("Moves")).await;
    put(&site, &before, bram.id, Part::Member).await;
    let id = add(&site, &before, &ines, &live("Meet us", "2026-10-22T18:00")).await;
    let address = address(&mut brams, "").await;
    let mut program = site.stranger();
    let uid = format!("live-{id}@");
    let stamp = |calendar: &str| {
        let event = event(calendar, &uid);
        event.lines().find(|line| line.starts_with("LAST-MODIFIED")).unwrap().to_owned()
    };
    let closed = feed(&mut program, &address).await;
    site.pass_minutes(10);
    open(&site, &before, id).await;
    let opened = feed(&mut program, &address).await;
    assert!(event(&opened, &uid).contains("LOCATION:https") && stamp(&opened) > stamp(&closed), "{opened}");

    // The course moves to another zone: six in the evening is at another moment.
    site.pass_minutes(10);
    let page = teaches.get(&format!("{}manage/", before.url())).await;
    let seen = page.attributes("[name=edited]", "value").pop().unwrap_or_default();
    let there = [
        ("title", "Moves"),
        ("starts", "2026-09-07"),
        ("ends", "2026-11-29"),
        ("zone", "America/New_York"),
        ("language", "en"),
        ("joining", "open"),
        ("audience", "circle"),
        ("titles", "1"),
        ("edited", &seen),
        ("sure", "1"),
    ];
    let saved = teaches.post(&format!("{}manage/", before.url()), &there).await;
    assert_eq!(saved.status, 303, "{}", saved.text("main"));
    let moved = feed(&mut program, &address).await;
    assert!(event(&moved, &uid).contains("DTSTART:20261022T220000Z"), "{moved}");
    assert_eq!(sequence(&moved, &uid), sequence(&opened, &uid) + 1);
    assert!(stamp(&moved) > stamp(&opened), "{moved}");
}

#[tokio::test]
async fn who_has_what_is_there_is_told_that_nothing_is_new() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let course = course(&site, &ines, "again", &draft("Again")).await;
    let address = address(&mut teaches, "").await;
    let first = site.stranger().get(&address).await;
    let tag = first.headers["etag"].to_str().unwrap().to_owned();
    // Nothing in it says when it was asked for.
    site.pass_minutes(90);
    let again = site.stranger().with_header("if-none-match", &tag).get(&address).await;
    assert_eq!((again.status.as_u16(), again.body.as_str()), (304, ""));
    add(&site, &course, &ines, &live("Meet us", "2026-10-22T18:00")).await;
    let news = site.stranger().with_header("if-none-match", &tag).get(&address).await;
    assert_eq!(news.status, 200);
    assert!(news.body.contains("Meet us"), "{}", news.body);
}

#[tokio::test]
async fn an_address_of_what_one_has_left_holds_nothing_and_can_still_be_ended() {
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Organiser).await;
    let (bram, mut brams) = site.member("bram").await;
    let course = course(&site, &ines, "secret", &draft("Secret plans")).await;
    put(&site, &course, bram.id, Part::Member).await;
    let number = course.id.to_string();
    let address = address(&mut brams, &number).await;
    brams.post("/courses/secret/leave", &[]).await;
    let calendar = feed(&mut site.stranger(), &address).await;
    assert!(!calendar.contains("VEVENT") && !calendar.contains("Secret plans"), "{calendar}");
    assert!(calendar.contains("NAME:A course or tribe you are no longer in"), "{calendar}");
    let page = brams.get("/me/calendar/").await;
    let buttons = page.attributes(&format!("form:has([name=of][value='{number}']) button"), "value");
    assert_eq!(buttons, ["end"], "{}", page.text("main"));
    brams.post("/me/calendar", &[("of", &number), ("do", "end")]).await;
    assert_eq!(site.stranger().get(&address).await.status, 410);
    assert_eq!(brams.get("/me/calendar/").await.count(&format!("[name=of][value='{number}']")), 0);
}

#[tokio::test]
async fn the_addresses_of_an_account_that_ended_are_gone() {
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Organiser).await;
    let (bram, mut brams) = site.member("bram").await;
    let address = address(&mut brams, "").await;
    remove(&site.app, &ines, &bram, Words::Stay).await.unwrap().unwrap();
    assert_eq!(site.stranger().get(&address).await.status, 410);
    assert_eq!(calendars::own(&mut site.app.db.read().await.unwrap(), bram.id).await.unwrap(), []);
}

#[tokio::test]
async fn the_page_tells_what_is_ahead_where_the_reader_is() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Organiser).await;
    let (bram, _) = site.member("bram").await;
    site.app
        .db
        .always(async |tx| {
            run!(tx, "update member set time_zone = 'Pacific/Honolulu' where id = $1", bram.id)?;
            Ok(())
        })
        .await
        .unwrap();
    let mut brams = site.signed_in(bram.id).await;
    assert!(brams.get("/me/calendar/").await.text("main").contains("You are not in a course or tribe yet"));

    let now = LocalTime::of(site.now(), &TimeZone::UTC);
    let south = Draft {
        time_zone: "Pacific/Auckland".into(),
        starts_on: now.day().plus_days(-30),
        ends_on: now.day().plus_days(60),
        ..draft("South")
    };
    let course = course(&site, &ines, "south", &south).await;
    put(&site, &course, bram.id, Part::Member).await;
    let at = |days: i64| now.day().plus_days(days).at(9, 0);
    let named = |kind, title: &str, days| modules::Draft::named(kind, title, Some(at(days)), None);
    add(&site, &course, &ines, &named(Kind::Module, "Long ago", -20)).await;
    // It began days ago and is not over.
    add(&site, &course, &ines, &named(Kind::CatchUp, "Breathe", -2)).await;
    let meet = add(&site, &course, &ines, &live("Meet us", &at(20).to_string())).await;
    open(&site, &course, meet).await;
    add(&site, &course, &ines, &named(Kind::Module, "Letters", 10)).await;

    let page = brams.get("/me/calendar/").await;
    let dates = page.texts(".dates .what");
    assert_eq!(
        dates,
        ["Breathe · South", "Opens: Letters · South", "Live session: Meet us · South", "Last day: South"],
        "{}",
        page.text("main")
    );
    // Nine in the morning in Auckland is the day before in Honolulu, and says so.
    let times = page.texts(".dates time");
    assert!(times[2].contains("(Pacific/Honolulu)"), "{times:?}");
    assert!(!times[0].contains("Honolulu"), "a day is the same everywhere: {times:?}");
    assert_eq!(page.attributes(".dates a", "href"), ["/courses/south/meet-us/", "/courses/south/"]);

    teaches.post(&format!("{}live/cancel", module(&site, &course, meet).await.manage_url()), &[]).await;
    assert_eq!(brams.get("/me/calendar/").await.text(".dates .is-cancelled .label"), "Cancelled");
    brams.post("/courses/south/leave", &[]).await;
    assert_eq!(brams.get("/me/calendar/").await.count(".dates"), 0);
}

#[tokio::test]
async fn until_when_reviews_are_given_stands_there_if_that_was_said() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let course = course(&site, &ines, "berlin", &draft("Berlin")).await;
    let closes = Some("2026-11-05T18:00".parse().unwrap());
    for (title, closes, reviews) in [("Said", closes, 2), ("Unsaid", None, 2), ("Unreviewed", closes, 0)] {
        let task = assignments::Draft { title: title.into(), closes, reviews, ..essay() };
        let added = site.app.db.change(async |tx| assignments::add(tx, &course, ines.id, &task).await).await;
        added.unwrap().unwrap();
    }
    let address = address(&mut teaches, "").await;
    let calendar = feed(&mut site.stranger(), &address).await;
    assert_eq!(calendar.matches("UID:reviews-").count(), 1, "{calendar}");
    let until = event(&calendar, "Reviews until: Said · Berlin");
    assert!(until.contains("DTSTART:20261105T170000Z"), "{until}");
}

#[tokio::test]
async fn whoever_asks_twice_at_once_has_one_address() {
    let site = Site::new().await;
    let (bram, _) = site.member("bram").await;
    let make =
        async |of: MemberId| site.app.db.always(async |tx| calendars::make(tx, of, Of::All).await).await.unwrap();
    futures_util::future::join_all((0..8).map(|_| make(bram.id))).await;
    assert_eq!(calendars::own(&mut site.app.db.read().await.unwrap(), bram.id).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_calendar_speaks_the_language_of_its_owner() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    course(&site, &ines, "lernen", &draft("Offenes Lernen")).await;
    site.app
        .db
        .always(async |tx| {
            run!(tx, "update member set language = 'de' where id = $1", ines.id)?;
            Ok(())
        })
        .await
        .unwrap();
    let address = address(&mut teaches, "").await;
    let calendar = feed(&mut site.stranger(), &address).await;
    assert!(calendar.contains("SUMMARY:Erster Tag: Offenes Lernen"), "{calendar}");
    assert!(calendar.contains("NAME:Alle meine Termine"), "{calendar}");
}

#[tokio::test]
async fn what_is_due_stands_in_the_calendar_of_whoever_it_is_due_for_at_their_own_time() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let (tom, mut toms) = site.member("tom").await;
    let course = course(&site, &ines, "berlin", &draft("Berlin")).await;
    for member in [bram.id, tom.id] {
        put(&site, &course, member, Part::Member).await;
    }
    let task = assignments::Draft { due: Some("2026-10-22T18:00".parse().unwrap()), ..essay() };
    let id = site.app.db.change(async |tx| assignments::add(tx, &course, ines.id, &task).await).await.unwrap().unwrap();
    let (of_bram, of_tom) = (address(&mut brams, "").await, address(&mut toms, "").await);
    let uid = format!("assignment-{id}@");
    assert!(!feed(&mut site.stranger(), &of_bram).await.contains(&uid), "nothing is told before it opens");
    site.app.db.always(async |tx| assignments::open(tx, &course, id).await).await.unwrap();
    let before = feed(&mut site.stranger(), &of_tom).await;
    let extend = "/courses/berlin/assignments/your-week/extensions";
    site.pass_minutes(5);
    assert_eq!(teaches.post(extend, &[("handle", "tom"), ("days", "7")]).await.status, 303);
    let calendar = feed(&mut site.stranger(), &of_bram).await;
    assert!(event(&calendar, &uid).contains("DTSTART:20261022T160000Z"), "{calendar}");
    let calendar = feed(&mut site.stranger(), &of_tom).await;
    // Berlin puts its clocks back in between.
    assert!(event(&calendar, &uid).contains("DTSTART:20261029T170000Z"), "{calendar}");
    assert!(sequence(&calendar, &uid) > sequence(&before, &uid));
}

#[tokio::test]
async fn when_a_tribe_meets_is_told_to_those_in_it_alone() {
    let site = Site::new().await;
    let (bram, mut brams) = site.member("bram").await;
    let (_, mut toms) = site.member("tom").await;
    let tribe = site.tribe(&bram, "Under the stairs", Door::Hidden).await;
    let plan = [("title", "A walk"), ("starts", "2099-10-22T18:00"), ("minutes", "90"), ("place", "The quay, left")];
    assert_eq!(brams.post(&format!("{}gatherings/new", tribe.url()), &plan).await.status, 303);
    let (of_bram, of_tom) = (address(&mut brams, "").await, address(&mut toms, "").await);
    let of_tribe = address(&mut brams, &tribe.id.to_string()).await;
    for address in [&of_bram, &of_tribe] {
        let calendar = feed(&mut site.stranger(), address).await;
        let meeting = event(&calendar, "gathering-");
        assert!(meeting.contains("SUMMARY:A walk · Under the stairs"), "{meeting}");
        assert!(meeting.contains("LOCATION:The quay\\, left"), "{meeting}");
    }
    assert!(!feed(&mut site.stranger(), &of_tom).await.contains("Under the stairs"));
    assert!(!toms.get("/me/calendar/").await.body.contains("Under the stairs"));
    let number = tribe.id.to_string();
    assert_eq!(toms.post("/me/calendar", &[("of", &number), ("do", "make")]).await.status, 404);
    // Who leads it hands it over and leaves: the address stays, and holds nothing of it.
    let (una, _) = site.member("una").await;
    site.come_in(&tribe, &una).await;
    let handed =
        site.app.db.always(async |tx| crate::audiences::circles::hand_over(tx, tribe.id, bram.id, una.id).await);
    assert!(handed.await.unwrap());
    site.app.db.always(async |tx| tribes::leave(tx, tribe.id, bram.id).await).await.unwrap().unwrap();
    for address in [&of_bram, &of_tribe] {
        let calendar = feed(&mut site.stranger(), address).await;
        assert!(!calendar.contains("Under the stairs") && !calendar.contains("A walk"), "{calendar}");
    }
}
