//! The pages of dossiers: their member's own, those for whoever holds a link, and the one that knows a paper again.

pub mod view;

pub mod attesting;
pub mod checking;
pub mod editions;
pub mod held;
pub mod pages;
#[cfg(test)]
mod tests;
