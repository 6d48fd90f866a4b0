//! Reporting something to the organisers, and what they see of it and decide.

pub mod pages;

#[cfg(test)]
mod tests;
