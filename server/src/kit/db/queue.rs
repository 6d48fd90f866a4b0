//! The queue of background jobs: rows written in the same transaction as the change they follow from, claimed by one
//! worker at a time, retried with exponential backoff, and kept with their error when they have failed for good.

use crate::{
    events::Job,
    ids::{RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, value,
};

/// After so many failed attempts a job is not retried any more, and `lyceum doctor` tells of it.
const ATTEMPTS: i64 = 10;
/// A worker that died gives its job back after this long.
const LEASE_MINUTES: i64 = 5;

/// A job in one worker's hands.
pub struct Claimed {
    /// The row of the queue.
    pub id: RowId,
    /// What to do.
    pub job: Job,
    attempts: i64,
}

/// Writes a job, due now.
pub async fn write(tx: &mut Tx, job: Job) -> anyhow::Result<()> {
    let (id, now) = (tx.new_id(), tx.now);
    let what = serde_json::to_string(&job)?;
    run!(tx, "insert into job (id, what, due_at, attempts, error) values ($1, $2, $3, 0, '')", id, what, now)?;
    Ok(())
}

/// Whether no job is due: asked of a reader, so that an idle site writes nothing.
pub async fn nothing_due(conn: &mut Conn, now: Timestamp) -> sqlx::Result<bool> {
    let due: Option<RowId> = value!(
        conn,
        "select id from job where failed_at is null and due_at <= $1 and (leased_until is null or leased_until < $1) limit 1",
        now
    )?;
    Ok(due.is_none())
}

/// Takes the next due job, so that no one else does.
pub async fn claim(tx: &mut Tx) -> anyhow::Result<Option<Claimed>> {
    let sql = tx.pick(
        "update job set attempts = attempts + 1, leased_until = $2
          where id = (select id from job
                       where failed_at is null and due_at <= $1 and (leased_until is null or leased_until < $1)
                       order by due_at limit 1)
         returning id, what, attempts",
        "update job set attempts = attempts + 1, leased_until = $2
          where id = (select id from job
                       where failed_at is null and due_at <= $1 and (leased_until is null or leased_until < $1)
                       order by due_at limit 1 for update skip locked)
         returning id, what, attempts",
    );
    let (now, until) = (tx.now, tx.now.plus_minutes(LEASE_MINUTES));
    let row: Option<(RowId, String, i64)> = one!(tx, sql, now, until)?;
    let Some((id, what, attempts)) = row else { return Ok(None) };
    match serde_json::from_str(&what) {
        Ok(job) => Ok(Some(Claimed { id, job, attempts })),
        Err(error) => {
            // A node of a newer version wrote it, and will do it; the others' work must not wait for that.
            retry_later(tx, id, attempts, &format!("{what} is no job that is known here: {error}")).await?;
            Ok(None)
        }
    }
}

/// The job is done; its row goes.
pub async fn done(tx: &mut Tx, job: &Claimed) -> anyhow::Result<()> {
    run!(tx, "delete from job where id = $1", job.id)?;
    Ok(())
}

/// The job failed: it is retried later, or has failed for good.
pub async fn failed(tx: &mut Tx, job: &Claimed, error: &str) -> anyhow::Result<()> {
    retry_later(tx, job.id, job.attempts, error).await
}

async fn retry_later(tx: &mut Tx, id: RowId, attempts: i64, error: &str) -> anyhow::Result<()> {
    let now = tx.now;
    let again = now.plus_minutes(1 << attempts.min(10));
    let given_up: Option<Timestamp> = (attempts >= ATTEMPTS).then_some(now);
    run!(
        tx,
        "update job set leased_until = null, due_at = $2, failed_at = $3, error = $4 where id = $1",
        id,
        again,
        given_up,
        error
    )?;
    Ok(())
}

/// How many jobs are queued, and how many have failed for good.
pub async fn standing(conn: &mut Conn) -> sqlx::Result<(i64, i64)> {
    Ok(one!(conn, "select count(*) - count(failed_at), count(failed_at) from job")?.unwrap_or_default())
}
