//! Saying thanks for a post, a discussion or a comment, taking that back, and who did.

pub mod pages;
#[cfg(test)]
mod tests;
