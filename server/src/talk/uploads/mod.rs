//! What members put into texts: pictures, made anew in several sizes, and other files. Each is its owner's alone until it stands
//! in something; then whoever may read that may have it.

pub mod rules;
mod store;
#[cfg(test)]
mod tests;

use bytes::Bytes;

use crate::{
    ids::{ConversationId, MemberId, Timestamp, UploadId},
    kit::{
        app::{App, run_blocking},
        db::{Conn, Tx},
        files::{
            addresses::{Address, named_in},
            kind::Kind,
            picture::{self, ForText},
        },
    },
    talk::kept_files,
};

/// So many stand on a page.
pub const PAGE: usize = 24;
/// The same, uploaded twice within so many minutes, is one: somebody pressed twice, or an answer was lost.
const SAME_MINUTES: i64 = 10;

/// A picture or a file.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Upload {
    /// Its number.
    pub id: UploadId,
    kind: String,
    /// All that is kept of it, in bytes.
    pub bytes: i64,
    /// What whoever uploaded it called it.
    pub name: String,
    /// What a picture shows, in words; empty if nobody said it.
    pub alt: String,
    /// Whether a picture moves.
    moves: bool,
    width: Option<i64>,
    height: Option<i64>,
    /// When it was uploaded.
    pub created_at: Timestamp,
}

impl Upload {
    /// What kind of file it is.
    pub fn kind(&self) -> &'static Kind {
        Kind::named(&self.kind)
    }

    /// The width and height of a picture, in pixels.
    pub fn size(&self) -> Option<(u32, u32)> {
        Some((self.width?.try_into().ok()?, self.height?.try_into().ok()?))
    }

    /// Its address.
    pub fn address(&self) -> Address<'_> {
        let ending = match self.kind.as_str() {
            _ if self.moves => "gif",
            "image/png" if self.width.is_some() => "png",
            "image/jpeg" if self.width.is_some() => "jpg",
            _ => rules::ending(&self.name, self.kind()),
        };
        Address::new(self.id, self.size(), ending)
    }
}

/// The file behind an address.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Behind {
    /// The name it is kept under.
    pub file: String,
    kind: String,
    /// How long it is, in bytes.
    pub bytes: i64,
    /// What whoever uploaded it called it.
    pub name: String,
}

impl Behind {
    /// What kind of file it is.
    pub fn kind(&self) -> &'static Kind {
        Kind::named(&self.kind)
    }
}

/// Where something stands.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Use {
    /// What stands there.
    pub upload: UploadId,
    /// What it stands in.
    pub conversation: ConversationId,
    /// The word of the kind of thing that is.
    pub kind: String,
    /// Its title, if whoever asks may read it.
    pub title: String,
    /// The address of that; empty while it has none, or none that they may know.
    pub path: String,
    /// The tag of its language.
    pub lang: String,
    /// 1 if whoever asks may read it.
    readable: i64,
}

impl Use {
    /// Whether whoever asks may read what it stands in.
    pub const fn is_readable(&self) -> bool {
        self.readable != 0
    }

    /// Where that is: a draft is where it is written.
    pub fn url(&self) -> Option<String> {
        match (self.path.as_str(), self.kind.as_str()) {
            _ if !self.is_readable() => None,
            ("", "post") => Some(format!("/me/posts/{}/", self.conversation)),
            ("", _) => None,
            (path, _) => Some(path.into()),
        }
    }
}

/// What comes with a file.
pub struct Sent {
    /// What it is called.
    pub name: String,
    /// What it shows, in words.
    pub alt: String,
    /// What is in it.
    pub bytes: Vec<u8>,
    /// Whether it is to be a picture.
    pub is_picture: bool,
}

/// Keeps what a member uploads; or answers the message that says why not.
pub async fn take(app: &App, owner: MemberId, sent: Sent) -> anyhow::Result<Result<UploadId, &'static str>> {
    let most = i64::try_from(app.settings.member_bytes)?;
    let used = store::taken(&mut app.db.read().await?, owner).await?.1;
    // Whoever has no room left has nothing made and kept for nothing.
    if used >= most {
        return Ok(Err("upload-full"));
    }
    let Sent { name, alt, bytes, is_picture } = sent;
    let kept = match make(app, bytes, is_picture).await? {
        Ok(kept) => kept,
        Err(no) => return Ok(Err(no)),
    };
    app.db
        .change(async |tx| {
            // Two at once are counted one after the other.
            store::hold(tx, owner).await?;
            let lately = tx.now.plus_minutes(-SAME_MINUTES);
            if let Some(same) = store::same(tx, owner, &kept.file, &name, lately).await? {
                return Ok(Ok(same));
            }
            let id = add(tx, owner, &kept, &name, &alt).await?;
            if store::taken(tx, owner).await?.1 > most {
                return Ok(Err("upload-full"));
            }
            Ok(Ok(id))
        })
        .await
}

/// Makes of these bytes what is kept of them; whoever does so has a day to say whose it is. Or answers the message that says
/// why it cannot be.
pub async fn make(app: &App, bytes: Vec<u8>, is_picture: bool) -> anyhow::Result<Result<Kept, &'static str>> {
    let kind = Kind::of(&bytes[..bytes.len().min(Kind::HEAD)]);
    if !is_picture && !matches!(kind.name, "PNG" | "JPEG" | "GIF" | "WebP") {
        return Ok(Ok(keep_file(app, bytes.into()).await?));
    }
    let made = run_blocking(&app.image_permits, move || picture::for_text(&bytes)).await?;
    Ok(match made {
        Ok(made) => Ok(keep_picture(app, made).await?),
        Err(no) => Err(picture::key(no)),
    })
}

/// Says whose it is.
pub async fn add(tx: &mut Tx, owner: MemberId, kept: &Kept, name: &str, alt: &str) -> anyhow::Result<UploadId> {
    let id = UploadId(tx.new_id());
    store::insert(tx, id, owner, kept, name, alt).await?;
    Ok(id)
}

/// What is kept of an upload.
pub struct Kept {
    file: String,
    moving: Option<String>,
    size: Option<(u32, u32)>,
    /// Other widths with their files, as JSON.
    smaller: String,
    bytes: i64,
}

async fn keep_file(app: &App, bytes: Bytes) -> anyhow::Result<Kept> {
    let length = i64::try_from(bytes.len())?;
    let file = kept_files::keep_bytes(app, bytes).await?;
    Ok(Kept { file, moving: None, size: None, smaller: "[]".into(), bytes: length })
}

async fn keep_picture(app: &App, made: ForText) -> anyhow::Result<Kept> {
    let ForText { largest, smaller, moving } = made;
    let parts = smaller.iter().map(|one| &one.bytes).chain([&largest.bytes]).chain(&moving);
    let bytes = i64::try_from(parts.map(Bytes::len).sum::<usize>())?;
    let mut widths = vec![];
    for one in smaller {
        widths.push((one.width, kept_files::keep_bytes(app, one.bytes).await?));
    }
    let moving = match moving {
        Some(moving) => Some(kept_files::keep_bytes(app, moving).await?),
        None => None,
    };
    let size = Some((largest.width, largest.height));
    let file = kept_files::keep_bytes(app, largest.bytes).await?;
    Ok(Kept { file, moving, size, smaller: serde_json::to_string(&widths)?, bytes })
}

/// What a member uploaded, the latest first: after one of them, one more than a page holds if there are more.
pub async fn page(conn: &mut Conn, owner: MemberId, after: Option<UploadId>) -> anyhow::Result<Vec<Upload>> {
    Ok(store::page(conn, owner, after.unwrap_or(UploadId(i64::MAX)), i64::try_from(PAGE)? + 1).await?)
}

/// One of a member's own.
pub async fn own(conn: &mut Conn, owner: MemberId, id: UploadId) -> anyhow::Result<Option<Upload>> {
    Ok(store::own(conn, owner, id).await?)
}

/// How many a member has, and how many bytes they take.
pub async fn taken(conn: &mut Conn, owner: MemberId) -> anyhow::Result<(i64, i64)> {
    Ok(store::taken(conn, owner).await?)
}

/// Where these stand, as far as a reader may know.
pub async fn uses(conn: &mut Conn, reader: MemberId, uploads: &[Upload]) -> anyhow::Result<Vec<Use>> {
    let ids: Vec<i64> = uploads.iter().map(|upload| upload.id.0).collect();
    Ok(store::uses(conn, reader, &serde_json::to_string(&ids)?).await?)
}

/// The file behind an address, for its owner and for whoever may read something in which it stands.
pub async fn for_reader(
    conn: &mut Conn,
    reader: Option<MemberId>,
    address: Address<'_>,
) -> anyhow::Result<Option<Behind>> {
    let reader = reader.unwrap_or(MemberId(0));
    Ok(match address.width {
        Some(width) => store::size_for_reader(conn, reader, address.id, i64::from(width)).await?,
        None => store::for_reader(conn, reader, address.id).await?,
    })
}

/// Says otherwise what a picture shows; answers whether it is there.
pub async fn describe(tx: &mut Tx, owner: MemberId, id: UploadId, alt: &str) -> anyhow::Result<bool> {
    Ok(store::describe(tx, owner, id, alt).await?)
}

/// Deletes what stands nowhere; answers whether that was so.
pub async fn remove(tx: &mut Tx, owner: MemberId, id: UploadId) -> anyhow::Result<bool> {
    Ok(store::remove(tx, owner, id).await?)
}

/// Deletes all of a member's that stands nowhere.
pub async fn remove_unused_of(tx: &mut Tx, owner: MemberId) -> anyhow::Result<()> {
    Ok(store::remove_unused_of(tx, owner).await?)
}

/// What stands in one thing stands in its copy as well.
pub async fn copy_uses(tx: &mut Tx, from: ConversationId, to: ConversationId) -> anyhow::Result<()> {
    Ok(store::copy_uses(tx, from, to).await?)
}

/// Notes what stands in a text that somebody wrote. Only what is their own is opened to its readers by it; what stood there
/// before, by another hand, stays open.
pub async fn note_uses(tx: &mut Tx, writer: MemberId, conversation: ConversationId, text: &str) -> anyhow::Result<()> {
    let named: Vec<i64> = named_in(text).into_iter().map(|id| id.0).collect();
    Ok(store::note_uses(tx, writer, conversation, &serde_json::to_string(&named)?, named.is_empty()).await?)
}
