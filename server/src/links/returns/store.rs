//! SQL about e-mails that came back.

use super::Returned;
use crate::{
    ids::{RowId, Timestamp},
    kit::db::{Conn, Tx},
    run, value,
};

pub async fn has_letter(conn: &mut Conn, letter: RowId) -> sqlx::Result<bool> {
    let found: Option<RowId> = value!(conn, "select id from letter where id = $1", letter)?;
    Ok(found.is_some())
}

pub async fn insert(tx: &mut Tx, returned: &Returned, once: &str) -> sqlx::Result<()> {
    let (id, now) = (RowId(tx.new_id()), tx.now);
    run!(
        tx,
        "insert into mail_return (id, letter, kind, status, said, once, came_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict do nothing",
        id,
        returned.letter,
        returned.kind.word(),
        &returned.status,
        &returned.said,
        once,
        now
    )?;
    Ok(())
}

pub async fn count(conn: &mut Conn, kind: &str, since: Timestamp) -> sqlx::Result<i64> {
    let count: Option<i64> =
        value!(conn, "select count(*) from mail_return where kind = $1 and came_at >= $2", kind, since)?;
    Ok(count.unwrap_or_default())
}

pub async fn forget(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    run!(tx, "delete from mail_return where came_at < $1", before)?;
    Ok(())
}
