//! Joining: openly, by request, by invitation, or as the first organiser.

pub mod pages;
#[cfg(test)]
mod tests;

use super::{
    activate, confirm_by_link,
    emails::{MailContext, Why},
    owner_of, send_confirmation, settings,
    signing_in::{self, Arrived},
};
use crate::{
    ids::{MemberId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
    },
    people::{
        audit,
        community::{self, Community, Joining},
        members::{self, Email, Handle, Joiner, Member, Name, NoJoin, Password, Role},
        one_time_links::{self, LinkKind, OneTimeLink},
    },
};

/// What somebody says who wants to join, checked.
pub struct JoinRequest {
    name: Name,
    /// The handle they chose, or one made of their name.
    handle: Result<Handle, Handle>,
    email: Email,
    password: Password,
    why: String,
    /// The time zone of their device, if it said so.
    zone: Option<String>,
    /// Where they go on when they are in; empty for a welcome.
    next: String,
}

/// By what right somebody joins.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Entrance {
    /// Anybody may.
    Open,
    /// Anybody may ask.
    Request,
    /// They were invited; with the secret of the invitation.
    Invitation(String),
    /// They begin the community; with the secret that the server printed.
    Founding(String),
}

/// How joining went.
pub enum Joined {
    /// They are in.
    In(Box<Member>),
    /// An e-mail went to the address they gave; as whom they began, or somebody nobody is.
    LetterSent(MemberId),
}

/// Why joining did not go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoEntry {
    /// Somebody has this handle.
    HandleTaken,
    /// The invitation is no longer good.
    LinkGone,
}

impl Entrance {
    /// The entrance for somebody who holds these secrets, if there is one.
    pub fn of(joining: Joining, invite: &str, found: &str) -> Option<Self> {
        match joining {
            _ if !found.is_empty() => Some(Self::Founding(found.into())),
            _ if !invite.is_empty() => Some(Self::Invitation(invite.into())),
            Joining::Open => Some(Self::Open),
            Joining::Request => Some(Self::Request),
            Joining::Invitation => None,
        }
    }

    /// The kind and the secret of the one-time link that opens it.
    fn key(&self) -> Option<(LinkKind, &str)> {
        match self {
            Self::Invitation(secret) => Some((LinkKind::Invite, secret)),
            Self::Founding(secret) => Some((LinkKind::Found, secret)),
            Self::Open | Self::Request => None,
        }
    }
}

/// The one-time link that opens an entrance, if it is still good. Only the first organiser founds a community.
async fn link_of(app: &App, conn: &mut Conn, entrance: &Entrance) -> anyhow::Result<Option<OneTimeLink>> {
    let Some((kind, secret)) = entrance.key() else { return Ok(None) };
    if kind == LinkKind::Found && members::has_organiser(conn).await? {
        return Ok(None);
    }
    one_time_links::find(conn, secret, kind, app.now()).await
}

/// Joins. An address that is known gets an e-mail, too, so that nobody learns here whether it is.
pub async fn join(
    app: &App,
    desk: &MailContext<'_>,
    request: &JoinRequest,
    entrance: &Entrance,
) -> anyhow::Result<Result<Joined, NoEntry>> {
    let password = Some(members::hash(app, &request.password).await?);
    let community = community::of(app).await?;
    app.db
        .change(async |tx| {
            let link = link_of(app, tx, entrance).await?;
            if link.is_none() && entrance.key().is_some() {
                return Ok(Err(NoEntry::LinkGone));
            }
            let handle = match &request.handle {
                Ok(chosen) => chosen.clone(),
                Err(made) => members::free_handle(tx, made).await?,
            };
            let joiner = Joiner {
                handle,
                name: request.name.clone(),
                email: request.email.clone(),
                password: password.clone(),
                role: link.as_ref().map_or(Role::Participant, |link| link.role),
                language: Some(desk.words().lang),
            };
            let added = if is_proven(request, entrance, link.as_ref()) {
                members::add(tx, &joiner).await?
            } else {
                members::begin(tx, &joiner).await?
            };
            match added {
                Ok(_) if !use_up(tx, entrance).await? => Ok(Err(NoEntry::LinkGone)),
                Ok(id) => {
                    if let Some(zone) = &request.zone {
                        set_zone(tx, &community, entrance, id, zone).await?;
                    }
                    Ok(Ok(welcome(tx, desk, request, entrance, link.as_ref(), (id, &joiner.handle)).await?))
                }
                Err(NoJoin::HandleTaken) => Ok(Err(NoEntry::HandleTaken)),
                Err(NoJoin::EmailTaken) => Ok(Ok(known(tx, desk, request, entrance).await?)),
            }
        })
        .await
}

/// Whether the address is known to be theirs: an invitation went to it, or they run the server.
fn is_proven(request: &JoinRequest, entrance: &Entrance, link: Option<&OneTimeLink>) -> bool {
    matches!(entrance, Entrance::Founding(_)) || link.is_some_and(|link| link.email.as_ref() == Some(&request.email))
}

/// Dates are shown as on the device of whoever joins. Whoever begins a community brings its time zone along.
async fn set_zone(
    tx: &mut Tx,
    community: &Community,
    entrance: &Entrance,
    id: MemberId,
    zone: &str,
) -> anyhow::Result<()> {
    if matches!(entrance, Entrance::Founding(_)) {
        community::update(tx, &Community { time_zone: zone.into(), ..community.clone() }).await?;
    }
    members::set_time_zone(tx, id, zone).await
}

/// Whether the entrance was still open for this one.
async fn use_up(tx: &mut Tx, entrance: &Entrance) -> anyhow::Result<bool> {
    let Some((kind, secret)) = entrance.key() else { return Ok(true) };
    Ok(one_time_links::redeem(tx, secret, kind).await?.is_some())
}

/// The account is made; whether they are in depends on whether the address is known to be theirs.
async fn welcome(
    tx: &mut Tx,
    desk: &MailContext<'_>,
    request: &JoinRequest,
    entrance: &Entrance,
    link: Option<&OneTimeLink>,
    (id, handle): (MemberId, &Handle),
) -> anyhow::Result<Joined> {
    let founding = matches!(entrance, Entrance::Founding(_));
    if let Some(link) = link.filter(|link| link.role != Role::Participant) {
        let verb = if founding { "founded" } else { "role-by-invitation" };
        audit::note(tx, Some(id), verb, "", link.role.word()).await?;
    }
    if is_proven(request, entrance, link)
        && let Some(member) = activate(tx, id).await?
    {
        return Ok(Joined::In(Box::new(member)));
    }
    if *entrance == Entrance::Request {
        members::ask(tx, id, &request.why).await?;
    }
    send_confirmation(tx, desk, id, &request.email, handle.as_str(), &request.next).await?;
    Ok(Joined::LetterSent(id))
}

/// Somebody has the address: the e-mail says so, to them alone.
async fn known(
    tx: &mut Tx,
    desk: &MailContext<'_>,
    request: &JoinRequest,
    entrance: &Entrance,
) -> anyhow::Result<Joined> {
    if let Some(member) = members::by_email(tx, &request.email).await? {
        // Whoever holds the founding secret runs the server; an import may have brought them in before.
        if matches!(entrance, Entrance::Founding(_)) && use_up(tx, entrance).await? {
            members::set_role(tx, member.id, Role::Organiser).await?;
            audit::note(tx, Some(member.id), "founded", "", Role::Organiser.word()).await?;
        }
        signing_in::send_way_in(tx, desk, &member, Why::Joined, "").await?;
    }
    Ok(Joined::LetterSent(MemberId(tx.new_id())))
}

/// Why a confirmation did not go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoConfirmation {
    /// The link is no longer good.
    LinkGone,
    /// Meanwhile somebody else confirmed the address as theirs.
    EmailTaken,
}

/// What a good confirming link would do.
pub enum Confirms {
    /// Brings somebody in who joins.
    Joining(Box<Member>),
    /// Gives a member, who must be signed in for it, a new address.
    Address(Box<Member>, Email),
    /// Sends the letter that confirms a new address to it: its member, who has no password, asked for it at the present
    /// one.
    Move(Box<Member>, Email),
}

/// What the link with this secret would do, if it is still good.
pub async fn confirms(conn: &mut Conn, secret: &str, now: Timestamp) -> anyhow::Result<Option<Confirms>> {
    if let Some(link) = one_time_links::find(conn, secret, LinkKind::Move, now).await? {
        let (Some(id), Some(email)) = (link.member, link.email) else { return Ok(None) };
        return Ok(members::by_id(conn, id).await?.map(|member| Confirms::Move(Box::new(member), email)));
    }
    let Some(link) = one_time_links::find(conn, secret, LinkKind::Confirm, now).await? else { return Ok(None) };
    what(conn, &link).await
}

async fn what(conn: &mut Conn, link: &OneTimeLink) -> anyhow::Result<Option<Confirms>> {
    if let Some(member) = beginner(conn, link).await? {
        return Ok(Some(Confirms::Joining(Box::new(member))));
    }
    let (Some(id), Some(email)) = (link.member, link.email.clone()) else { return Ok(None) };
    Ok(members::by_id(conn, id).await?.map(|member| Confirms::Address(Box::new(member), email)))
}

/// Whoever joins by this one-time link. Once they are here it signs nobody in any more.
async fn beginner(conn: &mut Conn, link: &OneTimeLink) -> anyhow::Result<Option<Member>> {
    Ok(owner_of(conn, link).await?.filter(|member| member.confirmed_at.is_none()))
}

/// Confirms the address of somebody who joins. The password is kept only if this is the browser in which it was typed:
/// otherwise whoever has the address need not be who typed it.
pub async fn confirm(
    app: &App,
    secret: &str,
    begun_here: &[MemberId],
) -> anyhow::Result<Result<Arrived, NoConfirmation>> {
    let community = community::of(app).await?;
    app.db
        .change(async |tx| {
            let Some(link) = one_time_links::redeem(tx, secret, LinkKind::Confirm).await? else {
                return Ok(Err(NoConfirmation::LinkGone));
            };
            let Some(member) = beginner(tx, &link).await? else { return Ok(Err(NoConfirmation::LinkGone)) };
            if let (None, Some(email)) = (&member.email, &link.email)
                && members::set_email(tx, member.id, email).await?.is_err()
            {
                return Ok(Err(NoConfirmation::EmailTaken));
            }
            let arrived = confirm_by_link(tx, app, &community, &member).await?;
            if !begun_here.contains(&member.id) {
                members::forget_password(tx, member.id).await?;
            }
            Ok(arrived.map(Arrived::of).ok_or(NoConfirmation::LinkGone))
        })
        .await
}

/// Confirms the new address of a member who is signed in. Every other way in ends: all sign-ins, and all open links.
pub async fn confirm_address(app: &App, member: &Member, secret: &str) -> anyhow::Result<Result<(), NoConfirmation>> {
    app.db
        .change(async |tx| {
            let link = one_time_links::redeem(tx, secret, LinkKind::Confirm).await?;
            let link = link.filter(|link| link.member == Some(member.id));
            let Some(email) = link.and_then(|link| link.email) else {
                return Ok(Err(NoConfirmation::LinkGone));
            };
            if members::set_email(tx, member.id, &email).await?.is_err() {
                return Ok(Err(NoConfirmation::EmailTaken));
            }
            audit::note(tx, Some(member.id), "changed-address", &member.url(), "").await?;
            Ok(Ok(()))
        })
        .await
}

/// Somebody with no password confirmed at their present address that they want another one: its letter leaves now.
pub async fn move_address(
    app: &App,
    desk: &MailContext<'_>,
    member: &Member,
    secret: &str,
) -> anyhow::Result<Result<(), NoConfirmation>> {
    app.db
        .change(async |tx| {
            let link = one_time_links::redeem(tx, secret, LinkKind::Move).await?;
            let link = link.filter(|link| link.member == Some(member.id));
            let Some(email) = link.and_then(|link| link.email) else {
                return Ok(Err(NoConfirmation::LinkGone));
            };
            settings::write_to_new_address(tx, desk, member, &email).await?;
            Ok(Ok(()))
        })
        .await
}
