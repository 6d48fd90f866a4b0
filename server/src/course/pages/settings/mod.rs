//! What those who lead a course say of it: beginning one, changing it, opening and closing it, another run of it.

mod form;
pub mod pages;
#[cfg(test)]
mod tests;
