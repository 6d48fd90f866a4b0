//! Courses: who takes part in them and leads them, what they consist of, and how far everybody is.
//!
//! In order from the ground up: a module uses only those declared above it.

pub mod courses;
pub mod discussions;
pub mod tribes;

/// The pages of courses and tribes. They stand above `site`.
pub mod pages {
    pub mod discussions;
    pub mod tribes;
}
