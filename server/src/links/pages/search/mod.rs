//! The page on which one searches.

pub mod pages;
#[cfg(test)]
mod tests;
