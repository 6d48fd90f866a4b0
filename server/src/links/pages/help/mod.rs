//! The pages that explain to people how they take part in a course and how they are told of things.

pub mod pages;
#[cfg(test)]
mod tests;
