//! SQL about learning logs.

use jiff::tz::TimeZone;

use super::{Draft, Entry, Kind, Origin, Suggestion, Timer, Whose};
use crate::{
    all,
    ids::{ConversationId, MemberId, RowId, Timestamp},
    kit::{
        db::{Conn, Tx},
        local_time::Day,
    },
    listed, one, readable, run, value,
};

/// The columns of an entry `e`; what it belongs to is named if `$1`, its owner, may read that.
macro_rules! entries {
    ($rest:literal) => {
        concat!(
            "select e.id, e.day, e.until_day, e.minutes, e.whose, e.work_minutes, e.kind, e.with_others, e.structured,
                    e.planned, v.id as subject, e.began_at, e.ended_at, e.zone, e.stated, e.edited_at, e.title,
                    e.provider, e.address, e.why, e.learned, e.applied, v.title as subject_title,
                    v.path as subject_path
               from log_entry e
               left join conversation v on v.id = e.subject and ",
            readable!(),
            " where e.member = $1 ",
            $rest
        )
    };
}

/// The minutes of entries `e`: in work time, in one's own, and of which nothing is said.
macro_rules! sums {
    () => {
        "cast(coalesce(sum(case e.whose when 'work' then e.minutes when 'split' then e.work_minutes end), 0) as bigint),
         cast(coalesce(sum(case e.whose when 'own' then e.minutes
                                        when 'split' then e.minutes - e.work_minutes end), 0) as bigint),
         cast(coalesce(sum(case when e.whose is null then e.minutes end), 0) as bigint)"
    };
}

pub async fn count(conn: &mut Conn, member: MemberId) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(conn, "select count(*) from log_entry where member = $1", member)?;
    Ok(count.unwrap_or_default())
}

const fn work_minutes(draft: &Draft) -> Option<i64> {
    match draft.whose {
        Some(Whose::Split(work)) => Some(work),
        _ => None,
    }
}

pub async fn insert(tx: &mut Tx, member: MemberId, draft: &Draft, origin: &Origin<'_>) -> sqlx::Result<Option<RowId>> {
    let (now, id) = (tx.now, tx.new_id());
    let (timer, zone) = origin.timer.map_or((None, ""), |(timer, zone)| (Some(timer), zone));
    value!(
        tx,
        "insert into log_entry (id, member, day, until_day, minutes, whose, work_minutes, kind, with_others, structured,
                                planned, subject, began_at, ended_at, zone, stated, suggested, edited_at, title,
                                provider, address, why, learned, applied)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
                 $23, $24)
         on conflict do nothing returning id",
        RowId(id),
        member,
        draft.day.to_string(),
        draft.until.map(|day| day.to_string()),
        draft.minutes,
        draft.whose.map(Whose::word),
        work_minutes(draft),
        draft.kind.word(),
        draft.with_others,
        draft.structured,
        draft.planned,
        origin.subject,
        timer.map(|timer| timer.began_at),
        timer.and_then(|timer| timer.ended_at),
        zone,
        timer.is_some_and(|timer| timer.stated),
        origin.suggested,
        now,
        &draft.title,
        &draft.provider,
        &draft.address,
        &draft.why,
        &draft.learned,
        &draft.applied
    )
}

pub async fn update(
    tx: &mut Tx,
    member: MemberId,
    id: RowId,
    seen: Timestamp,
    draft: &Draft,
    subject: Option<ConversationId>,
) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "update log_entry
            set day = $4, until_day = $5, minutes = $6, whose = $7, work_minutes = $8, kind = $9, with_others = $10,
                structured = $11, planned = $12, subject = $13, edited_at = $14, title = $15, provider = $16,
                address = $17, why = $18, learned = $19, applied = $20
          where member = $1 and id = $2 and edited_at = $3",
        member,
        id,
        seen,
        draft.day.to_string(),
        draft.until.map(|day| day.to_string()),
        draft.minutes,
        draft.whose.map(Whose::word),
        work_minutes(draft),
        draft.kind.word(),
        draft.with_others,
        draft.structured,
        draft.planned,
        subject,
        now,
        &draft.title,
        &draft.provider,
        &draft.address,
        &draft.why,
        &draft.learned,
        &draft.applied
    )?;
    Ok(rows > 0)
}

pub async fn delete(tx: &mut Tx, member: MemberId, id: RowId) -> sqlx::Result<()> {
    run!(tx, "delete from log_entry where member = $1 and id = $2", member, id)?;
    Ok(())
}

pub async fn find(conn: &mut Conn, member: MemberId, id: RowId) -> sqlx::Result<Option<Entry>> {
    one!(conn, entries!("and e.id = $2"), member, id)
}

pub async fn before(conn: &mut Conn, member: MemberId, day: &str, id: RowId, limit: i64) -> sqlx::Result<Vec<Entry>> {
    let sql = entries!("and e.day <= $2 and (e.day < $2 or e.id < $3) order by e.day desc, e.id desc limit $4");
    all!(conn, sql, member, day, id, limit)
}

pub async fn between(conn: &mut Conn, member: MemberId, from: Day, until: Day) -> sqlx::Result<Vec<Entry>> {
    let sql = entries!("and e.day between $2 and $3 order by e.day, e.id");
    all!(conn, sql, member, from.to_string(), until.to_string())
}

pub async fn totals(conn: &mut Conn, member: MemberId) -> sqlx::Result<(i64, i64, i64, i64)> {
    let sql = concat!("select count(*), ", sums!(), " from log_entry e where e.member = $1");
    Ok(one!(conn, sql, member)?.unwrap_or_default())
}

pub async fn days(
    conn: &mut Conn,
    member: MemberId,
    from: Day,
    until: Day,
) -> sqlx::Result<Vec<(String, i64, i64, i64)>> {
    let sql = concat!(
        "select e.day, ",
        sums!(),
        " from log_entry e
          where e.member = $1 and e.day between $2 and $3 and e.minutes is not null group by e.day order by e.day"
    );
    all!(conn, sql, member, from.to_string(), until.to_string())
}

pub async fn places(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<(ConversationId, String)>> {
    all!(
        conn,
        concat!(
            "select v.id, v.title from conversation v
              where v.id in (select m.id from module m join membership s on s.circle = m.course and s.member = $1
                              where m.opened_at is not null
                              union select a.id from assignment a
                                      join membership s on s.circle = a.course and s.member = $1
                                     where a.opened_at is not null
                              union select p.id from (select w.id from conversation w
                                                       where w.author = $1 and w.kind = 'post'
                                                         and w.opened_at is not null
                                                       order by w.id desc limit 30) p)
                and v.title <> '' and ",
            readable!(),
            " order by v.id desc limit 200"
        ),
        member
    )
}

/// Something a member did.
#[derive(Debug, sqlx::FromRow)]
pub struct Doing {
    what: String,
    thing: i64,
    subject: ConversationId,
    title: String,
    at: Timestamp,
    minutes: Option<i64>,
}

impl Doing {
    /// The entry it would be, on the day it was in this zone. What was said in one conversation on one day is one.
    pub fn suggestion(self, zone: &TimeZone) -> Suggestion {
        let day = Day::of(self.at, zone);
        let key = match self.what.as_str() {
            "talk" => format!("talk:{}:{day}", self.thing),
            "read" | "view" | "explore" | "do" => format!("item:{}", self.thing),
            what => format!("{what}:{}", self.thing),
        };
        let (kind, others, structured) = match self.what.as_str() {
            "post" => (Kind::Write, None, None),
            "talk" => (Kind::Discuss, Some(true), None),
            "review" => (Kind::Review, Some(true), Some(true)),
            "live" => (Kind::Event, Some(true), Some(true)),
            "view" => (Kind::Watch, None, Some(true)),
            "read" => (Kind::Read, None, Some(true)),
            _ => (Kind::Course, None, Some(true)),
        };
        let draft =
            Draft { minutes: self.minutes, with_others: others, structured, ..Draft::of(day, kind, self.title.trim()) };
        Suggestion { key, subject: self.subject, draft }
    }
}

pub async fn doings(conn: &mut Conn, member: MemberId, since: Timestamp, now: Timestamp) -> sqlx::Result<Vec<Doing>> {
    all!(
        conn,
        concat!(
            "select d.what, d.thing, d.subject, d.title, d.at, d.minutes from (
                 select 'post' as what, v.id as thing, v.id as subject, v.title, v.opened_at as at,
                        cast(null as bigint) as minutes
                   from conversation v where v.author = $1 and v.kind = 'post' and v.opened_at >= $2 and ",
            readable!(),
            " union all
                 select 'talk', v.id, v.id, v.title, c.created_at, null
                   from (select id, conversation, created_at from comment
                          where writer = $1 and deleted_at is null and approved_at >= $2
                          order by id desc limit 300) c
                   join conversation v on v.id = c.conversation and ",
            listed!(),
            " union all
                 select i.part, i.id, v.id, i.title, d.at, i.minutes
                   from done d join item i on i.id = d.item
                   join conversation v on v.id = i.module and ",
            listed!(),
            " where d.member = $1 and d.at >= $2
                 union all
                 select 'review', r.id, v.id, v.title, r.done_at, null
                   from review r join conversation v on v.id = r.assignment and ",
            listed!(),
            " where r.reviewer = $1 and r.done_at >= $2
                 union all
                 select 'file', s.id, v.id, v.title, s.handed_in_at, null
                   from submission s join conversation v on v.id = s.assignment and ",
            listed!(),
            " where s.author = $1 and s.file is not null and s.withdrawn_at is null and s.handed_in_at >= $2
                 union all
                 select 'live', v.id, v.id, v.title, m.live_at, m.live_minutes
                   from module m join membership s on s.circle = m.course and s.member = $1
                   join conversation v on v.id = m.id and ",
            listed!(),
            " where m.live_at >= $2 and m.live_at <= $3 and m.live_cancelled_at is null and m.opened_at is not null) d
              where d.title <> '' order by d.at desc, d.thing desc limit 400"
        ),
        member,
        since,
        now
    )
}

/// Which of these keys, a list in JSON, are in a log or were passed over.
pub async fn known(conn: &mut Conn, member: MemberId, keys: &str) -> sqlx::Result<Vec<String>> {
    let sql = conn.pick(
        "select e.suggested from log_entry e
          where e.member = $1 and e.suggested in (select value from json_each($2))
         union select o.suggested from log_passed_over o
          where o.member = $1 and o.suggested in (select value from json_each($2))",
        "select e.suggested from log_entry e
          where e.member = $1 and e.suggested in (select json_array_elements_text($2::json))
         union select o.suggested from log_passed_over o
          where o.member = $1 and o.suggested in (select json_array_elements_text($2::json))",
    );
    let rows: Vec<(String,)> = all!(conn, sql, member, keys)?;
    Ok(rows.into_iter().map(|(key,)| key).collect())
}

pub async fn pass_over(tx: &mut Tx, member: MemberId, key: &str) -> sqlx::Result<()> {
    run!(tx, "insert into log_passed_over (member, suggested) values ($1, $2) on conflict do nothing", member, key)?;
    Ok(())
}

pub async fn pass_over_of(tx: &mut Tx, member: MemberId, id: RowId) -> sqlx::Result<()> {
    run!(
        tx,
        "insert into log_passed_over (member, suggested)
         select member, suggested from log_entry where member = $1 and id = $2 and suggested is not null
         on conflict do nothing",
        member,
        id
    )?;
    Ok(())
}

pub async fn timer(conn: &mut Conn, member: MemberId) -> sqlx::Result<Option<Timer>> {
    one!(conn, "select began_at, ended_at, stated, title from log_timer where member = $1", member)
}

pub async fn start(tx: &mut Tx, member: MemberId, title: &str, since: Option<Timestamp>) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into log_timer (member, began_at, ended_at, stated, title) values ($1, $2, null, $3, $4)
         on conflict do nothing",
        member,
        since.unwrap_or(now),
        since.is_some(),
        title
    )?;
    Ok(())
}

pub async fn stop(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "update log_timer set ended_at = $2 where member = $1 and ended_at is null", member, now)?;
    Ok(())
}

pub async fn end_timer(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from log_timer where member = $1", member)?;
    Ok(())
}

pub async fn nudge(conn: &mut Conn, member: MemberId) -> sqlx::Result<Option<i64>> {
    value!(conn, "select weekday from log_nudge where member = $1", member)
}

pub async fn remind(tx: &mut Tx, member: MemberId, weekday: i64, next: Timestamp) -> sqlx::Result<()> {
    run!(
        tx,
        "insert into log_nudge (member, weekday, next_at) values ($1, $2, $3)
         on conflict (member) do update set weekday = $2, next_at = $3",
        member,
        weekday,
        next
    )?;
    Ok(())
}

pub async fn forget_nudge(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from log_nudge where member = $1", member)?;
    Ok(())
}

pub async fn due(conn: &mut Conn, now: Timestamp, limit: i64) -> sqlx::Result<Vec<(MemberId, i64)>> {
    all!(conn, "select member, weekday from log_nudge where next_at <= $1 order by next_at limit $2", now, limit)
}

pub async fn put_off(tx: &mut Tx, member: MemberId, next: Timestamp) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(tx, "update log_nudge set next_at = $2 where member = $1 and next_at <= $3", member, next, now)?;
    Ok(rows > 0)
}

pub async fn forget_member(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from log_entry where member = $1", member)?;
    run!(tx, "delete from log_passed_over where member = $1", member)?;
    run!(tx, "delete from log_timer where member = $1", member)?;
    run!(tx, "delete from log_nudge where member = $1", member)?;
    Ok(())
}

pub async fn wrote_since(conn: &mut Conn, member: MemberId, since: Timestamp) -> sqlx::Result<bool> {
    let sql = "select cast(1 as bigint) from log_entry where member = $1 and edited_at > $2 limit 1";
    let found: Option<i64> = value!(conn, sql, member, since)?;
    Ok(found.is_some())
}
