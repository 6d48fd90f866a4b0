//! The pages of the learning log.

pub mod pages;
#[cfg(test)]
mod tests;
mod view;
