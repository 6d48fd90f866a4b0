//! What organisers say to all: who sees it where, who is written to, and the end of it.

use jiff::tz::TimeZone;

use crate::{
    audiences::Audience,
    checks::testing::{Client, Site},
    ids::{ConversationId, MemberId},
    links::{
        announcements::{self, Figures, rules},
        mailing::{Choice, Mode},
    },
    people::members::{self, Role},
    run, schedule,
};

const CHOICE: Choice =
    Choice { mode: Mode::Now, weekday: 1, hour: 7, most: 5, quiet_from: 7, quiet_until: 7, paused_until: None };
const TEXT: &str = "We begin at *ten* on Monday.";

fn form<'a>(title: &'a str, from: &'a str, until: &'a str) -> [(&'a str, &'a str); 5] {
    [("title", title), ("text", TEXT), ("language", "en"), ("from", from), ("until", until)]
}

/// Writes a draft; answers where organisers look at it, and its number.
async fn draft(olga: &mut Client, fields: &[(&str, &str)]) -> (String, ConversationId) {
    let place = olga.post("/manage/announcements/new", fields).await.location().unwrap();
    let id = place.trim_start_matches("/manage/announcements/").trim_end_matches('/').parse().unwrap();
    (place, id)
}

async fn publish(olga: &mut Client, place: &str) {
    assert_eq!(olga.post(&format!("{place}publish"), &[]).await.status, 303);
}

fn bell(page: &crate::checks::testing::Reply) -> String {
    page.attributes("a.bell", "data-bell")[0].clone()
}

/// Those who want e-mail at once are written to two minutes after it was published.
async fn soon(site: &Site) -> Vec<String> {
    site.told().await;
    site.wait(3).await
}

async fn seen_rows(site: &Site) -> Option<i64> {
    let mut conn = site.app.db.read().await.unwrap();
    crate::value!(conn, "select count(*) from announcement_seen").unwrap()
}

#[tokio::test]
async fn an_announcement_stands_on_every_page_and_under_every_bell_until_it_is_read_and_put_away() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut ines) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    for page in ["/", "/members/"] {
        assert_eq!(ines.get(page).await.count(".banner"), 0);
    }
    let (place, id) = draft(&mut olga, &form("The timetable", "", "")).await;
    assert_eq!(ines.get("/").await.count(".banner"), 0, "a draft is nobody's business");
    assert_eq!(ines.get(&format!("/announcements/{id}/")).await.status, 404);
    publish(&mut olga, &place).await;
    assert_eq!(seen_rows(&site).await, Some(0), "it is one row however many are told");
    for page in ["/", "/members/"] {
        let page = ines.get(page).await;
        assert_eq!(page.text(".banner a"), "The timetable", "also where a page was kept");
        assert_eq!(bell(&page), "1");
    }
    let list = ines.get("/me/notifications/").await;
    assert_eq!(list.text(".notice-group .sentence"), "Announcement from Olga");
    let url = list.attributes(".notice-group a.what", "href")[0].clone();
    assert_eq!(url, format!("/announcements/{id}/"));
    assert!(list.text(".notice-group").contains("We begin at ten on Monday."));
    let read = ines.get(&url).await;
    assert_eq!(read.text(".prose em"), "ten");
    assert_eq!((bell(&read), read.count(".banner")), ("0".into(), 1), "read, and still at hand");
    let done = ines.post(&format!("{url}dismiss"), &[("next", "/members/")]).await;
    assert_eq!(done.location().as_deref(), Some("/members/"));
    assert_eq!(ines.get("/members/").await.count(".banner"), 0);
    assert_eq!(ines.get("/me/notifications/").await.count(".notice-group"), 1, "it stays in the list");
    bram.post("/me/notifications/seen", &[("until", "1000")]).await;
    let page = bram.get("/").await;
    assert_eq!((bell(&page), page.count(".banner")), ("0".into(), 1), "all read ticks it off, too");
    assert_eq!(bell(&olga.get("/").await), "0", "nobody is told of their own words");
    let mut guest = site.stranger();
    assert_eq!(guest.get("/").await.count(".banner"), 0);
    assert_eq!(guest.get(&url).await.status, 401);
}

#[tokio::test]
async fn it_is_published_once_however_many_press_the_button() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut otto) = site.member_as("otto", Role::Organiser).await;
    site.member("ines").await;
    let (place, _) = draft(&mut olga, &form("The timetable", "", "")).await;
    publish(&mut olga, &place).await;
    publish(&mut olga, &place).await;
    publish(&mut otto, &place).await;
    let told = soon(&site).await;
    let to = |who: &str| told.iter().filter(|letter| letter.contains(&format!("To: {who}@example.org"))).count();
    assert_eq!((to("ines"), to("otto"), to("olga"), told.len()), (1, 1, 0, 2), "{told:#?}");
    let letter = &told[0];
    assert!(letter.contains("Subject: The timetable"), "{letter}");
    assert!(letter.contains("We begin at ten on Monday.") && letter.contains("For all members"), "{letter}");
    assert!(letter.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{letter}");
    assert!(!letter.contains("Mute this conversation"), "there is nothing to mute: {letter}");
    let log = olga.get("/manage/log/").await;
    assert_eq!(log.body.matches("published the announcement").count(), 1);
    assert_eq!(site.wait(26 * 60).await.len(), 2, "nobody is told twice");
}

#[tokio::test]
async fn each_member_is_written_to_as_they_chose_and_the_preview_says_so() {
    let site = Site::new().await;
    let (olga, mut browser) = site.member_as("olga", Role::Organiser).await;
    for (handle, mode) in [("now", Mode::Now), ("day", Mode::Daily), ("week", Mode::Weekly), ("never", Mode::Never)] {
        let (member, _) = site.member(handle).await;
        site.choose(member.id, Choice { mode, ..CHOICE }).await;
    }
    let (early, _) = site.member("early").await;
    site.choose(early.id, Choice { mode: Mode::Daily, hour: 18, ..CHOICE }).await;
    site.member("usual").await;
    let (paused, _) = site.member("paused").await;
    site.choose(paused.id, Choice { paused_until: Some(site.now().plus_days(2)), ..CHOICE }).await;
    let (gone, _) = site.member("gone").await;
    site.app
        .db
        .always(async |tx| Ok(run!(tx, "update member set suspended_at = 1 where id = $1", gone.id)?))
        .await
        .unwrap();
    site.member("failing").await;
    site.app
        .db
        .always(async |tx| {
            Ok(run!(tx, "insert into mail_failing values ('failing@example.org', 1, 1, '5.1.1', 'No such user', 1)")?)
        })
        .await
        .unwrap();
    // It is known from then on when everybody's digest is due.
    site.told().await;
    let now = site.now();
    let end_of_day = rules::end_of_day(&TimeZone::UTC, now);
    let figures =
        announcements::figures(&mut site.app.db.read().await.unwrap(), Audience::Community, olga.id, now, end_of_day)
            .await
            .unwrap();
    let expected = Figures { at_once: 2, today: 1, tomorrow: 1, weekly: 1, paused: 1, stopped: 1, without: 1 };
    assert_eq!(figures, expected);
    let (place, _) = draft(&mut browser, &form("The timetable", "", "")).await;
    let page = browser.get(&place).await;
    assert_eq!(page.text("#who"), "8 members will be told");
    assert!(page.texts(".figures p").contains(&"2 by e-mail at once".to_owned()), "{:?}", page.texts(".figures p"));
    assert_eq!(page.text(".preview em"), "ten");
    publish(&mut browser, &place).await;
    let whom = |told: &[String]| {
        let mut whom: Vec<String> = told
            .iter()
            .filter_map(|letter| letter.split("\nTo: ").nth(1)?.split('@').next().map(ToOwned::to_owned))
            .collect();
        whom.sort();
        whom
    };
    assert_eq!(whom(&soon(&site).await), ["now", "usual"]);
    assert_eq!(whom(&site.wait(24 * 60).await), ["day", "early", "now", "usual"]);
    let week = whom(&site.wait(8 * 24 * 60).await);
    assert_eq!(week, ["day", "early", "now", "paused", "usual", "week"]);
}

#[tokio::test]
async fn what_was_withdrawn_vanishes_everywhere_and_is_e_mailed_to_nobody_any_more() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut ines) = site.member("ines").await;
    let (place, id) = draft(&mut olga, &form("The timetable", "", "")).await;
    publish(&mut olga, &place).await;
    site.do_jobs().await;
    assert_eq!(ines.get("/").await.count(".banner"), 1);
    // Some e-mails are written already, and have not left.
    site.pass_minutes(3);
    while crate::links::emails::round(&site.app).await.unwrap() {}
    olga.post(&format!("{place}withdraw"), &[]).await;
    let page = ines.get("/").await;
    assert_eq!((bell(&page), page.count(".banner")), ("0".into(), 0));
    assert_eq!(ines.get("/me/notifications/").await.count(".notice-group"), 0);
    assert_eq!(ines.get(&format!("/announcements/{id}/")).await.status, 404);
    assert_eq!(site.wait(26 * 60).await, Vec::<String>::new());
    assert_eq!(olga.get(&format!("{place}edit")).await.status, 404);
    publish(&mut olga, &place).await;
    assert_eq!(ines.get("/").await.count(".banner"), 0, "it does not come back");
}

#[tokio::test]
async fn it_begins_and_ends_at_its_time() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut ines) = site.member("ines").await;
    let at = |minutes| rules::typed(&TimeZone::UTC, Some(site.now().plus_minutes(minutes)));
    let (place, _) = draft(&mut olga, &form("The timetable", &at(60), &at(120))).await;
    publish(&mut olga, &place).await;
    schedule::round(&site.app).await.unwrap();
    let page = ines.get("/").await;
    assert_eq!((bell(&page), page.count(".banner")), ("0".into(), 0));
    assert_eq!(site.told().await.len(), 0);
    site.pass_minutes(61);
    schedule::round(&site.app).await.unwrap();
    let page = ines.get("/").await;
    assert_eq!((bell(&page), page.count(".banner")), ("1".into(), 1));
    assert_eq!(soon(&site).await.len(), 1);
    site.pass_minutes(60);
    schedule::round(&site.app).await.unwrap();
    let page = ines.get("/").await;
    assert_eq!((bell(&page), page.count(".banner")), ("1".into(), 0), "whoever did not see it finds it under the bell");
    for (from, until, wrong) in
        [(at(60), at(60), "until"), (String::new(), at(-5), "until"), ("soon".into(), at(9), "from")]
    {
        let refused = olga.post("/manage/announcements/new", &form("No", &from, &until)).await;
        assert_eq!(refused.status, 422);
        assert_eq!(refused.count(&format!("#{wrong}-error")), 1, "{from} {until}");
    }
}

#[tokio::test]
async fn what_ended_before_it_could_begin_is_told_to_nobody() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut ines) = site.member("ines").await;
    let at = |minutes| rules::typed(&TimeZone::UTC, Some(site.now().plus_minutes(minutes)));
    let (place, _) = draft(&mut olga, &form("The timetable", &at(60), &at(120))).await;
    publish(&mut olga, &place).await;
    site.pass_minutes(24 * 60);
    schedule::round(&site.app).await.unwrap();
    let page = ines.get("/").await;
    assert_eq!((bell(&page), page.count(".banner")), ("0".into(), 0));
    assert_eq!(soon(&site).await.len(), 0);
}

#[tokio::test]
async fn it_is_edited_without_a_second_e_mail_and_never_over_somebody_elses_words() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut otto) = site.member_as("otto", Role::Organiser).await;
    let (_, mut ines) = site.member("ines").await;
    let (place, id) = draft(&mut olga, &form("The timetable", "", "")).await;
    publish(&mut olga, &place).await;
    assert_eq!(soon(&site).await.len(), 2);
    let edit = format!("{place}edit");
    let edited = otto.get(&edit).await.attributes("input[name=edited]", "value")[0].clone();
    let changed = |title: &'static str, edited: &str| {
        let mut fields: Vec<(&str, String)> =
            form(title, "", "").into_iter().map(|(name, value)| (name, value.to_owned())).collect();
        fields.push(("edited", edited.to_owned()));
        fields
    };
    let first = changed("The new timetable", &edited);
    let first: Vec<(&str, &str)> = first.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(otto.post(&edit, &first).await.status, 303);
    assert_eq!(ines.get("/").await.text(".banner a"), "The new timetable");
    let page = ines.get(&format!("/announcements/{id}/")).await;
    assert_eq!(page.text("h1"), "The new timetable");
    assert!(page.text(".facts").contains("edited"), "{}", page.text(".facts"));
    let second = changed("The old timetable", &edited);
    let second: Vec<(&str, &str)> = second.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let refused = olga.post(&edit, &second).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text(".notice.bad").contains("Somebody else"), "{}", refused.body);
    assert_eq!(refused.attributes("#title", "value"), ["The old timetable"], "and nothing typed is lost");
    assert_eq!(site.wait(26 * 60).await.len(), 2);
}

#[tokio::test]
async fn whoever_joins_later_sees_it_at_the_top_and_is_told_of_it_nowhere_else() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (place, _) = draft(&mut olga, &form("The timetable", "", "")).await;
    publish(&mut olga, &place).await;
    site.pass_minutes(10);
    let (_, mut late) = site.member("late").await;
    let page = late.get("/").await;
    assert_eq!((bell(&page), page.count(".banner")), ("0".into(), 1));
    assert_eq!(late.get("/me/notifications/").await.count(".notice-group"), 0);
    assert_eq!(site.wait(26 * 60).await.len(), 0);
}

#[tokio::test]
async fn thousands_are_told_in_portions_and_nobody_is_left_out() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (place, id) = draft(&mut olga, &form("The timetable", "", "")).await;
    site.app
        .db
        .always(async |tx| {
            for number in 0..1203 {
                let joiner = members::Joiner {
                    handle: format!("m{number}").parse().unwrap(),
                    name: format!("Member {number}").parse().unwrap(),
                    email: format!("m{number}@example.org").parse().unwrap(),
                    password: None,
                    role: Role::Participant,
                    language: None,
                };
                let member = members::add(tx, &joiner).await?.unwrap();
                members::confirm(tx, member).await?;
            }
            Ok(())
        })
        .await
        .unwrap();
    publish(&mut olga, &place).await;
    site.do_jobs().await;
    // A job that is done twice tells nobody twice.
    announcements::tell_all(&site.app, id, MemberId(0)).await.unwrap();
    let mut conn = site.app.db.read().await.unwrap();
    let due = crate::links::mailing::due(&mut conn, site.now().plus_minutes(2), 5000).await.unwrap();
    assert_eq!(due.len(), 1203);
}

#[tokio::test]
async fn one_that_would_be_over_before_it_begins_is_neither_saved_nor_published() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut ines) = site.member("ines").await;
    let at = |minutes| rules::typed(&TimeZone::UTC, Some(site.now().plus_minutes(minutes)));
    let (place, id) = draft(&mut olga, &form("The timetable", &at(60), &at(120))).await;
    let edit = format!("{place}edit");
    let edited = olga.get(&edit).await.attributes("input[name=edited]", "value")[0].clone();
    // Put off, and its end forgotten.
    let (from, until) = (at(180), at(120));
    let later: Vec<(&str, &str)> = [&form("The timetable", &from, &until)[..], &[("edited", &*edited)]].concat();
    let refused = olga.post(&edit, &later).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.attributes("#from", "value"), [from], "nothing typed is lost");
    assert_eq!(refused.count("#until[aria-invalid=true]"), 1, "{}", refused.body);
    // A draft that lay there for too long.
    site.pass_minutes(24 * 60);
    let refused = olga.post(&format!("{place}publish"), &[]).await;
    assert_eq!(refused.status, 422);
    assert_eq!(refused.count("#until[aria-invalid=true]"), 1, "{}", refused.body);
    let (from, until) = (at(-60), at(60));
    let edited = refused.attributes("input[name=edited]", "value")[0].clone();
    let mended: Vec<(&str, &str)> = [&form("The timetable", &from, &until)[..], &[("edited", &*edited)]].concat();
    assert_eq!(olga.post(&edit, &mended).await.status, 303);
    publish(&mut olga, &place).await;
    let page = ines.get("/").await;
    assert_eq!(page.text(".banner a"), "The timetable");
    assert!(!ines.get(&format!("/announcements/{id}/")).await.text(".facts").contains("edited"), "not since it began");
}

#[tokio::test]
async fn what_stands_in_an_announcement_is_open_while_it_is_announced() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut bram) = site.member("bram").await;
    olga.upload("/me/media/file", "file", "Timetable.pdf", b"%PDF-1.7 and what follows").await;
    let line = olga.get("/me/media/").await.attributes(".uploads [readonly]", "value").remove(0);
    let address = line.split("](").nth(1).unwrap().trim_end_matches(')').to_owned();
    let fields = [("title", "The timetable"), ("text", &*line), ("language", "en"), ("from", ""), ("until", "")];
    let (place, id) = draft(&mut olga, &fields).await;
    let mut found = async || {
        let mut found = vec![];
        for client in [&mut site.stranger(), &mut bram] {
            found.push(client.get(&address).await.status.as_u16());
        }
        found
    };
    assert_eq!(found().await, [404, 404]);
    publish(&mut olga, &place).await;
    assert_eq!(found().await, [404, 200]);
    let page = site.member("cleo").await.1.get(&format!("/announcements/{id}/")).await;
    assert_eq!(page.attributes(".prose a", "href"), [address.as_str()]);
    olga.post(&format!("{place}withdraw"), &[]).await;
    assert_eq!(found().await, [404, 404]);
}
