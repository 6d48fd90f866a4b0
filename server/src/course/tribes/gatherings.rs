//! When and where a tribe meets. What was planned is the time on the clocks of a zone; the moment is reckoned from it.

use super::{Plan, Tribe, store};
use crate::{
    events::Event,
    ids::{CircleId, MemberId, RowId, Timestamp},
    kit::{
        db::{Conn, Tx},
        i18n::time_zone,
    },
};

/// When and where a tribe meets.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Gathering {
    /// Its number.
    pub id: RowId,
    /// The tribe.
    pub tribe: CircleId,
    /// Who planned it.
    pub made_by: Option<MemberId>,
    /// The IANA name of the zone it was planned in.
    pub time_zone: String,
    /// The moment it begins.
    pub starts_at: Timestamp,
    /// How long it lasts, in minutes.
    pub minutes: i64,
    /// Since when it does not take place.
    pub cancelled_at: Option<Timestamp>,
    /// When it was last changed.
    pub edited_at: Timestamp,
    /// What it is called.
    pub title: String,
    /// A place or a link.
    pub place: String,
}

impl Gathering {
    /// Where it is, if that is a link.
    pub fn link(&self) -> Option<&str> {
        let is_link = self.place.starts_with("https://") || self.place.starts_with("http://");
        (is_link && !self.place.contains(char::is_whitespace)).then_some(self.place.as_str())
    }
}

/// Plans a gathering in a zone; answers its number.
pub async fn plan(tx: &mut Tx, tribe: &Tribe, by: MemberId, zone: &str, plan: &Plan) -> anyhow::Result<RowId> {
    let id = RowId(tx.new_id());
    store::insert_gathering(tx, id, tribe.id, by, zone, plan, plan.starts.moment(&time_zone(zone))).await?;
    tx.emit(Event::TribeChanged(tribe.id));
    Ok(id)
}

/// Plans one otherwise; answers whether it was still as whoever does so saw it, and was not cancelled.
pub async fn replan(tx: &mut Tx, it: &Gathering, seen: Timestamp, zone: &str, plan: &Plan) -> anyhow::Result<bool> {
    let starts_at = plan.starts.moment(&time_zone(zone));
    let changed = store::update_gathering(tx, it.id, seen, zone, plan, starts_at).await?;
    tx.emit(Event::TribeChanged(it.tribe));
    Ok(changed)
}

/// It does not take place; it stays in the list, marked.
pub async fn cancel(tx: &mut Tx, it: &Gathering) -> anyhow::Result<()> {
    store::cancel_gathering(tx, it.id).await?;
    tx.emit(Event::TribeChanged(it.tribe));
    Ok(())
}

/// Those of a tribe that are not over, the next first.
pub async fn coming(conn: &mut Conn, tribe: CircleId, now: Timestamp) -> anyhow::Result<Vec<Gathering>> {
    Ok(store::coming(conn, tribe, now).await?)
}

/// One of a tribe's.
pub async fn gathering(conn: &mut Conn, tribe: CircleId, id: RowId) -> anyhow::Result<Option<Gathering>> {
    Ok(store::gathering(conn, tribe, id).await?)
}
