//! Sentences about calendars stand with their pages.
