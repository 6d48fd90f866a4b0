//! What is announced to a course, a homeroom or a tribe: those in it are told everywhere, and nobody else anywhere.

use jiff::tz::TimeZone;

use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{course, draft, put},
        testing::{Client, Reply, Site},
    },
    course::{
        courses::{self, Course},
        homerooms::{self, By, Homeroom},
        tribes::{self, Door},
    },
    ids::{CircleId, ConversationId},
    links::{
        announcements::rules,
        mailing::{Choice, Mode},
    },
    people::members::{Member, Role},
    schedule,
};

const TITLE: &str = "The boat leaves early";

fn form<'a>(later: &'a str, from: &'a str) -> [(&'a str, &'a str); 6] {
    [
        ("title", TITLE),
        ("text", "At *nine* already."),
        ("language", "en"),
        ("from", from),
        ("until", ""),
        ("later", later),
    ]
}

fn list(circle: CircleId) -> String {
    format!("/announcements/for/{circle}/")
}

/// Writes and publishes one; answers where it is managed, and its number.
async fn announce(who: &mut Client, circle: CircleId, later: &str, from: &str) -> (String, ConversationId) {
    let place = who.post(&format!("{}new", list(circle)), &form(later, from)).await.location().unwrap();
    let id = place.trim_end_matches('/').rsplit('/').next().unwrap().parse().unwrap();
    assert_eq!(who.post(&format!("{place}publish"), &[]).await.status, 303);
    (place, id)
}

fn bell(page: &Reply) -> String {
    page.attributes("a.bell", "data-bell")[0].clone()
}

async fn letters(site: &Site) -> Vec<String> {
    site.told().await;
    site.wait(3).await
}

fn to<'a>(letters: &'a [String], who: &str) -> Option<&'a String> {
    letters.iter().find(|letter| letter.contains(&format!("To: {who}@example.org")))
}

async fn is_told(who: &mut Client, id: ConversationId, group: &str) {
    let page = who.get("/").await;
    assert_eq!((page.text(".banner a"), bell(&page)), (TITLE.into(), "1".into()));
    assert!(page.text(".banner").contains(group), "{}", page.text(".banner"));
    let told = who.get("/me/notifications/").await;
    assert!(told.text(".notice-group").contains(&format!("For everybody in {group}")), "{}", told.body);
    assert!(told.text(".notice-group").contains("At nine already."));
    assert_eq!(who.get(&format!("/announcements/{id}/")).await.text(".prose em"), "nine");
}

/// Neither at the top of a page, nor in a count or a list, nor at its address; and nothing can be done with it.
async fn knows_nothing(who: &mut Client, circle: CircleId, id: ConversationId) {
    for page in ["/", "/river/", "/river/mine/", "/me/notifications/", "/courses/", "/tribes/"] {
        let page = who.get(page).await;
        assert!(!page.body.contains(TITLE), "{}", page.body);
        assert_eq!((page.count(".banner"), bell(&page)), (0, "0".into()));
    }
    let (url, list) = (format!("/announcements/{id}/"), list(circle));
    assert_eq!(who.get(&url).await.status, 404);
    for path in ["", "new", &format!("{id}/"), &format!("{id}/edit")] {
        assert_eq!(who.get(&format!("{list}{path}")).await.status, 404, "{path}");
    }
    for path in ["new", &format!("{id}/edit"), &format!("{id}/publish"), &format!("{id}/withdraw")] {
        assert_eq!(who.post(&format!("{list}{path}"), &form("see", "")).await.status, 404, "{path}");
    }
    let watch = [("kind", "conversation"), ("subject", &*id.to_string()), ("level", "now")];
    assert_eq!(who.post("/me/watches", &watch).await.status, 404);
    assert_eq!(who.get(&format!("/conversations/{id}/")).await.status, 404);
}

/// A course with two homerooms: Bram is in the first, which Adaeze looks after, Tom in the second, which Yusuf does.
struct Taught {
    course: Course,
    rooms: Vec<Homeroom>,
    ines: (Member, Client),
    adaeze: (Member, Client),
    yusuf: (Member, Client),
    bram: (Member, Client),
    tom: (Member, Client),
}

async fn rooms(site: &Site) -> Taught {
    let ines = site.member_as("ines", Role::Instructor).await;
    let course = course(site, &ines.0, "open", &draft("Open water")).await;
    let (bram, tom) = (site.member("bram").await, site.member("tom").await);
    let (adaeze, yusuf) = (site.member("adaeze").await, site.member("yusuf").await);
    for (member, part) in
        [(&bram.0, Part::Member), (&tom.0, Part::Member), (&adaeze.0, Part::Guide), (&yusuf.0, Part::Guide)]
    {
        put(site, &course, member.id, part).await;
    }
    let name = |number| format!("Homeroom {number}");
    site.app.db.change(async |tx| homerooms::place(tx, &course, 2, By::Chance, name).await).await.unwrap().unwrap();
    site.app.db.always(async |tx| homerooms::add(tx, &course, name).await).await.unwrap();
    let rooms = homerooms::all(&mut site.app.db.read().await.unwrap(), course.id).await.unwrap();
    site.app
        .db
        .always(async |tx| {
            homerooms::move_to(tx, course.id, tom.0.id, Some(rooms[1].id)).await?;
            homerooms::give_guide(tx, &course, rooms[0].id, adaeze.0.id).await?;
            homerooms::give_guide(tx, &course, rooms[1].id, yusuf.0.id).await
        })
        .await
        .unwrap();
    Taught { course, rooms, ines, adaeze, yusuf, bram, tom }
}

#[tokio::test]
async fn what_is_announced_to_a_course_reaches_all_in_it_and_nobody_else() {
    let site = Site::new().await;
    let mut it = rooms(&site).await;
    let (_, mut lena) = site.member("lena").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let circle = it.course.id;
    for not_leading in [&mut it.adaeze.1, &mut it.bram.1] {
        assert_eq!(not_leading.get(&format!("{}new", list(circle))).await.status, 404);
        assert_eq!(not_leading.post(&format!("{}new", list(circle)), &form("see", "")).await.status, 404);
        let list = not_leading.get(&list(circle)).await;
        assert!(list.text(".empty").contains("Nothing has been announced"), "{}", list.body);
    }
    let page = it.ines.1.get("/courses/open/").await;
    assert!(page.body.contains(&list(circle)));
    let place = it.ines.1.post(&format!("{}new", list(circle)), &form("see", "")).await.location().unwrap();
    let id: ConversationId = place.trim_end_matches('/').rsplit('/').next().unwrap().parse().unwrap();
    let preview = it.ines.1.get(&place).await;
    assert_eq!(preview.text("#who"), "4 members will be told", "whoever writes it knows");
    assert!(!it.bram.1.get(&list(circle)).await.body.contains(TITLE), "a draft is nobody's business");
    assert_eq!(it.bram.1.get(&place).await.status, 404);
    assert_eq!(it.ines.1.post(&format!("{place}publish"), &[]).await.status, 303);
    let letters = letters(&site).await;
    for (who, client) in
        [("bram", &mut it.bram.1), ("tom", &mut it.tom.1), ("adaeze", &mut it.adaeze.1), ("yusuf", &mut it.yusuf.1)]
    {
        let letter = to(&letters, who).unwrap();
        assert!(letter.contains(TITLE) && letter.contains("For everybody in Open water"), "{letter}");
        is_told(client, id, "Open water").await;
    }
    assert_eq!(letters.len(), 4, "{letters:#?}");
    let listed = it.bram.1.get(&list(circle)).await;
    assert_eq!(listed.attributes(".rows a", "href"), [format!("/announcements/{id}/")]);
    for other in [&mut lena, &mut olga] {
        knows_nothing(other, circle, id).await;
    }
    assert!(!olga.get("/manage/announcements/").await.body.contains(TITLE));
    assert_eq!(olga.get(&format!("/manage/announcements/{id}/")).await.status, 404);
    assert_eq!(olga.post(&format!("/manage/announcements/{id}/withdraw"), &[]).await.status, 404);
    assert!(!olga.get("/manage/log/").await.body.contains(TITLE));
    assert_eq!(site.stranger().get(&format!("/announcements/{id}/")).await.status, 401);
    assert!(!site.stranger().get("/feed/").await.body.contains(TITLE));
}

#[tokio::test]
async fn what_a_guide_announces_is_for_their_homeroom_and_for_nobody_who_left_it() {
    let site = Site::new().await;
    let mut it = rooms(&site).await;
    let room = it.rooms[0].clone();
    assert!(it.adaeze.1.get(&room.url()).await.body.contains(&list(room.id)));
    let (_, id) = announce(&mut it.adaeze.1, room.id, "see", "").await;
    is_told(&mut it.bram.1, id, "Homeroom 1").await;
    for other in [&mut it.tom.1, &mut it.yusuf.1, &mut it.ines.1] {
        knows_nothing(other, room.id, id).await;
    }
    let letters = letters(&site).await;
    assert!(letters.is_empty(), "who has read it is sent no e-mail: {letters:#?}");
    let other = it.rooms[1].id;
    site.app.db.always(async |tx| homerooms::move_to(tx, it.course.id, it.bram.0.id, Some(other)).await).await.unwrap();
    knows_nothing(&mut it.bram.1, room.id, id).await;
    // Whoever comes in later sees it at the top, and is told of it nowhere else.
    site.pass_minutes(1);
    site.app
        .db
        .always(async |tx| homerooms::move_to(tx, it.course.id, it.tom.0.id, Some(room.id)).await)
        .await
        .unwrap();
    let page = it.tom.1.get("/").await;
    assert_eq!((page.text(".banner a"), bell(&page)), (TITLE.into(), "0".into()));
    assert_eq!(it.tom.1.get("/me/notifications/").await.count(".notice-group"), 0);
    assert_eq!(site.wait(26 * 60).await.len(), 0);
}

#[tokio::test]
async fn what_is_announced_in_a_hidden_tribe_stays_there() {
    let site = Site::new().await;
    let (lena, mut leads) = site.member("lena").await;
    let (milo, mut milos) = site.member("milo").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let tribe = site.tribe(&lena, "Quiet corner", Door::Hidden).await;
    site.come_in(&tribe, &milo).await;
    assert!(leads.get(&tribe.url()).await.body.contains(&list(tribe.id)));
    assert_eq!(milos.get(&format!("{}new", list(tribe.id))).await.status, 404);
    let (place, id) = announce(&mut leads, tribe.id, "see", "").await;
    is_told(&mut milos, id, "Quiet corner").await;
    assert_eq!(bell(&leads.get("/").await), "0", "nobody is told of their own words");
    knows_nothing(&mut olga, tribe.id, id).await;
    site.app.db.change(async |tx| tribes::leave(tx, tribe.id, milo.id).await).await.unwrap().unwrap();
    knows_nothing(&mut milos, tribe.id, id).await;
    leads.post(&format!("{place}withdraw"), &[]).await;
    assert_eq!(leads.get("/").await.count(".banner"), 0);
    assert_eq!(leads.get(&format!("/announcements/{id}/")).await.status, 404);
}

#[tokio::test]
async fn whoever_leads_a_tribe_no_longer_announces_nothing_there() {
    let site = Site::new().await;
    let (lena, mut leads) = site.member("lena").await;
    let (milo, mut milos) = site.member("milo").await;
    let tribe = site.tribe(&lena, "Quiet corner", Door::Open).await;
    site.come_in(&tribe, &milo).await;
    let at = rules::typed(&TimeZone::UTC, Some(site.now().plus_minutes(60)));
    let (place, id) = announce(&mut leads, tribe.id, "see", &at).await;
    site.app
        .db
        .always(async |tx| crate::audiences::circles::hand_over(tx, tribe.id, lena.id, milo.id).await)
        .await
        .unwrap();
    assert_eq!(leads.get(&place).await.status, 404);
    assert!(!leads.get(&list(tribe.id)).await.body.contains(TITLE), "what is planned is for those who lead");
    assert_eq!(milos.get(&place).await.status, 200);
    site.pass_minutes(61);
    schedule::round(&site.app).await.unwrap();
    assert_eq!(milos.get("/").await.text(".banner a"), TITLE);
    // Whoever wrote it and left reads their own words, and sees no name of the tribe with them.
    site.app.db.change(async |tx| tribes::leave(tx, tribe.id, lena.id).await).await.unwrap().unwrap();
    let page = leads.get(&format!("/announcements/{id}/")).await;
    assert_eq!((page.status.as_u16(), page.body.contains("Quiet corner")), (200, false));
    assert_eq!(leads.get("/").await.count(".banner"), 0);
}

#[tokio::test]
async fn what_is_for_those_who_were_there_is_nowhere_for_those_who_came_in_later() {
    let site = Site::new().await;
    let (lena, mut leads) = site.member("lena").await;
    let (milo, mut milos) = site.member("milo").await;
    let (nora, mut noras) = site.member("nora").await;
    let tribe = site.tribe(&lena, "Quiet corner", Door::Open).await;
    site.come_in(&tribe, &milo).await;
    let form_page = leads.get(&format!("{}new", list(tribe.id))).await;
    assert_eq!(form_page.attributes("input[name=later][checked]", "value"), ["see"]);
    assert!(form_page.text("#later-hint").contains("can still read it"), "the writer is told");
    let (place, id) = announce(&mut leads, tribe.id, "miss", "").await;
    assert!(leads.get(&place).await.text(".facts").contains("Not for people who join later"), "it is said");
    site.pass_minutes(1);
    site.come_in(&tribe, &nora).await;
    is_told(&mut milos, id, "Quiet corner").await;
    let page = noras.get(&tribe.url()).await;
    assert_eq!((page.count(".banner"), bell(&page)), (0, "0".into()));
    assert_eq!(noras.get(&format!("/announcements/{id}/")).await.status, 404);
    assert!(!noras.get(&list(tribe.id)).await.body.contains(TITLE));
    assert_eq!(site.wait(26 * 60).await.iter().filter(|letter| letter.contains("To: nora@")).count(), 0);
    // The limit is taken back.
    let edit = format!("{place}edit");
    let edited = leads.get(&edit).await.attributes("input[name=edited]", "value")[0].clone();
    let fields = [&form("see", "")[..], &[("edited", &*edited)]].concat();
    assert_eq!(leads.post(&edit, &fields).await.status, 303);
    assert_eq!(noras.get("/").await.text(".banner a"), TITLE);
    assert_eq!(noras.get(&list(tribe.id)).await.count(".rows li"), 1);
}

#[tokio::test]
async fn each_is_written_to_as_they_chose_and_what_was_withdrawn_is_sent_to_nobody() {
    let site = Site::new().await;
    let it = rooms(&site).await;
    let mut teaches = it.ines.1;
    let choice =
        Choice { mode: Mode::Daily, weekday: 1, hour: 7, most: 5, quiet_from: 7, quiet_until: 7, paused_until: None };
    site.choose(it.bram.0.id, choice).await;
    site.choose(it.tom.0.id, Choice { mode: Mode::Never, ..choice }).await;
    site.told().await;
    let place = teaches.post(&format!("{}new", list(it.course.id)), &form("see", "")).await.location().unwrap();
    let figures = teaches.get(&place).await.texts(".figures p");
    assert_eq!(figures.len(), 3, "{figures:?}");
    assert!(figures.contains(&"2 by e-mail at once".to_owned()), "{figures:?}");
    assert_eq!(teaches.post(&format!("{place}publish"), &[]).await.status, 303);
    let sent = letters(&site).await;
    assert_eq!((to(&sent, "adaeze").is_some(), to(&sent, "yusuf").is_some(), sent.len()), (true, true, 2));
    teaches.post(&format!("{place}withdraw"), &[]).await;
    assert_eq!(site.wait(48 * 60).await.len(), 2, "the digest says nothing of it");
}

#[tokio::test]
async fn whoever_leaves_before_the_e_mail_goes_gets_none() {
    let site = Site::new().await;
    let it = rooms(&site).await;
    let mut teaches = it.ines.1;
    announce(&mut teaches, it.course.id, "see", "").await;
    site.do_jobs().await;
    // It is written already, and has not left.
    site.pass_minutes(3);
    while crate::links::emails::round(&site.app).await.unwrap() {}
    site.app.db.change(async |tx| courses::leave(tx, &it.course, it.bram.0.id).await).await.unwrap().unwrap();
    let sent = site.wait(3).await;
    assert!(to(&sent, "tom").is_some() && to(&sent, "bram").is_none(), "{sent:#?}");
}

#[tokio::test]
async fn what_is_for_all_is_not_crowded_out_by_what_is_for_a_few() {
    let site = Site::new().await;
    let (lena, mut leads) = site.member("lena").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let tribe = site.tribe(&lena, "Quiet corner", Door::Open).await;
    let words = [("title", "The house moves"), ("text", "On *Sunday*."), ("language", "en")];
    let place = olga.post("/manage/announcements/new", &words).await.location().unwrap();
    olga.post(&format!("{place}publish"), &[]).await;
    for _ in 0..4 {
        site.pass_minutes(1);
        announce(&mut leads, tribe.id, "see", "").await;
    }
    assert_eq!(leads.get("/").await.texts(".banner a")[0], "The house moves");
}

#[tokio::test]
async fn what_was_announced_to_a_course_leaves_the_top_of_the_page_when_the_course_is_closed() {
    let site = Site::new().await;
    let mut it = rooms(&site).await;
    announce(&mut it.ines.1, it.course.id, "see", "").await;
    announce(&mut it.adaeze.1, it.rooms[0].id, "see", "").await;
    assert_eq!(it.adaeze.1.get("/").await.count(".banner"), 2);
    site.pass_minutes(5);
    assert_eq!(it.ines.1.post("/courses/open/manage/close", &[]).await.status, 303);
    let page = it.adaeze.1.get("/").await;
    assert_eq!(page.count(".banner"), 0, "of a homeroom in it, too");
    assert!(it.adaeze.1.get(&list(it.course.id)).await.body.contains(TITLE), "it can still be read");
    site.pass_minutes(5);
    announce(&mut it.ines.1, it.course.id, "see", "").await;
    assert_eq!(it.adaeze.1.get("/").await.count(".banner"), 1, "what is said afterwards is meant");
    it.ines.1.post("/courses/open/manage/reopen", &[]).await;
    assert_eq!(it.adaeze.1.get("/").await.count(".banner"), 3);
}

#[tokio::test]
async fn whoever_plans_an_announcement_reads_in_which_zone_its_times_are() {
    let site = Site::new().await;
    let mut it = rooms(&site).await;
    let form = it.ines.1.get(&format!("{}new", list(it.course.id))).await;
    let zone = form.text("[data-zone-name]");
    for hint in ["#from-hint", "#until-hint"] {
        assert!(form.text(hint).contains(&format!("In {zone}.")), "{} {zone}", form.text(hint));
    }
}
