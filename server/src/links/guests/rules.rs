//! By what a mailbox is known.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// A hash of an address, of no use to whoever would guess it. What follows a `+` is left out: mail to all such addresses comes
/// into one box (RFC 5233), and nobody fills it by counting up.
pub fn mailbox(secret: &[u8], email: &str) -> Vec<u8> {
    let (local, domain) = email.rsplit_once('@').unwrap_or((email, ""));
    let plain = local.split_once('+').map_or(local, |(plain, _)| plain);
    // An address that begins with the sign has nothing before it.
    let plain = if plain.is_empty() { local } else { plain };
    let mut keyed = Hmac::<Sha256>::new_from_slice(secret).expect("a key of any length will do");
    keyed.update(b"guest mailbox ");
    keyed.update(format!("{plain}@{domain}").to_lowercase().as_bytes());
    keyed.finalize().into_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::mailbox;

    #[test]
    fn a_mailbox_is_one_under_all_its_tags_and_another_on_another_site() {
        let of = |email| mailbox(b"of this site", email);
        assert_eq!(of("wendy@example.net"), of("Wendy+course@example.net"));
        assert_eq!(of("wendy+a@example.net"), of("wendy+b+c@example.net"));
        assert_ne!(of("wendy@example.net"), of("wendy@example.org"));
        assert_ne!(of("+a@example.net"), of("+b@example.net"));
        assert_ne!(of("wendy@example.net"), mailbox(b"of another", "wendy@example.net"));
    }
}
