//! What a tribe says of itself, and its end.

pub mod pages;
