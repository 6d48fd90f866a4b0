//! SQL about courses.

use super::{Course, Draft, Listed, Person};
use crate::{
    all,
    ids::{CircleId, MemberId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, value,
};

macro_rules! columns {
    () => {
        "c.id, c.staff, k.address, k.name as title, k.joining, k.places, k.taken, k.closed_at, c.time_zone, c.lang,
         c.starts_on, c.ends_on, c.audience, c.titles_ahead, c.opened_at, c.edited_at, c.tagline, c.source, c.html,
         c.outcomes"
    };
}

#[expect(clippy::too_many_arguments, reason = "the columns of one row")]
pub async fn insert(
    tx: &mut Tx,
    id: CircleId,
    staff: CircleId,
    by: MemberId,
    copied_from: Option<CircleId>,
    draft: &Draft,
    audience: i64,
    html: &str,
) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into course (id, staff, time_zone, lang, starts_on, ends_on, audience, titles_ahead, copied_from,
                             made_by, edited_at, rendered, tagline, source, html, outcomes)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        id,
        staff,
        &draft.time_zone,
        draft.lang.tag(),
        draft.starts_on.to_string(),
        draft.ends_on.to_string(),
        audience,
        draft.titles_ahead,
        copied_from,
        by,
        now,
        i64::from(markup::VERSION),
        &draft.tagline,
        &draft.source,
        html,
        &draft.outcomes
    )?;
    Ok(())
}

pub async fn update(
    tx: &mut Tx,
    id: CircleId,
    seen: Timestamp,
    draft: &Draft,
    audience: i64,
    html: &str,
) -> sqlx::Result<bool> {
    // Two changes of one moment are told apart, too.
    let now = Timestamp(tx.now.0.max(seen.0 + 1));
    let changed = run!(
        tx,
        "update course
            set time_zone = $3, lang = $4, starts_on = $5, ends_on = $6, audience = $7, titles_ahead = $8,
                edited_at = $9, rendered = $10, tagline = $11, source = $12, html = $13, outcomes = $14
          where id = $1 and edited_at = $2",
        id,
        seen,
        &draft.time_zone,
        draft.lang.tag(),
        draft.starts_on.to_string(),
        draft.ends_on.to_string(),
        audience,
        draft.titles_ahead,
        now,
        i64::from(markup::VERSION),
        &draft.tagline,
        &draft.source,
        html,
        &draft.outcomes
    )?;
    Ok(changed > 0)
}

pub async fn open(tx: &mut Tx, id: CircleId) -> sqlx::Result<bool> {
    let now = tx.now;
    Ok(run!(tx, "update course set opened_at = $2 where id = $1 and opened_at is null", id, now)? > 0)
}

pub async fn at(conn: &mut Conn, address: &str) -> sqlx::Result<Option<Course>> {
    one!(
        conn,
        concat!(
            "select ",
            columns!(),
            " from course c join circle k on k.id = c.id
              where k.kind = 'course' and k.within is null and k.address = $1"
        ),
        address
    )
}

pub async fn by_id(conn: &mut Conn, id: CircleId) -> sqlx::Result<Option<Course>> {
    one!(conn, concat!("select ", columns!(), " from course c join circle k on k.id = c.id where c.id = $1"), id)
}

pub async fn list(conn: &mut Conn, reader: MemberId, organises: bool) -> sqlx::Result<Vec<Listed>> {
    all!(
        conn,
        concat!(
            "select ",
            columns!(),
            ", s.role as part, w.kind as wish
               from course c join circle k on k.id = c.id
               left join membership s on s.circle = c.id and s.member = $1
               left join wish w on w.circle = c.id and w.member = $1
              where c.opened_at is not null or $2 or s.role in ('instructor', 'guide')
              order by c.starts_on desc, c.id desc limit 500"
        ),
        reader,
        organises
    )
}

pub async fn enrol(tx: &mut Tx, course: CircleId, member: MemberId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into enrolment (course, member, name, since) values ($1, $2, '', $3)
         on conflict (course, member) do update set ended_at = null",
        course,
        member,
        now
    )?;
    Ok(())
}

pub async fn since(conn: &mut Conn, course: CircleId, member: MemberId) -> sqlx::Result<Option<Timestamp>> {
    value!(conn, "select since from enrolment where course = $1 and member = $2 and ended_at is null", course, member)
}

pub async fn name_of(conn: &mut Conn, course: CircleId, member: MemberId) -> sqlx::Result<Option<String>> {
    value!(conn, "select name from enrolment where course = $1 and member = $2 and ended_at is null", course, member)
}

pub async fn names(conn: &mut Conn, circle: CircleId, members: &str) -> sqlx::Result<Vec<(MemberId, String)>> {
    macro_rules! names {
        ($whose:literal) => {
            concat!(
                "select member, name from enrolment
                  where course = coalesce((select k.within from circle k where k.id = $1), $1) and name <> ''
                    and member ",
                $whose
            )
        };
    }
    let sql = conn.pick(
        names!("in (select value from json_each('[' || $2 || ']'))"),
        names!("= any (string_to_array($2, ',')::bigint[])"),
    );
    all!(conn, sql, circle, members)
}

pub async fn call(tx: &mut Tx, course: CircleId, member: MemberId, name: &str) -> sqlx::Result<bool> {
    let called = run!(
        tx,
        "update enrolment set name = $3 where course = $1 and member = $2 and ended_at is null",
        course,
        member,
        name
    )?;
    Ok(called > 0)
}

pub async fn has_homeroom(conn: &mut Conn, course: CircleId, member: MemberId) -> sqlx::Result<bool> {
    let room: Option<CircleId> = value!(
        conn,
        "select homeroom from enrolment where course = $1 and member = $2 and homeroom is not null",
        course,
        member
    )?;
    Ok(room.is_some())
}

pub async fn set_homeroom(tx: &mut Tx, course: CircleId, member: MemberId, room: Option<CircleId>) -> sqlx::Result<()> {
    run!(tx, "update enrolment set homeroom = $3 where course = $1 and member = $2", course, member, room)?;
    Ok(())
}

/// A list in JSON of members and circles.
pub async fn place(tx: &mut Tx, course: CircleId, placed: &str) -> sqlx::Result<()> {
    let sql = tx.pick(
        "update enrolment set homeroom = p.circle
           from (select value ->> 0 as person, value ->> 1 as circle from json_each($1)) p
          where course = $2 and member = p.person",
        "update enrolment set homeroom = p.circle
           from (select (value ->> 0)::bigint as person, (value ->> 1)::bigint as circle
                   from json_array_elements($1::json)) p
          where course = $2 and member = p.person",
    );
    run!(tx, sql, placed, course)?;
    Ok(())
}

pub async fn end_enrolment(tx: &mut Tx, course: CircleId, member: MemberId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update enrolment set ended_at = $3, homeroom = null, name = '' where course = $1 and member = $2 and ended_at is null",
        course,
        member,
        now
    )?;
    Ok(())
}

pub async fn of_member(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<CircleId>> {
    let rows: Vec<(CircleId,)> = all!(
        conn,
        "select c.id from course c join membership s on s.circle = c.id where s.member = $1 order by c.id",
        member
    )?;
    Ok(rows.into_iter().map(|(course,)| course).collect())
}

pub async fn instructors(conn: &mut Conn, course: CircleId) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select count(*) from membership where circle = $1 and role = 'instructor' and role <> 'member'",
        course
    )?;
    Ok(count.unwrap_or_default())
}

pub async fn led_alone(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<(String, String)>> {
    all!(
        conn,
        "select k.address, k.name from membership s join circle k on k.id = s.circle and k.kind = 'course'
          where s.member = $1 and s.role = 'instructor'
            and not exists (select 1 from membership o
                             where o.circle = s.circle and o.member <> $1 and o.role = 'instructor')
            and exists (select 1 from membership o where o.circle = s.circle and o.member <> $1)
          order by k.name, k.id",
        member
    )
}

pub async fn staff(conn: &mut Conn, course: CircleId) -> sqlx::Result<Vec<Person>> {
    all!(
        conn,
        "select s.member, m.name, m.handle, m.picture, s.role as part, s.since
           from membership s join member m on m.id = s.member
          where s.circle = $1 and s.role in ('instructor', 'guide') and s.role <> 'member'
          order by case s.role when 'instructor' then 0 else 1 end, s.since, s.member limit 500",
        course
    )
}

/// Instructors first, and before other guides those of a homeroom.
pub async fn staff_beside(
    conn: &mut Conn,
    course: CircleId,
    homeroom: Option<CircleId>,
    limit: i64,
) -> sqlx::Result<Vec<Person>> {
    all!(
        conn,
        "select s.member, m.name, m.handle, m.picture, s.role as part, s.since
           from membership s join member m on m.id = s.member
          where s.circle = $1 and s.role in ('instructor', 'guide') and s.role <> 'member'
          order by case s.role when 'instructor' then 0 else 1 end,
                   case when s.member in (select g.member from membership g
                                           where g.circle = $2 and g.role = 'guide' and g.role <> 'member')
                        then 0 else 1 end,
                   s.since, s.member limit $3",
        course,
        homeroom,
        limit
    )
}

pub async fn staff_count(conn: &mut Conn, course: CircleId) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select count(*) from membership where circle = $1 and role in ('instructor', 'guide') and role <> 'member'",
        course
    )?;
    Ok(count.unwrap_or_default())
}

pub const PARTICIPANTS: &str = "select e.member, case when e.name = '' then m.name else e.name end as name, m.handle,
        m.picture, 'member' as part, e.since
   from enrolment e join member m on m.id = e.member
  where e.course = $1 and e.ended_at is null and (e.since, e.member) < ($2, $3)
  order by e.since desc, e.member desc limit $4";

pub async fn participants(
    conn: &mut Conn,
    course: CircleId,
    at: Timestamp,
    id: MemberId,
    limit: i64,
) -> sqlx::Result<Vec<Person>> {
    all!(conn, PARTICIPANTS, course, at, id, limit)
}
