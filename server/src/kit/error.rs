//! What can go wrong on the way to an answer, for handlers to `?` on.

use std::io::{self, ErrorKind};

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};

use super::db;

/// Why a visitor gets an error page. The page itself is written further down, in the visitor's language.
#[derive(Debug)]
pub enum Failure {
    /// There is nothing here, or nothing this visitor may see.
    NotFound,
    /// What was here is no longer shown; the key of a message that says why.
    Gone(&'static str),
    /// This needs somebody who is signed in.
    SignInFirst,
    /// This is not for this visitor.
    Forbidden,
    /// The request makes no sense; the key of a message that says why.
    Bad(&'static str),
    /// Too much, too fast.
    TooMany,
    /// Our fault.
    Broken(anyhow::Error),
}

/// What a handler answers.
pub type Answer<T = Response> = Result<T, Failure>;

/// Rides on a response, so that the outermost layer can write the error page around it.
#[derive(Clone, Copy, Debug)]
pub struct ErrorPage {
    /// The message that says what happened.
    pub key: &'static str,
    /// Whether signing in would help.
    pub sign_in: bool,
}

impl<E: Into<anyhow::Error>> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Broken(error.into())
    }
}

/// Whether an error says that no file can be written: no room is left, or nobody may write there.
pub fn has_no_room(error: &anyhow::Error) -> bool {
    let mut kinds = error.chain().filter_map(|one| one.downcast_ref::<io::Error>()).map(io::Error::kind);
    kinds.any(|kind| {
        matches!(
            kind,
            ErrorKind::StorageFull
                | ErrorKind::QuotaExceeded
                | ErrorKind::ReadOnlyFilesystem
                | ErrorKind::PermissionDenied
                | ErrorKind::NotADirectory
        )
    })
}

impl IntoResponse for Failure {
    fn into_response(self) -> Response {
        let (status, key) = match &self {
            Self::NotFound => (StatusCode::NOT_FOUND, "error-not-found"),
            Self::Gone(key) => (StatusCode::GONE, *key),
            Self::SignInFirst => (StatusCode::UNAUTHORIZED, "error-sign-in-first"),
            Self::Forbidden => (StatusCode::FORBIDDEN, "error-forbidden"),
            Self::Bad(key) => (StatusCode::BAD_REQUEST, *key),
            Self::TooMany => (StatusCode::TOO_MANY_REQUESTS, "error-too-many"),
            Self::Broken(error) if db::is_away(error) => {
                tracing::warn!(error = format!("{error:#}"), "a request found the database away");
                (StatusCode::SERVICE_UNAVAILABLE, "error-away")
            }
            Self::Broken(error) if db::is_unwritable(error) || has_no_room(error) => {
                tracing::error!(error = format!("{error:#}"), "a request could not write");
                (StatusCode::INSUFFICIENT_STORAGE, "error-read-only")
            }
            Self::Broken(error) => {
                tracing::error!(error = format!("{error:#}"), "a request failed");
                (StatusCode::INTERNAL_SERVER_ERROR, "error-broken")
            }
        };
        let mut response = status.into_response();
        response.extensions_mut().insert(ErrorPage { key, sign_in: matches!(self, Self::SignInFirst) });
        response
    }
}
