//! SQL about homerooms.

use super::{Homeroom, Person, Pulse, Unanswered};
use crate::{
    all,
    ids::{CircleId, MemberId, Timestamp},
    kit::db::{Conn, Tx},
    one, readable, run, value,
};

macro_rules! homeroom {
    ($rest:literal) => {
        concat!(
            "select k.id, k.address, k.name, k.taken, o.address as course_address
               from circle k join circle o on o.id = k.within where k.kind = 'homeroom' and ",
            $rest
        )
    };
}

pub async fn all(conn: &mut Conn, course: CircleId) -> sqlx::Result<Vec<Homeroom>> {
    all!(conn, homeroom!("k.within = $1 order by k.id"), course)
}

pub async fn at(conn: &mut Conn, course: CircleId, address: &str) -> sqlx::Result<Option<Homeroom>> {
    one!(conn, homeroom!("k.within = $1 and k.address = $2"), course, address)
}

pub async fn of(conn: &mut Conn, course: CircleId, member: MemberId) -> sqlx::Result<Option<Homeroom>> {
    one!(
        conn,
        homeroom!("k.id = (select e.homeroom from enrolment e where e.course = $1 and e.member = $2)"),
        course,
        member
    )
}

pub async fn of_person(conn: &mut Conn, course: CircleId, member: MemberId) -> sqlx::Result<Vec<Homeroom>> {
    all!(
        conn,
        homeroom!("k.within = $1 and k.id in (select circle from membership where member = $2) order by k.id limit 12"),
        course,
        member
    )
}

pub async fn people(conn: &mut Conn, room: CircleId, part: &str) -> sqlx::Result<Vec<Person>> {
    all!(
        conn,
        "select s.member, coalesce(nullif(e.name, ''), m.name) as name, m.handle, m.picture
           from membership s join member m on m.id = s.member join circle k on k.id = s.circle
           left join enrolment e on e.course = k.within and e.member = s.member
          where s.circle = $1 and s.role = $2 order by lower(m.name), m.id limit 1000",
        room,
        part
    )
}

/// Somebody who looks after a homeroom.
#[derive(sqlx::FromRow)]
pub struct Guide {
    pub room: CircleId,
    #[sqlx(flatten)]
    pub person: Person,
}

pub async fn guides_of_all(conn: &mut Conn, course: CircleId) -> sqlx::Result<Vec<Guide>> {
    all!(
        conn,
        "select s.circle as room, s.member, m.name, m.handle, m.picture
           from circle k join membership s on s.circle = k.id and s.role = 'guide' join member m on m.id = s.member
          where k.within = $1 and k.kind = 'homeroom' and s.role <> 'member' order by lower(m.name), m.id",
        course
    )
}

pub async fn unplaced_count(conn: &mut Conn, course: CircleId) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select count(*) from enrolment where course = $1 and homeroom is null and ended_at is null",
        course
    )?;
    Ok(count.unwrap_or_default())
}

/// Somebody who is in no homeroom.
#[derive(sqlx::FromRow)]
pub struct Unplaced {
    /// Who.
    pub member: MemberId,
    /// The zone their clocks show.
    pub zone: String,
    /// The language they read in.
    pub language: String,
    /// Where they say they work, as it is compared; empty if they do not say, or say it to themselves alone.
    pub workplace: String,
}

pub async fn unplaced(conn: &mut Conn, course: CircleId) -> sqlx::Result<Vec<Unplaced>> {
    all!(
        conn,
        "select e.member, case when m.time_zone = '' then c.time_zone else m.time_zone end as zone, m.language,
                coalesce(f.match_key, '') as workplace
           from enrolment e join member m on m.id = e.member join course c on c.id = e.course
           left join about f on f.member = e.member and f.field = 'workplace' and f.viewers <> 'me'
          where e.course = $1 and e.homeroom is null and e.ended_at is null order by e.member",
        course
    )
}

/// How many of each workplace are in each homeroom.
pub async fn colleagues(conn: &mut Conn, course: CircleId) -> sqlx::Result<Vec<(CircleId, String, i64)>> {
    all!(
        conn,
        "select e.homeroom, f.match_key, count(*)
           from enrolment e join about f on f.member = e.member and f.field = 'workplace' and f.viewers <> 'me'
          where e.course = $1 and e.homeroom is not null and e.ended_at is null and f.match_key <> ''
          group by e.homeroom, f.match_key",
        course
    )
}

pub async fn greatest_number(conn: &mut Conn, course: CircleId) -> sqlx::Result<i64> {
    let number: Option<i64> = value!(
        conn,
        "select coalesce(max(cast(address as bigint)), 0) from circle where within = $1 and kind = 'homeroom'",
        course
    )?;
    Ok(number.unwrap_or_default())
}

/// Which homeroom somebody is in, if any; nothing if they do not take part.
pub async fn homeroom(conn: &mut Conn, course: CircleId, member: MemberId) -> sqlx::Result<Option<Option<CircleId>>> {
    let row: Option<(Option<CircleId>,)> = one!(
        conn,
        "select homeroom from enrolment where course = $1 and member = $2 and ended_at is null",
        course,
        member
    )?;
    Ok(row.map(|(homeroom,)| homeroom))
}

/// Whether somebody else than the writer of `v` said something in it.
macro_rules! answered {
    () => {
        "exists (select 1 from comment a
                  where a.conversation = v.id and a.shown and a.approved_at is not null and a.hidden_at is null
                    and a.deleted_at is null and (a.writer is null or a.writer <> v.author))"
    };
}

pub const PULSES: &str = concat!(
    "select e.member, case when e.name = '' then m.name else e.name end as name, m.handle, m.picture, e.since,
            (select count(*) from item i join module d on d.id = i.module
              where d.course = $1 and d.opened_at is not null and i.core
                and (exists (select 1 from done x where x.item = i.id and x.member = e.member)
                     or (coalesce(i.follows, '') = 'post' and exists (select 1 from conversation w where w.course = $1
                            and w.module = d.id and w.kind = 'post' and w.opened_at is not null
                            and w.author = e.member))
                     or (coalesce(i.follows, '') = 'comment' and exists (select 1 from comment c where c.conversation = d.id
                            and c.shown and c.hidden_at is null and c.deleted_at is null
                            and c.writer = e.member)))) as core,
            (select count(*) from conversation v where v.author = e.member and v.course = $1
                and v.kind = 'post' and +v.opened_at is not null) as posts,
            (select count(*) from conversation v where v.author = e.member and v.course = $1
                and v.kind = 'post' and +v.opened_at is not null and ",
    answered!(),
    ") as answered,
            (select count(*) from comment c join conversation v on v.id = c.conversation
              where c.writer = e.member and c.created_at >= e.since and v.course = $1 and c.shown
                and c.hidden_at is null and c.deleted_at is null) as comments,
            (select max(t.at) from (
                 select max(b.seen_at) as at from visit b where b.member = e.member
                 union all select max(c.created_at) from comment c where c.writer = e.member
                 union all select max(v.opened_at) from conversation v where v.author = e.member) t) as here_at
       from enrolment e join member m on m.id = e.member
      where e.homeroom = $2 and e.course = $1 and e.ended_at is null
      order by lower(m.name), e.member limit 1000"
);

pub async fn pulses(conn: &mut Conn, course: CircleId, room: CircleId) -> sqlx::Result<Vec<Pulse>> {
    all!(conn, PULSES, course, room)
}

pub async fn asked(conn: &mut Conn, course: CircleId, before: Timestamp) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select count(*) from item i join module d on d.id = i.module
          where d.course = $1 and d.opened_at <= $2 and i.core",
        course,
        before
    )?;
    Ok(count.unwrap_or_default())
}

macro_rules! newcomer {
    ($writer:literal) => {
        concat!(
            "((select count(*) from (select 1 from conversation o where o.author = ",
            $writer,
            " and o.course = $2 and o.opened_at is not null limit 3) k) <= 1)"
        )
    };
}

pub async fn unanswered(
    conn: &mut Conn,
    reader: MemberId,
    course: CircleId,
    room: Option<CircleId>,
    before: Timestamp,
    now: Timestamp,
) -> sqlx::Result<Vec<Unanswered>> {
    all!(
        conn,
        concat!(
            "select v.id as thing, cast(null as bigint) as comment, v.title, v.lang, v.path, v.author as member,
                    coalesce(nullif(e.name, ''), m.name) as name, m.picture, v.unanswered_since as since, ",
            newcomer!("v.author"),
            " as is_newcomer, l.guide, g.name as guide_name
               from conversation v join member m on m.id = v.author
               join enrolment e on e.course = v.course and e.member = v.author and e.ended_at is null
               left join claim l on l.thing = v.id and l.until > $5
               left join member g on g.id = l.guide
              where v.course = $2 and v.closed_at is null and v.unanswered_since is not null and v.unanswered_since <= $4
                and ($3 is null or case v.kind when 'discussion' then v.place else e.homeroom end = $3)
                and v.author <> $1 and not ",
            answered!(),
            " and ",
            readable!(),
            " order by v.unanswered_since, v.id limit 100"
        ),
        reader,
        course,
        room,
        before,
        now
    )
}

/// Entries with a question mark in the course's conversations of the last fortnight that nobody else answered.
pub async fn questions(
    conn: &mut Conn,
    reader: MemberId,
    course: CircleId,
    room: Option<CircleId>,
    before: Timestamp,
    now: Timestamp,
) -> sqlx::Result<Vec<Unanswered>> {
    let since = now.plus_days(-14);
    all!(
        conn,
        concat!(
            "select c.id as thing, c.id as comment, v.title, v.lang, v.path, c.writer as member,
                    coalesce(nullif(e.name, ''), m.name) as name, m.picture, c.created_at as since, ",
            newcomer!("c.writer"),
            " as is_newcomer, l.guide, g.name as guide_name
               from enrolment e join member m on m.id = e.member
               join comment c on c.writer = e.member and c.created_at >= $6 and c.created_at <= $4
               join conversation v on v.id = c.conversation and v.course = $2 and v.closed_at is null
               left join claim l on l.thing = c.id and l.until > $5
               left join member g on g.id = l.guide
              where e.course = $2 and e.ended_at is null and ($3 is null or e.homeroom = $3)
                and c.shown and c.approved_at is not null and c.hidden_at is null and c.deleted_at is null
                and (c.source like '%?%' or c.source like '%？%' or c.source like '%؟%') and c.writer <> $1
                and not exists (select 1 from comment a where a.parent = c.id and a.shown and a.hidden_at is null
                                   and a.approved_at is not null and a.deleted_at is null
                                   and (a.writer is null or a.writer <> c.writer))
                and ",
            readable!(),
            " order by c.created_at, c.id limit 100"
        ),
        reader,
        course,
        room,
        before,
        now,
        since
    )
}

pub async fn claim(tx: &mut Tx, thing: i64, guide: MemberId, until: Timestamp) -> sqlx::Result<bool> {
    let now = tx.now;
    let claimed = run!(
        tx,
        "insert into claim (thing, guide, until) values ($1, $2, $3)
         on conflict (thing) do update set guide = excluded.guide, until = excluded.until
          where claim.until < $4 or claim.guide = excluded.guide",
        thing,
        guide,
        until,
        now
    )?;
    Ok(claimed > 0)
}

pub async fn let_go(tx: &mut Tx, thing: i64, guide: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from claim where thing = $1 and guide = $2", thing, guide)?;
    Ok(())
}

pub async fn forget_old(tx: &mut Tx) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "delete from claim where until < $1", now)?;
    Ok(())
}
