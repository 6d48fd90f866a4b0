//! Secrets of links, and codes that go to an address. What is sent is stored nowhere: its hash is.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// A secret for a link: 192 bits, as an address has them.
pub fn make() -> String {
    URL_SAFE_NO_PAD.encode(rand::random::<[u8; 24]>())
}

/// A code of eight digits, for somebody to type who reads the e-mail of an address.
pub fn code() -> String {
    format!("{:08}", rand::random::<u32>() % 100_000_000)
}

/// By what a secret is known again. One that nobody guesses needs no slow hash.
pub fn hash(secret: &str) -> Vec<u8> {
    Sha256::digest(secret.as_bytes()).to_vec()
}

/// By what a code is known again, however it was typed.
pub fn hash_of_code(typed: &str) -> Vec<u8> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    hash(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_are_long_and_never_the_same_and_codes_are_known_however_they_are_typed() {
        let (one, other) = (make(), make());
        assert_ne!(one, other);
        assert_eq!((one.len(), hash(&one).len()), (32, 32));
        let code = code();
        assert_eq!(code.len(), 8);
        assert_eq!(hash_of_code(&format!(" {} {}\n", &code[..4], &code[4..])), hash(&code));
    }
}
