//! Files that several things may use: of modules, of tribes, and those that members put into texts. Each is kept once under the
//! hash of its content and goes when nothing uses it.

mod store;

use bytes::Bytes;

use crate::kit::{
    app::App,
    files::{Arrived, ENDING, Files, kind::Kind},
};

/// Keeps a file that has come. Whoever does so has a day to say what uses it.
pub async fn keep(app: &App, arrived: &Arrived) -> anyhow::Result<()> {
    let kind = Kind::of(&arrived.head).mime;
    let bytes = i64::try_from(arrived.bytes)?;
    // First of all: from now on nobody lets go of it for a day.
    app.db.always(async |tx| Ok(store::keep(tx, &arrived.name, kind, bytes).await?)).await?;
    app.files.adopt(arrived).await
}

/// Keeps these bytes; answers their name. Whoever does so has a day to say what uses them.
pub async fn keep_bytes(app: &App, bytes: Bytes) -> anyhow::Result<String> {
    let kind = Kind::of(&bytes[..bytes.len().min(Kind::HEAD)]).mime;
    let (name, length) = (Files::name(&bytes, ENDING), i64::try_from(bytes.len())?);
    app.db.always(async |tx| Ok(store::keep(tx, &name, kind, length).await?)).await?;
    app.files.keep(bytes, ENDING).await
}

/// Lets go of files that nothing uses, and of what was broken off while it was sent.
pub async fn forget_unused(app: &App) -> anyhow::Result<()> {
    app.files.forget_broken_off().await?;
    let before = app.now().plus_days(-1);
    let unused = store::unused(&mut app.db.read().await?, before).await?;
    for file in unused {
        // Within the change: until it ends, whoever uploads the same file waits, and then brings it anew.
        app.db
            .always(async |tx| {
                if store::forget(tx, &file, before).await? {
                    app.files.forget(&file).await?;
                }
                Ok(())
            })
            .await?;
    }
    Ok(())
}
