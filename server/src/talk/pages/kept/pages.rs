//! HTTP for what one keeps for later. It is for its owner alone.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    ids::{CommentId, ConversationId},
    kit::{
        app::App,
        error::{Answer, Failure},
        web::{Path, Query, forms::Typed, onwards, see_other},
    },
    site::{self, Page, Visitor},
    talk::{
        appreciations::Thing,
        bookmarks::{self, Kept, Place, Which},
        conversations,
        pages::thread::pages::entry_for,
    },
};

/// The address of the list.
const HERE: &str = "/me/kept/";
/// So many things stand on a page of it.
const PAGE: usize = 30;

#[derive(Template)]
#[template(path = "talk/pages/kept/kept.html")]
struct KeptPage {
    p: Page,
    kept: Vec<Kept>,
    which: Which,
    /// What may be shown: the address, the message, and whether it is this.
    views: Vec<(String, &'static str, bool)>,
    /// How much there is to read in all.
    count: i64,
    /// How much is kept that is no longer there for the reader.
    gone: i64,
    /// Where the form goes that keeps again what was just taken out.
    taken_out: Option<String>,
    is_later_page: bool,
    more: Option<Place>,
}

impl KeptPage {
    fn here(&self) -> String {
        link(self.which, None)
    }

    fn next(&self, place: &Place) -> String {
        link(self.which, Some(*place))
    }

    /// The address of a form for one thing: it keeps it, or with more behind it takes it out.
    fn form(it: &Kept) -> String {
        form(it.thing())
    }

    /// Where one comes back to when it was taken out.
    fn back(&self, it: &Kept) -> String {
        let here = self.here();
        let and = if here.contains('?') { '&' } else { '?' };
        format!("{here}{and}out={}#done", form(it.thing()).trim_start_matches('/').replace('/', "-"))
    }
}

/// The address of the form that keeps a thing.
fn form(thing: Thing) -> String {
    match thing {
        Thing::Subject(conversation) => format!("/conversations/{conversation}/keep"),
        Thing::Comment(comment, _) => format!("/comments/{comment}/keep"),
    }
}

fn link(which: Which, after: Option<Place>) -> String {
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    if which != Which::All {
        query.append_pair("of", which.word());
    }
    if let Some(after) = after {
        query.append_pair("after", &after.word());
    }
    let query = query.finish();
    if query.is_empty() { HERE.into() } else { format!("{HERE}?{query}") }
}

/// What the query of the list may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct KeptQuery {
    of: String,
    after: String,
    /// What was just taken out: `conversations-1-keep`, `comments-1-keep`.
    out: String,
}

impl KeptQuery {
    fn taken_out(&self) -> Option<String> {
        let mut parts = self.out.split('-');
        let (kind, number) = (parts.next()?, parts.next()?);
        let number: i64 = number.parse().ok()?;
        match kind {
            "conversations" => Some(format!("/conversations/{number}/keep")),
            "comments" => Some(format!("/comments/{number}/keep")),
            _ => None,
        }
    }
}

/// `GET /me/kept/`: what one keeps for later.
pub async fn list(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<KeptQuery>) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let which = Which::of(&asked.of);
    let after = Place::of(&asked.after);
    let limit = i64::try_from(PAGE)? + 1;
    let mut kept = bookmarks::list(&mut conn, member, which, after.unwrap_or(Place::BEGINNING), limit).await?;
    let is_more = kept.len() > PAGE;
    kept.truncate(PAGE);
    let more = kept.last().filter(|_| is_more).map(Kept::place_in_list);
    let (count, gone) = bookmarks::counts(&mut conn, member).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("kept-title")).await?.private();
    let is_later_page = after.is_some();
    let taken_out = asked.taken_out();
    let views = Which::ALL.map(|one| (link(one, None), one.key(), one == which)).into();
    site::unstored(site::show(&KeptPage { p, kept, which, views, count, gone, taken_out, is_later_page, more }))
}

/// Where a form leads on to.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Next {
    next: String,
}

/// `POST /comments/{id}/keep`: keeps a comment for later; a second time changes nothing.
pub async fn keep_comment(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<CommentId>,
    Typed(form): Typed<Next>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let (entry, thread) = entry_for(&mut conn, &visitor, id).await?;
    if !bookmarks::may_keep(&entry) {
        return Err(Failure::NotFound);
    }
    drop(conn);
    app.limits.presses.take(&member.0)?;
    app.db.always(async |tx| bookmarks::keep(tx, member, Thing::Comment(id, thread.id)).await).await?;
    Ok(onwards(&form.next, &entry.url()))
}

/// `POST /conversations/{id}/keep`: keeps what a conversation is about; a second time changes nothing.
pub async fn keep_subject(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<ConversationId>,
    Typed(form): Typed<Next>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    let mut conn = app.db.read().await?;
    let thread = conversations::thread(&mut conn, Some(member), id).await?;
    let thread = thread.filter(bookmarks::may_keep_subject).ok_or(Failure::NotFound)?;
    drop(conn);
    app.limits.presses.take(&member.0)?;
    app.db.always(async |tx| bookmarks::keep(tx, member, Thing::Subject(id)).await).await?;
    Ok(onwards(&form.next, &format!("{}#thanks", thread.url())))
}

/// `POST /comments/{id}/keep/take-out`: takes a comment out of what one keeps, whether it is still there or not.
pub async fn take_out_comment(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<CommentId>,
    Typed(form): Typed<Next>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    app.db.always(async |tx| bookmarks::take_out(tx, member, id.0).await).await?;
    Ok(onwards(&form.next, &format!("/comments/{id}")))
}

/// `POST /conversations/{id}/keep/take-out`: takes what a conversation is about out of what one keeps, whether it is still
/// there or not.
pub async fn take_out_subject(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<ConversationId>,
    Typed(form): Typed<Next>,
) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    app.db.always(async |tx| bookmarks::take_out(tx, member, id.0).await).await?;
    let thread = conversations::thread(&mut app.db.read().await?, Some(member), id).await?;
    let there = thread.map_or_else(|| HERE.into(), |thread| format!("{}#thanks", thread.url()));
    Ok(onwards(&form.next, &there))
}

/// `POST /me/kept/tidy`: takes out whatever is no longer there to be read.
pub async fn tidy(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    let member = visitor.signed_in()?.id;
    app.limits.presses.take(&member.0)?;
    app.db.always(async |tx| bookmarks::take_out_unreadable(tx, member).await).await?;
    Ok(see_other(HERE))
}
