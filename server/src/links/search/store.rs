//! SQL of the index: what is kept, and how it is asked. Everything that is found for a reader names the predicate; whether
//! a comment is alive is asked of the comment, so that what is hidden is gone in that moment.

use sqlx::AssertSqlSafe;

use super::{
    Hit, Line,
    index::{Build, Doc, Part},
    names::{Face, Kind},
    rules::{self, Reach},
};
use crate::{
    all, called, findable,
    ids::MemberId,
    kit::db::{Conn, Raw, Tx},
    listed, one, run, run_rows, value,
};

/// Whether the text `s` of the conversation `v` is there for others: opened, with an address, and alive.
macro_rules! there {
    () => {
        "v.opened_at is not null and v.path <> ''
         and (s.kind <> 'comment'
              or exists (select 1 from comment c where c.id = s.thing and c.approved_at is not null
                                                   and c.hidden_at is null and c.deleted_at is null))
         and (s.kind <> 'announcement'
              or exists (select 1 from announcement a where a.id = s.thing and a.limited_at is null))"
    };
}

/// The newest texts below a number that an index has under a query of its own notation, and no further back than `since`.
pub async fn candidates(conn: &mut Conn, query: &str, below: i64, since: i64, most: i64) -> sqlx::Result<Vec<i64>> {
    match conn.raw() {
        Raw::Sqlite(c) => {
            sqlx::query_scalar(
                "select rowid from search_words
                  where search_words match $1 and rowid < $2 and rowid >= $3 order by rowid desc limit $4",
            )
            .bind(query)
            .bind(below)
            .bind(since)
            .bind(most)
            .fetch_all(c)
            .await
        }
        Raw::Postgres(c) => {
            // Planned for these words: how many texts hold them makes all the difference. Without `nulls last` it may read
            // every text in the order of the numbers.
            sqlx::query_scalar(
                "select id from search where words @@ cast($1 as text)::tsquery and id < $2 and id >= $3
                  order by id desc nulls last limit $4",
            )
            .bind(query)
            .bind(below)
            .bind(since)
            .bind(most)
            .persistent(false)
            .fetch_all(c)
            .await
        }
    }
}

/// Whether the database finds the newest by itself, without going back in reaches.
pub fn has_order(conn: &Conn) -> bool {
    conn.pick("yes", "") == "yes"
}

/// Of a reach: with the slices it is made of.
pub fn reached(query: &str, reach: &Reach) -> String {
    if reach.slices.is_empty() {
        return query.to_owned();
    }
    let slices: Vec<String> = reach.slices.iter().map(|slice| format!("'{slice}'")).collect();
    format!("{query} & ({})", slices.join(" | "))
}

pub async fn newest(conn: &mut Conn) -> sqlx::Result<i64> {
    let newest: Option<Option<i64>> = value!(conn, "select max(id) from search")?;
    Ok(newest.flatten().unwrap_or_default())
}

/// Of these texts, a list of numbers with commas, those that hold the words as they were typed: on PostgreSQL, where looking
/// for them anew would be looking through all of them anew.
pub async fn in_order(conn: &mut Conn, query: &str, among: &str) -> sqlx::Result<Vec<(i64,)>> {
    all!(
        conn,
        "select id from search
          where id = any (string_to_array($2, ',')::bigint[]) and words @@ cast($1 as text)::tsquery order by id desc",
        query,
        among
    )
}

/// Of these texts those that a reader may find, newest first.
pub async fn narrowed(conn: &mut Conn, reader: MemberId, among: &str, most: i64) -> sqlx::Result<Vec<Hit>> {
    macro_rules! narrowed {
        ($among:literal) => {
            concat!(
                "select s.id, s.thing, s.kind, case when s.kind = 'comment' then '' else v.title end as title, v.lang
                   from search s join conversation v on v.id = s.conversation
                  where s.id ",
                $among,
                " and ",
                listed!(),
                " and ",
                there!(),
                " order by s.id desc limit $3"
            )
        };
    }
    let sql = conn.pick(
        narrowed!("in (select value from json_each('[' || $2 || ']'))"),
        narrowed!("= any (string_to_array($2, ',')::bigint[])"),
    );
    all!(conn, sql, reader, among, most)
}

/// What is shown of these texts.
pub async fn lines(conn: &mut Conn, reader: MemberId, texts: &str) -> sqlx::Result<Vec<Line>> {
    macro_rules! lines {
        ($among:literal) => {
            concat!(
                "select s.id, s.thing, s.kind, v.title, v.lang, v.path, v.place, v.audience,
                        coalesce(c.created_at, v.opened_at) as at,
                        coalesce(m.id, 0) as writer, m.handle, m.picture, c.guest_picture,
                        coalesce(case when v.kind = 'post' then m.name else ",
                called!("m.id", "v.place", "m.name"),
                " end, c.guest_name, '') as name,
                        coalesce(b.title, k.name, '') as place_name, '/' || b.address || '/' as place_url,
                        coalesce(a.name, '') as circle,
                        coalesce(c.html, p.html, d.html, u.html, h.html, n.html, '') as html
                   from search s
                   join conversation v on v.id = s.conversation
                   left join comment c on s.kind = 'comment' and c.id = s.thing
                   left join member m on m.id = case when s.kind = 'comment' then c.writer else v.author end
                   left join blog b on b.id = v.place
                   left join circle k on k.id = v.place
                   left join circle a on a.id = v.audience
                   left join post p on p.id = s.thing
                   left join discussion d on d.id = s.thing
                   left join module u on u.id = s.thing
                   left join assignment h on h.id = s.thing
                   left join announcement n on n.id = s.thing
                  where s.id ",
                $among,
                " and ",
                listed!(),
                " and ",
                there!()
            )
        };
    }
    let sql = conn.pick(
        lines!("in (select value from json_each('[' || $2 || ']'))"),
        lines!("= any (string_to_array($2, ',')::bigint[])"),
    );
    all!(conn, sql, reader, texts)
}

/// The languages that most texts are in.
pub async fn languages(conn: &mut Conn, most: i64) -> sqlx::Result<Vec<(String,)>> {
    all!(conn, "select lang from search_lang order by texts desc, lang limit $1", most)
}

/// A blog or a circle by name, if a reader may know of it.
pub async fn place_name(conn: &mut Conn, reader: MemberId, place: i64) -> sqlx::Result<Option<String>> {
    value!(
        conn,
        concat!(
            "select b.title from blog b where b.id = $2
             union all select k.name from circle k where k.id = $2 and k.kind in ('tribe', 'course', 'homeroom') and ",
            findable!(),
            " and (k.kind = 'tribe' or (k.kind = 'course' and exists (select 1 from course c where c.id = k.id
                                                                            and c.opened_at is not null))
                   or k.id in (select s.circle from membership s where s.member = $1))"
        ),
        reader,
        place
    )
}

/// The groups a member is in.
pub async fn own_circles(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<(i64, String)>> {
    all!(
        conn,
        "select k.id, k.name from membership s join circle k on k.id = s.circle
          where s.member = $1 and k.kind in ('course', 'homeroom', 'tribe') and k.closed_at is null
          order by k.name, k.id limit 100",
        member
    )
}

// ---- What is kept

pub async fn docs(conn: &mut Conn, conversations: &str, comments: &str) -> sqlx::Result<Vec<Doc>> {
    macro_rules! docs {
        ($v:literal, $c:literal) => {
            concat!(
                "select v.id as thing, v.id as conversation,
                        case when p.kind = 'page' then 'page' else v.kind end as kind, v.place,
                        coalesce(v.course, 0) as course, v.author as writer, v.lang, v.opened_at as at,
                        case when v.kind = 'post' then p.title else v.title end as title,
                        coalesce(p.html, d.html, u.html, h.html, n.html, '') as html, coalesce(u.prompt, '') as more
                   from conversation v
                   left join post p on p.id = v.id
                   left join discussion d on d.id = v.id
                   left join module u on u.id = v.id
                   left join assignment h on h.id = v.id
                   left join announcement n on n.id = v.id
                  where v.id ",
                $v,
                " and v.opened_at is not null and v.path <> '' and v.audience <> 0
                      and (n.id is null or n.limited_at is null)
                 union all
                 select c.id, c.conversation, 'comment', v.place, coalesce(v.course, 0), coalesce(c.writer, 0), v.lang,
                        c.created_at, '', c.html, ''
                   from comment c join conversation v on v.id = c.conversation
                  where c.id ",
                $c,
                " and c.approved_at is not null and c.hidden_at is null and c.deleted_at is null"
            )
        };
    }
    let sql = conn.pick(
        docs!(
            "in (select value from json_each('[' || $1 || ']'))",
            "in (select value from json_each('[' || $2 || ']'))"
        ),
        docs!("= any (string_to_array($1, ',')::bigint[])", "= any (string_to_array($2, ',')::bigint[])"),
    );
    all!(conn, sql, conversations, comments)
}

/// The tags and categories of these posts: each with its number.
pub async fn tags(conn: &mut Conn, posts: &str) -> sqlx::Result<Vec<(i64, i64, String)>> {
    let sql = conn.pick(
        "select x.post, t.id, t.name from post_term x join term t on t.id = x.term
          where x.post in (select value from json_each('[' || $1 || ']')) order by x.post, t.id",
        "select x.post, t.id, t.name from post_term x join term t on t.id = x.term
          where x.post = any (string_to_array($1, ',')::bigint[]) order by x.post, t.id",
    );
    all!(conn, sql, posts)
}

/// What there is to read and do in these modules, in words.
pub async fn items(conn: &mut Conn, modules: &str) -> sqlx::Result<Vec<(i64, String)>> {
    let sql = conn.pick(
        "select module, title || ' ' || author || ' ' || note from item
          where module in (select value from json_each('[' || $1 || ']')) order by module, position, id",
        "select module, title || ' ' || author || ' ' || note from item
          where module = any (string_to_array($1, ',')::bigint[]) order by module, position, id",
    );
    all!(conn, sql, modules)
}

/// The modules and assignments of a course.
pub async fn of_course(conn: &mut Conn, course: i64) -> sqlx::Result<Vec<(i64,)>> {
    all!(conn, "select id from module where course = $1 union all select id from assignment where course = $1", course)
}

pub async fn latest_announcements(conn: &mut Conn, most: i64) -> sqlx::Result<Vec<(i64,)>> {
    all!(conn, "select id from announcement order by id desc limit $1", most)
}

/// The names of these, a list of numbers with commas; of whoever is not here there is none.
pub async fn named(conn: &mut Conn, kind: Kind, ids: &str) -> sqlx::Result<Vec<(i64, String)>> {
    macro_rules! named {
        ($among:literal) => {
            concat!(
                "select m.id, m.name || ' ' || m.handle from member m
                  where $2 = 'member' and m.id ",
                $among,
                " and (m.confirmed_at is not null or m.password is null) and m.asked_at is null
                      and m.suspended_at is null and m.removed_at is null
                 union all
                 select t.id, t.name from term t where $2 = 'tag' and t.id ",
                $among,
                " union all
                 select k.id, k.name from circle k
                  where $2 = 'circle' and k.id ",
                $among,
                " and k.kind in ('tribe', 'course') and not exists (select 1 from tribe t where t.id = k.id and t.ended_at is not null)"
            )
        };
    }
    let sql = conn.pick(
        named!("in (select value from json_each('[' || $1 || ']'))"),
        named!("= any (string_to_array($1, ',')::bigint[])"),
    );
    all!(conn, sql, ids, kind.word())
}

/// Nobody else writes the index before this change ends.
pub async fn hold(tx: &mut Tx) -> sqlx::Result<()> {
    // On SQLite there is only one writer anyway.
    let sql = tx.pick("", "lock table search in share row exclusive mode");
    if !sql.is_empty() {
        run!(tx, sql)?;
    }
    Ok(())
}

/// What is kept of these things: its number and print.
pub async fn kept(conn: &mut Conn, things: &str) -> sqlx::Result<Vec<(i64, i64, i64)>> {
    let sql = conn.pick(
        "select thing, id, print from search where thing in (select value from json_each('[' || $1 || ']'))",
        "select thing, id, print from search where thing = any (string_to_array($1, ',')::bigint[])",
    );
    all!(conn, sql, things)
}

/// Whether a conversation is there at all.
pub async fn is_there(conn: &mut Conn, conversation: i64) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(conn, "select id from conversation where id = $1", conversation)?;
    Ok(found.is_some())
}

/// What is kept of a conversation and of what was said in it.
pub async fn kept_of(conn: &mut Conn, conversation: i64) -> sqlx::Result<Vec<(i64,)>> {
    all!(conn, "select id from search where conversation = $1", conversation)
}

/// Keeps a text that was not kept until now; answers its number.
pub async fn insert(tx: &mut Tx, doc: &Doc, print: i64, columns: &[String; 3], vector: &str) -> sqlx::Result<i64> {
    for (from, to) in rules::numbers_at(doc.at) {
        let last: Option<Option<i64>> = value!(tx, "select max(id) from search where id >= $1 and id < $2", from, to)?;
        let id = last.flatten().map_or(from, |last| last + 1);
        if id == to {
            continue;
        }
        let sql = tx.pick(
            "insert into search (id, thing, kind, conversation, print) values ($1, $2, $3, $4, $5)",
            "insert into search (id, thing, kind, conversation, print, words)
             values ($1, $2, $3, $4, $5, cast($6 as text)::tsvector)",
        );
        let vector = format!("{vector} '{}'", rules::slice(id));
        match tx.raw() {
            Raw::Sqlite(c) => {
                let row = sqlx::query(sql).bind(id).bind(doc.thing).bind(&doc.kind).bind(doc.conversation).bind(print);
                row.execute(c).await?;
            }
            Raw::Postgres(c) => {
                let row = sqlx::query(sql).bind(id).bind(doc.thing).bind(&doc.kind).bind(doc.conversation).bind(print);
                row.bind(vector).execute(c).await?;
            }
        }
        words(tx, id, columns).await?;
        return Ok(id);
    }
    Err(sqlx::Error::RowNotFound)
}

/// Keeps other words of a text.
pub async fn update(tx: &mut Tx, id: i64, print: i64, columns: &[String; 3], vector: &str) -> sqlx::Result<()> {
    let vector = format!("{vector} '{}'", rules::slice(id));
    match tx.raw() {
        Raw::Sqlite(c) => {
            sqlx::query("update search set print = $2 where id = $1").bind(id).bind(print).execute(&mut *c).await?;
        }
        Raw::Postgres(c) => {
            sqlx::query("update search set print = $2, words = cast($3 as text)::tsvector where id = $1")
                .bind(id)
                .bind(print)
                .bind(vector)
                .execute(c)
                .await?;
        }
    }
    words(tx, id, columns).await
}

/// The words on SQLite, in place of those that were there.
async fn words(tx: &mut Tx, id: i64, columns: &[String; 3]) -> sqlx::Result<()> {
    if let Raw::Sqlite(c) = tx.raw() {
        sqlx::query("delete from search_words where rowid = $1").bind(id).execute(&mut *c).await?;
        sqlx::query("insert into search_words (rowid, title, words, extra) values ($1, $2, $3, $4)")
            .bind(id)
            .bind(&columns[0])
            .bind(&columns[1])
            .bind(&columns[2])
            .execute(c)
            .await?;
    }
    Ok(())
}

/// Keeps no more of a text.
pub async fn delete(tx: &mut Tx, id: i64) -> sqlx::Result<()> {
    run!(tx, "delete from search where id = $1", id)?;
    if let Raw::Sqlite(c) = tx.raw() {
        sqlx::query("delete from search_words where rowid = $1").bind(id).execute(c).await?;
    }
    Ok(())
}

pub async fn count_language(tx: &mut Tx, lang: &str, texts: i64) -> sqlx::Result<()> {
    run!(
        tx,
        "insert into search_lang (lang, texts) values ($1, $2)
         on conflict (lang) do update set texts = search_lang.texts + excluded.texts",
        lang,
        texts
    )?;
    Ok(())
}

// ---- Names

pub async fn hints_of(conn: &mut Conn, kind: Kind, thing: i64) -> sqlx::Result<Vec<(String,)>> {
    all!(conn, "select part from hint where kind = $1 and thing = $2", kind.word(), thing)
}

pub async fn add_hint(tx: &mut Tx, kind: Kind, part: &str, thing: i64) -> sqlx::Result<()> {
    run!(
        tx,
        "insert into hint (kind, part, thing) values ($1, $2, $3) on conflict do nothing",
        kind.word(),
        part,
        thing
    )?;
    let slips = words::slips(part);
    if !slips.is_empty() {
        let sql =
            format!("insert into slip (slip, part) values {} on conflict do nothing", tx.placeholders(2, slips.len()));
        run_rows!(tx, sql, &slips, |slip| [slip, part])?;
    }
    Ok(())
}

pub async fn remove_hint(tx: &mut Tx, kind: Kind, part: &str, thing: i64) -> sqlx::Result<()> {
    run!(tx, "delete from hint where kind = $1 and part = $2 and thing = $3", kind.word(), part, thing)?;
    run!(tx, "delete from slip where part = $1 and not exists (select 1 from hint h where h.part = $1)", part)?;
    Ok(())
}

/// The words of names of which one begins so.
pub async fn beginning_with(
    conn: &mut Conn,
    kind: Kind,
    beginning: &str,
    most: i64,
) -> sqlx::Result<Vec<(i64, String)>> {
    all!(
        conn,
        "select h.thing, h.part
           from (select distinct thing from hint where kind = $1 and part >= $2 and part < $3 limit $4) n
           join hint h on h.kind = $1 and h.thing = n.thing",
        kind.word(),
        beginning,
        rules::after_all_with(beginning),
        most
    )
}

/// The parts of names that share a spelling with one letter left out.
pub async fn slipped(conn: &mut Conn, slips: &[String]) -> sqlx::Result<Vec<(String,)>> {
    let slips = serde_json::to_string(slips).unwrap_or_default();
    let sql = conn.pick(
        "select distinct part from slip where slip in (select value from json_each($1)) limit 500",
        "select distinct part from slip where slip in (select value from json_array_elements_text($1::json)) limit 500",
    );
    all!(conn, sql, slips)
}

/// Whose names have one of these parts.
pub async fn with_parts(conn: &mut Conn, kind: Kind, parts: &[String], most: i64) -> sqlx::Result<Vec<(i64, String)>> {
    let parts = serde_json::to_string(parts).unwrap_or_default();
    let sql = conn.pick(
        "select thing, part from hint where kind = $1 and part in (select value from json_each($2)) limit $3",
        "select thing, part from hint
          where kind = $1 and part in (select value from json_array_elements_text($2::json)) limit $3",
    );
    all!(conn, sql, kind.word(), parts, most)
}

/// Of these members those who are here.
pub async fn people(conn: &mut Conn, ids: &str, most: i64) -> sqlx::Result<Vec<Face>> {
    macro_rules! people {
        ($among:literal) => {
            concat!(
                "select m.id, 'member' as kind, m.name, m.handle as address, m.picture, cast(0 as bigint) as count
                   from member m
                  where m.id ",
                $among,
                " and (m.confirmed_at is not null or m.password is null) and m.asked_at is null
                      and m.suspended_at is null and m.removed_at is null
                  order by m.name_key, m.id limit $2"
            )
        };
    }
    let sql = conn.pick(
        people!("in (select value from json_each('[' || $1 || ']'))"),
        people!("= any (string_to_array($1, ',')::bigint[])"),
    );
    all!(conn, sql, ids, most)
}

/// Of these tribes and courses those that a reader may know of.
pub async fn circles(conn: &mut Conn, reader: MemberId, ids: &str, most: i64) -> sqlx::Result<Vec<Face>> {
    macro_rules! circles {
        ($among:literal) => {
            concat!(
                "select k.id, k.kind, k.name, k.address, cast(null as text) as picture, cast(0 as bigint) as count
                   from circle k
                   left join course c on c.id = k.id
                   left join tribe t on t.id = k.id
                  where k.id ",
                $among,
                " and ",
                findable!(),
                " and ((k.kind = 'tribe' and t.ended_at is null)
                       or (k.kind = 'course'
                           and (c.opened_at is not null
                                or k.id in (select s.circle from membership s where s.member = $1))))
                  order by k.name, k.id limit $3"
            )
        };
    }
    let sql = conn.pick(
        circles!("in (select value from json_each('[' || $2 || ']'))"),
        circles!("= any (string_to_array($2, ',')::bigint[])"),
    );
    all!(conn, sql, reader, ids, most)
}

/// Of these tags those that something has which a reader may read, with how much that is; one of each name.
pub async fn tags_seen(conn: &mut Conn, reader: MemberId, ids: &str, most: i64) -> sqlx::Result<Vec<Face>> {
    macro_rules! tags {
        ($among:literal) => {
            concat!(
                "select min(t.id) as id, 'tag' as kind, min(t.name) as name, t.slug as address,
                        cast(null as text) as picture, count(distinct v.id) as count
                   from term t
                   join post_term x on x.term = t.id
                   join conversation v on v.id = x.post
                  where t.id ",
                $among,
                " and v.opened_at is not null and v.path <> '' and ",
                listed!(),
                " group by t.slug order by count desc, t.slug limit $3"
            )
        };
    }
    let sql = conn.pick(
        tags!("in (select value from json_each('[' || $2 || ']'))"),
        tags!("= any (string_to_array($2, ',')::bigint[])"),
    );
    all!(conn, sql, reader, ids, most)
}

// ---- Making it anew

pub async fn state(conn: &mut Conn) -> sqlx::Result<Option<Build>> {
    one!(
        conn,
        "select version, wanted_at, part, before, done, total, begun_at, ended_at from search_build where id = 1"
    )
}

pub async fn total(conn: &mut Conn) -> sqlx::Result<i64> {
    let total: Option<i64> = value!(
        conn,
        "select (select count(*) from conversation) + (select count(*) from comment)
              + (select count(*) from member) + (select count(*) from circle)"
    )?;
    Ok(total.unwrap_or_default())
}

pub async fn begin(tx: &mut Tx, total: i64) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into search_build (id, version, wanted_at, part, before, done, total, begun_at)
         values (1, $1, $2, $3, $4, 0, $5, $2)
         on conflict (id) do update
            set version = excluded.version, wanted_at = excluded.wanted_at, part = excluded.part,
                before = excluded.before, done = 0, total = excluded.total, begun_at = excluded.begun_at,
                ended_at = null",
        words::VERSION,
        now,
        Part::Conversations.word(),
        i64::MAX,
        total
    )?;
    Ok(())
}

pub async fn advance(tx: &mut Tx, part: Part, before: i64, more: i64) -> sqlx::Result<()> {
    run!(
        tx,
        "update search_build set part = $1, before = $2, done = done + $3 where id = 1",
        part.word(),
        before,
        more
    )?;
    Ok(())
}

pub async fn end(tx: &mut Tx) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "update search_build set ended_at = $1 where id = 1", now)?;
    Ok(())
}

/// Notes that something came that only looking through everything finds. Two of one moment are told apart.
pub async fn want(tx: &mut Tx) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update search_build set wanted_at = case when begun_at >= $1 then begun_at + 1 else $1 end where id = 1",
        now
    )?;
    Ok(())
}

/// The next of a part, newest first.
pub async fn chunk(conn: &mut Conn, part: Part, before: i64, most: i64) -> sqlx::Result<Vec<(i64,)>> {
    let table = match part {
        Part::Conversations => "conversation",
        Part::Comments => "comment",
        Part::Members => "member",
        Part::Circles => "circle",
    };
    let sql = format!("select id from {table} where id < $1 order by id desc limit $2");
    match conn.raw() {
        Raw::Sqlite(c) => sqlx::query_as(AssertSqlSafe(sql)).bind(before).bind(most).fetch_all(c).await,
        Raw::Postgres(c) => sqlx::query_as(AssertSqlSafe(sql)).bind(before).bind(most).fetch_all(c).await,
    }
}
