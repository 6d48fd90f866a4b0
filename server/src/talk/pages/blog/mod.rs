//! The shelf: a blog's front page, its archives by time, and its categories and tags.

pub mod pages;
mod view;

#[cfg(test)]
mod tests;
