//! The house itself: whether it stands, what robots may read, where old ways lead, and its components in one place.

pub mod pages;

#[cfg(test)]
mod tests;
