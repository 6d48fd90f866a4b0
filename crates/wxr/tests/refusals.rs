//! What is not read, and what the organiser is told.
#![allow(missing_docs, clippy::unwrap_used)]

mod common;

use std::io::{self, BufReader, Read};

use common::{BARE, V1_2, read, refusal};
use wxr::{Error, Reader};

#[track_caller]
fn says(file: impl AsRef<[u8]>, sentence: &str) {
    assert_eq!(refusal(file).to_string(), sentence);
}

#[test]
fn an_empty_file_is_called_empty() {
    for file in ["", " \n", "\u{feff}"] {
        says(file, "The file is empty: nothing stands in line 1 or below.");
    }
}

#[test]
fn a_file_that_is_no_xml_is_told_so() {
    for file in ["Dear diary", "{\"posts\": []}", "title,date\n1,2", "\u{feff}\n \nDear <b>you</b>"] {
        assert!(matches!(refusal(file), Error::NotXml { .. }), "{file}");
    }
    assert!(matches!(refusal(b"\xff\xd8\xff\xe0 JFIF"), Error::NotXml { line: 1 }));
}

#[test]
fn a_compressed_file_is_to_be_unpacked() {
    for file in [&b"\x1f\x8b\x08\x00"[..], b"PK\x03\x04\x14\x00"] {
        assert!(matches!(refusal(file), Error::Compressed));
    }
}

#[test]
fn an_html_page_is_called_a_page() {
    for page in ["<!DOCTYPE html>\n<html lang=en>", "<!doctype html><p>", "<html><body>"] {
        says(
            page,
            "The file is not a WordPress export but an HTML page, as line 1 shows. An export is made in WordPress under Tools, Export.",
        );
    }
}

#[test]
fn other_xml_is_called_what_it_is() {
    for (file, name) in [
        ("<feed xmlns='http://www.w3.org/2005/Atom'/>", "an Atom feed"),
        ("<rss><channel><title>T</title><item><title>t</title></item></channel></rss>", "an RSS feed"),
        ("<rss><channel><title>T</title></channel></rss>", "an RSS feed"),
        ("<rss></rss>", "an RSS file without a channel"),
        ("<opml></opml>", "an XML file that begins with <opml>"),
    ] {
        let error = refusal(file);
        assert!(matches!(&error, Error::NotWxr { found, .. } if found == name), "{error:?}");
    }
}

#[test]
fn another_version_is_refused_with_those_that_can_be_read() {
    says(
        BARE.replace("1.2</wp:wxr", "1.3</wp:wxr"),
        "The export says in line 4 that it is of WXR version “1.3”; versions 1.0, 1.1 and 1.2 can be read.",
    );
}

#[test]
fn a_truncated_file_says_where_it_ends() {
    let (before, _) = BARE.split_once("2</wp:comment_id>").unwrap();
    says(before, "The file is cut off: it ends in line 9 inside <wp:comment_id>. Make or download the export again.");
}

#[test]
fn a_file_is_cut_off_wherever_it_is_cut_off() {
    let end = V1_2.find("</channel>").unwrap();
    let begin = V1_2.find("<rss").unwrap() + 1;
    for cut in (begin..end + "</channel".len()).step_by(3) {
        let error = refusal(&V1_2.as_bytes()[..cut]);
        let line = V1_2[..cut].matches('\n').count() as u64 + 1;
        assert!(matches!(error, Error::CutOff { .. }), "at {cut}: {error:?}");
        assert_eq!(error.line(), line, "at {cut}");
    }
}

#[test]
fn a_file_cut_off_inside_a_character_is_cut_off() {
    let file = BARE.replace("BODY", "é");
    let cut = file.find('é').unwrap() + 1;
    assert!(matches!(refusal(&file.as_bytes()[..cut]), Error::CutOff { line: 6, .. }));
}

#[test]
fn a_wrong_end_tag_is_named_with_its_line() {
    says(
        BARE.replace("BODY</content:encoded>", "BODY</content:wrong>"),
        "The file is damaged in line 6: </content:wrong> stands where </content:encoded> should.",
    );
}

#[test]
fn broken_markup_is_damage_and_not_an_end() {
    for broken in ["<![CDAT[x]]>", "<!x>", "<a b=c>", "<a b='1' b='2'/>", "<?>", "<a b='&#0;'/>"] {
        let error = refusal(BARE.replace("BODY", broken));
        assert!(matches!(error, Error::Malformed { line: 6, .. }), "{broken}: {error:?}");
    }
}

#[test]
fn entity_declarations_are_refused_with_their_line() {
    let bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE rss [\n  <!ENTITY a \"lol\">\n  <!ENTITY b \"&a;&a;&a;\">\n]>\n";
    says(
        format!("{bomb}{BARE}"),
        "The file declares entities of its own in line 3. WordPress never writes these and they can do harm, so the file was refused.",
    );
}

#[test]
fn a_doctype_without_entities_is_passed_over() {
    let harmless = "<!DOCTYPE rss SYSTEM \"http://192.0.2.1/rss.dtd\">";
    assert_eq!(read(format!("{harmless}{BARE}")).unwrap(), read(BARE).unwrap());
}

#[test]
fn an_unknown_entity_is_named_with_its_line() {
    says(BARE.replace("BODY", "one\n&nbsp;"), "The file uses the unknown entity “&nbsp;” in line 7.");
    for entity in ["<x y='&nbsp;'/>", "&#xZZ;", "&#;", "&#99999999999;"] {
        let error = refusal(BARE.replace("BODY", entity));
        assert!(matches!(error.line(), 6), "{entity}: {error:?}");
    }
}

/// The bare file with `filler` as endless content.
fn endless(filler: &str) -> Reader<impl io::BufRead> {
    let (before, _) = BARE.split_once("BODY").unwrap();
    let filler = filler.repeat(1 + 64_000 / filler.len()).into_bytes();
    Reader::new(BufReader::new(before.as_bytes().chain(Repeat { filler, at: 0 })))
}

struct Repeat {
    filler: Vec<u8>,
    at: usize,
}

impl Read for Repeat {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let rest = &self.filler[self.at..];
        let amount = rest.len().min(into.len());
        into[..amount].copy_from_slice(&rest[..amount]);
        self.at = (self.at + amount) % self.filler.len();
        Ok(amount)
    }
}

#[test]
fn whatever_has_no_end_is_refused_before_it_fills_the_memory() {
    for filler in [
        "x",
        "<![CDATA[",
        "<a ",
        "<!-- ",
        "some words and an &amp; between them, many times over",
        "&and so forth without a semicolon ",
    ] {
        let error = endless(filler).next().unwrap_err();
        assert!(matches!(error, Error::TooLong { line: 6, .. }), "{filler}: {error:?}");
    }
}

#[test]
fn an_item_of_too_many_elements_is_refused() {
    for filler in ["<i>a</i> ", "</content:encoded><wp:postmeta/><content:encoded>"] {
        let error = endless(filler).next().unwrap_err();
        assert!(matches!(error, Error::TooLong { line: 5, .. }), "{filler}: {error:?}");
    }
}

#[test]
fn elements_nested_without_end_are_refused() {
    let error = endless("<a>").next().unwrap_err();
    assert_eq!(error.to_string(), "The file is damaged in line 6: its elements are nested too deeply.");
}

#[test]
fn a_failing_disk_is_reported_with_its_line() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("bad sector"))
        }
    }
    let (before, _) = BARE.split_once("BODY").unwrap();
    let mut reader = Reader::new(BufReader::new(before.as_bytes().chain(Failing)));
    assert_eq!(reader.next().unwrap_err().to_string(), "The file could not be read beyond line 6: bad sector.");
}

#[test]
fn nothing_comes_after_an_error() {
    let mut reader = Reader::new(&b"<rss>"[..]);
    assert!(reader.next().is_err());
    assert!(reader.next().unwrap().is_none());
    let late = BARE.replace("BODY", "&nbsp;");
    let mut reader = Reader::new(late.as_bytes());
    assert!(reader.next().is_err());
    assert!(reader.next().unwrap().is_none());
}
