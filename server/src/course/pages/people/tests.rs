//! Sentences follow.
