//! The pages of it.

pub mod achievements;
pub mod credentials;
pub mod log;
