//! The pages of requests for badges.

pub mod pages;
#[cfg(test)]
mod tests;
