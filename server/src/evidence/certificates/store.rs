//! SQL about completion and certificates.

use super::{Certificate, Drawn, Person, Rule, Saved, Task};
use crate::{
    all,
    ids::{CircleId, ConversationId, MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, value,
};

/// The columns of a certificate `c`, all but its bytes; the rest of the statement follows.
macro_rules! certificates {
    ($rest:literal) => {
        concat!(
            "select c.id, c.code, c.kind, c.course, c.member, c.award, c.issued_at, c.named, c.revoked_at,
                    c.why, c.name, c.facts, c.sha256, c.pdf is not null as is_kept, k.address as course_address
               from certificate c join circle k on k.id = c.course ",
            $rest
        )
    };
}

pub async fn rule(conn: &mut Conn, course: CircleId) -> sqlx::Result<Option<Saved>> {
    one!(
        conn,
        "select awarding, posts, reviews, minutes, edited_at, provider, address, signatory, role, approval, shown_by, tasks
           from completion_rule where course = $1",
        course
    )
}

/// Writes the rule of a course that nobody changed since `seen`; zero: there was none.
pub async fn set_rule(
    tx: &mut Tx,
    course: CircleId,
    seen: Timestamp,
    rule: &Rule,
    (shown_by, tasks): (&str, &str),
) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "insert into completion_rule (course, awarding, posts, reviews, minutes, edited_at, provider, address, signatory,
                                      role, approval, shown_by, tasks)
         values ($1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         on conflict (course) do update
            set awarding = excluded.awarding, posts = excluded.posts, reviews = excluded.reviews,
                minutes = excluded.minutes, edited_at = excluded.edited_at, provider = excluded.provider,
                address = excluded.address, signatory = excluded.signatory, role = excluded.role,
                approval = excluded.approval, shown_by = excluded.shown_by, tasks = excluded.tasks
          where completion_rule.edited_at = $2",
        course,
        seen,
        rule.awarding.word(),
        rule.posts,
        rule.reviews,
        rule.minutes,
        now,
        &rule.provider,
        &rule.address,
        &rule.signatory,
        &rule.role,
        &rule.approval,
        shown_by,
        tasks
    )?;
    Ok(rows > 0)
}

/// Courses whose certificates come by themselves.
pub async fn automatic(conn: &mut Conn, after: CircleId, limit: i64) -> sqlx::Result<Vec<(CircleId,)>> {
    all!(
        conn,
        "select r.course from completion_rule r join course c on c.id = r.course
          where r.awarding = 'automatic' and c.opened_at is not null and r.course > $1 order by r.course limit $2",
        after,
        limit
    )
}

pub async fn tasks(conn: &mut Conn, course: CircleId) -> sqlx::Result<Vec<Task>> {
    all!(
        conn,
        "select a.id, v.title, a.slug, a.choice, a.opened_at, a.needed
           from assignment a join conversation v on v.id = a.id
          where a.course = $1 order by a.position, a.id",
        course
    )
}

/// Those who take or took part in a course, or one of them.
pub async fn people(conn: &mut Conn, course: CircleId, member: MemberId) -> sqlx::Result<Vec<Person>> {
    all!(
        conn,
        "select e.member, coalesce(n.name, m.name) as name, m.handle, e.since, e.ended_at,
                exists (select 1 from certificate c where c.course = $1 and c.member = e.member
                                                      and c.kind = 'certificate') as has_any,
                exists (select 1 from certificate c where c.course = $1 and c.member = e.member
                                                      and c.kind = 'certificate' and c.revoked_at is null) as holds
           from enrolment e join member m on m.id = e.member
           left join certificate_name n on n.member = e.member
          where e.course = $1 and ($2 = 0 or e.member = $2)
            and not exists (select 1 from membership s where s.circle = $1 and s.member = e.member and s.role <> 'member')
          order by e.since, e.member",
        course,
        member
    )
}

/// Who first handed which assignment in, and when.
pub async fn handed_in(
    conn: &mut Conn,
    course: CircleId,
    member: MemberId,
) -> sqlx::Result<Vec<(MemberId, ConversationId, Timestamp)>> {
    all!(
        conn,
        "select s.author, s.assignment, s.first_at from submission s join assignment a on a.id = s.assignment
          where a.course = $1 and ($2 = 0 or s.author = $2) and s.withdrawn_at is null",
        course,
        member
    )
}

/// Who published their first post of which module, and when.
pub async fn posts(conn: &mut Conn, course: CircleId, member: MemberId) -> sqlx::Result<Vec<(MemberId, Timestamp)>> {
    all!(
        conn,
        "select w.author, min(w.opened_at) from conversation w
          where w.course = $1 and ($2 = 0 or w.author = $2) and w.kind = 'post' and w.module is not null
            and w.opened_at is not null
          group by w.author, w.module",
        course,
        member
    )
}

pub async fn reviews(conn: &mut Conn, course: CircleId, member: MemberId) -> sqlx::Result<Vec<(MemberId, Timestamp)>> {
    all!(
        conn,
        "select r.reviewer, r.done_at from review r join assignment a on a.id = r.assignment
          where a.course = $1 and ($2 = 0 or r.reviewer = $2) and r.done_at is not null",
        course,
        member
    )
}

/// How many reviews somebody need not give.
pub async fn excused(conn: &mut Conn, course: CircleId, member: MemberId) -> sqlx::Result<Vec<(MemberId, i64)>> {
    all!(
        conn,
        "select p.member, cast(sum(p.granted) as bigint) from spare p join assignment a on a.id = p.assignment
          where a.course = $1 and ($2 = 0 or p.member = $2) and p.granted > 0 group by p.member",
        course,
        member
    )
}

/// What somebody did in a course: posts, comments, and what they wrote down of it in their log: minutes, and sessions they
/// attended.
pub async fn activity(conn: &mut Conn, course: CircleId, member: MemberId) -> sqlx::Result<(i64, i64, i64, i64)> {
    let found = one!(
        conn,
        "select (select count(*) from conversation w
                  where w.course = $1 and w.author = $2 and w.kind = 'post' and w.opened_at is not null),
                (select count(*) from comment c join conversation v on v.id = c.conversation
                  where v.course = $1 and c.writer = $2 and c.approved_at is not null and c.deleted_at is null
                    and c.hidden_at is null),
                (select cast(coalesce(sum(e.minutes), 0) as bigint) from log_entry e
                   join conversation v on v.id = e.subject where v.course = $1 and e.member = $2),
                (select count(*) from log_entry e join conversation v on v.id = e.subject
                  where v.course = $1 and e.member = $2 and e.kind = 'event')",
        course,
        member
    )?;
    Ok(found.unwrap_or_default())
}

/// The moment somebody last did something in a course, if they did anything.
pub async fn last_act(conn: &mut Conn, course: CircleId, member: MemberId) -> sqlx::Result<Option<Timestamp>> {
    let found: Option<Option<Timestamp>> = value!(
        conn,
        "select max(x.at) from (
            select max(w.opened_at) as at from conversation w where w.course = $1 and w.author = $2
             union all
            select max(c.created_at) from comment c join conversation v on v.id = c.conversation
             where v.course = $1 and c.writer = $2
             union all
            select max(s.handed_in_at) from submission s join assignment a on a.id = s.assignment
             where a.course = $1 and s.author = $2
             union all
            select max(r.done_at) from review r join assignment a on a.id = r.assignment
             where a.course = $1 and r.reviewer = $2) x",
        course,
        member
    )?;
    Ok(found.flatten())
}

/// Writes a paper, unless there is one, or the rule was changed meanwhile; answers its number if it was written.
pub async fn insert(
    tx: &mut Tx,
    course: CircleId,
    drawn: &Drawn,
    by: Option<MemberId>,
    seen: Timestamp,
) -> sqlx::Result<Option<RowId>> {
    let (now, id) = (tx.now, RowId(tx.new_id()));
    value!(
        tx,
        "insert into certificate (id, code, kind, course, member, once, issued_at, issued_by, named, why, name, facts,
                                  sha256, pdf)
         select $1, $2, $3, e.course, e.member, $6, $7, $8, $9, '', $10, $11, $12, $13
           from enrolment e
          where e.course = $4 and e.member = $5
            and ($14 = 0 or exists (select 1 from completion_rule r where r.course = $4 and r.edited_at = $14))
         on conflict do nothing returning id",
        id,
        &drawn.code,
        drawn.kind.word(),
        course,
        drawn.member,
        &drawn.once,
        now,
        by,
        true,
        &drawn.name,
        &drawn.facts,
        &drawn.sha256,
        &drawn.pdf,
        seen
    )
}

pub async fn set_award(tx: &mut Tx, id: RowId, award: RowId) -> sqlx::Result<()> {
    run!(tx, "update certificate set award = $2 where id = $1", id, award)?;
    Ok(())
}

pub async fn at(conn: &mut Conn, code: &str) -> sqlx::Result<Option<Certificate>> {
    one!(conn, certificates!("where c.code = $1"), code)
}

pub async fn find(conn: &mut Conn, id: RowId) -> sqlx::Result<Option<Certificate>> {
    one!(conn, certificates!("where c.id = $1"), id)
}

pub async fn by_hash(conn: &mut Conn, sha256: &str) -> sqlx::Result<Option<Certificate>> {
    one!(conn, certificates!("where c.sha256 = $1 order by c.id limit 1"), sha256)
}

/// The paper of this kind that another one of the same would be.
pub async fn there(
    conn: &mut Conn,
    course: CircleId,
    member: MemberId,
    kind: &str,
    once: &str,
) -> sqlx::Result<Option<Certificate>> {
    one!(
        conn,
        certificates!("where c.course = $1 and c.member = $2 and c.kind = $3 and c.once = $4 and c.revoked_at is null"),
        course,
        member,
        kind,
        once
    )
}

pub async fn of_member(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<Certificate>> {
    all!(conn, certificates!("where c.member = $1 order by c.id desc limit 500"), member)
}

pub async fn of_member_in(conn: &mut Conn, course: CircleId, member: MemberId) -> sqlx::Result<Vec<Certificate>> {
    all!(conn, certificates!("where c.course = $1 and c.member = $2 order by c.id desc limit 100"), course, member)
}

pub async fn of_course(conn: &mut Conn, course: CircleId, before: RowId, limit: i64) -> sqlx::Result<Vec<Certificate>> {
    all!(conn, certificates!("where c.course = $1 and c.id < $2 order by c.id desc limit $3"), course, before, limit)
}

/// How many hold a certificate of a course.
pub async fn held(conn: &mut Conn, course: CircleId) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select count(*) from certificate where course = $1 and kind = 'certificate' and revoked_at is null",
        course
    )?;
    Ok(count.unwrap_or_default())
}

pub async fn pdf(conn: &mut Conn, id: RowId) -> sqlx::Result<Option<Vec<u8>>> {
    let found: Option<Option<Vec<u8>>> = value!(conn, "select pdf from certificate where id = $1", id)?;
    Ok(found.flatten())
}

/// Courses that somebody takes or took part in: address, title, language.
pub async fn courses_of(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<(String, String, String)>> {
    all!(
        conn,
        "select k.address, k.name, c.lang from enrolment e
           join course c on c.id = e.course join circle k on k.id = c.id
          where e.member = $1 and c.opened_at is not null order by c.starts_on desc, c.id limit 200",
        member
    )
}

pub async fn name(conn: &mut Conn, member: MemberId) -> sqlx::Result<Option<String>> {
    value!(conn, "select name from certificate_name where member = $1", member)
}

pub async fn set_name(tx: &mut Tx, member: MemberId, name: &str) -> sqlx::Result<()> {
    run!(
        tx,
        "insert into certificate_name (member, name) values ($1, $2)
         on conflict (member) do update set name = excluded.name",
        member,
        name
    )?;
    Ok(())
}

pub async fn unset_name(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from certificate_name where member = $1", member)?;
    Ok(())
}

/// Whether the page of a paper of one's own says whose it is.
pub async fn set_named(tx: &mut Tx, member: MemberId, id: RowId, named: bool) -> sqlx::Result<()> {
    run!(tx, "update certificate set named = $3 where id = $2 and member = $1", member, id, named)?;
    Ok(())
}

pub async fn revoke(tx: &mut Tx, id: RowId, by: MemberId, why: &str) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "update certificate set revoked_at = $2, revoked_by = $3, why = $4 where id = $1 and revoked_at is null",
        id,
        now,
        by,
        why
    )?;
    Ok(rows > 0)
}

/// Forgets whose papers were; that they were issued, what they said of the course, and their hash stay.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "update certificate set name = '', pdf = null, member = null where member = $1", member)?;
    run!(tx, "delete from certificate_name where member = $1", member)?;
    Ok(())
}
