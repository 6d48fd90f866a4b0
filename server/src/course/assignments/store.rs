//! SQL about assignments, and what was handed in.

use super::{
    Assignment, Draft,
    work::{Handed, Listed, Missing, Submission},
};
use crate::{
    all, called,
    course::courses::Course,
    ids::{CircleId, ConversationId, MemberId, PostId, RowId, Timestamp},
    kit::{
        db::{Conn, Tx},
        local_time::LocalTime,
    },
    one, readable, run, value,
};

macro_rules! assignment {
    ($($rest:expr),*) => {
        concat!(
            "select a.id, a.course, k.address as course_address, a.module, mv.title as module_title, a.slug, v.title,
                    a.needed, a.kind, a.opens_local, a.opens_at, a.opened_at, a.due_local, a.due_at, a.reviews,
                    a.review_days, a.closes_local, a.closes_at, a.edited_at, a.choice, a.questions, a.source, a.html
               from assignment a join conversation v on v.id = a.id join circle k on k.id = a.course
               left join conversation mv on mv.id = a.module ",
            $($rest),*
        )
    };
}

/// Something handed in, `s`, with the post `v` for which the reader is asked.
macro_rules! submission {
    ($($rest:expr),*) => {
        concat!(
            "select s.id, s.author, ",
            called!("s.author", "(select sa.course from assignment sa where sa.id = s.assignment)", "m.name"),
            " as name, m.handle, m.picture, s.post, v.title as post_title,
                    v.path as post_path, (s.file is not null or (v.id is not null and ",
            readable!(),
            ")) as may_read, s.reviews, s.handed_in_at, s.first_at, s.due_at, s.file, s.file_name, s.help
               from submission s join member m on m.id = s.author
               left join conversation v on v.id = s.post ",
            $($rest),*
        )
    };
}

pub async fn next_position(conn: &mut Conn, course: CircleId) -> sqlx::Result<i64> {
    let last: Option<i64> =
        value!(conn, "select coalesce(max(position), 0) from assignment where course = $1", course)?;
    Ok(last.unwrap_or_default() + 1)
}

pub async fn slug_taken(conn: &mut Conn, course: CircleId, slug: &str) -> sqlx::Result<bool> {
    let taken: Option<ConversationId> =
        value!(conn, "select id from assignment where course = $1 and slug = $2", course, slug)?;
    Ok(taken.is_some())
}

/// When reviews are no longer given: as planned, or else when the course ends.
fn closes_at(course: &Course, closes: Option<LocalTime>) -> Timestamp {
    let zone = course.zone();
    closes.map_or_else(|| course.ends_on().plus_days(1).begin(&zone), |at| at.moment(&zone))
}

pub async fn insert(
    tx: &mut Tx,
    id: ConversationId,
    course: &Course,
    position: i64,
    slug: &str,
    draft: &Draft,
    html: &str,
) -> sqlx::Result<()> {
    let (now, zone) = (tx.now, course.zone());
    run!(
        tx,
        "insert into assignment (id, course, module, position, slug, needed, kind, opens_local, opens_at, due_local, due_at,
                                 reviews, review_days, closes_local, closes_at, edited_at, rendered, choice, questions,
                                 source, html)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)",
        id,
        course.id,
        draft.module,
        position,
        slug,
        draft.needed,
        draft.kind.word(),
        draft.opens.map(|at| at.to_string()),
        draft.opens.map(|at| at.moment(&zone)),
        draft.due.map(|at| at.to_string()),
        draft.due.map(|at| at.moment(&zone)),
        draft.reviews,
        draft.review_days,
        draft.closes.map(|at| at.to_string()),
        closes_at(course, draft.closes),
        now,
        i64::from(markup::VERSION),
        &draft.choice,
        &draft.questions,
        &draft.source,
        html
    )?;
    Ok(())
}

/// Changes one that is as it was seen.
pub async fn update(
    tx: &mut Tx,
    id: ConversationId,
    course: &Course,
    seen: Timestamp,
    draft: &Draft,
    html: &str,
) -> sqlx::Result<bool> {
    let (zone, at) = (course.zone(), tx.now);
    // Two changes of one moment are told apart, too.
    let now = Timestamp(tx.now.0.max(seen.0 + 1));
    let changed = run!(
        tx,
        "update assignment
            set module = $3, needed = $4, kind = $5, opens_local = $6, opens_at = $7, due_local = $8, due_at = $9,
                reviews = $10, review_days = $11, closes_local = $12, closes_at = $13, edited_at = $14, rendered = $15,
                choice = $16, questions = $17, source = $18, html = $19,
                settled_at = case when $13 > $20 then null else settled_at end
          where id = $1 and edited_at = $2",
        id,
        seen,
        draft.module,
        draft.needed,
        draft.kind.word(),
        draft.opens.map(|at| at.to_string()),
        draft.opens.map(|at| at.moment(&zone)),
        draft.due.map(|at| at.to_string()),
        draft.due.map(|at| at.moment(&zone)),
        draft.reviews,
        draft.review_days,
        draft.closes.map(|at| at.to_string()),
        closes_at(course, draft.closes),
        now,
        i64::from(markup::VERSION),
        &draft.choice,
        &draft.questions,
        &draft.source,
        html,
        at
    )?;
    if changed > 0 {
        // Who was late by the day before is in time by a later one, and who was in time stays so.
        run!(
            tx,
            "update submission set due_at = $2
              where assignment = $1 and due_at is not null and ($2 is null or due_at < $2)",
            id,
            draft.due.map(|at| at.moment(&zone))
        )?;
    }
    Ok(changed > 0)
}

/// Reckons the moments of a course's assignments, and of who has more time, from what is planned, in its zone as it is.
pub async fn reckon(tx: &mut Tx, course: &Course) -> sqlx::Result<()> {
    let zone = course.zone();
    let moment = |at: Option<LocalTime>| at.map(|at| at.moment(&zone).0);
    let moments: Vec<_> = all(tx, course.id)
        .await?
        .iter()
        .map(|it| {
            let closes_at = closes_at(course, it.closes_local()).0;
            (it.id.0, moment(it.opens_local()), moment(it.due_local()), closes_at)
        })
        .collect();
    let sql = tx.pick(
        "update assignment set opens_at = m.opens, due_at = m.due, closes_at = m.closes
           from (select value ->> 0 as number, value ->> 1 as opens, value ->> 2 as due, value ->> 3 as closes
                   from json_each($1)) m
          where id = m.number",
        "update assignment set opens_at = m.opens, due_at = m.due, closes_at = m.closes
           from (select (value ->> 0)::bigint as number, (value ->> 1)::bigint as opens, (value ->> 2)::bigint as due,
                        (value ->> 3)::bigint as closes
                   from json_array_elements($1::json)) m
          where id = m.number",
    );
    run!(tx, sql, serde_json::to_string(&moments).unwrap_or_default())?;
    let given: Vec<(i64, i64, String)> = all!(
        tx,
        "select x.assignment, x.member, x.due_local from extension x join assignment a on a.id = x.assignment
          where a.course = $1",
        course.id
    )?;
    let given: Vec<(i64, i64, i64)> = given
        .into_iter()
        .filter_map(|(assignment, member, due)| Some((assignment, member, moment(due.parse().ok())?)))
        .collect();
    let sql = tx.pick(
        "update extension set due_at = m.due
           from (select value ->> 0 as number, value ->> 1 as whose, value ->> 2 as due from json_each($1)) m
          where assignment = m.number and member = m.whose",
        "update extension set due_at = m.due
           from (select (value ->> 0)::bigint as number, (value ->> 1)::bigint as whose, (value ->> 2)::bigint as due
                   from json_array_elements($1::json)) m
          where assignment = m.number and member = m.whose",
    );
    run!(tx, sql, serde_json::to_string(&given).unwrap_or_default())?;
    Ok(())
}

/// Moves the days of those who have more time in a course, where they have not passed; the moments are reckoned afterwards.
pub async fn move_extensions(tx: &mut Tx, course: CircleId, days: i64) -> sqlx::Result<()> {
    let now = tx.now;
    let given: Vec<(i64, i64, String)> = all!(
        tx,
        "select x.assignment, x.member, x.due_local from extension x join assignment a on a.id = x.assignment
          where a.course = $1 and (x.due_at > $2 or a.opened_at is null)",
        course,
        now
    )?;
    let moved: Vec<(i64, i64, String)> = given
        .into_iter()
        .filter_map(|(assignment, member, due)| {
            let due: LocalTime = due.parse().ok()?;
            Some((assignment, member, due.plus_days(days).to_string()))
        })
        .collect();
    let sql = tx.pick(
        "update extension set due_local = m.due
           from (select value ->> 0 as number, value ->> 1 as whose, value ->> 2 as due from json_each($1)) m
          where assignment = m.number and member = m.whose",
        "update extension set due_local = m.due
           from (select (value ->> 0)::bigint as number, (value ->> 1)::bigint as whose, value ->> 2 as due
                   from json_array_elements($1::json)) m
          where assignment = m.number and member = m.whose",
    );
    run!(tx, sql, serde_json::to_string(&moved).unwrap_or_default())?;
    Ok(())
}

pub async fn author(conn: &mut Conn, id: ConversationId) -> sqlx::Result<Option<MemberId>> {
    value!(conn, "select author from conversation where id = $1", id)
}

pub async fn by_id(conn: &mut Conn, id: ConversationId) -> sqlx::Result<Option<Assignment>> {
    one!(conn, assignment!("where a.id = $1"), id)
}

pub async fn all(conn: &mut Conn, course: CircleId) -> sqlx::Result<Vec<Assignment>> {
    all!(conn, assignment!("where a.course = $1 order by a.position, a.id"), course)
}

pub async fn for_reader(
    conn: &mut Conn,
    reader: MemberId,
    course: CircleId,
    slug: &str,
) -> sqlx::Result<Option<Assignment>> {
    one!(conn, assignment!("where a.course = $2 and a.slug = $3 and ", readable!()), reader, course, slug)
}

pub async fn readable(conn: &mut Conn, reader: MemberId, id: ConversationId) -> sqlx::Result<Option<Assignment>> {
    one!(conn, assignment!("where a.id = $2 and ", readable!()), reader, id)
}

pub async fn open(tx: &mut Tx, id: ConversationId) -> sqlx::Result<bool> {
    let now = tx.now;
    Ok(run!(tx, "update assignment set opened_at = $2 where id = $1 and opened_at is null", id, now)? > 0)
}

/// Assignments that are to open, with their courses: by their own time, or with their module; never before that.
pub async fn due(conn: &mut Conn, now: Timestamp) -> sqlx::Result<Vec<(ConversationId, CircleId)>> {
    all!(
        conn,
        "select a.id, a.course from assignment a join course c on c.id = a.course join circle k on k.id = c.id
           left join module d on d.id = a.module
          where a.opened_at is null and c.opened_at is not null and k.closed_at is null
            and (a.opens_at <= $1 or (a.opens_at is null and d.opened_at is not null))
            and (d.id is null or d.opened_at is not null)
          order by a.position, a.id limit 500",
        now
    )
}

pub async fn settle(tx: &mut Tx) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update assignment set settled_at = $1 where settled_at is null and reviews > 0 and closes_at <= $1",
        now
    )?;
    Ok(())
}

/// To whom a member published a post of theirs.
pub async fn published_for(conn: &mut Conn, author: MemberId, post: PostId) -> sqlx::Result<Option<i64>> {
    value!(
        conn,
        "select audience from conversation where id = $1 and author = $2 and kind = 'post' and opened_at is not null",
        post,
        author
    )
}

/// Whether those who look after a course may read what is for this circle: all do, or those of its homeroom.
pub async fn is_for_staff(conn: &mut Conn, course: &Course, audience: i64) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(
        conn,
        "select cast(1 as bigint) from circle k
          where k.id = $1 and (k.id in (1, 2) or k.id = $2 or k.id = $3
                               or (k.within = $2 and k.kind = 'homeroom'
                                   and exists (select 1 from membership s where s.circle = k.id and s.role <> 'member')))",
        audience,
        course.id,
        course.staff
    )?;
    Ok(found.is_some())
}

pub async fn put(
    tx: &mut Tx,
    assignment: ConversationId,
    author: MemberId,
    handed: &Handed,
    help: &str,
    due_at: Option<Timestamp>,
) -> sqlx::Result<()> {
    let (id, now) = (tx.new_id(), tx.now);
    let (post, file, bytes, name) = match handed {
        Handed::Post(post) => (Some(*post), None, None, ""),
        Handed::File { kept, bytes, name } => (None, Some(kept.as_str()), Some(*bytes), name.as_str()),
    };
    run!(
        tx,
        "insert into submission (id, assignment, author, post, handed_in_at, first_at, due_at, file, file_bytes, file_name,
                                 help)
         values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9, $10)
         on conflict (assignment, author) do update
            set post = excluded.post, handed_in_at = excluded.handed_in_at, file = excluded.file,
                file_bytes = excluded.file_bytes, file_name = excluded.file_name, help = excluded.help,
                first_at = case when submission.withdrawn_at is null then submission.first_at else excluded.first_at end,
                due_at = case when submission.withdrawn_at is null then submission.due_at else excluded.due_at end,
                withdrawn_at = null",
        id,
        assignment,
        author,
        post,
        now,
        due_at,
        file,
        bytes,
        name,
        help
    )?;
    Ok(())
}

pub async fn withdraw(tx: &mut Tx, assignment: ConversationId, author: MemberId) -> sqlx::Result<bool> {
    let now = tx.now;
    let changed = run!(
        tx,
        "update submission set withdrawn_at = $3 where assignment = $1 and author = $2 and withdrawn_at is null",
        assignment,
        author,
        now
    )?;
    Ok(changed > 0)
}

pub async fn of(conn: &mut Conn, reader: MemberId, assignment: ConversationId) -> sqlx::Result<Option<Submission>> {
    one!(conn, submission!("where s.assignment = $2 and s.author = $1 and s.withdrawn_at is null"), reader, assignment)
}

pub async fn submission(
    conn: &mut Conn,
    reader: MemberId,
    assignment: ConversationId,
    id: RowId,
) -> sqlx::Result<Option<Submission>> {
    one!(conn, submission!("where s.id = $3 and s.assignment = $2"), reader, assignment, id)
}

pub async fn submissions(
    conn: &mut Conn,
    reader: MemberId,
    assignment: ConversationId,
) -> sqlx::Result<Vec<Submission>> {
    all!(
        conn,
        submission!(
            "where s.assignment = $2 and s.withdrawn_at is null order by s.reviews, s.handed_in_at, s.id limit 2000"
        ),
        reader,
        assignment
    )
}

pub async fn missing(
    conn: &mut Conn,
    assignment: &Assignment,
    reader: MemberId,
    limit: i64,
) -> sqlx::Result<Vec<Missing>> {
    all!(
        conn,
        concat!(
            "select ",
            called!("m.id", "$1", "m.name"),
            " as name, m.handle, x.due_at, h.id as homeroom, h.name as homeroom_name, g.member is not null as is_near
           from membership p join member m on m.id = p.member
           left join extension x on x.assignment = $2 and x.member = m.id
           left join enrolment e on e.course = $1 and e.member = m.id and e.ended_at is null
           left join circle h on h.id = e.homeroom
           left join membership g on g.circle = h.id and g.member = $3
          where p.circle = $1 and p.role = 'member'
            and not exists (select 1 from submission s
                             where s.assignment = $2 and s.author = m.id and s.withdrawn_at is null)
          order by g.member is null, h.id is null, h.id, m.name_key, m.id limit $4"
        ),
        assignment.course,
        assignment.id,
        reader,
        limit
    )
}

pub async fn extension(
    conn: &mut Conn,
    assignment: ConversationId,
    member: MemberId,
) -> sqlx::Result<Option<(String, Timestamp)>> {
    one!(conn, "select due_local, due_at from extension where assignment = $1 and member = $2", assignment, member)
}

/// Those who take part and have more time, and who gave it.
pub async fn extended(conn: &mut Conn, assignment: ConversationId) -> sqlx::Result<Vec<(MemberId, Option<MemberId>)>> {
    all!(
        conn,
        "select x.member, x.given_by from extension x join assignment a on a.id = x.assignment
           join membership s on s.circle = a.course and s.member = x.member
          where x.assignment = $1 order by x.member",
        assignment
    )
}

/// Gives more time to somebody who takes part.
pub async fn extend(
    tx: &mut Tx,
    assignment: &Assignment,
    member: MemberId,
    due: LocalTime,
    due_at: Timestamp,
    by: MemberId,
) -> sqlx::Result<bool> {
    let now = tx.now;
    let given = run!(
        tx,
        "insert into extension (assignment, member, due_local, due_at, given_by, given_at)
         select $1, p.member, $4, $5, $6, $7 from membership p where p.circle = $2 and p.member = $3 and p.role = 'member'
         on conflict (assignment, member) do update
            set due_local = excluded.due_local, due_at = excluded.due_at, given_by = excluded.given_by,
                given_at = excluded.given_at",
        assignment.id,
        assignment.course,
        member,
        due.to_string(),
        due_at,
        by,
        now
    )?;
    // What came after the day of all others came in time after all.
    run!(
        tx,
        "update submission set due_at = $3 where assignment = $1 and author = $2 and withdrawn_at is null",
        assignment.id,
        member,
        due_at
    )?;
    Ok(given > 0)
}

/// Takes back all that a member handed in, with what stands in it; answers the files.
pub async fn forget_member(tx: &mut Tx, member: MemberId) -> sqlx::Result<Vec<String>> {
    let now = tx.now;
    let files: Vec<(String,)> =
        all!(tx, "select distinct file from submission where author = $1 and file is not null", member)?;
    run!(
        tx,
        "update submission set withdrawn_at = coalesce(withdrawn_at, $2), file = null, file_bytes = null, file_name = '', help = ''
          where author = $1",
        member,
        now
    )?;
    Ok(files.into_iter().map(|(file,)| file).collect())
}

/// Counts so many more, or fewer, for each time a piece stands in a list in JSON.
pub async fn count_reviews(tx: &mut Tx, pieces: &str, by: i64) -> sqlx::Result<()> {
    let sql = tx.pick(
        "update submission set reviews = max(reviews + $2 * p.times, 0)
           from (select value as piece, count(*) as times from json_each($1) group by value) p where id = p.piece",
        "update submission set reviews = greatest(reviews + $2 * p.times, 0)
           from (select value::text::bigint as piece, count(*) as times from json_array_elements($1::json) as e (value)
                  group by value::text) p where id = p.piece",
    );
    run!(tx, sql, pieces, by)?;
    Ok(())
}

pub async fn file_is_used(conn: &mut Conn, file: &str) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(conn, "select cast(1 as bigint) from submission where file = $1 limit 1", file)?;
    Ok(found.is_some())
}

pub async fn remember_written(tx: &mut Tx, post: PostId, assignment: ConversationId) -> sqlx::Result<()> {
    run!(
        tx,
        "insert into written_for (post, assignment) values ($1, $2)
         on conflict (post) do update set assignment = excluded.assignment",
        post,
        assignment
    )?;
    Ok(())
}

/// Whether something else was handed in since a post was begun, and stands.
pub async fn came_while_written(
    conn: &mut Conn,
    assignment: ConversationId,
    author: MemberId,
    post: PostId,
) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(
        conn,
        "select cast(1 as bigint) from submission s join post p on p.id = $3
          where s.assignment = $1 and s.author = $2 and s.withdrawn_at is null and s.post is distinct from $3
            and s.handed_in_at >= p.created_at",
        assignment,
        author,
        post
    )?;
    Ok(found.is_some())
}

pub async fn written(conn: &mut Conn, post: PostId) -> sqlx::Result<Option<ConversationId>> {
    value!(conn, "select assignment from written_for where post = $1", post)
}

pub async fn forget_written(tx: &mut Tx, post: PostId) -> sqlx::Result<()> {
    run!(tx, "delete from written_for where post = $1", post)?;
    Ok(())
}

/// The assignments of a course as one reader sees them; how much was handed in is counted only if somebody asks.
pub async fn of_member(conn: &mut Conn, reader: MemberId, course: CircleId, counts: bool) -> sqlx::Result<Vec<Listed>> {
    all!(
        conn,
        concat!(
            "select a.slug, v.title, mv.title as module, a.module as module_id, a.needed, a.choice, a.opened_at,
                    coalesce(x.due_at, a.due_at) as due_at, x.due_at is not null as is_extended,
                    s.first_at, s.due_at as was_due_at, a.reviews,
                    (select count(*) from review r where r.assignment = a.id and r.reviewer = $1 and r.done_at is not null)
                      + coalesce((select p.granted from spare p where p.assignment = a.id and p.member = $1), 0) as given,
                    (a.choice <> '' and s.id is null
                       and exists (select 1 from submission e join assignment b on b.id = e.assignment
                                    where b.course = a.course and b.choice = a.choice and b.id <> a.id
                                      and e.author = $1 and e.withdrawn_at is null)) as is_chosen_elsewhere,
                    case when $3 then (select count(*) from submission e
                                        where e.assignment = a.id and e.withdrawn_at is null) else 0 end as handed_in,
                    case when $3 then (select count(*) from submission e
                                        where e.assignment = a.id and e.withdrawn_at is null and e.reviews < 2)
                         else 0 end as waiting
               from assignment a join conversation v on v.id = a.id
               left join conversation mv on mv.id = a.module
               left join extension x on x.assignment = a.id and x.member = $1
               left join submission s on s.assignment = a.id and s.author = $1 and s.withdrawn_at is null
              where a.course = $2 and ",
            readable!(),
            " order by a.position, a.id"
        ),
        reader,
        course,
        counts
    )
}
