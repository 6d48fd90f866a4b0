//! The weekly reminder by e-mail, for those who asked for it.

use super::{due, put_off, store, suggestions};
use crate::{
    ids::{MemberId, Timestamp},
    kit::{app::App, db::Tx},
    links::{
        addresses, emails,
        letters::{self, Letter},
        mailing::{self, Mode},
        returns,
    },
    people::{
        community::{self, Community},
        members,
    },
};

/// Reminds whoever is due and wrote nothing down for a week.
pub async fn remind_due(app: &App) -> anyhow::Result<()> {
    loop {
        let mut conn = app.db.read().await?;
        let due = due(&mut conn, app.now()).await?;
        if due.is_empty() {
            return Ok(());
        }
        let community = community::read(&mut conn).await?;
        drop(conn);
        for (member, weekday) in due {
            app.db.always(async |tx| remind_one(tx, app, &community, member, weekday).await).await?;
        }
    }
}

async fn remind_one(tx: &mut Tx, app: &App, community: &Community, id: MemberId, weekday: i64) -> anyhow::Result<()> {
    let Some(member) = members::by_id(tx, id).await? else { return Ok(()) };
    let t = letters::words_of(&member, community);
    if !put_off(tx, id, weekday, &t.zone).await? || !emails::is_here(&member) {
        return Ok(());
    }
    let now = tx.now;
    let mailing = mailing::find(tx, id).await?;
    let wants_none = mailing.mode() == Mode::Never || mailing.paused_until.is_some_and(|until| until > now);
    if wants_none || store::wrote_since(tx, id, Timestamp(now.0 - 7 * 24 * 60 * 60 * 1000)).await? {
        return Ok(());
    }
    let Some(address) = addresses::of(tx, &member).await? else { return Ok(()) };
    if returns::failing(tx, &address).await?.is_some_and(|failing| failing.stopped_at.is_some()) {
        return Ok(());
    }
    let suggested = i64::try_from(suggestions(tx, id, now, &t.zone).await?.len())?;
    let letter = Letter {
        hello: t.with("letter-hello", "name", member.name.as_str()),
        text: t.say("letter-log-text"),
        reason: if suggested > 0 { t.count("letter-log-suggested", suggested) } else { String::new() },
        link: format!("{}/me/log/", app.settings.base_url),
        after: t.say("letter-log-after"),
        yours: String::new(),
        words: "",
        community: &community.name,
        base_url: &app.settings.base_url,
    };
    letter.write(tx, &address, &t.say("letter-log-subject")).await
}
