//! Blocking guests through their pages.

use crate::{
    checks::testing::{Client, Reply, Site},
    ids::{CommentId, PostId},
    people::{guest_blocks, members::Role},
};

const FORM: [(&str, &str); 3] = [("what", "network"), ("days", "7"), ("reason", "Insults, again and again.")];

async fn says(who: &mut Client, post: PostId, email: &str, text: &str) -> Reply {
    let form = [("name", "Gwen"), ("email", email), ("text", text)];
    who.post(&format!("/posts/{post}/comments"), &form).await
}

fn comment(sent: &Reply) -> CommentId {
    sent.location().unwrap().rsplit('/').next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn who_is_blocked_by_network_or_address_writes_nothing_for_a_time_and_loses_nothing() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let from = |address: &str| site.stranger().with_header("x-forwarded-for", address);
    let (mut gwen, mut near) = (from("203.0.113.7"), from("203.0.113.200"));
    let said = comment(&says(&mut gwen, post, "gwen@example.net", "First.").await);
    assert_eq!(says(&mut near, post, "wes@example.net", "Hello.").await.status, 303);
    let block = format!("/manage/guests/{said}/block");
    let page = olga.get("/me/waiting/").await;
    assert!(page.attributes(".actions a", "href").contains(&block), "{}", page.text("main"));
    let page = olga.get(&block).await;
    let text = page.text("main");
    assert!(text.contains("203.0.113.0/24") && text.contains("2 comments by 2 guests"), "{text}");
    assert_eq!(page.attributes("#network", "value"), ["203.0.113.7/32"], "the address itself can be chosen, too");
    let made = olga.post(&block, &FORM).await;
    assert_eq!(made.location().as_deref(), Some("/manage/guests/?done=blocked"), "{}", made.text("main"));
    for who in [&mut gwen, &mut near, &mut from("203.0.113.8")] {
        let page = says(who, post, "new@example.net", "My words.").await;
        assert_eq!((page.status.as_u16(), page.text("#comment").trim()), (422, "My words."));
        assert_eq!(page.attributes("#guest-email", "value"), ["new@example.net"]);
        assert!(page.text("[role=alert]").contains("cannot comment here for now"), "{}", page.text("main"));
    }
    assert_eq!(says(&mut from("203.0.114.8"), post, "far@example.net", "Elsewhere.").await.status, 303);
    // Members are not meant, wherever they are; and whoever is blocked may read and report.
    let (bram, _) = site.member("bram").await;
    let mut bram = site.signed_in(bram.id).await.with_header("x-forwarded-for", "203.0.113.9");
    assert_eq!(bram.post(&format!("/posts/{post}/comments"), &[("text", "Here.")]).await.status, 303);
    assert_eq!(gwen.get(&format!("/report/conversation/{post}")).await.status, 200);
    // By the address of e-mail, however it is written, from anywhere.
    let email = [("what", "email"), ("days", "30"), ("reason", "The same person.")];
    assert_eq!(olga.post(&block, &email).await.status, 303);
    assert_eq!(says(&mut from("198.51.100.1"), post, "Gwen@Example.net", "Me.").await.status, 422);
    site.pass_minutes(8 * 24 * 60);
    assert_eq!(says(&mut from("203.0.113.8"), post, "new@example.net", "My words.").await.status, 303, "it has ended");
    assert_eq!(says(&mut gwen, post, "gwen@example.net", "Me.").await.status, 422);
    // Lifted, and what was done is in the log without address and network.
    let page = olga.get("/manage/guests/").await;
    assert!(page.count(".rows li") == 1 && page.text(".rows").contains("gwen@example.net"), "{}", page.text("main"));
    let lift = page.attributes(".rows form", "action").remove(0);
    assert_eq!(olga.post(&lift, &[]).await.location().as_deref(), Some("/manage/guests/?done=lifted"));
    assert_eq!(says(&mut gwen, post, "gwen@example.net", "Me.").await.status, 303);
    let log = olga.get("/manage/log/").await.text("main");
    assert!(log.contains("Insults, again and again.") && log.contains("lifted the block"), "{log}");
    assert!(!log.contains("203.0.113") && !log.contains("gwen@"), "{log}");
}

#[tokio::test]
async fn nobody_blocks_half_the_world_or_themselves_and_no_network_is_kept_for_long() {
    let site = Site::new().await;
    let (olga, _) = site.member_as("olga", Role::Organiser).await;
    let (ines, mut author) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let mut olga = site.signed_in(olga.id).await.with_header("x-forwarded-for", "198.51.100.20");
    let mut gwen = site.stranger().with_header("x-forwarded-for", "2001:db8:1:2:3::4");
    let said = comment(&says(&mut gwen, post, "gwen@example.net", "First.").await);
    let block = format!("/manage/guests/{said}/block");
    assert!(olga.get(&block).await.text("main").contains("2001:db8:1::/48"));
    for (network, says) in
        [("0.0.0.0/0", "too wide"), ("somewhere", "no network"), ("198.51.100.0/24", "your own"), ("", "no network")]
    {
        let form = [("what", "other"), ("network", network), ("days", "7"), ("reason", "Kept.")];
        let page = olga.post(&block, &form).await;
        assert_eq!((page.status.as_u16(), page.text("#reason").trim()), (422, "Kept."), "{network}");
        assert!(page.text("#network-error").contains(says), "{network}: {}", page.text("main"));
    }
    let page = olga.post(&block, &[]).await;
    assert_eq!(page.attributes("[role=alert] a", "href"), ["#what-email", "#days", "#reason"]);
    for (who, status) in [(&mut author, 403), (&mut site.stranger(), 401)] {
        assert_eq!(who.get(&block).await.status, status);
        assert_eq!(who.post(&block, &FORM).await.status, status);
        assert_eq!(who.get("/manage/guests/").await.status, status);
    }
    site.pass_minutes(15 * 24 * 60);
    site.app.db.always(async |tx| guest_blocks::forget_old(tx).await).await.unwrap();
    let page = olga.get(&block).await;
    assert!(page.count("[value=network]") == 0 && page.text("main").contains("14 days"), "{}", page.text("main"));
    let page = olga.post(&block, &FORM).await;
    assert!(page.text("#what-email-error").contains("no longer known"), "{}", page.text("main"));
    let own = site.comment(&ines, post, None, "By a member.").await;
    assert_eq!(olga.get(&format!("/manage/guests/{own}/block")).await.status, 404);
}
