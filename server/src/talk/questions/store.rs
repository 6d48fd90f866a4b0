//! SQL about questions and who answered them.

use std::collections::BTreeSet;

use super::{Draft, Group, Possible, Words};
use crate::{
    all,
    ids::{CommentId, ConversationId, MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, run, value,
};

/// Whether the answer `a` is the one by which its person counts: what it came with can be read, and nothing goes before
/// it, neither what they said themselves where this was filed, nor something later.
macro_rules! standing {
    () => {
        "(a.comment is null
          or exists (select 1 from comment c
                      where c.id = a.comment and c.approved_at is not null and c.hidden_at is null
                        and c.deleted_at is null))
         and not exists (
             select 1 from question_answer b left join comment d on d.id = b.comment
              where b.conversation = a.conversation and b.person = a.person and b.id <> a.id
                and (b.comment is null
                     or (d.approved_at is not null and d.hidden_at is null and d.deleted_at is null))
                and ((b.filed_at is null and a.filed_at is not null)
                     or ((b.filed_at is null) = (a.filed_at is null) and b.id > a.id)))"
    };
}

/// An answer `a`, once for each of its choices.
macro_rules! columns {
    () => {
        "a.id, a.comment, a.other, a.other_as, a.filed_at, a.filed_by, ch.option, ch.filed_at as option_filed_at"
    };
}

#[derive(sqlx::FromRow)]
pub struct QuestionRow {
    pub conversation: ConversationId,
    pub text: String,
    pub choice: String,
    pub open_text: bool,
    pub results: String,
    pub fewest: i64,
    pub ends_at: Option<Timestamp>,
    pub was: String,
    pub changed_at: Option<Timestamp>,
    pub author: MemberId,
    pub closed_at: Option<Timestamp>,
}

pub async fn question(conn: &mut Conn, conversation: ConversationId) -> sqlx::Result<Option<QuestionRow>> {
    one!(
        conn,
        "select q.conversation, q.text, q.choice, q.open_text, q.results, q.fewest, q.ends_at, q.was, q.changed_at,
                v.author, v.closed_at
           from question q join conversation v on v.id = q.conversation where q.conversation = $1",
        conversation
    )
}

pub async fn options(conn: &mut Conn, conversation: ConversationId) -> sqlx::Result<Vec<Possible>> {
    all!(
        conn,
        "select id, text, was, changed_at from question_option where conversation = $1 order by place, id",
        conversation
    )
}

/// The answers that somebody has chosen.
pub async fn chosen(conn: &mut Conn, conversation: ConversationId) -> sqlx::Result<BTreeSet<RowId>> {
    let rows: Vec<(RowId,)> = all!(
        conn,
        "select distinct ch.option from question_choice ch join question_answer a on a.id = ch.answer
          where a.conversation = $1",
        conversation
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

pub async fn is_answered(conn: &mut Conn, conversation: ConversationId) -> sqlx::Result<bool> {
    let first: Option<RowId> =
        value!(conn, "select id from question_answer where conversation = $1 limit 1", conversation)?;
    Ok(first.is_some())
}

pub async fn save(
    tx: &mut Tx,
    conversation: ConversationId,
    draft: &Draft,
    was: &str,
    changed_at: Option<Timestamp>,
) -> sqlx::Result<()> {
    run!(
        tx,
        "insert into question (conversation, text, choice, open_text, results, fewest, ends_at, was, changed_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict (conversation) do update
            set text = excluded.text, choice = excluded.choice, open_text = excluded.open_text,
                results = excluded.results, fewest = excluded.fewest, ends_at = excluded.ends_at, was = excluded.was,
                changed_at = excluded.changed_at",
        conversation,
        &draft.text,
        draft.choice.word(),
        draft.open_text,
        draft.results.word(),
        draft.fewest,
        draft.ends_at,
        was,
        changed_at
    )?;
    Ok(())
}

pub async fn save_option(
    tx: &mut Tx,
    conversation: ConversationId,
    id: RowId,
    place: i64,
    option: (&str, &str, Option<Timestamp>),
) -> sqlx::Result<()> {
    let (text, was, changed_at) = option;
    run!(
        tx,
        "insert into question_option (id, conversation, place, text, was, changed_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do update
            set place = excluded.place, text = excluded.text, was = excluded.was, changed_at = excluded.changed_at",
        id,
        conversation,
        place,
        text,
        was,
        changed_at
    )?;
    Ok(())
}

pub async fn delete_option(tx: &mut Tx, conversation: ConversationId, id: RowId) -> sqlx::Result<()> {
    run!(tx, "delete from question_option where id = $1 and conversation = $2", id, conversation)?;
    Ok(())
}

pub async fn delete(tx: &mut Tx, conversation: ConversationId) -> sqlx::Result<()> {
    run!(tx, "delete from question where conversation = $1", conversation)?;
    Ok(())
}

/// Whose comment it is, and whether it can be read.
#[derive(sqlx::FromRow)]
pub struct Written {
    pub conversation: ConversationId,
    pub writer: Option<MemberId>,
    pub has_email: bool,
    pub guest_picture: Option<i64>,
    pub guest_name: String,
    pub is_comment: bool,
    pub alive: bool,
}

pub async fn written(conn: &mut Conn, comment: CommentId) -> sqlx::Result<Option<Written>> {
    one!(
        conn,
        "select conversation, writer, guest_email <> '' as has_email, guest_picture, guest_name,
                kind = 'comment' as is_comment,
                (approved_at is not null and hidden_at is null and deleted_at is null) as alive
           from comment where id = $1",
        comment
    )
}

/// The comment at which a member's own answer stands.
pub async fn own_comment(
    conn: &mut Conn,
    conversation: ConversationId,
    person: &str,
) -> sqlx::Result<Option<CommentId>> {
    let row: Option<(Option<CommentId>,)> = one!(
        conn,
        concat!(
            "select a.comment from question_answer a
              where a.conversation = $1 and a.person = $2 and a.filed_at is null and ",
            standing!()
        ),
        conversation,
        person
    )?;
    Ok(row.and_then(|(comment,)| comment))
}

/// Whether somebody answered themselves, so that nothing is filed for them.
pub async fn has_own(conn: &mut Conn, conversation: ConversationId, person: &str) -> sqlx::Result<bool> {
    let id: Option<RowId> = value!(
        conn,
        concat!(
            "select a.id from question_answer a
              where a.conversation = $1 and a.person = $2 and a.filed_at is null and ",
            standing!()
        ),
        conversation,
        person
    )?;
    Ok(id.is_some())
}

pub async fn forget_own(tx: &mut Tx, conversation: ConversationId, person: &str) -> sqlx::Result<u64> {
    run!(
        tx,
        "delete from question_answer where conversation = $1 and person = $2 and filed_at is null",
        conversation,
        person
    )
}

pub async fn forget_member(tx: &mut Tx, member: MemberId) -> sqlx::Result<Vec<(ConversationId,)>> {
    all!(tx, "delete from question_answer where member = $1 and comment is null returning conversation", member)
}

pub async fn forget_at(tx: &mut Tx, comment: CommentId) -> sqlx::Result<()> {
    run!(tx, "delete from question_answer where comment = $1 and filed_at is null", comment)?;
    Ok(())
}

pub async fn forget_filed(tx: &mut Tx, conversation: ConversationId, person: &str) -> sqlx::Result<u64> {
    run!(
        tx,
        "delete from question_answer where conversation = $1 and person = $2 and filed_at is not null",
        conversation,
        person
    )
}

/// An answer as it is written into the table.
pub struct NewAnswer<'a> {
    pub conversation: ConversationId,
    pub person: &'a str,
    pub member: Option<MemberId>,
    pub comment: Option<CommentId>,
    pub other: &'a str,
    pub other_key: &'a str,
    pub filed_by: Option<MemberId>,
}

/// Writes an answer; its own words stand where the same words were filed before.
pub async fn insert(tx: &mut Tx, answer: &NewAnswer<'_>, options: &[RowId]) -> sqlx::Result<()> {
    let (id, now) = (RowId(tx.new_id()), tx.now);
    let filed_at = answer.filed_by.map(|_| now);
    let other_as: Option<RowId> = match answer.other {
        "" => None,
        _ => value!(
            tx,
            "select other_as from question_answer
                  where conversation = $1 and other_key = $2 and other_as is not null limit 1",
            answer.conversation,
            answer.other_key
        )?,
    };
    run!(
        tx,
        "insert into question_answer (id, conversation, person, member, comment, other, other_key, other_as, filed_at,
                                      filed_by)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        answer.conversation,
        answer.person,
        answer.member,
        answer.comment,
        answer.other,
        answer.other_key,
        other_as,
        filed_at,
        answer.filed_by
    )?;
    // A few at most.
    let own = options.iter().map(|option| (*option, None));
    for (option, filed_at) in own.chain(other_as.map(|option| (option, Some(now)))) {
        run!(
            tx,
            "insert into question_choice (answer, option, filed_at) values ($1, $2, $3) on conflict do nothing",
            id,
            option,
            filed_at
        )?;
    }
    Ok(())
}

/// Files all who said these words under an answer, or none of them any more.
pub async fn file_words(
    tx: &mut Tx,
    conversation: ConversationId,
    key: &str,
    option: Option<RowId>,
) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "delete from question_choice
          where filed_at is not null
            and answer in (select id from question_answer where conversation = $1 and other_key = $2)",
        conversation,
        key
    )?;
    run!(
        tx,
        "update question_answer set other_as = $3 where conversation = $1 and other_key = $2",
        conversation,
        key,
        option
    )?;
    if let Some(option) = option {
        run!(
            tx,
            "insert into question_choice (answer, option, filed_at)
             select id, $3, $4 from question_answer where conversation = $1 and other_key = $2
             on conflict do nothing",
            conversation,
            key,
            option,
            now
        )?;
    }
    Ok(())
}

/// How many people answered.
pub async fn people(conn: &mut Conn, conversation: ConversationId) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(
        conn,
        concat!("select count(*) from question_answer a where a.conversation = $1 and ", standing!()),
        conversation
    )?;
    Ok(count.unwrap_or_default())
}

pub async fn groups(conn: &mut Conn, conversation: ConversationId) -> sqlx::Result<Vec<Group>> {
    all!(
        conn,
        concat!(
            "select ch.option, count(*) as people, count(a.comment) as comments
               from question_answer a join question_choice ch on ch.answer = a.id
              where a.conversation = $1 and ",
            standing!(),
            " group by ch.option"
        ),
        conversation
    )
}

/// What people said in words of their own, as far as that is not filed under an answer: what most said comes first.
pub async fn own_words(conn: &mut Conn, conversation: ConversationId) -> sqlx::Result<Vec<Words>> {
    all!(
        conn,
        concat!(
            "select a.other_key as key, min(a.other) as said, count(*) as people, count(a.comment) as comments
               from question_answer a where a.conversation = $1 and a.other <> '' and a.other_as is null and ",
            standing!(),
            " group by a.other_key order by count(*) desc, a.other_key"
        ),
        conversation
    )
}

/// Which words of people's own are filed under which answer.
pub async fn filed_words(conn: &mut Conn, conversation: ConversationId) -> sqlx::Result<Vec<(String, String, RowId)>> {
    all!(
        conn,
        "select other_key, min(other), other_as from question_answer
          where conversation = $1 and other_as is not null group by other_key, other_as order by other_key",
        conversation
    )
}

/// An answer, once for each of its choices.
#[derive(sqlx::FromRow)]
pub struct AnswerRow {
    pub id: RowId,
    pub comment: Option<CommentId>,
    pub other: String,
    pub other_as: Option<RowId>,
    pub filed_at: Option<Timestamp>,
    pub filed_by: Option<MemberId>,
    pub option: Option<RowId>,
    pub option_filed_at: Option<Timestamp>,
}

/// The answers that stand at these comments, a list in JSON.
pub async fn at_comments(conn: &mut Conn, conversation: ConversationId, list: &str) -> sqlx::Result<Vec<AnswerRow>> {
    macro_rules! among {
        ($list:literal) => {
            concat!(
                "select ",
                columns!(),
                " from question_answer a left join question_choice ch on ch.answer = a.id
                  where a.conversation = $1 and a.comment ",
                $list,
                " and ",
                standing!(),
                " order by a.id"
            )
        };
    }
    let sql = conn.pick(
        among!("in (select value from json_each($2))"),
        among!("in (select value::bigint from json_array_elements_text($2::json))"),
    );
    all!(conn, sql, conversation, list)
}

#[derive(sqlx::FromRow)]
pub struct OwnRow {
    #[sqlx(flatten)]
    pub answer: AnswerRow,
    pub counts: bool,
}

/// What a reader answered, or what was filed for them: what they said themselves comes first, and then the last of it.
pub async fn of_reader(
    conn: &mut Conn,
    conversation: ConversationId,
    member: Option<MemberId>,
    guest_key: Option<&[u8]>,
) -> sqlx::Result<Vec<OwnRow>> {
    all!(
        conn,
        concat!(
            "select ",
            columns!(),
            ", (a.comment is null or c.approved_at is not null) as counts
               from question_answer a left join question_choice ch on ch.answer = a.id
               left join comment c on c.id = a.comment
              where a.conversation = $1 and (a.member = $2 or c.guest_key = $3) and c.hidden_at is null
                and c.deleted_at is null
              order by (a.filed_at is not null), a.id desc"
        ),
        conversation,
        member,
        guest_key
    )
}

/// The comments at which an answer stands, in their order.
pub async fn comments_with(
    conn: &mut Conn,
    conversation: ConversationId,
    option: RowId,
) -> sqlx::Result<Vec<(CommentId,)>> {
    all!(
        conn,
        concat!(
            "select a.comment from question_answer a join question_choice ch on ch.answer = a.id
              where a.conversation = $1 and ch.option = $2 and a.comment is not null and ",
            standing!()
        ),
        conversation,
        option
    )
}

/// The comments of those who answered in words of their own.
pub async fn comments_in_own_words(
    conn: &mut Conn,
    conversation: ConversationId,
) -> sqlx::Result<Vec<(CommentId, String)>> {
    all!(
        conn,
        concat!(
            "select a.comment, a.other_key from question_answer a
              where a.conversation = $1 and a.other <> '' and a.other_as is null and a.comment is not null and ",
            standing!()
        ),
        conversation
    )
}
