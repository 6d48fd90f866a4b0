//! The pages of tribes: the directory and each tribe, what it says of itself, its people, when it meets, and what is
//! discussed there.

pub mod pages;

pub mod gatherings;
pub mod people;
pub mod settings;
pub mod talk;

#[cfg(test)]
mod tests;
