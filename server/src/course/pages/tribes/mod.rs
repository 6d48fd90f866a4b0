//! The pages of tribes: the directory and each tribe, what it says of itself, its people, its files, when it meets, and what
//! is discussed there.

pub mod pages;

pub mod files;
pub mod gatherings;
pub mod people;
pub mod settings;
pub mod talk;

#[cfg(test)]
mod tests;
