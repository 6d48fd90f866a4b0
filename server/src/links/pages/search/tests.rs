use std::collections::BTreeSet;

use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{course, draft, put},
        testing::{Client, Reply, Site},
    },
    course::tribes::Door,
    events::Lane,
    ids::{CommentId, MemberId, PostId},
    kit::db::Tx,
    links::search,
    people::{
        community,
        members::{self, Member, Role},
    },
    run,
    talk::{
        comments::{self, Text},
        posts::{self, Audience},
    },
    value, worker,
};

fn address(typed: &str) -> String {
    let typed: String = url::form_urlencoded::byte_serialize(typed.as_bytes()).collect();
    format!("/search/?q={typed}")
}

/// What comes of typing this.
async fn page(client: &mut Client, typed: &str) -> Reply {
    let page = client.get(&address(typed)).await;
    assert_eq!(page.status, 200, "{typed}");
    page
}

/// Where the texts lead that are found.
async fn found(client: &mut Client, typed: &str) -> Vec<String> {
    page(client, typed).await.attributes(".found .what", "href")
}

/// What is found by name.
async fn named(client: &mut Client, typed: &str) -> Vec<String> {
    page(client, typed).await.texts(".names a")
}

/// An entry that says something else now.
async fn edit(site: &Site, id: CommentId, words: &str) {
    let community = community::of(&site.app).await.unwrap();
    let mut conn = site.app.db.read().await.unwrap();
    let text = Text::typed(&mut conn, &community, "en", words).await.unwrap().unwrap();
    let entry = comments::by_id(&mut conn, id).await.unwrap().unwrap();
    drop(conn);
    site.app.db.change(async |tx| comments::edit(tx, &entry, &text, false).await).await.unwrap().unwrap();
}

/// A site with a post under which these were said, which is found by now.
async fn said(texts: &[&str]) -> (Site, Member, Client, PostId, Vec<String>) {
    let site = Site::new().await;
    let (ines, client) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let mut urls = vec![];
    for text in texts {
        let id = site.comment(&ines, post, None, text).await;
        urls.push(format!("/comments/{id}"));
    }
    site.do_jobs().await;
    (site, ines, client, post, urls)
}

#[tokio::test]
async fn whatever_is_typed_is_an_answer_and_the_same_one_on_both_databases() {
    let texts = [
        "I don't know the state-of-the-art of C++ under Ubuntu 20.04, see grammar::fa",
        "我们的设备清单在这里 with English beside it",
        "サンドボックス修正をしました",
        "도서관에서 만나요",
        "Guter Käse & mehr: <b>Weiter</b>bildungsstunden",
        "ห้องสมุดประชาชน",
        "Write to ana.ruiz@example.org about #OpenBadges, e-mail or post",
        "To be or not to be, that is \\* AND 100% \"unclosed 'quotes' \\\\ back",
    ];
    let (_site, _, mut client, _, urls) = said(&texts).await;
    for (typed, expected) in [
        ("don't", vec![0]),
        ("dont know", vec![0]),
        ("state-of-the-art", vec![0]),
        ("C++", vec![0]),
        ("ubuntu 20.04", vec![0]),
        ("grammar::fa", vec![0]),
        ("设备", vec![1]),
        ("设备清单", vec![1]),
        ("清", vec![1]),
        ("english", vec![1]),
        ("修正", vec![2]),
        ("도서관", vec![3]),
        ("kase", vec![4]),
        ("Weiterbildungsstunden", vec![4]),
        ("amp", vec![]),
        ("สมุด", vec![5]),
        ("ana.ruiz@example.org", vec![6]),
        ("email", vec![6]),
        ("#openbadges", vec![6]),
        ("\"to be or not to be\"", vec![7]),
        ("\"not be to\"", vec![]),
        ("\"unclosed", vec![7]),
        ("AND", vec![7]),
        ("be -know", vec![7]),
        ("be -\"to be\"", vec![]),
        ("'quotes'", vec![7]),
        ("back\\", vec![7]),
        ("100%", vec![7]),
        ("or", vec![7, 6]),
        ("nothing-of-it", vec![]),
        ("OR NOT", vec![7]),
        ("a'b\\c (d | e) & !f <-> g:*", vec![]),
    ] {
        let expected: Vec<&String> = expected.iter().map(|at| &urls[*at]).collect();
        assert_eq!(found(&mut client, typed).await.iter().collect::<Vec<_>>(), expected, "{typed}");
    }
    for typed in ["", " ", "*", "\"", "\"\"", "()", "-", "-this", "🎉", "\u{202E}", "%", "'", "\\", "<script>"] {
        assert_eq!(found(&mut client, typed).await, Vec::<String>::new(), "{typed}");
    }
    let long = page(&mut client, &"long ".repeat(1_000)).await;
    assert!(long.texts(".notice").iter().any(|said| said.starts_with("That is more than")));
    assert!(page(&mut client, "-this").await.text(".empty").starts_with("You have only said what to leave out"));
    assert!(page(&mut client, "🎉").await.text(".empty").starts_with("There is no word in"));
    assert!(page(&mut client, "nowhere").await.text(".empty").starts_with("Nothing found"));
    assert!(page(&mut client, "nowhere").await.body.contains("<meta name=\"robots\" content=\"noindex\">"));
}

#[tokio::test]
async fn an_excerpt_is_escaped_and_then_marked() {
    let text = "Some <b>Ca</b>tering & `<script>alert(1)</script>` for cate and 我们的设备清单 and 👨‍👩‍👧";
    let (_site, _, mut client, _, _) = said(&[text]).await;
    let script = page(&mut client, "script").await;
    assert!(script.body.contains("&#60;<mark>script</mark>&#62;alert(1)"), "{}", script.body);
    assert_eq!(page(&mut client, "catering").await.texts(".found mark"), ["Catering"]);
    assert_eq!(page(&mut client, "设备").await.texts(".found mark"), ["设备"]);
    assert_eq!(page(&mut client, "amp").await.texts(".found mark"), Vec::<String>::new());
}

#[tokio::test]
async fn what_is_called_so_comes_first_however_old() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let old = site.post(&ines, "Learning log").await;
    site.pass_minutes(60 * 24 * 400);
    let post = site.post(&ines, "Week one").await;
    let comment = site.comment(&ines, post, None, "My learning log is a mess").await;
    site.do_jobs().await;
    let expected = [site.url(old).await, format!("/comments/{comment}")];
    assert_eq!(found(&mut client, "learning log").await, expected);
    // And what is older than a year is not of this year.
    let lately = client.get("/search/?q=learning+log&since=year").await;
    assert_eq!(lately.attributes(".found .what", "href"), expected[1..]);
}

#[tokio::test]
async fn a_search_is_narrowed_by_kind_place_person_and_time() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (one, other) = (site.post(&ines, "About badges").await, site.post(&bram, "More badges").await);
    let comment = site.comment(&bram, one, None, "I like badges").await;
    site.do_jobs().await;
    let (one, other, comment) = (site.url(one).await, site.url(other).await, format!("/comments/{comment}"));
    let place = site.blog_of(&ines).await;
    for (more, expected) in [
        ("", vec![&other, &one, &comment]),
        ("&in=posts", vec![&other, &one]),
        ("&in=comments", vec![&comment]),
        ("&in=discussions", vec![]),
        ("&by=bram", vec![&other, &comment]),
        ("&by=@Bram", vec![&other, &comment]),
        ("&by=nobody", vec![]),
        (&*format!("&place={place}"), vec![&one, &comment]),
        (&*format!("&place={place}&by=ines"), vec![&one]),
        ("&place=12345", vec![]),
        ("&place=x&in=y&since=z&page=x&before=x", vec![&other, &one, &comment]),
        ("&since=day", vec![&other, &one, &comment]),
    ] {
        let page = client.get(&format!("{}{more}", address("badges"))).await;
        let found: BTreeSet<String> = page.attributes(".found .what", "href").into_iter().collect();
        let expected: BTreeSet<String> = expected.into_iter().cloned().collect();
        assert_eq!(found, expected, "{more}");
    }
    site.pass_minutes(60 * 24 * 40);
    let late = client.get("/search/?q=badges&since=month").await;
    assert_eq!(late.count(".found .what"), 0);
}

#[tokio::test]
async fn more_than_two_hundred_are_found_each_once_and_it_is_said_that_there_are_more() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    // All in one second.
    site.chain(&ines, post, (0..245).map(|nth| format!("Badge number {nth}"))).await;
    site.do_jobs().await;
    let mut url = address("badge");
    let (mut seen, mut pages) = (vec![], 0);
    loop {
        let page = client.get(&url).await;
        if pages == 0 {
            assert_eq!(page.text("#found-title"), "More than 200 results");
        }
        seen.extend(page.attributes(".found .what", "href"));
        pages += 1;
        // What is written meanwhile moves nothing.
        site.comment(&ines, post, None, &format!("A badge meanwhile {pages}")).await;
        site.do_jobs().await;
        let next = page.attributes("[rel=next], .looked a", "href");
        let Some(next) = next.first() else { break };
        url.clone_from(next);
    }
    assert_eq!(pages, 13);
    assert_eq!(seen.len(), 245);
    assert_eq!(seen.iter().collect::<BTreeSet<_>>().len(), 245);
}

#[tokio::test]
async fn what_is_hidden_is_gone_in_that_moment_and_comes_back() {
    let (site, ines, mut client, post, urls) = said(&["A rare okapi"]).await;
    let id: CommentId = urls[0].trim_start_matches("/comments/").parse().unwrap();
    let entry = comments::by_id(&mut site.app.db.read().await.unwrap(), id).await.unwrap().unwrap();
    assert_eq!(found(&mut client, "okapi").await, urls);
    site.app.db.always(async |tx| comments::hide(tx, &ines, &entry).await).await.unwrap();
    let page = page(&mut client, "okapi").await;
    assert!(page.texts(".found").is_empty() && !page.body.contains("rare"));
    site.do_jobs().await;
    site.app.db.always(async |tx| comments::unhide(tx, &ines, &entry).await).await.unwrap();
    site.do_jobs().await;
    assert_eq!(found(&mut client, "okapi").await, urls);
    // All under a post goes with it.
    let it = posts::for_author(&mut site.app.db.read().await.unwrap(), &ines, post).await.unwrap().unwrap();
    site.app.db.always(async |tx| posts::hide(tx, &ines, &it, "why").await).await.unwrap();
    assert_eq!(found(&mut client, "okapi").await, Vec::<String>::new());
    assert_eq!(found(&mut client, "week").await, Vec::<String>::new());
    site.do_jobs().await;
    site.app.db.always(async |tx| posts::unhide(tx, &ines, &it).await).await.unwrap();
    site.do_jobs().await;
    assert_eq!(found(&mut client, "okapi").await, urls);
    assert_eq!(found(&mut client, "week").await.len(), 1);
    site.app.db.always(async |tx| comments::delete(tx, &entry).await).await.unwrap();
    assert_eq!(found(&mut client, "okapi").await, Vec::<String>::new());
    site.do_jobs().await;
    let left: Option<i64> =
        value!(site.app.db.read().await.unwrap(), "select count(*) from search where kind = 'comment'").unwrap();
    assert_eq!(left, Some(0), "nothing of it is kept");
}

#[tokio::test]
async fn what_was_changed_is_found_by_what_it_says_now() {
    let (site, _, mut client, _, urls) = said(&["A rare okapi"]).await;
    let id: CommentId = urls[0].trim_start_matches("/comments/").parse().unwrap();
    edit(&site, id, "A common giraffe").await;
    site.do_jobs().await;
    assert_eq!(found(&mut client, "okapi").await, Vec::<String>::new());
    assert_eq!(found(&mut client, "giraffe").await, urls);
}

#[tokio::test]
async fn a_hidden_tribe_leaves_no_trace() {
    let site = Site::new().await;
    let (ines, mut ines_client) = site.member("ines").await;
    let (bram, mut bram_client) = site.member("bram").await;
    let (_, mut organiser) = site.member_as("otto", Role::Organiser).await;
    let mut stranger = site.stranger();
    let tribe = site.tribe(&ines, "Okapi keepers", Door::Hidden).await;
    site.discussion(&ines, &tribe, "Feeding the okapi").await;
    let post = site.post_for(&ines, "An okapi for few", Audience::Circle(tribe.id)).await;
    site.comment(&ines, post, None, "Okapis eat leaves").await;
    site.do_jobs().await;
    assert_eq!(found(&mut ines_client, "okapi").await.len(), 3);
    assert_eq!(named(&mut ines_client, "okapi").await, ["Okapi keepers"]);
    for client in [&mut bram_client, &mut organiser, &mut stranger] {
        for typed in ["okapi", "okapy", "keepers", "feeding", "\"okapi for few\"", "okapi -zebra"] {
            let with_place = client.get(&format!("{}&place={}", address(typed), tribe.id)).await;
            for page in [page(client, typed).await, with_place] {
                let nothing = page.count(".found") + page.count(".named") == 0;
                assert!(nothing && !page.body.contains("Okapi") && !page.body.contains("eeding the"), "{typed}");
                assert!(page.text(".empty").starts_with("Nothing found"), "{typed}");
            }
            let hints = address(typed).replace("/search/?", "/search/hints?");
            assert_eq!(client.get(&hints).await.status, 204, "{typed}");
        }
    }
    // Whoever comes in finds it at once, and whoever left finds it no longer.
    site.come_in(&tribe, &bram).await;
    assert_eq!(found(&mut bram_client, "okapi").await.len(), 3);
    assert_eq!(named(&mut bram_client, "okapy").await, ["Okapi keepers"]);
    let hints = bram_client.get("/search/hints?q=okapy").await;
    assert!(hints.body.contains("Okapi keepers"), "{}", hints.body);
}

#[tokio::test]
async fn a_module_is_found_when_it_has_opened() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut client) = site.member("bram").await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    put(&site, &course, bram.id, Part::Member).await;
    let page = teaches.post("/courses/open/manage/modules/add", &[("title", "Okapi week")]).await.location().unwrap();
    let manage = page.split('?').next().unwrap().to_owned();
    teaches.post(&format!("{manage}items"), &[("part", "do"), ("title", "Feed a zebra"), ("follows", "post")]).await;
    site.do_jobs().await;
    for client in [&mut teaches, &mut client] {
        assert_eq!(found(client, "okapi").await, Vec::<String>::new());
        assert_eq!(found(client, "zebra").await, Vec::<String>::new());
    }
    teaches.post(&format!("{manage}open"), &[]).await;
    site.do_jobs().await;
    for typed in ["okapi", "zebra"] {
        assert_eq!(found(&mut client, typed).await, ["/courses/open/okapi-week/"], "{typed}");
    }
    assert_eq!(named(&mut client, "open").await, ["Open"]);
}

#[tokio::test]
async fn people_are_found_by_name_with_a_slip_by_those_who_may_look_through_them() {
    let site = Site::new().await;
    let (jana, mut client) = site.member("jana").await;
    let name: members::Name = "Jana Böhmermann".parse().unwrap();
    site.app.db.always(async |tx| members::rename(tx, jana.id, &name).await).await.unwrap();
    site.do_jobs().await;
    let mut stranger = site.stranger();
    for typed in ["jana", "bohmer", "Böhmermann jana", "@jana", "bohmerman", "Bömermann", "Boehmermann"] {
        assert_eq!(named(&mut stranger, typed).await, ["Jana Böhmermann"], "{typed}");
    }
    for typed in ["bohmxrmxnn", "ana"] {
        assert_eq!(named(&mut stranger, typed).await, Vec::<String>::new(), "{typed}");
    }
    only_members_see_members(&site).await;
    assert_eq!(named(&mut stranger, "jana").await, Vec::<String>::new());
    assert_eq!(stranger.get("/search/hints?q=jana").await.status, 204);
    assert_eq!(named(&mut client, "jana").await, ["Jana Böhmermann"]);
    suspend(&site, jana.id).await;
    site.do_jobs().await;
    let (_, mut other) = site.member("bram").await;
    assert_eq!(named(&mut other, "jana").await, Vec::<String>::new());
    let left: Option<i64> =
        value!(site.app.db.read().await.unwrap(), "select count(*) from slip where part = 'bohmermann'").unwrap();
    assert_eq!(left, Some(0));
}

async fn only_members_see_members(site: &Site) {
    let change = async |tx: &mut Tx| {
        run!(tx, "update community set directory = 'members'")?;
        tx.emit(crate::events::Event::CommunityChanged);
        Ok(())
    };
    site.app.db.always(change).await.unwrap();
}

async fn suspend(site: &Site, member: MemberId) {
    let (otto, _) = site.member_as("otto", Role::Organiser).await;
    site.app.db.change(async |tx| members::suspend(tx, &otto, member, "why").await).await.unwrap().unwrap();
}

#[tokio::test]
async fn an_old_community_is_looked_through_in_the_background_and_goes_on_where_it_stopped() {
    let site = Site::new().await;
    let (ines, mut client) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    site.chain(&ines, post, (0..120).map(|nth| format!("Okapi number {nth}"))).await;
    site.do_jobs().await;
    // As it was before there was an index.
    let forget = async |tx: &mut Tx| {
        for table in ["search", "hint"] {
            run!(tx, sqlx::AssertSqlSafe(format!("delete from {table}")))?;
        }
        let words = tx.pick("delete from search_words", "delete from search");
        run!(tx, words)?;
        Ok(())
    };
    site.app.db.always(forget).await.unwrap();
    assert_eq!(found(&mut client, "okapi").await, Vec::<String>::new());
    assert!(!search::is_built(&mut site.app.db.read().await.unwrap()).await.unwrap());
    // Killed in the midst of it.
    let app = site.app.clone();
    let building = tokio::spawn(async move { search::build(&app).await });
    let begun = async || {
        let build = search::building(&mut site.app.db.read().await.unwrap()).await.unwrap();
        build.is_some_and(|build| build.done > 20)
    };
    while !begun().await && !building.is_finished() {
        tokio::task::yield_now().await;
    }
    building.abort();
    let _ = building.await;
    let before = search::building(&mut site.app.db.read().await.unwrap()).await.unwrap();
    if let Some(before) = &before {
        assert!(
            page(&mut client, "okapi").await.texts(".notice")[0].starts_with("Older texts cannot all be found yet")
        );
        assert!(before.done < before.total);
    }
    // What is written meanwhile is found all the same.
    site.comment(&ines, post, None, "A zebra meanwhile").await;
    crate::schedule::round(&site.app).await.unwrap();
    while worker::one(&site.app, Lane::Search).await.unwrap() {}
    assert!(search::is_built(&mut site.app.db.read().await.unwrap()).await.unwrap());
    let kept: Option<i64> =
        value!(site.app.db.read().await.unwrap(), "select count(*) from search where kind = 'comment'").unwrap();
    assert_eq!(kept, Some(121));
    let page = page(&mut client, "okapi").await;
    assert_eq!(page.text("#found-title"), "120 results");
    assert!(page.texts(".notice").is_empty());
    assert_eq!(found(&mut client, "zebra").await.len(), 1);
    assert_eq!(named(&mut client, "ines").await, ["Ines"]);
}

#[tokio::test]
async fn whoever_searches_without_end_is_asked_to_wait() {
    let site = Site::with_ordinary_limits().await;
    let mut stranger = site.stranger();
    let mut asked = 0;
    while stranger.get("/search/?q=okapi").await.status == 200 {
        asked += 1;
        assert!(asked < 2_000, "there is no end");
    }
    assert!(asked >= 60);
    assert_eq!(stranger.get("/search/?q=okapi").await.status, 429);
    assert_eq!(stranger.get("/search/").await.status, 200, "the page itself is still there");
}

#[tokio::test]
async fn every_page_has_a_field_to_search_with_and_the_page_of_results_has_one_of_its_own() {
    let site = Site::new().await;
    let (_, mut client) = site.member("ines").await;
    for page in ["/", "/courses/", "/me/notifications/", "/nowhere/at/all/"] {
        let page = client.get(page).await;
        assert_eq!(page.attributes(".masthead [role=search]", "action"), ["/search/"]);
    }
    let page = page(&mut client, "a \"b\" <c>").await;
    assert_eq!(page.attributes("[role=search] [name=q]", "value"), ["a \"b\" <c>"]);
}
