//! The pages of it.

pub mod log;
