//! Which e-mails guests get, and which not.

use crate::{
    checks::testing::{Client, Site},
    ids::{CommentId, PostId},
    kit::{db::Tx, email::lmtp::Outcome},
    links::answers,
    people::members::{Member, Role},
    talk::comments,
};

/// What somebody without an account writes; they may want to be told.
async fn write(guest: &mut Client, post: PostId, email: &str, words: &str, told: bool) -> CommentId {
    let form =
        [("name", "Wendy"), ("email", email), ("text", words), if told { ("told", "1") } else { ("website", "") }];
    let sent = guest.post(&format!("/posts/{post}/comments"), &form).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    sent.location().unwrap().rsplit('/').next().unwrap().split(['#', '?']).next().unwrap().parse().unwrap()
}

async fn entry(site: &Site, id: CommentId) -> comments::Entry {
    comments::by_id(&mut site.app.db.read().await.unwrap(), id).await.unwrap().unwrap()
}

async fn approve(site: &Site, by: &Member, id: CommentId) {
    let entry = entry(site, id).await;
    site.app.db.always(async |tx| comments::approve_by(tx, by, &entry).await).await.unwrap();
}

/// E-mails to this address.
fn to(told: Vec<String>, email: &str) -> Vec<String> {
    told.into_iter().filter(|letter| letter.contains(&format!("To: {email}"))).collect()
}

/// The path of the link that confirms and ends.
fn link(letter: &str) -> String {
    let link = letter.split_once("List-Unsubscribe: <").unwrap().1.split_once('>').unwrap().0;
    link.strip_prefix("http://lyceum.test").unwrap().to_owned()
}

async fn count(site: &Site, sql: &'static str) -> i64 {
    crate::value!(&mut site.app.db.read().await.unwrap(), sql).unwrap().unwrap()
}

const WENDY: &str = "wendy@example.net";

/// A site with a post, a guest whose comment was approved, and who said yes.
struct Told {
    site: Site,
    ines: Member,
    bram: Member,
    post: PostId,
    guest: Client,
    comment: CommentId,
    path: String,
}

async fn confirmed() -> Told {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    let mut guest = site.stranger();
    let comment = write(&mut guest, post, WENDY, "A thought of mine.", true).await;
    approve(&site, &ines, comment).await;
    site.told().await;
    let letters = to(site.wait(3).await, WENDY);
    let [letter] = &letters[..] else { panic!("{letters:#?}") };
    let path = link(letter);
    assert_eq!(guest.post(&format!("{path}confirm"), &[]).await.status, 200);
    Told { site, ines, bram, post, guest, comment, path }
}

#[tokio::test]
async fn a_guest_is_asked_once_what_they_wrote_stands_there_and_told_only_after_a_yes() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    let mut guest = site.stranger();
    let comment = write(&mut guest, post, WENDY, "Buy cheap **things** now.", true).await;
    assert_eq!(to(site.wait(60).await, WENDY).len(), 0, "nothing while it waits");
    approve(&site, &ines, comment).await;
    site.told().await;
    let letters = to(site.wait(3).await, WENDY);
    let [question] = &letters[..] else { panic!("{letters:#?}") };
    assert!(question.contains("Somebody, perhaps you,"), "{question}");
    assert!(question.contains("Week one") && question.contains(&format!("/comments/{comment}")), "{question}");
    assert!(!question.contains("cheap") && !question.contains("Wendy"), "nothing that the guest typed: {question}");
    assert!(question.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{question}");
    assert!(question.contains("Auto-Submitted: auto-generated") && question.contains("List-Id: "), "{question}");
    site.comment(&bram, post, Some(comment), "An answer.").await;
    site.told().await;
    assert_eq!(to(site.wait(48 * 60).await, WENDY).len(), 1, "no answer before the yes, and no second question");
    let path = link(question);
    let mut filter = site.stranger();
    for _ in 0..2 {
        let page = filter.get(&path).await;
        assert_eq!((page.status.as_u16(), page.text("h1").as_str()), (200, "Confirm e-mails"));
    }
    assert_eq!(to(site.wait(60).await, WENDY).len(), 1, "looking changes nothing");
    for _ in 0..2 {
        let done = filter.post(&format!("{path}confirm"), &[]).await;
        assert!(done.text("#done").starts_with("Thank you."), "{}", done.body);
    }
    let letters = to(site.wait(3).await, WENDY);
    let [_, answer] = &letters[..] else { panic!("{letters:#?}") };
    assert!(answer.contains("Subject: Re: Week one") && answer.contains("An answer."), "{answer}");
    assert!(answer.contains("References: <conversation-"), "{answer}");
    assert!(!answer.contains("\nReply-To:") && answer.contains("does not appear there"), "{answer}");
    assert!(!answer.contains("was approved"), "that was said with the question: {answer}");
    assert_eq!(to(site.wait(48 * 60).await, WENDY).len(), 2, "nothing is told twice");
}

#[tokio::test]
async fn a_later_comment_of_a_guest_who_said_yes_is_told_of_without_another_question() {
    let Told { site, ines, bram, mut guest, .. } = confirmed().await;
    let page = guest.get(&site.url(site.post(&ines, "Week two").await).await).await;
    assert_eq!(page.attributes("input[name=told]", "checked").len(), 1, "the box is as it was left");
    let other = site.post(&ines, "Week three").await;
    // Another name waits again.
    let form = [("name", "Wendy W."), ("email", WENDY), ("text", "Another thought."), ("told", "1")];
    let sent = guest.post(&format!("/posts/{other}/comments"), &form).await;
    let id: CommentId =
        sent.location().unwrap().rsplit('/').next().unwrap().split('#').next().unwrap().parse().unwrap();
    approve(&site, &ines, id).await;
    site.told().await;
    let letters = to(site.wait(3).await, WENDY);
    assert_eq!(letters.len(), 2, "{letters:#?}");
    assert!(
        letters[1].contains("Your comment was approved") && !letters[1].contains("Another thought"),
        "{letters:#?}"
    );
    site.comment(&bram, other, Some(id), "An answer to it.").await;
    site.told().await;
    assert_eq!(to(site.wait(3).await, WENDY).len(), 3);
}

#[tokio::test]
async fn who_ticks_nothing_or_answers_themselves_hears_nothing() {
    let Told { site, ines, bram, post, mut guest, comment, .. } = confirmed().await;
    let own = [("name", "Wendy"), ("email", WENDY), ("text", "To myself."), ("parent", &comment.to_string())];
    assert_eq!(guest.post(&format!("/posts/{post}/comments"), &own).await.status, 303);
    let mut quiet = site.stranger();
    let silent = write(&mut quiet, post, "quiet@example.net", "Not me.", false).await;
    approve(&site, &ines, silent).await;
    site.comment(&bram, post, Some(silent), "An answer.").await;
    site.told().await;
    let letters = site.wait(24 * 60).await;
    assert_eq!(to(letters.clone(), "quiet@example.net").len(), 0);
    assert_eq!(to(letters, WENDY).len(), 1, "only the question");
    assert_eq!(count(&site, "select count(*) from guest_mail").await, 1);
}

#[tokio::test]
async fn more_than_five_e_mails_a_day_wait_for_one_the_next_day() {
    let Told { site, ines, bram, mut guest, .. } = confirmed().await;
    let mut written = vec![];
    for week in 1..=8 {
        let post = site.post(&ines, &format!("Topic {week}.")).await;
        let comment = write(&mut guest, post, WENDY, "A thought.", true).await;
        written.push((post, comment));
    }
    for (post, comment) in written {
        site.comment(&bram, post, Some(comment), "An answer.").await;
    }
    site.told().await;
    let letters = to(site.wait(5).await, WENDY);
    assert_eq!(letters.len(), 1 + 5, "{letters:#?}");
    let letters = to(site.wait(24 * 60).await, WENDY);
    assert_eq!(letters.len(), 1 + 6, "{letters:#?}");
    let joined = &letters[6];
    for week in 1..=8 {
        assert_eq!(joined.contains(&format!("Topic {week}.")), week > 5, "{week}: {joined}");
    }
    assert_eq!(to(site.wait(48 * 60).await, WENDY).len(), 7, "nothing is told twice");
}

#[tokio::test]
async fn what_was_hidden_deleted_or_narrowed_is_not_told_and_what_a_guest_takes_back_ends_it() {
    let Told { site, ines, bram, post, mut guest, comment, .. } = confirmed().await;
    let hidden = site.comment(&bram, post, Some(comment), "An answer to be hidden.").await;
    let entry_hidden = entry(&site, hidden).await;
    site.told().await;
    site.app.db.always(async |tx| comments::hide(tx, &ines, &entry_hidden).await).await.unwrap();
    assert_eq!(to(site.wait(60).await, WENDY).len(), 1, "only the question");
    site.app.db.always(async |tx| comments::unhide(tx, &ines, &entry_hidden).await).await.unwrap();
    // Their own comment is hidden by a slip, and shown again.
    let own = entry(&site, comment).await;
    site.app.db.always(async |tx| comments::hide(tx, &ines, &own).await).await.unwrap();
    site.told().await;
    site.told().await;
    assert_eq!(to(site.wait(60).await, WENDY).len(), 1, "nothing while it is hidden");
    site.app.db.always(async |tx| comments::unhide(tx, &ines, &own).await).await.unwrap();
    site.comment(&bram, post, Some(comment), "An answer afterwards.").await;
    site.told().await;
    let letters = to(site.wait(60).await, WENDY);
    assert!(letters.last().unwrap().contains("An answer afterwards."), "{letters:#?}");
    assert_eq!(count(&site, "select count(*) from comment where guest_email <> ''").await, 1);
    let gone = guest.post(&format!("/comments/{comment}/delete"), &[]).await;
    assert_eq!(gone.status, 303, "{}", gone.body);
    site.told().await;
    assert_eq!(
        count(&site, "select count(*) from comment where guest_email <> ''").await,
        0,
        "the address goes with it"
    );
    assert_eq!(count(&site, "select count(*) from guest_watch").await, 0);
    site.wait(8 * 24 * 60).await;
    site.app.db.always(async |tx| crate::links::guests::forget_old(tx).await).await.unwrap();
    assert_eq!(count(&site, "select count(*) from guest_mail").await, 0, "and is forgotten");
    assert_eq!(count(&site, "select count(*) from letter where recipient = 'wendy@example.net'").await, 0);
}

#[tokio::test]
async fn an_e_mail_that_has_not_left_is_written_anew_without_what_was_hidden_meanwhile() {
    let Told { site, ines, bram, post, comment, .. } = confirmed().await;
    site.comment(&bram, post, Some(comment), "One that stays.").await;
    let hidden = site.comment(&bram, post, Some(comment), "One that goes.").await;
    while crate::links::notices::tell(&site.app).await.unwrap() {}
    site.pass_minutes(3);
    // Written, and still waiting for its place in the pace.
    while crate::links::emails::round(&site.app).await.unwrap() {}
    assert_eq!(count(&site, "select count(*) from letter where guest is not null and sent_at is null").await, 1);
    let entry = entry(&site, hidden).await;
    site.app.db.always(async |tx| comments::hide(tx, &ines, &entry).await).await.unwrap();
    while crate::links::notices::tell(&site.app).await.unwrap() {}
    let letters = to(site.wait(3).await, WENDY);
    let [_, answer] = &letters[..] else { panic!("{letters:#?}") };
    assert!(answer.contains("One that stays.") && !answer.contains("One that goes."), "{answer}");
}

#[tokio::test]
async fn a_conversation_and_all_of_it_are_ended_by_a_link_and_by_a_mail_program() {
    let Told { site, ines, bram, post, mut guest, comment, path } = confirmed().await;
    let other = site.post(&ines, "Week two").await;
    let second = write(&mut guest, other, WENDY, "Another.", true).await;
    let page = guest.get(&format!("{path}?conversation={post}")).await;
    assert!(page.text("#main").contains("Would you like to hear no more of “Week one”?"), "{}", page.body);
    let done = guest.post(&path, &[("conversation", &post.to_string())]).await;
    assert_eq!(done.text("#done").trim(), "You will hear no more of this conversation.");
    site.comment(&bram, post, Some(comment), "Unheard.").await;
    site.comment(&bram, other, Some(second), "Heard.").await;
    site.told().await;
    let letters = to(site.wait(60).await, WENDY);
    let [_, answer] = &letters[..] else { panic!("{letters:#?}") };
    assert!(answer.contains("Heard.") && !answer.contains("Unheard."), "{answer}");
    for _ in 0..2 {
        let done = site.stranger().post(&path, &[("List-Unsubscribe", "One-Click")]).await;
        assert_eq!(done.status, 200, "RFC 8058: no redirect, and twice is the same");
    }
    assert_eq!(count(&site, "select count(*) from guest_mail").await, 0, "the address is forgotten");
    site.comment(&bram, other, Some(second), "Unheard, too.").await;
    site.told().await;
    assert_eq!(to(site.wait(24 * 60).await, WENDY).len(), 2);
    assert_eq!(guest.get(&path).await.status, 410);
}

#[tokio::test]
async fn who_never_wants_to_be_written_to_is_not_under_any_tag_and_may_take_it_back() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let comment = write(&mut site.stranger(), post, WENDY, "A thought.", true).await;
    approve(&site, &ines, comment).await;
    site.told().await;
    let path = link(&to(site.wait(3).await, WENDY)[0]);
    let upload = site.stranger().upload(&path, "List-Unsubscribe", "x", b"One-Click").await;
    assert_eq!(upload.status, 200);
    assert!(upload.text("#done").contains("will not be written to again"), "{}", upload.body);
    assert_eq!(count(&site, "select count(*) from guest_mail").await, 0);
    for (number, email) in [WENDY, "wendy+two@example.net", "WENDY+three@example.net"].into_iter().enumerate() {
        let comment = write(&mut site.stranger(), post, email, &format!("Thought {number}"), true).await;
        approve(&site, &ines, comment).await;
    }
    site.told().await;
    assert_eq!(to(site.wait(48 * 60).await, "wendy").len(), 1, "only the first question");
    assert_eq!(count(&site, "select count(*) from guest_mail").await, 0, "nothing is kept");
    let confirmed = site.stranger().post(&format!("{path}confirm"), &[]).await;
    assert_eq!(confirmed.status, 410, "a refused link confirms nothing");
    assert!(site.stranger().get(&path).await.text("#main").contains("Allow e-mails again"));
    assert_eq!(site.stranger().post(&format!("{path}allow"), &[]).await.status, 200);
    let comment = write(&mut site.stranger(), post, WENDY, "At last.", true).await;
    approve(&site, &ines, comment).await;
    site.told().await;
    assert_eq!(to(site.wait(3).await, "wendy").len(), 2);
}

#[tokio::test]
async fn one_mailbox_is_asked_once_a_day_however_it_is_spelt_and_forgotten_after_a_week() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    for number in 0..6 {
        let email = format!("wendy+{number}@example.net");
        let comment = write(&mut site.stranger(), post, &email, &format!("Thought {number}"), true).await;
        approve(&site, &ines, comment).await;
    }
    site.told().await;
    assert_eq!(to(site.wait(12 * 60).await, "wendy").len(), 1);
    let letters = to(site.wait(24 * 60).await, "wendy");
    assert_eq!(letters.len(), 2, "{letters:#?}");
    let path = link(&letters[0]);
    site.pass_minutes(7 * 24 * 60);
    let over = site.stranger().get(&path).await;
    assert_eq!((over.status.as_u16(), over.text("h1").as_str()), (410, "This link is no longer valid"));
    assert!(over.text("#main").contains("tick the box beneath your next comment"), "{}", over.body);
    assert_eq!(site.stranger().post(&format!("{path}confirm"), &[]).await.status, 410);
    for forged in ["/mail/guest/x/", "/mail/guest/%00/", "/mail/guest/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/"] {
        let status = site.stranger().get(forged).await.status;
        assert!([404, 410].contains(&status.as_u16()), "{forged}: {status}");
    }
}

#[tokio::test]
async fn comments_that_nobody_approves_write_to_nobody_however_many_they_are() {
    let site = Site::with_ordinary_limits().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let mut refused = 0;
    for number in 0..30 {
        site.pass_minutes(1);
        let email = format!("somebody{number}@example.net");
        let form = [("name", "Wendy"), ("email", &email), ("text", &format!("Thought {number}")), ("told", "1")];
        let sent = site.stranger().post(&format!("/posts/{post}/comments"), &form).await;
        if sent.status == 422 {
            refused += 1;
            let text = sent.text("textarea[name=text]");
            assert!(text.contains("Thought") || sent.body.contains("Thought"), "nothing is lost: {}", sent.body);
        }
    }
    assert!(refused > 0, "one network asks for so many and no more");
    site.told().await;
    let letters = site.wait(24 * 60).await;
    assert!(letters.iter().all(|letter| !letter.contains("To: somebody")), "{letters:#?}");
}

#[tokio::test]
async fn a_box_without_a_good_address_is_refused_and_nothing_is_lost() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    for email in ["", "no", "a@b@", "wendy@example.net\r\nBcc: x@example.net", "\"we ndy\"@example.net"] {
        let form = [("name", "Wendy"), ("email", email), ("text", "A thought."), ("told", "1")];
        let sent = site.stranger().post(&format!("/posts/{post}/comments"), &form).await;
        assert_eq!(sent.status, 422, "{email:?}");
        assert_eq!(sent.attributes("input[name=told]", "checked").len(), 1, "the box stays ticked");
        assert!(sent.body.contains("A thought."));
    }
    let comment = write(&mut site.stranger(), post, "wendy@bücher.example", "A thought.", true).await;
    approve(&site, &ines, comment).await;
    site.told().await;
    assert_eq!(to(site.wait(3).await, "wendy@xn--bcher-kva.example").len(), 1);
    let plain = site.stranger().get(&site.url(post).await).await;
    assert_eq!(plain.attributes("input[name=told]", "checked").len(), 0, "nobody has ticked it for them");
}

#[tokio::test]
async fn what_comes_back_and_who_complains_ends_it() {
    let Told { site, bram, post, comment, .. } = confirmed().await;
    site.comment(&bram, post, Some(comment), "An answer.").await;
    site.told().await;
    let letters = to(site.wait(3).await, WENDY);
    let from = letters[1].split_once("Return-Path: <").unwrap().1.split_once('>').unwrap().0.to_owned();
    let complaint = "From: feedback@example.net\r\nSubject: complaint\r\nMessage-ID: <1@x>\r\nMIME-Version: 1.0\r\nContent-Type: \
                     multipart/report; report-type=feedback-report; boundary=b\r\n\r\n--b\r\nContent-Type: \
                     message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\n\r\n--b--\r\n";
    let taken = answers::take(&site.app, Some("feedback@example.net"), &from, complaint.as_bytes()).await;
    assert_eq!(taken, Outcome::Taken);
    site.comment(&bram, post, Some(comment), "Another answer.").await;
    site.told().await;
    assert_eq!(to(site.wait(24 * 60).await, WENDY).len(), 2);
    assert_eq!(count(&site, "select count(*) from guest_refusal").await, 1);

    let Told { site, bram, post, comment, .. } = confirmed().await;
    site.comment(&bram, post, Some(comment), "An answer.").await;
    site.told().await;
    let letters = to(site.wait(3).await, WENDY);
    let from = letters[1].split_once("Return-Path: <").unwrap().1.split_once('>').unwrap().0.to_owned();
    let bounce = "From: MAILER-DAEMON@mx.example.net\r\nSubject: Undelivered\r\nMessage-ID: <2@mx>\r\nMIME-Version: \
                  1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: \
                  message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; \
                  wendy@example.net\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n--b--\r\n";
    assert_eq!(answers::take(&site.app, Some(""), &from, bounce.as_bytes()).await, Outcome::Taken);
    site.comment(&bram, post, Some(comment), "Another answer.").await;
    site.told().await;
    assert_eq!(to(site.wait(24 * 60).await, WENDY).len(), 2);
}

#[tokio::test]
async fn a_guest_who_became_a_member_is_told_nothing_twice() {
    let Told { site, ines, bram, post, comment, .. } = confirmed().await;
    // The member with the guest's address is mentioned in one answer, and not in another.
    let (member, _) = site.member_as("wendy", Role::Participant).await;
    site.app
        .db
        .always(async |tx| {
            crate::run!(tx, "update member set email = 'wendy@example.net' where id = $1", member.id)?;
            Ok(())
        })
        .await
        .unwrap();
    site.comment(&bram, post, Some(comment), "For you, @wendy.").await;
    site.told().await;
    let letters = to(site.wait(30).await, WENDY);
    assert_eq!(letters.iter().filter(|letter| letter.contains("For you, @wendy.")).count(), 1, "{letters:#?}");
    site.comment(&ines, post, Some(comment), "For the guest.").await;
    site.told().await;
    let letters = to(site.wait(30).await, WENDY);
    assert_eq!(letters.iter().filter(|letter| letter.contains("For the guest.")).count(), 1, "{letters:#?}");
}

#[tokio::test]
async fn of_a_member_who_is_removed_nothing_is_kept_as_a_guest_either() {
    let Told { site, .. } = confirmed().await;
    let (member, _) = site.member("wendy").await;
    let (_, mut organiser) = site.member_as("head", Role::Organiser).await;
    let renamed = async |tx: &mut Tx| {
        crate::run!(tx, "update member set email = 'wendy@example.net' where id = $1", member.id)?;
        Ok(())
    };
    site.app.db.always(renamed).await.unwrap();
    let form = [("words", "stay"), ("handle", "wendy")];
    let removed = organiser.post(&format!("/manage/members/{}/remove", member.id), &form).await;
    assert_eq!(removed.status, 303, "{}", removed.body);
    assert_eq!(count(&site, "select count(*) from guest_mail").await, 0);
}

#[tokio::test]
async fn what_was_hidden_while_it_waited_and_shown_after_all_is_told() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let comment = write(&mut site.stranger(), post, WENDY, "Not spam at all.", true).await;
    let waiting = entry(&site, comment).await;
    site.app.db.always(async |tx| comments::hide(tx, &ines, &waiting).await).await.unwrap();
    site.told().await;
    assert_eq!(to(site.wait(60).await, WENDY).len(), 0);
    let hidden = entry(&site, comment).await;
    site.app.db.always(async |tx| comments::unhide(tx, &ines, &hidden).await).await.unwrap();
    site.told().await;
    assert_eq!(to(site.wait(3).await, WENDY).len(), 1);
}

#[tokio::test]
async fn guests_are_written_to_in_the_language_of_the_form() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let mut guest = site.stranger();
    guest.set_cookie("lyceum-language", "de");
    let comment = write(&mut guest, post, WENDY, "Ein Gedanke.", true).await;
    approve(&site, &ines, comment).await;
    site.told().await;
    let letters = to(site.wait(3).await, WENDY);
    assert!(letters[0].contains("jemand, vielleicht du,"), "{letters:#?}");
}

#[tokio::test]
async fn an_e_mail_to_a_guest_that_waits_says_what_stands_there_when_it_leaves() {
    let Told { site, bram, post, comment, .. } = confirmed().await;
    let answer = site.comment(&bram, post, Some(comment), "An answer with a slip.").await;
    while crate::links::notices::tell(&site.app).await.unwrap() {}
    site.pass_minutes(3);
    while crate::links::emails::round(&site.app).await.unwrap() {}
    assert_eq!(count(&site, "select count(*) from letter where guest is not null and sent_at is null").await, 1);
    site.reword(answer, "An answer without one.").await;
    let letters = to(site.wait(60).await, WENDY);
    let [_, letter] = &letters[..] else { panic!("{letters:#?}") };
    assert!(letter.contains("An answer without one.") && !letter.contains("slip"), "{letter}");
    assert_eq!(to(site.wait(48 * 60).await, WENDY).len(), 2, "nothing is told twice");
}

#[tokio::test]
async fn an_e_mail_to_a_guest_that_waits_does_not_leave_once_only_members_may_read_what_it_tells() {
    let Told { site, bram, post, comment, .. } = confirmed().await;
    site.comment(&bram, post, Some(comment), "An answer for all.").await;
    while crate::links::notices::tell(&site.app).await.unwrap() {}
    site.pass_minutes(3);
    while crate::links::emails::round(&site.app).await.unwrap() {}
    assert_eq!(count(&site, "select count(*) from letter where guest is not null and sent_at is null").await, 1);
    let narrow = "update conversation set audience = 2 where id = $1";
    site.app.db.always(async |tx| Ok(crate::run!(tx, narrow, post)?)).await.unwrap();
    assert_eq!(to(site.wait(60).await, WENDY).len(), 1, "only the question");
}
