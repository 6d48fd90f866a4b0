use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{course, draft, put},
        testing::Site,
    },
    course::modules::{self, Kind},
    links::notices,
    people::members::Role,
    talk::{conversations, posts::Audience},
};

#[tokio::test]
async fn a_week_is_summed_up_with_what_was_written_and_said_and_those_quoted_are_told() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let (tom, mut toms) = site.member("tom").await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    for member in [&bram, &tom] {
        put(&site, &course, member.id, Part::Member).await;
    }
    let week = modules::Draft::named(Kind::Module, "Week one", None, None);
    let module = site.app.db.change(async |tx| modules::add(tx, &course, ines.id, &week).await).await.unwrap().unwrap();
    let page = format!("/courses/open/manage/modules/{module}/wrap-up");
    assert_eq!(teaches.get(&page).await.status, 404, "before it opens there is nothing to sum up");
    site.app.db.always(async |tx| modules::open(tx, &course, module).await).await.unwrap();
    assert!(teaches.get(&page).await.text("main").contains("Nobody has written a post"), "an empty week says so");
    site.pass_minutes(60);
    let mut written = vec![];
    for (member, title, audience) in [
        (&bram, "My [first] week", Audience::Circle(course.id)),
        (&tom, "For the staff alone", Audience::Circle(course.staff)),
    ] {
        let post = site.post_for(member, title, audience).await;
        let assigned = async |tx: &mut crate::kit::db::Tx| {
            conversations::assign(tx, post.into(), Some(course.id), Some(module)).await
        };
        site.app.db.always(assigned).await.unwrap();
        written.push(post);
    }
    let said = [("text", "I *liked* the @second part."), ("parent", "")];
    assert_eq!(toms.post(&format!("/posts/{}/comments", written[0]), &said).await.status, 303);
    assert_eq!(brams.get(&page).await.status, 404, "those who take part do not");

    site.pass_minutes(5);
    let offered = teaches.get(&page).await;
    let keys = offered.attributes("input[name=quote]", "value");
    assert_eq!(keys.len(), 2, "what few may read is not quoted to many: {}", offered.text("main"));
    assert!(offered.text("main").contains("One comment this week"));
    let once = offered.attributes("input[name=once]", "value").remove(0);
    let picked = keys.iter().map(|key| ("quote", key.as_str())).chain([("once", once.as_str())]);
    let picked: Vec<(&str, &str)> = picked.collect();
    let draft = teaches.post(&page, &picked).await.location().unwrap();
    assert_eq!(teaches.post(&page, &picked).await.location().unwrap(), draft, "a double click begins one");
    let sheet = teaches.get(&draft).await;
    let source = sheet.text("textarea[name=text]");
    assert!(source.contains(r"@bram in [My \[first\] week](/"), "{source}");
    assert!(source.contains(r"> I liked the \@second part.") && source.contains("@tom in ["), "{source}");
    assert!(!brams.get("/courses/open/week-one/").await.body.contains("Wrap-up"), "a draft is its writer's");
    assert!(teaches.get(&page).await.text(".notice").contains("You have begun one"));

    let seen = sheet.attributes("input[name=edited]", "value").pop().unwrap_or_default();
    let form = [
        ("do", "publish"),
        ("title", "Wrap-up: Week one"),
        ("text", source.as_str()),
        ("language", "en"),
        ("audience", &format!("circle-{}", course.id)),
        ("comments", "open"),
        ("edited", &seen),
    ];
    assert_eq!(teaches.post(&draft, &form).await.status, 303);
    let page = brams.get("/courses/open/week-one/").await;
    assert_eq!(page.text(".way-in .next"), "Wrap-up: Week one");
    site.do_jobs().await;
    for member in [&bram, &tom] {
        let list = notices::list(&mut site.app.db.read().await.unwrap(), member.id, i64::MAX, 20).await.unwrap();
        assert!(list.iter().any(|notice| notice.kind() == notices::Kind::Mention), "@{}: {list:?}", member.handle);
    }
}
