//! Where one subscribes to the dates of one's courses, and what programs find there.

pub mod pages;
#[cfg(test)]
mod tests;
