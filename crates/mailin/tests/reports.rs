//! What nobody wrote: bounces and complaints of the known forms, absence notes, receipts.

use mailin::{Automatic, Bounce, Complaint, Own, Status, What};

fn read(raw: &str, sender: Option<&str>) -> What {
    mailin::read(raw.as_bytes(), sender, Own::default()).what
}

fn bounce(raw: &str) -> Bounce {
    match read(raw, Some("")) {
        What::Bounce(bounce) => bounce,
        other => panic!("{other:?}\n{raw}"),
    }
}

/// A report as RFC 3464 has it, with these fields about recipients.
fn report(fields: &str) -> String {
    format!(
        "From: Mail Delivery System <MAILER-DAEMON@mx.example.net>\nTo: bounces+abc@learn.example.org\nSubject: Undelivered Mail \
         Returned to Sender\nAuto-Submitted: auto-replied\nMIME-Version: 1.0\nContent-Type: multipart/report; \
         report-type=delivery-status;\n boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nI'm sorry to have to inform you that \
         your message could not\nbe delivered.\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; \
         mx.example.net\nArrival-Date: Sat,  3 Jan 2026 10:14:02 +0000 (UTC)\n\n{fields}\n--b\nContent-Type: \
         message/rfc822\n\nFrom: lyceum@learn.example.org\nTo: ines@example.net\nMessage-ID: <912854@learn.example.org>\nSubject: \
         Re: Week one\n\nBram answered you\n\n--b--\n"
    )
}

#[test]
fn a_report_says_who_was_not_reached_and_why() {
    for (fields, status, delayed) in [
        (
            "Final-Recipient: rfc822; ines@example.net\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <ines@example.net>:\n    User unknown\n",
            (5, 1, 1),
            false,
        ),
        (
            "Final-Recipient: RFC822; Ines@Example.NET\nAction: failed\nStatus: 4.2.2\nDiagnostic-Code: smtp;452 4.2.2 Mailbox full\n",
            (4, 2, 2),
            false,
        ),
        (
            "Final-Recipient: rfc822;ines@example.net\nAction: failed\nStatus: 5.7.1 (policy)\nDiagnostic-Code: smtp; 550 5.7.1 Message rejected as spam\n",
            (5, 7, 1),
            false,
        ),
        (
            "Original-Recipient: rfc822;ines@example.net\nFinal-Recipient: rfc822;inbox@elsewhere.example\nAction: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 550 5.1.10 RESOLVER.ADR.RecipientNotFound\n",
            (5, 1, 10),
            false,
        ),
        (
            "Final-Recipient: rfc822; ines@example.net\nAction: delayed\nStatus: 4.4.1\nWill-Retry-Until: Wed, 7 Jan 2026\n",
            (4, 4, 1),
            true,
        ),
    ] {
        let bounce = bounce(&report(fields));
        let [failure] = &bounce.failures[..] else { panic!("{bounce:?}") };
        assert_eq!(failure.recipient, "ines@example.net", "{fields}");
        assert_eq!(failure.status, Some(Status(status.0, status.1, status.2)), "{fields}");
        assert_eq!(failure.is_delayed, delayed, "{fields}");
        assert_eq!(bounce.original, "912854@learn.example.org");
    }
}

#[test]
fn one_report_may_say_different_things_of_several() {
    let fields = "Final-Recipient: rfc822; ines@example.net\nAction: failed\nStatus: 5.1.1\n\n\
                  Final-Recipient: rfc822; bram@example.net\nAction: delivered\nStatus: 2.0.0\n\n\
                  Final-Recipient: rfc822; lena@example.net\nAction: failed\nStatus: 4.2.2\n";
    let failures = bounce(&report(fields)).failures;
    let all: Vec<_> = failures.iter().map(|failure| (failure.recipient.as_str(), failure.status)).collect();
    assert_eq!(all, [("ines@example.net", Some(Status(5, 1, 1))), ("lena@example.net", Some(Status(4, 2, 2)))]);
    let delivered = "Final-Recipient: rfc822; ines@example.net\nAction: delivered\nStatus: 2.0.0\n";
    assert!(matches!(read(&report(delivered), Some("")), What::Automatic(_)), "what arrived is no bounce");
}

#[test]
fn a_report_with_headers_only_or_in_parts_that_are_packed_is_read_too() {
    let headers = report("Final-Recipient: rfc822; ines@example.net\nAction: failed\nStatus: 5.1.1\n")
        .replace("message/rfc822", "text/rfc822-headers");
    assert_eq!(bounce(&headers).original, "912854@learn.example.org");
    let packed = "From: postmaster@example.net\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n\
                  --b\nContent-Type: message/delivery-status\nContent-Transfer-Encoding: base64\n\n\
                  UmVwb3J0aW5nLU1UQTogZG5zOyBteC5leGFtcGxlLm5ldAoKRmluYWwtUmVjaXBpZW50OiByZmM4MjI7IGluZXNAZXhhbXBsZS5uZXQKQWN0aW9uOiBmYWlsZWQKU3RhdHVzOiA1LjEuMQo=\n--b--\n";
    let failures = bounce(packed).failures;
    assert_eq!((failures[0].recipient.as_str(), failures[0].status), ("ines@example.net", Some(Status(5, 1, 1))));
}

#[test]
fn bounces_without_a_report_are_known_too() {
    let qmail = "From: MAILER-DAEMON@mx.example.net\nTo: bounces+abc@learn.example.org\nSubject: failure notice\n\n\
                 Hi. This is the qmail-send program at mx.example.net.\nI'm afraid I wasn't able to deliver your message to the \
                 following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<ines@example.net>:\n\
                 Sorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n\n\
                 Return-Path: <bounces+abc@learn.example.org>\nMessage-ID: <912854@learn.example.org>\n\nHello\n";
    let exim = "From: Mail Delivery System <Mailer-Daemon@mx.example.net>\nTo: bounces+abc@learn.example.org\nX-Failed-Recipients: \
                ines@example.net\nSubject: Mail delivery failed: returning message to sender\n\nThis message was created automatically \
                by mail delivery software.\n\n  ines@example.net\n    host mx.example.net [192.0.2.1]\n    SMTP error from remote mail \
                server after RCPT TO:<ines@example.net>:\n    550 No such user here\n\n------ This is a copy of the message, including \
                all the headers. ------\n\nMessage-ID: <912854@learn.example.org>\n\nHello\n";
    let gmail = "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nTo: bounces+abc@learn.example.org\nSubject: Delivery Status \
                 Notification (Failure)\n\n** Address not found **\n\nYour message wasn't delivered to ines@example.net because the \
                 address couldn't be found.\n\nThe response was:\n\n550 5.1.1 The email account that you tried to reach does not exist.\n";
    for raw in [qmail, exim, gmail] {
        let bounce = bounce(raw);
        let [failure] = &bounce.failures[..] else { panic!("{bounce:?}\n{raw}") };
        assert_eq!((failure.recipient.as_str(), failure.status), ("ines@example.net", Some(Status(5, 1, 1))), "{raw}");
        if raw != gmail {
            assert_eq!(bounce.original, "912854@learn.example.org", "{raw}");
        }
    }
    let unreadable = "From: MAILER-DAEMON@mx.example.net\nSubject: Undeliverable: Re: Week one\n\n\n";
    assert_eq!(bounce(unreadable).failures, [], "to which address it came is all that is known");
}

#[test]
fn what_a_person_writes_about_a_bounce_is_none() {
    let raw = "From: ines@example.org\nSubject: Re: failure\n\nI got: 550 5.1.1 user unknown. What now?\n";
    assert!(matches!(read(raw, Some("ines@example.org")), What::Answer(_)));
}

fn complaint(raw: &str) -> Complaint {
    match read(raw, Some("feedback@example.net")) {
        What::Complaint(complaint) => complaint,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_complaint_says_about_what_and_perhaps_who() {
    let raw = |fields: &str| {
        format!(
            "From: feedback@example.net\nTo: abuse@learn.example.org\nSubject: FW: Re: Week one\nMIME-Version: 1.0\nContent-Type: \
             multipart/report; report-type=feedback-report; boundary=b\n\n--b\nContent-Type: text/plain\n\nThis is an abuse \
             report.\n\n--b\nContent-Type: message/feedback-report\n\n{fields}\n--b\nContent-Type: message/rfc822\n\nFrom: \
             lyceum@learn.example.org\nReturn-Path: <bounces+abc@learn.example.org>\nTo: redacted@example.net\nMessage-ID: \
             <912854@learn.example.org>\nSubject: Re: Week one\n\nHello\n--b--\n"
        )
    };
    let said =
        complaint(&raw("Feedback-Type: abuse\nUser-Agent: x/1\nVersion: 1\nOriginal-Rcpt-To: <ines@example.net>\n"));
    assert!(said.is_serious());
    assert_eq!(
        (said.kind.as_str(), said.recipients.join(" "), said.original.as_str()),
        ("abuse", "ines@example.net".into(), "912854@learn.example.org")
    );
    let silent =
        complaint(&raw("Feedback-Type: Abuse\nVersion: 1\nOriginal-Mail-From: <bounces+abc@learn.example.org>\n"));
    assert_eq!(silent.recipients, [] as [&str; 0]);
    assert!(silent.named.contains(&"bounces+abc@learn.example.org".to_owned()), "{silent:?}");
    assert!(!complaint(&raw("Feedback-Type: not-spam\nVersion: 1\n")).is_serious());
}

#[test]
fn what_machines_write_is_no_answer() {
    let raw = |headers: &str| {
        format!("From: ines@example.org\nTo: x@learn.example.org\n{headers}\n\nI am away until Monday.\n")
    };
    for (headers, why) in [
        ("Auto-Submitted: auto-replied", Automatic::Said),
        ("Auto-Submitted: auto-generated (by a rule)", Automatic::Said),
        ("Auto-Submitted: auto-notified; owner-email=\"x@example.org\"", Automatic::Said),
        ("X-Autoreply: yes", Automatic::Said),
        ("X-Autorespond: Re: Week one", Automatic::Said),
        ("Precedence: bulk", Automatic::List),
        ("Precedence: auto_reply", Automatic::Said),
        ("List-Id: <everyone.example.org>", Automatic::List),
        ("Subject: Out of office: Re: Week one", Automatic::Subject),
        ("Subject: Automatic reply: Re: Week one", Automatic::Subject),
        ("Subject: =?utf-8?Q?Respuesta_autom=C3=A1tica:_Re:_Week_one?=", Automatic::Subject),
        ("Subject: Automatische Antwort: Re: Week one", Automatic::Subject),
        ("Subject: Abwesenheitsnotiz: Re: Week one", Automatic::Subject),
        ("Subject: Accepted: Week one", Automatic::Subject),
        ("Content-Type: multipart/report; report-type=disposition-notification; boundary=b", Automatic::Report),
        ("Content-Type: text/calendar; method=REPLY", Automatic::Report),
        ("Return-Path: <>", Automatic::Nobody),
    ] {
        assert_eq!(read(&raw(headers), None), What::Automatic(why), "{headers}");
    }
    assert_eq!(read(&raw("Subject: Re: Week one"), Some("")), What::Automatic(Automatic::Nobody));
    assert_eq!(
        read(&raw("Subject: x").replace("ines@", "Postmaster@"), Some("a@b.example")),
        What::Automatic(Automatic::Nobody)
    );
    for headers in [
        "Auto-Submitted: no",
        "X-Autoreply: no",
        "Subject: Re: Out of office: how we cope",
        "Subject: AW: Abwesenheit",
        "Precedence: normal",
        "X-Auto-Response-Suppress: OOF",
    ] {
        assert!(matches!(read(&raw(headers), Some("ines@example.org")), What::Answer(_)), "{headers}");
    }
}

#[test]
fn the_addresses_it_came_to_are_those_that_mail_servers_noted_and_those_it_names() {
    let raw = "Delivered-To: <Box@Example.org>\nX-Original-To: answers+ABC@learn.example.org\nReceived: from a.example by b.example \
               with LMTP id 1\n for <third@learn.example.org>; Sat, 3 Jan 2026\nFrom: \"Ines\" <Ines@Example.ORG>\nTo: \"x, y\" \
               <answers+abc@learn.example.org>,\n other@example.net\nCc: c@example.net\nMessage-ID: <1@x>\n\nHello\n";
    let mail = mailin::read(raw.as_bytes(), None, Own::default());
    assert_eq!(
        (mail.from.as_str(), mail.from_name.as_str(), mail.message_id.as_str()),
        ("ines@example.org", "Ines", "1@x")
    );
    assert_eq!(
        mail.recipients,
        [
            "box@example.org",
            "answers+abc@learn.example.org",
            "answers+abc@learn.example.org",
            "other@example.net",
            "c@example.net",
            "third@learn.example.org"
        ]
    );
}
