//! How fast e-mails go to one receiving domain: each has a place in time, one behind the other, and whoever is told to slow
//! down does so there and nowhere else. Counted on this node alone.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use crate::ids::Timestamp;

const MINUTE: i64 = 60_000;
/// Places this far behind the present are given away at once, so that a few e-mails never wait.
const AT_ONCE: i64 = 10_000;
/// So long a domain is left alone that asked for it.
const SLOWER: i64 = 5 * MINUTE;
/// So many domains are remembered.
const MOST: usize = 10_000;

/// The next free place of each domain.
#[derive(Default)]
pub struct Pace {
    next: Mutex<HashMap<String, i64>>,
}

impl Pace {
    /// Takes a place for an e-mail to an address, at so many a minute; answers when it may go. None: now.
    pub fn place(&self, address: &str, a_minute: u16, now: Timestamp) -> Option<Timestamp> {
        let step = MINUTE.checked_div(i64::from(a_minute))?;
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        if next.len() > MOST {
            next.retain(|_, at| *at > now.0);
        }
        let place = next.entry(domain(address)).or_default();
        let at = (*place).max(now.0 - AT_ONCE);
        *place = at + step;
        (at > now.0).then_some(Timestamp(at))
    }

    /// A domain said that it takes no more for now.
    pub fn slow_down(&self, address: &str, now: Timestamp) {
        let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
        let place = next.entry(domain(address)).or_default();
        *place = (*place).max(now.0 + SLOWER);
    }
}

fn domain(address: &str) -> String {
    address.rsplit('@').next().unwrap_or_default().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_gets_so_many_a_minute_and_the_others_wait_for_none_of_it() {
        let (pace, now) = (Pace::default(), Timestamp(1_788_339_600_000));
        let places: Vec<i64> =
            (0..120).map(|_| pace.place("a@Large.example", 60, now).map_or(0, |at| at.0 - now.0)).collect();
        assert!(places[..10].iter().all(|wait| *wait == 0), "{places:?}");
        assert_eq!(places[70..72], [60_000, 61_000]);
        assert_eq!(pace.place("b@small.example", 60, now), None);
        assert_eq!(pace.place("c@large.example", 60, now.plus_minutes(10)), None);
        assert_eq!(pace.place("a@large.example", 0, now), None, "no rate is no limit");
    }

    #[test]
    fn a_domain_that_asks_for_it_is_left_alone_for_a_while() {
        let (pace, now) = (Pace::default(), Timestamp(1_788_339_600_000));
        pace.slow_down("a@large.example", now);
        assert_eq!(pace.place("b@large.example", 60, now), Some(now.plus_minutes(5)));
        assert_eq!(pace.place("b@small.example", 60, now), None);
    }
}
