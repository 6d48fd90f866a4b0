//! Reports through their pages: what organisers see, and nobody else.

use crate::{
    checks::testing::{Client, Site},
    course::tribes::Door,
    ids::PostId,
    people::members::Role,
};

async fn report(who: &mut Client, what: &str) -> String {
    assert_eq!(who.get(what).await.status, 200, "{what}");
    let sent = who.post(what, &[("words", "It is unkind.")]).await;
    assert_eq!(sent.location(), Some(what.to_owned()), "{}", sent.body);
    who.get(what).await.text("h1")
}

async fn first(olga: &mut Client) -> String {
    olga.get("/manage/reports/").await.attributes("section[aria-labelledby=open] .rows a", "href")[0].clone()
}

#[tokio::test]
async fn organisers_see_the_reported_message_and_nothing_else_of_what_was_written_there() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut ines) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let sent = bram.post("/me/messages/new", &[("to", "ines"), ("text", "A *secret* of mine.")]).await;
    let place = sent.location().unwrap();
    bram.post(&place, &[("text", "You are a *fool*.")]).await;
    let page = ines.get(&place).await;
    let links = page.attributes(".entry a[href^='/report/']", "href");
    assert_eq!(links.len(), 2);
    assert_eq!(bram.get(&links[1]).await.status, 404, "nobody reports themselves");
    assert!(ines.get(&links[1]).await.text("main").contains("You are a fool."));
    assert_eq!(ines.post(&links[1], &[("words", " ")]).await.status, 422);
    // A double click.
    for _ in 0..2 {
        assert_eq!(report(&mut ines, &links[1]).await, "The organisers have your report");
    }
    assert_eq!(olga.get("/").await.text("a.waiting"), "To review (1)");
    assert!(olga.get("/me/waiting/").await.body.contains("One report to decide"));
    assert_eq!(olga.get("/manage/reports/").await.count(".rows li"), 1);
    let it = first(&mut olga).await;
    let page = olga.get(&it).await;
    assert_eq!((page.text(".copy"), page.text(".copy em")), ("You are a fool.".into(), "fool".into()));
    assert!(page.body.contains("It is unkind.") && !page.body.contains("secret") && !page.body.contains(&place));
    assert_eq!(olga.get(&place).await.status, 404);
    // It stays as it was, whatever becomes of the message.
    let message = links[1].rsplit('/').next().unwrap();
    bram.post(&format!("{place}{message}/delete"), &[]).await;
    assert_eq!(olga.get(&it).await.text(".copy"), "You are a fool.");
    for (who, status) in [(&mut ines, 403), (&mut bram, 403), (&mut site.stranger(), 401)] {
        assert_eq!(who.get(&it).await.status, status);
        assert_eq!(who.post(&it, &[("outcome", "nothing")]).await.status, status);
    }
}

#[tokio::test]
async fn a_decision_is_taken_once_and_stands_in_the_log_without_the_words() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut otto) = site.member_as("otto", Role::Organiser).await;
    let (_, mut ines) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let sent = bram.post("/me/messages/new", &[("to", "ines"), ("text", "You are a *fool*.")]).await;
    let place = sent.location().unwrap();
    let link = ines.get(&place).await.attributes(".entry a[href^='/report/']", "href")[0].clone();
    report(&mut ines, &link).await;
    let it = first(&mut olga).await;
    let long = "x".repeat(2001);
    let page = olga.post(&it, &[("outcome", "nothing"), ("note", &long)]).await;
    assert_eq!((page.status.as_u16(), page.text("#note").len()), (422, 2001));
    assert_eq!(olga.post(&it, &[("outcome", "")]).await.status, 422);
    let decided = olga.post(&it, &[("outcome", "removed"), ("note", "We spoke.")]).await;
    assert_eq!(decided.location().as_deref(), Some("/manage/reports/?done=decided"));
    otto.post(&it, &[("outcome", "nothing"), ("note", "Too late.")]).await;
    let page = otto.get(&it).await;
    assert!(page.body.contains("We spoke.") && !page.body.contains("Too late."), "{}", page.text("main"));
    assert_eq!((page.count("form.form"), page.text(".copy")), (0, "You are a fool.".into()));
    for client in [&mut ines, &mut bram] {
        let page = client.get(&place).await;
        assert!(page.count(".prose") == 0 && page.text(".entry .state").contains("removed by the organisers"));
    }
    let log = olga.get("/manage/log/").await;
    assert!(log.body.contains("removed the message in") && log.body.contains("We spoke."), "{}", log.text("main"));
    assert!(!log.body.contains("fool"));
    assert_eq!(olga.get("/").await.count("a.waiting"), 0);
    // Decided, the same may be reported again; the copy goes after a while.
    site.pass_minutes(91 * 24 * 60);
    site.app.db.always(async |tx| crate::links::reports::forget_old(tx).await).await.unwrap();
    let mut olga = site.member_as("olivia", Role::Organiser).await.1;
    let page = olga.get(&it).await;
    assert!(page.count(".copy") == 0 && page.body.contains("There is no copy"), "{}", page.text("main"));
}

#[tokio::test]
async fn comments_posts_discussions_and_people_are_reported_where_one_may_read_them() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (ines, _) = site.member("ines").await;
    let (bram, mut reader) = site.member("bram").await;
    let (_, mut eve) = site.member("eve").await;
    let post = site.post(&ines, "Week one").await;
    let url = site.url(post).await;
    let comment = site.comment(&ines, post, None, "Just *so*.").await;
    let page = reader.get(&url).await;
    let links = page.attributes("main a[href^='/report/']", "href");
    assert_eq!(links, [format!("/report/conversation/{post}"), format!("/report/comment/{comment}")]);
    assert_eq!(site.stranger().get(&url).await.attributes("main a[href^='/report/']", "href"), links);
    for link in links.iter().map(String::as_str).chain([format!("/report/member/{}", ines.id).as_str()]) {
        report(&mut reader, link).await;
        let it = first(&mut olga).await;
        let page = olga.get(&it).await;
        assert!(page.text("h1").ends_with("Ines"), "{}", page.text("h1"));
        olga.post(&it, &[("outcome", "dealt")]).await;
    }
    // In a hidden tribe: the report brings the words, and no way there.
    let tribe = site.tribe(&ines, "Under the stairs", Door::Hidden).await;
    site.come_in(&tribe, &bram).await;
    let talk = site.discussion(&ines, &tribe, "What now?").await;
    let said = site.comment(&ines, PostId(talk.0), None, "Among us.").await;
    for link in [format!("/report/conversation/{talk}"), format!("/report/comment/{said}")] {
        assert_eq!(eve.get(&link).await.status, 404);
        assert_eq!(eve.post(&link, &[("words", "x")]).await.status, 404);
        report(&mut reader, &link).await;
        let it = first(&mut olga).await;
        let page = olga.get(&it).await;
        assert!(page.count(".copy") == 1 && !page.body.contains(&tribe.address), "{}", page.text("main"));
        olga.post(&it, &[("outcome", "nothing")]).await;
    }
    for link in ["/report/comment/1", "/report/member/1", "/report/nothing/1", "/report/message/x"] {
        assert_eq!(reader.get(link).await.status, 404, "{link}");
    }
}

#[tokio::test]
async fn nobody_learns_of_a_report_on_themselves_nor_decides_it() {
    let site = Site::new().await;
    let (olga, mut olgas) = site.member_as("olga", Role::Organiser).await;
    let (_, mut ottos) = site.member_as("otto", Role::Organiser).await;
    let (_, mut ines) = site.member("ines").await;
    report(&mut ines, &format!("/report/member/{}", olga.id)).await;
    let it = first(&mut ottos).await;
    assert_eq!(ottos.get("/").await.text("a.waiting"), "To review (1)");
    assert_eq!(
        (olgas.get("/").await.count("a.waiting"), olgas.get("/manage/reports/").await.count(".rows li")),
        (0, 0)
    );
    assert_eq!(olgas.get(&it).await.status, 404);
    assert_eq!(olgas.post(&it, &[("outcome", "nothing")]).await.status, 404);
    ottos.post(&it, &[("outcome", "dealt")]).await;
    assert_eq!(olgas.get("/manage/reports/").await.count(".rows li"), 0);
}

#[tokio::test]
async fn nobody_keeps_organisers_busy_with_reports() {
    let site = Site::new().await;
    site.member_as("olga", Role::Organiser).await;
    let (ines, _) = site.member("ines").await;
    let (_, mut reader) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    for number in 0..20 {
        let comment = site.comment(&ines, post, None, &format!("Number {number}.")).await;
        report(&mut reader, &format!("/report/comment/{comment}")).await;
    }
    let one_more = format!("/report/member/{}", ines.id);
    let page = reader.post(&one_more, &[("words", "And her.")]).await;
    assert_eq!((page.status.as_u16(), page.text("#report-words").trim()), (422, "And her."));
    site.pass_minutes(24 * 60 + 1);
    report(&mut reader, &one_more).await;
}

#[tokio::test]
async fn organisers_are_told_of_reports_together_and_whoever_reported_that_it_was_looked_at() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (otto, mut ottos) = site.member_as("otto", Role::Organiser).await;
    let (_, mut ines) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let bell = async |who: &mut Client| {
        site.do_jobs().await;
        let page = who.get("/me/notifications/").await;
        (page.texts(".notice-group .sentence"), page.attributes("a.bell", "data-bell")[0].clone())
    };
    let sent = brams.post("/me/messages/new", &[("to", "ines"), ("text", "You are a *fool*.")]).await;
    let place = sent.location().unwrap();
    let message = ines.get(&place).await.attributes(".entry a[href^='/report/']", "href")[0].clone();
    // A double click.
    report(&mut ines, &message).await;
    report(&mut ines, &message).await;
    report(&mut ines, &format!("/report/member/{}", bram.id)).await;
    report(&mut ines, &format!("/report/member/{}", otto.id)).await;
    assert_eq!(bell(&mut olga).await, (vec!["3 reports need your decision".into()], "3".into()));
    assert_eq!(bell(&mut ottos).await.0, ["2 reports need your decision"], "not of the one on himself");
    let letters = site.wait(5).await;
    let of = |who: &str| letters.iter().filter(|it| it.contains(&format!("To: {who}@"))).cloned().collect::<Vec<_>>();
    assert!(of("olga").len() == 1 && of("olga")[0].contains("3 reports need your decision"), "{letters:#?}");
    for words in ["fool", "unkind", "Bram", "Ines"] {
        assert!(!of("olga")[0].contains(words), "{words}: {}", of("olga")[0]);
    }
    olga.get("/manage/reports/").await;
    assert_eq!(bell(&mut olga).await.1, "0", "who looked knows");
    for outcome in ["removed", "dealt", "nothing"] {
        let it = if outcome == "nothing" { None } else { Some(first(&mut olga).await) };
        if let Some(it) = it {
            olga.post(&it, &[("outcome", outcome), ("note", "She was suspended.")]).await;
        }
    }
    assert_eq!(bell(&mut ottos).await.0, Vec::<String>::new(), "nothing waits for him any more");
    let (said, new) = bell(&mut ines).await;
    assert_eq!(
        said,
        [
            "The organisers have looked at your report",
            "The organisers have looked at your report. You no longer see the message"
        ]
    );
    assert_eq!(new, "2");
    let letters = site.wait(5).await;
    let own: Vec<_> = letters.iter().filter(|it| it.contains("To: ines@")).collect();
    assert!(own.iter().any(|it| it.contains("looked at your report")), "{letters:#?}");
    assert!(!own.iter().any(|it| it.contains("suspended") || it.contains("dealt")), "{letters:#?}");
    assert_eq!(bell(&mut brams).await.0, Vec::<String>::new(), "whom it is about is told nothing");
}

/// A form as a person sends it: with what stands in it, after a while.
async fn filled_in(who: &mut Client, site: &Site, what: &str) -> String {
    let made = who.get(what).await.attributes("form.form [name=made]", "value").remove(0);
    site.pass_minutes(1);
    made
}

#[tokio::test]
async fn a_guest_reports_what_everybody_may_read_and_stands_in_the_same_list() {
    let site = Site::with_ordinary_limits().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let comment = site.comment(&ines, post, None, "Just *so*.").await;
    let mut guest = site.stranger();
    let what = format!("/report/comment/{comment}");
    let page = guest.get(&what).await;
    assert!(
        page.text("main").contains("You need no account") && page.text(".copy em") == "so",
        "{}",
        page.text("main")
    );
    let made = filled_in(&mut guest, &site, &what).await;
    let bad = [("words", "It is unkind."), ("email", "no"), ("made", &*made)];
    let page = guest.post(&what, &bad).await;
    assert_eq!((page.status.as_u16(), page.text("#report-words").trim()), (422, "It is unkind."));
    // What is corrected at once is not too quick: the form is as old as it was.
    assert_eq!(page.attributes("form.form [name=made]", "value"), [made.as_str()]);
    let good = [("words", "It is unkind."), ("email", "gwen@example.net"), ("made", &*made)];
    // A double click.
    for _ in 0..2 {
        let sent = guest.post(&what, &good).await;
        assert_eq!(sent.location(), Some(format!("{what}?sent=yes")), "{}", sent.body);
    }
    let page = guest.get(&format!("{what}?sent=yes")).await;
    assert_eq!((page.text("h1"), page.count("form.form")), ("The organisers have your report".into(), 0));
    assert_eq!(page.count("a[href^='/me/blocks/']"), 0, "who has no account blocks nobody");
    site.pass_minutes(3 * 24 * 60);
    let page = olga.get("/manage/reports/").await;
    let row = page.text("section[aria-labelledby=open] .rows li");
    assert!(page.count(".rows li") == 1 && row.contains("From a guest") && row.contains("waits for 3 days"), "{row}");
    let it = first(&mut olga).await;
    let page = olga.get(&it).await;
    assert!(page.text(".copy") == "Just so." && page.body.contains("mailto:gwen@example.net"), "{}", page.text("main"));
    olga.post(&it, &[("outcome", "dealt")]).await;
    assert!(olga.get(&it).await.text("main").contains("From a guest"));
    // What everybody may not read is not there for a guest, and a private message asks who they are.
    let inside = site.post_for(&ines, "Among us", crate::talk::posts::Audience::Community).await;
    assert_eq!(guest.get(&format!("/report/conversation/{inside}")).await.status, 404);
    assert_eq!(guest.post(&format!("/report/conversation/{inside}"), &good).await.status, 404);
    assert_eq!(guest.get("/report/message/1").await.status, 401);
    // The address goes with the copy.
    site.pass_minutes(91 * 24 * 60);
    site.app.db.always(async |tx| crate::links::reports::forget_old(tx).await).await.unwrap();
    let mut olga = site.member_as("olivia", Role::Organiser).await.1;
    assert!(!olga.get(&it).await.body.contains("gwen"));
}

#[tokio::test]
async fn what_no_person_sends_is_asked_for_once_more_and_nobody_reports_all_day() {
    let site = Site::with_ordinary_limits().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let what = format!("/report/conversation/{post}");
    let mut guest = site.stranger();
    let made = guest.get(&what).await.attributes("form.form [name=made]", "value").remove(0);
    // At once; without the page; with an age of one's own; with the field that nobody sees.
    for typed in [
        vec![("words", "Mine."), ("made", &*made)],
        vec![("words", "Mine.")],
        vec![("words", "Mine."), ("made", "1.00112233445566778899aabbccddeeff")],
        vec![("words", "Mine."), ("made", &*made), ("subject", "https://pills.example")],
    ] {
        let page = guest.post(&what, &typed).await;
        assert_eq!((page.status.as_u16(), page.text("#report-words").trim()), (422, "Mine."), "{typed:?}");
        assert!(page.text("[role=alert]").contains("send it once more"), "{}", page.text("main"));
        assert!(page.attributes("[name=subject]", "value").is_empty(), "the next time it is empty");
    }
    site.pass_minutes(1);
    let mut taken = 0;
    for number in 0..12 {
        let words = format!("Number {number}.");
        let sent = guest.post(&what, &[("words", &*words), ("made", &*made)]).await;
        taken += i32::from(sent.location().is_some());
        assert!(sent.location().is_some() || sent.text("#report-words").trim() == words, "nothing is lost");
    }
    assert_eq!(taken, 10);
    assert_eq!(olga.get("/manage/reports/").await.count(".rows li"), 10);
}
