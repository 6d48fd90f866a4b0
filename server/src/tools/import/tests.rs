use std::{fs, path::PathBuf};

use tempfile::TempDir;

use super::{Options, Report, run};
use crate::{
    audiences::circles,
    checks::testing::Site,
    course::courses,
    ids::PostId,
    people::members::{self, Role},
    talk::{
        blogs, comments,
        old_sites::{self, Goal},
        posts,
    },
};

const CONVERSATION: &str = include_str!("fixtures/conversation.xml");
const SITE: &str = include_str!("fixtures/site.xml");
const OLD: &str = include_str!("fixtures/old.xml");
const POST: &str = "/orchard/2013/09/04/paid-time-or-on-your-own/";

/// Brings a file in that says this.
async fn import(site: &Site, text: impl AsRef<[u8]>) -> anyhow::Result<Report> {
    import_with(site, text, Options::default()).await
}

async fn import_with(site: &Site, text: impl AsRef<[u8]>, options: Options) -> anyhow::Result<Report> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("export.xml");
    fs::write(&file, text).unwrap();
    run(&site.app, Options { file, quiet: true, ..options }).await
}

/// How many rows there are of everything that an import writes.
async fn rows(site: &Site) -> Vec<i64> {
    let mut conn = site.app.db.read().await.unwrap();
    let mut counts = vec![];
    for sql in [
        "select count(*) from member",
        "select count(*) from blog",
        "select count(*) from post",
        "select count(*) from comment",
        "select count(*) from term",
        "select count(*) from old_item",
        "select count(*) from old_address",
        "select count(*) from old_reference",
    ] {
        let count: Option<i64> = crate::value!(conn, sql).unwrap();
        counts.push(count.unwrap());
    }
    counts
}

/// The number of the post that stands at this address, whoever may read it.
async fn at(site: &Site, blog: &str, day: &str, slug: &str) -> Option<PostId> {
    posts::find(&mut site.app.db.read().await.unwrap(), blog, day, slug).await.unwrap()
}

/// The number of the post that an item of the site became.
async fn item(site: &Site, id: u32) -> Option<PostId> {
    let origin = format!("wordpress:shed.example#{id}");
    posts::imported(&mut site.app.db.read().await.unwrap(), &origin).await.unwrap()
}

fn left_out<'a>(report: &'a Report, what: &str, words: &str) -> &'a crate::tools::import::report::Group {
    let found = report.left_out.iter().find(|group| group.what == what && group.why.contains(words));
    found.unwrap_or_else(|| panic!("no {what} was left out because “{words}”: {:#?}", report.left_out))
}

#[tokio::test]
async fn a_conversation_comes_in_as_it_was() {
    let site = Site::new().await;
    let report = import(&site, CONVERSATION).await.unwrap();
    assert_eq!((report.posts, report.comments, report.pings), (1, 10, 1));
    assert_eq!((report.members_new, report.replies, report.parent_lost), (2, 5, 1));

    let page = site.stranger().get(POST).await;
    assert_eq!(page.status, 200);
    assert_eq!(page.text("h2[data-count]"), "11 thoughts on “Paid Time or On Your Own?”");
    assert_eq!(page.texts(".entry .label").iter().filter(|label| *label == "Post author").count(), 4);
    for words in [
        "<p>Just curious whether you’re taking this course on your own time.</p>",
        "Hi Carys,<br>Thanks for the feedback! Keep up the good fight :-)",
        "generic ‘customer skills’ stuff",
        "I like the idea of a mix “very” much – you’ll manage…",
        "This replies to a comment that no longer exists.",
        "Week 1 wrap-up – The Orchard",
    ] {
        assert!(page.body.contains(words), "{words}");
    }
    for secret in ["ks@elsewhere.example", "carys@mooc.example", "192.0.2.7", "javascript:"] {
        assert!(!page.body.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn a_blog_of_a_multisite_keeps_its_own_address_and_title() {
    let site = Site::new().await;
    import(&site, CONVERSATION).await.unwrap();
    let mut conn = site.app.db.read().await.unwrap();
    let blog = blogs::by_address(&mut conn, "orchard").await.unwrap().unwrap();
    assert_eq!((blog.title.as_str(), blog.tagline.as_str()), ("The Orchard & Co", "What grows here"));
    // Everything on it was written by one person, whose name and handle are something else.
    let writer = crate::people::members::by_handle(&mut conn, "dilysmorgan").await.unwrap().unwrap();
    assert_eq!(blog.owner, Some(writer.id));
}

#[tokio::test]
async fn an_answer_finds_its_question_in_whatever_order_they_come() {
    let site = Site::new().await;
    import(&site, CONVERSATION).await.unwrap();
    let page = site.stranger().get(POST).await;
    let question = page.attributes(".entry", "id");
    let texts = page.texts(".entry > article .prose");
    let place = |words: &str| texts.iter().position(|text| text.contains(words)).unwrap();
    // The answer comes first in the file.
    assert_eq!(place("stand before what I answer"), place("A second thought") + 1);
    assert_eq!(place("Lovely :)"), place("stand before what I answer") + 1);
    assert_eq!(page.count(".entry .entry .entry .prose"), 1);
    assert_eq!(question.len(), 11);
}

#[tokio::test]
async fn guests_stay_guests_and_members_are_who_they_were() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let known = CONVERSATION
        .replace("Carys@mooc.example", "ines@example.org")
        .replace("carys@mooc.example", "INES@example.org");
    let report = import(&site, known).await.unwrap();
    assert_eq!((report.members_new, report.members_known), (1, 1));

    let page = site.stranger().get(POST).await;
    let names = page.texts(".entry .name");
    // By her number in the file; by her address, because the file says that she was signed in; and not as a guest.
    assert_eq!(names.iter().filter(|name| **name == ines.name).count(), 3);
    assert!(names.contains(&"Guest with a known address".to_owned()));
    assert_eq!(page.attributes(".entry a.name[rel]", "href"), ["https://ks.example/"]);
}

#[tokio::test]
async fn people_can_claim_their_account_by_their_address() {
    let site = Site::new().await;
    import(&site, CONVERSATION).await.unwrap();
    let mut conn = site.app.db.read().await.unwrap();
    let carys = members::by_email(&mut conn, &"carys@mooc.example".parse().unwrap()).await.unwrap().unwrap();
    assert_eq!((carys.handle.as_str(), carys.name.as_str(), carys.role()), ("carys", "Carys Bevan", Role::Participant));
    assert!(carys.claimed_at.is_none() && carys.confirmed_at.is_none());
    assert!(blogs::of(&mut conn, carys.id).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_handle_that_is_taken_gets_a_number() {
    let site = Site::new().await;
    site.member("carys").await;
    import(&site, CONVERSATION).await.unwrap();
    let mut conn = site.app.db.read().await.unwrap();
    let carys = members::by_email(&mut conn, &"carys@mooc.example".parse().unwrap()).await.unwrap().unwrap();
    assert_eq!(carys.handle, "carys2");
}

#[tokio::test]
async fn the_same_file_again_doubles_nothing() {
    let site = Site::new().await;
    for (file, blog) in [(CONVERSATION, None), (SITE, None), (OLD, Some("mill".to_owned()))] {
        import_with(&site, file, Options { blog, ..Options::default() }).await.unwrap();
        let before = rows(&site).await;
        let moved = file.replace("http://", "https://").replace("https://shed.example", "https://www.shed.example");
        let again = import(&site, moved).await.unwrap();
        assert_eq!(rows(&site).await, before);
        assert_eq!((again.posts, again.comments, again.pings, again.members_new), (0, 0, 0, 0));
        assert!(again.posts_known > 0);
    }
}

#[tokio::test]
async fn an_interrupted_import_goes_on_where_it_stopped() {
    let whole = Site::new().await;
    import(&whole, CONVERSATION).await.unwrap();
    let site = Site::new().await;
    // As if it had been interrupted in the middle of the conversation, twice.
    let comments: Vec<usize> = CONVERSATION.match_indices("\t\t<wp:comment>\n").map(|(at, _)| at).collect();
    for stop in [3, 7] {
        let part = format!("{}</item></channel></rss>", &CONVERSATION[..comments[stop]]);
        import(&site, part).await.unwrap();
    }
    let report = import(&site, CONVERSATION).await.unwrap();
    assert_eq!((report.posts_known, report.comments_known, report.comments), (1, 7, 4));
    assert_eq!(rows(&site).await, rows(&whole).await);
    let page = |site: &Site| {
        let mut stranger = site.stranger();
        async move { stranger.get(POST).await }
    };
    let (whole, resumed) = (page(&whole).await, page(&site).await);
    assert_eq!(resumed.text("h2[data-count]"), whole.text("h2[data-count]"));
}

#[tokio::test]
async fn what_moderation_decided_stays_decided() {
    let site = Site::new().await;
    let report = import(&site, SITE).await.unwrap();
    assert_eq!((report.comments, report.pings, report.waiting), (7, 1, 1));
    assert_eq!(left_out(&report, "comment", "spam").count, 1);
    assert_eq!(left_out(&report, "comment", "trash").first, ["5 by Trash"]);
    assert_eq!(left_out(&report, "comment", "plugin").count, 1);
    assert_eq!(left_out(&report, "comment", "without a word").count, 1);

    let page = site.stranger().get("/blog/2013/09/04/who-holds-the-key/").await;
    assert_eq!(page.text("h2[data-count]"), "7 thoughts on “Who holds the key?”");
    assert!(!page.body.contains("I wait.") && !page.body.contains("Buy!"));
    // Answers to what nobody can see stand at the top, and so does one of two that answer each other.
    assert_eq!(report.parent_lost, 3);
    assert!(page.body.contains("An answer to one who waits."));
    assert_eq!(page.count(".entry .entry"), 1);
    assert!(page.texts(".entry .name").contains(&"Anonymous".to_owned()));
}

#[tokio::test]
async fn what_few_could_read_is_read_by_no_more_here() {
    let site = Site::new().await;
    let report = import(&site, SITE).await.unwrap();
    assert_eq!((report.posts, report.pages, report.drafts, report.private), (4, 1, 1, 2));
    assert_eq!(left_out(&report, "post", "trash").first, ["Thrown away"]);
    assert_eq!(left_out(&report, "nav_menu_item", "menu").count, 1);
    assert_eq!(left_out(&report, "revision", "older").count, 1);
    assert!(report.changed.iter().any(|group| group.why.contains("password") && group.first == ["For some"]));

    let (_, mut other) = site.member("other").await;
    let mut conn = site.app.db.read().await.unwrap();
    let tamsin = members::by_email(&mut conn, &"tamsin@shed.example".parse().unwrap()).await.unwrap().unwrap();
    drop(conn);
    site.app.db.always(async |tx| members::confirm(tx, tamsin.id).await).await.unwrap();
    let mut author = site.signed_in(tamsin.id).await;
    for (day, slug) in [("2013/09/05", "for-me"), ("2013/09/06", "for-some")] {
        let address = format!("/blog/{day}/{slug}/");
        assert_eq!(site.stranger().get(&address).await.status, 404, "{address}");
        assert_eq!(other.get(&address).await.status, 404, "{address}");
        assert_eq!(author.get(&address).await.status, 200, "{address}");
    }
    let draft = item(&site, 12).await.unwrap();
    let draft = posts::for_author(&mut site.app.db.read().await.unwrap(), &tamsin, draft).await;
    assert!(draft.unwrap().unwrap().is_draft());
    let file = fs::read(site.app.settings.data.join("lyceum.sqlite")).unwrap_or_default();
    assert!(!file.windows(6).any(|bytes| bytes == b"sesame"));
}

#[tokio::test]
async fn a_text_looks_as_wordpress_showed_it() {
    let site = Site::new().await;
    import(&site, SITE).await.unwrap();
    let page = site.stranger().get("/blog/2013/09/04/who-holds-the-key/").await;
    for html in [
        "<p>Two keys.</p>",
        "<p>One lock.<br>And a door.</p>",
        "<figcaption>The shed</figcaption>",
        "<figure class=\"gallery\"><a href=\"https://shed.example/wp-content/uploads/2013/09/shed.png\" rel=\"nofollow ugc noopener\">shed.png</a>",
        "href=\"https://video.example/watch?v=1\"",
        "[contact-form to=",
    ] {
        assert!(page.body.contains(html), "{html}\n{}", page.body);
    }
    assert!(!page.body.contains("[gallery") && !page.body.contains("[caption"));
}

#[tokio::test]
async fn categories_and_tags_come_along() {
    let site = Site::new().await;
    import(&site, SITE).await.unwrap();
    let post = item(&site, 10).await.unwrap();
    let terms = posts::terms(&mut site.app.db.read().await.unwrap(), post).await.unwrap();
    let names: Vec<_> = terms.iter().map(|term| (term.kind.as_str(), term.name.as_str())).collect();
    assert_eq!(names, [("category", "Hand & Eye"), ("tag", "Planes")]);
}

#[tokio::test]
async fn old_addresses_lead_to_the_new_ones() {
    let site = Site::new().await;
    import(&site, SITE).await.unwrap();
    import(&site, CONVERSATION).await.unwrap();
    let from = async |old| match old_sites::find(&mut site.app.db.read().await.unwrap(), "", old).await.unwrap() {
        Some(Goal::Post(post)) => Some(post),
        _ => None,
    };
    for (old, id) in [("/2013/09/04/who-holds-the-key/", 10), ("/?p=10", 10), ("/about/", 11), ("/archives/16", 16)] {
        assert_eq!(from(old).await, item(&site, id).await, "{old}");
    }
    let conversation = at(&site, "orchard", "2013/09/04", "paid-time-or-on-your-own").await;
    assert!(conversation.is_some());
    assert_eq!(from("/orchard/?p=1").await, conversation);
    assert_eq!(from(POST).await, None);
    // The day in an address is that of the old site's clock where the old address had none.
    assert!(at(&site, "blog", "2013/10/01", "second-opinion").await.is_some());
    assert!(at(&site, "blog", "", "about").await.is_some());
}

#[tokio::test]
async fn an_old_address_answers_however_it_is_written() {
    let site = Site::new().await;
    let file =
        SITE.replace("https://shed.example/2013/09/04/who-holds-the-key/", "https://shed.example/%d1%81%d0%b0%d0%b4/");
    import(&site, file).await.unwrap();
    for old in [
        "/%d1%81%d0%b0%d0%b4/",
        "/%D1%81%D0%b0%D0%B4/",
        "/%D1%81%D0%B0%D0%B4",
        "/?p=10&utm_source=x",
        "/?utm_source=x&p=10",
    ] {
        let answer = site.stranger().get(old).await;
        assert_eq!(
            (answer.status.as_u16(), answer.location().as_deref()),
            (301, Some("/blog/2013/09/04/who-holds-the-key/")),
            "{old}"
        );
    }
}

/// A folder of uploads, with a picture, a link that leads out, and something outside.
fn uploads() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let uploads = folder.path().join("uploads");
    fs::create_dir_all(uploads.join("2013/09")).unwrap();
    let picture = image::RgbImage::from_pixel(40, 30, image::Rgb([20, 90, 60]));
    picture.save(uploads.join("2013/09/shed.png")).unwrap();
    picture.save(folder.path().join("secret.png")).unwrap();
    fs::create_dir_all(folder.path().join("wp-content")).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(folder.path().join("secret.png"), uploads.join("2013/09/lost.png")).unwrap();
    (folder, uploads)
}

#[tokio::test]
async fn pictures_come_from_the_folder_of_uploads_and_from_nowhere_else() {
    let site = Site::new().await;
    let (_folder, uploads) = uploads();
    let options = Options { uploads: Some(uploads), ..Options::default() };
    let report = import_with(&site, SITE, options).await.unwrap();
    // The small picture is not there, so that from which it was made stands for it.
    assert_eq!(report.pictures, 1);
    assert_eq!(left_out(&report, "picture", "not in the folder").first, ["2013/09/lost.png in “Who holds the key?”"]);
    assert_eq!(left_out(&report, "attachment", "files of other kinds").first, ["2013/09/rules.pdf"]);

    let page = site.stranger().get("/blog/2013/09/04/who-holds-the-key/").await;
    let pictures = page.attributes(".prose img", "src");
    let here: Vec<_> = pictures.iter().filter(|address| address.starts_with("/files/")).collect();
    assert_eq!(here.len(), 2, "{pictures:?}");
    assert_eq!(site.stranger().get(here[0]).await.status, 200);
    assert!(page.body.contains("https://shed.example/wp-content/uploads/2013/09/rules.pdf"));
}

#[tokio::test]
async fn pictures_that_were_missing_come_with_a_later_run() {
    let site = Site::new().await;
    let post = "/blog/2013/09/04/who-holds-the-key/";
    let here = async || {
        let pictures = site.stranger().get(post).await.attributes(".prose img", "src");
        pictures.iter().filter(|address| address.starts_with("/files/")).count()
    };
    let (_folder, uploads) = uploads();
    let with_uploads = || Options { uploads: Some(uploads.clone()), ..Options::default() };
    let told = |report: &Report| (report.posts_known, report.posts_with_new_pictures, report.pictures);

    import(&site, SITE).await.unwrap();
    assert_eq!(here().await, 0);
    let second = import_with(&site, SITE, with_uploads()).await.unwrap();
    assert_eq!((told(&second), here().await), ((6, 1, 1), 2));
    let edited = "select count(*) from post where edited_at is not null";
    let edited: Option<i64> = crate::value!(site.app.db.read().await.unwrap(), edited).unwrap();
    assert_eq!(edited, Some(0));
    let third = import_with(&site, SITE, with_uploads()).await.unwrap();
    assert_eq!((told(&third), here().await), ((6, 0, 0), 2));
}

#[tokio::test]
async fn a_text_that_was_edited_here_stays_and_gets_its_pictures() {
    let site = Site::new().await;
    import(&site, SITE).await.unwrap();
    let id = item(&site, 10).await.unwrap();
    let mut conn = site.app.db.read().await.unwrap();
    let tamsin = members::by_email(&mut conn, &"tamsin@shed.example".parse().unwrap()).await.unwrap().unwrap();
    let post = posts::for_author(&mut conn, &tamsin, id).await.unwrap().unwrap();
    let draft = posts::Draft {
        title: post.title.clone(),
        source: post.source.replace("Two keys.", "Three keys."),
        format: post.format(),
        slug: None,
        lang: post.lang.parse().unwrap(),
        audience: post.audience(),
        comments: posts::Comments::Open,
        tags: vec![],
    };
    let text = posts::render(&mut conn, &draft.source, draft.format, "en", false).await.unwrap();
    drop(conn);
    site.app.db.change(async |tx| posts::edit(tx, &post, &draft, &text).await).await.unwrap().unwrap();
    let (_folder, uploads) = uploads();
    let report = import_with(&site, SITE, Options { uploads: Some(uploads), ..Options::default() }).await.unwrap();
    assert_eq!(report.posts_with_new_pictures, 1);
    let after = posts::for_author(&mut site.app.db.read().await.unwrap(), &tamsin, id).await.unwrap().unwrap();
    assert_eq!(after.source, draft.source);
    assert!(after.html.contains("Three keys.") && after.html.contains("src=\"/files/"), "{}", after.html);
}

#[tokio::test]
async fn a_picture_that_stays_is_asked_of_the_old_site() {
    let site = Site::new().await;
    let relative = SITE.replace("https://shed.example/wp-content", "/wp-content");
    let report = import(&site, relative.replace("https://", "http://")).await.unwrap();
    let page = site.stranger().get("/blog/2013/09/04/who-holds-the-key/").await;
    assert!(page.body.contains("href=\"https://shed.example/wp-content/uploads/2013/09/lost.png\""), "{}", page.body);
    assert!(page.body.contains("href=\"http://shed.example/wp-content/uploads/2013/09/rules.pdf\""));
    let note = report.changed.iter().find(|group| group.why.contains("browsers do not show it")).unwrap();
    assert!(note.first.contains(&"2013/09/lost.png in “Who holds the key?”".to_owned()), "{note:?}");
    assert!(!import(&Site::new().await, SITE).await.unwrap().changed.iter().any(|group| group.why.contains("http:")));
}

#[tokio::test]
async fn pictures_are_asked_for_where_they_can_be_kept_and_taken_from() {
    let site = Site::new().await;
    let (folder, uploads) = uploads();
    let no =
        import_with(&site, SITE, Options { uploads: Some(folder.path().join("secret.png")), ..Options::default() });
    let no = no.await.unwrap_err().to_string();
    assert!(no.contains("--uploads") && no.contains("no folder"), "{no}");

    let files = site.app.settings.data.join("files");
    fs::remove_dir_all(&files).unwrap();
    fs::write(&files, "no folder").unwrap();
    let no = import_with(&site, SITE, Options { uploads: Some(uploads), ..Options::default() }).await.unwrap_err();
    assert!(format!("{no:#}").contains("Nothing was brought in"), "{no:#}");
    assert_eq!(item(&site, 10).await, None);
}

#[tokio::test]
async fn pictures_are_fetched_from_public_addresses_only() {
    let site = Site::new().await;
    let home = SITE.replace("https://shed.example", "http://127.0.0.1");
    let report = import_with(&site, home, Options { fetch: true, ..Options::default() }).await.unwrap();
    assert_eq!(report.pictures, 0);
    assert_eq!(left_out(&report, "picture", "not a public one").count, 3);
}

#[tokio::test]
async fn a_file_without_people_names_them_by_its_posts() {
    let site = Site::new().await;
    let report = import(&site, OLD).await.unwrap();
    assert_eq!((report.posts, report.members_new), (1, 1));
    let miller = members::by_handle(&mut site.app.db.read().await.unwrap(), "miller").await.unwrap().unwrap();
    assert_eq!(miller.email, None);
    assert!(at(&site, "blog", "2009/03/01", "first").await.is_some());
}

#[tokio::test]
async fn a_blog_that_is_somebody_elses_is_not_mixed_with() {
    let site = Site::new().await;
    let (orchard, _) = site.member("orchard").await;
    let before = rows(&site).await;
    let no = import(&site, CONVERSATION).await.unwrap_err().to_string();
    assert!(no.contains("/orchard/") && no.contains("--blog") && no.ends_with("Nothing was brought in."), "{no}");
    assert_eq!(rows(&site).await, before);

    let elsewhere = |blog: &str| Options { blog: Some(blog.into()), ..Options::default() };
    for bad in ["members", "a b", "2013"] {
        let no = import_with(&site, CONVERSATION, elsewhere(bad)).await.unwrap_err().to_string();
        assert!(no.contains("can be no blog's address"), "{no}");
    }
    assert_eq!(rows(&site).await, before);
    import_with(&site, CONVERSATION, elsewhere("grove")).await.unwrap();
    assert!(at(&site, "grove", "2013/09/04", "paid-time-or-on-your-own").await.is_some());
    // It is known where the site went.
    import(&site, CONVERSATION).await.unwrap();
    assert!(import_with(&site, CONVERSATION, elsewhere("orchard")).await.is_err());
    assert_eq!(blogs::of(&mut site.app.db.read().await.unwrap(), orchard.id).await.unwrap().len(), 1);
}

#[tokio::test]
async fn two_sites_are_not_mixed_without_a_word() {
    let site = Site::new().await;
    import(&site, SITE).await.unwrap();
    let before = rows(&site).await;
    let no = import(&site, OLD).await.unwrap_err().to_string();
    assert!(no.contains("another blog at /blog/, “The Lending Shed”") && no.contains("--blog"), "{no}");
    assert_eq!(rows(&site).await, before);
    let here = Options { blog: Some("blog".into()), ..Options::default() };
    import_with(&site, OLD, here).await.unwrap();
    assert!(at(&site, "blog", "2009/03/01", "first").await.is_some());
}

#[tokio::test]
async fn one_import_runs_at_a_time() {
    let site = Site::new().await;
    let _running = site.app.settings.database.claim_import().await.unwrap().unwrap();
    let no = import(&site, SITE).await.unwrap_err().to_string();
    assert!(no.contains("Another import") && no.ends_with("Nothing was brought in."), "{no}");
}

#[tokio::test]
async fn a_full_disk_stops_an_import_that_can_be_run_again() {
    let site = Site::new().await;
    if site.app.db.kind() != "SQLite" {
        return;
    }
    let limit = async |sql: &'static str| site.app.db.always(async |tx| Ok(crate::run!(tx, sql)?)).await.unwrap();
    // As many pages as there are, so that not one more can be had.
    limit("pragma max_page_count = 1").await;
    let text = "wood ".repeat(200_000);
    let large = SITE.replace("Two keys.", &text);
    let no = format!("{:#}", import(&site, &large).await.unwrap_err());
    assert!(no.contains("run it again") && no.contains("disk is full"), "{no}");
    limit("pragma max_page_count = 1000000").await;
    let report = import(&site, &large).await.unwrap();
    assert_eq!((report.posts, report.comments), (4, 7));
}

#[tokio::test]
async fn a_broken_file_is_refused_with_its_line_and_changes_nothing() {
    let site = Site::new().await;
    let before = rows(&site).await;
    let line_of = |words: &str| 1 + CONVERSATION.lines().position(|line| line.contains(words)).unwrap();
    let bomb = "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>\n<rss version";
    let half = line_of("<wp:comment_id>109<");
    let cut: String = CONVERSATION.lines().take(half).flat_map(|line| [line, "\n"]).collect();
    let latin: Vec<u8> =
        CONVERSATION.replace("So right", "").chars().map(|c| u8::try_from(c).unwrap_or(0xe9)).collect();
    for (why, file, words) in [
        ("an element is not closed", CONVERSATION.replacen("</wp:comment_id>", "", 1).into_bytes(), "line 53"),
        ("it is cut off", cut.into_bytes(), "cut off"),
        ("it declares entities", CONVERSATION.replace("<rss version", bomb).into_bytes(), "line 2"),
        ("it is not in the encoding it names", latin, "UTF-8"),
        ("it is a page", b"<!doctype html>\n<html><body>No export</body></html>".to_vec(), "not a WordPress export"),
        ("it is a feed", b"<rss version=\"2.0\"><channel><title>x</title></channel></rss>".to_vec(), "RSS feed"),
        ("it is a text", b"Hello".to_vec(), "line 1"),
        ("it is empty", vec![], "empty"),
    ] {
        let no = import(&site, file).await.map(drop).expect_err(why).to_string();
        assert!(no.contains(words) && no.contains("line "), "{why}: {no}");
        assert!(no.ends_with("Nothing was brought in."), "{why}: {no}");
        assert_eq!(rows(&site).await, before, "{why}");
    }
}

#[tokio::test]
async fn a_file_that_is_not_there_is_named() {
    let site = Site::new().await;
    let missing = Options { file: "/nowhere/export.xml".into(), quiet: true, ..Options::default() };
    assert!(run(&site.app, missing).await.unwrap_err().to_string().contains("/nowhere/export.xml"));
}

#[tokio::test]
#[expect(clippy::format_collect, reason = "it reads as what it makes")]
async fn a_chain_of_answers_comes_in_to_its_end_and_backwards() {
    let (begin, end) = (CONVERSATION.find("\t\t<wp:comment>\n").unwrap(), CONVERSATION.find("\t</item>").unwrap());
    let chain: String = (1..=1500_u32)
        .rev()
        .map(|id| {
            format!(
                "<wp:comment><wp:comment_id>{id}</wp:comment_id><wp:comment_author>G</wp:comment_author>\
                 <wp:comment_date_gmt>2013-09-05 10:00:00</wp:comment_date_gmt><wp:comment_approved>1</wp:comment_approved>\
                 <wp:comment_content>Number {id}</wp:comment_content><wp:comment_parent>{}</wp:comment_parent></wp:comment>\n",
                id - 1
            )
        })
        .collect();
    let file = format!("{}{chain}{}", &CONVERSATION[..begin], &CONVERSATION[end..]);
    let site = Site::new().await;
    let report = import(&site, file).await.unwrap();
    assert_eq!((report.comments, report.parent_lost), (1500, 0));
    let mut conn = site.app.db.read().await.unwrap();
    let roots: Option<i64> = crate::value!(conn, "select count(distinct root) from comment").unwrap();
    let rising: Option<i64> =
        crate::value!(conn, "select count(*) from comment c join comment p on p.id = c.parent where p.id < c.id")
            .unwrap();
    assert_eq!((roots, rising), (Some(1), Some(1499)));
}

#[tokio::test]
async fn the_report_is_told_to_people_and_to_programs() {
    let site = Site::new().await;
    let report = import(&site, SITE).await.unwrap();
    let text = report.to_string();
    assert!(text.contains("“The Lending Shed” is now at /blog/."), "{text}");
    assert!(text.contains("        4  posts\n") && text.contains("        1  page\n"), "{text}");
    assert!(text.contains("comment: marked as spam\n           (4 by Spam)"), "{text}");
    let json = serde_json::to_value(&report).unwrap();
    assert_eq!(json["posts"], 4);
    assert_eq!(json["left_out"][0]["count"], 1);
}

#[tokio::test]
async fn the_report_counts_apart_who_has_no_address_and_names_what_has_no_type() {
    let site = Site::new().await;
    let file = SITE.replacen("<wp:post_type>page</wp:post_type>", "", 1);
    let report = import(&site, file).await.unwrap();
    assert_eq!((report.members_new, report.members_without_address), (2, 1));
    assert!(report.to_string().contains("1  person came in without an e-mail address"), "{report}");
    assert_eq!(left_out(&report, "item", "without a type").count, 1);
}

/// The first comment of the site waits, and is answered.
fn with_a_waiting_comment(approved: &str, answers: &str) -> String {
    let comment = |id: u32, approved: &str, parent: u32| {
        format!(
            "<wp:comment><wp:comment_id>{id}</wp:comment_id><wp:comment_author>G{id}</wp:comment_author>\
             <wp:comment_date_gmt>2009-03-02 10:00:00</wp:comment_date_gmt><wp:comment_approved>{approved}</wp:comment_approved>\
             <wp:comment_content>Number {id}</wp:comment_content><wp:comment_parent>{parent}</wp:comment_parent></wp:comment>\n"
        )
    };
    let mut comments = comment(1, approved, 0);
    for (id, parent) in answers.split(' ').filter_map(|answer| answer.split_once('>')) {
        comments += &comment(id.parse().unwrap(), "1", parent.parse().unwrap());
    }
    OLD.replacen("\t</item>", &format!("{comments}\t</item>"), 1)
}

#[tokio::test]
async fn answers_to_what_still_waits_here_wait_with_it_and_stand_under_it() {
    let site = Site::new().await;
    let post = "/blog/2009/03/01/first/";
    import(&site, with_a_waiting_comment("0", "")).await.unwrap();
    // Let through on the old site since, and answered there.
    let report = import(&site, with_a_waiting_comment("1", "2>1 3>2")).await.unwrap();
    assert_eq!((report.comments, report.waiting, report.parent_lost), (2, 2, 0));
    assert!(!site.stranger().get(post).await.body.contains("Number"));

    let (ines, _) = site.member_as("ines", Role::Organiser).await;
    // Whoever lets the last answer through lets all through that it hangs under.
    let waiting = comments::waiting_under(&mut site.app.db.read().await.unwrap(), &ines, 10).await.unwrap();
    let last = waiting.iter().map(|waiting| &waiting.entry).max_by_key(|entry| entry.id).unwrap();
    site.app.db.always(async |tx| comments::approve_by(tx, &ines, last).await).await.unwrap();
    let page = site.stranger().get(post).await;
    assert_eq!(page.count(".entry .entry .entry"), 1, "{}", page.body);
    assert!(!page.body.contains("This replies to a comment that no longer exists."));
}

#[tokio::test]
async fn whatever_is_decided_about_what_waits_leaves_every_answer_where_it_can_be_seen() {
    let (post, well) = ("/blog/2009/03/01/first/", "Every visible reply has a visible parent.");
    for decision in ["answered", "shown again", "its question hidden"] {
        let site = Site::new().await;
        import(&site, with_a_waiting_comment("0", "")).await.unwrap();
        import(&site, with_a_waiting_comment("1", "2>1")).await.unwrap();
        let (ines, mut client) = site.member_as("ines", Role::Organiser).await;
        let waiting = comments::waiting_under(&mut site.app.db.read().await.unwrap(), &ines, 10).await.unwrap();
        let [first, second] = [&waiting[0].entry, &waiting[1].entry];
        match decision {
            "answered" => {
                let form = [("parent", second.id.to_string()), ("text", "So it is.".into())];
                let form = form.each_ref().map(|(name, value)| (*name, value.as_str()));
                assert_eq!(client.post(&format!("/posts/{}/comments", second.conversation), &form).await.status, 303);
            }
            "shown again" => {
                site.app.db.always(async |tx| comments::hide(tx, &ines, second).await).await.unwrap();
                site.app.db.always(async |tx| comments::unhide(tx, &ines, second).await).await.unwrap();
            }
            _ => {
                site.app.db.always(async |tx| comments::hide(tx, &ines, first).await).await.unwrap();
                site.app.db.always(async |tx| comments::approve_by(tx, &ines, second).await).await.unwrap();
            }
        }
        let page = site.stranger().get(post).await;
        assert!(page.texts(".entry .entry > article .prose").contains(&"Number 2".to_owned()), "{decision}");
        let found = crate::tools::doctor::examine(&site.app).await.unwrap();
        assert!(found.well.iter().any(|line| line == well), "{decision}: {:?}", found.ill);
    }
}

#[tokio::test]
async fn an_answer_to_what_was_hidden_here_stands_where_it_can_be_seen() {
    let site = Site::new().await;
    import(&site, with_a_waiting_comment("1", "")).await.unwrap();
    let (ines, _) = site.member_as("ines", Role::Organiser).await;
    let id = site.stranger().get("/blog/2009/03/01/first/").await.attributes(".entry", "id")[0].clone();
    let id = id.trim_start_matches("comment-").parse().unwrap();
    let entry = comments::by_id(&mut site.app.db.read().await.unwrap(), id).await.unwrap().unwrap();
    site.app.db.always(async |tx| comments::hide(tx, &ines, &entry).await).await.unwrap();
    let report = import(&site, with_a_waiting_comment("1", "2>1")).await.unwrap();
    assert_eq!((report.comments, report.parent_lost), (1, 1));
    let page = site.stranger().get("/blog/2009/03/01/first/").await;
    assert_eq!(page.texts(".entry .in-reply-to"), ["This replies to a comment that no longer exists."]);
}

#[tokio::test]
async fn answers_to_what_waits_on_the_old_site_too_stand_at_the_top() {
    let site = Site::new().await;
    import(&site, with_a_waiting_comment("0", "")).await.unwrap();
    let report = import(&site, with_a_waiting_comment("0", "2>1")).await.unwrap();
    assert_eq!((report.comments, report.waiting, report.parent_lost), (1, 0, 1));
}

#[tokio::test]
async fn a_site_becomes_a_course_with_its_people_its_categories_and_its_wrap_ups() {
    let site = Site::new().await;
    let options = |modules: &[&str]| Options {
        course: Some("tools-in-hand".into()),
        modules: modules.iter().map(ToString::to_string).collect(),
        ..Options::default()
    };
    let no = import_with(&site, SITE, options(&[])).await.unwrap_err().to_string();
    assert!(no.contains("lyceum member add"), "{no}");
    assert_eq!(rows(&site).await[2], 0, "nothing came in");
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    for address in ["Tools in hand", "/"] {
        let wrong = Options { course: Some(address.into()), ..Options::default() };
        assert!(import_with(&site, SITE, wrong).await.is_err(), "{address}");
    }
    let report = import_with(&site, SITE, options(&["hand-tools", "Nowhere"])).await.unwrap();
    assert_eq!(report.course.as_deref(), Some("/courses/tools-in-hand/"));
    assert_eq!((report.modules, report.course_posts), (1, 3), "{report:?}");
    assert!(report.participants > 0 && report.participants <= report.members_new);
    assert!(report.left_out.iter().any(|group| group.what == "module" && group.first == ["Nowhere"]));
    let page = olga.get("/courses/tools-in-hand/").await;
    assert_eq!(page.texts(".plan bdi"), ["Hand & Eye"]);
    assert!(site.stranger().get("/courses/tools-in-hand/hand-eye/").await.text("#posts ~ ul").contains("thought"));
    assert!(site.letters().await.is_empty(), "nobody is told of what is long past");

    let before = rows(&site).await;
    let again = import_with(&site, SITE, options(&["Hand & Eye"])).await.unwrap();
    assert_eq!((again.participants, again.modules), (0, 1));
    assert_eq!(rows(&site).await, before);
    assert_eq!(olga.get("/courses/tools-in-hand/").await.texts(".plan bdi"), ["Hand & Eye"]);

    // Whoever left since then is not brought back.
    let course = courses::at(&mut site.app.db.read().await.unwrap(), None, "tools-in-hand").await.unwrap().unwrap().0;
    let gone =
        courses::participants(&mut site.app.db.read().await.unwrap(), course.id, None, 1).await.unwrap()[0].member;
    site.app.db.always(async |tx| courses::leave(tx, &course, gone).await).await.unwrap().unwrap();
    let after = import_with(&site, SITE, options(&["Hand & Eye"])).await.unwrap();
    assert_eq!(after.participants, 0);
    let part = circles::part(&mut site.app.db.read().await.unwrap(), course.id, gone).await.unwrap();
    assert_eq!(part, None);
}
