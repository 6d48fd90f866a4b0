//! SQL about agreements.

use super::{Agreement, Draft, Given, Said};
use crate::{
    all,
    ids::{MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, value,
};

/// An answer that counts.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Answer {
    round: i64,
    #[sqlx(rename = "answer")]
    word: String,
    /// How much work time it is, in minutes a week.
    pub minutes: Option<i64>,
    /// How much was asked for.
    pub asks_minutes: Option<i64>,
    /// When its address was confirmed.
    pub confirmed_at: Timestamp,
    /// The letter as it was answered.
    pub letter: String,
    /// In their words.
    pub note: String,
    /// Who answered.
    pub name: String,
    /// As what.
    pub role: String,
    /// From which address.
    pub email: String,
}

impl Answer {
    /// What was answered.
    pub fn said(&self) -> Said {
        self.word.parse().unwrap_or(Said::Asked)
    }

    /// Whether it answers what is asked now.
    pub fn is_to(&self, agreement: &Agreement) -> bool {
        self.round == agreement.round
    }
}

/// Something that was agreed to.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Approved {
    /// The number of the answer.
    pub id: RowId,
    /// How much work time it is, in minutes a week.
    pub minutes: Option<i64>,
    /// When its address was confirmed.
    pub confirmed_at: Timestamp,
    /// What it is for.
    pub title: String,
    /// As what whoever agreed did so.
    pub role: String,
}

/// Something that happened to a request.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Step {
    /// When.
    pub at: Timestamp,
    #[sqlx(rename = "step")]
    word: String,
    /// From which address, if it came from one.
    pub detail: String,
}

impl Step {
    /// The message that says it.
    pub fn key(&self) -> &'static str {
        match self.word.as_str() {
            "begun" => "agreement-step-begun",
            "changed" => "agreement-step-changed",
            "link-made" => "agreement-step-link-made",
            "link-ended" => "agreement-step-link-ended",
            "answer-given" => "agreement-step-answer-given",
            "approved" => "agreement-step-approved",
            "declined" => "agreement-step-declined",
            _ => "agreement-step-asked",
        }
    }
}

/// The columns of an agreement `a`, and what was answered to what it asks now.
macro_rules! agreements {
    ($rest:literal) => {
        concat!(
            "select a.id, a.member, a.course, a.support, a.has_minutes, a.round, a.asks_minutes, a.tied, a.expires_at,
                    a.edited_at, a.title, a.note, a.to_name, a.to_email, a.letter, a.reply, w.answer as said
               from agreement a
               left join agreement_answer w on w.agreement = a.id and w.round = a.round and w.confirmed_at is not null
              where ",
            $rest
        )
    };
}

pub async fn count(conn: &mut Conn, member: MemberId) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(conn, "select count(*) from agreement where member = $1", member)?;
    Ok(count.unwrap_or_default())
}

pub async fn insert(tx: &mut Tx, member: MemberId, draft: &Draft) -> sqlx::Result<RowId> {
    let (now, id) = (tx.now, RowId(tx.new_id()));
    run!(
        tx,
        "insert into agreement (id, member, course, support, has_minutes, round, asks_minutes, tied, edited_at, title,
                                note, to_name, to_email, letter, reply)
         values ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        id,
        member,
        draft.course,
        draft.support.word(),
        draft.has,
        draft.asks,
        draft.tied,
        now,
        &draft.title,
        &draft.note,
        &draft.to_name,
        &draft.to_email,
        &draft.letter,
        &draft.reply
    )?;
    Ok(id)
}

pub async fn all(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<Agreement>> {
    all!(conn, agreements!("a.member = $1 order by a.id desc"), member)
}

pub async fn find(conn: &mut Conn, member: MemberId, id: RowId) -> sqlx::Result<Option<Agreement>> {
    one!(conn, agreements!("a.member = $1 and a.id = $2"), member, id)
}

pub async fn by_link(conn: &mut Conn, hash: &[u8], now: Timestamp) -> sqlx::Result<Option<Agreement>> {
    one!(conn, agreements!("a.link = $1 and a.expires_at > $2"), hash, now)
}

pub async fn update(tx: &mut Tx, before: &Agreement, seen: Timestamp, draft: &Draft, anew: bool) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "update agreement
            set support = $4, has_minutes = $5, round = round + $6, asks_minutes = $7, tied = $8, edited_at = $9,
                title = $10, note = $11, to_name = $12, to_email = $13, letter = $14, reply = $15
          where member = $1 and id = $2 and edited_at = $3",
        before.member,
        before.id,
        seen,
        draft.support.word(),
        draft.has,
        i64::from(anew),
        draft.asks,
        draft.tied,
        now,
        &draft.title,
        &draft.note,
        &draft.to_name,
        &draft.to_email,
        &draft.letter,
        &draft.reply
    )?;
    Ok(rows > 0)
}

pub async fn delete(tx: &mut Tx, member: MemberId, id: RowId) -> sqlx::Result<()> {
    run!(tx, "delete from agreement where member = $1 and id = $2", member, id)?;
    Ok(())
}

pub async fn set_link(
    tx: &mut Tx,
    member: MemberId,
    id: RowId,
    link: Option<(&[u8], Timestamp)>,
) -> sqlx::Result<bool> {
    let rows = run!(
        tx,
        "update agreement set link = $3, expires_at = $4
          where member = $1 and id = $2 and (link is not null or $4 is not null)",
        member,
        id,
        link.map(|(hash, _)| hash),
        link.map(|(_, until)| until)
    )?;
    Ok(rows > 0)
}

pub async fn answers(conn: &mut Conn, id: RowId) -> sqlx::Result<Vec<Answer>> {
    all!(
        conn,
        "select round, answer, minutes, asks_minutes, confirmed_at, letter, note, name, role, email
           from agreement_answer where agreement = $1 and confirmed_at is not null order by round desc",
        id
    )
}

pub async fn approved(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<Approved>> {
    all!(
        conn,
        "select w.id, w.minutes, w.confirmed_at, w.title, w.role
           from agreement_answer w join agreement a on a.id = w.agreement
          where a.member = $1 and w.answer = 'approved' and w.confirmed_at is not null order by w.id desc limit 500",
        member
    )
}

pub async fn is_answered(conn: &mut Conn, id: RowId, round: i64) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(
        conn,
        "select cast(1 as bigint) from agreement_answer where agreement = $1 and round = $2 and confirmed_at is not null",
        id,
        round
    )?;
    Ok(found.is_some())
}

pub async fn waiting(conn: &mut Conn, id: RowId, since: Timestamp) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select count(*) from agreement_answer where agreement = $1 and at > $2 and confirmed_at is null",
        id,
        since
    )?;
    Ok(count.unwrap_or_default())
}

pub async fn insert_answer(
    tx: &mut Tx,
    to: &Agreement,
    given: &Given,
    code: &[u8],
    until: Timestamp,
) -> sqlx::Result<RowId> {
    let (now, id) = (tx.now, RowId(tx.new_id()));
    run!(
        tx,
        "insert into agreement_answer (id, agreement, round, answer, minutes, asks_minutes, at, code, code_until, tries,
                                       title, letter, note, name, role, email)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $11, $12, $13, $14, $15)",
        id,
        to.id,
        to.round,
        given.said.word(),
        given.minutes,
        to.asks_minutes,
        now,
        code,
        until,
        &to.title,
        &to.letter,
        &given.note,
        &given.name,
        &given.role,
        &given.email
    )?;
    Ok(id)
}

/// Holds a request until the change is over, if it still asks what it did.
pub async fn hold(tx: &mut Tx, agreement: &Agreement) -> sqlx::Result<bool> {
    let rows = run!(
        tx,
        "update agreement set round = round where id = $1 and round = $2 and link is not null",
        agreement.id,
        agreement.round
    )?;
    Ok(rows > 0)
}

/// Counts a try at the code of an answer, if there may be another.
pub async fn try_code(tx: &mut Tx, to: &Agreement, id: RowId, most: i64) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "update agreement_answer set tries = tries + 1
          where id = $1 and agreement = $2 and round = $3 and confirmed_at is null and code_until > $4 and tries < $5",
        id,
        to.id,
        to.round,
        now,
        most
    )?;
    Ok(rows > 0)
}

pub async fn confirm(tx: &mut Tx, to: &Agreement, id: RowId, code: &[u8]) -> sqlx::Result<Option<Answer>> {
    let now = tx.now;
    one!(
        tx,
        "update agreement_answer set confirmed_at = $5
          where id = $1 and agreement = $2 and round = $3 and confirmed_at is null and code = $4
         returning round, answer, minutes, asks_minutes, confirmed_at, letter, note, name, role, email",
        id,
        to.id,
        to.round,
        code,
        now
    )
}

pub async fn note_step(tx: &mut Tx, id: RowId, step: &str, detail: &str) -> sqlx::Result<()> {
    let (now, step_id) = (tx.now, RowId(tx.new_id()));
    run!(
        tx,
        "insert into agreement_step (id, agreement, at, step, detail) values ($1, $2, $3, $4, $5)",
        step_id,
        id,
        now,
        step,
        detail
    )?;
    Ok(())
}

pub async fn steps(conn: &mut Conn, id: RowId) -> sqlx::Result<Vec<Step>> {
    all!(conn, "select at, step, detail from agreement_step where agreement = $1 order by at, id limit 500", id)
}

pub async fn forget_member(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from agreement where member = $1", member)?;
    Ok(())
}
