//! What follows: the jobs that events leave behind, one after another.

use std::{sync::Arc, time::Duration};

use crate::{
    events::Job,
    kit::{app::App, db::queue, email},
    people::community,
};

/// Looks for jobs at least this often, should a bell be missed.
const POLL_INTERVAL: Duration = Duration::from_secs(5);

/// Does jobs for as long as the server runs.
pub async fn run(app: Arc<App>) {
    loop {
        match one(&app).await {
            Ok(true) => {}
            Ok(false) => {
                let _ = tokio::time::timeout(POLL_INTERVAL, app.db.job_bell.notified()).await;
            }
            Err(error) => {
                tracing::error!(error = format!("{error:#}"), "jobs cannot be done");
                tokio::time::sleep(POLL_INTERVAL).await;
            }
        }
    }
}

/// Does the next job that is due; answers whether there was one.
pub async fn one(app: &Arc<App>) -> anyhow::Result<bool> {
    if queue::nothing_due(&mut app.db.read().await?, app.now()).await? {
        return Ok(false);
    }
    let Some(claimed) = app.db.always(async |tx| queue::claim(tx).await).await? else { return Ok(false) };
    // In a task of its own, so that a panic in one job is its failure and not the end of all.
    let done = tokio::spawn(perform(app.clone(), claimed.job)).await.unwrap_or_else(|panic| Err(panic.into()));
    match done {
        Ok(()) => app.db.always(async |tx| queue::done(tx, &claimed).await).await?,
        Err(error) => {
            let error = format!("{error:#}");
            tracing::warn!(job = ?claimed.job, error, "a job failed; it is tried again later");
            app.db.always(async |tx| queue::failed(tx, &claimed, &error).await).await?;
        }
    }
    Ok(true)
}

async fn perform(app: Arc<App>, job: Job) -> anyhow::Result<()> {
    match job {
        Job::SendEmail(id) => {
            let Some(letter) = email::waiting(&mut app.db.read().await?, id).await? else { return Ok(()) };
            app.mailer.send(id, &letter, &community::of(&app).await?.name).await?;
            app.db.always(async |tx| email::sent(tx, id).await).await
        }
    }
}
