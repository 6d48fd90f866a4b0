//! Where guests say whether they want to be told by e-mail, and end it.

pub mod pages;
#[cfg(test)]
mod tests;
