//! The kit for HTTP: assets, cached pages, limits, and what every answer carries. It knows no product words.

pub mod assets;
pub mod connections;
pub mod encoding;
pub mod fetch;
pub mod forms;
pub mod page_cache;
pub mod ranges;
pub mod limits;
pub mod methods;
pub mod origin;
mod path;
mod query;
pub mod theme;
pub mod traps;
pub mod uploads;

pub use self::{path::Path, query::Query};

use std::net::{IpAddr, Ipv6Addr, SocketAddr};

use axum::{
    extract::{ConnectInfo, State},
    http::{HeaderMap, HeaderValue, Request, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use axum_extra::extract::cookie::Cookie;

/// Only our own styles, scripts and fonts and pictures: nobody asks another host for anything unless they press a link. Nothing inline, no frames.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; \
    img-src 'self'; media-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Adds the security headers to every response; `https` says whether the site is reached so.
pub async fn add_security_headers(
    State(https): State<bool>,
    request: Request<axum::body::Body>,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    security_headers(response.headers_mut(), https);
    response
}

/// Puts them on the headers of one answer. Under https, browsers are told never to come without it again (RFC 6797).
pub fn security_headers(headers: &mut HeaderMap, https: bool) {
    if https {
        headers.entry(header::STRICT_TRANSPORT_SECURITY).or_insert(HeaderValue::from_static("max-age=31536000"));
    }
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
        (header::X_FRAME_OPTIONS, "DENY"),
    ] {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
}

/// No address names anything with a NUL in it, and none asks for anything with one.
pub async fn no_nul(mut request: Request<axum::body::Body>, next: Next) -> Response {
    if request.uri().path().contains(forms::NUL) {
        return StatusCode::NOT_FOUND.into_response();
    }
    if request.uri().query().is_some_and(|query| query.contains(forms::NUL)) {
        let clean = request.uri().to_string().replace(forms::NUL, "");
        match clean.parse() {
            Ok(uri) => *request.uri_mut() = uri,
            Err(_) => return StatusCode::BAD_REQUEST.into_response(),
        }
    }
    next.run(request).await
}

/// A script that sends a form asks with `Lyceum-Send` for an answer it can read: instead of being led on, it is told
/// where to go, since a browser would follow by itself and hide where.
pub async fn short_answers(request: Request<axum::body::Body>, next: Next) -> Response {
    let by_script = request.headers().contains_key("lyceum-send");
    let mut response = next.run(request).await;
    if by_script && response.status() == StatusCode::SEE_OTHER {
        *response.status_mut() = StatusCode::CREATED;
    }
    response
}

/// After a form was taken: go and look at this page.
pub fn see_other(address: &str) -> Response {
    location(StatusCode::SEE_OTHER, address)
}

/// Where to go on: the address that came along if it is ours, or another one.
pub fn onwards(next: &str, otherwise: &str) -> Response {
    see_other(if is_own_path(next) { next } else { otherwise })
}

/// An address that leads on to another one afterwards, unless that is the front page or no page of this site.
pub fn with_next(address: &str, next: &str) -> String {
    if next == "/" || !is_own_path(next) {
        return address.into();
    }
    let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    let and = if address.contains('?') { '&' } else { '?' };
    format!("{address}{and}next={next}")
}

/// This has moved there for good.
pub fn moved(address: &str) -> Response {
    location(StatusCode::MOVED_PERMANENTLY, address)
}

fn location(status: StatusCode, address: &str) -> Response {
    match HeaderValue::from_str(&ascii(address)) {
        Ok(value) => (status, [(header::LOCATION, value)]).into_response(),
        Err(_) => StatusCode::BAD_REQUEST.into_response(),
    }
}

/// An address as a header can carry it: letters beyond ASCII are percent-encoded.
fn ascii(address: &str) -> String {
    use std::fmt::Write;
    let mut out = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_graphic() {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Whether an address that came with a request leads to this site and nowhere else.
pub fn is_own_path(path: &str) -> bool {
    path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n']) && !path.starts_with("/\t")
}

/// The values of the cookies with this name.
pub fn cookies<'a>(headers: &'a HeaderMap, name: &'a str) -> impl Iterator<Item = &'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(Cookie::split_parse)
        .filter_map(Result::ok)
        .filter(move |cookie| cookie.name() == name)
        .filter_map(|cookie| cookie.value_raw())
}

/// The address limits count by: the peer's, or what a trusted proxy says of it; a whole network for IPv6.
pub fn client(extensions: &axum::http::Extensions, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    let mut ip = extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map_or(IpAddr::from([127, 0, 0, 1]), |info| info.0.ip().to_canonical());
    let lines: Vec<&str> = headers.get_all("x-forwarded-for").iter().filter_map(|line| line.to_str().ok()).collect();
    // From the end: the last address was added by our own proxy, the one before it perhaps by another of ours.
    // Everything before what no proxy of ours added could be made up, and so could what cannot be read.
    for said in lines.iter().rev().flat_map(|line| line.rsplit(',')).map(str::trim) {
        let address = said.parse().or_else(|_| said.parse::<SocketAddr>().map(|with_port| with_port.ip()));
        let (true, Ok(address)) = (trusted.contains(&ip), address) else { break };
        ip = address.to_canonical();
    }
    match ip {
        IpAddr::V6(six) => Ipv6Addr::from(u128::from(six) & !u128::from(u64::MAX)).into(),
        four @ IpAddr::V4(_) => four,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_return_address_elsewhere_is_refused() {
        for bad in ["//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example", "", "x"] {
            assert!(!is_own_path(bad), "{bad:?}");
        }
        assert!(is_own_path("/members/ines/?page=2"));
    }

    #[test]
    fn a_forged_forwarding_header_does_not_move_the_limits() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", HeaderValue::from_static("9.9.9.9, 203.0.113.7"));
        let mut extensions = axum::http::Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::from(([198, 51, 100, 2], 1))));
        assert_eq!(client(&extensions, &headers, &[]), IpAddr::from([198, 51, 100, 2]));
        let proxy = [IpAddr::from([198, 51, 100, 2])];
        assert_eq!(client(&extensions, &headers, &proxy), IpAddr::from([203, 0, 113, 7]));
        headers.insert("x-forwarded-for", HeaderValue::from_static("9.9.9.9, 203.0.113.7:4711"));
        assert_eq!(client(&extensions, &headers, &proxy), IpAddr::from([203, 0, 113, 7]), "with a port");
        headers.insert("x-forwarded-for", HeaderValue::from_static("9.9.9.9, unknown"));
        assert_eq!(client(&extensions, &headers, &proxy), proxy[0], "what cannot be read hides nobody");
        headers.insert("x-forwarded-for", HeaderValue::from_static("9.9.9.9"));
        headers.append("x-forwarded-for", HeaderValue::from_static("203.0.113.7"));
        assert_eq!(client(&extensions, &headers, &proxy), IpAddr::from([203, 0, 113, 7]), "in a line of its own");
    }

    #[test]
    fn a_proxy_is_known_on_a_socket_for_both_kinds_of_addresses() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", HeaderValue::from_static("203.0.113.7"));
        let mut extensions = axum::http::Extensions::new();
        extensions.insert(ConnectInfo("[::ffff:127.0.0.1]:1".parse::<SocketAddr>().unwrap()));
        let proxy = [IpAddr::from([127, 0, 0, 1])];
        assert_eq!(client(&extensions, &headers, &proxy), IpAddr::from([203, 0, 113, 7]));
    }
}
