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

#[tokio::test]
async fn whoever_takes_part_in_a_course_finds_in_their_language_how_that_goes() {
    let site = Site::new().await;
    let (_, mut member) = site.member("ines").await;
    for (lang, title) in
        [("en", "Taking part in a course"), ("es", "Participar en un curso"), ("de", "In einem Kurs mitmachen")]
    {
        member.post("/language", &[("language", lang), ("next", "/")]).await;
        let page = member.get("/help/course/").await;
        assert_eq!((page.status.as_u16(), page.text("h1")), (200, title.into()));
        for there in page.attributes(".prose a", "href") {
            assert_eq!(member.get(&there).await.status, 200, "{lang}: {there}");
        }
        assert_eq!(page.count(".prose h2"), 7, "{lang}");
    }
    assert!(
        member.get("/me/first-steps/").await.attributes(".page-head a", "href").contains(&"/help/course/".to_owned())
    );
}
