//! Keeping a post, a comment or a discussion for later, taking it out again, and the list of what one keeps.

pub mod pages;
#[cfg(test)]
mod tests;
