//! SQL about notices.

use super::{About, Notice};
use crate::{
    all,
    ids::{CircleId, CommentId, ConversationId, MemberId, RowId, Timestamp},
    is_blocked, is_to_reader,
    kit::db::{Conn, Tx},
    one, readable, readable_to, run,
    talk::news::Span,
    value, was_there,
};

/// What the conversation `v` is about: the word of its kind, of a post that looks back at a module, or of a page.
macro_rules! about {
    () => {
        "case when v.kind <> 'post' then v.kind
              when exists (select 1 from module d where d.id = v.module and d.wrap_up = v.id) then 'wrap-up'
              else (select p.kind from post p where p.id = v.id) end as about "
    };
}

/// The notices `t` that a member may still be told of: what they are about may be read by them and stands there, and
/// what waits for a decision still does, and for theirs.
macro_rules! standing {
    () => {
        concat!(
            "from notice t
             join conversation v on v.id = t.conversation
             left join comment c on c.id = t.comment
             left join member w on w.id = coalesce(t.actor, c.writer, case when c.id is null then v.author end)
            where t.member = $1 and ",
            readable!(),
            " and (c.id is null or (c.hidden_at is null and c.deleted_at is null
                                    and (c.approved_at is not null or t.kind = 'waiting')))
              and (t.kind <> 'waiting'
                   or (c.approved_at is null
                       and (v.author = $1 or exists (select 1 from member o where o.id = $1 and o.role = 'organiser'))))
              and not (t.kind in ('mention', 'answer', 'comment', 'said', 'posted') and ",
            is_blocked!("w.id"),
            ")"
        )
    };
}

/// Of those: not what is only followed, in a conversation that they muted.
macro_rules! unmuted {
    () => {
        " and (t.kind not in ('said', 'posted')
               or not exists (select 1 from watch q where q.member = $1 and q.kind = 'conversation'
                                                      and q.subject = t.conversation and q.level = 'mute'))"
    };
}

macro_rules! columns {
    () => {
        concat!(
            "select t.seq, t.kind, t.conversation, t.comment, t.at, t.seen_at, v.title, v.lang, v.path,
                    w.id as actor, coalesce(w.name, c.guest_name, '') as name, w.picture, c.guest_picture,
                    coalesce(c.html, '') as html, '' as circle_name, ",
            about!()
        )
    };
}

/// What is announced to all or to a circle, for those who were there when it began; the same columns.
macro_rules! announced {
    () => {
        concat!(
            "from announcement a
             join conversation v on v.id = a.id
             join member w on w.id = v.author
             left join circle k on k.id = a.circle and a.circle <> 2
             left join announcement_seen s on s.announcement = a.id and s.member = $1
            where a.seq is not null and a.withdrawn_at is null and v.author <> $1 and ",
            is_to_reader!(),
            " and ",
            was_there!(),
            " and ",
            readable!()
        )
    };
}

macro_rules! announced_columns {
    () => {
        "select a.seq, 'announcement' as kind, a.id as conversation, null as comment, a.begun_at as at, s.seen_at,
                v.title, v.lang, v.path, w.id as actor, w.name, w.picture, null as guest_picture, a.html,
                coalesce(k.name, '') as circle_name, v.kind as about "
    };
}

/// What came by e-mail in a member's name and waits for them; the same columns. Nothing of what a stranger wrote stands in it.
macro_rules! held {
    () => {
        concat!(
            "from mail_answer h join conversation v on v.id = h.conversation
              where h.member = $1 and h.state = 'held' and h.seq is not null and ",
            readable!()
        )
    };
}

macro_rules! held_columns {
    () => {
        "select h.seq, 'held' as kind, h.conversation, null as comment, h.came_at as at, h.seen_at,
                v.title, v.lang, '/me/answers/' as path, null as actor, coalesce(nullif(h.sender, ''), '?') as name, null as picture,
                null as guest_picture, '' as html, '' as circle_name, v.kind as about "
    };
}

/// What is unread of private messages and was told: one for each correspondence `t`, with the first message `x` that reaches
/// the member `$1`. What was read is under the bell no longer; it stands where it was written.
macro_rules! written {
    () => {
        concat!(
            "from correspondent t
             join message x on x.id = (select m.id from message m
                                        where m.correspondence = t.correspondence and m.number > t.read_to
                                          and m.writer <> $1 and m.deleted_at is null and m.hidden_at is null and not ",
            is_blocked!("m.writer"),
            " order by m.number limit 1)
             join member w on w.id = x.writer
            where t.member = $1 and t.told_seq is not null and t.left_at is null and t.muted_at is null"
        )
    };
}

/// The same columns. The words of a message stand on pages of the site and nowhere else.
macro_rules! written_columns {
    ($html:literal) => {
        concat!(
            "select t.told_seq as seq, 'written' as kind, t.correspondence as conversation, null as comment,
                    t.told_at as at, null as seen_at, '' as title, '' as lang,
                    '/me/messages/' || t.correspondence || '/' as path, w.id as actor, w.name, w.picture,
                    null as guest_picture, ",
            $html,
            " as html, '' as circle_name, 'message' as about "
        )
    };
}

/// What `$1` was told by name of a circle, a report, an archive, an agreement or a badge, as long as it waits for an
/// answer, and for theirs; the same columns.
macro_rules! direct {
    () => {
        concat!(
            "from direct_notice t
             left join circle k on k.id = t.circle
             left join report r on r.id = t.report
             left join member o on o.id = r.about
             left join award g on g.id = t.award
             left join badge_request y on y.id = t.request
             left join achievement h on h.id = coalesce(g.achievement, y.achievement)
             left join member w on w.id = t.actor
            where t.member = $1
              and case t.kind
                  when 'invited' then (exists (select 1 from wish i where i.circle = t.circle and i.member = $1
                                                                      and i.kind = 'invited')
                                       or exists (select 1 from invitation i join member im on im.email = i.email
                                                   where im.id = $1 and i.course = t.circle and i.accepted_at is null
                                                     and i.declined_at is null and i.taken_back_at is null))
                                      and not exists (select 1 from membership s
                                                       where s.circle = t.circle and s.member = $1)
                                      and not ",
            is_blocked!("w.id"),
            "     when 'asked' then exists (select 1 from wish i where i.circle = t.circle and i.member = t.actor
                                                                   and i.kind = 'asked')
                                    and exists (select 1 from membership s where s.circle = t.circle and s.member = $1
                                                                             and s.role in ('instructor', 'leader'))
                  when 'let-in' then exists (select 1 from membership s where s.circle = t.circle and s.member = $1)
                  when 'reported' then r.decided_at is null and r.about is distinct from $1
                                       and exists (select 1 from member q where q.id = $1 and q.role = 'organiser')
                  when 'archive' then exists (select 1 from archive a where a.member = $1 and a.ready_at <= t.at)
                  when 'agreement' then true
                  when 'awarded' then g.taken_back_at is null and g.declined_at is null
                  when 'certified' then g.taken_back_at is null
                  when 'reissued' then g.taken_back_at is null and g.declined_at is null
                  when 'earned' then g.taken_back_at is null and g.declined_at is null
                  when 'badge-asked' then y.state = 'open' and y.member <> $1
                       and (exists (select 1 from member q where q.id = $1 and q.role = 'organiser')
                            or exists (select 1 from membership s where s.circle = h.course and s.member = $1
                                                                    and s.role = 'instructor'))
                  when 'badge-answered' then y.state in ('more', 'declined')
                  else r.decided_at is not null end"
        )
    };
}

/// All reports are of one place, and lead to the list of them; what was decided leads to where it was reported. Nothing of
/// what was written stands in it.
macro_rules! direct_columns {
    () => {
        "select t.seq, t.kind, case t.kind when 'reported' then 0 else coalesce(t.circle, t.report, t.award, t.request, 0) end as conversation,
                null as comment, t.at, t.seen_at, coalesce(k.name, h.name, '') as title, coalesce(h.lang, '') as lang,
                case when t.kind = 'reported' then '/manage/reports/'
                     when t.kind = 'archive' then '/me/archive/'
                     when t.kind = 'agreement' then '/me/agreements/'
                     when t.kind = 'certified' then '/me/certificates/'
                     when t.award is not null then '/me/badges/'
                     when t.kind = 'badge-asked' then '/badges/requests/' || t.request || '/'
                     when t.kind = 'badge-answered' then '/badges/' || y.achievement || '/ask'
                     when t.kind <> 'outcome' then
                          case k.kind when 'tribe' then '/tribes/' || k.address || '/'
                                      else '/courses/' || k.address || '/' end
                          || case when t.kind <> 'asked' then '' when k.kind = 'tribe' then 'members/'
                                  else 'manage/people/' end
                     when r.kind = 'comment' then '/comments/' || r.thing
                     when r.kind = 'member' then '/members/' || o.handle || '/'
                     when r.kind = 'conversation'
                          then coalesce((select nullif(v.path, '') from conversation v where v.id = r.thing), '/')
                     else '/me/messages/' end as path,
                w.id as actor, coalesce(w.name, '') as name, w.picture, null as guest_picture, '' as html,
                '' as circle_name, coalesce(k.kind, r.outcome, '') as about "
    };
}

pub async fn unseen(conn: &mut Conn, reader: MemberId, most: i64) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        concat!(
            "select (select count(*) from (select 1 ",
            standing!(),
            " and t.seen_at is null limit $2) n) + (select count(*) ",
            announced!(),
            " and s.seen_at is null) + (select count(*) ",
            held!(),
            " and h.seen_at is null) + (select count(*) ",
            written!(),
            ") + (select count(*) ",
            direct!(),
            " and t.seen_at is null)"
        ),
        reader,
        most
    )?;
    Ok(count.unwrap_or_default())
}

pub async fn list(conn: &mut Conn, reader: MemberId, before: i64, limit: i64) -> sqlx::Result<Vec<Notice>> {
    all!(
        conn,
        concat!(
            columns!(),
            standing!(),
            " and t.seq < $2 union all ",
            announced_columns!(),
            announced!(),
            " and a.seq < $2 union all ",
            held_columns!(),
            held!(),
            " and h.seq < $2 union all ",
            written_columns!("x.html"),
            written!(),
            " and t.told_seq < $2 union all ",
            direct_columns!(),
            direct!(),
            " and t.seq < $2 order by seq desc limit $3"
        ),
        reader,
        before,
        limit
    )
}

/// Whether a member was told just this and has not seen it.
pub async fn is_told(
    conn: &mut Conn,
    member: MemberId,
    kind: &str,
    conversation: ConversationId,
    actor: Option<MemberId>,
) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(
        conn,
        "select cast(1 as bigint) from notice where member = $1 and kind = $2 and conversation = $3 and actor is not distinct from $4
                                and seen_at is null limit 1",
        member,
        kind,
        conversation,
        actor
    )?;
    Ok(found.is_some())
}

pub async fn tell_one(
    tx: &mut Tx,
    member: MemberId,
    seq: i64,
    kind: &str,
    conversation: ConversationId,
    actor: Option<MemberId>,
) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into notice (member, seq, kind, conversation, actor, at) values ($1, $2, $3, $4, $5, $6)",
        member,
        seq,
        kind,
        conversation,
        actor,
        now
    )?;
    Ok(())
}

/// What a member was told and has neither seen nor had in an e-mail, the earliest first.
pub async fn unmailed(conn: &mut Conn, reader: MemberId, since: Timestamp, limit: i64) -> sqlx::Result<Vec<Notice>> {
    all!(
        conn,
        concat!(
            columns!(),
            standing!(),
            unmuted!(),
            " and t.seen_at is null and not exists (select 1 from mailed e where e.member = t.member and e.seq = t.seq)
              union all ",
            announced_columns!(),
            announced!(),
            " and s.seen_at is null and a.begun_at > $2
              and not exists (select 1 from mailed e where e.member = $1 and e.seq = a.seq) union all ",
            written_columns!("''"),
            written!(),
            " and t.told_at > $2 and not exists (select 1 from mailed e where e.member = $1 and e.seq = t.told_seq)
              union all ",
            direct_columns!(),
            direct!(),
            // An invitation to an address is an e-mail already, and so is what is said of an archive or an
            // agreement.
            " and t.seen_at is null and t.kind not in ('archive', 'agreement') and t.at > $2
              and not exists (select 1 from mailed e where e.member = $1 and e.seq = t.seq)
              and (t.kind <> 'invited' or exists (select 1 from wish i where i.circle = t.circle and i.member = $1
                                                                         and i.kind = 'invited'))
              order by seq limit $3"
        ),
        reader,
        since,
        limit
    )
}

/// What an e-mail tells, and what became of it.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub struct Standing {
    /// So many news it tells.
    pub items: i64,
    /// So many of them are not to be told any more.
    pub gone: i64,
    /// The first place in the order of news of what is told only because it is followed.
    pub first_followed: Option<i64>,
}

/// By the same rules as what goes into an e-mail: what is taken back by one must not be written anew by another.
pub async fn standing_in(conn: &mut Conn, reader: MemberId, letter: RowId) -> sqlx::Result<Standing> {
    let found = one!(
        conn,
        concat!(
            "select count(*) as items, count(*) filter (where not (exists (select 1 ",
            standing!(),
            unmuted!(),
            " and t.seq = e.seq) or exists (select 1 ",
            announced!(),
            " and a.seq = e.seq) or exists (select 1 ",
            written!(),
            " and t.told_seq = e.seq) or exists (select 1 ",
            direct!(),
            " and t.seq = e.seq) or exists (
                 select 1 from news n
                   join conversation v on v.id = n.conversation
                   left join comment c on c.id = n.comment
                  where n.seq = e.seq and n.kind in ('post', 'comment', 'approved') and ",
            readable!(),
            " and (n.comment is null
                   or (c.hidden_at is null and c.deleted_at is null and c.approved_at is not null))
              and not exists (select 1 from notice t where t.member = $1 and t.seq = e.seq)
              and not exists (select 1 from watch q where q.member = $1 and q.kind = 'conversation'
                                                      and q.subject = n.conversation and q.level = 'mute')
              and exists (select 1 from watch f
                           where f.member = $1 and f.level in ('now', 'digest')
                             and ((n.comment is not null and f.kind = 'conversation' and f.subject = n.conversation)
                                  or (n.kind = 'post'
                                      and ((f.kind in ('blog', 'circle') and f.subject = v.place)
                                           or (f.kind = 'member' and f.subject = v.author)
                                           or (f.kind = 'term' and f.subject in (select p.term from post_term p
                                                                                  where p.post = v.id))))))))) as gone,
               min(e.seq) filter (where not exists (select 1 from notice t where t.member = $1 and t.seq = e.seq))
                   as first_followed
               from mailed e where e.letter = $2"
        ),
        reader,
        letter
    )?;
    Ok(found.unwrap_or(Standing { items: 0, gone: 0, first_followed: None }))
}

/// What a member was told of what happened since a moment, unless they have seen it.
pub async fn unseen_since(
    conn: &mut Conn,
    reader: MemberId,
    since: Timestamp,
    limit: i64,
) -> sqlx::Result<Vec<Notice>> {
    all!(
        conn,
        concat!(
            columns!(),
            standing!(),
            unmuted!(),
            " and t.seen_at is null and t.at >= $2 union all ",
            announced_columns!(),
            announced!(),
            " and s.seen_at is null and a.begun_at >= $2 union all ",
            written_columns!("''"),
            written!(),
            " and t.told_at >= $2 union all ",
            direct_columns!(),
            direct!(),
            " and t.seen_at is null and t.at >= $2 order by seq desc limit $3"
        ),
        reader,
        since,
        limit
    )
}

/// The entries `c` about which a guest may be told: their own `a`, or an answer to it. Both stand there, and guests may read
/// them: the reader is nobody. What a guest wrote is not quoted to them: somebody else may have typed their address.
macro_rules! to_guest {
    ($which:literal) => {
        concat!(
            "select n.seq, case when c.id = a.id then 'approved' else 'answer' end as kind, n.conversation, n.comment,
                    n.at, null as seen_at, v.title, v.lang, v.path, m.id as actor,
                    coalesce(m.name, c.guest_name, '') as name, m.picture, c.guest_picture,
                    case when c.id = a.id then '' else c.html end as html, '' as circle_name, ",
            about!(),
            "  from guest_watch w
               join guest_mail g on g.id = w.guest
               join comment a on a.id = w.comment
                and a.approved_at is not null and a.hidden_at is null and a.deleted_at is null
               join comment c on (c.id = a.id or c.parent = a.id)
                and c.approved_at is not null and c.hidden_at is null and c.deleted_at is null
               join conversation v on v.id = c.conversation
               join news n on n.conversation = v.id and n.comment = c.id and n.seq is not null
               left join member m on m.id = c.writer
              where w.guest = $2 and ",
            readable!(),
            " and ",
            $which,
            " and not exists (select 1 from guest_told t where t.guest = g.id and t.seq = n.seq)
              order by n.seq limit $3"
        )
    };
}

pub async fn appeared_of_guest(conn: &mut Conn, guest: RowId, limit: i64) -> sqlx::Result<Vec<Notice>> {
    all!(conn, to_guest!("c.id = a.id and n.kind in ('comment', 'approved')"), MemberId(0), guest, limit)
}

/// Not what they answered themselves; nor what the member with their address was told, or decided by themselves how to be.
pub async fn untold_to_guest(conn: &mut Conn, guest: RowId, limit: i64) -> sqlx::Result<Vec<Notice>> {
    all!(
        conn,
        to_guest!(
            "((c.id = a.id and n.kind = 'approved')
              or (c.parent = a.id and n.kind in ('comment', 'approved')
                  and coalesce(m.email, '') <> g.email
                  and not (c.writer is null
                           and (c.guest_email = g.email or coalesce(c.guest_key = a.guest_key, false)))))
             and not exists (select 1 from member o
                              where o.email = g.email and o.confirmed_at is not null and o.removed_at is null
                                and (exists (select 1 from watch f where f.member = o.id and f.kind = 'conversation'
                                                                     and f.subject = n.conversation)
                                     or exists (select 1 from notice x where x.member = o.id and x.comment = c.id)))"
        ),
        MemberId(0),
        guest,
        limit
    )
}

pub async fn standing_for_guest(conn: &mut Conn, guest: RowId, letter: RowId) -> sqlx::Result<Standing> {
    let found = one!(
        conn,
        concat!(
            "select count(*) as items, count(*) filter (where not exists (
                 select 1 from news n
                   join conversation v on v.id = n.conversation
                   join comment c on c.id = n.comment
                    and c.approved_at is not null and c.hidden_at is null and c.deleted_at is null
                   join guest_watch w on w.guest = $2
                   join comment a on a.id = w.comment and (c.id = a.id or c.parent = a.id)
                    and a.approved_at is not null and a.hidden_at is null and a.deleted_at is null
                  where n.seq = t.seq and ",
            readable!(),
            ")) as gone, cast(null as bigint) as first_followed from guest_told t where t.letter = $3"
        ),
        MemberId(0),
        guest,
        letter
    )?;
    Ok(found.unwrap_or(Standing { items: 0, gone: 0, first_followed: None }))
}

/// What was said or published in a span of news that a member follows for the digest, has not read and was not told.
/// Found by what they follow, so that it costs what that brings and not what happens elsewhere.
pub async fn followed_for_digest(
    conn: &mut Conn,
    reader: MemberId,
    (from, to): Span,
    limit: i64,
) -> sqlx::Result<Vec<Notice>> {
    all!(
        conn,
        concat!(
            "select n.seq, case when n.comment is null then 'posted' else 'said' end as kind, n.conversation, n.comment,
                    n.at, null as seen_at, v.title, v.lang, v.path, w.id as actor,
                    coalesce(w.name, c.guest_name, '') as name, w.picture, c.guest_picture,
                    coalesce(c.html, '') as html, '' as circle_name, ",
            about!(),
            "  from (select n.id, f.since from watch f
                       join news n on n.conversation = f.subject and n.kind in ('comment', 'approved')
                      where f.member = $1 and f.kind = 'conversation' and f.level = 'digest'
                        and n.seq > $2 and n.seq <= $3
                     union
                     select n.id, f.since from news n
                       join conversation v on v.id = n.conversation
                       join watch f on f.member = $1 and f.level = 'digest'
                        and ((f.kind in ('blog', 'circle') and f.subject = v.place) or (f.kind = 'member' and f.subject = v.author)
                             or (f.kind = 'term' and f.subject in (select p.term from post_term p where p.post = v.id)))
                      where n.kind = 'post' and n.seq > $2 and n.seq <= $3) f
               join news n on n.id = f.id and n.at >= f.since
               join conversation v on v.id = n.conversation
               left join comment c on c.id = n.comment
               left join member w on w.id = coalesce(c.writer, case when n.comment is null then v.author end)
              where ",
            readable!(),
            " and (n.comment is null or (c.hidden_at is null and c.deleted_at is null and c.approved_at is not null))
              and coalesce(c.writer, case when n.comment is null then v.author else 0 end) is distinct from $1
              and not exists (select 1 from notice t where t.member = $1 and t.kind <> 'waiting'
                                 and coalesce(t.comment, t.conversation) = coalesce(n.comment, n.conversation))
              and not exists (select 1 from visit s where s.member = $1 and s.conversation = n.conversation
                                 and (s.seen_at >= n.at or s.ahead like '%,' || n.comment || ',%'))
              and not exists (select 1 from watch q where q.member = $1 and q.kind = 'conversation'
                                 and q.subject = n.conversation and q.level = 'mute')
              and not exists (select 1 from mailed e where e.member = $1 and e.seq = n.seq)
              and not ",
            is_blocked!("w.id"),
            " order by n.seq limit $4"
        ),
        reader,
        from,
        to,
        limit
    )
}

pub async fn unseen_in(
    conn: &mut Conn,
    member: MemberId,
    conversation: ConversationId,
) -> sqlx::Result<Vec<Option<CommentId>>> {
    let rows: Vec<(Option<CommentId>,)> = all!(
        conn,
        "select comment from notice where member = $1 and conversation = $2 and seen_at is null limit 500",
        member,
        conversation
    )?;
    Ok(rows.into_iter().map(|(comment,)| comment).collect())
}

pub async fn see(tx: &mut Tx, member: MemberId, conversation: ConversationId, entries: &str) -> sqlx::Result<u64> {
    let now = tx.now;
    let sql = tx.pick(
        "update notice set seen_at = $3
          where member = $1 and conversation = $2 and seen_at is null
            and (comment is null or comment in (select value from json_each('[' || $4 || ']')))",
        "update notice set seen_at = $3
          where member = $1 and conversation = $2 and seen_at is null
            and (comment is null or comment = any (string_to_array($4, ',')::bigint[]))",
    );
    run!(tx, sql, member, conversation, now, entries)
}

pub async fn see_in(tx: &mut Tx, member: MemberId, conversation: ConversationId) -> sqlx::Result<u64> {
    let now = tx.now;
    run!(
        tx,
        "update notice set seen_at = $3 where member = $1 and conversation = $2 and seen_at is null",
        member,
        conversation,
        now
    )
}

pub async fn see_where_visited(tx: &mut Tx, member: MemberId, until: Timestamp) -> sqlx::Result<u64> {
    let now = tx.now;
    run!(
        tx,
        "update notice set seen_at = $3
          where member = $1 and seen_at is null and at <= $2 and kind <> 'waiting'
            and exists (select 1 from visit v where v.member = $1 and v.conversation = notice.conversation)",
        member,
        until,
        now
    )
}

pub async fn see_until(tx: &mut Tx, member: MemberId, seq: i64) -> sqlx::Result<u64> {
    let now = tx.now;
    let seen = run!(
        tx,
        "update notice set seen_at = $3 where member = $1 and seq <= $2 and seen_at is null",
        member,
        seq,
        now
    )?;
    let direct = "update direct_notice set seen_at = $3 where member = $1 and seq <= $2 and seen_at is null";
    Ok(seen + run!(tx, direct, member, seq, now)?)
}

/// Those who let people into a circle.
pub async fn leaders(conn: &mut Conn, circle: CircleId) -> sqlx::Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> = all!(
        conn,
        "select member from membership where circle = $1 and role in ('instructor', 'leader') order by member",
        circle
    )?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

/// The organisers whom a report is not about.
pub async fn organisers(conn: &mut Conn, report: RowId) -> sqlx::Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> = all!(
        conn,
        "select m.id from report r join member m on m.role = 'organiser' and m.id is distinct from r.about
            and m.confirmed_at is not null and m.removed_at is null
          where r.id = $1 order by m.id",
        report
    )?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

pub async fn reporter(conn: &mut Conn, report: RowId) -> sqlx::Result<Option<MemberId>> {
    value!(conn, "select reporter from report where id = $1 and reporter is not null", report)
}

/// Tells one member; not a second time of the same wish. Answers whether they were told.
pub async fn tell_directly(
    tx: &mut Tx,
    member: MemberId,
    seq: i64,
    kind: &str,
    about: About,
    actor: Option<MemberId>,
) -> sqlx::Result<bool> {
    let now = tx.now;
    let (circle, report, award, request) = match about {
        About::Circle(circle) => (Some(circle), None, None, None),
        About::Report(report) => (None, Some(report), None, None),
        About::Award(award) => (None, None, Some(award), None),
        About::Request(request) => (None, None, None, Some(request)),
        About::Themselves => (None, None, None, None),
    };
    let told = run!(
        tx,
        "insert into direct_notice (member, seq, kind, circle, report, actor, at, award, request)
         select $1, $2, $3, $4, $5, $6, $7, $8, $9
          where not exists (select 1 from direct_notice t
                              join wish i on i.circle = t.circle and i.since <= t.at
                                         and i.member = case t.kind when 'asked' then t.actor else t.member end
                             where t.member = $1 and t.kind = $3 and t.circle = $4
                               and (t.kind = 'invited' or t.actor = $6))
         on conflict do nothing",
        member,
        seq,
        kind,
        circle,
        report,
        actor,
        now,
        award,
        request
    )?;
    Ok(told > 0)
}

/// Tells one member of an invitation that went to their address; answers whether they were told.
pub async fn tell_invited_by_email(
    tx: &mut Tx,
    member: MemberId,
    seq: i64,
    circle: CircleId,
    by: MemberId,
) -> sqlx::Result<bool> {
    let now = tx.now;
    let told = run!(
        tx,
        "insert into direct_notice (member, seq, kind, circle, actor, at)
         select $1, $2, 'invited', $3, $4, $5
          where not exists (select 1 from direct_notice t where t.member = $1 and t.kind = 'invited' and t.circle = $3
                                                            and t.seen_at is null)
         on conflict do nothing",
        member,
        seq,
        circle,
        by,
        now
    )?;
    Ok(told > 0)
}

/// Those who were told of invitations by e-mail that have expired, and are no longer.
pub async fn forget_expired_invitations(tx: &mut Tx) -> sqlx::Result<Vec<MemberId>> {
    let now = tx.now;
    let rows: Vec<(MemberId,)> = all!(
        tx,
        "delete from direct_notice
          where kind = 'invited'
            and (member, circle) in (select m.id, i.course from invitation i join member m on m.email = i.email
                                      where i.accepted_at is null and i.expires_at <= $1)
            and not exists (select 1 from wish w where w.circle = direct_notice.circle
                                                   and w.member = direct_notice.member and w.kind = 'invited')
          returning member",
        now
    )?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

pub async fn see_circle(tx: &mut Tx, member: MemberId, circle: CircleId) -> sqlx::Result<u64> {
    let now = tx.now;
    run!(
        tx,
        "update direct_notice set seen_at = $3 where member = $1 and circle = $2 and seen_at is null",
        member,
        circle,
        now
    )
}

pub async fn see_reports(tx: &mut Tx, member: MemberId) -> sqlx::Result<u64> {
    let now = tx.now;
    run!(
        tx,
        "update direct_notice set seen_at = $2 where member = $1 and kind = 'reported' and seen_at is null",
        member,
        now
    )
}

pub async fn see_awards(tx: &mut Tx, member: MemberId) -> sqlx::Result<u64> {
    let now = tx.now;
    run!(
        tx,
        "update direct_notice set seen_at = $2
          where member = $1 and (award is not null or kind = 'badge-answered') and seen_at is null",
        member,
        now
    )
}

pub async fn see_requests(tx: &mut Tx, member: MemberId) -> sqlx::Result<u64> {
    let now = tx.now;
    run!(
        tx,
        "update direct_notice set seen_at = $2 where member = $1 and kind = 'badge-asked' and seen_at is null",
        member,
        now
    )
}

pub async fn are_told_of_requests(conn: &mut Conn, member: MemberId) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(
        conn,
        "select cast(1 as bigint) from direct_notice
          where member = $1 and kind = 'badge-asked' and seen_at is null limit 1",
        member
    )?;
    Ok(found.is_some())
}

/// Those who decide about a request for a badge: organisers, and who leads the course of the badge; not whoever asks.
pub async fn reviewers(conn: &mut Conn, request: RowId) -> sqlx::Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> = all!(
        conn,
        "select m.id from badge_request y
           join achievement a on a.id = y.achievement
           join member m on m.id <> y.member and m.confirmed_at is not null and m.removed_at is null
            and (m.role = 'organiser' or m.id in (select s.member from membership s
                                                   where s.circle = a.course and s.role = 'instructor'))
          where y.id = $1 order by m.id",
        request
    )?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

/// Whether a member was told something of a badge and has not seen it.
pub async fn are_told_of_awards(conn: &mut Conn, member: MemberId) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(
        conn,
        "select cast(1 as bigint) from direct_notice
          where member = $1 and (award is not null or kind = 'badge-answered') and seen_at is null limit 1",
        member
    )?;
    Ok(found.is_some())
}

pub async fn see_kind(tx: &mut Tx, member: MemberId, kind: &str) -> sqlx::Result<u64> {
    let now = tx.now;
    run!(
        tx,
        "update direct_notice set seen_at = $3 where member = $1 and kind = $2 and seen_at is null",
        member,
        kind,
        now
    )
}

/// Whether a member was told something of this kind and has not seen it.
pub async fn is_told_of_kind(conn: &mut Conn, member: MemberId, kind: &str) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(
        conn,
        "select cast(1 as bigint) from direct_notice where member = $1 and kind = $2 and seen_at is null limit 1",
        member,
        kind
    )?;
    Ok(found.is_some())
}

/// Whether a member was told something of a circle and has not seen it.
pub async fn is_told_of(conn: &mut Conn, member: MemberId, circle: CircleId) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(
        conn,
        "select cast(1 as bigint) from direct_notice where member = $1 and circle = $2 and seen_at is null limit 1",
        member,
        circle
    )?;
    Ok(found.is_some())
}

/// What there is to tell of in a span of news: where, in which entry, and the HTML in which somebody may be mentioned.
pub async fn texts(tx: &mut Tx, (from, to): Span) -> sqlx::Result<Vec<(i64, String)>> {
    all!(
        tx,
        "select n.seq, coalesce(c.html, p.html, d.html)
           from news n left join comment c on c.id = n.comment
           left join post p on p.id = n.conversation and n.comment is null
           left join discussion d on d.id = n.conversation and n.comment is null
          where n.seq > $1 and n.seq <= $2 and n.kind in ('post', 'comment', 'approved', 'edited')
            and coalesce(c.html, p.html, d.html) like '%class=\"mention\"%'",
        from,
        to
    )
}

/// Whether a news `n` about the entry `c` is one for the member `m`: what they were told of once is not told again, and
/// whoever did it knows. The end of a statement that tells them.
macro_rules! is_new_to_m {
    () => {
        "m.id <> coalesce(c.writer, case when n.comment is null then v.author else 0 end)
         and not exists (select 1 from notice t
                          where t.member = m.id and t.kind <> 'waiting'
                            and coalesce(t.comment, t.conversation) = coalesce(n.comment, n.conversation))
         on conflict do nothing
         returning member"
    };
}

/// One row for each news `n` of a span, with the entry `c` and the conversation `v`, unless the entry has gone meanwhile.
macro_rules! tell {
    ($kind:literal, $whom:literal, $from:literal, $kinds:literal) => {
        concat!(
            "insert into notice (member, seq, kind, conversation, comment, at)
             select distinct m.id, n.seq, '",
            $kind,
            "', n.conversation, n.comment, n.at
               from news n
               join conversation v on v.id = n.conversation
               left join comment c on c.id = n.comment ",
            $from,
            " join member m on m.id = ",
            $whom,
            " and m.confirmed_at is not null and m.removed_at is null
              where n.seq > $1 and n.seq <= $2 and n.kind in (",
            $kinds,
            ") and (n.comment is null or (c.hidden_at is null and c.deleted_at is null)) and ",
            is_new_to_m!()
        )
    };
}

async fn told(tx: &mut Tx, sql: &'static str, (from, to): Span) -> sqlx::Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> = all!(tx, sql, from, to)?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

/// Those who decide hear of what waits.
pub async fn tell_moderators(tx: &mut Tx, span: Span) -> sqlx::Result<Vec<MemberId>> {
    let mut members = told(tx, tell!("waiting", "v.author", "", "'waiting'"), span).await?;
    members
        .extend(told(tx, tell!("waiting", "o.id", "join member o on o.role = 'organiser'", "'waiting'"), span).await?);
    Ok(members)
}

/// Members who are mentioned at a place of the order, by their handles.
pub async fn tell_mentioned(tx: &mut Tx, seq: i64, handles: &str) -> sqlx::Result<Vec<MemberId>> {
    macro_rules! mentioned {
        ($handles:literal) => {
            concat!(
                "insert into notice (member, seq, kind, conversation, comment, at)
                 select m.id, n.seq, 'mention', n.conversation, n.comment, n.at
                   from news n join conversation v on v.id = n.conversation left join comment c on c.id = n.comment
                   join member m on m.handle in (",
                $handles,
                ") and m.confirmed_at is not null and m.removed_at is null
                  where n.seq = $1
                    and (n.comment is null
                         or (c.hidden_at is null and c.deleted_at is null and c.approved_at is not null)) and ",
                is_new_to_m!()
            )
        };
    }
    let sql = tx
        .pick(mentioned!("select value from json_each($2)"), mentioned!("select jsonb_array_elements_text($2::jsonb)"));
    let rows: Vec<(MemberId,)> = all!(tx, sql, seq, handles)?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

/// Those who were answered, whose posts were commented on, and whose own words were approved.
pub async fn tell_addressed(tx: &mut Tx, span: Span) -> sqlx::Result<Vec<MemberId>> {
    const ANSWER: &str = tell!(
        "answer",
        "a.writer",
        "join comment a on a.id = c.parent and a.writer is not null",
        "'comment', 'approved'"
    );
    const COMMENT: &str =
        tell!("comment", "v.author", "join comment s on s.id = c.id and s.parent is null", "'comment', 'approved'");
    let mut members = told(tx, ANSWER, span).await?;
    members.extend(told(tx, COMMENT, span).await?);
    Ok(members)
}

/// Places in the order of which somebody who follows wants to be told at once.
pub async fn followed(tx: &mut Tx, (from, to): Span) -> sqlx::Result<Vec<i64>> {
    let rows: Vec<(i64,)> = all!(
        tx,
        "select n.seq from news n join conversation v on v.id = n.conversation
          where n.seq > $1 and n.seq <= $2
            and ((n.kind in ('comment', 'approved')
                  and exists (select 1 from watch w where w.kind = 'conversation' and w.subject = n.conversation
                                                      and w.level = 'now'))
                 or (n.kind = 'post'
                     and (exists (select 1 from watch w
                                  where w.kind in ('blog', 'circle') and w.subject = v.place and w.level = 'now')
                          or exists (select 1 from watch w
                                      where w.kind = 'member' and w.subject = v.author and w.level = 'now')
                          or exists (select 1 from post_term p join watch w on w.kind = 'term' and w.subject = p.term
                                      where p.post = n.conversation and w.level = 'now'))))",
        from,
        to
    )?;
    Ok(rows.into_iter().map(|(seq,)| seq).collect())
}

/// Tells the next followers after a member, so many; answers whom, and after whom to go on.
pub async fn tell_followers(
    tx: &mut Tx,
    seq: i64,
    after: MemberId,
    most: i64,
) -> sqlx::Result<(Vec<MemberId>, Option<MemberId>)> {
    macro_rules! followers {
        () => {
            "select w.member from news n join conversation v on v.id = n.conversation
               join watch w on w.level = 'now' and w.member > $2 and w.since <= n.at
                and ((n.comment is not null and w.kind = 'conversation' and w.subject = n.conversation)
                     or (n.kind = 'post' and ((w.kind in ('blog', 'circle') and w.subject = v.place)
                                              or (w.kind = 'member' and w.subject = v.author)
                                              or (w.kind = 'term' and w.subject in (select p.term from post_term p
                                                                                     where p.post = n.conversation)))))
              where n.seq = $1 group by w.member order by w.member limit $3"
        };
    }
    let next: Option<MemberId> =
        value!(tx, concat!("select max(member) from (", followers!(), ") f having count(*) = $3"), seq, after, most)?;
    let rows: Vec<(MemberId,)> = all!(
        tx,
        concat!(
            "insert into notice (member, seq, kind, conversation, comment, at)
             select m.id, n.seq, case when n.comment is null then 'posted' else 'said' end,
                    n.conversation, n.comment, n.at
               from (",
            followers!(),
            ") f join member m on m.id = f.member and m.confirmed_at is not null and m.removed_at is null
               join news n on n.seq = $1
               join conversation v on v.id = n.conversation
               left join comment c on c.id = n.comment
              where (n.comment is null or (c.hidden_at is null and c.deleted_at is null and c.approved_at is not null))
                and not exists (select 1 from watch q where q.member = m.id and q.level = 'mute'
                                                        and q.kind = 'conversation' and q.subject = n.conversation)
                and ",
            readable_to!("m.id"),
            " and ",
            is_new_to_m!()
        ),
        seq,
        after,
        most
    )?;
    Ok((rows.into_iter().map(|(member,)| member).collect(), next))
}

/// Those who were told of entries that have gone meanwhile, and do not know of them yet.
pub async fn of_gone(tx: &mut Tx, (from, to): Span) -> sqlx::Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> = all!(
        tx,
        "select distinct t.member from news n join notice t on t.comment = n.comment
          where n.seq > $1 and n.seq <= $2 and n.kind in ('gone', 'approved') and t.seen_at is null",
        from,
        to
    )?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

/// What was decided waits for nobody any more.
pub async fn forget_decided(tx: &mut Tx, (from, to): Span) -> sqlx::Result<()> {
    run!(
        tx,
        "delete from notice
          where kind = 'waiting'
            and comment in (select comment from news where seq > $1 and seq <= $2 and kind in ('gone', 'approved'))",
        from,
        to
    )?;
    Ok(())
}

/// What somebody was told of a circle, or one within it, that they are not in, because they were; not what was said to them.
pub async fn forget_left(tx: &mut Tx, member: MemberId, circle: CircleId) -> sqlx::Result<()> {
    run!(
        tx,
        "delete from notice
          where member = $1 and seen_at is null and kind in ('said', 'posted', 'review', 'extended')
            and conversation in (select v.id from conversation v
                                  where v.place in (select k.id from circle k where k.id = $2 or k.within = $2)
                                    and v.place not in (select s.circle from membership s where s.member = $1))",
        member,
        circle
    )?;
    Ok(())
}

/// The last of so many members after one.
pub async fn some_members(conn: &mut Conn, after: MemberId, most: i64) -> sqlx::Result<Option<MemberId>> {
    value!(
        conn,
        "select id from (select id from member where id > $1 order by id limit $2) m order by id desc limit 1",
        after,
        most
    )
}

/// What these members were told before a place in the order.
pub async fn forget(tx: &mut Tx, (after, last): (MemberId, MemberId), first: i64) -> sqlx::Result<()> {
    run!(
        tx,
        "delete from notice where member in (select id from member where id > $1 and id <= $2) and seq < $3",
        after,
        last,
        first
    )?;
    run!(
        tx,
        "delete from direct_notice where member in (select id from member where id > $1 and id <= $2) and seq < $3",
        after,
        last,
        first
    )?;
    Ok(())
}
