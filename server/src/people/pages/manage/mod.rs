//! Managing the community: its settings, who comes in, who does what, and what was done.

mod form;
pub mod pages;

#[cfg(test)]
mod tests;
