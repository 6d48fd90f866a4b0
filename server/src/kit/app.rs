//! The app: everything a handler or a job needs, made ready from the settings.

use std::sync::{Arc, LazyLock};

use tokio::sync::Semaphore;

use crate::{
    ids::{Clock, Timestamp},
    kit::{
        config::Settings,
        db::{Db, Snapshot},
        email::Mailer,
        files::Files,
        web::{
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
    /// The settings.
    pub settings: Settings,
    /// The database.
    pub db: Db,
    /// Pictures and other files.
    pub files: Files,
    /// Sends e-mail.
    pub mailer: Mailer,
    /// The page cache.
    pub page_cache: PageCache,
    /// Rate limits.
    pub limits: Limits,
    /// Hashing passwords takes much memory: only so many at once.
    pub hashing_permits: Arc<Semaphore>,
    /// Decoding pictures takes more: apart, so that nobody's sign-in waits for somebody's pictures.
    pub image_permits: Arc<Semaphore>,
    /// Pages left open that are told what comes: each holds a connection, so there is an end to them.
    pub listeners: AtOnce,
    /// Turns true when the server is about to stop: what would go on for ever ends then.
    pub closing: tokio::sync::watch::Sender<bool>,
    /// Small cached values that many requests need, with the versions they were made under.
    pub memo: moka::sync::Cache<String, (Snapshot, Arc<dyn std::any::Any + Send + Sync>)>,
}

impl App {
    /// Opens the database and makes everything ready.
    pub async fn start(settings: Settings, clock: Clock, limits: Limits) -> anyhow::Result<Arc<Self>> {
        // One provider of cryptography for everything that speaks TLS; a second call only finds the first.
        let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
        let db = Db::open(&settings.database, clock, settings.node).await?;
        Ok(Arc::new(Self {
            files: Files::in_folder(&settings.data.join("files"))?,
            mailer: Mailer::new(&settings)?,
            page_cache: PageCache::default(),
            hashing_permits: Arc::new(Semaphore::new(2)),
            image_permits: Arc::new(Semaphore::new(1)),
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

/// Runs blocking work on Tokio's blocking pool, a limited number at a time. The permit is held until the work ends, even
/// if the request was cancelled.
pub async fn run_blocking<T: Send + 'static>(
    permits: &Arc<Semaphore>,
    work: impl FnOnce() -> T + Send + 'static,
) -> anyhow::Result<T> {
    let permit = permits.clone().acquire_owned().await?;
    let work = move || {
        let _permit = permit;
        work()
    };
    Ok(tokio::task::spawn_blocking(work).await?)
}

/// What is longer than this is rendered beside the threads that answer, in bytes.
const LONG: usize = 16 * 1024;
/// Rendering long texts: only so many at once.
static RENDERERS: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(2)));

/// Renders a text of so many bytes: a long one beside the threads that answer, when it is its turn.
pub async fn render<T: Send + 'static>(bytes: usize, work: impl FnOnce() -> T + Send + 'static) -> anyhow::Result<T> {
    if bytes < LONG { Ok(work()) } else { run_blocking(&RENDERERS, work).await }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use futures_util::poll;

    use super::*;

    #[tokio::test]
    async fn a_long_text_is_rendered_beside_the_threads_that_answer() {
        let here = std::thread::current().id();
        let place = || std::thread::current().id();
        assert_eq!(render(100, place).await.unwrap(), here, "a short one is not worth the way");
        assert_ne!(render(100_000, place).await.unwrap(), here);
    }

    #[tokio::test]
    async fn a_permit_is_held_until_the_work_ends_whoever_waited_for_it() {
        let permits = Arc::new(Semaphore::new(1));
        let (go_on, wait) = std::sync::mpsc::channel::<()>();
        let mut work = Box::pin(run_blocking(&permits, move || wait.recv()));
        assert!(poll!(&mut work).is_pending());
        drop(work);
        assert_eq!(permits.available_permits(), 0);
        go_on.send(()).unwrap();
        let permit = tokio::time::timeout(Duration::from_secs(20), permits.acquire()).await;
        assert!(permit.is_ok());
    }
}
