//! What happens on time.

use std::{sync::Arc, time::Duration};

use crate::{
    kit::app::App,
    people::members,
    talk::{comments, posts},
};

/// Runs the rounds for as long as the server runs.
pub async fn run(app: Arc<App>) {
    loop {
        // In a task of its own: a panic ends this round, not those to come.
        let round = app.clone();
        let done = tokio::spawn(async move { hourly(&round).await }).await.unwrap_or_else(|panic| Err(panic.into()));
        if let Err(error) = done {
            tracing::error!(error = format!("{error:#}"), "the hourly round failed");
        }
        tokio::time::sleep(Duration::from_hours(1)).await;
    }
}

/// Forgets what is over, and renders again what an older renderer made.
pub async fn hourly(app: &App) -> anyhow::Result<()> {
    app.limits.forget_old();
    app.db
        .always(async |tx| {
            members::forget_expired(tx).await?;
            members::forget_unconfirmed(tx).await
        })
        .await?;
    while rerender_posts(app).await? {}
    while rerender_comments(app).await? {}
    Ok(())
}

const AT_ONCE: i64 = 200;

async fn rerender_posts(app: &App) -> anyhow::Result<bool> {
    let emoji = crate::people::community::of(app).await?.emoji;
    let mut conn = app.db.read().await?;
    let stale = posts::stale(&mut conn, AT_ONCE).await?;
    let mut rendered = Vec::with_capacity(stale.len());
    for post in &stale {
        rendered.push(posts::render_again(&mut conn, post.id, &post.source, post.format(), &post.lang, emoji).await?);
    }
    drop(conn);
    app.db
        .always(async |tx| {
            for (post, text) in stale.iter().zip(&rendered) {
                posts::rerender(tx, post, text).await?;
            }
            Ok(())
        })
        .await?;
    Ok(!stale.is_empty())
}

async fn rerender_comments(app: &App) -> anyhow::Result<bool> {
    let emoji = crate::people::community::of(app).await?.emoji;
    let mut conn = app.db.read().await?;
    let stale = comments::stale(&mut conn, AT_ONCE).await?;
    let mut rendered = Vec::with_capacity(stale.len());
    for entry in &stale {
        rendered.push(comments::Text::render_again(&mut conn, entry, emoji).await?);
    }
    drop(conn);
    app.db
        .always(async |tx| {
            for (entry, text) in stale.iter().zip(&rendered) {
                comments::rerender(tx, entry, &text.html).await?;
            }
            Ok(())
        })
        .await?;
    Ok(!stale.is_empty())
}
