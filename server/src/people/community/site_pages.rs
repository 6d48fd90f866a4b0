//! Pages about the site itself, which its organisers write: what it is, its rules, who answers for it.

use std::str::FromStr;

use crate::{
    ids::Timestamp,
    kit::{files::addresses::with_pictures, i18n::Lang},
};

/// A page about the site.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SitePage {
    /// What this community is about, and whom to write to.
    About,
    /// What people owe one another here.
    Rules,
    /// What is done with what people say about themselves.
    Privacy,
    /// Who answers for the site.
    Imprint,
}

impl SitePage {
    /// All of them, in the order in which they stand in the foot.
    pub const ALL: [Self; 4] = [Self::About, Self::Rules, Self::Privacy, Self::Imprint];

    /// The word it is stored as, and its address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::About => "about",
            Self::Rules => "rules",
            Self::Privacy => "privacy",
            Self::Imprint => "imprint",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::About => "site-page-about",
            Self::Rules => "site-page-rules",
            Self::Privacy => "site-page-privacy",
            Self::Imprint => "site-page-imprint",
        }
    }

    /// The message that says what belongs on it.
    pub const fn hint(self) -> &'static str {
        match self {
            Self::About => "site-page-about-hint",
            Self::Rules => "site-page-rules-hint",
            Self::Privacy => "site-page-privacy-hint",
            Self::Imprint => "site-page-imprint-hint",
        }
    }

    /// Where it is read.
    pub fn url(self) -> String {
        format!("/{}/", self.word())
    }

    /// Where organisers write it.
    pub fn edit_url(self) -> String {
        format!("/manage/pages/{}/", self.word())
    }
}

impl FromStr for SitePage {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|page| page.word() == word).ok_or("field-choose")
    }
}

/// What stands on a page about the site.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct SiteText {
    /// As written.
    pub source: String,
    /// As rendered: safe to show.
    pub html: String,
    /// The tag of its language.
    pub lang: String,
    /// When it was last changed.
    pub edited_at: Timestamp,
}

impl SiteText {
    /// The language it is written in.
    pub fn language(&self) -> Lang {
        Lang::from_tag(&self.lang).unwrap_or(Lang::En)
    }
}

/// What is shown of what was written.
pub fn render(source: &str, lang: Lang) -> String {
    let context = markup::Context { lang: lang.tag(), ..markup::Context::default() };
    with_pictures(markup::post(source, markup::Format::Markdown, &context))
}
