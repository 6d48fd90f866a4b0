//! Badges through their pages.

use futures_util::future::join_all;

use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{course, draft, put},
        testing::{Client, Reply, Site},
    },
    kit::files::picture,
    people::members::Role,
};

const BADGE: [(&str, &str); 6] = [
    ("name", "Careful reader"),
    ("description", "Reads what others wrote."),
    ("criteria", "Three answers\nthat were thanked for."),
    ("level", "checkpoint"),
    ("repeats", "person"),
    ("course", ""),
];

/// A badge in use, with some of it as given here; answers its address.
async fn define(who: &mut Client, more: &[(&str, &str)]) -> String {
    let mut fields = BADGE.to_vec();
    fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    fields.extend(more);
    let made = who.post("/badges/new", &fields).await;
    assert_eq!(made.status, 303, "{}", made.body);
    let badge = made.location().unwrap().split('?').next().unwrap().to_owned();
    assert_eq!(who.post(&format!("{badge}use"), &[("do", "begin")]).await.status, 303);
    badge
}

async fn give(who: &mut Client, badge: &str, to: &str, more: &[(&str, &str)]) -> Reply {
    let mut fields = vec![("who", to)];
    fields.extend(more);
    who.post(&format!("{badge}award"), &fields).await
}

/// How many awards stand on one's own page.
async fn held(who: &mut Client) -> usize {
    who.get("/me/badges/").await.count("form[action^='/me/badges/']")
}

#[tokio::test]
async fn a_badge_is_a_draft_then_in_use_and_then_only_those_who_lead_change_it() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut bram) = site.member("bram").await;
    assert_eq!(olga.get("/badges/").await.count(".empty"), 1);
    let made = olga.post("/badges/new", &BADGE).await.location().unwrap();
    let badge = made.split('?').next().unwrap().to_owned();
    assert_eq!(olga.get(&badge).await.status, 200);
    assert_eq!(bram.get(&badge).await.status, 404);
    assert_eq!(bram.get("/badges/").await.count(".medals li"), 0);
    let early = give(&mut olga, &badge, "bram", &[]).await;
    assert_eq!((early.status.as_u16(), held(&mut bram).await), (422, 0), "a draft is not given");
    olga.post(&format!("{badge}use"), &[("do", "begin")]).await;
    let page = site.stranger().get(&badge).await;
    assert!(page.text("main").contains("that were thanked for."), "{}", page.body);
    assert_eq!(page.count("main form"), 0);
    for form in ["edit", "use", "award"] {
        assert_eq!(bram.post(&format!("{badge}{form}"), &BADGE).await.status, 404, "{form}");
    }
    let picture = page.attributes("main img", "src").remove(0);
    let png = site.stranger().bytes(&picture).await;
    assert!(picture::medal(&png).is_ok());
    // Another window.
    let seen = olga.get(&format!("{badge}edit")).await.attributes("[name=seen]", "value").remove(0);
    site.pass_minutes(1);
    let with = |name: &'static str, seen: &str| -> Vec<(&'static str, String)> {
        let mut fields: Vec<_> = BADGE.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        fields[0].1 = name.to_owned();
        fields.push(("seen", seen.to_owned()));
        fields
    };
    for (name, status) in [("Reader", 303), ("Other", 422)] {
        let fields = with(name, &seen);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let sent = olga.post(&format!("{badge}edit"), &fields).await;
        assert_eq!(sent.status.as_u16(), status);
    }
    assert_eq!(bram.get(&badge).await.text("h1"), "Reader");
}

#[tokio::test]
async fn who_is_given_a_badge_is_told_and_others_see_it_when_they_say_so() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut bram) = site.member("bram").await;
    let badge = define(&mut olga, &[]).await;
    let link = ("address", "https://example.org/my work");
    assert_eq!(give(&mut olga, &badge, "@Bram", &[("evidence", "The thread on keys."), link]).await.status, 303);
    let bell = bram.get("/me/notifications/").await;
    assert_eq!(bell.attributes(".notices .what", "href"), ["/me/badges/"], "{}", bell.text("main"));
    assert!(bell.text(".notices").contains("Careful reader"));
    let own = bram.get("/me/badges/").await;
    assert!(own.text(".medals").contains("The thread on keys."));
    assert_eq!(own.attributes(".medals a[rel~=ugc]", "href"), ["https://example.org/my%20work"]);
    assert_eq!(bram.get("/me/notifications/").await.count("#new"), 0, "it was seen");
    let shown = async || site.stranger().get("/members/bram/").await.count("#badges ~ ul li");
    assert_eq!(shown().await, 0, "quiet until its holder says so");
    let own = own.attributes("form[action^='/me/badges/']", "action").remove(0);
    for (does, seen) in [("show", 1), ("hide", 0), ("show", 1), ("decline", 0), ("show", 0), ("accept", 0), ("show", 1)]
    {
        assert_eq!(bram.post(&own, &[("do", does)]).await.status, 303);
        assert_eq!(shown().await, seen, "{does}");
    }
    // It is nobody else's to decide about.
    olga.post(&own, &[("do", "hide")]).await;
    assert_eq!(shown().await, 1);
    assert_eq!(bram.post(&own, &[("do", "sell")]).await.status, 400);
}

#[tokio::test]
async fn two_who_give_a_badge_at_once_give_one_and_the_second_is_told_who_did() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, otto) = site.member_as("otto", Role::Organiser).await;
    let (_, mut bram) = site.member("bram").await;
    let badge = define(&mut olga, &[]).await;
    let both = [olga.clone(), otto.clone(), otto.clone(), olga.clone()];
    let all = join_all(both.map(|mut who| {
        let badge = badge.clone();
        async move { give(&mut who, &badge, "bram", &[("evidence", "Kept")]).await }
    }))
    .await;
    assert_eq!(held(&mut bram).await, 1);
    assert_eq!(bram.get("/me/notifications/").await.count(".notice-group"), 1);
    let late = all.iter().find(|reply| reply.status == 422).expect("the second is told");
    assert!(late.text("main").contains("gave it on"), "{}", late.text("main"));
    assert_eq!(late.text("#a-evidence"), "Kept");
    // Who pressed twice gave it.
    assert!(all.iter().filter(|reply| reply.status == 303).count() <= 2);
    for bad in ["nobody", "", "olga", "bram; drop table award"] {
        assert_eq!(give(&mut olga, &badge, bad, &[]).await.status, 422, "{bad}");
    }
}

#[tokio::test]
async fn the_setting_decides_how_often_somebody_has_a_badge() {
    let site = Site::new().await;
    let (olga, mut client) = site.member_as("olga", Role::Organiser).await;
    let (bram, mut holder) = site.member("bram").await;
    let mut runs = vec![];
    for address in ["spring", "autumn"] {
        let run = course(&site, &olga, address, &draft(address)).await;
        put(&site, &run, bram.id, Part::Member).await;
        runs.push(run.id.to_string());
    }
    for (repeats, expected) in [("person", 1), ("run", 2), ("time", 6)] {
        let before = held(&mut holder).await;
        let badge = define(&mut client, &[("repeats", repeats), ("name", repeats)]).await;
        for run in [&runs[0], &runs[1], &runs[0]] {
            for _ in 0..2 {
                site.pass_minutes(1);
                give(&mut client, &badge, "bram", &[("course", run)]).await;
            }
        }
        assert_eq!(held(&mut holder).await - before, expected, "{repeats}");
        // Once somebody has it, the setting stays.
        let edit = client.get(&format!("{badge}edit")).await;
        assert_eq!(edit.count("[name=repeats]"), 0);
    }
    let page = holder.get("/me/badges/").await;
    assert_eq!(page.count(".medals > li"), 3, "what repeats stands there once");
    assert!(page.text(".medals").contains("6 times"));
}

#[tokio::test]
async fn instructors_give_the_badges_of_their_course_to_those_in_it() {
    let site = Site::new().await;
    let (olga, mut organiser) = site.member_as("olga", Role::Organiser).await;
    let (ines, mut instructor) = site.member("ines").await;
    let (bram, mut holder) = site.member("bram").await;
    site.member("elsewhere").await;
    let run = course(&site, &olga, "open", &draft("Open")).await;
    let other = course(&site, &olga, "other", &draft("Other")).await;
    assert_eq!(instructor.get("/badges/new").await.status, 403);
    put(&site, &run, ines.id, Part::Instructor).await;
    put(&site, &run, bram.id, Part::Member).await;
    for not_theirs in [String::new(), other.id.to_string()] {
        let mut fields = BADGE.to_vec();
        fields[5].1 = &not_theirs;
        assert_eq!(instructor.post("/badges/new", &fields).await.status, 422);
    }
    let badge = define(&mut instructor, &[("course", &run.id.to_string())]).await;
    assert_eq!(give(&mut instructor, &badge, "elsewhere", &[]).await.status, 422);
    assert_eq!(give(&mut instructor, &badge, "bram", &[]).await.status, 303);
    assert_eq!(held(&mut holder).await, 1);
    let community = define(&mut organiser, &[]).await;
    assert_eq!(give(&mut instructor, &community, "bram", &[]).await.status, 404);
}

#[tokio::test]
async fn an_award_is_taken_back_with_a_reason_and_can_be_given_anew() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut bram) = site.member("bram").await;
    site.member("cleo").await;
    let badge = define(&mut olga, &[]).await;
    give(&mut olga, &badge, "bram", &[]).await;
    give(&mut olga, &badge, "cleo", &[]).await;
    let awards = olga.get(&badge).await.attributes("#awards ~ .rows a[href*='/awards/']", "href");
    let (brams, other) = (&awards[1], define(&mut olga, &[("name", "Other")]).await);
    assert_eq!(bram.get(brams).await.status, 404);
    assert_eq!(bram.post(brams, &[("why", "Mine")]).await.status, 404);
    let elsewhere = brams.replace(&badge, &other);
    assert_eq!(olga.post(&elsewhere, &[("why", "Wrong badge")]).await.status, 404);
    let page = olga.post(brams, &[("why", " ")]).await;
    assert_eq!((page.status.as_u16(), page.attributes(".notice.bad a", "href")), (422, vec!["#t-why".to_owned()]));
    assert_eq!(olga.post(brams, &[("why", "Given by mistake")]).await.status, 303);
    assert_eq!(held(&mut bram).await, 0);
    assert_eq!(bram.get("/me/notifications/").await.count(".notice-group"), 0, "nothing is said of what is gone");
    assert!(olga.get(brams).await.text("main").contains("Given by mistake"));
    assert_eq!(olga.get(&badge).await.texts("#awards ~ .rows .label").len(), 1, "the other one keeps theirs");
    site.pass_minutes(1);
    assert_eq!(give(&mut olga, &badge, "bram", &[]).await.status, 303);
    assert_eq!(held(&mut bram).await, 1);
    // Given no longer: whoever has it keeps it, and it can still be looked up.
    olga.post(&format!("{badge}use"), &[("do", "end")]).await;
    assert_eq!((held(&mut bram).await, site.stranger().get(&badge).await.status.as_u16()), (1, 200));
}

#[tokio::test]
async fn a_badge_has_a_picture_of_its_own_made_anew() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut bram) = site.member("bram").await;
    let badge = define(&mut olga, &[]).await;
    let form = format!("{badge}picture");
    let drawn = olga.get(&badge).await.attributes("main img", "src").remove(0);
    let png = site.stranger().bytes(&drawn).await;
    assert_eq!(bram.upload(&form, "picture", "own.png", &png).await.status, 404);
    assert_eq!(
        olga.upload(&form, "picture", "own.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>").await.status,
        422
    );
    assert_eq!(olga.upload(&form, "picture", "own.png", &png).await.status, 303);
    let own = olga.get(&badge).await.attributes("main img", "src").remove(0);
    assert_ne!(own, drawn);
    let kept = site.stranger().bytes(&own).await;
    assert!(kept.starts_with(b"\x89PNG"));
    // What nothing uses goes; this is used.
    site.pass_minutes(3 * 24 * 60);
    crate::talk::kept_files::forget_unused(&site.app).await.unwrap();
    assert_eq!(site.stranger().bytes(&own).await, kept);
}
