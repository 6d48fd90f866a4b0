//! Serving: opening everything, listening, and ending in order.

use std::{io::IsTerminal, sync::Arc, time::Duration};

use anyhow::Context;
use tokio::net::TcpListener;
use tracing_subscriber::EnvFilter;

use crate::{
    ids::Clock,
    kit::{
        app::App,
        config::Settings,
        web::{connections, limits::Limits},
    },
    links::{answers, emails, notices, pushes},
    people::{
        community,
        members::{self, Role},
        one_time_links::{self, LinkKind, OneTimeLink},
    },
    routes, schedule, worker,
};

/// How long requests may take to end when the server stops.
const SHUTDOWN_TIMEOUT: Duration = Duration::from_secs(20);

/// Begins logging: readable lines, or JSON; `RUST_LOG` chooses what.
pub fn log(settings: &Settings) {
    // PostgreSQL notes at every start that the table of migrations is there already, which is no news.
    let usual = "info,tower_http=warn,sqlx::postgres::notice=warn";
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new(usual));
    let no_colour = std::env::var_os("NO_COLOR").is_some_and(|said| !said.is_empty());
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal() && !no_colour)
        .with_target(false);
    if settings.log_json { lines.json().init() } else { lines.init() }
}

/// Opens everything the settings name; an empty database gets its community.
pub async fn open(settings: Settings) -> anyhow::Result<Arc<App>> {
    let limits = if settings.limited { Limits::ordinary() } else { Limits::generous() };
    let app = App::start(settings, Clock::System, limits).await?;
    app.db.always(async |tx| community::begin(tx, "Lyceum").await).await?;
    Ok(app)
}

/// The password on the first line of standard input.
pub fn typed_password() -> anyhow::Result<members::Password> {
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    line.trim_end_matches(['\r', '\n'])
        .parse()
        .map_err(|_| anyhow::anyhow!("the password on standard input must have 10 to 200 characters"))
}

/// Serves the site until it is told to stop.
pub async fn serve(app: Arc<App>) -> anyhow::Result<()> {
    // First, so that nobody is given an address of a site that is not there.
    let listener = listener(&app).await?;
    app.db.always(async |tx| community::serve_at(tx, &app.settings.base_url).await).await?;
    if let Some(address) = founding_address(&app).await? {
        println!(
            "\nThis community has no organiser yet. Whoever opens this address first becomes it:\n\n  {address}\n"
        );
        if app.settings.is_https() {
            println!(
                "It answers once a web server with TLS stands in front and passes on to http://{}.\n",
                app.settings.listen
            );
        }
    }
    answer(app, listener).await
}

/// The one-time address where the first organiser joins; none once there is one.
async fn founding_address(app: &App) -> anyhow::Result<Option<String>> {
    if members::has_organiser(&mut app.db.read().await?).await? {
        return Ok(None);
    }
    let secret = app
        .db
        .always(async |tx| {
            let expires_at = tx.now.plus_days(7);
            let link = OneTimeLink {
                kind: LinkKind::Found,
                member: None,
                email: None,
                role: Role::Organiser,
                made_by: None,
                expires_at,
            };
            one_time_links::make(tx, &link).await
        })
        .await?;
    Ok(Some(format!("{}/join?found={secret}", app.settings.base_url)))
}

/// Takes the place that the settings name to listen at.
pub async fn listener(app: &App) -> anyhow::Result<TcpListener> {
    let listen = app.settings.listen;
    TcpListener::bind(listen).await.with_context(|| {
        format!("the setting `listen` is `{listen}`: nothing can listen there; choose another address or port")
    })
}

/// Answers, and ends in order: no new requests, those under way are answered, the database is closed.
pub async fn answer(app: Arc<App>, listener: TcpListener) -> anyhow::Result<()> {
    let site = routes::site(&app)?;
    let lmtp = answers::receiving::listener(&app).await?;
    let mut background = vec![
        tokio::spawn(worker::run(app.clone())),
        tokio::spawn(schedule::run(app.clone())),
        tokio::spawn(notices::run(app.clone())),
        tokio::spawn(emails::run(app.clone())),
        tokio::spawn(pushes::run(app.clone())),
    ];
    if let Some(lmtp) = lmtp {
        background.push(tokio::spawn(answers::receiving::run(app.clone(), lmtp)));
    }
    tracing::info!(listen = %app.settings.listen, address = app.settings.base_url, database = app.db.kind(), "listening");
    let server = connections::serve(listener, site, connections::Limits::for_people(), app.closing.subscribe());
    let closing = app.clone();
    let stop = tokio::spawn(async move {
        stop_asked().await;
        tracing::info!("stopping: finishing what is under way");
        closing.closing.send_replace(true);
    });
    let mut asked = app.closing.subscribe();
    let patience = async move {
        let _ = asked.wait_for(|closing| *closing).await;
        tokio::time::sleep(SHUTDOWN_TIMEOUT).await;
    };
    tokio::select! {
        () = server => {}
        () = patience => tracing::warn!("some requests did not end in time"),
    }
    stop.abort();
    for task in background {
        task.abort();
    }
    app.db.close().await?;
    tracing::info!("stopped");
    Ok(())
}

/// Waits for Ctrl-C or the end signal of a service manager.
async fn stop_asked() {
    let mut terminate = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(signal) => signal,
        Err(error) => {
            tracing::warn!(%error, "the end signal cannot be heard");
            let _ = tokio::signal::ctrl_c().await;
            return;
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
