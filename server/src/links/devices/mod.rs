//! The devices on which members are told by Web Push, and the key by which push services know this site.
//!
//! A device belongs to the sign-in it was turned on in, and ends with it.

pub mod rules;
mod store;

use std::{collections::BTreeSet, sync::Arc};

use sha2::{Digest, Sha256};
use url::Url;

pub use self::store::{Device, Trouble};
use crate::{
    ids::{MemberId, RowId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
        webpush::{Keys, SiteKey},
    },
    talk::news,
};

/// A member has so many at most.
pub const MOST: i64 = 10;
/// Somebody who reads just now needs to be told nothing: so long it waits for that, in seconds.
pub const GRACE_SECONDS: i64 = 30;
/// Whoever looks after a device has so long before another does, in minutes.
const LEASE_MINUTES: i64 = 3;
/// So long a device is left in peace after it was told something, in minutes: what happens meanwhile comes together.
const REST_MINUTES: i64 = 2;

/// What a browser gave out to be written to.
pub struct Subscription {
    /// Where its push service takes messages.
    pub endpoint: Url,
    /// What they are encrypted for.
    pub keys: Keys,
}

/// How far a device has been told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Told {
    /// Up to this place in the order of news.
    pub seq: i64,
    /// When the day began, where its member is.
    pub day_at: Timestamp,
    /// So much on that day that its member only follows, or that is said to all.
    pub followed: i64,
}

/// Why a device is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoDevice {
    /// The member has as many as one may have.
    TooMany,
}

/// The key of this site; made when it is needed first.
pub async fn site_key(app: &App) -> anyhow::Result<Arc<SiteKey>> {
    const NAME: &str = "push-key";
    if let Some(key) = app.remembered(NAME) {
        return Ok(key);
    }
    let seen = app.db.versions.snapshot(&[]);
    let mut kept = store::key(&mut app.db.read().await?).await?;
    if kept.is_none() {
        let made = SiteKey::make()?;
        // Another node may have been first.
        kept = app
            .db
            .always(async |tx| {
                store::keep_key(tx, &made).await?;
                Ok(store::key(tx).await?)
            })
            .await?;
    }
    let kept = kept.ok_or_else(|| anyhow::anyhow!("the key for Web Push was not kept"))?;
    let key = Arc::new(SiteKey::read(&kept)?);
    app.remember(NAME.into(), seen, key.clone());
    Ok(key)
}

/// Tells a member on the device of this sign-in from now on, and first of all that it does. A device is one member's: whoever turned it on last.
pub async fn begin(
    tx: &mut Tx,
    member: MemberId,
    session: &[u8],
    subscription: &Subscription,
) -> anyhow::Result<Result<(), NoDevice>> {
    let hash: [u8; 32] = Sha256::digest(subscription.endpoint.as_str()).into();
    if store::is_begun(tx, member, session, &hash).await? {
        return Ok(Ok(()));
    }
    store::make_way(tx, member, session, &hash).await?;
    if store::count(tx, member).await? >= MOST {
        return Ok(Err(NoDevice::TooMany));
    }
    let head = news::head(tx).await?;
    store::begin(tx, member, session, subscription, &hash, head).await?;
    Ok(Ok(()))
}

/// The devices of a member, the latest first.
pub async fn of_member(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<Device>> {
    Ok(store::of_member(conn, member).await?)
}

/// A member is told nothing on this device any more.
pub async fn end(tx: &mut Tx, member: MemberId, device: RowId) -> anyhow::Result<()> {
    Ok(store::end(tx, member, device).await?)
}

/// There is something to tell these members.
pub async fn wake(tx: &mut Tx, members: &[MemberId]) -> anyhow::Result<()> {
    if members.is_empty() {
        return Ok(());
    }
    let at = Timestamp(tx.now.0 + GRACE_SECONDS * 1000);
    let members: BTreeSet<i64> = members.iter().map(|member| member.0).collect();
    Ok(store::wake(tx, &serde_json::to_string(&members)?, at).await?)
}

/// The devices that are to be looked after, the longest due first.
pub async fn due(conn: &mut Conn, now: Timestamp, most: i64) -> anyhow::Result<Vec<RowId>> {
    Ok(store::due(conn, now, most).await?)
}

/// Takes a device into one's hands, so that no other node does; nothing if it is not due any more.
pub async fn claim(tx: &mut Tx, device: RowId) -> anyhow::Result<Option<Device>> {
    let until = tx.now.plus_minutes(LEASE_MINUTES);
    Ok(store::claim(tx, device, until).await?)
}

/// There was nothing to tell, or not before then.
pub async fn look_again(tx: &mut Tx, device: &Device, at: Option<Timestamp>) -> anyhow::Result<()> {
    Ok(store::look_again(tx, device, at).await?)
}

/// Its push service took what was told.
pub async fn told(tx: &mut Tx, device: &Device, told: &Told) -> anyhow::Result<()> {
    let rest = tx.now.plus_minutes(REST_MINUTES);
    Ok(store::told(tx, device, told, rest).await?)
}

/// Its push service took nothing: `said` is why, if somebody has to mend it; `wait` is for how many seconds it wants to be
/// left alone. One that takes nothing for days is forgotten.
pub async fn failed(tx: &mut Tx, device: &Device, said: &str, wait: Option<i64>) -> anyhow::Result<()> {
    if rules::is_lost(device.failures + 1) {
        return forget(tx, device.id).await;
    }
    let until = rules::retry_at(tx.now, device.failures + 1, wait);
    Ok(store::failed(tx, device, said, until).await?)
}

/// The device is gone.
pub async fn forget(tx: &mut Tx, device: RowId) -> anyhow::Result<()> {
    Ok(store::forget(tx, device).await?)
}

/// How many devices there are, how many of them are refused by their push service, and what one of these said.
pub async fn trouble(conn: &mut Conn) -> anyhow::Result<Trouble> {
    Ok(store::trouble(conn).await?)
}
