//! SQL about e-mails that came back.

use super::{Kind, Returned};
use crate::{
    all,
    ids::{MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, value,
};

/// An address at which e-mail did not arrive.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Failing {
    /// On so many days in a row.
    pub days: i64,
    /// The last time.
    pub last_at: Timestamp,
    /// What the other mail server said.
    pub said: String,
    /// Since then no e-mail about news is written to it.
    pub stopped_at: Option<Timestamp>,
}

/// An e-mail that came back, for those who look after the site.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Listed {
    kind: String,
    /// Such as 5.1.1 (RFC 3463).
    pub status: String,
    /// What the other mail server said.
    pub said: String,
    /// When.
    pub came_at: Timestamp,
    /// Where it was sent to.
    pub recipient: String,
    /// Who has that address: the name and the handle.
    pub name: Option<String>,
    /// The handle.
    pub handle: Option<String>,
    /// Since then no e-mail about news is written there.
    pub stopped_at: Option<Timestamp>,
}

impl Listed {
    /// How it came back.
    pub fn kind(&self) -> Kind {
        Kind::ALL.into_iter().find(|kind| kind.word() == self.kind).unwrap_or(Kind::Bounce)
    }
}

pub async fn recipient(conn: &mut Conn, letter: RowId) -> sqlx::Result<Option<String>> {
    value!(conn, "select recipient from letter where id = $1", letter)
}

/// Who is told of news in an e-mail.
pub async fn member(conn: &mut Conn, letter: RowId) -> sqlx::Result<Option<MemberId>> {
    value!(conn, "select member from letter where id = $1 and member is not null", letter)
}

/// Whether it is a new one.
pub async fn insert(tx: &mut Tx, returned: &Returned, once: &str) -> sqlx::Result<bool> {
    let (id, now) = (RowId(tx.new_id()), tx.now);
    let written = run!(
        tx,
        "insert into mail_return (id, letter, kind, status, said, once, came_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict do nothing",
        id,
        returned.letter,
        returned.kind.word(),
        &returned.status,
        &returned.said,
        once,
        now
    )?;
    Ok(written == 1)
}

pub async fn failing(conn: &mut Conn, address: &str) -> sqlx::Result<Option<Failing>> {
    one!(conn, "select days, last_at, said, stopped_at from mail_failing where address = $1", address)
}

pub async fn fails(
    tx: &mut Tx,
    address: &str,
    days: i64,
    returned: &Returned,
    stopped_at: Option<Timestamp>,
) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into mail_failing (address, days, last_at, status, said, stopped_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (address) do update set days = excluded.days, last_at = excluded.last_at, status = excluded.status,
                                             said = excluded.said, stopped_at = excluded.stopped_at",
        address,
        days,
        now,
        &returned.status,
        &returned.said,
        stopped_at
    )?;
    Ok(())
}

pub async fn forget_address(tx: &mut Tx, address: &str) -> sqlx::Result<()> {
    run!(tx, "delete from mail_failing where address = $1", address)?;
    Ok(())
}

pub async fn forget_working(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    run!(tx, "delete from mail_failing where stopped_at is null and last_at < $1", before)?;
    Ok(())
}

pub async fn list(conn: &mut Conn, most: i64) -> sqlx::Result<Vec<Listed>> {
    all!(
        conn,
        "select r.kind, r.status, r.said, r.came_at, l.recipient, m.name, m.handle, f.stopped_at
           from mail_return r
           join letter l on l.id = r.letter
           left join member m on m.email = l.recipient
           left join mail_failing f on f.address = lower(l.recipient)
          where r.kind <> 'delay' order by r.id desc limit $1",
        most
    )
}

pub async fn count(conn: &mut Conn, kind: &str, since: Timestamp) -> sqlx::Result<i64> {
    let count: Option<i64> =
        value!(conn, "select count(*) from mail_return where kind = $1 and came_at >= $2", kind, since)?;
    Ok(count.unwrap_or_default())
}

pub async fn forget(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    run!(tx, "delete from mail_return where came_at < $1", before)?;
    Ok(())
}
