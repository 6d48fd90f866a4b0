//! What an entry of a learning log is, and how entries add up. Pure.

use std::str::FromStr;

use jiff::tz::TimeZone;

use crate::{
    ids::Timestamp,
    kit::local_time::{Day, LocalTime},
};

/// No title, provider or address is longer, in characters.
pub const LONGEST_LINE: usize = 300;
/// No text in an entry is longer, in characters.
pub const LONGEST_TEXT: usize = 10_000;
/// No entry has more minutes: those of ten weeks.
pub const MOST_MINUTES: i64 = 10 * 7 * 24 * 60;
/// A log holds at most so many entries.
pub const MOST_ENTRIES: i64 = 50_000;

/// What somebody did to learn.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Reading.
    Read,
    /// Watching or listening.
    Watch,
    /// A course, or a part of one.
    Course,
    /// An event one attends: a session, a workshop, a conference.
    Event,
    /// Writing about it.
    Write,
    /// Talking with others about it.
    Discuss,
    /// Trying it out at work.
    Practise,
    /// Teaching or mentoring others.
    Teach,
    /// Reviewing the work of others.
    Review,
    /// Anything else.
    Other,
}

impl Kind {
    /// In their order in the form.
    pub const ALL: [Self; 10] = [
        Self::Read,
        Self::Watch,
        Self::Course,
        Self::Event,
        Self::Write,
        Self::Discuss,
        Self::Practise,
        Self::Teach,
        Self::Review,
        Self::Other,
    ];

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Watch => "watch",
            Self::Course => "course",
            Self::Event => "event",
            Self::Write => "write",
            Self::Discuss => "discuss",
            Self::Practise => "practise",
            Self::Teach => "teach",
            Self::Review => "review",
            Self::Other => "other",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Read => "log-kind-read",
            Self::Watch => "log-kind-watch",
            Self::Course => "log-kind-course",
            Self::Event => "log-kind-event",
            Self::Write => "log-kind-write",
            Self::Discuss => "log-kind-discuss",
            Self::Practise => "log-kind-practise",
            Self::Teach => "log-kind-teach",
            Self::Review => "log-kind-review",
            Self::Other => "log-kind-other",
        }
    }
}

impl FromStr for Kind {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|kind| kind.word() == word).ok_or("field-choose")
    }
}

/// In whose time somebody learned.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose {
    /// In work time.
    Work,
    /// In their own.
    Own,
    /// In both: so many minutes of it were work time.
    Split(i64),
}

impl Whose {
    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Own => "own",
            Self::Split(_) => "split",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Work => "log-work",
            Self::Own => "log-own",
            Self::Split(_) => "log-split",
        }
    }
}

/// What an entry says. All but its day and title may be left out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// The day in its owner's calendar.
    pub day: Day,
    /// The last day, if it took several.
    pub until: Option<Day>,
    /// How long it took.
    pub minutes: Option<i64>,
    /// In whose time.
    pub whose: Option<Whose>,
    /// What was done.
    pub kind: Kind,
    /// Whether others took part.
    pub with_others: Option<bool>,
    /// Whether somebody had planned how it is learned: a course, a lesson.
    pub structured: Option<bool>,
    /// Whether it had been planned.
    pub planned: Option<bool>,
    /// What it was.
    pub title: String,
    /// Who offered it.
    pub provider: String,
    /// Where it is found.
    pub address: String,
    /// Why it was chosen.
    pub why: String,
    /// What was learned.
    pub learned: String,
    /// What it changed.
    pub applied: String,
}

impl Draft {
    /// One that says only when and what.
    pub fn of(day: Day, kind: Kind, title: &str) -> Self {
        Self {
            day,
            until: None,
            minutes: None,
            whose: None,
            kind,
            with_others: None,
            structured: None,
            planned: None,
            title: title.into(),
            provider: String::new(),
            address: String::new(),
            why: String::new(),
            learned: String::new(),
            applied: String::new(),
        }
    }

    /// What is wrong with it, if anything is: the field and the message.
    pub fn wrong(&self) -> Option<(&'static str, &'static str)> {
        let too_long = |text: &str, longest: usize| text.chars().count() > longest;
        if self.title.is_empty() {
            return Some(("title", "field-required"));
        }
        for (name, line) in [("title", &self.title), ("provider", &self.provider), ("address", &self.address)] {
            if too_long(line, LONGEST_LINE) {
                return Some((name, "field-too-long"));
            }
        }
        for (name, text) in [("why", &self.why), ("learned", &self.learned), ("applied", &self.applied)] {
            if too_long(text, LONGEST_TEXT) {
                return Some((name, "field-too-long"));
            }
        }
        if self.until.is_some_and(|until| until < self.day) {
            return Some(("until", "log-until-wrong"));
        }
        if self.minutes.is_some_and(|minutes| !(0..=MOST_MINUTES).contains(&minutes)) {
            return Some(("minutes", "log-minutes-wrong"));
        }
        match (self.whose, self.minutes) {
            (Some(Whose::Split(work)), Some(minutes)) if (0..=minutes).contains(&work) => None,
            (Some(Whose::Split(_)), _) => Some(("work", "log-split-wrong")),
            _ => None,
        }
    }
}

/// Minutes as they are typed: whole ones, or nothing.
pub fn minutes(typed: &str) -> Result<Option<i64>, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let minutes = typed.parse().ok().filter(|minutes| (0..=MOST_MINUTES).contains(minutes));
    minutes.map(Some).ok_or("log-minutes-wrong")
}

/// The whole minutes between two moments, by the clock that never moves: what summer time does to the one on the wall is
/// no minute.
pub const fn elapsed(began: Timestamp, ended: Timestamp) -> i64 {
    (ended.0 - began.0 + 30_000) / 60_000
}

/// When somebody says they began: a time of day that is not long ago, today or yesterday.
pub fn began(typed: &str, now: Timestamp, zone: &TimeZone) -> Result<Option<Timestamp>, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let (hour, minute) = typed.split_once(':').ok_or("log-since-wrong")?;
    let hour: i8 = hour.parse().ok().filter(|hour| (0..24).contains(hour)).ok_or("log-since-wrong")?;
    let minute: i8 = minute.parse().ok().filter(|minute| (0..60).contains(minute)).ok_or("log-since-wrong")?;
    let today = LocalTime::of(now, zone).day();
    let at = today.at(hour, minute).moment(zone);
    Ok(Some(if at > now { today.plus_days(-1).at(hour, minute).moment(zone) } else { at }))
}

/// Minutes in work time, in one's own, and of which nothing is said.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Minutes {
    /// In work time.
    pub work: i64,
    /// In one's own.
    pub own: i64,
    /// Nobody said in whose.
    pub unsaid: i64,
}

impl Minutes {
    /// All of them.
    pub const fn all(self) -> i64 {
        self.work + self.own + self.unsaid
    }
}

impl std::ops::AddAssign for Minutes {
    fn add_assign(&mut self, other: Self) {
        self.work += other.work;
        self.own += other.own;
        self.unsaid += other.unsaid;
    }
}

/// The Monday of the week a day is in.
pub fn monday(day: Day) -> Day {
    day.plus_days(-i64::from(day.0.weekday().to_monday_zero_offset()))
}

/// The minutes of days, which rise, week by week from the first to the last, weeks without any among them.
pub fn weeks(days: &[(Day, Minutes)]) -> Vec<(Day, Minutes)> {
    let mut weeks: Vec<(Day, Minutes)> = vec![];
    for (day, minutes) in days {
        let week = monday(*day);
        while let Some((last, _)) = weeks.last()
            && *last < week
        {
            weeks.push((last.plus_days(7), Minutes::default()));
        }
        if weeks.is_empty() {
            weeks.push((week, Minutes::default()));
        }
        if let Some((_, sum)) = weeks.last_mut() {
            *sum += *minutes;
        }
    }
    weeks
}

/// The next time somebody is reminded after a moment: at four in the afternoon of a day of the week, Monday is 1.
pub fn next_nudge(after: Timestamp, weekday: i64, zone: &TimeZone) -> Timestamp {
    let today = Day::of(after, zone);
    let ahead = (weekday - 1 - i64::from(today.0.weekday().to_monday_zero_offset())).rem_euclid(7);
    let day = today.plus_days(ahead);
    let at = day.at(16, 0).moment(zone);
    if at > after { at } else { day.plus_days(7).at(16, 0).moment(zone) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kit::i18n::time_zone;

    fn day(day: &str) -> Day {
        day.parse().unwrap()
    }

    #[test]
    fn what_elapsed_decides_and_not_the_clocks_on_the_wall() {
        let berlin = time_zone("Europe/Berlin");
        let at = |local: &str| local.parse::<LocalTime>().unwrap().moment(&berlin);
        // Clocks go back from 03:00 to 02:00 in between.
        assert_eq!(elapsed(at("2026-10-25T01:30"), at("2026-10-25T03:30")), 180);
        // And forward here.
        assert_eq!(elapsed(at("2026-03-29T01:30"), at("2026-03-29T03:30")), 60);
        assert_eq!(elapsed(Timestamp(0), Timestamp(29_999)), 0);
        assert_eq!(elapsed(Timestamp(0), Timestamp(30_000)), 1);
    }

    #[test]
    fn weeks_begin_on_monday_and_none_is_left_out() {
        let some = Minutes { work: 10, own: 5, unsaid: 1 };
        let weeks = weeks(&[(day("2026-10-05"), some), (day("2026-10-11"), some), (day("2026-10-26"), some)]);
        let mondays: Vec<_> = weeks.iter().map(|(day, sum)| (day.to_string(), sum.all())).collect();
        let expected = [("2026-10-05", 32), ("2026-10-12", 0), ("2026-10-19", 0), ("2026-10-26", 16)];
        assert_eq!(mondays, expected.map(|(day, sum)| (day.to_owned(), sum)));
        assert!(super::weeks(&[]).is_empty());
        assert_eq!(monday(day("2026-01-01")), day("2025-12-29"));
    }

    #[test]
    fn whoever_says_when_they_began_means_the_last_time_the_clock_showed_it() {
        let utc = TimeZone::UTC;
        let now = "2026-10-10T00:20".parse::<LocalTime>().unwrap().moment(&utc);
        let at = |typed| began(typed, now, &utc).map(|at| at.map(|at| LocalTime::of(at, &utc).to_string()));
        assert_eq!(at("00:10"), Ok(Some("2026-10-10T00:10".into())));
        assert_eq!(at("23:50"), Ok(Some("2026-10-09T23:50".into())));
        assert_eq!(at(" "), Ok(None));
        for typed in ["25:00", "7", "7:99", "-1:10", "a:b"] {
            assert_eq!(at(typed), Err("log-since-wrong"), "{typed}");
        }
    }

    #[test]
    fn somebody_is_reminded_on_their_day_and_once_a_week() {
        let zone = time_zone("America/Chicago");
        let at = |local: &str| local.parse::<LocalTime>().unwrap().moment(&zone);
        // A Wednesday; Friday is 5.
        assert_eq!(next_nudge(at("2026-10-28T09:00"), 5, &zone), at("2026-10-30T16:00"));
        // Across the change of clocks at the same hour.
        assert_eq!(next_nudge(at("2026-10-30T16:00"), 5, &zone), at("2026-11-06T16:00"));
        assert_eq!(next_nudge(at("2026-10-30T15:59"), 5, &zone), at("2026-10-30T16:00"));
        assert_eq!(next_nudge(at("2026-10-31T09:00"), 5, &zone), at("2026-11-06T16:00"));
    }

    #[test]
    fn what_cannot_be_is_named() {
        let good = Draft::of(day("2026-10-05"), Kind::Read, "A chapter");
        assert_eq!(good.wrong(), None);
        for (draft, field) in [
            (Draft { title: String::new(), ..good.clone() }, "title"),
            (Draft { until: Some(day("2026-10-04")), ..good.clone() }, "until"),
            (Draft { minutes: Some(-1), ..good.clone() }, "minutes"),
            (Draft { minutes: Some(MOST_MINUTES + 1), ..good.clone() }, "minutes"),
            (Draft { whose: Some(Whose::Split(10)), ..good.clone() }, "work"),
            (Draft { whose: Some(Whose::Split(10)), minutes: Some(9), ..good.clone() }, "work"),
            (Draft { learned: "x".repeat(LONGEST_TEXT + 1), ..good.clone() }, "learned"),
        ] {
            assert_eq!(draft.wrong().map(|(field, _)| field), Some(field));
        }
        assert_eq!(minutes("1,5"), Err("log-minutes-wrong"));
        assert_eq!(minutes(" 90 "), Ok(Some(90)));
    }
}
