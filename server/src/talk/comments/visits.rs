//! What a member has read of a conversation, entry by entry. Everything that was approved up to a moment is read; of what
//! came after it, the entries that are named. When nothing unread lies between, the moment moves on and names go, so
//! there are never more than a few.

use std::collections::HashSet;

use super::{News, store, visit, visit_end};
use crate::{
    ids::{CommentId, ConversationId, MemberId, Timestamp},
    kit::db::{Conn, Tx},
};

/// So many entries after what was read before are looked at, and so many names are kept at most.
const SPAN: i64 = 500;

/// Since when entries are new to a member, and which of them they have read all the same.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Since {
    /// What was approved later is new.
    pub at: Timestamp,
    /// The numbers of those that are not, each between commas.
    pub(super) but: String,
}

impl Since {
    /// Everything since a moment.
    pub const fn moment(at: Timestamp) -> Self {
        Self { at, but: String::new() }
    }

    /// Whether an entry that was approved at this moment is new.
    pub fn is_new(&self, id: CommentId, approved_at: Timestamp) -> bool {
        approved_at > self.at && !self.but.contains(&format!(",{id},"))
    }
}

/// How far a member has read in a conversation.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Read {
    /// Where the visit before this one had come to.
    pub before_at: Timestamp,
    /// Everything up to here is read.
    pub seen_at: Timestamp,
    /// And these beyond it.
    pub ahead: String,
    /// When the last of them was read.
    pub ahead_at: Timestamp,
}

/// What is to be noted when entries were read.
#[derive(PartialEq, Eq, Debug)]
enum Noted {
    /// Nothing unread is left.
    Everything,
    /// All that was approved up to this moment, and these beyond it.
    UpTo(Timestamp, Vec<CommentId>),
}

/// Reckons what is read, of entries in the order of their approval that came after what was read before.
fn reckon(seen_at: Timestamp, after: &[(CommentId, Timestamp)], read: &HashSet<CommentId>) -> Noted {
    let Some((_, first)) = after.iter().find(|(id, _)| !read.contains(id)) else { return Noted::Everything };
    // Others may have been approved at the same moment.
    let seen_at = seen_at.max(Timestamp(first.0 - 1));
    let beyond = after.iter().filter(|(id, at)| *at > seen_at && read.contains(id)).map(|(id, _)| *id);
    Noted::UpTo(seen_at, beyond.collect())
}

/// Since when entries are new to a member; none on their first visit. What was read during a visit is marked until the
/// visit ends.
pub async fn new_since(
    conn: &mut Conn,
    member: MemberId,
    conversation: ConversationId,
    now: Timestamp,
) -> anyhow::Result<Option<Since>> {
    let Some(last) = store::last_visit(conn, member, conversation).await? else { return Ok(None) };
    let since = if last.seen_at.max(last.ahead_at) < visit_end(now) {
        Since { at: last.seen_at, but: last.ahead }
    } else {
        Since::moment(last.before_at)
    };
    Ok((since.at.0 > 0).then_some(since))
}

/// What is new to a member since then.
pub async fn new_to(
    conn: &mut Conn,
    conversation: ConversationId,
    member: MemberId,
    since: &Since,
) -> anyhow::Result<News> {
    Ok(store::new_to(conn, conversation, member, since).await?)
}

/// A member has read these entries of a conversation, and no others.
pub async fn read(
    tx: &mut Tx,
    member: MemberId,
    conversation: ConversationId,
    entries: &[CommentId],
) -> anyhow::Result<()> {
    let Some(last) = store::hold_visit(tx, member, conversation).await? else {
        // Whoever comes for the first time knows nothing old, so nothing is new to them.
        return visit(tx, member, conversation).await;
    };
    let after = store::read_after(tx, member, conversation, last.seen_at, SPAN).await?;
    let known = last.ahead.split(',').filter_map(|id| id.parse().ok());
    let read: HashSet<CommentId> = known.chain(entries.iter().copied()).collect();
    let is_all = i64::try_from(after.len())? < SPAN;
    let (seen_at, mut beyond) = match reckon(last.seen_at, &after, &read) {
        Noted::Everything if is_all => return visit(tx, member, conversation).await,
        Noted::Everything => (after.last().map_or(last.seen_at, |(_, at)| *at), vec![]),
        Noted::UpTo(seen_at, beyond) => (seen_at, beyond),
    };
    if !is_all {
        let looked_at: HashSet<CommentId> = after.iter().map(|(id, _)| *id).collect();
        beyond.extend(read.difference(&looked_at));
        beyond.sort_unstable();
        beyond.truncate(usize::try_from(SPAN)?);
    }
    let names: Vec<String> = beyond.iter().map(ToString::to_string).collect();
    let ahead = if names.is_empty() { String::new() } else { format!(",{},", names.join(",")) };
    if seen_at != last.seen_at || ahead != last.ahead {
        store::read_ahead(tx, member, conversation, seen_at, &ahead, visit_end(tx.now)).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(all: &[(i64, i64)]) -> Vec<(CommentId, Timestamp)> {
        all.iter().map(|(id, at)| (CommentId(*id), Timestamp(*at))).collect()
    }

    fn set(read: &[i64]) -> HashSet<CommentId> {
        read.iter().copied().map(CommentId).collect()
    }

    #[test]
    fn what_is_read_in_order_needs_no_names() {
        let after = entries(&[(1, 10), (2, 20), (3, 30)]);
        assert_eq!(reckon(Timestamp(5), &after, &set(&[1, 2])), Noted::UpTo(Timestamp(29), vec![]));
        assert_eq!(reckon(Timestamp(5), &after, &set(&[3])), Noted::UpTo(Timestamp(9), vec![CommentId(3)]));
        assert_eq!(reckon(Timestamp(5), &after, &set(&[1, 2, 3])), Noted::Everything);
        assert_eq!(reckon(Timestamp(5), &[], &set(&[])), Noted::Everything);
    }

    #[test]
    fn of_those_that_came_in_one_moment_each_is_read_by_itself() {
        let after = entries(&[(1, 10), (2, 10), (3, 10)]);
        assert_eq!(reckon(Timestamp(5), &after, &set(&[2])), Noted::UpTo(Timestamp(9), vec![CommentId(2)]));
    }

    #[test]
    fn whatever_is_read_in_whatever_order_exactly_that_is_read() {
        let mut seed = 41_u64;
        let mut chance = |of: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % of
        };
        for _ in 0..300 {
            let mut at = 10;
            let all: Vec<(CommentId, Timestamp)> = (1..=12)
                .map(|id| {
                    at += i64::try_from(chance(3)).unwrap();
                    (CommentId(id), Timestamp(at))
                })
                .collect();
            let (mut seen_at, mut ahead, mut truly) = (Timestamp(5), HashSet::new(), HashSet::new());
            for _ in 0..8 {
                let id = CommentId(i64::try_from(chance(12)).unwrap() + 1);
                truly.insert(id);
                ahead.insert(id);
                let after: Vec<_> = all.iter().copied().filter(|(_, at)| *at > seen_at).collect();
                match reckon(seen_at, &after, &ahead) {
                    Noted::Everything => seen_at = Timestamp(i64::MAX),
                    Noted::UpTo(until, beyond) => (seen_at, ahead) = (until, beyond.into_iter().collect()),
                }
                let unread = |id: CommentId, at: Timestamp| at > seen_at && !ahead.contains(&id);
                assert!(all.iter().all(|(id, at)| unread(*id, *at) != truly.contains(id)), "{truly:?}");
            }
        }
    }
}
