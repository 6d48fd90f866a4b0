//! E-mails to guests: one that asks whether they want them, then what they are told.

use super::{FRESH_DAYS, NOTICES, compose, rules, seqs, store, words};
use crate::{
    ids::{MemberId, RowId, Timestamp},
    kit::{
        app::App,
        db::Tx,
        i18n::{Lang, Locale},
    },
    links::{
        guests::{self, Guest, NEVER},
        mailing::{GRACE_MINUTES, Mailing, rules as times},
        notices::{self, Notice},
        returns,
    },
    people::community::Community,
};

/// So many guests are looked at in one round.
const GUESTS: i64 = 200;
/// So many e-mails a day a guest gets; the rest is told in one the next day.
const MOST: i64 = 5;

/// Whoever is written to.
pub struct GuestRecipient<'a> {
    guest: Guest,
    /// In the language of the form that was filled in.
    pub words: Locale,
    /// What they visited.
    pub community: &'a Community,
    /// The address of the site.
    pub base_url: &'a str,
}

impl GuestRecipient<'_> {
    /// Where they say yes, and end it.
    pub fn link(&self) -> String {
        format!("{}/mail/guest/{}/", self.base_url, self.guest.token)
    }
}

/// Writes to whom it is due; answers whether there may be more.
pub async fn round(app: &App, community: &Community) -> anyhow::Result<bool> {
    let due = guests::due(&mut app.db.read().await?, app.now(), GUESTS).await?;
    let is_full = i64::try_from(due.len())? == GUESTS;
    for guest in due {
        let written = app.db.always(async |tx| write_to(app, tx, community, guest).await).await;
        let Err(error) = written else { continue };
        tracing::error!(%guest, error = format!("{error:#}"), "an e-mail to a guest could not be written");
        let later = app.now().plus_minutes(60);
        app.db.always(async |tx| guests::look_again(tx, guest, later).await).await?;
    }
    Ok(is_full)
}

async fn write_to(app: &App, tx: &mut Tx, community: &Community, id: RowId) -> anyhow::Result<()> {
    let Some(guest) = guests::hold(tx, id).await? else { return Ok(()) };
    let is_stopped = returns::failing(tx, &guest.email).await?.is_some_and(|failing| failing.stopped_at.is_some());
    if is_stopped || guests::is_a_member_who_wants_none(tx, &guest.email).await? {
        return guests::look_again(tx, id, NEVER).await;
    }
    let words = Locale::new(Lang::from_tag(&guest.language).unwrap_or(community.language), community.zone());
    let to = GuestRecipient { guest, words, community, base_url: &app.settings.base_url };
    let again = if to.guest.confirmed_at.is_some() { to.tell(tx).await? } else { to.ask(tx).await? };
    guests::look_again(tx, id, again).await
}

impl GuestRecipient<'_> {
    /// Asks once what they wrote stands there, and a mailbox not twice a day; answers when to look again.
    async fn ask(&self, tx: &mut Tx) -> anyhow::Result<Timestamp> {
        let (now, guest) = (tx.now, &self.guest);
        let appeared = notices::appeared_of_guest(tx, guest.id, NOTICES).await?;
        let Some(latest) = appeared.last() else { return Ok(NEVER) };
        if let Some(last) = guests::last_asked(tx, guest.id).await?.filter(|last| last.plus_days(1) > now) {
            return Ok(last.plus_days(1));
        }
        if latest.at.plus_minutes(GRACE_MINUTES) > now {
            // Whoever approved it may see that it was a mistake.
            return Ok(latest.at.plus_minutes(GRACE_MINUTES));
        }
        let message = compose::question(self, latest)?;
        let seqs: Vec<i64> = appeared.iter().map(|notice| notice.seq).collect();
        store::write_to_guest(tx, guest, &message, (seqs.as_slice(), None)).await?;
        guests::asked(tx, guest.id).await?;
        Ok(NEVER)
    }

    /// Tells what happened, within the budget; answers when to look again.
    async fn tell(&self, tx: &mut Tx) -> anyhow::Result<Timestamp> {
        let (now, guest) = (tx.now, &self.guest);
        let (ripe, young): (Vec<Notice>, Vec<Notice>) = notices::untold_to_guest(tx, guest.id, NOTICES)
            .await?
            .into_iter()
            .partition(|notice| notice.at.plus_minutes(GRACE_MINUTES) <= now);
        let mut again = young.iter().map(|notice| notice.at.plus_minutes(GRACE_MINUTES)).min().unwrap_or(NEVER);
        let today = times::day_began(&self.words.zone, now);
        let mut sent = if guest.day_at == today { guest.sent } else { 0 };
        let is_old = ripe.iter().any(|notice| notice.at.plus_days(FRESH_DAYS) < now);
        let is_more = if guest.held_at.is_some() || is_old {
            let mut groups = rules::ranked(ripe);
            let rest = groups.split_off(rules::LARGEST_DIGEST.min(groups.len()));
            if !groups.is_empty() {
                self.store(tx, &compose::joined_for_guest(self, &groups)?, &groups).await?;
                sent += 1;
            }
            !rest.is_empty()
        } else {
            let most = usize::try_from(MOST - sent).unwrap_or_default();
            let (singles, rest) = rules::singles(ripe, most);
            for groups in singles {
                self.store(tx, &compose::single_for_guest(self, &groups)?, &groups).await?;
                sent += 1;
            }
            !rest.is_empty()
        };
        if is_more {
            again = times::next_digest(&Mailing::usual(), &self.words.zone, now).unwrap_or(now.plus_days(1));
        }
        guests::counted(tx, guest.id, today, sent, is_more.then_some(now)).await?;
        Ok(again)
    }

    async fn store(&self, tx: &mut Tx, message: &compose::Message, groups: &[notices::Group]) -> anyhow::Result<()> {
        let told = seqs(groups);
        let words = words(tx, MemberId(0), groups, &told).await?;
        store::write_to_guest(tx, &self.guest, message, (told.as_slice(), Some(words))).await
    }
}
