//! Comments: conversations that thread without a limit of depth, with their approval, editing and deleting.

mod bulk;
mod jobs;
mod rules;
mod store;
#[cfg(test)]
mod tests;
mod text;
mod thread;
mod visits;

use std::borrow::Cow;

pub use self::{
    bulk::{GuestMark, Which, delete_all, forget_visits, guest_of, hide_all, of_writer, show_again},
    jobs::rerender_stale,
    rules::{guest_picture, held, is_trusted, may_delete, may_edit, may_reply},
    store::NewEntry,
    text::{LONGEST_CHARS, Text},
    thread::{MAX_DEPTH, Node, nest},
    visits::{Since, new_since, new_to, read},
};
use crate::{
    events::Event,
    ids::{CommentId, ConversationId, MemberId, PostId, Timestamp},
    kit::db::{Conn, Tx},
    people::{
        community::{Community, Guests},
        members::{self, Email, Member, Name, Role, Website},
    },
    talk::{conversations, news},
};

/// Whether the entry `c` is unread by the reader `$1`, whose visit to its conversation is `n`: it came from somebody else
/// after what they have read, stands there, and they have not answered it.
#[macro_export]
macro_rules! unread {
    () => {
        "c.conversation = n.conversation and c.approved_at > n.seen_at and c.shown
         and (c.writer is null or c.writer <> $1) and c.deleted_at is null and c.hidden_at is null
         and n.ahead not like '%,' || c.id || ',%'
         and not exists (select 1 from comment r where r.parent = c.id and r.writer = $1 and r.shown)"
    };
}

/// How many threads a page shows at most.
pub const THREADS: i64 = 30;
/// How many entries of one thread a page shows before it links to the rest.
pub const OF_A_THREAD: i64 = 20;
/// New entries of a conversation are counted up to here.
pub const MOST_NEW: i64 = 100;
/// In how many conversations it is counted what is new.
const NEWS: i64 = 50;
/// For so long a member is led back to where they stopped reading.
const LEFT_OFF_DAYS: i64 = 30;
/// How many entries a page of threads holds before the next page begins.
pub const ENTRIES: usize = 120;
/// How many threads stand before the one that a page is opened for.
const THREADS_BEFORE: i64 = 4;
/// How many entries a page shows of a single thread, or of the flat views.
pub const IN_A_ROW: i64 = 100;

/// One entry of a conversation, with what is shown of its writer.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Entry {
    /// Time-ordered: always larger than that of its parent.
    pub id: CommentId,
    /// The conversation it belongs to.
    pub conversation: ConversationId,
    /// The top-level entry it hangs under.
    pub root: CommentId,
    /// What it answers.
    pub parent: Option<CommentId>,
    /// It answers something that no longer exists.
    pub parent_lost: bool,
    kind: String,
    /// The member who wrote it.
    pub writer: Option<MemberId>,
    guest_name: String,
    guest_website: String,
    guest_key: Option<Vec<u8>>,
    guest_picture: Option<i64>,
    /// As rendered: safe to show.
    pub html: String,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was last changed.
    pub edited_at: Option<Timestamp>,
    /// When it was approved; none: it waits.
    pub approved_at: Option<Timestamp>,
    /// When it was hidden by somebody who may.
    pub hidden_at: Option<Timestamp>,
    /// When its writer deleted it.
    pub deleted_at: Option<Timestamp>,
    /// Whether it stands on the page: it is alive, or something stands under it.
    pub shown: bool,
    writer_handle: Option<String>,
    writer_name: Option<String>,
    writer_picture: Option<String>,
    writer_role: Option<String>,
}

impl Entry {
    /// Whether it says something: approved, neither hidden nor deleted.
    pub const fn is_alive(&self) -> bool {
        self.approved_at.is_some() && self.hidden_at.is_none() && self.deleted_at.is_none()
    }

    /// Whether it waits for approval.
    pub const fn is_waiting(&self) -> bool {
        self.approved_at.is_none() && self.hidden_at.is_none() && self.deleted_at.is_none()
    }

    /// Whether another site sent it.
    pub fn is_ping(&self) -> bool {
        self.kind != "comment"
    }

    /// The message that names its kind.
    pub fn kind(&self) -> &'static str {
        match self.kind.as_str() {
            "pingback" => "pingback",
            "trackback" => "trackback",
            "webmention" => "webmention",
            _ => "field-comment",
        }
    }

    /// What its writer is called; for a ping, its title.
    pub fn name(&self) -> &str {
        self.writer_name.as_deref().unwrap_or(&self.guest_name)
    }

    /// Calls its writer otherwise, as they wish to be called where it stands.
    pub fn call_writer(&mut self, name: &str) {
        self.writer_name = Some(name.to_owned());
    }

    /// Where its writer's name leads, if anywhere.
    pub fn person_url(&self) -> Option<String> {
        match &self.writer_handle {
            Some(handle) => Some(members::url(handle)),
            None => (!self.guest_website.is_empty()).then(|| self.guest_website.clone()),
        }
    }

    /// Whether somebody without an account wrote it: whoever reads it is told so beside the name.
    pub const fn is_guest(&self) -> bool {
        self.writer.is_none()
    }

    /// The address of its writer's avatar.
    pub fn avatar_url(&self) -> String {
        match (self.writer, self.guest_picture) {
            (Some(writer), _) => members::avatar_url(writer, self.writer_picture.as_deref()),
            (None, Some(seed)) => format!("/pictures/{seed:x}.svg"),
            (None, None) => format!("/pictures/{}.svg", self.id),
        }
    }

    /// The message of the label beside the name, where one applies.
    pub fn label(&self, post_author: MemberId) -> Option<&'static str> {
        if self.writer == Some(post_author) {
            return Some("label-post-author");
        }
        match self.writer_role.as_deref().and_then(|role| role.parse().ok()) {
            Some(Role::Instructor) => Some("label-instructor"),
            Some(Role::Guide) => Some("label-guide"),
            Some(Role::Organiser) => Some("label-organiser"),
            Some(Role::Participant) => None,
            None => (self.is_guest() && !self.is_ping()).then_some("label-guest"),
        }
    }

    /// Whether this reader wrote it.
    pub fn is_by(&self, reader: &Reader) -> bool {
        match (self.writer, &self.guest_key) {
            (Some(writer), _) => reader.member == Some(writer),
            (None, Some(key)) => reader.guest_key.as_deref() == Some(key),
            (None, None) => false,
        }
    }

    /// A number that moves on whenever its writer changes it: whoever edits says which one they saw.
    pub fn version(&self) -> i64 {
        self.edited_at.unwrap_or(self.created_at).0
    }

    /// Its beginning as plain text.
    pub fn excerpt(&self) -> String {
        markup::excerpt(&self.html, 160)
    }

    /// The name of its place on the page.
    pub fn anchor(&self) -> String {
        format!("comment-{}", self.id)
    }

    /// What it says, for a page with others: the places in it have names that no other has there.
    pub fn placed_html(&self) -> Cow<'_, str> {
        markup::placed(&self.html, &self.id.to_string())
    }

    /// The address that always leads to it.
    pub fn url(&self) -> String {
        format!("/comments/{}", self.id)
    }
}

/// Who looks at a conversation.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    /// The member, if signed in.
    pub member: Option<MemberId>,
    /// The hash of the key in a guest's browser.
    pub guest_key: Option<Vec<u8>>,
    /// Whether they decide about this conversation.
    pub moderates: bool,
}

/// Who writes.
#[derive(Clone, Debug)]
pub enum Writer<'a> {
    /// A member, as themselves.
    Member(&'a Member),
    /// Somebody without an account.
    Guest(Guest),
}

/// Somebody without an account.
#[derive(Clone, Debug)]
pub struct Guest {
    /// What they want to be called.
    pub name: Name,
    /// Their address, never shown.
    pub email: Email,
    /// Their website.
    pub website: Website,
    /// The hash of the key in their browser.
    pub key: Vec<u8>,
    /// Whether their name could be taken for that of somebody who is trusted here: then they wait in any case.
    pub is_like_another: bool,
    /// Whether what they sent came as no person sends it: then it waits in any case, and whoever decides is told.
    pub is_trapped: bool,
}

/// Why a reply was not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoReply {
    /// The conversation is closed.
    Closed,
    /// What it answers was deleted or hidden meanwhile.
    ParentGone,
    /// Guests do not write here.
    MembersOnly,
    /// Each person may write here once in a while, and for them it is too soon.
    TooSoon,
}

impl NoReply {
    /// The message that tells the writer.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Closed => "reply-closed",
            Self::ParentGone => "reply-parent-gone",
            Self::MembersOnly => "reply-members-only",
            Self::TooSoon => "reply-too-soon",
        }
    }
}

/// What somebody says.
#[derive(Clone, Copy, Debug)]
pub struct Reply<'a> {
    /// The conversation it is said in.
    pub conversation: ConversationId,
    /// To what: an entry, or the subject itself.
    pub parent: Option<CommentId>,
    /// Whoever says it, a member or a guest.
    pub writer: &'a Writer<'a>,
    /// Whether they decide about this conversation, so that to answer what waits is to approve it.
    pub moderates: bool,
    /// What they say, checked and rendered.
    pub text: &'a Text,
}

/// Adds an entry. The same words by the same person in the same place are one entry, so a double click is harmless.
pub async fn reply(tx: &mut Tx, community: &Community, said: &Reply<'_>) -> anyhow::Result<Result<CommentId, NoReply>> {
    let Reply { conversation, parent, writer, moderates, text } = *said;
    if let Some(parent) = parent {
        if moderates {
            // It may be approved by this.
            conversations::hold(tx, conversation).await?;
        }
        store::keep(tx, parent).await?;
    }
    let Some(place) = store::place(tx, conversation, parent).await? else { return Ok(Err(NoReply::ParentGone)) };
    if place.closed_at.is_some() {
        return Ok(Err(NoReply::Closed));
    }
    if let Some(minutes) = place.slow_minutes
        && !is_trusted(member_of(writer), moderates)
    {
        // Whoever sends from two tabs at once is one after another.
        conversations::hold(tx, conversation).await?;
        if let Some(there) = store::by_once(tx, conversation, Some(rules::once(writer, parent, text))).await? {
            // A double click.
            return Ok(Ok(there));
        }
        let now = tx.now;
        if next_turn(tx, conversation, writer.as_turn(), minutes, now).await?.is_some() {
            return Ok(Err(NoReply::TooSoon));
        }
    }
    let root = match (parent, place.root) {
        (None, _) => None,
        (Some(_), Some(root)) if place.alive || (place.waiting && moderates) => Some(root),
        (Some(_), _) => return Ok(Err(NoReply::ParentGone)),
    };
    let (member, may_stand) = match writer {
        Writer::Member(member) => (Some(*member), true),
        Writer::Guest(guest) => match community.guests {
            Guests::Closed => return Ok(Err(NoReply::MembersOnly)),
            Guests::Always => (None, false),
            Guests::First => {
                (None, !guest.is_like_another && !guest.is_trapped && store::is_known_guest(tx, guest).await?)
            }
        },
    };
    let approved =
        may_stand && (is_trusted(member, moderates) || held(community, &text.html, member.is_none()).is_none());
    if let (Some(parent), true) = (parent, place.waiting) {
        // To answer what waits is to approve it.
        let by = if let Writer::Member(member) = writer { Some(member.id) } else { None };
        approve(tx, by, parent).await?;
    }
    let id = CommentId(tx.new_id());
    let now = tx.now;
    let entry = NewEntry {
        id,
        conversation,
        root: root.unwrap_or(id),
        parent,
        kind: "comment",
        text,
        created_at: now,
        approved_at: approved.then_some(now),
        once: Some(rules::once(writer, parent, text)),
        guest_picture: match writer {
            Writer::Member(_) => None,
            Writer::Guest(guest) => Some(guest_picture(community, guest.email.as_str())),
        },
        ..NewEntry::by(writer)
    };
    if !store::insert(tx, &entry).await? {
        let first = store::by_once(tx, conversation, entry.once).await?;
        return first.map(Ok).ok_or_else(|| anyhow::anyhow!("a comment was taken and is not there"));
    }
    if let Writer::Guest(Guest { is_trapped: true, .. }) = writer {
        store::note_trapped(tx, id).await?;
    }
    let news = if approved { news::Kind::Comment } else { news::Kind::Waiting };
    news::write(tx, news, conversation, Some(id)).await?;
    if approved {
        conversations::count(tx, conversation, 1).await?;
        tx.emit(Event::CommentShown(id, parent, conversation));
        wrote(tx, entry.writer);
    } else {
        conversations::touch(tx, conversation).await?;
        tx.emit(Event::CommentChanged(id, conversation));
        waiting_changed(tx, conversation).await?;
    }
    Ok(Ok(id))
}

const fn member_of<'a>(writer: &Writer<'a>) -> Option<&'a Member> {
    match writer {
        Writer::Member(member) => Some(*member),
        Writer::Guest(_) => None,
    }
}

/// Whose turn it is in a conversation where each person may write once in a while.
#[derive(Clone, Copy, Debug)]
pub enum Turn<'a> {
    /// A member's.
    Member(MemberId),
    /// A guest's, by the hash of the key in their browser and by their address.
    Guest(&'a [u8], &'a str),
}

impl Writer<'_> {
    fn as_turn(&self) -> Turn<'_> {
        match self {
            Self::Member(member) => Turn::Member(member.id),
            Self::Guest(guest) => Turn::Guest(&guest.key, guest.email.as_str()),
        }
    }
}

/// From when somebody may write again where each person may once in so many minutes; none: now. What they deleted or what
/// was hidden of them counts, too.
pub async fn next_turn(
    conn: &mut Conn,
    conversation: ConversationId,
    turn: Turn<'_>,
    minutes: i64,
    now: Timestamp,
) -> anyhow::Result<Option<Timestamp>> {
    let since = now.plus_minutes(-minutes);
    let last = match turn {
        Turn::Member(member) => store::last_written(conn, conversation, Some(member), (&[], ""), since).await?,
        Turn::Guest(key, email) => store::last_written(conn, conversation, None, (key, email), since).await?,
    };
    Ok(last.map(|last| last.plus_minutes(minutes)).filter(|next| *next > now))
}

/// An entry with its source, for whoever may change it.
pub async fn with_source(conn: &mut Conn, id: CommentId) -> anyhow::Result<Option<(Entry, String)>> {
    Ok(store::with_source(conn, id).await?)
}

/// One entry, whoever may see it.
pub async fn by_id(conn: &mut Conn, id: CommentId) -> anyhow::Result<Option<Entry>> {
    Ok(store::by_id(conn, id).await?)
}

/// Why an entry was not changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoEdit {
    /// Meanwhile it was taken back, hidden, approved as it was, or changed in another tab.
    TooLate,
    /// With these words it would wait, and others have answered what it says now.
    Answered,
}

impl NoEdit {
    /// The message that tells the writer.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TooLate => "error-too-late-text",
            Self::Answered => "error-held-answered",
        }
    }
}

/// Changes the text of an entry, unless it is no longer the version that was seen. What is to be looked at first waits then,
/// as if it were new.
pub async fn edit(tx: &mut Tx, entry: &Entry, text: &Text, is_held: bool) -> anyhow::Result<Result<(), NoEdit>> {
    let must_wait = is_held && entry.approved_at.is_some();
    if must_wait {
        conversations::hold(tx, entry.conversation).await?;
        store::take(tx, &entry.id.to_string()).await?;
        if store::has_answers(tx, entry.id).await? {
            return Ok(Err(NoEdit::Answered));
        }
    }
    if !store::edit(tx, entry, text).await? {
        return Ok(Err(NoEdit::TooLate));
    }
    if must_wait {
        hold_back(tx, entry).await?;
        return Ok(Ok(()));
    }
    conversations::touch(tx, entry.conversation).await?;
    news::write(tx, news::Kind::Edited, entry.conversation, Some(entry.id)).await?;
    tx.emit(Event::CommentChanged(entry.id, entry.conversation));
    Ok(Ok(()))
}

/// Deletes an entry. While something stands under it, its place stays.
pub async fn delete(tx: &mut Tx, entry: &Entry) -> anyhow::Result<()> {
    conversations::hold(tx, entry.conversation).await?;
    store::take(tx, &entry.id.to_string()).await?;
    let counted = store::delete(tx, entry.id).await?;
    leave(tx, entry, counted).await
}

/// Hides an entry from everyone; done by moderators.
pub async fn hide(tx: &mut Tx, by: &Member, entry: &Entry) -> anyhow::Result<()> {
    conversations::hold(tx, entry.conversation).await?;
    store::take(tx, &entry.id.to_string()).await?;
    let Some(counted) = store::hide(tx, entry.id).await? else { return Ok(()) };
    note(tx, by, "comment-hidden", entry).await?;
    leave(tx, entry, counted).await
}

/// Shows a hidden entry again.
pub async fn unhide(tx: &mut Tx, by: &Member, entry: &Entry) -> anyhow::Result<()> {
    conversations::hold(tx, entry.conversation).await?;
    if store::unhide(tx, entry.id).await? {
        if let Some(parent) = entry.parent {
            approve(tx, Some(by.id), parent).await?;
        }
        note(tx, by, "comment-unhidden", entry).await?;
        if entry.approved_at.is_none() {
            // It was hidden while it waited; to show it is to approve it.
            news::write(tx, news::Kind::Approved, entry.conversation, Some(entry.id)).await?;
        }
        appear(tx, entry.id, entry.parent, entry.conversation).await?;
        wrote(tx, entry.writer);
    }
    Ok(())
}

/// Makes an entry wait again that was approved, unless it was answered meanwhile. Answers whether it waits now.
pub async fn await_again(tx: &mut Tx, by: &Member, entry: &Entry) -> anyhow::Result<bool> {
    conversations::hold(tx, entry.conversation).await?;
    store::take(tx, &entry.id.to_string()).await?;
    let waits = !store::has_answers(tx, entry.id).await? && hold_back(tx, entry).await?;
    if waits {
        note(tx, by, "comment-held-back", entry).await?;
    }
    Ok(waits)
}

/// Takes an entry from the page until somebody has looked at it; its conversation and itself are held.
async fn hold_back(tx: &mut Tx, entry: &Entry) -> anyhow::Result<bool> {
    if !store::hold_back(tx, entry.id).await? {
        return Ok(false);
    }
    leave(tx, entry, true).await?;
    news::write(tx, news::Kind::Waiting, entry.conversation, Some(entry.id)).await?;
    waiting_changed(tx, entry.conversation).await?;
    Ok(true)
}

/// Notes in the log what was done with an entry; what happens in a hidden circle is no business of those who read the log.
async fn note(tx: &mut Tx, by: &Member, verb: &str, entry: &Entry) -> anyhow::Result<()> {
    if store::is_among_known(tx, entry.conversation).await? {
        crate::people::audit::note(tx, Some(by.id), verb, &entry.url(), "").await?;
    }
    Ok(())
}

/// Lets an entry through that waited, with what it answers if that waits, too: an answer is read under its question.
pub async fn approve_by(tx: &mut Tx, by: &Member, entry: &Entry) -> anyhow::Result<()> {
    conversations::hold(tx, entry.conversation).await?;
    approve(tx, Some(by.id), entry.id).await
}

/// Lets an entry through, if it waits, and what it hangs under, as far up as that waits.
async fn approve(tx: &mut Tx, by: Option<MemberId>, id: CommentId) -> anyhow::Result<()> {
    let (mut waiting, mut next) = (vec![], Some(id));
    while let Some(id) = next {
        let Some(entry) = store::by_id(tx, id).await?.filter(Entry::is_waiting) else { break };
        next = entry.parent;
        waiting.push(entry);
    }
    for Entry { id, writer, .. } in waiting.into_iter().rev() {
        if let Some((parent, conversation)) = store::approve(tx, id).await? {
            crate::people::audit::note(tx, by, "comment-approved", &format!("/comments/{id}"), "").await?;
            news::write(tx, news::Kind::Approved, conversation, Some(id)).await?;
            appear(tx, id, parent, conversation).await?;
            wrote(tx, writer);
            waiting_changed(tx, conversation).await?;
        }
    }
    Ok(())
}

async fn appear(
    tx: &mut Tx,
    id: CommentId,
    parent: Option<CommentId>,
    conversation: ConversationId,
) -> anyhow::Result<()> {
    settle(tx, id).await?;
    conversations::count(tx, conversation, 1).await?;
    tx.emit(Event::CommentShown(id, parent, conversation));
    tx.emit(Event::CommentChanged(id, conversation));
    Ok(())
}

async fn leave(tx: &mut Tx, entry: &Entry, counted: bool) -> anyhow::Result<()> {
    settle(tx, entry.id).await?;
    conversations::leave(tx, entry.conversation, counted).await?;
    news::write(tx, news::Kind::Gone, entry.conversation, Some(entry.id)).await?;
    if counted {
        tx.emit(Event::CommentGone(entry.id, entry.conversation));
        wrote(tx, entry.writer);
    } else {
        tx.emit(Event::CommentChanged(entry.id, entry.conversation));
    }
    if entry.is_waiting() {
        waiting_changed(tx, entry.conversation).await?;
    }
    Ok(())
}

/// The page of a member shows what they said last.
fn wrote(tx: &mut Tx, writer: Option<MemberId>) {
    if let Some(writer) = writer {
        tx.emit(Event::AuthorChanged(writer));
    }
}

async fn waiting_changed(tx: &mut Tx, conversation: ConversationId) -> anyhow::Result<()> {
    if let Some(author) = store::author(tx, conversation).await? {
        tx.emit(Event::WaitingChanged(author));
    }
    Ok(())
}

/// Decides anew whether an entry stands on the page, and then what it hangs under, as far up as something changes.
async fn settle(tx: &mut Tx, id: CommentId) -> anyhow::Result<()> {
    let mut next = Some(id);
    while let Some(id) = next {
        next = store::settle(tx, id).await?;
    }
    Ok(())
}

/// Where a page of threads begins: after or before this moment and number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cursor {
    /// At the beginning.
    Start,
    /// After this one.
    After(Timestamp, CommentId),
    /// Before this one, going back.
    Before(Timestamp, CommentId),
}

/// What threads are ordered by: when they were begun, and their number.
pub type Key = (Timestamp, CommentId);

/// A page of a conversation: its entries, and whether there is more on either side.
#[derive(Clone, Debug, Default)]
pub struct EntriesPage {
    /// The entries, in the order they are read from the database.
    pub entries: Vec<Entry>,
    /// Threads that go on beyond what is shown: the root, and the last entry shown.
    pub longer: Vec<(CommentId, CommentId)>,
    /// The key it begins after; none: at the beginning.
    pub since: Option<Key>,
    /// The key of the first entry, if there are earlier ones.
    pub earlier: Option<(Timestamp, CommentId)>,
    /// The key of the last entry, if there are later ones.
    pub later: Option<(Timestamp, CommentId)>,
}

impl EntriesPage {
    /// Whether a thread of this key stands on this page, or would.
    pub fn holds(&self, key: Key) -> bool {
        self.since.is_none_or(|since| since < key) && self.later.is_none_or(|last| key <= last)
    }
}

/// A page of threads, the oldest first.
pub async fn threads(conn: &mut Conn, conversation: ConversationId, from: Cursor) -> anyhow::Result<EntriesPage> {
    let since = match from {
        Cursor::Start => None,
        Cursor::After(at, id) => Some((at, id)),
        // Going back: the page that ends before this key begins so many threads earlier.
        Cursor::Before(at, id) => store::roots_back(conn, conversation, at, id, THREADS).await?,
    };
    let (at, id) = since.unwrap_or((Timestamp(i64::MIN), CommentId(0)));
    let rows = store::threads(conn, conversation, at, id, THREADS + 1, OF_A_THREAD + 1).await?;
    let mut page = EntriesPage { since, ..thread::cut(rows) };
    if since.is_some() {
        // Also where nothing but what waits stands after this key, there is a way back.
        let first = page.entries.iter().find(|entry| entry.parent.is_none()).map(|first| (first.created_at, first.id));
        let key = first.unwrap_or((at, CommentId(id.0.saturating_add(1))));
        page.earlier = store::is_there_a_root_before(conn, conversation, key.0, key.1).await?.then_some(key);
    }
    Ok(page)
}

/// A single thread after one of its entries, in the order in which it grew.
pub async fn rest_of_thread(
    conn: &mut Conn,
    conversation: ConversationId,
    root: CommentId,
    after: CommentId,
) -> anyhow::Result<EntriesPage> {
    let mut entries = store::rest_of_thread(conn, conversation, root, after, IN_A_ROW + 1).await?;
    let mut page = EntriesPage::default();
    if entries.len() > usize::try_from(IN_A_ROW)? {
        entries.pop();
        page.longer = entries.last().map(|last| (root, last.id)).into_iter().collect();
    }
    page.entries = entries;
    Ok(page)
}

/// A page of all entries in the order of their dates.
pub async fn in_order(conn: &mut Conn, conversation: ConversationId, from: Cursor) -> anyhow::Result<EntriesPage> {
    let page = store::flat(conn, conversation, from, IN_A_ROW + 1).await?;
    Ok(thread::cut_flat(page, from))
}

/// A page of all entries, the newest first.
pub async fn newest(conn: &mut Conn, conversation: ConversationId, from: Cursor) -> anyhow::Result<EntriesPage> {
    let turned = match from {
        Cursor::Start => Cursor::Before(Timestamp(i64::MAX), CommentId(i64::MAX)),
        Cursor::After(at, id) => Cursor::Before(at, id),
        Cursor::Before(at, id) => Cursor::After(at, id),
    };
    let rows = store::flat(conn, conversation, turned, IN_A_ROW + 1).await?;
    let mut page = thread::cut_flat(rows, turned);
    page.entries.reverse();
    std::mem::swap(&mut page.earlier, &mut page.later);
    if from == Cursor::Start {
        page.earlier = None;
    }
    Ok(page)
}

/// A page of some entries in the order of their dates.
pub async fn picked(
    conn: &mut Conn,
    conversation: ConversationId,
    entries: &[CommentId],
    from: Cursor,
) -> anyhow::Result<EntriesPage> {
    let list: Vec<i64> = entries.iter().map(|entry| entry.0).collect();
    let list = serde_json::to_string(&list)?;
    let page = store::picked(conn, conversation, &list, from, IN_A_ROW + 1).await?;
    Ok(thread::cut_flat(page, from))
}

/// Who wrote what these entries answer, for views that do not show it: the member, if it was one, and the name.
pub async fn answered(
    conn: &mut Conn,
    entries: &[Entry],
) -> anyhow::Result<std::collections::HashMap<CommentId, (Option<MemberId>, String)>> {
    let parents: Vec<String> = entries.iter().filter_map(|entry| entry.parent).map(|id| id.to_string()).collect();
    if parents.is_empty() {
        return Ok(std::collections::HashMap::new());
    }
    let names = store::names(conn, &parents.join(",")).await?;
    Ok(names.into_iter().map(|(id, writer, name)| (id, (writer, name))).collect())
}

/// Entries that wait in a conversation, as far as this reader may see them.
pub async fn waiting_for(conn: &mut Conn, conversation: ConversationId, reader: &Reader) -> anyhow::Result<Vec<Entry>> {
    if reader.member.is_none() && reader.guest_key.is_none() {
        return Ok(vec![]);
    }
    Ok(store::waiting_for(conn, conversation, reader).await?)
}

/// Entries that wait under the posts of this member, or anywhere for an organiser: the oldest first.
pub async fn waiting_under(conn: &mut Conn, leader: &Member, limit: i64) -> anyhow::Result<Vec<EntryInContext>> {
    Ok(store::waiting_under(conn, leader.id, leader.is_organiser(), limit).await?)
}

/// Entries that were hidden under the posts of this member, or anywhere for an organiser: the latest first.
pub async fn hidden_under(conn: &mut Conn, leader: &Member, limit: i64) -> anyhow::Result<Vec<EntryInContext>> {
    Ok(store::hidden_under(conn, leader.id, leader.is_organiser(), limit).await?)
}

/// What came from others, and was not answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, sqlx::FromRow)]
pub struct News {
    /// How many entries; a hundred at most.
    pub count: i64,
    /// The first of them.
    pub first: Option<CommentId>,
}

/// What came from others into these conversations since a member last saw them.
pub async fn news(
    conn: &mut Conn,
    member: MemberId,
    conversations: &[ConversationId],
) -> anyhow::Result<std::collections::HashMap<ConversationId, News>> {
    if conversations.is_empty() {
        return Ok(std::collections::HashMap::new());
    }
    let list: Vec<String> = conversations.iter().map(ToString::to_string).collect();
    Ok(store::news(conn, member, &list.join(",")).await?.into_iter().collect())
}

/// What is new to a member in the conversations they were in, the latest changed first.
pub async fn news_for(conn: &mut Conn, member: MemberId) -> anyhow::Result<Vec<NewFor>> {
    Ok(store::news_for(conn, member, NEWS, MOST_NEW).await?)
}

/// What is new to a member in a conversation they were in.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct NewFor {
    /// The conversation that the new entries stand in.
    pub conversation: ConversationId,
    /// What it is about.
    pub title: String,
    /// The language of the title.
    pub lang: String,
    /// How many entries are new, up to `MOST_NEW`.
    pub new: i64,
    /// The first of them.
    pub first: CommentId,
    /// Who wrote it.
    pub name: String,
    /// What it says.
    pub html: String,
}

/// Which of these entries were sent as no person sends them.
pub async fn trapped(conn: &mut Conn, entries: &[EntryInContext]) -> anyhow::Result<Vec<CommentId>> {
    let ids: Vec<i64> = entries.iter().map(|w| w.entry.id.0).collect();
    Ok(store::trapped(conn, &serde_json::to_string(&ids)?).await?)
}

/// How many entries wait for this member to decide; a hundred at most.
pub async fn waiting_count(conn: &mut Conn, leader: &Member) -> anyhow::Result<i64> {
    Ok(store::waiting_count(conn, leader.id, leader.is_organiser()).await?)
}

/// An entry that waits, and the post it waits under.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct EntryInContext {
    /// The entry itself; it may wait, be hidden, or stand there for all.
    #[sqlx(flatten)]
    pub entry: Entry,
    /// The post's title.
    pub post_title: String,
    /// The post's language, in which it was answered.
    pub post_lang: String,
    /// Its writer's address, for moderators.
    pub guest_email: String,
}

/// The latest entries of a member that this reader may read, with their posts.
pub async fn latest_of(
    conn: &mut Conn,
    reader: Option<&Member>,
    writer: MemberId,
    limit: i64,
) -> anyhow::Result<Vec<EntryInContext>> {
    Ok(store::latest_of(conn, reader.map_or(MemberId(0), |member| member.id), writer, limit).await?)
}

/// What a member said under posts that they may no longer read, the latest first.
pub async fn out_of_reach(conn: &mut Conn, writer: MemberId) -> anyhow::Result<Vec<Entry>> {
    Ok(store::out_of_reach(conn, writer, 50).await?)
}

/// People who spoke last in these conversations, for the faces beside them.
pub async fn faces(conn: &mut Conn, conversations: &[ConversationId]) -> anyhow::Result<Vec<Face>> {
    if conversations.is_empty() {
        return Ok(vec![]);
    }
    let list: Vec<String> = conversations.iter().map(ToString::to_string).collect();
    Ok(store::faces(conn, &list.join(","), 5).await?)
}

/// Somebody who spoke in a conversation.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Face {
    /// Where.
    pub conversation: ConversationId,
    /// The number of their account, which their generated avatar is drawn from.
    pub writer: MemberId,
    /// What they are called.
    pub name: String,
    picture: Option<String>,
}

impl Face {
    /// The address of their avatar.
    pub fn avatar_url(&self) -> String {
        members::avatar_url(self.writer, self.picture.as_deref())
    }
}

/// Where an entry stands: whether the first page shows it, else where a page must begin to show it. What waits stands
/// under what it answers, or where it will stand.
pub async fn place_of(conn: &mut Conn, entry: &Entry) -> anyhow::Result<Position> {
    let first = threads(conn, entry.conversation, Cursor::Start).await?;
    let mut entry = entry.clone();
    while entry.is_waiting()
        && let Some(parent) = entry.parent
        && let Some(parent) = store::by_id(conn, parent).await?
    {
        entry = parent;
    }
    if first.entries.iter().any(|shown| shown.id == entry.id) {
        return Ok(Position::First);
    }
    let within = store::rank_in_thread(conn, entry.root, entry.id).await?;
    if entry.is_waiting() || within < OF_A_THREAD {
        let Some(root) = store::by_id(conn, entry.root).await? else { return Ok(Position::First) };
        if first.holds((root.created_at, root.id)) {
            return Ok(Position::First);
        }
        // Some threads before it, and never so many that the page ends before it.
        let before = store::roots_back(conn, entry.conversation, root.created_at, root.id, THREADS_BEFORE).await?;
        return Ok(before.map_or(Position::First, |(at, id)| Position::After(at, id)));
    }
    // Pages of a single thread begin where the page of threads stopped, and then every so many entries.
    let skip = OF_A_THREAD + (within - OF_A_THREAD) / IN_A_ROW * IN_A_ROW;
    let after = store::nth_of_thread(conn, entry.root, skip - 1).await?.unwrap_or(entry.root);
    Ok(Position::InThread(entry.root, after))
}

/// Where an entry stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Position {
    /// On the first page.
    First,
    /// On the page that begins after this thread.
    After(Timestamp, CommentId),
    /// On the page of a single thread, after this entry.
    InThread(CommentId, CommentId),
}

/// Entries that came after one, for a page that was left open: number, parent, root.
pub async fn since(
    conn: &mut Conn,
    conversation: ConversationId,
    after: CommentId,
    limit: i64,
) -> anyhow::Result<Vec<(CommentId, Option<CommentId>, CommentId)>> {
    Ok(store::since(conn, conversation, after, limit).await?)
}

/// The latest entry of a conversation, if there is one: whoever has read it has missed nothing.
pub async fn latest(conn: &mut Conn, conversation: ConversationId) -> anyhow::Result<Option<CommentId>> {
    Ok(store::latest(conn, conversation).await?)
}

/// Notes that a member is in a conversation. A visit ends half an hour after it was last noted.
pub async fn visit(tx: &mut Tx, member: MemberId, conversation: ConversationId) -> anyhow::Result<()> {
    Ok(store::visit(tx, member, conversation, visit_end(tx.now)).await?)
}

/// A member has read all that was new to them in the conversations they were in, up to this moment.
pub async fn visit_all(tx: &mut Tx, member: MemberId, until: Timestamp) -> anyhow::Result<()> {
    let until = Timestamp(until.0.min(tx.now.0));
    if store::visit_all(tx, member, until, visit_end(tx.now)).await? > 0 {
        tx.emit(Event::VisitsChanged(member));
    }
    Ok(())
}

/// A member who is in a conversation stopped reading at this entry, or in the text itself (number 0), or came to the end.
pub async fn leave_off(
    tx: &mut Tx,
    member: MemberId,
    conversation: ConversationId,
    entry: Option<CommentId>,
) -> anyhow::Result<()> {
    if store::leave_off(tx, member, conversation, entry).await? > 0 {
        tx.emit(Event::VisitsChanged(member));
    }
    Ok(())
}

/// Where a member stopped reading.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct LeftOff {
    /// The conversation they were in.
    pub conversation: ConversationId,
    /// What it is about.
    pub title: String,
    /// The language of the title.
    pub lang: String,
    path: String,
    /// When they were there.
    pub seen_at: Timestamp,
    /// The entry, unless it was the text itself, or the entry is gone.
    pub entry: Option<CommentId>,
    /// Who wrote it.
    pub name: Option<String>,
}

impl LeftOff {
    /// The address of that place.
    pub fn url(&self) -> String {
        self.entry.map_or_else(|| self.path.clone(), |entry| format!("/comments/{entry}"))
    }
}

/// The conversation that a member last was in and did not read to its end, within the last weeks.
pub async fn left_off(conn: &mut Conn, member: MemberId, now: Timestamp) -> anyhow::Result<Option<LeftOff>> {
    Ok(store::left_off(conn, member, now.plus_days(-LEFT_OFF_DAYS)).await?)
}

/// Whether noting a visit now would change anything: the first, one after the last has ended, or one that has seen more.
pub async fn visit_is_news(
    conn: &mut Conn,
    member: MemberId,
    conversation: ConversationId,
    now: Timestamp,
) -> anyhow::Result<bool> {
    let last = store::last_visit(conn, member, conversation).await?;
    Ok(last.is_none_or(|last| last.seen_at < now.plus_minutes(-1)))
}

const fn visit_end(now: Timestamp) -> Timestamp {
    now.plus_minutes(-30)
}

/// Brings in entries from elsewhere; answers which of them are new.
pub async fn import(tx: &mut Tx, entries: &[NewEntry<'_>]) -> anyhow::Result<std::collections::HashSet<CommentId>> {
    let inserted = store::insert_all(tx, entries).await?;
    let all = entries.iter().map(|entry| entry.id);
    if usize::try_from(inserted)? == entries.len() {
        return Ok(all.collect());
    }
    let ids: Vec<i64> = all.map(|id| id.0).collect();
    Ok(store::among(tx, &serde_json::to_string(&ids)?).await?.into_iter().map(|(id,)| id).collect())
}

/// An entry that an earlier import brought in.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Imported {
    /// Where it came from.
    #[sqlx(rename = "imported_from")]
    pub origin: String,
    /// Its number, larger than that of its parent.
    pub id: CommentId,
    /// The top-level entry it hangs under.
    pub root: CommentId,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was approved; none: it waits.
    pub approved_at: Option<Timestamp>,
    /// Whether it stands on the page.
    pub shown: bool,
}

/// What earlier imports brought into a conversation.
pub async fn imported(conn: &mut Conn, conversation: ConversationId) -> anyhow::Result<Vec<Imported>> {
    Ok(store::imported(conn, conversation).await?)
}

/// An entry whose rendering is older than the renderer, with what it takes to render it again.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Stale {
    id: CommentId,
    conversation: ConversationId,
    /// As written.
    pub source: String,
    /// As it is rendered now.
    pub html: String,
    format: String,
    /// The language of the post it stands under.
    pub lang: String,
}

impl Stale {
    /// How it is written.
    pub fn format(&self) -> markup::Format {
        crate::talk::posts::format(&self.format)
    }

    /// The number of the post it stands under.
    pub const fn post(&self) -> PostId {
        PostId(self.conversation.0)
    }

    /// The number of the entry.
    pub const fn id(&self) -> CommentId {
        self.id
    }
}

/// The texts of these entries.
pub async fn texts(conn: &mut Conn, ids: &[i64]) -> anyhow::Result<Vec<Stale>> {
    Ok(store::texts(conn, &serde_json::to_string(ids)?).await?)
}

/// Some entries that were rendered by an older renderer.
pub async fn stale(conn: &mut Conn, limit: i64) -> anyhow::Result<Vec<Stale>> {
    Ok(store::stale(conn, limit).await?)
}

/// Stores a new rendering.
pub async fn rerender(tx: &mut Tx, stale: &Stale, html: &str) -> anyhow::Result<()> {
    store::rerender(tx, stale, html).await?;
    tx.emit(Event::CommentChanged(stale.id, stale.conversation));
    Ok(())
}
