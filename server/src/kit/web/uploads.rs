//! Files that come with a form.

use axum::{
    extract::multipart::{Field as Part, MultipartError},
    http::StatusCode,
};

use crate::kit::error::{Answer, Failure};

/// What a part of a form holds, or none if that is more than the limit.
pub async fn read(mut part: Part<'_>, limit: usize) -> Answer<Option<Vec<u8>>> {
    let (mut bytes, mut length) = (vec![], 0);
    loop {
        let chunk = match part.chunk().await {
            Ok(Some(chunk)) => chunk,
            Ok(None) => break,
            Err(error) if is_too_large(&error) => return Ok(None),
            Err(_) => return Err(Failure::Bad("error-bad")),
        };
        length += chunk.len();
        if length <= limit {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok((length <= limit).then_some(bytes))
}

/// Whether a form was not read to its end because it is larger than any may be.
pub fn is_too_large(error: &MultipartError) -> bool {
    error.status() == StatusCode::PAYLOAD_TOO_LARGE
}
