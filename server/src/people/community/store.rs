use super::Community;
use crate::{
    kit::{
        db::{Conn, Tx},
        i18n::Lang,
    },
    one, run, value,
};

#[derive(sqlx::FromRow)]
struct Row {
    name: String,
    tagline: String,
    language: String,
    time_zone: String,
    joining: String,
    guests: String,
    emoji: bool,
    edit_minutes: i64,
    secret: Vec<u8>,
}

pub async fn read(conn: &mut Conn) -> anyhow::Result<Option<Community>> {
    let row: Option<Row> = one!(
        conn,
        "select name, tagline, language, time_zone, joining, guests, emoji, edit_minutes, secret from community"
    )?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Community {
        name: row.name,
        tagline: row.tagline,
        language: Lang::from_tag(&row.language).unwrap_or(Lang::En),
        time_zone: row.time_zone,
        joining: row.joining.parse().map_err(anyhow::Error::msg)?,
        guests: row.guests.parse().map_err(anyhow::Error::msg)?,
        emoji: row.emoji,
        edit_minutes: row.edit_minutes,
        secret: row.secret,
    }))
}

pub async fn insert(tx: &mut Tx, c: &Community) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into community (id, name, tagline, language, time_zone, joining, guests, emoji, edit_minutes, secret, created_at)
         values (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         on conflict (id) do nothing",
        &c.name, &c.tagline, c.language.tag(), &c.time_zone, c.joining.word(), c.guests.word(), c.emoji,
        c.edit_minutes, &c.secret, now
    )?;
    Ok(())
}

pub async fn update(tx: &mut Tx, c: &Community) -> sqlx::Result<()> {
    run!(
        tx,
        "update community
            set name = $1, tagline = $2, language = $3, time_zone = $4, joining = $5, guests = $6, emoji = $7,
                edit_minutes = $8",
        &c.name,
        &c.tagline,
        c.language.tag(),
        &c.time_zone,
        c.joining.word(),
        c.guests.word(),
        c.emoji,
        c.edit_minutes
    )?;
    Ok(())
}

pub async fn serve_at(tx: &mut Tx, base_url: &str) -> sqlx::Result<()> {
    run!(tx, "update community set served_at = $1 where served_at <> $1", base_url)?;
    Ok(())
}

pub async fn served_at(conn: &mut Conn) -> sqlx::Result<Option<String>> {
    value!(conn, "select served_at from community")
}
