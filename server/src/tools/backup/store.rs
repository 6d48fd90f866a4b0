//! What is remembered of backups.

use crate::{
    ids::{RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, run,
};

/// A backup is good: from now on it is the last one.
pub async fn note(tx: &mut Tx, made_at: Timestamp, bytes: i64, name: &str) -> sqlx::Result<()> {
    let id = RowId(tx.new_id());
    run!(tx, "delete from backup")?;
    run!(tx, "insert into backup (id, made_at, bytes, name) values ($1, $2, $3, $4)", id, made_at, bytes, name)?;
    Ok(())
}

/// The last good one.
pub async fn last(conn: &mut Conn) -> sqlx::Result<Option<super::Last>> {
    one!(conn, "select made_at, bytes, name from backup order by made_at desc limit 1")
}
