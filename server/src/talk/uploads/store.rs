//! SQL about what members put into texts.

use super::{Behind, Kept, Upload, Use};
use crate::{
    all,
    ids::{ConversationId, MemberId, Timestamp, UploadId},
    kit::db::{Conn, Tx},
    one, readable, run, value,
};

macro_rules! upload {
    ($rest:literal) => {
        concat!(
            "select u.id, k.kind, u.bytes, u.name, u.alt, u.moving is not null as moves, u.width, u.height, u.created_at
               from upload u join kept_file k on k.name = u.file ",
            $rest
        )
    };
}

/// Whether the reader may have the upload `u`: it is theirs, or it stands in something they may read. Who runs the community
/// reads posts that were hidden, to decide about them, with what stands in them.
macro_rules! reachable {
    () => {
        concat!(
            "(($1 <> 0 and u.owner = $1)
              or exists (select 1 from upload_use x join conversation v on v.id = x.conversation
                          where x.upload = u.id and ",
            readable!(),
            ") or (exists (select 1 from member o where o.id = $1 and o.role = 'organiser')
                   and exists (select 1 from upload_use x join post p on p.id = x.conversation
                                 join circle k on k.id = p.audience
                                where x.upload = u.id and p.hidden_at is not null and p.published_at is not null
                                  and p.audience <> 0 and k.hidden_at is null)))"
        )
    };
}

/// Whether the upload stands nowhere.
macro_rules! nowhere {
    () => {
        "not exists (select 1 from upload_use x where x.upload = upload.id)"
    };
}

/// Holds what a member uploads until the end of the change. SQLite has one writer.
pub async fn hold(tx: &mut Tx, owner: MemberId) -> sqlx::Result<()> {
    let text = tx.pick("select id from member where id = $1", "select id from member where id = $1 for update");
    let _: Option<MemberId> = value!(tx, text, owner)?;
    Ok(())
}

pub async fn same(
    conn: &mut Conn,
    owner: MemberId,
    file: &str,
    name: &str,
    since: Timestamp,
) -> sqlx::Result<Option<UploadId>> {
    value!(
        conn,
        "select id from upload where owner = $1 and file = $2 and name = $3 and created_at > $4 order by id limit 1",
        owner,
        file,
        name,
        since
    )
}

pub async fn insert(
    tx: &mut Tx,
    id: UploadId,
    owner: MemberId,
    kept: &Kept,
    name: &str,
    alt: &str,
) -> sqlx::Result<()> {
    let now = tx.now;
    let (width, height) = kept.size.map_or((None, None), |(w, h)| (Some(i64::from(w)), Some(i64::from(h))));
    run!(
        tx,
        "insert into upload (id, owner, file, moving, width, height, bytes, created_at, name, alt)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        id,
        owner,
        &kept.file,
        kept.moving.as_deref(),
        width,
        height,
        kept.bytes,
        now,
        name,
        alt
    )?;
    let sizes = tx.pick(
        "insert into upload_size (upload, width, file)
         select $1, p.value ->> 0, p.value ->> 1 from json_each($2) p",
        "insert into upload_size (upload, width, file)
         select $1, (p.value ->> 0)::bigint, p.value ->> 1 from json_array_elements($2::json) p",
    );
    run!(tx, sizes, id, &kept.smaller)?;
    Ok(())
}

pub async fn taken(conn: &mut Conn, owner: MemberId) -> sqlx::Result<(i64, i64)> {
    let found =
        one!(conn, "select count(*), cast(coalesce(sum(bytes), 0) as bigint) from upload where owner = $1", owner)?;
    Ok(found.unwrap_or_default())
}

pub async fn page(conn: &mut Conn, owner: MemberId, after: UploadId, limit: i64) -> sqlx::Result<Vec<Upload>> {
    all!(conn, upload!("where u.owner = $1 and u.id < $2 order by u.id desc limit $3"), owner, after, limit)
}

pub async fn own(conn: &mut Conn, owner: MemberId, id: UploadId) -> sqlx::Result<Option<Upload>> {
    one!(conn, upload!("where u.owner = $1 and u.id = $2"), owner, id)
}

/// Where the uploads in this list stand. Of what the reader may not read nothing is told, but that it is there.
macro_rules! uses {
    ($list:literal) => {
        concat!(
            "select x.upload, x.conversation, v.kind, v.lang, case when ",
            readable!(),
            " then v.title else '' end as title, case when ",
            readable!(),
            " then v.path else '' end as path, cast(case when ",
            readable!(),
            " then 1 else 0 end as bigint) as readable
               from upload_use x join conversation v on v.id = x.conversation
              where x.upload in ",
            $list,
            " order by x.upload, v.id desc"
        )
    };
}

pub async fn uses(conn: &mut Conn, reader: MemberId, uploads: &str) -> sqlx::Result<Vec<Use>> {
    let text = conn.pick(
        uses!("(select value from json_each($2))"),
        uses!("(select value::bigint from json_array_elements_text($2::json))"),
    );
    all!(conn, text, reader, uploads)
}

pub async fn for_reader(conn: &mut Conn, reader: MemberId, id: UploadId) -> sqlx::Result<Option<Behind>> {
    one!(
        conn,
        concat!(
            "select k.name as file, k.kind, k.bytes, u.name
               from upload u join kept_file k on k.name = coalesce(u.moving, u.file)
              where u.id = $2 and ",
            reachable!()
        ),
        reader,
        id
    )
}

/// The same in a width: one of the smaller ones, or its own.
pub async fn size_for_reader(
    conn: &mut Conn,
    reader: MemberId,
    id: UploadId,
    width: i64,
) -> sqlx::Result<Option<Behind>> {
    one!(
        conn,
        concat!(
            "select k.name as file, k.kind, k.bytes, u.name
               from upload u
               left join upload_size s on s.upload = u.id and s.width = $3
               join kept_file k on k.name = case when u.width = $3 then u.file else s.file end
              where u.id = $2 and ",
            reachable!()
        ),
        reader,
        id,
        width
    )
}

pub async fn describe(tx: &mut Tx, owner: MemberId, id: UploadId, alt: &str) -> sqlx::Result<bool> {
    let described = run!(tx, "update upload set alt = $3 where id = $2 and owner = $1", owner, id, alt)?;
    Ok(described > 0)
}

pub async fn remove(tx: &mut Tx, owner: MemberId, id: UploadId) -> sqlx::Result<bool> {
    let removed = run!(tx, concat!("delete from upload where id = $2 and owner = $1 and ", nowhere!()), owner, id)?;
    Ok(removed > 0)
}

pub async fn remove_unused_of(tx: &mut Tx, owner: MemberId) -> sqlx::Result<()> {
    run!(tx, concat!("delete from upload where owner = $1 and ", nowhere!()), owner)?;
    Ok(())
}

pub async fn note_uses(
    tx: &mut Tx,
    writer: MemberId,
    conversation: ConversationId,
    named: &str,
    is_none: bool,
) -> sqlx::Result<()> {
    let gone = tx.pick(
        "delete from upload_use where conversation = $1 and upload not in (select value from json_each($2))",
        "delete from upload_use
          where conversation = $1 and upload not in (select value::bigint from json_array_elements_text($2::json))",
    );
    run!(tx, gone, conversation, named)?;
    if is_none {
        return Ok(());
    }
    let come = tx.pick(
        "insert into upload_use (upload, conversation)
         select u.id, $1 from upload u where u.owner = $3 and u.id in (select value from json_each($2))
         on conflict do nothing",
        "insert into upload_use (upload, conversation)
         select u.id, $1 from upload u
          where u.owner = $3 and u.id in (select value::bigint from json_array_elements_text($2::json))
         on conflict do nothing",
    );
    run!(tx, come, conversation, named, writer)?;
    Ok(())
}

pub async fn copy_uses(tx: &mut Tx, from: ConversationId, to: ConversationId) -> sqlx::Result<()> {
    run!(
        tx,
        "insert into upload_use (upload, conversation)
         select x.upload, $2 from upload_use x where x.conversation = $1 on conflict do nothing",
        from,
        to
    )?;
    Ok(())
}
