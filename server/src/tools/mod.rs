//! What operators run: backing it up, examining an installation, bringing other sites here, taking things home, and a sample community.
//!
//! In order from the ground up: a module uses only those declared above it.

pub mod mail_key;
pub mod backup;
pub mod export;
pub mod archives;
pub mod doctor;
pub mod import;
pub mod demo;
