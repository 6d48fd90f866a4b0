//! Several people at once.

use super::{Text, Writer, store};
use crate::{
    checks::testing::Site,
    ids::{Clock, ConversationId},
    kit::db::{Db, Place},
    people::community,
    talk::comments,
    tools::doctor,
};

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
            comments::reply(tx, &community, &writer, conversation, Some(first), false, &text).await
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
    let place = Place::File(folder.path().join("lyceum.sqlite"));
    let db = Db::open(&place, Clock::System, Some(1)).await.unwrap();
    let mut conn = db.read().await.unwrap();
    let explain = || sqlx::AssertSqlSafe(format!("explain query plan {}", store::FACES_ON_SQLITE));
    let plan: Vec<(i64, i64, i64, String)> = crate::all!(conn, explain(), "1,2", 5_i64).unwrap();
    let steps: Vec<&str> = plan.iter().map(|(.., step)| step.as_str()).collect();
    assert!(steps.iter().any(|step| step.starts_with("SEARCH d USING INTEGER PRIMARY KEY")), "{steps:#?}");
    assert!(!steps.iter().any(|step| step.starts_with("SCAN d") || step.starts_with("SCAN e")), "{steps:#?}");
}
