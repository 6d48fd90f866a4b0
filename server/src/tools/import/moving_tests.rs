//! Situations that people met when they moved their sites.

use std::{fmt::Write, fs, path::PathBuf};

use tempfile::TempDir;

use super::{Options, Report, report::Group, run};
use crate::{
    checks::testing::{Reply, Site},
    ids::PostId,
    people::members,
    talk::{old_sites, posts},
};

/// An item of a file, built field by field.
struct Item {
    number: u32,
    kind: &'static str,
    title: String,
    link: String,
    guid: String,
    content: String,
    excerpt: String,
    status: &'static str,
    date: &'static str,
    date_gmt: Option<&'static str>,
    parent: u32,
    more: String,
}

fn item(number: u32, kind: &'static str, link: &str) -> Item {
    Item {
        number,
        kind,
        title: format!("Item {number}"),
        link: at(link),
        guid: at(&format!("/?p={number}")),
        content: "Words.".into(),
        excerpt: String::new(),
        status: if kind == "attachment" { "inherit" } else { "publish" },
        date: "2024-03-01 09:00:00",
        date_gmt: None,
        parent: 0,
        more: String::new(),
    }
}

fn post(number: u32, slug: &str) -> Item {
    item(number, "post", &format!("/2024/03/01/{slug}/"))
}

fn picture(number: u32, parent: u32, name: &str) -> Item {
    let address = at(&format!("/wp-content/uploads/2024/03/{name}"));
    let item = item(number, "attachment", &format!("/file-{number}/"));
    Item { parent, content: String::new(), ..item }.with(&format!("<wp:attachment_url>{address}</wp:attachment_url>"))
}

/// An address of the old site; one of another host is that already.
fn at(path: &str) -> String {
    if path.starts_with('/') && !path.starts_with("//") {
        format!("https://quay.example{path}")
    } else {
        path.to_owned()
    }
}

impl Item {
    fn saying(mut self, content: &str) -> Self {
        self.content = content.into();
        self
    }

    fn called(mut self, title: &str) -> Self {
        self.title = title.into();
        self
    }

    fn with(mut self, more: &str) -> Self {
        self.more += more;
        self
    }

    fn meta(self, key: &str, value: &str) -> Self {
        self.with(&format!("<wp:postmeta><wp:meta_key>{key}</wp:meta_key><wp:meta_value><![CDATA[{value}]]></wp:meta_value></wp:postmeta>"))
    }

    fn comment(self, number: u32, user: u32, author: &str, email: &str, text: &str) -> Self {
        self.with(&comment(number, user, author, email, "2024-03-02 10:00:00", text))
    }

    fn xml(&self) -> String {
        format!(
            "<item><title><![CDATA[{}]]></title><link>{}</link><dc:creator>ada</dc:creator><guid>{}</guid>\
             <content:encoded><![CDATA[{}]]></content:encoded><excerpt:encoded><![CDATA[{}]]></excerpt:encoded>\
             <wp:post_id>{}</wp:post_id><wp:post_date>{}</wp:post_date><wp:post_date_gmt>{}</wp:post_date_gmt>\
             <wp:post_type>{}</wp:post_type><wp:status>{}</wp:status><wp:post_parent>{}</wp:post_parent>{}</item>\n",
            self.title,
            self.link.replace('&', "&amp;"),
            self.guid,
            self.content,
            self.excerpt,
            self.number,
            self.date,
            self.date_gmt.unwrap_or(self.date),
            self.kind,
            self.status,
            self.parent,
            self.more
        )
    }
}

fn comment(number: u32, user: u32, author: &str, email: &str, date: &str, text: &str) -> String {
    format!(
        "<wp:comment><wp:comment_id>{number}</wp:comment_id><wp:comment_author>{author}</wp:comment_author>\
         <wp:comment_author_email>{email}</wp:comment_author_email><wp:comment_date_gmt>{date}</wp:comment_date_gmt>\
         <wp:comment_approved>1</wp:comment_approved><wp:comment_content><![CDATA[{text}]]></wp:comment_content>\
         <wp:comment_user_id>{user}</wp:comment_user_id></wp:comment>"
    )
}

const ADA: &str = "<wp:author><wp:author_id>1</wp:author_id><wp:author_login>ada</wp:author_login>\
                   <wp:author_email>ada@quay.example</wp:author_email>\
                   <wp:author_display_name>Ada Quay</wp:author_display_name></wp:author>";

/// A file of a site at this address.
fn file_of(address: &str, head: &str, items: &[Item]) -> String {
    let items = items.iter().fold(String::new(), |mut all, item| {
        let _ = write!(all, "{}", item.xml());
        all
    });
    format!(
        "<?xml version=\"1.0\"?>\n<rss xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\" \
         xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:wp=\"http://wordpress.org/export/1.2/\"><channel><title>The Quay</title><link>{address}</link>\
         <wp:wxr_version>1.2</wp:wxr_version><wp:base_site_url>{address}</wp:base_site_url>\
         <wp:base_blog_url>{address}</wp:base_blog_url>\n{head}\n{items}</channel></rss>"
    )
}

fn file(items: &[Item]) -> String {
    file_of("https://quay.example", ADA, items)
}

async fn import_with(site: &Site, text: &str, options: Options) -> anyhow::Result<Report> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("export.xml");
    fs::write(&file, text).unwrap();
    run(&site.app, Options { file, quiet: true, ..options }).await
}

/// Brings a file in, and again, which adds nothing.
async fn import(site: &Site, text: &str) -> Report {
    let report = import_with(site, text, Options::default()).await.unwrap();
    adds_nothing(site, text, Options::default()).await;
    report
}

async fn adds_nothing(site: &Site, text: &str, options: Options) {
    let before = rows(site).await;
    let again = import_with(site, text, options).await.unwrap();
    assert_eq!((again.posts, again.pages, again.drafts, again.comments, again.members_new), (0, 0, 0, 0, 0));
    assert_eq!(rows(site).await, before);
}

async fn rows(site: &Site) -> Vec<i64> {
    let mut conn = site.app.db.read().await.unwrap();
    let mut counts = vec![];
    for sql in [
        "select count(*) from member",
        "select count(*) from post",
        "select count(*) from comment",
        "select count(*) from term",
        "select count(*) from old_site",
        "select count(*) from old_item",
        "select count(*) from old_address",
        "select count(*) from old_reference",
    ] {
        let count: Option<i64> = crate::value!(conn, sql).unwrap();
        counts.push(count.unwrap());
    }
    counts
}

async fn leads(site: &Site, old: &str) -> Option<String> {
    let answer = site.stranger().get(old).await;
    if answer.status == 301 { answer.location() } else { None }
}

async fn leads_from(site: &Site, host: &str, old: &str) -> Option<String> {
    let goal = old_sites::find(&mut site.app.db.read().await.unwrap(), host, old).await.unwrap()?;
    match goal {
        old_sites::Goal::Path(path) => Some(path),
        old_sites::Goal::Post(post) => posts::address(&mut site.app.db.read().await.unwrap(), post).await.unwrap(),
        old_sites::Goal::Deleted(_) => None,
    }
}

async fn read(site: &Site, slug: &str) -> Reply {
    site.stranger().get(&format!("/blog/2024/03/01/{slug}/")).await
}

fn group<'a>(groups: &'a [Group], what: &str, words: &str) -> &'a Group {
    let found = groups.iter().find(|group| group.what == what && group.why.contains(words));
    found.unwrap_or_else(|| panic!("nothing is said of a {what} with “{words}”: {groups:#?}"))
}

/// A folder of uploads with pictures of these names.
fn uploads(names: &[&str]) -> (TempDir, Options) {
    let folder = tempfile::tempdir().unwrap();
    let uploads: PathBuf = folder.path().join("uploads");
    fs::create_dir_all(uploads.join("2024/03")).unwrap();
    for (at, name) in (0_u8..).zip(names) {
        let picture = image::RgbImage::from_pixel(40, 30, image::Rgb([20 * at, 90, 60]));
        picture.save(uploads.join("2024/03").join(name)).unwrap();
    }
    (folder, Options { uploads: Some(uploads), ..Options::default() })
}

#[tokio::test]
async fn reusable_blocks_come_in_any_order_and_those_that_are_missing_are_named() {
    let site = Site::new().await;
    let reference = |number: u32| format!("<!-- wp:block {{\"ref\":{number}}} /-->");
    let items = [
        post(10, "hours")
            .saying(&format!("<!-- wp:paragraph --><p>Before.</p><!-- /wp:paragraph -->{}", reference(12))),
        post(11, "nothing-else").saying(&reference(99)),
        item(13, "wp_block", "/b13/").saying("<p>Inner.</p>"),
        item(12, "wp_block", "/b12/").saying(&format!("<p>Outer.</p>{}", reference(13))),
    ];
    let report = import(&site, &file(&items)).await;
    assert_eq!(read(&site, "hours").await.texts(".prose p"), ["Before.", "Outer.", "Inner."]);
    assert_eq!(report.blocks, 2);
    assert_eq!(group(&report.left_out, "shared block", "not in the file").first, ["99 in “Item 11”"]);
}

#[tokio::test]
async fn notes_and_the_picture_of_a_post_come_from_its_fields() {
    let site = Site::new().await;
    let note = r#"[{"content":"Of <a href=\"https://a.example/\">note</a>.","id":"n-1"}]"#;
    let items = [
        post(10, "noted")
            .saying("<!-- wp:paragraph --><p>A<sup><a href=\"#n-1\" id=\"n-1-link\">1</a></sup></p><!-- /wp:paragraph --><!-- wp:footnotes /-->")
            .meta("footnotes", note)
            .meta("_thumbnail_id", "20"),
        picture(20, 0, "harbour.png").meta("_wp_attachment_image_alt", "A harbour"),
        post(11, "without").meta("_thumbnail_id", "21"),
    ];
    let (_folder, options) = uploads(&["harbour.png"]);
    let report = import_with(&site, &file(&items), options.clone()).await.unwrap();
    let page = read(&site, "noted").await;
    assert_eq!(page.attributes(".prose figure img", "alt"), ["A harbour"]);
    assert!(page.attributes(".prose img", "src")[0].starts_with("/files/"));
    assert_eq!(page.texts(".prose ol li")[0].trim_end_matches(['↩', '\u{fe0e}', ' ']), "Of note.");
    assert_eq!((report.pictures, page.attributes(".prose sup a", "href")), (1, vec!["#text-n-1".to_owned()]));
    assert_eq!(group(&report.left_out, "picture of a post", "not in the file").first, ["21 of “Item 11”"]);
    adds_nothing(&site, &file(&items), options).await;
    // Without the folder it is shown from where it was, and the report says so.
    let bare = Site::new().await;
    let report = import(&bare, &file(&items)).await;
    assert_eq!(group(&report.changed, "picture of a post", "did not come").count, 1);
}

#[tokio::test]
async fn the_parts_of_an_export_come_in_any_order() {
    let gallery = file(&[post(10, "gallery").saying("Before.\n\n[gallery ids=\"20,21\"]\n\nAfter.")]);
    let pictures = file(&[picture(20, 10, "a.png"), picture(21, 10, "b.png")]);
    for order in [[&gallery, &pictures, &gallery], [&pictures, &gallery, &gallery], [&gallery, &gallery, &pictures]] {
        let site = Site::new().await;
        let (_folder, options) = uploads(&["a.png", "b.png"]);
        let first = import_with(&site, order[0], options.clone()).await.unwrap();
        if *order[0] == gallery {
            let missing = group(&first.left_out, "gallery", "not in the file");
            assert_eq!(missing.first, ["20, 21 in “Item 10”"]);
        }
        for part in &order[1..] {
            import_with(&site, part, options.clone()).await.unwrap();
        }
        let page = read(&site, "gallery").await;
        assert_eq!(page.count(".prose .gallery img[src^='/files/']"), 2);
        assert_eq!(page.texts(".prose p"), ["Before.", "After."]);
        adds_nothing(&site, &gallery, options).await;
    }
}

#[tokio::test]
async fn whoever_was_signed_in_can_claim_what_they_said_and_nobody_else_can() {
    let site = Site::new().await;
    let items = [post(10, "talk")
        .comment(20, 1, "Ada Quay", "ada@quay.example", "By the author.")
        .comment(21, 77, "Sam Reed", "sam@quay.example", "By somebody signed in.")
        .comment(22, 77, "Sam Reed", "sam@quay.example", "And again.")
        .comment(23, 0, "Sam Reed", "sam@quay.example", "By a guest of that name.")
        .comment(24, 78, "Nobody", "", "Signed in, without an address.")];
    let report = import(&site, &file(&items)).await;
    assert_eq!((report.members_new, report.comments), (2, 5));
    let mut conn = site.app.db.read().await.unwrap();
    let sam = members::by_email(&mut conn, &"sam@quay.example".parse().unwrap()).await.unwrap().unwrap();
    let said: Option<i64> = crate::value!(conn, "select count(*) from comment where writer = $1", sam.id).unwrap();
    assert_eq!(said, Some(2));
}

#[tokio::test]
async fn an_e_mail_address_is_no_name() {
    let site = Site::new().await;
    let login = ADA.replace(">ada<", ">ada@quay.example<").replace("Ada Quay", "ada@quay.example");
    let text = file_of(
        "https://quay.example",
        &login,
        &[post(10, "talk").comment(20, 0, "gwen@quay.example", "gwen@quay.example", "Hello.").comment(
            21,
            5,
            "sam@quay.example",
            "sam@quay.example",
            "Hello again.",
        )],
    );
    let text = text.replace("<dc:creator>ada<", "<dc:creator>ada@quay.example<");
    let report = import(&site, &text).await;
    assert_eq!(group(&report.changed, "comment", "e-mail address").count, 1);
    let members = site.stranger().get("/members/").await;
    let page = read(&site, "talk").await;
    for body in [&members.body, &page.body, &report.to_string()] {
        for part in ["ada@", "adaquay", "gwen", "sam@", "samquay"] {
            assert!(!body.contains(part), "{part}");
        }
    }
}

#[tokio::test]
async fn whoever_wrote_a_post_together_is_named_in_the_report() {
    let site = Site::new().await;
    let by = |name: &str| format!("<category domain=\"author\" nicename=\"cap-{name}\">{name}</category>");
    let items = [
        post(10, "two").with(&by("ada")).with(&by("gwen")),
        post(11, "one").with(&by("gwen")),
        post(12, "her-own").with(&by("ada")),
        Item { kind: "guest-author", ..item(30, "post", "/gwen/") }.called("Gwen Guest").meta("cap-user_login", "gwen"),
    ];
    let report = import(&site, &file(&items)).await;
    assert_eq!(group(&report.changed, "post", "several").first, ["“Item 10”: Ada Quay, Gwen Guest"]);
    assert_eq!(group(&report.changed, "post", "somebody else").first, ["“Item 11”: Gwen Guest"]);
}

#[tokio::test]
async fn two_posts_with_one_number_are_two_and_the_same_twice_is_one() {
    let site = Site::new().await;
    let with_guid = |item: Item, guid: &str| Item { guid: at(guid), ..item };
    let items = || {
        [
            with_guid(post(1, "first").called("First"), "/first/"),
            with_guid(post(1, "second").called("Second"), "/second/").comment(20, 0, "Ann", "", "On the second."),
            with_guid(post(1, "first").called("First"), "/first/"),
        ]
    };
    let report = import(&site, &file(&items())).await;
    assert_eq!((report.posts, report.comments), (2, 1));
    assert_eq!(group(&report.left_out, "post", "twice").first, ["First"]);
    assert!(read(&site, "second").await.body.contains("On the second."));
    for slug in ["first", "second"] {
        assert_eq!(leads(&site, &format!("/2024/03/01/{slug}/")).await, Some(format!("/blog/2024/03/01/{slug}/")));
    }
}

#[tokio::test]
async fn a_number_is_what_the_site_calls_it_and_not_what_a_guid_says() {
    let site = Site::new().await;
    let before = |number: u32| format!("http://before.example/?p={number}");
    let items = [
        Item { guid: before(7), ..post(1207, "moved") },
        Item { guid: before(3), ..post(7, "another") },
        item(9, "page", "/a-page/"),
    ];
    import(&site, &file(&items)).await;
    for (old, new) in [
        ("/?p=1207", "/blog/2024/03/01/moved/"),
        ("/?p=7", "/blog/2024/03/01/another/"),
        ("/?p=9", "/blog/a-page/"),
        ("/?page_id=9", "/blog/a-page/"),
        ("/index.php?p=9&x=1", "/blog/a-page/"),
        ("/?p=7&preview=true", "/blog/2024/03/01/another/"),
    ] {
        assert_eq!(leads(&site, old).await.as_deref(), Some(new), "{old}");
    }
    assert_eq!(site.stranger().get("/?p=3").await.status, 404);
    // The host before is remembered as well.
    assert_eq!(leads_from(&site, "before.example", "/?p=3").await.as_deref(), Some("/blog/2024/03/01/another/"));
}

#[tokio::test]
async fn each_host_of_a_network_leads_to_its_own_blog() {
    let site = Site::new().await;
    let blog = |name: &str| {
        let address = format!("https://{name}.net.example");
        let items = [post(10, "hello"), item(11, "page", "/about/")];
        file_of(&address, ADA, &items)
            .replace("https://quay.example", &address)
            .replace(&format!("<wp:base_site_url>{address}"), "<wp:base_site_url>https://net.example")
    };
    import(&site, &blog("garden")).await;
    let report = import(&site, &blog("orchard")).await;
    for name in ["garden", "orchard"] {
        for host in [format!("{name}.net.example"), format!("WWW.{name}.net.example:443")] {
            for (old, new) in [
                ("/?p=10", "2024/03/01/hello/"),
                ("/2024/03/01/hello", "2024/03/01/hello/"),
                ("/about/", "about/"),
                ("/2024/03/", "2024/03/"),
            ] {
                assert_eq!(leads_from(&site, &host, old).await, Some(format!("/{name}/{new}")), "{host}{old}");
            }
        }
    }
    assert_eq!(leads(&site, "/about/").await.as_deref(), Some("/garden/about/"));
    assert!(group(&report.changed, "old address", "came first").first.contains(&"/about".to_owned()));
    assert_eq!(leads_from(&site, "garden.net.example", "/nothing/").await, None);
}

#[tokio::test]
async fn a_title_or_tag_without_end_is_cut_and_named() {
    let site = Site::new().await;
    let tag = format!("<category domain=\"post_tag\" nicename=\"long\">{}</category>", "t".repeat(5_000));
    let report = import(&site, &file(&[post(10, "long").called(&"x".repeat(1_000_000)).with(&tag)])).await;
    assert_eq!(group(&report.changed, "post", "too long").count, 1);
    let page = read(&site, "long").await;
    assert!(page.text(".post h1").chars().count() <= 1_001 && page.body.len() < 50_000);
    assert!(page.text("a[href='/blog/tag/long/']").chars().count() <= 201);
}

#[tokio::test]
async fn every_old_address_of_a_deleted_post_says_that_it_is_gone() {
    let site = Site::new().await;
    import(&site, &file(&[post(10, "hello"), post(11, "stays").meta("_wp_old_slug", "stayed")])).await;
    let olds = ["/?p=10", "/2024/03/01/hello", "/2024/03/01/hello/", "/blog/2024/03/01/hello/"];
    for old in olds {
        assert_ne!(site.stranger().get(old).await.status, 410, "{old}");
    }
    let mut conn = site.app.db.read().await.unwrap();
    let id = posts::find(&mut conn, "blog", "2024/03/01", "hello").await.unwrap().unwrap();
    let hello = posts::for_reader(&mut conn, None, id).await.unwrap().unwrap();
    drop(conn);
    site.app.db.always(async |tx| posts::delete(tx, &hello).await).await.unwrap();
    for old in olds {
        assert_eq!(site.stranger().get(old).await.status, 410, "{old}");
    }
    assert_eq!(leads(&site, "/?p=11").await.as_deref(), Some("/blog/2024/03/01/stays/"));
    for never in ["/?p=12", "/2024/03/01/never/"] {
        assert_eq!(site.stranger().get(never).await.status, 404, "{never}");
    }
}

#[tokio::test]
async fn former_names_days_parts_and_lists_lead_on() {
    let site = Site::new().await;
    let terms = "<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>courses</wp:category_nicename>\
                 <wp:cat_name>Courses</wp:cat_name></wp:category><wp:category><wp:term_id>4</wp:term_id>\
                 <wp:category_nicename>courses-2024</wp:category_nicename><wp:category_parent>courses</wp:category_parent>\
                 <wp:cat_name>2024</wp:cat_name></wp:category><wp:category><wp:term_id>5</wp:term_id>\
                 <wp:category_nicename>empty</wp:category_nicename><wp:cat_name>Empty</wp:cat_name></wp:category>";
    let items = [post(10, "new-name")
        .meta("_wp_old_slug", "old-name")
        .meta("_wp_old_date", "2024-02-28")
        .with("<category domain=\"category\" nicename=\"courses-2024\">2024</category>")
        .with("<category domain=\"post_tag\" nicename=\"first-steps\">First</category>")];
    import(&site, &file_of("https://quay.example", &format!("{ADA}{terms}"), &items)).await;
    let new = "/blog/2024/03/01/new-name/";
    for (old, goal) in [
        ("/2024/03/01/old-name/", new),
        ("/2024/02/28/new-name/", new),
        ("/2024/02/28/old-name", new),
        ("/2024/03/01/new-name/2/", new),
        ("/2024/03/01/new-name/comment-page-2/", new),
        ("/2024/03/01/new-name/amp/", new),
        ("/2024/03/01/new-name/feed/", "/blog/2024/03/01/new-name/feed/"),
        ("/2024/03/01/old-name/?replytocom=20", new),
        ("/category/courses/courses-2024/", "/blog/category/courses-2024/"),
        ("/category/courses-2024/page/2/", "/blog/category/courses-2024/"),
        ("/category/courses/", "/blog/category/courses-2024/"),
        ("/category/empty/", "/blog/"),
        ("/?cat=4", "/blog/category/courses-2024/"),
        ("/?category_name=courses", "/blog/category/courses-2024/"),
        ("/tag/first-steps/", "/blog/tag/first-steps/"),
        ("/?tag=first-steps", "/blog/tag/first-steps/"),
        ("/author/ada/", "/members/ada/"),
        ("/?author=1", "/members/ada/"),
        ("/2024/03/", "/blog/2024/03/"),
        ("/2024/", "/blog/2024/"),
        ("/?m=202403", "/blog/2024/03/"),
        ("/page/2/", "/blog/"),
    ] {
        assert_eq!(leads(&site, old).await.as_deref(), Some(goal), "{old}");
        let goal = site.stranger().get(goal).await;
        assert_eq!(goal.status, 200, "{old}");
    }
    assert_eq!(site.stranger().get("/?cat=99").await.status, 200);
    assert_eq!(site.stranger().get("/category/nothing/").await.status, 404);
}

#[tokio::test]
async fn attachments_and_their_sizes_lead_to_the_picture_that_came_or_to_its_post() {
    let items = [
        post(10, "picture").saying(
            "<a href=\"https://quay.example/file-20/\"><img src=\"https://quay.example/wp-content/uploads/2024/03/harbour-300x200.png\"></a> \
             <a href=\"/?attachment_id=20\">again</a> <img src=\"https://i0.wp.com/quay.example/wp-content/uploads/2024/03/harbour.png?w=3\">",
        ),
        picture(20, 10, "harbour.png"),
        picture(21, 99, "lost.png"),
    ];
    let site = Site::new().await;
    let (_folder, options) = uploads(&["harbour.png"]);
    let report = import_with(&site, &file(&items), options).await.unwrap();
    assert_eq!(report.pictures, 1);
    let page = read(&site, "picture").await;
    let here = page.attributes(".prose img", "src")[0].clone();
    assert!(here.starts_with("/files/"));
    assert_eq!(page.attributes(".prose img", "src"), [&*here, &here]);
    assert_eq!(page.attributes(".prose a", "href"), [&*here, &here]);
    for old in [
        "/file-20/",
        "/?attachment_id=20",
        "/?p=20",
        "/wp-content/uploads/2024/03/harbour.png",
        "/wp-content/uploads/2024/03/harbour-300x200.png",
        "/wp-content/uploads/2024/03/harbour-1024x768.png",
    ] {
        assert_eq!(leads(&site, old).await.as_deref(), Some(&*here), "{old}");
    }
    assert_eq!(site.stranger().get("/file-21/").await.status, 404);
    // Without the picture, there is the post it stands in.
    let bare = Site::new().await;
    import(&bare, &file(&items)).await;
    assert_eq!(leads(&bare, "/file-20/").await.as_deref(), Some("/blog/2024/03/01/picture/"));
}

#[tokio::test]
async fn files_can_be_at_a_host_of_their_own() {
    let site = Site::new().await;
    let own = |text: String| text.replace("quay.example/wp-content/uploads", "quay.files.example");
    let items = [
        post(10, "picture")
            .saying("<img src=\"https://quay.example/wp-content/uploads/2024/03/harbour.png?w=300\" alt=\"H\">"),
        picture(20, 10, "harbour.png"),
    ];
    let (_folder, options) = uploads(&["harbour.png"]);
    import_with(&site, &own(file(&items)), options).await.unwrap();
    assert!(read(&site, "picture").await.attributes(".prose img", "src")[0].starts_with("/files/"));
}

#[tokio::test]
async fn links_within_a_site_lead_to_where_things_are_now() {
    let site = Site::new().await;
    let items = [
        post(10, "first").saying(
            "<a href=\"https://quay.example/2024/03/01/second/\">1</a> <a href=\"http://www.quay.example/2024/03/01/second/#comment-5\">2</a> \
             <a href=\"/?p=11\">3</a> <a href=\"//quay.example/about/\">4</a> <a href=\"https://quay.example/2024/03/01/second/#part\">5</a> \
             <a href=\"https://quay.example/\">6</a> <a href=\"https://elsewhere.example/about/\">7</a> https://quay.example/about/ \
             <a href=\"https://quay.example/old.php\">8</a>",
        ),
        post(11, "second").comment(5, 0, "Ann", "", "Hello.").comment(
            6,
            0,
            "Bob",
            "",
            "See <a href=\"https://quay.example/about/\">this</a> and <a href=\"https://quay.example/2024/03/01/third/\">that</a>.",
        ),
        item(12, "page", "/about/"),
        post(13, "third"),
        Item { status: "private", ..post(14, "hidden") },
    ];
    let report = import(&site, &file(&items)).await;
    let second = read(&site, "second").await;
    let comment = second.attributes(".entry", "id")[0].clone();
    let links = read(&site, "first").await.attributes(".prose a", "href");
    assert_eq!(
        links,
        [
            "/blog/2024/03/01/second/",
            &format!("/blog/2024/03/01/second/#{comment}"),
            "/blog/2024/03/01/second/",
            "/blog/about/",
            "/blog/2024/03/01/second/#text-part",
            "/blog/",
            "https://elsewhere.example/about/",
            "/blog/about/",
            "https://quay.example/old.php"
        ]
    );
    assert_eq!(second.attributes(".entry .prose a", "href"), ["/blog/about/", "/blog/2024/03/01/third/"]);
    assert_eq!(
        group(&report.changed, "link", "still leads there").first,
        ["https://quay.example/old.php in “Item 10”"]
    );
    // What is stored is what came.
    let mut conn = site.app.db.read().await.unwrap();
    let source: Option<String> = crate::value!(conn, "select source from post where slug = 'first'").unwrap();
    assert_eq!(source.unwrap(), items[0].content);
}

#[tokio::test]
async fn an_address_of_lyceums_own_stays_and_is_named() {
    let site = Site::new().await;
    let report = import(&site, &file(&[item(14, "page", "/members/"), item(15, "page", "/about/")])).await;
    assert_eq!(site.stranger().get("/members/").await.status, 200);
    assert_eq!(group(&report.left_out, "old address", "own").first, ["/members"]);
    assert_eq!(leads(&site, "/?p=14").await.as_deref(), Some("/blog/members/"));
    assert_eq!(leads(&site, "/about/").await.as_deref(), Some("/blog/about/"));
}

#[tokio::test]
async fn a_draft_that_was_published_since_is_published_unless_it_was_changed_here() {
    let draft =
        file(&[Item { status: "draft", link: at("/?p=10"), date_gmt: Some("0000-00-00 00:00:00"), ..post(10, "") }
            .called("Not done")
            .saying("Half.")]);
    let done =
        file(&[post(10, "done").called("Done").saying("Whole.").comment(30, 0, "Zed", "", "On the published post.")]);
    let site = Site::new().await;
    import(&site, &draft).await;
    let report = import(&site, &done).await;
    assert_eq!((report.posts_known, report.published_since), (1, 1));
    let page = read(&site, "done").await;
    assert!(page.body.contains("Whole.") && page.body.contains("On the published post."), "{}", page.body);

    let site = Site::new().await;
    import(&site, &draft).await;
    let touch = "update post set edited_at = 1";
    site.app.db.always(async |tx| Ok(crate::run!(tx, touch)?)).await.unwrap();
    let report = import(&site, &done).await;
    assert_eq!(report.published_since, 0);
    assert_eq!(group(&report.changed, "post", "still a draft").first, ["Done"]);
    assert_eq!(read(&site, "done").await.status, 404);
}

#[tokio::test]
async fn two_sites_at_one_address_are_not_taken_for_one() {
    let copy = |title: &str, day: &'static str| {
        let slug = title.to_lowercase();
        let link = format!("http://localhost/{}/{slug}/", day.replace('-', "/"));
        let date: &'static str = if day == "2023-05-01" { "2023-05-01 09:00:00" } else { "2024-03-01 09:00:00" };
        let item = Item { link, guid: "http://localhost/?p=1".into(), date, ..post(1, "x") }.called(title);
        file_of("http://localhost", ADA, &[item])
    };
    let (first, second) = (copy("One", "2023-05-01"), copy("Two", "2024-03-01"));
    let site = Site::new().await;
    import(&site, &first).await;
    let before = rows(&site).await;
    let no = import_with(&site, &second, Options::default()).await.unwrap_err().to_string();
    assert!(
        no.contains("number 1 was “One”") && no.contains("--blog") && no.ends_with("Nothing was brought in."),
        "{no}"
    );
    assert_eq!(rows(&site).await, before);
    let own = Options { blog: Some("second".into()), ..Options::default() };
    assert_eq!(import_with(&site, &second, own).await.unwrap().posts, 1);
    // From now on each is known for what it is.
    adds_nothing(&site, &second, Options::default()).await;
    adds_nothing(&site, &first, Options::default()).await;
}

#[tokio::test]
async fn what_has_no_date_gets_the_nearest_and_is_named() {
    let site = Site::new().await;
    let zeros = "0000-00-00 00:00:00";
    let undated = comment(21, 0, "Bob", "", zeros, "No date.")
        .replace("<wp:comment_user", "<wp:comment_parent>20</wp:comment_parent><wp:comment_user");
    let items = [
        post(10, "talk").comment(20, 0, "Ann", "", "Dated.").with(&undated).with(&comment(
            22,
            0,
            "Cy",
            "",
            zeros,
            "Nor this.",
        )),
        Item { date: zeros, ..post(11, "changed") }
            .with("<wp:post_modified_gmt>2024-03-05 09:00:00</wp:post_modified_gmt>"),
        Item { date: zeros, link: at("/never/"), ..post(12, "never") },
    ];
    let report = import(&site, &file(&items)).await;
    assert_eq!((report.posts, report.comments), (3, 3));
    assert_eq!(group(&report.changed, "comment", "no date").first, ["21 by Bob on “Item 10”", "22 by Cy on “Item 10”"]);
    assert_eq!(group(&report.changed, "post", "last change").first, ["Item 11"]);
    assert_eq!(group(&report.changed, "post", "this import").first, ["Item 12"]);
    let mut conn = site.app.db.read().await.unwrap();
    let dates: Vec<(i64,)> = crate::all!(conn, "select created_at from comment order by imported_from").unwrap();
    assert_eq!(dates, [(1_709_373_600_000,), (1_709_373_600_000,), (1_709_283_600_000,)]);
}

#[tokio::test]
async fn fields_after_the_comments_count() {
    let site = Site::new().await;
    let late = "<wp:status>publish</wp:status><category domain=\"post_tag\" nicename=\"late\">Late</category></item>";
    let early = file(&[post(10, "talk").comment(20, 0, "Ann", "", "Hello.")]);
    let text = early.replace("<wp:status>publish</wp:status>", "").replace("</item>", late);
    import(&site, &text).await;
    let page = read(&site, "talk").await;
    assert!(page.body.contains("Hello.") && page.body.contains("/blog/tag/late/"), "{}", page.body);
}

#[tokio::test]
async fn terms_keep_the_addresses_they_had() {
    let site = Site::new().await;
    let tagged = |number: u32, kind: &str, slug: &str, name: &str| {
        post(number, &format!("p{number}"))
            .with(&format!("<category domain=\"{kind}\" nicename=\"{slug}\">{name}</category>"))
    };
    let items = [
        tagged(10, "post_tag", "c-sharp", "C#"),
        tagged(11, "post_tag", "c-plus-plus", "C++"),
        tagged(12, "post_tag", "c", "C"),
        tagged(13, "category", "spring-2012", "Spring"),
        tagged(14, "category", "spring-2013", "Spring"),
        tagged(15, "post_tag", "%d1%81%d0%b0%d0%b4", "Сад"),
    ];
    import(&site, &file(&items)).await;
    for (list, title) in [
        ("tag/c-sharp", "Item 10"),
        ("tag/c-plus-plus", "Item 11"),
        ("tag/c", "Item 12"),
        ("category/spring-2012", "Item 13"),
        ("category/spring-2013", "Item 14"),
        ("tag/%D1%81%D0%B0%D0%B4", "Item 15"),
    ] {
        assert_eq!(
            site.stranger().get(&format!("/blog/{list}/")).await.texts(".contents h3, .contents h2"),
            [title],
            "{list}"
        );
    }
}

#[tokio::test]
async fn an_edited_post_keeps_its_tags_at_their_addresses() {
    let site = Site::new().await;
    let tag = "<category domain=\"post_tag\" nicename=\"c-sharp\">C#</category>";
    let other = "<category domain=\"post_tag\" nicename=\"c\">C</category>";
    import(&site, &file(&[post(10, "a").with(tag), post(11, "b").with(other)])).await;
    let mut conn = site.app.db.read().await.unwrap();
    let ada = members::by_email(&mut conn, &"ada@quay.example".parse().unwrap()).await.unwrap().unwrap();
    let id: Option<PostId> = crate::value!(conn, "select id from post where slug = 'a'").unwrap();
    let post = posts::for_author(&mut conn, &ada, id.unwrap()).await.unwrap().unwrap();
    let draft = posts::Draft {
        title: post.title.clone(),
        source: post.source.clone(),
        format: post.format(),
        slug: None,
        lang: post.lang.parse().unwrap(),
        audience: post.audience(),
        comments: posts::Comments::Open,
        tags: vec!["C#".into(), "C++".into()],
    };
    let text = posts::render(&mut conn, &draft.source, draft.format, "en", false).await.unwrap();
    drop(conn);
    site.app.db.change(async |tx| posts::edit(tx, &post, &draft, &text).await).await.unwrap().unwrap();
    let terms = posts::terms(&mut site.app.db.read().await.unwrap(), post.id).await.unwrap();
    let terms: Vec<_> = terms.iter().map(|term| (term.name.as_str(), term.slug.as_str())).collect();
    assert_eq!(terms, [("C#", "c-sharp"), ("C++", "c-2")]);
}

#[tokio::test]
async fn address_archive_and_date_agree_wherever_midnight_is() {
    let site = Site::new().await;
    let night = Item {
        date: "2016-02-01 00:30:00",
        date_gmt: Some("2016-01-31 22:30:00"),
        ..item(10, "post", "/2016/02/01/night/")
    };
    import(&site, &file(&[night])).await;
    let page = site.stranger().get("/blog/2016/02/01/night/").await;
    assert!(
        page.text("article .facts time, .facts time").contains("1 February 2016")
            || page.body.contains("February 1, 2016"),
        "{}",
        page.body
    );
    assert!(!page.body.contains("January 31, 2016") && !page.body.contains("31 January 2016"));
    assert!(site.stranger().get("/blog/2016/02/").await.body.contains("Item 10"));
}

#[tokio::test]
async fn authors_of_older_tools_are_known() {
    let site = Site::new().await;
    let older = ADA.replace("<wp:author>", "<wp:wp_author>").replace("</wp:author>", "</wp:wp_author>");
    let items = [post(10, "talk").comment(20, 1, "Ada", "other@quay.example", "Mine.")];
    let report = import(&site, &file_of("https://quay.example", &older, &items)).await;
    assert_eq!((report.members_new, report.members_without_address), (1, 0));
    assert_eq!(read(&site, "talk").await.texts(".entry .name"), ["Ada Quay"]);
}

#[tokio::test]
async fn a_site_that_comes_later_is_found_by_the_links_of_one_that_came_before() {
    let site = Site::new().await;
    import(&site, &file(&[post(10, "first").saying("<a href=\"https://grove.example/2024/03/01/there/\">there</a>")]))
        .await;
    let link = async || read(&site, "first").await.attributes(".prose a", "href")[0].clone();
    assert_eq!(link().await, "https://grove.example/2024/03/01/there/");
    let grove = file_of("https://grove.example", ADA, &[post(1, "there")]).replace("quay.example/", "grove.example/");
    import_with(&site, &grove, Options { blog: Some("grove".into()), ..Options::default() }).await.unwrap();
    assert_eq!(link().await, "/grove/2024/03/01/there/");
}

#[tokio::test]
async fn what_nobody_can_show_any_more_is_named() {
    let site = Site::new().await;
    let items = [post(10, "old").saying(
        "[osm_map_v3 zoom=\"17\"] [tab]In it.[/tab] [see below]\n<!-- wp:latest-posts {\"postsToShow\":3} /-->",
    )];
    let report = import(&site, &file(&items)).await;
    let named = group(&report.changed, "shortcode", "plugin");
    assert_eq!(named.first, ["[osm_map_v3] in “Item 10”", "[tab] in “Item 10”"]);
    assert_eq!(group(&report.left_out, "block", "filled it in").first, ["latest-posts in “Item 10”"]);
}

#[tokio::test]
async fn a_post_that_says_nobody_wrote_it_comes_all_the_same() {
    let site = Site::new().await;
    let text = file(&[post(10, "whose")]).replace("<dc:creator>ada</dc:creator>", "<dc:creator></dc:creator>");
    let report = import(&site, &text).await;
    assert_eq!((report.posts, report.members_new, report.members_without_address), (1, 2, 1));
    assert_eq!(read(&site, "whose").await.status, 200);
}

#[tokio::test]
async fn a_site_without_names_in_its_addresses_leads_on_by_its_numbers() {
    let site = Site::new().await;
    let plain = |number: u32, kind: &'static str, key: &str| {
        let address = format!("https://quay.example/shop/?{key}={number}");
        Item { link: address.clone(), guid: address, ..item(number, kind, "") }
            .with(&format!("<wp:post_name>n{number}</wp:post_name>"))
    };
    let items = [
        plain(10, "post", "p").saying("<a href=\"https://quay.example/shop/?page_id=11\">x</a>"),
        plain(11, "page", "page_id"),
    ];
    let text = file_of("https://quay.example/shop", ADA, &items);
    let report = import(&site, &text).await;
    assert_eq!((report.posts, report.pages), (1, 1));
    assert_eq!(leads(&site, "/shop/?p=10").await.as_deref(), Some("/blog/2024/03/01/n10/"));
    assert_eq!(leads(&site, "/shop/?page_id=11").await.as_deref(), Some("/blog/n11/"));
    assert_eq!(leads(&site, "/shop/2024/03/").await.as_deref(), Some("/blog/2024/03/"));
    assert_eq!(read(&site, "n10").await.attributes(".prose a", "href"), ["/blog/n11/"]);
}
