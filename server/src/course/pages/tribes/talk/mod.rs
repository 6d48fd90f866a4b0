//! What is discussed in a tribe.

pub mod pages;
