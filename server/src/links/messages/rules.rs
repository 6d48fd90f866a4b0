//! Who may write to whom, and how much.

use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::{
    ids::{MemberId, Timestamp},
    people::members::Member,
};

/// No message is longer, in characters.
pub const LONGEST: usize = 10_000;
/// So many others are in a correspondence at most.
pub const MOST_OTHERS: usize = 20;
/// So many messages reach somebody who has never answered.
pub const UNANSWERED: i64 = 3;
/// Whoever came in so many days ago or less is new.
const NEW_DAYS: i64 = 3;

/// From whom somebody takes messages.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Accepts {
    /// From every member.
    #[default]
    All,
    /// From those in the same courses, homerooms and tribes.
    Circles,
    /// From nobody but those who lead the courses they are in.
    Nobody,
}

impl Accepts {
    /// All of them, the widest first.
    pub const ALL: [Self; 3] = [Self::All, Self::Circles, Self::Nobody];

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Circles => "circles",
            Self::Nobody => "nobody",
        }
    }

    /// The message that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "messages-accept-all",
            Self::Circles => "messages-accept-circles",
            Self::Nobody => "messages-accept-nobody",
        }
    }
}

impl FromStr for Accepts {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|accepts| accepts.word() == word).ok_or("field-choose")
    }
}

/// Why a message is not sent. A name says to whom; empty: to whom is not known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NoMessage {
    /// They take none from whoever writes. Why is theirs to know: their choice, a block, no account.
    NotTaken(String),
    /// Whoever writes has blocked them.
    Blocked(String),
    /// They have not answered what was written to them so far.
    Unanswered(String),
    /// Whoever writes has written to enough new people for a day.
    TooManyNew,
    /// All the others have left.
    NobodyLeft,
}

impl NoMessage {
    /// The message that says it, and the name it speaks of.
    pub fn key(&self) -> (&'static str, &str) {
        match self {
            Self::NotTaken(name) => ("message-not-taken", name),
            Self::Blocked(name) => ("message-blocked", name),
            Self::Unanswered(name) => ("message-unanswered", name),
            Self::TooManyNew => ("message-too-many-new", ""),
            Self::NobodyLeft => ("message-nobody-left", ""),
        }
    }
}

/// Why it is not known who is meant by what was typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum NotMeant {
    /// Nobody is called so.
    Nobody(String),
    /// Several are.
    Several(String),
}

impl NotMeant {
    /// The message that says it, and what was typed.
    pub fn key(&self) -> (&'static str, &str) {
        match self {
            Self::Nobody(typed) => ("messages-nobody-called", typed),
            Self::Several(typed) => ("messages-several-called", typed),
        }
    }
}

/// Somebody who is written to, and what they are to whoever writes.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Receiver {
    /// Who.
    pub id: MemberId,
    /// What they are called.
    pub name: String,
    /// Whether they have come in and may sign in.
    pub is_here: bool,
    /// From whom they take messages, as a word.
    pub accepts: String,
    /// Whether they have blocked whoever writes.
    pub has_blocked: bool,
    /// Whether whoever writes has blocked them.
    pub is_blocked: bool,
    /// Whether both are in the same course, homeroom or tribe.
    pub shares: bool,
    /// Whether whoever writes leads a course they are in.
    pub is_led: bool,
    /// Whether they ever wrote to whoever writes.
    pub has_written: bool,
    /// How many messages whoever writes wrote to them alone.
    pub unanswered: i64,
}

impl Receiver {
    /// Whether a message to them is one to somebody new: who has never answered, nor is looked after.
    pub const fn is_new(&self) -> bool {
        !self.has_written && !self.is_led && self.unanswered == 0
    }
}

/// Whether a message reaches somebody. A block is the strongest, then who leads, then whom they wrote to themselves.
pub fn may_reach(from: &Member, to: &Receiver) -> Result<(), NoMessage> {
    let name = || to.name.clone();
    if to.is_blocked {
        return Err(NoMessage::Blocked(name()));
    }
    if to.id == from.id || !to.is_here || to.has_blocked {
        return Err(NoMessage::NotTaken(name()));
    }
    if to.is_led || from.is_organiser() || to.has_written {
        return Ok(());
    }
    match to.accepts.parse().unwrap_or_default() {
        Accepts::Nobody => Err(NoMessage::NotTaken(name())),
        Accepts::Circles if !to.shares => Err(NoMessage::NotTaken(name())),
        _ if to.unanswered >= UNANSWERED => Err(NoMessage::Unanswered(name())),
        _ => Ok(()),
    }
}

/// To how many new people a member may write in a day: few while they are new themselves, many if they look after others.
pub fn new_people_a_day(from: &Member, leads: bool, now: Timestamp) -> i64 {
    let is_new = from.claimed_at.unwrap_or(from.joined_at).plus_days(NEW_DAYS) > now;
    match (from.has_role() || leads, is_new) {
        (true, _) => 100,
        (false, true) => 5,
        (false, false) => 20,
    }
}

/// What the correspondence of two people is known by.
pub fn pair(one: MemberId, other: MemberId) -> String {
    format!("{}-{}", one.min(other), one.max(other))
}

/// What tells a form that was sent from every other: its token, and what was written in it. Without a token, the words, the
/// place and the minute.
pub fn once(token: &str, place: &str, words: &str, now: Timestamp) -> i64 {
    let mut hash = Sha256::new();
    if token.is_empty() {
        hash.update((now.0 / 60_000).to_be_bytes());
    }
    for part in [token, place, words.trim()] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let digest = hash.finalize();
    i64::from_be_bytes(digest[..8].try_into().expect("eight bytes are eight bytes"))
}

/// Whom somebody typed into a field that may name several, by handle or by name, each once: with commas or lines between
/// them, and after handles with spaces.
pub fn named(typed: &str) -> Vec<String> {
    let mut all: Vec<String> = vec![];
    let mut add = |word: &str| {
        let word = word.trim().trim_start_matches('@').trim();
        if !word.is_empty() && !all.iter().any(|other| other.to_lowercase() == word.to_lowercase()) {
            all.push(word.to_owned());
        }
    };
    for part in typed.split([',', ';', '\n']) {
        if part.split_whitespace().all(|word| word.starts_with('@')) {
            part.split_whitespace().for_each(&mut add);
        } else {
            add(part);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_named_as_one_types_them() {
        assert_eq!(named("@ines, bram;\nINES , Cleo Marsh"), ["ines", "bram", "Cleo Marsh"]);
        assert_eq!(named("@ines @bram"), ["ines", "bram"]);
        assert!(named(" ,;@ ").is_empty());
    }

    #[test]
    fn two_people_have_one_correspondence_whoever_begins_it() {
        assert_eq!(pair(MemberId(12), MemberId(7)), "7-12");
        assert_eq!(pair(MemberId(7), MemberId(12)), "7-12");
    }

    #[test]
    fn the_same_words_with_another_form_are_another_message() {
        let at = Timestamp(0);
        assert_eq!(once("a", "1", "OK", at), once("a", "1", " OK\n", at.plus_days(1)));
        assert_ne!(once("a", "1", "OK", at), once("b", "1", "OK", at));
        assert_ne!(once("a", "1", "OK", at), once("a", "1", "No", at));
        assert_eq!(once("", "1", "OK", at), once("", "1", "OK", at));
        assert_ne!(once("", "1", "OK", at), once("", "1", "OK", at.plus_minutes(1)));
    }
}
