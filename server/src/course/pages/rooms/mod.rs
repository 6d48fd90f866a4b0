//! What is discussed in the rooms of a course: in each homeroom, and among those who lead and guide.

pub mod pages;
#[cfg(test)]
mod tests;
