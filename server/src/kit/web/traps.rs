//! Forms that strangers send, and what fills them in without reading: a field that no person sees, and how soon a form came
//! back after its page was made. Neither refuses anybody for good; whoever asks decides what follows.
//!
//! The moment stands in the form, signed, so that nothing has to be remembered of strangers and pages can be kept. It says
//! when the page was made, which may be long before it was read: then it stops only what sends forms without their pages.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::{ids::Timestamp, kit::web::limits::Limits};

/// When the page with a form was made, for the field `made`.
pub fn made(secret: &[u8], now: Timestamp) -> String {
    format!("{}.{}", now.0, hex::encode(&signature(secret, now).finalize().into_bytes()[..16]))
}

/// The same field for a form that is shown again: the moment it was first made, or else now. Whoever corrects one word is
/// not too quick.
pub fn made_again(secret: &[u8], sent: &str, now: Timestamp) -> String {
    if read(secret, sent).is_some() { sent.to_owned() } else { made(secret, now) }
}

/// In fewer seconds nobody types a few words.
pub const TYPED: i64 = 3;
/// In fewer nobody lets a program fill a form in, such as one for passwords, and sends it.
pub const FILLED_IN: i64 = 1;

/// Whether something else than a person sent a form with these fields, as far as that can be told; it takes a person so many
/// seconds at least.
pub fn is_sprung(limits: &Limits, now: Timestamp, secret: &[u8], (made, unseen): (&str, &str), least: i64) -> bool {
    let least = least.min(limits.typing_seconds);
    let is_too_soon = || read(secret, made).is_none_or(|made| now.0 < made.0 + least * 1000);
    !unseen.is_empty() || (least > 0 && is_too_soon())
}

fn read(secret: &[u8], sent: &str) -> Option<Timestamp> {
    let (at, signed) = sent.split_once('.')?;
    let at = Timestamp(at.parse().ok()?);
    signature(secret, at).verify_truncated_left(&hex::decode(signed).ok().filter(|it| it.len() == 16)?).ok()?;
    Some(at)
}

fn signature(secret: &[u8], at: Timestamp) -> Hmac<Sha256> {
    let mut keyed = Hmac::<Sha256>::new_from_slice(secret).expect("a key of any length will do");
    keyed.update(format!("form made at {}", at.0).as_bytes());
    keyed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_that_is_shown_again_is_as_old_as_it_was_and_nobody_makes_up_its_age() {
        let (secret, now) = (b"a secret", Timestamp(1_000_000));
        let form = made(secret, now);
        assert_eq!(read(secret, &form), Some(now));
        assert_eq!(made_again(secret, &form, Timestamp(2_000_000)), form);
        let signed = form.split_once('.').unwrap().1;
        for made_up in [
            "",
            ".",
            "1.",
            "5000",
            &format!("5.{signed}"),
            &form[..form.len() - 2],
            "x.00",
            &form.to_uppercase().replace(|c: char| c.is_ascii_digit(), "0"),
        ] {
            assert_eq!(read(secret, made_up), None, "{made_up}");
            assert_eq!(made_again(secret, made_up, now), form, "{made_up}");
        }
        assert_eq!(read(b"another", &form), None);
    }
}
