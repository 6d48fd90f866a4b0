//! Pictures as people upload them: what is made of them, and what is said where one is not taken.

pub use pictures::{ForText, Refused, drawn, for_text, illustration, medal, portrait, shelf};

/// The message that says why.
pub const fn key(refused: Refused) -> &'static str {
    match refused {
        Refused::NotAPicture => "picture-unknown",
        Refused::Heif => "picture-heif",
        Refused::Damaged => "picture-damaged",
        Refused::TooLarge => "picture-too-many-pixels",
        Refused::TooLong => "picture-too-long",
    }
}
