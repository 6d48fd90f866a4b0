//! Exports in other encodings than UTF-8, and with bytes that are in none.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use common::{BARE, V1_1, items, read, refusal};
use wxr::Error;

/// The bare file in `encoding`, its content being the bytes `written`.
fn declared(encoding: &str, written: &[u8]) -> Vec<u8> {
    let (before, after) = BARE.split_once("BODY").unwrap();
    let declaration = format!("<?xml version=\"1.0\" encoding=\"{encoding}\"?>");
    [declaration.as_bytes(), before.as_bytes(), written, after.as_bytes()].concat()
}

fn utf_16(file: &str, to_bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    file.encode_utf16().flat_map(to_bytes).collect()
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    assert_eq!(read(format!("\u{feff}{V1_1}")).unwrap(), read(V1_1).unwrap());
}

#[test]
fn declared_encodings_are_honoured() {
    for (encoding, written) in [
        ("ISO-8859-1", &b"caf\xe9"[..]),
        ("windows-1252", b"caf\xe9"),
        ("utf-8", "café".as_bytes()),
        ("UTF-16", "café".as_bytes()),
        ("US-ASCII", "café".as_bytes()),
    ] {
        assert_eq!(items(declared(encoding, written))[0].content, "café", "{encoding}");
    }
}

#[test]
fn utf_16_is_read_with_and_without_its_mark() {
    let marked = format!("\u{feff}{V1_1}");
    for file in [V1_1, &marked] {
        for to_bytes in [u16::to_le_bytes, u16::to_be_bytes] {
            assert_eq!(read(utf_16(file, to_bytes)).unwrap(), read(V1_1).unwrap());
        }
    }
}

#[test]
fn bytes_that_are_not_utf_8_are_refused_with_their_line() {
    for written in [&b"one\ntwo caf\xe9 three"[..], b"\n\xff", b"\n\xc3("] {
        let error = refusal(declared("UTF-8", written));
        assert!(matches!(error, Error::WrongEncoding { line: 7, encoding: "UTF-8" }), "{error:?}");
    }
}

#[test]
fn what_is_more_than_ascii_in_an_ascii_file_is_utf_8_or_refused() {
    for label in ["US-ASCII", "ascii", "ANSI_X3.4-1968"] {
        let error = refusal(declared(label, b"\ncaf\xe9"));
        assert!(matches!(error, Error::WrongEncoding { line: 7, encoding: "UTF-8" }), "{label}: {error:?}");
    }
}

#[test]
fn an_encoding_that_nobody_knows_is_refused_by_name() {
    let error = refusal(declared("EBCDIC-XY", b""));
    assert_eq!(error.to_string(), "The file names the encoding “EBCDIC-XY” in line 1, which is unknown.");
}
