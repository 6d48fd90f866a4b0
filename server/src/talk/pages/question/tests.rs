//! Questions through their pages.

use crate::{
    audiences::Audience,
    checks::testing::Site,
    ids::PostId,
    talk::questions::{self, Choice, Draft, Question, Results},
};

async fn question(site: &Site, post: PostId) -> Question {
    questions::of(&mut site.app.db.read().await.unwrap(), post.into()).await.unwrap().unwrap()
}

/// A question whose results are hidden, for some minutes.
async fn hidden(site: &Site, post: PostId, results: Results, minutes: i64) -> Question {
    let draft = Draft {
        text: "When?".into(),
        choice: Choice::One,
        open_text: false,
        results,
        fewest: 0,
        ends_at: Some(site.now().plus_minutes(minutes)),
        options: ["Now", "Later"].map(|text| (None, text.to_owned())).into(),
    };
    site.app.db.change(async |tx| questions::ask(tx, post.into(), &draft).await).await.unwrap().unwrap();
    question(site, post).await
}

/// The number of the first comment on a page.
fn first_comment(page: &str) -> &str {
    page.split("id=\"comment-").nth(1).unwrap().split('"').next().unwrap()
}

#[tokio::test]
async fn an_answer_comes_with_a_comment_and_stands_beside_it() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    site.ask(post, "When?", &["Now", "Later"]).await;
    let later = question(&site, post).await.options[1].id.to_string();
    let url = site.url(post).await;
    let path = format!("/posts/{post}/comments");
    let said = bram.post(&path, &[("text", "In the evening."), ("answer", &later)]).await;
    assert_eq!(said.status, 303);
    site.comment(&ines, post, None, "Thank you.").await;
    let page = site.stranger().get(&url).await.body;
    assert!(page.contains("1 of 1") && page.contains("class=\"answered\""), "{page}");
    let behind = site.stranger().get(&format!("{url}?answer={later}")).await.body;
    assert!(behind.contains("In the evening.") && !behind.contains("Thank you."));
    // It goes with the comment.
    let comment = first_comment(&page);
    bram.post(&format!("/comments/{comment}/delete"), &[]).await;
    assert!(site.stranger().get(&url).await.body.contains("Nobody has answered yet"));
    // What is wrong with it keeps what was typed.
    let refused = bram.post(&path, &[("text", "Well then."), ("answer", "1")]).await;
    assert!(refused.status == 422 && refused.body.contains("Well then.") && refused.body.contains("choose again"));
}

#[tokio::test]
async fn a_guests_answer_counts_once_the_comment_can_be_read() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    site.ask(post, "When?", &["Now", "Later"]).await;
    let now = question(&site, post).await.options[0].id.to_string();
    let url = site.url(post).await;
    let mut guest = site.stranger();
    let form = [("text", "At once."), ("name", "Greta"), ("email", "greta@example.net"), ("answer", &*now)];
    let comment = guest.post(&format!("/posts/{post}/comments"), &form).await.location().unwrap();
    let comment = comment.split('#').next().unwrap().to_owned();
    assert!(site.stranger().get(&url).await.body.contains("Nobody has answered yet"));
    assert!(guest.get(&url).await.body.contains("counts once your comment"));
    author.post(&format!("{comment}/approve"), &[]).await;
    assert!(site.stranger().get(&url).await.body.contains("1 of 1"));
    author.post(&format!("{comment}/hide"), &[]).await;
    assert!(site.stranger().get(&url).await.body.contains("Nobody has answered yet"));
}

#[tokio::test]
async fn an_answer_without_a_comment_is_counted_and_never_named() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    site.ask(post, "When?", &["Now", "Later"]).await;
    let now = question(&site, post).await.options[0].id.to_string();
    let (url, path) = (site.url(post).await, format!("/conversations/{post}/answer"));
    let refused = bram.post(&path, &[]).await;
    assert!(refused.status == 422 && refused.body.contains("Choose an answer"));
    assert_eq!(bram.post(&path, &[("answer", &now)]).await.status, 303);
    let page = author.get(&url).await.body;
    assert!(page.contains("1 of 1") && !page.contains("Bram"));
    assert!(bram.get(&url).await.body.contains("Your answer:"));
    assert_eq!(bram.post(&format!("{path}/withdraw"), &[]).await.status, 303);
    assert!(author.get(&url).await.body.contains("Nobody has answered yet"));
}

#[tokio::test]
async fn hidden_results_are_hidden_from_all_until_the_end_and_then_from_nobody() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    let asked = hidden(&site, post, Results::End, 60).await;
    let now = asked.options[0].id.to_string();
    let (url, alone) = (site.url(post).await, format!("/conversations/{post}/question"));
    bram.post(&format!("/posts/{post}/comments"), &[("text", "At once."), ("answer", &now)]).await;
    let mut stranger = site.stranger();
    for reader in [&mut author, &mut stranger] {
        for path in [&url, &alone, &format!("{url}?answer={now}")] {
            let page = reader.get(path).await.body;
            assert!(!page.contains("of 1") && !page.contains("class=\"answered\""), "{path}: {page}");
        }
        assert!(!reader.get(&format!("{url}?answer={now}")).await.body.contains("At once."));
    }
    let own = bram.get(&url).await.body;
    assert!(own.contains("Your answer:") && !own.contains("of 1"));
    site.pass_minutes(61);
    for reader in [&mut author, &mut stranger, &mut bram] {
        assert!(reader.get(&url).await.body.contains("1 of 1"), "also where the page was kept");
    }
    let late = author.post(&format!("/conversations/{post}/answer"), &[("answer", &now)]).await;
    assert!(late.status == 422 && late.body.contains("no longer taken"));
}

#[tokio::test]
async fn results_that_come_with_ones_answer_come_to_nobody_else() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    let asked = hidden(&site, post, Results::Answered, 60).await;
    let (now, later) = (asked.options[0].id.to_string(), asked.options[1].id.to_string());
    let url = site.url(post).await;
    bram.post(&format!("/posts/{post}/comments"), &[("text", "At once."), ("answer", &now)]).await;
    let page = bram.get(&url).await.body;
    assert!(page.contains("1 of 1"));
    let entry = format!("/comments/{}/entry", first_comment(&page));
    for path in [&url, &entry] {
        let page = author.get(path).await.body;
        assert!(!page.contains("of 1") && !page.contains("class=\"answered\""), "{page}");
    }
    author.post(&format!("/conversations/{post}/answer"), &[("answer", &later)]).await;
    assert!(author.get(&url).await.body.contains("1 of 2"));
    assert!(author.get(&entry).await.body.contains("class=\"answered\""));
}

#[tokio::test]
async fn an_author_asks_below_the_text_and_gets_more_rows() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let form = |wish: &'static str| {
        [
            ("do", wish),
            ("title", "Week one"),
            ("audience", "public"),
            ("comments", "open"),
            ("language", "en"),
            ("question-rows", "4"),
            ("question", "When?"),
            ("option-1", "Now"),
            ("option-3", "Later"),
        ]
    };
    let more = ines.post("/me/posts/new", &form("rows")).await;
    assert!(more.status == 200 && more.body.contains("option-8") && more.body.contains("value=\"Later\""));
    let mut short = form("publish");
    short[8].1 = "";
    let refused = ines.post("/me/posts/new", &short).await;
    assert!(refused.status == 422 && refused.body.contains("value=\"Now\"") && refused.body.contains("two answers"));
    let url = ines.post("/me/posts/new", &form("publish")).await.location().unwrap();
    let page = ines.get(&url).await.body;
    assert!(page.contains("id=\"question-title\"") && page.contains("Later"), "{page}");
}

#[tokio::test]
async fn whoever_wrote_the_post_files_what_others_said_and_it_says_so() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    site.ask(post, "When?", &["Now", "Later"]).await;
    let now = question(&site, post).await.options[0].id.to_string();
    let comment = site.comment(&bram, post, None, "At once.").await;
    let path = format!("/comments/{comment}/file");
    assert_eq!(brams.post(&path, &[("answer", &now)]).await.status, 404);
    assert_eq!(author.post(&path, &[("answer", &now)]).await.status, 303);
    let page = site.stranger().get(&site.url(post).await).await.body;
    assert!(page.contains("1 of 1") && page.contains("filed by the author"));
    assert_eq!(author.post(&path, &[("answer", "1")]).await.status, 422);
    assert_eq!(author.post(&path, &[]).await.status, 303);
    assert!(site.stranger().get(&site.url(post).await).await.body.contains("Nobody has answered yet"));
}

#[tokio::test]
async fn what_an_open_page_asks_for_holds_nothing_that_is_one_readers_own() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let (_, mut carl) = site.member("carl").await;
    let post = site.post_for(&ines, "Week one", Audience::Community).await;
    site.ask(post, "When?", &["Now", "Later"]).await;
    let now = question(&site, post).await.options[0].id.to_string();
    let alone = format!("/conversations/{post}/question");
    bram.post(&format!("/conversations/{post}/answer"), &[("answer", &now)]).await;
    for reader in [&mut bram, &mut carl] {
        let page = reader.get(&alone).await;
        assert!(page.body.contains("1 of 1") && !page.body.contains("Your answer"), "{}", page.body);
        assert_eq!(page.count("form, input"), 0);
    }
    assert_eq!(site.stranger().get(&alone).await.status, 404, "also while it is kept for members");
    carl.post(&format!("/conversations/{post}/answer"), &[("answer", &now)]).await;
    assert!(bram.get(&alone).await.body.contains("2 of 2"), "what was kept is made anew");
}
