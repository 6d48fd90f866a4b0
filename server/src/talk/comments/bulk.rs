//! Many entries at once: all that somebody wrote is hidden, shown again or deleted in one change.

use super::{EntryInContext, settle, store::bulk as store, waiting_changed, wrote};
use crate::{
    events::Event,
    ids::{CommentId, ConversationId, MemberId, Timestamp},
    kit::db::{Conn, Tx},
    talk::{conversations, news},
};

/// Which entries.
#[derive(Clone, Copy, Debug)]
pub enum Which<'a> {
    /// All by this member.
    OfMember(MemberId),
    /// These, as far as they are by this member.
    These(MemberId, &'a [CommentId]),
    /// All by this guest.
    OfGuest(&'a GuestMark),
    /// These, whoever wrote them.
    Listed(&'a [CommentId]),
}

/// By what the entries of one guest are found.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct GuestMark {
    /// The hash of the key in their browser.
    pub guest_key: Option<Vec<u8>>,
    /// Their address, or nothing.
    pub guest_email: String,
}

/// An entry that comes or goes with others.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Moved {
    /// The number of the entry.
    pub id: CommentId,
    /// Where it stands.
    pub conversation: ConversationId,
    /// What it answers.
    pub parent: Option<CommentId>,
    /// The member who wrote it.
    pub writer: Option<MemberId>,
    /// Whether it counted, or counts from now on.
    pub counts: bool,
    /// Whether it is for somebody to decide, or was.
    pub waits: bool,
}

/// The guest who wrote an entry; none if a member or another site did.
pub async fn guest_of(conn: &mut Conn, id: CommentId) -> anyhow::Result<Option<GuestMark>> {
    Ok(store::guest_of(conn, id).await?)
}

/// What a member wrote, also what waits or is hidden, the latest first: for organisers. Not what stands under posts that
/// only their author reads.
pub async fn of_writer(
    conn: &mut Conn,
    writer: MemberId,
    before: Option<CommentId>,
    limit: i64,
) -> anyhow::Result<Vec<EntryInContext>> {
    Ok(store::of_writer(conn, writer, before.unwrap_or(CommentId(i64::MAX)), limit).await?)
}

/// Hides entries that were not hidden yet; answers how many. All are hidden at the moment of this change, by which
/// `show_again` finds them.
pub async fn hide_all(tx: &mut Tx, which: Which<'_>) -> anyhow::Result<i64> {
    let found = store::alive(tx, which).await?;
    hold(tx, &found).await?;
    let gone = store::hide(tx, &list(&found)).await?;
    leave(tx, &gone).await
}

/// Shows entries again that were hidden at this moment, or whenever they were; what waited before waits again.
pub async fn show_again(tx: &mut Tx, which: Which<'_>, at: Option<Timestamp>) -> anyhow::Result<i64> {
    let found = store::hidden(tx, which, at.unwrap_or(Timestamp(0))).await?;
    hold(tx, &found).await?;
    let back = store::unhide(tx, &list(&found)).await?;
    for entry in &back {
        settle(tx, entry.id).await?;
        if entry.counts {
            conversations::count(tx, entry.conversation, 1).await?;
            tx.emit(Event::CommentShown(entry.id, entry.parent, entry.conversation));
            wrote(tx, entry.writer);
        } else {
            conversations::touch(tx, entry.conversation).await?;
        }
        tx.emit(Event::CommentChanged(entry.id, entry.conversation));
        if entry.waits {
            waiting_changed(tx, entry.conversation).await?;
        }
    }
    Ok(i64::try_from(back.len())?)
}

/// Deletes all that a member wrote, hidden or not. Where something stands under an entry, its place stays.
pub async fn delete_all(tx: &mut Tx, writer: MemberId) -> anyhow::Result<i64> {
    let found = store::undeleted(tx, writer).await?;
    hold(tx, &found).await?;
    let gone = store::delete(tx, &list(&found)).await?;
    leave(tx, &gone).await
}

/// Forgets where a member has been.
pub async fn forget_visits(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_visits(tx, member).await?)
}

/// Holds the conversations of these entries and them, always in the same order, so that two who do this wait for one another
/// and not both for ever.
async fn hold(tx: &mut Tx, entries: &[Moved]) -> anyhow::Result<()> {
    let mut held: Vec<ConversationId> = entries.iter().map(|entry| entry.conversation).collect();
    held.sort_unstable();
    held.dedup();
    for conversation in held {
        conversations::hold(tx, conversation).await?;
    }
    super::store::take(tx, &list(entries)).await?;
    Ok(())
}

async fn leave(tx: &mut Tx, entries: &[Moved]) -> anyhow::Result<i64> {
    for entry in entries {
        settle(tx, entry.id).await?;
        conversations::leave(tx, entry.conversation, entry.counts).await?;
        news::write(tx, news::Kind::Gone, entry.conversation, Some(entry.id)).await?;
        if entry.counts {
            tx.emit(Event::CommentGone(entry.id, entry.conversation));
            wrote(tx, entry.writer);
        } else {
            tx.emit(Event::CommentChanged(entry.id, entry.conversation));
        }
        if entry.waits {
            waiting_changed(tx, entry.conversation).await?;
        }
    }
    Ok(i64::try_from(entries.len())?)
}

fn list(entries: &[Moved]) -> String {
    entries.iter().map(|entry| entry.id.to_string()).collect::<Vec<_>>().join(",")
}
