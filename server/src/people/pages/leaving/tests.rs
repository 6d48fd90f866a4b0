use super::end_due;
use crate::{
    checks::{
        access_courses::{course, draft},
        testing::{Client, Site},
    },
    course::tribes::Door,
    links::emails,
    people::{
        blocks,
        leaving::DAYS,
        members::{Member, Role},
    },
    talk::posts::Audience,
};

async fn leave(client: &mut Client, member: &Member, words: &str) {
    let left = client.post("/me/leave", &[("words", words), ("handle", &member.handle)]).await;
    assert_eq!((left.status.as_u16(), left.location().as_deref()), (303, Some("/sign-in?left=1")), "{}", left.body);
}

/// The time has come.
async fn wait(site: &Site) {
    site.pass_minutes(DAYS * 24 * 60);
    end_due(&site.app).await.unwrap();
}

async fn mailed(site: &Site) -> Vec<String> {
    site.do_jobs().await;
    while emails::round(&site.app).await.unwrap() {}
    site.letters().await
}

#[tokio::test]
async fn whoever_leaves_is_signed_out_and_back_with_everything_by_signing_in() {
    let site = Site::new().await;
    let (bram, mut client) = site.member("bram").await;
    let mut phone = site.signed_in(bram.id).await;
    let post = site.post(&bram, "A pump").await;
    let secret = site.post_for(&bram, "For myself", Audience::Me).await;
    assert_eq!(client.get("/me/settings/").await.count("a[href='/me/leave/']"), 1);
    assert_eq!(client.get("/me/leave/").await.count("[name=words]"), 3);
    let refused = client.post("/me/leave", &[("words", ""), ("handle", "brom")]).await;
    assert_eq!((refused.status.as_u16(), refused.count("[aria-invalid=true]")), (422, 2));
    assert_eq!(refused.attributes("#handle", "value"), ["brom"]);

    leave(&mut client, &bram, "go").await;
    let page = site.stranger().get("/sign-in?left=1").await;
    assert!(page.text("#done").contains("ends in 30 days"), "{}", page.text("#done"));
    assert_eq!(client.get("/me/settings/").await.status, 401);
    assert_eq!(phone.get("/me/settings/").await.status, 401, "on every device");
    let letters = site.letters().await;
    let letter = letters.iter().find(|letter| letter.contains("your account ends on 2 October 2026")).unwrap();
    assert!(letter.contains("is then deleted") && letter.contains("http://lyceum.test/sign-in"), "{letter}");
    // Nothing has changed for others.
    let url = site.url(post).await;
    assert_eq!(site.stranger().get(&url).await.text(".byline .name"), "Bram");

    site.pass_minutes(DAYS * 24 * 60 - 1);
    end_due(&site.app).await.unwrap();
    let mut back = site.stranger();
    assert_eq!(back.post("/sign-in/link", &[("who", "bram@example.org")]).await.status, 200);
    let letters = site.letters().await;
    let link = letters.iter().find_map(|letter| letter.split("http://lyceum.test/sign-in/link/").nth(1)).unwrap();
    let link = format!("/sign-in/link/{}", link.split_whitespace().next().unwrap());
    let signed_in = back.post(&link, &[]).await;
    assert_eq!(signed_in.location().as_deref(), Some("/me/leave/?done=stayed"), "{}", signed_in.body);
    assert!(back.get("/me/leave/?done=stayed").await.text("#done").contains("Welcome back"));
    wait(&site).await;
    assert!(site.reload(bram.id).await.is_in());
    for post in [post, secret] {
        assert_eq!(back.get(&site.url(post).await).await.status, 200);
    }
}

#[tokio::test]
async fn what_was_written_stays_with_the_name_or_without_it_or_goes() {
    let site = Site::new().await;
    let (olga, _) = site.member_as("olga", Role::Organiser).await;
    let (ines, _) = site.member("ines").await;
    let others = site.post(&ines, "A valve").await;
    for (handle, words) in [("rosa", "keep"), ("sami", "stay"), ("tom", "go")] {
        let (member, mut client) = site.member(handle).await;
        let post = site.post(&member, &format!("By {handle}")).await;
        site.draft(&member, "Not yet", Audience::Public).await;
        site.comment(&member, others, None, &format!("Said by {handle}")).await;
        client.post("/me/archive", &[]).await;
        site.do_jobs().await;
        let url = site.url(post).await;
        leave(&mut client, &member, words).await;
        wait(&site).await;
        let gone = site.reload(member.id).await;
        assert!(gone.is_removed() && gone.email.is_none() && gone.handle.starts_with("former-"), "{words}");
        let mut stranger = site.stranger();
        assert_eq!(stranger.get(&format!("/members/{handle}/")).await.status, 404);
        let there = stranger.get(&url).await;
        let talk = stranger.get(&site.url(others).await).await;
        match words {
            "keep" => {
                assert_eq!((there.status.as_u16(), there.text(".byline .name")), (200, "Rosa".into()));
                assert!(talk.texts(".entry .name").contains(&"Rosa".to_owned()));
            }
            "stay" => {
                assert_eq!(there.status, 404);
                let moved = stranger.get(&site.url(post).await).await;
                assert_eq!((moved.status.as_u16(), moved.text(".byline .name")), (200, "A former member".into()));
                assert!(talk.body.contains("Said by sami") && !talk.body.contains("Sami"));
            }
            _ => {
                assert_ne!(there.status, 200);
                assert!(!talk.body.contains("Said by tom"));
            }
        }
    }
    let mut olgas = site.signed_in(olga.id).await;
    assert!(olgas.get("/manage/log/").await.text(".rows").contains("ended the account of a member who left"));
    assert!(site.app.files.names().await.unwrap().is_empty(), "no archive is left");
}

#[tokio::test]
async fn what_somebody_leads_is_handed_over_first() {
    let site = Site::new().await;
    let (lena, mut client) = site.member_as("lena", Role::Instructor).await;
    let (milo, _) = site.member("milo").await;
    let tribe = site.tribe(&lena, "Quiet corner", Door::Open).await;
    course(&site, &lena, "alone", &draft("Alone")).await;
    assert_eq!(client.get("/me/leave/").await.count("form[action='/me/leave']"), 1, "where nobody else is");
    site.come_in(&tribe, &milo).await;
    let (_, mut milos) = (site.reload(milo.id).await, site.signed_in(milo.id).await);
    milos.post("/courses/alone/join", &[]).await;
    let page = client.get("/me/leave/").await;
    assert_eq!(page.count("form[action='/me/leave']"), 0);
    assert_eq!(
        page.attributes("section .rows a", "href"),
        ["/courses/alone/manage/people/", "/tribes/quiet-corner/leave"]
    );
    for url in page.attributes("section .rows a", "href") {
        assert_eq!(client.get(&url).await.status, 200, "{url}");
    }
    let refused = client.post("/me/leave", &[("words", "go"), ("handle", "lena")]).await;
    assert_eq!(refused.status, 422);
    assert!(site.letters().await.iter().all(|letter| !letter.contains("your account ends")));
    assert_eq!(client.get("/me/settings/").await.status, 200);
}

#[tokio::test]
async fn somebody_is_left_to_run_the_community() {
    let site = Site::new().await;
    let (olga, mut olgas) = site.member_as("olga", Role::Organiser).await;
    let page = olgas.get("/me/leave/").await;
    assert_eq!((page.count("form[action='/me/leave']"), page.count(".notice.bad a")), (0, 1));
    assert_eq!(olgas.post("/me/leave", &[("words", "keep"), ("handle", "olga")]).await.status, 422);
    let (omar, mut omars) = site.member_as("omar", Role::Organiser).await;
    leave(&mut olgas, &olga, "keep").await;
    assert_eq!(omars.post("/me/leave", &[("words", "keep"), ("handle", "omar")]).await.status, 422, "both at once");
    // Whoever is left is removed from the organisers meanwhile: the account waits.
    site.app
        .db
        .always(async |tx| Ok(crate::run!(tx, "update member set role = 'participant' where id = $1", omar.id)?))
        .await
        .unwrap();
    wait(&site).await;
    assert!(site.reload(olga.id).await.is_in());
    site.app
        .db
        .always(async |tx| Ok(crate::run!(tx, "update member set role = 'organiser' where id = $1", omar.id)?))
        .await
        .unwrap();
    end_due(&site.app).await.unwrap();
    assert!(site.reload(olga.id).await.is_removed());
}

#[tokio::test]
async fn whoever_left_gets_no_e_mails_and_is_told_all_of_it_when_they_are_back() {
    let site = Site::new().await;
    let (bram, mut client) = site.member("bram").await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&bram, "A pump").await;
    leave(&mut client, &bram, "stay").await;
    let before = mailed(&site).await.len();
    site.comment(&ines, post, None, "Which pump?").await;
    site.pass_minutes(3 * 24 * 60);
    assert_eq!(mailed(&site).await.len(), before, "nothing is e-mailed");
    // A person who leaves may be blocked, write to nobody, and be removed by organisers meanwhile.
    site.app.db.always(async |tx| blocks::block(tx, ines.id, bram.id).await).await.unwrap();
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let removed =
        olga.post(&format!("/manage/members/{}/remove", bram.id), &[("words", "stay"), ("handle", "bram")]).await;
    assert_eq!(removed.status, 303);
    wait(&site).await;
    assert!(site.reload(bram.id).await.is_removed());
}
