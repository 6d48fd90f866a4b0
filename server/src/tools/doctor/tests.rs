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

#[tokio::test]
async fn what_is_the_matter_with_work_that_was_handed_in_is_found() {
    use crate::{
        audiences::circles::Part,
        checks::access_courses::{course, draft, essay, put},
        course::{assignments, courses, reviews},
        people::members::Role,
        talk::posts::Audience,
    };
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    let [bram, tom, gwen] = ["bram", "tom", "gwen"];
    let (bram, _) = site.member(bram).await;
    let (tom, _) = site.member(tom).await;
    let (gwen, _) = site.member(gwen).await;
    for (member, part) in [(&bram, Part::Member), (&tom, Part::Member), (&gwen, Part::Guide)] {
        put(&site, &course, member.id, part).await;
    }
    let asked = assignments::Draft { due: Some("2030-10-22T18:00".parse().unwrap()), ..essay() };
    let id =
        site.app.db.change(async |tx| assignments::add(tx, &course, ines.id, &asked).await).await.unwrap().unwrap();
    site.app.db.always(async |tx| assignments::open(tx, &course, id).await).await.unwrap();
    let it = assignments::in_course(&mut site.app.db.read().await.unwrap(), course.id, id).await.unwrap().unwrap();
    for member in [&bram, &tom] {
        let post = site.post_for(member, "My week", Audience::Circle(course.id)).await;
        let handed = assignments::Handed::Post(post);
        let hand_in =
            async |tx: &mut crate::kit::db::Tx| assignments::hand_in(tx, &course, &it, member.id, &handed, "").await;
        site.app.db.change(hand_in).await.unwrap().unwrap();
    }
    let said = async || {
        let found = examine(&site.app).await.unwrap();
        let about = |line: &String| ["piece", "review", "more time"].iter().any(|word| line.contains(word));
        let pick = |lines: Vec<String>| lines.into_iter().filter(about).collect::<Vec<_>>();
        (pick(found.well).len(), pick(found.ill), pick(found.look))
    };
    assert_eq!(said().await, (2, vec![], vec![]));
    // Tom leaves with more time and a review; Gwen with one of her own; Bram deletes what he handed in.
    let draw = async |tx: &mut crate::kit::db::Tx| reviews::draw(tx, &it, tom.id).await;
    site.app.db.always(draw).await.unwrap();
    site.app.db.always(async |tx| assignments::extend(tx, &course, &it, tom.id, 7, ines.id).await).await.unwrap();
    let work = assignments::of(&mut site.app.db.read().await.unwrap(), id, tom.id).await.unwrap().unwrap();
    site.app.db.always(async |tx| reviews::take(tx, &it, work.id, gwen.id).await).await.unwrap();
    for member in [&tom, &gwen] {
        site.app.db.change(async |tx| courses::leave(tx, &course, member.id).await).await.unwrap().unwrap();
    }
    let own = assignments::of(&mut site.app.db.read().await.unwrap(), id, bram.id).await.unwrap().unwrap();
    let post = crate::ids::PostId(own.post.unwrap().0);
    let own =
        crate::talk::posts::for_author(&mut site.app.db.read().await.unwrap(), &bram, post).await.unwrap().unwrap();
    site.app.db.always(async |tx| crate::talk::posts::delete(tx, &own).await).await.unwrap();
    let (well, ill, look) = said().await;
    assert_eq!((well, ill), (2, vec![]));
    assert!(look[0].starts_with("1 pieces of work have no post"), "{look:?}");
    assert!(look[1].starts_with("1 reviews were begun by guides"), "{look:?}");
    assert!(look[2].starts_with("1 people have more time"), "{look:?}");
    // Nobody noticed that time went by; and something counted wrongly.
    site.pass_minutes(8 * 24 * 60);
    site.app
        .db
        .always(async |tx| {
            crate::run!(tx, "update submission set reviews = reviews + 5")?;
            Ok(())
        })
        .await
        .unwrap();
    let (well, ill, _) = said().await;
    assert_eq!(well, 0);
    assert!(
        ill[0].starts_with("2 pieces of work count other reviews") && ill[1].starts_with("1 reviews or"),
        "{ill:?}"
    );
    crate::schedule::round(&site.app).await.unwrap();
    assert_eq!(said().await.1.len(), 1, "the schedule lets go");
}
