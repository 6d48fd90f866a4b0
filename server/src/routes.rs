//! What comes in: every address, and who answers it.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    extract::DefaultBodyLimit,
    http::{HeaderName, StatusCode},
    middleware::{from_fn, from_fn_with_state},
    routing::{get, post},
};
use tower_http::{
    catch_panic::CatchPanicLayer,
    csrf::CsrfLayer,
    request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer},
    timeout::TimeoutLayer,
    trace::TraceLayer,
};
use tower_sessions::{Expiry, SessionManagerLayer, cookie::SameSite};

use crate::{
    kit::{app::App, web},
    meta,
    people::{
        members::{SESSION_DAYS, SessionStore},
        pages::{account, directory, manage},
    },
    site,
    talk::pages::{blog, home, moderation, reading, writing},
};

/// No form is larger than this, in bytes, but those that hold a text.
const LARGEST_FORM_BYTES: usize = 64 * 1024;
/// No form with a comment is larger than this, in bytes: each of its characters may be sent as twelve.
const LARGEST_COMMENT_BYTES: usize = 12 * 100_000 + 64 * 1024;
/// No form with a post is larger than this, in bytes.
const LARGEST_POST_BYTES: usize = 8 * 1024 * 1024;
/// No form with invitations is larger than this, in bytes.
const LARGEST_INVITATION_BYTES: usize = 256 * 1024;
/// So much of a file is read that is too large, in bytes.
const LARGEST_SENT_BYTES: usize = 128 * 1024 * 1024;
/// No answer may take longer than this to begin.
const REQUEST_TIMEOUT: Duration = Duration::from_mins(1);

/// Every address of the site; a form with a file holds so many bytes at most.
fn addresses(largest_upload: usize) -> Router<Arc<App>> {
    Router::new()
        .route("/assets/{name}", get(web::assets::serve))
        // Conversations
        .route("/posts/{id}/comments", post(reading::pages::reply).layer(DefaultBodyLimit::max(LARGEST_COMMENT_BYTES)))
        .route("/comments/{id}", get(reading::pages::permalink))
        .route("/comments/{id}/entry", get(reading::pages::entry))
        .route(
            "/comments/{id}/edit",
            get(reading::pages::edit_form)
                .post(reading::pages::edit)
                .layer(DefaultBodyLimit::max(LARGEST_COMMENT_BYTES)),
        )
        .route("/comments/{id}/delete", get(reading::pages::delete_form).post(reading::pages::delete))
        .route("/comments/{id}/approve", post(reading::pages::approve))
        .route("/comments/{id}/hide", post(reading::pages::hide))
        .route("/comments/{id}/unhide", post(reading::pages::unhide))
        .route("/conversations/{id}/live", get(reading::pages::live))
        // Accounts
        .route("/join", get(account::joining::pages::form).post(account::joining::pages::join))
        .route(
            "/join/confirm/{secret}",
            get(account::joining::pages::confirm_form).post(account::joining::pages::confirm),
        )
        .route("/sign-in", get(account::signing_in::pages::form).post(account::signing_in::pages::by_password))
        .route("/sign-in/link", post(account::signing_in::pages::send_link))
        .route(
            "/sign-in/link/{secret}",
            get(account::signing_in::pages::link_form).post(account::signing_in::pages::by_link),
        )
        .route("/forgot", get(account::signing_in::pages::forgot_form).post(account::signing_in::pages::forgot))
        .route("/reset/{secret}", get(account::signing_in::pages::reset_form).post(account::signing_in::pages::reset))
        .route("/sign-out", post(account::pages::sign_out))
        .route("/language", post(account::pages::language))
        .route("/me/settings/", get(account::settings::pages::settings))
        .route("/me/profile", post(account::settings::pages::profile))
        .route("/me/blog", post(account::settings::pages::blog))
        .route("/me/picture", post(account::settings::pages::picture).layer(DefaultBodyLimit::max(largest_upload)))
        .route("/me/email", post(account::settings::pages::email))
        .route("/me/password", post(account::settings::pages::password))
        .route("/me/sessions/end-all", post(account::settings::pages::end_sessions))
        .route("/me/sessions/{hash}/end", post(account::settings::pages::end_session))
        .route("/pictures/{name}", get(account::pages::generated))
        .route("/files/{name}", get(account::pages::file))
        // The community
        .route("/", get(home::pages::home))
        .route("/members/", get(directory::pages::directory))
        .route("/members/{handle}/", get(directory::pages::member))
        // Writing
        .route("/me/posts/", get(writing::pages::own_posts))
        .route(
            "/me/posts/new",
            get(writing::pages::new).post(writing::pages::create).layer(DefaultBodyLimit::max(LARGEST_POST_BYTES)),
        )
        .route(
            "/me/posts/{id}/",
            get(writing::pages::edit_form).post(writing::pages::edit).layer(DefaultBodyLimit::max(LARGEST_POST_BYTES)),
        )
        .route("/me/posts/{id}/delete", get(writing::pages::delete_form).post(writing::pages::delete))
        .route("/preview", post(writing::pages::preview).layer(DefaultBodyLimit::max(LARGEST_POST_BYTES)))
        // Deciding and managing
        .route("/me/waiting/", get(moderation::pages::waiting))
        .route("/manage/", get(manage::pages::settings))
        .route("/manage/community", post(manage::pages::change))
        .route("/manage/requests/{id}/let-in", post(manage::pages::let_in))
        .route("/manage/requests/{id}/turn-away", post(manage::pages::turn_away))
        .route(
            "/manage/invitations",
            post(manage::pages::invite).layer(DefaultBodyLimit::max(LARGEST_INVITATION_BYTES)),
        )
        .route("/manage/invitations/{name}/take-back", post(manage::pages::take_back))
        .route("/manage/members/", get(manage::pages::members))
        .route("/manage/members/{id}/role", post(manage::pages::appoint))
        .route("/manage/log/", get(manage::pages::log))
        // The house itself
        .route("/health", get(meta::pages::health))
        .route("/robots.txt", get(meta::pages::robots))
        .route("/styleguide", get(meta::pages::styleguide))
        // Blogs
        .route("/{blog}/", get(blog::pages::front))
        .route("/{blog}/{page}/", get(blog::pages::page_or_year))
        .route("/{blog}/category/{slug}/", get(blog::pages::category))
        .route("/{blog}/tag/{slug}/", get(blog::pages::tag))
        .route("/{blog}/page/{number}/", get(blog::pages::numbered))
        .route("/{blog}/{year}/{month}/", get(blog::pages::month))
        .route("/{blog}/{year}/{month}/{day}/", get(blog::pages::day))
        .route("/{blog}/{year}/{month}/{day}/{slug}/", get(reading::pages::post))
        .fallback(meta::pages::fallback)
}

/// The whole site.
pub type Site = site::answers::FromMemory<Router>;

/// The whole site, ready to serve.
pub fn site(app: &Arc<App>) -> anyhow::Result<Site> {
    let sessions = SessionManagerLayer::new(SessionStore::new(app.db.clone()))
        .with_name(site::cookie_name(app.settings.is_https()))
        .with_same_site(SameSite::Lax)
        .with_secure(app.settings.is_https())
        .with_expiry(Expiry::OnInactivity(time::Duration::days(SESSION_DAYS)));
    let own_forms_only = CsrfLayer::new().add_trusted_origin(&app.settings.base_url)?;
    let request_id = HeaderName::from_static("x-request-id");
    // A browser that is cut off while it sends shows no page: a file that is too large is read to its end, as far as
    // files from cameras and scanners go, and nothing of it is kept.
    let site = addresses((2 * app.settings.upload_bytes).max(LARGEST_SENT_BYTES) + 64 * 1024)
        .layer(DefaultBodyLimit::max(LARGEST_FORM_BYTES))
        .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, REQUEST_TIMEOUT))
        .layer(from_fn(web::short_answers))
        .layer(from_fn(web::no_nul))
        .layer(own_forms_only)
        .layer(from_fn_with_state(app.clone(), site::answers::errors))
        .layer(sessions)
        .layer(from_fn_with_state(app.clone(), site::answers::keep))
        .layer(CatchPanicLayer::new())
        .layer(TraceLayer::new_for_http())
        .layer(PropagateRequestIdLayer::new(request_id.clone()))
        .layer(SetRequestIdLayer::new(request_id, MakeRequestUuid))
        .layer(from_fn(web::careful))
        .with_state(app.clone());
    Ok(site::answers::FromMemory::before(app.clone(), site))
}
