//! HTTP for guests who are told by e-mail. Filters of mail open every link, so looking changes nothing.

use std::sync::Arc;

use askama::Template;
use axum::{
    Form,
    extract::{State, rejection::FormRejection},
};
use serde::Deserialize;

use crate::{
    ids::ConversationId,
    kit::{
        app::App,
        error::{Answer, Failure},
        web::{Path, Query},
    },
    links::{
        guests::{self, Found},
        pages::mail::pages::EndForm,
    },
    site::{self, Page, Visitor},
    talk::conversations,
};

/// What the page says or asks.
enum Say {
    /// Whether e-mails are wanted.
    Ask,
    /// Whether they are to end, and those about one conversation first.
    End(Option<(i64, String)>),
    /// That none are sent, and whether that is to be taken back.
    Refused,
    /// That something was done.
    Done(&'static str),
}

#[derive(Template)]
#[template(path = "links/pages/guests/guest.html")]
struct Told {
    p: Page,
    address: String,
    say: Say,
}

/// What a link in an e-mail may name besides.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    conversation: Option<i64>,
}

async fn page(app: &App, visitor: &Visitor, token: &str, say: Say) -> Answer {
    let title = match say {
        Say::Ask => "guest-ask-title",
        Say::End(_) | Say::Refused | Say::Done(_) => "guest-mail-title",
    };
    let mut conn = app.db.read().await?;
    let p = Page::new(&mut conn, visitor, visitor.words.say(title)).await?.private();
    site::unstored(site::show(&Told { p, address: format!("/mail/guest/{token}/"), say }))
}

async fn find(app: &App, token: &str) -> anyhow::Result<Option<Found>> {
    guests::by_token(&mut app.db.read().await?, token, app.now()).await
}

/// `GET /mail/guest/{token}/`: asks whether e-mails are wanted, or whether they are to end.
pub async fn form(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let say = match find(&app, &token).await? {
        None => return Err(Failure::Gone("guest-link-over")),
        Some(Found::Refused) => Say::Refused,
        Some(Found::Asked(_)) => Say::Ask,
        Some(Found::Told(_)) => {
            let conversation = match asked.conversation {
                // Only one that everybody may read is called by its name.
                Some(id) => conversations::thread(&mut app.db.read().await?, None, ConversationId(id)).await?,
                None => None,
            };
            Say::End(conversation.map(|thread| (thread.id.0, thread.about.title)))
        }
    };
    page(&app, &visitor, &token, say).await
}

/// `POST /mail/guest/{token}/confirm`: they want to be told.
pub async fn confirm(State(app): State<Arc<App>>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let Some(Found::Asked(guest) | Found::Told(guest)) = find(&app, &token).await? else {
        return Err(Failure::Gone("guest-link-over"));
    };
    app.db.always(async |tx| guests::confirm(tx, guest).await).await?;
    page(&app, &visitor, &token, Say::Done("guest-confirmed")).await
}

/// `POST /mail/guest/{token}/`: ends e-mails, or those about one conversation. Said twice it is the same. Mail programs say it
/// by themselves (RFC 8058), in whichever kind of form: what is none of ours names no conversation. Who was only asked did
/// not want that, and is not asked again.
pub async fn end(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(token): Path<String>,
    form: Result<Form<EndForm>, FormRejection>,
) -> Answer {
    let conversation = EndForm::conversation(form)?;
    let found = find(&app, &token).await?;
    let done = match (found, conversation) {
        (Some(Found::Told(guest)), Some(conversation)) => {
            app.db.always(async |tx| guests::leave(tx, guest, conversation).await).await?;
            "guest-left"
        }
        (Some(Found::Told(guest)), None) => {
            app.db.always(async |tx| guests::end(tx, guest).await).await?;
            "guest-ended"
        }
        (Some(Found::Asked(guest)), _) => {
            app.db.always(async |tx| guests::refuse(tx, guest).await).await?;
            "guest-refused"
        }
        (Some(Found::Refused) | None, _) => "guest-ended",
    };
    page(&app, &visitor, &token, Say::Done(done)).await
}

/// `POST /mail/guest/{token}/never`: nothing is ever sent to this address because of comments by guests.
pub async fn never(State(app): State<Arc<App>>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let done = match find(&app, &token).await? {
        Some(Found::Asked(guest) | Found::Told(guest)) => {
            app.db.always(async |tx| guests::refuse(tx, guest).await).await?;
            "guest-refused"
        }
        Some(Found::Refused) => "guest-refused",
        None => "guest-ended",
    };
    page(&app, &visitor, &token, Say::Done(done)).await
}

/// `POST /mail/guest/{token}/allow`: the address may be asked again.
pub async fn allow(State(app): State<Arc<App>>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    app.db.always(async |tx| guests::allow(tx, &token).await).await?;
    page(&app, &visitor, &token, Say::Done("guest-allowed")).await
}
