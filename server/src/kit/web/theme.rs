//! The colours a browser chose. A cookie keeps the choice, so that every page comes in its colours: nothing has to run
//! before it is painted, and the choice holds without scripts.

use axum::http::HeaderMap;

use super::cookies;

/// The name of the cookie that carries the choice.
pub const THEME_COOKIE: &str = "lyceum-theme";

/// Light, dark, or as the system is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Theme {
    /// As the system is.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The theme a request asks for.
    pub fn of(headers: &HeaderMap) -> Self {
        cookies(headers, THEME_COOKIE).next().and_then(Self::from_word).unwrap_or_default()
    }

    /// The theme by its word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::System, Self::Light, Self::Dark].into_iter().find(|theme| theme.word() == word)
    }

    /// The word that forms, cookies and pages use.
    pub const fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What comes after it where one button goes through all of them.
    pub const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }

    /// What a browser is told about the colours of a page, as in CSS `color-scheme`.
    pub const fn scheme(self) -> &'static str {
        match self {
            Self::System => "light dark",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}
