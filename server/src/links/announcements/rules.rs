//! Who may announce something, and what an announcement may be: how long, and from when until when.

use jiff::{civil::DateTime, tz::TimeZone};

use crate::{
    audiences::circles::{Kind, Part},
    ids::Timestamp,
};

/// No title is longer, in characters.
pub const LONGEST_TITLE: usize = 150;
/// No text is longer, in characters.
pub const LONGEST_TEXT: usize = 20_000;

/// Whether whoever is this in a circle may announce something to those in it.
pub fn may_announce(kind: Kind, part: Part) -> bool {
    match kind {
        Kind::Course => part == Part::Instructor,
        Kind::Homeroom => matches!(part, Part::Guide | Part::Instructor),
        Kind::Tribe => part == Part::Leader,
        Kind::Staff => false,
    }
}

/// A moment as a form sends it (`datetime-local`, WHATWG HTML 2.3.5.5) in a time zone; nothing if it was left empty.
pub fn moment(zone: &TimeZone, typed: &str) -> Result<Option<Timestamp>, &'static str> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let at = typed.trim().parse::<DateTime>().ok().and_then(|at| at.to_zoned(zone.clone()).ok());
    at.map(|at| Some(Timestamp(at.timestamp().as_millisecond()))).ok_or("announcement-moment-wrong")
}

/// A moment as a form shows it.
pub fn typed(zone: &TimeZone, at: Option<Timestamp>) -> String {
    let at = at.and_then(|at| jiff::Timestamp::from_millisecond(at.0).ok());
    at.map_or_else(String::new, |at| at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M").to_string())
}

/// When the day ends that a moment lies in.
pub fn end_of_day(zone: &TimeZone, at: Timestamp) -> Timestamp {
    let now = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned(zone.clone());
    let end = now.tomorrow().and_then(|day| day.start_of_day());
    end.map_or_else(|_| at.plus_days(1), |end| Timestamp(end.timestamp().as_millisecond()))
}

/// One that ends ends after it began, and not before now.
pub fn ends_in_time(begins: Option<Timestamp>, ends: Option<Timestamp>, now: Timestamp) -> bool {
    ends.is_none_or(|ends| ends > begins.unwrap_or(now).max(now))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_those_of_the_organisers_own_clock() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let at = moment(&berlin, "2026-07-01T09:30").unwrap();
        assert_eq!(at, Some(Timestamp("2026-07-01T07:30:00Z".parse::<jiff::Timestamp>().unwrap().as_millisecond())));
        assert_eq!(typed(&berlin, at), "2026-07-01T09:30");
        assert_eq!(moment(&berlin, " "), Ok(None));
        assert_eq!(typed(&berlin, None), "");
        for wrong in ["soon", "2026-13-01T09:30", "2026-07-01T25:00", "-"] {
            assert!(moment(&berlin, wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn nothing_ends_before_it_begins() {
        let at = |minutes| Some(Timestamp(0).plus_minutes(minutes));
        let now = Timestamp(0).plus_minutes(10);
        assert!(ends_in_time(None, None, now) && ends_in_time(None, at(11), now) && ends_in_time(at(20), at(21), now));
        assert!(
            !ends_in_time(None, at(10), now) && !ends_in_time(at(20), at(20), now) && !ends_in_time(at(1), at(5), now)
        );
    }
}
