//! Answering a question: by itself, changing one's mind, and filing what others said under its answers.

pub mod pages;

#[cfg(test)]
mod tests;
