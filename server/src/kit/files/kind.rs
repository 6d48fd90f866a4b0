//! What kind a file is: by its content, whatever it is called.

/// What a browser does with a file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// Plays moving pictures.
    Video,
    /// Plays what is heard.
    Audio,
    /// Shows it: a picture, or pages.
    Shown,
    /// Hands it over to another program.
    TakenHome,
}

/// A kind of file.
#[derive(PartialEq, Eq, Debug)]
pub struct Kind {
    /// Its name among media types (RFC 6838).
    pub mime: &'static str,
    /// What people call it, the same in every language; empty if they do not.
    pub name: &'static str,
    /// What a browser does with it.
    pub shape: Shape,
}

const fn kind(mime: &'static str, name: &'static str, shape: Shape) -> Kind {
    Kind { mime, name, shape }
}

/// Those that people know, and that nothing is run by. What is none of them is the last.
static KINDS: [Kind; 26] = [
    kind("application/pdf", "PDF", Shape::Shown),
    kind("image/png", "PNG", Shape::Shown),
    kind("image/jpeg", "JPEG", Shape::Shown),
    kind("image/gif", "GIF", Shape::Shown),
    kind("image/webp", "WebP", Shape::Shown),
    kind("image/avif", "AVIF", Shape::Shown),
    kind("video/mp4", "MP4", Shape::Video),
    kind("video/webm", "WebM", Shape::Video),
    kind("audio/mpeg", "MP3", Shape::Audio),
    kind("audio/mp4", "M4A", Shape::Audio),
    kind("audio/ogg", "Ogg", Shape::Audio),
    kind("audio/wav", "WAV", Shape::Audio),
    kind("audio/flac", "FLAC", Shape::Audio),
    kind("audio/aac", "AAC", Shape::Audio),
    kind("application/epub+zip", "EPUB", Shape::TakenHome),
    kind("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "DOCX", Shape::TakenHome),
    kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX", Shape::TakenHome),
    kind("application/vnd.openxmlformats-officedocument.presentationml.presentation", "PPTX", Shape::TakenHome),
    kind("application/vnd.oasis.opendocument.text", "ODT", Shape::TakenHome),
    kind("application/vnd.oasis.opendocument.spreadsheet", "ODS", Shape::TakenHome),
    kind("application/vnd.oasis.opendocument.presentation", "ODP", Shape::TakenHome),
    kind("application/zip", "ZIP", Shape::TakenHome),
    kind("video/quicktime", "QuickTime", Shape::TakenHome),
    kind("video/x-matroska", "Matroska", Shape::TakenHome),
    kind("video/x-msvideo", "AVI", Shape::TakenHome),
    kind("application/octet-stream", "", Shape::TakenHome),
];

impl Kind {
    /// So much of the beginning of a file says what kind it is, in bytes.
    pub const HEAD: usize = 64 * 1024;

    /// The kind of a file that begins so.
    pub fn of(head: &[u8]) -> &'static Self {
        let found = infer::get(head).map_or("", |found| found.mime_type());
        let mime = match found {
            "video/x-m4v" => "video/mp4",
            "audio/m4a" => "audio/mp4",
            "audio/opus" => "audio/ogg",
            "audio/x-wav" => "audio/wav",
            "audio/x-flac" => "audio/flac",
            "" if is_mp4(head) => "video/mp4",
            other => other,
        };
        Self::named(mime)
    }

    /// The kind of this media type.
    pub fn named(mime: &str) -> &'static Self {
        KINDS.iter().find(|kind| kind.mime == mime).unwrap_or(&KINDS[KINDS.len() - 1])
    }

    /// Whether there is something to hear in it.
    pub const fn plays(&self) -> bool {
        matches!(self.shape, Shape::Video | Shape::Audio)
    }

    /// Whether it is a recording that browsers do not play.
    pub fn would_play(&self) -> bool {
        self.shape == Shape::TakenHome && self.mime.starts_with("video/")
    }
}

/// A file of the MP4 family under a brand of its own (ISO/IEC 14496-12, 4.3); pictures and recordings of sound alone
/// have theirs.
fn is_mp4(head: &[u8]) -> bool {
    head.get(4..8) == Some(b"ftyp")
        && head.get(8..11).is_some_and(|brand| brand == b"iso" || brand == b"mp4" || brand == b"cmf" || brand == b"M4V")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(head: &[u8]) -> &'static str {
        Kind::of(head).name
    }

    #[test]
    fn a_file_is_what_is_in_it() {
        let mp4 = |brand: &str| [b"\0\0\0\x20ftyp", brand.as_bytes(), b"\0\0\x02\0isomiso2avc1mp41"].concat();
        for brand in ["isom", "mp42", "iso9", "cmfc", "M4V ", "M4VH"] {
            assert_eq!(named(&mp4(brand)), "MP4", "{brand}");
        }
        assert_eq!((named(&mp4("M4A ")), named(&mp4("qt  ")), named(&mp4("avif"))), ("M4A", "QuickTime", "AVIF"));
        let begun = b"\x1a\x45\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84webm";
        assert_eq!(named(&[&begun[..], &[0; 300]].concat()), "WebM");
        assert_eq!(named(b"%PDF-1.7\n%\xe2\xe3"), "PDF");
        assert_eq!(named(b"ID3\x04\0\0\0\0\0\0"), "MP3");
        assert_eq!(named(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "PNG");
        let zip =
            |first: &[u8]| [b"PK\x03\x04\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\x14\0\0\0\x14\0\0\0\x08\0\0\0", first].concat();
        assert_eq!(named(&zip(b"mimetypeapplication/epub+zip")), "EPUB");
        assert_eq!(named(&zip(b"something")), "ZIP");
    }

    #[test]
    fn what_could_run_is_never_shown() {
        for head in [
            &b"<!doctype html><script>alert(1)</script>"[..],
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
            b"<?xml version=\"1.0\"?><x/>",
            b"#!/bin/sh",
            b"MZ\x90\0",
            b"\x7fELF",
            b"words",
            b"",
        ] {
            assert_eq!(Kind::of(head).shape, Shape::TakenHome, "{head:?}");
            assert_eq!(Kind::of(head).mime, "application/octet-stream");
        }
    }

    #[test]
    fn a_kind_is_found_by_the_name_it_is_stored_under() {
        for kind in &KINDS {
            assert_eq!(Kind::named(kind.mime), kind);
        }
        assert_eq!(Kind::named("text/html").mime, "application/octet-stream");
    }
}
