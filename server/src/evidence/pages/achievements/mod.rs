//! The pages of badges.

pub mod pages;
#[cfg(test)]
mod tests;
