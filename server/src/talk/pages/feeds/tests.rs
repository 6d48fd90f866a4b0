use axum::http::header;

use crate::{
    checks::testing::{Reply, Site},
    talk::posts::Audience,
};

/// The texts between these tags, as they stand there.
fn between<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{name}>"), format!("</{name}>"));
    text.split(&open).skip(1).filter_map(|rest| rest.split(&close).next()).collect()
}

fn header_of(reply: &Reply, name: header::HeaderName) -> String {
    reply.headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
}

#[tokio::test]
async fn a_feed_holds_what_everybody_may_read_whoever_asks() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    site.post_for(&ines, "For everyone", Audience::Public).await;
    site.post_for(&ines, "For members", Audience::Community).await;
    site.post_for(&ines, "For me", Audience::Me).await;
    site.draft(&ines, "Not yet", Audience::Public).await;
    for path in ["/feed/", "/ines/feed/", "/ines/feed/atom/", "/members/ines/feed/", "/ines/feed.json", "/feed.json"] {
        for client in [&mut site.stranger(), &mut author, &mut bram] {
            let feed = client.get(path).await;
            assert_eq!(feed.status, 200, "{path}");
            assert!(feed.body.contains("For everyone"), "{path}: {}", feed.body);
            for other in ["For members", "For me", "Not yet"] {
                assert!(!feed.body.contains(other), "{path} holds {other}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_hidden_is_in_no_feed_any_more_and_neither_is_what_was_said_there() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (_, mut head) = site.member_as("head", crate::people::members::Role::Organiser).await;
    let post = site.post(&ines, "Hide me").await;
    let url = site.url(post).await;
    site.comment(&ines, post, None, "Said under it").await;
    assert!(site.stranger().get("/ines/feed/").await.body.contains("Hide me"));
    assert!(site.stranger().get(&format!("{url}feed/")).await.body.contains("Said under it"));
    head.post(&format!("/posts/{post}/hide"), &[("why", "")]).await;
    assert!(!site.stranger().get("/ines/feed/").await.body.contains("Hide me"));
    assert_eq!(site.stranger().get(&format!("{url}feed/")).await.status, 404);
}

#[tokio::test]
async fn an_entry_keeps_its_name_when_it_is_edited_and_when_its_blog_moves() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let post = site.post(&ines, "First words").await;
    let before = site.stranger().get("/ines/feed/").await.body;
    let guid = r#"guid isPermaLink="false""#;
    let name = before.split(guid).nth(1).and_then(|rest| rest.split('<').next()).unwrap().to_owned();
    assert!(name.starts_with(">urn:uuid:"), "{name}");
    let moved = author.post("/me/blog", &[("title", "Ines"), ("address", "notes"), ("tagline", "")]).await;
    assert_eq!(moved.status, 303);
    let after = site.stranger().get("/notes/feed/").await.body;
    assert!(after.contains(&name));
    assert!(after.contains("/notes/2026/"));
    for path in ["feed/", "feed/atom/", "feed.json"] {
        let old = site.stranger().get(&format!("/ines/{path}")).await;
        assert_eq!((old.status.as_u16(), old.location()), (301, Some(format!("/notes/{path}"))));
    }
    let url = site.url(post).await;
    let old = site.stranger().get(&format!("{}feed/atom/", url.replace("/notes/", "/ines/"))).await;
    assert_eq!((old.status.as_u16(), old.location()), (301, Some(format!("{url}feed/atom/"))));
}

#[tokio::test]
async fn a_reader_that_has_it_is_sent_nothing() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    site.post(&ines, "First").await;
    for (path, kind) in [
        ("/ines/feed/", "application/rss+xml; charset=utf-8"),
        ("/ines/feed/atom/", "application/atom+xml; charset=utf-8"),
        ("/ines/feed.json", "application/feed+json; charset=utf-8"),
    ] {
        let feed = site.stranger().get(path).await;
        assert_eq!(header_of(&feed, header::CONTENT_TYPE), kind);
        let tag = header_of(&feed, header::ETAG);
        let again = site.stranger().with_header("if-none-match", &tag).get(path).await;
        assert_eq!((again.status.as_u16(), again.body.as_str()), (304, ""));
        let date = header_of(&feed, header::LAST_MODIFIED);
        assert!(date.ends_with(" GMT"), "{date}");
        assert_eq!(site.stranger().with_header("if-modified-since", &date).get(path).await.status, 304);
        // The tag is asked before the date.
        let stale = site.stranger().with_header("if-modified-since", &date).with_header("if-none-match", "\"old\"");
        assert_eq!(stale.clone().get(path).await.status, 200);
    }
    let tag = header_of(&site.stranger().get("/ines/feed/").await, header::ETAG);
    site.pass_minutes(1);
    site.post(&ines, "Second").await;
    let news = site.stranger().with_header("if-none-match", &tag).get("/ines/feed/").await;
    assert_eq!(news.status, 200);
    assert_eq!(between(&news.body, "title"), ["Ines", "Second", "First"]);
}

#[tokio::test]
async fn a_conversation_has_a_feed_that_says_what_answers_what() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Ask me").await;
    let asked = site.comment(&bram, post, None, "May I?").await;
    site.pass_minutes(1);
    let answer = site.comment(&ines, post, Some(asked), "You **may** <3 & more").await;
    let url = site.url(post).await;
    let atom = site.stranger().get(&format!("{url}feed/atom/")).await.body;
    assert_eq!(between(&atom, "title"), ["Comments on “Ask me”", "Comment by Ines", "Comment by Bram"]);
    let ids = between(&atom, "id");
    assert_eq!(ids.len(), 3);
    assert!(atom.contains(&format!(r#"<thr:in-reply-to ref="{}" href="#, ids[2])), "the answer names the question");
    let posts = site.stranger().get("/ines/feed/atom/").await.body;
    assert!(atom.contains(&format!(r#"ref="{}""#, between(&posts, "id")[1])), "the question names the post");
    assert!(posts.contains(r#"thr:count="2""#));
    assert!(atom.contains(&format!("/comments/{answer}\"")));
    let rss = site.stranger().get(&format!("{url}feed/")).await.body;
    assert!(rss.contains("<dc:creator>Bram</dc:creator>"));
}

#[tokio::test]
async fn nothing_a_person_writes_breaks_a_feed() {
    let site = Site::new().await;
    let (_, mut author) = site.member("ines").await;
    site.member("bram").await;
    let text = "a ]]> b & <b>c</b> \u{b}\u{1} <script>alert(1)</script> @bram \u{fffe} 👩‍👩‍👧";
    let fields = [("do", "publish"), ("title", "<T> & \"Q\" ]]>\u{8}"), ("text", text), ("audience", "public")];
    let fields = [&fields[..], &[("comments", "open"), ("language", "en"), ("tags", "a & b, <c>")]].concat();
    assert_eq!(author.post("/me/posts/new", &fields).await.status, 303);
    for path in ["/ines/feed/", "/ines/feed/atom/"] {
        let feed = site.stranger().get(path).await.body;
        let mut reader = quick_xml::Reader::from_str(&feed);
        loop {
            match reader.read_event() {
                Ok(quick_xml::events::Event::Eof) => break,
                Ok(_) => {}
                Err(wrong) => panic!("{path}: {wrong}\n{feed}"),
            }
        }
        assert!(feed.chars().all(|c| c >= ' ' || c == '\n'), "{path}");
        assert!(!feed.contains('\u{fffe}'));
        assert!(!feed.contains("alert"), "{path}: what cleaning takes away is not there either");
    }
    let json = site.stranger().get("/ines/feed.json").await.body;
    let feed: serde_json::Value = serde_json::from_str(&json).unwrap();
    let item = &feed["items"][0];
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    let html = item["content_html"].as_str().unwrap();
    assert!(html.contains("href=\"http") && html.contains("/members/bram/\""), "addresses are whole: {html}");
    assert_eq!(item["tags"].as_array().unwrap().len(), 2);
    assert_eq!(item["authors"][0]["name"], "Ines");
}

#[tokio::test]
async fn a_page_says_where_its_feeds_are_and_one_that_not_everybody_reads_has_none() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let open = site.post(&ines, "Open").await;
    let closed = site.post_for(&ines, "Closed", Audience::Community).await;
    let feeds = |page: Reply| page.attributes("link[rel=alternate]", "href");
    assert_eq!(feeds(site.stranger().get("/").await), ["/feed/", "/feed/atom/", "/feed.json"]);
    assert_eq!(feeds(site.stranger().get("/ines/").await), ["/ines/feed/", "/ines/feed/atom/", "/ines/feed.json"]);
    let url = site.url(open).await;
    assert_eq!(feeds(author.get(&url).await)[0], format!("{url}feed/"));
    let url = site.url(closed).await;
    assert!(feeds(author.get(&url).await).is_empty());
    assert_eq!(author.get(&format!("{url}feed/")).await.status, 404);
}

#[tokio::test]
async fn an_empty_feed_is_one_too() {
    let site = Site::new().await;
    site.member("ines").await;
    for path in ["/feed/", "/ines/feed/", "/ines/feed/atom/", "/ines/feed.json", "/members/ines/feed/"] {
        assert_eq!(site.stranger().get(path).await.status, 200, "{path}");
    }
    assert_eq!(site.stranger().get("/nobody/feed/").await.status, 404);
    assert_eq!(site.stranger().get("/ines/tag/none/feed/").await.status, 404);
}

#[tokio::test]
async fn a_feed_of_ones_own_holds_what_its_owner_may_read_until_it_is_ended() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let (_, mut olga) = site.member_as("olga", crate::people::members::Role::Organiser).await;
    site.post_for(&ines, "For everyone", Audience::Public).await;
    site.post_for(&ines, "For members", Audience::Community).await;
    site.post_for(&ines, "For Ines", Audience::Me).await;
    site.draft(&ines, "Not yet", Audience::Public).await;
    assert_eq!(brams.get("/me/feed/").await.count("#address"), 0);
    let path = async |client: &mut crate::checks::testing::Client| {
        assert_eq!(client.post("/me/feed", &[("do", "make")]).await.location().as_deref(), Some("/me/feed/?done=made"));
        let url = client.get("/me/feed/?done=made").await.attributes("#address", "value").remove(0);
        let (_, path) = url.split_once("://").unwrap().1.split_once('/').unwrap();
        format!("/{}", path.trim_end_matches("feed/atom/"))
    };
    let first = path(&mut brams).await;
    for form in ["feed/", "feed/atom/", "feed.json"] {
        let feed = site.stranger().get(&format!("{first}{form}")).await;
        assert_eq!(feed.status, 200, "{form}");
        assert!(feed.body.contains("For everyone") && feed.body.contains("For members"), "{}", feed.body);
        assert!(!feed.body.contains("For Ines") && !feed.body.contains("Not yet"));
        assert!(feed.body.contains(&format!("{first}{form}")), "it names itself: {}", feed.body);
        assert_eq!(header_of(&feed, header::CACHE_CONTROL), "private, no-cache");
    }
    let second = path(&mut brams).await;
    assert_ne!(first, second);
    assert_eq!(site.stranger().get(&format!("{first}feed/")).await.status, 410);
    assert_eq!(site.stranger().get(&format!("{second}feed/")).await.status, 200);
    let altered = second.replacen("/feed/own/", "/feed/own/b", 1);
    assert_eq!(site.stranger().get(&format!("{altered}feed/")).await.status, 404);

    let suspended = olga.post(&format!("/manage/members/{}/suspend", bram.id), &[("why", ""), ("words", "")]).await;
    assert_eq!(suspended.status, 303, "{}", suspended.body);
    assert_eq!(
        site.stranger().get(&format!("{second}feed/")).await.status,
        404,
        "whoever may not come in reads nothing"
    );
    let mut ended = site.member("carol").await.1;
    let address = path(&mut ended).await;
    ended.post("/me/feed", &[("do", "end")]).await;
    assert_eq!(site.stranger().get(&format!("{address}feed/")).await.status, 410);
}
