//! A small world to issue and verify in: a site with keys, and what lies at its addresses.

#![allow(dead_code, reason = "each file of tests uses some of it")]

use credentials::{
    badge::{Achievement, Alignment, Credential, Evidence, Identity, IdentityKind, Image, Issuer, Kind, Subject},
    did::{self, Published, Unreachable},
    keys::{Secret, Signer},
    proof::{self, Suite},
    status::{self, Head, List, Purpose},
    verdict::{self, NoCredential, Verdict},
};
use jiff::Timestamp;
use serde_json::Value;
use std::collections::HashMap;
use url::Url;

pub const SITE: &str = "did:web:learn.example";
pub const METHOD: &str = "did:web:learn.example#key-1";
pub const STATUS: &str = "https://learn.example/status/1";
pub const NOW: &str = "2026-11-28T12:00:00Z";

pub fn at(moment: &str) -> Timestamp {
    moment.parse().expect("it is a moment")
}

pub fn secret(seed: u8) -> Secret {
    Secret::new([seed; 32])
}

pub fn badge() -> Credential {
    let text = |text: &str| Some(text.to_owned());
    Credential {
        id: "https://learn.example/credentials/7".into(),
        name: "Reading graphs".into(),
        issuer: Issuer {
            did: SITE.into(),
            name: "Learn, a small house".into(),
            url: text("https://learn.example/"),
            email: text("hello@learn.example"),
            image: text("https://learn.example/logo.png"),
        },
        subject: Subject {
            id: text("https://learn.example/people/ines"),
            identities: vec![
                Identity { kind: IdentityKind::Email, value: "ines@school.example".into(), salt: text("8f0c2a") },
                Identity { kind: IdentityKind::Name, value: "Inés Ŵyn".into(), salt: None },
            ],
            from: Some("2026-09-01".parse().expect("it is a day")),
            until: Some("2026-10-30".parse().expect("it is a day")),
            minutes: Some(2190),
            narrative: text("Six posts, eleven answers.\nTwo live sessions."),
            role: text("participant"),
        },
        achievement: Achievement {
            id: "https://learn.example/achievements/graphs".into(),
            kind: Kind::Badge,
            name: "Reading graphs".into(),
            description: "Reads graphs of \"others\" \\ and says what they leave out.".into(),
            criteria: "Three posts that were *answered*.".into(),
            criteria_url: text("https://learn.example/achievements/graphs#criteria"),
            image: Some(Image { url: "https://learn.example/graphs.png".into(), caption: text("A graph with a gap") }),
            alignment: vec![
                Alignment {
                    name: "Data literacy".into(),
                    url: "https://framework.example/d1".into(),
                    framework: text("Framework"),
                    code: text("D1"),
                },
                Alignment {
                    name: "Statistics".into(),
                    url: "https://framework.example/s".into(),
                    framework: None,
                    code: None,
                },
            ],
            tags: vec!["graphs".into(), "größer".into()],
            language: text("en"),
        },
        awarded: Some(at("2026-10-30T09:00:00Z")),
        valid_from: at("2026-11-01T00:00:00Z"),
        valid_until: Some(at("2031-11-01T00:00:00Z")),
        evidence: vec![
            Evidence {
                url: text("https://learn.example/posts/1"),
                name: text("What the axis hides"),
                narrative: text("A post\u{2028}with a break"),
                genre: None,
            },
            Evidence { narrative: text("Answers to others"), ..Evidence::default() },
        ],
        status: vec![status::entry(STATUS, Purpose::Revocation, 23)],
    }
}

pub fn signed(document: Value, suite: Suite) -> Value {
    signed_by(document, suite, 1, METHOD)
}

pub fn signed_by(document: Value, suite: Suite, seed: u8, method: &str) -> Value {
    let secret = secret(seed);
    proof::sign(document, suite, Signer { secret: &secret, method }, at("2026-11-01T08:00:00Z")).expect("it is signed")
}

/// What lies at the addresses of the world.
#[derive(Clone)]
pub struct World(pub HashMap<String, Vec<u8>>);

impl World {
    /// A site with its first key in use, and a list in which nothing is revoked.
    pub fn new() -> Self {
        let mut world = Self(HashMap::new());
        world.keys(&[(1, None)]);
        world.revoked(&[]);
        world
    }

    /// Publishes keys: `key-1` from the seed 1, and so on, with the moment they leaked.
    pub fn keys(&mut self, keys: &[(u8, Option<&str>)]) {
        let published = |(seed, leaked): &(u8, Option<&str>)| Published {
            name: format!("key-{seed}"),
            key: secret(*seed).public(),
            revoked: leaked.map(at),
        };
        let document = did::document(SITE, &keys.iter().map(published).collect::<Vec<_>>());
        self.put("https://learn.example/.well-known/did.json", &document);
    }

    /// Publishes the status list with these places set.
    pub fn revoked(&mut self, places: &[usize]) {
        let mut list = List::new(0);
        for place in places {
            list.set(*place);
        }
        let (from, until) = (at("2026-11-28T00:00:00Z"), at("2026-11-29T00:00:00Z"));
        let head = Head { url: STATUS, issuer: SITE, purpose: Purpose::Revocation, from, until };
        self.put(STATUS, &signed(status::credential(head, &list), Suite::Rdfc));
    }

    pub fn put(&mut self, url: &str, value: &Value) {
        self.0.insert(url.to_owned(), value.to_string().into_bytes());
    }

    pub fn verify(&self, held_out: &[u8]) -> Result<Verdict, NoCredential> {
        verdict::verify(held_out, at(NOW), &|url: &Url| {
            self.0.get(url.as_str()).cloned().ok_or_else(|| Unreachable::Not("there is nothing".into()))
        })
    }

    pub fn json(&self, document: &Value) -> Verdict {
        self.verify(document.to_string().as_bytes()).expect("it is a credential")
    }
}
