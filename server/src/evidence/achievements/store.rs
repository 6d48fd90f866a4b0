//! SQL about achievements and awards.

use super::{Achievement, Award, Certified, Draft, Earned, Given, Had, rules::Requests};
use crate::{
    all,
    ids::{CircleId, MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, value,
};

/// An achievement `a` and the course it belongs to; the rest of the statement follows.
macro_rules! achievements {
    ($rest:literal) => {
        concat!(
            "select a.id, a.course, a.level, a.repeats, a.in_use_at, a.edited_at, a.lang, a.picture, a.name,
                    a.description, a.criteria, a.certifies, a.requests_from, k.name as course_title,
                    k.address as course_address,
                    c.opened_at as course_opened_at,
                    (select count(*) from award w where w.achievement = a.id and w.taken_back_at is null) as awarded
               from achievement a
               left join circle k on k.id = a.course
               left join course c on c.id = a.course ",
            $rest
        )
    };
}

/// An award `w` with what it is of, to whom and by whom; the rest of the statement follows.
macro_rules! awards {
    ($rest:literal) => {
        concat!(
            "select w.id, w.achievement, w.member, w.awarded_by, w.awarded_at, w.shown_at, w.declined_at,
                    w.taken_back_at, w.why, w.evidence, w.evidence_url, a.name, a.lang, a.picture, m.name as holder,
                    m.handle, m.picture as holder_picture, b.name as by_name,
                    k.name as course_title
               from award w
               join achievement a on a.id = w.achievement
               join member m on m.id = w.member
               left join member b on b.id = w.awarded_by
               left join circle k on k.id = w.course ",
            $rest
        )
    };
}

pub async fn insert(
    tx: &mut Tx,
    by: MemberId,
    course: Option<CircleId>,
    lang: &str,
    draft: &Draft,
) -> sqlx::Result<RowId> {
    let (now, id) = (tx.now, RowId(tx.new_id()));
    run!(
        tx,
        "insert into achievement (id, course, level, repeats, made_by, edited_at, lang, picture, name, description,
                                  criteria, requests_from)
         values ($1, $2, $3, $4, $5, $6, $7, '', $8, $9, $10, $11)",
        id,
        course,
        draft.level.word(),
        draft.repeats.word(),
        by,
        now,
        lang,
        &draft.name,
        &draft.description,
        &draft.criteria,
        requests_from(draft, now)
    )?;
    Ok(id)
}

fn requests_from(draft: &Draft, now: Timestamp) -> Option<Timestamp> {
    (draft.requests == Requests::Taken).then_some(now)
}

/// Changes one that nobody changed since `seen`. Once it was awarded, how often it can be had stays as it is.
pub async fn update(tx: &mut Tx, id: RowId, seen: Timestamp, draft: &Draft) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "update achievement
            set level = $3, name = $4, description = $5, criteria = $6, edited_at = $7,
                repeats = case when exists (select 1 from award w where w.achievement = $1) then repeats else $8 end,
                requests_from = case when cast($9 as bigint) is null then null else coalesce(requests_from, $9) end
          where id = $1 and edited_at = $2",
        id,
        seen,
        draft.level.word(),
        &draft.name,
        &draft.description,
        &draft.criteria,
        now,
        draft.repeats.word(),
        requests_from(draft, now)
    )?;
    Ok(rows > 0)
}

pub async fn put_in_use(tx: &mut Tx, id: RowId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "update achievement set in_use_at = $2 where id = $1 and in_use_at is null", id, now)?;
    Ok(())
}

pub async fn put_out_of_use(tx: &mut Tx, id: RowId) -> sqlx::Result<()> {
    run!(tx, "update achievement set in_use_at = null where id = $1", id)?;
    Ok(())
}

pub async fn set_picture(tx: &mut Tx, id: RowId, file: &str) -> sqlx::Result<()> {
    run!(tx, "update achievement set picture = $2 where id = $1", id, file)?;
    Ok(())
}

/// Nobody changes or awards it until this change ends.
pub async fn hold(tx: &mut Tx, id: RowId) -> sqlx::Result<()> {
    run!(tx, "update achievement set id = id where id = $1", id)?;
    Ok(())
}

pub async fn find(conn: &mut Conn, id: RowId) -> sqlx::Result<Option<Achievement>> {
    one!(conn, achievements!("where a.id = $1"), id)
}

/// Those that everybody may see, and those that the reader leads.
pub async fn list(conn: &mut Conn, reader: MemberId, organises: bool) -> sqlx::Result<Vec<Achievement>> {
    all!(
        conn,
        achievements!(
            "left join membership s on s.circle = a.course and s.member = $1
              where a.certifies = ''
                and ($2 or s.role = 'instructor'
                     or (a.in_use_at is not null and (a.course is null or c.opened_at is not null)))
              order by case when a.course is null then 0 else 1 end, c.starts_on desc, a.course, a.name, a.id limit 1000"
        ),
        reader,
        organises
    )
}

/// Writes an award, unless it is there; answers its number if it was not.
pub async fn award(
    tx: &mut Tx,
    id: RowId,
    achievement: RowId,
    once: &str,
    given: &Given<'_>,
) -> sqlx::Result<Option<RowId>> {
    let now = tx.now;
    value!(
        tx,
        "insert into award (id, achievement, member, course, once, awarded_by, awarded_at, why, evidence, evidence_url)
         values ($1, $2, $3, $4, $5, $6, $7, '', $8, $9)
         on conflict do nothing returning id",
        id,
        achievement,
        given.to,
        given.course,
        once,
        given.by,
        now,
        given.evidence,
        given.address
    )
}

/// What a course certified in the same words.
pub async fn certified(conn: &mut Conn, certified: &Certified<'_>) -> sqlx::Result<Option<RowId>> {
    value!(
        conn,
        "select id from achievement
          where course = $1 and certifies = $2 and lang = $3 and name = $4 and description = $5 and criteria = $6
          order by id limit 1",
        certified.course,
        certified.certifies,
        certified.lang,
        &certified.words.name,
        &certified.words.description,
        &certified.words.criteria
    )
}

pub async fn insert_certified(tx: &mut Tx, certified: &Certified<'_>) -> sqlx::Result<RowId> {
    let (now, id) = (tx.now, RowId(tx.new_id()));
    run!(
        tx,
        "insert into achievement (id, course, level, repeats, made_by, in_use_at, edited_at, lang, picture, name,
                                  description, criteria, certifies)
         values ($1, $2, 'master', 'time', $3, $4, $4, $5, '', $6, $7, $8, $9)",
        id,
        certified.course,
        certified.by,
        now,
        certified.lang,
        &certified.words.name,
        &certified.words.description,
        &certified.words.criteria,
        certified.certifies
    )?;
    Ok(id)
}

pub async fn award_certified(tx: &mut Tx, achievement: RowId, certified: &Certified<'_>) -> sqlx::Result<RowId> {
    let (now, id) = (tx.now, RowId(tx.new_id()));
    run!(
        tx,
        "insert into award (id, achievement, member, course, once, awarded_by, awarded_at, why, evidence, evidence_url)
         values ($1, $2, $3, $4, $5, $6, $7, '', $8, $9)",
        id,
        achievement,
        certified.to,
        certified.course,
        certified.once,
        certified.by,
        now,
        certified.evidence,
        certified.address
    )?;
    Ok(id)
}

pub async fn is_in_use(conn: &mut Conn, id: RowId) -> sqlx::Result<bool> {
    let sql = "select cast(1 as bigint) from achievement where id = $1 and in_use_at is not null";
    let found: Option<i64> = value!(conn, sql, id)?;
    Ok(found.is_some())
}

/// Whether somebody had just this, also if it was taken back, or does not want the badge.
pub async fn had_once(conn: &mut Conn, achievement: RowId, member: MemberId, once: &str) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(
        conn,
        "select cast(1 as bigint) from award
          where achievement = $1 and member = $2
            and (once = $3 or (declined_at is not null and taken_back_at is null)) limit 1",
        achievement,
        member,
        once
    )?;
    Ok(found.is_some())
}

/// Writes an award that a rule gives, unless it is there; answers whether it was not.
pub async fn earn(tx: &mut Tx, id: RowId, achievement: RowId, earned: &Earned<'_>) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "insert into award (id, achievement, member, course, once, awarded_at, why, evidence, evidence_url)
         values ($1, $2, $3, $4, $5, $6, '', $7, '') on conflict do nothing",
        id,
        achievement,
        earned.to,
        earned.course,
        earned.once,
        now,
        earned.evidence
    )?;
    Ok(rows > 0)
}

/// What the members from one to another had; what was taken back bars nobody by having been declined.
pub async fn had(conn: &mut Conn, first: MemberId, last: MemberId) -> sqlx::Result<Vec<Had>> {
    all!(
        conn,
        "select achievement, member, once, case when taken_back_at is null then declined_at end as declined_at
           from award where member between $1 and $2",
        first,
        last
    )
}

/// The award that another one of the same would be.
pub async fn there(conn: &mut Conn, achievement: RowId, member: MemberId, once: &str) -> sqlx::Result<Option<Award>> {
    one!(
        conn,
        awards!("where w.achievement = $1 and w.member = $2 and w.once = $3 and w.taken_back_at is null"),
        achievement,
        member,
        once
    )
}

pub async fn award_of(conn: &mut Conn, id: RowId) -> sqlx::Result<Option<Award>> {
    one!(conn, awards!("where w.id = $1"), id)
}

pub async fn awards_of(conn: &mut Conn, achievement: RowId, before: RowId, limit: i64) -> sqlx::Result<Vec<Award>> {
    all!(
        conn,
        awards!("where w.achievement = $1 and w.id < $2 order by w.id desc limit $3"),
        achievement,
        before,
        limit
    )
}

/// What somebody was awarded and holds, the latest first; what they declined, too.
pub async fn of_member(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<Award>> {
    all!(conn, awards!("where w.member = $1 and w.taken_back_at is null order by w.id desc limit 1000"), member)
}

/// What somebody shows to others, the latest first.
pub async fn shown_of(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<Award>> {
    all!(
        conn,
        awards!(
            "where w.member = $1 and w.shown_at is not null and w.declined_at is null and w.taken_back_at is null
             order by w.id desc limit 1000"
        ),
        member
    )
}

pub async fn show(tx: &mut Tx, member: MemberId, id: RowId) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "update award set shown_at = $3
          where id = $1 and member = $2 and shown_at is null and declined_at is null and taken_back_at is null",
        id,
        member,
        now
    )?;
    Ok(rows > 0)
}

pub async fn hide(tx: &mut Tx, member: MemberId, id: RowId) -> sqlx::Result<bool> {
    let rows = run!(
        tx,
        "update award set shown_at = null where id = $1 and member = $2 and shown_at is not null",
        id,
        member
    )?;
    Ok(rows > 0)
}

pub async fn decline(tx: &mut Tx, member: MemberId, id: RowId) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "update award set declined_at = $3, shown_at = null
          where id = $1 and member = $2 and declined_at is null and taken_back_at is null",
        id,
        member,
        now
    )?;
    Ok(rows > 0)
}

pub async fn accept(tx: &mut Tx, member: MemberId, id: RowId) -> sqlx::Result<bool> {
    let rows = run!(
        tx,
        "update award set declined_at = null
          where id = $1 and member = $2 and declined_at is not null and taken_back_at is null",
        id,
        member
    )?;
    Ok(rows > 0)
}

pub async fn take_back(tx: &mut Tx, id: RowId, by: MemberId, why: &str) -> sqlx::Result<Option<MemberId>> {
    let now = tx.now;
    value!(
        tx,
        "update award set taken_back_at = $2, taken_back_by = $3, why = $4, shown_at = null
          where id = $1 and taken_back_at is null returning member",
        id,
        now,
        by,
        why
    )
}

pub async fn forget_member(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from award where member = $1", member)?;
    Ok(())
}
