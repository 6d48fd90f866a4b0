//! How a log is drawn.

use crate::{
    evidence::log::{Entry, Minutes, Timer, rules},
    ids::Timestamp,
    kit::{
        i18n::{Locale, time_zone},
        local_time::Day,
    },
};

/// A day as it is read.
pub fn day(t: &Locale, day: Day) -> String {
    t.calendar_day(day.0.year(), day.0.month(), day.0.day())
}

/// So many minutes as they are read: hours and minutes.
pub fn time(t: &Locale, minutes: i64) -> String {
    if minutes < 60 {
        return t.count("log-minutes-of", minutes);
    }
    let (hours, rest) = (t.number(minutes / 60), t.number(minutes % 60));
    t.with2("log-hours-of", ("hours", hours), ("minutes", rest))
}

/// The time a clock showed, with the short name of its zone.
fn clock(at: Timestamp, zone: &str) -> String {
    let at = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default().to_zoned(time_zone(zone));
    at.strftime("%H:%M %Z").to_string()
}

/// From when until when the timer of an entry ran.
pub fn ran(t: &Locale, entry: &Entry) -> Option<String> {
    let (began, ended) = (entry.began_at?, entry.ended_at?);
    Some(between(t, began, ended, &entry.zone))
}

/// From when until when a timer ran that was stopped.
pub fn ran_so_far(t: &Locale, timer: &Timer) -> Option<String> {
    Some(between(t, timer.began_at, timer.ended_at?, t.zone_name()))
}

fn between(t: &Locale, began: Timestamp, ended: Timestamp, zone: &str) -> String {
    let (from, until) = (clock(began, zone), clock(ended, zone));
    let minutes = time(t, rules::elapsed(began, ended));
    format!("{} ({minutes})", t.with2("log-from-until", ("from", from), ("until", until)))
}

/// A week in the picture: where its bars begin and how high they are, and what it is in words.
pub struct Bar {
    /// Its place from the left.
    pub x: i64,
    /// How far down the bars of work time, of one's own and of the rest begin, and how high they are.
    pub parts: [(i64, i64); 3],
    /// Its Monday.
    pub week: String,
    /// Its minutes.
    pub minutes: Minutes,
}

/// How wide a week is in the picture, with the gap after it.
pub const WIDTH: i64 = 12;
/// How high the picture is.
pub const HEIGHT: i64 = 100;

/// The weeks as bars; the highest is as high as the picture.
pub fn bars(t: &Locale, weeks: &[(Day, Minutes)]) -> Vec<Bar> {
    let most = weeks.iter().map(|(_, minutes)| minutes.all()).max().unwrap_or_default().max(1);
    let high = |minutes: i64| (minutes * HEIGHT + most - 1) / most;
    let bar = |(n, (week, minutes)): (i64, &(Day, Minutes))| {
        let (work, own) = (high(minutes.work), high(minutes.work + minutes.own));
        let all = high(minutes.all());
        let parts = [(HEIGHT - work, work), (HEIGHT - own, own - work), (HEIGHT - all, all - own)];
        Bar { x: n * WIDTH, parts, week: day(t, *week), minutes: *minutes }
    };
    (0..).zip(weeks).map(bar).collect()
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::kit::i18n::Lang;

    #[test]
    fn bars_stand_on_one_another_and_on_the_ground() {
        let t = Locale::new(Lang::En, TimeZone::UTC);
        let week = |minutes| ("2026-10-05".parse().unwrap(), minutes);
        let some = [
            week(Minutes { work: 30, own: 60, unsaid: 10 }),
            week(Minutes::default()),
            week(Minutes { work: 1, own: 0, unsaid: 0 }),
        ];
        for (bar, (_, minutes)) in bars(&t, &some).iter().zip(&some) {
            let [work, own, rest] = bar.parts;
            assert_eq!(work.0 + work.1, HEIGHT);
            assert_eq!((own.0 + own.1, rest.0 + rest.1), (work.0, own.0));
            assert_eq!(rest.0 == HEIGHT, minutes.all() == 0);
        }
        assert_eq!(time(&t, 180), "3 h 0 min");
    }
}
