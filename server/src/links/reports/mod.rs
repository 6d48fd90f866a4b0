//! Reports: what readers tell organisers of, members and guests. A report carries a copy of what it is about, so that organisers see that and
//! nothing else of where they cannot read. The copy goes some time after they decided.
//!
//! Nobody decides about a report on themselves, nor learns of it.

mod store;

use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::{
    events::Event,
    ids::{ConversationId, MemberId, RowId, Timestamp},
    kit::db::{Conn, Tx},
    people::members,
};

/// No words of whoever reports, or decides, are longer, in characters.
pub const LONGEST_WORDS: usize = 2000;
/// So much one member reports in a day.
const MOST_A_DAY: i64 = 20;
/// So much guests report in a day, all of them together.
const MOST_BY_GUESTS_A_DAY: i64 = 200;
/// So long after the decision the copy is kept, in days: for whoever is asked about it.
const COPY_DAYS: i64 = 90;

/// What kind of thing is reported.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A private message.
    Message,
    /// A comment.
    Comment,
    /// What a conversation is about: a post, a discussion.
    Conversation,
    /// Somebody.
    Member,
}

impl Kind {
    const ALL: [Self; 4] = [Self::Message, Self::Comment, Self::Conversation, Self::Member];

    /// The word it is stored and addressed as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Message => "message",
            Self::Comment => "comment",
            Self::Conversation => "conversation",
            Self::Member => "member",
        }
    }

    /// The message that names it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Message => "report-kind-message",
            Self::Comment => "report-kind-comment",
            Self::Conversation => "report-kind-conversation",
            Self::Member => "report-kind-member",
        }
    }
}

impl FromStr for Kind {
    type Err = ();
    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|kind| kind.word() == word).ok_or(())
    }
}

/// What came of a report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// Nothing needs doing.
    Nothing,
    /// It was dealt with.
    Dealt,
    /// The message was taken away.
    Removed,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Nothing, Self::Dealt, Self::Removed];

    /// The word it is stored and sent as.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Dealt => "dealt",
            Self::Removed => "removed",
        }
    }

    /// The message that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Nothing => "report-outcome-nothing",
            Self::Dealt => "report-outcome-dealt",
            Self::Removed => "report-outcome-removed",
        }
    }

    /// Whether it can come of a report on such a thing. What is public is hidden where it stands.
    pub fn is_of(self, kind: Kind) -> bool {
        self != Self::Removed || kind == Kind::Message
    }
}

impl FromStr for Outcome {
    type Err = &'static str;
    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|outcome| outcome.word() == word).ok_or("field-choose")
    }
}

/// What is reported, as whoever reports it reads it.
#[derive(Clone, Debug)]
pub struct Thing {
    /// Its kind.
    pub kind: Kind,
    /// Its number.
    pub id: i64,
    /// Who wrote it, or is it; nothing: a guest.
    pub about: Option<MemberId>,
    /// What they are called.
    pub name: String,
    /// Where it stands, if others read there.
    pub conversation: Option<ConversationId>,
    /// What it is called, or stands under.
    pub title: String,
    /// When it was written.
    pub written_at: Option<Timestamp>,
    /// What it says, as rendered.
    pub html: String,
}

/// A report.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Report {
    /// Which.
    pub id: RowId,
    kind: String,
    /// The number of what is reported.
    pub thing: i64,
    /// Who wrote it, or is it; nothing: a guest.
    pub about: Option<MemberId>,
    /// What they are called.
    pub name: String,
    /// What they are called by with an `@`; empty for a guest.
    pub handle: String,
    picture: Option<String>,
    /// Where it stands, if others read there.
    pub conversation: Option<ConversationId>,
    /// The member who reported it; nothing: a guest.
    pub reporter: Option<MemberId>,
    /// What they are called; empty for a guest.
    pub reporter_name: String,
    /// What they are called by with an `@`; empty for a guest.
    pub reporter_handle: String,
    /// The address that a guest left; empty if they left none, or once nobody needs it.
    pub guest_email: String,
    /// When it was reported.
    pub made_at: Timestamp,
    /// When it was decided.
    pub decided_at: Option<Timestamp>,
    /// By whom, by name; empty: it was not.
    pub decided_by: String,
    outcome: Option<String>,
    /// When what it is about was written.
    pub written_at: Option<Timestamp>,
    /// What that is called, or stands under.
    pub title: String,
    /// Why it was reported.
    pub words: String,
    /// What whoever decided wrote down.
    pub note: String,
    /// What was written, as rendered; empty: there is nothing, or no longer.
    pub copy: String,
}

impl Report {
    /// What kind of thing it is about.
    pub fn kind(&self) -> Kind {
        self.kind.parse().unwrap_or(Kind::Member)
    }

    /// What came of it.
    pub fn outcome(&self) -> Option<Outcome> {
        self.outcome.as_deref().and_then(|word| word.parse().ok())
    }

    /// For how many whole days it has waited.
    pub const fn days(&self, now: Timestamp) -> i64 {
        (now.0 - self.made_at.0) / 86_400_000
    }

    /// Its address.
    pub fn url(&self) -> String {
        url(self.id)
    }

    /// The address of the avatar of whom it is about.
    pub fn avatar_url(&self) -> String {
        members::avatar_url(self.about.unwrap_or(MemberId(self.thing)), self.picture.as_deref())
    }

    /// The beginning of why it was reported, or else of what it is about, in so many characters.
    pub fn line(&self, chars: usize) -> String {
        if self.words.is_empty() {
            return markup::excerpt(&self.copy, chars);
        }
        match self.words.char_indices().nth(chars) {
            Some((end, _)) => format!("{}…", self.words[..end].trim_end()),
            None => self.words.clone(),
        }
    }
}

/// The address of a report.
pub fn url(id: RowId) -> String {
    format!("/manage/reports/{id}/")
}

/// Who reports.
#[derive(Clone, Copy, Debug)]
pub enum Reporter<'a> {
    /// A member, as themselves.
    Member(MemberId),
    /// Somebody without an account, who may have left an address.
    Guest {
        /// The address; empty if they left none.
        email: &'a str,
    },
}

/// Reports something, with a copy of it; while it is not decided, the same by the same member is one report, and so are the
/// same words of a guest. Answers which, unless it was made before.
pub async fn make(tx: &mut Tx, reporter: Reporter<'_>, thing: &Thing, words: &str) -> anyhow::Result<Option<RowId>> {
    let once = match reporter {
        Reporter::Member(_) => None,
        Reporter::Guest { email } => Some(once(thing, words, email)),
    };
    let made = store::insert(tx, reporter, thing, words, once).await?;
    tx.emit(Event::ReportsChanged);
    Ok(made)
}

/// Whether a member reported something, and it is not decided.
pub async fn is_made(conn: &mut Conn, reporter: MemberId, kind: Kind, thing: i64) -> anyhow::Result<bool> {
    Ok(store::is_made(conn, reporter, kind.word(), thing).await?)
}

/// Whether a member reported so much within a day that organisers have enough to look at.
pub async fn is_enough(conn: &mut Conn, reporter: MemberId, now: Timestamp) -> anyhow::Result<bool> {
    Ok(store::made_since(conn, reporter, now.plus_days(-1)).await? >= MOST_A_DAY)
}

/// Whether guests reported so much within a day that organisers have enough to look at.
pub async fn is_enough_by_guests(conn: &mut Conn, now: Timestamp) -> anyhow::Result<bool> {
    Ok(store::made_by_guests_since(conn, now.plus_days(-1)).await? >= MOST_BY_GUESTS_A_DAY)
}

/// Tells one report of a guest from all others.
fn once(thing: &Thing, words: &str, email: &str) -> i64 {
    let mut hash = Sha256::new();
    for part in [thing.kind.word(), &thing.id.to_string(), email, words] {
        hash.update(part);
        hash.update([0]);
    }
    i64::from_be_bytes(hash.finalize()[..8].try_into().expect("eight bytes are eight bytes"))
}

/// How many wait for this organiser.
pub async fn open_count(conn: &mut Conn, organiser: MemberId) -> anyhow::Result<i64> {
    Ok(store::open_count(conn, organiser).await?)
}

/// Those that wait for this organiser, the earliest first.
pub async fn open(conn: &mut Conn, organiser: MemberId, most: i64) -> anyhow::Result<Vec<Report>> {
    Ok(store::open(conn, organiser, most).await?)
}

/// Those that were decided, the latest first.
pub async fn decided(conn: &mut Conn, organiser: MemberId, most: i64) -> anyhow::Result<Vec<Report>> {
    Ok(store::decided(conn, organiser, most).await?)
}

/// A report, for an organiser whom it is not about.
pub async fn for_organiser(conn: &mut Conn, organiser: MemberId, id: RowId) -> anyhow::Result<Option<Report>> {
    Ok(store::by_id(conn, organiser, id).await?)
}

/// How many others reported the same, and wait for a decision.
pub async fn others(conn: &mut Conn, organiser: MemberId, it: &Report) -> anyhow::Result<i64> {
    Ok(store::same(conn, organiser, it).await?)
}

/// Decides about a report, once; answers whether this did it.
pub async fn decide(tx: &mut Tx, by: MemberId, id: RowId, outcome: Outcome, note: &str) -> anyhow::Result<bool> {
    let is_first = store::decide(tx, by, id, outcome.word(), note).await?;
    if is_first {
        tx.emit(Event::ReportsChanged);
    }
    Ok(is_first)
}

/// Forgets copies that nobody needs any more, and addresses of guests.
pub async fn forget_old(tx: &mut Tx) -> anyhow::Result<()> {
    let before = tx.now.plus_days(-COPY_DAYS);
    Ok(store::forget_copies(tx, before).await?)
}

/// The words of a member go, and with them the copies of what they wrote.
pub async fn forget_words(tx: &mut Tx, about: MemberId) -> anyhow::Result<()> {
    Ok(store::forget_words(tx, about).await?)
}
