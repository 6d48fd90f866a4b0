//! Reading Open Badges 2.0, which many still hold: assertions that lie at their issuer's, and signed ones.

use crate::{
    baking,
    did::{NoKey, Resolver, Unreachable},
    json,
    jwt::Jws,
    keys::Key,
    status::Unknown,
    verdict::{Dates, Form, Intact, Issuer, NotIntact, NotShown, Note, Status, Verdict},
};
use jiff::Timestamp;
use serde_json::Value;
use url::Url;

/// Whether a document is an assertion of 2.0 (or 1.1, which reads alike).
pub(crate) fn is_assertion(document: &Value) -> bool {
    let old = |context: &&Value| context.as_str().is_some_and(|url| url.starts_with("https://w3id.org/openbadges/v"));
    json::is(document, "Assertion")
        || json::each(document, "@context").iter().any(old) && document.get("badge").is_some()
}

/// An assertion that counts because it lies at its issuer's: what lies there is what is true.
pub(crate) fn hosted(given: Value, now: Timestamp, resolve: &Resolver<'_>) -> Verdict {
    let found = fetch(json::text(&given, "id"), resolve);
    let (intact, assertion, gone) = match found {
        Ok(found) if same(&found, &given) => (Intact::Yes, found, false),
        // The issuer's own word that it was taken back may leave out everything else.
        Ok(found) if found.get("revoked") == Some(&Value::Bool(true)) => {
            (Intact::Yes, with(given, &found, "revoked"), false)
        }
        Ok(_) => (Intact::No(NotIntact::Differs), given, false),
        Err(Unreachable::Gone) => (Intact::Unknown(NoKey::Unreachable(Unreachable::Gone).into()), given, true),
        Err(unreachable) => (Intact::Unknown(NoKey::Unreachable(unreachable).into()), given, false),
    };
    let badge = linked(&assertion, "badge", resolve);
    let issuer = badge.as_ref().and_then(|badge| linked(badge, "issuer", resolve));
    let named = issuer.as_ref().and_then(|issuer| json::text(issuer, "id")).map(str::to_owned);
    let shown = match (&intact, &named, json::text(&assertion, "id")) {
        (Intact::Yes, Some(named), Some(id)) if speaks_for(named, id) => Issuer::Shown(named.clone()),
        (Intact::Yes, Some(_), Some(id)) => {
            let host = Url::parse(id).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
            Issuer::NotShown { named, why: NotShown::SomebodyElse(host) }
        }
        (Intact::Yes, ..) => Issuer::NotShown { named, why: NotShown::Nobody },
        _ => Issuer::NotShown { named, why: NotShown::NotIntact },
    };
    let status = match assertion.get("revoked") {
        _ if gone => Status::Revoked(None),
        Some(Value::Bool(true)) => Status::Revoked(json::text(&assertion, "revocationReason").map(str::to_owned)),
        _ if intact == Intact::Yes => Status::Good,
        _ => Status::Unknown(Unknown::Unreachable),
    };
    finished(Form::Hosted2, intact, shown, status, now, &assertion, badge, issuer)
}

/// An assertion that was signed with a key which its issuer's profile names.
pub(crate) fn signed(jws: &Jws, now: Timestamp, resolve: &Resolver<'_>) -> Verdict {
    let assertion = jws.payload.clone();
    let badge = linked(&assertion, "badge", resolve);
    let issuer = badge.as_ref().and_then(|badge| linked(badge, "issuer", resolve));
    let named = issuer.as_ref().and_then(|issuer| json::text(issuer, "id")).map(str::to_owned);
    let verification = json::only(&assertion, "verification").or_else(|| json::only(&assertion, "verify"));
    let creator = verification.and_then(|how| json::text(how, "creator").or_else(|| json::text(how, "url")));
    let profile_key = issuer.as_ref().and_then(|issuer| json::id(issuer, "publicKey"));
    let (intact, owner) = match key(creator.or(profile_key), resolve) {
        Ok((key, owner)) => match jws.verify(&key) {
            Ok(()) => (Intact::Yes, owner),
            Err(refused) => (Intact::No(refused.into()), None),
        },
        Err(why) => (Intact::Unknown(why.into()), None),
    };
    // The key names its owner, and the profile that lies at the owner's address names the key: one that is written into
    // a badge could name any.
    let profile = named.as_deref().and_then(|named| fetch(Some(named), resolve).ok());
    let own = profile.filter(|profile| json::text(profile, "id").is_none_or(|id| Some(id) == named.as_deref()));
    let id = |key: &Value| json_id(key).map(str::to_owned);
    let keys: Vec<String> = own.iter().flat_map(|own| json::each(own, "publicKey")).filter_map(id).collect();
    let used = creator.or(profile_key);
    let listed = keys.iter().any(|key| Some(key.as_str()) == used);
    let shown = match (&intact, &named) {
        (Intact::Yes, Some(named)) if owner.as_ref() == Some(named) && listed => Issuer::Shown(named.clone()),
        (Intact::Yes, Some(_)) => Issuer::NotShown {
            named,
            why: NotShown::SomebodyElse(owner.unwrap_or_else(|| creator.unwrap_or_default().to_owned())),
        },
        (Intact::Yes, None) => Issuer::NotShown { named, why: NotShown::Nobody },
        _ => Issuer::NotShown { named, why: NotShown::NotIntact },
    };
    let list = own.as_ref().or(issuer.as_ref()).and_then(|issuer| json::id(issuer, "revocationList"));
    let status = match list {
        None => Status::None,
        Some(_) if intact != Intact::Yes => Status::Unknown(Unknown::NotShown),
        Some(list) => match fetch(Some(list), resolve) {
            Ok(list) => revocation(&list, &assertion),
            Err(_) => Status::Unknown(Unknown::Unreachable),
        },
    };
    finished(Form::Signed2, intact, shown, status, now, &assertion, badge, issuer)
}

/// What a `RevocationList` says: identifiers, or objects with one and a reason.
fn revocation(list: &Value, assertion: &Value) -> Status {
    if list.get("revokedAssertions").is_none() {
        return Status::Unknown(Unknown::NotAList);
    }
    let own: Vec<&str> = ["id", "uid"].iter().filter_map(|name| json::text(assertion, name)).collect();
    for revoked in json::each(list, "revokedAssertions") {
        let names = [revoked.as_str(), json::text(revoked, "id"), json::text(revoked, "uid")];
        if names.into_iter().flatten().any(|name| own.contains(&name)) {
            return Status::Revoked(json::text(revoked, "revocationReason").map(str::to_owned));
        }
    }
    Status::Good
}

fn fetch(address: Option<&str>, resolve: &Resolver<'_>) -> Result<Value, Unreachable> {
    let no = |why: &str| Unreachable::Not(why.to_owned());
    let url = address.and_then(|address| Url::parse(address).ok()).ok_or_else(|| no("it has no address"))?;
    if !matches!(url.scheme(), "https" | "http") {
        return Err(no("its address is not that of a page"));
    }
    let found = resolve(&url)?;
    // At its address may lie the picture that it is baked into.
    let text = if baking::is_picture(&found) {
        baking::unbake(&found).map_err(|_| no("a picture without an assertion"))?.into_bytes()
    } else {
        found
    };
    json::read(text.trim_ascii()).map_err(|_| no("what lies there is not JSON"))
}

/// What stands at a place, or lies at the address that stands there.
fn linked(object: &Value, name: &str, resolve: &Resolver<'_>) -> Option<Value> {
    match json::only(object, name)? {
        Value::String(address) => {
            let found = fetch(Some(address), resolve).ok()?;
            (json::text(&found, "id").is_none_or(|id| id == address)).then(|| match found.get("id") {
                Some(_) => found,
                None => with(found, &serde_json::json!({ "id": address }), "id"),
            })
        }
        object @ Value::Object(_) => Some(object.clone()),
        _ => None,
    }
}

/// The key at an address, and whose it says it is.
fn key(address: Option<&str>, resolve: &Resolver<'_>) -> Result<(Key, Option<String>), NoKey> {
    let found = fetch(Some(address.ok_or(NoKey::Missing)?), resolve)?;
    let key = json::text(&found, "publicKeyPem").and_then(Key::from_pem).ok_or(NoKey::UnknownKind)?;
    Ok((key, json::id(&found, "owner").map(str::to_owned)))
}

/// Whether assertions at an address may be those of an issuer: they lie at its host, which is what Open Badges 2.0 takes
/// (`VerificationObject`). Wider rules may stand in a profile; they are not read, since a badge may bring the profile.
fn speaks_for(issuer: &str, assertion: &str) -> bool {
    let (Ok(issuer_url), Ok(assertion_url)) = (Url::parse(issuer), Url::parse(assertion)) else { return false };
    matches!(issuer_url.scheme(), "https" | "http") && issuer_url.origin() == assertion_url.origin()
}

/// Whether two assertions say the same. What 2.0 links may be written out in one and not in the other.
fn same(one: &Value, other: &Value) -> bool {
    let (Some(one), Some(other)) = (one.as_object(), other.as_object()) else { return false };
    let differs = |name: &str| match (one.get(name), other.get(name)) {
        (Some(one), Some(other)) if name == "badge" => json_id(one) != json_id(other),
        (one, other) => one != other,
    };
    let names = one.keys().chain(other.keys()).filter(|name| !matches!(name.as_str(), "@context" | "image"));
    names.into_iter().all(|name| !differs(name))
}

fn json_id(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| json::text(value, "id"))
}

fn with(mut object: Value, other: &Value, name: &str) -> Value {
    object[name] = other[name].clone();
    object
}

#[expect(clippy::too_many_arguments, reason = "what two ways of reading have found, put together once")]
fn finished(
    form: Form,
    intact: Intact,
    issuer: Issuer,
    status: Status,
    now: Timestamp,
    assertion: &Value,
    badge: Option<Value>,
    profile: Option<Value>,
) -> Verdict {
    let moment = |name| match json::only(assertion, name) {
        None => Some(None),
        Some(date) => date.as_str().and_then(|date| date.parse::<Timestamp>().ok()).map(Some),
    };
    let dates = match (moment("issuedOn"), moment("expires")) {
        (_, Some(Some(expires))) if expires <= now => Dates::Expired(expires),
        (Some(Some(issued)), Some(_)) if issued > now => Dates::NotYet(issued),
        (Some(_), Some(until)) => Dates::InForce { until },
        _ => Dates::Unreadable,
    };
    let mut notes = vec![Note::Version2];
    if badge.is_none() || profile.is_none() {
        notes.push(Note::NoBadge);
    }
    let mut credential = assertion.clone();
    if let Some(mut badge) = badge {
        if let Some(profile) = profile {
            badge["issuer"] = profile;
        }
        credential["badge"] = badge;
    }
    Verdict { form, intact, issuer, status, dates, notes, credential }
}
