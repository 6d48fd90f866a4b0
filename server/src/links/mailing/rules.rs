//! When an e-mail may go: hours, days, quiet and pauses, in the member's own time zone.

use jiff::{civil::Weekday, tz::TimeZone};

use super::{Mailing, Mode};
use crate::ids::Timestamp;

/// The next digest after a moment; none for whoever wants none.
pub fn next_digest(mailing: &Mailing, zone: &TimeZone, after: Timestamp) -> Option<Timestamp> {
    let now = zoned(after, zone);
    let days = match mailing.mode() {
        Mode::Never => return None,
        Mode::Now | Mode::Daily => 1,
        Mode::Weekly => 7,
    };
    let day = match mailing.mode() {
        Mode::Weekly => {
            let wanted = Weekday::from_monday_one_offset(i8::try_from(mailing.weekday).ok()?).ok()?;
            now.date().checked_add(jiff::Span::new().days(i64::from(now.date().weekday().until(wanted)))).ok()?
        }
        _ => now.date(),
    };
    let hour = i8::try_from(mailing.hour).ok()?;
    // An hour that the clock leaves out is the one after it; one that comes twice is the first.
    let at = |day: jiff::civil::Date| day.at(hour, 0, 0, 0).to_zoned(zone.clone()).ok();
    let this = at(day)?;
    let next = if this > now { this } else { at(day.checked_add(jiff::Span::new().days(days)).ok()?)? };
    Some(Timestamp(next.timestamp().as_millisecond()))
}

/// When the quiet hours end that a moment lies in; nothing if it lies in none.
pub fn quiet_until(mailing: &Mailing, zone: &TimeZone, at: Timestamp) -> Option<Timestamp> {
    let (from, until) = (i8::try_from(mailing.quiet_from).ok()?, i8::try_from(mailing.quiet_until).ok()?);
    let now = zoned(at, zone);
    let hour = now.hour();
    let is_quiet = if from <= until { (from..until).contains(&hour) } else { hour >= from || hour < until };
    if !is_quiet {
        return None;
    }
    let day = if hour < until { now.date() } else { now.date().tomorrow().ok()? };
    let end = day.at(until, 0, 0, 0).to_zoned(zone.clone()).ok()?;
    Some(Timestamp(end.timestamp().as_millisecond()))
}

/// When the day began that a moment lies in.
pub fn day_began(zone: &TimeZone, at: Timestamp) -> Timestamp {
    let start = zoned(at, zone).start_of_day();
    start.map_or(at, |start| Timestamp(start.timestamp().as_millisecond()))
}

/// The day (ISO 8601) that a moment lies in.
pub fn day_of(zone: &TimeZone, at: Timestamp) -> String {
    zoned(at, zone).date().to_string()
}

/// When a day (ISO 8601) begins.
pub fn begin_of(zone: &TimeZone, day: &str) -> Result<Timestamp, &'static str> {
    let day = day.parse::<jiff::civil::Date>().ok().and_then(|day| day.to_zoned(zone.clone()).ok());
    day.map(|day| Timestamp(day.timestamp().as_millisecond())).ok_or("mail-paused-wrong")
}

fn zoned(at: Timestamp, zone: &TimeZone) -> jiff::Zoned {
    jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned(zone.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        Timestamp(text.parse::<jiff::Timestamp>().unwrap().as_millisecond())
    }

    fn mailing(mode: Mode, hour: i64) -> Mailing {
        Mailing { mode: mode.word().into(), hour, ..Mailing::usual() }
    }

    #[test]
    fn digests_come_at_the_members_own_hour() {
        let lisbon = TimeZone::get("Europe/Lisbon").unwrap();
        let daily = mailing(Mode::Daily, 7);
        assert_eq!(next_digest(&daily, &lisbon, at("2026-07-01T05:59:59Z")), Some(at("2026-07-01T06:00:00Z")));
        assert_eq!(next_digest(&daily, &lisbon, at("2026-07-01T06:00:00Z")), Some(at("2026-07-02T06:00:00Z")));
        assert_eq!(next_digest(&mailing(Mode::Never, 7), &lisbon, at("2026-07-01T06:00:00Z")), None);
    }

    #[test]
    fn weekly_digests_come_on_their_day() {
        let zone = TimeZone::get("Pacific/Auckland").unwrap();
        // Thursday evening there.
        let now = at("2026-11-26T06:00:00Z");
        for (weekday, day) in [(4, "2026-12-02T18:00:00Z"), (5, "2026-11-26T18:00:00Z"), (1, "2026-11-29T18:00:00Z")] {
            let weekly = Mailing { weekday, ..mailing(Mode::Weekly, 7) };
            assert_eq!(next_digest(&weekly, &zone, now), Some(at(day)), "{weekday}");
        }
    }

    #[test]
    fn a_digest_comes_once_a_day_also_when_the_clock_is_changed() {
        let berlin = TimeZone::get("Europe/Berlin").unwrap();
        let daily = mailing(Mode::Daily, 2);
        let mut now = at("2026-03-27T12:00:00Z");
        let mut days = vec![];
        for _ in 0..4 {
            now = next_digest(&daily, &berlin, now).unwrap();
            days.push(zoned(now, &berlin).date().day());
        }
        assert_eq!(days, [28, 29, 30, 31]);
        now = at("2026-10-24T12:00:00Z");
        let mut days = vec![];
        for _ in 0..3 {
            now = next_digest(&daily, &berlin, now).unwrap();
            days.push(zoned(now, &berlin).date().day());
        }
        assert_eq!(days, [25, 26, 27]);
    }

    #[test]
    fn quiet_hours_may_go_over_midnight() {
        let utc = TimeZone::UTC;
        let night = Mailing { quiet_from: 22, quiet_until: 7, ..Mailing::usual() };
        assert_eq!(quiet_until(&night, &utc, at("2026-07-01T21:59:00Z")), None);
        assert_eq!(quiet_until(&night, &utc, at("2026-07-01T22:00:00Z")), Some(at("2026-07-02T07:00:00Z")));
        assert_eq!(quiet_until(&night, &utc, at("2026-07-02T06:59:00Z")), Some(at("2026-07-02T07:00:00Z")));
        assert_eq!(quiet_until(&night, &utc, at("2026-07-02T07:00:00Z")), None);
        let noon = Mailing { quiet_from: 12, quiet_until: 13, ..Mailing::usual() };
        assert_eq!(quiet_until(&noon, &utc, at("2026-07-01T12:30:00Z")), Some(at("2026-07-01T13:00:00Z")));
        let none = Mailing { quiet_from: 7, quiet_until: 7, ..Mailing::usual() };
        assert_eq!(quiet_until(&none, &utc, at("2026-07-01T07:00:00Z")), None);
    }
}
