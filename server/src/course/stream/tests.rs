use std::collections::BTreeSet;

use super::{Asked, BOUNDS, Bounds, Filter, Kind, Place, Scope, Who, page, page_within, rules, rules::Happened};
use crate::{
    checks::testing::Site,
    ids::{CircleId, ConversationId, MemberId, Timestamp},
    run,
};

/// The same chance every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, of: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(self.0 >> 33).unwrap() % of
    }
}

/// A conversation with nothing in it but who may read it.
#[derive(Clone, Copy)]
struct Bare {
    id: i64,
    kind: &'static str,
    author: i64,
    audience: i64,
    course: Option<i64>,
    opened_at: i64,
    changed_at: i64,
    count: i64,
}

#[derive(Clone, Copy)]
struct Entry {
    id: i64,
    conversation: i64,
    writer: i64,
    at: i64,
    is_hidden: bool,
}

async fn put(site: &Site, circles: &[(i64, &str)], all: &[Bare], entries: &[Entry]) {
    site.app
        .db
        .always(async |tx| {
            for (circle, kind) in circles {
                let sql = "insert into circle (id, kind, address, name, made_at) values ($1, $2, $3, $4, 0)";
                run!(tx, sql, circle, *kind, format!("circle-{circle}"), format!("Circle {circle}"))?;
            }
            for it in all {
                run!(
                    tx,
                    "insert into conversation (id, kind, place, author, audience, course, count, opened_at, changed_at,
                                               lang, path, title)
                     values ($1, $2, 7, $3, $4, $5, $6, $7, $8, 'en', '/somewhere/', 'Something')",
                    it.id,
                    it.kind,
                    it.author,
                    it.audience,
                    it.course,
                    it.count,
                    it.opened_at,
                    it.changed_at
                )?;
            }
            for it in entries {
                let hidden_at = it.is_hidden.then_some(it.at + 1);
                run!(
                    tx,
                    "insert into comment (id, conversation, root, parent_lost, kind, writer, guest_name, guest_email,
                                          guest_website, format, source, html, rendered, created_at, approved_at,
                                          hidden_at, shown)
                     values ($1, $2, $1, false, 'comment', $3, '', '', '', 'markdown', 'Yes.', '<p>Yes.</p>', 99, $4, $4,
                             $5, true)",
                    it.id,
                    it.conversation,
                    it.writer,
                    it.at,
                    hidden_at
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

fn asked(reader: i64, scope: Scope, who: Who, filter: Option<Filter>) -> Asked {
    let reader = (reader > 0).then_some(MemberId(reader));
    Asked { reader, scope, who, filter, names_people: false, after: Place::END }
}

/// Goes through the whole stream, page by page, and sees that it says what the rules say, each thing once and in its order.
async fn compare(site: &Site, asked: Asked, mut expected: Vec<Happened>) {
    expected.sort_unstable_by_key(|it| std::cmp::Reverse(it.place));
    // As it is, and with so little looked at in one step that each way of looking takes its turn.
    let few = Bounds { wanted: 7, near: 20, near_entries: 30, candidates: 60, of_people: 10 };
    for bounds in [BOUNDS, few] {
        compare_within(site, asked, bounds, &expected).await;
    }
}

async fn compare_within(site: &Site, mut asked: Asked, bounds: Bounds, expected: &[Happened]) {
    let (mut at, mut pages) = (0, 0);
    loop {
        let mut conn = site.app.db.read().await.unwrap();
        let found = page_within(&mut conn, &asked, bounds).await.unwrap();
        drop(conn);
        for line in &found.lines {
            let count = usize::try_from(line.count).unwrap();
            assert!(at + count <= expected.len(), "{asked:?}: more than there is: {:?}", line.place);
            let of = &expected[at..at + count];
            assert_eq!((of[0].place, of[count - 1].place.id), (line.place, line.first), "{asked:?}, number {at}");
            assert_eq!(rules::lines(of.to_vec()).len(), 1);
            at += count;
        }
        pages += 1;
        assert!(pages < 2000, "it goes on for ever");
        match found.next {
            Some(next) => {
                assert!(next < asked.after, "each page goes on further back");
                asked.after = next;
            }
            None => break,
        }
    }
    assert_eq!(at, expected.len(), "{asked:?}");
}

/// Conversations, of which many share a moment, and what was said in them.
fn at_random(chance: &mut Chance, people: &[i64]) -> (Vec<Bare>, Vec<Entry>) {
    let mut all: Vec<Bare> = (1..=400)
        .map(|number| {
            let audience = match chance.below(10) {
                0 => 0,
                1 => 1,
                2 => 2,
                _ => 1001 + chance.below(30),
            };
            Bare {
                id: 10_000 + number,
                kind: ["post", "discussion", "discussion"][usize::try_from(chance.below(3)).unwrap()],
                author: people[usize::try_from(chance.below(4)).unwrap()],
                audience,
                course: (chance.below(4) == 0).then_some(1001),
                // Many share a moment.
                opened_at: 1 + chance.below(400),
                changed_at: 0,
                count: 0,
            }
        })
        .collect();
    let entries: Vec<Entry> = (1..=1500)
        .map(|number| {
            let conversation = 10_001 + chance.below(400);
            let writer = people[usize::try_from(chance.below(4)).unwrap()];
            let at = 500 + chance.below(900);
            Entry { id: 50_000 + number, conversation, writer, at, is_hidden: chance.below(9) == 0 }
        })
        .collect();
    for it in &mut all {
        let of = || entries.iter().filter(|entry| entry.conversation == it.id && !entry.is_hidden);
        (it.count, it.changed_at) =
            (i64::try_from(of().count()).unwrap(), of().map(|entry| entry.at).max().unwrap_or(it.opened_at));
    }
    (all, entries)
}

/// All that happened in them, with the conversation it happened in.
fn everything(all: &[Bare], entries: &[Entry]) -> Vec<(Bare, Happened)> {
    let of = |id: i64| all[usize::try_from(id - 10_001).unwrap()];
    all.iter()
        .map(|it| {
            let place = Place { at: Timestamp(it.opened_at), id: it.id };
            let (kind, actor) = (Kind::of(it.kind), Some(MemberId(it.author)));
            (*it, Happened { place, kind, conversation: ConversationId(it.id), actor })
        })
        .chain(entries.iter().filter(|it| !it.is_hidden).map(|it| {
            let place = Place { at: Timestamp(it.at), id: it.id };
            let (conversation, actor) = (ConversationId(it.conversation), Some(MemberId(it.writer)));
            (of(it.conversation), Happened { place, kind: Kind::Comment, conversation, actor })
        }))
        .collect()
}

#[tokio::test]
async fn among_thousands_at_random_every_stream_says_what_the_rules_say_and_nothing_else() {
    let site = Site::new().await;
    let mut people = vec![];
    for handle in ["ada", "chidi", "dora", "emil"] {
        people.push(site.member(handle).await.0.id.0);
    }
    let reader = people[0];
    let mut chance = Chance(1906);
    let circles: Vec<(i64, &str)> = (1001..1031).map(|id| (id, if id == 1001 { "course" } else { "tribe" })).collect();
    let mine: Vec<i64> =
        (0..12).map(|_| 1001 + chance.below(30)).chain([1001]).collect::<BTreeSet<_>>().into_iter().collect();
    let (all, entries) = at_random(&mut chance, &people);
    put(&site, &circles, &all, &entries).await;
    join(&site, MemberId(reader), &mine).await;
    // Somebody is blocked, and two are followed.
    let (blocked, followed) = (people[3], [people[1], people[3]]);
    site.app
        .db
        .always(async |tx| {
            run!(tx, "insert into block (member, blocked, since) values ($1, $2, 0)", reader, blocked)?;
            for one in followed {
                let sql = "insert into watch (member, kind, subject, level, why, since)
                           values ($1, 'member', $2, 'list', 'chosen', 0)";
                run!(tx, sql, reader, one)?;
            }
            Ok(())
        })
        .await
        .unwrap();

    let of = |id: i64| all[usize::try_from(id - 10_001).unwrap()];
    let everything = everything(&all, &entries);
    let expect = |reads: &dyn Fn(&Bare) -> bool, asks: &dyn Fn(&Bare, &Happened) -> bool| -> Vec<Happened> {
        everything.iter().filter(|(bare, it)| reads(bare) && asks(bare, it)).map(|(_, it)| *it).collect()
    };
    let listed = |it: &Bare| [1, 2].contains(&it.audience) || mine.contains(&it.audience);
    let public = |it: &Bare| it.audience == 1;
    let heard = |_: &Bare, it: &Happened| it.actor != Some(MemberId(blocked));
    let anything = |_: &Bare, _: &Happened| true;

    compare(&site, asked(0, Scope::Everywhere, Who::Anyone, None), expect(&public, &anything)).await;
    compare(&site, asked(reader, Scope::Everywhere, Who::Anyone, None), expect(&listed, &heard)).await;
    for filter in [Filter::Posts, Filter::Comments, Filter::Discussions, Filter::Modules] {
        let only = |bare: &Bare, it: &Happened| heard(bare, it) && filter.takes(it.kind);
        compare(&site, asked(reader, Scope::Everywhere, Who::Anyone, Some(filter)), expect(&listed, &only)).await;
    }
    let in_course =
        |bare: &Bare, it: &Happened| heard(bare, it) && (bare.course == Some(1001) || bare.audience == 1001);
    let course = Scope::Course(CircleId(1001));
    compare(
        &site,
        asked(reader, course, Who::Anyone, None),
        expect(&listed, &in_course)
            .into_iter()
            .filter(|it| {
                // A discussion is of the course by the circle it is for.
                it.kind != Kind::Discussion || of(it.place.id).audience == 1001
            })
            .collect(),
    )
    .await;
    let tribe = *mine.last().unwrap();
    let in_tribe = |bare: &Bare, it: &Happened| heard(bare, it) && bare.audience == tribe;
    compare(&site, asked(reader, Scope::Tribe(CircleId(tribe)), Who::Anyone, None), expect(&listed, &in_tribe)).await;
    let by = |_: &Bare, it: &Happened| it.actor == Some(MemberId(people[1]));
    compare(&site, asked(reader, Scope::Everywhere, Who::Member(MemberId(people[1])), None), expect(&listed, &by))
        .await;
    compare(&site, asked(reader, Scope::Everywhere, Who::Followed, None), expect(&listed, &by)).await;
    compare(&site, asked(reader, Scope::Everywhere, Who::Member(MemberId(blocked)), None), vec![]).await;
    let by_in_course =
        |bare: &Bare, it: &Happened| by(bare, it) && (bare.course == Some(1001) || bare.audience == 1001);
    compare(&site, asked(reader, course, Who::Member(MemberId(people[1])), None), expect(&listed, &by_in_course)).await;
}

#[tokio::test]
async fn whoever_reads_little_finds_it_on_the_first_page_behind_thousands_of_entries_of_others() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let bare = |id, audience, changed_at, count| Bare {
        id,
        kind: "discussion",
        author: ines.id.0,
        audience,
        course: None,
        opened_at: id,
        changed_at,
        count,
    };
    let most = BOUNDS.near_entries * 6;
    let mut all = vec![bare(1, 2001, 100_000, most), bare(2, 2002, 20, 1), bare(3, 1, 10, 1)];
    all.extend((0..1200).map(|number| bare(1_000 + number, 2001, 0, 0)));
    let entry = |id, conversation, at| Entry { id, conversation, writer: ines.id.0, at, is_hidden: false };
    let mut entries: Vec<Entry> = (0..most).map(|number| entry(100_000 + number, 1, 5_000 + number)).collect();
    entries.extend([entry(77, 2, 20), entry(78, 3, 10)]);
    put(&site, &[(2001, "tribe"), (2002, "tribe")], &all, &entries).await;
    join(&site, bram.id, &[2002]).await;
    let mut conn = site.app.db.read().await.unwrap();
    for (reader, expected) in [(bram.id.0, vec![77, 78, 3, 2]), (0, vec![78, 3])] {
        let found = page(&mut conn, &asked(reader, Scope::Everywhere, Who::Anyone, None)).await.unwrap();
        assert_eq!(found.lines.iter().map(|line| line.place.id).collect::<Vec<_>>(), expected);
        assert_eq!(found.next, None, "and there is nothing more to look for");
    }
}
