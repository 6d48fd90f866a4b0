//! What a guide looks at, so that nobody is left unanswered.

pub mod pages;
