//! What a good assignment is, and how far somebody is with one. Pure.

use std::str::FromStr;

use crate::{ids::Timestamp, kit::local_time::LocalTime};

/// No title is longer, in characters.
pub const LONGEST_TITLE: usize = 150;
/// No description is longer.
pub const LONGEST_TEXT: usize = 20_000;
/// No list of questions is longer.
pub const LONGEST_QUESTIONS: usize = 4_000;
/// A review answers no more.
pub const MOST_QUESTIONS: usize = 12;
/// Nobody is asked to give more reviews.
pub const MOST_REVIEWS: i64 = 10;
/// Nobody has longer for one review, in days.
pub const MOST_REVIEW_DAYS: i64 = 60;
/// Nobody is given more time at once, in days.
pub const MOST_EXTRA_DAYS: i64 = 365;
/// A course has no more of them.
pub const MOST_ASSIGNMENTS: i64 = 200;
/// Nothing that helped is described longer.
pub const LONGEST_HELP: usize = 300;

/// What is handed in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Kind {
    /// A post of one's own.
    #[default]
    Post,
    /// A file.
    File,
    /// Whichever one likes.
    Either,
}

impl Kind {
    /// All of them, in the order of a form.
    pub const ALL: [Self; 3] = [Self::Post, Self::File, Self::Either];

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::File => "file",
            Self::Either => "either",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Post => "assignment-kind-post",
            Self::File => "assignment-kind-file",
            Self::Either => "assignment-kind-either",
        }
    }

    /// Whether a post will do.
    pub const fn takes_posts(self) -> bool {
        matches!(self, Self::Post | Self::Either)
    }

    /// Whether a file will do.
    pub const fn takes_files(self) -> bool {
        matches!(self, Self::File | Self::Either)
    }
}

impl FromStr for Kind {
    type Err = &'static str;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|kind| kind.word() == word).ok_or("field-choose")
    }
}

/// How far somebody is with an assignment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Nothing is handed in, and there is time.
    Open,
    /// Nothing is handed in, and it was due.
    Overdue,
    /// It is handed in.
    In,
    /// It is handed in, after it was due.
    Late,
}

impl State {
    /// The state of somebody for whom it is due then, and who handed something in then.
    pub fn of(due_at: Option<Timestamp>, first_at: Option<Timestamp>, now: Timestamp) -> Self {
        let is_after = |at: Timestamp| due_at.is_some_and(|due_at| at > due_at);
        match first_at {
            Some(first_at) if is_after(first_at) => Self::Late,
            Some(_) => Self::In,
            None if is_after(now) => Self::Overdue,
            None => Self::Open,
        }
    }
}

/// Something that a review answers: in words, or by one of a few choices and words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    /// What is asked.
    pub text: String,
    /// What there is to choose from; empty: it is answered in words alone.
    pub choices: Vec<String>,
}

/// The questions of a list: one on each line, with the choices after strokes, as in `Are its sources named? | yes | partly`.
pub fn questions(list: &str) -> Vec<Question> {
    let lines = list.lines().map(|line| line.split('|').map(str::trim).filter(|part| !part.is_empty()));
    let questions = lines.filter_map(|mut parts| {
        let text = parts.next()?.to_owned();
        let choices: Vec<String> = parts.map(ToOwned::to_owned).collect();
        // One choice is none.
        Some(Question { text, choices: if choices.len() > 1 { choices } else { vec![] } })
    });
    questions.take(MOST_QUESTIONS).collect()
}

/// When it is due for somebody who is given so many days more.
pub fn extended(due: LocalTime, days: i64) -> LocalTime {
    due.plus_days(days)
}

/// A whole number between these two.
///
/// # Errors
/// The message that says that it is none.
pub fn number(typed: &str, least: i64, most: i64) -> Result<i64, &'static str> {
    typed.trim().parse().ok().filter(|number| (least..=most).contains(number)).ok_or("assignment-number-wrong")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_more_are_days_of_the_calendar_also_across_a_change_of_clocks() {
        let berlin = jiff::tz::TimeZone::get("Europe/Berlin").unwrap();
        let due: LocalTime = "2026-10-22T18:00".parse().unwrap();
        let later = extended(due, 7);
        assert_eq!(later.to_string(), "2026-10-29T18:00");
        assert_eq!(later.moment(&berlin).0 - due.moment(&berlin).0, (7 * 24 + 1) * 3_600_000, "an hour more passes");
    }

    #[test]
    fn late_is_what_was_first_handed_in_after_it_was_due() {
        let at = |n| Some(Timestamp(n));
        assert_eq!(State::of(at(10), None, Timestamp(10)), State::Open);
        assert_eq!(State::of(at(10), None, Timestamp(11)), State::Overdue);
        assert_eq!(State::of(at(10), at(10), Timestamp(99)), State::In);
        assert_eq!(State::of(at(10), at(11), Timestamp(99)), State::Late);
        assert_eq!(State::of(None, None, Timestamp(99)), State::Open);
        assert_eq!(State::of(None, at(11), Timestamp(99)), State::In);
    }

    #[test]
    fn questions_stand_on_lines_with_their_choices_after_strokes() {
        let list =
            " Quote a passage that stayed with you. \n\nAre its sources named? | not yet |partly| yes\nOne | only\n|\n";
        let found = questions(list);
        let shown: Vec<(&str, usize)> = found.iter().map(|q| (q.text.as_str(), q.choices.len())).collect();
        assert_eq!(shown, [("Quote a passage that stayed with you.", 0), ("Are its sources named?", 3), ("One", 0)]);
        assert_eq!(questions(&"a\n".repeat(50)).len(), MOST_QUESTIONS);
    }
}
