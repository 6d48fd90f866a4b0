//! The pages about e-mail: how a member wants it, what they got and why, and the end of it without a sign-in.

pub mod pages;

#[cfg(test)]
mod address_tests;
#[cfg(test)]
mod tests;
