//! What a course asks to be handed in: the list, the page of one with what one handed in and what was said to it, the
//! reviews one gives, and what those who look after the course see and set.

pub mod manage;
pub mod pages;
pub mod review;
pub mod work;

#[cfg(test)]
mod tests;
