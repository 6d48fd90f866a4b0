//! SQL about the river. Each statement is bounded: it goes back along an index for so many rows and no further.

use super::{Line, Place};
use crate::{
    all,
    ids::{CircleId, MemberId, Timestamp},
    kit::db::{Conn, Tx},
    listed, one, run, unread, value,
};

/// The latest conversations before a place (`$2`, `$3`), so many of them, as `v`.
macro_rules! latest {
    ($limit:literal) => {
        concat!(
            "(select id, changed_at, audience, author, place from conversation
               where count > 0 and (changed_at, id) < ($2, $3)
               order by changed_at desc, id desc limit ",
            $limit,
            ") v"
        )
    };
}

/// The latest conversations that moved past a place, so many of them, as `v`.
macro_rules! moved {
    ($limit:literal) => {
        concat!(
            "(select id, changed_at, audience, author, place from conversation
               where count > 0 and (changed_at, id) > ($2, $3)
               order by changed_at desc, id desc limit ",
            $limit,
            ") v"
        )
    };
}

/// Whether `$1` has not muted the conversation `v`. The inner select does not depend on the row.
macro_rules! audible {
    () => {
        "v.id not in (select w.subject from watch w
                       where w.member = $1 and w.kind = 'conversation' and w.level = 'mute')"
    };
}

/// Whether `$1` follows the conversation `v`: by itself, or where it stands, its author, or one of its terms.
macro_rules! followed {
    () => {
        "(exists (select 1 from watch w where w.member = $1 and w.kind = 'conversation' and w.subject = v.id
                                          and w.level <> 'mute')
          or exists (select 1 from watch w where w.member = $1 and w.kind in ('blog', 'circle')
                                             and w.subject = v.place and w.level <> 'mute')
          or exists (select 1 from watch w where w.member = $1 and w.kind = 'member' and w.subject = v.author
                                             and w.level <> 'mute')
          or exists (select 1 from post_term t
                       join watch w on w.member = $1 and w.kind = 'term' and w.subject = t.term and w.level <> 'mute'
                      where t.post = v.id))"
    };
}

/// Whether the latest that was said in `v` is not by `$1`.
macro_rules! by_another {
    () => {
        "(select c.writer from comment c
           where c.conversation = v.id and c.approved_at is not null and c.shown and c.hidden_at is null
             and c.deleted_at is null
           order by c.approved_at desc, c.id desc limit 1) is distinct from coalesce(nullif($1, 0), -1)"
    };
}

/// Among the latest.
pub async fn near(conn: &mut Conn, reader: MemberId, after: Place, limit: i64, among: i64) -> sqlx::Result<Vec<Place>> {
    all!(
        conn,
        concat!(
            "select v.changed_at, v.id from ",
            latest!("$5"),
            " where ",
            listed!(),
            " order by v.changed_at desc, v.id desc limit $4"
        ),
        reader,
        after.changed_at,
        after.id,
        limit,
        among
    )
}

/// The latest of each circle, of the circles that have the latest.
pub async fn merged(conn: &mut Conn, reader: MemberId, after: Place, limit: i64) -> sqlx::Result<Vec<Place>> {
    macro_rules! merged {
        ($join:literal) => {
            concat!(
                "with mine (audience) as (select cast(1 as bigint) union select 2 where $1 <> 0
                                          union select s.circle from membership s where s.member = $1),
                      top (audience) as (
                          select mine.audience
                            from mine
                            join conversation v on v.id = (
                                select c.id from conversation c
                                 where c.audience = mine.audience and c.count > 0 and (c.changed_at, c.id) < ($2, $3)
                                 order by c.changed_at desc, c.id desc limit 1)
                           order by v.changed_at desc, v.id desc limit $4)
                 select v.changed_at, v.id from top ",
                $join,
                " where ",
                listed!(),
                " order by v.changed_at desc, v.id desc limit $4"
            )
        };
    }
    let sql = conn.pick(
        merged!(
            "join conversation v on v.id in (
                 select c.id from conversation c
                  where c.audience = top.audience and c.count > 0 and (c.changed_at, c.id) < ($2, $3)
                  order by c.changed_at desc, c.id desc limit $4)"
        ),
        merged!(
            "cross join lateral (
                 select c.id, c.changed_at, c.audience from conversation c
                  where c.audience = top.audience and c.count > 0 and (c.changed_at, c.id) < ($2, $3)
                  order by c.changed_at desc, c.id desc limit $4) v"
        ),
    );
    all!(conn, sql, reader, after.changed_at, after.id, limit)
}

/// How many things a member follows, so many at most.
pub async fn followed_count(conn: &mut Conn, member: MemberId, most: i64) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select count(*) from (select 1 from watch where member = $1 and level <> 'mute' limit $2) w",
        member,
        most
    )?;
    Ok(count.unwrap_or_default())
}

/// Among the latest, those that are followed.
pub async fn near_followed(
    conn: &mut Conn,
    reader: MemberId,
    after: Place,
    limit: i64,
    among: i64,
) -> sqlx::Result<Vec<Place>> {
    all!(
        conn,
        concat!(
            "select v.changed_at, v.id from ",
            latest!("$5"),
            " where ",
            listed!(),
            " and ",
            followed!(),
            " and ",
            audible!(),
            " order by v.changed_at desc, v.id desc limit $4"
        ),
        reader,
        after.changed_at,
        after.id,
        limit,
        among
    )
}

/// The conversations that are followed by themselves, and the latest in each followed place and of each followed person.
pub async fn merged_followed(conn: &mut Conn, reader: MemberId, after: Place, limit: i64) -> sqlx::Result<Vec<Place>> {
    /// The latest of `w` that may be read, by one column of the conversation.
    macro_rules! of_each {
        ($column:literal) => {
            concat!(
                "select v.id from conversation v
                  where v.",
                $column,
                " = w.subject and v.count > 0 and (v.changed_at, v.id) < ($2, $3) and ",
                listed!(),
                " and ",
                audible!(),
                " order by v.changed_at desc, v.id desc limit $4"
            )
        };
    }
    macro_rules! merged {
        ($begin:literal, $end:literal, $found:literal) => {
            concat!(
                "with found (id) as (
                     select w.subject from watch w
                      where w.member = $1 and w.kind = 'conversation' and w.level <> 'mute'
                     union
                     select p.post from watch w join post_term p on p.term = w.subject
                      where w.member = $1 and w.kind = 'term' and w.level <> 'mute'
                     union
                     select f.id from watch w ",
                $begin,
                of_each!("place"),
                $end,
                "
                      where w.member = $1 and w.kind in ('blog', 'circle') and w.level <> 'mute'
                     union
                     select f.id from watch w ",
                $begin,
                of_each!("author"),
                $end,
                "
                      where w.member = $1 and w.kind = 'member' and w.level <> 'mute')
                 select v.changed_at, v.id from found ",
                $found,
                "
                  where v.count > 0 and (v.changed_at, v.id) < ($2, $3) and ",
                listed!(),
                " and ",
                audible!(),
                " order by v.changed_at desc, v.id desc limit $4"
            )
        };
    }
    // PostgreSQL would read all conversations there are, rather than look for so many.
    let sql = conn.pick(
        merged!("join conversation f on f.id in (", ")", "join conversation v on v.id = found.id"),
        merged!(
            "cross join lateral (",
            ") f",
            "cross join lateral (select * from conversation c where c.id = found.id limit 1) v"
        ),
    );
    all!(conn, sql, reader, after.changed_at, after.id, limit)
}

/// The conversations `v` of the circle `$4` on one side of a place: those that stand in it, and those that are for it, so many
/// of each along an index of their own.
macro_rules! of_circle {
    ($side:literal, $also:expr) => {
        concat!(
            "(select v.id, v.changed_at from conversation v
               where v.place = $4 and v.count > 0 and (v.changed_at, v.id) ",
            $side,
            " ($2, $3) and ",
            listed!(),
            $also,
            " order by v.changed_at desc, v.id desc limit $5) n
             union
             select * from (select v.id, v.changed_at from conversation v
               where v.audience = $4 and v.count > 0 and (v.changed_at, v.id) ",
            $side,
            " ($2, $3) and ",
            listed!(),
            $also,
            " order by v.changed_at desc, v.id desc limit $5) o"
        )
    };
}

/// The latest that stand in a circle or are for it.
pub async fn of_circle(
    conn: &mut Conn,
    reader: MemberId,
    circle: CircleId,
    after: Place,
    limit: i64,
) -> sqlx::Result<Vec<Place>> {
    all!(
        conn,
        concat!(
            "select v.changed_at, v.id from (select * from ",
            of_circle!("<", ""),
            ") v order by v.changed_at desc, v.id desc limit $5"
        ),
        reader,
        after.changed_at,
        after.id,
        circle,
        limit
    )
}

pub async fn moved_in(
    conn: &mut Conn,
    reader: MemberId,
    circle: CircleId,
    since: Place,
    most: i64,
) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        concat!(
            "select count(*) from (select * from ",
            of_circle!(">", concat!(" and ", audible!(), " and ", by_another!())),
            " limit $5) m"
        ),
        reader,
        since.changed_at,
        since.id,
        circle,
        most
    )?;
    Ok(count.unwrap_or_default())
}

pub async fn moved(conn: &mut Conn, reader: MemberId, since: Place, among: i64, most: i64) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        concat!(
            "select count(*) from (select 1 from ",
            moved!("$4"),
            " where ",
            listed!(),
            " and ",
            audible!(),
            " and ",
            by_another!(),
            " limit $5) m"
        ),
        reader,
        since.changed_at,
        since.id,
        among,
        most
    )?;
    Ok(count.unwrap_or_default())
}

pub async fn moved_followed(
    conn: &mut Conn,
    reader: MemberId,
    since: Place,
    among: i64,
    most: i64,
) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        concat!(
            "select count(*) from (select 1 from ",
            moved!("$4"),
            " where ",
            listed!(),
            " and ",
            followed!(),
            " and ",
            audible!(),
            " and ",
            by_another!(),
            " limit $5) m"
        ),
        reader,
        since.changed_at,
        since.id,
        among,
        most
    )?;
    Ok(count.unwrap_or_default())
}

/// These conversations, a list of numbers with commas, in no order.
pub async fn lines(conn: &mut Conn, reader: MemberId, conversations: &str) -> sqlx::Result<Vec<Line>> {
    macro_rules! lines {
        ($among:literal) => {
            concat!(
                "select v.changed_at, v.id, v.title, v.lang, v.path, v.audience,
                        coalesce(a.name, '') as circle, coalesce(b.title, k.name, '') as where_name,
                        '/' || b.address || '/' as where_url,
                        v.count + coalesce((select sum(t.more) from tally t where t.conversation = v.id), 0) as count,
                        l.id as last, l.writer, coalesce(m.name, l.guest_name, '') as name, m.picture, l.guest_picture,
                        coalesce(l.html, '') as html, n.seen_at, o.id as left_off,
                        (q.level is not null and q.level = 'mute') as is_muted,
                        (select count(*) from (select 1 from comment c where ",
                unread!(),
                " limit 100) u) as unread,
                        (select c.id from comment c where ",
                unread!(),
                " order by c.approved_at, c.id limit 1) as first
                   from conversation v
                   left join circle a on a.id = v.audience
                   left join blog b on b.id = v.place
                   left join circle k on k.id = v.place
                   left join comment l on l.id = (
                        select c.id from comment c
                         where c.conversation = v.id and c.approved_at is not null and c.shown and c.hidden_at is null
                           and c.deleted_at is null
                         order by c.approved_at desc, c.id desc limit 1)
                   left join member m on m.id = l.writer
                   left join visit n on n.member = $1 and n.conversation = v.id
                   left join comment o on o.id = n.left_off and o.conversation = v.id and o.shown
                                      and o.hidden_at is null and o.deleted_at is null
                   left join watch q on q.member = $1 and q.kind = 'conversation' and q.subject = v.id
                  where v.id ",
                $among,
                " and ",
                listed!()
            )
        };
    }
    let sql = conn.pick(
        lines!("in (select value from json_each('[' || $2 || ']'))"),
        lines!("= any (string_to_array($2, ',')::bigint[])"),
    );
    all!(conn, sql, reader, conversations)
}

pub async fn last_visit(conn: &mut Conn, member: MemberId) -> sqlx::Result<Option<(Timestamp, Timestamp)>> {
    one!(conn, "select before_at, seen_at from river where member = $1", member)
}

pub async fn visit(tx: &mut Tx, member: MemberId, ended: Timestamp) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into river (member, before_at, seen_at) values ($1, $2, $2)
         on conflict (member) do update
            set before_at = case when river.seen_at < $3 then river.seen_at else river.before_at end, seen_at = $2",
        member,
        now,
        ended
    )?;
    Ok(())
}

pub async fn forget_visits(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from river where member = $1", member)?;
    Ok(())
}
