//! The page for whoever holds the link of an edition.

pub mod pages;
