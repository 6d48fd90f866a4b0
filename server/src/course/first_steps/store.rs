//! SQL about first steps.

use super::{Progress, ToAnswer};
use crate::{
    all,
    ids::MemberId,
    kit::db::{Conn, Tx},
    listed, one, run,
};

pub async fn of(conn: &mut Conn, member: MemberId) -> sqlx::Result<Progress> {
    let found: Option<Progress> = one!(
        conn,
        "select m.picture is not null as picture,
                (exists (select 1 from comment c where c.writer = m.id and c.deleted_at is null)
                 or exists (select 1 from conversation v
                             where v.author = m.id and v.kind in ('post', 'discussion') and v.opened_at is not null))
                as hello,
                exists (select 1 from about a where a.member = m.id and a.said <> '' and a.field <> 'website')
                as colleagues,
                exists (select 1 from membership s join circle k on k.id = s.circle
                         where s.member = m.id and k.kind = 'tribe') as tribe,
                exists (select 1 from mailing l where l.member = m.id and l.chosen_at is not null) as hours,
                (select f.put_away_at from first_steps f where f.member = m.id) as put_away_at
           from member m where m.id = $1",
        member
    )?;
    found.ok_or(sqlx::Error::RowNotFound)
}

/// The newest that are open to answers, looked through for what the reader may read and did not write.
macro_rules! offered {
    ($newest:literal, $which:literal, $order:literal) => {
        concat!(
            "select v.title, v.lang, v.path, v.author, m.name, m.picture, v.count
               from (select id, kind, title, lang, path, author, audience, count, opened_at, changed_at, closed_at
                       from conversation where ",
            $newest,
            " limit 500) v
               join member m on m.id = v.author and m.suspended_at is null and m.removed_at is null
              where v.kind = 'post' and v.closed_at is null and v.path <> '' and v.title <> '' and v.author <> $1 and ",
            $which,
            " and ",
            listed!(),
            " order by ",
            $order,
            " limit $2"
        )
    };
}

pub async fn unanswered(conn: &mut Conn, reader: MemberId, limit: i64) -> sqlx::Result<Vec<ToAnswer>> {
    all!(
        conn,
        offered!(
            // Ids rise with time, and there is an index on them.
            "opened_at is not null order by id desc",
            "v.count = 0",
            "v.opened_at desc, v.id desc"
        ),
        reader,
        limit
    )
}

pub async fn lively(conn: &mut Conn, reader: MemberId, limit: i64) -> sqlx::Result<Vec<ToAnswer>> {
    all!(
        conn,
        offered!("count > 0 order by changed_at desc, id desc", "v.count > 0", "v.changed_at desc, v.id desc"),
        reader,
        limit
    )
}

pub async fn put_away(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "insert into first_steps (member, put_away_at) values ($1, $2) on conflict do nothing", member, now)?;
    Ok(())
}

pub async fn bring_back(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from first_steps where member = $1", member)?;
    Ok(())
}
