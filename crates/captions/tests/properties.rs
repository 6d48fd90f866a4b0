//! Whatever is uploaded.

use captions::read;
use proptest::prelude::*;

/// Text as captions have it, and worse.
fn words() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[a-zß漢 .!&;#0-9-]{0,12}",
        Just("<v Ada>".to_owned()),
        Just("</v>".to_owned()),
        Just("<b>".to_owned()),
        Just("</i>".to_owned()),
        Just("<ruby>".to_owned()),
        Just("<rt>".to_owned()),
        Just("</ruby>".to_owned()),
        Just("<script>".to_owned()),
        Just("<00:01.500>".to_owned()),
        Just("<".to_owned()),
        Just(">".to_owned()),
        Just("-->".to_owned()),
        Just("&lt;".to_owned()),
        Just("&#10;".to_owned()),
        Just("&#x2028;".to_owned()),
        Just("\n".to_owned()),
        Just("\r".to_owned()),
        Just("\0".to_owned()),
        Just("{\\an8}".to_owned()),
    ];
    proptest::collection::vec(part, 0..12).prop_map(|parts| parts.concat())
}

fn file() -> impl Strategy<Value = String> {
    let cue = (0_u64..90, 1_u64..9, words())
        .prop_map(|(from, length, words)| format!("00:{from:02}.000 --> 01:{length:02}.000\n{words}\n\n"));
    proptest::collection::vec(cue, 0..6).prop_map(|cues| format!("WEBVTT\n\n{}", cues.concat()))
}

proptest! {
    #[test]
    fn anything_is_read_or_refused_at_a_line_that_is_there(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Err(wrong) = read(&bytes) {
            let lines = 1 + bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
            prop_assert!((1..=lines).contains(&wrong.line), "{wrong}");
        }
    }

    #[test]
    fn what_is_written_is_read_again_as_the_same(text in file()) {
        if let Ok(captions) = read(text.as_bytes()) {
            let vtt = captions.to_vtt();
            let again = read(vtt.as_bytes());
            prop_assert_eq!(again.as_ref().map(captions::Captions::to_vtt), Ok(vtt.clone()), "{}", vtt);
            prop_assert_eq!(again.map(|again| again.transcript()), Ok(captions.transcript()));
        }
    }

    #[test]
    fn only_tags_of_captions_are_written(text in file()) {
        if let Ok(captions) = read(text.as_bytes()) {
            for tag in captions.to_vtt().split('<').skip(1) {
                let name = tag.trim_start_matches('/').split(['>', '.', ' ']).next().unwrap();
                let is_time = name.starts_with(|first: char| first.is_ascii_digit());
                prop_assert!(is_time || ["c", "i", "b", "u", "ruby", "rt", "v", "lang"].contains(&name), "{}", name);
            }
        }
    }
}
