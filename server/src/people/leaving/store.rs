//! SQL about those who are leaving.

use super::Leaving;
use crate::{
    all,
    ids::{MemberId, Timestamp},
    kit::db::{Conn, Tx},
    run, value,
};

/// So many accounts end at once.
const SOME: i64 = 20;

pub async fn insert(tx: &mut Tx, member: MemberId, words: &str, due_at: Timestamp) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into leaving (member, words, asked_at, due_at) values ($1, $2, $3, $4)
         on conflict (member) do update set words = excluded.words",
        member,
        words,
        now,
        due_at
    )?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, member: MemberId) -> sqlx::Result<bool> {
    Ok(run!(tx, "delete from leaving where member = $1", member)? > 0)
}

pub async fn is_leaving(conn: &mut Conn, member: MemberId) -> sqlx::Result<bool> {
    let found: Option<MemberId> = value!(conn, "select member from leaving where member = $1", member)?;
    Ok(found.is_some())
}

pub async fn due(conn: &mut Conn, now: Timestamp) -> sqlx::Result<Vec<Leaving>> {
    all!(conn, "select member, words from leaving where due_at <= $1 order by due_at, member limit $2", now, SOME)
}

/// How many others run the community and are not leaving themselves.
pub async fn other_organisers(conn: &mut Conn, member: MemberId) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select count(*) from member m
          where m.role = 'organiser' and m.confirmed_at is not null and m.suspended_at is null and m.removed_at is null
            and m.id <> $1 and not exists (select 1 from leaving l where l.member = m.id)",
        member
    )?;
    Ok(count.unwrap_or_default())
}
