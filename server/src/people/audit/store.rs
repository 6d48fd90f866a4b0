//! SQL about the audit log.

use super::Act;
use crate::{
    all,
    ids::MemberId,
    kit::db::{Conn, Tx},
    one, run,
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

pub async fn rename(tx: &mut Tx, from: &str, to: &str) -> sqlx::Result<()> {
    run!(tx, "update audit set subject = $2 where subject = $1", from, to)?;
    Ok(())
}

pub async fn forget_under(tx: &mut Tx, address: &str) -> sqlx::Result<()> {
    run!(tx, "update audit set subject = '' where substr(subject, 1, length($1)) = $1", address)?;
    Ok(())
}

pub async fn forget_detail(tx: &mut Tx, detail: &str) -> sqlx::Result<()> {
    run!(tx, "update audit set detail = '' where detail = $1", detail)?;
    Ok(())
}

pub async fn before(conn: &mut Conn, before: i64, limit: i64) -> sqlx::Result<Vec<Act>> {
    all!(
        conn,
        "select a.id, a.at, m.name as actor, a.verb, a.subject, a.detail from audit a left join member m on m.id = a.actor
          where a.id < $1
          order by a.id desc limit $2",
        before,
        limit
    )
}

pub async fn last_of(conn: &mut Conn, subject: &str) -> sqlx::Result<Option<Act>> {
    one!(
        conn,
        "select a.id, a.at, m.name as actor, a.verb, a.subject, a.detail from audit a left join member m on m.id = a.actor
          where a.subject = $1
          order by a.id desc limit 1",
        subject
    )
}
