//! Files of what a module consists of: documents, recordings and videos, with captions in several languages.

pub mod rules;
mod store;

pub use captions::{Paragraph, Wrong, clock};

use crate::{
    events::Event,
    ids::{CircleId, ConversationId, RowId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
        files::{Arrived, kind::Kind, names},
    },
    talk::kept_files,
};

/// The file of an item.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Medium {
    /// The item it belongs to.
    pub item: RowId,
    /// The name it is kept under.
    pub file: String,
    kind: String,
    /// How long it is, in bytes.
    pub bytes: i64,
    /// What whoever uploaded it called it.
    pub name: String,
    /// When it was uploaded.
    pub added_at: Timestamp,
}

impl Medium {
    /// What kind of file it is.
    pub fn kind(&self) -> &'static Kind {
        Kind::named(&self.kind)
    }

    /// How long it is, in the unit that people would say: the number, and the key of the message.
    pub fn size(&self) -> (i64, &'static str) {
        names::size(self.bytes)
    }
}

/// Captions in one language.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Caption {
    /// The item they belong to.
    pub item: RowId,
    /// Their language, as a tag.
    pub lang: String,
    /// When they were uploaded.
    pub added_at: Timestamp,
    /// The captions themselves (WebVTT).
    pub vtt: String,
}

impl Caption {
    /// What is said, to be read.
    pub fn transcript(&self) -> Vec<Paragraph> {
        captions::read(self.vtt.as_bytes()).map(|captions| captions.transcript()).unwrap_or_default()
    }
}

/// Why captions were not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum No {
    /// There is nothing to caption.
    NoRecording,
    /// There are captions in so many languages already.
    TooMany,
}

/// The files of a module's items.
pub async fn of_module(conn: &mut Conn, module: ConversationId) -> anyhow::Result<Vec<Medium>> {
    Ok(store::of_module(conn, module).await?)
}

/// The file of an item of a module.
pub async fn of_item(conn: &mut Conn, module: ConversationId, item: RowId) -> anyhow::Result<Option<Medium>> {
    Ok(store::of_item(conn, module, item).await?)
}

/// The captions of a module's items, by item and language.
pub async fn captions_of_module(conn: &mut Conn, module: ConversationId) -> anyhow::Result<Vec<Caption>> {
    Ok(store::captions_of_module(conn, module).await?)
}

/// The captions of an item of a module in a language.
pub async fn caption(
    conn: &mut Conn,
    module: ConversationId,
    item: RowId,
    lang: &str,
) -> anyhow::Result<Option<Caption>> {
    Ok(store::caption(conn, module, item, lang).await?)
}

/// Keeps a file that has come as that of an item, in place of the one it had; answers whether the item is there. Captions
/// stay: who replaces a recording by a better one need not write them again.
pub async fn attach(
    app: &App,
    course: CircleId,
    module: ConversationId,
    item: RowId,
    arrived: &Arrived,
    name: &str,
) -> anyhow::Result<bool> {
    kept_files::keep(app, arrived).await?;
    app.db
        .always(async |tx| {
            tx.emit(Event::CourseChanged(course));
            Ok(store::attach(tx, module, item, &arrived.name, name).await?)
        })
        .await
}

/// Takes the file of an item away, and its captions.
pub async fn detach(tx: &mut Tx, course: CircleId, module: ConversationId, item: RowId) -> anyhow::Result<()> {
    tx.emit(Event::CourseChanged(course));
    Ok(store::detach(tx, module, item).await?)
}

/// Reads captions, and writes them safely (WebVTT).
///
/// # Errors
/// Where they are wrong, and what is.
pub fn checked(uploaded: &[u8]) -> Result<String, Wrong> {
    captions::read(uploaded).map(|captions| captions.to_vtt())
}

/// Keeps captions of an item in a language, in place of those it had.
pub async fn caption_with(
    tx: &mut Tx,
    course: CircleId,
    medium: &Medium,
    lang: &str,
    vtt: &str,
) -> anyhow::Result<Result<(), No>> {
    if !medium.kind().plays() {
        return Ok(Err(No::NoRecording));
    }
    store::put_caption(tx, medium.item, lang, vtt).await?;
    if store::count_captions(tx, medium.item).await? > rules::MOST_LANGUAGES {
        return Ok(Err(No::TooMany));
    }
    tx.emit(Event::CourseChanged(course));
    Ok(Ok(()))
}

/// Takes the captions of an item in a language away.
pub async fn remove_caption(
    tx: &mut Tx,
    course: CircleId,
    module: ConversationId,
    item: RowId,
    lang: &str,
) -> anyhow::Result<()> {
    tx.emit(Event::CourseChanged(course));
    Ok(store::remove_caption(tx, module, item, lang).await?)
}

/// Gives copies of items the files and captions of those they were made of: pairs of old and new numbers, as JSON.
pub async fn copy(tx: &mut Tx, pairs: &str) -> anyhow::Result<()> {
    Ok(store::copy(tx, pairs).await?)
}
