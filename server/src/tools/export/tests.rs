use std::fs;

use wxr::Record;

use super::{Options, Report, Whose, run, write_to};
use crate::{
    checks::testing::Site,
    people::members::{Member, Role},
    talk::{
        blogs::{self, Blog},
        comments,
        posts::Audience,
    },
    tools::import,
};

async fn blog(site: &Site, member: &Member) -> Blog {
    blogs::of(&mut site.app.db.read().await.unwrap(), member.id).await.unwrap().remove(0)
}

/// The file of a blog, and what is said of it.
async fn exported(site: &Site, blog: &Blog, whose: Whose) -> (Vec<u8>, Report) {
    let mut file = vec![];
    let to = &mut file;
    let report = write_to(&site.app, blog, whose, |mut from| async move {
        while let Some(bytes) = from.recv().await {
            to.extend(bytes);
        }
        Ok(())
    });
    let report = report.await.unwrap();
    (file, report)
}

fn records(file: &[u8]) -> Vec<Record> {
    let mut reader = wxr::Reader::new(file);
    let mut records = vec![];
    while let Some(record) = reader.next().unwrap() {
        records.push(record);
    }
    assert_eq!(reader.dropped_characters(), 0);
    records
}

fn comments_of(records: &[Record]) -> Vec<&wxr::Comment> {
    records
        .iter()
        .filter_map(|record| if let Record::Comment(comment) = record { Some(&**comment) } else { None })
        .collect()
}

/// Brings a file into another site.
async fn brought(file: &[u8]) -> (Site, import::Report) {
    let other = Site::new().await;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("export.xml");
    fs::write(&path, file).unwrap();
    let options = import::Options { file: path, quiet: true, ..import::Options::default() };
    let report = import::run(&other.app, options).await.unwrap();
    (other, report)
}

#[tokio::test]
async fn a_blog_comes_back_with_everything_that_was_on_it() {
    let site = Site::new().await;
    let (rosa, _) = site.member_as("rosa", Role::Organiser).await;
    let (tomas, _) = site.member("tomas").await;
    let one = site.post(&rosa, "Tides & <lamps>").await;
    let two = site.post(&rosa, "Quiet ]]> hours").await;
    site.post_for(&rosa, "For members", Audience::Community).await;
    site.draft(&rosa, "Not yet", Audience::Public).await;
    let question = site.comment(&tomas, one, None, "Who trims\nthe *wick*?\n\nAnd when?").await;
    let answer = site.comment(&rosa, one, Some(question), "I do, at dusk. See https://tides.example/?a=1&b=2").await;
    site.comment(&tomas, one, Some(answer), "Thank you 灯台").await;
    site.comment(&rosa, two, None, "a ]]> b").await;

    let (file, report) = exported(&site, &blog(&site, &rosa).await, Whose::Operators).await;
    assert_eq!((report.posts, report.pages, report.drafts, report.comments, report.private), (3, 0, 1, 4, 1));
    let (other, came) = brought(&file).await;
    assert_eq!((came.posts, came.drafts, came.private, came.comments, came.replies), (3, 1, 1, 4, 2));
    assert_eq!((came.members_new, came.characters_dropped), (2, 0));
    for path in ["/rosa/2026/09/02/tides-lamps/", "/rosa/2026/09/02/quiet-hours/"] {
        let (here, there) = (site.stranger().get(path).await, other.stranger().get(path).await);
        assert_eq!((here.status.as_u16(), there.status.as_u16()), (200, 200), "{path}");
        assert_eq!(here.text("h1"), there.text("h1"));
        let texts = |page: &crate::checks::testing::Reply| -> Vec<String> {
            // Line ends are kept as `<br>` there, with none beside them.
            page.texts(".prose").iter().map(|text| text.split_whitespace().collect()).collect()
        };
        assert_eq!(texts(&here), texts(&there));
        assert_eq!(here.texts(".entry .name"), there.texts(".entry .name"));
        assert_eq!(here.count(".entry .entry .entry"), there.count(".entry .entry .entry"));
    }
    assert_eq!(other.stranger().get("/rosa/2026/09/02/for-members/").await.status, 404);
}

#[tokio::test]
async fn an_answer_to_what_was_deleted_stands_under_what_that_answered() {
    let site = Site::new().await;
    let (rosa, _) = site.member("rosa").await;
    let post = site.post(&rosa, "One").await;
    let first = site.comment(&rosa, post, None, "First").await;
    let middle = site.comment(&rosa, post, Some(first), "Middle").await;
    site.comment(&rosa, post, Some(middle), "Last").await;
    let entry = comments::by_id(&mut site.app.db.read().await.unwrap(), middle).await.unwrap().unwrap();
    site.app.db.always(async |tx| comments::delete(tx, &entry).await).await.unwrap();
    let (file, report) = exported(&site, &blog(&site, &rosa).await, Whose::Operators).await;
    assert_eq!((report.comments, report.moved_up), (2, 1));
    let records = records(&file);
    let found = comments_of(&records);
    assert_eq!(found[1].parent, found[0].id);
}

#[tokio::test]
async fn a_member_takes_no_addresses_of_others_along_and_no_posts_of_others() {
    let site = Site::new().await;
    let (rosa, _) = site.member("rosa").await;
    let (tomas, _) = site.member("tomas").await;
    let post = site.post(&rosa, "One").await;
    site.comment(&tomas, post, None, "Hello").await;
    let own = blog(&site, &rosa).await;
    let (file, report) = exported(&site, &own, Whose::Author(rosa.id)).await;
    assert_eq!((report.posts, report.comments), (1, 1));
    let text = String::from_utf8(file).unwrap();
    assert!(text.contains("rosa@example.org") && !text.contains("tomas@example.org"));
    let (_, report) = exported(&site, &own, Whose::Author(tomas.id)).await;
    assert_eq!((report.posts, report.comments), (0, 0));
}

#[tokio::test]
async fn a_picture_goes_along_as_an_attachment_of_the_post_that_shows_it() {
    let site = Site::new().await;
    let (rosa, _) = site.member("rosa").await;
    let post = site.post(&rosa, "One").await;
    let name = site.app.files.keep(vec![1, 2, 3].into(), "png").await.unwrap();
    site.app
        .db
        .always(async |tx| {
            let html = format!("<p><img src=\"/files/{name}\" alt=\"A lamp\"> <a href=\"/tomas/\">Tomás</a></p>");
            crate::run!(tx, "update post set html = $2 where id = $1", post, html)?;
            Ok(())
        })
        .await
        .unwrap();
    let (file, report) = exported(&site, &blog(&site, &rosa).await, Whose::Operators).await;
    assert_eq!(report.media, 1);
    let records = records(&file);
    let items: Vec<_> =
        records.iter().filter_map(|record| if let Record::Item(item) = record { Some(item) } else { None }).collect();
    let address = format!("http://lyceum.test/files/{name}");
    assert_eq!((items[1].post_type.as_str(), items[1].parent), ("attachment", items[0].id));
    assert_eq!(items[1].attachment_url.as_deref(), Some(address.as_str()));
    assert!(items[0].content.contains(&format!("src=\"{address}\"")), "{}", items[0].content);
    assert!(items[0].content.contains("href=\"http://lyceum.test/tomas/\""));
}

#[tokio::test]
async fn what_no_such_file_may_hold_is_removed_and_told() {
    let site = Site::new().await;
    let (rosa, _) = site.member("rosa").await;
    let post = site.post(&rosa, "One").await;
    let comment = site.comment(&rosa, post, None, "x").await;
    // As older versions and imports stored it; PostgreSQL keeps no U+0000.
    let pasted = "a\u{1}b\u{8}c\u{18}d\u{FFFE}e";
    site.app
        .db
        .always(async |tx| {
            crate::run!(tx, "update comment set source = $2, format = 'wordpress' where id = $1", comment, pasted)?;
            Ok(())
        })
        .await
        .unwrap();
    let (file, report) = exported(&site, &blog(&site, &rosa).await, Whose::Operators).await;
    assert_eq!(report.removed_characters, 4);
    assert!(report.to_string().contains("4 characters were removed"));
    assert_eq!(comments_of(&records(&file))[0].content, "abcde");
}

#[tokio::test]
async fn the_file_appears_when_it_is_complete_and_the_blog_has_to_be_there() {
    let site = Site::new().await;
    let (rosa, _) = site.member("rosa").await;
    site.member("tomas").await;
    site.post(&rosa, "One").await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("rosa.xml");
    for (blog, said) in [(None, "--blog: rosa, tomas"), (Some("nobody".to_owned()), "no blog at /nobody/")] {
        let error = run(&site.app, &Options { file: file.clone(), blog }).await.unwrap_err();
        assert!(format!("{error:#}").contains(said), "{error:#}");
    }
    let options = Options { file: file.clone(), blog: Some("/rosa/".into()) };
    run(&site.app, &options).await.unwrap();
    assert_eq!(records(&fs::read(&file).unwrap()).len(), 4);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}
