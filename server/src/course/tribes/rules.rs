//! What a good tribe is, and who may do what in one. Pure.

use std::str::FromStr;

use crate::{
    audiences::circles::{Joining, Part, WishKind},
    kit::{i18n::Lang, local_time::LocalTime},
};

/// No name is longer, in characters.
pub const LONGEST_NAME: usize = 80;
/// No line about it is longer.
pub const LONGEST_TAGLINE: usize = 160;
/// No text about it, and no rules, are longer.
pub const LONGEST_TEXT: usize = 20_000;
/// No description of its picture is longer.
pub const LONGEST_ALT: usize = 300;
/// Nothing that is said with a request is longer.
pub const LONGEST_WORDS: usize = 500;
/// No tribe has more places.
pub const MOST_PLACES: i64 = 100_000;
/// So long somebody has to take the offer to lead.
pub const OFFER_DAYS: i64 = 14;
/// No place of a gathering is longer.
pub const LONGEST_PLACE: usize = 300;
/// No gathering lasts longer, in minutes.
pub const LONGEST_MINUTES: i64 = 14 * 24 * 60;
/// No title of a file is longer.
pub const LONGEST_FILE_TITLE: usize = 120;
/// Nothing that is said about one is longer.
pub const LONGEST_FILE_WORDS: usize = 500;
/// A tribe has no more files.
pub const MOST_FILES: i64 = 2_000;
/// No address is longer, its number aside.
const LONGEST_ADDRESS: usize = 60;
/// Words that addresses below `/tribes/` mean something else by.
const TAKEN: [&str; 1] = ["new"];

/// Who may come in, and who knows of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Door {
    /// Whoever wants to.
    Open,
    /// Whoever asked and was let in.
    Ask,
    /// Whoever was invited; nobody else knows of it.
    Hidden,
}

impl Door {
    /// All of them, the widest first.
    pub const ALL: [Self; 3] = [Self::Open, Self::Ask, Self::Hidden];

    /// The word forms send it as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Ask => "ask",
            Self::Hidden => "hidden",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "tribe-door-open",
            Self::Ask => "tribe-door-ask",
            Self::Hidden => "tribe-door-hidden",
        }
    }

    /// The message that says what it means.
    pub const fn hint_key(self) -> &'static str {
        match self {
            Self::Open => "tribe-door-open-hint",
            Self::Ask => "tribe-door-ask-hint",
            Self::Hidden => "tribe-door-hidden-hint",
        }
    }

    /// How one comes in by it.
    pub const fn joining(self) -> Joining {
        match self {
            Self::Open => Joining::Open,
            Self::Ask => Joining::Ask,
            Self::Hidden => Joining::Invited,
        }
    }
}

impl FromStr for Door {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|door| door.word() == word).ok_or("field-choose")
    }
}

/// What a tribe is to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    /// What it is called.
    pub name: String,
    /// A line about it.
    pub tagline: String,
    /// What it is about, in Markdown.
    pub source: String,
    /// What those in it keep to, in Markdown.
    pub rules: String,
    /// The language of that.
    pub lang: Lang,
    /// Who may come in.
    pub door: Door,
    /// How many may be in it beside whoever leads; nothing: as many as want to.
    pub places: Option<i64>,
}

/// What a file is called, and what it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FileWords {
    /// What it is called.
    pub title: String,
    /// What it is, in a few words; may be empty.
    pub words: String,
}

/// What a file is called that nobody gave a title: its name without the ending, cut where it is too long.
pub fn file_title(name: &str) -> String {
    let bare = name.rsplit_once('.').map_or(name, |(bare, _)| bare).trim();
    let bare = if bare.is_empty() { name } else { bare };
    bare.chars().take(LONGEST_FILE_TITLE).collect()
}

/// The last part of a tribe's address, made of its name.
pub fn slug(name: &str) -> String {
    let slug = markup::short_slug(&markup::slug(name), LONGEST_ADDRESS).to_owned();
    if slug.is_empty() { "tribe".into() } else { slug }
}

/// The address of this number that is made of a slug; only the first has none in it.
pub fn address(slug: &str, number: i64) -> String {
    if number < 2 && !TAKEN.contains(&slug) { slug.to_owned() } else { format!("{slug}-{}", number.max(2)) }
}

/// From which number on the addresses of a new tribe are tried. A hidden one never has the address that its name alone
/// would make, or whoever gives another the same name would learn of it.
pub const fn first_number(door: Door, id: i64) -> i64 {
    match door {
        Door::Open | Door::Ask => 1,
        // What ids differ by lies in their middle: the milliseconds.
        Door::Hidden => 1_000 + (id >> 22) % 9_000,
    }
}

/// A name of one line.
///
/// # Errors
/// The message that says what is wrong with it.
pub fn name(typed: &str) -> Result<String, &'static str> {
    let name = line(typed, LONGEST_NAME)?;
    if name.is_empty() { Err("field-required") } else { Ok(name) }
}

/// Something of one line, or nothing.
///
/// # Errors
/// The message that says that it is too long.
pub fn line(typed: &str, longest: usize) -> Result<String, &'static str> {
    let line = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > longest { Err("field-too-long") } else { Ok(line) }
}

/// A text of many lines, or nothing.
///
/// # Errors
/// The message that says that it is too long.
pub fn text(typed: &str) -> Result<String, &'static str> {
    let text = typed.replace("\r\n", "\n").trim().to_owned();
    if text.chars().count() > LONGEST_TEXT { Err("field-too-long") } else { Ok(text) }
}

/// Whether whoever looks for these words means something that is called so, however it is spelt: without accents and in
/// any case.
pub fn is_meant(words: &str, called: &str) -> bool {
    let (words, called) = (words.trim().to_lowercase(), called.to_lowercase());
    let bare = markup::slug(&words);
    called.contains(&words) || (!bare.is_empty() && markup::slug(&called).contains(&bare))
}

/// How many places were typed; nothing: as many as want to.
///
/// # Errors
/// The message that says that it is no number of places.
pub fn places(typed: &str) -> Result<Option<i64>, &'static str> {
    match typed.trim() {
        "" => Ok(None),
        typed => match typed.parse() {
            Ok(places) if (1..=MOST_PLACES).contains(&places) => Ok(Some(places)),
            _ => Err("tribe-places-wrong"),
        },
    }
}

/// How long a gathering was said to last, in minutes.
///
/// # Errors
/// The message that says that it is no such number.
pub fn minutes(typed: &str) -> Result<i64, &'static str> {
    match typed.trim().parse() {
        Ok(minutes) if (1..=LONGEST_MINUTES).contains(&minutes) => Ok(minutes),
        _ => Err("gathering-minutes-wrong"),
    }
}

/// When and where a tribe is to meet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Plan {
    /// What it is called.
    pub title: String,
    /// When it begins, as clocks show it in the zone of the community.
    pub starts: LocalTime,
    /// How long it lasts.
    pub minutes: i64,
    /// A place or a link.
    pub place: String,
}

/// What somebody is to a tribe.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Standing {
    /// What they are in it, if anything.
    pub part: Option<Part>,
    /// What they want of it, or were offered.
    pub wish: Option<WishKind>,
    /// Whether they were asked to lead it.
    pub is_offered: bool,
    /// Whether they run the community, and others than those in it know of the tribe.
    pub organises: bool,
}

impl Standing {
    /// Whether they are in it, and read and write there.
    pub const fn is_in(self) -> bool {
        self.part.is_some()
    }

    /// Whether it is theirs to lead.
    pub fn leads(self) -> bool {
        self.part == Some(Part::Leader)
    }

    /// Whether they may change what it says of itself, close it, and ask somebody to lead it. Running the community gives
    /// no sight of what is said there.
    pub fn runs(self) -> bool {
        self.leads() || self.organises
    }

    /// Whether they were invited.
    pub fn is_invited(self) -> bool {
        self.wish == Some(WishKind::Invited)
    }

    /// Whether they may know of a hidden one.
    pub fn knows(self) -> bool {
        self.is_in() || self.is_invited()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_made_of_the_name_and_of_a_number_where_that_is_taken() {
        assert_eq!(address(&slug("Garden & Library"), 1), "garden-library");
        assert_eq!(address(&slug("Garden & Library"), 3), "garden-library-3");
        assert_eq!(address(&slug("???"), 1), "tribe");
        assert_eq!(address("new", 1), "new-2");
    }

    #[test]
    fn a_hidden_tribe_never_has_the_address_that_its_name_alone_would_make() {
        for id in [0, 1, 1 << 22, i64::MAX] {
            let number = first_number(Door::Hidden, id);
            assert!((1_000..10_000).contains(&number), "{number}");
        }
        assert_eq!(first_number(Door::Open, 7 << 22), 1);
    }

    #[test]
    fn what_is_typed_is_a_line_a_text_or_a_number_of_places() {
        assert_eq!(name("  A \n few "), Ok("A few".into()));
        assert_eq!(name(" "), Err("field-required"));
        assert_eq!(name(&"x".repeat(LONGEST_NAME + 1)), Err("field-too-long"));
        assert_eq!(line("", LONGEST_TAGLINE), Ok(String::new()));
        assert_eq!(text("a\r\nb "), Ok("a\nb".into()));
        assert_eq!(places(" 12 "), Ok(Some(12)));
        assert_eq!(places(""), Ok(None));
        for wrong in ["0", "-1", "some", "1.5", "999999999999"] {
            assert!(places(wrong).is_err(), "{wrong}");
        }
        assert_eq!(minutes("90"), Ok(90));
        for wrong in ["", "0", "-5", "an hour", "99999999"] {
            assert!(minutes(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn who_looks_for_a_tribe_need_not_know_how_it_is_spelt() {
        assert!(is_meant("öffent", "Öffentliche Gärten") && is_meant("garten", "Öffentliche Gärten"));
        assert!(is_meant("", "Anything") && is_meant("  ", "Anything"));
        assert!(!is_meant("kitchen", "Öffentliche Gärten") && !is_meant("%", "Anything"));
    }

    #[test]
    fn whoever_runs_the_community_runs_a_tribe_and_is_not_in_it() {
        let organiser = Standing { organises: true, ..Standing::default() };
        assert!(organiser.runs() && !organiser.leads() && !organiser.is_in() && !organiser.knows());
        let invited = Standing { wish: Some(WishKind::Invited), ..Standing::default() };
        assert!(invited.knows() && !invited.is_in() && !invited.runs());
        let leader = Standing { part: Some(Part::Leader), ..Standing::default() };
        assert!(leader.runs() && leader.leads() && leader.knows());
    }
}
