//! What becomes of learning: the log of it, and what others can be shown.

pub mod achievements;
pub mod agreements;
pub mod badge_requests;
pub mod certificates;
pub mod credentials;
pub mod criteria;
pub mod log;
pub mod dossiers;
pub mod profiles;

pub mod pages;
