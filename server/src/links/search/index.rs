//! Keeping the index: what was written, changed or hidden, many at once; and all of it anew, in portions.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    panic::{AssertUnwindSafe, catch_unwind},
};

use words::{Language, Words};

use super::{names::Kind, rules, store};
use crate::{
    events::{Event, Indexed, Job, Lane},
    ids::{RowId, Timestamp},
    kit::{
        app::{self, App},
        db::{Conn, Tx, queue},
    },
};

/// So many things are looked at in one change.
const AT_ONCE: i64 = if cfg!(test) { 20 } else { 200 };
/// So many announcements are looked at when one changed.
const ANNOUNCEMENTS: i64 = 50;

/// A text as it is to be found.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Doc {
    /// The number of the comment, or of the conversation.
    pub thing: i64,
    /// Its conversation.
    pub conversation: i64,
    /// Its kind, as it is stored.
    pub kind: String,
    place: i64,
    course: i64,
    writer: i64,
    lang: String,
    /// When it was written.
    pub at: Timestamp,
    title: String,
    html: String,
    more: String,
    #[sqlx(skip)]
    tags: Vec<String>,
}

impl Doc {
    fn words(&self) -> Words {
        let mut text = markup::plain(&self.html);
        if !self.more.is_empty() {
            text = format!("{text}\n{}", self.more);
        }
        // A word that a library cannot take is a text that is not found, and no index that stands still.
        let cut = || words::words(&self.title, &text, &self.tags, Language::of(&self.lang));
        let mut words = catch_unwind(AssertUnwindSafe(cut)).unwrap_or_else(|_| {
            tracing::error!(thing = self.thing, "a text could not be cut into words");
            Words::default()
        });
        words.add(rules::kind_property(&self.kind));
        words.add(rules::place_property(self.place));
        if self.course != 0 && self.course != self.place {
            words.add(rules::place_property(self.course));
        }
        if self.writer != 0 {
            words.add(rules::writer_property(self.writer));
        }
        words
    }
}

/// What is made anew, one after another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// What conversations are about.
    Conversations,
    /// What is said in them.
    Comments,
    /// Who is here.
    Members,
    /// Tribes and courses.
    Circles,
}

impl Part {
    const ALL: [Self; 4] = [Self::Conversations, Self::Comments, Self::Members, Self::Circles];

    /// The word it is stored as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Conversations => "conversations",
            Self::Comments => "comments",
            Self::Members => "members",
            Self::Circles => "circles",
        }
    }

    fn of(word: &str) -> Self {
        Self::ALL.into_iter().find(|part| part.word() == word).unwrap_or(Self::Conversations)
    }

    fn next(self) -> Option<Self> {
        Self::ALL.iter().skip_while(|part| **part != self).nth(1).copied()
    }

    const fn indexed(self, id: i64) -> Indexed {
        use crate::ids::{CircleId, CommentId, ConversationId, MemberId};
        match self {
            Self::Conversations => Indexed::Conversation(ConversationId(id)),
            Self::Comments => Indexed::Comment(CommentId(id)),
            Self::Members => Indexed::Member(MemberId(id)),
            Self::Circles => Indexed::Circle(CircleId(id)),
        }
    }
}

/// How far making the index anew has come.
#[derive(Clone, PartialEq, Eq, Debug, sqlx::FromRow)]
pub struct Build {
    version: i64,
    wanted_at: Timestamp,
    part: String,
    before: i64,
    /// How much was looked at.
    pub done: i64,
    /// How much there was when it began.
    pub total: i64,
    begun_at: Timestamp,
    ended_at: Option<Timestamp>,
}

impl Build {
    /// Whether everything that was there when it began is found by now.
    pub fn is_over(&self) -> bool {
        self.version == words::VERSION && self.ended_at.is_some() && self.wanted_at <= self.begun_at
    }
}

/// How far making the index anew has come, while that goes on.
pub async fn building(conn: &mut Conn) -> anyhow::Result<Option<Build>> {
    Ok(store::state(conn).await?.filter(|build| !build.is_over()))
}

/// Whether the index is whole, and of this version.
pub async fn is_built(conn: &mut Conn) -> anyhow::Result<bool> {
    Ok(store::state(conn).await?.is_some_and(|build| build.is_over()))
}

/// Keeps what is due: everything that waits, many at once.
pub async fn index_due(app: &App) -> anyhow::Result<()> {
    loop {
        let due = queue::due(&mut app.db.read().await?, Lane::Search, app.now(), AT_ONCE).await?;
        let (mut jobs, mut things) = (vec![], vec![]);
        for (id, job) in due {
            if let Job::Index(thing) = job {
                jobs.push(id);
                things.push(thing);
            }
        }
        if jobs.is_empty() {
            return Ok(());
        }
        index(app, &things, &jobs, None).await?;
    }
}

/// Makes the index anew, newest first, and goes on where it stopped. What is written meanwhile comes in between.
pub async fn build(app: &App) -> anyhow::Result<()> {
    loop {
        index_due(app).await?;
        let mut conn = app.db.read().await?;
        let state = store::state(&mut conn).await?;
        let is_to_begin = state.as_ref().is_none_or(|state| {
            state.version != words::VERSION || (state.ended_at.is_some() && state.wanted_at > state.begun_at)
        });
        if is_to_begin {
            let total = store::total(&mut conn).await?;
            drop(conn);
            app.db.always(async |tx| Ok(store::begin(tx, total).await?)).await?;
            continue;
        }
        let Some(state) = state.filter(|state| state.ended_at.is_none()) else { return Ok(()) };
        let part = Part::of(&state.part);
        let chunk = store::chunk(&mut conn, part, state.before, AT_ONCE).await?;
        drop(conn);
        match (chunk.last(), part.next()) {
            (Some(&(last,)), _) => {
                let things: Vec<Indexed> = chunk.iter().map(|&(id,)| part.indexed(id)).collect();
                let progress = Progress { part, before: last, more: i64::try_from(chunk.len())? };
                index(app, &things, &[], Some(progress)).await?;
            }
            (None, Some(next)) => {
                app.db.always(async |tx| Ok(store::advance(tx, next, i64::MAX, 0).await?)).await?;
            }
            (None, None) => app.db.always(async |tx| Ok(store::end(tx).await?)).await?,
        }
    }
}

/// How far it has come with a portion.
struct Progress {
    part: Part,
    before: i64,
    more: i64,
}

/// What there is to look at.
#[derive(Default)]
struct Work {
    conversations: BTreeSet<i64>,
    comments: BTreeSet<i64>,
    names: BTreeSet<(Kind, i64)>,
    everything: bool,
}

impl Work {
    async fn of(conn: &mut Conn, things: &[Indexed]) -> anyhow::Result<Self> {
        let mut work = Self::default();
        let things: HashSet<Indexed> = things.iter().copied().collect();
        for thing in things {
            match thing {
                Indexed::Conversation(id) => drop(work.conversations.insert(id.0)),
                Indexed::Comment(id) => drop(work.comments.insert(id.0)),
                Indexed::Member(id) => drop(work.names.insert((Kind::Member, id.0))),
                Indexed::Circle(id) => {
                    work.names.insert((Kind::Circle, id.0));
                    work.conversations.extend(store::of_course(conn, id.0).await?.into_iter().map(|(id,)| id));
                }
                Indexed::Announcements => {
                    let latest = store::latest_announcements(conn, ANNOUNCEMENTS).await?;
                    work.conversations.extend(latest.into_iter().map(|(id,)| id));
                }
                Indexed::Everything => work.everything = true,
            }
        }
        Ok(work)
    }

    /// What is found of it now, by its number.
    async fn read(&self, conn: &mut Conn) -> anyhow::Result<Read> {
        let conversations = list(&self.conversations);
        let mut docs: BTreeMap<i64, Doc> = store::docs(conn, &conversations, &list(&self.comments))
            .await?
            .into_iter()
            .map(|doc| (doc.thing, doc))
            .collect();
        let mut names: BTreeMap<(Kind, i64), String> = BTreeMap::new();
        for (post, term, name) in store::tags(conn, &conversations).await? {
            if let Some(doc) = docs.get_mut(&post) {
                doc.tags.push(name.clone());
                names.insert((Kind::Tag, term), name);
            }
        }
        for (module, words) in store::items(conn, &conversations).await? {
            if let Some(doc) = docs.get_mut(&module) {
                doc.more.push('\n');
                doc.more.push_str(&words);
            }
        }
        for kind in [Kind::Member, Kind::Circle] {
            let ids = list(self.names.iter().filter(|(of, _)| *of == kind).map(|(_, id)| id));
            names.extend(store::named(conn, kind, &ids).await?.into_iter().map(|(id, name)| ((kind, id), name)));
        }
        Ok(Read { docs, names })
    }
}

/// What is found of some things.
#[derive(PartialEq, Eq)]
struct Read {
    docs: BTreeMap<i64, Doc>,
    names: BTreeMap<(Kind, i64), String>,
}

fn list<'a>(ids: impl IntoIterator<Item = &'a i64>) -> String {
    ids.into_iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}

/// A text, cut.
struct Prepared {
    doc: Doc,
    columns: [String; 3],
    vector: String,
    print: i64,
}

/// Keeps what these things are found by, as they are now. The texts are cut before the change. What was written over
/// meanwhile is left as it is: whoever did so left a job of their own.
async fn index(app: &App, things: &[Indexed], jobs: &[RowId], progress: Option<Progress>) -> anyhow::Result<()> {
    let mut conn = app.db.read().await?;
    let work = Work::of(&mut conn, things).await?;
    let read = work.read(&mut conn).await?;
    drop(conn);
    let docs: Vec<Doc> = read.docs.values().cloned().collect();
    let bytes = docs.iter().map(|doc| doc.html.len()).sum();
    let cut = move || -> Vec<Prepared> {
        docs.into_iter()
            .map(|doc| {
                let words = doc.words();
                let columns = words.columns();
                Prepared { print: rules::print(&columns, doc.at), vector: words.tsvector(), columns, doc }
            })
            .collect()
    };
    let prepared = app::render(bytes, cut).await?;
    app.db
        .always(async |tx| {
            store::hold(tx).await?;
            let now = work.read(tx).await?;
            write_texts(tx, &work, &now, &prepared).await?;
            write_names(tx, &work, &read, &now).await?;
            if let Some(progress) = &progress {
                store::advance(tx, progress.part, progress.before, progress.more).await?;
            }
            if work.everything {
                store::want(tx).await?;
                queue::write_once(tx, Lane::Search, Job::BuildIndex).await?;
                tx.emit(Event::WorkQueued);
            }
            queue::done_with(tx, jobs).await
        })
        .await
}

async fn write_texts(tx: &mut Tx, work: &Work, now: &Read, prepared: &[Prepared]) -> anyhow::Result<()> {
    let things: BTreeSet<i64> = work.conversations.union(&work.comments).copied().collect();
    let kept: HashMap<i64, (i64, i64)> =
        store::kept(tx, &list(&things)).await?.into_iter().map(|(thing, id, print)| (thing, (id, print))).collect();
    let mut languages: BTreeMap<&str, i64> = BTreeMap::new();
    for it in prepared.iter().filter(|it| now.docs.get(&it.doc.thing) == Some(&it.doc)) {
        match kept.get(&it.doc.thing) {
            Some((_, print)) if *print == it.print => {}
            Some((id, _)) => store::update(tx, *id, it.print, &it.columns, &it.vector).await?,
            None => {
                store::insert(tx, &it.doc, it.print, &it.columns, &it.vector).await?;
                *languages.entry(&it.doc.lang).or_default() += 1;
            }
        }
    }
    for (lang, texts) in languages {
        store::count_language(tx, lang, texts).await?;
    }
    for thing in things.iter().filter(|thing| !now.docs.contains_key(thing)) {
        if let Some((id, _)) = kept.get(thing) {
            store::delete(tx, *id).await?;
        }
        if work.conversations.contains(thing) && !store::is_there(tx, *thing).await? {
            for (id,) in store::kept_of(tx, *thing).await? {
                store::delete(tx, id).await?;
            }
        }
    }
    Ok(())
}

async fn write_names(tx: &mut Tx, work: &Work, read: &Read, now: &Read) -> anyhow::Result<()> {
    let tags = read.names.keys().filter(|(kind, _)| *kind == Kind::Tag);
    for &(kind, id) in work.names.iter().chain(tags) {
        let name = now.names.get(&(kind, id)).map(String::as_str).unwrap_or_default();
        let wanted: BTreeSet<String> = words::name_parts(name).into_iter().collect();
        let kept: BTreeSet<String> = store::hints_of(tx, kind, id).await?.into_iter().map(|(part,)| part).collect();
        for part in kept.difference(&wanted) {
            store::remove_hint(tx, kind, part, id).await?;
        }
        for part in wanted.difference(&kept) {
            store::add_hint(tx, kind, part, id).await?;
        }
    }
    Ok(())
}
