//! Leaving: an account ends some weeks after its member asked for it, unless they sign in before.

mod store;

use std::str::FromStr;

use crate::{
    ids::{MemberId, Timestamp},
    kit::db::{Conn, Tx},
    people::members::{self, Member},
};

/// For so long whoever left may come back, in days.
pub const DAYS: i64 = 30;

/// What becomes of what somebody wrote whose account ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Words {
    /// It stays as it is, under their name.
    Keep,
    /// It stays, under a name that says nothing.
    Stay,
    /// It goes, and posts go with everything that was said under them.
    Go,
}

impl Words {
    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Keep => "keep",
            Self::Stay => "stay",
            Self::Go => "go",
        }
    }
}

impl FromStr for Words {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        [Self::Keep, Self::Stay, Self::Go].into_iter().find(|words| words.word() == word).ok_or("field-choose")
    }
}

/// Somebody whose account is to end.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Leaving {
    /// Who.
    pub member: MemberId,
    words: String,
}

impl Leaving {
    /// What is to become of what they wrote.
    pub fn words(&self) -> Words {
        self.words.parse().unwrap_or(Words::Stay)
    }
}

/// Why somebody cannot leave yet.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LastOrganiser;

/// Somebody leaves: every way in ends, and so does their account when it is due; answers when that is.
pub async fn begin(tx: &mut Tx, member: &Member, words: Words) -> anyhow::Result<Result<Timestamp, LastOrganiser>> {
    if !may_leave(tx, member).await? {
        return Ok(Err(LastOrganiser));
    }
    let due_at = tx.now.plus_days(DAYS);
    store::insert(tx, member.id, words.word(), due_at).await?;
    members::end_ways_in(tx, member.id).await?;
    Ok(Ok(due_at))
}

/// Whether the community would still be run by somebody.
pub async fn may_leave(conn: &mut Conn, member: &Member) -> anyhow::Result<bool> {
    Ok(!member.is_organiser() || store::other_organisers(conn, member.id).await? > 0)
}

/// Somebody came back; answers whether they had left.
pub async fn stay(tx: &mut Tx, member: MemberId) -> anyhow::Result<bool> {
    Ok(store::delete(tx, member).await?)
}

/// Whether somebody is leaving.
pub async fn is_leaving(conn: &mut Conn, member: MemberId) -> anyhow::Result<bool> {
    Ok(store::is_leaving(conn, member).await?)
}

/// Some whose accounts are to end now.
pub async fn due(conn: &mut Conn, now: Timestamp) -> anyhow::Result<Vec<Leaving>> {
    Ok(store::due(conn, now).await?)
}
