use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{essay, put},
        testing::{Client, Reply, Site},
    },
    course::{
        assignments,
        courses::{self, Course},
        modules,
    },
    people::members::Role,
};

/// A form that is filled in well.
const FORM: [(&str, &str); 9] = [
    ("title", "Learning in the Open"),
    ("tagline", "Twelve weeks among colleagues"),
    ("text", "We read, write and **answer**."),
    ("outcomes", "Say what you learned\nShow it"),
    ("starts", "2026-09-07"),
    ("ends", "2026-11-29"),
    ("zone", "Europe/Berlin"),
    ("language", "en"),
    ("joining", "open"),
];

fn but<'a>(name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    FORM.iter().copied().filter(|(other, _)| *other != name).chain([(name, value)]).collect()
}

#[tokio::test]
async fn an_instructor_begins_a_course_opens_it_and_closes_it_again() {
    let site = Site::new().await;
    let (_, mut teaches) = site.member_as("ines", Role::Instructor).await;

    assert_eq!(
        teaches.post("/manage/courses/new", &FORM).await.location().as_deref(),
        Some("/courses/learning-in-the-open/manage/?done=begun")
    );
    let mut stranger = site.stranger();
    assert_eq!(stranger.get("/courses/learning-in-the-open/").await.status, 404);
    teaches.post("/courses/learning-in-the-open/manage/open", &[]).await;
    let page = stranger.get("/courses/learning-in-the-open/").await.body;
    for words in [
        "Learning in the Open",
        "Twelve weeks among colleagues",
        "<strong>answer</strong>",
        "Show it",
        "7 September 2026",
        "Europe/Berlin",
    ] {
        assert!(page.contains(words), "{words}");
    }
    teaches.post("/courses/learning-in-the-open/manage/close", &[]).await;
    assert!(stranger.get("/courses/learning-in-the-open/").await.body.contains("This course is over"));
    teaches.post("/courses/learning-in-the-open/manage/reopen", &[]).await;
    assert!(!stranger.get("/courses/learning-in-the-open/").await.body.contains("This course is over"));
}

#[tokio::test]
async fn what_is_refused_comes_back_as_it_was_typed() {
    let site = Site::new().await;
    let (_, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let refused = teaches.post("/manage/courses/new", &but("ends", "2026-09-01")).await;
    assert_eq!(refused.status, 422);
    let page = refused.body;
    assert!(page.contains("Learning in the Open") && page.contains("We read, write and **answer**."));
    teaches.post("/manage/courses/new", &FORM).await;
    let taken = teaches.post("/manage/courses/new", &FORM).await;
    assert_eq!(taken.status, 422);
    assert!(taken.body.contains("id=\"address-error\""));
}

#[tokio::test]
async fn days_that_have_passed_are_taken_when_they_are_meant() {
    let site = Site::new().await;
    let (_, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let past: Vec<_> = but("starts", "2020-01-06")
        .into_iter()
        .filter(|(name, _)| *name != "ends")
        .chain([("ends", "2020-03-29")])
        .collect();
    let asked = teaches.post("/manage/courses/new", &past).await;
    assert_eq!(asked.status, 422);
    assert!(asked.body.contains("name=\"sure\""));
    let sure: Vec<_> = past.into_iter().chain([("sure", "1")]).collect();
    assert_eq!(teaches.post("/manage/courses/new", &sure).await.status, 303);
}

#[tokio::test]
async fn of_two_who_change_a_course_at_once_the_second_is_asked() {
    let site = Site::new().await;
    let (_, mut teaches) = site.member_as("ines", Role::Instructor).await;
    teaches.post("/manage/courses/new", &FORM).await;
    let edited =
        teaches.get("/courses/learning-in-the-open/manage/").await.attributes("[name=edited]", "value").concat();
    let change = |tagline: &'static str, edited: String| {
        let mut form: Vec<(String, String)> =
            but("tagline", tagline).into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        form.push(("edited".to_owned(), edited));
        form
    };
    let send =
        |form: &[(String, String)]| form.iter().map(|(name, value)| (name.clone(), value.clone())).collect::<Vec<_>>();
    let first = send(&change("The first", edited.clone()));
    let pairs: Vec<(&str, &str)> = first.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(teaches.post("/courses/learning-in-the-open/manage/", &pairs).await.status, 303);
    let second = send(&change("The second", edited));
    let pairs: Vec<(&str, &str)> = second.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let refused = teaches.post("/courses/learning-in-the-open/manage/", &pairs).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("The second"));
    let again = refused.attributes("[name=edited]", "value").concat();
    let third = send(&change("The second", again));
    let pairs: Vec<(&str, &str)> = third.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(teaches.post("/courses/learning-in-the-open/manage/", &pairs).await.status, 303);
}

#[tokio::test]
async fn another_run_in_days_that_have_passed_is_made_only_when_that_is_meant() {
    let site = Site::new().await;
    let (_, mut teaches) = site.member_as("ines", Role::Instructor).await;
    teaches.post("/manage/courses/new", &FORM).await;
    let copy = "/courses/learning-in-the-open/manage/copy";
    let past = [("title", "Learning again"), ("address", "again"), ("starts", "2020-01-06")];
    let asked = teaches.post(copy, &past).await;
    assert_eq!(asked.status, 422);
    assert_eq!(asked.attributes("[name=starts]", "value"), ["2020-01-06"], "nothing that was typed is lost");
    assert_eq!(asked.count("[name=sure]"), 1);
    assert_eq!(teaches.get("/courses/again/").await.status, 404);
    let sure: Vec<_> = past.into_iter().chain([("sure", "1")]).collect();
    assert_eq!(teaches.post(copy, &sure).await.status, 303);
    assert_eq!(teaches.get(copy).await.count("[name=sure]"), 0, "days to come are not asked about");
}

#[tokio::test]
async fn in_another_run_a_course_leads_to_its_own_pages_and_not_to_those_of_the_last_one() {
    let site = Site::new().await;
    let (_, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let here = "/courses/learning-in-the-open/";
    teaches.post("/manage/courses/new", &but("text", "Begin [here](/courses/learning-in-the-open/week-one/).")).await;
    let manage = format!("{here}manage/modules/");
    let page = teaches.post(&format!("{manage}add"), &[("title", "Week one")]).await.location().unwrap();
    let module = page.split('?').next().unwrap().to_owned();
    let whole = format!("{}{here}assignments/", site.app.settings.base_url);
    for address in [&*whole, "https://elsewhere.example/courses/learning-in-the-open/"] {
        let item = [("part", "read"), ("title", "What we do"), ("address", address)];
        teaches.post(&format!("{module}items"), &item).await;
    }
    let form = [("title", "Learning again"), ("address", "again"), ("starts", "2027-03-08")];
    assert_eq!(teaches.post(&format!("{here}manage/copy"), &form).await.status, 303);
    let copy = teaches.get("/courses/again/").await;
    assert_eq!(copy.attributes(".prose a", "href"), ["/courses/again/week-one/"]);
    let copied = teaches.get("/courses/again/week-one/").await;
    assert_eq!(
        copied.attributes(".items a", "href"),
        [
            format!("{}/courses/again/assignments/", site.app.settings.base_url),
            "https://elsewhere.example/courses/learning-in-the-open/".into()
        ]
    );
    let last = teaches.get(&format!("{here}week-one/")).await;
    assert_eq!(last.attributes(".items a", "href")[0], whole, "the last run stays as it was");
}

#[tokio::test]
async fn a_course_without_modules_leads_whoever_teaches_it_to_where_they_are_made() {
    let site = Site::new().await;
    let (_, mut teaches) = site.member_as("ines", Role::Instructor).await;
    teaches.post("/manage/courses/new", &FORM).await;
    let to_modules = "a[href='/courses/learning-in-the-open/manage/modules/']";
    assert_eq!(teaches.get("/courses/learning-in-the-open/").await.count(to_modules), 1);
    teaches.post("/courses/learning-in-the-open/manage/open", &[]).await;
    assert_eq!(site.stranger().get("/courses/learning-in-the-open/").await.count(".empty"), 0);
    teaches.post("/courses/learning-in-the-open/manage/modules/add", &[("title", "Week one")]).await;
    assert_eq!(teaches.get("/courses/learning-in-the-open/").await.count(to_modules), 0);
}

const OPEN_LEARNING: &str = "/courses/learning-in-the-open/manage/";

/// Saves the settings as they are, but for these.
async fn save(teaches: &mut Client, changed: &[(&str, &str)]) -> Reply {
    let edited = teaches.get(OPEN_LEARNING).await.attributes("[name=edited]", "value").concat();
    let is_as_it_was = |(name, _): &(&str, &str)| !changed.iter().any(|(other, _)| other == name);
    let kept = FORM.iter().copied().filter(is_as_it_was).chain([("edited", edited.as_str())]);
    let form: Vec<(&str, &str)> = kept.chain(changed.iter().copied()).collect();
    teaches.post(OPEN_LEARNING, &form).await
}

async fn course_at(site: &Site) -> Course {
    let found = courses::at(&mut site.app.db.read().await.unwrap(), None, "learning-in-the-open").await.unwrap();
    found.unwrap().0
}

/// When the modules of the course open by its clocks.
async fn opens(site: &Site) -> Vec<String> {
    let course = course_at(site).await;
    let all = modules::all(&mut site.app.db.read().await.unwrap(), course.id).await.unwrap();
    all.iter().map(|module| module.opens_local().map(|at| at.to_string()).unwrap_or_default()).collect()
}

#[tokio::test]
async fn what_is_planned_moves_with_the_first_day_if_one_says_so_and_what_has_opened_stays() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, _) = site.member("bram").await;
    teaches.post("/manage/courses/new", &FORM).await;
    teaches.post(&format!("{OPEN_LEARNING}open"), &[]).await;
    assert_eq!(save(&mut teaches, &[("starts", "2026-09-08")]).await.status, 303, "nothing is planned, so nobody asks");
    save(&mut teaches, &[]).await;
    let weeks = [("count", "3"), ("first", "2026-09-07T09:00")];
    teaches.post(&format!("{OPEN_LEARNING}modules/weeks"), &weeks).await;
    let course = course_at(&site).await;
    put(&site, &course, bram.id, Part::Member).await;
    let due = "2026-10-22T18:00".parse().unwrap();
    let draft = assignments::Draft { title: "Your week".into(), due: Some(due), ..essay() };
    let id = site.app.db.always(async |tx| Ok(assignments::add(tx, &course, ines.id, &draft).await?.unwrap()));
    let id = id.await.unwrap();
    let one =
        async || assignments::in_course(&mut site.app.db.read().await.unwrap(), course.id, id).await.unwrap().unwrap();
    let it = one().await;
    site.app.db.always(async |tx| assignments::extend(tx, &course, &it, bram.id, 7, ines.id).await).await.unwrap();
    site.pass_minutes(7 * 24 * 60);
    modules::open_due(&site.app).await.unwrap();

    let asked = save(&mut teaches, &[("starts", "2026-09-14")]).await;
    assert_eq!(asked.status, 422);
    assert_eq!(asked.texts("#dates legend"), ["The course begins 7 days later. Does what is planned move with it?"]);
    assert_eq!(asked.attributes("#ends", "value"), ["2026-11-29"], "nothing that was typed is changed");
    assert_eq!(opens(&site).await[1], "2026-09-14T09:00");

    let moved = save(&mut teaches, &[("starts", "2026-09-14"), ("dates", "move")]).await;
    assert_eq!(moved.location().as_deref(), Some(&*format!("{OPEN_LEARNING}?done=moved")));
    assert_eq!(opens(&site).await, ["2026-09-07T09:00", "2026-09-21T09:00", "2026-09-28T09:00"]);
    let course = course_at(&site).await;
    assert_eq!(
        (course.starts_on().to_string(), course.ends_on().to_string()),
        ("2026-09-14".into(), "2026-12-06".into())
    );
    // Berlin puts its clocks back in between: it is six o'clock there all the same.
    let it = one().await;
    assert_eq!(it.due_local().unwrap().to_string(), "2026-10-29T18:00");
    assert_eq!(it.due_at, Some(it.due_local().unwrap().moment(&course.zone())));
    let extension =
        assignments::extension(&mut site.app.db.read().await.unwrap(), &it, bram.id).await.unwrap().unwrap();
    assert_eq!(extension.0.to_string(), "2026-11-05T18:00");
    assert_eq!(extension.1, extension.0.moment(&course.zone()));

    let stays = [("starts", "2026-09-21"), ("ends", "2026-12-31"), ("dates", "stay")];
    assert_eq!(save(&mut teaches, &stays).await.status, 303);
    assert_eq!(opens(&site).await[1], "2026-09-21T09:00");
    let back = [("starts", "2026-09-14"), ("ends", "2026-12-24"), ("dates", "move")];
    assert_eq!(save(&mut teaches, &back).await.status, 303);
    assert_eq!(opens(&site).await, ["2026-09-07T09:00", "2026-09-14T09:00", "2026-09-21T09:00"]);
    assert_eq!(course_at(&site).await.ends_on().to_string(), "2026-12-24", "the last day is the one that was typed");
}
