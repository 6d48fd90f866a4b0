//! SQL about blogs.

use super::Blog;
use crate::{
    all,
    ids::{BlogId, MemberId},
    kit::db::{Conn, Tx},
    one, run, value,
};

macro_rules! select_blog {
    ($rest:literal) => {
        concat!("select b.id, b.owner, b.address, b.title, b.tagline from blog b ", $rest)
    };
}

pub async fn by_address(conn: &mut Conn, address: &str) -> sqlx::Result<Option<Blog>> {
    one!(conn, select_blog!("where b.address = $1"), address)
}

pub async fn addresses(conn: &mut Conn) -> sqlx::Result<Vec<(String,)>> {
    all!(conn, "select address from blog")
}

pub async fn moved_to(conn: &mut Conn, former: &str) -> sqlx::Result<Option<String>> {
    value!(
        conn,
        "select b.address from former_blog_address f join blog b on b.id = f.blog where f.address = $1",
        former
    )
}

pub async fn of(conn: &mut Conn, owner: MemberId) -> sqlx::Result<Vec<Blog>> {
    all!(conn, select_blog!("where b.owner = $1 order by b.id"), owner)
}

pub async fn of_all(conn: &mut Conn, owners: &str) -> sqlx::Result<Vec<Blog>> {
    let sql = conn.pick(
        select_blog!("where b.owner in (select value from json_each('[' || $1 || ']')) order by b.id"),
        select_blog!("where b.owner = any (string_to_array($1, ',')::bigint[]) order by b.id"),
    );
    all!(conn, sql, owners)
}

pub async fn insert(
    tx: &mut Tx,
    id: BlogId,
    owner: Option<MemberId>,
    address: &str,
    title: &str,
    tagline: &str,
) -> sqlx::Result<bool> {
    let now = tx.now;
    let inserted = run!(
        tx,
        "insert into blog (id, owner, address, title, tagline, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing",
        id,
        owner,
        address,
        title,
        tagline,
        now
    )?;
    Ok(inserted == 1)
}

pub async fn leave_address(tx: &mut Tx, blog: &Blog, taken: &str) -> sqlx::Result<()> {
    run!(tx, "delete from former_blog_address where address = $1", taken)?;
    run!(
        tx,
        "insert into former_blog_address (address, blog) values ($1, $2) on conflict (address) do update set blog = excluded.blog",
        &blog.address,
        blog.id
    )?;
    Ok(())
}

pub async fn update(tx: &mut Tx, id: BlogId, address: &str, title: &str, tagline: &str) -> sqlx::Result<()> {
    run!(tx, "update blog set address = $2, title = $3, tagline = $4 where id = $1", id, address, title, tagline)?;
    Ok(())
}

pub async fn former_addresses(conn: &mut Conn, id: BlogId) -> sqlx::Result<Vec<(String,)>> {
    all!(conn, "select address from former_blog_address where blog = $1", id)
}

pub async fn forget_former_addresses(tx: &mut Tx, id: BlogId) -> sqlx::Result<()> {
    run!(tx, "delete from former_blog_address where blog = $1", id)?;
    Ok(())
}

/// Answers whether there was nothing on it, and it is gone.
pub async fn delete_empty(tx: &mut Tx, id: BlogId) -> sqlx::Result<bool> {
    let deleted = run!(tx, "delete from blog where id = $1 and not exists (select 1 from post where blog = $1)", id)?;
    Ok(deleted == 1)
}

pub async fn imported(conn: &mut Conn, origin: &str) -> sqlx::Result<Option<Blog>> {
    one!(conn, select_blog!("where b.imported_from = $1"), origin)
}

pub async fn note_origin(tx: &mut Tx, id: BlogId, origin: &str) -> sqlx::Result<()> {
    run!(tx, "update blog set imported_from = $2 where id = $1 and imported_from is null", id, origin)?;
    Ok(())
}
