use crate::{checks::testing::Site, talk::posts::Audience};

#[tokio::test]
async fn an_empty_community_says_so_and_asks_a_stranger_in() {
    let site = Site::new().await;
    let page = site.stranger().get("/").await;
    assert_eq!(page.status, 200);
    assert_eq!(page.text("h1"), "The Commons School");
    assert_eq!(page.count(".empty"), 1);
    assert_eq!(page.count(".welcome a[href='/join']"), 1);
    assert_eq!(page.count(".aside"), 0);
}

#[tokio::test]
async fn each_reader_finds_at_home_what_is_meant_for_them() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    site.post_for(&ines, "For everyone", Audience::Public).await;
    site.post_for(&ines, "For members", Audience::Community).await;
    site.post_for(&ines, "For me", Audience::Me).await;
    site.draft(&ines, "Not yet", Audience::Public).await;
    assert_eq!(site.stranger().get("/").await.texts(".contents h3"), ["For everyone"]);
    assert_eq!(bram.get("/").await.texts(".contents h3"), ["For members", "For everyone"]);
    assert_eq!(author.get("/").await.texts(".contents h3"), ["For members", "For everyone"]);
}

#[tokio::test]
async fn paging_shows_every_post_once() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let mut titles = vec![];
    for number in 0..45 {
        // Several posts share a moment: the number decides then.
        if number % 3 == 0 {
            site.pass_minutes(1);
        }
        titles.push(format!("Post {number}"));
        site.post(&ines, &titles[number]).await;
    }
    titles.reverse();
    for start in ["/", "/ines/"] {
        let (mut stranger, mut seen, mut sizes) = (site.stranger(), vec![], vec![]);
        let mut next = Some(start.to_owned());
        while let Some(address) = next {
            let page = stranger.get(&address).await;
            let found = page.texts(".contents h2, .contents h3");
            sizes.push(found.len());
            seen.extend(found);
            next = page.attributes("a[rel=next]", "href").first().map(|query| format!("{start}{query}"));
        }
        assert_eq!(sizes, [20, 20, 5], "{start}");
        assert_eq!(seen, titles, "{start}");
    }
}

#[tokio::test]
async fn a_new_post_is_on_the_very_next_page() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let mut stranger = site.stranger();
    for count in 0..3 {
        assert_eq!(stranger.get("/").await.count(".contents article"), count);
        assert_eq!(stranger.get("/ines/").await.count(".contents article"), count);
        site.post(&ines, &format!("Number {count}")).await;
    }
}

#[tokio::test]
async fn a_conversation_says_who_is_in_it_and_what_is_new_to_a_member() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (bram, mut reader) = site.member("bram").await;
    let post = site.post(&ines, "Lively").await;
    site.comment(&bram, post, None, "First").await;
    let url = site.url(post).await;
    assert_eq!(author.get(&url).await.status, 200);
    site.pass_minutes(5);
    site.comment(&bram, post, None, "Second").await;
    site.comment(&ines, post, None, "Mine").await;

    let home = author.get("/").await;
    assert_eq!(home.texts(".contents .tally .new"), ["1 new"], "what one says oneself is not new");
    assert_eq!(home.attributes(".lively .faces img", "title"), ["Ines", "Bram"]);
    assert_eq!(reader.get("/").await.count(".tally .new"), 0, "who never looked has nothing to compare with");
    assert_eq!(author.get(&url).await.status, 200);
    assert_eq!(author.get("/").await.count(".tally .new"), 0, "seen is seen");
}
