//! Around every answer: pages from memory before anything else is asked, compression, and error pages.

use std::{
    cell::Cell,
    convert::Infallible,
    future::{Ready, ready},
    sync::Arc,
    task,
};

use askama::Template;
use axum::{
    body::{Body, to_bytes},
    extract::{FromRequestParts, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures_util::{
    FutureExt,
    future::{BoxFuture, Either},
};
use tower::Service;

use super::{Page, Visitor};
use crate::{
    ids::MemberId,
    kit::{
        app::App,
        db::LAST_CHANGE,
        error::ErrorPage,
        web::{
            page_cache::{self, Address, CacheFor, Key, Reader, Rule, Turn, Waited},
            theme::Theme,
        },
    },
    talk::{
        blogs::{self, Blog},
        old_sites,
    },
};

/// No page is larger than this, in bytes.
const LARGEST_PAGE_BYTES: usize = 64 * 1024 * 1024;

/// The site behind the page cache: a cached page is answered before anything else is asked, and one that is not cached
/// is made by one reader for all who want it.
#[derive(Clone)]
pub struct FromMemory<S> {
    app: Arc<App>,
    rules: Arc<matchit::Router<Option<Rule>>>,
    site: S,
}

impl<S> FromMemory<S> {
    /// Puts the memory before a site; the rules say which of its addresses are pages that may be kept.
    pub fn before(app: Arc<App>, rules: matchit::Router<Option<Rule>>, site: S) -> Self {
        Self { app, rules: Arc::new(rules), site }
    }

    fn rule(&self, request: &Request) -> Option<Rule> {
        let reads = matches!(*request.method(), Method::GET | Method::HEAD);
        let rule = self.rules.at(request.uri().path()).ok()?.value;
        // What an old site was asked in a query is no page of this one.
        let asks_an_old_site = request.uri().query().is_some_and(old_sites::asks_for_something);
        rule.filter(|_| reads && !asks_an_old_site)
    }
}

impl<S> Service<Request> for FromMemory<S>
where
    S: Service<Request, Response = Response, Error = Infallible, Future: Send + 'static>,
{
    type Response = Response;
    type Error = Infallible;
    type Future = Either<
        Ready<Result<Response, Infallible>>,
        Either<S::Future, BoxFuture<'static, Result<Response, Infallible>>>,
    >;

    fn poll_ready(&mut self, context: &mut task::Context<'_>) -> task::Poll<Result<(), Infallible>> {
        self.site.poll_ready(context)
    }

    fn call(&mut self, mut request: Request) -> Self::Future {
        let Some(rule) = self.rule(&request) else { return Either::Right(Either::Left(self.site.call(request))) };
        let address = rule.address(request.uri());
        let asking = Asking::remembered(&self.app, rule, &address, request.headers());
        request.extensions_mut().insert(Address(address));
        let Some(asking) = asking else { return Either::Right(Either::Left(self.site.call(request))) };
        if let Some(page) = asking.find(&self.app) {
            if let Some(answer) = page.at_once(request.headers()) {
                return Either::Left(ready(Ok(answer)));
            }
            let headers = request.into_parts().0.headers;
            return Either::Right(Either::Right(async move { Ok(page.answer(&headers).await) }.boxed()));
        }
        let headers = request.headers().clone();
        let site = self.site.call(request);
        let app = self.app.clone();
        Either::Right(Either::Right(async move { Ok(made_once(&app, &asking, &headers, site).await) }.boxed()))
    }
}

/// Somebody who wants a page: under which key theirs is kept, and, for a page that members share, who they are.
struct Asking {
    own: Key,
    shared: Option<(Key, MemberId)>,
}

impl Asking {
    /// If memory knows who asks.
    fn remembered(app: &App, rule: Rule, address: &str, headers: &HeaderMap) -> Option<Self> {
        if mark_of(headers).is_some_and(|mark| !app.db.has_heard(mark)) {
            return None;
        }
        let (lang, region, member) = Visitor::remembered(app, headers)?;
        let theme = Theme::of(headers);
        let key = |reader| Key { address: address.to_owned(), lang, region, theme, reader };
        let shared = member.as_ref().filter(|member| rule.shared && !member.has_role());
        Some(Self {
            shared: shared.map(|member| (key(Reader::Members(member.profile.time_zone.clone())), member.id)),
            own: key(member.map_or(Reader::Stranger, |member| Reader::Member(member.id))),
        })
    }

    fn find(&self, app: &App) -> Option<Arc<page_cache::CachedPage>> {
        let get = |key| app.page_cache.get(key, &app.db.versions, app.now());
        self.shared.as_ref().and_then(|(key, _)| get(key)).filter(|page| self.may_have(page)).or_else(|| get(&self.own))
    }

    fn may_have(&self, page: &page_cache::CachedPage) -> bool {
        self.shared.as_ref().is_none_or(|(_, member)| page.is_for(*member))
    }
}

/// Carries the mark of a reader's last change from one node to the next.
const MARK_COOKIE: &str = "lyceum-change";

fn mark_of(headers: &HeaderMap) -> Option<&str> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    cookies.flat_map(|value| value.split(';')).find_map(|pair| pair.trim().strip_prefix(MARK_COOKIE)?.strip_prefix('='))
}

/// Whoever wrote something on one node sees it on every other: a change leaves a mark with the reader, and a node that
/// has not heard of it asks before it answers.
pub async fn follow(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    if mark_of(request.headers()).is_some_and(|mark| !app.db.has_heard(mark))
        && let Err(error) = app.db.catch_up().await
    {
        tracing::warn!(error = format!("{error:#}"), "other nodes' changes could not be heard");
    }
    let changing = !matches!(*request.method(), Method::GET | Method::HEAD);
    let (mut response, change) = LAST_CHANGE
        .scope(Cell::new(0), async {
            let response = next.run(request).await;
            (response, LAST_CHANGE.with(Cell::get))
        })
        .await;
    if changing && let Some(mark) = app.db.mark(change) {
        let cookie = format!("{MARK_COOKIE}={mark}; Path=/; Max-Age=30; HttpOnly; SameSite=Lax");
        response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_str(&cookie).expect("hex and figures"));
    }
    response
}

/// The page, made by whoever asks first. The others wait and look into the memory again; what is there holds, so somebody
/// who comes after a change never gets a page from before it. A page that was begun after they came is new enough even
/// when it is old again.
async fn made_once<F>(app: &App, asking: &Asking, headers: &HeaderMap, site: F) -> Response
where
    F: Future<Output = Result<Response, Infallible>>,
{
    let key = asking.shared.as_ref().map_or(&asking.own, |(key, _)| key);
    let mut has_waited = false;
    loop {
        match app.page_cache.take_turn(key) {
            Turn::Mine(making) => {
                let Ok(mut response) = site.await;
                making.done(response.extensions_mut().remove::<Kept>().map(|kept| (kept.0, kept.1)));
                return response;
            }
            Turn::Theirs(waiting) => match waiting.wait().await {
                Waited::Page(page) if has_waited && asking.may_have(&page) => return page.answer(headers).await,
                Waited::Page(_) | Waited::Again => {}
                Waited::NotKept => {
                    let Ok(response) = site.await;
                    return response;
                }
            },
        }
        if let Some(page) = asking.find(app) {
            return page.answer(headers).await;
        }
        has_waited = true;
    }
}

/// Rides on an answer: the page that was kept of it, and under which key.
#[derive(Clone)]
struct Kept(Key, Arc<page_cache::CachedPage>);

/// Caches what a handler says may be cached; compresses the rest.
pub async fn keep(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let headers = request.headers().clone();
    let address = request.extensions().get::<Address>().cloned();
    let response = next.run(request).await;
    let html =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !html {
        return response;
    }
    pack(&app, response, &headers, address).await
}

async fn pack(app: &App, response: Response, headers: &HeaderMap, address: Option<Address>) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LARGEST_PAGE_BYTES).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let kept = parts.extensions.remove::<CacheFor>().zip(parts.extensions.remove::<Key>()).zip(address);
    let private = kept.as_ref().is_none_or(|((_, key), _)| key.reader != Reader::Stranger);
    let keep = kept.as_ref().map(|((keep, _), _)| keep.clone());
    let page = Arc::new(page_cache::CachedPage::new(bytes, keep, private, app.settings.is_https()));
    if let Some(((_, mut key), Address(address))) = kept {
        key.address = address;
        app.page_cache.put(key.clone(), page.clone());
        let mut answer = page.answer(headers).await;
        answer.extensions_mut().insert(Kept(key, page));
        // A session that lives on tells this browser so; that is not kept.
        if let Some(cookie) = parts.headers.remove(header::SET_COOKIE) {
            answer.headers_mut().insert(header::SET_COOKIE, cookie);
        }
        return answer;
    }
    let mut answer = page.answer(&without_conditions(headers)).await;
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
struct ErrorTemplate {
    p: Page,
    status: u16,
    heading: String,
    text: String,
    sign_in: bool,
    /// The blog at whose address nothing is, or no longer, if there is one.
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
        let visitor = match Visitor::from_request_parts(&mut asked, app).await {
            Ok(visitor) => visitor,
            // The database is away, and with it whose session this is.
            Err(_) => Visitor::unknown(app, &asked).await?,
        };
        let heading = visitor.words.say(error.key);
        let text = visitor.words.say(&format!("{}-text", error.key));
        let (p, blog) = match app.db.read().await {
            Ok(mut conn) => {
                let address = visitor.address.split(['/', '?']).nth(1).unwrap_or_default();
                let within = matches!(status, StatusCode::NOT_FOUND | StatusCode::GONE) && !address.is_empty();
                let blog = if within { blogs::by_address(&mut conn, address).await? } else { None };
                (Page::new(&mut conn, &visitor, &heading).await?.private(), blog)
            }
            Err(_) => (Page::bare(&visitor, heading.clone()), None),
        };
        let sign_in = (error.sign_in || status == StatusCode::NOT_FOUND) && visitor.member.is_none();
        anyhow::Ok(ErrorTemplate { p, status: status.as_u16(), heading, text, sign_in, blog }.render()?)
    };
    match rendered.await {
        Ok(html) => (status, axum::response::Html(html)).into_response(),
        Err(problem) => {
            tracing::error!(error = format!("{problem:#}"), "an error page could not be made");
            (status, Body::from("Something went wrong. It has been logged.")).into_response()
        }
    }
}
