use futures_util::future::join_all;

use crate::{
    checks::testing::{Client, Reply, Site},
    ids::{CommentId, PostId},
    people::members::Member,
    talk::posts::Audience,
};

const UNREAD: &str = ".river .label.new";

/// A member's browser in which the script tells what comes into the window.
fn with_script(mut client: Client) -> Client {
    client.set_cookie("lyceum-reading", "1");
    client
}

async fn look_at(client: &mut Client, post: PostId, entries: &[CommentId]) {
    let list: Vec<String> = entries.iter().map(ToString::to_string).collect();
    let reply = client.post(&format!("/conversations/{post}/read"), &[("entries", &list.join(","))]).await;
    assert_eq!(reply.status, 204);
}

/// So many top-level comments by somebody, a minute apart.
async fn say(site: &Site, by: &Member, post: PostId, count: usize) -> Vec<CommentId> {
    let mut said = vec![];
    for number in 0..count {
        site.pass_minutes(1);
        said.push(site.comment(by, post, None, &format!("Number {number}.")).await);
    }
    said
}

#[tokio::test]
async fn each_reply_is_read_by_itself_and_the_next_device_knows() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, phone) = site.member("bram").await;
    let (mut phone, mut desk) = (with_script(phone), with_script(site.signed_in(bram.id).await));
    let post = site.post(&ines, "Week one").await;
    let url = site.url(post).await;
    phone.get(&url).await;
    let said = say(&site, &ines, post, 3).await;
    for device in [&mut phone, &mut desk] {
        let page = device.get("/river/").await;
        assert_eq!(page.texts(UNREAD), ["3 unread comments"]);
        assert_eq!(page.attributes(".river .what", "href"), [format!("/comments/{}", said[0])]);
    }
    // To open it is not to have read it: only what came into the window was.
    let page = phone.get(&url).await;
    assert_eq!(page.count(".entry.is-new"), 3);
    look_at(&mut phone, post, &[said[0], said[2]]).await;
    for device in [&mut desk, &mut phone] {
        let page = device.get("/river/").await;
        assert_eq!(page.texts(UNREAD), ["One unread comment"]);
        assert_eq!(page.attributes(".river .what", "href"), [format!("/comments/{}", said[1])]);
        assert_eq!(device.get("/").await.text(".for-you .line span"), "Number 1.", "the front page says the same");
    }
    look_at(&mut desk, post, &[said[1]]).await;
    for device in [&mut phone, &mut desk] {
        assert_eq!(device.get("/river/").await.count(UNREAD), 0);
    }
    // What comes now is unread again, and nothing else.
    site.pass_minutes(1);
    site.comment(&ines, post, None, "One more.").await;
    assert_eq!(phone.get("/river/").await.texts(UNREAD), ["One unread comment"]);
}

#[tokio::test]
async fn two_devices_that_read_at_once_lose_nothing_of_each_other() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, phone) = site.member("bram").await;
    let (phone, desk) = (with_script(phone), with_script(site.signed_in(bram.id).await));
    let post = site.post(&ines, "Week one").await;
    phone.clone().get(&site.url(post).await).await;
    let said = say(&site, &ines, post, 13).await;
    // All but the first, so that each has to be kept by its number.
    let reading = said[1..].iter().enumerate().map(|(at, entry)| {
        let mut device = if at % 2 == 0 { phone.clone() } else { desk.clone() };
        async move { look_at(&mut device, post, &[*entry]).await }
    });
    join_all(reading).await;
    let page = desk.clone().get("/river/").await;
    assert_eq!(page.texts(UNREAD), ["One unread comment"]);
    assert_eq!(page.attributes(".river .what", "href"), [format!("/comments/{}", said[0])]);
}

#[tokio::test]
async fn no_digest_tells_of_what_was_read_by_itself() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, mut browser) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    site.comment(&bram, post, None, "I was here.").await;
    browser.get(&site.url(post).await).await;
    site.told().await;
    site.pass_minutes(5);
    site.comment(&ines, post, None, "Alpha was said.").await;
    let omega = site.comment(&ines, post, None, "Omega was said.").await;
    site.told().await;
    look_at(&mut browser, post, &[omega]).await;
    let letters: Vec<String> = site.wait(26 * 60).await.into_iter().filter(|one| one.contains("bram@")).collect();
    assert_eq!(letters.len(), 1);
    assert!(letters[0].contains("Alpha was said.") && !letters[0].contains("Omega was said."), "{}", letters[0]);
}

#[tokio::test]
async fn what_was_left_unread_is_what_is_marked_the_next_day() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (_, browser) = site.member("bram").await;
    let mut browser = with_script(browser);
    let post = site.post(&ines, "Week one").await;
    let url = site.url(post).await;
    browser.get(&url).await;
    site.pass_minutes(60);
    let said = say(&site, &ines, post, 4).await;
    look_at(&mut browser, post, &[said[0], said[2]]).await;
    assert_eq!(browser.get(&url).await.count(".entry.is-new"), 4, "marks stay for the visit");
    site.pass_minutes(24 * 60);
    let page = browser.get(&url).await;
    assert_eq!(page.texts(".entry.is-new .prose"), ["Number 1.", "Number 3."]);
    assert_eq!(page.text(".new-since span"), "2 new comments since your last visit");
}

#[tokio::test]
async fn without_a_script_what_stands_on_the_page_is_read_and_what_stands_on_others_is_not() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (_, mut browser) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    let url = site.url(post).await;
    browser.get(&url).await;
    site.pass_minutes(60);
    say(&site, &ines, post, 33).await;
    assert_eq!(browser.get("/river/").await.texts(UNREAD), ["33 unread comments"]);
    let page = browser.get(&url).await;
    assert_eq!(page.count(".entry"), 30);
    assert_eq!(browser.get("/river/").await.texts(UNREAD), ["3 unread comments"]);
    // To go back to an earlier page makes nothing unread, and nothing read.
    site.pass_minutes(2);
    browser.get(&url).await;
    assert_eq!(browser.get("/river/").await.texts(UNREAD), ["3 unread comments"]);
    let first = browser.get("/river/").await.attributes(".river .what", "href")[0].clone();
    let page = browser.visit(&first).await;
    assert!(page.count(".entry") < 30, "it leads to the page on which the first of them stands");
    assert_eq!(browser.get("/river/").await.count(UNREAD), 0);
}

#[tokio::test]
async fn all_of_it_is_read_at_the_touch_of_a_button_also_what_stands_on_later_pages() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (_, browser) = site.member("bram").await;
    let mut browser = with_script(browser);
    for number in 0..25 {
        let post = site.post(&ines, &format!("Post {number}")).await;
        browser.get(&site.url(post).await).await;
        say(&site, &ines, post, 1).await;
    }
    let page = browser.get("/river/").await;
    assert_eq!((page.count(UNREAD), page.count(".all-read")), (20, 1));
    let until = page.attributes(".all-read [name=until]", "value")[0].clone();
    site.pass_minutes(1);
    let late = site.post(&ines, "Late").await;
    browser.get(&site.url(late).await).await;
    say(&site, &ines, late, 1).await;
    let reply = browser.post("/me/read", &[("until", &until), ("next", "/river/")]).await;
    assert_eq!(reply.location().unwrap(), "/river/");
    let page = browser.get("/river/").await;
    assert_eq!(page.count(UNREAD), 1, "what came since the page was made was not seen");
    let next = page.attributes("a[rel=next]", "href")[0].clone();
    assert_eq!(browser.get(&next).await.count(UNREAD), 0);
}

#[tokio::test]
async fn to_somebody_new_nothing_is_unread_and_what_they_never_opened_says_so() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    say(&site, &ines, post, 5).await;
    let (_, mut browser) = site.member("neva").await;
    let page = browser.get("/river/").await;
    assert_eq!((page.count(UNREAD), page.count(".all-read")), (0, 0));
    assert!(page.text(".river .meta").ends_with("Not opened yet"), "{}", page.text(".river .meta"));
    assert_eq!(page.attributes(".river .what", "href"), [site.url(post).await], "it leads to its beginning");
    assert_eq!(browser.get("/river/mine/").await.count(".empty"), 1);
}

#[tokio::test]
async fn an_empty_river_says_what_will_be_there() {
    let site = Site::new().await;
    assert!(site.stranger().get("/river/").await.text(".empty").contains("Nobody has said anything yet"));
    let (ines, mut browser) = site.member("ines").await;
    site.post(&ines, "Silent").await;
    assert_eq!(browser.get("/river/").await.count(".river > li"), 0, "where nobody said anything is no conversation");
    assert!(browser.get("/river/mine/").await.text(".empty").contains("Nothing you follow"));
    let page = browser.get("/river/?after=5-5").await;
    assert_eq!(
        (page.text(".empty p"), page.attributes(".empty a", "href")),
        ("There is nothing older.".into(), vec!["/river/".into()])
    );
    assert_eq!(browser.get("/river/?after=nonsense").await.status, 200);
    assert_eq!(site.stranger().get("/river/mine/").await.status, 401);
}

#[tokio::test]
async fn a_line_says_who_spoke_last_where_and_how_much_there_is() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (bram, mut browser) = site.member("bram").await;
    let post = site.post_for(&ines, "Among us", Audience::Community).await;
    site.comment(&ines, post, None, "First.").await;
    site.pass_minutes(1);
    let last = site.comment(&bram, post, None, "I *would* say so.").await;
    let page = author.get("/river/").await;
    assert_eq!(page.texts(".river .line"), ["Bram I would say so."]);
    let facts = page.texts(".river .facts > *");
    assert_eq!(facts[1..], ["2 thoughts", "Ines", "Members only", "Not opened yet"]);
    assert_eq!(page.attributes(".river .facts a", "href"), [format!("/comments/{last}"), "/ines/".into()]);
    assert_eq!(browser.get("/river/").await.count(UNREAD), 0, "one's own words are not unread");
    assert_eq!(site.stranger().get("/river/").await.count(".river > li"), 0);
    // A guest has no account, and a picture all the same.
    let open = site.post(&ines, "For all").await;
    let fields =
        [("parent", ""), ("text", "Hello."), ("name", "Wendy"), ("email", "wendy@example.net"), ("website", "")];
    let reply = site.stranger().post(&format!("/posts/{open}/comments"), &fields).await;
    let waiting = reply.location().unwrap();
    assert_eq!(site.stranger().get("/river/").await.count(".river > li"), 0, "what waits was not said yet");
    author.post(&format!("{waiting}/approve"), &[]).await;
    let page = site.stranger().get("/river/").await;
    assert_eq!(page.texts(".river .line"), ["Wendy Hello."]);
    assert!(page.attributes(".river .face", "src")[0].starts_with("/pictures/"));
}

#[tokio::test]
async fn a_line_stands_where_the_last_visit_to_the_river_ended() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (_, mut browser) = site.member("bram").await;
    let (old, new) = (site.post(&ines, "Old").await, site.post(&ines, "New").await);
    say(&site, &ines, old, 1).await;
    assert_eq!(browser.get("/river/").await.count(".parting"), 0, "whoever comes for the first time left nothing");
    site.pass_minutes(60);
    say(&site, &ines, new, 1).await;
    for _ in 0..2 {
        let page = browser.get("/river/").await;
        let order: Vec<bool> =
            page.texts(".river > li").iter().map(|line| line.starts_with("Your last visit")).collect();
        assert_eq!(order, [false, true, false]);
        site.pass_minutes(10);
    }
    site.pass_minutes(60);
    assert_eq!(browser.get("/river/").await.count(".parting"), 0, "nothing moved since");
}

fn was_made(reply: &Reply) -> bool {
    reply.headers.contains_key("x-request-id")
}

#[tokio::test]
async fn the_river_of_strangers_is_kept_until_something_in_it_changes_and_that_of_members_is_not() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let said = site.comment(&ines, post, None, "First.").await;
    let mut stranger = site.stranger();
    assert!(was_made(&stranger.get("/river/").await) && !was_made(&stranger.get("/river/").await));
    assert!(was_made(&author.get("/river/").await) && was_made(&author.get("/river/").await));
    let edited = author.get(&format!("/comments/{said}/edit")).await.attributes("[name=edited]", "value")[0].clone();
    author.post(&format!("/comments/{said}/edit"), &[("text", "Better."), ("edited", &edited)]).await;
    assert_eq!(stranger.get("/river/").await.text(".river .line"), "Ines Better.");
    site.comment(&ines, post, None, "Second.").await;
    assert_eq!(stranger.get("/river/").await.text(".river .line"), "Ines Second.");
    assert!(!was_made(&stranger.get("/river/").await));
    author.post("/me/profile", &[("name", "Inês"), ("handle", "ines"), ("time_zone", "UTC"), ("language", "en")]).await;
    assert_eq!(stranger.get("/river/").await.text(".river .line"), "Inês Second.");
    author.post(&format!("/me/posts/{post}/delete"), &[]).await;
    assert_eq!(stranger.get("/river/").await.count(".river > li"), 0);
}
