//! What is built from `web/` and embedded: style sheet, script and fonts under names that change with their content.

use std::{collections::HashMap, sync::LazyLock};

use axum::{
    http::{HeaderMap, header},
    response::IntoResponse,
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use rust_embed::RustEmbed;

use super::{Path, encoding::Encoding};
use crate::kit::error::{Answer, Failure};

#[derive(RustEmbed)]
#[folder = "$OUT_DIR/web"]
struct Built;

static MANIFEST: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
    let manifest = Built::get("manifest.json").expect("the build writes a manifest");
    serde_json::from_slice(&manifest.data).expect("the manifest is JSON")
});

/// The address of an asset by its plain name, such as `lyceum.css`.
pub fn address(name: &str) -> String {
    format!("/assets/{}", MANIFEST.get(name).unwrap_or_else(|| panic!("{name} is built from web/")))
}

/// The style sheet with everything it names within it: browsers let pages from a disk load neither fonts nor masks.
pub fn whole_style() -> String {
    let read = |name: &str| Built::get(name).map(|file| file.data).unwrap_or_default();
    let mut style = String::from_utf8_lossy(&read(MANIFEST.get("lyceum.css").map_or("", String::as_str))).into_owned();
    for name in Built::iter().filter(|name| !name.ends_with(".css")) {
        let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
            Some("svg") => "image/svg+xml",
            Some("png") => "image/png",
            Some("woff2") => "font/woff2",
            _ => continue,
        };
        if !style.contains(&*name) {
            continue;
        }
        let data = format!("data:{kind};base64,{}", BASE64_STANDARD.encode(read(&name)));
        for written in [format!("/assets/{name}"), format!("./{name}"), name.into_owned()] {
            style = style.replace(&written, &data);
        }
    }
    style
}

/// `GET /assets/{name}`: may be kept for ever, since another content has another name.
pub async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Answer {
    let encoding = Encoding::chosen(&headers, &[Encoding::Brotli]);
    let packed = encoding.name().and_then(|ending| Built::get(&format!("{name}.{ending}")));
    let encoding = packed.is_some().then(|| encoding.name()).flatten();
    let file = packed.or_else(|| Built::get(&name)).ok_or(Failure::NotFound)?;
    let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        _ => return Err(Failure::NotFound),
    };
    let mut response = file.data.into_owned().into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, kind.parse()?);
    headers.insert(header::CACHE_CONTROL, "public, max-age=31536000, immutable".parse()?);
    headers.insert(header::VARY, "accept-encoding".parse()?);
    if let Some(encoding) = encoding {
        headers.insert(header::CONTENT_ENCODING, encoding.parse()?);
    }
    Ok(response)
}

/// `GET /push-worker.js`: the service worker for Web Push, at the one address browsers know it by. They look for a newer one
/// when they start it, and it is asked for whether it is still the same.
pub async fn push_worker() -> Answer {
    let file = MANIFEST.get("push-worker.js").and_then(|name| Built::get(name)).ok_or(Failure::NotFound)?;
    let headers = [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    Ok((headers, file.data.into_owned()).into_response())
}

/// `GET /favicon.ico`: the mark, for those who ask for it under the name that never changes.
pub async fn favicon() -> Answer {
    let file = MANIFEST.get("favicon.ico").and_then(|name| Built::get(name)).ok_or(Failure::NotFound)?;
    let headers = [(header::CONTENT_TYPE, "image/x-icon"), (header::CACHE_CONTROL, "public, max-age=86400")];
    Ok((headers, file.data.into_owned()).into_response())
}
