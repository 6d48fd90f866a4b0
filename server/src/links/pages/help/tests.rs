//! What is explained to people.

use crate::checks::testing::Site;

#[tokio::test]
async fn everybody_finds_in_their_language_how_they_are_told_and_where_to_change_it() {
    let site = Site::new().await;
    let mut reader = site.stranger();
    for (lang, title) in [
        ("en", "How you hear about things"),
        ("es", "Cómo te enteras de lo que pasa"),
        ("de", "Wie du erfährst, was passiert"),
    ] {
        reader.post("/language", &[("language", lang), ("next", "/")]).await;
        let page = reader.get("/help/notifications/").await;
        assert_eq!((page.status.as_u16(), page.text("h1")), (200, title.into()));
        for settings in ["/me/notifications/", "/me/watches/", "/me/mail/"] {
            assert!(page.attributes(".prose a", "href").contains(&settings.to_owned()), "{lang}: {settings}");
        }
        assert_eq!(page.count(".prose h2"), 5, "{lang}");
    }
    let (_, mut member) = site.member("ines").await;
    for page in ["/me/notifications/", "/me/watches/", "/me/mail/"] {
        let page = member.get(page).await;
        assert_eq!(page.attributes(".page-head .facts a:last-child", "href"), ["/help/notifications/"]);
    }
}
