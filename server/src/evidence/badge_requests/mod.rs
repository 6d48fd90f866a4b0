//! Requests for badges: members ask with what shows that they earned one, and those who lead decide.
//!
//! One request of a member for a badge is under way at a time, and a request is decided once, however often and by how many
//! that is pressed: the second is told who did it. Nobody decides about their own.

pub mod rules;
mod store;

pub use self::rules::{Decision, State};
use crate::{
    events::Event,
    evidence::achievements::{self, Achievement, Given, NotAwarded},
    ids::{CircleId, MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    links::notices,
    people::members,
};

/// A request for a badge.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Request {
    /// Its number.
    pub id: RowId,
    /// For which badge.
    pub achievement: RowId,
    /// Who asks.
    pub member: MemberId,
    /// In which course it was achieved.
    pub course: Option<CircleId>,
    state: String,
    /// Since when it waits.
    pub asked_at: Timestamp,
    /// Who decided last.
    pub decided_by: Option<MemberId>,
    /// When they did.
    pub decided_at: Option<Timestamp>,
    /// What shows that it was earned, in words.
    pub words: String,
    /// Where that is found.
    pub address: String,
    /// What those who decided said.
    pub answer: String,
    /// What the badge is called.
    pub name: String,
    /// The tag of the language of that.
    pub lang: String,
    badge_picture: String,
    /// Who asks, by name.
    pub asker: String,
    handle: String,
    asker_picture: Option<String>,
    /// Who decided, by name.
    pub by_name: Option<String>,
    /// What the course is called.
    pub course_title: Option<String>,
}

impl Request {
    /// Where it stands.
    pub fn state(&self) -> State {
        self.state.parse().unwrap_or(State::Withdrawn)
    }

    /// For how many whole days it has waited.
    pub const fn days(&self, now: Timestamp) -> i64 {
        (now.0 - self.asked_at.0) / 86_400_000
    }

    /// Where those who decide look at it.
    pub fn url(&self) -> String {
        format!("/badges/requests/{}/", self.id)
    }

    /// Where whoever asks changes it.
    pub fn own_url(&self) -> String {
        own_url(self.achievement)
    }

    /// The address of the badge.
    pub fn badge_url(&self) -> String {
        achievements::url(self.achievement)
    }

    /// The address of its picture.
    pub fn picture_url(&self) -> String {
        achievements::picture_url(self.achievement, &self.badge_picture)
    }

    /// The page of whoever asks.
    pub fn asker_url(&self) -> String {
        members::url(&self.handle)
    }

    /// The address of their avatar.
    pub fn avatar_url(&self) -> String {
        members::avatar_url(self.member, self.asker_picture.as_deref())
    }
}

/// Where somebody asks for a badge.
pub fn own_url(achievement: RowId) -> String {
    format!("{}ask", achievements::url(achievement))
}

/// What somebody asks with.
#[derive(Clone, Debug)]
pub struct Asked<'a> {
    /// In which course it was achieved.
    pub course: Option<CircleId>,
    /// What shows that it was earned.
    pub words: &'a str,
    /// Where that is found.
    pub address: &'a str,
}

/// Why somebody cannot ask.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotAsked {
    /// It is not in use, or not asked for.
    OutOfUse,
    /// They have it, and the setting allows no second one.
    There,
}

impl NotAsked {
    /// The message that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::OutOfUse => "request-out-of-use",
            Self::There => "request-there",
        }
    }
}

/// A member asks for a badge; or says in other words what they asked, if it is not decided. Those who decide are told once,
/// and again when what they wanted more of has come.
pub async fn ask(
    tx: &mut Tx,
    member: MemberId,
    badge: RowId,
    asked: &Asked<'_>,
) -> anyhow::Result<Result<(), NotAsked>> {
    let found = achievements::find(tx, badge).await?;
    let Some(badge) = found.filter(|badge| badge.in_use_at.is_some() && badge.requests_from.is_some()) else {
        return Ok(Err(NotAsked::OutOfUse));
    };
    if achievements::in_the_way(tx, &badge, member, asked.course).await?.is_some() {
        return Ok(Err(NotAsked::There));
    }
    let told = match store::change(tx, member, badge.id, asked).await? {
        // It waited for more until now.
        Some((id, true)) => Some(id),
        Some((_, false)) => None,
        None => store::insert(tx, member, badge.id, asked).await?,
    };
    if let Some(id) = told {
        notices::badge_asked(tx, id, member).await?;
    }
    Ok(Ok(()))
}

/// Whoever asked takes it back.
pub async fn withdraw(tx: &mut Tx, member: MemberId, badge: RowId) -> anyhow::Result<bool> {
    let withdrawn = store::withdraw(tx, member, badge).await?;
    for member in &withdrawn {
        tx.emit(Event::NoticesChanged(*member));
    }
    Ok(!withdrawn.is_empty())
}

/// Why a request was not decided.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotDecided {
    /// It is not waiting any more.
    Before,
    /// The badge is not in use.
    OutOfUse,
}

/// What came of deciding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Decided {
    /// What was decided.
    Done,
    /// They had the badge meanwhile, and nothing was given twice.
    Had,
}

/// Somebody who leads decides about a request, with words for whoever asked. Who decides the same twice did it once.
pub async fn decide(
    tx: &mut Tx,
    by: MemberId,
    request: &Request,
    decision: Decision,
    words: &str,
) -> anyhow::Result<Result<Decided, NotDecided>> {
    if request.member == by {
        anyhow::bail!("somebody decides about a request of their own")
    }
    if !store::decide(tx, by, request.id, decision.state(), words).await? {
        let now = store::find(tx, request.id).await?;
        let is_same = |it: Request| it.decided_by == Some(by) && it.state() == decision.state();
        return Ok(if now.is_some_and(is_same) { Ok(Decided::Done) } else { Err(NotDecided::Before) });
    }
    tx.emit(Event::NoticesChanged(by));
    if decision != Decision::Approve {
        notices::badge_answered(tx, request.id, request.member, by).await?;
        return Ok(Ok(Decided::Done));
    }
    // What is asked for now, and not what was read a moment ago.
    let Some(request) = store::find(tx, request.id).await? else { return Ok(Err(NotDecided::Before)) };
    let given =
        Given { to: request.member, by, course: request.course, evidence: &request.words, address: &request.address };
    Ok(match achievements::award(tx, request.achievement, &given).await? {
        Ok(award) => {
            store::gave(tx, request.id, award).await?;
            Ok(Decided::Done)
        }
        Err(NotAwarded::There(there)) => {
            store::gave(tx, request.id, there.id).await?;
            Ok(Decided::Had)
        }
        Err(NotAwarded::OutOfUse) => Err(NotDecided::OutOfUse),
    })
}

/// A request by its number, whoever asks.
pub async fn find(conn: &mut Conn, id: RowId) -> anyhow::Result<Option<Request>> {
    Ok(store::find(conn, id).await?)
}

/// The requests that wait for this member to decide, the oldest first, after one of them.
pub async fn waiting(
    conn: &mut Conn,
    reviewer: &members::Member,
    after: Option<(Timestamp, RowId)>,
    most: i64,
) -> anyhow::Result<Vec<Request>> {
    let after = after.unwrap_or((Timestamp(-1), RowId(0)));
    Ok(store::waiting(conn, reviewer.id, reviewer.is_organiser(), after, most).await?)
}

/// How many requests wait for this member to decide.
pub async fn count(conn: &mut Conn, reviewer: &members::Member) -> anyhow::Result<i64> {
    Ok(store::count(conn, reviewer.id, reviewer.is_organiser()).await?)
}

/// What was decided lately of what this member decides about, the latest first.
pub async fn decided(conn: &mut Conn, reviewer: &members::Member, most: i64) -> anyhow::Result<Vec<Request>> {
    Ok(store::decided(conn, reviewer.id, reviewer.is_organiser(), most).await?)
}

/// What a member asked for, the latest first.
pub async fn of_member(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<Request>> {
    Ok(store::of_member(conn, member).await?)
}

/// What a member asked for a badge, the latest first.
pub async fn of_badge(conn: &mut Conn, member: MemberId, badge: &Achievement) -> anyhow::Result<Vec<Request>> {
    let all = store::of_member(conn, member).await?;
    Ok(all.into_iter().filter(|request| request.achievement == badge.id).collect())
}

/// A post of a member's own that they may show.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Post {
    /// What it is called.
    pub title: String,
    /// Its address on this site.
    pub path: String,
    /// The tag of its language.
    pub lang: String,
}

/// The latest posts of a member that all members may read.
pub async fn posts(conn: &mut Conn, member: MemberId, most: i64) -> anyhow::Result<Vec<Post>> {
    Ok(store::posts(conn, member, most).await?)
}

/// The requests of somebody whose account ends go with it.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_member(tx, member).await?)
}
