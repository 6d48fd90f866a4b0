//! SQL about blocking.

use super::Blocked;
use crate::{
    all,
    ids::MemberId,
    kit::db::{Conn, Tx},
    run,
};

pub async fn insert(tx: &mut Tx, member: MemberId, blocked: MemberId) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "insert into block (member, blocked, since) values ($1, $2, $3) on conflict (member, blocked) do nothing",
        member,
        blocked,
        now
    )?;
    Ok(rows > 0)
}

pub async fn delete(tx: &mut Tx, member: MemberId, blocked: MemberId) -> sqlx::Result<bool> {
    Ok(run!(tx, "delete from block where member = $1 and blocked = $2", member, blocked)? > 0)
}

pub async fn of(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> = all!(conn, "select blocked from block where member = $1", member)?;
    Ok(rows.into_iter().map(|(blocked,)| blocked).collect())
}

pub async fn list(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<Blocked>> {
    all!(
        conn,
        "select m.id, m.name, m.handle, m.picture, b.since from block b join member m on m.id = b.blocked
          where b.member = $1 order by b.since desc, m.id desc",
        member
    )
}

pub async fn who_blocked(conn: &mut Conn, blocked: MemberId) -> sqlx::Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> = all!(conn, "select member from block where blocked = $1", blocked)?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

pub async fn forget_member(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from block where member = $1 or blocked = $1", member)?;
    Ok(())
}
