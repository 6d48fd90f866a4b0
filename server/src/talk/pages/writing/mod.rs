//! Writing: drafts and posts of one's own, from the first word to publishing, editing and deleting.

mod form;
pub mod pages;
pub mod question;

#[cfg(test)]
mod tests;

pub use self::form::LONGEST_CHARS;
