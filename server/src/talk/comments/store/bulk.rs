use super::super::{
    EntryInContext,
    bulk::{GuestMark, Moved, Which},
};
use crate::{
    all,
    ids::{CommentId, MemberId, Timestamp},
    kit::db::{Conn, Tx},
    one, run,
};

macro_rules! entries {
    ($($condition:literal),*) => {
        concat!(
            "select c.id, c.conversation, c.parent, c.writer, (c.approved_at is not null) as counts,
                    (c.approved_at is null) as waits from comment c
              where c.deleted_at is null",
            $(" and ", $condition),*
        )
    };
}

macro_rules! these_sqlite {
    () => {
        "c.id in (select value from json_each('[' || $2 || ']'))"
    };
}

macro_rules! these_postgres {
    () => {
        "c.id = any (string_to_array($2, ',')::bigint[])"
    };
}

fn list(ids: &[CommentId]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

pub async fn alive(tx: &mut Tx, which: Which<'_>) -> sqlx::Result<Vec<Moved>> {
    match which {
        Which::OfMember(writer) => all!(tx, entries!("c.hidden_at is null", "c.writer = $1"), writer),
        Which::These(writer, ids) => {
            let sql = tx.pick(
                concat!(entries!("c.hidden_at is null", "c.writer = $1"), " and ", these_sqlite!()),
                concat!(entries!("c.hidden_at is null", "c.writer = $1"), " and ", these_postgres!()),
            );
            all!(tx, sql, writer, list(ids))
        }
        Which::OfGuest(guest) => all!(
            tx,
            entries!(
                "c.hidden_at is null",
                "c.writer is null and c.kind = 'comment'",
                "(c.guest_key = $1 or (c.guest_email = $2 and c.guest_email <> ''))"
            ),
            guest.guest_key.as_deref(),
            &guest.guest_email
        ),
        Which::Listed(ids) => {
            let sql = tx.pick(
                concat!(entries!("c.hidden_at is null", "$1 = 0"), " and ", these_sqlite!()),
                concat!(entries!("c.hidden_at is null", "$1 = 0"), " and ", these_postgres!()),
            );
            all!(tx, sql, 0_i64, list(ids))
        }
    }
}

/// Those that were hidden at this moment; 0 is any.
pub async fn hidden(tx: &mut Tx, which: Which<'_>, at: Timestamp) -> sqlx::Result<Vec<Moved>> {
    match which {
        Which::OfMember(writer) => {
            all!(tx, entries!("c.hidden_at is not null", "c.writer = $1", "(c.hidden_at = $2 or $2 = 0)"), writer, at)
        }
        Which::These(writer, ids) => {
            let sql = tx.pick(
                concat!(
                    entries!("c.hidden_at is not null", "c.writer = $1", "(c.hidden_at = $3 or $3 = 0)"),
                    " and ",
                    these_sqlite!()
                ),
                concat!(
                    entries!("c.hidden_at is not null", "c.writer = $1", "(c.hidden_at = $3 or $3 = 0)"),
                    " and ",
                    these_postgres!()
                ),
            );
            all!(tx, sql, writer, list(ids), at)
        }
        Which::OfGuest(guest) => all!(
            tx,
            entries!(
                "c.hidden_at is not null",
                "c.writer is null and c.kind = 'comment'",
                "(c.guest_key = $1 or (c.guest_email = $2 and c.guest_email <> ''))",
                "(c.hidden_at = $3 or $3 = 0)"
            ),
            guest.guest_key.as_deref(),
            &guest.guest_email,
            at
        ),
        Which::Listed(ids) => {
            let sql = tx.pick(
                concat!(entries!("c.hidden_at is not null", "(c.hidden_at = $1 or $1 = 0)"), " and ", these_sqlite!()),
                concat!(
                    entries!("c.hidden_at is not null", "(c.hidden_at = $1 or $1 = 0)"),
                    " and ",
                    these_postgres!()
                ),
            );
            all!(tx, sql, at, list(ids))
        }
    }
}

pub async fn undeleted(tx: &mut Tx, writer: MemberId) -> sqlx::Result<Vec<Moved>> {
    all!(tx, entries!("c.writer = $1"), writer)
}

/// Updates entries by a list of numbers, and answers whether each counted before, or counts now.
macro_rules! update_these {
    ($set:literal, $unless:literal, $counts:literal, $sqlite:literal, $postgres:literal) => {
        (
            concat!(
                "update comment set ",
                $set,
                " where id in (select value from json_each('[' || ",
                $sqlite,
                " || ']')) and ",
                $unless,
                " returning id, conversation, parent, writer, ",
                $counts,
                " as counts, (approved_at is null) as waits"
            ),
            concat!(
                "update comment set ",
                $set,
                " where id = any (string_to_array(",
                $postgres,
                ", ',')::bigint[]) and ",
                $unless,
                " returning id, conversation, parent, writer, ",
                $counts,
                " as counts, (approved_at is null) as waits"
            ),
        )
    };
}

pub async fn hide(tx: &mut Tx, ids: &str) -> sqlx::Result<Vec<Moved>> {
    let now = tx.now;
    let (sqlite, postgres) = update_these!(
        "hidden_at = $1",
        "hidden_at is null and deleted_at is null",
        "(approved_at is not null)",
        "$2",
        "$2"
    );
    let sql = tx.pick(sqlite, postgres);
    all!(tx, sql, now, ids)
}

pub async fn unhide(tx: &mut Tx, ids: &str) -> sqlx::Result<Vec<Moved>> {
    let (sqlite, postgres) = update_these!(
        "hidden_at = null",
        "hidden_at is not null and deleted_at is null",
        "(approved_at is not null)",
        "$1",
        "$1"
    );
    let sql = tx.pick(sqlite, postgres);
    all!(tx, sql, ids)
}

pub async fn delete(tx: &mut Tx, ids: &str) -> sqlx::Result<Vec<Moved>> {
    let now = tx.now;
    let (sqlite, postgres) = update_these!(
        "deleted_at = $1, source = '', html = '', once = null",
        "deleted_at is null",
        "(approved_at is not null and hidden_at is null)",
        "$2",
        "$2"
    );
    let sql = tx.pick(sqlite, postgres);
    all!(tx, sql, now, ids)
}

pub async fn guest_of(conn: &mut Conn, id: CommentId) -> sqlx::Result<Option<GuestMark>> {
    one!(
        conn,
        "select guest_key, guest_email from comment
          where id = $1 and writer is null and kind = 'comment' and (guest_key is not null or guest_email <> '')",
        id
    )
}

pub async fn of_writer(
    conn: &mut Conn,
    writer: MemberId,
    before: CommentId,
    limit: i64,
) -> sqlx::Result<Vec<EntryInContext>> {
    all!(
        conn,
        concat!(
            "select ",
            columns!(),
            ", v.title as post_title, v.lang as post_lang, '' as guest_email
               from comment c join conversation v on v.id = c.conversation join post p on p.id = v.id
               join member w on w.id = c.writer
              where c.writer = $1 and c.id < $2 and c.deleted_at is null
                and (v.audience <> 0 or (p.hidden_at is not null and p.published_at is not null and p.audience <> 0))
                and not exists (select 1 from circle k where k.id = p.audience and k.hidden_at is not null)
              order by c.id desc limit $3"
        ),
        writer,
        before,
        limit
    )
}

pub async fn forget_visits(tx: &mut Tx, member: MemberId) -> sqlx::Result<()> {
    run!(tx, "delete from visit where member = $1", member)?;
    Ok(())
}
