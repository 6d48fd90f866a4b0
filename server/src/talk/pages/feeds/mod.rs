//! Feeds: what is new on a blog, about something, by somebody, or in a conversation, for programs that come and look.
//!
//! One feed is written in three forms: RSS 2.0, Atom (RFC 4287, with the threading extension of RFC 4685) and JSON Feed
//! 1.1. It holds what everybody may read, whoever asks; only at a member's own address it holds what they may read.

pub mod pages;
mod text;
#[cfg(test)]
mod tests;

use askama::Template;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use self::text::{absolute, of_xml};
use crate::{
    ids::Timestamp,
    kit::i18n::machine_time,
    talk::{
        comments::Entry,
        posts::{Audience, Post, Term},
    },
};

/// How many entries a feed holds.
const ENTRIES: i64 = 20;

/// In which form a feed is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Form {
    Rss,
    Atom,
    Json,
}

impl Form {
    /// As the path of a feed says it.
    fn of(path: &str) -> Self {
        match path.split('?').next().unwrap_or_default() {
            path if path.ends_with(Self::Json.path()) => Self::Json,
            path if path.ends_with(Self::Atom.path()) => Self::Atom,
            _ => Self::Rss,
        }
    }

    /// What follows the address of what the feed is of.
    const fn path(self) -> &'static str {
        match self {
            Self::Rss => "feed/",
            Self::Atom => "feed/atom/",
            Self::Json => "feed.json",
        }
    }

    /// The media type it is sent as.
    const fn media_type(self) -> &'static str {
        match self {
            Self::Rss => "application/rss+xml; charset=utf-8",
            Self::Atom => "application/atom+xml; charset=utf-8",
            Self::Json => "application/feed+json; charset=utf-8",
        }
    }
}

/// What is new somewhere.
struct Feed {
    /// What it is of, for people.
    title: String,
    /// A line about that; may be empty.
    about: String,
    /// The tag of the language most of it is in.
    lang: String,
    /// The address of the site, without a slash at its end.
    base: String,
    /// The path of the page that it is of, with a slash at its end.
    path: String,
    /// What stands before the names of its forms: that path, unless it is somebody's own.
    stem: String,
    /// Whether it is somebody's own: nobody else keeps it.
    is_private: bool,
    /// A name that stays when the site or the page moves: a URN.
    id: String,
    /// The latest first.
    items: Vec<Item>,
}

/// A post or a comment in a feed. Its addresses are whole.
struct Item {
    /// A name that stays through edits and moves: a URN.
    id: String,
    url: String,
    /// Plain text; empty for whatever has no title.
    title: String,
    /// The whole text: clean HTML.
    html: String,
    /// Its beginning as plain text.
    summary: String,
    lang: String,
    author: String,
    author_url: Option<String>,
    published: Timestamp,
    updated: Timestamp,
    terms: Vec<String>,
    /// Its conversation, if it has one: the address, that of its feed, and how many entries it has.
    replies: Option<(String, String, i64)>,
    /// What it answers: its name and its address.
    answers: Option<(String, String)>,
}

impl Item {
    fn of_post(post: &Post, html: &str, terms: &[Term], site: &Named<'_>) -> Self {
        let url = format!("{}{}", site.base, post.url());
        let published = post.published_at.unwrap_or(post.created_at);
        Self {
            id: site.urn("post", post.id.0),
            title: post.title.clone(),
            html: absolute(html, site.base, &url),
            summary: post.excerpt.clone(),
            lang: post.lang.clone(),
            author: post.author_name.clone(),
            author_url: Some(format!("{}{}", site.base, post.author_url())),
            published,
            updated: post.edited_at.map_or(published, |edited| edited.max(published)),
            terms: terms.iter().map(|term| term.name.clone()).collect(),
            // What not everybody may read has no feed of its own.
            replies: (post.audience() == Audience::Public)
                .then(|| (format!("{url}#comments"), format!("{url}{}", Form::Atom.path()), post.count)),
            answers: None,
            url,
        }
    }

    /// A comment: it answers another, or what the conversation is about.
    fn of_comment(entry: &Entry, title: String, about: &Post, site: &Named<'_>) -> Self {
        let url = format!("{}/comments/{}", site.base, entry.id);
        let answers = match entry.parent {
            Some(parent) => (site.urn("comment", parent.0), format!("{}/comments/{parent}", site.base)),
            None => (site.urn("post", about.id.0), format!("{}{}", site.base, about.url())),
        };
        Self {
            id: site.urn("comment", entry.id.0),
            title,
            html: absolute(&entry.placed_html(), site.base, &url),
            summary: entry.excerpt(),
            lang: String::new(),
            author: entry.name().to_owned(),
            author_url: entry.person_url().map(|url| text::whole(&url, site.base)),
            published: entry.created_at,
            updated: entry.edited_at.map_or(entry.created_at, |edited| edited.max(entry.created_at)),
            terms: vec![],
            replies: None,
            answers: Some(answers),
            url,
        }
    }

    /// When it was published, as RSS writes it (RFC 822 with the year in full).
    fn rss_date(&self) -> String {
        http_date(self.published)
    }

    /// When it was published (RFC 3339).
    fn published(&self) -> String {
        machine_time(self.published)
    }

    /// When it was last changed (RFC 3339).
    fn updated(&self) -> String {
        machine_time(self.updated)
    }

    /// Atom requires a title: its own, or its beginning.
    fn heading(&self) -> &str {
        if self.title.is_empty() { &self.summary } else { &self.title }
    }
}

/// The site as names and addresses are made from it.
struct Named<'a> {
    base: &'a str,
    secret: &'a [u8],
}

impl Named<'_> {
    /// A name for something that is the same for as long as this community lives, wherever it moves: a UUID of version 8
    /// (RFC 9562, 5.8) made from its number.
    fn urn(&self, kind: &str, id: i64) -> String {
        let mut keyed = Hmac::<Sha256>::new_from_slice(self.secret).expect("a key of any length will do");
        keyed.update(format!("feed {kind} {id}").as_bytes());
        let mut bytes = [0; 16];
        bytes.copy_from_slice(&keyed.finalize().into_bytes()[..16]);
        bytes[6] = bytes[6] & 0x0f | 0x80;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let hex = format!("{:032x}", u128::from_be_bytes(bytes));
        format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
    }
}

#[derive(Template)]
#[template(path = "talk/pages/feeds/rss.xml")]
struct Rss<'a> {
    f: &'a Feed,
}

#[derive(Template)]
#[template(path = "talk/pages/feeds/atom.xml")]
struct Atom<'a> {
    f: &'a Feed,
}

impl Feed {
    /// When anything in it was last changed; the epoch if there is nothing.
    fn changed(&self) -> Timestamp {
        self.items.iter().map(|item| item.updated).max().unwrap_or(Timestamp(0))
    }

    fn updated(&self) -> String {
        machine_time(self.changed())
    }

    fn rss_date(&self) -> String {
        http_date(self.changed())
    }

    /// The address of the page it is of.
    fn home(&self) -> String {
        format!("{}{}", self.base, self.path)
    }

    fn own(&self, form: Form) -> String {
        format!("{}{}{}", self.base, self.stem, form.path())
    }

    fn own_rss(&self) -> String {
        self.own(Form::Rss)
    }

    fn own_atom(&self) -> String {
        self.own(Form::Atom)
    }

    /// It as it is sent.
    fn written(&self, form: Form) -> anyhow::Result<String> {
        Ok(match form {
            Form::Rss => of_xml(&Rss { f: self }.render()?),
            Form::Atom => of_xml(&Atom { f: self }.render()?),
            Form::Json => serde_json::to_string(&self.json())?,
        })
    }

    fn json(&self) -> Value {
        let items: Vec<Value> = self.items.iter().map(json_of).collect();
        let mut feed = json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.title,
            "home_page_url": self.home(),
            "feed_url": self.own(Form::Json),
            "items": items,
        });
        fill(&mut feed, "description", &self.about);
        fill(&mut feed, "language", &self.lang);
        feed
    }
}

fn json_of(item: &Item) -> Value {
    let mut author = json!({ "name": item.author });
    fill(&mut author, "url", item.author_url.as_deref().unwrap_or_default());
    let mut value = json!({
        "id": item.id,
        "url": item.url,
        "content_html": item.html,
        "date_published": item.published(),
        "date_modified": item.updated(),
        "authors": [author],
    });
    fill(&mut value, "title", &item.title);
    fill(&mut value, "summary", &item.summary);
    fill(&mut value, "language", &item.lang);
    if !item.terms.is_empty() {
        value["tags"] = json!(item.terms);
    }
    value
}

/// A member of a JSON object, left out when there is nothing to say.
fn fill(value: &mut Value, name: &str, text: &str) {
    if !text.is_empty() {
        value[name] = text.into();
    }
}

/// A moment as HTTP writes it (RFC 9110, 5.6.7), which RSS reads as well.
fn http_date(at: Timestamp) -> String {
    let at = jiff::Timestamp::from_millisecond(at.0).unwrap_or_default();
    jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&at).unwrap_or_default()
}
