//! What members keep for later: posts, comments, discussions, modules. Each member's are theirs alone. Nobody is told,
//! nothing is counted for anybody else, and what they may no longer read is not shown to them either.

mod rules;
mod store;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

pub use self::rules::{may_keep, may_keep_subject};
use crate::{
    events::Event,
    ids::{CommentId, ConversationId, MemberId, Timestamp},
    kit::db::{Conn, Tx},
    people::members,
    talk::{appreciations::Thing, conversations::Subject},
};

/// The things of one page of a conversation that a member keeps.
#[derive(Clone, Debug, Default)]
pub struct KeptThings(HashSet<i64>);

impl KeptThings {
    /// Whether this is one of them.
    pub fn has(&self, thing: Thing) -> bool {
        self.0.contains(&thing.number())
    }
}

/// A place in the list of what somebody keeps: when they kept it, and its number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// When.
    pub at: Timestamp,
    /// The number of the thing.
    pub thing: i64,
}

impl Place {
    /// Where the list begins.
    pub const BEGINNING: Self = Self { at: Timestamp(i64::MAX), thing: i64::MAX };

    /// The word it has in addresses.
    pub fn word(self) -> String {
        format!("{}-{}", self.at.0, self.thing)
    }

    /// The place that this word names, if it names one.
    pub fn of(word: &str) -> Option<Self> {
        let (at, thing) = word.split_once('-')?;
        Some(Self { at: Timestamp(at.parse().ok()?), thing: thing.parse().ok()? })
    }
}

/// Which of the things that somebody keeps.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Which {
    /// All.
    #[default]
    All,
    /// Posts, discussions, modules: what conversations are about.
    Subjects,
    /// Comments.
    Comments,
}

impl Which {
    /// In their order on the page.
    pub const ALL: [Self; 3] = [Self::All, Self::Subjects, Self::Comments];

    /// The word in addresses; empty for all.
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Subjects => "posts",
            Self::Comments => "comments",
        }
    }

    /// Those that this word names; all if it names none.
    pub fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|which| which.word() == word).unwrap_or_default()
    }

    /// The message that names them.
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "kept-all",
            Self::Subjects => "kept-posts",
            Self::Comments => "kept-comments",
        }
    }
}

/// Something that a member keeps, as they may read it now.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Kept {
    thing: i64,
    conversation: ConversationId,
    comment: Option<CommentId>,
    /// When they kept it.
    pub at: Timestamp,
    kind: String,
    /// What it is called, or under what it was said.
    pub title: String,
    /// The BCP 47 tag of its language.
    pub lang: String,
    path: String,
    /// What whoever wrote it is called.
    pub name: String,
    handle: Option<String>,
    /// What the blog, course or tribe is called in which it stands.
    pub place: String,
    html: String,
}

impl Kept {
    /// Where it stands in the list.
    pub const fn place_in_list(&self) -> Place {
        Place { at: self.at, thing: self.thing }
    }

    /// The thing itself.
    pub const fn thing(&self) -> Thing {
        match self.comment {
            Some(comment) => Thing::Comment(comment, self.conversation),
            None => Thing::Subject(self.conversation),
        }
    }

    /// The address at which it is read.
    pub fn url(&self) -> String {
        match self.comment {
            Some(comment) => format!("/comments/{comment}"),
            None => self.path.clone(),
        }
    }

    /// The address of the page of whoever wrote it, if they are a member.
    pub fn writer_url(&self) -> Option<String> {
        self.handle.as_deref().map(members::url)
    }

    /// The message of what it is.
    pub fn kind_key(&self) -> &'static str {
        let is = |subject: Subject| self.kind == subject.word();
        match self.comment {
            Some(_) => "kept-comment",
            None if is(Subject::Module) => "kept-module",
            None if is(Subject::Discussion) => "kept-discussion",
            None if is(Subject::Assignment) => "kept-assignment",
            None => "kept-post",
        }
    }

    /// The beginning of what was said, of a comment.
    pub fn excerpt(&self) -> String {
        markup::excerpt(&self.html, 160)
    }
}

/// A member keeps something; a second time changes nothing.
pub async fn keep(tx: &mut Tx, member: MemberId, thing: Thing) -> anyhow::Result<()> {
    if store::insert(tx, member, thing).await? {
        tx.emit(Event::Bookmarked(member, thing.conversation()));
    }
    Ok(())
}

/// A member takes something out of what they keep, whether or not they may still read it.
pub async fn take_out(tx: &mut Tx, member: MemberId, thing: i64) -> anyhow::Result<()> {
    if let Some(conversation) = store::delete(tx, member, thing).await? {
        tx.emit(Event::Bookmarked(member, conversation));
    }
    Ok(())
}

/// A member takes out whatever they may no longer read.
pub async fn take_out_unreadable(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::delete_unreadable(tx, member).await?)
}

/// What somebody kept whose account ends goes with it.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_member(tx, member).await?)
}

/// Which of these entries of a conversation, and whether what it is about, this member keeps.
pub async fn on_page(
    conn: &mut Conn,
    member: Option<MemberId>,
    conversation: ConversationId,
    comments: &[CommentId],
) -> anyhow::Result<KeptThings> {
    let Some(member) = member else { return Ok(KeptThings::default()) };
    let things: Vec<i64> = comments.iter().map(|comment| comment.0).chain([conversation.0]).collect();
    let rows = store::among(conn, member, &serde_json::to_string(&things)?).await?;
    Ok(KeptThings(rows.into_iter().map(|(thing,)| thing).collect()))
}

/// The numbers of all who keep a thing, so that nobody else is shown a page that is theirs.
pub async fn members_of(conn: &mut Conn, thing: Thing) -> anyhow::Result<Vec<MemberId>> {
    Ok(store::members(conn, thing).await?.into_iter().map(|(id,)| id).collect())
}

/// What a member keeps and may read now, the latest kept first, after a place.
pub async fn list(
    conn: &mut Conn,
    reader: MemberId,
    which: Which,
    after: Place,
    limit: i64,
) -> anyhow::Result<Vec<Kept>> {
    Ok(store::list(conn, reader, which, after, limit).await?)
}

/// How much a member keeps that they may read now, and how much that they may not, or that is gone.
pub async fn counts(conn: &mut Conn, reader: MemberId) -> anyhow::Result<(i64, i64)> {
    let (all, readable) = store::counts(conn, reader).await?;
    Ok((readable, all - readable))
}
