//! Sentences about courses stand with their pages.
