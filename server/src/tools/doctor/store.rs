//! SQL that looks at the whole database.

use crate::{all, ids::Timestamp, kit::db::Conn, value};

/// What is damaged; nothing, if the database is whole.
pub async fn damage(conn: &mut Conn) -> sqlx::Result<Vec<String>> {
    // PostgreSQL checks its pages itself; asking is enough to know that it answers.
    let sql = conn.pick("pragma integrity_check", "select 'ok'");
    let said: Vec<(String,)> = all!(conn, sql)?;
    Ok(said.into_iter().map(|(line,)| line).filter(|line| line != "ok").collect())
}

/// How many conversations count other than what they hold.
pub async fn miscounted(conn: &mut Conn) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select count(*)
           from conversation v
           left join (select conversation, count(*) as held from comment
                       where approved_at is not null and hidden_at is null and deleted_at is null
                       group by conversation) c on c.conversation = v.id
           left join (select conversation, sum(more) as more from tally group by conversation) t on t.conversation = v.id
          where v.count + coalesce(t.more, 0) <> coalesce(c.held, 0)"
    )?;
    Ok(count.unwrap_or_default())
}

/// How many entries cannot be seen because what they answer is not on the page.
pub async fn out_of_sight(conn: &mut Conn) -> sqlx::Result<i64> {
    let count: Option<i64> =
        value!(conn, "select count(*) from comment c join comment p on p.id = c.parent where c.shown and not p.shown")?;
    Ok(count.unwrap_or_default())
}

async fn count(conn: &mut Conn, sql: &'static str) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(conn, sql)?;
    Ok(count.unwrap_or_default())
}

/// How many pieces of work stand handed in with nothing, or with a post that nobody who looks after the course may read.
pub async fn unreadable_work(conn: &mut Conn) -> sqlx::Result<i64> {
    count(
        conn,
        "select count(*)
           from submission s join assignment a on a.id = s.assignment join course c on c.id = a.course
          where s.withdrawn_at is null and s.file is null
            and not exists (select 1 from conversation p join circle k on k.id = p.audience
                             where p.id = s.post and p.opened_at is not null
                               and (k.id in (1, 2) or k.id = c.id or k.id = c.staff
                                    or (k.within = c.id and k.kind = 'homeroom'
                                        and exists (select 1 from membership g where g.circle = k.id
                                                                                 and g.role <> 'member'))))",
    )
    .await
}

/// How many pieces count other reviews than they have, done or under way.
pub async fn miscounted_reviews(conn: &mut Conn) -> sqlx::Result<i64> {
    count(
        conn,
        "select count(*) from submission s
          where s.withdrawn_at is null
            and s.reviews <> (select count(*) from review r where r.submission = s.id
                                                              and (r.done_at is not null or r.lapsed_at is null))",
    )
    .await
}

/// How many reviews should have been let go by a moment, or are of an assignment that should have been settled by then.
pub async fn overdue_reviews(conn: &mut Conn, by: Timestamp) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select (select count(*) from review where done_at is null and lapsed_at is null and due_at < $1)
              + (select count(*) from assignment where settled_at is null and reviews > 0 and closes_at < $1)",
        by
    )?;
    Ok(count.unwrap_or_default())
}

/// How many reviews without a time are kept by somebody who is not in the course any more.
pub async fn orphaned_reviews(conn: &mut Conn) -> sqlx::Result<i64> {
    count(
        conn,
        "select count(*) from review r join assignment a on a.id = r.assignment
          where r.done_at is null and r.lapsed_at is null and r.due_at is null
            and not exists (select 1 from membership s where s.circle = a.course and s.member = r.reviewer)",
    )
    .await
}

/// How many people have more time for something in a course that they are not in.
pub async fn idle_extensions(conn: &mut Conn) -> sqlx::Result<i64> {
    count(
        conn,
        "select count(*) from extension x join assignment a on a.id = x.assignment
          where not exists (select 1 from membership s where s.circle = a.course and s.member = x.member)",
    )
    .await
}
