//! Guests who may not write for a time, by the address of e-mail they give or by the network they come from. Members are
//! not meant by it, whatever network they are in. From where a guest's comment came is kept for some days, and what is
//! blocked no longer than it is.

mod rules;
mod store;

use std::net::IpAddr;

pub use self::rules::{DAYS, Network};
use crate::{
    ids::{CommentId, MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
};

/// So long it is kept from where a guest's comment came, in days.
pub const ORIGIN_DAYS: i64 = 14;

/// What is blocked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// Whoever gives this address of e-mail.
    Email(String),
    /// Whoever comes from this network.
    Network(Network),
}

/// A block that holds.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct GuestBlock {
    /// Which.
    pub id: RowId,
    /// Since when.
    pub made_at: Timestamp,
    /// Until when.
    pub until_at: Timestamp,
    /// Who made it, by name.
    pub made_by: String,
    email: String,
    network: String,
    /// Why.
    pub reason: String,
}

impl GuestBlock {
    /// The address or the network.
    pub fn what(&self) -> &str {
        if self.email.is_empty() { &self.network } else { &self.email }
    }

    /// Whether it is a network.
    pub const fn is_network(&self) -> bool {
        self.email.is_empty()
    }
}

/// What is known of the network of a comment: how many comments came from there lately, and of how many guests.
#[derive(Clone, Copy, Debug, Default)]
pub struct Neighbours {
    /// Comments of guests.
    pub comments: i64,
    /// Guests, by their addresses.
    pub guests: i64,
}

/// Blocks somebody until a moment.
pub async fn block(tx: &mut Tx, by: MemberId, what: &What, until: Timestamp, reason: &str) -> anyhow::Result<()> {
    let (email, network) = match what {
        What::Email(email) => (email.to_lowercase(), String::new()),
        What::Network(network) => (String::new(), network.to_string()),
    };
    Ok(store::insert(tx, by, &email, &network, until, reason).await?)
}

/// Ends a block before its time; answers why it was made, unless it has ended.
pub async fn lift(tx: &mut Tx, id: RowId) -> anyhow::Result<Option<String>> {
    Ok(store::delete(tx, id).await?)
}

/// The blocks that hold, the latest first.
pub async fn list(conn: &mut Conn, now: Timestamp, most: i64) -> anyhow::Result<Vec<GuestBlock>> {
    Ok(store::list(conn, now, most).await?)
}

/// Until when a guest with this address, from there, may not write; none: they may.
pub async fn until(conn: &mut Conn, email: &str, from: IpAddr, now: Timestamp) -> anyhow::Result<Option<Timestamp>> {
    let blocks = store::that_may_hold(conn, &email.to_lowercase(), now).await?;
    let holds = |network: &str| network.is_empty() || network.parse().is_ok_and(|network: Network| network.has(from));
    Ok(blocks.into_iter().filter(|(network, _)| holds(network)).map(|(_, until)| until).max())
}

/// Notes from where a guest's comment came.
pub async fn note_origin(tx: &mut Tx, comment: CommentId, from: IpAddr) -> anyhow::Result<()> {
    Ok(store::note_origin(tx, comment, &from.to_string()).await?)
}

/// From where a comment came, while that is kept.
pub async fn origin(conn: &mut Conn, comment: CommentId) -> anyhow::Result<Option<IpAddr>> {
    Ok(store::origin(conn, comment).await?.and_then(|address| address.parse().ok()))
}

/// Who else lately wrote from a network.
pub async fn neighbours(conn: &mut Conn, network: &Network) -> anyhow::Result<Neighbours> {
    let all = store::origins(conn).await?;
    let near: Vec<_> =
        all.iter().filter(|(address, _)| address.parse().is_ok_and(|address| network.has(address))).collect();
    let guests: std::collections::HashSet<&str> = near.iter().map(|(_, email)| email.as_str()).collect();
    Ok(Neighbours { comments: i64::try_from(near.len())?, guests: i64::try_from(guests.len())? })
}

/// Forgets from where comments came, and what has ended.
pub async fn forget_old(tx: &mut Tx) -> anyhow::Result<()> {
    let before = tx.now.plus_days(-ORIGIN_DAYS);
    Ok(store::forget(tx, before).await?)
}
