//! SQL about comments.

use super::{
    Cursor, Entry, EntryInContext, Face, Guest, Imported, LeftOff, NewFor, News, Reader, Since, Stale, Text, Writer,
    visits::Read,
};
use crate::{
    all,
    ids::{CommentId, ConversationId, MemberId, Timestamp},
    kit::db::{Conn, Tx},
    one, readable, run,
    talk::posts::format_word,
    unread, value,
};

/// What is shown of an entry `c` and its writer `w`. Keys order guests' pictures without giving their address away.
macro_rules! columns {
    () => {
        "c.id, c.conversation, c.root, c.parent, c.parent_lost, c.kind, c.writer, c.guest_name, c.guest_website, c.guest_key,
         c.guest_picture, c.html, c.created_at, c.edited_at, c.approved_at, c.hidden_at, c.deleted_at, c.shown,
         w.handle as writer_handle, w.name as writer_name, w.picture as writer_picture, w.role as writer_role"
    };
}

/// A visit as [`unread!`] asks for it, of values: `$2` the conversation, `$3` up to when it is read, `$4` what is beyond.
macro_rules! visit {
    () => {
        "select cast($2 as bigint) as conversation, cast($3 as bigint) as seen_at, cast($4 as text) as ahead"
    };
}

pub mod bulk;

/// An entry as it is written into the table.
pub struct NewEntry<'a> {
    /// Time-ordered: always larger than that of its parent.
    pub id: CommentId,
    /// The conversation it belongs to.
    pub conversation: ConversationId,
    /// The top-level entry it hangs under; its own number if it is one.
    pub root: CommentId,
    /// What it answers.
    pub parent: Option<CommentId>,
    /// It answers something that no longer exists.
    pub parent_lost: bool,
    /// `comment`, `pingback`, `trackback` or `webmention`.
    pub kind: &'a str,
    /// The member who wrote it.
    pub writer: Option<MemberId>,
    /// What a guest is called; for a ping, its title.
    pub guest_name: &'a str,
    /// A guest's address, never shown.
    pub guest_email: &'a str,
    /// A guest's website; for a ping, where it came from.
    pub guest_website: &'a str,
    /// The hash of the key in a guest's browser.
    pub guest_key: Option<&'a [u8]>,
    /// The seed of a guest's generated avatar.
    pub guest_picture: Option<i64>,
    /// What it says, rendered; the source goes along.
    pub text: &'a Text,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was approved.
    pub approved_at: Option<Timestamp>,
    /// When it was hidden.
    pub hidden_at: Option<Timestamp>,
    /// What no second entry may have.
    pub once: Option<i64>,
    /// Where it came from.
    pub imported_from: Option<&'a str>,
}

static NOTHING: Text = Text { source: String::new(), format: markup::Format::Markdown, html: String::new() };

impl<'a> NewEntry<'a> {
    /// An entry by this writer; everything else is to be filled in.
    pub fn by(writer: &'a Writer<'a>) -> Self {
        let nobody = NewEntry {
            id: CommentId(0),
            conversation: ConversationId(0),
            root: CommentId(0),
            parent: None,
            parent_lost: false,
            kind: "comment",
            writer: None,
            guest_name: "",
            guest_email: "",
            guest_website: "",
            guest_key: None,
            guest_picture: None,
            text: &NOTHING,
            created_at: Timestamp(0),
            approved_at: None,
            hidden_at: None,
            once: None,
            imported_from: None,
        };
        match writer {
            Writer::Member(member) => NewEntry { writer: Some(member.id), ..nobody },
            Writer::Guest(guest) => NewEntry {
                guest_name: guest.name.as_str(),
                guest_email: guest.email.as_str(),
                guest_website: guest.website.as_str(),
                guest_key: Some(&guest.key),
                ..nobody
            },
        }
    }
}

/// Where a reply would go.
#[derive(sqlx::FromRow)]
pub struct Spot {
    pub closed_at: Option<Timestamp>,
    pub slow_minutes: Option<i64>,
    pub root: Option<CommentId>,
    pub alive: bool,
    pub waiting: bool,
}

pub async fn place(tx: &mut Tx, conversation: ConversationId, parent: Option<CommentId>) -> sqlx::Result<Option<Spot>> {
    one!(
        tx,
        "select v.closed_at, v.slow_minutes, p.root,
                (p.approved_at is not null and p.hidden_at is null and p.deleted_at is null) as alive,
                (p.id is not null and p.approved_at is null and p.hidden_at is null and p.deleted_at is null) as waiting
           from conversation v left join comment p on p.id = $2 and p.conversation = v.id
          where v.id = $1",
        conversation,
        parent
    )
}

/// When somebody last wrote in a conversation since a moment, whatever became of it: a member, or a guest in this browser or
/// with this address.
pub async fn last_written(
    conn: &mut Conn,
    conversation: ConversationId,
    writer: Option<MemberId>,
    guest: (&[u8], &str),
    since: Timestamp,
) -> sqlx::Result<Option<Timestamp>> {
    let (key, email) = guest;
    let last: Option<Timestamp> = match writer {
        Some(writer) => value!(
            conn,
            "select c.created_at from comment c
              where c.writer = $1 and c.created_at > $2 and c.conversation = $3 and c.kind = 'comment'
              order by c.created_at desc limit 1",
            writer,
            since,
            conversation
        )?,
        None => value!(
            conn,
            "select c.created_at from comment c
              where (c.guest_key = $1 or (c.guest_email = $2 and c.guest_email <> '')) and c.created_at > $3
                and c.conversation = $4 and c.kind = 'comment'
              order by c.created_at desc limit 1",
            key,
            email,
            since,
            conversation
        )?,
    };
    Ok(last)
}

pub async fn note_trapped(tx: &mut Tx, id: CommentId) -> sqlx::Result<()> {
    let now = tx.now;
    run!(tx, "update comment set trapped_at = $2 where id = $1", id, now)?;
    Ok(())
}

/// Which of these, a list in JSON, were sent as no person sends them.
pub async fn trapped(conn: &mut Conn, ids: &str) -> sqlx::Result<Vec<CommentId>> {
    let sql = conn.pick(
        "select id from comment where trapped_at is not null and id in (select value from json_each($1))",
        "select id from comment
          where trapped_at is not null and id in (select json_array_elements_text($1::json)::bigint)",
    );
    let rows: Vec<(CommentId,)> = all!(conn, sql, ids)?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Nobody deletes or hides an entry before this change, which answers it, has ended.
pub async fn keep(tx: &mut Tx, id: CommentId) -> sqlx::Result<()> {
    // On SQLite there is only one writer anyway.
    let sql = tx.pick("", "select id from comment where id = $1 for key share");
    if !sql.is_empty() {
        let _: Option<CommentId> = value!(tx, sql, id)?;
    }
    Ok(())
}

/// Waits for those who answer these entries, a list of numbers with commas, and lets nobody begin to.
pub async fn take(tx: &mut Tx, ids: &str) -> sqlx::Result<()> {
    let sql = tx
        .pick("", "select id from comment where id = any (string_to_array($1, ',')::bigint[]) order by id for update");
    if !sql.is_empty() {
        let _: Vec<(CommentId,)> = all!(tx, sql, ids)?;
    }
    Ok(())
}

/// Whether this guest was approved before: in this browser, with this address, and under this name. Another name is
/// another person.
pub async fn is_known_guest(tx: &mut Tx, guest: &Guest) -> sqlx::Result<bool> {
    let found: Option<CommentId> = value!(
        tx,
        "select id from comment
          where guest_key = $1 and guest_email = $2 and guest_name = $3 and approved_at is not null
            and hidden_at is null limit 1",
        &guest.key,
        guest.email.as_str(),
        guest.name.as_str()
    )?;
    Ok(found.is_some())
}

pub async fn insert(tx: &mut Tx, e: &NewEntry<'_>) -> sqlx::Result<bool> {
    let shown = e.approved_at.is_some() && e.hidden_at.is_none();
    let inserted = run!(
        tx,
        "insert into comment (id, conversation, root, parent, parent_lost, kind, writer, guest_name, guest_email,
                              guest_website, guest_key, guest_picture, format, source, html, rendered, created_at,
                              approved_at, hidden_at, shown, once, imported_from)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
         on conflict do nothing",
        e.id,
        e.conversation,
        e.root,
        e.parent,
        e.parent_lost,
        e.kind,
        e.writer,
        e.guest_name,
        e.guest_email,
        e.guest_website,
        e.guest_key,
        e.guest_picture,
        format_word(e.text.format),
        &e.text.source,
        &e.text.html,
        i64::from(markup::VERSION),
        e.created_at,
        e.approved_at,
        e.hidden_at,
        shown,
        e.once,
        e.imported_from
    )?;
    Ok(inserted == 1)
}

/// Who wrote the post that a conversation stands under.
pub async fn author(tx: &mut Tx, conversation: ConversationId) -> sqlx::Result<Option<MemberId>> {
    value!(tx, "select author from post where id = $1", conversation)
}

pub async fn by_once(tx: &mut Tx, conversation: ConversationId, once: Option<i64>) -> sqlx::Result<Option<CommentId>> {
    value!(tx, "select id from comment where conversation = $1 and once = $2", conversation, once)
}

pub async fn by_id(conn: &mut Conn, id: CommentId) -> sqlx::Result<Option<Entry>> {
    one!(
        conn,
        concat!("select ", columns!(), " from comment c left join member w on w.id = c.writer where c.id = $1"),
        id
    )
}

#[derive(sqlx::FromRow)]
struct WithSource {
    #[sqlx(flatten)]
    entry: Entry,
    source: String,
}

pub async fn with_source(conn: &mut Conn, id: CommentId) -> sqlx::Result<Option<(Entry, String)>> {
    let row: Option<WithSource> = one!(
        conn,
        concat!(
            "select ",
            columns!(),
            ", c.source from comment c left join member w on w.id = c.writer where c.id = $1"
        ),
        id
    )?;
    Ok(row.map(|row| (row.entry, row.source)))
}

/// Answers whether it could still be changed: what was taken back, hidden, approved or changed meanwhile stays so.
pub async fn edit(tx: &mut Tx, entry: &Entry, text: &Text) -> sqlx::Result<bool> {
    let edited = tx.now.max(Timestamp(entry.version() + 1));
    let changed = run!(
        tx,
        "update comment set source = $2, html = $3, format = $4, rendered = $5, edited_at = $6, once = null
          where id = $1 and deleted_at is null and hidden_at is null
            and (writer is not null or approved_at is null or approved_at <= created_at)
            and coalesce(edited_at, created_at) = $7",
        entry.id,
        &text.source,
        &text.html,
        format_word(text.format),
        i64::from(markup::VERSION),
        edited,
        entry.version()
    )?;
    Ok(changed == 1)
}

/// Answers whether it was counted until now.
pub async fn delete(tx: &mut Tx, id: CommentId) -> sqlx::Result<bool> {
    let now = tx.now;
    let counted: Option<bool> = value!(
        tx,
        "update comment set deleted_at = $2, source = '', html = '', guest_email = '', once = null
          where id = $1 and deleted_at is null
         returning (approved_at is not null and hidden_at is null)",
        id,
        now
    )?;
    Ok(counted.unwrap_or_default())
}

/// Answers whether it counted until now, nothing if it was hidden before.
pub async fn hide(tx: &mut Tx, id: CommentId) -> sqlx::Result<Option<bool>> {
    let now = tx.now;
    value!(
        tx,
        "update comment set hidden_at = $2 where id = $1 and hidden_at is null
         returning (approved_at is not null and deleted_at is null)",
        id,
        now
    )
}

/// Answers whether it counts from now on.
pub async fn unhide(tx: &mut Tx, id: CommentId) -> sqlx::Result<bool> {
    let now = tx.now;
    let counts: Option<bool> = value!(
        tx,
        "update comment set hidden_at = null, approved_at = coalesce(approved_at, $2)
          where id = $1 and hidden_at is not null and deleted_at is null
         returning (deleted_at is null)",
        id,
        now
    )?;
    Ok(counts.unwrap_or_default())
}

/// Answers what it answers, and where; nothing if it did not wait.
pub async fn approve(tx: &mut Tx, id: CommentId) -> sqlx::Result<Option<(Option<CommentId>, ConversationId)>> {
    let now = tx.now;
    one!(
        tx,
        "update comment set approved_at = $2
          where id = $1 and approved_at is null and hidden_at is null and deleted_at is null
         returning parent, conversation",
        id,
        now
    )
}

/// Answers whether it was approved until now.
pub async fn hold_back(tx: &mut Tx, id: CommentId) -> sqlx::Result<bool> {
    let changed = run!(
        tx,
        "update comment set approved_at = null
          where id = $1 and approved_at is not null and hidden_at is null and deleted_at is null",
        id
    )?;
    Ok(changed == 1)
}

pub async fn has_answers(tx: &mut Tx, id: CommentId) -> sqlx::Result<bool> {
    let one: Option<i64> = value!(tx, "select cast(1 as bigint) from comment where parent = $1 and shown limit 1", id)?;
    Ok(one.is_some())
}

/// Sets whether an entry stands on the page; answers its parent if that changed.
pub async fn settle(tx: &mut Tx, id: CommentId) -> sqlx::Result<Option<CommentId>> {
    let parent: Option<Option<CommentId>> = value!(
        tx,
        "update comment set shown = not shown
          where id = $1
            and shown <> ((approved_at is not null and hidden_at is null and deleted_at is null)
                          or ((hidden_at is not null or deleted_at is not null)
                              and exists (select 1 from comment r where r.parent = comment.id and r.shown)))
         returning parent",
        id
    )?;
    Ok(parent.flatten())
}

/// The first entries of each of the first threads after a key.
pub async fn threads(
    conn: &mut Conn,
    conversation: ConversationId,
    at: Timestamp,
    id: CommentId,
    threads: i64,
    of_each: i64,
) -> sqlx::Result<Vec<Entry>> {
    let sql = conn.pick(
        concat!(
            "with top as (select id from comment
                           where conversation = $1 and parent is null and shown and (created_at, id) > ($2, $3)
                           order by created_at, id limit $4)
             select ", columns!(), "
               from top
               join comment c on c.id in (select d.id from comment d where d.root = top.id and d.shown order by d.id limit $5)
               left join member w on w.id = c.writer
              order by c.id"
        ),
        concat!(
            "with top as (select id from comment
                           where conversation = $1 and parent is null and shown and (created_at, id) > ($2, $3)
                           order by created_at, id limit $4)
             select ", columns!(), "
               from top
              cross join lateral (select * from comment d where d.root = top.id and d.shown order by d.id limit $5) c
               left join member w on w.id = c.writer
              order by c.id"
        ),
    );
    all!(conn, sql, conversation, at, id, threads, of_each)
}

/// The key that so many threads before another has: where a page that ends there begins.
pub async fn roots_back(
    conn: &mut Conn,
    conversation: ConversationId,
    at: Timestamp,
    id: CommentId,
    back: i64,
) -> sqlx::Result<Option<(Timestamp, CommentId)>> {
    one!(
        conn,
        "select created_at, id from comment
          where conversation = $1 and parent is null and shown and (created_at, id) < ($2, $3)
          order by created_at desc, id desc limit 1 offset $4",
        conversation,
        at,
        id,
        back
    )
}

pub async fn is_there_a_root_before(
    conn: &mut Conn,
    conversation: ConversationId,
    at: Timestamp,
    id: CommentId,
) -> sqlx::Result<bool> {
    Ok(roots_back(conn, conversation, at, id, 0).await?.is_some())
}

pub async fn rest_of_thread(
    conn: &mut Conn,
    conversation: ConversationId,
    root: CommentId,
    after: CommentId,
    limit: i64,
) -> sqlx::Result<Vec<Entry>> {
    all!(
        conn,
        concat!(
            "select ",
            columns!(),
            " from comment c left join member w on w.id = c.writer
              where c.root = $1 and c.conversation = $2 and c.shown and c.id > $3 order by c.id limit $4"
        ),
        root,
        conversation,
        after,
        limit
    )
}

/// Counted along the order of approval from the newest, so that a long conversation with little news is cheap; and to 100
/// at most, so that one with much is.
pub async fn new_to(
    conn: &mut Conn,
    conversation: ConversationId,
    member: MemberId,
    since: &Since,
) -> sqlx::Result<News> {
    let news = one!(
        conn,
        concat!(
            "select count(*) as count, min(f.id) as first
               from (select c.id from comment c join (",
            visit!(),
            ") n on ",
            unread!(),
            " order by c.approved_at, c.id limit 100) f"
        ),
        member,
        conversation,
        since.at,
        &since.but
    )?;
    Ok(news.unwrap_or_default())
}

/// Entries in the order of their dates after a key, or back from one (then turned around).
pub async fn flat(conn: &mut Conn, conversation: ConversationId, from: Cursor, limit: i64) -> sqlx::Result<Vec<Entry>> {
    macro_rules! page {
        ($compare:literal, $order:literal) => {
            concat!(
                "select ",
                columns!(),
                " from comment c left join member w on w.id = c.writer
                  where c.conversation = $1 and c.shown and (c.created_at, c.id) ",
                $compare,
                " ($2, $3)
                  order by ",
                $order,
                " limit $4"
            )
        };
    }
    match from {
        Cursor::Start => {
            all!(conn, page!(">", "c.created_at, c.id"), conversation, Timestamp(i64::MIN), CommentId(0), limit)
        }
        Cursor::After(at, id) => all!(conn, page!(">", "c.created_at, c.id"), conversation, at, id, limit),
        Cursor::Before(at, id) => all!(conn, page!("<", "c.created_at desc, c.id desc"), conversation, at, id, limit),
    }
}

/// The same of these entries, a list in JSON.
pub async fn picked(
    conn: &mut Conn,
    conversation: ConversationId,
    list: &str,
    from: Cursor,
    limit: i64,
) -> sqlx::Result<Vec<Entry>> {
    macro_rules! page {
        ($conn:ident, $compare:literal, $order:literal) => {
            $conn.pick(
                page!(@ "c.id in (select value from json_each($5))", $compare, $order),
                page!(@ "c.id in (select value::bigint from json_array_elements_text($5::json))", $compare, $order),
            )
        };
        (@ $among:literal, $compare:literal, $order:literal) => {
            concat!(
                "select ",
                columns!(),
                " from comment c left join member w on w.id = c.writer
                  where c.conversation = $1 and c.shown and (c.created_at, c.id) ",
                $compare,
                " ($2, $3) and ",
                $among,
                " order by ",
                $order,
                " limit $4"
            )
        };
    }
    let (sql, at, id) = match from {
        Cursor::Start => (page!(conn, ">", "c.created_at, c.id"), Timestamp(i64::MIN), CommentId(0)),
        Cursor::After(at, id) => (page!(conn, ">", "c.created_at, c.id"), at, id),
        Cursor::Before(at, id) => (page!(conn, "<", "c.created_at desc, c.id desc"), at, id),
    };
    all!(conn, sql, conversation, at, id, limit, list)
}

pub async fn names(conn: &mut Conn, ids: &str) -> sqlx::Result<Vec<(CommentId, Option<MemberId>, String)>> {
    let sql = conn.pick(
        "select c.id, c.writer, coalesce(w.name, c.guest_name) from comment c left join member w on w.id = c.writer
          where c.id in (select value from json_each('[' || $1 || ']')) and c.hidden_at is null and c.deleted_at is null",
        "select c.id, c.writer, coalesce(w.name, c.guest_name) from comment c left join member w on w.id = c.writer
          where c.id = any (string_to_array($1, ',')::bigint[]) and c.hidden_at is null and c.deleted_at is null",
    );
    all!(conn, sql, ids)
}

pub async fn waiting_for(conn: &mut Conn, conversation: ConversationId, reader: &Reader) -> sqlx::Result<Vec<Entry>> {
    all!(
        conn,
        concat!(
            "select ",
            columns!(),
            " from comment c left join member w on w.id = c.writer
              where c.conversation = $1 and c.approved_at is null and c.hidden_at is null and c.deleted_at is null
                and ($2 or c.writer = $3 or c.guest_key = $4)
              order by c.id limit 100"
        ),
        conversation,
        reader.moderates,
        reader.member,
        reader.guest_key.as_deref()
    )
}

pub async fn waiting_under(
    conn: &mut Conn,
    leader: MemberId,
    everywhere: bool,
    limit: i64,
) -> sqlx::Result<Vec<EntryInContext>> {
    all!(
        conn,
        concat!(
            "select ",
            columns!(),
            ", v.title as post_title, v.lang as post_lang, c.guest_email
               from comment c join conversation v on v.id = c.conversation left join member w on w.id = c.writer
              where c.approved_at is null and c.hidden_at is null and c.deleted_at is null and ($2 or v.author = $1)
              order by c.id limit $3"
        ),
        leader,
        everywhere,
        limit
    )
}

pub async fn hidden_under(
    conn: &mut Conn,
    leader: MemberId,
    everywhere: bool,
    limit: i64,
) -> sqlx::Result<Vec<EntryInContext>> {
    all!(
        conn,
        concat!(
            "select ",
            columns!(),
            ", v.title as post_title, v.lang as post_lang, c.guest_email
               from comment c join conversation v on v.id = c.conversation left join member w on w.id = c.writer
              where c.hidden_at is not null and c.deleted_at is null
                and ((v.author = $1 and v.kind <> 'discussion')
                     or ($2 and not exists (select 1 from circle k where k.id = v.audience and k.hidden_at is not null)))
              order by c.hidden_at desc, c.id desc limit $3"
        ),
        leader,
        everywhere,
        limit
    )
}

/// Whether others than those in it know of the circle in which this is said.
pub async fn is_among_known(conn: &mut Conn, conversation: ConversationId) -> sqlx::Result<bool> {
    let known: Option<i64> = value!(
        conn,
        "select k.id from conversation v join circle k on k.id = v.audience where v.id = $1 and k.hidden_at is null",
        conversation
    )?;
    Ok(known.is_some())
}

pub async fn news(conn: &mut Conn, member: MemberId, conversations: &str) -> sqlx::Result<Vec<(ConversationId, News)>> {
    macro_rules! fresh {
        ($what:literal, $limit:literal) => {
            concat!(
                "(select ",
                $what,
                " from (select c.id from comment c where ",
                unread!(),
                " order by c.approved_at, c.id limit ",
                $limit,
                ") f)"
            )
        };
    }
    macro_rules! among {
        ($conversations:literal) => {
            concat!(
                "select conversation, fresh, first from (
                    select n.conversation, ",
                fresh!("count(*)", "100"),
                " as fresh, ",
                fresh!("f.id", "1"),
                " as first
                      from visit n where n.member = $1 and n.conversation ",
                $conversations,
                ") f where fresh > 0"
            )
        };
    }
    let sql = conn.pick(
        among!("in (select value from json_each('[' || $2 || ']'))"),
        among!("= any (string_to_array($2, ',')::bigint[])"),
    );
    let rows: Vec<(ConversationId, i64, Option<CommentId>)> = all!(conn, sql, member, conversations)?;
    Ok(rows.into_iter().map(|(conversation, count, first)| (conversation, News { count, first })).collect())
}

/// Each conversation is asked along the order of approval for no more than so many entries.
pub async fn news_for(conn: &mut Conn, member: MemberId, conversations: i64, most: i64) -> sqlx::Result<Vec<NewFor>> {
    all!(
        conn,
        concat!(
            "with fresh as (
                 select n.conversation, v.changed_at, v.lang, v.title,
                        (select count(*) from (select c.id from comment c where ",
            unread!(),
            " limit $3) counted) as new,
                        (select c.id from comment c where ",
            unread!(),
            " order by c.approved_at, c.id limit 1) as first
                   from visit n
                   join conversation v on v.id = n.conversation and v.changed_at > n.seen_at
                  where n.member = $1 and ",
            readable!(),
            "
                  order by v.changed_at desc limit $2)
             select f.conversation, f.title, f.lang, f.new, f.first, coalesce(w.name, c.guest_name) as name, c.html
               from fresh f join comment c on c.id = f.first left join member w on w.id = c.writer
              order by f.changed_at desc"
        ),
        member,
        conversations,
        most
    )
}

/// Counted to 100 at most. Whoever decides everywhere is not asked whose posts they are.
pub async fn waiting_count(conn: &mut Conn, leader: MemberId, everywhere: bool) -> sqlx::Result<i64> {
    let count: Option<i64> = if everywhere {
        value!(
            conn,
            "select count(*) from (select 1 from comment
                                    where approved_at is null and hidden_at is null and deleted_at is null limit 100) c"
        )?
    } else {
        value!(
            conn,
            "select count(*) from (select 1 from conversation v join comment c on c.conversation = v.id
                                    where v.author = $1
                                      and c.approved_at is null and c.hidden_at is null and c.deleted_at is null
                                    limit 100) c",
            leader
        )?
    };
    Ok(count.unwrap_or_default())
}

pub async fn latest_of(
    conn: &mut Conn,
    reader: MemberId,
    writer: MemberId,
    limit: i64,
) -> sqlx::Result<Vec<EntryInContext>> {
    all!(
        conn,
        concat!(
            "select ",
            columns!(),
            ", v.title as post_title, v.lang as post_lang, '' as guest_email
               from comment c join conversation v on v.id = c.conversation left join member w on w.id = c.writer
              where c.writer = $2 and c.shown and c.hidden_at is null and c.deleted_at is null
                and ",
            readable!(),
            "
              order by c.created_at desc, c.id desc limit $3"
        ),
        reader,
        writer,
        limit
    )
}

/// What `readable!` would not show its writer, turned round.
pub async fn out_of_reach(conn: &mut Conn, writer: MemberId, limit: i64) -> sqlx::Result<Vec<Entry>> {
    all!(
        conn,
        concat!(
            "select ",
            columns!(),
            " from comment c join conversation v on v.id = c.conversation left join member w on w.id = c.writer
              where c.writer = $1 and c.deleted_at is null and not ",
            readable!(),
            "
              order by c.created_at desc, c.id desc limit $2"
        ),
        writer,
        limit
    )
}

/// By the numbers of the last entries. A join by the conversation would read all of each conversation.
pub const FACES_ON_SQLITE: &str = "select c.conversation, c.writer, w.name, w.picture
           from (select v.value as conversation, d.writer, max(d.id) as last,
                        row_number() over (partition by v.value order by max(d.id) desc) as place
                   from json_each('[' || $1 || ']') v
                  cross join comment d on d.id in (select e.id from comment e where e.conversation = v.value and e.shown
                                                    order by e.created_at desc, e.id desc limit 20)
                  where d.writer is not null and d.deleted_at is null and d.hidden_at is null
                  group by v.value, d.writer) c
           join member w on w.id = c.writer
          where c.place <= $2
          order by c.conversation, c.last desc";

pub async fn faces(conn: &mut Conn, conversations: &str, each: i64) -> sqlx::Result<Vec<Face>> {
    let sql = conn.pick(
        FACES_ON_SQLITE,
        "select c.conversation, c.writer, w.name, w.picture
           from (select v.conversation, d.writer, max(d.id) as last,
                        row_number() over (partition by v.conversation order by max(d.id) desc) as place
                   from unnest(string_to_array($1, ',')::bigint[]) as v (conversation)
                  cross join lateral (select e.* from comment e where e.conversation = v.conversation and e.shown
                                       order by e.created_at desc, e.id desc limit 20) d
                  where d.writer is not null and d.deleted_at is null and d.hidden_at is null
                  group by v.conversation, d.writer) c
           join member w on w.id = c.writer
          where c.place <= $2
          order by c.conversation, c.last desc",
    );
    all!(conn, sql, conversations, each)
}

pub async fn rank_in_thread(conn: &mut Conn, root: CommentId, id: CommentId) -> sqlx::Result<i64> {
    let rank: Option<i64> =
        value!(conn, "select count(*) from comment where root = $1 and shown and id < $2", root, id)?;
    Ok(rank.unwrap_or_default())
}

pub async fn nth_of_thread(conn: &mut Conn, root: CommentId, n: i64) -> sqlx::Result<Option<CommentId>> {
    value!(conn, "select id from comment where root = $1 and shown order by id limit 1 offset $2", root, n)
}

pub async fn since(
    conn: &mut Conn,
    conversation: ConversationId,
    after: CommentId,
    limit: i64,
) -> sqlx::Result<Vec<(CommentId, Option<CommentId>, CommentId)>> {
    all!(
        conn,
        "select id, parent, root from comment
          where conversation = $1 and shown
            and (approved_at, id) > (coalesce((select approved_at from comment where id = $2), 0), $2)
          order by approved_at, id limit $3",
        conversation,
        after,
        limit
    )
}

pub async fn latest(conn: &mut Conn, conversation: ConversationId) -> sqlx::Result<Option<CommentId>> {
    value!(
        conn,
        "select id from comment where conversation = $1 and approved_at is not null and shown
          order by approved_at desc, id desc limit 1",
        conversation
    )
}

pub async fn visit(tx: &mut Tx, member: MemberId, conversation: ConversationId, ended: Timestamp) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "insert into visit (member, conversation, before_at, seen_at) values ($1, $2, $3, $3)
         on conflict (member, conversation) do update
            set before_at = case when visit.seen_at < $4 and visit.ahead_at < $4 then visit.seen_at
                                 else visit.before_at end,
                seen_at = $3, ahead = ''",
        member,
        conversation,
        now,
        ended
    )?;
    Ok(())
}

pub async fn last_visit(conn: &mut Conn, member: MemberId, conversation: ConversationId) -> sqlx::Result<Option<Read>> {
    one!(
        conn,
        "select before_at, seen_at, ahead, ahead_at from visit where member = $1 and conversation = $2",
        member,
        conversation
    )
}

/// The same, and nobody else changes it until the end of the change.
pub async fn hold_visit(tx: &mut Tx, member: MemberId, conversation: ConversationId) -> sqlx::Result<Option<Read>> {
    // On SQLite there is only one writer anyway.
    let sql = tx.pick(
        "select before_at, seen_at, ahead, ahead_at from visit where member = $1 and conversation = $2",
        "select before_at, seen_at, ahead, ahead_at from visit where member = $1 and conversation = $2 for update",
    );
    one!(tx, sql, member, conversation)
}

/// What came from others after a moment and was not answered, in the order of approval, read or not.
pub async fn read_after(
    conn: &mut Conn,
    member: MemberId,
    conversation: ConversationId,
    after: Timestamp,
    limit: i64,
) -> sqlx::Result<Vec<(CommentId, Timestamp)>> {
    all!(
        conn,
        concat!(
            "select c.id, c.approved_at from comment c join (",
            visit!(),
            ") n on ",
            unread!(),
            " order by c.approved_at, c.id limit $5"
        ),
        member,
        conversation,
        after,
        "",
        limit
    )
}

pub async fn read_ahead(
    tx: &mut Tx,
    member: MemberId,
    conversation: ConversationId,
    seen_at: Timestamp,
    ahead: &str,
    ended: Timestamp,
) -> sqlx::Result<()> {
    let now = tx.now;
    run!(
        tx,
        "update visit
            set before_at = case when seen_at < $6 and ahead_at < $6 then seen_at else before_at end,
                seen_at = $3, ahead = $4, ahead_at = $5
          where member = $1 and conversation = $2",
        member,
        conversation,
        seen_at,
        ahead,
        now,
        ended
    )?;
    Ok(())
}

/// Each visit ends as it would have by going there: what comes within its half hour is still marked as new.
pub async fn visit_all(tx: &mut Tx, member: MemberId, until: Timestamp, ended: Timestamp) -> sqlx::Result<u64> {
    run!(
        tx,
        "update visit
            set before_at = case when seen_at < $3 and ahead_at < $3 then seen_at else before_at end, seen_at = $2
          where member = $1 and seen_at < $2
            and exists (select 1 from conversation v where v.id = visit.conversation and v.changed_at > visit.seen_at)",
        member,
        until,
        ended
    )
}

pub async fn leave_off(
    tx: &mut Tx,
    member: MemberId,
    conversation: ConversationId,
    entry: Option<CommentId>,
) -> sqlx::Result<u64> {
    run!(
        tx,
        "update visit set left_off = $3 where member = $1 and conversation = $2 and left_off is distinct from $3",
        member,
        conversation,
        entry
    )
}

pub async fn left_off(conn: &mut Conn, member: MemberId, since: Timestamp) -> sqlx::Result<Option<LeftOff>> {
    one!(
        conn,
        concat!(
            "select v.id as conversation, v.title, v.lang, v.path, n.seen_at, c.id as entry,
                    coalesce(w.name, c.guest_name) as name
               from visit n
               join conversation v on v.id = n.conversation
               left join comment c on c.id = n.left_off and c.conversation = v.id and c.shown
                                  and c.hidden_at is null and c.deleted_at is null
               left join member w on w.id = c.writer
              where n.member = $1 and n.left_off is not null and n.seen_at > $2 and ",
            readable!(),
            " order by n.seen_at desc limit 1"
        ),
        member,
        since
    )
}

pub async fn imported(conn: &mut Conn, conversation: ConversationId) -> sqlx::Result<Vec<Imported>> {
    all!(
        conn,
        "select imported_from, id, root, created_at, approved_at, shown from comment
          where conversation = $1 and imported_from is not null",
        conversation
    )
}

/// Adds many entries at once; answers how many were added.
pub async fn insert_all(tx: &mut Tx, entries: &[NewEntry<'_>]) -> sqlx::Result<u64> {
    let mut inserted = 0;
    for entries in entries.chunks(400) {
        let sql = format!(
            "insert into comment (id, conversation, root, parent, parent_lost, kind, writer, guest_name, guest_email,
                                  guest_website, guest_key, guest_picture, format, source, html, rendered, created_at,
                                  approved_at, hidden_at, shown, once, imported_from)
             values {} on conflict do nothing",
            tx.placeholders(22, entries.len())
        );
        inserted += crate::run_rows!(tx, sql, entries, |e| [
            e.id,
            e.conversation,
            e.root,
            e.parent,
            e.parent_lost,
            e.kind,
            e.writer,
            e.guest_name,
            e.guest_email,
            e.guest_website,
            e.guest_key,
            e.guest_picture,
            format_word(e.text.format),
            &e.text.source,
            &e.text.html,
            i64::from(markup::VERSION),
            e.created_at,
            e.approved_at,
            e.hidden_at,
            e.approved_at.is_some() && e.hidden_at.is_none(),
            e.once,
            e.imported_from
        ])?;
    }
    Ok(inserted)
}

/// Which of these numbers, a list in JSON, are entries.
pub async fn among(conn: &mut Conn, ids: &str) -> sqlx::Result<Vec<(CommentId,)>> {
    let sql = conn.pick(
        "select id from comment where id in (select value from json_each($1))",
        "select id from comment where id in (select json_array_elements_text($1::json)::bigint)",
    );
    all!(conn, sql, ids)
}

/// The texts of these entries, a list of numbers in JSON.
pub async fn texts(conn: &mut Conn, ids: &str) -> sqlx::Result<Vec<Stale>> {
    let sql = conn.pick(
        "select c.id, c.conversation, c.source, c.html, c.format, v.lang
           from comment c join conversation v on v.id = c.conversation where c.id in (select value from json_each($1))",
        "select c.id, c.conversation, c.source, c.html, c.format, v.lang
           from comment c join conversation v on v.id = c.conversation
          where c.id in (select json_array_elements_text($1::json)::bigint)",
    );
    all!(conn, sql, ids)
}

pub async fn stale(conn: &mut Conn, limit: i64) -> sqlx::Result<Vec<Stale>> {
    all!(
        conn,
        "select c.id, c.conversation, c.source, c.html, c.format, v.lang
           from comment c join conversation v on v.id = c.conversation
          where c.rendered < $1 limit $2",
        i64::from(markup::VERSION),
        limit
    )
}

/// Only if it still says what was rendered: it may have been changed or taken back meanwhile.
pub async fn rerender(tx: &mut Tx, stale: &Stale, html: &str) -> sqlx::Result<()> {
    run!(
        tx,
        "update comment set html = $3, rendered = $4 where id = $1 and source = $2",
        stale.id,
        &stale.source,
        html,
        i64::from(markup::VERSION)
    )?;
    Ok(())
}
