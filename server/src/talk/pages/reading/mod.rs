//! Reading: a post with its conversation, and answering in it.

pub mod pages;
mod view;

#[cfg(test)]
mod tests;

pub use self::view::{Conversation, ConversationQuery, EntryView, Form, Look};
