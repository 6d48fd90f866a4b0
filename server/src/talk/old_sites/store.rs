//! SQL about old sites.

use super::{Found, Item, NewSite, OldSite, Stored};
use crate::{
    all,
    ids::{CommentId, ConversationId, PostId, RowId},
    kit::db::{Conn, Tx},
    one, run,
};

pub async fn sites(conn: &mut Conn) -> sqlx::Result<Vec<OldSite>> {
    all!(
        conn,
        "select s.id, s.origin, s.blog, s.host, s.path, s.address, s.files, b.address as blog_address
           from old_site s join blog b on b.id = s.blog order by s.id"
    )
}

pub async fn begin(tx: &mut Tx, site: &NewSite<'_>, files: &str) -> sqlx::Result<RowId> {
    let id = RowId(tx.new_id());
    let there: Option<(RowId,)> = one!(
        tx,
        "insert into old_site (id, origin, blog, host, path, address, files) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (origin) do update set host = excluded.host, path = excluded.path, address = excluded.address,
                files = excluded.files
         returning id",
        id,
        site.origin,
        site.blog,
        site.host,
        site.path,
        site.address,
        files
    )?;
    Ok(there.map_or(id, |(id,)| id))
}

macro_rules! select_item {
    ($where:literal) => {
        concat!(
            "select i.id, i.site, i.number, i.kind, i.post, i.guid, i.link, i.title, i.dated_at, i.parent,
                    i.address, i.file, i.alt, i.caption, i.content, i.featured from old_item i where ",
            $where
        )
    };
}

pub async fn of_post(conn: &mut Conn, post: PostId) -> sqlx::Result<Option<Stored>> {
    one!(conn, select_item!("i.post = $1 and i.site is not null"), post)
}

/// Items of a site with these numbers, a list in JSON.
pub async fn numbered(conn: &mut Conn, site: RowId, numbers: &str) -> sqlx::Result<Vec<Stored>> {
    let sql = conn.pick(
        select_item!("i.site = $1 and i.number in (select value from json_each($2))"),
        select_item!("i.site = $1 and i.number in (select json_array_elements_text($2::json)::bigint)"),
    );
    all!(conn, sql, site, numbers)
}

/// The files that belong to items with these numbers, a list in JSON, in their order.
pub async fn belonging_to(conn: &mut Conn, site: RowId, numbers: &str) -> sqlx::Result<Vec<Stored>> {
    let sql = conn.pick(
        select_item!(
            "i.site = $1 and i.kind = 'attachment' and i.parent in (select value from json_each($2))
              order by i.position, i.number"
        ),
        select_item!(
            "i.site = $1 and i.kind = 'attachment' and i.parent in (select json_array_elements_text($2::json)::bigint)
              order by i.position, i.number"
        ),
    );
    all!(conn, sql, site, numbers)
}

/// What it takes to lead somewhere: the post an item became, or the one its file belongs to, and whether others than its
/// author may read it.
macro_rules! found {
    ($columns:literal, $from:literal, $where:literal) => {
        concat!(
            "select ",
            $columns,
            ", i.site, i.kind, i.file, v.id as post, v.path as url,
                    cast(case when v.path <> '' and v.audience <> 0 then 1 else 0 end as bigint) as open
               from ",
            $from,
            " left join old_item above on above.site = i.site and above.number = i.parent and i.kind = 'attachment'
                left join conversation v on v.id = coalesce(i.post, above.post)
              where ",
            $where
        )
    };
}

/// What was at these paths, a list in JSON.
pub async fn at_paths(conn: &mut Conn, paths: &str) -> sqlx::Result<Vec<Found>> {
    let sql = conn.pick(
        found!(
            "a.path, a.host, a.goal, cast(0 as bigint) as number",
            "old_address a left join old_item i on i.id = a.item",
            "a.path in (select value from json_each($1))"
        ),
        found!(
            "a.path, a.host, a.goal, cast(0 as bigint) as number",
            "old_address a left join old_item i on i.id = a.item",
            "a.path in (select json_array_elements_text($1::json))"
        ),
    );
    all!(conn, sql, paths)
}

/// What has these numbers, a list in JSON, on whichever site.
pub async fn at_numbers(conn: &mut Conn, numbers: &str) -> sqlx::Result<Vec<Found>> {
    let sql = conn.pick(
        found!(
            "'' as path, '' as host, cast(null as text) as goal, i.number",
            "old_item i",
            "i.site in (select id from old_site) and i.number in (select value from json_each($1))"
        ),
        found!(
            "'' as path, '' as host, cast(null as text) as goal, i.number",
            "old_item i",
            "i.site in (select id from old_site) and i.number in (select json_array_elements_text($1::json)::bigint)"
        ),
    );
    all!(conn, sql, numbers)
}

/// Deleted posts that were at these paths, a list in JSON, and at which hosts.
pub async fn deleted_at(conn: &mut Conn, paths: &str) -> sqlx::Result<Vec<(String, PostId)>> {
    let sql = conn.pick(
        "select host, post from deleted_address where path in (select value from json_each($1)) order by post",
        "select host, post from deleted_address
          where path in (select json_array_elements_text($1::json)) order by post",
    );
    all!(conn, sql, paths)
}

/// Keeps the addresses of a post that is about to go.
pub async fn remember_deleted(tx: &mut Tx, post: PostId) -> sqlx::Result<()> {
    run!(
        tx,
        "insert into deleted_address (path, host, post)
         select a.path, a.host, i.post from old_address a join old_item i on i.id = a.item where i.post = $1
         union
         select s.path || '/?p=' || i.number, s.host, i.post from old_item i join old_site s on s.id = i.site
          where i.post = $1 and i.number is not null
         on conflict (path, host) do update set post = excluded.post",
        post
    )?;
    Ok(())
}

/// Entries of these conversations that came from these origins, both lists in JSON.
pub async fn entries(
    conn: &mut Conn,
    conversations: &str,
    origins: &str,
) -> sqlx::Result<Vec<(ConversationId, CommentId, String)>> {
    let sql = conn.pick(
        "select conversation, id, imported_from from comment
          where conversation in (select value from json_each($1)) and imported_from in (select value from json_each($2))",
        "select conversation, id, imported_from from comment
          where conversation in (select json_array_elements_text($1::json)::bigint)
            and imported_from in (select json_array_elements_text($2::json))",
    );
    all!(conn, sql, conversations, origins)
}

/// Brings items in, or completes what is known of them.
pub async fn put_items(tx: &mut Tx, site: RowId, items: &[Item]) -> sqlx::Result<()> {
    for items in items.chunks(500) {
        let sql = format!(
            "insert into old_item (id, site, number, kind, post, guid, link, title, dated_at, parent, position, address,
                                   file, alt, caption, content, featured)
             values {}
             on conflict (id) do update
                set site = excluded.site, number = coalesce(old_item.number, excluded.number), guid = excluded.guid,
                    link = excluded.link, title = excluded.title, dated_at = excluded.dated_at, parent = excluded.parent,
                    position = excluded.position, address = excluded.address,
                    file = coalesce(excluded.file, old_item.file), alt = excluded.alt, caption = excluded.caption,
                    content = excluded.content, featured = excluded.featured",
            tx.placeholders(17, items.len())
        );
        crate::run_rows!(tx, sql, items, |item| [
            item.id,
            site,
            item.number,
            item.kind.word(),
            item.post,
            &item.guid,
            &item.link,
            &item.title,
            item.dated_at,
            item.parent,
            item.position,
            &item.address,
            &item.file,
            &item.alt,
            &item.caption,
            &item.content,
            item.featured
        ])?;
    }
    Ok(())
}

/// Notes what was at addresses: path, host, item, goal. Who came first stays; a goal alone gives way.
pub async fn put_addresses(
    tx: &mut Tx,
    addresses: &[(String, String, Option<RowId>, Option<String>)],
) -> sqlx::Result<u64> {
    let mut written = 0;
    for addresses in addresses.chunks(1000) {
        let sql = format!(
            "insert into old_address (path, host, item, goal) values {} on conflict (path, host) do nothing",
            tx.placeholders(4, addresses.len())
        );
        written += crate::run_rows!(tx, sql, addresses, |address| [&address.0, &address.1, address.2, &address.3])?;
    }
    Ok(written)
}

/// Lets an address of a list or a file lead elsewhere from now on.
pub async fn lead_elsewhere(tx: &mut Tx, path: &str, host: &str, goal: &str) -> sqlx::Result<()> {
    run!(
        tx,
        "update old_address set goal = $3 where path = $1 and host = $2 and item is null and goal <> $3",
        path,
        host,
        goal
    )?;
    Ok(())
}

/// Notes which texts refer to something that has not come, and which of these do no longer.
pub async fn put_references(tx: &mut Tx, site: RowId, kind: &str, open: &[i64], done: &[i64]) -> sqlx::Result<()> {
    for open in open.chunks(1000) {
        let sql = format!(
            "insert into old_reference (id, site, kind) values {} on conflict do nothing",
            tx.placeholders(3, open.len())
        );
        crate::run_rows!(tx, sql, open, |id| [*id, site, kind])?;
    }
    if !done.is_empty() {
        let done = serde_json::to_string(done).unwrap_or_default();
        let sql = tx.pick(
            "delete from old_reference where id in (select value from json_each($1))",
            "delete from old_reference where id in (select json_array_elements_text($1::json)::bigint)",
        );
        run!(tx, sql, done)?;
    }
    Ok(())
}

pub async fn references(conn: &mut Conn, site: RowId, kind: &str, after: i64, limit: i64) -> sqlx::Result<Vec<(i64,)>> {
    all!(
        conn,
        "select id from old_reference where site = $1 and kind = $2 and id > $3 order by id limit $4",
        site,
        kind,
        after,
        limit
    )
}

/// Texts of other sites that speak of this host may refer to what has come now.
pub async fn note_references_to(tx: &mut Tx, site: RowId, host: &str) -> sqlx::Result<()> {
    run!(
        tx,
        "insert into old_reference (id, site, kind)
         select p.id, i.site, 'post' from post p join old_item i on i.post = p.id
          where i.site <> $1 and p.source like '%' || $2 || '%'
         on conflict do nothing",
        site,
        host
    )?;
    run!(
        tx,
        "insert into old_reference (id, site, kind)
         select c.id, i.site, 'comment' from comment c join old_item i on i.post = c.conversation
          where i.site <> $1 and c.format = 'wordpress' and c.source like '%' || $2 || '%'
         on conflict do nothing",
        site,
        host
    )?;
    Ok(())
}
