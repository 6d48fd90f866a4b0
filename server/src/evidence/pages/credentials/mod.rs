//! The pages of credentials: what one certifies, the keys, and looking at anybody's.

pub mod pages;
#[cfg(test)]
mod tests;
mod view;
