//! What the editor asks for while one writes: the blocks of a text, who can be named in it, and what it says itself.

pub mod pages;
#[cfg(test)]
mod tests;
