//! Making and changing assignments.

mod form;
pub mod pages;
