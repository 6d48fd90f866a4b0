use crate::{
    checks::{fences, testing::Site},
    people::members::Role,
    talk::posts::Audience,
};

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
async fn organisers_say_which_machines_may_read() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let mut machine = site.stranger();
    let may = async |olga: &mut crate::checks::testing::Client, crawlers: &str| {
        let fields = [
            ("name", "The Commons School"),
            ("language", "en"),
            ("time_zone", "UTC"),
            ("joining", "open"),
            ("guests", "first"),
            ("edit_minutes", "15"),
            ("crawlers", crawlers),
        ];
        olga.post("/manage/community", &fields).await.status.as_u16()
    };
    let rules = machine.get("/robots.txt").await.body;
    assert!(
        rules.contains("User-agent: GPTBot\n") && rules.contains("Disallow: /\n\nUser-agent: *\nDisallow: /me/\n"),
        "{rules}"
    );
    assert_eq!(may(&mut olga, "everyone").await, 303);
    let rules = machine.get("/robots.txt").await.body;
    assert!(
        !rules.contains("GPTBot") && !rules.contains("Disallow: /\n") && rules.contains("/sitemap.xml\n"),
        "{rules}"
    );
    assert_eq!(machine.get("/").await.count("meta[name=robots]"), 0);
    assert_eq!(may(&mut olga, "some").await, 422);
    assert_eq!(may(&mut olga, "nobody").await, 303);
    assert_eq!(machine.get("/robots.txt").await.body, "User-agent: *\nDisallow: /\n");
    assert_eq!(machine.get("/").await.attributes("meta[name=robots]", "content"), ["noindex"]);
    assert_eq!(machine.get("/sitemap.xml").await.status, 404);
}

#[tokio::test]
async fn the_sitemap_names_what_everybody_may_read_and_nothing_else() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let mut machine = site.stranger();
    let parts = |body: &str| -> Vec<String> {
        let found = body.split("<loc>").skip(1).map(|rest| rest.split("</loc>").next().unwrap().to_owned());
        found
            .map(|url| {
                url.replacen("http://", "", 1).split_once('/').map_or_else(String::new, |(_, path)| format!("/{path}"))
            })
            .collect()
    };
    assert!(parts(&machine.get("/sitemap.xml").await.body).is_empty());
    let open = site.post(&ines, "Café & “tea”").await;
    site.post_for(&ines, "Members only", Audience::Community).await;
    site.post_for(&ines, "Mine", Audience::Me).await;
    site.draft(&ines, "Later", Audience::Public).await;
    let hidden = site.post(&ines, "Hidden").await;
    olga.post(&format!("/posts/{hidden}/hide"), &[("why", "")]).await;
    let index = parts(&machine.get("/sitemap.xml").await.body);
    assert_eq!(index, [format!("/sitemaps/{open}.xml")]);
    let part = machine.get(&index[0]).await;
    let listed = parts(&part.body);
    assert_eq!(listed.len(), 1, "{}", part.body);
    assert!(listed[0].is_ascii(), "{}", listed[0]);
    assert_eq!(machine.get(&listed[0]).await.status, 200);
    for odd in ["1.xml", "x.xml", "1", ".xml", "-1.xml"] {
        assert_eq!(machine.get(&format!("/sitemaps/{odd}")).await.status, 404, "{odd}");
    }
}

#[tokio::test]
async fn pages_speak_the_language_that_is_wanted_most() {
    let site = Site::new().await;
    for (header, lang) in [("de;q=0.1,es;q=0.9", "es"), ("en;q=0, de;q=0.5", "de"), ("fr, *;q=0.5", "en")] {
        let page = site.stranger().with_header("accept-language", header).get("/").await;
        assert_eq!(page.attributes("html", "lang"), [lang], "{header}");
    }
    // Lines of the same header are one list.
    let two = site.stranger().with_header("accept-language", "fr").with_header("accept-language", "es;q=0.3");
    assert_eq!(two.clone().get("/").await.attributes("html", "lang"), ["es"]);
}

#[tokio::test]
async fn dates_are_written_as_in_the_readers_region_also_on_cached_pages() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Here").await;
    let url = site.url(post).await;
    let mut british = site.stranger().with_header("accept-language", "en-GB,en;q=0.9");
    let mut american = site.stranger().with_header("accept-language", "en-US,en;q=0.9");
    for _ in 0..2 {
        assert_eq!(british.get(&url).await.texts(".byline time"), ["2 September 2026"]);
        assert_eq!(american.get(&url).await.texts(".byline time"), ["September 2, 2026"]);
    }
    // Who chose English in the foot keeps the dates of the region.
    american.post("/language", &[("language", "en")]).await;
    assert_eq!(american.get(&url).await.texts(".byline time"), ["September 2, 2026"]);
    assert_eq!(site.stranger().get(&url).await.texts(".byline time"), ["2 September 2026"]);
}

#[tokio::test]
async fn a_page_says_in_which_time_zone_its_times_are() {
    let site = Site::new().await;
    let (ines, mut browser) = site.member("ines").await;
    let post = site.post(&ines, "Here").await;
    browser.post(&format!("/posts/{post}/comments"), &[("text", "Hello")]).await;
    browser.post("/me/profile", &[("name", "Ines"), ("handle", "ines"), ("zone", "Asia/Kolkata")]).await;
    let url = site.url(post).await;
    let page = site.stranger().get(&url).await;
    assert_eq!(page.attributes("body", "data-zone"), ["UTC"]);
    assert_eq!(page.texts("[data-zone-name]"), ["UTC"]);
    assert_eq!(page.texts(".when time"), ["2 Sept 2026, 09:00"]);
    assert_eq!(page.attributes(".when time", "title"), ["2 September 2026 at 09:00 (UTC)"]);
    let page = browser.get(&url).await;
    assert_eq!(page.attributes("body", "data-zone"), ["Asia/Kolkata"]);
    assert_eq!(page.texts(".when time"), ["2 Sept 2026, 14:30"]);
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
async fn an_address_that_is_no_text_is_nowhere() {
    let site = Site::new().await;
    for path in ["/assets/%FF", "/files/%FF", "/pictures/%FF", "/%FF/", "/ines/%FF/", "/members/%FF/", "/reset/%FF"] {
        assert_eq!(site.stranger().get(path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn what_needs_signing_in_offers_that_first() {
    let site = Site::new().await;
    let page = site.stranger().get("/me/posts/").await;
    assert_eq!(page.attributes("main .buttons a", "href"), ["/sign-in?next=%2Fme%2Fposts%2F", "/"]);
}

#[tokio::test]
async fn what_is_no_number_is_nowhere_and_the_site_says_so() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    for (path, methods) in fences::routes() {
        if !path.contains("{id}") {
            continue;
        }
        for number in ["abc", "99999999999999999999", "%FF", "1.5"] {
            let address = path.replace("{id}", number).replace("{name}", "x");
            let reply =
                if methods.contains(&"GET") { olga.get(&address).await } else { olga.post(&address, &[]).await };
            assert_eq!(reply.status, 404, "{address}");
            assert_eq!(reply.text("h1"), "Page not found", "{address}");
        }
    }
}
