//! SQL about sessions.

use super::SignIn;
use crate::{
    all,
    ids::{MemberId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, value,
};

pub async fn create(
    tx: &mut Tx,
    hash: &[u8],
    member: Option<MemberId>,
    data: &str,
    expires_at: Timestamp,
) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into session (hash, member, data, started_at, seen_at, expires_at) values ($1, $2, $3, $4, $4, $5)",
        hash,
        member,
        data,
        now,
        expires_at
    )?;
    Ok(())
}

pub async fn save(tx: &mut Tx, hash: &[u8], data: &str, expires_at: Timestamp) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update session set data = $2, seen_at = $3, expires_at = $4 where hash = $1",
        hash,
        data,
        now,
        expires_at
    )?;
    Ok(())
}

pub async fn load(conn: &mut Conn, hash: &[u8], now: Timestamp) -> sqlx::Result<Option<(String, Timestamp)>> {
    one!(conn, "select data, expires_at from session where hash = $1 and expires_at > $2", hash, now)
}

pub async fn delete(tx: &mut Tx, hash: &[u8]) -> sqlx::Result<Option<MemberId>> {
    let member: Option<Option<MemberId>> = value!(tx, "delete from session where hash = $1 returning member", hash)?;
    Ok(member.flatten())
}

pub async fn of(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<SignIn>> {
    all!(conn, "select hash, data, started_at, seen_at from session where member = $1 order by seen_at desc", member)
}

pub async fn end(tx: &mut Tx, member: MemberId, hash: &[u8]) -> sqlx::Result<()> {
    run!(tx, "delete from session where member = $1 and hash = $2", member, hash)?;
    Ok(())
}

pub async fn end_all(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from session where member = $1", member)?;
    Ok(())
}

pub async fn forget_expired(tx: &mut Tx, now: Timestamp) -> sqlx::Result<()> {
    run!(tx, "delete from session where expires_at < $1", now)?;
    Ok(())
}
