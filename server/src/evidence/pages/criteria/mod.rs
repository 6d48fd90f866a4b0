//! The pages of rules: making them, and how far one is.

pub mod pages;
#[cfg(test)]
mod tests;
