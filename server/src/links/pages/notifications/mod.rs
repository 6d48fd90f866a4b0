//! The bell: what a member is told of, and what they follow.

pub mod pages;

#[cfg(test)]
mod tests;
