//! Reading: a post with its conversation, and answering in it.

pub mod pages;
mod view;

pub use self::view::{Asked, Conversation, Form, Look, Shown};
