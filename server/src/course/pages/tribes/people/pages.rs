//! HTTP for the people of a tribe: who is in it, who wants to be, leaving, and handing over.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use crate::{
    audiences::circles::{self, Wish, WishKind},
    course::{
        pages::tribes::pages::{Asked, LIST, after, found},
        tribes::{self, Invited, Joined, Person, Standing, Then, Tribe},
    },
    ids::{MemberId, Timestamp},
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
    people::members::{self, Member},
    site::{self, Page, Visitor},
};

#[derive(Template)]
#[template(path = "course/pages/tribes/people/people.html")]
struct PeoplePage {
    p: Page,
    tribe: Tribe,
    me: Standing,
    people: Vec<Person>,
    more: Option<String>,
    is_later_page: bool,
    asking: Vec<Wish>,
    invited: Vec<Wish>,
    waiting: Vec<Wish>,
    /// Who was asked to lead next.
    next: Option<Member>,
    /// What was typed as whom to invite.
    handle: String,
    errors: Errors,
    done: Option<&'static str>,
}

impl PeoplePage {
    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("handle", "handle", "tribe-invite-handle")])
    }

    /// When the offer to lead is void.
    fn offer_ends(&self) -> Option<Timestamp> {
        self.tribe.offered_at.map(|at| at.plus_days(tribes::rules::OFFER_DAYS))
    }
}

fn place(after: &str) -> Option<(Timestamp, MemberId)> {
    let (at, id) = after.split_once('-')?;
    Some((Timestamp(at.parse().ok()?), id.parse().ok()?))
}

async fn page(
    conn: &mut Conn,
    visitor: &Visitor,
    tribe: Tribe,
    me: Standing,
    asked: &Asked,
    handle: String,
    errors: Errors,
) -> Answer<PeoplePage> {
    let from = place(&asked.after);
    let mut people = tribes::people(conn, tribe.id, from, tribes::PEOPLE + 1).await?;
    let has_more = people.len() > usize::try_from(tribes::PEOPLE)?;
    people.truncate(usize::try_from(tribes::PEOPLE)?);
    let more = people.last().filter(|_| has_more).map(|last| format!("?after={}-{}", last.since.0, last.member));
    let (mut asking, mut invited, mut waiting, mut next) = (vec![], vec![], vec![], None);
    if me.leads() {
        asking = circles::wishes(conn, tribe.id, WishKind::Asked).await?;
        invited = circles::wishes(conn, tribe.id, WishKind::Invited).await?;
        waiting = circles::wishes(conn, tribe.id, WishKind::Waiting).await?;
    }
    if let Some(id) = tribe.offered_to.filter(|_| me.runs()) {
        next = members::by_id(conn, id).await?;
    }
    let title = visitor.words.with("tribe-people-of", "name", tribe.name.as_str());
    let p = Page::new(conn, visitor, title).await?.private().refused(&errors);
    Ok(PeoplePage {
        p,
        tribe,
        me,
        people,
        more,
        is_later_page: from.is_some(),
        asking,
        invited,
        waiting,
        next,
        handle,
        errors,
        done: asked.done_key(),
    })
}

/// `GET /tribes/{slug}/members/`: who is in a tribe; for whoever leads it also who wants to be.
pub async fn people(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let (tribe, me) = found(&mut conn, Some(&**member), &slug).await?;
    // Whoever was invited to a hidden one sees who is there when they are in.
    if tribe.hidden_at.is_some() && !me.is_in() {
        return Err(Failure::NotFound);
    }
    site::unstored(site::show(&page(&mut conn, &visitor, tribe, me, &asked, String::new(), Errors::default()).await?))
}

/// A tribe that this member leads.
async fn led(app: &App, visitor: &Visitor, slug: &str) -> Answer<(Tribe, Standing)> {
    let member = visitor.signed_in()?;
    let (tribe, me) = found(&mut app.db.read().await?, Some(&**member), slug).await?;
    if me.leads() { Ok((tribe, me)) } else { Err(Failure::NotFound) }
}

/// Whom to invite.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct InviteForm {
    handle: String,
}

/// `POST /tribes/{slug}/invite`: invites a member by their handle.
pub async fn invite(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Typed(form): Typed<InviteForm>,
) -> Answer {
    let (tribe, me) = led(&app, &visitor, &slug).await?;
    let leader = visitor.signed_in()?.id;
    let handle = form.handle.trim().trim_start_matches('@').to_lowercase();
    let mut conn = app.db.read().await?;
    let invited = members::by_handle(&mut conn, &handle).await?;
    let invited = invited.filter(|member| member.is_in() && !member.is_suspended() && !member.is_removed());
    let mut key = if handle.is_empty() { "field-required" } else { "tribe-invite-nobody" };
    drop(conn);
    if let Some(member) = invited {
        if tribe.closed_at.is_some() {
            key = "tribe-is-closed";
        } else if app.limits.writing.take(&leader.0).is_err() {
            key = "error-too-many-text";
        } else {
            let invited = app.db.always(async |tx| tribes::invite(tx, &tribe, member.id, leader).await).await?;
            key = match invited {
                Invited::Now => return Ok(after(&tribe, "members/", "invited")),
                Invited::HadAsked(Joined::In | Joined::Already) => return Ok(after(&tribe, "members/", "let-in")),
                Invited::HadAsked(_) => return Ok(after(&tribe, "members/", "no-place")),
                Invited::AlreadyIn => "tribe-invite-already",
            };
        }
    }
    let mut conn = app.db.read().await?;
    let errors = Errors::of("handle", key);
    let mut page = page(&mut conn, &visitor, tribe, me, &Asked::default(), form.handle, errors).await?;
    page.p.address = format!("{}members/", page.tribe.url());
    site::refused(&page)
}

/// `POST /tribes/{slug}/members/{id}/let-in`: lets somebody in who asked or waits.
pub async fn let_in(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, MemberId)>,
) -> Answer {
    let (tribe, _) = led(&app, &visitor, &slug).await?;
    let done = match app.db.always(async |tx| tribes::let_in(tx, &tribe, id).await).await? {
        Ok(Joined::In | Joined::Already) => "let-in",
        Ok(Joined::Closed) => "closed-meanwhile",
        Ok(Joined::Asked | Joined::Waiting) => "no-place",
        // They took their request back, or somebody was quicker.
        Err(tribes::NoWish) => "saved",
    };
    Ok(after(&tribe, "members/", done))
}

/// `POST /tribes/{slug}/members/{id}/turn-away`: turns a request down, or takes an invitation back.
pub async fn turn_away(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, MemberId)>,
) -> Answer {
    let (tribe, _) = led(&app, &visitor, &slug).await?;
    app.db.always(async |tx| tribes::turn_away(tx, &tribe, id).await).await?;
    Ok(after(&tribe, "members/", "turned-away"))
}

/// `POST /tribes/{slug}/members/{id}/remove`: takes somebody out.
pub async fn remove(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, id)): Path<(String, MemberId)>,
) -> Answer {
    let (tribe, _) = led(&app, &visitor, &slug).await?;
    match app.db.always(async |tx| tribes::leave(tx, tribe.id, id).await).await? {
        Ok(()) => Ok(after(&tribe, "members/", "removed")),
        Err(tribes::StillLeads) => Ok(see_other(&format!("{}leave", tribe.url()))),
    }
}

#[derive(Template)]
#[template(path = "course/pages/tribes/people/leave.html")]
struct LeavePage {
    p: Page,
    tribe: Tribe,
    me: Standing,
    /// Who could lead next: the longest in it first.
    successors: Vec<Person>,
    /// Who was chosen, as it was sent.
    to: String,
    errors: Errors,
}

impl LeavePage {
    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("to", "to", "tribe-successor")])
    }
}

async fn leave_page(
    conn: &mut Conn,
    visitor: &Visitor,
    tribe: Tribe,
    me: Standing,
    to: String,
    errors: Errors,
) -> Answer<LeavePage> {
    let people = tribes::people(conn, tribe.id, None, 500).await?;
    let title = visitor.words.with("tribe-leave-of", "name", tribe.name.as_str());
    let p = Page::new(conn, visitor, title).await?.private().refused(&errors);
    let successors = people.into_iter().filter(|person| !person.leads()).collect();
    Ok(LeavePage { p, tribe, me, successors, to, errors })
}

/// `GET /tribes/{slug}/leave`: asks whether one is really to leave; whoever leads names who is to lead next.
pub async fn leave_form(State(app): State<Arc<App>>, visitor: Visitor, Path(slug): Path<String>) -> Answer {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let (tribe, me) = found(&mut conn, Some(&**member), &slug).await?;
    if !me.is_in() {
        return Err(Failure::NotFound);
    }
    site::show(&leave_page(&mut conn, &visitor, tribe, me, String::new(), Errors::default()).await?)
}

/// Who is to lead next.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct OfferForm {
    to: String,
    /// `stay` if whoever leads stays in it as one of many.
    then: String,
}

/// `POST /tribes/{slug}/leave`: leaves. Whoever leads asks somebody to lead in the same step and leaves when they do; the
/// last one takes the tribe along.
pub async fn leave(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Typed(form): Typed<OfferForm>,
) -> Answer {
    let member = visitor.signed_in()?.clone();
    let mut conn = app.db.read().await?;
    let (tribe, me) = found(&mut conn, Some(&*member), &slug).await?;
    if !me.is_in() {
        return Err(Failure::NotFound);
    }
    drop(conn);
    if !me.leads() {
        return match app.db.always(async |tx| tribes::leave(tx, tribe.id, member.id).await).await? {
            Ok(()) => Ok(see_other(&format!("{LIST}?done=left#done"))),
            // Somebody made them lead in this very moment.
            Err(tribes::StillLeads) => Ok(see_other(&format!("{}leave", tribe.url()))),
        };
    }
    if tribe.members == 1 {
        app.db.always(async |tx| tribes::end(tx, Some(&member), &tribe).await).await?;
        return Ok(see_other(&format!("{LIST}?done=ended#done")));
    }
    let then = if form.then == "stay" { Then::Stay } else { Then::Leave };
    let to = form.to.parse().unwrap_or(MemberId(0));
    if app.db.always(async |tx| tribes::offer(tx, &tribe, to, then).await).await?.is_ok() {
        return Ok(after(&tribe, "members/", "offered"));
    }
    let errors = Errors::of("to", "field-choose");
    site::refused(&leave_page(&mut app.db.read().await?, &visitor, tribe, me, form.to, errors).await?)
}

/// `POST /tribes/{slug}/offer`: asks somebody in it to lead; for those who run the community, too, where others know of
/// the tribe.
pub async fn offer(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Typed(form): Typed<OfferForm>,
) -> Answer {
    let member = visitor.signed_in()?;
    let mut conn = app.db.read().await?;
    let (tribe, me) = found(&mut conn, Some(&**member), &slug).await?;
    if !me.runs() {
        return Err(Failure::NotFound);
    }
    drop(conn);
    let to = form.to.parse().unwrap_or(MemberId(0));
    match app.db.always(async |tx| tribes::offer(tx, &tribe, to, Then::Stay).await).await? {
        Ok(()) => Ok(after(&tribe, "members/", "offered")),
        Err(tribes::NotInIt) => Err(Failure::Bad("error-bad")),
    }
}

/// What is answered to an offer.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct LeadForm {
    answer: String,
}

/// `POST /tribes/{slug}/lead`: takes the offer to lead, or declines it; whoever made it takes it back.
pub async fn lead(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Typed(form): Typed<LeadForm>,
) -> Answer {
    let member = visitor.signed_in()?.clone();
    let (tribe, me) = found(&mut app.db.read().await?, Some(&*member), &slug).await?;
    if me.is_offered && form.answer == "yes" {
        let took = app.db.always(async |tx| tribes::take_offer(tx, &tribe, member.id).await).await?;
        return Ok(after(&tribe, "", if took { "leads" } else { "offer-gone" }));
    }
    if me.is_offered {
        app.db.always(async |tx| tribes::end_offer(tx, &tribe).await).await?;
        return Ok(after(&tribe, "", "offer-declined"));
    }
    if me.runs() {
        app.db.always(async |tx| tribes::end_offer(tx, &tribe).await).await?;
        return Ok(after(&tribe, "members/", "offer-ended"));
    }
    // It was taken back meanwhile.
    if me.is_in() { Ok(after(&tribe, "", "offer-gone")) } else { Err(Failure::NotFound) }
}
