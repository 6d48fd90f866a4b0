//! SQL about e-mails to members.

use super::{compose::Message, rules::Words};
use crate::{
    all,
    ids::{MemberId, RowId, Timestamp},
    kit::{
        db::{Conn, Tx},
        email::{self, Subscription},
    },
    links::guests::{self, Guest},
    readable, run, value,
};

/// An e-mail to a member about news.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Mailed {
    /// Which.
    pub id: RowId,
    /// What it says it is about.
    pub subject: String,
    /// When it was last handed to the mail server.
    pub tried_at: Option<Timestamp>,
    /// When the mail server took it.
    pub sent_at: Option<Timestamp>,
    /// Whether it was refused, or came back.
    pub came_back: bool,
    /// How many news it told.
    pub items: i64,
    /// Of what, as far as the member may still read it.
    #[sqlx(skip)]
    pub told: Vec<Told>,
}

/// What an e-mail told of one conversation.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Told {
    letter: RowId,
    /// What the conversation is about.
    pub title: String,
    /// The language of that.
    pub lang: String,
    /// Where it is read.
    pub path: String,
    /// How many news of it.
    pub items: i64,
}

/// How many e-mails went at once since a moment.
pub async fn sent_at_once_since(conn: &mut Conn, member: MemberId, since: Timestamp) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        "select count(*) from letter where member = $1 and kind = 'now' and written_at >= $2",
        member,
        since
    )?;
    Ok(count.unwrap_or_default())
}

/// Whether a member is here and wants e-mails about news just now, at this address.
pub async fn wants_any_at(tx: &mut Tx, member: MemberId, address: &str) -> sqlx::Result<bool> {
    let now = tx.now;
    let found: Option<MemberId> = value!(
        tx,
        "select m.id from member m join mailing g on g.member = m.id
          where m.id = $1 and m.suspended_at is null and m.removed_at is null and g.mode <> 'never'
            and not exists (select 1 from leaving l where l.member = m.id)
            and coalesce(g.paused_until, 0) <= $2
            and coalesce((select a.address from mail_address a where a.member = m.id), m.email) = $3",
        member,
        now,
        address
    )?;
    Ok(found.is_some())
}

/// What is said now by the news `e` of some of these, as far as the reader may read it. Somebody's own words stand there as
/// everybody else's.
macro_rules! words {
    ($told:literal) => {
        concat!(
            "select e.seq, coalesce(v.title, '') as title, coalesce(c.html, a.html, '') as html from ",
            $told,
            " left join announcement a on a.seq = e.seq
              left join notice t on t.member = $1 and t.seq = e.seq
              left join news n on n.seq = e.seq
              left join conversation v on v.id = coalesce(t.conversation, n.conversation, a.id) and ",
            readable!(),
            " left join comment c on c.id = coalesce(t.comment, n.comment) and c.conversation = v.id
              order by e.seq, v.id, c.id"
        )
    };
}

/// What these news say now; their places in the order stand in JSON.
pub async fn words(conn: &mut Conn, reader: MemberId, seqs: &str) -> sqlx::Result<Vec<Words>> {
    let sql = conn.pick(
        words!("(select value as seq from json_each($2)) e"),
        words!("(select value::bigint as seq from json_array_elements_text($2::json)) e"),
    );
    all!(conn, sql, reader, seqs)
}

/// What the news that an e-mail tells say now.
pub async fn words_of(conn: &mut Conn, reader: MemberId, letter: RowId) -> sqlx::Result<Vec<Words>> {
    all!(
        conn,
        words!(
            "(select m.seq from mailed m where m.letter = $2 union all select g.seq from guest_told g where g.letter = $2) e"
        ),
        reader,
        letter
    )
}

/// Writes an e-mail and that it told these news, which say this, as a number.
pub async fn write(
    tx: &mut Tx,
    member: MemberId,
    to: &str,
    message: &Message,
    (seqs, words): (&[i64], i64),
) -> anyhow::Result<()> {
    let of = Subscription {
        member: Some(member),
        guest: None,
        kind: message.kind,
        thread: &message.thread,
        unsubscribe: &message.unsubscribe,
        reply_to: &message.reply_to,
        words: Some(words),
    };
    let id = email::write_of(tx, to, &message.subject, &message.text, &message.html, &of).await?;
    let sql = tx.pick(
        "insert into mailed (member, seq, letter) select $1, value, $2 from json_each($3) where true on conflict do nothing",
        "insert into mailed (member, seq, letter) select $1, value::bigint, $2 from json_array_elements_text($3::json)
         on conflict do nothing",
    );
    run!(tx, sql, member, id, serde_json::to_string(seqs)?)?;
    Ok(())
}

/// Writes an e-mail to a guest and that it told these news, which say this, as a number, if it quotes any.
pub async fn write_to_guest(
    tx: &mut Tx,
    guest: &Guest,
    message: &Message,
    (seqs, words): (&[i64], Option<i64>),
) -> anyhow::Result<()> {
    let of = Subscription {
        member: None,
        guest: Some(guest.id),
        kind: message.kind,
        thread: &message.thread,
        unsubscribe: &message.unsubscribe,
        reply_to: &message.reply_to,
        words,
    };
    let id = email::write_of(tx, &guest.email, &message.subject, &message.text, &message.html, &of).await?;
    guests::told(tx, guest.id, seqs, id).await
}

pub async fn of_member(conn: &mut Conn, member: MemberId, most: i64) -> sqlx::Result<Vec<Mailed>> {
    let mut mailed: Vec<Mailed> = all!(
        conn,
        "select l.id, l.subject, l.tried_at, l.sent_at,
                exists (select 1 from mail_return r where r.letter = l.id and r.kind in ('bounce', 'refused')) as came_back,
                (select count(*) from mailed e where e.letter = l.id) as items
           from letter l where l.member = $1 order by l.id desc limit $2",
        member,
        most
    )?;
    let Some(first) = mailed.last().map(|letter| letter.id) else { return Ok(mailed) };
    let told: Vec<Told> = all!(
        conn,
        concat!(
            "select t.letter, v.title, v.lang, v.path, count(*) as items
               from (select e.letter, e.seq, n.conversation from mailed e join news n on n.seq = e.seq
                      where e.member = $1 and e.letter >= $2
                     union all
                     select e.letter, e.seq, a.id from mailed e join announcement a on a.seq = e.seq
                      where e.member = $1 and e.letter >= $2) t
               join conversation v on v.id = t.conversation
              where ",
            readable!(),
            " group by t.letter, v.id, v.title, v.lang, v.path order by min(t.seq)"
        ),
        member,
        first
    )?;
    for told in told {
        if let Some(letter) = mailed.iter_mut().find(|letter| letter.id == told.letter) {
            letter.told.push(told);
        }
    }
    Ok(mailed)
}
