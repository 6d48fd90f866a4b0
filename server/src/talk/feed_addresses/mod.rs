//! Addresses of members' own feeds: whoever has one reads what its owner may read, and it can be made anew or ended.
//!
//! An address is a number and a code over it, so that nobody makes one up; a new one has another number.

mod store;

use crate::{
    ids::{MemberId, RowId, Timestamp},
    kit::{
        db::{Conn, Tx},
        email::addresses,
    },
};

/// What the code in an address is for: one of a calendar is none for a feed.
const PURPOSE: &str = "feed";

/// The address of a member's feed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct FeedAddress {
    id: RowId,
    /// Whose it is.
    pub member: MemberId,
    /// When it was made.
    pub made_at: Timestamp,
}

impl FeedAddress {
    /// The address within the site, before the names of the forms.
    pub fn path(&self, secret: &[u8]) -> String {
        format!("/feed/own/{}/", addresses::sign(secret, PURPOSE, &self.id.0.to_be_bytes()))
    }
}

/// What an address leads to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Found {
    /// A feed.
    Here(FeedAddress),
    /// One whose address was replaced or ended.
    Gone,
    /// Nothing: the site never made it.
    Nothing,
}

/// The address a member has.
pub async fn own(conn: &mut Conn, member: MemberId) -> anyhow::Result<Option<FeedAddress>> {
    Ok(store::of(conn, member).await?)
}

/// What the token in an address leads to.
pub async fn at(conn: &mut Conn, secret: &[u8], token: &str) -> anyhow::Result<Found> {
    let payload = addresses::verify(secret, PURPOSE, token);
    let Some(id) = payload.and_then(|payload| payload.try_into().ok()).map(i64::from_be_bytes) else {
        return Ok(Found::Nothing);
    };
    Ok(store::by_id(conn, RowId(id)).await?.map_or(Found::Gone, Found::Here))
}

/// Makes an address; one that there was leads nowhere from now on.
pub async fn make(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    let id = RowId(tx.new_id());
    Ok(store::put(tx, id, member).await?)
}

/// Ends a member's address.
pub async fn end(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::delete(tx, member).await?)
}
