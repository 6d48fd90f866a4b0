use std::collections::{BTreeMap, BTreeSet};

use super::{By, NoPlacing, all, claim, let_go, place, pulses, store, unanswered};
use crate::{
    audiences::circles::{self, Part},
    checks::{
        access_courses::{course, draft, put},
        testing::Site,
    },
    course::{
        courses::{self, Course},
        discussions,
        homerooms::{self, State},
    },
    ids::{CircleId, Clock, MemberId, PostId},
    kit::{
        db::{Db, Location, Tx},
        i18n::Lang,
    },
    links::watches::{self, Level, Subject},
    people::{
        about::{self, About, Field, Viewers},
        members::{Member, Role},
    },
    talk::{conversations, posts::Audience},
};

fn name(number: i64) -> String {
    format!("Homeroom {number}")
}

async fn with_people(site: &Site, count: usize) -> (Course, Member, Vec<Member>) {
    let (ines, _) = site.member_as("ines", Role::Instructor).await;
    let course = course(site, &ines, "open", &draft("Open")).await;
    let mut people = vec![];
    for number in 0..count {
        let (member, _) = site.member(&format!("reader{number}")).await;
        put(site, &course, member.id, Part::Member).await;
        people.push(member);
    }
    (course, ines, people)
}

async fn sizes(site: &Site, course: &Course) -> Vec<i64> {
    all(&mut site.app.db.read().await.unwrap(), course.id).await.unwrap().iter().map(|room| room.taken).collect()
}

#[tokio::test]
async fn everybody_comes_into_one_of_few_even_homerooms_and_late_ones_into_the_smallest() {
    let site = Site::new().await;
    let (course, _, people) = with_people(&site, 13).await;
    let placed = site.app.db.change(async |tx| place(tx, &course, 5, By::Chance, name).await).await.unwrap();
    assert_eq!(placed, Ok(13));
    assert_eq!(sizes(&site, &course).await, [5, 4, 4]);
    assert_eq!(
        site.app.db.change(async |tx| place(tx, &course, 5, By::Chance, name).await).await.unwrap(),
        Err(NoPlacing::Nobody)
    );
    // Two come late, each into the smallest; nobody is moved.
    let mut before = BTreeMap::new();
    for member in &people {
        let room = homerooms::of(&mut site.app.db.read().await.unwrap(), course.id, member.id).await.unwrap().unwrap();
        before.insert(member.id, room.id);
    }
    for handle in ["late", "later"] {
        let (member, _) = site.member(handle).await;
        site.app.db.always(async |tx| courses::join(tx, &course, member.id, "").await).await.unwrap();
    }
    assert_eq!(sizes(&site, &course).await, [5, 5, 5]);
    for (member, room) in before {
        let now = homerooms::of(&mut site.app.db.read().await.unwrap(), course.id, member).await.unwrap().unwrap();
        assert_eq!(now.id, room);
    }
}

#[tokio::test]
async fn people_whose_days_are_at_the_same_time_come_together() {
    let site = Site::new().await;
    let (course, _, people) = with_people(&site, 6).await;
    for (number, member) in people.iter().enumerate() {
        let zone = if number % 2 == 0 { "America/Lima" } else { "Asia/Tokyo" };
        site.app
            .db
            .always(async |tx| {
                crate::run!(tx, "update member set time_zone = $2 where id = $1", member.id, zone)?;
                Ok(())
            })
            .await
            .unwrap();
    }
    site.app.db.change(async |tx| place(tx, &course, 3, By::Zone, name).await).await.unwrap().unwrap();
    let mut rooms = BTreeMap::new();
    for (number, member) in people.iter().enumerate() {
        let room = homerooms::of(&mut site.app.db.read().await.unwrap(), course.id, member.id).await.unwrap().unwrap();
        rooms.entry(room.id).or_insert_with(Vec::new).push(number % 2);
    }
    assert!(rooms.values().all(|kinds| kinds.iter().all(|kind| kind == &kinds[0])), "{rooms:?}");
}

#[tokio::test]
async fn colleagues_come_into_one_homeroom_or_into_different_ones() {
    for (by, homerooms) in [(By::Together, [1, 1]), (By::Apart, [2, 2])] {
        let site = Site::new().await;
        let (course, _, people) = with_people(&site, 8).await;
        // Of two workplaces there are two people each; somebody else keeps theirs to themselves.
        for (number, said) in ["A school", "a  School", "The mill", "The mill", "The mill"].into_iter().enumerate() {
            let mut about = About::default();
            let viewers = if number == 4 { Viewers::Me } else { Viewers::Members };
            about.say(Field::Workplace, said, viewers);
            site.app.db.always(async |tx| about::set(tx, people[number].id, &about).await).await.unwrap();
        }
        site.app.db.change(async |tx| place(tx, &course, 4, by, name).await).await.unwrap().unwrap();
        assert_eq!(sizes(&site, &course).await, [4, 4]);
        let mut rooms = vec![];
        for member in &people {
            let room = homerooms::of(&mut site.app.db.read().await.unwrap(), course.id, member.id).await.unwrap();
            rooms.push(room.unwrap().id);
        }
        let of = |pair: [usize; 2]| pair.map(|number| rooms[number]).into_iter().collect::<BTreeSet<_>>().len();
        assert_eq!([of([0, 1]), of([2, 3])], homerooms, "{by:?}");
        // Whoever comes late and says the same is put where they belong, as far as sizes stay even.
        for (handle, said) in [("late", "A school"), ("later", "Elsewhere")] {
            let (member, _) = site.member(handle).await;
            let mut about = About::default();
            about.say(Field::Workplace, said, Viewers::Members);
            site.app.db.always(async |tx| about::set(tx, member.id, &about).await).await.unwrap();
            put(&site, &course, member.id, Part::Member).await;
            let moved = async |tx: &mut Tx| homerooms::move_to(tx, course.id, member.id, None).await;
            site.app.db.always(moved).await.unwrap();
        }
        site.app.db.change(async |tx| place(tx, &course, 4, by, name).await).await.unwrap().unwrap();
        assert_eq!(sizes(&site, &course).await, [5, 5]);
    }
}

#[tokio::test]
async fn whoever_is_moved_or_leaves_reads_in_their_old_homeroom_no_more() {
    let site = Site::new().await;
    let (course, _, people) = with_people(&site, 4).await;
    site.app.db.change(async |tx| place(tx, &course, 2, By::Chance, name).await).await.unwrap().unwrap();
    let mover = people[0].id;
    let room_of = async |member: MemberId| {
        homerooms::of(&mut site.app.db.read().await.unwrap(), course.id, member).await.unwrap()
    };
    let old = room_of(mover).await.unwrap();
    let rooms = all(&mut site.app.db.read().await.unwrap(), course.id).await.unwrap();
    let other = rooms.iter().find(|room| room.id != old.id).unwrap();
    assert!(
        site.app.db.always(async |tx| homerooms::move_to(tx, course.id, mover, Some(other.id)).await).await.unwrap()
    );
    assert_eq!(room_of(mover).await.unwrap().id, other.id);
    assert_eq!(sizes(&site, &course).await.iter().sum::<i64>(), 4);
    let part = async |circle| circles::part(&mut site.app.db.read().await.unwrap(), circle, mover).await.unwrap();
    assert_eq!((part(old.id).await, part(other.id).await), (None, Some(Part::Member)));
    site.app.db.change(async |tx| courses::leave(tx, &course, mover).await).await.unwrap().unwrap();
    assert_eq!(part(other.id).await, None);
    assert!(room_of(mover).await.is_none());
    assert_eq!(sizes(&site, &course).await.iter().sum::<i64>(), 3);
}

async fn written_for(site: &Site, course: &Course, by: &Member, title: &str) -> PostId {
    let post = site.post_for(by, title, Audience::Circle(course.id)).await;
    site.app.db.always(async |tx| conversations::assign(tx, post.into(), Some(course.id), None).await).await.unwrap();
    post
}

#[tokio::test]
async fn what_nobody_answered_is_listed_newcomers_first_until_somebody_else_answers() {
    let site = Site::new().await;
    let (course, ines, people) = with_people(&site, 2).await;
    let (old, new) = (&people[0], &people[1]);
    for title in ["First", "Second", "Third"] {
        written_for(&site, &course, old, title).await;
    }
    site.pass_minutes(60);
    let fresh = written_for(&site, &course, new, "Hello").await;
    let list = async || {
        let mut conn = site.app.db.read().await.unwrap();
        let all = unanswered(&mut conn, ines.id, course.id, None, site.now(), 24).await.unwrap();
        all.into_iter().map(|it| it.title).collect::<Vec<_>>()
    };
    assert!(list().await.is_empty());
    site.pass_minutes(25 * 60);
    assert_eq!(list().await, ["Hello", "First", "Second", "Third"]);
    // One's own words are no answer; somebody else's are, until they are hidden.
    site.comment(new, fresh, None, "Is anybody there?").await;
    assert_eq!(list().await.len(), 4);
    let answer = site.comment(&ines, fresh, None, "Welcome!").await;
    assert_eq!(list().await, ["First", "Second", "Third"]);
    conversations::forget_answered(&site.app.db).await.unwrap();
    let mut authors = site.signed_in(new.id).await;
    assert_eq!(authors.post(&format!("/comments/{answer}/hide"), &[]).await.status, 303);
    assert_eq!(list().await.first().map(String::as_str), Some("Hello"));
    // The question in it waits for an answer by itself.
    site.pass_minutes(25 * 60);
    assert_eq!(list().await.len(), 5);
}

#[tokio::test]
async fn of_two_guides_who_want_to_answer_one_is_told_that_the_other_does() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (gwen, _) = site.member("gwen").await;
    let take = async |guide: MemberId| site.app.db.always(async |tx| claim(tx, 77, guide).await).await.unwrap();
    assert!(take(ines.id).await && take(ines.id).await);
    assert!(!take(gwen.id).await);
    site.app.db.always(async |tx| let_go(tx, 77, gwen.id).await).await.unwrap();
    assert!(!take(gwen.id).await);
    site.app.db.always(async |tx| let_go(tx, 77, ines.id).await).await.unwrap();
    assert!(take(gwen.id).await);
    site.pass_minutes(homerooms::CLAIM_MINUTES + 1);
    assert!(take(ines.id).await);
}

#[tokio::test]
async fn the_pulse_says_who_is_silent_and_who_writes_and_is_answered() {
    let site = Site::new().await;
    let (course, ines, people) = with_people(&site, 2).await;
    site.app.db.change(async |tx| place(tx, &course, 35, By::Chance, name).await).await.unwrap().unwrap();
    let room = all(&mut site.app.db.read().await.unwrap(), course.id).await.unwrap().remove(0);
    site.pass_minutes(8 * 24 * 60);
    let post = written_for(&site, &course, &people[0], "My week").await;
    site.comment(&ines, post, None, "Well said").await;
    let mut conn = site.app.db.read().await.unwrap();
    let of = |list: &[homerooms::Pulse], id| list.iter().find(|it| it.member == id).cloned().unwrap();
    let list = pulses(&mut conn, course.id, room.id).await.unwrap();
    let (writes, silent) = (of(&list, people[0].id), of(&list, people[1].id));
    assert_eq!((writes.posts, writes.answered), (1, 1));
    assert_eq!((writes.state(0, site.now()), silent.state(0, site.now())), (State::Thriving, State::Silent));
}

#[tokio::test]
async fn whoever_is_placed_follows_their_homeroom_unless_they_said_how() {
    let site = Site::new().await;
    let (course, _, people) = with_people(&site, 4).await;
    let room = site.app.db.change(async |tx| place(tx, &course, 4, By::Chance, name).await).await.unwrap();
    assert_eq!(room, Ok(4));
    let room = all(&mut site.app.db.read().await.unwrap(), course.id).await.unwrap().remove(0);
    let subject = Subject::Circle(room.id);
    let level = async |member: MemberId| {
        let watch = watches::find(&mut site.app.db.read().await.unwrap(), member, subject).await.unwrap();
        watch.map(|watch| watch.level)
    };
    for member in &people {
        assert_eq!(level(member.id).await, Some(Level::Digest));
    }
    // They are taken out and come back: what they chose meanwhile stays.
    let chooser = people[0].id;
    site.app.db.always(async |tx| homerooms::move_to(tx, course.id, chooser, None).await).await.unwrap();
    assert_eq!(level(chooser).await, None);
    site.app.db.always(async |tx| watches::choose(tx, chooser, subject, Level::Mute).await).await.unwrap();
    site.app.db.change(async |tx| place(tx, &course, 4, By::Chance, name).await).await.unwrap().unwrap();
    assert_eq!(level(chooser).await, Some(Level::Mute));
    assert_eq!(sizes(&site, &course).await, [4]);
}

#[tokio::test]
async fn many_who_come_late_at_once_fill_the_smallest_homerooms_first() {
    let site = Site::new().await;
    let (course, ines, people) = with_people(&site, 7).await;
    site.app.db.change(async |tx| place(tx, &course, 3, By::Chance, name).await).await.unwrap().unwrap();
    for member in &people[..3] {
        site.app.db.always(async |tx| homerooms::move_to(tx, course.id, member.id, None).await).await.unwrap();
    }
    let before = sizes(&site, &course).await;
    site.app.db.change(async |tx| place(tx, &course, 3, By::Zone, name).await).await.unwrap().unwrap();
    let after = sizes(&site, &course).await;
    assert_eq!((before.iter().sum::<i64>(), after.iter().sum::<i64>()), (4, 7));
    assert!(after.iter().max().unwrap() - after.iter().min().unwrap() <= 1, "{before:?} {after:?}");
    assert!(before.iter().zip(&after).all(|(before, after)| before <= after), "nobody is moved");
    assert!(courses::staff(&mut site.app.db.read().await.unwrap(), &course).await.unwrap()[0].member == ines.id);
}

#[tokio::test]
async fn how_it_stands_with_people_is_found_by_what_each_of_them_wrote() {
    let folder = tempfile::tempdir().unwrap();
    let place = Location::File(folder.path().join("lyceum.sqlite"));
    let db = Db::open(&place, Clock::System, Some(1)).await.unwrap();
    let mut conn = db.read().await.unwrap();
    let explain = || sqlx::AssertSqlSafe(format!("explain query plan {}", store::PULSES));
    let plan: Vec<(i64, i64, i64, String)> = crate::all!(conn, explain(), 7_i64, 8_i64).unwrap();
    let steps: Vec<&str> = plan.iter().map(|(.., step)| step.as_str()).collect();
    let has = |how: &str| steps.iter().any(|step| step.starts_with(how));
    assert!(has("SEARCH w USING INDEX conversation_author_course (author=? AND course=? AND module=?)"), "{steps:#?}");
    assert!(has("SEARCH v USING INDEX conversation_author_course (author=? AND course=?)"), "{steps:#?}");
    assert!(has("SEARCH c USING INDEX comment_writer (writer=?"), "{steps:#?}");
    assert!(has("SEARCH e USING INDEX enrolment_homeroom (homeroom=?)"), "{steps:#?}");
    let looks_at_all = ["conversation_course", "conversation_module", "comment_news", "comment_top"];
    let of_all = |step: &&str| looks_at_all.iter().any(|index| step.contains(index)) && !step.starts_with("SEARCH a");
    assert!(!steps.iter().any(of_all), "{steps:#?}");
}

#[tokio::test]
async fn what_is_begun_in_a_homeroom_waits_for_an_answer_as_posts_do() {
    let site = Site::new().await;
    let (course, ines, people) = with_people(&site, 4).await;
    site.app.db.change(async |tx| place(tx, &course, 2, By::Chance, name).await).await.unwrap().unwrap();
    let rooms = all(&mut site.app.db.read().await.unwrap(), course.id).await.unwrap();
    let room_of = async |member: &Member| {
        homerooms::of(&mut site.app.db.read().await.unwrap(), course.id, member.id).await.unwrap().unwrap()
    };
    let (gwen, _) = site.member("gwen").await;
    put(&site, &course, gwen.id, Part::Guide).await;
    let room = room_of(&people[0]).await;
    site.app.db.always(async |tx| homerooms::give_guide(tx, &course, room.id, gwen.id).await).await.unwrap();
    let begin = async |by: &Member, room: CircleId, url: String, title: &str| {
        let draft = discussions::Draft { title: title.into(), source: "Who knows?".into(), lang: Lang::En };
        let text = discussions::render(&mut site.app.db.read().await.unwrap(), &draft, false).await.unwrap();
        let group = discussions::Group { circle: room, url: &url };
        site.app.db.always(async |tx| discussions::begin(tx, by.id, group, &draft, &text).await).await.unwrap()
    };
    for title in ["First", "Second"] {
        written_for(&site, &course, &people[0], title).await;
    }
    site.pass_minutes(60);
    let hello = begin(&people[0], room.id, room.url(), "Where is the key?").await;
    begin(&gwen, room.id, room.url(), "Welcome to all").await;
    let mate = people.iter().skip(1).find(|it| it.id != people[0].id).unwrap();
    let mates = room_of(mate).await;
    let list = async |guide: &Member, room: Option<CircleId>| {
        let mut conn = site.app.db.read().await.unwrap();
        let all = unanswered(&mut conn, guide.id, course.id, room, site.now(), 24).await.unwrap();
        all.into_iter().map(|it| it.title).collect::<Vec<_>>()
    };
    site.pass_minutes(25 * 60);
    assert_eq!(list(&gwen, Some(room.id)).await, ["First", "Second", "Where is the key?"]);
    assert_eq!(list(&gwen, None).await, ["First", "Second", "Where is the key?"], "in the whole course, too");
    assert_eq!(list(&ines, None).await, ["First", "Second"], "whoever is not in the homeroom reads nothing of it");
    let other = rooms.iter().find(|it| it.id != room.id).unwrap();
    assert!(list(&gwen, Some(other.id)).await.is_empty());
    // A question asked beneath is one, too, and an answer ends both.
    let id = PostId(hello.0);
    if mates.id == room.id {
        site.comment(mate, id, None, "In the drawer. Is the cupboard locked?").await;
    } else {
        site.comment(&gwen, id, None, "In the drawer.").await;
    }
    assert!(!list(&gwen, Some(room.id)).await.contains(&"Where is the key?".to_owned()));
    // What was begun stays with the homeroom in which it stands, wherever its writer goes.
    let again = begin(&people[0], room.id, room.url(), "And the lamp?").await;
    site.app.db.always(async |tx| homerooms::move_to(tx, course.id, people[0].id, Some(other.id)).await).await.unwrap();
    site.pass_minutes(25 * 60);
    assert!(list(&gwen, Some(room.id)).await.contains(&"And the lamp?".to_owned()), "{again}");
    assert!(!list(&gwen, Some(other.id)).await.contains(&"And the lamp?".to_owned()));
}
