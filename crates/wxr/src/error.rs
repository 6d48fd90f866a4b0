use std::io;

/// Why a file could not be read further, as a sentence for the person who chose the file.
///
/// Lines are counted from 1.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file could not be read from its disk or connection.
    #[error("The file could not be read beyond line {line}: {source}.")]
    Io {
        /// Where reading stopped.
        line: u64,
        /// What the system said.
        source: io::Error,
    },
    /// There is nothing in the file.
    #[error("The file is empty: nothing stands in line 1 or below.")]
    Empty,
    /// The file is a gzip or zip archive.
    #[error("The file is compressed, as its first bytes in line 1 show; unpack it and use the .xml file inside.")]
    Compressed,
    /// The file does not begin like XML.
    #[error(
        "The file is not XML: line {line} begins with something other than a tag. A WordPress export is a file ending in .xml, made under Tools, Export."
    )]
    NotXml {
        /// Where the text stands.
        line: u64,
    },
    /// The file is XML, but no WordPress export.
    #[error(
        "The file is not a WordPress export but {found}, as line {line} shows. An export is made in WordPress under Tools, Export."
    )]
    NotWxr {
        /// Where that became clear.
        line: u64,
        /// What it seems to be, with its article: `an RSS feed`.
        found: String,
    },
    /// The file names a version of WXR that is not known here.
    #[error(
        "The export says in line {line} that it is of WXR version “{version}”; versions 1.0, 1.1 and 1.2 can be read."
    )]
    UnsupportedVersion {
        /// Where the version stands.
        line: u64,
        /// The version as written.
        version: String,
    },
    /// The XML breaks a rule of XML.
    #[error("The file is damaged in line {line}: {what}.")]
    Malformed {
        /// Where it is broken.
        line: u64,
        /// What is wrong.
        what: String,
    },
    /// The file ends before its last element is closed.
    #[error("The file is cut off: it ends in line {line} inside <{inside}>. Make or download the export again.")]
    CutOff {
        /// The last line.
        line: u64,
        /// The innermost element left open.
        inside: String,
    },
    /// The file declares entities, which WordPress never does.
    #[error(
        "The file declares entities of its own in line {line}. WordPress never writes these and they can do harm, so the file was refused."
    )]
    EntityDeclared {
        /// Where the first declaration stands.
        line: u64,
    },
    /// The file uses an entity that XML does not know.
    #[error("The file uses the unknown entity “&{name};” in line {line}.")]
    UnknownEntity {
        /// Where it is used.
        line: u64,
        /// Its name.
        name: String,
    },
    /// The bytes are not text in the encoding that the file claims, or in UTF-8 where it claims none.
    #[error("The text of the file should be {encoding}, but line {line} is not.")]
    WrongEncoding {
        /// The first line with such bytes.
        line: u64,
        /// The encoding claimed.
        encoding: &'static str,
    },
    /// The file names an encoding that nobody knows.
    #[error("The file names the encoding “{name}” in line {line}, which is unknown.")]
    UnknownEncoding {
        /// Where it is named.
        line: u64,
        /// The name as written.
        name: String,
    },
    /// A text, or all texts of one record together, are longer than any WordPress writes.
    #[error(
        "The file holds a text of more than {} megabytes around line {line}, which is too long.",
        limit / 1_000_000
    )]
    TooLong {
        /// Where the text, or the record, begins.
        line: u64,
        /// The longest allowed, in bytes.
        limit: usize,
    },
}

impl Error {
    /// The line that the error is about.
    pub fn line(&self) -> u64 {
        match self {
            Self::Empty | Self::Compressed => 1,
            Self::Io { line, .. }
            | Self::NotXml { line }
            | Self::NotWxr { line, .. }
            | Self::UnsupportedVersion { line, .. }
            | Self::Malformed { line, .. }
            | Self::CutOff { line, .. }
            | Self::EntityDeclared { line }
            | Self::UnknownEntity { line, .. }
            | Self::WrongEncoding { line, .. }
            | Self::UnknownEncoding { line, .. }
            | Self::TooLong { line, .. } => *line,
        }
    }
}
