//! What follows: the jobs that events leave behind.

use std::{sync::Arc, time::Duration};

use crate::{
    course::{discussions, homerooms, invitations, link_checks, tribes},
    events::{Job, Lane},
    evidence::{certificates, credentials, criteria, log},
    ids::{RowId, Timestamp},
    kit::{
        app::App,
        db::{self, queue},
        email,
    },
    links::{announcements, answers, emails, guests, messages, notices, reports, returns, search},
    people::{about, community, guest_blocks, members, one_time_links, pages::leaving::end_due, sessions},
    talk::{comments, kept_files, posts},
    tools::archives,
};

/// Looks for jobs at least this often, should a bell be missed.
const POLL_INTERVAL: Duration = Duration::from_secs(5);

/// What keeps the index waits so long after it did something: many things in one change cost a fraction.
const GATHERING: Duration = Duration::from_millis(200);

/// Who works: what somebody waits for has workers of its own. Each mostly waits for a disk or for another server, so
/// several of them are faster than one. What keeps the index does much at once, and there
/// one is faster than several.
const WORKERS: [Lane; 7] = [Lane::Soon, Lane::Soon, Lane::Later, Lane::Later, Lane::Later, Lane::Later, Lane::Search];

/// Does jobs for as long as the server runs.
pub async fn run(app: Arc<App>) {
    let work = WORKERS.map(|lane| work(app.clone(), lane));
    futures_util::future::join_all(work).await;
}

async fn work(app: Arc<App>, lane: Lane) {
    loop {
        // Listened for before it is looked, so that nothing comes unheard in between.
        let rung = app.db.bell(lane).notified();
        match one(&app, lane).await {
            // What is written in a moment is kept together.
            Ok(true) if lane == Lane::Search => tokio::time::sleep(GATHERING).await,
            Ok(true) => {}
            Ok(false) => {
                let _ = tokio::time::timeout(POLL_INTERVAL, rung).await;
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
    let mut job = tokio::spawn(perform(app.clone(), claimed.job, claimed.attempts == 1));
    let lease = Duration::from_mins(queue::LEASE_MINUTES.unsigned_abs()) / 3;
    let done = loop {
        match tokio::time::timeout(lease, &mut job).await {
            Ok(done) => break done.unwrap_or_else(|panic| Err(panic.into())),
            Err(_) => app.db.always(async |tx| queue::renew(tx, claimed.id).await).await?,
        }
    };
    match done {
        Ok(Some(until)) => app.db.always(async |tx| queue::postpone(tx, &claimed, until).await).await?,
        Ok(None) => app.db.always(async |tx| queue::done(tx, &claimed).await).await?,
        Err(error) => {
            let error = format!("{error:#}");
            tracing::warn!(job = ?claimed.job, error, "a job failed; it is retried later");
            app.db.always(async |tx| queue::failed(tx, &claimed, &error).await).await?;
        }
    }
    Ok(true)
}

/// Does a job, begun for the first time or not; answers until when it has to wait instead.
async fn perform(app: Arc<App>, job: Job, is_first: bool) -> anyhow::Result<Option<Timestamp>> {
    match job {
        Job::SendEmail(id) => return send(&app, id, is_first).await,
        Job::MakeArchive(id) => return archives::make(&app, id).await,
        Job::TellFollowers(seq, after) => notices::tell_followers(&app, seq, after).await,
        Job::TellAll(id, after) => announcements::tell_all(&app, id, after).await,
        Job::FetchAnswers => answers::mailbox::look(&app).await,
        Job::Forget => {
            app.db
                .always(async |tx| {
                    sessions::forget_expired(tx).await?;
                    one_time_links::forget_expired(tx).await?;
                    members::forget_unconfirmed(tx).await?;
                    answers::forget_old(tx).await?;
                    returns::forget_old(tx).await?;
                    guests::forget_old(tx).await?;
                    homerooms::forget_old(tx).await?;
                    invitations::forget_old(tx).await?;
                    reports::forget_old(tx).await?;
                    guest_blocks::forget_old(tx).await?;
                    db::forget_told(tx).await
                })
                .await
        }
        Job::ForgetNews => notices::forget_old(&app).await,
        Job::RenderPosts => {
            posts::rerender_stale(&app).await?;
            discussions::rerender_stale(&app).await
        }
        Job::LookUpPlaces => about::look_up_again(&app).await,
        Job::ForgetFiles => {
            kept_files::forget_unused(&app).await?;
            archives::forget_old(&app).await
        }
        Job::CheckLinks => link_checks::run(&app).await,
        Job::IssueCredentials => credentials::issue(&app).await,
        Job::IssueCertificates => certificates::issue_due(&app).await,
        Job::AwardTo(member) => criteria::award_to(&app, member).await,
        Job::AwardAll => criteria::award_all(&app).await,
        Job::RemindOfLogs => log::remind_due(&app).await,
        Job::EndAccounts => end_due(&app).await,
        Job::LookAfterTribes => app.db.always(async |tx| tribes::look_after(tx).await).await,
        Job::RenderComments => {
            comments::rerender_stale(&app).await?;
            messages::rerender_stale(&app).await
        }
        Job::Index(_) => search::index_due(&app).await,
        Job::BuildIndex => search::build(&app).await,
        Job::RenderSitePages => {
            app.db
                .always(async |tx| {
                    community::rerender_site_pages(tx).await?;
                    tribes::rerender_stale(tx).await?;
                    announcements::rerender_stale(tx).await
                })
                .await
        }
    }?;
    Ok(None)
}

/// Hands an e-mail to the mail server; one of many waits for its place in the pace of its domain, once.
async fn send(app: &App, id: RowId, is_first: bool) -> anyhow::Result<Option<Timestamp>> {
    let Some(email) = email::waiting(&mut app.db.read().await?, id).await? else { return Ok(None) };
    if is_first && email.is_news() && app.mailer.leaves() {
        let place = app.pace.place(email.recipient(), app.settings.mail_rate, app.now());
        if place.is_some() {
            return Ok(place);
        }
    }
    // What it tells may have gone while it waited, and with it the e-mail.
    let leaves = app.db.always(async |tx| Ok(emails::may_leave(tx, id, &email).await? && email::tried(tx, id).await?));
    if !leaves.await? {
        return Ok(None);
    }
    let community = community::of(app).await?;
    let bounces = app.bounce_addresses.as_ref();
    let bounces = bounces.map(|pattern| returns::address(pattern, &community.secret, id));
    let Err(error) = app.mailer.send(id, &email, &community.name, bounces.as_deref()).await else {
        app.db.always(async |tx| email::sent(tx, id).await).await?;
        return Ok(None);
    };
    if email::asks_for_patience(&error) {
        app.pace.slow_down(email.recipient(), app.now());
    }
    let Some(refusal) = email::refusal(&error) else {
        app.db.always(async |tx| email::not_taken(tx, id).await).await?;
        return Err(error);
    };
    // Trying again would change nothing, and mail servers remember who does.
    app.db
        .always(async |tx| {
            returns::refused(tx, id, &refusal.status, &refusal.said).await?;
            email::given_up(tx, id).await
        })
        .await?;
    Ok(None)
}
