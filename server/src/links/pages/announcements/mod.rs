//! The pages about announcements: where members read one, and where organisers and whoever leads a
//! course, a homeroom or a tribe write, look at and withdraw them.

pub mod pages;

#[cfg(test)]
mod circle_tests;
#[cfg(test)]
mod tests;
