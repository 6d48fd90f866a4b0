use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{course, draft, put},
        testing::{Client, Site},
    },
    course::{
        modules,
        tribes::{self, Door, Plan},
    },
    links::watches::{self, Level, Subject},
    people::{
        blocks,
        members::{Member, Role},
    },
    talk::{comments, posts::Audience},
};

const TITLES: &str = ".stream .what";
const KINDS: &str = ".stream .facts .label:first-child";

/// What stands in a stream: what each is called, and what kind it is of.
async fn seen(client: &mut Client, path: &str) -> Vec<(String, String)> {
    let page = client.get(path).await;
    assert_eq!(page.status, 200, "{path}");
    let titles = page.texts(TITLES);
    // Those who joined have no title.
    let kinds = page.texts(".stream li:has(.what) .facts .label:first-child");
    assert_eq!(titles.len(), kinds.len());
    titles.into_iter().zip(kinds).collect()
}

fn of(lines: &[(&str, &str)]) -> Vec<(String, String)> {
    lines.iter().map(|(title, kind)| ((*title).to_owned(), (*kind).to_owned())).collect()
}

async fn follow(site: &Site, member: &Member, whom: &Member) {
    let subject = Subject::Member(whom.id);
    site.app.db.always(async |tx| watches::choose(tx, member.id, subject, Level::List).await).await.unwrap();
}

#[tokio::test]
async fn the_stream_says_what_happened_the_latest_first_and_leads_there() {
    let site = Site::new().await;
    let (ines, mut ineses) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    site.pass_minutes(1);
    let post = site.post(&ines, "Week one").await;
    site.pass_minutes(1);
    let first = site.comment(&bram, post, None, "At **work**.").await;
    site.pass_minutes(1);
    site.comment(&bram, post, None, "And at home.").await;
    let page = site.stranger().get("/stream/").await;
    assert_eq!(page.texts(TITLES), ["Week one", "Week one"]);
    assert_eq!(page.texts(KINDS), ["2 comments", "Post", "2 people joined"]);
    // Several read on from the first of them, and the latest is told.
    let links = page.attributes(TITLES, "href");
    assert_eq!(links, [format!("/comments/{first}"), site.url(post).await]);
    assert_eq!(page.texts(".stream .line span")[0], "And at home.");
    assert_eq!(page.texts(".stream .line strong")[0], "Bram");
    assert_eq!(page.texts(".stream .line.quiet a"), ["Bram", "Ines"]);

    let only = async |client: &mut Client, kind: &str| seen(client, &format!("/stream/?kind={kind}")).await;
    assert_eq!(only(&mut ineses, "comments").await, of(&[("Week one", "2 comments")]));
    assert_eq!(only(&mut ineses, "posts").await, of(&[("Week one", "Post")]));
    assert_eq!(only(&mut ineses, "modules").await, []);
    assert_eq!(only(&mut ineses, "nonsense").await.len(), 2, "what makes no sense is passed over");
    let people = ineses.get("/stream/?kind=people").await;
    assert_eq!((people.count(".stream li"), people.texts(KINDS)), (1, vec!["2 people joined".to_owned()]));
}

#[tokio::test]
async fn what_is_deleted_hidden_or_no_longer_for_the_reader_leaves_the_stream() {
    let site = Site::new().await;
    let (ines, mut ineses) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    site.draft(&ines, "Not yet", Audience::Public).await;
    site.post_for(&ines, "A diary", Audience::Me).await;
    let (gone, hidden) =
        (site.comment(&bram, post, None, "Goes.").await, site.comment(&ines, post, None, "Is hidden.").await);
    let mut stranger = site.stranger();
    assert_eq!(seen(&mut stranger, "/stream/").await.len(), 3);
    assert_eq!(seen(&mut ineses, "/stream/").await.len(), 3, "one's own diary is no news to oneself either");
    let mut conn = site.app.db.read().await.unwrap();
    let gone = comments::by_id(&mut conn, gone).await.unwrap().unwrap();
    let hidden = comments::by_id(&mut conn, hidden).await.unwrap().unwrap();
    drop(conn);
    site.app
        .db
        .always(async |tx| {
            comments::delete(tx, &gone).await?;
            comments::hide(tx, &ines, &hidden).await
        })
        .await
        .unwrap();
    assert_eq!(seen(&mut stranger, "/stream/").await, of(&[("Week one", "Post")]));
    site.app
        .db
        .always(async |tx| {
            crate::run!(tx, "update conversation set audience = 2 where id = $1", post)?;
            Ok(())
        })
        .await
        .unwrap();
    assert_eq!(seen(&mut stranger, "/stream/").await, []);
    assert_eq!(seen(&mut ineses, "/stream/").await, of(&[("Week one", "Post")]));
}

#[tokio::test]
async fn a_tribe_is_in_the_streams_of_those_in_it_and_leaves_no_trace_in_others() {
    let site = Site::new().await;
    let (ines, mut ineses) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let (_, mut carols) = site.member_as("carol", Role::Organiser).await;
    let tribe = site.tribe(&ines, "Night owls", Door::Hidden).await;
    site.come_in(&tribe, &bram).await;
    site.pass_minutes(1);
    let talk = site.discussion(&ines, &tribe, "What do you read at night?").await;
    site.pass_minutes(1);
    site.comment(&bram, crate::ids::PostId(talk.0), None, "Maps.").await;
    site.pass_minutes(1);
    let plan =
        Plan { title: "A walk".into(), starts: "2026-10-22T18:00".parse().unwrap(), minutes: 60, place: String::new() };
    site.app.db.always(async |tx| tribes::plan(tx, &tribe, ines.id, "UTC", &plan).await).await.unwrap();
    let expected = of(&[
        ("A walk", "Get-together"),
        ("What do you read at night?", "Comment"),
        ("What do you read at night?", "Discussion"),
    ]);
    let url = format!("{}stream/", tribe.url());
    for client in [&mut ineses, &mut brams] {
        assert_eq!(seen(client, &url).await, expected);
        assert_eq!(seen(client, "/stream/").await, expected);
        assert_eq!(seen(client, &format!("/stream/?in=tribe-{}", tribe.address)).await, expected);
        assert_eq!(seen(client, &format!("{url}?by=@bram")).await, expected[1..2]);
    }
    assert_eq!(brams.get(&url).await.texts(".stream .line.quiet a"), ["Bram", "Ines"]);
    assert_eq!(seen(&mut brams, "/members/ines/stream/").await, expected[2..]);
    for client in [&mut carols, &mut site.stranger()] {
        for path in
            ["/stream/".to_owned(), "/members/ines/stream/".into(), format!("/stream/?in=tribe-{}", tribe.address)]
        {
            let page = client.get(&path).await;
            assert_eq!(page.count(TITLES), 0, "{path}");
            assert!(!page.body.contains("Night owls"), "{path}");
        }
    }
    assert_eq!(carols.get(&url).await.status, 404);
    assert_eq!(site.stranger().get(&url).await.status, 401);

    // Whoever left sees no more of it.
    site.app.db.change(async |tx| tribes::leave(tx, tribe.id, bram.id).await).await.unwrap().unwrap();
    assert_eq!(seen(&mut brams, "/stream/").await, []);
    assert_eq!(brams.get(&url).await.status, 404);
}

#[tokio::test]
async fn whom_one_follows_is_there_alone_if_one_likes_and_whom_one_blocked_never() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (emil, _) = site.member("emil").await;
    let (bram, mut brams) = site.member("bram").await;
    let page = brams.get("/stream/?who=followed").await;
    assert!(page.text(".empty p").contains("the people you follow"), "{}", page.text(".empty p"));
    let (by_ines, by_emil) = (site.post(&ines, "By Ines").await, site.post(&emil, "By Emil").await);
    site.pass_minutes(1);
    site.comment(&ines, by_emil, None, "Yes.").await;
    site.pass_minutes(1);
    site.comment(&emil, by_ines, None, "No.").await;
    follow(&site, &bram, &ines).await;
    let ineses = of(&[("By Emil", "Comment"), ("By Ines", "Post")]);
    assert_eq!(seen(&mut brams, "/stream/?who=followed").await, ineses);
    assert_eq!(seen(&mut brams, "/stream/?by=ines").await, ineses);
    assert_eq!(seen(&mut brams, "/members/ines/stream/").await, ineses);
    assert_eq!(seen(&mut brams, "/stream/?who=followed&kind=posts").await, ineses[1..]);
    assert_eq!(seen(&mut brams, "/stream/").await.len(), 4);
    assert!(brams.get("/stream/?by=nobody").await.text(".empty p").contains("Nobody"));

    site.app.db.always(async |tx| blocks::block(tx, bram.id, ines.id).await).await.unwrap();
    assert_eq!(seen(&mut brams, "/stream/").await, of(&[("By Ines", "Comment"), ("By Emil", "Post")]));
    assert_eq!(seen(&mut brams, "/stream/?who=followed").await, []);
    assert!(!brams.get("/stream/?kind=people").await.texts(".stream .line.quiet a").contains(&"Ines".to_owned()));
    let page = brams.get("/members/ines/stream/").await;
    assert!(page.count(TITLES) == 0 && page.text(".empty p").contains("blocked"));
}

#[tokio::test]
async fn a_course_says_what_opened_in_it_and_what_was_written_for_it_to_each_as_far_as_they_read_it() {
    let site = Site::new().await;
    let (ines, mut ineses) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let (_, mut carols) = site.member("carol").await;
    let course = course(&site, &ines, "open-learning", &draft("Open learning")).await;
    put(&site, &course, bram.id, Part::Member).await;
    let week = modules::Draft::named(modules::Kind::Module, "Week one", None, None);
    let later = modules::Draft::named(modules::Kind::Module, "Week two", None, None);
    site.app
        .db
        .always(async |tx| {
            let id = modules::add(tx, &course, ines.id, &week).await?.unwrap();
            modules::add(tx, &course, ines.id, &later).await?.unwrap();
            modules::open(tx, &course, id).await?;
            crate::run!(tx, "update enrolment set name = 'B. at the desk' where member = $1", bram.id)?;
            Ok(())
        })
        .await
        .unwrap();
    site.pass_minutes(1);
    let post = site.post_for(&bram, "Among us", Audience::Circle(course.id)).await;
    site.pass_minutes(1);
    site.comment(&ines, post, None, "Good.").await;
    site.post(&ines, "Elsewhere").await;
    let url = "/courses/open-learning/stream/";
    let expected = of(&[("Among us", "Comment"), ("Among us", "Post"), ("Week one", "Module")]);
    for client in [&mut ineses, &mut brams] {
        assert_eq!(seen(client, url).await, expected);
        assert_eq!(seen(client, "/stream/?in=course-open-learning").await, expected);
        assert_eq!(seen(client, &format!("{url}?kind=modules")).await, expected[2..]);
    }
    assert!(brams.get(url).await.texts(".stream .line strong").contains(&"B. at the desk".to_owned()));
    assert!(!brams.get("/stream/").await.body.contains("B. at the desk"), "elsewhere it is another name");
    for client in [&mut carols, &mut site.stranger()] {
        let page = client.get(url).await;
        assert!(!page.body.contains("Among us") && !page.body.contains("desk") && page.count(".line.quiet") == 0);
        assert!(!client.get("/stream/").await.body.contains("Among us"));
    }
    assert_eq!(site.stranger().get("/courses/none/stream/").await.status, 404);
}

#[tokio::test]
async fn pages_lose_and_repeat_nothing_while_things_go_on_happening() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let mut expected = vec![];
    let first = site.post(&ines, "The first").await;
    for number in 0..40 {
        // Sometimes two in one moment, and a few that read as one.
        if number % 3 > 0 {
            site.pass_minutes(1);
        }
        let title = format!("Post {number:02}");
        let post = site.post(&ines, &title).await;
        expected.insert(0, (title.clone(), "Post".to_owned()));
        if number % 10 == 5 {
            for words in ["Yes", "No", "Perhaps"] {
                site.comment(&bram, post, None, &format!("{words}, {number}.")).await;
                site.pass_minutes(1);
            }
            expected.insert(0, (title, "3 comments".to_owned()));
        }
    }
    expected.push(("The first".into(), "Post".into()));
    let (mut path, mut all) = (String::from("/stream/?kind=nonsense"), vec![]);
    loop {
        let page = brams.get(&path).await;
        all.extend(seen(&mut brams, &path).await);
        site.pass_minutes(1);
        site.comment(&ines, first, None, &format!("Meanwhile, {path}")).await;
        match page.attributes(".paging a[rel=next]", "href").first() {
            Some(next) => path.clone_from(next),
            None => break,
        }
    }
    assert_eq!(all, expected);
}

#[tokio::test]
async fn where_members_are_not_for_everybody_strangers_learn_no_names_by_the_stream() {
    let site = Site::new().await;
    let (ines, mut ineses) = site.member("ines").await;
    site.post(&ines, "Week one").await;
    site.app
        .db
        .always(async |tx| {
            crate::run!(tx, "update community set directory = 'members'")?;
            tx.emit(crate::events::Event::CommunityChanged);
            Ok(())
        })
        .await
        .unwrap();
    let mut stranger = site.stranger();
    assert_eq!(stranger.get("/members/ines/stream/").await.status, 401);
    assert_eq!(stranger.get("/members/nobody/stream/").await.status, 401);
    let page = stranger.get("/stream/").await;
    assert_eq!((page.texts(KINDS), page.count("#by")), (vec!["Post".to_owned()], 0));
    assert_eq!(stranger.get("/stream/?by=nobody").await.count(".stream li"), 1, "it is passed over");
    assert_eq!(ineses.get("/stream/").await.texts(KINDS), ["Post", "Joined"]);
}

#[tokio::test]
async fn a_stream_that_is_open_counts_what_happened_since_and_nothing_its_reader_may_not_read() {
    use crate::course::stream::{Asked, PAGE, Place, Scope, Who, count_since};
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    site.pass_minutes(1);
    let page = brams.get("/stream/?kind=comments").await;
    let live = page.attributes(".live", "data-river").remove(0);
    assert!(live.starts_with("/stream/live?kind=comments&since="), "{live}");
    assert_eq!(page.attributes(".live", "data-here"), ["/stream/?kind=comments"]);
    let latest = brams.get("/stream/").await.attributes(".live", "data-river").remove(0);
    let latest = Place::of(latest.split_once("since=").unwrap().1).unwrap();
    let count = async |reader: Option<&Member>| {
        let reader = reader.map(|reader| reader.id);
        let asked = Asked {
            reader,
            scope: Scope::Everywhere,
            who: Who::Anyone,
            filter: None,
            names_people: true,
            after: Place::END,
        };
        count_since(&mut site.app.db.read().await.unwrap(), &asked, latest).await.unwrap()
    };
    assert_eq!(count(Some(&bram)).await, 0);
    site.comment(&ines, post, None, "One.").await;
    site.comment(&ines, post, None, "Two, that read as one with it.").await;
    let among = site.post_for(&ines, "Among us", Audience::Community).await;
    site.post_for(&ines, "A diary", Audience::Me).await;
    let counts = (count(Some(&bram)).await, count(None).await, count(Some(&ines)).await);
    assert_eq!(counts, (2, 1, 0), "what one did oneself is no news");
    site.app.db.always(async |tx| blocks::block(tx, bram.id, ines.id).await).await.unwrap();
    assert_eq!(count(Some(&bram)).await, 0);
    site.comment(&bram, among, None, "And so on.").await;
    for number in 0..30 {
        site.post_for(&bram, &format!("Number {number}"), Audience::Community).await;
    }
    assert_eq!(count(Some(&ines)).await, i64::try_from(PAGE).unwrap() + 1, "nobody counts any further");
    // What is past has nothing to listen for.
    let older = brams.get(&format!("/stream/?after={}", latest.word())).await;
    assert_eq!((older.count(".live"), older.attributes(".live", "data-river").len()), (1, 0));
}
