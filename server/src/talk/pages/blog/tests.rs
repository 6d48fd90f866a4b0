use crate::{
    checks::testing::Site,
    ids::{PostId, RowId},
    talk::{
        blogs,
        old_sites::{self, NewSite},
        posts::Audience,
    },
};

#[tokio::test]
async fn a_blog_shows_each_reader_what_is_meant_for_them() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    site.post_for(&ines, "For everyone", Audience::Public).await;
    site.post_for(&ines, "For members", Audience::Community).await;
    site.post_for(&ines, "For me", Audience::Me).await;
    site.draft(&ines, "Not yet", Audience::Public).await;
    for address in ["/ines/", "/ines/2026/", "/ines/2026/09/", "/ines/2026/09/02/"] {
        let titles = |page: crate::checks::testing::Reply| page.texts(".contents h2, .index a");
        assert_eq!(titles(site.stranger().get(address).await), ["For everyone"], "{address}");
        assert_eq!(titles(bram.get(address).await), ["For members", "For everyone"], "{address}");
        assert_eq!(titles(author.get(address).await), ["For me", "For members", "For everyone"], "{address}");
    }
    assert_eq!(author.get("/ines/").await.text("#drafts + p"), "One draft");
    assert_eq!(bram.get("/ines/").await.count("#drafts"), 0);
}

#[tokio::test]
async fn an_empty_blog_says_so_and_asks_its_owner_to_write() {
    let site = Site::new().await;
    let (_, mut author) = site.member("ines").await;
    assert_eq!(author.get("/ines/").await.count(".empty a[href='/me/posts/new']"), 1);
    let page = site.stranger().get("/ines/").await;
    assert_eq!(page.text(".empty"), "Ines has not published anything here yet.");
    assert_eq!(page.text(".owner .person"), "Ines");
}

#[tokio::test]
async fn a_time_in_which_nothing_was_written_has_no_page() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    site.post(&ines, "Only this").await;
    for address in [
        "/ines/2025/",
        "/ines/2026/08/",
        "/ines/2026/13/",
        "/ines/2026/09/03/",
        "/ines/0000/",
        "/nobody/2026/",
        "/%2Fevil.example/page/2/",
    ] {
        assert_eq!(site.stranger().get(address).await.status, 404, "{address}");
    }
}

#[tokio::test]
async fn a_tag_leads_to_its_posts_and_is_no_page_before_one_is_published() {
    let site = Site::new().await;
    let (_, mut author) = site.member("ines").await;
    let fields = |wish| {
        [
            ("title", "Tagged"),
            ("text", "Text"),
            ("tags", "own time"),
            ("audience", "public"),
            ("language", "en"),
            ("do", wish),
        ]
    };
    author.post("/me/posts/new", &fields("draft")).await;
    for path in ["/ines/tag/own-time/", "/ines/tag/own-time/?after=1-1"] {
        assert_eq!(site.stranger().get(path).await.status, 404, "{path}");
    }
    author.post("/me/posts/new", &fields("publish")).await;
    let page = site.stranger().get("/ines/tag/own-time/").await;
    assert_eq!(page.text("h1"), "Tagged “own time”");
    assert_eq!(page.texts(".contents h2"), ["Tagged"]);
    assert_eq!(site.stranger().get("/ines/category/own-time/").await.status, 404);
}

#[tokio::test]
async fn a_blog_that_moved_takes_its_archives_along() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    site.post(&ines, "Here").await;
    let mut conn = site.app.db.read().await.unwrap();
    let blog = blogs::of(&mut conn, ines.id).await.unwrap().remove(0);
    drop(conn);
    let (address, title) = ("ilha".parse().unwrap(), "Ilha".parse().unwrap());
    site.app.db.change(async |tx| blogs::update(tx, &blog, &address, &title, "").await).await.unwrap().unwrap();
    for (old, new) in [
        ("/ines/", "/ilha/"),
        ("/ines/2026/09/", "/ilha/2026/09/"),
        ("/ines/?after=1-2", "/ilha/?after=1-2"),
        ("/INES/", "/ilha/"),
        ("/Ilha/2026/", "/ilha/2026/"),
        ("/%49lha/2026/", "/ilha/2026/"),
        ("/ilha/page/2/", "/ilha/"),
    ] {
        let reply = site.stranger().get(old).await;
        assert_eq!((reply.status.as_u16(), reply.location().as_deref()), (301, Some(new)), "{old}");
    }
}

#[tokio::test]
async fn where_an_imported_post_used_to_be_it_still_answers() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Moved in").await;
    let secret = site.post_for(&ines, "Secret", Audience::Me).await;
    let url = site.url(post).await;
    site.app
        .db
        .always(async |tx| {
            let files = std::collections::BTreeSet::new();
            let blog = blogs::of(tx, ines.id).await?.remove(0).id;
            let new = NewSite {
                origin: "wordpress:old.example",
                blog,
                host: "old.example",
                path: "",
                address: "https://old.example/",
                files: &files,
            };
            let old = old_sites::begin(tx, &new).await?;
            let item = |post: PostId, number: i64| old_sites::Item {
                number: Some(number),
                post: Some(post),
                ..old_sites::Item::new(RowId(post.0), old_sites::Kind::Post)
            };
            old_sites::put_items(tx, old, &[item(post, 7), item(secret, 9)]).await?;
            let at = |path: &str, host: &str| old_sites::Address {
                path: path.into(),
                host: host.into(),
                item: Some(RowId(post.0)),
                goal: None,
            };
            // One of an import that noted no hosts, and two of one that did.
            let places =
                [at("/ines/?p=8", ""), at("/old/place.html", "old.example"), at("/blogs/ines/2013/09/04/moved-in", "")];
            old_sites::put_addresses(tx, &places).await
        })
        .await
        .unwrap();
    for old in [
        "/?p=7",
        "/ines/?p=8",
        "/old/place.html",
        "/old/place.html?utm_source=x",
        "/blogs/ines/2013/09/04/moved-in/",
        "/blogs/ines/2013/09/04/moved-in",
    ] {
        let reply = site.stranger().get(old).await;
        assert_eq!((reply.status.as_u16(), reply.location()), (301, Some(url.clone())), "{old}");
    }
    assert_eq!(site.stranger().get("/?p=9").await.status, 404, "what is not for everyone is not given away");
    assert_eq!(site.stranger().get("/?p=10").await.status, 404);
}
