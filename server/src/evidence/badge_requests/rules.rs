//! What a request for a badge says, and what becomes of it. Pure.

use std::str::FromStr;

/// No text is longer, in characters.
pub const LONGEST_TEXT: usize = 2000;

/// Where a request stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// It waits for those who decide.
    Open,
    /// It waits for whoever asked: more is wanted.
    More,
    /// The badge was given.
    Approved,
    /// It was not.
    Declined,
    /// Whoever asked took it back.
    Withdrawn,
}

impl State {
    const ALL: [Self; 5] = [Self::Open, Self::More, Self::Approved, Self::Declined, Self::Withdrawn];

    /// The word it is stored as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::More => "more",
            Self::Approved => "approved",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The message that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "request-open",
            Self::More => "request-more",
            Self::Approved => "request-approved",
            Self::Declined => "request-declined",
            Self::Withdrawn => "request-withdrawn",
        }
    }

    /// Whether something may still come of it.
    pub const fn is_under_way(self) -> bool {
        matches!(self, Self::Open | Self::More)
    }
}

impl FromStr for State {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|state| state.word() == word).ok_or("field-choose")
    }
}

/// What those who decide say to a request.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Decision {
    /// The badge is given.
    Approve,
    /// More is wanted first.
    More,
    /// It is not given.
    Decline,
}

impl Decision {
    /// The state that comes of it.
    pub const fn state(self) -> State {
        match self {
            Self::Approve => State::Approved,
            Self::More => State::More,
            Self::Decline => State::Declined,
        }
    }

    /// What is wrong with the words that go with it: whoever does not get the badge is told why.
    pub fn wrong(self, words: &str) -> Option<&'static str> {
        if words.chars().count() > LONGEST_TEXT {
            return Some("request-too-long");
        }
        (self != Self::Approve && words.trim().is_empty()).then_some("request-say-why")
    }
}

impl FromStr for Decision {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        match word {
            "approve" => Ok(Self::Approve),
            "more" => Ok(Self::More),
            "decline" => Ok(Self::Decline),
            _ => Err("field-choose"),
        }
    }
}

/// What is wrong with the words somebody asks in.
pub fn wrong(words: &str) -> Option<&'static str> {
    if words.trim().is_empty() {
        return Some("field-required");
    }
    (words.chars().count() > LONGEST_TEXT).then_some("request-too-long")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_does_not_get_the_badge_is_told_why() {
        assert_eq!(Decision::Approve.wrong(""), None);
        for no in [Decision::More, Decision::Decline] {
            assert_eq!(no.wrong(" \n"), Some("request-say-why"));
            assert_eq!(no.wrong("Show the thread itself."), None);
        }
        assert_eq!(Decision::Approve.wrong(&"x".repeat(LONGEST_TEXT + 1)), Some("request-too-long"));
        assert_eq!((wrong("  "), wrong("Mine")), (Some("field-required"), None));
    }

    #[test]
    fn every_state_is_stored_and_read() {
        for state in State::ALL {
            assert_eq!(state.word().parse(), Ok(state));
        }
        assert!(Decision::More.state().is_under_way() && !Decision::Decline.state().is_under_way());
    }
}
