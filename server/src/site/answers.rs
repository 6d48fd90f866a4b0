//! Around every answer: pages from memory before anything else is asked, compression, and error pages.

use std::{
    future::{Ready, ready},
    sync::Arc,
    task,
};

use askama::Template;
use axum::{
    body::{Body, to_bytes},
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures_util::future::Either;
use tower::Service;

use super::{Page, Visitor};
use crate::{
    kit::{
        app::App,
        error::ErrorPage,
        web::page_cache::{self, CacheFor},
    },
    talk::blogs::{self, Blog},
};

/// No page is larger than this, in bytes.
const LARGEST: usize = 64 * 1024 * 1024;

/// The site behind its memory: a page that is kept is answered before anything else is asked.
#[derive(Clone)]
pub struct FromMemory<S> {
    app: Arc<App>,
    site: S,
}

impl<S> FromMemory<S> {
    /// Puts the memory before a site.
    pub fn before(app: Arc<App>, site: S) -> Self {
        Self { app, site }
    }
}

impl<S: Service<Request, Response = Response>> Service<Request> for FromMemory<S> {
    type Response = Response;
    type Error = S::Error;
    type Future = Either<Ready<Result<Response, S::Error>>, S::Future>;

    fn poll_ready(&mut self, context: &mut task::Context<'_>) -> task::Poll<Result<(), S::Error>> {
        self.site.poll_ready(context)
    }

    fn call(&mut self, request: Request) -> Self::Future {
        match remembered(&self.app, &request) {
            Some(page) => Either::Left(ready(Ok(page))),
            None => Either::Right(self.site.call(request)),
        }
    }
}

fn remembered(app: &App, request: &Request) -> Option<Response> {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return None;
    }
    let (lang, member) = Visitor::remembered(app, request.headers())?;
    let key = page_cache::Key { address: address(request), lang, member };
    let page = app.page_cache.get(&key, &app.db.versions, app.now())?;
    Some(page.answer(request.headers()))
}

fn address(request: &Request) -> String {
    request.uri().path_and_query().map_or("/", |address| address.as_str()).to_owned()
}

/// Keeps what a handler says may be kept; compresses the rest.
pub async fn keep(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let headers = request.headers().clone();
    let address = address(&request);
    let response = next.run(request).await;
    let html =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !html {
        return response;
    }
    pack(&app, response, &headers, address).await
}

async fn pack(app: &App, response: Response, headers: &HeaderMap, address: String) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let kept = parts.extensions.remove::<CacheFor>().zip(parts.extensions.remove::<page_cache::Key>());
    let private = kept.as_ref().is_none_or(|(_, key)| key.member.is_some());
    let page = Arc::new(page_cache::Page::new(bytes, kept.as_ref().map(|(keep, _)| keep.clone()), private));
    if let Some((_, mut key)) = kept {
        key.address = address;
        app.page_cache.put(key, page.clone());
        let mut answer = page.answer(headers);
        // A session that lives on tells this browser so; that is not kept.
        if let Some(cookie) = parts.headers.remove(header::SET_COOKIE) {
            answer.headers_mut().insert(header::SET_COOKIE, cookie);
        }
        return answer;
    }
    let mut answer = page.answer(&without_conditions(headers));
    *answer.status_mut() = parts.status;
    // Cookies and whatever else the handler said go along.
    parts.headers.remove(header::CONTENT_LENGTH);
    parts.headers.remove(header::CONTENT_TYPE);
    answer.headers_mut().extend(parts.headers);
    answer
}

fn without_conditions(headers: &HeaderMap) -> HeaderMap {
    let mut headers = headers.clone();
    headers.remove(header::IF_NONE_MATCH);
    headers
}

#[derive(Template)]
#[template(path = "site/error.html")]
struct Shown {
    p: Page,
    status: u16,
    heading: String,
    text: String,
    sign_in: bool,
    /// The blog at whose address nothing was found, if there is one.
    blog: Option<Blog>,
}

/// Gives every error a page in the visitor's language.
pub async fn errors(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let asked = parts.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    let status = response.status();
    let spoken =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| !kind.as_bytes().starts_with(b"text/plain"));
    if !(status.is_client_error() || status.is_server_error()) || spoken {
        return response;
    }
    let error =
        response.extensions().get::<ErrorPage>().copied().unwrap_or(ErrorPage { key: key_of(status), sign_in: false });
    let mut page = page(&app, asked, status, error).await;
    let (parts, _) = response.into_parts();
    for name in [header::SET_COOKIE, header::ALLOW, header::RETRY_AFTER] {
        if let Some(value) = parts.headers.get(&name) {
            page.headers_mut().insert(name, value.clone());
        }
    }
    page
}

fn key_of(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "error-not-found",
        StatusCode::FORBIDDEN => "error-forbidden",
        StatusCode::METHOD_NOT_ALLOWED => "error-method",
        StatusCode::PAYLOAD_TOO_LARGE => "error-too-large",
        StatusCode::TOO_MANY_REQUESTS => "error-too-many",
        status if status.is_client_error() => "error-bad",
        _ => "error-broken",
    }
}

async fn page(app: &Arc<App>, mut asked: axum::http::request::Parts, status: StatusCode, error: ErrorPage) -> Response {
    let rendered = async {
        let visitor = Visitor::from_request_parts(&mut asked, app).await.map_err(|_| anyhow::anyhow!("no visitor"))?;
        let heading = visitor.words.say(error.key);
        let text = visitor.words.say(&format!("{}-text", error.key));
        let (p, blog) = match app.db.read().await {
            Ok(mut conn) => {
                let address = visitor.address.split(['/', '?']).nth(1).unwrap_or_default();
                let within = status == StatusCode::NOT_FOUND && !address.is_empty();
                let blog = if within { blogs::by_address(&mut conn, address).await? } else { None };
                (Page::new(&mut conn, &visitor, &heading).await?.private(), blog)
            }
            Err(_) => (Page::bare(visitor.words.clone(), heading.clone(), visitor.community.clone()), None),
        };
        let sign_in = (error.sign_in || status == StatusCode::NOT_FOUND) && visitor.member.is_none();
        anyhow::Ok(Shown { p, status: status.as_u16(), heading, text, sign_in, blog }.render()?)
    };
    match rendered.await {
        Ok(html) => (status, axum::response::Html(html)).into_response(),
        Err(problem) => {
            tracing::error!(error = format!("{problem:#}"), "an error page could not be made");
            (status, Body::from("Something is broken here. It has been noted.")).into_response()
        }
    }
}
