//! Requests for badges through their pages.

use futures_util::future::join_all;

use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{course, draft, put},
        testing::{Client, Reply, Site},
    },
    people::members::Role,
};

/// A badge in use that may be asked for; answers its address.
async fn badge(who: &mut Client, course: &str, repeats: &str) -> String {
    let fields = [
        ("name", "Careful reader"),
        ("description", "Reads what others wrote."),
        ("criteria", "Three answers."),
        ("level", "checkpoint"),
        ("repeats", repeats),
        ("course", course),
        ("requests", "1"),
    ];
    let made = who.post("/badges/new", &fields).await;
    assert_eq!(made.status, 303, "{}", made.body);
    let badge = made.location().unwrap().split('?').next().unwrap().to_owned();
    who.post(&format!("{badge}use"), &[("do", "begin")]).await;
    badge
}

async fn ask(who: &mut Client, badge: &str, words: &str) -> Reply {
    who.post(&format!("{badge}ask"), &[("words", words), ("address", "https://example.org/it")]).await
}

/// The addresses of what waits.
async fn waiting(who: &mut Client) -> Vec<String> {
    who.get("/badges/requests/").await.attributes("#waiting ~ ol a", "href")
}

async fn held(who: &mut Client) -> usize {
    who.get("/me/badges/").await.count("form[action^='/me/badges/']")
}

/// What is under the bell.
async fn told(who: &mut Client) -> Vec<String> {
    who.get("/me/notifications/").await.texts(".notice-group .what")
}

#[tokio::test]
async fn who_presses_approve_three_times_or_together_gives_one_badge_and_the_second_is_told_who_did() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut otto) = site.member_as("otto", Role::Organiser).await;
    let (_, mut bram) = site.member("bram").await;
    for repeats in ["person", "time"] {
        let before = (held(&mut bram).await, told(&mut bram).await.len());
        let badge = badge(&mut olga, "", repeats).await;
        assert_eq!(ask(&mut bram, &badge, "The thread on keys.").await.status, 303);
        assert_eq!(ask(&mut bram, &badge, "The thread on keys.").await.status, 303, "sent twice");
        let request = waiting(&mut olga).await;
        assert_eq!(request.len(), 1);
        assert_eq!(told(&mut otto).await.len(), 1, "once: {:?}", told(&mut otto).await);
        let both = [olga.clone(), olga.clone(), otto.clone(), olga.clone(), otto.clone()];
        let all = join_all(both.map(|mut who| {
            let request = request[0].clone();
            async move { who.post(&request, &[("do", "approve"), ("answer", "Well done")]).await }
        }))
        .await;
        assert_eq!(held(&mut bram).await, before.0 + 1);
        site.do_jobs().await;
        let own = bram.get("/me/badges/").await;
        assert_eq!(own.count(".medals a[href^='/credentials/']:not([download])"), before.0 + 1, "one credential");
        assert!(own.text(".medals").contains("The thread on keys."));
        assert_eq!(told(&mut bram).await.len(), before.1 + 1);
        let late: Vec<_> = all.iter().filter(|reply| reply.status == 422).collect();
        assert!(!late.is_empty(), "the second is told");
        for late in late {
            let said = late.text("main");
            assert!(said.contains("Olga decided on") || said.contains("Otto decided on"), "{said}");
            assert!(said.contains("Well done"), "nothing that was written is lost");
        }
        assert!(told(&mut otto).await.is_empty() && waiting(&mut otto).await.is_empty(), "nothing waits any more");
    }
}

#[tokio::test]
async fn a_member_sees_where_it_stands_says_more_takes_it_back_and_asks_again_after_a_no() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut bram) = site.member("bram").await;
    let badge = badge(&mut olga, "", "person").await;
    let form = format!("{badge}ask");
    assert_eq!(bram.get(&badge).await.attributes("a[href$='/ask']", "href"), [form.as_str()]);
    assert_eq!(ask(&mut bram, &badge, " ").await.status, 422);
    let both = [("words", "Mine"), ("address", "javascript:alert(1)")];
    let page = bram.post(&form, &both).await;
    assert_eq!((page.status.as_u16(), page.text("#q-words").trim().to_owned()), (422, "Mine".to_owned()));
    ask(&mut bram, &badge, "First words").await;
    assert!(bram.get("/me/badges/").await.text("#requests ~ ul").contains("Waits for a decision"));
    let request = waiting(&mut olga).await.remove(0);
    assert_eq!(olga.post(&request, &[("do", "more")]).await.status, 422, "not without saying what");
    assert_eq!(olga.post(&request, &[("do", "perhaps")]).await.status, 400);
    let page = olga.post(&request, &[("do", "more"), ("answer", "Which thread?")]).await;
    assert_eq!(page.status, 303);
    assert!(waiting(&mut olga).await.is_empty());
    let bell = bram.get("/me/notifications/").await;
    assert!(bell.text("main").contains("answered your request"), "{}", bell.text("main"));
    assert_eq!(bell.attributes(".notices .what", "href"), [form.as_str()]);
    let page = bram.get(&form).await;
    assert!(page.text("main").contains("Which thread?") && page.text("#q-words").contains("First words"));
    assert_eq!(bram.get("/me/notifications/").await.count("#new"), 0, "it was seen");
    ask(&mut bram, &badge, "The one on keys").await;
    assert_eq!(waiting(&mut olga).await, [request.as_str()], "the same one");
    olga.post(&request, &[("do", "decline"), ("answer", "Not yet")]).await;
    assert_eq!(held(&mut bram).await, 0);
    assert!(bram.get(&form).await.text("#before ~ ul").contains("Not yet"));
    ask(&mut bram, &badge, "Now it is").await;
    let second = waiting(&mut olga).await.remove(0);
    assert_ne!(second, request);
    assert_eq!(bram.post(&format!("{form}/withdraw"), &[]).await.status, 303);
    assert!(waiting(&mut olga).await.is_empty());
    assert_eq!(olga.post(&second, &[("do", "approve")]).await.status, 422, "it was taken back");
    assert_eq!(held(&mut bram).await, 0);
    ask(&mut bram, &badge, "After all").await;
    let third = waiting(&mut olga).await.remove(0);
    assert_eq!(olga.post(&third, &[("do", "approve")]).await.status, 303);
    assert_eq!(held(&mut bram).await, 1);
    let again = ask(&mut bram, &badge, "Once more").await;
    assert!(again.status == 422 && again.text("main").contains("You have this badge already"));
}

#[tokio::test]
async fn the_queue_shows_the_oldest_first_with_its_age_and_nobody_decides_about_their_own() {
    let site = Site::new().await;
    let (olga, mut organiser) = site.member_as("olga", Role::Organiser).await;
    let (ines, mut instructor) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let (_, mut cleo) = site.member("cleo").await;
    let run = course(&site, &olga, "open", &draft("Open")).await;
    put(&site, &run, ines.id, Part::Instructor).await;
    put(&site, &run, bram.id, Part::Member).await;
    let here = badge(&mut instructor, &run.id.to_string(), "person").await;
    let everywhere = badge(&mut organiser, "", "person").await;
    assert_eq!(brams.get("/badges/requests/").await.status, 403);
    assert_eq!(ask(&mut cleo, &here, "I am not in it").await.status, 422);
    ask(&mut brams, &here, "In the course").await;
    site.pass_minutes(2 * 24 * 60);
    ask(&mut cleo, &everywhere, "In the community").await;
    ask(&mut organiser, &everywhere, "My own").await;
    ask(&mut instructor, &here, "My own").await;
    site.pass_minutes(24 * 60);
    let page = organiser.get("/badges/requests/").await;
    let lines = page.texts("#waiting ~ ol li");
    assert_eq!(lines.len(), 3);
    assert!(lines[0].contains("Bram") && lines[0].contains("3 days"), "{lines:?}");
    assert!(lines[1].contains("Cleo") && lines[1].contains("a day"), "{lines:?}");
    assert!(lines[2].contains("Ines"), "{lines:?}");
    let own = waiting(&mut instructor).await;
    assert_eq!(own.len(), 1, "those of the course, and not one's own");
    let all = waiting(&mut organiser).await;
    for not_theirs in &all[1..] {
        assert_eq!(instructor.get(not_theirs).await.status, 404);
        assert_eq!(instructor.post(not_theirs, &[("do", "approve")]).await.status, 404);
    }
    assert_eq!(brams.post(&all[0], &[("do", "approve")]).await.status, 404);
    assert_eq!(instructor.post(&all[0], &[("do", "approve")]).await.status, 303);
    assert_eq!(held(&mut brams).await, 1);
    assert_eq!(told(&mut cleo).await.len(), 0);
}

#[tokio::test]
async fn a_badge_that_came_by_hand_meanwhile_is_not_given_twice() {
    let site = Site::new().await;
    let (olga, mut organiser) = site.member_as("olga", Role::Organiser).await;
    let (_, mut otto) = site.member_as("otto", Role::Organiser).await;
    let (bram, mut brams) = site.member("bram").await;
    let mut runs = vec![];
    for address in ["spring", "autumn"] {
        let run = course(&site, &olga, address, &draft(address)).await;
        put(&site, &run, bram.id, Part::Member).await;
        runs.push(run.id.to_string());
    }
    let badge = badge(&mut organiser, "", "run").await;
    let form = format!("{badge}ask");
    let words = ("words", "It");
    assert_eq!(brams.post(&form, &[words]).await.status, 422, "each says in which course");
    assert_eq!(brams.post(&form, &[words, ("course", &runs[0])]).await.status, 303);
    otto.post(&format!("{badge}award"), &[("who", "bram"), ("course", &runs[0])]).await;
    let request = waiting(&mut organiser).await.remove(0);
    let done = organiser.post(&request, &[("do", "approve")]).await;
    assert_eq!(done.location().unwrap(), "/badges/requests/?done=had");
    assert_eq!((held(&mut brams).await, told(&mut brams).await.len()), (1, 1));
    assert_eq!(brams.post(&form, &[words, ("course", &runs[0])]).await.status, 422);
    assert_eq!(brams.post(&form, &[words, ("course", &runs[1])]).await.status, 303);
    let request = waiting(&mut organiser).await.remove(0);
    organiser.post(&request, &[("do", "approve")]).await;
    assert_eq!(held(&mut brams).await, 2);
}

#[tokio::test]
async fn a_post_of_ones_own_shows_it_and_what_is_not_asked_for_is_not_there() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (bram, mut brams) = site.member("bram").await;
    let url = site.url(site.post(&bram, "My week").await).await;
    let badge = badge(&mut olga, "", "person").await;
    let form = format!("{badge}ask");
    let page = brams.get(&form).await;
    assert!(page.attributes("#q-post option", "value").contains(&url), "{:?}", page.attributes("option", "value"));
    let words = ("words", "See there");
    for wrong in [[("post", "/elsewhere/"), words], [("post", "https://example.org/"), words]] {
        assert_eq!(brams.post(&form, &wrong).await.status, 422);
    }
    assert_eq!(brams.post(&form, &[words, ("post", &url), ("address", "https://example.org/")]).await.status, 422);
    assert_eq!(brams.post(&form, &[words, ("post", &url)]).await.status, 303);
    assert_eq!(brams.get(&form).await.attributes("#q-post option[selected]", "value"), [url.as_str()]);
    let request = waiting(&mut olga).await.remove(0);
    assert!(olga.get(&request).await.attributes("main a", "href").iter().any(|link| link.ends_with(&url)));
    let edit = format!("{badge}edit");
    let seen = olga.get(&edit).await.attributes("[name=seen]", "value").remove(0);
    let fields = [
        ("name", "Careful reader"),
        ("description", "x"),
        ("criteria", "x"),
        ("level", "checkpoint"),
        ("repeats", "person"),
        ("seen", &seen),
    ];
    assert_eq!(olga.post(&edit, &fields).await.status, 303);
    assert_eq!(brams.post(&form, &[words]).await.status, 422, "it is asked for no longer");
    assert_eq!(brams.get(&form).await.status, 200, "what was asked stays to be seen");
    let (_, mut cleo) = site.member("cleo").await;
    assert_eq!(cleo.get(&form).await.status, 404);
}
