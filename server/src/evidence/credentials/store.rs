//! SQL about keys and credentials.

use super::{Awaiting, Issued, Key, Marks, Signed};
use crate::{
    all,
    ids::{MemberId, RowId},
    kit::db::{Conn, Tx},
    one, run, value,
};

/// Whether the credential `c` of the award `w` under the key `s` counts no longer.
macro_rules! is_over {
    () => {
        "(c.revoked_at is not null or s.leaked_at is not null or w.taken_back_at is not null
          or w.declined_at is not null)"
    };
}

/// A credential `c` with its award; the rest of the statement follows.
macro_rules! issued {
    ($rest:literal) => {
        concat!(
            "select c.code, c.award, c.issued_at as at, c.document, c.jwt, w.achievement, w.member,
                    w.shown_at, w.why,
                    case when ",
            is_over!(),
            " then coalesce(c.revoked_at, s.leaked_at, w.taken_back_at, w.declined_at) end as over_at,
                    case when c.reason <> '' then c.reason
                         when w.taken_back_at is not null then 'taken-back'
                         when w.declined_at is not null then 'declined'
                         when s.leaked_at is not null then 'leaked' else '' end as reason
               from credential c
               join signing_key s on s.number = c.signing_key
               left join award w on w.id = c.award ",
            $rest
        )
    };
}

pub async fn keys(conn: &mut Conn) -> sqlx::Result<Vec<Key>> {
    all!(
        conn,
        "select s.number, s.public_key as public, s.secret, s.made_at, s.replaced_at, s.leaked_at,
                (select count(*) from credential c where c.signing_key = s.number) as signed
           from signing_key s order by s.number"
    )
}

/// Keeps a key, unless another one has this number.
pub async fn insert_key(tx: &mut Tx, number: i64, public: &[u8], secret: &[u8]) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "insert into signing_key (number, public_key, secret, made_at) values ($1, $2, $3, $4) on conflict do nothing",
        number,
        public,
        secret,
        now
    )?;
    Ok(rows > 0)
}

pub async fn replace_key(tx: &mut Tx, number: i64) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "update signing_key set replaced_at = $2, secret = null
          where number = $1 and replaced_at is null and leaked_at is null",
        number,
        now
    )?;
    Ok(rows > 0)
}

pub async fn revoke_key(tx: &mut Tx, number: i64) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "update signing_key set leaked_at = $2, secret = null where number = $1 and leaked_at is null",
        number,
        now
    )?;
    Ok(rows > 0)
}

/// Awards that have no credential that counts, in their order after one of them.
pub async fn awaiting(conn: &mut Conn, after: RowId, limit: i64) -> sqlx::Result<Vec<Awaiting>> {
    all!(
        conn,
        "select w.id, w.achievement, w.member, w.awarded_at, w.evidence, w.evidence_url, a.name, a.description,
                a.criteria, a.lang, a.picture, a.certifies, coalesce(p.name, m.name) as holder, m.email
           from award w
           join achievement a on a.id = w.achievement
           join member m on m.id = w.member
           left join certificate p on p.award = w.id
          where w.id > $1 and w.taken_back_at is null and w.declined_at is null
            and not exists (select 1 from credential c join signing_key s on s.number = c.signing_key
                             where c.award = w.id and c.revoked_at is null and s.leaked_at is null)
          order by w.id limit $2",
        after,
        limit
    )
}

/// The last status list and how many credentials stand in it.
pub async fn last_list(conn: &mut Conn) -> sqlx::Result<Option<(i64, i64)>> {
    one!(conn, "select list, count(*) from credential group by list order by list desc limit 1")
}

/// Which places of a list are set.
pub async fn set_places(conn: &mut Conn, list: i64) -> sqlx::Result<Vec<(i64,)>> {
    all!(
        conn,
        concat!(
            "select c.place from credential c
               join signing_key s on s.number = c.signing_key
               left join award w on w.id = c.award
              where c.list = $1 and ",
            is_over!(),
            " order by c.place"
        ),
        list
    )
}

/// Keeps a credential, unless its award has one that counts, or its place is taken.
pub async fn insert(tx: &mut Tx, award: RowId, key: i64, marks: &Marks, signed: &Signed) -> sqlx::Result<bool> {
    let (now, id) = (tx.now, RowId(tx.new_id()));
    let rows = run!(
        tx,
        "insert into credential (id, code, award, list, place, signing_key, issued_at, reason, document, jwt)
         select $1, $2, w.id, $4, $5, s.number, $7, '', $8, $9
           from award w join signing_key s on s.number = $6
          where w.id = $3 and w.taken_back_at is null and w.declined_at is null and s.leaked_at is null
         on conflict do nothing",
        id,
        &marks.code,
        award,
        marks.list,
        i64::try_from(marks.place).unwrap_or_default(),
        key,
        now,
        &signed.document,
        &signed.jwt
    )?;
    Ok(rows > 0)
}

/// What the award's credential under a key that leaked is replaced by another one; answers whether there was one.
pub async fn end_leaked(tx: &mut Tx, award: RowId) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "update credential set revoked_at = $2, reason = 'leaked'
          where award = $1 and revoked_at is null
            and signing_key in (select s.number from signing_key s where s.leaked_at is not null)",
        award,
        now
    )?;
    Ok(rows > 0)
}

/// The credentials of awards that were taken back or declined never count again.
pub async fn end_of_awards(tx: &mut Tx) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update credential
            set revoked_at = $1,
                reason = case when exists (select 1 from award w where w.id = credential.award
                                                                   and w.taken_back_at is not null)
                              then 'taken-back' else 'declined' end
          where revoked_at is null
            and award in (select w.id from award w where w.taken_back_at is not null or w.declined_at is not null)",
        now
    )?;
    Ok(())
}

/// A member wants the credential of an award of theirs anew; answers whether there was one that counted.
pub async fn supersede(tx: &mut Tx, member: MemberId, award: RowId) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "update credential set revoked_at = $3, reason = 'superseded'
          where award = $2 and revoked_at is null
            and exists (select 1 from award w where w.id = $2 and w.member = $1)",
        member,
        award,
        now
    )?;
    Ok(rows > 0)
}

pub async fn at(conn: &mut Conn, code: &str) -> sqlx::Result<Option<Issued>> {
    one!(conn, issued!("where c.code = $1"), code)
}

/// All credentials of what a member was awarded, the latest first.
pub async fn of_member(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<Issued>> {
    all!(conn, issued!("where w.member = $1 order by c.id desc limit 2000"), member)
}

/// Forgets what credentials say of somebody; that they were issued, and whether they count, stays.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(
        tx,
        "update credential set document = '', jwt = ''
          where award in (select w.id from award w where w.member = $1)",
        member
    )?;
    Ok(())
}

pub async fn count(conn: &mut Conn) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(conn, "select count(*) from credential")?;
    Ok(count.unwrap_or_default())
}
