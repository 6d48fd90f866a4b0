//! The page that knows a paper again.

pub mod pages;
