//! The community itself: its name, language and rules, set by its organisers.

mod store;

use std::{str::FromStr, sync::Arc};

use jiff::tz::TimeZone;

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
    /// Keys what must not be guessable.
    pub secret: Vec<u8>,
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
words!(Guests { First = "first", Always = "always", Closed = "closed" });

impl Community {
    /// The time zone, ready to use.
    pub fn zone(&self) -> TimeZone {
        time_zone(&self.time_zone)
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
            secret: rand::random::<[u8; 32]>().to_vec(),
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
