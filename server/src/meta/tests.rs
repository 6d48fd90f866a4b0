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
async fn what_is_not_found_in_a_blog_leads_to_that_blog() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let day = site.url(site.post(&ines, "One").await).await;
    for path in ["/ines/nothing/", "/ines/2013/09/04/gone/", &day.replace("one", "two"), "/ines/tag/none/"] {
        let page = site.stranger().get(path).await;
        assert_eq!(page.status, 404, "{path}");
        assert_eq!(page.attributes("main .buttons a", "href")[..2], ["/ines/", "/"], "{path}");
    }
    assert_eq!(site.stranger().get("/nobody/nothing/").await.attributes("main .buttons a", "href")[0], "/");
}

#[tokio::test]
async fn what_needs_signing_in_offers_that_first() {
    let site = Site::new().await;
    let page = site.stranger().get("/me/posts/").await;
    assert_eq!(page.attributes("main .buttons a", "href"), ["/sign-in?next=%2Fme%2Fposts%2F", "/"]);
}
