//! Who is here: the community and its members, their sessions and one-time links, what they did with their rights, and
//! the pages about people.
//!
//! In order from the ground up: a module uses only those declared above it.

pub mod audit;
pub mod community;
pub mod identity;
pub mod sessions;
pub mod one_time_links;
pub mod members;
pub mod leaving;
pub mod about;
pub mod blocks;
pub mod guest_blocks;
pub mod shelves;

/// The pages about people. They stand above `site` and above the pages of `talk`.
pub mod pages {
    pub mod account;
    pub mod about;
    pub mod shelves;
    pub mod directory;
    pub mod site_pages;
    pub mod manage;
    pub mod blocks;
    pub mod guest_blocks;
    pub mod reports;
    pub mod archive;
    pub mod leaving;
}
