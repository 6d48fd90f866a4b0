//! SQL about one-time links.

use super::{Invitation, OneTimeLink, Row};
use crate::{
    all,
    ids::{CircleId, MemberId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, value,
};

pub async fn insert(tx: &mut Tx, hash: &[u8], link: &OneTimeLink, course: Option<CircleId>) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into ticket (hash, kind, member, email, role, made_by, made_at, expires_at, course)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (hash) do nothing",
        hash,
        link.kind.word(),
        link.member,
        link.email.as_ref().map_or("", |email| email.as_str()),
        link.role.word(),
        link.made_by,
        now,
        link.expires_at,
        course
    )?;
    Ok(())
}

pub async fn find(conn: &mut Conn, hash: &[u8], kind: &str, now: Timestamp) -> sqlx::Result<Option<Row>> {
    one!(
        conn,
        "select member, email, role, made_by, expires_at from ticket
          where hash = $1 and kind = $2 and used_at is null and expires_at > $3",
        hash,
        kind,
        now
    )
}

pub async fn redeem(tx: &mut Tx, hash: &[u8], kind: &str) -> sqlx::Result<Option<Row>> {
    let now = tx.now;
    one!(
        tx,
        "update ticket set used_at = $3
          where hash = $1 and kind = $2 and used_at is null and expires_at > $3
         returning member, email, role, made_by, expires_at",
        hash,
        kind,
        now
    )
}

pub async fn invitations(conn: &mut Conn, after: Timestamp) -> sqlx::Result<Vec<Invitation>> {
    all!(
        conn,
        "select hash, email, role, expires_at from ticket
          where kind = 'invite' and course is null and used_at is null and expires_at > $1
          order by made_at desc limit 200",
        after
    )
}

pub async fn note_words(tx: &mut Tx, hash: &[u8], words: &str) -> sqlx::Result<()> {
    run!(tx, "update ticket set words = $2 where hash = $1", hash, words)?;
    Ok(())
}

pub async fn words_with(conn: &mut Conn, hash: &[u8]) -> sqlx::Result<Option<String>> {
    value!(conn, "select words from ticket where hash = $1 and kind = 'invite' and used_at is null", hash)
}

/// Takes an open invitation, or one that grew old, to be made anew.
pub async fn take_invitation(tx: &mut Tx, hash: &[u8]) -> sqlx::Result<Option<Row>> {
    one!(
        tx,
        "delete from ticket where hash = $1 and kind = 'invite' and used_at is null
         returning member, email, role, made_by, expires_at",
        hash
    )
}

/// Invitations into a role, and links that sign others in, are worth no more than who made them.
pub async fn forget_by(tx: &mut Tx, maker: MemberId, least: &str) -> sqlx::Result<()> {
    run!(
        tx,
        "delete from ticket
          where made_by = $1 and used_at is null
            and (kind = 'sign-in' or (kind = 'invite' and (role = 'organiser' or ($2 = 'any' and role <> 'participant'))))",
        maker,
        least
    )?;
    Ok(())
}

/// Also the invitation that brought them, which knows their address.
pub async fn forget_of(tx: &mut Tx, member: MemberId, email: &str) -> sqlx::Result<()> {
    run!(tx, "delete from ticket where member = $1 or (email = $2 and email <> '')", member, email)?;
    Ok(())
}

pub async fn end_all(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from ticket where member = $1 and used_at is null", member)?;
    Ok(())
}

pub async fn forget_expired(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    run!(tx, "delete from ticket where expires_at < $1", before)?;
    Ok(())
}
