use std::collections::{BTreeSet, HashMap};

use super::{MOST_MOVED, NEAR, PAGE, Place, Which, moved_since, page, places, store};
use crate::{
    checks::testing::Site,
    ids::{ConversationId, MemberId, PostId, Timestamp},
    links::watches::{self, Level, Subject},
    people::members::Member,
    run,
    talk::comments,
};

/// The same chance every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, of: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap() % of
    }
}

/// A conversation without anything but its place in the river.
#[derive(Clone, Copy)]
struct Bare {
    id: i64,
    place: i64,
    author: i64,
    audience: i64,
    count: i64,
    changed_at: i64,
}

impl Bare {
    const fn key(&self) -> (i64, i64) {
        (self.changed_at, self.id)
    }
}

async fn put(site: &Site, circles: &[i64], all: &[Bare]) {
    site.app
        .db
        .always(async |tx| {
            for circle in circles {
                let sql = "insert into circle (id, kind, address, name, made_at) values ($1, 'tribe', $2, $3, 0)";
                run!(tx, sql, circle, format!("tribe-{circle}"), format!("Tribe {circle}"))?;
            }
            for it in all {
                run!(
                    tx,
                    "insert into conversation (id, kind, place, author, audience, count, opened_at, changed_at, lang,
                                               path, title)
                     values ($1, 'discussion', $2, $3, $4, $5, 0, $6, 'en', '/somewhere/', 'Something')",
                    it.id,
                    it.place,
                    it.author,
                    it.audience,
                    it.count,
                    it.changed_at
                )?;
            }
            Ok(())
        })
        .await
        .unwrap();
}

async fn join(site: &Site, member: MemberId, circles: &[i64]) {
    site.app
        .db
        .always(async |tx| {
            for circle in circles {
                run!(tx, "insert into membership values ($1, $2, 'member', 0)", member, circle)?;
            }
            Ok(())
        })
        .await
        .unwrap();
}

async fn follow(site: &Site, member: MemberId, kind: &str, subject: i64, level: &str) {
    site.app
        .db
        .always(async |tx| {
            let sql = "insert into watch (member, kind, subject, level, why, since)
                       values ($1, $2, $3, $4, 'chosen', 0) on conflict do nothing";
            run!(tx, sql, member, kind, subject, level)?;
            Ok(())
        })
        .await
        .unwrap();
}

fn ids(places: &[Place]) -> Vec<i64> {
    places.iter().map(|place| place.id.0).collect()
}

/// The whole river, page by page.
async fn whole(site: &Site, reader: MemberId, which: Which, limit: i64) -> Vec<i64> {
    let (mut all, mut after) = (vec![], Place::END);
    loop {
        let mut conn = site.app.db.read().await.unwrap();
        let found = places(&mut conn, reader, which, after, limit).await.unwrap();
        all.extend(ids(&found));
        match found.last() {
            Some(last) if found.len() == usize::try_from(limit).unwrap() => after = *last,
            _ => return all,
        }
    }
}

/// Everything by the rules, without any index or bound.
fn by_the_rules(all: &[Bare], may: impl Fn(&Bare) -> bool) -> Vec<i64> {
    let mut keys: Vec<(i64, i64)> = all.iter().filter(|it| it.count > 0 && may(it)).map(Bare::key).collect();
    keys.sort_unstable_by(|one, other| other.cmp(one));
    keys.into_iter().map(|(_, id)| id).collect()
}

#[tokio::test]
async fn among_thousands_at_random_each_step_finds_what_the_rules_say_and_nothing_else() {
    let site = Site::new().await;
    let mut people = vec![];
    for handle in ["ada", "chidi", "dora", "emil"] {
        people.push(site.member(handle).await.0.id.0);
    }
    let reader = people[0];
    let mut chance = Chance(1906);
    let circles: Vec<i64> = (1001..1061).collect();
    let all: Vec<Bare> = (1..=2000)
        .map(|number| Bare {
            id: 10_000 + number,
            place: 500 + chance.below(12),
            author: people[usize::try_from(chance.below(4)).unwrap()],
            audience: match chance.below(10) {
                0 => 0,
                1 => 1,
                2 => 2,
                _ => 1001 + chance.below(60),
            },
            count: i64::from(chance.below(8) > 0),
            // Many share a moment.
            changed_at: 1 + chance.below(400),
        })
        .collect();
    put(&site, &circles, &all).await;
    let mine: Vec<i64> = (0..50).map(|_| 1001 + chance.below(60)).collect::<BTreeSet<_>>().into_iter().collect();
    join(&site, MemberId(reader), &mine).await;

    let listed = |it: &Bare| [1, 2].contains(&it.audience) || mine.contains(&it.audience);
    let public = |it: &Bare| it.audience == 1;
    for limit in [7, 20] {
        assert_eq!(whole(&site, MemberId(reader), Which::All, limit).await, by_the_rules(&all, listed));
        assert_eq!(whole(&site, MemberId(0), Which::All, limit).await, by_the_rules(&all, public));
    }

    // What is followed: conversations, places and people, and some of it muted.
    let mut watched: HashMap<(&str, i64), &str> = HashMap::new();
    for _ in 0..180 {
        let level = ["now", "digest", "list", "mute"][usize::try_from(chance.below(4)).unwrap()];
        watched.entry(("conversation", 10_001 + chance.below(2000))).or_insert(level);
    }
    for (key, level) in [(("blog", 503), "digest"), (("blog", 507), "mute"), (("member", people[2]), "list")] {
        watched.insert(key, level);
    }
    for ((kind, subject), level) in &watched {
        follow(&site, MemberId(reader), kind, *subject, level).await;
    }
    let is = |key: (&'static str, i64)| watched.get(&key).is_some_and(|level| *level != "mute");
    let followed = |it: &Bare| {
        let muted = watched.get(&("conversation", it.id)) == Some(&"mute");
        let follows = is(("conversation", it.id)) || is(("blog", it.place)) || is(("member", it.author));
        listed(it) && !muted && follows
    };
    let expected = by_the_rules(&all, followed);
    assert!(expected.len() > 100, "{}", expected.len());
    assert_eq!(whole(&site, MemberId(reader), Which::Followed, 20).await, expected);
    let mut conn = site.app.db.read().await.unwrap();
    for _ in 0..20 {
        let after = Place { changed_at: Timestamp(chance.below(420)), id: ConversationId(10_000 + chance.below(2100)) };
        let before = |id: &&i64| {
            let it = all[usize::try_from(**id - 10_001).unwrap()];
            it.key() < (after.changed_at.0, after.id.0)
        };
        let expect = |whole: &[i64]| -> Vec<i64> { whole.iter().filter(before).copied().take(20).collect() };
        let reader = MemberId(reader);
        let (whole, mine) = (by_the_rules(&all, listed), &expected);
        assert_eq!(ids(&store::near(&mut conn, reader, after, 20, 3000).await.unwrap()), expect(&whole));
        assert_eq!(ids(&store::merged(&mut conn, reader, after, 20).await.unwrap()), expect(&whole));
        assert_eq!(ids(&store::near_followed(&mut conn, reader, after, 20, 3000).await.unwrap()), expect(mine));
        assert_eq!(ids(&store::merged_followed(&mut conn, reader, after, 20).await.unwrap()), expect(mine));
    }
}

#[tokio::test]
async fn whoever_is_in_small_circles_finds_them_behind_a_thousand_that_they_may_not_read() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let bare = |id, audience, changed_at| Bare { id, place: 7, author: ines.id.0, audience, count: 1, changed_at };
    let mut all: Vec<Bare> = (1..=NEAR + 50).map(|at| bare(20_000 + at, 2001, 5000 + at)).collect();
    all.extend([bare(1, 2002, 40), bare(2, 2003, 30), bare(3, 1, 20), bare(4, 2, 10)]);
    put(&site, &[2001, 2002, 2003], &all).await;
    join(&site, bram.id, &[2002, 2003]).await;
    assert_eq!(whole(&site, bram.id, Which::All, 2).await, [1, 2, 3, 4]);
    assert_eq!(whole(&site, MemberId(0), Which::All, 2).await, [3]);
}

async fn lines(site: &Site, reader: Option<&Member>, which: Which) -> Vec<(String, i64, i64)> {
    let mut conn = site.app.db.read().await.unwrap();
    let lines = page(&mut conn, reader.map(|reader| reader.id), which, Place::END).await.unwrap();
    lines.into_iter().map(|line| (line.title.clone(), line.count, line.unread())).collect()
}

fn line(title: &str, count: i64, unread: i64) -> (String, i64, i64) {
    (title.into(), count, unread)
}

async fn open(site: &Site, member: &Member, post: PostId) {
    site.app.db.always(async |tx| comments::visit(tx, member.id, post.into()).await).await.unwrap();
}

#[tokio::test]
async fn what_a_reader_may_not_read_is_in_no_line_and_in_no_number() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (carol, _) = site.member("carol").await;
    let (open_one, narrow) = (site.post(&ines, "For all").await, site.post(&ines, "Among a few").await);
    put(&site, &[3001], &[]).await;
    join(&site, bram.id, &[3001]).await;
    site.app
        .db
        .always(async |tx| {
            run!(tx, "update conversation set audience = 3001 where id = $1", narrow)?;
            Ok(())
        })
        .await
        .unwrap();
    for member in [&bram, &carol] {
        open(&site, member, narrow).await;
        open(&site, member, open_one).await;
        follow(&site, member.id, "conversation", narrow.0, "digest").await;
    }
    site.pass_minutes(5);
    let since = Place { changed_at: site.now(), id: ConversationId(0) };
    site.comment(&ines, open_one, None, "One.").await;
    site.pass_minutes(5);
    site.comment(&ines, narrow, None, "Two.").await;
    let moved = async |reader: Option<&Member>, which| {
        let mut conn = site.app.db.read().await.unwrap();
        moved_since(&mut conn, reader.map(|reader| reader.id), which, since).await.unwrap()
    };
    let both = vec![line("Among a few", 1, 1), line("For all", 1, 1)];
    assert_eq!(lines(&site, Some(&bram), Which::All).await, both);
    assert_eq!(lines(&site, Some(&bram), Which::Followed).await, both[..1]);
    assert_eq!(lines(&site, Some(&carol), Which::All).await, both[1..]);
    assert_eq!(lines(&site, Some(&carol), Which::Followed).await, []);
    assert_eq!(lines(&site, None, Which::All).await, [line("For all", 1, 0)]);
    assert_eq!((moved(Some(&bram), Which::All).await, moved(Some(&bram), Which::Followed).await), (2, 1));
    assert_eq!((moved(Some(&carol), Which::All).await, moved(Some(&carol), Which::Followed).await), (1, 0));
    assert_eq!(moved(None, Which::All).await, 1);
    assert_eq!(moved(Some(&ines), Which::All).await, 0, "what one said oneself is no news");
}

#[tokio::test]
async fn paging_neither_loses_nor_repeats_while_conversations_move() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let mut posts = vec![];
    for number in 0..50 {
        posts.push(site.post(&ines, &format!("Post {number}")).await);
        if number % 3 == 0 {
            site.pass_minutes(1);
        }
        site.comment(&ines, posts[number], None, "Well?").await;
    }
    let (mut after, mut seen, mut moved) = (Place::END, vec![], vec![]);
    loop {
        let mut conn = site.app.db.read().await.unwrap();
        let found = page(&mut conn, Some(bram.id), Which::All, after).await.unwrap();
        drop(conn);
        seen.extend(found.iter().take(PAGE).map(|line| line.place.id.0));
        if found.len() <= PAGE {
            break;
        }
        after = found[PAGE - 1].place;
        // One that was seen moves up, and one that was not.
        for post in [posts[45], posts[moved.len()]] {
            site.pass_minutes(1);
            site.comment(&ines, post, None, "And?").await;
        }
        moved.push(posts[moved.len()].0);
    }
    let distinct: BTreeSet<i64> = seen.iter().copied().collect();
    assert_eq!(distinct.len(), seen.len(), "nothing stands there twice");
    // What moved before it was come to is on the first page again, and nothing else is missing.
    let missing: Vec<i64> = posts.iter().map(|post| post.0).filter(|id| !distinct.contains(id)).collect();
    assert!(missing.iter().all(|id| moved.contains(id)), "{missing:?}");
    let mut conn = site.app.db.read().await.unwrap();
    let first = page(&mut conn, Some(bram.id), Which::All, Place::END).await.unwrap();
    assert!(missing.iter().all(|id| first.iter().any(|line| line.place.id.0 == *id)));
}

#[tokio::test]
async fn what_is_muted_is_not_among_what_one_follows_and_is_quiet_among_all() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (loud, other) = (site.post(&ines, "Loud").await, site.post(&ines, "Other").await);
    let blog = site.blog_of(&ines).await;
    follow(&site, bram.id, "blog", blog.0, "digest").await;
    for post in [loud, other] {
        open(&site, &bram, post).await;
    }
    site.pass_minutes(5);
    let since = Place { changed_at: site.now(), id: ConversationId(0) };
    site.comment(&ines, other, None, "Once.").await;
    site.pass_minutes(5);
    site.comment(&ines, loud, None, "Again and again.").await;
    let choose = async |level| {
        let subject = Subject::Conversation(loud.into());
        site.app.db.always(async |tx| watches::choose(tx, bram.id, subject, level).await).await.unwrap();
    };
    assert_eq!(lines(&site, Some(&bram), Which::Followed).await, [line("Loud", 1, 1), line("Other", 1, 1)]);
    choose(Level::Mute).await;
    assert_eq!(lines(&site, Some(&bram), Which::Followed).await, [line("Other", 1, 1)], "though the blog is followed");
    assert_eq!(lines(&site, Some(&bram), Which::All).await, [line("Loud", 1, 0), line("Other", 1, 1)]);
    let mut conn = site.app.db.read().await.unwrap();
    assert_eq!(moved_since(&mut conn, Some(bram.id), Which::All, since).await.unwrap(), 1);
    drop(conn);
    choose(Level::List).await;
    assert_eq!(lines(&site, Some(&bram), Which::Followed).await.len(), 2);
}

#[tokio::test]
async fn what_is_written_under_a_tag_or_by_a_person_one_follows_is_among_what_one_follows() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (emil, _) = site.member("emil").await;
    let (bram, _) = site.member("bram").await;
    let (tagged, plain, by_emil) =
        (site.post(&ines, "Tagged").await, site.post(&ines, "Plain").await, site.post(&emil, "Emil's").await);
    let blog = site.blog_of(&ines).await;
    site.app
        .db
        .always(async |tx| {
            run!(tx, "insert into term (id, blog, kind, slug, name) values (4001, $1, 'tag', 'pumps', 'Pumps')", blog)?;
            run!(tx, "insert into post_term (post, term) values ($1, 4001)", tagged)?;
            Ok(())
        })
        .await
        .unwrap();
    follow(&site, bram.id, "term", 4001, "list").await;
    follow(&site, bram.id, "member", emil.id.0, "digest").await;
    for post in [tagged, plain, by_emil] {
        site.pass_minutes(1);
        site.comment(&ines, post, None, "Well?").await;
    }
    assert_eq!(lines(&site, Some(&bram), Which::Followed).await, [line("Emil's", 1, 0), line("Tagged", 1, 0)]);
}

#[tokio::test]
async fn what_was_deleted_or_hidden_is_neither_unread_nor_the_latest() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Pumps").await;
    open(&site, &bram, post).await;
    site.pass_minutes(5);
    let first = site.comment(&ines, post, None, "Stays.").await;
    site.pass_minutes(5);
    let gone = site.comment(&ines, post, Some(first), "Goes.").await;
    let hidden = site.comment(&ines, post, None, "Is hidden.").await;
    assert_eq!(lines(&site, Some(&bram), Which::All).await, [line("Pumps", 3, 3)]);
    let mut conn = site.app.db.read().await.unwrap();
    let (gone, hidden) = (
        comments::by_id(&mut conn, gone).await.unwrap().unwrap(),
        comments::by_id(&mut conn, hidden).await.unwrap().unwrap(),
    );
    drop(conn);
    site.app
        .db
        .always(async |tx| {
            comments::delete(tx, &gone).await?;
            comments::hide(tx, &ines, &hidden).await
        })
        .await
        .unwrap();
    let mut conn = site.app.db.read().await.unwrap();
    let found = page(&mut conn, Some(bram.id), Which::All, Place::END).await.unwrap();
    assert_eq!((found[0].count, found[0].unread(), found[0].excerpt(40)), (1, 1, "Stays.".into()));
    assert_eq!(found[0].url(), format!("/comments/{first}"));
}

#[tokio::test]
async fn beyond_a_hundred_nobody_counts_what_moved() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let bare = |id| Bare { id, place: 7, author: ines.id.0, audience: 1, count: 1, changed_at: id };
    put(&site, &[], &(1..=150).map(bare).collect::<Vec<_>>()).await;
    let mut conn = site.app.db.read().await.unwrap();
    assert_eq!(moved_since(&mut conn, None, Which::All, Place::BEGINNING).await.unwrap(), MOST_MOVED);
    let since = Place { changed_at: Timestamp(148), id: ConversationId(148) };
    assert_eq!(moved_since(&mut conn, None, Which::All, since).await.unwrap(), 2);
    assert_eq!(moved_since(&mut conn, None, Which::All, Place::END).await.unwrap(), 0);
}
