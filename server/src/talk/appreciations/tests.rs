//! Thanks, in the database.

use super::{Thanks, Thing, forget_member, members_of, on_page, people, take_back, thank};
use crate::{checks::testing::Site, ids::ConversationId};

async fn seen(site: &Site, reader: i64, conversation: ConversationId, thing: Thing) -> Thanks {
    let comments: Vec<_> = thing.comment().into_iter().collect();
    let mut conn = site.app.db.read().await.unwrap();
    on_page(&mut conn, Some(crate::ids::MemberId(reader)), conversation, &comments).await.unwrap().of(thing)
}

#[tokio::test]
async fn thanks_count_each_person_once_and_are_taken_back() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (cleo, _) = site.member("cleo").await;
    let post = site.post(&ines, "Week one").await;
    let comment = site.comment(&ines, post, None, "Just so.").await;
    let (it, other) = (Thing::Comment(comment, post.into()), Thing::Subject(post.into()));
    for member in [bram.id, bram.id, cleo.id] {
        site.app.db.always(async |tx| thank(tx, member, it).await).await.unwrap();
    }
    let of = async |reader: i64, thing| seen(&site, reader, post.into(), thing).await;
    assert_eq!(of(bram.id.0, it).await, Thanks { count: 2, is_from_reader: true });
    assert_eq!(of(ines.id.0, it).await, Thanks { count: 2, is_from_reader: false });
    assert_eq!(of(bram.id.0, other).await, Thanks::default(), "each thing has its own");
    for _ in 0..2 {
        site.app.db.always(async |tx| take_back(tx, bram.id, it).await).await.unwrap();
    }
    assert_eq!(of(bram.id.0, it).await, Thanks { count: 1, is_from_reader: false });
    let mut conn = site.app.db.read().await.unwrap();
    assert_eq!(members_of(&mut conn, it).await.unwrap(), [cleo.id]);
    assert_eq!(people(&mut conn, it).await.unwrap()[0].name, cleo.name);
}

#[tokio::test]
async fn the_thanks_of_an_account_that_ends_go_with_it() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    let comment = site.comment(&ines, post, None, "Just so.").await;
    let things = [Thing::Comment(comment, post.into()), Thing::Subject(post.into())];
    for thing in things {
        site.app.db.always(async |tx| thank(tx, bram.id, thing).await).await.unwrap();
    }
    site.app.db.always(async |tx| forget_member(tx, bram.id).await).await.unwrap();
    for thing in things {
        assert_eq!(seen(&site, ines.id.0, post.into(), thing).await.count, 0);
    }
}
