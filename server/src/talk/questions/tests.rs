//! Who counts, and as what: an old conversation whose author filed what people said.

use super::{Bar, Breakdown, Choice, Draft, NoAnswer, NoChange, Picked, Question, Results, ask, breakdown};
use crate::{
    checks::testing::Site,
    ids::{CommentId, MemberId, PostId},
    people::{
        community,
        members::{Member, Role},
    },
    talk::{
        comments::{self, NewEntry, Text, Writer},
        questions,
    },
};

const OPTIONS: [&str; 4] = ["Own time", "A mixture", "Work time", "Not employed"];

fn draft(fewest: i64) -> Draft {
    Draft {
        text: "When do you learn: in your own time, or at work?".into(),
        choice: Choice::One,
        open_text: true,
        results: Results::Open,
        fewest,
        ends_at: None,
        options: OPTIONS.iter().map(|text| (None, (*text).to_owned())).collect(),
    }
}

async fn asked(site: &Site, post: PostId, draft: &Draft) -> Question {
    site.app.db.change(async |tx| ask(tx, post.into(), draft).await).await.unwrap().unwrap();
    read(site, post).await
}

async fn read(site: &Site, post: PostId) -> Question {
    questions::of(&mut site.app.db.read().await.unwrap(), post.into()).await.unwrap().unwrap()
}

async fn standing(site: &Site, question: &Question) -> Breakdown {
    breakdown(&mut site.app.db.read().await.unwrap(), question).await.unwrap()
}

fn counts(all: &Breakdown) -> Vec<Option<i64>> {
    all.shares.iter().map(|share| share.people).collect()
}

/// A comment that came from elsewhere, of a guest with an address.
async fn came(site: &Site, author: &Member, post: PostId, name: &str, email: &str, words: &str) -> CommentId {
    let community = community::of(&site.app).await.unwrap();
    let mut conn = site.app.db.read().await.unwrap();
    let text = Text::typed(&mut conn, &community, "en", words).await.unwrap().unwrap();
    drop(conn);
    let writer = Writer::Member(author);
    site.app
        .db
        .always(async |tx| {
            let (id, now) = (CommentId(tx.new_id()), tx.now);
            let entry = NewEntry {
                id,
                conversation: post.into(),
                root: id,
                guest_name: name,
                guest_email: email,
                guest_picture: Some(comments::guest_picture(&community, email)),
                text: &text,
                created_at: now,
                approved_at: Some(now),
                ..NewEntry::by(&writer)
            };
            comments::import(tx, &[NewEntry { writer: None, ..entry }]).await?;
            Ok(id)
        })
        .await
        .unwrap()
}

fn pick(question: &Question, at: usize) -> Picked {
    Picked { options: vec![question.options[at].id], other: String::new() }
}

fn say(words: &str) -> Picked {
    Picked { options: vec![], other: words.into() }
}

async fn file(site: &Site, by: MemberId, comment: CommentId, picked: &Picked) -> Result<(), NoAnswer> {
    site.app.db.change(async |tx| questions::file(tx, by, comment, picked).await).await.unwrap()
}

async fn answer(site: &Site, post: PostId, by: MemberId, picked: &Picked) -> Result<(), NoAnswer> {
    site.app.db.change(async |tx| questions::answer(tx, post.into(), by, picked).await).await.unwrap()
}

/// An old conversation of 24 people, filed by its author: 15, 7, nobody, 1, and one who only said "perhaps".
async fn filed(site: &Site, author: &Member, fewest: i64) -> (PostId, Question, Vec<CommentId>) {
    let post = site.post(author, "When we learn").await;
    let question = asked(site, post, &draft(fewest)).await;
    let mut comments = vec![];
    for n in 0..24 {
        let (name, email) = (format!("Reader {n}"), format!("reader{n}@example.net"));
        let comment = came(site, author, post, &name, &email, &format!("This is how it is for me, number {n}.")).await;
        let picked = match n {
            0..15 => pick(&question, 0),
            15..22 => pick(&question, 1),
            22 => pick(&question, 3),
            _ => say("Perhaps"),
        };
        file(site, author.id, comment, &picked).await.unwrap();
        comments.push(comment);
    }
    (post, question, comments)
}

#[tokio::test]
async fn an_old_conversation_that_its_author_filed_gives_what_people_said() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (post, question, comments) = filed(&site, &ines, 0).await;
    let all = standing(&site, &question).await;
    assert_eq!(all.people, Some(24));
    assert_eq!(counts(&all), [Some(15), Some(7), Some(0), Some(1), Some(1)]);
    assert_eq!(all.shares[4].bar, Bar::Words("Perhaps".into(), "perhaps".into()));

    // Who wrote twice is one person, wherever it was filed last.
    let again = came(&site, &ines, post, "Reader Zero", "READER0@example.net", "Once more.").await;
    file(&site, ines.id, again, &pick(&question, 2)).await.unwrap();
    assert_eq!(counts(&standing(&site, &question).await), [Some(14), Some(7), Some(1), Some(1), Some(1)]);

    // Words of one's own may count under an answer, and those who say the same later, too.
    let under = Some(question.options[1].id);
    let put = site.app.db.change(async |tx| questions::file_words(tx, post.into(), "perhaps", under).await);
    put.await.unwrap().unwrap();
    let (bram, _) = site.member("bram").await;
    answer(&site, post, bram.id, &say("perhaps.")).await.unwrap();
    assert_eq!(counts(&standing(&site, &question).await), [Some(14), Some(9), Some(1), Some(1)]);
    let put = site.app.db.change(async |tx| questions::file_words(tx, post.into(), "perhaps", None).await);
    put.await.unwrap().unwrap();
    assert_eq!(counts(&standing(&site, &question).await), [Some(14), Some(7), Some(1), Some(1), Some(2)]);

    // What is filed under none counts no more.
    site.app.db.always(async |tx| questions::unfile(tx, comments[5]).await).await.unwrap();
    assert_eq!(standing(&site, &question).await.people, Some(24));
}

#[tokio::test]
async fn ten_who_chose_several_are_ten_people() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "How we learn").await;
    let question = asked(&site, post, &Draft { choice: Choice::Several, ..draft(0) }).await;
    for n in 0..10 {
        let (member, _) = site.member(&format!("m{n}")).await;
        let options = question.options[..2].iter().enumerate();
        let chosen = options.filter(|(at, _)| if *at == 0 { n < 8 } else { n >= 4 });
        let picked = Picked { options: chosen.map(|(_, one)| one.id).collect(), other: String::new() };
        answer(&site, post, member.id, &picked).await.unwrap();
    }
    let all = standing(&site, &question).await;
    assert_eq!((all.people, &counts(&all)[..2]), (Some(10), &[Some(8), Some(6)][..]));
}

#[tokio::test]
async fn a_persons_own_answer_goes_before_what_was_filed_and_may_change_or_go() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "When we learn").await;
    let question = asked(&site, post, &draft(0)).await;
    let comment = site.comment(&bram, post, None, "In the evening.").await;
    file(&site, ines.id, comment, &pick(&question, 0)).await.unwrap();
    assert_eq!(counts(&standing(&site, &question).await)[..3], [Some(1), Some(0), Some(0)]);
    answer(&site, post, bram.id, &pick(&question, 1)).await.unwrap();
    assert_eq!(counts(&standing(&site, &question).await)[..3], [Some(0), Some(1), Some(0)]);
    assert_eq!(file(&site, ines.id, comment, &pick(&question, 0)).await, Err(NoAnswer::Own));
    answer(&site, post, bram.id, &pick(&question, 2)).await.unwrap();
    assert_eq!(counts(&standing(&site, &question).await)[..3], [Some(0), Some(0), Some(1)]);
    let withdrawn = site.app.db.change(async |tx| questions::withdraw(tx, post.into(), bram.id).await);
    withdrawn.await.unwrap().unwrap();
    // What the author filed is still what they said.
    assert_eq!(counts(&standing(&site, &question).await)[..3], [Some(1), Some(0), Some(0)]);
}

#[tokio::test]
async fn what_few_said_is_not_known_also_not_from_the_rest() {
    let site = Site::new().await;
    let (ines, mut author) = site.member("ines").await;
    let (post, question, comments) = filed(&site, &ines, 3).await;
    let all = standing(&site, &question).await;
    assert_eq!((all.people, counts(&all)), (Some(24), vec![Some(15), None, None, None, None]));
    assert_eq!(all.shares[4].bar, Bar::Others, "nobody is known by their words");
    let url = site.url(post).await;
    let page = author.get(&url).await.body;
    assert!(page.contains("15 of 24") && !page.contains("7 of 24") && !page.contains("1 of 24"), "{page}");
    assert_eq!(page.matches("class=\"answered\"").count(), 15, "nor do the comments say it");
    let last = question.options[3].id;
    assert!(!page.contains(&format!("?answer={last}#")));
    let behind = author.get(&format!("{url}?answer={last}")).await.body;
    assert!(!behind.contains(&format!("comment-{}", comments[22])), "nor does the address");
}

#[tokio::test]
async fn a_question_that_was_answered_is_worded_otherwise_only_in_the_open() {
    let site = Site::new().await;
    let (ines, _) = site.member("ines").await;
    let (bram, _) = site.member("bram").await;
    let post = site.post(&ines, "When we learn").await;
    let hidden = Draft { results: Results::Answered, choice: Choice::Several, ..draft(3) };
    let question = asked(&site, post, &hidden).await;
    answer(&site, post, bram.id, &pick(&question, 0)).await.unwrap();
    let kept: Vec<_> = question.options.iter().map(|one| (Some(one.id), one.text.clone())).collect();
    let change = async |draft: Draft| site.app.db.change(async |tx| ask(tx, post.into(), &draft).await).await.unwrap();
    let base = Draft { options: kept.clone(), ..hidden.clone() };
    assert_eq!(change(Draft { options: kept[1..].to_vec(), ..base.clone() }).await, Err(NoChange::OptionAnswered));
    assert_eq!(change(Draft { choice: Choice::One, ..base.clone() }).await, Err(NoChange::KindAnswered));
    assert_eq!(change(Draft { results: Results::Open, ..base.clone() }).await, Err(NoChange::Promise));
    assert_eq!(change(Draft { fewest: 0, ..base.clone() }).await, Err(NoChange::Promise));
    let gone = site.app.db.change(async |tx| questions::remove(tx, post.into()).await).await.unwrap();
    assert_eq!(gone, Err(NoChange::Answered));
    let mut options = kept[..3].to_vec();
    options[0].1 = "My own time".into();
    options.push((None, "Nowhere".into()));
    change(Draft { options, ..base }).await.unwrap();
    let after = read(&site, post).await;
    assert_eq!((after.options[0].was.as_str(), after.options[0].id), ("Own time", question.options[0].id));
    assert_eq!(after.options[3].text, "Nowhere");
}

#[tokio::test]
async fn an_account_that_ends_takes_along_what_it_answered_without_a_comment() {
    let site = Site::new().await;
    let (_, mut olga) = site.member_as("olga", Role::Organiser).await;
    let (ines, _) = site.member("ines").await;
    let post = site.post(&ines, "When we learn").await;
    let question = asked(&site, post, &draft(0)).await;
    let (bram, _) = site.member("bram").await;
    let (wanda, _) = site.member("wanda").await;
    answer(&site, post, bram.id, &pick(&question, 0)).await.unwrap();
    let comment = site.comment(&wanda, post, None, "At work.").await;
    let with = site.app.db.change(async |tx| questions::answer_with(tx, comment, &pick(&question, 2)).await);
    with.await.unwrap().unwrap();
    for member in [&bram, &wanda] {
        let form = [("words", "stay"), ("handle", &*member.handle)];
        assert_eq!(olga.post(&format!("/manage/members/{}/remove", member.id), &form).await.status, 303);
    }
    // What stands at a comment stays with that.
    assert_eq!(counts(&standing(&site, &question).await)[..3], [Some(0), Some(0), Some(1)]);
}
