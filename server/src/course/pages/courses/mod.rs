//! The list of courses, and the page of each: what it is and how one comes in; for those in it, where it stands.

pub mod pages;
#[cfg(test)]
mod tests;
