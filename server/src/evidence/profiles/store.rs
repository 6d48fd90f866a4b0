//! SQL about profiles of professional bodies.

use super::{
    Mapping, Period, Pick, Profile, Reason, Said, Sheet, Written, defaults,
    rules::{About, Heap, Told},
};
use crate::{
    all,
    evidence::log::Kind,
    ids::{MemberId, RowId, Timestamp},
    kit::{
        db::{Conn, Tx},
        local_time::Day,
    },
    one, run, value,
};

/// A profile as it is stored.
#[derive(sqlx::FromRow)]
struct Row {
    id: RowId,
    slug: Option<String>,
    edited_at: Timestamp,
    changed_at: Option<Timestamp>,
    based_on: String,
    retired_at: Option<Timestamp>,
    definition: String,
    picks: i64,
}

impl Row {
    fn profile(self) -> Profile {
        let stored = || serde_json::from_str(&self.definition).unwrap_or_default();
        // One that nobody changed follows the program, as long as the program has it.
        let shipped = self.slug.as_deref().and_then(defaults::find).filter(|_| self.changed_at.is_none());
        Profile {
            sheet: shipped.map_or_else(stored, |one| one.sheet.clone()),
            id: Some(self.id),
            slug: self.slug,
            changed_at: self.changed_at,
            edited_at: self.edited_at,
            retired_at: self.retired_at,
            based_on: self.based_on,
            picks: self.picks,
        }
    }
}

macro_rules! profiles {
    ($rest:literal) => {
        concat!(
            "select o.id, o.slug, o.edited_at, o.changed_at, o.based_on, o.retired_at, o.definition,
                    (select count(*) from body_pick k where k.profile = o.id) as picks
               from body_profile o ",
            $rest
        )
    };
}

fn written(sheet: &Sheet) -> String {
    serde_json::to_string(sheet).unwrap_or_default()
}

pub async fn all(conn: &mut Conn) -> sqlx::Result<Vec<Profile>> {
    let rows: Vec<Row> = all!(conn, profiles!("order by o.id limit 1000"))?;
    Ok(rows.into_iter().map(Row::profile).collect())
}

pub async fn by_id(conn: &mut Conn, id: RowId) -> sqlx::Result<Option<Profile>> {
    let row: Option<Row> = one!(conn, profiles!("where o.id = $1"), id)?;
    Ok(row.map(Row::profile))
}

pub async fn by_slug(conn: &mut Conn, slug: &str) -> sqlx::Result<Option<Profile>> {
    let row: Option<Row> = one!(conn, profiles!("where o.slug = $1"), slug)?;
    Ok(row.map(Row::profile))
}

pub async fn count(conn: &mut Conn) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(conn, "select count(*) from body_profile where slug is null")?;
    Ok(count.unwrap_or_default())
}

pub async fn insert(tx: &mut Tx, sheet: &Sheet) -> sqlx::Result<RowId> {
    let (now, id) = (tx.now, RowId(tx.new_id()));
    run!(
        tx,
        "insert into body_profile (id, slug, edited_at, changed_at, based_on, definition)
         values ($1, null, $2, $2, '', $3)",
        id,
        now,
        written(sheet)
    )?;
    Ok(id)
}

/// Keeps a default as it is now, unless it is kept already, and answers its number.
pub async fn keep(tx: &mut Tx, slug: &str, sheet: &Sheet) -> sqlx::Result<RowId> {
    let id = RowId(tx.new_id());
    run!(
        tx,
        "insert into body_profile (id, slug, edited_at, based_on, definition) values ($1, $2, 0, $3, $4)
         on conflict (slug) do nothing",
        id,
        slug,
        &sheet.as_of,
        written(sheet)
    )?;
    let found: Option<RowId> = value!(tx, "select id from body_profile where slug = $1", slug)?;
    found.ok_or(sqlx::Error::RowNotFound)
}

pub async fn update(tx: &mut Tx, id: RowId, seen: Timestamp, sheet: &Sheet, based_on: &str) -> sqlx::Result<bool> {
    let now = tx.now;
    let rows = run!(
        tx,
        "update body_profile set edited_at = $3, changed_at = $3, based_on = $4, definition = $5
          where id = $1 and edited_at = $2",
        id,
        seen,
        now,
        based_on,
        written(sheet)
    )?;
    Ok(rows > 0)
}

pub async fn follow_default(tx: &mut Tx, id: RowId, sheet: &Sheet) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update body_profile set edited_at = $2, changed_at = null, based_on = $3, definition = $4 where id = $1",
        id,
        now,
        &sheet.as_of,
        written(sheet)
    )?;
    Ok(())
}

pub async fn set_retired(tx: &mut Tx, id: RowId, at: Option<Timestamp>) -> sqlx::Result<()> {
    run!(tx, "update body_profile set retired_at = $2 where id = $1", id, at)?;
    Ok(())
}

/// In what was said by the members who picked a profile, a name of a list becomes another one.
pub async fn rename(tx: &mut Tx, profile: RowId, list: usize, from: &str, to: &str) -> sqlx::Result<()> {
    // Names stand in JSON, in quotes, so that no part of another one is taken for it.
    let quoted = |name: &str| serde_json::to_string(name).unwrap_or_default();
    let sql = match list {
        0 => {
            "update body_entry set first = replace(first, $2, $3)
              where pick in (select id from body_pick where profile = $1)"
        }
        1 => {
            "update body_entry set second = replace(second, $2, $3)
              where pick in (select id from body_pick where profile = $1)"
        }
        _ => {
            "update body_entry set third = replace(third, $2, $3)
              where pick in (select id from body_pick where profile = $1)"
        }
    };
    run!(tx, sql, profile, quoted(from), quoted(to))?;
    Ok(())
}

pub async fn pick_of(conn: &mut Conn, member: MemberId, profile: RowId) -> sqlx::Result<Option<RowId>> {
    value!(conn, "select id from body_pick where member = $1 and profile = $2", member, profile)
}

pub async fn count_picks(conn: &mut Conn, member: MemberId) -> sqlx::Result<i64> {
    let count: Option<i64> = value!(conn, "select count(*) from body_pick where member = $1", member)?;
    Ok(count.unwrap_or_default())
}

pub async fn insert_pick(tx: &mut Tx, member: MemberId, profile: RowId, begins: Option<Day>) -> sqlx::Result<RowId> {
    let (now, id) = (tx.now, RowId(tx.new_id()));
    run!(
        tx,
        "insert into body_pick (id, member, profile, begins, chosen, edited_at) values ($1, $2, $3, $4, $5, $6)",
        id,
        member,
        profile,
        begins.map(|day| day.to_string()),
        false,
        now
    )?;
    Ok(id)
}

/// What a member picked, as it is stored.
#[derive(sqlx::FromRow)]
struct PickRow {
    pick: RowId,
    begins: Option<String>,
    chosen: bool,
    #[sqlx(flatten)]
    row: Row,
}

impl PickRow {
    fn pick(self, member: MemberId) -> Pick {
        Pick {
            id: self.pick,
            member,
            profile: self.row.profile(),
            begins: self.begins.and_then(|day| day.parse().ok()),
            chosen: self.chosen,
        }
    }
}

macro_rules! picks {
    ($rest:literal) => {
        concat!(
            "select k.id as pick, k.begins, k.chosen, o.id, o.slug, o.edited_at, o.changed_at, o.based_on, o.retired_at,
                    o.definition, cast(1 as bigint) as picks
               from body_pick k join body_profile o on o.id = k.profile
              where k.member = $1 ",
            $rest
        )
    };
}

pub async fn picks(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<Pick>> {
    let rows: Vec<PickRow> = all!(conn, picks!("order by k.id"), member)?;
    Ok(rows.into_iter().map(|row| row.pick(member)).collect())
}

pub async fn find_pick(conn: &mut Conn, member: MemberId, id: RowId) -> sqlx::Result<Option<Pick>> {
    let row: Option<PickRow> = one!(conn, picks!("and k.id = $2"), member, id)?;
    Ok(row.map(|row| row.pick(member)))
}

pub async fn settle(tx: &mut Tx, pick: &Pick, begins: Option<Day>, chosen: bool) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update body_pick set begins = $3, chosen = $4, edited_at = $5 where member = $1 and id = $2",
        pick.member,
        pick.id,
        begins.map(|day| day.to_string()),
        chosen,
        now
    )?;
    Ok(())
}

pub async fn delete_pick(tx: &mut Tx, member: MemberId, id: RowId) -> sqlx::Result<()> {
    run!(tx, "delete from body_pick where member = $1 and id = $2", member, id)?;
    Ok(())
}

/// Entries `e` of member `$1` from day `$2` to day `$3` that count for pick `$4`, where nothing said means `$5`.
macro_rules! counting {
    ($columns:literal, $rest:literal) => {
        concat!(
            "select ",
            $columns,
            " from log_entry e left join body_entry b on b.pick = $4 and b.entry = e.id
              where e.member = $1 and e.day between $2 and $3 and coalesce(b.counts, $5) ",
            $rest
        )
    };
}

/// Entries that say the same of themselves.
#[derive(sqlx::FromRow)]
struct HeapRow {
    kind: String,
    with_others: Option<bool>,
    structured: Option<bool>,
    planned: Option<bool>,
    has_proof: bool,
    entries: i64,
    timed: i64,
    minutes: i64,
}

impl HeapRow {
    fn heap(self) -> Heap {
        Heap {
            about: About {
                kind: self.kind.parse().unwrap_or(Kind::Other),
                with_others: self.with_others,
                structured: self.structured,
                planned: self.planned,
                has_proof: self.has_proof,
            },
            said: [None, None, None],
            entries: self.entries,
            untimed: self.entries - self.timed,
            minutes: self.minutes,
        }
    }
}

/// Those of which the same was said.
#[derive(sqlx::FromRow)]
struct ToldRow {
    #[sqlx(flatten)]
    row: HeapRow,
    counts: bool,
    is_noted: bool,
    first: String,
    second: String,
    third: String,
}

impl ToldRow {
    fn told(self) -> Told {
        let own = self.row.heap();
        let about = About { has_proof: own.about.has_proof || self.is_noted, ..own.about };
        let said = [self.first, self.second, self.third].map(|json| names(&json));
        Told { own: own.about, heap: Heap { about, said, ..own }, counts: self.counts }
    }
}

fn json(names: Option<&[String]>) -> String {
    names.map(|names| serde_json::to_string(names).unwrap_or_default()).unwrap_or_default()
}

/// What was said of a list: nothing, or names.
fn names(json: &str) -> Option<Vec<String>> {
    if json.is_empty() { None } else { serde_json::from_str(json).ok() }
}

/// What is alike in a whole log, from an index that holds nothing else: of ten years, it is there in milliseconds.
pub async fn heaps(conn: &mut Conn, pick: &Pick, period: Period) -> sqlx::Result<Vec<Heap>> {
    let rows: Vec<HeapRow> = all!(
        conn,
        "select e.kind, e.with_others, e.structured, e.planned, (e.address <> '' or e.subject is not null) as has_proof,
                count(*) filter (where e.day between $2 and $3) as entries,
                count(e.minutes) filter (where e.day between $2 and $3) as timed,
                cast(coalesce(sum(e.minutes) filter (where e.day between $2 and $3), 0) as bigint) as minutes
           from log_entry e where e.member = $1
          group by e.kind, e.with_others, e.structured, e.planned, (e.address <> '' or e.subject is not null)",
        pick.member,
        period.from.to_string(),
        period.until.to_string()
    )?;
    Ok(rows.into_iter().map(HeapRow::heap).collect())
}

/// What is alike in that of which something was said.
pub async fn told(conn: &mut Conn, pick: &Pick, period: Period) -> sqlx::Result<Vec<Told>> {
    let rows: Vec<ToldRow> = all!(
        conn,
        "select e.kind, e.with_others, e.structured, e.planned, (e.address <> '' or e.subject is not null) as has_proof,
                b.counts, (b.proof <> '') as is_noted, b.first, b.second, b.third,
                count(*) as entries, count(e.minutes) as timed,
                cast(coalesce(sum(e.minutes), 0) as bigint) as minutes
           from body_entry b join log_entry e on e.id = b.entry
          where b.pick = $1 and e.day between $2 and $3
          group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10",
        pick.id,
        period.from.to_string(),
        period.until.to_string()
    )?;
    Ok(rows.into_iter().map(ToldRow::told).collect())
}

pub async fn days(conn: &mut Conn, pick: &Pick, period: Period) -> sqlx::Result<Vec<(String, String)>> {
    let sql = counting!("e.day, max(coalesce(e.until_day, e.day))", "group by e.day order by e.day");
    all!(conn, sql, pick.member, period.from.to_string(), period.until.to_string(), pick.id, !pick.chosen)
}

pub async fn texts_of_entries(conn: &mut Conn, pick: &Pick, period: Period) -> sqlx::Result<Vec<(String, String)>> {
    let sql = counting!("e.learned, e.applied", "order by e.day, e.id");
    all!(conn, sql, pick.member, period.from.to_string(), period.until.to_string(), pick.id, !pick.chosen)
}

#[derive(sqlx::FromRow)]
struct MappingRow {
    entry: RowId,
    counts: bool,
    first: String,
    second: String,
    third: String,
    proof: String,
}

pub async fn mappings(conn: &mut Conn, pick: RowId, entries: &[i64]) -> sqlx::Result<Vec<(RowId, Mapping)>> {
    let sql = conn.pick(
        "select entry, counts, first, second, third, proof from body_entry
          where pick = $1 and entry in (select value from json_each($2))",
        "select entry, counts, first, second, third, proof from body_entry
          where pick = $1 and entry in (select json_array_elements_text($2::json)::bigint)",
    );
    let rows: Vec<MappingRow> = all!(conn, sql, pick, serde_json::to_string(entries).unwrap_or_default())?;
    let mapping = |row: MappingRow| {
        let said = [row.first, row.second, row.third].map(|json| names(&json));
        (row.entry, Mapping { counts: row.counts, said, proof: row.proof })
    };
    Ok(rows.into_iter().map(mapping).collect())
}

pub async fn set_mapping(tx: &mut Tx, pick: &Pick, entry: RowId, mapping: &Mapping) -> sqlx::Result<()> {
    let [first, second, third] = mapping.said.each_ref().map(|names| json(names.as_deref()));
    run!(
        tx,
        "insert into body_entry (pick, entry, counts, first, second, third, proof)
         select $2, e.id, $4, $5, $6, $7, $8 from log_entry e where e.member = $1 and e.id = $3
         on conflict (pick, entry) do update set counts = $4, first = $5, second = $6, third = $7, proof = $8",
        pick.member,
        pick.id,
        entry,
        mapping.counts,
        first,
        second,
        third,
        &mapping.proof
    )?;
    Ok(())
}

/// Says the same of many entries: that they count, and where they belong, as far as it is said.
pub async fn set_mappings(tx: &mut Tx, pick: &Pick, entries: &[i64], counts: bool, said: &Said) -> sqlx::Result<()> {
    let [first, second, third] = said.each_ref().map(|names| json(names.as_deref()));
    let sql = tx.pick(
        "insert into body_entry (pick, entry, counts, first, second, third, proof)
         select $2, e.id, $4, $5, $6, $7, '' from log_entry e
          where e.member = $1 and e.id in (select value from json_each($3))
         on conflict (pick, entry) do update
            set counts = $4, first = case when $5 = '' then body_entry.first else $5 end,
                second = case when $6 = '' then body_entry.second else $6 end,
                third = case when $7 = '' then body_entry.third else $7 end",
        "insert into body_entry (pick, entry, counts, first, second, third, proof)
         select $2, e.id, $4, $5, $6, $7, '' from log_entry e
          where e.member = $1 and e.id in (select json_array_elements_text($3::json)::bigint)
         on conflict (pick, entry) do update
            set counts = $4, first = case when $5 = '' then body_entry.first else $5 end,
                second = case when $6 = '' then body_entry.second else $6 end,
                third = case when $7 = '' then body_entry.third else $7 end",
    );
    let ids = serde_json::to_string(entries).unwrap_or_default();
    run!(tx, sql, pick.member, pick.id, ids, counts, first, second, third)?;
    Ok(())
}

pub async fn delete_mapping(tx: &mut Tx, pick: RowId, entry: RowId) -> sqlx::Result<()> {
    run!(tx, "delete from body_entry where pick = $1 and entry = $2", pick, entry)?;
    Ok(())
}

pub async fn texts(conn: &mut Conn, pick: RowId, period: Period) -> sqlx::Result<Vec<Written>> {
    all!(
        conn,
        "select day, name, edited_at, text from body_text where pick = $1 and day between $2 and $3
          order by edited_at desc, name limit 500",
        pick,
        period.from.to_string(),
        period.until.to_string()
    )
}

pub async fn set_text(tx: &mut Tx, pick: RowId, day: Day, name: &str, text: &str) -> sqlx::Result<()> {
    let (now, day) = (tx.now, day.to_string());
    if text.is_empty() {
        run!(tx, "delete from body_text where pick = $1 and day = $2 and name = $3", pick, day, name)?;
        return Ok(());
    }
    run!(
        tx,
        "insert into body_text (pick, day, name, edited_at, text) values ($1, $2, $3, $4, $5)
         on conflict (pick, day, name) do update set edited_at = $4, text = $5",
        pick,
        day,
        name,
        now,
        text
    )?;
    Ok(())
}

pub async fn reasons(conn: &mut Conn, pick: RowId, period: Period) -> sqlx::Result<Vec<Reason>> {
    let rows: Vec<(String, String, String)> = all!(
        conn,
        "select day, until_day, reason from body_gap where pick = $1 and day <= $3 and until_day >= $2 order by day",
        pick,
        period.from.to_string(),
        period.until.to_string()
    )?;
    let reason = |(from, until, text): (String, String, String)| {
        Some(Reason { gap: Period { from: from.parse().ok()?, until: until.parse().ok()? }, text })
    };
    Ok(rows.into_iter().filter_map(reason).collect())
}

pub async fn set_reason(tx: &mut Tx, pick: RowId, gap: Period, text: &str) -> sqlx::Result<()> {
    let (now, day) = (tx.now, gap.from.to_string());
    if text.is_empty() {
        run!(tx, "delete from body_gap where pick = $1 and day = $2", pick, day)?;
        return Ok(());
    }
    run!(
        tx,
        "insert into body_gap (pick, day, until_day, edited_at, reason) values ($1, $2, $3, $4, $5)
         on conflict (pick, day) do update set until_day = $3, edited_at = $4, reason = $5",
        pick,
        day,
        gap.until.to_string(),
        now,
        text
    )?;
    Ok(())
}

pub async fn forget_member(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from body_pick where member = $1", member)?;
    Ok(())
}
