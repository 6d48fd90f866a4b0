//! HTTP for blocking.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    ids::MemberId,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{Path, forms::Typed, onwards},
    },
    links::messages,
    people::{
        blocks,
        members::{self, Member},
    },
    site::{self, Page, Visitor},
};

const LIST: &str = "/me/messages/settings?done=blocked#done";

#[derive(Template)]
#[template(path = "people/pages/blocks/block.html")]
struct Block {
    p: Page,
    member: Member,
}

/// Somebody whom this visitor may block: another who has come in.
async fn other(conn: &mut Conn, visitor: &Visitor, id: MemberId) -> Answer<Member> {
    let me = visitor.signed_in()?.id;
    let found = members::by_id(conn, id).await?;
    let is_there = |one: &Member| one.id != me && one.confirmed_at.is_some() && !one.is_removed();
    found.filter(is_there).ok_or(Failure::NotFound)
}

/// `GET /me/blocks/{id}/`: asks whether somebody is to be blocked, and says what follows.
pub async fn form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<MemberId>) -> Answer {
    visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let member = other(&mut conn, &visitor, id).await?;
    let title = visitor.words.with("block-name", "name", member.name.as_str());
    let p = Page::new(&mut conn, &visitor, title).await?.private();
    site::show(&Block { p, member })
}

/// Where one goes on.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct BlockForm {
    next: String,
}

/// `POST /me/blocks/{id}/`: blocks somebody; a second time changes nothing.
pub async fn block(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
    Typed(f): Typed<BlockForm>,
) -> Answer {
    let me = visitor.signed_in()?.id;
    other(&mut app.db.read().await?, &visitor, id).await?;
    app.limits.presses.take(&me.0)?;
    app.db
        .always(async |tx| {
            blocks::block(tx, me, id).await?;
            messages::quieten(tx, me).await
        })
        .await?;
    Ok(onwards(&f.next, LIST))
}

/// `POST /me/blocks/{id}/end`: no longer blocks somebody.
pub async fn unblock(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
    Typed(f): Typed<BlockForm>,
) -> Answer {
    let me = visitor.signed_in()?.id;
    app.limits.presses.take(&me.0)?;
    app.db.always(async |tx| blocks::unblock(tx, me, id).await).await?;
    Ok(onwards(&f.next, "/me/messages/settings?done=unblocked#done"))
}
