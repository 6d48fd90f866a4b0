//! What is kept for later, in the database.

use super::{Place, Which, counts, forget_member, keep, list, members_of, take_out, take_out_unreadable};
use crate::{
    checks::testing::Site,
    ids::{CommentId, MemberId},
    talk::{
        appreciations::Thing,
        comments,
        posts::{self, Audience},
    },
};

async fn titles(site: &Site, reader: MemberId, which: Which, after: Place, limit: i64) -> Vec<String> {
    let mut conn = site.app.db.read().await.unwrap();
    let kept = list(&mut conn, reader, which, after, limit).await.unwrap();
    kept.iter().map(|it| if it.excerpt().is_empty() { it.title.clone() } else { it.excerpt() }).collect()
}

async fn counted(site: &Site, reader: MemberId) -> (i64, i64) {
    counts(&mut site.app.db.read().await.unwrap(), reader).await.unwrap()
}

async fn keeps(site: &Site, member: MemberId, thing: Thing) {
    site.app.db.always(async |tx| keep(tx, member, thing).await).await.unwrap();
    site.pass_minutes(1);
}

async fn delete_comment(site: &Site, id: CommentId) {
    let entry = comments::by_id(&mut site.app.db.read().await.unwrap(), id).await.unwrap().unwrap();
    site.app.db.always(async |tx| comments::delete(tx, &entry).await).await.unwrap();
}

#[tokio::test]
async fn what_is_kept_stands_in_its_order_once_and_pages_follow_one_another() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let one = site.post(&ines, "Week one").await;
    let two = site.post(&ines, "Week two").await;
    let comment = site.comment(&ines, one, None, "Just so.").await;
    for thing in [Thing::Subject(one.into()), Thing::Comment(comment, one.into()), Thing::Subject(two.into())] {
        keeps(&site, bram.id, thing).await;
        keeps(&site, bram.id, thing).await;
    }
    let begin = Place::BEGINNING;
    assert_eq!(titles(&site, bram.id, Which::All, begin, 9).await, ["Week two", "Just so.", "Week one"]);
    assert_eq!(titles(&site, bram.id, Which::Subjects, begin, 9).await, ["Week two", "Week one"]);
    assert_eq!(titles(&site, bram.id, Which::Comments, begin, 9).await, ["Just so."]);
    let mut conn = site.app.db.read().await.unwrap();
    let first = list(&mut conn, bram.id, Which::All, begin, 2).await.unwrap();
    drop(conn);
    let place = Place::of(&first[1].place_in_list().word()).unwrap();
    assert_eq!(titles(&site, bram.id, Which::All, place, 2).await, ["Week one"]);
    assert_eq!(titles(&site, ines.id, Which::All, begin, 9).await, [""; 0], "and nobody else's");
    assert_eq!(counted(&site, bram.id).await, (3, 0));
    let mut conn = site.app.db.read().await.unwrap();
    assert_eq!(members_of(&mut conn, Thing::Subject(one.into())).await.unwrap(), [bram.id]);
    drop(conn);
    for _ in 0..2 {
        site.app.db.always(async |tx| take_out(tx, bram.id, comment.0).await).await.unwrap();
    }
    assert_eq!(counted(&site, bram.id).await, (2, 0));
}

#[tokio::test]
async fn what_is_gone_or_out_of_reach_is_only_counted_and_taken_out_together() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let stays = site.post(&ines, "Week one").await;
    let goes = site.post(&ines, "Week two").await;
    let closes = site.post_for(&ines, "Week three", Audience::Community).await;
    let comment = site.comment(&ines, stays, None, "Just so.").await;
    for thing in [stays, goes, closes].map(|post| Thing::Subject(post.into())) {
        keeps(&site, bram.id, thing).await;
    }
    keeps(&site, bram.id, Thing::Comment(comment, stays.into())).await;
    let read = async |post| {
        let mut conn = site.app.db.read().await.unwrap();
        posts::for_reader(&mut conn, Some(&ines), post).await.unwrap().unwrap()
    };
    let gone = read(goes).await;
    site.app.db.always(async |tx| posts::delete(tx, &gone).await).await.unwrap();
    let hidden = read(closes).await;
    site.app.db.always(async |tx| posts::hide(tx, &ines, &hidden, "").await).await.unwrap();
    delete_comment(&site, comment).await;
    assert_eq!(titles(&site, bram.id, Which::All, Place::BEGINNING, 9).await, ["Week one"]);
    assert_eq!(counted(&site, bram.id).await, (1, 3));
    keeps(&site, ines.id, Thing::Comment(comment, stays.into())).await;
    site.app.db.always(async |tx| take_out_unreadable(tx, bram.id).await).await.unwrap();
    assert_eq!(counted(&site, bram.id).await, (1, 0));
    assert_eq!(counted(&site, ines.id).await, (0, 1), "what others keep stays theirs");
}

#[tokio::test]
async fn what_an_account_kept_that_ends_goes_with_it() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "Week one").await;
    keeps(&site, bram.id, Thing::Subject(post.into())).await;
    keeps(&site, ines.id, Thing::Subject(post.into())).await;
    site.app.db.always(async |tx| forget_member(tx, bram.id).await).await.unwrap();
    assert_eq!((counted(&site, bram.id).await, counted(&site, ines.id).await), ((0, 0), (1, 0)));
}

#[test]
fn a_place_is_read_back_from_its_word_and_nothing_else_is_one() {
    let place = Place { at: crate::ids::Timestamp(1_700_000_000_000), thing: 42 };
    assert_eq!(Place::of(&place.word()), Some(place));
    for word in ["", "-", "1", "1-", "a-b", "99999999999999999999-1"] {
        assert_eq!(Place::of(word), None, "{word}");
    }
}
