//! SQL about private messages.

use super::{Correspondence, Message, Named, Person, Sent, Which, rules::Receiver};
use crate::{
    all,
    ids::{CorrespondenceId, MemberId, MessageId, Timestamp},
    is_blocked,
    kit::db::{Conn, Tx},
    one, run,
    talk::comments::Text,
    value,
};

/// Whether the message `m` is one that reaches the correspondent `t`, who is the reader `$1`: by another, not taken back,
/// and not by somebody they blocked.
macro_rules! reaches {
    () => {
        concat!(
            "m.writer <> t.member and m.deleted_at is null and m.hidden_at is null and not ",
            is_blocked!("m.writer")
        )
    };
}

/// The same where the reader is no parameter.
macro_rules! reaches_them {
    () => {
        "m.writer <> t.member and m.deleted_at is null and m.hidden_at is null
         and not exists (select 1 from block b where b.member = t.member and b.blocked = m.writer)"
    };
}

macro_rules! correspondences {
    ($where:expr) => {
        concat!(
            "select c.id, c.pair, t.latest_at, t.read_to, t.unread_since, t.told_seq, t.archived_at, t.muted_at,
                    case when t.unread_since is null then 0
                         else (select count(*) from message m
                                where m.correspondence = c.id and m.number > t.read_to and ",
            reaches!(),
            ") end as unread,
                    coalesce(l.html, '') as latest, l.writer as latest_by
               from correspondent t
               join correspondence c on c.id = t.correspondence
               left join message l on l.id = (select m.id from message m
                                               where m.correspondence = c.id and m.deleted_at is null
                                                 and m.hidden_at is null and not ",
            is_blocked!("m.writer"),
            " order by m.number desc limit 1)
              where t.member = $1 and t.left_at is null and ",
            $where
        )
    };
}

macro_rules! messages {
    ($where:literal) => {
        concat!(
            "select m.id, m.correspondence, m.number, m.writer, w.name, w.picture, m.written_at, m.edited_at,
                    m.deleted_at, m.hidden_at, m.lang, m.source, m.html
               from message m join member w on w.id = m.writer ",
            $where
        )
    };
}

pub async fn list(
    conn: &mut Conn,
    member: MemberId,
    which: Which,
    (at, id): (Timestamp, CorrespondenceId),
    most: i64,
) -> sqlx::Result<Vec<Correspondence>> {
    macro_rules! page {
        ($is:literal) => {
            correspondences!(concat!(
                "t.archived_at ",
                $is,
                " and (t.latest_at < $2 or (t.latest_at = $2 and c.id < $3))
                  order by t.latest_at desc, c.id desc limit $4"
            ))
        };
    }
    let sql = match which {
        Which::Here => page!("is null"),
        Which::Archived => page!("is not null"),
    };
    all!(conn, sql, member, at, id, most)
}

pub async fn has_archived(conn: &mut Conn, member: MemberId) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(
        conn,
        "select cast(1 as bigint) from correspondent where member = $1 and left_at is null and archived_at is not null limit 1",
        member
    )?;
    Ok(found.is_some())
}

pub async fn for_member(
    conn: &mut Conn,
    member: MemberId,
    id: CorrespondenceId,
) -> sqlx::Result<Option<Correspondence>> {
    one!(conn, correspondences!("c.id = $2"), member, id)
}

/// The others in correspondences, a list in JSON: who is there first, then by name.
pub async fn people(conn: &mut Conn, member: MemberId, ids: &str) -> sqlx::Result<Vec<Person>> {
    macro_rules! in_list {
        ($list:literal) => {
            concat!(
                "select t.correspondence, w.id, w.name, w.handle, w.picture, t.left_at, w.removed_at
                   from correspondent t join member w on w.id = t.member
                  where t.member <> $1 and t.correspondence in ",
                $list,
                " order by t.correspondence, case when t.left_at is null then 0 else 1 end, w.name_key, w.id"
            )
        };
    }
    let sql = conn.pick(
        in_list!("(select value from json_each($2))"),
        in_list!("(select value::bigint from json_array_elements_text($2::json))"),
    );
    all!(conn, sql, member, ids)
}

pub async fn messages(conn: &mut Conn, id: CorrespondenceId, before: i64, most: i64) -> sqlx::Result<Vec<Message>> {
    all!(
        conn,
        messages!("where m.correspondence = $1 and m.number < $2 order by m.number desc limit $3"),
        id,
        before,
        most
    )
}

pub async fn message_for(conn: &mut Conn, member: MemberId, id: MessageId) -> sqlx::Result<Option<Message>> {
    one!(
        conn,
        messages!(
            "join correspondent t on t.correspondence = m.correspondence and t.member = $1 and t.left_at is null
              where m.id = $2"
        ),
        member,
        id
    )
}

pub async fn pair(conn: &mut Conn, pair: &str) -> sqlx::Result<Option<CorrespondenceId>> {
    value!(conn, "select id from correspondence where pair = $1", pair)
}

/// Members by handle or name: each place with both, a list in JSON.
pub async fn named(conn: &mut Conn, places: &str) -> sqlx::Result<Vec<Named>> {
    macro_rules! named {
        ($places:literal) => {
            concat!(
                "select n.place, m.id, m.handle = n.handle as is_handle from ",
                $places,
                " n join member m on m.handle = n.handle or m.name_key = n.name
                  where m.confirmed_at is not null and m.asked_at is null and m.removed_at is null
                  order by n.place, m.id limit 500"
            )
        };
    }
    let sql = conn.pick(
        named!("(select value ->> 0 as place, value ->> 1 as handle, value ->> 2 as name from json_each($1))"),
        named!(
            "(select (value ->> 0)::bigint as place, value ->> 1 as handle, value ->> 2 as name
                from json_array_elements($1::json))"
        ),
    );
    all!(conn, sql, places)
}

pub async fn unread(conn: &mut Conn, member: MemberId) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select count(*) from correspondent
          where member = $1 and unread_since is not null and left_at is null and muted_at is null",
        member
    )?;
    Ok(count.unwrap_or_default())
}

pub async fn accepts(conn: &mut Conn, member: MemberId) -> sqlx::Result<Option<String>> {
    value!(conn, "select accepts from message_choice where member = $1", member)
}

pub async fn choose(tx: &mut Tx, member: MemberId, accepts: &str) -> sqlx::Result<()> {
    run!(
        tx,
        "insert into message_choice (member, accepts) values ($1, $2)
         on conflict (member) do update set accepts = excluded.accepts",
        member,
        accepts
    )?;
    Ok(())
}

/// What members, a list in JSON, are to whoever writes to them.
pub async fn receivers(conn: &mut Conn, from: MemberId, to: &str) -> sqlx::Result<Vec<Receiver>> {
    macro_rules! among {
        ($list:literal) => {
            concat!(
                "select m.id, m.name,
                        (m.confirmed_at is not null and m.asked_at is null and m.claimed_at is not null
                         and m.suspended_at is null and m.removed_at is null) as is_here,
                        coalesce(a.accepts, 'all') as accepts,
                        exists (select 1 from block b where b.member = m.id and b.blocked = $1) as has_blocked,
                        ",
                is_blocked!("m.id"),
                " as is_blocked,
                        exists (select 1 from membership s join membership o on o.circle = s.circle and o.member = $1
                                 where s.member = m.id) as shares,
                        exists (select 1 from membership s join circle k on k.id = s.circle and k.kind = 'staff'
                                  join membership o on o.circle = k.within and o.member = m.id
                                 where s.member = $1) as is_led,
                        exists (select 1 from correspondent i
                                  join correspondent o on o.correspondence = i.correspondence and o.member = m.id
                                  join message x on x.correspondence = i.correspondence and x.writer = m.id
                                 where i.member = $1) as has_written,
                        (select count(*) from correspondence c join message x on x.correspondence = c.id and x.writer = $1
                          where c.pair = case when m.id < $1 then m.id || '-' || $1 else $1 || '-' || m.id end) as unanswered
                   from member m left join message_choice a on a.member = m.id
                  where m.id in ",
                $list,
                " order by m.name_key, m.id"
            )
        };
    }
    let sql = conn.pick(
        among!("(select value from json_each($2))"),
        among!("(select value::bigint from json_array_elements_text($2::json))"),
    );
    all!(conn, sql, from, to)
}

/// Where somebody wrote with this form.
pub async fn written_with(conn: &mut Conn, writer: MemberId, once: i64) -> sqlx::Result<Option<CorrespondenceId>> {
    value!(conn, "select correspondence from message where writer = $1 and once = $2", writer, once)
}

/// Whoever writes to new people does so one after another.
pub async fn hold(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    // On SQLite there is only one writer anyway.
    let sql = tx.pick("", "select id from member where id = $1 for no key update");
    if !sql.is_empty() {
        let _: Option<MemberId> = value!(tx, sql, member)?;
    }
    Ok(())
}

/// To how many people a member wrote first since a moment, who have not answered.
pub async fn new_people_since(conn: &mut Conn, member: MemberId, since: Timestamp) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select count(distinct o.member)
           from correspondence c join correspondent o on o.correspondence = c.id and o.member <> $1
          where c.begun_by = $1 and c.begun_at > $2
            and not exists (select 1 from message m where m.correspondence = c.id and m.writer = o.member)",
        member,
        since
    )?;
    Ok(count.unwrap_or_default())
}

/// Whether a member leads a course, or guides in one.
pub async fn leads(conn: &mut Conn, member: MemberId) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(
        conn,
        "select cast(1 as bigint) from membership s join circle k on k.id = s.circle
          where s.member = $1 and (k.kind = 'staff' or s.role in ('guide', 'instructor')) limit 1",
        member
    )?;
    Ok(found.is_some())
}

pub async fn insert(tx: &mut Tx, id: CorrespondenceId, pair: Option<&str>, by: MemberId) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "insert into correspondence (id, pair, begun_by, begun_at, count) values ($1, $2, $3, $4, 0)
         on conflict (pair) do nothing",
        id,
        pair,
        by,
        now
    )?;
    Ok(rows > 0)
}

/// Members, a list in JSON, take part; who does already stays as they are.
pub async fn take_part(tx: &mut Tx, id: CorrespondenceId, members: &str) -> sqlx::Result<()> {
    let now = tx.now;
    let sql = tx.pick(
        "insert into correspondent (correspondence, member, latest_at, read_to)
         select $1, value, $2, 0 from json_each($3) where true on conflict (correspondence, member) do nothing",
        "insert into correspondent (correspondence, member, latest_at, read_to)
         select $1, value::bigint, $2, 0 from json_array_elements_text($3::json)
         on conflict (correspondence, member) do nothing",
    );
    run!(tx, sql, id, now, members)?;
    Ok(())
}

pub async fn next_number(tx: &mut Tx, id: CorrespondenceId) -> sqlx::Result<i64> {
    let number: Option<i64> =
        value!(tx, "update correspondence set count = count + 1 where id = $1 returning count", id)?;
    number.ok_or(sqlx::Error::RowNotFound)
}

pub async fn write(
    tx: &mut Tx,
    id: CorrespondenceId,
    number: i64,
    writer: MemberId,
    sent: Sent<'_>,
) -> sqlx::Result<bool> {
    let (message, now) = (tx.new_id(), tx.now);
    let rows = run!(
        tx,
        "insert into message (id, correspondence, number, writer, written_at, once, lang, rendered, source, html)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (writer, once) do nothing",
        message,
        id,
        number,
        writer,
        now,
        sent.once,
        sent.lang,
        i64::from(markup::VERSION),
        &sent.text.source,
        &sent.text.html
    )?;
    Ok(rows > 0)
}

/// A message came: the correspondence is the latest of all whom it reaches, is put away nowhere any more, and is unread by
/// the others. Answers whom it reached.
pub async fn reach(tx: &mut Tx, id: CorrespondenceId, writer: MemberId, number: i64) -> sqlx::Result<Vec<MemberId>> {
    let now = tx.now;
    let rows: Vec<(MemberId,)> = all!(
        tx,
        "update correspondent
            set latest_at = $3, archived_at = null,
                read_to = case when member <> $2 then read_to when unread_since is null then $4 else read_to end,
                unread_since = case when member = $2 then unread_since else coalesce(unread_since, $3) end
          where correspondence = $1 and left_at is null
            and not exists (select 1 from block b where b.member = correspondent.member and b.blocked = $2)
         returning member",
        id,
        writer,
        now,
        number
    )?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

/// Who is to be told of what is unread now: who was not told yet, and has not muted it.
macro_rules! untold {
    () => {
        "correspondence = $1 and member <> $2 and left_at is null and muted_at is null and told_seq is null
         and unread_since is not null
         and not exists (select 1 from block b where b.member = correspondent.member and b.blocked = $2)"
    };
}

pub async fn to_be_told(tx: &mut Tx, id: CorrespondenceId, writer: MemberId) -> sqlx::Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> = all!(tx, concat!("select member from correspondent where ", untold!()), id, writer)?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

pub async fn tell(tx: &mut Tx, id: CorrespondenceId, writer: MemberId, seq: i64) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, concat!("update correspondent set told_seq = $3, told_at = $4 where ", untold!()), id, writer, seq, now)?;
    Ok(())
}

pub async fn read(tx: &mut Tx, member: MemberId, id: CorrespondenceId, number: i64) -> sqlx::Result<bool> {
    let rows = run!(
        tx,
        concat!(
            "update correspondent as t
                set read_to = $3,
                    unread_since = case when exists (select 1 from message m
                                                      where m.correspondence = t.correspondence and m.number > $3 and ",
            reaches!(),
            ") then unread_since end,
                    told_seq = null, told_at = null
              where t.correspondence = $2 and t.member = $1
                and (t.read_to < $3 or t.unread_since is not null or t.told_seq is not null)"
        ),
        member,
        id,
        number
    )?;
    Ok(rows > 0)
}

pub async fn mark_unread(tx: &mut Tx, member: MemberId, id: CorrespondenceId) -> sqlx::Result<bool> {
    let now = tx.now;
    macro_rules! latest {
        () => {
            concat!(
                "(select max(m.number) from message m where m.correspondence = t.correspondence and ",
                reaches!(),
                ")"
            )
        };
    }
    let rows = run!(
        tx,
        concat!(
            "update correspondent as t set read_to = ",
            latest!(),
            " - 1, unread_since = $3
              where t.correspondence = $2 and t.member = $1 and t.left_at is null and t.unread_since is null and ",
            latest!(),
            " is not null"
        ),
        member,
        id,
        now
    )?;
    Ok(rows > 0)
}

pub async fn archive(tx: &mut Tx, member: MemberId, id: CorrespondenceId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        // What is put away is read.
        "update correspondent
            set archived_at = $3, unread_since = null, told_seq = null, told_at = null,
                read_to = (select c.count from correspondence c where c.id = $2)
          where correspondence = $2 and member = $1 and archived_at is null",
        member,
        id,
        now
    )?;
    Ok(())
}

pub async fn unarchive(tx: &mut Tx, member: MemberId, id: CorrespondenceId) -> sqlx::Result<()> {
    run!(tx, "update correspondent set archived_at = null where correspondence = $2 and member = $1", member, id)?;
    Ok(())
}

pub async fn mute(tx: &mut Tx, member: MemberId, id: CorrespondenceId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update correspondent set muted_at = $3, told_seq = null, told_at = null
          where correspondence = $2 and member = $1 and muted_at is null",
        member,
        id,
        now
    )?;
    Ok(())
}

pub async fn unmute(tx: &mut Tx, member: MemberId, id: CorrespondenceId) -> sqlx::Result<()> {
    run!(tx, "update correspondent set muted_at = null where correspondence = $2 and member = $1", member, id)?;
    Ok(())
}

pub async fn leave(tx: &mut Tx, member: MemberId, id: CorrespondenceId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update correspondent set left_at = $3, unread_since = null, told_seq = null, told_at = null
          where correspondence = $2 and member = $1 and left_at is null",
        member,
        id,
        now
    )?;
    Ok(())
}

pub async fn seen_until(tx: &mut Tx, member: MemberId, seq: i64) -> sqlx::Result<u64> {
    run!(
        tx,
        "update correspondent set told_seq = null, told_at = null where member = $1 and told_seq <= $2",
        member,
        seq
    )
}

/// Where nothing unread is left that reaches somebody, nothing is unread.
macro_rules! nothing_left {
    ($reaches:expr) => {
        concat!(
            "update correspondent as t set unread_since = null, told_seq = null, told_at = null
              where t.unread_since is not null
                and not exists (select 1 from message m where m.correspondence = t.correspondence
                                                          and m.number > t.read_to and ",
            $reaches,
            ") and "
        )
    };
}

pub async fn quieten(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, concat!(nothing_left!(reaches!()), "t.member = $1"), member)?;
    Ok(())
}

pub async fn settle(tx: &mut Tx, id: CorrespondenceId) -> sqlx::Result<()> {
    run!(tx, concat!(nothing_left!(reaches_them!()), "t.correspondence = $1"), id)?;
    Ok(())
}

pub async fn who(conn: &mut Conn, id: CorrespondenceId) -> sqlx::Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> =
        all!(conn, "select member from correspondent where correspondence = $1 and left_at is null", id)?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

pub async fn edit(tx: &mut Tx, it: &Message, text: &Text) -> sqlx::Result<bool> {
    // Two changes of one moment are told apart, too.
    let now = Timestamp(tx.now.0.max(it.version() + 1));
    let rows = run!(
        tx,
        "update message set source = $2, html = $3, rendered = $4, edited_at = $5
          where id = $1 and coalesce(edited_at, written_at) = $6 and deleted_at is null and hidden_at is null",
        it.id,
        &text.source,
        &text.html,
        i64::from(markup::VERSION),
        now,
        it.version()
    )?;
    Ok(rows > 0)
}

pub async fn delete(tx: &mut Tx, id: MessageId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update message set deleted_at = $2, source = '', html = '' where id = $1 and deleted_at is null",
        id,
        now
    )?;
    Ok(())
}

pub async fn hide(tx: &mut Tx, id: MessageId) -> sqlx::Result<Option<CorrespondenceId>> {
    let now = tx.now;
    value!(
        tx,
        "update message set hidden_at = $2, source = '', html = '' where id = $1 and hidden_at is null
         returning correspondence",
        id,
        now
    )
}

pub async fn forget_member(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update correspondent set left_at = coalesce(left_at, $2), unread_since = null, told_seq = null, told_at = null
          where member = $1",
        member,
        now
    )?;
    run!(tx, "delete from message_choice where member = $1", member)?;
    Ok(())
}

/// Takes all back that a member wrote; answers where.
pub async fn take_all_back(tx: &mut Tx, member: MemberId) -> sqlx::Result<Vec<CorrespondenceId>> {
    let now = tx.now;
    let rows: Vec<(CorrespondenceId,)> = all!(
        tx,
        "update message set deleted_at = coalesce(deleted_at, $2), source = '', html = '' where writer = $1
         returning correspondence",
        member,
        now
    )?;
    let mut all: Vec<_> = rows.into_iter().map(|(id,)| id).collect();
    all.sort_unstable();
    all.dedup();
    Ok(all)
}

pub async fn stale(conn: &mut Conn, most: i64) -> sqlx::Result<Vec<(MessageId, String, String)>> {
    all!(
        conn,
        "select id, source, lang from message where rendered < $1 order by rendered limit $2",
        i64::from(markup::VERSION),
        most
    )
}

pub async fn rerender(tx: &mut Tx, id: MessageId, html: &str) -> sqlx::Result<()> {
    run!(tx, "update message set html = $2, rendered = $3 where id = $1", id, html, i64::from(markup::VERSION))?;
    Ok(())
}
