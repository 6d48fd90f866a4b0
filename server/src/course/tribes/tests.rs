//! Sentences about tribes stand with their pages.
