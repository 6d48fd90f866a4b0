//! The sample community as it is written down in `people.toml` and `posts/`: people, posts, and who answered whom.

use anyhow::Context;
use rust_embed::RustEmbed;
use serde::Deserialize;

#[derive(RustEmbed)]
#[folder = "src/tools/demo/posts"]
struct Posts;

/// Everything that is written down.
pub struct Sample {
    /// The people, the organiser first.
    pub people: Vec<Person>,
    /// The posts with their comments.
    pub posts: Vec<Post>,
}

/// Somebody of the sample community.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// What they are called by with an `@`.
    pub handle: String,
    /// Their name.
    pub name: String,
    /// Their role's word.
    pub role: String,
    /// A few words about themselves.
    pub bio: String,
    /// Their website, or nothing.
    #[serde(default)]
    pub website: String,
    /// What they do, or nothing.
    #[serde(default)]
    pub job: String,
    /// Where they work, or nothing.
    #[serde(default)]
    pub workplace: String,
    /// Where they are, or nothing.
    #[serde(default)]
    pub place: String,
    /// Whether colleagues find them.
    #[serde(default, rename = "found")]
    pub is_found: bool,
    /// The language they see the site in.
    pub language: String,
    /// Their time zone; the times of their posts are on this clock.
    pub time_zone: String,
    /// Whether they have a picture.
    pub picture: bool,
    /// Their blog.
    pub blog: Blog,
    /// When they joined, in days of the course.
    pub joined_day: i64,
    /// How they want to be written to, if not as everybody is who chose nothing.
    pub mail: Option<Mail>,
    /// The handles of those whose blogs they follow, and how soon they want to hear of them.
    #[serde(default)]
    pub follows: Vec<(String, String)>,
}

/// How somebody wants to be written to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// The mode's word.
    pub mode: String,
    /// The hour of digests.
    #[serde(default = "seven")]
    pub hour: i64,
    /// The day of weekly ones.
    #[serde(default = "one")]
    pub weekday: i64,
    /// From when until when it is quiet; two equal hours for never.
    #[serde(default = "night")]
    pub quiet: (i64, i64),
    /// For how many days from now nothing comes.
    #[serde(default)]
    pub paused_days: i64,
}

const fn seven() -> i64 {
    7
}

const fn one() -> i64 {
    1
}

const fn night() -> (i64, i64) {
    (22, 7)
}

/// The blog of somebody.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blog {
    /// Its address.
    pub address: String,
    /// Its title.
    pub title: String,
    /// The line under its title.
    pub tagline: String,
}

/// A post of the sample community.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Post {
    /// Its author's handle.
    pub author: String,
    /// Its title.
    pub title: String,
    /// The last part of its address, which no other post of the sample has.
    pub slug: String,
    /// The day of the course on which it was published; the course begins on day 0.
    #[serde(default)]
    pub day: i64,
    /// The time of day, on its author's clock.
    #[serde(default)]
    pub time: String,
    /// How long ago it was published, instead of a day and a time: what is going on just now.
    pub minutes_ago: Option<i64>,
    /// Its language.
    pub lang: String,
    /// Who may read it.
    pub audience: String,
    /// Whether it was never published.
    #[serde(default)]
    pub draft: bool,
    /// `closed` if nobody may comment.
    #[serde(default)]
    pub comments: String,
    /// Its tags.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Its text; `{{post:slug}}` stands for another's address, `{{picture:name}}` for one of its pictures.
    pub body: String,
    /// What is drawn for it.
    #[serde(default, rename = "picture")]
    pub pictures: Vec<Picture>,
    /// Its conversation.
    #[serde(default, rename = "comment")]
    pub entries: Vec<Entry>,
}

/// A picture in a post.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// The name of the drawing.
    pub draw: String,
    /// What its author called the file.
    pub file: String,
    /// What it shows, in words.
    pub alt: String,
}

/// An entry of a conversation.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// What other entries name it by.
    pub key: String,
    /// The handle of the member who wrote it.
    pub by: Option<String>,
    /// The guest who wrote it.
    pub guest: Option<Guest>,
    /// The page that linked to the post.
    pub pingback: Option<Pingback>,
    /// The key of what it answers.
    pub to: Option<String>,
    /// How many minutes after the post.
    pub after: i64,
    /// Whether it is shown, waits, or was deleted.
    #[serde(default)]
    pub state: State,
    /// What it says.
    pub body: String,
}

/// Somebody without an account.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guest {
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Their website, or nothing.
    #[serde(default)]
    pub website: String,
}

/// A page that linked to a post.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pingback {
    /// Its title.
    pub title: String,
    /// What its site is called.
    pub site: String,
    /// Its address.
    pub url: String,
}

/// What became of an entry.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// It is shown.
    #[default]
    Approved,
    /// It waits for approval.
    Waiting,
    /// Its writer deleted it.
    Deleted,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct People {
    member: Vec<Person>,
}

/// Reads everything that is written down.
pub fn read() -> anyhow::Result<Sample> {
    let people: People = toml::from_str(include_str!("people.toml")).context("people.toml is not as it should be")?;
    let mut names: Vec<_> = Posts::iter().collect();
    names.sort();
    let posts = names.iter().map(|name| post(name)).collect::<anyhow::Result<_>>()?;
    Ok(Sample { people: people.member, posts })
}

fn post(name: &str) -> anyhow::Result<Post> {
    let file = Posts::get(name).with_context(|| format!("{name} is not embedded"))?;
    toml::from_str(std::str::from_utf8(&file.data)?).with_context(|| format!("{name} is not as it should be"))
}
