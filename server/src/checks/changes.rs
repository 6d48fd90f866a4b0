//! Changes that are given up half-way.

use std::time::Duration;

use futures_util::poll;

use crate::{
    checks::testing::Site,
    events::{Channel, Event, Topic},
    ids::{CommentId, ConversationId},
    kit::db::{Db, Location},
    talk::{conversations, posts},
};

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

#[tokio::test]
async fn whoever_hangs_up_leaves_no_page_stale() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "Week one").await;
    let conversation = ConversationId::from(post);
    let count = async || {
        let mut conn = site.app.db.read().await.unwrap();
        posts::for_reader(&mut conn, None, post).await.unwrap().unwrap().count
    };
    for polls in 0..40 {
        let (before, seen) = (count().await, site.app.db.versions.snapshot(&[Topic::Conversation(conversation)]));
        let mut given_up = Box::pin(site.app.db.always(async |tx| {
            tx.emit(Event::CommentShown(CommentId(1), None, conversation));
            conversations::count(tx, conversation, 1).await
        }));
        for _ in 0..polls {
            if poll!(&mut given_up).is_ready() {
                break;
            }
            tokio::task::yield_now().await;
        }
        drop(given_up);
        // What goes on by itself may still be under way; but it may not end with a new count on an old page.
        tokio::time::sleep(Duration::from_millis(20)).await;
        let told = async {
            while count().await > before && site.app.db.versions.is_current(&seen) {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        let told = tokio::time::timeout(Duration::from_secs(20), told).await;
        assert!(told.is_ok(), "after {polls} steps");
    }
}

const CHANNEL: Channel = Channel::Conversation(ConversationId(1));

#[tokio::test]
async fn every_node_hears_once_what_happened() {
    let site = Site::new().await;
    let other = match &site.app.settings.database {
        Location::File(_) => None,
        place @ Location::Postgres(_) => Some(Db::open(place, site.app.db.clock.clone(), Some(8)).await.unwrap()),
    };
    let say = async |comment| {
        let shown = Event::CommentShown(CommentId(comment), None, ConversationId(1));
        let said = site.app.db.always(async |tx| {
            tx.emit(shown);
            Ok(())
        });
        said.await.unwrap();
        shown
    };
    if let Some(other) = &other {
        // It listens a moment after it is open.
        let mut there = other.channels.listen(CHANNEL);
        while tokio::time::timeout(Duration::from_millis(100), there.recv()).await.is_err() {
            say(0).await;
        }
    }
    let mut here = site.app.db.channels.listen(CHANNEL);
    let mut there = other.as_ref().map(|other| other.channels.listen(CHANNEL));
    for comment in 1..=3 {
        let shown = say(comment).await;
        if let Some(there) = &mut there {
            let heard = async { while there.recv().await.unwrap() != shown {} };
            tokio::time::timeout(Duration::from_secs(20), heard).await.expect("the other node hears of it");
        }
        assert_eq!(here.recv().await.unwrap(), shown, "and this one is not told again by its own notice");
    }
}
