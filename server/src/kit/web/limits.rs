//! How often a stranger may do a thing. Counted on each node by itself.

use std::{
    collections::HashMap,
    hash::Hash,
    net::IpAddr,
    num::NonZeroU32,
    sync::{Arc, Mutex, PoisonError},
};

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::kit::error::Failure;

/// The limits, one for each thing a stranger can do.
pub struct Limits {
    /// Tries at a password or a link, by where they come from.
    pub tries: Limit<IpAddr>,
    tries_at: Limit<(String, IpAddr)>,
    tries_from_anywhere: Limit<String>,
    /// E-mails asked for, by who would get them.
    pub letters: Limit<String>,
    /// Accounts asked for.
    pub joins: Limit<IpAddr>,
    /// Comments by guests.
    pub guest_comments: Limit<IpAddr>,
    /// Reports by guests, by where they come from.
    pub guest_reports: Limit<IpAddr>,
    /// In how many seconds at most after its page was made it is doubted that a person sent a form; 0: never.
    pub typing_seconds: i64,
    /// Guests who want to be told by e-mail, by where they come from.
    pub told: Limit<IpAddr>,
    /// Comments and posts by members, by member.
    pub writing: Limit<i64>,
    /// Presses of a button that makes a page anew for others, by member.
    pub presses: Limit<i64>,
    /// Drafts that are kept while one types, by member.
    pub keeping: Limit<i64>,
    /// What the editor asks for while one writes, by member.
    pub lookups: Limit<i64>,
    /// Pages of other sites that are read for a member because they asked, by member.
    pub fetches: Limit<i64>,
    /// Credentials that are looked at for somebody, by where they come from: keys and lists are fetched for each.
    pub verifications: Limit<IpAddr>,
    /// Uploads, by member.
    pub uploads: Limit<i64>,
    /// Searches, by member or by where a stranger comes from.
    pub searches: Limit<String>,
    /// Suggestions while somebody types, by the same.
    pub hints: Limit<String>,
    /// New addresses by one member: of e-mail, which is then confirmed by an e-mail, of devices, which are then told that
    /// they are told, and those that are taken from others.
    pub moves: Limit<i64>,
}

/// A limit for each key: so many at once, and one more after a while.
pub struct Limit<K: Hash + Eq + Clone>(DefaultKeyedRateLimiter<K>);

impl<K: Hash + Eq + Clone> Limit<K> {
    fn per_minute(rate: u32, burst: u32) -> Self {
        let at_least_one = |number| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
        Self(RateLimiter::keyed(Quota::per_minute(at_least_one(rate)).allow_burst(at_least_one(burst))))
    }

    fn per_hour(rate: u32) -> Self {
        Self(RateLimiter::keyed(Quota::per_hour(NonZeroU32::new(rate).unwrap_or(NonZeroU32::MIN))))
    }

    /// One more by this key, or "too many".
    pub fn take(&self, key: &K) -> Result<(), Failure> {
        self.0.check_key(key).map_err(|_| Failure::TooMany)
    }
}

impl Limits {
    /// The limits of a site that people use.
    pub fn ordinary() -> Self {
        Self { typing_seconds: 3, ..Self::times(1) }
    }

    /// No limits to speak of, for measuring and for tests of other things.
    pub fn generous() -> Self {
        Self::times(100_000)
    }

    fn times(n: u32) -> Self {
        Self {
            tries: Limit::per_minute(20 * n, 20 * n),
            tries_at: Limit::per_minute(5 * n, 10 * n),
            tries_from_anywhere: Limit::per_minute(60 * n, 100 * n),
            letters: Limit::per_minute(n, 3 * n),
            joins: Limit::per_minute(5 * n, 10 * n),
            guest_comments: Limit::per_minute(4 * n, 10 * n),
            guest_reports: Limit::per_hour(10 * n),
            typing_seconds: 0,
            told: Limit::per_hour(20 * n),
            writing: Limit::per_minute(30 * n, 60 * n),
            presses: Limit::per_minute(60 * n, 120 * n),
            keeping: Limit::per_minute(60 * n, 120 * n),
            lookups: Limit::per_minute(120 * n, 240 * n),
            fetches: Limit::per_minute(6 * n, 12 * n),
            verifications: Limit::per_minute(10 * n, 20 * n),
            uploads: Limit::per_minute(10 * n, 20 * n),
            searches: Limit::per_minute(60 * n, 60 * n),
            hints: Limit::per_minute(240 * n, 120 * n),
            moves: Limit::per_hour(10 * n),
        }
    }

    /// One more try at one account. Those from one network come to an end early, those from anywhere much later, so
    /// that a stranger who guesses does not lock its owner out.
    pub fn try_at(&self, account: &str, ip: IpAddr) -> Result<(), Failure> {
        self.tries_at.take(&(account.to_owned(), ip))?;
        self.tries_from_anywhere.take(&account.to_owned())
    }

    /// Forgets keys that have not been seen for a while, so that memory stays small.
    pub fn forget_old(&self) {
        self.tries.0.retain_recent();
        self.tries_at.0.retain_recent();
        self.tries_from_anywhere.0.retain_recent();
        self.letters.0.retain_recent();
        self.joins.0.retain_recent();
        self.guest_comments.0.retain_recent();
        self.guest_reports.0.retain_recent();
        self.told.0.retain_recent();
        self.writing.0.retain_recent();
        self.presses.0.retain_recent();
        self.keeping.0.retain_recent();
        self.lookups.0.retain_recent();
        self.fetches.0.retain_recent();
        self.verifications.0.retain_recent();
        self.uploads.0.retain_recent();
        self.searches.0.retain_recent();
        self.hints.0.retain_recent();
        self.moves.0.retain_recent();
    }
}

/// How many of something there may be at once: in all, and from one network address, so that nobody takes every place.
#[derive(Clone)]
pub struct AtOnce {
    in_all: usize,
    of_one: usize,
    taken: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

/// A place that was taken; it is free again when this is dropped.
pub struct Taken {
    ip: IpAddr,
    taken: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

impl AtOnce {
    /// So many places in all, and so many for one address.
    pub fn new(in_all: usize, of_one: usize) -> Self {
        Self { in_all, of_one, taken: Arc::default() }
    }

    /// Takes a place, or "too many".
    pub fn take(&self, ip: IpAddr) -> Result<Taken, Failure> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let of_one = taken.get(&ip).copied().unwrap_or_default();
        if of_one >= self.of_one || taken.values().sum::<usize>() >= self.in_all {
            return Err(Failure::TooMany);
        }
        taken.insert(ip, of_one + 1);
        Ok(Taken { ip, taken: self.taken.clone() })
    }
}

impl Drop for Taken {
    fn drop(&mut self) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        match taken.get_mut(&self.ip) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(taken.remove(&self.ip)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_takes_every_place() {
        let (one, other) = (IpAddr::from([192, 0, 2, 1]), IpAddr::from([192, 0, 2, 2]));
        let places = AtOnce::new(3, 2);
        let first = places.take(one).unwrap();
        let _second = places.take(one).unwrap();
        assert!(places.take(one).is_err(), "one address has two at most");
        let _third = places.take(other).unwrap();
        assert!(places.take(other).is_err(), "and there are three in all");
        drop(first);
        let _again = places.take(other).unwrap();
        assert!(places.take(one).is_err());
    }
}
