//! What becomes of answers by e-mail: published, held, refused, dropped.

use std::fmt::Write;

use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::{
    checks::testing::Site,
    ids::PostId,
    kit::email::lmtp::Outcome,
    links::{
        answers::{
            self, receiving,
            rules::{Addressed, Subject},
        },
        emails, mailing, notices,
    },
    people::{
        community,
        members::{self, Member, Role},
    },
    talk::conversations,
};

impl Site {
    /// The address at which a member comments on a post by e-mail.
    pub async fn answers_to(&self, member: &Member, post: PostId) -> String {
        let community = community::of(&self.app).await.unwrap();
        let pattern = self.app.answer_addresses.as_ref().unwrap();
        answers::address(pattern, &community, member.id, Subject::Conversation(post.into()), self.now())
    }

    /// What mail servers hand over to an address.
    async fn hand_over(&self, to: &str, email: &str) -> Outcome {
        answers::take(&self.app, Some("somebody@example.org"), to, email.as_bytes()).await
    }

    async fn entries(&self, post: PostId) -> String {
        self.stranger().get(&self.url(post).await).await.text("#comments")
    }

    /// The e-mails to somebody about their answers.
    async fn about_answers(&self, to: &str) -> Vec<String> {
        let to = format!("To: {to}@example.org");
        self.letters().await.into_iter().filter(|letter| letter.contains(&to) && !letter.contains("List-Id")).collect()
    }
}

/// An e-mail by somebody with these words.
fn email(from: &str, words: &str) -> String {
    let id: u64 = rand::random();
    format!(
        "From: {from}\r\nTo: x@lyceum.test\r\nSubject: Re: Week one\r\nMessage-ID: <{id}@example.org>\r\n\r\n{words}\r\n"
    )
}

#[tokio::test]
async fn the_answer_to_an_e_mail_stands_under_what_it_answers_and_its_writer_sees_what_was_left_out() {
    let site = Site::new().await;
    let (ines, mut browser) = site.member("ines").await;
    let (bram, mut other) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    site.do_jobs().await;
    while emails::round(&site.app).await.unwrap() {}
    let comment = site.comment(&bram, post, None, "A first thought.").await;
    site.do_jobs().await;
    site.pass_minutes(3);
    while emails::round(&site.app).await.unwrap() {}
    let letters = site.letters().await;
    let told = letters.iter().find(|letter| letter.contains("To: ines@")).unwrap();
    assert!(told.contains("your answer will appear under what Bram wrote"), "{told}");
    let to = told.split_once("\nReply-To: ").unwrap().1.split(['\r', '\n']).next().unwrap();
    assert!(to.starts_with("answers+") && to.ends_with("@lyceum.test"), "{to}");
    let words = "Well *said*, @bram.\r\n\r\nOn Wed, Sep 2, 2026 at 9:05 AM Lyceum <lyceum@lyceum.test> wrote:\r\n\r\n> Bram commented";
    let email = email("Ines <INES@example.org>", words);
    // As a mail server changes it, and twice, since it did not hear that it was taken.
    for to in [to.to_uppercase(), to.to_owned()] {
        assert_eq!(site.hand_over(&to, &email).await, Outcome::Taken);
    }
    let unseen = notices::unseen(&mut site.app.db.read().await.unwrap(), ines.id).await.unwrap();
    assert_eq!(unseen, 0, "whoever answers has read what they answer");
    let page = browser.get(&site.url(post).await).await;
    assert_eq!(page.texts(".entry .prose"), ["A first thought.", "Well said, @bram."]);
    assert!(page.text(".by-email").contains("Bram commented"), "{}", page.text(".by-email"));
    assert_eq!(page.attributes(".entry[data-own]", "data-parent"), [comment.to_string()]);
    let seen_by_other = other.get(&site.url(post).await).await;
    assert!(seen_by_other.body.contains("Well <em>said</em>") && !seen_by_other.body.contains("by-email"));
    assert!(!site.stranger().get(&site.url(post).await).await.body.contains("Bram commented"));
    assert_eq!(site.about_answers("ines").await.len(), 0, "all is well, so nothing is said");
    site.pass_minutes(3);
    while emails::round(&site.app).await.unwrap() {}
    let to_bram = site.letters().await.into_iter().filter(|letter| letter.contains("To: bram@")).count();
    assert_eq!(to_bram, 1, "whoever is answered by e-mail is told as ever");
}

#[tokio::test]
async fn what_a_friend_answers_in_ones_name_waits_for_ones_decision() {
    let site = Site::new().await;
    let (ines, mut browser) = site.member("ines").await;
    let (_, mut other) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    let to = site.answers_to(&ines, post).await;
    for words in ["From my friend.", "And again."] {
        assert_eq!(site.hand_over(&to, &email("friend@example.net", words)).await, Outcome::Taken);
    }
    assert!(!site.entries(post).await.contains("From my friend."));
    let letters = site.about_answers("ines").await;
    assert_eq!(letters.len(), 1, "one e-mail a day says so");
    assert!(letters[0].contains("friend@example.net") && letters[0].contains("/me/answers/"), "{}", letters[0]);
    assert!(!letters[0].contains("From my friend."), "what a stranger wrote is in no e-mail of ours");
    assert!(browser.get("/me/mail/").await.text(".notice").contains("2 answers are waiting"));
    let bell = |page: &crate::checks::testing::Reply| page.attributes("a.bell", "data-bell")[0].clone();
    let list = browser.get("/me/notifications/").await;
    assert_eq!((bell(&list), list.count(".notice-group.is-new")), ("2".into(), 1));
    assert_eq!(list.text(".notice-group .sentence"), "An answer in your name came from friend@example.net");
    assert_eq!(list.attributes(".notice-group .what", "href"), ["/me/answers/"]);
    assert!(!list.body.contains("From my friend."));
    assert_eq!(bell(&other.get("/").await), "0");
    let page = browser.get("/me/answers/").await;
    assert_eq!(bell(&page), "0", "whoever sees it there is told nowhere else");
    assert!(page.text("#main").contains("From my friend.") && page.text("#main").contains("Week one"));
    let publish = page.attributes("form[action$=publish]", "action");
    let discard = page.attributes("form[action$=discard]", "action");
    for form in [&publish[1], &discard[0]] {
        other.post(form, &[]).await;
        assert_eq!(browser.get("/me/answers/").await.attributes("form[action$=publish]", "action").len(), 2);
    }
    let done = browser.post(&publish[1], &[]).await;
    assert!(done.location().unwrap().starts_with("/comments/"), "{:?}", done.location());
    assert_eq!(browser.post(&publish[1], &[]).await.status, 404, "once");
    assert_eq!(browser.post(&discard[0], &[]).await.status, 303);
    let page = browser.get("/me/answers/").await;
    assert!(page.attributes("form[action$=publish]", "action").is_empty(), "{}", page.body);
    let entries = site.entries(post).await;
    assert!(entries.contains("From my friend.") && !entries.contains("And again."), "{entries}");
}

#[tokio::test]
async fn a_flood_in_ones_name_comes_to_an_end() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let to = site.answers_to(&ines, post).await;
    let mut refused = 0;
    for number in 0..30 {
        let outcome = site.hand_over(&to, &email("friend@example.net", &format!("Number {number}"))).await;
        refused += i32::from(outcome == Outcome::Unknown);
    }
    assert_eq!((refused, site.about_answers("ines").await.len()), (10, 1));
}

#[tokio::test]
async fn an_altered_address_is_none_and_nothing_tells_what_was_wrong_with_it() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (head, _) = site.member_as("head", Role::Organiser).await;
    let post = site.post(&ines, "Week one").await;
    let to = site.answers_to(&ines, post).await;
    let altered: String =
        to.char_indices().map(|(at, c)| if at == 20 { if c == 'a' { 'b' } else { 'a' } } else { c }).collect();
    let suspended = site.answers_to(&bram, post).await;
    site.app.db.change(async |tx| members::suspend(tx, &head, bram.id, "a while").await).await.unwrap().unwrap();
    for address in [&altered, &suspended, "answers+@lyceum.test", "answers@lyceum.test", "lyceum@lyceum.test", ""] {
        assert_eq!(answers::knows(&site.app, address).await, Outcome::Unknown, "{address}");
        assert_eq!(site.hand_over(address, &email("ines@example.org", "Hello")).await, Outcome::Unknown, "{address}");
    }
    assert_eq!(answers::knows(&site.app, &to).await, Outcome::Taken);
    assert!(!site.entries(post).await.contains("Hello"));
}

#[tokio::test]
async fn an_old_address_is_answered_kindly_once_a_day_and_only_to_its_member() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let to = site.answers_to(&ines, post).await;
    site.pass_minutes(61 * 24 * 60);
    for from in ["friend@example.net", "ines@example.org", "ines@example.org"] {
        assert_eq!(site.hand_over(&to, &email(from, "Late.")).await, Outcome::Taken);
    }
    let letters = site.about_answers("ines").await;
    let [letter] = &letters[..] else { panic!("{letters:#?}") };
    assert!(letter.contains("too old to be answered") && letter.contains(&site.url(post).await), "{letter}");
    assert!(letter.contains("Late."), "what was written is given back: {letter}");
    assert_eq!(site.letters().await.iter().filter(|letter| letter.contains("To: friend@")).count(), 0);
    assert!(!site.entries(post).await.contains("Late."));
}

#[tokio::test]
async fn what_machines_write_is_dropped_and_counted_and_never_answered() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let to = site.answers_to(&ines, post).await;
    let email = email("ines@example.org", "I am away until Monday.");
    for header in ["Auto-Submitted: auto-replied", "X-Autoreply: yes", "Precedence: bulk"] {
        assert_eq!(site.hand_over(&to, &format!("{header}\r\n{email}")).await, Outcome::Taken);
    }
    let out_of_office = email.replace("Subject: Re:", "Subject: Out of office: Re:");
    assert_eq!(site.hand_over(&to, &out_of_office).await, Outcome::Taken);
    assert_eq!(answers::take(&site.app, Some(""), &to, email.as_bytes()).await, Outcome::Taken);
    assert!(!site.entries(post).await.contains("away"));
    assert_eq!(site.about_answers("ines").await.len(), 0);
    let dropped = answers::dropped(&mut site.app.db.read().await.unwrap()).await.unwrap().unwrap();
    assert_eq!(dropped, (5, site.now()));
    let said = format!("Auto-Submitted: no\r\n{email}");
    assert_eq!(site.hand_over(&to, &said).await, Outcome::Taken);
    assert!(site.entries(post).await.contains("away"), "somebody wrote this one");
}

#[tokio::test]
async fn whoever_wrote_nothing_is_told_so_and_only_a_picture_is_kindly_refused() {
    let site = Site::new().await;
    let (ines, mut browser) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let to = site.answers_to(&ines, post).await;
    site.hand_over(&to, &email("ines@example.org", "> only a quote\r\n\r\nSent from my iPhone")).await;
    let with_picture = |words: &str, id: u8| {
        format!(
            "From: ines@example.org\r\nMessage-ID: <{id}@x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; \
             boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n{words}\r\n--b\r\nContent-Type: image/png; \
             name=\"my <tree>.png\"\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
        )
    };
    site.hand_over(&to, &with_picture("", 1)).await;
    let letters = site.about_answers("ines").await;
    let [nothing, picture] = &letters[..] else { panic!("{letters:#?}") };
    assert!(nothing.contains("nothing remained"), "{nothing}");
    assert!(picture.contains("only a picture or another file"), "{picture}");
    site.hand_over(&to, &with_picture("My tree.", 2)).await;
    let page = browser.get(&site.url(post).await).await;
    assert!(page.text(".entry").contains("My tree."));
    assert!(page.text(".by-email").contains("my <tree>.png was not attached"), "{}", page.text(".by-email"));
    assert_eq!(site.about_answers("ines").await.len(), 2, "that is said on the page, and in no e-mail");
    let list = browser.get("/me/answers/").await.text("#main");
    assert!(list.contains("nothing remained") && list.contains("Published."), "{list}");
}

#[tokio::test]
async fn an_answer_that_cannot_be_published_is_given_back_with_the_reason() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, mut browser) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    let to = site.answers_to(&bram, post).await;
    site.app.db.always(async |tx| conversations::close(tx, post.into()).await).await.unwrap();
    let email = email("bram@example.org", "My words.");
    for _ in 0..2 {
        assert_eq!(site.hand_over(&to, &email).await, Outcome::Taken);
    }
    let letters = site.about_answers("bram").await;
    let [letter] = &letters[..] else { panic!("{letters:#?}") };
    assert!(letter.contains("could not be published") && letter.contains("My words."), "{letter}");
    assert!(!site.entries(post).await.contains("My words."));
    assert!(browser.get("/me/answers/").await.text("#main").contains("My words."));
    site.pass_minutes(31 * 24 * 60);
    site.app.db.always(async |tx| answers::forget_old(tx).await).await.unwrap();
    assert!(!browser.get("/me/answers/").await.text("#main").contains("My words."), "forgotten after a while");
}

#[tokio::test]
async fn what_one_may_no_longer_read_is_answered_by_nobody_and_not_named() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (bram, mut browser) = site.member("bram").await;
    let post = site.post(&ines, "Secret plans").await;
    let comment = site.comment(&bram, post, None, "One.").await;
    let community = community::of(&site.app).await.unwrap();
    let token = Addressed::new(bram.id, Subject::Comment(comment), site.now()).token(&community.secret);
    let to = site.app.answer_addresses.as_ref().unwrap().with(&token);
    assert_eq!(author.post(&format!("/me/posts/{post}/delete"), &[]).await.status, 303);
    assert_eq!(site.hand_over(&to, &email("bram@example.org", "Two.")).await, Outcome::Taken);
    let letters = site.about_answers("bram").await;
    let [letter] = &letters[..] else { panic!("{letters:#?}") };
    assert!(letter.contains("could not be published") && !letter.contains("Secret plans"), "{letter}");
    assert!(!browser.get("/me/answers/").await.text("#main").contains("Secret plans"));
}

#[tokio::test]
async fn a_mail_server_hands_over_and_hears_of_each_recipient() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    let (first, second) = (site.answers_to(&ines, post).await, site.answers_to(&bram, post).await);
    let (mut ours, theirs) = tokio::io::duplex(4096);
    let mut said = String::from("LHLO mx.example.org\r\nMAIL FROM:<ines@example.org> BODY=8BITMIME\r\n");
    for to in [&first, "answers+altered@lyceum.test", &second] {
        write!(said, "RCPT TO:<{to}>\r\n").unwrap();
    }
    write!(said, "DATA\r\nFrom: ines@example.org\r\nMessage-ID: <1@x>\r\n\r\n..a dot, and ümlauts\r\n.\r\nQUIT\r\n")
        .unwrap();
    let talk = receiving::talk(&site.app, theirs);
    let client = async {
        ours.write_all(said.as_bytes()).await.unwrap();
        let mut heard = String::new();
        ours.read_to_string(&mut heard).await.unwrap();
        heard
    };
    let (heard, ()) = tokio::join!(client, talk);
    let codes: Vec<&str> = heard.lines().filter(|line| line.as_bytes()[3] == b' ').map(|line| &line[..3]).collect();
    assert_eq!(codes, ["220", "250", "250", "250", "550", "250", "354", "250", "250", "221"], "{heard}");
    let entries = site.entries(post).await;
    assert!(entries.contains(".a dot, and ümlauts"), "{entries}");
    assert_eq!(entries.matches("a dot").count(), 1, "what came to Bram's address from Ines waits for Bram");
}

#[tokio::test]
async fn while_the_database_is_away_mail_servers_are_told_to_try_again() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let to = site.answers_to(&ines, post).await;
    community::of(&site.app).await.unwrap();
    site.app.db.close().await.unwrap();
    assert_eq!(answers::knows(&site.app, &to).await, Outcome::Later);
    assert_eq!(site.hand_over(&to, &email("ines@example.org", "Hello")).await, Outcome::Later);
}

#[tokio::test]
async fn an_account_that_ends_leaves_no_e_mails_behind() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (_, mut head) = site.member_as("head", Role::Organiser).await;
    let post = site.post(&ines, "Week one").await;
    site.hand_over(&site.answers_to(&bram, post).await, &email("friend@example.net", "In his name.")).await;
    let held = async || answers::held(&mut site.app.db.read().await.unwrap(), bram.id).await.unwrap();
    assert_eq!(held().await, 1);
    let form = [("words", "stay"), ("handle", "bram")];
    let done = head.post(&format!("/manage/members/{}/remove", bram.id), &form).await;
    assert_eq!((done.status.as_u16(), held().await), (303, 0));
}

#[tokio::test]
async fn what_is_answered_by_e_mail_obeys_the_limits_of_the_form() {
    let site = Site::with_ordinary_limits().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let to = site.answers_to(&ines, post).await;
    let mut later = 0;
    for number in 0..70 {
        let outcome = site.hand_over(&to, &email("ines@example.org", &format!("Number {number}"))).await;
        later += i32::from(outcome == Outcome::Later);
    }
    assert!(later > 0, "a flood has to wait, and is not lost");
}

#[tokio::test]
async fn a_quote_never_publishes_a_link_that_opens_without_a_sign_in() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let to = site.answers_to(&ines, post).await;
    let secret = "http://lyceum.test/mail/s3cret/";
    let words = format!(
        "> One question?\r\n\r\nMy answer.\r\n\r\n> Stop all e-mails:\r\n> {secret}\r\n\r\nBelow. {secret}\r\nReply-To: {to}"
    );
    assert_eq!(site.hand_over(&to, &email("ines@example.org", &words)).await, Outcome::Taken);
    let page = site.stranger().get(&site.url(post).await).await;
    assert!(page.text(".entry").contains("My answer."), "{}", page.body);
    assert!(!page.body.contains("s3cret") && !page.body.contains(&to), "{}", page.body);
}

#[tokio::test]
async fn what_waits_for_a_decision_is_not_approved_by_an_e_mail_and_a_digest_has_no_address() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    site.do_jobs().await;
    while emails::round(&site.app).await.unwrap() {}
    let fields = [("text", "Buy!"), ("name", "Wendy"), ("email", "wendy@example.net")];
    site.stranger().post(&format!("/posts/{post}/comments"), &fields).await;
    site.do_jobs().await;
    site.pass_minutes(3);
    while emails::round(&site.app).await.unwrap() {}
    let told = site.letters().await.into_iter().find(|letter| letter.contains("To: ines@")).unwrap();
    assert!(told.contains("Buy!") && !told.contains("\nReply-To") && !told.contains("answer this e-mail"), "{told}");
    let daily = mailing::Choice {
        mode: mailing::Mode::Daily,
        weekday: 1,
        hour: 7,
        most: 5,
        quiet_from: 0,
        quiet_until: 0,
        paused_until: None,
    };
    site.app.db.always(async |tx| mailing::choose(tx, ines.id, &daily).await).await.unwrap();
    while emails::round(&site.app).await.unwrap() {}
    site.pass_minutes(1);
    site.comment(&bram, post, None, "A thought.").await;
    site.do_jobs().await;
    site.pass_minutes(24 * 60);
    while emails::round(&site.app).await.unwrap() {}
    let digest = site.letters().await.into_iter().rfind(|letter| letter.contains("To: ines@")).unwrap();
    assert!(digest.contains("A thought.") && !digest.contains("\nReply-To"), "{digest}");
    assert!(digest.contains("A digest cannot be answered by e-mail."), "{digest}");
}

#[tokio::test]
async fn whatever_bytes_come_are_kept_as_text_or_left_out() {
    let site = Site::new().await;
    let (ines, mut browser) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let to = site.answers_to(&ines, post).await;
    let odd = "From: ines@example.org\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
               --b\r\nContent-Type: text/plain\r\n\r\nOne\0two \u{202E}three\u{7}\r\n-- \r\nIn\0es\r\n--b\r\nContent-Type: image/png; \
               name=\"a\0b\r\n c.png\"\r\n\r\nx\r\n--b--\r\n";
    assert_eq!(site.hand_over(&to, odd).await, Outcome::Taken);
    assert!(site.entries(post).await.contains("three"));
    let from_nobody = odd.replace("ines@example.org", "\0fr\u{1}iend@example.net").replace("<1@x>", "<\0>");
    assert_eq!(site.hand_over(&to, &from_nobody).await, Outcome::Taken);
    for nothing in ["", "\r\n", "\0", "no headers at all"] {
        assert_ne!(site.hand_over(&to, nothing).await, Outcome::Later, "{nothing:?}");
    }
    assert_eq!(browser.get("/me/answers/").await.status, 200);
}
