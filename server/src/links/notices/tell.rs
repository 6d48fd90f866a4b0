//! Telling: a job of its own goes through what happened, in the order in which it was given a place, and writes who is
//! told of it. Those who are addressed are few and told at once; those who follow may be thousands and are told in
//! portions, in jobs that bear being run twice.

use std::{sync::Arc, time::Duration};

use super::store;
use crate::{
    events::{Channel, Event, Job, Lane},
    ids::MemberId,
    kit::{
        app::App,
        db::{Tx, queue},
    },
    links::{devices, guests, mailing, watches},
    talk::news::{self, Span},
};

/// So many news are gone through in one change.
const NEWS: i64 = 500;
/// So many followers are told in one change.
const FOLLOWERS: i64 = 500;
/// Looks for news at least this often, should nobody say that there are some.
const POLL_INTERVAL: Duration = Duration::from_secs(10);

/// Tells what happens for as long as the server runs.
pub async fn run(app: Arc<App>) {
    let mut heard = app.db.channels.listen(Channel::News);
    loop {
        match tell(&app).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::error!(error = format!("{error:#}"), "nobody can be told what happens"),
        }
        let _ = tokio::time::timeout(POLL_INTERVAL, heard.recv()).await;
        // What else was heard meanwhile is gone through together.
        heard = heard.resubscribe();
    }
}

/// Goes through what nobody was told of yet; answers whether there was anything.
pub async fn tell(app: &App) -> anyhow::Result<bool> {
    if !news::are_untold(&mut app.db.read().await?).await? {
        return Ok(false);
    }
    app.db
        .always(async |tx| {
            let Some(span) = news::number(tx, NEWS).await? else { return Ok(false) };
            tell_span(tx, span).await?;
            Ok(true)
        })
        .await
}

async fn tell_span(tx: &mut Tx, span: Span) -> anyhow::Result<()> {
    let mut told = store::of_gone(tx, span).await?;
    store::forget_decided(tx, span).await?;
    told.extend(store::tell_moderators(tx, span).await?);
    for (seq, html) in store::texts(tx, span).await? {
        let handles = serde_json::to_string(&mentioned(&html))?;
        told.extend(store::tell_mentioned(tx, seq, &handles).await?);
    }
    told.extend(store::tell_addressed(tx, span).await?);
    for seq in store::followed(tx, span).await? {
        queue::write(tx, Lane::Later, Job::TellFollowers(seq, MemberId(0))).await?;
        tx.emit(Event::WorkQueued);
    }
    watches::begin_by_writing(tx, span).await?;
    guests::heard(tx, span).await?;
    say(tx, told).await
}

/// The bell rings, and devices and an e-mail are looked at.
pub(super) async fn say(tx: &mut Tx, told: Vec<MemberId>) -> anyhow::Result<()> {
    for &member in &told {
        tx.emit(Event::NoticesChanged(member));
    }
    devices::wake(tx, &told).await?;
    mailing::wake(tx, &told).await
}

/// Tells those who follow what happened at a place of the order, a portion after this member; the rest follows.
pub async fn tell_followers(app: &App, seq: i64, mut after: MemberId) -> anyhow::Result<()> {
    loop {
        let next = app
            .db
            .always(async |tx| {
                let (told, next) = store::tell_followers(tx, seq, after, FOLLOWERS).await?;
                say(tx, told).await?;
                Ok(next)
            })
            .await?;
        match next {
            Some(next) => after = next,
            None => return Ok(()),
        }
    }
}

/// The handles that a rendered text mentions.
fn mentioned(html: &str) -> Vec<&str> {
    const LINK: &str = "<a ";
    let links = html.match_indices(LINK).filter_map(|(at, _)| html[at..].split_once('>').map(|(tag, _)| tag));
    let mentions = links.filter(|tag| tag.contains("class=\"mention\""));
    let handles = mentions.filter_map(|tag| tag.split_once("href=\"/members/")?.1.split_once("/\"").map(|(it, _)| it));
    handles.take(50).collect()
}

#[cfg(test)]
mod tests {
    use super::mentioned;

    #[test]
    fn mentions_are_found_in_what_was_rendered() {
        let html = r#"<p><a class="mention" href="/members/lenak/">@lenak</a>, see <a href="/members/bram/">Bram</a> and
            <a href="/members/ines/" class="mention">@ines</a>.</p>"#;
        assert_eq!(mentioned(html), ["lenak", "ines"]);
    }
}
