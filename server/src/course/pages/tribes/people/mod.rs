//! Who is in a tribe, comes in, leaves, and leads.

pub mod pages;
