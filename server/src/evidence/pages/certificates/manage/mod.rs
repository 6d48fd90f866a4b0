//! What it takes to finish a course, for those who lead it.

pub mod pages;
