//! The page for whoever holds the link of a request for support.

pub mod pages;
