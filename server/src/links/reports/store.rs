//! SQL about reports.

use super::{Report, Reporter, Thing};
use crate::{
    all,
    ids::{MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, value,
};

/// Reports for the organiser `$1`, but for those on themselves.
macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select r.id, r.kind, r.thing, r.about, coalesce(a.name, r.about_name) as name,
                    coalesce(a.handle, '') as handle, a.picture, r.conversation, r.reporter,
                    coalesce(o.name, '') as reporter_name, coalesce(o.handle, '') as reporter_handle, r.guest_email,
                    r.made_at, r.decided_at, coalesce(d.name, '') as decided_by, r.outcome,
                    r.written_at, r.title, r.words, r.note, r.copy
               from report r left join member o on o.id = r.reporter
               left join member a on a.id = r.about
               left join member d on d.id = r.decided_by
              where r.about is distinct from $1 and ",
            $rest
        )
    };
}

pub async fn insert(
    tx: &mut Tx,
    reporter: Reporter<'_>,
    thing: &Thing,
    words: &str,
    once: Option<i64>,
) -> sqlx::Result<Option<RowId>> {
    let (id, now) = (tx.new_id(), tx.now);
    let (reporter, email) = match reporter {
        Reporter::Member(member) => (Some(member), ""),
        Reporter::Guest { email } => (None, email),
    };
    value!(
        tx,
        "insert into report (id, kind, thing, about, about_name, conversation, reporter, made_at, written_at, title, words,
                             note, copy, guest_email, once)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', $12, $13, $14)
         on conflict do nothing returning id",
        id,
        thing.kind.word(),
        thing.id,
        thing.about,
        if thing.about.is_some() { "" } else { thing.name.as_str() },
        thing.conversation,
        reporter,
        now,
        thing.written_at,
        &thing.title,
        words,
        &thing.html,
        email,
        once
    )
}

pub async fn is_made(conn: &mut Conn, reporter: MemberId, kind: &str, thing: i64) -> sqlx::Result<bool> {
    let found: Option<RowId> = value!(
        conn,
        "select id from report where reporter = $1 and kind = $2 and thing = $3 and decided_at is null",
        reporter,
        kind,
        thing
    )?;
    Ok(found.is_some())
}

pub async fn made_since(conn: &mut Conn, reporter: MemberId, since: Timestamp) -> sqlx::Result<i64> {
    let count: Option<i64> =
        value!(conn, "select count(*) from report where reporter = $1 and made_at > $2", reporter, since)?;
    Ok(count.unwrap_or_default())
}

pub async fn made_by_guests_since(conn: &mut Conn, since: Timestamp) -> sqlx::Result<i64> {
    let count: Option<i64> =
        value!(conn, "select count(*) from report where reporter is null and made_at > $1", since)?;
    Ok(count.unwrap_or_default())
}

pub async fn open_count(conn: &mut Conn, organiser: MemberId) -> sqlx::Result<i64> {
    let count: Option<i64> =
        value!(conn, "select count(*) from report where decided_at is null and about is distinct from $1", organiser)?;
    Ok(count.unwrap_or_default())
}

pub async fn open(conn: &mut Conn, organiser: MemberId, most: i64) -> sqlx::Result<Vec<Report>> {
    all!(conn, select!("r.decided_at is null order by r.made_at, r.id limit $2"), organiser, most)
}

pub async fn decided(conn: &mut Conn, organiser: MemberId, most: i64) -> sqlx::Result<Vec<Report>> {
    all!(conn, select!("r.decided_at is not null order by r.decided_at desc, r.id desc limit $2"), organiser, most)
}

pub async fn by_id(conn: &mut Conn, organiser: MemberId, id: RowId) -> sqlx::Result<Option<Report>> {
    one!(conn, select!("r.id = $2"), organiser, id)
}

pub async fn same(conn: &mut Conn, organiser: MemberId, it: &Report) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select count(*) from report
          where decided_at is null and about is distinct from $1 and kind = $2 and thing = $3 and id <> $4",
        organiser,
        it.kind().word(),
        it.thing,
        it.id
    )?;
    Ok(count.unwrap_or_default())
}

pub async fn decide(tx: &mut Tx, by: MemberId, id: RowId, outcome: &str, note: &str) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "update report set decided_at = $3, decided_by = $1, outcome = $4, note = $5
          where id = $2 and decided_at is null and about is distinct from $1",
        by,
        id,
        now,
        outcome,
        note
    )?;
    Ok(rows > 0)
}

pub async fn forget_copies(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    run!(
        tx,
        "update report set copy = '', title = '', guest_email = ''
          where decided_at < $1 and (copy <> '' or title <> '' or guest_email <> '')",
        before
    )?;
    Ok(())
}

pub async fn forget_words(tx: &mut Tx, about: MemberId) -> sqlx::Result<()> {
    run!(tx, "update report set copy = '', title = '' where about = $1", about)?;
    Ok(())
}
