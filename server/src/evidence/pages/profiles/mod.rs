//! The pages of professional bodies: those one picked, and those that organisers offer.

pub mod manage;
pub mod pages;
#[cfg(test)]
mod tests;
pub mod view;
