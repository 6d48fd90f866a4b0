//! Putting people into homerooms, for those who lead a course.

pub mod pages;
