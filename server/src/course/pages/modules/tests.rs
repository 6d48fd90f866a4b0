use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{course, draft, put},
        testing::Site,
    },
    course::{courses::Draft, modules},
    kit::local_time::LocalTime,
    people::members::Role,
    talk::{conversations, posts::Audience},
};

#[tokio::test]
async fn twelve_weeks_with_a_catch_up_week_are_made_at_once() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    course(&site, &ines, "open", &draft("Open")).await;
    let form = [("count", "12"), ("first", "2026-09-07T09:00"), ("after", "6")];
    teaches.post("/courses/open/manage/modules/weeks", &form).await;
    let titles = teaches.get("/courses/open/").await.texts(".plan bdi");
    assert_eq!(titles.len(), 13);
    assert_eq!(titles[6], "Catch-up week");
    assert_eq!((titles[0].as_str(), titles[12].as_str()), ("Week 1", "Week 12"));
    // Berlin puts its clocks back in between: it is nine o'clock there all the same.
    let list = teaches.get("/courses/open/manage/modules/").await;
    assert_eq!(list.count(".rows > li"), 13);
    let refused = teaches.post("/courses/open/manage/modules/weeks", &[("count", "99"), ("first", "soon")]).await;
    assert_eq!(refused.status, 422);
}

#[tokio::test]
async fn a_post_that_is_written_for_a_module_stands_on_its_page_for_those_who_may_read_it() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let (_, mut outsiders) = site.member("oskar").await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    put(&site, &course, bram.id, Part::Member).await;
    let page = teaches.post("/courses/open/manage/modules/add", &[("title", "Week one")]).await.location().unwrap();
    let manage = page.split('?').next().unwrap().to_owned();
    teaches
        .post(&format!("{manage}items"), &[("part", "do"), ("title", "Write about your week"), ("follows", "post")])
        .await;
    teaches.post(&format!("{manage}open"), &[]).await;
    let write =
        brams.get("/courses/open/week-one/").await.attributes("a[href^='/me/posts/new?module=']", "href").remove(0);
    let sheet = brams.get(&write).await;
    assert!(sheet.body.contains("Week one"));
    let module = sheet.attributes("[name=module]", "value").remove(0);
    let audience = sheet.attributes("[name=audience][checked]", "value").remove(0);
    assert_eq!(audience, format!("circle-{}", course.id));
    let form = [
        ("do", "publish"),
        ("title", "My first week"),
        ("text", "It was good."),
        ("language", "en"),
        ("audience", &audience),
        ("comments", "open"),
        ("module", &module),
    ];
    let url = brams.post("/me/posts/new", &form).await.location().unwrap();
    let shown = brams.get("/courses/open/week-one/").await;
    assert!(shown.body.contains("My first week") && shown.body.contains("1 of 1 done"));
    assert!(teaches.get("/courses/open/").await.body.contains("My first week"));
    assert_eq!(outsiders.get(&url).await.status, 404);
    assert_eq!(outsiders.get("/courses/open/week-one/").await.status, 404);
    // Whoever is not in the course writes for no module of it.
    let foreign = [
        ("do", "publish"),
        ("title", "From outside"),
        ("text", "Hello."),
        ("language", "en"),
        ("audience", "public"),
        ("comments", "open"),
        ("module", &module),
    ];
    outsiders.post("/me/posts/new", &foreign).await;
    assert!(!brams.get("/courses/open/week-one/").await.body.contains("From outside"));
    // Nor for its circle.
    let circle: Vec<_> = foreign
        .iter()
        .map(|&(name, value)| if name == "audience" { (name, audience.as_str()) } else { (name, value) })
        .collect();
    assert_eq!(outsiders.post("/me/posts/new", &circle).await.status, 422);
}

#[tokio::test]
async fn things_are_ticked_off_without_scripts_and_talked_about() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    put(&site, &course, bram.id, Part::Member).await;
    let page = teaches.post("/courses/open/manage/modules/add", &[("title", "Week one")]).await.location().unwrap();
    let manage = page.split('?').next().unwrap().to_owned();
    let refused = teaches
        .post(&format!("{manage}items"), &[("part", "read"), ("title", "An essay"), ("address", "javascript:alert(1)")])
        .await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("An essay"));
    teaches
        .post(
            &format!("{manage}items"),
            &[("part", "read"), ("title", "An essay"), ("address", "https://example.org/essay"), ("minutes", "20")],
        )
        .await;
    teaches.post(&format!("{manage}open"), &[]).await;
    let shown = brams.get("/courses/open/week-one/").await;
    assert!(shown.body.contains("0 of 1 done") && shown.body.contains("about 20 minutes"));
    let item = shown.attributes("[name=item]", "value").remove(0);
    brams.post("/courses/open/week-one/ticks", &[("item", &item), ("done", "1")]).await;
    assert!(brams.get("/courses/open/week-one/").await.body.contains("1 of 1 done"));
    assert!(brams.get("/courses/open/").await.body.contains("You have done all that is asked so far."));
    brams.post("/courses/open/week-one/ticks", &[("item", &item)]).await;
    assert!(brams.get("/courses/open/week-one/").await.body.contains("0 of 1 done"));
    let said = brams.post("/courses/open/week-one/comments", &[("text", "What a week.")]).await;
    assert_eq!(said.status, 303);
    assert!(teaches.get("/courses/open/week-one/").await.body.contains("What a week."));
    let empty = brams.post("/courses/open/week-one/comments", &[("text", "")]).await;
    assert_eq!(empty.status, 422);
}

#[tokio::test]
async fn a_module_asks_a_question_that_ends_by_the_clock_of_its_course_and_its_next_run_asks_it_again() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let (_, mut outsiders) = site.member("oskar").await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    put(&site, &course, bram.id, Part::Member).await;
    let page = teaches.post("/courses/open/manage/modules/add", &[("title", "Week one")]).await.location().unwrap();
    let manage = page.split('?').next().unwrap().to_owned();
    let ask = format!("{manage}question");
    let form = |wish: &'static str| {
        [
            ("do", wish),
            ("question-rows", "4"),
            ("question-seen", ""),
            ("question", "When do you learn?"),
            ("option-1", "Own time"),
            ("option-2", "Work time"),
            ("question-ends", "2099-10-05T23:59"),
        ]
    };
    let more = teaches.post(&ask, &form("rows")).await;
    assert_eq!((more.status.as_u16(), more.count("#option-8")), (200, 1));
    let mut short = form("save");
    short[5].1 = "";
    let refused = teaches.post(&ask, &short).await;
    assert_eq!((refused.status.as_u16(), refused.attributes("#option-1", "value")), (422, vec!["Own time".to_owned()]));
    assert_eq!(teaches.post(&ask, &form("save")).await.status, 303);
    // Who began before that does not overwrite it unseen.
    assert_eq!(teaches.post(&ask, &form("save")).await.status, 422);
    assert_eq!(teaches.get(&manage).await.attributes("#question-ends", "value"), ["2099-10-05T23:59"]);
    teaches.post(&format!("{manage}open"), &[]).await;

    let shown = brams.get("/courses/open/week-one/").await;
    assert_eq!(shown.text("#question-title"), "When do you learn?");
    let end: i64 = shown.attributes("#question", "data-ends").remove(0).parse().unwrap();
    let there = "2099-10-05T23:59".parse::<crate::kit::local_time::LocalTime>().unwrap();
    assert_eq!(end, there.moment(&course.zone()).0);
    let answer = shown.attributes("#own-answers input", "value").remove(0);
    let comment = [("text", "On the bus."), ("answer", &*answer)];
    assert_eq!(brams.post("/courses/open/week-one/comments", &comment).await.status, 303);
    let page = teaches.get("/courses/open/week-one/").await;
    assert!(page.body.contains("1 of 1") && page.count(".answered") == 1, "{}", page.body);
    let address = shown.attributes("#question", "data-question").remove(0);
    assert_eq!(outsiders.get(&address).await.status, 404, "whoever is not in the course learns nothing of it");

    let again = [("title", "Open again"), ("address", "open-again"), ("starts", "2027-03-08")];
    teaches.post("/courses/open/manage/copy", &again).await;
    let copy = teaches.get("/courses/open-again/manage/modules/").await.attributes(".rows a", "href").remove(0);
    let copy = teaches.get(&copy).await;
    assert_eq!(copy.attributes("#option-2", "value"), ["Work time"]);
    assert_ne!(copy.attributes("#question-ends", "value"), ["2099-10-05T23:59"]);
    assert!(copy.attributes("#question-ends", "value")[0].ends_with("T23:59"));
}

#[tokio::test]
async fn nobody_is_led_into_a_session_that_is_over_and_a_guide_has_nothing_to_tick_off() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    put(&site, &course, bram.id, Part::Member).await;
    let page = teaches.post("/courses/open/manage/modules/add", &[("title", "Week one")]).await.location().unwrap();
    let manage = page.split('?').next().unwrap().to_owned();
    let begins = LocalTime::of(site.app.now().plus_minutes(60), &course.zone()).to_string();
    let edited = teaches.get(&manage).await.attributes("#module-words ~ form [name=edited]", "value").remove(0);
    let form = [
        ("title", "Week one"),
        ("edited", &*edited),
        ("live", &*begins),
        ("minutes", "45"),
        ("link", "https://meet.example/room"),
    ];
    assert_eq!(teaches.post(&manage, &form).await.status, 303);
    teaches.post(&format!("{manage}items"), &[("part", "read"), ("title", "A page")]).await;
    teaches.post(&format!("{manage}open"), &[]).await;
    let way = "a[href='https://meet.example/room']";
    assert_eq!(brams.get("/courses/open/week-one/").await.count(way), 1);
    let home = brams.get("/courses/open/").await;
    assert_eq!(home.texts("#live + p a"), ["Week one"], "what comes next says where");
    assert!(home.text(".plan").contains("0 of 1 done"));
    assert!(!teaches.get("/courses/open/").await.text(".plan").contains("0 of 1 done"));
    // Whoever comes a little late still finds it.
    site.pass_minutes(80);
    assert_eq!(brams.get("/courses/open/week-one/").await.count(way), 1);
    site.pass_minutes(60);
    let over = brams.get("/courses/open/week-one/").await;
    assert_eq!(over.count(way), 0);
    assert!(over.body.contains("The session is over."));
}

#[tokio::test]
async fn whoever_wrote_for_a_module_did_so_however_many_wrote_after_them() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    put(&site, &course, bram.id, Part::Member).await;
    let page = teaches.post("/courses/open/manage/modules/add", &[("title", "Week one")]).await.location().unwrap();
    let manage = page.split('?').next().unwrap().to_owned();
    teaches.post(&format!("{manage}open"), &[]).await;
    let module = modules::all(&mut site.app.db.read().await.unwrap(), course.id).await.unwrap().remove(0);
    assert!(brams.get("/courses/open/week-one/").await.body.contains("Write your post for this module"));
    let by = |author, number: i64| {
        let (site, course, module) = (&site, course.id, module.id);
        async move {
            site.pass_minutes(1);
            let post = site.post_for(author, &format!("Number {number}"), Audience::Circle(course)).await;
            let assign = async |tx: &mut crate::kit::db::Tx| {
                conversations::assign(tx, post.into(), Some(course), Some(module)).await
            };
            site.app.db.always(assign).await.unwrap();
        }
    };
    by(&bram, 0).await;
    for number in 1..=12 {
        by(&ines, number).await;
    }
    let page = brams.get("/courses/open/week-one/").await;
    let titles = page.texts("#posts ~ .courses h3");
    assert_eq!((titles.len(), titles[0].as_str(), titles[11].as_str()), (12, "Number 12", "Number 1"));
    assert!(page.body.contains("Write another post for it"));
    let titles = brams.get("/courses/open/").await.texts("#posts ~ .courses h3");
    assert_eq!((titles.len(), titles[0].as_str(), titles[5].as_str()), (6, "Number 12", "Number 7"));
}

#[tokio::test]
async fn of_a_module_that_has_not_opened_whoever_takes_part_finds_nothing_anywhere() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let draft = Draft { titles_ahead: false, audience: Audience::Public, ..draft("Open") };
    let course = course(&site, &ines, "open", &draft).await;
    put(&site, &course, bram.id, Part::Member).await;
    let manage = "/courses/open/manage/modules/";
    let add = [("title", "Week one")];
    let first = teaches.post(&format!("{manage}add"), &add).await.location().unwrap();
    teaches.post(&format!("{}open", first.split('?').next().unwrap()), &[]).await;
    let add = [("title", "Kites at dusk")];
    let second = teaches.post(&format!("{manage}add"), &add).await.location().unwrap();
    let second = second.split('?').next().unwrap().to_owned();
    let item = [("part", "read"), ("title", "A string of paper"), ("address", "https://example.org/")];
    teaches.post(&format!("{second}items"), &item).await;
    let id = second.trim_end_matches('/').rsplit('/').next().unwrap().to_owned();
    site.do_jobs().await;
    let everywhere = [
        "/courses/open/".to_owned(),
        "/courses/open/week-one/".into(),
        "/search/?q=kites".into(),
        "/search/?q=string".into(),
        "/search/hints?q=kites".into(),
        "/courses/open/stream/".into(),
        "/stream/".into(),
        "/river/".into(),
        "/".into(),
        "/feed/".into(),
        "/me/calendar/".into(),
        format!("/me/posts/new?module={id}"),
        "/courses/open/kites-at-dusk/".into(),
        "/courses/open/kites-at-dusk/wrap-up".into(),
    ];
    let mut stranger = site.stranger();
    for client in [&mut brams, &mut stranger] {
        for path in &everywhere {
            let page = client.get(path).await;
            // What was searched for is marked within the words.
            let text = page.text("body");
            let named = ["Kites at dusk", "A string of paper"].map(|words| text.contains(words));
            let says = [named[0], named[1], page.body.contains("kites-at-dusk/\"")];
            // A page that is not there may name the address it was asked for.
            assert_eq!(says, [false, false, says[2] && path.contains("kites-at-dusk")], "{path}");
        }
        assert_eq!(client.get("/courses/open/kites-at-dusk/").await.status, 404);
    }
    let plan = teaches.get("/courses/open/").await;
    assert!(plan.body.contains("Kites at dusk"), "those who lead see it");
    teaches.post(&format!("{second}open"), &[]).await;
    site.do_jobs().await;
    for path in ["/courses/open/", "/courses/open/stream/", "/search/?q=kites"] {
        assert!(brams.get(path).await.text("body").contains("Kites at dusk"), "{path}");
    }
}
