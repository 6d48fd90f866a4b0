//! What a good file and good captions are. Pure.

/// No captions are longer, in bytes.
pub const LONGEST_CAPTIONS: usize = 1024 * 1024;
/// No recording has captions in more languages.
pub const MOST_LANGUAGES: i64 = 30;
/// So many bytes in the unit that people would say, and the key of the message that names it.
pub fn size(bytes: i64) -> (i64, &'static str) {
    const MEGABYTE: i64 = 1024 * 1024;
    if bytes < MEGABYTE {
        (((bytes + 512) / 1024).max(1), "size-kilobytes")
    } else {
        ((bytes + MEGABYTE / 2) / MEGABYTE, "size-megabytes")
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_said_in_round_numbers() {
        for (bytes, said) in [
            (9, (1, "size-kilobytes")),
            (700, (1, "size-kilobytes")),
            (1024 * 1024 - 1, (1024, "size-kilobytes")),
            (5 * 1024 * 1024 + 1, (5, "size-megabytes")),
        ] {
            assert_eq!(size(bytes), said);
        }
    }
}
