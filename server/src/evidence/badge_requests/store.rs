//! SQL about requests for badges.

use super::{Asked, Post, Request, State};
use crate::{
    all,
    ids::{MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, value,
};

/// A request `y` with its badge, who asks and who decided; the rest of the statement follows.
macro_rules! requests {
    ($($rest:expr),*) => {
        concat!(
            "select y.id, y.achievement, y.member, y.course, y.state, y.asked_at, y.decided_by,
                    y.decided_at, y.words, y.address, y.answer, a.name, a.lang, a.picture as badge_picture,
                    m.name as asker, m.handle, m.picture as asker_picture, b.name as by_name,
                    k.name as course_title
               from badge_request y
               join achievement a on a.id = y.achievement
               join member m on m.id = y.member
               left join member b on b.id = y.decided_by
               left join circle k on k.id = y.course ",
            $($rest),*
        )
    };
}

/// Whether the member `$1` decides about requests for the badge `a` and did not ask themselves; `$2`: they run the community.
macro_rules! is_decided_by {
    () => {
        "y.member <> $1
         and ($2 or a.course in (select s.circle from membership s where s.member = $1 and s.role = 'instructor'))"
    };
}

pub async fn insert(
    tx: &mut Tx,
    member: MemberId,
    achievement: RowId,
    asked: &Asked<'_>,
) -> sqlx::Result<Option<RowId>> {
    let (now, id) = (tx.now, RowId(tx.new_id()));
    value!(
        tx,
        "insert into badge_request (id, achievement, member, course, state, asked_at, edited_at, words, address, answer)
         values ($1, $2, $3, $4, 'open', $5, $5, $6, $7, '') on conflict do nothing returning id",
        id,
        achievement,
        member,
        asked.course,
        now,
        asked.words,
        asked.address
    )
}

/// Changes what is under way; answers its number, and whether it waited for that.
pub async fn change(
    tx: &mut Tx,
    member: MemberId,
    achievement: RowId,
    asked: &Asked<'_>,
) -> sqlx::Result<Option<(RowId, bool)>> {
    let now = tx.now;
    // Held, so that nobody decides about it meanwhile.
    let held: Option<(RowId,)> = one!(
        tx,
        "update badge_request set state = state
          where member = $1 and achievement = $2 and state in ('open', 'more') returning id",
        member,
        achievement
    )?;
    let Some((id,)) = held else { return Ok(None) };
    let state: Option<String> = value!(tx, "select state from badge_request where id = $1", id)?;
    run!(
        tx,
        "update badge_request set state = 'open', course = $2, words = $3, address = $4, edited_at = $5 where id = $1",
        id,
        asked.course,
        asked.words,
        asked.address,
        now
    )?;
    Ok(Some((id, state.as_deref() == Some(State::More.word()))))
}

/// Takes back what is under way; answers whom that was told.
pub async fn withdraw(tx: &mut Tx, member: MemberId, achievement: RowId) -> sqlx::Result<Vec<MemberId>> {
    let now = tx.now;
    let id: Option<RowId> = value!(
        tx,
        "update badge_request set state = 'withdrawn', edited_at = $3
          where member = $1 and achievement = $2 and state in ('open', 'more') returning id",
        member,
        achievement,
        now
    )?;
    let Some(id) = id else { return Ok(vec![]) };
    let told: Vec<(MemberId,)> =
        all!(tx, "select distinct t.member from direct_notice t where t.request = $1 and t.seen_at is null", id)?;
    Ok(told.into_iter().map(|(member,)| member).chain([member]).collect())
}

/// Decides about what waits; answers whether it did.
pub async fn decide(tx: &mut Tx, by: MemberId, id: RowId, state: State, answer: &str) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "update badge_request set state = $3, decided_by = $2, decided_at = $4, answer = $5
          where id = $1 and state = 'open' and member <> $2",
        id,
        by,
        state.word(),
        now,
        answer
    )?;
    Ok(rows > 0)
}

pub async fn gave(tx: &mut Tx, id: RowId, award: RowId) -> sqlx::Result<()> {
    run!(tx, "update badge_request set award = $2 where id = $1", id, award)?;
    Ok(())
}

pub async fn find(conn: &mut Conn, id: RowId) -> sqlx::Result<Option<Request>> {
    one!(conn, requests!("where y.id = $1"), id)
}

pub async fn waiting(
    conn: &mut Conn,
    reviewer: MemberId,
    organises: bool,
    (asked_at, id): (Timestamp, RowId),
    most: i64,
) -> sqlx::Result<Vec<Request>> {
    all!(
        conn,
        requests!(
            "where y.state = 'open' and (y.asked_at > $3 or (y.asked_at = $3 and y.id > $4)) and ",
            is_decided_by!(),
            " order by y.asked_at, y.id limit $5"
        ),
        reviewer,
        organises,
        asked_at,
        id,
        most
    )
}

pub async fn count(conn: &mut Conn, reviewer: MemberId, organises: bool) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        concat!(
            "select count(*) from badge_request y join achievement a on a.id = y.achievement
              where y.state = 'open' and ",
            is_decided_by!()
        ),
        reviewer,
        organises
    )?;
    Ok(count.unwrap_or_default())
}

pub async fn decided(conn: &mut Conn, reviewer: MemberId, organises: bool, most: i64) -> sqlx::Result<Vec<Request>> {
    all!(
        conn,
        requests!(
            "where y.state in ('approved', 'declined', 'more') and ",
            is_decided_by!(),
            " order by y.decided_at desc, y.id desc limit $3"
        ),
        reviewer,
        organises,
        most
    )
}

pub async fn of_member(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<Request>> {
    all!(conn, requests!("where y.member = $1 order by y.id desc limit 200"), member)
}

pub async fn posts(conn: &mut Conn, member: MemberId, most: i64) -> sqlx::Result<Vec<Post>> {
    all!(
        conn,
        "select v.title, v.path, v.lang from conversation v
          where v.author = $1 and v.kind = 'post' and v.opened_at is not null and v.audience in (1, 2)
          order by v.opened_at desc, v.id desc limit $2",
        member,
        most
    )
}

pub async fn forget_member(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from badge_request where member = $1", member)?;
    Ok(())
}
