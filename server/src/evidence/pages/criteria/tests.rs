//! Rules through their pages.

use futures_util::future::join_all;

use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{course, draft, essay, put},
        testing::{Client, Site},
    },
    course::{
        assignments::{self, Assignment},
        courses::Course,
        modules,
        tribes::Door,
    },
    evidence::criteria,
    ids::{ConversationId, PostId},
    people::members::{Member, Role},
    talk::{
        appreciations::{self, Thing},
        conversations,
        posts::{self, Audience},
    },
};

/// A badge in use; answers its address.
async fn badge(who: &mut Client, name: &str, course: &str, repeats: &str) -> String {
    let fields = [
        ("name", name),
        ("description", "For what one does."),
        ("criteria", "See the rule."),
        ("level", "checkpoint"),
        ("repeats", repeats),
        ("course", course),
    ];
    let made = who.post("/badges/new", &fields).await;
    assert_eq!(made.status, 303, "{}", made.body);
    let badge = made.location().unwrap().split('?').next().unwrap().to_owned();
    who.post(&format!("{badge}use"), &[("do", "begin")]).await;
    badge
}

/// Saves a rule of these fields, as it was seen.
async fn set(who: &mut Client, badge: &str, fields: &[(&str, &str)]) -> u16 {
    let form = format!("{badge}rule");
    let seen = who.get(&form).await.attributes("[name=seen]", "value").remove(0);
    let all: Vec<_> = fields.iter().copied().chain([("seen", seen.as_str()), ("do", "save")]).collect();
    who.post(&form, &all).await.status.as_u16()
}

/// A course led by ines, with so many open modules.
async fn begun(site: &Site, address: &str, ines: &Member, weeks: i64) -> (Course, Vec<ConversationId>) {
    let course = course(site, ines, address, &draft(address)).await;
    let mut all = vec![];
    for week in 0..weeks {
        let it = modules::Draft::named(modules::Kind::Module, &format!("Week {week}"), None, None);
        let added =
            site.app.db.change(async |tx| modules::add(tx, &course, ines.id, &it).await).await.unwrap().unwrap();
        site.app.db.always(async |tx| modules::open(tx, &course, added).await).await.unwrap();
        all.push(added);
    }
    (course, all)
}

/// Publishes a post for a module.
async fn writes(site: &Site, course: &Course, who: &Member, module: ConversationId, audience: Audience) -> PostId {
    let post = site.draft(who, "My week", audience).await;
    let blog = site.blog_of(who).await;
    site.app
        .db
        .always(async |tx| {
            conversations::assign(tx, post.into(), Some(course.id), Some(module)).await?;
            posts::publish(tx, post, blog, &jiff::tz::TimeZone::UTC).await
        })
        .await
        .unwrap();
    post
}

async fn assignment(site: &Site, course: &Course, by: &Member) -> Assignment {
    let id = site.app.db.change(async |tx| assignments::add(tx, course, by.id, &essay()).await).await.unwrap().unwrap();
    site.app.db.always(async |tx| assignments::open(tx, course, id).await).await.unwrap();
    assignments::in_course(&mut site.app.db.read().await.unwrap(), course.id, id).await.unwrap().unwrap()
}

/// How many awards stand on one's own page, after what follows has followed.
async fn held(site: &Site, who: &mut Client) -> usize {
    site.do_jobs().await;
    who.get("/me/badges/").await.count("form[action^='/me/badges/']")
}

#[tokio::test]
async fn before_a_rule_is_saved_it_says_whom_it_concerns_and_then_they_have_it_at_once() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let (cleo, mut cleos) = site.member("cleo").await;
    let (course, weeks) = begun(&site, "open", &ines, 3).await;
    for member in [&bram, &cleo] {
        put(&site, &course, member.id, Part::Member).await;
    }
    for week in &weeks {
        writes(&site, &course, &bram, *week, Audience::Community).await;
        writes(&site, &course, &ines, *week, Audience::Public).await;
    }
    writes(&site, &course, &cleo, weeks[0], Audience::Circle(course.id)).await;
    let badge = badge(&mut teaches, "Three weeks", &course.id.to_string(), "person").await;
    let form = format!("{badge}rule");
    let rule = [("what1", "posted"), ("count1", "3"), ("need", "all"), ("do", "look")];
    let page = teaches.post(&form, &rule).await;
    assert_eq!(page.status, 200);
    assert!(page.text("main").contains("One person meets this rule"), "{}", page.text("main"));
    assert_eq!(page.texts("#whom ~ .rows .what"), ["Bram"]);
    assert_eq!(held(&site, &mut brams).await, 0, "looking gives nothing");
    let hidden: Vec<_> = page.attributes("main form input", "name");
    assert_eq!(hidden, ["seen", "need", "what1", "count1"]);
    // Back to the form, as it was chosen.
    let page = teaches.post(&form, &[&rule[..3], &[("do", "change")]].concat()).await;
    assert_eq!(page.attributes("#r-what1 option[selected]", "value"), ["posted"]);
    assert_eq!(set(&mut teaches, &badge, &rule[..3]).await, 303);
    assert_eq!((held(&site, &mut brams).await, held(&site, &mut cleos).await), (1, 0));
    let bell = brams.get("/me/notifications/").await;
    assert!(bell.text("main").contains("You earned a badge"), "{}", bell.text("main"));
    assert!(brams.get("/me/badges/").await.text(".medals").contains("Posts for 3 different modules"));
    // At once when it is met; once, however often anybody looks.
    writes(&site, &course, &cleo, weeks[1], Audience::Public).await;
    assert_eq!(held(&site, &mut cleos).await, 0);
    writes(&site, &course, &cleo, weeks[2], Audience::Public).await;
    assert_eq!(held(&site, &mut cleos).await, 1);
    join_all((0..4).map(|_| criteria::award_all(&site.app))).await;
    join_all((0..4).map(|_| criteria::award_to(&site.app, cleo.id))).await;
    assert_eq!((held(&site, &mut brams).await, held(&site, &mut cleos).await), (1, 1));
    assert_eq!(cleos.get("/me/notifications/").await.count(".notice-group"), 1);
    // Another rule takes nothing from those who have it.
    assert_eq!(set(&mut teaches, &badge, &[("what1", "gave"), ("count1", "9")]).await, 303);
    assert_eq!((held(&site, &mut brams).await, held(&site, &mut teaches).await), (1, 0));
    let page = site.stranger().get(&badge).await;
    assert!(page.text("main").contains("9 reviews given"), "{}", page.text("main"));
    teaches.post(&form, &[("do", "end")]).await;
    assert!(!site.stranger().get(&badge).await.text("main").contains("reviews given"));
}

#[tokio::test]
async fn one_sees_how_far_one_is_and_others_do_not() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let (course, weeks) = begun(&site, "open", &ines, 4).await;
    put(&site, &course, bram.id, Part::Member).await;
    let essay = assignment(&site, &course, &ines).await;
    let badge = badge(&mut teaches, "Four weeks", &course.id.to_string(), "person").await;
    let this = format!("handed-in-this:{}", essay.id);
    let rule = [("what1", "posted"), ("count1", "4"), ("what2", this.as_str()), ("need", "all")];
    assert_eq!(set(&mut teaches, &badge, &rule).await, 303);
    assert!(brams.get("/me/badges/progress/").await.text("main").contains("0 of 4"));
    for week in &weeks[..3] {
        writes(&site, &course, &bram, *week, Audience::Public).await;
    }
    let page = brams.get("/me/badges/progress/").await;
    assert!(page.text("main").contains("Posts for 4 different modules: 3 of 4"), "{}", page.text("main"));
    assert!(page.text("main").contains("“Your week” handed in: 0 of 1"), "{}", page.text("main"));
    // What only some may read is not named to others.
    assert!(brams.get(&badge).await.text("main").contains("“Your week” handed in"));
    let others = site.stranger().get(&badge).await.text("main");
    assert!(others.contains("A certain assignment") && !others.contains("Your week"), "{others}");
    let post = site.post_for(&bram, "It", Audience::Community).await;
    brams.post(&format!("{}hand-in", essay.url()), &[("post", &post.to_string())]).await;
    assert_eq!(held(&site, &mut brams).await, 0);
    writes(&site, &course, &bram, weeks[3], Audience::Public).await;
    assert_eq!(held(&site, &mut brams).await, 1);
    assert!(brams.get("/me/badges/progress/").await.text("main").contains("You have it"));
    // The title of the work is not in what is shown to others.
    assert!(!brams.get("/me/badges/").await.text(".medals").contains("Your week"));
    assert_eq!(teaches.get("/me/badges/progress/").await.count(".empty"), 1, "not by a rule of one's own");
}

#[tokio::test]
async fn what_few_may_read_gives_nobody_a_badge() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let (course, weeks) = begun(&site, "open", &ines, 2).await;
    let tribe = site.tribe(&bram, "Quiet", Door::Open).await;
    put(&site, &course, bram.id, Part::Member).await;
    let badge = badge(&mut teaches, "Two weeks", &course.id.to_string(), "person").await;
    assert_eq!(set(&mut teaches, &badge, &[("what1", "posted"), ("count1", "2")]).await, 303);
    writes(&site, &course, &bram, weeks[0], Audience::Me).await;
    writes(&site, &course, &bram, weeks[0], Audience::Circle(tribe.id)).await;
    writes(&site, &course, &bram, weeks[1], Audience::Public).await;
    assert_eq!(held(&site, &mut brams).await, 0);
    writes(&site, &course, &bram, weeks[0], Audience::Circle(course.id)).await;
    assert_eq!(held(&site, &mut brams).await, 1);
}

#[tokio::test]
async fn who_declined_a_badge_or_had_it_taken_back_does_not_get_it_again_by_itself() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let (cleo, mut cleos) = site.member("cleo").await;
    let (course, weeks) = begun(&site, "open", &ines, 4).await;
    for member in [&bram, &cleo] {
        put(&site, &course, member.id, Part::Member).await;
    }
    let badge = badge(&mut teaches, "A week", &course.id.to_string(), "time").await;
    assert_eq!(set(&mut teaches, &badge, &[("what1", "posted"), ("count1", "1")]).await, 303);
    writes(&site, &course, &bram, weeks[0], Audience::Public).await;
    writes(&site, &course, &cleo, weeks[0], Audience::Public).await;
    assert_eq!((held(&site, &mut brams).await, held(&site, &mut cleos).await), (1, 1));
    let own = brams.get("/me/badges/").await.attributes("form[action^='/me/badges/']", "action").remove(0);
    brams.post(&own, &[("do", "decline")]).await;
    let awards = teaches.get(&badge).await.attributes("#awards ~ .rows a[href*='/awards/']", "href");
    let mut taken = None;
    for award in &awards {
        if teaches.get(award).await.text("main").contains("Cleo") {
            taken = Some(award);
        }
    }
    teaches.post(taken.unwrap(), &[("why", "By mistake")]).await;
    for member in [&bram, &cleo] {
        writes(&site, &course, member, weeks[1], Audience::Public).await;
    }
    criteria::award_all(&site.app).await.unwrap();
    assert_eq!(held(&site, &mut brams).await, 1, "the declined one, and no other");
    assert_eq!(held(&site, &mut cleos).await, 1, "the second time, and not the first again");
    let progress = brams.get("/me/badges/progress/").await;
    assert_eq!(progress.count(".empty"), 1, "who does not want it is not reminded of it");
}

#[tokio::test]
async fn once_per_person_per_course_or_each_time_counts_by_rule_and_by_hand() {
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (bram, mut brams) = site.member("bram").await;
    let mut runs = vec![];
    for address in ["spring", "autumn"] {
        let (course, weeks) = begun(&site, address, &ines, 2).await;
        put(&site, &course, bram.id, Part::Member).await;
        runs.push((course, weeks));
    }
    let mut badges = vec![];
    for repeats in ["person", "run", "time"] {
        let badge = badge(&mut olga, repeats, "", repeats).await;
        assert_eq!(set(&mut olga, &badge, &[("what1", "posted"), ("count1", "2")]).await, 303);
        badges.push(badge);
    }
    // By hand first, in one of the courses.
    for badge in &badges {
        let spring = runs[0].0.id.to_string();
        let given = olga.post(&format!("{badge}award"), &[("who", "bram"), ("course", &spring)]).await;
        assert_eq!(given.status, 303);
    }
    for (course, weeks) in &runs {
        for week in weeks {
            writes(&site, course, &bram, *week, Audience::Public).await;
            site.do_jobs().await;
        }
    }
    criteria::award_all(&site.app).await.unwrap();
    assert_eq!(held(&site, &mut brams).await, 1 + 2 + 3);
    let page = brams.get("/me/badges/").await;
    assert_eq!(page.count(".medals > li"), 3, "what repeats stands there once");
    assert!(page.text(".medals").contains("3 times"), "{}", page.text(".medals"));
    // And by hand after.
    let autumn = runs[1].0.id.to_string();
    site.pass_minutes(1);
    for (badge, status) in badges.iter().zip([422, 422, 303]) {
        let given = olga.post(&format!("{badge}award"), &[("who", "bram"), ("course", &autumn)]).await;
        assert_eq!(given.status.as_u16(), status, "{badge}");
    }
}

#[tokio::test]
async fn thanks_answers_reviews_and_other_badges_count() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (bram, mut brams) = site.member("bram").await;
    let (cleo, mut cleos) = site.member("cleo").await;
    let (course, weeks) = begun(&site, "open", &ines, 1).await;
    for member in [&bram, &cleo] {
        put(&site, &course, member.id, Part::Member).await;
    }
    let helped = badge(&mut olga, "Helped", "", "person").await;
    assert_eq!(
        set(&mut olga, &helped, &[("what1", "thanked"), ("count1", "2"), ("what2", "answered"), ("count2", "2")]).await,
        303
    );
    let crown = badge(&mut olga, "Crown", "", "person").await;
    let holds = format!("holds:{}", helped.trim_start_matches("/badges/").trim_end_matches('/'));
    assert_eq!(set(&mut olga, &crown, &[("what1", &holds)]).await, 303);
    let post = site.post(&cleo, "A question").await;
    let first = site.comment(&bram, post, None, "An answer.").await;
    let asked = site.comment(&ines, post, None, "And mine?").await;
    site.comment(&bram, post, Some(asked), "That, too.").await;
    let thank = async |who: &Member, thing: Thing| {
        site.app.db.always(async |tx| appreciations::thank(tx, who.id, thing).await).await.unwrap();
    };
    thank(&cleo, Thing::Comment(first, post.into())).await;
    thank(&bram, Thing::Comment(first, post.into())).await;
    assert_eq!(held(&site, &mut brams).await, 0, "one's own thanks are none");
    thank(&ines, Thing::Comment(first, post.into())).await;
    assert_eq!(held(&site, &mut brams).await, 2, "a badge, and the one that takes it");
    // Handed in and reviewed; reviewed somebody.
    let essay = assignment(&site, &course, &ines).await;
    let reviewed = badge(&mut teaches, "Reviewed", &course.id.to_string(), "person").await;
    let rule = [("what1", "reviewed"), ("count1", "1"), ("what2", "gave"), ("count2", "1"), ("need", "1")];
    assert_eq!(set(&mut teaches, &reviewed, &rule).await, 303);
    let own = writes(&site, &course, &cleo, weeks[0], Audience::Public).await;
    cleos.post(&format!("{}hand-in", essay.url()), &[("post", &own.to_string())]).await;
    assert_eq!(held(&site, &mut cleos).await, 0);
    let form = brams.post(&format!("{}reviews", essay.url()), &[]).await.location().unwrap();
    let answers = [
        ("question-0", "What stayed with you?"),
        ("words-0", "The end."),
        ("question-1", "Are its sources named?"),
        ("choice-1", "yes"),
        ("do", "hand-in"),
    ];
    assert_eq!(brams.post(&form, &answers).await.status, 303);
    assert_eq!((held(&site, &mut brams).await, held(&site, &mut cleos).await), (3, 1));
}

#[tokio::test]
async fn a_rule_that_says_nothing_comes_back_as_it_was_typed_and_two_windows_do_not_overwrite_one_another() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut bram) = site.member("bram").await;
    let badge = badge(&mut olga, "Reader", "", "person").await;
    let form = format!("{badge}rule");
    for (fields, wrong) in [
        (vec![("need", "all")], "#r-what1"),
        (vec![("what2", "posted"), ("count2", "many")], "#r-count2"),
        (vec![("what1", "posted"), ("count1", "0")], "#r-count1"),
        (vec![("what1", "posted"), ("count1", "1001")], "#r-count1"),
        (vec![("what1", "flown"), ("count1", "1")], "#r-what1"),
        (vec![("what1", "holds:1")], "#r-what1"),
        (vec![("what1", "posted"), ("count1", "2"), ("need", "2")], "#r-need"),
    ] {
        let page = olga.post(&form, &fields).await;
        assert_eq!((page.status.as_u16(), page.attributes(".notice.bad a", "href")), (422, vec![wrong.to_owned()]));
    }
    let page = olga.post(&form, &[("what1", "posted"), ("count1", "2"), ("what2", "posted"), ("count2", "3")]).await;
    assert_eq!((page.status.as_u16(), page.attributes("#r-count2", "value")), (422, vec!["3".to_owned()]));
    let save = [("what1", "posted"), ("count1", "2"), ("do", "save"), ("seen", "")];
    assert_eq!(olga.post(&form, &save).await.status, 303);
    assert_eq!(olga.post(&form, &save).await.status, 303, "pressed twice");
    let other = [("what1", "posted"), ("count1", "5"), ("do", "save"), ("seen", "")];
    let page = olga.post(&form, &other).await;
    assert_eq!((page.status.as_u16(), page.attributes("#r-count1", "value")), (422, vec!["5".to_owned()]));
    assert_eq!(bram.get(&form).await.status, 404);
    assert_eq!(bram.post(&form, &save).await.status, 404);
}

#[tokio::test]
async fn what_is_deleted_or_waits_does_not_count_and_what_was_earned_stays() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (bram, mut brams) = site.member("bram").await;
    let (cleo, _) = site.member("cleo").await;
    let badge = badge(&mut olga, "Answered", "", "person").await;
    assert_eq!(set(&mut olga, &badge, &[("what1", "answered"), ("count1", "1")]).await, 303);
    let own = site.post(&bram, "Mine").await;
    site.comment(&bram, own, None, "To myself.").await;
    let post = site.post(&cleo, "A question").await;
    let spoken = site.comment(&bram, post, None, "An answer.").await;
    assert_eq!(brams.post(&format!("/comments/{spoken}/delete"), &[]).await.status, 303);
    assert_eq!(held(&site, &mut brams).await, 0, "what is gone before anybody looked");
    let again = site.comment(&bram, post, None, "Another answer.").await;
    assert_eq!(held(&site, &mut brams).await, 1);
    assert_eq!(brams.post(&format!("/comments/{again}/delete"), &[]).await.status, 303);
    criteria::award_all(&site.app).await.unwrap();
    assert_eq!(held(&site, &mut brams).await, 1);
    assert!(brams.get("/me/badges/progress/").await.text("main").contains("You have it"));
}
