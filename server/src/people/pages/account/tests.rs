//! What stands behind the tests of accounts, and what the operator may rely on.

use axum::http::StatusCode;

use super::Added;
use crate::{
    checks::testing::{Client, Reply, Site},
    ids::Clock,
    kit::{app::App, web::limits::Limits},
    people::{
        audit,
        community::{self, Joining},
        members::{self, Member, Role},
        one_time_links::{self, LinkKind, OneTimeLink},
    },
};

pub(super) const PASSWORD: &str = "a sentence she likes";

/// The path of the link in the latest e-mail.
pub(super) async fn link(site: &Site) -> String {
    let letters = site.letters().await;
    let letter = letters.last().expect("a letter was sent");
    let line = letter.lines().find(|line| line.starts_with("http://lyceum.test/")).expect("there is a link in it");
    line.strip_prefix("http://lyceum.test").unwrap().to_owned()
}

/// A site that somebody has begun, so that others may join.
pub(super) async fn begun() -> Site {
    let site = Site::new().await;
    site.member_as("head", Role::Organiser).await;
    site
}

/// Somebody whom the operator added with the password of these tests.
pub(super) async fn member(site: &Site, handle: &str) -> Member {
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

pub(super) async fn by_handle(site: &Site, handle: &str) -> Option<Member> {
    members::by_handle(&mut site.app.db.read().await.unwrap(), handle).await.unwrap()
}

pub(super) async fn is_signed_in(client: &mut Client) -> bool {
    client.get("/me/settings/").await.status == StatusCode::OK
}

pub(super) async fn sign_in(client: &mut Client, who: &str, password: &str) -> Reply {
    client.post("/sign-in", &[("who", who), ("password", password)]).await
}

pub(super) async fn join(client: &mut Client, handle: &str, email: &str, more: &[(&str, &str)]) -> Reply {
    let fields =
        [&[("name", "Dagný Ósk"), ("handle", handle), ("email", email), ("password", PASSWORD)], more].concat();
    client.post("/join", &fields).await
}

pub(super) async fn joining(site: &Site, joining: Joining) {
    let mut community = (*community::of(&site.app).await.unwrap()).clone();
    community.joining = joining;
    site.app.db.always(async |tx| community::update(tx, &community).await).await.unwrap();
}

pub(super) async fn verbs(site: &Site) -> Vec<String> {
    let acts = audit::before(&mut site.app.db.read().await.unwrap(), None, 20).await.unwrap();
    acts.into_iter().map(|act| act.verb).collect()
}

pub(super) async fn make_link(site: &Site, kind: LinkKind, role: Role) -> String {
    let expires_at = site.now().plus_days(7);
    let link = OneTimeLink { kind, member: None, email: None, role, made_by: None, expires_at };
    site.app.db.always(async |tx| one_time_links::make(tx, &link).await).await.unwrap()
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

#[tokio::test]
async fn a_link_made_beside_the_server_leads_to_where_the_site_is_served() {
    let site = Site::new().await;
    let added = |email: &str| Added {
        email: email.parse().unwrap(),
        name: "Inês".parse().unwrap(),
        handle: None,
        role: Role::Organiser,
        password: None,
    };
    let served = "https://learn.example.org";
    site.app.db.always(async |tx| community::serve_at(tx, served).await).await.unwrap();
    let link = super::add(&site.app, &added("one@example.org")).await.unwrap();
    assert!(link.starts_with("http://lyceum.test/sign-in/link/"), "the settings say where: {link}");
    let mut settings = site.app.settings.clone();
    (settings.base_url_is_given, settings.node) = (false, Some(8));
    let beside = App::start(settings, Clock::System, Limits::generous()).await.unwrap();
    let link = super::add(&beside, &added("two@example.org")).await.unwrap();
    assert!(link.starts_with("https://learn.example.org/sign-in/link/"), "{link}");
}
