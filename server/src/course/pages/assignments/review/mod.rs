//! Reviewing what somebody else handed in.

pub mod pages;
