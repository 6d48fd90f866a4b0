//! The canonical form: nothing gets lost on the way to it, nothing that says the same differs, and nothing takes long.

mod common;

use common::{World, badge, signed};
use credentials::{
    canon::{self, MOST_BLANK_NODES, Uncanonical},
    proof::Suite,
};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::{
    sync::LazyLock,
    time::{Duration, Instant},
};

/// Every place in a document, as a JSON Pointer (RFC 6901).
fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    found.push(here.to_owned());
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                places(value, &format!("{here}/{}", name.replace('~', "~0").replace('/', "~1")), found);
            }
        }
        Value::Array(values) => {
            for (number, value) in values.iter().enumerate() {
                places(value, &format!("{here}/{number}"), found);
            }
        }
        _ => {}
    }
}

fn document() -> Value {
    badge().to_json()
}

/// The canonical form of it.
static BEFORE: LazyLock<Result<String, Uncanonical>> = LazyLock::new(|| {
    let canonical = canon::rdfc(&document());
    assert!(canonical.is_ok());
    canonical
});

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,8}",
        Just("name".to_owned()),
        Just("id".to_owned()),
        Just("@id".to_owned()),
        Just("type".to_owned()),
        Just("@type".to_owned()),
        Just("narrative".to_owned()),
        Just("evidence".to_owned()),
        Just("image".to_owned()),
        Just("@index".to_owned()),
        Just("@reverse".to_owned()),
        Just("@nest".to_owned()),
        Just("https://schema.org/name".to_owned()),
        ".{0,6}",
    ]
}

fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        ".{0,12}".prop_map(Value::from),
        "https://ex\\.org/[a-z]{1,4}".prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_filter("JSON has no others", |number| number.is_finite()).prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        "[a-z]{1,5}".prop_map(|text| json!({ "name": text })),
        "[a-z]{1,5}".prop_map(|text| json!({ "id": text, "narrative": "x" })),
        "[a-z]{1,5}".prop_map(|text| json!({ "@value": text })),
        "[a-z ]{1,5}".prop_map(|text| json!({ "@value": text, "@language": text })),
        "[a-z]{1,5}".prop_map(|text| json!([text, { "type": "Evidence", "name": text }])),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    /// Adding anything anywhere either changes what is signed or is refused. This is what JSON-LD by itself does not do.
    #[test]
    fn nothing_can_be_added_unnoticed(place in any::<prop::sample::Index>(), name in name(), value in value()) {
        let before = document();
        let mut objects = Vec::new();
        places(&before, "", &mut objects);
        objects.retain(|place| !place.starts_with("/@context") && before.pointer(place).is_some_and(Value::is_object));
        let mut after = before.clone();
        let object = after.pointer_mut(place.get::<String>(&objects)).and_then(Value::as_object_mut).expect("it is an object");
        prop_assume!(object.get(&name) != Some(&value));
        object.insert(name, value);
        prop_assert_ne!(BEFORE.clone(), canon::rdfc(&after));
    }

    /// Changing any text, number or word either changes what is signed or is refused.
    #[test]
    fn nothing_can_be_changed_unnoticed(place in any::<prop::sample::Index>(), letter in any::<prop::sample::Index>(), with in any::<char>()) {
        let before = document();
        let mut leaves = Vec::new();
        places(&before, "", &mut leaves);
        leaves.retain(|place| !place.starts_with("/@context") && before.pointer(place).is_some_and(|value| !value.is_object() && !value.is_array()));
        let mut after = before.clone();
        let leaf = after.pointer_mut(place.get::<String>(&leaves)).expect("it is there");
        match leaf {
            Value::String(text) => {
                let letters: Vec<char> = text.chars().collect();
                let at = letter.index(letters.len());
                prop_assume!(letters[at] != with);
                *text = letters.iter().enumerate().map(|(n, old)| if n == at { with } else { *old }).collect();
            }
            Value::Number(number) => *leaf = json!(number.as_f64().expect("it is a number") + 0.5),
            Value::Bool(yes) => *leaf = json!(!*yes),
            _ => unreachable!("there are no others"),
        }
        prop_assert_ne!(BEFORE.clone(), canon::rdfc(&after));
    }

    /// Taking anything away, too.
    #[test]
    fn nothing_can_be_taken_away_unnoticed(place in any::<prop::sample::Index>()) {
        let before = document();
        let mut all = Vec::new();
        places(&before, "", &mut all);
        all.retain(|place| !place.is_empty() && !place.starts_with("/@context"));
        let mut after = before.clone();
        let (parent, name) = place.get::<String>(&all).rsplit_once('/').expect("it begins with one");
        match after.pointer_mut(parent).expect("it is there") {
            Value::Object(object) => drop(object.remove(name)),
            Value::Array(values) => drop(values.remove(name.parse().expect("it is a number"))),
            _ => unreachable!("nothing else has parts"),
        }
        prop_assert_ne!(BEFORE.clone(), canon::rdfc(&after));
    }

    /// The order of names never matters, that of lists only where JSON is signed.
    #[test]
    fn the_order_of_names_changes_nothing(seed in any::<u64>()) {
        for suite in [Suite::Rdfc, Suite::Jcs] {
            let signed = signed(document(), suite);
            let text = shuffled(&signed, &mut seed.clone());
            prop_assert_eq!(serde_json::from_str::<Value>(&text).expect("it is JSON"), signed);
            let verdict = World::new().verify(text.as_bytes()).expect("it is a credential");
            prop_assert!(verdict.is_sound());
        }
    }
}

/// A document as text with the names of each object in some order, and spaces here and there.
fn shuffled(value: &Value, seed: &mut u64) -> String {
    let mut next = |most: usize| {
        *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(*seed >> 33).expect("it fits") % most
    };
    match value {
        Value::Object(object) => {
            let mut names: Vec<&String> = object.keys().collect();
            for last in (1..names.len()).rev() {
                names.swap(last, next(last + 1));
            }
            let members = names.iter().map(|name| format!("{} :\n{}", json!(name), shuffled(&object[*name], seed)));
            format!("{{ {} }}", members.collect::<Vec<_>>().join(", "))
        }
        Value::Array(values) => {
            let values: Vec<_> = values.iter().map(|value| shuffled(value, seed)).collect();
            format!("[{}]", values.join(" ,"))
        }
        other => other.to_string(),
    }
}

#[test]
fn a_graph_is_written_line_by_line() {
    let document = json!({
        "@context": [canon::CREDENTIALS, canon::BADGES],
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": "did:web:ex.org",
        "name": "a\"b\\c\nd\té\u{2028}",
        "credentialSubject": { "type": "AchievementSubject", "creditsEarned": 36.5 },
    });
    let expected = "\
_:c14n0 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://purl.imsglobal.org/spec/vc/ob/vocab.html#AchievementSubject> .
_:c14n0 <https://purl.imsglobal.org/spec/vc/ob/vocab.html#creditsEarned> \"3.65E1\"^^<https://www.w3.org/2001/XMLSchema#float> .
_:c14n1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential> .
_:c14n1 <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://www.w3.org/2018/credentials#VerifiableCredential> .
_:c14n1 <https://schema.org/name> \"a\\\"b\\\\c\\nd\\té\u{2028}\" .
_:c14n1 <https://www.w3.org/2018/credentials#credentialSubject> _:c14n0 .
_:c14n1 <https://www.w3.org/2018/credentials#issuer> <did:web:ex.org> .
";
    let canonical = canon::rdfc(&document).expect("it is good");
    let lines = |text: &str| {
        // Which of the two has which number is for the foreign verifiers to say.
        let mut lines: Vec<String> =
            text.lines().map(|line| line.replace("c14n0", "x").replace("c14n1", "x")).collect();
        lines.sort();
        lines
    };
    assert_eq!(lines(&canonical), lines(expected));
}

#[test]
fn numbers_that_programs_write_differently_are_refused() {
    for (number, clear) in
        [(1e19, true), (1e20, false), (1e21, false), (-1e20, false), (0.000_001, true), (1e-7, false), (0.0, true)]
    {
        let mut document = document();
        document["credentialSubject"]["creditsEarned"] = json!(number);
        assert_eq!(!matches!(canon::rdfc(&document), Err(Uncanonical::UnclearNumber(_))), clear, "{number}");
    }
}

#[test]
fn addresses_must_be_whole() {
    for bad in ["", "x", "/x", "//ex.org/x", "#x", "https://ex.org/a b", "https://ex.org/<", "ines"] {
        let mut document = document();
        document["evidence"][0]["id"] = bad.into();
        assert!(matches!(canon::rdfc(&document), Err(Uncanonical::BadAddress(_) | Uncanonical::NotLinked(_))), "{bad}");
    }
}

/// A subject that knows others, who all know each other and cannot be told apart.
fn clique(nodes: usize) -> Value {
    let node = |n: usize| {
        let others: Vec<Value> =
            (0..nodes).filter(|other| *other != n).map(|other| json!({ "id": format!("_:n{other}") })).collect();
        json!({ "id": format!("_:n{n}"), "related": others, "type": ["Achievement"] })
    };
    let mut document = document();
    document["credentialSubject"]["achievement"]["related"] = (0..nodes).map(node).collect();
    document
}

/// Rows and columns of nodes, each beside four others, all alike.
fn torus(side: usize) -> Value {
    let name = |row: usize, column: usize| json!({ "id": format!("_:r{}c{}", row % side, column % side) });
    let mut nodes = Vec::new();
    for row in 0..side {
        for column in 0..side {
            let mut node = name(row, column);
            node["type"] = json!(["Achievement"]);
            let beside = [
                name(row + 1, column),
                name(row, column + 1),
                name(row + side - 1, column),
                name(row, column + side - 1),
            ];
            node["related"] = json!(beside);
            nodes.push(node);
        }
    }
    let mut document = document();
    document["credentialSubject"]["achievement"]["related"] = nodes.into();
    document
}

#[test]
fn poisoned_graphs_cost_no_time() {
    let graphs = [clique(4), clique(7), clique(8), clique(12), clique(40), torus(3), torus(6), torus(13)];
    for (number, graph) in graphs.iter().enumerate() {
        let before = Instant::now();
        let answer = canon::rdfc(graph);
        let took = before.elapsed();
        // Milliseconds; without a limit it is minutes and hours.
        assert!(took < Duration::from_secs(30), "{number}: {took:?}");
        if number > 1 {
            assert_eq!(answer, Err(Uncanonical::TooAlike), "{number}");
        }
    }
    // Graphs within the graph: proofs that cannot be told apart, whose lines would be tried in every order.
    let mut proofs = document();
    let proof = signed(document(), Suite::Rdfc)["proof"].clone();
    proofs["proof"] = json!([proof, proof, proof]);
    assert_eq!(canon::rdfc(&proofs), Err(Uncanonical::TooAlike));
    let evidence: Vec<Value> =
        (0..=MOST_BLANK_NODES).map(|n| json!({ "type": ["Evidence"], "name": n.to_string() })).collect();
    let mut many = document();
    many["evidence"] = evidence.into();
    assert_eq!(canon::rdfc(&many), Err(Uncanonical::TooManyNodes));
}

#[test]
fn what_is_merely_said_twice_is_put_in_order() {
    let mut document = document();
    // Sixty pieces of evidence that nobody can tell apart, in two lists.
    let evidence: Vec<Value> = (0..60).map(|_| json!({ "type": ["Evidence"], "name": "The same" })).collect();
    document["evidence"] = evidence.into();
    assert!(canon::rdfc(&document).is_ok());
}

#[test]
fn a_document_describes_itself_once() {
    let mut document = document();
    document["evidence"][0]["id"] = document["id"].clone();
    assert_eq!(canon::rdfc(&document), Err(Uncanonical::SelfTwice));
    assert_eq!(canon::rdfc(&Value::Object(Map::new())), Err(Uncanonical::OwnContext));
    assert_eq!(canon::rdfc(&json!([])), Err(Uncanonical::OwnContext));
}
