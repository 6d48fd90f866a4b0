//! What an address asks for after its question mark.

use std::{collections::HashSet, convert::Infallible};

use axum::{
    extract::{FromRequestParts, Query as Strict},
    http::{Uri, request::Parts},
};
use serde::de::DeserializeOwned;
use url::form_urlencoded;

/// A query, each name as it stands first. What makes no sense says nothing: whoever follows an address that somebody
/// added something to comes to the page.
#[derive(Clone, Debug, Default)]
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + Default> Query<T> {
    fn read(query: &str) -> Self {
        let mut names = HashSet::new();
        let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes())
            .filter(|(name, _)| names.insert(name.clone()))
            .filter(|(name, value)| parsed::<T>(&[(name, value)]).is_some())
            .collect();
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (&**name, &**value)).collect();
        Self(parsed(&pairs).unwrap_or_default())
    }
}

fn parsed<T: DeserializeOwned>(pairs: &[(&str, &str)]) -> Option<T> {
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    let address: Uri = format!("/?{query}").parse().ok()?;
    Strict::try_from_uri(&address).ok().map(|Strict(query)| query)
}

impl<T: DeserializeOwned + Default, S: Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self::read(parts.uri.query().unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Deserialize, Default, PartialEq, Debug)]
    #[serde(default)]
    struct Asked {
        view: Option<String>,
        page: Option<u32>,
    }

    #[test]
    fn what_makes_no_sense_says_nothing_and_the_rest_still_counts() {
        let flat = |page| Asked { view: Some("flat".into()), page };
        assert_eq!(Query::<Asked>::read("view=flat&view=newest").0, flat(None));
        assert_eq!(Query::<Asked>::read("page=x&view=flat&page=2").0, flat(None));
        assert_eq!(Query::<Asked>::read("view=flat&page=2&utm=%FF%00&=&&").0, flat(Some(2)));
        assert_eq!(Query::<Asked>::read("%%%=;&page=").0, Asked::default());
    }
}
