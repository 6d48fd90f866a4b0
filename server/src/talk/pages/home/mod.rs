//! Home: what is new to the reader, who talks, what was written, and who came.

mod lively;
pub mod pages;

#[cfg(test)]
mod tests;
