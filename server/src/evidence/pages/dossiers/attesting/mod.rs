//! The page for whoever is asked to attest an edition.

pub mod pages;
