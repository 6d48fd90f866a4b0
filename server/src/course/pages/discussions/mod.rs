//! The pages on which a discussion is begun, read and led, for whichever group it stands in.
pub mod pages;
