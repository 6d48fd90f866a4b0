//! SQL about conversations.

use super::About;
use crate::{
    ids::{ConversationId, Timestamp},
    kit::db::Tx,
    run, value,
};

pub async fn insert(tx: &mut Tx, id: ConversationId, kind: &str, about: &About) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into conversation (id, kind, place, author, audience, count, opened_at, changed_at, lang, path, title)
         values ($1, $2, $3, $4, $5, 0, $6, $7, $8, $9, $10)",
        id,
        kind,
        about.place,
        about.author,
        about.audience,
        about.opened_at,
        now,
        &about.lang,
        &about.path,
        &about.title
    )?;
    Ok(())
}

pub async fn describe(tx: &mut Tx, id: ConversationId, about: &About) -> sqlx::Result<()> {
    run!(
        tx,
        "update conversation
            set place = $2, author = $3, audience = $4, opened_at = $5, lang = $6, path = $7, title = $8
          where id = $1",
        id,
        about.place,
        about.author,
        about.audience,
        about.opened_at,
        &about.lang,
        &about.path,
        &about.title
    )?;
    Ok(())
}

pub async fn readdress(tx: &mut Tx, place: i64, from: &str, to: &str) -> sqlx::Result<()> {
    run!(
        tx,
        "update conversation set path = $3 || substr(path, length($2) + 1)
          where place = $1 and substr(path, 1, length($2)) = $2",
        place,
        from,
        to
    )?;
    Ok(())
}

pub async fn close(tx: &mut Tx, id: ConversationId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "update conversation set closed_at = $2 where id = $1 and closed_at is null", id, now)?;
    Ok(())
}

pub async fn reopen(tx: &mut Tx, id: ConversationId) -> sqlx::Result<()> {
    run!(tx, "update conversation set closed_at = null where id = $1", id)?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, id: ConversationId) -> sqlx::Result<()> {
    run!(tx, "delete from conversation where id = $1", id)?;
    Ok(())
}

pub async fn date(tx: &mut Tx, id: ConversationId, at: Timestamp) -> sqlx::Result<()> {
    run!(tx, "update conversation set changed_at = $2 where id = $1 and count = 0", id, at)?;
    Ok(())
}

pub async fn hold(tx: &mut Tx, id: ConversationId) -> sqlx::Result<()> {
    // On SQLite there is only one writer anyway.
    let sql = tx.pick("", "select id from conversation where id = $1 for no key update");
    if !sql.is_empty() {
        let _: Option<ConversationId> = value!(tx, sql, id)?;
    }
    Ok(())
}

pub async fn count(tx: &mut Tx, id: ConversationId, by: i64) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "update conversation set count = count + $2, changed_at = $3 where id = $1", id, by, now)?;
    Ok(())
}

pub async fn leave(tx: &mut Tx, id: ConversationId, counted: i64) -> sqlx::Result<()> {
    run!(
        tx,
        "update conversation
            set count = count - $2,
                changed_at = coalesce((select c.approved_at from comment c
                                        where c.conversation = $1 and c.shown and c.approved_at is not null
                                          and c.hidden_at is null and c.deleted_at is null
                                        order by c.approved_at desc, c.id desc limit 1), changed_at)
          where id = $1",
        id,
        counted
    )?;
    Ok(())
}

pub async fn add_up(tx: &mut Tx, id: ConversationId, more: i64, latest: Timestamp) -> sqlx::Result<()> {
    run!(
        tx,
        "update conversation
            set count = count + $2, changed_at = case when count = 0 or changed_at < $3 then $3 else changed_at end
          where id = $1",
        id,
        more,
        latest
    )?;
    Ok(())
}
