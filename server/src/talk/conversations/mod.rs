//! Conversations: under which things people talk, how many entries each has, and when it last changed. What is said
//! belongs to the comments.

mod store;

use std::collections::HashMap;

use crate::{
    events::Event,
    ids::{CircleId, ConversationId, MemberId, Timestamp},
    kit::db::{Conn, Db, Tx},
    people::members::Member,
};

/// What a conversation is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// A post or a page of a blog.
    Post,
    /// What organisers say to all.
    Announcement,
    /// A module of a course.
    Module,
    /// What somebody in a tribe or homeroom began to talk about.
    Discussion,
    /// What a course asks to be handed in.
    Assignment,
}

impl Subject {
    /// The word it is stored as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Announcement => "announcement",
            Self::Module => "module",
            Self::Discussion => "discussion",
            Self::Assignment => "assignment",
        }
    }
}

/// What a conversation says of its subject, so that lists, rights and moderators need not know which kind of thing it is.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct About {
    /// The blog, tribe, homeroom or course in which it stands.
    pub place: i64,
    /// Who wrote the subject, and moderates the conversation.
    pub author: MemberId,
    /// The circle that may read it now; see [`crate::audiences`].
    pub audience: i64,
    /// Since when others than its author may read it.
    pub opened_at: Option<Timestamp>,
    /// The BCP 47 tag of its language.
    pub lang: String,
    /// Its address; empty while it has none.
    pub path: String,
    /// Its title as plain text, or its beginning.
    pub title: String,
}

/// A conversation, for whoever shows it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Thread {
    /// Its number, and its subject's.
    pub id: ConversationId,
    /// The word of the kind of thing it is about.
    pub kind: String,
    /// Who leads the group in which it stands, if that has a leader, and decides about it, too.
    pub leader: Option<MemberId>,
    /// What it is about.
    #[sqlx(flatten)]
    pub about: About,
    /// What the author of its subject is called on the page.
    pub author_name: String,
    /// What they are called by with an `@`.
    pub author_handle: String,
    /// How many entries it has.
    pub count: i64,
    /// How often anything in it changed.
    pub changes: i64,
    /// Since when nobody may add to it.
    pub closed_at: Option<Timestamp>,
}

impl Thread {
    /// The address of its subject. What was never opened has none; its author finds it among what they write.
    pub fn url(&self) -> &str {
        if self.about.path.is_empty() { "/me/posts/" } else { &self.about.path }
    }

    /// Where the form sends what is said in it.
    pub fn answer_url(&self) -> String {
        if self.kind == Subject::Post.word() {
            format!("/posts/{}/comments", self.id)
        } else {
            format!("{}comments", self.about.path)
        }
    }

    /// Whether nobody may write any more.
    pub const fn is_closed(&self) -> bool {
        self.closed_at.is_some()
    }

    /// Whether this member decides about it.
    pub fn is_moderated_by(&self, member: Option<&Member>) -> bool {
        member.is_some_and(|member| {
            member.id == self.about.author || Some(member.id) == self.leader || member.is_organiser()
        })
    }
}

/// A conversation, if this reader may read it; nobody is a reader, too. Nothing is said under an announcement.
pub async fn thread(conn: &mut Conn, reader: Option<MemberId>, id: ConversationId) -> anyhow::Result<Option<Thread>> {
    Ok(store::thread(conn, reader.unwrap_or(MemberId(0)), id).await?)
}

/// Something that everybody may read.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Public {
    /// Its number.
    pub id: ConversationId,
    /// Where it stands.
    pub path: String,
    /// When it was opened, or something in its conversation changed last.
    pub changed_at: Timestamp,
}

/// What everybody may read, from one on, in the order it was begun in.
pub async fn public_from(conn: &mut Conn, from: ConversationId, limit: i64) -> anyhow::Result<Vec<Public>> {
    Ok(store::public_from(conn, MemberId(0), from, limit).await?)
}

/// The first of every so many of those.
pub async fn public_parts(conn: &mut Conn, each: i64) -> anyhow::Result<Vec<ConversationId>> {
    Ok(store::public_parts(conn, MemberId(0), each).await?)
}

/// Begins the conversation under a thing, with the thing's own number.
pub async fn begin(tx: &mut Tx, id: ConversationId, subject: Subject, about: &About) -> anyhow::Result<()> {
    // One that came from elsewhere is as old as what it is about.
    let at = about.opened_at.unwrap_or(tx.now);
    Ok(store::insert(tx, id, subject.word(), about, at).await?)
}

/// Says anew what a conversation is about; called with every change of its subject.
pub async fn describe(tx: &mut Tx, id: ConversationId, about: &About) -> anyhow::Result<()> {
    Ok(store::describe(tx, id, about).await?)
}

/// The place in which conversations stand moved from one address to another.
pub async fn readdress(tx: &mut Tx, place: i64, from: &str, to: &str) -> anyhow::Result<()> {
    Ok(store::readdress(tx, place, from, to).await?)
}

/// Nobody reads any more what was for this circle, because it is gone; answers which conversations that were.
pub async fn withdraw_from(tx: &mut Tx, circle: CircleId) -> anyhow::Result<Vec<ConversationId>> {
    Ok(store::withdraw_from(tx, circle).await?)
}

/// How long somebody is looked for who answers, in days.
pub const ANSWER_DAYS: i64 = 60;

/// What a conversation is about was published just now: nobody has answered yet.
pub async fn await_answer(tx: &mut Tx, id: ConversationId) -> anyhow::Result<()> {
    Ok(store::await_answer(tx, id).await?)
}

/// Those that somebody answered since, or that are too old, are no longer looked for. Whoever lists what is unanswered
/// asks for answers all the same, so that it does not matter when this runs.
pub async fn forget_answered(db: &Db) -> anyhow::Result<()> {
    let before = |now: Timestamp| now.plus_days(-ANSWER_DAYS);
    db.always(async |tx| Ok(store::forget_answered(tx, before(tx.now)).await?)).await
}

/// Says for which course and module something was written.
pub async fn assign(
    tx: &mut Tx,
    id: ConversationId,
    course: Option<CircleId>,
    module: Option<ConversationId>,
) -> anyhow::Result<()> {
    Ok(store::assign(tx, id, course, module).await?)
}

/// Closes a conversation: what was said stays, nothing is added.
pub async fn close(tx: &mut Tx, id: ConversationId) -> anyhow::Result<()> {
    Ok(store::close(tx, id).await?)
}

/// Opens a closed conversation again.
pub async fn reopen(tx: &mut Tx, id: ConversationId) -> anyhow::Result<()> {
    Ok(store::reopen(tx, id).await?)
}

/// What orders a conversation beside who may read it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Order {
    /// Each person may write once in so many minutes.
    pub slow_minutes: Option<i64>,
    /// Since when it is closed because nobody wrote.
    pub silenced_at: Option<Timestamp>,
    /// From when its silence is counted.
    pub silent_from: Timestamp,
    /// Whether it closes when nobody writes for long: it is open, is no part of a course, and is not pinned.
    pub may_fall_silent: bool,
}

/// What orders a conversation, for whoever shows it.
pub async fn order(conn: &mut Conn, id: ConversationId) -> anyhow::Result<Option<Order>> {
    Ok(store::order(conn, id).await?)
}

/// From now on each person may write once in so many minutes, or as they like.
pub async fn slow_down(tx: &mut Tx, id: ConversationId, minutes: Option<i64>) -> anyhow::Result<()> {
    store::slow_down(tx, id, minutes).await?;
    tx.emit(Event::ConversationChanged(id));
    Ok(())
}

/// So many conversations are closed in one change.
const CLOSED_AT_ONCE: i64 = 200;

/// Closes conversations in which nobody wrote for so many days. What is pinned stays open, and so does what belongs to a
/// course: its people see to that.
pub async fn close_silent(db: &Db, days: i64) -> anyhow::Result<()> {
    loop {
        let closed = db
            .always(async |tx| {
                let before = tx.now.plus_days(-days);
                let closed = store::close_silent(tx, before, CLOSED_AT_ONCE).await?;
                for id in &closed {
                    tx.emit(Event::ConversationChanged(*id));
                }
                Ok(closed.len())
            })
            .await?;
        if i64::try_from(closed)? < CLOSED_AT_ONCE {
            return Ok(());
        }
    }
}

/// Opens again what is closed because nobody wrote, and would not be when that takes so many days, or does not happen at all.
/// Whoever calls this makes every page anew.
pub async fn reopen_silent(tx: &mut Tx, days: Option<i64>) -> anyhow::Result<()> {
    let since = days.map_or(Timestamp(0), |days| tx.now.plus_days(-days));
    Ok(store::reopen_silent(tx, since).await?)
}

/// Takes a conversation away with everything said in it, because its subject goes.
pub async fn remove(tx: &mut Tx, id: ConversationId) -> anyhow::Result<()> {
    Ok(store::delete(tx, id).await?)
}

/// Dates a silent conversation from when its subject could first be read.
pub async fn date(tx: &mut Tx, id: ConversationId, at: Timestamp) -> anyhow::Result<()> {
    Ok(store::date(tx, id, at).await?)
}

/// Holds a conversation until the end of the change, so that what is decided about its entries is decided by one after
/// another.
pub async fn hold(tx: &mut Tx, id: ConversationId) -> anyhow::Result<()> {
    Ok(store::hold(tx, id).await?)
}

/// Entries came: the conversation changed now. Many write into one at once, and none waits for the others.
pub async fn count(tx: &mut Tx, id: ConversationId, by: i64) -> anyhow::Result<()> {
    let now = tx.now;
    add(tx, id, by, now).await
}

/// An entry says something else now.
pub async fn touch(tx: &mut Tx, id: ConversationId) -> anyhow::Result<()> {
    // Nothing became livelier by it.
    add(tx, id, 0, Timestamp(0)).await
}

async fn add(tx: &mut Tx, id: ConversationId, more: i64, at: Timestamp) -> anyhow::Result<()> {
    if !store::note_if_held(tx, id, more, at).await? {
        store::count(tx, id, more, at).await?;
    }
    Ok(())
}

/// Adds up what was left by those who did not wait, where nobody came after them.
pub async fn add_up_rest(db: &Db) -> anyhow::Result<()> {
    let noted = store::noted(&mut db.read().await?).await?;
    for (id, at) in noted {
        db.always(async |tx| {
            store::hold(tx, id).await?;
            // Adds nothing of its own.
            Ok(store::count(tx, id, 0, at).await?)
        })
        .await?;
    }
    Ok(())
}

/// An entry went that counted, or did not: the conversation is as lively as what is left of it, so that hiding what
/// nobody wanted does not bring it to the front.
pub async fn leave(tx: &mut Tx, id: ConversationId, counted: bool) -> anyhow::Result<()> {
    Ok(store::leave(tx, id, i64::from(counted)).await?)
}

/// Entries came in from elsewhere: to each of these conversations so many, the latest of this date.
pub async fn add_up(tx: &mut Tx, more: &HashMap<ConversationId, (i64, Timestamp)>) -> anyhow::Result<()> {
    if more.is_empty() {
        return Ok(());
    }
    let more: Vec<_> = more.iter().map(|(id, (count, latest))| (id.0, count, latest.0)).collect();
    Ok(store::add_up(tx, &serde_json::to_string(&more)?).await?)
}
