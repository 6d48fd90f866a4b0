//! What is said of credentials that strangers hold out, good ones and bad ones.

mod common;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use common::{METHOD, NOW, SITE, STATUS, World, at, badge, secret, signed, signed_by};
use credentials::{
    canon::Uncanonical,
    did::NoKey,
    json::Malformed,
    jwt::{self, Refused},
    keys::Signer,
    proof::{Broken, Suite},
    status::Unknown,
    verdict::{Dates, Form, Intact, Issuer, NoCredential, NotIntact, NotShown, Note, Status, Verdict},
};
use serde_json::{Value, json};

fn good() -> Value {
    signed(badge().to_json(), Suite::Rdfc)
}

fn jws() -> String {
    jwt::issue(&badge().to_json(), Signer { secret: &secret(1), method: METHOD })
}

fn why(verdict: &Verdict) -> &NotIntact {
    match &verdict.intact {
        Intact::No(why) | Intact::Unknown(why) => why,
        Intact::Yes => panic!("it is intact"),
    }
}

#[test]
fn a_good_credential_is_good_in_every_form() {
    let world = World::new();
    for suite in [Suite::Rdfc, Suite::Jcs] {
        let verdict = world.json(&signed(badge().to_json(), suite));
        assert!(verdict.is_sound(), "{verdict:?}");
        assert_eq!(verdict.form, Form::DataIntegrity(suite));
        assert_eq!(verdict.issuer, Issuer::Shown(SITE.into()));
        assert_eq!(verdict.status, Status::Good);
        assert_eq!(verdict.dates, Dates::InForce { until: Some(at("2031-11-01T00:00:00Z")) });
        assert_eq!(verdict.notes, []);
    }
    let verdict = world.verify(jws().as_bytes()).expect("it is a credential");
    assert!(verdict.is_sound(), "{verdict:?}");
    assert_eq!(verdict.form, Form::Jwt("EdDSA"));
    assert_eq!(verdict.credential, badge().to_json());
}

#[test]
fn a_revoked_credential_is_intact_and_revoked() {
    let mut world = World::new();
    world.revoked(&[22, 24]);
    assert_eq!(world.json(&good()).status, Status::Good);
    world.revoked(&[23]);
    let verdict = world.json(&good());
    assert_eq!((verdict.intact, verdict.status), (Intact::Yes, Status::Revoked(None)));
    let verdict = world.verify(jws().as_bytes()).expect("it is a credential");
    assert_eq!((verdict.intact, verdict.status), (Intact::Yes, Status::Revoked(None)));
}

#[test]
fn a_status_that_cannot_be_learned_is_not_known() {
    let with = |change: &dyn Fn(&mut World)| {
        let mut world = World::new();
        change(&mut world);
        let verdict = world.json(&good());
        assert!(!verdict.is_sound());
        assert_eq!(verdict.intact, Intact::Yes);
        verdict.status
    };
    assert_eq!(with(&|world| drop(world.0.remove(STATUS))), Status::Unknown(Unknown::Unreachable));
    assert_eq!(with(&|world| world.put(STATUS, &json!([]))), Status::Unknown(Unknown::NotAList));
    // Somebody writes a list of their own, and says it is the site's.
    assert_eq!(
        with(&|world| {
            let mut list: Value = serde_json::from_slice(&world.0[STATUS]).expect("it is JSON");
            list.as_object_mut().expect("it is an object").remove("proof");
            world.put(STATUS, &list);
        }),
        Status::Unknown(Unknown::NotShown)
    );
    assert_eq!(
        with(&|world| {
            let mut list: Value = serde_json::from_slice(&world.0[STATUS]).expect("it is JSON");
            list.as_object_mut().expect("it is an object").remove("proof");
            let key = secret(9).public().multibase();
            world.put(STATUS, &signed_by(list, Suite::Rdfc, 9, &format!("did:key:{key}#{key}")));
        }),
        Status::Unknown(Unknown::NotShown)
    );
}

#[test]
fn a_status_list_of_somebody_else_is_said_to_be_theirs() {
    let key = secret(9).public().multibase();
    let (did, method) = (format!("did:key:{key}"), format!("did:key:{key}#{key}"));
    let mut world = World::new();
    let mut list: Value = serde_json::from_slice(&world.0[STATUS]).expect("it is JSON");
    list.as_object_mut().expect("it is an object").remove("proof");
    list["issuer"] = did.clone().into();
    world.put(STATUS, &signed_by(list, Suite::Rdfc, 9, &method));
    let verdict = world.json(&good());
    assert_eq!(verdict.status, Status::Good);
    assert_eq!(verdict.notes, [Note::StatusBySomebodyElse(did)]);
}

#[test]
fn a_good_signature_of_somebody_else_does_not_show_the_issuer() {
    // A key that names itself signs in the name of the site.
    let key = secret(9).public().multibase();
    let method = format!("did:key:{key}#{key}");
    let world = World::new();
    let someone = Issuer::NotShown { named: Some(SITE.into()), why: NotShown::SomebodyElse(format!("did:key:{key}")) };
    let verdict = world.json(&signed_by(badge().to_json(), Suite::Rdfc, 9, &method));
    assert_eq!((&verdict.intact, &verdict.issuer), (&Intact::Yes, &someone));
    assert!(!verdict.is_sound());
    let jws = jwt::issue(&badge().to_json(), Signer { secret: &secret(9), method: &method });
    let verdict = world.verify(jws.as_bytes()).expect("it is a credential");
    assert_eq!((&verdict.intact, &verdict.issuer), (&Intact::Yes, &someone));
    // An address is no DID.
    let mut document = badge().to_json();
    document["issuer"]["id"] = "https://library.example".into();
    let verdict = world.json(&signed_by(document, Suite::Rdfc, 9, &method));
    assert!(matches!(verdict.issuer, Issuer::NotShown { why: NotShown::SomebodyElse(_), .. }));
}

#[test]
fn a_key_that_was_replaced_still_counts_and_one_that_leaked_does_not() {
    let mut world = World::new();
    world.keys(&[(1, None), (2, None)]);
    assert!(world.json(&good()).is_sound());
    world.keys(&[(1, Some("2026-11-20T00:00:00Z")), (2, None)]);
    world.put(STATUS, &json!({}));
    let verdict = world.json(&good());
    assert_eq!(verdict.intact, Intact::No(NoKey::Revoked.into()));
    assert!(matches!(verdict.issuer, Issuer::NotShown { why: NotShown::NotIntact, .. }));
    assert_eq!(verdict.status, Status::Unknown(Unknown::NotShown));
    let verdict = world.verify(jws().as_bytes()).expect("it is a credential");
    assert_eq!(verdict.intact, Intact::No(NoKey::Revoked.into()));
}

#[test]
fn a_site_that_does_not_answer_leaves_it_open() {
    let mut world = World::new();
    world.0.clear();
    let verdict = world.json(&good());
    assert!(matches!(verdict.intact, Intact::Unknown(NotIntact::NoKey(NoKey::Unreachable(_)))));
    assert!(!verdict.is_sound());
}

#[test]
fn dates_are_said() {
    let dates = |from: &str, until: Option<&str>| {
        let mut badge = badge();
        (badge.valid_from, badge.valid_until) = (at(from), until.map(at));
        let verdict = World::new().json(&signed(badge.to_json(), Suite::Jcs));
        assert_eq!(verdict.intact, Intact::Yes);
        verdict.dates
    };
    assert_eq!(dates("2026-11-01T00:00:00Z", None), Dates::InForce { until: None });
    assert_eq!(dates("2026-11-29T00:00:00Z", None), Dates::NotYet(at("2026-11-29T00:00:00Z")));
    assert_eq!(dates("2020-01-01T00:00:00Z", Some(NOW)), Dates::Expired(at(NOW)));
    for (name, value) in [("validUntil", json!("soon")), ("validUntil", json!(5)), ("validFrom", json!(["a", "b"]))] {
        let mut document = badge().to_json();
        document[name] = value;
        assert_eq!(World::new().json(&document).dates, Dates::Unreadable);
    }
}

#[test]
fn one_good_proof_suffices_and_the_others_are_named() {
    let world = World::new();
    let first = good();
    let mut other = first["proof"].clone();
    other["cryptosuite"] = "bbs-2023".into();
    let mut document = first.clone();
    document["proof"] = json!([other, first["proof"]]);
    let verdict = world.json(&document);
    assert!(verdict.is_sound(), "{verdict:?}");
    let unknown = |name: &str| NotIntact::Broken(Broken::UnknownSuite(name.into()));
    assert_eq!(verdict.notes, [Note::OtherProof { named: "bbs-2023".into(), why: unknown("bbs-2023") }]);
    // The suite alone: nothing can be said.
    document["proof"] = other.clone();
    let verdict = world.json(&document);
    assert_eq!((verdict.intact, verdict.notes), (Intact::Unknown(unknown("bbs-2023")), vec![]));
    document["proof"] = json!({ "type": "RsaSignature2018" });
    assert!(!world.json(&document).is_sound());
    // Two that are both ours, one of them of another text.
    let mut changed = badge();
    changed.name = "Reading more".into();
    document["proof"] = json!([signed(changed.to_json(), Suite::Rdfc)["proof"], first["proof"]]);
    let verdict = world.json(&document);
    assert!(verdict.is_sound());
    assert!(matches!(&verdict.notes[..], [Note::OtherProof { why: NotIntact::Broken(Broken::Signature), .. }]));
}

#[test]
fn nobodys_signature_is_none() {
    let world = World::new();
    let verdict = world.json(&badge().to_json());
    assert_eq!((verdict.form, verdict.intact), (Form::Unknown, Intact::No(NotIntact::NoProof)));
    let mut document = badge().to_json();
    document["proof"] = json!([]);
    assert_eq!(world.json(&document).intact, Intact::No(NotIntact::NoProof));
}

#[test]
fn what_no_context_defines_is_refused_by_name() {
    let world = World::new();
    let mut document = good();
    document["credentialSubject"]["achievement"]["honours"] = "summa".into();
    let undefined = Uncanonical::UndefinedTerm("honours".into());
    assert_eq!(why(&world.json(&document)), &NotIntact::Broken(undefined.into()));
    let mut document = good();
    document["@context"] = json!(["https://www.w3.org/ns/credentials/v2", "https://evil.example/context"]);
    let verdict = world.json(&document);
    let unknown = Uncanonical::UnknownContext("https://evil.example/context".into());
    assert_eq!(verdict.intact, Intact::Unknown(NotIntact::Broken(unknown.into())));
    // One that makes another sense of the same words.
    document["@context"] =
        json!(["https://www.w3.org/ns/credentials/v2", { "name": "https://schema.org/description" }]);
    assert_eq!(why(&world.json(&document)), &NotIntact::Broken(Uncanonical::OwnContext.into()));
}

/// The same graph, written so that whoever reads the JSON reads something else.
#[test]
fn a_line_cannot_be_hidden_under_a_good_signature() {
    let world = World::new();
    let hide = |change: &dyn Fn(&mut Value)| {
        for suite in [Suite::Rdfc, Suite::Jcs] {
            let mut document = signed(badge().to_json(), suite);
            change(&mut document);
            let verdict = world.json(&document);
            assert!(matches!(verdict.intact, Intact::No(_)), "{verdict:?}");
        }
    };
    let rename = |document: &mut Value, from: &str, to: &str| {
        let object = document.as_object_mut().expect("it is an object");
        let value = object.remove(from).expect("it is there");
        object.insert(to.to_owned(), value);
    };
    hide(&|document| rename(document, "credentialStatus", "https://www.w3.org/2018/credentials#credentialStatus"));
    hide(&|document| {
        let until = json!({ "@value": document["validUntil"], "@type": "http://www.w3.org/2001/XMLSchema#dateTime" });
        rename(document, "validUntil", "https://www.w3.org/2018/credentials#validUntil");
        document["https://www.w3.org/2018/credentials#validUntil"] = until;
    });
    hide(&|document| document["validUntil"] = json!({ "@value": document["validUntil"] }));
    hide(&|document| rename(document, "id", "@id"));
    hide(&|document| {
        let rest = document.clone();
        *document = json!({ "@context": rest["@context"], "type": "VerifiableCredential", "@graph": [rest] });
    });
    hide(&|document| document["evidence"][0]["@included"] = json!([{ "id": "https://ex.org/", "name": "x" }]));
    hide(&|document| {
        let until = document.as_object_mut().expect("it is an object").remove("validUntil").expect("it is there");
        document["evidence"][0]["name"] = json!({ "id": document["id"], "validUntil": until });
    });
    hide(&|document| {
        document["evidence"][1] =
            json!({ "type": ["Evidence"], "id": "no address <", "narrative": "Answers to others" });
    });
    hide(&|document| rename(&mut document["credentialSubject"]["achievement"], "criteria", "Criteria"));
    hide(&|document| document["name"] = json!({ "@value": document["name"], "@direction": "rtl" }));
}

#[test]
fn an_unsigned_or_symmetric_jws_is_refused() {
    let world = World::new();
    let payload = jws().split('.').nth(1).expect("it has three parts").to_owned();
    let encoded = |header: &Value| URL_SAFE_NO_PAD.encode(header.to_string());
    let refused = |header: Value, signature: &str| match world
        .verify(format!("{}.{payload}.{signature}", encoded(&header)).as_bytes())
    {
        Err(NoCredential::Jws(refused)) => refused,
        other => panic!("{other:?}"),
    };
    for none in ["none", "None", "NONE", ""] {
        assert_eq!(refused(json!({ "alg": none, "kid": METHOD }), ""), Refused::Unsigned);
    }
    // Keyed with what everybody knows: our public key.
    let header = json!({ "alg": "HS256", "kid": METHOD });
    let key = aws_lc_rs::hmac::Key::new(aws_lc_rs::hmac::HMAC_SHA256, &secret(1).public().0);
    let mac = aws_lc_rs::hmac::sign(&key, format!("{}.{payload}", encoded(&header)).as_bytes());
    assert_eq!(refused(header, &URL_SAFE_NO_PAD.encode(mac)), Refused::Symmetric("HS256".into()));
    assert_eq!(refused(json!({ "alg": "ES256", "kid": METHOD }), "AAAA"), Refused::UnknownAlgorithm("ES256".into()));
    assert_eq!(refused(json!({ "kid": METHOD }), "AAAA"), Refused::Unsigned);
    let header = json!({ "alg": "EdDSA", "kid": METHOD, "crit": ["exp"], "exp": 1 });
    assert_eq!(refused(header, "AAAA"), Refused::Critical("exp".into()));
    assert_eq!(
        refused(json!({ "alg": "EdDSA", "kid": METHOD, "b64": false }), "AAAA"),
        Refused::Critical("b64".into())
    );
}

/// A JWS with any header and payload, well signed with a key.
fn signed_jws(header: &Value, payload: &Value, seed: u8) -> String {
    let encoded = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let text = format!("{}.{}", encoded(header), encoded(payload));
    let pair = aws_lc_rs::signature::Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).expect("it is a seed");
    format!("{text}.{}", URL_SAFE_NO_PAD.encode(pair.sign(text.as_bytes())))
}

#[test]
fn a_jws_is_believed_only_as_far_as_its_key_goes() {
    let world = World::new();
    let verify = |header: Value, payload: &Value, seed: u8| {
        world.verify(signed_jws(&header, payload, seed).as_bytes()).expect("it is a credential")
    };
    let payload = badge().to_json();
    assert!(verify(json!({ "alg": "EdDSA", "kid": METHOD }), &payload, 1).is_sound());
    assert!(verify(json!({ "alg": "Ed25519", "kid": "#key-1", "typ": "JWT" }), &payload, 1).is_sound());
    // The header says another algorithm than the key's.
    let another = Refused::AnotherAlgorithm { said: "RS256".into(), key: "EdDSA" };
    assert_eq!(why(&verify(json!({ "alg": "RS256", "kid": METHOD }), &payload, 1)), &NotIntact::Refused(another));
    // It brings the key itself.
    let jwk = json!({ "kty": "OKP", "crv": "Ed25519", "x": URL_SAFE_NO_PAD.encode(secret(9).public().0) });
    let verdict = verify(json!({ "alg": "EdDSA", "jwk": jwk }), &payload, 9);
    assert_eq!(verdict.intact, Intact::Yes);
    assert_eq!(verdict.issuer, Issuer::NotShown { named: Some(SITE.into()), why: NotShown::KeyBrought });
    // It brings a key, and names that of the site: the site's counts.
    let verdict = verify(json!({ "alg": "EdDSA", "jwk": jwk, "kid": METHOD }), &payload, 9);
    assert_eq!(why(&verdict), &NotIntact::Refused(Refused::Signature));
    // The key lies at an address.
    let mut world = world.clone();
    world.put(
        "https://learn.example/keys",
        &json!({ "keys": [{ "kid": "a", "kty": "oct", "k": "AA" }, with_kid(&jwk, "b")] }),
    );
    let text = signed_jws(&json!({ "alg": "EdDSA", "kid": "https://learn.example/keys#b" }), &payload, 9);
    let verdict = world.verify(text.as_bytes()).expect("it is a credential");
    assert_eq!(verdict.intact, Intact::Yes);
    assert!(matches!(verdict.issuer, Issuer::NotShown { why: NotShown::KeyAtAddress(_), .. }));
    let text = signed_jws(&json!({ "alg": "EdDSA", "kid": "https://learn.example/keys#a" }), &payload, 9);
    assert!(matches!(world.verify(text.as_bytes()).expect("it is a credential").intact, Intact::Unknown(_)));
}

fn with_kid(jwk: &Value, kid: &str) -> Value {
    let mut jwk = jwk.clone();
    jwk["kid"] = kid.into();
    jwk
}

#[test]
fn claims_must_say_what_the_credential_says() {
    let world = World::new();
    let with = |name: &str, value: Value| {
        let mut payload = badge().to_json();
        payload[name] = value;
        let text = signed_jws(&json!({ "alg": "EdDSA", "kid": METHOD }), &payload, 1);
        world.verify(text.as_bytes()).expect("it is a credential")
    };
    assert!(with("iss", SITE.into()).is_sound());
    assert!(with("nbf", json!(at("2026-11-01T00:00:00Z").as_second())).is_sound());
    for (name, value) in [
        ("iss", json!("did:web:other.example")),
        ("jti", json!("urn:uuid:1")),
        ("sub", json!("did:web:other.example")),
        ("nbf", json!(0)),
        ("exp", json!(4_000_000_000_u64)),
        ("exp", json!("never")),
    ] {
        assert!(matches!(why(&with(name, value)), NotIntact::Refused(Refused::Differs(differs)) if *differs == name));
    }
    assert!(matches!(why(&with("vc", json!({}))), NotIntact::Refused(Refused::Type(_))));
    let text = signed_jws(&json!({ "alg": "EdDSA", "kid": METHOD, "typ": "vp+jwt" }), &badge().to_json(), 1);
    let verdict = world.verify(text.as_bytes()).expect("it is read");
    assert_eq!(why(&verdict), &NotIntact::Refused(Refused::Type("vp+jwt".into())));
    // Expired is said as such.
    let mut late = badge();
    late.valid_until = Some(at("2026-11-02T00:00:00Z"));
    let text = jwt::issue(&late.to_json(), Signer { secret: &secret(1), method: METHOD });
    let verdict = world.verify(text.as_bytes()).expect("it is a credential");
    assert_eq!(verdict.dates, Dates::Expired(at("2026-11-02T00:00:00Z")));
    assert!(!verdict.is_sound());
}

#[test]
fn a_changed_letter_of_a_jws_is_noticed() {
    let world = World::new();
    let good = jws();
    for place in (0..good.len()).step_by(37) {
        let mut bytes = good.clone().into_bytes();
        bytes[place] = if bytes[place] == b'A' { b'B' } else { b'A' };
        assert!(!world.verify(&bytes).is_ok_and(|verdict| verdict.is_sound()), "{place}");
    }
}

#[test]
fn hostile_files_are_refused_before_any_work() {
    let world = World::new();
    let deep = format!("{{\"a\":{}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(world.verify(deep.as_bytes()), Err(NoCredential::Malformed(Malformed::TooDeep)));
    let large = format!("{{\"a\":\"{}\"}}", "x".repeat(300_000));
    assert_eq!(world.verify(large.as_bytes()), Err(NoCredential::Malformed(Malformed::TooLarge)));
    let twice = good().to_string().replacen('{', "{\"name\":\"Another\",", 1);
    assert_eq!(world.verify(twice.as_bytes()), Err(NoCredential::Malformed(Malformed::Twice("name".into()))));
    for text in
        ["", " ", "a.b.c", "hello", "{}", "[]", "null", "\u{0}", "<svg", "....", "{\"type\":\"VerifiableCredential\"}"]
    {
        assert!(world.verify(text.as_bytes()).is_err(), "{text}");
    }
}

#[test]
fn nothing_asks_for_more_than_a_few_addresses() {
    let mut document = badge().to_json();
    document["credentialStatus"] = (0..50)
        .map(|n| {
            credentials::status::entry(&format!("https://a.example/{n}"), credentials::status::Purpose::Revocation, n)
        })
        .collect();
    let document = signed(document, Suite::Jcs);
    let (world, asked) = (World::new(), std::cell::Cell::new(0));
    let verdict = credentials::verdict::verify(document.to_string().as_bytes(), at(NOW), &|url| {
        asked.set(asked.get() + 1);
        world.0.get(url.as_str()).cloned().ok_or_else(|| credentials::did::Unreachable::Not("nothing".into()))
    });
    assert!(matches!(verdict.expect("it is a credential").status, Status::Unknown(_)));
    assert!(asked.get() <= credentials::verdict::MOST_FETCHES);
}
