//! SQL about what members keep for later.

use super::{Kept, Place, Which};
use crate::{
    all,
    ids::{ConversationId, MemberId},
    kit::db::{Conn, Tx},
    one, readable, run,
    talk::appreciations::Thing,
    value,
};

/// Whether what is kept stands in a conversation `v` that the reader may read: it has an address, and the comment `c`, if
/// it is one, is neither hidden nor deleted nor waits.
macro_rules! there {
    () => {
        "v.path <> ''
         and (b.comment is null or (c.conversation = v.id and c.shown and c.approved_at is not null
                                    and c.hidden_at is null and c.deleted_at is null))"
    };
}

pub async fn insert(tx: &mut Tx, member: MemberId, thing: Thing) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "insert into bookmark (member, thing, conversation, comment, at) values ($1, $2, $3, $4, $5)
         on conflict (member, thing) do nothing",
        member,
        thing.number(),
        thing.conversation(),
        thing.comment(),
        now
    )?;
    Ok(rows > 0)
}

pub async fn delete(tx: &mut Tx, member: MemberId, thing: i64) -> sqlx::Result<Option<ConversationId>> {
    value!(tx, "delete from bookmark where member = $1 and thing = $2 returning conversation", member, thing)
}

pub async fn delete_unreadable(tx: &mut Tx, reader: MemberId) -> sqlx::Result<()> {
    run!(
        tx,
        concat!(
            "delete from bookmark
              where member = $1
                and thing not in (select b.thing from bookmark b
                                    join conversation v on v.id = b.conversation
                                    left join comment c on c.id = b.comment
                                   where b.member = $1 and ",
            readable!(),
            " and ",
            there!(),
            ")"
        ),
        reader
    )?;
    Ok(())
}

pub async fn forget_member(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from bookmark where member = $1", member)?;
    Ok(())
}

/// Which of these things, a list in JSON, this member keeps.
pub async fn among(conn: &mut Conn, member: MemberId, things: &str) -> sqlx::Result<Vec<(i64,)>> {
    let sql = conn.pick(
        "select thing from bookmark where member = $1 and thing in (select value from json_each($2))",
        "select thing from bookmark
          where member = $1 and thing in (select value::bigint from json_array_elements_text($2::json))",
    );
    all!(conn, sql, member, things)
}

pub async fn members(conn: &mut Conn, thing: Thing) -> sqlx::Result<Vec<(MemberId,)>> {
    all!(conn, "select member from bookmark where thing = $1", thing.number())
}

pub async fn list(
    conn: &mut Conn,
    reader: MemberId,
    which: Which,
    after: Place,
    limit: i64,
) -> sqlx::Result<Vec<Kept>> {
    all!(
        conn,
        concat!(
            "select b.thing, b.conversation, b.comment, b.at, v.kind, v.title, v.lang, v.path,
                    coalesce(m.name, c.guest_name, '') as name, m.handle, coalesce(g.title, k.name, '') as place,
                    coalesce(c.html, '') as html
               from bookmark b
               join conversation v on v.id = b.conversation
               left join comment c on c.id = b.comment
               left join member m on m.id = case when b.comment is null then v.author else c.writer end
               left join blog g on g.id = v.place
               left join circle k on k.id = v.place
              where b.member = $1 and (b.at, b.thing) < ($2, $3)
                and ($4 = '' or ($4 = 'comments') = (b.comment is not null)) and ",
            readable!(),
            " and ",
            there!(),
            "
              order by b.at desc, b.thing desc limit $5"
        ),
        reader,
        after.at,
        after.thing,
        which.word(),
        limit
    )
}

pub async fn counts(conn: &mut Conn, reader: MemberId) -> sqlx::Result<(i64, i64)> {
    let counts: Option<(i64, i64)> = one!(
        conn,
        concat!(
            "select count(*), count(case when v.id is not null and ",
            readable!(),
            " and ",
            there!(),
            " then 1 end)
               from bookmark b
               left join conversation v on v.id = b.conversation
               left join comment c on c.id = b.comment
              where b.member = $1"
        ),
        reader
    )?;
    Ok(counts.unwrap_or_default())
}
