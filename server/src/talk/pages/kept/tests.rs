//! Keeping for later through its pages.

use crate::{checks::testing::Site, course::tribes::Door, people::members::Role, talk::posts::Audience};

#[tokio::test]
async fn keeping_is_a_button_that_only_its_owner_sees_pressed() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut reader) = site.member("bram").await;
    let (_, mut other) = site.member("cleo").await;
    let post = site.post(&ines, "Week one").await;
    let comment = site.comment(&ines, post, None, "Just so.").await;
    let url = site.url(post).await;
    for (path, place) in
        [(format!("/comments/{comment}/keep"), ".entry"), (format!("/conversations/{post}/keep"), "#thanks")]
    {
        let button = format!("{place} .keep");
        assert!(reader.get(&url).await.text(&button).starts_with("Keep for later"));
        other.get(&url).await;
        // A double click.
        for _ in 0..2 {
            assert_eq!(reader.post(&path, &[]).await.status, 303);
        }
        let page = reader.get(&url).await;
        assert!(page.text(&button).starts_with("Kept"), "{}", page.body);
        assert_eq!(page.texts(".is-kept").len(), 1);
        for client in [&mut author, &mut other] {
            let page = client.get(&url).await;
            assert!(page.text(&button).starts_with("Keep for later"), "{}", page.body);
        }
        assert_eq!(site.stranger().get(&url).await.texts(".keep").len(), 0);
        assert_eq!(reader.get("/me/kept/").await.texts(".kept li").len(), 1);
        assert_eq!(author.get("/me/kept/").await.texts(".kept li").len(), 0);
        assert_eq!(reader.post(&format!("{path}/take-out"), &[]).await.status, 303);
        assert!(reader.get(&url).await.text(&button).starts_with("Keep for later"));
    }
}

#[tokio::test]
async fn an_open_page_that_fetches_an_entry_shows_each_member_what_they_keep() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (_, mut keeper) = site.member("bram").await;
    let (_, mut other) = site.member("cleo").await;
    let post = site.post(&ines, "Week one").await;
    let comment = site.comment(&ines, post, None, "Just so.").await;
    let path = format!("/comments/{comment}/entry");
    let says = |page: &str| page.contains("is-kept");
    assert!(!says(&keeper.get(&path).await.body) && !says(&other.get(&path).await.body));
    keeper.post(&format!("/comments/{comment}/keep"), &[]).await;
    for _ in 0..2 {
        assert!(says(&keeper.get(&path).await.body) && !says(&other.get(&path).await.body));
    }
    keeper.post(&format!("/comments/{comment}/keep/take-out"), &[]).await;
    other.post(&format!("/comments/{comment}/keep"), &[]).await;
    for _ in 0..2 {
        assert!(says(&other.get(&path).await.body) && !says(&keeper.get(&path).await.body));
    }
}

#[tokio::test]
async fn the_list_leads_back_and_what_was_taken_out_by_a_slip_is_kept_after_all() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (_, mut reader) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    let comment = site.comment(&ines, post, None, "Just so.").await;
    let page = reader.get("/me/kept/").await;
    assert_eq!((page.texts(".empty").len(), page.texts(".views").len()), (1, 0));
    reader.post(&format!("/conversations/{post}/keep"), &[]).await;
    site.pass_minutes(1);
    reader.post(&format!("/comments/{comment}/keep"), &[]).await;
    let page = reader.get("/me/kept/").await;
    assert_eq!(page.attributes(".kept .what a", "href"), [format!("/comments/{comment}"), site.url(post).await]);
    assert_eq!(page.text(".kept .line"), "Just so.");
    let page = reader.get("/me/kept/?of=comments").await;
    assert_eq!(page.texts(".kept li").len(), 1);
    let action = page.attributes(".kept form", "action").remove(0);
    let next = page.attributes(".kept form input", "value").remove(0);
    let led = reader.post(&action, &[("next", &next)]).await.location().unwrap();
    let page = reader.get(led.split('#').next().unwrap()).await;
    assert_eq!((page.texts(".kept li").len(), page.texts(".empty").len()), (0, 1));
    assert_eq!(page.attributes("#done form", "action"), [format!("/comments/{comment}/keep")]);
    let again = page.attributes("#done form input", "value").remove(0);
    reader.post(&format!("/comments/{comment}/keep"), &[("next", &again)]).await;
    assert_eq!(reader.get("/me/kept/?of=comments").await.texts(".kept li").len(), 1);
    for odd in ["x", "conversations-", "comments-x", "https://example.org", "posts-1-keep"] {
        assert_eq!(reader.get(&format!("/me/kept/?out={odd}")).await.texts("#done").len(), 0, "{odd}");
    }
}

#[tokio::test]
async fn what_is_hidden_or_waits_or_is_out_of_reach_is_neither_kept_nor_named() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (cleo, mut reader) = site.member("cleo").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let post = site.post(&ines, "Week one").await;
    let url = site.url(post).await;
    let comment = site.comment(&bram, post, None, "Just so.").await;
    let path = format!("/comments/{comment}/keep");
    reader.post(&path, &[]).await;
    author.post(&format!("/comments/{comment}/hide"), &[]).await;
    assert_eq!(reader.post(&path, &[]).await.status, 404);
    let page = reader.get("/me/kept/").await;
    assert!(!page.body.contains("Just so.") && !page.body.contains("Week one"), "{}", page.body);
    assert!(page.text(".gone-kept").starts_with("One thing you kept can no longer be read."));
    author.post(&format!("/comments/{comment}/unhide"), &[]).await;
    assert_eq!(reader.get("/me/kept/").await.text(".kept .line"), "Just so.", "it came back");
    // A hidden post shows the button to nobody.
    olga.post(&format!("/posts/{post}/hide"), &[]).await;
    assert_eq!(olga.get(&url).await.texts("#thanks").len(), 0);
    assert_eq!(olga.post(&format!("/conversations/{post}/keep"), &[]).await.status, 404);
    assert_eq!(reader.post("/me/kept/tidy", &[]).await.status, 303);
    olga.post(&format!("/posts/{post}/unhide"), &[]).await;
    assert_eq!(reader.get("/me/kept/").await.texts(".empty").len(), 1, "what was tidied away stays away");
    // A tribe one leaves.
    let tribe = site.tribe(&ines, "Gardeners", Door::Hidden).await;
    site.come_in(&tribe, &cleo).await;
    let talk = site.discussion(&ines, &tribe, "Spring bulbs").await;
    assert_eq!(reader.post(&format!("/conversations/{talk}/keep"), &[]).await.status, 303);
    assert!(reader.get("/me/kept/").await.body.contains("Spring bulbs"));
    assert_eq!(reader.post(&format!("{}leave", tribe.url()), &[]).await.status, 303);
    let page = reader.get("/me/kept/").await;
    assert!(!page.body.contains("Spring bulbs") && !page.body.contains("Gardeners"), "{}", page.body);
    assert_eq!(page.texts(".gone-kept").len(), 1);
    let back = reader.post(&format!("/conversations/{talk}/keep/take-out"), &[]).await;
    assert_eq!(back.location().as_deref(), Some("/me/kept/"), "nothing of where it stood");
    // A draft has no place to come back to.
    let draft = site.draft(&ines, "Later", Audience::Public).await;
    assert_eq!(author.post(&format!("/conversations/{draft}/keep"), &[]).await.status, 404);
}

#[tokio::test]
async fn a_long_list_goes_on_from_page_to_page() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (_, mut reader) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    for number in 0..33 {
        let comment = site.comment(&ines, post, None, &format!("Number {number}.")).await;
        reader.post(&format!("/comments/{comment}/keep"), &[]).await;
        site.pass_minutes(1);
    }
    let page = reader.get("/me/kept/").await;
    assert_eq!((page.texts(".kept li").len(), page.text(".kept .line").as_str()), (30, "Number 32."));
    let next = page.attributes(".paging [rel=next]", "href").remove(0);
    let page = reader.get(&next).await;
    assert_eq!((page.texts(".kept li").len(), page.text(".kept .line").as_str()), (3, "Number 2."));
    assert_eq!(page.attributes(".paging a", "href"), ["/me/kept/"]);
}
