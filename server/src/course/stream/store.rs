//! SQL about what happened. Each statement goes back along an index for so many rows and no further, except where there
//! are never many: modules of one course, announcements, get-togethers.
//!
//! How many of each are asked for is said by a select (`some!`): PostgreSQL, which takes all circles and people to be as
//! large as they are on the average, would else read all of a large one and sort it.

use super::{Choice, Scope, rules::Place};
use crate::{
    all, called,
    ids::{CircleId, ConversationId, MemberId, Timestamp},
    is_blocked, is_to_reader,
    kit::db::Conn,
    listed, one, was_there,
};

/// A row of what happened.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Row {
    /// When, and its number.
    #[sqlx(flatten)]
    pub place: Place,
    /// What kind of thing it is.
    pub kind: String,
    /// What was published, or where it was said.
    pub conversation: ConversationId,
    /// Who did it.
    pub actor: Option<MemberId>,
}

/// One of those that were looked at, and whether it is for the reader.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Seen {
    /// What happened.
    #[sqlx(flatten)]
    pub row: Row,
    /// Whether the reader may read it, and asked for it.
    pub may: bool,
}

/// A conversation in which something was said, and since when nothing more.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub struct Lively {
    /// The circle, or what else it was looked for by.
    pub of: i64,
    /// When something was last said.
    pub changed_at: Timestamp,
    /// Its number.
    pub id: ConversationId,
}

/// What stands in a conversation for all who may read that; the entry is `c`.
macro_rules! stands {
    () => {
        "c.approved_at is not null and c.shown and c.hidden_at is null and c.deleted_at is null"
    };
}

/// Whether the conversation `v` is of the course and for the tribe that are asked for; 0 asks for none.
macro_rules! within {
    ($course:literal, $tribe:literal) => {
        concat!(
            "(",
            $course,
            " = 0 or v.course = ",
            $course,
            " or v.place = ",
            $course,
            " or v.audience = ",
            $course,
            " or v.audience in (select k.id from circle k where k.within = ",
            $course,
            ")) and (",
            $tribe,
            " = 0 or v.audience = ",
            $tribe,
            ")"
        )
    };
}

/// A limit that is not known beforehand.
macro_rules! some {
    ($limit:literal) => {
        concat!("(select cast(", $limit, " as bigint))")
    };
}

/// The numbers in a list with commas, as rows `f.value`.
macro_rules! numbers {
    (sqlite $list:literal) => {
        concat!("json_each('[' || ", $list, " || ']') f")
    };
    (postgres $list:literal) => {
        concat!("unnest(string_to_array(", $list, ", ',')::bigint[]) as f (value)")
    };
}

/// The circles in which a reader is, as a list with commas, with those that need no row.
pub async fn circles(conn: &mut Conn, reader: MemberId) -> sqlx::Result<Vec<i64>> {
    let rows: Vec<(i64,)> = all!(
        conn,
        "select cast(1 as bigint) union all select 2 where $1 <> 0
          union all select s.circle from membership s where s.member = $1",
        reader
    )?;
    Ok(rows.into_iter().map(|(circle,)| circle).collect())
}

/// Those of a course: the course itself, its staff, its homerooms.
pub async fn rooms(conn: &mut Conn, reader: MemberId, course: CircleId) -> sqlx::Result<Vec<i64>> {
    let rows: Vec<(i64,)> = all!(
        conn,
        "select s.circle from membership s join circle k on k.id = s.circle
          where s.member = $1 and (k.id = $2 or k.within = $2)",
        reader,
        course
    )?;
    Ok(rows.into_iter().map(|(circle,)| circle).collect())
}

/// The courses and tribes in which a member is.
pub async fn places(conn: &mut Conn, member: MemberId) -> sqlx::Result<Vec<Choice>> {
    all!(
        conn,
        "select k.id, k.kind, k.address, k.name from membership s join circle k on k.id = s.circle
          where s.member = $1 and k.kind in ('course', 'tribe') order by k.kind, lower(k.name), k.id limit 500",
        member
    )
}

/// The people whom a member follows and has not muted, those they chose last first.
pub async fn followed(conn: &mut Conn, member: MemberId, most: i64) -> sqlx::Result<Vec<i64>> {
    let rows: Vec<(i64,)> = all!(
        conn,
        "select w.subject from watch w where w.member = $1 and w.kind = 'member' and w.level <> 'mute'
          order by w.since desc, w.subject limit $2",
        member,
        most
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Of one kind, among so many that were opened last.
pub async fn near(
    conn: &mut Conn,
    reader: MemberId,
    after: Place,
    kind: &str,
    limit: i64,
    among: i64,
) -> sqlx::Result<Vec<Row>> {
    all!(
        conn,
        concat!(
            "select v.opened_at as at, v.id, v.kind, v.id as conversation, v.author as actor
               from (select id, kind, opened_at, audience, author from conversation
                      where kind = $4 and opened_at is not null and (opened_at, id) < ($2, $3)
                      order by opened_at desc, id desc limit $6) v
              where ",
            listed!(),
            " and not ",
            is_blocked!("v.author"),
            " order by v.opened_at desc, v.id desc limit $5"
        ),
        reader,
        after.at,
        after.id,
        kind,
        limit,
        among
    )
}

/// The last of so many of a kind; none if there are not so many.
pub async fn near_end(conn: &mut Conn, after: Place, kind: &str, among: i64) -> sqlx::Result<Option<Place>> {
    one!(
        conn,
        "select opened_at as at, id from conversation
          where kind = $3 and opened_at is not null and (opened_at, id) < ($1, $2)
          order by opened_at desc, id desc limit 1 offset $4",
        after.at,
        after.id,
        kind,
        among - 1
    )
}

/// Of one kind, the latest of each of these circles, of those that have the latest; the reader is in each.
pub async fn opened_for(
    conn: &mut Conn,
    reader: MemberId,
    circles: &str,
    after: Place,
    kind: &str,
    limit: i64,
) -> sqlx::Result<Vec<Row>> {
    macro_rules! latest {
        ($columns:literal, $circle:literal, $limit:expr) => {
            concat!(
                "select ",
                $columns,
                " from conversation c where c.audience = ",
                $circle,
                " and c.kind = $4 and c.opened_at is not null and (c.opened_at, c.id) < ($2, $3) and not ",
                is_blocked!("c.author"),
                " order by c.opened_at desc, c.id desc limit ",
                $limit
            )
        };
    }
    macro_rules! opened_for {
        ($top:expr, $from:expr) => {
            concat!(
                "with top (circle) as (select f.value from ",
                $top,
                " order by v.opened_at desc, v.id desc limit $5)
                 select v.opened_at as at, v.id, v.kind, v.id as conversation, v.author as actor from top ",
                $from,
                " where ",
                listed!(),
                " order by v.opened_at desc, v.id desc limit $5"
            )
        };
    }
    let sql = conn.pick(
        opened_for!(
            concat!(numbers!(sqlite "$6"), " join conversation v on v.id = (", latest!("c.id", "f.value", "1"), ")"),
            concat!("join conversation v on v.id in (", latest!("c.id", "top.circle", some!("$5")), ")")
        ),
        opened_for!(
            concat!(
                numbers!(postgres "$6"),
                " cross join lateral (",
                latest!("c.id, c.opened_at", "f.value", "1"),
                ") v"
            ),
            concat!("cross join lateral (", latest!("c.*", "top.circle", some!("$5")), ") v")
        ),
    );
    all!(conn, sql, reader, after.at, after.id, kind, limit, circles)
}

/// Posts for a course, among so many of what was opened for it last.
pub async fn near_course(
    conn: &mut Conn,
    reader: MemberId,
    course: CircleId,
    after: Place,
    limit: i64,
    among: i64,
) -> sqlx::Result<Vec<Row>> {
    all!(
        conn,
        concat!(
            "select v.opened_at as at, v.id, v.kind, v.id as conversation, v.author as actor
               from (select id, kind, opened_at, audience, author from conversation
                      where course = $4 and opened_at is not null and (opened_at, id) < ($2, $3)
                      order by opened_at desc, id desc limit $6) v
              where v.kind = 'post' and ",
            listed!(),
            " and not ",
            is_blocked!("v.author"),
            " order by v.opened_at desc, v.id desc limit $5"
        ),
        reader,
        after.at,
        after.id,
        course,
        limit,
        among
    )
}

/// The last of so many of those; none if there are not so many.
pub async fn near_course_end(
    conn: &mut Conn,
    course: CircleId,
    after: Place,
    among: i64,
) -> sqlx::Result<Option<Place>> {
    one!(
        conn,
        "select opened_at as at, id from conversation
          where course = $3 and opened_at is not null and (opened_at, id) < ($1, $2)
          order by opened_at desc, id desc limit 1 offset $4",
        after.at,
        after.id,
        course,
        among - 1
    )
}

/// What a course consists of: its modules, and what is to be handed in. There are never many.
pub async fn parts_of_course(
    conn: &mut Conn,
    reader: MemberId,
    course: CircleId,
    after: Place,
    kind: &str,
    limit: i64,
) -> sqlx::Result<Vec<Row>> {
    all!(
        conn,
        concat!(
            "select v.opened_at as at, v.id, v.kind, v.id as conversation, v.author as actor
               from (select id from module where course = $4 union all select id from assignment where course = $4) x
               join conversation v on v.id = x.id
              where v.kind = $5 and v.opened_at is not null and (v.opened_at, v.id) < ($2, $3) and ",
            listed!(),
            " and not ",
            is_blocked!("v.author"),
            " order by v.opened_at desc, v.id desc limit $6"
        ),
        reader,
        after.at,
        after.id,
        course,
        kind,
        limit
    )
}

/// What each of these people opened last, so much of each, whoever may read it.
pub async fn opened_by(
    conn: &mut Conn,
    reader: MemberId,
    people: &str,
    scope: Scope,
    after: Place,
    each: i64,
) -> sqlx::Result<Vec<Seen>> {
    macro_rules! latest {
        ($columns:literal) => {
            concat!(
                "select ",
                $columns,
                " from conversation c
                   where c.author = f.value and c.opened_at is not null and (c.opened_at, c.id) < ($2, $3)
                   order by c.opened_at desc, c.id desc limit ",
                some!("$4")
            )
        };
    }
    macro_rules! opened_by {
        ($($from:expr),*) => {
            concat!(
                "select v.opened_at as at, v.id, v.kind, v.id as conversation, v.author as actor,
                        coalesce(v.kind <> 'announcement' and ",
                listed!(),
                " and not ",
                is_blocked!("v.author"),
                " and ",
                within!("$6", "$7"),
                ", false) as may from ",
                $($from),*
            )
        };
    }
    let sql = conn.pick(
        opened_by!(numbers!(sqlite "$5"), " join conversation v on v.id in (", latest!("c.id"), ")"),
        opened_by!(numbers!(postgres "$5"), " cross join lateral (", latest!("c.*"), ") v"),
    );
    all!(conn, sql, reader, after.at, after.id, each, people, scope.course(), scope.tribe())
}

/// Entries, among so many of those that came last.
pub async fn said_near(
    conn: &mut Conn,
    reader: MemberId,
    scope: Scope,
    after: Place,
    limit: i64,
    among: i64,
) -> sqlx::Result<Vec<Row>> {
    macro_rules! said {
        ($conversation:literal) => {
            concat!(
                "select n.approved_at as at, n.id, 'comment' as kind, n.conversation, n.writer as actor
                   from (select c.id, c.conversation, c.approved_at, c.writer from comment c
                          where ",
                stands!(),
                " and (c.approved_at, c.id) < ($2, $3)
                          order by c.approved_at desc, c.id desc limit $5) n ",
                $conversation,
                " where ",
                listed!(),
                " and ",
                within!("$6", "$7"),
                " and (n.writer is null or not ",
                is_blocked!("n.writer"),
                ") order by n.approved_at desc, n.id desc limit $4"
            )
        };
    }
    // PostgreSQL would read all conversations there are, rather than look for so many.
    let sql = conn.pick(
        said!("cross join conversation v on v.id = n.conversation"),
        said!("cross join lateral (select * from conversation o where o.id = n.conversation limit 1) v"),
    );
    all!(conn, sql, reader, after.at, after.id, limit, among, scope.course(), scope.tribe())
}

/// The last of so many of those; none if there are not so many.
pub async fn said_near_end(conn: &mut Conn, after: Place, among: i64) -> sqlx::Result<Option<Place>> {
    one!(
        conn,
        concat!(
            "select c.approved_at as at, c.id from comment c where ",
            stands!(),
            " and (c.approved_at, c.id) < ($1, $2) order by c.approved_at desc, c.id desc limit 1 offset $3"
        ),
        after.at,
        after.id,
        among - 1
    )
}

/// The conversations for each of these circles in which something was said last, so many of each.
pub async fn lively_for(conn: &mut Conn, circles: &str, each: i64) -> sqlx::Result<Vec<Lively>> {
    let sql = conn.pick(
        concat!(
            "select f.value as of, v.changed_at, v.id from ",
            numbers!(sqlite "$1"),
            " join conversation v on v.id in (
                   select c.id from conversation c where c.audience = f.value and c.count > 0
                    order by c.changed_at desc, c.id desc limit ",
            some!("$2"),
            ")"
        ),
        concat!(
            "select f.value as of, v.changed_at, v.id from ",
            numbers!(postgres "$1"),
            " cross join lateral (
                   select c.id, c.changed_at from conversation c where c.audience = f.value and c.count > 0
                    order by c.changed_at desc, c.id desc limit ",
            some!("$2"),
            ") v"
        ),
    );
    all!(conn, sql, circles, each)
}

/// The same of a course, as far as the reader may read them.
pub async fn lively_of_course(
    conn: &mut Conn,
    reader: MemberId,
    course: CircleId,
    most: i64,
) -> sqlx::Result<Vec<Lively>> {
    all!(
        conn,
        concat!(
            "select v.course as of, v.changed_at, v.id from conversation v
              where v.course = $2 and v.count > 0 and ",
            listed!(),
            " order by v.changed_at desc, v.id desc limit $3"
        ),
        reader,
        course,
        most
    )
}

/// Entries of these conversations: the latest, of those conversations that have the latest.
pub async fn said_in(
    conn: &mut Conn,
    reader: MemberId,
    conversations: &str,
    scope: Scope,
    after: Place,
    limit: i64,
) -> sqlx::Result<Vec<Row>> {
    macro_rules! latest {
        ($columns:literal, $conversation:literal, $limit:expr) => {
            concat!(
                "select ",
                $columns,
                " from comment c where c.conversation = ",
                $conversation,
                " and ",
                stands!(),
                " and (c.approved_at, c.id) < ($2, $3) and (c.writer is null or not ",
                is_blocked!("c.writer"),
                ") order by c.approved_at desc, c.id desc limit ",
                $limit
            )
        };
    }
    macro_rules! said_in {
        ($top:expr, $from:expr) => {
            concat!(
                "with top (id) as (select f.value from ",
                $top,
                " order by n.approved_at desc, n.id desc limit $4)
                 select n.approved_at as at, n.id, 'comment' as kind, n.conversation, n.writer as actor from top ",
                $from,
                " join conversation v on v.id = n.conversation where ",
                listed!(),
                " and ",
                within!("$6", "$7"),
                " order by n.approved_at desc, n.id desc limit $4"
            )
        };
    }
    let sql = conn.pick(
        said_in!(
            concat!(numbers!(sqlite "$5"), " join comment n on n.id = (", latest!("c.id", "f.value", "1"), ")"),
            concat!("join comment n on n.id in (", latest!("c.id", "top.id", some!("$4")), ")")
        ),
        said_in!(
            concat!(
                numbers!(postgres "$5"),
                " cross join lateral (",
                latest!("c.id, c.approved_at", "f.value", "1"),
                ") n"
            ),
            concat!(
                "cross join lateral (",
                latest!("c.id, c.approved_at, c.conversation, c.writer", "top.id", some!("$4")),
                ") n"
            )
        ),
    );
    all!(conn, sql, reader, after.at, after.id, limit, conversations, scope.course(), scope.tribe())
}

/// What each of these people said last, so much of each, whoever may read it.
pub async fn said_by(
    conn: &mut Conn,
    reader: MemberId,
    people: &str,
    scope: Scope,
    after: Place,
    each: i64,
) -> sqlx::Result<Vec<Seen>> {
    macro_rules! latest {
        ($columns:literal) => {
            concat!(
                "select ",
                $columns,
                " from comment c where c.writer = f.value and ",
                stands!(),
                " and (c.approved_at, c.id) < ($2, $3) order by c.approved_at desc, c.id desc limit ",
                some!("$4")
            )
        };
    }
    macro_rules! said_by {
        ($($from:expr),*) => {
            concat!(
                "select n.approved_at as at, n.id, 'comment' as kind, n.conversation, n.writer as actor, coalesce(",
                listed!(),
                " and not ",
                is_blocked!("n.writer"),
                " and ",
                within!("$6", "$7"),
                ", false) as may from ",
                $($from),*
            )
        };
    }
    let sql = conn.pick(
        said_by!(
            numbers!(sqlite "$5"),
            " join comment n on n.id in (",
            latest!("c.id"),
            ") join conversation v on v.id = n.conversation"
        ),
        said_by!(
            numbers!(postgres "$5"),
            " cross join lateral (",
            latest!("c.id, c.approved_at, c.conversation, c.writer"),
            ") n cross join lateral (select * from conversation o where o.id = n.conversation limit 1) v"
        ),
    );
    all!(conn, sql, reader, after.at, after.id, each, people, scope.course(), scope.tribe())
}

/// What was announced to the reader. There is never much.
pub async fn announced(
    conn: &mut Conn,
    reader: MemberId,
    scope: Scope,
    after: Place,
    limit: i64,
) -> sqlx::Result<Vec<Row>> {
    all!(
        conn,
        concat!(
            "select a.begun_at as at, a.id, 'announcement' as kind, a.id as conversation, v.author as actor
               from announcement a join conversation v on v.id = a.id
              where a.begun_at is not null and a.withdrawn_at is null and (a.begun_at, a.id) < ($2, $3)
                and ($5 = 0 or a.circle = $5 or a.circle in (select k.id from circle k where k.within = $5))
                and ($6 = 0 or a.circle = $6) and not ",
            is_blocked!("v.author"),
            " and ",
            is_to_reader!(),
            " and (a.limited_at is null or v.author = $1 or ",
            was_there!(),
            ") and ",
            listed!(),
            " order by a.begun_at desc, a.id desc limit $4"
        ),
        reader,
        after.at,
        after.id,
        limit,
        scope.course(),
        scope.tribe()
    )
}

/// When tribes in which the reader is planned to meet, and did not think better of it; by the moment their number was
/// made. There are never many.
pub async fn gatherings(
    conn: &mut Conn,
    reader: MemberId,
    scope: Scope,
    after: Place,
    limit: i64,
) -> sqlx::Result<Vec<Row>> {
    all!(
        conn,
        concat!(
            "select (g.id >> 22) + 1577836800000 as at, g.id, 'gathering' as kind, g.id as conversation,
                    g.made_by as actor
               from gathering g
              where g.cancelled_at is null and ((g.id >> 22) + 1577836800000, g.id) < ($2, $3)
                and g.tribe in (select s.circle from membership s where s.member = $1) and ($5 = 0 or g.tribe = $5)
                and (g.made_by is null or not ",
            is_blocked!("g.made_by"),
            ") order by g.id desc limit $4"
        ),
        reader,
        after.at,
        after.id,
        limit,
        scope.tribe()
    )
}

/// What was put into these circles, of which the reader is in each: the latest of each.
pub async fn files(
    conn: &mut Conn,
    reader: MemberId,
    circles: &str,
    after: Place,
    limit: i64,
) -> sqlx::Result<Vec<Row>> {
    macro_rules! latest {
        ($columns:literal) => {
            concat!(
                "select ",
                $columns,
                " from tribe_file c where c.tribe = f.value and (c.changed_at, c.id) < ($2, $3)
                    and (c.put_by is null or not ",
                is_blocked!("c.put_by"),
                ") order by c.changed_at desc, c.id desc limit ",
                some!("$4")
            )
        };
    }
    macro_rules! files {
        ($($from:expr),*) => {
            concat!(
                "select x.changed_at as at, x.id, 'file' as kind, x.id as conversation, x.put_by as actor from ",
                $($from,)*
                " where x.tribe in (select s.circle from membership s where s.member = $1)
                  order by x.changed_at desc, x.id desc limit $4"
            )
        };
    }
    let sql = conn.pick(
        files!(numbers!(sqlite "$5"), " join tribe_file x on x.id in (", latest!("c.id"), ")"),
        files!(numbers!(postgres "$5"), " cross join lateral (", latest!("c.*"), ") x"),
    );
    all!(conn, sql, reader, after.at, after.id, limit, circles)
}

/// Who came into the community.
pub async fn arrivals(conn: &mut Conn, reader: MemberId, after: Place, limit: i64) -> sqlx::Result<Vec<Row>> {
    all!(
        conn,
        concat!(
            "select m.joined_at as at, m.id, 'arrival' as kind, m.id as conversation, m.id as actor from member m
              where m.confirmed_at is not null and m.asked_at is null and m.suspended_at is null
                and m.removed_at is null and (m.joined_at, m.id) < ($2, $3) and not ",
            is_blocked!("m.id"),
            " order by m.joined_at desc, m.id desc limit $4"
        ),
        reader,
        after.at,
        after.id,
        limit
    )
}

/// Who came into a circle and is in it.
pub async fn arrivals_in(
    conn: &mut Conn,
    reader: MemberId,
    circle: i64,
    after: Place,
    limit: i64,
) -> sqlx::Result<Vec<Row>> {
    all!(
        conn,
        concat!(
            "select s.since as at, s.member as id, 'arrival' as kind, s.member as conversation, s.member as actor
               from membership s
              where s.circle = $5 and (s.since, s.member) < ($2, $3) and not ",
            is_blocked!("s.member"),
            " order by s.since desc, s.member desc limit $4"
        ),
        reader,
        after.at,
        after.id,
        limit,
        circle
    )
}

/// When a member came.
pub async fn arrival_of(conn: &mut Conn, reader: MemberId, member: i64, after: Place) -> sqlx::Result<Vec<Row>> {
    all!(
        conn,
        concat!(
            "select m.joined_at as at, m.id, 'arrival' as kind, m.id as conversation, m.id as actor from member m
              where m.id = $4 and m.confirmed_at is not null and m.asked_at is null and m.suspended_at is null
                and m.removed_at is null and (m.joined_at, m.id) < ($2, $3) and not ",
            is_blocked!("m.id")
        ),
        reader,
        after.at,
        after.id,
        member
    )
}

/// What something is called and where it stands, and who did it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct About {
    /// The number of what happened.
    pub id: i64,
    /// What it is called.
    pub title: String,
    /// The language of that.
    pub lang: String,
    /// Where it stands.
    pub path: String,
    /// For whom it is.
    pub audience: i64,
    /// What those are called, if they have a name.
    pub circle: String,
    /// What the blog, tribe or course is called in which it stands.
    pub where_name: String,
    /// The address of that.
    pub where_url: Option<String>,
    /// What whoever did it is called.
    pub name: String,
    /// What they are called by with an `@`, if they are a member.
    pub handle: Option<String>,
    /// The member who did it.
    pub actor: Option<MemberId>,
    /// The file of their avatar.
    pub picture: Option<String>,
    /// The seed of a guest's.
    pub guest_picture: Option<i64>,
    /// What was written, or its beginning.
    pub html: String,
    /// Whether it sums a week up.
    pub is_wrap_up: bool,
    /// When it begins, if it is a get-together.
    pub starts_at: Option<Timestamp>,
}

/// What is said of the conversation `v`: the circle it is for and where it stands.
macro_rules! standing {
    () => {
        "v.title, v.lang, v.path, v.audience, coalesce(a.name, '') as circle,
         coalesce(b.title, k.name, '') as where_name,
         case when b.id is not null then '/' || b.address || '/'
              when k.kind = 'tribe' then '/tribes/' || k.address || '/'
              when k.kind = 'course' then '/courses/' || k.address || '/'
              when k.kind = 'homeroom' then '/courses/' || o.address || '/homerooms/' || k.address || '/'
              when k.kind = 'staff' then '/courses/' || o.address || '/talk/staff/' end as where_url"
    };
}

macro_rules! places {
    () => {
        " left join circle a on a.id = v.audience
          left join blog b on b.id = v.place
          left join circle k on k.id = v.place
          left join circle o on o.id = k.within "
    };
}

/// What was published, by the numbers of its conversations; no pages of blogs. People are called as in this course, or
/// where the thing stands.
pub async fn published(
    conn: &mut Conn,
    reader: MemberId,
    conversations: &str,
    course: i64,
) -> sqlx::Result<Vec<About>> {
    macro_rules! published {
        ($numbers:expr) => {
            concat!(
                "select v.id, ",
                standing!(),
                ", ",
                called!("v.author", "(case when v.kind = 'post' then $3 else v.place end)", "m.name"),
                " as name, m.handle, v.author as actor, m.picture, cast(null as bigint) as guest_picture,
                  coalesce(p.excerpt, d.html, '') as html,
                  exists (select 1 from module w where w.id = v.module and w.wrap_up = v.id) as is_wrap_up,
                  cast(null as bigint) as starts_at
                   from ",
                $numbers,
                " join conversation v on v.id = f.value
                   join member m on m.id = v.author
                   left join post p on p.id = v.id
                   left join discussion d on d.id = v.id ",
                places!(),
                " where (p.kind is null or p.kind = 'post') and ",
                listed!()
            )
        };
    }
    let sql = conn.pick(published!(numbers!(sqlite "$2")), published!(numbers!(postgres "$2")));
    all!(conn, sql, reader, conversations, course)
}

/// What was said, by the numbers of the entries.
pub async fn said(conn: &mut Conn, reader: MemberId, comments: &str, course: i64) -> sqlx::Result<Vec<About>> {
    macro_rules! said {
        ($numbers:expr) => {
            concat!(
                "select c.id, ",
                standing!(),
                ", ",
                called!(
                    "c.writer",
                    "(case when v.kind = 'post' then $3 else v.place end)",
                    "coalesce(m.name, c.guest_name)"
                ),
                " as name, m.handle, c.writer as actor, m.picture, c.guest_picture, c.html, false as is_wrap_up,
                  cast(null as bigint) as starts_at
                   from ",
                $numbers,
                " join comment c on c.id = f.value
                   join conversation v on v.id = c.conversation
                   left join member m on m.id = c.writer ",
                places!(),
                " where ",
                stands!(),
                " and ",
                listed!()
            )
        };
    }
    let sql = conn.pick(said!(numbers!(sqlite "$2")), said!(numbers!(postgres "$2")));
    all!(conn, sql, reader, comments, course)
}

/// When tribes meet, by the numbers of their plans.
pub async fn planned(conn: &mut Conn, reader: MemberId, gatherings: &str) -> sqlx::Result<Vec<About>> {
    macro_rules! planned {
        ($numbers:expr) => {
            concat!(
                "select g.id, g.title, '' as lang, '/tribes/' || k.address || '/' as path, k.id as audience,
                        k.name as circle, k.name as where_name, '/tribes/' || k.address || '/' as where_url,
                        coalesce(m.name, '') as name, m.handle, g.made_by as actor, m.picture,
                        cast(null as bigint) as guest_picture, '' as html, false as is_wrap_up, g.starts_at
                   from ",
                $numbers,
                " join gathering g on g.id = f.value
                   join circle k on k.id = g.tribe
                   left join member m on m.id = g.made_by
                  where g.cancelled_at is null and k.id in (select s.circle from membership s where s.member = $1)"
            )
        };
    }
    let sql = conn.pick(planned!(numbers!(sqlite "$2")), planned!(numbers!(postgres "$2")));
    all!(conn, sql, reader, gatherings)
}

/// Files of tribes, by their numbers.
pub async fn put(conn: &mut Conn, reader: MemberId, files: &str) -> sqlx::Result<Vec<About>> {
    macro_rules! put {
        ($numbers:expr) => {
            concat!(
                "select x.id, x.title, '' as lang, '/tribes/' || k.address || '/files/' || x.id as path,
                        k.id as audience, k.name as circle, k.name as where_name,
                        '/tribes/' || k.address || '/' as where_url, coalesce(m.name, '') as name, m.handle,
                        x.put_by as actor, m.picture, cast(null as bigint) as guest_picture, '' as html,
                        false as is_wrap_up, cast(null as bigint) as starts_at
                   from ",
                $numbers,
                " join tribe_file x on x.id = f.value
                   join circle k on k.id = x.tribe
                   left join member m on m.id = x.put_by
                  where k.id in (select s.circle from membership s where s.member = $1)"
            )
        };
    }
    let sql = conn.pick(put!(numbers!(sqlite "$2")), put!(numbers!(postgres "$2")));
    all!(conn, sql, reader, files)
}

/// Somebody who came.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Person {
    /// Who.
    pub id: MemberId,
    /// What they are called.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
    /// The file of their avatar.
    pub picture: Option<String>,
}

/// People by their numbers, called as in this course.
pub async fn people(conn: &mut Conn, members: &str, course: i64) -> sqlx::Result<Vec<Person>> {
    macro_rules! people {
        ($numbers:expr) => {
            concat!(
                "select m.id, ",
                called!("m.id", "$2", "m.name"),
                " as name, m.handle, m.picture from ",
                $numbers,
                " join member m on m.id = f.value where m.removed_at is null and m.suspended_at is null"
            )
        };
    }
    let sql = conn.pick(people!(numbers!(sqlite "$1")), people!(numbers!(postgres "$1")));
    all!(conn, sql, members, course)
}
