//! SQL about e-mails.

use super::{Letter, Subscription};
use crate::{
    ids::RowId,
    kit::db::{Conn, Tx},
    one, run,
};

pub async fn insert(
    tx: &mut Tx,
    id: RowId,
    recipient: &str,
    reply_to: &str,
    subject: &str,
    body: &str,
) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into letter (id, recipient, subject, body, written_at, reply_to) values ($1, $2, $3, $4, $5, $6)",
        id,
        recipient,
        subject,
        body,
        now,
        reply_to
    )?;
    Ok(())
}

pub async fn insert_of(
    tx: &mut Tx,
    id: RowId,
    recipient: &str,
    subject: &str,
    (body, html): (&str, &str),
    of: &Subscription<'_>,
) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into letter (id, recipient, subject, body, html, written_at, member, kind, thread, unsubscribe, reply_to,
                             guest, words)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        id,
        recipient,
        subject,
        body,
        html,
        now,
        of.member,
        of.kind,
        of.thread,
        of.unsubscribe,
        of.reply_to,
        of.guest,
        of.words
    )?;
    Ok(())
}

pub async fn waiting(conn: &mut Conn, id: RowId) -> sqlx::Result<Option<Letter>> {
    one!(
        conn,
        "select recipient, subject, body, html, reply_to, thread, unsubscribe, member, guest, kind, tried_at, words
           from letter where id = $1 and sent_at is null and body <> ''",
        id
    )
}

pub async fn not_taken(tx: &mut Tx, id: RowId) -> sqlx::Result<()> {
    run!(tx, "update letter set tried_at = null where id = $1", id)?;
    Ok(())
}

pub async fn tried(tx: &mut Tx, id: RowId) -> sqlx::Result<u64> {
    let now = tx.now;
    run!(tx, "update letter set tried_at = $2 where id = $1 and sent_at is null and body <> ''", id, now)
}

pub async fn forget(tx: &mut Tx, recipient: &str) -> sqlx::Result<()> {
    run!(tx, "delete from letter where recipient = $1", recipient)?;
    Ok(())
}

pub async fn forget_old(tx: &mut Tx, before: i64, most: i64) -> sqlx::Result<u64> {
    run!(tx, "delete from letter where id in (select id from letter where id < $1 order by id limit $2)", before, most)
}

pub async fn take_back(tx: &mut Tx, thread: &str) -> sqlx::Result<()> {
    run!(tx, "delete from letter where thread = $1 and sent_at is null and tried_at is null", thread)?;
    Ok(())
}

pub async fn take_back_one(tx: &mut Tx, id: RowId) -> sqlx::Result<()> {
    run!(tx, "delete from letter where id = $1 and sent_at is null and tried_at is null", id)?;
    Ok(())
}

pub async fn take_back_of_guest(tx: &mut Tx, guest: RowId) -> sqlx::Result<()> {
    run!(tx, "delete from letter where guest = $1 and sent_at is null and tried_at is null", guest)?;
    Ok(())
}

pub async fn sent(tx: &mut Tx, id: RowId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "update letter set sent_at = $2, body = '', html = '', words = null where id = $1", id, now)?;
    Ok(())
}

pub async fn given_up(tx: &mut Tx, id: RowId) -> sqlx::Result<()> {
    run!(tx, "update letter set tried_at = null, body = '', html = '', words = null where id = $1", id)?;
    Ok(())
}
