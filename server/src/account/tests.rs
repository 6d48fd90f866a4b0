//! What members and strangers may rely on when they join, sign in and set things.

use std::io::Cursor;

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use image::{DynamicImage, ImageFormat};
use rstest::rstest;

use super::Added;
use crate::{
    audit, blogs,
    community::{self, Joining},
    members::{self, Member, Role, Ticket, TicketKind},
    testing::{Client, Reply, Site},
};

const PASSWORD: &str = "a sentence she likes";

/// The path of the link in the latest letter.
async fn link(site: &Site) -> String {
    let letters = site.letters().await;
    let letter = letters.last().expect("a letter was sent");
    let line = letter.lines().find(|line| line.starts_with("http://lyceum.test/")).expect("there is a link in it");
    line.strip_prefix("http://lyceum.test").unwrap().to_owned()
}

/// Somebody whom the operator added with the password of these tests.
async fn member(site: &Site, handle: &str) -> Member {
    let added = Added {
        email: format!("{handle}@example.org").parse().unwrap(),
        name: "Inês Duarte".parse().unwrap(),
        handle: Some(handle.parse().unwrap()),
        role: Role::Participant,
        password: Some(PASSWORD.parse().unwrap()),
    };
    super::add(&site.app, &added).await.unwrap();
    by_handle(site, handle).await.unwrap()
}

async fn by_handle(site: &Site, handle: &str) -> Option<Member> {
    members::by_handle(&mut site.app.db.read().await.unwrap(), handle).await.unwrap()
}

async fn is_signed_in(client: &mut Client) -> bool {
    client.get("/me/settings/").await.status == StatusCode::OK
}

async fn sign_in(client: &mut Client, who: &str, password: &str) -> Reply {
    client.post("/sign-in", &[("who", who), ("password", password)]).await
}

async fn join(client: &mut Client, handle: &str, email: &str, more: &[(&str, &str)]) -> Reply {
    let fields =
        [&[("name", "Dagný Ósk"), ("handle", handle), ("email", email), ("password", PASSWORD)], more].concat();
    client.post("/join", &fields).await
}

async fn joining(site: &Site, joining: Joining) {
    let mut community = (*community::of(&site.app).await.unwrap()).clone();
    community.joining = joining;
    site.app.db.always(async |tx| community::update(tx, &community).await).await.unwrap();
}

async fn verbs(site: &Site) -> Vec<String> {
    let acts = audit::latest(&mut site.app.db.read().await.unwrap(), 20).await.unwrap();
    acts.into_iter().map(|act| act.verb).collect()
}

async fn ticket(site: &Site, kind: TicketKind, role: Role) -> String {
    let expires_at = site.now().plus_days(7);
    let ticket = Ticket { kind, member: None, email: None, role, made_by: None, expires_at };
    site.app.db.always(async |tx| members::make_ticket(tx, &ticket).await).await.unwrap()
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let mut out = Cursor::new(vec![]);
    DynamicImage::new_luma8(width, height).write_to(&mut out, ImageFormat::Png).unwrap();
    out.into_inner()
}

// Joining

#[tokio::test]
async fn joining_is_complete_when_the_link_in_the_letter_is_confirmed() {
    let site = Site::new().await;
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
    assert_eq!(dagny.post(&link, &[]).await.location().as_deref(), Some("/"));
    assert!(is_signed_in(&mut dagny).await);
    let dagny = by_handle(&site, "dagny").await.unwrap();
    let blogs = blogs::of(&mut site.app.db.read().await.unwrap(), dagny.id).await.unwrap();
    assert_eq!(blogs[0].address, "dagny");
}

#[tokio::test]
async fn a_refused_form_comes_back_filled_in_without_the_password() {
    let site = Site::new().await;
    let fields =
        [("name", "Dagný Ósk"), ("handle", "dagny osk"), ("email", "d@example.org"), ("password", "too short")];
    let reply = site.stranger().post("/join", &fields).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(reply.attributes("#handle", "value"), ["dagny osk"]);
    assert_eq!(reply.attributes("#handle", "aria-describedby"), ["handle-error handle-hint"]);
    assert_eq!(reply.texts(".notice.bad li"), ["Handle", "Password"]);
    assert!(!reply.body.contains("too short"));
}

#[tokio::test]
async fn an_unknown_address_gets_the_same_answer_as_a_known_one() {
    let site = Site::new().await;
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
    assert!(letters[2].contains("has an account already") && letters[2].contains("@ines"));
    assert!(letters[3].contains("/join/confirm/"));
}

#[tokio::test]
async fn whoever_begins_again_to_join_is_not_let_in_with_what_the_first_one_typed() {
    let site = Site::new().await;
    join(&mut site.stranger(), "mallory", "dagny@example.org", &[]).await;
    let first = link(&site).await;
    let mut dagny = site.stranger();
    let fields = [("name", "D"), ("handle", "dagny"), ("email", "dagny@example.org"), ("password", "another sentence")];
    dagny.post("/join", &fields).await;
    let second = link(&site).await;
    assert_eq!(site.stranger().post(&first, &[]).await.status, StatusCode::GONE);
    assert_eq!(dagny.post(&second, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(sign_in(&mut site.stranger(), "dagny@example.org", PASSWORD).await.status, 422);
    assert_eq!(sign_in(&mut site.stranger(), "dagny@example.org", "another sentence").await.status, 303);
}

#[tokio::test]
async fn a_handle_that_is_taken_is_said_at_the_field() {
    let site = Site::new().await;
    member(&site, "ines").await;
    let reply = join(&mut site.stranger(), "Ines", "dagny@example.org", &[]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reply.text("#handle-error").starts_with("Somebody has this handle"));
    assert!(site.letters().await.is_empty());
}

#[tokio::test]
async fn the_first_organiser_is_in_at_once_and_only_the_first() {
    let site = Site::new().await;
    joining(&site, Joining::Invitation).await;
    let (one, other) = (
        ticket(&site, TicketKind::Found, Role::Organiser).await,
        ticket(&site, TicketKind::Found, Role::Organiser).await,
    );
    let mut founder = site.stranger();
    let page = founder.get(&format!("/join?found={one}")).await;
    assert_eq!(page.headers[header::CACHE_CONTROL], "no-store");
    assert_eq!(page.headers[header::REFERRER_POLICY], "same-origin");
    join(&mut founder, "dagny", "dagny@example.org", &[("found", &one)]).await;
    assert!(is_signed_in(&mut founder).await);
    assert!(by_handle(&site, "dagny").await.unwrap().is_organiser());
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

    let email = "dagny@example.org".parse().unwrap();
    super::invite(&site.app, &organiser, Some(email), Role::Guide).await.unwrap();
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
    let email = "dagny@example.org".parse().unwrap();
    let link = super::invite(&site.app, &organiser, Some(email), Role::Guide).await.unwrap();
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
    let (organiser, _) = site.member_as("olga", Role::Organiser).await;
    let mut dagny = site.stranger();
    join(&mut dagny, "dagny", "dagny@example.org", &[("why", "To learn.")]).await;
    let reply = dagny.post(&link(&site).await, &[]).await;
    assert_eq!(reply.text("h1"), "Your request is with the organisers");
    assert_eq!(sign_in(&mut dagny, "dagny", PASSWORD).await.text("h1"), "Your request is with the organisers");
    assert_eq!(sign_in(&mut dagny, "dagny", "a wrong password").await.status, 422);
    assert!(!is_signed_in(&mut dagny).await);

    let asking = members::asking(&mut site.app.db.read().await.unwrap()).await.unwrap();
    assert_eq!(asking[0].why, "To learn.");
    super::let_in(&site.app, &organiser, asking[0].id).await.unwrap();
    assert_eq!(link(&site).await, "/sign-in");
    sign_in(&mut dagny, "dagny", PASSWORD).await;
    assert!(is_signed_in(&mut dagny).await);
}

#[tokio::test]
async fn somebody_an_import_brought_in_claims_their_account_by_a_link() {
    let site = Site::new().await;
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
    assert!(site.letters().await[0].contains("an account is kept for you"));
    gordon.post(&link(&site).await, &[]).await;
    assert!(is_signed_in(&mut gordon).await);
    let gordon = by_handle(&site, "gordon").await.unwrap();
    assert!(gordon.claimed_at.is_some());
    assert_eq!(blogs::of(&mut site.app.db.read().await.unwrap(), gordon.id).await.unwrap().len(), 1);
}

#[tokio::test]
async fn a_line_break_in_a_name_begins_no_header_in_a_letter() {
    let site = Site::new().await;
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

// Signing in

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
    for _ in 0..10 {
        assert_eq!(sign_in(&mut site.stranger(), "ines", "wrong password").await.status, 422);
    }
    let reply = sign_in(&mut site.stranger(), "ines", PASSWORD).await;
    assert_eq!(reply.status, StatusCode::TOO_MANY_REQUESTS);
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

// Settings

#[tokio::test]
async fn settings_are_for_whoever_is_signed_in() {
    let site = Site::new().await;
    let mut stranger = site.stranger();
    assert_eq!(stranger.get("/me/settings/").await.status, StatusCode::UNAUTHORIZED);
    for path in ["profile", "blog", "email", "password", "sessions/end-all", "sessions/00/end"] {
        assert_eq!(stranger.post(&format!("/me/{path}"), &[]).await.status, StatusCode::UNAUTHORIZED, "{path}");
    }
    assert_eq!(stranger.upload("/me/picture", "picture", "x.png", &png(9, 9)).await.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn a_handle_that_was_given_up_leads_to_its_member() {
    let site = Site::new().await;
    let (member, mut ines) = site.member("ines").await;
    site.member("tomas").await;
    let fields = [
        ("name", "Inês Duarte"),
        ("handle", "duarte"),
        ("bio", "Reads."),
        ("zone", "Europe/Lisbon"),
        ("language", "es"),
    ];
    let reply = ines.post("/me/profile", &fields).await;
    assert_eq!(reply.location().as_deref(), Some("/me/settings/?saved=profile"));
    let now = site.reload(member.id).await;
    assert_eq!((now.handle.as_str(), now.bio.as_str(), now.time_zone.as_str()), ("duarte", "Reads.", "Europe/Lisbon"));
    let moved = members::moved_to(&mut site.app.db.read().await.unwrap(), "ines").await.unwrap();
    assert_eq!(moved.as_deref(), Some("duarte"));

    let reply = ines.post("/me/profile", &[("name", "Inês"), ("handle", "tomas"), ("bio", "Wrote a lot")]).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!reply.text("#s-handle-error").is_empty());
    assert_eq!(reply.text("#s-bio"), "Wrote a lot");
    let (_, mut thief) = site.member("thief").await;
    assert_eq!(thief.post("/me/profile", &[("name", "T"), ("handle", "ines")]).await.status, 422);
    assert_eq!(ines.post("/me/profile", &[("name", "I"), ("handle", "duarte"), ("zone", "../etc")]).await.status, 422);
}

#[tokio::test]
async fn a_blog_that_moved_says_so_and_takes_no_address_of_another() {
    let site = Site::new().await;
    let (member, mut ines) = site.member("ines").await;
    site.member("tomas").await;
    let fields = [("title", "Marginalia"), ("tagline", "Notes"), ("address", "marginalia")];
    assert_eq!(ines.post("/me/blog", &fields).await.status, StatusCode::SEE_OTHER);
    let mut conn = site.app.db.read().await.unwrap();
    let blog = blogs::of(&mut conn, member.id).await.unwrap().remove(0);
    assert_eq!((blog.title.as_str(), blog.address.as_str()), ("Marginalia", "marginalia"));
    assert_eq!(blogs::moved_to(&mut conn, "ines").await.unwrap().as_deref(), Some("marginalia"));
    drop(conn);
    for address in ["tomas", "members", "a b"] {
        let reply = ines.post("/me/blog", &[("title", "Mine"), ("address", address)]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
        assert_eq!(reply.attributes("#s-title", "value"), ["Mine"]);
    }
}

#[tokio::test]
async fn a_picture_is_made_anew_and_nothing_else_of_the_file_is_kept() {
    let site = Site::new().await;
    let (member, mut ines) = site.member("ines").await;
    let mut polyglot = png(300, 200);
    polyglot.extend_from_slice(b"<script>alert(1)</script>");
    let reply = ines.upload("/me/picture", "picture", "me.html", &polyglot).await;
    assert_eq!(reply.location().as_deref(), Some("/me/settings/?saved=picture"));
    let url = site.reload(member.id).await.picture_url();
    let file = site.stranger().get(&url).await;
    assert_eq!(file.headers[header::CONTENT_TYPE], "image/jpeg");
    assert_eq!(file.headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff");
    assert_eq!(file.headers[header::CONTENT_SECURITY_POLICY], "default-src 'none'; sandbox");
    assert!(file.headers[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
    assert!(!file.body.contains("script"));

    let removal = "--x\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\nremove\r\n--x--\r\n";
    let kind = Some("multipart/form-data; boundary=x");
    ines.send(Method::POST, "/me/picture", kind, Body::from(removal)).await;
    assert!(site.reload(member.id).await.picture.is_none());
}

#[rstest]
#[case::a_text(b"only words".to_vec())]
#[case::an_svg(b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".to_vec())]
#[case::a_script_that_begins_like_a_gif(b"GIF89a/*\0\0\0\0\0*/=1;alert(1)//".to_vec())]
#[case::a_picture_cut_short(png(300, 300)[..60].to_vec())]
#[case::very_wide(png(20_000, 1))]
#[case::more_pixels_than_memory(png(9_999, 9_999).into_iter().enumerate().map(|(at, byte)| if at == 24 { 16 } else { byte }).collect())]
#[case::nothing(vec![])]
#[tokio::test]
async fn what_is_no_good_picture_is_refused_and_the_old_one_stays(#[case] bytes: Vec<u8>) {
    let site = Site::new().await;
    let (member, mut ines) = site.member("ines").await;
    ines.upload("/me/picture", "picture", "me.png", &png(64, 64)).await;
    let before = site.reload(member.id).await.picture;
    let reply = ines.upload("/me/picture", "picture", "me.png", &bytes).await;
    assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!reply.text("#s-picture-error").is_empty());
    assert_eq!(site.reload(member.id).await.picture, before);
}

#[tokio::test]
async fn an_upload_beyond_the_limit_is_refused_on_the_page() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    let large = vec![0; site.app.settings.upload_bytes + 1];
    let reply = ines.upload("/me/picture", "picture", "me.png", &large).await;
    assert_eq!(reply.text("#s-picture-error"), "This file is too large.");
}

#[rstest]
#[case("/files/../lyceum.sqlite")]
#[case("/files/..%2flyceum.sqlite")]
#[case("/files/00000000000000000000000000000000.svg")]
#[case("/files/00000000000000000000000000000000.png")]
#[case("/pictures/xyz.svg")]
#[case("/pictures/12.png")]
#[case("/pictures/123456789012345678901.svg")]
#[tokio::test]
async fn only_our_own_pictures_are_served(#[case] path: &str) {
    assert_eq!(Site::new().await.stranger().get(path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn everyone_has_a_picture() {
    let site = Site::new().await;
    let (member, _) = site.member("ines").await;
    let picture = site.stranger().get(&member.picture_url()).await;
    assert_eq!(picture.headers[header::CONTENT_TYPE], "image/svg+xml");
    assert!(picture.body.starts_with("<svg"));
}

#[tokio::test]
async fn a_new_address_counts_when_its_member_confirms_it() {
    let site = Site::new().await;
    let (member, mut ines) = site.member("ines").await;
    let reply = ines.post("/me/email", &[("email", "new@example.org")]).await;
    assert_eq!(reply.location().as_deref(), Some("/me/settings/?saved=email"));
    let letters = site.letters().await;
    assert!(letters[0].contains("To: new@example.org") && letters[1].contains("To: ines@example.org"));
    assert!(!letters[1].contains("new@example.org"));
    let confirm = letters[0].lines().find(|line| line.contains("/join/confirm/")).unwrap();
    let confirm = confirm.strip_prefix("http://lyceum.test").unwrap();
    assert_eq!(site.reload(member.id).await.email.as_deref(), Some("ines@example.org"));

    // The address may have been mistyped: whoever gets the letter there gets nothing by it.
    let mut stranger = site.stranger();
    assert_eq!(stranger.post(confirm, &[]).await.status, StatusCode::UNAUTHORIZED);
    let (_, mut other) = site.member("tomas").await;
    assert_eq!(other.post(confirm, &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(ines.get(confirm).await.status, StatusCode::OK);
    assert_eq!(ines.post(confirm, &[]).await.location().as_deref(), Some("/me/settings/?saved=address"));
    assert_eq!(site.reload(member.id).await.email.as_deref(), Some("new@example.org"));
    assert!(verbs(&site).await.contains(&"changed-address".into()));
}

#[tokio::test]
async fn an_address_of_somebody_else_is_neither_taken_nor_betrayed() {
    let site = Site::new().await;
    let (member, mut ines) = site.member("ines").await;
    site.member("tomas").await;
    let reply = ines.post("/me/email", &[("email", "tomas@example.org")]).await;
    assert_eq!(reply.location().as_deref(), Some("/me/settings/?saved=email"));
    assert!(site.letters().await[0].contains("nothing was changed"));
    assert_eq!(site.reload(member.id).await.email.as_deref(), Some("ines@example.org"));
}

#[tokio::test]
async fn a_password_changes_only_with_the_present_one_and_ends_other_sign_ins() {
    let site = Site::new().await;
    let ines = member(&site, "ines").await;
    let (mut here, mut elsewhere) = (site.signed_in(ines.id).await, site.signed_in(ines.id).await);
    let reply = here.post("/me/password", &[("old", "not this one"), ("new", "another sentence")]).await;
    assert_eq!(reply.texts(".notice.bad li"), ["Present password"]);
    assert!(is_signed_in(&mut elsewhere).await);
    let reply = here.post("/me/password", &[("old", PASSWORD), ("new", "another sentence")]).await;
    assert_eq!(reply.location().as_deref(), Some("/me/settings/?saved=password"));
    assert!(is_signed_in(&mut here).await && !is_signed_in(&mut elsewhere).await);
    assert_eq!(sign_in(&mut site.stranger(), "ines", "another sentence").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn whoever_has_no_password_sets_one_without() {
    let site = Site::new().await;
    let (_, mut ines) = site.member("ines").await;
    assert_eq!(ines.get("/me/settings/").await.count("#s-old"), 0);
    assert_eq!(ines.post("/me/password", &[("new", PASSWORD)]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(ines.get("/me/settings/").await.count("#s-old"), 1);
}

#[tokio::test]
async fn sign_ins_are_listed_and_can_be_ended() {
    let site = Site::new().await;
    let ines = member(&site, "ines").await;
    let agent = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0";
    let mut here = site.stranger().with_header("user-agent", agent);
    sign_in(&mut here, "ines", PASSWORD).await;
    let mut others = [site.signed_in(ines.id).await, site.signed_in(ines.id).await, site.signed_in(ines.id).await];
    let page = here.get("/me/settings/").await;
    assert_eq!(page.count(".rows > li"), 4);
    assert_eq!(page.texts(".rows li:has(.label) strong"), ["Firefox on Linux"]);

    let end = page.attributes(".rows form", "action");
    assert_eq!(end.len(), 3);
    let (_, mut eve) = site.member("eve").await;
    eve.post(&end[0], &[]).await;
    assert_eq!(here.get("/me/settings/").await.count(".rows > li"), 4);
    here.post(&end[0], &[]).await;
    assert_eq!(here.get("/me/settings/").await.count(".rows > li"), 3);
    let mut left = 0;
    for other in &mut others {
        left += usize::from(is_signed_in(other).await);
    }
    assert_eq!(left, 2);

    here.post("/me/sessions/end-all", &[]).await;
    assert_eq!(here.get("/me/settings/").await.count(".rows > li"), 1);
    for other in &mut others {
        assert!(!is_signed_in(other).await);
    }
    assert!(verbs(&site).await.contains(&"ended-sign-ins".into()));
}

#[tokio::test]
async fn whom_the_operator_adds_can_sign_in_at_once() {
    let site = Site::new().await;
    let added = |handle: Option<&str>, email: &str| Added {
        email: email.parse().unwrap(),
        name: "Inês Duarte".parse().unwrap(),
        handle: handle.map(|handle| handle.parse().unwrap()),
        role: Role::Organiser,
        password: None,
    };
    let link = super::add(&site.app, &added(None, "one@example.org")).await.unwrap();
    let mut one = site.stranger();
    one.post(link.strip_prefix("http://lyceum.test").unwrap(), &[]).await;
    assert!(is_signed_in(&mut one).await);
    // The same name again gets a handle of its own; a handle or an address again is refused.
    super::add(&site.app, &added(None, "two@example.org")).await.unwrap();
    assert!(super::add(&site.app, &added(Some("inesduarte"), "three@example.org")).await.is_err());
    assert!(super::add(&site.app, &added(None, "one@example.org")).await.is_err());
}
