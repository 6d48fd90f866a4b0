//! SQL about other addresses.

use super::{Asked, Elsewhere};
use crate::{
    ids::{MemberId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, value,
};

pub async fn find(conn: &mut Conn, member: MemberId, since: Timestamp) -> sqlx::Result<Option<Elsewhere>> {
    one!(
        conn,
        "select address, case when asked_at > $2 then asked end as asked from mail_address where member = $1",
        member,
        since
    )
}

pub async fn address(conn: &mut Conn, member: MemberId) -> sqlx::Result<Option<String>> {
    value!(conn, "select address from mail_address where member = $1 and address is not null", member)
}

pub async fn ask(tx: &mut Tx, member: MemberId, address: &str, hash: &[u8]) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into mail_address (member, asked, hash, asked_at) values ($1, $2, $3, $4)
         on conflict (member) do update
            set asked = excluded.asked, hash = excluded.hash, asked_at = excluded.asked_at",
        member,
        address,
        hash,
        now
    )?;
    Ok(())
}

pub async fn asked_by(conn: &mut Conn, hash: &[u8], since: Timestamp) -> sqlx::Result<Option<Asked>> {
    one!(conn, "select member, asked from mail_address where hash = $1 and asked_at > $2", hash, since)
}

pub async fn confirm(tx: &mut Tx, hash: &[u8], since: Timestamp) -> sqlx::Result<Option<MemberId>> {
    value!(
        tx,
        "update mail_address set address = asked, asked = null, asked_at = null
          where hash = $1 and asked_at > $2 returning member",
        hash,
        since
    )
}

pub async fn is_confirmed(conn: &mut Conn, hash: &[u8]) -> sqlx::Result<bool> {
    let found: Option<MemberId> = value!(
        conn,
        "select member from mail_address where hash = $1 and asked_at is null and address is not null",
        hash
    )?;
    Ok(found.is_some())
}

pub async fn delete(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from mail_address where member = $1", member)?;
    Ok(())
}
