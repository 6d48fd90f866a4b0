//! What is peculiar to a language: its stems, its articles before an apostrophe, its compounds.

use charabia::{Language as Known, Segment};
use snowball_stemmers_rs::{Algorithm, Stemmer};

use crate::fold::fold;

/// The language of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Language(Option<Algorithm>);

impl Language {
    /// The one with this BCP 47 tag; of an unknown one, words are kept as they are.
    pub fn of(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        Self(Some(match primary.as_str() {
            "ar" => Algorithm::Arabic,
            "ca" => Algorithm::Catalan,
            "cs" => Algorithm::Czech,
            "da" => Algorithm::Danish,
            "de" => Algorithm::German,
            "el" => Algorithm::Greek,
            "en" => Algorithm::English,
            "eo" => Algorithm::Esperanto,
            "es" => Algorithm::Spanish,
            "et" => Algorithm::Estonian,
            "eu" => Algorithm::Basque,
            "fa" => Algorithm::Persian,
            "fi" => Algorithm::Finnish,
            "fr" => Algorithm::French,
            "ga" => Algorithm::Irish,
            "hi" => Algorithm::Hindi,
            "hu" => Algorithm::Hungarian,
            "hy" => Algorithm::Armenian,
            "id" | "ms" => Algorithm::Indonesian,
            "it" => Algorithm::Italian,
            "lt" => Algorithm::Lithuanian,
            "nb" | "nn" | "no" => Algorithm::Norwegian,
            "ne" => Algorithm::Nepali,
            "nl" => Algorithm::Dutch,
            "pl" => Algorithm::Polish,
            "pt" => Algorithm::Portuguese,
            "ro" => Algorithm::Romanian,
            "ru" => Algorithm::Russian,
            "sr" => Algorithm::Serbian,
            "sv" => Algorithm::Swedish,
            "ta" => Algorithm::Tamil,
            "tr" => Algorithm::Turkish,
            "uk" => Algorithm::Ukrainian,
            "yi" => Algorithm::Yiddish,
            _ => return Self(None),
        }))
    }

    /// Whether people write `ae` for `ä` in it where they lack the letter.
    pub(crate) fn spells_umlauts_out(self) -> bool {
        matches!(self.0, Some(Algorithm::German | Algorithm::Swedish | Algorithm::Finnish | Algorithm::Estonian))
    }

    /// The stem of a word in small letters, with its accents.
    pub(crate) fn stem(self, word: &str) -> String {
        let stem = self.0.map(|algorithm| Stemmer::create(algorithm).stem(word).into_owned());
        stem.filter(|stem| !stem.is_empty()).unwrap_or_else(|| word.to_owned())
    }

    /// What stands before an apostrophe as an article goes: `l'école` is found as `école`.
    pub(crate) fn without_article(self, word: &str) -> &str {
        const FRENCH: [&str; 13] =
            ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quelqu"];
        const ITALIAN: [&str; 12] =
            ["l", "d", "un", "all", "dall", "dell", "nell", "sull", "quell", "quest", "c", "bell"];
        let articles: &[&str] = match self.0 {
            Some(Algorithm::French | Algorithm::Catalan) => &FRENCH,
            Some(Algorithm::Italian) => &ITALIAN,
            _ => return word,
        };
        match word.split_once('\'') {
            Some((before, rest)) if !rest.is_empty() && articles.contains(&before) => rest,
            _ => word,
        }
    }

    /// The parts of a compound and neighbouring parts together, folded stems; nothing where the language has none.
    pub(crate) fn parts(self, word: &str) -> Vec<String> {
        /// Shorter words are hardly ever made of others.
        const SHORTEST: usize = 9;
        if self.0 != Some(Algorithm::German) || word.chars().count() < SHORTEST {
            return vec![];
        }
        let pieces: Vec<&str> = word.segment_str_with_option(None, Some(&[Known::Deu])).collect();
        if pieces.len() < 2 {
            return vec![];
        }
        let mut parts = vec![];
        for from in 0..pieces.len() {
            for to in from + 1..=(from + 2).min(pieces.len()) {
                let part = pieces[from..to].concat();
                // A letter that binds two parts is no part.
                if (from, to) != (0, pieces.len()) && part.chars().count() >= 4 {
                    parts.push(fold(&self.stem(&part)));
                }
            }
        }
        parts
    }
}
