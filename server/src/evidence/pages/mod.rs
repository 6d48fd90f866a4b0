//! The pages of it.

pub mod achievements;
pub mod agreements;
pub mod certificates;
pub mod credentials;
pub mod log;
pub mod profiles;
