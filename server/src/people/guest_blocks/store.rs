//! SQL about blocked guests.

use super::GuestBlock;
use crate::{
    all,
    ids::{CommentId, MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    run, value,
};

/// So many of the latest comments are looked through for who else writes from a network.
const LOOKED_AT: i64 = 5000;

pub async fn insert(
    tx: &mut Tx,
    by: MemberId,
    email: &str,
    network: &str,
    until: Timestamp,
    reason: &str,
) -> sqlx::Result<()> {
    let (id, now) = (tx.new_id(), tx.now);
    // The same twice is one, with the later words.
    run!(tx, "delete from guest_block where email = $1 and network = $2", email, network)?;
    run!(
        tx,
        "insert into guest_block (id, made_at, until_at, made_by, email, network, reason)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id,
        now,
        until,
        by,
        email,
        network,
        reason
    )?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, id: RowId) -> sqlx::Result<Option<String>> {
    value!(tx, "delete from guest_block where id = $1 returning reason", id)
}

pub async fn list(conn: &mut Conn, now: Timestamp, most: i64) -> sqlx::Result<Vec<GuestBlock>> {
    all!(
        conn,
        "select b.id, b.made_at, b.until_at, m.name as made_by, b.email, b.network, b.reason
           from guest_block b join member m on m.id = b.made_by
          where b.until_at > $1 order by b.made_at desc, b.id desc limit $2",
        now,
        most
    )
}

/// Networks that are blocked, with until when, and this address with no network if it is.
pub async fn that_may_hold(conn: &mut Conn, email: &str, now: Timestamp) -> sqlx::Result<Vec<(String, Timestamp)>> {
    all!(
        conn,
        "select network, until_at from guest_block where until_at > $2 and (email = $1 or network <> '')",
        email,
        now
    )
}

pub async fn note_origin(tx: &mut Tx, comment: CommentId, address: &str) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into guest_origin (comment, at, address) values ($1, $2, $3) on conflict (comment) do nothing",
        comment,
        now,
        address
    )?;
    Ok(())
}

pub async fn origin(conn: &mut Conn, comment: CommentId) -> sqlx::Result<Option<String>> {
    value!(conn, "select address from guest_origin where comment = $1", comment)
}

pub async fn origins(conn: &mut Conn) -> sqlx::Result<Vec<(String, String)>> {
    all!(
        conn,
        "select o.address, c.guest_email from guest_origin o join comment c on c.id = o.comment
          order by o.at desc limit $1",
        LOOKED_AT
    )
}

pub async fn forget(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "delete from guest_origin where at < $1", before)?;
    run!(tx, "delete from guest_block where until_at <= $1", now)?;
    Ok(())
}
