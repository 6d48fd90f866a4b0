//! Several people at once, what stands on the page, and visits.

use std::time::Duration;

use super::{Reply, Since, Text, Writer, store};
use crate::{
    checks::testing::Site,
    ids::{Clock, CommentId, ConversationId, MemberId, Timestamp},
    kit::db::{Db, Location},
    people::community,
    talk::{
        comments::{self, Entry},
        conversations, posts,
    },
    tools::doctor,
};

/// An entry of a member, alone at the top of a conversation, said at the moment of its number.
pub fn entry(id: i64) -> Entry {
    Entry {
        id: CommentId(id),
        conversation: ConversationId(1),
        root: CommentId(id),
        parent: None,
        parent_lost: false,
        kind: "comment".into(),
        writer: Some(MemberId(7)),
        guest_name: String::new(),
        guest_website: String::new(),
        guest_key: None,
        guest_picture: None,
        html: String::new(),
        created_at: Timestamp(id),
        edited_at: None,
        approved_at: Some(Timestamp(id)),
        hidden_at: None,
        deleted_at: None,
        shown: true,
        writer_handle: Some("ines".into()),
        writer_name: Some("Ines".into()),
        writer_picture: None,
        writer_role: Some("participant".into()),
    }
}

#[tokio::test]
async fn a_place_stays_while_something_stands_under_it_however_far_down() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Places").await;
    let mut chain = vec![site.comment(&ines, post, None, "0").await];
    for level in 1..5 {
        chain.push(site.comment(&ines, post, chain.last().copied(), &level.to_string()).await);
    }
    let read =
        async |id: CommentId| comments::by_id(&mut site.app.db.read().await.unwrap(), id).await.unwrap().unwrap();
    let standing = async || {
        let mut shown = vec![];
        for id in &chain {
            shown.push(read(*id).await.shown);
        }
        shown
    };
    let delete = async |at: usize| {
        let entry = read(chain[at]).await;
        site.app.db.always(async |tx| comments::delete(tx, &entry).await).await.unwrap();
    };
    let hide = async |at: usize| {
        let entry = read(chain[at]).await;
        site.app.db.always(async |tx| comments::hide(tx, &ines, &entry).await).await.unwrap();
    };
    delete(1).await;
    hide(2).await;
    delete(3).await;
    assert_eq!(standing().await, [true; 5], "the last of them stands under all");
    hide(4).await;
    assert_eq!(standing().await, [true, false, false, false, false], "and with it they go");
    let last = read(chain[4]).await;
    site.app.db.always(async |tx| comments::unhide(tx, &ines, &last).await).await.unwrap();
    assert_eq!(standing().await, [true; 5], "and come back");
}

#[tokio::test]
async fn a_visit_ends_half_an_hour_after_it_was_last_noted() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let conversation = ConversationId::from(site.post(&ines, "Visits").await);
    let since = async || {
        let mut conn = site.app.db.read().await.unwrap();
        comments::new_since(&mut conn, ines.id, conversation, site.now()).await.unwrap().map(|since| since.at)
    };
    let come = async || {
        let mut conn = site.app.db.read().await.unwrap();
        let news = comments::visit_is_news(&mut conn, ines.id, conversation, site.now()).await.unwrap();
        drop(conn);
        site.app.db.always(async |tx| comments::visit(tx, ines.id, conversation).await).await.unwrap();
        news
    };
    assert_eq!(since().await, None, "whoever was never here knows nothing old");
    assert!(come().await);
    let first = site.now();
    assert!(!come().await, "the same minute is no other visit");
    site.pass_minutes(29);
    assert!(come().await);
    assert_eq!(since().await, Some(first), "still the first visit, which knows no earlier one");
    let last_seen = site.now();
    site.pass_minutes(31);
    assert_eq!(since().await, Some(last_seen), "a new visit counts from the end of the last");
    come().await;
    site.pass_minutes(20);
    come().await;
    assert_eq!(since().await, Some(last_seen), "for as long as it lasts");
}

#[tokio::test]
async fn what_one_has_answered_is_no_news() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "News").await;
    site.app.db.always(async |tx| comments::visit(tx, ines.id, post.into()).await).await.unwrap();
    let seen = site.now();
    site.pass_minutes(60);
    let one = site.comment(&bram, post, None, "One").await;
    let other = site.comment(&bram, post, None, "Another").await;
    let news = async || {
        let mut conn = site.app.db.read().await.unwrap();
        let listed = comments::news(&mut conn, ines.id, &[post.into()]).await.unwrap();
        let here = comments::new_to(&mut conn, post.into(), ines.id, &Since::moment(seen)).await.unwrap();
        assert_eq!(listed.get(&post.into()).copied().unwrap_or_default(), here);
        (here.count, here.first)
    };
    assert_eq!(news().await, (2, Some(one)));
    site.comment(&ines, post, Some(one), "Yes.").await;
    assert_eq!(news().await, (1, Some(other)));
}

#[tokio::test]
async fn a_reply_and_the_deletion_of_what_it_answers_leave_nothing_out_of_sight() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let community = community::of(&site.app).await.unwrap();
    let text =
        Text::typed(&mut site.app.db.read().await.unwrap(), &community, "en", "Just so.").await.unwrap().unwrap();
    for round in 0..40 {
        let first = site.comment(&ines, post, None, &format!("Number {round}.")).await;
        let entry = comments::by_id(&mut site.app.db.read().await.unwrap(), first).await.unwrap().unwrap();
        let reply = site.app.db.change(async |tx| {
            let writer = Writer::Member(&ines);
            let conversation = ConversationId::from(post);
            // The same words are another comment under another.
            let said = Reply { conversation, parent: Some(first), writer: &writer, moderates: false, text: &text };
            comments::reply(tx, &community, &said).await
        });
        let delete = site.app.db.always(async |tx| comments::delete(tx, &entry).await);
        let (reply, deleted) =
            if round % 2 == 0 { tokio::join!(reply, delete) } else { swap(tokio::join!(delete, reply)) };
        deleted.unwrap();
        // Whichever came first.
        assert!(matches!(reply.unwrap(), Ok(_) | Err(comments::NoReply::ParentGone)));
    }
    let found = doctor::examine(&site.app).await.unwrap();
    for well in ["Every visible reply has a visible parent.", "The comment count of every conversation is right."] {
        assert!(found.well.iter().any(|line| line == well), "{:?}", found.ill);
    }
}

#[tokio::test]
async fn whoever_writes_while_another_decides_does_not_wait_and_is_counted() {
    let site = Site::new().await;
    let Location::Postgres(_) = &site.app.settings.database else { return };
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let conversation = ConversationId::from(post);
    let read = async || posts::for_reader(&mut site.app.db.read().await.unwrap(), None, post).await.unwrap().unwrap();
    let before = read().await;
    site.pass_minutes(1);
    let deciding = site.app.db.always(async |tx| {
        conversations::hold(tx, conversation).await?;
        let first = site.comment(&ines, post, None, "One.").await;
        site.comment(&ines, post, Some(first), "Two.").await;
        Ok(())
    });
    tokio::time::timeout(Duration::from_secs(20), deciding).await.expect("nobody waits").unwrap();
    let held = read().await;
    assert_eq!((held.count, held.changes), (2, before.changes + 2), "what is not added up yet counts");
    let examined = doctor::examine(&site.app).await.unwrap();
    let right = "The comment count of every conversation is right.";
    assert!(examined.well.iter().any(|line| line == right), "{:?}", examined.ill);
    conversations::add_up_rest(&site.app.db).await.unwrap();
    let folded = read().await;
    assert_eq!((folded.count, folded.changes), (2, before.changes + 3));
    assert!(folded.changed_at > before.changed_at, "it is as lively as its last entry");
    assert_eq!(read().await.changes, folded.changes, "and there is nothing left to add");
    site.comment(&ines, post, None, "Three.").await;
    assert_eq!(read().await.count, 3);
}

#[tokio::test]
async fn every_change_of_an_entry_is_one_of_its_conversation_and_only_words_make_it_lively() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let first = site.comment(&ines, post, None, "One.").await;
    let second = site.comment(&ines, post, None, "Two.").await;
    let community = community::of(&site.app).await.unwrap();
    let read = async || posts::for_reader(&mut site.app.db.read().await.unwrap(), None, post).await.unwrap().unwrap();
    let entry =
        async |id: CommentId| comments::by_id(&mut site.app.db.read().await.unwrap(), id).await.unwrap().unwrap();
    let text =
        Text::typed(&mut site.app.db.read().await.unwrap(), &community, "en", "Just so.").await.unwrap().unwrap();
    let mut before = read().await;
    for step in ["edit", "hide", "unhide", "delete"] {
        site.pass_minutes(1);
        let (one, two) = (entry(first).await, entry(second).await);
        site.app
            .db
            .always(async |tx| {
                match step {
                    "edit" => assert!(comments::edit(tx, &one, &text, false).await?.is_ok()),
                    "hide" => comments::hide(tx, &ines, &two).await?,
                    "unhide" => comments::unhide(tx, &ines, &two).await?,
                    _ => comments::delete(tx, &two).await?,
                }
                Ok(())
            })
            .await
            .unwrap();
        let after = read().await;
        assert!(after.changes > before.changes, "{step}");
        assert_eq!(after.changed_at > before.changed_at, step == "unhide", "{step}");
        before = after;
    }
}

fn swap<A, B>((a, b): (A, B)) -> (B, A) {
    (b, a)
}

#[tokio::test]
async fn faces_are_of_those_who_spoke_last() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (post, other) = (site.post(&ines, "Week one").await, site.post(&ines, "Week two").await);
    let mut people = vec![];
    for handle in ["ada", "bram", "chidi", "dora", "emil", "fay"] {
        people.push(site.member(handle).await.0);
    }
    for person in &people {
        site.comment(person, post, None, &format!("I am {}.", person.name)).await;
    }
    let faces = async |conversations: &[ConversationId]| {
        let found = comments::faces(&mut site.app.db.read().await.unwrap(), conversations).await.unwrap();
        found.into_iter().map(|face| (face.conversation, face.name)).collect::<Vec<_>>()
    };
    let named = |names: &[&str]| names.iter().map(|name| (post.into(), (*name).to_owned())).collect::<Vec<_>>();
    assert_eq!(faces(&[post.into(), other.into()]).await, named(&["Fay", "Emil", "Dora", "Chidi", "Bram"]));
    for number in 0..20 {
        site.comment(&people[number % 2], post, None, &format!("More, {number}.")).await;
    }
    assert_eq!(faces(&[other.into(), post.into()]).await, named(&["Bram", "Ada"]), "of the last twenty entries");
}

#[tokio::test]
async fn the_faces_of_a_conversation_are_found_without_reading_all_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let place = Location::File(folder.path().join("lyceum.sqlite"));
    let db = Db::open(&place, Clock::System, Some(1)).await.unwrap();
    let mut conn = db.read().await.unwrap();
    let explain = || sqlx::AssertSqlSafe(format!("explain query plan {}", store::FACES_ON_SQLITE));
    let plan: Vec<(i64, i64, i64, String)> = crate::all!(conn, explain(), "1,2", 5_i64).unwrap();
    let steps: Vec<&str> = plan.iter().map(|(.., step)| step.as_str()).collect();
    assert!(steps.iter().any(|step| step.starts_with("SEARCH d USING INTEGER PRIMARY KEY")), "{steps:#?}");
    assert!(!steps.iter().any(|step| step.starts_with("SCAN d") || step.starts_with("SCAN e")), "{steps:#?}");
}
