//! The kit: how to speak, store, answer, keep files and send e-mail. It knows no product words; what it must be told
//! about the product stands in `events.rs`, as ids.
//!
//! In order from the ground up: a module uses only those declared above it.

pub mod i18n;
pub mod local_time;
pub mod db;
pub mod config;
pub mod error;
pub mod web;
pub mod files;
pub mod email;
pub mod webpush;
pub mod blocking;
pub mod hashing;
pub mod secrets;
pub mod app;
