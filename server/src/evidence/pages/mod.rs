//! The pages of it.

pub mod agreements;
pub mod log;
