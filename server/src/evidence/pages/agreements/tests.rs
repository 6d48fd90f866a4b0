//! Agreements through their pages: what their member does, and what whoever holds a link can.

use regex::Regex;

use crate::{
    checks::testing::{Client, Site},
    ids::Timestamp,
    people::members,
};

const LETTER: &str = "Dear Jo,\n\nplease let me do part of it in work time.";

/// A request of this member, with a link; answers its address and the address of the link.
async fn asked(client: &mut Client, fields: &[(&str, &str)]) -> (String, String) {
    let begun = client.post("/me/agreements/new", &[("title", "Twelve weeks"), ("to_name", "Jo Marsh")]).await;
    let address = begun.location().expect("a request is begun");
    change(client, &address, fields).await;
    let link = link_of(client, &address).await;
    (address, link)
}

async fn change(client: &mut Client, address: &str, fields: &[(&str, &str)]) {
    let seen = client.get(address).await.attributes("input[name=seen]", "value").remove(0);
    let mut all = vec![("title", "Twelve weeks"), ("support", "unsaid"), ("letter", LETTER), ("seen", &seen)];
    all.retain(|(name, _)| fields.iter().all(|(other, _)| other != name));
    all.extend(fields);
    let changed = client.post(address, &all).await;
    assert_eq!(changed.status, 303, "{}", changed.text("main"));
}

async fn link_of(client: &mut Client, address: &str) -> String {
    let made = client.post(&format!("{address}link"), &[("days", "30")]).await;
    let link = made.attributes("#made input", "value").remove(0);
    format!("/agreement/{}", link.split("/agreement/").nth(1).expect("it is a link"))
}

const YES: [(&str, &str); 5] = [
    ("said", "approved"),
    ("minutes", "1:30"),
    ("name", "Jo Marsh"),
    ("role", "Head of service"),
    ("email", "Jo@Example.org"),
];

/// Answers, and types the code that came; answers the address that is led to.
async fn answer(site: &Site, link: &str, fields: &[(&str, &str)]) -> Option<String> {
    let mut stranger = site.stranger();
    let (number, code) = given(site, &mut stranger, link, fields).await;
    stranger.post(&format!("{link}confirm"), &[("answer", &number), ("code", &code)]).await.location()
}

/// Gives an answer; answers its number and the code that was sent.
async fn given(site: &Site, client: &mut Client, link: &str, fields: &[(&str, &str)]) -> (String, String) {
    let asked = client.post(&format!("{link}answer"), fields).await;
    assert_eq!(asked.status, 200, "{}", asked.text("main"));
    let number = asked.attributes("input[name=answer]", "value").remove(0);
    let letters = site.letters().await;
    let code = Regex::new(r"\b(\d{4}) (\d{4})\b").unwrap();
    let found = letters.iter().rev().find_map(|letter| code.captures(letter)).expect("a code was sent");
    (number, format!("{}{}", &found[1], &found[2]))
}

fn wrong(code: &str) -> String {
    code.chars().map(|digit| if digit == '0' { '1' } else { '0' }).collect()
}

#[tokio::test]
async fn a_manager_without_an_account_agrees_and_opening_the_link_changes_nothing() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let (address, link) = asked(&mut ines, &[("asks", "2"), ("note", "Ask in May."), ("has", "0:45")]).await;
    let before = ines.get(&address).await.text("main");
    // As filters of mail do, and again a day later.
    let mut stranger = site.stranger();
    for _ in 0..2 {
        let page = stranger.get(&link).await;
        assert_eq!((page.status.as_u16(), page.count("form[action$=answer]")), (200, 1));
        assert_eq!(page.headers["cache-control"], "no-store");
        assert!(page.text("main").contains("please let me do part of it in work time."));
        assert!(page.text("main").contains("2 h 0 min a week"), "{}", page.text("main"));
        // What is private stays so.
        assert!(!page.body.contains("Ask in May.") && !page.body.contains("45 min"), "{}", page.text("main"));
        site.pass_minutes(24 * 60);
    }
    stranger.get_head(&link).await;
    assert_eq!(ines.get(&address).await.text("main"), before);
    // A wrong code, then the one that came.
    let (number, code) = given(&site, &mut stranger, &link, &YES).await;
    assert_eq!(ines.get("/me/notifications/").await.count(".notices li, [data-notice]"), 0);
    let confirm = format!("{link}confirm");
    assert_eq!(stranger.post(&confirm, &[("answer", &number), ("code", &wrong(&code))]).await.status, 422);
    let typed = format!(" {} {} ", &code[..4], &code[4..]);
    let sent = stranger.post(&confirm, &[("answer", &number), ("code", &typed)]).await;
    assert_eq!(sent.status, 303);
    // Pressed again, it is the same; so is a second answer.
    assert_eq!(stranger.post(&confirm, &[("answer", &number), ("code", &code)]).await.status, 303);
    let second = stranger.post(&format!("{link}answer"), &[("said", "declined"), ("email", "x@example.org")]).await;
    assert_eq!(second.text("#done"), "Agreed");
    let page = ines.get(&address).await;
    assert_eq!(page.text(".lede"), "Agreed");
    let shown = page.text("main");
    assert!(shown.contains("Jo Marsh, Head of service"), "{shown}");
    assert!(shown.contains("1 h 30 min a week"), "{shown}");
    assert!(shown.contains("jo@example.org"), "{shown}");
    let letters = site.letters().await;
    let told: Vec<_> = letters.iter().filter(|letter| letter.contains("Jo Marsh has answered")).collect();
    assert_eq!(told.len(), 1, "{letters:?}");
    let bell = ines.get("/me/notifications/").await;
    assert!(bell.text("main").contains("Your request for support was answered"), "{}", bell.text("main"));
    assert_eq!(bell.attributes("a.bell", "data-bell"), ["0"], "it was read on its own page");
}

#[tokio::test]
async fn a_link_that_was_passed_on_is_answered_by_somebody_who_says_who_they_are() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let (address, link) = asked(&mut ines, &[("to_email", "jo@example.org")]).await;
    let mut fields = YES.to_vec();
    fields[2] = ("name", "Sam Okoro");
    fields[4] = ("email", "personnel@example.org");
    for missing in ["said", "name", "role", "email"] {
        let some: Vec<_> = fields.iter().copied().filter(|(name, _)| *name != missing).collect();
        let refused = site.stranger().post(&format!("{link}answer"), &some).await;
        assert_eq!(refused.status, 422, "{missing}");
        assert!(refused.body.contains("1:30"), "what was typed is kept");
    }
    assert!(answer(&site, &link, &fields).await.is_some());
    let page = ines.get(&address).await;
    assert!(page.text("main").contains("another address than the one you asked"), "{}", page.text("main"));
    // One that is tied to an address takes no other, and does not tell which it is.
    let (address, link) = asked(&mut ines, &[("to_email", "jo@example.org"), ("tied", "1")]).await;
    let refused = site.stranger().post(&format!("{link}answer"), &fields).await;
    assert_eq!(refused.status, 422);
    assert!(!refused.text("main").contains("jo@example.org"), "{}", refused.text("main"));
    assert!(refused.text("main").contains("j…@example.org"));
    assert!(answer(&site, &link, &YES).await.is_some());
    assert!(!ines.get(&address).await.text("main").contains("another address"));
}

#[tokio::test]
async fn a_link_that_is_over_taken_back_or_made_anew_leads_nowhere() {
    let site = Site::new().await;
    let (member, mut ines) = site.member("ines").await;
    let (address, first) = asked(&mut ines, &[]).await;
    let second = link_of(&mut ines, &address).await;
    let mut stranger = site.stranger();
    assert_eq!(stranger.get(&first).await.status, 410);
    assert_eq!(stranger.get(&second).await.status, 200);
    assert_eq!(ines.post(&format!("{address}end"), &[]).await.status, 303);
    assert_eq!(stranger.get(&second).await.status, 410);
    assert_eq!(stranger.post(&format!("{second}answer"), &YES).await.status, 410);
    let third = link_of(&mut ines, &address).await;
    let (number, code) = given(&site, &mut stranger, &third, &YES).await;
    site.pass_minutes(30 * 24 * 60 + 1);
    assert_eq!(stranger.get(&third).await.status, 410);
    let late = stranger.post(&format!("{third}confirm"), &[("answer", &number), ("code", &code)]).await;
    assert_eq!(late.status, 410);
    assert!(ines.get(&address).await.text(".lede").contains("expired"));
    // Nobody else finds it, nor changes anything.
    let (_, mut bram) = site.member("bram").await;
    assert_eq!(bram.get(&address).await.status, 404);
    bram.post(&format!("{address}link"), &[("days", "30")]).await;
    bram.post(&format!("{address}remove"), &[]).await;
    let fourth = link_of(&mut ines, &address).await;
    // With the account the link goes.
    let (head, _) = site.member_as("head", crate::people::identity::Role::Organiser).await;
    site.app.db.change(async |tx| members::suspend(tx, &head, member.id, "").await).await.unwrap().unwrap();
    assert_eq!(stranger.get(&fourth).await.status, 410);
}

#[tokio::test]
async fn a_question_is_answered_under_the_same_link_and_asked_anew() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let (address, link) = asked(&mut ines, &[("asks", "2")]).await;
    let mut fields = YES.to_vec();
    fields[0] = ("said", "asked");
    let refused = site.stranger().post(&format!("{link}answer"), &fields).await;
    assert_eq!(refused.status, 422, "a question asks something");
    fields.push(("note", "On which day?"));
    assert!(answer(&site, &link, &fields).await.is_some());
    assert_eq!(ines.get(&address).await.text(".lede"), "A question first");
    // Whoever answers before the request is changed, and confirms after it, has answered another one.
    change(&mut ines, &address, &[("asks", "2"), ("reply", "On Fridays.")]).await;
    let mut stranger = site.stranger();
    assert!(stranger.get(&link).await.text("main").contains("On Fridays."));
    let (number, code) = given(&site, &mut stranger, &link, &YES).await;
    change(&mut ines, &address, &[("asks", "3"), ("reply", "On Fridays.")]).await;
    let late = stranger.post(&format!("{link}confirm"), &[("answer", &number), ("code", &code)]).await;
    assert_eq!((late.status.as_u16(), late.count("form[action$=answer]")), (422, 1));
    // Of two who answer, the first to confirm is the one.
    let (first, code) = given(&site, &mut stranger, &link, &YES).await;
    fields[0] = ("said", "declined");
    fields[4] = ("email", "other@example.org");
    assert!(answer(&site, &link, &fields).await.is_some());
    assert_eq!(stranger.post(&format!("{link}confirm"), &[("answer", &first), ("code", &code)]).await.status, 303);
    let page = ines.get(&address).await;
    assert_eq!((page.text(".lede").as_str(), page.count("h2[id^=answer-]")), ("Declined", 2));
    // What is only for oneself asks nothing anew.
    change(&mut ines, &address, &[("asks", "3"), ("reply", "On Fridays."), ("note", "In May again.")]).await;
    assert_eq!(ines.get(&address).await.text(".lede"), "Declined");
}

#[tokio::test]
async fn a_code_cannot_be_guessed() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let (address, link) = asked(&mut ines, &[]).await;
    let mut stranger = site.stranger();
    let (number, code) = given(&site, &mut stranger, &link, &YES).await;
    let confirm = format!("{link}confirm");
    for _ in 0..5 {
        assert_eq!(stranger.post(&confirm, &[("answer", &number), ("code", &wrong(&code))]).await.status, 422);
    }
    let right = stranger.post(&confirm, &[("answer", &number), ("code", &code)]).await;
    assert_eq!((right.status.as_u16(), right.count("form[action$=answer]")), (422, 1));
    // Nor is a code good for the answer to another request, or for half an hour and more.
    let (_, other) = asked(&mut ines, &[]).await;
    let (number, code) = given(&site, &mut stranger, &link, &YES).await;
    let elsewhere = stranger.post(&format!("{other}confirm"), &[("answer", &number), ("code", &code)]).await;
    assert_eq!(elsewhere.status, 422);
    site.pass_minutes(31);
    assert_eq!(stranger.post(&confirm, &[("answer", &number), ("code", &code)]).await.status, 422);
    assert!(ines.get(&address).await.text(".lede").starts_with("Open until"));
}

#[tokio::test]
async fn what_is_wrong_is_said_and_nothing_typed_is_lost() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    assert_eq!(ines.get("/me/agreements/").await.count(".empty"), 1);
    assert_eq!(ines.post("/me/agreements/new", &[("to_name", "Jo")]).await.status, 422);
    let address = ines.post("/me/agreements/new", &[("title", "A day")]).await.location().unwrap();
    let seen = ines.get(&address).await.attributes("input[name=seen]", "value").remove(0);
    let long = "x".repeat(5001);
    for (fields, wrong) in [
        (vec![("title", "")], "a-title"),
        (vec![("asks", "61")], "a-asks"),
        (vec![("has", "two")], "a-has"),
        (vec![("to_email", "jo at work")], "a-to-email"),
        (vec![("tied", "1")], "a-to-email"),
        (vec![("letter", long.as_str())], "a-letter"),
    ] {
        let mut all = vec![("title", "A day"), ("support", "none"), ("note", "Kept."), ("seen", seen.as_str())];
        all.retain(|(name, _)| fields.iter().all(|(other, _)| other != name));
        all.extend(fields);
        let refused = ines.post(&address, &all).await;
        assert_eq!(refused.status, 422, "{wrong}");
        assert_eq!(refused.count(&format!("#{wrong}-error")), 1, "{wrong}: {}", refused.text("main"));
        assert_eq!(refused.text("#a-note"), "Kept.");
    }
    // Another window was faster: what is typed here stays, and may be put in its place.
    site.pass_minutes(1);
    change(&mut ines, &address, &[("note", "One.")]).await;
    let late = [("title", "A day"), ("support", "none"), ("note", "Two."), ("seen", seen.as_str())];
    let refused = ines.post(&address, &late).await;
    assert_eq!((refused.status.as_u16(), refused.text("#a-note")), (422, "Two.".into()));
    let anew: Timestamp = Timestamp(refused.attributes("input[name=seen]", "value").remove(0).parse().unwrap());
    assert!(anew.0 > seen.parse().unwrap());
}
