//! The pages of it.

pub mod achievements;
pub mod agreements;
pub mod badge_requests;
pub mod certificates;
pub mod credentials;
pub mod criteria;
pub mod log;
pub mod dossiers;
pub mod profiles;
