//! SQL about circles.

use super::circles::{Circle, NewCircle, Wish};
use crate::{
    all,
    ids::{CircleId, MemberId},
    kit::db::{Conn, Tx},
    one, run, value,
};

macro_rules! circle {
    ($($rest:expr),*) => {
        concat!(
            "select k.id, k.kind, k.within, k.address, k.name, k.joining, k.places, k.taken, k.made_at, k.hidden_at,
                    k.closed_at
               from circle k ",
            $($rest),*
        )
    };
}

/// Answers whether its address was free. Not left to the index: it takes no two nulls for the same.
pub async fn insert(tx: &mut Tx, id: CircleId, new: &NewCircle<'_>) -> sqlx::Result<bool> {
    let now = tx.now;
    let made = run!(
        tx,
        "insert into circle (id, kind, within, address, name, joining, places, made_at)
         select $1, $2, $3, $4, $5, $6, $7, $8
          where not exists (select 1 from circle k where k.kind = $2 and k.address = $4
                                                     and (k.within = $3 or (k.within is null and $3 is null)))
         on conflict do nothing",
        id,
        new.kind.word(),
        new.within,
        new.address,
        new.name,
        new.joining.word(),
        new.places,
        now
    )?;
    Ok(made > 0)
}

pub async fn by_id(conn: &mut Conn, id: CircleId) -> sqlx::Result<Option<Circle>> {
    one!(conn, circle!("where k.id = $1"), id)
}

pub async fn at(conn: &mut Conn, kind: &str, within: Option<CircleId>, address: &str) -> sqlx::Result<Option<Circle>> {
    match within {
        Some(within) => {
            one!(conn, circle!("where k.kind = $1 and k.within = $2 and k.address = $3"), kind, within, address)
        }
        None => one!(conn, circle!("where k.kind = $1 and k.within is null and k.address = $2"), kind, address),
    }
}

pub async fn part(conn: &mut Conn, circle: CircleId, member: MemberId) -> sqlx::Result<Option<String>> {
    value!(conn, "select role from membership where member = $1 and circle = $2", member, circle)
}

pub async fn to_write_for(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<Circle>> {
    all!(
        conn,
        circle!(
            "where k.closed_at is null
               and (k.id in (select s.circle from membership s where s.member = $1)
                    or (k.kind = 'staff' and k.within in (select s.circle from membership s where s.member = $1)))
             order by lower(k.name), k.id"
        ),
        member
    )
}

pub async fn update(tx: &mut Tx, id: CircleId, name: &str, joining: &str, places: Option<i64>) -> sqlx::Result<()> {
    run!(tx, "update circle set name = $2, joining = $3, places = $4 where id = $1", id, name, joining, places)?;
    Ok(())
}

pub async fn close(tx: &mut Tx, id: CircleId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "update circle set closed_at = $2 where id = $1 and closed_at is null", id, now)?;
    Ok(())
}

pub async fn reopen(tx: &mut Tx, id: CircleId) -> sqlx::Result<()> {
    run!(tx, "update circle set closed_at = null where id = $1", id)?;
    Ok(())
}

pub async fn conceal(tx: &mut Tx, id: CircleId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "update circle set hidden_at = $2 where id = $1 and hidden_at is null", id, now)?;
    Ok(())
}

pub async fn reveal(tx: &mut Tx, id: CircleId) -> sqlx::Result<()> {
    run!(tx, "update circle set hidden_at = null where id = $1", id)?;
    Ok(())
}

pub async fn hold(tx: &mut Tx, id: CircleId) -> sqlx::Result<()> {
    run!(tx, "update circle set taken = taken where id = $1", id)?;
    Ok(())
}

/// Answers whether one was free.
pub async fn take_place(tx: &mut Tx, id: CircleId) -> sqlx::Result<bool> {
    let taken = run!(
        tx,
        "update circle set taken = taken + 1
          where id = $1 and closed_at is null and (places is null or taken < places)",
        id
    )?;
    Ok(taken > 0)
}

/// Not of one that is closed.
pub async fn take_smallest(tx: &mut Tx, kind: &str, within: CircleId) -> sqlx::Result<Option<CircleId>> {
    value!(
        tx,
        "update circle set taken = taken + 1
          where id = (select id from circle where within = $2 and kind = $1 and closed_at is null
                       order by taken, id limit 1)
         returning id",
        kind,
        within
    )
}

/// A list in JSON of members and circles; how many are in each circle is counted anew.
pub async fn place_all(tx: &mut Tx, kind: &str, within: CircleId, placed: &str) -> sqlx::Result<()> {
    let now = tx.now;
    let sql = tx.pick(
        "insert into membership (member, circle, role, since)
         select value ->> 0, value ->> 1, 'member', $2 from json_each($1) where true on conflict do nothing",
        "insert into membership (member, circle, role, since)
         select (value ->> 0)::bigint, (value ->> 1)::bigint, 'member', $2 from json_array_elements($1::json)
         on conflict do nothing",
    );
    run!(tx, sql, placed, now)?;
    run!(
        tx,
        "update circle set taken = (select count(*) from membership s where s.circle = circle.id and s.role = 'member')
          where within = $1 and kind = $2",
        within,
        kind
    )?;
    Ok(())
}

/// Those of the circles within another that somebody is in.
pub async fn within(conn: &mut Conn, within: CircleId, member: MemberId) -> sqlx::Result<Vec<CircleId>> {
    let rows: Vec<(CircleId,)> = all!(
        conn,
        "select s.circle from membership s join circle k on k.id = s.circle where k.within = $1 and s.member = $2",
        within,
        member
    )?;
    Ok(rows.into_iter().map(|(circle,)| circle).collect())
}

pub async fn take_place_anyway(tx: &mut Tx, id: CircleId) -> sqlx::Result<()> {
    run!(tx, "update circle set taken = taken + 1 where id = $1", id)?;
    Ok(())
}

pub async fn give_back_place(tx: &mut Tx, id: CircleId) -> sqlx::Result<()> {
    run!(tx, "update circle set taken = taken - 1 where id = $1 and taken > 0", id)?;
    Ok(())
}

pub async fn add(tx: &mut Tx, circle: CircleId, member: MemberId, part: &str) -> sqlx::Result<bool> {
    let now = tx.now;
    let added = run!(
        tx,
        "insert into membership (member, circle, role, since) values ($1, $2, $3, $4) on conflict do nothing",
        member,
        circle,
        part,
        now
    )?;
    Ok(added > 0)
}

pub async fn put(tx: &mut Tx, circle: CircleId, member: MemberId, part: &str) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into membership (member, circle, role, since) values ($1, $2, $3, $4)
         on conflict (member, circle) do update set role = excluded.role",
        member,
        circle,
        part,
        now
    )?;
    Ok(())
}

/// Answers what they were.
pub async fn take_out(tx: &mut Tx, circle: CircleId, member: MemberId) -> sqlx::Result<Option<String>> {
    value!(tx, "delete from membership where member = $1 and circle = $2 returning role", member, circle)
}

pub async fn take_out_all(tx: &mut Tx, circle: CircleId) -> sqlx::Result<Vec<MemberId>> {
    run!(tx, "update circle set taken = 0 where id = $1", circle)?;
    let rows: Vec<(MemberId,)> = all!(tx, "delete from membership where circle = $1 returning member", circle)?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

pub async fn end_wishes(tx: &mut Tx, circle: CircleId) -> sqlx::Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> = all!(tx, "delete from wish where circle = $1 returning member", circle)?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

pub async fn step_down(tx: &mut Tx, circle: CircleId, member: MemberId) -> sqlx::Result<bool> {
    let stepped = run!(
        tx,
        "update membership set role = 'member' where circle = $1 and member = $2 and role = 'leader'",
        circle,
        member
    )?;
    Ok(stepped > 0)
}

pub async fn wish(
    tx: &mut Tx,
    circle: CircleId,
    member: MemberId,
    kind: &str,
    made_by: Option<MemberId>,
    words: &str,
) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into wish (circle, member, kind, since, made_by, words) values ($1, $2, $3, $4, $5, $6)
         on conflict (circle, member) do update
            set kind = excluded.kind, made_by = excluded.made_by, words = excluded.words,
                since = case when wish.kind = excluded.kind then wish.since else excluded.since end",
        circle,
        member,
        kind,
        now,
        made_by,
        words
    )?;
    Ok(())
}

macro_rules! wishes {
    ($rest:literal) => {
        concat!(
            "select w.member, m.name, m.handle, w.kind, w.since, w.made_by, w.words
               from wish w join member m on m.id = w.member ",
            $rest
        )
    };
}

pub async fn wish_of(conn: &mut Conn, circle: CircleId, member: MemberId) -> sqlx::Result<Option<Wish>> {
    one!(conn, wishes!("where w.circle = $1 and w.member = $2"), circle, member)
}

pub async fn wishes(conn: &mut Conn, circle: CircleId, kind: &str) -> sqlx::Result<Vec<Wish>> {
    all!(conn, wishes!("where w.circle = $1 and w.kind = $2 order by w.since, w.member"), circle, kind)
}

pub async fn end_wish(tx: &mut Tx, circle: CircleId, member: MemberId) -> sqlx::Result<bool> {
    Ok(run!(tx, "delete from wish where circle = $1 and member = $2", circle, member)? > 0)
}

/// Of those who are in it already, or in the community no longer.
pub async fn forget_idle_wishes(tx: &mut Tx, circle: CircleId) -> sqlx::Result<()> {
    run!(
        tx,
        "delete from wish
          where circle = $1
            and (exists (select 1 from membership s where s.circle = $1 and s.member = wish.member)
                 or not exists (select 1 from member m where m.id = wish.member and m.confirmed_at is not null
                                   and m.removed_at is null and m.suspended_at is null))",
        circle
    )?;
    Ok(())
}
