use crate::{checks::testing::Site, people::members::Role, talk::posts::Audience};

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
        // The front page only begins the list.
        assert_eq!(sizes, if start == "/" { vec![8, 20, 17] } else { vec![20, 20, 5] }, "{start}");
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
    assert_eq!(home.texts(".for-you li > a"), ["Lively"]);
    assert_eq!(home.count("#lively"), 0, "what is new is said once");
    assert_eq!(site.stranger().get("/").await.attributes(".lively .faces img", "title"), ["Ines", "Bram"]);
    assert_eq!(reader.get("/").await.count(".tally .new"), 0, "who never looked has nothing to compare with");
    assert_eq!(author.get(&url).await.status, 200);
    assert_eq!(author.get("/").await.count(".tally .new"), 0, "seen is seen");
}

#[tokio::test]
async fn what_is_alive_comes_before_what_was_written() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let old = site.post(&ines, "Much said").await;
    for number in 0..12 {
        site.comment(&bram, old, None, &format!("Answer {number}")).await;
    }
    site.pass_minutes(2 * 24 * 60);
    for number in 0..9 {
        let post = site.post(&ines, &format!("Post {number}")).await;
        site.comment(&bram, post, None, "One word").await;
    }
    let page = site.stranger().get("/").await;
    assert_eq!(page.texts(".section-title"), ["Liveliest conversations", "Latest posts", "New members"]);
    assert!(
        page.texts(".lively > li > a").contains(&"Much said".to_owned()),
        "a long conversation does not sink at once"
    );
    assert_eq!(page.count(".contents li"), 8);
    assert_eq!(page.text("a[rel=next]"), "All posts →");
    assert!(!page.body.contains("0 thoughts") && page.count(".tally") == 8);
}

#[tokio::test]
async fn a_member_finds_first_what_is_new_to_them_and_is_led_to_it() {
    let site = Site::new().await;
    let (ines, mut reader) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (olga, mut olgas) = site.member_as("olga", Role::Organiser).await;
    let mut posts = vec![];
    for title in ["One", "Two", "Three"] {
        let post = site.post(&ines, title).await;
        site.comment(&bram, post, None, "Before").await;
        assert_eq!(reader.get(&site.url(post).await).await.status, 200);
        posts.push(post);
    }
    assert_eq!(reader.get("/").await.count(".for-you"), 0, "nothing is said when nothing is new");
    site.pass_minutes(5);
    let first = site.comment(&bram, posts[0], None, "I *keep* pumps.").await;
    site.comment(&olga, posts[0], Some(first), "So do I.").await;
    site.comment(&ines, posts[1], None, "My own is not new").await;
    let secret = site.comment(&bram, posts[2], None, "Soon hidden").await;
    let page = reader.get("/").await;
    assert_eq!(page.text("#for-you .label"), "3 new answers in 2 conversations");
    olgas.post(&format!("/comments/{secret}/hide"), &[]).await;

    let page = reader.get("/").await;
    assert_eq!(page.text("#for-you"), "New for you 2 new answers in one conversation");
    assert_eq!(page.texts(".for-you li > a"), ["One"]);
    assert_eq!(page.text(".for-you .line"), "Bram I keep pumps.");
    assert_eq!(page.attributes(".for-you li > a", "href"), [format!("/comments/{first}")]);
    assert_eq!((page.count(".welcome"), page.text("h1")), (0, "The Commons School".into()));
    assert_eq!(site.stranger().get("/").await.count(".for-you"), 0);
    let hide = format!("/posts/{}/hide", posts[0]);
    olgas.post(&hide, &[]).await;
    let mut brams = site.signed_in(bram.id).await;
    assert_eq!(brams.get("/").await.count(".for-you"), 0, "hidden posts make no news");
}

#[tokio::test]
async fn what_nobody_counts_to_its_end_is_more_than_99() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (_, mut reader) = site.member("carol").await;
    let post = site.post(&ines, "Pumps").await;
    let url = site.url(post).await;
    reader.get(&url).await;
    reader.post(&format!("/posts/{post}/comments"), &[("text", "I was here.")]).await;
    reader.visit(&url).await;
    site.pass_minutes(5);
    for number in 0..99 {
        site.comment(&bram, post, None, &format!("Number {number}.")).await;
    }
    let page = reader.get("/").await;
    assert_eq!(page.text("#for-you .label"), "99 new answers in one conversation");
    assert_eq!(page.text(".for-you li .label"), "99 new");
    for _ in 0..3 {
        site.comment(&bram, post, None, "And one more.").await;
    }
    let page = reader.get("/").await;
    assert_eq!(page.text("#for-you .label"), "99+ new answers in one conversation");
    assert_eq!(page.text(".for-you li .label"), "99+ new");
}
