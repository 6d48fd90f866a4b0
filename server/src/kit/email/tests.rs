use std::{fs, os::unix::fs::PermissionsExt, path::Path, process::Stdio};

use aws_lc_rs::signature::{RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey};
use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::TcpListener,
};

use super::{Letter, Mailer, Refusal, dkim, refusal, refused, signer};
use crate::{
    ids::RowId,
    kit::config::{Given, Settings},
};

fn letter(body: &str) -> Letter {
    Letter {
        recipient: "ana@example.org".into(),
        subject: "Was es Neues gibt: Ärger über „Anführungszeichen“ in einem Betreff, der lang genug ist".into(),
        body: body.into(),
        html: String::new(),
        reply_to: "answers+abc@lyceum.test".into(),
        thread: "conversation-7".into(),
        unsubscribe: format!("https://learn.example.org/e-mail/end/{}", "x".repeat(90)),
        ..Letter::plain("", "", "")
    }
}

/// Settings that sign, with whatever else is given.
fn settings(folder: &Path, set: impl FnOnce(&mut Given)) -> Settings {
    let mut given = Given {
        data: Some(folder.display().to_string()),
        mail_from: Some("Lyceum <lyceum@lyceum.test>".into()),
        mail_dkim_selector: Some("key".into()),
        mail_dkim_key: Some(folder.join("dkim.pem").display().to_string()),
        ..Given::default()
    };
    set(&mut given);
    let settings = given.check().unwrap();
    let key = &settings.mail_dkim.as_ref().unwrap().key;
    if !key.exists() {
        dkim::make_key(key).unwrap();
    }
    settings
}

/// What a receiver does with a signature, written apart from what makes it: line by line, with other means.
fn is_signed(settings: &Settings, mail: &str) -> bool {
    let (_, record) = signer(settings).unwrap().unwrap().record().unwrap();
    let public = STANDARD.decode(record.rsplit_once("p=").unwrap().1).unwrap();
    let (head, body) = mail.split_once("\r\n\r\n").unwrap();
    let unfolded = head.replace("\r\n ", " ").replace("\r\n\t", "\t");
    let blanks = regex::Regex::new("[ \t]+").unwrap();
    let relaxed: Vec<(String, String)> = unfolded
        .split("\r\n")
        .map(|line| line.split_once(':').unwrap())
        .map(|(name, value)| (name.to_lowercase(), blanks.replace_all(value, " ").trim().to_owned()))
        .collect();
    let (name, signature) = &relaxed[0];
    assert_eq!(name, "dkim-signature");
    let tag = |tag: &str| {
        let found = signature.split(';').find_map(|part| part.trim().strip_prefix(tag)).unwrap();
        found.replace(' ', "")
    };
    let lines: Vec<_> = body.split("\r\n").map(|line| blanks.replace_all(line, " ").trim_end().to_owned()).collect();
    let mut body = lines.join("\r\n").trim_end_matches("\r\n").to_owned();
    if !body.is_empty() {
        body.push_str("\r\n");
    }
    let mut signed = String::new();
    let mut left = relaxed[1..].to_vec();
    for name in tag("h=").split(':') {
        if let Some(at) = left.iter().rposition(|(there, _)| *there == name.to_lowercase()) {
            let (name, value) = left.remove(at);
            signed.extend([name.as_str(), ":", value.as_str(), "\r\n"]);
        }
    }
    let own = regex::Regex::new(r"\bb=[^;]*$").unwrap().replace(signature, "b=").into_owned();
    signed.extend(["dkim-signature:", &own]);
    let key = UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, from_spki(&public));
    tag("bh=") == STANDARD.encode(Sha256::digest(&body))
        && key.verify(signed.as_bytes(), &STANDARD.decode(tag("b=")).unwrap_or_default()).is_ok()
}

/// The key of 2048 bits inside what a record publishes.
fn from_spki(spki: &[u8]) -> Vec<u8> {
    spki[24..].to_vec()
}

/// The e-mail in the folder, as it is there.
async fn sent(settings: &Settings, letter: &Letter) -> String {
    Mailer::new(settings).unwrap().send(RowId(7), letter, "Lyceum", None).await.unwrap();
    fs::read_to_string(settings.data.join("mail/7.eml")).unwrap()
}

#[tokio::test]
async fn every_e_mail_is_signed_whatever_stands_in_it() {
    let folder = tempfile::tempdir().unwrap();
    let settings = settings(folder.path(), |_| {});
    for body in [
        "",
        "Hello.\n",
        "no line end",
        "lines of blanks   \n \t \n\n\n\n",
        ".\n..\n.quit\n.\n",
        "From the first day\nFrom here on\n",
        "Schöne Grüße\u{a0}— 你好 🙂\n",
        &format!("https://example.org/{}\n", "a".repeat(3000)),
        "a lone\rreturn, and\r\na whole one\n",
    ] {
        let mail = sent(&settings, &letter(body)).await;
        assert!(is_signed(&settings, &mail), "{body:?}: {mail}");
        assert!(mail.split("\r\n").all(|line| line.len() <= 998 && !line.contains(['\r', '\n'])), "{mail}");
        let page = Letter { html: format!("<p>{body}</p>"), ..letter(body) };
        let mail = sent(&settings, &page).await;
        assert!(is_signed(&settings, &mail), "{body:?}: {mail}");
        assert!(!is_signed(&settings, &mail.replace("multipart/alternative", "text/plain")));
    }
    let mail = sent(&settings, &letter("Hello.")).await;
    for (from, to) in [
        ("Hello.", "Hello!"),
        ("List-Unsubscribe:", "List-Subscribe:"),
        ("To: ana", "To: bo"),
        ("From: ", "From: x@example.org\r\nFrom: "),
    ] {
        assert!(mail.contains(from), "{from}: {mail}");
        assert!(!is_signed(&settings, &mail.replacen(from, to, 1)), "{to}");
    }
}

#[tokio::test]
async fn a_mail_server_gets_what_was_signed_with_both_ways_to_unsubscribe() {
    let folder = tempfile::tempdir().unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let receiver = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        let (read, mut write) = stream.into_split();
        let mut lines = BufReader::new(read);
        write.write_all(b"220 mail.test\r\n").await.unwrap();
        let (mut envelope, mut mail, mut in_mail) = (vec![], String::new(), false);
        loop {
            let mut line = String::new();
            if lines.read_line(&mut line).await.unwrap() == 0 {
                return (envelope, mail);
            }
            let answer: &[u8] = match line.trim_end() {
                "." if in_mail => {
                    in_mail = false;
                    b"250 2.0.0 taken as 42\r\n"
                }
                _ if in_mail => {
                    mail.push_str(line.strip_prefix('.').unwrap_or(&line));
                    continue;
                }
                "DATA" => {
                    in_mail = true;
                    b"354 go on\r\n"
                }
                "QUIT" => {
                    write.write_all(b"221 bye\r\n").await.unwrap();
                    return (envelope, mail);
                }
                said => {
                    envelope.push(said.to_owned());
                    b"250 mail.test\r\n"
                }
            };
            write.write_all(answer).await.unwrap();
        }
    });
    let settings = settings(folder.path(), |given| given.mail_smtp = Some(format!("smtp://127.0.0.1:{port}")));
    let mailer = Mailer::new(&settings).unwrap();
    let letter = Letter { recipient: "ana@straße.example".into(), ..letter(".\n..\nFrom me\n") };
    let said = mailer.send(RowId(7), &letter, "Lyceum", Some("bounces+7@lyceum.test")).await.unwrap();
    assert_eq!(said, "250 2.0.0 taken as 42");
    drop(mailer);
    let (envelope, mail) = receiver.await.unwrap();
    assert!(envelope.iter().any(|line| line.starts_with("MAIL FROM:<bounces+7@lyceum.test>")), "{envelope:?}");
    // It says nothing of SMTPUTF8.
    assert!(envelope.iter().any(|line| line == "RCPT TO:<ana@xn--strae-oqa.example>"), "{envelope:?}");
    assert!(is_signed(&settings, &mail), "{mail}");
    let unfolded = mail.replace("\r\n ", " ");
    assert!(unfolded.contains("MIME-Version: 1.0\r\n"), "{mail}");
    assert!(unfolded.contains(&format!("List-Unsubscribe: <{}>\r\n", letter.unsubscribe)), "{mail}");
    assert!(unfolded.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{mail}");
}

/// A command that keeps what it is given.
fn command(folder: &Path, script: &str) -> String {
    let file = folder.join("sendmail");
    fs::write(&file, format!("#!/bin/sh\ncd '{}'\n{script}\n", folder.display())).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
    // Whatever was forked while it was written may hold it open for a moment, and then it cannot be run.
    let is_busy = |tried: std::io::Result<std::process::ExitStatus>| {
        tried.is_err_and(|error| error.kind() == std::io::ErrorKind::ExecutableFileBusy)
    };
    while is_busy(std::process::Command::new(&file).stdin(Stdio::null()).stderr(Stdio::null()).status()) {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    file.display().to_string()
}

#[tokio::test]
async fn a_command_gets_the_whole_e_mail_and_says_why_not() {
    let folder = tempfile::tempdir().unwrap();
    let command_of = |script: &str| {
        let command = command(folder.path(), script);
        settings(folder.path(), |given| given.mail_sendmail = Some(command))
    };
    let with = async |settings: &Settings, letter: &Letter| {
        let sent = Mailer::new(settings).unwrap().send(RowId(7), letter, "Lyceum", Some("bounces+7@lyceum.test")).await;
        sent.map_err(|error| (format!("{error:#}"), refusal(&error)))
    };
    let keeps = command_of("printf '%s\\n' \"$@\" > arguments; cat > mail");
    let whole = letter(&format!(".\n{}", "a line\n".repeat(50_000)));
    with(&keeps, &whole).await.unwrap();
    let arguments = fs::read_to_string(folder.path().join("arguments")).unwrap();
    assert_eq!(arguments, "-i\n-f\nbounces+7@lyceum.test\n--\nana@example.org\n");
    let mail = fs::read_to_string(folder.path().join("mail")).unwrap();
    assert!(is_signed(&keeps, &mail));

    // It ends before it has read what is more than a pipe holds.
    let refuses = command_of("echo 'the queue is full' >&2; exit 75");
    let (no, refused) = with(&refuses, &whole).await.unwrap_err();
    assert!(no.contains("the queue is full") && no.contains("75") && refused.is_none(), "{no}");
    let knows_nobody = command_of("echo 'no such mailbox' >&2; exit 67");
    let (_, refused) = with(&knows_nobody, &whole).await.unwrap_err();
    assert_eq!(refused, Some(Refusal { status: "5.1.1".into(), said: "no such mailbox".into() }));
    fs::remove_file(folder.path().join("sendmail")).unwrap();
    let (no, _) = with(&refuses, &whole).await.unwrap_err();
    assert!(no.contains("cannot be started"), "{no}");
}

#[test]
fn a_recipient_who_is_refused_is_told_apart_from_a_site_that_is() {
    for (code, said, status) in [
        (550, "5.1.1 No such user here", Some("5.1.1")),
        (550, "5.1.1 <x@y.example>: Recipient address rejected: User unknown", Some("5.1.1")),
        (552, "5.2.2 Mailbox full", Some("5.2.2")),
        (556, "5.1.10 Domain accepts no mail", Some("5.1.10")),
        (550, "No such user", Some("")),
        (553, "sorry, that domain isn't in my list", Some("")),
        (550, "5.7.1 Message rejected as spam", None),
        (550, "5.7.26 Unauthenticated email is not accepted", None),
        (550, "relay not permitted", None),
        (550, "Your IP is on a blacklist", None),
        (553, "5.1.8 Domain of sender address does not exist", None),
        (535, "5.7.8 Authentication credentials invalid", None),
        (530, "Must issue a STARTTLS command first", None),
        (554, "Transaction failed", None),
        (503, "5.5.1 Bad sequence", None),
    ] {
        let found = refused(code, said.to_owned());
        assert_eq!(found.as_ref().map(|refusal| refusal.status.as_str()), status, "{code} {said}");
        if let Some(found) = found {
            assert_eq!(found.said, said);
        }
    }
}
