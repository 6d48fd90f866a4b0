//! What a course consists of, for those who lead it: modules in their order, and the items of each.

mod form;
pub mod pages;
