use super::{Options, Person, WEEKS, monday_weeks_before, portraits, run, sample, sign_in_links};
use crate::{
    checks::testing::{Client, Site},
    people::{
        members,
        one_time_links::{self, LinkKind},
    },
    talk::posts::{self, Of},
};

/// The addresses of all posts that everyone may read.
async fn addresses(site: &Site) -> Vec<String> {
    let posts = posts::list(&mut site.app.db.read().await.unwrap(), None, Of::Everyone, None, 1000).await.unwrap();
    posts.iter().map(posts::Post::url).collect()
}

#[tokio::test]
async fn everybody_who_is_written_down_is_here() {
    let site = Site::sample().await;
    let sample = sample::read().unwrap();
    let members = members::count(&mut site.app.db.read().await.unwrap()).await.unwrap();
    assert_eq!(members, i64::try_from(sample.people.len()).unwrap());
    let mut conn = site.app.db.read().await.unwrap();
    for Person { handle, name, role, picture, .. } in &sample.people {
        let member = members::by_handle(&mut conn, handle).await.unwrap().unwrap();
        assert_eq!((member.name.as_str(), member.role().word()), (name.as_str(), role.as_str()));
        assert_eq!(member.picture.is_some(), *picture, "{handle}");
        assert!(member.is_in() && member.joined_at < site.now());
    }
}

#[tokio::test]
async fn the_course_began_on_a_monday_seven_weeks_ago_and_nothing_is_in_the_future() {
    let site = Site::sample().await;
    let monday = monday_weeks_before(site.now(), WEEKS, &jiff::tz::TimeZone::UTC).unwrap();
    // The tests' clock stands on a Wednesday.
    assert_eq!(monday, jiff::civil::date(2026, 7, 13));
    let first = format!("/blog/{}/week-1-start-where-it-is-untidy/", monday.strftime("%Y/%m/%d"));
    assert!(addresses(&site).await.contains(&first));
    let mut conn = site.app.db.read().await.unwrap();
    let later: Option<i64> = crate::value!(
        conn,
        "select (select count(*) from comment where created_at > $1) + (select count(*) from post where published_at > $1)",
        site.now()
    )
    .unwrap();
    assert_eq!(later, Some(0));
}

#[tokio::test]
async fn every_post_can_be_read_and_every_link_between_them_leads_somewhere() {
    let site = Site::sample().await;
    let mut stranger = site.stranger();
    let mut links = std::collections::BTreeSet::new();
    for address in addresses(&site).await {
        let page = stranger.get(&address).await;
        assert_eq!(page.status, 200, "{address}");
        assert!(!page.body.contains("{{"), "{address}");
        let within = page.attributes(".prose a, .is-pingback a", "href");
        links.extend(within.into_iter().filter_map(|link| {
            let path = link.strip_prefix("http://lyceum.test").unwrap_or(&link);
            path.starts_with('/').then(|| path.to_owned())
        }));
    }
    assert!(links.len() > 20);
    for link in links.into_iter().filter(|link| !link.starts_with("/members/")) {
        assert_eq!(stranger.get(&link).await.status, 200, "{link}");
    }
}

#[tokio::test]
async fn the_long_conversation_shows_all_that_can_happen_in_one() {
    let site = Site::sample().await;
    let address = addresses(&site).await.into_iter().find(|address| address.ends_with("/where-in-your-week/")).unwrap();
    let page = site.stranger().get(&address).await;
    assert!(page.text("h2[data-count]").starts_with("55 thoughts on “Where in your week"));
    assert_eq!(page.count(".entry.is-gone"), 1);
    assert_eq!(page.count(".entry.is-pingback"), 1);
    assert!(!page.body.contains("Petra from the print shop"));
    assert!(page.texts(".entry .label").contains(&"Post author".to_owned()));

    let marguerite = members::by_handle(&mut site.app.db.read().await.unwrap(), "marguerite").await.unwrap().unwrap();
    let page = site.signed_in(marguerite.id).await.get(&address).await;
    assert!(page.body.contains("Petra from the print shop"));
}

#[tokio::test]
async fn a_demo_that_is_there_is_left_as_it_is() {
    let site = Site::sample().await;
    let before = addresses(&site).await;
    assert!(run(&site.app, Options::default()).await.unwrap().was_there);
    assert_eq!(addresses(&site).await, before);
}

#[tokio::test]
async fn a_real_community_is_not_mixed_with_a_demo() {
    let site = Site::new().await;
    site.member("tamsin").await;
    let no = run(&site.app, Options::default()).await.unwrap_err().to_string();
    assert!(no.contains("--data"), "{no}");
    assert!(addresses(&site).await.is_empty());
}

#[tokio::test]
async fn links_sign_in_those_who_see_the_course_from_every_side() {
    let site = Site::sample().await;
    let links = sign_in_links(&site.app).await.unwrap();
    assert_eq!(links.len(), 6);
    let mut conn = site.app.db.read().await.unwrap();
    for (_, name, link) in links {
        let secret = link.strip_prefix("http://lyceum.test/sign-in/link/").unwrap();
        let link = one_time_links::find(&mut conn, secret, LinkKind::SignIn, site.now()).await.unwrap().unwrap();
        let member = members::by_id(&mut conn, link.member.unwrap()).await.unwrap().unwrap();
        assert_eq!(member.name, name);
    }
}

/// Somebody of the sample, signed in.
async fn visitor(site: &Site, handle: &str) -> Client {
    let member = members::by_handle(&mut site.app.db.read().await.unwrap(), handle).await.unwrap().unwrap();
    site.signed_in(member.id).await
}

#[tokio::test]
async fn a_course_of_its_size_has_homerooms_tribes_reviews_under_way_and_something_unanswered() {
    let site = Site::new().await;
    run(&site.app, Options { participants: 120, ..Options::default() }).await.unwrap();
    let mut guide = visitor(&site, "adaeze").await;
    let page = guide.get("/courses/working-in-the-open/").await;
    assert!(page.text(".page-head").contains("Week 8 of 13"), "{}", page.text(".page-head"));
    let console = guide.get("/courses/working-in-the-open/console/?hours=0").await;
    assert!(console.text("main").matches("New here").count() > 1, "{}", console.text("main"));
    assert!(!console.text("main").contains("The wrong tube"), "what nobody may answer waits for nobody");
    let tribes = guide.get("/tribes/").await.attributes("main a[href^='/tribes/']", "href");
    assert_eq!(tribes.iter().filter(|url| url.matches('/').count() == 3).count(), 12, "{tribes:?}");
    let mut conn = site.app.db.read().await.unwrap();
    let count = async |conn: &mut crate::kit::db::Conn, sql: &'static str| -> i64 {
        crate::value!(conn, sql).unwrap().unwrap()
    };
    let part = "select count(*) from enrolment where ended_at is null";
    assert_eq!(count(&mut conn, part).await, 120);
    assert_eq!(count(&mut conn, "select count(*) from circle where kind = 'homeroom'").await, 4);
    let open = "select count(*) from review where done_at is null and lapsed_at is null";
    assert!(count(&mut conn, open).await > 2);
    assert!(count(&mut conn, "select count(*) from review where done_at is not null").await > 5);
    drop(conn);
    assert_eq!(guide.get("/courses/small-archives/").await.status, 200, "an empty one is there, too");
    let mut behind = visitor(&site, "karim").await;
    let way_in = behind.get("/courses/working-in-the-open/").await.text(".way-in");
    assert!(way_in.contains("earlier weeks have something left"), "one is behind: {way_in}");
}

#[tokio::test]
async fn no_letters_are_sent_about_a_past_that_was_made() {
    let site = Site::sample().await;
    run(&site.app, Options { members: Some(3), comments: Some(40), ..Options::default() }).await.unwrap();
    assert!(site.letters().await.is_empty());
}

/// Titles and texts of a crowd, in its order.
async fn contents(site: &Site) -> Vec<(String, String)> {
    let mut conn = site.app.db.read().await.unwrap();
    crate::all!(
        conn,
        "select p.title, c.source from comment c join post p on p.id = c.conversation
          where p.imported_from is not null order by c.id"
    )
    .unwrap()
}

#[tokio::test]
async fn a_crowd_is_as_large_as_was_asked_and_the_same_for_the_same_seed() {
    let options = |seed| Options { members: Some(12), comments: Some(400), seed, ..Options::default() };
    let (one, same, other) = (Site::sample().await, Site::sample().await, Site::sample().await);
    let made = run(&one.app, options(7)).await.unwrap();
    run(&same.app, options(7)).await.unwrap();
    run(&other.app, options(8)).await.unwrap();
    assert_eq!(made.members, 25 + 12);
    assert_eq!(contents(&one).await.len(), 400);
    assert_eq!(contents(&one).await, contents(&same).await);
    assert_ne!(contents(&one).await, contents(&other).await);

    let addresses = made.addresses.unwrap();
    for (address, count) in [(&addresses.ordinary, "55"), (&addresses.long, "200"), (&addresses.deep, "100")] {
        let page = one.stranger().get(address).await;
        assert!(page.text("h2[data-count]").starts_with(&format!("{count} thoughts")), "{address}");
    }
    let mut conn = one.app.db.read().await.unwrap();
    let deepest: Option<i64> =
        crate::value!(conn, "select max(n) from (select count(*) as n from comment group by root) t").unwrap();
    assert!(deepest.unwrap() >= 100);
    drop(conn);

    let again = run(&one.app, options(7)).await.unwrap();
    assert_eq!(again.addresses.unwrap().long, addresses.long);
    assert!(run(&one.app, options(8)).await.is_err());
}

#[test]
fn people_are_told_apart_by_their_pictures() {
    let paintings: Vec<_> = (0..24).map(|place| portraits::paint(&format!("person{place}"), place)).collect();
    for (place, one) in paintings.iter().enumerate() {
        for other in &paintings[place + 1..] {
            // Every 31st value is enough to tell.
            let pairs = one.iter().zip(other.iter()).step_by(31);
            let (count, apart) =
                pairs.fold((0, 0), |(count, sum), (a, b)| (count + 1, sum + u64::from(a.abs_diff(*b))));
            assert!(apart / count > 8, "two paintings are alike");
        }
    }
    assert_eq!(portraits::paint("ines", 0), portraits::paint("ines", 0));
}

#[tokio::test]
async fn whoever_signs_in_finds_something_new_and_everybody_is_written_to_as_they_chose() {
    let site = Site::sample().await;
    let told = site.told().await;
    for (_, name, _) in sign_in_links(&site.app).await.unwrap() {
        let mut conn = site.app.db.read().await.unwrap();
        let people = sample::read().unwrap().people;
        let handle = &people.iter().find(|person| person.name == name).unwrap().handle;
        let member = members::by_handle(&mut conn, handle).await.unwrap().unwrap();
        drop(conn);
        let mut browser = site.signed_in(member.id).await;
        let home = browser.get("/").await;
        // There is nothing new in conversations for the instructor, nor for somebody who fell behind.
        let is_news = !["tomasz", "karim"].contains(&handle.as_str());
        assert_eq!(home.attributes("a.bell", "data-bell") != ["0"], handle != "tomasz", "{handle}");
        assert!(!is_news || home.count(".for-you") == 1, "{handle}");
        let to = format!("To: {handle}@example.org");
        let letter = told.iter().find(|letter| letter.contains(&to));
        assert!(!is_news || letter.is_some_and(|letter| letter.contains("List-Unsubscribe:")), "{handle}");
    }
    let modes: std::collections::BTreeSet<String> =
        sample::read().unwrap().people.into_iter().filter_map(|person| Some(person.mail?.mode)).collect();
    assert_eq!(modes.into_iter().collect::<Vec<_>>(), ["daily", "never", "now", "weekly"]);
    assert!(told.iter().any(|letter| letter.contains("To: friederike@") && letter.contains("Zusammenfassung")));
    for handle in ["pekka", "walt", "salma"] {
        assert!(!told.iter().any(|letter| letter.contains(&format!("To: {handle}@"))), "{handle}");
    }
    assert_eq!(site.told().await.len(), told.len(), "and nobody twice");
}
