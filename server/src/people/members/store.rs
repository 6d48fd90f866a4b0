//! SQL about members.

use std::sync::LazyLock;

use sha2::{Digest, Sha256};

use super::{Email, Handle, Joiner, Leading, Member, Name, Newcomer, Profile};
use crate::{
    all,
    ids::{MemberId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, run_list, value,
};

macro_rules! select_member {
    ($rest:expr) => {
        concat!(
            "select id, handle, name, email, role, picture, joined_at, confirmed_at, claimed_at, asked_at, why,
                    suspended_at, suspended_why, removed_at",
            profile_columns!(),
            " from member ",
            $rest
        )
    };
}

/// Whoever has only begun to join is nobody yet: they alone have a password and no confirmed address.
macro_rules! is_somebody {
    ($prefix:literal) => {
        concat!("(", $prefix, "confirmed_at is not null or ", $prefix, "password is null)")
    };
}

/// The latest of those who began to join with the address `$1`: it stands with the link that confirms it.
macro_rules! beginning {
    () => {
        "(select t.member from ticket t join member b on b.id = t.member
           where t.email = $1 and t.kind = 'confirm' and t.used_at is null and b.email is null
             and b.confirmed_at is null
           order by t.made_at desc, t.member desc limit 1)"
    };
}

/// Somebody whom others see: not one who asks to be let in.
macro_rules! is_seen {
    ($prefix:literal) => {
        concat!(is_somebody!($prefix), " and ", $prefix, "asked_at is null")
    };
}

/// Somebody who is here now: neither suspended nor removed.
macro_rules! is_present {
    ($prefix:literal) => {
        concat!(is_seen!($prefix), " and ", $prefix, "suspended_at is null and ", $prefix, "removed_at is null")
    };
}

pub async fn by_id(conn: &mut Conn, id: MemberId) -> sqlx::Result<Option<Member>> {
    one!(conn, select_member!("where id = $1"), id)
}

pub async fn by_handle(conn: &mut Conn, handle: &str) -> sqlx::Result<Option<Member>> {
    one!(conn, concat!(select_member!("where handle = $1 and "), is_seen!("")), handle)
}

pub async fn by_email(conn: &mut Conn, email: &str) -> sqlx::Result<Option<Member>> {
    one!(conn, select_member!("where email = $1"), email)
}

#[derive(sqlx::FromRow)]
struct WithPassword {
    #[sqlx(flatten)]
    member: Member,
    password: Option<String>,
}

pub async fn by_login(conn: &mut Conn, name: &str) -> sqlx::Result<Option<(Member, Option<String>)>> {
    let row: Option<WithPassword> = one!(
        conn,
        concat!(
            "select * from member
              where email = $1 or (handle = $1 and ",
            is_somebody!(""),
            ") or id = ",
            beginning!(),
            "
              order by (confirmed_at is not null) desc limit 1"
        ),
        name
    )?;
    Ok(row.map(|row| (row.member, row.password)))
}

pub async fn moved_to(conn: &mut Conn, former: &str) -> sqlx::Result<Option<String>> {
    value!(conn, "select m.handle from former_handle f join member m on m.id = f.member where f.handle = $1", former)
}

macro_rules! mentioned {
    () => {
        concat!(
            " select w.handle, m.handle from wanted w join member m on m.handle = w.handle and m.removed_at is null and ",
            is_seen!("m."),
            " union
             select w.handle, m.handle from wanted w join former_handle f on f.handle = w.handle
               join member m on m.id = f.member"
        )
    };
}

pub async fn mentioned(conn: &mut Conn, handles: &str) -> sqlx::Result<Vec<(String, String)>> {
    let sql = conn.pick(
        concat!(
            "with wanted as (select value as handle from json_each('[\"' || replace($1, ',', '\",\"') || '\"]'))",
            mentioned!()
        ),
        concat!("with wanted as (select handle from string_to_table($1, ',') as handle)", mentioned!()),
    );
    all!(conn, sql, handles)
}

macro_rules! found_by_name {
    ($also:literal, $who:expr) => {
        concat!(
            select_member!(""),
            r"where (name_key like $1 escape '\' or handle like $1 escape '\'",
            $also,
            ") and (name_key > $2 or (name_key = $2 and id > $3)) and ",
            $who,
            " order by name_key, id limit $4"
        )
    };
}

pub async fn directory(conn: &mut Conn, like: &str, name: &str, id: MemberId, limit: i64) -> sqlx::Result<Vec<Member>> {
    all!(conn, found_by_name!("", is_present!("")), like, name, id, limit)
}

pub async fn accounts(conn: &mut Conn, like: &str, name: &str, id: MemberId, limit: i64) -> sqlx::Result<Vec<Member>> {
    all!(
        conn,
        found_by_name!(r" or email like $1 escape '\'", concat!(is_seen!(""), " and removed_at is null")),
        like,
        name,
        id,
        limit
    )
}

pub async fn newest(conn: &mut Conn, limit: i64) -> sqlx::Result<Vec<Member>> {
    all!(
        conn,
        select_member!(
            "where confirmed_at is not null and asked_at is null and suspended_at is null and removed_at is null
             order by joined_at desc, id desc
             limit $1"
        ),
        limit
    )
}

pub async fn count(conn: &mut Conn) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(conn, concat!("select count(*) from member where ", is_present!("")))?;
    Ok(count.unwrap_or_default())
}

pub async fn leading(conn: &mut Conn) -> sqlx::Result<Vec<Leading>> {
    all!(
        conn,
        "select id, name, handle, role from member
          where role <> 'participant' and confirmed_at is not null and asked_at is null order by id"
    )
}

pub async fn has_organiser(conn: &mut Conn) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(
        conn,
        "select id from member where role = 'organiser' and confirmed_at is not null and suspended_at is null limit 1"
    )?;
    Ok(found.is_some())
}

pub async fn handle_taken(conn: &mut Conn, handle: &str, by_another_than: MemberId) -> sqlx::Result<bool> {
    let found: Option<MemberId> = value!(
        conn,
        concat!(
            "select id from member where handle = $1 and id <> $2 and ",
            is_somebody!(""),
            " union all
             select member from former_handle where handle = $1 and member <> $2"
        ),
        handle,
        by_another_than
    )?;
    Ok(found.is_some() || is_retired(conn, &hash(handle)).await?)
}

/// What a name that is nobody's any more is remembered by.
pub fn hash(name: &str) -> Vec<u8> {
    Sha256::digest(name.as_bytes()).to_vec()
}

pub async fn is_retired(conn: &mut Conn, hash: &[u8]) -> sqlx::Result<bool> {
    let found: Option<Timestamp> = value!(conn, "select retired_at from retired_name where hash = $1", hash)?;
    Ok(found.is_some())
}

pub async fn retire(tx: &mut Tx, hash: &[u8]) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "insert into retired_name (hash, retired_at) values ($1, $2) on conflict do nothing", hash, now)?;
    Ok(())
}

pub async fn former_handles(conn: &mut Conn, id: MemberId) -> sqlx::Result<Vec<(String,)>> {
    all!(conn, "select handle from former_handle where member = $1", id)
}

pub async fn forget_former_handles(tx: &mut Tx, id: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from former_handle where member = $1", id)?;
    Ok(())
}

pub async fn rename(tx: &mut Tx, id: MemberId, name: &Name) -> sqlx::Result<()> {
    run!(tx, "update member set name = $2, name_key = $3 where id = $1", id, name.as_str(), name.key())?;
    Ok(())
}

/// Answers whether they were not suspended before.
pub async fn suspend(tx: &mut Tx, id: MemberId, why: &str) -> sqlx::Result<bool> {
    let now = tx.now;
    let suspended = run!(
        tx,
        "update member set suspended_at = $2, suspended_why = $3 where id = $1 and suspended_at is null and removed_at is null",
        id,
        now,
        why
    )?;
    Ok(suspended == 1)
}

/// Answers whether they were suspended until now.
pub async fn lift(tx: &mut Tx, id: MemberId) -> sqlx::Result<bool> {
    let lifted = run!(
        tx,
        "update member set suspended_at = null, suspended_why = '' where id = $1 and suspended_at is not null",
        id
    )?;
    Ok(lifted == 1)
}

/// Takes everything away that is known of somebody but their profile and when they came.
pub async fn erase(tx: &mut Tx, id: MemberId, handle: &Handle, name: &Name) -> sqlx::Result<bool> {
    let now = tx.now;
    let erased = run!(
        tx,
        "update member
            set handle = $2, name = $3, name_key = $4, email = null, password = null, role = 'participant',
                picture = null, asked_at = null, why = '', suspended_why = '', removed_at = $5
          where id = $1 and removed_at is null",
        id,
        handle.as_str(),
        name.as_str(),
        name.key(),
        now
    )?;
    Ok(erased == 1)
}

pub async fn has_picture(conn: &mut Conn, file: &str) -> sqlx::Result<bool> {
    let found: Option<MemberId> = value!(conn, "select id from member where picture = $1 limit 1", file)?;
    Ok(found.is_some())
}

pub async fn insert(tx: &mut Tx, id: MemberId, joiner: &Joiner, email: Option<&Email>) -> sqlx::Result<bool> {
    let now = tx.now;
    let inserted = run!(
        tx,
        "insert into member (id, handle, name, name_key, email, password, role, bio, website, language, time_zone,
                             joined_at, why)
         values ($1, $2, $3, $4, $5, $6, $7, '', '', $8, '', $9, '')
         on conflict do nothing",
        id,
        joiner.handle.as_str(),
        joiner.name.as_str(),
        joiner.name.key(),
        email.map(Email::as_str),
        joiner.password.as_deref(),
        joiner.role.word(),
        joiner.language.map_or("", crate::kit::i18n::Lang::tag),
        now
    )?;
    Ok(inserted == 1)
}

pub async fn imported(conn: &mut Conn, origin: &str) -> sqlx::Result<Option<MemberId>> {
    value!(conn, "select id from member where imported_from = $1", origin)
}

pub async fn import(tx: &mut Tx, id: MemberId, handle: &Handle, newcomer: &Newcomer<'_>) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into member (id, handle, name, name_key, email, role, bio, website, language, time_zone, joined_at, why,
                             imported_from)
         values ($1, $2, $3, $4, $5, 'participant', '', '', '', '', $6, '', $7)",
        id,
        handle.as_str(),
        newcomer.name.as_str(),
        newcomer.name.key(),
        newcomer.email.map(Email::as_str),
        now,
        newcomer.origin
    )?;
    Ok(())
}

pub async fn confirm(tx: &mut Tx, id: MemberId, handle: &str) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update member
            set confirmed_at = coalesce(confirmed_at, $2), claimed_at = coalesce(claimed_at, $2), handle = $3
          where id = $1",
        id,
        now,
        handle
    )?;
    Ok(())
}

pub async fn beginner(conn: &mut Conn, email: &str) -> sqlx::Result<Option<Member>> {
    one!(conn, select_member!(concat!("where id = ", beginning!())), email)
}

pub async fn ask(tx: &mut Tx, id: MemberId, why: &str) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "update member set asked_at = $2, why = $3 where id = $1", id, now, why)?;
    Ok(())
}

pub async fn asking(conn: &mut Conn) -> sqlx::Result<Vec<Member>> {
    all!(conn, select_member!("where asked_at is not null and confirmed_at is not null order by asked_at"))
}

pub async fn asking_count(conn: &mut Conn) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select count(*) from (select 1 from member
                                    where asked_at is not null and confirmed_at is not null limit 100) m"
    )?;
    Ok(count.unwrap_or_default())
}

pub async fn let_in(tx: &mut Tx, id: MemberId) -> sqlx::Result<()> {
    run!(tx, "update member set asked_at = null where id = $1", id)?;
    Ok(())
}

pub async fn turn_away(tx: &mut Tx, id: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from member where id = $1 and asked_at is not null", id)?;
    Ok(())
}

pub async fn forget_unconfirmed(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    run!(
        tx,
        "delete from member
          where confirmed_at is null and joined_at < $1
            and exists (select 1 from ticket t where t.member = member.id and t.kind = 'confirm')
            and not exists (select 1 from post p where p.author = member.id)
            and not exists (select 1 from comment c where c.writer = member.id)",
        before
    )?;
    Ok(())
}

pub async fn leave_handle(tx: &mut Tx, member: &Member, taken: &str) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "delete from former_handle where handle = $1", taken)?;
    run!(
        tx,
        "insert into former_handle (handle, member, left_at) values ($1, $2, $3)
         on conflict (handle) do update set member = excluded.member, left_at = excluded.left_at",
        &member.handle,
        member.id,
        now
    )?;
    Ok(())
}

pub async fn set_handle(tx: &mut Tx, id: MemberId, handle: &Handle) -> sqlx::Result<()> {
    run!(tx, "update member set handle = $2 where id = $1", id, handle.as_str())?;
    Ok(())
}

/// Whatever a profile holds.
static SET_PROFILE: LazyLock<String> = LazyLock::new(|| {
    let columns: Vec<String> =
        Profile::COLUMNS.iter().zip(2..).map(|(column, place)| format!("{column} = ${place}")).collect();
    format!("update member set {} where id = $1", columns.join(", "))
});

pub async fn set_profile(tx: &mut Tx, id: MemberId, profile: &Profile) -> sqlx::Result<()> {
    run_list!(tx, SET_PROFILE.as_str(), profile.values(), id)?;
    Ok(())
}

pub async fn set_picture(tx: &mut Tx, id: MemberId, file: Option<&str>) -> sqlx::Result<()> {
    run!(tx, "update member set picture = $2 where id = $1", id, file)?;
    Ok(())
}

pub async fn set_time_zone(tx: &mut Tx, id: MemberId, zone: &str) -> sqlx::Result<()> {
    run!(tx, "update member set time_zone = $2 where id = $1", id, zone)?;
    Ok(())
}

pub async fn set_language(tx: &mut Tx, id: MemberId, language: &str) -> sqlx::Result<()> {
    run!(tx, "update member set language = $2 where id = $1", id, language)?;
    Ok(())
}

pub async fn set_role(tx: &mut Tx, id: MemberId, role: &str) -> sqlx::Result<()> {
    run!(tx, "update member set role = $2 where id = $1", id, role)?;
    Ok(())
}

pub async fn has_password(conn: &mut Conn, id: MemberId) -> sqlx::Result<bool> {
    let found: Option<MemberId> = value!(conn, "select id from member where id = $1 and password is not null", id)?;
    Ok(found.is_some())
}

/// Until this change ends, no other one changes who runs the community. PostgreSQL lets changes run side by side;
/// touching the rows makes the second wait for the first.
pub async fn hold_organisers(tx: &mut Tx) -> sqlx::Result<()> {
    run!(tx, "update member set role = role where role = 'organiser'")?;
    Ok(())
}

pub async fn organisers(conn: &mut Conn) -> sqlx::Result<Vec<Member>> {
    all!(
        conn,
        select_member!(
            "where role = 'organiser' and confirmed_at is not null and asked_at is null and suspended_at is null
             order by id"
        )
    )
}

pub async fn set_password(tx: &mut Tx, id: MemberId, hash: &str) -> sqlx::Result<()> {
    run!(tx, "update member set password = $2 where id = $1", id, hash)?;
    Ok(())
}

pub async fn password_of(conn: &mut Conn, id: MemberId) -> sqlx::Result<Option<String>> {
    let password: Option<Option<String>> = value!(conn, "select password from member where id = $1", id)?;
    Ok(password.flatten())
}

/// Another hash of the same password; unless it was changed meanwhile.
pub async fn rehash(tx: &mut Tx, id: MemberId, old: &str, new: &str) -> sqlx::Result<()> {
    run!(tx, "update member set password = $3 where id = $1 and password = $2", id, old, new)?;
    Ok(())
}

pub async fn forget_password(tx: &mut Tx, id: MemberId) -> sqlx::Result<()> {
    run!(tx, "update member set password = null where id = $1", id)?;
    Ok(())
}

pub async fn set_email(tx: &mut Tx, id: MemberId, email: &str) -> sqlx::Result<()> {
    run!(tx, "update member set email = $2 where id = $1", id, email)?;
    Ok(())
}
