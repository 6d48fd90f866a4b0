//! HTTP for thanks. Nobody says them for their own; who said them is for whoever wrote the thing.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;

use crate::{
    ids::{CommentId, ConversationId, MemberId},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{Path, see_other},
    },
    site::{self, Page, Visitor},
    talk::{
        appreciations::{self, Thanker, Thing},
        comments::Entry,
        conversations::{self, Thread},
        pages::thread::pages::entry_for,
    },
};

#[derive(Template)]
#[template(path = "talk/pages/thanks/people.html")]
struct PeoplePage {
    p: Page,
    /// Where the thing stands.
    back: String,
    people: Vec<Thanker>,
    /// How many are not named.
    more: i64,
}

/// A comment that shows thanks, if this visitor may read it, and the conversation in which it stands.
async fn comment_for(conn: &mut Conn, visitor: &Visitor, id: CommentId) -> Answer<(Entry, Thread)> {
    let (entry, thread) = entry_for(conn, visitor, id).await?;
    if !appreciations::may_be_thanked(&entry) {
        return Err(Failure::NotFound);
    }
    Ok((entry, thread))
}

/// A conversation, if this visitor may read it and what it is about shows thanks.
async fn subject_for(conn: &mut Conn, visitor: &Visitor, id: ConversationId) -> Answer<Thread> {
    let thread = conversations::thread(conn, visitor.id(), id).await?;
    thread.filter(appreciations::shows_thanks).ok_or(Failure::NotFound)
}

/// `GET /comments/{id}/thanks`: who said thanks for a comment, for its writer.
pub async fn of_comment(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CommentId>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let (entry, thread) = comment_for(&mut conn, &visitor, id).await?;
    if entry.writer != Some(member) {
        return Err(Failure::NotFound);
    }
    people(&mut conn, &visitor, member, Thing::Comment(id, thread.id), entry.url()).await
}

/// `GET /conversations/{id}/thanks`: who said thanks for what a conversation is about, for its writer.
pub async fn of_subject(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<ConversationId>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let thread = subject_for(&mut conn, &visitor, id).await?;
    if thread.about.author != member {
        return Err(Failure::NotFound);
    }
    people(&mut conn, &visitor, member, Thing::Subject(id), thread.url().to_owned()).await
}

async fn people(conn: &mut Conn, visitor: &Visitor, member: MemberId, thing: Thing, back: String) -> Answer {
    let people = appreciations::people(conn, thing).await?;
    let (conversation, comments) = match thing {
        Thing::Subject(conversation) => (conversation, vec![]),
        Thing::Comment(comment, conversation) => (conversation, vec![comment]),
    };
    let all = appreciations::on_page(conn, Some(member), conversation, &comments).await?.of(thing).count;
    let more = all.saturating_sub(i64::try_from(people.len()).unwrap_or(i64::MAX)).max(0);
    let p = Page::new(conn, visitor, visitor.words.say("thanks-title")).await?.private();
    site::show(&PeoplePage { p, back, people, more })
}

/// `POST /comments/{id}/thanks`: says thanks for a comment; a second time changes nothing.
pub async fn thank_for_comment(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CommentId>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let (entry, thread) = comment_for(&mut conn, &visitor, id).await?;
    if !appreciations::may_thank(&entry, &visitor.reader(false)) {
        return Err(Failure::NotFound);
    }
    drop(conn);
    app.limits.presses.take(&member.0)?;
    app.db.always(async |tx| appreciations::thank(tx, member, Thing::Comment(id, thread.id)).await).await?;
    Ok(see_other(&entry.url()))
}

/// `POST /comments/{id}/thanks/take-back`: takes one's thanks for a comment back.
pub async fn take_back_of_comment(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CommentId>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let (entry, thread) = comment_for(&mut conn, &visitor, id).await?;
    drop(conn);
    app.limits.presses.take(&member.0)?;
    app.db.always(async |tx| appreciations::take_back(tx, member, Thing::Comment(id, thread.id)).await).await?;
    Ok(see_other(&entry.url()))
}

/// `POST /conversations/{id}/thanks`: says thanks for what a conversation is about; a second time changes nothing.
pub async fn thank_for_subject(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<ConversationId>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let thread = subject_for(&mut conn, &visitor, id).await?;
    if !appreciations::may_thank_for(&thread, Some(member)) {
        return Err(Failure::NotFound);
    }
    drop(conn);
    app.limits.presses.take(&member.0)?;
    app.db.always(async |tx| appreciations::thank(tx, member, Thing::Subject(id)).await).await?;
    Ok(see_other(&format!("{}#thanks", thread.url())))
}

/// `POST /conversations/{id}/thanks/take-back`: takes one's thanks for what a conversation is about back.
pub async fn take_back_of_subject(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<ConversationId>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let thread = subject_for(&mut conn, &visitor, id).await?;
    drop(conn);
    app.limits.presses.take(&member.0)?;
    app.db.always(async |tx| appreciations::take_back(tx, member, Thing::Subject(id)).await).await?;
    Ok(see_other(&format!("{}#thanks", thread.url())))
}
