//! Sentences about courses stand with their pages; here is what pages do not show.

use super::{participants, store};
use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{course, draft, put},
        testing::Site,
    },
    ids::Clock,
    kit::db::{Db, Location},
    people::members::Role,
};

#[tokio::test]
async fn a_page_of_participants_is_found_without_looking_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let place = Location::File(folder.path().join("lyceum.sqlite"));
    let db = Db::open(&place, Clock::System, Some(1)).await.unwrap();
    let mut conn = db.read().await.unwrap();
    let explain = || sqlx::AssertSqlSafe(format!("explain query plan {}", store::PARTICIPANTS));
    let plan: Vec<(i64, i64, i64, String)> = crate::all!(conn, explain(), 7_i64, 8_i64, 9_i64, 10_i64).unwrap();
    let steps: Vec<&str> = plan.iter().map(|(.., step)| step.as_str()).collect();
    let by_index = |step: &&str| step.starts_with("SEARCH e USING INDEX enrolment_since (course=? AND");
    assert!(steps.iter().any(by_index) && !steps.iter().any(|step| step.contains("TEMP B-TREE")), "{steps:#?}");
}

#[tokio::test]
async fn page_by_page_every_participant_stands_on_one() {
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    let mut people = vec![];
    for number in 0..7 {
        let (member, _) = site.member(&format!("reader{number}")).await;
        put(&site, &course, member.id, Part::Member).await;
        people.push(member.id);
        // Some come at the same moment.
        site.pass_minutes(number % 2);
    }
    let (mut found, mut before) = (vec![], None);
    loop {
        let mut conn = site.app.db.read().await.unwrap();
        let page = participants(&mut conn, course.id, before, 2).await.unwrap();
        let Some(last) = page.last() else { break };
        before = Some((last.since, last.member));
        found.extend(page.into_iter().map(|it| it.member));
    }
    people.sort();
    found.sort();
    assert_eq!(found, people);
}
