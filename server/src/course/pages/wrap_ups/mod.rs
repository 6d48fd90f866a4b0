//! The page on which somebody who leads a course begins to sum a week up.

pub mod pages;
#[cfg(test)]
mod tests;
