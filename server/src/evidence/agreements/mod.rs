//! Agreements: what support a member has for learning, and a request for it that a manager without an account answers.
//!
//! A request goes out as a link, whose secret is in it alone. Whoever opens it sees what is shared and nothing else, and
//! changes nothing by that: filters of mail open every link. An answer counts once whoever gives it has typed what was
//! sent to their address; it keeps the letter as it was answered. One answer stands to each letter.

pub mod letters;
pub mod rules;
mod store;

pub use self::{
    rules::{Draft, Given, Said, State},
    store::{Answer, Approved, Step},
};
use crate::{
    ids::{CircleId, MemberId, RowId, Timestamp},
    kit::{
        db::{Conn, Tx},
        secrets,
    },
    links::notices,
};

/// A request, and what its member keeps for themselves about it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Agreement {
    /// Its number.
    pub id: RowId,
    /// Whose it is.
    pub member: MemberId,
    course: Option<CircleId>,
    support: String,
    has_minutes: Option<i64>,
    /// Counts what is asked.
    pub round: i64,
    asks_minutes: Option<i64>,
    tied: bool,
    /// Until when its link is good; none: there is no link.
    pub expires_at: Option<Timestamp>,
    /// When it was last changed: the version a form was filled with.
    pub edited_at: Timestamp,
    /// What it is for.
    pub title: String,
    note: String,
    to_name: String,
    to_email: String,
    letter: String,
    reply: String,
    said: Option<String>,
}

impl Agreement {
    /// What it says.
    pub fn draft(&self) -> Draft {
        Draft {
            course: self.course,
            title: self.title.clone(),
            support: self.support.parse().unwrap_or_default(),
            has: self.has_minutes,
            note: self.note.clone(),
            to_name: self.to_name.clone(),
            to_email: self.to_email.clone(),
            tied: self.tied,
            asks: self.asks_minutes,
            letter: self.letter.clone(),
            reply: self.reply.clone(),
        }
    }

    /// Where it stands.
    pub fn state(&self, now: Timestamp) -> State {
        State::of(self.said.as_deref().and_then(|word| word.parse().ok()), self.expires_at, now)
    }
}

/// Begins a request; none, if the member has too many.
pub async fn begin(tx: &mut Tx, member: MemberId, draft: &Draft) -> anyhow::Result<Option<RowId>> {
    if store::count(tx, member).await? >= rules::MOST {
        return Ok(None);
    }
    let id = store::insert(tx, member, draft).await?;
    store::note_step(tx, id, "begun", "").await?;
    Ok(Some(id))
}

/// All of a member, the latest first.
pub async fn all(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<Agreement>> {
    Ok(store::all(conn, member).await?)
}

/// One of a member's own.
pub async fn find(conn: &mut Conn, member: MemberId, id: RowId) -> anyhow::Result<Option<Agreement>> {
    Ok(store::find(conn, member, id).await?)
}

/// Changes a request that nobody changed since `seen`; answers whether it did. What is asked otherwise is asked anew.
pub async fn change(tx: &mut Tx, before: &Agreement, seen: Timestamp, draft: &Draft) -> anyhow::Result<bool> {
    let anew = draft.asks_otherwise(&before.draft());
    if !store::update(tx, before, seen, draft, anew).await? {
        return Ok(false);
    }
    if anew {
        store::note_step(tx, before.id, "changed", "").await?;
    }
    Ok(true)
}

/// Removes a request with all that was answered.
pub async fn remove(tx: &mut Tx, member: MemberId, id: RowId) -> anyhow::Result<()> {
    Ok(store::delete(tx, member, id).await?)
}

/// Makes the link of a request, good for so many days, and answers its secret, which is stored nowhere. One it had before
/// is over.
pub async fn make_link(tx: &mut Tx, member: MemberId, id: RowId, days: i64) -> anyhow::Result<Option<String>> {
    let secret = secrets::make();
    let until = tx.now.plus_days(days);
    if !store::set_link(tx, member, id, Some((&secrets::hash(&secret), until))).await? {
        return Ok(None);
    }
    store::note_step(tx, id, "link-made", "").await?;
    Ok(Some(secret))
}

/// Ends the link of a request.
pub async fn end_link(tx: &mut Tx, member: MemberId, id: RowId) -> anyhow::Result<()> {
    if store::set_link(tx, member, id, None).await? {
        store::note_step(tx, id, "link-ended", "").await?;
    }
    Ok(())
}

/// The request that a secret leads to, as long as its link is good.
pub async fn held(conn: &mut Conn, secret: &str, now: Timestamp) -> anyhow::Result<Option<Agreement>> {
    Ok(store::by_link(conn, &secrets::hash(secret), now).await?)
}

/// What was agreed to, and counts, whatever it was that was asked; the latest first.
pub async fn approved(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<Approved>> {
    Ok(store::approved(conn, member).await?)
}

/// What was answered, and counts; the latest first.
pub async fn answers(conn: &mut Conn, id: RowId) -> anyhow::Result<Vec<Answer>> {
    Ok(store::answers(conn, id).await?)
}

/// What happened, in its order.
pub async fn steps(conn: &mut Conn, id: RowId) -> anyhow::Result<Vec<Step>> {
    Ok(store::steps(conn, id).await?)
}

/// Why an answer is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotTaken {
    /// It was answered.
    Answered,
    /// Too many wait for the code of their address.
    TooMany,
}

/// Takes an answer, which counts once its address is confirmed; answers its number and the code for that.
pub async fn answer(tx: &mut Tx, to: &Agreement, given: &Given) -> anyhow::Result<Result<(RowId, String), NotTaken>> {
    if store::is_answered(tx, to.id, to.round).await? {
        return Ok(Err(NotTaken::Answered));
    }
    let since = tx.now.plus_days(-1);
    if store::waiting(tx, to.id, since).await? >= rules::MOST_WAITING {
        return Ok(Err(NotTaken::TooMany));
    }
    let code = secrets::code();
    let id =
        store::insert_answer(tx, to, given, &secrets::hash(&code), tx.now.plus_minutes(rules::CODE_MINUTES)).await?;
    store::note_step(tx, to.id, "answer-given", &given.email).await?;
    Ok(Ok((id, code)))
}

/// How it went with a code.
#[derive(Clone, Debug)]
pub enum Confirmed {
    /// The answer counts.
    Now(Box<Answer>),
    /// It did before, or another one came first.
    Answered,
    /// It is not the code.
    Wrong,
    /// It is too old, was mistyped too often, or the request was changed meanwhile.
    Over,
}

/// Whoever gave an answer has typed the code that was sent to their address.
pub async fn confirm(tx: &mut Tx, to: &Agreement, id: RowId, code: &str) -> anyhow::Result<Confirmed> {
    // Two who confirm at once come one after the other.
    if !store::hold(tx, to).await? {
        return Ok(Confirmed::Over);
    }
    if store::is_answered(tx, to.id, to.round).await? {
        return Ok(Confirmed::Answered);
    }
    if !store::try_code(tx, to, id, rules::TRIES).await? {
        return Ok(Confirmed::Over);
    }
    let Some(answer) = store::confirm(tx, to, id, &secrets::hash_of_code(code)).await? else {
        return Ok(Confirmed::Wrong);
    };
    store::note_step(tx, to.id, answer.said().word(), &answer.email).await?;
    notices::agreement_answered(tx, to.member).await?;
    Ok(Confirmed::Now(Box::new(answer)))
}

/// What somebody whose account ends asked for goes with it.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_member(tx, member).await?)
}
