//! What members and strangers may rely on when somebody joins.

use axum::http::{StatusCode, header};

use crate::{
    checks::testing::Site,
    people::{
        community::Joining,
        members::{self, Role},
        one_time_links::LinkKind,
        pages::account::{
            self,
            tests::{PASSWORD, begun, by_handle, is_signed_in, join, joining, link, make_link, member, sign_in, verbs},
        },
    },
    talk::blogs,
};

#[tokio::test]
async fn joining_is_complete_when_the_link_in_the_letter_is_confirmed() {
    let site = begun().await;
    let mut dagny = site.stranger();
    let reply = join(&mut dagny, "dagny", "dagny@example.org", &[]).await;
    assert_eq!(reply.status, StatusCode::OK);
    assert!(by_handle(&site, "dagny").await.is_none());
    assert_eq!(sign_in(&mut dagny, "dagny", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);

    let link = link(&site).await;
    // A program that looks at every link uses nothing up.
    for _ in 0..2 {
        assert_eq!(site.stranger().get(&link).await.status, StatusCode::OK);
    }
    assert!(by_handle(&site, "dagny").await.is_none());
    assert_eq!(dagny.post(&link, &[]).await.location().as_deref(), Some("/?welcome=yes"));
    assert_eq!(dagny.get("/?welcome=yes").await.attributes(".notice.good a", "href")[0], "/dagny/");
    assert!(is_signed_in(&mut dagny).await);
    let dagny = by_handle(&site, "dagny").await.unwrap();
    let blogs = blogs::of(&mut site.app.db.read().await.unwrap(), dagny.id).await.unwrap();
    assert_eq!(blogs[0].address, "dagny");
}

#[tokio::test]
async fn a_refused_form_comes_back_filled_in_without_the_password() {
    let site = begun().await;
    let fields =
        [("name", "Dagný Ósk"), ("handle", "dagny osk"), ("email", "d@example.org"), ("password", "too short")];
    let reply = site.stranger().post("/join", &fields).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(reply.attributes("#handle", "value"), ["dagny osk"]);
    assert_eq!(reply.attributes("#handle", "aria-describedby"), ["handle-error handle-hint"]);
    let wrong = reply.texts("form > .notice.bad li");
    assert!(wrong[0].starts_with("Handle: Use 2 to 30") && wrong[1].starts_with("Password: Use at least"), "{wrong:?}");
    assert_eq!(reply.attributes("form > .notice.bad a", "href"), ["#handle", "#new-password"]);
    assert_eq!(reply.count(".notice.bad[autofocus][tabindex]"), 1, "whoever comes to the page comes to it first");
    assert!(reply.text("title").starts_with("Error: "), "{}", reply.text("title"));
    assert!(!reply.body.contains("too short"));
}

#[tokio::test]
async fn an_unknown_address_gets_the_same_answer_as_a_known_one() {
    let site = begun().await;
    member(&site, "ines").await;
    for path in ["/sign-in/link", "/forgot"] {
        let known = site.stranger().post(path, &[("email", "ines@example.org")]).await;
        let unknown = site.stranger().post(path, &[("email", "nobody@example.org")]).await;
        assert_eq!((known.status, unknown.status), (StatusCode::OK, StatusCode::OK));
        assert_eq!(known.body.replace("ines@", "nobody@"), unknown.body, "{path}");
    }
    assert_eq!(site.letters().await.len(), 2);

    let known = join(&mut site.stranger(), "new1", "ines@example.org", &[]).await;
    let unknown = join(&mut site.stranger(), "new2", "nobody@example.org", &[]).await;
    assert_eq!(known.body.replace("ines@", "nobody@"), unknown.body);
    let letters = site.letters().await;
    assert!(letters[2].contains("already has an account") && letters[2].contains("@ines"));
    assert!(letters[3].contains("/join/confirm/"));
}

#[tokio::test]
async fn whoever_begins_again_to_join_is_not_let_in_with_what_the_first_one_typed() {
    let site = begun().await;
    join(&mut site.stranger(), "mallory", "dagny@example.org", &[]).await;
    let first = link(&site).await;
    // Whoever has the address does not have to be who typed it first.
    let mut dagny = site.stranger();
    let fields = [("name", "D"), ("handle", "dagny"), ("email", "dagny@example.org"), ("password", "another sentence")];
    dagny.post("/join", &fields).await;
    let second = link(&site).await;
    assert_eq!(dagny.post(&second, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.stranger().post(&first, &[]).await.status, StatusCode::GONE, "the address is somebody's now");
    assert_eq!(sign_in(&mut site.stranger(), "dagny@example.org", PASSWORD).await.status, 422);
    assert_eq!(sign_in(&mut site.stranger(), "dagny@example.org", "another sentence").await.status, 303);
}

#[tokio::test]
async fn a_handle_that_is_taken_is_said_at_the_field() {
    let site = begun().await;
    member(&site, "ines").await;
    let reply = join(&mut site.stranger(), "Ines", "dagny@example.org", &[]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reply.text("#handle-error").starts_with("This handle is taken"));
    assert!(site.letters().await.is_empty());
}

#[tokio::test]
async fn the_first_organiser_is_in_at_once_and_only_the_first() {
    let site = Site::new().await;
    joining(&site, Joining::Invitation).await;
    let (one, other) = (
        make_link(&site, LinkKind::Found, Role::Organiser).await,
        make_link(&site, LinkKind::Found, Role::Organiser).await,
    );
    let mut founder = site.stranger();
    let page = founder.get(&format!("/join?found={one}")).await;
    assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(page.headers[header::REFERRER_POLICY], "same-origin");
    let more = [("found", one.as_str()), ("zone", "Atlantic/Reykjavik")];
    let reply = join(&mut founder, "dagny", "dagny@example.org", &more).await;
    assert_eq!(reply.location().as_deref(), Some("/manage/?saved=begun"));
    assert!(is_signed_in(&mut founder).await);
    let dagny = by_handle(&site, "dagny").await.unwrap();
    assert!(dagny.is_organiser());
    let community = crate::people::community::of(&site.app).await.unwrap();
    assert_eq!(
        (dagny.profile.time_zone.as_str(), community.time_zone.as_str()),
        ("Atlantic/Reykjavik", "Atlantic/Reykjavik")
    );
    let reply = join(&mut site.stranger(), "mallory", "mallory@example.org", &[("found", &other)]).await;
    assert_eq!(reply.status, StatusCode::GONE);
    assert!(by_handle(&site, "mallory").await.is_none());
}

#[tokio::test]
async fn an_invitation_proves_the_address_it_was_sent_to_and_gives_its_role_once() {
    let site = Site::new().await;
    joining(&site, Joining::Invitation).await;
    let (organiser, _) = site.member_as("olga", Role::Organiser).await;
    assert_eq!(site.stranger().get("/join").await.status, StatusCode::FORBIDDEN);
    assert_eq!(join(&mut site.stranger(), "eve", "eve@example.org", &[]).await.status, StatusCode::FORBIDDEN);

    let emails = ["dagny@example.org".parse().unwrap()];
    account::invite_all(&site.app, &organiser, &emails, Role::Guide, "").await.unwrap();
    let link = link(&site).await;
    let secret = link.strip_prefix("/join?invite=").unwrap().to_owned();
    let mut dagny = site.stranger();
    assert_eq!(dagny.get(&link).await.attributes("#join-email", "value"), ["dagny@example.org"]);
    join(&mut dagny, "dagny", "dagny@example.org", &[("invite", &secret)]).await;
    assert!(is_signed_in(&mut dagny).await);
    assert_eq!(by_handle(&site, "dagny").await.unwrap().role(), Role::Guide);
    assert!(verbs(&site).await.contains(&"role-by-invitation".into()));
    assert_eq!(join(&mut site.stranger(), "eve", "eve@example.org", &[("invite", &secret)]).await.status, 410);
}

#[tokio::test]
async fn an_invitation_to_another_address_proves_nothing() {
    let site = Site::new().await;
    let (organiser, _) = site.member_as("olga", Role::Organiser).await;
    let emails = ["dagny@example.org".parse().unwrap()];
    account::invite_all(&site.app, &organiser, &emails, Role::Guide, "").await.unwrap();
    let link = link(&site).await;
    let secret = link.rsplit('=').next().unwrap();
    let mut eve = site.stranger();
    join(&mut eve, "eve", "eve@example.org", &[("invite", secret)]).await;
    assert!(!is_signed_in(&mut eve).await);
    assert!(by_handle(&site, "eve").await.is_none());
}

#[tokio::test]
async fn whoever_asks_to_join_waits_until_an_organiser_lets_them_in() {
    let site = Site::new().await;
    joining(&site, Joining::Request).await;
    let (organiser, mut olga) = site.member_as("olga", Role::Organiser).await;
    let mut dagny = site.stranger();
    let reply = join(&mut dagny, "dagny", "dagny@example.org", &[("why", "To learn.")]).await;
    assert!(reply.text(".plain").contains("to send your request to the organisers"));
    let confirm = link(&site).await;
    assert!(dagny.get(&confirm).await.text("main").contains("you are asking to join"));
    assert_eq!(olga.get("/").await.count(".masthead .waiting"), 0);
    let reply = dagny.post(&confirm, &[]).await;
    assert_eq!(reply.text("h1"), "Your request is with the organisers");
    let letters = site.letters().await;
    assert!(
        letters.last().unwrap().contains("To: olga@example.org")
            && letters.last().unwrap().contains("@dagny would like to join")
    );
    assert_eq!(olga.get("/").await.text(".masthead .waiting"), "To review (1)");
    assert_eq!(olga.get("/me/waiting/").await.text(".notice"), "One request to join");
    assert_eq!(sign_in(&mut dagny, "dagny", PASSWORD).await.text("h1"), "Your request is with the organisers");
    assert_eq!(sign_in(&mut dagny, "dagny", "a wrong password").await.status, 422);
    assert!(!is_signed_in(&mut dagny).await);

    let asking = members::asking(&mut site.app.db.read().await.unwrap()).await.unwrap();
    assert_eq!(asking[0].why, "To learn.");
    account::let_in(&site.app, &organiser, asking[0].id).await.unwrap();
    assert_eq!(link(&site).await, "/sign-in");
    sign_in(&mut dagny, "dagny", PASSWORD).await;
    assert!(is_signed_in(&mut dagny).await);
}

#[tokio::test]
async fn somebody_an_import_brought_in_claims_their_account_by_a_link() {
    let site = begun().await;
    let joiner = members::Joiner {
        handle: "gordon".parse().unwrap(),
        name: "Gordon".parse().unwrap(),
        email: "gordon@example.org".parse().unwrap(),
        password: None,
        role: Role::Participant,
        language: None,
    };
    site.app.db.change(async |tx| members::add(tx, &joiner).await).await.unwrap().unwrap();
    let mut gordon = site.stranger();
    join(&mut gordon, "gordon2", "gordon@example.org", &[]).await;
    assert!(site.letters().await[0].contains("an account is waiting for you"));
    gordon.post(&link(&site).await, &[]).await;
    assert!(is_signed_in(&mut gordon).await);
    let gordon = by_handle(&site, "gordon").await.unwrap();
    assert!(gordon.claimed_at.is_some());
    assert_eq!(blogs::of(&mut site.app.db.read().await.unwrap(), gordon.id).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_line_break_in_a_name_begins_no_header_in_a_letter() {
    let site = begun().await;
    let fields = [
        ("name", "D\r\nBcc: eve@example.org"),
        ("handle", "dagny"),
        ("email", "d@example.org"),
        ("password", PASSWORD),
    ];
    site.stranger().post("/join", &fields).await;
    let fields = [("email", "d@example.org\r\nBcc: eve@example.org")];
    assert_eq!(site.stranger().post("/forgot", &fields).await.status, 422);
    assert!(site.letters().await.iter().all(|letter| !letter.contains("Bcc")));
}

#[tokio::test]
async fn whoever_confirms_in_another_browser_chooses_a_password_anew() {
    let site = begun().await;
    join(&mut site.stranger(), "dagny", "dagny@example.org", &[]).await;
    let mut phone = site.stranger();
    let reply = phone.post(&link(&site).await, &[]).await;
    assert_eq!(reply.location().as_deref(), Some("/me/settings/?saved=joined"));
    let page = phone.get("/me/settings/?saved=joined").await;
    assert!(page.text(".notice.good").contains("choose your password"));
    assert_eq!(page.count("[name=old]"), 0);
    assert_eq!(sign_in(&mut site.stranger(), "dagny", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn whoever_joins_once_more_with_somebody_elses_address_does_not_come_in_with_them() {
    let site = begun().await;
    let mut dagny = site.stranger();
    join(&mut dagny, "dagny", "dagny@example.org", &[]).await;
    let first = link(&site).await;
    let fields =
        [("name", "M"), ("handle", "mallory"), ("email", "dagny@example.org"), ("password", "mallory's sentence")];
    site.stranger().post("/join", &fields).await;
    let second = link(&site).await;
    // A stranger makes nobody's letter void, and gets in by none.
    assert_eq!(dagny.post(&first, &[]).await.location().as_deref(), Some("/?welcome=yes"));
    assert!(is_signed_in(&mut dagny).await);
    assert_eq!(by_handle(&site, "dagny").await.unwrap().email.as_deref(), Some("dagny@example.org"));
    assert_eq!(dagny.post(&second, &[]).await.status, StatusCode::GONE);
    assert_eq!(sign_in(&mut site.stranger(), "dagny@example.org", PASSWORD).await.status, 303);
    assert_eq!(sign_in(&mut site.stranger(), "dagny@example.org", "mallory's sentence").await.status, 422);
}

#[tokio::test]
async fn whoever_asks_twice_in_one_browser_may_follow_either_letter() {
    for which in [0, 1] {
        let site = begun().await;
        let mut dagny = site.stranger();
        let mut links = vec![];
        for _ in 0..2 {
            join(&mut dagny, "dagny", "dagny@example.org", &[]).await;
            links.push(link(&site).await);
        }
        assert_eq!(dagny.post(&links[which], &[]).await.status, 303);
        assert_eq!(sign_in(&mut site.stranger(), "dagny", PASSWORD).await.status, 303, "letter {which}");
    }
}

#[tokio::test]
async fn whoever_begins_to_join_makes_no_page_of_others_old() {
    let site = begun().await;
    member(&site, "ines").await;
    let mut reader = site.stranger();
    for path in ["/", "/members/"] {
        reader.get(path).await;
        assert!(!reader.get(path).await.headers.contains_key("x-request-id"), "{path} is kept");
    }
    join(&mut site.stranger(), "dagny", "dagny@example.org", &[]).await;
    for path in ["/", "/members/"] {
        assert!(!reader.get(path).await.headers.contains_key("x-request-id"), "{path} is still kept");
    }
}

#[tokio::test]
async fn a_handle_is_made_of_the_name_unless_somebody_chooses_one() {
    let site = begun().await;
    for (name, email, handle) in [
        ("Lena Krämer", "lena@example.org", "lena-kramer"),
        ("Lena Kramer", "lena2@example.org", "lena-kramer2"),
        ("李明", "li@example.org", "member"),
        ("-- X --", "x@example.org", "memberx"),
    ] {
        let mut client = site.stranger();
        let fields = [("name", name), ("handle", " "), ("email", email), ("password", PASSWORD)];
        assert_eq!(client.post("/join", &fields).await.status, 200, "{name}");
        assert_eq!(client.post(&link(&site).await, &[]).await.status, 303, "{name}");
        assert_eq!(by_handle(&site, handle).await.map(|member| member.name).as_deref(), Some(name), "{handle}");
    }
    assert_eq!(site.stranger().get("/join").await.count("details:not([open]) #handle:not([required])"), 1);
}

#[tokio::test]
async fn whoever_joins_from_a_page_comes_back_there() {
    let site = begun().await;
    let (ines, _) = site.member("ines").await;
    let url = site.url(site.post(&ines, "Open house").await).await;
    let mut dagny = site.stranger();
    let ways = dagny.get(&url).await.attributes(".masthead .you a", "href");
    let page = dagny.get(&ways[1]).await;
    assert_eq!(page.attributes("form[action='/join'] [name=next]", "value"), std::slice::from_ref(&url));
    assert_eq!(page.attributes(".masthead .you a", "href"), ways, "and from there, too");
    join(&mut dagny, "dagny", "dagny@example.org", &[("next", &url)]).await;
    let page = dagny.get(&link(&site).await).await;
    let next = page.attributes("main [name=next]", "value").remove(0);
    let action = page.attributes("main form", "action").remove(0);
    assert_eq!(dagny.post(&action, &[("next", &next)]).await.location().as_deref(), Some(url.as_str()));
    for evil in ["https://evil.example/", "//evil.example/"] {
        let page = site.stranger().get(&format!("/join?next={evil}")).await;
        assert!(!page.body.contains("evil.example"), "{evil}");
    }
}

#[tokio::test]
async fn whoever_has_only_begun_to_join_holds_no_handle() {
    let site = begun().await;
    member(&site, "ines").await;
    let mut dagny = site.stranger();
    join(&mut site.stranger(), "known", "ines@example.org", &[]).await;
    join(&mut dagny, "unknown", "dagny@example.org", &[]).await;
    let confirm = link(&site).await;
    let (_, mut curious) = site.member("curious").await;
    let preview = curious.post("/preview", &[("text", "@known @unknown @ines")]).await;
    assert_eq!(preview.attributes("a", "href"), ["/members/ines/"]);
    for handle in ["known", "unknown"] {
        assert_eq!(curious.post("/me/profile", &[("name", "C"), ("handle", handle)]).await.status, 303, "{handle}");
    }
    // Who comes later gets a number.
    assert_eq!(dagny.post(&confirm, &[]).await.status, 303);
    assert_eq!(by_handle(&site, "unknown2").await.unwrap().email.as_deref(), Some("dagny@example.org"));
    assert!(is_signed_in(&mut dagny).await);
}

#[tokio::test]
async fn nobody_joins_before_somebody_has_begun_the_community() {
    let site = Site::new().await;
    let page = site.stranger().get("/join").await;
    assert_eq!((page.status, page.text("h1")), (StatusCode::FORBIDDEN, "Not open yet".to_owned()));
    assert_eq!(join(&mut site.stranger(), "eve", "eve@example.org", &[]).await.status, StatusCode::FORBIDDEN);
    assert!(site.letters().await.is_empty());
    let found = make_link(&site, LinkKind::Found, Role::Organiser).await;
    assert_eq!(site.stranger().get(&format!("/join?found={found}")).await.status, StatusCode::OK);
    join(&mut site.stranger(), "dagny", "dagny@example.org", &[("found", &found)]).await;
    assert_eq!(site.stranger().get("/join").await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_invitation_says_what_the_organiser_says_and_is_answered_by_them() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let mut community = (*crate::people::community::of(&site.app).await.unwrap()).clone();
    community.tagline = "Twelve weeks of open practice".into();
    site.app.db.always(async |tx| crate::people::community::update(tx, &community).await).await.unwrap();
    let fields = [("emails", "dagny@example.org"), ("role", "guide"), ("words", "We met in Turku.\r\nDo come!")];
    assert_eq!(olga.post("/manage/invitations", &fields).await.status, 303);
    let letter = site.letters().await.remove(0);
    assert!(letter.contains("Reply-To: olga@example.org"), "{letter}");
    assert!(letter.contains("We met in Turku.\nDo come!\n\nTwelve weeks of open practice\n"), "{letter}");

    let long = "x".repeat(2_001);
    let refused =
        olga.post("/manage/invitations", &[("emails", "a@example.org"), ("role", "guide"), ("words", &long)]).await;
    assert_eq!((refused.status.as_u16(), refused.text("#i-words").len()), (422, 2_001));
    // Letters of the site itself are answered to the site.
    join(&mut site.stranger(), "eve", "eve@example.org", &[]).await;
    assert!(!site.letters().await.last().unwrap().contains("Reply-To"));
}

#[tokio::test]
async fn a_name_that_shows_nothing_is_refused_and_nothing_unseen_is_kept_in_one() {
    let site = begun().await;
    for nothing in ["\u{e0041}\u{e0042}", "\u{61c}", "\u{1d173}", "\u{206a}", " \u{200d} "] {
        let fields = [("name", nothing), ("handle", "dagny"), ("email", "dagny@example.org"), ("password", PASSWORD)];
        let reply = site.stranger().post("/join", &fields).await;
        assert_eq!((reply.status.as_u16(), reply.count("#display-name-error")), (422, 1), "{nothing:?}");
    }
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    for (path, field) in [("/me/profile", "name"), ("/me/blog", "title"), ("/manage/community", "name")] {
        let page = olga.post(path, &[(field, "\u{206a}\u{e0041}"), ("handle", "olga"), ("address", "olga")]).await;
        assert_eq!(page.status, 422, "{path}");
        assert_eq!(page.count(&format!("[name={field}][aria-invalid]")), 1, "{path}");
    }
    let fields = [("name", "👩\u{200d}🏫 می\u{200c}خواهم\u{206a}"), ("handle", "olga")];
    assert_eq!(olga.post("/me/profile", &fields).await.status, 303);
    assert_eq!(olga.post("/me/about", &[("bio", &format!("Z{}", "\u{336}".repeat(90)))]).await.status, 303);
    let page = olga.get("/members/olga/").await;
    let olga = by_handle(&site, "olga").await.unwrap();
    assert_eq!(olga.name, "👩\u{200d}🏫 می\u{200c}خواهم");
    assert!(page.text(".member-head .prose").chars().count() < 12, "a bio is not drawn over the page");
}

#[tokio::test]
async fn who_joins_as_no_person_does_is_asked_once_more_and_an_invitation_is_enough() {
    let site = Site::with_ordinary_limits().await;
    site.member_as("olga", Role::Organiser).await;
    let mut newcomer = site.stranger();
    let made = newcomer.get("/join").await.attributes("form [name=made]", "value").remove(0);
    let person = [("name", "Nina"), ("email", "nina@example.org"), ("password", "a long password")];
    for more in [vec![], vec![("made", &*made)], vec![("made", &*made), ("subject", "https://pills.example")]] {
        let page = newcomer.post("/join", &[&person[..], &more].concat()).await;
        assert_eq!((page.status.as_u16(), page.attributes("#display-name", "value")), (422, vec!["Nina".into()]));
        assert!(page.text("[role=alert]").contains("send it once more"), "{}", page.text("main"));
    }
    site.pass_minutes(1);
    let sent = newcomer.post("/join", &[&person[..], &[("made", &*made)]].concat()).await;
    assert_ne!(sent.status, 422, "{}", sent.text("main"));
}
