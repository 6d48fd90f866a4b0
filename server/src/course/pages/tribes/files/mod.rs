//! The files of a tribe.
pub mod pages;
#[cfg(test)]
mod tests;
