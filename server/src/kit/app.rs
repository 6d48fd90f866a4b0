//! The app: everything a handler or a job needs, made ready from the settings.

use std::sync::Arc;

use anyhow::anyhow;
use tokio::sync::Semaphore;

pub use super::blocking::{render, run_blocking};
use crate::{
    ids::{Clock, Timestamp},
    kit::{
        config::Settings,
        db::{Db, Snapshot},
        email::{Mailer, addresses::Pattern, pace::Pace},
        files::Files,
        hashing::Hashing,
        web::{
            fetch,
            limits::{AtOnce, Limits},
            page_cache::PageCache,
        },
    },
};

/// How many pages may listen at once, and how many from one network address; others still read and write, only not by
/// themselves.
const LISTENERS: usize = 4096;
const LISTENERS_FROM_ONE: usize = 1024;

/// Everything that runs the site.
pub struct App {
    /// What the file, the environment and the command line say, read once at the start.
    pub settings: Settings,
    /// SQLite or PostgreSQL, with the versions and channels that its changes move.
    pub db: Db,
    /// Pictures and other files.
    pub files: Files,
    /// Sends e-mail.
    pub mailer: Mailer,
    /// How fast it does so to each domain.
    pub pace: Pace,
    /// Asks other servers, at public addresses only.
    pub outside: fetch::Client,
    /// The addresses for answers by e-mail, if there are any.
    pub answer_addresses: Option<Pattern>,
    /// The addresses e-mails are sent from, if each has one of its own.
    pub bounce_addresses: Option<Pattern>,
    /// Whole responses, valid while what they show is unchanged.
    pub page_cache: PageCache,
    /// Who may do what how often; counted on this node alone.
    pub limits: Limits,
    /// Hashes passwords, in memory that is kept.
    pub hashing: Hashing,
    /// Decoding pictures takes more: apart, so that nobody's sign-in waits for somebody's pictures.
    pub image_permits: Arc<Semaphore>,
    /// Archives of members are made one after the other.
    pub archive_permits: Arc<Semaphore>,
    /// Pages left open that are told what comes: each holds a connection, so there is an end to them.
    pub listeners: AtOnce,
    /// Turns true when the server is about to stop: what would go on for ever ends then.
    pub closing: tokio::sync::watch::Sender<bool>,
    /// Small cached values that many requests need, with the versions they were made under.
    pub memo: moka::sync::Cache<String, (Snapshot, Arc<dyn std::any::Any + Send + Sync>)>,
}

fn pattern(setting: &str, given: Option<&str>) -> anyhow::Result<Option<Pattern>> {
    let parsed = given.map(|given| given.parse().map_err(|why| anyhow!("the setting `{setting}` is `{given}`: {why}")));
    parsed.transpose()
}

impl App {
    /// Opens the database and makes everything ready.
    pub async fn start(settings: Settings, clock: Clock, limits: Limits) -> anyhow::Result<Arc<Self>> {
        // One provider of cryptography for everything that speaks TLS; a second call only finds the first.
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let answer_addresses = pattern("mail_answers", settings.mail_answers.as_deref())?;
        let bounce_addresses = pattern("mail_bounces", settings.mail_bounces.as_deref())?;
        let db = Db::open(&settings.database, clock, settings.node).await?;
        Ok(Arc::new(Self {
            files: Files::in_folder(&settings.data.join("files"))?,
            mailer: Mailer::new(&settings)?,
            pace: Pace::default(),
            outside: fetch::Client::new()?,
            answer_addresses,
            bounce_addresses,
            page_cache: PageCache::default(),
            hashing: Hashing::default(),
            image_permits: Arc::new(Semaphore::new(1)),
            archive_permits: Arc::new(Semaphore::new(1)),
            listeners: AtOnce::new(LISTENERS, LISTENERS_FROM_ONE),
            closing: tokio::sync::watch::Sender::new(false),
            memo: moka::sync::Cache::new(10_000),
            limits,
            settings,
            db,
        }))
    }

    /// The present moment.
    pub fn now(&self) -> Timestamp {
        self.db.clock.now()
    }

    /// A value that was cached under this name, if it is still current.
    pub fn remembered<T: Send + Sync + 'static>(&self, name: &str) -> Option<Arc<T>> {
        let (seen, value) = self.memo.get(name)?;
        if !self.db.versions.is_current(&seen) {
            return None;
        }
        value.downcast().ok()
    }

    /// Caches a value; `seen` was taken before what it is made from was read.
    pub fn remember<T: Send + Sync + 'static>(&self, name: String, seen: Snapshot, value: Arc<T>) {
        self.memo.insert(name, (seen, value));
    }
}
