//! HTTP for answers by e-mail.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    ids::RowId,
    kit::{
        app::App,
        error::{Answer, Failure},
        web::{Path, Query, see_other},
    },
    links::answers::{self, Listed, State as What},
    site::{self, Page, Visitor},
};

/// So many are shown.
const MOST: i64 = 50;

#[derive(Template)]
#[template(path = "links/pages/answers/answers.html")]
struct Answers {
    p: Page,
    /// What waits for the member.
    held: Vec<Listed>,
    /// What became of the others.
    others: Vec<Listed>,
    /// Why one could not be published.
    refused: Option<&'static str>,
    discarded: bool,
    can_answer: bool,
}

impl Answers {
    /// What became of one, in words.
    fn state(&self, came: &Listed) -> String {
        self.p.t.say(match came.state() {
            What::Published => "answer-published",
            What::Held => "answer-held",
            What::Discarded => "answer-discarded",
            What::Refused => "answer-refused",
            What::Empty => "answer-empty",
            What::Expired => "answer-expired",
        })
    }
}

/// What the query may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    discarded: String,
}

/// `GET /me/answers/`: what came, what became of it, and what waits.
pub async fn list(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let member = visitor.signed_in()?.id;
    let held = answers::held(&mut app.db.read().await?, member).await?;
    if held > 0 {
        // Whoever sees them here need not be told.
        app.db.always(async |tx| answers::seen_until(tx, member, i64::MAX).await).await?;
    }
    site::unstored(site::show(&page(&app, &visitor, None, !asked.discarded.is_empty()).await?))
}

async fn page(app: &App, visitor: &Visitor, refused: Option<&'static str>, discarded: bool) -> Answer<Answers> {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let all = answers::list(&mut conn, member, MOST).await?;
    let (held, others) = all.into_iter().partition(|came| came.state() == What::Held);
    let mut p = Page::new(&mut conn, visitor, visitor.words.say("answers")).await?.private();
    p.refused |= refused.is_some();
    Ok(Answers { p, held, others, refused, discarded, can_answer: app.answer_addresses.is_some() })
}

/// `POST /me/answers/{id}/publish`: publishes one that waits.
pub async fn publish(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answer {
    let member = visitor.signed_in()?;
    match answers::publish(&app, member, id).await? {
        Some(Ok(comment)) => Ok(see_other(&format!("/comments/{comment}#comment-{comment}"))),
        Some(Err(why)) => site::refused(&page(&app, &visitor, Some(why), false).await?),
        None => Err(Failure::NotFound),
    }
}

/// `POST /me/answers/{id}/discard`: throws one away that waits; a second time it is gone already.
pub async fn discard(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answer {
    let member = visitor.signed_in()?.id;
    app.db.always(async |tx| answers::discard(tx, member, id).await).await?;
    Ok(see_other("/me/answers/?discarded=1#done"))
}
