//! What happened in the community, in a course, in a tribe, and by a person.
pub mod pages;
#[cfg(test)]
mod tests;
