//! SQL about news.

use crate::{
    ids::{CommentId, ConversationId},
    kit::db::{Conn, Tx},
    run, value,
};

pub async fn insert(
    tx: &mut Tx,
    kind: &str,
    conversation: ConversationId,
    comment: Option<CommentId>,
) -> sqlx::Result<()> {
    let (id, now) = (tx.new_id(), tx.now);
    run!(
        tx,
        "insert into news (id, kind, conversation, comment, at) values ($1, $2, $3, $4, $5)",
        id,
        kind,
        conversation,
        comment,
        now
    )?;
    Ok(())
}

pub async fn untold(conn: &mut Conn) -> sqlx::Result<bool> {
    let first: Option<i64> = value!(conn, "select id from news where seq is null limit 1")?;
    Ok(first.is_some())
}

/// Where the order has come to; nobody else gives places until this change ends.
pub async fn hold_head(tx: &mut Tx) -> sqlx::Result<i64> {
    let seq: Option<i64> = value!(tx, "update news_head set seq = seq where id = 1 returning seq")?;
    Ok(seq.unwrap_or_default())
}

pub async fn number(tx: &mut Tx, from: i64, most: i64) -> sqlx::Result<i64> {
    let numbered = run!(
        tx,
        "update news set seq = $1 + x.place
           from (select id, row_number() over (order by id) as place from news where seq is null
                  order by id limit $2) x
          where x.id = news.id",
        from,
        most
    )?;
    Ok(i64::try_from(numbered).unwrap_or_default())
}

pub async fn move_head(tx: &mut Tx, to: i64) -> sqlx::Result<()> {
    run!(tx, "update news_head set seq = $1 where id = 1", to)?;
    Ok(())
}

pub async fn head(conn: &mut Conn) -> sqlx::Result<i64> {
    Ok(value!(conn, "select seq from news_head where id = 1")?.unwrap_or_default())
}

pub async fn forget_old(tx: &mut Tx, before: i64, most: i64) -> sqlx::Result<u64> {
    run!(
        tx,
        "delete from news
          where id in (select id from news where id < $1 and seq is not null order by id limit $2)",
        before,
        most
    )
}

pub async fn first(conn: &mut Conn) -> sqlx::Result<Option<i64>> {
    value!(conn, "select coalesce((select min(seq) from news), (select seq + 1 from news_head where id = 1))")
}
