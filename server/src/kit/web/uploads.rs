//! Files that come with a form.

use axum::{
    extract::{
        Multipart,
        multipart::{Field as Part, MultipartError},
    },
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

/// The picture that came with a form as `picture`, or none if `do` says `remove`; or the message that says what is wrong.
pub async fn picture(mut upload: Multipart, limit: usize) -> Answer<Result<Option<Vec<u8>>, &'static str>> {
    let mut bytes = None;
    loop {
        let part = match upload.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => break,
            Err(error) if is_too_large(&error) => return Ok(Err("picture-too-large")),
            Err(_) => return Err(Failure::Bad("error-bad")),
        };
        match part.name().unwrap_or_default().to_owned().as_str() {
            "picture" => match read(part, limit).await? {
                Some(read) => bytes = Some(read),
                None => return Ok(Err("picture-too-large")),
            },
            "do" if read(part, 100).await?.as_deref() == Some(b"remove") => return Ok(Ok(None)),
            _ => {}
        }
    }
    Ok(bytes.filter(|bytes| !bytes.is_empty()).map(Some).ok_or("field-required"))
}

/// Whether a form was not read to its end because it is larger than any may be.
pub fn is_too_large(error: &MultipartError) -> bool {
    error.status() == StatusCode::PAYLOAD_TOO_LARGE
}
