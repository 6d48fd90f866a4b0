//! What a good handle, name, address and password is. The errors are messages' keys.

use std::str::FromStr;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

macro_rules! text {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, Debug)]
        pub struct $name(String);

        impl $name {
            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
    };
}

text! {
    /// What a member is called by with an `@`: 2 to 30 of a–z, 0–9, `_` and `-`, beginning with a letter or digit.
    Handle
}
text! {
    /// A mail address, lower-case.
    Email
}
text! {
    /// What a person is called on the page.
    Name
}
text! {
    /// An address on the web, or nothing.
    Website
}
text! {
    /// A password as it was typed. It is never shown, and hashed before it is stored.
    Password
}

impl FromStr for Handle {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim().trim_start_matches('@').to_lowercase();
        let fits = (2..=30).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
            && text.as_bytes()[0].is_ascii_alphanumeric();
        if !fits {
            return Err("field-handle");
        }
        // A mention ends before these.
        let unreachable = text.ends_with(['-', '_']) || text.contains("--");
        if unreachable { Err("field-handle-end") } else { Ok(Self(text)) }
    }
}

impl Handle {
    /// The handle that somebody has, also one that is not given out any more.
    pub fn had(handle: &str) -> Self {
        Self(handle.into())
    }

    /// A handle made of whatever a person was called elsewhere.
    pub fn suggested(from: &str) -> Self {
        let mut text: String = markup::slug(from).chars().filter(char::is_ascii_alphanumeric).take(26).collect();
        if text.len() < 2 {
            text.insert_str(0, "member");
        }
        Self(text)
    }

    /// A handle made of a name, word by word; letters that no handle has are left out.
    pub fn of_name(name: &Name) -> Self {
        let slug = markup::slug(name.as_str());
        let words = slug.split('-').map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect::<String>());
        let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
        let made: String = words.join("-").chars().take(26).collect();
        let made = made.trim_end_matches('-');
        if made.len() < 2 { Self(format!("member{made}")) } else { Self(made.into()) }
    }

    /// The same handle with a number, for when it is taken.
    #[must_use]
    pub fn numbered(&self, number: u32) -> Self {
        Self(format!("{}{number}", self.0.chars().take(26).collect::<String>()))
    }
}

impl FromStr for Email {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim().to_lowercase();
        let (local, domain) = text.rsplit_once('@').ok_or("field-email")?;
        if domain.starts_with('[') {
            return Err("field-email");
        }
        if local.contains('"') {
            // It may hold spaces and signs; hardly a mail server takes one.
            return Err("field-email");
        }
        if !local.is_ascii() {
            // It takes a mail server that speaks SMTPUTF8 (RFC 6531), and every other one on the way.
            return Err("field-email-local");
        }
        let local_bytes = local.len();
        let text = if domain.is_ascii() { text } else { format!("{local}@{}", ascii_domain(domain)?) };
        let plain = text.bytes().skip(local_bytes).all(|byte| byte.is_ascii_alphanumeric() || b"@-.".contains(&byte));
        let sendable = text.parse::<lettre::Address>().is_ok();
        if text.len() <= 254 && plain && sendable { Ok(Self(text)) } else { Err("field-email") }
    }
}

/// A domain with letters of any script as mail servers know it: `xn--mnchen-3ya.de` (RFC 5891).
fn ascii_domain(domain: &str) -> Result<String, &'static str> {
    match url::Host::parse(domain) {
        Ok(url::Host::Domain(ascii)) if !domain.contains('%') => Ok(ascii),
        _ => Err("field-email"),
    }
}

impl FromStr for Name {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = one_line(text);
        if !markup::characters::shows_something(&text) {
            return Err("field-required");
        }
        if text.chars().count() > 100 { Err("field-too-long") } else { Ok(Self(text)) }
    }
}

impl Name {
    /// The name to search and sort by.
    pub fn key(&self) -> String {
        search_key(&self.0)
    }
}

/// Small letters without accents: what one types who looks for somebody, on any keyboard and on both databases.
pub fn search_key(text: &str) -> String {
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

impl FromStr for Website {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Self(String::new()));
        }
        let full = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
        match url::Url::parse(&full) {
            Ok(url)
                if matches!(url.scheme(), "http" | "https")
                    && url.host_str().is_some_and(|host| host.contains('.'))
                    && full.len() <= 300 =>
            {
                Ok(Self(url.into()))
            }
            _ => Err("field-website"),
        }
    }
}

impl FromStr for Password {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // However a keyboard composes its letters (NIST SP 800-63B, 3.1.1.2).
        let text: String = text.nfc().collect();
        match text.chars().count() {
            0..10 => Err("field-password-short"),
            10..=LONGEST_PASSWORD => Ok(Self(text)),
            _ => Err("field-too-long"),
        }
    }
}

/// No password is longer than this, in characters.
const LONGEST_PASSWORD: usize = 200;

/// A password as somebody types it who has one: composed as it is kept, and as it came, for those that were set before
/// passwords were composed.
pub fn as_typed(text: &str) -> Vec<String> {
    let came: String = text.chars().take(4 * LONGEST_PASSWORD).collect();
    let composed = came.nfc().take(LONGEST_PASSWORD).collect();
    let came = came.chars().take(LONGEST_PASSWORD).collect();
    if came == composed { vec![composed] } else { vec![composed, came] }
}

/// A text on one line, without whatever shows nothing or turns the direction of what follows.
pub fn one_line(text: &str) -> String {
    markup::characters::line(text)
}

/// A text of several lines as it is kept.
pub fn stored(text: &str) -> String {
    markup::characters::stored(text.trim()).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_handle_is_lower_case_and_may_be_typed_with_its_at_sign() {
        assert_eq!("@Ines_B".parse::<Handle>().unwrap().as_str(), "ines_b");
        let unreachable = ["ana--b", "x-", "x_", "a-_"];
        for bad in ["", "a", "-ab", "a b", "ä", "x".repeat(31).as_str(), "a/b", "a.b"].into_iter().chain(unreachable) {
            assert!(bad.parse::<Handle>().is_err(), "{bad:?}");
        }
    }

    #[test]
    fn an_address_that_no_letter_can_be_sent_to_is_refused() {
        let quoted = ["\"a b\"@c.example", "\"a\"@c.example"];
        let domains = ["a@-b.example", "a@b..example", "a@b_c.example", "a@b.example."];
        let others = ["", "a", "a@", "@b.example", "a@b@c.example", "a b@c.example", "a@b.example\r\nBcc: x@y.example"];
        for bad in others.into_iter().chain(quoted).chain(domains) {
            assert!(bad.parse::<Email>().is_err(), "{bad:?}");
        }
        assert_eq!(" Ines@Example.org ".parse::<Email>().unwrap().as_str(), "ines@example.org");
    }

    #[test]
    fn an_address_may_have_a_domain_of_any_script() {
        for (typed, kept) in [
            ("ana@münchen.de", "ana@xn--mnchen-3ya.de"),
            (" Ana@MÜNCHEN.de ", "ana@xn--mnchen-3ya.de"),
            ("ana@例え.jp", "ana@xn--r8jz45g.jp"),
            ("ana@xn--mnchen-3ya.de", "ana@xn--mnchen-3ya.de"),
            ("o'neil+list@example.org", "o'neil+list@example.org"),
        ] {
            assert_eq!(typed.parse::<Email>().map(|email| email.0), Ok(kept.to_owned()), "{typed}");
        }
        assert_eq!("änne@example.org".parse::<Email>(), Err("field-email-local"));
        for bad in ["ana@%41.de", "ana@ü .de", "ana@[::1]", "ana@münchen..de"] {
            assert!(bad.parse::<Email>().is_err(), "{bad}");
        }
    }

    #[test]
    fn every_handle_that_is_given_out_is_one_that_a_mention_reaches() {
        for name in ["Ana – B", "Ana--B", "-x-", "李", "a", "Zoë O’Neil", "x".repeat(80).as_str(), "Ana-", "_a_"]
        {
            let handle = Handle::of_name(&name.parse().unwrap());
            for handle in [handle.numbered(2), handle] {
                assert_eq!(handle.as_str().parse(), Ok(handle.clone()), "{name}");
                assert_eq!(markup::handles(&format!("Hello @{}, you", handle.as_str())), [handle.as_str()], "{name}");
            }
        }
    }

    #[test]
    fn a_website_is_an_address_on_the_web() {
        for bad in ["javascript:alert(1)", "ftp://example.org", "https://", "http://x", "data:text/html,x"] {
            assert!(bad.parse::<Website>().is_err(), "{bad:?}");
        }
        assert_eq!("example.org/me".parse::<Website>().unwrap().as_str(), "https://example.org/me");
        assert_eq!(" HTTPS://Ana.example ".parse::<Website>().unwrap().as_str(), "https://ana.example/");
    }

    #[test]
    fn a_name_cannot_turn_the_line_it_stands_in() {
        assert_eq!("Eve \u{202e}nimda\n ".parse::<Name>().unwrap().as_str(), "Eve nimda");
        assert!("\u{202e}".parse::<Name>().is_err());
    }

    #[test]
    fn a_name_can_be_seen() {
        for nothing in [
            "\u{200b}\u{2060}",
            "\u{3164}",
            "\u{200d} \u{fe0f}",
            "\u{301}",
            "\u{e0041}\u{e0042}",
            "\u{61c}",
            "\u{1d173}",
            "\u{206a}",
            "\u{34f}",
            "\u{17b4}",
            "\u{fff9}",
            "\u{e000}",
            "\u{2800}",
        ] {
            assert!(nothing.parse::<Name>().is_err(), "{nothing:?}");
        }
        assert_eq!("O\u{200d}r\u{200f}g\u{206f}\u{e0041}".parse::<Name>().unwrap().as_str(), "Org");
        let stacked = format!("Z{}", "\u{335}\u{336}\u{310}".repeat(30));
        assert!(stacked.parse::<Name>().unwrap().as_str().chars().count() < 12, "no name is drawn over others");
        for something in ["李", "👩\u{200d}🏫", "می\u{200c}خواهم", "★"] {
            assert_eq!(something.parse::<Name>().unwrap().as_str(), something);
        }
    }

    #[test]
    fn a_name_is_looked_for_without_its_accents() {
        assert_eq!("Émile Çelik-Ångström".parse::<Name>().unwrap().key(), "emile celik-angstrom");
    }
}
