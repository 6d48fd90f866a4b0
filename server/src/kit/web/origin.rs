//! Whether a form comes from a page of this site.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use url::{Host, Url};

/// Refuses what a browser sends from a page of another origin (RFC 6454), where `base` is the address of this site.
pub async fn refuse_foreign(State(base): State<Arc<Url>>, request: Request, next: Next) -> Response {
    if !request.method().is_safe() && !is_own(&base, request.headers()) {
        return StatusCode::FORBIDDEN.into_response();
    }
    next.run(request).await
}

/// The origin of this site: its scheme, its name and its port. Browsers always say where a form comes from; who does
/// not is none, and has no one's cookies but its own.
fn is_own(base: &Url, headers: &HeaderMap) -> bool {
    let Some(origin) = headers.get(header::ORIGIN) else { return true };
    let Some(origin) = origin.to_str().ok().and_then(|origin| origin.parse::<Url>().ok()) else { return false };
    if origin.origin() == base.origin() {
        return true;
    }
    // Without https, such as in one's own network, also by another address of the same machine; but not by a name that
    // anybody on the web could lead here.
    let host = headers.get(header::HOST).and_then(|host| host.to_str().ok());
    let is_here = host.and_then(|host| format!("http://{host}/").parse::<Url>().ok());
    let is_asked = is_here.is_some_and(|here| here.origin() == origin.origin());
    base.scheme() == "http" && is_asked && is_nobodys(&origin)
}

fn is_nobodys(address: &Url) -> bool {
    match address.host() {
        Some(Host::Ipv4(_) | Host::Ipv6(_)) => true,
        Some(Host::Domain(name)) => !name.trim_end_matches('.').contains('.'),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_taken(base: &str, host: &str, origin: &str) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        if !origin.is_empty() {
            headers.insert(header::ORIGIN, origin.parse().unwrap());
        }
        is_own(&base.parse().unwrap(), &headers)
    }

    #[test]
    fn under_https_only_the_sites_own_origin_is_taken() {
        let base = "https://learn.example";
        assert!(is_taken(base, "learn.example", "https://learn.example"));
        assert!(is_taken(base, "learn.example:443", "https://learn.example:443"));
        assert!(is_taken(base, "backend.internal:8080", "https://learn.example"), "a proxy may call it otherwise");
        assert!(is_taken(base, "learn.example", ""), "no browser");
        for foreign in [
            "http://learn.example",
            "https://learn.example:8443",
            "https://evil.example",
            "https://learn.example.evil.example",
            "https://www.learn.example",
            "http://127.0.0.1:8080",
            "null",
            "file://",
            "x",
        ] {
            assert!(!is_taken(base, "learn.example", foreign), "{foreign}");
        }
        assert!(!is_taken(base, "evil.example", "https://evil.example"), "whose name was led here");
    }

    #[test]
    fn without_https_another_address_of_the_machine_will_do_but_no_name_of_the_web() {
        let base = "http://127.0.0.1:8080";
        for own in ["127.0.0.1:8080", "192.168.1.7:8080", "[::1]:8080", "localhost:8080", "lyceum"] {
            assert!(is_taken(base, own, &format!("http://{own}")), "{own}");
        }
        assert!(!is_taken(base, "evil.example:8080", "http://evil.example:8080"), "whose name was led here");
        assert!(!is_taken(base, "127.0.0.1:8080", "http://127.0.0.1:9090"), "another server of the machine");
        assert!(!is_taken(base, "localhost:8080", "https://localhost:8080"));
    }
}
