//! SQL about files that several things may use.

use crate::{
    all,
    ids::Timestamp,
    kit::db::{Conn, Tx},
    run,
};

/// Whether nothing uses the file `k`.
macro_rules! unused {
    () => {
        "not exists (select 1 from item_file f where f.file = k.name)
         and not exists (select 1 from tribe_file f where f.file = k.name)
         and not exists (select 1 from upload u where u.file = k.name or u.moving = k.name)
         and not exists (select 1 from upload_size s where s.file = k.name)
         and not exists (select 1 from achievement a where a.picture = k.name)"
    };
}

pub async fn keep(tx: &mut Tx, name: &str, kind: &str, bytes: i64) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into kept_file (name, kind, bytes, kept_at) values ($1, $2, $3, $4)
         on conflict (name) do update set kind = excluded.kind, kept_at = excluded.kept_at",
        name,
        kind,
        bytes,
        now
    )?;
    Ok(())
}

pub async fn unused(conn: &mut Conn, before: Timestamp) -> sqlx::Result<Vec<String>> {
    let names: Vec<(String,)> = all!(
        conn,
        concat!("select k.name from kept_file k where k.kept_at < $1 and ", unused!(), " order by k.kept_at limit 500"),
        before
    )?;
    Ok(names.into_iter().map(|(name,)| name).collect())
}

/// Forgets one that nothing uses; answers whether that was so.
pub async fn forget(tx: &mut Tx, name: &str, before: Timestamp) -> sqlx::Result<bool> {
    let forgotten = run!(
        tx,
        concat!("delete from kept_file as k where k.name = $1 and k.kept_at < $2 and ", unused!()),
        name,
        before
    )?;
    Ok(forgotten > 0)
}
