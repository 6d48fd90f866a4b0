//! The river: conversations across everything, by their latest exchange.

pub mod pages;

#[cfg(test)]
mod tests;
