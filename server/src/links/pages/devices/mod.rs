//! The part of a page where members turn on that their devices tell them, and off.

pub mod pages;
#[cfg(test)]
mod tests;
