use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{course, draft, put},
        testing::{Client, Site},
    },
    course::{
        courses::Course,
        homerooms::{self, By},
    },
    people::members::{Member, Role},
};

const WORDS: [(&str, &str); 3] =
    [("title", "Where do we meet?"), ("text", "At the *quay*, or at the mill?"), ("language", "en")];

/// A course with two homerooms of one each, an instructor and a guide of the first.
async fn rooms(site: &Site) -> (Course, Client, (Member, Client), [(Member, Client); 2]) {
    let (ines, teaches) = site.member_as("ines", Role::Instructor).await;
    let course = course(site, &ines, "open", &draft("Open")).await;
    let bram = site.member("bram").await;
    let tom = site.member("tom").await;
    let adaeze = site.member("adaeze").await;
    for (member, part) in [(&bram.0, Part::Member), (&tom.0, Part::Member), (&adaeze.0, Part::Guide)] {
        put(site, &course, member.id, part).await;
    }
    site.app
        .db
        .change(async |tx| homerooms::place(tx, &course, 2, By::Chance, |number| format!("Homeroom {number}")).await)
        .await
        .unwrap()
        .unwrap();
    site.app
        .db
        .always(async |tx| homerooms::add(tx, &course, |number| format!("Homeroom {number}")).await)
        .await
        .unwrap();
    let all = homerooms::all(&mut site.app.db.read().await.unwrap(), course.id).await.unwrap();
    site.app
        .db
        .always(async |tx| {
            homerooms::move_to(tx, course.id, tom.0.id, Some(all[1].id)).await?;
            homerooms::give_guide(tx, &course, all[0].id, adaeze.0.id).await
        })
        .await
        .unwrap();
    (course, teaches, adaeze, [bram, tom])
}

#[tokio::test]
async fn what_is_discussed_in_a_homeroom_is_for_those_in_it_alone() {
    let site = Site::new().await;
    let (_, mut teaches, (guide, mut guides), [(_, mut brams), (_, mut toms)]) = rooms(&site).await;
    let page = brams.get("/courses/open/homerooms/1/").await;
    assert!(page.body.contains("/courses/open/talk/1/new") && page.body.contains("Nothing has been discussed yet"));
    let url = brams.post("/courses/open/talk/1/new", &WORDS).await.location().unwrap();
    assert!(brams.get("/courses/open/homerooms/1/").await.body.contains("Where do we meet?"));
    let said =
        guides.post(&format!("{url}comments"), &[("text", "At the mill."), ("as", &*guide.id.to_string())]).await;
    assert_eq!(said.status, 303);
    assert!(brams.get(&url).await.body.contains("At the mill."));
    assert_eq!(guides.post(&format!("{url}pin"), &[]).await.status, 303, "its guide leads");
    assert_eq!(brams.post(&format!("{url}close"), &[]).await.status, 404);
    for other in [&mut toms, &mut teaches] {
        assert_eq!(other.get(&url).await.status, 404);
        assert_eq!(other.post(&format!("{url}comments"), &[("text", "Me too")]).await.status, 404);
        assert_eq!(other.post("/courses/open/talk/1/new", &WORDS).await.status, 404);
        for list in ["/river/", "/courses/open/", "/"] {
            assert!(!other.get(list).await.body.contains("Where do we meet?"), "{list}");
        }
    }
    assert_eq!(site.stranger().get(&url).await.status, 401);
    let list = brams.get("/courses/open/talk/1/").await;
    assert_eq!(list.location().as_deref(), Some("/courses/open/homerooms/1/"));
}

#[tokio::test]
async fn who_is_moved_to_another_homeroom_reads_their_own_words_and_no_answers() {
    let site = Site::new().await;
    let (course, _, (guide, mut guides), [(bram, mut brams), _]) = rooms(&site).await;
    let url = brams.post("/courses/open/talk/1/new", &WORDS).await.location().unwrap();
    guides.post(&format!("{url}comments"), &[("text", "At the mill."), ("as", &*guide.id.to_string())]).await;
    let other = homerooms::at(&mut site.app.db.read().await.unwrap(), course.id, "2").await.unwrap().unwrap();
    site.app.db.always(async |tx| homerooms::move_to(tx, course.id, bram.id, Some(other.id)).await).await.unwrap();
    let page = brams.get(&url).await;
    assert!(page.body.contains("At the <em>quay</em>") && !page.body.contains("At the mill."));
}

#[tokio::test]
async fn those_who_lead_and_guide_have_a_room_of_their_own() {
    let site = Site::new().await;
    let (_, mut teaches, (_, mut guides), [(_, mut brams), _]) = rooms(&site).await;
    assert!(guides.get("/courses/open/").await.body.contains("/courses/open/talk/staff/"));
    assert!(!brams.get("/courses/open/").await.body.contains("/courses/open/talk/staff/"));
    let url = guides.post("/courses/open/talk/staff/new", &WORDS).await.location().unwrap();
    assert!(teaches.get("/courses/open/talk/staff/").await.body.contains("Where do we meet?"));
    assert_eq!(teaches.get(&url).await.status, 200);
    for path in [url.as_str(), "/courses/open/talk/staff/"] {
        assert_eq!(brams.get(path).await.status, 404, "{path}");
    }
    let deleted = teaches.post(&format!("{url}delete"), &[]).await;
    assert_eq!(deleted.location().as_deref(), Some("/courses/open/talk/staff/?done=discussion-deleted"));
}
