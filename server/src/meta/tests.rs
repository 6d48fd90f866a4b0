use crate::checks::testing::Site;

#[tokio::test]
async fn whoever_watches_over_the_site_learns_that_it_is_well() {
    let site = Site::new().await;
    let reply = site.stranger().get("/health").await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.headers["content-type"], "application/json");
    let said: serde_json::Value = serde_json::from_str(&reply.body).unwrap();
    assert_eq!((said["status"].as_str(), said["database"].as_str()), (Some("ok"), Some(site.app.db.kind())));
}

#[tokio::test]
async fn a_database_that_does_not_answer_is_told() {
    let site = Site::new().await;
    site.app.db.close().await.unwrap();
    let reply = site.stranger().get("/health").await;
    assert_eq!(reply.status, 503);
    assert!(reply.body.contains("\"down\""), "{}", reply.body);
}

#[tokio::test]
async fn robots_stay_out_of_what_is_for_members_only() {
    let site = Site::new().await;
    let reply = site.stranger().get("/robots.txt").await;
    assert_eq!(reply.status, 200);
    assert!(reply.body.contains("Disallow: /me/\n") && reply.body.contains("Disallow: /manage/\n"));
    assert_eq!(site.stranger().get("/styleguide").await.attributes("meta[name=robots]", "content"), ["noindex"]);
}

#[tokio::test]
async fn an_address_without_its_last_slash_leads_to_the_one_with_it() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Here").await;
    let url = site.url(post).await;
    let bare = url.trim_end_matches('/').to_owned();
    for path in ["/ines", "/members", "/members/ines", "/me/posts", "/manage", "/ines/2026", "/ines/2026/09", &bare] {
        let reply = site.stranger().get(path).await;
        assert_eq!((reply.status.as_u16(), reply.location()), (301, Some(format!("{path}/"))), "{path}");
    }
    assert_eq!(site.stranger().get("/ines?after=1-2").await.location().as_deref(), Some("/ines/?after=1-2"));
    for nowhere in ["/nobody", "/members/nobody", "//ines", "/ines//", "/a/b/c/d/e/f/g", "/%2e%2e/x", "/wp-login.php"] {
        let reply = site.stranger().get(nowhere).await;
        assert_eq!((reply.status.as_u16(), reply.location()), (404, None), "{nowhere}");
    }
    assert_eq!(site.stranger().post("/ines", &[]).await.status, 404);
}

#[tokio::test]
async fn an_error_page_knows_who_is_signed_in() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    ines.post("/language", &[("language", "de")]).await;
    let page = ines.get("/no-such/shelf/").await;
    assert_eq!((page.status.as_u16(), page.attributes("html", "lang")), (404, vec!["de".to_owned()]));
    assert!(page.body.contains("/me/settings/") && !page.body.contains("/sign-in"), "{}", page.body);
}

#[tokio::test]
async fn every_page_comes_in_the_colours_that_were_chosen() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let mut stranger = site.stranger();
    for visitor in [&mut stranger, &mut ines] {
        // Twice, for the second comes from memory.
        for _ in 0..2 {
            assert!(visitor.get("/").await.attributes("html", "data-theme").is_empty());
        }
        let reply = visitor.post("/theme", &[("theme", "dark"), ("next", "/members/")]).await;
        assert_eq!((reply.status.as_u16(), reply.location().as_deref()), (303, Some("/members/")));
        for path in ["/", "/", "/members/", "/no-such-page/"] {
            let page = visitor.get(path).await;
            assert_eq!(page.attributes("html", "data-theme"), ["dark"], "{path}");
            assert_eq!(page.attributes("meta[name=color-scheme]", "content"), ["dark"], "{path}");
        }
    }
    assert!(site.stranger().get("/").await.attributes("html", "data-theme").is_empty());
    assert_eq!(stranger.post("/theme", &[("theme", "plaid")]).await.status, 400);
}

#[tokio::test]
async fn the_site_has_a_picture_wherever_one_is_looked_for() {
    let site = Site::new().await;
    let mut stranger = site.stranger();
    let page = stranger.get("/").await;
    let mut pictures = page.attributes("link[rel=icon], link[rel=apple-touch-icon]", "href");
    let manifest = page.attributes("link[rel=manifest]", "href");
    let reply = stranger.get(&manifest[0]).await;
    assert_eq!(reply.headers["content-type"], "application/manifest+json");
    let manifest: serde_json::Value = serde_json::from_str(&reply.body).unwrap();
    assert_eq!(manifest["name"], "The Commons School");
    pictures.extend(manifest["icons"].as_array().unwrap().iter().map(|icon| icon["src"].as_str().unwrap().to_owned()));
    let shared = page.attributes("meta[property='og:image']", "content");
    pictures.push(shared[0].strip_prefix("http://lyceum.test").unwrap().to_owned());
    assert!(pictures.len() >= 6);
    for picture in pictures {
        let reply = stranger.get_head(&picture).await;
        assert_eq!(reply.status, 200, "{picture}");
        assert!(reply.headers["content-type"].to_str().unwrap().starts_with("image/"), "{picture}");
    }
}
