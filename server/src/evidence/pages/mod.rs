//! The pages of it.

pub mod achievements;
pub mod agreements;
pub mod credentials;
pub mod log;
pub mod dossiers;
