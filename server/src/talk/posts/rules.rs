//! What a good address and language of a post is.

use std::{fmt, str::FromStr};

use crate::kit::i18n::Lang;

/// The last part of a post's address.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slug(String);

impl Slug {
    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Slug {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let slug = markup::slug(text);
        if slug.is_empty() || slug.chars().count() > 200 { Err("field-slug") } else { Ok(Self(slug)) }
    }
}

/// The address a title makes.
pub fn slug_of(title: &str) -> String {
    let slug = markup::slug(title);
    let short = markup::short_slug(&slug, 80);
    if short.is_empty() { "untitled".into() } else { short.into() }
}

/// Whether two names are of one tag: the same letters and signs, however they are written.
pub fn is_same_tag(one: &str, other: &str) -> bool {
    let signs = |name: &str| -> String {
        name.chars().filter(|c| !c.is_alphanumeric() && !c.is_whitespace() && !matches!(c, '-' | '_')).collect()
    };
    signs(one) == signs(other)
}

/// What tells one form for a new post from every other, so that the same form sent twice begins one post.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FormToken(pub(super) i64);

impl FormToken {
    /// A token that no other form has.
    pub fn new() -> Self {
        Self(rand::random::<i64>() & i64::MAX)
    }
}

impl fmt::Display for FormToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}", self.0)
    }
}

impl FromStr for FormToken {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        i64::from_str_radix(text, 16).map(Self)
    }
}

/// The language of a text: a BCP 47 tag.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PostLang(String);

impl PostLang {
    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Lang> for PostLang {
    fn from(lang: Lang) -> Self {
        Self(lang.tag().into())
    }
}

impl FromStr for PostLang {
    type Err = &'static str;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        match tag.trim().parse::<unic_langid::LanguageIdentifier>() {
            Ok(id) if !id.language.is_empty() => Ok(Self(id.to_string())),
            _ => Err("field-language"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_without_a_single_letter_still_has_an_address() {
        assert_eq!(slug_of("???"), "untitled");
        assert_eq!(slug_of("Professional Development or On Your Own?"), "professional-development-or-on-your-own");
    }

    #[test]
    fn tags_are_told_apart_by_their_signs() {
        assert!(is_same_tag("Open Source", "open-source"));
        assert!(!is_same_tag("C", "C++") && !is_same_tag("C#", "C++"));
    }

    #[test]
    fn a_language_is_a_tag() {
        assert_eq!("pt-br".parse::<PostLang>().unwrap().as_str(), "pt-BR");
        assert!("\"><script>".parse::<PostLang>().is_err());
        assert!("".parse::<PostLang>().is_err());
    }
}
