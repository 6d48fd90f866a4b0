//! The queue of background jobs: rows written in the same transaction as the change they follow from, claimed by one
//! worker at a time, retried with exponential backoff, and kept with their error when they have failed for good.

use crate::{
    all,
    events::{Job, Lane},
    ids::{RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, value,
};

/// After so many failed attempts a job is not retried any more, and `lyceum doctor` tells of it.
const ATTEMPTS: i64 = 10;
/// A worker that died gives its job back after this long; one that lives renews its lease.
pub const LEASE_MINUTES: i64 = 5;

/// A job in one worker's hands.
pub struct Claimed {
    /// The row of the queue.
    pub id: RowId,
    /// What to do.
    pub job: Job,
    /// How often it was begun, this time too.
    pub attempts: i64,
}

/// Writes a job, due now.
pub async fn write(tx: &mut Tx, lane: Lane, job: Job) -> anyhow::Result<()> {
    let (id, now) = (tx.new_id(), tx.now);
    let what = serde_json::to_string(&job)?;
    run!(
        tx,
        "insert into job (id, lane, what, due_at, attempts, error) values ($1, $2, $3, $4, 0, '')",
        id,
        lane.word(),
        what,
        now
    )?;
    Ok(())
}

/// Writes a job that is to be there once: while one with this key waits, nothing is written.
pub async fn write_once(tx: &mut Tx, lane: Lane, job: Job) -> anyhow::Result<()> {
    let (id, now) = (tx.new_id(), tx.now);
    let what = serde_json::to_string(&job)?;
    run!(
        tx,
        "insert into job (id, lane, what, key, due_at, attempts, error) values ($1, $2, $3, $3, $4, 0, '')
         on conflict do nothing",
        id,
        lane.word(),
        what,
        now
    )?;
    Ok(())
}

/// Whether it is this node that begins now what happens every so many minutes under this name.
pub async fn is_first(tx: &mut Tx, name: &str, minutes: i64) -> anyhow::Result<bool> {
    let now = tx.now;
    let won = run!(
        tx,
        "insert into schedule (name, begun_at) values ($1, $2)
         on conflict (name) do update set begun_at = excluded.begun_at where schedule.begun_at <= $3",
        name,
        now,
        now.plus_minutes(-minutes)
    )?;
    Ok(won == 1)
}

/// Whether it is time for what happens every so many minutes under this name: asked of a reader, so that an idle site
/// writes nothing.
pub async fn is_time(conn: &mut Conn, name: &str, now: Timestamp, minutes: i64) -> sqlx::Result<bool> {
    let begun: Option<Timestamp> = value!(conn, "select begun_at from schedule where name = $1", name)?;
    Ok(begun.is_none_or(|begun| begun <= now.plus_minutes(-minutes)))
}

/// Whether no job of a lane is due: asked of a reader, so that an idle site writes nothing.
pub async fn nothing_due(conn: &mut Conn, lane: Lane, now: Timestamp) -> sqlx::Result<bool> {
    let due: Option<RowId> = value!(
        conn,
        "select id from job
          where lane = $2 and failed_at is null and due_at <= $1 and (leased_until is null or leased_until < $1) limit 1",
        now,
        lane.word()
    )?;
    Ok(due.is_none())
}

/// Takes the next due job of a lane, so that no one else does.
pub async fn claim(tx: &mut Tx, lane: Lane) -> anyhow::Result<Option<Claimed>> {
    let sql = tx.pick(
        "update job set attempts = attempts + 1, leased_until = $2
          where id = (select id from job
                       where lane = $3 and failed_at is null and due_at <= $1
                         and (leased_until is null or leased_until < $1)
                       order by due_at, id limit 1)
         returning id, what, attempts",
        "update job set attempts = attempts + 1, leased_until = $2
          where id = (select id from job
                       where lane = $3 and failed_at is null and due_at <= $1
                         and (leased_until is null or leased_until < $1)
                       order by due_at, id limit 1 for update skip locked)
         returning id, what, attempts",
    );
    let (now, until) = (tx.now, tx.now.plus_minutes(LEASE_MINUTES));
    let row: Option<(RowId, String, i64)> = one!(tx, sql, now, until, lane.word())?;
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

/// The next jobs of a lane that are due, begun or not: for whoever does many of them at once.
pub async fn due(conn: &mut Conn, lane: Lane, now: Timestamp, most: i64) -> anyhow::Result<Vec<(RowId, Job)>> {
    let rows: Vec<(RowId, String)> = all!(
        conn,
        "select id, what from job
          where lane = $1 and failed_at is null and due_at <= $2 order by due_at, id limit $3",
        lane.word(),
        now,
        most
    )?;
    // What is no job that is known here is told of when it is claimed.
    Ok(rows.into_iter().filter_map(|(id, what)| Some((id, serde_json::from_str(&what).ok()?))).collect())
}

/// These jobs are done, with the change that says so.
pub async fn done_with(tx: &mut Tx, jobs: &[RowId]) -> anyhow::Result<()> {
    let ids = jobs.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let sql = tx.pick(
        "delete from job where id in (select value from json_each('[' || $1 || ']'))",
        "delete from job where id = any (string_to_array($1, ',')::bigint[])",
    );
    run!(tx, sql, ids)?;
    Ok(())
}

/// The job goes on: nobody else begins it for another while.
pub async fn renew(tx: &mut Tx, job: RowId) -> anyhow::Result<()> {
    let until = tx.now.plus_minutes(LEASE_MINUTES);
    run!(tx, "update job set leased_until = $2 where id = $1 and leased_until is not null", job, until)?;
    Ok(())
}

/// The job is done; its row goes.
pub async fn done(tx: &mut Tx, job: &Claimed) -> anyhow::Result<()> {
    run!(tx, "delete from job where id = $1", job.id)?;
    Ok(())
}

/// The job has to wait for its time.
pub async fn postpone(tx: &mut Tx, job: &Claimed, until: Timestamp) -> anyhow::Result<()> {
    run!(tx, "update job set leased_until = null, due_at = $2 where id = $1", job.id, until)?;
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

/// How many jobs of a kind have failed so far and not been done, and why the last one did; none, if all is well.
pub async fn failing(conn: &mut Conn, name: &str) -> sqlx::Result<Option<(i64, String)>> {
    let kind = format!("{{\"{name}\"%");
    let found: Option<(i64, Option<String>)> = one!(
        conn,
        "select count(*), (select error from job where error <> '' and what like $1 order by due_at desc limit 1)
           from job where error <> '' and what like $1",
        kind
    )?;
    Ok(found.and_then(|(count, error)| error.map(|error| (count, error))))
}

/// How many jobs are queued, and how many have failed for good.
pub async fn standing(conn: &mut Conn) -> sqlx::Result<(i64, i64)> {
    Ok(one!(conn, "select count(*) - count(failed_at), count(failed_at) from job")?.unwrap_or_default())
}
