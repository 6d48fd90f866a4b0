//! What people write: blogs, posts and the conversations under them, and the pages on which they stand.
//!
//! In order from the ground up: a module uses only those declared above it.

pub mod conversations;
pub mod news;
pub mod blogs;
pub mod old_sites;
pub mod kept_files;
pub mod uploads;
pub mod posts;
pub mod comments;
pub mod questions;
pub mod appreciations;
pub mod bookmarks;
pub mod feed_addresses;
pub mod river;

/// The pages of what people write. They stand above `site`, which stands above everything that is no page.
pub mod pages {
    pub mod post_list;
    pub mod thread;
    pub mod question;
    pub mod thanks;
    pub mod kept;
    pub mod reading;
    pub mod home;
    pub mod river;
    pub mod blog;
    pub mod feeds;
    pub mod writing;
    pub mod editing;
    pub mod media;
    pub mod moderation;
}
