//! What could not be delivered, for those who look after the site.

pub mod pages;
#[cfg(test)]
mod tests;
