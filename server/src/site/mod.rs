//! What every page has: who asks and in which language, the frame around it, the error pages, and caching.

pub mod answers;
pub mod files;
pub mod live;
pub mod one_address;
mod visitor;

use std::sync::Arc;

use askama::Template;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{Html, IntoResponse, Response},
};

pub use self::visitor::{Author, GuestCard, LANGUAGE_COOKIE, Visitor, cookie_name};
use crate::{
    course::tribes,
    events::Topic,
    kit::{
        app::App,
        db::{Conn, Snapshot},
        error::Answer,
        i18n::{Lang, Locale},
        web::{
            assets,
            forms::Errors,
            page_cache::{CacheFor, Key, Reader},
            theme::Theme,
            with_next,
        },
    },
    links::{announcements, messages, notices, reports},
    people::{
        community::{Community, Directory, SitePage},
        members::{self, Member},
    },
    talk::{blogs, comments},
};

/// What the frame around every page needs; templates call it `p`.
pub struct Page {
    /// The words, in the reader's language.
    pub t: Locale,
    /// The title, for the window.
    pub title: String,
    /// The settings the page was made under: its name stands in the frame.
    pub community: Arc<Community>,
    /// The colours the reader chose.
    pub theme: Theme,
    /// The reader, if signed in.
    pub viewer: Option<Arc<Member>>,
    /// How many comments wait for the reader.
    pub waiting: i64,
    /// How many people wait for an answer to their request to join, for those who give it.
    pub requests: i64,
    /// How much was reported, for those who decide about it.
    pub reports: i64,
    /// In how many private correspondences the reader has something to read.
    pub messages: i64,
    /// How much the reader was told and has not seen.
    pub notices: i64,
    /// How many tribes have something for the reader to answer or to know.
    pub tribes: i64,
    /// What all members are told, and the reader has not put away.
    pub banners: Vec<announcements::Banner>,
    /// The address of the reader's own blog.
    pub own_blog: Option<String>,
    /// The address of the site, without a slash at its end.
    pub base_url: String,
    /// Path and query of this page.
    pub address: String,
    /// Whether search engines are asked to pass by.
    pub private: bool,
    /// Whether a form on it was refused: its title says so first.
    pub refused: bool,
}

impl Page {
    /// The frame of a page for this visitor.
    pub async fn new(conn: &mut Conn, visitor: &Visitor, title: impl Into<String>) -> anyhow::Result<Self> {
        let (mut waiting, mut requests, mut reports, mut messages, mut notices, mut tribes) = (0, 0, 0, 0, 0, 0);
        let mut own_blog = None;
        let mut banners = vec![];
        if let Some(member) = &visitor.member {
            waiting = comments::waiting_count(conn, member).await?;
            notices = notices::unseen(conn, member.id).await?;
            banners = announcements::banners(conn, member.id).await?;
            messages = messages::unread(conn, member.id).await?;
            tribes = tribes::calls(conn, member).await?;
            if member.is_organiser() {
                requests = members::asking_count(conn).await?;
                reports = reports::open_count(conn, member.id).await?;
            }
            own_blog = blogs::of(conn, member.id).await?.first().map(blogs::Blog::url);
        }
        Ok(Self {
            t: visitor.words.clone(),
            title: title.into(),
            community: visitor.community.clone(),
            theme: visitor.theme,
            viewer: visitor.member.clone(),
            waiting,
            requests,
            reports,
            messages,
            notices,
            tribes,
            banners,
            own_blog,
            base_url: visitor.base_url.clone(),
            address: visitor.address.clone(),
            private: false,
            refused: false,
        })
    }

    /// The frame for when the database cannot be asked.
    pub fn bare(visitor: &Visitor, title: String) -> Self {
        Self {
            t: visitor.words.clone(),
            title,
            community: visitor.community.clone(),
            theme: visitor.theme,
            viewer: None,
            waiting: 0,
            requests: 0,
            reports: 0,
            messages: 0,
            notices: 0,
            tribes: 0,
            banners: vec![],
            own_blog: None,
            base_url: visitor.base_url.clone(),
            address: "/".into(),
            private: true,
            refused: false,
        }
    }

    /// The same page, which search engines are asked to pass by.
    #[must_use]
    pub fn private(mut self) -> Self {
        self.private = true;
        self
    }

    /// The same page, whose title says that something on it is wrong, if anything is.
    #[must_use]
    pub fn refused(mut self, errors: &Errors) -> Self {
        self.refused = !errors.is_empty();
        self
    }

    /// Signing in or joining from here leads back here.
    pub fn way_in(&self, to: &str) -> String {
        let (path, query) = self.address.split_once('?').unwrap_or((&self.address, ""));
        let on_the_way = ["/sign-in", "/join", "/forgot", "/reset"].iter().any(|way| path.starts_with(way));
        if !on_the_way {
            return with_next(to, &self.address);
        }
        let next = url::form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "next");
        with_next(to, next.as_ref().map_or("/", |(_, next)| next))
    }

    /// The address of an asset.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    pub fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    /// The message that says which colours were chosen.
    pub const fn theme_words(&self) -> &'static str {
        match self.theme {
            Theme::System => "script-theme-system",
            Theme::Light => "script-theme-light",
            Theme::Dark => "script-theme-dark",
        }
    }

    /// Says where the reader is, for `aria-current`.
    pub fn is_at(&self, path: &str) -> bool {
        self.address.split('?').next() == Some(path)
    }

    /// Whether the reader may look through the members.
    pub fn sees_members(&self) -> bool {
        self.viewer.is_some() || self.community.directory == Directory::Public
    }

    /// Whether the page about privacy is written.
    pub fn has_privacy(&self) -> bool {
        self.community.written.contains(&SitePage::Privacy)
    }

    /// How many decisions wait for the reader in all.
    pub const fn all_waiting(&self) -> i64 {
        self.waiting + self.requests + self.reports
    }

    /// Whether the reader ever decides about anything: whoever has a blog does, and whoever organises.
    pub fn may_decide(&self) -> bool {
        let organises = self.viewer.as_ref().is_some_and(|viewer| viewer.is_organiser());
        organises || self.own_blog.is_some() || self.all_waiting() > 0
    }

    /// The languages the interface speaks.
    #[expect(clippy::unused_self, reason = "templates have nothing else to call it on")]
    pub fn languages(&self) -> [Lang; 3] {
        Lang::ALL
    }

    /// Texts for the script, by name, with the places it fills in.
    pub fn script_words(&self) -> Vec<(&'static str, String)> {
        const WORDS: [(&str, &str); 54] = [
            ("reply.to", "script-reply-to"),
            ("heading.none", "no-thoughts"),
            ("heading.one", "script-heading-one"),
            ("heading.other", "script-heading-other"),
            ("new.one", "script-new-one"),
            ("new.other", "script-new-other"),
            ("answers.one", "script-answers-one"),
            ("answers.other", "script-answers-other"),
            ("moved.one", "script-moved-one"),
            ("moved.other", "script-moved-other"),
            ("happened.one", "script-happened-one"),
            ("happened.other", "script-happened-other"),
            ("label.new", "label-new"),
            ("kept", "script-kept"),
            ("kept.discard", "script-kept-discard"),
            ("kept.other", "script-kept-other"),
            ("kept.look", "script-kept-look"),
            ("sending", "script-sending"),
            ("offline", "script-offline"),
            ("failed", "script-failed"),
            ("refused", "script-refused"),
            ("signed-out", "script-signed-out"),
            ("again", "script-again"),
            ("posted", "script-posted"),
            ("waiting", "script-waiting"),
            ("live.lost", "script-live-lost"),
            ("keys.on", "script-keys-on"),
            ("keys.off", "script-keys-off"),
            ("keys.title", "script-keys-title"),
            ("keys.next", "script-keys-next"),
            ("keys.previous", "script-keys-previous"),
            ("keys.next-notice", "script-keys-next-notice"),
            ("keys.previous-notice", "script-keys-previous-notice"),
            ("keys.open-notice", "script-keys-open-notice"),
            ("keys.next-line", "script-keys-next-line"),
            ("keys.previous-line", "script-keys-previous-line"),
            ("keys.open-line", "script-keys-open-line"),
            ("keys.send", "script-keys-send"),
            ("keys.away", "script-keys-away"),
            ("keys.help", "script-keys-help"),
            ("keys.search", "script-keys-search"),
            ("close", "script-close"),
            ("theme.system", "script-theme-system"),
            ("theme.light", "script-theme-light"),
            ("theme.dark", "script-theme-dark"),
            ("preview.wait", "script-preview-wait"),
            ("editor.open", "script-editor-open"),
            ("kept.at", "script-kept-at"),
            ("kept.now", "script-kept-now"),
            ("kept.waiting", "script-kept-waiting"),
            ("draft.parted", "script-draft-parted"),
            ("draft.other", "script-draft-other"),
            ("draft.mine", "script-draft-mine"),
            ("draft.theirs", "script-draft-theirs"),
        ];
        WORDS.map(|(name, key)| (name, self.t.places(key, &["n", "name", "title", "time"]))).into()
    }
}

/// What a page is, as a block of data for machines (JSON-LD), which no browser runs: nothing in it ends the block early.
pub fn machine_data(data: &serde_json::Value) -> String {
    data.to_string().replace('<', "\\u003c")
}

/// A page as an answer.
pub fn show(template: &impl Template) -> Answer {
    show_with(StatusCode::OK, template)
}

/// A page that says a form was refused.
pub fn refused(template: &impl Template) -> Answer {
    show_with(StatusCode::UNPROCESSABLE_ENTITY, template)
}

/// A page with a status.
pub fn show_with(status: StatusCode, template: &impl Template) -> Answer {
    Ok((status, Html(template.render()?)).into_response())
}

/// A page with something on it that its reader alone should see: no browser keeps it to show it again.
pub fn unstored(answer: Answer) -> Answer {
    let mut response = answer?;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}

/// A page that may be cached for this visitor, and for all like them. A guest's page holds what only they may see.
pub fn cache_for(response: Response, visitor: &Visitor, cache: CacheFor) -> Response {
    let reader = visitor.id().map_or(Reader::Stranger, Reader::Member);
    cache_as(response, visitor, reader, cache)
}

/// A page that may be cached for all members who have no rights of their own to what it shows, unless this visitor has.
/// Those who have are named; that whoever has a role in the community may have some is known.
pub fn cache_for_readers(response: Response, visitor: &Visitor, cache: CacheFor) -> Response {
    match &visitor.member {
        Some(member) if !member.has_role() && !cache.except.contains(&member.id) => {
            let reader = Reader::Members(member.profile.time_zone.clone());
            cache_as(response, visitor, reader, cache)
        }
        _ => cache_for(response, visitor, CacheFor { except: vec![], ..cache }),
    }
}

fn cache_as(mut response: Response, visitor: &Visitor, reader: Reader, cache: CacheFor) -> Response {
    if visitor.guest.is_none() {
        let Locale { lang, region, .. } = visitor.words;
        response.extensions_mut().insert(Key { address: String::new(), lang, region, theme: visitor.theme, reader });
        response.extensions_mut().insert(cache);
    }
    response
}

/// The versions of what a page for this visitor is made of, with what the frame around it shows.
pub fn snapshot(app: &App, visitor: &Visitor, topics: &[Topic]) -> Snapshot {
    let mut all = topics.to_vec();
    all.push(Topic::Everything);
    if let Some(member) = &visitor.member {
        let waiting = if member.is_organiser() { Topic::WaitingAnywhere } else { Topic::Waiting(member.id) };
        all.extend([Topic::Member(member.id), Topic::Person(member.id), Topic::Notices(member.id), waiting]);
        all.push(Topic::Announcements);
    }
    app.db.versions.snapshot(&all)
}

/// For pages that know what they show only when they have read it. Taken before anything is read.
pub struct Reading(Snapshot);

/// Begins to read for a page.
pub fn begin_reading(app: &App) -> Reading {
    Reading(app.db.versions.snapshot(&[Topic::Anything]))
}

impl Reading {
    /// The versions of what was read. If anything changed meanwhile they hold no longer, so that the page is made anew
    /// for whoever asks next.
    pub fn end(self, app: &App, visitor: &Visitor, topics: &[Topic]) -> Snapshot {
        let seen = snapshot(app, visitor, topics);
        if app.db.versions.is_current(&self.0) { seen } else { self.0 }
    }
}

/// A page that may be cached for as long as what it is made of does not change.
pub fn cache_while(response: Response, visitor: &Visitor, seen: Snapshot) -> Response {
    cache_for(response, visitor, CacheFor { seen, until: None, except: vec![] })
}
