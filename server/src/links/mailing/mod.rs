//! How a member wants to be written to: at once or in digests, at which hour, how often, and when not.

pub mod rules;
mod store;

use std::{collections::BTreeSet, str::FromStr};

use crate::{
    events::Event,
    ids::{MemberId, Timestamp},
    kit::{
        db::{Conn, Tx},
        secrets,
    },
};

/// Somebody who reads just now needs no e-mail about it: so long it waits for that.
pub const GRACE_MINUTES: i64 = 2;

/// How soon a member wants e-mail.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mode {
    /// What is addressed to them at once, the rest in a daily digest.
    Now,
    /// All of it in a daily digest.
    Daily,
    /// All of it in a weekly digest.
    Weekly,
    /// No e-mail but for signing in and security.
    Never,
}

impl Mode {
    /// All of them, the soonest first.
    pub const ALL: [Self; 4] = [Self::Now, Self::Daily, Self::Weekly, Self::Never];

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::Never => "never",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Now => "mail-mode-now",
            Self::Daily => "mail-mode-daily",
            Self::Weekly => "mail-mode-weekly",
            Self::Never => "mail-mode-never",
        }
    }
}

impl FromStr for Mode {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|mode| mode.word() == word).ok_or("field-choose")
    }
}

/// How a member wants to be written to, and how far that has come.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Mailing {
    pub(super) mode: String,
    /// The day of weekly digests; 1 is Monday (ISO 8601).
    pub weekday: i64,
    /// The hour of digests, in their time zone.
    pub hour: i64,
    /// So many e-mails a day at once, at most.
    pub most: i64,
    /// The hour from which nothing comes at once.
    pub quiet_from: i64,
    /// The hour from which it does again; the same for no quiet hours.
    pub quiet_until: i64,
    /// Nothing comes before this moment.
    pub paused_until: Option<Timestamp>,
    /// Ends all of it without a sign-in.
    pub token: String,
    /// Up to here in the order of news digests have come.
    pub seq: i64,
    /// Up to here in that order nothing is told at once any more: it was more than the budget.
    pub held: i64,
    /// When the next digest is due; 0 if that is not known yet.
    pub digest_at: Timestamp,
}

impl Mailing {
    /// What holds for a member who has chosen nothing.
    pub fn usual() -> Self {
        Self {
            mode: Mode::Now.word().into(),
            weekday: 1,
            hour: 7,
            most: 5,
            quiet_from: 22,
            quiet_until: 7,
            paused_until: None,
            token: String::new(),
            seq: 0,
            held: 0,
            digest_at: Timestamp(0),
        }
    }

    /// How soon.
    pub fn mode(&self) -> Mode {
        self.mode.parse().unwrap_or(Mode::Now)
    }
}

/// What a member chooses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Choice {
    /// How soon.
    pub mode: Mode,
    /// The day of weekly digests, 1 to 7.
    pub weekday: i64,
    /// The hour of digests, 0 to 23.
    pub hour: i64,
    /// So many e-mails a day at once, 1 to 50.
    pub most: i64,
    /// Quiet from this hour.
    pub quiet_from: i64,
    /// Until this one.
    pub quiet_until: i64,
    /// Nothing before this moment.
    pub paused_until: Option<Timestamp>,
}

/// How a member wants to be written to.
pub async fn find(conn: &mut Conn, member: MemberId) -> anyhow::Result<Mailing> {
    Ok(store::find(conn, member).await?.unwrap_or_else(Mailing::usual))
}

/// Whose e-mail a token ends.
pub async fn by_token(conn: &mut Conn, token: &str) -> anyhow::Result<Option<MemberId>> {
    Ok(store::by_token(conn, token).await?)
}

/// There is something to tell these members: an e-mail is looked at soon, if they want it at once.
pub async fn wake(tx: &mut Tx, members: &[MemberId]) -> anyhow::Result<()> {
    if members.is_empty() {
        return Ok(());
    }
    let at = tx.now.plus_minutes(GRACE_MINUTES);
    let members: BTreeSet<MemberId> = members.iter().copied().collect();
    let rows: Vec<(i64, String)> = members.iter().map(|member| (member.0, secrets::make())).collect();
    Ok(store::wake(tx, &serde_json::to_string(&rows)?, at).await?)
}

/// A member chooses how they want to be written to. What digests have come to stays; when the next is due is found anew.
pub async fn choose(tx: &mut Tx, member: MemberId, choice: &Choice) -> anyhow::Result<()> {
    wake(tx, &[member]).await?;
    store::choose(tx, member, choice).await?;
    // Whatever page of theirs says that they have not chosen yet.
    tx.emit(Event::NoticesChanged(member));
    Ok(())
}

/// No e-mail any more but for signing in and security. Said twice it is the same.
pub async fn end(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    Ok(store::end(tx, member).await?)
}

/// Members whose e-mail is to be looked at, the longest due first.
pub async fn due(conn: &mut Conn, now: Timestamp, most: i64) -> anyhow::Result<Vec<MemberId>> {
    Ok(store::due(conn, now, most).await?)
}

/// How a member wants to be written to, held until the change ends, so that no two nodes write to them at once; nothing
/// if it is no longer due.
pub async fn hold(tx: &mut Tx, member: MemberId) -> anyhow::Result<Option<Mailing>> {
    Ok(store::hold(tx, member).await?)
}

/// Looks again at this moment.
pub async fn look_again(tx: &mut Tx, member: MemberId, at: Timestamp) -> anyhow::Result<()> {
    Ok(store::look_again(tx, member, at).await?)
}

/// What stands up to this place in the order of news is told in the digest only.
pub async fn hold_back(tx: &mut Tx, member: MemberId, seq: i64) -> anyhow::Result<()> {
    Ok(store::hold_back(tx, member, seq).await?)
}

/// Digests have come to this place in the order of news, and the next is due then.
pub async fn move_on(tx: &mut Tx, member: MemberId, seq: i64, digest_at: Timestamp) -> anyhow::Result<()> {
    Ok(store::move_on(tx, member, seq, digest_at).await?)
}

/// A digest was taken back that told of something after this place in the order of news, and is made anew now.
pub async fn digest_again(tx: &mut Tx, member: MemberId, seq: i64) -> anyhow::Result<()> {
    Ok(store::digest_again(tx, member, seq).await?)
}
