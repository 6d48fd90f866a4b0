//! A community of any size to measure with: members with blogs, posts, and conversations of every shape. The same seed
//! makes the same, its numbers and dates aside.

use anyhow::{Context, bail};
use serde::Serialize;

use super::{chance::Chance, sample};
use crate::{
    events::Event,
    ids::{BlogId, CommentId, ConversationId, MemberId, PostId, Timestamp},
    kit::{app::App, db::Tx, i18n::address_day},
    people::{
        community::{self, Community},
        members::{self, Email, Handle, Newcomer},
    },
    talk::{
        blogs,
        comments::{self, NewEntry, Text},
        conversations,
        posts::{self, Audience, Comments, Draft, Rendered},
    },
};

/// How large it is to be.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Size {
    /// Members, each with a blog.
    pub members: u64,
    /// Comments.
    pub comments: u64,
}

/// The conversations to measure with: addresses of their posts.
#[derive(Clone, Debug, Serialize)]
pub struct Addresses {
    /// One of 55 entries.
    pub ordinary: String,
    /// One of 100,000 entries, or half of all comments if there are fewer than twice as many.
    pub long: String,
    /// One that is a single chain of 2,000 answers, or a quarter of all comments.
    pub deep: String,
}

const ORDINARY: u64 = 55;
const LONG: u64 = 100_000;
const DEEP: u64 = 2_000;
/// The rest is spread over posts with so many entries each, on average.
const OF_A_POST: u64 = 25;
/// So many texts are rendered; everybody says one of them.
const TEXTS: usize = 300;
/// So many rows are written in one change.
const BATCH: usize = 5_000;
/// The blog of the conversations to measure with.
const ASSEMBLY: &str = "assembly";

/// Makes the crowd, or finds the one that was made before.
pub async fn gather(app: &App, size: Size, seed: u64) -> anyhow::Result<Addresses> {
    let mark = format!("demo:{}-members-{}-comments-seed-{seed}", size.members, size.comments);
    if blogs::imported(&mut app.db.read().await?, &mark).await?.is_some() {
        return addresses(app).await;
    }
    if blogs::by_address(&mut app.db.read().await?, ASSEMBLY).await?.is_some() {
        bail!(
            "A demo of another size or seed is here, or one that was interrupted; choose an empty folder with --data DIR."
        );
    }
    let mut crowd = Crowd::new(app, size, seed).await?;
    crowd.join().await?;
    crowd.converse().await?;
    let assembly = crowd.assembly;
    app.db.always(async |tx| blogs::note_origin(tx, assembly, &mark).await).await?;
    addresses(app).await
}

async fn addresses(app: &App) -> anyhow::Result<Addresses> {
    let mut conn = app.db.read().await?;
    let mut found = vec![];
    for name in ["ordinary", "long", "deep"] {
        let id = posts::imported(&mut conn, &origin(name)).await?.context("a conversation of the demo is gone")?;
        let post = posts::for_reader(&mut conn, None, id).await?.context("a conversation of the demo is gone")?;
        found.push(post.url());
    }
    let [ordinary, long, deep] = found.try_into().map_err(|_| anyhow::anyhow!("three were asked for"))?;
    Ok(Addresses { ordinary, long, deep })
}

fn origin(name: &str) -> String {
    format!("demo:conversation-{name}")
}

struct Crowd<'a> {
    app: &'a App,
    size: Size,
    chance: Chance,
    community: Community,
    texts: Vec<Text>,
    words: Vec<String>,
    people: Vec<(MemberId, BlogId)>,
    assembly: BlogId,
    /// The conversations are spread over the weeks up to now.
    now: Timestamp,
    rows: Vec<Row>,
}

/// Something that is ready to be written.
enum Row {
    Post(NewPost),
    Entry(NewComment),
}

struct NewPost {
    id: PostId,
    author: MemberId,
    blog: BlogId,
    title: String,
    slug: String,
    text: usize,
    at: Timestamp,
    origin: String,
}

struct NewComment {
    id: CommentId,
    conversation: ConversationId,
    under: Option<(CommentId, CommentId)>,
    writer: MemberId,
    text: usize,
    at: Timestamp,
}

/// How a conversation grows.
#[derive(Clone, Copy)]
enum Shape {
    /// As people talk: new threads, and answers to what was said lately.
    Talk,
    /// Everyone answers the last.
    Chain,
}

impl<'a> Crowd<'a> {
    async fn new(app: &'a App, size: Size, seed: u64) -> anyhow::Result<Self> {
        let community = (*community::of(app).await?).clone();
        let mut chance = Chance::seeded(seed);
        let words = sentences()?;
        let mut texts = Vec::with_capacity(TEXTS);
        let mut conn = app.db.read().await?;
        while texts.len() < TEXTS {
            let count = 1 + chance.below(5);
            let words: Vec<String> = (0..count).map(|_| chance.pick(&words).clone()).collect();
            let text = Text::typed(&mut conn, &community, "en", &words.join(" ")).await?;
            texts.push(text.map_err(|no| anyhow::anyhow!("a text of the demo: {no}"))?);
        }
        drop(conn);
        let title = "The Assembly";
        let assembly = app
            .db
            .always(async |tx| {
                let address = ASSEMBLY.parse().map_err(anyhow::Error::msg)?;
                let blog = blogs::open(tx, None, &address, title, "Where everybody talks at once").await?;
                blog.map_err(|no| anyhow::anyhow!("/{ASSEMBLY}/: {no:?}"))
            })
            .await?;
        Ok(Self { app, size, chance, community, texts, words, people: vec![], assembly, now: app.now(), rows: vec![] })
    }

    /// Everybody joins, and gets a blog.
    async fn join(&mut self) -> anyhow::Result<()> {
        let names = (0..self.size.members.max(1)).map(|number| (number, name(&mut self.chance)));
        let names: Vec<(u64, String)> = names.collect();
        for some in names.chunks(1_000) {
            let joined = self.app.db.always(async |tx| {
                let mut joined = Vec::with_capacity(some.len());
                for (number, name) in some {
                    joined.push(join(tx, *number, name).await?);
                }
                tx.emit_instead(Event::PastArrived);
                Ok(joined)
            });
            self.people.extend(joined.await?);
        }
        Ok(())
    }

    async fn converse(&mut self) -> anyhow::Result<()> {
        let all = self.size.comments;
        let deep = DEEP.min(all / 4);
        let long = LONG.min(all / 2);
        let ordinary = ORDINARY.min(all.saturating_sub(deep + long));
        for (name, title, count, shape) in [
            ("ordinary", "Fifty-five voices", ordinary, Shape::Talk),
            ("long", "Everybody at once", long, Shape::Talk),
            ("deep", "And what do you say to that?", deep, Shape::Chain),
        ] {
            let at = self.moment();
            let (id, author) = (PostId(self.app.db.ids.next()), self.anybody().0);
            let (blog, text, slug) = (self.assembly, self.a_text(), name.to_owned());
            let post = NewPost { id, author, blog, title: title.to_owned(), slug, text, at, origin: origin(name) };
            self.talk(post, count, shape).await?;
        }
        let rest = all - deep - long - ordinary;
        let posts = (rest / OF_A_POST).max(self.people.len() as u64 / 4);
        let mut left = rest;
        for number in 0..posts {
            // A few are talked about much, most a little: the squared share has its mean at a third.
            let average = 3 * left / (posts - number);
            let share = self.chance.share();
            #[expect(
                clippy::cast_precision_loss,
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a count by chance"
            )]
            let count = (average as f64 * share * share) as u64;
            let count = if number + 1 == posts { left } else { count.min(left) };
            left -= count;
            let post = self.a_post(number);
            self.talk(post, count, Shape::Talk).await?;
        }
        self.write().await
    }

    fn a_post(&mut self, number: u64) -> NewPost {
        let (author, blog) = self.anybody();
        let sentence = self.chance.pick(&self.words).clone();
        let title: Vec<&str> = sentence.split_whitespace().take(6).collect();
        NewPost {
            id: PostId(self.app.db.ids.next()),
            author,
            blog,
            title: title.join(" ").trim_end_matches(|c: char| c.is_ascii_punctuation()).to_owned(),
            slug: format!("post-{number}"),
            text: self.a_text(),
            at: self.moment(),
            origin: format!("demo:post-{number}"),
        }
    }

    /// A post and its conversation.
    async fn talk(&mut self, post: NewPost, count: u64, shape: Shape) -> anyhow::Result<()> {
        let conversation = ConversationId::from(post.id);
        let begin = post.at;
        self.rows.push(Row::Post(post));
        // What was said last: entry and thread.
        let mut lately: Vec<(CommentId, CommentId)> = vec![];
        let pause = (self.now.0 - begin.0) / i64::try_from(count + 1)?;
        for number in 0..count {
            let id = CommentId(self.app.db.ids.next());
            let under = match shape {
                Shape::Chain => lately.last().copied(),
                Shape::Talk if self.chance.share() < 0.45 => None,
                Shape::Talk => lately.get(usize::try_from(self.chance.below(lately.len() as u64))?).copied(),
            };
            let at = Timestamp(begin.0 + pause * i64::try_from(number + 1)?);
            lately.push((id, under.map_or(id, |(_, root)| root)));
            if lately.len() > 12 {
                lately.remove(0);
            }
            let (writer, text) = (self.anybody().0, self.a_text());
            self.rows.push(Row::Entry(NewComment { id, conversation, under, writer, text, at }));
            if self.rows.len() >= BATCH {
                self.write().await?;
            }
        }
        Ok(())
    }

    fn anybody(&mut self) -> (MemberId, BlogId) {
        *self.chance.pick(&self.people)
    }

    fn a_text(&mut self) -> usize {
        usize::try_from(self.chance.below(self.texts.len() as u64)).unwrap_or_default()
    }

    /// A moment in the last twelve weeks.
    fn moment(&mut self) -> Timestamp {
        let minutes = self.chance.below(12 * 7 * 24 * 60);
        self.now.plus_minutes(-i64::try_from(minutes).unwrap_or_default())
    }

    async fn write(&mut self) -> anyhow::Result<()> {
        let rows = std::mem::take(&mut self.rows);
        let (texts, zone) = (&self.texts, self.community.zone());
        self.app
            .db
            .always(async |tx| {
                let mut more = std::collections::HashMap::<ConversationId, (i64, Timestamp)>::new();
                for row in &rows {
                    match row {
                        Row::Post(post) => write_post(tx, post, &texts[post.text], &zone).await?,
                        Row::Entry(entry) => {
                            write_entry(tx, entry, &texts[entry.text]).await?;
                            let (count, latest) = more.entry(entry.conversation).or_default();
                            *count += 1;
                            *latest = (*latest).max(entry.at);
                        }
                    }
                }
                conversations::add_up(tx, &more).await?;
                tx.emit_instead(Event::PastArrived);
                Ok(())
            })
            .await
    }
}

async fn join(tx: &mut Tx, number: u64, name: &str) -> anyhow::Result<(MemberId, BlogId)> {
    let handle: Handle = format!("member{number}").parse().map_err(anyhow::Error::msg)?;
    let email: Email = format!("{}@example.org", handle.as_str()).parse().map_err(anyhow::Error::msg)?;
    let address = handle.as_str().parse().map_err(anyhow::Error::msg)?;
    let origin = format!("demo:member-{number}");
    let newcomer =
        Newcomer { handle, name: name.parse().map_err(anyhow::Error::msg)?, email: Some(&email), origin: &origin };
    let id = members::import(tx, &newcomer).await?;
    members::confirm(tx, id).await?;
    let blog = blogs::open(tx, Some(id), &address, name, "").await?;
    Ok((id, blog.map_err(|no| anyhow::anyhow!("/{}/: {no:?}", address.as_str()))?))
}

async fn write_post(tx: &mut Tx, post: &NewPost, text: &Text, zone: &jiff::tz::TimeZone) -> anyhow::Result<()> {
    let draft = Draft {
        title: post.title.clone(),
        source: text.source.clone(),
        format: text.format,
        slug: Some(post.slug.parse().map_err(anyhow::Error::msg)?),
        lang: "en".parse().map_err(anyhow::Error::msg)?,
        audience: Audience::Public,
        comments: Comments::Open,
        tags: vec![],
    };
    let rendered = Rendered { html: text.html.clone(), excerpt: markup::excerpt(&text.html, 280) };
    let day = address_day(post.at, zone);
    let from = posts::Imported {
        id: post.id,
        origin: &post.origin,
        kind: "post",
        created_at: post.at,
        published: Some((post.at, &day)),
        excerpt: "",
        terms: &[],
    };
    posts::import(tx, post.author, post.blog, &draft, &rendered, &from).await?;
    Ok(())
}

async fn write_entry(tx: &mut Tx, entry: &NewComment, text: &Text) -> anyhow::Result<()> {
    let entry = NewEntry {
        id: entry.id,
        conversation: entry.conversation,
        root: entry.under.map_or(entry.id, |(_, root)| root),
        parent: entry.under.map(|(parent, _)| parent),
        parent_lost: false,
        kind: "comment",
        writer: Some(entry.writer),
        guest_name: "",
        guest_email: "",
        guest_website: "",
        guest_key: None,
        guest_picture: None,
        text,
        created_at: entry.at,
        approved_at: Some(entry.at),
        hidden_at: None,
        once: None,
        imported_from: None,
    };
    comments::import(tx, std::slice::from_ref(&entry)).await?;
    Ok(())
}

/// Sentences that people of the sample said in English.
fn sentences() -> anyhow::Result<Vec<String>> {
    let sample = sample::read()?;
    let bodies = sample.posts.iter().filter(|post| post.lang == "en").flat_map(|post| &post.entries);
    let sentences = bodies
        .flat_map(|entry| entry.body.split_inclusive(['.', '?', '!']))
        .map(str::trim)
        .filter(|sentence| sentence.is_ascii() && (30..300).contains(&sentence.len()) && !sentence.contains('@'))
        .map(|sentence| sentence.split_whitespace().collect::<Vec<_>>().join(" "));
    Ok(sentences.collect())
}

const FIRST: [&str; 40] = [
    "Abena", "Aldo", "Amrita", "Anouk", "Bashir", "Birgit", "Carys", "Chidi", "Dagny", "Dariusz", "Elif", "Esteban",
    "Fatou", "Florian", "Gita", "Goran", "Hanneke", "Hiroshi", "Ilse", "Ivo", "Jamila", "Jonas", "Katarina", "Kwame",
    "Leila", "Lubomir", "Mairead", "Marek", "Nadia", "Nikos", "Oksana", "Paloma", "Quentin", "Rashid", "Sanne",
    "Tariq", "Ulla", "Viorel", "Wanjiru", "Zofia",
];
const LAST: [&str; 40] = [
    "Abernathy",
    "Adeyemi",
    "Almeida",
    "Bakker",
    "Bergstrom",
    "Castellanos",
    "Chaudhry",
    "Dahl",
    "Delacroix",
    "Eriksen",
    "Farouk",
    "Ferreira",
    "Gallagher",
    "Grabowski",
    "Haddad",
    "Hoang",
    "Ibsen",
    "Ivanova",
    "Jansen",
    "Kaminski",
    "Kimura",
    "Lindqvist",
    "Lopes",
    "Mbeki",
    "Moreau",
    "Nakamura",
    "Novak",
    "Okafor",
    "Orlova",
    "Petrov",
    "Quispe",
    "Rahimi",
    "Rossi",
    "Sato",
    "Schreiber",
    "Tanaka",
    "Ueda",
    "Varga",
    "Weiss",
    "Yilmaz",
];

/// What somebody is called.
pub fn name(chance: &mut Chance) -> String {
    format!("{} {}", chance.pick(&FIRST), chance.pick(&LAST))
}
