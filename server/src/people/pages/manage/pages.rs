//! HTTP for organisers.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use serde::Deserialize;

use super::form::{CourseBlog, FIELDS, Invited, Settings};
use crate::{
    ids::MemberId,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        files::names::size,
        i18n::{Lang, Locale},
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, cut, field},
            see_other,
        },
    },
    people::{
        audit::{self, Act},
        community::{self, SitePage},
        members::{self, Email, Handle, LastOrganiser, Member, Role, TrustedNames},
        one_time_links::{self, Invitation},
        pages::{
            account,
            directory::{self, pages::Among},
        },
    },
    site::{self, Page, Visitor},
    talk::{
        blogs::{self, Blog},
        conversations,
    },
    tools::backup,
};

/// How many members a page shows.
const PAGE: i64 = 50;
/// What an organiser says to somebody is no longer than this, in characters.
const LONGEST_WORDS: usize = 1_000;
/// How many acts of the log are read at once.
const ACTS: i64 = 300;
/// With so many a page of it is full,
const PLENTY: usize = 100;
/// and so many are looked through for a word before somebody is asked whether to go on.
const LOOKED_AT: usize = 60_000;

#[derive(Template)]
#[template(path = "people/pages/manage/settings.html")]
struct SettingsPage {
    p: Page,
    f: Settings,
    asking: Vec<Listed>,
    open: Vec<Open>,
    /// The course's own blog, once it is begun.
    course: Option<Blog>,
    b: CourseBlog,
    s: SettingsState,
    /// When the last good backup was made, and how large it is, in words.
    backup: Option<String>,
    is_backup_old: bool,
}

/// An invitation that nobody has used yet.
struct Open {
    invitation: Invitation,
    role_key: &'static str,
    is_over: bool,
}

/// What a page of the settings shows beside the settings: what went wrong or well.
#[derive(Default)]
struct SettingsState {
    errors: Errors,
    wrong: Vec<Field>,
    invited: Invited,
    invite_errors: Errors,
    /// A link to pass on, which is shown this once.
    link: Option<String>,
    /// What was done, in words, and the part of the page that says so.
    done: Option<(&'static str, String)>,
    course_blog: Option<CourseBlog>,
    course_errors: Errors,
}

impl SettingsState {
    /// What was done in this part of the page, in words.
    fn invite_wrong(&self) -> Vec<Field> {
        self.invite_errors.list(&[
            field("emails", "i-mail", "invite-emails"),
            field("role", "i-role", "invite-as"),
            field("words", "i-words", "invite-words"),
        ])
    }

    fn course_wrong(&self) -> Vec<Field> {
        self.course_errors.list(&[
            field("title", "b-title", "settings-blog-title"),
            field("tagline", "b-tagline", "settings-blog-tagline"),
        ])
    }

    fn done_in(&self, part: &str) -> Option<&str> {
        self.done.as_ref().filter(|(place, _)| *place == part).map(|(_, words)| words.as_str())
    }
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

    /// Who may look through the members: the word of each choice and its message.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn directories(&self) -> [(&'static str, &'static str); 2] {
        [("public", "directory-public"), ("members", "directory-members")]
    }

    /// Which machines may read here: the word of each choice, its message, and that of a hint.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    fn crawlers(&self) -> [(&'static str, &'static str, &'static str); 3] {
        [
            ("search", "crawlers-search", "crawlers-search-hint"),
            ("everyone", "crawlers-everyone", "crawlers-everyone-hint"),
            ("nobody", "crawlers-nobody", "crawlers-nobody-hint"),
        ]
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
    s: SettingsState,
) -> anyhow::Result<SettingsPage> {
    let role_key = |role: &str| role.parse::<Role>().unwrap_or(Role::Participant).key();
    let now = app.now();
    let open = one_time_links::invitations(conn, now).await?.into_iter().map(|invitation| Open {
        role_key: role_key(&invitation.role),
        is_over: invitation.expires_at <= now,
        invitation,
    });
    let course = blogs::by_address(conn, blogs::COURSE).await?;
    let b = s.course_blog.clone().unwrap_or_else(|| match &course {
        Some(blog) => CourseBlog { title: blog.title.clone(), tagline: blog.tagline.clone() },
        None => CourseBlog { title: visitor.community.name.clone(), tagline: String::new() },
    });
    let last = backup::last(conn).await?;
    let is_backup_old = last.as_ref().is_some_and(|last| last.is_old(now));
    let backup = last.map(|last| {
        let (number, key) = size(last.bytes);
        let words = &visitor.words;
        let size = words.with(key, "number", words.number(number));
        words.with2("backup-last", ("date", words.date_time(last.made_at)), ("size", size))
    });
    let trusted = members::trusted_names(conn, &visitor.community.name).await?;
    let mut p = Page::new(conn, visitor, visitor.words.say("nav-manage")).await?.private();
    p.refused = [&s.errors, &s.invite_errors, &s.course_errors].iter().any(|errors| !errors.is_empty());
    p.address = "/manage/".into();
    let asking = Listed::all(&visitor.words, members::asking(conn).await?, &trusted);
    Ok(SettingsPage { p, f, asking, open: open.collect(), course, b, s, backup, is_backup_old })
}

/// What was done, as the address after a form says it.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Done {
    saved: String,
    sent: i64,
    who: String,
}

impl Done {
    /// What was done in words, and the part of the page that says so.
    fn said(&self, words: &Locale) -> Option<(&'static str, String)> {
        // Nothing but a handle comes from the address into a sentence of the site's own.
        let who = self.who.parse::<Handle>().map(|handle| format!("@{}", handle.as_str())).unwrap_or_default();
        Some(match self.saved.as_str() {
            "" if self.sent > 0 => ("invite", words.count("invitations-sent", self.sent)),
            "begun" => ("community", words.say("community-begun")),
            "community" => ("community", words.say("community-saved")),
            "let-in" => ("requests", words.with("done-let-in", "name", who)),
            "turned-away" => ("requests", words.say("done-turned-away")),
            "taken-back" => ("invite", words.say("done-taken-back")),
            "sent-again" => ("invite", words.say("done-sent-again")),
            "course-blog" => ("course", words.say("done-course-blog")),
            _ => return None,
        })
    }
}

/// `GET /manage/`: the settings of the community, requests to join, invitations.
pub async fn settings(State(app): State<Arc<App>>, visitor: Visitor, Query(done): Query<Done>) -> Answer {
    visitor.organiser()?;
    let f = Settings::of(&visitor.community);
    let shown = SettingsState { done: done.said(&visitor.words), ..SettingsState::default() };
    site::unstored(site::show(&settings_page(&app, &mut app.db.read().await?, &visitor, f, shown).await?))
}

/// `POST /manage/community`: changes the settings of the community.
pub async fn change(State(app): State<Arc<App>>, visitor: Visitor, Typed(f): Typed<Settings>) -> Answer {
    let organiser = visitor.organiser()?;
    let mut errors = Errors::default();
    let Some(changed) = f.read(&visitor.community, &mut errors) else {
        let shown = SettingsState { wrong: errors.list(&FIELDS), errors, ..SettingsState::default() };
        return site::unstored(site::refused(
            &settings_page(&app, &mut app.db.read().await?, &visitor, f, shown).await?,
        ));
    };
    app.db
        .always(async |tx| {
            community::update(tx, &changed).await?;
            if changed.close_days != visitor.community.close_days {
                conversations::reopen_silent(tx, changed.close_days).await?;
            }
            audit::note(tx, Some(organiser.id), "community-changed", "/manage/", "").await
        })
        .await?;
    Ok(see_other("/manage/?saved=community#done"))
}

/// `POST /manage/requests/{id}/let-in`: lets somebody in who asked.
pub async fn let_in(State(app): State<Arc<App>>, visitor: Visitor, Path(id): Path<MemberId>) -> Answer {
    account::let_in(&app, visitor.organiser()?, id).await?;
    let member = members::by_id(&mut app.db.read().await?, id).await?;
    let who = member.map(|member| member.handle).unwrap_or_default();
    Ok(see_other(&format!("/manage/?saved=let-in&who={who}#done")))
}

/// What is said to somebody who is turned away.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct TurnedAway {
    words: String,
}

/// `POST /manage/requests/{id}/turn-away`: turns somebody away who asked.
pub async fn turn_away(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(id): Path<MemberId>,
    Typed(form): Typed<TurnedAway>,
) -> Answer {
    let words: String = form.words.trim().chars().take(LONGEST_WORDS).collect();
    account::turn_away(&app, visitor.organiser()?, id, &words).await?;
    Ok(see_other("/manage/?saved=turned-away#done"))
}

/// `POST /manage/invitations`: invites people by e-mails, or makes a link to pass on.
pub async fn invite(State(app): State<Arc<App>>, visitor: Visitor, Typed(invited): Typed<Invited>) -> Answer {
    let organiser = visitor.organiser()?;
    let f = Settings::of(&visitor.community);
    let mut errors = Errors::default();
    let Some((emails, role, words)) = invited.read(&mut errors) else {
        let shown = SettingsState { invited, invite_errors: errors, ..SettingsState::default() };
        return site::unstored(site::refused(
            &settings_page(&app, &mut app.db.read().await?, &visitor, f, shown).await?,
        ));
    };
    if emails.is_empty() {
        let link = account::invite(&app, organiser, role).await?;
        let shown = SettingsState { link: Some(link), ..SettingsState::default() };
        return site::unstored(site::show(&settings_page(&app, &mut app.db.read().await?, &visitor, f, shown).await?));
    }
    let sent = emails.len();
    account::invite_all(&app, organiser, &emails, role, &words).await?;
    Ok(see_other(&format!("/manage/?sent={sent}#done")))
}

/// `POST /manage/invitations/{name}/take-back`: makes the link of an invitation worthless.
pub async fn take_back(State(app): State<Arc<App>>, visitor: Visitor, Path(name): Path<String>) -> Answer {
    let organiser = visitor.organiser()?;
    let hash = hex::decode(name).map_err(|_| Failure::NotFound)?;
    app.db
        .always(async |tx| {
            if let Some(invited) = one_time_links::take_back(tx, &hash).await? {
                let email = invited.email.as_ref().map_or("", Email::as_str);
                audit::note(tx, Some(organiser.id), "invitation-taken-back", "", email).await?;
            }
            Ok(())
        })
        .await?;
    Ok(see_other("/manage/?saved=taken-back#done"))
}

/// `POST /manage/invitations/{name}/send-again`: a new link in a new letter, in place of the old one.
pub async fn send_again(State(app): State<Arc<App>>, visitor: Visitor, Path(name): Path<String>) -> Answer {
    let organiser = visitor.organiser()?;
    let hash = hex::decode(name).map_err(|_| Failure::NotFound)?;
    account::invite_again(&app, organiser, &hash).await?.ok_or(Failure::NotFound)?;
    Ok(see_other("/manage/?saved=sent-again#done"))
}

/// `POST /manage/course-blog`: begins the blog of the course itself, or changes its title and tagline.
pub async fn course_blog(State(app): State<Arc<App>>, visitor: Visitor, Typed(b): Typed<CourseBlog>) -> Answer {
    let organiser = visitor.organiser()?;
    let mut errors = Errors::default();
    if let Some((title, tagline)) = b.read(&mut errors) {
        let address: blogs::Address = blogs::COURSE.parse().map_err(anyhow::Error::msg)?;
        let done = app.db.change(async |tx| {
            let verb = if let Some(blog) = blogs::by_address(tx, blogs::COURSE).await? {
                if blogs::update(tx, &blog, &address, &title, &tagline).await?.is_err() {
                    return Ok(Err(blogs::AddressTaken));
                }
                "course-blog-changed"
            } else {
                if blogs::open(tx, None, &address, title.as_str(), &tagline).await?.is_err() {
                    return Ok(Err(blogs::AddressTaken));
                }
                "course-blog-begun"
            };
            audit::note(tx, Some(organiser.id), verb, "/blog/", "").await?;
            Ok(Ok(()))
        });
        match done.await? {
            Ok(()) => return Ok(see_other("/manage/?saved=course-blog#done")),
            Err(blogs::AddressTaken) => errors.add("title", "settings-blog-address-taken"),
        }
    }
    let shown = SettingsState { course_blog: Some(b), course_errors: errors, ..SettingsState::default() };
    let f = Settings::of(&visitor.community);
    site::unstored(site::refused(&settings_page(&app, &mut app.db.read().await?, &visitor, f, shown).await?))
}

#[derive(Template)]
#[template(path = "people/pages/manage/members.html")]
struct MembersPage {
    p: Page,
    q: String,
    members: Vec<Listed>,
    roles: Vec<(&'static str, &'static str)>,
    /// After whom the page begins; empty for the first.
    after: String,
    more: Option<String>,
    /// A role could not be given.
    refused: bool,
    /// What was done, in words.
    done: Option<String>,
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
pub struct MembersQuery {
    q: String,
    after: String,
    saved: String,
}

async fn members_page(
    conn: &mut Conn,
    visitor: &Visitor,
    asked: &MembersQuery,
    refused: bool,
) -> anyhow::Result<MembersPage> {
    let q: String = members::one_line(&asked.q).chars().take(100).collect();
    let (members, more) = directory::pages::some(conn, Among::Accounts, &q, &asked.after, PAGE).await?;
    let trusted = members::trusted_names(conn, &visitor.community.name).await?;
    let members = Listed::all(&visitor.words, members, &trusted);
    let p = Page::new(conn, visitor, visitor.words.say("nav-members")).await?.private();
    let done = match asked.saved.as_str() {
        "role" => Some("done-role"),
        "removed" => Some("done-removed"),
        _ => None,
    };
    let done = done.map(|key| visitor.words.say(key));
    Ok(MembersPage { p, q, members, roles: roles(), after: asked.after.clone(), more, refused, done })
}

/// `GET /manage/members/`: who does what.
pub async fn members(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<MembersQuery>) -> Answer {
    visitor.organiser()?;
    site::unstored(site::show(&members_page(&mut app.db.read().await?, &visitor, &asked, false).await?))
}

/// A role that somebody is to have.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Appointed {
    role: String,
    /// Where in the list of members it was given: the words that were looked for, and after whom the page begins.
    q: String,
    after: String,
}

impl Appointed {
    /// The same place in the list, which says that it was done.
    fn back(&self) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::from("/manage/members/?"));
        for (name, value) in [("q", &self.q), ("after", &self.after)] {
            if !value.is_empty() {
                query.append_pair(name, value);
            }
        }
        query.append_pair("saved", "role");
        format!("{}#done", query.finish())
    }
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
        Ok(()) => Ok(see_other(&form.back())),
        Err(LastOrganiser) => site::unstored(site::refused(
            &members_page(&mut app.db.read().await?, &visitor, &MembersQuery::default(), true).await?,
        )),
    }
}

#[derive(Template)]
#[template(path = "people/pages/manage/log.html")]
struct Log {
    p: Page,
    /// What is looked for.
    q: String,
    acts: Vec<Line>,
    /// The last line that was looked at, if there are more.
    before: Option<i64>,
}

/// Which part of the log is asked for.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct LogQuery {
    q: String,
    before: Option<i64>,
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
    /// What was said about it.
    why: Option<String>,
}

impl Line {
    fn new(words: &Locale, act: Act) -> Self {
        let key = format!("audit-{}", act.verb);
        let role_key = act.detail.parse().or_else(|_| act.subject.parse()).ok().map(Role::key);
        let link = match act.subject.trim_matches('/').split_once('/') {
            Some(("members", handle)) => Some(format!("@{handle}")),
            Some(("comments", _)) => Some(words.say("log-a-comment")),
            Some(("tribes" | "courses", _)) => Some(act.detail.clone()),
            Some(("manage", rest)) if rest.starts_with("reports/") => Some(words.say("log-a-report")),
            Some(_) if act.verb.starts_with("conversation-") => Some(words.say("log-a-conversation")),
            Some(_) if act.verb.starts_with("post-") => Some(words.say("log-a-post")),
            None if act.subject == "/blog/" => Some(words.say("course-blog")),
            None if act.subject.len() > 2 => {
                act.subject.trim_matches('/').parse().ok().map(|page: SitePage| words.say(page.key()))
            }
            _ => None,
        };
        let email = Some(act.detail.clone()).filter(|detail| detail.parse::<Email>().is_ok());
        let with_words = matches!(act.verb.as_str(), "post-hidden" | "suspended" | "guest-blocked" | "guest-unblocked")
            || act.verb.starts_with("report-");
        let why = Some(act.detail.clone()).filter(|detail| with_words && !detail.is_empty());
        Self { act, key, role_key: role_key.filter(|_| !with_words), link, email: email.filter(|_| !with_words), why }
    }

    /// All that it says, for whoever looks for a part of it.
    fn text(&self, words: &Locale) -> String {
        let said = [Some(words.say(&self.key)), self.link.clone(), self.role_key.map(|key| words.say(key))];
        let stored = [self.act.actor.clone(), Some(self.act.subject.clone()), Some(self.act.detail.clone())];
        said.into_iter().chain(stored).flatten().collect::<Vec<_>>().join(" ")
    }
}

/// `GET /manage/log/?q=&before=`: who did what to whose words or rights, the latest first; or what of it says what is looked
/// for, as far back as somebody waits for it.
pub async fn log(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<LogQuery>) -> Answer {
    visitor.organiser()?;
    let words = &visitor.words;
    let q = members::one_line(cut(&asked.q));
    let wanted: Vec<String> = q.split_whitespace().map(members::search_key).collect();
    let mut conn = app.db.read().await?;
    let (mut acts, mut before, mut looked_at) = (vec![], asked.before, 0);
    loop {
        let some = audit::before(&mut conn, before, ACTS).await?;
        looked_at += some.len();
        let is_end = some.len() < usize::try_from(ACTS)?;
        before = some.last().map(|act| act.id).filter(|_| !is_end);
        acts.extend(some.into_iter().map(|act| Line::new(words, act)).filter(|line| {
            let text = members::search_key(&line.text(words));
            wanted.iter().all(|word| text.contains(word))
        }));
        if is_end || acts.len() >= PLENTY || looked_at >= LOOKED_AT {
            break;
        }
    }
    let p = Page::new(&mut conn, &visitor, words.say("manage-log")).await?.private();
    site::show(&Log { p, q, acts, before })
}
