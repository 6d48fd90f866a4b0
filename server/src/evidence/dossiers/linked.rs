//! An edition for programs: JSON-LD 1.1, with its context within it, so that nobody has to fetch one to read it. Its terms
//! are those of schema.org where that has them; docs/evidence.md lists them. The same edition with the same signatures
//! gives the same bytes.

use serde_json::{Value, json};

use super::{Attestation, Content, Edition, Item, Kind, Words};
use crate::kit::i18n::machine_time;

/// What the names in the document mean.
fn context() -> Value {
    json!({
        "@version": 1.1,
        "@vocab": "https://schema.org/",
        "id": "@id",
        "type": "@type",
        "url": { "@id": "https://schema.org/url", "@type": "@id" },
        "workTime": { "@id": "urn:lyceum:dossier:workTime" },
        "ownTime": { "@id": "urn:lyceum:dossier:ownTime" },
        "timePerWeek": { "@id": "urn:lyceum:dossier:timePerWeek" },
        "attestation": { "@id": "urn:lyceum:dossier:attestation", "@container": "@set" },
        "quoted": { "@id": "urn:lyceum:dossier:quoted" },
        "Dossier": "urn:lyceum:dossier:Dossier",
        "LogEntry": "urn:lyceum:dossier:LogEntry",
        "Agreement": "urn:lyceum:dossier:Agreement",
        "Attestation": "urn:lyceum:dossier:Attestation",
    })
}

/// An edition as a document.
pub fn document(base_url: &str, edition: &Edition, attestations: &[Attestation]) -> anyhow::Result<Vec<u8>> {
    let content = edition.content()?;
    let minutes = content.minutes();
    let mut whole = json!({
        "@context": context(),
        "type": "Dossier",
        "id": format!("{base_url}{}", edition.check_path()),
        "identifier": edition.code,
        "name": content.title,
        "inLanguage": content.lang,
        "author": { "type": "Person", "name": content.name },
        "provider": { "type": "Organization", "name": content.community, "url": base_url },
        "temporalCoverage": format!("{}/{}", content.from, content.until),
        "dateCreated": machine_time(edition.made_at),
        "timeRequired": duration(minutes.all()),
        "workTime": duration(minutes.work),
        "ownTime": duration(minutes.own),
    });
    put_words(&mut whole, &content.reflection);
    whole["hasPart"] = content.items.iter().map(|item| of_item(base_url, &content, item)).collect();
    let signed = attestations.iter().filter_map(|it| Some((it.role(), it.signature()?)));
    whole["attestation"] = signed
        .map(|(role, signature)| {
            json!({
                "type": "Attestation",
                "roleName": role.word(),
                "author": {
                    "type": "Person",
                    "name": signature.name,
                    "jobTitle": signature.position,
                    "email": signature.email,
                },
                "dateCreated": machine_time(signature.confirmed_at),
                "text": signature.note,
            })
        })
        .collect();
    Ok(serde_json::to_vec_pretty(&whole)?)
}

fn of_item(base_url: &str, content: &Content, item: &Item) -> Value {
    let kind = match item.kind {
        Kind::Course => "Course",
        Kind::Badge => "EducationalOccupationalCredential",
        Kind::Agreement => "Agreement",
        Kind::Entry => "LogEntry",
        Kind::Post => "BlogPosting",
        Kind::Comment => "Comment",
        Kind::Review => "Review",
    };
    let mut said = json!({ "type": kind });
    let until = if item.until.is_empty() { String::new() } else { format!("/{}", item.until) };
    match item.kind {
        Kind::Course | Kind::Entry => said["temporalCoverage"] = json!(format!("{}{until}", item.day)),
        _ => said["dateCreated"] = json!(item.day),
    }
    let lang = if item.lang == content.lang { "" } else { &item.lang };
    for (name, value) in [("name", item.title.as_str()), ("inLanguage", lang), ("roleName", item.role.as_str())] {
        if !value.is_empty() {
            said[name] = json!(value);
        }
    }
    if !item.path.is_empty() {
        said["url"] = json!(format!("{base_url}{}", item.path));
    }
    match (item.kind, item.minutes) {
        (Kind::Agreement, Some(minutes)) => said["timePerWeek"] = json!(duration(minutes)),
        (_, Some(minutes)) => {
            said["timeRequired"] = json!(duration(minutes));
            for (name, minutes) in [("workTime", item.shares.0), ("ownTime", item.shares.1)] {
                if minutes > 0 {
                    said[name] = json!(duration(minutes));
                }
            }
        }
        _ => {}
    }
    put_words(&mut said, &item.words);
    said
}

fn put_words(said: &mut Value, words: &[Words]) {
    for (name, is_quoted) in [("text", false), ("quoted", true)] {
        let parts: Vec<&str> = words.iter().filter(|it| it.is_quoted == is_quoted).map(|it| it.text.as_str()).collect();
        if !parts.is_empty() {
            said[name] = json!(parts.join("\n\n"));
        }
    }
}

/// So many minutes (ISO 8601-1, 5.5.2).
fn duration(minutes: i64) -> String {
    format!("PT{minutes}M")
}
