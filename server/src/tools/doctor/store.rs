//! SQL that looks at the whole database.

use crate::{all, kit::db::Conn, value};

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
