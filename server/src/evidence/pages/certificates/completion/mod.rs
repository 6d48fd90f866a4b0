//! How far one is in a course.

pub mod pages;
