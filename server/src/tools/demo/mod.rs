//! `lyceum demo`: a community to look at, and one of any size to measure with.
//!
//! The sample is a course in its eighth week. It is written with the same verbs as everything else,
//! with the change's clock set to when each thing happened.

mod beside;
mod chance;
mod cohort;
mod course;
mod crowd;
mod drawings;
mod learning;
mod portraits;
mod readers;
mod sample;

#[cfg(test)]
mod tests;

use std::{collections::HashMap, fmt};

use anyhow::{Context, bail};
use jiff::{ToSpan, civil::Date, tz::TimeZone};
use serde::Serialize;
use sha2::{Digest, Sha256};

pub use self::crowd::Addresses;
use self::sample::{Entry, Person, Post, Sample, State};
use crate::{
    events::Event,
    evidence::credentials,
    ids::{BlogId, CommentId, ConversationId, PostId, Timestamp},
    kit::{
        app::{App, run_blocking},
        db::Tx,
        files::picture,
        i18n::{Lang, address_day, time_zone},
    },
    links::search,
    people::{
        about::{self, About, Field},
        community::{self, Community},
        members::{self, Joiner, Member, Profile, Website},
        one_time_links::{self, LinkKind, OneTimeLink},
    },
    talk::{
        blogs,
        comments::{self, Guest, NewEntry, Reply, Text, Writer},
        conversations,
        posts::{self, Comments, Draft},
        uploads::{self, Kept},
    },
};

/// The name of the sample community, and of its course.
const NAME: &str = "Working in the Open";
/// How long ago the course began.
const WEEKS: i64 = 7;
/// So many people take part in the course, if nothing else is said.
const PARTICIPANTS: usize = 400;
const TAGLINE: &str = "An open course in writing down what we know, where others can find it";
/// The members whose sign-in links the command prints.
const SHOWN: [(&str, &str); 6] = [
    ("organiser", "ines"),
    ("instructor", "tomasz"),
    ("guide", "adaeze"),
    ("participant, new today", "noor"),
    ("participant, behind", "karim"),
    ("participant, with a learning log", "marguerite"),
];

/// How long ago the newest person joined, in minutes.
const NEW_MINUTES: i64 = 100;

/// How large the demo is to be.
#[derive(clap::Args, Clone, Debug)]
pub struct Options {
    /// Number of extra members, for load tests
    #[arg(long, value_name = "N")]
    pub members: Option<u64>,
    /// Number of extra comments, for load tests
    #[arg(long, value_name = "N")]
    pub comments: Option<u64>,
    /// Number of people who take part in the course
    #[arg(long, value_name = "N", default_value_t = PARTICIPANTS)]
    pub participants: usize,
    /// Seed of the random generator: the same seed makes the same community
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
}

impl Default for Options {
    /// The people who are written down, and nobody else.
    fn default() -> Self {
        Self { members: None, comments: None, participants: 0, seed: 1 }
    }
}

/// What the demo made.
#[derive(Clone, Debug, Serialize)]
pub struct Made {
    /// All members.
    pub members: i64,
    /// Whether everything was there already.
    pub was_there: bool,
    /// The conversations to measure with, if they were asked for.
    pub addresses: Option<Addresses>,
}

impl fmt::Display for Made {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let there = if self.was_there { " They were here already." } else { "" };
        writeln!(f, "The sample community has {} members.{there}", self.members)?;
        let Some(addresses) = &self.addresses else { return Ok(()) };
        writeln!(f, "A conversation of 55 entries: {}", addresses.ordinary)?;
        writeln!(f, "A very long one:              {}", addresses.long)?;
        writeln!(f, "A very deep one:              {}", addresses.deep)
    }
}

/// Fills an empty community. One that holds the demo already is left as it is.
pub async fn run(app: &App, options: Options) -> anyhow::Result<Made> {
    let was_there = is_there(app).await?;
    if !was_there {
        let sample = sample::read()?;
        load(app, &sample, options.participants).await?;
        beside::record(app).await?;
        credentials::issue(app).await?;
        readers::settle(app, &sample).await?;
    }
    let addresses = match (options.members, options.comments) {
        (None, None) => None,
        (members, comments) => {
            let size = crowd::Size { members: members.unwrap_or(1_000), comments: comments.unwrap_or(10_000) };
            Some(crowd::gather(app, size, options.seed).await?)
        }
    };
    // Whoever looks at it looks for something in it.
    search::build(app).await?;
    let members = members::count(&mut app.db.read().await?).await?;
    Ok(Made { members, was_there, addresses })
}

/// Links that sign somebody in, good once within a week: what they do here, their name, the link.
pub async fn sign_in_links(app: &App) -> anyhow::Result<Vec<(&'static str, String, String)>> {
    app.db
        .always(async |tx| {
            let mut links = vec![];
            for (part, handle) in SHOWN {
                let member = members::by_handle(tx, handle).await?.with_context(|| format!("@{handle} is missing"))?;
                let secret = one_time_links::make(tx, &sign_in_link(&member, tx.now.plus_days(7))).await?;
                links.push((part, member.name, format!("{}/sign-in/link/{secret}", app.settings.base_url)));
            }
            Ok(links)
        })
        .await
}

fn sign_in_link(member: &Member, expires_at: Timestamp) -> OneTimeLink {
    OneTimeLink {
        kind: LinkKind::SignIn,
        member: Some(member.id),
        email: member.email.as_ref().and_then(|email| email.parse().ok()),
        role: member.role(),
        made_by: None,
        expires_at,
    }
}

/// Whether the community holds the sample. Any other community is nothing to make a demo in.
async fn is_there(app: &App) -> anyhow::Result<bool> {
    let mut conn = app.db.read().await?;
    let organiser = members::by_email(&mut conn, &email_of("ines")?).await?;
    if organiser.is_some_and(|ines| ines.handle == "ines") {
        return Ok(true);
    }
    if members::count(&mut conn).await? > 0 || blogs::by_address(&mut conn, "blog").await?.is_some() {
        bail!(
            "There is a community here already, and a demo would mix with it; choose an empty folder with --data DIR."
        );
    }
    Ok(false)
}

fn email_of(handle: &str) -> anyhow::Result<members::Email> {
    format!("{handle}@example.org").parse().map_err(anyhow::Error::msg)
}

/// Loads the sample, all of it or nothing.
async fn load(app: &App, sample: &Sample, participants: usize) -> anyhow::Result<()> {
    let pictures = paint(app, sample).await?;
    let drawings = draw(app, sample).await?;
    app.db
        .always(async |tx| {
            let now = tx.now;
            let mut loading = Loading::begin(tx, sample, &app.settings.base_url).await?;
            for person in &sample.people {
                loading.join(tx, person, pictures.get(&person.handle), now).await?;
            }
            for post in &sample.posts {
                loading.publish(tx, post, &drawings).await?;
            }
            for (at, post, entry) in loading.in_order(sample, now) {
                loading.say(tx, at, post, entry).await?;
            }
            loading.delete(tx, sample, now).await?;
            course::hold(tx, &loading, participants, now).await?;
            beside::add(tx, &loading, now).await?;
            learning::add(tx, &loading, now).await?;
            tx.now = now;
            tx.emit_instead(Event::PastArrived);
            Ok(())
        })
        .await
}

/// The pictures of those who have one: their files by handle.
async fn paint(app: &App, sample: &Sample) -> anyhow::Result<HashMap<String, String>> {
    let mut files = HashMap::new();
    let with_picture = sample.people.iter().filter(|person| person.picture);
    for (place, person) in with_picture.enumerate() {
        let name = person.handle.clone();
        let painted = run_blocking(&app.image_permits, move || {
            picture::drawn(portraits::paint(&name, place)).and_then(|painted| picture::portrait(&painted))
        });
        let (bytes, ending) = painted.await?.map_err(|no| anyhow::anyhow!("a portrait failed: {no:?}"))?;
        files.insert(person.handle.clone(), app.files.keep(bytes, ending).await?);
    }
    Ok(files)
}

/// What is drawn for posts, by the name of the drawing.
async fn draw(app: &App, sample: &Sample) -> anyhow::Result<HashMap<String, Kept>> {
    let mut drawings = HashMap::new();
    for picture in sample.posts.iter().flat_map(|post| &post.pictures) {
        let name = picture.draw.clone();
        let drawn = run_blocking(&app.image_permits, move || drawings::draw(&name).map(picture::drawn)).await?;
        let drawn = drawn.with_context(|| format!("nobody drew {}", picture.draw))?;
        let drawn = drawn.map_err(|no| anyhow::anyhow!("a drawing failed: {no:?}"))?;
        drawings.insert(picture.draw.clone(), good(uploads::make(app, drawn.into(), true).await?)?);
    }
    Ok(drawings)
}

/// A sample on its way into the database.
struct Loading {
    community: Community,
    /// The Monday on which the course began.
    first_day: Date,
    base_url: String,
    /// Everybody with their blog, by handle.
    people: HashMap<String, (Member, BlogId)>,
    /// When each post was published, by its slug, and where it is.
    moments: HashMap<String, Timestamp>,
    addresses: HashMap<String, String>,
    posts: HashMap<String, PostId>,
    /// The entries by post and key.
    entries: HashMap<(PostId, String), CommentId>,
}

impl Loading {
    async fn begin(tx: &mut Tx, sample: &Sample, base_url: &str) -> anyhow::Result<Self> {
        let organiser = sample.people.first().context("nobody is written down")?;
        let community = Community {
            name: NAME.into(),
            tagline: TAGLINE.into(),
            time_zone: organiser.time_zone.clone(),
            ..community::read(tx).await?
        };
        community::update(tx, &community).await?;
        let first_day = monday_weeks_before(tx.now, WEEKS, &community.zone())?;
        let (mut moments, mut addresses) = (HashMap::new(), HashMap::new());
        for post in &sample.posts {
            let author = sample.people.iter().find(|person| person.handle == post.author);
            let author = author.with_context(|| format!("nobody is @{}", post.author))?;
            let at = match post.minutes_ago {
                Some(minutes) => tx.now.plus_minutes(-minutes),
                None => moment(first_day, post.day, post.time.parse()?, &author.time_zone)?.min(tx.now),
            };
            let day = address_day(at, &community.zone());
            addresses.insert(post.slug.clone(), format!("/{}/{day}/{}/", author.blog.address, post.slug));
            moments.insert(post.slug.clone(), at);
        }
        Ok(Self {
            community,
            first_day,
            base_url: base_url.to_owned(),
            people: HashMap::new(),
            moments,
            addresses,
            posts: HashMap::new(),
            entries: HashMap::new(),
        })
    }

    async fn join(
        &mut self,
        tx: &mut Tx,
        person: &Person,
        picture: Option<&String>,
        now: Timestamp,
    ) -> anyhow::Result<()> {
        // Whoever came today came a while ago.
        tx.now = moment(self.first_day, person.joined_day, jiff::civil::time(9, 0, 0, 0), &person.time_zone)?
            .min(now.plus_minutes(-NEW_MINUTES));
        let joiner = Joiner {
            handle: good(person.handle.parse())?,
            name: good(person.name.parse())?,
            email: email_of(&person.handle)?,
            password: None,
            role: good(person.role.parse())?,
            language: Lang::from_tag(&person.language),
        };
        let id = good(members::add(tx, &joiner).await?)?;
        members::confirm(tx, id).await?;
        let profile = Profile { language: person.language.clone(), time_zone: person.time_zone.clone() };
        let member = members::by_id(tx, id).await?.context("whoever joined is there")?;
        good(members::update(tx, &member, &joiner.handle, &joiner.name, &profile).await?)?;
        about::set(tx, id, &about_of(person)?).await?;
        members::set_picture(tx, id, picture.map(String::as_str)).await?;
        let blog = &person.blog;
        let blog = good(blogs::open(tx, Some(id), &good(blog.address.parse())?, &blog.title, &blog.tagline).await?)?;
        self.people.insert(person.handle.clone(), (member, blog));
        Ok(())
    }

    fn person(&self, handle: &str) -> anyhow::Result<&(Member, BlogId)> {
        self.people.get(handle).with_context(|| format!("nobody is @{handle}"))
    }

    async fn publish(&mut self, tx: &mut Tx, post: &Post, drawings: &HashMap<String, Kept>) -> anyhow::Result<()> {
        let (author, blog) = self.person(&post.author)?;
        tx.now = self.moments[&post.slug];
        let mut body = post.body.clone();
        for picture in &post.pictures {
            let id = uploads::add(tx, author.id, &drawings[&picture.draw], &picture.file, &picture.alt).await?;
            let upload = uploads::own(tx, author.id, id).await?.context("what was added is there")?;
            let line = uploads::rules::picture(&picture.alt, &upload.address());
            body = body.replace(&format!("{{{{picture:{}}}}}", picture.draw), &line);
        }
        let draft = Draft {
            title: markup::title(&post.title, &post.lang),
            source: self.filled_in(&body)?,
            format: markup::Format::Markdown,
            slug: Some(good(post.slug.parse())?),
            lang: good(post.lang.parse())?,
            audience: good(post.audience.parse())?,
            comments: if post.comments == "closed" { Comments::Closed } else { Comments::Open },
            tags: post.tags.clone(),
        };
        let text = posts::render(tx, &draft.source, draft.format, &post.lang, self.community.emoji).await?;
        let id = posts::begin(tx, author, *blog, &draft, &text).await?;
        if !post.draft {
            posts::publish(tx, id, *blog, &self.community.zone()).await?;
        }
        self.posts.insert(post.slug.clone(), id);
        Ok(())
    }

    /// A text with the addresses of other posts filled in.
    fn filled_in(&self, text: &str) -> anyhow::Result<String> {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("{{post:") {
            let (slug, after) = after.split_once("}}").context("a post's name has no end")?;
            out.push_str(before);
            out.push_str(self.addresses.get(slug).with_context(|| format!("no post is called {slug}"))?);
            rest = after;
        }
        out.push_str(rest);
        Ok(out)
    }

    /// All entries of all conversations, in the order in which they were written.
    fn in_order<'a>(&self, sample: &'a Sample, now: Timestamp) -> Vec<(Timestamp, &'a Post, &'a Entry)> {
        let of_post = |post: &'a Post| post.entries.iter().map(move |entry| (post, entry));
        let mut entries: Vec<_> = sample
            .posts
            .iter()
            .flat_map(of_post)
            .map(|(post, entry)| (self.moments[&post.slug].plus_minutes(entry.after).min(now), post, entry))
            .collect();
        entries.sort_by_key(|(at, ..)| *at);
        entries
    }

    async fn say(&mut self, tx: &mut Tx, at: Timestamp, post: &Post, entry: &Entry) -> anyhow::Result<()> {
        tx.now = at;
        let id = self.posts[&post.slug];
        let parent = match &entry.to {
            Some(key) => Some(*self.entries.get(&(id, key.clone())).with_context(|| format!("{key} comes later"))?),
            None => None,
        };
        let body = self.filled_in(&entry.body)?;
        let text = good(Text::typed(tx, &self.community, &post.lang, &body).await?)?;
        let written = match (&entry.by, &entry.guest, &entry.pingback) {
            (Some(by), ..) => {
                let writer = Writer::Member(&self.person(by)?.0);
                good(
                    comments::reply(
                        tx,
                        &self.community,
                        &Reply { conversation: id.into(), parent, writer: &writer, moderates: false, text: &text },
                    )
                    .await?,
                )?
            }
            (_, Some(guest), _) => self.say_as_guest(tx, post, entry, guest, parent, &text).await?,
            (_, _, Some(page)) => self.link_here(tx, id.into(), page, &text).await?,
            _ => bail!("{} of {} is by nobody", entry.key, post.slug),
        };
        self.entries.insert((id, entry.key.clone()), written);
        Ok(())
    }

    /// Guests wait until the author lets them through.
    async fn say_as_guest(
        &self,
        tx: &mut Tx,
        post: &Post,
        entry: &Entry,
        guest: &sample::Guest,
        parent: Option<CommentId>,
        text: &Text,
    ) -> anyhow::Result<CommentId> {
        let writer = Writer::Guest(Guest {
            name: good(guest.name.parse())?,
            email: good(guest.email.parse())?,
            website: good(guest.website.parse())?,
            // Nobody has this key: the sample's guests are not coming back.
            key: Sha256::digest(guest.email.as_bytes()).to_vec(),
            is_like_another: false,
            is_trapped: false,
        });
        let conversation = self.posts[&post.slug].into();
        let id = good(
            comments::reply(
                tx,
                &self.community,
                &Reply { conversation, parent, writer: &writer, moderates: false, text },
            )
            .await?,
        )?;
        let written = comments::by_id(tx, id).await?.context("what was written is there")?;
        if entry.state != State::Waiting && written.is_waiting() {
            comments::approve_by(tx, &self.person(&post.author)?.0, &written).await?;
        }
        Ok(id)
    }

    async fn link_here(
        &self,
        tx: &mut Tx,
        conversation: ConversationId,
        page: &sample::Pingback,
        text: &Text,
    ) -> anyhow::Result<CommentId> {
        let id = CommentId(tx.new_id());
        let title = format!("{} | {}", page.title, page.site);
        let address = match self.filled_in(&page.url)? {
            path if path.starts_with('/') => format!("{}{path}", self.base_url),
            whole => whole,
        };
        let (now, origin) = (tx.now, format!("demo:{id}"));
        let entry = NewEntry {
            id,
            conversation,
            root: id,
            parent: None,
            parent_lost: false,
            kind: "pingback",
            writer: None,
            guest_name: &title,
            guest_email: "",
            guest_website: &address,
            guest_key: None,
            guest_picture: None,
            text,
            created_at: now,
            approved_at: Some(now),
            hidden_at: None,
            once: None,
            imported_from: Some(&origin),
        };
        comments::import(tx, std::slice::from_ref(&entry)).await?;
        conversations::add_up(tx, &[(conversation, (1, now))].into()).await?;
        Ok(id)
    }

    /// Deletes what its writers took back, when everything was said that answers it.
    async fn delete(&self, tx: &mut Tx, sample: &Sample, now: Timestamp) -> anyhow::Result<()> {
        for post in &sample.posts {
            let last = post.entries.iter().map(|entry| entry.after).max().unwrap_or_default();
            for entry in post.entries.iter().filter(|entry| entry.state == State::Deleted) {
                let id = self.entries[&(self.posts[&post.slug], entry.key.clone())];
                let written = comments::by_id(tx, id).await?.context("what was written is there")?;
                tx.now = self.moments[&post.slug].plus_minutes(last.min(entry.after + 3 * 24 * 60)).min(now);
                comments::delete(tx, &written).await?;
            }
        }
        Ok(())
    }
}

/// What somebody of the sample says about themselves.
fn about_of(person: &Person) -> anyhow::Result<About> {
    let website = good(person.website.parse::<Website>())?;
    let mut about = About { is_found: person.is_found, ..About::default() };
    for (field, said) in [
        (Field::Bio, person.bio.as_str()),
        (Field::Job, &person.job),
        (Field::Workplace, &person.workplace),
        (Field::Place, &person.place),
        (Field::Website, website.as_str()),
    ] {
        about.say(field, said, field.usual());
    }
    Ok(about)
}

/// What has to be good because we wrote it.
fn good<T, E: fmt::Debug>(answer: Result<T, E>) -> anyhow::Result<T> {
    answer.map_err(|no| anyhow::anyhow!("the sample is not as it should be: {no:?}"))
}

/// A time on somebody's clock on a day of the course.
fn moment(first: Date, day: i64, time: jiff::civil::Time, zone: &str) -> anyhow::Result<Timestamp> {
    let at = first.checked_add(day.days())?.to_datetime(time).to_zoned(time_zone(zone))?;
    Ok(Timestamp(at.timestamp().as_millisecond()))
}

/// The Monday of the week so many weeks before.
fn monday_weeks_before(now: Timestamp, weeks: i64, zone: &TimeZone) -> anyhow::Result<Date> {
    let today = zone.to_datetime(jiff::Timestamp::from_millisecond(now.0)?).date();
    let monday = today.checked_sub(i64::from(today.weekday().to_monday_zero_offset()).days())?;
    Ok(monday.checked_sub(weeks.weeks())?)
}
