//! Moderation: what waits for somebody to decide, and what they hid before.

pub mod pages;

#[cfg(test)]
mod tests;
