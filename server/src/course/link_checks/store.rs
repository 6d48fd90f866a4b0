//! SQL about links and what was found at them.

use super::{Doubtful, Due};
use crate::{
    all,
    ids::{CircleId, Timestamp},
    kit::db::{Conn, Tx},
    run, value,
};

/// Items with an address, and recordings of live sessions, of modules that have opened or will, in courses that are not
/// closed.
macro_rules! used {
    () => {
        "from (select a.address, a.module from item a where a.address <> ''
               union all select r.live_recording, r.id from module r where r.live_recording <> '') i
           join module d on d.id = i.module join circle k on k.id = d.course
          where (d.opened_at is not null or d.opens_at is not null) and k.closed_at is null"
    };
}

pub async fn has_work(conn: &mut Conn, now: Timestamp) -> sqlx::Result<bool> {
    let due: Option<String> = value!(
        conn,
        concat!(
            "select l.address from link l where l.next_at <= $1 and l.address in (select i.address ",
            used!(),
            ") limit 1"
        ),
        now
    )?;
    if due.is_some() {
        return Ok(true);
    }
    let new: Option<String> = value!(
        conn,
        concat!(
            "select i.address ",
            used!(),
            " and not exists (select 1 from link l where l.address = i.address) limit 1"
        )
    )?;
    Ok(new.is_some())
}

pub async fn unknown(conn: &mut Conn) -> sqlx::Result<Vec<String>> {
    let rows: Vec<(String,)> = all!(
        conn,
        concat!(
            "select distinct i.address ",
            used!(),
            " and not exists (select 1 from link l where l.address = i.address) order by i.address limit 500"
        )
    )?;
    Ok(rows.into_iter().map(|(address,)| address).collect())
}

/// Pairs of address and host, as JSON.
pub async fn note(tx: &mut Tx, rows: &str) -> sqlx::Result<()> {
    let now = tx.now;
    let sql = tx.pick(
        "insert into link (address, host, next_at, said)
         select value ->> 0, value ->> 1, $2, '' from json_each($1) where true on conflict do nothing",
        "insert into link (address, host, next_at, said)
         select value ->> 0, value ->> 1, $2, '' from json_array_elements($1::json) on conflict do nothing",
    );
    run!(tx, sql, rows, now)?;
    Ok(())
}

pub async fn forget_unused(tx: &mut Tx) -> sqlx::Result<()> {
    run!(
        tx,
        "delete from link
          where not exists (select 1 from item i where i.address <> '' and i.address = link.address)
            and not exists (select 1 from module d where d.live_recording <> '' and d.live_recording = link.address)"
    )?;
    Ok(())
}

/// Links that are to be asked: one of each host that was not asked since then.
pub async fn due(conn: &mut Conn, now: Timestamp, since: Timestamp, most: i64) -> sqlx::Result<Vec<Due>> {
    all!(
        conn,
        concat!(
            "select x.address, x.alive_at, x.gone, x.gone_since, x.dead_at
               from (select l.address, l.alive_at, l.gone, l.gone_since, l.dead_at, l.next_at,
                            row_number() over (partition by l.host order by l.next_at, l.address) as place
                       from link l
                      where l.next_at <= $1
                        and not exists (select 1 from link o where o.host = l.host and o.asked_at > $2)
                        and l.address in (select i.address ",
            used!(),
            ")) x
              where x.place = 1 order by x.next_at, x.address limit $3"
        ),
        now,
        since,
        most
    )
}

/// These addresses, as JSON, are being asked.
pub async fn begin(tx: &mut Tx, addresses: &str, next: Timestamp) -> sqlx::Result<()> {
    let now = tx.now;
    let sql = tx.pick(
        "update link set asked_at = $2, next_at = $3 where address in (select value from json_each($1))",
        "update link set asked_at = $2, next_at = $3 where address in (select json_array_elements_text($1::json))",
    );
    run!(tx, sql, addresses, now, next)?;
    Ok(())
}

/// What was found: address, when it is asked again, how often nothing was there, the moments, and what was said, as JSON.
pub async fn found(tx: &mut Tx, rows: &str) -> sqlx::Result<()> {
    let sql = tx.pick(
        "update link set next_at = f.next_at, gone = f.gone, alive_at = f.alive_at, gone_since = f.gone_since,
                dead_at = f.dead_at, said = f.said
           from (select value ->> 0 as address, value ->> 1 as next_at, value ->> 2 as gone, value ->> '$[3][0]' as alive_at,
                        value ->> '$[3][1]' as gone_since, value ->> '$[3][2]' as dead_at, value ->> 4 as said
                   from json_each($1)) f
          where link.address = f.address",
        "update link set next_at = f.next_at, gone = f.gone, alive_at = f.alive_at, gone_since = f.gone_since,
                dead_at = f.dead_at, said = f.said
           from (select value ->> 0 as address, (value ->> 1)::bigint as next_at, (value ->> 2)::bigint as gone,
                        (value -> 3 ->> 0)::bigint as alive_at, (value -> 3 ->> 1)::bigint as gone_since,
                        (value -> 3 ->> 2)::bigint as dead_at, value ->> 4 as said
                   from json_array_elements($1::json)) f
          where link.address = f.address",
    );
    run!(tx, sql, rows)?;
    Ok(())
}

pub async fn doubtful(conn: &mut Conn, course: CircleId) -> sqlx::Result<Vec<Doubtful>> {
    all!(
        conn,
        "select i.id as item, i.title, d.id as module, v.title as module_title, l.address, l.said, l.asked_at,
                l.gone_since, l.dead_at
           from (select a.id, a.title, a.module, a.position, a.address from item a
                 union all
                 select null, '', r.id, 0, r.live_recording from module r where r.live_recording <> '') i
           join module d on d.id = i.module join conversation v on v.id = d.id
           join link l on l.address = i.address
          where d.course = $1 and l.said <> ''
          order by case when l.dead_at is null then 1 else 0 end, d.position, d.id, i.position, i.id",
        course
    )
}

pub async fn works(tx: &mut Tx, course: CircleId, address: &str, next: Timestamp) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update link set said = '', gone = 0, gone_since = null, dead_at = null, alive_at = $3, next_at = $4
          where address = $2
            and (exists (select 1 from item i join module d on d.id = i.module where d.course = $1 and i.address = $2)
                 or exists (select 1 from module d where d.course = $1 and d.live_recording = $2))",
        course,
        address,
        now,
        next
    )?;
    Ok(())
}
