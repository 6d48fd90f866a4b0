//! SQL about shelves.

use super::{Draft, Elsewhere, Entry, Shelf, Sight, State, rules::BY_TITLE};
use crate::{
    all,
    ids::{MemberId, RowId},
    kit::db::{Conn, Tx},
    one, run, value,
};

/// The columns of an entry `e`.
macro_rules! columns {
    () => {
        "e.id, e.kind, e.title, e.authors, e.year, e.isbn, e.doi, e.address, e.note, e.begun_at, e.read_at,
         e.private_at"
    };
}

/// Whether the entry `$entry` of somebody who is here, `$member`, stands on a shelf `$shelf` that `$1` may look at.
macro_rules! shown {
    ($entry:literal, $shelf:literal, $member:literal) => {
        concat!(
            "(",
            $entry,
            ".private_at is null
              and (",
            $shelf,
            ".audience = 1 or ($1 <> 0 and ",
            $shelf,
            ".audience = 2))
              and ",
            $member,
            ".suspended_at is null and ",
            $member,
            ".removed_at is null
              and ",
            $member,
            ".asked_at is null and (",
            $member,
            ".confirmed_at is not null or ",
            $member,
            ".password is null))"
        )
    };
}

/// Among so many entries that were added last it is looked for what others read.
const AMONG: i64 = 2000;

pub async fn count(tx: &mut Tx, member: MemberId) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(tx, "select count(*) from shelf_entry where member = $1", member)?;
    Ok(count.unwrap_or_default())
}

pub async fn insert(tx: &mut Tx, member: MemberId, draft: &Draft) -> sqlx::Result<Option<RowId>> {
    let (now, id) = (tx.now, tx.new_id());
    let isbn = draft.isbn.as_ref().map_or("", |isbn| isbn.as_str());
    let doi = draft.doi.as_ref().map_or("", |doi| doi.as_str());
    value!(
        tx,
        "insert into shelf_entry (id, member, work, kind, title, authors, year, isbn, doi, address, note,
                                  begun_at, read_at, private_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         on conflict (member, work) do nothing returning id",
        RowId(id),
        member,
        draft.work(),
        draft.kind.word(),
        &draft.title,
        &draft.authors,
        draft.year,
        isbn,
        doi,
        &draft.address,
        &draft.note,
        (draft.state == State::Reading).then_some(now),
        (draft.state == State::Read).then_some(now),
        (draft.sight == Sight::Private).then_some(now)
    )
}

pub async fn of_work(conn: &mut Conn, member: MemberId, work: &str) -> sqlx::Result<Option<RowId>> {
    value!(conn, "select id from shelf_entry where member = $1 and work = $2", member, work)
}

/// What began or was read stays so since when it was.
macro_rules! moments {
    ($state:literal, $now:literal) => {
        concat!(
            "begun_at = case when ",
            $state,
            " = 'want' then null when ",
            $state,
            " = 'reading'
                             then coalesce(begun_at, ",
            $now,
            ") else begun_at end,
             read_at = case when ",
            $state,
            " = 'read' then coalesce(read_at, ",
            $now,
            ") else null end"
        )
    };
}

pub async fn update(tx: &mut Tx, member: MemberId, id: RowId, draft: &Draft) -> sqlx::Result<()> {
    let now = tx.now;
    let isbn = draft.isbn.as_ref().map_or("", |isbn| isbn.as_str());
    let doi = draft.doi.as_ref().map_or("", |doi| doi.as_str());
    run!(
        tx,
        concat!(
            "update shelf_entry
                set work = $3, kind = $4, title = $5, authors = $6, year = $7, isbn = $8, doi = $9, address = $10,
                    note = $11, private_at = case when $12 = 'private' then coalesce(private_at, $14) else null end, ",
            moments!("$13", "$14"),
            " where member = $1 and id = $2"
        ),
        member,
        id,
        draft.work(),
        draft.kind.word(),
        &draft.title,
        &draft.authors,
        draft.year,
        isbn,
        doi,
        &draft.address,
        &draft.note,
        if draft.sight == Sight::Private { "private" } else { "shown" },
        draft.state.word(),
        now
    )?;
    Ok(())
}

pub async fn mark(tx: &mut Tx, member: MemberId, id: RowId, state: State) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        concat!("update shelf_entry set ", moments!("$3", "$4"), " where member = $1 and id = $2"),
        member,
        id,
        state.word(),
        now
    )?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, member: MemberId, id: RowId) -> sqlx::Result<()> {
    run!(tx, "delete from shelf_entry where member = $1 and id = $2", member, id)?;
    Ok(())
}

pub async fn decide(tx: &mut Tx, member: MemberId, shelf: &Shelf) -> sqlx::Result<()> {
    run!(
        tx,
        "insert into shelf (member, audience, library) values ($1, $2, $3)
         on conflict (member) do update set audience = $2, library = $3",
        member,
        shelf.audience.circle(),
        shelf.library.as_ref().map_or("", |library| library.as_str())
    )?;
    Ok(())
}

pub async fn forget_member(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from shelf_entry where member = $1", member)?;
    run!(tx, "delete from shelf where member = $1", member)?;
    Ok(())
}

pub async fn shelf(conn: &mut Conn, member: MemberId) -> sqlx::Result<Option<(i64, String)>> {
    one!(conn, "select audience, library from shelf where member = $1", member)
}

pub async fn one(conn: &mut Conn, owner: MemberId, id: RowId) -> sqlx::Result<Option<Entry>> {
    one!(conn, concat!("select ", columns!(), " from shelf_entry e where e.member = $1 and e.id = $2"), owner, id)
}

pub async fn entries(
    conn: &mut Conn,
    owner: MemberId,
    reader: MemberId,
    state: Option<State>,
    before: RowId,
    limit: i64,
) -> sqlx::Result<Vec<Entry>> {
    all!(
        conn,
        concat!(
            "select ",
            columns!(),
            " from shelf_entry e
              where e.member = $1 and e.id < $3 and (e.member = $2 or e.private_at is null)
                and ($4 = '' or $4 = case when e.read_at is not null then 'read'
                                          when e.begun_at is not null then 'reading' else 'want' end)
              order by e.id desc limit $5"
        ),
        owner,
        reader,
        before,
        state.map_or("", State::word),
        limit
    )
}

pub async fn count_for(conn: &mut Conn, owner: MemberId, reader: MemberId) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select count(*) from shelf_entry e where e.member = $1 and (e.member = $2 or e.private_at is null)",
        owner,
        reader
    )?;
    Ok(count.unwrap_or_default())
}

/// Which of these works, a list in JSON, stand on this member's shelf.
pub async fn among(conn: &mut Conn, member: MemberId, works: &str) -> sqlx::Result<Vec<(String,)>> {
    let sql = conn.pick(
        "select work from shelf_entry where member = $1 and work in (select value from json_each($2))",
        "select work from shelf_entry where member = $1 and work in (select json_array_elements_text($2::json))",
    );
    all!(conn, sql, member, works)
}

pub async fn elsewhere(conn: &mut Conn, reader: MemberId, limit: i64) -> sqlx::Result<Vec<Elsewhere>> {
    all!(
        conn,
        concat!(
            "with near as (
                 select e.work, max(e.id) as latest
                   from (select id, member, work, private_at from shelf_entry order by id desc limit $3) e
                   join member m on m.id = e.member
                   join shelf s on s.member = e.member
                  where e.member <> $1 and substr(e.work, 1, 3) <> $4 and ",
            shown!("e", "s", "m"),
            "
                  group by e.work order by latest desc limit $2)
             select ",
            columns!(),
            ", m.name, m.handle,
                    (select count(*) from shelf_entry o
                       join member p on p.id = o.member
                       join shelf t on t.member = o.member
                      where o.work = near.work and o.member <> $1 and ",
            shown!("o", "t", "p"),
            ") as people,
                    (select count(*) from shelf_entry i where i.work = near.work and i.member = $1) as mine
               from near
               join shelf_entry e on e.id = near.latest
               join member m on m.id = e.member
              order by near.latest desc"
        ),
        reader,
        limit,
        AMONG,
        BY_TITLE
    )
}
