//! When a tribe meets.

pub mod pages;
