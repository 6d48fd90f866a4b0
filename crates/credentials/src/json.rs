//! Reading JSON that a stranger wrote: limits first, and no name twice.

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;

/// The largest text that is read as JSON.
pub const LARGEST_BYTES: usize = 256 * 1024;

/// How many objects and lists may stand within one another.
pub const DEEPEST: usize = 32;

/// Why a text is not read as JSON.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// It is larger than [`LARGEST_BYTES`].
    #[error("larger than {LARGEST_BYTES} bytes")]
    TooLarge,
    /// Objects and lists stand deeper within one another than [`DEEPEST`].
    #[error("nested deeper than {DEEPEST}")]
    TooDeep,
    /// An object has this name twice, so that two programs may read two things.
    #[error("{0:?} stands twice in one object")]
    Twice(String),
    /// It is not JSON.
    #[error("not JSON: {0}")]
    NotJson(String),
}

/// Reads a text (RFC 8259) that may be hostile: see [`LARGEST_BYTES`] and [`DEEPEST`]; names must be unique (RFC 7493).
pub fn read(text: &[u8]) -> Result<Value, Malformed> {
    if text.len() > LARGEST_BYTES {
        return Err(Malformed::TooLarge);
    }
    if depth(text) > DEEPEST {
        return Err(Malformed::TooDeep);
    }
    let mut twice = None;
    let mut parser = serde_json::Deserializer::from_slice(text);
    let value = Unique(&mut twice).deserialize(&mut parser).and_then(|value| parser.end().map(|()| value));
    match (value, twice) {
        (Ok(value), _) => Ok(value),
        (Err(_), Some(name)) => Err(Malformed::Twice(name)),
        (Err(error), None) => Err(Malformed::NotJson(error.to_string())),
    }
}

/// How deep brackets outside of strings are nested, in one pass and without a stack.
fn depth(text: &[u8]) -> usize {
    let (mut now, mut deepest, mut quoted, mut escaped) = (0_usize, 0, false, false);
    for byte in text {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'[' | b'{' => {
                now += 1;
                deepest = deepest.max(now);
            }
            b']' | b'}' => now = now.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Reads any value; notes a name that stands twice.
struct Unique<'a>(&'a mut Option<String>);

impl<'de> DeserializeSeed<'de> for Unique<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Unique<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(Unique(&mut *self.0))? {
            values.push(value);
        }
        Ok(Value::Array(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Value, A::Error> {
        let mut values = Map::new();
        while let Some(Name(name)) = object.next_key()? {
            if values.contains_key(&name) {
                *self.0 = Some(name);
                return Err(A::Error::custom("a name stands twice"));
            }
            let value = object.next_value_seed(Unique(&mut *self.0))?;
            values.insert(name, value);
        }
        Ok(Value::Object(values))
    }
}

struct Name(String);

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

/// What stands at a place that holds one thing or a list of things; nothing when it is absent or null.
pub(crate) fn each<'a>(object: &'a Value, name: &str) -> Vec<&'a Value> {
    match object.get(name) {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(values)) => values.iter().filter(|value| !value.is_null()).collect(),
        Some(value) => vec![value],
    }
}

/// The only thing at a place, alone or as a list of one.
pub(crate) fn only<'a>(object: &'a Value, name: &str) -> Option<&'a Value> {
    match each(object, name).as_slice() {
        [one] => Some(one),
        _ => None,
    }
}

/// The only text at a place.
pub(crate) fn text<'a>(object: &'a Value, name: &str) -> Option<&'a str> {
    only(object, name)?.as_str()
}

/// The address of what stands at a place: itself when it is a text, or its `id`.
pub(crate) fn id<'a>(object: &'a Value, name: &str) -> Option<&'a str> {
    let value = only(object, name)?;
    value.as_str().or_else(|| text(value, "id"))
}

/// Whether a `type` is among those of an object.
pub(crate) fn is(object: &Value, kind: &str) -> bool {
    each(object, "type").iter().any(|one| one.as_str() == Some(kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_json_says_is_read() {
        for text in [r#"{"a":[1,-2,0.5,1e21,true,null,"x\"}{"],"b":{}}"#, "[]", "7", r#""x""#] {
            assert_eq!(read(text.as_bytes()), Ok(serde_json::from_str(text).expect("it is JSON")), "{text}");
        }
    }

    #[test]
    fn a_name_may_not_stand_twice() {
        assert_eq!(read(br#"{"a":{"b":1,"c":2,"b":3}}"#), Err(Malformed::Twice("b".into())));
        assert_eq!(read(br#"{"ab":1,"\u0061b":2}"#), Err(Malformed::Twice("ab".into())));
    }

    #[test]
    fn depth_and_size_are_looked_at_before_anything_is_read() {
        assert_eq!(read(&vec![b'['; 200_000]), Err(Malformed::TooDeep));
        assert_eq!(read(&vec![b' '; LARGEST_BYTES + 1]), Err(Malformed::TooLarge));
        let deep = |levels| [vec![b'['; levels], vec![b']'; levels]].concat();
        assert!(read(&deep(DEEPEST)).is_ok());
        assert_eq!(read(&deep(DEEPEST + 1)), Err(Malformed::TooDeep));
        assert!(read(br#"["[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"[[[[[[["]"#).is_ok());
    }

    #[test]
    fn what_follows_or_is_cut_off_is_refused() {
        for text in ["{} {}", "{", "", "{\"a\":1,}", "NaN", "\"\\ud800\"", "[1e999]"] {
            assert!(matches!(read(text.as_bytes()), Err(Malformed::NotJson(_))), "{text}");
        }
    }
}
