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
    for nowhere in ["/nobody", "/members/nobody", "//nobody", "/a/b/c/d/e/f/g", "/%2e%2e/x", "/wp-login.php"] {
        let reply = site.stranger().get(nowhere).await;
        assert_eq!((reply.status.as_u16(), reply.location()), (404, None), "{nowhere}");
    }
    assert_eq!(site.stranger().post("/ines", &[]).await.status, 404);
}

#[tokio::test]
async fn other_writings_of_an_address_lead_to_the_one_there_is() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Неделя 3: итоги").await;
    let comment = site.comment(&ines, post, None, "Да").await;
    let plain = "/ines/2026/09/02/%D0%BD%D0%B5%D0%B4%D0%B5%D0%BB%D1%8F-3-%D0%B8%D1%82%D0%BE%D0%B3%D0%B8/";
    assert_eq!(site.stranger().get(plain).await.text("h1"), "Неделя 3: итоги");
    let led = site.stranger().get(&format!("/comments/{comment}")).await.location();
    assert_eq!(led.as_deref(), Some(plain));
    for (other, there) in [
        (plain.replace("/ines/", "/INES/"), plain.to_owned()),
        (plain.replace("%D0%B5", "%D0%95"), plain.to_owned()),
        (plain.replace("%D0%B9", "%D0%B8%CC%86").trim_end_matches('/').to_uppercase(), plain.to_owned()),
        (plain.replace('/', "//"), plain.to_owned()),
        (format!("{}?view=flat", plain.replace("ines", "Ines")), format!("{plain}?view=flat")),
        ("//ines".into(), "/ines/".into()),
        ("/Ines//2026".into(), "/ines/2026/".into()),
        ("/Members/Ines/".into(), "/members/ines/".into()),
    ] {
        let reply = site.stranger().get(&other).await;
        assert_eq!((reply.status.as_u16(), reply.location()), (301, Some(there)), "{other}");
    }
    for nowhere in ["/INES/2026/09/02/nothing/", "/Nobody/", "//evil.example//", "/INES/%2e%2e/", "/%ff/A"] {
        assert_eq!(site.stranger().get(nowhere).await.status, 404, "{nowhere}");
    }
    assert_eq!(site.stranger().post("/INES/", &[]).await.status, 405);
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
