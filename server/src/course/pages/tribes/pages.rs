//! HTTP for the directory of tribes and the page of each.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderValue, header},
};
use serde::Deserialize;

use crate::{
    course::{
        pages::discussions::pages::List,
        tribes::{self, Door, Gathering, Joined, Listed, Standing, Tribe, rules},
    },
    ids::CircleId,
    kit::{
        app::App,
        db::Conn,
        error::{Answer, Failure},
        i18n::Locale,
        web::{
            Path, Query,
            forms::{Errors, Field, Typed, field},
            see_other,
        },
    },
    links::{
        notices,
        watches::{Following, Subject},
    },
    people::{
        members::{self, Member},
        pages::account::pages::inert,
    },
    site::{self, Page, Visitor},
};

/// The address of the directory.
pub const LIST: &str = "/tribes/";
/// From so many tribes on one may search among them.
const SEARCHED_FROM: usize = 9;

/// A tribe at an address, as far as a reader may know of it.
pub async fn found(conn: &mut Conn, reader: Option<&Member>, address: &str) -> Answer<(Tribe, Standing)> {
    tribes::at(conn, reader, address).await?.ok_or(Failure::NotFound)
}

/// What the query of a tribe's pages may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    /// What was just done.
    pub done: String,
    /// After what a list goes on.
    pub after: String,
}

impl Asked {
    /// The message that says what was just done.
    pub fn done_key(&self) -> Option<&'static str> {
        Some(match self.done.as_str() {
            "founded" => "tribe-done-founded",
            "joined" => "tribe-done-joined",
            "asked" => "tribe-done-asked",
            "waiting" => "tribe-done-waiting",
            "closed-meanwhile" => "tribe-done-closed-meanwhile",
            "left" => "tribe-done-left",
            "declined" => "tribe-done-declined",
            "saved" => "tribe-done-saved",
            "picture" => "tribe-done-picture",
            "invited" => "tribe-done-invited",
            "let-in" => "tribe-done-let-in",
            "no-place" => "tribe-done-no-place",
            "turned-away" => "tribe-done-turned-away",
            "removed" => "tribe-done-removed",
            "offered" => "tribe-done-offered",
            "leads" => "tribe-done-leads",
            "offer-gone" => "tribe-done-offer-gone",
            "offer-declined" => "tribe-done-offer-declined",
            "offer-ended" => "tribe-done-offer-ended",
            "closed" => "tribe-done-closed",
            "reopened" => "tribe-done-reopened",
            "ended" => "tribe-done-ended",
            "planned" => "gathering-done-planned",
            "cancelled" => "gathering-done-cancelled",
            "discussion-deleted" => "discussion-done-deleted",
            _ => return None,
        })
    }
}

#[derive(Template)]
#[template(path = "course/pages/tribes/directory.html")]
struct Directory {
    p: Page,
    q: String,
    /// Those that have something for the reader to answer or to know.
    calls: Vec<Listed>,
    tribes: Vec<Listed>,
    is_searched: bool,
    done: Option<&'static str>,
}

/// What the query of the directory may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct DirectoryQuery {
    q: String,
    done: String,
}

/// `GET /tribes/`: the tribes that a reader may know of; first those that wait for an answer of theirs.
pub async fn directory(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<DirectoryQuery>) -> Answer {
    let q: String = members::one_line(&asked.q).chars().take(100).collect();
    let mut conn = app.db.read().await?;
    let found = tribes::list(&mut conn, visitor.member.as_deref(), &q).await?;
    let p = Page::new(&mut conn, &visitor, visitor.words.say("tribes")).await?;
    let has_call = |it: &Listed| q.is_empty() && (it.is_invited() || it.call_key().is_some());
    let page = Directory {
        is_searched: !q.is_empty() || found.len() >= SEARCHED_FROM,
        calls: found.iter().filter(|it| has_call(it)).cloned().collect(),
        tribes: found.into_iter().filter(|it| !it.is_invited()).collect(),
        done: Asked { done: asked.done, ..Asked::default() }.done_key(),
        p,
        q,
    };
    site::unstored(site::show(&page))
}

/// A gathering with its time as the reader's clocks and those of the zone it was planned in show it.
pub struct Meeting {
    /// The gathering.
    pub it: Gathering,
    /// When it begins, in the zone it was planned in, if that is another one than the reader's.
    pub there: Option<String>,
    /// Whether the reader may change and cancel it.
    pub may_change: bool,
}

impl Meeting {
    fn of(it: Gathering, visitor: &Visitor, leads: bool) -> Self {
        let reader = &visitor.words;
        let zone = crate::kit::i18n::time_zone(&it.time_zone);
        let offset = |zone: &jiff::tz::TimeZone| {
            zone.to_offset(jiff::Timestamp::from_millisecond(it.starts_at.0).unwrap_or_default())
        };
        let is_same = offset(&zone) == offset(&reader.zone);
        let there = Locale { zone, ..reader.clone() };
        let there = (!is_same).then(|| format!("{} ({})", there.date_time(it.starts_at), there.zone_name()));
        let is_own = visitor.id().is_some() && it.made_by == visitor.id();
        Self { may_change: it.cancelled_at.is_none() && (leads || is_own), there, it }
    }
}

#[derive(Template)]
#[template(path = "course/pages/tribes/tribe.html")]
pub struct TribePage {
    p: Page,
    canonical: String,
    tribe: Tribe,
    me: Standing,
    /// Whether the reader was just let in.
    is_welcome: bool,
    /// What is discussed, for those in it.
    d: Option<List>,
    meetings: Vec<Meeting>,
    f: Following,
    words: String,
    errors: Errors,
    done: Option<&'static str>,
}

impl TribePage {
    /// Whether the reader may ask for a place, or take one.
    fn may_come(&self) -> bool {
        !self.me.is_in() && self.me.wish.is_none() && self.tribe.closed_at.is_none()
    }

    fn wrong(&self) -> Vec<Field> {
        self.errors.list(&[field("words", "words", "tribe-words")])
    }

    fn is_asked_for(&self) -> bool {
        self.tribe.door() == Door::Ask
    }

    fn has_wish(&self, word: &str) -> bool {
        self.me.wish.is_some_and(|wish| wish.word() == word)
    }
}

async fn page(
    app: &App,
    conn: &mut Conn,
    visitor: &Visitor,
    address: &str,
    asked: &Asked,
    words: String,
    errors: Errors,
) -> Answer<TribePage> {
    let reader = visitor.member.as_deref();
    let (tribe, me) = found(conn, reader, address).await?;
    let (mut d, mut meetings, mut is_welcome) = (None, vec![], false);
    if let Some(member) = reader.filter(|_| me.is_in()) {
        d = Some(List::read(conn, member, tribe.id, &asked.after).await?);
        let coming = tribes::coming(conn, tribe.id, app.now()).await?;
        meetings = coming.into_iter().map(|it| Meeting::of(it, visitor, me.leads())).collect();
        is_welcome = tribes::is_welcome(conn, tribe.id, member.id).await?;
    }
    let p = Page::new(conn, visitor, tribe.name.clone()).await?.refused(&errors);
    Ok(TribePage {
        p: if tribe.hidden_at.is_some() { p.private() } else { p },
        canonical: format!("{}{}", app.settings.base_url, tribe.url()),
        f: Following::of(conn, visitor.id(), Subject::Circle(tribe.id)).await?,
        tribe,
        me,
        is_welcome,
        d,
        meetings,
        words,
        errors,
        done: asked.done_key(),
    })
}

/// `GET /tribes/{slug}/`: a tribe: what it is about for whoever may know of it, what is discussed for those in it.
pub async fn tribe(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Query(asked): Query<Asked>,
) -> Answer {
    let mut conn = app.db.read().await?;
    let page = page(&app, &mut conn, &visitor, &slug, &asked, String::new(), Errors::default()).await?;
    let response = site::unstored(site::show(&page));
    let Some(member) = visitor.id() else { return response };
    let is_told = page.p.notices > 0 && notices::is_told_of(&mut conn, member, page.tribe.id).await?;
    drop(conn);
    if page.is_welcome || is_told {
        app.db
            .always(async |tx| {
                tribes::looked_in(tx, page.tribe.id, member).await?;
                notices::seen_circle(tx, member, page.tribe.id).await
            })
            .await?;
    }
    response
}

/// What is said with a request.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct JoinForm {
    words: String,
}

/// `POST /tribes/{slug}/join`: comes in, or asks to; whoever was invited takes the invitation.
pub async fn join(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path(slug): Path<String>,
    Typed(form): Typed<JoinForm>,
) -> Answer {
    let member = visitor.signed_in()?.clone();
    let mut conn = app.db.read().await?;
    let (tribe, _) = found(&mut conn, Some(&*member), &slug).await?;
    let words = form.words.replace("\r\n", "\n").trim().to_owned();
    if words.chars().count() > rules::LONGEST_WORDS {
        let errors = Errors::of("words", "field-too-long");
        let mut page = page(&app, &mut conn, &visitor, &slug, &Asked::default(), form.words, errors).await?;
        page.p.address = tribe.url();
        return site::refused(&page);
    }
    drop(conn);
    let done = match app.db.always(async |tx| tribes::join(tx, &tribe, member.id, &words).await).await? {
        Joined::In | Joined::Already => "joined",
        Joined::Asked => "asked",
        Joined::Waiting => "waiting",
        Joined::Closed => "closed-meanwhile",
    };
    Ok(see_other(&format!("{}?done={done}#done", tribe.url())))
}

/// `POST /tribes/{slug}/decline`: declines an invitation, takes a request back, or waits no more.
pub async fn decline(State(app): State<Arc<App>>, visitor: Visitor, Path(slug): Path<String>) -> Answer {
    let member = visitor.signed_in()?.clone();
    let (tribe, _) = found(&mut app.db.read().await?, Some(&*member), &slug).await?;
    app.db.always(async |tx| tribes::turn_away(tx, &tribe, member.id).await).await?;
    Ok(see_other(&format!("{LIST}?done=declined#done")))
}

/// `GET /tribes/{slug}/picture/{name}`: the picture of a tribe, for those who may know of it.
pub async fn picture(
    State(app): State<Arc<App>>,
    visitor: Visitor,
    Path((slug, name)): Path<(String, String)>,
) -> Answer {
    let (tribe, _) = found(&mut app.db.read().await?, visitor.member.as_deref(), &slug).await?;
    if tribe.picture.as_deref() != Some(&*name) {
        return Err(Failure::NotFound);
    }
    let bytes = app.files.get(&name).await?.ok_or(Failure::NotFound)?;
    let kind = if bytes.starts_with(b"\x89PNG") { "image/png" } else { "image/jpeg" };
    let mut response = inert(kind, bytes);
    // It is for the one who asked, and no longer than they may.
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("private, max-age=600"));
    Ok(response)
}

/// Where a tribe's page says that something was done.
pub fn after(tribe: &Tribe, below: &str, done: &str) -> axum::response::Response {
    see_other(&format!("{}{below}?done={done}#done", tribe.url()))
}

/// The circle of a tribe that somebody is in, or was.
pub async fn circle_of(conn: &mut Conn, address: &str) -> Answer<CircleId> {
    tribes::circle_at(conn, address).await?.ok_or(Failure::NotFound)
}
