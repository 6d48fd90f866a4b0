//! What becomes of learning: the log of it, and what others can be shown.

pub mod achievements;
pub mod agreements;
pub mod credentials;
pub mod log;
pub mod dossiers;

pub mod pages;
