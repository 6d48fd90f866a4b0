//! The page that explains to people how they are told of things.

pub mod pages;
#[cfg(test)]
mod tests;
