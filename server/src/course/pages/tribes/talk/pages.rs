//! HTTP for what is discussed in a tribe.

use std::{convert::Infallible, sync::Arc};

use axum::{
    extract::State,
    response::sse::{Event as Message, Sse},
};
use futures_util::Stream;

use crate::{
    course::{
        pages::{
            discussions::pages::{self as talk, Decision, DiscussionForm, Place},
            tribes::pages::{circle_of, found},
        },
        tribes::{self, Tribe},
    },
    ids::ConversationId,
    kit::{
        app::App,
        error::{Answer, Failure},
        web::{Path, Query, forms::Typed},
    },
    site::Visitor,
    talk::{
        pages::{
            river::pages::{self as river, Listening, Of, RiverQuery},
            thread::{ConversationQuery, Form},
        },
        river::Which,
    },
};

/// A tribe as the place of what is discussed in it. Of one that a member is not in, nothing is said but where it is, so
/// that whoever left finds what they wrote.
async fn place(app: &App, visitor: &Visitor, slug: &str) -> Answer<Place> {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let circle = circle_of(&mut conn, slug).await?;
    let known = tribes::at(&mut conn, Some(&**member), slug).await?.filter(|(_, me)| me.is_in());
    let url = tribes::url(slug);
    Ok(match known {
        Some((tribe, me)) => Place {
            circle,
            url,
            lang: tribe.language(),
            is_in: true,
            leads: me.leads(),
            is_open: tribe.closed_at.is_none(),
            name: Some(tribe.name),
        },
        None => Place { circle, url, name: None, lang: visitor.words.lang, is_in: false, leads: false, is_open: false },
    })
}

/// A tribe that the visitor is in.
async fn inside(app: &App, visitor: &Visitor, slug: &str) -> Answer<Tribe> {
    let member = visitor.signed_in()?;
    let (tribe, me) = found(&mut app.db.read().await?, Some(member), slug).await?;
    if me.is_in() { Ok(tribe) } else { Err(Failure::NotFound) }
}

/// `GET /tribes/{slug}/river/`: what is talked about in a tribe, or for it, by the latest exchange.
pub async fn talked(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(asked): Query<RiverQuery>,
) -> Answer {
    let tribe = inside(&app, &visitor, &slug).await?;
    let (url, lang) = (tribe.url(), tribe.language().tag());
    river::of_circle(&app, &visitor, Of { circle: tribe.id, name: tribe.name, lang, url }, &asked).await
}

/// `GET /tribes/{slug}/river/live`: how much of that moved since.
pub async fn talked_live(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(listening): Query<Listening>,
) -> Answer<Sse<impl Stream<Item = Result<Message, Infallible>>>> {
    let tribe = inside(&app, &visitor, &slug).await?;
    river::listen(app, &visitor, Which::Circle(tribe.id), &listening)
}

/// `GET /tribes/{slug}/new`: the form that begins a discussion.
pub async fn new(State(app): State<Arc<App>>, visitor: Visitor, Path(slug): Path<String>) -> Answer {
    talk::begin_form(&app, &visitor, place(&app, &visitor, &slug).await?).await
}

/// `POST /tribes/{slug}/new`: begins one.
pub async fn begin(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Typed(form): Typed<DiscussionForm>,
) -> Answer {
    talk::begin(&app, &visitor, place(&app, &visitor, &slug).await?, form).await
}

/// `GET /tribes/{slug}/{id}/`: a discussion.
pub async fn read(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, ConversationId)>,
    Query(asked): Query<ConversationQuery>,
) -> Answer {
    talk::read(&app, &visitor, place(&app, &visitor, &slug).await?, id, &asked).await
}

/// `POST /tribes/{slug}/{id}/comments`: an answer in it.
pub async fn reply(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, ConversationId)>,
    Typed(form): Typed<Form>,
) -> Answer {
    talk::reply(&app, &visitor, place(&app, &visitor, &slug).await?, id, form).await
}

/// `GET /tribes/{slug}/{id}/edit`: the form, filled in.
pub async fn edit_form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, ConversationId)>,
) -> Answer {
    talk::edit_form(&app, &visitor, place(&app, &visitor, &slug).await?, id).await
}

/// `POST /tribes/{slug}/{id}/edit`: says it otherwise.
pub async fn edit(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, ConversationId)>,
    Typed(form): Typed<DiscussionForm>,
) -> Answer {
    talk::edit(&app, &visitor, place(&app, &visitor, &slug).await?, id, form).await
}

/// `POST /tribes/{slug}/{id}/pin`: it stands at the top.
pub async fn pin(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, ConversationId)>,
) -> Answer {
    talk::decide(&app, &visitor, place(&app, &visitor, &slug).await?, id, Decision::Pin).await
}

/// `POST /tribes/{slug}/{id}/unpin`: it stands where it belongs again.
pub async fn unpin(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, ConversationId)>,
) -> Answer {
    talk::decide(&app, &visitor, place(&app, &visitor, &slug).await?, id, Decision::Unpin).await
}

/// `POST /tribes/{slug}/{id}/close`: nobody adds to it.
pub async fn close(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, ConversationId)>,
) -> Answer {
    talk::decide(&app, &visitor, place(&app, &visitor, &slug).await?, id, Decision::Close).await
}

/// `POST /tribes/{slug}/{id}/reopen`: people may add to it again.
pub async fn reopen(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, ConversationId)>,
) -> Answer {
    talk::decide(&app, &visitor, place(&app, &visitor, &slug).await?, id, Decision::Reopen).await
}

/// `GET /tribes/{slug}/{id}/delete`: asks whether it is really to go.
pub async fn delete_form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, ConversationId)>,
) -> Answer {
    talk::delete_form(&app, &visitor, place(&app, &visitor, &slug).await?, id).await
}

/// `POST /tribes/{slug}/{id}/delete`: takes it away.
pub async fn delete(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, ConversationId)>,
) -> Answer {
    talk::delete(&app, &visitor, place(&app, &visitor, &slug).await?, id).await
}
