//! The pages of private messages: the list, a correspondence, writing, and from whom one takes them.

pub mod pages;

#[cfg(test)]
mod tests;
