//! Who asks: a member, a guest the site remembers, or a stranger; in which language; from where.

use std::{net::IpAddr, sync::Arc};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use tower_sessions::{Session, SessionStore as _};

use crate::{
    events::Topic,
    ids::{MemberId, Timestamp},
    kit::{
        app::App,
        db::Snapshot,
        error::Failure,
        i18n::{Accepted, Lang, Locale, Region, time_zone},
        web::{self, page_cache::Address, theme::Theme},
    },
    people::{
        community::{self, Community},
        members::{self, Member},
        sessions,
    },
    talk::old_sites,
};

/// The name of the cookie that carries the session. Under https it is one that neither another site of the same domain
/// nor a page without encryption can set.
pub const fn cookie_name(https: bool) -> &'static str {
    if https { "__Host-lyceum" } else { "lyceum" }
}

/// The name of the cookie that carries the language a stranger chose.
pub const LANGUAGE_COOKIE: &str = "lyceum-language";
/// The name of the cookie by which a script says that it tells what a member looks at.
const READING_COOKIE: &str = "lyceum-reading";
const GUEST: &str = "guest";
const SEEN: &str = "seen";
const JOINING: &str = "joining";
/// Of so many beginnings to join the passwords are still known to have been typed in this browser.
const BEGUN: usize = 5;

/// Whoever asks for a page.
#[derive(Clone)]
pub struct Visitor {
    /// The member, if signed in.
    pub member: Option<Arc<Member>>,
    /// What the site remembers of somebody without an account.
    pub guest: Option<GuestCard>,
    /// Their language, region and time zone.
    pub words: Locale,
    /// The colours they chose.
    pub theme: Theme,
    /// Whether a script tells which entries they look at. Without one, they have read what is on a page.
    pub tells_what_it_reads: bool,
    /// The community they visit.
    pub community: Arc<Community>,
    /// Their session; none in cached pages' fast lane.
    pub session: Option<Session>,
    /// Whether the session is this browser's for certain: somebody else may have put a second cookie there.
    is_certain: bool,
    /// The address of the site, without a slash at its end.
    pub base_url: String,
    /// Path and query of the page they asked for: without what it does not know in a query.
    pub address: String,
    /// Path and query as they were sent.
    pub sent: String,
    /// The host they asked for it.
    pub host: String,
    /// Where they come from, for limits.
    pub ip: IpAddr,
}

/// What the site remembers of a guest, in their own session: the form comes filled in, and what they wrote is theirs.
#[derive(Clone, Serialize, Deserialize, Debug)]
pub struct GuestCard {
    /// What they called themselves.
    pub name: String,
    /// Their address, never shown to others.
    pub email: String,
    /// Their website.
    pub website: String,
    /// Whether they wanted to be told by e-mail the last time.
    #[serde(default)]
    pub told: bool,
    key: String,
}

/// Whether a form is sent by whom it was made for: nobody speaks in the name of whoever came to a browser after them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Author {
    /// By the same member, or by a guest.
    Same,
    /// By a member who is no longer signed in.
    SignedOut,
    /// While somebody else is signed in here.
    Another,
}

impl Author {
    /// Who sends a form that says which member it was made for; nothing if for a guest.
    pub fn of(visitor: &Visitor, made_for: &str) -> Self {
        match visitor.id() {
            _ if made_for.is_empty() => Self::Same,
            None => Self::SignedOut,
            Some(id) if id.to_string() == made_for => Self::Same,
            Some(_) => Self::Another,
        }
    }
}

impl GuestCard {
    /// A card for somebody new.
    pub fn new(name: &str, email: &str, website: &str) -> Self {
        let key = hex::encode(rand::random::<[u8; 16]>());
        Self { name: name.into(), email: email.into(), website: website.into(), told: false, key }
    }

    /// The same person under what they call themselves now.
    #[must_use]
    pub fn renamed(&self, name: &str, email: &str, website: &str) -> Self {
        Self { name: name.into(), email: email.into(), website: website.into(), told: self.told, key: self.key.clone() }
    }

    /// What stands with their comments: the hash of the key.
    pub fn key_hash(&self) -> Vec<u8> {
        Sha256::digest(self.key.as_bytes()).to_vec()
    }
}

/// What a session says, as it is remembered between requests.
struct Known {
    member: Option<Arc<Member>>,
    guest: Option<GuestCard>,
    until: Timestamp,
}

impl Visitor {
    /// The member, or "sign in first".
    pub fn signed_in(&self) -> Result<&Arc<Member>, Failure> {
        self.member.as_ref().ok_or(Failure::SignInFirst)
    }

    /// The member, if they run the community.
    pub fn organiser(&self) -> Result<&Arc<Member>, Failure> {
        let member = self.signed_in()?;
        if member.is_organiser() { Ok(member) } else { Err(Failure::Forbidden) }
    }

    /// The member's number, for keys and queries.
    pub fn id(&self) -> Option<MemberId> {
        self.member.as_ref().map(|member| member.id)
    }

    /// Whether the query of what they asked for is one by which an old site found things.
    pub fn asks_an_old_site(&self) -> bool {
        old_sites::asks_for_something(self.query())
    }

    /// Whether it is one by which an old site found a single post or file: there is nothing else it can mean.
    pub fn asks_for_a_number(&self) -> bool {
        old_sites::asks_for_a_number(self.query())
    }

    fn query(&self) -> &str {
        self.sent.split_once('?').map_or("", |(_, query)| query)
    }

    /// What this visitor is to a conversation that they lead or not.
    pub fn reader(&self, moderates: bool) -> crate::talk::comments::Reader {
        let guest_key = self.guest.as_ref().map(GuestCard::key_hash);
        crate::talk::comments::Reader { member: self.id(), guest_key, moderates }
    }

    /// Signs somebody in: under a new token, so that whoever knew the old one knows nothing.
    pub async fn sign_in(&self, member: MemberId, agent: &str) -> anyhow::Result<()> {
        let Some(session) = &self.session else { anyhow::bail!("there is no session to sign in to") };
        session.cycle_id().await?;
        session.insert(sessions::MEMBER, member).await?;
        session.insert(sessions::AGENT, agent.chars().take(300).collect::<String>()).await?;
        session.remove_value(GUEST).await?;
        session.remove_value(JOINING).await?;
        Ok(())
    }

    /// Remembers as whom somebody began to join in this browser.
    pub async fn begin_to_join(&self, id: MemberId) -> anyhow::Result<()> {
        let mut begun = self.begun_to_join().await?;
        if let Some(session) = self.session.as_ref().filter(|_| self.is_certain) {
            begun.insert(0, id);
            begun.truncate(BEGUN);
            session.insert(JOINING, begun).await?;
        }
        Ok(())
    }

    /// As whom people began to join in this browser, the latest first.
    pub async fn begun_to_join(&self) -> anyhow::Result<Vec<MemberId>> {
        let Some(session) = self.session.as_ref().filter(|_| self.is_certain) else { return Ok(vec![]) };
        let begun = session.get_value(JOINING).await?.unwrap_or_default();
        // Until 0.2 there was one at most.
        let one = |begun| serde_json::from_value(begun).map(|id| vec![id]);
        Ok(serde_json::from_value(begun.clone()).or_else(|_| one(begun)).unwrap_or_default())
    }

    /// Signs out: the session is gone.
    pub async fn sign_out(&self) -> anyhow::Result<()> {
        if let Some(session) = &self.session {
            session.flush().await?;
        }
        Ok(())
    }

    /// Remembers a guest.
    pub async fn remember_guest(&self, app: &App, card: &GuestCard) -> anyhow::Result<()> {
        if let Some(session) = self.session.as_ref().filter(|_| self.is_certain) {
            session.insert(GUEST, card).await?;
            if let Some(id) = session.id() {
                app.memo.invalidate(&memo_name(&id.to_string()));
            }
        }
        Ok(())
    }

    /// The visitor, if everything about them is already in memory: what the fast lane for cached pages asks.
    pub fn remembered(app: &App, headers: &HeaderMap) -> Option<(Lang, Region, Option<Arc<Member>>)> {
        let member = match token(app, headers) {
            None => None,
            Some(token) => {
                let known = app.remembered::<Known>(&memo_name(token)).filter(|known| app.now() < known.until)?;
                if known.guest.is_some() {
                    return None;
                }
                known.member.clone()
            }
        };
        let community = app.remembered::<Community>("community")?;
        let (lang, region) = language(member.as_deref(), headers, &community);
        Some((lang, region, member))
    }

    /// Somebody of whom nothing is known but what their browser asks for.
    pub async fn unknown(app: &Arc<App>, parts: &Parts) -> anyhow::Result<Self> {
        Ok(Self::new(app, parts, community::of(app).await?, None, None))
    }

    fn new(
        app: &Arc<App>,
        parts: &Parts,
        community: Arc<Community>,
        session: Option<Session>,
        known: Option<&Known>,
    ) -> Self {
        let member = known.and_then(|known| known.member.clone());
        let zone = member.as_ref().map(|member| &member.profile.time_zone).filter(|zone| !zone.is_empty());
        let (lang, region) = language(member.as_deref(), &parts.headers, &community);
        let sent = parts.uri.path_and_query().map_or("/", |address| address.as_str()).to_owned();
        Self {
            words: Locale { lang, region, zone: time_zone(zone.unwrap_or(&community.time_zone)) },
            guest: known.filter(|_| member.is_none()).and_then(|known| known.guest.clone()),
            member,
            community,
            session,
            theme: Theme::of(&parts.headers),
            tells_what_it_reads: web::cookies(&parts.headers, READING_COOKIE).next().is_some(),
            base_url: app.settings.base_url.clone(),
            is_certain: web::cookies(&parts.headers, cookie_name(app.settings.is_https())).count() < 2,
            address: parts.extensions.get::<Address>().map_or_else(|| sent.clone(), |address| address.0.clone()),
            sent,
            host: host(parts),
            ip: web::client(&parts.extensions, &parts.headers, &app.settings.trusted_proxies),
        }
    }

    /// What the session says; under this token it is remembered.
    async fn known(app: &App, session: &Session, token: &str) -> anyhow::Result<Arc<Known>> {
        let name = memo_name(token);
        if let Some(known) = app.remembered::<Known>(&name).filter(|known| app.now() < known.until) {
            return Ok(known);
        }
        let Some(own) = session.id().map(|id| Topic::Session(sessions::session_id(id))) else {
            anyhow::bail!("a session that is not new has a number");
        };
        let everything = app.db.versions.snapshot(&[Topic::Everything, own]);
        let id: Option<MemberId> = session.get(sessions::MEMBER).await?;
        let (mut member, mut seen): (_, Snapshot) = (None, everything);
        if let Some(id) = id {
            seen = app.db.versions.snapshot(&[Topic::Everything, own, Topic::Member(id), Topic::Person(id)]);
            // Ended between the two looks? Then it is gone now.
            let there = match session.id() {
                Some(token) => sessions::Store::new(app.db.clone()).load(&token).await?.is_some(),
                None => false,
            };
            let found = members::by_id(&mut app.db.read().await?, id).await?;
            member = found.filter(|member| there && member.is_in()).map(Arc::new);
            touch(app, session).await?;
        }
        let guest = session.get(GUEST).await?;
        let known = Arc::new(Known { member, guest, until: app.now().plus_minutes(60) });
        app.remember(name, seen, known.clone());
        Ok(known)
    }
}

/// The host that was asked for, as the request says: by its own line, or in HTTP/2 by its address.
fn host(parts: &Parts) -> String {
    let named = parts.headers.get(header::HOST).and_then(|host| host.to_str().ok());
    named.or_else(|| parts.uri.host()).unwrap_or_default().to_owned()
}

/// Once a day a session that is used lives on.
async fn touch(app: &App, session: &Session) -> anyhow::Result<()> {
    let today = app.now().0 / 86_400_000;
    if session.get::<i64>(SEEN).await? != Some(today) {
        session.insert(SEEN, today).await?;
    }
    Ok(())
}

/// The session's cookie. What is longer than a token is none, and is not worth remembering. Where there are two, one was
/// put there by somebody else, and which of them others would read is anybody's guess: then there is none.
fn token<'a>(app: &App, headers: &'a HeaderMap) -> Option<&'a str> {
    let mut tokens = web::cookies(headers, cookie_name(app.settings.is_https()));
    tokens.next().filter(|token| token.len() <= 32 && tokens.next().is_none())
}

fn memo_name(token: &str) -> String {
    format!("session:{token}")
}

/// The language of a page, chosen by the member, by the stranger, by their browser, or by the community; and the region
/// whose dates it has, which the browser tells.
fn language(member: Option<&Member>, headers: &HeaderMap, community: &Community) -> (Lang, Region) {
    let chosen = || web::cookies(headers, LANGUAGE_COOKIE).next().and_then(Lang::from_tag);
    let lines = headers.get_all(header::ACCEPT_LANGUAGE).into_iter();
    let accepted = Accepted::read(lines.filter_map(|line| line.to_str().ok()));
    let lang = member.and_then(Member::lang).or_else(chosen).unwrap_or_else(|| accepted.lang(community.language));
    (lang, accepted.region(lang))
}

impl FromRequestParts<Arc<App>> for Visitor {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, app: &Arc<App>) -> Result<Self, Failure> {
        let community = community::of(app).await?;
        let session = parts.extensions.get::<Session>().cloned();
        // Both must mean the same session: what one browser's says is remembered for nobody else's.
        let same = |session: &Session, token: &str| session.id().is_some_and(|id| id.to_string() == token);
        let known = match (&session, token(app, &parts.headers)) {
            (Some(session), Some(token)) if same(session, token) => Some(Self::known(app, session, token).await?),
            _ => None,
        };
        Ok(Self::new(app, parts, community, session, known.as_deref()))
    }
}
