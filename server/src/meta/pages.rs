//! HTTP for the house itself.

use std::{sync::Arc, time::Duration};

use askama::Template;
use axum::{
    Json,
    extract::State,
    http::{Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};

use crate::{
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{assets, moved},
    },
    people::{
        community::{self, Directory},
        members,
    },
    site::{self, Page, Visitor},
    talk::{blogs, pages::reading},
};

/// How long the database may take to answer before the house counts as ill.
const HEALTH_TIMEOUT: Duration = Duration::from_secs(2);

/// `GET /health`: whether the site can answer and write, for whatever watches over it.
pub async fn health(State(app): State<Arc<App>>) -> Response {
    let reading = app.db.answers_within(HEALTH_TIMEOUT).await;
    let writing = reading && app.db.can_write().await;
    let (status, word) = match (reading, writing) {
        (true, true) => (StatusCode::OK, "ok"),
        (true, false) => (StatusCode::SERVICE_UNAVAILABLE, "read-only"),
        (false, _) => (StatusCode::SERVICE_UNAVAILABLE, "down"),
    };
    let yes = |well| if well { "yes" } else { "no" };
    let told = serde_json::json!({
        "status": word, "database": app.db.kind(), "reading": yes(reading), "writing": yes(writing),
    });
    (status, Json(told)).into_response()
}

/// `GET /robots.txt` (RFC 9309).
pub async fn robots(State(app): State<Arc<App>>) -> Answer<String> {
    let mut rules =
        String::from("User-agent: *\nDisallow: /me/\nDisallow: /manage/\nDisallow: /*?reply=\nDisallow: /*?view=\n");
    if community::of(&app).await?.directory == Directory::Members {
        rules.push_str("Disallow: /members/\n");
    }
    Ok(rules)
}

/// `GET /site.webmanifest`: how the site is called and drawn where it is put on a home screen (W3C, Web Application
/// Manifest).
pub async fn manifest(visitor: Visitor) -> Response {
    let icon = |name, sizes, purpose| {
        let src = assets::address(name);
        serde_json::json!({ "src": src, "sizes": sizes, "type": "image/png", "purpose": purpose })
    };
    let manifest = serde_json::json!({
        "name": visitor.community.name,
        "start_url": "/",
        // With `standalone` an iPhone lets a site on the home screen send notifications; others keep their bar.
        "display": "standalone",
        "display_override": ["minimal-ui"],
        "background_color": "#faf7f0",
        "theme_color": "#faf7f0",
        "lang": visitor.community.language.tag(),
        "icons": [
            icon("icon-192.png", "192x192", "any"),
            icon("icon-512.png", "512x512", "any"),
            icon("icon-512.png", "512x512", "maskable"),
        ],
    });
    ([(header::CONTENT_TYPE, "application/manifest+json")], manifest.to_string()).into_response()
}

#[derive(Template)]
#[template(path = "meta/styleguide.html")]
struct StyleGuide {
    p: Page,
}

/// `GET /styleguide`: every component once, for those who build.
pub async fn styleguide(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let p = Page::new(&mut app.db.read().await?, &visitor, "Style guide").await?.private();
    site::show(&StyleGuide { p })
}

/// What no route answers: old addresses of imported posts, and addresses that lack their last slash.
pub async fn fallback(State(app): State<Arc<App>>, visitor: Visitor, method: Method, uri: Uri) -> Answer {
    if !matches!(method, Method::GET | Method::HEAD) {
        return Err(Failure::NotFound);
    }
    let mut conn = app.db.read().await?;
    match reading::pages::elsewhere(&mut conn, &visitor).await {
        Err(Failure::NotFound) => {}
        answer => return answer,
    }
    if !lacks_slash(&mut conn, uri.path()).await? {
        return Err(Failure::NotFound);
    }
    let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
    let path = site::one_address::plain(uri.path()).unwrap_or_else(|| uri.path().to_owned());
    Ok(moved(&format!("{path}/{query}")))
}

/// Whether something may stand at this path with a slash after it.
async fn lacks_slash(conn: &mut Conn, path: &str) -> anyhow::Result<bool> {
    // Without the empty parts: `//name/` would be the address of another site.
    let parts: Vec<&str> = path.strip_prefix('/').unwrap_or(path).split('/').collect();
    if parts.iter().any(|part| part.is_empty()) {
        return Ok(false);
    }
    Ok(match parts.as_slice() {
        ["members" | "manage" | "about" | "rules" | "privacy" | "imprint"]
        | ["me", "posts" | "waiting" | "settings"]
        | ["manage", "members" | "log" | "pages"] => true,
        ["members", handle] => {
            members::by_handle(conn, handle).await?.is_some() || members::moved_to(conn, handle).await?.is_some()
        }
        [blog] | [blog, ..] if parts.len() <= 5 => {
            blogs::by_address(conn, blog).await?.is_some() || blogs::moved_to(conn, blog).await?.is_some()
        }
        _ => false,
    })
}
