//! Whether the links of modules still lead somewhere: asked about once a week, one thing at a time of each host, under the
//! site's own name. What is dead is only what is said to be gone three times over a week.

pub mod rules;
mod store;
#[cfg(test)]
mod tests;

use futures_util::future::join_all;
use sha2::{Digest, Sha256};
use url::Url;

use crate::{
    course::link_checks::rules::{Finding, Known},
    events::Event,
    ids::{CircleId, ConversationId, RowId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
    },
};

/// One host is asked again after so many minutes.
const HOST_MINUTES: i64 = 1;
/// So many hosts are asked at once.
const AT_ONCE: i64 = 20;
/// A link whose asking was broken off is asked again after so many minutes.
const BROKEN_OFF_MINUTES: i64 = 24 * 60;

/// A link that is to be asked.
#[derive(Clone, Debug, sqlx::FromRow)]
struct Due {
    address: String,
    alive_at: Option<Timestamp>,
    gone: i64,
    gone_since: Option<Timestamp>,
    dead_at: Option<Timestamp>,
}

impl Due {
    const fn known(&self) -> Known {
        Known { gone: self.gone, gone_since: self.gone_since, dead_at: self.dead_at, alive_at: self.alive_at }
    }
}

/// A link of a course with which something is the matter.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Doubtful {
    /// The item that has it; nothing: it leads to the recording of the module's live session.
    pub item: Option<RowId>,
    /// What that is called; empty for a recording.
    pub title: String,
    /// The module it is in.
    pub module: ConversationId,
    /// What that is called.
    pub module_title: String,
    /// Where the link leads.
    pub address: String,
    /// What was answered last.
    pub said: String,
    /// When that was.
    pub asked_at: Option<Timestamp>,
    /// Since when nothing is there.
    pub gone_since: Option<Timestamp>,
    /// Since when it counts as dead.
    pub dead_at: Option<Timestamp>,
}

impl Doubtful {
    /// The message that tells what was answered; it may name that.
    pub fn key(&self) -> &'static str {
        match self.said.as_str() {
            "404" | "410" => "link-gone",
            "no-host" => "link-no-host",
            "sign-in" => "link-sign-in",
            "front" => "link-front",
            "not-public" => "link-not-public",
            "round" => "link-round",
            "silent" => "link-silent",
            _ => "link-answered",
        }
    }
}

/// Whether there is anything to ask: a link is due, or there is one that was never asked.
pub async fn has_work(conn: &mut Conn, now: Timestamp) -> anyhow::Result<bool> {
    Ok(store::has_work(conn, now).await?)
}

/// Asks what is due.
pub async fn run(app: &App) -> anyhow::Result<()> {
    note(app).await?;
    let now = app.now();
    let due = store::due(&mut app.db.read().await?, now, now.plus_minutes(-HOST_MINUTES), AT_ONCE).await?;
    if due.is_empty() {
        return Ok(());
    }
    // Before anything is asked: if the server ends meanwhile, nobody is asked again at once.
    let addresses = list(due.iter().map(|due| due.address.as_str()));
    app.db.always(async |tx| Ok(store::begin(tx, &addresses, now.plus_minutes(BROKEN_OFF_MINUTES)).await?)).await?;
    let agent = agent(&app.settings.base_url);
    let findings = join_all(due.iter().map(async |due| (due, ask(app, &agent, &due.address).await))).await;
    let rows: Vec<_> = findings
        .into_iter()
        .map(|(due, (finding, retry_after))| {
            let (known, next) = rules::after(due.known(), &finding, now, spread(&due.address), retry_after);
            let said = match finding {
                Finding::Alive => String::new(),
                Finding::Unsure(said) | Finding::Gone(said) => said,
            };
            let times = [known.alive_at, known.gone_since, known.dead_at].map(|at| at.map(|at| at.0));
            (&due.address, next.0, known.gone, times, said)
        })
        .collect();
    let rows = serde_json::to_string(&rows)?;
    app.db.always(async |tx| Ok(store::found(tx, &rows).await?)).await
}

/// What a server is told of who asks. Not that links are checked: some turn away whatever has that word in its name.
fn agent(base_url: &str) -> String {
    format!("Lyceum/{} (+{base_url}/)", env!("CARGO_PKG_VERSION"))
}

async fn ask(app: &App, agent: &str, address: &str) -> (Finding, Option<i64>) {
    let Ok(url) = Url::parse(address) else { return (Finding::Unsure("not-public".into()), None) };
    let found = app.outside.probe(&url, agent).await;
    (rules::finding(&url, &found), found.ok().and_then(|found| found.retry_after))
}

/// A number of the link's own.
fn spread(address: &str) -> u64 {
    let hash = Sha256::digest(address.as_bytes());
    hash[..8].iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// Takes note of links that are new, and forgets those that no item has any more.
async fn note(app: &App) -> anyhow::Result<()> {
    let new = store::unknown(&mut app.db.read().await?).await?;
    let host = |address: &str| Url::parse(address).ok().and_then(|url| url.host_str().map(ToOwned::to_owned));
    let rows: Vec<_> = new.iter().map(|address| (address, host(address).unwrap_or_default())).collect();
    let rows = serde_json::to_string(&rows)?;
    app.db
        .always(async |tx| {
            if !new.is_empty() {
                store::note(tx, &rows).await?;
            }
            Ok(store::forget_unused(tx).await?)
        })
        .await
}

fn list<'a>(addresses: impl Iterator<Item = &'a str>) -> String {
    serde_json::to_string(&addresses.collect::<Vec<_>>()).unwrap_or_default()
}

/// The links of a course with which something is the matter, the dead ones first: for those who lead it.
pub async fn doubtful(conn: &mut Conn, course: CircleId) -> anyhow::Result<Vec<Doubtful>> {
    Ok(store::doubtful(conn, course).await?)
}

/// Somebody who leads a course looked and says that a link of it works: it is alive again, and not asked for a while.
pub async fn works(tx: &mut Tx, course: CircleId, address: &str) -> anyhow::Result<()> {
    let next = tx.now.plus_days(rules::VOUCHED_DAYS);
    tx.emit(Event::CourseChanged(course));
    Ok(store::works(tx, course, address, next).await?)
}
