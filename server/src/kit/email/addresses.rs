//! Signed addresses: what comes to one says by itself what it is about, and nobody can make one up.
//!
//! The part before the `@` holds a token: a payload and a code over it (HMAC, RFC 2104) that is made with the secret of the
//! site. It survives what mail servers do to addresses: it is in base32 (RFC 4648), so capitals do not matter, and never
//! longer than such a part may be (RFC 5321, 4.5.3.1.1).

use std::{fmt, str::FromStr};

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The part before the `@` has at most so many octets.
const LONGEST_LOCAL_PART: usize = 64;
/// What a token may carry, in bytes.
pub const LARGEST_PAYLOAD: usize = 20;
/// So much of the code is kept: nobody guesses one in 2⁸⁰ by sending mail.
const CODE_BYTES: usize = 10;
/// The longest token: five bits in each character.
const LONGEST_TOKEN: usize = ((LARGEST_PAYLOAD + CODE_BYTES) * 8).div_ceil(5);
const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// An address with a place for a token, such as `answers+{}@example.org`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pattern {
    before: String,
    after: String,
}

impl FromStr for Pattern {
    type Err = &'static str;

    fn from_str(given: &str) -> Result<Self, Self::Err> {
        const FORM: &str = "give an address with {} in it, such as answers+{}@example.org";
        let (before, after) = given.trim().split_once("{}").ok_or(FORM)?;
        if before.contains('@') || after.contains("{}") {
            return Err(FORM);
        }
        let with_token = format!("{before}{}{after}", "a".repeat(LONGEST_TOKEN));
        if with_token.find('@').is_some_and(|at| at > LONGEST_LOCAL_PART) {
            return Err("give a shorter one: {} takes 48 characters, and 64 may stand before the @");
        }
        if with_token.parse::<lettre::Address>().is_err() {
            return Err(FORM);
        }
        Ok(Self { before: before.into(), after: after.into() })
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{{}}{}", self.before, self.after)
    }
}

impl Pattern {
    /// The address with this token.
    pub fn with(&self, token: &str) -> String {
        format!("{}{token}{}", self.before, self.after)
    }

    /// The token in an address, if it is one of these. Mail servers may have changed its capitals.
    pub fn token_in(&self, address: &str) -> Option<String> {
        let address = address.trim().trim_start_matches('<').trim_end_matches('>').to_ascii_lowercase();
        let token = address.strip_prefix(&self.before.to_ascii_lowercase())?;
        Some(token.strip_suffix(&self.after.to_ascii_lowercase())?.to_owned())
    }
}

/// A token that carries this; one for one purpose is none for another. The payload has at most [`LARGEST_PAYLOAD`] bytes.
pub fn sign(secret: &[u8], purpose: &str, payload: &[u8]) -> String {
    debug_assert!(payload.len() <= LARGEST_PAYLOAD);
    let mut bytes = payload.to_vec();
    bytes.extend_from_slice(&code(secret, purpose, payload).finalize().into_bytes()[..CODE_BYTES]);
    base32(&bytes)
}

/// What a token carries, if the site made it for this purpose.
pub fn verify(secret: &[u8], purpose: &str, token: &str) -> Option<Vec<u8>> {
    let mut payload = from_base32(token)?;
    let begin = payload.len().checked_sub(CODE_BYTES)?;
    let given = payload.split_off(begin);
    // In a time that tells nothing about where they differ.
    code(secret, purpose, &payload).verify_truncated_left(&given).ok()?;
    Some(payload)
}

fn code(secret: &[u8], purpose: &str, payload: &[u8]) -> Hmac<Sha256> {
    let mut code = Hmac::<Sha256>::new_from_slice(secret).expect("a key of any length will do");
    code.update(b"address ");
    code.update(purpose.as_bytes());
    code.update(b" ");
    code.update(payload);
    code
}

fn base32(bytes: &[u8]) -> String {
    let mut text = String::with_capacity((bytes.len() * 8).div_ceil(5));
    let (mut held, mut bits) = (0_u32, 0);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(ALPHABET[(held >> bits & 31) as usize]));
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        text.push(char::from(ALPHABET[(held << (5 - bits) & 31) as usize]));
    }
    text
}

/// Bytes from base32 as it is written here: nothing else stands for them, so that no letter of it can be another.
fn from_base32(text: &str) -> Option<Vec<u8>> {
    if text.len() > LONGEST_TOKEN {
        return None;
    }
    let (mut held, mut bits) = (0_u32, 0);
    let mut bytes = vec![];
    for letter in text.bytes() {
        let value = ALPHABET.iter().position(|known| *known == letter.to_ascii_lowercase())?;
        held = held << 5 | u32::try_from(value).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits).ok()?);
            held &= (1 << bits) - 1;
        }
    }
    (held == 0 && bits < 5).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const SECRET: &[u8] = b"of this site";

    fn answers() -> Pattern {
        "answers+{}@example.org".parse().unwrap()
    }

    proptest! {
        #[test]
        fn what_was_signed_comes_back_whatever_happened_to_its_capitals(payload in prop::collection::vec(any::<u8>(), 0..=LARGEST_PAYLOAD)) {
            let token = sign(SECRET, "answer", &payload);
            let address = answers().with(&token);
            prop_assert!(address.find('@').unwrap() <= LONGEST_LOCAL_PART);
            for address in [address.clone(), address.to_uppercase(), format!("<{address}>")] {
                let token = answers().token_in(&address).unwrap();
                prop_assert_eq!(verify(SECRET, "answer", &token), Some(payload.clone()));
            }
        }

        #[test]
        fn a_token_altered_by_one_letter_is_none(payload in prop::collection::vec(any::<u8>(), 0..=LARGEST_PAYLOAD), at in any::<prop::sample::Index>(), by in 1_usize..32) {
            let token = sign(SECRET, "answer", &payload);
            let at = at.index(token.len());
            let old = ALPHABET.iter().position(|known| *known == token.as_bytes()[at]).unwrap();
            let mut altered = token.clone().into_bytes();
            altered[at] = ALPHABET[(old + by) % 32];
            prop_assert_eq!(verify(SECRET, "answer", &String::from_utf8(altered).unwrap()), None);
            for cut in [&token[1..], &token[..token.len() - 1], &format!("{token}a")] {
                prop_assert_eq!(verify(SECRET, "answer", cut), None);
            }
        }

        #[test]
        fn whatever_stands_there_is_read_without_harm(token in ".{0,80}") {
            prop_assert_eq!(verify(SECRET, "answer", &token), None);
            let _ = answers().token_in(&token);
        }
    }

    #[test]
    fn a_token_is_good_for_one_purpose_of_one_site() {
        let token = sign(SECRET, "answer", b"12345678");
        assert!(verify(SECRET, "answer", &token).is_some());
        assert_eq!(verify(SECRET, "bounce", &token), None);
        assert_eq!(verify(b"of another", "answer", &token), None);
    }

    #[test]
    fn a_pattern_is_an_address_with_one_place_for_a_token() {
        for good in
            ["answers+{}@example.org", "{}@answers.example.org", "a-{}-b@example.org", " r.{}@xn--bcher-kva.example "]
        {
            assert!(good.parse::<Pattern>().is_ok(), "{good}");
        }
        for bad in
            ["answers@example.org", "answers@{}.example.org", "{}{}@example.org", "{}", "a b{}@example.org", "", "{}@"]
        {
            assert!(bad.parse::<Pattern>().is_err(), "{bad}");
        }
        let long: Result<Pattern, _> = "answers-to-the-course+{}@example.org".parse();
        assert!(long.unwrap_err().contains("shorter"));
        assert_eq!(answers().token_in("bounces+abc@example.org"), None);
        assert_eq!(answers().token_in("answers+abc@example.net"), None);
    }
}
