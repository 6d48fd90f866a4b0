//! SQL about how members want to be written to.

use super::{Choice, Mailing};
use crate::{
    all,
    ids::{MemberId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, value,
};

pub async fn find(conn: &mut Conn, member: MemberId) -> sqlx::Result<Option<Mailing>> {
    one!(
        conn,
        "select mode, weekday, hour, most, quiet_from, quiet_until, paused_until, token, seq, held, digest_at
           from mailing where member = $1",
        member
    )
}

pub async fn by_token(conn: &mut Conn, token: &str) -> sqlx::Result<Option<MemberId>> {
    value!(conn, "select member from mailing where token = $1", token)
}

/// Members with a token each, a list in JSON. Whoever was never written to begins here in the order of news: what they
/// follow is told from now on.
pub async fn wake(tx: &mut Tx, members: &str, at: Timestamp) -> sqlx::Result<()> {
    macro_rules! wake {
        ($members:literal) => {
            concat!(
                "insert into mailing (member, mode, weekday, hour, most, quiet_from, quiet_until, token, seq, digest_at,
                                      due_at)
                 select m.id, $3, cast($4 as bigint), cast($5 as bigint), cast($6 as bigint), cast($7 as bigint),
                        cast($8 as bigint), w.token, h.seq, 0, $2
                   from ",
                $members,
                " w join member m on m.id = w.id join news_head h on h.id = 1
                  where true
                 on conflict (member) do update
                    set due_at = excluded.due_at where mailing.mode = 'now' and mailing.due_at > excluded.due_at"
            )
        };
    }
    let sql = tx.pick(
        wake!("(select value ->> 0 as id, value ->> 1 as token from json_each($1))"),
        wake!("(select (value ->> 0)::bigint as id, value ->> 1 as token from json_array_elements($1::json))"),
    );
    let usual = Mailing::usual();
    run!(
        tx,
        sql,
        members,
        at,
        &usual.mode,
        usual.weekday,
        usual.hour,
        usual.most,
        usual.quiet_from,
        usual.quiet_until
    )?;
    Ok(())
}

pub async fn choose(tx: &mut Tx, member: MemberId, choice: &Choice) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update mailing
            set mode = $2, weekday = $3, hour = $4, most = $5, quiet_from = $6, quiet_until = $7, paused_until = $8,
                digest_at = 0, due_at = $9, chosen_at = $9
          where member = $1",
        member,
        choice.mode.word(),
        choice.weekday,
        choice.hour,
        choice.most,
        choice.quiet_from,
        choice.quiet_until,
        choice.paused_until,
        now
    )?;
    Ok(())
}

pub async fn end(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "update mailing set mode = 'never' where member = $1", member)?;
    Ok(())
}

pub async fn due(conn: &mut Conn, now: Timestamp, most: i64) -> sqlx::Result<Vec<MemberId>> {
    let rows: Vec<(MemberId,)> =
        all!(conn, "select member from mailing where due_at <= $1 order by due_at limit $2", now, most)?;
    Ok(rows.into_iter().map(|(member,)| member).collect())
}

pub async fn hold(tx: &mut Tx, member: MemberId) -> sqlx::Result<Option<Mailing>> {
    let now = tx.now;
    one!(
        tx,
        "update mailing set due_at = due_at where member = $1 and due_at <= $2
         returning mode, weekday, hour, most, quiet_from, quiet_until, paused_until, token, seq, held, digest_at",
        member,
        now
    )
}

pub async fn look_again(tx: &mut Tx, member: MemberId, at: Timestamp) -> sqlx::Result<()> {
    run!(tx, "update mailing set due_at = $2 where member = $1", member, at)?;
    Ok(())
}

pub async fn move_on(tx: &mut Tx, member: MemberId, seq: i64, digest_at: Timestamp) -> sqlx::Result<()> {
    run!(tx, "update mailing set seq = $2, digest_at = $3 where member = $1", member, seq, digest_at)?;
    Ok(())
}

pub async fn hold_back(tx: &mut Tx, member: MemberId, seq: i64) -> sqlx::Result<()> {
    run!(tx, "update mailing set held = $2 where member = $1 and held < $2", member, seq)?;
    Ok(())
}

pub async fn digest_again(tx: &mut Tx, member: MemberId, seq: i64) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update mailing set seq = case when seq < $2 then seq else $2 end, digest_at = $3, due_at = $3 where member = $1",
        member,
        seq,
        now
    )?;
    Ok(())
}
