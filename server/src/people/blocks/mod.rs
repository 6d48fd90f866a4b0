//! Blocking: of whom a member wants to hear nothing. The one who is blocked is not told, and what they say in public stays
//! public.

mod store;

use std::collections::HashSet;

use crate::{
    events::Event,
    ids::{MemberId, Timestamp},
    kit::db::{Conn, Tx},
    people::members,
};

/// Whether the member in the column `$who` is blocked by the reader `$1`.
#[macro_export]
macro_rules! is_blocked {
    ($who:literal) => {
        concat!("exists (select 1 from block b where b.member = $1 and b.blocked = ", $who, ")")
    };
}

/// Whether the member in the column `$who` has blocked the reader `$1`.
#[macro_export]
macro_rules! has_blocked {
    ($who:literal) => {
        concat!("exists (select 1 from block b where b.blocked = $1 and b.member = ", $who, ")")
    };
}

/// Somebody who is blocked.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Blocked {
    /// Who.
    pub id: MemberId,
    /// What they are called.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
    picture: Option<String>,
    /// Since when.
    pub since: Timestamp,
}

impl Blocked {
    /// The address of their avatar.
    pub fn avatar_url(&self) -> String {
        members::avatar_url(self.id, self.picture.as_deref())
    }
}

/// A member wants to hear nothing of another; a second time changes nothing.
pub async fn block(tx: &mut Tx, member: MemberId, blocked: MemberId) -> anyhow::Result<()> {
    if store::insert(tx, member, blocked).await? {
        tx.emit(Event::BlocksChanged(member));
    }
    Ok(())
}

/// A member hears of another again.
pub async fn unblock(tx: &mut Tx, member: MemberId, blocked: MemberId) -> anyhow::Result<()> {
    if store::delete(tx, member, blocked).await? {
        tx.emit(Event::BlocksChanged(member));
    }
    Ok(())
}

/// Whom a member has blocked.
pub async fn of(conn: &mut Conn, member: MemberId) -> anyhow::Result<HashSet<MemberId>> {
    Ok(store::of(conn, member).await?.into_iter().collect())
}

/// The same with their names, who was blocked last first.
pub async fn list(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<Blocked>> {
    Ok(store::list(conn, member).await?)
}

/// Who has blocked a member: what they wrote is shown otherwise to these.
pub async fn who_blocked(conn: &mut Conn, blocked: MemberId) -> anyhow::Result<Vec<MemberId>> {
    Ok(store::who_blocked(conn, blocked).await?)
}

/// An account ended: whoever had it blocks nobody, and nobody them.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_member(tx, member).await?)
}
