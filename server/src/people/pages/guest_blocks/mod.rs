//! Guests whom organisers block for a time.

pub mod pages;

#[cfg(test)]
mod tests;
