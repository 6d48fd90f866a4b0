//! For what one may say thanks, and who may.

use crate::{
    ids::MemberId,
    talk::{
        comments::{Entry, Reader},
        conversations::{Subject, Thread},
    },
};

/// Whether a comment shows thanks: it stands there for everybody, and a person wrote it.
pub fn may_be_thanked(entry: &Entry) -> bool {
    entry.is_alive() && !entry.is_ping()
}

/// Whether this reader may say thanks for what a conversation is about: what somebody else wrote for others to read.
pub fn may_thank_for(thread: &Thread, reader: Option<MemberId>) -> bool {
    shows_thanks(thread) && reader.is_some_and(|reader| reader != thread.about.author)
}

/// Whether what a conversation is about shows thanks at all: posts and discussions that others may read now.
pub fn shows_thanks(thread: &Thread) -> bool {
    let kinds = [Subject::Post.word(), Subject::Discussion.word()];
    kinds.contains(&&*thread.kind) && thread.about.audience != 0
}

/// Whether this reader may say thanks for a comment: nobody does for their own.
pub fn may_thank(entry: &Entry, reader: &Reader) -> bool {
    may_be_thanked(entry) && reader.member.is_some() && !entry.is_by(reader)
}
