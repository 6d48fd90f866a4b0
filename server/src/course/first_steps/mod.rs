//! First steps: five small things with which somebody who is new comes in. What is done follows from what they did
//! anywhere; nothing is made for it that would have to be deleted.

mod store;

use crate::{
    events::Event,
    ids::{MemberId, Timestamp},
    kit::db::{Conn, Tx},
    people::members::Member,
};

/// One of the first steps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// To say hello, most easily by answering somebody.
    Hello,
    /// To have a picture.
    Picture,
    /// To say who one is, and find colleagues by it.
    Colleagues,
    /// To come into a tribe.
    Tribe,
    /// To choose when one is written to, and in which language and zone.
    Hours,
}

/// How far somebody is with them.
#[derive(Clone, Copy, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Progress {
    hello: bool,
    picture: bool,
    colleagues: bool,
    tribe: bool,
    hours: bool,
    /// When they put them away, if they did.
    pub put_away_at: Option<Timestamp>,
}

impl Progress {
    /// How many steps there are.
    pub const ALL: i64 = 5;

    /// Whether a step is done.
    pub const fn is_done(&self, step: Step) -> bool {
        match step {
            Step::Hello => self.hello,
            Step::Picture => self.picture,
            Step::Colleagues => self.colleagues,
            Step::Tribe => self.tribe,
            Step::Hours => self.hours,
        }
    }

    /// How many are done.
    pub fn done(&self) -> i64 {
        [self.hello, self.picture, self.colleagues, self.tribe, self.hours].into_iter().map(i64::from).sum()
    }

    /// Whether all of them are.
    pub fn is_whole(&self) -> bool {
        self.done() == Self::ALL
    }
}

/// For so many days after somebody came, the front page shows them how far they are.
const NEW_DAYS: i64 = 60;

/// How far somebody is.
pub async fn of(conn: &mut Conn, member: MemberId) -> anyhow::Result<Progress> {
    Ok(store::of(conn, member).await?)
}

/// How far somebody is who came lately, has not done all of it, and has not put it away: what the front page shows.
pub async fn to_show(conn: &mut Conn, member: &Member, now: Timestamp) -> anyhow::Result<Option<Progress>> {
    let came_at = member.claimed_at.unwrap_or(member.joined_at);
    if came_at < now.plus_days(-NEW_DAYS) {
        return Ok(None);
    }
    let progress = of(conn, member.id).await?;
    Ok(Some(progress).filter(|progress| progress.put_away_at.is_none() && !progress.is_whole()))
}

/// Something that waits for an answer.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct ToAnswer {
    /// Its title, or its beginning.
    pub title: String,
    /// The BCP 47 tag of its language.
    pub lang: String,
    /// Its address.
    pub path: String,
    /// Who wrote it.
    pub author: MemberId,
    /// What they are called.
    pub name: String,
    /// The file of their avatar.
    pub picture: Option<String>,
    /// How many have answered.
    pub count: i64,
}

impl ToAnswer {
    /// The address of its author's avatar.
    pub fn picture_url(&self) -> String {
        crate::people::members::avatar_url(self.author, self.picture.as_deref())
    }
}

/// So many are offered.
const OFFERED: usize = 3;

/// What a reader may answer first: the latest posts of others that nobody has answered; if there are too few, those that
/// people talk about just now.
pub async fn to_answer(conn: &mut Conn, reader: MemberId) -> anyhow::Result<Vec<ToAnswer>> {
    let mut found = store::unanswered(conn, reader, i64::try_from(OFFERED)?).await?;
    if found.len() < OFFERED {
        found.extend(store::lively(conn, reader, i64::try_from(OFFERED)?).await?);
        found.truncate(OFFERED);
    }
    Ok(found)
}

/// Somebody does not want to see their first steps any more.
pub async fn put_away(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    store::put_away(tx, member).await?;
    tx.emit(Event::NoticesChanged(member));
    Ok(())
}

/// They do, after all.
pub async fn bring_back(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    store::bring_back(tx, member).await?;
    tx.emit(Event::NoticesChanged(member));
    Ok(())
}
