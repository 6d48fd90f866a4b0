//! The files of what a module consists of: handed out to those who may read it, and put there by those who lead the course.

pub mod pages;
#[cfg(test)]
mod tests;
