//! Issues credentials for verifiers that others wrote: `cargo run --example issue -- FOLDER` (tests/credentials).
//!
//! The folder gets `did.json`, a status list, the same badge in every form, documents with their canonical form, and, as
//! `ours`, what this crate says of files that others put there before.

#[path = "../tests/common/mod.rs"]
mod common;

use common::{METHOD, NOW, SITE, STATUS, World, at, badge, secret, signed, signed_by};
use credentials::{baking, canon, jwt, keys::Signer, proof::Suite};
use serde_json::{Value, json};
use std::{env, fs, io, path::PathBuf};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::args_os().nth(1).ok_or_else(|| io::Error::other("usage: issue FOLDER"))?);
    fs::create_dir_all(&folder)?;
    let write = |name: &str, value: &Value| fs::write(folder.join(name), format!("{value:#}\n"));

    let mut world = World::new();
    world.revoked(&[24]);
    fs::write(folder.join("did.json"), &world.0["https://learn.example/.well-known/did.json"])?;
    fs::write(folder.join("status.json"), &world.0[STATUS])?;
    write("rdfc.json", &signed(badge().to_json(), Suite::Rdfc))?;
    write("jcs.json", &signed(badge().to_json(), Suite::Jcs))?;
    fs::write(folder.join("jwt.txt"), jwt::issue(&badge().to_json(), Signer { secret: &secret(1), method: METHOD }))?;

    // One whose issuer is a key that names itself, and which has no status: nothing has to be fetched for it.
    let key = secret(2).public().multibase();
    let mut alone = badge();
    alone.issuer.did = format!("did:key:{key}");
    alone.status = vec![];
    write("alone.json", &signed_by(alone.to_json(), Suite::Rdfc, 2, &format!("did:key:{key}#{key}")))?;

    // In the name of the site, by a key that is not its own.
    write("stolen.json", &signed_by(badge().to_json(), Suite::Rdfc, 2, &format!("did:key:{key}#{key}")))?;

    let png = fs::read(folder.join("picture.png")).unwrap_or_default();
    if !png.is_empty() {
        let baked = baking::bake_png(&png, &signed(badge().to_json(), Suite::Rdfc).to_string());
        fs::write(folder.join("baked.png"), baked.map_err(io::Error::other)?)?;
    }

    for (number, document) in documents().into_iter().enumerate() {
        write(&format!("document-{number}.json"), &document)?;
        fs::write(folder.join(format!("document-{number}.nq")), canon::rdfc(&document).map_err(io::Error::other)?)?;
    }

    let mut ours = serde_json::Map::new();
    for entry in fs::read_dir(&folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        if name.starts_with("foreign-") {
            let verdict = match world.verify(&fs::read(&path)?) {
                Ok(verdict) => json!({ "sound": verdict.is_sound(), "verdict": format!("{verdict:?}") }),
                Err(no) => json!({ "sound": false, "verdict": no.to_string() }),
            };
            ours.insert(name, verdict);
        }
    }
    write("ours.json", &json!({ "now": at(NOW).to_string(), "site": SITE, "files": ours }))
}

/// Documents whose canonical form must be the one that everybody finds.
fn documents() -> Vec<Value> {
    let mut documents = vec![badge().to_json(), signed(badge().to_json(), Suite::Rdfc)];
    let with = |change: &dyn Fn(&mut Value)| {
        let mut document = badge().to_json();
        change(&mut document);
        document
    };
    // Numbers, escapes, languages.
    documents.push(with(&|document| {
        document["credentialSubject"]["creditsEarned"] =
            json!([0, 1, -1, 12.25, 36.5, 0.1, 1e19, 0.000_001, 123_456_789_012_u64, -0.0]);
        document["name"] = json!({ "@value": "Gráficos", "@language": "es" });
        document["description"] = "\u{8}\u{c}\t\n\r\"\\ \u{7f}\u{85}\u{2028} 😀 e\u{301}".into();
    }));
    // Many nodes that look alike, some of them with a difference further on.
    documents.push(with(&|document| {
        document["evidence"] = (0..12).map(|_| json!({ "type": ["Evidence"], "name": "The same" })).collect();
    }));
    documents.push(with(&|document| {
        let related = |n: usize| json!({ "id": format!("_:a{n}"), "type": ["Related"] });
        let one =
            |n: usize| json!({ "id": format!("_:a{n}"), "type": ["Achievement"], "related": [related((n + 1) % 7)] });
        document["credentialSubject"]["achievement"]["related"] = (0..7).map(one).collect();
    }));
    documents.push(with(&|document| {
        let end = |n: usize| json!({ "type": ["Achievement"], "name": if n == 5 { "another" } else { "end" } });
        let middle = |n: usize| json!({ "type": ["Achievement"], "related": [end(n)] });
        let first = |n: usize| json!({ "type": ["Achievement"], "related": [middle(n), { "type": ["Achievement"] }] });
        document["credentialSubject"]["achievement"]["related"] = (0..9).map(first).collect();
    }));
    // Three that all know each other.
    documents.push(with(&|document| {
        let name = |n: usize| json!({ "id": format!("_:n{n}") });
        let one = |n: usize| {
            let others: Vec<Value> = (0..3).filter(|other| *other != n).map(name).collect();
            json!({ "id": format!("_:n{n}"), "type": ["Achievement"], "related": others })
        };
        document["credentialSubject"]["achievement"]["related"] = (0..3).map(one).collect();
    }));
    // One credential within another, with its own proof.
    documents.push(with(&|document| {
        let endorsed = |number: u8| {
        let mut endorsement = badge().to_json();
        endorsement["id"] = format!("https://learn.example/credentials/{number}").into();
        endorsement["type"] = json!(["VerifiableCredential", "EndorsementCredential"]);
        endorsement["credentialSubject"] =
            json!({ "id": "https://learn.example/achievements/graphs", "type": ["EndorsementSubject"], "endorsementComment": "Good" });
        signed(endorsement, Suite::Rdfc)
        };
        document["endorsement"] = json!([endorsed(8), endorsed(9)]);
    }));
    documents
}
