//! Who a key belongs to: `did:web` and `did:key` documents (DID Core 1.0, Controlled Identifiers 1.0).

use crate::{
    json,
    keys::{Ed25519, Key},
};
use jiff::Timestamp;
use serde_json::{Value, json};
use std::fmt::Write;
use url::Url;

/// What fetches an address for us, within limits of its own. It decides whom it asks at all.
pub type Resolver<'a> = dyn Fn(&Url) -> Result<Vec<u8>, Unreachable> + 'a;

/// Why an address gave nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreachable {
    /// There is nothing any more (410), which says something by itself in Open Badges 2.0.
    #[error("gone")]
    Gone,
    /// Anything else, for the log.
    #[error("not reached: {0}")]
    Not(String),
}

/// Why an address makes no DID.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not the address of a site")]
pub struct NotASite(String);

/// The DID of a site, and where its document lies (did:web, 3.2): the port is written `%3A`, each folder after a colon.
///
/// `https://ex.org/lyceum` is `did:web:ex.org:lyceum`, whose document is `/lyceum/did.json`; that of a host alone is
/// `/.well-known/did.json`.
pub fn did_for(base: &Url) -> Result<String, NotASite> {
    let no = || NotASite(base.to_string());
    let host = base.host_str().filter(|_| matches!(base.scheme(), "https" | "http")).ok_or_else(no)?;
    // A DID names no address of the network itself, and no brackets.
    if matches!(base.host(), Some(url::Host::Ipv6(_))) || !base.username().is_empty() || base.query().is_some() {
        return Err(no());
    }
    let mut did = format!("did:web:{host}");
    if let Some(port) = base.port() {
        did.extend(["%3A", &port.to_string()]);
    }
    for folder in base.path_segments().into_iter().flatten().filter(|folder| !folder.is_empty()) {
        did.push(':');
        // What a DID may hold (DID Core, 3.1); `%` is there already where the address has it.
        for byte in folder.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' | b'%' => did.push(char::from(byte)),
                other => write!(did, "%{other:02X}").expect("a text takes letters"),
            }
        }
    }
    Ok(did)
}

/// Where the document of a `did:web` lies.
pub fn document_url(did: &str) -> Option<Url> {
    let mut parts = did.strip_prefix("did:web:")?.split(':');
    let host = parts.next().filter(|host| !host.is_empty())?;
    let (name, port) = match host.split_once("%3A").or_else(|| host.split_once("%3a")) {
        Some((name, port)) => (name, Some(port.parse::<u16>().ok()?)),
        None => (host, None),
    };
    if !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-')) {
        return None;
    }
    let folders: Vec<&str> = parts.collect();
    let plain = |folder: &str| {
        let bytes = folder.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_%".contains(&byte));
        bytes && !folder.is_empty() && folder != "." && folder != ".." && !folder.to_ascii_lowercase().contains("%2e")
    };
    if !folders.iter().all(|folder| plain(folder)) {
        return None;
    }
    let path = if folders.is_empty() { ".well-known".to_owned() } else { folders.join("/") };
    let port = port.map(|port| format!(":{port}")).unwrap_or_default();
    Url::parse(&format!("https://{name}{port}/{path}/did.json")).ok()
}

/// A key that a site signs with, or did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Its name within the document: `key-1`. Never given to another key.
    pub name: String,
    /// The key.
    pub key: Ed25519,
    /// Since when nobody may trust it: it leaked. What it ever signed no longer verifies, since a thief writes any date.
    ///
    /// A key that was merely replaced has none: what it signed stays good. It has no `expires` either, from which moment
    /// on verifiers refuse all it ever signed (Controlled Identifiers 1.0, 2.2).
    pub revoked: Option<Timestamp>,
}

/// The document of a DID, with every key it ever had.
pub fn document(did: &str, keys: &[Published]) -> Value {
    let method = |key: &Published| {
        let mut method = json!({
            "id": format!("{did}#{}", key.name),
            "type": "Multikey",
            "controller": did,
            "publicKeyMultibase": key.key.multibase(),
        });
        if let Some(revoked) = key.revoked {
            method["revoked"] = crate::moment(revoked).into();
        }
        method
    };
    let trusted = keys.iter().filter(|key| key.revoked.is_none());
    json!({
        "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
        "id": did,
        "verificationMethod": keys.iter().map(method).collect::<Vec<_>>(),
        "assertionMethod": trusted.map(|key| format!("{did}#{}", key.name)).collect::<Vec<_>>(),
    })
}

/// Why no key was found that may assert something for a DID.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoKey {
    /// The key is not named by a DID that is read here.
    #[error("{0:?} is no DID that is read here")]
    UnknownMethod(String),
    /// The document could not be fetched.
    #[error("the document of the issuer: {0}")]
    Unreachable(#[from] Unreachable),
    /// What was fetched is no document of this DID.
    #[error("what lies at the issuer's address is not its document")]
    NotTheDocument,
    /// The document does not have the key.
    #[error("the issuer's document does not have the key")]
    Missing,
    /// The key is there, but not to assert anything with.
    #[error("the issuer does not sign with this key")]
    NotForAsserting,
    /// The key was revoked at this moment, so that nothing it ever signed counts.
    #[error("the issuer revoked the key")]
    Revoked,
    /// The key was good until a moment that has passed.
    #[error("the key has expired")]
    Expired,
    /// The key is of a kind that is not read here.
    #[error("the key is of a kind that is not known here")]
    UnknownKind,
}

/// The DID that a verification method belongs to: what stands before `#`.
pub fn of(method: &str) -> &str {
    method.split_once('#').map_or(method, |(did, _)| did)
}

/// The key of a verification method, if its DID asserts with it (Controlled Identifiers 1.0, 3.3), as of a moment.
pub fn key(method: &str, now: Timestamp, resolve: &Resolver<'_>) -> Result<Key, NoKey> {
    let did = of(method);
    if let Some(key) = did.strip_prefix("did:key:") {
        // Its only verification method has the key as its name.
        let good = method == did || method.strip_prefix(did) == Some(&format!("#{key}"));
        let key = Ed25519::from_multibase(key).ok_or(NoKey::UnknownKind)?;
        return if good { Ok(Key::Ed25519(key)) } else { Err(NoKey::Missing) };
    }
    let url = document_url(did).ok_or_else(|| NoKey::UnknownMethod(did.to_owned()))?;
    let document = json::read(&resolve(&url)?).map_err(|_| NoKey::NotTheDocument)?;
    // Letter for letter, or one could speak for another.
    if document.get("id").and_then(Value::as_str) != Some(did) {
        return Err(NoKey::NotTheDocument);
    }
    key_in(&document, did, method, now)
}

fn key_in(document: &Value, did: &str, method: &str, now: Timestamp) -> Result<Key, NoKey> {
    let whole = |id: &str| if id.starts_with('#') { format!("{did}{id}") } else { id.to_owned() };
    let named = |value: &&Value| json::text(value, "id").is_some_and(|id| whole(id) == method);
    let among = |name| json::each(document, name);
    let asserting = among("assertionMethod");
    let listed = among("verificationMethod").into_iter().find(named);
    let found = listed.or_else(|| asserting.iter().copied().find(named)).ok_or(NoKey::Missing)?;
    let moment = |name| match found.get(name) {
        None | Some(Value::Null) => Ok(None),
        // A moment that cannot be read may have passed.
        Some(date) => date.as_str().and_then(|date| date.parse::<Timestamp>().ok()).map(Some).ok_or(NoKey::Expired),
    };
    // Revoked as a whole: the date of what it signed was written by whoever has it.
    if found.get("revoked").is_some_and(|revoked| !revoked.is_null()) {
        return Err(NoKey::Revoked);
    }
    if moment("expires")?.is_some_and(|expires| expires <= now) {
        return Err(NoKey::Expired);
    }
    if !asserting.iter().any(|one| one.as_str().is_some_and(|id| whole(id) == method) || named(one)) {
        return Err(NoKey::NotForAsserting);
    }
    if json::text(found, "controller") != Some(did) {
        return Err(NoKey::NotTheDocument);
    }
    let multibase = || Ed25519::from_multibase(json::text(found, "publicKeyMultibase")?).map(Key::Ed25519);
    let jwk = || Key::from_jwk(json::only(found, "publicKeyJwk")?);
    match json::text(found, "type") {
        Some("Multikey" | "Ed25519VerificationKey2020") => multibase(),
        Some("JsonWebKey" | "JsonWebKey2020") => jwk(),
        _ => None,
    }
    .ok_or(NoKey::UnknownKind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Secret;

    const HERE: &str = "did:web:ex.org:lyceum";

    fn at(moment: &str) -> Timestamp {
        moment.parse().expect("it is a moment")
    }

    fn published(name: &str, seed: u8, revoked: Option<&str>) -> Published {
        Published { name: name.into(), key: Secret::new([seed; 32]).public(), revoked: revoked.map(at) }
    }

    fn found(document: &Value, method: &str) -> Result<Key, NoKey> {
        let text = document.to_string();
        key(method, at("2026-11-28T00:00:00Z"), &|url| {
            assert_eq!(url.as_str(), "https://ex.org/lyceum/did.json");
            Ok(text.clone().into_bytes())
        })
    }

    #[test]
    fn a_base_address_is_a_did_and_back() {
        for (base, did, document) in [
            ("http://localhost:8080", "did:web:localhost%3A8080", "https://localhost:8080/.well-known/did.json"),
            ("https://ex.org", "did:web:ex.org", "https://ex.org/.well-known/did.json"),
            ("https://ex.org:443/", "did:web:ex.org", "https://ex.org/.well-known/did.json"),
            ("https://ex.org/lyceum", HERE, "https://ex.org/lyceum/did.json"),
            ("https://ex.org/a/b/", "did:web:ex.org:a:b", "https://ex.org/a/b/did.json"),
            ("https://ex.org/a~b:c", "did:web:ex.org:a%7Eb%3Ac", "https://ex.org/a%7Eb%3Ac/did.json"),
            (
                "https://bücher.example",
                "did:web:xn--bcher-kva.example",
                "https://xn--bcher-kva.example/.well-known/did.json",
            ),
            ("https://Ex.Org/Größe", "did:web:ex.org:Gr%C3%B6%C3%9Fe", "https://ex.org/Gr%C3%B6%C3%9Fe/did.json"),
        ] {
            let base = Url::parse(base).expect("it is an address");
            assert_eq!(did_for(&base).as_deref(), Ok(did));
            assert_eq!(document_url(did).expect("it is a did:web").as_str(), document);
        }
    }

    #[test]
    fn what_is_no_site_has_no_did() {
        for base in
            ["mailto:a@ex.org", "https://[::1]/", "https://a@ex.org/", "https://ex.org/?a", "file:///etc/passwd"]
        {
            assert!(did_for(&Url::parse(base).expect("it is an address")).is_err(), "{base}");
        }
        for did in [
            "did:web:",
            "did:web:a/b",
            "did:web:a@b",
            "did:web:a:..:b",
            "did:web:a:%2e%2e",
            "did:web:a::b",
            "did:web:a%3Ab",
            "did:ion:x",
            "did:web:a?b",
            "did:web:a#b",
            "did:web:a%2Fb",
        ] {
            assert_eq!(document_url(did), None, "{did}");
        }
    }

    #[test]
    fn a_replaced_key_stays_and_a_leaked_one_fails_whole() {
        let document = document(
            HERE,
            &[
                published("key-1", 1, None),
                published("key-2", 2, Some("2026-05-01T00:00:00Z")),
                published("key-3", 3, None),
            ],
        );
        assert_eq!(document["id"], HERE);
        assert_eq!(found(&document, &format!("{HERE}#key-1")), Ok(Key::Ed25519(Secret::new([1; 32]).public())));
        assert_eq!(found(&document, &format!("{HERE}#key-3")), Ok(Key::Ed25519(Secret::new([3; 32]).public())));
        assert_eq!(found(&document, &format!("{HERE}#key-2")), Err(NoKey::Revoked));
        assert_eq!(found(&document, &format!("{HERE}#key-4")), Err(NoKey::Missing));
        assert_eq!(document["verificationMethod"][1]["revoked"], "2026-05-01T00:00:00Z");
        assert_eq!(document["assertionMethod"].as_array().map(Vec::len), Some(2));
    }

    #[test]
    fn a_document_speaks_for_nobody_else() {
        let method = format!("{HERE}#key-1");
        let good = document(HERE, &[published("key-1", 1, None)]);
        let with = |path: &str, value: Value| {
            let mut document = good.clone();
            *document.pointer_mut(path).expect("it is there") = value;
            found(&document, &method)
        };
        assert!(found(&good, &method).is_ok());
        assert_eq!(with("/id", "did:web:ex.org".into()), Err(NoKey::NotTheDocument));
        assert_eq!(with("/id", "did:web:EX.org:lyceum".into()), Err(NoKey::NotTheDocument));
        assert_eq!(with("/verificationMethod/0/controller", "did:web:other".into()), Err(NoKey::NotTheDocument));
        assert_eq!(with("/assertionMethod", json!([])), Err(NoKey::NotForAsserting));
        assert_eq!(with("/assertionMethod", json!(["#key-1"])), Ok(Key::Ed25519(Secret::new([1; 32]).public())));
        assert_eq!(with("/verificationMethod/0/type", "RsaKey".into()), Err(NoKey::UnknownKind));
        let mut expired = good.clone();
        expired["verificationMethod"][0]["expires"] = "2026-11-27T00:00:00Z".into();
        assert_eq!(found(&expired, &method), Err(NoKey::Expired));
        let nowhere = |_: &Url| Err(Unreachable::Not("refused".into()));
        assert!(matches!(key(&method, at("2026-11-28T00:00:00Z"), &nowhere), Err(NoKey::Unreachable(_))));
    }

    #[test]
    fn a_key_that_names_itself_needs_nobody() {
        let key_text = Secret::new([1; 32]).public().multibase();
        let nobody = |_: &Url| -> Result<Vec<u8>, Unreachable> { panic!("nothing is fetched") };
        let now = at("2026-11-28T00:00:00Z");
        assert!(key(&format!("did:key:{key_text}#{key_text}"), now, &nobody).is_ok());
        assert_eq!(key(&format!("did:key:{key_text}#another"), now, &nobody), Err(NoKey::Missing));
        assert_eq!(key("did:key:zDnae#zDnae", now, &nobody), Err(NoKey::UnknownKind));
        assert!(matches!(key("https://ex.org/key", now, &nobody), Err(NoKey::UnknownMethod(_))));
    }
}
