use crate::{
    checks::testing::{Client, Site},
    people::members::Role,
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
