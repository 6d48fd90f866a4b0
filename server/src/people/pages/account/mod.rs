//! Accounts: joining, signing in, and what members set about themselves.
//!
//! Whoever asks with an address gets the same answer in the same time whether it is known or not; what there is to say
//! is said in an e-mail to that address. A link in an e-mail only opens a page with a button, so that programs which
//! look at every link do not use it up.

pub mod joining;
mod emails;
pub mod pages;
pub mod settings;
pub mod signing_in;

#[cfg(test)]
mod tests;

use anyhow::bail;

use self::emails::{MailContext, Why};
use crate::{
    ids::{MemberId, Timestamp},
    kit::{
        app::App,
        db::Tx,
        i18n::{Lang, Locale},
        web::with_next,
    },
    people::{
        audit,
        community::{self, Community},
        members::{self, Email, Handle, Joiner, Member, Name, NoJoin, Password, Role},
        one_time_links::{self, LinkKind, OneTimeLink},
    },
    talk::blogs,
};

/// How long a link that signs somebody in is good, in minutes.
const LINK_MINUTES: i64 = 20;
/// How long a link that an organiser passes on is good, in minutes: a day.
const PASSED_ON_MINUTES: i64 = 24 * 60;
/// How long a link that sets a new password is good, in minutes.
const RESET_MINUTES: i64 = 60;
/// How long a link that confirms an address is good, in days; then the account is forgotten.
const CONFIRM_DAYS: i64 = 3;
/// How long an invitation, and the link of `lyceum member add`, is good, in days.
const INVITE_DAYS: i64 = 14;

/// Somebody proved that they are this member. Their address counts as theirs from now on, and once they are let in
/// they have a blog.
async fn activate(tx: &mut Tx, id: MemberId) -> anyhow::Result<Option<Member>> {
    let Some(mut member) = members::by_id(tx, id).await? else { return Ok(None) };
    if member.confirmed_at.is_none() || member.claimed_at.is_none() {
        members::confirm(tx, id).await?;
        let Some(confirmed) = members::by_id(tx, id).await? else { return Ok(None) };
        member = confirmed;
    }
    if member.is_in() && blogs::of(tx, id).await?.is_empty() {
        let handle = member.handle.parse().unwrap_or_else(|_| Handle::suggested(&member.handle));
        let name = member.name.parse().map_err(anyhow::Error::msg)?;
        blogs::open_own(tx, id, &handle, &name).await?;
    }
    Ok(Some(member))
}

/// Somebody followed a link that proves their address. If they must still be let in, those who do that hear of it now.
async fn confirm_by_link(
    tx: &mut Tx,
    app: &App,
    community: &Community,
    member: &Member,
) -> anyhow::Result<Option<Member>> {
    let arrived = activate(tx, member.id).await?;
    if let Some(asker) = arrived
        .as_ref()
        .filter(|arrived| member.confirmed_at.is_none() && !arrived.is_in() && arrived.asked_at.is_some())
    {
        let words = Locale::new(community.language, community.zone());
        emails::asked(tx, &MailContext::new(app, community, &words), asker).await?;
    }
    Ok(arrived)
}

/// Lets somebody in who asked to join, and writes to them.
pub async fn let_in(app: &App, organiser: &Member, id: MemberId) -> anyhow::Result<()> {
    let community = community::of(app).await?;
    app.db
        .always(async |tx| {
            let Some(asker) = members::by_id(tx, id).await?.filter(|asker| asker.asked_at.is_some()) else {
                return Ok(());
            };
            members::let_in(tx, id).await?;
            let Some(member) = activate(tx, id).await? else { return Ok(()) };
            audit::note(tx, Some(organiser.id), "let-in", &member.url(), "").await?;
            let words = Locale::new(asker.lang().unwrap_or(community.language), community.zone());
            emails::let_in(tx, &MailContext::new(app, &community, &words), &member).await
        })
        .await
}

/// Turns somebody away who asked to join: an e-mail tells them, with the organiser's words if there are any, and their
/// account is forgotten.
pub async fn turn_away(app: &App, organiser: &Member, id: MemberId, said: &str) -> anyhow::Result<()> {
    let community = community::of(app).await?;
    app.db
        .always(async |tx| {
            let Some(asker) = members::by_id(tx, id).await?.filter(|asker| asker.asked_at.is_some()) else {
                return Ok(());
            };
            members::turn_away(tx, id).await?;
            audit::note(tx, Some(organiser.id), "turned-away", &asker.handle, "").await?;
            let words = Locale::new(asker.lang().unwrap_or(community.language), community.zone());
            emails::turned_away(tx, &MailContext::new(app, &community, &words), &asker, said).await
        })
        .await
}

/// Makes an invitation that can be passed on, and answers its link.
pub async fn invite(app: &App, organiser: &Member, role: Role) -> anyhow::Result<String> {
    let secret = app.db.always(async |tx| invitation(tx, organiser, None, role).await).await?;
    Ok(format!("{}/join?invite={secret}", app.settings.base_url))
}

/// Invites people by e-mail: all of them, or nobody after an error. The organiser's own words go along.
pub async fn invite_all(
    app: &App,
    organiser: &Member,
    emails: &[Email],
    role: Role,
    words_of_their_own: &str,
) -> anyhow::Result<()> {
    let community = community::of(app).await?;
    let words = Locale::new(community.language, community.zone());
    let desk = MailContext::new(app, &community, &words);
    app.db
        .always(async |tx| {
            for email in emails {
                let secret = invitation(tx, organiser, Some(email), role).await?;
                one_time_links::note_words(tx, &secret, words_of_their_own).await?;
                emails::invite(tx, &desk, email, organiser, words_of_their_own, &secret).await?;
            }
            Ok(())
        })
        .await
}

/// Sends an invitation again: the link of the first letter is worth nothing any more, and the new one is good for as long
/// as the first was. What they said with it goes along again. Answers to whom it went; none, if it was used or taken back,
/// or never was sent to anybody.
pub async fn invite_again(app: &App, organiser: &Member, hash: &[u8]) -> anyhow::Result<Option<Email>> {
    let community = community::of(app).await?;
    let words = Locale::new(community.language, community.zone());
    let desk = MailContext::new(app, &community, &words);
    let sent = app.db.change(async |tx| {
        let said = one_time_links::words_with(tx, hash).await?;
        let Some(invited) = one_time_links::take_back(tx, hash).await? else { return Ok(Err(())) };
        let Some(email) = invited.email else { return Ok(Err(())) };
        // Nobody's words are put into another's mouth.
        let said = if invited.made_by == Some(organiser.id) { said } else { String::new() };
        let secret = invitation(tx, organiser, Some(&email), invited.role).await?;
        one_time_links::note_words(tx, &secret, &said).await?;
        emails::invite(tx, &desk, &email, organiser, &said, &secret).await?;
        Ok(Ok(email))
    });
    Ok(sent.await?.ok())
}

/// Sends a member a link that signs them in, because an organiser helps them; answers whether they have an address.
pub async fn send_sign_in_link(app: &App, organiser: &Member, member: &Member) -> anyhow::Result<bool> {
    let community = community::of(app).await?;
    let words = Locale::new(community.language, community.zone());
    let desk = MailContext::new(app, &community, &words);
    if member.email.is_none() {
        return Ok(false);
    }
    app.db
        .always(async |tx| {
            audit::note(tx, Some(organiser.id), "link-sent", &member.url(), "").await?;
            signing_in::send_way_in(tx, &desk, member, Why::Asked, "").await
        })
        .await?;
    Ok(true)
}

/// Makes a link that signs a member in, for an organiser who passes it on, and vouches for whom they give it to.
pub async fn sign_in_link(app: &App, organiser: &Member, member: &Member) -> anyhow::Result<String> {
    let secret = app.db.always(async |tx| {
        audit::note(tx, Some(organiser.id), "link-made", &member.url(), "").await?;
        let link = OneTimeLink {
            kind: LinkKind::SignIn,
            member: Some(member.id),
            email: member.email.as_ref().and_then(|email| email.parse().ok()),
            role: Role::Participant,
            made_by: Some(organiser.id),
            expires_at: tx.now.plus_minutes(PASSED_ON_MINUTES),
        };
        one_time_links::make(tx, &link).await
    });
    Ok(format!("{}/sign-in/link/{}", app.settings.base_url, secret.await?))
}

/// The secret of a new invitation.
async fn invitation(tx: &mut Tx, organiser: &Member, email: Option<&Email>, role: Role) -> anyhow::Result<String> {
    let link = OneTimeLink {
        kind: LinkKind::Invite,
        member: None,
        email: email.cloned(),
        role,
        made_by: Some(organiser.id),
        expires_at: tx.now.plus_days(INVITE_DAYS),
    };
    audit::note(tx, Some(organiser.id), "invited", role.word(), email.map_or("", Email::as_str)).await?;
    one_time_links::make(tx, &link).await
}

/// Somebody whom whoever runs the server adds.
pub struct Added {
    /// Where e-mails reach them.
    pub email: Email,
    /// What they are called.
    pub name: Name,
    /// Their handle; none: one made of the name.
    pub handle: Option<Handle>,
    /// What they do here.
    pub role: Role,
    /// Their password, if they are given one.
    pub password: Option<Password>,
}

/// Adds a member, and answers a link that signs them in. Whoever can do this vouches for the address.
pub async fn add(app: &App, added: &Added) -> anyhow::Result<String> {
    let password = match &added.password {
        Some(password) => Some(members::hash(app, password).await?),
        None => None,
    };
    let suggested = Handle::suggested(added.name.as_str());
    let base_url = reached_at(app).await?;
    for number in 1_u32.. {
        let handle = match &added.handle {
            Some(handle) => handle.clone(),
            None if number == 1 => suggested.clone(),
            None => suggested.numbered(number),
        };
        let joiner = Joiner {
            handle,
            name: added.name.clone(),
            email: added.email.clone(),
            password: password.clone(),
            role: added.role,
            language: None,
        };
        match app.db.change(async |tx| add_one(tx, &joiner).await).await? {
            Ok(secret) => return Ok(format!("{base_url}/sign-in/link/{secret}")),
            Err(NoJoin::EmailTaken) => bail!("somebody with this address is a member already"),
            Err(NoJoin::HandleTaken) if added.handle.is_some() => bail!("somebody has this handle; choose another"),
            Err(NoJoin::HandleTaken) => {}
        }
    }
    bail!("no handle is free")
}

/// Where people reach the site: as the settings say, or, where they say nothing, as it was served last.
async fn reached_at(app: &App) -> anyhow::Result<String> {
    if app.settings.base_url_is_given {
        return Ok(app.settings.base_url.clone());
    }
    let served = community::served_at(&mut app.db.read().await?).await?;
    Ok(served.unwrap_or_else(|| app.settings.base_url.clone()))
}

async fn add_one(tx: &mut Tx, joiner: &Joiner) -> anyhow::Result<Result<String, NoJoin>> {
    let id = match members::add(tx, joiner).await? {
        Ok(id) => id,
        Err(no) => return Ok(Err(no)),
    };
    activate(tx, id).await?;
    audit::note(tx, None, "added", &members::url(joiner.handle.as_str()), joiner.role.word()).await?;
    let until = tx.now.plus_days(INVITE_DAYS);
    Ok(Ok(make_link(tx, LinkKind::SignIn, id, &joiner.email, until).await?))
}

/// Writes the e-mail that confirms the address of somebody who joins.
async fn send_confirmation(
    tx: &mut Tx,
    desk: &MailContext<'_>,
    id: MemberId,
    email: &Email,
    handle: &str,
    next: &str,
) -> anyhow::Result<()> {
    let until = tx.now.plus_days(CONFIRM_DAYS);
    let secret = make_link(tx, LinkKind::Confirm, id, email, until).await?;
    emails::confirm(tx, desk, email.as_str(), handle, &with_next(&secret, next)).await
}

/// Makes a one-time link for a member that came, or goes, to this address.
async fn make_link(
    tx: &mut Tx,
    kind: LinkKind,
    member: MemberId,
    email: &Email,
    expires_at: Timestamp,
) -> anyhow::Result<String> {
    let email = Some(email.clone());
    let link = OneTimeLink { kind, member: Some(member), email, role: Role::Participant, made_by: None, expires_at };
    one_time_links::make(tx, &link).await
}

/// The member a one-time link is for, unless the address it was sent to is no longer theirs. Whoever has only begun to join has
/// none yet but that of the link.
async fn owner_of(tx: &mut crate::kit::db::Conn, link: &OneTimeLink) -> anyhow::Result<Option<Member>> {
    let Some(id) = link.member else { return Ok(None) };
    let sent_to = link.email.as_ref().map(Email::as_str);
    Ok(members::by_id(tx, id).await?.filter(|member| {
        let begins = link.kind == LinkKind::Confirm && member.email.is_none() && member.confirmed_at.is_none();
        begins || member.email.as_deref() == sent_to
    }))
}

/// The language to write to a member in: the one they chose, or that of whoever asks for the e-mail.
fn words_for(member: &Member, asking: &Locale) -> Locale {
    let lang: Lang = member.lang().unwrap_or(asking.lang);
    Locale { lang, ..asking.clone() }
}
