//! Forms: what was typed, kept so that a refused form comes back filled in, and what is wrong with each field.

use std::{collections::BTreeMap, str::FromStr};

use axum::{
    Form,
    body::{Body, Bytes},
    extract::{FromRequest, Request},
    response::{IntoResponse, Response},
};
use serde::{
    Deserializer,
    de::{DeserializeOwned, Error as _, Visitor, value},
    forward_to_deserialize_any,
};

/// A form as it was typed. What no text holds is not in it: a NUL, which one of the databases refuses and the other
/// keeps.
pub struct Typed<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Typed<T> {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let whole = Request::from_parts(parts.clone(), body);
        let bytes = Bytes::from_request(whole, state).await.map_err(IntoResponse::into_response)?;
        let request = Request::from_parts(parts, Body::from(without_nul(bytes)));
        let Form(form) = Form::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        Ok(Self(form))
    }
}

/// How a NUL is written in addresses and forms (WHATWG URL, 1.3). Nothing else is written so: a percent sign is `%25`.
pub const NUL: &str = "%00";

fn without_nul(bytes: Bytes) -> Bytes {
    let written = |at: &[u8]| at == NUL.as_bytes();
    if !bytes.contains(&0) && !bytes.windows(NUL.len()).any(written) {
        return bytes;
    }
    let text = String::from_utf8_lossy(&bytes);
    text.replace(NUL, "").replace('\0', "").into()
}

/// What was typed into a field of one line, as far as it is shown again: a stranger is not sent back what no field holds.
pub fn cut(typed: &str) -> &str {
    cut_at(typed, 400)
}

/// What was typed, up to so many characters.
pub fn cut_at(typed: &str, chars: usize) -> &str {
    typed.char_indices().nth(chars).map_or(typed, |(end, _)| &typed[..end])
}

/// What was typed into a field that may be left out; nothing if it was.
///
/// # Errors
/// The message that says what is wrong with it.
pub fn optional<T: FromStr<Err = &'static str>>(typed: &str) -> Result<Option<T>, &'static str> {
    if typed.trim().is_empty() { Ok(None) } else { typed.parse().map(Some) }
}

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

    #[test]
    fn a_nul_is_in_no_form_and_a_percent_sign_stays() {
        let clean = |form: &'static str| String::from_utf8(without_nul(form.into()).to_vec()).unwrap();
        assert_eq!(clean("a=%00x%00&b=\0"), "a=x&b=");
        assert_eq!(clean("a=%2500&b=%20"), "a=%2500&b=%20");
    }

    #[test]
    fn what_is_too_long_is_cut_between_characters() {
        assert_eq!(cut_at("äöü", 2), "äö");
        assert_eq!(cut_at("äö", 2), "äö");
    }
}
