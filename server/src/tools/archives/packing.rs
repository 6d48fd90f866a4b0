//! Packing: a thread of its own writes the archive, so that nobody waits for a disk who answers people.

use std::{
    fs::OpenOptions,
    io::{self, BufWriter, Write},
    os::unix::fs::OpenOptionsExt,
    path::PathBuf,
};

use anyhow::anyhow;
use tokio::{sync::mpsc, task::JoinHandle};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// So many pieces wait to be written at most.
const WAITING: usize = 16;

enum Piece {
    /// A file of this name begins; what is small already is not made smaller.
    Begin(String, CompressionMethod),
    Bytes(Vec<u8>),
}

/// An archive that is being written.
pub struct Packer {
    to: mpsc::Sender<Piece>,
    thread: Option<JoinHandle<anyhow::Result<u64>>>,
}

impl Packer {
    /// Begins an archive at this path, in place of what may be there.
    pub fn begin(path: PathBuf) -> Self {
        let (to, from) = mpsc::channel(WAITING);
        Self { to, thread: Some(tokio::task::spawn_blocking(move || write(path, from))) }
    }

    /// A whole file.
    pub async fn file(&mut self, name: &str, bytes: impl Into<Vec<u8>>) -> anyhow::Result<()> {
        self.open(name).await?;
        self.add(bytes.into()).await
    }

    /// Begins a file.
    pub async fn open(&mut self, name: &str) -> anyhow::Result<()> {
        self.send(Piece::Begin(name.to_owned(), CompressionMethod::Deflated)).await
    }

    /// Begins a file that does not grow smaller: a picture.
    pub async fn open_stored(&mut self, name: &str) -> anyhow::Result<()> {
        self.send(Piece::Begin(name.to_owned(), CompressionMethod::Stored)).await
    }

    /// The next of the file that was begun last.
    pub async fn add(&mut self, bytes: Vec<u8>) -> anyhow::Result<()> {
        self.send(Piece::Bytes(bytes)).await
    }

    async fn send(&mut self, piece: Piece) -> anyhow::Result<()> {
        if self.to.send(piece).await.is_ok() {
            return Ok(());
        }
        // Whoever writes has ended early, and knows why.
        match self.thread.take() {
            Some(thread) => Err(thread.await?.err().unwrap_or_else(|| anyhow!("the archive ended early"))),
            None => Err(anyhow!("the archive ended early")),
        }
    }

    /// That was all; answers how large it is.
    pub async fn finish(mut self) -> anyhow::Result<u64> {
        let thread = self.thread.take().ok_or_else(|| anyhow!("the archive ended early"))?;
        drop(self.to);
        thread.await?
    }
}

fn write(path: PathBuf, mut from: mpsc::Receiver<Piece>) -> anyhow::Result<u64> {
    let file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    let mut zip = ZipWriter::new(BufWriter::new(file));
    while let Some(piece) = from.blocking_recv() {
        match piece {
            Piece::Begin(name, method) => {
                let options = SimpleFileOptions::default().compression_method(method).large_file(true);
                zip.start_file(name, options.unix_permissions(0o644))?;
            }
            Piece::Bytes(bytes) => zip.write_all(&bytes)?,
        }
    }
    let mut out = zip.finish()?;
    out.flush()?;
    let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
    file.sync_all()?;
    Ok(file.metadata()?.len())
}
