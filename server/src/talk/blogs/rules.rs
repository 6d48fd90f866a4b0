//! What a good address of a blog is.

use std::str::FromStr;

/// What the site uses itself, or may one day: no blog's address. A test finds routes that are missing here.
pub const RESERVED: &[&str] = &[
    ".well-known",
    "about",
    "account",
    "activity",
    "admin",
    "agreement",
    "announcements",
    "api",
    "archive",
    "assets",
    "assignments",
    "attachments",
    "attestation",
    "author",
    "badges",
    "calendar",
    "category",
    "certificates",
    "comments",
    "community",
    "conversations",
    "courses",
    "credentials",
    "digest",
    "docs",
    "dossier",
    "events",
    "favicon.ico",
    "feed",
    "feed.json",
    "files",
    "forgot",
    "genuine",
    "health",
    "help",
    "home",
    "imprint",
    "inbox",
    "invite",
    "issuers",
    "join",
    "language",
    "live",
    "login",
    "mail",
    "manage",
    "me",
    "media",
    "members",
    "metrics",
    "modules",
    "nodeinfo",
    "notifications",
    "page",
    "pictures",
    "posts",
    "preview",
    "privacy",
    "push-worker.js",
    "report",
    "reset",
    "river",
    "robots.txt",
    "rules",
    "search",
    "settings",
    "sign-in",
    "sign-out",
    "site.webmanifest",
    "sitemap.xml",
    "sitemaps",
    "static",
    "stream",
    "styleguide",
    "tag",
    "theme",
    "tribes",
    "users",
    "verify",
    "webmention",
    "xmlrpc.php",
];

/// A blog's address: 2 to 60 of a–z, 0–9, `_` and `-`, and nothing the site uses itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Address(String);

impl Address {
    /// The address itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Address {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim().trim_matches('/').to_lowercase();
        let fits = (2..=60).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
            && text.as_bytes()[0].is_ascii_alphanumeric();
        // A year would read as an archive.
        let year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
        if !fits || year {
            return Err("field-blog-address");
        }
        if RESERVED.contains(&text.as_str()) || text.starts_with("wp-") {
            Err("field-reserved")
        } else {
            Ok(Self(text))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_the_site_uses_are_no_blogs_address() {
        for bad in ["members", "ME", "sign-in", "wp-admin", "2013", "a/b", "..", "", "x", "é"] {
            assert!(bad.parse::<Address>().is_err(), "{bad:?}");
        }
        assert_eq!("/MOOCtacular/".parse::<Address>().unwrap().as_str(), "mooctacular");
    }
}
