//! The thanks for one thing as one reader sees them.

use crate::talk::{
    appreciations::{self, Thanks},
    comments::{Entry, Reader},
    conversations::Thread,
};

/// The thanks for one thing, with what the reader may do about them.
#[derive(Clone, Default, Debug)]
pub struct ThanksView {
    /// Where the forms go, and where its writer sees who they are.
    pub url: String,
    /// What whoever wrote the thing is called.
    pub name: String,
    /// How many people said thanks.
    pub count: i64,
    /// Whether the reader may say thanks, or did.
    pub may_thank: bool,
    /// Whether the reader did.
    pub has_thanked: bool,
    /// Whether the reader wrote the thing, and sees who they are.
    pub is_own: bool,
}

impl ThanksView {
    /// Whether there is anything to show.
    pub const fn shows(&self) -> bool {
        self.may_thank || self.count > 0
    }

    /// For what a conversation is about.
    pub fn of_subject(thread: &Thread, thanks: Thanks, reader: &Reader) -> Self {
        if !appreciations::shows_thanks(thread) {
            return Self::default();
        }
        Self {
            url: format!("/conversations/{}/thanks", thread.id),
            name: thread.author_name.clone(),
            count: thanks.count,
            may_thank: appreciations::may_thank_for(thread, reader.member),
            has_thanked: thanks.is_from_reader,
            is_own: reader.member == Some(thread.about.author),
        }
    }

    /// For an entry.
    pub fn of_entry(entry: &Entry, thanks: Thanks, reader: &Reader) -> Self {
        if !appreciations::may_be_thanked(entry) {
            return Self::default();
        }
        Self {
            url: format!("/comments/{}/thanks", entry.id),
            name: entry.name().to_owned(),
            count: thanks.count,
            may_thank: appreciations::may_thank(entry, reader),
            has_thanked: thanks.is_from_reader,
            is_own: reader.member.is_some() && entry.writer == reader.member,
        }
    }
}
