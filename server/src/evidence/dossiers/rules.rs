//! What a dossier holds, and what is made of it. Pure.

use std::{collections::BTreeSet, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::{evidence::log::Minutes, ids::Timestamp, kit::local_time::Day};

/// No title or name is longer, in characters.
pub const LONGEST_LINE: usize = 200;
/// No reflection or note is longer, in characters.
pub const LONGEST_TEXT: usize = 10_000;
/// No period is longer, in days: some ten years.
pub const LONGEST_DAYS: i64 = 3700;
/// A member keeps at most so many dossiers.
pub const MOST: i64 = 50;
/// A dossier has at most so many editions.
pub const MOST_EDITIONS: i64 = 50;
/// So many are asked at most to attest an edition.
pub const MOST_ATTESTATIONS: i64 = 20;
/// Of each kind so many things are offered, the latest first.
pub const MOST_OF_A_KIND: i64 = 500;
/// No edition is larger, in bytes.
pub const LARGEST_CONTENT: usize = 2_000_000;
/// How long a link may be good for, in days.
pub const LINK_DAYS: [i64; 4] = [7, 30, 90, 365];
/// A code is good for so many minutes.
pub const CODE_MINUTES: i64 = 30;
/// A code may be mistyped so often.
pub const TRIES: i64 = 5;
/// So many signatures under one attestation may wait for the code of their address.
pub const MOST_WAITING: i64 = 20;

/// What can stand in a dossier. Another kind is one more word here and one more thing that [`gathered`](super::gathered)
/// looks for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A course that was taken part in.
    Course,
    /// A badge.
    Badge,
    /// Work time that was agreed to.
    Agreement,
    /// An entry of the learning log.
    Entry,
    /// A post.
    Post,
    /// A comment.
    Comment,
    /// What was said to the work of somebody.
    Review,
}

impl Kind {
    /// In the order they are shown in.
    pub const ALL: [Self; 7] =
        [Self::Course, Self::Badge, Self::Agreement, Self::Entry, Self::Post, Self::Comment, Self::Review];

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Course => "course",
            Self::Badge => "badge",
            Self::Agreement => "agreement",
            Self::Entry => "entry",
            Self::Post => "post",
            Self::Comment => "comment",
            Self::Review => "review",
        }
    }

    /// The message that names them.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Course => "dossier-courses",
            Self::Badge => "dossier-badges",
            Self::Agreement => "dossier-agreements",
            Self::Entry => "dossier-entries",
            Self::Post => "dossier-posts",
            Self::Comment => "dossier-comments",
            Self::Review => "dossier-reviews",
        }
    }

    /// The message that says how many there are.
    pub const fn count_key(self) -> &'static str {
        match self {
            Self::Course => "dossier-count-courses",
            Self::Badge => "dossier-count-badges",
            Self::Agreement => "dossier-count-agreements",
            Self::Entry => "dossier-count-entries",
            Self::Post => "dossier-count-posts",
            Self::Comment => "dossier-count-comments",
            Self::Review => "dossier-count-reviews",
        }
    }

    /// Whether it is chosen before its member chose anything: what others gave, and what can be read by everybody.
    pub fn is_chosen_first(self, is_public: bool) -> bool {
        matches!(self, Self::Course | Self::Badge) || (self == Self::Post && is_public)
    }
}

impl FromStr for Kind {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|kind| kind.word() == word).ok_or("field-choose")
    }
}

/// What stands in a dossier, by kind and number.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Chosen(BTreeSet<String>);

impl Chosen {
    /// What is chosen of these, as forms name it.
    pub fn of<'a>(keys: impl IntoIterator<Item = &'a str>) -> Self {
        Self(keys.into_iter().map(ToOwned::to_owned).collect())
    }

    /// Whether this is one of it.
    pub fn has(&self, item: &Item) -> bool {
        self.0.contains(&item.key())
    }

    /// Chooses it, too.
    pub fn add(&mut self, item: &Item) {
        self.0.insert(item.key());
    }

    /// Without any of this kind.
    pub fn drop(&mut self, kind: Kind) {
        let prefix = format!("{}:", kind.word());
        self.0.retain(|key| !key.starts_with(&prefix));
    }
}

/// Something in a dossier, as it stood when it was taken in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// Its number among those of its kind.
    pub thing: String,
    /// The day of it, or its first.
    pub day: String,
    /// Its last day; empty: it has one.
    pub until: String,
    /// The tag of the language of its words; empty: that of the dossier.
    pub lang: String,
    /// What it is called; empty: that is not for those outside.
    pub title: String,
    /// Its words.
    pub words: Vec<Words>,
    /// Its minutes; of an agreement, a week's.
    pub minutes: Option<i64>,
    /// How many of them were work time, and how many one's own; of neither nothing was said.
    pub shares: (i64, i64),
    /// As what whoever agreed did so.
    pub role: String,
    /// Where everybody can see it: its path here.
    pub path: String,
}

/// A part of what somebody wrote.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Words {
    /// The words, a line for every paragraph.
    pub text: String,
    /// Whether they are those of somebody else.
    pub is_quoted: bool,
}

impl Item {
    /// By what forms name it.
    pub fn key(&self) -> String {
        format!("{}:{}", self.kind.word(), self.thing)
    }

    /// Nothing but what it is, when, and what it is called.
    pub fn new(kind: Kind, thing: &impl ToString, day: &impl ToString, title: impl Into<String>) -> Self {
        Self {
            kind,
            thing: thing.to_string(),
            day: day.to_string(),
            until: String::new(),
            lang: String::new(),
            title: title.into(),
            words: vec![],
            minutes: None,
            shares: (0, 0),
            role: String::new(),
            path: String::new(),
        }
    }
}

/// What a dossier says of itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// What it is called.
    pub title: String,
    /// Its first day.
    pub from: Day,
    /// Its last day.
    pub until: Day,
    /// The tag of the language it is written in.
    pub lang: String,
    /// What its member says about it all.
    pub reflection: String,
}

impl Draft {
    /// What is wrong with it, if anything is: the field and the message.
    pub fn wrong(&self) -> Option<(&'static str, &'static str)> {
        if self.title.is_empty() {
            return Some(("title", "field-required"));
        }
        if self.title.chars().count() > LONGEST_LINE {
            return Some(("title", "dossier-line-too-long"));
        }
        if self.reflection.chars().count() > LONGEST_TEXT {
            return Some(("reflection", "dossier-text-too-long"));
        }
        if self.until < self.from {
            return Some(("until", "dossier-until-wrong"));
        }
        (self.until.days_after(self.from) > LONGEST_DAYS).then_some(("until", "dossier-period-too-long"))
    }
}

/// What an edition says, for good.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Content {
    /// Whose it is, as they were called then.
    pub name: String,
    /// Where they learned: the name of the community.
    pub community: String,
    /// What it is called.
    pub title: String,
    /// Its first day.
    pub from: String,
    /// Its last day.
    pub until: String,
    /// The tag of its language.
    pub lang: String,
    /// What its member says about it all.
    pub reflection: Vec<Words>,
    /// What stands in it, by kind and day.
    pub items: Vec<Item>,
}

impl Content {
    /// All of one kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = &Item> {
        self.items.iter().filter(move |item| item.kind == kind)
    }

    /// The minutes of its entries.
    pub fn minutes(&self) -> Minutes {
        self.of(Kind::Entry).fold(Minutes::default(), |sum, item| {
            let (work, own) = item.shares;
            let unsaid = item.minutes.unwrap_or_default() - work - own;
            Minutes { work: sum.work + work, own: sum.own + own, unsaid: sum.unsaid + unsaid }
        })
    }

    /// Everything that somebody wrote in it.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let items = self.items.iter().flat_map(|item| {
            [item.title.as_str(), item.role.as_str()].into_iter().chain(item.words.iter().map(|it| it.text.as_str()))
        });
        [self.title.as_str()].into_iter().chain(self.reflection.iter().map(|it| it.text.as_str())).chain(items)
    }
}

/// As what somebody says that it is true.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// Whose work it is part of.
    Manager,
    /// Somebody who confirms it, as professional bodies ask.
    Confirmer,
    /// A colleague.
    Peer,
    /// Somebody with whom it was talked over.
    Partner,
    /// Somebody who judges what was achieved.
    Assessor,
}

impl Role {
    /// In their order in the form.
    pub const ALL: [Self; 5] = [Self::Manager, Self::Confirmer, Self::Peer, Self::Partner, Self::Assessor];

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Manager => "manager",
            Self::Confirmer => "confirmer",
            Self::Peer => "peer",
            Self::Partner => "partner",
            Self::Assessor => "assessor",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Manager => "attestation-manager",
            Self::Confirmer => "attestation-confirmer",
            Self::Peer => "attestation-peer",
            Self::Partner => "attestation-partner",
            Self::Assessor => "attestation-assessor",
        }
    }
}

impl FromStr for Role {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|role| role.word() == word).ok_or("field-choose")
    }
}

/// What somebody signs with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Signed {
    /// Who.
    pub name: String,
    /// Their position.
    pub position: String,
    /// From which address, in lower case.
    pub email: String,
    /// What they add.
    pub note: String,
}

impl Signed {
    /// What is wrong with it, if anything is: the field and the message.
    pub fn wrong(&self) -> Option<(&'static str, &'static str)> {
        for (name, line) in [("name", &self.name), ("position", &self.position)] {
            if line.is_empty() {
                return Some((name, "field-required"));
            }
            if line.chars().count() > LONGEST_LINE {
                return Some((name, "dossier-line-too-long"));
            }
        }
        (self.note.chars().count() > LONGEST_TEXT).then_some(("note", "dossier-text-too-long"))
    }
}

/// Where a link stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Link {
    /// There is none.
    None,
    /// It is good until then.
    Open(Timestamp),
    /// It was good until then.
    Expired(Timestamp),
}

impl Link {
    /// Of one that is good until then.
    pub fn of(expires_at: Option<Timestamp>, now: Timestamp) -> Self {
        match expires_at {
            Some(until) if until > now => Self::Open(until),
            Some(until) => Self::Expired(until),
            None => Self::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(thing: i64, minutes: Option<i64>, shares: (i64, i64)) -> Item {
        Item { minutes, shares, ..Item::new(Kind::Entry, &thing, &"2026-10-05", "Something") }
    }

    #[test]
    fn a_period_ends_after_it_began_and_within_ten_years() {
        let day = |day: &str| day.parse::<Day>().unwrap();
        let draft = |from, until| Draft {
            title: "A year".into(),
            from: day(from),
            until: day(until),
            lang: "en".into(),
            reflection: String::new(),
        };
        assert_eq!(draft("2026-01-01", "2026-01-01").wrong(), None);
        assert_eq!(draft("2026-01-02", "2026-01-01").wrong(), Some(("until", "dossier-until-wrong")));
        assert_eq!(draft("2006-01-02", "2026-01-01").wrong(), Some(("until", "dossier-period-too-long")));
        let long = Draft { reflection: "x".repeat(LONGEST_TEXT + 1), ..draft("2026-01-01", "2026-01-02") };
        assert_eq!(long.wrong(), Some(("reflection", "dossier-text-too-long")));
    }

    #[test]
    fn minutes_of_entries_add_up_and_those_of_agreements_are_none_of_them() {
        let agreed = Item { minutes: Some(90), ..Item::new(Kind::Agreement, &1, &"2026-10-05", "Course") };
        let items = vec![entry(1, Some(60), (60, 0)), entry(2, Some(50), (20, 30)), entry(3, Some(5), (0, 0)), agreed];
        let content = Content {
            name: String::new(),
            community: String::new(),
            title: String::new(),
            from: String::new(),
            until: String::new(),
            lang: String::new(),
            reflection: vec![],
            items,
        };
        assert_eq!(content.minutes(), Minutes { work: 80, own: 30, unsaid: 5 });
        let read: Content = serde_json::from_str(&serde_json::to_string(&content).unwrap()).unwrap();
        assert_eq!(read, content);
    }

    #[test]
    fn what_is_chosen_is_known_by_kind_and_number() {
        let mut chosen = Chosen::of(["entry:1", "post:1"]);
        assert!(chosen.has(&entry(1, None, (0, 0))) && !chosen.has(&entry(11, None, (0, 0))));
        chosen.drop(Kind::Entry);
        assert_eq!(chosen, Chosen::of(["post:1"]));
        for kind in Kind::ALL {
            assert_eq!(kind.word().parse(), Ok(kind));
            assert_eq!(serde_json::to_string(&kind).unwrap(), format!("\"{}\"", kind.word()));
        }
    }
}
