//! SQL about thanks.

use super::{Thanker, Thing};
use crate::{
    all,
    ids::{ConversationId, MemberId},
    kit::db::{Conn, Tx},
    run, value,
};

pub async fn insert(tx: &mut Tx, member: MemberId, thing: Thing) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "insert into appreciation (thing, member, conversation, comment, at) values ($1, $2, $3, $4, $5)
         on conflict (thing, member) do nothing",
        thing.number(),
        member,
        thing.conversation(),
        thing.comment(),
        now
    )?;
    Ok(rows > 0)
}

/// Who wrote what thanks are for, if it was a member.
pub async fn writer(tx: &mut Tx, thing: Thing) -> sqlx::Result<Option<MemberId>> {
    match thing {
        Thing::Subject(id) => value!(tx, "select author from conversation where id = $1", id),
        Thing::Comment(id, _) => value!(tx, "select writer from comment where id = $1 and writer is not null", id),
    }
}

pub async fn delete(tx: &mut Tx, member: MemberId, thing: Thing) -> sqlx::Result<bool> {
    Ok(run!(tx, "delete from appreciation where thing = $1 and member = $2", thing.number(), member)? > 0)
}

pub async fn forget_member(tx: &mut Tx, member: MemberId) -> sqlx::Result<Vec<(ConversationId,)>> {
    all!(tx, "delete from appreciation where member = $1 returning conversation", member)
}

/// Of each of these things, a list in JSON: how many said thanks, and whether this member did.
pub async fn counts(conn: &mut Conn, member: MemberId, things: &str) -> sqlx::Result<Vec<(i64, i64, i64)>> {
    macro_rules! among {
        ($list:literal) => {
            concat!(
                "select thing, count(*), count(case when member = $1 then 1 end) from appreciation where thing ",
                $list,
                " group by thing"
            )
        };
    }
    let sql = conn.pick(
        among!("in (select value from json_each($2))"),
        among!("in (select value::bigint from json_array_elements_text($2::json))"),
    );
    all!(conn, sql, member, things)
}

pub async fn people(conn: &mut Conn, thing: Thing, most: i64) -> sqlx::Result<Vec<Thanker>> {
    all!(
        conn,
        "select m.id, m.name, m.handle, m.picture from appreciation a join member m on m.id = a.member
          where a.thing = $1 order by a.at desc, a.member desc limit $2",
        thing.number(),
        most
    )
}

pub async fn members(conn: &mut Conn, thing: Thing) -> sqlx::Result<Vec<(MemberId,)>> {
    all!(conn, "select member from appreciation where thing = $1", thing.number())
}
