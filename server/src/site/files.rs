//! Files that some may have, answered whole or in parts.

use axum::{
    body::Body,
    http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header},
    response::IntoResponse,
};
use futures_util::StreamExt;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::kit::{
    app::App,
    error::{Answer, Failure},
    files::kind::{Kind, Shape},
    web::ranges::{self, Asked},
};

/// What a file may do that a browser shows: nothing, but look as it does. Players bring their own styles, and ask for the
/// recording once more, which is theirs to have only from this origin; scripts are run all the same by nobody.
const INERT: &str =
    "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox allow-same-origin";
/// The viewers of pages refuse to begin in a sandbox, and they let nothing of a file reach this site anyway.
const INERT_PAGES: &str = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'";
/// What may stand in a name after `filename*=` (RFC 8187, 3.2.1).
const NAME: &AsciiSet = &NON_ALPHANUMERIC.remove(b'.').remove(b'-').remove(b'_');

/// A file that somebody may have.
pub struct Served<'a> {
    /// The name it is kept under.
    pub file: &'a str,
    /// What kind it is.
    pub kind: &'static Kind,
    /// How long it is.
    pub bytes: u64,
    /// What it is called.
    pub name: &'a str,
}

/// Answers a file, or the part of it that is asked for. It may be kept by a browser, which asks each time whether it may
/// still be had.
pub async fn answer(app: &App, method: &Method, headers: &HeaderMap, served: &Served<'_>) -> Answer {
    let tag = format!("\"{}\"", served.file.split('.').next().unwrap_or_default());
    let shape = served.kind.shape;
    let disposition = if shape == Shape::TakenHome { "attachment" } else { "inline" };
    let disposition = format!("{disposition}; filename*=UTF-8''{}", utf8_percent_encode(served.name, NAME));
    let policy = if served.kind.mime == "application/pdf" { INERT_PAGES } else { INERT };
    let about: [(HeaderName, HeaderValue); 6] = [
        (header::CONTENT_TYPE, HeaderValue::from_static(served.kind.mime)),
        (header::CONTENT_DISPOSITION, HeaderValue::from_str(&disposition)?),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy)),
        (header::ACCEPT_RANGES, HeaderValue::from_static("bytes")),
        (header::ETAG, HeaderValue::from_str(&tag)?),
    ];
    if ranges::has_it(headers, &tag) {
        return Ok((StatusCode::NOT_MODIFIED, about).into_response());
    }
    let (status, part) = match ranges::wanted(method, headers, &tag, served.bytes) {
        Asked::Whole => (StatusCode::OK, 0..served.bytes),
        Asked::Part(part) => (StatusCode::PARTIAL_CONTENT, part),
        Asked::Beyond => {
            let all = [(header::CONTENT_RANGE, HeaderValue::from_str(&format!("bytes */{}", served.bytes))?)];
            return Ok((StatusCode::RANGE_NOT_SATISFIABLE, about, all).into_response());
        }
    };
    let length = HeaderValue::from(part.end - part.start);
    let range = format!("bytes {}-{}/{}", part.start, part.end.saturating_sub(1), served.bytes);
    let body = app.files.part(served.file, part).await?.ok_or(Failure::NotFound)?;
    // Whoever watches slowly keeps no server from ending.
    let mut closing = app.closing.subscribe();
    let closed = async move {
        let _ = closing.wait_for(|closing| *closing).await;
    };
    let body = Body::from_stream(body.take_until(Box::pin(closed)));
    let mut response = (status, about, [(header::CONTENT_LENGTH, length)], body).into_response();
    if status == StatusCode::PARTIAL_CONTENT {
        response.headers_mut().insert(header::CONTENT_RANGE, HeaderValue::from_str(&range)?);
    }
    Ok(response)
}
