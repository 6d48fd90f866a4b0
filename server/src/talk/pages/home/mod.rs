//! Home: what is new in the community, who talks, and who came.

pub mod pages;

#[cfg(test)]
mod tests;
