//! Which professional bodies are offered, and what they ask.

pub mod pages;
