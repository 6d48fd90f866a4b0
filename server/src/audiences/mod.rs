//! Who may read: circles of people, and the one predicate that everything readable is asked with.
//!
//! A *circle* is a set of people who may read together: everyone, the members, a course, a homeroom, a tribe.
//! Whoever is in a circle has a row in `membership`; the first three circles have none, since everyone, every member and
//! nobody need no list. What can be read has a conversation, and `conversation.audience` is the circle that may read it
//! now. A role gives no sight.

pub mod circles;
mod store;
#[cfg(test)]
mod tests;

use std::{borrow::Cow, str::FromStr};

use crate::ids::CircleId;

/// Whether a reader may read what the conversation `v` is about: `$1` is the reader, 0 for nobody. What somebody wrote
/// stays readable to them; of a discussion in a group they left that is their own text, and no longer what others say
/// under it. The inner select does not depend on the row, so both databases do it once for each query.
#[macro_export]
macro_rules! readable {
    () => {
        "(v.audience = 1 or ($1 <> 0 and (v.audience = 2 or (v.author = $1 and v.kind <> 'discussion')
                             or v.audience in (select s.circle from membership s where s.member = $1))))"
    };
}

/// As [`readable!`], of each reader among many: `$reader` is the column with their number, of a member in every row.
#[macro_export]
macro_rules! readable_to {
    ($reader:literal) => {
        concat!(
            "(v.audience in (1, 2) or (v.kind <> 'discussion' and v.author = ",
            $reader,
            ") or exists (select 1 from membership s where s.member = ",
            $reader,
            " and s.circle = v.audience))"
        )
    };
}

/// Whether a list that is not one's own shows a reader the conversation `v`: as [`readable!`], without what only its
/// author may read.
#[macro_export]
macro_rules! listed {
    () => {
        "(v.audience = 1 or ($1 <> 0 and (v.audience = 2
                             or v.audience in (select s.circle from membership s where s.member = $1))))"
    };
}

/// Whether a reader may know of the circle `k`: `$1` is the reader, 0 for nobody. Of a hidden one only those in it do.
#[macro_export]
macro_rules! findable {
    () => {
        "(k.hidden_at is null or k.id in (select s.circle from membership s where s.member = $1))"
    };
}

/// What a member is called in the course that a circle is or belongs to: there they may have another name. Of any other
/// place it is the name they have everywhere.
#[macro_export]
macro_rules! called {
    ($member:literal, $circle:literal, $name:literal) => {
        concat!(
            "coalesce((select nullif(called.name, '') from enrolment called where called.member = ",
            $member,
            " and called.course = coalesce((select o.within from circle o where o.id = ",
            $circle,
            "), ",
            $circle,
            ")), ",
            $name,
            ")"
        )
    };
}

/// Whom an author may choose to write for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Audience {
    /// Everyone.
    Public,
    /// Members who are signed in.
    Community,
    /// Its author alone.
    Me,
    /// Those in a course, a homeroom or a tribe, or who lead a course.
    Circle(CircleId),
}

impl Audience {
    /// Those that everybody may choose between, the widest first.
    pub const ALL: [Self; 3] = [Self::Public, Self::Community, Self::Me];

    /// The number of its circle.
    pub const fn circle(self) -> i64 {
        match self {
            Self::Me => 0,
            Self::Public => 1,
            Self::Community => 2,
            Self::Circle(id) => id.0,
        }
    }

    /// The audience that is this circle.
    pub fn of_circle(circle: i64) -> Self {
        let known = Self::ALL.into_iter().find(|audience| audience.circle() == circle);
        known.unwrap_or(Self::Circle(CircleId(circle)))
    }

    /// The message that says it; a circle has a name instead.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Public => "audience-public",
            Self::Community => "audience-community",
            Self::Me => "audience-me",
            Self::Circle(_) => "audience-circle",
        }
    }

    /// The word forms send it as.
    pub fn word(self) -> Cow<'static, str> {
        match self {
            Self::Public => "public".into(),
            Self::Community => "community".into(),
            Self::Me => "me".into(),
            Self::Circle(id) => format!("circle-{id}").into(),
        }
    }
}

impl FromStr for Audience {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        let circle = word.strip_prefix("circle-").and_then(|number| number.parse().ok());
        let circle = circle.filter(|&number: &i64| number > 2).map(|number| Self::Circle(CircleId(number)));
        let known = Self::ALL.into_iter().find(|audience| audience.word() == word);
        known.or(circle).ok_or("field-choose")
    }
}
