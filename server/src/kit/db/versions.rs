//! Cache invalidation: a version counter per topic. A cached value is valid while the versions it was made under are
//! unchanged, so nothing has to ask the database, or wait for time to pass, to know whether it still holds.

use std::{
    hash::{BuildHasher, BuildHasherDefault, DefaultHasher},
    sync::atomic::{AtomicU64, Ordering},
};

use crate::events::{Event, Topic, invalidates};

const COUNTERS: usize = 1 << 14;

/// The versions of all topics: a fixed field of counters that topics share by their hash, so that memory never grows.
/// Two topics on one counter only cost a needless rendering.
pub struct Versions {
    counters: Vec<AtomicU64>,
    /// The same in each run, so that what shares a counter once always does: nobody but us chooses what a topic is.
    hash: BuildHasherDefault<DefaultHasher>,
}

/// What the versions of some topics were at one moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Snapshot(Vec<(usize, u64)>);

impl Default for Versions {
    fn default() -> Self {
        Self { counters: (0..COUNTERS).map(|_| AtomicU64::new(0)).collect(), hash: BuildHasherDefault::default() }
    }
}

impl Versions {
    /// The versions of these topics now. Take them before reading, so that a change in between is noticed.
    pub fn snapshot(&self, topics: &[Topic]) -> Snapshot {
        Snapshot(topics.iter().map(|topic| self.slot(*topic)).map(|at| (at, self.at(at))).collect())
    }

    /// Whether nothing of it has changed since.
    pub fn is_current(&self, seen: &Snapshot) -> bool {
        seen.0.iter().all(|(at, version)| self.at(*at) == *version)
    }

    /// Invalidates everything this event changes.
    pub fn bump(&self, event: Event) {
        let topics = invalidates(event);
        let anything = (!topics.is_empty()).then_some(Topic::Anything);
        for topic in topics.into_iter().chain(anything) {
            self.counters[self.slot(topic)].fetch_add(1, Ordering::AcqRel);
        }
    }

    /// Invalidates everything: for when notifications from other nodes may have been missed.
    pub fn bump_all(&self) {
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
