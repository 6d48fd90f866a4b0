//! The words for "which" and "when": ids and moments, made by the app and never by the database.
//!
//! An id is 63 bits: 41 of milliseconds since 2020, 9 of the node that made it, 13 of a counter. Ids therefore sort by
//! time, are unique across nodes, and are written as strings in addresses and JSON, where a number would lose digits.

use std::{
    fmt,
    str::FromStr,
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{SystemTime, UNIX_EPOCH},
};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// 2020-01-01T00:00:00Z, the zero of ids, in Unix milliseconds.
const EPOCH: i64 = 1_577_836_800_000;
const NODE_BITS: u32 = 9;
const COUNTER_BITS: u32 = 13;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug, sqlx::Type)]
        #[sqlx(transparent)]
        pub struct $name(pub i64);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(from)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

id! {
    /// A person with an account, claimed or not.
    MemberId
}
id! {
    /// A picture or another file that a member put into a text.
    UploadId
}
id! {
    /// A blog.
    BlogId
}
id! {
    /// A post or a page of a blog. Its conversation has the same number.
    PostId
}
id! {
    /// A circle of people who may read together: everyone, the members, a course, a homeroom, a tribe.
    CircleId
}
id! {
    /// All comments under one thing; the number is that thing's own.
    ConversationId
}
id! {
    /// One entry of a conversation.
    CommentId
}
id! {
    /// Those who write private messages to one another, and what they wrote.
    CorrespondenceId
}
id! {
    /// A private message.
    MessageId
}
id! {
    /// A session, by the beginning of the hash that the database knows it by.
    SessionId
}
id! {
    /// A row that needs a number but no type of its own: an invitation, a job, an audit entry.
    RowId
}

impl From<PostId> for ConversationId {
    fn from(post: PostId) -> Self {
        Self(post.0)
    }
}

/// A moment in UTC, in milliseconds since 1970.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default, Serialize, Deserialize, sqlx::Type)]
#[sqlx(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// The moment so many minutes later (or earlier).
    #[must_use]
    pub const fn plus_minutes(self, minutes: i64) -> Self {
        Self(self.0 + minutes * 60_000)
    }

    /// The moment so many days later (or earlier).
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        self.plus_minutes(days * 24 * 60)
    }
}

impl From<&Timestamp> for Timestamp {
    fn from(moment: &Timestamp) -> Self {
        *moment
    }
}

// Templates hand over references to references.
impl From<&&Timestamp> for Timestamp {
    fn from(moment: &&Timestamp) -> Self {
        **moment
    }
}

/// Tells the time: the machine's in earnest, a given one in tests.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The machine's own clock.
    System,
    /// A clock that stands until it is moved, in Unix milliseconds.
    #[cfg_attr(not(test), expect(dead_code, reason = "only tests set the clock"))]
    Set(Arc<AtomicI64>),
}

impl Clock {
    /// The present moment.
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => {
                let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
                Timestamp(i64::try_from(since.as_millis()).unwrap_or(i64::MAX))
            }
            Self::Set(millis) => Timestamp(millis.load(Ordering::Relaxed)),
        }
    }
}

/// Makes ids: rising, and different on every node.
#[derive(Debug)]
pub struct Ids {
    clock: Clock,
    node: AtomicI64,
    last: AtomicI64,
}

impl Ids {
    /// Ids for the node with this number, 0 to 511.
    pub fn new(clock: Clock, node: u16) -> Self {
        Self { clock, node: AtomicI64::new(i64::from(node) & ((1 << NODE_BITS) - 1)), last: AtomicI64::new(0) }
    }

    /// From now on ids are those of another node, whose number this one took.
    pub fn renumber(&self, node: u16) {
        self.node.store(i64::from(node) & ((1 << NODE_BITS) - 1), Ordering::Relaxed);
    }

    /// From now on ids come after this one, also when the clock was set back meanwhile.
    pub fn follow(&self, id: i64) {
        let ticks = (id >> (NODE_BITS + COUNTER_BITS) << COUNTER_BITS) | ((1 << COUNTER_BITS) - 1);
        self.last.fetch_max(ticks, Ordering::Relaxed);
    }

    /// The next id. A full millisecond borrows from the following one, so ids never repeat and never fall.
    pub fn next(&self) -> i64 {
        let now = (self.clock.now().0 - EPOCH).max(0) << COUNTER_BITS;
        let follow = |last: i64| Some(now.max(last + 1));
        let ticks = match self.last.fetch_update(Ordering::Relaxed, Ordering::Relaxed, follow) {
            Ok(last) | Err(last) => now.max(last + 1),
        };
        let (millis, counter) = (ticks >> COUNTER_BITS, ticks & ((1 << COUNTER_BITS) - 1));
        millis << (NODE_BITS + COUNTER_BITS) | self.node.load(Ordering::Relaxed) << COUNTER_BITS | counter
    }
}

/// The lowest id of a moment: what was made before is below it.
pub const fn at(moment: Timestamp) -> i64 {
    let millis = moment.0 - EPOCH;
    if millis > 0 { millis << (NODE_BITS + COUNTER_BITS) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_rise_even_when_the_clock_stands_still() {
        let ids = Ids::new(Clock::Set(Arc::new(AtomicI64::new(EPOCH + 5))), 3);
        let made: Vec<i64> = (0..20_000).map(|_| ids.next()).collect();
        assert!(made.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn ids_never_go_back_when_the_clock_does() {
        let before = Ids::new(Clock::Set(Arc::new(AtomicI64::new(EPOCH + 3_600_000))), 300).next();
        let ids = Ids::new(Clock::Set(Arc::new(AtomicI64::new(EPOCH + 5))), 2);
        ids.follow(before);
        let after = ids.next();
        assert!(after > before);
        ids.renumber(400);
        assert!(ids.next() > after);
    }

    #[test]
    fn two_nodes_never_make_the_same_id() {
        let clock = Clock::Set(Arc::new(AtomicI64::new(EPOCH + 5)));
        let (one, two) = (Ids::new(clock.clone(), 1), Ids::new(clock, 2));
        let made: std::collections::HashSet<i64> = (0..5_000).flat_map(|_| [one.next(), two.next()]).collect();
        assert_eq!(made.len(), 10_000);
    }
}
