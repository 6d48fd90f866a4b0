//! SQL about what members follow.

use super::{Level, Named, Subject, Watch, Why};
use crate::{
    all,
    ids::{CircleId, MemberId},
    kit::db::{Conn, Tx},
    one, readable, run,
    talk::news::Span,
    value,
};

fn watch(kind: &str, subject: i64, level: &str, why: &str) -> Option<Watch> {
    Some(Watch {
        subject: Subject::of(kind, subject)?,
        level: level.parse().ok()?,
        why: match why {
            "wrote" => Why::Wrote,
            "answered" => Why::Answered,
            "joined" => Why::Joined,
            _ => Why::Chosen,
        },
    })
}

pub async fn find(conn: &mut Conn, member: MemberId, subject: Subject) -> sqlx::Result<Option<Watch>> {
    let row: Option<(String, String)> = one!(
        conn,
        "select level, why from watch where member = $1 and kind = $2 and subject = $3",
        member,
        subject.word(),
        subject.number()
    )?;
    Ok(row.and_then(|(level, why)| watch(subject.word(), subject.number(), &level, &why)))
}

pub async fn of_member(conn: &mut Conn, reader: MemberId) -> sqlx::Result<Vec<Named>> {
    type Row = (String, i64, String, String, String, String, String);
    let rows: Vec<Row> = all!(
        conn,
        concat!(
            "select kind, subject, level, why, name, lang, url from (
                 select w.kind, w.subject, w.level, w.why, w.since, v.title as name, v.lang, v.path as url
                   from watch w join conversation v on v.id = w.subject
                  where w.member = $1 and w.kind = 'conversation' and v.path <> '' and ",
            readable!(),
            "
                 union all
                 select w.kind, w.subject, w.level, w.why, w.since, b.title, '', '/' || b.address || '/'
                   from watch w join blog b on b.id = w.subject where w.member = $1 and w.kind = 'blog'
                 union all
                 select w.kind, w.subject, w.level, w.why, w.since, t.name, '',
                        '/' || b.address || '/' || t.kind || '/' || t.slug || '/'
                   from watch w join term t on t.id = w.subject join blog b on b.id = t.blog
                  where w.member = $1 and w.kind = 'term'
                 union all
                 select w.kind, w.subject, w.level, w.why, w.since, m.name, '', '/members/' || m.handle || '/'
                   from watch w join member m on m.id = w.subject
                  where w.member = $1 and w.kind = 'member' and m.removed_at is null
                 union all
                 select w.kind, w.subject, w.level, w.why, w.since, k.name, '',
                        case k.kind when 'tribe' then '/tribes/' || k.address || '/'
                                    when 'homeroom' then '/courses/' || o.address || '/homerooms/' || k.address || '/'
                                    when 'staff' then '/courses/' || o.address || '/'
                                    else '/courses/' || k.address || '/' end
                   from watch w join circle k on k.id = w.subject left join circle o on o.id = k.within
                  where w.member = $1 and w.kind = 'circle'
                    and k.id in (select s.circle from membership s where s.member = $1)
             ) f order by since desc, subject desc limit 500"
        ),
        reader
    )?;
    let named = |(kind, subject, level, why, name, lang, url): Row| {
        Some(Named { watch: watch(&kind, subject, &level, &why)?, name, lang, url })
    };
    Ok(rows.into_iter().filter_map(named).collect())
}

pub async fn is_there(conn: &mut Conn, reader: MemberId, subject: Subject) -> sqlx::Result<bool> {
    let sql = match subject {
        Subject::Conversation(_) => {
            concat!(
                "select v.id from conversation v where v.id = $2 and v.path <> '' and v.kind <> 'announcement' and ",
                readable!()
            )
        }
        Subject::Blog(_) => "select id from blog where id = $2 and $1 <> 0",
        Subject::Term(_) => "select id from term where id = $2 and $1 <> 0",
        Subject::Member(_) => {
            "select id from member where id = $2 and id <> $1 and confirmed_at is not null and removed_at is null"
        }
        Subject::Circle(_) => "select circle from membership where member = $1 and circle = $2",
    };
    let found: Option<i64> = value!(conn, sql, reader, subject.number())?;
    Ok(found.is_some())
}

pub async fn choose(tx: &mut Tx, member: MemberId, subject: Subject, level: Level) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into watch (member, kind, subject, level, why, since) values ($1, $2, $3, $4, 'chosen', $5)
         on conflict (member, kind, subject) do update set level = excluded.level",
        member,
        subject.word(),
        subject.number(),
        level.word(),
        now
    )?;
    Ok(())
}

pub async fn begin_by_joining(tx: &mut Tx, member: MemberId, subject: Subject) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into watch (member, kind, subject, level, why, since) values ($1, $2, $3, 'digest', 'joined', $4)
         on conflict do nothing",
        member,
        subject.word(),
        subject.number(),
        now
    )?;
    Ok(())
}

/// A list in JSON of members and circles.
pub async fn begin_all_by_joining(tx: &mut Tx, joined: &str) -> sqlx::Result<()> {
    let now = tx.now;
    let sql = tx.pick(
        "insert into watch (member, kind, subject, level, why, since)
         select value ->> 0, 'circle', value ->> 1, 'digest', 'joined', $2 from json_each($1) where true
         on conflict do nothing",
        "insert into watch (member, kind, subject, level, why, since)
         select (value ->> 0)::bigint, 'circle', (value ->> 1)::bigint, 'digest', 'joined', $2
           from json_array_elements($1::json)
         on conflict do nothing",
    );
    run!(tx, sql, joined, now)?;
    Ok(())
}

pub async fn end(tx: &mut Tx, member: MemberId, subject: Subject) -> sqlx::Result<()> {
    run!(
        tx,
        "delete from watch where member = $1 and kind = $2 and subject = $3",
        member,
        subject.word(),
        subject.number()
    )?;
    Ok(())
}

/// Of circles they are not in, of what they may not read, and of what was not chosen and stands in what they left.
pub async fn end_by_leaving(tx: &mut Tx, reader: MemberId, circle: CircleId) -> sqlx::Result<()> {
    run!(
        tx,
        "delete from watch
          where member = $1 and kind = 'circle'
            and subject not in (select s.circle from membership s where s.member = $1)",
        reader
    )?;
    run!(
        tx,
        concat!(
            "delete from watch
              where member = $1 and kind = 'conversation'
                and subject in (select v.id from watch f join conversation v on v.id = f.subject
                                 where f.member = $1 and f.kind = 'conversation'
                                   and ((v.audience > 2 and not ",
            readable!(),
            ") or (f.why <> 'chosen'
                   and v.place in (select k.id from circle k where k.id = $2 or k.within = $2)
                   and v.place not in (select s.circle from membership s where s.member = $1))))"
        ),
        reader,
        circle
    )?;
    Ok(())
}

pub async fn end_with(tx: &mut Tx, subject: Subject) -> sqlx::Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> = all!(
        tx,
        "delete from watch where kind = $1 and subject = $2 returning member",
        subject.word(),
        subject.number()
    )?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

pub async fn begin_by_writing(tx: &mut Tx, (from, to): Span) -> sqlx::Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> = all!(
        tx,
        "insert into watch (member, kind, subject, level, why, since)
         select coalesce(c.writer, v.author), 'conversation', n.conversation, 'digest',
                case when n.comment is null then 'wrote' else 'answered' end, min(n.at)
           from news n join conversation v on v.id = n.conversation left join comment c on c.id = n.comment
          where n.seq > $1 and n.seq <= $2
            and (n.kind = 'post' or (n.kind in ('comment', 'waiting') and c.writer is not null))
          group by coalesce(c.writer, v.author), n.conversation, n.comment is null
          order by n.comment is null desc
         on conflict do nothing
         returning member",
        from,
        to
    )?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}
