//! What went stale: a number per topic that moves on with every change, so that whatever is kept in memory can tell
//! whether it still holds, without asking the database and without waiting for time to pass.

use std::{
    hash::{BuildHasher, RandomState},
    sync::atomic::{AtomicU64, Ordering},
};

use crate::events::{Event, Topic, stale};

const COUNTERS: usize = 1 << 14;

/// The stamps of all topics: a fixed field of counters that topics share by their hash, so that memory never grows.
/// Two topics on one counter only cost a needless rendering.
pub struct Stamps {
    counters: Vec<AtomicU64>,
    hash: RandomState,
}

/// What the stamps of some topics were at one moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seen(Vec<(usize, u64)>);

impl Default for Stamps {
    fn default() -> Self {
        Self { counters: (0..COUNTERS).map(|_| AtomicU64::new(0)).collect(), hash: RandomState::new() }
    }
}

impl Stamps {
    /// The stamps of these topics now. Take them before reading, so that a change in between is noticed.
    pub fn look(&self, topics: &[Topic]) -> Seen {
        Seen(topics.iter().map(|topic| self.slot(*topic)).map(|at| (at, self.at(at))).collect())
    }

    /// Whether nothing of it has changed since.
    pub fn hold(&self, seen: &Seen) -> bool {
        seen.0.iter().all(|(at, stamp)| self.at(*at) == *stamp)
    }

    /// Everything this event makes stale.
    pub fn touch(&self, event: Event) {
        for topic in stale(event) {
            self.counters[self.slot(topic)].fetch_add(1, Ordering::AcqRel);
        }
    }

    /// Everything there is: for when notices from other nodes may have been missed.
    pub fn touch_all(&self) {
        for counter in &self.counters {
            counter.fetch_add(1, Ordering::AcqRel);
        }
    }

    fn slot(&self, topic: Topic) -> usize {
        usize::try_from(self.hash.hash_one(topic) % COUNTERS as u64).unwrap_or(0)
    }

    fn at(&self, slot: usize) -> u64 {
        self.counters[slot].load(Ordering::Acquire)
    }
}
