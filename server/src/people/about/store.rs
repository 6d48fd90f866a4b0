//! SQL about what members say about themselves.

use super::{Colleague, OnMap};
use crate::{
    all, called,
    ids::{CircleId, MemberId, Timestamp},
    kit::db::{Conn, Tx},
    run, run_rows,
};

/// Whether a reader sees what `f` says: `$1` is the reader, 0 for nobody.
macro_rules! is_seen {
    ($f:literal) => {
        concat!(
            "(",
            $f,
            ".viewers = 'everyone' or ($1 <> 0 and (",
            $f,
            ".member = $1 or ",
            $f,
            ".viewers = 'members' or (",
            $f,
            ".viewers = 'shared' and exists (select 1 from membership theirs
                                               join membership mine on mine.circle = theirs.circle and mine.member = $1
                                              where theirs.member = ",
            $f,
            ".member)))))"
        )
    };
}

/// Whether `m` is here: came themselves, and is neither suspended nor gone.
macro_rules! is_here {
    () => {
        "(m.confirmed_at is not null and m.asked_at is null and m.suspended_at is null and m.removed_at is null)"
    };
}

/// A part as its member sees it.
#[derive(sqlx::FromRow)]
pub struct OwnRow {
    pub field: String,
    pub viewers: String,
    pub found_at: Option<Timestamp>,
    pub said: String,
}

pub async fn own(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<OwnRow>> {
    all!(conn, "select field, viewers, found_at, said from about where member = $1", member)
}

/// A part as it is to be kept.
pub struct NewRow<'a> {
    pub field: &'static str,
    pub viewers: &'static str,
    pub found_at: Option<Timestamp>,
    pub town: Option<i64>,
    pub country: &'static str,
    pub looked_up: i64,
    pub key: String,
    pub said: &'a str,
}

pub async fn put(tx: &mut Tx, member: MemberId, rows: &[NewRow<'_>]) -> sqlx::Result<()> {
    let sql = format!(
        "insert into about (member, field, viewers, found_at, town, country, looked_up, match_key, said) values {}
         on conflict (member, field) do update
            set viewers = excluded.viewers, found_at = excluded.found_at, town = excluded.town,
                country = excluded.country, looked_up = excluded.looked_up, match_key = excluded.match_key,
                said = excluded.said",
        tx.placeholders(9, rows.len())
    );
    run_rows!(tx, sql, rows, |row| [
        member,
        row.field,
        row.viewers,
        row.found_at,
        row.town,
        row.country,
        row.looked_up,
        &row.key,
        row.said
    ])?;
    Ok(())
}

pub async fn forget(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from about where member = $1", member)?;
    Ok(())
}

/// A part as a reader sees it, or does not.
#[derive(sqlx::FromRow)]
pub struct SeenRow {
    pub member: MemberId,
    pub field: String,
    pub viewers: String,
    pub is_seen: bool,
    pub said: String,
}

macro_rules! seen {
    ($whose:literal) => {
        concat!(
            "select f.member, f.field, f.viewers, ",
            is_seen!("f"),
            " as is_seen, case when ",
            is_seen!("f"),
            " then f.said else '' end as said from about f where f.member ",
            $whose
        )
    };
}

pub async fn seen(conn: &mut Conn, reader: MemberId, members: &str) -> sqlx::Result<Vec<SeenRow>> {
    let sql = conn.pick(
        seen!("in (select value from json_each('[' || $2 || ']'))"),
        seen!("= any (string_to_array($2, ',')::bigint[])"),
    );
    all!(conn, sql, reader, members)
}

pub async fn colleagues(conn: &mut Conn, reader: MemberId, limit: i64) -> sqlx::Result<Vec<Colleague>> {
    all!(
        conn,
        concat!(
            "select m.id as member, m.handle, m.name, m.picture,
                    coalesce((select j.said from about j where j.member = m.id and j.field = 'job' and ",
            is_seen!("j"),
            "), '') as job
               from about own
               join about f on f.field = 'workplace' and f.match_key = own.match_key and f.match_key <> ''
                           and f.member <> own.member and f.found_at is not null
               join member m on m.id = f.member
              where own.member = $1 and own.field = 'workplace' and own.found_at is not null and ",
            is_here!(),
            " order by m.name_key, m.id limit $2"
        ),
        reader,
        limit
    )
}

/// Those in a circle who say where they are and show it to the reader.
macro_rules! placed {
    ($($more:expr),*) => {
        concat!(
            "select m.id as member, m.handle, m.name, m.name_key, f.town, f.country, f.said",
            $($more,)*
            " from membership s
              join about f on f.member = s.member and f.field = 'place'
              join member m on m.id = s.member
             where s.circle = $2 and ",
            is_here!(),
            " and ",
            is_seen!("f")
        )
    };
}

pub async fn map_of(conn: &mut Conn, reader: MemberId, course: CircleId, named: i64) -> sqlx::Result<Vec<OnMap>> {
    all!(
        conn,
        concat!(
            "select p.town, p.country, p.people, p.handle, p.said, ",
            called!("p.member", "$2", "p.name"),
            " as name from (",
            placed!(
                ", count(*) over (partition by f.country, f.town) as people,
                   row_number() over (partition by f.country, f.town order by m.name_key, m.id) as place"
            ),
            ") p where p.place <= $3 order by p.country, p.town, p.place limit 10000"
        ),
        reader,
        course,
        named
    )
}

pub async fn at_place(
    conn: &mut Conn,
    reader: MemberId,
    course: CircleId,
    town: Option<i64>,
    country: &str,
) -> sqlx::Result<Vec<OnMap>> {
    all!(
        conn,
        concat!(
            "select p.town, p.country, p.people, p.handle, p.said, ",
            called!("p.member", "$2", "p.name"),
            " as name from (",
            placed!(", count(*) over () as people"),
            " and f.country = $3 and coalesce(f.town, 0) = $4) p order by p.name_key, p.member limit 1000"
        ),
        reader,
        course,
        country,
        town.unwrap_or(0)
    )
}

pub async fn stale_places(conn: &mut Conn, version: i64, limit: i64) -> sqlx::Result<Vec<(MemberId, String)>> {
    all!(
        conn,
        "select member, said from about where field = 'place' and looked_up <> $1 order by member limit $2",
        version,
        limit
    )
}

/// Unless they said something else meanwhile.
pub async fn place_again(
    tx: &mut Tx,
    member: MemberId,
    said: &str,
    town: Option<i64>,
    country: &str,
    version: i64,
) -> sqlx::Result<()> {
    run!(
        tx,
        "update about set town = $3, country = $4, looked_up = $5 where member = $1 and field = 'place' and said = $2",
        member,
        said,
        town,
        country,
        version
    )?;
    Ok(())
}
