//! SQL about posts.

use super::{Author, Draft, Imported, Month, Of, OnBlog, Post, Rendered, Stale, State, Term, render::format_word};
use crate::{
    all,
    ids::{BlogId, CommentId, MemberId, PostId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    listed, one, readable, run,
    talk::conversations::About,
    value,
};

/// How many entries a conversation has: its row and the lines that are to be added to it.
macro_rules! count {
    () => {
        "(v.count + coalesce((select sum(t.more) from tally t where t.conversation = v.id), 0)) as count"
    };
}

macro_rules! select_post {
    ($($part:expr),*) => {
        concat!(
            "select p.id, p.blog, p.author, p.kind, p.day, p.slug, p.title, p.format, p.source, p.html, p.excerpt, p.lang,
                    p.audience, k.name as audience_name, k.kind as audience_kind, p.published_at, p.edited_at,
                    p.created_at, p.hidden_at, p.hidden_why, v.changed_at,
                    v.closed_at, (v.changes + (select count(*) from tally t where t.conversation = v.id)) as changes,
                    ",
            count!(),
            ",
                    b.address as blog_address, b.title as blog_title, b.tagline as blog_tagline,
                    m.handle as author_handle, m.name as author_name, m.picture as author_picture
               from post p
               join conversation v on v.id = p.id
               join blog b on b.id = p.blog
               join circle k on k.id = p.audience
               join member m on m.id = p.author ",
            $($part),*
        )
    };
}

/// For lists: without the texts, which can be long.
macro_rules! list_posts {
    ($($part:expr),*) => {
        concat!(
            "select p.id, p.blog, p.author, p.kind, p.day, p.slug, p.title, p.format, '' as source, '' as html, p.excerpt,
                    p.lang, p.audience, k.name as audience_name, k.kind as audience_kind, p.published_at, p.edited_at,
                    p.created_at, p.hidden_at, p.hidden_why, v.changed_at, v.closed_at, ",
            count!(),
            ",
                    b.address as blog_address, b.title as blog_title,
                    m.handle as author_handle, m.name as author_name, m.picture as author_picture
               from post p
               join conversation v on v.id = p.id
               join blog b on b.id = p.blog
               join circle k on k.id = p.audience
               join member m on m.id = p.author ",
            $($part),*
        )
    };
}

pub async fn authors(conn: &mut Conn, posts: &str) -> sqlx::Result<Vec<Author>> {
    let sql = conn.pick(
        "select p.id as post, m.id, m.name, m.handle from post p join member m on m.id = p.author
          where p.id in (select value from json_each('[' || $1 || ']'))",
        "select p.id as post, m.id, m.name, m.handle from post p join member m on m.id = p.author
          where p.id = any (string_to_array($1, ',')::bigint[])",
    );
    all!(conn, sql, posts)
}

pub async fn find(conn: &mut Conn, blog: &str, day: &str, slug: &str) -> sqlx::Result<Option<PostId>> {
    value!(
        conn,
        "select p.id from post p join blog b on b.id = p.blog
          where b.address = $1 and p.day = $2 and p.slug = $3 and p.published_at is not null",
        blog,
        day,
        slug
    )
}

pub async fn for_reader(conn: &mut Conn, reader: MemberId, id: PostId) -> sqlx::Result<Option<Post>> {
    one!(conn, select_post!("where p.id = $2 and ", readable!()), reader, id)
}

/// For those who run the community, who read what was hidden to decide about it; what is for its author alone, or for a
/// hidden circle, is no business of theirs.
pub async fn hidden_one(conn: &mut Conn, id: PostId) -> sqlx::Result<Option<Post>> {
    one!(
        conn,
        select_post!(
            "where p.id = $1 and p.hidden_at is not null and p.published_at is not null and p.audience <> 0
               and k.hidden_at is null"
        ),
        id
    )
}

/// Whether this reader could read the post, were it not hidden.
pub async fn is_hidden_from(conn: &mut Conn, reader: MemberId, id: PostId) -> sqlx::Result<bool> {
    let found: Option<PostId> = value!(
        conn,
        concat!(
            "select p.id from post p join conversation v on v.id = p.id
              where p.id = $2 and p.hidden_at is not null and p.published_at is not null and p.audience <> 0
                and not ",
            readable!(),
            " and (p.audience = 1 or ($1 <> 0 and (p.audience = 2
                   or p.audience in (select s.circle from membership s where s.member = $1))))"
        ),
        reader,
        id
    )?;
    Ok(found.is_some())
}

pub async fn hidden(conn: &mut Conn, limit: i64) -> sqlx::Result<Vec<Post>> {
    all!(
        conn,
        list_posts!(
            "where p.hidden_at is not null and p.published_at is not null and p.audience <> 0 and k.hidden_at is null
             order by p.hidden_at desc, p.id desc limit $1"
        ),
        limit
    )
}

pub async fn of_author(conn: &mut Conn, author: MemberId, before: PostId, limit: i64) -> sqlx::Result<Vec<Post>> {
    all!(
        conn,
        list_posts!(
            "where p.author = $1 and p.published_at is not null and p.audience <> 0 and k.hidden_at is null and p.id < $2
             order by p.id desc limit $3"
        ),
        author,
        before,
        limit
    )
}

/// Answers whether it was not hidden before.
pub async fn hide(tx: &mut Tx, id: PostId, why: &str) -> sqlx::Result<bool> {
    let now = tx.now;
    let hidden = run!(
        tx,
        "update post set hidden_at = $2, hidden_why = $3 where id = $1 and hidden_at is null and published_at is not null",
        id,
        now,
        why
    )?;
    Ok(hidden == 1)
}

/// Answers whether it was hidden until now.
pub async fn unhide(tx: &mut Tx, id: PostId) -> sqlx::Result<bool> {
    let shown =
        run!(tx, "update post set hidden_at = null, hidden_why = '' where id = $1 and hidden_at is not null", id)?;
    Ok(shown == 1)
}

pub async fn hide_all(tx: &mut Tx, author: MemberId, why: &str) -> sqlx::Result<Vec<(PostId, BlogId)>> {
    let now = tx.now;
    all!(
        tx,
        "update post set hidden_at = $2, hidden_why = $3
          where author = $1 and hidden_at is null and published_at is not null and audience <> 0
         returning id, blog",
        author,
        now,
        why
    )
}

pub async fn unhide_all(tx: &mut Tx, author: MemberId, at: Timestamp) -> sqlx::Result<Vec<(PostId, BlogId)>> {
    all!(
        tx,
        "update post set hidden_at = null, hidden_why = '' where author = $1 and hidden_at = $2 returning id, blog",
        author,
        at
    )
}

pub async fn hide_these(tx: &mut Tx, author: MemberId, posts: &str) -> sqlx::Result<Vec<(PostId, BlogId)>> {
    let now = tx.now;
    let sql = tx.pick(
        "update post set hidden_at = $2, hidden_why = ''
          where author = $1 and hidden_at is null and published_at is not null and audience <> 0
            and id in (select value from json_each('[' || $3 || ']'))
         returning id, blog",
        "update post set hidden_at = $2, hidden_why = ''
          where author = $1 and hidden_at is null and published_at is not null and audience <> 0
            and id = any (string_to_array($3, ',')::bigint[])
         returning id, blog",
    );
    all!(tx, sql, author, now, posts)
}

pub async fn unhide_these(tx: &mut Tx, author: MemberId, posts: &str) -> sqlx::Result<Vec<(PostId, BlogId)>> {
    let sql = tx.pick(
        "update post set hidden_at = null, hidden_why = ''
          where author = $1 and hidden_at is not null and id in (select value from json_each('[' || $2 || ']'))
         returning id, blog",
        "update post set hidden_at = null, hidden_why = ''
          where author = $1 and hidden_at is not null and id = any (string_to_array($2, ',')::bigint[])
         returning id, blog",
    );
    all!(tx, sql, author, posts)
}

pub async fn all_of(conn: &mut Conn, author: MemberId) -> sqlx::Result<Vec<Post>> {
    all!(conn, list_posts!("where p.author = $1 order by p.id"), author)
}

pub async fn figures(conn: &mut Conn, author: MemberId) -> sqlx::Result<(i64, i64)> {
    let row: Option<(i64, i64)> = one!(
        conn,
        "select count(*), cast(coalesce(sum(c.count), 0) as bigint)
           from post p join conversation c on c.id = p.id
          where p.author = $1 and p.published_at is not null and p.audience <> 0",
        author
    )?;
    Ok(row.unwrap_or_default())
}

macro_rules! page_of {
    ($where:literal) => {
        list_posts!(
            "where ",
            $where,
            " p.kind = 'post' and p.published_at is not null and (p.published_at, p.id) < ($2, $3)
               and ",
            readable!(),
            "
             order by p.published_at desc, p.id desc
             limit $4"
        )
    };
}

/// The same of what was written for something, which only the conversation knows: its moment there is that of publishing.
macro_rules! page_for {
    ($where:literal, $at:literal) => {
        list_posts!(
            "where ",
            $where,
            " p.kind = 'post' and (",
            $at,
            ", v.id) < ($2, $3) and ",
            readable!(),
            " order by ",
            $at,
            " desc, v.id desc limit $4"
        )
    };
}

pub const OF_COURSE: &str = page_for!("v.course = $5 and", "v.opened_at");
pub const OF_MODULE: &str = page_for!("v.module = $5 and", "v.opened_at");
/// By its few people and not, as the plus says, by time: most of what was written last is by others.
pub const OF_HOMEROOM: &str = page_for!(
    "v.course = $5 and v.author in (select e.member from enrolment e
                                     where +e.course = $5 and e.homeroom = $6 and e.ended_at is null) and",
    "+v.opened_at"
);

pub async fn list(
    conn: &mut Conn,
    reader: MemberId,
    of: Of<'_>,
    at: Timestamp,
    id: PostId,
    limit: i64,
) -> sqlx::Result<Vec<Post>> {
    match of {
        Of::Blog(blog) => all!(conn, page_of!("p.blog = $5 and"), reader, at, id, limit, blog),
        Of::Time(blog, time) => {
            all!(conn, page_of!("p.blog = $5 and p.day like $6 || '%' and"), reader, at, id, limit, blog, time)
        }
        Of::Term(blog, kind, slug) => all!(
            conn,
            page_of!(
                "p.id in (select pt.post from post_term pt join term t on t.id = pt.term
                           where t.blog = $5 and t.kind = $6 and t.slug = $7) and"
            ),
            reader,
            at,
            id,
            limit,
            blog,
            kind,
            slug
        ),
        Of::Author(author) => all!(conn, page_of!("p.author = $5 and"), reader, at, id, limit, author),
        Of::Course(course) => all!(conn, OF_COURSE, reader, at, id, limit, course),
        Of::Module(module) => all!(conn, OF_MODULE, reader, at, id, limit, module),
        Of::Homeroom(course, room) => all!(conn, OF_HOMEROOM, reader, at, id, limit, course, room),
        Of::Everyone => all!(conn, page_of!("p.audience <> 0 and v.audience <> 0 and"), reader, at, id, limit),
    }
}

pub async fn liveliest(conn: &mut Conn, reader: MemberId, limit: i64) -> sqlx::Result<Vec<Post>> {
    all!(
        conn,
        list_posts!(
            "where v.count > 0 and ",
            listed!(),
            "
             order by v.changed_at desc, v.id desc
             limit $2"
        ),
        reader,
        limit
    )
}

pub async fn drafts(conn: &mut Conn, author: MemberId) -> sqlx::Result<Vec<Post>> {
    all!(conn, list_posts!("where p.author = $1 and p.published_at is null order by p.id desc limit 200"), author)
}

pub async fn pages(conn: &mut Conn, reader: MemberId, blog: BlogId) -> sqlx::Result<Vec<Post>> {
    all!(
        conn,
        list_posts!(
            "where p.blog = $2 and p.kind = 'page' and p.published_at is not null and ",
            readable!(),
            "
             order by p.title, p.id limit 100"
        ),
        reader,
        blog
    )
}

pub async fn before(
    conn: &mut Conn,
    reader: MemberId,
    blog: BlogId,
    at: Timestamp,
    id: PostId,
) -> sqlx::Result<Option<Post>> {
    one!(
        conn,
        list_posts!(
            "where p.blog = $2 and p.kind = 'post' and (p.published_at, p.id) < ($3, $4) and p.published_at is not null
               and ",
            readable!(),
            "
             order by p.published_at desc, p.id desc limit 1"
        ),
        reader,
        blog,
        at,
        id
    )
}

pub async fn after(
    conn: &mut Conn,
    reader: MemberId,
    blog: BlogId,
    at: Timestamp,
    id: PostId,
) -> sqlx::Result<Option<Post>> {
    one!(
        conn,
        list_posts!(
            "where p.blog = $2 and p.kind = 'post' and (p.published_at, p.id) > ($3, $4) and p.published_at is not null
               and ",
            readable!(),
            "
             order by p.published_at, p.id limit 1"
        ),
        reader,
        blog,
        at,
        id
    )
}

pub async fn months(conn: &mut Conn, reader: MemberId, blog: BlogId) -> sqlx::Result<Vec<Month>> {
    all!(
        conn,
        concat!(
            "select substr(p.day, 1, 7) as day, count(*) as count from post p join conversation v on v.id = p.id
              where p.blog = $2 and p.kind = 'post' and p.published_at is not null and ",
            readable!(),
            "
              group by substr(p.day, 1, 7)
              order by 1 desc"
        ),
        reader,
        blog
    )
}

/// What the conversation under a post says of it; its author alone reads a draft.
pub async fn about(conn: &mut Conn, id: PostId) -> sqlx::Result<Option<About>> {
    one!(
        conn,
        "select p.blog as place, p.author, case when p.published_at is null or p.hidden_at is not null then 0 else p.audience end as audience,
                p.published_at as opened_at, p.lang,
                case when p.published_at is null then ''
                     when p.kind = 'page' then '/' || b.address || '/' || p.slug || '/'
                     else '/' || b.address || '/' || p.day || '/' || p.slug || '/' end as path,
                case when p.title = '' then substr(p.excerpt, 1, 60) else p.title end as title
           from post p join blog b on b.id = p.blog where p.id = $1",
        id
    )
}

pub async fn terms(conn: &mut Conn, post: PostId) -> sqlx::Result<Vec<Term>> {
    all!(
        conn,
        "select t.kind, t.slug, t.name from post_term pt join term t on t.id = pt.term where pt.post = $1
          order by t.kind, t.name",
        post
    )
}

pub async fn terms_of(conn: &mut Conn, posts: &str) -> sqlx::Result<Vec<(PostId, String, String, String)>> {
    let sql = conn.pick(
        "select pt.post, t.kind, t.slug, t.name from post_term pt join term t on t.id = pt.term
          where pt.post in (select value from json_each($1)) order by pt.post, t.kind, t.name",
        "select pt.post, t.kind, t.slug, t.name from post_term pt join term t on t.id = pt.term
          where pt.post in (select json_array_elements_text($1::json)::bigint) order by pt.post, t.kind, t.name",
    );
    all!(conn, sql, posts)
}

pub async fn term_number(conn: &mut Conn, blog: BlogId, term: &Term) -> sqlx::Result<Option<RowId>> {
    value!(conn, "select id from term where blog = $1 and kind = $2 and slug = $3", blog, &term.kind, &term.slug)
}

pub async fn term(conn: &mut Conn, blog: BlogId, kind: &str, slug: &str) -> sqlx::Result<Option<Term>> {
    one!(conn, "select kind, slug, name from term where blog = $1 and kind = $2 and slug = $3", blog, kind, slug)
}

pub async fn insert(
    tx: &mut Tx,
    id: PostId,
    blog: BlogId,
    author: MemberId,
    draft: &Draft,
    text: &Rendered,
) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into post (id, blog, author, kind, day, slug, title, format, source, html, rendered, excerpt, lang, audience, created_at)
         values ($1, $2, $3, 'post', '', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        id, blog, author, draft.slug.as_ref().map_or("", |slug| slug.as_str()), &draft.title, format_word(draft.format),
        &draft.source, &text.html, i64::from(markup::VERSION), &text.excerpt, draft.lang.as_str(), draft.audience.circle(), now
    )?;
    Ok(())
}

/// Answers whether nothing was begun with this form before.
pub async fn claim_form(tx: &mut Tx, author: MemberId, token: i64, post: PostId) -> sqlx::Result<bool> {
    let claimed = run!(
        tx,
        "insert into post_form (author, token, post) values ($1, $2, $3) on conflict do nothing",
        author,
        token,
        post
    )?;
    Ok(claimed == 1)
}

pub async fn begun_with(conn: &mut Conn, author: MemberId, token: i64) -> sqlx::Result<Option<PostId>> {
    value!(conn, "select post from post_form where author = $1 and token = $2", author, token)
}

/// Answers whether it still was the version that is being changed.
pub async fn update(tx: &mut Tx, post: &Post, draft: &Draft, text: &Rendered) -> sqlx::Result<bool> {
    let now = tx.now;
    let edited = now.max(Timestamp(post.version() + 1));
    let updated = run!(
        tx,
        "update post
            set title = $2, source = $3, html = $4, rendered = $5, excerpt = $6, lang = $7, audience = $8, edited_at = $9,
                slug = case when published_at is null then $10 else slug end, format = $11
          where id = $1 and coalesce(edited_at, published_at, created_at) = $12",
        post.id, &draft.title, &draft.source, &text.html, i64::from(markup::VERSION), &text.excerpt, draft.lang.as_str(),
        draft.audience.circle(), edited, draft.slug.as_ref().map_or("", |slug| slug.as_str()), format_word(draft.format),
        post.version()
    )?;
    Ok(updated == 1)
}

pub async fn move_draft(tx: &mut Tx, id: PostId, blog: BlogId) -> sqlx::Result<()> {
    run!(tx, "update post set blog = $2 where id = $1 and published_at is null", id, blog)?;
    Ok(())
}

/// Takes away the terms of a kind whose names are not among these, a list in JSON.
pub async fn drop_terms(tx: &mut Tx, post: PostId, kind: &str, names: &str) -> sqlx::Result<()> {
    let sql = tx.pick(
        "delete from post_term where post = $1
            and term in (select id from term where kind = $2 and name not in (select value from json_each($3)))",
        "delete from post_term where post = $1
            and term in (select id from term
                          where kind = $2 and name not in (select json_array_elements_text($3::json)))",
    );
    run!(tx, sql, post, kind, names)?;
    Ok(())
}

/// The term of this name that a post has, else the first of its blog.
pub async fn term_named(
    conn: &mut Conn,
    post: PostId,
    blog: BlogId,
    kind: &str,
    name: &str,
) -> sqlx::Result<Option<String>> {
    value!(
        conn,
        "select t.slug from term t left join post_term pt on pt.term = t.id and pt.post = $1
          where t.blog = $2 and t.kind = $3 and t.name = $4
          order by case when pt.post is null then 1 else 0 end, t.id limit 1",
        post,
        blog,
        kind,
        name
    )
}

/// Gives a post the term with this last part of its address, which is made if the blog has none.
pub async fn add_term(tx: &mut Tx, post: PostId, blog: BlogId, kind: &str, slug: &str, name: &str) -> sqlx::Result<()> {
    let id = tx.new_id();
    run!(
        tx,
        "insert into term (id, blog, kind, slug, name) values ($1, $2, $3, $4, $5) on conflict (blog, kind, slug) do nothing",
        id,
        blog,
        kind,
        slug,
        name
    )?;
    run!(
        tx,
        "insert into post_term (post, term) select $1, id from term where blog = $2 and kind = $3 and slug = $4
         on conflict do nothing",
        post,
        blog,
        kind,
        slug
    )?;
    Ok(())
}

/// Categories and tags of a blog that posts have.
pub async fn terms_of_blog(conn: &mut Conn, blog: BlogId) -> sqlx::Result<Vec<Term>> {
    all!(
        conn,
        "select t.kind, t.slug, t.name from term t
          where t.blog = $1 and exists (select 1 from post_term pt where pt.term = t.id)",
        blog
    )
}

pub async fn on_blog(conn: &mut Conn, blog: BlogId) -> sqlx::Result<Vec<OnBlog>> {
    all!(
        conn,
        "select p.id, p.title, v.opened_at, v.course from post p join conversation v on v.id = p.id
          where p.blog = $1 and v.kind = 'post' and v.opened_at is not null and v.audience <> 0 order by v.opened_at, p.id",
        blog
    )
}

/// The categories and tags of all posts of a blog: post, kind, slug, name.
pub async fn terms_on_blog(conn: &mut Conn, blog: BlogId) -> sqlx::Result<Vec<(PostId, String, String, String)>> {
    all!(
        conn,
        "select pt.post, t.kind, t.slug, t.name from term t join post_term pt on pt.term = t.id
          where t.blog = $1 order by pt.post, t.id",
        blog
    )
}

pub async fn wished_slug(conn: &mut Conn, id: PostId) -> sqlx::Result<(String, String)> {
    Ok(one!(conn, "select title, slug from post where id = $1", id)?.unwrap_or_default())
}

pub async fn address_taken(
    conn: &mut Conn,
    blog: BlogId,
    day: &str,
    slug: &str,
    by_another_than: PostId,
) -> sqlx::Result<bool> {
    let found: Option<PostId> = value!(
        conn,
        "select id from post where blog = $1 and day = $2 and slug = $3 and id <> $4 and published_at is not null",
        blog,
        day,
        slug,
        by_another_than
    )?;
    Ok(found.is_some())
}

/// Answers its author, if it was a draft until now.
pub async fn publish(tx: &mut Tx, id: PostId, at: Timestamp, day: &str, slug: &str) -> sqlx::Result<Option<MemberId>> {
    value!(
        tx,
        "update post set published_at = $2, day = $3, slug = $4, edited_at = null
          where id = $1 and published_at is null
         returning author",
        id,
        at,
        day,
        slug
    )
}

/// Answers whether others could read it: only then is there anything to remember.
pub async fn remember_deleted(tx: &mut Tx, id: PostId) -> sqlx::Result<bool> {
    let remembered = run!(
        tx,
        "insert into deleted_post (id, blog, day, slug, audience)
         select id, blog, day, slug, audience from post where id = $1 and published_at is not null and audience <> 0",
        id
    )?;
    run!(
        tx,
        "insert into deleted_comment (id, post)
         select c.id, d.id from deleted_post d join comment c on c.conversation = d.id
          where d.id = $1 and c.approved_at is not null",
        id
    )?;
    Ok(remembered == 1)
}

pub async fn delete(tx: &mut Tx, id: PostId) -> sqlx::Result<()> {
    run!(tx, "delete from post where id = $1", id)?;
    Ok(())
}

pub async fn was_at(conn: &mut Conn, reader: MemberId, blog: &str, day: &str, slug: &str) -> sqlx::Result<bool> {
    let found: Option<PostId> = value!(
        conn,
        concat!(
            "select v.id from deleted_post v join blog b on b.id = v.blog
              where b.address = $2 and v.day = $3 and v.slug = $4 and ",
            listed!(),
            " limit 1"
        ),
        reader,
        blog,
        day,
        slug
    )?;
    Ok(found.is_some())
}

pub async fn was_deleted(conn: &mut Conn, reader: MemberId, id: PostId) -> sqlx::Result<bool> {
    let found: Option<PostId> =
        value!(conn, concat!("select v.id from deleted_post v where v.id = $2 and ", listed!()), reader, id)?;
    Ok(found.is_some())
}

pub async fn was_deleted_with(conn: &mut Conn, reader: MemberId, comment: CommentId) -> sqlx::Result<bool> {
    let found: Option<PostId> = value!(
        conn,
        concat!(
            "select v.id from deleted_comment c join deleted_post v on v.id = c.post where c.id = $2 and ",
            listed!()
        ),
        reader,
        comment
    )?;
    Ok(found.is_some())
}

pub async fn imported(conn: &mut Conn, origin: &str) -> sqlx::Result<Option<PostId>> {
    value!(conn, "select id from post where imported_from = $1", origin)
}

pub async fn state(conn: &mut Conn, id: PostId) -> sqlx::Result<Option<State>> {
    one!(conn, "select published_at, edited_at from post where id = $1", id)
}

pub async fn address(conn: &mut Conn, id: PostId) -> sqlx::Result<Option<String>> {
    value!(
        conn,
        "select '/' || b.address || '/' || case when p.day = '' then '' else p.day || '/' end || p.slug || '/'
           from post p join blog b on b.id = p.blog where p.id = $1 and p.published_at is not null",
        id
    )
}

pub async fn came_from(conn: &mut Conn, origin: &str) -> sqlx::Result<Option<PostId>> {
    value!(conn, "select id from post where substr(imported_from, 1, length($1) + 1) = $1 || '#' limit 1", origin)
}

pub async fn import(
    tx: &mut Tx,
    author: MemberId,
    blog: BlogId,
    draft: &Draft,
    text: &Rendered,
    from: &Imported<'_>,
    slug: &str,
) -> sqlx::Result<()> {
    run!(
        tx,
        "insert into post (id, blog, author, kind, day, slug, title, format, source, html, rendered, excerpt, lang,
                           audience, created_at, published_at, imported_from)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
        from.id,
        blog,
        author,
        from.kind,
        from.published.map_or("", |(_, day)| day),
        slug,
        &draft.title,
        format_word(draft.format),
        &draft.source,
        &text.html,
        i64::from(markup::VERSION),
        if from.excerpt.is_empty() { text.excerpt.as_str() } else { from.excerpt },
        draft.lang.as_str(),
        draft.audience.circle(),
        from.created_at,
        from.published.map(|(at, _)| at),
        from.origin
    )?;
    Ok(())
}

pub async fn stale(conn: &mut Conn, version: i32, limit: i64) -> sqlx::Result<Vec<Stale>> {
    all!(
        conn,
        "select id, blog, title, source, html, format, lang from post where rendered < $1 limit $2",
        i64::from(version),
        limit
    )
}

/// The texts of these posts, a list of numbers in JSON.
pub async fn texts(conn: &mut Conn, posts: &str) -> sqlx::Result<Vec<Stale>> {
    let sql = conn.pick(
        "select id, blog, title, source, html, format, lang from post where id in (select value from json_each($1))",
        "select id, blog, title, source, html, format, lang from post
          where id in (select json_array_elements_text($1::json)::bigint)",
    );
    all!(conn, sql, posts)
}

/// Gives an imported draft that nobody has touched here what was published since; answers whether it was one.
pub async fn replace_draft(
    tx: &mut Tx,
    id: PostId,
    draft: &Draft,
    text: &Rendered,
    from: &Imported<'_>,
) -> sqlx::Result<bool> {
    let updated = run!(
        tx,
        "update post
            set title = $2, source = $3, html = $4, rendered = $5, excerpt = case when $6 = '' then $7 else $6 end,
                lang = $8, audience = $9, slug = $10, created_at = $11
          where id = $1 and published_at is null and edited_at is null and imported_from is not null",
        id,
        &draft.title,
        &draft.source,
        &text.html,
        i64::from(markup::VERSION),
        from.excerpt,
        &text.excerpt,
        draft.lang.as_str(),
        draft.audience.circle(),
        draft.slug.as_ref().map_or("", |slug| slug.as_str()),
        from.created_at
    )?;
    Ok(updated == 1)
}

/// Only if it still says what was rendered. An import may have brought a summary, which stays.
pub async fn rerender(tx: &mut Tx, stale: &Stale, text: &Rendered) -> sqlx::Result<()> {
    run!(
        tx,
        "update post
            set html = $3, excerpt = case when imported_from is null then $4 else excerpt end, rendered = $5
          where id = $1 and source = $2",
        stale.id,
        &stale.source,
        &text.html,
        &text.excerpt,
        i64::from(markup::VERSION)
    )?;
    Ok(())
}
