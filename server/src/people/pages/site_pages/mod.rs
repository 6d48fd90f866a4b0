//! Pages about the site itself: what it is about, its rules, privacy, and who answers for it. They stand in the foot of
//! every page once organisers have written them.

pub mod pages;

#[cfg(test)]
mod tests;
