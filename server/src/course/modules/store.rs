//! SQL about modules, and what people did of them.

use super::{Draft, Item, ItemDraft, Module, Next, Planned};
use crate::{
    all,
    course::courses::Course,
    ids::{CircleId, ConversationId, MemberId, PostId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    one, readable, run, value,
};

macro_rules! module {
    ($($rest:expr),*) => {
        concat!(
            "select d.id, d.course, k.address as course_address, d.kind, d.slug, v.title, d.opens_local, d.opens_at,
                    d.opened_at, d.ends_on, d.live_local, d.live_at, d.live_minutes, d.live_cancelled_at, d.live_link,
                    d.live_recording, rl.alive_at as recording_alive_at, rl.dead_at as recording_dead_at, d.edited_at,
                    d.wrap_up, d.prompt, d.source, d.html
               from module d join conversation v on v.id = d.id join circle k on k.id = d.course
               left join link rl on rl.address = d.live_recording and d.live_recording <> '' ",
            $($rest),*
        )
    };
}

/// Whether a member, `$reader`, has done the item `i`: it was ticked, or what it follows from is there. What they wrote is
/// looked for once, by its author: a module may have more posts and entries than anybody wrote.
macro_rules! is_done {
    ($reader:literal) => {
        concat!(
            "(exists (select 1 from done x where x.item = i.id and x.member = ",
            $reader,
            ") or (coalesce(i.follows, '') = 'post' and i.module in (select w.module from conversation w
                     where w.course is not null and w.module is not null and w.kind = 'post'
                       and +w.opened_at is not null and w.author = ",
            $reader,
            ")) or (coalesce(i.follows, '') = 'comment' and i.module in (select c.conversation from comment c
                     where c.shown and c.hidden_at is null and c.deleted_at is null and c.writer = ",
            $reader,
            ")))"
        )
    };
}

pub async fn next_position(conn: &mut Conn, course: CircleId) -> sqlx::Result<i64> {
    let last: Option<i64> = value!(conn, "select coalesce(max(position), 0) from module where course = $1", course)?;
    Ok(last.unwrap_or_default() + 1)
}

pub async fn slug_taken(conn: &mut Conn, course: CircleId, slug: &str) -> sqlx::Result<bool> {
    let taken: Option<ConversationId> =
        value!(conn, "select id from module where course = $1 and slug = $2", course, slug)?;
    Ok(taken.is_some())
}

pub async fn insert(
    tx: &mut Tx,
    id: ConversationId,
    course: &Course,
    position: i64,
    slug: &str,
    draft: &Draft,
    html: &str,
) -> sqlx::Result<()> {
    let (now, zone) = (tx.now, course.zone());
    run!(
        tx,
        "insert into module (id, course, position, kind, slug, opens_local, opens_at, ends_on, live_local, live_at,
                             live_minutes, edited_at, rendered, live_link, live_recording, prompt, source, html)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        id,
        course.id,
        position,
        draft.kind.word(),
        slug,
        draft.opens.map(|at| at.to_string()),
        draft.opens.map(|at| at.moment(&zone)),
        draft.ends_on.map(|day| day.to_string()),
        draft.live.map(|(at, _)| at.to_string()),
        draft.live.map(|(at, _)| at.moment(&zone)),
        draft.live.map(|(_, minutes)| minutes),
        now,
        i64::from(markup::VERSION),
        &draft.live_link,
        &draft.live_recording,
        &draft.prompt,
        &draft.source,
        html
    )?;
    Ok(())
}

/// Changes one that is as it was seen.
pub async fn update(
    tx: &mut Tx,
    module: &Module,
    course: &Course,
    seen: Timestamp,
    draft: &Draft,
    html: &str,
) -> sqlx::Result<bool> {
    let zone = course.zone();
    // Two changes of one moment are told apart, too.
    let now = Timestamp(tx.now.0.max(seen.0 + 1));
    let changed = run!(
        tx,
        "update module
            set kind = $3, opens_local = $4, opens_at = $5, ends_on = $6, live_minutes = $9, edited_at = $10,
                rendered = $11, live_link = $12, live_recording = $13, prompt = $14, source = $15, html = $16,
                live_sequence = live_sequence + case when live_local is distinct from $7
                                                       or live_minutes is distinct from $9 then 1 else 0 end,
                live_local = $7, live_at = $8
          where id = $1 and edited_at = $2",
        module.id,
        seen,
        draft.kind.word(),
        draft.opens.map(|at| at.to_string()),
        draft.opens.map(|at| at.moment(&zone)),
        draft.ends_on.map(|day| day.to_string()),
        draft.live.map(|(at, _)| at.to_string()),
        draft.live.map(|(at, _)| at.moment(&zone)),
        draft.live.map(|(_, minutes)| minutes),
        now,
        i64::from(markup::VERSION),
        &draft.live_link,
        &draft.live_recording,
        &draft.prompt,
        &draft.source,
        html
    )?;
    Ok(changed > 0)
}

pub async fn wrap_up(tx: &mut Tx, id: ConversationId, post: PostId) -> sqlx::Result<()> {
    run!(tx, "update module set wrap_up = $2 where id = $1", id, post)?;
    Ok(())
}

/// Reckons the moments of a course's modules from what is planned, in its zone as it is now.
pub async fn reckon(tx: &mut Tx, course: &Course) -> sqlx::Result<()> {
    let zone = course.zone();
    let modules = all(tx, course.id).await?;
    let moments: Vec<_> = modules
        .iter()
        .map(|module| {
            let moment = |at: Option<crate::kit::local_time::LocalTime>| at.map(|at| at.moment(&zone).0);
            (module.id.0, moment(module.opens_local()), moment(module.live_local()))
        })
        .collect();
    let sql = tx.pick(
        "update module set opens_at = m.opens, live_at = m.live,
                live_sequence = live_sequence + case when live_at is distinct from m.live then 1 else 0 end
           from (select value ->> 0 as number, value ->> 1 as opens, value ->> 2 as live from json_each($1)) m
          where id = m.number",
        "update module set opens_at = m.opens, live_at = m.live,
                live_sequence = live_sequence + case when live_at is distinct from m.live then 1 else 0 end
           from (select (value ->> 0)::bigint as number, (value ->> 1)::bigint as opens, (value ->> 2)::bigint as live
                   from json_array_elements($1::json)) m
          where id = m.number",
    );
    run!(tx, sql, serde_json::to_string(&moments).unwrap_or_default())?;
    Ok(())
}

pub async fn author(conn: &mut Conn, id: ConversationId) -> sqlx::Result<Option<MemberId>> {
    value!(conn, "select author from conversation where id = $1", id)
}

pub async fn by_id(conn: &mut Conn, id: ConversationId) -> sqlx::Result<Option<Module>> {
    one!(conn, module!("where d.id = $1"), id)
}

pub async fn all(conn: &mut Conn, course: CircleId) -> sqlx::Result<Vec<Module>> {
    all!(conn, module!("where d.course = $1 order by d.position, d.id"), course)
}

pub async fn for_reader(
    conn: &mut Conn,
    reader: MemberId,
    course: CircleId,
    slug: &str,
) -> sqlx::Result<Option<Module>> {
    one!(conn, module!("where d.course = $2 and d.slug = $3 and ", readable!()), reader, course, slug)
}

pub async fn open(tx: &mut Tx, id: ConversationId) -> sqlx::Result<bool> {
    let now = tx.now;
    Ok(run!(tx, "update module set opened_at = $2 where id = $1 and opened_at is null", id, now)? > 0)
}

pub async fn cancel_live(tx: &mut Tx, id: ConversationId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update module set live_cancelled_at = $2, live_sequence = live_sequence + 1
          where id = $1 and live_at is not null and live_cancelled_at is null",
        id,
        now
    )?;
    Ok(())
}

/// When that was stands in `edited_at`, so that calendars learn of it; a form that somebody has open is asked once more.
pub async fn restore_live(tx: &mut Tx, id: ConversationId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update module
            set live_cancelled_at = null, live_sequence = live_sequence + 1,
                edited_at = case when edited_at < $2 then $2 else edited_at + 1 end
          where id = $1 and live_cancelled_at is not null",
        id,
        now
    )?;
    Ok(())
}

/// Modules that are to open, with their courses.
pub async fn due(conn: &mut Conn, now: Timestamp) -> sqlx::Result<Vec<(ConversationId, CircleId)>> {
    all!(
        conn,
        "select d.id, d.course from module d join course c on c.id = d.course join circle k on k.id = c.id
          where d.opened_at is null and d.opens_at is not null and d.opens_at <= $1 and c.opened_at is not null
            and k.closed_at is null
          order by d.opens_at, d.position limit 500",
        now
    )
}

/// The numbers in JSON in the order that they are to have.
pub async fn reorder_modules(tx: &mut Tx, order: &str) -> sqlx::Result<()> {
    let sql = tx.pick(
        "update module set position = m.place
           from (select value as number, key + 1 as place from json_each($1)) m where id = m.number",
        "update module set position = m.place
           from (select value::text::bigint as number, place from json_array_elements($1::json) with ordinality
                   as e (value, place)) m
          where id = m.number",
    );
    run!(tx, sql, order)?;
    Ok(())
}

/// The same for items.
pub async fn reorder_items(tx: &mut Tx, order: &str) -> sqlx::Result<()> {
    let sql = tx.pick(
        "update item set position = m.place
           from (select value as number, key + 1 as place from json_each($1)) m where id = m.number",
        "update item set position = m.place
           from (select value::text::bigint as number, place from json_array_elements($1::json) with ordinality
                   as e (value, place)) m
          where id = m.number",
    );
    run!(tx, sql, order)?;
    Ok(())
}

pub async fn items(conn: &mut Conn, module: ConversationId, member: MemberId) -> sqlx::Result<Vec<Item>> {
    all!(
        conn,
        concat!(
            "select i.id, i.part, i.core, i.follows, i.minutes, i.title, i.author, i.address, i.licence, i.note, ",
            is_done!("$2"),
            " as is_done, (d.opened_at is not null and i.made_at > d.opened_at) as is_late, i.made_at, l.alive_at, l.dead_at
               from item i join module d on d.id = i.module left join link l on l.address = i.address
              where i.module = $1 order by i.position, i.id"
        ),
        module,
        member
    )
}

pub async fn next_item(conn: &mut Conn, module: ConversationId) -> sqlx::Result<i64> {
    let last: Option<i64> = value!(conn, "select coalesce(max(position), 0) from item where module = $1", module)?;
    Ok(last.unwrap_or_default() + 1)
}

pub async fn insert_item(tx: &mut Tx, module: ConversationId, position: i64, item: &ItemDraft) -> sqlx::Result<RowId> {
    let (id, now) = (tx.new_id(), tx.now);
    run!(
        tx,
        "insert into item (id, module, position, part, core, follows, minutes, made_at, title, author, address, licence,
                           note)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
        id,
        module,
        position,
        item.part.word(),
        item.core,
        item.follows,
        item.minutes,
        now,
        &item.title,
        &item.author,
        &item.address,
        &item.licence,
        &item.note
    )?;
    Ok(RowId(id))
}

pub async fn update_item(tx: &mut Tx, module: ConversationId, id: RowId, item: &ItemDraft) -> sqlx::Result<bool> {
    let changed = run!(
        tx,
        "update item set part = $3, core = $4, follows = $5, minutes = $6, title = $7, author = $8, address = $9,
                         licence = $10, note = $11
          where id = $2 and module = $1",
        module,
        id,
        item.part.word(),
        item.core,
        item.follows,
        item.minutes,
        &item.title,
        &item.author,
        &item.address,
        &item.licence,
        &item.note
    )?;
    Ok(changed > 0)
}

pub async fn delete_item(tx: &mut Tx, module: ConversationId, id: RowId) -> sqlx::Result<()> {
    run!(tx, "delete from item where id = $2 and module = $1", module, id)?;
    Ok(())
}

/// Answers the old and the new number of each, as JSON. What leads `there` leads `here` from now on.
pub async fn copy_items(
    tx: &mut Tx,
    from: ConversationId,
    to: ConversationId,
    there: &str,
    here: &str,
) -> sqlx::Result<String> {
    let now = tx.now;
    let old: Vec<(RowId,)> = all!(tx, "select id from item where module = $1 order by position, id", from)?;
    let pairs: Vec<(i64, i64)> = old.iter().map(|(id,)| (id.0, tx.new_id())).collect();
    let sql = tx.pick(
        "insert into item (id, module, position, part, core, follows, minutes, made_at, title, author, address, licence, note)
         select p.value ->> 1, $2, i.position, i.part, i.core, i.follows, i.minutes, $3, i.title, i.author,
                replace(i.address, $4, $5), i.licence, i.note
           from json_each($1) p join item i on i.id = p.value ->> 0",
        "insert into item (id, module, position, part, core, follows, minutes, made_at, title, author, address, licence, note)
         select (p.value ->> 1)::bigint, $2, i.position, i.part, i.core, i.follows, i.minutes, $3, i.title, i.author,
                replace(i.address, $4, $5), i.licence, i.note
           from json_array_elements($1::json) p join item i on i.id = (p.value ->> 0)::bigint",
    );
    let pairs = serde_json::to_string(&pairs).unwrap_or_default();
    run!(tx, sql, &pairs, to, now, there, here)?;
    Ok(pairs)
}

pub async fn tick(tx: &mut Tx, module: ConversationId, member: MemberId, item: RowId) -> sqlx::Result<bool> {
    let now = tx.now;
    let is_there: Option<RowId> =
        value!(tx, "select id from item where id = $1 and module = $2 and follows is null", item, module)?;
    run!(
        tx,
        "insert into done (member, item, at)
         select $1, i.id, $4 from item i where i.id = $2 and i.module = $3 and i.follows is null
         on conflict do nothing",
        member,
        item,
        module,
        now
    )?;
    Ok(is_there.is_some())
}

pub async fn untick(tx: &mut Tx, module: ConversationId, member: MemberId, item: RowId) -> sqlx::Result<()> {
    run!(
        tx,
        "delete from done where member = $1 and item = (select i.id from item i where i.id = $2 and i.module = $3)",
        member,
        item,
        module
    )?;
    Ok(())
}

pub async fn has_written(conn: &mut Conn, module: &Module, member: MemberId) -> sqlx::Result<bool> {
    let found: Option<i64> = value!(
        conn,
        "select cast(1 as bigint) from conversation w
          where w.author = $1 and w.course = $2 and w.module = $3 and w.kind = 'post' and w.opened_at is not null limit 1",
        member,
        module.course,
        module.id
    )?;
    Ok(found.is_some())
}

pub const PLAN: &str = concat!(
    "select d.id, v.title, d.slug, d.kind, d.opens_at, d.opened_at,
            case when d.live_cancelled_at is null then d.live_at end as live_at,
            coalesce(t.core, 0) as core, coalesce(t.done, 0) as done, coalesce(t.minutes, 0) as minutes
       from module d join conversation v on v.id = d.id
       left join (select f.module, count(*) as core,
                         cast(sum(case when f.is_done then 1 else 0 end) as bigint) as done,
                         cast(sum(case when f.is_done then 0 else coalesce(f.minutes, 0) end) as bigint) as minutes
                    from (select i.module, i.minutes, ",
    is_done!("$2"),
    " as is_done from item i join module o on o.id = i.module where o.course = $1 and i.core) f
                   group by f.module) t on t.module = d.id
      where d.course = $1 order by d.position, d.id"
);

pub async fn plan(conn: &mut Conn, course: CircleId, member: MemberId) -> sqlx::Result<Vec<Planned>> {
    all!(conn, PLAN, course, member)
}

pub async fn next(conn: &mut Conn, course: CircleId, member: MemberId) -> sqlx::Result<Option<Next>> {
    one!(
        conn,
        concat!(
            "select i.title, i.minutes, d.slug, v.title as module
               from module d join conversation v on v.id = d.id join item i on i.module = d.id
              where d.course = $1 and d.opened_at is not null and i.core and not ",
            is_done!("$2"),
            " order by d.position, d.id, i.position, i.id limit 1"
        ),
        course,
        member
    )
}
