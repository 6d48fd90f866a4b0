//! E-mails to members about what they are told of: at once, each a part of the thread of its conversation, or in digests.
//!
//! What goes into an e-mail, that it went, and how far digests have come is written in one change with the e-mail itself:
//! a server that dies in the midst has told nobody twice and leaves nobody out. What may be read is asked when the e-mail
//! is made.

mod compose;
mod guests;
mod leaving;
pub mod rules;
mod store;

use std::{sync::Arc, time::Duration};

use futures_util::{StreamExt, TryStreamExt, stream};

pub use self::{leaving::may_leave, store::Mailed};
use crate::{
    ids::{MemberId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
        email::addresses::Pattern,
        i18n::Locale,
    },
    links::{
        addresses, letters,
        mailing::{self, GRACE_MINUTES, Mailing, Mode, rules as times},
        notices::{self, Notice},
        returns,
    },
    people::{
        community::{self, Community},
        leaving::is_leaving,
        members::{self, Member},
    },
    talk::news,
};

/// So many members are looked at in one round.
const MEMBERS: i64 = 200;
/// So many members' changes share a commit, if the database can do that.
const TOGETHER: usize = 4;
/// So many notices are looked at in one go; the rest follows.
const NOTICES: i64 = 500;
/// How often it is looked whether somebody is due.
const ROUND: Duration = Duration::from_secs(20);
/// What happened longer ago is told in the digest only: nobody is flooded by what was brought in from elsewhere, or by a
/// server that was away.
const FRESH_DAYS: i64 = 3;
/// For whoever wants no e-mail: not before they choose otherwise.
const NEVER: Timestamp = Timestamp(i64::MAX / 2);

/// Writes e-mails for as long as the server runs.
pub async fn run(app: Arc<App>) {
    loop {
        match round(&app).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::error!(error = format!("{error:#}"), "e-mails about news cannot be written"),
        }
        tokio::time::sleep(ROUND).await;
    }
}

/// Writes to whom it is due; answers whether there may be more.
pub async fn round(app: &App) -> anyhow::Result<bool> {
    let due = mailing::due(&mut app.db.read().await?, app.now(), MEMBERS).await?;
    let community = community::of(app).await?;
    let more = guests::round(app, &community).await?;
    let count = due.len();
    let looking = due.into_iter().map(|member| look_at(app, &community, member));
    stream::iter(looking).buffer_unordered(TOGETHER).try_collect::<()>().await?;
    Ok(more || i64::try_from(count)? == MEMBERS)
}

/// Writes to one member, on their own: what is wrong with one keeps nobody else waiting.
async fn look_at(app: &App, community: &Community, member: MemberId) -> anyhow::Result<()> {
    let written = app.db.always(async |tx| write_to(app, tx, community, member).await).await;
    let Err(error) = written else { return Ok(()) };
    tracing::error!(%member, error = format!("{error:#}"), "an e-mail about news could not be written");
    let later = app.now().plus_minutes(60);
    app.db.always(async |tx| mailing::look_again(tx, member, later).await).await
}

/// Whoever is written to, and how.
struct Recipient<'a> {
    member: Member,
    email: String,
    mailing: Mailing,
    words: Locale,
    community: &'a Community,
    base_url: &'a str,
    /// The addresses for answers, if there are any.
    answers: Option<&'a Pattern>,
    now: Timestamp,
}

async fn write_to(app: &App, tx: &mut Tx, community: &Community, id: MemberId) -> anyhow::Result<()> {
    let Some(mailing) = mailing::hold(tx, id).await? else { return Ok(()) };
    let member = members::by_id(tx, id).await?.filter(is_here);
    let member = if is_leaving(tx, id).await? { None } else { member };
    let email = match &member {
        Some(member) => addresses::of(tx, member).await?,
        None => None,
    };
    let Some((member, email)) = member.zip(email) else {
        // They may come back.
        return mailing::look_again(tx, id, tx.now.plus_days(1)).await;
    };
    if returns::failing(tx, &email).await?.is_some_and(|failing| failing.stopped_at.is_some()) {
        // Nothing is lost: it waits until they have another address, or want this one tried again.
        return mailing::look_again(tx, id, tx.now.plus_days(1)).await;
    }
    if mailing.mode() == Mode::Never {
        return mailing::look_again(tx, id, NEVER).await;
    }
    let now = tx.now;
    if let Some(until) = mailing.paused_until.filter(|until| *until > now) {
        return mailing::look_again(tx, id, until).await;
    }
    let words = letters::words_of(&member, community);
    let (base_url, answers) = (&app.settings.base_url, app.answer_addresses.as_ref());
    let to = Recipient { member, email, mailing, words, community, base_url, answers, now };
    to.write(tx).await
}

/// Whether a member is one who is told anything.
pub fn is_here(member: &Member) -> bool {
    member.confirmed_at.is_some() && member.suspended_at.is_none() && member.removed_at.is_none()
}

impl Recipient<'_> {
    async fn write(&self, tx: &mut Tx) -> anyhow::Result<()> {
        let (now, id) = (tx.now, self.member.id);
        let mut left = notices::unmailed(tx, id, now, NOTICES).await?;
        let mut again = NEVER;
        let is_digest_due = (1..=now.0).contains(&self.mailing.digest_at.0);
        if self.mailing.mode() == Mode::Now && !is_digest_due {
            if let Some(end) = times::quiet_until(&self.mailing, &self.words.zone, now) {
                again = end;
            } else {
                again = self.write_singles(tx, std::mem::take(&mut left)).await?;
            }
        }
        let Some(next) = times::next_digest(&self.mailing, &self.words.zone, now) else {
            return mailing::look_again(tx, id, NEVER).await;
        };
        if self.mailing.digest_at == Timestamp(0) {
            mailing::move_on(tx, id, self.mailing.seq, next).await?;
            return mailing::look_again(tx, id, next.min(again)).await;
        }
        if !is_digest_due {
            return mailing::look_again(tx, id, self.mailing.digest_at.min(again)).await;
        }
        let head = news::head(tx).await?;
        let followed = notices::followed_for_digest(tx, id, (self.mailing.seq, head), NOTICES).await?;
        // Read up to here; what was more begins after it.
        let is_all = i64::try_from(followed.len())? < NOTICES;
        let until = followed.last().filter(|_| !is_all).map_or(head, |last| last.seq);
        left.extend(followed);
        let waits = self.write_digest(tx, left).await?;
        mailing::move_on(tx, id, rules::come_to((self.mailing.seq, until), &waits), next).await?;
        mailing::look_again(tx, id, next.min(again)).await
    }

    /// Writes what may go at once, and leaves the rest for the digest; answers when to look again.
    async fn write_singles(&self, tx: &mut Tx, untold: Vec<Notice>) -> anyhow::Result<Timestamp> {
        let now = tx.now;
        let (fresh, old): (Vec<_>, Vec<_>) = untold
            .into_iter()
            .filter(|notice| notice.seq > self.mailing.held)
            .partition(|notice| notice.at.plus_days(FRESH_DAYS) >= now);
        // They may be reading it just now.
        let (ripe, young): (Vec<_>, Vec<_>) =
            fresh.into_iter().partition(|notice| notice.at.plus_minutes(GRACE_MINUTES) <= now);
        let again = young.iter().map(|notice| notice.at.plus_minutes(GRACE_MINUTES)).min().unwrap_or(NEVER);
        let today = times::day_began(&self.words.zone, now);
        let gone = store::sent_at_once_since(tx, self.member.id, today).await?;
        let most = usize::try_from(self.mailing.most - gone).unwrap_or_default();
        let (singles, rest) = rules::singles(ripe, most);
        for groups in singles {
            let message = compose::single(self, &groups)?;
            self.store(tx, &message, &groups).await?;
        }
        if let Some(last) = rest.iter().chain(&old).map(|notice| notice.seq).max() {
            mailing::hold_back(tx, self.member.id, last).await?;
        }
        Ok(again)
    }

    /// Writes a digest, if there is anything; answers what has to wait for the next.
    async fn write_digest(&self, tx: &mut Tx, notices: Vec<Notice>) -> anyhow::Result<Vec<i64>> {
        let mut groups = rules::ranked(notices);
        let rest = groups.split_off(rules::LARGEST_DIGEST.min(groups.len()));
        if !groups.is_empty() {
            let message = compose::digest(self, &groups, rest.len())?;
            self.store(tx, &message, &groups).await?;
        }
        Ok(seqs(&rest))
    }

    async fn store(&self, tx: &mut Tx, message: &compose::Message, groups: &[notices::Group]) -> anyhow::Result<()> {
        let told = seqs(groups);
        let words = words(tx, self.member.id, groups, &told).await?;
        store::write(tx, self.member.id, &self.email, message, (told.as_slice(), words)).await
    }
}

/// What an e-mail made of these groups says, as a number.
async fn words(tx: &mut Tx, reader: MemberId, groups: &[notices::Group], seqs: &[i64]) -> anyhow::Result<i64> {
    let words = store::words(tx, reader, &serde_json::to_string(seqs)?).await?;
    Ok(rules::number_of(groups, &words))
}

fn seqs(groups: &[notices::Group]) -> Vec<i64> {
    let mut seqs: Vec<i64> = groups.iter().flat_map(|group| group.notices.iter().map(|notice| notice.seq)).collect();
    seqs.sort_unstable();
    seqs.dedup();
    seqs
}

/// The e-mails a member got about news, the latest first, each with what was told in it.
pub async fn of_member(conn: &mut Conn, member: MemberId, most: i64) -> anyhow::Result<Vec<Mailed>> {
    Ok(store::of_member(conn, member, most).await?)
}
