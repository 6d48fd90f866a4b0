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

#[tokio::test]
async fn all_is_read_with_one_button_and_what_came_since_the_page_was_made_stays_new() {
    let site = Site::new().await;
    let (ines, mut reader) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let (one, two) = (site.post(&ines, "One").await, site.post(&bram, "Two").await);
    for post in [one, two] {
        reader.get(&site.url(post).await).await;
    }
    site.pass_minutes(40);
    brams.post(&format!("/posts/{one}/comments"), &[("text", "I keep pumps."), ("parent", "")]).await;
    site.comment(&bram, two, None, "So do I.").await;
    site.told().await;
    let page = reader.get("/").await;
    assert_eq!(page.texts(".for-you li > a").len(), 2);
    assert_eq!(page.attributes("a.bell", "data-bell"), ["1"]);
    let until = page.attributes("input[name=until]", "value")[0].clone();
    site.pass_minutes(1);
    let late = site.comment(&bram, two, None, "And I.").await;
    let done = reader.post("/me/read", &[("until", &until)]).await;
    assert_eq!(done.location().as_deref(), Some("/"));
    let page = reader.get("/").await;
    assert_eq!(page.text("#for-you .label"), "One new answer in one conversation");
    assert_eq!(page.attributes(".for-you li > a", "href"), [format!("/comments/{late}")]);
    assert_eq!(page.attributes("a.bell", "data-bell"), ["0"], "what was new there need not be told elsewhere");
    let read = reader.get(&site.url(one).await).await;
    assert_eq!(read.count(".entry .label.new"), 1, "within half an hour it is still marked where it stands");
    // A page of tomorrow, or none, reads nothing that is not there yet.
    reader.post("/me/read", &[("until", "99999999999999")]).await;
    site.pass_minutes(1);
    site.comment(&bram, two, None, "Still here.").await;
    assert_eq!(reader.get("/").await.texts(".for-you li > a"), ["Two"]);
    reader.post("/me/read", &[]).await;
    assert_eq!(reader.get("/").await.texts(".for-you li > a"), ["Two"]);
}

#[tokio::test]
async fn a_member_is_led_back_to_where_they_stopped_reading() {
    let site = Site::new().await;
    let (_, mut reader) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&bram, "Pumps").await;
    let other = site.post(&bram, "Pipes").await;
    let first = site.comment(&bram, post, None, "I keep pumps.").await;
    let read = format!("/conversations/{post}/read");
    // Nobody stopped where they never were.
    reader.post(&read, &[("left", &first.to_string())]).await;
    assert_eq!(reader.get("/").await.count(".left-off"), 0);
    reader.get(&site.url(post).await).await;
    assert_eq!(reader.get("/").await.count(".left-off"), 0);
    assert_eq!(reader.post(&read, &[("left", &first.to_string())]).await.status, 204);
    let page = reader.get("/").await;
    assert_eq!(page.attributes(".left-off a", "href"), [format!("/comments/{first}")]);
    assert!(page.text(".left-off").contains("At the comment by Bram"), "{}", page.text(".left-off"));
    // In the text itself; of somewhere else; of nonsense: the conversation it is.
    for left in ["0", "4711", "x"] {
        reader.post(&read, &[("left", left)]).await;
        let page = reader.get("/").await;
        let expected = if left == "x" { vec![] } else { vec![site.url(post).await] };
        assert_eq!(page.attributes(".left-off a", "href"), expected, "{left}");
    }
    reader.post(&read, &[("left", &first.to_string())]).await;
    site.pass_minutes(1);
    reader.get(&site.url(other).await).await;
    reader.post(&format!("/conversations/{other}/read"), &[("left", "0")]).await;
    assert_eq!(reader.get("/").await.texts(".left-off a"), ["Pipes"], "the latest");
    reader.post(&format!("/conversations/{other}/read"), &[("left", "end")]).await;
    assert_eq!(reader.get("/").await.texts(".left-off a"), ["Pumps"], "what was read to its end is done");
    site.pass_minutes(1);
    site.comment(&bram, post, None, "News.").await;
    let page = reader.get("/").await;
    assert_eq!((page.count(".left-off"), page.count(".for-you")), (0, 1), "each conversation is named once");

    site.pass_minutes(31 * 24 * 60);
    reader.post("/me/read", &[("until", &site.now().0.to_string())]).await;
    assert_eq!(reader.get("/").await.count(".for-you"), 0);
}

#[tokio::test]
async fn what_came_while_a_page_was_open_and_was_looked_at_is_new_nowhere() {
    let site = Site::new().await;
    let (ines, mut reader) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Pumps").await;
    reader.get(&site.url(post).await).await;
    site.pass_minutes(5);
    let one = site.comment(&bram, post, None, "One").await;
    let two = site.comment(&bram, post, None, "Two").await;
    site.told().await;
    let read = format!("/conversations/{post}/read");
    let bell = |page: &crate::checks::testing::Reply| page.attributes("a.bell", "data-bell")[0].clone();
    reader.post(&read, &[("entries", &one.to_string())]).await;
    let page = reader.get("/").await;
    assert_eq!((bell(&page), page.count(".for-you")), ("1".into(), 1), "the second was not looked at");
    reader.post(&read, &[("entries", &format!("{two},x,,-1"))]).await;
    let page = reader.get("/").await;
    assert_eq!((bell(&page), page.count(".for-you")), ("0".into(), 0));
    assert_eq!(site.wait(26 * 60).await, Vec::<String>::new(), "and no e-mail tells of it");
}
