//! E-mails that were refused or came back, complaints about them, and what follows for the address.
//!
//! Each e-mail can be sent from an address of its own, which says by a code of the site which e-mail it was (VERP). Only a
//! report that comes to such an address, or holds one, counts: whoever makes up a bounce reaches nobody with it.

pub mod rules;
mod store;
#[cfg(test)]
mod tests;

use mailin::{Complaint, Own, What};
use sha2::{Digest, Sha256};

use self::rules::Follows;
pub use self::store::{Failing, Listed};
use crate::{
    ids::{MemberId, RowId, Timestamp},
    kit::{
        app::{self, App},
        db::{Conn, Tx},
        email::{
            addresses::{self, Pattern},
            lmtp::Outcome,
        },
    },
    links::{guests, mailing},
    people::community,
};

/// Reports are kept for so long.
const KEPT_DAYS: i64 = 90;
/// What addresses that e-mails are sent from are signed for.
const PURPOSE: &str = "bounce";
/// What stands in the place of a code in the address that providers send complaints to.
const FEEDBACK: &str = "feedback";

/// What came back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// It was not delivered.
    Bounce,
    /// The mail server did not take it.
    Refused,
    /// It was not delivered yet.
    Delay,
    /// Its recipient does not want it.
    Complaint,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Bounce, Self::Refused, Self::Delay, Self::Complaint];

    /// The word it is stored as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Bounce => "bounce",
            Self::Refused => "refused",
            Self::Delay => "delay",
            Self::Complaint => "complaint",
        }
    }
}

/// An e-mail that came back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Returned {
    /// Which.
    pub letter: RowId,
    /// How.
    pub kind: Kind,
    /// The status, such as 5.1.1 (RFC 3463); empty if it is not said.
    pub status: String,
    /// What the other mail server said.
    pub said: String,
}

/// The address that an e-mail is sent from.
pub fn address(pattern: &Pattern, secret: &[u8], letter: RowId) -> String {
    pattern.with(&addresses::sign(secret, PURPOSE, &letter.0.to_be_bytes()))
}

/// The e-mail that was sent from an address.
fn letter_of(pattern: &Pattern, secret: &[u8], address: &str) -> Option<RowId> {
    let payload = addresses::verify(secret, PURPOSE, &pattern.token_in(address)?)?;
    Some(RowId(i64::from_be_bytes(payload.try_into().ok()?)))
}

/// Whether reports may come to an address.
pub async fn knows(app: &App, address: &str) -> anyhow::Result<bool> {
    let Some(pattern) = &app.bounce_addresses else { return Ok(false) };
    let is_feedback = pattern.token_in(address).as_deref() == Some(FEEDBACK);
    Ok(is_feedback || letter_of(pattern, &community::of(app).await?.secret, address).is_some())
}

/// Takes a report that came to an address.
pub async fn take(app: &App, sender: Option<&str>, address: &str, raw: &[u8]) -> anyhow::Result<Outcome> {
    let Some(pattern) = &app.bounce_addresses else { return Ok(Outcome::Unknown) };
    let community = community::of(app).await?;
    let named = letter_of(pattern, &community.secret, address);
    let (bytes, envelope) = (raw.to_vec(), sender.map(ToOwned::to_owned));
    let read = move || mailin::read(&bytes, envelope.as_deref(), Own::default());
    let mail = app::render(raw.len(), read).await?;
    let found = match &mail.what {
        What::Bounce(bounce) => named.map(|letter| bounced(letter, bounce)),
        What::Complaint(complaint) if complaint.is_serious() => {
            let within = || complaint.named.iter().find_map(|named| letter_of(pattern, &community.secret, named));
            named.or_else(within).map(|letter| complained(letter, complaint))
        }
        // An absence note goes where an e-mail came from.
        What::Complaint(_) | What::Automatic(_) => None,
        What::Answer(_) => return Ok(Outcome::Unknown),
    };
    if let Some(returned) = found {
        let mut once = Sha256::new();
        once.update(returned.letter.0.to_be_bytes());
        once.update(if mail.message_id.is_empty() { returned.said.as_bytes() } else { mail.message_id.as_bytes() });
        let once = hex::encode(once.finalize());
        app.db.always(async |tx| note(tx, &returned, &once).await).await?;
    }
    Ok(Outcome::Taken)
}

/// What a bounce says of an e-mail, which had one recipient. That it came to its address is enough.
fn bounced(letter: RowId, bounce: &mailin::Bounce) -> Returned {
    // The one that says the most.
    let worst =
        bounce.failures.iter().max_by_key(|failure| (!failure.is_delayed, failure.status.map(|status| status.0)));
    let is_delayed = worst.is_some_and(|failure| failure.is_delayed);
    let status = worst.and_then(|failure| failure.status);
    Returned {
        letter,
        kind: if is_delayed { Kind::Delay } else { Kind::Bounce },
        status: status.map(|status| format!("{}.{}.{}", status.0, status.1, status.2)).unwrap_or_default(),
        said: worst.map(|failure| failure.diagnostic.clone()).unwrap_or_default(),
    }
}

fn complained(letter: RowId, complaint: &Complaint) -> Returned {
    let said = complaint.kind.chars().take(100).collect();
    Returned { letter, kind: Kind::Complaint, status: String::new(), said }
}

/// The mail server refused an e-mail for good.
pub async fn refused(tx: &mut Tx, letter: RowId, status: &str, said: &str) -> anyhow::Result<()> {
    let said = said.chars().take(500).collect();
    let returned = Returned { letter, kind: Kind::Refused, status: status.into(), said };
    note(tx, &returned, &format!("refused {letter}")).await
}

/// Writes down that an e-mail came back, once for each report, and what follows from that.
async fn note(tx: &mut Tx, returned: &Returned, once: &str) -> anyhow::Result<()> {
    let Some(recipient) = store::recipient(tx, returned.letter).await? else { return Ok(()) };
    if !store::insert(tx, returned, once).await? {
        return Ok(());
    }
    let address = recipient.to_lowercase();
    let follows = rules::follows(returned.kind, &returned.status);
    match follows {
        Follows::Nothing => {}
        Follows::Ends => {
            if let Some(member) = store::member(tx, returned.letter).await? {
                mailing::end(tx, member).await?;
            }
            guests::complained(tx, &address).await?;
        }
        Follows::Counts | Follows::Stops => {
            let before = store::failing(tx, &address).await?;
            let days = rules::days(before.as_ref().map(|before| (before.days, before.last_at)), tx.now);
            let stops = follows == Follows::Stops || rules::is_enough(days);
            let stopped_at = before.and_then(|before| before.stopped_at).or(stops.then_some(tx.now));
            store::fails(tx, &address, days, returned, stopped_at).await?;
            if stops {
                guests::unreachable(tx, &address).await?;
            }
        }
    }
    Ok(())
}

/// What is known of an address at which e-mail did not arrive; nothing is written to it if it is stopped.
pub async fn failing(conn: &mut Conn, address: &str) -> anyhow::Result<Option<Failing>> {
    Ok(store::failing(conn, &address.to_lowercase()).await?)
}

/// E-mail is sent to a member's address once more, from now on.
pub async fn try_again(tx: &mut Tx, member: MemberId, address: &str) -> anyhow::Result<()> {
    forget(tx, address).await?;
    let now = tx.now;
    mailing::look_again(tx, member, now).await
}

/// Forgets what is known of an address: nobody has it any more, or it is to be tried again.
pub async fn forget(tx: &mut Tx, address: &str) -> anyhow::Result<()> {
    Ok(store::forget_address(tx, &address.to_lowercase()).await?)
}

/// What came back, the latest first.
pub async fn list(conn: &mut Conn, most: i64) -> anyhow::Result<Vec<Listed>> {
    Ok(store::list(conn, most).await?)
}

/// How many e-mails came back in this way since a moment.
pub async fn count(conn: &mut Conn, kind: Kind, since: Timestamp) -> anyhow::Result<i64> {
    Ok(store::count(conn, kind.word(), since).await?)
}

/// Forgets reports of long ago.
pub async fn forget_old(tx: &mut Tx) -> anyhow::Result<()> {
    let before = tx.now.plus_days(-KEPT_DAYS);
    store::forget_working(tx, rules::works_again_before(tx.now)).await?;
    Ok(store::forget(tx, before).await?)
}
