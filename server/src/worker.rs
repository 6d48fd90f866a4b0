//! What follows: the jobs that events leave behind.

use std::{sync::Arc, time::Duration};

use crate::{
    events::{Job, Lane},
    kit::{
        app::App,
        db::{self, queue},
        email,
    },
    links::{announcements, notices},
    people::{community, members, one_time_links, sessions},
    talk::{comments, posts},
};

/// Looks for jobs at least this often, should a bell be missed.
const POLL_INTERVAL: Duration = Duration::from_secs(5);

/// Who works: what somebody waits for has workers of its own.
const WORKERS: [Lane; 4] = [Lane::Soon, Lane::Soon, Lane::Later, Lane::Later];

/// Does jobs for as long as the server runs.
pub async fn run(app: Arc<App>) {
    let work = WORKERS.map(|lane| work(app.clone(), lane));
    futures_util::future::join_all(work).await;
}

async fn work(app: Arc<App>, lane: Lane) {
    loop {
        match one(&app, lane).await {
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

/// Does the next job of a lane that is due; answers whether there was one.
pub async fn one(app: &Arc<App>, lane: Lane) -> anyhow::Result<bool> {
    if queue::nothing_due(&mut app.db.read().await?, lane, app.now()).await? {
        return Ok(false);
    }
    let Some(claimed) = app.db.always(async |tx| queue::claim(tx, lane).await).await? else { return Ok(false) };
    // In a task of its own, so that a panic in one job is its failure and not the end of all.
    let mut job = tokio::spawn(perform(app.clone(), claimed.job));
    let lease = Duration::from_mins(queue::LEASE_MINUTES.unsigned_abs()) / 3;
    let done = loop {
        match tokio::time::timeout(lease, &mut job).await {
            Ok(done) => break done.unwrap_or_else(|panic| Err(panic.into())),
            Err(_) => app.db.always(async |tx| queue::renew(tx, claimed.id).await).await?,
        }
    };
    match done {
        Ok(()) => app.db.always(async |tx| queue::done(tx, &claimed).await).await?,
        Err(error) => {
            let error = format!("{error:#}");
            tracing::warn!(job = ?claimed.job, error, "a job failed; it is retried later");
            app.db.always(async |tx| queue::failed(tx, &claimed, &error).await).await?;
        }
    }
    Ok(true)
}

async fn perform(app: Arc<App>, job: Job) -> anyhow::Result<()> {
    match job {
        Job::SendEmail(id) => {
            let Some(email) = email::waiting(&mut app.db.read().await?, id).await? else { return Ok(()) };
            app.db.always(async |tx| email::tried(tx, id).await).await?;
            let sent = app.mailer.send(id, &email, &community::of(&app).await?.name).await;
            if let Err(error) = sent {
                app.db.always(async |tx| email::not_taken(tx, id).await).await?;
                return Err(error);
            }
            app.db.always(async |tx| email::sent(tx, id).await).await
        }
        Job::TellFollowers(seq, after) => notices::tell_followers(&app, seq, after).await,
        Job::TellAll(id, after) => announcements::tell_all(&app, id, after).await,
        Job::Forget => {
            app.db
                .always(async |tx| {
                    sessions::forget_expired(tx).await?;
                    one_time_links::forget_expired(tx).await?;
                    members::forget_unconfirmed(tx).await?;
                    db::forget_told(tx).await
                })
                .await
        }
        Job::RenderPosts => posts::rerender_stale(&app).await,
        Job::RenderComments => comments::rerender_stale(&app).await,
        Job::RenderSitePages => {
            app.db
                .always(async |tx| {
                    community::rerender_site_pages(tx).await?;
                    announcements::rerender_stale(tx).await
                })
                .await
        }
    }
}
