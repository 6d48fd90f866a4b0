//! Signing in: by password, by a link in an e-mail, and with a new password when the old one is forgotten.

pub mod pages;
#[cfg(test)]
mod tests;

use super::{
    LINK_MINUTES, RESET_MINUTES, activate, confirm_by_link,
    emails::{self, MailContext, Why},
    make_link, owner_of, send_confirmation, words_for,
};
use crate::{
    kit::{app::App, db::Tx, web::with_next},
    people::{
        audit, community,
        members::{self, Email, Member, Password, Role},
        one_time_links::{self, LinkKind, OneTimeLink},
    },
};

/// Somebody proved who they are.
pub enum Arrived {
    /// They are in.
    In(Box<Member>),
    /// They asked to join, and nobody has answered yet.
    Waiting,
    /// They are suspended; what they are told about it, if anything.
    Suspended(String),
}

impl Arrived {
    /// Whether a member who proved who they are is in.
    pub fn of(member: Member) -> Self {
        if member.is_suspended() {
            Self::Suspended(member.suspended_why)
        } else if member.is_in() {
            Self::In(Box::new(member))
        } else {
            Self::Waiting
        }
    }
}

/// The link is no longer good.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct LinkGone;

/// Signs in by password. An address that was never confirmed gets its e-mail once more, and no other answer than a
/// wrong password.
pub async fn by_password(
    app: &App,
    desk: &MailContext<'_>,
    who: &str,
    password: &str,
) -> anyhow::Result<Option<Arrived>> {
    let Some(member) = members::by_password(app, who, password).await? else { return Ok(None) };
    if member.confirmed_at.is_some() {
        let member = app.db.always(async |tx| activate(tx, member.id).await).await?;
        return Ok(member.map(Arrived::of));
    }
    // Whoever has only begun has no address yet but the one they typed here.
    let address = member.email.clone().unwrap_or_else(|| who.to_owned()).parse::<Email>();
    if let Some(email) = address.ok().filter(|email| app.limits.letters.take(&email.as_str().to_owned()).is_ok()) {
        app.db.always(async |tx| send_confirmation(tx, desk, member.id, &email, &member.handle, "").await).await?;
    }
    Ok(None)
}

/// Sends a link that signs in to whoever has this address; nobody has it, nothing is sent, and as much is done.
pub async fn send_link(app: &App, desk: &MailContext<'_>, email: Option<&Email>, next: &str) -> anyhow::Result<()> {
    let Some(email) = email else { return app.db.always(send_nothing).await };
    app.db
        .always(async |tx| match members::by_email(tx, email).await? {
            Some(member) => send_way_in(tx, desk, &member, Why::Asked, next).await,
            None => send_to_beginner(tx, desk, email).await,
        })
        .await
}

/// Nobody has this address. Whoever began to join with it gets their letter once more.
async fn send_to_beginner(tx: &mut Tx, desk: &MailContext<'_>, email: &Email) -> anyhow::Result<()> {
    match members::beginner(tx, email).await? {
        Some(member) => send_confirmation(tx, desk, member.id, email, &member.handle, "").await,
        None => send_nothing(tx).await,
    }
}

/// Sends somebody who has an account the link that fits: to claim the account, or to sign in.
pub async fn send_way_in(
    tx: &mut Tx,
    desk: &MailContext<'_>,
    member: &Member,
    why: Why,
    next: &str,
) -> anyhow::Result<()> {
    let Some(email) = member.email.as_ref().and_then(|email| email.parse::<Email>().ok()) else { return Ok(()) };
    let words = words_for(member, desk.words());
    let desk = desk.with(&words);
    // Who joined and has not confirmed has a password; whom an import brought in has none.
    let unclaimed = member.claimed_at.is_none() && !members::has_password(tx, member.id).await?;
    let why = if unclaimed { Why::Unclaimed } else { why };
    let until = tx.now.plus_minutes(LINK_MINUTES);
    let secret = make_link(tx, LinkKind::SignIn, member.id, &email, until).await?;
    emails::sign_in(tx, &desk, member, why, &with_next(&secret, next)).await
}

/// Writes as much as for somebody: a one-time link for nobody, whose secret nobody gets.
async fn send_nothing(tx: &mut Tx) -> anyhow::Result<()> {
    let nobody = OneTimeLink {
        kind: LinkKind::SignIn,
        member: None,
        email: None,
        role: Role::Participant,
        made_by: None,
        expires_at: tx.now,
    };
    one_time_links::make(tx, &nobody).await.map(drop)
}

/// Signs in by the link with this secret, and uses it up.
pub async fn by_link(app: &App, secret: &str) -> anyhow::Result<Result<Arrived, LinkGone>> {
    let community = community::of(app).await?;
    app.db
        .change(async |tx| {
            let Some(member) = redeem(tx, secret, LinkKind::SignIn).await? else { return Ok(Err(LinkGone)) };
            let arrived = confirm_by_link(tx, app, &community, &member).await?;
            if member.confirmed_at.is_none() {
                // Whoever joined with this address need not be who has it; the password may be theirs.
                members::forget_password(tx, member.id).await?;
            }
            Ok(arrived.map(Arrived::of).ok_or(LinkGone))
        })
        .await
}

async fn redeem(tx: &mut Tx, secret: &str, kind: LinkKind) -> anyhow::Result<Option<Member>> {
    match one_time_links::redeem(tx, secret, kind).await? {
        Some(link) => owner_of(tx, &link).await,
        None => Ok(None),
    }
}

/// Sends a link that sets a new password to whoever has this address.
pub async fn send_reset(app: &App, desk: &MailContext<'_>, email: Option<&Email>, next: &str) -> anyhow::Result<()> {
    let Some(email) = email else { return app.db.always(send_nothing).await };
    app.db
        .always(async |tx| {
            let Some(member) = members::by_email(tx, email).await? else {
                return send_to_beginner(tx, desk, email).await;
            };
            let until = tx.now.plus_minutes(RESET_MINUTES);
            let secret = make_link(tx, LinkKind::Reset, member.id, email, until).await?;
            let words = words_for(&member, desk.words());
            emails::reset(tx, &desk.with(&words), &member, &with_next(&secret, next)).await
        })
        .await
}

/// Sets a new password by the link with this secret; every sign-in ends.
pub async fn reset(app: &App, secret: &str, password: &Password) -> anyhow::Result<Result<Arrived, LinkGone>> {
    let hash = members::hash(app, password).await?;
    let community = community::of(app).await?;
    app.db
        .change(async |tx| {
            let Some(member) = redeem(tx, secret, LinkKind::Reset).await? else { return Ok(Err(LinkGone)) };
            members::set_password(tx, member.id, &hash).await?;
            audit::note(tx, Some(member.id), "changed-password", &member.url(), "").await?;
            Ok(confirm_by_link(tx, app, &community, &member).await?.map(Arrived::of).ok_or(LinkGone))
        })
        .await
}
