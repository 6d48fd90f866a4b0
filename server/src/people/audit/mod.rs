//! The audit log: who did what to whose words or rights, and when.

mod store;

use crate::{
    ids::{MemberId, Timestamp},
    kit::db::{Conn, Tx},
};

/// A line of the log.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Act {
    /// Its number.
    pub id: i64,
    /// When it was done.
    pub at: Timestamp,
    /// Who, by name; none for the site itself.
    pub actor: Option<String>,
    /// What; `audit-` before it is its message's key.
    pub verb: String,
    /// To what: an address or a name.
    pub subject: String,
    /// More, if there is more to say.
    pub detail: String,
}

/// Notes an act, in the same change as the act itself.
pub async fn note(tx: &mut Tx, actor: Option<MemberId>, verb: &str, subject: &str, detail: &str) -> anyhow::Result<()> {
    Ok(store::insert(tx, actor, verb, subject, detail).await?)
}

/// What was done before a line of the log, or last of all, the latest first.
pub async fn before(conn: &mut Conn, line: Option<i64>, limit: i64) -> anyhow::Result<Vec<Act>> {
    Ok(store::before(conn, line.unwrap_or(i64::MAX), limit).await?)
}

/// What was done last to this, and by whom.
pub async fn last_of(conn: &mut Conn, subject: &str) -> anyhow::Result<Option<Act>> {
    Ok(store::last_of(conn, subject).await?)
}

/// Somebody is to be known no longer by this address of a page but by that one.
pub async fn rename(tx: &mut Tx, from: &str, to: &str) -> anyhow::Result<()> {
    Ok(store::rename(tx, from, to).await?)
}

/// What stood below this address is named no longer.
pub async fn forget_under(tx: &mut Tx, address: &str) -> anyhow::Result<()> {
    Ok(store::forget_under(tx, address).await?)
}

/// A detail, such as a mail address, is named no longer.
pub async fn forget_detail(tx: &mut Tx, detail: &str) -> anyhow::Result<()> {
    Ok(store::forget_detail(tx, detail).await?)
}
