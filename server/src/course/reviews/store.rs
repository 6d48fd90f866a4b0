//! SQL about reviews.

use super::{Giving, Review};
use crate::{
    all, called,
    ids::{CommentId, ConversationId, MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, readable, run, value,
};

/// A review `r` of the piece `s`, with the post `v` for which the reader is asked.
macro_rules! review {
    ($($rest:expr),*) => {
        concat!(
            "select r.id, r.assignment, r.submission, s.author,
                    case when s.file is not null then s.file_name when ", readable!(), " then v.title else '' end as title,
                    r.reviewer, ",
            called!("r.reviewer", "(select sa.course from assignment sa where sa.id = s.assignment)", "m.name"),
            " as name, m.handle, m.picture, r.due_at, r.done_at, r.lapsed_at, r.is_extra,
                    r.comment, r.helped, r.answered_at, r.answers, r.answer
               from review r join submission s on s.id = r.submission join member m on m.id = r.reviewer
               left join conversation v on v.id = s.post ",
            $($rest),*
        )
    };
}

pub async fn under_way(conn: &mut Conn, assignment: ConversationId, reviewer: MemberId) -> sqlx::Result<Option<RowId>> {
    value!(
        conn,
        "select id from review where assignment = $1 and reviewer = $2 and done_at is null and lapsed_at is null",
        assignment,
        reviewer
    )
}

/// The piece with the fewest reviews that the reader may read and never had, and how many it has. Whoever else draws
/// meanwhile takes another one, unless somebody waits for those that are being drawn.
pub async fn next(
    tx: &mut Tx,
    reader: MemberId,
    assignment: ConversationId,
    waits: bool,
) -> sqlx::Result<Option<(RowId, i64)>> {
    macro_rules! next {
        ($lock:literal) => {
            concat!(
                "select s.id, s.reviews from submission s left join conversation v on v.id = s.post
                  where s.assignment = $2 and s.withdrawn_at is null and s.author <> $1
                    and (s.file is not null or (v.id is not null and ",
                readable!(),
                ")) and not exists (select 1 from review r where r.submission = s.id and r.reviewer = $1)
                    and exists (select 1 from membership p join assignment a on a.course = p.circle
                                 where a.id = s.assignment and p.member = s.author)
                  order by s.reviews, s.handed_in_at, s.id limit 1",
                $lock
            )
        };
    }
    let sql = if waits {
        tx.pick(next!(""), next!(" for update of s"))
    } else {
        tx.pick(next!(""), next!(" for update of s skip locked"))
    };
    one!(tx, sql, reader, assignment)
}

pub async fn begin(
    tx: &mut Tx,
    assignment: ConversationId,
    submission: RowId,
    reviewer: MemberId,
    due_at: Timestamp,
    is_extra: bool,
) -> sqlx::Result<Option<RowId>> {
    let (id, now) = (tx.new_id(), tx.now);
    value!(
        tx,
        "insert into review (id, assignment, submission, reviewer, drawn_at, due_at, is_extra, answers, answer)
         values ($1, $2, $3, $4, $5, $6, $7, '[]', '') on conflict do nothing returning id",
        id,
        assignment,
        submission,
        reviewer,
        now,
        due_at,
        is_extra
    )
}

pub async fn take(
    tx: &mut Tx,
    assignment: ConversationId,
    submission: RowId,
    guide: MemberId,
) -> sqlx::Result<Option<RowId>> {
    let (id, now) = (tx.new_id(), tx.now);
    value!(
        tx,
        "insert into review (id, assignment, submission, reviewer, drawn_at, due_at, is_extra, answers, answer)
         select $1, $2, s.id, $4, $5, null, $6, '[]', '' from submission s
          where s.id = $3 and s.assignment = $2 and s.withdrawn_at is null and s.author <> $4
         on conflict do nothing returning id",
        id,
        assignment,
        submission,
        guide,
        now,
        false
    )
}

pub async fn of_pair(conn: &mut Conn, submission: RowId, reviewer: MemberId) -> sqlx::Result<Option<RowId>> {
    value!(conn, "select id from review where submission = $1 and reviewer = $2", submission, reviewer)
}

pub async fn ask_in_vain(tx: &mut Tx, assignment: ConversationId, member: MemberId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into spare (assignment, member, since) values ($1, $2, $3)
         on conflict (assignment, member) do update set told_at = null",
        assignment,
        member,
        now
    )?;
    Ok(())
}

/// Those who asked in vain the longest and were not told of anything since, so many; they are marked as told.
pub async fn tell_waiting(
    tx: &mut Tx,
    assignment: ConversationId,
    author: MemberId,
    most: i64,
) -> sqlx::Result<Vec<MemberId>> {
    let now = tx.now;
    let told: Vec<(MemberId,)> = all!(
        tx,
        "update spare set told_at = $4
          where assignment = $1 and member in (select w.member from spare w
                                                  join assignment a on a.id = w.assignment
                                                  join membership p on p.circle = a.course and p.member = w.member
                                                where w.assignment = $1 and w.told_at is null and w.member <> $2
                                                order by w.since, w.member limit $3)
         returning member",
        assignment,
        author,
        most,
        now
    )?;
    Ok(told.into_iter().map(|(member,)| member).collect())
}

pub async fn give_back(tx: &mut Tx, id: RowId, reviewer: MemberId) -> sqlx::Result<Option<RowId>> {
    let now = tx.now;
    value!(
        tx,
        "update review set lapsed_at = $3 where id = $1 and reviewer = $2 and done_at is null and lapsed_at is null
         returning submission",
        id,
        reviewer,
        now
    )
}

pub async fn keep(tx: &mut Tx, id: RowId, reviewer: MemberId, answers: &str) -> sqlx::Result<bool> {
    let now = tx.now;
    let kept = run!(
        tx,
        "update review set answers = $3, kept_at = $4 where id = $1 and reviewer = $2 and done_at is null",
        id,
        reviewer,
        answers,
        now
    )?;
    Ok(kept > 0)
}

/// Hands one in that was not yet: whether it had lapsed, how many reviews the piece has besides, and how many are asked of
/// everybody.
pub async fn finish(
    tx: &mut Tx,
    review: &Review,
    answers: &str,
    comment: Option<CommentId>,
) -> sqlx::Result<Option<(bool, i64, i64)>> {
    let now = tx.now;
    let lapsed: Option<(Option<Timestamp>,)> = one!(
        tx,
        "update review set done_at = $2, answers = $3, comment = $4 where id = $1 and done_at is null returning lapsed_at",
        review.id,
        now,
        answers,
        comment
    )?;
    let Some((lapsed_at,)) = lapsed else { return Ok(None) };
    let (reviews, asked): (i64, i64) = one!(
        tx,
        "select s.reviews, a.reviews from submission s join assignment a on a.id = s.assignment where s.id = $1",
        review.submission
    )?
    .unwrap_or_default();
    Ok(Some((lapsed_at.is_some(), reviews, asked)))
}

pub async fn mark_extra(tx: &mut Tx, id: RowId) -> sqlx::Result<()> {
    run!(tx, "update review set is_extra = $2 where id = $1", id, true)?;
    Ok(())
}

/// Empties what a member said in reviews; that they were given stays.
pub async fn forget_words(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "update review set answers = '[]' where reviewer = $1", member)?;
    run!(
        tx,
        "update review set answer = '' where submission in (select id from submission where author = $1)",
        member
    )?;
    Ok(())
}

pub async fn answer(tx: &mut Tx, id: RowId, helped: &str, words: &str) -> sqlx::Result<bool> {
    let now = tx.now;
    let answered = run!(
        tx,
        "update review set helped = $2, answer = $3, answered_at = $4 where id = $1 and done_at is not null",
        id,
        helped,
        words,
        now
    )?;
    Ok(answered > 0)
}

/// Whether anything took too long, or ends now.
pub async fn is_anything_due(conn: &mut Conn, now: Timestamp) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(
        conn,
        "select cast(1 as bigint) where exists (select 1 from review
                                 where done_at is null and lapsed_at is null and due_at is not null and due_at < $1)
            or exists (select 1 from assignment where settled_at is null and reviews > 0 and closes_at <= $1)",
        now
    )?;
    Ok(found.is_some())
}

/// Lets go of what took too long; answers the pieces.
pub async fn lapse(tx: &mut Tx, most: i64) -> sqlx::Result<Vec<RowId>> {
    let now = tx.now;
    let pieces: Vec<(RowId,)> = all!(
        tx,
        "update review set lapsed_at = $1
          where done_at is null and lapsed_at is null and due_at < $1
            and id in (select id from review
                        where done_at is null and lapsed_at is null and due_at is not null and due_at < $1 limit $2)
         returning submission",
        now,
        most
    )?;
    Ok(pieces.into_iter().map(|(piece,)| piece).collect())
}

/// Where no more reviews are given, those who asked in vain need not give what they miss.
pub async fn grant(tx: &mut Tx) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update spare
            set granted = (select case when a.reviews > g.given then a.reviews - g.given else 0 end
                             from assignment a
                             cross join (select count(*) as given from review r
                                          where r.assignment = spare.assignment and r.reviewer = spare.member
                                            and r.done_at is not null) g
                            where a.id = spare.assignment)
          where assignment in (select id from assignment where settled_at is null and reviews > 0 and closes_at <= $1)",
        now
    )?;
    Ok(())
}

pub async fn giving(conn: &mut Conn, assignment: ConversationId, member: MemberId) -> sqlx::Result<Option<Giving>> {
    one!(
        conn,
        "select (select count(*) from review r where r.assignment = $1 and r.reviewer = $2 and r.done_at is not null) as given,
                coalesce((select granted from spare where assignment = $1 and member = $2), 0) as granted,
                exists (select 1 from spare where assignment = $1 and member = $2 and told_at is null) as waits",
        assignment,
        member
    )
}

pub async fn own(
    conn: &mut Conn,
    reader: MemberId,
    assignment: ConversationId,
    id: RowId,
) -> sqlx::Result<Option<Review>> {
    one!(conn, review!("where r.id = $3 and r.assignment = $2 and r.reviewer = $1"), reader, assignment, id)
}

pub async fn by(conn: &mut Conn, reader: MemberId, assignment: ConversationId) -> sqlx::Result<Vec<Review>> {
    all!(
        conn,
        review!("where r.assignment = $2 and r.reviewer = $1 order by r.drawn_at desc, r.id desc limit 200"),
        reader,
        assignment
    )
}

pub async fn of(conn: &mut Conn, reader: MemberId, submission: RowId) -> sqlx::Result<Vec<Review>> {
    all!(
        conn,
        review!("where r.submission = $2 and r.done_at is not null order by r.done_at, r.id limit 200"),
        reader,
        submission
    )
}

pub async fn for_answer(
    conn: &mut Conn,
    reader: MemberId,
    assignment: ConversationId,
    id: RowId,
) -> sqlx::Result<Option<Review>> {
    one!(
        conn,
        review!("where r.id = $3 and r.assignment = $2 and s.author = $1 and r.done_at is not null"),
        reader,
        assignment,
        id
    )
}
