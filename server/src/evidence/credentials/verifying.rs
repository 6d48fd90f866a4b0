//! Looking at a credential that somebody holds out, whoever issued it.

use std::{
    sync::{Arc, LazyLock},
    time::Duration,
};

use ::credentials::{
    did::Unreachable,
    verdict::{self, NoCredential, Verdict},
};
use tokio::{sync::Semaphore, time::Instant};
use url::Url;

use super::{own_document, rules::moment};
use crate::kit::{
    app::{App, run_blocking},
    web::fetch::NotFetched,
};

/// So much is fetched from one address, in bytes.
const LARGEST_DOCUMENT: usize = 1024 * 1024;
/// All that is fetched for one credential takes no longer.
const PATIENCE: Duration = Duration::from_secs(20);
/// What somebody holds out, and what was issued here: only so many at once, and the one does not wait for the other.
static STRANGERS: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(4)));
static OWN: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(2)));

/// Where is looked for what a credential names: keys and status lists.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reach {
    /// On this site alone.
    Here,
    /// At public addresses, too.
    Web,
}

/// What can be said of it: the picture, JSON, JWT or address that somebody holds out.
pub async fn examine(app: &Arc<App>, held_out: Vec<u8>, reach: Reach) -> anyhow::Result<Result<Verdict, NoCredential>> {
    let permits = if reach == Reach::Here { &OWN } else { &STRANGERS };
    let (runtime, app, now) = (tokio::runtime::Handle::current(), app.clone(), moment(app.now()));
    run_blocking(permits, move || {
        let end = Instant::now() + PATIENCE;
        let resolve = |url: &Url| runtime.block_on(resolve(&app, url, reach, end));
        verdict::verify(&held_out, now, &resolve)
    })
    .await
}

async fn resolve(app: &App, url: &Url, reach: Reach, end: Instant) -> Result<Vec<u8>, Unreachable> {
    match own_document(app, url).await {
        Ok(Some(own)) => return Ok(own),
        Ok(None) => {}
        Err(error) => return Err(Unreachable::Not(format!("{error:#}"))),
    }
    if reach == Reach::Here {
        return Err(Unreachable::Not("it lies elsewhere".to_owned()));
    }
    match tokio::time::timeout_at(end, app.outside.get(url, LARGEST_DOCUMENT)).await {
        Ok(Ok(bytes)) => Ok(bytes.to_vec()),
        Ok(Err(NotFetched::Answered(410))) => Err(Unreachable::Gone),
        Ok(Err(no)) => Err(Unreachable::Not(no.to_string())),
        Err(_) => Err(Unreachable::Not("it took too long".to_owned())),
    }
}
