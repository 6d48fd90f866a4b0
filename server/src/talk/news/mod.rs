//! What happened that somebody may want to be told of: one row for each, written with the change, however many follow it.
//! Who is told stands elsewhere.

mod store;

use crate::{
    events::Event,
    ids::{self, CommentId, ConversationId, Timestamp},
    kit::db::{Conn, Tx},
};

/// What happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A post was published.
    Post,
    /// An entry came that everyone may read who may read the conversation.
    Comment,
    /// An entry came that waits for approval.
    Waiting,
    /// An entry that waited was let through.
    Approved,
    /// A post or an entry says something else, and may mention somebody by it.
    Edited,
    /// An entry was deleted or hidden.
    Gone,
}

impl Kind {
    const fn word(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Comment => "comment",
            Self::Waiting => "waiting",
            Self::Approved => "approved",
            Self::Edited => "edited",
            Self::Gone => "gone",
        }
    }
}

/// Writes what happened, to the conversation's subject or to one of its entries.
pub async fn write(
    tx: &mut Tx,
    kind: Kind,
    conversation: ConversationId,
    comment: Option<CommentId>,
) -> anyhow::Result<()> {
    store::insert(tx, kind.word(), conversation, comment).await?;
    tx.emit(Event::NewsWritten);
    Ok(())
}

/// Whether there are news that have no place in the order yet.
pub async fn are_untold(conn: &mut Conn) -> anyhow::Result<bool> {
    Ok(store::untold(conn).await?)
}

/// Up to where news have been given their places: after the first number, up to and with the second.
pub type Span = (i64, i64);

/// Up to where news have their places.
pub async fn head(conn: &mut Conn) -> anyhow::Result<i64> {
    Ok(store::head(conn).await?)
}

/// Takes the next place in the order, for something that is no row of news.
pub async fn take_place(tx: &mut Tx) -> anyhow::Result<i64> {
    let next = store::hold_head(tx).await? + 1;
    store::move_head(tx, next).await?;
    Ok(next)
}

/// Gives the news that have none yet a place in one order; answers the span, or nothing if there were none. Ids are no
/// order to remember a place in: they rise with time, but changes are not committed in their order.
pub async fn number(tx: &mut Tx, most: i64) -> anyhow::Result<Option<Span>> {
    let from = store::hold_head(tx).await?;
    let more = store::number(tx, from, most).await?;
    if more == 0 {
        return Ok(None);
    }
    store::move_head(tx, from + more).await?;
    Ok(Some((from, from + more)))
}

/// Forgets what happened before a moment and was told, so much at most; answers how much there was. No place in the order
/// is given again.
pub async fn forget_old(tx: &mut Tx, before: Timestamp, most: i64) -> anyhow::Result<u64> {
    Ok(store::forget_old(tx, ids::at(before), most).await?)
}

/// The first place in the order that is still known; all before it are forgotten.
pub async fn first(conn: &mut Conn) -> anyhow::Result<i64> {
    Ok(store::first(conn).await?.unwrap_or_default())
}
