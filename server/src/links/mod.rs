//! Being told: what members follow, what they are told of, and how.
//!
//! In order from the ground up: a module uses only those declared above it.

pub mod mailing;
pub mod letters;
pub mod addresses;
pub mod watches;
pub mod devices;
pub mod guests;
pub mod announcements;
pub mod messages;
pub mod reports;
pub mod notices;
pub mod returns;
pub mod answers;
pub mod emails;
pub mod pushes;
pub mod search;

/// The pages about what one is told of. They stand above `site`.
pub mod pages {
    pub mod notifications;
    pub mod devices;
    pub mod mail;
    pub mod announcements;
    pub mod messages;
    pub mod help;
    pub mod answers;
    pub mod undelivered;
    pub mod guests;
    pub mod search;
}
