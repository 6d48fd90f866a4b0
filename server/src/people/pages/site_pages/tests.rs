use crate::{checks::testing::Site, people::members::Role};

const TEXT: [(&str, &str); 2] = [("text", "We are **forty** people."), ("language", "en")];

#[tokio::test]
async fn a_page_about_the_site_stands_in_every_foot_once_it_is_written() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (ines, mut member) = site.member("ines").await;
    site.post(&ines, "Hello").await;
    let mut stranger = site.stranger();
    for address in ["/about/", "/rules/", "/privacy/", "/imprint/"] {
        assert_eq!(stranger.get(address).await.status, 404, "{address}");
        assert_eq!(member.get(address).await.status, 404, "{address}");
        let page = olga.get(address).await;
        assert_eq!((page.status.as_u16(), page.count(".empty")), (200, 1), "organisers are asked to write it");
        assert_eq!(page.attributes("meta[name=robots]", "content"), ["noindex"]);
    }
    assert_eq!(stranger.get("/").await.count(".site-pages"), 0);

    assert_eq!(olga.post("/manage/pages/about/", &TEXT).await.status, 303);
    for address in ["/", "/ines/", "/members/", "/sign-in", "/nothing/"] {
        assert_eq!(stranger.get(address).await.texts(".site-pages a"), ["About"], "{address}");
    }
    let page = stranger.get("/about/").await;
    assert_eq!((page.status.as_u16(), page.text("main .prose strong")), (200, "forty".into()));
    assert_eq!(page.attributes("main .prose", "lang"), ["en"]);
    assert_eq!(stranger.get("/about").await.location().as_deref(), Some("/about/"));
    assert!(olga.get("/manage/log/").await.text(".rows").contains("wrote the page About"));

    let gone = [("text", " "), ("language", "en"), ("edited", &*site.now().0.to_string())];
    assert_eq!(olga.post("/manage/pages/about/", &gone).await.status, 303, "without a text it is taken away");
    assert_eq!(stranger.get("/about/").await.status, 404);
    assert_eq!(stranger.get("/").await.count(".site-pages"), 0);
}

#[tokio::test]
async fn whoever_gives_an_address_finds_what_happens_to_it() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Hello").await;
    let url = site.url(post).await;
    for address in [url.as_str(), "/join"] {
        assert_eq!(site.stranger().get(address).await.count("form a[href='/privacy/']"), 0);
    }
    olga.post("/manage/pages/privacy/", &TEXT).await;
    for address in [url.as_str(), "/join"] {
        assert_eq!(site.stranger().get(address).await.count("form a[href='/privacy/']"), 1, "{address}");
    }
}

#[tokio::test]
async fn two_organisers_do_not_overwrite_one_another_unseen() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut omar) = site.member_as("omar", Role::Organiser).await;
    assert_eq!(olga.post("/manage/pages/rules/", &TEXT).await.status, 303);
    let late = [("text", "Be kind."), ("language", "en"), ("edited", "")];
    let page = omar.post("/manage/pages/rules/", &late).await;
    assert_eq!((page.status.as_u16(), page.text("#text")), (422, "Be kind.".into()));
    let seen = page.attributes("[name=edited]", "value").remove(0);
    let again = [("text", "Be kind."), ("language", "en"), ("edited", seen.as_str())];
    assert_eq!(omar.post("/manage/pages/rules/", &again).await.status, 303);
    assert_eq!(site.stranger().get("/rules/").await.text("main .prose"), "Be kind.");
}

#[tokio::test]
async fn a_preview_changes_nothing_and_a_script_is_never_kept() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let form = [("text", "# Us\n<script>alert(1)</script>"), ("language", "de"), ("do", "preview")];
    let page = olga.post("/manage/pages/imprint/", &form).await;
    assert_eq!((page.status.as_u16(), page.count(".preview .prose h1, .preview .prose h2")), (200, 1));
    assert_eq!(page.count(".preview script"), 0);
    assert_eq!(site.stranger().get("/imprint/").await.status, 404);
    assert_eq!(olga.post("/manage/pages/imprint/", &[("text", "x"), ("language", "xx")]).await.status, 422);
    assert_eq!(olga.get("/manage/pages/nothing/").await.status, 404);
}
