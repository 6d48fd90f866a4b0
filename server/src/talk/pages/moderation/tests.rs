use crate::{
    checks::testing::{Client, Site},
    people::members::Role,
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
