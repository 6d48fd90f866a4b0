//! Which reports count, and as what.

use super::{Kind, count};
use crate::{
    checks::testing::Site,
    ids::Timestamp,
    kit::email::lmtp::Outcome,
    links::{answers, emails},
};

/// A member was told something by e-mail; the address it was sent from.
async fn told(site: &Site) -> String {
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    site.do_jobs().await;
    while emails::round(&site.app).await.unwrap() {}
    site.comment(&bram, post, None, "A thought.").await;
    site.do_jobs().await;
    site.pass_minutes(3);
    while emails::round(&site.app).await.unwrap() {}
    let letter = site.letters().await.into_iter().find(|letter| letter.contains("To: ines@")).unwrap();
    letter.split_once("Return-Path: <").unwrap().1.split_once('>').unwrap().0.to_owned()
}

async fn counts(site: &Site) -> [i64; 3] {
    let mut conn = site.app.db.read().await.unwrap();
    let mut all = [0; 3];
    for (at, kind) in [Kind::Bounce, Kind::Delay, Kind::Complaint].into_iter().enumerate() {
        all[at] = count(&mut conn, kind, Timestamp(0)).await.unwrap();
    }
    all
}

fn bounce(id: &str, fields: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mx.example.net\r\nSubject: Undelivered\r\nMessage-ID: <{id}@mx>\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\nContent-Type: \
         message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; ines@example.org\r\n{fields}\r\n--b--\r\n"
    )
}

#[tokio::test]
async fn a_report_to_the_address_of_an_e_mail_counts_once_and_no_other_does() {
    let site = Site::new().await;
    let from = told(&site).await;
    assert!(from.starts_with("bounces+") && from.find('@').unwrap() <= 64, "{from}");
    let hand_over = async |to: &str, raw: &str| answers::take(&site.app, Some(""), to, raw.as_bytes()).await;
    let gone = bounce("1", "Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 No such user\r\n");
    let altered: String =
        from.char_indices().map(|(at, c)| if at == 12 { if c == 'a' { 'b' } else { 'a' } } else { c }).collect();
    for to in [&altered, "bounces@lyceum.test", "bounces+@lyceum.test"] {
        assert_eq!(answers::knows(&site.app, to).await, Outcome::Unknown);
        assert_eq!(hand_over(to, &gone).await, Outcome::Unknown, "{to}");
    }
    assert_eq!(counts(&site).await, [0, 0, 0], "a forged one stops nobody");
    for to in [&from, &from.to_uppercase()] {
        assert_eq!((answers::knows(&site.app, to).await, hand_over(to, &gone).await), (Outcome::Taken, Outcome::Taken));
    }
    assert_eq!(counts(&site).await, [1, 0, 0]);
    hand_over(&from, &bounce("2", "Action: delayed\r\nStatus: 4.4.1\r\n")).await;
    assert_eq!(counts(&site).await, [1, 1, 0]);
    let unreadable = "From: MAILER-DAEMON@mx.example.net\r\nSubject: Undeliverable\r\nMessage-ID: <3@mx>\r\n\r\n";
    hand_over(&from, unreadable).await;
    assert_eq!(counts(&site).await, [2, 1, 0], "that it came to this address is enough");
    let away = "From: ines@example.org\r\nAuto-Submitted: auto-replied\r\nSubject: Away\r\n\r\nI am away.\r\n";
    assert_eq!(hand_over(&from, away).await, Outcome::Taken);
    let words = "From: ines@example.org\r\nSubject: Hello\r\n\r\nIs anybody there?\r\n";
    let by_somebody = answers::take(&site.app, Some("ines@example.org"), &from, words.as_bytes()).await;
    assert_eq!(by_somebody, Outcome::Unknown, "whoever writes there hears that nobody reads it");
    assert_eq!(counts(&site).await, [2, 1, 0]);
}

#[tokio::test]
async fn a_complaint_counts_if_it_holds_an_address_that_only_we_could_make() {
    let site = Site::new().await;
    let from = told(&site).await;
    let complaint = |kind: &str, from: &str| {
        format!(
            "From: feedback@example.net\r\nSubject: complaint\r\nMessage-ID: <{kind}@x>\r\nMIME-Version: 1.0\r\nContent-Type: \
             multipart/report; report-type=feedback-report; boundary=b\r\n\r\n--b\r\nContent-Type: \
             message/feedback-report\r\n\r\nFeedback-Type: {kind}\r\nVersion: 1\r\n\r\n--b\r\nContent-Type: \
             message/rfc822\r\n\r\nReturn-Path: <{from}>\r\nFrom: lyceum@lyceum.test\r\nMessage-ID: <1@lyceum.test>\r\n\r\nx\r\n--b--\r\n"
        )
    };
    let to = "bounces+feedback@lyceum.test";
    assert_eq!(answers::knows(&site.app, to).await, Outcome::Taken);
    for (kind, from) in [("not-spam", from.as_str()), ("abuse", "bounces+forged@lyceum.test"), ("abuse", &from)] {
        let raw = complaint(kind, from);
        let sender = Some("feedback@example.net");
        assert_eq!(answers::take(&site.app, sender, to, raw.as_bytes()).await, Outcome::Taken);
    }
    assert_eq!(counts(&site).await, [0, 0, 1]);
}
