//! Badges, certificates and statements of participation as Open Badges 3.0 (section references are to its specification).

use crate::canon;
use aws_lc_rs::digest::{SHA256, digest};
use jiff::{Timestamp, civil::Date};
use serde_json::{Map, Value, json};
use std::fmt::Write;

/// A credential that says that somebody achieved something: `OpenBadgeCredential` (B.1.2).
#[derive(Debug, Clone)]
pub struct Credential {
    /// Its address, for ever.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Who issues it.
    pub issuer: Issuer,
    /// Who achieved it.
    pub subject: Subject,
    /// What was achieved.
    pub achievement: Achievement,
    /// When it was achieved, which may be long before it was issued.
    pub awarded: Option<Timestamp>,
    /// When it was issued: from when on it counts.
    pub valid_from: Timestamp,
    /// Until when it counts.
    pub valid_until: Option<Timestamp>,
    /// What shows that it was achieved.
    pub evidence: Vec<Evidence>,
    /// Where its status stands: [`crate::status::entry`].
    pub status: Vec<Value>,
}

/// Who issues credentials: `Profile` (B.1.13).
#[derive(Debug, Clone)]
pub struct Issuer {
    /// Its DID.
    pub did: String,
    /// Its name.
    pub name: String,
    /// Its site.
    pub url: Option<String>,
    /// An address for questions.
    pub email: Option<String>,
    /// The address of its picture.
    pub image: Option<String>,
}

/// Who a credential is about, and in what they took part: `AchievementSubject` (B.1.3).
#[derive(Debug, Clone, Default)]
pub struct Subject {
    /// A stable address for the person, if they have one.
    pub id: Option<String>,
    /// Other ways to tell whom it is about.
    pub identities: Vec<Identity>,
    /// The first day of what they took part in.
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
    /// How many minutes it took, written as hours.
    pub minutes: Option<u32>,
    /// What they did, in words.
    pub narrative: Option<String>,
    /// In which role.
    pub role: Option<String>,
}

/// One way to tell whom a credential is about: `IdentityObject` (B.1.9).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Which.
    pub kind: IdentityKind,
    /// The address or name itself.
    pub value: String,
    /// Chance that is hashed with it, so that only who knows the value can tell; without it the value is there to read.
    pub salt: Option<String>,
}

/// What an identity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdentityKind {
    /// An e-mail address.
    Email,
    /// A name.
    Name,
}

impl IdentityKind {
    fn name(self) -> &'static str {
        match self {
            Self::Email => "emailAddress",
            Self::Name => "name",
        }
    }
}

/// What can be achieved: `Achievement` (B.1.1).
#[derive(Debug, Clone)]
pub struct Achievement {
    /// Its address.
    pub id: String,
    /// What it is.
    pub kind: Kind,
    /// What it is called.
    pub name: String,
    /// What it is about.
    pub description: String,
    /// What it takes, in words; Markdown.
    pub criteria: String,
    /// Where that can be read.
    pub criteria_url: Option<String>,
    /// Its picture.
    pub image: Option<Image>,
    /// What in the frameworks of others it is near to.
    pub alignment: Vec<Alignment>,
    /// What it can be found by.
    pub tags: Vec<String>,
    /// The language that it is written in, as BCP 47.
    pub language: Option<String>,
}

/// What an achievement is: `AchievementType` (B.1.4).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A badge.
    Badge,
    /// A certificate that a course was completed.
    Certificate,
    /// A statement of what somebody took part in, and no certificate.
    Statement,
}

impl Kind {
    /// As `achievementType` says it; what the list does not have begins with `ext:`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Badge => "Badge",
            Self::Certificate => "CertificateOfCompletion",
            Self::Statement => "ext:StatementOfParticipation",
        }
    }
}

/// A picture: `Image` (B.1.10).
#[derive(Debug, Clone)]
pub struct Image {
    /// Its address.
    pub url: String,
    /// What it shows.
    pub caption: Option<String>,
}

/// Something in a framework: `Alignment` (B.1.5).
#[derive(Debug, Clone)]
pub struct Alignment {
    /// What it is called.
    pub name: String,
    /// Its address.
    pub url: String,
    /// Which framework.
    pub framework: Option<String>,
    /// What it is called there for short.
    pub code: Option<String>,
}

/// What shows that something was achieved: `Evidence` (B.1.8).
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// Its address, if it lies somewhere.
    pub url: Option<String>,
    /// What it is called.
    pub name: Option<String>,
    /// What it is, in words; Markdown.
    pub narrative: Option<String>,
    /// What sort of thing it is.
    pub genre: Option<String>,
}

impl Credential {
    /// As JSON, to be signed.
    ///
    /// Control characters are left out of texts: verifiers differ in how they write them.
    pub fn to_json(&self) -> Value {
        let mut json = object([
            ("@context", Some(json!([canon::CREDENTIALS, canon::BADGES]))),
            ("id", address(Some(&self.id))),
            ("type", Some(json!(["VerifiableCredential", "OpenBadgeCredential"]))),
            ("name", text(Some(&self.name))),
            ("issuer", Some(self.issuer.to_json())),
            ("validFrom", Some(crate::moment(self.valid_from).into())),
            ("validUntil", self.valid_until.map(|until| crate::moment(until).into())),
            ("awardedDate", self.awarded.map(|awarded| crate::moment(awarded).into())),
            ("credentialSubject", Some(self.subject.to_json(&self.achievement))),
            ("evidence", list(&self.evidence, Evidence::to_json)),
        ]);
        match self.status.as_slice() {
            [] => {}
            [one] => json["credentialStatus"] = one.clone(),
            several => json["credentialStatus"] = several.to_vec().into(),
        }
        json
    }
}

impl Issuer {
    fn to_json(&self) -> Value {
        object([
            ("id", address(Some(&self.did))),
            ("type", Some(json!(["Profile"]))),
            ("name", text(Some(&self.name))),
            ("url", address(self.url.as_deref())),
            ("email", text(self.email.as_deref())),
            ("image", self.image.as_deref().map(|url| json!({ "id": url, "type": "Image" }))),
        ])
    }
}

impl Subject {
    fn to_json(&self, achievement: &Achievement) -> Value {
        object([
            ("id", address(self.id.as_deref())),
            ("type", Some(json!(["AchievementSubject"]))),
            ("identifier", list(&self.identities, Identity::to_json)),
            ("achievement", Some(achievement.to_json())),
            ("activityStartDate", self.from.map(|day| day.to_string().into())),
            ("activityEndDate", self.until.map(|day| day.to_string().into())),
            ("creditsEarned", self.minutes.map(hours)),
            ("narrative", text(self.narrative.as_deref())),
            ("role", text(self.role.as_deref())),
        ])
    }
}

/// Minutes as hours with at most two digits behind the point: a plain decimal, which all verifiers write the same way.
fn hours(minutes: u32) -> Value {
    let hundredths = (u64::from(minutes) * 100 + 30) / 60;
    let plain = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    let plain = plain.trim_end_matches('0').trim_end_matches('.');
    serde_json::from_str(plain).expect("a plain decimal is JSON")
}

impl Identity {
    fn to_json(&self) -> Value {
        let hashed = self.salt.as_deref().map(|salt| hash(&self.value, salt));
        object([
            ("type", Some(json!("IdentityObject"))),
            ("hashed", Some(hashed.is_some().into())),
            ("identityHash", Some(hashed.map_or_else(|| clean(&self.value).into(), Value::from))),
            ("identityType", Some(self.kind.name().into())),
            ("salt", text(self.salt.as_deref())),
        ])
    }
}

/// `sha256$` and the hash of the value followed by the salt (B.2.9, `IdentityHash`).
fn hash(value: &str, salt: &str) -> String {
    let hash = digest(&SHA256, [value.as_bytes(), salt.as_bytes()].concat().as_slice());
    hash.as_ref().iter().fold("sha256$".to_owned(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a text takes letters");
        text
    })
}

/// Whether a credential names this person: by a hash of the value, or by the value itself. E-mail addresses are compared
/// in the letters they are given in and in small ones, as some issuers hash them.
pub fn is_about(credential: &Value, kind: IdentityKind, value: &str) -> bool {
    let small = value.to_lowercase();
    let forms = if kind == IdentityKind::Email { vec![value, &small] } else { vec![value] };
    let subjects = crate::json::each(credential, "credentialSubject");
    let mut identities = subjects.into_iter().flat_map(|subject| crate::json::each(subject, "identifier"));
    identities.any(|identity| {
        let text = |name| crate::json::text(identity, name).unwrap_or_default();
        let (said, salt) = (text("identityHash"), text("salt"));
        text("identityType") == kind.name()
            && match identity.get("hashed").and_then(Value::as_bool) {
                Some(true) => forms.iter().any(|form| said.eq_ignore_ascii_case(&hash(form, salt))),
                _ => forms.contains(&said),
            }
    })
}

impl Achievement {
    fn to_json(&self) -> Value {
        object([
            ("id", address(Some(&self.id))),
            ("type", Some(json!(["Achievement"]))),
            ("achievementType", Some(self.kind.name().into())),
            ("name", text(Some(&self.name))),
            ("description", text(Some(&self.description))),
            (
                "criteria",
                Some(object([
                    ("id", address(self.criteria_url.as_deref())),
                    ("narrative", text(Some(&self.criteria))),
                ])),
            ),
            ("image", self.image.as_ref().map(Image::to_json)),
            ("alignment", list(&self.alignment, Alignment::to_json)),
            ("tag", list(&self.tags, |tag| clean(tag).into())),
            ("inLanguage", text(self.language.as_deref())),
        ])
    }
}

impl Image {
    fn to_json(&self) -> Value {
        object([
            ("id", address(Some(&self.url))),
            ("type", Some(json!("Image"))),
            ("caption", text(self.caption.as_deref())),
        ])
    }
}

impl Alignment {
    fn to_json(&self) -> Value {
        object([
            ("type", Some(json!(["Alignment"]))),
            ("targetName", text(Some(&self.name))),
            ("targetUrl", address(Some(&self.url))),
            ("targetFramework", text(self.framework.as_deref())),
            ("targetCode", text(self.code.as_deref())),
        ])
    }
}

impl Evidence {
    fn to_json(&self) -> Value {
        object([
            ("id", address(self.url.as_deref())),
            ("type", Some(json!(["Evidence"]))),
            ("name", text(self.name.as_deref())),
            ("narrative", text(self.narrative.as_deref())),
            ("genre", text(self.genre.as_deref())),
        ])
    }
}

/// An object of what there is.
fn object<const N: usize>(members: [(&str, Option<Value>); N]) -> Value {
    let there = members.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    Value::Object(there.collect::<Map<_, _>>())
}

fn list<T>(values: &[T], to_json: impl Fn(&T) -> Value) -> Option<Value> {
    (!values.is_empty()).then(|| values.iter().map(to_json).collect())
}

fn text(text: Option<&str>) -> Option<Value> {
    text.map(|text| clean(text).into())
}

/// An address stands as it is: a bad one is refused when it is signed, not mended here.
fn address(address: Option<&str>) -> Option<Value> {
    address.map(Value::from)
}

fn clean(text: &str) -> String {
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_plain_hours() {
        for (minutes, said) in
            [(0, "0"), (30, "0.5"), (60, "1"), (2190, "36.5"), (50, "0.83"), (u32::MAX, "71582788.25")]
        {
            assert_eq!(hours(minutes).to_string(), said);
        }
    }

    #[test]
    fn whoever_knows_the_address_can_tell_and_nobody_else() {
        let identity = |value: &str, salt: Option<&str>| Identity {
            kind: IdentityKind::Email,
            value: value.into(),
            salt: salt.map(Into::into),
        };
        let about = |identity: &Identity, value: &str| {
            let credential = json!({ "credentialSubject": { "identifier": [identity.to_json()] } });
            is_about(&credential, IdentityKind::Email, value)
        };
        let hashed = identity("Ines@school.example", Some("a1b2"));
        assert!(!hashed.to_json().to_string().contains("school.example"));
        assert!(about(&hashed, "Ines@school.example"));
        assert!(!about(&hashed, "ines2@school.example"));
        assert!(about(&identity("ines@school.example", Some("x")), "Ines@School.example"));
        assert!(about(&identity("ines@school.example", None), "ines@school.example"));
        let credential = json!({ "credentialSubject": { "identifier": [hashed.to_json()] } });
        assert!(!is_about(&credential, IdentityKind::Name, "Ines@school.example"));
        // The vector of the specification's own scheme: SHA-256 of `a@example.comsalt`, reckoned elsewhere.
        assert_eq!(hash("abc", ""), "sha256$ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    #[test]
    fn control_characters_are_not_signed() {
        assert_eq!(clean("a\u{1}b\u{7f}\u{85}c\r\nd\te"), "abc\nd\te");
    }
}
