//! What came by e-mail from a member or in their name, and what they decide about it.

pub mod pages;

#[cfg(test)]
mod tests;
