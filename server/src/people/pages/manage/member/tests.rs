use crate::{
    checks::testing::{Client, Site},
    ids::PostId,
    people::{
        about,
        members::{self, Member, Role},
    },
    talk::posts::{self, Audience},
    tools::doctor,
};

fn at(member: &Member, verb: &str) -> String {
    format!("/manage/members/{}/{verb}", member.id)
}

async fn spam_wave(site: &Site) -> (Member, Client, PostId, PostId) {
    let (ines, _) = site.member("ines").await;
    let (eve, browser) = site.member("eve").await;
    let good = site.post(&ines, "A good post").await;
    let spam = site.post(&eve, "Cheap watches").await;
    let first = site.comment(&eve, good, None, "Watches").await;
    site.comment(&ines, good, Some(first), "Really?").await;
    site.comment(&eve, good, None, "More watches").await;
    (eve, browser, good, spam)
}

/// Counts are true, and nothing stands under what is not on the page.
async fn is_sound(site: &Site) {
    let found = doctor::examine(&site.app).await.unwrap();
    let ill: Vec<_> =
        found.ill.iter().filter(|line| line.contains("conversation") || line.contains("comment")).collect();
    assert!(ill.is_empty(), "{ill:?}");
}

#[tokio::test]
async fn a_wave_of_spam_is_gone_in_one_step_and_comes_back_in_one() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (eve, mut browser, good, spam) = spam_wave(&site).await;
    let (good_url, spam_url) = (site.url(good).await, site.url(spam).await);
    let mut stranger = site.stranger();
    assert_eq!(stranger.get("/").await.count(".contents li"), 2);

    let done = olga.post(&at(&eve, "suspend"), &[("why", "Watches."), ("words", "hide")]).await;
    assert_eq!(done.status, 303);
    let desk = olga.get(&done.location().unwrap()).await;
    assert!(desk.text("#done").contains("3 posts and comments are hidden"), "{}", desk.text("#done"));
    assert_eq!(stranger.get("/").await.texts(".contents h3"), ["A good post"]);
    assert_eq!(stranger.get("/eve/").await.count(".contents li"), 0);
    let gone = stranger.get(&spam_url).await;
    assert_eq!((gone.status.as_u16(), gone.text("h1")), (410, "This post was hidden".into()));
    let page = stranger.get(&good_url).await;
    assert_eq!(page.texts(".entry .prose"), ["Really?"], "answers stay, under an empty place");
    assert_eq!(page.count(".is-gone"), 1);
    assert_eq!(page.attributes("h2[data-count]", "data-count"), ["1"]);
    assert_eq!(browser.get("/me/posts/").await.status, 401, "every sign-in ends at once");
    is_sound(&site).await;

    let done = olga.post(&at(&eve, "lift"), &[("words", "show")]).await;
    assert!(olga.get(&done.location().unwrap()).await.text("#done").contains("3 posts"));
    assert_eq!(stranger.get(&spam_url).await.status, 200);
    assert_eq!(stranger.get(&good_url).await.count(".entry .prose"), 3);
    assert_eq!(stranger.get("/").await.count(".contents li"), 2);
    is_sound(&site).await;
}

#[tokio::test]
async fn lifting_a_suspension_leaves_hidden_what_was_hidden_before_it() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (eve, _, good, spam) = spam_wave(&site).await;
    olga.post(&format!("/posts/{spam}/hide"), &[("why", "No advertising.")]).await;
    site.pass_minutes(5);
    olga.post(&at(&eve, "suspend"), &[("words", "hide")]).await;
    site.pass_minutes(5);
    olga.post(&at(&eve, "lift"), &[("words", "show")]).await;
    assert_eq!(site.stranger().get(&site.url(spam).await).await.status, 410);
    assert_eq!(site.stranger().get(&site.url(good).await).await.count(".entry .prose"), 3);
}

#[tokio::test]
async fn whoever_is_suspended_can_neither_sign_in_nor_write_and_reads_why() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (bram, mut browser) = site.member("bram").await;
    let post = site.post(&bram, "Stays").await;
    let url = site.url(post).await;
    olga.post(&at(&bram, "suspend"), &[("why", "Until you have read the rules.")]).await;

    assert_eq!(browser.get("/me/settings/").await.status, 401);
    assert_eq!(browser.post("/me/posts/new", &[("title", "Again"), ("do", "publish")]).await.status, 401);
    assert_eq!(site.stranger().get(&url).await.status, 200, "what they wrote stays");
    let mut again = site.signed_in(bram.id).await;
    assert_eq!(again.get("/me/settings/").await.status, 401, "whichever way a sign-in came about");
    let mut stranger = site.stranger();
    stranger.post("/sign-in/link", &[("email", "bram@example.org")]).await;
    let letter = site.letters().await.remove(0);
    let link = letter.lines().find_map(|line| line.strip_prefix("http://lyceum.test")).unwrap().to_owned();
    let page = stranger.post(&link, &[]).await;
    assert_eq!(page.status, 403);
    assert!(page.text(".plain").contains("Until you have read the rules."), "{}", page.text(".plain"));
    assert_eq!(stranger.get("/members/").await.count(".directory li"), 1, "only Olga is here");
    assert_eq!(olga.get("/manage/members/").await.count(".rows li"), 2, "organisers find them");

    olga.post(&at(&bram, "lift"), &[]).await;
    assert_eq!(site.signed_in(bram.id).await.get("/me/settings/").await.status, 200);
}

#[tokio::test]
async fn nobody_suspends_or_removes_themselves_or_the_last_organiser() {
    let site = Site::new().await;
    let (olga, mut organiser) = site.member_as("olga", Role::Organiser).await;
    let (omar, mut other) = site.member_as("omar", Role::Organiser).await;
    let sure = [("words", "stay"), ("handle", "olga")];
    assert_eq!(organiser.post(&at(&olga, "suspend"), &[]).await.status, 422);
    assert_eq!(organiser.post(&at(&olga, "remove"), &sure).await.status, 422);
    assert!(site.reload(olga.id).await.is_in());

    assert_eq!(organiser.post(&at(&omar, "suspend"), &[]).await.status, 303);
    assert_eq!(other.post(&at(&olga, "suspend"), &[]).await.status, 401, "whoever is suspended suspends nobody");
    let suspend =
        async |by: &Member, id| site.app.db.change(async |tx| members::suspend(tx, by, id, "").await).await.unwrap();
    assert_eq!(suspend(&omar, olga.id).await, Err(members::NoSanction::LastOrganiser), "also when both do it at once");
    let page = organiser.post(&format!("/manage/members/{}/role", olga.id), &[("role", "guide")]).await;
    assert_eq!(page.status, 422, "an organiser who is suspended runs nothing");
}

#[tokio::test]
async fn a_removed_member_leaves_their_words_and_nothing_else() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (bram, mut browser) = site.member("bram").await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&bram, "A pump").await;
    let secret = site.post_for(&bram, "For myself", Audience::Me).await;
    site.draft(&bram, "Not yet", Audience::Public).await;
    let others = site.post(&ines, "A valve").await;
    site.comment(&bram, others, None, "Which one?").await;
    browser.post("/me/about", &[("bio", "I keep pumps."), ("workplace", "A mill"), ("found", "yes")]).await;
    let old = site.url(post).await;

    let page = olga.post(&at(&bram, "remove"), &[("words", "stay"), ("handle", "brom")]).await;
    assert_eq!((page.status.as_u16(), page.count("#handle-error")), (422, 1), "the handle is typed once more");
    assert!(site.reload(bram.id).await.is_in());
    assert_eq!(olga.post(&at(&bram, "remove"), &[("words", "stay"), ("handle", "@Bram")]).await.status, 303);

    let gone = site.reload(bram.id).await;
    assert_eq!((gone.name.as_str(), gone.email.as_deref()), ("A former member", None));
    let about = about::own(&mut site.app.db.read().await.unwrap(), bram.id).await.unwrap();
    assert_eq!(about, about::About::default());
    assert_eq!(browser.get("/me/settings/").await.status, 401);
    let mut stranger = site.stranger();
    for address in ["/members/bram/", "/bram/", old.as_str()] {
        assert_eq!(stranger.get(address).await.status, 404, "{address}");
    }
    let url = site.url(post).await;
    let page = stranger.get(&url).await;
    assert_eq!((page.status.as_u16(), page.text(".byline .name")), (200, "A former member".into()));
    assert_eq!(stranger.get(&site.url(others).await).await.text(".entry .name"), "A former member");
    assert_eq!(
        stranger.get(&gone.url()).await.text(".facts"),
        "This account has ended. What is left here was written before."
    );
    for address in ["/", &url, &gone.url(), "/members/", "/manage/log/", "/manage/members/"] {
        let page = olga.get(address).await;
        assert!(!page.body.to_lowercase().contains("bram"), "{address} still names them");
    }
    let mut conn = site.app.db.read().await.unwrap();
    let private = posts::for_reader(&mut conn, Some(&gone), secret).await.unwrap();
    assert!(private.is_none(), "what was for themselves alone goes with them");
}

#[tokio::test]
async fn nobody_comes_under_the_handle_or_the_address_of_somebody_who_was_removed() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (bram, _) = site.member("bram").await;
    site.post(&bram, "A pump").await;
    olga.post(&at(&bram, "remove"), &[("words", "stay"), ("handle", "bram")]).await;
    let (_, mut eve) = site.member("eve").await;
    let page = eve.post("/me/profile", &[("name", "Eve"), ("handle", "bram")]).await;
    assert_eq!((page.status.as_u16(), page.count(".error")), (422, 1));
    assert_eq!(eve.post("/me/blog", &[("title", "Eve"), ("address", "bram")]).await.status, 422);
}

#[tokio::test]
async fn the_words_of_a_removed_member_can_go_with_them() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (eve, _, good, spam) = spam_wave(&site).await;
    let spam_url = site.url(spam).await;
    let page = olga.get(&at(&eve, "remove")).await;
    assert_eq!(page.count("[name=words]"), 2);
    assert_eq!(olga.post(&at(&eve, "remove"), &[("words", "go"), ("handle", "eve")]).await.status, 303);
    let mut stranger = site.stranger();
    assert_eq!(stranger.get(&spam_url).await.status, 404);
    let page = stranger.get(&site.url(good).await).await;
    assert_eq!((page.texts(".entry .prose"), page.count(".is-gone")), (vec!["Really?".to_owned()], 1));
    assert!(!page.body.contains("watches"));
    is_sound(&site).await;
}

#[tokio::test]
async fn what_somebody_wrote_stands_in_one_place_and_is_hidden_there_by_the_handful() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (eve, _, good, spam) = spam_wave(&site).await;
    site.post_for(&eve, "For myself", Audience::Me).await;
    let desk = olga.get("/manage/members/eve/").await;
    assert_eq!(desk.count("[name=post]"), 1, "what is for herself alone is nobody's business");
    assert_eq!(desk.count("[name=comment]"), 2);
    let comments = desk.attributes("[name=comment]", "value");
    let post = spam.to_string();
    let marked = [("post", post.as_str()), ("comment", comments[0].as_str())];

    assert_eq!(olga.post(&at(&eve, "hide"), &[]).await.status, 422, "nothing was marked");
    let done = olga.post(&at(&eve, "hide"), &marked).await.location().unwrap();
    let desk = olga.get(&done).await;
    assert_eq!(desk.count(".marks .label.bad"), 2);
    assert_eq!(site.stranger().get(&site.url(good).await).await.count(".entry .prose"), 2);
    is_sound(&site).await;

    let at_once = desk.attributes("#done [name=at]", "value").remove(0);
    olga.post(&at(&eve, "show"), &[("at", at_once.as_str())]).await;
    assert_eq!(
        olga.get("/manage/members/eve/").await.count(".marks .label.bad"),
        0,
        "and shown again where it was done"
    );
    olga.post(&at(&eve, "hide"), &[("all", "yes")]).await;
    assert_eq!(olga.get("/manage/members/eve/").await.count(".marks .label.bad"), 3);
    olga.post(&at(&eve, "show"), &marked).await;
    assert_eq!(olga.get("/manage/members/eve/").await.count(".marks .label.bad"), 1);
    let log = olga.get("/manage/log/").await.text(".rows");
    assert!(log.contains("hid posts and comments of @eve") && log.contains("showed posts and comments again"), "{log}");
    is_sound(&site).await;
}

#[tokio::test]
async fn the_words_of_others_are_never_hidden_with_somebody_elses() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (eve, _, good, _) = spam_wave(&site).await;
    let (bram, _) = site.member("bram").await;
    let other = site.comment(&bram, good, None, "Innocent").await.to_string();
    let post = good.to_string();
    olga.post(&at(&eve, "hide"), &[("comment", &other), ("post", &post)]).await;
    let page = site.stranger().get(&site.url(good).await).await;
    assert_eq!((page.status.as_u16(), page.count(".entry .prose")), (200, 4));
}

#[tokio::test]
async fn somebody_who_cannot_get_in_is_helped_with_a_link() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (bram, _) = site.member("bram").await;
    let (omar, _) = site.member_as("omar", Role::Organiser).await;
    assert_eq!(olga.post(&at(&bram, "link"), &[("do", "send")]).await.status, 303);
    let letters = site.letters().await;
    assert!(letters[0].contains("bram@example.org") && letters[0].contains("/sign-in/link/"), "{}", letters[0]);

    let page = olga.post(&at(&bram, "link"), &[("do", "show")]).await;
    let link = page.text(".notice strong").replace("http://lyceum.test", "");
    assert_eq!(page.headers["cache-control"], "no-store");
    assert!(!olga.get("/manage/members/bram/").await.body.contains(&link), "it is shown once");
    let mut bram_again = site.stranger();
    assert_eq!(bram_again.post(&link, &[]).await.status, 303);
    assert_eq!(bram_again.get("/me/settings/").await.status, 200);
    assert_eq!(site.stranger().post(&link, &[]).await.status, 410, "it works once");
    assert_eq!(olga.post(&at(&omar, "link"), &[("do", "show")]).await.status, 422, "nobody becomes another organiser");
    let log = olga.get("/manage/log/").await.text(".rows");
    assert!(log.contains("sent a sign-in link to @bram") && log.contains("made a sign-in link"), "{log}");
}

#[tokio::test]
async fn a_name_is_corrected_everywhere_at_once() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&bram, "A pump").await;
    let page = olga.post(&at(&bram, "name"), &[("name", "\u{200b}")]).await;
    assert_eq!((page.status.as_u16(), page.count("#m-name-error")), (422, 1));
    assert_eq!(olga.post(&at(&bram, "name"), &[("name", "Bram de Wit")]).await.status, 303);
    assert_eq!(site.stranger().get(&site.url(post).await).await.text(".byline .name"), "Bram de Wit");
    assert_eq!(olga.get("/manage/members/?q=bram%40example.org").await.count(".rows li"), 1, "found by address, too");
}

#[tokio::test]
async fn whoever_is_suspended_has_left_no_way_back_in() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (eve, mut eves) = site.member_as("eve", Role::Organiser).await;
    let (bram, _) = site.member("bram").await;
    let invite = async |by: &mut Client, role: &str| {
        let page = by.post("/manage/invitations", &[("emails", ""), ("role", role)]).await;
        page.text(".notice strong").replace("http://lyceum.test", "")
    };
    let (organiser, participant) = (invite(&mut eves, "organiser").await, invite(&mut eves, "participant").await);
    let page = eves.post(&at(&bram, "link"), &[("do", "show")]).await;
    let as_bram = page.text(".notice strong").replace("http://lyceum.test", "");
    assert_eq!(olga.post(&at(&eve, "suspend"), &[]).await.status, 303);
    assert_eq!(site.stranger().get(&organiser).await.status, 410, "nobody comes back as an organiser");
    assert_eq!(site.stranger().get(&as_bram).await.status, 410, "nor as somebody else");
    assert_eq!(site.stranger().get(&participant).await.status, 200, "whom they invited to take part still may");

    let (omar, mut omars) = site.member_as("omar", Role::Organiser).await;
    let (organiser, guide) = (invite(&mut omars, "organiser").await, invite(&mut omars, "guide").await);
    olga.post(&format!("/manage/members/{}/role", omar.id), &[("role", "guide")]).await;
    assert_eq!(site.stranger().get(&organiser).await.status, 410);
    assert_eq!(site.stranger().get(&guide).await.status, 200);
}
