//! What can honestly be said of a credential that somebody holds out: several answers, never one yes or no.
//!
//! Sizes are looked at first, then the proof, then whose key it was, then dates and status.

use crate::{
    baking::{self, Unbaked},
    canon::Uncanonical,
    did::{self, NoKey, Resolver, Unreachable},
    json::{self, Malformed},
    jwt::{Jws, Refused},
    keys::Key,
    ob2,
    proof::{self, Broken, Suite},
    status::{self, Purpose, Unknown},
};
use jiff::Timestamp;
use serde_json::Value;
use std::{cell::RefCell, collections::HashMap};
use url::Url;

/// How many addresses are asked for one credential, at the most.
pub const MOST_FETCHES: usize = 8;

/// What is known of a credential.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// How it is secured.
    pub form: Form,
    /// Whether it is as it was signed, by whomever.
    pub intact: Intact,
    /// Whether it is shown to be from whom it names.
    pub issuer: Issuer,
    /// Whether its issuer has taken it back.
    pub status: Status,
    /// Whether it counts at the moment asked about.
    pub dates: Dates,
    /// What else has to be said.
    pub notes: Vec<Note>,
    /// What it says; to be believed as far as the rest of the verdict goes.
    pub credential: Value,
}

impl Verdict {
    /// Whether nothing at all speaks against it: intact, shown to be its issuer's, in force, and not taken back.
    pub fn is_sound(&self) -> bool {
        self.intact == Intact::Yes
            && matches!(self.issuer, Issuer::Shown(_))
            && matches!(self.status, Status::None | Status::Good)
            && matches!(self.dates, Dates::InForce { .. })
    }
}

/// How a credential is secured.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// By a proof within it.
    DataIntegrity(Suite),
    /// By a signature around it, of this algorithm.
    Jwt(&'static str),
    /// Open Badges 2.0: it lies at its issuer's.
    Hosted2,
    /// Open Badges 2.0 with a signature.
    Signed2,
    /// In no way that is known here.
    Unknown,
}

/// Whether a credential is as it was signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intact {
    /// Every byte that says something is as it was signed.
    Yes,
    /// It is not.
    No(NotIntact),
    /// That cannot be said here.
    Unknown(NotIntact),
}

/// Why a credential is not intact, or not known to be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotIntact {
    /// Nobody signed it.
    #[error("nobody signed it")]
    NoProof,
    /// Its proof does not hold.
    #[error(transparent)]
    Broken(#[from] Broken),
    /// Its signature does not hold.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// There is no key to look at its signature with.
    #[error(transparent)]
    NoKey(#[from] NoKey),
    /// What lies at its issuer's says something else (Open Badges 2.0).
    #[error("its issuer says something else")]
    Differs,
}

/// Whether a credential is shown to be from whom it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Issuer {
    /// It is: from this address.
    Shown(String),
    /// It is not.
    NotShown {
        /// Whom it names.
        named: Option<String>,
        /// Why that is not shown.
        why: NotShown,
    },
}

/// Why an issuer is not shown.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotShown {
    /// The signature does not hold, so it shows nothing.
    #[error("the signature does not hold")]
    NotIntact,
    /// The key is that of somebody else, named here.
    #[error("it was signed by {0}")]
    SomebodyElse(String),
    /// The credential brings the key itself.
    #[error("it brings the key it was signed with")]
    KeyBrought,
    /// The key lies at an address that is no DID; here is the address.
    #[error("the key lies at {0}, which does not show whose it is")]
    KeyAtAddress(String),
    /// It does not say who issued it.
    #[error("it does not say who issued it")]
    Nobody,
}

/// Whether a credential was taken back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// It says nothing about that: it cannot be taken back.
    None,
    /// It was not.
    Good,
    /// It was, for good; with what its issuer says about it, if anything.
    Revoked(Option<String>),
    /// It does not count for now.
    Suspended,
    /// That could not be learned.
    Unknown(Unknown),
}

/// When a credential counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dates {
    /// Now, and until a moment if it says one.
    InForce {
        /// When it ends.
        until: Option<Timestamp>,
    },
    /// Not before this moment.
    NotYet(Timestamp),
    /// No longer, since this moment.
    Expired(Timestamp),
    /// Its dates cannot be read.
    Unreadable,
}

/// What else has to be said of a credential.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// It has a further proof, of this kind, which does not hold or is not known here.
    OtherProof {
        /// What kind it says it is.
        named: String,
        /// Why it does not count.
        why: NotIntact,
    },
    /// Its status list is published by somebody else.
    StatusBySomebodyElse(String),
    /// It is no badge or credential of a kind that is known here, but verifies as one.
    NoBadge,
    /// It was written for Open Badges 2.0.
    Version2,
    /// It names no subject: whoever holds it may show it.
    Bearer,
}

/// Why nothing can be said of what was held out: it is no credential.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoCredential {
    /// The picture has none.
    #[error(transparent)]
    Unbaked(#[from] Unbaked),
    /// The text is not read.
    #[error(transparent)]
    Malformed(#[from] Malformed),
    /// The signed text is not read.
    #[error(transparent)]
    Jws(Refused),
    /// It is something else.
    #[error("it is no credential")]
    SomethingElse,
    /// It stands at an address, where nothing was found.
    #[error("what it stands for is not there: {0}")]
    Unreachable(#[from] Unreachable),
}

/// Looks at what somebody holds out: a picture, JSON, a JWS or the address of an assertion.
pub fn verify(held_out: &[u8], now: Timestamp, resolve: &Resolver<'_>) -> Result<Verdict, NoCredential> {
    let fetched = RefCell::new(HashMap::new());
    let resolve = |url: &Url| once(&fetched, url, resolve);
    let unbaked;
    let mut text = held_out;
    if baking::is_picture(held_out) {
        unbaked = baking::unbake(held_out)?;
        text = unbaked.as_bytes();
    }
    let mut text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text).trim_ascii();
    let from_address;
    if let Some(address) = address(text) {
        from_address = resolve(&address)?;
        text = from_address.trim_ascii();
    }
    if text.first() == Some(&b'{') {
        let document = json::read(text)?;
        return if ob2::is_assertion(&document) {
            Ok(ob2::hosted(document, now, &resolve))
        } else if is_credential(&document) {
            Ok(embedded(document, now, &resolve))
        } else {
            Err(NoCredential::SomethingElse)
        };
    }
    let text = std::str::from_utf8(text).map_err(|_| NoCredential::SomethingElse)?;
    if text.is_empty() || text.bytes().any(|byte| !byte.is_ascii_graphic()) || text.split('.').count() != 3 {
        return Err(NoCredential::SomethingElse);
    }
    let jws = match Jws::read(text) {
        Ok(jws) => jws,
        Err(Refused::Malformed(malformed)) => return Err(malformed.into()),
        Err(refused) => return Err(NoCredential::Jws(refused)),
    };
    if ob2::is_assertion(&jws.payload) { Ok(ob2::signed(&jws, now, &resolve)) } else { Ok(around(&jws, now, &resolve)) }
}

/// Fetches each address once, and not too many of them.
fn once(
    fetched: &RefCell<HashMap<Url, Result<Vec<u8>, Unreachable>>>,
    url: &Url,
    resolve: &Resolver<'_>,
) -> Result<Vec<u8>, Unreachable> {
    let mut place = url.clone();
    place.set_fragment(None);
    if let Some(known) = fetched.borrow().get(&place) {
        return known.clone();
    }
    if fetched.borrow().len() >= MOST_FETCHES {
        return Err(Unreachable::Not("it asks for too much".to_owned()));
    }
    let answer = resolve(&place);
    fetched.borrow_mut().insert(place, answer.clone());
    answer
}

fn address(text: &[u8]) -> Option<Url> {
    let text = std::str::from_utf8(text).ok().filter(|text| text.len() < 2048 && text.starts_with("http"))?;
    Url::parse(text).ok()
}

/// Whether a document is a verifiable credential of 1.1 or 2.0.
fn is_credential(document: &Value) -> bool {
    json::is(document, "VerifiableCredential") && document.get("@context").is_some()
}

/// A credential with its proof within it.
fn embedded(document: Value, now: Timestamp, resolve: &Resolver<'_>) -> Verdict {
    let all = proof::proofs(&document);
    let mut notes = Vec::new();
    let mut good: Option<(Suite, String)> = None;
    let mut worst = None;
    for one in &all {
        let verified = one.method.as_deref().ok_or(NotIntact::from(NoKey::Missing)).and_then(|method| {
            let suite = one.suite.ok_or_else(|| Broken::UnknownSuite(one.named.clone()))?;
            match did::key(method, now, resolve)? {
                Key::Ed25519(key) => proof::verify(&document, one, key, now)?,
                Key::Rsa(_) => return Err(NoKey::UnknownKind.into()),
            }
            Ok((suite, method.to_owned()))
        });
        match verified {
            // One good proof suffices; that of the issuer counts before one of somebody else.
            Ok(found) => {
                let own = json::id(&document, "issuer") == Some(did::of(&found.1));
                if good.is_none() || own {
                    good = Some(found);
                }
            }
            Err(why) => {
                worst = Some(match worst {
                    // What was found false says more than what could not be looked at.
                    Some(known) if says(&known) >= says(&why) => known,
                    _ => why.clone(),
                });
                notes.push(Note::OtherProof { named: one.named.clone(), why });
            }
        }
    }
    let (form, intact, issuer) = match good {
        Some((suite, method)) => (Form::DataIntegrity(suite), Intact::Yes, issuer(&document, &method)),
        None => {
            if all.len() == 1 {
                notes.clear();
            }
            let form = all.iter().find_map(|one| one.suite).map_or(Form::Unknown, Form::DataIntegrity);
            let why = worst.unwrap_or(NotIntact::NoProof);
            (form, not_intact(why), not_shown(&document, NotShown::NotIntact))
        }
    };
    finished(document, form, intact, issuer, notes, now, resolve)
}

/// A credential with its signature around it.
fn around(jws: &Jws, now: Timestamp, resolve: &Resolver<'_>) -> Verdict {
    let form = Form::Jwt(if jws.algorithm() == "RS256" { "RS256" } else { "EdDSA" });
    let mut notes = Vec::new();
    let credential = match jws.credential() {
        Ok(credential) => credential,
        Err(refused) => {
            let intact = Intact::No(refused.into());
            let issuer = not_shown(&jws.payload, NotShown::NotIntact);
            return finished(jws.payload.clone(), form, intact, issuer, notes, now, resolve);
        }
    };
    let method = jws.method().map(|method| whole_method(method, &credential));
    let (key, shown) = match (&method, jws.brought_key()) {
        (Some(method), _) if method.starts_with("did:") => {
            (did::key(method, now, resolve).map_err(NotIntact::from), issuer(&credential, method))
        }
        // Open Badges 3.0, 8.2.2: the key as it stands in the header, or at the address that `kid` is.
        (_, Some(key)) => (Ok(key), not_shown(&credential, NotShown::KeyBrought)),
        (Some(method), None) => {
            (key_at(method, resolve), not_shown(&credential, NotShown::KeyAtAddress(method.clone())))
        }
        (None, None) => (Err(NoKey::Missing.into()), not_shown(&credential, NotShown::NotIntact)),
    };
    let (intact, issuer) = match key.and_then(|key| jws.verify(&key).map_err(NotIntact::from)) {
        Ok(()) => (Intact::Yes, shown),
        Err(why) => (not_intact(why), not_shown(&credential, NotShown::NotIntact)),
    };
    if !json::is(&credential, "VerifiableCredential") {
        notes.push(Note::NoBadge);
    }
    finished(credential, form, intact, issuer, notes, now, resolve)
}

/// A `kid` may be the fragment alone; then it is a key of the issuer.
fn whole_method(kid: &str, credential: &Value) -> String {
    match (kid.starts_with('#'), json::id(credential, "issuer")) {
        (true, Some(issuer)) => format!("{issuer}{kid}"),
        _ => kid.to_owned(),
    }
}

/// A key that lies at an address by itself, or in a set (RFC 7517, 5).
fn key_at(address: &str, resolve: &Resolver<'_>) -> Result<Key, NotIntact> {
    let no = || NoKey::UnknownMethod(address.to_owned());
    let url = Url::parse(address).ok().filter(|url| url.scheme() == "https").ok_or_else(no)?;
    let found = json::read(&resolve(&url).map_err(NoKey::from)?).map_err(|_| NoKey::NotTheDocument)?;
    let named = |key: &&Value| json::text(key, "kid").is_some_and(|kid| kid == address || Some(kid) == url.fragment());
    let jwk =
        if found.get("keys").is_some() { json::each(&found, "keys").into_iter().find(named) } else { Some(&found) };
    Ok(jwk.ok_or(NoKey::Missing).and_then(|jwk| Key::from_jwk(jwk).ok_or(NoKey::UnknownKind))?)
}

/// A good signature by this method: is it that of whom the credential names?
fn issuer(credential: &Value, method: &str) -> Issuer {
    let by = did::of(method);
    match json::id(credential, "issuer") {
        Some(named) if named == by => Issuer::Shown(named.to_owned()),
        Some(_) => not_shown(credential, NotShown::SomebodyElse(by.to_owned())),
        None => not_shown(credential, NotShown::Nobody),
    }
}

fn not_shown(credential: &Value, why: NotShown) -> Issuer {
    Issuer::NotShown { named: json::id(credential, "issuer").map(str::to_owned), why }
}

/// What was looked at and found false, or could not be looked at.
fn not_intact(why: NotIntact) -> Intact {
    if says(&why) < 2 { Intact::Unknown(why) } else { Intact::No(why) }
}

/// How much a reason says: nothing could be looked at, something is missing, it is false.
fn says(why: &NotIntact) -> u8 {
    match why {
        NotIntact::Broken(Broken::UnknownSuite(_)) => 0,
        NotIntact::Broken(Broken::Uncanonical(Uncanonical::UnknownContext(_) | Uncanonical::UnclearNumber(_)))
        | NotIntact::Refused(Refused::UnknownAlgorithm(_))
        | NotIntact::NoKey(NoKey::Unreachable(_) | NoKey::UnknownMethod(_) | NoKey::UnknownKind) => 1,
        _ => 2,
    }
}

fn finished(
    credential: Value,
    form: Form,
    intact: Intact,
    issuer: Issuer,
    mut notes: Vec<Note>,
    now: Timestamp,
    resolve: &Resolver<'_>,
) -> Verdict {
    let dates = dates(&credential, now);
    // Whoever changed a credential also chose what it says of its status.
    let status =
        if intact == Intact::Yes { status(&credential, &mut notes, now, resolve) } else { unknown(&credential) };
    if !json::is(&credential, "OpenBadgeCredential") && !json::is(&credential, "AchievementCredential") {
        notes.push(Note::NoBadge);
        notes.dedup();
    }
    let subjects = json::each(&credential, "credentialSubject");
    let names_nobody =
        |subject: &&Value| json::text(subject, "id").is_none() && json::each(subject, "identifier").is_empty();
    if !subjects.is_empty() && subjects.iter().all(names_nobody) {
        notes.push(Note::Bearer);
    }
    Verdict { form, intact, issuer, status, dates, notes, credential }
}

fn unknown(credential: &Value) -> Status {
    if json::each(credential, "credentialStatus").is_empty() {
        Status::None
    } else {
        Status::Unknown(Unknown::NotShown)
    }
}

/// When a credential counts, by `validFrom` and `validUntil`, or as 1.1 calls them.
pub(crate) fn dates(credential: &Value, now: Timestamp) -> Dates {
    let moment = |names: [&str; 2]| {
        let said: Vec<&Value> = names.iter().flat_map(|name| json::each(credential, name)).collect();
        match said.as_slice() {
            [] => Some(None),
            [Value::String(moment)] => moment.parse::<Timestamp>().ok().map(Some),
            _ => None,
        }
    };
    let (Some(from), Some(until)) = (moment(["validFrom", "issuanceDate"]), moment(["validUntil", "expirationDate"]))
    else {
        return Dates::Unreadable;
    };
    match (from, until) {
        (_, Some(until)) if until <= now => Dates::Expired(until),
        (Some(from), _) if from > now => Dates::NotYet(from),
        (_, until) => Dates::InForce { until },
    }
}

/// What the lists say that a credential names. The worst counts.
fn status(credential: &Value, notes: &mut Vec<Note>, now: Timestamp, resolve: &Resolver<'_>) -> Status {
    let mut all = Status::None;
    for said in json::each(credential, "credentialStatus").into_iter().take(MOST_FETCHES) {
        let one = match one_status(said, credential, notes, now, resolve) {
            Ok((Purpose::Revocation, true)) => Status::Revoked(None),
            Ok((Purpose::Suspension, true)) => Status::Suspended,
            Ok((_, false)) => Status::Good,
            Err(unknown) => Status::Unknown(unknown),
        };
        let weight = |status: &Status| match status {
            Status::None => 0,
            Status::Good => 1,
            Status::Unknown(_) => 2,
            Status::Suspended => 3,
            Status::Revoked(_) => 4,
        };
        if weight(&one) > weight(&all) {
            all = one;
        }
    }
    all
}

fn one_status(
    said: &Value,
    credential: &Value,
    notes: &mut Vec<Note>,
    now: Timestamp,
    resolve: &Resolver<'_>,
) -> Result<(Purpose, bool), Unknown> {
    let entry = status::read_entry(said)?;
    let url = Url::parse(&entry.list).map_err(|_| Unknown::Entry)?;
    let text = resolve(&url).map_err(|_| Unknown::Unreachable)?;
    let text = text.trim_ascii();
    let (list, by) = if text.first() == Some(&b'{') {
        let list = json::read(text).map_err(|_| Unknown::NotAList)?;
        let by = proof::proofs(&list).into_iter().find_map(|one| {
            let method = one.method.clone()?;
            match did::key(&method, now, resolve).ok()? {
                Key::Ed25519(key) => proof::verify(&list, &one, key, now).ok()?,
                Key::Rsa(_) => return None,
            }
            Some(issuer(&list, &method))
        });
        (list, by)
    } else {
        let jws = std::str::from_utf8(text).ok().and_then(|text| Jws::read(text).ok()).ok_or(Unknown::NotAList)?;
        let list = jws.credential().map_err(|_| Unknown::NotAList)?;
        let method = jws.method().map(|method| whole_method(method, &list));
        let by = method.and_then(|method| {
            let key = did::key(&method, now, resolve).ok()?;
            jws.verify(&key).ok()?;
            Some(issuer(&list, &method))
        });
        (list, by)
    };
    let Some(Issuer::Shown(by)) = by else { return Err(Unknown::NotShown) };
    let set = status::read(&entry, &list, now)?;
    if json::id(credential, "issuer") != Some(&by) {
        notes.push(Note::StatusBySomebodyElse(by));
    }
    Ok((entry.purpose, set))
}
