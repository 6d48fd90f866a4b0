//! What a good file and good captions are. Pure.

/// No captions are longer, in bytes.
pub const LONGEST_CAPTIONS: usize = 1024 * 1024;
/// No recording has captions in more languages.
pub const MOST_LANGUAGES: i64 = 30;

/// The message that says what is wrong with captions, which names the line.
pub const fn captions_wrong(why: captions::Why) -> &'static str {
    match why {
        captions::Why::NotUtf8 => "captions-not-utf8",
        captions::Why::NotCaptions => "captions-unknown",
        captions::Why::Times => "captions-times",
        captions::Why::Backwards => "captions-backwards",
        captions::Why::NoTimes => "captions-no-times",
        captions::Why::Empty => "captions-empty",
    }
}
