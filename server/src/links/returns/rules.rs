//! What follows from an e-mail that came back, and what can be done.

use super::Kind;
use crate::ids::Timestamp;

/// On so many days in a row an address fails for a reason that may pass, before nothing is sent to it any more.
const MOST_DAYS: i64 = 3;
/// Days that lie further apart than this are not in a row.
const APART_DAYS: i64 = 14;
const DAY: i64 = 24 * 60 * 60 * 1000;

/// What follows for the address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Follows {
    /// Nothing: it may still arrive, or it is the site that has to mend something.
    Nothing,
    /// It counts; what happens again on other days stops the address.
    Counts,
    /// Nothing about news is sent there any more.
    Stops,
    /// E-mails about news end, as their recipient asked.
    Ends,
}

/// The three numbers of a status (RFC 3463); zeros if there are none.
fn numbers(status: &str) -> (u16, u16, u16) {
    let mut numbers = status.split('.').map(|number| number.parse().unwrap_or(0));
    let mut next = || numbers.next().unwrap_or(0);
    (next(), next(), next())
}

/// What follows from a report with this status.
pub fn follows(kind: Kind, status: &str) -> Follows {
    match (kind, numbers(status)) {
        (Kind::Complaint, _) => Follows::Ends,
        // It may still arrive; or its sender is what is wrong, or what it may do: the site's own.
        (Kind::Delay, _) | (_, (_, 1, 7 | 8) | (_, 7, _)) => Follows::Nothing,
        // No such mailbox, no such domain, moved away, takes no mail at all (RFC 7505), closed.
        (_, (5, 1, 1 | 2 | 3 | 6 | 10) | (5, 2, 1)) => Follows::Stops,
        _ => Follows::Counts,
    }
}

/// The message that says what can be done.
pub fn remedy(kind: Kind, status: &str) -> &'static str {
    match (kind, numbers(status)) {
        (Kind::Complaint, _) => "undelivered-complaint",
        (_, (_, 1, 7 | 8) | (_, 7, _)) => "undelivered-distrusted",
        (_, (5, 1, _)) => "undelivered-unknown",
        (_, (_, 2, 2)) => "undelivered-full",
        (_, (_, 2, _)) => "undelivered-closed",
        (_, (_, 4, _)) => "undelivered-unreachable",
        _ => "undelivered-other",
    }
}

/// On how many days in a row it failed, now that it fails again; `before`: so many, the last of them then.
pub fn days(before: Option<(i64, Timestamp)>, now: Timestamp) -> i64 {
    match before {
        Some((_, last)) if last.plus_days(APART_DAYS) < now => 1,
        Some((days, last)) if last.0 / DAY == now.0 / DAY => days,
        Some((days, _)) => days + 1,
        None => 1,
    }
}

/// Whether that many are enough.
pub fn is_enough(days: i64) -> bool {
    days >= MOST_DAYS
}

/// Before this moment an address that failed and was not stopped has worked since.
pub fn works_again_before(now: Timestamp) -> Timestamp {
    now.plus_days(-APART_DAYS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_not_there_is_stopped_and_who_may_come_back_is_not() {
        for (status, what) in [
            ("5.1.1", Follows::Stops),
            ("5.1.2", Follows::Stops),
            ("5.1.10", Follows::Stops),
            ("5.2.1", Follows::Stops),
            ("5.2.2", Follows::Counts),
            ("4.2.2", Follows::Counts),
            ("5.4.4", Follows::Counts),
            ("5.0.0", Follows::Counts),
            ("", Follows::Counts),
            ("nonsense", Follows::Counts),
            ("5.7.1", Follows::Nothing),
            ("5.7.26", Follows::Nothing),
            ("5.1.8", Follows::Nothing),
        ] {
            assert_eq!(follows(Kind::Bounce, status), what, "{status}");
            assert_eq!(follows(Kind::Refused, status), what, "{status}");
        }
        assert_eq!(follows(Kind::Delay, "4.4.1"), Follows::Nothing);
        assert_eq!(follows(Kind::Complaint, ""), Follows::Ends);
    }

    #[test]
    fn days_count_once_each_and_begin_anew_after_a_while() {
        let now = Timestamp(1_788_339_600_000);
        assert_eq!(days(None, now), 1);
        assert_eq!(days(Some((1, now.plus_minutes(-5))), now), 1);
        assert_eq!(days(Some((1, now.plus_days(-1))), now), 2);
        assert_eq!(days(Some((2, now.plus_days(-14))), now), 3);
        assert_eq!(days(Some((2, now.plus_days(-15))), now), 1);
        assert!(is_enough(3) && !is_enough(2));
    }
}
