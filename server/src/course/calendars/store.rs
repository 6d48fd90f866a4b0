//! SQL about calendars.

use super::{
    Subscription,
    dates::{AssignmentRow, CourseRow, MeetingRow, ModuleRow},
};
use crate::{
    all,
    ids::{CircleId, MemberId, RowId},
    kit::db::{Conn, Tx},
    one, readable, run, value,
};

pub async fn own(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<Subscription>> {
    all!(conn, "select id, member, circle, made_at from calendar where member = $1 order by id", member)
}

pub async fn by_id(conn: &mut Conn, id: RowId) -> sqlx::Result<Option<Subscription>> {
    one!(conn, "select id, member, circle, made_at from calendar where id = $1", id)
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

pub async fn insert(tx: &mut Tx, id: RowId, member: MemberId, circle: Option<CircleId>) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "insert into calendar (id, member, circle, made_at) values ($1, $2, $3, $4)", id, member, circle, now)?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, member: MemberId, circle: Option<CircleId>) -> sqlx::Result<()> {
    let circle = circle.unwrap_or(CircleId(0));
    run!(tx, "delete from calendar where member = $1 and coalesce(circle, 0) = $2", member, circle)?;
    Ok(())
}

pub async fn delete_all(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from calendar where member = $1", member)?;
    Ok(())
}

/// The courses a member is in, the latest first; one that is being prepared, for those who lead it.
pub async fn courses(conn: &mut Conn, member: MemberId, course: Option<CircleId>) -> sqlx::Result<Vec<CourseRow>> {
    let course = course.unwrap_or(CircleId(0));
    all!(
        conn,
        "select c.id, k.address, k.name as title, c.starts_on, c.ends_on, c.edited_at
           from course c join circle k on k.id = c.id join membership s on s.circle = c.id and s.member = $1
          where ($2 = 0 or c.id = $2) and (c.opened_at is not null or s.role in ('instructor', 'guide'))
          order by c.starts_on desc, c.id desc limit 500",
        member,
        course
    )
}

/// The modules with dates that a reader may know of: what has opened and they may read, what the course names ahead, and
/// everything for those who lead it.
pub async fn modules(conn: &mut Conn, reader: MemberId, course: Option<CircleId>) -> sqlx::Result<Vec<ModuleRow>> {
    let course = course.unwrap_or(CircleId(0));
    all!(
        conn,
        concat!(
            "select x.* from (
                 select d.id, d.course, d.kind, v.title, v.path, d.opens_local, d.opens_at, d.opened_at, d.ends_on,
                        d.live_at, d.live_minutes, d.live_sequence, d.live_cancelled_at, d.live_link, d.edited_at,
                        d.position,
                        (d.opened_at is not null or c.titles_ahead) as is_named,
                        o.role in ('instructor', 'guide') as leads,
                        ((d.opened_at is not null or o.role in ('instructor', 'guide')) and ",
            readable!(),
            ") as is_readable
                   from module d join conversation v on v.id = d.id join course c on c.id = d.course
                   join membership o on o.circle = d.course and o.member = $1
                  where ($2 = 0 or d.course = $2)
                    and (c.opened_at is not null or o.role in ('instructor', 'guide'))
                    and (d.live_at is not null or d.opens_at is not null)) x
              where x.leads or x.is_named
              order by x.course desc, x.position, x.id limit 5000"
        ),
        reader,
        course
    )
}

/// What is to be handed in and until when it is reviewed, for a reader who may open it.
pub async fn assignments(
    conn: &mut Conn,
    reader: MemberId,
    course: Option<CircleId>,
) -> sqlx::Result<Vec<AssignmentRow>> {
    let course = course.unwrap_or(CircleId(0));
    all!(
        conn,
        concat!(
            "select a.id, a.course, v.title, v.path, coalesce(x.due_at, a.due_at) as due_at, a.edited_at, x.given_at,
                    case when a.reviews > 0 and a.closes_local is not null then a.closes_at end as closes_at
               from assignment a join conversation v on v.id = a.id
               join membership o on o.circle = a.course and o.member = $1
               left join extension x on x.assignment = a.id and x.member = $1
              where ($2 = 0 or a.course = $2)
                and (coalesce(x.due_at, a.due_at) is not null or a.closes_local is not null)
                and (a.opened_at is not null or o.role in ('instructor', 'guide')) and ",
            readable!(),
            " order by a.course desc, a.position, a.id limit 5000"
        ),
        reader,
        course
    )
}

/// When the tribes that a member is in meet, the latest first.
pub async fn meetings(conn: &mut Conn, member: MemberId, tribe: Option<CircleId>) -> sqlx::Result<Vec<MeetingRow>> {
    let tribe = tribe.unwrap_or(CircleId(0));
    all!(
        conn,
        "select g.id, k.name as tribe, k.address, t.edited_at as tribe_edited_at, g.title, g.place, g.starts_at,
                g.minutes, g.sequence, g.cancelled_at, g.edited_at
           from gathering g join tribe t on t.id = g.tribe join circle k on k.id = g.tribe
           join membership s on s.circle = g.tribe and s.member = $1
          where ($2 = 0 or g.tribe = $2) and t.ended_at is null
          order by g.starts_at desc, g.id desc limit 2000",
        member,
        tribe
    )
}

/// What the tribe of this number is called, if the member is in it.
pub async fn tribe_name(conn: &mut Conn, member: MemberId, tribe: CircleId) -> sqlx::Result<Option<String>> {
    value!(
        conn,
        "select k.name from circle k join membership s on s.circle = k.id and s.member = $1
          where k.id = $2 and k.kind = 'tribe'",
        member,
        tribe
    )
}
