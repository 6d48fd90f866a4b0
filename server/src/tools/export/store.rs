//! SQL about everything on a blog, bit by bit.

use crate::{
    all, has_blocked,
    ids::{BlogId, CommentId, ConversationId, MemberId, PostId, Timestamp},
    kit::db::Conn,
};

/// A post as it is exported.
#[derive(sqlx::FromRow)]
pub struct Post {
    pub id: PostId,
    pub author: String,
    pub kind: String,
    pub day: String,
    pub slug: String,
    pub audience: i64,
    pub published_at: Option<Timestamp>,
    pub edited_at: Option<Timestamp>,
    pub created_at: Timestamp,
    pub hidden_at: Option<Timestamp>,
    pub closed_at: Option<Timestamp>,
    pub title: String,
    pub excerpt: String,
    pub html: String,
}

/// An entry as it is exported.
#[derive(sqlx::FromRow)]
pub struct Comment {
    pub id: CommentId,
    pub parent: Option<CommentId>,
    pub kind: String,
    pub writer: Option<MemberId>,
    pub guest_name: String,
    pub guest_email: String,
    pub guest_website: String,
    pub format: String,
    pub source: String,
    pub html: String,
    pub created_at: Timestamp,
    pub approved_at: Option<Timestamp>,
    pub handle: Option<String>,
    pub name: Option<String>,
    pub email: Option<String>,
}

/// Somebody who wrote on a blog.
#[derive(sqlx::FromRow)]
pub struct Person {
    pub id: MemberId,
    pub handle: String,
    pub name: String,
    pub email: Option<String>,
}

/// Those who wrote the posts of a blog: all of them, or one.
pub async fn authors(conn: &mut Conn, blog: BlogId, author: MemberId) -> sqlx::Result<Vec<Person>> {
    all!(
        conn,
        "select m.id, m.handle, m.name, m.email from member m
          where ($2 = 0 or m.id = $2) and exists (select 1 from post p where p.blog = $1 and p.author = m.id)
          order by m.id",
        blog,
        author
    )
}

/// The next posts and pages of a blog with their texts: of everybody, or of one author.
pub async fn posts(
    conn: &mut Conn,
    blog: BlogId,
    author: MemberId,
    after: PostId,
    limit: i64,
) -> sqlx::Result<Vec<Post>> {
    all!(
        conn,
        "select p.id, m.handle as author, p.kind, p.day, p.slug, p.audience, p.published_at, p.edited_at, p.created_at,
                p.hidden_at, v.closed_at, p.title, p.excerpt, p.html
           from post p join conversation v on v.id = p.id join member m on m.id = p.author
          where p.blog = $1 and ($2 = 0 or p.author = $2) and p.id > $3
          order by p.id limit $4",
        blog,
        author,
        after,
        limit
    )
}

/// The next entries of a conversation that say something or wait for approval: an answer after what it answers. Nothing by
/// whoever has blocked the reader; 0: whatever there is.
pub async fn comments(
    conn: &mut Conn,
    reader: MemberId,
    conversation: ConversationId,
    after: CommentId,
    limit: i64,
) -> sqlx::Result<Vec<Comment>> {
    all!(
        conn,
        concat!(
            "select c.id, c.parent, c.kind, c.writer, c.guest_name, c.guest_email, c.guest_website, c.format, c.source,
                    c.html, c.created_at, c.approved_at, w.handle, w.name, w.email
               from comment c left join member w on w.id = c.writer
              where c.conversation = $2 and c.id > $3 and c.hidden_at is null and c.deleted_at is null and not ",
            has_blocked!("c.writer"),
            " order by c.id limit $4"
        ),
        reader,
        conversation,
        after,
        limit
    )
}

/// What of a conversation does not go along, and what each of it answers.
pub async fn gone(
    conn: &mut Conn,
    reader: MemberId,
    conversation: ConversationId,
) -> sqlx::Result<Vec<(CommentId, Option<CommentId>)>> {
    all!(
        conn,
        concat!(
            "select c.id, c.parent from comment c
              where c.conversation = $2 and (c.hidden_at is not null or c.deleted_at is not null or ",
            has_blocked!("c.writer"),
            ")"
        ),
        reader,
        conversation
    )
}
