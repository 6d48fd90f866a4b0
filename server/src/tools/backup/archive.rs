//! An archive: a zip of everything, with a manifest that says what has to be in it.
//!
//! What is written is hashed on its way, and what is read is compared with that. Files lie in it as they are, since
//! pictures and videos are small already; the database is compressed.

use std::{
    collections::BTreeSet,
    io::{self, Read, Seek, Write},
};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zip::{CompressionMethod, ZipArchive, ZipWriter, result::ZipError, write::SimpleFileOptions};

use crate::kit::{db::dump, files};

/// The number of this form of an archive.
pub const FORMAT: u32 = 1;
/// The member that says what the others have to be.
const MANIFEST: &str = "manifest.json";
/// The member that is a database of SQLite's.
pub const SQLITE: &str = "database.sqlite";
/// So much is read at once.
const CHUNK: usize = 256 * 1024;

/// What an archive says of itself.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: u32,
    /// The version of Lyceum that made it.
    pub lyceum: String,
    /// `SQLite` or `PostgreSQL`.
    pub kind: String,
    /// The moment that the database is of, in UTC.
    pub made_at: String,
    /// What the database holds.
    pub contents: dump::Contents,
    /// How many files there are.
    pub files: u64,
    /// Everything in the archive but this.
    pub members: Vec<Member>,
}

/// A part of an archive.
#[derive(Serialize, Deserialize, Clone, PartialEq, Eq, Debug)]
pub struct Member {
    /// Its path in the archive.
    pub name: String,
    /// How long it is.
    pub bytes: u64,
    /// The hash of its content.
    pub sha256: String,
}

/// What is wrong with an archive.
#[derive(Debug, thiserror::Error)]
pub enum Broken {
    /// It ends too early, or is something else.
    #[error("it is no whole archive: {0}")]
    NotWhole(String),
    /// It was made by a newer program, or is none of ours.
    #[error("its manifest cannot be read: {0}")]
    Manifest(String),
    /// It was made in a form that is not known here.
    #[error("it has the form {0}, which this Lyceum does not know: use a newer one")]
    Form(u32),
    /// A part is not what it should be.
    #[error("{0} is damaged: {1}")]
    Member(String, String),
    /// A part is not there.
    #[error("{0} is missing")]
    Missing(String),
    /// There is something that the manifest does not name.
    #[error("{0} does not belong into it")]
    Surplus(String),
}

fn options(method: CompressionMethod) -> SimpleFileOptions {
    // Whatever comes may be longer than 4 GB.
    SimpleFileOptions::default().compression_method(method).large_file(true).unix_permissions(0o600)
}

/// An archive that is being written.
pub struct Writer<W: Write + Seek> {
    zip: ZipWriter<W>,
    /// What is complete.
    pub members: Vec<Member>,
    open: Option<(String, Sha256, u64)>,
}

impl<W: Write + Seek> Writer<W> {
    /// An archive with nothing in it.
    pub fn new(to: W) -> Self {
        Self { zip: ZipWriter::new(to), members: vec![], open: None }
    }

    /// Begins a part that grows smaller.
    pub fn begin_compressed(&mut self, name: &str) -> Result<(), ZipError> {
        self.begin(name, CompressionMethod::Deflated)
    }

    /// Begins a part that is kept as it is.
    pub fn begin_stored(&mut self, name: &str) -> Result<(), ZipError> {
        self.begin(name, CompressionMethod::Stored)
    }

    fn begin(&mut self, name: &str, method: CompressionMethod) -> Result<(), ZipError> {
        self.zip.start_file(name, options(method))?;
        self.open = Some((name.to_owned(), Sha256::new(), 0));
        Ok(())
    }

    /// The next of the part.
    pub fn add(&mut self, bytes: &[u8]) -> io::Result<()> {
        if let Some((_, hash, length)) = &mut self.open {
            hash.update(bytes);
            *length += bytes.len() as u64;
        }
        self.zip.write_all(bytes)
    }

    /// The part is complete; answers the hash of it.
    pub fn end(&mut self) -> String {
        let Some((name, hash, bytes)) = self.open.take() else { return String::new() };
        let sha256 = hex::encode(hash.finalize());
        self.members.push(Member { name, bytes, sha256: sha256.clone() });
        sha256
    }

    /// Writes a part that is read from somewhere.
    pub fn take(&mut self, mut from: impl Read) -> io::Result<()> {
        let mut chunk = vec![0; CHUNK];
        loop {
            let length = from.read(&mut chunk)?;
            if length == 0 {
                return Ok(());
            }
            self.add(&chunk[..length])?;
        }
    }

    /// Everything has come: says so in the manifest.
    pub fn finish(mut self, manifest: &Manifest) -> Result<W, ZipError> {
        self.zip.start_file(MANIFEST, options(CompressionMethod::Deflated))?;
        serde_json::to_writer_pretty(&mut self.zip, manifest).map_err(io::Error::from)?;
        self.zip.finish()
    }
}

/// An archive to read.
pub struct Reader<R: Read + Seek> {
    zip: ZipArchive<R>,
    /// What it says of itself.
    pub manifest: Manifest,
}

impl<R: Read + Seek> Reader<R> {
    /// Opens an archive and looks whether everything the manifest names is there, and nothing else.
    pub fn open(from: R) -> Result<Self, Broken> {
        let mut zip = ZipArchive::new(from).map_err(|error| Broken::NotWhole(error.to_string()))?;
        let cannot = |error: &dyn std::fmt::Display| Broken::Manifest(error.to_string());
        let manifest = zip.by_name(MANIFEST).map_err(|error| cannot(&error))?;
        let manifest: serde_json::Value =
            serde_json::from_reader(io::BufReader::new(manifest)).map_err(|error| cannot(&error))?;
        let format = manifest.get("format").and_then(serde_json::Value::as_u64).unwrap_or_default();
        let format = u32::try_from(format).unwrap_or(u32::MAX);
        if format > FORMAT {
            return Err(Broken::Form(format));
        }
        let manifest: Manifest = serde_json::from_value(manifest).map_err(|error| cannot(&error))?;
        let mut there = BTreeSet::new();
        for at in 0..zip.len() {
            let whole = |error: ZipError| Broken::NotWhole(error.to_string());
            let name = zip.by_index_raw(at).map_err(whole)?.name().map_err(whole)?.into_owned();
            if name != MANIFEST {
                there.insert(name);
            }
        }
        for member in &manifest.members {
            if !there.remove(&member.name) {
                return Err(Broken::Missing(member.name.clone()));
            }
            // Nothing is ever written to a place that an archive makes up.
            if !is_place(&member.name) {
                return Err(Broken::Surplus(member.name.clone()));
            }
        }
        match there.pop_first() {
            Some(name) => Err(Broken::Surplus(name)),
            None => Ok(Self { zip, manifest }),
        }
    }

    /// A part, to be read; what comes of it is compared at its end.
    pub fn part(&mut self, member: &Member) -> Result<Part<'_>, Broken> {
        let found = self.zip.by_name(&member.name);
        let from = found.map_err(|error| Broken::Member(member.name.clone(), error.to_string()))?;
        Ok(Part { from: Box::new(from), member: member.clone(), hash: Sha256::new(), bytes: 0, chunk: vec![0; CHUNK] })
    }

    /// Reads everything, and compares it with what the manifest says.
    pub fn check(&mut self) -> Result<(), Broken> {
        for member in self.manifest.members.clone() {
            let mut part = self.part(&member)?;
            while part.read_on()?.is_some() {}
        }
        Ok(())
    }
}

/// A part that is being read.
pub struct Part<'a> {
    from: Box<dyn Read + 'a>,
    member: Member,
    hash: Sha256,
    bytes: u64,
    chunk: Vec<u8>,
}

impl Part<'_> {
    /// The next of it; none at its end, if it was what it should be.
    pub fn read_on(&mut self) -> Result<Option<&[u8]>, Broken> {
        let damaged = |why: String| Broken::Member(self.member.name.clone(), why);
        let length = self.from.read(&mut self.chunk).map_err(|error| damaged(error.to_string()))?;
        if length > 0 {
            self.bytes += length as u64;
            // A small archive may unpack to more than any disk has.
            if self.bytes > self.member.bytes {
                return Err(damaged(format!("it has more than the {} bytes it should have", self.member.bytes)));
            }
            self.hash.update(&self.chunk[..length]);
            return Ok(Some(&self.chunk[..length]));
        }
        if self.bytes != self.member.bytes {
            return Err(damaged(format!("it has {} bytes and should have {}", self.bytes, self.member.bytes)));
        }
        if hex::encode(std::mem::take(&mut self.hash).finalize()) != self.member.sha256 {
            return Err(damaged("its content is not what was written".into()));
        }
        Ok(None)
    }
}

/// The path of a file in an archive.
pub fn file_path(name: &str) -> String {
    format!("files/{}", files::place(name))
}

/// The name of the file at a path of an archive, if it is one.
pub fn file_at(path: &str) -> Option<&str> {
    let name = path.rsplit('/').next()?;
    (files::is_kept_as(name) && path == file_path(name)).then_some(name)
}

/// The path of a table in an archive.
pub fn table_path(name: &str) -> String {
    format!("database/{name}.copy")
}

fn is_place(path: &str) -> bool {
    let table = path.strip_prefix("database/").and_then(|name| name.strip_suffix(".copy"));
    let is_table = table.is_some_and(|name| {
        !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
    });
    path == SQLITE || is_table || file_at(path).is_some()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    const FILE: &str = "files/0f/0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f.png";

    fn manifest(members: &[Member]) -> Manifest {
        Manifest {
            format: FORMAT,
            lyceum: "0.1.0".into(),
            kind: "SQLite".into(),
            made_at: "2026-09-02T09:00:00Z".into(),
            contents: dump::Contents::default(),
            files: 1,
            members: members.to_vec(),
        }
    }

    fn written() -> Vec<u8> {
        let mut writer = Writer::new(Cursor::new(vec![]));
        writer.begin_compressed(SQLITE).unwrap();
        writer.take(&b"many rows"[..]).unwrap();
        writer.end();
        writer.begin_stored(FILE).unwrap();
        writer.add(b"a picture of a lighthouse").unwrap();
        writer.end();
        let said = manifest(&writer.members);
        writer.finish(&said).unwrap().into_inner()
    }

    fn checked(bytes: &[u8]) -> Result<(), Broken> {
        Reader::open(Cursor::new(bytes)).and_then(|mut reader| reader.check())
    }

    #[test]
    fn what_was_written_is_read() {
        checked(&written()).unwrap();
    }

    #[test]
    fn wherever_an_archive_is_cut_off_it_is_not_whole() {
        let whole = written();
        for length in 0..whole.len() {
            assert!(checked(&whole[..length]).is_err(), "{length} bytes of {}", whole.len());
        }
    }

    #[test]
    fn a_damaged_part_is_named() {
        let mut bytes = written();
        let at = bytes.windows(10).position(|found| found == b"lighthouse").unwrap();
        bytes[at] ^= 1;
        let said = checked(&bytes).unwrap_err();
        assert!(matches!(&said, Broken::Member(name, _) if name == FILE), "{said}");
    }

    #[test]
    fn a_part_that_was_exchanged_with_its_checksum_is_found() {
        let mut writer = Writer::new(Cursor::new(vec![]));
        writer.begin_stored(FILE).unwrap();
        writer.add(b"another picture").unwrap();
        writer.end();
        let mut said = manifest(&writer.members);
        said.members[0].sha256 = hex::encode(Sha256::digest(b"a picture"));
        let bytes = writer.finish(&said).unwrap().into_inner();
        assert!(matches!(checked(&bytes), Err(Broken::Member(name, _)) if name == FILE));
    }

    #[test]
    fn an_archive_cannot_name_a_place_outside() {
        for path in ["../lyceum.toml", "files/../../x", "files/0f/passwd", "database/../x.copy", "/etc/passwd", "x"] {
            let mut writer = Writer::new(Cursor::new(vec![]));
            writer.begin_stored(path).unwrap();
            writer.add(b"x").unwrap();
            writer.end();
            let said = manifest(&writer.members);
            let bytes = writer.finish(&said).unwrap().into_inner();
            assert!(matches!(checked(&bytes), Err(Broken::Surplus(_) | Broken::Missing(_))), "{path}");
        }
    }

    #[test]
    fn what_is_missing_is_named() {
        let mut writer = Writer::new(Cursor::new(vec![]));
        writer.begin_stored(SQLITE).unwrap();
        writer.end();
        let mut said = manifest(&writer.members);
        said.members.push(Member { name: FILE.into(), bytes: 1, sha256: String::new() });
        let bytes = writer.finish(&said).unwrap().into_inner();
        assert!(matches!(checked(&bytes), Err(Broken::Missing(name)) if name == FILE));
    }
}
