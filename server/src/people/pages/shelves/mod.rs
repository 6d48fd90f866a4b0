//! Shelves of what members read and want to read: one's own, others', and what several have.

pub mod pages;
#[cfg(test)]
mod tests;
