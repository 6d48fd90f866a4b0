//! Somebody with a browser: cookies, headers as browsers send them, forms.

use std::collections::BTreeMap;

use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
    response::Response,
};
use scraper::{Html, Selector};
use tower::ServiceExt;

use crate::routes;

/// A browser.
#[derive(Clone)]
pub struct Client {
    site: routes::Site,
    cookies: BTreeMap<String, String>,
    headers: Vec<(&'static str, String)>,
    endless: bool,
}

/// What a site answered.
#[derive(Debug)]
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as text.
    pub body: String,
}

impl Client {
    pub(super) fn new(site: routes::Site) -> Self {
        Self { site, cookies: BTreeMap::new(), headers: vec![], endless: false }
    }

    /// Gives the browser a cookie.
    pub fn set_cookie(&mut self, name: &str, value: &str) {
        self.cookies.insert(name.into(), value.into());
    }

    /// The value of one of the browser's cookies.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    /// The same browser, sending another header with every request.
    #[must_use]
    pub fn with_header(&self, name: &'static str, value: &str) -> Self {
        let mut other = self.clone();
        other.headers.push((name, value.into()));
        other
    }

    /// Asks for a page, and does not follow where it leads.
    pub async fn get(&mut self, path: &str) -> Reply {
        self.send(Method::GET, path, None, Body::empty()).await
    }

    /// Asks for something and answers its body as it came.
    pub async fn bytes(&mut self, path: &str) -> bytes::Bytes {
        let (_, body) = self.answer(Method::GET, path, None, Body::empty()).await.into_parts();
        to_bytes(body, 64 * 1024 * 1024).await.unwrap()
    }

    /// Asks for a page and follows where it leads, five times at most.
    pub async fn visit(&mut self, path: &str) -> Reply {
        let mut reply = self.get(path).await;
        for _ in 0..5 {
            let Some(to) = reply.location() else { break };
            reply = self.get(&to).await;
        }
        reply
    }

    /// Sends a form, as the site's own pages do.
    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Reply {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.send(Method::POST, path, Some("application/x-www-form-urlencoded"), Body::from(body)).await
    }

    /// Sends a form with a file.
    pub async fn upload(&mut self, path: &str, field: &str, file: &str, bytes: &[u8]) -> Reply {
        let mut body = format!(
            "--frontier\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{file}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--frontier--\r\n");
        self.send(Method::POST, path, Some("multipart/form-data; boundary=frontier"), Body::from(body)).await
    }

    /// Asks for something that goes on for ever, and reads only its head.
    pub async fn get_head(&mut self, path: &str) -> Reply {
        self.endless = true;
        let reply = self.get(path).await;
        self.endless = false;
        reply
    }

    /// Sends any request.
    pub async fn send(&mut self, method: Method, path: &str, kind: Option<&str>, body: Body) -> Reply {
        let (parts, body) = self.answer(method, path, kind, body).await.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.into(), value.into());
            }
        }
        let bytes = if self.endless && parts.status.is_success() {
            bytes::Bytes::new()
        } else {
            to_bytes(body, 64 * 1024 * 1024).await.unwrap()
        };
        Reply { status: parts.status, headers: parts.headers, body: String::from_utf8_lossy(&bytes).into_owned() }
    }

    async fn answer(&self, method: Method, path: &str, kind: Option<&str>, body: Body) -> Response {
        let mut request = Request::builder().method(&method).uri(path).header(header::HOST, "lyceum.test");
        if method != Method::GET && !self.headers.iter().any(|(name, _)| *name == "origin") {
            request = request.header(header::ORIGIN, "http://lyceum.test").header("sec-fetch-site", "same-origin");
        }
        if let Some(kind) = kind {
            request = request.header(header::CONTENT_TYPE, kind);
        }
        if !self.cookies.is_empty() {
            let cookies: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        self.site.clone().oneshot(request.body(body).unwrap()).await.unwrap()
    }
}

impl Reply {
    /// Where it leads, without the fragment.
    pub fn location(&self) -> Option<String> {
        let to = self.headers.get(header::LOCATION)?.to_str().unwrap();
        let to = to.strip_prefix("http://lyceum.test").unwrap_or(to);
        Some(to.split('#').next().unwrap_or(to).to_owned())
    }

    /// The texts of everything on the page that a CSS selector finds, white space folded.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector)
            .map(|found| found.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "))
            .collect()
    }

    /// The text of the first thing a CSS selector finds.
    pub fn text(&self, selector: &str) -> String {
        self.texts(selector).into_iter().next().unwrap_or_default()
    }

    /// An attribute of everything a CSS selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let page = Html::parse_document(&self.body);
        let selector = Selector::parse(selector).unwrap();
        page.select(&selector).filter_map(|found| found.value().attr(name)).map(ToOwned::to_owned).collect()
    }

    /// How many things a CSS selector finds.
    pub fn count(&self, selector: &str) -> usize {
        self.texts(selector).len()
    }
}
