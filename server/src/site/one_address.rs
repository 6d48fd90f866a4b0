//! One address for each thing: other writings of it lead there.

use axum::{
    body::Body,
    extract::Request,
    http::{Method, StatusCode, Uri, header, request::Parts},
    middleware::Next,
    response::Response,
};
use unicode_normalization::UnicodeNormalization;

use crate::kit::web::moved;

/// Leads from capitals, doubled slashes and letters in another form to the address as it is written here, if something
/// is there. Only what would not be found otherwise is asked for a second time.
pub async fn lead(request: Request, next: Next) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return next.run(request).await;
    }
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let response = next.clone().run(Request::from_parts(parts, body)).await;
    if response.status() != StatusCode::NOT_FOUND {
        return response;
    }
    match found_as_written_here(asked, next).await {
        Some(address) => moved(&address),
        None => response,
    }
}

async fn found_as_written_here(mut asked: Parts, next: Next) -> Option<String> {
    let path = plain(asked.uri.path()).filter(|path| path != asked.uri.path())?;
    let query = asked.uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let address = format!("{path}{query}");
    asked.uri = address.parse::<Uri>().ok()?;
    let response = next.run(Request::from_parts(asked, Body::empty())).await;
    match response.status() {
        StatusCode::NOT_FOUND => None,
        // What stands there leads on itself, to its last slash or to where it has moved.
        StatusCode::MOVED_PERMANENTLY => Some(response.headers().get(header::LOCATION)?.to_str().ok()?.to_owned()),
        status if status.is_server_error() => None,
        _ => Some(address),
    }
}

/// A path in small letters of one form, percent-encoded, with single slashes.
pub fn plain(path: &str) -> Option<String> {
    let decoded = percent_decoded(path)?;
    let small: String = decoded.to_lowercase().nfc().collect();
    let mut plain = String::with_capacity(path.len());
    for part in small.split('/').filter(|part| !part.is_empty()) {
        // What would be read as something else than a name is none of ours.
        if part == "." || part == ".." || part.contains(['\\', '?', '#', '%']) {
            return None;
        }
        plain.push('/');
        plain.extend(url::form_urlencoded::byte_serialize(part.as_bytes()).map(|piece| piece.replace('+', "%20")));
    }
    if small.ends_with('/') || plain.is_empty() {
        plain.push('/');
    }
    Some(plain)
}

fn percent_decoded(path: &str) -> Option<String> {
    let mut bytes = path.bytes();
    let mut out = Vec::with_capacity(path.len());
    while let Some(byte) = bytes.next() {
        if byte != b'%' {
            out.push(byte);
            continue;
        }
        let digits = [bytes.next()?, bytes.next()?];
        out.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_one_writing() {
        let same = |path: &str| plain(path).unwrap();
        assert_eq!(same("/Kettle-On/2026/11/05/Step-Forty/"), "/kettle-on/2026/11/05/step-forty/");
        assert_eq!(same("//ines///2026"), "/ines/2026");
        assert_eq!(same("/ines/%D0%9D%D0%B5/"), "/ines/%D0%BD%D0%B5/");
        assert_eq!(same("/ines/%d0%bd%d0%b5/"), "/ines/%D0%BD%D0%B5/");
        assert_eq!(same("/ines/cafe%CC%81/"), "/ines/caf%C3%A9/");
        assert_eq!(same("//"), "/");
        for odd in ["/a/%2e%2e/b", "/a/%5Cb", "/a/%3Fb", "/%", "/%zz", "/%ff"] {
            assert_eq!(plain(odd), None, "{odd}");
        }
        assert_eq!(same("//evil.example/x"), "/evil.example/x", "and nowhere else");
    }
}
