use crate::{
    audiences::circles::Part,
    checks::{
        access_courses::{course, draft, essay, put},
        testing::{Client, Site},
    },
    course::{
        assignments::{self, Assignment, Draft},
        courses::Course,
        homerooms::{self, By},
        reviews,
    },
    ids::{ConversationId, MemberId},
    links::notices,
    people::members::{Member, Role},
    talk::posts::Audience,
};

fn asked(title: &str, reviews: i64) -> Draft {
    Draft { title: title.into(), reviews, due: Some("2030-10-22T18:00".parse().unwrap()), ..essay() }
}

/// An assignment that is open.
async fn assignment(site: &Site, course: &Course, by: &Member, draft: &Draft) -> Assignment {
    let id = site.app.db.change(async |tx| assignments::add(tx, course, by.id, draft).await).await.unwrap().unwrap();
    site.app.db.always(async |tx| assignments::open(tx, course, id).await).await.unwrap();
    one(site, course, id).await
}

async fn one(site: &Site, course: &Course, id: ConversationId) -> Assignment {
    assignments::in_course(&mut site.app.db.read().await.unwrap(), course.id, id).await.unwrap().unwrap()
}

/// A course with an instructor, and so many who take part.
async fn begun<const N: usize>(site: &Site, handles: [&str; N]) -> (Course, Member, Client, Vec<(Member, Client)>) {
    let (ines, teaches) = site.member_as("ines", Role::Instructor).await;
    let course = course(site, &ines, "open", &draft("Open")).await;
    let mut people = vec![];
    for handle in handles {
        let (member, browser) = site.member(handle).await;
        put(site, &course, member.id, Part::Member).await;
        people.push((member, browser));
    }
    (course, ines, teaches, people)
}

/// Hands in a post of their own.
async fn hands_in(site: &Site, it: &Assignment, who: &mut (Member, Client), audience: Audience) -> u16 {
    let post = site.post_for(&who.0, &format!("By {}", who.0.handle), audience).await;
    let reply = who.1.post(&format!("{}hand-in", it.url()), &[("post", &post.to_string())]).await;
    reply.status.as_u16()
}

/// Asks for something to review; the address of what came.
async fn draws(it: &Assignment, who: &mut Client) -> String {
    who.post(&format!("{}reviews", it.url()), &[]).await.location().unwrap()
}

async fn told(site: &Site, member: MemberId) -> Vec<notices::Kind> {
    let list = notices::list(&mut site.app.db.read().await.unwrap(), member, i64::MAX, 20).await.unwrap();
    list.into_iter().map(|notice| notice.kind()).collect()
}

const FIRST: (&str, &str) = ("question-0", "What stayed with you?");
const SECOND: (&str, &str) = ("question-1", "Are its sources named?");
const ANSWERS: [(&str, &str); 5] =
    [FIRST, ("words-0", "The last sentence."), SECOND, ("choice-1", "yes"), ("do", "hand-in")];

#[tokio::test]
async fn a_post_is_handed_in_reviewed_and_the_review_is_answered() {
    let site = Site::new().await;
    let (course, ines, mut teaches, mut people) = begun(&site, ["bram", "tom"]).await;
    let it = assignment(&site, &course, &ines, &asked("Your week", 1)).await;
    assert_eq!(hands_in(&site, &it, &mut people[0], Audience::Circle(course.id)).await, 303);
    let [(bram, brams), (tom, toms)] = &mut people[..] else { unreachable!() };
    let page = brams.get(&it.url()).await;
    assert!(page.text(".assignment").contains("Handed in") && page.body.contains("By bram"));

    let form = draws(&it, toms).await;
    assert!(form.contains("/reviews/"), "{form}");
    assert_eq!(draws(&it, toms).await, form, "a second click gives the same one");
    let page = toms.get(&form).await;
    assert!(page.body.contains("By bram") && page.texts("textarea").len() == 2);
    let refused = toms.post(&form, &[FIRST, ("words-0", "The last sentence."), SECOND, ("do", "hand-in")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("The last sentence.") && refused.body.contains("has no answer yet"));
    toms.post(&form, &[FIRST, ("words-0", "Half a thought"), ("do", "keep")]).await;
    assert!(toms.get(&form).await.body.contains("Half a thought"));
    assert_eq!(told(&site, bram.id).await, [], "nothing is told of what is half written");
    assert_eq!(toms.post(&form, &ANSWERS).await.status, 303);
    toms.post(&form, &ANSWERS).await;
    assert_eq!(told(&site, bram.id).await, [notices::Kind::Reviewed], "once, also after a double click");

    let page = brams.get(&it.url()).await;
    assert!(page.text(".review").contains("The last sentence.") && page.text(".review").contains("yes"));
    assert!(page.text(".review .label").contains("yes"));
    let answer = page.attributes(".review form", "action").remove(0);
    let refused = brams.post(&answer, &[("answer", "Half a thank-you")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.text(".review textarea").contains("Half a thank-you"));
    let said = [("helped", "much"), ("answer", "I will name my sources.")];
    assert_eq!(brams.post(&answer, &said).await.status, 303);
    assert_eq!(told(&site, tom.id).await, [notices::Kind::Thanked]);
    let page = toms.get(&it.url()).await;
    assert!(page.body.contains("I will name my sources.") && page.body.contains("1 of 1 reviews given"));
    assert_eq!(told(&site, tom.id).await.len(), 1);
    let unseen = notices::unseen(&mut site.app.db.read().await.unwrap(), tom.id).await.unwrap();
    assert_eq!(unseen, 0, "who was there knows");

    let work = teaches.get(&format!("{}work/", it.url())).await;
    assert!(work.body.contains("By bram") && work.body.contains("tom"), "who has handed nothing in stands there");
}

#[tokio::test]
async fn a_review_stands_as_a_comment_where_its_writer_wants_that() {
    let site = Site::new().await;
    let (course, ines, _, mut people) = begun(&site, ["bram", "tom"]).await;
    let it = assignment(&site, &course, &ines, &asked("Your week", 1)).await;
    hands_in(&site, &it, &mut people[0], Audience::Circle(course.id)).await;
    let form = draws(&it, &mut people[1].1).await;
    let public: Vec<(&str, &str)> = ANSWERS.into_iter().chain([("where", "public")]).collect();
    assert_eq!(people[1].1.post(&form, &public).await.status, 303);
    let post = people[0].1.get(&it.url()).await.attributes(".assignment a[href*='/by-bram/']", "href").remove(0);
    // One that is meant for everybody is not given to fewer without a word.
    let mut third = site.member("una").await;
    put(&site, &course, third.0.id, Part::Member).await;
    let late = draws(&it, &mut third.1).await;
    let id =
        assignments::of(&mut site.app.db.read().await.unwrap(), it.id, people[0].0.id).await.unwrap().unwrap().post;
    site.app.db.always(async |tx| crate::talk::conversations::close(tx, id.unwrap()).await).await.unwrap();
    let refused = third.1.post(&late, &public).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("Nobody can comment on this post any more"));
    let page = people[0].1.get(&post).await;
    assert!(page.body.contains("What stayed with you?") && page.body.contains("The last sentence."));
}

#[tokio::test]
async fn late_is_taken_and_noted_and_more_time_counts_in_days_of_the_courses_calendar() {
    let site = Site::new().await;
    let (course, ines, mut teaches, mut people) = begun(&site, ["bram", "tom"]).await;
    let due = crate::kit::local_time::LocalTime::of(site.now(), &course.zone()).plus_days(-1);
    let it = assignment(&site, &course, &ines, &Draft { due: Some(due), ..asked("Your week", 0) }).await;
    let extend = format!("{}extensions", it.url());
    assert_eq!(teaches.post(&extend, &[("handle", "nobody"), ("days", "7")]).await.status, 422);
    assert_eq!(teaches.post(&extend, &[("handle", "ines"), ("days", "7")]).await.status, 422, "she takes no part");
    assert_eq!(teaches.post(&extend, &[("handle", "@tom"), ("days", "0")]).await.status, 422);
    assert_eq!(teaches.post(&extend, &[("handle", "@tom"), ("days", "7")]).await.status, 303);
    let (local, at) = {
        let conn = &mut site.app.db.read().await.unwrap();
        assignments::extension(conn, &it, people[1].0.id).await.unwrap().unwrap()
    };
    assert_eq!((local, at), (due.plus_days(7), due.plus_days(7).moment(&course.zone())));
    assert_eq!(told(&site, people[1].0.id).await, [notices::Kind::Extended, notices::Kind::Posted][..1]);
    for who in &mut people {
        assert_eq!(hands_in(&site, &it, who, Audience::Public).await, 303);
    }
    assert!(people[0].1.get(&it.url()).await.body.contains("Handed in late"));
    let on_time = people[1].1.get(&it.url()).await;
    assert!(!on_time.body.contains("Handed in late") && on_time.body.contains("more time for you"));
}

#[tokio::test]
async fn what_nobody_who_looks_after_the_course_can_read_is_not_taken_and_what_a_reader_may_not_read_is_not_drawn() {
    let site = Site::new().await;
    let (course, ines, mut teaches, mut people) = begun(&site, ["bram", "tom"]).await;
    let it = assignment(&site, &course, &ines, &asked("Your week", 1)).await;
    assert_eq!(hands_in(&site, &it, &mut people[0], Audience::Me).await, 422);
    let toms = site.post(&people[1].0, "Tom's own").await;
    let taken = people[0].1.post(&format!("{}hand-in", it.url()), &[("post", &toms.to_string())]).await;
    assert_eq!(taken.status, 422, "somebody else's post is not theirs to hand in");
    assert_eq!(hands_in(&site, &it, &mut people[0], Audience::Circle(course.staff)).await, 303);
    assert!(draws(&it, &mut people[1].1).await.contains("done=nothing"), "it is for the guides alone");
    let work = teaches.get(&format!("{}work/", it.url())).await;
    let piece = work.attributes(".rows a[href*='/work/']", "href").remove(0);
    let form = teaches.post(&format!("{piece}review"), &[]).await.location().unwrap();
    assert_eq!(teaches.post(&form, &ANSWERS).await.status, 303, "a guide steps in");
    assert_eq!(told(&site, people[0].0.id).await, [notices::Kind::Reviewed]);
    assert_eq!(people[1].1.get(&piece).await.status, 404);
}

#[tokio::test]
async fn a_file_is_read_by_its_author_its_reviewers_and_the_guides_alone() {
    let site = Site::new().await;
    let (course, ines, mut teaches, mut people) = begun(&site, ["bram", "tom", "una"]).await;
    let it = assignment(&site, &course, &ines, &asked("Your week", 1)).await;
    let sent = people[0].1.upload(&format!("{}file", it.url()), "file", "my report.html", b"<script>1</script>").await;
    assert_eq!(sent.status, 303);
    let page = people[0].1.get(&it.url()).await;
    let file = page.attributes("a[href*='/files/']", "href").remove(0);
    let own = people[0].1.get(&file).await;
    assert_eq!(own.status, 200);
    assert_eq!(own.headers["content-disposition"], "attachment; filename*=UTF-8''my%20report.html");
    assert_eq!(own.headers["content-type"], "application/octet-stream");
    assert_eq!((teaches.get(&file).await.status.as_u16(), people[1].1.get(&file).await.status.as_u16()), (200, 404));
    draws(&it, &mut people[1].1).await;
    assert_eq!(
        (people[1].1.get(&file).await.status.as_u16(), people[2].1.get(&file).await.status.as_u16()),
        (200, 404)
    );
    assert_eq!(site.stranger().get(&file).await.status, 401);
    // What is handed in instead takes its place, and nothing is kept of the other.
    people[0].1.upload(&format!("{}file", it.url()), "file", "second.txt", b"second").await;
    let second = people[0].1.get(&file).await;
    assert_eq!(second.body, "second");
    let empty = people[0].1.upload(&format!("{}file", it.url()), "file", "empty.txt", b"").await;
    assert_eq!(empty.status, 422);
}

#[tokio::test]
async fn nobody_waits_for_anybody_and_who_asks_in_vain_is_told_and_in_the_end_granted_it() {
    let site = Site::new().await;
    let (course, ines, _, mut people) = begun(&site, ["bram", "tom"]).await;
    let it = assignment(&site, &course, &ines, &asked("Your week", 2)).await;
    assert!(draws(&it, &mut people[1].1).await.contains("done=nothing"));
    assert!(people[1].1.get(&it.url()).await.body.contains("will not be held against you"));
    hands_in(&site, &it, &mut people[0], Audience::Circle(course.id)).await;
    assert_eq!(told(&site, people[1].0.id).await, [notices::Kind::Review]);
    let form = draws(&it, &mut people[1].1).await;
    people[1].1.post(&form, &ANSWERS).await;
    assert!(draws(&it, &mut people[1].1).await.contains("done=nothing"), "there is no second piece");
    let days = it.closes_at.unwrap().0 - site.now().0;
    site.pass_minutes(days / 60_000 + 1);
    crate::schedule::round(&site.app).await.unwrap();
    let giving = reviews::giving(&mut site.app.db.read().await.unwrap(), it.id, people[1].0.id).await.unwrap();
    assert_eq!((giving.given, giving.granted), (1, 1));
    crate::schedule::round(&site.app).await.unwrap();
    assert_eq!(people[1].1.post(&format!("{}reviews", it.url()), &[]).await.status, 404, "no more are given");
}

#[tokio::test]
async fn who_takes_too_long_lets_somebody_else_have_the_piece_and_what_they_wrote_is_taken_all_the_same() {
    let site = Site::new().await;
    let (course, ines, _, mut people) = begun(&site, ["bram", "tom", "una"]).await;
    let it = assignment(&site, &course, &ines, &asked("Your week", 1)).await;
    hands_in(&site, &it, &mut people[0], Audience::Circle(course.id)).await;
    let toms = draws(&it, &mut people[1].1).await;
    site.pass_minutes(7 * 24 * 60 + 1);
    crate::schedule::round(&site.app).await.unwrap();
    let bram = people[0].0.id;
    let work = |site: &Site| {
        let (app, id) = (site.app.clone(), it.id);
        async move { assignments::of(&mut app.db.read().await.unwrap(), id, bram).await.unwrap().unwrap().reviews }
    };
    assert_eq!(work(&site).await, 0, "it is free again");
    people[2].1 = site.signed_in(people[2].0.id).await;
    people[1].1 = site.signed_in(people[1].0.id).await;
    let unas = draws(&it, &mut people[2].1).await;
    assert_eq!(people[2].1.post(&unas, &ANSWERS).await.status, 303);
    let page = people[1].1.get(&toms).await;
    assert!(page.body.contains("Time is up") && page.texts("textarea").len() == 2);
    assert_eq!(people[1].1.post(&toms, &ANSWERS).await.status, 303);
    let page = people[1].1.get(&it.url()).await;
    assert!(page.text("#reviewing ~ .rows, .rows").contains("Handed in late") && page.body.contains("extra"));
    assert!(page.body.contains("1 of 1 reviews given"), "it counts");
    assert_eq!(work(&site).await, 2);
}

#[tokio::test]
async fn handed_in_as_it_times_out_it_counts_whichever_came_first() {
    let site = Site::new().await;
    let (course, ines, _, mut people) = begun(&site, ["bram", "tom"]).await;
    let it = assignment(&site, &course, &ines, &asked("Your week", 1)).await;
    hands_in(&site, &it, &mut people[0], Audience::Circle(course.id)).await;
    let form = draws(&it, &mut people[1].1).await;
    let id = form.trim_end_matches('/').rsplit('/').next().unwrap().parse().unwrap();
    let review = {
        let conn = &mut site.app.db.read().await.unwrap();
        reviews::own(conn, it.id, id, people[1].0.id).await.unwrap().unwrap()
    };
    site.pass_minutes(7 * 24 * 60 + 1);
    let (round, handed) = tokio::join!(
        reviews::on_time(&site.app),
        site.app.db.always(async |tx| reviews::hand_in(tx, &review, &review.answers(), None).await)
    );
    round.unwrap();
    assert!(handed.unwrap());
    let conn = &mut site.app.db.read().await.unwrap();
    let own = assignments::of(conn, it.id, people[0].0.id).await.unwrap().unwrap();
    assert_eq!(own.reviews, 1, "it is counted once");
    assert_eq!(reviews::giving(conn, it.id, people[1].0.id).await.unwrap().given, 1);
}

#[tokio::test]
async fn many_who_ask_at_once_get_different_pieces_and_never_their_own() {
    let site = Site::new().await;
    let (course, ines, _, mut people) = begun(&site, ["a1", "a2", "a3", "a4", "a5", "a6"]).await;
    let it = assignment(&site, &course, &ines, &asked("Your week", 2)).await;
    for who in &mut people {
        hands_in(&site, &it, who, Audience::Circle(course.id)).await;
    }
    let draw = |who: MemberId| {
        let (app, it) = (site.app.clone(), it.clone());
        tokio::spawn(async move { app.db.always(async |tx| reviews::draw(tx, &it, who).await).await.unwrap() })
    };
    let asked: Vec<_> = people.iter().flat_map(|(member, _)| [draw(member.id), draw(member.id)]).collect();
    let mut drawn = vec![];
    for one in asked {
        drawn.push(one.await.unwrap());
    }
    let conn = &mut site.app.db.read().await.unwrap();
    for (member, _) in &people {
        let own = reviews::by(conn, it.id, member.id).await.unwrap();
        assert_eq!(own.len(), 1, "a double click gives one");
        assert_ne!(own[0].author, member.id);
    }
    let all = assignments::submissions(conn, it.id, ines.id).await.unwrap();
    assert_eq!(all.iter().map(|work| work.reviews).sum::<i64>(), 6, "what is counted is what is there");
    assert!(all.iter().all(|work| work.reviews <= 2), "they are spread");
}

#[tokio::test]
async fn a_review_that_is_handed_in_as_it_times_out_counts_once_whichever_comes_first() {
    let site = Site::new().await;
    let (course, ines, _, mut people) = begun(&site, ["a1", "a2", "a3", "a4"]).await;
    let answer = reviews::Answer { question: FIRST.1.into(), choice: String::new(), words: "The end.".into() };
    for round in 0..5 {
        let it = assignment(&site, &course, &ines, &asked(&format!("Round {round}"), 1)).await;
        for who in &mut people {
            hands_in(&site, &it, who, Audience::Circle(course.id)).await;
        }
        let mut under_way = vec![];
        for (member, _) in &people {
            let drawn = site.app.db.always(async |tx| reviews::draw(tx, &it, member.id).await).await.unwrap();
            let reviews::Drawn::Review(id) = drawn else { panic!("there is a piece for everybody") };
            let own = reviews::own(&mut site.app.db.read().await.unwrap(), it.id, id, member.id).await.unwrap();
            under_way.push(own.unwrap());
        }
        site.pass_minutes(8 * 24 * 60);
        let hand_in = |review: &reviews::Review| {
            let (app, review, answers) = (site.app.clone(), review.clone(), [answer.clone()]);
            tokio::spawn(async move {
                app.db.always(async |tx| reviews::hand_in(tx, &review, &answers, None).await).await.unwrap()
            })
        };
        // Some press before the time is looked at, some twice, and some after it.
        let mut pressed: Vec<_> = under_way[..round].iter().map(hand_in).collect();
        let app = site.app.clone();
        let timed_out = tokio::spawn(async move { reviews::on_time(&app).await.unwrap() });
        pressed.extend(under_way.iter().map(hand_in));
        let mut taken = 0;
        for one in pressed {
            taken += usize::from(one.await.unwrap());
        }
        timed_out.await.unwrap();
        assert_eq!(taken, people.len(), "each of them once");
        let conn = &mut site.app.db.read().await.unwrap();
        for piece in assignments::submissions(conn, it.id, ines.id).await.unwrap() {
            let given = reviews::of(conn, piece.id, ines.id).await.unwrap();
            assert_eq!(piece.reviews, i64::try_from(given.len()).unwrap(), "round {round}: {given:#?}");
        }
    }
    let mut heard = 0;
    for (member, _) in &people {
        heard += told(&site, member.id).await.len();
    }
    assert_eq!(heard, 5 * people.len(), "each author once for each review");
}

#[tokio::test]
async fn a_post_written_for_an_assignment_is_handed_in_when_it_is_published() {
    let site = Site::new().await;
    let (course, ines, _, mut people) = begun(&site, ["bram"]).await;
    let it = assignment(&site, &course, &ines, &asked("Your week", 0)).await;
    let sheet = people[0].1.get(&format!("/me/posts/new?assignment={}", it.id)).await;
    assert!(sheet.body.contains("Your week"));
    let number = it.id.to_string();
    let form = [
        ("title", "My week"),
        ("text", "It was good."),
        ("language", "en"),
        ("audience", "public"),
        ("comments", "open"),
        ("assignment", &number),
    ];
    let draft = people[0].1.post("/me/posts/new", &form).await.location().unwrap();
    let bram = people[0].0.id;
    let own = |site: &Site| {
        let (app, id) = (site.app.clone(), it.id);
        async move { assignments::of(&mut app.db.read().await.unwrap(), id, bram).await.unwrap() }
    };
    assert!(own(&site).await.is_none(), "a draft is not handed in");
    let brams = &mut people[0].1;
    let edit = brams.get(draft.split('?').next().unwrap()).await;
    assert!(edit.body.contains("Your week"), "the draft knows what it is for");
    let edited = edit.attributes("[name=edited]", "value").remove(0);
    let publish: Vec<(&str, &str)> = form.into_iter().chain([("do", "publish"), ("edited", &edited)]).collect();
    brams.post(draft.split('?').next().unwrap(), &publish).await;
    let brams = &mut people[0].1;
    assert!(brams.get(&it.url()).await.body.contains("Handed in"));
    brams.post(&format!("{}withdraw", it.url()), &[]).await;
    assert!(own(&site).await.is_none());
}

#[tokio::test]
async fn an_assignment_opens_with_its_module_or_by_its_own_time_and_nobody_else_sees_it_before() {
    let site = Site::new().await;
    let (course, _, mut teaches, mut people) = begun(&site, ["bram"]).await;
    let new = format!("{}assignments/new", course.manage_url());
    let form = [
        ("title", "Your week"),
        ("text", "Write."),
        ("kind", "post"),
        ("reviews", "3"),
        ("days", "7"),
        ("opens", "2027-01-11T09:00"),
        ("due", "2027-01-10T18:00"),
    ];
    let refused = teaches.post(&new, &form).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("It is due after it opens") && refused.body.contains("Your week"));
    let mut form = form.to_vec();
    form.retain(|(name, _)| *name != "due");
    let manage = teaches.post(&new, &form).await.location().unwrap();
    let id = manage.split("/assignments/").nth(1).unwrap().split('/').next().unwrap().parse().unwrap();
    let it = one(&site, &course, id).await;
    crate::schedule::round(&site.app).await.unwrap();
    assert_eq!(people[0].1.get(&it.url()).await.status, 404);
    assert!(!people[0].1.get(&course.url()).await.body.contains("Your week"));
    assert_eq!(teaches.get(&it.url()).await.status, 200);
    let minutes = (it.opens_at.unwrap().0 - site.now().0) / 60_000;
    site.pass_minutes(minutes + 1);
    crate::schedule::round(&site.app).await.unwrap();
    let mut brams = site.signed_in(people[0].0.id).await;
    assert_eq!(brams.get(&it.url()).await.status, 200);
    assert!(brams.get(&course.url()).await.body.contains("Your week"));
}

#[tokio::test]
async fn a_choice_of_several_is_done_with_one() {
    let site = Site::new().await;
    let (course, ines, _, mut people) = begun(&site, ["bram"]).await;
    let either = |title: &str| Draft { choice: "Week one".into(), ..asked(title, 0) };
    let first = assignment(&site, &course, &ines, &either("A talk")).await;
    assignment(&site, &course, &ines, &either("A tour")).await;
    hands_in(&site, &first, &mut people[0], Audience::Public).await;
    let page = people[0].1.get(&format!("{}assignments/", course.url())).await;
    assert!(page.body.contains("one of: Week one") && page.body.contains("you chose another one"));
    assert_eq!(people[0].1.get(&course.url()).await.texts("#tasks"), Vec::<String>::new());
}

#[tokio::test]
async fn who_was_late_is_in_time_by_a_later_date_and_who_was_in_time_stays_so_by_an_earlier_one() {
    let site = Site::new().await;
    let (course, ines, _, mut people) = begun(&site, ["bram"]).await;
    let today = crate::kit::local_time::LocalTime::of(site.now(), &course.zone());
    let due = |days: i64| Draft { due: Some(today.plus_days(days)), ..asked("Your week", 0) };
    let it = assignment(&site, &course, &ines, &due(-1)).await;
    hands_in(&site, &it, &mut people[0], Audience::Public).await;
    for (days, is_late) in [(-1, true), (2, false), (-3, false)] {
        let now = one(&site, &course, it.id).await;
        let edit = site.app.db.change(async |tx| assignments::edit(tx, &course, &now, now.edited_at, &due(days)).await);
        edit.await.unwrap().unwrap();
        let page = people[0].1.get(&it.url()).await;
        assert_eq!(page.body.contains("Handed in late"), is_late, "{days}");
    }
}

#[tokio::test]
async fn what_somebody_who_left_handed_in_is_not_drawn_and_goes_with_their_account() {
    let site = Site::new().await;
    let (_, mut organises) = site.member_as("ozan", Role::Organiser).await;
    let (course, ines, mut teaches, mut people) = begun(&site, ["bram", "tom"]).await;
    let it = assignment(&site, &course, &ines, &asked("Your week", 1)).await;
    people[0].1.upload(&format!("{}file", it.url()), "file", "mine.txt", b"mine").await;
    let file = people[0].1.get(&it.url()).await.attributes("a[href*='/files/']", "href").remove(0);
    people[0].1.post(&format!("{}leave", course.url()), &[]).await;
    assert!(draws(&it, &mut people[1].1).await.contains("done=nothing"));
    assert_eq!(teaches.get(&file).await.status, 200, "those who look after the course still have it");
    let form = [("words", "stay"), ("handle", "@bram")];
    let removed = organises.post(&format!("/manage/members/{}/remove", people[0].0.id), &form).await;
    assert_eq!(removed.status, 303);
    assert_eq!(teaches.get(&file).await.status, 404);
    assert!(!teaches.get(&format!("{}work/", it.url())).await.body.contains("mine.txt"));
}

#[tokio::test]
async fn what_was_written_stays_when_the_questions_change_meanwhile() {
    let site = Site::new().await;
    let (course, ines, _, mut people) = begun(&site, ["bram", "tom"]).await;
    let it = assignment(&site, &course, &ines, &asked("Your week", 1)).await;
    hands_in(&site, &it, &mut people[0], Audience::Circle(course.id)).await;
    let form = draws(&it, &mut people[1].1).await;
    people[1].1.post(&form, &[FIRST, ("words-0", "Half a page"), ("do", "keep")]).await;
    let other = Draft { questions: "What next?".into(), ..asked("Your week", 1) };
    let edit =
        site.app.db.change(async |tx| assignments::edit(tx, &course, &it, it.edited_at, &other).await).await.unwrap();
    edit.unwrap();
    let page = people[1].1.get(&form).await;
    assert!(page.body.contains("What next?") && page.body.contains("Half a page"));
    let answers =
        [("question-0", "What next?"), ("words-0", "Rest."), ("question-1", FIRST.1), ("words-1", "Half a page")];
    assert_eq!(people[1].1.post(&form, &answers).await.status, 303);
    let read = people[0].1.get(&it.url()).await.text(".review");
    assert!(read.contains("Rest.") && read.contains("Half a page"), "{read}");
}

/// Begins a draft for an assignment with the form that its page leads to; answers where it is edited.
async fn drafts(
    it: &Assignment,
    who: &mut Client,
    title: &str,
    audience: &str,
) -> (String, Vec<(&'static str, String)>) {
    let form: Vec<(&'static str, String)> = vec![
        ("do", "draft".into()),
        ("title", title.into()),
        ("text", "It was *good*.".into()),
        ("language", "en".into()),
        ("audience", audience.into()),
        ("comments", "open".into()),
        ("assignment", it.id.to_string()),
    ];
    let sent: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    (who.post("/me/posts/new", &sent).await.location().unwrap(), form)
}

/// Publishes it; the page on which its writer then stands.
async fn publishes(
    who: &mut Client,
    (edit, form): &(String, Vec<(&'static str, String)>),
) -> crate::checks::testing::Reply {
    let version = who.get(edit).await.attributes("[name=edited]", "value").remove(0);
    let mut sent: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    sent[0].1 = "publish";
    sent.push(("edited", &version));
    let page = who.post(edit, &sent).await.location().unwrap();
    who.get(&page).await
}

#[tokio::test]
async fn a_post_that_is_not_taken_when_it_is_published_says_so_with_the_way_on_and_is_there() {
    let site = Site::new().await;
    let (course, ines, mut teaches, mut people) = begun(&site, ["bram", "tom", "una", "vera", "walt"]).await;
    let it = assignment(&site, &course, &ines, &asked("Your week", 0)).await;
    let circle = format!("circle-{}", course.id);
    let [(bram, brams), (_, toms), (una, unas), (_, veras), (walt, walts)] = &mut people[..] else { unreachable!() };

    // In time, it is handed in and nothing is said.
    let good = drafts(&it, toms, "By tom", &circle).await;
    let page = publishes(toms, &good).await;
    assert!(page.body.contains("By tom") && page.text("#kept-back").is_empty());
    assert!(toms.get(&it.url()).await.body.contains("Handed in"));

    // Something else was handed in meanwhile: that stays.
    let late = drafts(&it, brams, "By bram, later", &circle).await;
    site.pass_minutes(1);
    let first = site.post_for(bram, "By bram, first", Audience::Circle(course.id)).await;
    brams.post(&format!("{}hand-in", it.url()), &[("post", &first.to_string())]).await;
    let page = publishes(brams, &late).await;
    let said = page.text("#kept-back");
    assert!(said.contains("published") && said.contains("something else"), "{said}");
    assert_eq!(page.attributes("#kept-back a", "href"), [format!("{}#hand-in", it.url())]);
    assert!(
        toms.get(page.attributes("[rel=canonical]", "href")[0].trim_start_matches("http://lyceum.test"))
            .await
            .text("#kept-back")
            .is_empty()
    );
    let own = assignments::of(&mut site.app.db.read().await.unwrap(), it.id, bram.id).await.unwrap().unwrap();
    assert_eq!(own.post, Some(first.into()));
    // Whoever writes something new after that means it.
    site.pass_minutes(1);
    let instead = drafts(&it, brams, "By bram, instead", &circle).await;
    assert!(publishes(brams, &instead).await.text("#kept-back").is_empty());
    let own = assignments::of(&mut site.app.db.read().await.unwrap(), it.id, bram.id).await.unwrap().unwrap();
    assert_ne!(own.post, Some(first.into()));

    // Nobody who looks after the course could read it.
    let own_only = drafts(&it, veras, "By vera", "me").await;
    let said = publishes(veras, &own_only).await.text("#kept-back");
    assert!(said.contains("Nobody who looks after the course can read"), "{said}");

    // They left the course: no way leads back there.
    let left = drafts(&it, walts, "By walt", "public").await;
    site.app.db.change(async |tx| crate::course::courses::leave(tx, &course, walt.id).await).await.unwrap().unwrap();
    let page = publishes(walts, &left).await;
    assert!(page.text("#kept-back").contains("not in the course any more"), "{}", page.body);
    assert!(page.attributes("#kept-back a", "href").is_empty());
    assert!(page.body.contains("By walt"), "it is published all the same");

    // The course was closed.
    let closed = drafts(&it, unas, "By una", &circle).await;
    assert_eq!(teaches.post("/courses/open/manage/close", &[]).await.status, 303);
    let page = publishes(unas, &closed).await;
    assert!(page.text("#kept-back").contains("Nothing can be handed in here at the moment"));
    assert!(assignments::of(&mut site.app.db.read().await.unwrap(), it.id, una.id).await.unwrap().is_none());
    // Nobody learns a title by asking for it.
    let address = page.attributes("[rel=canonical]", "href")[0].trim_start_matches("http://lyceum.test").to_owned();
    let asked = unas.get(&format!("{address}?kept-back=nonsense-{}", it.id)).await;
    assert!(asked.text("#kept-back").is_empty());
}

#[tokio::test]
async fn who_is_given_more_time_before_an_assignment_opens_is_told_when_it_does() {
    let site = Site::new().await;
    let (course, ines, mut teaches, people) = begun(&site, ["bram", "tom"]).await;
    let draft = asked("Your week", 0);
    let id =
        site.app.db.change(async |tx| assignments::add(tx, &course, ines.id, &draft).await).await.unwrap().unwrap();
    let it = one(&site, &course, id).await;
    let given = teaches.post(&format!("{}extensions", it.url()), &[("handle", "tom"), ("days", "7")]).await;
    assert_eq!(given.status, 303);
    assert_eq!(told(&site, people[1].0.id).await, [], "nothing tells of what is not open");
    site.app.db.always(async |tx| assignments::open(tx, &course, id).await).await.unwrap();
    assert_eq!(told(&site, people[1].0.id).await, [notices::Kind::Extended]);
    assert_eq!(told(&site, people[0].0.id).await, []);
    let letters = site.wait(5).await;
    let tom: Vec<_> = letters.iter().filter(|letter| letter.contains("To: tom@")).collect();
    assert!(tom.len() == 1 && tom[0].contains("Ines gave you more time"), "{letters:#?}");
}

#[tokio::test]
async fn who_has_handed_nothing_in_stands_homeroom_by_homeroom_and_of_many_all_are_folded_but_ones_own() {
    let site = Site::new().await;
    let (course, ines, mut teaches, mut people) = begun(&site, ["bram", "tom"]).await;
    let it = assignment(&site, &course, &ines, &asked("Your week", 0)).await;
    let work = format!("{}work/", it.url());
    let few = teaches.get(&work).await;
    assert_eq!(
        (few.texts("section.missing .rows a"), few.count(".missing details")),
        (vec!["Bram".into(), "Tom".into()], 0)
    );
    for number in 0..42 {
        let (member, _) = site.member(&format!("person{number}")).await;
        put(&site, &course, member.id, Part::Member).await;
    }
    let room = |number: i64| format!("Homeroom {number}");
    site.app.db.change(async |tx| homerooms::place(tx, &course, 22, By::Chance, room).await).await.unwrap().unwrap();
    let (late, _) = site.member("late").await;
    put(&site, &course, late.id, Part::Member).await;
    hands_in(&site, &it, &mut people[0], Audience::Circle(course.id)).await;
    let many = teaches.get(&work).await;
    let heads = many.texts(".missing summary");
    assert_eq!(heads.len(), 2, "{heads:?}");
    assert!(heads.iter().all(|head| head.starts_with("Homeroom ")), "{heads:?}");
    assert_eq!((many.count(".missing .rows li"), many.count(".missing details[open]")), (44, 0));
    assert!(many.text(".missing").contains("44 participants"));
}

#[tokio::test]
async fn what_something_was_written_with_the_help_of_is_read_by_those_who_review_it_and_nobody_scores_it() {
    let site = Site::new().await;
    let (course, ines, mut teaches, mut people) = begun(&site, ["bram", "tom"]).await;
    let it = assignment(&site, &course, &ines, &asked("Your week", 1)).await;
    let post = site.post_for(&people[0].0, "By bram", Audience::Circle(course.id)).await.to_string();
    let help = "a dictionary, and a machine for the commas";
    let sent = people[0].1.post(&format!("{}hand-in", it.url()), &[("post", &*post), ("help", help)]).await;
    assert_eq!(sent.status, 303);
    let form = draws(&it, &mut people[1].1).await;
    assert!(people[1].1.get(&form).await.text("main").contains(help));
    let work = teaches.get(&format!("{}work/", it.url())).await;
    let piece = work.attributes(".rows a[href*='/work/']", "href").remove(0);
    let piece = teaches.get(&piece).await.text("main");
    assert!(piece.contains(help));
    for word in ["score", "Score", "%", "likely"] {
        assert!(!piece.contains(word), "{word}: {piece}");
    }
}
