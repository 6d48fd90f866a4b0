//! Proofs around a document: JWS in compact form (RFC 7515) with a credential as its payload (Securing Verifiable
//! Credentials using JOSE and COSE; Open Badges 3.0, 8.2).

use crate::{
    json::{self, Malformed},
    keys::{Key, Signer},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::Timestamp;
use serde_json::{Value, json};

/// Signs a credential: header `EdDSA`, `vc+jwt` and the key's address; payload the credential, with the claims that
/// Open Badges 3.0 asks for beside it, which say the same.
pub fn issue(credential: &Value, signer: Signer<'_>) -> String {
    let header = json!({ "alg": "EdDSA", "typ": "vc+jwt", "cty": "vc", "kid": signer.method });
    let mut payload = credential.clone();
    for (claim, value) in claims(credential) {
        payload[claim] = value;
    }
    if let Some(payload) = payload.as_object_mut() {
        payload.remove("proof");
    }
    let encoded = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", encoded(&header), encoded(&payload));
    let signature = signer.secret.sign(signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
}

/// What the registered claims of a credential are (RFC 7519, 4.1).
fn claims(credential: &Value) -> Vec<(&'static str, Value)> {
    let seconds = |name| json::text(credential, name)?.parse::<Timestamp>().ok().map(|at| at.as_second().into());
    let text = |text: Option<&str>| text.map(Value::from);
    let subject = json::only(credential, "credentialSubject").and_then(|subject| json::text(subject, "id"));
    [
        ("iss", text(json::id(credential, "issuer"))),
        ("jti", text(json::text(credential, "id"))),
        ("sub", text(subject)),
        ("nbf", seconds("validFrom")),
        ("exp", seconds("validUntil")),
    ]
    .into_iter()
    .filter_map(|(claim, value)| Some((claim, value?)))
    .collect()
}

/// Why a JWS is not believed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It is not three parts in base64url with JSON in the first two.
    #[error("it is no JWS in compact form")]
    NotAJws,
    /// Header or payload are not read.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// `alg` is `none`: nobody signed it.
    #[error("nobody signed it")]
    Unsigned,
    /// `alg` is symmetric: whoever can check it can write it.
    #[error("{0:?} proves nothing, since whoever can check it can write it")]
    Symmetric(String),
    /// `alg` is not read here.
    #[error("signatures of the kind {0:?} are not known here")]
    UnknownAlgorithm(String),
    /// `alg` is not what the key signs with.
    #[error("the header says {said:?}, the key signs {key:?}")]
    AnotherAlgorithm {
        /// What the header says.
        said: String,
        /// What the key's kind says.
        key: &'static str,
    },
    /// `crit` names something that must be understood and is not (RFC 7515, 4.1.11).
    #[error("it asks for {0:?}, which is not known here")]
    Critical(String),
    /// `typ` is of something else.
    #[error("it is a {0:?}, and no credential")]
    Type(String),
    /// It does not hold.
    #[error("the signature is another's, or the text was changed")]
    Signature,
    /// A claim says another thing than the credential.
    #[error("{0:?} says another thing than the credential")]
    Differs(&'static str),
}

/// A JWS that was read; nothing of it is believed yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Jws {
    /// What it says of itself.
    pub header: Value,
    /// What was signed.
    pub payload: Value,
    signed: String,
    signature: Vec<u8>,
}

impl Jws {
    /// Reads the three parts, and refuses what no key could make good: `none`, symmetric ones, unknown demands.
    pub fn read(text: &str) -> Result<Self, Refused> {
        if text.len() > json::LARGEST_BYTES * 3 / 2 {
            return Err(Malformed::TooLarge.into());
        }
        let text = text.trim_ascii();
        let [header, payload, signature] = text.split('.').collect::<Vec<_>>()[..] else {
            return Err(Refused::NotAJws);
        };
        let decoded = |part: &str| URL_SAFE_NO_PAD.decode(part).map_err(|_| Refused::NotAJws);
        let jws = Self {
            header: json::read(&decoded(header)?)?,
            payload: json::read(&decoded(payload)?)?,
            signed: format!("{header}.{payload}"),
            signature: decoded(signature)?,
        };
        if !jws.header.is_object() || !jws.payload.is_object() {
            return Err(Refused::NotAJws);
        }
        jws.acceptable()?;
        Ok(jws)
    }

    fn acceptable(&self) -> Result<(), Refused> {
        match self.algorithm() {
            "EdDSA" | "Ed25519" | "RS256" => {}
            none if none.eq_ignore_ascii_case("none") || none.is_empty() => return Err(Refused::Unsigned),
            symmetric if symmetric.starts_with("HS") => return Err(Refused::Symmetric(symmetric.to_owned())),
            other => return Err(Refused::UnknownAlgorithm(other.to_owned())),
        }
        if let Some(crit) = self.header.get("crit") {
            let first = json::each(&self.header, "crit").first().map_or_else(|| crit.to_string(), ToString::to_string);
            return Err(Refused::Critical(first.trim_matches('"').to_owned()));
        }
        if self.header.get("b64").is_some() {
            return Err(Refused::Critical("b64".to_owned()));
        }
        Ok(())
    }

    /// The algorithm that the header names.
    pub fn algorithm(&self) -> &str {
        self.header.get("alg").and_then(Value::as_str).unwrap_or_default()
    }

    /// The address of the key that the header names.
    pub fn method(&self) -> Option<&str> {
        self.header.get("kid").and_then(Value::as_str)
    }

    /// The key that the header brings itself, which proves nothing about whose it is.
    pub fn brought_key(&self) -> Option<Key> {
        Key::from_jwk(self.header.get("jwk")?)
    }

    /// Whether a key signed this. The algorithm is the key's, and the header must agree.
    pub fn verify(&self, key: &Key) -> Result<(), Refused> {
        // RFC 9864 gives the EdDSA of Ed25519 a name of its own.
        let said = if self.algorithm() == "Ed25519" { "EdDSA" } else { self.algorithm() };
        if said != key.algorithm() {
            return Err(Refused::AnotherAlgorithm { said: said.to_owned(), key: key.algorithm() });
        }
        if key.verifies(self.signed.as_bytes(), &self.signature) { Ok(()) } else { Err(Refused::Signature) }
    }

    /// The credential, if `typ` and the claims beside it say nothing else.
    pub fn credential(&self) -> Result<Value, Refused> {
        match self.header.get("typ").map(|kind| kind.as_str().unwrap_or_default().to_ascii_lowercase()) {
            None => {}
            Some(kind) => match kind.strip_prefix("application/").unwrap_or(&kind) {
                "vc+jwt" | "vc+ld+jwt" | "vc-ld+jwt" | "jwt" => {}
                other => return Err(Refused::Type(other.to_owned())),
            },
        }
        // The form of 1.1 has the credential within `vc`, and leaves out what the claims say.
        if self.payload.get("vc").is_some() {
            return Err(Refused::Type("vc".to_owned()));
        }
        let claims = claims(&self.payload);
        for name in ["iss", "jti", "sub", "nbf", "exp"] {
            let Some(said) = self.payload.get(name) else { continue };
            let is = claims.iter().find(|(claim, _)| *claim == name).map(|(_, value)| value);
            let same = match (said.as_f64(), is.and_then(Value::as_f64)) {
                // Dates count in seconds, and may have parts of them.
                (Some(said), Some(is)) => (said - is).abs() < 1.0,
                _ => Some(said) == is,
            };
            if !same {
                return Err(Refused::Differs(name));
            }
        }
        let mut credential = self.payload.clone();
        if let Some(credential) = credential.as_object_mut() {
            for claim in ["iss", "jti", "sub", "nbf", "exp", "iat", "aud"] {
                credential.remove(claim);
            }
        }
        Ok(credential)
    }
}
