//! SQL about tribes, their files and when they meet.

use super::{Draft, Gathering, Listed, Named, Person, Plan, Texts, Tribe, TribeFile, rules::FileWords};
use crate::{
    all, findable,
    ids::{CircleId, MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, value,
};

macro_rules! columns {
    () => {
        "t.id, k.address, k.name, k.joining, k.places, k.taken, k.hidden_at, k.closed_at, t.picture,
         t.picture_alt, t.lang, t.offered_to, t.offered_at, t.lapsed_at, t.edited_at,
         (select count(*) from membership s where s.circle = t.id) as members,
         l.member as leader, w.name as leader_name, w.handle as leader_handle, t.tagline"
    };
}

macro_rules! from {
    () => {
        " from tribe t join circle k on k.id = t.id
          left join membership l on l.circle = t.id and l.role = 'leader' left join member w on w.id = l.member "
    };
}

macro_rules! select {
    ($rest:literal) => {
        concat!("select ", columns!(), ", t.source, t.html, t.rules_source, t.rules_html", from!(), $rest)
    };
}

pub async fn insert(tx: &mut Tx, id: CircleId, draft: &Draft, texts: &Texts) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into tribe (id, lang, leaves_then, edited_at, rendered, picture_alt, tagline, source, html,
                            rules_source, rules_html)
         values ($1, $2, $3, $4, $5, '', $6, $7, $8, $9, $10)",
        id,
        draft.lang.tag(),
        false,
        now,
        i64::from(markup::VERSION),
        &draft.tagline,
        &draft.source,
        &texts.html,
        &draft.rules,
        &texts.rules
    )?;
    Ok(())
}

pub async fn update(tx: &mut Tx, id: CircleId, seen: Timestamp, draft: &Draft, texts: &Texts) -> sqlx::Result<bool> {
    // Two changes of one moment are told apart, too.
    let now = Timestamp(tx.now.0.max(seen.0 + 1));
    let changed = run!(
        tx,
        "update tribe
            set lang = $3, edited_at = $4, rendered = $5, tagline = $6, source = $7, html = $8, rules_source = $9,
                rules_html = $10
          where id = $1 and edited_at = $2",
        id,
        seen,
        draft.lang.tag(),
        now,
        i64::from(markup::VERSION),
        &draft.tagline,
        &draft.source,
        &texts.html,
        &draft.rules,
        &texts.rules
    )?;
    Ok(changed > 0)
}

pub async fn set_picture(tx: &mut Tx, id: CircleId, file: Option<&str>, alt: &str) -> sqlx::Result<()> {
    run!(tx, "update tribe set picture = $2, picture_alt = $3 where id = $1", id, file, alt)?;
    Ok(())
}

pub async fn end(tx: &mut Tx, id: CircleId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "update tribe set ended_at = $2, offered_to = null where id = $1 and ended_at is null", id, now)?;
    run!(tx, "delete from tribe_welcome where tribe = $1", id)?;
    run!(tx, "delete from tribe_file where tribe = $1", id)?;
    Ok(())
}

pub async fn at(conn: &mut Conn, address: &str) -> sqlx::Result<Option<Tribe>> {
    one!(
        conn,
        select!("where k.kind = 'tribe' and k.within is null and k.address = $1 and t.ended_at is null"),
        address
    )
}

pub async fn by_id(conn: &mut Conn, id: CircleId) -> sqlx::Result<Option<Tribe>> {
    one!(conn, select!("where t.id = $1"), id)
}

/// Without the texts, which can be long.
pub async fn list(conn: &mut Conn, reader: MemberId, most: i64) -> sqlx::Result<Vec<Listed>> {
    all!(
        conn,
        concat!(
            "select ",
            columns!(),
            ", '' as source, '' as html, '' as rules_source, '' as rules_html, me.role as part, x.kind as wish,
             (select count(*) from wish q where q.circle = t.id and q.kind = 'asked') as asking,
             exists (select 1 from tribe_welcome h where h.tribe = t.id and h.member = $1) as is_welcome,
             (t.offered_to = $1 and me.role is not null) is true as is_offered",
            from!(),
            "left join membership me on me.circle = t.id and me.member = $1
             left join wish x on x.circle = t.id and x.member = $1
             where t.ended_at is null and (",
            findable!(),
            " or x.kind = 'invited')
             order by lower(k.name), t.id limit $2"
        ),
        reader,
        most
    )
}

pub async fn calls(conn: &mut Conn, member: MemberId, organises: bool) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select (select count(*) from wish w join circle k on k.id = w.circle and k.kind = 'tribe' and k.closed_at is null
                  where w.member = $1 and w.kind = 'invited')
              + (select count(*) from membership s cross join wish w cross join circle k
                  where s.member = $1 and s.role = 'leader' and w.circle = s.circle and w.kind = 'asked'
                    and k.id = w.circle and k.kind = 'tribe')
              + (select count(*) from tribe t join membership s on s.circle = t.id and s.member = $1
                  where t.offered_to = $1)
              + (select count(*) from tribe_welcome h where h.member = $1)
              + (select count(*) from tribe t join circle k on k.id = t.id
                   join membership l on l.circle = t.id and l.role = 'leader'
                  where t.lapsed_at is not null and t.ended_at is null
                    and (l.member = $1 or ($2 and k.hidden_at is null)))",
        member,
        organises
    )?;
    Ok(count.unwrap_or_default())
}

pub async fn of_member(conn: &mut Conn, reader: MemberId, member: MemberId) -> sqlx::Result<Vec<Named>> {
    all!(
        conn,
        concat!(
            "select k.id, k.name, k.address from membership m join circle k on k.id = m.circle
              where m.member = $2 and k.kind = 'tribe' and ",
            findable!(),
            " order by lower(k.name), k.id limit 50"
        ),
        reader,
        member
    )
}

pub async fn all_members(conn: &mut Conn, circle: CircleId) -> sqlx::Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> = all!(conn, "select member from membership where circle = $1", circle)?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

pub async fn people(
    conn: &mut Conn,
    circle: CircleId,
    at: Timestamp,
    id: MemberId,
    most: i64,
) -> sqlx::Result<Vec<Person>> {
    all!(
        conn,
        "select s.member, w.name, w.handle, w.picture, s.role as part, s.since
           from membership s join member w on w.id = s.member
          where s.circle = $1 and (s.since, s.member) > ($2, $3)
          order by s.since, s.member limit $4",
        circle,
        at,
        id,
        most
    )
}

pub async fn welcome(tx: &mut Tx, tribe: CircleId, member: MemberId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into tribe_welcome (tribe, member, at) values ($1, $2, $3) on conflict do nothing",
        tribe,
        member,
        now
    )?;
    Ok(())
}

pub async fn is_welcome(conn: &mut Conn, tribe: CircleId, member: MemberId) -> sqlx::Result<bool> {
    let at: Option<Timestamp> =
        value!(conn, "select at from tribe_welcome where tribe = $1 and member = $2", tribe, member)?;
    Ok(at.is_some())
}

pub async fn looked_in(tx: &mut Tx, tribe: CircleId, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from tribe_welcome where tribe = $1 and member = $2", tribe, member)?;
    Ok(())
}

pub async fn offer(tx: &mut Tx, tribe: CircleId, to: MemberId, leaves_then: bool) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update tribe set offered_to = $2, offered_at = $3, leaves_then = $4, lapsed_at = null where id = $1",
        tribe,
        to,
        now,
        leaves_then
    )?;
    Ok(())
}

/// Answers whether whoever led is to leave, if the offer stood.
pub async fn take_offer(tx: &mut Tx, tribe: CircleId, member: MemberId) -> sqlx::Result<Option<bool>> {
    value!(
        tx,
        "update tribe set offered_to = null, lapsed_at = null
          where id = $1 and offered_to = $2 and ended_at is null returning leaves_then",
        tribe,
        member
    )
}

pub async fn end_offer(tx: &mut Tx, tribe: CircleId) -> sqlx::Result<()> {
    run!(tx, "update tribe set offered_to = null, lapsed_at = null where id = $1", tribe)?;
    Ok(())
}

pub async fn end_offer_to(tx: &mut Tx, tribe: CircleId, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "update tribe set offered_to = null where id = $1 and offered_to = $2", tribe, member)?;
    Ok(())
}

/// Answers who leads each tribe in which nobody took the offer in time, and who was asked.
pub async fn let_offers_lapse(
    tx: &mut Tx,
    before: Timestamp,
) -> sqlx::Result<Vec<(Option<MemberId>, Option<MemberId>)>> {
    let now = tx.now;
    let due: Vec<(Option<MemberId>, Option<MemberId>)> = all!(
        tx,
        "select l.member, t.offered_to from tribe t left join membership l on l.circle = t.id and l.role = 'leader'
          where t.offered_to is not null and t.offered_at <= $1 and t.ended_at is null",
        before
    )?;
    run!(
        tx,
        "update tribe set offered_to = null, lapsed_at = $2
          where offered_to is not null and offered_at <= $1 and ended_at is null",
        before,
        now
    )?;
    Ok(due)
}

/// Those whose accounts ended and who are in tribes still.
pub async fn departed(conn: &mut Conn) -> sqlx::Result<Vec<(CircleId, MemberId, String)>> {
    all!(
        conn,
        "select s.circle, s.member, s.role from membership s join tribe t on t.id = s.circle
           join member m on m.id = s.member
          where m.removed_at is not null limit 500"
    )
}

/// Tribes that nobody leads.
pub async fn leaderless(conn: &mut Conn) -> sqlx::Result<Vec<CircleId>> {
    let rows: Vec<(CircleId,)> = all!(
        conn,
        "select t.id from tribe t
          where t.ended_at is null
            and not exists (select 1 from membership s where s.circle = t.id and s.role = 'leader') limit 500"
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub async fn led(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<(String, String)>> {
    all!(
        conn,
        "select k.address, k.name from membership s join circle k on k.id = s.circle and k.kind = 'tribe'
          where s.member = $1 and s.role = 'leader'
            and exists (select 1 from membership o where o.circle = s.circle and o.member <> $1)
          order by k.name, k.id",
        member
    )
}

/// Whoever has been in it longest and is here still.
pub async fn longest_standing(conn: &mut Conn, tribe: CircleId) -> sqlx::Result<Option<MemberId>> {
    value!(
        conn,
        "select s.member from membership s join member m on m.id = s.member
          where s.circle = $1 and m.removed_at is null
          order by m.suspended_at is not null, s.since, s.member limit 1",
        tribe
    )
}

pub async fn stale(conn: &mut Conn) -> sqlx::Result<Vec<(CircleId, String, String, String)>> {
    all!(
        conn,
        "select id, source, rules_source, lang from tribe where rendered < $1 limit 200",
        i64::from(markup::VERSION)
    )
}

pub async fn rerender(tx: &mut Tx, id: CircleId, html: &str, rules: &str) -> sqlx::Result<()> {
    run!(
        tx,
        "update tribe set html = $2, rules_html = $3, rendered = $4 where id = $1",
        id,
        html,
        rules,
        i64::from(markup::VERSION)
    )?;
    Ok(())
}

macro_rules! gatherings {
    ($rest:literal) => {
        concat!(
            "select g.id, g.tribe, g.made_by, g.time_zone, g.starts_at, g.minutes, g.cancelled_at,
                    g.edited_at, g.title, g.place
               from gathering g ",
            $rest
        )
    };
}

pub async fn insert_gathering(
    tx: &mut Tx,
    id: RowId,
    tribe: CircleId,
    by: MemberId,
    zone: &str,
    plan: &Plan,
    starts_at: Timestamp,
) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into gathering (id, tribe, made_by, starts_local, time_zone, starts_at, minutes, sequence, edited_at,
                                title, place)
         values ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9, $10)",
        id,
        tribe,
        by,
        plan.starts.to_string(),
        zone,
        starts_at,
        plan.minutes,
        now,
        &plan.title,
        &plan.place
    )?;
    Ok(())
}

pub async fn update_gathering(
    tx: &mut Tx,
    id: RowId,
    seen: Timestamp,
    zone: &str,
    plan: &Plan,
    starts_at: Timestamp,
) -> sqlx::Result<bool> {
    // Two changes of one moment are told apart, too.
    let now = Timestamp(tx.now.0.max(seen.0 + 1));
    let changed = run!(
        tx,
        "update gathering
            set starts_local = $3, time_zone = $4, starts_at = $5, minutes = $6, edited_at = $7, title = $8, place = $9,
                sequence = sequence + 1
          where id = $1 and edited_at = $2 and cancelled_at is null",
        id,
        seen,
        plan.starts.to_string(),
        zone,
        starts_at,
        plan.minutes,
        now,
        &plan.title,
        &plan.place
    )?;
    Ok(changed > 0)
}

pub async fn cancel_gathering(tx: &mut Tx, id: RowId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update gathering set cancelled_at = $2, edited_at = $2, sequence = sequence + 1
          where id = $1 and cancelled_at is null",
        id,
        now
    )?;
    Ok(())
}

pub async fn coming(conn: &mut Conn, tribe: CircleId, now: Timestamp) -> sqlx::Result<Vec<Gathering>> {
    all!(
        conn,
        gatherings!("where g.tribe = $1 and g.starts_at + g.minutes * 60000 > $2 order by g.starts_at, g.id limit 20"),
        tribe,
        now
    )
}

pub async fn gathering(conn: &mut Conn, tribe: CircleId, id: RowId) -> sqlx::Result<Option<Gathering>> {
    one!(conn, gatherings!("where g.tribe = $1 and g.id = $2"), tribe, id)
}

macro_rules! files {
    ($rest:literal) => {
        concat!(
            "select f.id, f.file, k.kind, k.bytes, f.name, f.put_by, coalesce(m.name, '') as by_name,
                    m.handle as by_handle, f.changed_at, f.versions, f.title, f.words
               from tribe_file f join kept_file k on k.name = f.file left join member m on m.id = f.put_by ",
            $rest
        )
    };
}

pub async fn files(
    conn: &mut Conn,
    tribe: CircleId,
    at: Timestamp,
    id: RowId,
    most: i64,
) -> sqlx::Result<Vec<TribeFile>> {
    all!(
        conn,
        files!("where f.tribe = $1 and (f.changed_at, f.id) < ($2, $3) order by f.changed_at desc, f.id desc limit $4"),
        tribe,
        at,
        id,
        most
    )
}

pub async fn file(conn: &mut Conn, tribe: CircleId, id: RowId) -> sqlx::Result<Option<TribeFile>> {
    one!(conn, files!("where f.tribe = $1 and f.id = $2"), tribe, id)
}

/// How many there are, and how many bytes they take.
pub async fn files_take(conn: &mut Conn, tribe: CircleId) -> sqlx::Result<(i64, i64)> {
    let row: Option<(i64, i64)> = one!(
        conn,
        "select count(*), cast(coalesce(sum(k.bytes), 0) as bigint)
           from tribe_file f join kept_file k on k.name = f.file where f.tribe = $1",
        tribe
    )?;
    Ok(row.unwrap_or_default())
}

/// One that the same person put there lately.
pub async fn same_file(
    conn: &mut Conn,
    tribe: CircleId,
    by: MemberId,
    file: &str,
    title: &str,
    since: Timestamp,
) -> sqlx::Result<Option<RowId>> {
    value!(
        conn,
        "select id from tribe_file
          where tribe = $1 and put_by = $2 and file = $3 and title = $4 and put_at >= $5 limit 1",
        tribe,
        by,
        file,
        title,
        since
    )
}

pub async fn insert_file(
    tx: &mut Tx,
    id: RowId,
    tribe: CircleId,
    by: MemberId,
    file: &str,
    name: &str,
    words: &FileWords,
) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into tribe_file (id, tribe, put_by, file, put_at, changed_at, versions, name, title, words)
         values ($1, $2, $3, $4, $5, $5, 1, $6, $7, $8)",
        id,
        tribe,
        by,
        file,
        now,
        name,
        &words.title,
        &words.words
    )?;
    Ok(())
}

/// The same content once more is no new version.
pub async fn replace_file(tx: &mut Tx, tribe: CircleId, id: RowId, file: &str, name: &str) -> sqlx::Result<bool> {
    let now = tx.now;
    let replaced = run!(
        tx,
        "update tribe_file
            set versions = versions + case when file = $3 then 0 else 1 end,
                changed_at = case when file = $3 then changed_at else $5 end, file = $3, name = $4
          where tribe = $1 and id = $2",
        tribe,
        id,
        file,
        name,
        now
    )?;
    Ok(replaced > 0)
}

pub async fn describe_file(tx: &mut Tx, tribe: CircleId, id: RowId, words: &FileWords) -> sqlx::Result<()> {
    run!(
        tx,
        "update tribe_file set title = $3, words = $4 where tribe = $1 and id = $2",
        tribe,
        id,
        &words.title,
        &words.words
    )?;
    Ok(())
}

pub async fn remove_file(tx: &mut Tx, tribe: CircleId, id: RowId) -> sqlx::Result<()> {
    run!(tx, "delete from tribe_file where tribe = $1 and id = $2", tribe, id)?;
    Ok(())
}

pub async fn remove_files_of(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from tribe_file where put_by = $1", member)?;
    Ok(())
}
