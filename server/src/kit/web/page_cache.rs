//! The page cache: whole answers in memory, under what they show. A page is used again only while the versions it was made
//! under still hold, so what was just written is on the very next page. Compressed forms are kept too.
//!
//! When a page no longer holds, one reader makes it anew and the others wait for it: see [`PageCache::take_turn`].

use std::{
    collections::HashMap,
    sync::{
        Arc, LazyLock, Mutex, OnceLock, PoisonError,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
};

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, Uri, header},
    response::Response,
};
use bytes::Bytes;
use tokio::sync::{Semaphore, watch};

use super::encoding::Encoding;
use crate::{
    ids::{MemberId, Timestamp},
    kit::{
        db::{Snapshot, Versions},
        i18n::{Lang, Region},
        web::theme::Theme,
    },
};

/// Cached pages together take no more memory than this, in bytes.
const CAPACITY_BYTES: u64 = 32 * 1024 * 1024;
/// What is smaller than this is not worth compressing, in bytes.
const SMALL_BYTES: usize = 1024;
/// What is larger than this is compressed beside the threads that answer, in bytes.
const LARGE_BYTES: usize = 256 * 1024;
/// A page that was asked for so often is worth compressing better.
const POPULAR: u32 = 3;
/// Compressing beside the threads that answer: only so many at once.
static COMPRESSORS: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(2)));

/// Which page it is: the same address looks different to another reader, in another language or in other colours.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Key {
    /// Path and query, as [`Rule::address`] writes them.
    pub address: String,
    /// The reader's language.
    pub lang: Lang,
    /// Whose dates the reader is used to.
    pub region: Region,
    /// The colours they chose.
    pub theme: Theme,
    /// Whose page it is.
    pub reader: Reader,
}

/// Whose page it is.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Reader {
    /// Everybody's who is not signed in.
    Stranger,
    /// That of one member.
    Member(MemberId),
    /// That of all members who see times in this time zone and have no rights of their own to what is shown.
    Members(String),
}

/// What is cached of one route.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The names its handler knows in a query. Others change nothing on the page, so they are no part of its key.
    pub names: &'static [&'static str],
    /// Whether members without rights of their own share one copy.
    pub shared: bool,
}

impl Rule {
    /// The address a page is kept under: its path, and of its query what the handler knows.
    pub fn address(self, uri: &Uri) -> String {
        let Some(query) = uri.query() else { return uri.path().to_owned() };
        let known = url::form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| self.names.contains(&&**name));
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(known).finish();
        if query.is_empty() { uri.path().to_owned() } else { format!("{}?{query}", uri.path()) }
    }
}

/// Rides on a request: the address its page is kept under.
#[derive(Clone, Debug)]
pub struct Address(pub String);

/// A handler puts this on its response if the page may be cached.
#[derive(Clone, Debug)]
pub struct CacheFor {
    /// The versions, taken before anything was read.
    pub seen: Snapshot,
    /// When the page expires even if nothing changes.
    pub until: Option<Timestamp>,
    /// Members who have rights of their own to what a shared page shows.
    pub except: Vec<MemberId>,
}

/// A page with its compressed forms, each made when it is first asked for.
pub struct CachedPage {
    body: Bytes,
    brotli: OnceLock<Bytes>,
    /// Smaller, made once the page is popular.
    dense: OnceLock<Bytes>,
    asked: AtomicU32,
    is_getting_dense: AtomicBool,
    gzip: OnceLock<Bytes>,
    headers: HeaderMap,
    keep: Option<CacheFor>,
}

/// All cached pages, and those that are just being made.
pub struct PageCache {
    pages: moka::sync::Cache<Key, Arc<CachedPage>>,
    turns: Arc<Mutex<HashMap<Key, watch::Receiver<Made>>>>,
}

impl Default for PageCache {
    fn default() -> Self {
        let weigh = |key: &Key, page: &Arc<CachedPage>| {
            // Room for the compressed forms is reckoned in.
            u32::try_from(key.address.len() + page.body.len() * 3 / 2 + 256).unwrap_or(u32::MAX)
        };
        Self {
            pages: moka::sync::Cache::builder().max_capacity(CAPACITY_BYTES).weigher(weigh).build(),
            turns: Arc::default(),
        }
    }
}

/// What became of making a page.
#[derive(Clone)]
enum Made {
    /// Nothing yet. If nobody will say any more, whoever made it has gone, and another is to make it.
    Open,
    /// It was made, and may be kept.
    Page(Arc<CachedPage>),
    /// It is none that is kept: whoever wants it must ask for themselves.
    NotKept,
}

/// Whose turn it is to make a page.
pub enum Turn {
    /// The one who asked.
    Mine(Making),
    /// Somebody else's, who is at it.
    Theirs(Waiting),
}

/// The right to make a page that others wait for. When it is dropped before [`Making::done`], it passes on to one of them.
pub struct Making {
    key: Key,
    say: watch::Sender<Made>,
    turns: Arc<Mutex<HashMap<Key, watch::Receiver<Made>>>>,
}

/// Waits for somebody else who makes a page.
pub struct Waiting(watch::Receiver<Made>);

/// What waiting brought.
pub enum Waited {
    /// A page, made since that turn began.
    Page(Arc<CachedPage>),
    /// The turn is free again.
    Again,
    /// This is no page that is kept.
    NotKept,
}

impl PageCache {
    /// The page under this key, if it still holds.
    pub fn get(&self, key: &Key, versions: &Versions, now: Timestamp) -> Option<Arc<CachedPage>> {
        let page = self.pages.get(key)?;
        let keep = page.keep.as_ref()?;
        (versions.is_current(&keep.seen) && keep.until.is_none_or(|until| now < until)).then_some(page)
    }

    /// Caches a page, in the place of one made under older versions.
    pub fn put(&self, key: Key, page: Arc<CachedPage>) {
        self.pages.insert(key, page);
    }

    /// Whose turn it is to make this page: whoever asks first makes it, so that a page many want is not made many times.
    pub fn take_turn(&self, key: &Key) -> Turn {
        let mut turns = lock(&self.turns);
        if let Some(theirs) = turns.get(key) {
            return Turn::Theirs(Waiting(theirs.clone()));
        }
        let (say, hear) = watch::channel(Made::Open);
        turns.insert(key.clone(), hear);
        Turn::Mine(Making { key: key.clone(), say, turns: self.turns.clone() })
    }
}

/// Nothing is done while it is held but to look and to write down, so what a panic left there is whole.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Making {
    /// Says what became of it: a page kept under this key, one kept under another, or none.
    pub fn done(self, kept: Option<(Key, Arc<CachedPage>)>) {
        match kept {
            Some((key, page)) if key == self.key => drop(self.say.send(Made::Page(page))),
            // It was this reader's own: somebody else makes that of the others.
            Some(_) => {}
            None => drop(self.say.send(Made::NotKept)),
        }
    }
}

impl Drop for Making {
    fn drop(&mut self) {
        lock(&self.turns).remove(&self.key);
    }
}

impl Waiting {
    /// Waits until it is made, or given up.
    pub async fn wait(mut self) -> Waited {
        match self.0.wait_for(|made| !matches!(made, Made::Open)).await.as_deref() {
            Ok(Made::Page(page)) => Waited::Page(page.clone()),
            Ok(Made::NotKept) => Waited::NotKept,
            Ok(Made::Open) | Err(_) => Waited::Again,
        }
    }
}

/// What tells one body from another (RFC 9110, 8.8.3).
pub fn etag(body: &[u8]) -> HeaderValue {
    use std::hash::{DefaultHasher, Hasher};
    let mut hash = DefaultHasher::new();
    hash.write(body);
    HeaderValue::from_str(&format!("W/\"{:016x}\"", hash.finish())).expect("hex is a header")
}

/// Whether whoever sends these headers has the body with this tag.
pub fn knows(request: &HeaderMap, etag: &HeaderValue) -> bool {
    let known = request.get(header::IF_NONE_MATCH).map(HeaderValue::as_bytes).unwrap_or_default();
    known.split(|&byte| byte == b',').any(|one| one.trim_ascii() == etag)
}

impl CachedPage {
    /// A page from its bytes.
    pub fn new(body: Bytes, keep: Option<CacheFor>, private: bool, https: bool) -> Self {
        let etag = etag(&body);
        let control = if private { "private, no-cache" } else { "no-cache" };
        // Room for these, those of every answer, the encoding, and those the server adds.
        let mut headers = HeaderMap::with_capacity(12);
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(header::ETAG, etag);
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding, accept-language, cookie"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(control));
        super::security_headers(&mut headers, https);
        Self {
            body,
            brotli: OnceLock::new(),
            dense: OnceLock::new(),
            asked: AtomicU32::new(0),
            is_getting_dense: AtomicBool::new(false),
            gzip: OnceLock::new(),
            headers,
            keep,
        }
    }

    /// Whether this is a page for this member, too.
    pub fn is_for(&self, member: MemberId) -> bool {
        self.keep.as_ref().is_none_or(|keep| !keep.except.contains(&member))
    }

    /// The answer for these request headers: compressed if it may be, and only "not modified" if that is enough.
    pub async fn answer(self: &Arc<Self>, request: &HeaderMap) -> Response {
        if let Some(response) = self.at_once(request) {
            return response;
        }
        // Too large to be compressed where others wait; if that cannot be done, it is sent as it is.
        let encoding = self.encoding(request);
        match self.clone().packed_aside(encoding).await {
            Some(body) => self.whole(body, encoding),
            None => self.whole(self.body.clone(), Encoding::Identity),
        }
    }

    async fn packed_aside(self: Arc<Self>, encoding: Encoding) -> Option<Bytes> {
        let turn = COMPRESSORS.clone().acquire_owned().await.ok()?;
        let packing = tokio::task::spawn_blocking(move || {
            let body = self.packed(encoding);
            drop(turn);
            body
        });
        packing.await.ok()
    }

    /// The same, if it takes no time to speak of.
    pub fn at_once(self: &Arc<Self>, request: &HeaderMap) -> Option<Response> {
        if self.is_known(request) {
            let mut response = Response::new(Body::empty());
            *response.headers_mut() = self.headers.clone();
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            return Some(response);
        }
        let encoding = self.encoding(request);
        let form = match encoding {
            Encoding::Brotli => {
                self.make_dense();
                &self.brotli
            }
            Encoding::Gzip => &self.gzip,
            Encoding::Identity => return Some(self.whole(self.body.clone(), encoding)),
        };
        (self.body.len() < LARGE_BYTES || form.get().is_some()).then(|| self.whole(self.packed(encoding), encoding))
    }

    fn is_known(&self, request: &HeaderMap) -> bool {
        self.headers.get(header::ETAG).is_some_and(|etag| knows(request, etag))
    }

    fn encoding(&self, request: &HeaderMap) -> Encoding {
        if self.body.len() < SMALL_BYTES {
            return Encoding::Identity;
        }
        Encoding::chosen(request, &[Encoding::Brotli, Encoding::Gzip])
    }

    /// The body in this encoding.
    fn packed(&self, encoding: Encoding) -> Bytes {
        match encoding {
            Encoding::Brotli => match self.dense.get() {
                Some(dense) => dense.clone(),
                None => self.brotli.get_or_init(|| brotli(&self.body, QUICK)).clone(),
            },
            Encoding::Gzip => self.gzip.get_or_init(|| gzip(&self.body)).clone(),
            Encoding::Identity => self.body.clone(),
        }
    }

    fn whole(&self, body: Bytes, encoding: Encoding) -> Response {
        let mut response = Response::new(Body::from(body));
        *response.headers_mut() = self.headers.clone();
        if let Some(name) = encoding.name() {
            response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        response
    }

    /// Compresses a page better that is asked for again and again, when nothing else is being compressed.
    fn make_dense(self: &Arc<Self>) {
        if self.is_getting_dense.load(Ordering::Relaxed) || self.keep.is_none() {
            return;
        }
        if self.asked.fetch_add(1, Ordering::Relaxed) + 1 < POPULAR {
            return;
        }
        let Ok(turn) = COMPRESSORS.clone().try_acquire_owned() else { return };
        if !self.is_getting_dense.swap(true, Ordering::Relaxed) {
            let page = self.clone();
            tokio::task::spawn_blocking(move || {
                let _ = page.dense.set(brotli(&page.body, DENSE));
                drop(turn);
            });
        }
    }
}

/// Qualities of brotli: a twentieth more bytes for half the time, and the best that a page is worth.
const QUICK: i32 = 2;
const DENSE: i32 = 7;

/// Brotli (RFC 7932) with a window no larger than what it slides over: to clear a larger one takes longer than the page.
fn brotli(bytes: &[u8], quality: i32) -> Bytes {
    let mut out = Vec::with_capacity(bytes.len() / 4);
    let window = i32::try_from(bytes.len().max(1).ilog2()).unwrap_or(22) + 1;
    let params = brotli::enc::BrotliEncoderParams {
        quality,
        lgwin: window.clamp(16, 22),
        size_hint: bytes.len(),
        ..Default::default()
    };
    // Writing to memory cannot fail.
    let _ = brotli::BrotliCompress(&mut &bytes[..], &mut out, &params);
    out.into()
}

fn gzip(bytes: &[u8]) -> Bytes {
    use std::io::Write;
    let mut out = flate2::write::GzEncoder::new(Vec::with_capacity(bytes.len() / 4), flate2::Compression::new(5));
    // Writing to memory cannot fail.
    let _ = out.write_all(bytes);
    out.finish().unwrap_or_default().into()
}
