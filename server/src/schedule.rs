//! What happens on time.

use std::{sync::Arc, time::Duration};

use crate::{
    course::{assignments, link_checks, modules, reviews},
    events::{Job, Lane},
    evidence::certificates,
    kit::{app::App, db::queue},
    links::{announcements, search},
    people::community,
    talk::conversations,
};

/// What is begun every so many minutes, by whichever node is first.
const TIMES: [(&str, i64, Job); 15] = [
    ("fetch answers", 1, Job::FetchAnswers),
    ("forget", 60, Job::Forget),
    ("forget news", 24 * 60, Job::ForgetNews),
    ("render posts", 60, Job::RenderPosts),
    ("render comments", 60, Job::RenderComments),
    ("render site pages", 60, Job::RenderSitePages),
    ("look up places", 60, Job::LookUpPlaces),
    ("forget files", 60, Job::ForgetFiles),
    ("check links", 1, Job::CheckLinks),
    ("look after tribes", 60, Job::LookAfterTribes),
    ("remind of logs", 10, Job::RemindOfLogs),
    ("issue certificates", 5, Job::IssueCertificates),
    ("award by rules", 60, Job::AwardAll),
    ("end accounts", 60, Job::EndAccounts),
    ("build index", 1, Job::BuildIndex),
];

/// How often the list is looked through.
const ROUND: Duration = Duration::from_mins(1);

/// Looks at the clock for as long as the server runs.
pub async fn run(app: Arc<App>) {
    loop {
        if let Err(error) = round(&app).await {
            tracing::error!(error = format!("{error:#}"), "what is due on time could not be begun");
        }
        tokio::time::sleep(ROUND).await;
    }
}

/// Closes conversations in which nobody wrote for as long as the community has said; looked at once an hour.
async fn close_silent(app: &App) -> anyhow::Result<()> {
    let Some(days) = community::of(app).await?.close_days else { return Ok(()) };
    if !queue::is_time(&mut app.db.read().await?, "close silent", app.now(), 60).await? {
        return Ok(());
    }
    if app.db.always(async |tx| Ok(queue::is_first(tx, "close silent", 60).await?)).await? {
        conversations::close_silent(&app.db, days).await?;
    }
    Ok(())
}

/// Begins what is due.
pub async fn round(app: &App) -> anyhow::Result<()> {
    app.limits.forget_old();
    conversations::add_up_rest(&app.db).await?;
    conversations::forget_answered(&app.db).await?;
    close_silent(app).await?;
    announcements::turn(app).await?;
    modules::open_due(app).await?;
    assignments::open_due(app).await?;
    reviews::on_time(app).await?;
    for (name, minutes, job) in TIMES {
        if job == Job::FetchAnswers && app.settings.mail_imap.is_none() {
            continue;
        }
        if !queue::is_time(&mut app.db.read().await?, name, app.now(), minutes).await? {
            continue;
        }
        // An idle site writes nothing.
        if job == Job::CheckLinks
            && !(app.settings.checks_links && link_checks::has_work(&mut app.db.read().await?, app.now()).await?)
        {
            continue;
        }
        if job == Job::IssueCertificates && !certificates::come_by_themselves(&mut app.db.read().await?).await? {
            continue;
        }
        if job == Job::BuildIndex && search::is_built(&mut app.db.read().await?).await? {
            continue;
        }
        let lane = if job == Job::BuildIndex { Lane::Search } else { Lane::Later };
        app.db
            .always(async |tx| {
                if queue::is_first(tx, name, minutes).await? {
                    queue::write_once(tx, lane, job).await?;
                }
                Ok(())
            })
            .await?;
        app.db.bell(lane).notify_waiters();
    }
    Ok(())
}
