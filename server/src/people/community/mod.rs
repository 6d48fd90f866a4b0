//! The community itself: its name, language and rules, set by its organisers.

mod site_pages;
mod store;

use std::{str::FromStr, sync::Arc};

use jiff::tz::TimeZone;

pub use self::site_pages::{SitePage, SiteText};
use crate::{
    events::{Event, Topic},
    kit::{
        app::App,
        db::{Conn, Tx},
        i18n::{Lang, time_zone},
    },
};

/// How people come in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Joining {
    /// Anybody may join.
    Open,
    /// Only with an invitation.
    Invitation,
    /// Anybody may ask; an organiser decides.
    Request,
}

/// Whose comments wait for approval when no account stands behind them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Guests {
    /// A guest's comments wait until one was approved.
    First,
    /// A guest's comments always wait.
    Always,
    /// Only members comment.
    Closed,
}

/// Who may look through the members and open their pages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Directory {
    /// Everyone.
    Public,
    /// Members who are signed in.
    Members,
}

/// Which machines may read what everybody may.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Crawlers {
    /// All.
    Everyone,
    /// Those that lead people here, and not those that train language models on it.
    Search,
    /// None.
    Nobody,
}

/// The community's settings.
#[derive(Clone, Debug)]
pub struct Community {
    /// Its name, on every page.
    pub name: String,
    /// A line about it.
    pub tagline: String,
    /// The language of visitors who ask for none that the interface speaks, and of new posts.
    pub language: Lang,
    /// The IANA name of the time zone of guests, and of the days in addresses.
    pub time_zone: String,
    /// How people come in.
    pub joining: Joining,
    /// Whose comments wait.
    pub guests: Guests,
    /// Whether smileys become emoji.
    pub emoji: bool,
    /// How long writers may edit their comments, in minutes.
    pub edit_minutes: i64,
    /// Who may look through the members.
    pub directory: Directory,
    /// Which machines may read what everybody may.
    pub crawlers: Crawlers,
    /// Words with which a comment waits, one on each line.
    pub held_words: String,
    /// With more links than this a guest's comment waits.
    pub held_links: i64,
    /// After so many days without a comment a conversation closes; none: never.
    pub close_days: Option<i64>,
    /// Keys what must not be guessable.
    pub secret: Vec<u8>,
    /// Which pages about the site are written: these stand in the foot of every page.
    pub written: Vec<SitePage>,
}

macro_rules! words {
    ($type:ident { $($variant:ident = $word:literal),* }) => {
        impl $type {
            /// The word it is stored and sent as.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        }
        impl FromStr for $type {
            type Err = &'static str;
            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word { $($word => Ok(Self::$variant),)* _ => Err("field-choose") }
            }
        }
    };
}
words!(Joining { Open = "open", Invitation = "invitation", Request = "request" });
words!(Directory { Public = "public", Members = "members" });
words!(Crawlers { Everyone = "everyone", Search = "search", Nobody = "nobody" });
words!(Guests { First = "first", Always = "always", Closed = "closed" });

impl Community {
    /// The time zone, ready to use.
    pub fn zone(&self) -> TimeZone {
        time_zone(&self.time_zone)
    }

    /// A community as it begins, for tests of rules.
    #[cfg(test)]
    pub fn for_tests() -> Self {
        Self::new("The Commons School")
    }

    /// What a new community begins with.
    fn new(name: &str) -> Self {
        Self {
            name: name.into(),
            tagline: String::new(),
            language: Lang::En,
            time_zone: "UTC".into(),
            joining: Joining::Open,
            guests: Guests::First,
            emoji: false,
            edit_minutes: 15,
            directory: Directory::Public,
            crawlers: Crawlers::Search,
            held_words: String::new(),
            held_links: 3,
            close_days: None,
            secret: rand::random::<[u8; 32]>().to_vec(),
            written: vec![],
        }
    }
}

/// The community's settings, from memory while they hold.
pub async fn of(app: &App) -> anyhow::Result<Arc<Community>> {
    if let Some(community) = app.remembered("community") {
        return Ok(community);
    }
    let seen = app.db.versions.snapshot(&[Topic::Everything]);
    let community = Arc::new(read(&mut app.db.read().await?).await?);
    app.remember("community".into(), seen, community.clone());
    Ok(community)
}

/// The community's settings, read within a change.
pub async fn read(conn: &mut Conn) -> anyhow::Result<Community> {
    store::read(conn).await?.ok_or_else(|| anyhow::anyhow!("the community has not begun"))
}

/// The text of a page about the site, if it is written.
pub async fn site_page(conn: &mut Conn, page: SitePage) -> anyhow::Result<Option<SiteText>> {
    Ok(store::site_page(conn, page).await?)
}

/// Writes a page about the site, in Markdown; an empty one is taken away.
pub async fn write_site_page(tx: &mut Tx, page: SitePage, source: &str, lang: Lang) -> anyhow::Result<()> {
    if source.trim().is_empty() {
        store::forget_site_page(tx, page).await?;
    } else {
        store::write_site_page(tx, page, source, &site_pages::render(source, lang), lang).await?;
    }
    tx.emit(Event::CommunityChanged);
    Ok(())
}

/// What would be shown of a page about the site.
pub fn render_site_page(source: &str, lang: Lang) -> String {
    site_pages::render(source, lang)
}

/// Renders the pages about the site again that an older renderer made.
pub async fn rerender_site_pages(tx: &mut Tx) -> anyhow::Result<()> {
    for (page, text) in store::stale_site_pages(tx).await? {
        store::rerender_site_page(tx, page, &site_pages::render(&text.source, text.language())).await?;
        tx.emit(Event::CommunityChanged);
    }
    Ok(())
}

/// Begins the community in an empty database; later calls change nothing.
pub async fn begin(tx: &mut Tx, name: &str) -> anyhow::Result<()> {
    Ok(store::insert(tx, &Community::new(name)).await?)
}

/// Notes where the site is served: what runs beside the server without its settings learns it from here.
pub async fn serve_at(tx: &mut Tx, base_url: &str) -> anyhow::Result<()> {
    Ok(store::serve_at(tx, base_url).await?)
}

/// Where the site was served last; none if it never was.
pub async fn served_at(conn: &mut Conn) -> anyhow::Result<Option<String>> {
    Ok(store::served_at(conn).await?.filter(|address| !address.is_empty()))
}

/// Changes the community's settings.
pub async fn update(tx: &mut Tx, community: &Community) -> anyhow::Result<()> {
    store::update(tx, community).await?;
    tx.emit(Event::CommunityChanged);
    Ok(())
}
