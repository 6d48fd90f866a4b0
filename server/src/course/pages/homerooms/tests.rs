use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{course, draft, put},
        testing::Site,
    },
    people::members::Role,
    talk::{conversations, posts::Audience},
};

#[tokio::test]
async fn a_guide_sees_their_own_homeroom_and_no_other() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (gwen, mut guides) = site.member("gwen").await;
    let (bram, mut brams) = site.member("bram").await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    put(&site, &course, gwen.id, Part::Guide).await;
    put(&site, &course, bram.id, Part::Member).await;
    teaches.post("/courses/open/manage/homerooms/place", &[("size", "35"), ("by", "chance")]).await;
    teaches.post("/courses/open/manage/homerooms/add", &[]).await;
    let guide = [("member", &*gwen.id.to_string())];
    teaches.post("/courses/open/manage/homerooms/1/guide", &guide).await;
    assert_eq!(guides.get("/courses/open/homerooms/1/console/").await.status, 200);
    assert_eq!(guides.get("/courses/open/homerooms/2/console/").await.status, 404);
    assert_eq!(guides.get("/courses/open/homerooms/2/").await.status, 404);
    assert_eq!(brams.get("/courses/open/homerooms/").await.location().as_deref(), Some("/courses/open/homerooms/1/"));
    assert_eq!(brams.get("/courses/open/homerooms/1/").await.status, 200);
    assert_eq!(brams.get("/courses/open/homerooms/1/console/").await.status, 404);
    // Their own is where they are led, and stands on the page of the course.
    let console = "/courses/open/homerooms/1/console/";
    assert_eq!(guides.get("/courses/open/homerooms/").await.location().as_deref(), Some(console));
    assert_eq!(guides.get("/courses/open/").await.texts(&format!("a[href='{console}']")), ["Homeroom 1"]);
    assert_eq!(brams.get("/courses/open/").await.texts("a[href='/courses/open/homerooms/1/']"), ["Homeroom 1"]);
    // Somebody who is not on the staff guides nobody.
    let outsider = [("member", &*bram.id.to_string())];
    assert_eq!(teaches.post("/courses/open/manage/homerooms/2/guide", &outsider).await.status, 404);
    teaches.post("/courses/open/manage/homerooms/1/no-guide", &guide).await;
    assert_eq!(guides.get("/courses/open/homerooms/1/console/").await.status, 404);
}

#[tokio::test]
async fn whoever_answers_from_the_console_is_led_there_and_the_other_guide_is_told() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (gwen, mut guides) = site.member("gwen").await;
    let (bram, _) = site.member("bram").await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    put(&site, &course, gwen.id, Part::Guide).await;
    put(&site, &course, bram.id, Part::Member).await;
    let post = site.post_for(&bram, "Where do I begin", Audience::Circle(course.id)).await;
    site.app.db.always(async |tx| conversations::assign(tx, post.into(), Some(course.id), None).await).await.unwrap();
    site.pass_minutes(60);
    let page = teaches.get("/courses/open/console/?hours=0").await;
    assert!(page.body.contains("Where do I begin") && page.body.contains("New here"));
    assert!(!teaches.get("/courses/open/console/").await.body.contains("Where do I begin"));
    let claim = format!("/courses/open/claims/{post}");
    let next = [("next", "/bram/2026/09/02/where-do-i-begin/"), ("back", "/courses/open/console/?hours=0")];
    assert_eq!(teaches.post(&claim, &next).await.location().as_deref(), Some("/bram/2026/09/02/where-do-i-begin/"));
    assert!(guides.get("/courses/open/console/?hours=0").await.body.contains("is about to answer"));
    assert_eq!(guides.post(&claim, &next).await.location().as_deref(), Some("/courses/open/console/?taken=yes"));
    teaches.post(&format!("{claim}/let-go"), &next).await;
    assert_eq!(guides.post(&claim, &next).await.location().as_deref(), Some("/bram/2026/09/02/where-do-i-begin/"));
}

#[tokio::test]
async fn homerooms_can_be_prepared_before_anybody_takes_part() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    course(&site, &ines, "open", &draft("Open")).await;
    let list = teaches.get("/courses/open/manage/homerooms/").await;
    assert_eq!((list.count("[name=by]"), list.count(".empty")), (0, 1), "there is nobody to share out");
    assert!(!list.body.contains("Everybody who takes part is in a homeroom."));
    let add = list.attributes("form[action$='/add']", "action").remove(0);
    teaches.post(&add, &[]).await;
    assert_eq!(teaches.get("/courses/open/manage/homerooms/").await.count(".rows > li"), 1);
}
