//! Whether one reader keeps one thing for later.

use crate::talk::{
    bookmarks,
    comments::{Entry, Reader},
    conversations::Thread,
};

/// The button with which a reader keeps a thing for later, or takes it out again.
#[derive(Clone, Default, Debug)]
pub struct KeepView {
    /// Where the form goes.
    pub url: String,
    /// What is kept, for whoever does not see where the button stands: who wrote it, or what it is called.
    pub name: String,
    /// Whether the reader may keep it.
    pub may_keep: bool,
    /// Whether the reader does.
    pub is_kept: bool,
}

impl KeepView {
    /// Of what a conversation is about.
    pub fn of_subject(thread: &Thread, is_kept: bool, reader: &Reader) -> Self {
        Self {
            url: format!("/conversations/{}/keep", thread.id),
            name: thread.about.title.clone(),
            may_keep: reader.member.is_some() && bookmarks::may_keep_subject(thread),
            is_kept,
        }
    }

    /// Of an entry.
    pub fn of_entry(entry: &Entry, is_kept: bool, reader: &Reader) -> Self {
        Self {
            url: format!("/comments/{}/keep", entry.id),
            name: entry.name().to_owned(),
            may_keep: reader.member.is_some() && bookmarks::may_keep(entry),
            is_kept,
        }
    }
}
