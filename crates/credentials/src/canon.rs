//! The one text that is signed: JSON-LD 1.1 as a graph in canonical order (RDFC-1.0), or JSON in canonical order (RFC 8785).
//!
//! JSON-LD by itself leaves out, silently, what no context defines, and lets the same graph be written in many ways: a
//! line could be added under a good signature, or hidden from whoever reads the JSON. So only plain documents have a
//! canonical form here:
//!
//! - contexts are those that are built in, by their addresses; nothing is ever fetched, and no document brings its own;
//! - every property and every type is defined by them, every address is a whole one;
//! - properties are written with their own names: no keyword (`@id`), no address and no prefix in their place;
//! - the document describes itself in one place only.

use crate::json::DEEPEST;
use affinidi_rdf_encoding::{self as rdf, rdfc1};
use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use oxrdf::{GraphName, NamedOrBlankNode, Quad, Term};
use serde_json::{Value, json};
use std::collections::{BTreeMap, HashMap};

/// How many nodes without a name a graph may have.
pub const MOST_BLANK_NODES: usize = 200;

/// How many orders of nodes that look alike are tried, at the most; more would take seconds.
pub const MOST_ORDERS: u64 = 720;

/// The context of Verifiable Credentials 2.0, which stands first in each of them.
pub const CREDENTIALS: &str = "https://www.w3.org/ns/credentials/v2";

/// The context of Verifiable Credentials 1.1.
pub const CREDENTIALS_1: &str = "https://www.w3.org/2018/credentials/v1";

/// The context of Open Badges 3.0.
pub const BADGES: &str = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";

/// The contexts that are built in, by their addresses.
const CONTEXTS: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/contexts/contexts.rs"));

/// A context that is built in, by its address.
fn context(url: &str) -> Option<&'static str> {
    // That of the examples in the specifications, which take whatever word they like.
    #[cfg(test)]
    if url == "https://www.w3.org/ns/credentials/examples/v2" {
        return Some(r#"{"@context":{"@vocab":"https://www.w3.org/ns/credentials/examples#"}}"#);
    }
    CONTEXTS.iter().find(|(known, _)| *known == url).map(|(_, context)| *context)
}

/// What every property and type that no context defines begins with.
const UNDEFINED: &str = "urn:undefined-term:";
/// What every address that is not a whole one begins with.
const RELATIVE: &str = "relative-id:";

/// Why a document has no canonical form here.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Uncanonical {
    /// It names a context that is not built in.
    #[error("its context {0:?} is not known here")]
    UnknownContext(String),
    /// It brings a context of its own, or none.
    #[error("it has no context, or one of its own")]
    OwnContext,
    /// No context defines this property or type, so no signature would cover it.
    #[error("{0:?} is not defined")]
    UndefinedTerm(String),
    /// This is not a whole address.
    #[error("{0:?} is not a whole address")]
    BadAddress(String),
    /// A property is written in a way that hides it from whoever reads the JSON.
    #[error("{0:?} is no plain name")]
    NotPlain(String),
    /// What the document describes is described again within it.
    #[error("it describes itself in two places")]
    SelfTwice,
    /// A number that programs write in different ways, so that a good signature would come out as false.
    #[error("{0} is written in different ways")]
    UnclearNumber(String),
    /// Objects and lists stand too deep within one another.
    #[error("nested deeper than {DEEPEST}")]
    TooDeep,
    /// It has more nodes without a name than [`MOST_BLANK_NODES`].
    #[error("more than {MOST_BLANK_NODES} nodes without a name")]
    TooManyNodes,
    /// So many of its nodes look alike that putting them in order would take too long.
    #[error("its nodes cannot be told apart in a reasonable time")]
    TooAlike,
    /// It is not JSON-LD.
    #[error("not JSON-LD: {0}")]
    NotLinked(String),
}

/// The canonical form of a document by RFC 8785 (JCS).
pub fn jcs(document: &Value) -> Vec<u8> {
    serde_json_canonicalizer::to_vec(document).expect("a JSON value can be written")
}

/// The canonical N-Quads of a plain JSON-LD document (RDFC-1.0).
pub fn rdfc(document: &Value) -> Result<String, Uncanonical> {
    plain(document)?;
    clear_numbers(document)?;
    let quads = graph(document)?;
    affordable(&quads)?;
    let mut dataset = rdf::Dataset::new();
    for quad in quads {
        dataset.add(converted(quad));
    }
    rdfc1::canonicalize(&dataset).map_err(|_| Uncanonical::TooAlike)
}

/// Whether a document says everything with plain names and known contexts.
pub(crate) fn plain(document: &Value) -> Result<(), Uncanonical> {
    if document.get("@context").is_none() {
        return Err(Uncanonical::OwnContext);
    }
    let id = document.get("id").and_then(Value::as_str);
    plain_object(document, id, 1)
}

fn plain_object(value: &Value, itself: Option<&str>, depth: usize) -> Result<(), Uncanonical> {
    if depth > DEEPEST {
        return Err(Uncanonical::TooDeep);
    }
    let object = match value {
        Value::Array(values) => {
            return values.iter().try_for_each(|value| plain_object(value, itself, depth + 1));
        }
        Value::Object(object) => object,
        _ => return Ok(()),
    };
    if object.contains_key("@value") {
        // A text in a language; a direction of writing would not be signed, a type could be another than the context's.
        return match object
            .iter()
            .find(|(name, value)| !matches!(name.as_str(), "@value" | "@language") || !value.is_string())
        {
            Some((name, _)) => Err(Uncanonical::NotPlain(name.clone())),
            None => Ok(()),
        };
    }
    if depth > 1 && itself.is_some() && object.get("id").and_then(Value::as_str) == itself && object.len() > 1 {
        return Err(Uncanonical::SelfTwice);
    }
    for (name, value) in object {
        if name == "@context" {
            known(value)?;
            continue;
        }
        // Names of classes are no properties, though some contexts give both the same meaning.
        if name.starts_with('@') || name.contains(':') || name.starts_with(|first: char| first.is_uppercase()) {
            return Err(Uncanonical::NotPlain(name.clone()));
        }
        plain_object(value, itself, depth + 1)?;
    }
    Ok(())
}

/// From 10²⁰ on, and below a millionth, numbers of JSON become different literals in `oxjsonld` and in `jsonld.js`.
fn clear_numbers(value: &Value) -> Result<(), Uncanonical> {
    match value {
        Value::Array(values) => values.iter().try_for_each(clear_numbers),
        Value::Object(object) => object.values().try_for_each(clear_numbers),
        Value::Number(number) => match number.as_f64().map(f64::abs) {
            Some(size) if size == 0.0 || (1e-6..1e20).contains(&size) => Ok(()),
            _ => Err(Uncanonical::UnclearNumber(number.to_string())),
        },
        _ => Ok(()),
    }
}

fn known(context: &Value) -> Result<(), Uncanonical> {
    match context {
        Value::String(url) if self::context(url).is_some() => Ok(()),
        Value::String(url) => Err(Uncanonical::UnknownContext(url.clone())),
        Value::Array(contexts) if !contexts.is_empty() && contexts.iter().all(Value::is_string) => {
            contexts.iter().try_for_each(known)
        }
        _ => Err(Uncanonical::OwnContext),
    }
}

/// The graph of a document whose contexts are known.
fn graph(document: &Value) -> Result<Vec<Quad>, Uncanonical> {
    let mut document = document.clone();
    let own = document["@context"].take();
    let mut contexts = vec![json!({ "@vocab": UNDEFINED })];
    match own {
        Value::Array(own) => contexts.extend(own),
        own => contexts.push(own),
    }
    document["@context"] = contexts.into();
    let text = document.to_string();
    // Lenient, since otherwise it leaves out what has a bad address; the addresses are looked at here.
    let parser = JsonLdParser::new().lenient().with_base_iri(format!("{RELATIVE}/")).expect("the base is an address");
    let parser = parser.for_slice(&text).with_load_document_callback(|url, _| {
        let context = context(url).ok_or("an unknown context")?;
        Ok(JsonLdRemoteDocument { document: context.as_bytes().to_vec(), document_url: url.to_owned() })
    });
    let mut quads = Vec::new();
    for quad in parser {
        let quad = quad.map_err(|error| Uncanonical::NotLinked(error.to_string()))?;
        for iri in addresses(&quad) {
            defined(iri)?;
        }
        if let Term::Literal(literal) = &quad.object
            && let Some(language) = literal.language()
            && oxrdf::Literal::new_language_tagged_literal("", language).is_err()
        {
            return Err(Uncanonical::NotLinked(format!("{language:?} is no language")));
        }
        quads.push(quad);
    }
    Ok(quads)
}

fn defined(iri: &str) -> Result<(), Uncanonical> {
    if let Some(term) = iri.strip_prefix(UNDEFINED) {
        return Err(Uncanonical::UndefinedTerm(term.to_owned()));
    }
    if iri.starts_with(RELATIVE) || oxrdf::NamedNode::new(iri).is_err() {
        return Err(Uncanonical::BadAddress(iri.strip_prefix("relative-id:/").unwrap_or(iri).to_owned()));
    }
    Ok(())
}

/// All addresses of a quad.
fn addresses(quad: &Quad) -> impl Iterator<Item = &str> {
    let subject = match &quad.subject {
        NamedOrBlankNode::NamedNode(node) => Some(node.as_str()),
        NamedOrBlankNode::BlankNode(_) => None,
    };
    let object = match &quad.object {
        Term::NamedNode(node) => Some(node.as_str()),
        Term::Literal(literal) => Some(literal.datatype().as_str()),
        Term::BlankNode(_) => None,
    };
    let graph = match &quad.graph_name {
        GraphName::NamedNode(node) => Some(node.as_str()),
        GraphName::BlankNode(_) | GraphName::DefaultGraph => None,
    };
    [subject, Some(quad.predicate.as_str()), object, graph].into_iter().flatten()
}

/// The nodes without a name in a quad, and where they stand in it.
fn blanks(quad: &Quad) -> impl Iterator<Item = (u8, &str)> {
    let subject = match &quad.subject {
        NamedOrBlankNode::BlankNode(node) => Some((b's', node.as_str())),
        NamedOrBlankNode::NamedNode(_) => None,
    };
    let object = match &quad.object {
        Term::BlankNode(node) => Some((b'o', node.as_str())),
        _ => None,
    };
    let graph = match &quad.graph_name {
        GraphName::BlankNode(node) => Some((b'g', node.as_str())),
        _ => None,
    };
    [subject, object, graph].into_iter().flatten()
}

/// Refuses graphs that take too long to put in order (RDFC-1.0, section 7.1, "dataset poisoning").
///
/// Nodes are tried in every order only where several that look alike (`hash first degree quads`), or one several times,
/// are neighbours of one that has a twin itself. The orders of one connected set multiply, in the worst case; that is the
/// bound taken here.
fn affordable(quads: &[Quad]) -> Result<(), Uncanonical> {
    let mut of: BTreeMap<&str, Vec<&Quad>> = BTreeMap::new();
    for quad in quads {
        for (_, node) in blanks(quad) {
            of.entry(node).or_default().push(quad);
        }
    }
    if of.len() > MOST_BLANK_NODES {
        return Err(Uncanonical::TooManyNodes);
    }
    // How a node looks: its quads with itself as `a` and every other as `z`, as the algorithm hashes them.
    let looks: HashMap<&str, String> = of.iter().map(|(node, quads)| (*node, look(node, quads))).collect();
    let mut twins: HashMap<&str, usize> = HashMap::new();
    for look in looks.values() {
        *twins.entry(look).or_default() += 1;
    }
    let alike = |node: &str| twins[looks[node].as_str()] > 1;
    let mut sets = Sets::default();
    let mut orders: Vec<(&str, u64)> = Vec::new();
    for (node, quads) in &of {
        if !alike(node) {
            continue;
        }
        let mut neighbours: HashMap<(u8, &str, &str), u64> = HashMap::new();
        for quad in quads {
            for (place, other) in blanks(quad).filter(|(_, other)| other != node) {
                // Of a graph it does not matter by which property (4.7.3): each line in it is one more to put in order.
                let predicate = if place == b'g' { "" } else { quad.predicate.as_str() };
                *neighbours.entry((place, predicate, &looks[other])).or_default() += 1;
                if alike(other) {
                    sets.join(node, other);
                }
            }
        }
        let own = neighbours.values().flat_map(|count| 1..=*count).fold(1_u64, u64::saturating_mul);
        orders.push((node, own));
    }
    let mut of_set: HashMap<&str, u64> = HashMap::new();
    for (node, own) in orders {
        let product = of_set.entry(sets.of(node)).or_insert(1);
        *product = product.saturating_mul(own);
    }
    let all = of_set.values().fold(0_u64, |sum, product| sum.saturating_add(*product));
    if all > MOST_ORDERS { Err(Uncanonical::TooAlike) } else { Ok(()) }
}

fn look(node: &str, quads: &[&Quad]) -> String {
    let name = |other: &str| if other == node { "_:a" } else { "_:z" };
    let mut lines: Vec<String> = quads
        .iter()
        .map(|quad| {
            let subject = match &quad.subject {
                NamedOrBlankNode::BlankNode(other) => name(other.as_str()).to_owned(),
                named @ NamedOrBlankNode::NamedNode(_) => named.to_string(),
            };
            let object = match &quad.object {
                Term::BlankNode(other) => name(other.as_str()).to_owned(),
                other => other.to_string(),
            };
            let graph = match &quad.graph_name {
                GraphName::BlankNode(other) => name(other.as_str()).to_owned(),
                other => other.to_string(),
            };
            format!("{subject} {} {object} {graph}\n", quad.predicate)
        })
        .collect();
    lines.sort_unstable();
    lines.dedup();
    lines.concat()
}

/// Nodes that hang together.
#[derive(Default)]
struct Sets<'a>(HashMap<&'a str, &'a str>);

impl<'a> Sets<'a> {
    fn of(&self, mut node: &'a str) -> &'a str {
        while let Some(parent) = self.0.get(node).filter(|parent| **parent != node) {
            node = parent;
        }
        node
    }

    fn join(&mut self, one: &'a str, other: &'a str) {
        let (one, other) = (self.of(one), self.of(other));
        if one != other {
            self.0.insert(one, other);
        }
    }
}

fn converted(quad: Quad) -> rdf::Quad {
    let named = |node: oxrdf::NamedNode| rdf::NamedNode::new(node.into_string());
    let blank = |node: oxrdf::BlankNode| rdf::BlankNode::new(node.into_string());
    let subject = match quad.subject {
        NamedOrBlankNode::NamedNode(node) => rdf::Subject::Named(named(node)),
        NamedOrBlankNode::BlankNode(node) => rdf::Subject::Blank(blank(node)),
    };
    let object = match quad.object {
        Term::NamedNode(node) => rdf::Object::Named(named(node)),
        Term::BlankNode(node) => rdf::Object::Blank(blank(node)),
        Term::Literal(literal) => rdf::Object::Literal(match literal.language() {
            Some(language) => rdf::Literal::lang(literal.value(), language),
            None => rdf::Literal::typed(literal.value(), rdf::NamedNode::new(literal.datatype().as_str())),
        }),
    };
    let graph = match quad.graph_name {
        GraphName::NamedNode(node) => rdf::GraphLabel::Named(named(node)),
        GraphName::BlankNode(node) => rdf::GraphLabel::Blank(blank(node)),
        GraphName::DefaultGraph => rdf::GraphLabel::Default,
    };
    rdf::Quad::new(subject, named(quad.predicate), object, graph)
}
