//! What is pushed to which device, by a push service that reads it as a browser would.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    body::Bytes,
    extract::{Path, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::post,
};
use serde_json::Value;

use super::round;
use crate::{
    checks::testing::{Client, Site},
    ids::{MemberId, Timestamp},
    kit::webpush::browser::Browser,
    links::{
        devices,
        mailing::{self, Choice, Mode},
        watches::{self, Level, Subject},
    },
    people::members::{self, Role},
    talk::{comments, posts},
};

/// A push service, and what it was handed.
#[derive(Default)]
struct Service {
    handed: Mutex<Vec<(String, HeaderMap, Bytes)>>,
    /// What it answers next; 201 if there is nothing here.
    answers: Mutex<VecDeque<(u16, &'static str)>>,
}

async fn take(
    State(service): State<Arc<Service>>,
    Path(device): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    service.handed.lock().unwrap().push((device, headers, body));
    let (status, said) = service.answers.lock().unwrap().pop_front().unwrap_or((201, ""));
    let wait = if status == 429 { "1200" } else { "" };
    (StatusCode::from_u16(status).unwrap(), [("retry-after", wait)], said).into_response()
}

/// A site, and the push service of everybody's browsers.
struct Pushing {
    site: Site,
    service: Arc<Service>,
    address: String,
}

/// A device that a member turned on.
struct Device {
    name: String,
    browser: Browser,
}

impl Pushing {
    async fn new() -> Self {
        Self::with(Site::new().await).await
    }

    async fn with(site: Site) -> Self {
        let service = Arc::new(Service::default());
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let pages = Router::new().route("/{device}", post(take)).with_state(service.clone());
        tokio::spawn(async move { axum::serve(listener, pages).await });
        site.app.outside.also_reach(address);
        Self { site, service, address: format!("http://{address}") }
    }

    /// Turns a device on, as a page does.
    async fn turn_on(&self, client: &mut Client, name: &str) -> Device {
        let device = Device { name: name.into(), browser: Browser::new() };
        assert_eq!(self.send(client, &device).await, 303);
        while round(&self.site.app).await.unwrap() {}
        let came = self.came(&device);
        assert_eq!(came.len(), 1, "it is told that it is told");
        assert_eq!(came[0]["title"], "Notifications are on for this device");
        // What happens meanwhile comes together.
        self.site.pass_minutes(2);
        device
    }

    async fn send(&self, client: &mut Client, device: &Device) -> u16 {
        let (p256dh, auth) = device.browser.said();
        let endpoint = format!("{}/{}", self.address, device.name);
        let form = [("endpoint", &*endpoint), ("p256dh", &p256dh), ("auth", &auth)];
        client.post("/me/devices", &form).await.status.as_u16()
    }

    /// Tells what is due, after so many seconds.
    async fn wait(&self, minutes: i64) {
        self.site.do_jobs().await;
        self.site.pass_minutes(minutes);
        self.site.do_jobs().await;
        while round(&self.site.app).await.unwrap() {}
    }

    /// What came to a device since it was asked last, read by it.
    fn came(&self, device: &Device) -> Vec<Value> {
        let mut handed = self.service.handed.lock().unwrap();
        let (of_it, others) = handed.drain(..).partition(|(name, ..)| *name == device.name);
        *handed = others;
        let all: Vec<(String, HeaderMap, Bytes)> = of_it;
        all.iter().map(|(_, _, body)| serde_json::from_str(&device.browser.read(body).unwrap()).unwrap()).collect()
    }

    fn answer(&self, answers: &[(u16, &'static str)]) {
        self.service.answers.lock().unwrap().extend(answers);
    }

    async fn choose(&self, member: MemberId, choice: Choice) {
        self.site.app.db.always(async |tx| mailing::choose(tx, member, &choice).await).await.unwrap();
    }

    async fn devices_of(&self, member: MemberId) -> Vec<devices::Device> {
        devices::of_member(&mut self.site.app.db.read().await.unwrap(), member).await.unwrap()
    }
}

const CHOICE: Choice =
    Choice { mode: Mode::Never, weekday: 1, hour: 7, most: 5, quiet_from: 22, quiet_until: 7, paused_until: None };

#[tokio::test]
async fn who_is_answered_is_told_on_each_device_once_in_words_only_it_can_read() {
    let pushing = Pushing::new().await;
    let site = &pushing.site;
    let (ines, mut laptop) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    pushing.wait(1).await;
    let mut phone = site.signed_in(ines.id).await;
    let (one, other) = (pushing.turn_on(&mut laptop, "laptop").await, pushing.turn_on(&mut phone, "phone").await);
    let comment = site.comment(&bram, post, None, "A *first* thought.").await;
    pushing.wait(1).await;
    {
        let handed = pushing.service.handed.lock().unwrap();
        let (_, headers, body) = &handed[0];
        let header = |name| headers[name].to_str().unwrap();
        assert_eq!(header("content-encoding"), "aes128gcm");
        assert_eq!((header("ttl"), header("urgency"), header("topic").len()), ("86400", "normal", 32));
        assert!(header("authorization").starts_with("vapid t=ey") && header("authorization").contains(", k=B"));
        assert!(!String::from_utf8_lossy(body).contains("thought"));
    }
    let [came] = &pushing.came(&one)[..] else { panic!("once") };
    assert_eq!(came["title"], "Bram commented on your post");
    assert_eq!(came["body"], "Week one\nA first thought.");
    assert_eq!(came["url"], format!("/comments/{comment}"));
    assert_eq!(came["page"], site.url(post).await);
    assert_eq!(pushing.came(&other), std::slice::from_ref(came));
    pushing.wait(60).await;
    assert_eq!(pushing.came(&one).len() + pushing.came(&other).len(), 0, "nothing is told twice");
    let page = laptop.get("/me/mail/").await;
    assert_eq!(page.count("[data-push] .rows li"), 2);
    assert_eq!(page.count("[data-push] [data-push-here]"), 1);
    assert!(page.text("[data-push] .rows").contains("Last notification:"), "{}", page.text("[data-push] .rows"));
}

#[tokio::test]
async fn thirty_answers_are_one_push_and_what_comes_later_takes_its_place() {
    let pushing = Pushing::new().await;
    let site = &pushing.site;
    let (ines, mut client) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    pushing.wait(1).await;
    let device = pushing.turn_on(&mut client, "laptop").await;
    let first = site.comment(&bram, post, None, "Thought 0.").await;
    for number in 1..30 {
        site.comment(&bram, post, None, &format!("Thought {number}.")).await;
    }
    pushing.wait(1).await;
    let [came] = &pushing.came(&device)[..] else { panic!("one") };
    assert_eq!(came["body"], "Week one\n30 updates");
    assert_eq!(came["url"], format!("/comments/{first}"), "to the first that is new");
    site.comment(&bram, post, None, "One more.").await;
    pushing.wait(1).await;
    assert_eq!(pushing.came(&device).len(), 0, "it was told a minute ago");
    site.comment(&bram, post, None, "And another.").await;
    pushing.wait(2).await;
    let [later] = &pushing.came(&device)[..] else { panic!("one") };
    assert_eq!((&later["body"], &later["tag"]), (&"Week one\n32 updates".into(), &came["tag"]));
}

#[tokio::test]
async fn what_happens_in_many_conversations_at_once_is_one_push_that_says_how_much() {
    let pushing = Pushing::new().await;
    let site = &pushing.site;
    let (ines, mut client) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let mut posts = vec![];
    for week in 1..=4 {
        posts.push(site.post(&ines, &format!("Week {week}")).await);
    }
    pushing.wait(1).await;
    let device = pushing.turn_on(&mut client, "laptop").await;
    for post in &posts[..2] {
        site.comment(&bram, *post, None, "A thought.").await;
    }
    pushing.wait(1).await;
    assert_eq!(pushing.came(&device).len(), 2);
    for post in &posts {
        site.comment(&bram, *post, None, "Another thought.").await;
    }
    pushing.wait(3).await;
    let [came] = &pushing.came(&device)[..] else { panic!("one") };
    assert_eq!(came["title"], "6 updates from The Commons School");
    assert_eq!((&came["url"], &came["tag"]), (&"/me/notifications/".into(), &"all".into()));
}

#[tokio::test]
async fn what_was_read_is_gone_or_may_no_longer_be_read_is_not_pushed() {
    let pushing = Pushing::new().await;
    let site = &pushing.site;
    let (ines, mut client) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    let of_bram = site.post(&bram, "Mine").await;
    let own = site.comment(&ines, of_bram, None, "Hello").await;
    pushing.wait(1).await;
    let device = pushing.turn_on(&mut client, "laptop").await;
    site.comment(&bram, post, None, "Read at once.").await;
    site.do_jobs().await;
    client.get(&site.url(post).await).await;
    let gone = site.comment(&bram, post, None, "Deleted at once.").await;
    site.do_jobs().await;
    let entry = comments::by_id(&mut site.app.db.read().await.unwrap(), gone).await.unwrap().unwrap();
    site.app.db.always(async |tx| comments::delete(tx, &entry).await).await.unwrap();
    site.comment(&bram, of_bram, Some(own), "Hello to you").await;
    site.do_jobs().await;
    let of_bram = posts::for_author(&mut site.app.db.read().await.unwrap(), &bram, of_bram).await.unwrap().unwrap();
    site.app.db.always(async |tx| posts::delete(tx, &of_bram).await).await.unwrap();
    pushing.wait(1).await;
    assert_eq!(pushing.came(&device), [] as [Value; 0]);
    assert_eq!(pushing.devices_of(ines.id).await[0].due_at, None, "it is left alone");
}

#[tokio::test]
async fn what_one_follows_at_once_is_pushed_and_nothing_that_is_followed_otherwise_or_happened_before() {
    let pushing = Pushing::new().await;
    let site = &pushing.site;
    let (ines, _) = site.member("ines").await;
    let (lena, mut client) = site.member("lena").await;
    let (first, second) = (site.post(&ines, "Week one").await, site.post(&ines, "Week two").await);
    let lenas = site.post(&lena, "Mine").await;
    site.comment(&ines, lenas, None, "Before.").await;
    site.do_jobs().await;
    let device = pushing.turn_on(&mut client, "laptop").await;
    let choose = async |subject, level| {
        site.app.db.always(async |tx| watches::choose(tx, lena.id, subject, level).await).await.unwrap();
    };
    choose(Subject::Conversation(first.into()), Level::Now).await;
    choose(Subject::Blog(site.blog_of(&ines).await), Level::Now).await;
    choose(Subject::Conversation(second.into()), Level::Digest).await;
    let said = site.comment(&ines, first, None, "Something.").await;
    site.comment(&ines, second, None, "For the digest.").await;
    pushing.wait(1).await;
    let [came] = &pushing.came(&device)[..] else { panic!("one") };
    assert_eq!((&came["body"], &came["url"]), (&"Week one\nSomething.".into(), &format!("/comments/{said}").into()));
    site.post(&ines, "Week three").await;
    pushing.wait(3).await;
    let [came] = &pushing.came(&device)[..] else { panic!("one") };
    assert!(came["body"].as_str().unwrap().starts_with("Week three"), "{came}");
    // Muted meanwhile.
    site.comment(&ines, first, None, "Something more.").await;
    site.do_jobs().await;
    choose(Subject::Conversation(first.into()), Level::Mute).await;
    pushing.wait(3).await;
    assert_eq!(pushing.came(&device).len(), 0);
    site.comment(&ines, first, None, "Dear @lena, something.").await;
    pushing.wait(3).await;
    assert_eq!(pushing.came(&device)[0]["title"], "Ines mentioned you");
}

#[tokio::test]
async fn what_one_follows_comes_as_often_a_day_as_e_mail_does_and_what_is_said_to_oneself_always() {
    let pushing = Pushing::new().await;
    let site = &pushing.site;
    let (ines, _) = site.member("ines").await;
    let (lena, mut client) = site.member("lena").await;
    let post = site.post(&ines, "Week one").await;
    let lenas = site.post(&lena, "Mine").await;
    pushing.choose(lena.id, Choice { most: 2, ..CHOICE }).await;
    let follow = Subject::Conversation(post.into());
    site.app.db.always(async |tx| watches::choose(tx, lena.id, follow, Level::Now).await).await.unwrap();
    pushing.wait(1).await;
    let device = pushing.turn_on(&mut client, "laptop").await;
    let mut came = vec![];
    for number in 1..=4 {
        site.comment(&ines, post, None, &format!("Thought {number}.")).await;
        pushing.wait(3).await;
        came.push(pushing.came(&device).len());
    }
    assert_eq!(came, [1, 1, 0, 0]);
    site.comment(&ines, lenas, None, "Said to her.").await;
    pushing.wait(3).await;
    let [own] = &pushing.came(&device)[..] else { panic!("one") };
    assert_eq!(own["body"], "Mine\nSaid to her.");
    pushing.wait(24 * 60).await;
    assert_eq!(pushing.came(&device).len(), 0, "what was too much stands under the bell and in the digest");
    site.comment(&ines, post, None, "The next day.").await;
    pushing.wait(3).await;
    assert_eq!(pushing.came(&device).len(), 1);
}

#[tokio::test]
async fn an_announcement_is_pushed_once_unless_it_was_read_or_withdrawn() {
    let pushing = Pushing::new().await;
    let site = &pushing.site;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (ines, mut client) = site.member("ines").await;
    pushing.wait(1).await;
    let device = pushing.turn_on(&mut client, "laptop").await;
    let begin = async |olga: &mut Client, title| {
        let form =
            [("title", title), ("text", "Doors open at *seven*."), ("language", "en"), ("from", ""), ("until", "")];
        let place = olga.post("/manage/announcements/new", &form).await.location().unwrap();
        olga.post(&format!("{place}publish"), &[]).await;
        place
    };
    let place = begin(&mut olga, "Our first evening").await;
    let page = place.replace("/manage", "");
    pushing.wait(1).await;
    let [came] = &pushing.came(&device)[..] else { panic!("one") };
    assert!(came["body"].as_str().unwrap().starts_with("Our first evening\nDoors open at seven."), "{came}");
    assert_eq!(came["url"], page);
    pushing.wait(60).await;
    assert_eq!(pushing.came(&device).len(), 0, "once");
    // One is read before it could be pushed, and one withdrawn.
    let place = begin(&mut olga, "Read at once").await;
    client.get(&place.replace("/manage", "")).await;
    let place = begin(&mut olga, "A slip").await;
    olga.post(&format!("{place}withdraw"), &[]).await;
    pushing.wait(3).await;
    assert_eq!(pushing.came(&device), [] as [Value; 0]);
    pushing.choose(ines.id, Choice { quiet_from: 8, quiet_until: 12, ..CHOICE }).await;
    begin(&mut olga, "In quiet hours").await;
    pushing.wait(30).await;
    assert_eq!(pushing.came(&device).len(), 0);
    pushing.wait(3 * 60).await;
    assert_eq!(pushing.came(&device).len(), 1);
}

#[tokio::test]
async fn nothing_is_pushed_in_quiet_hours_or_a_pause_and_to_nobody_who_is_suspended() {
    let pushing = Pushing::new().await;
    let site = &pushing.site;
    let (ines, mut client) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (head, _) = site.member_as("head", Role::Organiser).await;
    let post = site.post(&ines, "Week one").await;
    pushing.wait(1).await;
    let device = pushing.turn_on(&mut client, "laptop").await;
    pushing.choose(ines.id, Choice { quiet_from: 8, quiet_until: 12, ..CHOICE }).await;
    site.comment(&bram, post, None, "One.").await;
    pushing.wait(120).await;
    assert_eq!(pushing.came(&device).len(), 0, "it is eleven, and quiet until twelve");
    pushing.wait(61).await;
    assert_eq!(pushing.came(&device).len(), 1);
    let until = Timestamp(site.now().0 + 2 * 3_600_000);
    pushing.choose(ines.id, Choice { quiet_from: 0, quiet_until: 0, paused_until: Some(until), ..CHOICE }).await;
    site.comment(&bram, post, None, "Two.").await;
    pushing.wait(60).await;
    pushing.wait(120).await;
    assert_eq!(pushing.came(&device).len(), 0, "what came in a pause stands under the bell");
    site.comment(&bram, post, None, "Three.").await;
    pushing.wait(1).await;
    assert_eq!(pushing.came(&device).len(), 1);
    site.comment(&bram, post, None, "Four.").await;
    site.do_jobs().await;
    site.app.db.change(async |tx| members::suspend(tx, &head, ines.id, "a while").await).await.unwrap().unwrap();
    pushing.wait(10).await;
    assert_eq!(pushing.came(&device).len(), 0);
    assert!(pushing.devices_of(ines.id).await.is_empty());
}

#[tokio::test]
async fn a_device_ends_with_its_sign_in_by_its_button_and_when_somebody_else_takes_the_browser() {
    let pushing = Pushing::new().await;
    let site = &pushing.site;
    let (ines, mut laptop) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let (mut phone, mut tablet) = (site.signed_in(ines.id).await, site.signed_in(ines.id).await);
    let one = pushing.turn_on(&mut laptop, "laptop").await;
    pushing.turn_on(&mut phone, "phone").await;
    pushing.turn_on(&mut tablet, "tablet").await;
    let count = async |member| pushing.devices_of(member).await.len();
    assert_eq!(pushing.send(&mut laptop, &one).await, 303, "twice is once");
    assert_eq!(count(ines.id).await, 3);
    while round(&site.app).await.unwrap() {}
    assert_eq!(pushing.came(&one).len(), 0, "it knows already");

    let device =
        pushing.devices_of(ines.id).await.into_iter().find(|device| device.endpoint.ends_with("phone")).unwrap();
    let end = format!("/me/devices/{}/end", device.id);
    assert_eq!(brams.post(&end, &[]).await.status, 303);
    assert_eq!(count(ines.id).await, 3, "nobody ends another's");
    phone.post(&end, &[]).await;
    assert_eq!(count(ines.id).await, 2);

    tablet.post("/sign-out", &[]).await;
    assert_eq!(count(ines.id).await, 1, "who signs out is told nothing there");
    assert_eq!(pushing.send(&mut brams, &one).await, 303);
    assert_eq!((count(ines.id).await, count(bram.id).await), (0, 1), "a browser is one person's");
    brams.post("/me/sessions/end-all", &[]).await;
    assert_eq!(count(bram.id).await, 0, "with every sign-in");
    assert_eq!(pushing.send(&mut brams, &one).await, 303);
    let (head, _) = site.member_as("head", Role::Organiser).await;
    let name = "Somebody".parse().unwrap();
    site.app.db.change(async |tx| members::remove(tx, Some(head.id), &bram, &name).await).await.unwrap().unwrap();
    assert_eq!(count(bram.id).await, 0, "with the account");
    assert_eq!(site.stranger().post("/me/devices", &[]).await.status, 401);
}

#[tokio::test]
async fn nothing_is_pushed_once_the_sign_in_is_over_also_before_it_is_forgotten() {
    let pushing = Pushing::new().await;
    let site = &pushing.site;
    let (ines, mut client) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    pushing.wait(1).await;
    let device = pushing.turn_on(&mut client, "laptop").await;
    site.pass_minutes(91 * 24 * 60);
    site.comment(&bram, post, None, "One.").await;
    pushing.wait(1).await;
    assert_eq!(pushing.came(&device).len(), 0);
    assert_eq!(pushing.devices_of(ines.id).await.len(), 1);
}

#[tokio::test]
async fn a_push_speaks_the_language_of_its_member() {
    let pushing = Pushing::new().await;
    let site = &pushing.site;
    let (ines, mut client) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&bram, "Woche eins").await;
    let own = site.comment(&ines, post, None, "Hallo").await;
    pushing.wait(1).await;
    let device = pushing.turn_on(&mut client, "laptop").await;
    client.post("/language", &[("language", "de")]).await;
    for words in ["Schön!", "Und noch etwas."] {
        site.comment(&bram, post, Some(own), words).await;
    }
    pushing.wait(1).await;
    let came = &pushing.came(&device)[0];
    let said = (&came["title"], &came["body"], &came["lang"]);
    assert_eq!(said, (&"Bram hat dir geantwortet".into(), &"Woche eins\n2 Neuigkeiten".into(), &"de".into()));
}

#[tokio::test]
async fn a_member_has_ten_devices_and_no_endpoint_is_taken_that_is_not_on_the_web() {
    let pushing = Pushing::new().await;
    let site = &pushing.site;
    let (ines, mut client) = site.member("ines").await;
    for number in 0..10 {
        pushing.turn_on(&mut site.signed_in(ines.id).await, &number.to_string()).await;
    }
    let device = Device { name: "11".into(), browser: Browser::new() };
    assert_eq!(pushing.send(&mut client, &device).await, 429);
    let (p256dh, auth) = device.browser.said();
    for endpoint in
        ["", "http://push.example.net/1", "https://127.0.0.1/1", "https://169.254.169.254/latest/meta-data/"]
    {
        let form = [("endpoint", endpoint), ("p256dh", &*p256dh), ("auth", &*auth)];
        assert_eq!(client.post("/me/devices", &form).await.status, 400, "{endpoint}");
    }
    assert_eq!(pushing.devices_of(ines.id).await.len(), 10);
}

#[tokio::test]
async fn a_device_that_is_gone_is_forgotten_and_one_that_takes_nothing_now_is_tried_again() {
    let pushing = Pushing::new().await;
    let site = &pushing.site;
    let (ines, mut client) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    pushing.wait(1).await;
    let device = pushing.turn_on(&mut client, "laptop").await;
    pushing.answer(&[(429, ""), (503, "")]);
    site.comment(&bram, post, None, "One.").await;
    pushing.wait(1).await;
    assert_eq!(pushing.came(&device).len(), 1);
    assert!(client.get("/me/mail/").await.text("[data-push] .rows").contains("keep trying"));
    site.comment(&bram, post, None, "Two.").await;
    pushing.wait(19).await;
    assert_eq!(pushing.came(&device).len(), 0, "it asked for twenty minutes");
    pushing.wait(2).await;
    assert_eq!(pushing.came(&device)[0]["body"], "Week one\n2 updates", "what is tried again is not out of date");
    pushing.wait(5).await;
    assert_eq!(pushing.came(&device).len(), 1);
    assert_eq!(pushing.devices_of(ines.id).await[0].failures, 0);

    pushing.answer(&[(413, ""), (201, "")]);
    site.comment(&bram, post, None, "Three.").await;
    pushing.wait(3).await;
    let came = pushing.came(&device);
    assert_eq!((came.len(), &came[1]["body"]), (2, &"".into()), "what is too long is shortened");

    pushing.answer(&[(410, "")]);
    site.comment(&bram, post, None, "Four.").await;
    pushing.wait(3).await;
    assert_eq!(pushing.came(&device).len(), 1);
    assert!(pushing.devices_of(ines.id).await.is_empty());
}

#[tokio::test]
async fn a_push_service_that_does_not_believe_the_site_is_told_to_operators() {
    let pushing = Pushing::new().await;
    let site = &pushing.site;
    let (ines, mut client) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    pushing.wait(1).await;
    let device = pushing.turn_on(&mut client, "laptop").await;
    pushing.answer(&[(403, r#"{"reason":"BadJwtToken"}"#)]);
    site.comment(&bram, post, None, "One.").await;
    pushing.wait(1).await;
    let (_, mut head) = site.member_as("head", Role::Organiser).await;
    let page = head.get("/manage/undelivered/").await;
    assert!(page.text(".notice.bad").contains("BadJwtToken"), "{}", page.text("#main"));
    let ill = async || crate::tools::doctor::examine(&site.app).await.unwrap().ill.join("\n");
    let said = ill().await;
    assert!(said.contains("127.0.0.1: 403 {\"reason\":\"BadJwtToken\"}") && said.contains("`mail_from`"), "{said}");
    pushing.wait(3).await;
    assert_eq!(pushing.came(&device).len(), 2, "it is tried again");
    assert!(!ill().await.contains("BadJwtToken"));
}

#[tokio::test]
async fn two_nodes_have_one_key_and_tell_a_device_once() {
    let pushing = Pushing::new().await;
    let site = &pushing.site;
    let (ines, mut client) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    pushing.wait(1).await;
    let keys = client.get("/me/mail/").await.attributes("[data-push]", "data-push");
    site.app.memo.invalidate_all();
    assert_eq!(client.get("/me/mail/").await.attributes("[data-push]", "data-push"), keys, "it is kept");
    assert_eq!(keys[0].len(), 87);
    let device = pushing.turn_on(&mut client, "laptop").await;
    site.comment(&bram, post, None, "One.").await;
    site.do_jobs().await;
    site.pass_minutes(1);
    let (one, other) = tokio::join!(round(&site.app), round(&site.app));
    assert!(one.is_ok() && other.is_ok());
    assert_eq!(pushing.came(&device).len(), 1);
}
