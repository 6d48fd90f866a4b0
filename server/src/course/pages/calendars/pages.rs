//! HTTP for calendars.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::IntoResponse,
};
use calendar::{Event, Status, When};
use serde::Deserialize;

use crate::{
    audiences::circles,
    course::{
        calendars::{self, Asking, Found, Of, Subscription},
        courses,
        pages::courses::pages as courses_pages,
        tribes,
    },
    ids::{CircleId, Timestamp},
    kit::{
        app::App,
        error::{Answer, Failure},
        i18n::{Locale, machine_time},
        local_time::Day,
        web::{Path, Query, forms::Typed, page_cache, see_other},
    },
    people::{community, members},
    site::{self, Page, Visitor},
};

/// The address of the page.
const PAGE: &str = "/me/calendar/";

/// So many dates stand on the page.
const AHEAD: usize = 20;

/// Something that is ahead.
struct Date {
    summary: String,
    /// The page about it; empty if there is none that the reader may open.
    url: String,
    /// When it is, in the reader's time or on everybody's calendar.
    when: String,
    /// The same for machines.
    machine: String,
    is_cancelled: bool,
}

/// A calendar one can subscribe to.
struct Feed {
    /// What it is called.
    title: String,
    /// The tag of the language of that; empty: unknown.
    lang: String,
    /// The number of its course or tribe; empty for all.
    of: String,
    /// Its address, if one was made, and the day on which.
    made: Option<Made>,
    /// Whether the reader is in it, and so may make an address.
    is_theirs: bool,
}

struct Made {
    url: String,
    /// The same for programs that subscribe to it when they open it.
    webcal: String,
    on: String,
}

#[derive(Template)]
#[template(path = "course/pages/calendars/calendars.html")]
struct Shown {
    p: Page,
    dates: Vec<Date>,
    /// How many dates are ahead beyond these.
    more: i64,
    feeds: Vec<Feed>,
    /// Whether the reader is in no course and no tribe.
    is_nowhere: bool,
    done: Option<&'static str>,
}

/// What the query may say.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Asked {
    done: String,
}

impl Asked {
    fn key(&self) -> Option<&'static str> {
        match self.done.as_str() {
            "made" => Some("calendar-done-made"),
            "ended" => Some("calendar-done-ended"),
            _ => None,
        }
    }
}

/// `GET /me/calendar/`: what is ahead, and an address for all courses and tribes one is in, and one for each.
pub async fn own(State(app): State<Arc<App>>, visitor: Visitor, Query(asked): Query<Asked>) -> Answer {
    let member = visitor.signed_in()?;
    let t = &visitor.words;
    let mut conn = app.db.read().await?;
    let asking = Asking { words: t, base_url: "", now: app.now() };
    let ahead = calendars::ahead(&mut conn, member.id, &asking).await?;
    let made = calendars::own(&mut conn, member.id).await?;
    let mine = courses::list(&mut conn, Some(member)).await?;
    let mine: Vec<_> = mine.into_iter().filter(|listed| listed.part().is_some()).collect();
    let groups = tribes::of_member(&mut conn, Some(member.id), member.id).await?;
    let feed = |of: Of, title: String, lang: &str, is_theirs: bool| {
        let number = match of {
            Of::All => String::new(),
            Of::Circle(circle) => circle.to_string(),
        };
        let made = made.iter().find(|subscription| subscription.of() == of).map(|made| address(&app, &visitor, made));
        Feed { title, lang: lang.to_owned(), of: number, made, is_theirs }
    };
    let mut known = vec![Of::All];
    let mut feeds = vec![feed(Of::All, t.say("calendar-all"), t.lang.tag(), true)];
    for listed in &mine {
        known.push(Of::Circle(listed.course.id));
        feeds.push(feed(Of::Circle(listed.course.id), listed.course.title.clone(), listed.course.lang(), true));
    }
    for tribe in &groups {
        known.push(Of::Circle(tribe.id));
        feeds.push(feed(Of::Circle(tribe.id), tribe.name.clone(), "", true));
    }
    // What one has left has no name any more, but its address can be ended.
    for left in made.iter().map(Subscription::of).filter(|of| !known.contains(of)) {
        feeds.push(feed(left, t.say("calendar-left"), t.lang.tag(), false));
    }
    let p = Page::new(&mut conn, &visitor, t.say("calendar-page")).await?.private();
    site::unstored(site::show(&Shown {
        p,
        more: i64::try_from(ahead.len().saturating_sub(AHEAD)).unwrap_or_default(),
        dates: ahead.into_iter().take(AHEAD).map(|event| date(t, event)).collect(),
        feeds,
        is_nowhere: mine.is_empty() && groups.is_empty(),
        done: asked.key(),
    }))
}

fn date(t: &Locale, event: Event) -> Date {
    let day = |day| courses_pages::day(t, Day(day));
    let (when, machine) = match event.when {
        When::Moments(at, _) | When::At(at) => {
            let at = Timestamp(at.as_millisecond());
            (t.full_time(at), machine_time(at))
        }
        When::Days(first, last) if first == last => (day(first), Day(first).to_string()),
        When::Days(first, last) => {
            (t.with2("course-days", ("from", day(first)), ("until", day(last))), Day(first).to_string())
        }
    };
    let is_cancelled = event.status == Status::Cancelled;
    Date { summary: event.summary, url: event.url, when, machine, is_cancelled }
}

fn address(app: &App, visitor: &Visitor, subscription: &Subscription) -> Made {
    let url = format!("{}{}", app.settings.base_url, subscription.path(&visitor.community.secret));
    let webcal = url.split_once("://").map_or_else(|| url.clone(), |(_, rest)| format!("webcal://{rest}"));
    Made { url, webcal, on: visitor.words.date(subscription.made_at) }
}

/// What the buttons send.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Form {
    /// The number of the course or tribe; empty for all.
    of: String,
    /// `make` or `end`.
    #[serde(rename = "do")]
    wish: String,
}

/// `POST /me/calendar`: makes an address, which takes the place of the one before, or ends it.
pub async fn change(State(app): State<Arc<App>>, visitor: Visitor, Typed(form): Typed<Form>) -> Answer {
    let member = visitor.signed_in()?.id;
    let of = match form.of.as_str() {
        "" => Of::All,
        number => Of::Circle(CircleId(number.parse().map_err(|_| Failure::NotFound)?)),
    };
    match form.wish.as_str() {
        "make" => {
            if let Of::Circle(circle) = of {
                let mut conn = app.db.read().await?;
                let is_in = circles::part(&mut conn, circle, member).await?.is_some();
                let is_course = courses::find(&mut conn, circle).await?.is_some();
                if !is_in || !(is_course || calendars::is_tribe(&mut conn, member, circle).await?) {
                    return Err(Failure::NotFound);
                }
            }
            app.db.always(async |tx| calendars::make(tx, member, of).await).await?;
            Ok(see_other(&format!("{PAGE}?done=made#done")))
        }
        "end" => {
            app.db.always(async |tx| calendars::end(tx, member, of).await).await?;
            Ok(see_other(&format!("{PAGE}?done=ended#done")))
        }
        _ => Err(Failure::NotFound),
    }
}

/// `GET /calendar/{token}`: the dates, for programs: whoever has the address reads what its owner may know now. Who asks
/// again is told no more than that nothing is new.
pub async fn feed(State(app): State<Arc<App>>, Path(token): Path<String>, asked: HeaderMap) -> Answer {
    let token = token.strip_suffix(".ics").ok_or(Failure::NotFound)?;
    let community = community::of(&app).await?;
    let mut conn = app.db.read().await?;
    let subscription = match calendars::at(&mut conn, &community.secret, token).await? {
        Found::Here(subscription) => subscription,
        Found::Gone => return Err(Failure::Gone("calendar-gone")),
        Found::Nothing => return Err(Failure::NotFound),
    };
    let member = members::by_id(&mut conn, subscription.member).await?.filter(members::Member::is_in);
    let member = member.ok_or(Failure::NotFound)?;
    let words = Locale::new(member.lang().unwrap_or(community.language), community.zone());
    let asking = Asking { words: &words, base_url: &app.settings.base_url, now: app.now() };
    let text = calendars::read(&mut conn, &subscription, &asking).await?;
    let etag = page_cache::etag(text.as_bytes());
    let is_known = page_cache::knows(&asked, &etag);
    let headers = [
        (header::CONTENT_TYPE, "text/calendar; charset=utf-8"),
        (header::CACHE_CONTROL, "private, no-cache"),
        (header::CONTENT_DISPOSITION, "inline; filename=\"dates.ics\""),
        (header::HeaderName::from_static("x-robots-tag"), "noindex"),
    ];
    let tag = [(header::ETAG, etag)];
    Ok(if is_known {
        (StatusCode::NOT_MODIFIED, headers, tag).into_response()
    } else {
        (headers, tag, text).into_response()
    })
}
