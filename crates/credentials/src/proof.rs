//! Proofs within a document: Data Integrity 1.0 with `eddsa-rdfc-2022` and `eddsa-jcs-2022` (Data Integrity `EdDSA`
//! Cryptosuites 1.0).
//!
//! What is signed is `SHA-256(canonical configuration of the proof) ‖ SHA-256(canonical document without proof)`.

use crate::{
    canon::{self, Uncanonical},
    json,
    keys::{self, Ed25519, Signer},
};
use aws_lc_rs::digest::{SHA256, digest};
use jiff::Timestamp;
use serde_json::{Value, json};

/// The most proofs of one document that are looked at.
pub const MOST_PROOFS: usize = 8;

/// How a document is put in order before it is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suite {
    /// `eddsa-rdfc-2022`: as a graph (RDFC-1.0).
    Rdfc,
    /// `eddsa-jcs-2022`: as JSON (RFC 8785).
    Jcs,
}

impl Suite {
    /// As `cryptosuite` says it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rdfc => "eddsa-rdfc-2022",
            Self::Jcs => "eddsa-jcs-2022",
        }
    }

    fn named(name: &str) -> Option<Self> {
        [Self::Rdfc, Self::Jcs].into_iter().find(|suite| suite.name() == name)
    }
}

/// Why something is not signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unsigned {
    /// It has a proof already.
    #[error("it has a proof already")]
    HasProof,
    /// It has no canonical form.
    #[error(transparent)]
    Uncanonical(#[from] Uncanonical),
}

/// Adds a proof to a document, made at a moment.
pub fn sign(mut document: Value, suite: Suite, signer: Signer<'_>, created: Timestamp) -> Result<Value, Unsigned> {
    if document.get("proof").is_some() {
        return Err(Unsigned::HasProof);
    }
    let created = crate::moment(created);
    let mut proof = json!({
        "type": "DataIntegrityProof",
        "cryptosuite": suite.name(),
        "created": created,
        "verificationMethod": signer.method,
        "proofPurpose": "assertionMethod",
    });
    // What would be refused when it is verified is not signed either.
    canon::plain(&document)?;
    let hash = match suite {
        Suite::Rdfc => {
            // What parsing it would give (tests compare), without reading all contexts once more.
            let configuration = format!(
                "_:c14n0 <http://purl.org/dc/terms/created> \
                 \"{created}\"^^<http://www.w3.org/2001/XMLSchema#dateTime> .\n\
                 _:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> \
                 <https://w3id.org/security#DataIntegrityProof> .\n\
                 _:c14n0 <https://w3id.org/security#cryptosuite> \
                 \"eddsa-rdfc-2022\"^^<https://w3id.org/security#cryptosuiteString> .\n\
                 _:c14n0 <https://w3id.org/security#proofPurpose> <https://w3id.org/security#assertionMethod> .\n\
                 _:c14n0 <https://w3id.org/security#verificationMethod> <{}> .\n",
                signer.method
            );
            hash(configuration.as_bytes(), canon::rdfc(&document)?.as_bytes())
        }
        Suite::Jcs => {
            proof["@context"] = document["@context"].clone();
            hash(&canon::jcs(&proof), &canon::jcs(&document))
        }
    };
    proof["proofValue"] = keys::multibase(&signer.secret.sign(&hash)).into();
    document["proof"] = proof;
    Ok(document)
}

/// A proof as it stands in a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// What kind it is, if it is one we know.
    pub suite: Option<Suite>,
    /// What kind it says it is: its `cryptosuite`, or its `type`.
    pub named: String,
    /// The verification method: the address of the key.
    pub method: Option<String>,
    /// What the key was used for; `assertionMethod` for credentials.
    pub purpose: Option<String>,
    /// The proof itself.
    json: Value,
}

/// The proofs of a document, in the order they stand in it; [`MOST_PROOFS`] of them.
pub fn proofs(document: &Value) -> Vec<Proof> {
    json::each(document, "proof").into_iter().take(MOST_PROOFS).map(proof).collect()
}

fn proof(json: &Value) -> Proof {
    let kind = json::text(json, "type").unwrap_or_default();
    let cryptosuite = json::text(json, "cryptosuite").filter(|_| kind == "DataIntegrityProof");
    Proof {
        suite: cryptosuite.and_then(Suite::named),
        named: cryptosuite.unwrap_or(kind).to_owned(),
        method: json::id(json, "verificationMethod").map(str::to_owned),
        purpose: json::text(json, "proofPurpose").map(str::to_owned),
        json: json.clone(),
    }
}

/// Why a proof does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// The document, or the proof, is not what was signed.
    #[error("the signature is another's, or the document was changed")]
    Signature,
    /// There is no signature of 64 bytes in base58btc.
    #[error("there is no signature")]
    NoSignature,
    /// The proof is of a suite that is not known here.
    #[error("a proof of the kind {0:?} is not known here")]
    UnknownSuite(String),
    /// The proof was made for another purpose than to assert something.
    #[error("the signature was not made to assert something")]
    Purpose,
    /// `created` or `expires` is no moment.
    #[error("a date of the proof cannot be read")]
    Date,
    /// The proof is no longer good, or not yet.
    #[error("the proof has expired")]
    Expired,
    /// The contexts of the proof are others than the document's.
    #[error("the proof has contexts of its own")]
    Context,
    /// The proof belongs to a chain of proofs, which is not read here.
    #[error("the proof builds on another one")]
    Chain,
    /// The document has no canonical form here.
    #[error(transparent)]
    Uncanonical(#[from] Uncanonical),
}

/// Whether a proof of a document was made with a key, as of a moment.
pub fn verify(document: &Value, proof: &Proof, key: Ed25519, now: Timestamp) -> Result<(), Broken> {
    let suite = proof.suite.ok_or_else(|| Broken::UnknownSuite(proof.named.clone()))?;
    if proof.purpose.as_deref() != Some("assertionMethod") {
        return Err(Broken::Purpose);
    }
    if proof.json.get("previousProof").is_some() {
        return Err(Broken::Chain);
    }
    let date = |name| match proof.json.get(name) {
        None => Ok(None),
        Some(date) => date.as_str().and_then(|date| date.parse::<Timestamp>().ok()).map(Some).ok_or(Broken::Date),
    };
    date("created")?;
    if date("expires")?.is_some_and(|expires| expires <= now) {
        return Err(Broken::Expired);
    }
    let signature = json::text(&proof.json, "proofValue").and_then(keys::from_multibase);
    let signature = signature.filter(|bytes| bytes.len() == 64).ok_or(Broken::NoSignature)?;

    let mut document = document.clone();
    if let Some(object) = document.as_object_mut() {
        object.remove("proof");
    }
    // JCS by itself would sign any JSON, but who reads a credential as a graph must read the same.
    canon::plain(&document)?;
    let mut configuration = proof.json.clone();
    if let Some(object) = configuration.as_object_mut() {
        object.remove("proofValue");
    }
    let hash = match suite {
        Suite::Rdfc => {
            configuration["@context"] = document["@context"].clone();
            hash(canon::rdfc(&configuration)?.as_bytes(), canon::rdfc(&document)?.as_bytes())
        }
        Suite::Jcs => {
            match configuration.get("@context") {
                Some(own) if !begins_with(&document["@context"], own) => return Err(Broken::Context),
                Some(own) => document["@context"] = own.clone(),
                None => {}
            }
            hash(&canon::jcs(&configuration), &canon::jcs(&document))
        }
    };
    if keys::Key::Ed25519(key).verifies(&hash, &signature) { Ok(()) } else { Err(Broken::Signature) }
}

/// Whether the contexts of a document begin with those of its proof (Data Integrity `EdDSA` Cryptosuites, 3.3.2).
fn begins_with(document: &Value, proof: &Value) -> bool {
    let list = |value: &Value| match value {
        Value::Array(values) => values.clone(),
        value => vec![value.clone()],
    };
    list(document).starts_with(&list(proof))
}

fn hash(configuration: &[u8], document: &[u8]) -> [u8; 64] {
    let mut both = [0; 64];
    both[..32].copy_from_slice(digest(&SHA256, configuration).as_ref());
    both[32..].copy_from_slice(digest(&SHA256, document).as_ref());
    both
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Secret;

    /// The vectors of the specification (Data Integrity `EdDSA` Cryptosuites 1.0, appendix B.1 and B.2).
    const PUBLIC: &str = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    const SECRET: &str = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq";
    const RDFC: &str = "z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme";
    const JCS: &str = "z2HnFSSPPBzR36zdDgK8PbEHeXbR56YF24jwMpt3R1eHXQzJDMWS93FCzpvJpwTWd3GAVFuUfjoJdcnTMuVor51aX";

    fn alumni() -> Value {
        json!({
            "@context": ["https://www.w3.org/ns/credentials/v2", "https://www.w3.org/ns/credentials/examples/v2"],
            "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
            "type": ["VerifiableCredential", "AlumniCredential"],
            "name": "Alumni Credential",
            "description": "A minimum viable example of an Alumni Credential.",
            "issuer": "https://vc.example/issuers/5678",
            "validFrom": "2023-01-01T00:00:00Z",
            "credentialSubject": { "id": "did:example:abcdefgh", "alumniOf": "The School of Examples" }
        })
    }

    fn secret() -> Secret {
        let bytes = keys::from_multibase(SECRET).expect("it is base58btc");
        Secret::new(bytes[2..].try_into().expect("it has 32 bytes"))
    }

    fn at(moment: &str) -> Timestamp {
        moment.parse().expect("it is a moment")
    }

    fn signed(suite: Suite) -> Value {
        let method = format!("did:key:{PUBLIC}#{PUBLIC}");
        let signer = Signer { secret: &secret(), method: &method };
        sign(alumni(), suite, signer, at("2023-02-24T23:36:38Z")).expect("it can be signed")
    }

    fn check(document: &Value) -> Result<(), Broken> {
        let key = Ed25519::from_multibase(PUBLIC).expect("it is a key");
        verify(document, &proofs(document)[0], key, at("2026-11-28T00:00:00Z"))
    }

    #[test]
    fn signatures_are_those_of_the_specification() {
        assert_eq!(secret().public().multibase(), PUBLIC);
        for (suite, value) in [(Suite::Rdfc, RDFC), (Suite::Jcs, JCS)] {
            let document = signed(suite);
            assert_eq!(document["proof"]["proofValue"], value);
            assert_eq!(check(&document), Ok(()));
        }
    }

    #[test]
    fn what_is_changed_is_noticed() {
        for suite in [Suite::Rdfc, Suite::Jcs] {
            let document = signed(suite);
            let with = |path: &str, value: Value| {
                let mut document = document.clone();
                *document.pointer_mut(path).expect("it is there") = value;
                check(&document)
            };
            assert_eq!(with("/name", "Alumni Credentia1".into()), Err(Broken::Signature));
            assert_eq!(with("/proof/created", "2023-02-24T23:36:39Z".into()), Err(Broken::Signature));
            assert_eq!(with("/proof/verificationMethod", "did:key:z6Mk#z6Mk".into()), Err(Broken::Signature));
            assert_eq!(with("/proof/proofPurpose", "authentication".into()), Err(Broken::Purpose));
            assert_eq!(with("/proof/proofValue", "z111".into()), Err(Broken::NoSignature));
            assert_eq!(with("/proof/created", "soon".into()), Err(Broken::Date));
            assert_eq!(with("/proof/cryptosuite", "bbs-2023".into()), Err(Broken::UnknownSuite("bbs-2023".into())));
            let mut late = document.clone();
            late["proof"]["expires"] = "2026-11-27T00:00:00Z".into();
            assert_eq!(check(&late), Err(Broken::Expired));
            late["proof"]["expires"] = "2036-11-27T00:00:00Z".into();
            assert_eq!(check(&late), Err(Broken::Signature));
        }
    }

    #[test]
    fn a_proof_with_contexts_of_its_own_is_none() {
        let mut document = signed(Suite::Jcs);
        document["proof"]["@context"] = json!(["https://www.w3.org/2018/credentials/v1"]);
        assert_eq!(check(&document), Err(Broken::Context));
    }

    #[test]
    fn nothing_is_signed_that_would_not_verify() {
        let sign = |document: Value| {
            let signer = Signer { secret: &secret(), method: "did:web:ex.org#key-1" };
            sign(document, Suite::Rdfc, signer, at("2023-02-24T23:36:38Z"))
        };
        let mut document = alumni();
        document["@context"] = json!(["https://www.w3.org/ns/credentials/v2"]);
        let undefined = Uncanonical::UndefinedTerm("alumniOf".into());
        let refused = sign(document.clone()).expect_err("a term is not defined");
        assert!(refused == undefined.into() || matches!(refused, Unsigned::Uncanonical(Uncanonical::UndefinedTerm(_))));
        assert_eq!(sign(signed(Suite::Rdfc)), Err(Unsigned::HasProof));
    }
}
