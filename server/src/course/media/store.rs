//! SQL about files of items and their captions.

use super::{Caption, Medium};
use crate::{
    all,
    ids::{ConversationId, RowId},
    kit::db::{Conn, Tx},
    one, run, value,
};

macro_rules! medium {
    ($rest:literal) => {
        concat!(
            "select f.item, f.file, k.kind, k.bytes, f.name, f.added_at
               from item_file f join kept_file k on k.name = f.file join item i on i.id = f.item ",
            $rest
        )
    };
}

macro_rules! caption {
    ($rest:literal) => {
        concat!("select c.item, c.lang, c.added_at, c.vtt from caption c join item i on i.id = c.item ", $rest)
    };
}

pub async fn of_module(conn: &mut Conn, module: ConversationId) -> sqlx::Result<Vec<Medium>> {
    all!(conn, medium!("where i.module = $1 order by f.item"), module)
}

pub async fn of_item(conn: &mut Conn, module: ConversationId, item: RowId) -> sqlx::Result<Option<Medium>> {
    one!(conn, medium!("where i.module = $1 and i.id = $2"), module, item)
}

pub async fn captions_of_module(conn: &mut Conn, module: ConversationId) -> sqlx::Result<Vec<Caption>> {
    all!(conn, caption!("where i.module = $1 order by c.item, c.lang"), module)
}

pub async fn caption(
    conn: &mut Conn,
    module: ConversationId,
    item: RowId,
    lang: &str,
) -> sqlx::Result<Option<Caption>> {
    one!(conn, caption!("where i.module = $1 and i.id = $2 and c.lang = $3"), module, item, lang)
}

pub async fn attach(tx: &mut Tx, module: ConversationId, item: RowId, file: &str, name: &str) -> sqlx::Result<bool> {
    let now = tx.now;
    let attached = run!(
        tx,
        "insert into item_file (item, file, added_at, name)
         select i.id, $3, $4, $5 from item i where i.id = $2 and i.module = $1
         on conflict (item) do update set file = excluded.file, added_at = excluded.added_at, name = excluded.name",
        module,
        item,
        file,
        now,
        name
    )?;
    Ok(attached > 0)
}

pub async fn detach(tx: &mut Tx, module: ConversationId, item: RowId) -> sqlx::Result<()> {
    run!(
        tx,
        "delete from item_file where item = (select i.id from item i where i.id = $2 and i.module = $1)",
        module,
        item
    )?;
    Ok(())
}

pub async fn put_caption(tx: &mut Tx, item: RowId, lang: &str, vtt: &str) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into caption (item, lang, added_at, vtt)
         select f.item, $2, $3, $4 from item_file f where f.item = $1
         on conflict (item, lang) do update set added_at = excluded.added_at, vtt = excluded.vtt",
        item,
        lang,
        now,
        vtt
    )?;
    Ok(())
}

pub async fn count_captions(conn: &mut Conn, item: RowId) -> sqlx::Result<i64> {
    Ok(value!(conn, "select count(*) from caption where item = $1", item)?.unwrap_or_default())
}

pub async fn remove_caption(tx: &mut Tx, module: ConversationId, item: RowId, lang: &str) -> sqlx::Result<()> {
    run!(
        tx,
        "delete from caption
          where item = (select i.id from item i where i.id = $2 and i.module = $1) and lang = $3",
        module,
        item,
        lang
    )?;
    Ok(())
}

/// What the first of each pair has, the second gets.
pub async fn copy(tx: &mut Tx, pairs: &str) -> sqlx::Result<()> {
    let now = tx.now;
    let files = tx.pick(
        "insert into item_file (item, file, added_at, name)
         select p.value ->> 1, f.file, $2, f.name from json_each($1) p join item_file f on f.item = p.value ->> 0",
        "insert into item_file (item, file, added_at, name)
         select (p.value ->> 1)::bigint, f.file, $2, f.name
           from json_array_elements($1::json) p join item_file f on f.item = (p.value ->> 0)::bigint",
    );
    run!(tx, files, pairs, now)?;
    let captions = tx.pick(
        "insert into caption (item, lang, added_at, vtt)
         select p.value ->> 1, c.lang, $2, c.vtt from json_each($1) p join caption c on c.item = p.value ->> 0",
        "insert into caption (item, lang, added_at, vtt)
         select (p.value ->> 1)::bigint, c.lang, $2, c.vtt
           from json_array_elements($1::json) p join caption c on c.item = (p.value ->> 0)::bigint",
    );
    run!(tx, captions, pairs, now)?;
    Ok(())
}
