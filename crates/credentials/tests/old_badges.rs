//! Open Badges 2.0: assertions that lie at their issuer's, and signed ones; and the `RS256` of 3.0.

mod common;

use aws_lc_rs::{
    encoding::{AsDer, PublicKeyX509Der},
    rand::SystemRandom,
    rsa::KeySize,
    signature::{KeyPair, RSA_PKCS1_SHA256, RsaKeyPair},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use common::{NOW, World, at};
use credentials::{
    baking,
    did::Unreachable,
    jwt::Refused,
    verdict::{self, Dates, Form, Intact, Issuer, NotIntact, NotShown, Note, Status},
};
use serde_json::{Value, json};
use std::sync::LazyLock;

const ASSERTION: &str = "https://old.example/assertions/1";
const ISSUER: &str = "https://old.example/issuer";

static RSA: LazyLock<RsaKeyPair> = LazyLock::new(|| RsaKeyPair::generate(KeySize::Rsa2048).expect("a key is made"));

fn assertion() -> Value {
    json!({
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Assertion",
        "id": ASSERTION,
        "recipient": { "type": "email", "hashed": true, "salt": "x", "identity": "sha256$00" },
        "badge": "https://old.example/badge",
        "verification": { "type": "hosted" },
        "issuedOn": "2019-03-01T00:00:00+00:00",
        "expires": "2030-03-01T00:00:00Z",
    })
}

fn world() -> World {
    let mut world = World::new();
    world.put(ASSERTION, &assertion());
    world.put(
        "https://old.example/badge",
        &json!({
            "@context": "https://w3id.org/openbadges/v2", "type": "BadgeClass", "id": "https://old.example/badge",
            "name": "Weaving", "issuer": ISSUER,
        }),
    );
    world.put(
        ISSUER,
        &json!({
            "@context": "https://w3id.org/openbadges/v2", "type": "Issuer", "id": ISSUER, "name": "The old house",
            "publicKey": "https://old.example/key", "revocationList": "https://old.example/revoked",
        }),
    );
    let der: PublicKeyX509Der<'_> = RSA.public_key().as_der().expect("a key has a form");
    let pem = format!("-----BEGIN PUBLIC KEY-----\n{}\n-----END PUBLIC KEY-----\n", STANDARD.encode(der.as_ref()));
    world.put(
        "https://old.example/key",
        &json!({
            "@context": "https://w3id.org/openbadges/v2", "type": "CryptographicKey", "id": "https://old.example/key",
            "owner": ISSUER, "publicKeyPem": pem,
        }),
    );
    world.put("https://old.example/revoked", &json!({ "type": "RevocationList", "revokedAssertions": [] }));
    world
}

fn rs256(header: &Value, payload: &Value) -> String {
    let encoded = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let text = format!("{}.{}", encoded(header), encoded(payload));
    let mut signature = vec![0; RSA.public_modulus_len()];
    RSA.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text.as_bytes(), &mut signature).expect("it is signed");
    format!("{text}.{}", URL_SAFE_NO_PAD.encode(signature))
}

fn signed_assertion() -> Value {
    let mut assertion = assertion();
    assertion["id"] = "urn:uuid:a3".into();
    assertion["verification"] = json!({ "type": "signed", "creator": "https://old.example/key" });
    assertion
}

fn with(mut value: Value, name: &str, to: Value) -> Value {
    value[name] = to;
    value
}

#[test]
fn an_assertion_that_lies_at_its_issuers_is_theirs() {
    let world = world();
    for held_out in [assertion().to_string(), ASSERTION.to_owned()] {
        let verdict = world.verify(held_out.as_bytes()).expect("it is an assertion");
        assert!(verdict.is_sound(), "{verdict:?}");
        assert_eq!((verdict.form, verdict.issuer), (Form::Hosted2, Issuer::Shown(ISSUER.into())));
        assert_eq!(verdict.credential["badge"]["issuer"]["name"], "The old house");
        assert_eq!(verdict.notes, [Note::Version2]);
    }
    // Baked by an old program: the address as the text of its picture.
    let svg =
        format!("<svg><openbadges:assertion xmlns:openbadges='http://openbadges.org' verify='{ASSERTION}'/></svg>");
    assert!(world.verify(svg.as_bytes()).expect("it is an assertion").is_sound());
    let svg = baking::bake_svg(b"<svg></svg>", &assertion().to_string()).expect("it is baked");
    assert!(world.verify(&svg).expect("it is an assertion").is_sound());
}

#[test]
fn what_its_issuer_says_counts() {
    let world = world();
    let changed = with(assertion(), "recipient", json!({ "type": "email", "hashed": false, "identity": "me@ex.org" }));
    let verdict = world.json(&changed);
    assert_eq!(verdict.intact, Intact::No(NotIntact::Differs));
    assert!(matches!(verdict.issuer, Issuer::NotShown { why: NotShown::NotIntact, .. }));
    // A badge of somebody else's house that names this issuer.
    let mut other = world.clone();
    let elsewhere = with(assertion(), "id", "https://mallory.example/1".into());
    other.put("https://mallory.example/1", &elsewhere);
    let verdict = other.json(&elsewhere);
    let why = NotShown::SomebodyElse("mallory.example".into());
    assert_eq!(verdict.issuer, Issuer::NotShown { named: Some(ISSUER.into()), why });
    assert!(!verdict.is_sound());
    // And one that brings the profile of this issuer within it.
    let brought = json!({ "type": "BadgeClass", "id": "https://mallory.example/b", "issuer": { "id": ISSUER } });
    let brought = with(elsewhere, "badge", brought);
    other.put("https://mallory.example/1", &brought);
    assert!(!other.json(&brought).is_sound());
}

#[test]
fn a_revoked_assertion_says_so_or_is_gone() {
    let mut world = world();
    world.put(ASSERTION, &json!({ "id": ASSERTION, "revoked": true, "revocationReason": "By mistake" }));
    let verdict = world.json(&assertion());
    assert_eq!(verdict.intact, Intact::Yes);
    let gone = verdict::verify(assertion().to_string().as_bytes(), at(NOW), &|_| Err(Unreachable::Gone));
    assert_eq!(gone.expect("it is an assertion").status, Status::Revoked(None));
    let away = verdict::verify(assertion().to_string().as_bytes(), at(NOW), &|_| Err(Unreachable::Not("x".into())));
    let away = away.expect("it is an assertion");
    assert!(matches!(away.intact, Intact::Unknown(_)) && matches!(away.status, Status::Unknown(_)));
    let late = with(assertion(), "expires", "2020-01-01T00:00:00Z".into());
    world.put(ASSERTION, &late);
    assert!(matches!(world.json(&late).dates, Dates::Expired(_)));
    assert!(matches!(verdict.status, Status::Revoked(_)), "{verdict:?}");
}

#[test]
fn a_signed_assertion_is_looked_at_with_its_issuers_key() {
    let mut world = world();
    let header = json!({ "alg": "RS256" });
    let good = rs256(&header, &signed_assertion());
    let verdict = world.verify(good.as_bytes()).expect("it is an assertion");
    assert!(verdict.is_sound(), "{verdict:?}");
    assert_eq!((verdict.form, verdict.issuer), (Form::Signed2, Issuer::Shown(ISSUER.into())));
    // Changed.
    let mut parts: Vec<&str> = good.split('.').collect();
    let changed = URL_SAFE_NO_PAD.encode(with(signed_assertion(), "uid", "2".into()).to_string());
    parts[1] = &changed;
    let verdict = world.verify(parts.join(".").as_bytes()).expect("it is an assertion");
    assert_eq!(verdict.intact, Intact::No(Refused::Signature.into()));
    // The header asks for another algorithm.
    let verdict = world.verify(rs256(&json!({ "alg": "EdDSA" }), &signed_assertion()).as_bytes()).expect("it is read");
    assert!(matches!(verdict.intact, Intact::No(NotIntact::Refused(Refused::AnotherAlgorithm { .. }))));
    // Taken back.
    world.put(
        "https://old.example/revoked",
        &json!({ "revokedAssertions": [{ "id": "urn:uuid:a3", "revocationReason": "By mistake" }] }),
    );
    let verdict = world.verify(good.as_bytes()).expect("it is an assertion");
    assert_eq!(verdict.status, Status::Revoked(Some("By mistake".into())));
    // A key that is not the issuer's: it says it is, but the issuer does not name it.
    let mut key: Value = serde_json::from_slice(&world.0["https://old.example/key"]).expect("it is JSON");
    key["id"] = "https://mallory.example/key".into();
    world.put("https://mallory.example/key", &key);
    let payload =
        with(signed_assertion(), "verification", json!({ "type": "signed", "creator": "https://mallory.example/key" }));
    let verdict = world.verify(rs256(&header, &payload).as_bytes()).expect("it is an assertion");
    assert_eq!(verdict.intact, Intact::Yes);
    assert!(matches!(verdict.issuer, Issuer::NotShown { why: NotShown::SomebodyElse(_), .. }));
    // A profile that the badge brings along names the key; what lies at the issuer's address does not.
    let brought = json!({
        "type": "BadgeClass", "id": "https://mallory.example/b", "name": "Weaving",
        "issuer": { "id": ISSUER, "type": "Issuer", "name": "The old house", "publicKey": "https://mallory.example/key" },
    });
    let payload = with(payload, "badge", brought);
    let verdict = world.verify(rs256(&header, &payload).as_bytes()).expect("it is an assertion");
    assert!(matches!(verdict.issuer, Issuer::NotShown { .. }), "{verdict:?}");
}

#[test]
fn rs256_of_open_badges_3_is_read() {
    // `RSAPublicKey` in DER (RFC 8017, A.1.1): heads of known length, since the key has 2048 bits.
    let der = RSA.public_key().as_ref();
    let jwk =
        json!({ "kty": "RSA", "n": URL_SAFE_NO_PAD.encode(&der[9..265]), "e": URL_SAFE_NO_PAD.encode(&der[267..]) });
    let mut world = World::new();
    world.put("https://learn.example/.well-known/did.json", &json!({
        "id": common::SITE,
        "verificationMethod": [{ "id": "did:web:learn.example#rsa", "type": "JsonWebKey", "controller": common::SITE, "publicKeyJwk": jwk }],
        "assertionMethod": ["did:web:learn.example#rsa"],
    }));
    let mut badge = common::badge();
    badge.status = vec![];
    let text = rs256(&json!({ "alg": "RS256", "kid": "did:web:learn.example#rsa", "typ": "JWT" }), &badge.to_json());
    let verdict = world.verify(text.as_bytes()).expect("it is a credential");
    assert!(verdict.is_sound(), "{verdict:?}");
    assert_eq!(verdict.form, Form::Jwt("RS256"));
    // The same key in the header shows nobody.
    let text = rs256(&json!({ "alg": "RS256", "jwk": jwk }), &badge.to_json());
    let verdict = world.verify(text.as_bytes()).expect("it is a credential");
    assert_eq!(verdict.intact, Intact::Yes);
    assert!(matches!(verdict.issuer, Issuer::NotShown { why: NotShown::KeyBrought, .. }));
}
