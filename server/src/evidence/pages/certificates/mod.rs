//! The pages of completion and certificates: how far one is, what a course asks, and looking at anybody's paper.

pub mod completion;
pub mod manage;
pub mod pages;
#[cfg(test)]
pub mod tests;
