//! The audit log: who did what to whose words or rights, and when.

mod store;

use crate::{
    ids::{MemberId, Timestamp},
    kit::db::{Conn, Tx},
};

/// A line of the log.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Act {
    /// When.
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

/// The latest acts.
pub async fn latest(conn: &mut Conn, limit: i64) -> anyhow::Result<Vec<Act>> {
    Ok(store::latest(conn, limit).await?)
}
