//! What says who somebody is, as values that were checked: handle, name, addresses, password, and the role they have.

mod rules;

use std::str::FromStr;

use serde::{Deserialize, Serialize};

pub use self::rules::{Email, Handle, Name, Password, Website, as_typed, one_line, search_key, stored};

/// What a member does in the community.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Takes part.
    Participant,
    /// Leads a homeroom.
    Guide,
    /// Teaches.
    Instructor,
    /// Runs the community.
    Organiser,
}

impl Role {
    /// All of them, the widest rights first.
    pub const ALL: [Self; 4] = [Self::Organiser, Self::Instructor, Self::Guide, Self::Participant];

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Participant => "role-participant",
            Self::Guide => "role-guide",
            Self::Instructor => "role-instructor",
            Self::Organiser => "role-organiser",
        }
    }

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Participant => "participant",
            Self::Guide => "guide",
            Self::Instructor => "instructor",
            Self::Organiser => "organiser",
        }
    }
}

impl FromStr for Role {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|role| role.word() == word).ok_or("field-choose")
    }
}
