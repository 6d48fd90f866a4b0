//! HTTP for the devices that members are told on.

use std::sync::Arc;

use axum::extract::State;
use serde::Deserialize;

use crate::{
    ids::{MemberId, RowId},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{Path, forms::Typed, see_other},
    },
    links::devices::{self, Device, NoDevice},
    people::sessions::{self, SignIn},
    site::Visitor,
};

/// Where the devices stand.
const HERE: &str = "/me/mail/?changed=1#done";

/// The devices of a member as the page shows them.
pub struct Panel {
    /// The key of this site, for browsers.
    pub key: String,
    /// The devices.
    pub devices: Vec<Shown>,
}

/// A device as the page shows it.
pub struct Shown {
    /// Its row.
    pub id: RowId,
    /// The browser and the system.
    pub on: String,
    /// Since when it is told, and when it was last.
    pub when: String,
    /// Whether it is the one that shows the page.
    pub is_here: bool,
    /// Whether its push service did not take the last message.
    pub is_failing: bool,
}

impl Panel {
    /// The devices of a member; `key` is the public key of this site.
    pub async fn of(conn: &mut Conn, visitor: &Visitor, member: MemberId, key: String) -> anyhow::Result<Self> {
        let here = here(visitor);
        let sign_ins = sessions::of(conn, member).await?;
        let shown = |device: Device| Shown::of(visitor, &device, &sign_ins, here.as_deref());
        Ok(Self { key, devices: devices::of_member(conn, member).await?.into_iter().map(shown).collect() })
    }
}

impl Shown {
    fn of(visitor: &Visitor, device: &Device, sign_ins: &[SignIn], here: Option<&[u8]>) -> Self {
        let t = &visitor.words;
        let agent = sign_ins.iter().find(|sign_in| sign_in.hash == device.session).map(SignIn::agent);
        let since = t.with("push-since", "date", t.date(device.begun_at));
        let when = match device.delivered_at {
            Some(at) => format!("{since} {}", t.with("push-last", "time", t.date_time(at))),
            None => since,
        };
        Self {
            id: device.id,
            on: sessions::rules::device(t, &agent.unwrap_or_default()),
            when,
            is_here: here == Some(&device.session[..]),
            is_failing: device.failures > 0,
        }
    }
}

/// What the session of this browser is known by.
fn here(visitor: &Visitor) -> Option<Vec<u8>> {
    visitor.session.as_ref().and_then(tower_sessions::Session::id).map(|id| sessions::hash(id).to_vec())
}

/// What a browser says of itself (Push API).
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct SubscriptionForm {
    endpoint: String,
    p256dh: String,
    auth: String,
}

/// `POST /me/devices`: tells the member on this device from now on.
pub async fn begin(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<SubscriptionForm>) -> Answer {
    let member = visitor.signed_in()?.id;
    let session = here(&visitor).ok_or(Failure::SignInFirst)?;
    let subscription = devices::rules::subscription(&app.outside, form.endpoint.trim(), &form.p256dh, &form.auth)
        .ok_or(Failure::Bad("push-strange"))?;
    // Each is asked at once whether it takes something.
    app.limits.moves.take(&member.0)?;
    match app.db.change(async |tx| devices::begin(tx, member, &session, &subscription).await).await? {
        Ok(()) => Ok(see_other(HERE)),
        Err(NoDevice::TooMany) => Err(Failure::TooMany),
    }
}

/// `POST /me/devices/{id}/end`: tells the member nothing on a device any more.
pub async fn end(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<i64>) -> Answer {
    let member = visitor.signed_in()?.id;
    app.db.always(async |tx| devices::end(tx, member, RowId(id)).await).await?;
    Ok(see_other(HERE))
}
