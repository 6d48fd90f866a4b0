//! HTTP for whoever decides about comments. The deciding itself is done under `/comments/`.

use std::{collections::HashMap, sync::Arc};

use askama::Template;
use axum::extract::State;

use crate::{
    ids::CommentId,
    kit::{app::App, db::Conn, error::Answer},
    people::members,
    site::{self, Page, Visitor},
    talk::{
        comments::{self, Waiting},
        posts,
    },
};

/// How many waiting comments a page shows; once they are decided, the next ones stand there.
const PAGE: i64 = 50;
/// How many of those that were hidden it shows.
const HIDDEN: i64 = 20;

#[derive(Template)]
#[template(path = "talk/pages/moderation/waiting.html")]
struct WaitingPage {
    p: Page,
    /// Whether the reader runs the community: guests' addresses are for them alone.
    organises: bool,
    waiting: Vec<Waiting>,
    hidden: Vec<Waiting>,
    likes: Likes,
    beyond: i64,
}

/// Whose name a guest's could be taken for, by entry.
type Likes = HashMap<CommentId, String>;

async fn likes(conn: &mut Conn, visitor: &Visitor, entries: &[Waiting]) -> anyhow::Result<Likes> {
    let guests: Vec<_> = entries.iter().filter(|w| w.entry.is_guest()).collect();
    if guests.is_empty() {
        return Ok(Likes::new());
    }
    let trusted = members::trusted_names(conn, &visitor.community.name).await?;
    let authors = posts::authors(conn, guests.iter().map(|w| w.entry.conversation)).await?;
    let like = |w: &&Waiting| {
        let here = authors.iter().filter(|author| author.post.0 == w.entry.conversation.0);
        let here = here.fold(trusted.clone(), |names, author| {
            names.with(Some(author.id), &author.name, &author.handle, "label-post-author")
        });
        here.like(w.entry.name(), None).map(|other| (w.entry.id, other.warning(&visitor.words)))
    };
    Ok(guests.iter().filter_map(like).collect())
}

/// `GET /me/waiting/`: comments that wait under one's own posts, or anywhere for organisers.
pub async fn waiting(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let waiting = comments::waiting_under(&mut conn, member, PAGE).await?;
    let hidden = comments::hidden_under(&mut conn, member, HIDDEN).await?;
    let likes = likes(&mut conn, &visitor, &waiting).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("waiting-for-you")).await?.private();
    let beyond = p.waiting - i64::try_from(waiting.len())?;
    site::show(&WaitingPage { p, organises: member.is_organiser(), waiting, hidden, likes, beyond })
}
