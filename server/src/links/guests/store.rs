//! SQL about guests who want to be told.

use crate::{
    all,
    ids::{CommentId, ConversationId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, run,
    talk::news::Span,
    value,
};

/// A guest who wants to be told.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Guest {
    /// Which.
    pub id: RowId,
    /// Where they are written to.
    pub email: String,
    /// The tag of their language.
    pub language: String,
    /// Confirms and ends without a sign-in.
    pub token: String,
    /// When they said yes.
    pub confirmed_at: Option<Timestamp>,
    /// When the day began in which their e-mails are counted.
    pub day_at: Timestamp,
    /// So many on that day.
    pub sent: i64,
    /// Since when there is more than the budget.
    pub held_at: Option<Timestamp>,
}

pub async fn is_refused(conn: &mut Conn, mailbox: &[u8]) -> sqlx::Result<bool> {
    let found: Option<Timestamp> = value!(conn, "select refused_at from guest_refusal where mailbox = $1", mailbox)?;
    Ok(found.is_some())
}

/// Whoever has said yes keeps their language: somebody else may have typed their address.
pub async fn add(
    tx: &mut Tx,
    email: &str,
    mailbox: &[u8],
    language: &str,
    token: &str,
    due_at: Timestamp,
) -> sqlx::Result<RowId> {
    let id = RowId(tx.new_id());
    let guest: Option<RowId> = value!(
        tx,
        "insert into guest_mail (id, email, mailbox, language, token, due_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (email) do update
            set language = case when guest_mail.confirmed_at is null then excluded.language else guest_mail.language end
         returning id",
        id,
        email,
        mailbox,
        language,
        token,
        due_at
    )?;
    Ok(guest.unwrap_or(id))
}

pub async fn watch(tx: &mut Tx, guest: RowId, comment: CommentId) -> sqlx::Result<()> {
    run!(tx, "insert into guest_watch (comment, guest) values ($1, $2) on conflict do nothing", comment, guest)?;
    Ok(())
}

/// E-mails that have not left, of which something that they tell has gone, or what it answers.
pub async fn unsent_of_gone(tx: &mut Tx, (from, to): Span) -> sqlx::Result<Vec<(RowId, RowId)>> {
    all!(
        tx,
        "select distinct t.guest, t.letter
           from news n
           join news o on o.conversation = n.conversation
           join comment c on c.id = o.comment and (c.id = n.comment or c.parent = n.comment)
           join guest_told t on t.seq = o.seq
           join letter l on l.id = t.letter and l.sent_at is null and l.tried_at is null
          where n.seq > $1 and n.seq <= $2 and n.kind = 'gone'",
        from,
        to
    )
}

pub async fn forget_deleted(tx: &mut Tx, (from, to): Span) -> sqlx::Result<()> {
    run!(
        tx,
        "delete from guest_watch
          where comment in (select n.comment from news n join comment c on c.id = n.comment
                             where n.seq > $1 and n.seq <= $2 and n.kind = 'gone' and c.deleted_at is not null)",
        from,
        to
    )?;
    Ok(())
}

pub async fn wake(tx: &mut Tx, (from, to): Span, at: Timestamp) -> sqlx::Result<()> {
    run!(
        tx,
        "update guest_mail set due_at = $3
          where due_at > $3 and held_at is null
            and id in (select w.guest from news n
                         join comment c on c.id = n.comment
                         join guest_watch w on w.comment = c.id or w.comment = c.parent
                        where n.seq > $1 and n.seq <= $2 and n.kind in ('comment', 'approved'))",
        from,
        to,
        at
    )?;
    Ok(())
}

pub async fn due(conn: &mut Conn, now: Timestamp, most: i64) -> sqlx::Result<Vec<RowId>> {
    let rows: Vec<(RowId,)> =
        all!(conn, "select id from guest_mail where due_at <= $1 order by due_at limit $2", now, most)?;
    Ok(rows.into_iter().map(|(guest,)| guest).collect())
}

pub async fn hold(tx: &mut Tx, guest: RowId) -> sqlx::Result<Option<Guest>> {
    let now = tx.now;
    one!(
        tx,
        "update guest_mail set due_at = due_at where id = $1 and due_at <= $2
         returning id, email, language, token, confirmed_at, day_at, sent, held_at",
        guest,
        now
    )
}

pub async fn look_again(tx: &mut Tx, guest: RowId, at: Timestamp) -> sqlx::Result<()> {
    run!(tx, "update guest_mail set due_at = $2 where id = $1", guest, at)?;
    Ok(())
}

pub async fn last_asked(conn: &mut Conn, guest: RowId) -> sqlx::Result<Option<Timestamp>> {
    let last: Option<Option<Timestamp>> = value!(
        conn,
        "select max(o.asked_at) from guest_mail g join guest_mail o on o.mailbox = g.mailbox where g.id = $1",
        guest
    )?;
    Ok(last.flatten())
}

pub async fn asked(tx: &mut Tx, guest: RowId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "update guest_mail set asked_at = $2 where id = $1", guest, now)?;
    Ok(())
}

pub async fn told(tx: &mut Tx, guest: RowId, seqs: &str, letter: RowId) -> sqlx::Result<()> {
    let sql = tx.pick(
        "insert into guest_told (guest, seq, letter) select $1, value, $2 from json_each($3) where true
         on conflict do nothing",
        "insert into guest_told (guest, seq, letter) select $1, value::bigint, $2 from json_array_elements_text($3::json)
         on conflict do nothing",
    );
    run!(tx, sql, guest, letter, seqs)?;
    Ok(())
}

pub async fn counted(
    tx: &mut Tx,
    guest: RowId,
    day: Timestamp,
    sent: i64,
    held_at: Option<Timestamp>,
) -> sqlx::Result<()> {
    run!(tx, "update guest_mail set day_at = $2, sent = $3, held_at = $4 where id = $1", guest, day, sent, held_at)?;
    Ok(())
}

pub async fn is_refusal(conn: &mut Conn, token: &str) -> sqlx::Result<bool> {
    let found: Option<Timestamp> = value!(conn, "select refused_at from guest_refusal where token = $1", token)?;
    Ok(found.is_some())
}

/// Whoever was asked before this moment and did not answer is not found any more.
pub async fn by_token(
    conn: &mut Conn,
    token: &str,
    since: Timestamp,
) -> sqlx::Result<Option<(RowId, Option<Timestamp>)>> {
    one!(
        conn,
        "select id, confirmed_at from guest_mail where token = $1 and (confirmed_at is not null or asked_at > $2)",
        token,
        since
    )
}

pub async fn by_email(conn: &mut Conn, email: &str) -> sqlx::Result<Option<RowId>> {
    value!(conn, "select id from guest_mail where email = $1", email)
}

pub async fn confirm(tx: &mut Tx, guest: RowId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update guest_mail set confirmed_at = $2, due_at = $2 where id = $1 and confirmed_at is null",
        guest,
        now
    )?;
    Ok(())
}

pub async fn unwatch(tx: &mut Tx, guest: RowId, conversation: ConversationId) -> sqlx::Result<()> {
    run!(
        tx,
        "delete from guest_watch where guest = $1 and comment in (select id from comment where conversation = $2)",
        guest,
        conversation
    )?;
    Ok(())
}

pub async fn unwatch_all(tx: &mut Tx, guest: RowId) -> sqlx::Result<()> {
    run!(tx, "delete from guest_watch where guest = $1", guest)?;
    Ok(())
}

pub async fn forget(tx: &mut Tx, guest: RowId) -> sqlx::Result<()> {
    run!(tx, "delete from guest_mail where id = $1", guest)?;
    Ok(())
}

pub async fn refuse(tx: &mut Tx, guest: RowId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into guest_refusal (mailbox, token, refused_at)
         select mailbox, token, cast($2 as bigint) from guest_mail where id = $1
         on conflict (mailbox) do update set token = excluded.token",
        guest,
        now
    )?;
    Ok(())
}

pub async fn allow(tx: &mut Tx, token: &str) -> sqlx::Result<()> {
    run!(tx, "delete from guest_refusal where token = $1", token)?;
    Ok(())
}

pub async fn forget_hidden(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    run!(tx, "delete from guest_watch where comment in (select id from comment where hidden_at < $1)", before)?;
    Ok(())
}

/// Those who were asked before this moment and did not answer; and those who wait for nothing, but not while it still counts
/// that they were asked, or that an e-mail to them came back.
pub async fn forget_old(tx: &mut Tx, before: Timestamp) -> sqlx::Result<()> {
    run!(
        tx,
        "delete from guest_mail
          where (asked_at is null or asked_at <= $1)
            and ((confirmed_at is null and asked_at is not null)
                 or not exists (select 1 from guest_watch w where w.guest = guest_mail.id))
            and not exists (select 1 from letter l join mail_return r on r.letter = l.id where l.guest = guest_mail.id)",
        before
    )?;
    Ok(())
}
