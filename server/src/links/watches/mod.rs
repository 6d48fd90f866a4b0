//! What members follow: a conversation, a blog, a tag, a person, a circle they are in; how soon they want to be told of it, and why it is
//! followed.

mod store;

use std::str::FromStr;

use crate::{
    events::Event,
    ids::{BlogId, CircleId, ConversationId, MemberId, RowId},
    kit::db::{Conn, Tx},
    links::mailing,
    talk::news::Span,
};

/// What can be followed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Subject {
    /// What is said in a conversation.
    Conversation(ConversationId),
    /// The posts of a blog.
    Blog(BlogId),
    /// The posts under a tag or category.
    Term(RowId),
    /// The posts of a member, wherever they stand.
    Member(MemberId),
    /// What a course, homeroom or tribe publishes.
    Circle(CircleId),
}

impl Subject {
    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Conversation(_) => "conversation",
            Self::Blog(_) => "blog",
            Self::Term(_) => "term",
            Self::Member(_) => "member",
            Self::Circle(_) => "circle",
        }
    }

    /// The number of the conversation, blog, member, term or circle.
    pub const fn number(self) -> i64 {
        match self {
            Self::Conversation(id) => id.0,
            Self::Blog(id) => id.0,
            Self::Term(id) => id.0,
            Self::Member(id) => id.0,
            Self::Circle(id) => id.0,
        }
    }

    /// The subject that a word and a number name, if they name a kind of subject.
    pub fn of(word: &str, number: i64) -> Option<Self> {
        match word {
            "conversation" => Some(Self::Conversation(ConversationId(number))),
            "blog" => Some(Self::Blog(BlogId(number))),
            "term" => Some(Self::Term(RowId(number))),
            "member" => Some(Self::Member(MemberId(number))),
            "circle" => Some(Self::Circle(CircleId(number))),
            _ => None,
        }
    }
}

/// How soon a member wants to be told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Level {
    /// At once.
    Now,
    /// In the next digest.
    Digest,
    /// Only in the list.
    List,
    /// Not at all: only of what is said to them.
    Mute,
}

impl Level {
    /// All of them, the soonest first.
    pub const ALL: [Self; 4] = [Self::Now, Self::Digest, Self::List, Self::Mute];

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Digest => "digest",
            Self::List => "list",
            Self::Mute => "mute",
        }
    }

    /// The message that says it is chosen.
    pub const fn state_key(self) -> &'static str {
        match self {
            Self::Now => "watch-state-now",
            Self::Digest => "watch-state-digest",
            Self::List => "watch-state-list",
            Self::Mute => "watch-state-mute",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Now => "watch-now",
            Self::Digest => "watch-digest",
            Self::List => "watch-list",
            Self::Mute => "watch-mute",
        }
    }
}

impl FromStr for Level {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|level| level.word() == word).ok_or("field-choose")
    }
}

/// Why something is followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// The member said so.
    Chosen,
    /// They wrote it.
    Wrote,
    /// They said something in it.
    Answered,
    /// They take part in it.
    Joined,
}

impl Why {
    /// The message that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Chosen => "watch-why-chosen",
            Self::Wrote => "watch-why-wrote",
            Self::Answered => "watch-why-answered",
            Self::Joined => "watch-why-joined",
        }
    }
}

/// Something a member follows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Watch {
    /// What.
    pub subject: Subject,
    /// How soon they want to be told.
    pub level: Level,
    /// Why it is followed.
    pub why: Why,
}

/// Whether a member follows this, and how.
pub async fn find(conn: &mut Conn, member: MemberId, subject: Subject) -> anyhow::Result<Option<Watch>> {
    Ok(store::find(conn, member, subject).await?)
}

/// Something a member follows, with what it is called and where it stands.
#[derive(Clone, Debug)]
pub struct Named {
    /// What, and how.
    pub watch: Watch,
    /// What it is called.
    pub name: String,
    /// The language of that.
    pub lang: String,
    /// Where it is read.
    pub url: String,
}

impl Named {
    /// The message that names its kind.
    pub const fn kind_key(&self) -> &'static str {
        match self.watch.subject {
            Subject::Conversation(_) => "watch-conversation",
            Subject::Blog(_) => "watch-blog",
            Subject::Term(_) => "watch-term",
            Subject::Member(_) => "watch-member",
            Subject::Circle(_) => "watch-circle",
        }
    }
}

/// All that a member follows, what they chose last first, as far as they may still read it.
pub async fn of_member(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<Named>> {
    Ok(store::of_member(conn, member).await?)
}

/// A member chooses how soon they are told of something.
pub async fn choose(tx: &mut Tx, member: MemberId, subject: Subject, level: Level) -> anyhow::Result<()> {
    store::choose(tx, member, subject, level).await?;
    mailing::wake(tx, &[member]).await?;
    tx.emit(Event::NoticesChanged(member));
    Ok(())
}

/// A member no longer follows something.
pub async fn end(tx: &mut Tx, member: MemberId, subject: Subject) -> anyhow::Result<()> {
    store::end(tx, member, subject).await?;
    tx.emit(Event::NoticesChanged(member));
    Ok(())
}

/// Whoever takes part in something follows it from now on, unless they already said how.
pub async fn begin_by_joining(tx: &mut Tx, member: MemberId, circle: CircleId) -> anyhow::Result<()> {
    store::begin_by_joining(tx, member, Subject::Circle(circle)).await?;
    tx.emit(Event::NoticesChanged(member));
    mailing::wake(tx, &[member]).await
}

/// The same of many at once: each member with the circle that they take part in.
pub async fn begin_all_by_joining(tx: &mut Tx, joined: &[(i64, i64)]) -> anyhow::Result<()> {
    store::begin_all_by_joining(tx, &serde_json::to_string(joined)?).await?;
    let members: Vec<MemberId> = joined.iter().map(|&(member, _)| MemberId(member)).collect();
    for &member in &members {
        tx.emit(Event::NoticesChanged(member));
    }
    mailing::wake(tx, &members).await
}

/// Whoever takes part in something follows it as from now, so that nothing it did before is news to them.
pub async fn begin_anew(tx: &mut Tx, member: MemberId, circle: CircleId) -> anyhow::Result<()> {
    if store::find(tx, member, Subject::Circle(circle)).await?.is_some() {
        store::end(tx, member, Subject::Circle(circle)).await?;
        store::begin_by_joining(tx, member, Subject::Circle(circle)).await?;
    }
    Ok(())
}

/// Whoever is in a circle no longer does not follow it either, nor what is said there: but for what they chose to follow and
/// may still read.
pub async fn end_by_leaving(tx: &mut Tx, member: MemberId, circle: CircleId) -> anyhow::Result<()> {
    store::end_by_leaving(tx, member, circle).await?;
    tx.emit(Event::NoticesChanged(member));
    Ok(())
}

/// What was followed is gone for good, and nobody follows it any more.
pub async fn end_with(tx: &mut Tx, subject: Subject) -> anyhow::Result<()> {
    for member in store::end_with(tx, subject).await? {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// Whoever wrote something in this span of news follows its conversation from now on, unless they already said how.
pub async fn begin_by_writing(tx: &mut Tx, span: Span) -> anyhow::Result<()> {
    let members = store::begin_by_writing(tx, span).await?;
    for &member in &members {
        tx.emit(Event::NoticesChanged(member));
    }
    mailing::wake(tx, &members).await
}

/// How a reader follows something they look at.
#[derive(Clone, Copy, Debug)]
pub struct Following {
    /// What.
    pub subject: Subject,
    /// How, if they do.
    pub watch: Option<Watch>,
}

impl Following {
    /// Of a reader, if there is one.
    pub async fn of(conn: &mut Conn, reader: Option<MemberId>, subject: Subject) -> anyhow::Result<Self> {
        let watch = match reader {
            Some(member) => find(conn, member, subject).await?,
            None => None,
        };
        Ok(Self { subject, watch })
    }

    /// Whether it is followed in this way.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "templates have only references")]
    pub fn is_at(&self, level: &Level) -> bool {
        self.watch.is_some_and(|watch| watch.level == *level)
    }
}

/// Whether a member may follow this: it is there, and they may read it.
pub async fn may_follow(conn: &mut Conn, member: MemberId, subject: Subject) -> anyhow::Result<bool> {
    Ok(store::is_there(conn, member, subject).await?)
}
