//! SQL about discussions.

use super::{Discussion, Listed};
use crate::{
    all, called,
    ids::{CircleId, ConversationId, MemberId, Timestamp},
    kit::db::{Conn, Tx},
    listed, one, readable, run, value,
};

pub async fn insert(tx: &mut Tx, id: ConversationId, circle: CircleId, source: &str, html: &str) -> sqlx::Result<()> {
    run!(
        tx,
        "insert into discussion (id, circle, rendered, source, html) values ($1, $2, $3, $4, $5)",
        id,
        circle,
        i64::from(markup::VERSION),
        source,
        html
    )?;
    Ok(())
}

/// One in the same words by the same person in the same group, begun since a moment.
pub async fn same(
    conn: &mut Conn,
    author: MemberId,
    circle: CircleId,
    title: &str,
    source: &str,
    since: Timestamp,
) -> sqlx::Result<Option<ConversationId>> {
    value!(
        conn,
        "select v.id from conversation v join discussion d on d.id = v.id
          where v.author = $1 and v.place = $2 and v.title = $3 and v.opened_at >= $5 and d.source = $4 limit 1",
        author,
        circle,
        title,
        source,
        since
    )
}

/// Changes one that is as it was seen; what was never changed was last seen when it was begun.
pub async fn update(tx: &mut Tx, id: ConversationId, seen: Timestamp, source: &str, html: &str) -> sqlx::Result<bool> {
    // Two changes of one moment are told apart, too.
    let now = Timestamp(tx.now.0.max(seen.0 + 1));
    let changed = run!(
        tx,
        "update discussion set source = $3, html = $4, rendered = $5, edited_at = $6
          where id = $1
            and coalesce(edited_at, (select v.opened_at from conversation v where v.id = discussion.id)) = $2",
        id,
        seen,
        source,
        html,
        i64::from(markup::VERSION),
        now
    )?;
    Ok(changed > 0)
}

pub async fn pin(tx: &mut Tx, id: ConversationId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "update discussion set pinned_at = $2 where id = $1 and pinned_at is null", id, now)?;
    Ok(())
}

pub async fn unpin(tx: &mut Tx, id: ConversationId) -> sqlx::Result<()> {
    run!(tx, "update discussion set pinned_at = null where id = $1", id)?;
    Ok(())
}

/// For those it is for, and for whoever began it, who reads their own text wherever they are now.
pub async fn for_reader(
    conn: &mut Conn,
    reader: MemberId,
    circle: CircleId,
    id: ConversationId,
) -> sqlx::Result<Option<Discussion>> {
    one!(
        conn,
        concat!(
            "select d.id, d.circle, v.title, v.lang, v.path, v.author, ",
            called!("v.author", "d.circle", "w.name"),
            " as name, w.handle, w.picture, v.opened_at,
                    d.edited_at, d.pinned_at, v.closed_at, d.source, d.html
               from discussion d join conversation v on v.id = d.id join member w on w.id = v.author
              where d.id = $2 and d.circle = $3 and (v.author = $1 or ",
            readable!(),
            ")"
        ),
        reader,
        id,
        circle
    )
}

macro_rules! list {
    ($($rest:expr),*) => {
        concat!(
            "select v.id, v.title, v.lang, v.path, v.author, ",
            called!("v.author", "d.circle", "w.name"),
            " as name, w.handle, w.picture, v.changed_at, d.pinned_at,
                    v.closed_at,
                    v.count + coalesce((select sum(t.more) from tally t where t.conversation = v.id), 0) as count
               from conversation v join discussion d on d.id = v.id join member w on w.id = v.author
              where v.place = $2 and v.kind = 'discussion' and ",
            listed!(),
            $($rest),*
        )
    };
}

pub async fn pinned(conn: &mut Conn, reader: MemberId, circle: CircleId) -> sqlx::Result<Vec<Listed>> {
    all!(conn, list!(" and d.pinned_at is not null order by d.pinned_at desc, v.id desc limit 20"), reader, circle)
}

pub async fn list(
    conn: &mut Conn,
    reader: MemberId,
    circle: CircleId,
    at: Timestamp,
    id: ConversationId,
    most: i64,
) -> sqlx::Result<Vec<Listed>> {
    all!(
        conn,
        list!(
            " and d.pinned_at is null and (v.changed_at, v.id) < ($3, $4)
              order by v.changed_at desc, v.id desc limit $5"
        ),
        reader,
        circle,
        at,
        id,
        most
    )
}

pub async fn all_of(conn: &mut Conn, author: MemberId) -> sqlx::Result<Vec<ConversationId>> {
    let rows: Vec<(ConversationId,)> =
        all!(conn, "select v.id from conversation v where v.author = $1 and v.kind = 'discussion'", author)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub async fn stale(conn: &mut Conn, most: i64) -> sqlx::Result<Vec<(ConversationId, String, String)>> {
    all!(
        conn,
        "select d.id, d.source, v.lang from discussion d join conversation v on v.id = d.id
          where d.rendered < $1 limit $2",
        i64::from(markup::VERSION),
        most
    )
}

pub async fn rerender(tx: &mut Tx, id: ConversationId, html: &str) -> sqlx::Result<()> {
    run!(tx, "update discussion set html = $2, rendered = $3 where id = $1", id, html, i64::from(markup::VERSION))?;
    Ok(())
}
