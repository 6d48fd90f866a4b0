//! Homerooms: the page of each, how people come into them, and what a guide looks at.

pub mod pages;
pub mod console;
pub mod manage;
#[cfg(test)]
mod tests;
