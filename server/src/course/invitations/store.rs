//! SQL about invitations to a course.

use super::{Address, Invitation, Listed, New, Tally};
use crate::{
    all,
    ids::{CircleId, MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, value,
};

/// What is known of these addresses, a list in JSON, to somebody who writes to them; those that were written to since a
/// moment, or whose invitation brought somebody in who is still there, are settled.
pub async fn addresses(
    conn: &mut Conn,
    course: CircleId,
    by: MemberId,
    since: Timestamp,
    emails: &str,
) -> sqlx::Result<Vec<Address>> {
    macro_rules! addresses {
        ($list:literal) => {
            concat!(
                "select a.email, m.name, m.language, i.hash as former,
                        case when m.confirmed_at is not null and m.suspended_at is null and m.removed_at is null
                              and not exists (select 1 from block b where b.member = m.id and b.blocked = $2)
                              and not exists (select 1 from membership s where s.circle = $1 and s.member = m.id)
                             then m.id end as told,
                        coalesce(i.sent_at > $3 or (i.accepted_at is not null and exists (
                            select 1 from membership s where s.circle = $1 and s.member = i.accepted_by)), false) as is_settled,
                        (m.suspended_at is not null or m.removed_at is not null
                         or exists (select 1 from mailing g where g.member = m.id and g.mode = 'never')
                         or exists (select 1 from block b where b.member = m.id and b.blocked = $2)
                         or exists (select 1 from membership s where s.circle = $1 and s.member = m.id)
                         or exists (select 1 from mail_failing f where f.address = a.email and f.stopped_at is not null)
                         or exists (select 1 from mail_return r join letter l on l.id = r.letter
                                     where r.kind = 'complaint' and lower(l.recipient) = a.email)) as wants_none
                   from ",
                $list,
                " left join member m on m.email = a.email
                  left join invitation i on i.course = $1 and i.email = a.email"
            )
        };
    }
    let sql = conn.pick(
        addresses!("(select value as email from json_each($4)) a"),
        addresses!("(select value as email from json_array_elements_text($4::json)) a"),
    );
    all!(conn, sql, course, by, since, emails)
}

/// Which of these mailboxes, a list of hashes in JSON, want nothing.
pub async fn refused(conn: &mut Conn, mailboxes: &str) -> sqlx::Result<Vec<(Vec<u8>,)>> {
    let sql = conn.pick(
        "select r.mailbox from (select mailbox from guest_refusal union select mailbox from invitation_refusal) r
          where lower(hex(r.mailbox)) in (select value from json_each($1))",
        "select r.mailbox from (select mailbox from guest_refusal union select mailbox from invitation_refusal) r
          where encode(r.mailbox, 'hex') in (select json_array_elements_text($1::json))",
    );
    all!(conn, sql, mailboxes)
}

pub async fn sent_since(conn: &mut Conn, by: MemberId, since: Timestamp) -> sqlx::Result<i64> {
    let count: Option<i64> =
        value!(conn, "select count(*) from invitation where made_by = $1 and sent_at > $2", by, since)?;
    Ok(count.unwrap_or_default())
}

/// In place of an earlier one to the same address.
pub async fn put(tx: &mut Tx, new: &New<'_>) -> sqlx::Result<()> {
    let (id, now) = (RowId(tx.new_id()), tx.now);
    let unwritten_at = new.letter.is_none().then_some(now);
    run!(
        tx,
        "insert into invitation (id, course, email, hash, made_by, sent_at, expires_at, letter, unwritten_at, words)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (course, email) do update
            set hash = excluded.hash, made_by = excluded.made_by, sent_at = excluded.sent_at,
                expires_at = excluded.expires_at, letter = excluded.letter, unwritten_at = excluded.unwritten_at,
                words = excluded.words, accepted_at = null, accepted_by = null, declined_at = null, taken_back_at = null",
        id,
        new.course,
        new.email,
        new.hash,
        new.by,
        now,
        new.expires_at,
        new.letter,
        unwritten_at,
        new.words
    )?;
    Ok(())
}

macro_rules! invitation {
    ($rest:literal) => {
        concat!(
            "select i.id, i.hash, i.course, i.email, i.made_by, i.letter, i.words, i.sent_at, i.expires_at, i.accepted_at,
                    i.accepted_by, i.declined_at, i.taken_back_at, coalesce(m.name, '') as by_name
               from invitation i left join member m on m.id = i.made_by ",
            $rest
        )
    };
}

pub async fn by_hash(conn: &mut Conn, hash: &[u8]) -> sqlx::Result<Option<Invitation>> {
    one!(conn, invitation!("where i.hash = $1"), hash)
}

pub async fn in_course(conn: &mut Conn, course: CircleId, id: RowId) -> sqlx::Result<Option<Invitation>> {
    one!(conn, invitation!("where i.course = $1 and i.id = $2"), course, id)
}

pub async fn to(conn: &mut Conn, course: CircleId, email: &str) -> sqlx::Result<Option<Invitation>> {
    one!(conn, invitation!("where i.course = $1 and i.email = $2"), course, email)
}

pub async fn courses_of(conn: &mut Conn, email: &str, now: Timestamp) -> sqlx::Result<Vec<(CircleId,)>> {
    all!(
        conn,
        "select course from invitation
          where email = $1 and accepted_at is null and declined_at is null and taken_back_at is null and expires_at > $2",
        email,
        now
    )
}

/// Whether it was still open: of two who try, one gets it.
pub async fn accept(tx: &mut Tx, id: RowId, member: MemberId) -> sqlx::Result<bool> {
    let now = tx.now;
    let accepted = run!(
        tx,
        "update invitation set accepted_at = $3, accepted_by = $2, declined_at = null
          where id = $1 and accepted_at is null and taken_back_at is null and expires_at > $3",
        id,
        member,
        now
    )?;
    Ok(accepted > 0)
}

pub async fn decline(tx: &mut Tx, id: RowId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "update invitation set declined_at = $2 where id = $1 and accepted_at is null", id, now)?;
    Ok(())
}

pub async fn take_back(tx: &mut Tx, id: RowId) -> sqlx::Result<bool> {
    let now = tx.now;
    let taken = run!(
        tx,
        "update invitation set taken_back_at = $2 where id = $1 and accepted_at is null and taken_back_at is null",
        id,
        now
    )?;
    Ok(taken > 0)
}

pub async fn refuse(tx: &mut Tx, mailbox: &[u8]) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into invitation_refusal (mailbox, refused_at) values ($1, $2) on conflict (mailbox) do nothing",
        mailbox,
        now
    )?;
    Ok(())
}

pub async fn allow(tx: &mut Tx, mailbox: &[u8]) -> sqlx::Result<()> {
    run!(tx, "delete from invitation_refusal where mailbox = $1", mailbox)?;
    Ok(())
}

/// The latest first, before one of them. What came back is known of the last e-mail, or of the address.
pub async fn list(conn: &mut Conn, course: CircleId, before: RowId, limit: i64) -> sqlx::Result<Vec<Listed>> {
    all!(
        conn,
        "select i.id, i.email, i.sent_at, i.expires_at, i.accepted_at, i.declined_at, i.taken_back_at,
                i.unwritten_at is not null as is_unwritten,
                (exists (select 1 from mail_return r where r.letter = i.letter and r.kind in ('bounce', 'refused'))
                 or exists (select 1 from mail_failing f where f.address = i.email and f.stopped_at is not null)) as came_back,
                exists (select 1 from wish w where w.circle = i.course and w.member = i.accepted_by
                                               and w.kind = 'waiting') as waits,
                exists (select 1 from membership s join member m on m.id = s.member
                         where s.circle = i.course and m.email = i.email) as is_in
           from invitation i
          where i.course = $1 and i.id < $2 and i.taken_back_at is null
          order by i.id desc limit $3",
        course,
        before,
        limit
    )
}

pub async fn tally(conn: &mut Conn, course: CircleId) -> sqlx::Result<Option<Tally>> {
    one!(
        conn,
        "select count(*) as invited, count(accepted_at) as accepted from invitation
          where course = $1 and taken_back_at is null",
        course
    )
}

/// Whose address it is, if it is a member's.
pub async fn member_at(conn: &mut Conn, email: &str) -> sqlx::Result<Option<MemberId>> {
    value!(conn, "select id from member where email = $1", email)
}

pub async fn forget(tx: &mut Tx, email: &str) -> sqlx::Result<()> {
    run!(tx, "delete from invitation where email = $1", email)?;
    Ok(())
}

pub async fn forget_old(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    run!(tx, "delete from invitation where coalesce(accepted_at, expires_at) < $1", before)?;
    Ok(())
}
