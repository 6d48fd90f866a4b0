//! Which addresses somebody pasted, and what became of an invitation. Pure.

use crate::{ids::Timestamp, people::members::Email};

/// An invitation is good for so many days.
pub const GOOD_DAYS: i64 = 14;
/// It is sent again after so many hours at the soonest.
pub const AGAIN_HOURS: i64 = 24;
/// So many are sent at once at most.
pub const MOST_AT_ONCE: usize = 500;
/// So many by one person in a day.
pub const MOST_A_DAY: i64 = 500;
/// The same for those who run the community.
pub const MOST_A_DAY_BY_ORGANISERS: i64 = 5_000;
/// What is said with it is no longer, in characters.
pub const LONGEST_WORDS: usize = 1_000;

/// What was found in what somebody pasted.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Pasted {
    /// The addresses, each once, in their order.
    pub addresses: Vec<Email>,
    /// What was meant to be one and is none.
    pub broken: Vec<String>,
}

/// Reads addresses as people paste them: one on each line, with commas, semicolons, tabs or spaces between them, out of a
/// table, or with names as mail programs write them (RFC 5322, 3.4).
pub fn read(pasted: &str) -> Pasted {
    let mut found = Pasted::default();
    for line in pasted.split(['\n', '\r', ';', '\u{2028}']) {
        let pieces = pieces(line);
        for (at, piece) in pieces.iter().enumerate() {
            let mut words = piece.split(parts_words).filter(|word| !word.is_empty()).peekable();
            let is_something = words.peek().is_some();
            let mut has_address = false;
            for word in words.filter(|word| word.contains('@')) {
                has_address = true;
                found.take(word);
            }
            // The surname in "Lovelace, Ada <ada@example.org>" is none that is broken.
            let is_name = pieces.get(at + 1).is_some_and(|next| next.contains('<'));
            if is_something && !has_address && !is_name {
                found.refuse(piece.trim());
            }
        }
    }
    found
}

impl Pasted {
    fn take(&mut self, word: &str) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '+' | '-' | '@'));
        let bare = bare.strip_prefix("mailto:").unwrap_or(bare);
        match bare.parse::<Email>() {
            Ok(address) if self.addresses.contains(&address) => {}
            Ok(address) => self.addresses.push(address),
            Err(_) => self.refuse(word),
        }
    }

    fn refuse(&mut self, piece: &str) {
        if !self.broken.iter().any(|known| known == piece) {
            self.broken.push(piece.to_owned());
        }
    }
}

/// A line at its commas, but for those within quotation marks.
fn pieces(line: &str) -> Vec<&str> {
    let mut is_quoted = false;
    // An odd one out quotes nothing.
    let may_quote = line.matches('"').count().is_multiple_of(2);
    line.split(|c| {
        is_quoted ^= c == '"' && may_quote;
        c == ',' && !is_quoted
    })
    .collect()
}

fn parts_words(c: char) -> bool {
    c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '"' | '“' | '”' | '„' | '|')
}

/// What became of an invitation.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// It can be accepted.
    Open,
    /// It was accepted.
    Accepted(Timestamp),
    /// Whoever got it does not want to come.
    Declined,
    /// It was taken back.
    TakenBack,
    /// It is too old.
    Expired,
}

/// The moments of an invitation that say what became of it.
#[expect(clippy::struct_field_names, reason = "each is a moment")]
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub struct Moments {
    /// When it was last sent.
    pub sent_at: Timestamp,
    /// Until when it can be accepted.
    pub expires_at: Timestamp,
    accepted_at: Option<Timestamp>,
    declined_at: Option<Timestamp>,
    taken_back_at: Option<Timestamp>,
}

impl Moments {
    /// What became of it by now.
    pub fn state(&self, now: Timestamp) -> State {
        match (self.accepted_at, self.taken_back_at, self.declined_at) {
            (Some(at), ..) => State::Accepted(at),
            (None, Some(_), _) => State::TakenBack,
            (None, None, _) if self.expires_at <= now => State::Expired,
            (None, None, Some(_)) => State::Declined,
            (None, None, None) => State::Open,
        }
    }

    /// Whether it may be sent again: not to somebody who got it just now, has accepted it, or said that they will not come.
    pub fn may_be_sent_again(&self, now: Timestamp) -> bool {
        matches!(self.state(now), State::Open | State::Expired) && self.sent_at.plus_minutes(AGAIN_HOURS * 60) <= now
    }
}

/// An address with most of its first part left out, for a page that somebody else may look at.
pub fn masked(email: &str) -> String {
    let (local, domain) = email.rsplit_once('@').unwrap_or((email, ""));
    format!("{}…@{domain}", local.chars().next().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(pasted: &str) -> (Vec<String>, Vec<String>) {
        let Pasted { addresses, broken } = read(pasted);
        (addresses.iter().map(|address| address.as_str().to_owned()).collect(), broken)
    }

    #[test]
    fn addresses_are_found_however_they_are_separated_and_each_once() {
        let expected = ["ada@example.org", "bob+course@example.org", "_c@example.net"];
        for pasted in [
            "ada@example.org\nbob+course@example.org\r\n\r\n_c@example.net",
            "ada@example.org, bob+course@example.org; _c@example.net,",
            "ada@example.org bob+course@example.org\t_c@example.net",
            "ADA@example.org,ada@EXAMPLE.org,bob+course@example.org,,_c@example.net.",
            "mailto:ada@example.org 'bob+course@example.org' (_c@example.net)",
            "\u{feff}ada@example.org\u{a0}\u{200b}bob+course@example.org\u{200b} • _c@example.net",
        ] {
            assert_eq!(found(pasted), (expected.map(ToOwned::to_owned).into(), vec![]), "{pasted}");
        }
    }

    #[test]
    fn names_beside_addresses_are_passed_over() {
        for pasted in [
            "Ada Lovelace <ada@example.org>, Bob <bob@example.org>",
            "Lovelace, Ada <ada@example.org>; B, Bob <bob@example.org>",
            "\"Lovelace, Ada\" <ada@example.org>, „Bob“ <bob@example.org>",
            "Ada Lovelace\tada@example.org\nBob\tbob@example.org",
            "<ada@example.org>,<bob@example.org>",
            "Ada \"the first <ada@example.org>, Bob <bob@example.org>",
        ] {
            let all = ["ada@example.org", "bob@example.org"].map(ToOwned::to_owned);
            assert_eq!(found(pasted), (all.into(), vec![]), "{pasted}");
        }
    }

    #[test]
    fn what_is_no_address_is_named_and_the_rest_is_kept() {
        let (good, broken) = found("ada@example.org, nowhere\n@bob\nc@@example.org\nd@example\nAda Lovelace\n@bob");
        assert_eq!(good, ["ada@example.org", "d@example"]);
        assert_eq!(broken, ["nowhere", "@bob", "c@@example.org", "Ada Lovelace"]);
        for nothing in ["", " \n ,; ", "\"\""] {
            assert_eq!(found(nothing), (vec![], vec![]), "{nothing:?}");
        }
    }

    #[test]
    fn an_address_is_masked_but_for_its_first_letter_and_its_domain() {
        assert_eq!(masked("ada@example.org"), "a…@example.org");
    }
}
