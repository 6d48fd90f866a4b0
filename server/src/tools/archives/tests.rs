use std::{
    collections::BTreeMap,
    fs,
    io::{Cursor, Read},
};

use super::{TooSoon, ask, contents, delete, forget_old, of, rules};
use crate::{
    checks::testing::Site,
    ids::PostId,
    people::members::{Member, Role},
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
    assert_eq!(bytes.len() as i64, archive.bytes);
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
    let page = files.iter().find(|(name, _)| name.contains("the-second") && name.ends_with(".html")).unwrap().1;
    for led in [
        format!("src=\"../media/{name}\""),
        "href=\"2026-09-02-first.html#comments\"".into(),
        "href=\"http://lyceum.test/members/\"".into(),
    ] {
        assert!(page.contains(&led), "{led}: {page}");
    }
    let text = files.iter().find(|(name, _)| name.contains("the-second") && name.ends_with(".md")).unwrap().1;
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
