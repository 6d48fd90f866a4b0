//! Blocking somebody: the page that asks, and what it does.

pub mod pages;
