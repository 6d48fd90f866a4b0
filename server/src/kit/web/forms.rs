//! Forms: what was typed, kept so that a refused form comes back filled in, and what is wrong with each field.

use std::collections::BTreeMap;

use serde::{
    Deserializer,
    de::{DeserializeOwned, Error as _, Visitor, value},
    forward_to_deserialize_any,
};

/// The names of the fields that a query or a form is read into, as they are sent.
pub fn names<T: DeserializeOwned>() -> &'static [&'static str] {
    let mut names = Names(&[]);
    // It only listens for what it is asked for, and then has nothing to give.
    let _ = T::deserialize(&mut names);
    names.0
}

struct Names(&'static [&'static str]);

impl<'de> Deserializer<'de> for &mut Names {
    type Error = value::Error;

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, value::Error> {
        self.0 = fields;
        Err(value::Error::custom("there are only names here"))
    }

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, value::Error> {
        Err(value::Error::custom("there are only names here"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

/// A field of a form, as the list of what is wrong leads to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name it is sent under.
    pub name: &'static str,
    /// Its `id` on the page.
    pub id: &'static str,
    /// The message that labels it.
    pub label: &'static str,
}

/// A field by its name, its `id` and its label's key.
pub const fn field(name: &'static str, id: &'static str, label: &'static str) -> Field {
    Field { name, id, label }
}

/// What is wrong, by field; the texts are messages' keys.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct Errors(BTreeMap<&'static str, &'static str>);

impl Errors {
    /// One thing wrong with one field.
    pub fn of(field: &'static str, key: &'static str) -> Self {
        Self(BTreeMap::from([(field, key)]))
    }

    /// Notes what is wrong with a field, unless something is already.
    pub fn add(&mut self, field: &'static str, key: &'static str) {
        self.0.entry(field).or_insert(key);
    }

    /// The value, or None with the error noted.
    pub fn take<T>(&mut self, field: &'static str, parsed: Result<T, &'static str>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(key) => {
                self.add(field, key);
                None
            }
        }
    }

    /// Notes what is wrong with a field, for which there is no value.
    pub fn refuse<T>(&mut self, field: &'static str, key: &'static str) -> Option<T> {
        self.add(field, key);
        None
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is wrong among these fields of a form, for the list above it: the `id` and the label's key of each.
    pub fn list(&self, fields: &[Field]) -> Vec<Field> {
        fields.iter().copied().filter(|field| self.get(field.name).is_some()).collect()
    }

    /// What is wrong with a field.
    pub fn get(&self, field: &str) -> Option<&'static str> {
        self.0.get(field).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_a_query_are_those_it_is_sent_under() {
        #[derive(serde::Deserialize)]
        struct Asked {
            #[serde(rename = "as")]
            _member: String,
            #[serde(default)]
            _after: Option<i64>,
        }
        assert_eq!(names::<Asked>(), ["as", "_after"]);
    }
}
