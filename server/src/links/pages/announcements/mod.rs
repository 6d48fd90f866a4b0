//! The pages about announcements: where members read one, and where organisers write, look at and withdraw them.

pub mod pages;

#[cfg(test)]
mod tests;
