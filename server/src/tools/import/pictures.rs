//! Pictures of the old site: from a folder or fetched, made anew, and kept under an address of ours.

use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

use anyhow::{Context, ensure};
use bytes::Bytes;
use url::Url;

use super::rules::Upload;
use crate::kit::{
    app::{App, run_blocking},
    files::{
        Files,
        picture::{Refused, illustration},
    },
    web::fetch,
};

/// No picture file is larger, in bytes.
const LARGEST: usize = 50 * 1024 * 1024;
/// So many addresses are remembered, so that memory stays small.
const REMEMBERED: u64 = 20_000;

/// Where pictures come from.
pub struct Pictures {
    folder: Option<PathBuf>,
    web: Option<fetch::Client>,
    known: moka::sync::Cache<String, Option<String>>,
    /// Names of files that were not here before this import.
    new: HashSet<String>,
    /// How many were taken over that were not here before.
    pub taken: u64,
}

impl Pictures {
    /// Pictures from this folder, and those that are not there from the web if that is wished.
    pub fn from(folder: Option<&Path>, web: Option<fetch::Client>) -> anyhow::Result<Self> {
        let folder = folder.map(|folder| {
            let found = folder.canonicalize();
            let found = found.with_context(|| format!("cannot find the folder of uploads {}", folder.display()))?;
            let remedy = "give the old site's wp-content/uploads";
            ensure!(found.is_dir(), "--uploads names {}, which is no folder: {remedy}", folder.display());
            Ok(found)
        });
        let known = moka::sync::Cache::new(REMEMBERED);
        Ok(Self { folder: folder.transpose()?, web, known, new: HashSet::new(), taken: 0 })
    }

    /// Whether there is anywhere to take pictures from.
    pub const fn is_anywhere(&self) -> bool {
        self.folder.is_some() || self.web.is_some()
    }

    /// The new address of a picture; or why it has none. One that was asked for before is not told of again.
    pub async fn bring(&mut self, app: &App, upload: &Upload) -> anyhow::Result<Result<Option<String>, String>> {
        if let Some(known) = self.known.get(&upload.address) {
            return Ok(Ok(known));
        }
        let brought = self.take(app, upload).await?;
        let brought = brought.map(|name| {
            self.taken += u64::from(self.new.remove(&name));
            format!("/files/{name}")
        });
        self.known.insert(upload.address.clone(), brought.as_ref().ok().cloned());
        Ok(brought.map(Some))
    }

    /// The name under which the picture is kept.
    async fn take(&mut self, app: &App, upload: &Upload) -> anyhow::Result<Result<String, String>> {
        let bytes = match self.bytes(upload).await {
            Ok(bytes) => bytes,
            Err(why) => return Ok(Err(why)),
        };
        let (bytes, ending) = match run_blocking(&app.image_permits, move || illustration(&bytes)).await? {
            Ok(picture) => picture,
            Err(Refused::NotAPicture | Refused::Heif) => {
                return Ok(Err("the file is no picture that can be shown".into()));
            }
            Err(Refused::Damaged) => return Ok(Err("the picture is damaged or not whole".into())),
            Err(Refused::TooLarge | Refused::TooLong) => return Ok(Err("the picture has too many pixels".into())),
        };
        let name = Files::name(&bytes, ending);
        if !app.files.has(&name).await? {
            app.files.keep(bytes, ending).await?;
            self.new.insert(name.clone());
        }
        Ok(Ok(name))
    }

    async fn bytes(&self, upload: &Upload) -> Result<Bytes, String> {
        let found = self.folder.as_deref().and_then(|folder| find(folder, upload));
        if let Some(file) = found {
            let facts = tokio::fs::metadata(&file).await.map_err(|error| error.to_string())?;
            if facts.len() > LARGEST as u64 {
                return Err("the file is larger than 50 MB".into());
            }
            return tokio::fs::read(&file).await.map(Bytes::from).map_err(|error| error.to_string());
        }
        let (Some(web), Ok(address)) = (&self.web, Url::parse(&upload.address)) else {
            return Err("the file is not in the folder of uploads".into());
        };
        web.get(&address, LARGEST).await.map_err(|why| why.to_string())
    }
}

/// The file of an upload. Whatever its address says, and whatever links lie in the folder, it is within the folder.
fn find(folder: &Path, upload: &Upload) -> Option<PathBuf> {
    let mut files = upload.places().into_iter().filter_map(|place| folder.join(place).canonicalize().ok());
    files.find(|file| file.starts_with(folder) && file.is_file())
}
