//! What stands within an address.

use axum::{
    extract::{FromRequestParts, Path as Strict},
    http::request::Parts,
};
use serde::de::DeserializeOwned;

use crate::kit::error::Failure;

/// The parts of an address. Where one is not what its place asks for, such as a word in place of a number, nothing is
/// at that address.
#[derive(Clone, Debug)]
pub struct Path<T>(pub T);

impl<T: DeserializeOwned + Send, S: Send + Sync> FromRequestParts<S> for Path<T> {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Failure> {
        match Strict::<T>::from_request_parts(parts, state).await {
            Ok(Strict(value)) => Ok(Self(value)),
            Err(_) => Err(Failure::NotFound),
        }
    }
}
