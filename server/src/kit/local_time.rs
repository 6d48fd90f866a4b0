//! Planned moments and days: what a clock on a wall in some time zone shows. They are the truth of what is planned, and
//! the moment in UTC is reckoned from them; a calendar that moves by whole days never moves the hour.

use std::{fmt, str::FromStr};

use jiff::{
    ToSpan,
    civil::{Date, DateTime},
    tz::TimeZone,
};

use crate::ids::Timestamp;

/// A date and a time of day without a zone: `2026-09-07T09:00`, as forms send it (`datetime-local`, WHATWG HTML 2.3.5.5)
/// and as it is stored.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct LocalTime(DateTime);

impl LocalTime {
    /// The moment at which clocks in this zone show it. One that they skip comes later by the gap, of one that they show
    /// twice it is the earlier (RFC 5545, 3.3.5).
    pub fn moment(self, zone: &TimeZone) -> Timestamp {
        let at = zone.to_ambiguous_zoned(self.0).compatible();
        Timestamp(at.map_or(0, |at| at.timestamp().as_millisecond()))
    }

    /// What clocks in this zone show at a moment, in whole minutes.
    pub fn of(at: Timestamp, zone: &TimeZone) -> Self {
        let at = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned(zone.clone()).datetime();
        Self(at.with().second(0).subsec_nanosecond(0).build().unwrap_or(at))
    }

    /// The same time of day so many days later, or earlier.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(days.days()))
    }

    /// The day it is on.
    pub fn day(self) -> Day {
        Day(self.0.date())
    }
}

impl FromStr for LocalTime {
    type Err = &'static str;
    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        let typed = typed.trim();
        // Anything with a zone, or a day alone, is something else.
        let is_form = typed.len() >= 16 && typed.as_bytes()[10] == b'T' && !typed.ends_with('Z');
        let at = is_form.then(|| typed.parse::<DateTime>().ok()).flatten();
        at.filter(|at| (1900..=2999).contains(&at.year())).map(Self).ok_or("field-moment-wrong")
    }
}

impl fmt::Display for LocalTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.strftime("%Y-%m-%dT%H:%M").fmt(f)
    }
}

/// A calendar day without a zone: `2026-09-07`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Day(pub Date);

impl Day {
    /// The day it is in this zone.
    pub fn of(at: Timestamp, zone: &TimeZone) -> Self {
        LocalTime::of(at, zone).day()
    }

    /// So many days later, or earlier.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(days.days()))
    }

    /// How many days it is after another; negative if before.
    pub fn days_after(self, other: Self) -> i64 {
        (self.0 - other.0).get_days().into()
    }

    /// This day at a time of day.
    pub fn at(self, hour: i8, minute: i8) -> LocalTime {
        LocalTime(self.0.at(hour.clamp(0, 23), minute.clamp(0, 59), 0, 0))
    }

    /// The moment it begins in this zone.
    pub fn begin(self, zone: &TimeZone) -> Timestamp {
        self.at(0, 0).moment(zone)
    }
}

impl FromStr for Day {
    type Err = &'static str;
    fn from_str(typed: &str) -> Result<Self, Self::Err> {
        let day = (typed.trim().len() == 10).then(|| typed.trim().parse::<Date>().ok()).flatten();
        day.filter(|day| (1900..=2999).contains(&day.year())).map(Self).ok_or("field-day-wrong")
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.strftime("%Y-%m-%d").fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str) -> Timestamp {
        Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_millisecond())
    }

    #[test]
    fn whole_days_never_move_the_hour() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let due: LocalTime = "2026-10-22T18:00".parse().unwrap();
        assert_eq!(due.moment(&berlin), utc("2026-10-22T16:00:00Z"));
        assert_eq!(due.plus_days(7).moment(&berlin), utc("2026-10-29T17:00:00Z"));
        let chicago = TimeZone::get("America/Chicago").unwrap();
        let due: LocalTime = "2026-01-18T23:59".parse().unwrap();
        assert_eq!(due.plus_days(56).to_string(), "2026-03-15T23:59");
        assert_eq!(due.plus_days(56).moment(&chicago), utc("2026-03-16T04:59:00Z"));
    }

    #[test]
    fn a_time_that_clocks_skip_comes_later_and_one_they_show_twice_is_the_earlier() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let skipped: LocalTime = "2027-03-28T02:30".parse().unwrap();
        assert_eq!(skipped.moment(&berlin), utc("2027-03-28T01:30:00Z"));
        let twice: LocalTime = "2026-10-25T02:30".parse().unwrap();
        assert_eq!(twice.moment(&berlin), utc("2026-10-25T00:30:00Z"));
    }

    #[test]
    fn what_is_no_day_or_moment_is_refused() {
        for wrong in
            ["", "soon", "2026-09-07", "2026-13-01T09:00", "2026-09-07T09:00Z", "2026-09-07 09:00", "9999-01-01T00:00"]
        {
            assert!(wrong.parse::<LocalTime>().is_err(), "{wrong}");
        }
        for wrong in ["", "2026-02-30", "7.9.2026", "2026-09-07T09:00", "0001-01-01"] {
            assert!(wrong.parse::<Day>().is_err(), "{wrong}");
        }
        let day: Day = "2026-02-28".parse().unwrap();
        assert_eq!(day.plus_days(1).to_string(), "2026-03-01");
        assert_eq!(day.plus_days(1).days_after(day), 1);
        assert_eq!(day.at(9, 0).to_string(), "2026-02-28T09:00");
    }
}
