//! SQL about answers that came by e-mail.

use super::{ByEmail, Came, Listed};
use crate::{
    all,
    ids::{CommentId, ConversationId, MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, readable, run, value,
};

/// Writes down an e-mail; answers whether it had not come before.
pub async fn insert(tx: &mut Tx, id: RowId, came: &Came) -> sqlx::Result<bool> {
    let now = tx.now;
    let new = run!(
        tx,
        "insert into mail_answer
           (id, member, conversation, parent, comment, state, why, sender, text, cut, files, once, came_at)
         values ($1, $2, $3, $4, null, $5, $6, $7, $8, $9, $10, $11, $12) on conflict do nothing",
        id,
        came.member,
        came.conversation,
        came.parent,
        came.state.word(),
        came.why,
        &came.sender,
        &came.text,
        &came.cut,
        &came.files,
        &came.once,
        now
    )?;
    Ok(new == 1)
}

/// It stands at this place in the order of news.
pub async fn place(tx: &mut Tx, id: RowId, seq: i64) -> sqlx::Result<()> {
    run!(tx, "update mail_answer set seq = $2 where id = $1", id, seq)?;
    Ok(())
}

pub async fn see_until(tx: &mut Tx, member: MemberId, seq: i64) -> sqlx::Result<u64> {
    let now = tx.now;
    run!(
        tx,
        "update mail_answer set seen_at = $3
          where member = $1 and state = 'held' and seq <= $2 and seen_at is null",
        member,
        seq,
        now
    )
}

/// Whether an e-mail has come before.
pub async fn has_come(conn: &mut Conn, once: &str) -> sqlx::Result<bool> {
    let found: Option<RowId> = value!(conn, "select id from mail_answer where once = $1", once)?;
    Ok(found.is_some())
}

/// It is a comment now, which holds its text.
pub async fn became(tx: &mut Tx, id: RowId, comment: CommentId) -> sqlx::Result<()> {
    run!(tx, "update mail_answer set state = 'published', comment = $2, text = '' where id = $1", id, comment)?;
    Ok(())
}

/// How many e-mails came for a member since a moment that ended in this state.
pub async fn count(conn: &mut Conn, member: MemberId, state: &str, since: Timestamp) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select count(*) from mail_answer where member = $1 and state = $2 and came_at >= $3",
        member,
        state,
        since
    )?;
    Ok(count.unwrap_or_default())
}

pub async fn list(conn: &mut Conn, reader: MemberId, most: i64) -> sqlx::Result<Vec<Listed>> {
    all!(
        conn,
        concat!(
            "select a.id, a.parent, a.conversation, a.comment, a.state, a.why, a.sender, a.text, a.cut, a.files, a.came_at,
                    coalesce(v.title, '') as title, coalesce(v.lang, '') as lang
               from mail_answer a left join conversation v on v.id = a.conversation and ",
            readable!(),
            " where a.member = $1 order by case when a.state = 'held' then 0 else 1 end, a.id desc limit $2"
        ),
        reader,
        most
    )
}

pub async fn held(conn: &mut Conn, reader: MemberId, id: RowId) -> sqlx::Result<Option<Listed>> {
    one!(
        conn,
        concat!(
            "select a.id, a.parent, a.conversation, a.comment, a.state, a.why, a.sender, a.text, a.cut, a.files, a.came_at,
                    coalesce(v.title, '') as title, coalesce(v.lang, '') as lang
               from mail_answer a left join conversation v on v.id = a.conversation and ",
            readable!(),
            " where a.member = $1 and a.id = $2 and a.state = 'held'"
        ),
        reader,
        id
    )
}

/// Takes one that is held, so that it is decided once.
pub async fn take_held(tx: &mut Tx, member: MemberId, id: RowId) -> sqlx::Result<bool> {
    let taken = run!(
        tx,
        "update mail_answer set state = 'discarded', text = '' where member = $1 and id = $2 and state = 'held'",
        member,
        id
    )?;
    Ok(taken == 1)
}

/// What was left out of these entries of a member; a list of numbers in JSON.
pub async fn of_entries(conn: &mut Conn, member: MemberId, ids: &str) -> sqlx::Result<Vec<ByEmail>> {
    let sql = conn.pick(
        "select comment, cut, files from mail_answer
          where member = $1 and comment in (select value from json_each($2))",
        "select comment, cut, files from mail_answer
          where member = $1 and comment in (select value::bigint from json_array_elements_text($2::json))",
    );
    all!(conn, sql, member, ids)
}

pub async fn forget(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    run!(tx, "delete from mail_answer where came_at < $1", before)?;
    Ok(())
}

/// Forgets what came from a member or in their name.
pub async fn forget_of(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from mail_answer where member = $1", member)?;
    Ok(())
}

pub async fn note(tx: &mut Tx, what: &str) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into mail_count (what, count, last_at, said) values ($1, 1, $2, '')
         on conflict (what) do update set count = mail_count.count + 1, last_at = excluded.last_at",
        what,
        now
    )?;
    Ok(())
}

/// What was wrong with the mailbox at the last look; nothing, if all was well.
pub async fn note_trouble(tx: &mut Tx, said: &str) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into mail_count (what, count, last_at, said) values ('mailbox', 1, $1, $2)
         on conflict (what) do update
            set count = mail_count.count + 1, last_at = excluded.last_at, said = excluded.said",
        now,
        said
    )?;
    Ok(())
}

pub async fn trouble(conn: &mut Conn) -> sqlx::Result<Option<(String, Timestamp)>> {
    one!(conn, "select said, last_at from mail_count where what = 'mailbox' and said <> ''")
}

pub async fn dropped(conn: &mut Conn) -> sqlx::Result<Option<(i64, Timestamp)>> {
    one!(conn, "select count, last_at from mail_count where what = 'automatic'")
}

/// The conversation an entry stands in.
pub async fn conversation_of(conn: &mut Conn, comment: CommentId) -> sqlx::Result<Option<ConversationId>> {
    value!(conn, "select conversation from comment where id = $1", comment)
}

/// Whether there is such a conversation.
pub async fn has_conversation(conn: &mut Conn, id: ConversationId) -> sqlx::Result<bool> {
    let found: Option<ConversationId> = value!(conn, "select id from conversation where id = $1", id)?;
    Ok(found.is_some())
}
