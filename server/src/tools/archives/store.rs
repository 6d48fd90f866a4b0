//! SQL about archives, and about everything that goes into one. Of what others wrote, whoever it is for may read it now.

use super::Archive;
use crate::{
    all, has_blocked,
    ids::{CommentId, ConversationId, CorrespondenceId, MemberId, MessageId, PostId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, readable, run, value,
};

pub async fn of(conn: &mut Conn, member: MemberId) -> sqlx::Result<Option<Archive>> {
    one!(
        conn,
        "select id, member, asked_at, done, total, ready_at, failed_at, expires_at, left_out, bytes, file
           from archive where member = $1",
        member
    )
}

pub async fn by_id(conn: &mut Conn, id: RowId) -> sqlx::Result<Option<Archive>> {
    one!(
        conn,
        "select id, member, asked_at, done, total, ready_at, failed_at, expires_at, left_out, bytes, file
           from archive where id = $1",
        id
    )
}

pub async fn insert(tx: &mut Tx, id: RowId, member: MemberId, expires_at: Timestamp) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into archive (id, member, asked_at, done, total, expires_at, left_out, bytes, file)
         values ($1, $2, $3, 0, 0, $4, 0, 0, '')",
        id,
        member,
        now,
        expires_at
    )?;
    Ok(())
}

/// Answers the name of the file that it had.
pub async fn delete(tx: &mut Tx, member: MemberId) -> sqlx::Result<Option<String>> {
    value!(tx, "delete from archive where member = $1 returning file", member)
}

pub async fn progress(tx: &mut Tx, id: RowId, done: i64, total: i64) -> sqlx::Result<()> {
    run!(tx, "update archive set done = $2, total = $3 where id = $1 and ready_at is null", id, done, total)?;
    Ok(())
}

/// Answers whether it was still wanted.
pub async fn ready(
    tx: &mut Tx,
    id: RowId,
    file: &str,
    bytes: i64,
    left_out: i64,
    expires_at: Timestamp,
) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "update archive set ready_at = $2, file = $3, bytes = $4, left_out = $5, expires_at = $6
          where id = $1 and ready_at is null",
        id,
        now,
        file,
        bytes,
        left_out,
        expires_at
    )?;
    Ok(rows == 1)
}

/// Answers whether it was still wanted.
pub async fn failed(tx: &mut Tx, id: RowId) -> sqlx::Result<bool> {
    let now = tx.now;
    Ok(run!(tx, "update archive set failed_at = $2 where id = $1 and failed_at is null", id, now)? == 1)
}

pub async fn expired(conn: &mut Conn, now: Timestamp) -> sqlx::Result<Vec<Archive>> {
    all!(
        conn,
        "select id, member, asked_at, done, total, ready_at, failed_at, expires_at, left_out, bytes, file
           from archive where expires_at <= $1 order by id",
        now
    )
}

/// A post as it goes along.
#[derive(sqlx::FromRow)]
pub struct Post {
    pub id: PostId,
    pub blog_address: String,
    pub blog_title: String,
    pub kind: String,
    pub slug: String,
    pub format: String,
    pub lang: String,
    pub audience: i64,
    pub audience_name: String,
    pub published_at: Option<Timestamp>,
    pub edited_at: Option<Timestamp>,
    pub created_at: Timestamp,
    pub title: String,
    pub excerpt: String,
    pub source: String,
    pub html: String,
    pub count: i64,
}

/// The next of what somebody wrote as a post or page, drafts too.
pub async fn posts(conn: &mut Conn, reader: MemberId, after: PostId, limit: i64) -> sqlx::Result<Vec<Post>> {
    all!(
        conn,
        concat!(
            "select p.id, b.address as blog_address, b.title as blog_title, p.kind, p.slug, p.format, p.lang,
                    p.audience, k.name as audience_name, p.published_at, p.edited_at, p.created_at, p.title, p.excerpt,
                    p.source, p.html, v.count
               from post p join conversation v on v.id = p.id join blog b on b.id = p.blog join circle k on k.id = p.audience
              where p.author = $1 and p.id > $2 and ",
            readable!(),
            " order by p.id limit $3"
        ),
        reader,
        after,
        limit
    )
}

/// What a post is called in an archive is made of this.
#[derive(sqlx::FromRow)]
pub struct Place {
    pub id: PostId,
    pub kind: String,
    pub day: String,
    /// The last part of its address; '' as long as it is a draft.
    pub slug: String,
    pub title: String,
    pub path: String,
    pub published_at: Option<Timestamp>,
}

/// Where everything stands that somebody wrote as a post or page.
pub async fn places(conn: &mut Conn, reader: MemberId) -> sqlx::Result<Vec<Place>> {
    all!(
        conn,
        concat!(
            "select p.id, p.kind, p.day, p.slug, p.title, v.path, p.published_at
               from post p join conversation v on v.id = p.id where p.author = $1 and ",
            readable!(),
            " order by p.id"
        ),
        reader
    )
}

/// An entry as it stands under a post.
#[derive(sqlx::FromRow)]
pub struct Entry {
    pub id: CommentId,
    pub parent: Option<CommentId>,
    pub kind: String,
    pub writer: Option<MemberId>,
    pub guest_website: String,
    pub guest_picture: Option<i64>,
    /// What was said; nothing where it is gone.
    pub html: String,
    pub created_at: Timestamp,
    /// Whether it stands here: it is neither hidden nor deleted, nor by somebody who wants nothing to do with the reader.
    pub is_there: bool,
    pub name: String,
    pub handle: Option<String>,
    pub picture: Option<String>,
}

/// Whether what `c` says goes along to the member `$1`.
macro_rules! goes_along {
    () => {
        concat!("(c.hidden_at is null and c.deleted_at is null and not ", has_blocked!("c.writer"), ")")
    };
}

/// The next of what stands in a conversation that this member may read: an answer after what it answers.
pub async fn entries(
    conn: &mut Conn,
    reader: MemberId,
    conversation: ConversationId,
    after: CommentId,
    limit: i64,
) -> sqlx::Result<Vec<Entry>> {
    all!(
        conn,
        concat!(
            "select c.id, c.parent, c.kind, c.writer, c.guest_website, c.guest_picture, case when ",
            goes_along!(),
            " then c.html else '' end as html, c.created_at, ",
            goes_along!(),
            " as is_there, coalesce(w.name, c.guest_name) as name, w.handle, w.picture
               from comment c join conversation v on v.id = c.conversation left join member w on w.id = c.writer
              where v.id = $2 and c.id > $3 and c.shown and c.approved_at is not null and ",
            readable!(),
            " order by c.id limit $4"
        ),
        reader,
        conversation,
        after,
        limit
    )
}

/// A comment of one's own, and where it stands; without its title where that cannot be read any more.
#[derive(sqlx::FromRow)]
pub struct Own {
    pub id: CommentId,
    pub parent: Option<CommentId>,
    pub path: String,
    pub title: String,
    pub source: String,
    pub html: String,
    pub created_at: Timestamp,
    pub edited_at: Option<Timestamp>,
}

/// The next comments that somebody wrote, wherever they stand.
pub async fn comments(conn: &mut Conn, reader: MemberId, after: CommentId, limit: i64) -> sqlx::Result<Vec<Own>> {
    all!(
        conn,
        concat!(
            "select c.id, c.parent, c.source, c.html, c.created_at, c.edited_at,
                    case when ",
            readable!(),
            " then v.path else '' end as path, case when ",
            readable!(),
            " then v.title else '' end as title
               from comment c join conversation v on v.id = c.conversation
              where c.writer = $1 and c.id > $2 and c.deleted_at is null
              order by c.id limit $3"
        ),
        reader,
        after,
        limit
    )
}

/// A private message.
#[derive(sqlx::FromRow)]
pub struct Message {
    pub id: MessageId,
    pub correspondence: CorrespondenceId,
    pub name: String,
    pub handle: String,
    pub written_at: Timestamp,
    pub edited_at: Option<Timestamp>,
    pub source: String,
}

/// The next messages where somebody takes part, their own and those of others who did not block them.
pub async fn messages(conn: &mut Conn, member: MemberId, after: MessageId, limit: i64) -> sqlx::Result<Vec<Message>> {
    all!(
        conn,
        concat!(
            "select m.id, m.correspondence, w.name, w.handle, m.written_at, m.edited_at, m.source
               from message m join member w on w.id = m.writer
               join correspondent t on t.correspondence = m.correspondence and t.member = $1 and t.left_at is null
              where m.id > $2 and m.deleted_at is null and m.hidden_at is null and not ",
            has_blocked!("m.writer"),
            " order by m.id limit $3"
        ),
        member,
        after,
        limit
    )
}

/// What somebody began to talk about in groups: their own text, wherever it stands.
pub async fn discussions(conn: &mut Conn, reader: MemberId) -> sqlx::Result<Vec<(String, String, String, Timestamp)>> {
    all!(
        conn,
        concat!(
            "select case when ",
            readable!(),
            " then v.path else '' end, v.title, d.source, coalesce(v.opened_at, v.changed_at)
               from discussion d join conversation v on v.id = d.id where v.author = $1 order by d.id"
        ),
        reader
    )
}

/// What somebody answered to questions: the question, what was chosen, or what they said in words of their own.
pub async fn answers(
    conn: &mut Conn,
    reader: MemberId,
) -> sqlx::Result<Vec<(RowId, String, Option<String>, String, String)>> {
    all!(
        conn,
        concat!(
            "select a.id, q.text, o.text, a.other, v.path
               from question_answer a join question q on q.conversation = a.conversation
               join conversation v on v.id = a.conversation
               left join question_choice h on h.answer = a.id
               left join question_option o on o.id = h.option
              where a.member = $1 and ",
            readable!(),
            " order by a.id, o.place"
        ),
        reader
    )
}

/// What somebody keeps for later and may read.
pub async fn bookmarks(
    conn: &mut Conn,
    reader: MemberId,
) -> sqlx::Result<Vec<(Option<CommentId>, String, String, Timestamp)>> {
    all!(
        conn,
        concat!(
            "select b.comment, v.path, v.title, b.at from bookmark b join conversation v on v.id = b.conversation
              where b.member = $1 and ",
            readable!(),
            " order by b.at, b.thing"
        ),
        reader
    )
}

/// Something that was handed in.
#[derive(sqlx::FromRow)]
pub struct Submission {
    pub title: String,
    pub post: Option<PostId>,
    pub handed_in_at: Timestamp,
    pub withdrawn_at: Option<Timestamp>,
    pub file: Option<String>,
    pub file_name: String,
    pub help: String,
}

/// What somebody handed in, withdrawn or not.
pub async fn submissions(conn: &mut Conn, author: MemberId) -> sqlx::Result<Vec<Submission>> {
    all!(
        conn,
        "select v.title, s.post, s.handed_in_at, s.withdrawn_at, s.file, s.file_name, s.help
           from submission s join conversation v on v.id = s.assignment where s.author = $1 order by s.id",
        author
    )
}

/// What somebody said to the work of others.
pub async fn reviews(conn: &mut Conn, reviewer: MemberId) -> sqlx::Result<Vec<(String, String, Timestamp)>> {
    all!(
        conn,
        "select v.title, r.answers, r.done_at
           from review r join conversation v on v.id = r.assignment
          where r.reviewer = $1 and r.done_at is not null order by r.id",
        reviewer
    )
}

/// What somebody says about themselves, and to whom.
pub async fn about(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<(String, String, String)>> {
    all!(conn, "select field, viewers, said from about where member = $1 order by field", member)
}

/// The groups that somebody is in, as what, and since when.
pub async fn circles(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<(String, String, String, Timestamp)>> {
    all!(
        conn,
        "select k.kind, k.name, s.role, s.since from membership s join circle k on k.id = s.circle
          where s.member = $1 order by s.since, k.id",
        member
    )
}

/// What somebody follows or has muted: its kind, how, and since when.
pub async fn watches(conn: &mut Conn, reader: MemberId) -> sqlx::Result<Vec<(String, String, Timestamp, String)>> {
    all!(
        conn,
        concat!(
            "select w.kind, w.level, w.since,
                    coalesce((select v.path from conversation v where w.kind = 'conversation' and v.id = w.subject and ",
            readable!(),
            "), (select '/' || b.address || '/' from blog b where w.kind = 'blog' and b.id = w.subject),
             (select '/members/' || m.handle || '/' from member m where w.kind = 'member' and m.id = w.subject), '')
               from watch w where w.member = $1 order by w.since, w.subject"
        ),
        reader
    )
}

/// How somebody wants to be told by e-mail.
pub async fn mailing(conn: &mut Conn, member: MemberId) -> sqlx::Result<Option<(String, i64, i64)>> {
    one!(conn, "select mode, weekday, hour from mailing where member = $1", member)
}

/// When somebody came.
pub async fn joined_at(conn: &mut Conn, member: MemberId) -> sqlx::Result<Option<Timestamp>> {
    value!(conn, "select joined_at from member where id = $1", member)
}
