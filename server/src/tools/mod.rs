//! What operators run: examining an installation, bringing other sites here, and a sample community.
//!
//! In order from the ground up: a module uses only those declared above it.

pub mod mail_key;
pub mod doctor;
pub mod import;
pub mod demo;
