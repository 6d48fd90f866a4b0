use std::{
    collections::BTreeMap,
    fs,
    io::{Cursor, Read},
};

use super::{TooSoon, ask, contents, delete, forget_old, of, rules};
use crate::{
    checks::testing::Site,
    evidence::pages::certificates::tests::Begun,
    ids::PostId,
    links::emails,
    people::{
        blocks,
        members::{Member, Role},
    },
    talk::{
        comments,
        posts::{self, Audience, Comments, Draft},
    },
};

/// What is in a member's archive, by name.
async fn taken_home(site: &Site, member: &Member) -> BTreeMap<String, String> {
    ask(&site.app, member.id).await.unwrap().unwrap();
    site.do_jobs().await;
    let archive = of(&mut site.app.db.read().await.unwrap(), member.id, site.now()).await.unwrap().unwrap();
    assert!(archive.ready_at.is_some(), "{archive:?}");
    let bytes = contents(&site.app, &archive).await;
    assert_eq!(i64::try_from(bytes.len()).unwrap(), archive.bytes);
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let mut bytes = vec![];
        file.read_to_end(&mut bytes).unwrap();
        let name = file.name().unwrap().into_owned();
        assert!(!name.starts_with('/') && !name.contains("..") && !name.contains('\\'), "{name}");
        assert!(files.insert(name.clone(), String::from_utf8_lossy(&bytes).into_owned()).is_none(), "{name} twice");
    }
    files
}

fn json(files: &BTreeMap<String, String>, name: &str) -> serde_json::Value {
    serde_json::from_str(&files[name]).unwrap_or_else(|error| panic!("{name}: {error}"))
}

async fn hide(site: &Site, by: &Member, id: crate::ids::CommentId) {
    let entry = comments::by_id(&mut site.app.db.read().await.unwrap(), id).await.unwrap().unwrap();
    site.app.db.always(async |tx| comments::hide(tx, by, &entry).await).await.unwrap();
}

#[tokio::test]
async fn everything_that_was_written_is_in_it_and_it_reads_without_a_server() {
    let site = Site::new().await;
    let (rosa, _) = site.member_as("rosa", Role::Organiser).await;
    let (tomas, _) = site.member("tomas").await;
    let post = site.post(&rosa, "Tides & <lamps>").await;
    site.draft(&rosa, "Not yet", Audience::Public).await;
    let question = site.comment(&tomas, post, None, "Who trims the *wick*?").await;
    site.comment(&rosa, post, Some(question), "I do.").await;
    let other = site.post(&tomas, "Elsewhere").await;
    site.comment(&rosa, other, None, "Under another's post").await;

    let files = taken_home(&site, &rosa).await;
    let page = &files["posts/2026-09-02-tides-lamps.html"];
    assert!(page.contains("Who trims the <em>wick</em>?") && page.contains("2 thoughts on"), "{page}");
    // The answer stands within the question.
    assert!(page.find("Who trims").unwrap() < page.find("<p>I do.</p>").unwrap());
    assert!(!page.contains("<script") && !page.contains(" src=\"/") && !page.contains(" href=\"/"), "{page}");
    assert!(files["index.html"].contains("posts/2026-09-02-tides-lamps.html"));
    assert!(
        files["style/lyceum.css"].contains("data:font/woff2;base64,")
            && !files["style/lyceum.css"].contains("/assets/")
    );
    assert_eq!(files.keys().filter(|name| name.starts_with("media/faces/")).count(), 2, "{:?}", files.keys());

    let text = &files["markdown/2026-09-02-tides-lamps.md"];
    assert!(
        text.starts_with("---\ntitle: \"Tides & <lamps>\"\n") && text.ends_with("The text of *Tides & <lamps>*.\n")
    );
    assert!(files["markdown/draft-not-yet.md"].contains("draft: true"), "{:?}", files.keys());
    assert!(!files.contains_key("posts/draft-not-yet.html"));
    assert!(files["wordpress/rosa.xml"].contains("Tides & <lamps>"));
    assert!(!files["wordpress/rosa.xml"].contains("tomas@example.org"));

    assert_eq!(json(&files, "data/posts.json").as_array().unwrap().len(), 2);
    let said = json(&files, "data/comments.json");
    assert_eq!(said.as_array().unwrap().len(), 2);
    assert_eq!(said[1]["under"], "Elsewhere");
    assert_eq!(said[1]["source"], "Under another's post");
    assert_eq!(json(&files, "data/profile.json")["email"], "rosa@example.org");
    for name in ["messages", "discussions", "answers", "bookmarks", "submissions", "reviews"] {
        assert_eq!(json(&files, &format!("data/{name}.json")), serde_json::json!([]), "{name}");
    }
    json(&files, "data/shelf.csl.json");
    json(&files, "data/settings.json");
    assert!(files["README.txt"].contains("The Commons School"));
    let all: String = files.values().map(String::as_str).collect();
    assert!(!all.contains("tomas@example.org"), "an address of somebody else");
}

#[tokio::test]
async fn what_others_wrote_is_in_it_only_as_one_may_read_it() {
    let site = Site::new().await;
    let (rosa, _) = site.member("rosa").await;
    let (tomas, _) = site.member("tomas").await;
    let (olga, _) = site.member_as("olga", Role::Organiser).await;
    let post = site.post(&rosa, "One").await;
    let hidden = site.comment(&tomas, post, None, "Words that were hidden").await;
    site.comment(&olga, post, Some(hidden), "An answer to it").await;
    hide(&site, &olga, hidden).await;
    // Rosa wrote under something that she may not read any more.
    let gone = site.post(&tomas, "A title that became private").await;
    site.comment(&rosa, gone, None, "My own words there").await;
    site.app
        .db
        .always(async |tx| {
            crate::run!(tx, "update post set audience = 0 where id = $1", gone)?;
            crate::run!(tx, "update conversation set audience = 0 where id = $1", gone)?;
            Ok(())
        })
        .await
        .unwrap();
    let files = taken_home(&site, &rosa).await;
    let all: String = files.values().map(String::as_str).collect();
    assert!(!all.contains("Words that were hidden") && !all.contains("became private"));
    assert!(all.contains("An answer to it") && all.contains("My own words there"));
}

#[tokio::test]
async fn messages_of_both_are_in_it_and_those_one_left_are_not() {
    let site = Site::new().await;
    let (rosa, mut rosas) = site.member("rosa").await;
    let (tomas, mut tomas_es) = site.member("tomas").await;
    site.member("zora").await;
    for (client, to, text) in [(&mut rosas, "tomas", "A message to Tomás"), (&mut tomas_es, "zora", "Between others")]
    {
        let sent = client.post("/me/messages/new", &[("to", to), ("text", text)]).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
    }
    let files = taken_home(&site, &rosa).await;
    let said = json(&files, "data/messages.json");
    assert_eq!((said.as_array().unwrap().len(), &said[0]["text"]), (1, &"A message to Tomás".into()));
    let all: String = files.values().map(String::as_str).collect();
    assert!(!all.contains("Between others"));
    assert_eq!(json(&taken_home(&site, &tomas).await, "data/messages.json").as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn pictures_go_along_and_pages_lead_to_them_and_to_one_another() {
    let site = Site::new().await;
    let (rosa, _) = site.member("rosa").await;
    let first = site.post(&rosa, "First").await;
    let name = site.app.files.keep(vec![1, 2, 3].into(), "png").await.unwrap();
    let there = site.url(first).await;
    let source = format!("![A lamp](/files/{name}) and [the first]({there}#comments) and [us](/members/)");
    let second = written(&site, &rosa, &source).await;
    let files = taken_home(&site, &rosa).await;
    assert_eq!(files[&format!("media/{name}")], "\u{1}\u{2}\u{3}");
    let page = &files["posts/2026-09-02-the-second.html"];
    for led in [
        format!("src=\"../media/{name}\""),
        "href=\"2026-09-02-first.html#comments\"".into(),
        "href=\"http://lyceum.test/members/\"".into(),
    ] {
        assert!(page.contains(&led), "{led}: {page}");
    }
    let text = &files["markdown/2026-09-02-the-second.md"];
    assert!(text.contains(&format!("![A lamp](../media/{name})")), "{second}: {text}");
}

async fn written(site: &Site, author: &Member, source: &str) -> PostId {
    let draft = Draft {
        title: "The second".into(),
        source: source.into(),
        format: markup::Format::Markdown,
        slug: None,
        lang: "en".parse().unwrap(),
        audience: Audience::Public,
        comments: Comments::Open,
        tags: vec!["lamps".into()],
    };
    let mut conn = site.app.db.read().await.unwrap();
    let text = posts::render(&mut conn, source, draft.format, "en", false).await.unwrap();
    drop(conn);
    let blog = site.blog_of(author).await;
    site.app
        .db
        .always(async |tx| {
            let id = posts::begin(tx, author, blog, &draft, &text).await?;
            posts::publish(tx, id, blog, &jiff::tz::TimeZone::UTC).await?;
            Ok(id)
        })
        .await
        .unwrap()
}

#[tokio::test]
async fn its_owner_is_written_to_and_it_goes_after_some_days() {
    let site = Site::new().await;
    let (rosa, _) = site.member("rosa").await;
    ask(&site.app, rosa.id).await.unwrap().unwrap();
    assert_eq!(ask(&site.app, rosa.id).await.unwrap(), Err(TooSoon));
    site.do_jobs().await;
    let letters = site.letters().await;
    assert!(letters.iter().any(|letter| letter.contains("archive") && letter.contains("/me/archive/")), "{letters:?}");
    let asked = async || of(&mut site.app.db.read().await.unwrap(), rosa.id, site.now()).await.unwrap();
    let file = asked().await.unwrap().file;
    assert!(site.app.files.has(&file).await.unwrap());
    // Another takes its place after a while.
    assert_eq!(ask(&site.app, rosa.id).await.unwrap(), Err(TooSoon));
    site.pass_minutes(rules::PAUSE_MINUTES);
    ask(&site.app, rosa.id).await.unwrap().unwrap();
    assert!(!site.app.files.has(&file).await.unwrap());
    site.do_jobs().await;
    let file = asked().await.unwrap().file;

    site.pass_minutes(rules::DAYS * 24 * 60 - 1);
    forget_old(&site.app).await.unwrap();
    assert!(site.app.files.has(&file).await.unwrap());
    site.pass_minutes(2);
    assert!(asked().await.is_none());
    forget_old(&site.app).await.unwrap();
    assert!(!site.app.files.has(&file).await.unwrap());
    // No backup holds archives: what they are made of is in it.
    assert!(site.app.files.names().await.unwrap().is_empty());
}

#[tokio::test]
async fn whoever_was_killed_in_the_midst_of_one_begins_anew_and_leaves_nothing_behind() {
    let site = Site::new().await;
    let (rosa, _) = site.member("rosa").await;
    ask(&site.app, rosa.id).await.unwrap().unwrap();
    let archive = of(&mut site.app.db.read().await.unwrap(), rosa.id, site.now()).await.unwrap().unwrap();
    let folder = site.app.settings.data.join("archives");
    fs::create_dir_all(&folder).unwrap();
    let (half, other) = (folder.join(format!("{}.part", archive.id)), folder.join("77.part"));
    fs::write(&half, "half of it").unwrap();
    fs::write(&other, "of one that nobody waits for").unwrap();
    forget_old(&site.app).await.unwrap();
    assert!(half.exists() && !other.exists());
    site.do_jobs().await;
    assert!(!half.exists());
    let archive = of(&mut site.app.db.read().await.unwrap(), rosa.id, site.now()).await.unwrap().unwrap();
    assert!(archive.ready_at.is_some());
    delete(&site.app, rosa.id).await.unwrap();
    assert!(!site.app.files.has(&archive.file).await.unwrap());
}

#[tokio::test]
async fn one_that_is_no_longer_wanted_is_not_kept() {
    let site = Site::new().await;
    let (rosa, _) = site.member("rosa").await;
    ask(&site.app, rosa.id).await.unwrap().unwrap();
    delete(&site.app, rosa.id).await.unwrap();
    assert!(site.letters().await.is_empty());
}

#[tokio::test]
async fn nothing_is_in_it_by_somebody_who_wants_nothing_to_do_with_its_owner() {
    let site = Site::new().await;
    let (rosa, mut rosas) = site.member("rosa").await;
    let (tomas, mut tomas_es) = site.member("tomas").await;
    let (olga, _) = site.member_as("olga", Role::Organiser).await;
    let post = site.post(&rosa, "One").await;
    let first = site.comment(&tomas, post, None, "Words of Tomás").await;
    site.comment(&olga, post, Some(first), "An answer to them").await;
    for (client, to, text) in [(&mut tomas_es, "rosa", "A message of Tomás"), (&mut rosas, "tomas", "One to him")] {
        client.post("/me/messages/new", &[("to", to), ("text", text)]).await;
    }
    site.app.db.always(async |tx| blocks::block(tx, tomas.id, rosa.id).await).await.unwrap();
    let files = taken_home(&site, &rosa).await;
    let all: String = files.values().map(String::as_str).collect();
    assert!(!all.contains("Words of Tomás") && !all.contains("A message of Tomás"));
    assert!(all.contains("One to him"));
    let page = &files["posts/2026-09-02-one.html"];
    assert!(page.contains("An answer to them") && page.contains("is not in this archive"), "{page}");
    assert!(files["wordpress/rosa.xml"].contains("An answer to them"));
    assert!(!page.contains("blocked"), "which of the reasons there are is nobody's business");
    // The other way round one may still read them, and take them along.
    let all: String = taken_home(&site, &tomas).await.values().map(String::as_str).collect();
    assert!(all.contains("A message of Tomás") && all.contains("One to him"));
}

#[tokio::test]
async fn a_picture_of_something_hidden_stays_behind() {
    let site = Site::new().await;
    let (rosa, _) = site.member("rosa").await;
    let (tomas, _) = site.member("tomas").await;
    let (olga, _) = site.member_as("olga", Role::Organiser).await;
    let post = site.post(&rosa, "One").await;
    let (hidden, shown) = (site.comment(&tomas, post, None, "x").await, site.comment(&tomas, post, None, "y").await);
    let mut names = vec![];
    for comment in [hidden, shown] {
        let name = site.app.files.keep(comment.to_string().into_bytes().into(), "png").await.unwrap();
        let html = format!("<p><img src=\"/files/{name}\" alt=\"\"></p>");
        site.app
            .db
            .always(async |tx| Ok(crate::run!(tx, "update comment set html = $2 where id = $1", comment, html)?))
            .await
            .unwrap();
        names.push(format!("media/{name}"));
    }
    hide(&site, &olga, hidden).await;
    let files = taken_home(&site, &rosa).await;
    assert!(!files.contains_key(&names[0]) && files.contains_key(&names[1]), "{:?}", files.keys());
}

#[tokio::test]
async fn its_owner_finds_it_under_the_bell_and_is_e_mailed_once() {
    let site = Site::new().await;
    let (rosa, mut client) = site.member("rosa").await;
    taken_home(&site, &rosa).await;
    let page = client.get("/me/notifications/").await;
    assert_eq!(page.text(".notice-group .sentence"), "Your archive is ready");
    assert_eq!(page.attributes(".notice-group .what", "href"), ["/me/archive/"]);
    site.pass_minutes(60);
    while emails::round(&site.app).await.unwrap() {}
    let letters = site.letters().await;
    assert_eq!(letters.iter().filter(|letter| letter.contains("archive")).count(), 1, "{letters:?}");
    // A second one takes the place of the first, and one that is gone is news no more.
    taken_home(&site, &rosa).await;
    assert_eq!(client.get("/me/notifications/").await.count(".notice-group"), 1);
    delete(&site.app, rosa.id).await.unwrap();
    assert_eq!(client.get("/me/notifications/").await.count(".notice-group"), 0);
}

#[tokio::test]
async fn whatever_people_are_called_and_write_no_script_runs_in_it() {
    let site = Site::new().await;
    let (rosa, _) = site.member("rosa").await;
    let (tomas, _) = site.member("tomas").await;
    let attack = "</script></title><script>alert(1)</script><img src=x onerror=alert(2)>\"'";
    let post = written(&site, &rosa, "Text <script>alert(3)</script> [a](javascript:alert(4))").await;
    site.comment(&tomas, post, None, attack).await;
    site.app
        .db
        .always(async |tx| {
            crate::run!(tx, "update member set name = $1", attack)?;
            crate::run!(tx, "update blog set title = $1", attack)?;
            crate::run!(tx, "update post set title = $1", attack)?;
            crate::run!(tx, "update comment set guest_website = 'javascript:alert(5)' where writer is null")?;
            Ok(())
        })
        .await
        .unwrap();
    let member = site.reload(rosa.id).await;
    let files = taken_home(&site, &member).await;
    for (name, page) in files.iter().filter(|(name, _)| name.contains(".html")) {
        assert!(
            !page.contains("<script") && !page.contains("<img src=x") && !page.contains("href=\"javascript:"),
            "{name}: {page}"
        );
    }
    assert!(files["index.html"].contains("&#60;script&#62;") || files["index.html"].contains("&lt;script&gt;"));
}

#[tokio::test]
async fn one_that_cannot_be_made_is_said_to_be_and_can_be_asked_for_again() {
    let site = Site::new().await;
    let (rosa, mut client) = site.member("rosa").await;
    let folder = site.app.settings.data.join("archives");
    fs::write(&folder, "in the way").unwrap();
    ask(&site.app, rosa.id).await.unwrap().unwrap();
    site.do_jobs().await;
    assert_eq!(client.get("/me/archive/").await.count("main progress"), 1, "it is tried again");
    for _ in 0..10 {
        site.pass_minutes(60);
        site.do_jobs().await;
    }
    let page = client.get("/me/archive/").await;
    assert_eq!(
        (page.count("main progress"), page.count(".notice.bad"), page.count("form[action='/me/archive']")),
        (0, 1, 1)
    );
    let letters = site.letters().await;
    assert_eq!(letters.iter().filter(|letter| letter.contains("could not be made")).count(), 1, "{letters:?}");
    fs::remove_file(&folder).unwrap();
    let files = taken_home(&site, &rosa).await;
    assert!(files.contains_key("README.txt"));
}

#[tokio::test]
async fn certificates_are_taken_home_as_they_were_issued() {
    let mut begun = Begun::new().await;
    let paper = begun.certified().await;
    let code = paper.trim_end_matches('/').rsplit('/').next().unwrap();
    let files = taken_home(&begun.site, &begun.bram).await;
    assert!(files[&format!("data/certificates/certificate-{code}.pdf")].starts_with("%PDF"));
}
