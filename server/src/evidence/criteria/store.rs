//! SQL about rules, and about what members did here.

use super::{Names, Person, Rule, Set, What, rules::Fact};
use crate::{
    all,
    ids::{CircleId, MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    listed, one, run, value,
};

/// A rule as it is stored, and what its badge is.
#[derive(sqlx::FromRow)]
pub struct Stored {
    achievement: RowId,
    made_by: Option<MemberId>,
    edited_at: Timestamp,
    rule: String,
    pub course: Option<CircleId>,
    pub repeats: String,
    pub lang: String,
}

impl Stored {
    pub fn set(self) -> Option<Set> {
        let Self { achievement, made_by, edited_at, rule, .. } = self;
        Some(Set { achievement, made_by, edited_at, rule: Rule::read(&rule)? })
    }
}

macro_rules! stored {
    ($rest:literal) => {
        concat!(
            "select r.achievement, r.made_by, r.edited_at, r.rule, a.course, a.repeats, a.lang
               from badge_rule r join achievement a on a.id = r.achievement ",
            $rest
        )
    };
}

pub async fn of(conn: &mut Conn, achievement: RowId) -> sqlx::Result<Option<Stored>> {
    one!(conn, stored!("where r.achievement = $1"), achievement)
}

/// The rules of badges that are in use.
pub async fn in_use(conn: &mut Conn) -> sqlx::Result<Vec<Stored>> {
    all!(conn, stored!("where a.in_use_at is not null order by r.achievement limit 1000"))
}

/// Writes a rule, if it is as it was seen; none was seen where there is none.
pub async fn set(
    tx: &mut Tx,
    by: MemberId,
    achievement: RowId,
    seen: Option<Timestamp>,
    rule: &str,
) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = match seen {
        None => run!(
            tx,
            "insert into badge_rule (achievement, made_by, edited_at, rule) values ($1, $2, $3, $4)
             on conflict do nothing",
            achievement,
            by,
            now,
            rule
        )?,
        Some(seen) => run!(
            tx,
            "update badge_rule set made_by = $2, edited_at = $3, rule = $4 where achievement = $1 and edited_at = $5",
            achievement,
            by,
            now,
            rule,
            seen
        )?,
    };
    Ok(rows > 0)
}

pub async fn end(tx: &mut Tx, achievement: RowId) -> sqlx::Result<bool> {
    Ok(run!(tx, "delete from badge_rule where achievement = $1", achievement)? > 0)
}

pub async fn is_still(conn: &mut Conn, achievement: RowId, edited_at: Timestamp) -> sqlx::Result<bool> {
    let sql = "select cast(1 as bigint) from badge_rule where achievement = $1 and edited_at = $2";
    let found: Option<i64> = value!(conn, sql, achievement, edited_at)?;
    Ok(found.is_some())
}

/// Those who are here, in their order after one of them.
pub async fn members(conn: &mut Conn, after: MemberId, most: i64) -> sqlx::Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> = all!(
        conn,
        "select m.id from member m
          where m.id > $1 and m.confirmed_at is not null and m.asked_at is null and m.suspended_at is null
            and m.removed_at is null
          order by m.id limit $2",
        after,
        most
    )?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

/// The names of some of these, a list in JSON.
pub async fn people(conn: &mut Conn, members: &str, most: i64) -> sqlx::Result<Vec<Person>> {
    let sql = conn.pick(
        "select m.name, m.handle from member m where m.id in (select value from json_each($1))
          order by m.name_key, m.id limit $2",
        "select m.name, m.handle from member m
          where m.id in (select value::bigint from json_array_elements_text($1::json))
          order by m.name_key, m.id limit $2",
    );
    all!(conn, sql, members, most)
}

/// Something that a member did.
#[derive(sqlx::FromRow)]
pub struct Row {
    pub member: MemberId,
    what: String,
    pub course: i64,
    thing: i64,
    count: i64,
}

impl Row {
    /// What it is; none: that they are in the course.
    pub fn fact(&self) -> Option<Fact> {
        let what: What = self.what.parse().ok()?;
        Some(Fact { what, course: self.course, thing: self.thing, count: self.count })
    }
}

/// Whether what is written in the conversation `v` is for many: a badge tells nothing of what few may read.
macro_rules! is_for_many {
    () => {
        "(v.audience in (1, 2) or exists (select 1 from circle q where q.id = v.audience
                                                                  and q.kind in ('course', 'homeroom')))"
    };
}

/// What the members from one to another did in courses that they take part in and do not lead, and which badges they hold.
pub async fn work(conn: &mut Conn, (first, last): (MemberId, MemberId)) -> sqlx::Result<Vec<Row>> {
    all!(
        conn,
        concat!(
            "select s.member, 'in' as what, s.circle as course, cast(0 as bigint) as thing, cast(1 as bigint) as count
               from membership s join course c on c.id = s.circle
              where s.member between $1 and $2 and s.role <> 'instructor'
             union all
             select v.author, 'posted', v.course, v.module, 1
               from conversation v
               join membership s on s.member = v.author and s.circle = v.course and s.role <> 'instructor'
              where v.author between $1 and $2 and v.kind = 'post' and v.module is not null
                and v.opened_at is not null and ",
            is_for_many!(),
            " group by v.author, v.course, v.module
             union all
             select w.author, 'handed-in', a.course, a.id, 1
               from submission w
               join assignment a on a.id = w.assignment
               join membership s on s.member = w.author and s.circle = a.course and s.role <> 'instructor'
              where w.author between $1 and $2 and w.withdrawn_at is null
                and (w.post is not null or w.file is not null)
             union all
             select w.author, 'reviewed', a.course, a.id, 1
               from submission w
               join assignment a on a.id = w.assignment
               join membership s on s.member = w.author and s.circle = a.course and s.role <> 'instructor'
              where w.author between $1 and $2 and w.withdrawn_at is null
                and (w.post is not null or w.file is not null)
                and exists (select 1 from review r where r.submission = w.id and r.done_at is not null)
             union all
             select r.reviewer, 'gave', a.course, a.id, count(*)
               from review r
               join assignment a on a.id = r.assignment
               join membership s on s.member = r.reviewer and s.circle = a.course and s.role <> 'instructor'
              where r.reviewer between $1 and $2 and r.done_at is not null
              group by r.reviewer, a.course, a.id
             union all
             select w.member, 'holds', 0, w.achievement, 1
               from award w
              where w.member between $1 and $2 and w.taken_back_at is null and w.declined_at is null
              group by w.member, w.achievement"
        ),
        first,
        last
    )
}

/// The course that the conversation `v` belongs to, whose place is `k` if it is no blog; 0: none.
macro_rules! course {
    () => {
        "coalesce(v.course, k.within, k.id, 0)"
    };
}

/// How many people thanked each of the members from one to another, in each course and in all places.
pub async fn thanks(conn: &mut Conn, (first, last): (MemberId, MemberId)) -> sqlx::Result<Vec<Row>> {
    all!(
        conn,
        concat!(
            "with met as (
                 select c.writer as member, ",
            course!(),
            " as course, g.member as other
                   from comment c
                   join appreciation g on g.comment = c.id and g.member <> c.writer
                   join conversation v on v.id = c.conversation
                   left join circle k on k.id = v.place and v.kind in ('module', 'assignment', 'discussion')
                  where c.writer between $1 and $2 and c.approved_at is not null and c.hidden_at is null
                    and c.deleted_at is null and ",
            is_for_many!(),
            " union
                 select v.author, ",
            course!(),
            ", g.member
                   from conversation v
                   join appreciation g on g.conversation = v.id and g.comment is null and g.member <> v.author
                   left join circle k on k.id = v.place and v.kind = 'discussion'
                  where v.author between $1 and $2 and v.kind in ('post', 'discussion') and v.opened_at is not null and ",
            is_for_many!(),
            ")
             select member, 'thanked' as what, course, cast(0 as bigint) as thing, count(distinct other) as count
               from met where course <> 0 group by member, course
             union all
             select member, 'thanked', 0, 0, count(distinct other) from met group by member"
        ),
        first,
        last
    )
}

/// How many people each of the members from one to another answered, in each course and in all places: an entry of theirs,
/// or what they wrote or asked.
pub async fn answers(conn: &mut Conn, (first, last): (MemberId, MemberId)) -> sqlx::Result<Vec<Row>> {
    all!(
        conn,
        concat!(
            "with met as (
                 select c.writer as member, ",
            course!(),
            " as course, case when c.parent is not null then p.writer when v.kind in ('post', 'discussion')
                              then v.author end as other
                   from comment c
                   join conversation v on v.id = c.conversation
                   left join comment p on p.id = c.parent
                   left join circle k on k.id = v.place and v.kind in ('module', 'assignment', 'discussion')
                  where c.writer between $1 and $2 and c.approved_at is not null and c.hidden_at is null
                    and c.deleted_at is null and ",
            is_for_many!(),
            ")
             select member, 'answered' as what, course, cast(0 as bigint) as thing, count(distinct other) as count
               from met where course <> 0 and other <> member group by member, course
             union all
             select member, 'answered', 0, 0, count(distinct other) from met where other <> member group by member"
        ),
        first,
        last
    )
}

/// What those of these numbers, a list in JSON, that are of assignments or badges are called, as far as a reader may know.
pub async fn names(conn: &mut Conn, reader: MemberId, numbers: &str) -> sqlx::Result<Names> {
    let sql = conn.pick(
        concat!(
            "select v.id, v.title from conversation v
              where v.kind = 'assignment' and v.id in (select value from json_each($2)) and ",
            listed!(),
            " union all select a.id, a.name from achievement a left join course c on c.id = a.course
              where a.id in (select value from json_each($2)) and a.in_use_at is not null
                and (a.course is null or c.opened_at is not null)"
        ),
        concat!(
            "select v.id, v.title from conversation v
              where v.kind = 'assignment'
                and v.id in (select value::bigint from json_array_elements_text($2::json)) and ",
            listed!(),
            " union all select a.id, a.name from achievement a left join course c on c.id = a.course
              where a.id in (select value::bigint from json_array_elements_text($2::json))
                and a.in_use_at is not null and (a.course is null or c.opened_at is not null)"
        ),
    );
    let rows: Vec<(i64, String)> = all!(conn, sql, reader, numbers)?;
    Ok(rows.into_iter().collect())
}

/// What the courses that a member is in are called.
pub async fn course_titles(conn: &mut Conn, member: MemberId) -> sqlx::Result<Names> {
    let rows: Vec<(i64, String)> = all!(
        conn,
        "select k.id, k.name from membership s join circle k on k.id = s.circle and k.kind = 'course'
          where s.member = $1",
        member
    )?;
    Ok(rows.into_iter().collect())
}
