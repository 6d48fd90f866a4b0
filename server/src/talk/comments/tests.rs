//! Several people at once.

use super::{Text, Writer};
use crate::{checks::testing::Site, ids::ConversationId, people::community, talk::comments, tools::doctor};

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
    for well in ["Every answer stands where it can be seen.", "Every conversation counts what it holds."] {
        assert!(found.well.iter().any(|line| line == well), "{:?}", found.ill);
    }
}

fn swap<A, B>((a, b): (A, B)) -> (B, A) {
    (b, a)
}
