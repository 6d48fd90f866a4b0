//! SQL about devices.

use super::{Subscription, Told};
use crate::{
    all,
    ids::{MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, value,
};

/// A device on which a member is told.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Device {
    /// Its row.
    pub id: RowId,
    /// Whose it is.
    pub member: MemberId,
    /// The hash of the sign-in it belongs to.
    pub session: Vec<u8>,
    /// Where its push service takes messages for it.
    pub endpoint: String,
    /// What they are encrypted for: the key.
    pub p256dh: Vec<u8>,
    /// The secret that goes with it.
    pub auth: Vec<u8>,
    /// Since when it is told.
    pub begun_at: Timestamp,
    /// When its push service took the last message.
    pub delivered_at: Option<Timestamp>,
    /// Up to here in the order of news it was told.
    pub seq: i64,
    /// When it is looked after next.
    pub due_at: Option<Timestamp>,
    /// So often in a row nothing was taken.
    pub failures: i64,
    /// When the day began in which it is counted what is only followed.
    pub day_at: Timestamp,
    /// So much of that it was told on that day.
    pub followed: i64,
}

/// Devices that are refused.
#[derive(Clone, Debug, Default, sqlx::FromRow)]
pub struct Trouble {
    /// How many devices there are.
    pub devices: i64,
    /// How many are refused.
    pub refused: i64,
    /// What was said of one of them.
    pub said: String,
}

macro_rules! columns {
    () => {
        "id, member, session, endpoint, p256dh, auth, begun_at, delivered_at, seq, due_at, failures, day_at, followed"
    };
}

pub async fn key(conn: &mut Conn) -> sqlx::Result<Option<Vec<u8>>> {
    value!(conn, "select pkcs8 from push_key")
}

pub async fn keep_key(tx: &mut Tx, pkcs8: &[u8]) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "insert into push_key (id, pkcs8, made_at) values (1, $1, $2) on conflict do nothing", pkcs8, now)?;
    Ok(())
}

pub async fn is_begun(tx: &mut Tx, member: MemberId, session: &[u8], hash: &[u8]) -> sqlx::Result<bool> {
    let found: Option<RowId> = value!(
        tx,
        "select id from push_device where member = $1 and session = $2 and hash = $3",
        member,
        session,
        hash
    )?;
    Ok(found.is_some())
}

/// Forgets what was in this sign-in, and whoever else had this browser. The member is held, so that two at once are
/// counted one after the other.
pub async fn make_way(tx: &mut Tx, member: MemberId, session: &[u8], hash: &[u8]) -> sqlx::Result<()> {
    let lock = tx.pick("select id from member where id = $1", "select id from member where id = $1 for update");
    let _: Option<MemberId> = value!(tx, lock, member)?;
    run!(tx, "delete from push_device where session = $1 or hash = $2", session, hash)?;
    Ok(())
}

pub async fn count(tx: &mut Tx, member: MemberId) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(tx, "select count(*) from push_device where member = $1", member)?;
    Ok(count.unwrap_or_default())
}

pub async fn begin(
    tx: &mut Tx,
    member: MemberId,
    session: &[u8],
    subscription: &Subscription,
    hash: &[u8],
    seq: i64,
) -> sqlx::Result<()> {
    let (id, now) = (tx.new_id(), tx.now);
    run!(
        tx,
        "insert into push_device (id, member, session, endpoint, hash, p256dh, auth, begun_at, seq, due_at, rest_until,
                                  failures, said)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8, 0, 0, '')",
        id,
        member,
        session,
        subscription.endpoint.as_str(),
        hash,
        subscription.keys.p256dh(),
        subscription.keys.auth(),
        now,
        seq
    )?;
    Ok(())
}

pub async fn of_member(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<Device>> {
    all!(conn, concat!("select ", columns!(), " from push_device where member = $1 order by id desc"), member)
}

pub async fn end(tx: &mut Tx, member: MemberId, device: RowId) -> sqlx::Result<()> {
    run!(tx, "delete from push_device where id = $2 and member = $1", member, device)?;
    Ok(())
}

/// `members`: a list in JSON.
pub async fn wake(tx: &mut Tx, members: &str, at: Timestamp) -> sqlx::Result<()> {
    macro_rules! wake {
        ($members:literal) => {
            concat!(
                "update push_device set due_at = case when rest_until > $2 then rest_until else $2 end
                  where member in (",
                $members,
                ") and (due_at is null or due_at > case when rest_until > $2 then rest_until else $2 end)"
            )
        };
    }
    let sql = tx.pick(
        wake!("select value from json_each($1)"),
        wake!("select value::bigint from json_array_elements_text($1::json)"),
    );
    run!(tx, sql, members, at)?;
    Ok(())
}

/// A device whose sign-in is over is left alone until that is forgotten.
pub async fn due(conn: &mut Conn, now: Timestamp, most: i64) -> sqlx::Result<Vec<RowId>> {
    let rows: Vec<(RowId,)> = all!(
        conn,
        "select d.id from push_device d join session s on s.hash = d.session and s.expires_at > $1
          where d.due_at <= $1 order by d.due_at limit $2",
        now,
        most
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub async fn claim(tx: &mut Tx, device: RowId, until: Timestamp) -> sqlx::Result<Option<Device>> {
    let now = tx.now;
    one!(
        tx,
        concat!(
            "update push_device set due_at = $3
              where id = $1 and due_at <= $2
             returning ",
            columns!()
        ),
        device,
        now,
        until
    )
}

/// What has happened since it was claimed is looked at in its own time.
pub async fn look_again(tx: &mut Tx, device: &Device, at: Option<Timestamp>) -> sqlx::Result<()> {
    run!(tx, "update push_device set due_at = $3 where id = $1 and due_at = $2", device.id, device.due_at, at)?;
    Ok(())
}

pub async fn told(tx: &mut Tx, device: &Device, told: &Told, rest_until: Timestamp) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update push_device
            set seq = $3, delivered_at = $4, rest_until = $5, failures = 0, said = '', day_at = $6, followed = $7,
                due_at = case when due_at = $2 then null when due_at < $5 then $5 else due_at end
          where id = $1",
        device.id,
        device.due_at,
        told.seq,
        now,
        rest_until,
        told.day_at,
        told.followed
    )?;
    Ok(())
}

pub async fn failed(tx: &mut Tx, device: &Device, said: &str, until: Timestamp) -> sqlx::Result<()> {
    run!(
        tx,
        "update push_device set failures = failures + 1, said = $2, rest_until = $3, due_at = $3 where id = $1",
        device.id,
        said,
        until
    )?;
    Ok(())
}

pub async fn forget(tx: &mut Tx, device: RowId) -> sqlx::Result<()> {
    run!(tx, "delete from push_device where id = $1", device)?;
    Ok(())
}

pub async fn trouble(conn: &mut Conn) -> sqlx::Result<Trouble> {
    let found = one!(
        conn,
        "select count(*) as devices, coalesce(sum(case when said <> '' then 1 else 0 end), 0) as refused,
                coalesce(max(said), '') as said
           from push_device"
    )?;
    Ok(found.unwrap_or_default())
}
