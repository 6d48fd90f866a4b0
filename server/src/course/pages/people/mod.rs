//! Who leads a course, takes part in it, asks to or waits: for those who lead it.

pub mod pages;
#[cfg(test)]
mod tests;
