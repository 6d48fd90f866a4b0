//! What can be asked for, and by which properties a text is found.

use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::ids::Timestamp;

/// 2000-01-01T00:00:00Z, the zero of the numbers of texts, in Unix seconds.
const EPOCH_S: i64 = 946_684_800;
/// So many bits tell texts of one second apart.
const SECOND_BITS: u32 = 6;
/// So many bits of a number tell texts of one slice apart: of 24 days.
const SLICE_BITS: u32 = SECOND_BITS + 21;

/// The lowest number that a text of this moment has.
pub const fn number_at(at: Timestamp) -> i64 {
    let seconds = at.0.div_euclid(1000) - EPOCH_S;
    if seconds > 0 { seconds << SECOND_BITS } else { 0 }
}

/// When the text with this number was written, to the second.
pub const fn moment_of(number: i64) -> Timestamp {
    Timestamp(((number >> SECOND_BITS) + EPOCH_S) * 1000)
}

/// Where the numbers of a second are taken, those of later ones are looked at: the first of them, and so on.
pub fn numbers_at(at: Timestamp) -> impl Iterator<Item = (i64, i64)> {
    let first = number_at(at);
    (0..40).map(move |nth| {
        let from = first + if nth == 0 { 0 } else { (1_i64 << (nth - 1)) << SECOND_BITS };
        (from, from + (1 << SECOND_BITS))
    })
}

/// The property of being written in the same weeks. PostgreSQL looks through the newest first by it: it has no order of
/// its own, and would fetch every match to sort them.
pub fn slice(number: i64) -> String {
    format!("=s{}", number >> SLICE_BITS)
}

/// A reach of numbers, with the slices that it is made of; without any, it is all that is left.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reach {
    /// The lowest number.
    pub from: i64,
    /// The slices.
    pub slices: Vec<String>,
}

/// From a number downwards in growing steps: one slice, three, twelve, and the rest.
pub fn reaches(below: i64) -> Vec<Reach> {
    let mut reaches = vec![];
    let mut top = (below - 1).max(0) >> SLICE_BITS;
    for step in [1, 3, 12] {
        let last = (top - step + 1).max(0);
        reaches.push(Reach {
            from: last << SLICE_BITS,
            slices: (last..=top).rev().map(|at| slice(at << SLICE_BITS)).collect(),
        });
        if last == 0 {
            return reaches;
        }
        top = last - 1;
    }
    reaches.push(Reach { from: 0, slices: vec![] });
    reaches
}

/// What is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Which {
    /// Everything.
    #[default]
    All,
    /// Posts and pages of blogs.
    Posts,
    /// Comments.
    Comments,
    /// What groups talk about.
    Discussions,
    /// Modules and assignments of courses.
    Courses,
    /// What was announced.
    Announcements,
    /// People, by name.
    People,
    /// Tags, tribes and courses, by name.
    Names,
}

impl Which {
    /// All there are, in the order in which they are offered.
    pub const ALL: [Self; 8] = [
        Self::All,
        Self::Posts,
        Self::Comments,
        Self::Discussions,
        Self::Courses,
        Self::Announcements,
        Self::People,
        Self::Names,
    ];

    /// The word in the address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Posts => "posts",
            Self::Comments => "comments",
            Self::Discussions => "discussions",
            Self::Courses => "courses",
            Self::Announcements => "announcements",
            Self::People => "people",
            Self::Names => "names",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::All => "search-in-all",
            Self::Posts => "search-in-posts",
            Self::Comments => "search-in-comments",
            Self::Discussions => "search-in-discussions",
            Self::Courses => "search-in-courses",
            Self::Announcements => "search-in-announcements",
            Self::People => "search-in-people",
            Self::Names => "search-in-names",
        }
    }

    /// Whether texts are looked through for it.
    pub const fn is_of_texts(self) -> bool {
        !matches!(self, Self::People | Self::Names)
    }

    /// The kinds of texts, of which any will do; none is all of them.
    const fn kinds(self) -> &'static [&'static str] {
        match self {
            Self::Posts => &["post", "page"],
            Self::Comments => &["comment"],
            Self::Discussions => &["discussion"],
            Self::Courses => &["module", "assignment"],
            Self::Announcements => &["announcement"],
            Self::All | Self::People | Self::Names => &[],
        }
    }
}

impl FromStr for Which {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|which| which.word() == word).ok_or(())
    }
}

/// What narrows a search.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Narrowing {
    /// Which kinds.
    pub which: Which,
    /// A blog, a tribe, a homeroom or a course.
    pub place: Option<i64>,
    /// Who wrote it.
    pub writer: Option<i64>,
    /// Since when it was written.
    pub since: Option<Timestamp>,
}

impl Narrowing {
    /// The properties that a text must have: of each list one.
    pub fn properties(&self) -> Vec<Vec<String>> {
        let kinds: Vec<String> = self.which.kinds().iter().map(|kind| kind_property(kind)).collect();
        let place = self.place.map(place_property);
        let writer = self.writer.map(writer_property);
        let lists = [kinds, place.into_iter().collect(), writer.into_iter().collect()];
        lists.into_iter().filter(|list| !list.is_empty()).collect()
    }
}

/// The property of being of this kind.
pub fn kind_property(kind: &str) -> String {
    format!("=k{kind}")
}

/// The property of standing there, or of being written for there.
pub fn place_property(place: i64) -> String {
    format!("=p{place}")
}

/// The property of being written by them.
pub fn writer_property(member: i64) -> String {
    format!("=w{member}")
}

/// A number that moves when the words of a text do.
pub fn print(columns: &[String; 3], at: Timestamp) -> i64 {
    let mut hash = Sha256::new();
    hash.update(words::VERSION.to_be_bytes());
    hash.update(at.0.to_be_bytes());
    for column in columns {
        hash.update(column);
        hash.update([0]);
    }
    let hash: [u8; 32] = hash.finalize().into();
    i64::from_be_bytes(hash[..8].try_into().unwrap_or_default())
}

/// The least text that comes after all that begin with another: for a span of an index. Nothing, if there is none.
pub fn after_all_with(beginning: &str) -> String {
    format!("{beginning}\u{10FFFF}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_tells_when_something_was_written() {
        let at = Timestamp(1_788_512_461_234);
        assert_eq!(moment_of(number_at(at)), Timestamp(1_788_512_461_000));
        assert_eq!(moment_of(number_at(at) + 63), Timestamp(1_788_512_461_000));
        assert!(number_at(at) < number_at(at.plus_minutes(1)));
        assert_eq!(number_at(Timestamp(-5)), 0, "nothing was written before 2000");
        let ends: Vec<_> = numbers_at(at).collect();
        assert!(ends.windows(2).all(|pair| pair[0].1 <= pair[1].0));
    }

    #[test]
    fn reaches_join_and_go_back_to_the_beginning() {
        for below in [1, 5 << SLICE_BITS, (300 << SLICE_BITS) + 77, i64::MAX >> 1] {
            let reaches = reaches(below);
            assert_eq!(reaches.last().unwrap().from, 0);
            assert!(reaches.windows(2).all(|pair| pair[0].from > pair[1].from));
            assert_eq!(reaches[0].slices, [slice(below - 1)]);
        }
    }

    #[test]
    fn properties_are_asked_for_as_they_are_kept() {
        let narrowing = Narrowing { which: Which::Posts, place: Some(7), writer: None, since: None };
        assert_eq!(narrowing.properties(), [vec!["=kpost".to_owned(), "=kpage".into()], vec!["=p7".into()]]);
        assert!(Narrowing::default().properties().is_empty());
    }
}
