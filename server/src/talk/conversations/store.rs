//! SQL about conversations.

use super::{About, Order, Public, Thread};
use crate::{
    all, called,
    ids::{CircleId, ConversationId, MemberId, Timestamp},
    kit::db::{Conn, Tx},
    listed, one, readable, run, value,
};

pub async fn insert(tx: &mut Tx, id: ConversationId, kind: &str, about: &About, at: Timestamp) -> sqlx::Result<()> {
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
        at,
        &about.lang,
        &about.path,
        &about.title
    )?;
    Ok(())
}

pub async fn thread(conn: &mut Conn, reader: MemberId, id: ConversationId) -> sqlx::Result<Option<Thread>> {
    one!(
        conn,
        concat!(
            "select v.id, v.kind, v.place, v.author, v.audience, v.opened_at, v.lang, v.path, v.title, v.closed_at,
                    case when v.kind = 'post' then m.name else ",
            called!("v.author", "v.place", "m.name"),
            " end as author_name, m.handle as author_handle,
                    (select s.member from membership s where s.circle = v.place and s.role = 'leader') as leader,
                    v.count + coalesce((select sum(t.more) from tally t where t.conversation = v.id), 0) as count,
                    v.changes + (select count(*) from tally t where t.conversation = v.id) as changes
               from conversation v join member m on m.id = v.author
              where v.id = $2 and v.kind <> 'announcement' and ",
            readable!()
        ),
        reader,
        id
    )
}

pub async fn public_from(
    conn: &mut Conn,
    reader: MemberId,
    from: ConversationId,
    limit: i64,
) -> sqlx::Result<Vec<Public>> {
    all!(
        conn,
        concat!(
            "select v.id, v.path, case when v.changed_at < v.opened_at then v.opened_at else v.changed_at end as changed_at
               from conversation v
              where v.id >= $2 and v.opened_at is not null and v.path <> '' and v.kind <> 'announcement' and ",
            listed!(),
            " order by v.id limit $3"
        ),
        reader,
        from,
        limit
    )
}

pub async fn public_parts(conn: &mut Conn, reader: MemberId, each: i64) -> sqlx::Result<Vec<ConversationId>> {
    let first: Vec<(ConversationId,)> = all!(
        conn,
        concat!(
            "select f.id from (select v.id, row_number() over (order by v.id) as n
                                 from conversation v
                                where v.opened_at is not null and v.path <> '' and v.kind <> 'announcement' and ",
            listed!(),
            ") f where (f.n - 1) % $2 = 0 order by f.id"
        ),
        reader,
        each
    )?;
    Ok(first.into_iter().map(|(id,)| id).collect())
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

pub async fn withdraw_from(tx: &mut Tx, circle: CircleId) -> sqlx::Result<Vec<ConversationId>> {
    let rows: Vec<(ConversationId,)> =
        all!(tx, "update conversation set audience = 0 where audience = $1 returning id", circle)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Whether anybody but the author of `v` has answered it, so that everyone may read it.
macro_rules! answered {
    () => {
        "exists (select 1 from comment c
                  where c.conversation = v.id and c.shown and c.approved_at is not null and c.hidden_at is null
                    and c.deleted_at is null and (c.writer is null or c.writer <> v.author))"
    };
}

pub async fn await_answer(tx: &mut Tx, id: ConversationId) -> sqlx::Result<()> {
    run!(tx, "update conversation set unanswered_since = opened_at where id = $1 and audience <> 0", id)?;
    Ok(())
}

pub async fn forget_answered(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    run!(
        tx,
        concat!(
            "update conversation set unanswered_since = null
              where id in (select v.id from conversation v
                            where v.unanswered_since is not null and (v.unanswered_since < $1 or ",
            answered!(),
            "))"
        ),
        before
    )?;
    Ok(())
}

pub async fn assign(
    tx: &mut Tx,
    id: ConversationId,
    course: Option<CircleId>,
    module: Option<ConversationId>,
) -> sqlx::Result<()> {
    run!(tx, "update conversation set course = $2, module = $3 where id = $1", id, course, module)?;
    Ok(())
}

pub async fn close(tx: &mut Tx, id: ConversationId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "update conversation set closed_at = $2 where id = $1 and closed_at is null", id, now)?;
    Ok(())
}

pub async fn reopen(tx: &mut Tx, id: ConversationId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update conversation set closed_at = null, silenced_at = null, silent_from = $2
          where id = $1 and closed_at is not null",
        id,
        now
    )?;
    Ok(())
}

/// Since when nobody wrote in `v`, or it was opened again.
macro_rules! silent_from {
    () => {
        "case when coalesce(v.silent_from, 0) > v.changed_at then v.silent_from else v.changed_at end"
    };
}

/// Whether `v` closes when nobody writes in it.
macro_rules! falls_silent {
    () => {
        "(v.kind in ('post', 'discussion') and v.opened_at is not null and v.closed_at is null
          and not exists (select 1 from discussion d where d.id = v.id and d.pinned_at is not null))"
    };
}

pub async fn order(conn: &mut Conn, id: ConversationId) -> sqlx::Result<Option<Order>> {
    one!(
        conn,
        concat!(
            "select v.slow_minutes, v.silenced_at, ",
            silent_from!(),
            " as silent_from, ",
            falls_silent!(),
            " as may_fall_silent from conversation v where v.id = $1"
        ),
        id
    )
}

pub async fn slow_down(tx: &mut Tx, id: ConversationId, minutes: Option<i64>) -> sqlx::Result<()> {
    run!(tx, "update conversation set slow_minutes = $2 where id = $1", id, minutes)?;
    Ok(())
}

pub async fn close_silent(tx: &mut Tx, before: Timestamp, most: i64) -> sqlx::Result<Vec<ConversationId>> {
    let now = tx.now;
    let rows: Vec<(ConversationId,)> = all!(
        tx,
        concat!(
            "update conversation set closed_at = $1, silenced_at = $1
              where id in (select v.id from conversation v where ",
            falls_silent!(),
            " and v.changed_at < $2 and ",
            silent_from!(),
            " < $2 order by v.id limit $3) returning id"
        ),
        now,
        before,
        most
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub async fn reopen_silent(tx: &mut Tx, since: Timestamp) -> sqlx::Result<()> {
    run!(
        tx,
        concat!(
            "update conversation set closed_at = null, silenced_at = null
              where id in (select v.id from conversation v where v.silenced_at is not null and ",
            silent_from!(),
            " >= $1)"
        ),
        since
    )?;
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

/// Leaves a line for whoever has the row next, if somebody else has it now; else the row is held until the change ends.
pub async fn note_if_held(tx: &mut Tx, id: ConversationId, more: i64, at: Timestamp) -> sqlx::Result<bool> {
    // On SQLite there is only one writer anyway.
    let sql = tx.pick(
        "",
        "with free as materialized (select id from conversation where id = $2 for no key update skip locked)
         insert into tally (id, conversation, more, at)
         select $1, $2, $3::bigint, $4 where not exists (select 1 from free)",
    );
    if sql.is_empty() {
        return Ok(false);
    }
    let line = tx.new_id();
    Ok(run!(tx, sql, line, id, more, at)? > 0)
}

/// Adds to the row, with the lines that wait. Whoever calls this holds the row: a statement that waits for it would
/// then see it as it is by now, and the lines as they were.
pub async fn count(tx: &mut Tx, id: ConversationId, by: i64, at: Timestamp) -> sqlx::Result<()> {
    let sql = tx.pick(
        "update conversation
            set count = count + $2, changes = changes + 1,
                changed_at = case when changed_at < $3 then $3 else changed_at end
          where id = $1",
        "with line as (delete from tally where conversation = $1 returning more)
         update conversation
            set count = count + $2 + (select coalesce(sum(more), 0) from line),
                changes = changes + 1 + (select count(*) from line),
                changed_at = greatest(changed_at, $3)
          where id = $1",
    );
    run!(tx, sql, id, by, at)?;
    Ok(())
}

/// The conversations with lines that wait, and the moment of the last of each.
pub async fn noted(conn: &mut Conn) -> sqlx::Result<Vec<(ConversationId, Timestamp)>> {
    all!(conn, "select conversation, max(at) from tally group by conversation limit 500")
}

pub async fn leave(tx: &mut Tx, id: ConversationId, counted: i64) -> sqlx::Result<()> {
    run!(
        tx,
        "update conversation
            set count = count - $2, changes = changes + 1,
                changed_at = coalesce((select c.approved_at from comment c
                                        where c.conversation = $1 and c.shown and c.approved_at is not null
                                          and c.hidden_at is null and c.deleted_at is null
                                        order by c.approved_at desc, c.id desc limit 1), changed_at)
          where id = $1",
        id,
        counted
    )?;
    let since = tx.now.plus_days(-super::ANSWER_DAYS);
    run!(
        tx,
        concat!(
            "update conversation set unanswered_since = opened_at
              where id = (select v.id from conversation v
                           where v.id = $1 and v.kind in ('post', 'discussion') and v.opened_at > $2
                             and v.audience <> 0 and not ",
            answered!(),
            ")"
        ),
        id,
        since
    )?;
    Ok(())
}

/// These, a list in JSON, have each so many more, the latest of this date.
pub async fn add_up(tx: &mut Tx, more: &str) -> sqlx::Result<()> {
    let sql = tx.pick(
        "update conversation
            set count = count + m.more, changes = changes + 1,
                changed_at = case when count = 0 or changed_at < m.latest then m.latest else changed_at end
           from (select value ->> 0 as number, value ->> 1 as more, value ->> 2 as latest from json_each($1)) m
          where id = m.number",
        "update conversation
            set count = count + m.more, changes = changes + 1,
                changed_at = case when count = 0 or changed_at < m.latest then m.latest else changed_at end
           from (select (value ->> 0)::bigint as number, (value ->> 1)::bigint as more, (value ->> 2)::bigint as latest
                   from json_array_elements($1::json)) m
          where id = m.number",
    );
    run!(tx, sql, more)?;
    Ok(())
}
