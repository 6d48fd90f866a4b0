//! For those who lead a course: inviting people by e-mail, and what became of it.

pub mod pages;
