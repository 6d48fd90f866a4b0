//! Where the people of a course are, on a map that is drawn here and as a list.

pub mod pages;
#[cfg(test)]
mod tests;
mod view;
