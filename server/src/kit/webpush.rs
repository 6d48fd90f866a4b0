//! Web Push: a message that only one browser can read (RFC 8291), and the proof of who sends it (VAPID, RFC 8292).

use aws_lc_rs::{
    aead::{AES_128_GCM, Aad, LessSafeKey, Nonce, UnboundKey},
    agreement::{self, ECDH_P256, PrivateKey, UnparsedPublicKey},
    error::Unspecified,
    hkdf::{HKDF_SHA256, KeyType, Prk, Salt},
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

use crate::ids::Timestamp;

/// A message has one record of this size at most, with what encrypting adds; every push service takes so much (RFC 8030, 7.2).
const RECORD_BYTES: u32 = 4096;
/// So much of it is left for what is said, with room to spare: some push services hand on less.
pub const LARGEST_BYTES: usize = 3000;
/// A proof is good for so long. Push services take no more than a day, by their own clock.
const PROOF_HOURS: i64 = 12;
/// A point of P-256 that is not compressed.
const POINT_BYTES: usize = 65;
const AUTH_BYTES: usize = 16;
const SALT_BYTES: usize = 16;

/// What a browser gave out to be written to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Keys {
    p256dh: Vec<u8>,
    auth: Vec<u8>,
}

impl Keys {
    /// Keys that messages can be encrypted for; nothing if they are none.
    pub fn new(p256dh: Vec<u8>, auth: Vec<u8>) -> Option<Self> {
        let keys = Self { p256dh, auth };
        let is_whole = keys.p256dh.len() == POINT_BYTES && keys.auth.len() == AUTH_BYTES;
        // Whether it lies on the curve shows when it is used.
        (is_whole && keys.encrypt(b"").is_ok()).then_some(keys)
    }

    /// Keys as browsers say them, in base64url.
    pub fn parse(p256dh: &str, auth: &str) -> Option<Self> {
        let read = |text: &str| URL_SAFE_NO_PAD.decode(text.trim().trim_end_matches('=')).ok();
        Self::new(read(p256dh)?, read(auth)?)
    }

    /// The key to agree with, a point of P-256.
    pub fn p256dh(&self) -> &[u8] {
        &self.p256dh
    }

    /// The secret that browser and site share.
    pub fn auth(&self) -> &[u8] {
        &self.auth
    }

    /// A message as it is sent, in one record (`aes128gcm`, RFC 8188).
    pub fn encrypt(&self, message: &[u8]) -> anyhow::Result<Vec<u8>> {
        let key = PrivateKey::generate(&ECDH_P256)?;
        Ok(self.encrypt_with(message, &key, &rand::random())?)
    }

    fn encrypt_with(&self, message: &[u8], own: &PrivateKey, salt: &[u8; SALT_BYTES]) -> Result<Vec<u8>, Unspecified> {
        let public = own.compute_public_key()?;
        let public = public.as_ref();
        let peer = UnparsedPublicKey::new(&ECDH_P256, &self.p256dh);
        let key = agreement::agree(own, peer, Unspecified, |secret| {
            let both = [b"WebPush: info\0", &self.p256dh[..], public].concat();
            derive::<32>(&Salt::new(HKDF_SHA256, &self.auth).extract(secret), &both)
        })?;
        let derived = Salt::new(HKDF_SHA256, salt).extract(&key);
        let content_key: [u8; 16] = derive(&derived, b"Content-Encoding: aes128gcm\0")?;
        let nonce: [u8; 12] = derive(&derived, b"Content-Encoding: nonce\0")?;
        // The two after the message says that this record is the last.
        let mut record = [message, &[2]].concat();
        let content_key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &content_key)?);
        content_key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut record)?;
        let length = u8::try_from(public.len()).map_err(|_| Unspecified)?;
        Ok([salt, &RECORD_BYTES.to_be_bytes()[..], &[length], public, &record].concat())
    }
}

struct Bytes(usize);

impl KeyType for Bytes {
    fn len(&self) -> usize {
        self.0
    }
}

fn derive<const N: usize>(from: &Prk, info: &[u8]) -> Result<[u8; N], Unspecified> {
    let mut out = [0; N];
    from.expand(&[info], Bytes(N))?.fill(&mut out)?;
    Ok(out)
}

/// The key by which push services know a site.
pub struct SiteKey(EcdsaKeyPair);

impl SiteKey {
    /// A new key (PKCS #8), to be kept.
    pub fn make() -> anyhow::Result<Vec<u8>> {
        let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new())?;
        Ok(key.as_ref().to_vec())
    }

    /// The key that was kept.
    pub fn read(pkcs8: &[u8]) -> anyhow::Result<Self> {
        let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8);
        key.map(Self).map_err(|why| anyhow::anyhow!("the key for Web Push cannot be read: {why}"))
    }

    /// Its public half in base64url, as browsers are given it.
    pub fn public(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0.public_key())
    }

    /// What a request to a push service says of its sender: `audience` is the origin of the push service, `contact` whom it
    /// may turn to.
    pub fn proof(&self, audience: &str, contact: &str, now: Timestamp) -> anyhow::Result<String> {
        let signed = claims(audience, now.plus_minutes(PROOF_HOURS * 60).0 / 1000, contact)?;
        let signature = self.0.sign(&SystemRandom::new(), signed.as_bytes())?;
        Ok(format!("vapid t={signed}.{}, k={}", URL_SAFE_NO_PAD.encode(signature), self.public()))
    }
}

/// What is signed: head and claims of a token (RFC 7519).
fn claims(audience: &str, until: i64, contact: &str) -> anyhow::Result<String> {
    #[derive(serde::Serialize)]
    struct Claims<'a> {
        aud: &'a str,
        exp: i64,
        sub: &'a str,
    }
    let claims = serde_json::to_string(&Claims { aud: audience, exp: until, sub: contact })?;
    let head = URL_SAFE_NO_PAD.encode(r#"{"typ":"JWT","alg":"ES256"}"#);
    Ok(format!("{head}.{}", URL_SAFE_NO_PAD.encode(claims)))
}

/// A browser in the hands of a test: it gives out keys and reads what was encrypted for them.
#[cfg(test)]
pub mod browser {
    use super::*;

    /// A browser with its private key.
    pub struct Browser {
        key: PrivateKey,
        /// What it gives out.
        pub keys: Keys,
    }

    impl Browser {
        /// A new one.
        pub fn new() -> Self {
            let key = PrivateKey::generate(&ECDH_P256).unwrap();
            Self::with(key, rand::random::<[u8; AUTH_BYTES]>().to_vec())
        }

        pub(super) fn with(key: PrivateKey, auth: Vec<u8>) -> Self {
            let p256dh = key.compute_public_key().unwrap().as_ref().to_vec();
            Self { key, keys: Keys::new(p256dh, auth).unwrap() }
        }

        /// The keys as a page sends them.
        pub fn said(&self) -> (String, String) {
            (URL_SAFE_NO_PAD.encode(&self.keys.p256dh), URL_SAFE_NO_PAD.encode(&self.keys.auth))
        }

        /// What a message says, read as RFC 8188 and RFC 8291 tell a browser to.
        pub fn read(&self, body: &[u8]) -> Option<String> {
            let (salt, rest) = body.split_at_checked(SALT_BYTES)?;
            let (size, rest) = rest.split_at_checked(4)?;
            let (length, rest) = rest.split_first()?;
            let (sender, record) = rest.split_at_checked((*length).into())?;
            if record.len() > u32::from_be_bytes(size.try_into().ok()?) as usize {
                return None;
            }
            let peer = UnparsedPublicKey::new(&ECDH_P256, sender);
            let key = agreement::agree(&self.key, peer, Unspecified, |secret| {
                let both = [b"WebPush: info\0", &self.keys.p256dh[..], sender].concat();
                derive::<32>(&Salt::new(HKDF_SHA256, &self.keys.auth).extract(secret), &both)
            });
            let derived = Salt::new(HKDF_SHA256, salt).extract(&key.ok()?);
            let key: [u8; 16] = derive(&derived, b"Content-Encoding: aes128gcm\0").ok()?;
            let nonce: [u8; 12] = derive(&derived, b"Content-Encoding: nonce\0").ok()?;
            let key = LessSafeKey::new(UnboundKey::new(&AES_128_GCM, &key).ok()?);
            let mut record = record.to_vec();
            let read = key.open_in_place(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut record).ok()?;
            let end = read.iter().rposition(|byte| *byte != 0)?;
            (read[end] == 2).then(|| String::from_utf8(read[..end].to_vec()).unwrap())
        }
    }
}

#[cfg(test)]
mod tests {
    use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED, UnparsedPublicKey as Verifier};

    use super::{browser::Browser, *};

    fn bytes(text: &str) -> Vec<u8> {
        URL_SAFE_NO_PAD.decode(text).unwrap()
    }

    #[test]
    fn the_example_of_rfc_8291_is_encrypted_to_the_letter() {
        let private = |text: &str| PrivateKey::from_private_key(&ECDH_P256, &bytes(text)).unwrap();
        let browser =
            Browser::with(private("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94"), bytes("BTBZMqHH6r4Tts7J_aSIgg"));
        let salt = bytes("DGv6ra1nlYgDCS1FRnbzlw").try_into().unwrap();
        let own = private("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
        let said = "When I grow up, I want to be a watermelon";
        let sent = browser.keys.encrypt_with(said.as_bytes(), &own, &salt).unwrap();
        let expected = "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8w\
                        EqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN";
        assert_eq!(URL_SAFE_NO_PAD.encode(&sent), expected);
        assert_eq!(browser.read(&sent).as_deref(), Some(said));
    }

    #[test]
    fn a_message_is_read_by_its_browser_and_by_no_other_and_never_the_same_twice() {
        let (browser, other) = (Browser::new(), Browser::new());
        let longest = "ä".repeat(LARGEST_BYTES / 2);
        for said in ["", "Bram hat dir geantwortet", &longest] {
            let sent = browser.keys.encrypt(said.as_bytes()).unwrap();
            assert!(sent.len() <= 4096);
            assert_eq!(browser.read(&sent).as_deref(), Some(said));
            assert_eq!(other.read(&sent), None);
            assert_ne!(browser.keys.encrypt(said.as_bytes()).unwrap(), sent);
            let mut altered = sent;
            *altered.last_mut().unwrap() ^= 1;
            assert_eq!(browser.read(&altered), None);
        }
    }

    #[test]
    fn keys_that_are_none_are_refused() {
        let (p256dh, auth) = Browser::new().said();
        assert!(Keys::parse(&p256dh, &auth).is_some());
        assert!(Keys::parse(&format!("{p256dh}="), &format!("{auth}==")).is_some(), "as older browsers pad them");
        let off_the_curve = URL_SAFE_NO_PAD.encode([&[4][..], &[7; 64]].concat());
        let nothing = URL_SAFE_NO_PAD.encode([0; 65]);
        for bad in ["", "A", "ä", &p256dh[..40], &off_the_curve, &nothing, &p256dh.repeat(2)] {
            assert!(Keys::parse(bad, &auth).is_none(), "{bad}");
        }
        for bad in ["", "BTBZMqHH6r4Tts7J_aSI", "not base64!", &auth.repeat(2)] {
            assert!(Keys::parse(&p256dh, bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn the_proof_is_the_one_of_rfc_8292() {
        let signed = "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3\
                      NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0";
        assert_eq!(claims("https://push.example.net", 1_453_523_768, "mailto:push@example.com").unwrap(), signed);
        let public = bytes("BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs");
        let signature = bytes("i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA");
        Verifier::new(&ECDSA_P256_SHA256_FIXED, public).verify(signed.as_bytes(), &signature).unwrap();

        let key = SiteKey::read(&SiteKey::make().unwrap()).unwrap();
        let now = Timestamp(1_788_339_600_000);
        let proof = key.proof("https://push.example.net", "mailto:learn@example.org", now).unwrap();
        let (token, public) = proof.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        assert_eq!(public, key.public());
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let verifier = Verifier::new(&ECDSA_P256_SHA256_FIXED, bytes(public));
        verifier.verify(signed.as_bytes(), &bytes(signature)).unwrap();
        let said: serde_json::Value = serde_json::from_slice(&bytes(signed.split_once('.').unwrap().1)).unwrap();
        let until = said["exp"].as_i64().unwrap() - now.0 / 1000;
        assert!((1..24 * 3600).contains(&until), "push services take no more than a day: {until}");
    }
}
