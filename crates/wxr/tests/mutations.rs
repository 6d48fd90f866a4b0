//! Damaged files are read or refused, but never bring the reader down.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::{BARE, V1_0, V1_1, V1_2, read};
use proptest::{prelude::*, sample::Index};

#[derive(Clone, Debug)]
enum Damage {
    Change(Index, u8),
    Insert(Index, &'static str),
    Remove(Index, usize),
    Repeat(Index, usize),
    CutOff(Index),
}

fn damage() -> impl Strategy<Value = Damage> {
    let tokens = prop::sample::select(vec![
        "<",
        ">",
        "&",
        ";",
        "<!",
        "<![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<?",
        "?>",
        "</",
        "/>",
        "\"",
        "<!DOCTYPE",
        "<!ENTITY",
        "&#",
        "&#x110000;",
        "<item>",
        "</item>",
        "<wp:comment>",
        "</channel>",
        "\u{feff}",
        "xmlns:xml=\"\"",
        "\0",
    ]);
    prop_oneof![
        (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Damage::Change(at, byte)),
        (any::<Index>(), tokens).prop_map(|(at, token)| Damage::Insert(at, token)),
        (any::<Index>(), 1..200_usize).prop_map(|(at, length)| Damage::Remove(at, length)),
        (any::<Index>(), 1..200_usize).prop_map(|(at, length)| Damage::Repeat(at, length)),
        any::<Index>().prop_map(Damage::CutOff),
    ]
}

fn apply(file: &mut Vec<u8>, damage: &Damage) {
    if file.is_empty() {
        return;
    }
    match damage {
        Damage::Change(at, byte) => *at.get_mut(file) = *byte,
        Damage::Insert(at, token) => {
            let at = at.index(file.len());
            file.splice(at..at, token.bytes());
        }
        Damage::Remove(at, length) => {
            let at = at.index(file.len());
            file.drain(at..file.len().min(at + length));
        }
        Damage::Repeat(at, length) => {
            let at = at.index(file.len());
            let piece = file[at..file.len().min(at + length)].to_vec();
            file.splice(at..at, piece);
        }
        Damage::CutOff(at) => file.truncate(at.index(file.len())),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_file_is_read_or_refused_in_a_sentence(
        file in prop::sample::select(vec![BARE, V1_0, V1_1, V1_2]),
        damages in prop::collection::vec(damage(), 1..6),
    ) {
        let mut file = file.as_bytes().to_vec();
        for damage in &damages {
            apply(&mut file, damage);
        }
        let lines = String::from_utf8_lossy(&file).matches('\n').count() as u64 + 1;
        if let Err(error) = read(&file) {
            let sentence = error.to_string();
            prop_assert!(sentence.starts_with("The ") && sentence.ends_with('.'), "{}", sentence);
            prop_assert!(sentence.contains(&format!("line {}", error.line())), "{}", sentence);
            prop_assert!(error.line() <= lines, "{}", sentence);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes);
    }
}
