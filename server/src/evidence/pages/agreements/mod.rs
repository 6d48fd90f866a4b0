//! The pages of agreements: their member's own, and the one for whoever holds a link.

pub mod held;
pub mod pages;
#[cfg(test)]
mod tests;
