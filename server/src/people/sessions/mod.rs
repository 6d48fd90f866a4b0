//! Sign-ins: the store behind the sessions. The token is the cookie's; the database knows only its hash.

pub mod rules;
mod store;

use std::{collections::HashMap, fmt};

use async_trait::async_trait;
use sha2::{Digest, Sha256};
use time::OffsetDateTime;
use tower_sessions::{
    SessionStore,
    session::{Id, Record},
    session_store::{Error, Result},
};

use crate::{
    events::Event,
    ids::{MemberId, SessionId, Timestamp},
    kit::db::{Conn, Db, Tx},
};

/// Under this key a session says whose it is.
pub const MEMBER: &str = "member";
/// Under this key a session says which browser it is in.
pub const AGENT: &str = "agent";
/// A session that is not used for so long ends.
pub const DAYS: i64 = 90;

/// A sign-in as its member sees it.
#[derive(sqlx::FromRow)]
pub struct SignIn {
    /// The hash it goes by.
    pub hash: Vec<u8>,
    data: String,
    /// When it began.
    pub started_at: Timestamp,
    /// When it was last used, to the day.
    pub seen_at: Timestamp,
}

impl SignIn {
    /// The hash as forms carry it.
    pub fn name(&self) -> String {
        hex::encode(&self.hash)
    }

    /// Which browser, as it called itself.
    pub fn agent(&self) -> String {
        let data: HashMap<String, serde_json::Value> = serde_json::from_str(&self.data).unwrap_or_default();
        data.get(AGENT).and_then(|agent| agent.as_str()).unwrap_or_default().to_owned()
    }
}

/// What the database knows a session by.
pub fn hash(id: Id) -> [u8; 32] {
    Sha256::digest(id.0.to_be_bytes()).into()
}

/// What others call a session by who are told that it changed.
pub fn session_id(id: Id) -> SessionId {
    let beginning = hash(id).first_chunk::<8>().copied().unwrap_or_default();
    SessionId(i64::from_be_bytes(beginning))
}

/// Keeps sessions in the database.
#[derive(Clone)]
pub struct Store(Db);

impl Store {
    /// A store over this database.
    pub const fn new(db: Db) -> Self {
        Self(db)
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionStore")
    }
}

#[async_trait]
impl SessionStore for Store {
    async fn create(&self, record: &mut Record) -> Result<()> {
        let member = record.data.get(MEMBER).and_then(|id| serde_json::from_value(id.clone()).ok());
        let data = serde_json::to_string(&record.data).map_err(backend)?;
        // 128 random bits do not collide.
        let created = self.0.always(async |tx| {
            let until = tx.now.plus_days(DAYS);
            Ok(store::create(tx, &hash(record.id), member, &data, until).await?)
        });
        created.await.map_err(backend)
    }

    /// A session that was ended meanwhile stays ended, and one never passes to another member: signing in makes a new
    /// one.
    async fn save(&self, record: &Record) -> Result<()> {
        let data = serde_json::to_string(&record.data).map_err(backend)?;
        let saved = self.0.always(async |tx| {
            let until = tx.now.plus_days(DAYS);
            store::save(tx, &hash(record.id), &data, until).await?;
            // A member's session only says anew that it is used; whose it is stays for as long as it lives.
            if !record.data.contains_key(MEMBER) {
                tx.emit(Event::SessionChanged(session_id(record.id)));
            }
            Ok(())
        });
        saved.await.map_err(backend)
    }

    async fn load(&self, id: &Id) -> Result<Option<Record>> {
        let mut conn = self.0.read().await.map_err(backend)?;
        let found = store::load(&mut conn, &hash(*id), self.0.clock.now()).await.map_err(backend)?;
        let Some((data, expires)) = found else { return Ok(None) };
        Ok(Some(Record {
            id: *id,
            data: serde_json::from_str(&data).map_err(backend)?,
            expiry_date: OffsetDateTime::from_unix_timestamp(expires.0 / 1000).map_err(backend)?,
        }))
    }

    async fn delete(&self, id: &Id) -> Result<()> {
        let ended = self.0.always(async |tx| {
            if let Some(member) = store::delete(tx, &hash(*id)).await? {
                tx.emit(Event::SessionsChanged(member));
            }
            tx.emit(Event::SessionChanged(session_id(*id)));
            Ok(())
        });
        ended.await.map_err(backend)
    }
}

fn backend(error: impl fmt::Display) -> Error {
    Error::Backend(error.to_string())
}

/// Sign-ins of a member, the latest first.
pub async fn of(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<SignIn>> {
    Ok(store::of(conn, member).await?)
}

/// Ends one sign-in of a member.
pub async fn end(tx: &mut Tx, member: MemberId, hash: &[u8]) -> anyhow::Result<()> {
    store::end(tx, member, hash).await?;
    tx.emit(Event::SessionsChanged(member));
    Ok(())
}

/// Ends all sign-ins of a member.
pub async fn end_all(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    store::end_all(tx, member).await?;
    tx.emit(Event::SessionsChanged(member));
    Ok(())
}

/// Forgets sign-ins that are over.
pub async fn forget_expired(tx: &mut Tx) -> anyhow::Result<()> {
    let now = tx.now;
    Ok(store::forget_expired(tx, now).await?)
}
