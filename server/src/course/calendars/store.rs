//! SQL about calendars.

use super::{CourseRow, Row, Subscription};
use crate::{
    all,
    ids::{CircleId, MemberId, RowId},
    kit::db::{Conn, Tx},
    one, readable, run,
};

pub async fn own(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<Subscription>> {
    all!(conn, "select id, member, course, made_at from calendar where member = $1 order by id", member)
}

pub async fn by_id(conn: &mut Conn, id: RowId) -> sqlx::Result<Option<Subscription>> {
    one!(conn, "select id, member, course, made_at from calendar where id = $1", id)
}

/// Until the change ends, nobody else makes addresses for this member.
pub async fn hold(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    // On SQLite there is only one writer anyway.
    let sql = tx.pick("", "select id from member where id = $1 for no key update");
    if !sql.is_empty() {
        run!(tx, sql, member)?;
    }
    Ok(())
}

pub async fn insert(tx: &mut Tx, id: RowId, member: MemberId, course: Option<CircleId>) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "insert into calendar (id, member, course, made_at) values ($1, $2, $3, $4)", id, member, course, now)?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, member: MemberId, course: Option<CircleId>) -> sqlx::Result<()> {
    let course = course.unwrap_or(CircleId(0));
    run!(tx, "delete from calendar where member = $1 and coalesce(course, 0) = $2", member, course)?;
    Ok(())
}

/// The courses a member is in; one that is being prepared, for those who lead it.
pub async fn courses(conn: &mut Conn, member: MemberId, course: Option<CircleId>) -> sqlx::Result<Vec<CourseRow>> {
    let course = course.unwrap_or(CircleId(0));
    all!(
        conn,
        "select c.id, k.address, k.name as title, c.starts_on, c.ends_on, c.edited_at
           from course c join circle k on k.id = c.id join membership s on s.circle = c.id and s.member = $1
          where ($2 = 0 or c.id = $2) and (c.opened_at is not null or s.role in ('instructor', 'guide'))
          order by c.starts_on, c.id limit 500",
        member,
        course
    )
}

/// The modules with dates that a reader may know of: what has opened and they may read, what the course names ahead, and
/// everything for those who lead it.
pub async fn modules(conn: &mut Conn, reader: MemberId, course: Option<CircleId>) -> sqlx::Result<Vec<Row>> {
    let course = course.unwrap_or(CircleId(0));
    all!(
        conn,
        concat!(
            "select x.* from (
                 select d.id, d.course, d.kind, v.title, v.path, d.opens_local, d.ends_on, d.live_at, d.live_minutes,
                        d.live_sequence, d.live_cancelled_at, d.live_link, d.edited_at, d.position,
                        (d.opened_at is not null or c.titles_ahead) as is_named,
                        o.role in ('instructor', 'guide') as leads,
                        ((d.opened_at is not null or o.role in ('instructor', 'guide')) and ",
            readable!(),
            ") as is_readable
                   from module d join conversation v on v.id = d.id join course c on c.id = d.course
                   join membership o on o.circle = d.course and o.member = $1
                  where ($2 = 0 or d.course = $2)
                    and (c.opened_at is not null or o.role in ('instructor', 'guide'))
                    and (d.live_at is not null or d.kind = 'catch-up')) x
              where x.leads or x.is_named
              order by x.course, x.position, x.id limit 5000"
        ),
        reader,
        course
    )
}
