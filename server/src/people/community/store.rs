use super::{Community, SitePage, SiteText};
use crate::{
    all,
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
    directory: String,
    crawlers: String,
    held_words: String,
    held_links: i64,
    close_days: Option<i64>,
    secret: Vec<u8>,
}

pub async fn read(conn: &mut Conn) -> anyhow::Result<Option<Community>> {
    let row: Option<Row> = one!(
        conn,
        "select name, tagline, language, time_zone, joining, guests, emoji, edit_minutes, directory, crawlers,
                held_words, held_links, close_days, secret
           from community"
    )?;
    let Some(row) = row else { return Ok(None) };
    let written: Vec<(String,)> = all!(conn, "select name from site_page")?;
    Ok(Some(Community {
        name: row.name,
        tagline: row.tagline,
        language: Lang::from_tag(&row.language).unwrap_or(Lang::En),
        time_zone: row.time_zone,
        joining: row.joining.parse().map_err(anyhow::Error::msg)?,
        guests: row.guests.parse().map_err(anyhow::Error::msg)?,
        emoji: row.emoji,
        edit_minutes: row.edit_minutes,
        directory: row.directory.parse().map_err(anyhow::Error::msg)?,
        crawlers: row.crawlers.parse().map_err(anyhow::Error::msg)?,
        held_words: row.held_words,
        held_links: row.held_links,
        close_days: row.close_days,
        secret: row.secret,
        written: SitePage::ALL.into_iter().filter(|page| written.iter().any(|(name,)| name == page.word())).collect(),
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
                edit_minutes = $8, directory = $9, held_words = $10, held_links = $11, crawlers = $12, close_days = $13",
        &c.name,
        &c.tagline,
        c.language.tag(),
        &c.time_zone,
        c.joining.word(),
        c.guests.word(),
        c.emoji,
        c.edit_minutes,
        c.directory.word(),
        &c.held_words,
        c.held_links,
        c.crawlers.word(),
        c.close_days
    )?;
    Ok(())
}

pub async fn site_page(conn: &mut Conn, page: SitePage) -> sqlx::Result<Option<SiteText>> {
    one!(conn, "select source, html, lang, edited_at from site_page where name = $1", page.word())
}

#[derive(sqlx::FromRow)]
struct Named {
    name: String,
    #[sqlx(flatten)]
    text: SiteText,
}

pub async fn stale_site_pages(conn: &mut Conn) -> sqlx::Result<Vec<(SitePage, SiteText)>> {
    let version = i64::from(markup::VERSION);
    let rows: Vec<Named> =
        all!(conn, "select name, source, html, lang, edited_at from site_page where rendered < $1", version)?;
    Ok(rows.into_iter().filter_map(|row| Some((row.name.parse().ok()?, row.text))).collect())
}

pub async fn write_site_page(tx: &mut Tx, page: SitePage, source: &str, html: &str, lang: Lang) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into site_page (name, source, html, rendered, lang, edited_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (name) do update
            set source = excluded.source, html = excluded.html, rendered = excluded.rendered, lang = excluded.lang,
                edited_at = excluded.edited_at",
        page.word(),
        source,
        html,
        i64::from(markup::VERSION),
        lang.tag(),
        now
    )?;
    Ok(())
}

pub async fn rerender_site_page(tx: &mut Tx, page: SitePage, html: &str) -> sqlx::Result<()> {
    let version = i64::from(markup::VERSION);
    run!(tx, "update site_page set html = $2, rendered = $3 where name = $1", page.word(), html, version)?;
    Ok(())
}

pub async fn forget_site_page(tx: &mut Tx, page: SitePage) -> sqlx::Result<()> {
    run!(tx, "delete from site_page where name = $1", page.word())?;
    Ok(())
}

pub async fn serve_at(tx: &mut Tx, base_url: &str) -> sqlx::Result<()> {
    run!(tx, "update community set served_at = $1 where served_at <> $1", base_url)?;
    Ok(())
}

pub async fn served_at(conn: &mut Conn) -> sqlx::Result<Option<String>> {
    value!(conn, "select served_at from community")
}
