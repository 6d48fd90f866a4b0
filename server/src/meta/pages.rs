//! HTTP for the house itself.

use std::{fmt::Write as _, sync::Arc, time::Duration};

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
        i18n::machine_time,
        web::{Path, assets, moved},
    },
    people::{
        community::{self, Crawlers, Directory},
        members,
    },
    site::{self, Page, Visitor},
    talk::{
        blogs,
        conversations::{self, Public},
        pages::reading,
    },
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

/// Machines that collect texts to train language models, by the names they go by in `robots.txt`. Those that look something up
/// for somebody who asked go by others.
const TRAINERS: [&str; 16] = [
    "AI2Bot",
    "Amazonbot",
    "anthropic-ai",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "cohere-training-data-crawler",
    "Diffbot",
    "FacebookBot",
    "Google-Extended",
    "GPTBot",
    "ImagesiftBot",
    "meta-externalagent",
    "omgili",
    "Timpibot",
];

/// `GET /robots.txt` (RFC 9309): what machines are asked to leave alone.
pub async fn robots(State(app): State<Arc<App>>) -> Answer<String> {
    let community = community::of(&app).await?;
    if community.crawlers == Crawlers::Nobody {
        return Ok("User-agent: *\nDisallow: /\n".into());
    }
    let mut rules = String::new();
    if community.crawlers == Crawlers::Search {
        for name in TRAINERS {
            let _ = writeln!(rules, "User-agent: {name}");
        }
        rules.push_str("Disallow: /\n\n");
    }
    rules.push_str("User-agent: *\nDisallow: /me/\nDisallow: /manage/\nDisallow: /search/\nDisallow: /report/\nDisallow: /*?reply=\nDisallow: /*?view=\n");
    if community.directory == Directory::Members {
        rules.push_str("Disallow: /members/\n");
    }
    let base = &app.settings.base_url;
    if !base.is_empty() {
        let _ = write!(rules, "\nSitemap: {base}/sitemap.xml\n");
    }
    Ok(rules)
}

/// How many addresses one part of the sitemap holds; more than 50,000 nobody reads.
const PART: i64 = 10_000;

/// `GET /sitemap.xml`: the parts of the sitemap (sitemaps.org, 0.9), each by the conversation it begins with.
pub async fn sitemap(State(app): State<Arc<App>>) -> Answer {
    let base = mapped(&app).await?;
    let parts = conversations::public_parts(&mut app.db.read().await?, PART).await?;
    let line = |id| format!("<sitemap><loc>{base}/sitemaps/{id}.xml</loc></sitemap>\n");
    Ok(xml("sitemapindex", &parts.into_iter().map(line).collect::<Vec<_>>().concat()))
}

/// `GET /sitemaps/{name}`: a part of it.
pub async fn sitemap_part(State(app): State<Arc<App>>, Path(name): Path<String>) -> Answer {
    let base = mapped(&app).await?;
    let from = name.strip_suffix(".xml").and_then(|id| id.parse().ok()).ok_or(Failure::NotFound)?;
    let found = conversations::public_from(&mut app.db.read().await?, from, PART).await?;
    if found.first().is_none_or(|first| first.id != from) {
        return Err(Failure::NotFound);
    }
    let site = url::Url::parse(&base).map_err(anyhow::Error::from)?;
    let line = |public: &Public| {
        // A path is written as it is read; in an address its letters are encoded, but for these two.
        let address = site.join(&public.path).ok()?.as_str().replace('&', "&amp;").replace('\'', "&apos;");
        Some(format!("<url><loc>{address}</loc><lastmod>{}</lastmod></url>\n", machine_time(public.changed_at)))
    };
    Ok(xml("urlset", &found.iter().filter_map(line).collect::<String>()))
}

/// The address of the site, if it has one and machines may read it.
async fn mapped(app: &App) -> Answer<String> {
    let base = app.settings.base_url.clone();
    if base.is_empty() || community::of(app).await?.crawlers == Crawlers::Nobody {
        return Err(Failure::NotFound);
    }
    Ok(base)
}

fn xml(root: &str, inside: &str) -> Response {
    let declaration = r#"<?xml version="1.0" encoding="UTF-8"?>"#;
    let text =
        format!("{declaration}\n<{root} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{inside}</{root}>\n");
    ([(header::CONTENT_TYPE, "application/xml"), (header::CACHE_CONTROL, "public, max-age=3600")], text).into_response()
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
