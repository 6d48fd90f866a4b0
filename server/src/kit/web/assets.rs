//! What is built from `web/` and embedded: style sheet, script and fonts under names that change with their content.

use std::{collections::HashMap, sync::LazyLock};

use axum::{
    extract::Path,
    http::{HeaderMap, header},
    response::IntoResponse,
};
use rust_embed::RustEmbed;

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

/// `GET /assets/{name}`: may be kept for ever, since another content has another name.
pub async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Answer {
    let accepts = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let packed = accepts.contains("br").then(|| Built::get(&format!("{name}.br"))).flatten();
    let encoding = packed.is_some().then_some("br");
    let file = packed.or_else(|| Built::get(&name)).ok_or(Failure::NotFound)?;
    let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
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
