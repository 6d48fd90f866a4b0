//! HTTP for blocking guests: the form, the list of those who are blocked, and lifting.

use std::{net::IpAddr, sync::Arc};

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    ids::{CommentId, RowId, Timestamp},
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            see_other,
        },
    },
    people::{
        audit,
        guest_blocks::{self, DAYS, GuestBlock, Neighbours, Network, What},
    },
    site::{self, Page, Visitor},
    talk::comments,
};

/// So many that are blocked a page shows.
const MOST: i64 = 500;
/// Why somebody is blocked is said in no more than this, in characters.
const LONGEST_REASON: usize = 500;

#[derive(Template)]
#[template(path = "people/pages/guest_blocks/list.html")]
struct List {
    p: Page,
    blocks: Vec<GuestBlock>,
    done: Option<&'static str>,
}

/// What was done a moment ago.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct ListQuery {
    done: String,
}

/// `GET /manage/guests/`: who is blocked, until when and why.
pub async fn list(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<ListQuery>) -> Answer {
    visitor.organiser()?;
    let mut conn = app.db.read().await?;
    let blocks = guest_blocks::list(&mut conn, app.now(), MOST).await?;
    let done = match asked.done.as_str() {
        "blocked" => Some("guest-block-made"),
        "lifted" => Some("guest-block-lifted"),
        _ => None,
    };
    let p = Page::new(&mut conn, &visitor, visitor.words.say("guest-blocks")).await?.private();
    site::unstored(site::show(&List { p, blocks, done }))
}

/// What is typed into the form.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct BlockForm {
    /// `email`, `network` or `other`.
    what: String,
    /// Another network than the one that is proposed.
    network: String,
    days: String,
    reason: String,
}

#[derive(Template)]
#[template(path = "people/pages/guest_blocks/block.html")]
struct BlockPage {
    p: Page,
    comment: CommentId,
    email: String,
    /// The network that is proposed, if it is still known from where the comment came.
    network: Option<Network>,
    /// From where it came.
    at: Option<IpAddr>,
    near: Neighbours,
    f: BlockForm,
    errors: Errors,
}

impl BlockPage {
    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[
            field("what", "what-email", "guest-block-what"),
            field("network", "network", "guest-block-network"),
            field("days", "days", "guest-block-days"),
            field("reason", "reason", "guest-block-reason"),
        ])
    }

    fn days(&self) -> Vec<(i64, String, bool)> {
        let is_chosen = |days: i64| self.f.days == days.to_string() || (self.f.days.is_empty() && days == 7);
        DAYS.into_iter().map(|days| (days, self.p.t.count("guest-block-for", days), is_chosen(days))).collect()
    }
}

/// A comment of a guest, with what it can be blocked by.
async fn page(conn: &mut Conn, visitor: &Visitor, id: CommentId, f: BlockForm, errors: Errors) -> Answer<BlockPage> {
    let guest = comments::guest_of(conn, id).await?.ok_or(Failure::NotFound)?;
    let entry = comments::by_id(conn, id).await?.ok_or(Failure::NotFound)?;
    let at = guest_blocks::origin(conn, id).await?;
    let network = at.map(Network::around);
    let near = match &network {
        Some(network) => guest_blocks::neighbours(conn, network).await?,
        None => Neighbours::default(),
    };
    let title = visitor.words.with("guest-block-name", "name", entry.name());
    let p = Page::new(conn, visitor, title).await?.private().refused(&errors);
    let network_typed = if f.network.is_empty() { at.map(|at| Network::at(at).to_string()) } else { None };
    let f = BlockForm { network: network_typed.unwrap_or_else(|| f.network.clone()), ..f };
    Ok(BlockPage { p, comment: id, email: guest.guest_email, network, at, near, f, errors })
}

/// `GET /manage/guests/{id}/block`: the form that blocks the guest who wrote this comment.
pub async fn form(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<CommentId>) -> Answer {
    visitor.organiser()?;
    let mut conn = app.db.read().await?;
    let page = page(&mut conn, &visitor, id, BlockForm::default(), Errors::default()).await?;
    site::unstored(site::show(&page))
}

/// `POST /manage/guests/{id}/block`: blocks an address of e-mail or a network for a time.
pub async fn block(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<CommentId>,
    Typed(f): Typed<BlockForm>,
) -> Answer {
    let me = visitor.organiser()?.id;
    let mut conn = app.db.read().await?;
    let guest = comments::guest_of(&mut conn, id).await?.ok_or(Failure::NotFound)?;
    let mut errors = Errors::default();
    let what = match f.what.as_str() {
        "email" if !guest.guest_email.is_empty() => Some(What::Email(guest.guest_email)),
        "network" => guest_blocks::origin(&mut conn, id)
            .await?
            .map(|at| What::Network(Network::around(at)))
            .or_else(|| errors.refuse("what", "guest-block-no-origin")),
        "other" => errors.take("network", f.network.parse()).map(What::Network),
        _ => errors.refuse("what", "field-choose"),
    };
    if let Some(What::Network(network)) = &what
        && network.has(visitor.ip)
    {
        errors.add(if f.what == "other" { "network" } else { "what" }, "guest-block-own");
    }
    let days = f.days.parse().ok().filter(|days| DAYS.contains(days)).ok_or("field-choose");
    let days: Option<i64> = errors.take("days", days);
    let reason = markup::characters::stored(f.reason.trim()).replace("\r\n", "\n");
    if reason.is_empty() {
        errors.add("reason", "field-required");
    } else if reason.chars().count() > LONGEST_REASON {
        errors.add("reason", "field-too-long");
    }
    let (Some(what), Some(days), true) = (what, days, errors.is_empty()) else {
        return site::refused(&page(&mut conn, &visitor, id, f, errors).await?);
    };
    drop(conn);
    app.db
        .always(async |tx| {
            let until: Timestamp = tx.now.plus_days(days);
            guest_blocks::block(tx, me, &what, until, &reason).await?;
            // The address and the network are not in the log: it stays when they are forgotten.
            audit::note(tx, Some(me), "guest-blocked", &format!("/comments/{id}"), &reason).await
        })
        .await?;
    Ok(see_other("/manage/guests/?done=blocked#done"))
}

/// `POST /manage/guests/{id}/lift`: ends a block before its time.
pub async fn lift(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<RowId>) -> Answer {
    let me = visitor.organiser()?.id;
    app.db
        .always(async |tx| match guest_blocks::lift(tx, id).await? {
            Some(reason) => audit::note(tx, Some(me), "guest-unblocked", "", &reason).await,
            None => Ok(()),
        })
        .await?;
    Ok(see_other("/manage/guests/?done=lifted#done"))
}
