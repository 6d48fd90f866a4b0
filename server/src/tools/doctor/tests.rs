use std::fs;

use std::{ffi::OsStr, os::unix::fs::PermissionsExt, path::Path};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::TcpListener,
};

use super::{Findings, Options, examine, run};
use crate::{
    checks::testing::Site,
    ids::Clock,
    kit::{app::App, config::Given, web::limits::Limits},
    tools::mail_key,
};

/// What is not as it should be, besides that nobody runs this community.
async fn ill(site: &Site) -> Vec<String> {
    let found = examine(&site.app).await.unwrap();
    found.ill.into_iter().filter(|line| line.contains("written to") || line.contains("is not writable")).collect()
}

#[tokio::test]
async fn folders_that_take_nothing_are_found_also_the_second_time() {
    let site = Site::new().await;
    let data = &site.app.settings.data;
    assert_eq!(ill(&site).await.len(), 1, "e-mail reaches nobody: {:?}", ill(&site).await);
    assert_eq!(fs::read_dir(data.join("mail")).unwrap().count(), 0, "nothing is left behind");

    fs::remove_dir_all(data.join("files")).unwrap();
    fs::write(data.join("files"), "no folder").unwrap();
    fs::remove_dir_all(data.join("mail")).unwrap();
    fs::write(data.join("mail"), "no folder").unwrap();
    for _ in 0..2 {
        let found = ill(&site).await;
        assert!(found.iter().any(|line| line.starts_with("The files folder")), "{found:?}");
        assert!(found.iter().any(|line| line.starts_with("The e-mail folder")), "{found:?}");
    }
}

#[tokio::test]
async fn settings_that_are_not_those_of_the_server_are_found() {
    let site = Site::new().await;
    let differ = async || {
        let found = examine(&site.app).await.unwrap();
        found.ill.into_iter().any(|line| line.contains("last served at"))
    };
    assert!(!differ().await, "it was never served");
    let serve = async |at: &str| {
        site.app.db.always(async |tx| crate::people::community::serve_at(tx, at).await).await.unwrap();
    };
    serve("https://learn.example.org").await;
    assert!(differ().await);
    serve(&site.app.settings.base_url).await;
    assert!(!differ().await);
}

#[tokio::test]
async fn answers_by_e_mail_that_nobody_would_get_are_found() {
    let site = Site::new().await;
    let found = examine(&site.app).await.unwrap();
    let lost = |line: &String| line.contains("answers+{}@lyceum.test get lost") && line.contains("`mail_lmtp`");
    assert!(found.ill.iter().any(lost), "{found:?}");
}

/// What is said of an installation that sends e-mail like this.
async fn said(folder: &Path, set: impl FnOnce(&mut Given), to: Option<&str>) -> Findings {
    said_on(OsStr::new(""), folder, set, to).await
}

/// The same where programs are found in these folders.
async fn said_on(path: &OsStr, folder: &Path, set: impl FnOnce(&mut Given), to: Option<&str>) -> Findings {
    let mut given = Given {
        data: Some(folder.display().to_string()),
        base_url: Some("https://learn.example.org".into()),
        mail_from: Some("Learn <lyceum@bücher.example>".into()),
        ..Given::default()
    };
    set(&mut given);
    let app = App::start(given.check().unwrap(), Clock::System, Limits::generous()).await.unwrap();
    app.db.always(async |tx| crate::people::community::begin(tx, "Learn").await).await.unwrap();
    let found = run(&app, &Options { send_test: to.map(|to| to.parse().unwrap()) }, path).await.unwrap();
    app.db.close().await.unwrap();
    found
}

/// A mail server that answers a line that begins so with that, and every other with 250.
async fn mail_server(no: (&'static str, &'static str)) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let (read, mut write) = stream.into_split();
            write.write_all(b"220 mail.test\r\n").await.unwrap();
            let (mut lines, mut in_mail) = (BufReader::new(read).lines(), false);
            while let Ok(Some(line)) = lines.next_line().await {
                let answer = match &line[..] {
                    "." if in_mail => "250 taken as 42",
                    _ if in_mail => continue,
                    line if line.starts_with(no.0) => no.1,
                    "DATA" => "354 go on",
                    line if line.starts_with("EHLO") => "250-mail.test\r\n250 AUTH PLAIN LOGIN",
                    line if line.starts_with("AUTH") => "235 welcome",
                    _ => "250 well",
                };
                in_mail = answer.starts_with("354") || in_mail && line != ".";
                if write.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
                    break;
                }
            }
        }
    });
    port
}

#[tokio::test]
async fn a_mail_server_that_lets_nobody_in_is_found_with_the_remedy() {
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let signed_in = |port: u16| format!("smtp://me:s3cret@127.0.0.1:{port}");
    for (url, words) in [
        (format!("smtp://127.0.0.1:{closed}"), "Check the host and the port"),
        ("smtp://no-such-host.invalid".into(), "There is no such host"),
        (signed_in(mail_server(("AUTH", "535 5.7.8 no")).await), "Check user and password"),
        (signed_in(mail_server(("AUTH", "530 5.7.0 Must issue a STARTTLS command first")).await), "?tls=required"),
        (format!("smtps://127.0.0.1:{}", mail_server(("x", "")).await), "Check the encryption"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let found = said(folder.path(), |given| given.mail_smtp = Some(url.clone()), None).await;
        let no = found.ill.iter().find(|line| line.starts_with("The mail server")).expect(&url);
        assert!(no.contains(words) && !no.contains("s3cret"), "{url}: {no}");
    }
    let folder = tempfile::tempdir().unwrap();
    let port = mail_server(("MAIL", "550 must not be tried")).await;
    let found = said(folder.path(), |given| given.mail_smtp = Some(signed_in(port)), None).await;
    assert!(
        found.well.iter().any(|line| line == "The mail server 127.0.0.1 lets us in with user and password."),
        "{found}"
    );
}

#[tokio::test]
async fn a_test_e_mail_says_what_was_answered() {
    for (no, well, words) in [
        (("x", ""), true, "The test e-mail to me@example.org left: 250 taken as 42."),
        (("MAIL", "550 5.7.1 not from here"), false, "`mail_from`"),
        (("MAIL FROM:<bounces+", "553 not owned by user"), false, "`mail_bounces`"),
        (("RCPT", "451 4.7.1 greylisted"), false, "That may pass"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let port = mail_server(no).await;
        let smtp = |given: &mut Given| {
            given.mail_smtp = Some(format!("smtp://127.0.0.1:{port}"));
            given.mail_bounces = Some("bounces+{}@in.example.org".into());
        };
        let found = said(folder.path(), smtp, Some("me@example.org")).await;
        let lines = if well { &found.well } else { &found.ill };
        assert!(lines.iter().any(|line| line.starts_with("The test e-mail") && line.contains(words)), "{found}");
    }
}

#[tokio::test]
async fn the_records_to_publish_are_those_of_the_sender_and_of_its_key() {
    let folder = tempfile::tempdir().unwrap();
    let key = folder.path().join("dkim.pem");
    let signs = |given: &mut Given| {
        given.mail_smtp = Some("smtp://127.0.0.1:1".into());
        given.mail_bounces = Some("bounces+{}@in.example.org".into());
        given.mail_dkim_selector = Some("lyceum".into());
        given.mail_dkim_key = Some(key.display().to_string());
    };
    let mut given = Given { mail_from: Some("lyceum@bücher.example".into()), ..Given::default() };
    signs(&mut given);
    let settings = given.check().unwrap();
    let made = mail_key::make(&settings).unwrap();
    assert!(made.starts_with("A new key"), "{made}");
    let again = mail_key::make(&settings).unwrap();
    assert_eq!(again.split_once("\n\n").unwrap().1, made.split_once("\n\n").unwrap().1, "the key stays");

    let found = said(folder.path(), signs, None).await;
    for record in [
        "in.example.org. IN TXT ( \"v=spf1 mx a:learn.example.org ~all\" )",
        "lyceum._domainkey.xn--bcher-kva.example. IN TXT ( \"v=DKIM1; k=rsa; p=",
        "_dmarc.xn--bcher-kva.example. IN TXT ( \"v=DMARC1; p=none; rua=mailto:postmaster@xn--bcher-kva.example\" )",
    ] {
        assert!(found.look.iter().any(|line| line.contains(record)), "{found}");
    }
    let record = made.split_once("\n\n").unwrap().1;
    assert!(found.look.iter().any(|line| line.contains(record)), "{found}");
    assert!(record.split('"').all(|part| part.len() <= 255), "{record}");

    let open = |line: &String| line.contains("chmod 600");
    assert!(!found.ill.iter().any(open), "{found}");
    fs::set_permissions(&key, fs::Permissions::from_mode(0o644)).unwrap();
    assert!(said(folder.path(), signs, None).await.ill.iter().any(open));
}

#[tokio::test]
async fn what_stands_in_the_dns_is_compared_with_what_should_if_a_program_can_ask() {
    let (folder, programs) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let key = folder.path().join("dkim.pem");
    let signs = |given: &mut Given| {
        given.mail_from = Some("Learn <learn@in.example.org>".into());
        given.mail_smtp = Some("smtp://127.0.0.1:1".into());
        given.mail_dkim_selector = Some("lyceum".into());
        given.mail_dkim_key = Some(key.display().to_string());
    };
    let mut given = Given::default();
    signs(&mut given);
    let record = mail_key::make(&given.check().unwrap()).unwrap();
    let parts: Vec<&str> = record.split('"').skip(1).step_by(2).collect();
    let texts = |name: &str, texts: &[&str]| {
        let lines = texts.iter().map(|text| format!("{name}.\t300\tIN\tTXT\t{text}\n"));
        lines.collect::<Vec<_>>().concat()
    };
    let quoted = parts.iter().map(|part| format!("\"{part}\"")).collect::<Vec<_>>();
    // A program that has a file for each name.
    let dig = "for name; do :; done\necho ';; status: NOERROR'\nf=\"$(dirname \"$0\")/$name\"\n[ ! -e \"$f\" ] || while read -r line; do printf '%s\\n' \"$line\"; done < \"$f\"";
    fs::write(programs.path().join("dig"), format!("#!/bin/sh\nPATH=/usr/bin:/bin\n{dig}\n")).unwrap();
    fs::set_permissions(programs.path().join("dig"), fs::Permissions::from_mode(0o755)).unwrap();
    let path = programs.path().as_os_str();
    let publish =
        |name: &str, all: &[&str]| fs::write(programs.path().join(format!("{name}.")), texts(name, all)).unwrap();

    let nothing = said_on(path, folder.path(), signs, None).await;
    for words in ["SPF: nothing says", "DKIM: there is no key", "DMARC: nothing says"] {
        assert!(nothing.ill.iter().any(|line| line.starts_with(words)), "{words}: {nothing}");
    }
    assert!(nothing.look.iter().any(|line| line.contains("what this machine sees")), "{nothing}");

    publish("in.example.org", &["\"v=spf1 a:learn.example.org ~all\""]);
    publish("lyceum._domainkey.in.example.org", &[&quoted.join(" ")]);
    publish("_dmarc.example.org", &["\"v=DMARC1; p=reject\""]);
    let well = said_on(path, folder.path(), signs, None).await;
    for words in
        ["SPF for in.example.org names learn.example.org", "DKIM: the key at lyceum._domainkey", "DMARC for in"]
    {
        assert!(well.well.iter().any(|line| line.starts_with(words)), "{words}: {well}");
    }

    publish("in.example.org", &["\"v=spf1 mx ~all\"", "\"v=spf1 a:learn.example.org ~all\""]);
    publish("lyceum._domainkey.in.example.org", &[&quoted[0]]);
    publish("_dmarc.in.example.org", &["\"v=DMARC1; rua=mailto:x@example.org\""]);
    let ill = said_on(path, folder.path(), signs, None).await;
    for words in
        ["SPF: there are 2 records", "DKIM: the key is cut off", "DMARC: the record at _dmarc.in.example.org does"]
    {
        assert!(ill.ill.iter().any(|line| line.starts_with(words)), "{words}: {ill}");
    }
    assert!(!ill.ill.iter().any(|line| line.contains("PRIVATE")), "{ill}");
}
