//! What the stream can be asked for, and what of it reads as one line. Pure.

use crate::ids::{ConversationId, MemberId, Timestamp};

/// A place in the stream: when something happened, and its number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, sqlx::FromRow)]
pub struct Place {
    /// When.
    pub at: Timestamp,
    /// The number of what came to be: a conversation, a comment, a get-together, a file, a member.
    pub id: i64,
}

impl Place {
    /// Before everything that ever happened.
    pub const BEGINNING: Self = Self { at: Timestamp(0), id: 0 };
    /// After everything.
    pub const END: Self = Self { at: Timestamp(i64::MAX), id: i64::MAX };

    /// As an address says it: `<milliseconds>-<number>`.
    pub fn word(self) -> String {
        format!("{}-{}", self.at.0, self.id)
    }

    /// The place that an address says.
    pub fn of(word: &str) -> Option<Self> {
        let (at, id) = word.split_once('-')?;
        Some(Self { at: Timestamp(at.parse().ok()?), id: id.parse().ok()? })
    }
}

/// What happened.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Kind {
    /// Somebody published a post, or a wrap-up.
    Post,
    /// Somebody said something.
    Comment,
    /// Somebody began a discussion.
    Discussion,
    /// A module of a course opened.
    Module,
    /// A course asked for something to be handed in.
    Assignment,
    /// Something was announced.
    Announcement,
    /// A tribe planned to meet.
    Gathering,
    /// Somebody put a file into a tribe, or a new version of one.
    File,
    /// Somebody joined.
    Arrival,
}

impl Kind {
    /// The kind that rows name so.
    pub fn of(word: &str) -> Self {
        match word {
            "comment" => Self::Comment,
            "discussion" => Self::Discussion,
            "module" => Self::Module,
            "assignment" => Self::Assignment,
            "announcement" => Self::Announcement,
            "gathering" => Self::Gathering,
            "file" => Self::File,
            "arrival" => Self::Arrival,
            _ => Self::Post,
        }
    }
}

/// What somebody wants to see of all that happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Filter {
    /// Posts and wrap-ups.
    Posts,
    /// What was said.
    Comments,
    /// Discussions that were begun.
    Discussions,
    /// What courses opened: modules, and what is to be handed in.
    Modules,
    /// What was announced.
    Announcements,
    /// When tribes meet.
    Gatherings,
    /// What was put into tribes.
    Files,
    /// Who joined.
    People,
}

impl Filter {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 8] = [
        Self::Posts,
        Self::Comments,
        Self::Discussions,
        Self::Modules,
        Self::Announcements,
        Self::Gatherings,
        Self::Files,
        Self::People,
    ];

    /// The word that addresses say.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Posts => "posts",
            Self::Comments => "comments",
            Self::Discussions => "discussions",
            Self::Modules => "modules",
            Self::Announcements => "announcements",
            Self::Gatherings => "get-togethers",
            Self::Files => "files",
            Self::People => "people",
        }
    }

    /// The filter that an address says.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|filter| filter.word() == word)
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Posts => "stream-posts",
            Self::Comments => "stream-comments",
            Self::Discussions => "discussions",
            Self::Modules => "stream-modules",
            Self::Announcements => "announcements",
            Self::Gatherings => "gatherings",
            Self::Files => "tribe-files",
            Self::People => "stream-people",
        }
    }

    /// Whether it lets this kind through.
    pub const fn takes(self, kind: Kind) -> bool {
        matches!(
            (self, kind),
            (Self::Posts, Kind::Post)
                | (Self::Comments, Kind::Comment)
                | (Self::Discussions, Kind::Discussion)
                | (Self::Modules, Kind::Module | Kind::Assignment)
                | (Self::Announcements, Kind::Announcement)
                | (Self::Gatherings, Kind::Gathering)
                | (Self::Files, Kind::File)
                | (Self::People, Kind::Arrival)
        )
    }
}

/// Something that happened, before it is known what it is called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Happened {
    /// When, and what.
    pub place: Place,
    /// What kind of thing it is.
    pub kind: Kind,
    /// Where it was said, or what was published.
    pub conversation: ConversationId,
    /// Who did it, if that was a member.
    pub actor: Option<MemberId>,
}

impl Happened {
    /// Whether it reads as one line with what happened right before it: what one person said in one conversation without
    /// anybody else in between, and those who joined one after another.
    fn goes_with(&self, earlier: &Self) -> bool {
        match (self.kind, earlier.kind) {
            (Kind::Comment, Kind::Comment) => {
                self.actor.is_some() && self.actor == earlier.actor && self.conversation == earlier.conversation
            }
            (Kind::Arrival, Kind::Arrival) => true,
            _ => false,
        }
    }
}

/// What reads as one line, the latest first in each.
pub fn lines(happened: Vec<Happened>) -> Vec<Vec<Happened>> {
    let mut lines: Vec<Vec<Happened>> = vec![];
    for it in happened {
        match lines.last_mut() {
            Some(line) if line.last().is_some_and(|later| later.goes_with(&it)) => line.push(it),
            _ => lines.push(vec![it]),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(at: i64, by: Option<i64>, conversation: i64) -> Happened {
        let (kind, conversation) = (Kind::Comment, ConversationId(conversation));
        Happened { place: Place { at: Timestamp(at), id: at }, kind, conversation, actor: by.map(MemberId) }
    }

    fn came(at: i64) -> Happened {
        Happened { kind: Kind::Arrival, ..said(at, Some(at), 0) }
    }

    fn lengths(happened: Vec<Happened>) -> Vec<usize> {
        lines(happened).iter().map(Vec::len).collect()
    }

    #[test]
    fn what_one_says_in_one_conversation_reads_as_one_line_until_somebody_else_speaks() {
        assert_eq!(
            lengths(vec![said(5, Some(1), 7), said(4, Some(1), 7), said(3, Some(2), 7), said(2, Some(1), 7)]),
            [2, 1, 1]
        );
        assert_eq!(lengths(vec![said(5, Some(1), 7), said(4, Some(1), 8)]), [1, 1], "in another conversation");
        assert_eq!(lengths(vec![said(5, None, 7), said(4, None, 7)]), [1, 1], "guests may be two");
    }

    #[test]
    fn those_who_join_one_after_another_are_one_line() {
        assert_eq!(lengths(vec![came(9), came(8), said(7, Some(1), 7), came(6)]), [2, 1, 1]);
        assert_eq!(lengths(vec![]), [0; 0]);
    }

    #[test]
    fn a_place_is_said_in_an_address_and_read_again() {
        for place in [Place::BEGINNING, Place::END, Place { at: Timestamp(1_700_000_000_000), id: 77 }] {
            assert_eq!(Place::of(&place.word()), Some(place));
        }
        for word in ["", "7", "7-", "-7", "a-b", "7-8-9"] {
            assert_eq!(Place::of(word), None, "{word}");
        }
    }

    #[test]
    fn every_kind_is_let_through_by_one_filter() {
        let words =
            ["post", "comment", "discussion", "module", "assignment", "announcement", "gathering", "file", "arrival"];
        for word in words {
            let takes = Filter::ALL.into_iter().filter(|filter| filter.takes(Kind::of(word))).count();
            assert_eq!(takes, 1, "{word}");
        }
        for filter in Filter::ALL {
            assert_eq!(Filter::of(filter.word()), Some(filter));
        }
    }
}
