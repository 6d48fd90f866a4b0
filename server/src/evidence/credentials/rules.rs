//! What a credential says of an award, and which place it takes in a status list. Pure.

use credentials::{
    badge::{Achievement, Credential, Evidence, Identity, IdentityKind, Image, Issuer, Kind, Subject},
    did,
    status::{self, Purpose},
};
use jiff::Timestamp as Moment;
use url::Url;

use super::Awaiting;
use crate::ids::Timestamp;

/// A status list in which so many places are taken, two thirds, is followed by another one: chance finds a free one soon.
const FULL: i64 = 87_381;

/// The DID of the community at an address, if one can be made of it.
pub fn did_of(base_url: &str) -> Option<String> {
    did::did_for(&Url::parse(base_url).ok()?).ok()
}

/// The name of a key.
pub fn key_name(number: i64) -> String {
    format!("key-{number}")
}

/// Where a credential is looked at, for ever.
pub fn path(code: &str) -> String {
    format!("/credentials/{code}/")
}

/// Where a status list lies.
pub fn list_path(list: i64) -> String {
    format!("/credentials/status/{list}")
}

/// In which list the next credential stands, after the last one and how many stand in it.
pub fn next_list(last: Option<(i64, i64)>) -> i64 {
    match last {
        None => 1,
        Some((list, taken)) if taken < FULL => list,
        Some((list, _)) => list + 1,
    }
}

/// A moment as credentials have it.
pub fn moment(at: Timestamp) -> Moment {
    Moment::from_millisecond(at.0).unwrap_or(Moment::UNIX_EPOCH)
}

/// Who issues, and where.
#[derive(Clone, Debug)]
pub struct Issuing<'a> {
    /// The DID.
    pub did: &'a str,
    /// The name of the community.
    pub name: &'a str,
    /// The address of the site, without a slash at its end.
    pub base_url: &'a str,
}

/// What a credential is given besides what it is about.
#[derive(Clone, Debug)]
pub struct Marks {
    /// Its address.
    pub code: String,
    /// What the holder's address is hashed with.
    pub salt: String,
    /// Its list, and its place in that.
    pub list: i64,
    /// The place.
    pub place: usize,
}

/// An award as a credential. It names its holder, as they are called then; their e-mail address is in it as a salted hash,
/// which only tells whoever knows the address already.
pub fn credential(award: &Awaiting, from: &Issuing<'_>, marks: &Marks, now: Timestamp) -> Credential {
    let at = |path: &str| format!("{}{path}", from.base_url);
    let mut identities = vec![];
    if let Some(email) = &award.email {
        identities.push(Identity { kind: IdentityKind::Email, value: email.clone(), salt: Some(marks.salt.clone()) });
    }
    identities.push(Identity { kind: IdentityKind::Name, value: award.holder.clone(), salt: None });
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let evidence = Evidence { url: text(&award.evidence_url), narrative: text(&award.evidence), ..Evidence::default() };
    let has_evidence = evidence.url.is_some() || evidence.narrative.is_some();
    Credential {
        id: at(&path(&marks.code)),
        name: award.name.clone(),
        issuer: Issuer {
            did: from.did.to_owned(),
            name: from.name.to_owned(),
            url: Some(at("/")),
            email: None,
            image: None,
        },
        subject: Subject { identities, ..Subject::default() },
        achievement: Achievement {
            id: at(&award.badge_url()),
            kind: match award.certifies.as_str() {
                "certificate" => Kind::Certificate,
                "statement" => Kind::Statement,
                _ => Kind::Badge,
            },
            name: award.name.clone(),
            description: award.description.clone(),
            criteria: award.criteria.clone(),
            criteria_url: Some(at(&award.badge_url())),
            image: Some(Image { url: at(&award.picture_url()), caption: None }),
            alignment: vec![],
            tags: vec![],
            language: Some(award.lang.clone()),
        },
        awarded: Some(moment(award.awarded_at)),
        valid_from: moment(now),
        valid_until: None,
        evidence: if has_evidence { vec![evidence] } else { vec![] },
        status: vec![status::entry(&at(&list_path(marks.list)), Purpose::Revocation, marks.place)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_did_follows_from_the_address_of_the_site() {
        for (base, said) in [
            ("http://localhost:8080", "did:web:localhost%3A8080"),
            ("https://ex.org", "did:web:ex.org"),
            ("https://ex.org/lyceum", "did:web:ex.org:lyceum"),
            ("https://bücher.example", "did:web:xn--bcher-kva.example"),
        ] {
            assert_eq!(did_of(base).as_deref(), Some(said));
        }
        assert_eq!(did_of("http://[::1]:8080"), None);
    }

    #[test]
    fn a_list_that_is_two_thirds_full_is_followed_by_another() {
        assert_eq!(next_list(None), 1);
        assert_eq!(next_list(Some((1, FULL - 1))), 1);
        assert_eq!(next_list(Some((1, FULL))), 2);
        assert_eq!(next_list(Some((7, 0))), 7);
    }
}
