//! The page cache: whole answers in memory, under what they show. A page is used again only while the versions it was made
//! under still hold, so what was just written is on the very next page. Compressed forms are kept too.

use std::sync::{Arc, OnceLock};

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use bytes::Bytes;

use crate::{
    ids::{MemberId, Timestamp},
    kit::{
        db::{Snapshot, Versions},
        i18n::{Lang, Region},
    },
};

/// Cached pages together take no more memory than this, in bytes.
const CAPACITY_BYTES: u64 = 32 * 1024 * 1024;

/// Which page it is: the same address looks different to another member or in another language.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Key {
    /// Path and query.
    pub address: String,
    /// The reader's language.
    pub lang: Lang,
    /// Whose dates the reader is used to.
    pub region: Region,
    /// The reader, if signed in.
    pub member: Option<MemberId>,
}

/// A handler puts this on its response if the page may be cached.
#[derive(Clone, Debug)]
pub struct CacheFor {
    /// The versions, taken before anything was read.
    pub seen: Snapshot,
    /// When the page expires even if nothing changes.
    pub until: Option<Timestamp>,
}

/// A page with its compressed forms, each made when it is first asked for.
pub struct Page {
    body: Bytes,
    brotli: OnceLock<Bytes>,
    gzip: OnceLock<Bytes>,
    headers: HeaderMap,
    keep: Option<CacheFor>,
}

/// All cached pages.
pub struct PageCache(moka::sync::Cache<Key, Arc<Page>>);

impl Default for PageCache {
    fn default() -> Self {
        let weigh = |key: &Key, page: &Arc<Page>| {
            // Room for the compressed forms is reckoned in.
            u32::try_from(key.address.len() + page.body.len() * 3 / 2 + 256).unwrap_or(u32::MAX)
        };
        Self(moka::sync::Cache::builder().max_capacity(CAPACITY_BYTES).weigher(weigh).build())
    }
}

impl PageCache {
    /// The page under this key, if it still holds.
    pub fn get(&self, key: &Key, versions: &Versions, now: Timestamp) -> Option<Arc<Page>> {
        let page = self.0.get(key)?;
        let keep = page.keep.as_ref()?;
        (versions.is_current(&keep.seen) && keep.until.is_none_or(|until| now < until)).then_some(page)
    }

    /// Caches a page.
    pub fn put(&self, key: Key, page: Arc<Page>) {
        self.0.insert(key, page);
    }
}

impl Page {
    /// A page from its bytes.
    pub fn new(body: Bytes, keep: Option<CacheFor>, private: bool) -> Self {
        use std::hash::{DefaultHasher, Hasher};
        let mut hash = DefaultHasher::new();
        hash.write(&body);
        let etag = HeaderValue::from_str(&format!("W/\"{:016x}\"", hash.finish())).expect("hex is a header");
        let control = if private { "private, no-cache" } else { "no-cache" };
        // Room for these, those of every answer, the encoding, and those the server adds.
        let mut headers = HeaderMap::with_capacity(12);
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(header::ETAG, etag);
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding, accept-language, cookie"));
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(control));
        super::security_headers(&mut headers);
        Self { body, brotli: OnceLock::new(), gzip: OnceLock::new(), headers, keep }
    }

    /// The answer for these request headers: compressed if it may be, and only "not modified" if that is enough.
    pub fn answer(&self, request: &HeaderMap) -> Response {
        let fresh = match (request.get(header::IF_NONE_MATCH), self.headers.get(header::ETAG)) {
            (Some(known), Some(etag)) => {
                known.as_bytes().split(|&byte| byte == b',').any(|one| one.trim_ascii() == etag)
            }
            _ => false,
        };
        let (body, encoding) = if fresh { (Bytes::new(), None) } else { self.encoded(request) };
        let mut response = Response::new(Body::from(body));
        *response.headers_mut() = self.headers.clone();
        if fresh {
            *response.status_mut() = StatusCode::NOT_MODIFIED;
        }
        if let Some(encoding) = encoding {
            response.headers_mut().insert(header::CONTENT_ENCODING, HeaderValue::from_static(encoding));
        }
        response
    }

    fn encoded(&self, request: &HeaderMap) -> (Bytes, Option<&'static str>) {
        let accepts = request.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
        if self.body.len() < 1024 {
            (self.body.clone(), None)
        } else if accepts.contains("br") {
            (self.brotli.get_or_init(|| brotli(&self.body)).clone(), Some("br"))
        } else if accepts.contains("gzip") {
            (self.gzip.get_or_init(|| gzip(&self.body)).clone(), Some("gzip"))
        } else {
            (self.body.clone(), None)
        }
    }
}

fn brotli(bytes: &[u8]) -> Bytes {
    let mut out = Vec::with_capacity(bytes.len() / 4);
    let params = brotli::enc::BrotliEncoderParams { quality: 4, ..Default::default() };
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
