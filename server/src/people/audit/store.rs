//! SQL about the audit log.

use super::Act;
use crate::{
    all,
    ids::MemberId,
    kit::db::{Conn, Tx},
    run,
};

pub async fn insert(tx: &mut Tx, actor: Option<MemberId>, verb: &str, subject: &str, detail: &str) -> sqlx::Result<()> {
    let (id, now) = (tx.new_id(), tx.now);
    run!(
        tx,
        "insert into audit (id, at, actor, verb, subject, detail) values ($1, $2, $3, $4, $5, $6)",
        id,
        now,
        actor,
        verb,
        subject,
        detail
    )?;
    Ok(())
}

pub async fn latest(conn: &mut Conn, limit: i64) -> sqlx::Result<Vec<Act>> {
    all!(
        conn,
        "select a.at, m.name as actor, a.verb, a.subject, a.detail from audit a left join member m on m.id = a.actor
          order by a.id desc limit $1",
        limit
    )
}
