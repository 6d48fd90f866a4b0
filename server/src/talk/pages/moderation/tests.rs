use crate::{
    checks::testing::{Client, Reply, Site},
    course::tribes::Door,
    ids::PostId,
    people::members::Role,
    schedule,
    talk::posts::{self, Audience},
};

async fn guest_writes(site: &Site, post: crate::ids::PostId, name: &str, text: &str) -> Client {
    let mut guest = site.stranger();
    let email = format!("{}@example.net", name.to_lowercase());
    let fields = [("parent", ""), ("text", text), ("name", name), ("email", email.as_str()), ("website", "")];
    assert_eq!(guest.post(&format!("/posts/{post}/comments"), &fields).await.status, 303);
    guest
}

#[tokio::test]
async fn what_waits_is_shown_to_those_who_decide_and_to_nobody_else() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let post = site.post(&ines, "Open house").await;
    guest_writes(&site, post, "Wendy", "May I?").await;

    assert_eq!(site.stranger().get("/me/waiting/").await.status, 401);
    let page = bram.get("/me/waiting/").await;
    assert_eq!((page.status.as_u16(), page.count(".empty"), page.count(".entry")), (200, 1, 0));
    for (decider, organises) in [(&mut author, false), (&mut olga, true)] {
        let page = decider.get("/me/waiting/").await;
        assert_eq!(page.texts(".entry .prose"), ["May I?"]);
        assert!(page.text(".entry .in-reply-to").contains("Open house"));
        assert_eq!(page.body.contains("wendy@example.net"), organises, "addresses are for organisers");
        assert_eq!(page.text(".masthead .waiting"), "To review (1)");
    }
}

#[tokio::test]
async fn a_comment_is_approved_hidden_and_shown_again_from_the_page() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let post = site.post(&ines, "Open house").await;
    let url = site.url(post).await;
    guest_writes(&site, post, "Wendy", "Kind words").await;
    guest_writes(&site, post, "Spam", "Cheap watches").await;
    let mut shown = site.stranger();

    let page = author.get("/me/waiting/").await;
    let actions = page.attributes(".entry form", "action");
    let next = [("next", "/me/waiting/")];
    let back = author.post(&actions[0], &next).await.location().unwrap();
    assert_eq!(author.get(&back).await.text("#done"), "The comment by Wendy has been approved. Look at it");
    let back = author.post(&actions[3], &next).await.location().unwrap();
    assert_eq!(author.get(&back).await.text("#done"), "The comment by Spam is hidden.");
    assert_eq!(shown.get(&url).await.texts(".entry .prose"), ["Kind words"]);

    let page = author.get("/me/waiting/").await;
    assert_eq!(page.count(".empty"), 1);
    assert_eq!(page.texts("#hidden + .thread .prose"), ["Cheap watches"]);
    let again = page.attributes("#hidden + .thread form", "action").remove(0);
    assert_eq!(author.post(&again, &next).await.status, 303);
    assert_eq!(shown.get(&url).await.count(".entry .prose"), 2);
    assert_eq!(author.get("/me/waiting/").await.count(".entry"), 0);
    let waiting = guest_writes(&site, post, "Odile", "Unread").await;
    drop(waiting);
    let odd = author.get("/me/waiting/?approved=1&hidden=x&unhidden=").await;
    assert_eq!((odd.status.as_u16(), odd.count("#done")), (200, 0), "nothing is said that is not so");
}

/// Writes as a guest under a name, and answers the number of the comment.
async fn say(guest: &mut Client, post: crate::ids::PostId, name: &str, text: &str) -> String {
    let fields = [("parent", ""), ("text", text), ("name", name), ("email", "wendy@example.net"), ("website", "")];
    let reply = guest.post(&format!("/posts/{post}/comments"), &fields).await;
    assert_eq!(reply.status, 303, "{name}: {}", reply.body);
    reply.location().unwrap().rsplit('/').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_guest_under_another_name_is_another_person_and_waits() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    site.member("bram").await;
    let post = site.post(&ines, "Open house").await;
    let url = site.url(post).await;
    let mut guest = site.stranger();
    let first = say(&mut guest, post, "Wendy", "It is me").await;
    author.post(&format!("/comments/{first}/approve"), &[("next", "")]).await;
    say(&mut guest, post, "Wendy", "It is still me").await;
    assert_eq!(site.stranger().get(&url).await.count(".entry"), 2);
    for name in ["Bram", "wendy", "Wendy W", "Ines"] {
        say(&mut guest, post, name, &format!("It is {name}")).await;
    }
    let page = site.stranger().get(&url).await;
    assert_eq!(page.texts(".entry .name"), ["Wendy", "Wendy"]);
    assert_eq!(page.texts(".entry .label"), ["Guest", "Guest"]);
}

#[tokio::test]
async fn a_name_like_that_of_somebody_who_is_trusted_waits_every_time_and_those_who_decide_see_why() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    site.member_as("pekka", Role::Guide).await;
    site.member_as("tomasz", Role::Instructor).await;
    let post = site.post(&ines, "Open house").await;
    let url = site.url(post).await;
    let mut guest = site.stranger();
    // Greek and Cyrillic letters, accents, spaces, a zero, what cannot be seen; and the community itself.
    for name in ["Ιnés", "ОLGА", "P E K K A", "T0masz", "ol\u{200d}ga", "The Commons School"] {
        for words in ["first", "second"] {
            let id = say(&mut guest, post, name, &format!("{words} words of {name}")).await;
            let page = olga.get("/me/waiting/").await;
            assert_eq!(
                page.count(".entry .warning"),
                1,
                "{name} waits, and it is said why: {:?}",
                page.texts(".entry")
            );
            assert_eq!(author.get(&url).await.count(".entry .warning"), 1, "{name}, on the page");
            author.post(&format!("/comments/{id}/approve"), &[("next", "")]).await;
        }
    }
    say(&mut guest, post, "Iness", "Nobody else").await;
    assert_eq!(olga.get("/me/waiting/").await.count(".entry .warning"), 0);
    assert_eq!(olga.get("/me/waiting/").await.texts(".entry .label"), ["Guest"]);
    assert_eq!(author.get(&url).await.count(".entry .warning"), 0, "what was let through is not warned of");
}

#[tokio::test]
async fn a_hidden_post_is_gone_from_every_list_and_its_address_says_so() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (bram, mut reader) = site.member("bram").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let post = site.post(&ines, "Hasty").await;
    let comment = site.comment(&bram, post, None, "Calm down").await;
    let url = site.url(post).await;
    let (hide, unhide) = (format!("/posts/{post}/hide"), format!("/posts/{post}/unhide"));
    assert_eq!(olga.get(&url).await.count(&format!("form[action='{hide}']")), 1);
    for other in [&mut author, &mut reader] {
        assert_eq!(other.get(&url).await.count(&format!("form[action='{hide}']")), 0);
    }

    assert_eq!(olga.post(&hide, &[("why", "It names a patient.")]).await.location().as_deref(), Some(&*url));
    for who in [&mut site.stranger(), &mut reader] {
        let page = who.get(&url).await;
        assert_eq!((page.status.as_u16(), page.text("h1")), (410, "This post was hidden".into()));
        assert!(!page.body.contains("patient") && !page.body.contains("The text of"), "nothing of it is shown");
        assert_eq!(who.get(&format!("/comments/{comment}")).await.status, 410);
        assert_eq!(who.get(&format!("/comments/{comment}/entry")).await.status, 410);
        assert_eq!(who.post(&format!("/posts/{post}/comments"), &[("parent", ""), ("text", "x")]).await.status, 404);
        for list in ["/", "/ines/", "/ines/2026/", "/members/ines/", "/members/bram/"] {
            let page = who.get(list).await;
            assert!(!page.body.contains("Hasty"), "{list} still names it");
        }
    }
    let own = author.get(&url).await;
    assert_eq!(own.status, 200);
    assert!(own.text("#hidden").contains("It names a patient."), "its author reads why: {}", own.text("#hidden"));
    assert_eq!(own.count(&format!("form[action='{unhide}']")), 0);
    assert!(author.get("/me/posts/").await.text(".rows").contains("Hidden"));
    assert_eq!(author.get("/").await.count(".contents li"), 0);
    let form = [("title", "Hasty"), ("text", "Better"), ("audience", "public"), ("language", "en"), ("do", "save")];
    let edited = author.get(&format!("/me/posts/{post}/")).await.attributes("[name=edited]", "value").remove(0);
    author.post(&format!("/me/posts/{post}/"), &[&form[..], &[("edited", &*edited)]].concat()).await;
    assert_eq!(site.stranger().get(&url).await.status, 410, "to edit it does not show it again");

    assert_eq!(olga.get("/me/waiting/").await.texts("#hidden-posts + .rows a[lang]"), ["Hasty"]);
    assert_eq!(author.post(&unhide, &[]).await.status, 403);
    assert_eq!(olga.post(&unhide, &[]).await.status, 303);
    assert_eq!(site.stranger().get(&url).await.status, 200);
    assert_eq!(site.stranger().get("/").await.count(".contents li"), 1);
    let log = olga.get("/manage/log/").await.text(".rows");
    assert!(log.contains("hid a post It names a patient.") && log.contains("showed again a post"), "{log}");
}

#[tokio::test]
async fn what_is_for_its_author_alone_is_hidden_from_nobody() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let secret = site.post_for(&ines, "For me", Audience::Me).await;
    let closed = site.post_for(&ines, "For members", Audience::Community).await;
    assert_eq!(olga.post(&format!("/posts/{secret}/hide"), &[]).await.status, 404);
    assert_eq!(olga.post(&format!("/posts/{closed}/hide"), &[]).await.status, 303);
    let url = site.url(closed).await;
    assert_eq!(site.stranger().get(&url).await.status, 404, "a stranger never learned that it was there");
    assert_eq!(site.member("bram").await.1.get(&url).await.status, 410);
}

#[tokio::test]
async fn all_comments_of_one_guest_go_in_one_step_and_come_back_as_they_were() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let post = site.post(&ines, "Open house").await;
    let other = site.post(&ines, "Another").await;
    let mut spammer = guest_writes(&site, post, "Spam", "Cheap watches").await;
    let page = author.get("/me/waiting/").await;
    author.post(&page.attributes(".entry form", "action")[0], &[]).await;
    let again = |text| [("parent", ""), ("text", text), ("name", "Spam"), ("email", "spam@example.net")];
    assert_eq!(spammer.post(&format!("/posts/{other}/comments"), &again("More watches")).await.status, 303);
    guest_writes(&site, other, "Spam", "The same address from elsewhere").await;
    guest_writes(&site, other, "Wendy", "May I?").await;
    let mut reader = site.stranger();
    let (url, second) = (site.url(post).await, site.url(other).await);
    assert_eq!((reader.get(&url).await.count(".entry"), reader.get(&second).await.count(".entry")), (1, 1));

    let page = olga.get("/me/waiting/").await;
    assert_eq!(author.get("/me/waiting/").await.count("form[action*='/manage/guests/']"), 0, "organisers only");
    let hide = page.attributes("form[action*='/manage/guests/']", "action").remove(0);
    let done = olga.post(&hide, &[]).await.location().unwrap();
    let page = olga.get(&done).await;
    assert!(page.text("#done").starts_with("3 comments"), "{}", page.text("#done"));
    assert_eq!(page.texts("#waiting .prose"), ["May I?"]);
    assert_eq!((reader.get(&url).await.count(".entry"), reader.get(&second).await.count(".entry")), (0, 0));
    assert_eq!(spammer.post(&format!("/posts/{other}/comments"), &again("And more")).await.status, 303);
    assert_eq!(reader.get(&second).await.count(".entry"), 0, "the next one waits again");

    let undo = page.attributes("#done form", "action").remove(0);
    let at = page.attributes("#done [name=at]", "value").remove(0);
    assert_eq!(olga.post(&undo, &[("at", at.as_str())]).await.status, 303);
    assert_eq!((reader.get(&url).await.count(".entry"), reader.get(&second).await.count(".entry")), (1, 1));
    let page = olga.get("/me/waiting/").await;
    assert_eq!(page.count("#waiting .entry"), 3, "what waited waits again");
}

#[tokio::test]
async fn what_was_hidden_does_not_bring_a_conversation_to_the_front() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let (eve, _) = site.member("eve").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (old, newer) = (site.post(&ines, "Old").await, site.post(&ines, "Newer").await);
    site.comment(&bram, old, None, "Long ago").await;
    site.pass_minutes(60);
    site.comment(&bram, newer, None, "Lately").await;
    site.pass_minutes(60);
    let front = async || {
        let mut conn = site.app.db.read().await.unwrap();
        let found = posts::liveliest(&mut conn, None, 5).await.unwrap();
        found.into_iter().map(|post| post.title).collect::<Vec<_>>()
    };
    let spam = site.comment(&eve, old, None, "Watches").await;
    site.comment(&eve, old, None, "More watches").await;
    assert_eq!(front().await, ["Old", "Newer"]);
    olga.post(&format!("/comments/{spam}/hide"), &[]).await;
    olga.post(&format!("/manage/members/{}/hide", eve.id), &[("all", "yes")]).await;
    assert_eq!(front().await, ["Newer", "Old"]);
    let mine = site.comment(&bram, old, None, "A slip").await;
    brams.post(&format!("/comments/{mine}/delete"), &[]).await;
    assert_eq!(front().await, ["Newer", "Old"], "nor does what its writer took back");
}

/// What is sent to decide about several comments at once.
async fn decide(client: &mut Client, what: &str, comments: &[String]) -> crate::checks::testing::Reply {
    let marked = comments.iter().map(|id| ("comment", id.as_str()));
    let fields: Vec<_> = marked.chain([("do", what)]).collect();
    let done = client.post("/me/waiting/", &fields).await;
    assert_eq!(done.status, 303, "{}", done.body);
    client.get(&done.location().unwrap()).await
}

/// Takes back what a page says was done.
async fn undo(client: &mut Client, page: &crate::checks::testing::Reply) -> crate::checks::testing::Reply {
    let comments = page.attributes("#done [name=comment]", "value");
    let (at, what) =
        (page.attributes("#done [name=at]", "value").remove(0), page.attributes("#done button", "value").remove(0));
    let marked = comments.iter().map(|id| ("comment", id.as_str()));
    let fields: Vec<_> = marked.chain([("do", what.as_str()), ("at", at.as_str())]).collect();
    let done = client.post("/me/waiting/", &fields).await;
    client.get(&done.location().unwrap()).await
}

#[tokio::test]
async fn forty_comments_are_hidden_at_once_and_come_back_to_their_places() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (one, other) = (site.post(&ines, "Open house").await, site.post(&bram, "Another").await);
    for n in 0..40 {
        guest_writes(&site, if n % 2 == 0 { one } else { other }, &format!("Guest{n}"), &format!("Watches {n}")).await;
    }
    let waiting = olga.get("/me/waiting/").await;
    let all = waiting.attributes("[form=marked]", "value");
    assert_eq!((all.len(), waiting.count("#marked button")), (40, 2));
    let texts = waiting.texts("#waiting .prose");

    let page = decide(&mut olga, "hide", &all).await;
    assert_eq!(page.text("#done p"), "40 comments are hidden.");
    assert_eq!((page.count("#waiting .entry"), page.count("#done [name=comment]")), (0, 40));
    let page = undo(&mut olga, &page).await;
    assert_eq!(page.text("#done"), "40 comments are back where they were.");
    assert_eq!(olga.get("/me/waiting/").await.texts("#waiting .prose"), texts);
    assert_eq!(site.stranger().get(&site.url(one).await).await.count(".entry"), 0, "what waited waits");

    let page = decide(&mut author, "approve", &all).await;
    assert_eq!(page.text("#done p"), "20 comments have been approved.", "under her own post");
    let read = site.stranger().get(&site.url(one).await).await;
    assert_eq!(read.count(".entry"), 20);
    let answered = page.attributes("#done [name=comment]", "value").remove(3);
    let said = [("parent", answered.as_str()), ("text", "Which ones?")];
    assert_eq!(brams.post(&format!("/posts/{one}/comments"), &said).await.status, 303);
    let page = undo(&mut author, &page).await;
    assert_eq!(page.text("#done"), "19 comments are waiting again.");
    let read = site.stranger().get(&site.url(one).await).await;
    assert_eq!(read.texts(".entry .prose").len(), 2, "what was answered stands, with its answer");
    assert!(read.text("#thoughts, .tally, .conversation h2").contains('2'), "{:?}", read.texts("h2"));
}

#[tokio::test]
async fn whoever_decides_second_learns_of_the_first_and_changes_nothing() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut bram) = site.member("bram").await;
    let post = site.post(&ines, "Open house").await;
    guest_writes(&site, post, "Wendy", "May I?").await;
    guest_writes(&site, post, "Spam", "Watches").await;
    let ids = author.get("/me/waiting/").await.attributes("[form=marked]", "value");
    let next = [("next", "/me/waiting/")];
    author.post(&format!("/comments/{}/approve", ids[0]), &next).await;
    author.post(&format!("/comments/{}/hide", ids[1]), &next).await;
    for (id, verb, said) in [(0, "approve", "approved"), (1, "hide", "hidden"), (1, "approve", "hidden")] {
        let back = olga.post(&format!("/comments/{}/{verb}", ids[id]), &next).await.location().unwrap();
        let text = olga.get(&back).await.text("#done");
        assert!(text.starts_with(&format!("Ines had already {said} this comment")), "{verb}: {text}");
    }
    for (what, n) in [("approve", 2), ("hide", 2)] {
        let page = decide(&mut olga, what, &ids).await;
        let text = page.text("#done");
        let said = format!("Somebody else had already decided about {n}.");
        assert_eq!(text, format!("Nothing that was selected was still waiting. {said}"));
    }
    let shown = site.stranger().get(&site.url(post).await).await;
    assert_eq!(shown.texts(".entry .prose"), ["May I?"]);

    guest_writes(&site, post, "Odile", "And I?").await;
    let id = author.get("/me/waiting/").await.attributes("[form=marked]", "value");
    let page = decide(&mut bram, "approve", &id).await;
    assert_eq!(page.text("#done"), "Nothing that was selected was still waiting.", "not his to decide");
    assert_eq!(author.get("/me/waiting/").await.count("#waiting .entry"), 1);
    for odd in [vec![], vec![("do", "burn")], vec![("comment", "1")]] {
        assert_eq!(author.post("/me/waiting/", &odd).await.status, 400);
    }
    let odd = author.get("/me/waiting/?many=hidden&n=-1&others=x&comments=1..2.x&at=9&decided=1").await;
    assert!(odd.status == 200 || odd.status == 400, "{}", odd.status);
}

/// Has organisers look first at comments with these words.
async fn hold(olga: &mut Client, words: &str) {
    let fields = [
        ("name", "The Commons School"),
        ("tagline", ""),
        ("language", "en"),
        ("time_zone", "UTC"),
        ("joining", "open"),
        ("guests", "first"),
        ("edit_minutes", "15"),
        ("held_words", words),
        ("held_links", "2"),
    ];
    let saved = olga.post("/manage/community", &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
}

#[tokio::test]
async fn words_and_links_that_organisers_look_at_first_make_a_comment_wait() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let (_, mut guide) = site.member_as("pekka", Role::Guide).await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let post = site.post(&ines, "Open house").await;
    let url = site.url(post).await;
    hold(&mut olga, "casino\r\npills.example\r\n").await;
    assert_eq!(olga.get("/manage/").await.text("#c-held-words"), "casino pills.example");
    let say = async |client: &mut Client, text: &str| {
        let sent = client.post(&format!("/posts/{post}/comments"), &[("parent", ""), ("text", text)]).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
    };
    say(&mut bram, "No word of it").await;
    say(&mut bram, "The **cas**íno is open").await;
    say(&mut guide, "A casino is no library").await;
    say(&mut author, "Nor is this a casino").await;
    let read = site.stranger().get(&url).await.texts(".entry .prose");
    assert_eq!(read, ["No word of it", "A casino is no library", "Nor is this a casino"]);
    assert!(bram.get(&url).await.body.contains("Awaiting approval"), "its writer sees it");
    let page = olga.get("/me/waiting/").await;
    assert_eq!(page.texts(".entry .warning"), ["It has a word from your list of words to look at first."]);

    let mut guest = site.stranger();
    let fields = |text: &'static str| {
        [("parent", ""), ("text", text), ("name", "Wendy"), ("email", "wendy@example.net"), ("website", "")]
    };
    let to = format!("/posts/{post}/comments");
    let first = guest.post(&to, &fields("Good evening")).await.location().unwrap();
    author.post(&format!("{first}/approve"), &[("next", "")]).await;
    guest.post(&to, &fields("https://one.example https://two.example")).await;
    guest.post(&to, &fields("https://one.example https://two.example https://three.example")).await;
    let page = olga.get("/me/waiting/").await;
    assert_eq!(page.texts(".entry .warning").last().unwrap(), "It has more links than a guest may post unseen.");
    assert_eq!((page.count("#waiting .entry"), site.stranger().get(&url).await.count(".entry")), (2, 5));
}

#[tokio::test]
async fn an_edit_is_looked_at_like_a_new_comment() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let post = site.post(&ines, "Open house").await;
    let url = site.url(post).await;
    hold(&mut olga, "casino").await;
    let mut guest = site.stranger();
    let first = say(&mut guest, post, "Wendy", "It is me").await;
    author.post(&format!("/comments/{first}/approve"), &[("next", "")]).await;
    let second = say(&mut guest, post, "Wendy", "Kind words").await;
    assert_eq!(site.stranger().get(&url).await.count(".entry"), 2);
    let links =
        "https://a.example https://b.example https://c.example https://d.example https://e.example https://f.example";
    let edit = async |client: &mut Client, id: &str, text: &str| {
        let version = client.get(&format!("/comments/{id}/edit")).await.attributes("[name=edited]", "value");
        let fields = [("text", text), ("edited", version.first().map_or("", String::as_str)), ("as", "")];
        client.post(&format!("/comments/{id}/edit"), &fields).await
    };
    assert_eq!(edit(&mut guest, &second, links).await.status, 303);
    assert_eq!(site.stranger().get(&url).await.texts(".entry .prose"), ["It is me"], "six links wait");
    let page = author.get("/me/waiting/").await;
    assert_eq!((page.count("#waiting .entry"), page.text(".masthead .waiting")), (1, "To review (1)".into()));
    author.post(&format!("/comments/{second}/approve"), &[("next", "")]).await;
    assert_eq!(site.stranger().get(&url).await.count(".entry"), 2);

    let third = say(&mut guest, post, "Wendy", "More kind words").await;
    let answer = [("parent", third.as_str()), ("text", "Thank you")];
    assert_eq!(bram.post(&format!("/posts/{post}/comments"), &answer).await.status, 303);
    let refused = edit(&mut guest, &third, "The casino, now").await;
    assert_eq!((refused.status.as_u16(), refused.text("textarea")), (422, "The casino, now".into()), "nothing is lost");
    assert!(refused.body.contains("Write a new comment instead"));
    assert_eq!(site.stranger().get(&url).await.texts(".entry .prose")[2..], ["More kind words", "Thank you"]);
}

#[tokio::test]
async fn the_activity_log_can_be_searched() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (_, mut uenal) = site.member_as("unal", Role::Organiser).await;
    let post = site.post(&ines, "Hasty").await;
    olga.post(&format!("/posts/{post}/hide"), &[("why", "It names a patient (100 %).")]).await;
    uenal.post(&format!("/posts/{post}/unhide"), &[]).await;
    for (q, lines) in
        [("", 2), ("patient", 1), ("PÁTIENT 100 %", 1), ("olga", 1), ("showed again", 1), ("%", 1), ("nobody", 0)]
    {
        let page = olga.get(&format!("/manage/log/?q={}", q.replace('%', "%25").replace(' ', "+"))).await;
        let found = page.texts(".rows li").iter().filter(|line| line.contains("a post")).count();
        assert_eq!((page.status.as_u16(), found), (200, lines), "{q}: {:?}", page.texts(".rows li"));
    }
    assert_eq!(olga.get("/manage/log/?before=0").await.count(".rows li"), 0);
}

async fn says(who: &mut Client, post: PostId, text: &str) -> Reply {
    who.post(&format!("/posts/{post}/comments"), &[("text", text)]).await
}

#[tokio::test]
async fn in_slow_mode_each_person_writes_once_in_a_while_and_loses_nothing() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (ines, mut author) = site.member("ines").await;
    let (_, mut bram) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    let url = site.url(post).await;
    let slow = format!("/conversations/{post}/slow");
    assert_eq!(bram.post(&slow, &[("minutes", "10")]).await.status, 403);
    assert_eq!(author.post(&slow, &[("minutes", "7")]).await.status, 400);
    assert_eq!(author.post(&slow, &[("minutes", "10")]).await.location(), Some(url.clone()));
    // It is said before anybody types.
    assert!(site.stranger().get(&url).await.text(".slow").contains("once in 10 minutes"));
    assert_eq!(bram.get(&url).await.text(".slow"), "Slow mode: everybody can write here once in 10 minutes.");
    assert_eq!(says(&mut bram, post, "First.").await.status, 303);
    assert!(bram.get(&url).await.text(".slow strong").contains("You can send again at"));
    let page = says(&mut bram, post, "Second.").await;
    assert_eq!((page.status.as_u16(), page.text("#comment").trim()), (422, "Second."));
    assert!(page.text("[role=alert]").contains("Slow mode is on here"), "{}", page.text("main"));
    // A double click is the same comment, and taking it back gives nobody another turn.
    let again = says(&mut bram, post, "First.").await;
    assert_eq!(again.status, 303, "{}", again.body);
    let own = bram.get(&url).await.attributes(".actions a[href$='/delete']", "href").remove(0);
    bram.post(&own, &[]).await;
    assert_eq!(says(&mut bram, post, "Second.").await.status, 422);
    // It does not hold for the author, for those who run the site, and elsewhere.
    for who in [&mut author, &mut olga] {
        assert!(who.get(&url).await.text(".slow").contains("does not apply to you"));
        for text in ["One.", "Two."] {
            assert_eq!(says(who, post, text).await.status, 303);
        }
    }
    let other = site.post(&ines, "Week two").await;
    assert_eq!(says(&mut bram, other, "Here.").await.status, 303);
    site.pass_minutes(10);
    assert_eq!(bram.get(&url).await.count(".slow strong"), 0, "the page knows that it is their turn");
    assert_eq!(says(&mut bram, post, "Second.").await.status, 303);
    author.post(&slow, &[("minutes", "0")]).await;
    assert_eq!((says(&mut bram, post, "Third.").await.status.as_u16(), bram.get(&url).await.count(".slow")), (303, 0));
    let log = olga.get("/manage/log/").await.text("main");
    assert!(log.contains("turned on slow mode in a conversation") && log.contains("turned off slow mode"), "{log}");
}

#[tokio::test]
async fn a_guest_writes_no_sooner_from_another_browser_with_the_same_address() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    author.post(&format!("/conversations/{post}/slow"), &[("minutes", "60")]).await;
    let form = |text| [("name", "Gwen"), ("email", "gwen@example.net"), ("text", text)];
    let reply = format!("/posts/{post}/comments");
    let mut guest = site.stranger();
    assert_eq!(guest.post(&reply, &form("First.")).await.status, 303);
    for who in [&mut guest, &mut site.stranger()] {
        let page = who.post(&reply, &form("Second.")).await;
        assert_eq!((page.status.as_u16(), page.text("#comment").trim()), (422, "Second."));
        assert_eq!(page.attributes("#guest-name", "value"), ["Gwen"]);
    }
    let url = site.url(post).await;
    assert!(guest.get(&url).await.text(".slow strong").contains("You can send again"));
    site.pass_minutes(60);
    assert_eq!(guest.post(&reply, &form("Second.")).await.status, 303);
}

#[tokio::test]
async fn a_conversation_closes_when_nobody_wrote_for_long_and_is_opened_again_by_hand() {
    let site = Site::new().await;
    let (olga, _) = site.member_as("olga", Role::Organiser).await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    // Sessions do not last as long as all this.
    let author = async || site.signed_in(ines.id).await;
    let reader = || site.stranger();
    let (post, draft) = (site.post(&ines, "Week one").await, site.draft(&ines, "Later", Audience::Public).await);
    let tribe = site.tribe(&ines, "Walkers", Door::Open).await;
    let talk = site.discussion(&ines, &tribe, "Where to?").await;
    let pinned = site.discussion(&ines, &tribe, "Read this first").await;
    author().await.post(&format!("/tribes/{}/{pinned}/pin", tribe.address), &[]).await;
    let url = site.url(post).await;
    let choose = async |days: &str| {
        let mut olga = site.signed_in(olga.id).await;
        let form = [
            ("name", "Us"),
            ("language", "en"),
            ("time_zone", "UTC"),
            ("joining", "open"),
            ("guests", "first"),
            ("edit_minutes", "15"),
            ("close_days", days),
        ];
        olga.post("/manage/community", &form).await
    };
    let page = choose("many").await;
    assert_eq!((page.status.as_u16(), page.attributes("#c-close-days", "value")), (422, vec!["many".into()]));
    assert_eq!(choose("30").await.status, 303);
    assert!(
        reader().get(&url).await.text("#reply").contains("closes on 2 October 2026"),
        "{}",
        reader().get(&url).await.text("#reply")
    );
    site.pass_minutes(20 * 24 * 60);
    site.comment(&bram, post, None, "Still here.").await;
    assert!(reader().get(&url).await.text("#reply").contains("closes on 22 October 2026"));
    let round = async || schedule::round(&site.app).await.unwrap();
    let closed = async |mut who: Client, url: &str| who.get(url).await.text(".closed");
    site.pass_minutes(11 * 24 * 60);
    round().await;
    assert_eq!(closed(reader(), &url).await, "", "somebody wrote meanwhile");
    let talked = format!("/tribes/{}/{talk}/", tribe.address);
    assert!(closed(author().await, &talked).await.contains("nobody had written for 30 days"));
    assert_eq!(closed(author().await, &format!("/tribes/{}/{pinned}/", tribe.address)).await, "");
    site.pass_minutes(20 * 24 * 60);
    round().await;
    assert!(closed(reader(), &url).await.contains("nobody had written for 30 days"));
    let page = says(&mut site.signed_in(bram.id).await, post, "Too late?").await;
    assert_eq!((page.status.as_u16(), page.text("#comment").trim()), (422, "Too late?"));
    // Opened by hand, it stays open for as long again.
    assert_eq!(site.signed_in(bram.id).await.post(&format!("/conversations/{post}/reopen"), &[]).await.status, 403);
    assert_eq!(author().await.post(&format!("/conversations/{post}/reopen"), &[]).await.status, 303);
    site.pass_minutes(29 * 24 * 60);
    round().await;
    assert_eq!(closed(reader(), &url).await, "");
    site.pass_minutes(2 * 24 * 60);
    round().await;
    assert!(closed(reader(), &url).await.contains("nobody had written"));
    // Whoever takes the setting back opens what it closed, and nothing that was closed by hand.
    let by_hand = site.post(&ines, "Closed").await;
    author().await.post(&format!("/conversations/{by_hand}/close"), &[]).await;
    choose("").await;
    assert_eq!(closed(reader(), &url).await, "");
    assert_eq!(closed(reader(), &site.url(by_hand).await).await, "Comments are closed.");
    assert_eq!(author().await.get(&format!("/me/posts/{draft}/")).await.status, 200);
}

#[tokio::test]
async fn what_no_person_sent_waits_for_somebody_who_decides_and_a_member_is_never_doubted() {
    let site = Site::with_ordinary_limits().await;
    let (ines, mut author) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let url = site.url(post).await;
    let reply = format!("/posts/{post}/comments");
    let mut guest = site.stranger();
    let made = guest.get(&url).await.attributes("#reply [name=made]", "value").remove(0);
    assert_eq!(author.get(&url).await.count("#reply [name=made], #reply [name=subject]"), 0);
    site.pass_minutes(1);
    let person = [("name", "Gwen"), ("email", "gwen@example.net"), ("made", &*made)];
    let say = |text, more: &[(&'static str, &'static str)]| [&person[..], more, &[("text", text)]].concat();
    assert_eq!(guest.post(&reply, &say("A person.", &[("subject", "")])).await.status, 303);
    let page = author.get("/me/waiting/").await;
    assert_eq!(page.count(".state.warning"), 0, "{}", page.text("main"));
    let id = page.attributes("[name=comment]", "value").remove(0);
    author.post(&format!("/comments/{id}/approve"), &[]).await;
    assert_eq!(guest.post(&reply, &say("Known by now.", &[])).await.status, 303);
    assert_eq!(author.get("/me/waiting/").await.count(".entry"), 0);
    // With the field that nobody sees; without the page; at once.
    assert_eq!(guest.post(&reply, &say("Cheap watches.", &[("subject", "https://watches.example")])).await.status, 303);
    let bare = [("name", "Gwen"), ("email", "gwen@example.net"), ("text", "No page.")];
    assert_eq!(guest.post(&reply, &bare).await.status, 303);
    let now = guest.get(&url).await.attributes("#reply [name=made]", "value").remove(0);
    let at_once = [("name", "Gwen"), ("email", "gwen@example.net"), ("made", &*now), ("text", "At once.")];
    assert_eq!(guest.post(&reply, &at_once).await.status, 303);
    let page = author.get("/me/waiting/").await;
    assert_eq!(page.texts(".entry .prose"), ["Cheap watches.", "No page.", "At once."]);
    let doubts = page.texts(".state.warning");
    assert!(doubts.len() == 3 && doubts.iter().all(|it| it.contains("perhaps a program")), "{doubts:?}");
    // A form that was refused is as old as it was.
    let page = guest.post(&reply, &[("made", &*made), ("text", " ")]).await;
    assert_eq!((page.status.as_u16(), page.attributes("#reply [name=made]", "value")), (422, vec![made.clone()]));
    // Without style sheets somebody sees the field, and reads what it is for.
    assert!(page.text("#reply p[hidden]").contains("Leave this field empty"));
    let (_, mut bram) = site.member("bram").await;
    assert_eq!(bram.post(&reply, &[("text", "A member."), ("subject", "x")]).await.status, 303);
    assert_eq!(author.get("/me/waiting/").await.count(".entry"), 3);
}
