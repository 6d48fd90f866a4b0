//! Thanks that members say for what others wrote: one kind, once for each thing, and taken back as easily. How many they
//! are is shown to whoever reads the thing; who they are, to whoever wrote it. Nothing is ordered by them, and nobody is
//! told.

mod rules;
mod store;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

pub use self::rules::{may_be_thanked, may_thank, may_thank_for, shows_thanks};
use crate::{
    events::Event,
    ids::{CommentId, ConversationId, MemberId},
    kit::db::{Conn, Tx},
    people::members,
};

/// So many people are named, the latest first; of the rest there is a count.
pub const MOST_NAMED: i64 = 200;

/// What somebody says thanks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Thing {
    /// What a conversation is about: a post, or what began a discussion.
    Subject(ConversationId),
    /// An entry in a conversation.
    Comment(CommentId, ConversationId),
}

impl Thing {
    /// Its number among all things.
    pub const fn number(self) -> i64 {
        match self {
            Self::Subject(conversation) => conversation.0,
            Self::Comment(comment, _) => comment.0,
        }
    }

    /// The comment, if it is one.
    pub const fn comment(self) -> Option<CommentId> {
        match self {
            Self::Subject(_) => None,
            Self::Comment(comment, _) => Some(comment),
        }
    }

    /// The conversation in which it stands, or which is about it.
    pub const fn conversation(self) -> ConversationId {
        match self {
            Self::Subject(conversation) | Self::Comment(_, conversation) => conversation,
        }
    }
}

/// How many people said thanks for one thing.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Thanks {
    /// How many they are.
    pub count: i64,
    /// Whether the reader is one of them.
    pub is_from_reader: bool,
}

/// The thanks for the things of one page of a conversation.
#[derive(Clone, Debug, Default)]
pub struct AllThanks(HashMap<i64, Thanks>);

impl AllThanks {
    /// Those for one of them; none if nobody said any.
    pub fn of(&self, thing: Thing) -> Thanks {
        self.0.get(&thing.number()).copied().unwrap_or_default()
    }
}

/// Somebody who said thanks.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Thanker {
    /// The member.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
    /// The file of their avatar, if they have one of their own.
    pub picture: Option<String>,
}

impl Thanker {
    /// The address of their page.
    pub fn url(&self) -> String {
        members::url(&self.handle)
    }

    /// The address of their avatar.
    pub fn avatar_url(&self) -> String {
        members::avatar_url(self.id, self.picture.as_deref())
    }
}

/// A member says thanks; a second time changes nothing.
pub async fn thank(tx: &mut Tx, member: MemberId, thing: Thing) -> anyhow::Result<()> {
    if store::insert(tx, member, thing).await? {
        tx.emit(Event::Appreciated(thing.conversation()));
        if let Some(writer) = store::writer(tx, thing).await? {
            tx.emit(Event::Contributed(writer));
        }
    }
    Ok(())
}

/// A member takes their thanks back; a second time they are gone already.
pub async fn take_back(tx: &mut Tx, member: MemberId, thing: Thing) -> anyhow::Result<()> {
    if store::delete(tx, member, thing).await? {
        tx.emit(Event::Appreciated(thing.conversation()));
    }
    Ok(())
}

/// The thanks of somebody whose account ends go with it.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    let mut touched: Vec<_> = store::forget_member(tx, member).await?.into_iter().map(|(id,)| id).collect();
    touched.sort_unstable();
    touched.dedup();
    for conversation in touched {
        tx.emit(Event::Appreciated(conversation));
    }
    Ok(())
}

/// The thanks for these entries of a conversation and for what it is about, as a member or somebody else sees them.
pub async fn on_page(
    conn: &mut Conn,
    member: Option<MemberId>,
    conversation: ConversationId,
    comments: &[CommentId],
) -> anyhow::Result<AllThanks> {
    let things: Vec<i64> = comments.iter().map(|comment| comment.0).chain([conversation.0]).collect();
    let rows = store::counts(conn, member.unwrap_or(MemberId(0)), &serde_json::to_string(&things)?).await?;
    let thanks = |(thing, count, own)| (thing, Thanks { count, is_from_reader: own > 0 });
    Ok(AllThanks(rows.into_iter().map(thanks).collect()))
}

/// Who said thanks for a thing, the latest first, up to [`MOST_NAMED`]; for whoever wrote it.
pub async fn people(conn: &mut Conn, thing: Thing) -> anyhow::Result<Vec<Thanker>> {
    Ok(store::people(conn, thing, MOST_NAMED).await?)
}

/// The numbers of all who said thanks for a thing.
pub async fn members_of(conn: &mut Conn, thing: Thing) -> anyhow::Result<Vec<MemberId>> {
    Ok(store::members(conn, thing).await?.into_iter().map(|(id,)| id).collect())
}
