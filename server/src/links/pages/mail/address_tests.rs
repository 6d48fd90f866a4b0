//! E-mails about news at another address than that of the account.

use crate::{
    checks::testing::{Client, Site},
    links::{addresses, answers, mailing, returns},
    people::members::{Member, Role},
    run,
};

/// Asks for another address, and answers the path that confirms it.
async fn ask(site: &Site, browser: &mut Client, address: &str) -> String {
    let asked = browser.post("/me/mail/address", &[("address", address)]).await;
    assert_eq!(asked.location().as_deref(), Some("/me/mail/?changed=asked"));
    let letters = site.letters().await;
    let to = format!("To: {address}");
    let letter = letters.iter().rfind(|letter| letter.contains(&to)).expect("a letter to confirm it");
    let path = letter.split_once("http://lyceum.test/mail/address/").unwrap().1.split_whitespace().next().unwrap();
    format!("/mail/address/{path}")
}

/// Bram answers Ines; whom is she written to at?
async fn told_at(site: &Site, ines: &Member, bram: &Member) -> Vec<String> {
    let before = site.told().await.len();
    let post = site.post(ines, "A question").await;
    site.comment(bram, post, None, "An answer.").await;
    site.told().await;
    let told = site.wait(3).await;
    let to = |letter: &String| letter.split("\nTo: ").nth(1).unwrap().lines().next().unwrap().to_owned();
    told[before..].iter().map(to).collect()
}

#[tokio::test]
async fn news_go_to_another_address_once_it_was_confirmed_and_what_is_about_the_account_never_does() {
    let site = Site::new().await;
    let (ines, mut browser) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let link = ask(&site, &mut browser, "ines@home.example").await;
    let page = browser.get("/me/mail/").await;
    assert!(page.text("main").contains("Waiting for ines@home.example"), "{}", page.text("main"));
    assert_eq!(told_at(&site, &ines, &bram).await, ["ines@example.org"], "it was not confirmed yet");
    let account: Vec<String> =
        site.letters().await.into_iter().filter(|l| l.contains("To: ines@example.org")).collect();
    assert!(
        account.iter().any(|letter| letter.contains("your e-mails are about to go elsewhere")),
        "the account is told"
    );
    // Whatever opens links changes nothing.
    let mut anybody = site.stranger();
    for _ in 0..2 {
        assert!(anybody.get(&link).await.body.contains("ines@home.example"));
    }
    assert_eq!(told_at(&site, &ines, &bram).await, ["ines@example.org"]);
    assert_eq!(anybody.post(&link, &[]).await.status, 200);
    for again in [anybody.post(&link, &[]).await, anybody.get(&link).await] {
        assert_eq!((again.status.as_u16(), again.text("h1").trim()), (200, "Confirmed"), "twice is the same");
        assert_eq!(again.count("main form"), 0);
    }
    assert_eq!(told_at(&site, &ines, &bram).await, ["ines@home.example"]);
    assert!(browser.get("/me/mail/").await.text(".lede").contains("ines@home.example"));
    let signs_in = site.stranger().post("/sign-in/link", &[("who", "ines@home.example"), ("next", "")]).await;
    assert_eq!(signs_in.status, 200);
    let to_home = |letters: Vec<String>| letters.into_iter().filter(|l| l.contains("To: ines@home.example")).count();
    assert_eq!(to_home(site.letters().await), 2, "it is no way in: only the link and the news came");
    // Somebody else may have it, too: it is a family's, perhaps.
    let link = ask(&site, &mut brams, "ines@home.example").await;
    assert_eq!(site.stranger().post(&link, &[]).await.status, 200);
    browser.post("/me/mail/address", &[("own", "1"), ("address", "not one")]).await;
    assert_eq!(told_at(&site, &ines, &bram).await, ["ines@example.org"]);
    assert_eq!(anybody.post(&link, &[]).await.status, 200, "that of another still holds");
}

#[tokio::test]
async fn a_link_grows_old_and_an_earlier_one_is_good_no_more() {
    let site = Site::new().await;
    let (_, mut browser) = site.member("ines").await;
    let first = ask(&site, &mut browser, "one@home.example").await;
    let second = ask(&site, &mut browser, "two@home.example").await;
    assert_eq!(site.stranger().post(&first, &[]).await.status, 410);
    site.pass_minutes(3 * 24 * 60 + 1);
    assert_eq!(site.stranger().get(&second).await.status, 410);
    assert_eq!(site.stranger().post(&second, &[]).await.status, 410);
    assert!(!browser.get("/me/mail/").await.text("main").contains("Waiting for"), "nobody waits any more");
    for (wrong, error) in
        [("ines@example.org", "mail-address"), ("INES@example.ORG", "mail-address"), ("no address", "mail-address")]
    {
        let refused = browser.post("/me/mail/address", &[("address", wrong)]).await;
        assert_eq!(refused.status, 422, "{error}");
        assert_eq!(refused.attributes("#m-address", "value"), [wrong], "nothing typed is lost");
    }
}

#[tokio::test]
async fn what_is_answered_from_there_is_ones_own_and_what_fails_there_can_be_mended() {
    let site = Site::new().await;
    let (ines, mut browser) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let link = ask(&site, &mut browser, "ines@home.example").await;
    let post = site.post(&bram, "A question").await;
    let to = site.answers_to(&ines, post).await;
    let answer = |from: &str, text: &str| {
        format!(
            "From: {from}\r\nTo: {to}\r\nMessage-ID: <{text}@home.example>\r\nSubject: Re\r\n\r\nI {text} think so.\r\n"
        )
    };
    let before = answer("ines@home.example", "hardly");
    answers::take(&site.app, Some("ines@home.example"), &to, before.as_bytes()).await;
    assert_eq!(
        answers::held(&mut site.app.db.read().await.unwrap(), ines.id).await.unwrap(),
        1,
        "not confirmed: a stranger's"
    );
    site.stranger().post(&link, &[]).await;
    for from in ["Ines <INES@home.example>", "ines@example.org"] {
        let mail = answer(from, if from.contains("org") { "still" } else { "really" });
        answers::take(&site.app, Some("x@home.example"), &to, mail.as_bytes()).await;
    }
    let page = site.stranger().get(&site.url(post).await).await;
    assert!(page.body.contains("I really think so.") && page.body.contains("I still think so."));
    // E-mail does not arrive there.
    site.app
        .db
        .always(async |tx| {
            Ok(run!(tx, "insert into mail_failing values ('ines@home.example', 1, 1, '5.1.1', 'No such user', 1)")?)
        })
        .await
        .unwrap();
    assert!(!told_at(&site, &ines, &bram).await.contains(&"ines@home.example".to_owned()));
    let page = browser.get("/me/mail/").await;
    assert!(page.text(".notice.bad").contains("ines@home.example"));
    browser.post("/me/mail/address", &[("own", "1")]).await;
    let told = site.wait(3).await;
    assert!(told.last().unwrap().contains("To: ines@example.org"), "what waited goes to the account's address");
    let mut conn = site.app.db.read().await.unwrap();
    assert!(returns::failing(&mut conn, "ines@example.org").await.unwrap().is_none());
    assert_eq!(mailing::find(&mut conn, ines.id).await.unwrap().mode(), mailing::Mode::Now);
}

#[tokio::test]
async fn an_account_that_ends_takes_its_other_address_along() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (ines, mut browser) = site.member("ines").await;
    let link = ask(&site, &mut browser, "ines@home.example").await;
    site.stranger().post(&link, &[]).await;
    let removed =
        olga.post(&format!("/manage/members/{}/remove", ines.id), &[("handle", "ines"), ("words", "stay")]).await;
    assert_eq!(removed.status, 303, "{}", removed.body);
    let mut conn = site.app.db.read().await.unwrap();
    assert!(addresses::find(&mut conn, ines.id, site.now()).await.unwrap().address.is_none());
    let left: Option<i64> =
        crate::value!(conn, "select count(*) from letter where recipient like '%home.example'").unwrap();
    assert_eq!(left, Some(0));
}

#[tokio::test]
async fn what_waits_for_an_address_that_counts_no_more_goes_to_the_one_that_does() {
    let site = Site::new().await;
    let (ines, mut browser) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let link = ask(&site, &mut browser, "ines@home.example").await;
    let post = site.post(&ines, "Week one").await;
    site.told().await;
    site.comment(&bram, post, None, "A thought.").await;
    while crate::links::notices::tell(&site.app).await.unwrap() {}
    site.pass_minutes(3);
    // Written, and still waiting for its place in the pace.
    while crate::links::emails::round(&site.app).await.unwrap() {}
    assert_eq!(site.stranger().post(&link, &[]).await.status, 200);
    let told = site.wait(3).await;
    let [letter] = &told[..] else { panic!("{told:#?}") };
    assert!(letter.contains("To: ines@home.example") && letter.contains("A thought."), "{letter}");
    // A link that is over is over when the address is given up.
    browser.post("/me/mail/address", &[("own", "1"), ("address", "")]).await;
    assert_eq!(site.stranger().get(&link).await.status, 410);
    assert_eq!(site.stranger().post(&link, &[]).await.status, 410);
}
