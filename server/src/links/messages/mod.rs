//! Private messages between two people, or several. They stand in no circle: whoever takes part has a row, and every
//! function that reads them asks for it.
//!
//! A message has a number in its correspondence, given under the lock of its row, so that "read up to here" leaves nothing
//! out. Being told is one thing for each correspondence however much is written, until it is read.

pub mod rules;
mod store;

use std::{borrow::Cow, str::FromStr};

pub use self::rules::{Accepts, NoMessage, NotMeant};
use crate::{
    events::Event,
    ids::{CorrespondenceId, MemberId, MessageId, Timestamp},
    kit::{
        app::App,
        db::{Conn, Tx},
    },
    links::{devices, mailing},
    people::{
        community,
        members::{self, Member},
    },
    talk::{comments::Text, news},
};

/// So many correspondences a page of the list holds.
pub const PAGE: i64 = 30;
/// So many messages a page of a correspondence holds.
pub const MESSAGES: i64 = 50;
/// So many are rendered again in one change.
const AT_ONCE: i64 = 200;

/// Somebody in a correspondence.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Person {
    correspondence: CorrespondenceId,
    /// Who.
    pub id: MemberId,
    /// What they are called.
    pub name: String,
    /// What they are called by with an `@`.
    pub handle: String,
    picture: Option<String>,
    /// Since when they take part no longer.
    pub left_at: Option<Timestamp>,
    /// Since when they have no account any more.
    pub removed_at: Option<Timestamp>,
}

impl Person {
    /// The address of their avatar.
    pub fn avatar_url(&self) -> String {
        members::avatar_url(self.id, self.picture.as_deref())
    }
}

/// A correspondence as one who takes part sees it.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Correspondence {
    /// Which.
    pub id: CorrespondenceId,
    pair: Option<String>,
    /// When the latest message came that reached them.
    pub latest_at: Timestamp,
    read_to: i64,
    /// Since when something in it is unread.
    pub unread_since: Option<Timestamp>,
    told_seq: Option<i64>,
    /// Since when it is put away.
    pub archived_at: Option<Timestamp>,
    /// Since when it no longer rings.
    pub muted_at: Option<Timestamp>,
    /// So many messages are unread.
    pub unread: i64,
    /// The latest message that was not taken back, as rendered; empty: there is none.
    pub latest: String,
    /// Who wrote that.
    pub latest_by: Option<MemberId>,
    /// The others in it, also who left.
    #[sqlx(skip)]
    pub others: Vec<Person>,
}

impl Correspondence {
    /// Its address.
    pub fn url(&self) -> String {
        url(self.id)
    }

    /// Whether it is between two, for good.
    pub const fn is_pair(&self) -> bool {
        self.pair.is_some()
    }

    /// Whether there is somebody whom a message would reach.
    pub fn has_reader(&self) -> bool {
        self.others.iter().any(|person| person.left_at.is_none() && person.removed_at.is_none())
    }

    /// The beginning of the latest message, in so many characters.
    pub fn line(&self, chars: usize) -> String {
        markup::excerpt(&self.latest, chars)
    }

    /// Who wrote the latest message, if one of the others did.
    pub fn latest_writer(&self) -> Option<&Person> {
        self.others.iter().find(|person| Some(person.id) == self.latest_by)
    }

    /// Whether looking at it changes anything: something is unread, or was told.
    pub const fn is_news(&self) -> bool {
        self.unread_since.is_some() || self.told_seq.is_some()
    }

    /// Whether what has this number was unread when this was read.
    pub const fn is_unread(&self, number: i64) -> bool {
        self.unread_since.is_some() && number > self.read_to
    }
}

/// The address of a correspondence.
pub fn url(id: CorrespondenceId) -> String {
    format!("/me/messages/{id}/")
}

/// What names its e-mails to mail programs.
pub fn thread(id: i64) -> String {
    format!("messages-{id}")
}

/// A private message.
#[derive(Clone, Debug, sqlx::FromRow)]
pub struct Message {
    /// Which.
    pub id: MessageId,
    /// Where it was written.
    pub correspondence: CorrespondenceId,
    /// Its place there.
    pub number: i64,
    /// Who wrote it.
    pub writer: MemberId,
    /// What they are called.
    pub name: String,
    picture: Option<String>,
    /// When it was written.
    pub written_at: Timestamp,
    /// When its words last changed.
    pub edited_at: Option<Timestamp>,
    /// Since when its writer took it back.
    pub deleted_at: Option<Timestamp>,
    /// Since when organisers took it away.
    pub hidden_at: Option<Timestamp>,
    /// The tag of the language of whoever wrote it.
    pub lang: String,
    /// As written.
    pub source: String,
    /// As rendered: safe to show.
    pub html: String,
}

impl Message {
    /// The address of their avatar.
    pub fn avatar_url(&self) -> String {
        members::avatar_url(self.writer, self.picture.as_deref())
    }

    /// Its words on a page with others: what is named in them is named once.
    pub fn placed_html(&self) -> Cow<'_, str> {
        markup::placed(&self.html, &self.id.to_string())
    }

    /// Whether it says anything.
    pub const fn is_there(&self) -> bool {
        self.deleted_at.is_none() && self.hidden_at.is_none()
    }

    /// Its address in its correspondence.
    pub fn url(&self) -> String {
        format!("{}#message-{}", url(self.correspondence), self.id)
    }

    /// The version that a form which changes it was filled with.
    pub fn version(&self) -> i64 {
        self.edited_at.unwrap_or(self.written_at).0
    }
}

/// What somebody sends.
#[derive(Clone, Copy, Debug)]
pub struct Sent<'a> {
    /// What they wrote.
    pub text: &'a Text,
    /// The tag of the language they see the site in.
    pub lang: &'a str,
    /// Tells the form it came with from every other.
    pub once: i64,
}

/// Which of one's correspondences.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Which {
    /// Those that are not put away.
    Here,
    /// Those that are.
    Archived,
}

/// Where a page of the list begins: after the correspondence with this moment and number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct After(Timestamp, CorrespondenceId);

impl After {
    /// After this one.
    pub const fn this(it: &Correspondence) -> Self {
        Self(it.latest_at, it.id)
    }

    /// As it stands in an address.
    pub fn key(self) -> String {
        format!("{}-{}", self.0.0, self.1)
    }
}

impl FromStr for After {
    type Err = ();
    fn from_str(key: &str) -> Result<Self, ()> {
        let (at, id) = key.split_once('-').ok_or(())?;
        Ok(Self(Timestamp(at.parse().map_err(drop)?), id.parse().map_err(drop)?))
    }
}

/// One's correspondences, that with the latest message first.
pub async fn list(
    conn: &mut Conn,
    member: MemberId,
    which: Which,
    after: Option<After>,
) -> anyhow::Result<Vec<Correspondence>> {
    let After(at, id) = after.unwrap_or(After(Timestamp(i64::MAX), CorrespondenceId(i64::MAX)));
    let mut all = store::list(conn, member, which, (at, id), PAGE + 1).await?;
    let ids: Vec<i64> = all.iter().map(|it| it.id.0).collect();
    for person in store::people(conn, member, &serde_json::to_string(&ids)?).await? {
        if let Some(it) = all.iter_mut().find(|it| it.id == person.correspondence) {
            it.others.push(person);
        }
    }
    Ok(all)
}

/// Whether anything is put away.
pub async fn has_archived(conn: &mut Conn, member: MemberId) -> anyhow::Result<bool> {
    Ok(store::has_archived(conn, member).await?)
}

/// A correspondence, if this member takes part in it.
pub async fn for_member(
    conn: &mut Conn,
    member: MemberId,
    id: CorrespondenceId,
) -> anyhow::Result<Option<Correspondence>> {
    let Some(mut it) = store::for_member(conn, member, id).await? else { return Ok(None) };
    it.others = store::people(conn, member, &format!("[{id}]")).await?;
    Ok(Some(it))
}

/// The last messages of a correspondence before a number, the earliest first, and whether there are earlier ones. It is to
/// be one that the reader takes part in.
pub async fn messages(conn: &mut Conn, it: &Correspondence, before: i64) -> anyhow::Result<(Vec<Message>, bool)> {
    let mut all = store::messages(conn, it.id, before, MESSAGES + 1).await?;
    let more = i64::try_from(all.len())? > MESSAGES;
    all.truncate(usize::try_from(MESSAGES)?);
    all.reverse();
    Ok((all, more))
}

/// A message, if this member takes part where it stands.
pub async fn message_for(conn: &mut Conn, member: MemberId, id: MessageId) -> anyhow::Result<Option<Message>> {
    Ok(store::message_for(conn, member, id).await?)
}

/// The correspondence of two, if they have one and the first takes part.
pub async fn between(conn: &mut Conn, one: MemberId, other: MemberId) -> anyhow::Result<Option<CorrespondenceId>> {
    Ok(store::pair(conn, &rules::pair(one, other)).await?)
}

/// In how many correspondences of a member something is unread, but for the muted.
pub async fn unread(conn: &mut Conn, member: MemberId) -> anyhow::Result<i64> {
    Ok(store::unread(conn, member).await?)
}

/// Somebody who was named.
#[derive(Clone, Debug, sqlx::FromRow)]
struct Named {
    /// In which place they were named.
    place: i64,
    id: MemberId,
    is_handle: bool,
}

/// Who is meant by handles and names, in the order in which they were typed; or the first by which nobody is, or several.
pub async fn meant(conn: &mut Conn, named: &[String]) -> anyhow::Result<Result<Vec<MemberId>, NotMeant>> {
    let rows: Vec<(usize, String, String)> =
        named.iter().enumerate().map(|(at, typed)| (at, typed.to_lowercase(), members::search_key(typed))).collect();
    let found = store::named(conn, &serde_json::to_string(&rows)?).await?;
    let mut all = vec![];
    for (at, typed) in named.iter().enumerate() {
        let place = i64::try_from(at)?;
        let here: Vec<&Named> = found.iter().filter(|found| found.place == place).collect();
        let id = match (here.iter().find(|found| found.is_handle), here.as_slice()) {
            (Some(found), _) | (None, [found]) => found.id,
            (None, []) => return Ok(Err(NotMeant::Nobody(typed.clone()))),
            _ => return Ok(Err(NotMeant::Several(typed.clone()))),
        };
        if !all.contains(&id) {
            all.push(id);
        }
    }
    Ok(Ok(all))
}

/// From whom a member takes messages.
pub async fn accepts(conn: &mut Conn, member: MemberId) -> anyhow::Result<Accepts> {
    Ok(store::accepts(conn, member).await?.and_then(|word| word.parse().ok()).unwrap_or_default())
}

/// A member chooses from whom they take messages.
pub async fn choose(tx: &mut Tx, member: MemberId, accepts: Accepts) -> anyhow::Result<()> {
    Ok(store::choose(tx, member, accepts.word()).await?)
}

/// Whether a member may write to another now; the no says why not.
pub async fn may_write(conn: &mut Conn, from: &Member, to: MemberId) -> anyhow::Result<Result<(), NoMessage>> {
    let found = store::receivers(conn, from.id, &format!("[{to}]")).await?;
    Ok(match found.first() {
        Some(receiver) => rules::may_reach(from, receiver),
        None => Err(NoMessage::NotTaken(String::new())),
    })
}

/// Writes to one or several members: to one in the correspondence the two have, to several in a new one. What is sent twice
/// with the same form is written once.
pub async fn begin(
    tx: &mut Tx,
    from: &Member,
    to: &[MemberId],
    sent: Sent<'_>,
) -> anyhow::Result<Result<CorrespondenceId, NoMessage>> {
    store::hold(tx, from.id).await?;
    if let Some(there) = store::written_with(tx, from.id, sent.once).await? {
        return Ok(Ok(there));
    }
    let receivers = store::receivers(tx, from.id, &serde_json::to_string(to)?).await?;
    if receivers.is_empty() || receivers.len() != to.len() {
        return Ok(Err(NoMessage::NotTaken(String::new())));
    }
    for receiver in &receivers {
        if let Err(no) = rules::may_reach(from, receiver) {
            return Ok(Err(no));
        }
    }
    let since = tx.now.plus_days(-1);
    let new = receivers.iter().filter(|receiver| receiver.is_new()).count();
    if new > 0 {
        let before = store::new_people_since(tx, from.id, since).await?;
        let most = rules::new_people_a_day(from, store::leads(tx, from.id).await?, tx.now);
        if before + i64::try_from(new)? > most {
            return Ok(Err(NoMessage::TooManyNew));
        }
    }
    let mut id = CorrespondenceId(tx.new_id());
    match to {
        [other] => {
            let pair = rules::pair(from.id, *other);
            if !store::insert(tx, id, Some(&pair), from.id).await? {
                // They have one, or somebody was quicker by a moment.
                id = store::pair(tx, &pair).await?.ok_or_else(|| anyhow::anyhow!("{pair} is gone"))?;
            }
        }
        _ => {
            store::insert(tx, id, None, from.id).await?;
        }
    }
    let all: Vec<i64> = to.iter().chain([&from.id]).map(|member| member.0).collect();
    store::take_part(tx, id, &serde_json::to_string(&all)?).await?;
    deliver(tx, from.id, id, sent).await?;
    Ok(Ok(id))
}

/// Writes in a correspondence that one takes part in. What is sent twice with the same form is written once.
pub async fn write(
    tx: &mut Tx,
    from: &Member,
    it: &Correspondence,
    sent: Sent<'_>,
) -> anyhow::Result<Result<(), NoMessage>> {
    if store::written_with(tx, from.id, sent.once).await?.is_some() {
        return Ok(Ok(()));
    }
    if !it.has_reader() {
        return Ok(Err(NoMessage::NobodyLeft));
    }
    if let (true, Some(other)) = (it.is_pair(), it.others.first())
        && let Err(no) = may_write(tx, from, other.id).await?
    {
        return Ok(Err(no));
    }
    deliver(tx, from.id, it.id, sent).await?;
    Ok(Ok(()))
}

async fn deliver(tx: &mut Tx, from: MemberId, id: CorrespondenceId, sent: Sent<'_>) -> anyhow::Result<()> {
    let number = store::next_number(tx, id).await?;
    if !store::write(tx, id, number, from, sent).await? {
        return Ok(());
    }
    let reached = store::reach(tx, id, from, number).await?;
    let told = store::to_be_told(tx, id, from).await?;
    if !told.is_empty() {
        let seq = news::take_place(tx).await?;
        store::tell(tx, id, from, seq).await?;
        devices::wake(tx, &told).await?;
        mailing::wake(tx, &told).await?;
    }
    for member in reached {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// A member has read a correspondence up to and with this number: on every device, they need not be told.
pub async fn read(tx: &mut Tx, member: MemberId, id: CorrespondenceId, number: i64) -> anyhow::Result<()> {
    if store::read(tx, member, id, number).await? {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// The latest message of the others is to be unread again. Nobody is told of it once more.
pub async fn mark_unread(tx: &mut Tx, member: MemberId, id: CorrespondenceId) -> anyhow::Result<()> {
    if store::mark_unread(tx, member, id).await? {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// Puts a correspondence away until somebody writes in it.
pub async fn archive(tx: &mut Tx, member: MemberId, id: CorrespondenceId) -> anyhow::Result<()> {
    store::archive(tx, member, id).await?;
    tx.emit(Event::NoticesChanged(member));
    Ok(())
}

/// Takes it back out.
pub async fn unarchive(tx: &mut Tx, member: MemberId, id: CorrespondenceId) -> anyhow::Result<()> {
    Ok(store::unarchive(tx, member, id).await?)
}

/// A correspondence no longer rings, and is in no number.
pub async fn mute(tx: &mut Tx, member: MemberId, id: CorrespondenceId) -> anyhow::Result<()> {
    store::mute(tx, member, id).await?;
    tx.emit(Event::NoticesChanged(member));
    Ok(())
}

/// It rings again from the next message on.
pub async fn unmute(tx: &mut Tx, member: MemberId, id: CorrespondenceId) -> anyhow::Result<()> {
    store::unmute(tx, member, id).await?;
    tx.emit(Event::NoticesChanged(member));
    Ok(())
}

/// A member leaves a correspondence of several, for good: they neither read nor hear of it any more.
pub async fn leave(tx: &mut Tx, member: MemberId, id: CorrespondenceId) -> anyhow::Result<()> {
    store::leave(tx, member, id).await?;
    tx.emit(Event::NoticesChanged(member));
    Ok(())
}

/// A member has seen what the bell told of up to this place in the order of news; what is unread stays so.
pub async fn seen_until(tx: &mut Tx, member: MemberId, seq: i64) -> anyhow::Result<u64> {
    Ok(store::seen_until(tx, member, seq).await?)
}

/// Whom a member just blocked, they need not read: what is unread of them is so no longer.
pub async fn quieten(tx: &mut Tx, member: MemberId) -> anyhow::Result<()> {
    store::quieten(tx, member).await?;
    tx.emit(Event::NoticesChanged(member));
    Ok(())
}

/// Says a message of one's own otherwise; answers whether it was still as whoever does so saw it. Nobody is told again.
pub async fn edit(tx: &mut Tx, it: &Message, text: &Text) -> anyhow::Result<bool> {
    Ok(store::edit(tx, it, text).await?)
}

/// Takes a message of one's own back: its words are gone, and its place says so. Who has not read it is no longer told.
pub async fn delete(tx: &mut Tx, it: &Message) -> anyhow::Result<()> {
    store::delete(tx, it.id).await?;
    settle(tx, it.correspondence).await
}

/// Takes a message away that was reported. Its words stay with the report alone.
pub async fn hide(tx: &mut Tx, id: MessageId) -> anyhow::Result<()> {
    if let Some(correspondence) = store::hide(tx, id).await? {
        settle(tx, correspondence).await?;
    }
    Ok(())
}

async fn settle(tx: &mut Tx, id: CorrespondenceId) -> anyhow::Result<()> {
    store::settle(tx, id).await?;
    for member in store::who(tx, id).await? {
        tx.emit(Event::NoticesChanged(member));
    }
    Ok(())
}

/// What becomes of the messages of somebody whose account ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Words {
    /// They stay with those they were written to.
    Stay,
    /// They are taken back.
    Go,
}

/// An account ended: whoever had it takes part in nothing.
pub async fn forget_member(tx: &mut Tx, member: MemberId, words: Words) -> anyhow::Result<()> {
    store::forget_member(tx, member).await?;
    if words == Words::Go {
        for id in store::take_all_back(tx, member).await? {
            settle(tx, id).await?;
        }
    }
    Ok(())
}

/// Renders again what an older renderer made.
pub async fn rerender_stale(app: &App) -> anyhow::Result<()> {
    let emoji = community::of(app).await?.emoji;
    loop {
        let mut conn = app.db.read().await?;
        let stale = store::stale(&mut conn, AT_ONCE).await?;
        if stale.is_empty() {
            return Ok(());
        }
        let mut rendered = Vec::with_capacity(stale.len());
        for (id, source, lang) in stale {
            let text = Text::render(&mut conn, source, markup::Format::Markdown, &lang, emoji).await?;
            rendered.push((id, text.html));
        }
        drop(conn);
        app.db
            .always(async |tx| {
                for (id, html) in &rendered {
                    store::rerender(tx, *id, html).await?;
                }
                Ok(())
            })
            .await?;
    }
}

#[cfg(test)]
mod tests;
