//! What a good module and a good item are. Pure.

use std::str::FromStr;

/// No title is longer, in characters.
pub const LONGEST_TITLE: usize = 150;
/// No introduction is longer.
pub const LONGEST_TEXT: usize = 20_000;
/// No prompt and no note is longer.
pub const LONGEST_LINES: usize = 2_000;
/// No address of something to read or view is longer.
pub const LONGEST_ADDRESS: usize = 2_000;
/// Nothing takes longer than a day, in minutes.
pub const MOST_MINUTES: i64 = 24 * 60;
/// A course has no more modules.
pub const MOST_MODULES: i64 = 200;
/// A module has no more items.
pub const MOST_ITEMS: i64 = 100;
/// What stands under a course and can be no module's address.
pub const RESERVED: [&str; 12] = [
    "manage",
    "homerooms",
    "talk",
    "console",
    "join",
    "leave",
    "claims",
    "assignments",
    "people",
    "map",
    "stream",
    "completion",
];

/// What kind of thing an item is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Part {
    /// A text.
    Read,
    /// A recording.
    View,
    /// More of the kind, for whoever likes.
    Explore,
    /// A task.
    Do,
}

impl Part {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Read, Self::View, Self::Explore, Self::Do];

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::View => "view",
            Self::Explore => "explore",
            Self::Do => "do",
        }
    }

    /// The message that names a list of them.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Read => "part-read",
            Self::View => "part-view",
            Self::Explore => "part-explore",
            Self::Do => "part-do",
        }
    }
}

impl FromStr for Part {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|part| part.word() == word).ok_or("field-choose")
    }
}

/// How many minutes were typed; nothing: nobody knows.
///
/// # Errors
/// The message that says that it is no number of minutes.
pub fn minutes(typed: &str) -> Result<Option<i64>, &'static str> {
    match typed.trim() {
        "" => Ok(None),
        typed => match typed.parse() {
            Ok(minutes) if (1..=MOST_MINUTES).contains(&minutes) => Ok(Some(minutes)),
            _ => Err("module-minutes-wrong"),
        },
    }
}

/// An address on the web that a page may lead to; empty, if none was typed.
///
/// # Errors
/// The message that says that it is none.
pub fn web_address(typed: &str) -> Result<String, &'static str> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(String::new());
    }
    let url = url::Url::parse(typed).ok().filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host());
    let url = url.filter(|url| url.username().is_empty() && url.password().is_none());
    url.map(String::from).filter(|url| url.len() <= LONGEST_ADDRESS).ok_or("field-website-wrong")
}

/// Whether an address is that of a page that plays a recording, as far as hosts and their ways are known.
pub fn plays_elsewhere(address: &str) -> bool {
    let Ok(url) = url::Url::parse(address) else { return false };
    let host = url.host_str().unwrap_or_default().trim_start_matches("www.").trim_start_matches("m.");
    let path = url.path();
    let after = |beginning: &str| path.strip_prefix(beginning).is_some_and(|rest| !rest.trim_matches('/').is_empty());
    match host {
        "youtube.com" | "youtube-nocookie.com" => {
            path == "/watch" || ["/live/", "/shorts/", "/embed/", "/playlist"].iter().any(|way| path.starts_with(way))
        }
        "youtu.be" | "vimeo.com" | "player.vimeo.com" | "dailymotion.com" => after("/"),
        "media.ccc.de" => after("/v/"),
        "ted.com" => after("/talks/"),
        // PeerTube, on whatever host it is.
        _ => after("/w/") || after("/videos/watch/"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_a_number_up_to_a_day() {
        assert_eq!((minutes(" "), minutes("20")), (Ok(None), Ok(Some(20))));
        for wrong in ["0", "-5", "1441", "long", "2.5"] {
            assert!(minutes(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_recording_is_known_by_where_it_is() {
        for address in [
            "https://www.youtube.com/watch?v=abc",
            "https://youtu.be/abc",
            "https://vimeo.com/76979871",
            "https://tube.example.org/w/9c9de5e8",
            "https://tube.example.org/videos/watch/9c9de5e8",
        ] {
            assert!(plays_elsewhere(address), "{address}");
        }
        for address in
            ["https://youtube.com/", "https://vimeo.com/", "https://example.org/w/", "https://example.org/a", ""]
        {
            assert!(!plays_elsewhere(address), "{address}");
        }
    }

    #[test]
    fn an_address_leads_to_the_web_and_nowhere_else() {
        assert_eq!(web_address(" https://example.org/a b "), Ok("https://example.org/a%20b".into()));
        assert_eq!(web_address(""), Ok(String::new()));
        for wrong in
            ["javascript:alert(1)", "example.org", "data:text/html,x", "https://", "https://me:pw@example.org/"]
        {
            assert!(web_address(wrong).is_err(), "{wrong}");
        }
    }
}
