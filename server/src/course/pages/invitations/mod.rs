//! Invitations to a course by e-mail: what their links lead to, and who was invited.

pub mod manage;
pub mod pages;
#[cfg(test)]
mod tests;
