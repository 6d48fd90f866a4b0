use super::{Draft, ItemDraft, Kind, Module, Part, Way, add, add_item, items, next, plan, rules, shift, store, tick};
use crate::{
    audiences::circles::Part as As,
    checks::{
        access_courses::{course, draft, put},
        testing::Site,
    },
    course::{
        courses::{self, Course, Standing},
        modules,
    },
    ids::{Clock, ConversationId, Timestamp},
    kit::{
        db::{Db, Location},
        local_time::LocalTime,
    },
    people::members::{Member, Role},
    talk::{conversations, posts::Audience},
};

fn thing(title: &str) -> ItemDraft {
    ItemDraft {
        part: Part::Read,
        core: true,
        follows: None,
        minutes: Some(15),
        title: title.into(),
        author: String::new(),
        address: "https://example.org/".into(),
        licence: String::new(),
        note: String::new(),
    }
}

fn named(title: &str, opens: Option<LocalTime>) -> Draft {
    Draft::named(Kind::Module, title, opens, None)
}

async fn module(site: &Site, course: &Course, by: &Member, draft: &Draft) -> Module {
    let id = site.app.db.change(async |tx| add(tx, course, by.id, draft).await).await.unwrap().unwrap();
    one(site, course, id).await
}

async fn one(site: &Site, course: &Course, id: ConversationId) -> Module {
    modules::in_course(&mut site.app.db.read().await.unwrap(), course.id, id).await.unwrap().unwrap()
}

fn utc(text: &str) -> Timestamp {
    Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_millisecond())
}

#[tokio::test]
async fn a_module_opens_at_its_hour_in_the_courses_zone_and_those_who_follow_the_course_are_told() {
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    put(&site, &course, bram.id, As::Member).await;
    let now = LocalTime::of(site.now(), &course.zone());
    let soon: LocalTime = LocalTime::of(site.now().plus_minutes(120), &course.zone());
    assert!(soon > now);
    let week = module(&site, &course, &ines, &named("Week one", Some(soon))).await;
    assert_eq!(week.opens_at, Some(soon.moment(&course.zone())));
    modules::open_due(&site.app).await.unwrap();
    assert_eq!(brams.get("/courses/open/week-one/").await.status, 404);
    site.pass_minutes(121);
    modules::open_due(&site.app).await.unwrap();
    assert_eq!(brams.get("/courses/open/week-one/").await.status, 200);
    assert_eq!(one(&site, &course, week.id).await.opened_at, Some(site.now()));
    assert_eq!(site.stranger().get("/courses/open/week-one/").await.status, 404);
}

#[tokio::test]
async fn nothing_that_has_opened_closes_because_a_date_was_corrected() {
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    put(&site, &course, bram.id, As::Member).await;
    let week = module(&site, &course, &ines, &named("Week one", None)).await;
    site.app.db.always(async |tx| modules::open(tx, &course, week.id).await).await.unwrap();
    let later = Draft { opens: Some("2027-05-03T09:00".parse().unwrap()), ..named("Week one, corrected", None) };
    let now = one(&site, &course, week.id).await;
    site.app
        .db
        .change(async |tx| modules::edit(tx, &course, &now, now.edited_at, &later).await)
        .await
        .unwrap()
        .unwrap();
    let page = brams.get("/courses/open/week-one/").await;
    assert_eq!((page.status.as_u16(), page.text("h1")), (200, "Week one, corrected".into()));
}

#[tokio::test]
async fn the_plan_names_what_has_not_opened_only_where_the_course_shows_titles() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    for (address, titles_ahead) in [("told", true), ("untold", false)] {
        let course = course(&site, &ines, address, &courses::Draft { titles_ahead, ..draft("Course") }).await;
        put(&site, &course, bram.id, As::Member).await;
        module(&site, &course, &ines, &named("A surprise", Some("2027-01-04T09:00".parse().unwrap()))).await;
        assert_eq!(brams.get(&format!("/courses/{address}/")).await.body.contains("A surprise"), titles_ahead);
        assert!(teaches.get(&format!("/courses/{address}/")).await.body.contains("A surprise"));
        assert_eq!(brams.get(&format!("/courses/{address}/a-surprise/")).await.status, 404);
        assert_eq!(teaches.get(&format!("/courses/{address}/a-surprise/")).await.status, 200);
    }
}

#[tokio::test]
async fn an_item_is_done_by_a_tick_or_by_what_it_follows_from() {
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let (bram, _) = site.member("bram").await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    put(&site, &course, bram.id, As::Member).await;
    let week = module(&site, &course, &ines, &named("Week one", None)).await;
    let follows = |title, follows| ItemDraft { follows: Some(follows), ..thing(title) };
    let drafts = [thing("Read it"), follows("Write", "post"), follows("Answer", "comment")];
    for item in &drafts {
        assert!(site.app.db.always(async |tx| add_item(tx, &week, item).await).await.unwrap().is_some());
    }
    site.app.db.always(async |tx| modules::open(tx, &course, week.id).await).await.unwrap();
    let list = async || items(&mut site.app.db.read().await.unwrap(), week.id, Some(bram.id)).await.unwrap();
    let done = async || list().await.iter().map(|item| item.is_done).collect::<Vec<_>>();
    assert_eq!(done().await, [false; 3]);
    let standing = Standing { part: Some(As::Member), organises: false };
    let next_title =
        async || next(&mut site.app.db.read().await.unwrap(), course.id, bram.id).await.unwrap().map(|next| next.title);
    assert_eq!(next_title().await.as_deref(), Some("Read it"));
    let first = list().await[0].id;
    // Twice is once, and what follows from something is not ticked.
    for _ in 0..2 {
        assert!(site.app.db.always(async |tx| tick(tx, week.id, bram.id, first).await).await.unwrap());
    }
    let second = list().await[1].id;
    assert!(!site.app.db.always(async |tx| tick(tx, week.id, bram.id, second).await).await.unwrap());
    // What is for the course, and for none of its modules, does none of this.
    let aside = site.post_for(&bram, "By the way", Audience::Circle(course.id)).await;
    site.app.db.always(async |tx| conversations::assign(tx, aside.into(), Some(course.id), None).await).await.unwrap();
    assert_eq!(done().await, [true, false, false]);
    assert_eq!(next_title().await.as_deref(), Some("Write"));
    let post = site.post_for(&bram, "My week", Audience::Circle(course.id)).await;
    site.app
        .db
        .always(async |tx| conversations::assign(tx, post.into(), Some(course.id), Some(week.id)).await)
        .await
        .unwrap();
    assert_eq!(done().await, [true, true, false]);
    site.comment(&bram, crate::ids::PostId(week.id.0), None, "I wonder").await;
    assert_eq!(done().await, [true; 3]);
    assert_eq!(next_title().await, None);
    let planned = plan(&mut site.app.db.read().await.unwrap(), &course, standing, Some(bram.id)).await.unwrap();
    assert_eq!((planned[0].core, planned[0].done, planned[0].minutes), (3, 3, 0));
}

#[tokio::test]
async fn modules_and_items_move_by_one_place() {
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    let mut made = vec![];
    for title in ["One", "Two", "Three", "Manage"] {
        made.push(module(&site, &course, &ines, &named(title, None)).await);
    }
    // A module takes no address of the course's own.
    assert_eq!(made[3].slug, "manage-2");
    let titles = async || {
        let all = modules::all(&mut site.app.db.read().await.unwrap(), course.id).await.unwrap();
        all.into_iter().map(|module| module.title).collect::<Vec<_>>()
    };
    let moved = async |at: usize, way| {
        site.app.db.always(async |tx| shift(tx, course.id, made[at].id, way).await).await.unwrap();
    };
    moved(2, Way::Up).await;
    assert_eq!(titles().await, ["One", "Three", "Two", "Manage"]);
    moved(0, Way::Up).await;
    moved(3, Way::Down).await;
    assert_eq!(titles().await, ["One", "Three", "Two", "Manage"]);
    let week = &made[0];
    for title in ["a", "b"] {
        site.app.db.always(async |tx| add_item(tx, week, &thing(title)).await).await.unwrap();
    }
    let list = async || items(&mut site.app.db.read().await.unwrap(), week.id, None).await.unwrap();
    let last = list().await[1].id;
    site.app.db.always(async |tx| modules::shift_item(tx, week, last, Way::Up).await).await.unwrap();
    assert_eq!(list().await.iter().map(|item| item.title.clone()).collect::<Vec<_>>(), ["b", "a"]);
    assert!(rules::RESERVED.contains(&"manage"));
}

#[tokio::test]
async fn another_run_keeps_the_hour_across_the_change_of_clocks_and_takes_nobody_along() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, _) = site.member("bram").await;
    let of_2026 = courses::Draft {
        time_zone: "America/Chicago".into(),
        starts_on: "2026-01-12".parse().unwrap(),
        ends_on: "2026-02-22".parse().unwrap(),
        ..draft("Open")
    };
    let course = course(&site, &ines, "open", &of_2026).await;
    put(&site, &course, bram.id, As::Member).await;
    let week = Draft {
        live: Some(("2026-01-18T23:59".parse().unwrap(), 60)),
        ..named("Week one", Some("2026-01-12T09:00".parse().unwrap()))
    };
    let week = module(&site, &course, &ines, &week).await;
    site.app.db.always(async |tx| add_item(tx, &week, &thing("Read it")).await).await.unwrap();
    let form = [("title", "Open again"), ("address", "open-again"), ("starts", "2026-03-09"), ("sure", "1")];
    assert_eq!(
        teaches.post("/courses/open/manage/copy", &form).await.location().as_deref(),
        Some("/courses/open-again/manage/?done=begun")
    );
    let mut conn = site.app.db.read().await.unwrap();
    let (copy, _) = courses::at(&mut conn, Some(&ines), "open-again").await.unwrap().unwrap();
    assert_eq!((copy.taken, copy.ends_on().to_string()), (0, "2026-04-19".into()));
    let all = modules::all(&mut conn, copy.id).await.unwrap();
    assert_eq!(all[0].live_at, Some(utc("2026-03-16T04:59:00Z")));
    assert_eq!(all[0].opens_local().unwrap().to_string(), "2026-03-09T09:00");
    assert_eq!(all[0].opened_at, None);
    assert_eq!(items(&mut conn, all[0].id, None).await.unwrap().len(), 1);
}

#[tokio::test]
async fn what_somebody_has_done_is_found_by_what_they_wrote_and_not_by_what_everybody_did() {
    let folder = tempfile::tempdir().unwrap();
    let place = Location::File(folder.path().join("lyceum.sqlite"));
    let db = Db::open(&place, Clock::System, Some(1)).await.unwrap();
    let mut conn = db.read().await.unwrap();
    let explain = || sqlx::AssertSqlSafe(format!("explain query plan {}", store::PLAN));
    let plan: Vec<(i64, i64, i64, String)> = crate::all!(conn, explain(), 7_i64, 8_i64).unwrap();
    let steps: Vec<&str> = plan.iter().map(|(.., step)| step.as_str()).collect();
    let has = |how: &str| steps.iter().any(|step| step.starts_with(how));
    assert!(has("SEARCH w USING INDEX conversation_author_course (author=?"), "{steps:#?}");
    assert!(has("SEARCH c USING INDEX comment_writer (writer=?"), "{steps:#?}");
    assert!(!steps.iter().any(|step| step.starts_with("SCAN") && !step.contains("SCAN t")), "{steps:#?}");
}
