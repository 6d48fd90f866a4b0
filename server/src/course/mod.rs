//! Courses: who takes part in them and leads them, what they consist of, and how far everybody is.
//!
//! In order from the ground up: a module uses only those declared above it.

pub mod courses;
pub mod discussions;
pub mod media;
pub mod tribes;
pub mod link_checks;
pub mod modules;
pub mod homerooms;
pub mod wrap_ups;
pub mod assignments;
pub mod reviews;
pub mod calendars;
pub mod first_steps;
pub mod stream;

/// The pages of courses and tribes. They stand above `site` and above the pages of the other storeys, since a conversation
/// is part of what they show.
pub mod pages {
    pub mod courses;
    pub mod modules;
    pub mod settings;
    pub mod people;
    pub mod discussions;
    pub mod tribes;
    pub mod rooms;
    pub mod homerooms;
    pub mod assignments;
    pub mod wrap_ups;
    pub mod calendars;
    pub mod first_steps;
    pub mod stream;
}
