//! A module on a page: what there is to do, what participants wrote for it, and what is said about it.

pub mod pages;
pub mod manage;
pub mod media;
#[cfg(test)]
mod tests;
