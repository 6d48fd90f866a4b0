//! Reading: a post with its conversation.

pub mod pages;

#[cfg(test)]
mod tests;
