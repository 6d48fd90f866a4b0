use std::sync::{
    Arc,
    atomic::{AtomicU16, AtomicU64, Ordering},
};

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

use super::{doubtful, run, works};
use crate::{
    audiences::circles::Part as As,
    checks::{
        access_courses::{course, draft, put},
        testing::Site,
    },
    course::{
        courses::{self, Course},
        modules::{self, Draft, ItemDraft, Kind, Module, Part},
    },
    ids::CircleId,
    kit::app::App,
    people::members::{Member, Role},
    schedule,
};

/// A server that stands for the public web, and what it was asked.
struct Web {
    base: String,
    asked: Arc<std::sync::Mutex<Vec<String>>>,
    /// What `/changing` answers.
    status: Arc<AtomicU16>,
    /// How often a program that gives no name of its own asked.
    nameless: Arc<AtomicU64>,
}

#[derive(Clone)]
struct Shared {
    asked: Arc<std::sync::Mutex<Vec<String>>>,
    status: Arc<AtomicU16>,
    nameless: Arc<AtomicU64>,
}

async fn answer(State(web): State<Shared>, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    web.asked.lock().unwrap().push(format!("{method} {}", uri.path()));
    let agent = headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default();
    if !agent.contains("+http://lyceum.test/") || headers.contains_key(header::REFERER) {
        web.nameless.fetch_add(1, Ordering::Relaxed);
    }
    let is_head = method == Method::HEAD;
    let code = |code: u16| StatusCode::from_u16(code).unwrap().into_response();
    let to = |place: &'static str| (StatusCode::FOUND, [(header::LOCATION, place)]).into_response();
    match uri.path() {
        "/fine" | "/login" | "/" => code(200),
        "/no-head-405" if is_head => code(405),
        "/no-head-501" if is_head => code(501),
        "/no-head-403" if is_head => code(403),
        "/no-head-404" if is_head => code(404),
        path if path.starts_with("/no-head") => code(200),
        "/robots-403" => code(403),
        "/too-many-429" => (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "1209600")]).into_response(),
        "/away-503" => code(503),
        "/broken-500" => code(500),
        "/members" => to("/login"),
        "/moved" => to("/fine"),
        "/front" => to("/"),
        "/round" => to("/round"),
        "/inside" => to("http://169.254.169.254/latest/meta-data/"),
        "/gone-410" => code(410),
        "/changing" => code(web.status.load(Ordering::Relaxed)),
        _ => code(404),
    }
}

impl Web {
    async fn begin(app: &App) -> Self {
        let shared = Shared { asked: Arc::default(), status: Arc::new(AtomicU16::new(404)), nameless: Arc::default() };
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let pages = Router::new().fallback(answer).with_state(shared.clone());
        tokio::spawn(async move { axum::serve(listener, pages).await });
        app.outside.also_reach(address);
        let Shared { asked, status, nameless } = shared;
        Self { base: format!("http://{address}"), asked, status, nameless }
    }

    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.asked.lock().unwrap())
    }
}

async fn module(site: &Site, course: &Course, by: &Member, title: &str) -> Module {
    let draft = Draft::named(Kind::Module, title, None, None);
    let id = site.app.db.change(async |tx| modules::add(tx, course, by.id, &draft).await).await.unwrap().unwrap();
    modules::in_course(&mut site.app.db.read().await.unwrap(), course.id, id).await.unwrap().unwrap()
}

async fn open(site: &Site, course: &Course, module: &Module) {
    site.app.db.always(async |tx| modules::open(tx, course, module.id).await).await.unwrap();
}

async fn link(site: &Site, module: &Module, title: &str, address: &str) {
    let item = ItemDraft {
        part: Part::Read,
        core: true,
        follows: None,
        minutes: None,
        title: title.into(),
        author: String::new(),
        address: address.into(),
        licence: String::new(),
        note: String::new(),
    };
    site.app.db.always(async |tx| modules::add_item(tx, module, &item).await).await.unwrap().unwrap();
}

/// Lets so many minutes pass, and does what is due in each.
async fn minutes(site: &Site, minutes: i64) {
    for _ in 0..minutes {
        run(&site.app).await.unwrap();
        site.pass_minutes(1);
    }
}

/// What is said of each link of a course, and whether it is dead.
async fn said(site: &Site, course: CircleId) -> Vec<(String, String, bool)> {
    let found = doubtful(&mut site.app.db.read().await.unwrap(), course).await.unwrap();
    let mut found: Vec<_> = found.into_iter().map(|link| (link.title, link.said, link.dead_at.is_some())).collect();
    found.sort();
    found
}

#[tokio::test]
async fn only_what_is_said_to_be_gone_three_times_over_a_week_is_dead() {
    let site = Site::new().await;
    let web = Web::begin(&site.app).await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    put(&site, &course, bram.id, As::Member).await;
    let week = module(&site, &course, &ines, "Week one").await;
    let paths = [
        "fine",
        "no-head-405",
        "no-head-501",
        "no-head-403",
        "no-head-404",
        "robots-403",
        "too-many-429",
        "away-503",
        "broken-500",
        "members",
        "moved",
        "front",
        "round",
        "inside",
        "gone-410",
        "not-there-404",
    ];
    for path in paths {
        link(&site, &week, path, &format!("{}/{path}", web.base)).await;
    }
    link(&site, &week, "no-host", "http://nobody.invalid/page").await;
    link(&site, &week, "private", "http://10.0.0.1/page").await;
    open(&site, &course, &week).await;
    minutes(&site, 20).await;
    let asked = web.asked();
    assert!(asked.contains(&"GET /no-head-405".to_owned()) && asked.contains(&"HEAD /fine".to_owned()));
    assert!(!asked.contains(&"GET /fine".to_owned()), "what answers is asked once");
    assert!(!asked.contains(&"GET /too-many-429".to_owned()), "and what is too much is not asked for more");
    assert_eq!(web.nameless.load(Ordering::Relaxed), 0);
    let unsure = [
        ("away-503", "503"),
        ("broken-500", "500"),
        ("front", "front"),
        ("gone-410", "410"),
        ("inside", "not-public"),
        ("members", "sign-in"),
        ("no-host", "no-host"),
        ("not-there-404", "404"),
        ("private", "not-public"),
        ("robots-403", "403"),
        ("round", "round"),
        ("too-many-429", "429"),
    ];
    let expected: Vec<_> = unsure.iter().map(|(path, said)| ((*path).to_owned(), (*said).to_owned(), false)).collect();
    assert_eq!(said(&site, course.id).await, expected);
    assert!(!brams.get("/courses/open/week-one/").await.body.contains("web.archive.org"));
    // Eight days on, in steps of three hours.
    for _ in 0..66 {
        minutes(&site, 5).await;
        site.pass_minutes(175);
    }
    let dead: Vec<_> =
        said(&site, course.id).await.into_iter().filter(|(_, _, dead)| *dead).map(|(path, ..)| path).collect();
    assert_eq!(dead, ["gone-410", "no-host", "not-there-404"]);
    // Whoever reads the module is offered an archive, and whoever leads the course a list.
    let page = brams.get("/courses/open/week-one/").await;
    let archived = page.attributes(".dead a", "href");
    assert_eq!(archived.len(), 3);
    assert!(
        archived.contains(&"https://web.archive.org/web/20260902/http://nobody.invalid/page".to_owned()),
        "{archived:?}"
    );
    let list = teaches.get("/courses/open/manage/modules/").await;
    assert_eq!(
        (list.count("section > .rows form[action$='/links']"), list.count("details form[action$='/links']")),
        (3, 9)
    );
    assert!(list.body.contains("nothing is there (410)") && list.body.contains("there is no host of this name"));
}

#[tokio::test]
async fn a_host_is_asked_one_thing_a_minute_and_a_link_once_a_week() {
    let site = Site::new().await;
    let web = Web::begin(&site.app).await;
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    let week = module(&site, &course, &ines, "Week one").await;
    for number in 0..5 {
        link(&site, &week, "A link", &format!("{}/no-head-405?{number}", web.base)).await;
    }
    open(&site, &course, &week).await;
    for _ in 0..5 {
        run(&site.app).await.unwrap();
        run(&site.app).await.unwrap();
        assert_eq!(web.asked(), ["HEAD /no-head-405", "GET /no-head-405"]);
        site.pass_minutes(1);
    }
    minutes(&site, 3).await;
    assert!(web.asked().is_empty());
    site.pass_minutes(6 * 24 * 60);
    minutes(&site, 3).await;
    assert!(web.asked().is_empty(), "six days are no week");
    site.pass_minutes(2 * 24 * 60);
    minutes(&site, 10).await;
    assert_eq!(web.asked().len(), 10, "each once more");
}

#[tokio::test]
async fn a_link_that_comes_back_is_alive_and_a_server_that_is_away_in_between_changes_nothing() {
    let site = Site::new().await;
    let web = Web::begin(&site.app).await;
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    let week = module(&site, &course, &ines, "Week one").await;
    link(&site, &week, "It", &format!("{}/changing", web.base)).await;
    open(&site, &course, &week).await;
    let half_a_week = async || {
        run(&site.app).await.unwrap();
        site.pass_minutes(7 * 12 * 60);
    };
    half_a_week().await;
    web.status.store(503, Ordering::Relaxed);
    half_a_week().await;
    web.status.store(404, Ordering::Relaxed);
    half_a_week().await;
    assert_eq!(said(&site, course.id).await, [("It".to_owned(), "404".to_owned(), false)], "twice is not three times");
    half_a_week().await;
    assert_eq!(said(&site, course.id).await, [("It".to_owned(), "404".to_owned(), true)]);
    web.status.store(200, Ordering::Relaxed);
    half_a_week().await;
    half_a_week().await;
    half_a_week().await;
    assert_eq!(said(&site, course.id).await, []);
}

#[tokio::test]
async fn whoever_leads_the_course_replaces_a_link_or_says_that_it_works() {
    let site = Site::new().await;
    let web = Web::begin(&site.app).await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (otto, mut ottos) = site.member_as("otto", Role::Instructor).await;
    let open_course = course(&site, &ines, "open", &draft("Open")).await;
    let other = course(&site, &otto, "other", &draft("Other")).await;
    let week = module(&site, &open_course, &ines, "Week one").await;
    let address = format!("{}/changing", web.base);
    link(&site, &week, "It", &address).await;
    open(&site, &open_course, &week).await;
    let weeks = async |halves: i64| {
        for _ in 0..halves {
            run(&site.app).await.unwrap();
            site.pass_minutes(7 * 12 * 60);
        }
    };
    weeks(3).await;
    assert!(said(&site, open_course.id).await[0].2);
    // A course that does not have the link says nothing of it.
    let form = [("address", address.as_str())];
    assert_eq!(ottos.post("/courses/other/manage/links", &form).await.status, 303);
    assert_eq!(ottos.post("/courses/open/manage/links", &form).await.status, 404);
    site.app.db.always(async |tx| works(tx, other.id, &address).await).await.unwrap();
    assert!(said(&site, open_course.id).await[0].2);
    let done = teaches.post("/courses/open/manage/links", &form).await.location().unwrap();
    assert_eq!(teaches.get(&done).await.count("#done"), 1);
    assert_eq!(said(&site, open_course.id).await, []);
    web.asked();
    weeks(20).await;
    assert!(web.asked().is_empty(), "it is believed for three months");
    weeks(9).await;
    assert!(said(&site, open_course.id).await[0].2);
    // Another address in its place is asked like any new one, and what nobody has any more is forgotten.
    let items = modules::items(&mut site.app.db.read().await.unwrap(), week.id, None).await.unwrap();
    let id = items[0].id.to_string();
    let better = format!("{}/fine", web.base);
    let form = [("item", id.as_str()), ("part", "read"), ("title", "It"), ("address", &better)];
    // Three months on, one signs in again.
    let mut teaches = site.signed_in(ines.id).await;
    assert_eq!(teaches.post(&format!("{}items", week.manage_url()), &form).await.status, 303);
    weeks(1).await;
    assert_eq!(said(&site, open_course.id).await, []);
    assert!(web.asked().contains(&"HEAD /fine".to_owned()));
}

#[tokio::test]
async fn nothing_is_asked_of_what_is_not_to_open_or_closed_or_where_it_is_switched_off() {
    let site = Site::new().await;
    let web = Web::begin(&site.app).await;
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let by_hand = course(&site, &ines, "by-hand", &draft("By hand")).await;
    let week = module(&site, &by_hand, &ines, "Week one").await;
    link(&site, &week, "Later", &format!("{}/by-hand", web.base)).await;
    let over = course(&site, &ines, "over", &draft("Over")).await;
    let last = module(&site, &over, &ines, "Last").await;
    link(&site, &last, "Over", &format!("{}/over", web.base)).await;
    open(&site, &over, &last).await;
    site.app.db.always(async |tx| courses::close(tx, &ines, &over).await).await.unwrap();
    minutes(&site, 5).await;
    assert!(web.asked().is_empty());
    // An idle site writes nothing; one with something to ask writes a job.
    let is_planned = async || {
        schedule::round(&site.app).await.unwrap();
        let conn = &mut site.app.db.read().await.unwrap();
        let job: Option<String> = crate::value!(conn, "select what from job where what like '%CheckLinks%'").unwrap();
        job.is_some()
    };
    assert!(!is_planned().await);
    open(&site, &by_hand, &week).await;
    assert!(is_planned().await);
    minutes(&site, 2).await;
    assert_eq!(web.asked(), ["HEAD /by-hand", "GET /by-hand"]);
}

#[tokio::test]
async fn a_recording_of_a_live_session_is_a_link_like_any_other() {
    let site = Site::new().await;
    let web = Web::begin(&site.app).await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    put(&site, &course, bram.id, As::Member).await;
    let draft = Draft {
        live: Some(("2026-09-10T18:00".parse().unwrap(), 60)),
        live_recording: format!("{}/changing", web.base),
        ..Draft::named(Kind::Module, "Week one", None, None)
    };
    let id = site.app.db.change(async |tx| modules::add(tx, &course, ines.id, &draft).await).await.unwrap().unwrap();
    let week = modules::in_course(&mut site.app.db.read().await.unwrap(), course.id, id).await.unwrap().unwrap();
    assert!(!super::has_work(&mut site.app.db.read().await.unwrap(), site.now()).await.unwrap(), "it is not open");
    open(&site, &course, &week).await;
    assert!(super::has_work(&mut site.app.db.read().await.unwrap(), site.now()).await.unwrap());
    for _ in 0..66 {
        minutes(&site, 5).await;
        site.pass_minutes(175);
    }
    assert!(web.asked().contains(&"HEAD /changing".to_owned()));
    assert_eq!(said(&site, course.id).await, [(String::new(), "404".to_owned(), true)]);
    let page = brams.get("/courses/open/week-one/").await;
    assert!(page.attributes(".dead a", "href")[0].starts_with("https://web.archive.org/web/"), "{}", page.body);
    let list = teaches.get("/courses/open/manage/modules/").await;
    assert!(list.body.contains("Recording of the live session"));
    let change = list.attributes(&format!("a[href$='modules/{id}/#recording']"), "href").remove(0);
    assert_eq!(teaches.get(change.split('#').next().unwrap()).await.attributes("#recording", "name"), ["recording"]);
    // Whoever leads the course says that it works.
    let address = format!("{}/changing", web.base);
    teaches.post("/courses/open/manage/links", &[("address", &address)]).await;
    assert!(said(&site, course.id).await.is_empty());
    assert!(!brams.get("/courses/open/week-one/").await.body.contains("web.archive.org"));
    // A link that nothing has any more is forgotten.
    site.app
        .db
        .always(async |tx| {
            crate::run!(tx, "update module set live_recording = ''")?;
            Ok(())
        })
        .await
        .unwrap();
    run(&site.app).await.unwrap();
    let left: Option<i64> = crate::value!(site.app.db.read().await.unwrap(), "select count(*) from link").unwrap();
    assert_eq!(left, Some(0));
}
