//! Taking everything home: the page where a member asks for an archive and fetches it.

pub mod pages;
#[cfg(test)]
mod tests;
