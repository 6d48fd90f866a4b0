//! Guests who want to be told by e-mail that what they wrote appeared, and what is answered to it.
//!
//! Anybody can type somebody else's address. So an address is asked first, once what was written stands on the page for
//! all; it is written to only after whoever reads it has said yes, and whoever wants never to be asked is not.

pub mod rules;
mod store;

pub use self::store::Guest;
use crate::{
    ids::{CommentId, ConversationId, RowId, Timestamp},
    kit::{
        db::{Conn, Tx},
        email,
        i18n::Lang,
        secrets,
    },
    links::mailing::{self, GRACE_MINUTES, Mode},
    people::{
        community::Community,
        members::{self, Email},
    },
    talk::news::Span,
};

/// For so many days an address may say yes; then it is forgotten.
pub const ASKED_DAYS: i64 = 7;
/// So long after a comment was hidden nobody waits for news of it any more.
const HIDDEN_DAYS: i64 = 30;
/// For whoever is to be told nothing: not before something happens.
pub const NEVER: Timestamp = Timestamp(i64::MAX / 2);

/// What a link in an e-mail to a guest leads to.
#[derive(Debug)]
pub enum Found {
    /// A guest who was asked, and has not answered.
    Asked(RowId),
    /// One who is told.
    Told(RowId),
    /// An address that is never written to.
    Refused,
}

/// A guest wants to be told about what they wrote. If their address wants no such e-mail, nothing is kept, and nobody learns
/// of it.
pub async fn follow(
    tx: &mut Tx,
    community: &Community,
    email: &Email,
    lang: Lang,
    comment: CommentId,
) -> anyhow::Result<()> {
    let mailbox = rules::mailbox(&community.secret, email.as_str());
    if store::is_refused(tx, &mailbox).await? {
        return Ok(());
    }
    let token = secrets::make();
    let guest = store::add(tx, email.as_str(), &mailbox, lang.tag(), &token, NEVER).await?;
    Ok(store::watch(tx, guest, comment).await?)
}

/// After news in this span: whoever waits for them is looked at soon, and what has gone is told in no e-mail that has not
/// left yet.
pub async fn heard(tx: &mut Tx, span: Span) -> anyhow::Result<()> {
    for (guest, letter) in store::unsent_of_gone(tx, span).await? {
        // What else it told is told anew.
        email::take_back_one(tx, letter).await?;
        let soon = tx.now;
        store::look_again(tx, guest, soon).await?;
    }
    store::forget_deleted(tx, span).await?;
    let soon = tx.now.plus_minutes(GRACE_MINUTES);
    Ok(store::wake(tx, span, soon).await?)
}

/// Guests to be looked at, the longest due first.
pub async fn due(conn: &mut Conn, now: Timestamp, most: i64) -> anyhow::Result<Vec<RowId>> {
    Ok(store::due(conn, now, most).await?)
}

/// A guest who is due, held until the change ends.
pub async fn hold(tx: &mut Tx, guest: RowId) -> anyhow::Result<Option<Guest>> {
    Ok(store::hold(tx, guest).await?)
}

/// Looks again at this moment.
pub async fn look_again(tx: &mut Tx, guest: RowId, at: Timestamp) -> anyhow::Result<()> {
    Ok(store::look_again(tx, guest, at).await?)
}

/// When this mailbox was last asked, under whichever of its addresses.
pub async fn last_asked(conn: &mut Conn, guest: RowId) -> anyhow::Result<Option<Timestamp>> {
    Ok(store::last_asked(conn, guest).await?)
}

/// The guest is asked now.
pub async fn asked(tx: &mut Tx, guest: RowId) -> anyhow::Result<()> {
    Ok(store::asked(tx, guest).await?)
}

/// These news were told to a guest in this e-mail.
pub async fn told(tx: &mut Tx, guest: RowId, seqs: &[i64], letter: RowId) -> anyhow::Result<()> {
    Ok(store::told(tx, guest, &serde_json::to_string(seqs)?, letter).await?)
}

/// So many e-mails went on the day that began then; if what is more is held, since when.
pub async fn counted(
    tx: &mut Tx,
    guest: RowId,
    day: Timestamp,
    sent: i64,
    held_at: Option<Timestamp>,
) -> anyhow::Result<()> {
    Ok(store::counted(tx, guest, day, sent, held_at).await?)
}

/// What a link leads to, if it is still good.
pub async fn by_token(conn: &mut Conn, token: &str, now: Timestamp) -> anyhow::Result<Option<Found>> {
    if store::is_refusal(conn, token).await? {
        return Ok(Some(Found::Refused));
    }
    let since = now.plus_days(-ASKED_DAYS);
    let found = store::by_token(conn, token, since).await?;
    Ok(found.map(|(guest, confirmed)| if confirmed.is_some() { Found::Told(guest) } else { Found::Asked(guest) }))
}

/// The guest says yes: they are told, also what happened since they were asked. Said twice it is the same.
pub async fn confirm(tx: &mut Tx, guest: RowId) -> anyhow::Result<()> {
    Ok(store::confirm(tx, guest).await?)
}

/// The guest hears no more of a conversation.
pub async fn leave(tx: &mut Tx, guest: RowId, conversation: ConversationId) -> anyhow::Result<()> {
    email::take_back_of_guest(tx, guest).await?;
    store::unwatch(tx, guest, conversation).await?;
    // What was taken back and is about something else is told anew.
    let soon = tx.now;
    Ok(store::look_again(tx, guest, soon).await?)
}

/// The guest hears no more of anything, and is forgotten, with what has not left yet.
pub async fn end(tx: &mut Tx, guest: RowId) -> anyhow::Result<()> {
    Ok(store::forget(tx, guest).await?)
}

/// The guest is never written to again. Of their address a hash is kept.
pub async fn refuse(tx: &mut Tx, guest: RowId) -> anyhow::Result<()> {
    store::refuse(tx, guest).await?;
    end(tx, guest).await
}

/// Whoever wanted never to be written to may be asked again.
pub async fn allow(tx: &mut Tx, token: &str) -> anyhow::Result<()> {
    Ok(store::allow(tx, token).await?)
}

/// Somebody complained about an e-mail to this address: as a guest they are never written to again.
pub async fn complained(tx: &mut Tx, address: &str) -> anyhow::Result<()> {
    if let Some(guest) = store::by_email(tx, address).await? {
        store::refuse(tx, guest).await?;
        // What they complained about stands in the list of organisers for a while.
        store::unwatch_all(tx, guest).await?;
    }
    Ok(())
}

/// E-mails to this address do not arrive: nothing more is told there.
pub async fn unreachable(tx: &mut Tx, address: &str) -> anyhow::Result<()> {
    if let Some(guest) = store::by_email(tx, address).await? {
        store::unwatch_all(tx, guest).await?;
    }
    Ok(())
}

/// The member with this address has another way to be told, and wants none: nothing is told to them as a guest.
pub async fn is_a_member_who_wants_none(conn: &mut Conn, address: &str) -> anyhow::Result<bool> {
    let Ok(email) = address.parse::<Email>() else { return Ok(false) };
    let Some(member) = members::by_email(conn, &email).await? else { return Ok(false) };
    Ok(member.suspended_at.is_some() || mailing::find(conn, member.id).await?.mode() == Mode::Never)
}

/// Forgets an address, with what was to be told to it: nobody has it here any more.
pub async fn forget(tx: &mut Tx, address: &str) -> anyhow::Result<()> {
    if let Some(guest) = store::by_email(tx, &address.to_lowercase()).await? {
        store::forget(tx, guest).await?;
    }
    Ok(())
}

/// Forgets who did not answer, and who waits for nothing any more.
pub async fn forget_old(tx: &mut Tx) -> anyhow::Result<()> {
    let (asked, hidden) = (tx.now.plus_days(-ASKED_DAYS), tx.now.plus_days(-HIDDEN_DAYS));
    store::forget_hidden(tx, hidden).await?;
    Ok(store::forget_old(tx, asked).await?)
}
