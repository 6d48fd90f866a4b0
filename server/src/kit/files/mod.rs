//! Files, named by their content, so that the same picture is kept once and an address never changes its meaning.

use std::{
    fs::DirBuilder,
    io::ErrorKind,
    ops::Range,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
    sync::Arc,
    time::{Duration, SystemTime},
};

use anyhow::Context;
use bytes::{Bytes, BytesMut};
use futures_util::{
    StreamExt,
    stream::{self, BoxStream},
};
use object_store::{
    GetOptions, MultipartUpload, ObjectStore, ObjectStoreExt, local::LocalFileSystem, path::Path as Key,
};
use sha2::{Digest, Sha256};

pub mod addresses;
pub mod kind;
pub mod names;
pub mod picture;

/// Where files lie that are being sent.
const INCOMING: &str = "incoming";
/// So many bytes of them are written at once.
const PART: usize = 1024 * 1024;
/// What is sent never takes longer: what lies there after this was broken off.
const LONGEST_SENDING: Duration = Duration::from_hours(24);
/// The ending of those that nothing but their content says the kind of.
pub const ENDING: &str = "kept";

/// Where files are kept.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    folder: PathBuf,
}

/// A file that is being sent; it is gone when this is dropped.
pub struct Incoming {
    upload: Box<dyn MultipartUpload>,
    at: Key,
    hash: Sha256,
    head: Vec<u8>,
    part: BytesMut,
    bytes: u64,
}

/// A file that has come and is not yet kept.
pub struct Arrived {
    at: Key,
    /// The name that it is kept under: the hash of its content and an ending.
    pub name: String,
    /// The beginning of it.
    pub head: Vec<u8>,
    /// How long it is.
    pub bytes: u64,
}

impl Incoming {
    /// The next of what is sent.
    pub async fn add(&mut self, bytes: &[u8]) -> anyhow::Result<()> {
        self.hash.update(bytes);
        let missing = kind::Kind::HEAD - self.head.len();
        self.head.extend_from_slice(&bytes[..bytes.len().min(missing)]);
        self.bytes += bytes.len() as u64;
        self.part.extend_from_slice(bytes);
        if self.part.len() >= PART {
            self.upload.put_part(self.part.split().freeze().into()).await?;
        }
        Ok(())
    }

    /// So many bytes have come so far.
    pub const fn bytes(&self) -> u64 {
        self.bytes
    }

    /// That was all of it.
    pub async fn done(mut self) -> anyhow::Result<Arrived> {
        if !self.part.is_empty() {
            self.upload.put_part(self.part.freeze().into()).await?;
        }
        self.upload.complete().await?;
        let name = format!("{}.{ENDING}", hex::encode(&self.hash.finalize()[..16]));
        Ok(Arrived { at: self.at, name, head: self.head, bytes: self.bytes })
    }
}

impl Files {
    /// Files in a folder, which is made when it is missing.
    pub fn in_folder(folder: &Path) -> anyhow::Result<Self> {
        // What few may read lies in it: it is for the one who runs the site alone.
        let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
        let remedy = "choose another folder with the setting `data`, or give this user the right to write there";
        made.with_context(|| format!("cannot make the folder {}; {remedy}", folder.display()))?;
        let store = Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true));
        Ok(Self { store, folder: folder.to_owned() })
    }

    /// Keeps something that was never here and lets go of it: an error says why nothing could be kept.
    pub async fn try_out(&self) -> anyhow::Result<()> {
        let bytes = Bytes::copy_from_slice(&rand::random::<[u8; 16]>());
        let name = self.keep(bytes.clone(), "png").await?;
        let back = self.get(&name).await?;
        self.forget(&name).await?;
        anyhow::ensure!(back == Some(bytes), "what was kept is not what came back");
        Ok(())
    }

    /// Whether a file of this name is here.
    pub async fn has(&self, name: &str) -> anyhow::Result<bool> {
        match self.store.head(&key(name)).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Keeps these bytes and answers their name: the hash of the content and an ending.
    pub async fn keep(&self, bytes: Bytes, ending: &str) -> anyhow::Result<String> {
        let name = Self::name(&bytes, ending);
        // By way of what is being sent: whatever is broken off lies there, and goes in time.
        let at = incoming();
        self.store.put(&at, bytes.into()).await?;
        self.store.rename(&at, &key(&name)).await?;
        Ok(name)
    }

    /// The name that these bytes have when they are kept.
    pub fn name(bytes: &Bytes, ending: &str) -> String {
        format!("{}.{ending}", hex::encode(&Sha256::digest(bytes)[..16]))
    }

    /// Begins to take in a file of any length, without keeping it in memory.
    pub async fn begin(&self) -> anyhow::Result<Incoming> {
        let at = incoming();
        let upload = self.store.put_multipart(&at).await?;
        Ok(Incoming { upload, at, hash: Sha256::new(), head: vec![], part: BytesMut::new(), bytes: 0 })
    }

    /// Keeps what has come, under its name.
    pub async fn adopt(&self, arrived: &Arrived) -> anyhow::Result<()> {
        Ok(self.store.rename(&arrived.at, &key(&arrived.name)).await?)
    }

    /// Lets go of what was sent and never kept, because a server ended in the midst of it.
    pub async fn forget_broken_off(&self) -> anyhow::Result<()> {
        let folder = self.folder.join(INCOMING);
        let mut entries = match tokio::fs::read_dir(&folder).await {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(error.into()),
        };
        while let Some(entry) = entries.next_entry().await? {
            let since = entry.metadata().await.and_then(|about| about.modified());
            let is_old = since.is_ok_and(|since| SystemTime::now() > since + LONGEST_SENDING);
            if is_old && let Err(error) = tokio::fs::remove_file(entry.path()).await {
                tracing::warn!(file = %entry.path().display(), %error, "a file that was broken off cannot be deleted");
            }
        }
        Ok(())
    }

    /// A part of a file, bit by bit, if it is here.
    pub async fn part(
        &self,
        name: &str,
        part: Range<u64>,
    ) -> anyhow::Result<Option<BoxStream<'static, object_store::Result<Bytes>>>> {
        if part.is_empty() {
            return Ok(self.has(name).await?.then(|| stream::empty().boxed()));
        }
        let options = GetOptions { range: Some(part.into()), ..GetOptions::default() };
        match self.store.get_opts(&key(name), options).await {
            Ok(found) => Ok(Some(found.into_stream())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The names of all files that are kept, in their order.
    pub async fn names(&self) -> anyhow::Result<Vec<String>> {
        let mut found = self.store.list(None);
        let mut names = vec![];
        while let Some(about) = found.next().await {
            let at = about?.location;
            let is_on_its_way = at.prefix_matches(&Key::from(INCOMING));
            if let Some(name) = at.filename().filter(|name| !is_on_its_way && is_kept_as(name)) {
                names.push(name.to_owned());
            }
        }
        names.sort_unstable();
        Ok(names)
    }

    /// The whole of a file bit by bit, if it is here.
    pub async fn whole(&self, name: &str) -> anyhow::Result<Option<BoxStream<'static, object_store::Result<Bytes>>>> {
        match self.store.get(&key(name)).await {
            Ok(found) => Ok(Some(found.into_stream())),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// Lets go of a file, if it is here.
    pub async fn forget(&self, name: &str) -> anyhow::Result<()> {
        match self.store.delete(&key(name)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(error.into()),
        }
    }

    /// The bytes of this name, if they are here.
    pub async fn get(&self, name: &str) -> anyhow::Result<Option<Bytes>> {
        match self.store.get(&key(name)).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

/// Whether a file could be kept under this name: 16 bytes of the hash of its content, and an ending.
pub fn is_kept_as(name: &str) -> bool {
    name.split_once('.').is_some_and(|(hash, ending)| {
        hash.len() == 32
            && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            && (1..=10).contains(&ending.len())
            && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    })
}

/// Where a file lies below the folder of all files.
pub fn place(name: &str) -> String {
    key(name).to_string()
}

/// Whether this can be the name of a file of ours; nothing else is ever looked up.
pub fn is_name(name: &str) -> bool {
    name.split_once('.').is_some_and(|(hash, ending)| {
        hash.len() == 32
            && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            && matches!(ending, "png" | "jpg" | "gif" | "webp")
    })
}

/// A place for something that is being sent.
fn incoming() -> Key {
    Key::from_iter([INCOMING, &hex::encode(rand::random::<[u8; 16]>())])
}

/// Two letters of folder, so that none grows too large.
fn key(name: &str) -> Key {
    Key::from_iter([&name[..name.len().min(2)], name])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::error::has_no_room;

    async fn arrived(files: &Files, parts: &[&[u8]]) -> Arrived {
        let mut incoming = files.begin().await.unwrap();
        for part in parts {
            incoming.add(part).await.unwrap();
        }
        incoming.done().await.unwrap()
    }

    async fn read(files: &Files, name: &str, part: Range<u64>) -> Option<Vec<u8>> {
        let mut stream = files.part(name, part).await.unwrap()?;
        let mut read = vec![];
        while let Some(bytes) = stream.next().await {
            read.extend_from_slice(&bytes.unwrap());
        }
        Some(read)
    }

    #[tokio::test]
    async fn what_is_sent_in_parts_is_kept_whole_and_read_in_parts() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path()).unwrap();
        let long = vec![7; 3 * PART + 5];
        let one = arrived(&files, &[b"begin", &long, b"end"]).await;
        assert_eq!(
            (one.bytes, one.head.len(), &one.head[..5]),
            (long.len() as u64 + 8, kind::Kind::HEAD, &b"begin"[..])
        );
        assert!(!files.has(&one.name).await.unwrap());
        files.adopt(&one).await.unwrap();
        let (length, name) = (one.bytes, one.name.as_str());
        assert_eq!(read(&files, name, length - 4..length).await.unwrap(), b"\x07end");
        assert_eq!(read(&files, name, 3..6).await.unwrap(), b"in\x07");
        assert_eq!(read(&files, name, 0..length).await.unwrap().len() as u64, length);
        // The same once more is the same file.
        let again = arrived(&files, &[b"begin", &long, b"end"]).await;
        files.adopt(&again).await.unwrap();
        assert_eq!(again.name, one.name);
        files.forget(name).await.unwrap();
        files.forget(name).await.unwrap();
        assert!(read(&files, name, 0..1).await.is_none() && read(&files, name, 0..0).await.is_none());
        let empty = arrived(&files, &[]).await;
        files.adopt(&empty).await.unwrap();
        assert_eq!(read(&files, &empty.name, 0..0).await.unwrap(), b"");
    }

    #[tokio::test]
    async fn where_nothing_can_be_written_that_is_what_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path()).unwrap();
        std::fs::write(folder.path().join(INCOMING), b"no folder").unwrap();
        let no = files.keep(Bytes::from_static(b"x"), "png").await.unwrap_err();
        assert!(has_no_room(&no), "{no:?}");
        assert!(!has_no_room(&anyhow::anyhow!("something else")));
        assert!(!files.has(&Files::name(&Bytes::from_static(b"x"), "png")).await.unwrap());
    }

    #[tokio::test]
    async fn what_was_broken_off_long_ago_goes_and_what_is_being_sent_stays() {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::in_folder(folder.path()).unwrap();
        files.forget_broken_off().await.unwrap();
        let under_way = arrived(&files, &[b"new"]).await;
        let old = folder.path().join(INCOMING).join("0123#1");
        std::fs::write(&old, b"old").unwrap();
        let long_ago = SystemTime::now() - 2 * LONGEST_SENDING;
        std::fs::File::options().write(true).open(&old).unwrap().set_modified(long_ago).unwrap();
        files.forget_broken_off().await.unwrap();
        assert!(!old.exists());
        files.adopt(&under_way).await.unwrap();
        assert!(files.has(&under_way.name).await.unwrap());
    }
}
