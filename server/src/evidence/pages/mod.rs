//! The pages of it.

pub mod achievements;
pub mod log;
