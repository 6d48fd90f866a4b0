//! What stands whatever page shows it: who is told, and that nobody else reads.

use super::*;
use crate::{checks::testing::Site, links::notices, people::blocks};

pub async fn text(site: &Site, words: &str) -> Text {
    let community = community::of(&site.app).await.unwrap();
    Text::typed(&mut site.app.db.read().await.unwrap(), &community, "en", words).await.unwrap().unwrap()
}

async fn begin_with(site: &Site, from: &Member, to: &[MemberId], words: &str) -> Result<CorrespondenceId, NoMessage> {
    let (text, once) = (text(site, words).await, rand::random());
    site.app.db.change(async |tx| begin(tx, from, to, Sent { text: &text, lang: "en", once }).await).await.unwrap()
}

async fn say(site: &Site, from: &Member, id: CorrespondenceId, words: &str) -> Result<(), NoMessage> {
    let (text, once) = (text(site, words).await, rand::random());
    let it = for_member(&mut site.app.db.read().await.unwrap(), from.id, id).await.unwrap().unwrap();
    site.app.db.change(async |tx| write(tx, from, &it, Sent { text: &text, lang: "en", once }).await).await.unwrap()
}

async fn told(site: &Site, member: &Member) -> i64 {
    notices::unseen(&mut site.app.db.read().await.unwrap(), member.id).await.unwrap()
}

async fn seen(site: &Site, member: &Member, id: CorrespondenceId) -> Option<Correspondence> {
    for_member(&mut site.app.db.read().await.unwrap(), member.id, id).await.unwrap()
}

#[tokio::test]
async fn several_messages_are_told_as_one_until_they_are_read() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let id = begin_with(&site, &ines, &[bram.id], "One.").await.unwrap();
    say(&site, &ines, id, "Two.").await.unwrap();
    assert_eq!((told(&site, &bram).await, told(&site, &ines).await), (1, 0));
    let it = seen(&site, &bram, id).await.unwrap();
    assert_eq!((it.unread, it.line(40).as_str()), (2, "Two."));
    site.app.db.always(async |tx| read(tx, bram.id, id, 1).await).await.unwrap();
    assert_eq!(seen(&site, &bram, id).await.unwrap().unread, 1, "what came meanwhile is not read");
    assert_eq!(told(&site, &bram).await, 0);
    site.app.db.always(async |tx| read(tx, bram.id, id, 2).await).await.unwrap();
    assert_eq!(unread(&mut site.app.db.read().await.unwrap(), bram.id).await.unwrap(), 0);
    assert_eq!(seen(&site, &bram, id).await.unwrap().unread, 0);
}

#[tokio::test]
async fn two_people_have_one_correspondence_and_several_a_new_one_each_time() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (cleo, _) = site.member("cleo").await;
    let one = begin_with(&site, &ines, &[bram.id], "One.").await.unwrap();
    assert_eq!(begin_with(&site, &bram, &[ines.id], "Two.").await.unwrap(), one);
    let both = [bram.id, cleo.id];
    let other = begin_with(&site, &ines, &both, "Three.").await.unwrap();
    assert_ne!(begin_with(&site, &ines, &both, "Four.").await.unwrap(), other);
    assert!(seen(&site, &cleo, one).await.is_none(), "who takes no part finds nothing");
    let mine = list(&mut site.app.db.read().await.unwrap(), cleo.id, Which::Here, None).await.unwrap();
    assert_eq!(mine.len(), 2);
    assert_eq!(mine[0].others.iter().map(|one| &*one.name).collect::<Vec<_>>(), ["Bram", "Ines"]);
}

#[tokio::test]
async fn a_message_sent_twice_is_written_once() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let words = text(&site, "Once.").await;
    let sent = Sent { text: &words, lang: "en", once: 7 };
    let mut all = vec![];
    for _ in 0..2 {
        all.push(site.app.db.change(async |tx| begin(tx, &ines, &[bram.id], sent).await).await.unwrap().unwrap());
    }
    assert_eq!(all[0], all[1]);
    let it = seen(&site, &bram, all[0]).await.unwrap();
    let (messages, more) = messages(&mut site.app.db.read().await.unwrap(), &it, i64::MAX).await.unwrap();
    assert_eq!((messages.len(), more), (1, false));
}

#[tokio::test]
async fn whoever_never_answers_is_not_written_to_again_and_again() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let id = begin_with(&site, &ines, &[bram.id], "One.").await.unwrap();
    for words in ["Two.", "Three."] {
        say(&site, &ines, id, words).await.unwrap();
    }
    assert_eq!(say(&site, &ines, id, "Four.").await, Err(NoMessage::Unanswered("Bram".into())));
    say(&site, &bram, id, "Here I am.").await.unwrap();
    for words in ["Four.", "Five.", "Six.", "Seven."] {
        say(&site, &ines, id, words).await.unwrap();
    }
}

#[tokio::test]
async fn a_new_member_writes_to_few_new_people_a_day_and_who_answered_does_not_count() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let mut others = vec![];
    for number in 0..8 {
        others.push(site.member(&format!("other{number}")).await.0);
    }
    let mut first = None;
    for other in &others[..5] {
        first = Some(begin_with(&site, &ines, &[other.id], "Hello.").await.unwrap());
    }
    assert_eq!(begin_with(&site, &ines, &[others[5].id], "Hello.").await, Err(NoMessage::TooManyNew));
    say(&site, &others[4], first.unwrap(), "Hello yourself.").await.unwrap();
    begin_with(&site, &ines, &[others[5].id], "Hello.").await.unwrap();
    assert_eq!(begin_with(&site, &ines, &[others[6].id], "Hello.").await, Err(NoMessage::TooManyNew));
    site.pass_minutes(4 * 24 * 60);
    let many: Vec<MemberId> = others[6..].iter().map(|other| other.id).collect();
    begin_with(&site, &ines, &many, "Hello, both.").await.unwrap();
}

#[tokio::test]
async fn who_is_blocked_reaches_nobody_and_is_told_what_a_choice_would_tell() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let (cleo, _) = site.member("cleo").await;
    let id = begin_with(&site, &ines, &[bram.id], "One.").await.unwrap();
    say(&site, &bram, id, "Two.").await.unwrap();
    let three = begin_with(&site, &cleo, &[bram.id, ines.id], "All three.").await.unwrap();
    site.app
        .db
        .always(async |tx| {
            blocks::block(tx, bram.id, ines.id).await?;
            quieten(tx, bram.id).await
        })
        .await
        .unwrap();
    let no = Err(NoMessage::NotTaken("Bram".into()));
    assert_eq!(say(&site, &ines, id, "Three.").await, no);
    site.app.db.always(async |tx| choose(tx, cleo.id, Accepts::Nobody).await).await.unwrap();
    let (dora, _) = site.member("dora").await;
    assert_eq!(begin_with(&site, &dora, &[cleo.id], "Hello.").await, Err(NoMessage::NotTaken("Cleo".into())));
    assert_eq!(say(&site, &bram, id, "Three.").await, Err(NoMessage::Blocked("Ines".into())));
    // Among several, what they write reaches the others.
    let before = told(&site, &bram).await;
    site.app.db.always(async |tx| read(tx, bram.id, three, 1).await).await.unwrap();
    assert_eq!(before, 1);
    say(&site, &ines, three, "To both.").await.unwrap();
    let (of_bram, of_cleo) = (seen(&site, &bram, three).await.unwrap(), seen(&site, &cleo, three).await.unwrap());
    assert_eq!((of_bram.unread, of_cleo.unread), (0, 1));
    assert_eq!((told(&site, &bram).await, of_bram.line(40).as_str()), (0, "All three."));
}

#[tokio::test]
async fn what_is_taken_back_is_told_nobody_any_more() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let id = begin_with(&site, &ines, &[bram.id], "A slip.").await.unwrap();
    let it = seen(&site, &ines, id).await.unwrap();
    let (mut all, _) = messages(&mut site.app.db.read().await.unwrap(), &it, i64::MAX).await.unwrap();
    let slip = all.pop().unwrap();
    site.app.db.always(async |tx| delete(tx, &slip).await).await.unwrap();
    assert_eq!((told(&site, &bram).await, seen(&site, &bram, id).await.unwrap().unread), (0, 0));
    let (all, _) = messages(&mut site.app.db.read().await.unwrap(), &it, i64::MAX).await.unwrap();
    assert_eq!((all.len(), all[0].html.as_str(), all[0].source.as_str()), (1, "", ""));
}

#[tokio::test]
async fn what_is_put_away_comes_back_and_what_is_muted_does_not_ring() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let id = begin_with(&site, &ines, &[bram.id], "One.").await.unwrap();
    let db = &site.app.db;
    db.always(async |tx| {
        read(tx, bram.id, id, 1).await?;
        archive(tx, bram.id, id).await?;
        mute(tx, bram.id, id).await
    })
    .await
    .unwrap();
    let here = async |which| list(&mut db.read().await.unwrap(), bram.id, which, None).await.unwrap().len();
    assert_eq!((here(Which::Here).await, here(Which::Archived).await), (0, 1));
    say(&site, &ines, id, "Two.").await.unwrap();
    assert_eq!((here(Which::Here).await, here(Which::Archived).await), (1, 0));
    assert_eq!((told(&site, &bram).await, seen(&site, &bram, id).await.unwrap().unread), (0, 1));
    assert_eq!(unread(&mut db.read().await.unwrap(), bram.id).await.unwrap(), 0);
    db.always(async |tx| {
        read(tx, bram.id, id, 2).await?;
        unmute(tx, bram.id, id).await?;
        mark_unread(tx, bram.id, id).await
    })
    .await
    .unwrap();
    assert_eq!((told(&site, &bram).await, seen(&site, &bram, id).await.unwrap().unread), (0, 1));
    assert_eq!(unread(&mut db.read().await.unwrap(), bram.id).await.unwrap(), 1);
}
