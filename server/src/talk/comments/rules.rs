//! What a good comment is, and who may do what with it.

use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};

use super::{Entry, Reader, Text, Writer};
use crate::{
    ids::{CommentId, Timestamp},
    people::community::Community,
};

/// The seed of a guest's generated picture: the same for the same address, and of no use to whoever would guess it.
pub fn guest_picture(community: &Community, email: &str) -> i64 {
    let mut keyed = Hmac::<Sha256>::new_from_slice(&community.secret).expect("a key of any length will do");
    keyed.update(email.trim().to_lowercase().as_bytes());
    let digest = keyed.finalize().into_bytes();
    i64::from(u32::from_be_bytes([digest[0], digest[1], digest[2], digest[3]]))
}

/// Tells one person's words in one place from all others.
pub fn once(writer: &Writer<'_>, parent: Option<CommentId>, text: &Text) -> i64 {
    let mut hash = Sha256::new();
    match writer {
        Writer::Member(member) => hash.update(member.id.0.to_be_bytes()),
        Writer::Guest(guest) => hash.update(&guest.key),
    }
    hash.update(parent.map_or(0, |parent| parent.0).to_be_bytes());
    hash.update(text.source.trim());
    let digest = hash.finalize();
    i64::from_be_bytes(digest[..8].try_into().expect("eight bytes are eight bytes"))
}

/// Writers may change their words for a while.
pub fn may_edit(entry: &Entry, reader: &Reader, community: &Community, now: Timestamp) -> bool {
    // What somebody read and let through stays what they read.
    let decided = entry.is_guest() && entry.approved_at.is_some_and(|at| at > entry.created_at);
    let in_time = !decided && now < entry.created_at.plus_minutes(community.edit_minutes);
    entry.is_by(reader) && !entry.is_ping() && entry.deleted_at.is_none() && entry.hidden_at.is_none() && in_time
}

/// Writers may take their words back at any time.
pub fn may_delete(entry: &Entry, reader: &Reader) -> bool {
    entry.is_by(reader) && entry.deleted_at.is_none()
}

/// What can be answered: what stands there and says something, and is no ping.
pub fn may_reply(entry: &Entry, reader: &Reader) -> bool {
    !entry.is_ping() && (entry.is_alive() || (entry.is_waiting() && reader.moderates))
}
