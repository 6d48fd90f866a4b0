//! HTTP for organisers.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use serde::Deserialize;

use super::form::{FIELDS, Invited, Settings};
use crate::{
    ids::MemberId,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        i18n::{Lang, Locale},
        web::{
            Query,
            forms::{Errors, Field, Typed},
            onwards, see_other,
        },
    },
    people::{
        audit::{self, Act},
        community,
        members::{self, Invitation, LastOrganiser, Member, Role, TrustedNames},
        pages::{account, directory},
    },
    site::{self, Page, Visitor},
};

/// How many members a page shows.
const PAGE: i64 = 50;
/// How many acts the log shows.
const ACTS: i64 = 300;

#[derive(Template)]
#[template(path = "people/pages/manage/settings.html")]
struct SettingsPage {
    p: Page,
    f: Settings,
    asking: Vec<Listed>,
    open: Vec<Open>,
    s: Shown,
}

/// An open invitation.
struct Open {
    invitation: Invitation,
    role_key: &'static str,
}

/// What a page of the settings shows beside the settings: what went wrong or well.
#[derive(Default)]
struct Shown {
    errors: Errors,
    wrong: Vec<Field>,
    invited: Invited,
    invite_errors: Errors,
    /// A link to pass on, which is shown this once.
    link: Option<String>,
    /// What was done, in words.
    done: Option<String>,
}

impl SettingsPage {
    /// The languages the interface speaks, by tag and name.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn languages(&self) -> [(&'static str, &'static str); 3] {
        Lang::ALL.map(|lang| (lang.tag(), lang.name()))
    }

    /// The names of all time zones.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn zones(&self) -> Vec<String> {
        jiff::tz::db().available().map(|zone| zone.as_str().to_owned()).collect()
    }

    /// How people may come in: the word of each way, its message, and that of a hint.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn ways(&self) -> [(&'static str, &'static str, Option<&'static str>); 3] {
        [
            ("open", "joining-open", None),
            ("request", "joining-request", Some("joining-request-hint")),
            ("invitation", "joining-invitation", None),
        ]
    }

    /// Whose comments may wait: the word of each and its message.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn guests(&self) -> [(&'static str, &'static str); 3] {
        [("first", "guests-first"), ("always", "guests-always"), ("closed", "guests-closed")]
    }

    /// The roles somebody may be invited into, the most usual first.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn roles(&self) -> Vec<(&'static str, &'static str)> {
        roles()
    }
}

/// The word of each role and its message, the most usual first.
fn roles() -> Vec<(&'static str, &'static str)> {
    Role::ALL.iter().rev().map(|role| (role.word(), role.key())).collect()
}

async fn settings_page(
    app: &App,
    conn: &mut Conn,
    visitor: &Visitor,
    f: Settings,
    s: Shown,
) -> anyhow::Result<SettingsPage> {
    let role_key = |role: &str| role.parse::<Role>().unwrap_or(Role::Participant).key();
    let open = members::open_invitations(conn, app.now()).await?;
    let trusted = members::trusted_names(conn, &visitor.community.name).await?;
    let mut p = Page::new(conn, visitor, visitor.words.say("nav-manage")).await?.private();
    p.refused = !s.errors.is_empty() || !s.invite_errors.is_empty();
    p.address = "/manage/".into();
    Ok(SettingsPage {
        p,
        f,
        asking: Listed::all(&visitor.words, members::asking(conn).await?, &trusted),
        open: open.into_iter().map(|invitation| Open { role_key: role_key(&invitation.role), invitation }).collect(),
        s,
    })
}

/// What was done, as the address after a form says it.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Done {
    saved: String,
    sent: i64,
}

/// `GET /manage/`: the settings of the community, requests to join, invitations.
pub async fn settings(State(app): State<Arc<App>>, visitor: Visitor, Query(done): Query<Done>) -> Answer {
    visitor.organiser()?;
    let said = match (done.saved.as_str(), done.sent) {
        ("", 0) => None,
        ("", sent) => Some(visitor.words.count("invitations-sent", sent)),
        ("begun", _) => Some(visitor.words.say("community-begun")),
        _ => Some(visitor.words.say("community-saved")),
    };
    let f = Settings::of(&visitor.community);
    let shown = Shown { done: said, ..Shown::default() };
    site::unstored(site::show(&settings_page(&app, &mut app.db.read().await?, &visitor, f, shown).await?))
}

/// `POST /manage/community`: changes the settings of the community.
pub async fn change(State(app): State<Arc<App>>, visitor: Visitor, Typed(f): Typed<Settings>) -> Answer {
    let organiser = visitor.organiser()?;
    let mut errors = Errors::default();
    let Some(changed) = f.read(&visitor.community, &mut errors) else {
        let shown = Shown { wrong: errors.list(&FIELDS), errors, ..Shown::default() };
        return site::unstored(site::refused(
            &settings_page(&app, &mut app.db.read().await?, &visitor, f, shown).await?,
        ));
    };
    app.db
        .always(async |tx| {
            community::update(tx, &changed).await?;
            audit::note(tx, Some(organiser.id), "community-changed", "/manage/", "").await
        })
        .await?;
    Ok(see_other("/manage/?saved=community"))
}

/// `POST /manage/requests/{id}/let-in`: lets somebody in who asked.
pub async fn let_in(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<MemberId>) -> Answer {
    account::let_in(&app, visitor.organiser()?, id).await?;
    Ok(see_other("/manage/#requests"))
}

/// `POST /manage/requests/{id}/turn-away`: turns somebody away who asked.
pub async fn turn_away(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<MemberId>) -> Answer {
    account::turn_away(&app, visitor.organiser()?, id).await?;
    Ok(see_other("/manage/#requests"))
}

/// `POST /manage/invitations`: invites people by e-mails, or makes a link to pass on.
pub async fn invite(State(app): State<Arc<App>>, visitor: Visitor, Typed(invited): Typed<Invited>) -> Answer {
    let organiser = visitor.organiser()?;
    let f = Settings::of(&visitor.community);
    let mut errors = Errors::default();
    let Some((emails, role, words)) = invited.read(&mut errors) else {
        let shown = Shown { invited, invite_errors: errors, ..Shown::default() };
        return site::unstored(site::refused(
            &settings_page(&app, &mut app.db.read().await?, &visitor, f, shown).await?,
        ));
    };
    if emails.is_empty() {
        let link = account::invite(&app, organiser, role).await?;
        let shown = Shown { link: Some(link), ..Shown::default() };
        return site::unstored(site::show(&settings_page(&app, &mut app.db.read().await?, &visitor, f, shown).await?));
    }
    let sent = emails.len();
    account::invite_all(&app, organiser, &emails, role, &words).await?;
    Ok(see_other(&format!("/manage/?sent={sent}#invite")))
}

/// `POST /manage/invitations/{name}/take-back`: makes the link of an invitation worthless.
pub async fn take_back(State(app): State<Arc<App>>, visitor: Visitor, Path(name): Path<String>) -> Answer {
    let organiser = visitor.organiser()?;
    let hash = hex::decode(name).map_err(|_| Failure::NotFound)?;
    app.db
        .always(async |tx| {
            members::take_back(tx, &hash).await?;
            audit::note(tx, Some(organiser.id), "invitation-taken-back", "", "").await
        })
        .await?;
    Ok(see_other("/manage/#invite"))
}

#[derive(Template)]
#[template(path = "people/pages/manage/members.html")]
struct MembersPage {
    p: Page,
    q: String,
    members: Vec<Listed>,
    roles: Vec<(&'static str, &'static str)>,
    is_later_page: bool,
    more: Option<String>,
    refused: bool,
}

/// A member, and whose name theirs could be taken for, if anybody's.
struct Listed {
    member: Member,
    like: Option<String>,
}

impl Listed {
    fn of(t: &Locale, member: Member, trusted: &TrustedNames) -> Self {
        let participant = member.role() == Role::Participant;
        let like = trusted.like(&member.name, Some(member.id)).filter(|_| participant);
        Self { like: like.map(|other| other.warning(t)), member }
    }

    fn all(t: &Locale, members: Vec<Member>, trusted: &TrustedNames) -> Vec<Self> {
        members.into_iter().map(|member| Self::of(t, member, trusted)).collect()
    }
}

/// What the query of the list of members may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    q: String,
    after: String,
}

async fn members_page(conn: &mut Conn, visitor: &Visitor, asked: &Asked, refused: bool) -> anyhow::Result<MembersPage> {
    let q: String = members::one_line(&asked.q).chars().take(100).collect();
    let (members, more) = directory::pages::some(conn, &q, &asked.after, PAGE).await?;
    let trusted = members::trusted_names(conn, &visitor.community.name).await?;
    let members = Listed::all(&visitor.words, members, &trusted);
    let p = Page::new(conn, visitor, visitor.words.say("nav-members")).await?.private();
    Ok(MembersPage { p, q, members, roles: roles(), is_later_page: !asked.after.is_empty(), more, refused })
}

/// `GET /manage/members/`: who does what.
pub async fn members(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    visitor.organiser()?;
    site::unstored(site::show(&members_page(&mut app.db.read().await?, &visitor, &asked, false).await?))
}

/// A role that somebody is to have.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Appointed {
    role: String,
    next: String,
}

/// `POST /manage/members/{id}/role`: gives a member another role. The community always keeps an organiser.
pub async fn appoint(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
    Typed(form): Typed<Appointed>,
) -> Answer {
    let organiser = visitor.organiser()?;
    let role: Role = form.role.parse().map_err(|_| Failure::Bad("error-bad"))?;
    let member = members::by_id(&mut app.db.read().await?, id).await?.ok_or(Failure::NotFound)?;
    let appointed = app
        .db
        .change(async |tx| {
            audit::note(tx, Some(organiser.id), "role-given", &member.url(), role.word()).await?;
            members::appoint(tx, id, role).await
        })
        .await?;
    match appointed {
        Ok(()) => Ok(onwards(&form.next, "/manage/members/")),
        Err(LastOrganiser) => site::unstored(site::refused(
            &members_page(&mut app.db.read().await?, &visitor, &Asked::default(), true).await?,
        )),
    }
}

#[derive(Template)]
#[template(path = "people/pages/manage/log.html")]
struct Log {
    p: Page,
    acts: Vec<Line>,
}

/// A line of the log.
struct Line {
    act: Act,
    key: String,
    /// The message of a role that the detail names.
    role_key: Option<&'static str>,
    /// What the link to whoever or whatever it was done to says.
    link: Option<String>,
    /// The mail address it was about.
    email: Option<String>,
}

impl Line {
    fn new(words: &Locale, act: Act) -> Self {
        let key = format!("audit-{}", act.verb);
        let role_key = act.detail.parse().or_else(|_| act.subject.parse()).ok().map(Role::key);
        let link = match act.subject.trim_matches('/').split_once('/') {
            Some(("members", handle)) => Some(format!("@{handle}")),
            Some(("comments", _)) => Some(words.say("log-a-comment")),
            _ => None,
        };
        let email = Some(act.detail.clone()).filter(|detail| detail.contains('@'));
        Self { act, key, role_key, link, email }
    }
}

/// `GET /manage/log/`: who did what to whose words or rights, the latest first.
pub async fn log(State(app): State<Arc<App>>, visitor: Visitor) -> Answer {
    visitor.organiser()?;
    let mut conn = app.db.read().await?;
    let acts = audit::latest(&mut conn, ACTS).await?.into_iter().map(|act| Line::new(&visitor.words, act)).collect();
    let p = Page::new(&mut conn, &visitor, visitor.words.say("manage-log")).await?.private();
    site::show(&Log { p, acts })
}
