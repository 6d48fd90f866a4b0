//! What members and strangers may rely on when somebody signs in or out.

use axum::http::{StatusCode, header};
use rstest::rstest;

use crate::{
    checks::testing::Site,
    people::pages::account::tests::{PASSWORD, begun, is_signed_in, join, link, member, sign_in, verbs},
};

#[tokio::test]
async fn a_password_signs_in_by_handle_or_address_and_leads_on() {
    let site = Site::new().await;
    member(&site, "ines").await;
    for who in ["ines", "@Ines", " INES@example.org "] {
        let mut client = site.stranger();
        let fields = [("who", who), ("password", PASSWORD), ("next", "/members/?page=2")];
        assert_eq!(client.post("/sign-in", &fields).await.location().as_deref(), Some("/members/?page=2"));
        assert!(is_signed_in(&mut client).await);
    }
}

#[rstest]
#[case("https://evil.example/")]
#[case("//evil.example/")]
#[case("/\\evil.example")]
#[case("/\t/evil.example")]
#[tokio::test]
async fn signing_in_leads_nowhere_else(#[case] next: &str) {
    let site = Site::new().await;
    member(&site, "ines").await;
    let mut client = site.stranger();
    let reply = client.post("/sign-in", &[("who", "ines"), ("password", PASSWORD), ("next", next)]).await;
    assert_eq!(reply.location().as_deref(), Some("/"));
    assert_eq!(client.post("/language", &[("language", "es"), ("next", next)]).await.location().as_deref(), Some("/"));
    site.stranger().post("/sign-in/link", &[("email", "ines@example.org"), ("next", next)]).await;
    assert!(!link(&site).await.contains("evil"));
}

#[tokio::test]
async fn a_wrong_password_keeps_the_name_and_says_no_more_than_for_nobody() {
    let site = Site::new().await;
    member(&site, "ines").await;
    let known = sign_in(&mut site.stranger(), "ines", "wrong password").await;
    let unknown = sign_in(&mut site.stranger(), "nobody", "wrong password").await;
    assert_eq!(known.attributes("#who", "value"), ["ines"]);
    assert_eq!(known.body.replace("\"ines\"", "\"nobody\""), unknown.body);
    assert!(!known.body.contains("wrong password"));
}

#[tokio::test]
async fn guessing_is_limited() {
    let site = Site::with_ordinary_limits().await;
    member(&site, "ines").await;
    // Ten tries at once, and another after every twelve seconds that this takes.
    let mut tries = 0;
    while sign_in(&mut site.stranger(), "ines", "wrong password").await.status == 422 {
        tries += 1;
        assert!(tries < 20, "whoever guesses is stopped");
    }
    assert!(tries >= 10);
    let mut reply = sign_in(&mut site.stranger(), "ines", PASSWORD).await;
    while reply.status != StatusCode::TOO_MANY_REQUESTS {
        reply = sign_in(&mut site.stranger(), "ines", PASSWORD).await;
    }
    assert_eq!(reply.attributes("#who", "value"), ["ines"]);
    assert!(reply.text(".notice.bad").contains("Wait a minute"));
}

#[tokio::test]
async fn nobody_is_flooded_with_letters() {
    let site = Site::with_ordinary_limits().await;
    member(&site, "ines").await;
    for _ in 0..6 {
        site.stranger().post("/sign-in/link", &[("email", "ines@example.org")]).await;
    }
    assert_eq!(site.letters().await.len(), 3);
}

#[tokio::test]
async fn a_sign_in_link_works_once() {
    let site = Site::new().await;
    member(&site, "ines").await;
    site.stranger().post("/sign-in/link", &[("email", "ines@example.org"), ("next", "/members/?a=1&b=2")]).await;
    let link = link(&site).await;
    let mut ines = site.stranger();
    let page = ines.get(&link).await;
    assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
    let (action, next) = (page.attributes("main form", "action"), page.attributes("main [name=next]", "value"));
    assert_eq!(ines.post(&action[0], &[("next", &next[0])]).await.location().as_deref(), Some("/members/?a=1&b=2"));
    assert!(is_signed_in(&mut ines).await);
    let mut other = site.stranger();
    assert_eq!(other.post(&action[0], &[]).await.status, StatusCode::GONE);
    assert_eq!(other.get(&link).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn a_sign_in_link_grows_old() {
    let site = Site::new().await;
    member(&site, "ines").await;
    site.stranger().post("/sign-in/link", &[("email", "ines@example.org")]).await;
    let link = link(&site).await;
    site.pass_minutes(21);
    assert_eq!(site.stranger().post(&link, &[]).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn a_link_names_the_host_of_the_settings_whatever_the_request_says() {
    let site = Site::new().await;
    member(&site, "ines").await;
    let mut client = site.stranger().with_header("x-forwarded-host", "evil.example");
    client.post("/forgot", &[("email", "ines@example.org")]).await;
    assert!(link(&site).await.starts_with("/reset/"));
    assert!(!site.letters().await[0].contains("evil"));
}

#[tokio::test]
async fn whoever_knew_the_token_before_signing_in_knows_nothing_after() {
    let site = Site::new().await;
    member(&site, "ines").await;
    let mut ines = site.stranger();
    ines.set_cookie("lyceum", "AAAAAAAAAAAAAAAAAAAAAA");
    sign_in(&mut ines, "ines", PASSWORD).await;
    let first = ines.cookie("lyceum").unwrap().to_owned();
    assert_ne!(first, "AAAAAAAAAAAAAAAAAAAAAA");
    ines.post("/me/password", &[("old", PASSWORD), ("new", "another sentence")]).await;
    assert_ne!(ines.cookie("lyceum").unwrap(), first);
    assert!(is_signed_in(&mut ines).await);
    let mut thief = site.stranger();
    thief.set_cookie("lyceum", &first);
    assert!(!is_signed_in(&mut thief).await);
}

#[tokio::test]
async fn signing_out_ends_the_sign_in_for_whoever_copied_it_too() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let mut copy = ines.clone();
    assert!(is_signed_in(&mut copy).await);
    assert_eq!(ines.post("/sign-out", &[]).await.location().as_deref(), Some("/"));
    assert!(!is_signed_in(&mut ines).await);
    assert!(!is_signed_in(&mut copy).await);
}

#[tokio::test]
async fn a_new_password_by_letter_ends_every_sign_in() {
    let site = Site::new().await;
    let ines = member(&site, "ines").await;
    let mut elsewhere = site.signed_in(ines.id).await;
    assert!(is_signed_in(&mut elsewhere).await);
    site.stranger().post("/forgot", &[("email", "ines@example.org")]).await;
    let link = link(&site).await;
    let mut here = site.stranger();
    assert_eq!(here.get(&link).await.attributes("[name=username]", "value"), ["ines"]);
    assert_eq!(here.post(&link, &[("password", "short")]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(here.post(&link, &[("password", "another sentence")]).await.status, StatusCode::SEE_OTHER);
    assert!(is_signed_in(&mut here).await);
    assert!(!is_signed_in(&mut elsewhere).await);
    assert_eq!(here.post(&link, &[("password", "a third sentence")]).await.status, StatusCode::GONE);
    assert_eq!(sign_in(&mut site.stranger(), "ines", PASSWORD).await.status, 422);
    assert!(verbs(&site).await.contains(&"changed-password".into()));
}

#[rstest]
#[case("/sign-in")]
#[case("/sign-out")]
#[case("/language")]
#[case("/me/profile")]
#[case("/me/password")]
#[case("/me/sessions/end-all")]
#[tokio::test]
async fn a_form_on_another_site_is_refused(#[case] path: &str) {
    let site = Site::new().await;
    let (_, ines) = site.member("ines").await;
    let mut tricked = ines.with_header("origin", "https://evil.example").with_header("sec-fetch-site", "cross-site");
    let reply = tricked.post(path, &[("language", "es"), ("name", "Eve"), ("handle", "eve")]).await;
    assert_eq!(reply.status, StatusCode::FORBIDDEN);
    assert!(is_signed_in(&mut tricked).await);
}

#[tokio::test]
async fn a_language_once_chosen_stays() {
    let site = Site::new().await;
    let mut stranger = site.stranger();
    let reply = stranger.post("/language", &[("language", "es"), ("next", "/sign-in")]).await;
    let cookie = reply.headers[header::SET_COOKIE].to_str().unwrap().to_owned();
    assert!(cookie.contains("SameSite=Lax") && cookie.contains("Max-Age=31536000") && cookie.contains("Path=/"));
    assert_eq!(stranger.get("/sign-in").await.attributes("html", "lang"), ["es"]);
    let (member, mut ines) = site.member("ines").await;
    ines.post("/language", &[("language", "de")]).await;
    assert_eq!(site.signed_in(member.id).await.get("/me/settings/").await.attributes("html", "lang"), ["de"]);
    assert_eq!(ines.post("/language", &[("language", "xx")]).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn an_account_that_somebody_else_prepared_keeps_no_password_of_theirs() {
    let site = begun().await;
    join(&mut site.stranger(), "hedda", "hedda@example.org", &[]).await;
    link(&site).await;
    let mut hedda = site.stranger();
    hedda.post("/sign-in/link", &[("email", "hedda@example.org")]).await;
    let way_in = link(&site).await;
    assert!(way_in.starts_with("/join/confirm/"), "{way_in}");
    assert!(!site.letters().await.last().unwrap().contains("has moved to"), "nobody brought them here");
    hedda.post(&way_in, &[]).await;
    assert!(is_signed_in(&mut hedda).await);
    let mut other = site.stranger();
    assert_eq!(sign_in(&mut other, "hedda", PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_session_that_was_ended_is_not_written_back() {
    use tower_sessions::{
        SessionStore as _,
        session::{Id, Record},
    };
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let store = crate::people::sessions::Store::new(site.app.db.clone());
    let expiry_date = time::OffsetDateTime::UNIX_EPOCH;
    let data = [(crate::people::sessions::MEMBER.to_owned(), serde_json::to_value(ines.id).unwrap())].into();
    let mut record = Record { id: Id::default(), data, expiry_date };
    store.create(&mut record).await.unwrap();
    assert!(store.load(&record.id).await.unwrap().is_some());
    site.app.db.always(async |tx| crate::people::members::end_ways_in(tx, ines.id).await).await.unwrap();
    store.save(&record).await.unwrap();
    assert!(store.load(&record.id).await.unwrap().is_none());
}

#[tokio::test]
async fn whoever_comes_every_day_stays_signed_in() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    ines.get("/members/").await;
    site.pass_minutes(2 * 24 * 60);
    assert!(ines.get("/members/").await.headers.contains_key(header::SET_COOKIE), "the cookie lives on");
    assert!(!ines.get("/members/").await.headers.contains_key(header::SET_COOKIE), "once a day");
}

#[tokio::test]
async fn a_second_cookie_that_somebody_else_put_there_borrows_no_session() {
    let site = Site::new().await;
    let (_, ines) = site.member("ines").await;
    let tossed = "T0SSEDT0SSEDT0SSEDT0SS";
    let mut with_both = ines.with_header("cookie", &format!("lyceum={tossed}"));
    assert!(!is_signed_in(&mut with_both).await);
    let own = ines.cookie("lyceum").unwrap().to_owned();
    let mut other_way_round = site.stranger().with_header("cookie", &format!("lyceum={tossed}; lyceum={own}"));
    assert!(!is_signed_in(&mut other_way_round).await);
    let mut whoever_put_it_there = site.stranger();
    whoever_put_it_there.set_cookie("lyceum", tossed);
    assert!(!is_signed_in(&mut whoever_put_it_there).await);
    assert!(is_signed_in(&mut ines.clone()).await);
}

#[tokio::test]
async fn guessing_is_limited_by_the_account_and_not_by_what_is_typed() {
    let site = Site::with_ordinary_limits().await;
    member(&site, "ines").await;
    let mut tries = 0;
    // Ten tries at once in all, and another after every twelve seconds that this takes.
    for who in ["ines", "INES@example.org", "@Ines", " ines@example.org "].into_iter().cycle() {
        if sign_in(&mut site.stranger(), who, "wrong password").await.status != 422 {
            break;
        }
        tries += 1;
        assert!(tries < 18, "however the account is named");
    }
    assert!(tries >= 10);
}

#[tokio::test]
async fn one_field_serves_for_the_password_for_a_link_and_for_a_forgotten_password() {
    let site = Site::new().await;
    member(&site, "ines").await;
    let page = site.stranger().get("/sign-in?next=/members/").await;
    assert_eq!(page.count("main form"), 1);
    assert_eq!(page.count("main [name=who]"), 1);
    for who in ["ines", " Ines@example.org", "@ines"] {
        let reply =
            site.stranger().post("/sign-in/link", &[("who", who), ("password", ""), ("next", "/members/")]).await;
        assert_eq!((reply.status, reply.text(".plain strong")), (StatusCode::OK, who.trim().to_owned()));
        assert!(link(&site).await.ends_with("?next=%2Fmembers%2F"));
    }
    assert_eq!(site.stranger().post("/sign-in/link", &[("who", "nobody")]).await.status, StatusCode::OK);
    assert_eq!(site.letters().await.len(), 3);
    let bad = site.stranger().post("/sign-in/link", &[("who", "no body")]).await;
    assert_eq!((bad.status, bad.count("#who-error")), (StatusCode::UNPROCESSABLE_ENTITY, 1));

    // The form for signing in takes along what was typed there, and no letter leaves before it is asked for.
    let fields = [("who", "ines@example.org"), ("password", "half remembered"), ("next", "/members/")];
    let page = site.stranger().post("/forgot", &fields).await;
    assert_eq!(page.attributes("[name=who]", "value"), ["ines@example.org"]);
    assert!(!page.body.contains("half remembered"));
    assert_eq!(site.letters().await.len(), 3);
}

#[tokio::test]
async fn after_a_new_password_one_is_led_back_to_where_one_was() {
    let site = Site::new().await;
    member(&site, "ines").await;
    site.stranger().post("/forgot", &[("who", "ines"), ("next", "/members/?q=a")]).await;
    let link = link(&site).await;
    let mut ines = site.stranger();
    let page = ines.get(&link).await;
    let (action, next) = (page.attributes("main form", "action"), page.attributes("main [name=next]", "value"));
    let refused = ines.post(&action[0], &[("password", "short"), ("next", &next[0])]).await;
    assert_eq!(refused.attributes("main [name=next]", "value"), next);
    let reply = ines.post(&action[0], &[("password", "another sentence"), ("next", &next[0])]).await;
    assert_eq!(reply.location().as_deref(), Some("/members/?q=a"));
}

#[tokio::test]
async fn the_masthead_leads_back_to_where_one_was() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let url = site.url(site.post(&ines, "Open house").await).await;
    let mut stranger = site.stranger();
    let next = url.replace('/', "%2F");
    let here = [format!("/sign-in?next={next}"), format!("/join?next={next}")];
    assert_eq!(stranger.get(&url).await.attributes(".masthead .you a", "href"), here);
    assert_eq!(stranger.get(&here[0]).await.attributes(".masthead .you a", "href"), here);
    assert_eq!(stranger.get("/").await.attributes(".masthead .you a", "href"), ["/sign-in", "/join"]);
}

#[tokio::test]
async fn a_new_password_a_new_address_and_ending_all_sessions_end_every_link_that_was_sent() {
    for what in ["password", "address", "sessions"] {
        let site = Site::new().await;
        let ines = member(&site, "ines").await;
        let mut links = vec![];
        for path in ["/sign-in/link", "/forgot"] {
            site.stranger().post(path, &[("who", "ines")]).await;
            links.push(link(&site).await);
        }
        let mut here = site.signed_in(ines.id).await;
        let mut elsewhere = site.signed_in(ines.id).await;
        for link in &links {
            assert_eq!(site.stranger().get(link).await.status, StatusCode::OK);
        }
        let done = match what {
            "password" => here.post("/me/password", &[("old", PASSWORD), ("new", "another sentence")]).await,
            "address" => {
                here.post("/me/email", &[("email", "new@example.org"), ("present", PASSWORD)]).await;
                let letters = site.letters().await;
                let letter = letters.iter().find(|letter| letter.contains("To: new@example.org")).unwrap();
                let confirm = letter.lines().find_map(|line| line.strip_prefix("http://lyceum.test")).unwrap();
                here.post(confirm, &[]).await
            }
            _ => here.post("/me/sessions/end-all", &[]).await,
        };
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{what}");
        for link in &links {
            assert_eq!(site.stranger().get(link).await.status, StatusCode::GONE, "{what}: {link}");
            assert!(!site.stranger().post(link, &[]).await.status.is_redirection(), "{what}: {link}");
        }
        assert!(is_signed_in(&mut here).await, "{what}: whoever did it stays");
        assert!(!is_signed_in(&mut elsewhere).await, "{what}: nobody else does");
    }
}

#[tokio::test]
async fn the_operators_link_ends_with_a_new_password() {
    let site = Site::new().await;
    let added = crate::people::pages::account::Added {
        email: "ines@example.org".parse().unwrap(),
        name: "Inês".parse().unwrap(),
        handle: Some("ines".parse().unwrap()),
        role: crate::people::members::Role::Organiser,
        password: Some(PASSWORD.parse().unwrap()),
    };
    let link = crate::people::pages::account::add(&site.app, &added).await.unwrap();
    let link = link.strip_prefix("http://lyceum.test").unwrap();
    let mut ines = site.stranger();
    sign_in(&mut ines, "ines", PASSWORD).await;
    ines.post("/me/password", &[("old", PASSWORD), ("new", "another sentence")]).await;
    assert_eq!(site.stranger().post(link, &[]).await.status, StatusCode::GONE);
}

#[rstest]
#[case::signs_out("/sign-out")]
#[case::signs_in("/sign-in")]
#[tokio::test]
async fn a_guest_is_unknown_as_soon_as_they_sign_out_or_in(#[case] path: &str) {
    let site = Site::new().await;
    let ines = member(&site, "ines").await;
    let post = site.post(&ines, "Open house").await;
    let mut guest = site.stranger();
    let fields = [("text", "May I?"), ("name", "Wendy"), ("email", "wendy@example.net")];
    let comment = guest.post(&format!("/posts/{post}/comments"), &fields).await.location().unwrap();
    let mut copy = guest.clone();
    assert_eq!(copy.get(&format!("{comment}/edit")).await.status, StatusCode::OK);
    guest.post(path, &[("who", "ines"), ("password", PASSWORD)]).await;
    assert_eq!(copy.get(&format!("{comment}/edit")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(copy.post(&format!("{comment}/delete"), &[]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_password_is_the_same_however_a_keyboard_composes_it() {
    let site = Site::new().await;
    let ines = member(&site, "ines").await;
    let (composed, apart) = ("d\u{fc}nenschl\u{e4}fer", "du\u{308}nenschla\u{308}fer");
    for (set, typed) in [(composed, apart), (apart, composed)] {
        let mut here = site.signed_in(ines.id).await;
        site.stranger().post("/forgot", &[("who", "ines")]).await;
        here.post(&link(&site).await, &[("password", set)]).await;
        assert_eq!(sign_in(&mut site.stranger(), "ines", typed).await.status, 303);
        assert_eq!(sign_in(&mut site.stranger(), "ines", set).await.status, 303);
    }
    // One that was hashed as it was typed, before: it goes on working, and from then on every keyboard will do.
    let old = site.app.hashing.hash(apart.into()).await.unwrap();
    site.app.db.always(async |tx| crate::people::members::set_password(tx, ines.id, &old).await).await.unwrap();
    assert_eq!(sign_in(&mut site.stranger(), "ines", composed).await.status, 422);
    assert_eq!(sign_in(&mut site.stranger(), "ines", apart).await.status, 303);
    assert_eq!(sign_in(&mut site.stranger(), "ines", composed).await.status, 303);
}

#[tokio::test]
async fn a_stranger_is_not_sent_back_more_than_a_field_holds() {
    let site = begun().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Open house").await;
    let much = "<".repeat(20_000);
    let comments = format!("/posts/{post}/comments");
    for (path, field) in [
        ("/sign-in", "who"),
        ("/sign-in/link", "who"),
        ("/forgot", "who"),
        ("/join", "name"),
        ("/join", "handle"),
        ("/join", "email"),
        (comments.as_str(), "name"),
        (comments.as_str(), "email"),
        (comments.as_str(), "website"),
    ] {
        let reply = site.stranger().post(path, &[(field, &much)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {field}");
        assert!(reply.body.len() < 40_000, "{path} {field}: {} bytes", reply.body.len());
    }
    let more = "<".repeat(70_000);
    for (path, field) in [("/sign-in", "who"), ("/forgot", "who"), ("/sign-in/link", "who"), ("/join", "why")] {
        assert_eq!(site.stranger().post(path, &[(field, &more)]).await.status, StatusCode::PAYLOAD_TOO_LARGE, "{path}");
    }
    let reply = site.stranger().post(&comments, &[("text", &"<".repeat(300_000))]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reply.body.len() < 1_300_000, "{} bytes", reply.body.len());
    assert_eq!(site.stranger().post(&comments, &[("text", &"<".repeat(2_000_000))]).await.status, 413);
}

#[tokio::test]
async fn whoever_asks_for_letters_to_nowhere_is_limited_too() {
    let site = Site::with_ordinary_limits().await;
    for path in ["/forgot", "/sign-in/link"] {
        let mut tries = 0;
        while site.stranger().post(path, &[("who", "no address at all")]).await.status == 422 {
            tries += 1;
            assert!(tries < 60, "{path}");
        }
    }
}
