//! People: who is here, and what each of them wrote and said.

pub mod pages;

#[cfg(test)]
mod tests;
