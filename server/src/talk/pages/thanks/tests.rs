//! Thanks through their pages.

use crate::{checks::testing::Site, people::members::Role, talk::posts::Audience};

#[tokio::test]
async fn thanks_are_a_button_and_a_count_and_only_the_writer_sees_who() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (bram, mut reader) = site.member("bram").await;
    let (_, mut other) = site.member("cleo").await;
    let post = site.post(&ines, "Week one").await;
    let comment = site.comment(&ines, post, None, "Just so.").await;
    let url = site.url(post).await;
    for (path, place) in
        [(format!("/comments/{comment}/thanks"), ".entry"), (format!("/conversations/{post}/thanks"), "#thanks")]
    {
        let counted = format!("{place} .thanked");
        let button = format!("{place} .thank");
        assert_eq!(reader.get(&url).await.count(&button), 1);
        // A double click.
        for _ in 0..2 {
            assert_eq!(reader.post(&path, &[]).await.status, 303);
        }
        let page = reader.get(&url).await;
        assert_eq!(page.text(&counted), "1 person says thanks");
        assert!(page.text(&button).starts_with("Take back thanks"), "{}", page.body);
        let page = site.stranger().get(&url).await;
        assert_eq!((page.text(&counted).as_str(), page.count(&button)), ("1 person says thanks", 0));
        assert!(!page.body.contains(&bram.name));
        assert!(!other.get(&url).await.body.contains(&bram.name));
        let page = author.get(&url).await;
        assert_eq!((page.attributes(&counted, "href"), page.count(&button)), (vec![path.clone()], 0));
        assert_eq!(author.get(&path).await.text(".directory .name"), bram.name);
        assert_eq!(other.get(&path).await.status, 404);
        assert_eq!(author.post(&path, &[]).await.status, 404, "nobody thanks themselves");
        assert_eq!(reader.post(&format!("{path}/take-back"), &[]).await.status, 303);
        assert_eq!(reader.get(&url).await.count(&counted), 0);
        assert_eq!(author.get(&path).await.count(".directory"), 0);
    }
}

#[tokio::test]
async fn what_is_hidden_or_deleted_or_waits_shows_no_thanks_and_takes_none() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (bram, mut writer) = site.member("bram").await;
    let (_, mut reader) = site.member("cleo").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let post = site.post(&ines, "Week one").await;
    let url = site.url(post).await;
    let comment = site.comment(&bram, post, None, "Just so.").await;
    let path = format!("/comments/{comment}/thanks");
    assert_eq!(reader.post(&path, &[]).await.status, 303);
    author.post(&format!("/comments/{comment}/hide"), &[]).await;
    for client in [&mut author, &mut writer, &mut reader] {
        assert_eq!(client.get(&url).await.count(".thanked"), 0);
        assert_eq!(client.post(&path, &[]).await.status, 404);
        assert_eq!(client.get(&path).await.status, 404);
    }
    author.post(&format!("/comments/{comment}/unhide"), &[]).await;
    assert_eq!(reader.get(&url).await.count(".entry .thanked"), 1);
    writer.post(&format!("/comments/{comment}/delete"), &[]).await;
    assert_eq!(reader.get(&url).await.count(".thanked"), 0);
    assert_eq!(reader.post(&path, &[]).await.status, 404);
    let mut guest = site.stranger();
    let form = [("text", "Hello."), ("name", "Greta"), ("email", "greta@example.net")];
    let waits = guest.post(&format!("/posts/{post}/comments"), &form).await.location().unwrap();
    let waits = waits.split('#').next().unwrap().to_owned();
    assert_eq!(author.post(&format!("{waits}/thanks"), &[]).await.status, 404);
    author.post(&format!("{waits}/approve"), &[]).await;
    assert_eq!(author.post(&format!("{waits}/thanks"), &[]).await.status, 303);
    assert_eq!(author.get(&format!("{waits}/thanks")).await.status, 404, "only the one who wrote it sees who");
    // A hidden post.
    let path = format!("/conversations/{post}/thanks");
    assert_eq!(reader.post(&path, &[]).await.status, 303);
    olga.post(&format!("/posts/{post}/hide"), &[]).await;
    assert_eq!(author.get(&url).await.count("#thanks"), 0);
    assert_eq!(olga.get(&url).await.count("#thanks"), 0);
    assert_eq!(reader.post(&path, &[]).await.status, 404);
    assert_eq!(author.get(&path).await.status, 404);
}

#[tokio::test]
async fn an_open_page_that_fetches_an_entry_shows_each_member_their_own_thanks() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (_, mut thankful) = site.member("bram").await;
    let (_, mut other) = site.member("cleo").await;
    let post = site.post(&ines, "Week one").await;
    let comment = site.comment(&ines, post, None, "Just so.").await;
    let path = format!("/comments/{comment}/entry");
    let says = |page: &str| page.contains("Take back thanks");
    thankful.post(&format!("/comments/{comment}/thanks"), &[]).await;
    for _ in 0..2 {
        assert!(says(&thankful.get(&path).await.body) && !says(&other.get(&path).await.body));
    }
    thankful.post(&format!("/comments/{comment}/thanks/take-back"), &[]).await;
    other.post(&format!("/comments/{comment}/thanks"), &[]).await;
    for _ in 0..2 {
        assert!(says(&other.get(&path).await.body) && !says(&thankful.get(&path).await.body));
    }
}

#[tokio::test]
async fn drafts_and_what_is_only_ones_own_show_no_thanks() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut reader) = site.member("bram").await;
    for post in [site.post_for(&ines, "For me", Audience::Me).await, site.draft(&ines, "Later", Audience::Public).await]
    {
        let path = format!("/conversations/{post}/thanks");
        assert_eq!(reader.post(&path, &[]).await.status, 404);
        assert_eq!(author.get(&path).await.status, 404);
    }
}
