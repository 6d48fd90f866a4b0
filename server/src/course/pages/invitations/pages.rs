//! HTTP for whoever holds an invitation. Filters of mail open every link, so looking changes nothing.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;

use crate::{
    audiences::circles,
    course::{
        courses::{Course, Joined},
        invitations::{
            self, Invitation, NotAccepted,
            rules::{self, State as Became},
        },
        pages::courses::pages::days,
    },
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        web::{Path, see_other, with_next},
    },
    people::{community, pages::account::pages::secret},
    site::{self, Page, Visitor},
};

/// What the page says or asks.
enum Say {
    /// Whether whoever is signed in takes part.
    Take,
    /// That an account comes first.
    JoinFirst,
    /// That whoever is signed in is in the course.
    In,
    /// That nobody can join the course any more.
    Over,
    /// Whether no invitations are to be written any more.
    Never,
    /// That something was done.
    Done(&'static str),
}

#[derive(Template)]
#[template(path = "course/pages/invitations/invitation.html")]
struct Shown {
    p: Page,
    invitation: Invitation,
    course: Course,
    /// The address of this page, which holds the secret.
    address: String,
    say: Say,
    /// Where the invitation was sent, if whoever is signed in is somebody else.
    sent_to: Option<String>,
}

impl Shown {
    fn days(&self) -> String {
        days(&self.p.t, &self.course)
    }

    fn invites(&self) -> String {
        let t = &self.p.t;
        match self.invitation.by_name.as_str() {
            "" => t.say("invitation-from-nobody"),
            name => t.with("invitation-from", "name", name),
        }
    }

    /// Who it would be that takes part.
    fn me(&self) -> &str {
        self.p.viewer.as_ref().map_or("", |viewer| &viewer.name)
    }

    fn other(&self, sent_to: &str) -> String {
        self.p.t.with2("invitation-other", ("address", sent_to), ("name", self.me()))
    }

    fn sign_in(&self) -> String {
        with_next("/sign-in", &self.address)
    }
}

/// The invitation with this secret and its course. What was used, is over or was taken back is gone, but not for whoever
/// accepted it.
async fn held(app: &App, conn: &mut Conn, visitor: &Visitor, token: &str) -> Answer<(Invitation, Course)> {
    let gone = Failure::Gone("invitation-gone");
    let Some((invitation, course)) = invitations::by_secret(conn, token).await? else { return Err(gone) };
    match invitation.moments.state(app.now()) {
        Became::Open | Became::Declined => Ok((invitation, course)),
        Became::Accepted(_) if visitor.id().is_some() && invitation.accepted_by == visitor.id() => {
            Ok((invitation, course))
        }
        Became::Accepted(_) | Became::TakenBack | Became::Expired => Err(gone),
    }
}

async fn show(
    mut conn: Conn,
    visitor: &Visitor,
    token: &str,
    (invitation, course): (Invitation, Course),
    say: Say,
) -> Answer {
    let own = visitor.member.as_ref().is_none_or(|member| invitation.is_to(member));
    let sent_to = (!own).then(|| rules::masked(&invitation.email));
    let address = format!("/invite/{token}/");
    let mut p = Page::new(&mut conn, visitor, course.title.clone()).await?.private();
    p.address.clone_from(&address);
    secret(site::show(&Shown { p, invitation, course, address, say, sent_to }))
}

/// `GET /invite/{secret}/`: what one is invited to, and how to accept it.
pub async fn form(State(app): State<Arc<App>>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let mut conn = app.db.read().await?;
    let (invitation, course) = held(&app, &mut conn, &visitor, &token).await?;
    let is_in = match visitor.id() {
        Some(member) => circles::part(&mut conn, course.id, member).await?.is_some(),
        None => false,
    };
    let say = if is_in {
        Say::In
    } else if course.is_over(app.now()) {
        Say::Over
    } else if invitation.accepted_by.is_some() {
        // They wait for a place, or have left since.
        return Ok(see_other(&course.url()));
    } else if visitor.member.is_some() {
        Say::Take
    } else {
        Say::JoinFirst
    };
    show(conn, &visitor, &token, (invitation, course), say).await
}

/// `POST /invite/{secret}/accept`: whoever is signed in takes part, or waits for a place.
pub async fn accept(State(app): State<Arc<App>>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let member = visitor.signed_in()?.clone();
    let mut conn = app.db.read().await?;
    let (invitation, course) = held(&app, &mut conn, &visitor, &token).await?;
    drop(conn);
    let community = community::of(&app).await?;
    let accepted =
        app.db.change(async |tx| invitations::accept(tx, &community, &invitation, &course, &member).await).await?;
    let done = match accepted {
        Ok(Joined::In | Joined::Already) => "in",
        Ok(_) => "waiting",
        Err(NotAccepted::Gone) if invitation.accepted_by == Some(member.id) => return Ok(see_other(&course.url())),
        Err(NotAccepted::Gone) => return Err(Failure::Gone("invitation-gone")),
        Err(NotAccepted::Over) => {
            return show(app.db.read().await?, &visitor, &token, (invitation, course), Say::Over).await;
        }
    };
    Ok(see_other(&format!("{}?done={done}#done", course.url())))
}

/// `POST /invite/{secret}/decline`: they do not come.
pub async fn decline(State(app): State<Arc<App>>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let mut conn = app.db.read().await?;
    let held = held(&app, &mut conn, &visitor, &token).await?;
    drop(conn);
    app.db.always(async |tx| invitations::decline(tx, &held.0).await).await?;
    show(app.db.read().await?, &visitor, &token, held, Say::Done("invitation-declined")).await
}

/// `POST /invite/{secret}/join`: leads on to an account, and back.
pub async fn join(State(app): State<Arc<App>>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    app.limits.tries.take(&visitor.ip)?;
    let mut conn = app.db.read().await?;
    let (invitation, _) = held(&app, &mut conn, &visitor, &token).await?;
    drop(conn);
    let back = format!("/invite/{token}/");
    if visitor.member.is_some() {
        return Ok(see_other(&back));
    }
    app.db.always(async |tx| invitations::open_door(tx, &invitation, &token).await).await?;
    Ok(see_other(&with_next(&format!("/join?invite={token}"), &back)))
}

/// `GET /invite/{secret}/never`: asks whether no invitations are to be written any more.
pub async fn never_form(State(app): State<Arc<App>>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let mut conn = app.db.read().await?;
    let found = invitations::by_secret(&mut conn, &token).await?.ok_or(Failure::Gone("invitation-gone"))?;
    show(conn, &visitor, &token, found, Say::Never).await
}

/// `POST /invite/{secret}/never`: no invitations are written to this address any more. Mail programs say it by themselves
/// (RFC 8058), in whichever kind of form; said twice it is the same.
pub async fn never(State(app): State<Arc<App>>, visitor: Visitor, Path(token): Path<String>) -> Answer {
    let found = invitations::by_secret(&mut app.db.read().await?, &token).await?;
    let found = found.ok_or(Failure::Gone("invitation-gone"))?;
    let community = community::of(&app).await?;
    app.db.always(async |tx| invitations::refuse(tx, &community, &found.0).await).await?;
    show(app.db.read().await?, &visitor, &token, found, Say::Done("invitation-refused")).await
}
