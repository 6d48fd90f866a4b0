//! SQL about addresses of feeds.

use super::FeedAddress;
use crate::{
    ids::{MemberId, RowId},
    kit::db::{Conn, Tx},
    one, run,
};

pub async fn of(conn: &mut Conn, member: MemberId) -> sqlx::Result<Option<FeedAddress>> {
    one!(conn, "select id, member, made_at from feed_address where member = $1", member)
}

pub async fn by_id(conn: &mut Conn, id: RowId) -> sqlx::Result<Option<FeedAddress>> {
    one!(conn, "select id, member, made_at from feed_address where id = $1", id)
}

pub async fn put(tx: &mut Tx, id: RowId, member: MemberId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into feed_address (id, member, made_at) values ($1, $2, $3)
         on conflict (member) do update set id = excluded.id, made_at = excluded.made_at",
        id,
        member,
        now
    )?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from feed_address where member = $1", member)?;
    Ok(())
}
