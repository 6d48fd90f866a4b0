//! Whether a credential still counts: Bitstring Status List 1.0.
//!
//! A list is built and signed anew whenever something in it changes, which takes less than a millisecond: nothing packed
//! is kept that could go stale.

use crate::{canon, json};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use std::io::{Read, Write};

/// How many places a list has at the least, so that a place tells little (6.1).
pub const SMALLEST: usize = 131_072;

/// The largest list that is unpacked, in bytes.
pub const LARGEST_BYTES: usize = 4 * 1024 * 1024;

/// How long a verifier may keep a list, as the list says it.
pub const TIME_TO_LIVE: SignedDuration = SignedDuration::from_mins(5);

/// What it means that a bit is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Purpose {
    /// The credential no longer counts, for good.
    Revocation,
    /// The credential does not count for now.
    Suspension,
}

impl Purpose {
    /// As `statusPurpose` says it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Revocation => "revocation",
            Self::Suspension => "suspension",
        }
    }

    fn named(name: &str) -> Option<Self> {
        [Self::Revocation, Self::Suspension].into_iter().find(|purpose| purpose.name() == name)
    }
}

/// Bits by number; the first is the leftmost of the first byte.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List(Vec<u8>);

impl List {
    /// A list in which no bit is set: of so many places, or [`SMALLEST`].
    pub fn new(places: usize) -> Self {
        Self(vec![0; places.max(SMALLEST).div_ceil(8)])
    }

    /// How many places it has.
    pub fn places(&self) -> usize {
        self.0.len() * 8
    }

    /// Sets a bit. A place that is not there is a broken invariant.
    pub fn set(&mut self, place: usize) {
        self.0[place / 8] |= 0x80 >> (place % 8);
    }

    /// Whether a bit is set; nothing where the list has no such place.
    pub fn is_set(&self, place: usize) -> Option<bool> {
        self.0.get(place / 8).map(|byte| byte & (0x80 >> (place % 8)) != 0)
    }

    /// As `encodedList`: GZIP, then base64url without padding after `u`.
    pub fn encode(&self) -> String {
        let mut packed = GzEncoder::new(Vec::new(), Compression::best());
        packed.write_all(&self.0).expect("a list is packed in memory");
        format!("u{}", URL_SAFE_NO_PAD.encode(packed.finish().expect("a list is packed in memory")))
    }

    /// Reads `encodedList`, up to [`LARGEST_BYTES`].
    pub fn decode(text: &str) -> Result<Self, Unknown> {
        let text = text.strip_prefix('u').ok_or(Unknown::Encoding)?;
        let packed = URL_SAFE_NO_PAD.decode(text).map_err(|_| Unknown::Encoding)?;
        let mut bytes = Vec::new();
        let most = u64::try_from(LARGEST_BYTES).expect("it fits") + 1;
        GzDecoder::new(packed.as_slice()).take(most).read_to_end(&mut bytes).map_err(|_| Unknown::Encoding)?;
        match bytes.len() {
            length if length > LARGEST_BYTES => Err(Unknown::TooLarge),
            length if length < SMALLEST / 8 => Err(Unknown::TooShort),
            _ => Ok(Self(bytes)),
        }
    }
}

/// What a list that is published says of itself.
#[derive(Debug, Clone, Copy)]
pub struct Head<'a> {
    /// Its address.
    pub url: &'a str,
    /// The DID of who publishes it.
    pub issuer: &'a str,
    /// What its bits mean.
    pub purpose: Purpose,
    /// Since when it is true.
    pub from: Timestamp,
    /// Until when it may be believed.
    pub until: Timestamp,
}

/// A list as a credential, to be signed.
pub fn credential(head: Head<'_>, list: &List) -> Value {
    json!({
        "@context": [canon::CREDENTIALS],
        "id": head.url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": head.issuer,
        "validFrom": crate::moment(head.from),
        "validUntil": crate::moment(head.until),
        "credentialSubject": {
            "id": format!("{}#list", head.url),
            "type": "BitstringStatusList",
            "statusPurpose": head.purpose.name(),
            "ttl": TIME_TO_LIVE.as_millis(),
            "encodedList": list.encode(),
        },
    })
}

/// What a credential says of its place in a list: `credentialStatus`.
pub fn entry(list: &str, purpose: Purpose, place: usize) -> Value {
    json!({
        "id": format!("{list}#{place}"),
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose.name(),
        "statusListIndex": place.to_string(),
        "statusListCredential": list,
    })
}

/// Where the status of a credential stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The address of the list.
    pub list: String,
    /// What a bit means.
    pub purpose: Purpose,
    /// Which bit.
    pub place: usize,
}

/// Why a status is not known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unknown {
    /// The status is said in a way that is not read here.
    #[error("a status of the kind {0:?} is not known here")]
    Kind(String),
    /// The credential does not say which bit of which list it is.
    #[error("the credential does not say where its status stands")]
    Entry,
    /// The bits mean something else than whether the credential counts.
    #[error("the purpose {0:?} says nothing about whether it counts")]
    OtherPurpose(String),
    /// A status takes several bits, which is not read here.
    #[error("a status of several bits is not read here")]
    Size,
    /// The list could not be fetched.
    #[error("the list could not be fetched")]
    Unreachable,
    /// What was fetched is no status list.
    #[error("what lies at its address is no status list")]
    NotAList,
    /// The signature of the list does not hold, or not as that of its issuer.
    #[error("the status list is not shown to be its issuer's")]
    NotShown,
    /// The list is not yet, or no longer, to be believed.
    #[error("the status list is out of date")]
    OutOfDate,
    /// The list is for another purpose than the credential says.
    #[error("the status list is for another purpose")]
    PurposeDiffers,
    /// `encodedList` is not `u`, base64url and GZIP.
    #[error("the status list cannot be unpacked")]
    Encoding,
    /// It has fewer than [`SMALLEST`] places.
    #[error("the status list is too short")]
    TooShort,
    /// It is larger than [`LARGEST_BYTES`].
    #[error("the status list is too large")]
    TooLarge,
    /// It has no such place.
    #[error("the status list has no such place")]
    OutOfRange,
}

/// Reads one `credentialStatus`.
pub fn read_entry(status: &Value) -> Result<Entry, Unknown> {
    if !json::is(status, "BitstringStatusListEntry") {
        return Err(Unknown::Kind(json::text(status, "type").unwrap_or_default().to_owned()));
    }
    let list = json::text(status, "statusListCredential").ok_or(Unknown::Entry)?;
    let purpose = json::text(status, "statusPurpose").ok_or(Unknown::Entry)?;
    let purpose = Purpose::named(purpose).ok_or_else(|| Unknown::OtherPurpose(purpose.to_owned()))?;
    // A decimal number as text; as a number it has been seen, too.
    let place = match json::only(status, "statusListIndex") {
        Some(Value::String(place)) if place.bytes().all(|byte| byte.is_ascii_digit()) => place.parse().ok(),
        Some(Value::Number(place)) => place.as_u64().and_then(|place| place.try_into().ok()),
        _ => None,
    };
    if status.get("statusSize").is_some_and(|size| size.as_u64() != Some(1)) {
        return Err(Unknown::Size);
    }
    Ok(Entry { list: list.to_owned(), purpose, place: place.ok_or(Unknown::Entry)? })
}

/// Whether the bit of an entry is set in a list whose signature was looked at (3.2, "Validate Algorithm").
pub fn read(entry: &Entry, list: &Value, now: Timestamp) -> Result<bool, Unknown> {
    let subject = json::only(list, "credentialSubject").ok_or(Unknown::NotAList)?;
    if !json::is(list, "BitstringStatusListCredential") || !json::is(subject, "BitstringStatusList") {
        return Err(Unknown::NotAList);
    }
    if list.get("id").is_some() && json::text(list, "id") != Some(&entry.list) {
        return Err(Unknown::NotAList);
    }
    match crate::verdict::dates(list, now) {
        crate::verdict::Dates::InForce { .. } => {}
        _ => return Err(Unknown::OutOfDate),
    }
    if !json::each(subject, "statusPurpose").iter().any(|one| one.as_str() == Some(entry.purpose.name())) {
        return Err(Unknown::PurposeDiffers);
    }
    let encoded = json::text(subject, "encodedList").ok_or(Unknown::NotAList)?;
    List::decode(encoded)?.is_set(entry.place).ok_or(Unknown::OutOfRange)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const URL: &str = "https://ex.org/status/1";

    fn at(moment: &str) -> Timestamp {
        moment.parse().expect("it is a moment")
    }

    fn published(list: &List) -> Value {
        let (from, until) = (at("2026-11-28T00:00:00Z"), at("2026-11-29T00:00:00Z"));
        credential(Head { url: URL, issuer: "did:web:ex.org", purpose: Purpose::Revocation, from, until }, list)
    }

    fn read_at(list: &Value, place: usize) -> Result<bool, Unknown> {
        let entry = read_entry(&entry(URL, Purpose::Revocation, place)).expect("it is an entry");
        read(&entry, list, at("2026-11-28T12:00:00Z"))
    }

    proptest! {
        #[test]
        fn what_was_set_is_set_and_nothing_else(set in proptest::collection::btree_set(0..SMALLEST, 0..20)) {
            let mut list = List::new(0);
            for place in &set {
                list.set(*place);
            }
            let again = List::decode(&list.encode()).expect("our own list is read");
            for place in set.iter().flat_map(|place| [place.saturating_sub(1), *place, place + 1]) {
                prop_assert_eq!(again.is_set(place), (place < SMALLEST).then(|| set.contains(&place)));
            }
            prop_assert_eq!(again, list);
        }
    }

    #[test]
    fn the_first_place_is_the_leftmost_bit() {
        let mut list = List::new(1);
        list.set(0);
        list.set(11);
        assert_eq!((list.places(), list.0[0], list.0[1]), (131_072, 0b1000_0000, 0b0001_0000));
    }

    #[test]
    fn a_bit_is_read_from_a_list() {
        let mut list = List::new(0);
        list.set(7);
        let list = published(&list);
        assert_eq!((read_at(&list, 7), read_at(&list, 8)), (Ok(true), Ok(false)));
        assert_eq!(read_at(&list, SMALLEST), Err(Unknown::OutOfRange));
    }

    #[test]
    fn each_error_has_its_reason() {
        let good = published(&List::new(0));
        let with = |path: &str, value: Value| {
            let mut list = good.clone();
            *list.pointer_mut(path).expect("it is there") = value;
            read_at(&list, 7)
        };
        let packed = |bytes: &[u8]| {
            let mut packed = GzEncoder::new(Vec::new(), Compression::best());
            packed.write_all(bytes).expect("in memory");
            json!(format!("u{}", URL_SAFE_NO_PAD.encode(packed.finish().expect("in memory"))))
        };
        assert_eq!(with("/type", json!(["VerifiableCredential"])), Err(Unknown::NotAList));
        assert_eq!(with("/id", json!("https://ex.org/status/2")), Err(Unknown::NotAList));
        assert_eq!(with("/credentialSubject/type", json!("StatusList2021")), Err(Unknown::NotAList));
        assert_eq!(with("/credentialSubject/statusPurpose", json!("suspension")), Err(Unknown::PurposeDiffers));
        assert_eq!(with("/credentialSubject/statusPurpose", json!(["suspension", "revocation"])), Ok(false));
        assert_eq!(with("/validUntil", json!("2026-11-28T11:00:00Z")), Err(Unknown::OutOfDate));
        assert_eq!(with("/validFrom", json!("2026-11-28T13:00:00Z")), Err(Unknown::OutOfDate));
        assert_eq!(with("/validFrom", json!("soon")), Err(Unknown::OutOfDate));
        for bad in [json!("H4sIAAAA"), json!("u!"), json!("uAAAA"), json!(5)] {
            assert!(matches!(with("/credentialSubject/encodedList", bad), Err(Unknown::Encoding | Unknown::NotAList)));
        }
        assert_eq!(with("/credentialSubject/encodedList", packed(&[0; 100])), Err(Unknown::TooShort));
        assert_eq!(with("/credentialSubject/encodedList", packed(&vec![0; 16 << 20])), Err(Unknown::TooLarge));
    }

    #[test]
    fn an_entry_is_read_or_its_fault_is_named() {
        let good = entry(URL, Purpose::Suspension, 23);
        assert_eq!(read_entry(&good), Ok(Entry { list: URL.into(), purpose: Purpose::Suspension, place: 23 }));
        assert_eq!(good["statusListIndex"], "23");
        let with = |name: &str, value: Value| {
            let mut entry = good.clone();
            entry[name] = value;
            read_entry(&entry)
        };
        assert_eq!(with("statusListIndex", json!(23)), read_entry(&good));
        for bad in [json!("-1"), json!("+1"), json!("1e3"), json!(""), json!(" 1"), json!(-1), json!(1.5), json!(null)]
        {
            assert_eq!(with("statusListIndex", bad), Err(Unknown::Entry));
        }
        assert_eq!(with("type", json!("StatusList2021Entry")), Err(Unknown::Kind("StatusList2021Entry".into())));
        assert_eq!(with("statusPurpose", json!("message")), Err(Unknown::OtherPurpose("message".into())));
        assert_eq!(with("statusSize", json!(2)), Err(Unknown::Size));
    }
}
