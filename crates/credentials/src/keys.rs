//! Keys: our own Ed25519 ones, and those of others as they are written in DID documents and JWKs.

use crate::json;
use aws_lc_rs::signature::{self, Ed25519KeyPair, KeyPair, RsaPublicKeyComponents, UnparsedPublicKey};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::Value;
use zeroize::Zeroizing;

/// The secret of an Ed25519 key (RFC 8032): 32 bytes of chance, wiped from memory when it is let go.
///
/// What it signs with is made anew for each signature, and wiped with it.
#[derive(Clone)]
pub struct Secret(Zeroizing<[u8; 32]>);

impl Secret {
    /// The key of these bytes, which must come from a source of chance that is fit for keys.
    pub fn new(seed: [u8; 32]) -> Self {
        Self(Zeroizing::new(seed))
    }

    /// The bytes to keep, encrypted.
    pub fn seed(&self) -> &[u8; 32] {
        &self.0
    }

    /// The public half.
    pub fn public(&self) -> Ed25519 {
        let bytes = self.pair().public_key().as_ref().try_into().expect("an Ed25519 key has 32 bytes");
        Ed25519(bytes)
    }

    pub(crate) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.pair().sign(message).as_ref().try_into().expect("an Ed25519 signature has 64 bytes")
    }

    fn pair(&self) -> Ed25519KeyPair {
        Ed25519KeyPair::from_seed_unchecked(&*self.0).expect("32 bytes are a seed")
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret(..)")
    }
}

/// A secret, and the address that its public half is published under: `did:web:host#name`.
#[derive(Debug, Clone, Copy)]
pub struct Signer<'a> {
    /// The secret.
    pub secret: &'a Secret,
    /// The verification method, an address with a fragment.
    pub method: &'a str,
}

/// The public half of an Ed25519 key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ed25519(pub [u8; 32]);

impl Ed25519 {
    /// As `z6Mk…`: Multikey (Controlled Identifiers 1.0, 2.2.2).
    pub fn multibase(&self) -> String {
        multibase(&[&[0xed, 0x01], self.0.as_slice()].concat())
    }

    /// Reads `z6Mk…`.
    pub fn from_multibase(text: &str) -> Option<Self> {
        from_multibase(text)?.strip_prefix(&[0xed, 0x01])?.try_into().ok().map(Self)
    }

    fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        UnparsedPublicKey::new(&signature::ED25519, &self.0).verify(message, signature).is_ok()
    }
}

/// A public key of anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// Ed25519, which signs `EdDSA`.
    Ed25519(Ed25519),
    /// RSA of 2048 to 8192 bits, which signs `RS256` here.
    Rsa(Rsa),
}

/// The public half of an RSA key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rsa {
    /// Modulus and exponent, as a JWK has them (RFC 7518, 6.3.1).
    Parts {
        /// The modulus, most significant byte first.
        modulus: Vec<u8>,
        /// The exponent, most significant byte first.
        exponent: Vec<u8>,
    },
    /// `SubjectPublicKeyInfo` in DER, as a PEM file has it.
    Info(Vec<u8>),
}

impl Key {
    /// The one algorithm of JWS that this key signs with here, whatever a header says.
    pub fn algorithm(&self) -> &'static str {
        match self {
            Self::Ed25519(_) => "EdDSA",
            Self::Rsa(_) => "RS256",
        }
    }

    /// Whether a signature is this key's over a message.
    pub fn verifies(&self, message: &[u8], signature: &[u8]) -> bool {
        let rsa = &signature::RSA_PKCS1_2048_8192_SHA256;
        match self {
            Self::Ed25519(key) => key.verifies(message, signature),
            Self::Rsa(Rsa::Parts { modulus, exponent }) => {
                RsaPublicKeyComponents { n: modulus, e: exponent }.verify(rsa, message, signature).is_ok()
            }
            Self::Rsa(Rsa::Info(der)) => UnparsedPublicKey::new(rsa, der).verify(message, signature).is_ok(),
        }
    }

    /// Reads a JWK (RFC 7517): `OKP` with Ed25519, or `RSA`. A symmetric one is no key of a stranger.
    pub fn from_jwk(jwk: &Value) -> Option<Self> {
        let bytes = |name| URL_SAFE_NO_PAD.decode(json::text(jwk, name)?).ok();
        match (json::text(jwk, "kty")?, json::text(jwk, "crv")) {
            ("OKP", Some("Ed25519")) => Some(Self::Ed25519(Ed25519(bytes("x")?.try_into().ok()?))),
            ("RSA", _) => Some(Self::Rsa(Rsa::Parts { modulus: bytes("n")?, exponent: bytes("e")? })),
            _ => None,
        }
    }

    /// Reads a public key in PEM (RFC 7468, `PUBLIC KEY`): Ed25519 or RSA.
    pub fn from_pem(pem: &str) -> Option<Self> {
        /// What stands before the 32 bytes of an Ed25519 key (RFC 8410).
        const ED25519: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
        let body = pem.trim().strip_prefix("-----BEGIN PUBLIC KEY-----")?.strip_suffix("-----END PUBLIC KEY-----")?;
        let body: String = body.split_whitespace().collect();
        let der = base64::engine::general_purpose::STANDARD.decode(body).ok()?;
        match der.strip_prefix(&ED25519) {
            Some(key) => key.try_into().ok().map(|key| Self::Ed25519(Ed25519(key))),
            None => Some(Self::Rsa(Rsa::Info(der))),
        }
    }
}

/// `z` and base58btc (Controlled Identifiers 1.0, 2.4).
pub(crate) fn multibase(bytes: &[u8]) -> String {
    format!("z{}", bs58::encode(bytes).into_string())
}

/// Reads `z` and base58btc. Longer texts than any key or signature are no such thing: decoding takes the square of it.
pub(crate) fn from_multibase(text: &str) -> Option<Vec<u8>> {
    let text = text.strip_prefix('z').filter(|text| text.len() <= 128)?;
    bs58::decode(text).into_vec().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_written_and_read_as_others_do() {
        // RFC 8032, 7.1, test 1; the Multikey form is that of did:key.
        let seed = hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        let secret = Secret::new(seed);
        assert_eq!(secret.public().0, hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        let text = secret.public().multibase();
        assert!(text.starts_with("z6Mk"));
        assert_eq!(Ed25519::from_multibase(&text), Some(secret.public()));
        assert!(Key::Ed25519(secret.public()).verifies(b"", &secret.sign(b"")));
        assert!(!Key::Ed25519(secret.public()).verifies(b"a", &secret.sign(b"")));
        assert_eq!(format!("{secret:?}"), "Secret(..)");
    }

    #[test]
    fn other_texts_are_no_keys() {
        for text in [
            "",
            "z",
            "z6Mk",
            "6Mkf5rGMoatrSj1f4CyvuHBeXJELe9RPdzo2PKGNCKVtZxP",
            "zDnaeRQ5",
            &format!("z{}", "1".repeat(999)),
        ] {
            assert_eq!(Ed25519::from_multibase(text), None, "{text}");
        }
        let symmetric = serde_json::json!({"kty": "oct", "k": "AAAA"});
        assert_eq!(Key::from_jwk(&symmetric), None);
    }

    fn hex(text: &str) -> [u8; 32] {
        std::array::from_fn(|at| u8::from_str_radix(&text[at * 2..at * 2 + 2], 16).expect("it is hexadecimal"))
    }
}
