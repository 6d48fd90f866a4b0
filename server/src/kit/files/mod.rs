//! Files, named by their content, so that the same picture is kept once and an address never changes its meaning.

use std::{fs::DirBuilder, os::unix::fs::DirBuilderExt, path::Path, sync::Arc};

use anyhow::Context;
use bytes::Bytes;
use object_store::{ObjectStore, ObjectStoreExt, local::LocalFileSystem, path::Path as Key};
use sha2::{Digest, Sha256};

pub mod picture;

/// Where files are kept.
#[derive(Clone)]
pub struct Files(Arc<dyn ObjectStore>);

impl Files {
    /// Files in a folder, which is made when it is missing.
    pub fn in_folder(folder: &Path) -> anyhow::Result<Self> {
        // What few may read lies in it: it is for the one who runs the site alone.
        let made = DirBuilder::new().recursive(true).mode(0o700).create(folder);
        let remedy = "choose another folder with the setting `data`, or give this user the right to write there";
        made.with_context(|| format!("cannot make the folder {}; {remedy}", folder.display()))?;
        Ok(Self(Arc::new(LocalFileSystem::new_with_prefix(folder)?.with_fsync(true))))
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
        match self.0.head(&key(name)).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// Keeps these bytes and answers their name: the hash of the content and an ending.
    pub async fn keep(&self, bytes: Bytes, ending: &str) -> anyhow::Result<String> {
        let name = Self::name(&bytes, ending);
        self.0.put(&key(&name), bytes.into()).await?;
        Ok(name)
    }

    /// The name that these bytes have when they are kept.
    pub fn name(bytes: &Bytes, ending: &str) -> String {
        format!("{}.{ending}", hex::encode(&Sha256::digest(bytes)[..16]))
    }

    /// Lets go of a file.
    pub async fn forget(&self, name: &str) -> anyhow::Result<()> {
        Ok(self.0.delete(&key(name)).await?)
    }

    /// The bytes of this name, if they are here.
    pub async fn get(&self, name: &str) -> anyhow::Result<Option<Bytes>> {
        match self.0.get(&key(name)).await {
            Ok(found) => Ok(Some(found.bytes().await?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

/// Whether this can be the name of a file of ours; nothing else is ever looked up.
pub fn is_name(name: &str) -> bool {
    name.split_once('.').is_some_and(|(hash, ending)| {
        hash.len() == 32
            && hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
            && matches!(ending, "png" | "jpg" | "gif" | "webp")
    })
}

/// Two letters of folder, so that none grows too large.
fn key(name: &str) -> Key {
    Key::from_iter([&name[..name.len().min(2)], name])
}
