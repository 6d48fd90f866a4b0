//! What members say about themselves, each part with who sees it; and the colleagues they find by it.

pub mod pages;
#[cfg(test)]
mod tests;
