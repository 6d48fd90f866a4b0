//! SQL about what there is to quote of a week.

use super::{MOST_POSTS, PostRow, SaidRow};
use crate::{
    all,
    ids::{CircleId, ConversationId, MemberId, Timestamp},
    kit::db::Conn,
    readable,
};

/// Posts for a module that everybody may read who may read what is for this audience, those most talked about first.
pub async fn posts(
    conn: &mut Conn,
    reader: MemberId,
    module: ConversationId,
    audience: i64,
) -> sqlx::Result<Vec<PostRow>> {
    all!(
        conn,
        concat!(
            "select p.id, m.name, m.handle, v.title, v.path, v.lang, p.excerpt, v.count
               from conversation v join post p on p.id = v.id join member m on m.id = p.author
              where v.module = $2 and v.kind = 'post' and v.opened_at is not null and v.audience in (1, $3)
                and p.id not in (select d.wrap_up from module d where d.wrap_up is not null and d.id = $2) and ",
            readable!(),
            " order by v.count desc, v.opened_at desc, v.id desc limit $4"
        ),
        reader,
        module,
        audience,
        MOST_POSTS
    )
}

/// What was answered most in the ten conversations of a course in which most was said in a time, three entries of each.
pub async fn said(
    conn: &mut Conn,
    reader: MemberId,
    course: CircleId,
    audience: i64,
    since: Timestamp,
    until: Timestamp,
) -> sqlx::Result<Vec<SaidRow>> {
    all!(
        conn,
        concat!(
            "with said as (
                 select c.id, c.conversation, c.writer,
                        (select count(*) from comment a where a.parent = c.id and a.shown and a.approved_at is not null
                           and a.hidden_at is null and a.deleted_at is null) as answers,
                        count(*) over (partition by c.conversation) as said
                   from comment c join conversation v on v.id = c.conversation
                  where v.course = $2 and v.kind in ('post', 'module') and v.audience in (1, $3)
                    and c.approved_at >= $4 and c.approved_at < $5 and c.shown and c.kind = 'comment'
                    and c.hidden_at is null and c.deleted_at is null and ",
            readable!(),
            "), ranked as (
                 select s.id, s.conversation, s.writer, s.answers, s.said,
                        row_number() over (partition by s.conversation order by s.answers desc, s.id) as place,
                        dense_rank() over (order by s.said desc, s.conversation) as rank
                   from said s)
             select r.id, r.conversation, coalesce(m.name, c.guest_name) as name, m.handle, v.title, v.path, v.lang,
                    c.html, r.answers, r.said
               from ranked r join comment c on c.id = r.id join conversation v on v.id = r.conversation
               left join member m on m.id = r.writer
              where r.place <= 3 and r.rank <= 10
              order by r.rank, r.place"
        ),
        reader,
        course,
        audience,
        since,
        until
    )
}
