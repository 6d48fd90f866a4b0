//! Changes that are given up half-way.

use std::time::Duration;

use futures_util::poll;

use crate::{conversations, ids::ConversationId, posts, testing::Site};

#[tokio::test]
async fn a_change_given_up_at_any_moment_harms_no_other() {
    const TIMES: i64 = 40;
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let conversation = ConversationId::from(post);
    let add = async |more| site.app.db.always(async |tx| conversations::count(tx, conversation, more).await).await;
    for polls in 0..TIMES {
        let mut given_up = Box::pin(add(1));
        for _ in 0..polls {
            if poll!(&mut given_up).is_ready() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        drop(given_up);
        let next = tokio::time::timeout(Duration::from_secs(20), add(1_000)).await;
        next.expect("nobody waits for a change that was given up").unwrap();
    }
    let found = posts::for_reader(&mut site.app.db.read().await.unwrap(), None, post).await.unwrap().unwrap();
    assert_eq!(found.count / 1_000, TIMES, "every change that was waited for is there: {}", found.count);
    assert!(found.count % 1_000 <= TIMES, "and one that was given up is there once or not at all: {}", found.count);
}
