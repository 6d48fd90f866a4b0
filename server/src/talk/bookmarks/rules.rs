//! What one may keep for later.

use crate::talk::{comments::Entry, conversations::Thread};

/// Whether what a conversation is about may be kept: it has an address to come back to.
pub fn may_keep_subject(thread: &Thread) -> bool {
    !thread.about.path.is_empty()
}

/// Whether a comment may be kept: it stands there for all who may read the conversation.
pub fn may_keep(entry: &Entry) -> bool {
    entry.is_alive()
}
