//! SQL about dossiers, and about what can stand in them. Private messages are no part of any of it.

use super::{
    Attestation, Dossier, Draft, Edition, Paper, Role, Signature, Signed,
    others::{Acts, Person},
};
use crate::{
    all,
    ids::{CircleId, MemberId, RowId, Timestamp},
    kit::{
        db::{Conn, Tx},
        local_time::Day,
    },
    one, readable, run, value,
};

pub async fn count(conn: &mut Conn, member: MemberId) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(conn, "select count(*) from dossier where member = $1", member)?;
    Ok(count.unwrap_or_default())
}

pub async fn insert(tx: &mut Tx, member: MemberId, draft: &Draft, chosen: &str) -> sqlx::Result<RowId> {
    let (now, id) = (tx.now, RowId(tx.new_id()));
    run!(
        tx,
        "insert into dossier (id, member, from_day, until_day, lang, edited_at, title, reflection, chosen)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id,
        member,
        draft.from.to_string(),
        draft.until.to_string(),
        &draft.lang,
        now,
        &draft.title,
        &draft.reflection,
        chosen
    )?;
    Ok(id)
}

pub async fn all(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<Dossier>> {
    all!(
        conn,
        "select id, member, from_day, until_day, lang, edited_at, title, reflection, chosen
           from dossier where member = $1 order by id desc",
        member
    )
}

pub async fn find(conn: &mut Conn, member: MemberId, id: RowId) -> sqlx::Result<Option<Dossier>> {
    one!(
        conn,
        "select id, member, from_day, until_day, lang, edited_at, title, reflection, chosen
           from dossier where member = $1 and id = $2",
        member,
        id
    )
}

pub async fn update(tx: &mut Tx, before: &Dossier, seen: Timestamp, draft: &Draft, chosen: &str) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "update dossier
            set from_day = $4, until_day = $5, lang = $6, edited_at = $7, title = $8, reflection = $9, chosen = $10
          where member = $1 and id = $2 and edited_at = $3",
        before.member,
        before.id,
        seen,
        draft.from.to_string(),
        draft.until.to_string(),
        &draft.lang,
        now,
        &draft.title,
        &draft.reflection,
        chosen
    )?;
    Ok(rows > 0)
}

pub async fn delete(tx: &mut Tx, member: MemberId, id: RowId) -> sqlx::Result<()> {
    run!(tx, "delete from dossier where member = $1 and id = $2", member, id)?;
    Ok(())
}

pub async fn forget_member(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from dossier where member = $1", member)?;
    Ok(())
}

/// A course somebody takes part in.
#[derive(sqlx::FromRow)]
pub struct Course {
    #[sqlx(rename = "course")]
    pub id: CircleId,
    pub starts_on: String,
    pub ends_on: String,
    pub lang: String,
    pub title: String,
    pub address: String,
}

/// Those that are no secret, and not over before the first day nor begun after the last.
pub async fn courses(conn: &mut Conn, member: MemberId, from: Day, until: Day) -> sqlx::Result<Vec<Course>> {
    all!(
        conn,
        "select e.course, o.starts_on, o.ends_on, o.lang, k.name as title, k.address
           from enrolment e join course o on o.id = e.course join circle k on k.id = o.id
          where e.member = $1 and o.opened_at is not null and o.starts_on <= $3 and o.ends_on >= $2
          order by o.starts_on, e.course limit 100",
        member,
        from.to_string(),
        until.to_string()
    )
}

/// Something that somebody wrote. Of what everybody may read there is a path.
#[derive(sqlx::FromRow)]
pub struct Written {
    pub thing: i64,
    pub at: Timestamp,
    pub lang: String,
    pub title: String,
    pub html: String,
    pub path: String,
}

pub async fn posts(
    conn: &mut Conn,
    reader: MemberId,
    (since, until): (Timestamp, Timestamp),
    limit: i64,
) -> sqlx::Result<Vec<Written>> {
    all!(
        conn,
        concat!(
            "select p.id as thing, v.opened_at as at, p.lang, p.title, p.html,
                    case when v.audience = 1 then v.path else '' end as path
               from conversation v join post p on p.id = v.id
              where v.author = $1 and v.kind = 'post' and p.kind = 'post' and v.opened_at >= $2 and v.opened_at < $3
                and ",
            readable!(),
            " order by v.opened_at desc, v.id desc limit $4"
        ),
        reader,
        since,
        until,
        limit
    )
}

/// What it was said to is named if anybody outside may know of it: what everybody reads, what the reader wrote, what a
/// course consists of.
pub async fn comments(
    conn: &mut Conn,
    reader: MemberId,
    (since, until): (Timestamp, Timestamp),
    limit: i64,
) -> sqlx::Result<Vec<Written>> {
    all!(
        conn,
        concat!(
            "select c.id as thing, c.created_at as at, v.lang, c.html,
                    case when v.audience = 1 then '/comments/' || c.id else '' end as path,
                    case when (v.audience = 1 or v.author = $1 or v.kind in ('module', 'assignment')) and ",
            readable!(),
            " then v.title else '' end as title
               from comment c join conversation v on v.id = c.conversation
              where c.writer = $1 and c.kind = 'comment' and c.created_at >= $2 and c.created_at < $3
                and c.approved_at is not null and c.hidden_at is null and c.deleted_at is null
              order by c.created_at desc, c.id desc limit $4"
        ),
        reader,
        since,
        until,
        limit
    )
}

/// What somebody said to the work of others; the answers stand as JSON.
pub async fn reviews(
    conn: &mut Conn,
    reader: MemberId,
    (since, until): (Timestamp, Timestamp),
    limit: i64,
) -> sqlx::Result<Vec<Written>> {
    all!(
        conn,
        concat!(
            "select r.id as thing, r.done_at as at, v.lang, v.title, r.answers as html, '' as path
               from review r join conversation v on v.id = r.assignment
              where r.reviewer = $1 and r.done_at >= $2 and r.done_at < $3 and ",
            readable!(),
            " order by r.done_at desc, r.id desc limit $4"
        ),
        reader,
        since,
        until,
        limit
    )
}

#[derive(sqlx::FromRow)]
struct Named {
    name: String,
    handle: String,
    is_near: bool,
    organises: bool,
    guides: bool,
}

/// Whose names may stand in what somebody wrote in this time: all members, near those of their groups and of the
/// conversations they took part in, and there guests, too, and names that are used in a course.
pub async fn people(
    conn: &mut Conn,
    member: MemberId,
    (since, until): (Timestamp, Timestamp),
) -> sqlx::Result<Vec<Person>> {
    let rows: Vec<Named> = all!(
        conn,
        "with mine as (select s.circle from membership s where s.member = $1 and s.circle > 2),
              talks as (select c.conversation from comment c
                         where c.writer = $1 and c.created_at >= $2 and c.created_at < $3
                        union
                        select v.id from conversation v
                         where v.author = $1 and v.opened_at >= $2 and v.opened_at < $3),
              near as (select s.member from membership s join mine on mine.circle = s.circle
                       union
                       select c.writer from comment c join talks on talks.conversation = c.conversation
                        where c.writer is not null
                       union
                       select v.author from conversation v join talks on talks.conversation = v.id)
         select m.name, m.handle, m.id in (select member from near) as is_near, m.role = 'organiser' as organises,
                exists (select 1 from membership s join mine on mine.circle = s.circle
                         where s.member = m.id and s.role <> 'member') as guides
           from member m where m.id <> $1
         union all
         select distinct e.name, '', 1 = 1, 1 = 0, 1 = 0
           from enrolment e join mine on mine.circle = e.course where e.member <> $1 and e.name <> ''
         union all
         select distinct c.guest_name, '', 1 = 1, 1 = 0, 1 = 0
           from comment c join talks on talks.conversation = c.conversation
          where c.writer is null and c.kind = 'comment' and c.guest_name <> ''",
        member,
        since,
        until
    )?;
    Ok(rows
        .into_iter()
        .map(|row| Person {
            name: row.name,
            handle: row.handle,
            is_near: row.is_near,
            acts: match (row.organises, row.guides) {
                (true, _) => Acts::Organiser,
                (false, true) => Acts::Guide,
                (false, false) => Acts::Participant,
            },
        })
        .collect())
}

/// Which of these comments, a list of numbers, are hidden.
pub async fn hidden(conn: &mut Conn, comments: &str) -> sqlx::Result<Vec<i64>> {
    let sql = conn.pick(
        "select c.id from comment c where c.id in (select value from json_each('[' || $1 || ']')) and c.hidden_at is not null",
        "select c.id from comment c where c.id = any (string_to_array($1, ',')::bigint[]) and c.hidden_at is not null",
    );
    let rows: Vec<(i64,)> = all!(conn, sql, comments)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub async fn count_editions(conn: &mut Conn, dossier: RowId) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(conn, "select count(*) from dossier_edition where dossier = $1", dossier)?;
    Ok(count.unwrap_or_default())
}

pub async fn made_since(
    conn: &mut Conn,
    dossier: RowId,
    since: Timestamp,
    content: &str,
) -> sqlx::Result<Option<RowId>> {
    let sql = "select id from dossier_edition where dossier = $1 and made_at > $2 and content = $3 order by id limit 1";
    value!(conn, sql, dossier, since, content)
}

pub async fn insert_edition(tx: &mut Tx, dossier: RowId, code: &str, content: &str) -> sqlx::Result<RowId> {
    let (now, id) = (tx.now, RowId(tx.new_id()));
    run!(
        tx,
        "insert into dossier_edition (id, dossier, made_at, code, content) values ($1, $2, $3, $4, $5)",
        id,
        dossier,
        now,
        code,
        content
    )?;
    Ok(id)
}

/// The columns of an edition `e` of the dossier `d`.
macro_rules! editions {
    ($rest:literal) => {
        concat!(
            "select e.id, e.dossier, d.member, e.made_at, e.code, e.expires_at, e.password, e.content
               from dossier_edition e join dossier d on d.id = e.dossier where ",
            $rest
        )
    };
}

/// Without what they say.
pub async fn editions(conn: &mut Conn, dossier: RowId) -> sqlx::Result<Vec<(RowId, Timestamp, Option<Timestamp>)>> {
    all!(conn, "select id, made_at, expires_at from dossier_edition where dossier = $1 order by id desc", dossier)
}

pub async fn edition(conn: &mut Conn, member: MemberId, dossier: RowId, id: RowId) -> sqlx::Result<Option<Edition>> {
    one!(conn, editions!("d.member = $1 and d.id = $2 and e.id = $3"), member, dossier, id)
}

pub async fn by_id(conn: &mut Conn, id: RowId) -> sqlx::Result<Option<Edition>> {
    one!(conn, editions!("e.id = $1"), id)
}

pub async fn by_link(conn: &mut Conn, hash: &[u8], now: Timestamp) -> sqlx::Result<Option<Edition>> {
    one!(conn, editions!("e.link = $1 and e.expires_at > $2"), hash, now)
}

pub async fn set_link(
    tx: &mut Tx,
    member: MemberId,
    id: RowId,
    link: Option<(&[u8], Timestamp)>,
    password: Option<&str>,
) -> sqlx::Result<bool> {
    let rows = run!(
        tx,
        "update dossier_edition set link = $3, expires_at = $4, password = $5
          where id = $2 and dossier in (select d.id from dossier d where d.member = $1)",
        member,
        id,
        link.map(|(hash, _)| hash),
        link.map(|(_, until)| until),
        password
    )?;
    Ok(rows > 0)
}

pub async fn delete_edition(tx: &mut Tx, member: MemberId, id: RowId) -> sqlx::Result<()> {
    run!(
        tx,
        "delete from dossier_edition where id = $2 and dossier in (select d.id from dossier d where d.member = $1)",
        member,
        id
    )?;
    Ok(())
}

/// Keeps what is given out; what was before it is known again by its hash alone.
pub async fn insert_paper(tx: &mut Tx, edition: RowId, kind: Paper, hash: &[u8], content: &[u8]) -> sqlx::Result<()> {
    let (now, id) = (tx.now, RowId(tx.new_id()));
    run!(
        tx,
        "update dossier_paper set content = null where edition = $1 and kind = $2 and content is not null",
        edition,
        kind.word()
    )?;
    run!(
        tx,
        "insert into dossier_paper (id, edition, kind, made_at, sha256, content) values ($1, $2, $3, $4, $5, $6)",
        id,
        edition,
        kind.word(),
        now,
        hash,
        content
    )?;
    Ok(())
}

pub async fn paper(conn: &mut Conn, edition: RowId, kind: Paper) -> sqlx::Result<Option<Vec<u8>>> {
    value!(
        conn,
        "select content from dossier_paper where edition = $1 and kind = $2 and content is not null
          order by id desc limit 1",
        edition,
        kind.word()
    )
}

pub async fn has_code(conn: &mut Conn, code: &str) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(conn, "select cast(1 as bigint) from dossier_edition where code = $1", code)?;
    Ok(found.is_some())
}

/// Whether a file with this hash was given out of the edition with this code, and whether it is the latest of its kind.
pub async fn given_out(conn: &mut Conn, code: &str, hash: &[u8]) -> sqlx::Result<Option<bool>> {
    value!(
        conn,
        "select p.content is not null from dossier_paper p join dossier_edition e on e.id = p.edition
          where e.code = $1 and p.sha256 = $2 order by p.id desc limit 1",
        code,
        hash
    )
}

pub async fn count_attestations(conn: &mut Conn, edition: RowId) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(conn, "select count(*) from attestation where edition = $1", edition)?;
    Ok(count.unwrap_or_default())
}

pub async fn insert_attestation(
    tx: &mut Tx,
    edition: RowId,
    (role, to_name): (Role, &str),
    (link, until): (&[u8], Timestamp),
) -> sqlx::Result<()> {
    let (now, id) = (tx.now, RowId(tx.new_id()));
    run!(
        tx,
        "insert into attestation (id, edition, role, asked_at, link, expires_at, to_name)
         values ($1, $2, $3, $4, $5, $6, $7)",
        id,
        edition,
        role.word(),
        now,
        link,
        until,
        to_name
    )?;
    Ok(())
}

/// The columns of an attestation `a`, and of who signed it.
macro_rules! attestations {
    ($rest:literal) => {
        concat!(
            "select a.id, a.edition, a.role, a.expires_at, a.to_name,
                    s.confirmed_at as signed_at, s.name, s.position, s.email, s.note
               from attestation a
               left join attestation_signature s on s.attestation = a.id and s.confirmed_at is not null
              where ",
            $rest
        )
    };
}

pub async fn attestations(conn: &mut Conn, edition: RowId) -> sqlx::Result<Vec<Attestation>> {
    all!(conn, attestations!("a.edition = $1 order by a.id"), edition)
}

pub async fn attestation_by_link(conn: &mut Conn, hash: &[u8], now: Timestamp) -> sqlx::Result<Option<Attestation>> {
    one!(conn, attestations!("a.link = $1 and a.expires_at > $2"), hash, now)
}

pub async fn end_attestation(tx: &mut Tx, member: MemberId, id: RowId) -> sqlx::Result<()> {
    run!(
        tx,
        "update attestation set link = null, expires_at = null
          where id = $2 and edition in (select e.id from dossier_edition e join dossier d on d.id = e.dossier
                                         where d.member = $1)",
        member,
        id
    )?;
    Ok(())
}

pub async fn is_signed(conn: &mut Conn, id: RowId) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(
        conn,
        "select cast(1 as bigint) from attestation_signature where attestation = $1 and confirmed_at is not null",
        id
    )?;
    Ok(found.is_some())
}

pub async fn waiting(conn: &mut Conn, id: RowId, since: Timestamp) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select count(*) from attestation_signature where attestation = $1 and at > $2 and confirmed_at is null",
        id,
        since
    )?;
    Ok(count.unwrap_or_default())
}

pub async fn insert_signature(
    tx: &mut Tx,
    attestation: RowId,
    signed: &Signed,
    code: &[u8],
    until: Timestamp,
) -> sqlx::Result<RowId> {
    let (now, id) = (tx.now, RowId(tx.new_id()));
    run!(
        tx,
        "insert into attestation_signature (id, attestation, at, code, code_until, tries, note, name, position, email)
         values ($1, $2, $3, $4, $5, 0, $6, $7, $8, $9)",
        id,
        attestation,
        now,
        code,
        until,
        &signed.note,
        &signed.name,
        &signed.position,
        &signed.email
    )?;
    Ok(id)
}

/// Holds an attestation until the change is over, if its link is still one.
pub async fn hold(tx: &mut Tx, id: RowId) -> sqlx::Result<bool> {
    Ok(run!(tx, "update attestation set role = role where id = $1 and link is not null", id)? > 0)
}

/// Counts a try at the code of a signature, if there may be another.
pub async fn try_code(tx: &mut Tx, attestation: RowId, id: RowId, most: i64) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "update attestation_signature set tries = tries + 1
          where id = $1 and attestation = $2 and confirmed_at is null and code_until > $3 and tries < $4",
        id,
        attestation,
        now,
        most
    )?;
    Ok(rows > 0)
}

pub async fn confirm(tx: &mut Tx, attestation: RowId, id: RowId, code: &[u8]) -> sqlx::Result<Option<Signature>> {
    let now = tx.now;
    one!(
        tx,
        "update attestation_signature set confirmed_at = $4
          where id = $1 and attestation = $2 and confirmed_at is null and code = $3
         returning confirmed_at, name, position, email, note",
        id,
        attestation,
        code,
        now
    )
}
