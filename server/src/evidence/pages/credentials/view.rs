//! A verdict in words: never one yes or no.

use ::credentials::{
    baking::Unbaked,
    json::Malformed,
    proof::Broken,
    verdict::{Dates, Intact, Issuer, NoCredential, NotIntact, NotShown, Note, Status, Verdict},
};
use jiff::Timestamp as Moment;
use serde_json::Value;

use crate::{ids::Timestamp, kit::i18n::Locale};

/// One answer.
pub struct Line {
    /// What is answered.
    pub label: String,
    /// The answer.
    pub text: String,
    /// What a program says of it, in English; empty: nothing more.
    pub detail: String,
}

/// What is said of a credential.
pub struct Said {
    /// All of it in a sentence.
    pub headline: String,
    /// Whether nothing speaks against it.
    pub is_sound: bool,
    /// The answers.
    pub lines: Vec<Line>,
    /// What it says itself, which is to be believed as far as the answers go.
    pub claims: Vec<(String, String)>,
}

/// Says a verdict.
pub fn said(t: &Locale, verdict: &Verdict) -> Said {
    let mut lines = vec![
        line(t, "verify-intact", intact(t, &verdict.intact)),
        line(t, "verify-issuer", issuer(t, &verdict.issuer)),
        line(t, "verify-status", status(t, &verdict.status)),
        line(t, "verify-dates", (dates(t, &verdict.dates), String::new())),
    ];
    lines.extend(verdict.notes.iter().map(|one| line(t, "verify-note", note(t, one))));
    Said { headline: headline(t, verdict), is_sound: verdict.is_sound(), lines, claims: claims(t, &verdict.credential) }
}

fn line(t: &Locale, key: &str, (text, detail): (String, String)) -> Line {
    Line { label: t.say(key), text, detail }
}

/// The worst of it, in the order in which it matters.
fn headline(t: &Locale, verdict: &Verdict) -> String {
    match (&verdict.intact, &verdict.issuer, &verdict.status, &verdict.dates) {
        (Intact::No(NotIntact::NoKey(_)), ..) => t.say("verify-head-key"),
        (Intact::No(_), ..) => t.say("verify-head-changed"),
        (Intact::Unknown(_), ..) => t.say("verify-head-unknown"),
        (_, Issuer::NotShown { named, .. }, ..) => {
            let name = named.as_deref().map_or_else(|| t.say("verify-nobody-named"), host);
            t.with("verify-head-not-shown", "name", name)
        }
        (_, _, Status::Revoked(_), _) => t.say("verify-head-revoked"),
        (_, _, Status::Suspended, _) => t.say("verify-head-suspended"),
        (_, _, _, Dates::Expired(_)) => t.say("verify-head-expired"),
        (_, _, _, Dates::NotYet(_)) => t.say("verify-head-not-yet"),
        (_, _, _, Dates::Unreadable) | (_, _, Status::Unknown(_), _) => t.say("verify-head-part"),
        (_, Issuer::Shown(did), ..) => t.with("verify-head-sound", "name", host(did)),
    }
}

fn intact(t: &Locale, intact: &Intact) -> (String, String) {
    let detail = |why: &NotIntact| why.to_string();
    match intact {
        Intact::Yes => (t.say("verify-intact-yes"), String::new()),
        Intact::No(why @ NotIntact::NoProof) => (t.say("verify-intact-unsigned"), detail(why)),
        Intact::No(why @ NotIntact::NoKey(_)) => (t.say("verify-intact-key"), detail(why)),
        Intact::No(why) => (t.say("verify-intact-no"), detail(why)),
        Intact::Unknown(why @ NotIntact::Broken(Broken::UnknownSuite(_))) => {
            (t.say("verify-intact-suite"), detail(why))
        }
        Intact::Unknown(why) => (t.say("verify-intact-unknown"), detail(why)),
    }
}

fn issuer(t: &Locale, issuer: &Issuer) -> (String, String) {
    match issuer {
        Issuer::Shown(did) => (t.with("verify-issuer-shown", "name", host(did)), did.clone()),
        Issuer::NotShown { named, why } => {
            let name = named.as_deref().map_or_else(|| t.say("verify-nobody-named"), host);
            let text = match why {
                NotShown::NotIntact => t.with("verify-issuer-not", "name", name),
                NotShown::SomebodyElse(_) => t.with("verify-issuer-another", "name", name),
                NotShown::KeyBrought | NotShown::KeyAtAddress(_) => t.with("verify-issuer-key", "name", name),
                NotShown::Nobody => t.say("verify-issuer-nobody"),
            };
            (text, why.to_string())
        }
    }
}

fn status(t: &Locale, status: &Status) -> (String, String) {
    match status {
        Status::None => (t.say("verify-status-none"), String::new()),
        Status::Good => (t.say("verify-status-good"), String::new()),
        Status::Revoked(why) => (t.say("verify-status-revoked"), why.clone().unwrap_or_default()),
        Status::Suspended => (t.say("verify-status-suspended"), String::new()),
        Status::Unknown(why) => (t.say("verify-status-unknown"), why.to_string()),
    }
}

fn dates(t: &Locale, dates: &Dates) -> String {
    match dates {
        Dates::InForce { until: None } => t.say("verify-dates-always"),
        Dates::InForce { until: Some(until) } => t.with("verify-dates-until", "date", time(t, *until)),
        Dates::NotYet(from) => t.with("verify-dates-from", "date", time(t, *from)),
        Dates::Expired(until) => t.with("verify-dates-over", "date", time(t, *until)),
        Dates::Unreadable => t.say("verify-dates-unreadable"),
    }
}

fn note(t: &Locale, note: &Note) -> (String, String) {
    match note {
        Note::OtherProof { named, why } => (t.with("verify-note-proof", "name", named.as_str()), why.to_string()),
        Note::StatusBySomebodyElse(who) => (t.with("verify-note-status", "name", host(who)), String::new()),
        Note::NoBadge => (t.say("verify-note-no-badge"), String::new()),
        Note::Version2 => (t.say("verify-note-version-2"), String::new()),
        Note::Bearer => (t.say("verify-note-bearer"), String::new()),
    }
}

/// Why nothing can be said of what was held out.
pub fn no_credential(no: &NoCredential) -> (&'static str, String) {
    let key = match no {
        NoCredential::Unbaked(Unbaked::Nothing) => "verify-not-baked",
        NoCredential::Unbaked(Unbaked::Several) => "verify-several",
        NoCredential::Unbaked(Unbaked::TooLarge) | NoCredential::Malformed(Malformed::TooLarge) => "verify-too-large",
        NoCredential::Unbaked(_) | NoCredential::Malformed(_) => "verify-damaged",
        NoCredential::Jws(_) => "verify-refused",
        NoCredential::SomethingElse => "verify-something-else",
        NoCredential::Unreachable(_) => "verify-unreachable",
    };
    (key, no.to_string())
}

fn time(t: &Locale, at: Moment) -> String {
    t.full_time(Timestamp(at.as_millisecond()))
}

/// A DID or an address as it is named to people: the site that it is of.
fn host(named: &str) -> String {
    let web = named.strip_prefix("did:web:").map(|rest| rest.replace("%3A", ":").replace("%3a", ":"));
    web.unwrap_or_else(|| named.to_owned())
}

/// The first of what may be one or several.
fn first<'a>(value: &'a Value, name: &str) -> Option<&'a Value> {
    match value.get(name)? {
        Value::Array(several) => several.first(),
        one => Some(one),
    }
}

fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    first(value, name)?.as_str().filter(|text| !text.trim().is_empty())
}

/// Whom a credential names, where that is there to read.
pub fn holder(credential: &Value) -> Option<&str> {
    let subject = first(credential, "credentialSubject")?;
    let identities = match subject.get("identifier")? {
        Value::Array(several) => several.iter().collect(),
        one => vec![one],
    };
    let plain = |one: &&Value| {
        text(one, "identityType") == Some("name") && one.get("hashed").and_then(Value::as_bool) != Some(true)
    };
    identities.into_iter().find(plain).and_then(|one| text(one, "identityHash"))
}

/// What it says: name, holder, issuer, dates, and what it took.
fn claims(t: &Locale, credential: &Value) -> Vec<(String, String)> {
    let subject = first(credential, "credentialSubject");
    let achievement = subject.and_then(|subject| first(subject, "achievement"));
    let badge = achievement.or_else(|| first(credential, "badge").filter(|badge| badge.is_object()));
    let of_badge = |name| badge.and_then(|badge| text(badge, name));
    let criteria = badge.and_then(|badge| first(badge, "criteria")).and_then(|criteria| text(criteria, "narrative"));
    let issuer = first(credential, "issuer").or_else(|| badge.and_then(|badge| first(badge, "issuer")));
    let issuer = issuer.and_then(|issuer| text(issuer, "name"));
    let date = |name| text(credential, name).and_then(|date| date.parse::<Moment>().ok()).map(|at| time(t, at));
    let own = |text: Option<&str>| text.map(ToOwned::to_owned);
    [
        ("verify-claim-name", own(text(credential, "name").or_else(|| of_badge("name")))),
        ("verify-claim-holder", own(holder(credential))),
        ("verify-claim-issuer", own(issuer)),
        ("verify-claim-awarded", date("awardedDate")),
        ("verify-claim-issued", date("validFrom").or_else(|| date("issuedOn")).or_else(|| date("issuanceDate"))),
        ("verify-claim-description", own(of_badge("description"))),
        ("verify-claim-criteria", own(criteria)),
    ]
    .into_iter()
    .filter_map(|(key, value)| Some((t.say(key), value?)))
    .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_site_is_named_as_people_write_it() {
        assert_eq!(host("did:web:localhost%3A8080"), "localhost:8080");
        assert_eq!(host("did:key:z6Mk"), "did:key:z6Mk");
        assert_eq!(host("https://library.example"), "https://library.example");
    }

    #[test]
    fn a_holder_is_named_only_where_the_name_is_there_to_read() {
        let with = |hashed: bool| {
            let identity = json!({ "identityType": "name", "identityHash": "Bram", "hashed": hashed });
            json!({ "credentialSubject": [{ "identifier": [identity] }] })
        };
        assert_eq!(holder(&with(false)), Some("Bram"));
        assert_eq!(holder(&with(true)), None);
        assert_eq!(holder(&json!({ "credentialSubject": "x" })), None);
    }
}
