use crate::{
    audiences::circles::Part,
    audiences::circles::{self, Joining, WishKind},
    checks::{
        access_courses::{course, draft, essay, put},
        testing::{Client, Site},
    },
    course::{
        assignments,
        courses::{self, Draft, Joined},
        homerooms::{self, By},
        tribes::Door,
    },
    ids::{ConversationId, MemberId, PostId},
    links::{
        emails, notices,
        watches::{self, Level, Subject},
    },
    people::members::{self, Member, Role},
    talk::{conversations, posts::Audience},
};

#[tokio::test]
async fn whoever_joins_reads_what_is_written_for_the_course_and_whoever_leaves_reads_it_no_more() {
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let course = course(&site, &ines, "open-learning", &draft("Open Learning")).await;
    let post = site.post_for(&ines, "Among us", Audience::Circle(course.id)).await;
    let url = site.url(post).await;
    assert_eq!(brams.get(&url).await.status, 404);
    assert!(brams.get("/courses/open-learning/").await.body.contains("Take part"));

    assert_eq!(
        brams.post("/courses/open-learning/join", &[]).await.location().as_deref(),
        Some("/courses/open-learning/?done=in")
    );
    assert_eq!(brams.get(&url).await.status, 200);
    assert_eq!(brams.get("/courses/open-learning/leave").await.status, 200);
    let own = site.post_for(&site.reload(bram.id).await, "My own", Audience::Circle(course.id)).await;

    assert_eq!(
        brams.post("/courses/open-learning/leave", &[]).await.location().as_deref(),
        Some("/courses/open-learning/?done=left")
    );
    assert_eq!(brams.get(&url).await.status, 404);
    // One's own words stay readable.
    assert_eq!(brams.get(&site.url(own).await).await.status, 200);
}

#[tokio::test]
async fn of_many_who_want_the_last_place_one_gets_it_and_the_others_wait_in_their_order() {
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let course = course(&site, &ines, "small", &Draft { places: Some(1), ..draft("Small") }).await;
    let mut members = vec![];
    for number in 0..8 {
        members.push(site.member(&format!("reader{number}")).await.0.id);
    }
    let join =
        async |id: MemberId| site.app.db.always(async |tx| courses::join(tx, &course, id, "").await).await.unwrap();
    let joined = futures_util::future::join_all(members.iter().map(|&id| join(id))).await;
    assert_eq!(joined.iter().filter(|joined| **joined == Joined::In).count(), 1, "{joined:?}");
    assert_eq!(joined.iter().filter(|joined| **joined == Joined::Waiting).count(), 7, "{joined:?}");
    let taken = courses::find(&mut site.app.db.read().await.unwrap(), course.id).await.unwrap().unwrap().taken;
    assert_eq!(taken, 1);
    // Whoever asks again keeps their place.
    let waiting = async || {
        let mut conn = site.app.db.read().await.unwrap();
        circles::wishes(&mut conn, course.id, WishKind::Waiting)
            .await
            .unwrap()
            .into_iter()
            .map(|wish| wish.member)
            .collect::<Vec<_>>()
    };
    let before = waiting().await;
    join(before[0]).await;
    assert_eq!(waiting().await, before);
}

#[tokio::test]
async fn a_place_that_falls_free_goes_to_whoever_waits_first_and_still_can_take_it() {
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Organiser).await;
    let course = course(&site, &ines, "small", &Draft { places: Some(1), ..draft("Small") }).await;
    let (first, mut firsts) = site.member("first").await;
    let (gone, _) = site.member("gone").await;
    let (guide, _) = site.member("guide").await;
    let (patient, mut patients) = site.member("patient").await;
    for member in [&first, &gone, &guide, &patient] {
        site.app.db.always(async |tx| courses::join(tx, &course, member.id, "").await).await.unwrap();
    }
    put(&site, &course, guide.id, Part::Guide).await;
    let suspended = site.app.db.change(async |tx| crate::people::members::suspend(tx, &ines, gone.id, "").await).await;
    assert!(suspended.unwrap().is_ok());
    assert!(patients.get("/courses/small/").await.body.contains("waiting list"));
    firsts.post("/courses/small/leave", &[]).await;
    let mut conn = site.app.db.read().await.unwrap();
    assert_eq!(circles::part(&mut conn, course.id, patient.id).await.unwrap(), Some(Part::Member));
    assert!(circles::wishes(&mut conn, course.id, WishKind::Waiting).await.unwrap().is_empty());
    drop(conn);
    // Two places more, and both are filled.
    for name in ["third", "fourth"] {
        let (member, _) = site.member(name).await;
        site.app.db.always(async |tx| courses::join(tx, &course, member.id, "").await).await.unwrap();
    }
    let now = courses::find(&mut site.app.db.read().await.unwrap(), course.id).await.unwrap().unwrap();
    let wider = Draft { places: Some(3), ..draft("Small") };
    site.app.db.change(async |tx| courses::edit(tx, &now, now.edited_at, &wider).await).await.unwrap().unwrap();
    let now = courses::find(&mut site.app.db.read().await.unwrap(), course.id).await.unwrap().unwrap();
    assert_eq!((now.taken, now.is_full()), (3, true));
}

#[tokio::test]
async fn whoever_asks_is_let_in_by_those_who_lead_and_whoever_is_invited_comes_in_by_themselves() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let (_, mut carols) = site.member("carol").await;
    course(&site, &ines, "asking", &Draft { joining: Joining::Ask, ..draft("Asking") }).await;

    assert_eq!(
        brams.post("/courses/asking/join", &[("words", "I run a small library")]).await.location().as_deref(),
        Some("/courses/asking/?done=asked")
    );
    assert!(teaches.get("/courses/asking/manage/people/").await.body.contains("I run a small library"));

    assert_eq!(
        teaches.post(&format!("/courses/asking/manage/people/{}/let-in", bram.id), &[]).await.location().as_deref(),
        Some("/courses/asking/manage/people/?done=in")
    );
    assert!(brams.get("/courses/asking/").await.body.contains("Leave the course"));

    course(&site, &ines, "closed-circle", &Draft { joining: Joining::Invited, ..draft("Closed circle") }).await;
    assert_eq!(carols.post("/courses/closed-circle/join", &[]).await.status, 404);
    let unknown = teaches.post("/courses/closed-circle/manage/people/invite", &[("handles", "@carol, @nobody")]).await;
    assert_eq!(unknown.status, 422);
    assert!(unknown.body.contains("@carol, @nobody"));
    assert!(!carols.get("/courses/closed-circle/").await.body.contains("You are invited"));

    assert_eq!(
        teaches
            .post("/courses/closed-circle/manage/people/invite", &[("handles", "@carol")])
            .await
            .location()
            .as_deref(),
        Some("/courses/closed-circle/manage/people/?done=invited")
    );
    assert!(carols.get("/courses/closed-circle/").await.body.contains("You are invited"));

    assert_eq!(
        carols.post("/courses/closed-circle/join", &[]).await.location().as_deref(),
        Some("/courses/closed-circle/?done=in")
    );
}

#[tokio::test]
async fn a_course_that_is_over_says_so_before_anybody_makes_an_account_and_keeps_who_would_have_come() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (_, mut brams) = site.member("bram").await;
    let past = Draft {
        starts_on: "2025-01-06".parse().unwrap(),
        ends_on: "2025-03-30".parse().unwrap(),
        ..draft("Last year")
    };
    course(&site, &ines, "last-year", &past).await;
    let page = site.stranger().get("/courses/last-year/").await;
    assert!(page.body.contains("This course is over"));
    assert_eq!(page.count("main a[href^='/join']"), 0);

    assert_eq!(
        brams.post("/courses/last-year/join", &[]).await.location().as_deref(),
        Some("/courses/last-year/?done=over")
    );
    assert!(teaches.get("/courses/last-year/manage/people/").await.body.contains("@bram"));
}

#[tokio::test]
async fn the_only_instructor_stays() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, _) = site.member("bram").await;
    let course = course(&site, &ines, "one", &draft("One")).await;
    let stays = teaches.post("/courses/one/leave", &[]).await;
    assert_eq!(stays.status, 422);
    put(&site, &course, bram.id, Part::Instructor).await;

    assert_eq!(teaches.post("/courses/one/leave", &[]).await.location().as_deref(), Some("/courses/one/?done=left"));
    assert_eq!(teaches.get("/courses/one/manage/").await.status, 404);
}

#[tokio::test]
async fn whoever_is_removed_leaves_their_place_to_the_next() {
    let site = Site::new().await;
    let (ines, mut organises) = site.member_as("ines", Role::Organiser).await;
    let course = course(&site, &ines, "small", &Draft { places: Some(1), ..draft("Small") }).await;
    let (gone, _) = site.member("gone").await;
    let (next, _) = site.member("next").await;
    for member in [&gone, &next] {
        site.app.db.always(async |tx| courses::join(tx, &course, member.id, "").await).await.unwrap();
    }
    let form = [("words", "stay"), ("handle", "@gone")];
    assert_eq!(organises.post(&format!("/manage/members/{}/remove", gone.id), &form).await.status, 303);
    let mut conn = site.app.db.read().await.unwrap();
    assert_eq!(circles::part(&mut conn, course.id, gone.id).await.unwrap(), None);
    assert_eq!(circles::part(&mut conn, course.id, next.id).await.unwrap(), Some(Part::Member));
}

/// A course with Ana, who has another name in it, and Bram.
async fn with_another_name(site: &Site) -> (courses::Course, Member, Client, Member, Client) {
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let course = course(site, &ines, "open", &draft("Open")).await;
    let (ana, mut anas) = site.member("ana").await;
    let (bram, brams) = site.member("bram").await;
    for member in [ana.id, bram.id] {
        put(site, &course, member, Part::Member).await;
    }
    let reply = anas.post("/courses/open/name", &[("name", "  Nana  Mouskouri ")]).await;
    assert_eq!(reply.location().as_deref(), Some("/courses/open/?done=named"));
    (course, ana, anas, bram, brams)
}

#[tokio::test]
async fn a_participant_is_called_otherwise_wherever_the_course_names_them_and_nowhere_else() {
    let site = Site::new().await;
    let (course, ana, mut anas, _, mut brams) = with_another_name(&site).await;
    let mut teaches = {
        let ines = members::by_handle(&mut site.app.db.read().await.unwrap(), "ines").await.unwrap().unwrap();
        site.signed_in(ines.id).await
    };
    teaches.post("/courses/open/manage/homerooms/place", &[("size", "35"), ("by", "chance")]).await;
    // In lists, and where she writes for the course.
    let post = site.post_for(&ana, "My week", Audience::Circle(course.id)).await;
    site.app.db.always(async |tx| conversations::assign(tx, post.into(), Some(course.id), None).await).await.unwrap();
    let begun = anas.post("/courses/open/talk/1/new", &[("title", "A start"), ("text", "Hello"), ("language", "en")]);
    let discussion = begun.await.location().unwrap();
    assert_eq!(brams.get(&discussion).await.status, 200);
    let said = anas.post(&format!("{discussion}comments"), &[("text", "I am here.")]).await;
    assert_eq!(said.status, 303);
    brams.post(&format!("{discussion}comments"), &[("text", "So am I.")]).await;
    for path in ["/courses/open/", "/courses/open/homerooms/1/", discussion.as_str()] {
        let page = brams.get(path).await;
        assert!(page.body.contains("Nana Mouskouri"), "{path}");
        assert!(!page.body.contains(">Ana<"), "{path}");
    }
    for path in ["/courses/open/manage/people/", "/courses/open/homerooms/1/console/"] {
        assert!(teaches.get(path).await.body.contains("Nana Mouskouri"), "{path}");
    }
    // Her blog, her page and lists of everything know her as everybody does.
    site.comment(&ana, post, None, "Under my own post.").await;
    let url = site.url(post).await;
    for path in [url.as_str(), "/members/ana/", "/members/", "/river/", "/"] {
        let page = brams.get(path).await;
        assert!(!page.body.contains("Mouskouri") && page.body.contains("Ana"), "{path}");
    }
    // As everywhere again; nothing keeps the old name.
    assert_eq!(anas.post("/courses/open/name", &[("name", " ")]).await.status, 303);
    for path in ["/courses/open/", "/courses/open/homerooms/1/", discussion.as_str()] {
        let page = brams.get(path).await;
        assert!(!page.body.contains("Mouskouri") && page.body.contains(">Ana<"), "{path}");
    }
}

#[tokio::test]
async fn nobody_is_called_in_a_course_what_could_be_taken_for_those_who_lead_it() {
    let site = Site::new().await;
    let (.., mut anas, _, mut brams) = with_another_name(&site).await;
    site.member_as("olga", Role::Organiser).await;
    for like in ["Ines", "INÉS", "lnes", "Olga", "The Commons School"] {
        let page = anas.post("/courses/open/name", &[("name", like)]).await;
        assert_eq!((page.status.as_u16(), page.count("#name-error")), (422, 1), "{like}");
        assert_eq!(page.attributes("#name", "value"), [like], "what was typed is still there");
    }
    for wrong in ["\u{200b}", &"x".repeat(101)] {
        assert_eq!(anas.post("/courses/open/name", &[("name", wrong)]).await.status, 422, "{wrong}");
    }
    // What participants are called is no matter of others.
    assert_eq!(brams.post("/courses/open/name", &[("name", "Ana")]).await.status, 303);
    let (_, mut eve) = site.member("eve").await;
    assert_eq!(eve.get("/courses/open/name").await.status, 404);
    assert_eq!(eve.post("/courses/open/name", &[("name", "Eve")]).await.status, 404);
}

#[tokio::test]
async fn whoever_leaves_a_course_takes_their_name_there_with_them() {
    let site = Site::new().await;
    let (course, ana, mut anas, ..) = with_another_name(&site).await;
    assert_eq!(anas.get("/courses/open/name").await.attributes("#name", "value"), ["Nana Mouskouri"]);
    site.app.db.change(async |tx| courses::leave(tx, &course, ana.id).await).await.unwrap().unwrap();
    assert_eq!(anas.get("/courses/open/name").await.status, 404);
    put(&site, &course, ana.id, Part::Member).await;
    assert_eq!(anas.get("/courses/open/name").await.attributes("#name", "value"), Vec::<String>::new());
}

#[tokio::test]
async fn of_many_who_lead_a_course_its_page_shows_the_instructors_and_the_readers_own_guides_first() {
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    put(&site, &course, bram.id, Part::Member).await;
    let shown = courses::STAFF_SHOWN;
    let mut last = ines.id;
    for number in 1..shown {
        last = site.member(&format!("guide{number}")).await.0.id;
        put(&site, &course, last, Part::Guide).await;
    }
    let page = brams.get("/courses/open/").await;
    assert_eq!(i64::try_from(page.texts(".people li").len()), Ok(shown));
    assert!(!page.body.contains("more person"));
    for handle in ["late", "later", "latest"] {
        site.pass_minutes(1);
        last = site.member(handle).await.0.id;
        put(&site, &course, last, Part::Guide).await;
    }
    let name = |number: i64| format!("Homeroom {number}");
    site.app.db.change(async |tx| homerooms::place(tx, &course, 35, By::Chance, name).await).await.unwrap().unwrap();
    let room = homerooms::all(&mut site.app.db.read().await.unwrap(), course.id).await.unwrap().remove(0);
    site.app.db.always(async |tx| homerooms::give_guide(tx, &course, room.id, last).await).await.unwrap();
    let page = brams.get("/courses/open/").await;
    let people = page.attributes(".people a", "href");
    assert_eq!(i64::try_from(people.len()), Ok(shown));
    assert_eq!(people[..2], ["/members/ines/", "/members/latest/"]);
    assert!(page.body.contains("and 3 more people"), "{}", page.text("aside"));
    let (_, mut outsiders) = site.member("oskar").await;
    let people = outsiders.get("/courses/open/").await.attributes(".people a", "href");
    assert!(!people.contains(&"/members/latest/".to_owned()));
}

/// A module that is open, by its number.
async fn opened(teaches: &mut Client, course: &str, title: &str) -> String {
    let page = teaches.post(&format!("/courses/{course}/manage/modules/add"), &[("title", title)]).await;
    let manage = page.location().unwrap().split('?').next().unwrap().to_owned();
    teaches.post(&format!("{manage}open"), &[]).await;
    manage
}

async fn sentences(site: &Site, who: &mut Client) -> Vec<(String, String)> {
    site.do_jobs().await;
    let page = who.get("/me/notifications/").await;
    let whys = page.texts(".notice-group .facts > span");
    page.texts(".notice-group .sentence").into_iter().zip(whys).collect()
}

#[tokio::test]
async fn the_bell_and_e_mails_say_what_kind_of_thing_there_is() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let course = course(&site, &ines, "open", &draft("Open")).await;
    put(&site, &course, bram.id, Part::Member).await;
    let tribe = site.tribe(&ines, "Readers", Door::Open).await;
    site.come_in(&tribe, &bram).await;
    for subject in [Subject::Circle(course.id), Subject::Circle(tribe.id), Subject::Member(ines.id)] {
        site.app.db.always(async |tx| watches::choose(tx, bram.id, subject, Level::Now).await).await.unwrap();
    }
    site.pass_minutes(1);
    let newest = async |brams: &mut Client| sentences(&site, brams).await.remove(0);
    let said = |sentence: &str, why: &str| (sentence.to_owned(), why.to_owned());
    let manage = opened(&mut teaches, "open", "Week one").await;
    assert_eq!(newest(&mut brams).await, said("A module has opened", "You follow this course"));
    let letters = site.wait(5).await;
    assert!(letters.iter().any(|letter| letter.contains("A module has opened")), "{letters:#?}");
    assert!(!letters.iter().any(|letter| letter.contains("published a post")), "{letters:#?}");
    let essay = site.app.db.change(async |tx| assignments::add(tx, &course, ines.id, &essay()).await).await;
    let essay = essay.unwrap().unwrap();
    site.app.db.always(async |tx| assignments::open(tx, &course, essay).await).await.unwrap();
    assert_eq!(newest(&mut brams).await, said("An assignment has opened", "You follow this course"));
    site.discussion(&ines, &tribe, "Which map?").await;
    assert_eq!(newest(&mut brams).await, said("Ines began a discussion", "You follow this group or person"));
    site.post(&ines, "A post").await;
    assert_eq!(newest(&mut brams).await, said("Ines published a post", "You follow this blog, tag or person"));
    let edit = teaches.post(&format!("{manage}wrap-up"), &[]).await.location().unwrap();
    let sheet = teaches.get(&edit).await;
    let version = sheet.attributes("[name=edited]", "value").remove(0);
    let form = [
        ("do", "publish"),
        ("edited", version.as_str()),
        ("title", "Wrap-up of week one"),
        ("text", "It was full."),
        ("language", "en"),
        ("audience", "public"),
        ("comments", "open"),
    ];
    assert_eq!(teaches.post(&edit, &form).await.status, 303);
    assert_eq!(newest(&mut brams).await.0, "Ines published a wrap-up");
    // Whoever began something other than a post has no post that is commented on.
    let discussion = site.discussion(&bram, &tribe, "Which ink?").await;
    site.comment(&ines, PostId(discussion.0), None, "Black.").await;
    assert_eq!(newest(&mut brams).await, said("Ines commented on something you started", "You started it"));
}

#[tokio::test]
async fn whoever_leaves_follows_nothing_there_and_is_told_nothing_more() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (bram, mut brams) = site.member("bram").await;
    let (lena, _) = site.member("lena").await;
    // Everybody may read in it, also after they left.
    let course = course(&site, &ines, "open", &Draft { audience: Audience::Public, ..draft("Open") }).await;
    for member in [&bram, &lena] {
        put(&site, &course, member.id, Part::Member).await;
    }
    site.app
        .db
        .change(async |tx| homerooms::place(tx, &course, 35, By::Chance, |n| n.to_string()).await)
        .await
        .unwrap()
        .unwrap();
    let follow = async |subject: Subject, level: Level| {
        site.app.db.always(async |tx| watches::choose(tx, bram.id, subject, level).await).await.unwrap();
    };
    let module = |manage: String| -> ConversationId { manage.rsplit('/').nth(1).unwrap().parse().unwrap() };
    follow(Subject::Circle(course.id), Level::Now).await;
    let one = module(opened(&mut teaches, "open", "Week one").await);
    let two = module(opened(&mut teaches, "open", "Week two").await);
    let elsewhere = site.post(&lena, "Elsewhere").await;
    site.comment(&bram, PostId(one.0), None, "I take part.").await;
    site.comment(&bram, elsewhere, None, "Here, too.").await;
    site.do_jobs().await;
    follow(Subject::Conversation(two), Level::Digest).await;
    let followed = async || {
        let all = watches::of_member(&mut site.app.db.read().await.unwrap(), bram.id).await.unwrap();
        let mut all: Vec<String> = all.into_iter().map(|it| it.name).collect();
        all.sort();
        all
    };
    assert_eq!(followed().await, ["1", "Elsewhere", "Open", "Week one", "Week two"]);
    // An e-mail about the last module is written, and waits for a mail server.
    site.wait(10).await;
    let before = site.told().await.len();
    opened(&mut teaches, "open", "Week three").await;
    site.do_jobs().await;
    assert!(sentences(&site, &mut brams).await[0].0.contains("A module has opened"));
    let unseen = async || notices::unseen(&mut site.app.db.read().await.unwrap(), bram.id).await.unwrap();
    let told = unseen().await;
    assert!(told > 0);
    site.pass_minutes(3);
    while emails::round(&site.app).await.unwrap() {}
    assert_eq!(brams.post("/courses/open/leave", &[]).await.status, 303);
    assert_eq!(unseen().await, 0, "of {told}");
    assert_eq!(followed().await, ["Elsewhere", "Week two"], "what they chose and can still read stays");
    let letters = site.wait(24 * 60).await;
    let since = &letters[before..];
    assert!(!since.iter().any(|letter| letter.contains("To: bram@") && letter.contains("Week three")), "{since:#?}");
    opened(&mut teaches, "open", "Week four").await;
    let letters = site.wait(24 * 60).await;
    assert!(!letters.iter().any(|letter| letter.contains("To: bram@") && letter.contains("Week four")));
    // Who comes back follows it as everybody does.
    put(&site, &course, bram.id, Part::Member).await;
    assert_eq!(followed().await, ["1", "Elsewhere", "Open", "Week two"]);
    let level = watches::find(&mut site.app.db.read().await.unwrap(), bram.id, Subject::Circle(course.id)).await;
    assert_eq!(level.unwrap().unwrap().level, Level::Digest);
}

#[tokio::test]
async fn of_what_only_a_group_reads_nothing_is_followed_after_leaving_it() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let tribe = site.tribe(&ines, "Readers", Door::Open).await;
    site.come_in(&tribe, &bram).await;
    let discussion = site.discussion(&ines, &tribe, "Which map?").await;
    let subject = Subject::Conversation(discussion);
    site.app.db.always(async |tx| watches::choose(tx, bram.id, subject, Level::Now).await).await.unwrap();
    let post = site.post_for(&ines, "For readers", Audience::Circle(tribe.id)).await;
    let other = Subject::Conversation(post.into());
    site.app.db.always(async |tx| watches::choose(tx, bram.id, other, Level::Now).await).await.unwrap();
    brams.post(&format!("{}leave", tribe.url()), &[]).await;
    let watches =
        async |subject| watches::find(&mut site.app.db.read().await.unwrap(), bram.id, subject).await.unwrap();
    for subject in [Subject::Circle(tribe.id), subject, other] {
        assert!(watches(subject).await.is_none(), "{subject:?}");
    }
    site.come_in(&site.tribe_at(&ines, &tribe.address).await, &bram).await;
    assert!(watches(Subject::Circle(tribe.id)).await.is_some());
    assert!(watches(subject).await.is_none(), "they begin anew");
}

/// The sentences of the bell with what they are about, where each leads, and how many are new.
async fn bell(site: &Site, who: &mut Client) -> (Vec<String>, Vec<String>, i64) {
    site.do_jobs().await;
    let page = who.get("/me/notifications/").await;
    let said = page.texts(".notice-group .sentence").into_iter().zip(page.texts(".notice-group a.what"));
    let new = page.attributes("a.bell", "data-bell")[0].parse().unwrap();
    (said.map(|(said, of)| format!("{said}: {of}")).collect(), page.attributes(".notice-group a.what", "href"), new)
}

#[tokio::test]
async fn who_is_invited_to_a_course_is_told_until_they_answer_and_who_leads_it_of_who_asks() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (_, mut brams) = site.member("bram").await;
    let (_, mut lenas) = site.member("lena").await;
    let (_, mut toms) = site.member("tom").await;
    let asking = Draft { joining: Joining::Ask, ..draft("Catalogues") };
    let course = course(&site, &ines, "catalogues", &asking).await;
    for _ in 0..2 {
        teaches.post("/courses/catalogues/manage/people/invite", &[("handles", "bram, tom")]).await;
    }
    let (said, links, new) = bell(&site, &mut brams).await;
    assert_eq!((&said[..], new), (&["Ines invited you to a course: Catalogues".to_owned()][..], 1), "once");
    assert_eq!(links, ["/courses/catalogues/"]);
    let letters = site.wait(5).await;
    let own: Vec<_> = letters.iter().filter(|letter| letter.contains("To: bram@")).collect();
    assert!(own.len() == 1 && own[0].contains("Subject: Ines invited you to a course: Catalogues"), "{letters:#?}");
    // Looking ticks it off, an answer takes it away.
    brams.get("/courses/catalogues/").await;
    assert_eq!(bell(&site, &mut brams).await.2, 0);
    brams.post("/courses/catalogues/join", &[]).await;
    assert!(bell(&site, &mut brams).await.0.is_empty());
    let tom = members::by_handle(&mut site.app.db.read().await.unwrap(), "tom").await.unwrap().unwrap().id;
    teaches.post(&format!("/courses/catalogues/manage/people/{tom}/turn-away"), &[]).await;
    assert!(bell(&site, &mut toms).await.0.is_empty(), "so does taking it back");

    lenas.post("/courses/catalogues/join", &[("words", "I keep one nobody can read.")]).await;
    toms.post("/courses/catalogues/join", &[("words", "Me too.")]).await;
    let (said, links, new) = bell(&site, &mut teaches).await;
    assert_eq!((&said[..], new), (&["Tom and 1 other ask to be let in: Catalogues".to_owned()][..], 2));
    assert_eq!(links, ["/courses/catalogues/manage/people/"]);
    let letters = site.wait(5).await;
    let to_ines: Vec<_> = letters.iter().filter(|letter| letter.contains("To: ines@")).collect();
    assert!(to_ines.len() == 1 && !to_ines[0].contains("nobody can read"), "{letters:#?}");
    let lena = members::by_handle(&mut site.app.db.read().await.unwrap(), "lena").await.unwrap().unwrap().id;
    teaches.post(&format!("/courses/catalogues/manage/people/{lena}/let-in"), &[]).await;
    teaches.post(&format!("/courses/catalogues/manage/people/{tom}/turn-away"), &[]).await;
    assert!(bell(&site, &mut teaches).await.0.is_empty());
    assert_eq!(bell(&site, &mut lenas).await.0, ["You have been let in: Catalogues"]);
    assert!(bell(&site, &mut toms).await.0.is_empty(), "who is turned away is not told");
    lenas.get("/courses/catalogues/").await;
    assert_eq!(bell(&site, &mut lenas).await.2, 0);
    assert!(circles::part(&mut site.app.db.read().await.unwrap(), course.id, lena).await.unwrap().is_some());
}

#[tokio::test]
async fn who_is_invited_to_a_course_that_is_being_prepared_is_told_when_it_opens() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Instructor).await;
    let (_, mut brams) = site.member("bram").await;
    let begun = async |tx: &mut crate::kit::db::Tx| courses::begin(tx, &ines, "soon", &draft("Soon"), None).await;
    site.app.db.change(begun).await.unwrap().unwrap();
    teaches.post("/courses/soon/manage/people/invite", &[("handles", "bram")]).await;
    assert!(bell(&site, &mut brams).await.0.is_empty(), "there is nothing to look at yet");
    teaches.post("/courses/soon/manage/open", &[]).await;
    assert_eq!(bell(&site, &mut brams).await.0, ["Ines invited you to a course: Soon"]);
}

#[tokio::test]
async fn tribes_tell_of_invitations_and_requests_and_hidden_ones_those_they_invite_alone() {
    let site = Site::new().await;
    let (ines, mut leads) = site.member("ines").await;
    let (bram, mut brams) = site.member("bram").await;
    let (_, mut lenas) = site.member("lena").await;
    let hidden = site.tribe(&ines, "Under the stairs", Door::Hidden).await;
    leads.post(&format!("{}invite", hidden.url()), &[("handle", "bram")]).await;
    let (said, links, _) = bell(&site, &mut brams).await;
    assert_eq!((said, links), (vec!["Ines invited you to a tribe: Under the stairs".to_owned()], vec![hidden.url()]));
    // An e-mail that waits does not leave once the invitation is taken back.
    let before = site.told().await.len();
    site.pass_minutes(3);
    while emails::round(&site.app).await.unwrap() {}
    leads.post(&format!("{}members/{}/turn-away", hidden.url(), bram.id), &[]).await;
    assert!(bell(&site, &mut brams).await.0.is_empty());
    let letters = site.wait(24 * 60).await;
    assert!(!letters[before..].iter().any(|letter| letter.contains("Under the stairs")), "{letters:#?}");
    let asking = site.tribe(&ines, "Readers", Door::Ask).await;
    lenas.post(&format!("{}join", asking.url()), &[("words", "Please.")]).await;
    let (said, links, _) = bell(&site, &mut leads).await;
    assert_eq!(said, ["Lena asks to be let in: Readers"]);
    assert_eq!(links, [format!("{}members/", asking.url())]);
    assert_eq!(leads.get(&links[0]).await.status, 200);
}

#[tokio::test]
async fn who_finished_one_run_begins_the_next_from_the_start_and_keeps_what_they_did() {
    let site = Site::new().await;
    let (ines, mut teaches) = site.member_as("ines", Role::Organiser).await;
    let (bram, mut brams) = site.member("bram").await;
    let old = course(&site, &ines, "run-2025", &draft("Run")).await;
    put(&site, &old, bram.id, Part::Member).await;
    let page = teaches.post("/courses/run-2025/manage/modules/add", &[("title", "Week one")]).await;
    let manage = page.location().unwrap().split('?').next().unwrap().to_owned();
    teaches.post(&format!("{manage}items"), &[("part", "do"), ("title", "Write"), ("follows", "post")]).await;
    teaches.post(&format!("{manage}items"), &[("part", "read"), ("title", "Read")]).await;
    teaches.post(&format!("{manage}open"), &[]).await;
    let essay = assignments::Draft { reviews: 0, ..essay() };
    let essay =
        site.app.db.change(async |tx| assignments::add(tx, &old, ines.id, &essay).await).await.unwrap().unwrap();
    site.app.db.always(async |tx| assignments::open(tx, &old, essay).await).await.unwrap();
    // He finishes: writes, ticks, hands in, and is called otherwise there.
    let page = brams.get("/courses/run-2025/week-one/").await;
    let write = page.attributes("a[href^='/me/posts/new?module=']", "href").remove(0);
    let module = write.rsplit('=').next().unwrap().to_owned();
    let form = [
        ("do", "publish"),
        ("title", "My first week"),
        ("text", "It was good."),
        ("language", "en"),
        ("audience", "public"),
        ("comments", "open"),
        ("module", module.as_str()),
    ];
    let post = brams.post("/me/posts/new", &form).await.location().unwrap();
    for item in page.attributes("form[action$='/ticks'] [name=item]", "value") {
        brams.post("/courses/run-2025/week-one/ticks", &[("item", &item), ("done", "1")]).await;
    }
    let page = brams.get("/courses/run-2025/assignments/your-week/").await;
    let choice = page.attributes("#hand-in-post option", "value").remove(0);
    brams.post("/courses/run-2025/assignments/your-week/hand-in", &[("post", &choice)]).await;
    let finished = async |brams: &mut Client| {
        let week = brams.get("/courses/run-2025/week-one/").await;
        let task = brams.get("/courses/run-2025/assignments/your-week/").await;
        assert!(week.body.contains("2 of 2 done") && week.body.contains("My first week"), "{}", week.text("main"));
        assert!(task.text(".assignment").contains("Handed in"));
    };
    finished(&mut brams).await;
    let copy = [("title", "Run"), ("address", "run-2026"), ("starts", "2027-01-11")];
    assert_eq!(teaches.post("/courses/run-2025/manage/copy", &copy).await.status, 303);
    teaches.post("/courses/run-2025/manage/close", &[]).await;
    teaches.post("/courses/run-2026/manage/open", &[]).await;
    let (new, _) = courses::at(&mut site.app.db.read().await.unwrap(), Some(&ines), "run-2026").await.unwrap().unwrap();
    let list = teaches.get("/courses/run-2026/manage/modules/").await;
    let manage = list.attributes("a[href*='/manage/modules/']", "href");
    let manage = manage.iter().find(|it| it.rsplit('/').nth(1).is_some_and(|id| id.parse::<i64>().is_ok())).unwrap();
    teaches.post(&format!("{manage}open"), &[]).await;
    site.app.db.always(async |tx| open_tasks(tx, &new).await).await.unwrap();
    brams.post("/courses/run-2026/join", &[]).await;
    let week = brams.get("/courses/run-2026/week-one/").await;
    assert!(week.body.contains("0 of 2 done") && !week.body.contains("My first week"), "{}", week.text("main"));
    let task = brams.get("/courses/run-2026/assignments/your-week/").await;
    assert!(!task.text(".assignment").contains("Handed in"), "{}", task.text("main"));
    // The same post may be handed in again, and the run before stays as it was.
    assert!(task.attributes("#hand-in-post option", "value").contains(&choice));
    brams.post("/courses/run-2026/assignments/your-week/hand-in", &[("post", &choice)]).await;
    assert!(brams.get("/courses/run-2026/assignments/your-week/").await.text(".assignment").contains("Handed in"));
    finished(&mut brams).await;
    assert_eq!(brams.get(&post).await.status, 200);
    // Leaving the new one takes nothing from the old one.
    brams.post("/courses/run-2026/leave", &[]).await;
    finished(&mut brams).await;
}

/// Opens what there is to hand in.
async fn open_tasks(tx: &mut crate::kit::db::Tx, course: &courses::Course) -> anyhow::Result<()> {
    for task in assignments::all(tx, course.id).await? {
        assignments::open(tx, course, task.id).await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_course_says_to_machines_what_it_is() {
    let site = Site::new().await;
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    course(&site, &ines, "open-learning", &draft("Open <Learning>")).await;
    let page = site.stranger().get("/courses/open-learning/").await;
    let data: serde_json::Value = serde_json::from_str(&page.text("script[type='application/ld+json']")).unwrap();
    assert_eq!((&data["@type"], &data["name"]), (&"Course".into(), &"Open <Learning>".into()));
    let run = &data["hasCourseInstance"];
    assert!(run["startDate"].as_str() < run["endDate"].as_str(), "{data}");
    assert_eq!(data["provider"]["name"], "The Commons School");
}
