//! Web Push (RFC 8030): members are told on their devices of what concerns them soon after it happened; and of what they
//! follow at once or what is said to all, as often a day as they want e-mails at once.
//!
//! Nothing is queued: when a device is due it is asked what its member has not seen, of what happened after it was told
//! last. So what waits for a push service that is away is never out of date when it comes.

mod compose;
pub mod rules;
#[cfg(test)]
mod tests;

use std::{sync::Arc, time::Duration};

use futures_util::{StreamExt, stream};
use url::Url;

use self::{compose::Message, rules::Outcome};
use crate::{
    ids::{RowId, Timestamp},
    kit::{
        app::App,
        db::Conn,
        email,
        web::fetch::NotFetched,
        webpush::{Keys, SiteKey},
    },
    links::{
        devices::{self, Device, Told},
        emails, letters,
        mailing::{self, rules as times},
        notices,
    },
    people::{
        community::{self, Community},
        members,
    },
};

/// So many devices are looked after in one round.
const DEVICES: i64 = 200;
/// So many push services are asked at a time: one that is slow keeps few others waiting.
const TOGETHER: usize = 16;
/// So many notices are looked at; whoever has more to read is told so.
const NOTICES: i64 = 200;
/// How often it is looked whether a device is due.
const ROUND: Duration = Duration::from_secs(5);
/// What happened longer ago is not pushed any more: it stands under the bell and in e-mails.
const FRESH_DAYS: i64 = 1;
/// A push service keeps a message for so long if the device is away, in seconds.
const KEPT_SECONDS: i64 = 24 * 60 * 60;

/// Tells devices for as long as the server runs.
pub async fn run(app: Arc<App>) {
    loop {
        match round(&app).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::error!(error = format!("{error:#}"), "devices cannot be told"),
        }
        tokio::time::sleep(ROUND).await;
    }
}

/// Looks after the devices that are due; answers whether there may be more.
pub async fn round(app: &App) -> anyhow::Result<bool> {
    let due = devices::due(&mut app.db.read().await?, app.now(), DEVICES).await?;
    if due.is_empty() {
        return Ok(false);
    }
    let (community, key) = (community::of(app).await?, devices::site_key(app).await?);
    let count = due.len();
    let all = due.into_iter().map(|device| look_after(app, &community, &key, device));
    stream::iter(all).buffer_unordered(TOGETHER).collect::<()>().await;
    Ok(i64::try_from(count)? == DEVICES)
}

/// Looks after one device: what is wrong with one keeps no other waiting.
async fn look_after(app: &App, community: &Community, key: &SiteKey, id: RowId) {
    if let Err(error) = try_to_tell(app, community, key, id).await {
        // It is due again when its lease ends.
        tracing::error!(device = %id, error = format!("{error:#}"), "a device could not be told");
    }
}

/// What is to be done for a device.
enum Next {
    /// There is nothing to say.
    Nothing,
    /// Not before then.
    Wait(Timestamp),
    /// This, which is all up to a place in the order of news.
    Tell(Vec<Message>, Told),
}

async fn try_to_tell(app: &App, community: &Community, key: &SiteKey, id: RowId) -> anyhow::Result<()> {
    let Some(device) = app.db.always(async |tx| devices::claim(tx, id).await).await? else { return Ok(()) };
    let next = look(app, community, &mut app.db.read().await?, &device).await?;
    let (messages, told) = match next {
        Next::Nothing => return app.db.always(async |tx| devices::look_again(tx, &device, None).await).await,
        Next::Wait(until) => {
            return app.db.always(async |tx| devices::look_again(tx, &device, Some(until)).await).await;
        }
        Next::Tell(messages, told) => (messages, told),
    };
    let mut outcome = Outcome::Taken;
    for message in messages {
        outcome = send(app, community, key, &device, message).await?;
        if outcome != Outcome::Taken {
            break;
        }
    }
    app.db
        .always(async |tx| match &outcome {
            Outcome::Taken => devices::told(tx, &device, &told).await,
            Outcome::Gone => devices::forget(tx, id).await,
            Outcome::Later(wait) => devices::failed(tx, &device, "", *wait).await,
            Outcome::Refused(said) => devices::failed(tx, &device, said, None).await,
        })
        .await
}

/// What there is to tell on a device, by what its member may read now.
async fn look(app: &App, community: &Community, conn: &mut Conn, device: &Device) -> anyhow::Result<Next> {
    let now = app.now();
    let Some(member) = members::by_id(conn, device.member).await?.filter(emails::is_here) else {
        return Ok(Next::Nothing);
    };
    let words = letters::words_of(&member, community);
    if device.delivered_at.is_none() {
        let told = Told { seq: device.seq, day_at: device.day_at, followed: device.followed };
        return Ok(Next::Tell(vec![compose::welcome(&words, community)], told));
    }
    let mailing = mailing::find(conn, member.id).await?;
    let paused = mailing.paused_until.unwrap_or(Timestamp(0));
    if paused > now {
        return Ok(Next::Wait(paused));
    }
    if let Some(end) = times::quiet_until(&mailing, &words.zone, now) {
        return Ok(Next::Wait(end));
    }
    let since = now.plus_days(-FRESH_DAYS).max(paused);
    let unseen = notices::unseen_since(conn, member.id, since, NOTICES).await?;
    let Some(seq) = unseen.iter().map(|notice| notice.seq).max() else { return Ok(Next::Nothing) };
    let day_at = times::day_began(&words.zone, now);
    let followed = if device.day_at == day_at { device.followed } else { 0 };
    let chosen = rules::chosen(unseen, device.seq, mailing.most - followed);
    let told = Told { seq, day_at, followed: followed + chosen.followed };
    let conversations = chosen.conversations;
    Ok(match conversations.len() {
        0 => Next::Nothing,
        1..=rules::SINGLY => {
            Next::Tell(conversations.iter().map(|groups| compose::single(&words, groups)).collect(), told)
        }
        _ => Next::Tell(vec![compose::several(&words, community, &conversations)], told),
    })
}

/// Hands a message to a push service; one that is too long for it is sent once more without its words.
async fn send(
    app: &App,
    community: &Community,
    key: &SiteKey,
    device: &Device,
    message: Message,
) -> anyhow::Result<Outcome> {
    let outcome = hand_over(app, community, key, device, &message).await?;
    if outcome != rules::too_long() {
        return Ok(outcome);
    }
    let outcome = hand_over(app, community, key, device, &message.without_words()).await?;
    // There is nothing shorter.
    Ok(if outcome == rules::too_long() { Outcome::Taken } else { outcome })
}

async fn hand_over(
    app: &App,
    community: &Community,
    key: &SiteKey,
    device: &Device,
    message: &Message,
) -> anyhow::Result<Outcome> {
    let (endpoint, keys) = (Url::parse(&device.endpoint), Keys::new(device.p256dh.clone(), device.auth.clone()));
    let (Ok(endpoint), Some(keys)) = (endpoint, keys) else { return Ok(Outcome::Gone) };
    let contact = devices::rules::contact(&email::sender_address(&app.settings)?, &app.settings.base_url);
    let proof = key.proof(&endpoint.origin().ascii_serialization(), &contact, app.now())?;
    let headers = [
        ("authorization", proof),
        ("content-encoding", "aes128gcm".into()),
        ("content-type", "application/octet-stream".into()),
        ("ttl", KEPT_SECONDS.to_string()),
        ("urgency", "normal".into()),
        ("topic", rules::topic(&community.secret, &message.tag)),
    ];
    let body = keys.encrypt(&message.bytes()?)?;
    let host = endpoint.host_str().unwrap_or_default();
    Ok(match app.outside.post(&endpoint, &headers, body).await {
        Ok(answer) => rules::outcome(host, &answer),
        // It has never been one of a push service.
        Err(NotFetched::Refused) => Outcome::Gone,
        Err(_) => Outcome::Later(None),
    })
}
