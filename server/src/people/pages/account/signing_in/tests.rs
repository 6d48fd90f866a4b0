//! What members and strangers may rely on when somebody signs in or out.

use axum::http::{StatusCode, header};
use rstest::rstest;

use crate::{
    checks::testing::Site,
    people::pages::account::tests::{PASSWORD, is_signed_in, join, link, member, sign_in, verbs},
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
    let site = Site::new().await;
    join(&mut site.stranger(), "hedda", "hedda@example.org", &[]).await;
    link(&site).await;
    let mut hedda = site.stranger();
    hedda.post("/sign-in/link", &[("email", "hedda@example.org")]).await;
    let way_in = link(&site).await;
    assert!(way_in.starts_with("/sign-in/link/"), "{way_in}");
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
    let store = crate::people::members::SessionStore::new(site.app.db.clone());
    let expiry_date = time::OffsetDateTime::UNIX_EPOCH;
    let data = [(crate::people::members::SESSION_MEMBER.to_owned(), serde_json::to_value(ines.id).unwrap())].into();
    let mut record = Record { id: Id::default(), data, expiry_date };
    store.create(&mut record).await.unwrap();
    assert!(store.load(&record.id).await.unwrap().is_some());
    site.app.db.always(async |tx| crate::people::members::end_sign_ins(tx, ines.id).await).await.unwrap();
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
