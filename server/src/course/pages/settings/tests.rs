use crate::{checks::testing::Site, people::members::Role};

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
