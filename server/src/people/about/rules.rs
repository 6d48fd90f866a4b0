//! What members may say about themselves, who may see it, and when two say the same. Pure.

use std::str::FromStr;

use crate::people::identity::{one_line, search_key};

/// A part of what somebody says about themselves.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Field {
    /// A few words.
    Bio,
    /// What they do.
    Job,
    /// Where they work.
    Workplace,
    /// Where they are.
    Place,
    /// Their website.
    Website,
    /// The list of their blogs.
    Blogs,
    /// The list of the tribes they are in.
    Tribes,
}

impl Field {
    /// All of them, in the order they are asked for.
    pub const ALL: [Self; 7] =
        [Self::Bio, Self::Job, Self::Workplace, Self::Place, Self::Website, Self::Blogs, Self::Tribes];

    /// The word it is stored as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Bio => "bio",
            Self::Job => "job",
            Self::Workplace => "workplace",
            Self::Place => "place",
            Self::Website => "website",
            Self::Blogs => "blogs",
            Self::Tribes => "tribes",
        }
    }

    /// Who sees it unless somebody says otherwise.
    pub const fn usual(self) -> Viewers {
        match self {
            Self::Bio | Self::Website | Self::Blogs | Self::Tribes => Viewers::Everyone,
            Self::Job | Self::Workplace | Self::Place => Viewers::Members,
        }
    }

    /// Whether it is a list of what is known elsewhere, and nothing is typed.
    pub const fn is_list(self) -> bool {
        matches!(self, Self::Blogs | Self::Tribes)
    }

    /// No text in it is longer, in characters.
    pub const fn longest(self) -> usize {
        match self {
            Self::Bio => 2000,
            Self::Website => 300,
            Self::Job | Self::Workplace | Self::Place | Self::Blogs | Self::Tribes => 100,
        }
    }

    /// What it is compared by with what others say; empty where it is not.
    pub fn match_key(self, said: &str) -> String {
        match self {
            Self::Workplace | Self::Place => match_key(said),
            _ => String::new(),
        }
    }
}

impl FromStr for Field {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|field| field.word() == word).ok_or(())
    }
}

/// Who sees a part of what somebody says about themselves.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Viewers {
    /// Everyone, search engines too.
    Everyone,
    /// Members who are signed in.
    Members,
    /// Members who are in a course or a tribe with them.
    Shared,
    /// They alone.
    Me,
}

impl Viewers {
    /// All of them, the widest first.
    pub const ALL: [Self; 4] = [Self::Everyone, Self::Members, Self::Shared, Self::Me];

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Everyone => "everyone",
            Self::Members => "members",
            Self::Shared => "shared",
            Self::Me => "me",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Everyone => "viewers-everyone",
            Self::Members => "viewers-members",
            Self::Shared => "viewers-shared",
            Self::Me => "viewers-me",
        }
    }
}

impl FromStr for Viewers {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|viewers| viewers.word() == word).ok_or("field-choose")
    }
}

/// What two texts have in common that say the same: the words in small letters, without accents, dots and apostrophes;
/// whatever else stands between them is a space. Nothing is spelt out and nothing guessed.
pub fn match_key(text: &str) -> String {
    let plain = search_key(&one_line(text)).replace('ß', "ss").replace('ø', "o").replace('ł', "l");
    let joined: String = plain.chars().filter(|c| !matches!(c, '.' | '\'' | '’' | '‘' | '`' | '´')).collect();
    joined.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_spellings_of_a_workplace_are_the_same_workplace() {
        for (one, other) in [
            ("Université de Genève", "universite de  geneve"),
            ("King's College", "Kings College"),
            ("King’s College", "KING'S COLLEGE"),
            ("Universität Gießen", "Universitat Giessen"),
            ("U.S. Army", "US Army"),
            ("Saint-Exupéry School", "Saint Exupery School"),
            ("Smith & Sons, Ltd.", "Smith  Sons (Ltd)"),
            ("東京大学", "東京大学 "),
        ] {
            assert_eq!(match_key(one), match_key(other), "{one}");
        }
    }

    #[test]
    fn nothing_is_guessed() {
        for (one, other) in [
            ("Univ. of Lisbon", "University of Lisbon"),
            ("Lisbon School", "School of Lisbon"),
            ("東京大学", "京都大学"),
            ("MIT", "MIT Press"),
        ] {
            assert_ne!(match_key(one), match_key(other), "{one}");
        }
        for nothing in ["", " ", "–", "…", "'"] {
            assert_eq!(match_key(nothing), "", "{nothing:?}");
        }
    }
}
