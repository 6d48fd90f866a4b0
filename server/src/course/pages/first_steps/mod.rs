//! The page of first steps.

pub mod pages;
#[cfg(test)]
mod tests;
