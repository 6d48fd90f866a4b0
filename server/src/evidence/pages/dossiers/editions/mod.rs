//! The page of an edition, for its member: as others see it, its link, and who attests it.

pub mod pages;
