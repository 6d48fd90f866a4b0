//! What follows from an e-mail that came back.

use crate::{
    checks::testing::{Client, Site},
    ids::RowId,
    kit::{config::MailDelivery, db::queue},
    links::{emails, returns},
    people::members::{Member, Role},
};

/// Two people who talk.
struct Talk {
    site: Site,
    ines: Member,
    bram: Member,
}

impl Talk {
    async fn new() -> (Self, Client) {
        let site = Site::new().await;
        let (ines, browser) = site.member("ines").await;
        let (bram, _) = site.member("bram").await;
        (Self { site, ines, bram }, browser)
    }

    /// Says that she was answered; the numbers of the e-mails that have left for her so far.
    async fn answered(&self) -> Vec<RowId> {
        let site = &self.site;
        let post = site.post(&self.ines, &format!("At {}", site.now().0)).await;
        site.comment(&self.bram, post, None, "A thought.").await;
        site.do_jobs().await;
        site.pass_minutes(3);
        while emails::round(&site.app).await.unwrap() {}
        let letters = site.letters().await;
        let own = letters.iter().filter(|letter| letter.contains("To: ines@example.org"));
        let number =
            |letter: &String| letter.split_once("Message-ID: <").unwrap().1.split_once('@').unwrap().0.parse().unwrap();
        own.map(number).map(RowId).collect()
    }

    async fn comes_back(&self, letter: RowId, status: &str) {
        self.site
            .app
            .db
            .always(async |tx| returns::refused(tx, letter, status, "No such user here").await)
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn an_address_that_does_not_exist_is_stopped_and_its_owner_and_the_organisers_are_told() {
    let (talk, mut browser) = Talk::new().await;
    let site = &talk.site;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    assert!(olga.get("/manage/undelivered/").await.text(".empty").contains("Nothing has come back"));
    let [letter] = talk.answered().await[..] else { panic!() };
    talk.comes_back(letter, "5.1.1").await;
    let rows = olga.get("/manage/undelivered/").await.text(".rows");
    for words in ["ines@example.org", "There is no such address", "No such user here", "Stopped"] {
        assert!(rows.contains(words), "{words}: {rows}");
    }
    let page = browser.get("/me/mail/").await;
    assert!(page.text(".notice.bad").contains("ines@example.org does not arrive"));
    assert!(page.text(".notice.bad").contains("No such user here"));
    assert!(page.text(".rows").contains("Came back"));
    // Nothing is written there any more, nothing is lost, and signing in works.
    assert_eq!(talk.answered().await.len(), 1);
    assert!(browser.get("/me/mail/").await.text("main").contains("E-mail to your address does not arrive"));
    assert!(browser.get("/me/notifications/").await.text(".notices").contains("A thought."));
    site.stranger().post("/sign-in/link", &[("email", "ines@example.org"), ("next", "")]).await;
    assert!(site.letters().await.last().unwrap().contains("/sign-in/link/"));
    // They say that it works again.
    assert_eq!(browser.post("/me/mail/again", &[]).await.status, 303);
    while emails::round(&site.app).await.unwrap() {}
    assert_eq!(browser.get("/me/mail/").await.count(".notice.bad:not([hidden])"), 0);
    assert_eq!(talk.answered().await.len(), 4, "the link to sign in, what waited, and what is new");
}

#[tokio::test]
async fn what_may_pass_stops_an_address_on_the_third_day_and_distrust_of_the_site_never_does() {
    let (talk, mut browser) = Talk::new().await;
    for (day, status) in ["5.7.1", "5.7.26", "5.2.2", "5.2.2", "5.7.1", "5.2.2"].into_iter().enumerate() {
        assert_eq!(browser.get("/me/mail/").await.count(".notice.bad:not([hidden])"), 0, "day {day}");
        let letters = talk.answered().await;
        talk.comes_back(*letters.last().unwrap(), status).await;
        talk.site.pass_minutes(24 * 60);
    }
    assert_eq!(browser.get("/me/mail/").await.count(".notice.bad:not([hidden])"), 1);
}

#[tokio::test]
async fn organisers_see_that_the_mail_server_of_the_site_takes_nothing() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    assert!(queue::failing(&mut site.app.db.read().await.unwrap(), "SendEmail").await.unwrap().is_none());
    let MailDelivery::Folder(folder) = &site.app.settings.mail else { panic!() };
    std::fs::remove_dir_all(folder).ok();
    std::fs::write(folder, "no folder").unwrap();
    site.stranger().post("/sign-in/link", &[("email", "olga@example.org"), ("next", "")]).await;
    site.do_jobs().await;
    assert!(olga.get("/manage/undelivered/").await.text(".notice.bad").contains("One e-mail is waiting"));
}
