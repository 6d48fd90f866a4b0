//! Pictures and files that members put into texts: uploading them, and the page of one's own.

pub mod pages;
#[cfg(test)]
mod tests;
