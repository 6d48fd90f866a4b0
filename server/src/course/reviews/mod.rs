//! Reviews of what was handed in: drawn from a pool as work arrives, given in words, and answered by whom they are for.
//!
//! Nobody waits for anybody. To finish one gives so many reviews, or has asked when there was nothing; whether one receives
//! any is the guides' care. Who takes too long lets somebody else have the piece, and may still hand in what they wrote.

pub mod rules;
mod store;

pub use self::rules::{Answer, Helped, Standing};
use crate::{
    course::{
        assignments::{self, Assignment, Question},
        courses::Course,
    },
    events::Event,
    ids::{CommentId, ConversationId, MemberId, RowId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
        i18n::Locale,
    },
    links::notices,
    people::members,
};

/// So many of those who asked in vain are told of each piece that arrives: one of them may be quick, one may be away.
const TOLD: i64 = 2;
/// So many that took too long are gone through in one change.
const AT_ONCE: i64 = 500;

/// A review.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Review {
    /// Its number.
    pub id: RowId,
    /// What the piece was handed in for.
    pub assignment: ConversationId,
    /// The piece.
    pub submission: RowId,
    /// Who handed that in.
    pub author: MemberId,
    /// What the piece is called, if whoever asked may know.
    pub title: String,
    /// Who writes it.
    pub reviewer: MemberId,
    /// What they are called.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
    picture: Option<String>,
    /// Until when it is theirs alone.
    pub due_at: Option<Timestamp>,
    /// When they handed it in.
    pub done_at: Option<Timestamp>,
    /// Since when somebody else may have the piece instead.
    pub lapsed_at: Option<Timestamp>,
    /// Whether it was welcome, but not needed.
    pub is_extra: bool,
    /// Where it stands for everybody.
    pub comment: Option<CommentId>,
    helped: Option<String>,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
    answers: String,
    /// What the author of the piece says to it.
    pub answer: String,
}

impl Review {
    /// The address of the avatar of whoever writes it.
    pub fn picture_url(&self) -> String {
        members::avatar_url(self.reviewer, self.picture.as_deref())
    }

    /// What it says.
    pub fn answers(&self) -> Vec<Answer> {
        rules::answers(&self.answers)
    }

    /// How much it helped, if its reader said so.
    pub fn helped(&self) -> Option<Helped> {
        self.helped.as_deref().and_then(|word| word.parse().ok())
    }

    /// How far it is.
    pub const fn standing(&self) -> Standing {
        Standing::of(self.done_at, self.lapsed_at)
    }
}

/// What a review answers: what the assignment asks, or else what is usually asked, in the language of the course.
pub fn questions(course: &Course, assignment: &Assignment) -> Vec<Question> {
    let own = assignment.questions();
    if own.is_empty() {
        let words = Locale::new(course.language(), course.zone());
        rules::USUAL.map(|key| Question { text: words.say(key), choices: vec![] }).into()
    } else {
        own
    }
}

/// What came of asking for something to review.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Drawn {
    /// This one, which may be the one that was under way.
    Review(RowId),
    /// There is nothing now. They are told when there is, and it is not held against them.
    Nothing,
}

/// Somebody who takes part asks for something to review: what they have under way, or else the piece with the fewest
/// reviews that they may read and never had.
pub async fn draw(tx: &mut Tx, assignment: &Assignment, reviewer: MemberId) -> anyhow::Result<Drawn> {
    if let Some(open) = store::under_way(tx, assignment.id, reviewer).await? {
        return Ok(Drawn::Review(open));
    }
    let mut next = store::next(tx, reviewer, assignment.id, false).await?;
    if next.is_none() {
        // What others are just drawing may have room for one more.
        next = store::next(tx, reviewer, assignment.id, true).await?;
    }
    let Some((submission, reviews)) = next else {
        store::ask_in_vain(tx, assignment.id, reviewer).await?;
        return Ok(Drawn::Nothing);
    };
    let due_at = tx.now.plus_days(assignment.review_days);
    let is_extra = reviews >= assignment.reviews;
    let Some(id) = store::begin(tx, assignment.id, submission, reviewer, due_at, is_extra).await? else {
        // A second click was quicker.
        let open = store::under_way(tx, assignment.id, reviewer).await?;
        return Ok(open.map_or(Drawn::Nothing, Drawn::Review));
    };
    assignments::count_reviews(tx, &[submission], 1).await?;
    Ok(Drawn::Review(id))
}

/// A guide takes a piece without drawing it, and without a time. What they have under way comes first.
pub async fn take(
    tx: &mut Tx,
    assignment: &Assignment,
    submission: RowId,
    guide: MemberId,
) -> anyhow::Result<Option<RowId>> {
    if let Some(own) = store::of_pair(tx, submission, guide).await? {
        return Ok(Some(own));
    }
    // One thing at a time holds for guides, too.
    if let Some(open) = store::under_way(tx, assignment.id, guide).await? {
        return Ok(Some(open));
    }
    let id = store::take(tx, assignment.id, submission, guide).await?;
    if id.is_some() {
        assignments::count_reviews(tx, &[submission], 1).await?;
    }
    Ok(id)
}

/// Somebody gives a piece back: it is not for them. What they wrote stays with them.
pub async fn give_back(tx: &mut Tx, id: RowId, reviewer: MemberId) -> anyhow::Result<bool> {
    let Some(submission) = store::give_back(tx, id, reviewer).await? else { return Ok(false) };
    assignments::count_reviews(tx, &[submission], -1).await?;
    Ok(true)
}

/// Keeps what is half written.
pub async fn keep(tx: &mut Tx, id: RowId, reviewer: MemberId, answers: &[Answer]) -> anyhow::Result<bool> {
    Ok(store::keep(tx, id, reviewer, &rules::stored(answers)).await?)
}

/// Hands in a review; whom it is for is told. Late is taken: what was given to somebody else meanwhile makes it a welcome
/// extra. Answers whether it was still to be handed in.
pub async fn hand_in(
    tx: &mut Tx,
    review: &Review,
    answers: &[Answer],
    comment: Option<CommentId>,
) -> anyhow::Result<bool> {
    let Some((had_lapsed, reviews, asked)) = store::finish(tx, review, &rules::stored(answers), comment).await? else {
        return Ok(false);
    };
    if had_lapsed {
        assignments::count_reviews(tx, &[review.submission], 1).await?;
        if reviews >= asked {
            store::mark_extra(tx, review.id).await?;
        }
    }
    let kind = notices::Kind::Reviewed;
    notices::tell_one(tx, review.author, kind, review.assignment, Some(review.reviewer)).await?;
    tx.emit(Event::Contributed(review.author));
    tx.emit(Event::Contributed(review.reviewer));
    Ok(true)
}

/// The author of a piece says how much a review helped, and what else they like; its writer is told, once.
pub async fn answer(tx: &mut Tx, review: &Review, helped: Helped, words: &str) -> anyhow::Result<bool> {
    if !store::answer(tx, review.id, helped.word(), words).await? {
        return Ok(false);
    }
    if review.answered_at.is_none() {
        let kind = notices::Kind::Thanked;
        notices::tell_one(tx, review.reviewer, kind, review.assignment, Some(review.author)).await?;
    }
    Ok(true)
}

/// What somebody said in reviews, and in answer to some, goes with their other words.
pub async fn forget_words(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_words(tx, member).await?)
}

/// A piece arrived: some of those who asked in vain are told.
pub async fn arrived(tx: &mut Tx, assignment: &Assignment, author: MemberId) -> anyhow::Result<()> {
    if !assignment.draws(tx.now) {
        return Ok(());
    }
    for member in store::tell_waiting(tx, assignment.id, author, TOLD).await? {
        notices::tell_one(tx, member, notices::Kind::Review, assignment.id, None).await?;
    }
    Ok(())
}

/// Lets go of what took too long, and grants what they miss to those who asked in vain, where no more reviews are given.
pub async fn on_time(app: &App) -> anyhow::Result<()> {
    if !store::is_anything_due(&mut app.db.read().await?, app.now()).await? {
        return Ok(());
    }
    app.db
        .always(async |tx| {
            let pieces = store::lapse(tx, AT_ONCE).await?;
            assignments::count_reviews(tx, &pieces, -1).await?;
            store::grant(tx).await?;
            assignments::settle(tx).await
        })
        .await
}

/// How far somebody is with giving reviews.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, sqlx::FromRow)]
pub struct Giving {
    /// How many they gave.
    pub given: i64,
    /// How many they need not give, because there was nothing.
    pub granted: i64,
    /// Whether they asked in vain and were not told of anything since.
    pub waits: bool,
}

/// How far a member is with giving reviews.
pub async fn giving(conn: &mut Conn, assignment: ConversationId, member: MemberId) -> anyhow::Result<Giving> {
    Ok(store::giving(conn, assignment, member).await?.unwrap_or_default())
}

/// One of a member's own reviews.
pub async fn own(
    conn: &mut Conn,
    assignment: ConversationId,
    id: RowId,
    reviewer: MemberId,
) -> anyhow::Result<Option<Review>> {
    Ok(store::own(conn, reviewer, assignment, id).await?)
}

/// The number of the review that a member writes or wrote of a piece.
pub async fn of_pair(conn: &mut Conn, submission: RowId, reviewer: MemberId) -> anyhow::Result<Option<RowId>> {
    Ok(store::of_pair(conn, submission, reviewer).await?)
}

/// What a member reviews and reviewed, the latest first.
pub async fn by(conn: &mut Conn, assignment: ConversationId, reviewer: MemberId) -> anyhow::Result<Vec<Review>> {
    Ok(store::by(conn, reviewer, assignment).await?)
}

/// What was said to a piece, in the order in which it came; for its author, and for those who look after the course.
pub async fn of(conn: &mut Conn, submission: RowId, reader: MemberId) -> anyhow::Result<Vec<Review>> {
    Ok(store::of(conn, reader, submission).await?)
}

/// A review of a piece by this member, for whoever answers it.
pub async fn for_answer(
    conn: &mut Conn,
    assignment: ConversationId,
    id: RowId,
    author: MemberId,
) -> anyhow::Result<Option<Review>> {
    Ok(store::for_answer(conn, author, assignment, id).await?)
}
