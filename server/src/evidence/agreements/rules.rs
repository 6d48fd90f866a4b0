//! What a request for support says, and what becomes of it. Pure.

use std::str::FromStr;

use crate::ids::{CircleId, Timestamp};

/// No title or name is longer, in characters.
pub const LONGEST_LINE: usize = 200;
/// No letter or note is longer, in characters.
pub const LONGEST_TEXT: usize = 5000;
/// A member keeps at most so many.
pub const MOST: i64 = 100;
/// No week has more working minutes than these.
pub const MOST_MINUTES: i64 = 60 * 60;
/// How long a link may be good for, in days.
pub const LINK_DAYS: [i64; 3] = [14, 30, 90];
/// A code is good for so many minutes.
pub const CODE_MINUTES: i64 = 30;
/// A code may be mistyped so often.
pub const TRIES: i64 = 5;
/// So many answers to one request may wait for the code of their address.
pub const MOST_WAITING: i64 = 20;

/// What support somebody has, by their own account.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Support {
    /// They have not said.
    #[default]
    Unsaid,
    /// None.
    None,
    /// It is known and nobody minds; nothing was agreed.
    Borne,
    /// It was agreed.
    Agreed,
}

impl Support {
    /// In their order in the form.
    pub const ALL: [Self; 4] = [Self::Unsaid, Self::None, Self::Borne, Self::Agreed];

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unsaid => "unsaid",
            Self::None => "none",
            Self::Borne => "borne",
            Self::Agreed => "agreed",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unsaid => "agreement-support-unsaid",
            Self::None => "agreement-support-none",
            Self::Borne => "agreement-support-borne",
            Self::Agreed => "agreement-support-agreed",
        }
    }
}

impl FromStr for Support {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|support| support.word() == word).ok_or("field-choose")
    }
}

/// What was answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Said {
    /// Yes.
    Approved,
    /// A question first.
    Asked,
    /// No.
    Declined,
}

impl Said {
    /// In their order in the form.
    pub const ALL: [Self; 3] = [Self::Approved, Self::Asked, Self::Declined];

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::Asked => "asked",
            Self::Declined => "declined",
        }
    }

    /// What stands beside the choice of it.
    pub const fn choice_key(self) -> &'static str {
        match self {
            Self::Approved => "agreement-say-approved",
            Self::Asked => "agreement-say-asked",
            Self::Declined => "agreement-say-declined",
        }
    }

    /// What it is called once it was said.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Approved => "agreement-approved",
            Self::Asked => "agreement-asked",
            Self::Declined => "agreement-declined",
        }
    }
}

impl FromStr for Said {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|said| said.word() == word).ok_or("agreement-say-wrong")
    }
}

/// What a member says in a request, and keeps for themselves about it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Draft {
    /// The course it is for, if it is one here.
    pub course: Option<CircleId>,
    /// What it is for.
    pub title: String,
    /// What support they have.
    pub support: Support,
    /// Of work time, in minutes a week.
    pub has: Option<i64>,
    /// For themselves alone.
    pub note: String,
    /// Whom they ask.
    pub to_name: String,
    /// And at which address.
    pub to_email: String,
    /// Whether only whoever reads e-mail there may answer.
    pub tied: bool,
    /// How much work time they ask for, in minutes a week.
    pub asks: Option<i64>,
    /// The letter.
    pub letter: String,
    /// What they answer to a question.
    pub reply: String,
}

impl Draft {
    /// What is wrong with it, if anything is: the field and the message.
    pub fn wrong(&self) -> Option<(&'static str, &'static str)> {
        let too_long = |text: &str, longest: usize| text.chars().count() > longest;
        if self.title.is_empty() {
            return Some(("title", "field-required"));
        }
        for (name, line) in [("title", &self.title), ("to_name", &self.to_name)] {
            if too_long(line, LONGEST_LINE) {
                return Some((name, "field-too-long"));
            }
        }
        for (name, text) in [("letter", &self.letter), ("note", &self.note), ("reply", &self.reply)] {
            if too_long(text, LONGEST_TEXT) {
                return Some((name, "field-too-long"));
            }
        }
        for (name, minutes) in [("has", self.has), ("asks", self.asks)] {
            if minutes.is_some_and(|minutes| minutes > MOST_MINUTES) {
                return Some((name, "agreement-hours-wrong"));
            }
        }
        (self.tied && self.to_email.is_empty()).then_some(("to_email", "agreement-tied-to-whom"))
    }

    /// Whether whoever answered one of these has not answered the other.
    pub fn asks_otherwise(&self, other: &Self) -> bool {
        (&self.title, self.asks, &self.letter, &self.reply) != (&other.title, other.asks, &other.letter, &other.reply)
    }
}

/// An answer as somebody gives it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Given {
    /// What is answered.
    pub said: Said,
    /// How much work time it is, in minutes a week.
    pub minutes: Option<i64>,
    /// In their words.
    pub note: String,
    /// Who answers.
    pub name: String,
    /// As what.
    pub role: String,
    /// From which address, in lower case.
    pub email: String,
}

impl Given {
    /// What is wrong with it, if anything is: the field and the message.
    pub fn wrong(&self) -> Option<(&'static str, &'static str)> {
        for (name, line) in [("name", &self.name), ("role", &self.role)] {
            if line.is_empty() {
                return Some((name, "field-required"));
            }
            if line.chars().count() > LONGEST_LINE {
                return Some((name, "field-too-long"));
            }
        }
        if self.note.chars().count() > LONGEST_TEXT {
            return Some(("note", "field-too-long"));
        }
        if self.minutes.is_some_and(|minutes| minutes > MOST_MINUTES) {
            return Some(("minutes", "agreement-hours-wrong"));
        }
        (self.said == Said::Asked && self.note.is_empty()).then_some(("note", "agreement-ask-what"))
    }
}

/// Where a request stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Nobody can answer it yet, or any more.
    Private,
    /// Whoever has the link can answer until then.
    Open(Timestamp),
    /// The link is over.
    Expired,
    /// It was answered.
    Answered(Said),
}

impl State {
    /// Of a request with this answer, whose link is good until then.
    pub fn of(said: Option<Said>, expires_at: Option<Timestamp>, now: Timestamp) -> Self {
        match (said, expires_at) {
            (Some(said), _) => Self::Answered(said),
            (None, Some(until)) if until > now => Self::Open(until),
            (None, Some(_)) => Self::Expired,
            (None, None) => Self::Private,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_other_side_sees_makes_it_another_request_and_nothing_else_does() {
        let asked = Draft { title: "Course".into(), letter: "Dear Jo".into(), asks: Some(120), ..Draft::default() };
        let private = Draft { note: "Ask in May.".into(), has: Some(60), support: Support::Borne, ..asked.clone() };
        assert!(!private.asks_otherwise(&asked));
        for other in [
            Draft { letter: "Dear Jo,".into(), ..asked.clone() },
            Draft { asks: Some(90), ..asked.clone() },
            Draft { asks: None, ..asked.clone() },
            Draft { reply: "On Fridays.".into(), ..asked.clone() },
        ] {
            assert!(other.asks_otherwise(&asked), "{other:?}");
        }
    }

    #[test]
    fn an_answer_has_somebody_who_gives_it_and_a_question_asks_something() {
        let good = Given {
            said: Said::Approved,
            minutes: Some(120),
            note: String::new(),
            name: "Jo Marsh".into(),
            role: "Head of service".into(),
            email: "jo@example.org".into(),
        };
        assert_eq!(good.wrong(), None);
        assert_eq!(Given { name: String::new(), ..good.clone() }.wrong(), Some(("name", "field-required")));
        assert_eq!(Given { role: String::new(), ..good.clone() }.wrong(), Some(("role", "field-required")));
        assert_eq!(Given { said: Said::Asked, ..good.clone() }.wrong(), Some(("note", "agreement-ask-what")));
        assert_eq!(Given { minutes: Some(3601), ..good }.wrong(), Some(("minutes", "agreement-hours-wrong")));
    }

    #[test]
    fn an_answer_stands_when_its_link_is_over() {
        let (now, before, after) = (Timestamp(100), Timestamp(99), Timestamp(101));
        assert_eq!(State::of(None, None, now), State::Private);
        assert_eq!(State::of(None, Some(after), now), State::Open(after));
        assert_eq!(State::of(None, Some(now), now), State::Expired);
        assert_eq!(State::of(Some(Said::Declined), Some(before), now), State::Answered(Said::Declined));
    }
}
