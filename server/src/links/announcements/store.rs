//! SQL about announcements.

use super::{Announcement, Banner, Draft, Later};
use crate::{
    all,
    ids::{CircleId, ConversationId, MemberId, Timestamp},
    is_to_reader,
    kit::db::{Conn, Tx},
    listed, one, readable, readable_to, run, value, was_there,
};

macro_rules! select {
    ($($rest:expr),*) => {
        concat!(
            "select a.id, a.circle, v.title, v.lang, a.source, a.html,
                    a.begins_at, a.ends_at, a.published_at, a.begun_at, a.ended_at, a.withdrawn_at, a.limited_at, a.edited_at, v.author, w.name, w.handle
               from announcement a join conversation v on v.id = a.id join member w on w.id = v.author ",
            $($rest),*
        )
    };
}

/// Whether it is for the reader `$1`, whenever they came in.
macro_rules! in_time {
    () => {
        concat!("(a.limited_at is null or v.author = $1 or ", was_there!(), ")")
    };
}

pub async fn all(conn: &mut Conn, circle: i64, most: i64) -> sqlx::Result<Vec<Announcement>> {
    all!(conn, select!("where a.circle = $1 order by a.id desc limit $2"), circle, most)
}

pub async fn to_circle(
    conn: &mut Conn,
    reader: MemberId,
    circle: CircleId,
    most: i64,
) -> sqlx::Result<Vec<Announcement>> {
    all!(
        conn,
        select!(
            "where a.circle = $2 and a.begun_at is not null and a.withdrawn_at is null and ",
            in_time!(),
            " and ",
            listed!(),
            " order by a.begun_at desc, a.id desc limit $3"
        ),
        reader,
        circle,
        most
    )
}

pub async fn by_id(conn: &mut Conn, id: ConversationId) -> sqlx::Result<Option<Announcement>> {
    one!(conn, select!("where a.id = $1"), id)
}

pub async fn for_reader(conn: &mut Conn, reader: MemberId, id: ConversationId) -> sqlx::Result<Option<Announcement>> {
    one!(
        conn,
        select!(
            "where a.id = $2 and a.begun_at is not null and a.withdrawn_at is null and ",
            in_time!(),
            " and ",
            readable!()
        ),
        reader,
        id
    )
}

pub async fn banners(conn: &mut Conn, reader: MemberId, most: i64) -> sqlx::Result<Vec<Banner>> {
    all!(
        conn,
        concat!(
            "select a.id, v.title, v.lang, coalesce(k.name, '') as circle_name
               from announcement a join conversation v on v.id = a.id
               left join circle k on k.id = a.circle and a.circle <> 2
               left join circle o on o.id = k.within
              where a.published_at is not null and a.ended_at is null and a.begun_at is not null
                and a.withdrawn_at is null
                and a.begun_at > coalesce(k.closed_at, o.closed_at, 0)
                and not exists (select 1 from announcement_seen s where s.announcement = a.id and s.member = $1
                                                                    and s.dismissed_at is not null)
                and ",
            is_to_reader!(),
            " and ",
            in_time!(),
            " and ",
            listed!(),
            // What is for all is not crowded out by what is for a few.
            " order by case when a.circle = 2 then 0 else 1 end, a.begun_at desc, a.id desc limit $2"
        ),
        reader,
        most
    )
}

/// How many are told in which way: `now`, `today`, `tomorrow`, `weekly`, `paused`, `stopped` or `without`.
pub async fn figures(
    conn: &mut Conn,
    circle: i64,
    author: MemberId,
    now: Timestamp,
    end_of_day: Timestamp,
) -> sqlx::Result<Vec<(String, i64)>> {
    all!(
        conn,
        "select way, count(*)
           from (select case when m.email is null or g.mode = 'never' then 'without'
                             when f.stopped_at is not null then 'stopped'
                             when g.paused_until > $2 then 'paused'
                             when g.mode = 'weekly' then 'weekly'
                             when g.mode = 'daily' and g.digest_at > 0 and g.digest_at < $3 then 'today'
                             when g.mode = 'daily' then 'tomorrow'
                             else 'now' end as way
                   from member m left join mailing g on g.member = m.id
                   left join mail_address o on o.member = m.id
                   left join mail_failing f on f.address = lower(coalesce(o.address, m.email))
                  where m.confirmed_at is not null and m.asked_at is null and m.removed_at is null
                    and m.suspended_at is null and m.id <> $1
                    and ($4 = 2 or exists (select 1 from membership s where s.member = m.id and s.circle = $4))) f
          group by way",
        author,
        now,
        end_of_day,
        circle
    )
}

pub async fn insert(tx: &mut Tx, id: ConversationId, circle: i64, draft: &Draft, html: &str) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into announcement (id, circle, source, html, rendered, begins_at, ends_at, limited_at,
                                   edited_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        id,
        circle,
        &draft.source,
        html,
        i64::from(markup::VERSION),
        draft.begins_at,
        draft.ends_at,
        (draft.later == Later::Miss).then_some(now),
        now
    )?;
    Ok(())
}

/// Changes one that is as it was seen. What has begun keeps its beginning; what was over stands again if it ends later.
pub async fn update(tx: &mut Tx, id: ConversationId, seen: Timestamp, draft: &Draft, html: &str) -> sqlx::Result<bool> {
    // Two changes of one moment are told apart, too.
    let now = Timestamp(tx.now.0.max(seen.0 + 1));
    let changed = run!(
        tx,
        "update announcement
            set source = $3, html = $4, rendered = $5, ends_at = $7, edited_at = $8,
                limited_at = case when $9 = 'miss' then coalesce(limited_at, $8) end,
                begins_at = case when begun_at is null then $6 else begins_at end,
                ended_at = case when $7 is null or $7 > $8 then null else ended_at end
          where id = $1 and edited_at = $2 and withdrawn_at is null",
        id,
        seen,
        &draft.source,
        html,
        i64::from(markup::VERSION),
        draft.begins_at,
        draft.ends_at,
        now,
        draft.later.word()
    )?;
    Ok(changed > 0)
}

pub async fn publish(tx: &mut Tx, id: ConversationId) -> sqlx::Result<bool> {
    let now = tx.now;
    let published = run!(
        tx,
        "update announcement set published_at = $2 where id = $1 and published_at is null and withdrawn_at is null",
        id,
        now
    )?;
    Ok(published > 0)
}

pub async fn withdraw(tx: &mut Tx, id: ConversationId) -> sqlx::Result<bool> {
    let now = tx.now;
    let withdrawn = run!(
        tx,
        "update announcement set withdrawn_at = $2, ended_at = coalesce(ended_at, $2)
          where id = $1 and withdrawn_at is null",
        id,
        now
    )?;
    Ok(withdrawn > 0)
}

/// Whether one is to begin or to end.
pub async fn is_due(conn: &mut Conn, now: Timestamp) -> sqlx::Result<bool> {
    let due: Option<ConversationId> = value!(
        conn,
        "select id from announcement
          where published_at is not null and ended_at is null
            and ((begun_at is null and coalesce(begins_at, 0) <= $1) or ends_at <= $1) limit 1",
        now
    )?;
    Ok(due.is_some())
}

/// Those that are to begin.
pub async fn due(tx: &mut Tx) -> sqlx::Result<Vec<Announcement>> {
    let now = tx.now;
    all!(
        tx,
        select!(
            "where a.published_at is not null and a.ended_at is null and a.begun_at is null
               and coalesce(a.begins_at, 0) <= $1 and (a.ends_at is null or a.ends_at > $1) order by a.id"
        ),
        now
    )
}

pub async fn begin(tx: &mut Tx, id: ConversationId, seq: i64) -> sqlx::Result<bool> {
    let now = tx.now;
    let begun = run!(
        tx,
        "update announcement set begun_at = $2, seq = $3
          where id = $1 and begun_at is null and ended_at is null and withdrawn_at is null",
        id,
        now,
        seq
    )?;
    Ok(begun > 0)
}

/// Ends those that are over; answers whether there were any.
pub async fn end_due(tx: &mut Tx) -> sqlx::Result<bool> {
    let now = tx.now;
    let ended = run!(
        tx,
        "update announcement set ended_at = $1 where published_at is not null and ended_at is null and ends_at <= $1",
        now
    )?;
    Ok(ended > 0)
}

/// The next members after one who are to be told.
pub async fn recipients(
    conn: &mut Conn,
    id: ConversationId,
    after: MemberId,
    most: i64,
) -> sqlx::Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> = all!(
        conn,
        concat!(
            "select m.id from member m join announcement a on a.id = $1 join conversation v on v.id = a.id
              where m.id > $2 and a.withdrawn_at is null and a.begun_at >= m.confirmed_at and m.removed_at is null
                and m.id <> v.author
                and (a.circle = 2 or exists (select 1 from membership s where s.member = m.id and s.circle = a.circle
                                                                           and s.since <= a.begun_at))
                and ",
            readable_to!("m.id"),
            " order by m.id limit $3"
        ),
        id,
        after,
        most
    )?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

pub async fn see(tx: &mut Tx, member: MemberId, id: ConversationId) -> sqlx::Result<u64> {
    let now = tx.now;
    run!(
        tx,
        "insert into announcement_seen (member, announcement, seen_at) values ($1, $2, $3) on conflict do nothing",
        member,
        id,
        now
    )
}

pub async fn has_seen(conn: &mut Conn, member: MemberId, id: ConversationId) -> sqlx::Result<bool> {
    let seen: Option<Timestamp> =
        value!(conn, "select seen_at from announcement_seen where member = $1 and announcement = $2", member, id)?;
    Ok(seen.is_some())
}

pub async fn see_until(tx: &mut Tx, member: MemberId, seq: i64) -> sqlx::Result<u64> {
    let now = tx.now;
    run!(
        tx,
        concat!(
            "insert into announcement_seen (member, announcement, seen_at)
             select $1, a.id, $3 from announcement a
              where a.seq <= $2 and a.withdrawn_at is null and ",
            is_to_reader!(),
            " and ",
            was_there!(),
            " on conflict do nothing"
        ),
        member,
        seq,
        now
    )
}

pub async fn dismiss(tx: &mut Tx, member: MemberId, id: ConversationId) -> sqlx::Result<u64> {
    let now = tx.now;
    run!(
        tx,
        "insert into announcement_seen (member, announcement, seen_at, dismissed_at)
         select $1, a.id, $3, $3 from announcement a where a.id = $2 and a.begun_at is not null
         on conflict (member, announcement) do update set dismissed_at = excluded.dismissed_at
          where announcement_seen.dismissed_at is null",
        member,
        id,
        now
    )
}

pub async fn stale(conn: &mut Conn) -> sqlx::Result<Vec<Announcement>> {
    all!(conn, select!("where a.rendered < $1 limit 200"), i64::from(markup::VERSION))
}

pub async fn rerender(tx: &mut Tx, id: ConversationId, html: &str) -> sqlx::Result<()> {
    run!(tx, "update announcement set html = $2, rendered = $3 where id = $1", id, html, i64::from(markup::VERSION))?;
    Ok(())
}
